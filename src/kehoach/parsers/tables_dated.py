"""Schedules whose lines OCR lost: "3 | Kiểm kê kho 01/11 - 30/11/2031 Tổ số 1", with the date between task and name.

Only tables of task, time and who does it can be taken apart again, and only where every row prints its date.
"""

from __future__ import annotations

from collections.abc import Sequence

from kehoach.folding import bare, upper
from kehoach.knowledge.patterns import lazy
from kehoach.parsers.cell_kinds import names_somebody
from kehoach.parsers.lines import Line
from kehoach.parsers.tables import Row, Table
from kehoach.parsers.words import Words, join

_OPENS = lazy(r"\W*(?:stt|tt|so tt)\b")
_GAP = r"[\W_ˆ]+"
_HEADER = lazy(
    rf"\W*(?P<number>stt|tt|so tt){_GAP}"
    r"(?P<task>(?:noi dung|cong viec|nhiem vu|hoat dong)(?: (?:noi dung|cong viec|nhiem vu|hoat dong|thuc hien))*)"
    rf"{_GAP}(?P<time>(?:thoi (?:gian|han|diem)|tien do)(?: (?:thuc hien|hoan thanh|trien khai))?){_GAP}"
    r"(?P<lead>(?:(?:don vi|co quan|bo phan|nguoi|to chuc|ca nhan) )?(?:chu tri|thuc hien|phu trach|dau moi))[\W_]*$"
)
_TIME_FIRST = lazy(
    rf"\W*(?P<time>(?:thoi ?(?:gian|han|diem)|thang|ngay)(?: ?(?:thuc hien|hoan thanh|trien khai))?){_GAP}"
    r"(?P<task>(?:noi ?dung|cong ?viec|nhiem ?vu|hoat ?dong)"
    r"(?: ?(?:noi ?dung|cong ?viec|nhiem ?vu|hoat ?dong|thuc hien))*)"
    rf"{_GAP}(?P<lead>(?:(?:don vi|co quan|bo phan|nguoi|to chuc|ca nhan) )?(?:chu tri|thuc hien|phu trach|dau moi))"
    r"[\W_]*$"
)
_DAY = r"\d{1,2}\s?[/.]\s?\d{1,2}(?:\s?[/.]\s?\d{4})?"
_WHEN = lazy(
    r"(?<!\S)\W?(?P<when>(?:(?:truoc|den|tu|trong|cham nhat|het|dau|cuoi)\s?)?(?:ngay\s?)?"
    rf"(?:{_DAY}(?:\s?[-–]\s?{_DAY})?"
    r"|thang\W{0,2}\d{1,2}(?:\s?[/.]\s?\d{4})?|quy [ivh]{1,3}(?:\s?/\s?\d{4})?))"
    r"\W+(?=\w)"
)
_WHEN_FIRST = lazy(
    rf"\W{{0,2}}(?P<when>(?:(?:truoc|den|tu|trong|cham nhat|het|dau|cuoi)\s)?(?:ngay\s)?"
    rf"(?:(?:\d{{1,2}}(?:\s?/\s?\d{{1,2}})?\s?[-–]\s?)?{_DAY}"
    r"|thang\W{0,2}\d{1,2}(?:\s?[/.]\s?\d{4})?|\d{1,2}\s?/\s?20\d\d|quy [ivh]{1,3}(?:\s?/\s?\d{4})?))(?!\w)\W+(?=\w)"
)
_FIRST_WORD = lazy(r"(?<![^\s|“\"])[^\W\d_]{2,}")
_CAPITAL = lazy(upper(r"(?<=[\s|])[A-Z]"))
# What stands before a row's words: its number with the bar of its cell, or a stroke read as a letter.
_NUMBER = lazy(upper(r"(?:(?P<n>\d{1,2})?[^|]{0,5}\|\s*|(?P<m>\d{1,2})[.)]?\s+(?=[A-Z])|[b-df-hj-np-tv-z¡!]\s+)"))
_LEADING = lazy(r"(?:[\s_|]*\|)?")
_LAST_STAIN = lazy(r"\s+\S{1,2}$")
_STROKES = lazy(r"(?:\s+\w){2,6}$")
_FEWEST_ROWS = 2
_MOST_ROWS = 60
_MOST_LINES = 4
_SHORTEST_TASK = 2
_HEADER_BARS = 2
_TORN = 4
"""Words up to which a line without a name is what is left of a cell."""


def opens(line: Line) -> bool:
    """Whether a line is the header of such a schedule, its cells run together by OCR."""
    return line.text[:1] in "STst" and line.bars <= _HEADER_BARS and _OPENS.match(line.bare) is not None


def opens_with_time(line: Line) -> bool:
    """Whether a line is the header of a schedule by months: "Thời gian | Công việc Người phụ trách"."""
    return line.text[:1] in "TtNn" and line.bars < _HEADER_BARS and _TIME_FIRST.match(line.bare) is not None


def by_time(lines: Sequence[Line], at: int) -> tuple[Table, int] | None:
    """The schedule whose rows begin with their date below the header ``at``, and the index behind it, or ``None``."""
    head = lines[at]
    match = _TIME_FIRST.match(head.bare)
    if match is None:
        return None
    roles = ["time", "task", "lead"]
    table = Table([head.words.cut(*match.span(name)) for name in roles], roles, [], [head])
    waiting: list[Line] = []
    dated = 0
    for line in lines[at + 1 : at + _MOST_ROWS]:
        if line.noise:
            continue
        if line.heading or line.text.isupper() or line.label is not None or len(waiting) >= _MOST_LINES:
            break
        row = _row_by_time(line)
        if row is not None:
            row.lines[:0] = waiting
            waiting = []
            dated += bool(row.cells[0].text)
            table.rows.append(row)
        elif table.rows and not waiting and _small(line):
            _go_on(table.rows[-1], line)
        elif len(line.text.split()) <= _TORN or len([w for w in line.text.split() if len(w) > 2]) <= _TORN:
            waiting.append(line)
        else:
            break
    if dated < _FEWEST_ROWS or 2 * dated < len(table.rows):
        return None
    return table, lines.index(table.rows[-1].lines[-1], at) + 1


def _row_by_time(line: Line) -> Row | None:
    """The row of a line that names somebody behind its task; its date where it begins with one."""
    date = _WHEN_FIRST.match(line.bare)
    start = _LEADING.match(line.text, date.end() if date else 0).end()  # type: ignore[union-attr]
    text = line.text
    names = (m.start() for m in _CAPITAL.finditer(text, start) if text.count(" ", start, m.start()) >= _SHORTEST_TASK)
    lead = next((k for k in names if names_somebody(text[k:])), None)
    words = line.words
    if lead is None:
        stain = _LAST_STAIN.search(text)
        task = _unstained(words.cut(start, stain.start() if stain else len(text)))
        if date is None or len(task.text.split()) <= _TORN:
            return None
        return Row([words.cut(*date.span("when")), task, _nothing(words)], [line])  # who does it is illegible
    time = words.cut(*date.span("when")) if date else _nothing(words)
    return Row([time, _unstained(words.cut(start, lead)), _unstained(words.cut(lead))], [line])


def find(lines: Sequence[Line], at: int) -> tuple[Table, int] | None:
    """The schedule that the line ``at`` heads, and the index behind it, or ``None``."""
    head = lines[at]
    match = _HEADER.match(head.bare)
    if match is None:
        return None
    roles = ["number", "task", "time", "lead"]
    table = Table([head.words.cut(*match.span(name)) for name in roles], roles, [], [head])
    open_lines: list[Line] = []
    behind = at + 1
    for i in range(at + 1, min(len(lines), at + _MOST_ROWS)):
        line = lines[i]
        if line.noise:
            continue
        if line.heading or line.text.isupper() or len(open_lines) >= _MOST_LINES:
            break
        row = _row([*open_lines, line]) or (None if open_lines else _illegible(line, len(table.rows) + 1))
        if row is not None:
            table.rows.append(row)
        elif table.rows and not open_lines and _small(line):
            _go_on(table.rows[-1], line)
        else:
            open_lines.append(line)
            continue
        open_lines = []
        behind = i + 1
    if len(table.rows) < _FEWEST_ROWS:
        return None
    if not all(row.cells[0].text for row in table.rows):
        for row in table.rows:  # numbers that only some rows keep would set the others below them
            row.cells[0] = _nothing(row.cells[0])
    return table, behind


def _row(lines: Sequence[Line]) -> Row | None:
    """The row that these lines hold, the last of them with its date and name; ``None`` where it has none."""
    last = lines[-1]
    dated = next((m for m in _WHEN.finditer(last.bare) if names_somebody(last.text[m.end() :])), None)
    if dated is None:
        return None
    pieces = [_task(line.words) for line in lines[:-1]]
    number, start = _begins(last.text)
    pieces.append(last.words.cut(start, max(start, dated.start("when"))))
    first = _begins(lines[0].text)[0]
    task = _unstained(join([piece for piece in pieces if piece.text] or pieces))
    if len(task.text.split()) < _SHORTEST_TASK:
        return None
    cells = [_nothing(lines[0].words), task, last.words.cut(*dated.span("when")), last.words.cut(dated.end())]
    if first or number:
        holder = lines[0] if first else last
        at = holder.text.index(first or number)
        cells[0] = holder.words.cut(at, at + len(first or number))
    return Row(cells, list(lines))


def _illegible(line: Line, number: int) -> Row | None:
    """The row of a line with its number in turn and its date, behind which OCR left no name: that cell stays empty."""
    dated = list(_WHEN.finditer(line.bare))
    if not dated or not line.text.startswith(f"{number} ") or len(line.text[dated[-1].end() :].split()) > _TORN:
        return None
    words, when = line.words, dated[-1]
    first = _FIRST_WORD.search(line.text, len(str(number)))
    task = _unstained(words.cut(first.start() if first else 0, when.start("when")))
    if first is None or len(task.text.split()) <= _SHORTEST_TASK:
        return None
    nothing = _nothing(words)
    return Row([words.cut(0, len(str(number))), task, words.cut(*when.span("when")), nothing], [line])


def _go_on(row: Row, line: Line) -> None:
    """Put a line that goes on in small letters to the task of the row above it."""
    row.cells[1] = _unstained(join([row.cells[1], _task(line.words)]))
    row.lines.append(line)


def _task(words: Words) -> Words:
    """A line's words without the number of its row and without strokes behind them."""
    strokes = _STROKES.search(words.text)
    return words.cut(_begins(words.text)[1], strokes.start() if strokes else len(words.text))


def _begins(text: str) -> tuple[str, int]:
    """The number that opens a row, "" where none is read, and where its words begin."""
    match = _NUMBER.match(text)
    return (match["n"] or match["m"] or "", match.end()) if match else ("", 0)


def _small(line: Line) -> bool:
    return line.label is None and bare(line.text[:1]).islower() and line.text[:1].islower()


def _unstained(words: Words) -> Words:
    return words.cut(0, len(words.text.rstrip(" |_“”\"':]")))


def _nothing(words: Words) -> Words:
    return Words("", words.runs, words.end)
