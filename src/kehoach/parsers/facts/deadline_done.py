"""Whether somebody does something on a date that no cue stands before."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from kehoach.folding import fold
from kehoach.knowledge.deadline_words import ACTIONS, DOCUMENTS
from kehoach.knowledge.patterns import lazy
from kehoach.parsers.facts.deadline_view import View
from kehoach.parsers.facts.stamps import Stamp

EVENT: Final = lazy(rf"\b{ACTIONS}\b")
AIM: Final = lazy(
    r"[%‰]|\b(?:phan dau|it nhat|toi thieu|toi da|dat|(?<!ha )tang(?! cuong| qua)|giam(?! sat| doc| dinh)|duy tri)\b|"
    r"(?<![\w./,-])(?<!dieu\s)(?<!khoan\s)(?<!muc\s)(?<!so\s)(?<!cap\s)(?<!an\s)(?<!doan\s)"
    r"(?<!dot\s)(?<!khoi\s)(?<!lop\s)(?<!thu\s)(?<!nam\s)"
    r"\d[\d.]{0,9}(?:,\d+)?\s(?!gio\b|phut\b|ngay\b|thang\b|nam\b|lan\b|ky\b|dot\b|tuan\b)[a-z]"
)
# On the words as spelled: without their marks "đa khoa", "tố tụng" look like "đã", "từng".
PAST: Final = lazy(r"\b(?:đã|từng|thành tích|số kết quả)\b")
# A gathering and its day, and no more: "Đại hội công đoàn ngày 28/9".
_HELD: Final = lazy(
    r"\W*(?:(?:buoi )?le|(?:dem )?hoi dien|dai hoi|hoi nghi|hoi thi|hoi thao|toa dam|mit tinh|giao luu"
    r"|(?:vong )?(?:chung|ban) ket|vong loai|chao co|kham suc khoe)\b(?! lan)[^,;.:()]{0,60}$"
)
_NEXT_ROUND: Final = lazy(r"[,:](?: va)? (?:(?:vong )?(?:chung|ban) ket|vong loai|be mac)(?: tai [^,;.:()]{0,60})? ?$")
_HELD_ENDS: Final = lazy(r"\s*(?:[.;,(]|tai\b|$)")
# As spelled: "tới" is not "tối".
_HAPPENED: Final = lazy(
    r"(?<!\w)(?:đã|thời điểm|vụ|xảy ra|trận|kết luận|công văn|công điện|thông báo|cuộc họp|phiên họp)(?!\w)"
)
# "Cơn bão đêm 20/9", "thiệt hại do lũ đêm 20/9", "được Hội nghị thông qua chiều 20/11": nobody does it by then.
_HAPPENS: Final = lazy(
    r"(?<!\w)(?:(?:cơn|trận|đợt) (?:bão|lũ|mưa|lốc|dông|giông|gió|rét|động đất|triều)|thiệt hại (?:do|bởi|của|sau)"
    r"|(?:vụ|điểm) sạt lở)(?!\w)[^,;:]{0,40}$"
    r"|(?:^|[,;:] ?|(?<!\w)(?:do|sau|bởi) )(?:bão|lũ|ngập|lụt|sạt lở|động đất|thiên tai)(?: \w+){0,5} *$"
    r"|(?<!\w)được [^,;]{0,60}(?<!\w)thông qua(?!\w)[^,;]{0,12}$",
    needs=tuple("bão|lũ|cơn |trận |đợt |thiệt hại|sạt lở|thông qua|ngập|lụt|động đất|thiên tai".split("|")),
)
_PART_OF_DAY: Final = lazy(r"(?<!\w)(?:sáng|trưa|chiều|tối|đêm|\d ?(?:giờ|h|:) ?(?:\d\d(?: phút)?)?),? (?:ngày )?$")
# "Rà soát đất trống (Phòng Kinh tế, quý II/2031)": who and when of a task
_BESIDE_WHO: Final = lazy(
    r"\((?:so|phong|ban|ubnd|uy ban|cong an|van phong|trung tam|tram|doan|hoi|to|khoa|vu|cuc|chi cuc|bo|thanh tra|xa"
    r"|cac|d/c|dong chi)\b[^()\d]{2,80}[,;-]\s?$"
)
# "Ươm cây giống (tháng 9/2031): …": a bracket that ends what is done and says no more than when.
_CLOSES: Final = lazy(r"\s?\)\s?(?::|[.;]?\s{0,2}$)")
_SETS_ABOUT: Final = lazy(rf"\W*(?:{ACTIONS})\b")
_NAMED_MONTH: Final = lazy(r"\b(?:thang|tuan le|tuan) (?!le\b)[a-z]")  # "hưởng ứng Tháng An toàn lao động (tháng 5)"
# "Rà soát vườn ươm đầu tháng 9/2031": no name has it.
_PARTED: Final = lazy(
    r"(?:nửa )?(?:đầu|giữa|cuối) (?:tháng|quý|năm)(?!\w)|(?:thượng|trung|hạ) tuần "
    r"|tuần (?:thứ )?(?:\d{1,2}|đầu|cuối|nhất|hai|ba|tư) (?:của )?tháng "
)
_MEETING: Final = lazy(r"\b(?:ky hop|phien hop|ky thi|hoi nghi|bao cao)\s?$")  # "trình kỳ họp cuối năm 2031"
_BY_RULE: Final = lazy(r"\b(?:theo|can cu|so lieu|(?<!cao )(?<!hop )(?<!bo )(?<!gia )ket qua)\b[^,;]{0,50}$")


@cache
def _document() -> re.Pattern[str]:
    return lazy(rf"\b{DOCUMENTS}\b[^,;.]{{0,40}}$")


def done_on(view: View, stamp: Stamp, left: str) -> bool:
    """Whether the words before a stamp say that something is done on it, not that it was or goes by a document."""
    spelt = fold(view.text[max(0, stamp.start - 110) : stamp.start])
    if PAST.search(spelt[-60:]):
        return False
    if _document().search(left) or _BY_RULE.search(left):
        return False
    if stamp.kind in {"month", "quarter"} and (left.rstrip().endswith("(") or _BESIDE_WHO.search(left)):
        closes = _CLOSES.match(view.bare, stamp.end)
        if closes:  # no "Tháng Thanh niên (tháng 3)"
            dated = ":" in closes[0] or "20" in view.bare[stamp.start : stamp.end]
            return dated or (_SETS_ABOUT.match(left) is not None and not _NAMED_MONTH.search(left))
    if part_of(view, stamp) and EVENT.search(left) and not _MEETING.search(left):
        return stamp.kind != "year" or not AIM.search(left)
    if stamp.kind != "day" or _HAPPENS.search(spelt):
        return False
    if (_HELD.match(left) or _NEXT_ROUND.search(left)) and _HELD_ENDS.match(view.bare, stamp.end):
        return True
    return bool(EVENT.search(left[-80:]))


def part_of(view: View, stamp: Stamp) -> bool:
    """Whether a stamp begins with the part of its month, quarter or year that is meant; "xăng dầu" has none."""
    return stamp.kind != "day" and _PARTED.match(fold(view.text[stamp.start : stamp.start + 24])) is not None


def at_an_hour(view: View, stamp: Stamp) -> bool:
    """Whether the part of the day stands before a day: "biểu diễn nghệ thuật **tối** 27/7/2031"."""
    before = fold(view.text[max(0, stamp.start - 60) : stamp.start])
    if _PART_OF_DAY.search(before) is None or _HAPPENED.search(before) is not None:
        return False
    return _HAPPENS.search(before) is None
