"""Whether a count is an aim: a verb promises it, a list goes on to it, or it stands among the objectives.

The noun behind the number comes first: some are never counted as aims, some only where the words around say so.
"""

from __future__ import annotations

from kehoach.knowledge import units
from kehoach.knowledge.patterns import alternatives, lazy
from kehoach.parsers.facts.quantities import Quantity, head_noun
from kehoach.records import NamedTuple

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
_NOT_REACHED = frozenset("mẫu tỷ phần loại kỳ hạng".split())
_PEOPLE = frozenset("người cán học giáo em cháu suất đoàn vận hộ".split())
_LAST_WORD = lazy(r"([^\W\d_]+) ?$")
_PER_ONE = lazy(r"(?<!\w)(?:mỗi|từng|bình quân)(?!\w)")
# "đề ra 12 chỉ tiêu và 5 nhiệm vụ trọng tâm": how many a plan has is no aim of it.
_AGENDA = ("chỉ tiêu", "mục tiêu", "nhiệm vụ", "giải pháp", "nhóm giải pháp", "nhóm nhiệm vụ", "nội dung")
_SETS_OUT = lazy(r"(?<!\w)(?:đề ra|đưa ra|đặt ra|xác định|nêu(?: rõ| ra)?|gồm(?: có)?)(?!\w)[^;.]{0,40}$")
_PEOPLE_TIME = lazy(r"tuổi thọ|sống khỏe|số năm")
_WEAK_OK = lazy(
    r"(?:đạt|có|kết nạp|thêm|tăng|giảm|lên|còn|xuống|xây dựng|thu hút|phấn đấu|tổ chức|đón|thành lập|mở)"
    r"(?: thêm| mới| được)? ?$"
)
_TIMES = lazy(r"(?:gấp|tăng|giảm|còn|gấp hơn)(?: [^\W\d_]+){0,2} ?$")
_SCORE = lazy(r"điểm|chỉ số|xếp hạng")
_LIST = lazy(
    r"[^;:]{0,70}(?:,| và|, và) ?|,? ?trong đó(?: có)? ?[^,;:]{0,40}"
    r"|[^;:]{0,30} (?:với|có) (?:tổng )?(?:chiều dài|diện tích|công suất|số|quy mô) "
    r"|[^;:\d]{0,60}, tổng (?:số|cộng) (?:là )?"
)
# "…, sản lượng trên 1.900 tấn": the quantity itself, not whose ("hộ có diện tích trên 2 ha").
_OF_A_QUANTITY = lazy(rf"(?:^|[,;]) *(?:và )?(?:{alternatives(units.QUANTITIES)})(?: [^\W\d_]+){{0,2}} $")
_PART_OF = lazy(r"(?<!\w)(?:tại|của|ở|từ|gồm|thuộc)[^,]{0,20}$")
# "số xã dưới 5 tiêu chí giảm còn 10 xã": the first number says which.
_SAYS_WHICH = lazy(r" (?:còn|xuống|giảm|chiếm|tăng)(?: [^\W\d_]+){0,4} \d")
_ATTENDS = lazy(r"(?<!\w)(?:tham dự|tham gia|dự)(?!\w)(?! án)")
_AT = lazy(
    r"(?:kiểm tra|thanh tra|giám sát|triển khai|thực hiện|thí điểm|lắp đặt|lắp|thăm|tặng quà|tuyên truyền|lấy mẫu"
    r"|quan trắc|chất lượng|áp dụng|phun|diễn tập|khảo sát|trang bị|công dân|tố cáo|ngư dân|lưu động|nâng cấp"
    r"|chuyên đề|thử nhạy cảm|thử nghiệm|xây dựng mô hình)"
    r"(?![^;]*\d)[^;]*(?<!\w)tại $"
)
# "Đợt 1: Từ ngày 15/4 đến ngày 30/4, tại 40 xã": where each round of the work above goes.
_ROUND_AT = lazy(r"\W*(?:đợt|vòng) (?:\d|[ivx]{1,3}) ?[:(][^;]*(?<!\w)tại $")
# "thanh tra việc chấp hành pháp luật đối với 15 tổ chức", "mở rộng chương trình ra 62 xã": where work is to go.
_TOWARDS = lazy(
    r"(?<!\w)(?:(?:kiểm tra|thanh tra|giám sát|điều chuyển|tất toán|quyết toán|thu hồi|lấy mẫu|giám định)"
    r"(?:[^;\d]|(?<=tháng )\d{1,2}/\d{4}|(?<=năm )\d{4})*(?<!\w)đối với"
    r"|(?:gặp mặt|tiếp xúc|ký cam kết) với"
    r"|(?:mở rộng|nhân rộng)(?![^;]*\d)[^;]*(?<!\w)(?:ra|đến|tới|sang)"
    r"|(?:phát|gửi) (?:phiếu|tờ rơi|tài liệu|giấy|thư)(?![^;]*\d)[^;]*(?<!\w)(?:đến|tới)) $"
)
# "Ký thỏa thuận với 26 khách hàng", "Đối thoại vào ngày 25/11/2031 với 200 công nhân"
_DEALT_WITH = lazy(
    r"(?<!\w)(?:ký|ký kết|đối thoại|gặp mặt)(?!\w)(?:[^;\d]|\d{1,2}/\d{1,2}/\d{4})*(?<!\w)với $", needs=("với ",)
)
# "Kiểm tra sau thông quan 25 doanh nghiệp": how it is looked into stands before whom.
_LOOKS_INTO = lazy(
    r"\W*(?:kiểm tra|thanh tra|kiểm toán|hậu kiểm|giám sát|đo đạc|đo vẽ)"
    r"(?: (?!tại|đối|với|của|từ|ở|theo|trong|có|trên|và|việc|từng|mỗi)[^\W\d_]+){1,4} "
)
_NO_OPENING = lazy(r"[;:\d]")
# "486 suất, trị giá 600.000 đồng/suất", "57 suất quà": what is given away.
_GIVEN = lazy(r"(?:suất|phần)(?: (?:quà|học bổng)|,? (?:trị giá|mỗi|mức))")
_OPENING = frozenset(
    {"trồng", "nuôi", "mở", "xây", "sửa", "tặng", "treo", "dựng"}
)  # other single words are nouns as well ("cấp huyện")
_WORKED = _OPENING | {"đắp", "đào", "gieo", "thả", "lát", "sơn", "cấy", "khoan", "đốt", "rải", "ươm"}
_AMOUNTS = frozenset({"ha", "km", "km2", "m2", "m3", "tấn", "cây", "con", "giường"})
"""What is counted behind the thing worked on: "nạo vét kênh mương 12,5 km", "trồng cây phân tán 20.000 cây"."""
_OF_SIZE = lazy(
    r"(?<!\w)(?:có|trên|thuộc|tại|với|từ|dưới|đến|tới|diện tích|công suất|dài|rộng|cao|sâu|quy mô|tổng|cách|hiện|còn"
    r"|so|mỗi|mật độ|cỡ|(?<!phòng )(?<!bảo )hộ|người|cơ sở|đơn vị|doanh nghiệp|hợp tác xã|nông dân|bình quân|cho|của"
    r"|trong|ngoài|vào|là|ra|theo|khi|nếu|do|bị|đã|hơn|gần|sau|trước|không|mức|tốc độ|năng suất)(?!\w)"
)
_FEWEST_WORKED, _MOST_WORKED = 2, 9
# "diện tích mỗi trạm không dưới 1.200 m2"
_OF_EACH = lazy(rf"(?<!\w)(?:{alternatives(units.QUANTITIES)}) mỗi(?: [^\W\d_]+){{1,3}} $", needs=("mỗi",))
_SHARE = 60
"""Letters before a verb within which "mỗi" says whose share its number is."""
_SAMPLED = lazy(r"(?<!\w)(?:quan trắc|lấy mẫu|đo)(?!\w)[^;\d]{0,40} tại $")
_PLANS = ("phương án", "kịch bản", "tình huống")
_GROUPS = frozenset(
    {"thành lập", "thành lập mới", "lập", "lập mới", "xây dựng", "duy trì", "củng cố", "kiện toàn", "ra mắt"}
)
_HOW_OFTEN = lazy(r"(?:mỗi|hằng|hàng) (?:tuần|tháng|quý|năm) $")
_PER_TIME = lazy(r" ?/ ?(?:tuần|tháng|quý|ngày)(?!\w)")
_SITES = units.WHOLES | {
    "khoa",
    "cổng",
    "lớp",
    "trại",
    "cảng",
    "bến",
    "địa",
    "dự",
    "trụ",
    "công",
    "tài",
    "vị",
    "nút",
    "mộ",
    "cửa",
}
_NEVER_ALONE = frozenset({"dịch", "cả"})  # "6 dịch" is an "ổ dịch" misread
_IS_RATE = lazy(r"/ ?1(?:[.,]?0)+ ")  # "bé trai/100 bé gái"
_NEWS = frozenset("tin bài số phóng chuyên bản".split())
# "Phương tiện: 03 xe tải, 01 máy xúc", "dự trữ tại kho: 600 m3 cát": what is to stand ready.
_STORES = lazy(r"(?<!\w)(?:dự trữ|dự phòng|chuẩn bị|sẵn sàng|huy động|phương tiện|vật tư|nhân lực)(?!\w)[^;]*: ?$")
# "Khảo sát sự hài lòng của 300 người dân": of whom or whose something is gathered.
_GATHERED = lazy(
    r"(?<!\w)(?:(?:khảo sát|lấy ý kiến|thu nhận|thu thập|thăm dò)(?!\w)[^;\d]*"
    r"|(?:kiểm tra|rà soát|thẩm định|hậu kiểm)(?! việc)(?!\w)[^;,\d]*) của $"
)
# "Duy trì hoạt động của 680 cộng tác viên": what is kept going or made better is that of so many.
_KEPT = lazy(
    r"(?<!\w)(?:duy trì|củng cố|nâng cao|đổi mới|bảo đảm|đảm bảo|phát huy)(?!\w)[^;:\d]{0,60}"
    r"(?<!\w)(?:hoạt động|chất lượng|vận hành)(?: (?:hiệu quả|có hiệu quả|thường xuyên|ổn định))? của $"
)
# "Lễ phát động quy mô khoảng 500 đại biểu": how big an event is to be, not who sits in it ("thành phần: …").
_SIZE_OF_EVENT = lazy(r"(?<!\w)quy mô(?: (?:dự kiến|là|gồm|khoảng|từ|trên|có|hơn))* $", needs=("quy mô",))
_AT_LEAST_TIMES = lazy(r" ?/ ?(?:tuần|tháng|quý|năm(?! học))(?!\w)| (?:trong|mỗi) (?:tuần|tháng|quý|năm)")
_IN_A_MONTH = lazy(r" trong (?:tháng|quý) \w+")
_SMALL_FIRM = lazy(r"(?<!\w)cơ sở (?:[^\W\d_]+ ){1,6}$|(?<!\w)sở xây dựng(?: mới)? $")
_TO_PERSONS = lazy(r"(?:cho|cử|kết nạp)(?: ít nhất| tối thiểu| khoảng| trên)? ?$")
_PROMISED = lazy(r"phấn đấu|bảo đảm|đảm bảo|mỗi|đến năm|hằng năm|đến hết|đến cuối")
_PAIRS = tuple(p + " " if p in ("bản", "bộ") else p for p in units.NOT_COUNTED_PAIRS)
_VERBS = frozenset(units.AIM_VERBS)
_FILLERS = frozenset(units.AIM_FILLERS)
_CASES = 10
"""Cases from which on they are counted; "trong 2 trường hợp sau" lists them."""
_ALL = 100
_NEXT_OF_ALL = lazy(r"(?: [^\W\d_]+){1,6}(?:,| và) ")
_MET_WITH = ("trường hợp", "đối tượng")
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
_DECOR = ' -+*•"'


class _Verb(NamedTuple):
    word: str
    before: str
    colon: bool


def _verb(near: str) -> _Verb | None:
    """The verb that ends ``near``, small words between it and the number passed over; "cho" and "có" count as such."""
    bare_end = near.rstrip()
    colon = bare_end.endswith(":")
    words = bare_end.rstrip(" :").split(" ")[-12:]
    while words:
        for size in (4, 3, 2, 1):
            phrase = " ".join(words[-size:])
            if len(words) >= size and phrase in _VERBS:
                return _Verb(phrase, words[-size - 1] if len(words) > size else "", colon)
        if words[-1] in ("cho", "có"):
            return _Verb(words[-1], words[-2] if len(words) > 1 else "", colon)
        if words[-1] not in _FILLERS:
            return None
        words.pop()
    return None


def is_aim(folded: str, q: Quantity, left: str, near: str, objective: bool, previous: Quantity | None) -> bool:
    """Whether a count is an aim; ``left`` and ``near`` end before it, ``previous`` is its clause's aim before it."""
    words = q.noun.replace("/", " ").split()
    if not words or not _countable(folded, q, words, left, near) or _denominator(q, near, previous):
        return False
    verb = _verb(near)
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
    if _worked_towards(folded, q, words, left, near, previous) or _counted_for_each(folded, q, words, near):
        return True
    if verb and _promises(verb, q, words, left, objective):
        return True
    opening = not folded[q.clause[0] : q.head].strip(_DECOR) if q.head - q.clause[0] < 20 else False
    if q.sign in (">", "<", ">=", "<=") and q.head < q.start:
        if bool(_WEAK_OK.search(near)) or (objective and (opening or _OF_A_QUANTITY.search(near))):
            return True
        return bool(_continues(folded, q, previous))
    if (goes_on := _continues(folded, q, previous)) is not None:
        return goes_on
    return objective and _among_objectives(q, left, near, opening, verb, previous)


def _says_otherwise(folded: str, q: Quantity, words: list[str], left: str, near: str, verb: _Verb | None) -> bool:
    """Whether the words around a count say that it is none to be reached: of an agenda, a part, a room, a lesson."""
    if q.noun.startswith(_AGENDA) and _SETS_OUT.search(left):
        return True
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


def _worked_towards(
    folded: str, q: Quantity, words: list[str], left: str, near: str, previous: Quantity | None
) -> bool:  # fmt: skip
    """Whether what is to be done leads to a count: where work goes, what a clause's first verb does, what is given."""
    if near.endswith(("tại ", "với ", "ra ", "đến ", "tới ", "sang ")) and _goes_to(q, words, left, near, previous):
        return True
    if q.value > 1 and words[0] in _SITES and _LOOKS_INTO.fullmatch(folded, q.clause[0], q.head):
        return True
    if q.value > 1 and near.endswith("với ") and _DEALT_WITH.search(left):
        return True
    if near.endswith(": ") and opens_with_verb(folded[q.clause[0] : q.head]):
        return True
    if words[0] in _AMOUNTS and q.sign == "=" and _works_on(folded[q.clause[0] : q.head]):
        return True
    if words[0] in ("suất", "phần") and _GIVEN.match(folded, q.end - len(q.noun)):
        return True
    if _STORES.search(left) or (left.endswith("của ") and (_GATHERED.search(left) or _KEPT.search(left))):
        return True
    if q.noun.startswith(units.MEMBERS) and _SIZE_OF_EVENT.search(near):
        return True
    if f"đồng/{words[0]}" in near.replace(" / ", "/") and near.endswith((", ", " x ", " cho ")):
        return True  # "900.000 đồng/suất, 45 suất"
    if q.noun.startswith("ngày công") and "huy động" in near:
        return True  # "huy động dân quân 2.000 ngày công"
    return q.value >= _CASES and q.noun.startswith(_MET_WITH) and opens_with_verb(folded[q.clause[0] : q.head])


def _counted_for_each(folded: str, q: Quantity, words: list[str], near: str) -> bool:
    """Whether a count is one that is kept: news in a month, so many of a thousand, so many each time or each body."""
    if q.noun.startswith("lần/người"):
        return True
    if words[0] in _NEWS and _PER_TIME.search(folded, max(q.unit_start, q.end - 7), q.end + 7):
        return True
    if q.sign != "=" and _IS_RATE.search(q.noun):
        return True
    if _EACH_TIME.search(near):
        return True
    return "mỗi " in near and words[0] not in _PEOPLE and _EACH_OF.search(near) is not None


def _goes_to(q: Quantity, words: list[str], left: str, near: str, previous: Quantity | None) -> bool:
    """Whether work is to be done at so many places: "kiểm tra … tại 8 xã", "… đối với 15 tổ chức", "… ra 62 xã"."""
    if q.value <= 1 or words[0] not in _SITES:
        return False
    if near.endswith("tại "):
        return previous is None and bool(_AT.search(left) or _ROUND_AT.fullmatch(left))
    return bool(_TOWARDS.search(left))


def opens_with_verb(before: str) -> bool:
    """Whether the words of a clause up to a colon begin with a verb that promises: "Trồng cây phân tán: "."""
    said = before.strip(' :-+*•"')  # "Hỗ trợ bao bì, nhãn mác: 16 chủ thể"
    if not said or len(before) > 160 or _NO_OPENING.search(said):
        return False
    words = said.split(" ", 4)[:4]
    return words[0] in _OPENING or any(" ".join(words[:size]) in _VERBS for size in range(len(words), 1, -1))


def _works_on(before: str) -> bool:
    """Whether the words before an amount open with a verb and what it is done to: "Trồng rừng phòng hộ ".

    Not "Xây dựng nhà văn hóa diện tích ": the amount says how big one is.
    """
    said = before[max(before.rfind(mark) for mark in ",:") + 1 :].strip(_DECOR)
    words = said.split(" ")
    if not _FEWEST_WORKED <= len(words) <= _MOST_WORKED or _NO_OPENING.search(said) or _OF_SIZE.search(said):
        return False
    return words[0] in _WORKED or any(" ".join(words[:size]) in _VERBS for size in (3, 2))


def _countable(folded: str, q: Quantity, words: list[str], left: str, near: str) -> bool:
    """Whether the noun behind the number is one that aims count."""
    first = words[0]
    if q.noun in _NEVER_ALONE or q.noun.startswith("buổi/ngày"):
        return False
    if first in ("tuổi", "năm"):
        return bool(_PEOPLE_TIME.search(left)) and q.value > 20
    if first == "lần":
        if _TIMES.search(near) or isinstance(q.value, float) or q.noun.startswith(("lần/người", "lần/ người")):
            return True  # "mức hưởng thụ văn hóa 45 lần/người/năm"
        # Once a month is when, twice a month is how often.
        often = _AT_LEAST_TIMES if q.value > 1 else _IN_A_MONTH
        aimed = q.sign == ">=" and q.strong and near.strip(_DECOR) != ""
        if aimed and q.value > 1 and _HOW_OFTEN.search(near):
            return True
        return aimed and bool(often.match(folded, q.end - len(q.noun) + len(first)))
    if first == "tiết":
        return len(words) > 1
    if first == "kỳ" and q.value > 1 and q.strong and _HOW_OFTEN.search(near):
        return True  # "phát sóng mỗi tháng ít nhất 02 kỳ"
    if first == "điểm":
        return len(words) > 1 or bool(_SCORE.search(left))
    if units.counted_after_all(q.noun):
        return not q.noun.startswith(units.MEMBERS) or bool(_TO_PERSONS.search(near) or _SIZE_OF_EVENT.search(near))
    if q.value >= _CASES and q.noun.startswith(_MET_WITH):
        return words[0] == "trường" or (_verb(near) is not None and "mỗi " not in near)
    if (
        first == "vị"
        and q.noun.startswith("vị trí")
        and not q.noun.startswith(_POSTS)
        and (_verb(near) or _SAMPLED.search(left))
    ):
        return True  # "rào chắn 36 vị trí đang thi công"
    if first == "nhóm" and (verb := _verb(near)) is not None and verb.word in _GROUPS:
        return True
    return first not in units.NOT_COUNTED and not q.noun.startswith(_PAIRS)


def _continues(folded: str, q: Quantity, previous: Quantity | None) -> bool | None:
    """Whether a list of counts runs on to ``q``: "12.500 ha lúa, 3.200 ha ngô"; None where no list does."""
    if previous is None or q.head - previous.end > 120:
        return None
    if previous.kind not in ("noun", "money", "whole"):
        return _all_and_more(folded, q, previous)
    between = folded[previous.end : q.head]
    return not _PART_OF.search(between) if _LIST.fullmatch(between) else None


def _all_and_more(folded: str, q: Quantity, previous: Quantity) -> bool | None:
    """Whether a count goes on a list that all of another kind begin: "Khám cho 100% lái xe, 2.400 công nhân"."""
    if previous.value != _ALL or previous.unit != "%" or q.sign != "=" or q.noun.split()[0] not in units.REACHED:
        return None
    opened = opens_with_verb(folded[q.clause[0] : previous.head])
    return True if opened and _NEXT_OF_ALL.fullmatch(folded, previous.end, q.head) else None


def _among_objectives(
    q: Quantity, left: str, near: str, opening: bool, verb: _Verb | None, previous: Quantity | None
) -> bool:  # fmt: skip
    """A count no verb promises, printed among the objectives: an aim unless the number belongs to a name."""
    if previous and head_noun(previous.noun) == head_noun(q.noun) and q.start - previous.end < 50:
        return True  # "đàn lợn đạt 450.000 con, đàn trâu bò 120.000 con"
    if (q.sign == "=" or q.head == q.start) and (word := _LAST_WORD.search(near)):
        named = word[1] in units.NAMED_LEFT and not near.endswith("cả năm ")  # "Diện tích lúa cả năm 34.500 ha"
        return not named and (verb is not None or word[1] not in _VERBS)
    if opening or near.rstrip().endswith(":"):
        return True
    return bool(_QUANTITY.search(left) or INDEX.search(left)) and bool(REACHES.search(near))


def _promises(
    verb: _Verb, q: Quantity, words: list[str], left: str, objective: bool
) -> bool:  # fmt: skip
    if (verb.colon and not objective) or verb.before == "đã":
        return False
    if verb.word == "cho":
        return words[0] in units.REACHED or (q.value > 1 and words[0] not in _NOT_REACHED)
    if q.sign == "=" and left.endswith(tuple(f"{plan} {verb.word} " for plan in _PLANS)):
        return False  # "hoàn chỉnh phương án sơ tán 12.400 người"
    if verb.word == "có":
        return objective or bool(_PROMISED.search(left))
    if q.head < q.start and q.sign == ">=" and verb.word in ("nuôi", "làm", "trồng", "đưa", "đào", "thuê"):
        return False
    of_others = verb.before in ("hộ", "người", "vị", "nghiệp") or (verb.before == "sở" and _SMALL_FIRM.search(left))
    if of_others and not (objective or "mỗi " in left[-_SHARE:]):
        return False
    bodies = ("đoàn", "tổ", "ban", "hội", "đội")
    body = words[0] in bodies and words[1:2] not in (["nghị"], ["thảo"], ["thi"], ["chợ"], ["thao"], ["diễn"])
    return not (not objective and q.value == 1 and body and not _PER_ONE.search(left))


def _denominator(q: Quantity, near: str, previous: Quantity | None) -> bool:
    """Whether the number is what an aim is counted on: "… trên 1.000 trẻ đẻ sống", "bác sĩ trên 10.000 dân"."""
    if q.sign != ">" or q.value not in (1, 10, 100, 1000, 10000, 100000, 1000000):
        return False
    if previous is not None and head_noun(previous.noun) == head_noun(q.noun):
        return False  # "đạt 4.500 ha năm 2030 và trên 10.000 ha năm 2035"
    return bool(near.strip(' -+*•"')) and (_verb(near) is None or _RATE_OF.search(near) is not None)
