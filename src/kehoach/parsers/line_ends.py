"""How a printed line ends: full, in capitals, in a word that nothing ends with, in the middle of a heading."""

from __future__ import annotations

import re

from kehoach.folding import fold, in_capitals
from kehoach.knowledge.patterns import lazy
from kehoach.parsers.breaks import OPEN_WORDS
from kehoach.parsers.labels import COUNTED
from kehoach.parsers.layout import Layout, finished
from kehoach.parsers.lines import Line

_HEADING_STYLES = ("I", "A", *COUNTED)
_LINKING = frozenset(
    "và của với cho các những tại theo về là từ đến trong trên hoặc để do bởi được bị nhằm"
    " như khi một mỗi không".split()
)
_NO_LINKS = ("hàng không", "phòng không", "thiết bị", "chuẩn bị", "trang bị", "đạt được")
"""Words whose last syllable links nothing in them."""
# In front of a number or a letter these make it a reference, not a label.
REFERRING = frozenset(
    "số khoản điều mục điểm tiêu tháng ngày quý năm lục chương phần khóa khoá loại hạng vực đợt thứ lần nhóm"
    " biểu mẫu cấp tiết vùng lớp tuổi và".split()
)
_OF_BODY = lazy(r"(?:^|\s)(?:của|thuộc) (?:các )?(?:Sở|Bộ|Phòng|Ban|Cục|Hội|Ủy ban|Uỷ ban|Công ty)$")
NUMBERED = (
    "quyết định", "nghị định", "nghị quyết", "thông tư", "chỉ thị", "kế hoạch", "công văn", "tờ trình", "văn bản",
    "điện thoại", "mẫu", "phụ lục",
)  # fmt: skip
"""A number goes on what ends in one of these, or in one and "số"."""
SUM = lazy(r"\d[\d.,]*\s?(?:đ|vnđ|đồng|tr\w*|tỷ|tỉ|nghìn)(?!\w)", re.I)
_LONGEST_ABBREVIATION = 8
LONGEST_REST = 60
"""Letters of a heading, a body's name or a rest of one at most."""
LONG = 0.72
"""What part of a full line's columns a line has at least that the margin may have cut."""


def full(prev: Line, line: Line, layout: Layout) -> bool:
    """Whether the first word of ``line`` would no longer have fitted behind ``prev``."""
    word = line.text.partition(" ")[0]
    return prev.width + 1 + len(word) > layout.width - layout.slack


def dangling(text: str) -> bool:
    tail = text.rstrip()
    if tail.endswith((",", "-", "–", "/")):
        return True
    return fold(tail.rpartition(" ")[2]) in OPEN_WORDS and not fold(tail[-10:]).endswith(_NO_LINKS)


def unfinished(text: str) -> bool:
    """Whether a line ends in a word or sign that nothing ends with, whatever the layout."""
    tail = text.rstrip()
    return (
        tail.endswith((",", "-", "–", "/"))
        or (fold(tail.rpartition(" ")[2]) in _LINKING and not fold(tail[-10:]).endswith(_NO_LINKS))
        or _OF_BODY.search(tail[-24:]) is not None
        or fold(tail[-24:]).removesuffix(" số").endswith(NUMBERED)
    )


def names_document(text: str) -> bool:
    """Whether a line ends in the name of a type of documents, which a number may follow and a sentence may not."""
    return fold(text[-24:].rstrip()).endswith(NUMBERED)


def capitals(text: str) -> bool:
    text = text[:60]
    return in_capitals(text, 0.8, fewest=4 if " " in text else _LONGEST_ABBREVIATION + 1, beyond=True)


def heading_goes_on(prev: Line, line: Line, layout: Layout) -> bool:
    """Whether a numbered heading in capitals is printed on two lines: "I. CĂN CỨ" / "XÂY DỰNG KẾ HOẠCH"."""
    if line.label is not None or prev.label is None or prev.label.style not in _HEADING_STYLES:
        return False
    if line.blanks > layout.gap or finished(prev.text) or not capitals(prev.text):
        return False
    alone = line.text.isalpha() and line.text.isupper()  # "V. TỔ CHỨC THỰC" / "HIỆN"
    return alone or capitals(line.text) or (line.text.isupper() and prev.width > LONG * layout.width)


def last_of_heading(prev: Line, opening: Line) -> bool:
    """Whether a line is the last word of a numbered heading in capitals: "B. … TRÊN ĐỊA BÀN" / "TỈNH"."""
    if prev is opening or opening.label is None or opening.label.style not in _HEADING_STYLES:
        return False
    return prev.said.isupper() and prev.said[-1:].isalpha() and capitals(opening.text)
