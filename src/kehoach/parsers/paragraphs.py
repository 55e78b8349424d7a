"""Paragraphs: printed lines joined where a page break or a margin cut them, noise between the halves left out."""

from __future__ import annotations

from collections.abc import Sequence

from kehoach.folding import bare, fold, in_capitals, prepare, upper
from kehoach.knowledge.patterns import inline, lazy
from kehoach.parsers.joining import continues
from kehoach.parsers.labels import Label
from kehoach.parsers.layout import Layout
from kehoach.parsers.lines import Line
from kehoach.parsers.words import Words, join

_TAIL = lazy(
    r"(?:\s+[|`'‘’^~_°¬ˆ\\<>•·*]+|(?<=[.;:,/])\s+[-–—:;.,|'`’_]+|(?<=[.;])\s+\*\w{1,4}\*|\s+l"
    r"|(?<=\./\.)\s+\S{1,4}|(?<=[.;:])\s+(?![ởýạàáừ])[a-zà-ỹ])+$"
)
_TAIL_SIGNS = "|`'‘’^~_°¬ˆ\\<>•·*-–—:;.,"
_LEAD = lazy(upper(r"(?:[„\"'‘`~_.,:;°•|^*–—=-]+\s+)+(?=[A-Z])"))
# Vietnamese syllables without their marks; what is left of them after bad OCR still looks like them.
SYLLABLE = lazy(
    r"(?:b|c|ch|d|đ|g|gh|gi|h|k|kh|l|m|n|ng|ngh|nh|p|ph|q|qu|r|s|t|th|tr|v|x)?[aeiouy]{1,3}(?:c|ch|m|n|ng|nh|p|t)?$"
)

LONGEST_RUBBISH = 14
"""Letters of a line that may be what OCR makes of seals and strokes."""


class Para:
    """A paragraph: its lines, its clean ``words`` without label and their ``text``, its ``label``.

    ``bare``: the text without case and diacritics.
    """

    __slots__ = ("_capitals", "bare", "heading", "indent", "label", "lines", "text", "words")

    def __init__(self, lines: list[Line], words: Words, label: Label | None, heading: int = 0, indent: int = 0) -> None:
        self.lines = lines
        self.words = words
        self.text = words.text
        self.label = label
        self.heading = heading
        self.indent = indent
        self.bare = ""
        self._capitals: bool | None = None

    @property
    def fold(self) -> str:
        """The text in lower case."""
        return fold(self.text)

    def recut(self, end: int) -> None:
        """Take the first ``end`` letters off as a label found late."""
        self.words = self.words.cut(end)
        self.text = self.words.text
        self.bare = bare(self.text)

    @property
    def start(self) -> int:
        return self.lines[0].start

    @property
    def end(self) -> int:
        return self.lines[-1].end

    @property
    def capitals(self) -> bool:
        """Whether its words are (nearly) all capitals."""
        if self._capitals is None:
            title, colon, rest = self.text.partition(":")
            title = title if colon and rest and 8 < len(title) < 90 else self.text[:90]
            self._capitals = in_capitals(title, 0.85, fewest=4)
        return self._capitals


def from_lines(lines: Sequence[Line]) -> Para:
    """One paragraph of these lines, whatever their labels; the first line's label is its own."""
    label = lines[0].label
    words = join([line.words for line in lines]) if len(lines) > 1 else lines[0].words
    if label is not None and not label.kept:
        words = words.cut(label.end)
    elif label is None and lines[0].lead:
        words = words.cut(lines[0].lead)
    if lines[-1].tail:
        words = words.cut(0, len(words.text) - lines[-1].tail)
    if _may_have_tail(words.text) and (tail := _TAIL.search(words.text)):
        words = words.cut(0, tail.start())
    if not words.text[:1].isalnum() and (lead := _LEAD.match(words.text)):
        words = words.cut(lead.end())
    return Para(list(lines), words, label, lines[0].heading, lines[0].indent)


def _may_have_tail(text: str) -> bool:
    """Whether a text ends in a lone letter or sign, as such tails do; cheap, and most paragraphs end in a word."""
    last = text[text.rfind(" ") + 1 :]
    return len(last) == 1 or last[:1] == "*" or not last.strip(_TAIL_SIGNS) or "./." in text


def gather(lines: Sequence[Line], layout: Layout) -> list[Para]:
    """The paragraphs of a run of lines; noise lines belong to none."""
    if not lines:
        return []
    out: list[Para] = []
    open_lines: list[Line] = []
    broken = False
    for i, line in enumerate(lines):
        if line.noise:
            broken = True
            continue
        broken = broken or line.page_break
        ahead = lines[i + 1] if i + 1 < len(lines) else None
        if open_lines and continues(open_lines[-1], line, layout, broken=broken, opening=open_lines[0], ahead=ahead):
            open_lines.append(line)
        else:
            if open_lines:
                out.append(from_lines(open_lines))
            open_lines = [line]
        broken = False
    if open_lines:
        out.append(from_lines(open_lines))
    prepare([para.text for para in out])
    for para in out:
        para.bare = bare(para.text)
    return out


def rubbish(line: Line) -> bool:
    """Whether a short line holds nothing that reads as Vietnamese: what OCR makes of seals, stains and strokes."""
    text = line.text
    if len(text) > LONGEST_RUBBISH or (line.label is not None and line.label.end < len(text) and len(text) > 6):
        return False
    words = [w for w in inline(r"[\s\W_]+").split(line.bare) if w]
    if inline(r"[A-ZĐ&-]{2,9}[.;,]?").fullmatch(text):
        return False  # an abbreviation at a paragraph's end
    if any(w.isdigit() for w in words):
        return False
    good = sum(bool(SYLLABLE.match(w)) and len(w) > 1 for w in words)
    return good == 0 or (good < 0.5 * len(words) and len(text) < 10)
