"""Whether a printed line goes on the paragraph above it, as the document's layout and the words at the break say."""

from __future__ import annotations

from kehoach.folding import fold
from kehoach.knowledge.patterns import lazy
from kehoach.parsers import breaks, headings, joining_source, line_ends
from kehoach.parsers.basis_words import is_basis
from kehoach.parsers.breaks import CLINGING
from kehoach.parsers.labels import Label
from kehoach.parsers.layout import Layout, finished
from kehoach.parsers.line_ends import LONG, LONGEST_REST, NUMBERED, REFERRING, SUM
from kehoach.parsers.lines import Line

_DAY_ABOVE = lazy(r"\(\d{1,2}/\d{1,2}/\d{4}$")
_DAY_BELOW = lazy(r"[-–]\s?\d{1,2}/\d{1,2}/\d{4}\)")
_CENTURY, _REST_OF_YEAR = lazy(r"\d/\d{1,2}/20$"), lazy(r"[0-4]\d(?:[.,;:)]\W*)?$")
_ISSUES = lazy(r"\b(?:ban hanh|xay dung|lap)\b.{0,40}\bke hoach\b")
_YEAR = lazy(r"(?:19|20)\d\d(?![\d/.])")
_PLACES = lazy(r"\bcác (?:huyện|xã|phường|tỉnh|quận|thành phố|thị xã|thôn|bản)$")
_OF_A_YEAR = lazy(r"\b(?:năm(?: học)?|giai đoạn|thời kỳ|nhiệm kỳ)$")
_OF_DECIMALS = frozenset("số khoản điều mục điểm tiêu chương phần lục biểu mẫu".split())
"""Words (folded) behind which a decimal number is a reference."""
_SHORT_LINE = 25
"""Letters of an unlabelled line below which nothing goes on it where no margin was measured."""
_PAGE = 100
"""Columns of a page's widest lines where lines are broken by counting letters."""


def continues(
    prev: Line, line: Line, layout: Layout, *, broken: bool, opening: Line, ahead: Line | None = None
) -> bool:  # fmt: skip
    """Whether ``line`` goes on the paragraph from ``opening`` to ``prev``; ``broken``: noise stands between.

    ``ahead``: the line below ``line``.
    """
    if line.heading or prev.heading or line.bars >= 2 or line.start < prev.end:
        return False  # nothing goes on above itself: a line that was brought into reading order
    above, below = prev.said, line.said or line.text
    if above.endswith("./."):
        return False  # the sign that ends a document
    if below[0] in "-–" and _DAY_BELOW.match(below) and _DAY_ABOVE.search(above):
        return True  # "(26/3/1931" / "- 26/3/2031)"
    if above[-1:] == "," and is_basis(opening) and is_basis(line):
        return False  # a list of what a plan rests on, with commas for semicolons
    if above.endswith("/20") and _CENTURY.search(above) and _REST_OF_YEAR.match(below):
        return True  # "trước ngày 05/3/20" / "31."
    if line.label is not None and (not layout.wrapped or _first_below(line.label, opening.label)):
        return False
    if line.label is None and prev is opening and _repeats(prev, below):
        return False
    done = finished(above)
    told = _told_at_break(prev, line, layout, opening, done)
    if told is not None:
        return told
    if layout.opening:
        return joining_source.continues(prev, line, layout, opening, ahead)
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
        if done and line_ends.capitals(below) and not line_ends.capitals(above):
            return False  # a section's name in capitals, centred
        return not done or small or line_ends.full(prev, line, layout)
    return _continues_width(prev, line, layout, opening, done, small, broken)


def _repeats(heading: Line, below: str) -> bool:
    """Whether a line begins with all the words of a labelled one above it, a heading that its sentence takes up."""
    if heading.label is None or len(heading.said) < _SHORT_LINE or not below[0].isupper():
        return False
    words = fold(heading.said[heading.label.end :].strip(" .:"))
    return fold(below[: len(words) + 1]).startswith(words)


def _told_at_break(prev: Line, line: Line, layout: Layout, opening: Line, done: bool) -> bool | None:
    """What the words on both sides of the break say in every layout: a number or a name cut, a duty begun."""
    above, below = prev.said, line.said or line.text
    opens = breaks.duty_opens(opening, above, below) and not line_ends.unfinished(above)
    opens = opens or (not done and breaks.body_acts(opening, prev, below))
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
    if layout.wrapped and line_ends.heading_goes_on(prev, line, layout):
        return True
    heading = line_ends.capitals(above) or (layout.wrapped and line_ends.last_of_heading(prev, opening))
    if heading and not line_ends.capitals(below) and not below[0].islower():
        return False
    if below[0].isupper() and line.bare.startswith("can cu " if done or line.lead else "tren day la ", line.lead):
        return False
    if done and above[-1:] == "." and line.bare.startswith("tren day la ke hoach", line.lead):
        return False
    return None


def _continues_unwrapped(prev: Line, line: Line, layout: Layout, done: bool, small: bool) -> bool:
    """Whether ``line`` goes on where no margin was measured, so that nearly each line is a paragraph."""
    above, below = prev.said, line.said or line.text
    comma = above.endswith((",", ";"))
    if small:
        return (not done or comma) and not (prev.label is None and len(above) < _SHORT_LINE)
    near = line.blanks <= layout.gap and layout.width <= _PAGE and layout.slack == 1
    if near and not (done or comma) and line_ends.full(prev, line, layout) and not line_ends.capitals(below):
        return True  # too few lines to tell, but no word was left that would have fitted
    if done or not line_ends.unfinished(above) or (below[:1].isupper() and line_ends.names_document(above)):
        return False
    return not (comma and (_ISSUES.search(line.bare) or line_ends.capitals(below)))


def _continues_width(
    prev: Line, line: Line, layout: Layout, opening: Line, done: bool, small: bool, broken: bool
) -> bool:
    """Whether ``line`` goes on where lines fill a measured width, and first lines stand flush with the others."""
    above, below = prev.said, line.said or line.text
    comma = above.endswith((",", ";"))
    full = line_ends.full(prev, line, layout)
    if comma and not small and not full and _ISSUES.search(line.bare):
        return False  # "Căn cứ …, / Ủy ban nhân dân xã ban hành Kế hoạch"
    gap = line.blanks > layout.gap or broken
    counted = (
        layout.slack <= 1 and layout.gap <= 1 and line.label is None
    )  # lines broken by counting letters: none ends early
    long = not counted and prev.width > LONG * layout.width
    if small and (not done or (comma and (not gap or broken or long)) or (not gap and (full or breaks.links(below)))):
        return True
    if gap:
        return not done and (full or line_ends.unfinished(above)) and not comma and not line_ends.capitals(below)
    if done:
        if len(below) < LONGEST_REST and not finished(below) and headings.first(line.bare):
            return False  # "… trong năm." / "Nội dung thực hiện"
        exact = (layout.slack <= 1 and not (layout.single and above[-1:] == ".")) or (
            layout.spaced and above[-1:] == ";"
        )
        return full and exact and not line_ends.capitals(below)
    if not (full or long or _hangs(prev, line, layout, opening)):
        return (prev is not opening or prev.label is None) and breaks.wants_more(above, below)
    return not line_ends.capitals(below) or line_ends.capitals(above)


def _first_below(label: Label, above: Label | None) -> bool:
    """Whether a decimal number is the first of those below another: "3.1" below "3. … xã hội số"."""
    return above is not None and label.value == 1 and label.prefix == (*above.prefix, above.value)


def _inside(prev: Line, above: str, below: str, layout: Layout, opening: Line) -> bool:
    """Whether what looks cut is: a number, a province's name, or a line that is no short heading."""
    return below[0].isdigit() or _reaches(prev, layout, opening) or breaks.halves_of_place(above, below)


def _reaches(prev: Line, layout: Layout, opening: Line) -> bool:
    """Whether a line may be cut inside a name: a short labelled one is a heading."""
    if prev is not opening or prev.label is None:
        return True
    return 2 * prev.width > (layout.opening or layout.width)


def _stained_name(prev: Line, line: Line, layout: Layout) -> bool:
    """Whether a full stop at the margin is a stain inside a name: "Bộ." / "Quốc phòng"."""
    near = line.label is None and line.blanks <= layout.gap
    return near and line_ends.full(prev, line, layout) and breaks.cut(prev.said[:-1], line.said)


def _number_cut(prev: Line, line: Line, layout: Layout, above: str) -> bool:
    """Whether a line break stands before a year or a sum that belongs to the words above.

    "… trong năm học" / "2030 - 2031"; at the margin also behind a stain, "… năm:" / "2031 như sau", and a sum behind
    the colon that it is said after.
    """
    if _YEAR.match(line.text):
        stem = above.rstrip(".:,;")
        full = layout.wrapped and line_ends.full(prev, line, layout)
        return bool(_OF_A_YEAR.search(fold(stem[-12:]))) and (full or (stem == above and prev.width > LONGEST_REST))
    return (
        above.endswith(":")
        and layout.wrapped
        and SUM.match(line.text) is not None
        and line_ends.full(prev, line, layout)
    )


def _stained_dash(prev: Line, line: Line) -> bool:
    """Whether what reads as a bullet is a stain beside a line that goes on: "… xã và Ban" above "_ Chỉ đạo"."""
    if not breaks.is_stroke(line):
        return False
    numbered = prev.label is not None and not prev.label.is_bullet
    return line_ends.dangling(prev.said) if numbered else True


def _hangs(prev: Line, line: Line, layout: Layout, opening: Line) -> bool:
    """Whether a line ends in an open word; a short heading may end in the name of a unit: "4. Trạm Y tế xã"."""
    if prev is opening and breaks.heads_place(opening, prev.said, line.said or line.text):
        return False
    short = prev is opening and 2 * prev.width < layout.width
    return (
        line_ends.unfinished(prev.said) or _lists_places(prev.said, line.said)
        if short
        else line_ends.dangling(prev.said)
    )


def _lists_places(above: str, below: str) -> bool:
    """Whether a break stands in front of the names of places: "… tại các huyện" / "Sơn Dương, Hàm Yên"."""
    names = below.split(maxsplit=2)[:2]
    return _PLACES.search(above[-20:]) is not None and len(names) > 1 and all(name[0].isupper() for name in names)


def _names_body(line: Line, text: str) -> bool:
    """Whether a short numbered line that ends like a document's name heads a body: "3. Phòng Tài chính - Kế hoạch"."""
    numbered = line.label is not None and not line.label.is_bullet
    return numbered and len(text) < LONGEST_REST and fold(text).endswith(NUMBERED)


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
    if not line_ends.full(prev, line, layout) and prev.width < 0.8 * layout.width:
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
    if label.prefix and rest.lstrip()[:1].isupper() and last not in _OF_DECIMALS:
        return False  # "… mỗi tuần một lần" / "5.4. Ban Thanh tra …"
    return last in REFERRING or layout.indented
