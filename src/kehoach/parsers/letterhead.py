"""The letterhead: issuer, number, place, date, title (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from kehoach.folding import bare, fold, upper
from kehoach.parsers import zones
from kehoach.parsers.lines import Line
from kehoach.parsers.lines import cells as line_cells
from kehoach.parsers.paragraphs import rubbish
from kehoach.parsers.view import View
from kehoach.parsers.words import Words, clean, join

# "Số: 115/KH-UBND", "Số 22 /KH - UBND", "Số:      /KH-SYT", "Số 12-KH/TU"; the number may be blank or garbled.
_NUMBER = re.compile(
    r"(?<!\w)s[oốôóồổỗộ06]\s{0,3}[:.;]?\s{0,3}(?P<serial>[^/\s|]{0,9}(?:\s[^/\s|]{1,4})?)\s*/\s*(?P<symbol>(?:20\d\d\s*/\s*)?(?-i:[Kk]\s?H[A-ZĐÐ\d]{0,6}(?:\s?[-–]\s?[A-ZĐÐ][A-ZĐÐ&.\d]*[a-z]{0,2}(?![^\W\d_])|\s?/\s?[\wÐ&]+)*))",
    re.I,
)
_PARTY = re.compile(
    r"(?<!\w)s[oốô]\s{0,3}[:.;]?\s{0,3}(?P<serial>[\d.…\s]{0,9})\s?[-–]\s?(?P<symbol>(?:KH|CTr|CTHĐ|ĐA"
    r"|PA)\s?/\s?[\wĐ]+(?:-[\wĐ]+)?)",
    re.I,
)
_OTHER = re.compile(
    r"(?<!\w)s[oốô]\s{0,3}[:.;]?\s{0,3}(?P<serial>[\d.…\s]{0,9})\s?/\s?(?P<symbol>(?:20\d\d\s?/\s?)?(?:CTr"
    r"|CTHĐ|PA|ĐA|QĐ|NQ|CT)(?:\s?[-–]\s?[\wĐ&]+|\s?/\s?[\wĐ]+)+)",
    re.I,
)
_DATE = re.compile(
    r"ng\w{0,2}y(?P<day>[^,;:]{0,13}?)(?:[tq§]\W?h?\w{0,2}ng"
    r"|háng)\s*(?P<month>[^\s,]{0,5}?)\s*n\w{1,2}m\s*(?P<year>[\d.…]{0,5})",
    re.I,
)
_MOTTO = re.compile(
    r"\W{0,3}(?:c.{1,2}ng h.{1,2}a? x.{1,2} h.{1,2}i ch.{1,2} ngh.{1,2}a\W*vi.{1,2}t n.{1,2}m"
    r"|dang cong san viet nam|d.{1,2}c l.{1,2}p\W+t.{1,2}\s?do\W+h.{1,2}nh ph.{1,2}c)"
)
_MOTTO_INSIDE = re.compile(
    r"c.{1,2}ng h.{1,2}a? x.{1,2} h.{1,2}i ch.{1,2} ngh.{1,2}a\W*vi.{1,2}t n.{1,2}m|dang cong san viet nam"
    r"|d.{1,2}c l.{1,2}p\W+t.{1,2}\s?do\W+h.{1,2}nh ph.{1,2}c?"
)
_CAPITALISED = re.compile(
    upper(r"(?P<place>(?:(?:TP\.?|Thành phố|Tp\.?)\s?)?(?<![^\W\d_])[A-Z][^\W\d_A-Z]+(?:(?: |\s?[-–]\s?)[A-Z][^\W\d_A-Z]+){0,4})")
)
_JUNK = re.compile(r"[\s*_\-–—=.~|:°'\"`^/\\]+$|^[\s*_\-–—=.~|:°'\"`^/\\]+")
_OCR_DIGITS = str.maketrans({"I": "1", "l": "1", "|": "1", "O": "0", "o": "0", "S": "5", "Š": "5", "í": "1", "Í": "1"})


@dataclass(slots=True)
class Letterhead:
    """What the letterhead prints; each ``Words`` is grounded, ``None`` where it is not printed."""

    type: str = "Kế hoạch"
    number: Words | None = None
    serial: str | None = None
    symbol: str | None = None
    date: Words | None = None
    date_value: str | None = None
    place: Words | None = None
    title: Words | None = None
    issuer: list[Words] = field(default_factory=list)
    note: Words | None = None


def read(view: View, lines: Sequence[Line], zone: zones.Zones) -> Letterhead:
    """The letterhead of the lines before the body; a covering decision lends its place and date."""
    head = Letterhead()
    top = zone.title if zone.title >= 0 else zone.body
    own = [line for line in lines[zone.cover : top] if not line.noise]
    _fields(view, own, head)
    if zone.cover:
        covering = [line for line in lines[: zone.cover] if not line.noise]
        first = next(
            (i for i, line in enumerate(covering) if re.match(r"\W*(?:quyet dinh|nghi quyet)\W*$", line.bare)),
            min(12, len(covering)),
        )
        lent = Letterhead()
        _fields(view, covering[:first], lent)
        head.place = head.place or lent.place
        if head.date is None:
            head.date, head.date_value = lent.date, lent.date_value
        if not head.issuer:
            head.issuer = lent.issuer
    if zone.title >= 0:
        _title(view, lines, zone, head)
    elif head.date is not None:
        _untyped_title(lines[zone.cover : zone.body], head)
    return head


def _pieces(view: View, line: Line) -> list[Words]:
    """A letterhead line's cells; the motto printed behind the issuer without a gap is cut off."""
    out: list[Words] = []
    for start, end in line_cells(view, line):
        words = clean(view.text, start, end)
        text = bare(words.text)
        cuts = {0, len(words.text)}
        for match in _MOTTO_INSIDE.finditer(text):
            cuts |= {match.start(), match.end()}
        if number := _NUMBER.search(words.text) or _PARTY.search(words.text) or _OTHER.search(words.text):
            cuts |= {number.start()}
        edges = sorted(cuts)
        out += [piece for a, b in zip(edges, edges[1:], strict=False) if (piece := words.cut(a, b)).text]
    return out


def _fields(view: View, lines: Sequence[Line], head: Letterhead) -> None:
    for line in lines:
        for words in _pieces(view, line):
            _field(words, head, line)


def _field(words: Words, head: Letterhead, line: Line) -> None:
    text = words.text
    if not text or not any(c.isalpha() for c in text):
        return
    taken: list[tuple[int, int]] = []
    number = _NUMBER.search(text) or _PARTY.search(text) or _OTHER.search(text)
    if number and head.number is None:
        _set_number(words, number, head)
        taken.append(number.span())
    date = _DATE.search(text)
    if date:
        if head.date is None:
            head.date = words.cut(date.start(), date.end())
            head.date_value = _date_value(date)
        place = _place_before(text, number.end() if number and number.end() < date.start() else 0, date.start())
        if place and head.place is None:
            head.place = words.cut(place.start("place"), place.end("place"))
            taken.append((place.start(), date.end()))
        taken.append(date.span())
    if taken:
        return
    if _MOTTO.match(bare(text)):
        return
    if re.match(r"\W*s[oố0]\s*[:.]", fold(text)) or rubbish(line):
        return
    start = len(text) - len(_JUNK.sub("", text)) if _JUNK.match(text) else 0
    inner = words.cut(start)
    inner = inner.cut(0, len(_JUNK.sub("", inner.text))) if inner.text else inner
    letters = [c for c in inner.text if c.isalpha()]
    if len(letters) >= 2 and sum(c.isupper() for c in letters) >= 0.6 * len(letters) and len(inner.text) < 120:
        head.issuer.append(inner)


def _place_before(text: str, start: int, end: int) -> re.Match[str] | None:
    """The last capitalised words before the date; symbols and the motto are no places."""
    found = None
    for match in _CAPITALISED.finditer(text, start, end):
        if text[match.end() : end].strip(" ,.:;-") == "":
            found = match
    return found


def _untyped_title(lines: Sequence[Line], head: Letterhead) -> None:
    """Where "KẾ HOẠCH" itself is unreadable: the lines between the date and the body."""
    assert head.date is not None
    pieces = [
        line.words
        for line in lines
        if line.start > head.date.end
        and not line.noise
        and len(line.text) > 14
        and not rubbish(line)
        and line.text[:1] != "("
    ]
    if pieces:
        title = join(pieces)
        head.title = title.cut(0, len(title.text.rstrip(" .;:-_*")))
        head.issuer = [w for w in head.issuer if w.at(0) < head.date.end]


def _set_number(words: Words, match: re.Match[str], head: Letterhead) -> None:
    serial = re.sub(r"[\s.…_]+", "", match["serial"] or "")
    symbol = re.sub(r"\s+", "", match["symbol"]).replace("Ð", "Đ").replace("–", "-").strip(".-/")
    start = match.start("serial") if serial else match.start("symbol") - 1
    while start < match.start("symbol") and words.text[start] == " ":
        start += 1
    head.number = words.cut(start, match.end("symbol"))
    digits = re.sub(r"^\D+(?=\d+\w?$)", "", serial)
    head.serial = digits or None
    head.symbol = symbol


def _date_value(match: re.Match[str]) -> str | None:
    """The date as far as it is printed: ``2021-05-31``, ``2021-05``, ``2021``; ``None`` where the year is missing."""
    year = re.sub(r"\D", "", match["year"])
    year = year[:4] if re.match(r"20[0-4]\d", year) else year
    if len(year) != 4:
        return None
    month = _small(match["month"], 12)
    day = _small(match["day"], 31)
    if month is None:
        return year
    return f"{year}-{month:02d}-{day:02d}" if day is not None else f"{year}-{month:02d}"


def _small(text: str, top: int) -> int | None:
    digits = text.translate(_OCR_DIGITS).strip(" ./…,_'`\"-")
    return int(digits) if digits.isdigit() and 1 <= int(digits) <= top else None


def _title(view: View, lines: Sequence[Line], zone: zones.Zones, head: Letterhead) -> None:
    line = lines[zone.title]
    match = zones.is_type(line)
    pieces: list[Words] = []
    if match is not None:
        named = re.sub(r"\s+", " ", line.text[match.start("type") : match.end("type")]).strip()
        head.type = "Kế hoạch" if match["type"][0] == "k" else named[:1].upper() + named[1:].lower()
        rest = line.words.cut(match.end("type"))
        if re.search(r"\w{3}", rest.text) and not zones.kind_of_plan(bare(rest.text)):
            pieces.append(rest)
        elif re.search(r"\w{3}", rest.text):
            head.type = f"{head.type} {rest.text.lower()}"
    for line in lines[zone.title + 1 : zone.body]:
        if line.noise or rubbish(line):
            continue
        if line.text[:1] == "(" or (pieces and pieces[-1].text.startswith("(")):
            break
        if re.match(r"\W*(?:ban hanh )?kem theo\b", line.bare):
            break
        pieces.append(line.words)
    if pieces:
        title = join(pieces)
        head.title = title.cut(0, len(title.text.rstrip(" .;:-_*")))
