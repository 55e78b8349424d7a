"""The facts of plans as rows, for spreadsheets, data frames and calendars.

    >>> import kehoach, kehoach.tables
    >>> plan = kehoach.parse_text("KẾ HOẠCH\\nTrồng cây năm 2031\\n\\nI. NHIỆM VỤ\\n1. Trồng 500 cây\\n2. Chăm sóc\\n")
    >>> [(row["item"], row["text"]) for row in kehoach.tables.rows(plan, "tasks")]
    [('tasks.1', 'Trồng 500 cây'), ('tasks.2', 'Chăm sóc')]

The kinds of tables are :data:`KINDS`, their columns :data:`kehoach.tables.columns.COLUMNS`; docs/tables.md says what
each column holds.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kehoach.tables.columns import COLUMNS, PLAN, TITLES, Column
from kehoach.tables.kinds import BUILDERS, Row, plan_cells
from kehoach.tables.places import Places

if TYPE_CHECKING:
    from kehoach.models.plan import Plan

__all__ = ["KINDS", "Column", "Row", "Table", "columns", "rows", "table"]

KINDS = tuple(COLUMNS)
"""The kinds of tables there are."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of one kind and the columns they have."""

    kind: str
    columns: tuple[Column, ...]
    rows: list[Row]
    """Each with every column's key: a text, a number, true or false, a list of texts, or None."""
    plans: int
    """How many plans they are from."""

    @property
    def title(self) -> str:
        """Its name in Vietnamese."""
        return TITLES[self.kind]

    def with_columns(self, wanted: Iterable[str]) -> Table:
        """The same rows with these columns only, in this order."""
        by_key = {column.key: column for column in self.columns}
        return Table(self.kind, tuple(by_key[key] for key in wanted), self.rows, self.plans)

    def without_empty(self) -> Table:
        """Without the columns that say nothing: empty in every row, or the plan's own where there is only one plan."""
        own = {column.key for column in PLAN} if self.plans < 2 and self.kind != "plans" else set()
        kept = [
            column.key
            for column in self.columns
            if column.key not in own and (not self.rows or any(row[column.key] not in (None, []) for row in self.rows))
        ]
        return self.with_columns(kept)


def columns(kind: str) -> tuple[Column, ...]:
    """The columns of a table, those of the plan first.

    Raises:
        ValueError: there is no such kind.
    """
    if kind not in COLUMNS:
        raise ValueError(f"there is no table {kind!r}, there are {', '.join(KINDS)}")
    return PLAN + COLUMNS[kind]


def rows(plan: dict[str, Any] | Plan, kind: str) -> list[Row]:
    """The rows of one plan, each with every column's key.

    Args:
        plan: a plan as :func:`kehoach.parse` gives it, or a dict in the plan format.
        kind: one of :data:`KINDS`.

    Raises:
        ValueError: there is no such kind.
    """
    keys = [column.key for column in columns(kind)]
    data: dict[str, Any] = plan if isinstance(plan, dict) else plan.model_dump()
    own = plan_cells(data)
    return [
        {key: row[key] if key in row else own.get(key) for key in keys} for row in BUILDERS[kind](data, Places(data))
    ]


def table(plans: Iterable[dict[str, Any] | Plan], kind: str) -> Table:
    """The rows of several plans, one plan after the other.

    Raises:
        ValueError: there is no such kind.
    """
    given = list(plans)
    return Table(kind, columns(kind), [row for plan in given for row in rows(plan, kind)], len(given))
