"""Counts that what is to be done leads to: where work goes, what is worked on, what is given or gathered."""

from __future__ import annotations

from kehoach.knowledge import units
from kehoach.knowledge.patterns import lazy
from kehoach.parsers.facts.countable_nouns import CASES, DECOR, MET_WITH, SIZE_OF_EVENT
from kehoach.parsers.facts.promising_verbs import NO_OPENING, OPENING, VERBS, opens_with_verb
from kehoach.parsers.facts.quantities import Quantity

_AT = lazy(
    r"(?:kiểm tra|thanh tra|giám sát|triển khai|thực hiện|thí điểm|lắp đặt|lắp|thăm|tặng quà|tuyên truyền|lấy mẫu"
    r"|quan trắc|chất lượng|áp dụng|phun|diễn tập|khảo sát|trang bị|công dân|tố cáo|ngư dân|lưu động|nâng cấp"
    r"|chuyên đề|thử nhạy cảm|thử nghiệm|xây dựng mô hình|tẩy giun|tiêm phòng|khám bệnh|khám sàng lọc"
    r"|khảo cổ|khai quật)"
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
# "486 suất, trị giá 600.000 đồng/suất", "57 suất quà": what is given away.
_GIVEN = lazy(r"(?:suất|phần)(?: (?:quà|học bổng)|,? (?:trị giá|mỗi|mức))")
_WORKED = OPENING | {"đắp", "đào", "gieo", "thả", "lát", "sơn", "cấy", "khoan", "đốt", "rải", "ươm"}
_AMOUNTS = frozenset({"ha", "km", "km2", "m2", "m3", "tấn", "cây", "con", "giường"})
"""What is counted behind the thing worked on: "nạo vét kênh mương 12,5 km", "trồng cây phân tán 20.000 cây"."""
_OF_SIZE = lazy(
    r"(?<!\w)(?:có|trên|thuộc|tại|với|từ|dưới|đến|tới|diện tích|công suất|dài|rộng|cao|sâu|quy mô|tổng|cách|hiện|còn"
    r"|so|mỗi|mật độ|cỡ|(?<!phòng )(?<!bảo )hộ|người|cơ sở|đơn vị|doanh nghiệp|hợp tác xã|nông dân|bình quân|cho|của"
    r"|trong|ngoài|vào|là|ra|theo|khi|nếu|do|bị|đã|hơn|gần|sau|trước|không|mức|tốc độ|năng suất)(?!\w)"
)
_FEWEST_WORKED, _MOST_WORKED = 2, 9
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
    "cụm",
    "tổng",
    "di",
}
# "Phương tiện: 03 xe tải, 01 máy xúc", "dự trữ tại kho: 600 m3 cát": what is to stand ready.
_STORES = lazy(r"(?<!\w)(?:dự trữ|dự phòng|chuẩn bị|sẵn sàng|huy động|phương tiện|vật tư|nhân lực)(?!\w)[^;]*: ?$")
# "Khảo sát bằng phiếu đối với 1.200 cán bộ": whom something is asked.
_ASKED = lazy(r"(?<!\w)(?:khảo sát|phỏng vấn|lấy ý kiến|lấy phiếu|thăm dò|điều tra)(?!\w)[^;,\d]*(?<!\w)đối với $")
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


def worked_towards(
    folded: str, q: Quantity, words: list[str], left: str, near: str, previous: Quantity | None
) -> bool:  # fmt: skip
    """Whether what is to be done leads to a count: where work goes, what a clause's first verb does, what is given."""
    if near.endswith(("tại ", "với ", "ra ", "đến ", "tới ", "sang ")) and _goes_to(q, words, left, near, previous):
        return True
    if q.value > 1 and words[0] in _SITES and _LOOKS_INTO.fullmatch(folded, q.clause[0], q.head):
        return True
    if q.value > 1 and near.endswith("với ") and (_DEALT_WITH.search(left) or _ASKED.search(left)):
        return True
    if near.endswith(": ") and opens_with_verb(folded[q.clause[0] : q.head]):
        return True
    if words[0] in _AMOUNTS and q.sign == "=" and _works_on(folded[q.clause[0] : q.head]):
        return True
    if words[0] in ("suất", "phần") and _GIVEN.match(folded, q.end - len(q.noun)):
        return True
    if _STORES.search(left) or (left.endswith("của ") and (_GATHERED.search(left) or _KEPT.search(left))):
        return True
    if q.noun.startswith(units.MEMBERS) and SIZE_OF_EVENT.search(near):
        return True
    if f"đồng/{words[0]}" in near.replace(" / ", "/") and near.endswith((", ", " x ", " cho ")):
        return True  # "900.000 đồng/suất, 45 suất"
    if q.noun.startswith("ngày công") and "huy động" in near:
        return True  # "huy động dân quân 2.000 ngày công"
    return q.value >= CASES and q.noun.startswith(MET_WITH) and opens_with_verb(folded[q.clause[0] : q.head])


def _goes_to(q: Quantity, words: list[str], left: str, near: str, previous: Quantity | None) -> bool:
    """Whether work is to be done at so many places: "kiểm tra … tại 8 xã", "… đối với 15 tổ chức", "… ra 62 xã"."""
    if q.value <= 1 or words[0] not in _SITES:
        return False
    if near.endswith("tại "):
        return previous is None and bool(_AT.search(left) or _ROUND_AT.fullmatch(left))
    return bool(_TOWARDS.search(left))


def _works_on(before: str) -> bool:
    """Whether the words before an amount open with a verb and what it is done to: "Trồng rừng phòng hộ ".

    Not "Xây dựng nhà văn hóa diện tích ": the amount says how big one is.
    """
    said = before[max(before.rfind(mark) for mark in ",:") + 1 :].strip(DECOR)
    words = said.split(" ")
    if not _FEWEST_WORKED <= len(words) <= _MOST_WORKED or NO_OPENING.search(said) or _OF_SIZE.search(said):
        return False
    return words[0] in _WORKED or any(" ".join(words[:size]) in VERBS for size in (3, 2))
