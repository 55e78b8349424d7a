"""The tables of a data set, as rows: those of :mod:`kehoach.tables`, each with its source, and every item of a plan."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from kehoach.tables import Column, Row, columns, rows
from kehoach.tables.columns import PLAN
from kehoach.tables.kinds import plan_cells
from kehoach.tables.places import Places

TABLES = ("plans", "items", "assignments", "targets", "deadlines", "funding", "citations")
"""The tables of a data set."""

_SOURCE = Column("source", "Nguồn", width=24)
_ITEMS = (
    Column("item", "Mã mục"), Column("section", "Phần"), Column("parent", "Mục cha"), Column("depth", "Bậc", "number"),
    Column("label", "Ký hiệu"), Column("agencies", "Cơ quan thực hiện", "list"), Column("heading", "Thuộc mục"),
    Column("text", "Nội dung"), Column("line", "Dòng", "number"), Column("end_line", "Dòng cuối", "number"),
    Column("start", "Từ ký tự", "number"), Column("end", "Đến ký tự", "number"),
)  # fmt: skip


def columns_of(table: str) -> tuple[Column, ...]:
    """The columns of one of :data:`TABLES`, the source of the row first."""
    own = PLAN + _ITEMS if table == "items" else columns(table)
    return (_SOURCE, *(replace(column, key=_own_key(column.key)) for column in own))


def rows_of(plan: dict[str, Any], source: str) -> dict[str, list[Row]]:
    """The rows of a plan for each of :data:`TABLES`, each with every column's key.

    Args:
        plan: plain data in the plan format.
        source: what the plan's file is called in the manifest.
    """
    return {
        table: [
            {"source": source, **{_own_key(key): value for key, value in row.items()}}
            for row in (_items(plan) if table == "items" else rows(plan, table))
        ]
        for table in TABLES
    }


def _own_key(key: str) -> str:
    """What a column is called beside :data:`_SOURCE`: that of a sum of money has a name of its own."""
    return "source_kind" if key == "source" else key


def _items(plan: dict[str, Any]) -> Iterator[Row]:
    """One row an item at any depth of any section, a duty's assignees and an annex's title among them."""
    own = plan_cells(plan)
    for place in Places(plan).all:
        span = place.node["span"]
        yield {
            **own,
            "item": place.id,
            "section": place.section,
            "parent": place.above and place.above.id,
            "depth": place.depth,
            "label": place.label,
            "agencies": place.agencies,
            "heading": place.heading,
            "text": place.text,
            **{key: span[key] for key in ("line", "end_line", "start", "end")},
        }
