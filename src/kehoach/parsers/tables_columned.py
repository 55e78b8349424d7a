"""Tables set in columns by blanks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from kehoach.folding import bare
from kehoach.knowledge.patterns import lazy
from kehoach.parsers.lines import Line
from kehoach.parsers.tables import ROMAN_OR_LETTER, Row, Table, role, roles
from kehoach.parsers.view import View
from kehoach.parsers.words import Words, clean, join

_GAP = lazy(r" {2,}|\t+")
_FIRST_COLUMN = lazy(r"\W*(?:s?\s?tt|so tt|so thu tu)\W*$")
_LONGEST_HEADER = 200
_HEADER_LINES = 4
_NUMBER_AND = lazy(r"(?P<tt>s?tt)\s+(?=[a-z]{3})")


@dataclass(slots=True, eq=False, repr=False)
class _Grid:
    """``starts``: the columns' left edges; ``numbered``: the first one holds row numbers."""

    starts: list[int]
    numbered: bool


def find(view: View, lines: Sequence[Line], at: int) -> tuple[Table, int] | None:
    """The table set in columns by blanks whose header is line ``at``, and the index behind it, or ``None``."""
    line = lines[at]
    grid = _grid(view, line) if not line.bars and len(line.text) <= _LONGEST_HEADER else None
    if grid is None:
        return None
    head = [line]
    more = _overhead(view, lines[at - 1], grid.starts) if at and line.blanks <= 1 else []
    if more:
        grid.starts += more
        head = [lines[at - 1], line]
    i = at + 1
    while i < min(len(lines), at + _HEADER_LINES) and _goes_on_header(view, lines[i], grid):
        head.append(lines[i])
        i += 1
    columns = _spread(view, head, grid.starts)
    taken: list[Line] = []
    ended = False
    while i < len(lines) and not ended:
        if not lines[i].noise:
            ended = not _fits(view, lines[i], grid.starts) or _leaves(view, lines[i], grid)
            if ended:
                break
            taken.append(lines[i])
        i += 1
    body = [Row(_spread(view, part, grid.starts), part) for part in _row_lines(view, taken, grid)]
    if not body or (ended and len(body) < 2 and not grid.numbered):
        return None
    table = Table(columns, roles([w.text for w in columns]), body, head)
    for row in body:
        number = table.cell(row, "number")
        filled = [c for c in row.cells if c.text]
        row.group = number is not None and len(filled) == 2 and bool(ROMAN_OR_LETTER.match(number.text.strip(". )")))
    return table, i


def _grid(view: View, line: Line) -> _Grid | None:
    """The columns of a header line, ``None`` where its pieces are no headings of columns."""
    chunks = _header_chunks(view, line)
    if len(chunks) < 2:
        return None
    names = [view.text[a:b] for _, a, b in chunks]
    known = [name for name in map(role, names) if name]
    numbered = bool(_FIRST_COLUMN.match(bare(names[0])))
    if numbered:
        heads = len(chunks) >= 3 or len(known) >= 2
    else:
        heads = len(set(known)) >= 3 or (len(chunks) == 2 and set(known) == {"time", "task"})
    return _Grid([x for x, _, _ in chunks], numbered) if heads else None


def _goes_on_header(view: View, line: Line, grid: _Grid) -> bool:
    """Whether a line below a header goes on its cells: short pieces, not in every column."""
    if line.noise or _row_start(view, line, grid) or not _fits(view, line, grid.starts):
        return False
    pieces = _chunks(view, line)
    if len(pieces) >= len(grid.starts) or any(b - a >= 40 for _, a, b in pieces):
        return False
    if line.blanks == 1:
        return all(b - a < 16 and x > grid.starts[1] + 4 for x, a, b in pieces)
    return line.blanks == 0


def _header_chunks(view: View, line: Line) -> list[tuple[int, int, int]]:
    """A header's pieces; "STT Nhiệm vụ" set with one blank is two."""
    chunks = _chunks(view, line)
    if chunks and (match := _NUMBER_AND.match(bare(view.text[chunks[0][1] : chunks[0][2]]))):
        column, a, b = chunks[0]
        cut = a + match.end()
        return [(column, a, a + match.end("tt")), (column + cut - a, cut, b), *chunks[1:]]
    return chunks


def _overhead(view: View, above: Line, starts: Sequence[int]) -> list[int]:
    """Columns that a header's upper line opens behind the last one: cells of several lines stand centred."""
    if above.noise or above.label is not None:
        return []
    chunks = _chunks(view, above)
    if above.indent < starts[1] or any(b - a > 30 for _, a, b in chunks):
        return []
    return [x for x, _, _ in chunks if x > starts[-1] + 8]


def _row_lines(view: View, lines: Sequence[Line], grid: _Grid) -> list[list[Line]]:
    """The lines of each row. Numbers stand on a row's first line, or, where cells are centred, on its middle one."""
    anchors = [k for k, line in enumerate(lines) if _row_start(view, line, grid)]
    if (
        grid.numbered
        and any(_midway(view, lines[k], grid.starts) for k in anchors)
        and (cuts := _centred(anchors, len(lines)))
    ):
        return [list(lines[a:b]) for a, b in pairwise(cuts)]
    rows: list[list[Line]] = []
    opening = set(anchors)
    for k, line in enumerate(lines):
        if k in opening or not rows or (not grid.numbered and line.blanks):
            rows.append([])
        rows[-1].append(line)
    return rows


def _midway(view: View, line: Line, starts: Sequence[int]) -> bool:
    """Whether a numbered line stands in the middle of its row: its own words go on, or stand in other columns only."""
    chunks = _chunks(view, line)
    if len(chunks) < 2:
        return True
    column, a, _ = chunks[1]
    return view.text[a].islower() or (len(starts) > 2 and column >= starts[2] - 2)


def _centred(anchors: Sequence[int], count: int) -> list[int]:
    """Where rows begin whose middle lines are ``anchors``; empty where the lines do not divide so."""
    cuts = [0]
    for anchor, following in zip(anchors, [*anchors[1:], count], strict=True):
        end = anchor + (anchor - cuts[-1]) + 1
        if anchor < cuts[-1] or end > max(following, anchor + 1):
            return []
        cuts.append(min(end, count))
    cuts[-1] = count
    return cuts


def _chunks(view: View, line: Line) -> list[tuple[int, int, int]]:
    """(column, view start, view end) of the pieces of a line that two blanks and more set apart."""
    out = []
    text = view.text
    row_start = text.rfind("\n", 0, line.start) + 1
    at = line.start
    for gap in _GAP.finditer(text, line.start, line.end):
        if gap.start() > at:
            out.append((at - row_start, at, gap.start()))
        at = gap.end()
    if at < line.end:
        out.append((at - row_start, at, line.end))
    return out


def _row_start(view: View, line: Line, grid: _Grid) -> bool:
    """Whether a line opens a row: something short stands in the number column."""
    chunks = _chunks(view, line)
    if not chunks:
        return False
    column, a, b = chunks[0]
    if grid.numbered:
        word = view.text[a:b].split(" ")[0].strip(".)")
        return (
            column < grid.starts[1] - 1
            and (word.isdigit() or bool(ROMAN_OR_LETTER.match(word)) or word == "..")
            and len(word) <= 4
        )
    return column <= grid.starts[0] + 2 and any(map(str.isdigit, view.text[a:b]))


def _fits(view: View, line: Line, starts: Sequence[int]) -> bool:
    """Whether a line can belong to the table: no piece runs across two column starts with words of running text."""
    chunks = _chunks(view, line)
    for column, a, b in chunks:
        crossed = [s for s in starts if column + 3 < s < column + (b - a) - 12]
        if len(crossed) >= 2 or (crossed and len(chunks) == 1 and column < starts[1] and (b - a) > 50):
            return False
    return True


def _leaves(view: View, line: Line, grid: _Grid) -> bool:
    """Whether a line is set as a heading or a paragraph behind the table."""
    if line.heading:
        return True
    chunks = _chunks(view, line)
    starts, numbered = grid.starts, grid.numbered
    if len(chunks) > 1:
        return False
    text = line.text
    if line.label is not None and line.label.style in ("I", "A", "1.") and text.isupper():
        return True
    if (
        line.label is not None
        and numbered
        and len(starts) > 1
        and starts[1] - chunks[0][0] >= 4
        and chunks[0][2] - chunks[0][1] > starts[1] - chunks[0][0] + 8
    ):
        return True  # "7. Kinh phí …": number and words set as one, where rows set them apart
    return bool(line.blanks and not numbered and text.isupper()) or (line.blanks > 0 and text.endswith("./."))


def _spread(view: View, lines: Sequence[Line], starts: Sequence[int]) -> list[Words]:
    """The cells of a row's lines: each piece goes to the column it begins in."""
    cells: list[list[Words]] = [[] for _ in starts]
    for line in lines:
        for column, a, b in _chunks(view, line):
            cells_at = _split_number(view, a, b, column, starts)
            for at, x, y in cells_at:
                i = max((k for k, s in enumerate(starts) if s <= at + 2), default=0)
                cells[i].append(clean(view.text, x, y))
    return [join(pieces) if pieces else Words("", [(0, lines[0].start)], lines[0].start) for pieces in cells]


def _split_number(view: View, a: int, b: int, column: int, starts: Sequence[int]) -> list[tuple[int, int, int]]:
    """A piece split where single blanks hide a column's edge: behind the row number, or right at a column's start."""
    text = view.text
    for start in starts[1:]:
        for cut in (a + start - column, a + start - column - 1):
            edge = a < cut < b and text[cut - 1] == " " and text[cut] != " "
            if edge and column + 1 < start and (cut == a + start - column or text[cut].isupper()):
                return [(column, a, cut - 1), *_split_number(view, cut, b, start, [s for s in starts if s > start])]
    return [(column, a, b)]
