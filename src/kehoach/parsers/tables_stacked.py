"""Tables flattened to one cell a line, as a web page keeps those of a word processor: headings, then cell by cell.

Which cell a line stands in is read off the rows as a whole: each line goes on its cell, opens a cell further to the
right, or opens a row; how well its words suit the column's heading is weighed against the cells left empty, and the
best reading wins.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kehoach.folding import bare
from kehoach.knowledge.patterns import lazy
from kehoach.parsers import cell_kinds, labels
from kehoach.parsers.cell_kinds import Kind
from kehoach.parsers.lines import Line
from kehoach.parsers.tables import NUMBER_HEADING, ROW_NUMBER, Row, Table, is_total, mark_groups, roles, settle
from kehoach.parsers.words import Words, join, no_words
from kehoach.records import NamedTuple

_OPENS = lazy(
    r"(?:s?tt|s t ?t|so(?: tt| thu tu)?|noi dung|thoi (?:gian|han|diem)|thang|ngay|gio|buoi|tuan|nhiem vu|hoat dong"
    r"|cong viec|don vi|co quan|nguoi|bo phan|hang muc|khoan (?:chi|muc))\b[^.;:!?\d]*$"
)
_HALF, _OTHER_HALF = lazy(r"so(?: thu)?$"), lazy(r"(?:tt|thu tu|tu)$")
_FIGURES_ONLY = lazy(r"\d{1,3}(?:\.\d{3})*(?:,\d{1,3})?%?$")
_PERSON = lazy(r"d/c\b")
_LONGEST_HEADING = 60
_LONGEST_NAME = 40
_LONGEST_CELL = 1200
_HEADER_LINES = 18
_COLUMNS = 10
_FEWEST = 3
_TITLE, _LONGEST_TIME = 0.6, 30
"""Points for a title above rows that begins with a time, and letters up to which a time is but a cell."""
_LAST_LETTER = 10
"""The number of the last letter that parts of a plan have."""
_SKIPPED = 0.3
"""Points lost by a line of noise left out."""
_LOST = 6.0
"""Points behind the best reading at which the table has ended."""


class _Head:
    """``printed``: the headings line by line; ``numbered``: rows are opened by their numbers, each on its own line."""

    __slots__ = ("columns", "lines", "numbered", "printed", "roles")

    def __init__(
        self, columns: list[Words], roles: list[str], lines: list[Line], printed: list[str], numbered: bool
    ) -> None:
        self.columns = columns
        self.roles = roles
        self.lines = lines
        self.printed = printed
        self.numbered = numbered


class _Place(NamedTuple):
    """A reading up to a line: ``column``; ``opens``: opens a row; ``number``: of the last row; ``group``: a title.

    ``total``: the last row adds up those of a table of money that no numbers count.
    """

    score: float
    column: int
    opens: bool
    number: int
    group: bool
    kind: Kind
    before: _Place | None
    total: bool = False


def opens(line: Line) -> bool:
    """Whether a line may be the first heading of such a table."""
    text = line.text
    if len(text) > _LONGEST_NAME or line.bars or line.label is not None or line.heading or line.noise:
        return False
    return text[0].isupper() and _OPENS.match(line.bare) is not None


def find(lines: Sequence[Line], at: int) -> tuple[Table, int] | None:
    """The table of one cell a line whose headings begin on line ``at``, and the index behind it, or ``None``."""
    headed = _head(lines, at)
    if headed is None:
        return None
    head, i = headed
    best = _read(head, lines, i)
    if best is None:
        return None
    rows = _rows(head, best)
    last = best.kind.line
    if not _holds(head, rows, best.score):
        return None
    behind = i
    while lines[behind] is not last:
        behind += 1
    table = Table(head.columns, head.roles, rows, head.lines)
    settle(table)
    mark_groups(table)
    _keep_repeated(table, lines[i:behind])
    return table, behind + 1


# headings


def _head(lines: Sequence[Line], at: int) -> tuple[_Head, int] | None:
    """The headings from line ``at`` on and the index behind them; ``None`` where they head no table."""
    named: list[list[Line]] = [[lines[at]]]
    i = at + 1
    first = lines[at].bare
    if _HALF.match(first):
        if i >= len(lines) or not _OTHER_HALF.match(lines[i].bare):
            return None
        named[0].append(lines[i])
        i += 1
    numbered = len(named[0]) > 1 or NUMBER_HEADING.match(first) is not None
    while i < len(lines) and i < at + _HEADER_LINES and len(named) <= _COLUMNS:
        line = lines[i]
        if ROW_NUMBER.match(line.text) or not _names_column(line) or _titles_rows(lines, i):
            break
        if line.text[0].islower() or line.text[0] == "(":
            named[-1].append(line)
        else:
            named.append([line])
        i += 1
    counted = numbered and i < len(lines) and (_titles_rows(lines, i) or ROW_NUMBER.match(lines[i].text) is not None)
    columns = [join([line.words for line in name]) for name in named]
    names = roles([words.text for words in columns])
    if not counted:
        size = _known(names)
        columns, names, named = columns[:size], names[:size], named[:size]
    if not counted and not {"time", "money", *cell_kinds.NAMES} & set(names):
        return None
    if "unit" in names and not {"lead", *cell_kinds.FIGURES} & set(names):
        at_unit = names.index("unit")
        names[at_unit] = (
            "lead" if bare(columns[at_unit].text).strip() == "don vi" else "unit"
        )  # who, where nothing is counted
    if counted and _measured(lines, i, len(names)):
        names = ["number", "task", *("figures" if name in ("", "task") else name for name in names[2:])]
    least = _FEWEST if counted or len(names) != 2 else 2 + (set(names) != {"time", "task"})
    scheduled = counted and {"time", "lead"} <= set(names)
    if (
        len(names) < least
        or not (scheduled or "task" in names)
        or len({name for name in names if name}) < min(least, _FEWEST)
    ):
        return None
    heading = [line for name in named for line in name]
    behind = at + len(heading)
    head = _Head(columns, names, heading, [line.text for line in heading], counted)
    if counted:
        behind = _behind_counts(head, lines, behind)
    return head, behind


def _measured(lines: Sequence[Line], i: int, size: int) -> bool:
    """Whether rows of ``size`` lines begin at index ``i``, two at least: their number, a name, figures."""
    if size < _FEWEST or i + 2 * size > len(lines):
        return False
    for row in range(2):
        number, name, *figures = (line.text for line in lines[i + row * size : i + (row + 1) * size])
        if number != str(row + 1) or not name[0].isalpha() or not all(map(_FIGURES_ONLY.match, figures)):
            return False
    return True


def _names_column(line: Line) -> bool:
    """Whether a line can head a column, by its form."""
    if line.bars or line.heading or line.label is not None or len(line.text) > _LONGEST_HEADING:
        return False
    return line.text[-1] not in ".;:!?" and any(map(str.isalpha, line.text))


def _titles_rows(lines: Sequence[Line], i: int) -> bool:
    """Whether a line in capitals stands right above the first row's number, the headings above it in small letters."""
    if i + 1 >= len(lines) or not lines[i].text.isupper() or lines[i - 1].text.isupper():
        return False
    return ROW_NUMBER.match(lines[i + 1].text) is not None


def _known(names: Sequence[str]) -> int:
    """How many of the first headings are known, each once: behind them the first row may stand as well."""
    seen: set[str] = set()
    for k, name in enumerate(names):
        if not name or name in seen:
            return k
        seen.add(name)
    return len(names)


def _behind_counts(head: _Head, lines: Sequence[Line], i: int) -> int:
    """The index behind a row that numbers the columns: "(1)", "(2)" …"""
    count = len(head.columns)
    texts = [line.text.strip(" ()") for line in lines[i : i + count]]
    if count >= _FEWEST and texts == [str(n) for n in range(1, count + 1)]:
        head.lines += lines[i : i + count]
        return i + count
    return i


# rows


def _region(head: _Head, lines: Sequence[Line], i: int) -> Iterator[Line]:
    """The lines that may be cells, up to one that can be none; repeated headings are left out."""
    printed = head.printed
    while i < len(lines):
        line = lines[i]
        if line.text == printed[0] and [other.text for other in lines[i : i + len(printed)]] == printed:
            i += len(printed)
            continue
        if _ends(line):
            return
        yield line
        i += 1


def _ends(line: Line) -> bool:
    """Whether a line can be no cell: a heading with its label, a list's item, a row with bars, a plan's last words."""
    text = line.text
    if line.bars or line.heading or len(text) > _LONGEST_CELL or text.endswith("./."):
        return True
    if line.label is None or line.label.is_bullet or line.label.kept or ROW_NUMBER.match(text):
        return False
    if line.label.style == "A" and line.label.value > _LAST_LETTER:
        return False  # "P. Kế hoạch": a word cut short
    kind = cell_kinds.kind(line)
    return not (kind.when or kind.figure or _PERSON.match(line.bare))


def _read(head: _Head, lines: Sequence[Line], i: int) -> _Place | None:
    """The best reading of the lines from index ``i`` on, by its last line; ``None`` where no line fits."""
    places: list[_Place] = []
    best: _Place | None = None
    apart = False
    for count, line in enumerate(_region(head, lines, i)):
        if count and line.blanks > 1 and not line.page_break:
            if not apart and count > 2 * len(head.roles):
                break  # rows that no blank line parts end at the first
            apart = True
        kind = cell_kinds.kind(line)
        found = _steps(head, places, kind) if count else _openings(head, None, kind)
        if line.noise and count:
            # a page number, a stain, a running head; yet cells that come again have been taken for such
            found += [place._replace(score=place.score - _SKIPPED) for place in places]
        places = _best_of_each(found)
        if not places:
            break
        top = max(places, key=lambda place: _closed(head, place))
        if best is None or _closed(head, top) > _closed(head, best):
            best = top
        elif top.score < _closed(head, best) - _LOST:
            break
    return best


def _best_of_each(found: Sequence[_Place]) -> list[_Place]:
    """The best reading for each column that the last line may stand in."""
    out: dict[int, _Place] = {}
    for place in found:
        if place.column not in out or out[place.column].score < place.score:
            out[place.column] = place
    return list(out.values())


def _steps(head: _Head, places: Sequence[_Place], kind: Kind) -> list[_Place]:
    """The readings of one line more: it goes on its cell, opens a cell to the right, or a row."""
    out: list[_Place] = []
    for place in places:
        if not (head.numbered and place.column == 0):
            more = cell_kinds.goes_on(place.kind, kind, head.roles[place.column])
            out.append(place._replace(score=place.score + more, opens=False, kind=kind, before=place))
        out += _right_of(head, place, kind)
        out += _openings(head, place, kind)
    return out


def _right_of(head: _Head, place: _Place, kind: Kind) -> Iterator[_Place]:
    """The line as a cell to the right, with those between left empty."""
    lost = 0.0
    for column in range(place.column + 1, len(head.roles)):
        name = head.roles[column]
        points = cell_kinds.suits(kind, name) - (0.8 if place.kind.open else 0.0)
        score = place.score + points - lost
        yield place._replace(score=score, column=column, opens=False, kind=kind, before=place)
        lost += _empty(head, name)


def _main(head: _Head) -> int:
    """The column that says what a row is about."""
    return head.roles.index("task") if "task" in head.roles else 1


def _empty(head: _Head, name: str) -> float:
    """Points lost by an empty cell: more where no numbers say which lines are a row."""
    return cell_kinds.empty(name) + (0.0 if head.numbered else 0.4)


def _closed(head: _Head, place: _Place) -> float:
    """The score of a reading whose row ends here."""
    if place.group and place.column > 0:
        return place.score
    return place.score - sum(_empty(head, name) for name in head.roles[place.column + 1 :])


def _openings(head: _Head, place: _Place | None, kind: Kind) -> list[_Place]:
    """The line as the first of a row."""
    score = _closed(head, place) if place is not None else 0.0
    number = place.number if place is not None else 0
    if head.numbered:
        if match := ROW_NUMBER.match(kind.line.text):
            return _numbered(score, match["n"], number, kind, place)
        if not (kind.capitals or (place is not None and not place.group and is_total(kind.line.text))):
            return []
        points = -0.1 if kind.capitals else 1.0  # a title counts by the rows below it
        return [_Place(score + points, _main(head), True, number, True, kind, place)]
    if place is not None and place.total:
        return []
    out: list[_Place] = []
    lost = 0.0
    total = "money" in head.roles and is_total(kind.line.text)
    if kind.when and len(kind.line.text) > _LONGEST_TIME and "task" in head.roles:
        out.append(_Place(score + _TITLE, _main(head), True, number, True, kind, place))  # "Buổi chiều 24/8 - …"
    for column, name in enumerate(head.roles):
        if name == "number":
            continue
        points = cell_kinds.suits(kind, name) - (0.8 if place is not None and place.kind.open else 0.0)
        out.append(_Place(score + points - lost, column, True, number, False, kind, place, total))
        lost += _empty(head, name)
    return out


def _numbered(score: float, text: str, number: int, kind: Kind, place: _Place | None) -> list[_Place]:
    """A row opened by its number, where the number follows the last one."""
    if not text[0].isdigit():
        value = labels.roman(text)
        if value <= 0 and len(text) > 1:
            return []
        title = -2.0 if place is not None and place.group else 3.0  # a title stands above rows
        return [_Place(score + title, 0, True, number, True, kind, place)]
    first, _, rest = text.partition(".")
    value = int(first)
    points = {0: 3.0 if rest else -1.0, 1: 3.0, 2: 1.0}.get(value - number)
    if value == 1 and points is None:
        points = 2.0  # counted anew below a group row
    if points is None:
        return []
    return [_Place(score + points, 0, True, value, False, kind, place)]


def _rows(head: _Head, last: _Place) -> list[Row]:
    """The rows of a reading."""
    path: list[_Place] = []
    place: _Place | None = last
    while place is not None:
        path.append(place)
        place = place.before
    rows: list[Row] = []
    cells: list[list[Words]] = []
    taken: list[Line] = []
    for place in reversed(path):
        if place.opens and taken:
            rows.append(_row(cells, taken))
        if place.opens:
            cells, taken = [[] for _ in head.columns], []
        cells[place.column].append(place.kind.line.words)
        taken.append(place.kind.line)
    return [*rows, _row(cells, taken)]


def _row(cells: Sequence[Sequence[Words]], taken: list[Line]) -> Row:
    at = taken[0].start
    return Row([join(words) if words else no_words(at) for words in cells], taken)


def _holds(head: _Head, rows: Sequence[Row], score: float) -> bool:
    """Whether the rows make a table: two at least or a full one, and cells below most headings that suit them."""
    task = _main(head)
    filled = [sum(bool(cell.text) for cell in row.cells) - head.numbered for row in rows]
    said = [row for row, count in zip(rows, filled, strict=True) if row.cells[task].text and count > 1]
    if not said or score < 1.5 * len(rows):
        return False
    if len(said) == 1:
        return head.numbered and all(cell.text for cell in said[0].cells)
    return True


def _keep_repeated(table: Table, lines: Sequence[Line]) -> None:
    """Give the table the headings printed again on its next pages."""
    taken = {line.index for row in table.rows for line in row.lines}
    named = {line.text for line in table.head}
    table.head += [line for line in lines if line.index not in taken and line.text in named]
