"""Printed dates and periods, and what they say.

:func:`scan` finds every day, month, quarter, half year and year a text prints, in all the ways such plans print
them ("ngày 15 tháng 6 năm 2021", "26, 27/12", "quý III, IV năm 2025", "6 tháng đầu năm 2025", "tháng I1/2014" read
by a machine).  It says nothing about what a date is for; that is :mod:`kehoach.parsers.facts.deadlines`.

All offsets are code points into the text given.  Nothing here raises on odd input.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Final

from kehoach.folding import bare, fold, has_figures
from kehoach.knowledge.patterns import lazy
from kehoach.parsers.facts import spoilt_dates
from kehoach.parsers.facts.stamps import Point, Stamp

# Numbers as a machine may have read them: O for 0, I or l for 1.  What was only letters is no number.
_N: Final = r"[0-3oil]?[\doil]"
_Y: Final = r"(?:[12][\doil]{3}(?!\d)|20[\doil]\s[\doil](?!\w)|20\s[0-4]\d(?=\s{0,2}(?:$|[,.;:)])))"
_TO: Final = r"(?:\s?-\s?|\s?(?:cho )?(?:den|toi)(?: het)?(?: cuoi)?\s)"
_SEP: Final = rf"(?:\s?[,;&+]\s?(?:va\s)?|\sva\s|{_TO})"
_NAM: Final = r"(?:\s?,)?\s?\bnam\s{0,2}"
_TAIL: Final = rf"(?:\s?[/:.-]\s?(?:nam\s)?(?P<ya>{_Y})|{_NAM}(?P<yb>{_Y}))"
_ROMAN: Final = r"(?:[il1!|]{0,3}v|[il1!|]{1,3}|[il1]h|h[il1]{1,2}|t[hv]|t[il1]{1,2}|[234h]|mot|hai|ba|tu|bon)"

# "ngày 3 1/12/2031": a blank inside the day.
_PARTED: Final = r"(?<=ngay )[0-3]\s\d(?=\s?/\d{1,2}/20\d\d)"
_DAY: Final = lazy(
    rf"(?<![\w/.,])(?P<mark>(?:cac\s)?ngay[.:-]?\s{{0,3}})?(?P<list>(?:{_N}{_SEP}(?:ngay\s)?){{0,9}})(?P<d>{_PARTED}|{_N})"
    rf"(?:\s?/\s?(?P<m1>1\s[012](?=/20\d\d)|{_N})(?:(?:\s?[/.-]\s?|{_NAM}|(?=20[0-4]\d))"
    rf"(?P<y1>{_Y}|\d\d(?![\w/…]|\.\.)))?"
    rf"|\s?-\s?(?P<m2>{_N})\s?-\s?(?P<y2>{_Y})|\.(?P<m3>{_N})[./](?P<y3>{_Y})"
    rf"|\s(?P<long>thang)\s{{0,2}}(?P<m4>{_N})(?:{_TAIL})?)(?![\w/]|,\d)"
)
# "từ ngày 15-8 đến ngày 30-8-2013": between two of them a dash stands for a slash.
_DASHED: Final = lazy(
    rf"(?<!\w)ngay\s{{0,2}}(?P<d1>{_N})\s?-\s?(?P<m1>{_N})\s(?:cho )?(?:den|toi)(?: het)?\s(?:ngay\s{{0,2}})?"
    rf"(?P<d2>{_N})\s?-\s?(?P<m2>{_N})(?:\s?-\s?(?P<y>{_Y}))?(?![\w/-])"
)
_DOM: Final = lazy(
    rf"(?<!\w)(?:(?:cac\s)?ngay[.:-]?\s{{0,3}}"
    rf"|(?:(?<=truoc\s)|(?<=cham nhat\s))(?=\d{{1,2}}\s(?:hang|moi)\s(?:thang|quy)\b))"
    rf"(?P<list>(?:{_N}{_SEP}(?:ngay\s)?){{0,5}})(?P<d>{_N})(?![\w/%]|[.,]\d)"
)
_MONTH_FORM: Final = (
    rf"(?<!\w)(?:cac\s)?WORD\s{{0,3}}(?P<m>{_N})(?P<list>(?:{_SEP}(?:WORD\s{{0,2}})?{_N}){{0,11}})"
    rf"(?:{_TAIL})?(?![\w/]|,\d)"
)
_MONTH: Final = lazy(_MONTH_FORM.replace("WORD", r"thang(?:[.,](?=\s?\d{1,2}/20\d\d))?"))
_CELL_MONTH: Final = lazy(_MONTH_FORM.replace("WORD", r"(?:thang|th?\.?(?=\s?\d))"))
_BARE_MONTH: Final = lazy(rf"(?<![\w/.,])(?<![a-z]-)(?P<m>{_N})\s?/\s?(?P<y>{_Y})(?![\w/]|[.,]\d)")
_QUARTER_FORM: Final = (
    rf"(?<!\w)(?:cac\s)?WORD\s{{0,3}}(?P<q>{_ROMAN})(?P<list>(?:{_SEP}(?:WORD\s{{0,2}})?{_ROMAN}(?!\w)){{0,3}})"
    rf"(?:{_TAIL})?(?![\w/])"
)
_QUARTER: Final = lazy(_QUARTER_FORM.replace("WORD", "qu[yi]"))
_ANY_QUARTER: Final = lazy(rf"qu[yi]\s{{0,3}}{_ROMAN}")  # quickly found, and "quy định" is none
_CELL_QUARTER: Final = lazy(_QUARTER_FORM.replace("WORD", r"(?:qu[yi]|q\.?)"))
_HALF_SAID: Final = ("dau nam", "cuoi nam", "dau cua nam", "cuoi cua nam")
_HALF: Final = lazy(
    rf"(?<!\w)(?:(?P<n>0?6|0?9|sau|chin)\sthang|(?P<nua>nua))\s(?P<side>dau|cuoi)\s(?:cua\s)?nam(?:\s(?P<y>{_Y}))?(?![\w/])"
)
_YEAR: Final = lazy(
    rf"nam(?<!\wnam)\s(?P<school>hoc\s)?(?P<y>{_Y})(?P<list>(?:{_SEP}(?:(?:het\s)?nam\s)?{_Y}){{0,5}})(?![\w/])"
)
_BARE_YEAR: Final = lazy(rf"(?<![\w/.,-])(?P<y>{_Y})(?P<list>(?:{_SEP}{_Y}){{0,3}})(?![\w/%]|[.,]\d)")
# "đầu tháng 7", "tuần 2 tháng 5", "trung tuần tháng 9": read at the precision of the month.
_PART: Final = lazy(
    r"(?:(?:nua\s)?(?:dau|giua|cuoi)|ngay\s(?:lam viec\s)?(?:dau(?: tien)?|cuoi(?: cung)?)(?:\scua)?"
    r"|(?:thuong|trung|ha)\stuan|tuan\s(?:le\s)?(?:thu\s)?(?:\d{1,2}(?:\s?[-,]\s?\d{1,2})?|[a-z]{1,5})(?:\scua)?,?)\s$"
)
_COUNTED: Final = lazy(r"\s?(?:lan|ky|so|buoi|luot|cuoc|dot|phien|tuoi|nam|ngay|thang)\b")
# "trong 1/2 ngày" is half of it.
_FRACTION: Final = lazy(r"(?<=/[234])\s(?:ngay|buoi|thang|nam|gio|so|tong|dien tich|thoi (?:gian|luong))\b")
_CLOCK: Final = r"(?:\d{1,2}\s?(?:gio|h|:)\s?(?:\d{1,2})?\s?(?:phut)?['’]?\s?,?\s?)"
_RANGE: Final = lazy(
    r"\s{0,2}(?:\([^\d()]{0,4}(?:\d{1,2} thang (?!\d))?[^\d()]{1,24}\)\s?)?"
    r"(?:nam (?:truoc|nay|do)\s)?,?\s?(?:-|(?:[-.:;]{1,2}\s?|keo dai\s|cho\s)?(?:den|toi))\s{0,2}"
    rf"(?:[^\w\s]\s)?(?:het\s|truoc\s)?{_CLOCK}?(?:ngay\s)?"
    r"(?:(?:thu\s\w{1,4}|chu nhat),?\s)?(?:ngay\s)?(?:(?:dau|giua|cuoi)\s)?"
)
_AND: Final = lazy(r"\s{0,2}(?:,|;|&|va|,\s?va)\s{0,2}")
# A number in front of a list of days that belongs to a word before it: "đợt 1, 15/6".
_OTHER_NUMBER: Final = lazy(
    r"(?:dot|vong|lan|giai doan|quy|buoc|so|dieu|khoan|muc|diem|chuong|phu luc|bang|thang|nam|lop|khoi|tieu chi|cap|thu"
    r"|loai|to|doan|nhom|ca|diem|chi tieu|tuan|noi dung|nhiem vu|gio|\d\s?h|\d:)\s{0,2}$"
)
_NO_DAY: Final = lazy(r"(?:tuan|tuan thu|tuan le|dot|vong|buoc|lan|ky)\s$")  # "tuần 2 tháng 5", "lần 1 tháng 4"
_ROMANS: Final = {
    "i": 1, "ii": 2, "iii": 3, "iv": 4, "h": 2, "ih": 3, "hi": 3, "hii": 3, "th": 3, "tv": 4, "ti": 2, "tii": 3,
    "2": 2, "3": 3, "4": 4, "mot": 1, "hai": 2, "ba": 3, "tu": 4, "bon": 4,
}  # fmt: skip
_LETTERS: Final = str.maketrans({"o": "0", "i": "1", "l": "1"})
_STRAIGHT: Final = str.maketrans({"l": "i", "1": "i", "!": "i", "|": "i"})
_ITEM: Final = lazy(r"(?<![^\W\d_])[\doil]+")  # not in "tới"
_ROMAN_ITEM: Final = lazy(rf"(?:(?<!\w)|(?<=\bq)){_ROMAN}(?!\w)")


@lru_cache(maxsize=512)
def _number(text: str | None, low: int, high: int, letters: bool = False) -> int | None:
    """The number printed, letters read as digits, or None where it is none or out of bounds."""
    if not text or not (letters or any(map(str.isdigit, text))):
        return None
    value = int("".join(text.split()).translate(_LETTERS))
    return value if low <= value <= high else None


def _year(text: str | None) -> int | None:
    if text and len(text) == 2:
        short = _number(text, 0, 99)  # "năm 2031, oi": letters alone are no number
        return None if short is None else 2000 + short
    return _number(text, 1900, 2199)


def _series(numbers: list[int], span: bool) -> list[tuple[int, int | None]]:
    """Numbers of a list as points and spans: ``[24, 25, 26]`` is one span, ``[3, 6, 9]`` three points."""
    if len(numbers) == 2 and span:
        return [(numbers[0], numbers[1])]
    if len(numbers) > 1 and all(b == a + 1 for a, b in pairwise(numbers)):
        return [(numbers[0], numbers[-1])]
    return [(n, None) for n in numbers]


def _spread(
    b: str, stamp: Stamp, parts: list[tuple[Point, Point | None]], marks: list[tuple[int, int]]
) -> Iterator[Stamp]:
    """One stamp for each part of a list; each gets its own share of the printed words ("tháng 3", "tháng 6")."""
    if len(parts) == 1:
        yield Stamp(stamp.start, stamp.end, stamp.kind, *parts[0], stamp.marked)
        return
    for i, (first, last) in enumerate(parts):
        start = stamp.start if i == 0 else _named(b, marks[i][0])
        end = stamp.end if i == len(parts) - 1 else marks[i][1]
        yield stamp._replace(start=start, end=end, first=first, last=last)


def _named(b: str, start: int) -> int:
    """``start``, or where the word "ngày", "tháng" or "quý" right before it starts."""
    m = _NAME.search(b[max(0, start - 7) : start])
    return start - len(m[0]) if m else start


_NAME: Final = lazy(r"\b(?:ngay|thang|qu[yi])\s{0,2}$")
_IS_RANGE: Final = lazy(r"-|\b(?:den|toi)\b")


# "25-3 đến 01-4-2031": the first two are a day and a month.
_DAY_MONTH_TO: Final = lazy(r"\d{1,2}\s?-\s?\d{1,2}\s+(?:den|toi)\b")


def _listed(b: str, start: int, end: int, item: re.Pattern[str]) -> list[tuple[int, int]]:
    return [m.span() for m in item.finditer(b, start, end)]


def _days(b: str) -> Iterator[Stamp]:
    for m in _DAY.finditer(b):
        month = _number(m["m1"] or m["m2"] or m["m3"] or m["m4"], 1, 12)
        day = _number(m["d"], 1, 31)
        printed = m["y1"] or m["y2"] or m["y3"] or m["ya"] or m["yb"]
        year = _year(printed)
        if day is None or month is None or (printed and year is None):
            continue
        if m["long"] and not m["mark"] and _NO_DAY.search(b[max(0, m.start() - 10) : m.start()]):
            continue
        if m["long"] and _COUNTED.match(b, m.end()) and not year:
            continue
        marked = bool(m["mark"] or m["long"] or year)
        if not marked and day == 1 and _FRACTION.match(b, m.end()):
            continue
        start, listing = m.start(), m["list"]
        marks = _listed(b, m.start("list"), m.end("list"), _ITEM) if listing else []
        before = [_number(b[i:j], 1, 31) for i, j in marks]
        if listing and (None in before or (not m["mark"] and _OTHER_NUMBER.search(b[max(0, start - 12) : start]))):
            start, listing, marks, before = _named(b, m.start("d")), "", [], []
        whole = Stamp(start, m.end(), "day", Point(year, month, day), marked=marked or b.startswith("ngay", start))
        if not listing:
            yield whole
            continue
        numbers = [n for n in before if n is not None] + [day]
        marks.append((m.start("d"), m.end("d")))
        span = bool(_IS_RANGE.search(listing))
        if span and len(numbers) == 2 and numbers[0] > day:  # "từ ngày 25 đến ngày 05/3"
            earlier = Point(year if month > 1 or not year else year - 1, month - 1 or 12, numbers[0])
            yield whole._replace(first=earlier, last=Point(year, month, day))
            continue
        if len(numbers) == 3 and numbers[1] <= 12 and _DAY_MONTH_TO.match(listing):
            earlier = Point(year if numbers[1] <= month or not year else year - 1, numbers[1], numbers[0])
            yield whole._replace(first=earlier, last=Point(year, month, day))
            continue
        parts = [
            (Point(year, month, a), None if z is None else Point(year, month, z)) for a, z in _series(numbers, span)
        ]
        yield from _spread(b, whole, parts, marks)


def _dashed(b: str) -> Iterator[Stamp]:
    """Spans whose days and months are joined by dashes."""
    for m in _DASHED.finditer(b):
        day, month = _number(m["d1"], 1, 31), _number(m["m1"], 1, 12)
        last_day, last_month = _number(m["d2"], 1, 31), _number(m["m2"], 1, 12)
        if day and month and last_day and last_month:
            span = Stamp(m.start(), m.end(), "day", Point(None, month, day), Point(_year(m["y"]), last_month, last_day))
            yield span.dated(None)


def _days_of_month(b: str) -> Iterator[Stamp]:
    for m in _DOM.finditer(b):
        day = _number(m["d"], 1, 31)
        marks = _listed(b, m.start("list"), m.end("list"), _ITEM)
        numbers = [_number(b[i:j], 1, 31) for i, j in marks] + [day]
        if day is None or None in numbers:
            continue
        whole = Stamp(m.start(), m.end(), "day-of-month", Point(day=day))
        series = _series([n for n in numbers if n], bool(_IS_RANGE.search(m["list"])))
        parts = [(Point(day=a), None if z is None else Point(day=z)) for a, z in series]
        yield from _spread(b, whole, parts, [*marks, m.span("d")])


def _months(b: str, cell: bool) -> Iterator[Stamp]:
    for m in (_CELL_MONTH if cell else _MONTH).finditer(b):
        year = _year(m["ya"] or m["yb"])
        marks = [m.span("m"), *_listed(b, m.start("list"), m.end("list"), _ITEM)]
        end = m.end()
        numbers = [_number(b[i:j], 1, 12, letters=j - i == 2) for i, j in marks]
        loose = not year and "thang" not in m["list"] and not _LIST_END.match(b, end)
        if len(marks) > 1 and (loose or None in numbers):  # "tháng 3, 5 xã": the 5 is no month
            numbers, year, end = numbers[:1], None, m.end("m")
        if None in numbers or (not year and _COUNTED.match(b, end) and not b.startswith(" nam", end)):
            continue
        if _NOT_MONTH.search(b[max(0, m.start() - 16) : m.start()]):
            continue
        span = bool(_IS_RANGE.search(m["list"]))
        series = _series([n for n in numbers if n], span)
        parts = [(Point(year, a), None if z is None else Point(year, z)) for a, z in series]
        yield from _spread(b, Stamp(m.start(), end, "month", Point()), _wrapped(parts), marks)
    if "/" in b:
        for m in _BARE_MONTH.finditer(b):
            month, year = _number(m["m"], 1, 12), _year(m["y"])
            if month and year and cell and (first := _FROM_MONTH.search(b, max(0, m.start() - 5), m.start())):
                span_ends: list[tuple[Point, Point | None]] = [(Point(year, int(first[1])), Point(year, month))]
                yield Stamp(first.start(), m.end(), "month", *_wrapped(span_ends)[0], marked=False)
            elif month and year:
                yield Stamp(m.start(), m.end(), "month", Point(year, month), marked=False)


_FROM_MONTH: Final = lazy(r"(?<![\w/.,-])(0?[1-9]|1[0-2])\s?-\s?$")  # "09 - 10/2026"
_LIST_END: Final = lazy(r"\s{0,2}(?:$|[,.;:()-]|hang\b|den\b|nam\b|va\b|moi\b)")
_EVERY: Final = lazy(r"(?:moi|hang)\s$")
# "06 tháng 01 lần", "mỗi tháng 2 kỳ" are rhythms; "tuần 2 tháng 5" is a date.
_NOT_MONTH: Final = lazy(
    r"(?:moi|hang)\s$|(?<!tuan\s)(?<!tuan thu\s)(?<!dot\s)(?<!vong\s)(?<!buoc\s)(?<!lan\s)(?<!ky\s)(?<!\d[-,])"
    r"(?<!\d)\d{1,3}\s{0,2}$"
)


def _wrapped(parts: list[tuple[Point, Point | None]]) -> list[tuple[Point, Point | None]]:
    """A span of months that runs over the turn of the year has its printed year at the end."""
    first, last = parts[0]
    if len(parts) == 1 and last and last.year and first.place() > last.place(last=True):
        return [(first._replace(year=last.year - 1), last)]
    return parts


def _quarters(b: str, f: str, cell: bool) -> Iterator[Stamp]:
    for m in (_CELL_QUARTER if cell else _QUARTER).finditer(b):
        year = _year(m["ya"] or m["yb"])
        if f.startswith(("quy", "quỹ", "qui", "quỳ"), m.start()) and not year:
            continue
        marks = [m.span("q"), *_listed(b, m.start("list"), m.end("list"), _ROMAN_ITEM)]
        numbers = [_ROMANS.get(b[i:j].translate(_STRAIGHT)) for i, j in marks]
        if None in numbers or _EVERY.search(b[max(0, m.start() - 6) : m.start()]):
            continue
        if not year and _COUNTED.match(b, m.end()) and not b.startswith(" nam", m.end()):
            continue
        series = _series([n for n in numbers if n], bool(_IS_RANGE.search(m["list"])))
        parts = [(Point(year, quarter=a), None if z is None else Point(year, quarter=z)) for a, z in series]
        yield from _spread(b, Stamp(m.start(), m.end(), "quarter", Point()), parts, marks)


def _halves(b: str) -> Iterator[Stamp]:
    for m in _HALF.finditer(b):
        year, months = _year(m["y"]), 9 if m["n"] in {"9", "09", "chin"} else 6
        first, last = (1, months) if m["side"] == "dau" else (13 - months, 12)
        yield Stamp(m.start(), m.end(), "half", Point(year, first), Point(year, last))


def _years(b: str, f: str, cell: bool) -> Iterator[Stamp]:
    for m in [*_YEAR.finditer(b), *(_BARE_YEAR.finditer(b) if cell else ())]:
        named = b.startswith("nam", m.start())
        if named and f.startswith("nam", m.start()) and not cell:  # "miền Nam 2021"
            continue
        marks = [m.span("y"), *_listed(b, m.start("list"), m.end("list"), _ITEM)]
        numbers = [_year(b[i:j]) for i, j in marks]
        if None in numbers:
            continue
        years = [n for n in numbers if n]
        kind = "school-year" if named and m["school"] else "year"
        span = bool(_IS_RANGE.search(m["list"]))
        parts = [(Point(a), None if z is None else Point(z)) for a, z in _series(years, span)]
        yield from _spread(b, Stamp(m.start(), m.end(), kind, Point(), marked=named), parts, marks)


def scan(text: str, *, cell: bool = False) -> list[Stamp]:
    """The dates and periods printed in ``text``, in order, none overlapping another.

    ``cell`` says that the text is known to be about time, so that bare years ("2021 - 2025") count as well.

    >>> [s.iso() for s in scan("từ ngày 25/12 đến ngày 05/01/2026, quý II và quý III/2026")]
    ['2025-12-25/2026-01-05', '2026-Q2/2026-Q3']
    """
    return scan_folded(fold(text), bare(text), cell=cell)


def scan_folded(f: str, b: str, *, cell: bool = False) -> list[Stamp]:
    """:func:`scan` on a text already folded both ways."""
    if "//" in b:
        f, b = f.replace("//", "/ "), b.replace("//", "/ ")  # one stroke read twice: "quý II//2031"
    b = spoilt_dates.mended(b)
    figures = has_figures(b)
    monthly = "thang" in b
    signs = "/" in b or b.count("-") > 1 or b.count(".") > 1  # of "5/3", "5-3-2031", "5.3.2031"
    found: list[Stamp] = list(_days(b)) if figures and (monthly or signs) else []
    daily = "ngay" in b
    if figures and (daily or (monthly and ("truoc " in b or "nhat " in b))):
        found += _days_of_month(b)
        if daily and b.count("-") > 1:
            found += _dashed(b)
    if cell or monthly or (figures and "/" in b):
        found += _months(b, cell)
    if cell or _ANY_QUARTER.search(b):
        found += _quarters(b, f, cell)
    yearly = "nam" in b
    if yearly and any(map(b.__contains__, _HALF_SAID)):
        found += _halves(b)
    if figures and (cell or yearly):
        found += _years(b, f, cell)
    if not found:
        return []
    found.sort(key=lambda s: (s.start, -s.end))
    kept: list[Stamp] = []
    for stamp in found:
        if not kept or stamp.start >= kept[-1].end:
            kept.append(stamp)
    return _joined([_widened(b, s) for s in kept], b)


def _widened(b: str, stamp: Stamp) -> Stamp:
    """The stamp with "đầu", "cuối", "tuần 2" before it."""
    if stamp.kind in {"day", "day-of-month"}:
        return stamp
    low = max(0, stamp.start - 32)
    m = _PART.search(b[low : stamp.start])
    return stamp._replace(start=low + m.start()) if m else stamp


def _joined(stamps: list[Stamp], b: str) -> list[Stamp]:
    """Two ends of a span as one stamp, and days, months or quarters that follow one another."""
    out: list[Stamp] = []
    for stamp in stamps:
        if out and out[-1].last is None and stamp.last is None and stamp.start - out[-1].end <= 40:
            left, gap = out[-1], b[out[-1].end : stamp.start]
            ranged = _RANGE.fullmatch(gap) and "school-year" not in (left.kind, stamp.kind)
            if ranged and "day-of-month" not in (left.kind, stamp.kind):
                joined = left._replace(end=stamp.end, last=stamp.first, marked=left.marked or stamp.marked)
                out[-1] = joined.dated(None)
                continue
            if ranged and left.kind == stamp.kind:
                out[-1] = left._replace(end=stamp.end, last=stamp.first)
                continue
            if left.kind == stamp.kind and _AND.fullmatch(gap) and _follows(left.first, stamp.first):
                out[-1] = left._replace(end=stamp.end, last=stamp.first).dated(None)
                continue
        out.append(stamp)
    return out


_LAST_DAYS: Final = tuple((28, 29) if n == 2 else (30,) if n in (4, 6, 9, 11) else (31,) for n in range(1, 13))


def _follows(a: Point, b: Point) -> bool:
    """Whether ``b`` is the day, month, quarter or year right after ``a``."""
    year = a.year or b.year
    turn = bool(a.year and b.year and b.year == a.year + 1)
    if a.day and b.day and a.month and b.month:
        over = b.day == 1 and b.month == a.month + 1 and a.day in _LAST_DAYS[a.month - 1]
        return ((a.month == b.month and b.day == a.day + 1) or over) and not turn
    if a.quarter and b.quarter:
        return (b.quarter == a.quarter + 1 and not turn) or (turn and (a.quarter, b.quarter) == (4, 1))
    if a.month and b.month and not a.day and not b.day:
        return (b.month == a.month + 1 and not turn) or (turn and (a.month, b.month) == (12, 1))
    return turn and not (a.month or a.quarter) and bool(year)
