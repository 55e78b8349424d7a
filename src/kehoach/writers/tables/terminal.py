"""Tables for a terminal: the columns that matter most, whole texts, as wide as there is room."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from itertools import groupby

from rich import box
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table as RichTable
from rich.text import Text

from kehoach.tables import Column, Row, Table
from kehoach.writers.tables import Style
from kehoach.writers.tables.cells import head, shown

_GAP = 2
"""Letters between two columns."""
_SHORT = 15
"""Columns no wider than this are not wrapped while others can be."""
_NARROWEST = 8


def dump(tables: Sequence[Table], style: Style) -> str:
    """The tables one below the other, each with its name where there are several."""
    out = io.StringIO()
    console = Console(
        file=out, width=style.width, force_terminal=style.colour, no_color=not style.colour, highlight=False,
        legacy_windows=False,
    )  # fmt: skip
    for i, table in enumerate(tables):
        if len(tables) > 1:
            title = table.title if style.language == "vi" else table.kind
            console.print(Text.assemble("" if i == 0 else "\n", (title, "bold cyan"), (f" ({len(table.rows)})", "dim")))
        for j, part in enumerate(_parts(table, style)):
            console.print("\n" if j and isinstance(part, Text) else "", part, sep="", end="")
    return "".join(line.rstrip() + "\n" for line in out.getvalue().splitlines())


def _parts(table: Table, style: Style) -> Iterator[Text | RichTable]:
    """A table in pieces: of several plans each has its own, below a heading, where no column names them."""
    keys = [column.key for column in table.columns]
    cells = [[shown(row[column.key], column, style.language) for column in table.columns] for row in table.rows]
    heads = [head(column, style.language) for column in table.columns]
    natural = [max(map(cell_len, column)) for column in zip(heads, *cells, strict=True)]
    widths = _widths(natural, table.columns, style.width - _GAP * (len(heads) - 1))
    if table.plans < 2 or table.kind == "plans" or "plan" in keys:
        yield _grid(table, heads, widths, cells, wraps=natural != widths)
        return
    for plan, rows in groupby(zip(table.rows, cells, strict=True), key=lambda pair: _plan_of(pair[0])):
        yield Text(plan + "\n", style="bold")
        yield _grid(table, heads, widths, [texts for _, texts in rows], wraps=natural != widths)


def _plan_of(row: Row) -> str:
    return "  ".join(row[key] for key in ("plan", "plan_number", "plan_title") if row[key])


def _grid(table: Table, heads: list[str], widths: list[int], cells: list[list[str]], *, wraps: bool) -> RichTable:
    grid = RichTable(
        box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, _GAP - 1, 0, 0), show_edge=False, header_style="bold",
        leading=int(wraps),
    )  # fmt: skip
    for column, title, width in zip(table.columns, heads, widths, strict=True):
        number = column.type in ("number", "money")
        look = "green" if number or column.type == "date" else ""
        grid.add_column(Text(title), justify="right" if number else "left", width=width, overflow="fold", style=look)
    for row in cells:
        grid.add_row(*map(Text, row))
    return grid


def _widths(natural: Sequence[int], columns: Sequence[Column], room: int) -> list[int]:
    """The widths of columns: as wide as their cells where there is room, else short ones first, others by weight."""
    widths = [width if width <= _SHORT else 0 for width in natural]
    if sum(widths) + _NARROWEST * widths.count(0) > room:  # too many short ones: all are wrapped alike
        widths = [0] * len(widths)
    while 0 in widths:
        open_ = [i for i, width in enumerate(widths) if not width]
        left, weight = room - sum(widths), sum(columns[i].width for i in open_)
        share = {i: max(left * columns[i].width // weight, _least(columns[i])) for i in open_}
        content = [i for i in open_ if natural[i] <= share[i] or share[i] * weight > left * columns[i].width]
        for i in content or open_:
            widths[i] = min(natural[i], share[i])
    return widths


def _least(column: Column) -> int:
    """A span of days breaks behind its first day."""
    return len("2031-06-15/") if column.type == "date" else _NARROWEST
