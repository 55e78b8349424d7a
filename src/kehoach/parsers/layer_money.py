"""The layer of money: amounts, the sources they come from, and where else the plan speaks of money."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kehoach.parsers import money_columns
from kehoach.parsers.attempts import attempt
from kehoach.parsers.facts import money
from kehoach.parsers.items import Item
from kehoach.parsers.scene import Facts, Scene, row_cells
from kehoach.parsers.words import Words

_NO_MONEY = frozenset({"basis", "recipients", "closing"})


def read(scene: Scene, facts: Facts) -> None:
    """Fill the sources, amounts and mentions of the funding. Needs the citations, whose numbers are no sums."""
    amounts: list[dict[str, Any]] = []
    sources: dict[str, dict[str, Any]] = {}
    mentions: list[str] = []
    money_columns.tell(scene)
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


def _of_item(scene: Scene, facts: Facts, item: Item, found: Sequence[money.Amount]) -> list[dict[str, Any]]:
    """The amounts of an item's words, and of the money columns of its row; sums that do not add up get a warning."""
    out: list[dict[str, Any]] = []
    if not found and item.row is None:
        return out
    for cell, header in row_cells(item, "money"):
        out += _amounts(scene, cell, money.amounts(cell.text, unit=money_columns.unit_of(scene, item.table, header)))
    out += _amounts(scene, item.words, found)
    for sums in money.itemised(item.text, found) if item.row is None else ():
        if not sums.agrees:
            span = scene.span(item.words, sums.total.start, sums.total.end)
            facts.warn("sum-mismatch", "the parts do not add up to the total", span)
    return out


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
                    out += _amounts(
                        scene, cell, money.amounts(cell.text, unit=money_columns.unit_of(scene, table, column.text))
                    )
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
