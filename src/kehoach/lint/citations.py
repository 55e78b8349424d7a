"""Rules KH706 to KH712: how other documents are cited."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from kehoach.folding import bare
from kehoach.lint.base import ALL as EVERY
from kehoach.lint.base import DECREE_30, PARTY, Hit, Rule, ex, quoted
from kehoach.lint.case import Case
from kehoach.lint.days import bounds, shown
from kehoach.parsers.facts.citations_merge import squeezed

_PRACTICE = "Office practice"
_CITING = "Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 6"
_LAWS = frozenset({"Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp"})
DATED = re.compile(r"ngày\s+(\d{1,2})(?:\s+tháng\s+|\s?[/.-]\s?)(\d{1,2})(?:\s*,?\s*năm\s+|\s?[/.-]\s?)(\d{4})")
"""A day in words or figures: its day, month and year."""


def _undated(case: Case) -> Iterator[Hit]:
    for citation in case.plan["citations"]:
        if citation["type"] in _LAWS or not citation["number"] or citation["date"]:
            continue
        mention = citation["mentions"][0]
        yield Hit(
            f"{citation['type']} số {citation['number']} is cited without its date; add 'ngày … tháng … năm …'",
            f"Viện dẫn {citation['type']} số {citation['number']} thiếu thời gian ban hành; thêm “ngày … tháng … năm …”.",
            mention["span"],
        )


_NUMBERED_TYPES = (
    r"(?:nghị định|nghị quyết|quyết định|thông tư|chỉ thị|công văn|kế hoạch|kết luận|tờ trình|hướng dẫn|thông báo)"
)
_UNNUMBERED = re.compile(
    rf"(?i)\b(?P<t>{_NUMBERED_TYPES}) (?:liên tịch |phối hợp |hành động )?(?:số\s?)?(?P<n>[…._\s]{{0,8}}/\S+ )?(?:,? ?ngày \d|của (?:chính phủ|thủ tướng|bộ |ủy ban nhân dân|ubnd|hđnd|tỉnh ủy|ban ))"
)


def _unnumbered(case: Case) -> Iterator[Hit]:
    for node in case.main:
        if node.section != "basis":
            continue
        for m in _UNNUMBERED.finditer(node.text):
            several = re.search(r"(?i)(?:hội|đại|các)$", node.text[: m.start()].rstrip())
            if several or re.match(r"[^;]{0,80}?:?\s*số:? ?\d", node.text[m.end() :]):
                continue
            words = m[0].strip()
            yield case.hit(
                f"{words!r} is cited without its number; add 'số …'",
                f"Viện dẫn {quoted(words)} thiếu số, ký hiệu; thêm “số …”.",
                node,
                words,
            )


def _after(case: Case) -> Iterator[Hit]:
    if case.days is None:
        return
    for citation in case.plan["citations"]:
        days = bounds(citation["date"]) if citation["date"] else None
        if days and days[0] > case.days[1]:
            name = " ".join(filter(None, (citation["type"], citation["number"] or citation["title"])))
            yield Hit(
                f"{name} is dated {shown(days[0])}, after the plan itself ({shown(case.days[1])}); put one of them right",
                f"{name} ban hành ngày {shown(days[0])}, sau ngày của kế hoạch ({shown(case.days[1])}); sửa lại cho khớp.",
                citation["mentions"][0]["span"],
            )


def _number_years(case: Case) -> Iterator[Hit]:
    for citation in case.plan["citations"]:
        number, date = citation["number"] or "", citation["date"] or ""
        m = re.match(r"\d+/((?:19|20)\d\d)/", number)
        if m and date and m[1] != date[:4]:
            yield Hit(
                f"{number} is of {m[1]} by its number, of {date[:4]} by its date; put one of them right",
                f"{number}: năm trong số là {m[1]}, năm ban hành là {date[:4]}; sửa lại cho khớp.",
                citation["mentions"][0]["span"],
            )


def _two_dates(case: Case) -> Iterator[Hit]:
    seen: dict[tuple[str, str], dict[str, Any]] = {}
    for citation in case.plan["citations"]:
        for mention in citation["mentions"]:
            m = DATED.search(mention["text"])
            if not citation["number"] or not m:
                continue
            date = f"{m[3]}-{int(m[2]):02}-{int(m[1]):02}"
            key = (bare(citation["type"]), squeezed(citation["number"]))
            first = seen.setdefault(key, {"date": date, "span": mention["span"], "title": citation["title"]})
            norm = re.match(r"\d+/(?:19|20)\d\d/", citation["number"])
            if first["date"] != date and (norm or first["date"][:4] == date[:4]):
                yield Hit(
                    f"{citation['type']} {citation['number']} is of {shown(date)} here, of {shown(first['date'])} in line "
                    f"{first['span']['line']}; put one of them right",
                    f"{citation['type']} {citation['number']} ở đây ghi ngày {shown(date)}, ở dòng {first['span']['line']} ghi ngày {shown(first['date'])}; sửa lại cho khớp.",
                    mention["span"],
                )


def _two_numbers(case: Case) -> Iterator[Hit]:
    seen: dict[tuple[str, str, str], dict[str, Any]] = {}
    for citation in case.plan["citations"]:
        title = " ".join(bare(citation["title"] or "").split())
        if not citation["number"] or not citation["date"] or len(title) < 20:
            continue
        key = (bare(citation["type"]), citation["date"], title)
        first = seen.setdefault(key, citation)
        if squeezed(first["number"]) != squeezed(citation["number"]):
            yield Hit(
                f"{citation['number']} has the date and title of {first['number']} in line "
                f"{first['mentions'][0]['span']['line']}; put one of them right",
                f"{citation['number']} trùng ngày và trích yếu với {first['number']} ở dòng {first['mentions'][0]['span']['line']}; sửa lại cho khớp.",
                citation["mentions"][0]["span"],
            )


def _basis_ends(case: Case) -> Iterator[Hit]:
    basis = [node for node in case.nodes if node.section == "basis" and node.parent is None]
    grounds = [node for node in basis if re.match(r"(?:can cu|thuc hien|theo)\b", bare(node.text))]
    for node in grounds[:-1]:
        if node.text[-1:] in ".,":
            yield case.hit(
                "a ground that others follow ends with ';'; put the sign right",
                "Căn cứ ban hành này chưa kết thúc bằng dấu “;” dù còn căn cứ khác phía sau; sửa lại dấu.",
                node,
            )


_KET = "Thực hiện Quyết định số 524/QĐ-TTg ngày 01 tháng 4 năm 2021"
_B = "3. Ủy ban nhân dân các huyện, thị xã, thành phố\nBố trí đất"

RULES = (
    Rule("KH706", "citation-without-date", "warning",
         "Văn bản viện dẫn thiếu thời gian ban hành.", "A document is cited without its date.",
         "At its first mention a document has kind, number, date, issuer and title.", "Add the date.", _CITING, _undated,
         why_vi="Khi viện dẫn lần đầu phải ghi tên loại, số, ký hiệu, thời gian ban hành, tên cơ quan ban hành và trích yếu nội dung.",
         fix_vi="Ghi thời gian ban hành.",
         bad=(ex(("524/QĐ-TTg ngày 01 tháng 4 năm 2021", "524/QĐ-TTg")),), good=(ex(),), exact=True),
    Rule("KH707", "citation-without-number", "warning",
         "Văn bản viện dẫn thiếu số, ký hiệu.", "A document is cited without its number.",
         "At its first mention a document has kind, number, date, issuer and title.", "Add the number.", _CITING, _unnumbered,
         why_vi="Khi viện dẫn lần đầu phải ghi tên loại, số, ký hiệu, thời gian ban hành, tên cơ quan ban hành và trích yếu nội dung.",
         fix_vi="Ghi số, ký hiệu.",
         bad=(ex((_KET, "Thực hiện Quyết định ngày 01 tháng 4 năm 2021")),), good=(ex(),), exact=True),
    Rule("KH708", "citation-after-plan", "error",
         "Văn bản viện dẫn ban hành sau kế hoạch.", "A cited document is dated after the plan.",
         "One of the dates is wrong.", "Put one of them right.", _PRACTICE, _after,
         why_vi="Một trong hai ngày bị sai.", fix_vi="Sửa lại cho khớp.",
         bad=(ex(("524/QĐ-TTg ngày 01 tháng 4 năm 2021", "524/QĐ-TTg ngày 01 tháng 4 năm 2024")),), good=(ex(),), exact=True),
    Rule("KH709", "citation-two-dates", "error",
         "Một văn bản được viện dẫn với hai ngày khác nhau.", "One document is cited with two dates.",
         "One of them is wrong.", "Put one of them right.", _PRACTICE, _two_dates,
         why_vi="Một trong hai ngày bị sai.", fix_vi="Sửa lại cho khớp.",
         bad=(ex((_B, _B.replace("Bố trí đất", "Theo Quyết định số 524/QĐ-TTg ngày 11/4/2021, bố trí đất"))),),
         good=(ex(), ex((_B, _B.replace("Bố trí đất", "Theo Quyết định số 524/QĐ-TTg ngày 01/4/2021, bố trí đất")))), exact=True),
    Rule("KH710", "citation-two-numbers", "error",
         "Một văn bản được viện dẫn với hai số khác nhau.", "One document is cited with two numbers.",
         "One of them is wrong.", "Put one of them right.", _PRACTICE, _two_numbers,
         why_vi="Một trong hai số bị sai.", fix_vi="Sửa lại cho khớp.",
         bad=(ex(("Thực hiện Quyết định số 524", "Thực hiện Quyết định số 542/QĐ-TTg ngày 01 tháng 4 năm 2021 của Thủ tướng "
                  "Chính phủ phê duyệt Đề án trồng một tỷ cây xanh;\nThực hiện Quyết định số 524")),),
         good=(ex(),), exact=True),
    Rule("KH711", "citation-year", "error",
         "Năm trong số văn bản khác năm ban hành.", "The year in a document's number is not that of its date.",
         "One of them is wrong.", "Put one of them right.", _CITING, _number_years,
         why_vi="Năm trong số hoặc năm ban hành bị sai.", fix_vi="Sửa lại cho khớp.",
         bad=(ex(("156/2018/NĐ-CP ngày 16 tháng 11 năm 2018", "156/2018/NĐ-CP ngày 16 tháng 11 năm 2019")),), good=(ex(),), exact=True),
    Rule("KH712", "basis-sign", "note",
         "Căn cứ không kết thúc bằng dấu chấm phẩy.", "A ground that others follow does not end with a semicolon.",
         "Since 2020 each ground ends with ';', the last with '.'; before, there was no rule for the last.",
         "End it with ';'.", _CITING, _basis_ends,
         why_vi="Từ năm 2020, mỗi căn cứ kết thúc bằng dấu “;”, căn cứ cuối bằng dấu “.”; trước đó không quy định cho căn cứ cuối.",
         fix_vi="Kết thúc bằng dấu “;”.",
         bad=(ex(("của Luật Lâm nghiệp;\n", "của Luật Lâm nghiệp.\n")),),
         good=(ex(), ex(("của Luật Lâm nghiệp;\n", "của Luật Lâm nghiệp.\n"), ("15 tháng 3 năm 2024\n\nKẾ", "15 tháng 3 năm 2019\n\nKẾ"))),
         since=DECREE_30, bodies=EVERY - {PARTY}, exact=True),
)  # fmt: skip
