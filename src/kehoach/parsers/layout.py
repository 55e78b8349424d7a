"""How a document sets its paragraphs, read off its own lines: wrapped or not, at what width, indented or not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from kehoach.folding import bare, case_counts, fold, plainly_small, upper
from kehoach.knowledge.agencies import seams
from kehoach.knowledge.patterns import lazy
from kehoach.knowledge.places import provinces_before
from kehoach.parsers.lines import Line

_TERMINAL = ".;:!?…"
_CLOSERS = "\"”’'»)]*_| "
# A line that ends in one of these is not finished, whatever its width.
_OPEN_WORDS = frozenset(
    "và của với cho các những tại theo số ngày tháng năm về là từ đến trong trên hoặc để do bởi được bị thuộc nhằm"
    " như khi khoản điều điểm mục quý tỉnh huyện xã phường quận một mỗi sau trước không hàng hằng ban bộ sở ủy"
    " uỷ".split()
)
# In front of a number at the next line's start these show that the break is none.
_HEADING_STYLES = ("I", "A", "1.", "1/", "1-", "1)")
_COUNTING = frozenset("số ngày tháng năm quý khoản điều điểm".split())
_NUMBERS_LIST = lazy(r"\d{1,2}(?:\.\d{1,2})*[.)]\s")
_FIRST_WORD = lazy(upper(r"[A-Z][^\W\d_A-Z]*(?![^\W\d_])"))
_LINKING = frozenset(
    "và của với cho các những tại theo về là từ đến trong trên hoặc để do bởi được bị nhằm"
    " như khi một mỗi không".split()
)
# In front of a number or a letter these make it a reference, not a label.
_REFERRING = frozenset(
    "số khoản điều mục điểm tiêu tháng ngày quý năm lục chương phần khóa khoá loại hạng vực đợt thứ lần nhóm"
    " biểu mẫu cấp tiết vùng lớp tuổi và".split()
)
_ISSUES = lazy(r"\b(?:ban hanh|xay dung|lap)\b.{0,40}\bke hoach\b")
_NUMBERED = (
    "quyết định", "nghị định", "nghị quyết", "thông tư", "chỉ thị", "kế hoạch", "công văn", "tờ trình", "văn bản",
    "điện thoại", "mẫu", "phụ lục",
)  # fmt: skip
"""A number goes on what ends in one of these, or in one and "số"."""
_PAIRED = lazy(
    r"(?:thương binh|tài chính|kế hoạch|truyền hình|xã hội|thông tin|thể thao|gia đình|đầu tư|hành chính"
    r"|an ninh|kỹ thuật|môi trường|khoáng sản"
    r"|du lịch|tin học|tự do|hạnh phúc|tổng hợp|quản trị|công nghệ|dịch vụ|phát thanh|văn hóa|nhi|sinh|hóa"
    r"|tiền lương|bảo hiểm|vật tư|đào tạo)\b"
)


_LONGEST_ABBREVIATION = 8


@dataclass(slots=True, eq=False, repr=False)
class Layout:
    """``width``: columns of a full line, ``slack``: how far from it a full line may end.

    ``indented``: first lines, and no others, are set in by ``indent`` columns and more; ``gap``: blank lines that
    usually stand between lines of one paragraph.
    """

    wrapped: bool
    width: int
    slack: int
    indented: bool
    indent: int
    gap: int


def finished(text: str) -> bool:
    """Whether a line ends as a sentence, a clause of a list or a lead-in does."""
    tail = text.rstrip(_CLOSERS) or text
    return tail[-1:] in _TERMINAL and not tail.endswith((", .", ",."))


def measure(lines: Sequence[Line]) -> Layout:
    """The layout of the body's lines (tables and noise left out)."""
    body = [line for line in lines if not line.noise and line.bars < 2]
    if len(body) < 2:
        return Layout(False, 0, 0, False, 0, 0)
    widths = sorted(line.width for line in body)
    width = widths[min(len(widths) - 1, int(len(widths) * 0.97))]
    joins = starts = set_in = hanging = 0
    for prev, line in pairwise(body):
        if line.label is None and line.text[:1].islower() and not finished(prev.text):
            joins += 1
            hanging += line.indent >= prev.indent + 2 or line.indent >= 4
        elif line.label is not None and not line.label.kept:
            starts += 1
            set_in += line.indent >= 2
    wrapped = width <= 170 and joins >= 2 and joins >= 0.1 * len(body)
    indented = wrapped and starts >= 2 and set_in >= 0.75 * starts and hanging <= 0.25 * max(joins, 1)
    if wrapped and not indented:
        indented = _paragraph_indent(body)
    indents = sorted(line.indent for line in body if line.indent >= 2)
    indent = max(2, indents[len(indents) // 10]) if indents else 2
    gaps = Counter(line.blanks for line in body[1:])
    gap = next((g for g in sorted(gaps) if sum(n for k, n in gaps.items() if k <= g) > 0.1 * len(body)), 0)
    ragged = not _exact(body, widths[-1])
    width = width if ragged else widths[-1]
    return Layout(wrapped, width, max(2, width // 9) if ragged else 1, indented, indent, gap)


def _exact(body: Sequence[Line], width: int) -> bool:
    """Whether lines were wrapped by counting letters: no line could have taken the next line's first word."""
    pairs = [(a, b) for a, b in pairwise(body) if b.label is None and b.text[:1].islower() and not finished(a.text)]
    tight = sum(a.width + 1 + len(b.text.partition(" ")[0]) > width for a, b in pairs)
    return bool(pairs) and tight >= 0.97 * len(pairs)


def _paragraph_indent(body: Sequence[Line]) -> bool:
    """Whether unlabelled first lines are set in where labels are few: two depths, the deeper one behind full stops."""
    deep = [i for i, line in enumerate(body[1:], 1) if line.indent >= 2 and line.indent < 20]
    flat = [i for i, line in enumerate(body[1:], 1) if line.indent < 2]
    if len(deep) < 3 or len(flat) < 3:
        return False
    behind_stop = sum(finished(body[i - 1].text) or body[i].label is not None for i in deep) / len(deep)
    running = sum(not finished(body[i - 1].text) for i in flat) / len(flat)
    return behind_stop > 0.7 and running > 0.6


def continues(prev: Line, line: Line, layout: Layout, *, broken: bool) -> bool:
    """Whether ``line`` goes on the paragraph that ``prev`` is the last line of; ``broken``: noise stands between."""
    if line.heading or prev.heading or line.bars >= 2:
        return False
    above, below = prev.said, line.said or line.text
    done = finished(above)
    if layout.wrapped and not done and _cut(above, below):
        return True
    if layout.wrapped and above[-1:] == "." and _stained_name(prev, line, layout):
        return True
    if line.label is not None and not _referred(prev, line, layout, done):
        return False
    if _capitals(above) and not _capitals(below) and not below[0].islower():
        return False
    if layout.wrapped and _heading_goes_on(prev, line, layout):
        return True
    if line.text[0].isupper() and line.bare.startswith("can cu " if done else "tren day la "):
        return False
    first = below[:1]
    small = first.islower() or first in "),;%"
    comma = above.endswith((",", ";"))
    if not layout.wrapped:
        if small:
            return (not done or comma) and not (prev.label is None and len(above) < 25)
        return not done and _unfinished(above) and not (comma and (_ISSUES.search(line.bare) or _capitals(below)))
    if layout.indented:
        if line.indent >= layout.indent:
            return small and not done and line.label is None
        return not done or small or _full(prev, line, layout)
    if comma and not small and not _full(prev, line, layout) and _ISSUES.search(line.bare):
        return False  # "Căn cứ …, / Ủy ban nhân dân xã ban hành Kế hoạch"
    gap = line.blanks > layout.gap or broken
    full = _full(prev, line, layout)
    long = prev.width > 0.72 * layout.width
    if small and (not done or (comma and (not gap or broken or long)) or (not gap and (full or _links(below)))):
        return True
    if gap:
        return not done and (full or _unfinished(above)) and not comma and not _capitals(below)
    if done:
        return full and layout.slack <= 1 and not _capitals(below)
    if comma and not full and _ISSUES.search(line.bare):
        return False
    return (full or long or _dangling(above)) and (not _capitals(below) or _capitals(above))


def _stained_name(prev: Line, line: Line, layout: Layout) -> bool:
    """Whether a full stop at the margin is a stain inside a name: "Bộ." / "Quốc phòng"."""
    near = line.label is None and line.blanks <= layout.gap
    return near and _full(prev, line, layout) and _cut(prev.said[:-1], line.said)


def _heading_goes_on(prev: Line, line: Line, layout: Layout) -> bool:
    """Whether a numbered heading in capitals is printed on two lines: "I. CĂN CỨ" / "XÂY DỰNG KẾ HOẠCH"."""
    if line.label is not None or prev.label is None or prev.label.style not in _HEADING_STYLES:
        return False
    return line.blanks <= layout.gap and _capitals(prev.text) and _capitals(line.text) and not finished(prev.text)


def _cut(above: str, below: str) -> bool:
    """Whether a line break stands inside a number, a date or a name: "số" / "12/KH-UBND", "Liên hiệp" / "Phụ nữ"."""
    last = fold(above[-12:].rpartition(" ")[2])
    if below[0].isdigit():
        return last in _COUNTING and not _NUMBERS_LIST.match(below)
    first = _FIRST_WORD.match(below) if above[-1:].isalpha() else None
    return first is not None and (bare(last), bare(first[0])) in _halves_of_names()


@cache
def _halves_of_names() -> frozenset[tuple[str, str]]:
    """Neighbouring bare words of names, both printed with a capital: "Liên hiệp" and "Phụ nữ", "Bắc" and "Kạn"."""
    places = (name.split() for name in provinces_before())
    return seams() | {(bare(a), bare(b)) for a, b in (pair for words in places for pair in pairwise(words))}


def _full(prev: Line, line: Line, layout: Layout) -> bool:
    """Whether the first word of ``line`` would no longer have fitted behind ``prev``."""
    word = line.text.partition(" ")[0]
    return prev.width + 1 + len(word) > layout.width - layout.slack


def _dangling(text: str) -> bool:
    tail = text.rstrip()
    return tail.endswith((",", "-", "–", "/")) or fold(tail.rpartition(" ")[2]) in _OPEN_WORDS


def _unfinished(text: str) -> bool:
    """Whether a line ends in a word or sign that nothing ends with, whatever the layout."""
    tail = text.rstrip()
    return (
        tail.endswith((",", "-", "–", "/"))
        or fold(tail.rpartition(" ")[2]) in _LINKING
        or fold(tail[-24:]).removesuffix(" số").endswith(_NUMBERED)
    )


def _links(text: str) -> bool:
    """Whether a line starts with a word that no paragraph starts with."""
    return fold(text.partition(" ")[0]) in ("và", "hoặc", "của", "với")


def _capitals(text: str) -> bool:
    text = text[:60]
    if plainly_small(text, 0.8):
        return False
    letters, capitals = case_counts(text)
    return letters > 3 and capitals > 0.8 * letters and (" " in text or letters > _LONGEST_ABBREVIATION)


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
    last = fold(prev.text.rstrip(" ,").rpartition(" ")[2])
    rest = line.text[label.end :]
    if label.kept:
        return line.text[0].islower()
    if label.style == "-":
        return rest[:1].islower() or rest[:4].isdigit() or bool(_PAIRED.match(fold(rest[:20]))) or layout.indented
    if label.style in ("+", "*", "•"):
        return False
    return last in _REFERRING or layout.indented
