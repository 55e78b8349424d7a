"""Rules KH8xx: bodies, places and laws that were not there, or no longer, at the plan's date."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from functools import cache

from kehoach.folding import bare, fold
from kehoach.knowledge.agencies import level_of, resolve
from kehoach.knowledge.agency_fields import NO_DISTRICTS
from kehoach.knowledge.laws import laws
from kehoach.knowledge.places import find_province, province_of
from kehoach.lint.base import ALL as EVERY
from kehoach.lint.base import PARTY, Hit, Rule, Span, ex
from kehoach.lint.case import Case
from kehoach.lint.days import shown
from kehoach.parsers.facts import agencies

_REGISTER = "Register of bodies (Nghị định 45/2025/NĐ-CP, 150/2025/NĐ-CP, Nghị quyết 176/2025/QH15)"
_PLACES = "Nghị quyết 202/2025/QH15; Luật Tổ chức chính quyền địa phương 72/2025/QH15"
_LAWS = frozenset({"Luật", "Bộ luật"})
_USUAL_WAIT = 575
"""Days after a law is passed by which it has always replaced the one before, but for those of :data:`_LATE`."""
_LATE = {"100/2015/QH13": "2018-01-01", "101/2015/QH13": "2018-01-01"}
"""Laws that came into force later than that."""
_DISTRICT = re.compile(r"\b(?:huyện|quận|thị xã|thị trấn)\b")


def _named(case: Case) -> Iterator[tuple[str, Span, str | None]]:
    """(name, span, id) of the bodies that are given something to do, and of those who receive the plan."""
    told: set[str] = set()
    for duty in case.plan["duties"]:
        for agency in duty["agencies"]:
            if agency["name"] not in told:
                told.add(agency["name"])
                yield agency["name"], agency["span"], duty["id"]
    for assignment in case.plan["assignments"]:
        node = case.by_id.get(assignment["item"] or "")
        for name in (*assignment["lead"], *assignment["partners"]):
            if node is not None and name not in told:
                told.add(name)
                yield name, case.words(node, name), node.id
    for item in case.plan["recipients"]:
        for found in agencies.names(item["text"]):
            if found.name not in told:
                told.add(found.name)
                yield found.name, item["span"], item["id"]


def _gone(case: Case) -> Iterator[Hit]:
    if case.days is None:
        return
    for name, span, ref in _named(case):
        body = resolve(name, year=int(case.days[0][:4]) + 1)
        if body is None or body.until is None or case.days[0] < body.until or not _is_whole(name):
            continue
        if body.until == NO_DISTRICTS and _DISTRICT.search(fold(name)):
            continue  # the rule on districts says so
        heirs = ", ".join(body.now) if body.now != (body.name,) else ""
        if heirs:
            yield Hit(
                f"{name} ended on {shown(body.until)}; name the body that took over ({heirs})",
                f"{name} không còn từ ngày {shown(body.until)}; ghi cơ quan tiếp nhận nhiệm vụ ({heirs}).",
                span,
                ref,
            )
        else:
            yield Hit(
                f"{name} ended on {shown(body.until)}; name who took over",
                f"{name} không còn từ ngày {shown(body.until)}; ghi cơ quan tiếp nhận nhiệm vụ.",
                span,
                ref,
            )


def _is_whole(name: str) -> bool:
    """Whether a name is that of a body, not of a part of one or of a group."""
    return not re.match(r"(?:cac|nhung|lanh dao|ban giam doc|truong|pho)\b", bare(name))


def _not_yet(case: Case) -> Iterator[Hit]:
    if case.days is None:
        return
    for name, span, ref in _named(case):
        body = resolve(name)
        if body is not None and body.since and case.days[1] < body.since and name.startswith(("Sở ", "Bộ ")):
            yield Hit(
                f"{name} has that name since {shown(body.since)} only; name the body of the plan's time",
                f"{name} chỉ có tên này từ ngày {shown(body.since)}; ghi tên cơ quan tại thời điểm ban hành kế hoạch.",
                span,
                ref,
            )


def _districts(case: Case) -> Iterator[Hit]:
    if case.days is None or case.days[0] < NO_DISTRICTS:
        return
    for name, span, ref in _named(case):
        if _DISTRICT.search(fold(name)) and level_of(name) == "district":
            yield Hit(
                f"{name}: there are no districts since {shown(NO_DISTRICTS)}; name communes, wards or the province",
                f"{name}: không còn cấp huyện từ ngày {shown(NO_DISTRICTS)}; ghi xã, phường hoặc cấp tỉnh.",
                span,
                ref,
            )


def _provinces(case: Case) -> Iterator[Hit]:
    if case.days is None or case.days[0] < NO_DISTRICTS:
        return
    for name, span, ref in _named(case):
        found = find_province(name)
        province = province_of(found[0]) if found else None
        if found and province and province.successor and province.successor != province.name and _ranked(name, found):
            yield Hit(
                f"{name}: {province.name} is part of {province.successor} since {shown(NO_DISTRICTS)}; put the name right",
                f"{name}: {province.name} đã thuộc {province.successor} từ ngày {shown(NO_DISTRICTS)}; sửa lại tên.",
                span,
                ref,
            )


def _ranked(name: str, found: tuple[str, int, int]) -> bool:
    """Whether a province is called one ("tỉnh Yên Bái"): wards and communes bear such names too."""
    return bare(name[found[1] : found[2]]).startswith("tinh ")


def _foreign(case: Case) -> Iterator[Hit]:
    issuer = case.document["issuer"]
    own = province_of(issuer["province"]) if issuer and issuer["province"] else None
    if own is None:
        return
    near = {own.name, own.successor or own.name, *own.merged} | (
        {case.document["place"]} if case.document["place"] else set()
    )
    spots = [(a["name"], a["span"], d["id"]) for d in case.plan["duties"] for a in d["agencies"]]
    spots += [
        (item["text"], item["span"], item["id"]) for item in case.plan["closing"] if item["text"].startswith("Trên đây")
    ]
    for text, span, ref in spots:
        for m in re.finditer(r"(?:tỉnh|thành phố) (?=[A-ZĐÀ-Ỹ])", text):
            found = find_province(text[m.start() : m.start() + 40])
            other = province_of(found[0]) if found and found[1] == 0 else None
            if other and other.name not in near and not near & {other.successor, *other.merged}:
                yield Hit(
                    f"{other.name} is named in a plan of {own.name}; put the place right",
                    f"Kế hoạch của {own.name} lại nêu {other.name}; sửa lại địa danh.",
                    span,
                    ref,
                )


@cache
def _replaced() -> dict[str, tuple[str, str, str, str]]:
    """Number of a law → (name, the number that replaced it, its day, the day from which that is sure)."""
    out: dict[str, tuple[str, str, str, str]] = {}
    for law in laws():
        for (old, _), (new, passed) in zip(law.versions, law.versions[1:], strict=False):
            if law.kind in _LAWS:
                sure = datetime.date.fromisoformat(passed) + datetime.timedelta(days=_USUAL_WAIT)
                out[old] = (law.name, new, passed, _LATE.get(new, sure.isoformat()))
    return out


def _old_law(case: Case) -> Iterator[Hit]:
    if case.days is None:
        return
    grounds = {ref for item in case.plan["basis"] for ref in item["citations"]}
    for citation in case.plan["citations"]:
        if citation["type"] not in _LAWS or citation["id"] not in grounds:
            continue
        row = _replaced().get(citation["number"] or "") or _by_date(citation["title"], citation["date"])
        if row and case.days[0] >= row[3]:
            yield Hit(
                f"{row[0]} ({citation['number'] or citation['date']}) was replaced by {row[1]}; cite the one in force",
                f"{row[0]} ({citation['number'] or shown(citation['date'])}) đã được thay thế bằng {row[1]}; ghi văn bản còn hiệu lực.",
                citation["mentions"][0]["span"],
            )


def _by_date(title: str | None, date: str | None) -> tuple[str, str, str, str] | None:
    for law in laws() if title and date else ():
        if bare(law.name) == bare(title or ""):
            old = next((number for number, passed in law.versions if passed == date), None)
            return _replaced().get(old or "")
    return None


_LATER = ("15 tháng 3 năm 2024\n\nKẾ", "15 tháng 4 năm 2025\n\nKẾ")

RULES = (
    Rule("KH801", "agency-gone", "warning",
         "Cơ quan không còn vào ngày ban hành kế hoạch.", "A body is named that had ended by the plan's date.",
         "It receives and does nothing; the work has gone to another.", "Name the body that took over.", _REGISTER, _gone,
         why_vi="Cơ quan này không nhận, không làm gì nữa; việc đã chuyển cho cơ quan khác.",
         fix_vi="Ghi cơ quan tiếp nhận nhiệm vụ.",
         bad=(ex(_LATER),), good=(ex(), ex(base="xa"))),
    Rule("KH802", "agency-not-yet", "warning",
         "Cơ quan chưa có vào ngày ban hành kế hoạch.", "A body is named that was not there yet at the plan's date.",
         "The name or the date is wrong.", "Name the body of the plan's time.", _REGISTER, _not_yet,
         why_vi="Tên cơ quan hoặc ngày ban hành bị sai.", fix_vi="Ghi tên cơ quan tại thời điểm ban hành kế hoạch.",
         bad=(ex(("1. Sở Nông nghiệp và Phát triển nông thôn\n", "1. Sở Nông nghiệp và Môi trường\n")),), good=(ex(), ex(base="xa"))),
    Rule("KH803", "district-gone", "warning",
         "Giao việc cho cấp huyện sau ngày 01/7/2025.", "A district is named after the districts ended.",
         "Since 1 July 2025 there are provinces and communes only.", "Name communes, wards or the province.", _PLACES, _districts,
         why_vi="Từ ngày 01/7/2025 chỉ còn cấp tỉnh và cấp xã.", fix_vi="Ghi xã, phường hoặc cấp tỉnh.",
         bad=(ex(("- Các thôn;", "- UBND huyện Hương Khê;"), base="xa"),), good=(ex(), ex(base="xa"))),
    Rule("KH804", "province-gone", "warning",
         "Nêu tỉnh đã sáp nhập.", "A province is named that is part of another now.",
         "Since 1 July 2025 there are 34 provinces.", "Put the name right.", _PLACES, _provinces,
         why_vi="Từ ngày 01/7/2025 cả nước có 34 tỉnh, thành phố.", fix_vi="Sửa lại tên.",
         bad=(ex(("- UBND tỉnh Hà Tĩnh;", "- UBND tỉnh Quảng Bình;"), base="xa"),), good=(ex(), ex(base="xa"))),
    Rule("KH805", "another-province", "warning",
         "Nêu tên tỉnh khác với tỉnh của cơ quan ban hành.", "Another province is named than the issuer's.",
         "Left from a plan that served as a model.", "Put the place right.", "Office practice", _foreign,
         why_vi="Còn lại từ kế hoạch dùng làm mẫu.", fix_vi="Sửa lại địa danh.",
         bad=(ex(("2. Sở Giáo dục và Đào tạo\n", "2. Sở Giáo dục và Đào tạo tỉnh Nghệ An\n")),), good=(ex(),), bodies=EVERY - {PARTY}),
    Rule("KH806", "law-replaced", "warning",
         "Căn cứ luật đã được thay thế.", "A law is given as ground that had been replaced.",
         "A ground that is no longer in force carries nothing.", "Cite the law in force.", "Register of laws", _old_law,
         why_vi="Căn cứ ban hành đã hết hiệu lực thì không còn giá trị.", fix_vi="Ghi luật còn hiệu lực.",
         bad=(ex(("Căn cứ Luật Lâm nghiệp ngày 15 tháng 11 năm 2017", "Căn cứ Luật Bảo vệ môi trường số 55/2014/QH13 ngày 23 tháng 6 năm 2014")),),
         good=(ex(), ex(("Căn cứ Luật Lâm nghiệp ngày 15 tháng 11 năm 2017", "Căn cứ Luật Bảo vệ môi trường số 72/2020/QH14 ngày 17 tháng 11 năm 2020")))),
)  # fmt: skip
