"""Lists of places and days whose lines OCR lost: "3 Cửa hàng số 7 Phường Trại Cau 14/4/2031" below "STT … Thời gian".

What stands between number and day is not parted: nobody and nothing is named by it, only the days are certain.
"""

from __future__ import annotations

from collections.abc import Sequence

from kehoach.knowledge.patterns import lazy
from kehoach.parsers.lines import Line
from kehoach.parsers.tables import Row, Table
from kehoach.parsers.words import no_words

_HEADER = lazy(
    r"\W{0,2}(?P<number>s?tt|so tt)[\W_]+(?P<rest>"
    r"(?!.*(?:noi dung|cong viec|nhiem vu|hoat dong|chu tri|phoi hop|thuc hien))"
    r"(?:ten|co so|don vi|dia |doi tuong|chi bo|truong|xa|phuong|thon|to dan pho|doanh nghiep|ho va ten).{0,80})"
    r"[\W_]+(?P<time>(?:thoi (?:gian|han|diem)|ngay|lich)"
    r"(?: (?:kiem tra|giam sat|thanh tra|lam viec|to chuc|tien hanh))?)"
    r"(?:[\W_]+ghi chu)?\W*$"
)
_ROW = lazy(
    r"(?:\W{0,2}[^\s]{1,2}\W?\s+)?(?P<rest>[^\W\d_].*?)[\W_]+"
    r"(?P<day>(?:\d{1,2}\s?[-–]\s?)?\d{1,2}\s?/\s?\d{1,2}\s?/\s?20\d\d|(?:1[0-2]|0?[1-9])\s?/\s?20\d\d)\W*$"
)
_NUMBER = lazy(r"(?P<n>\d{1,2})[.)]?\s")
_FEWEST_ROWS, _MOST_ROWS = 2, 60
_MOST_BARS = 2


def opens(line: Line) -> bool:
    """Whether a line heads such a list."""
    return line.text[:1] in "STst" and line.bars <= _MOST_BARS and _HEADER.match(line.bare) is not None


def find(lines: Sequence[Line], at: int) -> tuple[Table, int] | None:
    """The list below the header ``at``, and the index behind it; ``None`` where not each line ends in its day."""
    match = _HEADER.match(lines[at].bare)
    if match is None:
        return None
    words = lines[at].words
    names = ("number", "rest", "time")
    table = Table([words.cut(*match.span(name)) for name in names], ["number", "", "time"], [], [lines[at]])
    behind = at + 1
    for i in range(at + 1, min(len(lines), at + _MOST_ROWS)):
        line = lines[i]
        if line.noise:
            continue
        row = _row(line)
        if row is None:
            break
        table.rows.append(row)
        behind = i + 1
    return (table, behind) if len(table.rows) >= _FEWEST_ROWS else None


def _row(line: Line) -> Row | None:
    """The row of a line that ends in its day."""
    match = _ROW.match(line.bare)
    if match is None or line.heading:
        return None
    words, number = line.words, _NUMBER.match(line.text)
    first = words.cut(*number.span("n")) if number else no_words(line.start)
    return Row([first, words.cut(*match.span("rest")), words.cut(*match.span("day"))], [line])
