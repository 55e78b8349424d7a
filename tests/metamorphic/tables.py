"""Tables drawn anew: with tabs, in frames, as tags, in columns of blanks, one cell or one line of it after another."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Iterator

from metamorphic.printed import Printed

_RULE = re.compile(r"^[\s|:\-–—=+]*$")
_ROWS = 3
_CELL = 28
_PAGE = 110
_SHORTEST = 6


def tables(draw: Callable[[list[list[str]]], list[str]], *, torn: bool = True) -> Callable[[Printed], str | None]:
    """The transformation that draws the tables with bars below the letterhead anew, row by row of cells.

    ``torn``: also those of which rows are broken over lines.
    """

    def change(printed: Printed) -> str | None:
        lines, out, at = printed.lines, [], 0
        for start, end in _barred(lines):
            if end - start < _ROWS or start < printed.body()[0]:
                continue
            if not torn and any("|" in line for line in (*lines[start - 1 : start], *lines[end : end + 1])):
                continue
            rows = [line.strip() for line in lines[start:end] if not _RULE.match(line)]
            outer = all(row.startswith("|") for row in rows)
            cells = [[cell.strip() for cell in (row.strip("|") if outer else row).split("|")] for row in rows]
            if len({len(row) for row in cells}) > 1:
                continue
            out += [*lines[at:start], *draw(cells)]
            at = end
        return "\n".join([*out, *lines[at:]]) if out else None

    return change


def _barred(lines: list[str]) -> Iterator[tuple[int, int]]:
    """The runs of lines with two bars and more."""
    start = None
    for i, line in enumerate([*lines, ""]):
        if line.count("|") > 1:
            start = i if start is None else start
        elif start is not None:
            yield start, i
            start = None


def framed(rows: list[list[str]]) -> list[str]:
    """Rows in a frame, their cells over several lines."""
    widths = [max(3, min(_CELL, max(len(row[k]) for row in rows))) for k in range(len(rows[0]))]
    rule = "+" + "+".join("-" * (width + 2) for width in widths) + "+"
    out = [rule]
    for row in rows:
        cells = [textwrap.wrap(cell, width) or [""] for cell, width in zip(row, widths, strict=True)]
        for i in range(max(map(len, cells))):
            parts = [(cell[i] if i < len(cell) else "").ljust(width) for cell, width in zip(cells, widths, strict=True)]
            out.append("| " + " | ".join(parts) + " |")
        out.append(rule)
    return out


def tagged(rows: list[list[str]]) -> list[str]:
    """Rows as the tags of a page, on one line."""
    cells = ["".join(f"<td>{cell}</td>" for cell in row) for row in rows]
    return ["<table>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>"]


def _plain(rows: list[list[str]]) -> list[list[str]]:
    """Rows without Markdown's bold marks."""
    return [[cell.replace("**", "") for cell in row] for row in rows]


def _page_widths(rows: list[list[str]]) -> list[int]:
    """How wide the columns are on a page that they share by the square roots of their cells' lengths."""
    longest = [max(1, *(len(row[k]) for row in rows)) for k in range(len(rows[0]))]
    share = _PAGE / sum(size**0.5 for size in longest)
    words = [max((len(word) for row in rows for word in row[k].split()), default=1) for k in range(len(rows[0]))]
    return [
        max(min(size, max(_SHORTEST, int(share * size**0.5))), word) for size, word in zip(longest, words, strict=True)
    ]


def columned(rows: list[list[str]]) -> list[str]:
    """Rows in columns set apart by blanks, their cells over several lines that begin on the row's first."""
    widths = _page_widths(rows)
    out = []
    for row in rows:
        cells = [textwrap.wrap(cell, width) or [""] for cell, width in zip(row, widths, strict=True)]
        for i in range(max(map(len, cells))):
            parts = [(cell[i] if i < len(cell) else "").ljust(width) for cell, width in zip(cells, widths, strict=True)]
            out.append("  ".join(parts).rstrip())
    return out


def wrapped(rows: list[list[str]]) -> list[str]:
    """The lines of one cell below another, cells as wide as on a page, as a PDF's text in the order of its content."""
    widths = _page_widths(rows)
    return [
        line for row in rows for cell, width in zip(row, widths, strict=True) for line in textwrap.wrap(cell, width)
    ]


TABLES: dict[str, Callable[[Printed], str | None]] = {
    "tables-tabs": tables(lambda rows: ["\t".join(row) for row in rows]),
    "tables-markdown": tables(
        lambda rows: [
            "| " + " | ".join(rows[0]) + " |",
            "|---" * len(rows[0]) + "|",
            *("| " + " | ".join(row) + " |" for row in rows[1:]),
        ]
    ),
    "tables-framed": tables(framed),
    "tables-tagged": tables(tagged),
    "tables-columned": tables(lambda rows: columned(_plain(rows)), torn=False),
    "tables-flat": tables(lambda rows: [cell for row in _plain(rows) for cell in row if cell], torn=False),
    "tables-wrapped": tables(lambda rows: wrapped(_plain(rows)), torn=False),
}
"""The transformations by name."""
