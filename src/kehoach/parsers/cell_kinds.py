"""How well a line's words suit a cell of a column: dates below "Thời gian", names below "Chủ trì", sums below money."""

from __future__ import annotations

from kehoach.folding import bare
from kehoach.knowledge.patterns import lazy
from kehoach.parsers.facts import agencies
from kehoach.parsers.layout import finished
from kehoach.parsers.lines import Line

_WHEN = lazy(
    r"\W*(?:(?:tu|den|truoc|sau|trong|chieu|sang|toi|dau|cuoi|giua|hoan thanh|xong|cham nhat|du kien|khoang|het|ca"
    r"|bat dau|buoi|ngay|thu \w+,?)\s+){0,4}(?:\d{1,2}\s?(?:h\b|h\d|gio\b|:\d)|\d{1,2}\s?[/.-]\s?\d"
    r"|thang (?:\d|[ivx]+\b)"
    r"|(?:quy )?[iv]+ ?/ ?20\d\d\b|quy (?:\d|[iv]+\b)|tuan (?:\d|thu|dau|cuoi)|nam (?:\d|hoc)|ngay (?:\d|thu)|nam$"
    r"|(?:hang|moi) (?:ngay|tuan|thang|quy|nam)\b|dinh ky\b|thuong xuyen(?:$|\W{1,2})|20\d\d\b"
    r"|theo (?:ke hoach|lich|thoi gian|yeu cau|quy dinh|tien do)|khi co\b|(?:buoi )?(?:sang|chieu|toi)$|lien tuc$)"
)
_FIGURE = lazy(
    r"(?:[≥≤<>=~]{1,2}\s?|trên |dưới )?\d{1,3}(?:[.,]?\d{1,3}){0,5}\s?(?:[%‰]|[^\W\d]{1,8}(?: [^\W\d]{1,8})?)?$"
    r"|[-–—xX]$"
)
_WHO = lazy(
    r"\W*(?:cac|phong|ban(?! hanh)|so|to(?! chuc)|hoi(?! thi| thao)|ubnd|doan|truong|trung tam|tram|d/c|dong chi|ong|ba"
    r"|cong an|van phong|giao vien|nhan vien|hieu truong|chu tich|bi thu|lanh dao|thon|xom|chi (?:bo|doan|hoi)|can bo"
    r"|cong chuc|bgh|gvcn|tpt|cmhs|bch|don vi)\b"
)
_OPEN_ENDS = (
    ",", "-", "–", "/", "(", " và", " với", " của", " các", " từ", " đến", " ngày", " tháng", " trước", " tại", " cho",
)  # fmt: skip
_LONGEST_WHEN = 60
_LONGEST_NAMES = 150
_LONGEST_UNIT = 24
_SHORT = 40
_ABBREVIATION = 6
NAMES = ("lead", "partners", "supervisor")
FIGURES = ("money", "year", "figures")

"""Roles of columns of names, and of columns of numbers."""


class Kind:
    """What a line can be: ``when`` a time, ``figure`` a number and its unit, ``who`` names; ``small``: begins small.

    ``capitals``: all its letters are.
    """

    __slots__ = ("capitals", "figure", "line", "small", "when", "who")

    def __init__(self, line: Line, when: bool, figure: bool, who: bool, small: bool, capitals: bool) -> None:
        self.line = line
        self.when = when
        self.figure = figure
        self.who = who
        self.small = small
        self.capitals = capitals

    @property
    def open(self) -> bool:
        """Whether the line ends as no cell does."""
        return self.line.text.endswith(_OPEN_ENDS)


def kind(line: Line) -> Kind:
    """What a line can be."""
    text = line.text
    when = len(text) <= _LONGEST_WHEN and _WHEN.match(line.bare) is not None
    figure = len(text) <= _LONGEST_UNIT and _FIGURE.match(text) is not None
    who = not when and not figure and len(text) <= _LONGEST_NAMES and _names(line)
    capitals = not when and len(text) > _ABBREVIATION and text.isupper()
    return Kind(line, when, figure, who, text[0].islower() or text[0] in "(),;", capitals)


def _names(line: Line) -> bool:
    return _WHO.match(line.bare) is not None or _agencies_fill(line.text)


def names_somebody(text: str) -> bool:
    """Whether a cell's text names who does something, its beginning at least."""
    return _WHO.match(bare(text)) is not None or _agencies_fill(text)


def opens_names(words: str) -> bool:
    """Whether bare words begin with a word that names of offices and persons begin with."""
    return _WHO.match(words) is not None


def opens_time(words: str) -> bool:
    """Whether bare words begin as a time does."""
    return _WHEN.match(words) is not None


def _agencies_fill(text: str) -> bool:
    found = agencies.split(text)
    return bool(found) and sum(a.end - a.start for a in found) >= 0.6 * len(text)


def suits(kind: Kind, role: str) -> float:
    """Points for a line as the first of a cell below a heading of this role."""
    size = len(kind.line.text)
    points = 0.2
    if role == "time":
        points = 2.0 if kind.when else -1.2 if size < _SHORT and not kind.figure else -3.0
    elif role in FIGURES:
        points = 2.0 if kind.figure else -3.0
    elif role in NAMES:
        points = 1.5 if kind.who else -3.0 if kind.when or kind.figure else -0.2 if size <= _LONGEST_WHEN else -2.0
    elif role == "unit":
        points = -3.0 if kind.when or size > _LONGEST_UNIT else 0.5
    elif role == "task":
        points = -2.0 if kind.when else -3.0 if kind.figure else 0.4 if kind.who else 1.0
    elif kind.when:
        points = -0.5
    return points - (1.5 if kind.small and role != "unit" else 0.0)


def goes_on(above: Kind, kind: Kind, role: str) -> float:
    """Points for a line as one more of the cell that the line above stands in."""
    points = -0.6
    if kind.small and not finished(above.line.text):
        points += 0.6
    elif above.open:
        points += 0.5
    elif kind.line.label is not None and kind.line.label.is_bullet:
        points += 0.3
    if kind.capitals and not above.capitals:
        points -= 1.5
    timed = kind.when and role != "time" and not above.open
    narrow = role in ("time", "unit", *FIGURES) and not (kind.when or kind.small)
    return points - (2.0 if timed or narrow or kind.figure else 0.0)


_EMPTY = {"note": 0.1, "partners": 0.4, "output": 0.4, "task": 5.0, "supervisor": 0.4}


def empty(role: str) -> float:
    """Points lost by a cell left empty below a heading of this role."""
    return _EMPTY.get(role, 0.8)
