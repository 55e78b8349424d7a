"""The date of a letterhead as it is printed, and its value (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II)."""

from __future__ import annotations

import re

from kehoach.knowledge.patterns import inline, lazy

_DATE = lazy(
    r"ng\w{0,2}y(?P<day>[^,;:]{0,13}?)(?:[tq§]\W?h?\w{0,2}ng"
    r"|háng)\s*(?P<month>[^\s,]{0,5}?|[01IlÏÌÍĨ|] [^\s,]{1,2}?)\s*n\w{1,2}m\s*(?P<year>[\d.…]{0,5})",
    re.I,
)
# "Lào Cai, ngày 12/4/2031", "tháng 02 năm 2031", "ngày    /4/2031": behind a place, else it is a page's own day.
_FIGURES = lazy(
    r"(?<=\w,)\s*(?:ngày\s{0,3}|(?=.{0,9}tháng))(?P<day>\d{0,2})[\s.…]{0,9},?\s?(?:[/.-]\s?|tháng\s{0,3})(?P<month>\d{1,2})"
    r"\s?,?\s?(?:[/.-]|năm)?\s?(?P<year>20\d\d)(?!\d)",
    re.I,
)
_OCR_DIGITS = str.maketrans("Il|íÍÏÌĨOoÖÔØSŠ", "111111110000055")


def find(text: str) -> re.Match[str] | None:
    """The date printed in a piece of a letterhead, as groups ``day``, ``month`` and ``year``; each may be blank."""
    return _DATE.search(text) or _FIGURES.search(text)


def value(match: re.Match[str]) -> str | None:
    """The date as far as it is printed: ``2021-05-31``, ``2021-05``, ``2021``; ``None`` where the year is missing."""
    year = inline(r"[^0-9]").sub("", match["year"])
    year = year[:4] if inline(r"20[0-4]\d").match(year) else year
    if len(year) != 4:
        return None
    month = _small(match["month"], 12)
    day = _small(match["day"], 31)
    if month is None:
        return year
    return f"{year}-{month:02d}-{day:02d}" if day is not None else f"{year}-{month:02d}"


def _small(text: str, top: int) -> int | None:
    """The day or month printed, up to ``top``, letters that OCR made of its figures read as figures."""
    if len(text.strip()) > 1 and not set("ÍÏÌĨ").isdisjoint(text) and not set("SŠ").isdisjoint(text):
        return None  # by hand: an "S" beside a stroke may be a 5 or an 8
    digits = text.replace(" ", "").translate(_OCR_DIGITS).strip("./…,_'`\"-")
    return int(digits) if digits.isdecimal() and len(digits) < 9 and 1 <= int(digits) <= top else None
