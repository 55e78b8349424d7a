"""What the plan says of itself: type, number, issuer, place, date, title, period, and the decision that issues it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from kehoach.folding import fold, upper
from kehoach.knowledge.patterns import lazy
from kehoach.parsers import issuer
from kehoach.parsers.items import Item
from kehoach.parsers.letterhead import Letterhead, number_year, unspaced
from kehoach.parsers.lines import Line
from kehoach.parsers.reading import Reading
from kehoach.parsers.title import Decision
from kehoach.parsers.view import View
from kehoach.parsers.words import Words, clean
from kehoach.parsers.zones import Zones

OVER_NEW_YEAR = ("năm học", "mùa khô", "mùa mưa", "vụ đông xuân", "niên vụ")
"""What begins in one year and ends in the next, in small letters."""
_PERIOD = lazy(
    rf"(?:giai đoạn|thời kỳ|từ năm|các năm|{'|'.join(OVER_NEW_YEAR)}|trong các năm|05 năm|5 năm)\s*:?\s*"
    r"(?P<a>20\d\d)\s*(?:[-–—]|đến(?: hết)?(?: năm)?|và)\s*(?P<b>20\d\d)",
    re.I,
)
_YEAR = lazy(r"\bnăm\s+(?P<a>20\d\d)(?:\s*(?:[-–—]|đến|và|,)\s*(?:năm\s+)?(?P<b>20\d\d))?", re.I)
_NAMED_YEAR = lazy(r'(?<=[“"])năm\s+[^”"\d]{3,60}?(?P<a>20\d\d)(?P<b>)(?=[”"])', re.I)  # “Năm An toàn giao thông 2012”
_LAST_YEARS = lazy(r"(?P<a>20\d\d)\s?[-–—]\s?(?P<b>20\d\d)\W*$")  # "vụ Đông Xuân 2030 - 2031"
# "quý II/2019", "tháng 10/2021": a part of a year, where it is no document's day.
_PART_OF_YEAR = lazy(
    r"(?<![/\d] )(?:quý\s+(?:[IVX]+|\d)|tháng\s+\d{1,2}|tuần\s+\d{1,2})\s*(?:/|-|,?\s*năm)\s*(?P<a>20\d\d)(?P<b>)", re.I
)
# "năm học 2030 - 2031 và học kỳ I năm học 2031 - 2032", "năm 2030 và 6 tháng đầu năm 2031"
_AND_MORE = lazy(
    r"(?:,| và|, và)\s+(?:(?:học k[ỳì]|quý|nửa đầu|\d{1,2} tháng(?: đầu)?)(?:\s+[IVX\d]+)?(?: của)?\s+)?"
    r"năm\s+(?:học\s+)?(?P<a>20\d\d)(?:\s*[-–—]\s*(?P<b>20\d\d))?(?!\d)",
    re.I,
)
# The first of them, in front of the second: "năm 2030 và giai đoạn 2031 - 2035", not "tổng kết năm 2030 và …".
_AND_PERIOD = lazy(r"(?<!học )\bnăm\s+(?P<a>20\d\d)(?:,| và|, và)\s+(?:(?:kế hoạch|định hướng|cho|cả)\s+)?$", re.I)
_TOLD = lazy(r"\b(?:tổng kết|sơ kết|kết quả|đánh giá|báo cáo|tình hình)\b[^;]*$", re.I)
_YEARS_BEFORE = 2
# In front of a year: it is a council's, an outlook's, a day's or a document's.
_NOT_PERIOD = lazy(
    r"(?:nhiệm kỳ|nhiệm kì|tầm nhìn(?: đến)?(?: năm)?|ngày\s+\d+\s+tháng\s+\d+|tháng\s+\d+|khóa \w+,?)"
    r"\s*(?:năm\s*)?$|/\s*$|(?:nhiệm kỳ|tầm nhìn)[^,;]{0,12}$",
    re.I,
)
_FEWEST_PARTS = 2
_TOP = 20
"""Lines from the top among which the type stands."""
_OTHER = lazy(
    r"\W*(?:TỜ TRÌNH|BÁO CÁO|QUYẾT ĐỊNH|CÔNG VĂN|THÔNG BÁO|NGHỊ QUYẾT|CHỈ THỊ|HƯỚNG DẪN|BIÊN BẢN|GIẤY MỜI|QUY CHẾ"
    r"|THÔNG TƯ|NGHỊ ĐỊNH|QUY ĐỊNH)\W*$"
)
_PLAN_SYMBOLS = ("KH-", "KH/")
_BEFORE = 60
"""Letters in front of a year that say what it is the year of."""
_LEAD = lazy(r"\bkế hoạch\b.{0,260}(?:sau|:)\W*$", re.I)
_ISSUED = lazy(
    r"\b(?:ban hành|xây dựng|lập|đề ra)\s+(?:kế hoạch|Kế hoạch|KẾ HOẠCH)\s+"
    r"(?:số\s+[\w./-]+(?:\s+ngày\s+[\d/.-]+)?,?\s+)?(?:về(?:\s+việc)?\s+)?(?P<title>.+)$"
)
# "Thực hiện Quyết định số 9/QĐ-TTg ngày 03/02/2031 của Thủ tướng Chính phủ về việc ban hành Kế hoạch X, UBND tỉnh …"
_BY_OTHERS = lazy(r"(?:(?<!\w)(?:của|do)\s[^,;()]{3,80}|(?<!\w)về(?: việc)?\s+|\d\s*)$")
# "…, UBND tỉnh triển khai như sau": behind what others issued, who carries it out
_WHO_ACTS = lazy(
    r"[,;] (?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân|Sở|Phòng|Trường|Ban|Hội|Chi cục|Trung tâm)\b[^,;]{0,80}"
    r"(?:triển khai|tổ chức|thực hiện|xây dựng|ban hành)\b"
)
_CITED = 100
"""Letters before "ban hành" within which a document is named that issues it."""
_VERBS_ALONE = lazy(r"(?:tổ chức )?(?:triển khai )?(?:thực hiện|triển khai)\W*$", re.I)
_SENTENCE_ENDS = lazy(upper(r"[.…]\s+[A-Z]"))
# "…; Ủy ban nhân dân tỉnh ban hành Kế hoạch X." closes the basis and issues the plan as well.
_ISSUES = lazy(
    r"(?:^|[;.])\s*(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân|Sở|Phòng|Trường|Ban|Hội|Chi cục|Trung tâm)\b[^;.,]{0,60}\s"
    r"(?:ban hành|xây dựng|lập)\s+[Kk]ế hoạch\s[^;]{10,260}\.?$"
)
_TITLE_END = lazy(
    r"[,;:]?\s*(?:(?:với|theo|gồm|bao gồm)\s+(?:các\s+|những\s+|một số\s+)?(?:nội dung|nhiệm vụ|\S{1,6} \S{1,6} sau\b)"
    r"|cụ thể|như sau|nội dung cụ thể|sau đây|\((?:sau đây|gọi|viết)\s).*$|[\s,:;.(]+$"
)


def _subject(covering: Sequence[Line]) -> Words | None:
    from kehoach.parsers import cover

    return cover.subject(covering)


def read(
    view: View, lines: Sequence[Line], zone: Zones, head: Letterhead, basis: Sequence[Item], reading: Reading
) -> dict[str, Any]:
    """``document`` of the plan, JSON-ready; every key is there, what is not printed is ``None``."""
    lead = _lead(view, basis, reading)
    named = _title_of_lead(lead) if lead is not None else None
    title = head.title or (_subject(lines[: zone.cover]) if zone.cover else None) or named
    numbered = (head.symbol or "").upper().startswith(_PLAN_SYMBOLS)
    issued = lead is not None and _ISSUED.search(lead.text) is not None
    is_plan = zone.title >= 0 or zone.cover > 0 or numbered or issued or _built_like_one(lines, reading)
    return {
        "type": head.type if is_plan else None,
        "number": _number(view, head),
        "issuer": _issuer(view, lines, zone, head, title, lead, basis, reading),
        "place": head.place.text if head.place is not None else None,
        "date": _date(view, head),
        "title": title.printed(view) if title is not None else None,
        "period": _period(view, title) or _period(view, named),
        "decision": _decision(view, head.decision),
    }


def _built_like_one(lines: Sequence[Line], reading: Reading) -> bool:
    """Whether a text that nowhere says what it is has two parts of a plan, and does not say it is something else."""
    parts = [name for name in ("purpose", "requirements", "objectives", "tasks") if reading.parts[name]]
    if len(parts) + bool(reading.duties) < _FEWEST_PARTS or any(_OTHER.match(line.text) for line in lines[:_TOP]):
        return False
    reading.warn("inferred", "type: not printed, taken from the parts of the text", lines[0].start, lines[0].end)
    return True


def _span(view: View, words: Words | None) -> dict[str, int] | None:
    return words.source_span(view) if words is not None else None


def _lead(view: View, basis: Sequence[Item], reading: Reading) -> Words | None:
    """The sentence that issues the plan; the last basis may do so too."""
    mark = next((m for m in reading.marks if m.ref == "document.lead"), None)
    if mark is not None:
        return clean(view.text, mark.start, mark.end)
    led = next((item.words for item in reversed(basis) if _LEAD.search(item.text)), None)
    if led is None and basis and _ISSUES.search(basis[-1].text):
        return basis[-1].words
    return led or next((node.words for node in reading.parts["situation"][:_TOP] if _LEAD.search(node.text)), None)


def _number(view: View, head: Letterhead) -> dict[str, Any] | None:
    if head.number is None:
        return None
    return {
        "text": unspaced(head.number.text),
        "serial": head.serial,
        "year": number_year(head.symbol or ""),
        "symbol": head.symbol,
        "span": _span(view, head.number),
    }


def _date(view: View, head: Letterhead) -> dict[str, Any] | None:
    if head.date is None:
        return None
    return {"text": head.date.text, "value": head.date_value, "span": _span(view, head.date)}


def _decision(view: View, decision: Decision | None) -> dict[str, Any] | None:
    if decision is None:
        return None
    words = decision.words
    return {"text": words.text, "number": decision.number, "date": decision.date, "span": _span(view, words)}


def _issuer(
    view: View,
    lines: Sequence[Line],
    zone: Zones,
    head: Letterhead,
    title: Words | None,
    lead: Words | None,
    basis: Sequence[Item],
    reading: Reading,
) -> dict[str, Any]:
    """The issuer; what was not read from the letterhead gets a warning."""
    clues = issuer.Clues(
        body=view.text,
        folded_body=fold(view.text),
        lead=lead.text if lead is not None else "",
        place=head.place.text if head.place is not None else None,
        title=title.text if title is not None else "",
        basis=" ".join(item.text for item in basis),
        year=int(head.date_value[:4]) if head.date_value else None,
        symbol=head.symbol or "",
    )
    found = issuer.read(head.issuer, clues)
    at = lines[zone.body].start if zone.body < len(lines) else 0
    for name in found.inferred:
        reading.warn("inferred", f"{name}: not in the letterhead, taken from the text", at, at)
    return {
        "name": found.name,
        "level": found.level,
        "province": found.province,
        "district": found.district,
        "commune": found.commune,
        "parent": found.parent,
        "joint": found.joint,
        "span": _around(view, found.words),
    }


def _around(view: View, words: Words | None) -> dict[str, int] | None:
    """The span over a name's lines, also where a lower one is read first: "ỦY BAN MẶT TRẬN … / BAN THƯỜNG TRỰC"."""
    if words is None:
        return None
    start, end = words.span(0, len(words.text))
    return view.span(start, end) if start < end else view.span(min(at for _, at in words.runs), words.end)


def _period(view: View, title: Words | None) -> dict[str, Any] | None:
    """The years that a title says the plan is for: a period before a single year."""
    if title is None:
        return None
    text = title.text
    for pattern in (_PERIOD, _YEAR, _NAMED_YEAR, _PART_OF_YEAR, _LAST_YEARS):
        for match in pattern.finditer(text):
            if _NOT_PERIOD.search(text[max(0, match.start() - _BEFORE) : match.start()]):
                continue
            more = _AND_MORE.match(text, match.end())
            start, end = int(match["a"]), int((more and (more["b"] or more["a"])) or match["b"] or match["a"])
            first = _year_before(text, match.start(), start)
            start = int(first["a"]) if first else start
            span = title.source_span(view, (first or match).start(), (more or match).end())
            return {"start": start, "end": max(start, end), "span": span}
    return None


def _year_before(text: str, at: int, start: int) -> re.Match[str] | None:
    """The year right before a period that goes on from it: "năm 2030 và giai đoạn 2031 - 2035"."""
    first = _AND_PERIOD.search(text, max(0, at - _BEFORE), at)
    if first is None or not 0 < start - int(first["a"]) <= _YEARS_BEFORE:
        return None
    return None if _TOLD.search(text, max(0, first.start() - _BEFORE), first.start()) else first


def _title_of_lead(lead: Words) -> Words | None:
    """X of "… ban hành Kế hoạch X, cụ thể như sau:", before what a document of another issued: "của Bộ ban hành …"."""
    return _issued_title(lead, by_others=False) or _issued_title(lead, by_others=True)


def _issued_title(lead: Words, *, by_others: bool) -> Words | None:
    at = 0
    while match := _ISSUED.search(lead.text, at):
        at = match.start("title")
        if not by_others and _BY_OTHERS.search(lead.text, max(0, match.start() - _CITED), match.start()):
            continue
        end = (by_others and _WHO_ACTS.search(lead.text, at)) or _TITLE_END.search(lead.text, at)
        stop = end.start() if end else len(lead.text)
        named = any(map(str.isalnum, lead.text[at:stop]))  # "lập kế hoạch như sau" names none
        if named and not _SENTENCE_ENDS.search(lead.text, at, stop) and not _VERBS_ALONE.match(lead.text, at, stop):
            return lead.cut(at, stop)
    return None
