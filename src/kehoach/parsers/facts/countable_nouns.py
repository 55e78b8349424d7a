"""Whether the noun behind a number is one that aims count: some never are, some only by the words around them."""

from __future__ import annotations

from kehoach.knowledge import units
from kehoach.knowledge.patterns import lazy
from kehoach.parsers.facts.promising_verbs import verb_before
from kehoach.parsers.facts.quantities import Quantity, head_noun

_PEOPLE_TIME = lazy(r"tuổi thọ|sống khỏe|số năm")
_TIMES = lazy(r"(?:gấp|tăng|giảm|còn|gấp hơn)(?: [^\W\d_]+){0,2} ?$")
_SCORE = lazy(r"điểm|chỉ số|xếp hạng")
_SAMPLED = lazy(r"(?<!\w)(?:quan trắc|lấy mẫu|đo)(?!\w)[^;\d]{0,40} tại $")
_GROUPS = frozenset(
    {"thành lập", "thành lập mới", "lập", "lập mới", "xây dựng", "duy trì", "củng cố", "kiện toàn", "ra mắt"}
)
_HOW_OFTEN = lazy(r"(?:mỗi|hằng|hàng) (?:tuần|tháng|quý|năm) $")
_NEVER_ALONE = frozenset({"dịch", "cả"})  # "6 dịch" is an "ổ dịch" misread
# "Lễ phát động quy mô khoảng 500 đại biểu": how big an event is to be, not who sits in it ("thành phần: …").
SIZE_OF_EVENT = lazy(r"(?<!\w)quy mô(?: (?:dự kiến|là|gồm|khoảng|từ|trên|có|hơn))* $", needs=("quy mô",))
_AT_LEAST_TIMES = lazy(r" ?/ ?(?:tuần|tháng|quý|năm)(?!\w)| (?:trong|mỗi) (?:tuần|tháng|quý|năm)")
_IN_A_MONTH = lazy(r" trong (?:tháng|quý) \w+")
# "Thôn họp dân ít nhất 3 lần để thống nhất", not "học sinh vắng ít nhất 3 lần bị nhắc nhở"
_ENOUGH = lazy(r"(?: (?:để|trước|nhằm)(?!\w)|\W*$|[.;])")
_IS_DONE = lazy(
    r"(?<!\w)(?:họp|kiểm tra|giám sát|tuyên truyền|tập huấn|diễn tập|đối thoại|gặp gỡ|sinh hoạt|phun|tưới|bón|thông báo"
    r"|phát thanh|lấy ý kiến|khảo sát)(?!\w)(?! (?:đạt|được))[^;,:]{0,40}$"
)
_TO_PERSONS = lazy(r"(?:cho|cử|kết nạp)(?: ít nhất| tối thiểu| khoảng| trên)? ?$")
# "Lao động tiên tiến: 25 đồng chí", "05 đồng chí đạt danh hiệu …": so many are to earn a title.
_TITLES = (
    r"(?<!\w)(?:danh hiệu|chiến sĩ thi đua|cstđ|csttđ|lao động (?:tiên tiến|giỏi|sáng tạo)|lđtt"
    r"|(?:giáo viên|gv|thầy thuốc|công nhân|cán bộ|đoàn viên|đảng viên)"
    r" (?:dạy |chủ nhiệm |tổng phụ trách )?(?:giỏi|xuất sắc)"
    r"|gvg|giấy khen|bằng khen|huy chương|(?:xuất sắc|tốt) nhiệm vụ|kết nạp|đối tượng đảng|trình độ)(?!\w)"
)
_TITLE_BEFORE = lazy(rf"{_TITLES}[^,;.]{{0,50}}$")
_TITLE_BEHIND = lazy(rf"[^,;.]{{0,40}}?{_TITLES}")
_FEW_DOSES = 10
"""Doses up to which each person gets them: "trẻ tiêm đủ 3 mũi"."""
_DOSES = frozenset({"mũi", "liều"})
_PAIRS = tuple(p + " " if p in ("bản", "bộ") else p for p in units.NOT_COUNTED_PAIRS)
CASES = 10
"""Cases from which on they are counted; "trong 2 trường hợp sau" lists them."""
MET_WITH = ("trường hợp", "đối tượng")
_POSTS = (
    "vị trí việc làm",
    "vị trí công",
    "vị trí chức",
    "vị trí lãnh",
    "vị trí tuyển",
    "vị trí của",
    "vị trí thứ",
    "vị trí trên",
)
_RATE_OF = lazy(r"(?<!\w)(?:t[ỷỉ] lệ|tỷ suất|số (?:ca|người|bệnh nhân)) [^,;:\d]*$")
DECOR = ' -+*•"'
TIMES_A_PERSON = ("lần/người", "lần/ người")
"""What "mức hưởng thụ văn hóa 45 lần/người/năm" counts."""


def countable(folded: str, q: Quantity, words: list[str], left: str, near: str) -> bool:
    """Whether the noun behind the number is one that aims count."""
    first = words[0]
    if q.noun in _NEVER_ALONE or q.noun.startswith("buổi/ngày"):
        return False
    if first in ("tuổi", "năm"):
        return bool(_PEOPLE_TIME.search(left)) and q.value > 20
    if first == "lần":
        if _TIMES.search(near) or isinstance(q.value, float) or q.noun.startswith(TIMES_A_PERSON):
            return True  # "mức hưởng thụ văn hóa 45 lần/người/năm"
        # Once a month is when, twice a month is how often.
        often = _AT_LEAST_TIMES if q.value > 1 else _IN_A_MONTH
        aimed = q.sign == ">=" and q.strong and near.strip(DECOR) != ""
        if aimed and q.value > 1 and _HOW_OFTEN.search(near):
            return True
        behind = q.end - len(q.noun) + len(first)
        if aimed and q.value > 1 and _ENOUGH.match(folded, behind) and _IS_DONE.search(left):
            return True
        return aimed and bool(often.match(folded, behind))
    if first == "tiết":
        return len(words) > 1
    if first == "kỳ" and q.value > 1 and q.strong and _HOW_OFTEN.search(near):
        return True  # "phát sóng mỗi tháng ít nhất 02 kỳ"
    if first == "điểm":
        return len(words) > 1 or bool(_SCORE.search(left))
    if first in _DOSES and q.value <= _FEW_DOSES:
        return False
    if q.noun.startswith(("đồng chí", "đ/c")) and (
        _TITLE_BEFORE.search(left) or _TITLE_BEHIND.match(folded, q.unit_start)
    ):
        return True
    if units.counted_after_all(q.noun):
        return not q.noun.startswith(units.MEMBERS) or bool(_TO_PERSONS.search(near) or SIZE_OF_EVENT.search(near))
    if q.value >= CASES and q.noun.startswith(MET_WITH):
        return words[0] == "trường" or (verb_before(near) is not None and "mỗi " not in near)
    if (
        first == "vị"
        and q.noun.startswith("vị trí")
        and not q.noun.startswith(_POSTS)
        and (verb_before(near) or _SAMPLED.search(left))
    ):
        return True  # "rào chắn 36 vị trí đang thi công"
    if first == "nhóm" and (verb := verb_before(near)) is not None and verb.word in _GROUPS:
        return True
    return first not in units.NOT_COUNTED and not q.noun.startswith(_PAIRS)


def denominator(q: Quantity, near: str, previous: Quantity | None) -> bool:
    """Whether the number is what an aim is counted on: "… trên 1.000 trẻ đẻ sống", "bác sĩ trên 10.000 dân"."""
    if q.sign != ">" or q.value not in (1, 10, 100, 1000, 10000, 100000, 1000000):
        return False
    if previous is not None and head_noun(previous.noun) == head_noun(q.noun):
        return False  # "đạt 4.500 ha năm 2030 và trên 10.000 ha năm 2035"
    return bool(near.strip(' -+*•"')) and (verb_before(near) is None or _RATE_OF.search(near) is not None)
