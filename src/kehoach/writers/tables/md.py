"""Markdown: pipe tables as GitHub and most others read them, with the texts' own signs escaped."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kehoach.tables import Table
from kehoach.writers.tables import Style
from kehoach.writers.tables.cells import head, shown

_SIGNS = re.compile(r"[\\`*\[\]<|~&$]|(?<![^\W_])_|_(?![^\W_])|^[ \t]+|[ \t]+$")
_BREAKS = re.compile(r"\r\n?|[\n\v\f\x1c-\x1e\x85\u2028\u2029]")


def dump(tables: Sequence[Table], style: Style) -> str:
    """The tables one below the other, each with a heading where there are several."""
    return "\n".join("".join(_lines(table, style, with_title=len(tables) > 1)) for table in tables)


def escaped(text: str) -> str:
    """``text`` so that markdown shows it as it is, on one line."""
    return "<br>".join(_SIGNS.sub(_escape, part) for part in _BREAKS.split(text))


def _escape(found: re.Match[str]) -> str:
    sign = found[0]
    return "".join(f"&#{ord(blank)};" for blank in sign) if sign.isspace() else "\\" + sign


def _lines(table: Table, style: Style, *, with_title: bool) -> Iterator[str]:
    if with_title:
        yield f"## {escaped(table.title if style.language == 'vi' else table.kind.capitalize())}\n\n"
    yield _line(escaped(head(column, style.language)) for column in table.columns)
    yield _line("---:" if column.type in ("number", "money") else "---" for column in table.columns)
    for row in table.rows:
        yield _line(escaped(shown(row[column.key], column, style.language)) for column in table.columns)


def _line(cells: Iterator[str]) -> str:
    return "| " + " | ".join(cells) + " |\n"
