"""Tables of RTF: rows are defined by the right edges of their cells, and end where they end."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from kehoach.readers.office.blocks import MAX_COLUMNS, Block, Cell, Paragraph, Table

_CLOSE = 60
"""Twips that two edges may be apart and still be one column's."""
_LINES = frozenset("brdrs brdrth brdrdb brdrdot brdrdash brdrhair brdrtriple brdrw brdrthtnsg brdrtnthsg".split())
_MOST_ROWS = 100_000


@dataclass(slots=True)
class RowShape:
    """How a row is cut into cells: for each its right edge and whether it goes on the one beside or above it."""

    left: int = 0
    edges: list[int] = field(default_factory=list)
    beside: list[bool] = field(default_factory=list)
    above: list[bool] = field(default_factory=list)
    next_beside: bool = False
    next_above: bool = False
    ruled: bool = False


@dataclass(slots=True)
class _Open:
    """A table that is being read."""

    rows: list[tuple[list[list[Block]], RowShape]] = field(default_factory=list)
    cells: list[list[Block]] = field(default_factory=list)
    here: list[Block] = field(default_factory=list)


class Tables:
    """Paragraphs and tables of one stream of text, put together as cells and rows end."""

    def __init__(self) -> None:
        self._out: list[Block] = []
        self._shape = RowShape()
        self._table: _Open | None = None
        self._nested: _Open | None = None
        self._level = 0

    def define(self, word: str, value: int | None) -> None:
        """A control word that shapes rows, or says how deep in tables a paragraph stands."""
        shape = self._shape
        if word == "trowd":
            self._shape = RowShape()
        elif word == "trleft":
            shape.left = value or 0
        elif word == "cellx":
            if len(shape.edges) < MAX_COLUMNS:
                shape.edges.append(value or 0)
                shape.beside.append(shape.next_beside)
                shape.above.append(shape.next_above)
            shape.next_beside = shape.next_above = False
        elif word == "clmrg":
            shape.next_beside = True
        elif word == "clvmrg":
            shape.next_above = True
        elif word in _LINES and value != 0:
            shape.ruled = True
        elif word == "pard":
            self._level = 0
        elif word == "intbl":
            self._level = max(self._level, 1)
        elif word == "itap":
            self._level = value or 0

    def inside(self) -> None:
        """A paragraph ends: outside of tables it closes the table before it."""
        if self._level == 0 and self._table is not None and not self._table.cells and not self._table.here:
            self._close()
        elif self._level > 0 and self._table is None:
            self._table = _Open()

    def add(self, block: Block) -> None:
        """A block of the cell that is open, or of the text."""
        if self._level > 0 and self._table is None:
            self._table = _Open()
        if self._level > 1 and self._nested is None:
            self._nested = _Open()
        if self._level <= 1:
            self._close_nested()
        target = self._nested if self._level > 1 and self._nested else self._table if self._level > 0 else None
        if target is not None:
            target.here.append(block)
        else:
            self._close()
            self._out.append(block)

    def cell(self, *, nested: bool) -> None:
        """A cell ends."""
        if nested:
            self._nested = self._nested or _Open()
            target = self._nested
        else:
            self._table = self._table or _Open()
            self._close_nested()
            target = self._table
        target.cells.append(target.here)
        target.here = []

    def row(self, *, nested: bool) -> None:
        """A row ends."""
        target = self._nested if nested else self._table
        if target is None or len(target.rows) > _MOST_ROWS:
            return
        target.rows.append((target.cells, self._shape))
        target.cells = []

    def end(self) -> list[Block]:
        """All blocks; nothing comes behind them."""
        if self._table is not None and (self._table.cells or self._table.here):
            self.cell(nested=False)
            self.row(nested=False)
        self._close()
        return self._out

    def _close_nested(self) -> None:
        nested, self._nested = self._nested, None
        if nested is not None and self._table is not None:
            if nested.cells or nested.here:
                nested.rows.append(([*nested.cells, nested.here], self._shape))
            if nested.rows:
                self._table.here.append(_table(nested))

    def _close(self) -> None:
        self._close_nested()
        table, self._table = self._table, None
        if table is None:
            return
        if table.rows:
            self._out.append(_table(table))
        for blocks in [*table.cells, table.here]:
            self._out.extend(blocks)


def _table(opened: _Open) -> Table:
    edges = _columns(opened)
    rows = [_row(cells, shape, edges) for cells, shape in opened.rows]
    return Table(rows, any(shape.ruled for _, shape in opened.rows))


def _columns(opened: _Open) -> list[int]:
    """The right edges of the table's columns: those of all rows, near ones as one."""
    out: list[int] = []
    for edge in sorted({edge for _, shape in opened.rows for edge in shape.edges}):
        if not out or edge - out[-1] > _CLOSE:
            out.append(edge)
    return out


def _row(cells: list[list[Block]], shape: RowShape, edges: list[int]) -> list[Cell]:
    out: list[Cell] = []
    before = 0
    for i, blocks in enumerate(cells):
        if i >= len(shape.edges):
            out.append(Cell(blocks))
            continue
        at = bisect_left(edges, shape.edges[i] - _CLOSE) + 1
        span = max(1, at - before)
        before = max(before, at)
        empty = not any(not isinstance(block, Paragraph) or block.text.strip() for block in blocks)
        if shape.beside[i] and out and empty:
            out[-1].span += span
        else:
            out.append(Cell(blocks, span, covered=shape.above[i] and empty))
    return out
