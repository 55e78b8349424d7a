"""Lines: what each printed line is on its own, before any decision about its neighbours."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from kehoach.folding import bares, upper
from kehoach.knowledge.patterns import inline, lazy
from kehoach.parsers import labels
from kehoach.parsers.labels import Label
from kehoach.parsers.view import View
from kehoach.parsers.words import Words, clean, is_clean

_HEADING = lazy(r"\s{0,3}(#{1,6})\s+")
_QUOTE = lazy(r"\s{0,3}>\s?")
# A line's beginning set in italics by a converter: "*1. Sở Y tế:* Chủ trì …", "- *Sở Y tế:* …".
_ITALICS = lazy(r"(?:[-–+•]\s+)?\*(?=[^\s*])(?:[^*]{1,200}[^\s*(]\*(?![*\w])|[^*]+\*\W?$)")
_BOLD = lazy(r"\*\*(?!\*)[^*]+\*\*\W?$|<b>[^<>]+</b>\W?$")
_PAGE = lazy(
    r"[-–—.\s]*(?:trang ?|tr\. ?|page ?)?\d{1,3}(?: ?(?:/|of|trên) ?\d{1,3})?[-–—.\s]*$"
    r"|[-–—=*~\s]*(?:[\[({<] ?)?(?:trang|page) ?(?:số ?)?\d{1,3}(?: ?(?:/|of|trên) ?\d{1,3})?(?: ?[\])}>])?"
    r"[-–—=*~\s]*$",
    re.I,
)
# What a converter puts on a line of its own: comments, pictures, anchors, the number of a page's break ("{2}-----").
_CONVERTED = lazy(r"<!--.*-->$|!\[[^\]]*\]\([^()]*\)$|<a\s[^<>]*>\s*</a>$|\{\d{1,4}\}-{5,}$|(?:&nbsp;\s*)+$")
# A page's number that a copy glued to the page's first word: "Trang 2- Trồng cây", "Trang 1ĐỘI TNTP".
_GLUED_PAGE = lazy(upper(r"Trang \d{1,3}(?=[A-Z][A-Z]|[-–+•] ?[A-Z]|[A-Z][^\W\d_]+ |[IVX]{1,4}[. ]|[“\"(])"))
_NUMBERED = lazy(r"\d{1,2}(?:\.\d{1,2})?[.)/]?\s+[^\W\d_]")
_COUNTS = lazy(r"(?:ngày|tháng|số|trước|đến|từ|và)$", re.I)
_RULE = lazy(r"[\s\-–—_=*.:|~…+]*$")
_COLUMN = lazy(r"\s{4,}|\t+")
# Blanks left for handwriting are no gap between columns: "Số:       /KH", "ngày      tháng      năm 2021".
_TABS = lazy(r"(?<=\S)[ ]*\t+\s*(?=\S)")
NUMBER_WORD = "s[oốôóồổỗộ]"
"""The word before a document's number, "Số", however its mark is misread."""
_BLANK_LEFT = lazy(rf"(?:(?<!\w){NUMBER_WORD}\s*[:.;]?|ng\w{{1,2}}y|th\w{{1,2}}ng|n[aăâ]m)\s*$", re.I)
_BLANK_RIGHT = lazy(r"\s*(?:/|th\w{1,2}ng\b|n[aăâ]m\b)", re.I)


class Line:
    """One printed line. ``start``/``end``: view offsets of its first and past its last non-blank letter.

    ``text``: the clean text of its words; ``bare``: the same without case and diacritics.
    """

    __slots__ = (
        "bare", "bars", "blanks", "bold", "end", "heading", "indent", "index", "label", "lead", "noise",
        "page_break", "start", "tail", "text", "words",
    )  # fmt: skip

    def __init__(
        self, index: int, start: int, end: int, words: Words, text: str, indent: int, blanks: int, page_break: bool,
        heading: int, bars: int,
    ) -> None:  # fmt: skip
        self.index = index
        self.start = start
        self.end = end
        self.words = words
        self.text = text
        self.indent = indent
        self.blanks = blanks  # line ends and blank lines before it: 1 where the line stands right below another
        self.page_break = page_break
        self.heading = heading  # Markdown heading level, 0 for none
        self.bars = bars  # cell bars in it
        self.label: Label | None = None
        self.noise = False
        self.lead = 0  # letters of stains before its words
        self.tail = 0  # letters of stains behind them
        self.bold = False  # set in bold from end to end, and in nothing else
        self.bare = ""

    @property
    def said(self) -> str:
        """The clean text without the stains at its ends."""
        text = self.text
        return text[self.lead : len(text) - self.tail] if self.lead or self.tail else text

    @property
    def width(self) -> int:
        """Columns up to the last letter, indentation included."""
        return self.indent + self.end - self.start


def split(view: View) -> list[Line]:
    """The non-blank lines of a view, each with its clean words and label; page numbers and rules are marked noise."""
    lines: list[Line] = []
    text, start = view.text, 0
    blanks, page_break, pages = 0, False, 0
    paged = "\f" in text
    for row in text.split("\n"):
        pieces = row.split("\f") if paged else [row]
        for k, piece in enumerate(pieces):
            raw = piece
            if raw and not raw.isspace():
                if raw.startswith("Trang ") and (page := _glued_page(raw, pages)):
                    lines.append(printed(text, len(lines), start, page, blanks, page_break or k > 0))
                    start, raw, blanks = start + len(page), raw[len(page) :], 1
                    pages = int(page.split()[1])
                line = printed(text, len(lines), start, raw, blanks, page_break or k > 0)
                if line.noise and lines and "/" in line.text and _COUNTS.search(lines[-1].text):
                    line.noise = False  # the rest of a date
                lines.append(line)
                blanks, page_break = 0, False
            elif raw:
                blanks += 1
            elif k > 0:
                page_break = True
            start += len(raw) + 1
        blanks += bool(pieces[-1]) or len(pieces) == 1  # the line break right behind a form feed counts nothing
    for line, plain in zip(lines, bares([line.text for line in lines]), strict=True):
        line.bare = plain
    _set_at_edge(lines)
    labelled = [x for x in lines if x.label is not None]
    styles = Counter(x.label.style for x in labelled if x.label is not None and labels.is_dotless(x.label, x.text))
    if "1." in styles or (styles["I"] >= _FEW_DOTLESS and not any(_counted(x) for x in labelled)):
        _number(lines)
    if "I" in styles:
        _number_parts(lines)
    elif not styles["A"]:
        _number_all_parts(lines)
    return lines


def _set_at_edge(lines: Sequence[Line]) -> None:
    """Take off the margin that lines have in common: only what goes beyond it says something.

    That of the whole text, then that of each page, which scanners set down where they like; of a page only where
    lines that go on in small letters show its edge.
    """
    _take_off(lines, _margin([line.indent for line in lines]))
    starts = [i for i, line in enumerate(lines) if line.page_break]
    for a, b in pairwise([0, *starts, len(lines)] if starts else []):
        margin = _margin([line.indent for line in lines[a:b]])
        onward = sum(line.indent == margin and line.text[:1].islower() for line in lines[a:b]) if margin else 0
        if onward >= _FEWEST_ONWARD:
            _take_off(lines[a:b], margin)


def _margin(indents: Sequence[int]) -> int:
    return sorted(indents)[len(indents) // _FEW_OUTSIDE] if indents else 0


def _take_off(lines: Sequence[Line], margin: int) -> None:
    for line in lines if margin else ():
        line.indent = max(0, line.indent - margin)


def _glued_page(raw: str, before: int) -> str:
    """The page's number that ``raw`` begins with, glued to the page's first word: "Trang 2- Trồng", "" for none.

    Behind page 1 so printed, "Trang 212. Trồng cây" is page 2 and item 12.
    """
    match = _GLUED_PAGE.match(raw)
    if match is not None:
        return match[0]
    following = f"Trang {before + 1}"
    return following if before and raw.startswith(following) and _NUMBERED.match(raw, len(following)) else ""


def _counted(line: Line) -> bool:
    """Whether a line opens with an Arabic number and its sign."""
    return line.label is not None and (line.label.style in labels.COUNTED or bool(line.label.prefix))


_FEW_OUTSIDE = 50
"""One line in so many may stand outside the margin that the others have: a stain, a number of a page."""
_FEWEST_PARTS, _LONGEST_PART = 3, 90
"""Parts that count from I on without a sign, at least; letters of such a heading at most."""
_FEWEST_ONWARD = 2
"""Lines in small letters at a page's edge that show it."""
_FEW_DOTLESS = 2
"""Roman numbers without a sign of a plan whose Arabic ones have none either."""


def _number(lines: list[Line]) -> None:
    """Labels the items of a plan that prints its numbers without a sign: "1 Mục đích", "2 Rà soát …"."""
    value = 0
    for line in lines:
        if line.label is None and line.text[:1].isdigit() and not line.noise:
            line.label = labels.counting_on(line.text, value)
        if line.label is not None and not line.label.is_bullet:
            value = line.label.value if line.label.style == "1." else 0


def _number_parts(lines: list[Line]) -> None:
    """Labels the parts of a plan that prints its Roman numbers without a sign: "III Thời gian thực hiện"."""
    value = 0
    for line in lines:
        if line.label is None and value and line.text[:1] in "IVX" and not line.noise:
            line.label = labels.part_on(line.text, value)
        if line.label is not None and line.label.style == "I":
            value = line.label.value


def _number_all_parts(lines: list[Line]) -> None:
    """Labels parts none of which has a sign or capitals, where they count from I on: "I Mục đích", "II Nội dung"."""
    found: list[tuple[Line, Label]] = []
    for line in lines:
        if line.label is None and line.text[:1] in "IVX" and not line.noise and len(line.text) < _LONGEST_PART:
            label = labels.part_alone(line.text)
            if label is not None and label.value == len(found) + 1:
                found.append((line, label))
    if len(found) >= _FEWEST_PARTS:
        for line, label in found:
            line.label = label


def printed(text: str, index: int, start: int, raw: str, blanks: int, page_break: bool) -> Line:
    """The line that ``raw`` is, which stands at offset ``start`` of ``text``; its bare words are still to be set."""
    body = raw.lstrip()
    first = start + len(raw) - len(body)
    body = body.rstrip()
    last = first + len(body)
    indent = first - start if "\t" not in raw else len(raw[: first - start].expandtabs(8))
    heading, begin = 0, first
    if body[0] in "#>":
        if marks := _HEADING.match(raw):
            heading, begin = len(marks[1]), start + marks.end()
        elif quote := _QUOTE.match(raw):
            begin = start + quote.end()
    bold = untold = False
    if begin == first and is_clean(body):
        words = Words(body, [(0, first)], last)
    else:
        words = clean(text, begin, last)
        untold = not words.text
        if untold:
            words = Words(body, [(0, first)], last)
        if "*" in words.text and (italics := _ITALICS.match(words.text)):
            words = words.without([words.text.index("*"), italics.end() - 1])
        bold = body.startswith(("**", "<b>")) and _BOLD.match(body) is not None
    bars = raw.count("|")
    if not bars and "\t" in body:
        bars = len(_TABS.findall(body))
        bars = bars if bars >= 2 else 0
    line = Line(index, first, last, words, words.text, indent, blanks, page_break, heading, bars)
    line.bold = bold
    plain_text = words.text
    if body[0] in "<!{&" and (untold or _CONVERTED.match(body)):
        line.noise = True  # a page's tags and nothing else, or a converter's mark
    elif (len(plain_text) < 24 and _PAGE.match(plain_text)) or (
        not plain_text[:1].isalnum() and _RULE.match(plain_text)
    ):
        line.noise = True
    else:
        line.label = labels.find(plain_text)
    return line


def _blank(raw: str, start: int, end: int) -> bool:
    return bool(_BLANK_LEFT.search(raw[max(0, start - 12) : start]) and _BLANK_RIGHT.match(raw, end))


def cells(view: View, line: Line) -> list[tuple[int, int]]:
    """View offsets of the line's cells: set apart by bars, or by four blanks and more."""
    raw = view.text[line.start : line.end]
    if "|" in raw:
        marks = [m.span() for m in inline(r"\|").finditer(raw)]
    else:
        marks = [m.span() for m in _COLUMN.finditer(raw) if not _blank(raw, *m.span())]
    if marks and marks[0][0] <= 3 and "|" not in raw:
        marks = marks[1:]  # a bullet and its tab
    out, at = [], 0
    for a, b in [*marks, (len(raw), len(raw))]:
        piece = raw[at:a]
        if piece.strip():
            lead = len(piece) - len(piece.lstrip())
            out.append((line.start + at + lead, line.start + at + len(piece.rstrip())))
        at = b
    return out
