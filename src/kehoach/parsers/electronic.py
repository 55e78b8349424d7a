"""What software prints on the pages of a file: the data of an electronic signature, and who fetched the file when.

The signature's data are those of Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II; a plan's own times have no seconds.
"""

from __future__ import annotations

from collections.abc import Sequence

from kehoach.knowledge.patterns import lazy
from kehoach.parsers.lines import Line

# "12.03.2031 10:15:22", "2031-03-12T10:15:22", "10:15:22 12/03/2031".
_TIME = lazy(
    r"(?:\d{1,2}[./-]\d{1,2}[./-]20\d\d|20\d\d[./-]\d\d[./-]\d\d)\W{0,3}t?\d{1,2}:\d\d:\d\d"
    r"|\d{1,2}:\d\d:\d\d\W{1,5}\d{1,2}[./-]\d{1,2}[./-]20\d\d"
)
_ADDRESS = lazy(r"\w@\w", needs=("@",))
_SIGNS = lazy(
    r"\W*(?:(?:nguoi ky|ky boi|ky so boi|nguoi ky so|thoi gian ky|ngay ky|gio ky) ?:|(?:digitally )?signed by\b"
    r"|signature (?:not verified|valid))"
)
_FIELD = lazy(
    r"\W*(?:e-?mail|co quan|to chuc|don vi|chuc vu|thoi gian|ngay|gio|ly do|dia diem|reason|location|date|dn|cn|o|c) ?:"
)
_LONGEST, _LONGEST_MARK, _LONGEST_REST = 200, 90, 40
"""Letters that a line of a signature's data has at most, one that says who fetched a file, and the rest of a field."""


def mark(lines: Sequence[Line]) -> None:
    """Mark the data of electronic signatures, and lines of nothing but a user's name and a time, noise."""
    rows = [line for line in lines if not line.noise and not line.bars]
    for i, line in enumerate(rows):
        told = ":" in line.bare or "sign" in line.bare  # every field and every time has a colon
        if not told or line.noise or len(line.text) > _LONGEST:
            continue
        if _SIGNS.match(line.bare):
            block = _block(rows, i)
            shown = any(_TIME.search(x.bare) or _ADDRESS.search(x.bare) for x in block)
            for other in block if shown or "signature" in line.bare else ():
                other.noise = True
        elif len(line.text) < _LONGEST_MARK and line.text[-1:] not in ".;:" and _TIME.search(line.bare):
            line.noise = True


def _block(rows: Sequence[Line], at: int) -> Sequence[Line]:
    """The lines around one of a signature's data that are its data too."""
    first, end = at, at + 1
    while first and _data(rows[first - 1]):
        first -= 1
    while end < len(rows) and (_data(rows[end]) or _goes_on(rows, end)):
        end += 1
    return rows[first:end]


def _goes_on(rows: Sequence[Line], at: int) -> bool:
    """Whether a line is the rest of a field that is longer than its line: "Cơ quan: Sở Y" / "tế"."""
    short = rows[at].label is None and len(rows[at].text) < _LONGEST_REST
    return short and at + 1 < len(rows) and _data(rows[at + 1])


def _data(line: Line) -> bool:
    if len(line.text) > _LONGEST:
        return False
    return _SIGNS.match(line.bare) is not None or _FIELD.match(line.bare) is not None or _bare_time(line)


def _bare_time(line: Line) -> bool:
    return len(line.text) < _LONGEST_MARK and _TIME.match(line.bare) is not None
