"""Where the rows of a table set in columns begin, whose cells may stand in the middle of their rows' height."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from kehoach.knowledge.patterns import lazy
from kehoach.parsers.columns import Piece
from kehoach.parsers.lines import Line
from kehoach.parsers.view import View

Cells = Sequence[tuple[int, Piece]]
"""The pieces of a line and the columns they stand in."""

_BELOW = 3
"""Lines below a number where a cell of its row may begin or go on."""
_MOST_LINES = 40
"""Lines between two numbers up to which rows are divided."""
_SMALL, _OPEN, _ROOM, _BLANK = 2.0, 1.0, 0.8, 1.0
"""What it costs where a row begins with a small letter in a column, ends open, where a cell goes on although the line
above had room for its first word, where a row goes on behind a blank line."""
_UNEVEN, _TORN = 0.7, 0.5
"""What it costs for each line that a number stands off the middle of its row; that a page break tears the row."""
_FIGURES = lazy(r"[\d.,]+ *%?$")
_STACKED = 1.0
"""What it costs that a figure goes on one above it."""
_FILLED = 2
"""Cells that a line has at least by which it begins a row."""
_OPEN_ENDS = (",", "-", "–", "/", "(", " và", " với", " của", " các", " đến", " ngày", " tháng", " cho")


def centred(
    view: View, lines: Sequence[Line], cells: Sequence[Cells], anchors: Sequence[int], turns: frozenset[int]
) -> list[int]:
    """Where rows begin whose ``anchors`` are the lines with their numbers; empty where each begins with its number.

    ``turns``: the lines that begin a page.
    """
    if not anchors or any(b - a > _MOST_LINES for a, b in zip([0, *anchors], [*anchors, len(lines)], strict=True)):
        return []
    wide = _widths(cells)
    ends = [*anchors[2:], len(lines)]
    gaps = [
        _gap(view, lines, cells, (a, b, min(end, b + _BELOW)), wide)
        for a, b, end in zip(anchors, anchors[1:], ends, strict=False)
    ]
    top = sum(gap[b] for gap, b in zip(gaps, anchors[1:], strict=True)) + (_SMALL if anchors[0] else 0.0)
    best = {0: 0.0}
    origins: list[dict[int, int]] = []
    for k, anchor in enumerate(anchors):
        following = gaps[k] if k < len(gaps) else {len(lines): 0.0}
        reached: dict[int, float] = {}
        origins.append({})
        for cut, own in following.items():
            cost, before = min((known + _balance(begin, anchor, cut, turns), begin) for begin, known in best.items())
            reached[cut], origins[-1][cut] = cost + own, before
        best = reached
    if best[len(lines)] >= top:
        return []
    cuts = [len(lines)]
    for origin in reversed(origins):
        cuts.append(origin[cuts[-1]])
    return cuts[::-1]


def first_cells(view: View, cells: Sequence[Cells]) -> list[int]:
    """The lines of the first column's words where each of them is a cell of one line; else none."""
    found = [k for k, line in enumerate(cells) if line and line[0][0] == 0]
    own = [view.text[cells[k][0][1][1] : cells[k][0][1][2]] for k in found]
    whole = len(own) > 1 and all(text[0].isupper() or text[0].isdigit() for text in own)
    return found if whole and not any(text.endswith(_OPEN_ENDS) for text in own) else []


def filled_rows(view: View, cells: Sequence[Cells]) -> list[int]:
    """The lines below the first that begin a row by their cells: the first column's and another's, none going on.

    Below a cell that holds for several rows, the others must all be there.
    """
    wide = _widths(cells)
    full = max(wide, default=0)
    out: list[int] = []
    above: dict[int, Piece] = {}
    for k, line in enumerate(cells):
        if len(line) >= (_FILLED if line and line[0][0] == 0 else max(_FILLED, full)):
            costs = [_goes_on(view, above[column], piece, wide[column]) for column, piece in line if column in above]
            if sum(on for on, _ in costs) > sum(off for _, off in costs):
                out.append(k)
                above = {}
        above |= dict(line)
    return out


def is_open(view: View, cells: Sequence[Cells], k: int) -> bool:
    """Whether the first cell of the line above ends open, so that this line's goes on."""
    above = cells[k - 1] if k else ()
    return bool(above and above[0][0] == 0 and view.text[above[0][1][1] : above[0][1][2]].endswith(_OPEN_ENDS))


def _balance(begin: int, anchor: int, end: int, turns: frozenset[int]) -> float:
    """What it costs that a row has its number where it has it."""
    above, below = anchor - begin, end - 1 - anchor
    if any(begin < turn < end for turn in turns):
        return _TORN
    return _UNEVEN * abs(above - below)


def _widths(cells: Sequence[Cells]) -> dict[int, int]:
    """The letters that the widest line of each column has."""
    wide: dict[int, int] = {}
    for line in cells:
        for column, (_, a, b) in line:
            wide[column] = max(wide.get(column, 0), b - a)
    return wide


def _gap(
    view: View, lines: Sequence[Line], cells: Sequence[Cells], between: tuple[int, int, int], wide: Mapping[int, int]
) -> dict[int, float]:
    """What each place costs at which the row of the second number may begin behind that of the first.

    ``between``: the lines of both numbers, and that up to which words of the second row are looked at.
    """
    upper, lower, end = between
    costs = dict.fromkeys(range(upper + 1, lower + 1), 0.0)
    for cut in costs:
        costs[cut] -= _BLANK * (lines[cut].blanks > 1 or lines[cut].page_break)
    runs: dict[int, list[tuple[int, Piece]]] = {}
    for k in range(upper, max(end, lower + 1)):
        for column, piece in cells[k]:
            runs.setdefault(column, []).append((k, piece))
    for column, run in runs.items():
        for (i, above), (k, below) in pairwise(run):
            on, off = _goes_on(view, above, below, wide[column])
            for cut in costs:
                costs[cut] += off if i < cut <= k else on
    return costs


def _goes_on(view: View, above: Piece, below: Piece, width: int) -> tuple[float, float]:
    """What it costs that a line of a cell goes on the one above it, and that it begins a cell."""
    text = view.text
    first = text[below[1] : below[2]].strip().partition(" ")[0]
    small = first[:1].islower() or first.startswith(("(", ")", ",", ";"))
    is_open = text[above[1] : above[2]].endswith(_OPEN_ENDS)
    if not is_open and all(_FIGURES.match(text[a:b]) for _, a, b in (above, below)):
        return _STACKED, 0.0
    room = above[2] - above[1] + 1 + len(first) < width - 1
    return (0.0 if small or is_open or not room else _ROOM), _SMALL * small + _OPEN * is_open
