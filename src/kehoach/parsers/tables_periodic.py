"""Tables flattened to one cell a line whose headings are not all known: every so many lines the same kinds return.

Rows without an empty cell have as many lines as the table has columns; what numbers them, or the figures and times
that return at the same place of each, tell how many these are.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kehoach.parsers import cell_kinds
from kehoach.parsers.cell_kinds import Kind
from kehoach.parsers.lines import Line
from kehoach.parsers.tables import NUMBER_HEADING, Row, Table, is_total, mark_groups, read_roles, role, settle
from kehoach.parsers.words import Words, join, no_words

_COLUMNS = range(3, 10)
_LONGEST_HEADING, _LONGEST_CELL = 40, 300
_FEWEST_ROWS, _FEWEST_COUNTED = 3, 2
_FEWEST_KINDS = 2
"""Kinds that the cells of a row are of, where nothing else tells how many they are."""
_MOST_ROWS = 60
_TRIED = 60
"""Lines in which cells of more lines than one must make rows."""
_YEAR = range(1990, 2100)

_Cell = list[Line]
"""The lines of a cell."""


def opens(lines: Sequence[Line], at: int) -> bool:
    """Whether a line and the two below may be the first headings of such a table."""
    if not _may_head(lines[at]) or len(lines) - at <= _FEWEST_ROWS * _COLUMNS.start:
        return False
    return _may_head(lines[at + 1]) and _may_head(lines[at + 2])


def find(lines: Sequence[Line], at: int) -> tuple[Table, int] | None:
    """The table of one cell a line whose headings begin on line ``at``, and the index behind it, or ``None``."""
    region: list[Line] = []
    for line in lines[at : at + _MOST_ROWS * _COLUMNS.stop]:
        if line.bars or line.heading or len(line.text) > _LONGEST_CELL or line.text.endswith("./."):
            break
        region.append(line)
    if not any(map(_has_digit, region[_COLUMNS.start : 2 * _COLUMNS.stop])):
        return None
    kinds = _Kinds()
    # figures that return have been taken for numbers of pages; else these stand between the cells
    for own in (region, [line for line in region if not line.noise]):
        table = _found([[line] for line in own], kinds)
        if table is None and _found(_whole(own[:_TRIED], kinds), kinds) is not None:
            table = _found(_whole(own, kinds), kinds)
        if table is not None:
            last = table.rows[-1].lines[-1]
            return table, next(i for i in range(at, len(lines)) if lines[i] is last) + 1
    return None


class _Kinds(dict[Line, Kind]):
    """What lines can be, each looked at once and only when asked for."""

    def __missing__(self, line: Line) -> Kind:
        self[line] = found = cell_kinds.kind(line)
        return found


def _has_digit(line: Line) -> bool:
    return any(map(str.isdecimal, line.text))


def _whole(lines: Sequence[Line], kinds: Mapping[Line, Kind]) -> list[_Cell]:
    """The cells that lines make, where what begins with a small letter or stands behind an open end goes on."""
    cells: list[_Cell] = []
    for line in lines:
        kind = kinds[line]
        if cells and not kind.figure and (kind.small or kinds[cells[-1][-1]].open):
            cells[-1].append(line)
        else:
            cells.append([line])
    return cells


def _found(cells: Sequence[_Cell], kinds: Mapping[Line, Kind]) -> Table | None:
    """The table whose headings the cells begin with, of as many columns as return."""
    counted = NUMBER_HEADING.match(cells[0][0].bare) is not None
    names = [role(_words(cell).text) for cell in cells[: _COLUMNS.start - 1]]
    for size in _COLUMNS:
        head = cells[:size]
        if len(head) < size or not _may_head(head[-1][0]):
            return None
        names.append(role(_words(head[-1]).text))
        if not any(names):
            continue
        for filled in (size, size - 1) if names[-1] == "note" else (size,):  # no row has a note
            body = cells[size:]
            rows = _counted(body, filled) if counted else _returning(body, filled, kinds)
            if rows:
                return _table(head, [body[k : k + filled] for k in range(0, filled * rows, filled)], body, kinds)
    return None


def _words(cell: _Cell) -> Words:
    return join([line.words for line in cell])


def _may_head(line: Line) -> bool:
    """Whether a line can head a column, by its form: short words or a year."""
    text = line.text
    if len(text) > _LONGEST_HEADING or line.label is not None or line.noise or line.bars or line.heading:
        return False
    if text[-1] in ".;:!?," or line.blanks > 2:
        return False
    return text[0].isupper() or (len(text) == 4 and text.isdecimal() and int(text) in _YEAR)


def _counted(body: Sequence[_Cell], size: int) -> int:
    """How many rows of ``size`` cells count on from one, each by its first; 0 where they are too few."""
    rows = 0
    while size * (rows + 1) <= len(body) and body[size * rows][0].text.strip(".)") == str(rows + 1):
        rows += 1
    if any(not any(map(str.isalpha, body[size * k + 1][0].text)) for k in range(rows)):
        return 0
    return rows if rows >= _FEWEST_COUNTED else 0


def _returning(body: Sequence[_Cell], size: int, kinds: Mapping[Line, Kind]) -> int:
    """How many rows of ``size`` cells have figures or times at the same places, words at the others; 0 for too few."""
    patterns: list[tuple[str, ...]] = []
    for k in range(0, len(body) - size + 1, size):
        own = body[k : k + size]
        pattern = tuple([_letter(kinds[cell[0]]) for cell in own])
        if own[0][0].label is not None or len(set(pattern)) < _FEWEST_KINDS or (patterns and pattern != patterns[0]):
            break
        patterns.append(pattern)
    return len(patterns) if len(patterns) >= _FEWEST_ROWS else 0


def _letter(kind: Kind) -> str:
    return "figure" if kind.figure else "time" if kind.when else "words"


def _table(
    head: Sequence[_Cell], rows: Sequence[Sequence[_Cell]], body: Sequence[_Cell], kinds: Mapping[Line, Kind]
) -> Table:
    """The table of these rows, and the sum that may stand below them."""
    columns = [_words(cell) for cell in head]
    counted = NUMBER_HEADING.match(head[0][0].bare) is not None
    names = read_roles([words.text for words in columns])
    if names and counted:
        names[0] = "number"
    table = Table(columns, names, [], [line for cell in head for line in cell])
    for own in rows:
        blank = [no_words(own[0][0].start)] * (len(head) - len(own))
        table.rows.append(Row([*map(_words, own), *blank], [line for cell in own for line in cell]))
    figures = [i for i, cell in enumerate(rows[-1]) if i > counted and kinds[cell[0]].figure]
    if total := _total(body[len(rows) * len(rows[0]) :], figures, len(head), kinds):
        total.cells[int(counted)], total.cells[0] = total.cells[0], total.cells[int(counted)]
        table.rows.append(total)
    for line in (line for row in table.rows for line in row.lines):
        line.noise = False
    settle(table)
    mark_groups(table)
    return table


def _total(below: Sequence[_Cell], figures: Sequence[int], size: int, kinds: Mapping[Line, Kind]) -> Row | None:
    """The row that adds the others up, its words in the first of ``size`` cells, its sums where those have figures."""
    if not below or not is_total(below[0][0].text):
        return None
    own = [below[0]]
    for cell in below[1 : 1 + len(figures)]:
        if not kinds[cell[0]].figure:
            break
        own.append(cell)
    cells = [no_words(own[0][0].start)] * size
    cells[0] = _words(own[0])
    for i, cell in zip(figures[len(figures) - len(own) + 1 :], own[1:], strict=True):
        cells[i] = _words(cell)
    return Row(cells, [line for cell in own for line in cell])
