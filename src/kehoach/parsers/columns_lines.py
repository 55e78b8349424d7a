"""Which column each word of a table's line stands in, where pdftotext left one blank between two cells, or moved them.

Letters of a page have widths of their own; set in columns of equal letters, a cell's words often reach up to the next
cell's, and the cells of one row begin a little before or behind those of another. So the words of a line are laid
out over the columns in the cheapest way: near where the column begins, no wider than its other cells, divided before
a word that can open a cell.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from kehoach.folding import bare
from kehoach.parsers.cell_kinds import FIGURES, NAMES, opens_names, opens_time
from kehoach.parsers.columns import Grid, Piece, pieces, row_number
from kehoach.parsers.lines import Line
from kehoach.parsers.view import View

_MOST_WORDS = 40
_FAR, _WIDE = 0.25, 0.6
"""What it costs for each column that a cell's words stand away from its place, or reach over its width."""
_DIVIDED, _LOWERED = 1.0, 3.0
"""What it costs to divide at one blank, to divide before a small letter."""
_JUSTIFIED, _SPACED, _GAPPED = 5, 0.4, 2.5
"""Blanks up to which justifying may set words apart, what they cost within a cell, and what more cost."""
_UNDER, _BESIDE = 0.2, 3
"""What it costs to divide before a small letter right below the cell's line above, and how far off that may be."""
_SLACK = 2
"""Columns by which a cell may be wider than the others."""
_TIMES = frozenset("thuong quy qui theo dip trong truoc sau thang hang nam tuan ngay dinh tu den xong".split())
"""Words that a time begins with, whatever stands on its next line."""
_UNFIT = 5.0
_NEVER = 1e9
_FITTING = 0.7
_FEW = 5
"""Pieces of a column up to which its width is that up to the next one."""
_USUAL = 0.9
"""The share of a column's pieces that are no wider than its cells are."""


class Lanes:
    """Where the cells of each column stand on a page: ``lefts``, ``middles``, and how ``wide`` they are."""

    __slots__ = ("found", "lefts", "middles", "roles", "wide")

    def __init__(self, view: View, lines: Iterable[Line], found: Grid, roles: Sequence[str]) -> None:
        self.found, self.roles = found, roles
        own: list[list[tuple[int, int]]] = [[] for _ in found.headings]
        for line in lines:
            for piece in pieces(view, line):
                if not crosses(piece, found):
                    own[found.at(piece)].append((piece[0], piece[0] + piece[2] - piece[1]))
        edges = [0, *found.borders, 0]
        self.lefts, self.middles, self.wide = [], [], []
        for k, spans in enumerate(own):
            spans = spans or [(edges[k], edges[k] + found.headings[k].right - found.headings[k].left)]
            self.lefts.append(_middle([left for left, _ in spans]))
            self.middles.append(_middle([left + right for left, right in spans]) / 2)
            widths = sorted(right - left for left, right in spans)
            room = found.borders[k] - self.lefts[k] - 1 if k < len(found.borders) and len(spans) < _FEW else 0
            self.wide.append(max(widths[int((len(widths) - 1) * _USUAL)], room))

    def place(self, column: int, left: int, right: int, upper: Piece | None) -> float:
        """What it costs that words stand between these text columns in a column of the table.

        ``upper``: what stands above them in their cell.
        """
        away = min(abs(left - self.lefts[column]), abs((left + right) / 2 - self.middles[column]))
        if upper is not None and (abs(upper[0] - left) <= 1 or abs(upper[0] + upper[2] - upper[1] - right) <= 1):
            away = 0.0
        return _FAR * away + _WIDE * max(0, right - left - self.wide[column] - 1)

    def overfull(self, line: Sequence[Piece]) -> bool:
        """Whether a piece is wider than its column's cells are, and reaches to the next column, which has none."""
        columns = [self.found.at(piece) for piece in line]
        for column, (left, a, b) in zip(columns, line, strict=True):
            if column == len(self.found.borders) or column + 1 in columns or b - a <= self.wide[column] + _SLACK:
                continue
            if left + b - a >= self.found.borders[column] - _SLACK:
                return True
        return False


def _middle(values: list[int]) -> int:
    return sorted(values)[len(values) // 2]


def crosses(piece: Piece, found: Grid) -> bool:
    """Whether a piece has words on both sides of a border."""
    left, right = piece[0], piece[0] + piece[2] - piece[1]
    return any(left < border - 1 and right > border + 1 for border in found.borders)


def crowded(line: Sequence[Piece], found: Grid) -> bool:
    """Whether a line's pieces do not stand in the columns one by one: across a border, or two of them in one column."""
    if any(crosses(piece, found) for piece in line):
        return True
    return any(b[1] - a[2] > _JUSTIFIED and found.at(a) == found.at(b) for a, b in pairwise(line))


def laid_out(view: View, line: Line, lanes: Lanes, above: Sequence[Piece | None]) -> list[tuple[int, Piece]] | None:
    """The pieces of a line with the columns they belong to, ``None`` where it cannot be told.

    ``above``: what stands in each column on the line above.
    """
    words = _words(view, line)
    count, columns = len(words), len(lanes.lefts)
    if count > _MOST_WORDS:
        return None
    cuts = [0, *(i for i in range(1, count) if _may_open(words, i, lanes.found))]
    gaps = [0.0]
    for before, word in pairwise(words):
        gap = word[1] - before[2]
        gaps.append(gaps[-1] + (_GAPPED if gap > _JUSTIFIED else _SPACED if gap > 1 else 0.0))
    # the least cost of the words before a place, the last of them in a column before this one; and from where
    best: dict[int, list[tuple[float, int, int]]] = {0: [(0.0, 0, -1)] * (columns + 1)}
    for end in [*cuts[1:], count]:
        row = [(_NEVER, 0, -1)] * (columns + 1)
        for start in [cut for cut in cuts if cut < end]:
            piece = (words[start][0], words[start][1], words[end - 1][2])
            inside = gaps[end - 1] - gaps[start]
            for k in range(columns):
                known = best[start][k][0] + inside
                if known < row[k + 1][0]:
                    known += _opening(view, words, start, k, lanes, above) + _cell(view, piece, k, lanes, above[k])
                    if known < row[k + 1][0]:
                        row[k + 1] = (known, start, k)
        for k in range(columns):
            row[k + 1] = min(row[k + 1], row[k], key=lambda way: way[0])
        best[end] = row
    out: list[tuple[int, Piece]] = []
    end, k = count, columns
    while end:
        _, start, k = best[end][k]
        out.append((k, (words[start][0], words[start][1], words[end - 1][2])))
        end = start
    return out[::-1]


def _words(view: View, line: Line) -> list[Piece]:
    out: list[Piece] = []
    for column, a, b in pieces(view, line):
        at = a
        for word in view.text[a:b].split(" "):
            out.append((column + at - a, at, at + len(word)))
            at += len(word) + 1
    return out


def _may_open(words: Sequence[Piece], i: int, found: Grid) -> bool:
    """Whether a cell may begin with a word: behind a gap, or near a border."""
    return words[i][1] - words[i - 1][2] > 1 or any(abs(words[i][0] - border) <= 10 for border in found.borders)


def _cell(view: View, piece: Piece, column: int, lanes: Lanes, upper: Piece | None) -> float:
    """What it costs that a piece stands in a column."""
    left, right = piece[0], piece[0] + piece[2] - piece[1]
    cost = lanes.place(column, left, right, upper)
    if column == 0 and lanes.found.numbered and not row_number(view.text[piece[1] : piece[2]].rstrip(".)")):
        cost += _UNFIT
    return cost


def _completes(view: View, upper: Piece | None, rest: str) -> bool:
    """Whether a word makes a time of the one above it: "xuyên" below "Thường", "hoạch" below "Theo kế"."""
    if upper is None:
        return False
    above = bare(view.text[upper[1] : upper[2]])
    return not opens_time(above) and opens_time(f"{above} {bare(rest.partition(' ')[0])}")


def _opening(
    view: View, words: Sequence[Piece], start: int, column: int, lanes: Lanes, above: Sequence[Piece | None]
) -> float:
    """What it costs that a cell's words begin with a word that one blank sets apart from those before."""
    gap = words[start][1] - words[start - 1][2] if start else _JUSTIFIED + 1
    rest = view.text[words[start][1] : words[-1][2]]
    if gap > _JUSTIFIED or (gap > 1 and not rest[0].islower()):
        return 0.0
    upper, role = above[column], lanes.roles[column]
    if rest[0].islower() or rest[0] in "(,;-–":
        away = abs(upper[0] - words[start][0]) if upper is not None else _BESIDE + 1
        under = away <= _BESIDE and (role != "time" or opens_time(bare(rest[:40])) or _completes(view, upper, rest))
        return _UNDER * (1 + away) if under else _LOWERED
    fits = (
        (role in NAMES and opens_names(bare(rest[:40])))
        or (role == "time" and (opens_time(words_ := bare(rest[:40])) or words_.partition(" ")[0] in _TIMES))
        or (role in FIGURES and rest[0].isdigit())
    )
    return _DIVIDED - (_FITTING if fits else 0.0)
