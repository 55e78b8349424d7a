"""Rules KH5xx: dates that cannot be, or do not fit the plan's own."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import Any

from kehoach.folding import bare, fold
from kehoach.lint.base import Hit, Rule, ex, quoted
from kehoach.lint.case import Case, Node
from kehoach.lint.days import bounds, length, shown

_PRACTICE = "Office practice"
_DAY = re.compile(
    r"(?<![\w/.,-])(?:ngày\s+(?P<d1>\d{1,2})\s+tháng\s+(?P<m1>\d{1,2})(?:\s*,?\s*năm\s+(?P<y1>\d{4}))?"
    r"|(?P<d2>\d{1,2})\s?[/.-]\s?(?P<m2>\d{1,2})\s?[/.-]\s?(?P<y2>(?:19|20)\d\d)"
    r"|ngày\s+(?P<d3>\d{1,2})\s?/\s?(?P<m3>\d{1,2}))(?![\w/]|[.,]\d)"
)
_WEEKDAY = re.compile(
    r"(?P<w>thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)(?:\s?[,(:]?\s*(?:\w+,? )?)(?=ngày\s|\d{1,2}/)"
)
_WEEKDAYS = {"hai": 0, "2": 0, "ba": 1, "3": 1, "tư": 2, "4": 2, "năm": 3, "5": 3, "sáu": 4, "6": 4, "bảy": 5, "7": 5}
_YEAR = re.compile(r"(?<![\d/.-])(?:năm )(20\d\d)(?!\s?[-–]\s?20\d\d|[\d/])")
_PAST = frozenset({"situation", "basis"})
_LATER = re.compile(r"tam nhin|dinh huong|nhung nam tiep theo|giai doan")
_REPORTS = re.compile(r"bao cao|tong ket|so ket|danh gia|quyet toan|kinh phi|du toan")


def _days(node: Node) -> Iterator[tuple[re.Match[str], int, int, int | None]]:
    """(match, day, month, year) of every day in an item's text."""
    for m in _DAY.finditer(fold(node.text)):
        day, month = m["d1"] or m["d2"] or m["d3"], m["m1"] or m["m2"] or m["m3"]
        year = m["y1"] or m["y2"]
        yield m, int(day), int(month), int(year) if year else None


def _impossible(case: Case) -> Iterator[Hit]:
    for node in case.nodes:
        for m, day, month, year in _days(node):
            if not 1 <= month <= 12 or not 1 <= day <= length(year, month):
                words = node.text[m.start() : m.end()]
                yield case.hit(
                    f"there is no day {words!r}; put the date right",
                    f"{quoted(words)} không có trong lịch; sửa lại ngày, tháng.",
                    node,
                    words,
                )


def _weekday(case: Case) -> Iterator[Hit]:
    period = case.document["period"]
    own = period["start"] if period and period["start"] == period["end"] else None
    for node in case.nodes:
        text = fold(node.text)
        found = {m.start(): (m, day, month, year or own) for m, day, month, year in _days(node)}
        for w in _WEEKDAY.finditer(text):
            m, day, month, year = found.get(w.end(), (None, 0, 0, None))
            if m is None or year is None or not 1 <= month <= 12 or not 1 <= day <= length(year, month):
                continue
            said = _WEEKDAYS.get(w["w"].rpartition(" ")[2], 6)
            true = datetime.date(year, month, day).weekday()
            if said != true:
                words = node.text[w.start() : m.end()]
                yield case.hit(
                    f"{words!r}: that day is {_NAMES[true]}; put the day or the weekday right",
                    f"{quoted(words)}: ngày đó là {_NAMES[true]}; sửa lại ngày hoặc thứ.",
                    node,
                    words,
                )


_NAMES = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


def _deadlines(case: Case) -> Iterator[tuple[dict[str, Any], Node, tuple[str, str]]]:
    for deadline in case.plan["deadlines"]:
        node = case.by_id.get(deadline["item"] or "")
        days = bounds(deadline["due"]) if deadline["due"] else None
        before_year = deadline["bound"] == "before" and re.fullmatch(
            r"\d{4}", deadline["due"] or ""
        )  # "xây trước năm 2018"
        if node is not None and days and node.section not in _PAST and not before_year:
            yield deadline, node, days


def _overdue(case: Case) -> Iterator[Hit]:
    if case.days is None:
        return
    for deadline, node, (_, last) in _deadlines(case):
        dated = re.search(r"20\d\d", str(deadline["text"]))  # a year that is not printed was inferred
        if dated and last < case.days[0] and deadline["bound"] != "from" and not deadline["every"]:
            yield Hit(
                f"{deadline['text']!r} is before the plan's own date ({shown(case.days[0])}); put the deadline right",
                f"Thời hạn {quoted(deadline['text'])} đã qua trước ngày ban hành kế hoạch ({shown(case.days[0])}); sửa lại thời hạn.",
                deadline["span"],
                node.id,
            )


def _outside(case: Case) -> Iterator[Hit]:
    period = case.document["period"]
    if not period:
        return
    for deadline, node, (first, last) in _deadlines(case):
        reports = node.section == "reporting" or _REPORTS.search(bare(node.text))
        year = int(last[:4])
        named = str(year) in case.headings_above(node)
        if (year > period["end"] + (1 if reports else 0) or int(first[:4]) < period["start"] - 1) and not named:
            yield Hit(
                f"{deadline['text']!r} lies outside the plan's time ({_years(period)}); put one of them right",
                f"Thời hạn {quoted(deadline['text'])} nằm ngoài thời gian của kế hoạch ({_years(period)}); sửa lại cho khớp.",
                deadline["span"],
                node.id,
            )


def _years(period: dict[str, int]) -> str:
    return str(period["start"]) if period["start"] == period["end"] else f"{period['start']}-{period['end']}"


def _target_year(case: Case) -> Iterator[Hit]:
    period = case.document["period"]
    several = period and period["end"] > period["start"]  # plans of one year often say what is aimed at later
    for target in case.plan["targets"] if several else ():
        node = case.by_id.get(target["item"])
        title = case.document["title"] or ""
        if (
            node is None
            or node.section in _PAST
            or _LATER.search(bare(case.headings_above(node)[len(title) :] + node.text))
        ):
            continue
        if any(str(y) in node.text for y in range(period["start"], period["end"] + 1)):
            continue  # a step within the time, and what is aimed at after it
        for measure in target["measures"]:
            year = measure["by"]
            if year and year > period["end"] and str(year) not in case.headings_above(node):
                yield Hit(
                    f"{measure['text']!r} is aimed at for {year}, behind the plan's time ({_years(period)}); "
                    "put one of them right",
                    f"Chỉ tiêu {quoted(measure['text'])} đặt cho năm {year}, sau thời gian của kế hoạch ({_years(period)}); sửa lại cho khớp.",
                    measure["span"],
                    node.id,
                )


def _reversed(case: Case) -> Iterator[Hit]:
    for deadline in case.plan["deadlines"]:
        first, _, last = (deadline["due"] or "").partition("/")
        a, b = bounds(first), bounds(last)
        two = re.search(r"đến|tới|\d\s?[/.-]\s?\d.*\d\s?[/.-]\s?\d", deadline["text"])
        if two and a and b and a[0] > b[1]:
            yield Hit(
                f"{deadline['text']!r} ends before it begins; put the days right",
                f"{quoted(deadline['text'])} kết thúc trước khi bắt đầu; sửa lại ngày, tháng.",
                deadline["span"],
                deadline["item"],
            )


def _over(case: Case) -> Iterator[Hit]:
    period = case.document["period"]
    if period and case.days and int(case.days[0][:4]) > period["end"]:
        span = period["span"] or (case.document["date"] or {}).get("span")
        yield Hit(
            f"the plan is for {_years(period)}, but dated {shown(case.days[0])}; put one of them right",
            f"Thời gian của kế hoạch là {_years(period)} nhưng ngày ban hành là {shown(case.days[0])}; sửa lại cho khớp.",
            span,
        )


def _last_year(case: Case) -> Iterator[Hit]:
    title = case.document["title"] or ""
    years = re.findall(r"20\d\d", title)
    if len(set(years)) != 1 or re.search(r"\bngày\b|/20\d\d", title):
        return
    for item in case.plan["closing"]:
        for m in re.finditer(r"(?i)kế hoạch[^.;]{0,200}", item["text"]):
            other = [y for y in _YEAR.findall(m[0]) if y not in years]
            if other and "trên đây" in item["text"].lower():
                yield case.hit(
                    f"the closing speaks of {other[0]}, the title of {years[0]}; put one of them right",
                    f"Câu kết ghi năm {other[0]}, tên kế hoạch ghi năm {years[0]}; sửa lại cho khớp.",
                    case.by_id[item["id"]],
                    f"năm {other[0]}",
                )
                return


RULES = (
    Rule("KH501", "date-impossible", "error",
         "Ngày không có trong lịch.", "A date that is not in the calendar.",
         "Nobody can keep to 31/02.", "Put the date right.", _PRACTICE, _impossible,
         why_vi="Không ai thực hiện được thời hạn 31/02.", fix_vi="Sửa lại ngày, tháng.",
         bad=(ex(("trước ngày 30/4/2024", "trước ngày 31/4/2024")), ex(("trước ngày 30/4/2024", "trước ngày 30 tháng 2 năm 2024"))),
         good=(ex(), ex(("trước ngày 30/4/2024", "trước ngày 29/02/2024"), ("15 tháng 3 năm 2024\n\nKẾ", "15 tháng 01 năm 2024\n\nKẾ"))),
         exact=True),
    Rule("KH502", "weekday-wrong", "warning",
         "Thứ trong tuần không khớp với ngày.", "A weekday does not fit its date.",
         "Left from last year's plan; half of the guests come on another day.", "Put the day or the weekday right.",
         _PRACTICE, _weekday,
         why_vi="Còn lại từ kế hoạch năm trước; một nửa khách mời sẽ đến nhầm ngày.", fix_vi="Sửa lại ngày hoặc thứ.",
         bad=(ex(("thứ Bảy, ngày 01/6/2024", "thứ Sáu, ngày 01/6/2024")),), good=(ex(),), exact=True),
    Rule("KH503", "deadline-before-plan", "warning",
         "Thời hạn trước ngày ban hành kế hoạch.", "A deadline lies before the plan's own date.",
         "It was over when the plan was signed.", "Put the deadline right.", _PRACTICE, _overdue,
         why_vi="Khi ký ban hành thì thời hạn đã qua.", fix_vi="Sửa lại thời hạn.",
         bad=(ex(("trước ngày 30/4/2024", "trước ngày 28/02/2024")),), good=(ex(),), exact=True),
    Rule("KH504", "deadline-outside-period", "warning",
         "Thời hạn nằm ngoài thời gian của kế hoạch.", "A deadline lies outside the plan's time.",
         "The title's years and the deadlines do not go together.", "Put one of them right.", _PRACTICE, _outside,
         why_vi="Năm ở tên kế hoạch và các thời hạn không khớp nhau.", fix_vi="Sửa lại cho khớp.",
         bad=(ex(("trước ngày 30/4/2024", "trước ngày 30/4/2026")),), good=(ex(),), exact=True),
    Rule("KH505", "target-outside-period", "warning",
         "Chỉ tiêu của năm ngoài thời gian của kế hoạch.", "A target is aimed at for a year behind the plan's time.",
         "The plan ends before the target can be judged.", "Put one of them right.", _PRACTICE, _target_year,
         why_vi="Kế hoạch kết thúc trước khi đánh giá được chỉ tiêu.", fix_vi="Sửa lại cho khớp.",
         bad=(ex(("tỉnh Hà Tĩnh năm 2024", "tỉnh Hà Tĩnh giai đoạn 2024 - 2025"),
                 ("Trồng 500.000 cây xanh trong năm 2024", "Trồng 500.000 cây xanh vào năm 2027")),),
         good=(ex(), ex(("tỉnh Hà Tĩnh năm 2024", "tỉnh Hà Tĩnh giai đoạn 2024 - 2025"))), exact=True),
    Rule("KH506", "days-reversed", "error",
         "Ngày kết thúc trước ngày bắt đầu.", "A span of days ends before it begins.",
         "The ends were swapped, or one has the wrong month.", "Put the days right.", _PRACTICE, _reversed,
         why_vi="Hai ngày bị đảo, hoặc một ngày ghi sai tháng.", fix_vi="Sửa lại ngày, tháng.",
         bad=(ex(("a) Rà soát quỹ đất trống trước ngày 30/4/2024", "a) Rà soát quỹ đất trống từ ngày 10/5/2024 đến ngày 30/4/2024")),),
         good=(ex(), ex(("a) Rà soát quỹ đất trống trước ngày 30/4/2024", "a) Rà soát quỹ đất trống từ ngày 10/4/2024 đến ngày 30/4/2024"))),
         exact=True),
    Rule("KH507", "period-over", "warning",
         "Kế hoạch ban hành sau khi thời gian thực hiện đã hết.", "The plan is dated after its time is over.",
         "The title or the date is left from another year.", "Put one of them right.", _PRACTICE, _over,
         why_vi="Tên kế hoạch hoặc ngày ban hành còn lại từ năm khác.", fix_vi="Sửa lại cho khớp.",
         bad=(ex(("tỉnh Hà Tĩnh năm 2024", "tỉnh Hà Tĩnh năm 2023"),),), good=(ex(),), exact=True),
    Rule("KH508", "closing-of-another-year", "warning",
         "Câu kết nêu năm khác với tên kế hoạch.", "The closing speaks of another year than the title.",
         "Left from last year's plan.", "Put the year right.", _PRACTICE, _last_year,
         why_vi="Còn lại từ kế hoạch năm trước.", fix_vi="Sửa lại năm.",
         bad=(ex(("Trên đây là Kế hoạch trồng cây xanh năm 2024", "Trên đây là Kế hoạch trồng cây xanh năm 2023")),),
         good=(ex(),), exact=True),
)  # fmt: skip
