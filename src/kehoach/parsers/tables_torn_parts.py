"""A row of a task table whose lines OCR lost, parted among its columns.

Of all ways to part a row's lines among task, lead, partners and what comes of it that one is taken which leaves most
words beside a neighbour that they have elsewhere in the plan; bars and wide gaps that are left count.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from kehoach.folding import bare
from kehoach.knowledge.agencies import resolve
from kehoach.knowledge.patterns import lazy
from kehoach.parsers import tables_torn_shape
from kehoach.parsers.cell_kinds import names_somebody
from kehoach.parsers.lines import Line
from kehoach.parsers.tables import Row
from kehoach.parsers.tables_torn_heads import Head
from kehoach.parsers.tables_torn_names import stained, unfinished, whole
from kehoach.parsers.tables_torn_words import (
    FEW_WORDS,
    NAMES,
    OFTEN,
    Token,
    beside,
    last_date,
    readable,
    says_when,
    stains_from,
    tokens,
    unstained,
    when,
)
from kehoach.parsers.view import View
from kehoach.parsers.words import Words, join, no_words
from kehoach.records import NamedTuple

_LINKS = frozenset({"phoi", "voi"})
"""Words that a cell of names may go on with below any name."""
_BEAM = 8
"""Ways to part the lines so far that are followed."""
_KNOWN, _EDGE, _CROSSED, _LOOSE, _OPENS, _NO_LEAD = 1.0, 2.0, 2.5, 1.5, 2.0, 6.0
_LOOSE_OF_FEW, _BEFORE_STAINS = 2.7, 1.0
_UNNAMED, _SKIPPED, _HIDDEN = 0.5, 1.5, 1.0
"""Lost by a small word inside a name that stands there nowhere else, by a line of names without a task's words, by a
body's first word that stands inside a cell."""
_FILLED, _ROOM, _RESUMED, _LATE, _TOO_WIDE = 0.5, 2.5, 3.0, 1.0, 2.0
"""Points for a cell that goes on below a full line; lost below one that had room for the next word, below none, by a
cell that begins below the row's first line, by a piece wider than its column."""
_PASSED = 2.0
"""Lost by a small word in another cell where the task's line above is full."""
_NAMED, _HALF_NAMED = 1.0, 2.0
_SLACK, _MUCH, _WIDER = 0.08, 0.2, 1.25
"""Share of a column's width that is no room, that is room without doubt; widths a piece may have."""
_OFTEN = ("thuong", "xuyen")
_STAIN = "\0"
"""Stands for the last word of a cell of names that begins with none."""
_MOST_PRODUCT = 3
"""Words of what comes of a task on a line without a date."""
_PRODUCTS = frozenset(
    "bao ke quyet van to hoi danh bien du tai chuong cong huong bang lich nghi de ket ban phong chuyen thong".split()
)
_NUMBERED = lazy(r"[\W_]*(?:\d{1,2}(?!\w|\s?[/.]\d)|\w?[\W_]{0,4}\|)")
_SIGN = lazy(r"[^\w\s|“\"'(+-] ")
"""A row's number, and what else OCR makes of it."""
_MOST_TOKENS = 24
_LEGIBLE = 0.34
"""Share of neighbours known from elsewhere that a row without a date has at least to be one."""
_PRODUCT = 3
"""The column of what comes of a task, counted from the task's."""
_SHORTEST_NAME = 6
_DASH = lazy(r"\s[-–](?=\s*(?:\||$))")


class Cut(NamedTuple):
    """A way to part the lines so far: points, the places of the cuts line by line, each column's last word.

    ``sizes``: the letters of each column's piece on the last line, 0 where it has none there.
    """

    points: float
    cuts: tuple[tuple[int, int, int], ...]
    last: tuple[str, str, str, str]
    sizes: tuple[int, int, int, int] = (0, 0, 0, 0)


def shape(view: View, groups: Sequence[Sequence[Line]], known: frozenset[tuple[str, str]], head: Head) -> Sequence[int]:
    """The widths of the columns of a table whose rows stand on these lines, none where they do not show."""
    helped = "partners" in head.roles
    bodies = [[_body(view, line, known, head) for line in group] for group in groups]
    found = tables_torn_shape.widths([body for group in bodies for body in group], 2 + helped)
    if found:
        return found
    firsts = [group[0] for group in bodies if 0 < len(group[0]) <= _MOST_TOKENS]
    return tables_torn_shape.widths_by(
        [(body, parted([body], known, helped=helped).cuts[0]) for body in firsts], 2 + helped
    )


def _body(view: View, line: Line, known: frozenset[tuple[str, str]], head: Head) -> list[Token]:
    """A line's words without its date and stains."""
    words = tokens(view, line)
    return unstained(words[: when(words, product=head.product)[0]], line.text, known)


def row(
    view: View,
    lines: Sequence[Line],
    known: frozenset[tuple[str, str]],
    head: Head,
    widths: Sequence[int] = (),
) -> Row | None:
    """The row that these lines hold; ``None`` where it has neither a date nor legible words.

    ``widths``: the letters that cells of each column hold, where they are known.
    """
    product = head.product
    helped = "partners" in head.roles
    rows = [tokens(view, line) for line in lines]
    times = _gone_on_below(rows, [when(words, product=product) for words in rows])
    bodies = [unstained(words[:k], line.text, known) for line, words, (k, _) in zip(lines, rows, times, strict=True)]
    if max(map(len, bodies)) > _MOST_TOKENS or not any(bodies):
        return None
    if not _says_when(rows, times) and legible(bodies, known) < _LEGIBLE:
        return None
    behind = [words[end:] if k < end else None for words, (k, end) in zip(rows, times, strict=True)]
    lost = [stains_from(words[:k], line.text) < k for line, words, (k, _) in zip(lines, rows, times, strict=True)]
    first = [_opened(line.text, len(body)) for line, body in zip(lines, bodies, strict=True)]
    best = parted(
        bodies,
        known,
        behind if product else (),
        first,
        lost,
        helped=helped,
        widths=widths,
        texts=[line.text for line in lines] if widths else (),
    )
    cells = _pieces(lines, bodies, best.cuts, behind if product else [None] * len(lines))
    time = [
        line.words.cut(words[last_date(words, k, end) if head.starts else k].start, words[end - 1].end)
        for line, words, (k, end) in zip(lines, rows, times, strict=True)
        if k < end
    ]
    nothing = no_words(lines[0].start)
    cells[0] = _from_its_beginning(cells[0])
    if not cells[0]:
        return None
    names = [_cell(cell, known, name=0 < k < _PRODUCT) or nothing for k, cell in enumerate(cells)]
    if stained(names[0].text):
        return None
    if not time and not any(name.text for name in names[1:_PRODUCT]) and not readable(names[0].text):
        return None  # nothing says who or when, and little what
    out = [nothing, *names[: _PRODUCT if helped else _PRODUCT - 1], join(time) if time else nothing]
    return Row([*out, names[_PRODUCT]] if product else out, list(lines))


def _says_when(rows: Sequence[Sequence[Token]], times: Sequence[tuple[int, int]]) -> bool:
    """Whether a line of a row has a date, or words that say how often."""
    return any(
        says_when(words[k:end]) or (k < end and words[k].word in OFTEN)
        for words, (k, end) in zip(rows, times, strict=True)
    )


def _pieces(
    lines: Sequence[Line],
    bodies: Sequence[Sequence[Token]],
    cuts: Sequence[tuple[int, int, int]],
    behind: Sequence[Sequence[Token] | None],
) -> list[list[Words]]:
    """What stands in each of the four columns, line by line; ``behind``: words of the last that follow a date."""
    cells: list[list[Words]] = [[], [], [], []]
    for line, body, places, rest in zip(lines, bodies, cuts, behind, strict=True):
        for cell, begin, end in zip(cells, (0, *places), (*places, len(body)), strict=True):
            if begin < end:
                cell.append(line.words.cut(body[begin].start, _with_dash(line.text, body[end - 1].end)))
        if rest and (cells[_PRODUCT] or rest[0].capital):
            cells[_PRODUCT].append(line.words.cut(rest[0].start, rest[-1].end))
    return cells


def _from_its_beginning(task: list[Words]) -> list[Words]:
    """A task's pieces from the one that begins it on; none where its first words are lost."""
    for i, piece in enumerate(task):
        if _opens(piece.text):
            return task[i:]
        if len(piece.text.split()) >= FEW_WORDS:
            break
    return []


def _gone_on_below(rows: Sequence[Sequence[Token]], times: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Where each line's date is, with "xuyên" below "Thường" at its line's end."""
    out = list(times)
    for n, ((above, (k, end)), words) in enumerate(zip(zip(rows, times, strict=True), rows[1:], strict=False), 1):
        if k + 1 == end and above[k].word == _OFTEN[0] and words and words[-1].word == _OFTEN[1]:
            out[n] = (len(words) - 1, len(words))
    return out


def _opened(text: str, words: int) -> bool:
    """Whether the row's number stands before a line's words."""
    sign = words > FEW_WORDS and _SIGN.match(text) is not None and text[2:3].islower()
    return sign or _NUMBERED.match(text) is not None


def _opens(text: str) -> bool:
    return text.lstrip("“”\"'_.,: ")[:1].isupper()


def _with_dash(text: str, end: int) -> int:
    """The end of a cell's words with the dash on which its line ends: "Phòng Kinh tế -" above "Hạ tầng"."""
    dash = _DASH.match(text, end)
    return dash.end() if dash else end


def _cell(pieces: Sequence[Words], known: frozenset[tuple[str, str]], *, name: bool) -> Words | None:
    if not pieces or (name and not any(c.isupper() for piece in pieces for c in piece.text)):
        return None  # "e„ va": no name is without a capital
    joined = join(list(pieces))
    start = len(joined.text) - len(joined.text.lstrip("“”\"'_.,: "))
    cell = joined.cut(start, max(start, len(joined.text.rstrip(" _|-–"))))
    if not name:
        return cell
    text = cell.text
    half = bare(text) in NAMES and len(text) < _SHORTEST_NAME  # "SỞ", of which the rest is lost
    if half or not readable(text) or not (text[:1].isupper() or names_somebody(text)):
        return None
    end = whole(text, known)
    return cell.cut(0, end) if end else None


def legible(bodies: Sequence[Sequence[Token]], known: frozenset[tuple[str, str]]) -> float:
    pairs = [(a.word, b.word) for body in bodies for a, b in pairwise(body)]
    return sum(pair in known for pair in pairs) / len(pairs) if pairs else 0.0


def parted(
    bodies: Sequence[Sequence[Token]],
    known: frozenset[tuple[str, str]],
    products: Sequence[Sequence[Token] | None] = (),
    first: Sequence[bool] = (),
    lost: Sequence[bool] = (),
    *,
    helped: bool = True,
    widths: Sequence[int] = (),
    texts: Sequence[str] = (),
) -> Cut:
    """The best way to part a row's lines among task, lead, partners and, where ``products`` says so, what comes of it.

    ``products`` has for each line what stands behind its date, ``None`` where it has none; ``first`` whether the
    row's number stands before it: its first word is the task's; ``lost``
    whether illegible words stood behind it, the partners' perhaps; ``helped``: the table has a column of partners.
    """
    states = [Cut(0.0, (), ("", "", "", ""))]
    for n, body in enumerate(bodies):
        inner, unnamed, hidden = _inside(body, known)
        size = len(body)
        behind = products[n] if products else ()
        lowest = max(0, size - _MOST_PRODUCT) if behind is None else size
        ways: dict[tuple[str, ...], Cut] = {}
        for i in range(1 if first and first[n] and size else 0, size + 1):
            for j in range(i, size + 1):
                for k in range(max(j, lowest), size + 1) if helped else (j,) if j >= lowest else ():
                    own = _line_points(body, inner, (i, j, k))
                    own -= _BEFORE_STAINS * bool(lost and lost[n] and j < k)
                    own -= sum(unnamed[b - 1] - unnamed[a] for a, b in ((i, j), (j, k)) if b > a)
                    own -= sum(hidden[b - 1] - hidden[a] for a, b in ((0, i), (i, j), (j, k), (k, size)) if b > a)
                    for state in states:
                        way = _gone_on(state, body, (i, j, k), own, known)
                        if widths:
                            way = _within(state, way, body, widths)
                        if behind:
                            way = way._replace(last=(*way.last[:3], behind[-1].word))
                        if way.last not in ways or ways[way.last].points < way.points:
                            ways[way.last] = way
        states = sorted(ways.values(), key=lambda way: -way.points)[: _BEAM * (1 + bool(widths))]
    nobody = _NO_LEAD / 4 if any(lost) else _NO_LEAD
    return max(
        states,
        key=lambda state: (
            state.points - nobody * (not state.last[1]) - _NO_LEAD * (not state.last[0]) + _names(state, bodies, texts)
        ),
    )


def _names(state: Cut, bodies: Sequence[Sequence[Token]], texts: Sequence[str]) -> float:
    """Points for names that are whole, and against half ones, in the columns of who leads and who helps."""
    points = 0.0
    for column in (0, 1) if texts else ():
        pieces = [
            text[body[cuts[column]].start : body[cuts[column + 1] - 1].end]
            for text, body, cuts in zip(texts, bodies, state.cuts, strict=True)
            if cuts[column] < cuts[column + 1]
        ]
        name = " ".join(pieces).strip(" -|.,")
        if name:
            points += _NAMED if resolve(name) is not None else -_HALF_NAMED if unfinished(name) else 0.0
    return points


def _inside(body: Sequence[Token], known: frozenset[tuple[str, str]]) -> tuple[list[float], list[float], list[float]]:
    """Points up to each word of a line: for known pairs, against small words of no name, against names in a cell."""
    inner, unnamed, hidden = [0.0], [0.0], [0.0]
    for a, b in pairwise(body):
        together = beside(a.word, b, known)
        inner.append(inner[-1] + _KNOWN * together)
        hidden.append(hidden[-1] + _HIDDEN * (b.name and not together))
        unnamed.append(unnamed[-1] + _UNNAMED * (not b.capital and b.word.isalpha() and not together))
    return inner, unnamed, hidden


def _gone_on(
    state: Cut, body: Sequence[Token], cuts: tuple[int, int, int], own: float, known: frozenset[tuple[str, str]]
) -> Cut:
    """A way to part the lines so far, one line more: cut at ``cuts``, which is worth ``own`` points by itself."""
    points, last = state.points + own, list(state.last)
    for column, (begin, end) in enumerate(zip((0, *cuts), (*cuts, len(body)), strict=True)):
        if begin < end:
            points += _seam(state.last[column], body[begin], column, known)
            small = begin == 0 < column < _PRODUCT and not body[0].capital and len(body) > FEW_WORDS
            if small and state.last[0] and not _only_there(state.last, column, body[0], known):
                points -= _SKIPPED
            stain = 0 < column < _PRODUCT and not state.last[column] and not body[begin].capital
            stain = stain or state.last[column] == _STAIN  # nothing goes on a stain
            last[column] = _STAIN if stain else body[end - 1].word
    return Cut(points, (*state.cuts, cuts), (last[0], last[1], last[2], last[3]))


def _within(state: Cut, way: Cut, body: Sequence[Token], widths: Sequence[int]) -> Cut:
    """A way to part the lines so far by how well its last line keeps to the columns' widths."""
    points = way.points
    cuts = way.cuts[-1]
    sizes = [0, 0, 0, 0]
    for column, (begin, end) in enumerate(zip((0, *cuts), (*cuts, len(body)), strict=True)):
        if begin == end or column >= len(widths):
            continue
        size = sizes[column] = body[end - 1].end - body[begin].start
        width, above = widths[column], state.sizes[column]
        if size > _WIDER * width:
            points -= _TOO_WIDE
        if not state.last[column]:
            points -= _LATE if len(way.cuts) > 1 else 0
        elif not above:
            points -= _RESUMED
        else:
            room = width - above - 1 - (body[begin].end - body[begin].start)
            points += _FILLED if room < _SLACK * width else -_ROOM if room > _MUCH * width else 0
    if cuts[0] == 0 and body and not body[0].capital and state.sizes[0]:
        room = widths[0] - state.sizes[0] - 1 - (body[0].end - body[0].start)
        points -= _PASSED if room < _SLACK * widths[0] else 0
    return way._replace(points=points, sizes=(sizes[0], sizes[1], sizes[2], sizes[3]))


def _only_there(last: Sequence[str], column: int, token: Token, known: frozenset[tuple[str, str]]) -> bool:
    """Whether a word goes on the words of a column, and not those of the task."""
    return beside(last[column], token, known) and not beside(last[0], token, known)


def _line_points(body: Sequence[Token], inner: Sequence[float], places: tuple[int, int, int]) -> float:
    """Points for the cuts of one line: neighbours that stay together, edges that are kept."""
    size = len(body)
    points = sum(inner[b - 1] - inner[a] for a, b in zip((0, *places), (*places, size), strict=True) if b > a)
    cuts = {k for k in places if 0 < k < size}
    for k, token in enumerate(body):
        if k and token.edge:
            points += _EDGE if k in cuts else -_CROSSED
    loose = _LOOSE if size > FEW_WORDS else _LOOSE_OF_FEW  # a word or two are one cell's
    return points - loose * sum(not body[k].edge for k in cuts)


def _seam(before: str, token: Token, column: int, known: frozenset[tuple[str, str]]) -> float:
    """Points for a word as the next of a column: the first of a name is a name's, others go on what is above them."""
    if before and beside(before, token, known):
        return 3 * _KNOWN
    if before:
        return _KNOWN if 0 < column < _PRODUCT and token.word in _LINKS and before != _STAIN else -_KNOWN
    if column == _PRODUCT:
        return _OPENS if token.capital and token.word in _PRODUCTS else -2 * _OPENS
    if column == 0:
        return _OPENS if token.capital else -_OPENS
    return _OPENS if token.name else -_OPENS
