"""Whether a printed line goes on the paragraph above it, as the document's layout and the words at the break say."""

from __future__ import annotations

import re

from kehoach.folding import fold, in_capitals, upper
from kehoach.knowledge.patterns import lazy
from kehoach.parsers import breaks, headings
from kehoach.parsers.breaks import CLINGING, OPEN_WORDS
from kehoach.parsers.labels import COUNTED, Label
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
_REFERRING = frozenset(
    "số khoản điều mục điểm tiêu tháng ngày quý năm lục chương phần khóa khoá loại hạng vực đợt thứ lần nhóm"
    " biểu mẫu cấp tiết vùng lớp tuổi và".split()
)
_ROMAN_BEHIND = ("thứ", "khóa", "khoá", "quý")
"""Words (folded) that a Roman number behind them goes on."""
_OF_BODY = lazy(r"(?:^|\s)(?:của|thuộc) (?:các )?(?:Sở|Bộ|Phòng|Ban|Cục|Hội|Ủy ban|Uỷ ban|Công ty)$")
_DAY_ABOVE = lazy(r"\(\d{1,2}/\d{1,2}/\d{4}$")
_DAY_BELOW = lazy(r"[-–]\s?\d{1,2}/\d{1,2}/\d{4}\)")
_ISSUES = lazy(r"\b(?:ban hanh|xay dung|lap)\b.{0,40}\bke hoach\b")
_NUMBERED = (
    "quyết định", "nghị định", "nghị quyết", "thông tư", "chỉ thị", "kế hoạch", "công văn", "tờ trình", "văn bản",
    "điện thoại", "mẫu", "phụ lục",
)  # fmt: skip
"""A number goes on what ends in one of these, or in one and "số"."""
_SUM = lazy(r"\d[\d.,]*\s?(?:đ|vnđ|đồng|tr\w*|tỷ|tỉ|nghìn)(?!\w)", re.I)
_YEAR = lazy(r"(?:19|20)\d\d(?![\d/.])")
_PLACES = lazy(r"\bcác (?:huyện|xã|phường|tỉnh|quận|thành phố|thị xã|thôn|bản)$")
_OF_A_YEAR = lazy(r"\b(?:năm(?: học)?|giai đoạn|thời kỳ|nhiệm kỳ)$")
_BASIS = lazy(
    r"\W*(?:can cu|xet (?:de nghi|to trinh|nhu cau|yeu cau|tinh hinh)|theo|thuc hien|trien khai|tiep tuc|thi hanh"
    r"|tren co so|quan triet)\b"
)
_ISSUER = lazy(
    r"(?:uy ban|ubnd|so|bo|phong|ban|hoi|doan|cong an|truong|trung tam|benh vien|cong ty|lien doan|dang uy|huyen uy"
    r"|tinh uy|thanh uy)\b.{0,140}\b(?:ban hanh|xay dung|lap|trien khai|thong nhat|de ra)\b"
)
# A name whose first word alone stands above: "… các tuyến du lịch: Tuyến Hàm".
_NAME_OPEN = lazy(upper(r"[^\W\d_A-Z]\W+(?:[A-Z][^\W\d_A-Z]+ )?[A-Z][^\W\d_A-Z]+$"))
_COUNTED_UP = lazy(r"\d, ?\d+,$")
_LONGEST_ABBREVIATION = 8
_OPENING_SLACK = 8
_LONGEST_REST = 60
_SHORT_LINE = 25
"""Letters of an unlabelled line below which nothing goes on it where no margin was measured."""
_PAGE = 90
"""Columns of a page's widest lines where lines are broken by counting letters."""
_LONG = 0.72
"""What part of a full line's columns a line has at least that the margin may have cut."""


def continues(prev: Line, line: Line, layout: Layout, *, broken: bool, opening: Line) -> bool:
    """Whether ``line`` goes on the paragraph from ``opening`` to ``prev``; ``broken``: noise stands between."""
    if line.heading or prev.heading or line.bars >= 2 or line.start < prev.end:
        return False  # nothing goes on above itself: a line that was brought into reading order
    above, below = prev.said, line.said or line.text
    if below[0] in "-–" and _DAY_BELOW.match(below) and _DAY_ABOVE.search(above):
        return True  # "(26/3/1931" / "- 26/3/2031)"
    if line.label is not None and (not layout.wrapped or _first_below(line.label, opening.label)):
        return False
    done = finished(above)
    told = _told_at_break(prev, line, layout, opening, done)
    if told is not None:
        return told
    if layout.opening:
        return _continues_source(prev, line, layout, opening)
    told = _told_by_form(prev, line, layout, opening, done)
    if told is not None:
        return told
    small = breaks.opens_small(below, opening, done)
    if line.blanks > 1 and prev is opening and below[:1].isupper() and _names_body(prev, above):
        return False
    if layout.wrapped and prev is opening and breaks.leaves_open(prev, above):
        return True
    if not layout.wrapped:
        return _continues_unwrapped(prev, line, layout, done, small)
    if layout.indented:
        if line.indent >= layout.indent:
            return line.label is None and not done and (small or breaks.hangs(prev, line, opening))
        if done and _capitals(below) and not _capitals(above):
            return False  # a section's name in capitals, centred
        return not done or small or _full(prev, line, layout)
    return _continues_width(prev, line, layout, opening, done, small, broken)


def _told_at_break(prev: Line, line: Line, layout: Layout, opening: Line, done: bool) -> bool | None:
    """What the words on both sides of the break say in every layout: a number or a name cut, a duty begun."""
    above, below = prev.said, line.said or line.text
    opens = breaks.duty_opens(opening, above, below) and not _unfinished(above)
    if opens and line.blanks > 1:
        return False
    if layout.wrapped and not done and breaks.cut(above, below) and _inside(prev, above, below, layout, opening):
        return True
    if below[0].isdigit() and _number_cut(prev, line, layout, above):
        return True
    return False if opens else None


def _told_by_form(prev: Line, line: Line, layout: Layout, opening: Line, done: bool) -> bool | None:
    """What labels, capitals and set phrases say, where lines end at a margin or where the text has them end."""
    above, below = prev.said, line.said or line.text
    if layout.wrapped and above[-1:] == "." and _stained_name(prev, line, layout):
        return True
    if line.label is not None and not _referred(prev, line, layout, done):
        return False
    if layout.wrapped and _heading_goes_on(prev, line, layout):
        return True
    heading = _capitals(above) or (layout.wrapped and _last_of_heading(prev, opening))
    if heading and not _capitals(below) and not below[0].islower():
        return False
    if below[0].isupper() and line.bare.startswith("can cu " if done or line.lead else "tren day la ", line.lead):
        return False
    return None


def _continues_unwrapped(prev: Line, line: Line, layout: Layout, done: bool, small: bool) -> bool:
    """Whether ``line`` goes on where no margin was measured, so that nearly each line is a paragraph."""
    above, below = prev.said, line.said or line.text
    comma = above.endswith((",", ";"))
    if small:
        return (not done or comma) and not (prev.label is None and len(above) < _SHORT_LINE)
    near = line.blanks <= layout.gap and layout.width <= _PAGE and layout.slack == 1
    if near and not (done or comma) and _full(prev, line, layout) and not _capitals(below):
        return True  # too few lines to tell, but no word was left that would have fitted
    if done or not _unfinished(above) or (below[:1].isupper() and _names_document(above)):
        return False
    return not (comma and (_ISSUES.search(line.bare) or _capitals(below)))


def _continues_width(
    prev: Line, line: Line, layout: Layout, opening: Line, done: bool, small: bool, broken: bool
) -> bool:
    """Whether ``line`` goes on where lines fill a measured width, and first lines stand flush with the others."""
    above, below = prev.said, line.said or line.text
    comma = above.endswith((",", ";"))
    full = _full(prev, line, layout)
    if comma and not small and not full and _ISSUES.search(line.bare):
        return False  # "Căn cứ …, / Ủy ban nhân dân xã ban hành Kế hoạch"
    gap = line.blanks > layout.gap or broken
    long = prev.width > _LONG * layout.width
    if small and (not done or (comma and (not gap or broken or long)) or (not gap and (full or breaks.links(below)))):
        return True
    if gap:
        return not done and (full or _unfinished(above)) and not comma and not _capitals(below)
    if done:
        exact = layout.slack <= 1 or (layout.spaced and above[-1:] == ";")
        return full and exact and not _capitals(below)
    if not (full or long or _hangs(prev, line, layout, opening)):
        return (prev is not opening or prev.label is None) and breaks.wants_more(above, below)
    return not _capitals(below) or _capitals(above)


def _first_below(label: Label, above: Label | None) -> bool:
    """Whether a decimal number is the first of those below another: "3.1" below "3. … xã hội số"."""
    return above is not None and label.value == 1 and label.prefix == (*above.prefix, above.value)


def _continues_source(prev: Line, line: Line, layout: Layout, opening: Line) -> bool:
    """Whether ``line`` goes on where the lines of a page's source were copied: they end where marks stood, too."""
    above, below = prev.said, line.said or line.text
    done, first = finished(above), prev is opening
    full = _full_first(prev, line, layout) if first else _full(prev, line, layout)
    if line.label is not None:
        return not done and full and _refers(prev, line)
    if prev is opening and breaks.leaves_open(prev, above):
        return True
    small = below[:1].islower() or below[:1] in "),;%&/"
    if small:
        return not done or above.endswith((",", ";")) or full or breaks.links(below)
    if _capitals(above) or _last_of_heading(prev, opening):
        return below.isupper() and (full or above.endswith(",") or (first and _heading_goes_on(prev, line, layout)))
    if below[:1].isupper() and line.bare.startswith(("can cu ", "tren day la "), line.lead):
        return False
    if done:
        return full and _goes_on_behind_stop(above, line, opening)
    if line.bold or prev.bold:
        return False
    if first and len(below) < _LONGEST_REST and not finished(below) and headings.first(line.bare):
        return False
    if line.blanks > layout.gap and not full:
        return _unfinished(above)
    if not below[:1].isupper():
        return full or not first
    if above.endswith(","):
        return _ISSUER.match(line.bare) is None and not _capitals(below)
    if first and prev.label is not None and not prev.label.is_bullet:
        rest = ":" in below[:_LONGEST_REST] or _NAME_OPEN.search(above) is not None  # a heading's rest has its colon
        return _dangling(above) or (full and rest)
    if full or _dangling(above):
        return True
    if first and prev.label is not None:
        return False
    return breaks.wants_more(above, below) or (not first and prev.width > _LONG * layout.width)


def _inside(prev: Line, above: str, below: str, layout: Layout, opening: Line) -> bool:
    """Whether what looks cut is: a number, a province's name, or a line that is no short heading."""
    return below[0].isdigit() or _reaches(prev, layout, opening) or breaks.halves_of_place(above, below)


def _reaches(prev: Line, layout: Layout, opening: Line) -> bool:
    """Whether a line may be cut inside a name: a short labelled one is a heading."""
    if prev is not opening or prev.label is None:
        return True
    return 2 * prev.width > (layout.opening or layout.width)


def _full_first(prev: Line, line: Line, layout: Layout) -> bool:
    """Whether the first word of ``line`` would no longer have fitted behind a paragraph's first line."""
    word = line.text.partition(" ")[0]
    return prev.width + 1 + len(word) > layout.opening - _OPENING_SLACK


def _goes_on_behind_stop(above: str, line: Line, opening: Line) -> bool:
    """Whether a sum stands behind a line's colon, or another document behind one that a basis names."""
    if above.endswith(":"):
        return _SUM.match(line.text) is not None
    based = above.endswith(";") and opening.label is None and _BASIS.match(opening.bare) is not None
    return based and _BASIS.match(line.bare) is None and _ISSUER.match(line.bare) is None


def _refers(prev: Line, line: Line) -> bool:
    """Whether a label is the rest of a reference, a range or a double name."""
    label = line.label
    if label is None or label.style in ("+", "*", "•"):
        return False
    rest = line.text[label.end :]
    if label.kept:
        return line.text[0].islower()
    if label.style == "-":
        return breaks.second_half(rest)
    if prev.label is not None and _capitals(prev.text) and rest[:1].isupper() and not _capitals(line.text):
        return False  # "I. MỤC TIÊU" / "1. Tiếp tục"
    last = fold(prev.text.rstrip(" ,").rpartition(" ")[2])
    if label.style == "I":
        return last in _ROMAN_BEHIND and not _capitals(line.text)  # "… Đảng bộ tỉnh lần thứ" / "XVII, nhiệm kỳ …"
    return line.text[:1].isdigit() and (last in _REFERRING or _COUNTED_UP.search(prev.text) is not None)


def _stained_name(prev: Line, line: Line, layout: Layout) -> bool:
    """Whether a full stop at the margin is a stain inside a name: "Bộ." / "Quốc phòng"."""
    near = line.label is None and line.blanks <= layout.gap
    return near and _full(prev, line, layout) and breaks.cut(prev.said[:-1], line.said)


def _heading_goes_on(prev: Line, line: Line, layout: Layout) -> bool:
    """Whether a numbered heading in capitals is printed on two lines: "I. CĂN CỨ" / "XÂY DỰNG KẾ HOẠCH"."""
    if line.label is not None or prev.label is None or prev.label.style not in _HEADING_STYLES:
        return False
    if line.blanks > layout.gap or finished(prev.text) or not _capitals(prev.text):
        return False
    return _capitals(line.text) or (line.text.isupper() and prev.width > _LONG * layout.width)


def _last_of_heading(prev: Line, opening: Line) -> bool:
    """Whether a line is the last word of a numbered heading in capitals: "B. … TRÊN ĐỊA BÀN" / "TỈNH"."""
    if prev is opening or opening.label is None or opening.label.style not in _HEADING_STYLES:
        return False
    return prev.said.isupper() and prev.said[-1:].isalpha() and _capitals(opening.text)


def _number_cut(prev: Line, line: Line, layout: Layout, above: str) -> bool:
    """Whether a line break stands before a year or a sum that belongs to the words above.

    "… trong năm học" / "2030 - 2031"; at the margin also behind a stain, "… năm:" / "2031 như sau", and a sum behind
    the colon that it is said after.
    """
    if _YEAR.match(line.text):
        stem = above.rstrip(".:,;")
        full = layout.wrapped and _full(prev, line, layout)
        return bool(_OF_A_YEAR.search(fold(stem[-12:]))) and (full or (stem == above and prev.width > _LONGEST_REST))
    return above.endswith(":") and layout.wrapped and _SUM.match(line.text) is not None and _full(prev, line, layout)


def _stained_dash(prev: Line, line: Line) -> bool:
    """Whether what reads as a bullet is a stain beside a line that goes on: "… xã và Ban" above "_ Chỉ đạo"."""
    if not breaks.is_stroke(line):
        return False
    numbered = prev.label is not None and not prev.label.is_bullet
    return _dangling(prev.said) if numbered else True


def _full(prev: Line, line: Line, layout: Layout) -> bool:
    """Whether the first word of ``line`` would no longer have fitted behind ``prev``."""
    word = line.text.partition(" ")[0]
    return prev.width + 1 + len(word) > layout.width - layout.slack


def _dangling(text: str) -> bool:
    tail = text.rstrip()
    if tail.endswith((",", "-", "–", "/")):
        return True
    return fold(tail.rpartition(" ")[2]) in OPEN_WORDS and not fold(tail[-10:]).endswith(_NO_LINKS)


def _hangs(prev: Line, line: Line, layout: Layout, opening: Line) -> bool:
    """Whether a line ends in an open word; a short heading may end in the name of a unit: "4. Trạm Y tế xã"."""
    if prev is opening and breaks.heads_place(opening, prev.said, line.said or line.text):
        return False
    short = prev is opening and 2 * prev.width < layout.width
    return _unfinished(prev.said) or _lists_places(prev.said, line.said) if short else _dangling(prev.said)


def _lists_places(above: str, below: str) -> bool:
    """Whether a break stands in front of the names of places: "… tại các huyện" / "Sơn Dương, Hàm Yên"."""
    names = below.split(maxsplit=2)[:2]
    return _PLACES.search(above[-20:]) is not None and len(names) > 1 and all(name[0].isupper() for name in names)


def _unfinished(text: str) -> bool:
    """Whether a line ends in a word or sign that nothing ends with, whatever the layout."""
    tail = text.rstrip()
    return (
        tail.endswith((",", "-", "–", "/"))
        or (fold(tail.rpartition(" ")[2]) in _LINKING and not fold(tail[-10:]).endswith(_NO_LINKS))
        or _OF_BODY.search(tail[-24:]) is not None
        or fold(tail[-24:]).removesuffix(" số").endswith(_NUMBERED)
    )


def _names_document(text: str) -> bool:
    """Whether a line ends in the name of a type of documents, which a number may follow and a sentence may not."""
    return fold(text[-24:].rstrip()).endswith(_NUMBERED)


def _names_body(line: Line, text: str) -> bool:
    """Whether a short numbered line that ends like a document's name heads a body: "3. Phòng Tài chính - Kế hoạch"."""
    numbered = line.label is not None and not line.label.is_bullet
    return numbered and len(text) < _LONGEST_REST and fold(text).endswith(_NUMBERED)


def _capitals(text: str) -> bool:
    text = text[:60]
    return in_capitals(text, 0.8, fewest=4 if " " in text else _LONGEST_ABBREVIATION + 1, beyond=True)


def _referred(prev: Line, line: Line, layout: Layout, done: bool) -> bool:
    """Whether what looks like a label is the wrapped rest of a reference, a range or a double name."""
    label = line.label
    if label is None or not layout.wrapped:
        return False
    if (
        layout.indented
        and line.indent < layout.indent
        and label.style.startswith("(")
        and not prev.text.endswith((".", ":"))
    ):
        return True  # "(1) …; (2) …" inside a paragraph
    if done:
        return False
    if layout.indented and line.indent >= layout.indent:
        return False
    if not _full(prev, line, layout) and prev.width < 0.8 * layout.width:
        return False
    last = fold(prev.said.rstrip(" ,").rpartition(" ")[2])
    rest = line.text[label.end :]
    if label.kept:
        return line.text[0].islower()
    if label.style == "-":
        return (
            (breaks.second_half(rest) and prev.said[-1:] != ")")
            or layout.indented
            or last in CLINGING
            or _stained_dash(prev, line)
        )
    if label.style in ("+", "*", "•"):
        return False
    return last in _REFERRING or layout.indented
