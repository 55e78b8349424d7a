"""Tables whose cells stand below each other, each ended by a bar on a line of its own, as legal databases copy them.

Where a row ends is not printed: it has as many cells as there are headings, or ends where the next number stands.
"""

from __future__ import annotations

from collections.abc import Sequence

from kehoach.knowledge.patterns import lazy
from kehoach.parsers.lines import Line
from kehoach.parsers.tables import NUMBER_HEADING, ROW_NUMBER, Row, Table, counts_columns, mark_groups, roles, settle
from kehoach.parsers.words import Words, join, no_words
from kehoach.records import NamedTuple

_BAR = "|"
_HEADING_LINES = 6
_LONGEST_HEADING = 70
_MOST_COLUMNS = 12
_FEWEST_COLUMNS = 3
"""Columns that a table has at least whose headings do not tell what is to be done: "TT", "Vật tư", "Số lượng"."""
_LONGEST_FIRST = 160
"""Letters that a row's first cell has at most, where no row number opens it."""
_OPENS = lazy(
    r"(?:s?tt|so tt|so thu tu|(?:ten )?(?:noi dung|nhiem vu|hoat dong|cong viec|don vi|co quan|hang muc|chi tieu)"
    r"|thoi (?:gian|han|diem)|thang|ngay|tuan|buoi)\b[^.;!?\d]*$"
)
_DATA = lazy(r"\d|[.;!?]$")


class _Cell(NamedTuple):
    """A cell: its printed lines, none where it is empty, and the index behind the bar that ends it."""

    lines: list[Line]
    behind: int

    @property
    def text(self) -> str:
        return " ".join([line.text for line in self.lines])


def opens(line: Line) -> bool:
    """Whether a line may be the first heading of such a table."""
    return len(line.text) <= _LONGEST_HEADING and not line.label and not line.bars and bool(_OPENS.match(line.bare))


def find(lines: Sequence[Line], at: int) -> tuple[Table, int] | None:
    """The table whose first heading begins on line ``at``, and the index behind it, or ``None``."""
    first = _cell(lines, at, _HEADING_LINES)
    if first is None or len(first.text) > _LONGEST_HEADING:
        return None
    numbered = NUMBER_HEADING.match(first.lines[0].bare) is not None
    heads = _headings(lines, first, numbered=numbered)
    names = roles([cell.text for cell in heads])
    if not numbered:
        size = next((k for k, name in enumerate(names) if not name), len(names))
        heads, names = heads[:size], names[:size]
    says_what = "task" in names and len({name for name in names if name}) >= 2
    if len(heads) < 2 or not (says_what or (numbered and len(heads) >= _FEWEST_COLUMNS)):
        return None
    read = _numbered_rows if numbered else _even_rows
    rows, behind = read(lines, heads[-1].behind, len(heads))
    if rows and counts_columns(rows[0]):
        heads[-1].lines.extend(rows.pop(0).lines)
    if len(rows) < 2 or not (says_what or _counted(rows)):
        return None
    columns = [join([line.words for line in cell.lines]) for cell in heads]
    table = Table(columns, names, rows, [line for cell in heads for line in cell.lines])
    settle(table)
    mark_groups(table)
    return table, behind


def _cell(lines: Sequence[Line], at: int, most: int) -> _Cell | None:
    """The cell from line ``at`` to the bar that ends it, at most so many lines on."""
    for i in range(at, min(len(lines), at + most)):
        if lines[i].text == _BAR:
            printed = [line for line in lines[at:i] if not line.noise]
            if not printed and i == at + 1 and ROW_NUMBER.match(lines[at].text):
                printed = [lines[at]]  # alone on its line it looked like a page's number
            return _Cell(printed, i + 1)
    return None


def _headings(lines: Sequence[Line], first: _Cell, *, numbered: bool) -> list[_Cell]:
    """The cells that head columns: up to the first row's number, or to the first that a row's words stand in."""
    out = [first]
    while len(out) < _MOST_COLUMNS:
        cell = _cell(lines, out[-1].behind, _HEADING_LINES)
        if cell is None or not cell.lines or len(cell.text) > _LONGEST_HEADING:
            break
        if ROW_NUMBER.match(cell.text) if numbered else _DATA.search(cell.text):
            break
        out.append(cell)
    return out


def _numbered_rows(lines: Sequence[Line], at: int, size: int) -> tuple[list[Row], int]:
    """The rows of a table whose first column numbers them, and the index behind the last whole one."""
    rows: list[Row] = []
    behind = at
    cells: list[_Cell] = []
    framed = at < len(lines) and lines[at].text == _BAR  # a row has a bar before its first cell too
    while (cell := _cell(lines, at, _far(cells))) is not None:
        number = ROW_NUMBER.match(cell.text) is not None
        if len(cells) == size or (number and len(cells) >= 2 and not framed):
            rows.append(_row(cells, size))
            behind, cells = cells[-1].behind, []
        if framed and not cells and not cell.lines:
            at = cell.behind
            continue
        if not cells and not number and cell.lines:
            break
        cells.append(cell)
        at = cell.behind
    if len(cells) >= 2:
        rows.append(_row(cells, size))
        behind = cells[-1].behind
    return rows, behind


def _counted(rows: Sequence[Row]) -> bool:
    """Whether rows are numbered from 1 on, each with a word in its second cell and one more: a list of any kind."""
    numbers = [row.cells[0].text.strip(" .)") for row in rows]
    filled = all(sum(bool(cell.text) for cell in row.cells) >= _FEWEST_COLUMNS for row in rows)
    return filled and numbers == [str(k) for k in range(1, len(rows) + 1)]


def _far(cells: Sequence[_Cell]) -> int:
    """How many lines the next cell may take: a number's is short."""
    return 60 if cells else _HEADING_LINES


def _even_rows(lines: Sequence[Line], at: int, size: int) -> tuple[list[Row], int]:
    """The rows of a table without numbers: so many cells each; the last one ends where no whole row follows."""
    rows: list[Row] = []
    while True:
        cells: list[_Cell] = []
        i = at
        while len(cells) < size and (cell := _cell(lines, i, _far(cells))) is not None:
            if not cells and (len(cell.text) > _LONGEST_FIRST or _heads_section(cell)):
                break
            cells.append(cell)
            i = cell.behind
        if len(cells) < size:
            return rows, at
        rows.append(_row(cells, size))
        at = i


def _heads_section(cell: _Cell) -> bool:
    """Whether the heading of a section stands where a row would begin."""
    label = cell.lines[0].label if cell.lines else None
    return label is not None and label.style in ("I", "A", "phần") and len(cell.lines) > 1


def _row(cells: Sequence[_Cell], size: int) -> Row:
    """A row of so many cells; what runs across several stands in the first of them."""
    printed = [line for cell in cells for line in cell.lines]
    start = printed[0].start if printed else 0
    words: list[Words] = [
        join([line.words for line in cell.lines]) if cell.lines else no_words(start) for cell in cells
    ]
    return Row([*words, *(no_words(start) for _ in range(size - len(words)))], printed)
