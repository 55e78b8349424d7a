"""Dot-files of single rules: how they are read, and how a plan is printed to be compared with them.

``python tests/rule_files.py FILE …`` prints, for every rule of these files that does not hold, what the parser says.
The files are described in ``tests/data/rules/README.md``.
"""

from __future__ import annotations

import difflib
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kehoach.parsers import parse_source
from kehoach.readers.source import SourceText

FOLDER = Path(__file__).parent / "data" / "rules"
GAPS = "known_gaps"
SECTIONS = (
    "basis", "situation", "purpose", "requirements", "objectives", "scope", "tasks", "duties", "funding", "reporting",
    "closing", "recipients",
)  # fmt: skip
_OPENS = re.compile(r"^=== (?P<title>.+?)(?: @(?P<frame>\w+))?$")
_DOTS = "....."
_INSIDE = "<here>"
_BLOCKS = ("heading", "record", "page-number", "noise", "unknown")
_ORDER = (
    *SECTIONS, "signature", "annex", "table", "target", "deadline", "partners", "duty-row", "assignment", "amount",
    "source", "citation", *_BLOCKS, "warning",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rule:
    """One case of a dot-file; ``text`` and ``expected`` with the frame around them."""

    file: str
    title: str
    text: str
    expected: tuple[str, ...]

    def plan(self) -> dict[str, Any]:
        """What the parser says."""
        return parse_source(SourceText.from_text(self.text))

    def found(self, plan: dict[str, Any] | None = None) -> list[str]:
        """What the parser says, as far as ``expected`` asks."""
        asked = {line.split(" ")[0] for line in self.expected}
        return in_order(outline(plan or self.plan(), self.text, asked))


def read(path: Path) -> list[Rule]:
    """The rules of a file, in order."""
    rules = []
    for title, frame, text, expected in _cases(path):
        if frame:
            ((_, _, around, outer),) = _cases(FOLDER / "frames" / f"{frame}.txt")
            text = around.replace(_INSIDE, text.rstrip("\n"))
            at = outer.index(_INSIDE)
            expected = [*outer[:at], *expected, *outer[at + 1 :]]
        rules.append(Rule(path.stem, title, text, tuple(in_order(expected))))
    return rules


def _cases(path: Path) -> Iterator[tuple[str, str, str, list[str]]]:
    """(title, frame, text, expected lines). What stands above the first title is a comment."""
    title: re.Match[str] | None = None
    parts: list[list[str]] = []
    for line in [*path.read_text("utf-8").split("\n"), "=== end"]:
        if opened := _OPENS.match(line):
            if title is not None:
                if len(parts) != 2:
                    raise ValueError(f"{path.name}: {title['title']}: no line of five dots")
                lines = [row.rstrip() for row in parts[1] if row.strip()]
                yield title["title"], title["frame"] or "", "\n".join(parts[0]) + "\n", lines
            title, parts = opened, [[]]
        elif line == _DOTS:
            parts.append([])
        elif parts:
            parts[-1].append(line.replace("\\f", "\f").replace("\\t", "\t"))


def in_order(lines: Iterable[str]) -> list[str]:
    """Rows sorted by what they are of; rows of one name keep their order, and items stay below theirs."""
    groups: list[tuple[tuple[int, str], list[str]]] = []
    for line in lines:
        if line.startswith("  ") and groups:
            groups[-1][1].append(line)
        else:
            name = line.split(" ")[0]
            groups.append(((_ORDER.index(name), "") if name in _ORDER else (-1, name), [line]))
    return [line for _, group in sorted(groups, key=lambda group: group[0]) for line in group]


def outline(plan: dict[str, Any], text: str, asked: set[str]) -> Iterator[str]:
    """The plan as lines: its sections, blocks of kind unknown, and of the other rows those that are asked for."""
    wanted = True
    for row in _rows(plan, text):
        if not row.startswith("  "):
            name = row.split(" ")[0]
            wanted = name in SECTIONS or name == "unknown" or name in asked
        if wanted:
            yield row


def _rows(plan: dict[str, Any], text: str) -> Iterator[str]:
    yield from _document(plan["document"])
    for name in SECTIONS:
        if name == "duties":
            yield from _duties(plan["duties"])
        else:
            part = plan[name]
            yield from _items(f"{name} | ", part["items"] if isinstance(part, dict) else part)
    for s in plan["signatures"]:
        parts = (s[key] for key in ("authority", "capacity", "position", "name"))
        yield "signature | " + "; ".join(part or "-" for part in parts)
    yield from _annexes(plan["annexes"])
    yield from _facts(plan)
    for block in plan["blocks"]:
        if block["kind"] in _BLOCKS:
            words = " ".join(text[block["span"]["start"] : block["span"]["end"]].split())
            ref = f" {block['ref']}" if block["kind"] == "heading" else ""
            yield f"{block['kind']}{ref} | {words}"
    for warning in plan["warnings"]:
        yield f"warning | {warning['code']}"


def _document(document: dict[str, Any]) -> Iterator[str]:
    yield f"document.type | {document['type']}"
    yield f"document.title | {document['title']}"
    yield f"document.place | {document['place']}"
    yield f"document.number | {(document['number'] or {}).get('text')}"
    yield f"document.serial | {(document['number'] or {}).get('serial')}"
    yield f"document.date | {(document['date'] or {}).get('value')}"
    period = document["period"]
    yield f"document.period | {period['start']}-{period['end']}" if period else "document.period | None"
    for key, value in (document["issuer"] or {}).items():
        if key != "span":
            yield f"document.{key} | {'; '.join(value) if isinstance(value, list) else value}"


def _items(head: str, items: list[dict[str, Any]], depth: int = 0) -> Iterator[str]:
    for item in items:
        label = item["label"]
        yield "  " * depth + head + (f"{label} | " if label else "| ") + item["text"]
        yield from _items("", item["items"], depth + 1)


def _duties(duties: list[dict[str, Any]]) -> Iterator[str]:
    for duty in duties:
        kinds = {"organisation": "", "group": " [group]", "person": " [person]"}
        names = "; ".join(agency["name"] + kinds[agency["kind"]] for agency in duty["agencies"])
        label = f"{duty['label']} | " if duty["label"] else "| "
        yield f"duties{' asked' if duty['request'] else ''} | {label}{names or '?'}"
        yield from _items("", duty["items"], 1)
        if duty["target_labels"]:
            yield f"  answers for {', '.join(duty['target_labels'])}"


def _annexes(annexes: list[dict[str, Any]]) -> Iterator[str]:
    for annex in annexes:
        yield f"annex | {annex['label']} | {annex['title']}"
        yield from _items("", annex["items"], 1)
        for table in annex["tables"]:
            yield "table | " + " / ".join(table["columns"])
            yield from ("  " + " / ".join(row) for row in table["rows"])


def _facts(plan: dict[str, Any]) -> Iterator[str]:
    for target in plan["targets"]:
        for m in target["measures"]:
            value = m["value"] if m["value_max"] is None else f"{m['value']}..{m['value_max']}"
            by = f" by {m['by']}" if m["by"] else ""
            yield f"target | {target['item']} | {m['comparator']} {value} {m['unit']}{by}"
    for d in plan["deadlines"]:
        yield f"deadline | {d['item']} | {d['bound']} {d['due']}" + (f" every {d['every']}" if d["every"] else "")
    for a in plan["assignments"]:
        if a["partners_text"]:
            yield f"partners | {a['item']} | {a['partners_text']}"
        else:
            who = f"{'; '.join(a['lead']) or '-'} with {'; '.join(a['partners']) or '-'}"
            name = "duty-row" if (a["item"] or "").startswith("duties.") else "assignment"
            yield f"{name} | {a['action']} | {who} | {a['due'] or a['every']}"
    for amount in plan["funding"]["amounts"]:
        yield f"amount | {amount['value']}"
    for source in plan["funding"]["sources"]:
        yield f"source | {source['kind']} | {source['text']}"
    for c in plan["citations"]:
        yield f"citation | {c['type']} | {c['number'] or c['title']} | {c['date']}"


def main(paths: list[str]) -> int:
    """Print what differs."""
    for name in paths:
        for rule in read(Path(name)):
            found = rule.found()
            if found != list(rule.expected):
                print(f"=== {rule.file}: {rule.title}")
                for line in difflib.ndiff(list(rule.expected), found):
                    if line[0] != "?":
                        print(line)
                print()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
