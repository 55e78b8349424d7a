"""Counts in words: "hai trăm hộ", "ít nhất một mô hình", "mười hai lớp".

Most words of numbers are other words as well ("năm", "ba", "một số"): a single one counts only behind "ít nhất" and the
like or before what is plainly counted one by one.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.knowledge.patterns import lazy
from kehoach.parsers.facts.numbers import words

_DIGITS = "một|hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín|mười"
_WORDS = lazy(
    rf"(?<![\w(/])(?:{_DIGITS})(?: (?:{_DIGITS}|mốt|tư|lăm|nhăm|mươi|trăm|linh|lẻ|nghìn|ngàn|triệu))*(?= [^\W\d_])"
    r"(?! (?:triệu|tỷ|tỉ|rưỡi|phẩy|đồng)(?!\w))",
    needs=(" nhất ", " thiểu ", " dưới ", " quá ", " đa ", " trăm ", " mươi", " mười ", "hai ", "ba ", " bốn ",
           " sáu ", " bảy ", " tám ", " chín "),
)  # fmt: skip
_MOST_WORDS = 12
_LONGEST_LIMIT, _CLAUSE = 24, 160
"""Letters before a count in which its limit, and the share that it tells the members of, are looked for."""
_LIMITED = lazy(r"(?<!\w)(?:ít nhất|tối thiểu|tối đa|không (?:dưới|quá|ít hơn))(?: (?:là|có|từ|được|đạt))? $")
# "năm 2031 hai lớp", "thứ hai", "tháng ba", "ngày mười", "cấp hai": of time, of a row, of a name.
_ORDINAL = lazy(
    r"(?:thứ|tháng|ngày|lớp|cấp|loại|khóa|kỳ|quý|lần|hạng|số|thế|cả|một trong|tổ|khu|đợt|bước|nhóm|mỗi năm) $"
)
_ONE_BY_ONE = lazy(
    r" (?:lớp(?! \d)|buổi|mô hình|cuộc (?:thi|kiểm tra|họp|đối thoại|thanh tra|giám sát|tọa đàm|diễn tập)|hội nghị"
    r"|hội thảo|hội thi|câu lạc bộ|hộ(?! tịch| khẩu)|người|công trình|căn nhà|ngôi nhà|nhà (?:văn hóa|ở)|tuyến|xã"
    r"|phường|thôn|trường(?! hợp)|chuyến|chương trình|phóng sự|bài viết|tin bài|con bò|con trâu|vườn"
    r"|khu vui chơi|sân (?:chơi|bóng)|trạm|cây cầu|phòng học|cán bộ|giáo viên|học sinh|suất|đoàn (?:kiểm tra|giám sát)"
    r"|hợp tác xã|tổ (?:hợp tác|đội)|cơ sở|doanh nghiệp)(?!\w)"
)
# "85% người bệnh được tiếp cận ít nhất một dịch vụ": which of them, but "100% xã có ít nhất một tổ" is both.
_OF_SHARE = lazy(r"[%‰](?:(?! có )[^;.])*$", needs=("%", "‰"))
_NO_COUNT = lazy(
    r" (?:số|phần(?! trăm)|cửa|mặt|bên|chiều|cách|khi|lúc|trong|lần (?:nữa|cuối)|điều|việc|cấp|loại)(?!\w)"
)


def find(folded: str) -> Iterator[tuple[int, int, int | float]]:
    """(start, end, value) of each count in words of a folded text, left to right.

    >>> list(find("hỗ trợ hai trăm hộ; mở một số lớp; mỗi xã ít nhất một mô hình"))
    [(7, 15, 200), (50, 53, 1)]
    """
    for m in _WORDS.finditer(folded):
        said = m[0].split(" ")
        if len(said) > _MOST_WORDS or _NO_COUNT.match(folded, m.end()):
            continue
        before = folded[max(0, m.start() - _LONGEST_LIMIT) : m.start()]
        if _OF_SHARE.search(folded[max(0, m.start() - _CLAUSE) : m.start()]):
            continue
        limited = _LIMITED.search(before) is not None
        if not limited and (_ORDINAL.search(before) or before[-2:-1].isdigit()):
            continue
        # "năm" alone is a year, "một" alone an article
        plain = len(said) > 1 or (said[0] not in ("một", "năm") and _ONE_BY_ONE.match(folded, m.end()))
        value = words(m[0]) if limited or plain else None
        if value:
            yield m.start(), m.end(), value
