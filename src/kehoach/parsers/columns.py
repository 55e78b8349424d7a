"""Where the columns of a table drawn with blanks stand: its headings and their borders."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from kehoach.knowledge.patterns import lazy
from kehoach.parsers.lines import Line
from kehoach.parsers.tables import ROW_NUMBER
from kehoach.parsers.view import View
from kehoach.parsers.words import Words, clean, join

Piece = tuple[int, int, int]
"""(column, view start, view end) of a piece of a line that two blanks and more set apart."""

_GAP = lazy(r" {2,}|\t+")
_DOTS = lazy(r"\.\.[.)]?$")
"""What stands for the numbers of rows to be filled in."""
_MOVED = 12
"""Columns by which a table may stand further left or right on the next page."""
_NEAR = 6
"""Columns by which a border may stand elsewhere on the next page."""


class Heading:
    """The heading of a column: ``left``/``right``: the columns its words take, its words line by line."""

    __slots__ = ("left", "right", "words")

    def __init__(self, left: int, right: int, words: list[Words]) -> None:
        self.left, self.right, self.words = left, right, words

    @property
    def text(self) -> str:
        """Its words in one line."""
        return " ".join(w.text for w in self.words)

    def take(self, view: View, piece: Piece) -> None:
        """Go on with a piece of the next line."""
        column, a, b = piece
        self.left, self.right = min(self.left, column), max(self.right, column + b - a)
        self.words.append(clean(view.text, a, b))


class Grid:
    """``head``: the lines of the headings; ``numbered``: the first column holds row numbers.

    ``borders``: the text columns at which each column but the first begins.
    """

    __slots__ = ("borders", "head", "headings", "numbered")

    def __init__(self, headings: list[Heading], head: list[Line], numbered: bool) -> None:
        self.headings, self.head, self.numbered = headings, head, numbered
        self.borders: list[int] = []

    def columns(self) -> list[Words]:
        """The headings' words."""
        return [join(heading.words) for heading in self.headings]

    def settle(self, view: View, lines: Iterable[Line]) -> None:
        """Find the borders: between two headings, where the fewest pieces of the lines run across."""
        rows = [[(c, c + b - a) for c, a, b in pieces(view, line)] for line in lines]
        full = [row for row in rows if len(row) == len(self.headings)][1:]  # the headings are one
        self.borders = []
        for k, (here, following) in enumerate(pairwise(self.headings)):
            low, high, measured = here.right, max(here.right + 1, following.left), rows
            if len(full) > 1 and (left := max(r[k][1] for r in full)) < (right := min(r[k + 1][0] for r in full)):
                low, high, measured = left, right, [row for row in rows if len(row) > 1]
            crossing = [0] * (high - low + 1)
            for left, right in (span for row in measured for span in row):
                for x in range(max(left + 1, low), min(right - 1, high) + 1):
                    crossing[x - low] += 1
            self.borders.append(low + _widest(crossing))

    def moved(self, view: View, lines: Sequence[Line]) -> Grid:
        """The same columns on a page without headings, where all of them may stand further left or right."""
        own = [pieces(view, line) for line in lines]
        spans = [(c, c + b - a) for line in own if len(line) > 1 for c, a, b in line]

        def crossing(at: int) -> int:
            return sum(left < at < right for left, right in spans)

        shift = min(range(-_MOVED, _MOVED + 1), key=lambda s: (sum(crossing(b + s) for b in self.borders), abs(s)))
        out = Grid(self.headings, [], self.numbered)
        if self.numbered and (behind := _behind_numbers(view, own)):
            out.borders.append(behind)
        for border in self.borders[len(out.borders) :]:
            low = max([0, *(b + 1 for b in out.borders)])
            near = range(max(low, border + shift - _NEAR), border + shift + _NEAR + 1)
            out.borders.append(min(near, key=lambda x: (crossing(x), abs(x - border - shift)), default=low))
        return out

    def at(self, piece: Piece) -> int:
        """The column that a piece belongs to: the one it begins in, or whose border it just misses."""
        left, right = piece[0], piece[0] + piece[2] - piece[1]
        return sum(border <= left + (2 if right > border + 2 else 0) for border in self.borders)

    def crossed(self, piece: Piece) -> int:
        """How many borders a piece runs across with words on either side."""
        left, right = piece[0], piece[0] + piece[2] - piece[1]
        return sum(left + 3 < border < right - 12 for border in self.borders)


def _behind_numbers(view: View, lines: Sequence[Sequence[Piece]]) -> int:
    """Where the words behind the numbers of rows begin, 0 where no line has both."""
    rows = [line for line in lines if len(line) > 1 and row_number(view.text[line[0][1] : line[0][2]])]
    right = max((line[0][0] + line[0][2] - line[0][1] for line in rows), default=0)
    left = min((line[1][0] for line in rows), default=0)
    return left if right < left else 0


def _widest(crossing: Sequence[int]) -> int:
    """The last place of the longest run of the least crossed places."""
    least = min(crossing)
    best = (0, 0)
    run = 0
    for i, count in enumerate(crossing):
        run = run + 1 if count == least else 0
        best = max(best, (run, i))
    return best[1]


def pieces(view: View, line: Line) -> list[Piece]:
    """The pieces of a line that two blanks and more set apart."""
    out = []
    text = view.text
    row_start = view.row_start(line.start)
    at = line.start
    for gap in _GAP.finditer(text, line.start, line.end):
        if gap.start() > at:
            out.append((at - row_start, at, gap.start()))
        at = gap.end()
    if at < line.end:
        out.append((at - row_start, at, line.end))
    return out


def opens_row(view: View, line: Line, numbered: bool, border: int, first: int) -> bool:
    """Whether a line opens a row: a number in the number column, or digits in the first one."""
    own = pieces(view, line)
    if not own:
        return False
    column, a, b = own[0]
    if numbered:
        return column < border and row_number(view.text[a:b].split(" ")[0])
    return column <= first + 2 and any(c.isdigit() for c in view.text[a:b])


def row_number(word: str) -> bool:
    """Whether a word numbers a row: "3", "1.2", "IV", "A", or dots do."""
    return len(word) <= 6 and (ROW_NUMBER.match(word) or _DOTS.match(word)) is not None
