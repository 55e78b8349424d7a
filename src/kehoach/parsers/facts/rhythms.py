"""Rhythms: "hằng năm", "mỗi quý một lần", "6 tháng/lần", "định kỳ hằng tháng, quý và năm"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from kehoach.knowledge.deadline_words import GROUNDS, LOOKED_AT, PURPOSES, REPEATED, YEARLY_THINGS
from kehoach.knowledge.patterns import inline, lazy
from kehoach.parsers.facts.deadline_view import masked, told_apart
from kehoach.records import NamedTuple


class Rhythm(NamedTuple):
    """A printed rhythm.

    ``every`` is ``week``, ``month``, ``quarter``, ``half-year``, ``year`` or ``N-years``.  ``leads`` says that it opens
    its clause, ``acts`` that somebody does something at it (it is neither the year of a plan or budget as a thing nor
    the year of a measure).
    """

    start: int
    end: int
    every: str
    leads: bool
    acts: bool


_UNITS: Final = {"tuan": "week", "thang": "month", "quy": "quarter", "nam": "year", "ca nam": "year"}
_SPELT_UNITS: Final = ("tuần", "tháng", "quý", "năm")
_WORDS: Final = {"mot": 1, "hai": 2, "ba": 3, "bon": 4, "nam": 5, "sau": 6, "muoi": 10}
_UNIT: Final = r"(?P<unit>tuan|thang|quy|nam)(?!\w)"
_COUNT: Final = r"(?:\d{1,2}|mot|hai|ba|bon|nam|sau|muoi)"
_TIMES: Final = r"(?:lan|ky|so|buoi|phien|dot)\b"
_AFTER: Final = (
    r"(?=\s{0,2}(?:$|[,.;:()/&]|(?:va|hoac|dot|theo|gui|bao|to|so|tong|ve|cho|len|voi|tham|kiem|danh|de|tai|cac|phai"
    r"|co|duoc|hop)\b))"
)
_JOINTS: Final = (",", ";", "/", "-", "v", "h", "(")
# "…, quý, 6 tháng và năm" behind a rhythm.
_MORE: Final = lazy(
    r"(?P<when>\s?\([^()]{2,60}\))?"  # "hằng quý (trước ngày 20 tháng cuối quý), 6 tháng và năm"
    r"\s{0,2}(?:[,;/]\s{0,2}(?:va\s|hoac\s)?|(?:va|hoac)\s|-\s?)(?:hang\s|dinh ky\s){0,2}"
    r"(?P<count>(?:0?[1-9]|sau|chin|mot)\s)?(?P<unit>tuan|thang|quy|ca nam|nam)" + _AFTER
)
_HANG: Final = lazy(
    rf"(?<!\w)(?P<lead>dinh ky\s(?:vao\s)?)?(?P<word>hang)\s{{0,2}}{_UNIT}"
    r"(?!\s{0,2}(?:\d|hiem\b|gia\b|bau\b|khach\b|i{1,3}\b|iv\b))"
)
_MOI: Final = lazy(
    rf"(?<!\w)(?P<lead>dinh ky\s(?:vao\s)?)?moi\s(?P<count>{_COUNT}\s)?{_UNIT}(?:\shoc\b)?"
    rf"(?P<tied>,?\s(?:(?:it nhat|toi thieu|hop|to chuc)\s)?{_COUNT}\s{_TIMES})?"
)
_ONCE_IN: Final = lazy(
    rf"(?<!\w)(?:dinh ky\s)?(?P<count>{_COUNT})\s{_UNIT}\s?"
    r"(?:/\s?(?:0?1\s|mot\s)?lan|(?:mot|0?1)\slan|hai lan|0?2 lan)\b"
)
# "chi bộ họp quý một lần", "quan trắc tháng 2 lần"; "tháng 2 lần đầu" is February.
_TIMES_EACH: Final = lazy(
    r"(?<![\w,./-])(?<!\d )(?<!mot )(?<!hai )(?<!ba )(?<!sau )(?<!trong )(?P<unit>tuan|thang|quy|nam)"
    r"\s(?:mot|hai|0?[1-4])\slan(?=\s{0,2}(?:$|[,.;)]))"
)
_SEVEN_DAYS: Final = lazy(r"(?<!\w)(?:dinh ky\s)?(?:0?7|bay)\sngay\s?(?:/\s?(?:0?1\s|mot\s)?lan|(?:mot|0?1)\slan)\b")
_TIMES_A: Final = lazy(
    rf"(?<![\w./,]){_COUNT}(?:\s?-\s?\d{{1,2}})?\s{_TIMES}\s?(?:/|trong\s(?:mot\s|moi\s)?|mot\s|moi\s)\s?(?P<count>{_COUNT}\s)?{_UNIT}"
    r"(?!\s(?:hoc|\d))"
)
# "vào ngày cuối tháng", "trước ngày làm việc cuối cùng của quý", of which none in particular is named
_ENDS_OF: Final = lazy(
    r"(?<!\w)(?:(?<!nhung\s)(?<!cac\s)ngay\s(?:lam viec\s)?|(?<=vao\s)tuan\s|(?<=trong\s)tuan\s)"
    r"(?:dau|cuoi)(?:\s(?:cung|tien))?"
    r"(?:\scua)?\s(?:moi\s)?(?P<unit>thang|quy)"
    r"(?=\s{0,2}(?:$|[,.;:()]|(?:va|de|cho|gui|bao|ve|tong|phai|cac)\b))"
)
_ENDS: Final = ("ngay cuoi", "ngay dau", "ngay lam viec", "tuan cuoi", "tuan dau")
_DINH_KY: Final = lazy(
    rf"dinh ky(?<!\wdinh ky)\s(?:theo\s|vao\s)?\(?(?P<count>{_COUNT}\s)?{_UNIT}"
    r"(?!\s{0,2}(?:\d|/|dau\b|cuoi\b|mot lan|0?1 lan))"
)
_REPORTS: Final = lazy(
    r"(?<!\w)(?:bao cao|so ket|tong ket|danh gia|giao ban|tong hop)(?:\sdinh ky)?[\s(:]{1,3}"
    r"(?P<count>(?:0?[369]|ba|sau|chin)\s)?(?P<unit>tuan|thang|quy|nam)(?=\s?[,/]|\sva\s)"
)
# "báo cáo Ủy ban nhân dân huyện 6 tháng, năm": to whom stands between; a second rhythm makes sure.
_REPORTS_TO: Final = lazy(
    r"(?<!\w)bao cao(?:\s(?!(?:tuan|thang|quy|nam|ke|du)\b)[^\W\d]{1,8}){1,10},?\s"
    r"(?P<count>(?:0?[369]|ba|sau|chin)\s)?(?P<unit>tuan|thang|quy)"
    r"(?=,?\s(?:va\s)?(?:(?:0?1\s|mot\s)?nam|thang|quy|0?[69]\sthang|ca\snam)\b(?!\s{0,2}\d))"
)
# "báo cáo tuần về Sở", "báo cáo sơ kết tháng vào ngày 30": what a report is called says how often it is due.
_REPORTS_ONE: Final = lazy(
    r"(?<!\w)(?<!duyet\s)(?:bao cao|giao ban)(?:\s(?:so ket|dinh ky|nhanh|tien do))?\s(?P<unit>tuan|thang)"
    r"(?=\s{0,2}(?:$|[.;:(]|(?:ve|vao|gui|truoc|qua|cham)\b))"
)
_BODY: Final = lazy("sở(?= )")
_SAME: Final = 6
"""Letters between two rhythms that are one, said twice."""
_SAME_REPORT: Final = 40
_BARE_UNITS: Final = ("tuan", "thang")
_REPORTED: Final = ("bao cao", "so ket", "tong ket", "danh gia", "giao ban", "tong hop")
_BEHIND_TIMES: Final = ("/", "trong", "mot", "moi")
_ANY_TIMES: Final = lazy(r"(?:lan|ky|so|buoi|phien|dot)\s?(?:/|(?:trong|mot|moi)\s)")
# "ít nhất 02 lần/tháng" is aimed at: the rhythm is the measure's.
_LIMIT: Final = lazy(r"(?:toi da|(?<!\w)(?<!ket )(?<!hieu )qua|(?<!\w)chi (?:duoc )?(?:thanh tra|kiem tra))\s{0,2}$")
_LEAST: Final = lazy(r"(?:it nhat|toi thieu)\s{0,2}$")
_AIMED: Final = lazy(r"(?:it nhat|toi thieu)\s(?!0?1\s|mot\s)")  # "mỗi tuần ít nhất 02 lần"
_ONCE: Final = lazy(r"(?:0?1|mot)\s")
_SESSIONS: Final = lazy(r"\d{1,2}\s?buoi\s?/")
_BY_TURNS: Final = lazy(
    r"theo(?<!\wtheo)\s(?:tung\s)?(?P<unit>tuan|thang|quy)"
    r"(?=\s?(?:$|[.;]|(?:ve|gui|cho)\b)|,? (?:va )?(?:0?6 thang|nam|quy)\b(?! \d))"
)
_TOLD: Final = lazy(r"\W*(?:(?:tong hop|thong ke),? )?bao cao\b")
_RECKONED: Final = lazy(r"\b(?:tinh|chia|bang gia|don gia|luong|so lieu|phu cap|dong|tra|chi|nam)\b")
_OPENS: Final = lazy(r"(?:^|[.;:(,+*-])\s{0,3}(?:(?:va|dong thoi|ngoai ra|dinh ky|rieng|thong qua do)[\s,]{1,2})?$")
_MEASURE: Final = lazy(
    r"\d\s?[%‰]|\b(?:binh quan|phan dau|(?<!ha )tang(?! cuong| qua)|giam(?! sat| doc| dinh))\b|"
    r"(?<![\w./,-])(?<!dieu\s)(?<!khoan\s)(?<!diem\s)(?<!muc\s)(?<!chuong\s)(?<!tieu\s)(?<!so\s)(?<!cap\s)(?<!khoa\s)(?<!\ban\s)"
    r"(?<!cap do\s)"
    r"(?<!doan\s)(?<!dot\s)(?<!khoi\s)(?<!lop\s)(?<!thu\s)(?<!lan\s)(?<!phan\s)(?<!quyet\s)"
    r"(?<!nam\s)(?<!gio\s)(?<!giai doan\s)(?<!thang\s)(?<!ngay\s)(?<!phu luc\s)"
    r"(?:\d[\d.]{0,9}(?:,\d+)?\s{1,2}|(?<=it nhat )(?:mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi)\s)"
    r"(?!gio\b|phut\b|ngay\b|thang\b|nam\b|lan\b|ky\b|tuan\b|va\b|den\b|hang\b|cua\b|tuoi\b)[a-z]"
)
_TOLD_LAST: Final = lazy(
    r"(?:,|\bva)\s(?:va |dong thoi |gui )?(?:(?:dinh ky |tong hop,? )?bao cao|tong hop|so ket|tong ket|danh gia"
    r"|giao ban)\b[^,]*$"
)
_THING: Final = lazy(rf"\b{YEARLY_THINGS}\b(?: {PURPOSES}\b(?:,| va)?){{0,5}}")
_GROUND: Final = lazy(rf"\b{GROUNDS}(?:,?(?: va)? {PURPOSES}\b){{0,4}}")
_LOOKED_AT: Final = lazy(LOOKED_AT)
_DONE: Final = lazy(rf"\b{REPEATED}\b")
# "cung cấp số liệu giải ngân cho Sở Tài chính hằng quý"
_GIVES: Final = lazy(
    r"\b(?:cung cap|gui|chuyen|trao doi)\s(?:cac )?(?:so lieu|thong tin|du lieu|danh sach)[^,;]{0,80}"
    r"\s(?:cho|ve|den|voi)\s[^,;]*$|\b(?:cung cap|gui)\s(?:cac )?(?:so lieu|danh sach)(?: \w+){0,4} ?$"
)
_RESULT: Final = lazy(
    r"\b(?:bao cao|danh gia|so ket|tong ket|tong hop|kiem tra|kiem diem|giam sat|cong bo)\b[^;.]{0,70}"
    r"\b(?:ket qua|tinh hinh|viec|thuc hien|tien do)\b[^,;.]{0,40}$"
)
# "Số lượt viên chức được tập huấn mỗi năm" is an indicator.
_COUNTED: Final = lazy(r"^\s{0,2}(?:so(?! ket| hoa| sanh| cuu)|ty le|tong so|ty so|chi so)\b")
# "kế hoạch 5 năm, hằng năm của ngành": the comma does not open a clause.
_TRAILS: Final = lazy(r"\s{0,2}(?:$|[,;.:)]|(?:cua|cho|theo|va|hoac|tai|o)\b)")
_CARRIED_OUT: Final = ("ke hoach", "chuong trinh", "nhiem vu", "chi tieu", "muc tieu")
_BREAK: Final = lazy(r"[;.:(]")
# "báo cáo số lượng người học trước 16 giờ thứ Sáu hằng tuần": on that day somebody acts.
_WEEKDAY: Final = lazy(r"\b(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat)\s{1,2}$")


def _every(unit: str, count: str | None) -> str | None:
    """``half-year`` for 6 months; ``None`` for what the format has no word for."""
    n = 1 if not count else _WORDS.get(count.strip()) or (int(count) if count.strip().isdigit() else 0)
    if unit in {"nam", "ca nam"}:
        return "year" if n == 1 else f"{n}-years" if n else None
    if unit == "thang":
        return {1: "month", 3: "quarter", 6: "half-year", 12: "year"}.get(n)
    return _UNITS[unit] if n == 1 else None


def scan_folded(f: str, b: str) -> list[Rhythm]:
    """The rhythms of a text given in folded and in bare form, in order; none overlaps another."""
    kept: list[Rhythm] = []
    if "sở " in f:  # "Sở Y tế báo cáo hàng tháng": a body, no number of something ("số …")
        b = masked(f, b, _BODY)
    b = told_apart(f, b)
    for r in sorted(_printed(f, b), key=lambda r: (r.start, -r.end)):
        if kept and r.start < kept[-1].end:
            continue
        if kept and kept[-1].every == r.every and r.start - kept[-1].end <= _same_within(b, kept[-1]):
            continue  # "mỗi tháng một lần vào tuần cuối của tháng", "báo cáo tuần trước thứ Năm hằng tuần"
        kept.append(r)
    return kept


def _same_within(b: str, r: Rhythm) -> int:
    """Letters behind a rhythm within which the same one is no other."""
    if b[r.start : r.end] not in _BARE_UNITS:
        return _SAME
    ends = _BREAK.search(b, r.end, r.end + _SAME_REPORT)
    return (ends.start() - r.end) if ends else _SAME_REPORT


def _printed(f: str, b: str) -> list[Rhythm]:
    """What each form finds, in no order: one stretch of words may be found by several."""
    found: list[Rhythm] = []
    if "hang" in b:
        for m in _HANG.finditer(b):
            if f.startswith(("hằng", "hàng", "hăng", "hẳng", "hắng", "hẵng", "hãng", "hang"), m.start("word")):
                found += _read(
                    m, b, acts=bool(m["lead"] or _WEEKDAY.search(b, max(0, m.start() - 14), m.start())) or None
                )
    if "moi " in b:
        for m in _MOI.finditer(b):
            at = m.start() + len(m["lead"] or "")
            if f.startswith(("mỗi", "môi", "mồi", "mổi"), at):
                aimed = m["tied"] is not None and _AIMED.search(m["tied"]) is not None
                found += _read(m, b, acts=not aimed if m["tied"] else None)
    if "lan" in b:
        found += _limited(_ONCE_IN, b)
        found += [
            r for m in _TIMES_EACH.finditer(b) if f.startswith(_SPELT_UNITS, m.start()) for r in _read(m, b, acts=True)
        ]
        if "7 ngay" in b or "bay ngay" in b:
            found += [Rhythm(m.start(), m.end(), "week", False, True) for m in _SEVEN_DAYS.finditer(b)]
    if any(map(b.__contains__, _BEHIND_TIMES)) and _ANY_TIMES.search(b):
        found += _limited(_TIMES_A, b)
    if "dinh ky" in b:
        for m in _DINH_KY.finditer(b):
            found += _read(m, b, acts=True)
    if any(map(b.__contains__, _ENDS)):
        for m in _ENDS_OF.finditer(b):
            found += _read(m, b, acts=True)
    if "theo " in b:
        for m in _BY_TURNS.finditer(b):
            clause = _clause(b, m.start(), 110)
            if _TOLD.match(clause):
                found += _read(m, b, acts=True)
            elif not _RECKONED.search(clause):
                found += _read(m, b, acts=None)
    if ("," in b or " va " in b or "/" in b) and any(map(b.__contains__, _REPORTED)):
        for m in (*_REPORTS.finditer(b), *_REPORTS_TO.finditer(b)):
            more = list(_read(m, b, acts=True, at=m.start("count") if m["count"] else m.start("unit")))
            found += more if len(more) > 1 else []
    if ("bao cao" in b or "giao ban" in b) and ("tuan" in b or "thang" in b):
        for m in _REPORTS_ONE.finditer(b):
            found += _read(m, b, acts=True, at=m.start("unit"))
    return found


def _limited(pattern: re.Pattern[str], b: str) -> Iterator[Rhythm]:
    """The rhythms of a pattern that says how often; "không quá 2 lần/năm" is none at which something is done."""
    for m in pattern.finditer(b):
        before = b[max(0, m.start() - 20) : m.start()]
        aimed = pattern is _TIMES_A and ((_LEAST.search(before) and not _ONCE.match(m[0])) or _SESSIONS.match(m[0]))
        yield from _read(m, b, acts=not (aimed or _LIMIT.search(before)))


def _read(m: re.Match[str], b: str, acts: bool | None, at: int | None = None) -> Iterator[Rhythm]:
    """A rhythm and those listed behind it; ``acts`` where the words alone decide, else the clause does."""
    start, end = m.start() if at is None else at, m.end()
    before = b[max(0, start - 16) : start]
    leads = bool(_OPENS.search(before))
    if leads and before.rstrip().endswith(",") and _TRAILS.match(b, end):
        leads = False
    every = _every(m["unit"], m.groupdict().get("count"))
    rest = list(_tail(b, end))
    stop = rest[-1][1] if rest else end
    if acts is None:
        acts = _acts(b, start, stop, leads)
    elif acts and "word" in m.re.groupindex:
        acts = not _measured(b, start, stop, leads)
    if every:
        yield Rhythm(start, end, every, leads, acts)
    for a, z, unit, count in rest:
        more = _every(unit, count)
        if more:
            yield Rhythm(a, z, more, leads, acts)


def _tail(b: str, end: int) -> Iterator[tuple[int, int, str, str | None]]:
    for _ in range(6):  # no list is longer, and no text shall be walked twice
        m = _MORE.match(b, end) if b[end : end + 3].lstrip().startswith(_JOINTS) else None
        if not m:
            return
        start = m.start("count") if m["count"] else m.start("unit")
        count = "9" if (m["count"] or "").strip() == "chin" else m["count"]
        # "hằng quý (…), 6 tháng (trước ngày 10/6)": the day is of the plan's year
        if not (m["when"] and b.startswith(" (", m.end()) and (count or m["unit"].endswith("nam"))):
            yield start, m.end(), m["unit"], count
        end = m.end()


def _acts(b: str, start: int, end: int, leads: bool) -> bool:
    """Whether somebody does something at the rhythm, by the words of its clause."""
    if _measured(b, start, end, leads):
        return False
    if leads:
        return True
    left = _clause(b, start, 110)
    if _COUNTED.match(left):
        return False
    if ((ground := _GROUND.search(left)) and not _DONE.search(left, ground.end())) or _LOOKED_AT.search(left):
        return False
    things = list(_THING.finditer(left))
    if things and _GIVES.search(left):
        return True
    if not things or _DONE.search(left, things[-1].end()):
        return True
    return things[-1][0].startswith(_CARRIED_OUT) and bool(_RESULT.search(left[: things[-1].start()]))


def _measured(b: str, start: int, end: int, leads: bool) -> bool:
    """Whether the rhythm is a measure's: numbers of things, percents, growth beside it."""
    right = b[end : end + 90]
    stop = inline(r"[;.](?!\d)").search(right)
    right = right[: stop.start()] if stop else right
    if leads:
        return bool(_MEASURE.search(right))
    comma = inline(r",(?!\d)").search(right)
    right = right[: comma.start()] if comma else right
    left = _clause(b, start, 60)
    if told := _TOLD_LAST.search(left):
        left = told[0]  # "mở 03 lớp, báo cáo định kỳ hằng quý": the numbers are those of what is reported
    return bool(_MEASURE.search(left) or _MEASURE.search(right))


def _clause(b: str, start: int, width: int) -> str:
    """The words before ``start``, at most ``width`` characters, back to the last ``;``, full stop, colon or bracket."""
    left = b[max(0, start - width) : start]
    cut = 0
    for m in _BREAK.finditer(left):
        if m[0] != "." or not left[m.end() : m.end() + 1].isdigit():
            cut = m.end()
    return left[cut:]
