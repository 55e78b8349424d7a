"""Whether a line goes on the one above where the lines of a page's source were copied: they end where marks stood."""

from __future__ import annotations

from kehoach.folding import fold, upper
from kehoach.knowledge.patterns import lazy
from kehoach.parsers import breaks, headings, line_ends
from kehoach.parsers.layout import Layout, finished
from kehoach.parsers.line_ends import LONG, LONGEST_REST, REFERRING, SUM
from kehoach.parsers.lines import Line

_ROMAN_BEHIND = ("thứ", "khóa", "khoá", "quý")
"""Words (folded) that a Roman number behind them goes on."""
_BASIS = lazy(
    r"\W*(?:can cu|xet (?:de nghi|to trinh|nhu cau|yeu cau|tinh hinh)|theo|thuc hien|trien khai|tiep tuc|thi hanh"
    r"|tren co so|quan triet)\b"
)
_ISSUER = lazy(
    r"(?:uy ban|ubnd|so|bo|phong|ban|hoi|doan|cong an|truong|trung tam|benh vien|cong ty|lien doan|dang uy|huyen uy"
    r"|tinh uy|thanh uy|bao hiem xa hoi|cuc|chi cuc|lien (?:so|nganh)|vien)\b"
    r".{0,140}\b(?:ban hanh|xay dung|lap|trien khai|thong nhat|de ra)\b"
)
# A name whose first word alone stands above: "… các tuyến du lịch: Tuyến Hàm".
_NAME_OPEN = lazy(upper(r"[^\W\d_A-Z]\W+(?:[A-Z][^\W\d_A-Z]+ )?[A-Z][^\W\d_A-Z]+$"))
_COUNTED_UP = lazy(r"\d, ?\d+,$")
_OPENING_SLACK = 8
_FIELD = lazy(
    r"(?:(?:don vi|co quan|bo phan|nguoi)[^:]{0,24} (?:chu tri|phoi hop|thuc hien|phu trach)"
    r"|thoi (?:gian|han)|tien do|san pham|ket qua)[^:]{0,24}:"
)
_DATED = lazy(r"[a-z][a-z ]{1,30}, ngay[\d .…]{1,12}thang[\d .…]{1,12}nam[\d .…]{1,8}")
_DECISION = ("quyet dinh", "quyet dinh:")
_ALWAYS = (" gửi", " trình", " giúp", " sang", " hưởng ứng", " chào mừng", " nguồn")
"""Ends of lines (folded) that are no headings."""
_WANTING = (*_ALWAYS, " báo cáo", " tham mưu", " lãnh đạo", " chỉ đạo", " đề nghị", " chủ trì", " phối hợp")
_HIGHER = ("chinh phu", "thu tuong", "bo truong", "tong cong ty", "quoc hoi", "hoi dong", "chuong trinh", "dai hoi")


def continues(prev: Line, line: Line, layout: Layout, opening: Line, ahead: Line | None = None) -> bool:
    """Whether ``line`` goes on where the lines of a page's source were copied: they end where marks stood, too."""
    above, below = prev.said, line.said or line.text
    done, first = finished(above), prev is opening
    full = _full_first(prev, line, layout) if first else line_ends.full(prev, line, layout)
    if line.label is not None:
        return not done and full and _refers(prev, line)
    if prev is opening and breaks.leaves_open(prev, above):
        return True
    small = below[:1].islower() or below[:1] in "),;%&/"
    if small:
        return not done or above.endswith((",", ";")) or full or breaks.links(below)
    if _bracket_open(above, below):
        return True
    if _opens_anew(line) and not line_ends.dangling(above):
        return False
    if line_ends.capitals(above) or line_ends.last_of_heading(prev, opening):
        return below.isupper() and (
            full or above.endswith(",") or (first and line_ends.heading_goes_on(prev, line, layout))
        )
    if below[:1].isupper() and line.bare.startswith(("can cu ", "tren day la "), line.lead):
        return False
    if done:
        return full and _goes_on_behind_stop(above, line, opening)
    if line.bold or prev.bold:
        return False
    if first and len(below) < LONGEST_REST and not finished(below) and headings.first(line.bare):
        return False
    if line.blanks > layout.gap and not full:
        return line_ends.unfinished(above)
    if not below[:1].isupper():
        return full or not first
    if above.endswith(","):
        return not _issues(line, None if full else ahead, opening) and not line_ends.capitals(below)
    if first and prev.label is not None and not prev.label.is_bullet:
        rest = ":" in below[:LONGEST_REST] or _NAME_OPEN.search(above) is not None  # a heading's rest has its colon
        return line_ends.dangling(above) or (full and (rest or _wants_object(prev, above, line)))
    if not first and not full and breaks.begins_action(below) and not line_ends.unfinished(above):
        return False
    if full or line_ends.dangling(above):
        return True
    if first and prev.label is not None:
        return False
    return breaks.wants_more(above, below) or (not first and prev.width > LONG * layout.width)


def _issues(line: Line, ahead: Line | None, opening: Line) -> bool:
    """Whether the issuer begins to speak: "…, / Sở Lao động - Thương binh / và Xã hội xây dựng kế hoạch …"."""
    if _ISSUER.match(line.bare) is not None:
        return True
    based = opening.label is None and _BASIS.match(opening.bare) is not None
    return (
        based and ahead is not None and ahead.label is None and _ISSUER.match(f"{line.bare} {ahead.bare}") is not None
    )


def _bracket_open(above: str, below: str) -> bool:
    """Whether the break stands inside brackets: "2. Phòng Nông nghiệp (Văn phòng" / "Điều phối huyện)"."""
    opened, closed = above.rfind("("), below.find(")")
    return opened > above.rfind(")") and closed >= 0 and "(" not in below[:closed]


def _opens_anew(line: Line) -> bool:
    """Whether a line says who or when of what stands above, or is one of a letterhead's."""
    return _FIELD.match(line.bare) is not None or _DATED.fullmatch(line.bare) is not None or line.bare in _DECISION


def _wants_object(prev: Line, above: str, line: Line) -> bool:
    """Whether a numbered line ends in a verb, and the next one begins with the body that it wants.

    "a) Tổng hợp kết quả, báo cáo" / "Chính phủ …"; "3. Chế độ báo cáo" is a heading.
    """
    folded = fold(above)
    if not folded.endswith(_WANTING) or not (breaks.names_agency(line.bare) or line.bare.startswith(_HIGHER)):
        return False
    return folded.endswith(_ALWAYS) or ", " in above or ":" in above or breaks.names_agency(_words(prev))


def _words(line: Line) -> str:
    """A line's words (bare) behind its label."""
    return line.bare[line.label.end :] if line.label is not None else line.bare


def _full_first(prev: Line, line: Line, layout: Layout) -> bool:
    """Whether the first word of ``line`` would no longer have fitted behind a paragraph's first line."""
    word = line.text.partition(" ")[0]
    return prev.width + 1 + len(word) > layout.opening - _OPENING_SLACK


def _goes_on_behind_stop(above: str, line: Line, opening: Line) -> bool:
    """Whether a sum stands behind a line's colon, or another document behind one that a basis names."""
    if above.endswith(":"):
        return SUM.match(line.text) is not None
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
    if (
        prev.label is not None
        and line_ends.capitals(prev.text)
        and rest[:1].isupper()
        and not line_ends.capitals(line.text)
    ):
        return False  # "I. MỤC TIÊU" / "1. Tiếp tục"
    last = fold(prev.text.rstrip(" ,").rpartition(" ")[2])
    if label.style == "I":
        return last in _ROMAN_BEHIND and not line_ends.capitals(
            line.text
        )  # "… Đảng bộ tỉnh lần thứ" / "XVII, nhiệm kỳ …"
    return line.text[:1].isdigit() and (last in REFERRING or _COUNTED_UP.search(prev.text) is not None)
