"""Tables of aims by year whose lines OCR lost: "2 Trẻ em được tiêm đủ mũi % 90 95", a row's figures at its line's end.

The years that end a line of headings count the columns. Each line that ends in so many figures is a row; what stands
before them and the lines without figures around it say what is aimed at, the last words before them in what unit.
"""

from __future__ import annotations

from collections.abc import Sequence

from kehoach.folding import bare, upper
from kehoach.knowledge.patterns import lazy
from kehoach.knowledge.units import TABLE_UNITS
from kehoach.parsers.lines import Line
from kehoach.parsers.tables import Row, Table
from kehoach.parsers.words import Words, join

_YEARS = lazy(r"(?:(?:(?:den |het |cuoi )*nam |ke hoach |muc tieu )?20\d\d[\s|,.]{1,4}){1,6}(?:.{0,12}\b)?20\d\d\W*$")
_ONE_YEAR = lazy(
    r"\W*(?:s?tt|so tt)[\W_]+(?:ten |cac |noi dung )?(?:chi tieu|muc tieu)[\W_]+(?:don vi tinh|don vi|dvt)[\W_]+"
    r"(?:(?:ke hoach|chi tieu|muc tieu)[\W_]+)?(?:(?:den )?nam )?20\d\d\W*$"
)
_YEAR = lazy(r"20\d\d")
_HEAD_WORDS = frozenset(
    "tt stt so chi tieu muc noi dung don vi tinh dvt den nam het cuoi ke hoach giai doan ten tieu tri nhiem vu can"
    " dat".split()
)
_NAMED = ("chi tieu", "muc tieu", "don vi", "dvt", "tinh", "den nam")
"""One of them stands among the headings."""
_MONEY = lazy(r"kinh phi|\bvon\b|trieu|ty dong|ngan sach|nguon|tong cong|thanh tien")
_MOST_STAINS = 4
_FIGURE = r"(?:[≥≤<>]\s?)?\d[\d.,]*%?"
_FIGURES = lazy(rf"(?<![\d/.,\w])(?P<figures>{_FIGURE}(?:[\s|]+{_FIGURE}){{0,5}})[\W_]*$")
_ONE = lazy(_FIGURE)
_NUMBER = lazy(upper(r"[\W_]{0,3}(?P<n>\d{1,2}|[^\W\d_])[.)]?[\W_]{1,4}(?=[A-Z][^\W\d_]*[a-zà-ỹ ])"))
_TOKEN = lazy(r"[^\s|]+")
_STRAY = lazy(r"[\W_]*")
_STRAY_END = lazy(r"(?:[\s|_:;]+(?:[^\w\s%)\"”]{1,3}|_)?)+$")
_FEWEST_ROWS, _FEWEST_YEARS = 3, 2
"""Rows, and years by themselves, that a table has at least."""
_MOST_LINES = 60
_ABOVE = 2
"""Lines of headings above the years."""
_LONGEST_HEADINGS = 90
_LONGEST_UNIT = 3
_MOST_AROUND = 3
"""Lines without figures that belong to one row."""


def opens(line: Line) -> bool:
    """Whether a line ends in years as headings do; cheap, for most lines have none.

    One year is enough where the headings of aims and units stand before it.
    """
    if "20" not in line.text or len(line.text) > _LONGEST_HEADINGS:
        return False
    if not _YEARS.search(line.bare) and not _ONE_YEAR.match(line.bare):
        return False
    words = [word for word in line.bare.replace("|", " ").split() if word.strip(".,:;").isalpha()]
    return sum(word not in _HEAD_WORDS for word in words) <= _MOST_STAINS


def find(lines: Sequence[Line], at: int) -> tuple[Table, int] | None:
    """The table whose years stand on line ``at``, and the index behind it, or ``None``."""
    years = [match.span() for match in _YEAR.finditer(lines[at].text)]
    printed = [lines[at].text[a:b] for a, b in years]
    if not printed or printed != sorted(set(printed)):
        return None
    head = [*_above(lines, at), lines[at]]
    said = " ".join(line.bare for line in head)
    if not any(map(said.__contains__, _NAMED)) or _MONEY.search(said):
        return None
    rows, behind = _rows(lines, at + 1, len(printed))
    found = [row for row in rows if row is not None]
    if len(found) < _FEWEST_ROWS or len(found) < len(rows):
        return None
    if len(printed) < _FEWEST_YEARS and not all(row.cells[2].text for row in found):
        return None  # a line that ends in one figure may be a sentence's
    words = head[-1].words
    nothing = words.cut(0, 0)
    if not all(row.cells[0].text for row in found):  # a row without its number would stand below the one above
        for row in found:
            row.cells[0] = nothing
    columns = [nothing, nothing, nothing, *(words.cut(a, b) for a, b in years)]
    roles = ["number", "task", "unit", *["year"] * len(years)]
    return Table(columns, roles, found, head), behind


def _above(lines: Sequence[Line], at: int) -> list[Line]:
    """The lines of headings above the years."""
    out: list[Line] = []
    for line in reversed(lines[max(0, at - _ABOVE) : at]):
        words = line.bare.replace("|", " ").split()
        known = sum(word in _HEAD_WORDS for word in words)
        if line.noise or line.label is not None or line.heading or 2 * known < len(words) or line.text[-1:] in ".;:":
            break
        out.insert(0, line)
    return out


def _rows(lines: Sequence[Line], begin: int, count: int) -> tuple[list[Row | None], int]:
    """The rows from index ``begin`` on and the index behind them."""
    rows: list[Row | None] = []
    waiting: list[Line] = []
    behind = begin
    for i in range(begin, min(len(lines), begin + _MOST_LINES)):
        line = lines[i]
        if line.noise:
            continue
        figures = None if _heads(line) else _FIGURES.search(line.text)
        if figures is not None and len(_ONE.findall(figures["figures"])) == count:
            small = _small(line)
            if waiting and not small:
                return rows, behind  # what stands above a row's first words is none of it
            rows.append(_row([*waiting, line], line, figures.start("figures")))
            waiting, behind = [], i + 1
        elif _heads(line) or len(waiting) == _MOST_AROUND:
            break
        elif not waiting and rows and (row := rows[-1]) is not None and _small(line):
            if len(row.lines) > _MOST_AROUND:
                break
            _lengthen(row, line)
            behind = i + 1
        else:
            waiting.append(line)
    return rows, behind


def _heads(line: Line) -> bool:
    """Whether a line stands behind the table: a section's heading, or a sentence with its label."""
    label = line.label
    return line.text[-1:] in ".;:" or (label is not None and label.style == "I" and line.text.isupper())


def _begin(text: str) -> int:
    """Where a line's words begin, behind the row's number and stains."""
    number = _NUMBER.match(text)
    stray = number or _STRAY.match(text)
    return stray.end() if stray else 0


def _small(line: Line) -> bool:
    """Whether a line goes on with what the line above says."""
    return line.text[_begin(line.text) :][:1].islower()


def _row(lines: list[Line], own: Line, end: int) -> Row | None:
    """The row whose figures begin at letter ``end`` of one of its lines."""
    begin = _begin(own.text)
    unit = _unit(own.text, begin, end)
    parts = [_words(line) for line in lines if line is not own]
    if unit > begin:
        parts.append(_cut(own, begin, unit))
    if not parts:
        return None
    figures = [own.words.cut(end + m.start(), end + m.end()) for m in _ONE.finditer(own.text[end:])]
    first = _NUMBER.match(lines[0].text)
    numbered = first is not None and first["n"].isdecimal()
    number = lines[0].words.cut(*first.span("n")) if first is not None and numbered else own.words.cut(0, 0)
    return Row([number, join(parts), own.words.cut(unit, end), *figures], lines)


def _lengthen(row: Row, line: Line) -> None:
    """Add a line below a row's figures to what it aims at."""
    row.cells[1] = join([row.cells[1], _words(line)])
    row.lines.append(line)


def _words(line: Line) -> Words:
    return _cut(line, _begin(line.text), len(line.text))


def _cut(line: Line, begin: int, end: int) -> Words:
    text = line.text[begin:end]
    stray = _STRAY_END.search(text)
    return line.words.cut(begin, begin + (stray.start() if stray else len(text)))


def _unit(text: str, begin: int, end: int) -> int:
    """Where the unit before the figures begins, ``end`` where no words there are one."""
    words = [(begin + m.start(), m[0]) for m in _TOKEN.finditer(text[begin:end])]
    for size in range(min(_LONGEST_UNIT, len(words) - 1), 0, -1):
        said = bare(" ".join(word for _, word in words[-size:])).strip(" .,:;_")
        if said in TABLE_UNITS:
            return words[-size][0]
    return end
