"""Excel workbooks: a sheet a table, with real numbers and dates, a head that stays and filters."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from kehoach import __version__
from kehoach.errors import MissingLibraryError, OutputError
from kehoach.tables import Column, Table
from kehoach.tables.days import day_of
from kehoach.writers.tables import Style
from kehoach.writers.tables.cells import head, text_of
from kehoach.writers.tables.csv import guarded

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

_MOST_LETTERS = 32_767
_MOST_ROWS = 1_048_575
"""What Excel holds in a cell, and in a sheet below its heads."""

_MOST_DIGITS = 15
"""Excel rounds longer numbers: those stay text."""

_FIRST_DAY = date(1900, 3, 1)
"""Excel counts a day in 1900 that never was; before it, dates differ between programs."""

_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def dump(tables: Sequence[Table], style: Style) -> bytes:
    """The tables as the sheets of a workbook.

    Raises:
        MissingLibraryError: XlsxWriter is not installed.
        OutputError: a table has more rows than a sheet holds.
    """
    try:
        from xlsxwriter import Workbook
    except ModuleNotFoundError:
        raise MissingLibraryError("XlsxWriter", "xlsx", "writes Excel workbooks") from None
    too_long = next((table for table in tables if len(table.rows) > _MOST_ROWS), None)
    if too_long:
        raise OutputError(
            f"{len(too_long.rows):,} rows of {too_long.kind} are more than an Excel sheet holds", hint="write CSV"
        )
    out = io.BytesIO()
    with Workbook(out, _OPTIONS) as book:
        book.set_properties({"title": _title(tables), "comments": f"kehoach {__version__}"})
        book.set_size(2400, 1400)
        formats = _formats(book, style)
        cut = 0
        for table in tables:
            name = table.title if style.language == "vi" else table.kind
            cut += _fill(book.add_worksheet(name), table, style, formats)
    if cut:
        style.note(f"texts cut at {_MOST_LETTERS:,} letters, the most a cell of Excel holds: {cut}")
    return out.getvalue()


def _title(tables: Sequence[Table]) -> str:
    """The name of the plan, where there is one plan only."""
    titles = {str(row["plan_title"] or row["plan"]) for table in tables for row in table.rows}
    return titles.pop() if len(titles) == 1 else ""


def _formats(book: Workbook, style: Style) -> dict[str, Format]:
    plain = {"text_wrap": True, "valign": "top"}
    days = "dd/mm/yyyy" if style.language == "vi" else "yyyy-mm-dd"
    return {
        "head": book.add_format({**plain, "bold": True, "bg_color": "#DDEBF7", "bottom": 1, "valign": "vcenter"}),
        "text": book.add_format(plain),
        "quoted": book.add_format({**plain, "quote_prefix": True}),  # stays text where somebody edits it
        "number": book.add_format({**plain, "align": "right"}),
        "money": book.add_format({**plain, "align": "right", "num_format": "#,##0"}),
        "date": book.add_format({**plain, "align": "left", "num_format": days}),
    }


def _fill(sheet: Worksheet, table: Table, style: Style, formats: dict[str, Format]) -> int:
    """Write one table and return how many of its texts had to be cut."""
    cut = 0
    for x, column in enumerate(table.columns):
        title = head(column, style.language)
        sheet.write_string(0, x, title, formats["head"])
        widest = len(title) + 3  # room for the filter's button
        for y, row in enumerate(table.rows, 1):
            length = _write(sheet, (y, x), row[column.key], column, style, formats)
            widest = max(widest, length)
            cut += length > _MOST_LETTERS
        sheet.set_column(x, x, min(widest, max(column.width, 8)) + 1)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(table.rows), max(len(table.columns) - 1, 0))
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    return cut


def _write(
    sheet: Worksheet, at: tuple[int, int], value: Any, column: Column, style: Style, formats: dict[str, Format]
) -> int:
    """Write one cell and return the length of what it shows."""
    day = _day(value, column)
    if day:
        sheet.write_datetime(*at, datetime(day.year, day.month, day.day), formats["date"])
        return len("15/06/2031")
    text = text_of(value, column, style.language)
    if isinstance(value, int | float) and not isinstance(value, bool) and len(text) <= _MOST_DIGITS:
        sheet.write_number(*at, value, formats[column.type])
        return len(f"{value:,}")
    if text:
        shape = "text" if guarded(text) == text else "quoted"
        sheet.write_string(*at, text[:_MOST_LETTERS], formats[shape])
    return len(text)


def _day(value: Any, column: Column) -> date | None:
    """A date cell as one day that Excel knows; what is printed only in part stays text."""
    day = day_of(value) if column.type == "date" else None
    return day if day and day >= _FIRST_DAY else None
