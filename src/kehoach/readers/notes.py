"""Which footnotes carry a duty: those that tell somebody to do something."""

from __future__ import annotations

import re

from kehoach.knowledge.patterns import lazy

# Who is told: an agency at the start, or "giao"; and what: a verb of duty. A cited document has neither.
_WHO = (
    "giao|đề nghị|yêu cầu|các?|sở|ban|phòng|ubnd|ủy ban|uỷ ban|công an|đơn vị|cơ quan|chi cục|trung tâm|trường"
    "|văn phòng|bộ|hội|đoàn|thủ trưởng|chủ tịch"
)
_WHAT = (
    "chủ trì|chịu trách nhiệm|có trách nhiệm|phối hợp|báo cáo|gửi|hoàn thành|tham mưu|tổ chức thực hiện|bố trí"
    "|thực hiện|đăng ký|nộp"
)
_DUTY = lazy(rf"\W*(?:{_WHO}) .{{0,160}}?\b(?:{_WHAT})\b", re.I)


def carries_duty(text: str) -> bool:
    """Whether a note tells somebody to do something.

    >>> carries_duty("Giao Sở Y tế gửi danh sách trước ngày 05/6.")
    True
    >>> carries_duty("Quyết định số 5/QĐ-TTg của Thủ tướng Chính phủ.")
    False
    """
    return _DUTY.match(text) is not None
