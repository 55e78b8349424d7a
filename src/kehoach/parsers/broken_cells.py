"""Cells that a converter broke with "<br>": a letterhead or an ending set as a table is laid out one line a piece."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kehoach.folding import bare
from kehoach.knowledge.patterns import lazy
from kehoach.parsers.lines import Line, printed
from kehoach.parsers.view import View
from kehoach.parsers.words import BREAK

_SEPARATOR = lazy(rf"\|+|{BREAK}")
# What stands in a table that only sets two columns side by side: the motto, "Nơi nhận".
_FRAME = lazy(r"cong hoa xa hoi chu nghia|dang cong san viet nam|\bnoi nhan\b")


def split(view: View, lines: list[Line]) -> list[Line]:
    """The lines, each row of such a table cut at its bars and breaks; those of tables that hold data are kept whole."""
    if "<br" not in view.text and "<BR" not in view.text:
        return lines
    out: list[Line] = []
    for rows in _tables(lines):
        out += _pieces(view, rows) if _is_frame(view, rows) else rows
    return out


def _tables(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """The lines in runs: rows of a table that stand right below each other, or lines that are no rows."""
    run: list[Line] = []
    for line in lines:
        if run and (line.blanks > 1 or line.text.startswith("|") is not run[-1].text.startswith("|")):
            yield run
            run = []
        run.append(line)
    yield run


def _is_frame(view: View, rows: Sequence[Line]) -> bool:
    if not rows or not rows[0].text.startswith("|"):
        return False
    return "<br" in view.text[rows[0].start : rows[-1].end].lower() and any(_FRAME.search(row.bare) for row in rows)


def _pieces(view: View, rows: Sequence[Line]) -> Iterator[Line]:
    for row in rows:
        if row.noise:
            yield row
            continue
        blanks, at = row.blanks, row.start
        for match in [*_SEPARATOR.finditer(view.text, row.start, row.end), None]:
            end = match.start() if match else row.end
            if view.text[at:end].strip():
                yield _line(view, at, end, blanks)
                blanks = 1
            if match:
                separator = _line(view, match.start(), match.end(), blanks)
                separator.noise, separator.label = True, None
                yield separator
                at = match.end()


def _line(view: View, start: int, end: int, blanks: int) -> Line:
    line = printed(view.text, 0, start, view.text[start:end], blanks, False)
    line.bare = bare(line.text)
    return line
