"""The headings of a table drawn with blanks: on one line or several, known by their words or by the rows below them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from kehoach.folding import bare
from kehoach.knowledge.patterns import lazy
from kehoach.parsers.columns import Grid, Heading, Piece, pieces
from kehoach.parsers.lines import Line
from kehoach.parsers.tables import NUMBER_HEADING, role
from kehoach.parsers.view import View
from kehoach.parsers.words import clean

_FIRST_HALF = lazy(r"\W*(?:s|st|so|so thu)$")
_SECOND_HALF = lazy(r"(?:t|tt|thu tu|tu)$")
_NUMBER_AND = lazy(r"(?P<tt>s?tt)\s+(?=[a-z]{3})")
_YEAR = lazy(r"20\d\d\b")
_LONGEST_HEADER = 200
_LONGEST_NAME = 60
_LONGEST_REST = 40
"""Letters of a piece that goes on a heading."""
_SHORT = 24
"""Letters of a piece below the headings that is one itself."""
_HEADER_LINES = 5
_TALLEST = 3
"""Lines by which tall cells begin above the others."""
_SQUARE, _FULL, _BELOW = 3, 2, 6
"""Headings, and lines with a cell below each of them, by which columns are known, and lines that are looked at."""
_KNOWN = 2
"""Known headings among those between two blank lines."""
_NEAR = 6
"""Columns between a heading and the two below it that it spans."""


def grid(view: View, lines: Sequence[Line], at: int) -> tuple[Grid, int] | None:
    """The grid of the table whose headings begin on line ``at`` or right above it, and the index behind them."""
    line = lines[at]
    if line.bars or len(line.text) > _LONGEST_HEADER or (line.label is not None and not line.label.is_bullet):
        return None
    found = Grid([_heading(view, piece) for piece in _header_pieces(view, line)], [line], False)
    if len(found.headings) < 2 or any(h.right - h.left > _LONGEST_NAME for h in found.headings) or _runs(found):
        return None
    i = at + 1
    _halved(view, lines, at, found)
    if not _heads(found) and not _squared(view, lines, at, found):
        # cells stand in the middle of their height: the row's number may head its column a line or two below
        while not _heads(found):
            if i > at + 2 or i >= len(lines) or not _goes_on(view, lines[i], found, started=False):
                return _block(view, lines, at)
            _take(view, lines[i], found)
            i += 1
    elif at and line.blanks <= 1:
        _overhead(view, lines[at - 1], found)
    while i < min(len(lines), at + _HEADER_LINES) and _goes_on(view, lines[i], found, started=True):
        _take(view, lines[i], found)
        i += 1
    _tall(view, lines, at, found)
    return found, i


def _block(view: View, lines: Sequence[Line], at: int) -> tuple[Grid, int] | None:
    """The grid of headings over several lines between two blank ones, each in the middle of its height."""
    start, end = at, at + 1
    while start and at - start < _HEADER_LINES and lines[start].blanks <= 1 and not lines[start].page_break:
        start -= 1
    while end < len(lines) and end - start <= _HEADER_LINES and lines[end].blanks <= 1:
        end += 1
    head = lines[start:end]
    if end - start > _HEADER_LINES or any(line.noise or line.bars or line.heading or line.label for line in head):
        return None
    columns: list[tuple[int, int, list[Piece]]] = []
    for piece in sorted(piece for line in head for piece in pieces(view, line)):
        left, right = piece[0], piece[0] + piece[2] - piece[1]
        if piece[2] - piece[1] > _SHORT:
            return None
        if columns and left < columns[-1][1]:
            before = columns.pop()
            columns.append((before[0], max(before[1], right), [*before[2], piece]))
        else:
            columns.append((left, right, [piece]))
    found = Grid([_together(view, own) for _, _, own in columns], list(head), False)
    known = {name for name in (role(heading.text) for heading in found.headings) if name}
    if len(columns) < _SQUARE or len(known) < _KNOWN or not all(_may_head(h.text) for h in found.headings):
        return None
    _heads(found)  # notes whether the first one numbers the rows
    return found, end


def _together(view: View, own: Sequence[Piece]) -> Heading:
    """The heading that pieces make, from above to below."""
    first, *rest = sorted(own, key=lambda piece: piece[1])
    heading = _heading(view, first)
    for piece in rest:
        heading.take(view, piece)
    return heading


def _halved(view: View, lines: Sequence[Line], at: int, found: Grid) -> None:
    """Take the halves of "STT" that stand on the lines above and below the other headings."""
    if not 0 < at < len(lines) - 1 or not _FIRST_HALF.match(lines[at - 1].bare):
        return
    own, below = pieces(view, lines[at - 1]), pieces(view, lines[at + 1])
    second = bare(view.text[below[0][1] : below[0][2]])
    if own[0][0] + 2 < found.headings[0].left > below[0][0] and _SECOND_HALF.match(second):
        found.headings.insert(0, _heading(view, own[0]))
        found.head.insert(0, lines[at - 1])


def _runs(found: Grid) -> bool:
    """Whether pieces are the words of running text that justifying set wide: most begin with a small letter."""
    return 2 * sum(heading.text[:1].islower() for heading in found.headings) > len(found.headings)


def _heading(view: View, piece: Piece) -> Heading:
    column, a, b = piece
    return Heading(column, column + b - a, [clean(view.text, a, b)])


def _heads(found: Grid) -> bool:
    """Whether pieces are headings of columns; notes whether the first one numbers the rows."""
    names = [heading.text for heading in found.headings]
    known = [name for name in map(role, names) if name]
    first = bare(names[0])
    found.numbered = bool(NUMBER_HEADING.match(first) or (_FIRST_HALF.match(first) and len(set(known)) >= 2))
    if found.numbered:
        return len(names) >= 3 or len(known) >= 2
    return len(set(known)) >= 3 or (len(names) == 2 and set(known) == {"time", "task"})


def _squared(view: View, lines: Sequence[Line], at: int, found: Grid) -> bool:
    """Whether the lines right below stand in columns under all of a line's pieces, one of which is a known heading."""
    count = len(found.headings)
    named = [role(heading.text) for heading in found.headings]
    if count < _SQUARE or not (any(named) and all(_may_head(heading.text) for heading in found.headings)):
        return False
    spans = [(heading.left, heading.right) for heading in found.headings]
    full = 0
    for line in lines[at + 1 : at + 1 + _BELOW]:
        own = pieces(view, line)
        if line.noise or line.blanks > 1 or line.bars:
            break
        if len(own) != count:
            continue
        full += 1
        spans = [(min(a, c), max(b, c + y - x)) for (a, b), (c, x, y) in zip(spans, own, strict=True)]
    return full >= _FULL and all(right + 1 < left for (_, right), (left, _) in pairwise(spans))


def _may_head(text: str) -> bool:
    """Whether words can be a column's heading: they begin with a capital or a year, and end no sentence."""
    return (text[0].isupper() or _YEAR.match(text) is not None) and text[-1] not in ".;:,"


def _goes_on(view: View, line: Line, found: Grid, *, started: bool) -> bool:
    """Whether a line below goes on the headings: short pieces that name nothing of a row's own, no row's number."""
    if line.noise or line.bars or line.heading or line.blanks > (2 if started else 1):
        return False
    own = pieces(view, line)
    if any(b - a >= _LONGEST_REST for _, a, b in own):
        return False
    if not started:
        return line.label is None
    first, second = found.headings[0], found.headings[1]
    if _FIRST_HALF.match(bare(first.text)) and _beside(own[0], first):
        if not _SECOND_HALF.match(bare(view.text[own[0][1] : own[0][2]])):
            return False
        own = own[1:]
    elif own[0][0] < second.left - 1 and not _beside(own[0], second):
        return False
    if len(own) >= len(found.headings):
        return False
    return all(_names_no_row(view.text[a:b], line.blanks) for _, a, b in own)


def _names_no_row(words: str, blanks: int) -> bool:
    """Whether a piece goes on a heading, or is one: cells begin with a capital."""
    if words[0].islower() or words[0] == "(":
        return True
    return blanks <= 1 and bool(role(words)) and len(words) < _SHORT


def _beside(piece: Piece, heading: Heading) -> bool:
    """Whether a piece stands above or below a heading."""
    return piece[0] < heading.right and piece[0] + piece[2] - piece[1] > heading.left


def _take(view: View, line: Line, found: Grid) -> None:
    """Give a line's pieces to the headings they stand below; two below one heading divide it."""
    below: dict[int, list[Piece]] = {}
    apart: list[Piece] = []
    for piece in _header_pieces(view, line):
        beside = [i for i, heading in enumerate(found.headings) if _beside(piece, heading)]
        if beside:
            below.setdefault(beside[0], []).append(piece)
        else:
            apart.append(piece)
    headings: list[Heading] = []
    for i, heading in enumerate(found.headings):
        own = below.get(i, [])
        if not own and len(flanks := [piece for piece in apart if _flanks(piece, heading)]) > 1:
            own = flanks
            apart = [piece for piece in apart if piece not in flanks]
        if len(own) > 1:
            parts = [_heading(view, piece) for piece in own]
            for part in parts:
                part.words[:0] = heading.words
            headings += parts
            continue
        for piece in own:
            heading.take(view, piece)
        headings.append(heading)
    found.headings = sorted([*headings, *(_heading(view, piece) for piece in apart)], key=lambda h: h.left)
    found.head.append(line)


def _flanks(piece: Piece, heading: Heading) -> bool:
    """Whether a piece stands right before or behind the heading above it: "Mục tiêu" over "2025" and "2030"."""
    left, right = piece[0], piece[0] + piece[2] - piece[1]
    return max(left - heading.right, heading.left - right) <= _NEAR


def _overhead(view: View, above: Line, found: Grid) -> None:
    """Take the line above the headings where it makes more of them known: tall cells begin higher."""
    if above.noise or above.label is not None or above.bars or above.indent < found.headings[0].right:
        return
    own = pieces(view, above)
    if any(b - a > 30 or view.text[a] == "(" or ":" in view.text[a:b] for _, a, b in own):
        return
    upper = Grid([_heading(view, piece) for piece in own], [above], False)
    for line in found.head:
        _take(view, line, upper)
    known = sum(bool(role(h.text)) for h in found.headings)
    if upper.headings[0].text == found.headings[0].text and sum(bool(role(h.text)) for h in upper.headings) > known:
        found.headings, found.head = upper.headings, upper.head


def _tall(view: View, lines: Sequence[Line], at: int, found: Grid) -> None:
    """Take the lines above whose words begin headings that go on with a small letter: "Lãnh" over "đạo phụ trách"."""
    for above in lines[max(0, at - _TALLEST) : at][::-1]:
        begun = [heading for heading in found.headings[1:] if heading.text[:1].islower()]
        if not begun or above.noise or above.bars or above.heading or found.head[0].blanks > 1 or above in found.head:
            return
        own = pieces(view, above)
        over = [next((h for h in begun if _beside(piece, h)), None) for piece in own]
        if len({id(h) for h in over}) < len(over) or any(b - a >= _SHORT for _, a, b in own):
            return
        taken = [heading for heading in over if heading is not None]
        if len(taken) < len(own):
            return
        for heading, (column, a, b) in zip(taken, own, strict=True):
            heading.left, heading.right = min(heading.left, column), max(heading.right, column + b - a)
            heading.words.insert(0, clean(view.text, a, b))
        found.head.insert(0, above)


def _header_pieces(view: View, line: Line) -> list[Piece]:
    """A header's pieces; "STT Nhiệm vụ" set with one blank is two."""
    own = pieces(view, line)
    if own and (match := _NUMBER_AND.match(bare(view.text[own[0][1] : own[0][2]]))):
        column, a, b = own[0]
        cut = a + match.end()
        return [(column, a, a + match.end("tt")), (column + cut - a, cut, b), *own[1:]]
    return own
