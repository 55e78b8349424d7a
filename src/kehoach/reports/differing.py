"""A diff of two plans as rows that lead to both sources."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from kehoach.reports.reading import Value
from kehoach.reports.source import Side
from kehoach.reports.words import Words
from kehoach.writers.diff_view import CHANGED, MOVED, ONLY_A, ONLY_B, SAME, Entry, Section, sections_of

Data = dict[str, Any]

STATUSES = {SAME: "same", CHANGED: "changed", MOVED: "moved", ONLY_A: "only_a", ONLY_B: "only_b"}


@dataclass(slots=True)
class DiffRow:
    """A pair or an item of one plan: its status, the lines in both sources, its words."""

    status: str
    line_a: Value | None
    line_b: Value | None
    ids: list[str]
    note: str
    stretches: list[tuple[str, str]]


@dataclass(slots=True)
class DiffGroup:
    """Rows under one heading, which may be empty."""

    title: str
    rows: list[DiffRow]


@dataclass(slots=True)
class DiffPart:
    """A part of the diff."""

    name: str
    title: str
    groups: list[DiffGroup]


def parts(diff: Data, a: Side, b: Side, words: Words) -> list[DiffPart]:
    """The diff in the order a person reads it, of :func:`kehoach.writers.diff_view.sections_of`."""
    return [_part(section, a, b, words) for section in sections_of(diff, a.plan, b.plan)]


def _part(section: Section, a: Side, b: Side, words: Words) -> DiffPart:
    groups = [
        DiffGroup(group.title, [_row(entry, section.name, a, b, words) for entry in group.entries])
        for group in section.groups
    ]
    return DiffPart(section.name, words.section(section.name), groups)


def _row(entry: Entry, section: str, a: Side, b: Side, words: Words) -> DiffRow:
    texts = dict(entry.stretches) if section in _FACTS else {}
    both = texts.get("both", "")
    line_a = _line(a, entry.a, texts.get("only_a", both), entry.line_a)
    line_b = _line(b, entry.b, texts.get("only_b", both), entry.line_b)
    ids = [f"{side.key}-{id_}" for side, id_ in ((a, entry.a), (b, entry.b)) if id_]
    note = entry.note
    if section == "document":
        note = words(entry.note)
    elif entry.mark == MOVED:
        place = b.spans.places.get(entry.b)
        names = place.agencies if place else []
        where = "; ".join(names) or (words.section(place.section) if place else "")
        note = words("now_in", where=where)
    return DiffRow(STATUSES[entry.mark], line_a, line_b, ids, note, entry.stretches)


_FACTS = ("document", "targets", "deadlines", "amounts", "citations")


def _line(side: Side, id_: str | None, text: str, line: int | None) -> Value | None:
    span = side.spans.get(id_, text)
    if span is None:
        return Value(str(line)) if line else None
    return Value(str(span["line"]), span)


def summary(diff: Data, words: Words) -> tuple[list[str], list[tuple[str, list[int]]]]:
    """Heads and rows of the counts: items, targets, deadlines, sums by status."""
    counts = diff["summary"]
    statuses = ("same", "changed", "moved", "only_a", "only_b")
    rows = [(words("items"), [counts[status] for status in statuses])]
    for kind, name in (("targets", "targets"), ("deadlines", "deadlines"), ("funding", "amounts")):
        rows.append((words(name), [counts[kind].get(status, 0) for status in statuses]))
    cited = diff["citations"]
    rows.append((words("citations"), [len(cited["both"]), 0, 0, len(cited["only_a"]), len(cited["only_b"])]))
    return [words(status) for status in statuses], rows


@dataclass(slots=True)
class AgencyRow:
    """Assignees that answer to each other, with the duties of both."""

    status: str
    a: str
    b: str
    likeness: str
    duties_a: list[Value]
    duties_b: list[Value]


def agencies(diff: Data, a: Side, b: Side, words: Words) -> Iterator[AgencyRow]:
    """A row a pair of assignees, or one that nobody answers to."""
    for pair in diff["agencies"]:
        status = "only_b" if pair["a"] is None else "only_a" if pair["b"] is None else "changed"
        if status == "changed" and pair["a"] == pair["b"]:
            status = "same"
        share = pair["similarity"]
        yield AgencyRow(
            status, pair["a"] or "", pair["b"] or "",
            "" if share is None else words.figure(share, group=False),
            [_duty(a, id_) for id_ in pair["duties_a"]], [_duty(b, id_) for id_ in pair["duties_b"]],
        )  # fmt: skip


def _duty(side: Side, id_: str) -> Value:
    span = side.spans.get(id_)
    return Value(str(span["line"]) if span else id_, span)
