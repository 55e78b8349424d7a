"""How a printed date binds, by the words before it, its place, and what is done on it."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from kehoach.folding import bare, fold, worn
from kehoach.knowledge.deadline_words import ACTIONS, CUES, FINISH_LABEL, LABEL, VETOES
from kehoach.knowledge.patterns import inline, lazy
from kehoach.parsers.facts.deadline_done import AIM, EVENT, PAST, at_an_hour, done_on, part_of
from kehoach.parsers.facts.deadline_view import View
from kehoach.parsers.facts.stamps import Stamp
from kehoach.records import NamedTuple


class Bound(NamedTuple):
    """How a stamp binds, and where the words that say so start."""

    bound: str
    start: int


_CLOCK: Final = r"\d{1,2}(?:\s?(?:gio|h|g)\s?(?:\d{1,2})?|:\d\d)\s?(?:phut|p)?['’]?\s?,?"
_FILLER: Final = lazy(
    r"(?:(?:(?<=truoc)|(?<=nhat)|(?<=den)|(?<=tu))ngay|\b(?:ngay|(?:buoi )?(?:sang|chieu|toi|trua|dem)"
    r"|thu (?:hai|ba|tu|nam|sau|bay|[2-7]),?|chu nhat,?|hoi|luc|dau gio)"
    rf"|{_CLOCK})(?:\s{{0,2}})$"
)
# "từ 7h30 đến 9h30 ngày 05/9": the hours say how long, the day when.
_HOURS: Final = lazy(rf"(?:\btu )?{_CLOCK}\s?(?:den|toi|-)\s*$")
# What a filler ends in, blanks off: cheap to ask, and most words before a date are none.
_FILLER_ENDS: Final = (
    *"ngay sang chieu toi trua dem hai ba tu nam sau bay nhat hoi luc gio phut h g p".split(), ",", "'", "’",
    *"0123456789",
)  # fmt: skip
_DOES: Final = lazy(
    rf"\s{{0,2}}[,:]?\s{{0,2}}(?:[(][^()]{{0,30}}[)]\s?[,:]?\s?)?(?:{ACTIONS})\b"
    # … and who does it: "Quý III/2031, Văn phòng rà soát danh sách"
    r"|,\s(?:(?:giao|de nghi) )?(?:cac|so|phong|ban|ubnd|uy ban|van phong|cong an|trung tam|tram|doan|hoi|truong|khoa"
    r"|to|nha truong|thuong truc|chi bo|dang uy|xa|huyen|tinh)(?: (?!da\b|duoc\b|dat\b)[a-z]+,?){0,9}?"
    rf" (?:{ACTIONS})\b"
)
_OPENS: Final = lazy(r"(?:^|[.;:•+*)-]|,)\s{0,3}$")
# "góp phần hoàn thành nhiệm vụ chính trị trong năm 2031": what the work is good for, not when it is done.
_SERVES: Final = lazy(
    r"\b(?:gop phan|phuc vu)\b[^;]{0,70}\b(?:nhiem vu (?:chinh tri|phat trien|kinh te|cong tac|chung)|muc tieu|chi tieu"
    r"|kinh te|chinh tri)\b[^;,]{0,50}$",
    needs=("gop phan", "phuc vu"),
)
_IS_A_SUM: Final = lazy(r"(?:\s?:|\sla)(?: khoang)? \d")  # "dự kiến năm 2032 là 1,15 tỷ đồng"
# "kết quả đạt được trong 6 tháng đầu năm": of what time something is told, not when it is done.
_TOLD_OF: Final = lazy(r"\b(?:ket qua|tinh hinh|thanh tich|han che|ton tai|so lieu|nhiem vu|chi tieu)\b[^,;:.]{0,50}$")
_NAMED_DAY: Final = lazy(r"\bngay (?!.*\b(?:truoc|den|tu|trong|vao|nhat|toi|cho)\b)[a-z][^\d;:.]{2,70}\(?$")
# "(03 đợt: 07/3, 14/3 và 21/3/2031)": the last day of a list says that all are days.
_SERIES: Final = lazy(r"(?:\s?,\s?\d{1,2}/\d{1,2}){0,6}\s?(?:,|va)\s?\d{1,2}/\d{1,2}/20\d\d(?!\d)")
# "tại Quảng trường 1 tháng 4", "đường 3 tháng 2": places named after a day.
_NAMED_PLACE: Final = lazy(r"\b(?:quang truong|duong|cong vien|benh vien)\s$")
_MONTH_OF_QUARTER: Final = lazy(r"\s?(?:cua )?thang (?:cuoi|dau) (?:cua )?(?:moi )?quy\b")
_EACH_MONTH: Final = lazy(r"\b(?:hang|moi) thang \($")  # "định kỳ hằng tháng (ngày 20)"
_TO: Final = lazy(r"(?:^|\s)(?:den|toi)\s*$")
LUNAR: Final = lazy(r"\s{0,2}\(?(?:am lich|al\b)|\s(?:tro ve (?:sau|truoc)|tro di|so\b|tong so|so ho)")
_STRIVES: Final = lazy(r"\bphan dau,? (?:den|toi)\s*$")  # the day by which an aim is to be reached
_EFFECT: Final = lazy(r"\b(?:hieu luc|ap dung|thay cho|thay the)\b")
_REVIEW: Final = lazy(r"\b(?:so ket|tong ket)\b[^,;(]{0,25}\(\s?$")
_REVIEWS: Final = lazy(
    r"[,:]?\s(?:(?:tien hanh|to chuc|se)\s){0,2}(?:so ket|tong ket|danh gia (?:giua|cuoi) (?:ky|giai doan))\b"
)
_WAS: Final = lazy(r"(?:, (?=toàn |cả ))? ?(?:[^\W\d_]+ ){0,3}đã ")
# "từ năm 2031 đến năm 2035": a span; "từ năm 2011 trở về trước".
_GOES_ON: Final = lazy(r"\s{0,2}(?:den|toi|-|tro (?:ve|lai)|va )")
_STARTS: Final = lazy(rf"(?: tro di)?\s?,?\s(?:[a-z]+ ){{0,3}}?(?:{ACTIONS}|khong|phai|bat buoc|giao|dung)\b")
_BEGUN: Final = lazy(r"\b(?:khoi cong|khanh thanh|nghiem thu|ban giao)\s*$")
_SETS_OUT: Final = lazy(rf"\b(?:{ACTIONS}|giao|dua)\b")
_APPLIED: Final = lazy(r"\b(?:ap dung|thuc hien|trien khai|van hanh|bat dau|dua vao su dung|nhan rong)\b[^,;]{0,60}$")
_STILL: Final = lazy(r"\b(?:còn|đã|hiện|có|đạt)\b")
NAMES_A_DAY: Final = lazy(r"\s(?:(?:hang|moi) nam,? )?la ngay\b")
_ANNIVERSARY: Final = 5  # years that no plan's own span runs to the day
_TURNS: Final = lazy(
    r"\b\d{1,2} (?:lan|dot|ky|buoi|lop)\b[^,;()]{0,20}\(\s?$"
)  # "khám 2 lần/năm học (tháng 9 và tháng 3)"
# "tiêm đợt 1 tháng 3/2031, đợt 2: tháng 9/2031"
_ROUND: Final = lazy(r"\b(?:dot|vong|lan|(?<!hoc )ky)\s(?:\d{1,2}|[iv]{1,3})\s?[:,]?\s{0,2}$")
_ROUND_WORDS: Final = 12
_ENDED: Final = lazy(r"\s{0,2}(?:$|[,;.])")
_DONE: Final = lazy(r"\b(?:xong|hoan (?:thanh|tat))\b[^,;]{0,70}$")


@cache
def _rows() -> tuple[tuple[re.Pattern[str], str | None, tuple[str, ...], tuple[str, ...]], ...]:
    return tuple((lazy(rf"(?:{row.pattern})\s{{0,2}}$"), row.bound, row.needs, row.unlike) for row in VETOES + CUES)


@cache
def _label() -> tuple[re.Pattern[str], re.Pattern[str]]:
    return lazy(LABEL), lazy(FINISH_LABEL)


def cue(before: str) -> tuple[str | None, int] | None:
    """What the words before a date say of it: how it binds (``None``: it does not) and where they start.

    ``None`` where they say nothing.

    >>> cue("gửi báo cáo chậm nhất"), cue("gửi kèm Công văn"), cue("Ủy ban nhân dân xã")
    (('by', 12), (None, 8), None)
    """
    return _cue(bare(before), before)


def _cue(left: str, spelt: str) -> tuple[str | None, int] | None:
    """The cue that ends ``left``, a text in bare form; ``spelt`` are the same letters as printed."""
    for pattern, bound, needs, unlike in _rows():
        for word in needs:
            if word in left:
                break
        else:
            if needs:
                continue
        m = pattern.search(left)
        if m and unlike and not (bound and worn()) and any(map(fold(spelt[m.start() : m.end()]).__contains__, unlike)):
            continue
        if m:
            return bound, m.start() + len(m[0]) - len(m[0].lstrip(" (,;"))
    return None


class Place(NamedTuple):
    """Where a text stands: the year dates take, whether it is a heading, a time cell, one of when the work ends."""

    year: int | None = None
    heading: bool = False
    cell: bool = False
    finish: bool = False


def bound_of(
    view: View, stamp: Stamp, place: Place, previous: tuple[Stamp, str] | None = None, again: bool = False
) -> Bound | None:
    """How the stamp binds, ``None`` where it does not.

    ``previous`` is the stamp right before with its bound, if it binds; ``again`` says that a rhythm follows at once.
    """
    year, cell = place.year, place.cell
    at = stamp.start
    wide = view.left(at, 110)
    left = _unfilled(wide)
    found = _cue(left, view.text[at - len(wide) : at - len(wide) + len(left)])
    sequel = previous is not None and sequel_of(view, stamp, previous[0])
    if sequel and found and found[0] is None:
        found = None  # "ngày 10/02, 05/3 và 20/3": what looks like a number is the date before
    said = at - (len(wide) - found[1]) if found else at
    if not found and stamp.kind in {"month", "quarter"} and _ROUND.search(left[-_ROUND_WORDS:]):
        return Bound("during", at)
    if found and found[0] is None and not (cell and stamp.kind == "year"):
        return None
    if not cell and not found and _anniversary(stamp):
        return None
    if stamp.kind == "school-year" and not cell:
        return None
    onward = found is not None and found[0] == "from" and view.bare.startswith(" tro di", stamp.end)
    if onward and not EVENT.search(wide) and not _STARTS.match(view.right(stamp.end, 90)):
        return None
    if (LUNAR.match(view.bare, stamp.end) and not onward) or NAMES_A_DAY.match(view.bare, stamp.end):
        return None
    bound = found[0] if found else None
    if not stamp.marked and not stamp.last and not cell and not bound and stamp.kind in {"day", "month"} and not sequel:
        listed = stamp.kind == "day" and left.rstrip().endswith((":", "(")) and _SERIES.match(view.bare, stamp.end)
        return Bound("on", said) if listed else None
    if bound and not _holds(view, stamp, bound, left, year, cell):
        return None
    if not bound and not cell and not _stands(view, stamp, left, year, place.heading, sequel, again):
        return None
    if bound in {"before", "by", "after"} and stamp.last is None:
        return Bound(bound, said)
    _, finished = _label()
    done = place.finish or bool(finished.search(wide)) or bool(_DONE.search(wide))
    if sequel and previous and bound is None and stamp.last is None and previous[1] in {"before", "by"}:
        return Bound(previous[1], said)
    return Bound(_kind(stamp, bound, done), said)


def _unfilled(wide: str) -> str:
    """The words before a date without those that only go with it, which stand between it and its cue."""
    left = wide
    while left.rstrip().endswith(_FILLER_ENDS) and (m := _FILLER.search(left)):
        left = left[: m.start()]
    if left != wide and (m := _HOURS.search(left)):
        left = left[: m.start()]
    return left


def _anniversary(stamp: Stamp) -> bool:
    """Whether a span runs from a day to the same day years later: "(02/9/1945 - 02/9/2025)"."""
    a, b = stamp.first, stamp.last
    if b is None or a.day is None or not a.year or not b.year:
        return False
    return (a.month, a.day) == (b.month, b.day) and b.year - a.year >= _ANNIVERSARY


def _kind(stamp: Stamp, bound: str | None, done: bool) -> str:
    """The bound of a stamp from the words before it and its shape."""
    if bound in {"before", "by", "after"} and not (stamp.last and bound in {"by", "after"} and not done):
        return bound
    if stamp.last is not None and bound in {None, "from", "during", "by"}:
        return "by" if done else "during"
    if bound == "from":
        return bound
    if done:
        return "by"
    return "on" if stamp.kind in {"day", "day-of-month"} and stamp.last is None else "during"


def _reviewed(view: View, stamp: Stamp, left: str) -> bool:
    """Whether a bare year is when a review is held: "năm 2025 tổ chức tổng kết", "sơ kết giữa kỳ (năm 2023)"."""
    if _REVIEW.search(left[-40:]) and view.bare[stamp.start - 1 : stamp.start] == "(":
        return True
    return bool(_OPENS.search(left)) and bool(_REVIEWS.match(view.right(stamp.end, 40)))


def sequel_of(view: View, stamp: Stamp, previous: Stamp) -> bool:
    """Whether the stamp goes on a list of dates: "trước ngày 15/6 và 15/12"."""
    if stamp.start - previous.end > _LONGEST_GAP:
        return False
    if stamp.kind in {"month", "quarter"} and view.bare.startswith((" truoc ", " cham nhat "), stamp.end):
        return False  # "6 tháng trước ngày 10/6, quý III trước ngày 10/9"
    return bool(_BETWEEN.fullmatch(view.bare, previous.end, stamp.start))


# "trước ngày 15/6 (báo cáo 6 tháng) và 15/12 (báo cáo năm)"
_BETWEEN: Final = lazy(r"(?:\s?\([^()/]{1,40}\))?\s*(?:,|va|;|hoac|, va)\s*(?:ngay\s)?")
_LONGEST_GAP: Final = 56


def _holds(view: View, stamp: Stamp, bound: str, left: str, year: int | None, cell: bool) -> bool:
    """Whether a stamp that a cue stands before really binds."""
    if cell:
        return True
    clause = view.left(stamp.start, 160)
    if bound in {"from", "during", "on"} and _EFFECT.search(clause[-40:]) and "hieu luc" in clause[-60:]:
        return False
    if year and stamp.years and stamp.years[-1] < year - 1:
        return False
    if year and bound == "from" and stamp.last is None and stamp.years and stamp.years[0] < year:
        return False
    past = bound in {"from", "during"} and stamp.years and year and stamp.years[-1] <= year
    spelt = fold(view.text[stamp.start - len(clause) : stamp.start]) if past else ""
    if past and (PAST.search(spelt) or _WAS.match(fold(view.text[stamp.end : stamp.end + 40]))):
        return False
    if stamp.kind == "half" and _TOLD_OF.search(left):
        return False
    if stamp.kind == "year" and (_BEGUN.search(left) or _SERVES.search(left) or _IS_A_SUM.match(view.bare, stamp.end)):
        return False  # "các dự án khởi công năm 2031" are told from others by it
    if stamp.kind == "year":
        around = clause + view.bare[stamp.start : stamp.end] + view.right(stamp.end, 60).partition(",")[0]
        if stamp.last is not None and not left.rstrip().endswith(tuple("0123456789")) and bound != "by":
            return bool(inline(r"\btrong(?: cac)?\s*$").search(left)) and not AIM.search(around.replace(left[-12:], ""))
        if bound == "from":
            return _begins(view, stamp, left, clause, year)
        if bound == "after" or inline(r"(?:^|[\s(])(?:den|toi|het)(?: het)?\s*$").search(left):
            return False
        spare = inline(r"\btrong \d{1,2}\s*(?=nam)").sub("trong ", around)
        return not AIM.search(spare.replace(view.bare[stamp.start : stamp.end], " "))
    if bound == "by" and _TO.search(left):
        right = view.right(stamp.end, 40)
        if stamp.kind == "day" and stamp.marked and _STRIVES.search(clause):
            return True
        if (year and stamp.years and stamp.years[-1] < year) or _STILL.search(
            fold(view.text[stamp.end : stamp.end + len(right)])
        ):
            return False
        return not AIM.search(clause + view.right(stamp.end, 60).partition(",")[0])
    return not (bound == "during" and "%" in clause[clause.rfind(",") + 1 :] and left.rstrip().endswith("vao"))


def _begins(view: View, stamp: Stamp, left: str, clause: str, year: int | None) -> bool:
    """Whether something is done from a year on: "Từ năm 2032 dùng giống mới", "giao chỉ tiêu từ năm 2032".

    Years that aims grow from, and those since when something is so, bind nobody.
    """
    right = view.right(stamp.end, 90)
    if stamp.last is not None or (year and stamp.years[0] < year) or _GOES_ON.match(right):
        return False
    spelt = fold(view.text[stamp.start - len(clause) : stamp.start])
    if AIM.search(f"{clause} {right}") or "đã " in spelt:
        return False
    before = inline(r"(?:ke )?tu(?: nam)?\s*$").sub("", left)
    if _OPENS.search(before):
        return bool(_STARTS.match(right))
    done = _SETS_OUT.search(before) if year else _APPLIED.search(before)
    return done is not None and "được" not in spelt[-50:] and bool(_ENDED.match(inline(r" tro di").sub("", right)))


def _stands(view: View, stamp: Stamp, left: str, year: int | None, heading: bool, sequel: bool, again: bool) -> bool:
    """Whether a stamp without a cue binds: by its place, or because something is done on it."""
    label, finish_label = _label()
    wide = view.left(stamp.start, 110)
    parted = stamp.kind == "year" and part_of(view, stamp) and (not year or stamp.years[0] >= year)
    if label.search(wide) and (stamp.kind != "year" or parted or (not stamp.last and finish_label.search(wide))):
        return True
    if sequel:
        return True
    if stamp.kind == "year" and not stamp.last and _reviewed(view, stamp, left):
        return not year or stamp.years[0] >= year
    if (stamp.kind == "year" and not parted) or (year and stamp.years and stamp.years[-1] < year - 1):
        return False
    of_quarter = stamp.kind == "day-of-month" and _MONTH_OF_QUARTER.match(view.bare, stamp.end)
    if of_quarter and (_OPENS.search(left) or left.endswith("(")):
        return True  # "vào ngày 20 hằng tháng, ngày 20 tháng cuối quý", "quý (ngày 05 tháng đầu quý sau)"
    if stamp.kind == "day-of-month" and _EACH_MONTH.search(left):
        return True
    day_named = _NAMED_DAY.search(left.rstrip() + " ")
    held = day_named and stamp.kind != "day" and day_named[0].startswith("ngay hoi ")  # "ngày hội đọc sách (tháng 9)"
    named = (day_named and not held) or _NAMED_PLACE.search(left)
    if named and not view.bare.startswith("ngay", stamp.start):
        return False
    if _TURNS.search(left) or again or _DONE.search(left):
        return True
    placed = _placed(view, stamp, left, heading)
    return done_on(view, stamp, left) if placed is None else placed


def _placed(view: View, stamp: Stamp, left: str, heading: bool) -> bool | None:
    """Whether a stamp binds by its place alone, a heading or what opens a clause; ``None`` where that says nothing."""
    alone = _OPENS.search(left) is not None
    if heading and stamp.kind == "day":
        return True
    if heading and alone and stamp.kind in {"month", "quarter"} and not view.bare[stamp.end :].strip(" .:;)*-"):
        return True  # "Tháng 9/2031" over what is done in it
    if stamp.last is not None and stamp.kind == "day":
        opened = left.rstrip().endswith("(") or view.bare[max(0, stamp.start - 4) : stamp.start].strip() == "tu"
        return alone or opened or bool(EVENT.search(left))
    if stamp.kind in {"month", "quarter"} and left.rstrip().endswith(":") and _ENDED.match(view.bare, stamp.end):
        return True  # "Khảo sát: tháng 12/2023, do …"
    if alone and stamp.kind == "day":
        return not inline(r"\s*\)").match(view.bare[stamp.end : stamp.end + 3]) or bool(EVENT.search(left))
    if stamp.kind == "day" and at_an_hour(view, stamp):
        return True
    headed = stamp.kind in {"day", "month", "quarter"} and view.bare.startswith(":", stamp.end)
    return True if alone and (headed or _DOES.match(view.bare, stamp.end)) else None
