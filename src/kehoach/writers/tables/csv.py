"""CSV (RFC 4180, but for line breaks, which are those of Unix), safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence

from kehoach.tables import Column, Row, Table
from kehoach.writers.tables import Language, Style
from kehoach.writers.tables.cells import head, text_of

_BOM = "\ufeff"

# What a spreadsheet takes for a formula: one of these signs in front, unless it stands before a number, or no letter or
# digit follows: bullets, comparisons. A text that looks guarded already gets one more quote, so that taking one away
# always gives the text back.
_FORMULA = re.compile(r"'*(?:[=@＝＠\t\r\n]|[-+＋－](?![\d.,]*\s?[%‰]?\Z)).*\w", re.DOTALL)
_GUARDED = re.compile("'" + _FORMULA.pattern, re.DOTALL)


def dump(tables: Sequence[Table], style: Style) -> str:
    """One table, with a line of heads."""
    return delimited(tables[0], style, ",")


def delimited(table: Table, style: Style, delimiter: str) -> str:
    """A table as lines of cells with ``delimiter`` between them, quoted where they must be."""
    lines = [line_of([head(column, style.language) for column in table.columns], delimiter)]
    lines += [line_of(_cells(row, table.columns, style.language), delimiter) for row in table.rows]
    return (_BOM if style.bom else "") + "".join(lines)


def line_of(cells: list[str], delimiter: str) -> str:
    """One line; a cell of several lines is quoted."""
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerow(cells)  # it quotes a lone \r only where lines end in \r\n
    return out.getvalue().removesuffix("\r\n") + "\n"


def guarded(text: str) -> str:
    """``text`` with a quote in front where a spreadsheet would take it for a formula."""
    return "'" + text if _FORMULA.match(text) else text


def unguarded(cell: str) -> str:
    """The text that :func:`guarded` made ``cell`` of."""
    return cell[1:] if _GUARDED.match(cell) else cell


def _cells(row: Row, columns: Sequence[Column], language: Language) -> list[str]:
    return [
        text if column.type in ("number", "money") else guarded(text)
        for column in columns
        for text in [text_of(row[column.key], column, language)]
    ]
