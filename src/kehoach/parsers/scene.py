"""The scene: a plan's items in printed order, and what the layers of facts take from their surroundings."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Any

from kehoach.folding import bare
from kehoach.knowledge.patterns import lazy
from kehoach.parsers import clause_owners
from kehoach.parsers.facts.citations import Mention
from kehoach.parsers.facts.deadlines import Deadline
from kehoach.parsers.items import Item
from kehoach.parsers.reading import Reading
from kehoach.parsers.tables import Table
from kehoach.parsers.view import View
from kehoach.parsers.words import Words, clean

_NEAR = 3
"""Section headings looked at above an item: "II." and "1." may stand between it and its own."""
_ANNEX_HEAD = 9
"""… and lines of an annex's head."""
_HEADING_LENGTH = 400
"""Letters of a heading's mark that are read; a longer one is no heading."""
_UNIT_LINE = lazy(r"(?:dvt|don vi(?: tinh)?)\s*:\s*([^\n)|]{1,30})")
_KEM_THEO = lazy(r"^\W*(?:ban hành |đính )?kèm\b", re.I)
_ABOVE_TABLE = 200
"""Letters above a table in which "Đơn vị tính: triệu đồng" is looked for."""

CLAUSED = frozenset({"tasks", "duties"})
"""Sections in which one sentence may speak to several bodies: "Sở A chủ trì …; Sở B bố trí …"."""
ASK_NOTHING = frozenset({"basis", "situation", "closing", "recipients"})
"""Sections in which nobody is given anything to do or to reach."""


class Facts:
    """The facts of a plan, JSON-ready."""

    __slots__ = (
        "assignments", "basis_citations", "citations", "deadlines", "funding", "target_labels", "targets",
        "warnings",
    )  # fmt: skip

    def __init__(self) -> None:
        self.targets: list[dict[str, Any]] = []
        self.deadlines: list[dict[str, Any]] = []
        self.assignments: list[dict[str, Any]] = []
        self.citations: list[dict[str, Any]] = []
        self.basis_citations: dict[str, list[str]] = {}
        self.funding: dict[str, Any] = {}
        self.target_labels: list[list[str]] = []
        self.warnings: list[dict[str, Any]] = []

    def warn(self, code: str, message: str, span: dict[str, int]) -> None:
        """Add a warning on a stretch of the source."""
        self.warnings.append({"code": code, "message": message, "span": span})


class Scene:
    """``year``: the plan's own single year; ``first_year``: the first year it is for; both ``None`` where unknown.

    ``past``: the last year that lies behind the plan, 0 where nobody can say.

    ``issued``: the plan's day ("2031-12-18") where its single year is no more than that day's, else ``None``.

    ``headings``: (view offset, section, words) of the section headings; ``cited`` and ``due``: what the layers of
    citations and dates found, by item, for the layers behind them.
    """

    __slots__ = ("cited", "due", "first_year", "headings", "issued", "items", "past", "reading", "view", "year")

    def __init__(
        self,
        view: View,
        reading: Reading,
        items: list[Item],
        year: int | None,
        first_year: int | None,
        issued: str | None,
        past: int,
        headings: list[tuple[int, str, str]],
    ) -> None:
        self.view = view
        self.reading = reading
        self.items = items
        self.year = year
        self.first_year = first_year
        self.issued = issued
        self.past = past
        self.headings = headings
        self.cited: dict[str, list[Mention]] = {}
        self.due: dict[str, list[Deadline]] = {}

    def above(self, item: Item) -> Iterator[str]:
        """Texts of the headings above an item, nearest first."""
        for parent in reversed(item.path):
            yield parent.text
        if heading := self._heading(item):
            yield heading

    def _heading(self, item: Item) -> str:
        """The words of the section heading above an item."""
        i = bisect_right(self.headings, (item.node.start, "\uffff", ""))
        near = self.headings[max(0, i - _NEAR) : i]
        if item.section == "annexes":
            return _title_of_annex(self.headings[max(0, i - _ANNEX_HEAD) : i])
        return next((text for _, section, text in reversed(near) if section.split(".")[0] == item.section), "")

    def blocked(self, item: Item) -> list[tuple[int, int]]:
        """The spans of an item's text that name documents: their dates and numbers are no facts of the plan."""
        cited = self.cited.get(item.id)
        return [(m.start, m.end) for m in cited] if cited else []

    def span(self, words: Words, start: int, end: int) -> dict[str, int]:
        """The source span of letters ``start`` to ``end`` of some words."""
        return words.source_span(self.view, start, end)


def _title_of_annex(near: Sequence[tuple[int, str, str]]) -> str:
    """The words of the title of the nearest annex, without the note "(Kèm theo Kế hoạch số … ngày …)"."""
    lines: list[str] = []
    nearest = ""
    for _, section, text in reversed(near):
        nearest = nearest or (section if section.startswith("annexes") else "")
        if section != nearest:
            if nearest:
                break
        elif _KEM_THEO.search(text):
            lines.clear()  # the note ends on this line or below it
        else:
            lines.insert(0, text)
    return " ".join(lines)


def headings_of(view: View, reading: Reading) -> list[tuple[int, str, str]]:
    """(view offset, section, words) of what is marked as a section's heading, in printed order."""
    marks = (m for m in reading.marks if m.kind == "heading" and m.ref)
    found = ((m.start, m.ref or "", min(m.end, m.start + _HEADING_LENGTH)) for m in marks)
    return sorted((start, ref, clean(view.text, start, end).text) for start, ref, end in found)


def owners_at(item: Item, offset: int) -> list[str]:
    """Whose the fact is that stands at an offset of an item's text: the item's, or of whoever opens a later clause."""
    owners = list(item.agencies)
    if item.section not in CLAUSED or not clause_owners.may_hold(item.text):
        return owners
    return clause_owners.at(item.text, owners, offset)


def row_cells(item: Item, role: str) -> Iterator[tuple[Words, str]]:
    """(cell, heading) of the filled columns with a role in an item's table row."""
    table, row = item.table, item.row
    if table is None or row is None:
        return
    for name, cell, column in zip(table.roles, row.cells, table.columns, strict=False):
        if name == role and cell.text:
            yield cell, column.text


def unit_above(scene: Scene, table: Table) -> str | None:
    """The unit that the line above a table gives to its figures: "ĐVT: triệu đồng", "(đơn vị tính: ha)"."""
    above = scene.view.text[max(0, table.start - _ABOVE_TABLE) : table.start]
    match = _UNIT_LINE.search(bare(above)) if ":" in above else None
    return above[match.start(1) : match.end(1)].strip() if match else None


def measured_columns(item: Item, besides: Sequence[str]) -> Iterator[tuple[Words, str, str]]:
    """(cell, heading, role) of an item's row but for the columns of some roles."""
    table, row = item.table, item.row
    if table is None or row is None:
        return
    for name, cell, column in zip(table.roles, row.cells, table.columns, strict=False):
        if name not in besides:
            yield cell, column.text, name
