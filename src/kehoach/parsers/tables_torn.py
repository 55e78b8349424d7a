"""Task tables whose lines OCR lost: the words of a printed line run on from column to column.

"Khảo sát nhu cầu của 120 hợp | Phòng Quản lý Liên minh Hợp" / "tác xã thương mại tác xã tỉnh Tháng 3/2031": which
words belong together is told by the rest of the plan. Of all ways to part a row's lines among its columns that one
is taken which leaves most words beside a neighbour that they have elsewhere; bars and wide gaps that are left count.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from kehoach.folding import bare
from kehoach.knowledge.agencies import compounds, seams
from kehoach.knowledge.patterns import lazy
from kehoach.parsers import tables_torn_heads
from kehoach.parsers.lines import Line
from kehoach.parsers.tables import Row, Table
from kehoach.parsers.tables_torn_heads import TOKEN
from kehoach.parsers.view import View
from kehoach.parsers.words import Words, join, no_words
from kehoach.records import NamedTuple

_SCHEDULE = lazy(
    r"\W*(?P<number>s?tt|so tt)[\W_]+(?P<time>ngay(?: thang| lam viec)?|thoi gian)[\W_]+"
    r"(?P<rest>(?:noi|dia diem|don vi|co so|doi tuong)\b.*"
    r"\b(?:truong doan|thanh phan|chu tri|phu trach|dai bieu|can bo)\W*)$"
)
_DAY_FIRST = lazy(r"\W*(?P<number>\d{1,2})[\W_]+(?P<day>\d{1,2}\s?[/.]\s?\d{1,2}(?:\s?[/.]\s?20\d\d)?)(?![\d/])[\W_]*")
_GAP = lazy(r"\s{3,}|\s*[|¦]\s*")
_DATE = lazy(r"\W?(?:\d{1,2}(?:[/.]\d{1,4}){1,2}|[ivhu]{1,3}/\d{4}|20\d\d)\W*$")
_TIME_WORDS = frozenset("truoc thang quy hang tu den nam ngay trong cuoi dau het tuan dinh ky".split())
_DATED = frozenset({"thang", "quy", "hang"})
_DASHES = "-–—"
_STROKES = "šžïîìíỉĩịÿ¡"
"""Letters that are no words: strokes of a column's edge."""
_SLASHED = lazy(r"\d\s?/\s?(?:\d|20)")
_NUMBER = lazy(r"\d{1,2}[\Wˆ]*$")
_NAMES = frozenset(
    "phong ban so to hoi ubnd hdnd doan truong trung tram van thanh cong cuc chi lien cac khu buu dien uy dang don giao"
    " hieu pho mat ke ky quy vien vnpt viettel ngan kho bao benh dong ong ba".split()
)
_FREQUENT = frozenset(
    (first, second)
    for first, _, second in (
        pair.partition(" ")
        for pair in "cap huyen,cap xa,cap tinh,cap thon,doanh nghiep,hop tac,tac xa,quan ly,lien quan,dia phuong"
        ",co quan,don vi,trien khai,thuc hien,to chuc,kiem tra,hoc sinh,giao vien,tap huan,tuyen truyen,ke hoach"
        ",bao cao,xay dung,lap to,lap ban,lap doan,toan ban,toan to,to cong,cong tac".split(",")
    )
)
_PLACED = frozenset(
    (last, place)
    for last in "an ke dan nu nien binh hinh su tat khoa".split()
    for place in "tinh huyen quan phuong xa".split()
    if (last, place) not in {("dan", "quan"), ("an", "quan"), ("binh", "quan")}
)
"""The last words of bodies that each place has, and the place: "Hội Nông dân tỉnh", never "Sở Y tế tỉnh"."""
_MOST_LINES = 60
_MOST_ROW_LINES, _TALLEST_ROW = 4, 6
"""Lines of a row; those that go on in small letters are its own a little longer."""
_MOST_TOKENS = 22
_BEAM = 8
"""Ways to part the lines so far that are followed."""
_NEAR = 30_000
"""Letters before and behind a table in which words are looked for beside each other."""
_FEW_WORDS = 3
_LONGEST_CAPITALS = 20
_FEWEST_ROWS = 2
_COLUMNS = 3
_LEGIBLE = 0.34
"""Share of neighbours known from elsewhere that a row without a date has at least to be one."""
_KNOWN, _EDGE, _CROSSED, _LOOSE, _OPENS, _NO_LEAD = 1.0, 2.0, 2.5, 1.5, 2.0, 6.0
_STAIN = "\0"
"""Stands for the last word of a cell of names that begins with none."""
_BARS = frozenset("[]{}")
"""What OCR makes of a column's edge beside the bar itself."""


class _Token(NamedTuple):
    """A word of a line: its place in the line's text, its bare letters, whether a column's edge stands before it."""

    start: int
    end: int
    word: str
    capital: bool
    edge: bool


class _Cut(NamedTuple):
    """A way to part the lines so far: points, the places of the cuts line by line, each column's last word."""

    points: float
    cuts: tuple[tuple[int, int], ...]
    last: tuple[str, str, str]


def find(view: View, lines: Sequence[Line], at: int) -> tuple[Table, int] | None:
    """The task table whose headings stand on line ``at``, their bars lost, and the index behind it, or ``None``."""
    columns = tables_torn_heads.columns(lines[at])
    if columns is not None:
        return _read(view, lines, at, columns, [lines[at]])
    torn = tables_torn_heads.torn(lines, at)
    return _read(view, lines, at, *torn) if torn is not None else _schedule(lines, at)


def _read(
    view: View, lines: Sequence[Line], at: int, columns: list[Words], head: list[Line]
) -> tuple[Table, int] | None:
    """The table below the headings that stand on the lines ``head`` from index ``at`` on, and the index behind it."""
    begin = next(i for i in range(at, len(lines)) if lines[i] is head[-1]) + 1
    end = next((i for i in range(begin, len(lines)) if i > at + _MOST_LINES or _ends(lines[i])), len(lines))
    groups = list(_groups([line for line in lines[begin:end] if not line.noise]))
    while groups and not any(map(_dated, groups[-1])):
        groups.pop()  # what stands behind the last date is no row
    if not groups:
        return None
    last = groups[-1][-1]
    behind = next(i for i in range(at, end) if lines[i] is last) + 1
    known = _neighbours(
        view.text[max(0, lines[at].start - _NEAR) : lines[at].start], view.text[last.end : last.end + _NEAR]
    )
    table = Table(columns, ["number", *tables_torn_heads.ROLES], [], list(head))
    for group in groups:
        row = _row(view, group, known)
        if row is not None:
            table.rows.append(row)
        else:
            (table.rows[-1].lines if table.rows else table.head).extend(group)
    if not columns[0].text and any(_SLASHED.search(row.cells[k].text) for row in table.rows for k in (2, 3)):
        return None  # dates among the names: the lines of several rows are mixed
    return (table, behind) if len(table.rows) >= _FEWEST_ROWS else None


def _schedule(lines: Sequence[Line], at: int) -> tuple[Table, int] | None:
    """A schedule of days, places and persons: each line with a day is a row, the words around it are torn."""
    head = lines[at]
    header = _SCHEDULE.match(head.bare)
    if header is None or head.bars >= _COLUMNS:
        return None
    names = ("number", "time", "rest")  # whose words are whose is lost
    table = Table([head.words.cut(*header.span(name)) for name in names], ["number", "time", "lead"], [], [head])
    waiting: list[Line] = []
    behind = at + 1
    for i in range(at + 1, min(len(lines), at + _MOST_LINES)):
        line = lines[i]
        if _ends(line) or len(waiting) > _MOST_ROW_LINES:
            break
        if line.noise:
            continue
        waiting.append(line)
        day = _DAY_FIRST.match(line.bare)
        if day is None:
            continue
        nothing = no_words(line.start)
        cells = [line.words.cut(*day.span("number")), line.words.cut(*day.span("day")), nothing]
        table.rows.append(Row(cells, waiting))
        waiting = []
        behind = i + 1
    return (table, behind) if len(table.rows) >= _FEWEST_ROWS else None


def _ends(line: Line) -> bool:
    """Whether a line stands behind the table: a heading with its label, or one in capitals."""
    if line.heading or (line.text.isupper() and len(line.text) > _LONGEST_CAPITALS):
        return True
    label = line.label
    if label is None or label.kept:
        return False
    if label.is_bullet:
        return line.text[-1:] in ".;" and not line.bars and line.text[label.end : label.end + 1].isupper()
    if label.style == "I":
        return True
    return line.text[: label.end].rstrip()[-1:] in ".)" and line.text[label.end : label.end + 1].isupper()


def _neighbours(*texts: str) -> frozenset[tuple[str, str]]:
    """Pairs of words that stand side by side elsewhere in the plan, or in names of bodies."""
    pairs = {pair for text in texts for pair in pairwise(_plain(bare(text).split()))}
    return frozenset(_FREQUENT | _PLACED | pairs | {(bare(a), bare(b)) for a, b in (*compounds(), *seams())})


def _plain(words: Sequence[str]) -> list[str]:
    return [word.strip(".,;:()\"'|_-") for word in words]


def _groups(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """The lines row by row: a row begins with a capital, behind a number or a stain perhaps, where one has its date.

    A word or two above the row's number are the top of a taller cell.
    """
    group: list[Line] = []
    dated = False
    for line in lines:
        first, numbered = _opening(line)
        over = numbered and not dated and all(len(above.text.split()) <= _FEW_WORDS for above in group)
        opens = (first.isupper() and (dated or numbered) and not over) or (dated and _tops(group[-1], line))
        full = len(group) >= _MOST_ROW_LINES and not (line.text[:1].islower() and len(group) < _TALLEST_ROW)
        if group and (opens or full):
            yield group
            group, dated = [], False
        group.append(line)
        dated = dated or _dated(line)
    if group:
        yield group


def _tops(above: Line, line: Line) -> bool:
    """Whether a line is the top of a taller cell of the row below: a body's name behind a stain or two, no list's."""
    words = [token[0] for token in TOKEN.finditer(line.text)]
    name = next((k for k, word in enumerate(words) if word[:1].isupper() and bare(word) in _NAMES), 0)
    stained = all(len(word) <= _FEW_WORDS and not word[:1].isupper() for word in words[:name])
    return 0 < name <= _FEW_WORDS and stained and len(words) - name <= 2 * _FEW_WORDS and not _lists_on(above)


def _lists_on(line: Line) -> bool:
    """Whether a list of names goes on below a line, which ends in its comma or semicolon."""
    return line.text.rstrip(" |_").endswith((",", ";"))


def _dated(line: Line) -> bool:
    """Whether a line ends in a date, as a row does and a sentence does not."""
    return line.text[-1:] not in ".;" and _DATE.search(line.bare.rsplit(" ", 1)[-1]) is not None


def _opening(line: Line) -> tuple[str, bool]:
    """The first letter of a line's first word that is no stain, and whether a number stands before it."""
    numbered = False
    for token in TOKEN.finditer(line.text):
        word = token[0].strip("“”\"'‘’_.,-+*: ")
        if len(word) > 1 and word[0].isalpha():
            return word[0], numbered
        numbered = numbered or word.isdecimal()
    return "", numbered


def _row(view: View, lines: Sequence[Line], known: frozenset[tuple[str, str]]) -> Row | None:
    """The row that these lines hold; ``None`` where it has neither a date nor legible words."""
    rows = [_tokens(view, line) for line in lines]
    times = [_time(tokens) for tokens in rows]
    bodies = [_unstained(tokens[:k]) for tokens, k in zip(rows, times, strict=True)]
    if max(map(len, bodies)) > _MOST_TOKENS or not any(bodies):
        return None
    dated = any(_DATE.match(t.word) for tokens, k in zip(rows, times, strict=True) for t in tokens[k:])
    if not dated and _legible(bodies, known) < _LEGIBLE:
        return None
    best = _parted(bodies, known)
    cells: list[list[Words]] = [[], [], []]
    for line, tokens, (i, j) in zip(lines, bodies, best.cuts, strict=True):
        for cell, part in zip(cells, (tokens[:i], tokens[i:j], tokens[j:]), strict=True):
            if part:
                cell.append(line.words.cut(part[0].start, part[-1].end))
    when = [
        line.words.cut(tokens[k].start, tokens[-1].end)
        for line, tokens, k in zip(lines, rows, times, strict=True)
        if k < len(tokens)
    ]
    nothing = no_words(lines[0].start)
    names = (_cell(cell, name=k > 0) or nothing for k, cell in enumerate(cells))
    return Row([nothing, *names, join(when) if when else nothing], list(lines))


def _cell(pieces: Sequence[Words], *, name: bool) -> Words | None:
    if not pieces or (name and not any(c.isupper() for piece in pieces for c in piece.text)):
        return None  # "e„ va": no name is without a capital
    whole = join(list(pieces))
    start = len(whole.text) - len(whole.text.lstrip("“”\"'_.,: "))
    return whole.cut(start, max(start, len(whole.text.rstrip(" _|"))))


def _tokens(view: View, line: Line) -> list[_Token]:
    """A line's words without signs, each with whether a bar or a wide gap stands before it."""
    raw = view.text[line.start : line.end]
    edges = {len(raw[: gap.start()].replace("|", " ").split()) for gap in _GAP.finditer(raw)}
    out: list[_Token] = []
    edge = False
    for n, match in enumerate(TOKEN.finditer(line.text)):
        word = bare(match[0]).strip(".,;:()[]{}\"'“”_-")
        edge = edge or n in edges or (not word and not _BARS.isdisjoint(match[0]))
        if (not word and match[0] not in _DASHES) or (len(match[0]) == 1 and match[0].lower() in _STROKES):
            edge = edge or bool(word)
            continue
        out.append(_Token(match.start(), match.end(), word, match[0].strip("“\"'(")[:1].isupper(), edge))
        edge = False
    return out


def _time(tokens: Sequence[_Token]) -> int:
    """The index of the first word of the date that ends a line, the number of its words where none does."""
    k = len(tokens)
    while k and not any(map(str.isalnum, tokens[k - 1].word)):
        k -= 1
    end = k
    while k and (
        (tokens[k - 1].word in _TIME_WORDS and not _half_of_dinh_ky(tokens, k, end))
        or _DATE.match(tokens[k - 1].word)
        or _joins(tokens, k, end)
    ):
        k -= 1
    found = tokens[k:end]
    year_of = found and found[0].word == "nam" and not found[0].edge  # "… năm 2031" ends a task
    if found and (any(_DATE.match(t.word) for t in found) or found[0].word in _DATED) and not year_of:
        return k
    return len(tokens)


def _half_of_dinh_ky(tokens: Sequence[_Token], k: int, end: int) -> bool:
    """Whether a word is "đình" or "định" that no "kỳ" follows: "hộ gia đình | 10/10/2031"."""
    return tokens[k - 1].word == "dinh" and not (k < end and tokens[k].word == "ky")


def _joins(tokens: Sequence[_Token], k: int, end: int) -> bool:
    """Whether a word is a number or a dash inside a date: "Tháng 4 - 9/2031"."""
    word = tokens[k - 1].word
    return (not word or word.isdecimal()) and k >= 2 and (tokens[k - 2].word in _DATED or (not word and k < end))


def _unstained(tokens: Sequence[_Token]) -> list[_Token]:
    """The words of a line without the row's number, without signs and single letters at its ends."""
    out = [t for t in tokens if t.word]
    while out and (len(out[0].word) == 1 or _NUMBER.match(out[0].word)):
        out.pop(0)
    while out and len(out[-1].word) == 1:
        out.pop()
    return out


def _legible(bodies: Sequence[Sequence[_Token]], known: frozenset[tuple[str, str]]) -> float:
    pairs = [(a.word, b.word) for body in bodies for a, b in pairwise(body)]
    return sum(pair in known for pair in pairs) / len(pairs) if pairs else 0.0


def _parted(bodies: Sequence[Sequence[_Token]], known: frozenset[tuple[str, str]]) -> _Cut:
    """The best way to part a row's lines among task, lead and partners."""
    states = [_Cut(0.0, (), ("", "", ""))]
    for body in bodies:
        inner = [0.0]
        for a, b in pairwise(body):
            inner.append(inner[-1] + _KNOWN * ((a.word, b.word) in known))
        ways: dict[tuple[str, str, str], _Cut] = {}
        for i in range(len(body) + 1):
            for j in range(i, len(body) + 1):
                own = _line_points(body, inner, i, j)
                for state in states:
                    way = _gone_on(state, body, (i, j), own, known)
                    if way.last not in ways or ways[way.last].points < way.points:
                        ways[way.last] = way
        states = sorted(ways.values(), key=lambda way: -way.points)[:_BEAM]
    return max(states, key=lambda state: state.points - _NO_LEAD * (not state.last[1]) - _NO_LEAD * (not state.last[0]))


def _gone_on(
    state: _Cut, body: Sequence[_Token], cuts: tuple[int, int], own: float, known: frozenset[tuple[str, str]]
) -> _Cut:
    """A way to part the lines so far, one line more: cut at ``cuts``, which is worth ``own`` points by itself."""
    points, last = state.points + own, list(state.last)
    for column, (begin, end) in enumerate(((0, cuts[0]), (cuts[0], cuts[1]), (cuts[1], len(body)))):
        if begin < end:
            points += _seam(state.last[column], body[begin], column, known)
            stain = column > 0 and not state.last[column] and not body[begin].capital  # nothing goes on a stain
            last[column] = _STAIN if stain or state.last[column] == _STAIN else body[end - 1].word
    return _Cut(points, (*state.cuts, cuts), (last[0], last[1], last[2]))


def _line_points(body: Sequence[_Token], inner: Sequence[float], i: int, j: int) -> float:
    """Points for the cuts of one line: neighbours that stay together, edges that are kept."""
    size = len(body)
    points = sum(inner[b - 1] - inner[a] for a, b in ((0, i), (i, j), (j, size)) if b > a)
    cuts = {k for k in (i, j) if 0 < k < size}
    for k, token in enumerate(body):
        if k and token.edge:
            points += _EDGE if k in cuts else -_CROSSED
    loose = _LOOSE if size > _FEW_WORDS else 2 * _LOOSE  # a word or two are one cell's
    return points - loose * sum(not body[k].edge for k in cuts)


def _seam(before: str, token: _Token, column: int, known: frozenset[tuple[str, str]]) -> float:
    """Points for a word as the next of a column: the first of a name is a name's, others go on what is above them."""
    if before:
        return 3 * _KNOWN if (before, token.word) in known else -_KNOWN
    if column == 0:
        return _OPENS if token.capital else -_OPENS
    return _OPENS if token.capital and token.word in _NAMES else -_OPENS
