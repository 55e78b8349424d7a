"""Tables of figures as OCR prints ruled ones: a row a line, a bar left here and there, numbers and figures spoilt.

"5` |Lao động được bồi dưỡng nghiệp vụ người 300 350 |400-450"; a row without its last figure, or one that goes on below
its figures, is still a row where most rows are whole.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from kehoach.folding import bare
from kehoach.knowledge.patterns import lazy
from kehoach.parsers import tables_flat
from kehoach.parsers.lines import Line
from kehoach.parsers.tables import Row, Table, is_total, mark_groups, roles
from kehoach.parsers.words import Words, join

_BARS = lazy(r"\s*[|¦\[\]{}¡]+\s*|(?<=\s)[_`'‘’ˆ^~°]+(?=\s)|[_`'‘’ˆ^~°]+(?=\s*[|¦])")
_NUMBER = lazy(r"(?P<n>\d{1,3}|[IVX]{1,4}|[A-ZĐ])[.)]?[_`'‘’ˆ^°]*\s+(?=\S)")
_SPOILT = lazy(r"(?:[^\w\s%]{1,2}|[^\W\d_][`'‘’ˆ^°.,])\s+(?=\S)")
_VALUE = (
    r"(?:(?:[≥≤<>=~]{1,2}:?|trên|dưới|tối thiểu|tối đa|ít nhất)\s?)?\d[\d.,]*(?:\s?[-–]\s?\d[\d.,]*)?"
    r"(?:\s?(?:[%‰]|(?:phút|giờ|ngày|điểm|lần)\b))?"
)
_LAST = lazy(r" ?(?P<last>nguon(?: von| kinh phi)?|ghi chu)\W*$")
_SUMS = lazy(r"(?:\s+\d{1,3}(?:[.,]\d{3})+(?!\d)|(?<=\d)\s+\d{3,6}(?!\S))+(?=[\s|.,`'’“”_–-]*$)")
_LOOKED_AT = 4
"""Rows below a header of which some are illegible that say how many columns there are."""
_FEWEST_ROWS = 2
_MOST_LINES = 120
_LONGEST_LAST = 40
_LONGEST_REST = 90
"""Letters that go on a row below its figures at most."""
_WHOLE = 0.6
"""What part of the numbered rows have all their figures at least."""


class _Shape:
    """``figures``: columns of figures; ``unit``: a column of units before them; ``last``: one of words behind them."""

    __slots__ = ("columns", "figures", "last", "number", "roles", "rows", "unit", "whole")

    def __init__(self, columns: list[Words], roles: list[str], figures: int, unit: bool, last: bool) -> None:
        self.columns = columns
        self.roles = roles
        self.figures = figures
        self.unit = unit
        self.last = last
        self.rows: list[Row] = []
        self.whole = 0  # rows with all their figures
        self.number = 0  # of the last row


def find(lines: Sequence[Line], at: int) -> tuple[Table, int] | None:
    """The table whose headings begin on line ``at``, and the index behind it, or ``None``."""
    shape = _shape(lines[at]) or _torn_shape(lines, at)
    if shape is None:
        return None
    i = behind = at + 1
    while i < min(len(lines), at + _MOST_LINES):
        line = lines[i]
        i += 1
        if line.noise:
            continue
        words = _plain(line.words)
        if line.heading or (line.label is not None and line.label.style == "phần") or not _take(shape, line, words):
            break
        behind = i
        if is_total(words.text) or (shape.rows and is_total(shape.rows[-1].cells[1].text)):
            break
    counted = sum(not row.group for row in shape.rows)
    if shape.whole < 2 or shape.whole < _WHOLE * counted:
        return None
    table = Table(shape.columns, shape.roles, shape.rows, [lines[at]])
    mark_groups(table)
    return table, behind


def _shape(line: Line) -> _Shape | None:
    """The columns that a line heads: number, words, units perhaps, figures, and words behind them perhaps."""
    words = _plain(line.words)
    last = _LAST.search(bare(words.text))
    columns = tables_flat.headings(words.cut(0, last.start()) if last else words)
    if columns is None:
        return None
    if last:
        columns.append(words.cut(last.start("last")))
    names = roles([column.text for column in columns])
    unit = names[2] == "unit"
    return _Shape(columns, names, len(columns) - 2 - unit - bool(last), unit, bool(last))


def _torn_shape(lines: Sequence[Line], at: int) -> _Shape | None:
    """The columns of a cost table whose last headings are illegible, as many as the sums that its first rows end in."""
    head = _plain(lines[at].words)
    known = tables_flat.headings(head, torn=True)
    if known is None:
        return None
    below = [line for line in lines[at + 1 : at + 1 + _LOOKED_AT] if not line.noise]
    counts = Counter(len(match[0].split()) for line in below if (match := _SUMS.search(line.text)))
    count, rows = counts.most_common(1)[0] if counts else (0, 0)
    lost = count + 2 - len(known)
    if rows < _FEWEST_ROWS or lost < 0:
        return None
    columns = known + [head.cut(len(head.text), len(head.text))] * lost
    names = roles([column.text for column in columns])
    if "money" not in names:
        return None
    return _Shape(columns, [*names[:2], *["money"] * count], count, unit=False, last=False)


def _plain(words: Words) -> Words:
    """The words of a line without bars and what is left of rules."""
    if not _BARS.search(words.text):
        return words
    cuts = [0, *(at for match in _BARS.finditer(words.text) for at in match.span()), len(words.text)]
    return join([words.cut(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=True)])


def _take(shape: _Shape, line: Line, words: Words) -> bool:
    """Add a line, ``words`` without its bars, to the rows; ``False`` where it is none of the table's."""
    number = _NUMBER.match(words.text)
    spoilt = None if number else _SPOILT.match(words.text)
    start = number.end() if number else spoilt.end() if spoilt else 0
    figures = _figures(shape.figures, shape.last).search(words.text, start)
    if figures is not None and figures.start() > start and (number or spoilt or line.bars or shape.number):
        shape.whole += 1
        shape.number = _value(number["n"]) if number else shape.number + 1
        shape.rows.append(Row(_cells(shape, words, number, start, figures), [line]))
        return True
    text = words.text[start:]
    if number and not number["n"].isdigit() and not words.text[: number.end()].rstrip().endswith((".", ")")):
        shape.rows.append(Row(_cells(shape, words, number, start, None), [line], group=True))
        return True
    if number and line.label is None and _value(number["n"]) in (1, shape.number + 1):
        shape.number = _value(number["n"])
        fewer = _figures(1, shape.last).search(words.text, start)
        shape.rows.append(Row(_cells(shape, words, number, start, fewer), [line]))
        return True
    if shape.rows and not number and (text[:1].islower() or figures is not None) and len(text) < _LONGEST_REST:
        row = shape.rows[-1]
        if figures is None:
            row.cells[1] = join([row.cells[1], words])
        row.lines.append(line)
        return True
    return False


def _value(text: str) -> int:
    """The value of a row's number, 0 for a Roman one or a letter."""
    return int(text) if text.isdigit() else 0


def _cells(
    shape: _Shape, words: Words, number: re.Match[str] | None, start: int, figures: re.Match[str] | None
) -> list[Words]:
    """The cells of a row; where a figure is missing, those there are stand in the last columns."""
    cut = figures.start() if figures else len(words.text)
    task = cut
    if shape.unit and figures:
        task = start + len(words.text[start:cut]) - len(tables_flat.unit_of(words.text[start:cut]))
    cells = [words.cut(0, number.end("n") if number else 0), words.cut(start, task)]
    if shape.unit:
        cells.append(words.cut(task, cut))
    found = [words.cut(*figures.span(name)) for name in figures.groupdict() if name != "last"] if figures else []
    cells += [words.cut(cut, cut)] * (shape.figures - len(found)) + found
    if shape.last:
        cells.append(words.cut(*figures.span("last")) if figures and figures["last"] else words.cut(cut, cut))
    return cells


@cache
def _figures(count: int, last: bool) -> re.Pattern[str]:
    """The figures that ``count`` columns of a row hold, words behind them where there is a column for such."""
    behind = rf"(?:\s+['’‘`]?(?P<last>[^\W\d_][^\d]{{1,{_LONGEST_LAST}}}))?" if last else ""
    return re.compile(
        "".join(rf"(?:^|\s+)(?P<v{k}>{_VALUE})" for k in range(count)) + behind + r"[\s.,`'’“”_–-]*$", re.I
    )
