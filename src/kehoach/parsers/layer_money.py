"""The layer of money: amounts, the sources they come from, and where else the plan speaks of money."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from kehoach.folding import bare
from kehoach.knowledge.patterns import lazy
from kehoach.parsers.attempts import attempt
from kehoach.parsers.facts import money
from kehoach.parsers.items import Item
from kehoach.parsers.scene import Facts, Scene, row_cells, unit_above
from kehoach.parsers.tables import SUM, Table
from kehoach.parsers.words import Words

# … and not the "tỉ" of "Ngân sách tỉnh", nor the "đồng" of "cộng đồng".
_UNIT = lazy(r"(?:nghìn|ngàn|triệu|tỷ|tỉ)(?!\w)\s*(?:đồng)?|(?<!\w)(?P<short>tr\.?\s?đ)(?!\w)|đồng|VNĐ", re.I)
# "là 86.400 triệu đồng, phân kỳ như sau:", right above a table.
_SAID_ABOVE = lazy(r"\d\s*(?P<unit>(?:nghìn|ngàn|triệu|tỷ|tỉ)\s+đồng)(?P<to>[^;.:|]{0,80}:)\s*$", re.I)
_ABOVE_TABLE = 200
"""Letters above a table in which the sum that it parts is looked for."""
_FULL_SUM = 1_000_000
"""Figures from which a cell says so many đồng, whatever the line above counts in."""
_OF_YEARS = lazy(r"\W*(?:tong|cong|nam|giai doan)\b")
"""Headings of sums beside columns of years: "Cộng (nghìn đồng)"."""
_NO_MONEY = frozenset({"basis", "recipients", "closing"})


def read(scene: Scene, facts: Facts) -> None:
    """Fill the sources, amounts and mentions of the funding. Needs the citations, whose numbers are no sums."""
    amounts: list[dict[str, Any]] = []
    sources: dict[str, dict[str, Any]] = {}
    mentions: list[str] = []
    _money_by_year(scene)
    for item in scene.items:
        if item.section in _NO_MONEY:
            continue
        blocked = scene.blocked(item) if item.row is None else []
        found = attempt(
            scene.reading, "amounts", item.node.start, item.node.end, money.amounts, item.text, blocked=blocked
        )
        known = found if found or not blocked else None
        if item.section not in ("funding", "situation") and money.speaks_of_money(item.text, known):
            mentions.append(item.id)
        amounts += _of_item(scene, facts, item, found)
        if item.section == "funding":
            for words in (item.words, *(cell for cell, _ in row_cells(item, "source"))):
                for s in money.sources(words.text):
                    row = {"text": s.text, "kind": s.kind, "span": scene.span(words, s.start, s.end)}
                    sources.setdefault(s.text.casefold(), row)
    amounts += _totals(scene)
    amounts.sort(key=lambda a: int(a["span"]["start"]))
    for a in amounts:
        if a["agrees"] is False:
            facts.warn("amount-disagrees", f"figures and words disagree: {a['text']}", a["span"])
    facts.funding = {"sources": list(sources.values()), "amounts": amounts, "mentions": mentions}


def _money_by_year(scene: Scene) -> None:
    """Columns of years in the section on money hold sums where the line above, or a heading, counts in đồng.

    "Nội dung | 2031 | 2032 | Cộng" below "(đơn vị: triệu đồng):"; "Nội dung chi | Năm 2031 | Cộng (nghìn đồng)".
    """
    for table in {id(i.table): i.table for i in scene.items if i.section == "funding" and i.table is not None}.values():
        sums = [c.text for role, c in zip(table.roles, table.columns, strict=False) if role == "money"]
        if "year" in table.roles and all(map(_OF_YEARS.match, map(bare, sums))) and _counts_in_money(scene, table):
            table.roles = [
                "money" if role == "year" or (not role and SUM.match(bare(column.text).strip())) else role
                for role, column in zip(table.roles, table.columns, strict=False)
            ]


def _counts_in_money(scene: Scene, table: Table) -> bool:
    """Whether the figures of a table are sums by what its headings or the line above it count in."""
    return _unit_of_headings(table) is not None or _UNIT.match(unit_above(scene, table) or "") is not None


def _unit_of_headings(table: Table) -> str | None:
    """The one unit of money that a heading of a table prints."""
    found = {match[0].casefold() for column in table.columns if (match := _UNIT.search(column.text))}
    return found.pop() if len(found) == 1 else None


def _of_item(scene: Scene, facts: Facts, item: Item, found: Sequence[money.Amount]) -> list[dict[str, Any]]:
    """The amounts of an item's words, and of the money columns of its row; sums that do not add up get a warning."""
    out: list[dict[str, Any]] = []
    if not found and item.row is None:
        return out
    for cell, header in row_cells(item, "money"):
        out += _amounts(scene, cell, money.amounts(cell.text, unit=_unit(scene, item.table, header)))
    out += _amounts(scene, item.words, found)
    for sums in money.itemised(item.text, found) if item.row is None else ():
        if not sums.agrees:
            span = scene.span(item.words, sums.total.start, sums.total.end)
            facts.warn("sum-mismatch", "the parts do not add up to the total", span)
    return out


def _unit(scene: Scene, table: Table | None, header: str) -> str:
    """The unit of a money column: from its heading, else from the line above the table, else plain đồng."""
    if match := _UNIT.search(header):
        return "triệu đồng" if match["short"] else match[0]
    if table is None:
        return "đồng"
    return unit_above(scene, table) or _said_above(scene, table) or _unit_of_headings(table) or "đồng"


def _said_above(scene: Scene, table: Table) -> str | None:
    """The unit of the sum that a table parts: "Tổng vốn 86.400 triệu đồng, gồm:" above cells like "3.200"."""
    match = _SAID_ABOVE.search(scene.view.text, max(0, table.start - _ABOVE_TABLE), table.start)
    if match is None:
        return None
    sums = (a.value for row in table.rows for cell in row.cells for a in money.amounts(cell.text, unit="đồng"))
    return match["unit"] if max(sums, default=0) < _FULL_SUM else None


def _totals(scene: Scene) -> list[dict[str, Any]]:
    """Amounts of what only adds up others: lines "Cộng: …" and the total rows of cost tables are no items."""
    out: list[dict[str, Any]] = []
    for node in scene.reading.totals:
        out += _amounts(scene, node.words, money.amounts(node.text))
    tables = {id(item.table): item.table for item in scene.items if item.table is not None}
    owned = {id(item.row) for item in scene.items if item.row is not None}
    for table in tables.values():
        for row in table.rows:
            if id(row) in owned:
                continue
            cells = list(zip(table.roles, row.cells, table.columns, strict=False))
            short = "money" in table.roles and not any(role == "money" and cell.text for role, cell, _ in cells)
            for role, cell, column in cells:  # "Cộng | 465.400.000": a cell less than the rows above
                shifted = short or role == "task"  # … or one that a leading blank cell lost moved to the left
                if cell.text and (role == "money" or (shifted and cell.text[:1].isdigit())):
                    out += _amounts(scene, cell, money.amounts(cell.text, unit=_unit(scene, table, column.text)))
    return out


def _amounts(scene: Scene, words: Words, found: Sequence[money.Amount]) -> list[dict[str, Any]]:
    return [
        {
            "text": a.text,
            "value": a.value,
            "currency": a.currency,
            "in_words": a.in_words,
            "agrees": a.agrees,
            "span": scene.span(words, a.start, a.end),
        }
        for a in found
        if a.value
    ]
