"""The parts of a printed reference: number, date, pinpoint.

Small functions ``(source, position) -> (value, end)`` that look a bounded way ahead, so that scanning stays linear.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from kehoach.folding import bare, fold, one_d, plain
from kehoach.knowledge.patterns import inline, lazy
from kehoach.parsers.facts import citation_symbols, spoilt_dates
from kehoach.records import NamedTuple

_DIGITS = str.maketrans("OoIil", "00111")


class Source(NamedTuple):
    """A text in its comparable forms; all of one length."""

    text: str
    plain: str
    fold: str
    bare: str

    @classmethod
    def of(cls, text: str) -> Source:
        """The forms of ``text``."""
        return cls(text, plain(text), fold(text), spoilt_dates.mended(bare(text)))


# --- numbers ---------------------------------------------------------------------------------------------------------

_CAPS = r"(?:[A-ZĐ]{2,}[a-z]?[0-9Il]{0,2}|TTg|TTr|CTr|L)(?![^\W\d_])"
_MAIN = "KH|CTr|HD|NQ|QĐ|CT|TB|KL|BC|TTr|CV"  # "21 KH/TWĐTN": a blank where a stroke belongs
NUMBER = lazy(
    # What stands before is asked behind the first figure: so the search leaps from figure to figure.
    r"(?P<serial>[0-9OIl](?:(?<![\w.,/-].)|(?<=[Ss][ốôó].)|(?<=[Ss][ốôó]\..))[0-9OIlo]{0,5}(?:\.[0-9]{1,3})?)(?P<suffix>[A-Za-zĐđ]{0,2})"
    r"(?:\s{0,3}/\s{0,3}(?P<year>(?:19|[2][0Oo])[0-9OIlo]{2})|-(?P<dashed>20[0-9]{2})(?=/[A-ZĐ]))?"
    rf"(?P<sep>\s{{0,3}}[/-]\s{{0,3}}|\s{{1,2}}(?=(?:{_MAIN})/[A-ZĐ]{{2}}))"
    r"(?P<symbol>[A-ZĐƠỌỢƯÔÂ][^\W_]{0,24}"
    rf"(?:(?:[-/](?=[^\W_])|\.(?=[A-ZĐ]{{2}})|\s?&\s?(?=[A-ZĐ]{{2}})|(?<=GD)\s(?=ĐT(?!\w))|\s{{1,2}}-\s{{0,2}}(?={_CAPS})|-\s{{1,2}}(?=[A-ZĐ]{{2}}|TT|[A-Z][0-9]{{1,3}}(?![\w/]))"
    # "30/KH-THCS TP ngày …": the school's abbreviation and its town's
    r"|(?<=[A-ZĐ]{3})\s(?!UBND|HĐND|MTTQ|UBMTTQ)(?=[A-ZĐ]{2,6}(?:\s(?:ngày|của|về)(?!\w)|[,;.)]|$))"
    rf"|\s{{0,2}}/\s{{0,2}}(?={_CAPS}))[^\W_]{{1,30}}){{0,8}})"
)
"""A number with its symbol: ``12/2020/QĐ-UBND``, ``35-NQ/TU``, ``31 /KH - UBND``, ``17.3/GTr``."""

_GLUED = lazy(r"(?<=[A-ZĐgr])(?:ngày|của|về|do)[^-/]*$")
_COUNCIL = lazy(r"QH[0-9IlO]{1,2}$")


class Number(NamedTuple):
    """A number as printed at ``start``-``end``: ``value`` normalised, ``symbol`` the letters after the serial."""

    start: int
    end: int
    value: str
    symbol: str
    year: str | None


def number_at(src: Source, pos: int) -> Number | None:
    """The number that starts at ``pos``."""
    m = NUMBER.match(src.plain, pos)
    return _number(m, src.text) if m else None


def numbers(src: Source) -> list[Number]:
    """Every number with a symbol, in order."""
    if "/" not in src.plain and "-" not in src.plain:
        return []
    return [n for m in NUMBER.finditer(src.plain) if (n := _number(m, src.text))]


def _number(m: re.Match[str], printed: str) -> Number | None:
    serial, symbol, end = m["serial"], m["symbol"], m.end()
    if not any(c in "0123456789" for c in serial):
        return None
    if cut := _GLUED.search(symbol):
        end -= len(symbol) - cut.start()
        symbol = symbol[: cut.start()]
    if not m["year"] and "-" in m["sep"] and "/" not in symbol and "-" in symbol:
        return None  # "5 - HĐND" after a list number; party numbers have a stroke
    if "Đ" in symbol:
        symbol = plain(one_d(printed[m.start("symbol") : m.start("symbol") + len(symbol)]))
    symbol = inline(r"\s").sub("", symbol)
    symbol = _COUNCIL.sub(lambda q: q[0][:2] + q[0][2:].translate(_DIGITS), symbol)
    year = m["year"].translate(_DIGITS) if m["year"] else None
    dashed = m["dashed"]  # "Nghị quyết số 19-2016/NQ-CP"
    head = serial.translate(_DIGITS) + m["suffix"] + (f"/{year}" if year else f"-{dashed}" if dashed else "")
    return Number(m.start(), end, head + (m["sep"].strip() or " ") + symbol, symbol, year or dashed)


_MISREAD = {"ubnd": "UBND", "hdnd": "HĐND"}


def repaired(number: Number, abbreviations: tuple[str, ...]) -> str:
    """The number's value with the slips of its letters put right where one reading is possible.

    ``abbreviations``: what the printed type of document is shortened to: after "Quyết định" both "QD" and "ỌĐ" are QĐ.
    """
    symbol = inline(r"(?<=[A-ZĐ])I\.(?=[A-ZĐ]{3})").sub("L", number.symbol)  # "TT-BI.ĐTBXH"
    parts = inline(r"([-/.&])").split(citation_symbols.parted(symbol, abbreviations))
    wanted = {bare(a): a for a in reversed(abbreviations)}
    for i, part in enumerate(parts[::2]):
        letters = bare(part)
        if i == 0 and letters not in wanted and letters[:1] == "o":
            letters = "q" + letters[1:]
        if i == 0 and letters not in wanted:
            letters = next((w for w in wanted if w == letters.replace("i", "t")), letters)  # "TIr"
            meant = bare(citation_symbols.signer(part))
            letters = meant if meant in wanted else letters  # "TTILT"
        if i == 0 and letters in wanted and part not in abbreviations:
            parts[0] = wanted[letters]
        elif letters in _MISREAD:
            parts[2 * i] = _MISREAD[letters]
        elif i:
            parts[2 * i] = citation_symbols.signer(part)
    return number.value[: len(number.value) - len(number.symbol)] + "".join(parts)


# --- dates -----------------------------------------------------------------------------------------------------------

# … its figures parted by a blank: "16/7/20 31".

_D = r"[0-9oil]"
_Y = rf"((?:19|2[0o]){_D}{{2}}|20 [0-4]\d(?!\w))(?![\d])"
_DAY_NUMBERS = lazy(
    rf"(?:\.(?=ngay)|[\s,(-]{{0,4}})(?:(?P<same>cung)\s{{1,2}})?(?:(?:ky|ban hanh|de)\s{{1,2}})?ngay"
    rf"(?: [,;:'`])?[:.]?\s{{0,3}}({_D}{{1,2}})\s{{0,2}}[/.-]\s{{0,2}}({_D}{{1,2}})\s{{0,2}}[/.-]\s{{0,2}}{_Y}"
)
_DAY_WORDS = lazy(
    rf"(?:\.(?=ngay)|[\s,(-]{{0,4}})(?:(?P<same>cung)\s{{1,2}})?(?:(?:ky|ban hanh|de)\s{{1,2}})?ngay[\s.]{{0,12}}"
    rf"({_D}{{1,2}})?[\s.]{{0,12}}thang[\s.]{{0,12}}({_D}{{1,2}})?(?:[\s.]{{0,12}},?\s?nam\s{{0,3}}|\s?/\s?){_Y}"
)
# "ngày 27/11/19": the century is left off.
_DAY_SHORT = lazy(r"[\s,(]{0,4}ngay\s{0,3}([0-9]{1,2})/([0-9]{1,2})/([0-3][0-9])(?![\w/])")
_DAY_PARTIAL = lazy(r"[\s,(]{0,4}ngay\s{0,3}[0-9]{1,2}\s?[/-]\s?[0-9]{1,2}(?!\s?[/.-]?\s?[0-9])")
_DAY_BARE = lazy(rf"[\s,(]{{1,3}}([0-9]{{1,2}})[/-]([0-9]{{1,2}})[/-]{_Y}")
_MONTH = lazy(rf"[\s,(]{{1,3}}thang\s{{1,2}}([0-9]{{1,2}})(?:\s{{1,2}}nam\s{{1,2}}|\s?[/-]\s?){_Y}")
_YEAR = lazy(rf"[\s,(]{{1,3}}nam\s{{1,2}}{_Y}(?!\s?-)")


class Date(NamedTuple):
    """A date behind a number; ``value`` ISO, as much as is printed; ``same`` for "cùng ngày"."""

    end: int
    value: str | None
    same: bool


def date_at(src: Source, pos: int) -> Date | None:
    """The date printed at ``pos`` (after blanks, a comma or a bracket)."""
    text = src.bare
    pos += src.text.startswith(". ngày", pos)  # a stain of a scan: a sentence would begin with a capital
    for pattern in (_DAY_NUMBERS, _DAY_WORDS):
        if m := pattern.match(text, pos):
            return Date(_bracket(src, pos, m.end()), _iso(m[4], m[3], m[2]), m["same"] is not None)
    if m := _DAY_SHORT.match(text, pos):
        return Date(_bracket(src, pos, m.end()), _iso(f"20{m[3]}", m[2], m[1]), False)
    if m := _DAY_PARTIAL.match(text, pos):
        return Date(m.end(), None, False)
    if m := _DAY_BARE.match(text, pos):
        return Date(_bracket(src, pos, m.end()), _iso(m[3], m[2], m[1]), False)
    if m := _MONTH.match(text, pos):
        return Date(_bracket(src, pos, m.end()), _iso(m[2], m[1], None), False)
    if m := _YEAR.match(text, pos):
        return Date(_bracket(src, pos, m.end()), _iso(m[1], None, None), False)
    return None


def _bracket(src: Source, pos: int, end: int) -> int:
    """``end``, behind the ")" that closes a bracket opened at ``pos``."""
    opened = "(" in src.text[pos : pos + 4]
    return end + 1 if opened and src.text[end : end + 1] == ")" else end


def _iso(year: str, month: str | None, day: str | None) -> str | None:
    numbers = [int(p.replace(" ", "").translate(_DIGITS)) if p else None for p in (year, month, day)]
    y, m, d = numbers[0] or 0, numbers[1], numbers[2]
    if m is None:
        return f"{y:04}"
    if y < 1 or not 1 <= m <= 12:
        return None
    if d is None:
        return f"{y:04}-{m:02}"
    leap = y % 4 == 0 and (y % 100 != 0 or y % 400 == 0)
    last = 29 if m == 2 and leap else 28 if m == 2 else 30 if m in (4, 6, 9, 11) else 31
    return f"{y:04}-{m:02}-{d:02}" if 1 <= d <= last else None


# --- pinpoints -------------------------------------------------------------------------------------------------------

_VALUE = r"(?:[0-9]{1,3}(?:\.[0-9]{1,2}){0,3}[a-z]?|[ivxlc]{1,6}|[a-z]|thu\s(?:nhat|hai|ba|tu|nam|sau))(?![^\W_])"
_PARTS = r"(?:tiet|diem|khoan|dieu|tieu\s?muc|muc|chuong|phan|phu luc)\s{1,3}"
# That a word begins is asked behind its first letter: so the search leaps from one to the next.
_FIRST = r"(?<![^\W_].)"
_POINTS = lazy(
    rf"(?:t{_FIRST}(?:iet|ieu\s?muc)|d{_FIRST}(?:iem|ieu)|k{_FIRST}hoan|m{_FIRST}uc|c{_FIRST}huong"
    rf"|p{_FIRST}(?:han|hu luc))\s{{1,3}}{_VALUE}"
    rf"(?:(?:(?:\s{{0,2}}[,;]\s{{0,2}}(?:va\s)?|\s{{1,2}}(?:va|den|hoac)\s{{1,2}})"
    rf"(?:{_PARTS})?|\s{{1,2}}(?:cua\s|tai\s)?{_PARTS}){_VALUE}){{0,40}}"
)
_BETWEEN = lazy(r"[\s,]{0,3}(?:(?:cua|thuoc|tai|trong|cac|kem theo|ban hanh|theo)\s{1,2}){0,3}")
_BEHIND = lazy(r"\s{0,2}(?:\(|tai\s)\s?(?:theo |tai |quy dinh tai ){0,2}")


class Pinpoints:
    """Every "điểm a khoản 2 Điều 5" of a text, to be asked for by the place of a reference."""

    __slots__ = ("_ends", "_spans", "_src", "_starts", "_used")

    def __init__(self, src: Source) -> None:
        self._src = src
        self._spans = [m.span() for m in _POINTS.finditer(src.bare)]
        self._starts = [a for a, _ in self._spans]
        self._ends = [b for _, b in self._spans]
        self._used: set[int] = set()

    def before(self, start: int) -> str | None:
        """The pinpoint that leads to the reference at ``start``."""
        i = bisect_right(self._ends, start) - 1
        if i < 0 or start - self._ends[i] > 40 or i in self._used:
            return None
        gap = _BETWEEN.match(self._src.bare, self._ends[i], start)
        if not gap or gap.end() != start:
            return None
        self._used.add(i)
        return self._cut(i)

    def behind(self, end: int) -> str | None:
        """The pinpoint in brackets or after "tại" behind a reference that ends at ``end``."""
        m = _BEHIND.match(self._src.bare, end)
        i = bisect_left(self._starts, m.end()) if m else -1
        if i < 0 or i >= len(self._starts) or not m or self._starts[i] != m.end() or i in self._used:
            return None
        self._used.add(i)
        return self._cut(i)

    def _cut(self, i: int) -> str:
        a, b = self._spans[i]
        return inline(r"\s+").sub(" ", self._src.plain[a:b])
