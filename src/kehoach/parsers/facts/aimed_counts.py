"""Whether a count is an aim: a verb promises it, a list goes on to it, or it stands among the objectives.

The noun behind the number comes first: some are never counted as aims, some only where the words around say so.
"""

from __future__ import annotations

from kehoach.knowledge import units
from kehoach.knowledge.patterns import alternatives, lazy
from kehoach.parsers.facts.countable_nouns import DECOR, TIMES_A_PERSON, countable, denominator
from kehoach.parsers.facts.promising_verbs import VERBS, Verb, opens_with_verb, promises, verb_before
from kehoach.parsers.facts.quantities import Quantity, head_noun
from kehoach.parsers.facts.worked_counts import worked_towards

INDEX = lazy(rf"(?<!\w)(?:{alternatives(units.INDEXES)}|chi so)(?!\w)", needs=(*units.INDEXES, "chi so"))
_QUANTITY = lazy(rf"(?<!\w)(?:{alternatives(units.QUANTITIES)})(?!\w)")
REACHES = lazy(
    r"(?:đạt|xuống|còn|lên|giảm|tăng|duy trì|giữ|trên|dưới|từ|mức|ở mức|là|khoảng|có|tối thiểu|ít nhất|không quá)[ :]*$"
)
_EVENT_CAP = lazy(
    r"(?:mỗi|một) (?:lớp|buổi|cuộc|đoàn|hội nghị|tổ|nhóm|đội|khóa|lượt|bài|đơn vị bầu|cơ sở không|đợt)"
    r"(?: [^\W\d_]+){0,4} ?$"
)
_NONE_OF = lazy(r"không (?:còn|có|để)(?: [^\W\d_]+){0,5} $")
_EACH_TIME = lazy(r"(?:mỗi|hằng|hàng|từng) (?:năm học|năm|quý|tháng|tuần|lần|đợt) ?$")
_EACH_OF = lazy(rf"mỗi (?:{units.EACH_OF}|số)(?:,? [^\W\d_]+){{0,5}} ?$")
_PEOPLE = frozenset("người cán học giáo em cháu suất đoàn vận hộ".split())
_LAST_WORD = lazy(r"([^\W\d_]+) ?$")
# "đề ra 12 chỉ tiêu và 5 nhiệm vụ trọng tâm": how many a plan has is no aim of it.
_AGENDA = ("chỉ tiêu", "mục tiêu", "nhiệm vụ", "giải pháp", "nhóm giải pháp", "nhóm nhiệm vụ", "nội dung")
_TO_FOLLOW = lazy(
    r"(?:nhóm )?(?:chỉ tiêu|mục tiêu|nhiệm vụ|giải pháp|nội dung)(?:(?:,| và)? (?:nhiệm vụ|giải pháp))?"
    r" (?:trọng tâm|chủ yếu|đột phá|then chốt|chính|cơ bản|nêu|cụ thể)(?!\w)"
)
# "Không để xảy ra 01 vụ cháy nào": none at all.
_NOT_ONE = lazy(r"không để (?:xảy ra|phát sinh|tái diễn)(?: thêm)? $")
# "Rà soát 19 tiêu chí nông thôn mới": the standard's, all of which are looked at.
_LOOKS_AT = frozenset({"theo dõi", "rà soát", "đánh giá", "thực hiện", "bám sát"})
_WELL = tuple(f"thực hiện {how} " for how in ("tốt", "có hiệu quả", "hiệu quả", "đầy đủ", "đồng bộ", "nghiêm túc"))
_SETS_OUT = lazy(r"(?<!\w)(?:đề ra|đưa ra|đặt ra|xác định|nêu(?: rõ| ra)?|gồm(?: có)?)(?!\w)[^;.]{0,40}$")
_WEAK_OK = lazy(
    r"(?:đạt|có|kết nạp|thêm|tăng|giảm|lên|còn|xuống|xây dựng|thu hút|phấn đấu|tổ chức|đón|thành lập|mở)"
    r"(?: thêm| mới| được)? ?$"
)
# "kiềm chế số vụ cháy dưới 5 vụ", "không để xảy ra quá 02 vụ"
_HELD_DOWN = lazy(r"(?<!\w)(?:kiềm chế|kéo giảm|khống chế|không để)(?!\w)[^;,:\d]{0,50}$")
_LIST = lazy(
    r"[^;:]{0,70}(?:,| và|, và) ?|,? ?trong đó(?: có)? ?[^,;:]{0,40}"
    r"|[^;:]{0,30} (?:với|có) (?:tổng )?(?:chiều dài|diện tích|công suất|số|quy mô) "
    r"|[^;:\d]{0,40}, (?:với )?tổng (?:chiều dài|diện tích|công suất|khối lượng|quy mô) "
    r"|[^;:\d]{0,60}, tổng (?:số|cộng) (?:là )?"
)
# "…, sản lượng trên 1.900 tấn": the quantity itself, not whose ("hộ có diện tích trên 2 ha").
_OF_A_QUANTITY = lazy(rf"(?:^|[,;]) *(?:và )?(?:{alternatives(units.QUANTITIES)})(?: [^\W\d_]+){{0,2}} $")
_PART_OF = lazy(r"(?<!\w)(?:tại|của|ở|từ|gồm|thuộc)[^,]{0,20}$")
# "số xã dưới 5 tiêu chí giảm còn 10 xã": the first number says which.
_SAYS_WHICH = lazy(r" (?:còn|xuống|giảm|chiếm|tăng)(?: [^\W\d_]+){0,4} \d")
_ATTENDS = lazy(r"(?<!\w)(?:tham dự|tham gia|dự)(?!\w)(?! án)")
# "diện tích mỗi trạm không dưới 1.200 m2"
_OF_EACH = lazy(rf"(?<!\w)(?:{alternatives(units.QUANTITIES)}) mỗi(?: [^\W\d_]+){{1,3}} $", needs=("mỗi",))
_PER_TIME = lazy(r" ?/ ?(?:tuần|tháng|quý|ngày)(?!\w)")
_IS_RATE = lazy(r"/ ?1(?:[.,]?0)+ ")  # "bé trai/100 bé gái"
_FAR = frozenset({"hải", "km", "m", "mét"})
_EVENTS = (
    "lớp ",
    "hội nghị",
    "hội thảo",
    "tọa đàm",
    "buổi ",
    "cuộc thi",
    "hội thi",
    "khóa ",
    "đợt tập huấn",
    "diễn đàn",
)
_NEWS = frozenset("tin bài số phóng chuyên bản".split())
_ALL = 100
_NEXT_OF_ALL = lazy(r"(?: [^\W\d_]+){1,6}(?:,| và) ")


def is_aim(folded: str, q: Quantity, left: str, near: str, objective: bool, previous: Quantity | None) -> bool:
    """Whether a count is an aim; ``left`` and ``near`` end before it, ``previous`` is its clause's aim before it."""
    words = q.noun.replace("/", " ").split()
    if not words or not countable(folded, q, words, left, near) or denominator(q, near, previous):
        return False
    verb = verb_before(near)
    if _says_otherwise(folded, q, words, left, near, verb):
        return False
    if words[0] in ("buổi", "kỳ") and _PER_TIME.match(q.noun, len(words[0])):
        return True
    if q.strong:
        each = "/" in q.noun and opens_with_verb(folded[q.clause[0] : q.head])  # "Giao đất ở tối thiểu 200 m2/hộ"
        each = each or _OF_EACH.search(near) is not None
        return verb is not None or words[0] not in units.DIMENSIONS or each
    if q.sign in ("<", ">") and "không " in near and _NONE_OF.search(near):
        return False
    if worked_towards(folded, q, words, left, near, previous) or _counted_for_each(folded, q, words, near):
        return True
    if verb and promises(verb, q, words, left, objective):
        return True
    opening = not folded[q.clause[0] : q.head].strip(DECOR) if q.head - q.clause[0] < 20 else False
    if q.sign in (">", "<", ">=", "<=") and q.head < q.start:
        said = opening or near.rstrip().endswith(":") or _OF_A_QUANTITY.search(near)  # "Học sinh giỏi: trên 5 giải"
        if bool(_WEAK_OK.search(near)) or (objective and said) or ("<" in q.sign and _HELD_DOWN.search(near)):
            return True
        return bool(_continues(folded, q, previous))
    if (goes_on := _continues(folded, q, previous)) is not None:
        return goes_on
    return objective and _among_objectives(q, left, near, opening, verb, previous)


def _says_otherwise(folded: str, q: Quantity, words: list[str], left: str, near: str, verb: Verb | None) -> bool:
    """Whether the words around a count say that it is none to be reached: of an agenda, a part, a room, a lesson."""
    if q.noun.startswith(_AGENDA) and (_SETS_OUT.search(left) or (q.sign == "=" and _TO_FOLLOW.match(q.noun))):
        return True
    looked_at = (verb is not None and verb.word in _LOOKS_AT) or near.endswith(_WELL)
    if q.noun.startswith("tiêu chí") and q.sign == "=" and looked_at:
        return True
    if q.sign == "=" and near.endswith(("ra ", "sinh ", "diễn ", "thêm ")) and _NOT_ONE.search(near):
        return True
    if near.endswith(("ngoài ", "bán kính ", "khoảng cách ")) and words[0] in _FAR:
        return True  # "nuôi biển ngoài 6 hải lý"
    if q.noun == "bản" and near.endswith(("làm ", "lập ", "thành ", "giữ ", "gửi ", "lưu ")):
        return True  # "lập 02 bản, mỗi bên giữ 01 bản"
    if near.endswith(("cả ", "chia làm ", "chia thành ", "thể tích ", "dung tích ")) or (
        q.head < q.start and _SAYS_WHICH.match(folded, q.end)
    ):
        return True
    if q.sign != ">=" and words[0] in _PEOPLE and ("mỗi" in near or "một" in near) and _EVENT_CAP.search(near):
        return True
    if verb and verb.word in ("cử", "mời") and _ATTENDS.search(folded, q.end, min(q.clause[1], q.end + 90)):
        return True
    if verb is None and isinstance(q.value, int) and 1900 <= q.value <= 2100 and folded[q.start : q.end][:4].isdigit():
        return True  # "Chương trình nghị sự 2030"
    return words[0] == "tiết" and "/" in q.noun and not q.strong and not _EACH_OF.search(near)  # "4 tiết/tuần"


def _counted_for_each(folded: str, q: Quantity, words: list[str], near: str) -> bool:
    """Whether a count is one that is kept: news in a month, so many of a thousand, so many each time or each body."""
    if q.noun.startswith(TIMES_A_PERSON):
        return True
    if words[0] in _NEWS and _PER_TIME.search(folded, max(q.unit_start, q.end - 7), q.end + 7):
        return True
    if q.sign != "=" and _IS_RATE.search(q.noun):
        return True
    if _EACH_TIME.search(near):
        return True
    return "mỗi " in near and words[0] not in _PEOPLE and _EACH_OF.search(near) is not None


def _continues(folded: str, q: Quantity, previous: Quantity | None) -> bool | None:
    """Whether a list of counts runs on to ``q``: "12.500 ha lúa, 3.200 ha ngô"; None where no list does."""
    if previous is None or q.head - previous.end > 120:
        return None
    if previous.kind not in ("noun", "money", "whole"):
        return _all_and_more(folded, q, previous)
    between = folded[previous.end : q.head]
    if between.endswith(" và ") and q.noun.startswith(_EVENTS) and previous.noun.startswith(_EVENTS):
        return True  # "03 hội thảo ở ba miền và 02 lớp tập huấn"
    return not _PART_OF.search(between) if _LIST.fullmatch(between) else None


def _all_and_more(folded: str, q: Quantity, previous: Quantity) -> bool | None:
    """Whether a count goes on a list that all of another kind begin: "Khám cho 100% lái xe, 2.400 công nhân"."""
    if previous.value != _ALL or previous.unit != "%" or q.sign != "=" or q.noun.split()[0] not in units.REACHED:
        return None
    opened = opens_with_verb(folded[q.clause[0] : previous.head])
    return True if opened and _NEXT_OF_ALL.fullmatch(folded, previous.end, q.head) else None


def _among_objectives(
    q: Quantity, left: str, near: str, opening: bool, verb: Verb | None, previous: Quantity | None
) -> bool:  # fmt: skip
    """A count no verb promises, printed among the objectives: an aim unless the number belongs to a name."""
    if previous and head_noun(previous.noun) == head_noun(q.noun) and q.start - previous.end < 50:
        return True  # "đàn lợn đạt 450.000 con, đàn trâu bò 120.000 con"
    if (q.sign == "=" or q.head == q.start) and (word := _LAST_WORD.search(near)):
        named = word[1] in units.NAMED_LEFT and not near.endswith("cả năm ")  # "Diện tích lúa cả năm 34.500 ha"
        return not named and (verb is not None or word[1] not in VERBS)
    if opening or near.rstrip().endswith(":"):
        return True
    return bool(_QUANTITY.search(left) or INDEX.search(left)) and bool(REACHES.search(near))
