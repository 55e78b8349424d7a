"""Ruled tables: ruling lines to a grid of cells, words to their cells, cells to rows."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kehoach.readers.paged.lines import joined, printed_lines
from kehoach.readers.paged.page import Page, Rule, Word

_NEAR = 3.5
"""Points within which two ruling lines are one, or meet."""
_OVER = 0.5
"""How much of a cell's side a ruling line must cover to close it."""
_LEAST_PLACES = 5
"""Places of ruling lines, both ways, that make more than one cell."""
_OPEN_LINES = 3
"""Lines across that make a table whose side is open."""
_OPEN_WIDTH = 18.0
"""Points they go on past the last column edge."""
_OPEN_SHARE = 0.7
"""How many of them do: a cell over two rows ends some before."""
_MOST_RULES = 3_000
"""Ruling lines of a page that are looked at: a drawing has more."""

_NUMBER = re.compile(r"[\dIVX]{1,4}[.)]?$")
"""A row's number."""
_SHORT = 60
_FEW = 4
"""Lines of a cell, and letters on each, that make a list of names."""
_PADDING = 6.0
"""Points that a cell keeps free at its right edge."""


@dataclass(slots=True)
class RuledTable:
    """A table on one page: its box, the x of its column edges, and its rows of cell texts."""

    x0: float
    top: float
    x1: float
    bottom: float
    edges: list[float]
    rows: list[list[str]]
    heads: int = 1
    """Printed rows that the first one was put together of."""


@dataclass(slots=True)
class _Grid:
    """A net of ruling lines that meet: ``xs``, ``ys``: their places."""

    level: list[Rule] = field(default_factory=list)
    upright: list[Rule] = field(default_factory=list)

    @property
    def xs(self) -> list[float]:
        return _places([rule.x0 for rule in self.upright])

    @property
    def ys(self) -> list[float]:
        return _places([rule.y0 for rule in self.level])


def take_tables(page: Page) -> tuple[list[RuledTable], list[Word]]:
    """The ruled tables of a page, from above, and the words that stand in none."""
    if not 4 <= len(page.rules) <= _MOST_RULES:
        return [], page.words
    tables: list[RuledTable] = []
    words = page.words
    for grid in _grids(_merged(page.rules)):
        xs, ys = grid.xs, grid.ys
        if len(xs) < 2 or len(ys) < 2 or len(xs) + len(ys) < _LEAST_PLACES:
            continue
        inside = [w for w in words if xs[0] <= (w.x0 + w.x1) / 2 <= xs[-1] and ys[0] <= w.middle <= ys[-1]]
        table = _table(grid, xs, ys, inside)
        if table is None:
            continue
        tables.append(table)
        taken = set(map(id, inside))
        words = [w for w in words if id(w) not in taken]
    return sorted(tables, key=lambda t: t.top), words


def cell_boxes(rules: Sequence[Rule]) -> list[tuple[float, float, float, float]]:
    """The boxes (left, top, right, bottom) of the cells that ruling lines make, table by table."""
    if not 4 <= len(rules) <= _MOST_RULES:
        return []
    out: list[tuple[float, float, float, float]] = []
    for grid in _grids(_merged(rules)):
        xs, ys = grid.xs, grid.ys
        if len(xs) < 2 or len(ys) < 2 or len(xs) + len(ys) < _LEAST_PLACES:
            continue
        ends: dict[tuple[int, int], tuple[int, int]] = {}
        for (i, k), cell in _cells(grid, xs, ys).items():
            ends[cell] = max(ends.get(cell, cell), (i, k))
        if len(ends) > 1:
            out += [(xs[k], ys[i], xs[right + 1], ys[low + 1]) for (i, k), (low, right) in ends.items()]
    return out


def _places(values: list[float]) -> list[float]:
    """Places of lines, those nearly the same made one."""
    out: list[float] = []
    last = float("-inf")
    for value in sorted(values):
        if value - last > _NEAR:
            out.append(value)
        last = value
    return out


def _merged(rules: Sequence[Rule]) -> list[Rule]:
    """Ruling lines put together of the strokes that touch end to end, those of one place side by side as well."""
    out: list[Rule] = []
    for level in (True, False):
        strokes = sorted(
            ((r.y0, r.x0, r.x1) if level else (r.x0, r.y0, r.y1) for r in rules if r.level == level),
        )
        lane: list[tuple[float, float]] = []
        place = last = float("-inf")
        for at, start, end in [*strokes, (float("inf"), 0.0, 0.0)]:
            if at - last > _NEAR or at - place > 2 * _NEAR:
                out += [Rule(a, place, b, place) if level else Rule(place, a, place, b) for a, b in _joined(lane)]
                lane, place = [], at
            lane.append((start, end))
            last = at
    return out


def _joined(strokes: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Strokes of one lane, those that touch made one."""
    out: list[tuple[float, float]] = []
    for start, end in sorted(strokes):
        if out and start <= out[-1][1] + _NEAR:
            out[-1] = (out[-1][0], max(out[-1][1], end))
        else:
            out.append((start, end))
    return out


def _grids(rules: Sequence[Rule]) -> Iterator[_Grid]:
    """Sets of lines that meet one another."""
    parent = list(range(len(rules)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    level = [i for i, rule in enumerate(rules) if rule.level]
    upright = sorted((i for i, rule in enumerate(rules) if not rule.level), key=lambda i: rules[i].x0)
    places = [rules[i].x0 for i in upright]
    for i in level:
        a = rules[i]
        for k in range(bisect_right(places, a.x0 - _NEAR), len(upright)):
            b = rules[upright[k]]
            if b.x0 > a.x1 + _NEAR:
                break
            if b.y0 - _NEAR <= a.y0 <= b.y1 + _NEAR:
                parent[root(upright[k])] = root(i)
    grids: dict[int, _Grid] = {}
    for i, rule in enumerate(rules):
        grid = grids.setdefault(root(i), _Grid())
        (grid.level if rule.level else grid.upright).append(rule)
    for grid in grids.values():
        _close(grid)
        yield grid


def _close(grid: _Grid) -> None:
    """Give a table that is printed without a line at its side, or whose line the scan lost, the side it lacks.

    All its lines across go on past the outermost column edge and end at one place: the cells there are cells too.
    """
    if len(grid.ys) < _OPEN_LINES or not grid.upright:
        return
    top, bottom = min(rule.y0 for rule in grid.level), max(rule.y0 for rule in grid.level)
    least, most = min(rule.x0 for rule in grid.upright), max(rule.x0 for rule in grid.upright)
    for ends in (
        sorted(rule.x0 for rule in grid.level if least - rule.x0 > _OPEN_WIDTH),
        sorted(rule.x1 for rule in grid.level if rule.x1 - most > _OPEN_WIDTH),
    ):
        if len(ends) < max(_OPEN_LINES, _OPEN_SHARE * len(grid.level)) or ends[-1] - ends[0] > 2 * _NEAR:
            continue
        middle = ends[len(ends) // 2]
        grid.upright.append(Rule(middle, top, middle, bottom))


def _table(grid: _Grid, xs: list[float], ys: list[float], words: Sequence[Word]) -> RuledTable | None:
    """The rows of a grid; ``None`` where it is one cell, a frame."""
    columns, lines = len(xs) - 1, len(ys) - 1
    owner = _cells(grid, xs, ys)
    if len(set(owner.values())) < 2:
        return None
    held: dict[tuple[int, int], list[Word]] = {}
    for word in words:
        i = min(max(bisect_right(ys, word.middle) - 1, 0), lines - 1)
        k = min(max(bisect_right(xs, (word.x0 + word.x1) / 2) - 1, 0), columns - 1)
        held.setdefault(owner[i, k], []).append(word)
    texts = {cell: _cell_text(here, _right(cell, owner, xs), cell[0] == 0) for cell, here in held.items()}
    if not texts:
        return None
    heads = _heads(owner, lines, columns)
    rows = [_row(texts, owner, i, columns) for i in range(lines)]
    head = [" ".join(part for part in (row[k] for row in rows[:heads]) if part) for k in range(columns)]
    rows = [row for row in [head, *rows[heads:]] if any(row)]
    return RuledTable(xs[0], ys[0], xs[-1], ys[-1], xs, _without_empty_columns(rows), heads)


def _right(cell: tuple[int, int], owner: dict[tuple[int, int], tuple[int, int]], xs: Sequence[float]) -> float:
    """The right edge of a cell."""
    i, k = cell
    while k + 1 < len(xs) - 1 and owner[i, k + 1] == cell:
        k += 1
    return xs[k + 1]


def _cell_text(words: Sequence[Word], right: float, head: bool) -> str:
    """A cell's text: on one line, but a list of names, each on a line of its own, keeps its lines."""
    lines = printed_lines(words)
    parts = [joined(lines[0].words)]
    for above, line in itertools.pairwise(lines):
        first = line.words[0]
        fits = right - above.x1 - _PADDING > first.x1 - first.x0 + 0.3 * first.size
        if (fits and first.text[:1].isupper()) or (_name(above.words) and _name(line.words)):
            parts.append(joined(line.words))
        else:
            parts[-1] += " " + joined(line.words)
    listed = not head and 1 < len(parts) <= _FEW and all(len(part) <= _SHORT for part in parts)
    return ("\n" if listed else " ").join(parts)


def _name(words: Sequence[Word]) -> bool:
    """Whether a line is a person's name."""
    return 2 <= len(words) <= 4 and all(word.text.isalpha() and word.text.istitle() for word in words)


def _cells(grid: _Grid, xs: Sequence[float], ys: Sequence[float]) -> dict[tuple[int, int], tuple[int, int]]:
    """For each field of the grid the upper left field of the cell it belongs to."""
    owner: dict[tuple[int, int], tuple[int, int]] = {}
    walls = {(k, i) for rule in grid.upright for k, i in _covered(rule.x0, rule.y0, rule.y1, xs, ys)}
    floors = {(i, k) for rule in grid.level for i, k in _covered(rule.y0, rule.x0, rule.x1, ys, xs)}
    for i in range(len(ys) - 1):
        for k in range(len(xs) - 1):
            left = owner.get((i, k - 1)) if (k, i) not in walls and k else None
            above = owner.get((i - 1, k)) if (i, k) not in floors and i else None
            owner[i, k] = above or left or (i, k)
    return owner


def _covered(
    at: float, start: float, end: float, across: Sequence[float], along: Sequence[float]
) -> Iterator[tuple[int, int]]:
    """(index of the line's place, index of the field beside it) for each field whose side the line closes."""
    place = min(range(len(across)), key=lambda i: abs(across[i] - at))
    for i in range(len(along) - 1):
        shared = min(end, along[i + 1]) - max(start, along[i])
        if shared > _OVER * (along[i + 1] - along[i]):
            yield place, i


def _heads(owner: dict[tuple[int, int], tuple[int, int]], lines: int, columns: int) -> int:
    """Rows that the heading takes: more than one where a cell of the first row reaches down beside a wide one."""
    deep = 1
    while deep < min(lines, 3):
        wide = any(owner[deep - 1, k] == owner[deep - 1, k - 1] for k in range(1, columns))
        reaching = any(owner[deep, k][0] < deep for k in range(columns))
        if not (wide and reaching and any(owner[deep, k][0] == deep for k in range(columns))):
            break
        deep += 1
    return deep if lines > deep else 1


def _row(
    texts: dict[tuple[int, int], str], owner: dict[tuple[int, int], tuple[int, int]], i: int, columns: int
) -> list[str]:
    """The texts of a row's fields: a cell over several fields speaks in its first."""
    return [texts.get((i, k), "") if owner[i, k] == (i, k) else "" for k in range(columns)]


def _without_empty_columns(rows: list[list[str]]) -> list[list[str]]:
    """Rows without the columns in which nothing is printed: double rules, cells merged all the way down."""
    if not rows:
        return rows
    used = [k for k in range(len(rows[0])) if any(row[k] for row in rows)]
    return [[row[k] for k in used] for row in rows]


def continues(above: RuledTable, below: RuledTable) -> bool:
    """Whether a table at the head of a page goes on the one at the foot of the page before: the same columns."""
    if len(above.edges) != len(below.edges) or not above.rows or not below.rows:
        return False
    return len(above.rows[0]) == len(below.rows[0]) and all(
        abs(a - b) <= 2 * _NEAR for a, b in zip(above.edges, below.edges, strict=True)
    )


def put_together(above: RuledTable, below: RuledTable) -> None:
    """Put the rows of ``below`` under those of ``above``: its heading once, a row that the page parted whole again."""
    heads = 0
    while heads < min(len(above.rows), len(below.rows)) and above.rows[heads] == below.rows[heads]:
        heads += 1
    rows = below.rows[heads:]
    if rows and len(above.rows) > 1 and _goes_on(above.rows, rows[0]):
        above.rows[-1] = [" ".join(part for part in pair if part) for pair in zip(above.rows[-1], rows[0], strict=True)]
        rows = rows[1:]
    above.rows += rows


def _goes_on(rows: Sequence[Sequence[str]], first: Sequence[str]) -> bool:
    """Whether a page's first row is the rest of the last row of the page before."""
    last = rows[-1]
    filled = [(a, b) for a, b in zip(last, first, strict=True) if b]
    small = any(b[0].islower() for _, b in filled)
    if first[0] and last[0]:
        return small and not any(b[0].isupper() for _, b in filled) and not _NUMBER.match(first[0])
    if first[0]:
        return small
    numbered = sum(bool(row[0]) for row in rows) > 0.7 * len(rows)
    open_ends = all(a and a[-1] not in ".;:" for a, _ in filled)
    return numbered and (small or (len(filled) > 0 and open_ends))


def as_lines(rows: Sequence[Sequence[str]]) -> list[str]:
    """Rows as the parser reads them: cells between bars, which may hold lines. A bar within a cell becomes a stroke."""
    return ["| " + " | ".join(cell.replace("|", "/") for cell in row) + " |" for row in rows]
