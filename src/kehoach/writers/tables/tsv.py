"""Tab-separated values as spreadsheets paste them: quoted like CSV, with the same guard against formulas."""

from __future__ import annotations

from collections.abc import Sequence

from kehoach.tables import Table
from kehoach.writers.tables import Style
from kehoach.writers.tables.csv import delimited


def dump(tables: Sequence[Table], style: Style) -> str:
    """One table, with a line of heads."""
    return delimited(tables[0], style, "\t")
