"""Counts behind a colon, of what stands before it: "Giáo viên dạy giỏi cấp tỉnh: 02; cấp huyện: 05"."""

from __future__ import annotations

from kehoach.knowledge.patterns import lazy
from kehoach.parsers.facts.quantities import Quantity

# Titles and prizes that persons earn.
_EARNED = (
    r"(?:(?:giáo viên|gv) (?:dạy |chủ nhiệm |tổng phụ trách )?giỏi|gvg|học sinh (?:giỏi|xuất sắc)|hs giỏi|hsg"
    r"|chiến sĩ thi đua|cstđ|(?:tập thể )?lao động (?:tiên tiến|xuất sắc)|lđtt|bằng khen|giấy khen|huy chương"
    r"|giải (?:nhất|nhì|ba|khuyến khích)|sáng kiến(?: kinh nghiệm)?)(?!\w)"
)
# Numbers of things that are counted; no "Số điện thoại: 1022", "Mẫu số: 01".
_NUMBERS = (
    r"(?:tổng )?số (?:lượng |lượt |ca |vụ )?(?:giáo viên|học sinh|lớp|mô hình|xã|thôn|hộ|người|đảng viên|đoàn viên"
    r"|hội viên|sáng kiến|đề tài|giải|buổi|cuộc|trường|trẻ|em|sản phẩm|hợp tác xã|câu lạc bộ|công trình)(?!\w)"
    r"|(?:giáo viên|học sinh|đoàn viên|đảng viên|hội viên|cá nhân|tập thể)(?: [^\W\d_]+)+"
)
# What goes on such a list: "…; cấp huyện: 05", "…, khá: 12".
_GOES_ON = (
    r"(?:giải )?(?:nhất|nhì|ba|khuyến khích)|(?:xếp )?(?:loại )?(?:xuất sắc|tốt|khá|giỏi)"
    r"|cấp (?:trường|cơ sở|xã|phường|cụm|huyện|thị xã|thành phố|tỉnh|bộ|quốc gia)"
)
_TITLE = lazy(rf"[\s•*+-]*{_EARNED}[^:;.,\d]{{0,60}}: ?")
_COUNTED = lazy(rf"[\s•*+-]*(?:{_EARNED}|{_NUMBERS}|{_GOES_ON})[^:;.,\d]{{0,60}}: ?")
_ENDS = lazy(r" ?(?:$|[;,.](?!\d))")
_LONGEST = 120


def told_alone(folded: str, q: Quantity, objective: bool) -> bool:
    """Whether the words before a colon say what a number counts, be it printed again behind it or not.

    Among the objectives many do, elsewhere only titles and prizes.
    """
    said = folded[max(q.clause[0], q.start - _LONGEST) : q.start]
    if q.sign != "=" or not said.rstrip().endswith(":") or not isinstance(q.value, int):
        return False
    if q.kind == "bare" and not _ENDS.match(folded, q.end):
        return False
    return (_COUNTED if objective else _TITLE).fullmatch(said, said.rfind(",") + 1) is not None
