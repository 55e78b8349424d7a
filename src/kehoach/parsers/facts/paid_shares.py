"""Percentages that say who pays how much of something, or when a part of it is paid: no aims."""

from __future__ import annotations

from kehoach.knowledge.patterns import lazy

_SOURCE_BEFORE = lazy(
    r"(?:(?<!thu )(?<!chi )ngân sách(?: [^\W\d_]+){0,3}|xã hội hóa|vốn(?: [^\W\d_]+){1,3}|đối ứng|đóng góp"
    r"|nguồn (?:vốn|thu|xã hội hóa|tài trợ|huy động|hợp pháp|khác|kinh phí)(?: [^\W\d_]+){0,2})"
    r"(?: (?:chiếm|hỗ trợ|bảo đảm|đảm bảo|là|tối đa|tối thiểu))?[ :]*$",
    needs=("ngân sách", "xã hội hóa", "vốn ", "đối ứng", "đóng góp", "nguồn "),
)
_OF_OUTPUT = lazy(r" (?:vào )?(?:grdp|gdp|tăng trưởng|tổng sản phẩm)")
_SUPPORT = lazy(
    r"(?:hỗ trợ|miễn|miễn giảm|hưởng|cấp bù|bù|bằng|trích|đóng|hoàn trả|thanh toán|chi trả|tạm ứng|phụ cấp)"
    r"(?: [^\W\d_]+){0,3} ?$",
    needs=(
        "hỗ trợ",
        "miễn",
        "hưởng",
        "bù",
        "bằng",
        "trích",
        "đóng",
        "hoàn trả",
        "thanh toán",
        "chi trả",
        "tạm ứng",
        "phụ cấp",
    ),
)
_SUPPORTED = lazy(
    r" ?(?:[^\W\d_]+ ){0,2}?(?:kinh phí|chi phí|học phí|lương|tiền|mức|giá trị|số thu|vốn|phí|lãi|tổng mức|giá)"
)
# "giải ngân 70% kinh phí khi nhà xong phần khung", "40% còn lại thanh toán sau khi nghiệm thu": parts of what is paid.
_PAID = lazy(
    r"(?<!\w)(?<!cung )(?<!đáp )(?<!thích )(?:giải ngân|cấp|ứng|cấp trước|ứng trước|chuyển|rút|trả)"
    r"(?: (?:trước|ngay|đợt|lần|đủ|tiếp|\d))* ?$",
    needs=("giải ngân", "cấp", "ứng", "chuyển", "rút", "trả"),
)
_PAID_WHEN = lazy(
    r" ?(?:[^\W\d_]+ ){0,2}?(?:kinh phí|chi phí|tiền|mức|giá trị|vốn)(?: [^\W\d_]+){0,4},?"
    r" (?:ngay )?(?:sau )?khi (?!kết thúc)"
)
_REST_PAID = lazy(
    r" ?(?:(?:kinh phí|số tiền|giá trị|vốn|mức hỗ trợ)(?: [^\W\d_]+){0,2} )?còn lại(?: (?:được|sẽ))?"
    r" (?:thanh toán|giải ngân|cấp|chi trả|trả|hỗ trợ|chuyển|sau khi|khi|do (?:ngân sách|nhân dân|hộ|người dân))(?!\w)"
)


def from_source(near: str, folded: str, end: int) -> bool:
    """Whether a percentage is the share of a source of money: "ngân sách tỉnh hỗ trợ 70%"; ``near`` ends before it."""
    return bool(_SOURCE_BEFORE.search(near)) and "giải ngân" not in near and not _OF_OUTPUT.match(folded, end)


def paid(near: str, after: str) -> bool:
    """Whether the words on both sides of a percentage say what is paid, or when a part of it is."""
    if _REST_PAID.match(after) or (_PAID.search(near) and _PAID_WHEN.match(after)):
        return True
    return bool(_SUPPORT.search(near) and _SUPPORTED.match(after))
