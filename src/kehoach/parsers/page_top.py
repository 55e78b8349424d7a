"""Where a web page's own head ends and the plan's letterhead begins: the page's title, its time, its menus."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from kehoach.folding import in_capitals
from kehoach.knowledge.patterns import lazy
from kehoach.parsers import type_lines
from kehoach.parsers.basis_words import is_basis
from kehoach.parsers.letterhead import MOTTO
from kehoach.parsers.lines import Line

_TOP = 40
"""Lines from the top among which a letterhead below a page's head begins."""
_LONGEST = 200
_HEAD_LINES = 12
"""Lines from the motto within which a letterhead ends in the type."""
_CAPITALS = 0.6
_SAME = 40
"""Letters by which two titles are told for one."""
_TYPE_ALONE = 12
"""Letters up to which a line is the type and nothing else."""
_DAY_TOP = 6
"""Lines from the top among which a day alone on its line is the day the page was put up."""
_SERIAL = lazy(r"\W*s[o0]\b\W{0,3}[\d\s.…]{0,14}[-/]?\s?\d{0,4}\s?[-/]\s?[a-z]{2}|\W*s[o0]\s*[:.]")
_DATED = lazy(r"(?:.{0,60}\s)?ngay\s*[\d\s.…]{0,8}thang\s*[\d\s.…]{0,8}nam\b")
_UNION = lazy(r"\W*(?:doan (?:tncs|thanh nien cong san)|doi (?:tntp|thieu nien tien phong)) +ho chi minh\W*$")
_RULE = lazy(r"[\W_]+$")
_STAMP = lazy(
    r"\W{0,4}(?:(?:.{0,30}\W)?(?:ngay dang|dang ngay|dang luc|ngay cap nhat|cap nhat luc|ngay xuat ban|luot xem)\b.*"
    r"|(?:nguoi dang|viet boi|dang boi|tac gia)\b.*"
    r"|(?:.{0,40}[\s,(])?(?:thu (?:hai|ba|tu|nam|sau|bay)|chu nhat)\b\W.*\d{1,2}\s?:\s?\d\d\b.*"
    r"|(?:.{0,30}\W)?\d{1,2}[/.-]\d{1,2}[/.-]20\d\d\W{1,5}\d{1,2}\s?:\s?\d\d\b.{0,20}"
    r"|.{0,24}\b\d{1,2}\s?:\s?\d\d\b\W{1,5}(?:ngay )?\d{1,2}[/.-]\d{1,2}[/.-]20\d\d\b.{0,20}"
    r"|thang \w+(?: \w+)? \d{1,2}, 20\d\d \d{1,2}:\d\d\b.{0,10})$",
    needs=(":", "dang", "viet boi", "tac gia", "luot xem", "cap nhat", "xuat ban"),
)
# "CHÀO MỪNG BẠN ĐẾN VỚI CỔNG THÔNG TIN ĐIỆN TỬ CỦA TRƯỜNG …": a portal's own head line.
_WELCOME = lazy(
    r"\W*(?:chao mung (?:cac )?(?:ban|quy vi|thay co)\b|(?:trang|cong) thong tin dien tu\b|website (?:cua )?truong\b)",
    needs=("chao mung", "thong tin dien tu", "website"),
)
_DAY_ALONE = lazy(r"\W{0,4}(?:ngay )?\d{1,2}[/.-]\d{1,2}[/.-]20\d\d\W*$")


def stamp(line: Line) -> bool:
    """Whether a line says when a page was put up, by whom, how often it was read."""
    if len(line.text) >= _LONGEST or line.label is not None:
        return False
    return _STAMP.match(line.bare) is not None or _WELCOME.match(line.bare) is not None


def of_page(lines: Sequence[Line]) -> list[Line]:
    """The lines that a web page prints above the plan: all above its letterhead, else the page's time alone.

    Only where the page shows itself: by its time, or by a title in capitals that comes again below the letterhead.
    """
    top = [line for line in lines[:_TOP] if not line.noise]
    stamped = [i for i, line in enumerate(top) if stamp(line)]
    titled = next((i for i, line in enumerate(top) if type_lines.find(line)), len(top))
    first = next((i for i, line in enumerate(top) if _marks(line)), None)
    if first is None or (
        any(_runs(line) for line in top[:first])
        and not _sums_up(top, first, stamped)
        and not _comes_again(top, titled, first)
    ):
        if first is not None:
            return []
        begun = next((i for i, line in enumerate(top) if is_basis(line) or _section(line)), len(top))
        days = [line for line in top[:_DAY_TOP] if _DAY_ALONE.match(line.bare)]
        return [*(top[i] for i in stamped if i < begun), *days, *_said_again(top[:begun])]
    start = _start(top, first) if not type_lines.find(top[first]) else first + 1  # a title glued to the letterhead
    shown = any(i < start for i in stamped) or (titled < start and any(map(type_lines.find, top[start:])))
    return top[:start] if shown else []


def _sums_up(top: Sequence[Line], first: int, stamped: Sequence[int]) -> bool:
    """Whether the running text above a letterhead is the page's summary of the plan below: it says its time before."""
    if not stamped or stamped[0] > first or any(line.label is not None for line in top[:first]):
        return False
    below = top[first : first + _HEAD_LINES]
    return MOTTO.search(top[first].bare) is not None and any(map(type_lines.find, below))


def _comes_again(top: Sequence[Line], titled: int, first: int) -> bool:
    """Whether a title in capitals above a letterhead is the title below it: what lies between is the page's own."""
    if titled > first or any(is_basis(line) or _section(line) for line in top[titled:first]):
        return False
    said = " ".join(top[titled].bare.split())[:_SAME]
    below = [line.bare for line in top[first : first + _HEAD_LINES]]
    again = next((i for i, text in enumerate(below) if type_lines.find(top[first + i])), None)
    return again is not None and " ".join(" ".join(below[again : again + 3]).split()).startswith(said)


def _said_again(top: Sequence[Line]) -> Sequence[Line]:
    """A page's own title, and what is above it, where no letterhead parts it from the plan's, in the same words."""
    titles = [(i, " ".join(line.bare.split())) for i, line in enumerate(top) if type_lines.find(line)]
    for (first, above), (_, below) in pairwise(titles):
        if len(above) > _TYPE_ALONE and above[:_SAME] == below[:_SAME]:
            return top[: first + 1]
    return ()


def _section(line: Line) -> bool:
    return line.label is not None and line.label.style in ("I", "A", "phần")


def _marks(line: Line) -> bool:
    """Whether a line is a letterhead's without doubt: the motto, a number, a place and date."""
    text = line.bare
    if len(text) > _LONGEST * 2 or line.label is not None or stamp(line):
        return False
    if MOTTO.search(text) or _UNION.match(text):
        return True
    return len(text) < _LONGEST and (_SERIAL.match(text) is not None or _placed(line))


def _placed(line: Line) -> bool:
    """Whether a line ends in a place and a date, as a letterhead's does and a page's day does not."""
    match = _DATED.match(line.bare)
    return match is not None and line.bare.find("ngay") > 1 and len(line.text) < _LONGEST / 2


def _runs(line: Line) -> bool:
    """Whether running text stands here: what is below it is no letterhead of the page's plan."""
    return len(line.text) > _LONGEST or is_basis(line)


def _start(top: Sequence[Line], first: int) -> int:
    """The letterhead's first line, at the mark or above it: an issuer's names stand in capitals."""
    start = first
    while start and _heads(top[start - 1]):
        start -= 1
    return start


def _heads(line: Line) -> bool:
    if _RULE.match(line.text):
        return True
    named = in_capitals(line.text, _CAPITALS, fewest=4, beyond=True)
    return named and line.label is None and not stamp(line) and not type_lines.find(line)
