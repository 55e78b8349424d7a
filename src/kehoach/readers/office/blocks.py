"""A document as paragraphs and tables: what all office and web formats are read into."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

MAX_COLUMNS = 100
"""Columns of a table that are looked at; Word allows 63."""


_FEWEST_ROWS = 3
"""A table whose heading is divided has at least one row below it."""


@dataclass(slots=True)
class Paragraph:
    """One paragraph: its label and words. ``"\\n"`` is a line break the author typed, ``"\\f"`` a page break."""

    text: str


@dataclass(slots=True)
class Cell:
    """One cell of a table, over ``span`` columns; ``covered``: it is the rest of the cell above it."""

    blocks: list[Block] = field(default_factory=list)
    span: int = 1
    covered: bool = False


@dataclass(slots=True)
class Table:
    """Rows of cells; ``ruled``: whether lines are drawn around cells, ``None`` where the file does not say."""

    rows: list[list[Cell]]
    ruled: bool | None = None


Block = Paragraph | Table


Grid = list[list[list[Block]]]
"""The blocks of each cell, by row and column."""


def grid(table: Table) -> Grid:
    """The table with one entry a column: merged cells stand in their first column, the others are empty.

    A heading of two rows becomes one: where the lower row only divides what spans columns above it, the words of both
    stand in one cell.
    """
    rows: Grid = []
    for row in table.rows:
        cells: list[list[Block]] = []
        for cell in row:
            cells.append([] if cell.covered else cell.blocks)
            cells.extend([] for _ in range(min(cell.span, MAX_COLUMNS - len(cells) + 1) - 1))
            if len(cells) >= MAX_COLUMNS:
                break
        rows.append(cells)
    if _divided_heading(table):
        rows[1] = [[*above, *below] for above, below in zip(rows[0], rows[1], strict=True)]
        del rows[0]
    width = max((len(cells) for cells in rows), default=0)
    for cells in rows:
        cells.extend([] for _ in range(width - len(cells)))
    used = [any(cells[i] and has_text(cells[i]) for cells in rows) for i in range(width)]
    return [
        [blocks for blocks, keep in zip(cells, used, strict=True) if keep] for cells in rows if any(map(bool, cells))
    ]


def _divided_heading(table: Table) -> bool:
    """Whether the second row only divides headings of the first: what spans no columns above goes on below."""
    if len(table.rows) < _FEWEST_ROWS:
        return False
    covers = [(cell.span > 1, cell.span) for cell in table.rows[0]]
    below = [(cell.covered, cell.span) for cell in table.rows[1]]
    if not any(spans for spans, _ in covers) or not any(covered for covered, _ in below):
        return False
    at = 0
    for spans, span in covers:
        width = 0
        while width < span and at < len(below):
            covered, size = below[at]
            if covered == spans:
                return False
            width += size
            at += 1
        if width != span:
            return False
    return at == len(below)


def has_text(blocks: Sequence[Block]) -> bool:
    """Whether anything is printed in ``blocks``."""
    return any(text.strip() for text in texts(blocks))


def texts(blocks: Sequence[Block]) -> Iterator[str]:
    """The texts of all paragraphs in ``blocks``, those in tables too, in printed order."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.text
        else:
            for row in block.rows:
                for cell in row:
                    if not cell.covered:
                        yield from texts(cell.blocks)
