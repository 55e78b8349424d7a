"""What must hold between the parts of a plan, beyond the form of each part.

Works on plain data whose form is right already, so that it needs neither pydantic nor the models.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

Path = tuple[str | int, ...]
"""Keys and indexes from the plan down to a value."""

Fault = tuple[Path, str]
"""Where something is wrong, and what."""

_TREES = (
    "basis", "situation", "purpose", "requirements", "objectives", "scope", "tasks", "reporting", "closing",
    "recipients",
)  # fmt: skip
_LISTS = ("signatures", "annexes")


def faults_of(plan: dict[str, Any]) -> list[Fault]:
    """Everything in ``plan`` that contradicts something else in it.

    Spans run forward and end within the text; blocks follow each other and do not overlap; ids are the ordinal path
    of their item and occur once; every reference names something that is there; a range has two ends.
    """
    faults = list(_all_span_faults(plan))
    faults += _block_faults(plan["blocks"])
    ids: set[str] = set()
    faults += _id_faults(plan, ids)
    faults += _reference_faults(plan, ids)
    for i, target in enumerate(plan["targets"]):
        for j, measure in enumerate(target["measures"]):
            if (measure["comparator"] == "range") != (measure["value_max"] is not None):
                faults.append((("targets", i, "measures", j, "value_max"), "a range, and only a range, has value_max"))
    period = plan["document"]["period"]
    if period and period["start"] > period["end"]:
        faults.append((("document", "period", "end"), "ends before it starts"))
    return faults


def _all_span_faults(plan: dict[str, Any]) -> Iterator[Fault]:
    characters, lines = plan["source"]["characters"], max(plan["source"]["lines"], 1)
    # A way is (way to the parent, key), and spelt out only where there is something to say.
    stack: list[tuple[Any, Any]] = [(None, plan)]
    while stack:
        way, node = stack.pop()
        for key, value in node.items() if type(node) is dict else enumerate(node):
            kind = type(value)
            if kind is list or (kind is dict and key != "span"):
                stack.append(((way, key), value))
            elif kind is dict:
                start, end, line, end_line = value["start"], value["end"], value["line"], value["end_line"]
                if not (start <= end <= characters and line <= end_line <= lines):
                    for message in _span_faults(value, characters, lines):
                        yield _spelt((way, key)), message


def _spelt(way: Any) -> Path:
    steps = []
    while way is not None:
        way, step = way
        steps.append(step)
    return tuple(reversed(steps))


def _span_faults(span: dict[str, int], characters: int, lines: int) -> Iterator[str]:
    if span["start"] > span["end"]:
        yield "start is behind end"
    if span["end"] > characters:
        yield f"end is behind the text's {characters} characters"
    if span["line"] > span["end_line"]:
        yield "line is behind end_line"
    if span["end_line"] > lines:
        yield f"end_line is behind the text's {lines} lines"


def _block_faults(blocks: list[dict[str, Any]]) -> Iterator[Fault]:
    end = 0
    for i, block in enumerate(blocks):
        if block["span"]["start"] < end:
            yield ("blocks", i, "span", "start"), "overlaps the block before it"
        end = max(end, block["span"]["end"])


def _id_faults(plan: dict[str, Any], ids: set[str]) -> Iterator[Fault]:
    """Ids that are not the ordinal path of their node; ``ids`` is filled with all that are there."""
    stack: list[tuple[Path, str, list[dict[str, Any]]]] = [((name,), name, plan[name]) for name in _TREES]
    stack += [(("funding", "items"), "funding", plan["funding"]["items"]), (("duties",), "duties", plan["duties"])]
    stack += [(("annexes", i, "items"), f"annexes.{i + 1}", a["items"]) for i, a in enumerate(plan["annexes"])]
    stack += [((name,), name, plan[name]) for name in ("targets", "deadlines", "citations")]
    while stack:
        path, prefix, nodes = stack.pop()
        for i, node in enumerate(nodes):
            want = f"{prefix}.{i + 1}"
            ids.add(want)
            if node["id"] != want:
                yield (*path, i, "id"), f"is {node['id']}, should be {want}"
            if node.get("items"):
                stack.append(((*path, i, "items"), want, node["items"]))


def _reference_faults(plan: dict[str, Any], ids: set[str]) -> Iterator[Fault]:
    refs: list[tuple[Path, str | None]] = []
    for i, item in enumerate(plan["basis"]):
        refs += [(("basis", i, "citations", j), ref) for j, ref in enumerate(item["citations"])]
    refs += [(("funding", "mentions", j), ref) for j, ref in enumerate(plan["funding"]["mentions"])]
    for name in ("targets", "deadlines", "assignments"):
        refs += [((name, i, "item"), node["item"]) for i, node in enumerate(plan[name])]
    known = ids | {f"{name}.{i + 1}" for name in _LISTS for i in range(len(plan[name]))}
    refs += [
        (("blocks", i, "ref"), block["ref"])
        for i, block in enumerate(plan["blocks"])
        if block["ref"] and block["ref"].partition(".")[2][:1].isdigit()
    ]
    for path, ref in refs:
        if ref is not None and ref not in known:
            yield path, f"names {ref}, which is not there"
