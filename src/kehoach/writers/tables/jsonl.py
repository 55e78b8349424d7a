"""JSON Lines: one row a line."""

from __future__ import annotations

from collections.abc import Sequence

import orjson

from kehoach.tables import Table
from kehoach.writers.tables import Style


def dump(tables: Sequence[Table], style: Style) -> str:
    """One table; every row has the key of every column."""
    keys = [column.key for column in tables[0].columns]
    lines = [orjson.dumps({key: row[key] for key in keys}, option=orjson.OPT_APPEND_NEWLINE) for row in tables[0].rows]
    return b"".join(lines).decode()
