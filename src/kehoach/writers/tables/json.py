"""JSON: a list of rows, or an object of such lists by kind where there are several tables."""

from __future__ import annotations

from collections.abc import Sequence

import orjson

from kehoach.tables import Row, Table
from kehoach.writers.tables import Style


def dump(tables: Sequence[Table], style: Style) -> str:
    """The tables, indented; every row has the key of every column."""
    data = _rows(tables[0]) if len(tables) == 1 else {table.kind: _rows(table) for table in tables}
    return orjson.dumps(data, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE).decode()


def _rows(table: Table) -> list[Row]:
    return [{column.key: row[column.key] for column in table.columns} for row in table.rows]
