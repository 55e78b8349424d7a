"""What a web page or a portal prints around a plan: catalogue records, menus, stamps. None of it is the plan's text."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from typing import Any

from kehoach.knowledge.patterns import lazy
from kehoach.parsers import (
    electronic,
    footnotes,
    furniture,
    page_foot,
    page_numbers,
    page_top,
    rubbish_lines,
    stains,
    stray_marks,
)
from kehoach.parsers.furniture import RecordValue
from kehoach.parsers.letterhead import number_year
from kehoach.parsers.lines import Line
from kehoach.parsers.reading import Mark, Reading
from kehoach.parsers.view import View
from kehoach.parsers.zones import Zones

_A_PAGE = 2
"""Menus and records that make a web page; a single one may be a line of the plan."""
_PAGE_TOP = 40
"""Lines from the top among which a page prints its catalogue record."""
_LONGEST_NAME = 60


# What a site puts between a plan's lines: "Bạn đang đọc: Kế hoạch …".
_POINTER = lazy(r"ban dang (?:xem|doc)(?:\s?:| ban rut gon\b| trang\b)")
_PAGE_TITLE = lazy(
    r"\W*ke hoach (?:so:? ?)?(?P<number>\d{1,5}/[a-z0-9][a-z0-9/.&-]{1,28}[a-z0-9])(?=[\s,;:]|$)"
    r"(?:,? ngay (?P<date>(?:0?[1-9]|[12]\d|3[01])[/.-](?:0?[1-9]|1[0-2])[/.-]20\d\d)\b)?"
)


class Surroundings:
    """``scanned``: the text shows the marks of OCR; ``records``: the rows of a portal's catalogue record.

    ``page``: the lines that the page prints above the plan.
    """

    __slots__ = ("page", "records", "scanned")

    def __init__(self, scanned: bool) -> None:
        self.scanned = scanned
        self.records: list[Line] = []
        self.page: list[Line] = []


def clear(lines: Sequence[Line], reading: Reading) -> Surroundings:
    """Mark running headers, stamps and catalogue records noise, before the zones are known."""
    around = Surroundings(furniture.scanned(lines))
    stains.mark(lines)
    stray_marks.mark(lines, scanned=around.scanned)
    page_numbers.mark(lines)
    furniture.mark_headers(lines)
    furniture.mark_stamps(lines)
    furniture.mark_receipt(lines)
    electronic.mark(lines)
    footnotes.mark(lines)
    for line in lines:
        if line.bars and "|" in line.text and not line.noise and furniture.record(line):
            around.records.append(line)
            _drop([line], reading, "record")
    plain = furniture.printed_records(lines[:_PAGE_TOP])
    around.records += plain
    _drop(plain, reading, "record")
    around.page = page_top.of_page(lines)
    _drop(around.page, reading)
    _drop([x for x in lines if x.text.startswith("Bạn đang") and _POINTER.match(x.bare)], reading)
    return around


def clear_page(lines: Sequence[Line], zone: Zones, around: Surroundings, reading: Reading) -> None:
    """Mark the page above the letterhead and below the signature noise, and what OCR made of stains in the body."""
    outside = [*lines[: zone.top], *lines[zone.ending :]]
    signed = {line.index for line in lines[zone.ending : zone.annex] if page_foot.names_site(line)}
    menus = [line for line in outside if not line.noise and (line.index in signed or furniture.menu(line))]
    if len(menus) + len(around.records) >= _A_PAGE:
        _drop(menus, reading)
        _clear_between(lines, zone, {*signed, *(line.index for line in around.records)}, reading)
    if zone.ending < len(lines):
        _clear_foot(lines, zone, reading)
    else:
        _drop(page_foot.unsigned(lines[zone.body :]), reading)
    furniture.mark_rubbish(lines[zone.body : zone.ending], scanned=around.scanned)
    if around.scanned:
        rubbish_lines.mark([*lines[zone.body : zone.ending], *lines[zone.annex :]])
    if around.scanned and zone.ending == len(lines):
        furniture.mark_illegible_end(lines[zone.body :])


def _clear_foot(lines: Sequence[Line], zone: Zones, reading: Reading) -> None:
    """What a site prints below the signature, or below the annexes, is no part of them."""
    foot = page_foot.of_site(lines[zone.ending :], annexed=zone.annex < len(lines))
    _drop(foot, reading)
    if foot and all(line.noise for line in lines[zone.annex :]):
        zone.annex = len(lines)


def _clear_between(lines: Sequence[Line], zone: Zones, known: Container[int], reading: Reading) -> None:
    """What stands between menus is the page's as well; the page's foot is no annex.

    ``known``: indexes of other lines of the page, rows of its record and what it says of the site.
    """

    def of_page(line: Line) -> bool:
        return line.noise and (line.index in known or furniture.menu(line))

    last = max((i for i, line in enumerate(lines[: zone.top]) if of_page(line)), default=0)
    _drop(lines[:last], reading)
    first = next((i for i in range(zone.ending, len(lines)) if of_page(lines[i])), None)
    if first is not None:
        while first > zone.ending and page_foot.goes_with(lines[first - 1]):
            first -= 1
        _drop(lines[first:], reading)
        zone.annex = min(zone.annex, first)


def _drop(lines: Iterable[Line], reading: Reading, kind: str = "noise") -> None:
    for line in lines:
        if not line.noise:
            line.noise = True
            reading.marks.append(Mark(line.start, line.end, kind, None))


def fill(plan: dict[str, Any], view: View, around: Surroundings, reading: Reading) -> None:
    """Put what only the catalogue record says where the plan does not print it, with a warning."""
    values: dict[str, RecordValue] = {}
    for line in around.records:
        if found := furniture.record_value(line):
            values.setdefault(found.key, found)
    signer = values.get("nguoi ky")
    signatures = plan["signatures"]
    if signer and not any(s["name"] for s in signatures) and _is_name(signer.text):
        named = {"name": signer.text, "span": signer.span(view)}
        if signatures:
            signatures[-1] |= named
        else:
            signatures.append({"authority": None, "capacity": None, "position": None, **named})
        _warn(reading, "signer", signer)
    title = values.get("trich yeu") or values.get("ten van ban")
    if title and plan["document"]["title"] is None:
        plan["document"]["title"] = title.text
        _warn(reading, "title", title)
    number = values.get("so hieu") or values.get("so ky hieu")
    decision = plan["document"]["decision"]
    if number and decision and "".join(number.text.split()) == decision["number"]:
        return  # the record is that of the decision which issues the plan
    if plan["document"]["number"] is None:
        number, date = (number, None) if number else _named_by(around.page)
        if number and number.text.partition("/")[2].strip("/ "):
            serial, _, symbol = number.text.partition("/")
            plan["document"]["number"] = {
                "text": number.text,
                "serial": serial or None,
                "year": number_year(symbol),
                "symbol": symbol,
                "span": number.span(view),
            }
            _warn(reading, "number", number)
        if date and plan["document"]["date"] is None:
            day, month, year = map(int, date.text.replace("-", "/").replace(".", "/").split("/"))
            value = f"{year}-{month:02d}-{day:02d}"
            plan["document"]["date"] = {"text": date.text, "value": value, "span": date.span(view)}
            _warn(reading, "date", date)


def _named_by(page: Sequence[Line]) -> tuple[RecordValue | None, RecordValue | None]:
    """Number and date that the page's own title gives the plan: "Kế hoạch số 12/KH-SYT ngày 05/3/2031 Trồng cây"."""
    for line in page:
        if "ke hoach" in line.bare and (named := _PAGE_TITLE.match(line.bare)):
            number, date = (
                RecordValue(key, line, *named.span(key)) if named[key] else None for key in ("number", "date")
            )
            return number, date
    return None, None


def _is_name(text: str) -> bool:
    return len(text) < _LONGEST_NAME and any(map(str.isalpha, text))


def _warn(reading: Reading, what: str, value: RecordValue) -> None:
    reading.warn("from-record", f"{what}: taken from the catalogue record", value.line.start, value.line.end)
