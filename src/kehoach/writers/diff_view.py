"""A diff in the order a person reads it, section by section, agency by agency: what text, Markdown and HTML share."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from kehoach.comparing.units import SECTIONS, Unit, units_of

Data = dict[str, Any]

SAME, CHANGED, MOVED, ONLY_A, ONLY_B = "=", "~", ">", "-", "+"
_MARKS = {"same": SAME, "changed": CHANGED, "moved": MOVED, "only_a": ONLY_A, "only_b": ONLY_B}

LITTLE_IN_COMMON = 0.4
"""Share of words in both below which two texts are easier to read one below the other."""

Stretch = tuple[str, str]
"""``both``, ``only_a`` or ``only_b``, and the words."""


@dataclass(slots=True)
class Entry:
    """A pair, or an item of one plan."""

    mark: str
    line_a: int | None
    line_b: int | None
    stretches: list[Stretch]
    note: str = ""
    a: str | None = None
    """Id of what it is in the first plan: an item, a target, a deadline, a document; of money the item it is in."""
    b: str | None = None

    @property
    def where(self) -> str:
        """The lines in both plans: "12|15", "12|", "|15"."""
        return f"{self.line_a or ''}|{self.line_b or ''}"


@dataclass(slots=True)
class Group:
    """Entries under one heading; ``title`` is empty where they need none."""

    title: str
    entries: list[Entry] = field(default_factory=list)


@dataclass(slots=True)
class Section:
    """A part of the diff."""

    name: str
    groups: list[Group]

    def counts(self) -> dict[str, int]:
        """Entries by mark, those there are."""
        marks = [entry.mark for group in self.groups for entry in group.entries]
        return {mark: marks.count(mark) for mark in (SAME, CHANGED, MOVED, ONLY_A, ONLY_B) if mark in marks}


def sections_of(diff: Data, plan_a: Data, plan_b: Data) -> Iterator[Section]:
    """The parts of ``diff`` that hold anything."""
    units_a, units_b = ({unit.id: unit for unit in units_of(plan)} for plan in (plan_a, plan_b))
    yield from _if_any("document", [Group("", [_field(row) for row in diff["document"]])])
    items = _Items(diff, units_a, units_b)
    for name in SECTIONS:
        yield from _if_any(name, items.duties() if name == "duties" else [Group("", items.of(name))])
    yield from _if_any("targets", [Group("", [entry for row in diff["targets"] for entry in _targets(row)])])
    yield from _if_any(
        "deadlines", [Group("", [_fact(row, row["value_a"], row["value_b"]) for row in diff["deadlines"]])]
    )
    yield from _if_any("amounts", [Group("", [_fact(row, row["a"], row["b"]) for row in diff["funding"]])])
    yield from _if_any("citations", [Group("", list(_citations(diff["citations"])))])


def summary_line(diff: Data) -> str:
    """The counts in one sentence."""
    counts = diff["summary"]
    if counts["identical"]:
        return "no differences"
    parts = [f"{counts[key]} {key}" for key in ("same", "changed", "moved") if counts[key]]
    parts += [f"{counts[key]} only in {key[-1]}" for key in ("only_a", "only_b") if counts[key]]
    for kind in ("targets", "deadlines", "funding"):
        differing = sum(counts[kind][key] for key in ("changed", "only_a", "only_b"))
        if differing:
            noun = "amounts" if kind == "funding" else kind
            parts.append(f"{differing} {noun} differ" if differing > 1 else f"1 {noun[:-1]} differs")
    return ", ".join(parts) or "other parts differ"


def _if_any(name: str, groups: list[Group]) -> Iterator[Section]:
    groups = [group for group in groups if group.entries]
    if groups:
        yield Section(name, groups)


class _Items:
    """The entries of items, each in its place."""

    def __init__(self, diff: Data, units_a: dict[str, Unit], units_b: dict[str, Unit]) -> None:
        self._a, self._b = units_a, units_b
        self._pairs: dict[str, list[Data]] = {}
        for pair in diff["pairs"]:
            self._pairs.setdefault(pair["a"], []).append(pair)
        self._paired_b = {pair["b"]: pair["a"] for pair in reversed(diff["pairs"]) if pair["status"] != "moved"}
        self._only_a, self._only_b = set(diff["only_a"]), set(diff["only_b"])

    def of(self, section: str) -> list[Entry]:
        """The entries of a section in the first plan's order, what only the second has behind what it follows there."""
        left = [unit for unit in self._a.values() if unit.section == section]
        right = [unit for unit in self._b.values() if unit.section == section]
        return self._entries(left, right)

    def duties(self) -> list[Group]:
        """The entries of the duties, a group an assignee; one of the second plan joins the group of its pairs."""
        left, right = _by_duty(self._a), _by_duty(self._b)
        home = {b: self._home(units) for b, units in right.items()}
        groups = []
        for a, units in left.items():
            theirs = [unit for b, found in home.items() if found == a for unit in right[b]]
            groups.append(Group(_names(units[0]), self._entries(units, theirs)))
        for b, units in right.items():
            if home[b] is None:
                groups.append(Group(_names(units[0]), self._entries([], units)))
        return groups

    def _home(self, units: list[Unit]) -> str | None:
        found = [self._paired_b[unit.id] for unit in units if unit.id in self._paired_b]
        homes = [duty["id"] for a in found if (duty := self._a[a].duty) is not None]
        return max(homes, key=lambda home: (homes.count(home), -homes.index(home)), default=None)

    def _entries(self, left: list[Unit], right: list[Unit]) -> list[Entry]:
        out: list[tuple[tuple[int, int, int], Entry]] = []
        for unit in left:
            for n, pair in enumerate(self._pairs.get(unit.id, ())):
                out.append(((unit.order, 0, n), self._pair(pair)))
            if unit.id in self._only_a:
                out.append(((unit.order, 0, 0), Entry(ONLY_A, unit.line, None, [("only_a", unit.text)], a=unit.id)))
        here = {unit.id: unit.order for unit in left}
        last = -1
        for n, unit in enumerate(right):
            last = here.get(self._paired_b.get(unit.id, ""), last)
            if unit.id in self._only_b:
                out.append(((last, 1, n), Entry(ONLY_B, None, unit.line, [("only_b", unit.text)], b=unit.id)))
        return [entry for _, entry in sorted(out, key=lambda pair: pair[0])]

    def _pair(self, pair: Data) -> Entry:
        a, b = self._a[pair["a"]], self._b[pair["b"]]
        note = ""
        if pair["status"] == "moved":
            there = _names(b) if b.duty is not None else b.section
            note = f"moved to {there}"
        if not pair["words"]:
            return Entry(_MARKS[pair["status"]], a.line, b.line, [("both", a.text)], note, a.id, b.id)
        stretches = [(words["kind"], words["text"]) for words in pair["words"]]
        if _share_in_common(stretches) < LITTLE_IN_COMMON:
            stretches = [("only_a", a.text), ("only_b", b.text)]
        return Entry(_MARKS[pair["status"]], a.line, b.line, stretches, note, a.id, b.id)


def _by_duty(units: dict[str, Unit]) -> dict[str, list[Unit]]:
    out: dict[str, list[Unit]] = {}
    for unit in units.values():
        if unit.duty is not None:
            out.setdefault(unit.duty["id"], []).append(unit)
    return out


def _names(unit: Unit) -> str:
    return "; ".join(agency["name"] for agency in unit.duty["agencies"]) if unit.duty else ""


def _share_in_common(stretches: list[Stretch]) -> float:
    sizes = {"both": 0, "only_a": 0, "only_b": 0}
    for kind, text in stretches:
        sizes[kind] += len(text.split())
    return sizes["both"] / max(1, sizes["both"] + min(sizes["only_a"], sizes["only_b"]))


def _field(row: Data) -> Entry:
    stretches = [(kind, row[side]) for kind, side in (("only_a", "a"), ("only_b", "b")) if row[side]]
    mark = CHANGED if row["a"] and row["b"] else ONLY_A if row["a"] else ONLY_B
    there = f"document.{row['field']}"
    return Entry(mark, None, None, stretches, row["field"], row["a"] and there, row["b"] and there)


def _targets(row: Data) -> Iterator[Entry]:
    for measure in row["measures"]:
        year = f" ({measure['by']})" if measure["by"] else ""
        yield _fact(row | {"status": measure["status"]}, measure["a"], measure["b"], (row["indicator"] or "") + year)


def _fact(row: Data, a: Data | None, b: Data | None, note: str = "") -> Entry:
    if row["status"] == "same":
        stretches = [("both", a["text"] if a else "")]
    else:
        stretches = [(kind, value["text"]) for kind, value in (("only_a", a), ("only_b", b)) if value]
    ids = [row[side] if isinstance(row[side], str) else row[f"item_{side}"] for side in "ab"]  # sums have no ids
    return Entry(
        _MARKS[row["status"]], row["line_a"] if a else None, row["line_b"] if b else None, stretches, note,
        ids[0] if a else None, ids[1] if b else None,
    )  # fmt: skip


def _citations(citations: Data) -> Iterator[Entry]:
    for row in citations["both"]:
        yield Entry(SAME, None, None, [("both", row["name"])], "", row["a"], row["b"])
    for kind, mark in (("only_a", ONLY_A), ("only_b", ONLY_B)):
        for row in citations[kind]:
            yield Entry(mark, None, None, [(kind, row["name"])], **{kind[-1]: row["id"]})
