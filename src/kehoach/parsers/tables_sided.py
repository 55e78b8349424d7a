"""Tables printed column after column, as pdftotext reads a page: a heading, its cells, a blank line, the next heading.

Which lines are one cell is read off each column on its own: there are as many cells as rows, and what breaks a cell
is a small letter, an open end, a line without room for the next word.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from kehoach.knowledge.patterns import lazy
from kehoach.parsers import cell_kinds
from kehoach.parsers.lines import Line
from kehoach.parsers.tables import NUMBER_HEADING, ROW_NUMBER, Row, Table, is_total, mark_groups, role, roles, settle
from kehoach.parsers.words import Words, join, no_words

_OPENS = lazy(r"(?:s?tt|so tt|so thu tu|thoi (?:gian|diem)|thang|ngay|gio|buoi|tuan)\b[^.;:!?\d]*$")
_LONGEST_HEADING, _HEADING_LINES = 30, 3
_MOST_CELLS = 80
_FEWEST = 3
_NEVER = 1e9
_TRUSTED = 0.7
"""What reading a column's cells may cost for each row."""

_Column = tuple[list[Line], list[list[Line]]]
"""The lines of a column's heading, and those of its cells row by row."""


def opens(line: Line) -> bool:
    """Whether a line may be the heading of the first column."""
    if len(line.text) > _LONGEST_HEADING or line.bars or line.label is not None or line.heading:
        return False
    return _OPENS.match(line.bare) is not None


def find(lines: Sequence[Line], at: int) -> tuple[Table, int] | None:
    """The table whose first column begins on line ``at``, and the index behind it, or ``None``."""
    first, i = _stack(lines, at)
    counted = NUMBER_HEADING.match(first[0].bare) is not None
    cells = first[1:]
    groups = _groups(cells) if counted else [False] * len(cells)
    if groups is None or len(groups) - sum(groups) < 2:
        return None
    if not counted and not all(cell_kinds.kind(line).when for line in cells):
        return None
    columns: list[_Column] = [([first[0]], [[line] for line in cells])]
    total = False
    while i < len(lines):
        stack, behind = _stack(lines, i)
        read = _column(stack, groups, total or len(columns) == 1)
        if read is None:
            if _heads(stack[:1]) or _heads(stack[:2]):
                return None  # a column that cannot be read: no more can be told of those before it
            break
        total = total or len(read[1]) > len(groups)
        columns.append(read)
        i = behind
    names = roles([join([line.words for line in head]).text for head, _ in columns])
    if counted:
        names[0] = "number"
    if len(columns) < _FEWEST or "task" not in names or len({name for name in names if name}) < _FEWEST:
        return None
    head = [line for column, _ in columns for line in column]
    rows = _rows([own for _, own in columns], len(groups) + total)
    table = Table([join([line.words for line in column]) for column, _ in columns], names, rows, head)
    settle(table)
    mark_groups(table)
    return table, i


def _stack(lines: Sequence[Line], at: int) -> tuple[list[Line], int]:
    """The lines from one on up to a blank line, and the index behind them."""
    end = at + 1
    while end < min(len(lines), at + _MOST_CELLS) and lines[end].blanks <= 1 and not lines[end].page_break:
        end += 1
    return list(lines[at:end]), end


def _groups(cells: Sequence[Line]) -> list[bool] | None:
    """Which numbers are those of groups; ``None`` where the others do not count from one."""
    out, value = [], 0
    for line in cells:
        match = ROW_NUMBER.match(line.text)
        if match is None:
            return None
        if match["n"].isdecimal():
            value += 1
            if int(match["n"]) != value:
                return None
        out.append(not match["n"][0].isdigit())
    return out


def _column(stack: Sequence[Line], groups: Sequence[bool], may_total: bool) -> _Column | None:
    """The heading of a stack and its cells row by row, ``None`` where it is no column of the table."""
    best: tuple[float, list[Line], list[list[Line]]] | None = None
    for size in range(1, min(_HEADING_LINES, len(stack) - 1) + 1):
        head, cells = list(stack[:size]), stack[size:]
        if not _heads(head):
            continue
        name = role(join([line.words for line in head]).text)
        for count in {len(groups), len(groups) - sum(groups), len(groups) + 1 if may_total else len(groups)}:
            cost, parts = _divided(cells, count, name)
            if cost <= _TRUSTED * count and (best is None or cost < best[0]):
                placed = _placed(parts, groups)
                if len(placed) > len(groups) and not (
                    is_total(placed[-1][0].text) or cell_kinds.kind(placed[-1][0]).figure
                ):
                    continue
                best = (cost, head, placed)
    return best[1:] if best is not None else None


def _heads(head: Sequence[Line]) -> bool:
    """Whether lines may be a column's heading: short, known by their words or a year."""
    if any(len(line.text) > _LONGEST_HEADING or line.noise or line.bars or line.heading or line.label for line in head):
        return False
    if not head[0].text[0].isupper() or any(line.text[0].isupper() for line in head[1:]):
        return False
    return bool(role(join([line.words for line in head]).text))


def _placed(parts: list[list[Line]], groups: Sequence[bool]) -> list[list[Line]]:
    """The cells, with empty ones for the rows that are groups' titles where those have none."""
    if len(parts) >= len(groups):
        return parts
    left = iter(parts)
    return [[] if group else next(left) for group in groups]


def _divided(lines: Sequence[Line], count: int, name: str) -> tuple[float, list[list[Line]]]:
    """The cheapest division of lines into ``count`` cells, and what it costs."""
    if not 0 < count <= len(lines):
        return _NEVER, []
    wide = max(len(line.text) for line in lines)
    costs = [0.0] + [_NEVER] * (count - 1)  # by the cells begun so far
    opened: list[list[bool]] = []
    for above, line in pairwise(lines):
        on, off = _steps(above, line, name, wide)
        opened.append([k > 0 and costs[k - 1] + off < costs[k] + on for k in range(count)])
        costs = [min(cost + on, costs[k - 1] + off if k else _NEVER) for k, cost in enumerate(costs)]
    parts: list[list[Line]] = [[] for _ in range(count)]
    k = count - 1
    for i in range(len(lines) - 1, -1, -1):
        parts[k].insert(0, lines[i])
        if i and opened[i - 1][k]:
            k -= 1
    return costs[-1], parts


def _steps(above: Line, line: Line, name: str, wide: int) -> tuple[float, float]:
    """What it costs that a line goes on the cell above it, and that it opens one."""
    kind, text = cell_kinds.kind(line), above.text
    is_open = cell_kinds.kind(above).open
    room = len(text) + 1 + len(line.text.split(" ", 1)[0]) < wide - 1
    on = 0.0 if kind.small else 0.2 if is_open else 2.5 if room or kind.figure else 1.0
    unlike = (name == "time" and not kind.when) or (name in cell_kinds.NAMES and not kind.who)
    return on, 3.0 * kind.small + 2.0 * is_open + 0.5 * unlike


def _rows(columns: Sequence[Sequence[Sequence[Line]]], count: int) -> list[Row]:
    rows = []
    for k in range(count):
        own = [cells[k] if k < len(cells) else [] for cells in columns]
        taken = [line for cell in own for line in cell]
        words: list[Words] = [join([x.words for x in cell]) if cell else no_words(taken[0].start) for cell in own]
        rows.append(Row(words, taken))
    return rows
