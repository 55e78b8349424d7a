"""The letterhead: issuer, number, place, date, title (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from kehoach.folding import bare, fold, in_capitals, one_d, upper
from kehoach.knowledge.patterns import inline, lazy
from kehoach.knowledge.places import province_of
from kehoach.parsers import issue_date, title, zone_ends, zones
from kehoach.parsers.lines import NUMBER_WORD, Line
from kehoach.parsers.lines import cells as line_cells
from kehoach.parsers.paragraphs import rubbish
from kehoach.parsers.title import Decision
from kehoach.parsers.view import View
from kehoach.parsers.words import Words, clean, join

# "Số: 115/KH-UBND", "Số 22 /KH - UBND", "Số:      /KH-SYT", "Số 12-KH/TU"; the number may be blank or garbled.
_NUMBER = lazy(
    r"(?<![^\W_])(?:s[oốôóồổỗộø06]\s{0,3}[:.;]?|[§5][ốôồổỗộ8]\s{0,3}[:;])\s{0,3}"
    r"(?P<serial>\d{1,3}/\d{1,3}|[^/\s|]{0,9}(?:\s[^/\s|]{1,4}){0,2})\s*/\s*(?P<symbol>(?:20\d\d\s*/\s*)?(?-i:[Kk]\s?H[A-ZĐÐ\d]{0,12}(?:(?:\s?[-–]\s?|[.;:_~=](?=[A-ZĐ]{2}))(?:Tr\.?\s?)?[A-ZĐÐĂÂƯƠ][A-ZĐÐĂÂƯƠ&.\d]*(?:[a-z][A-ZĐ]{1,3})?[a-z]{0,2}(?![^\W\d_])|\s?/\s?[\wÐ&]+)*))",
    re.I,
    needs=("/",),
)
_PARTY = lazy(
    rf"(?<!\w){NUMBER_WORD}"
    r"\s{0,3}[:.;]?\s{0,3}(?P<serial>[\d.…\s]{0,9}|\d\s?[^\s–-]{1,2}|\S{1,2}(?:\s\S)?\d)\s?[-–]?\s?(?P<symbol>(?:KH|CTr|CTHĐ|ĐA"
    r"|PA)\s?/\s?[\wĐ]+(?:-[\wĐ]+)?)",
    re.I,
    needs=("/",),
)
_OTHER = lazy(
    rf"(?<!\w){NUMBER_WORD}"
    r"\s{0,3}[:.;]?\s{0,3}(?P<serial>[\d.…\s]{0,9})\s?/\s?(?P<symbol>(?:20\d\d\s?/\s?)?(?:CTr"
    r"|CTHĐ|PA|ĐA|QĐ|NQ|CT)(?:\s?[-–]\s?[\wĐ&]+|\s?/\s?[\wĐ]+)+)",
    re.I,
    needs=("/",),
)
# "Số: 58 KH/ĐTN": nothing but a blank between the number and its symbol.
_BLANK = lazy(
    rf"(?<!\w){NUMBER_WORD}"
    r"\s{0,3}[:.;]?\s{0,3}(?P<serial>\d{1,4})\s+(?P<symbol>(?-i:KH[A-ZĐ]{0,4})(?:\s[A-ZĐ]{2,4})?\s?/\s?[\wĐ]+"
    r"(?:-[\wĐ]+)?)",
    re.I,
    needs=("/",),
)
# A number of no plan's form, alone in its cell: "Số: 04/UBND-NN", "Số:    /CĐ - TH".
_ALONE = lazy(
    rf"\W{{0,3}}{NUMBER_WORD}"
    r"\s{0,3}[:.;]\s{0,3}(?P<serial>\d{0,4})\s{0,3}/\s{0,3}(?P<symbol>(?-i:[A-ZĐ][A-ZĐ&]{1,7}"
    r"(?:\s?[-–]\s?[A-ZĐ][A-ZĐ&]{1,9}){1,2}))\W*$",
    re.I,
    needs=("/",),
)
# The lines of the motto, the State's and the Party's; of the first a word may be lost where a stamp lies on it: "XÃ HỘI
# CHỦ NGHĨA VIỆT NAM".
_MOTTO_LINES = (
    r"(?:(?:(?:[cg].{1,2}ng )?h.{1,2}a? )?x.{1,2} (?:h.{1,2}i )?|c.{1,2}ng \w{2,8} h.{1,2}i )"
    r"ch.{1,2} ngh.{1,2}a\W*vi.{1,2}t n.{1,2}m"
    r"|dang cong san viet nam|(?:(?:d.{1,2}c )?l.{1,2}p\W+|[-~–] )t.{1,2}\s?do\W+h.{1,2}nh ?ph.{1,2}c"
)
_MOTTO = lazy(rf"\W{{0,3}}(?:{_MOTTO_LINES})")
MOTTO = lazy(f"{_MOTTO_LINES}?")
# Its first line torn where a column is too narrow for it: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT" and, lines below, "NAM".
_HALF_MOTTO = lazy(r"\W{0,3}c.{1,2}ng h.{1,2}a? x.{1,2} h.{1,2}i ch.{1,2} ngh.{1,2}a(?:\W*vi.{1,2}t)?\W*$")
# … and behind the issuer's first line, on the same.
_HALF_BEHIND = lazy(
    r"(?<=\w )c.{1,2}ng h.{1,2}a? x.{1,2} h.{1,2}i ch.{1,2} ngh.{1,2}a\W*vi.{1,2}t\W*$", needs=("ngh", "vi")
)
_MOTTO_REST = lazy(r"\W{0,3}(?:vi.{1,2}t )?nam\W*$")
_CAPITALISED = lazy(
    upper(
        r"(?P<place>(?:(?:T[PTX]\.?|Thành phố|Tp\.?)\s?)?(?<![^\W\d_])[A-Z](?:['’][A-Z]?)?[^\W\d_A-Z]+(?:(?: "
        r"|\s?[-–]\s?)[A-Z](?:['’][A-Z]?)?[^\W\d_A-Z]+){0,4}(?: [A-D](?=,))?)"
    )
)
# A place, its second word in small letters by mistake, where nothing else stands before the date: "Bát xát", "Quận 2".
_HALF_CAPITALISED = lazy(
    upper(r"(?!Hôm|Sáng|Chiều|Tối|Ngày)(?P<place>[A-Z][^\W\d_A-Z]{1,6} (?:[^\W\d_A-Z]{2,7}|\d{1,2})) ?,\s*$")
)
# A body's name as running text writes it, all of the piece: "Liên đội trường TH Bản Vược", "Phòng GD&ĐT Bát Xát".
_SMALL_BODY = lazy(
    r"(?:UBND|Ủy ban nhân dân|Sở|Phòng|Trường|Trung tâm|Liên đội|Chi đoàn|Chi bộ|Đảng ủy|Công đoàn|CĐCS|Bệnh viện|Trạm"
    r"|Hội|Tổ|Ban)(?:(?:\s|\s?[-–,]\s?)[\w&]+){1,10}\s*$"
)
_NUMBER_LOST = lazy(r"\W*(?:s[oốôóồổỗộ0]\s*[:.]|[ốổóồôõ]\s*:)")
_NUMBER_CUT = lazy(r"(?:^|\s)so\W*$")
_SERIAL_CUT = lazy(r"(?:^|\s)so\W{0,4}\d{1,5}\W*$")
_DATE_CUT = lazy(r"\b(?:ngay(?: thang)?|thang|nam|ngay\W{1,3}\d\d?|thang\W{1,3}\d\d?|(?<=, )ngay \w{1,3})\W*$")
_DATE_GOES_ON = lazy(r"\W*(?:\d|thang\b|nam\b)")
_PLACE_GOES_ON = lazy(upper(r"[A-Z][^\W\d_A-Z]+(?: [A-Z][^\W\d_A-Z]+){0,2},\s*ngày\b"))
_LONGEST_PLACE = 24
"""Letters below which a piece above a date may be the date's place."""
# What stands in a letterhead beside its fields: "DỰ THẢO lần 2", "HỎA TỐC".
_REMARK = lazy(r"\W*(?:du thao(?: lan)?(?: (?:thu )?\w+)?|hoa toc|(?:thuong )?khan|(?:tuyet |toi )?mat)\W*$")
_REST_BESIDE = lazy(r"(?<!VIỆT)(?<!MIỀN)\s+NAM$")
_LETTER = lazy(r"[^\W\d_]")
_FORM = lazy(r"\W*mau (?:so|bieu|ke hoach|chuong trinh|phuong an|\d)")  # "MẪU KẾ HOẠCH AN TOÀN …": a page's model plan
_APART = lazy(r"(\d{1,4})\s+(?=[A-ZĐ]{2,}\s?/)")
_LONGEST_NAME = 120
"""Letters below which a line of the issuer's name stays."""
_COVER_HEAD = 12
"""Lines that a decision's letterhead takes at most, where "QUYẾT ĐỊNH" cannot be read."""
_INNER = lazy(r"[^\W_ˆ](?:.*[^\W_ˆ]\)?)?")
# A rule under the motto read as letters: "KHU VỰC LONG KHÁNH XEfEzrpffuin".
_RULE_READ = lazy(r"\s+(?:\W?(?=\S{0,20}[a-z])[^\W\d_]{9,}|[lìíịïiĩ])$")
_RULE_DRAWN = lazy(r"\s+_{2,}\s")
_GOES_ON_JOINTLY = lazy(r"^\w[\w ,]+ ?[-–]$")


class Letterhead:
    """What the letterhead prints; each ``Words`` is grounded, ``None`` where it is not printed."""

    __slots__ = (
        "date", "date_value", "decision", "issuer", "named", "number", "place", "serial", "symbol", "title", "titled",
        "torn", "type",
    )  # fmt: skip

    def __init__(self) -> None:
        self.type = "Kế hoạch"
        self.number: Words | None = None
        self.serial: str | None = None
        self.symbol: str | None = None
        self.date: Words | None = None
        self.date_value: str | None = None
        self.place: Words | None = None
        self.title: Words | None = None
        self.issuer: list[Words] = []
        self.decision: Decision | None = None
        self.named = -1  # the line on which the last line of the issuer's name was read
        self.titled = False  # the number was read in a page's own title, above the issuer; the letterhead's comes below
        self.torn = False  # the motto's first line was read and its last word, on a line of its own, was not yet


def read(view: View, lines: Sequence[Line], zone: zones.Zones) -> Letterhead:
    """The letterhead of the lines before the body; a covering decision lends its place and date."""
    head = Letterhead()
    issued = title.issued(lines[zone.cover : zone.body]) if zone.cover and zone.title < 0 else None
    if issued is not None:
        head.title, head.decision = issued.words, issued.decision
    else:
        _fields(view, lines[zone.cover : zone.top], head)
    if zone.cover:
        _borrow(view, lines[: zone.cover], head)
    if head.date is None and zone.ending < len(lines) and zone_ends.dates(lines[zone.ending]):
        _fields(view, [lines[zone.ending]], head)
    if zone.title >= 0:
        own = title.read(lines, zone)
        head.type, head.title = own.type, own.words
        head.decision = head.decision or own.decision
    elif issued is None and (last := max(filter(None, (head.date, head.number)), key=lambda w: w.end, default=None)):
        head.title = title.untyped(lines[zone.cover : zone.body], last)
        if head.title is not None:
            head.issuer = [w for w in head.issuer if w.at(0) < last.end]
    return head


def _borrow(view: View, lines: Sequence[Line], head: Letterhead) -> None:
    """Take from a covering decision what the plan's own letterhead does not print."""
    covering = [line for line in lines if not line.noise]
    named = (i for i, line in enumerate(covering) if zones.ISSUING.match(line.bare))
    lent = Letterhead()
    _fields(view, covering[: next(named, _COVER_HEAD)], lent)
    head.place = head.place or lent.place
    if head.date is None:
        head.date, head.date_value = lent.date, lent.date_value
    if not head.issuer:
        head.issuer = lent.issuer
    if lent.number is not None and lent.serial and "QĐ" in (lent.symbol or ""):
        head.decision = Decision(lent.number, unspaced(lent.number.text), lent.date_value)


def number_year(symbol: str) -> int | None:
    """The year inside a number: of "2021/KH-UBND" 2021."""
    match = inline(r"(20\d\d)/").match(symbol)
    return int(match[1]) if match else None


def unspaced(number: str) -> str:
    """A printed number in one form.

    >>> unspaced("115 /KH – UBND"), unspaced("58  KH/ĐTN")
    ('115/KH-UBND', '58 KH/ĐTN')
    """
    apart = _APART.match(number)
    serial = f"{apart[1]} " if apart else ""
    symbol = number[len(apart[0]) if apart else 0 :]
    return serial + inline(r"\s+").sub("", one_d(symbol)).replace("Ð", "Đ").replace("–", "-")


def _number(text: str) -> re.Match[str] | None:
    """The number printed in a piece: the plan's own form first, then the Party's, then other types'."""
    return (
        _NUMBER.search(text) or _PARTY.search(text) or _OTHER.search(text) or _BLANK.search(text) or _ALONE.match(text)
    )


def _pieces(view: View, line: Line) -> list[Words]:
    """A letterhead line's cells; the motto printed behind the issuer without a gap is cut off."""
    out: list[Words] = []
    for start, end in line_cells(view, line):
        words = clean(view.text, start, end)
        text = bare(words.text)
        cuts = {0, len(words.text)}
        for match in MOTTO.finditer(text):
            cuts |= {match.start(), match.end()}
        if half := _HALF_BEHIND.search(text):
            cuts |= {half.start()}
        if number := _number(words.text):
            cuts |= {number.start()}
        edges = sorted(cuts)
        out += [piece for a, b in pairwise(edges) if (piece := words.cut(a, b)).text]
    return out


def _fields(view: View, lines: Sequence[Line], head: Letterhead) -> None:
    """Read the pieces of all lines, from the top."""
    for words, line in _whole(view, lines):
        _field(words, head, line)


def _whole(view: View, lines: Sequence[Line]) -> list[tuple[Words, Line]]:
    """The pieces of all lines, each with its line; one that a line break cut ("Số:" / "12/KH-UBND") is whole again."""
    out: list[tuple[Words, Line]] = []
    for line in lines:
        for words in () if line.noise else _pieces(view, line):
            above = out[-1][0] if out else None
            cut = _wide_gap if above is not None and out[-1][1] is line else _cut_in_two
            if above is not None and cut(above.text, words.text):
                out[-1] = (join([above, words]), line)
            else:
                out.append((words, line))
    return out


def _wide_gap(before: str, behind: str) -> bool:
    """Whether blanks that set two pieces of a line apart stand inside a number or a date: "Số:      84     /KH-TH"."""
    left, right = bare(before), bare(behind)
    if _NUMBER_CUT.search(left) or _SERIAL_CUT.search(left):
        return right[:1].isdigit() or right[:1] == "/"
    return _DATE_CUT.search(left) is not None and _DATE_GOES_ON.match(right) is not None


def _cut_in_two(above: str, below: str) -> bool:
    """Whether a line break stands inside a number or inside a place and date."""
    upper_half, lower_half = bare(above), bare(below)
    if _motto_cut(upper_half, lower_half):
        return True
    if _NUMBER_CUT.search(upper_half):
        return lower_half[:1].isdigit() or lower_half[:1] == "/"
    if lower_half[:1] == "/" and _SERIAL_CUT.search(upper_half):
        return True
    if above[-1:] == "," and len(above) < _LONGEST_PLACE and above[:1].isupper() and lower_half.startswith("ngay"):
        return True
    if _DATE_CUT.search(upper_half):
        return _DATE_GOES_ON.match(lower_half) is not None
    named = above.istitle() or above.startswith("Thành phố ")
    return len(above) < _LONGEST_PLACE and named and _PLACE_GOES_ON.match(below) is not None


def _motto_cut(above: str, below: str) -> bool:
    """Whether two bare pieces are the halves of the motto: "CỘNG HÒA XÃ" / "HỘI CHỦ NGHĨA VIỆT NAM"."""
    if above[:1] not in "cd" or MOTTO.search(above):
        return False
    found = MOTTO.match(f"{above} {below}")
    return found is not None and found.end() > len(above) + 1


def _field(words: Words, head: Letterhead, line: Line) -> None:
    """Read one piece: the number, the place and date, or a line of the issuer's name."""
    text = words.text
    if not _LETTER.search(text):
        return
    if _HALF_MOTTO.match(bare(text)) or (head.torn and _MOTTO_REST.match(bare(text))):
        head.torn = not head.torn
        return
    taken = _REMARK.match(bare(text)) is not None
    number = _number(text)
    if number and head.number is None:
        _set_number(words, number, head)
        head.titled = not head.issuer
        taken = True
    elif number and head.titled and unspaced(number["symbol"]) == head.symbol:
        head.titled = False
        taken = True
    date = issue_date.find(text)
    if date:
        if head.date is None:
            head.date = words.cut(date.start(), date.end())
            head.date_value = issue_date.value(date)
        place = _place_before(text, number.end() if number and number.end() < date.start() else 0, date.start())
        if place and head.place is None:
            head.place = words.cut(place.start("place"), place.end("place"))
        beside = text[: place.start()] if place else ""
        if place and not inline(r"[\d/]").search(beside) and not _NUMBER_LOST.match(fold(beside)) and not rubbish(line):
            _issuer(words.cut(0, place.start()), head, line)  # the column beside, torn into the date's line
        taken = True
    if head.number is not None and head.issuer and not head.titled:
        return  # the number closes its column; below it stand stamps, not names
    if not taken and not _is_motto(bare(text), head) and not _NUMBER_LOST.match(fold(text)) and not rubbish(line):
        _issuer(words, head, line)


def _is_motto(plain: str, head: Letterhead) -> bool:
    """Whether a bare piece is a line of the motto; not its second half, where the first stands behind the issuer."""
    if not _MOTTO.match(plain):
        return False
    above = bare(head.issuer[-1].text) if head.issuer else ""
    return not (plain.startswith(("xa ", "hoa ")) and above.endswith(("cong", "cong hoa")))


def _issuer(words: Words, head: Letterhead, line: Line) -> None:
    """A line of the issuer's name: capitals, without the rules and stains around it.

    Small letters only where they name a body beside the motto or right below another: "Trường THPT Bản Vược".
    """
    found = _INNER.search(words.text)
    start, end = found.span() if found else (0, len(words.text))
    if _GOES_ON_JOINTLY.search(words.text[start:].rstrip()):
        end = len(words.text)
    if rule := _RULE_READ.search(words.text, start, end) or _RULE_DRAWN.search(words.text, start, end):
        end = rule.start()
    if head.torn and (rest := _rest_beside(words.text, start, end)):
        end = rest.start()  # of the motto in the other column
        head.torn = False
    inner = words.cut(start, end)
    shouted = in_capitals(inner.text, 0.6, fewest=2) and not _FORM.match(bare(inner.text))
    if len(inner.text) < _LONGEST_NAME and (shouted or (_beside(head, line) and _SMALL_BODY.match(inner.text))):
        head.issuer.append(inner)
        head.named = line.index


def _rest_beside(text: str, start: int, end: int) -> re.Match[str] | None:
    """The motto's last word behind an issuer's, where it belongs to no name: not that of "TỈNH QUẢNG NAM"."""
    rest = _REST_BESIDE.search(text, start, end)
    named = rest is not None and province_of(" ".join(text[start : rest.end()].split()[-2:])) is not None
    return None if named else rest


def _beside(head: Letterhead, line: Line) -> bool:
    """Whether a line holds the motto as well, or stands right below a line of the issuer's name."""
    return 0 <= head.named >= line.index - 1 or MOTTO.search(line.bare) is not None


def _place_before(text: str, start: int, end: int) -> re.Match[str] | None:
    """The last capitalised words before the date; symbols and the motto are no places."""
    for match in _CAPITALISED.finditer(text, start, end):
        if not text[match.end() : end].strip(" ,.:;-"):
            return match
    return _HALF_CAPITALISED.match(text, start, end) if start == 0 else None


def _set_number(words: Words, match: re.Match[str], head: Letterhead) -> None:
    """Keep the number: its words from the serial, or from the sign before the symbol where that is blank, and both."""
    serial = inline(r"[\s.…_]+").sub("", match["serial"] or "")
    symbol = unspaced(match["symbol"]).strip(".-/")
    start = match.start("serial") if serial else _sign_before(words.text, match.start("symbol"))
    while start < match.start("symbol") and words.text[start] == " ":
        start += 1
    head.number = words.cut(start, match.start("symbol") + len(match["symbol"].rstrip(".-/ ")))
    digits = inline(r"^\D+(?=\d+\w?$)").sub("", serial)
    head.serial = digits or None
    head.symbol = symbol


def _sign_before(text: str, symbol: int) -> int:
    """Where the sign between a blank number and its symbol stands: "Số:     / KH-THCS"."""
    return len(text[:symbol].rstrip()) - 1
