"""The source as the parser looks at it: NFC, one code point a letter, with a map back.

All parsers work on offsets into :attr:`View.text`; only :meth:`View.span` speaks of the source.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property

from kehoach.folding import upper
from kehoach.knowledge.patterns import lazy
from kehoach.parsers import glued, marked, tagged

# A letter with the combining marks behind it: what NFC may melt into one code point. Marks at a line's start have none.
_CLUSTER = lazy(r"[^\s\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff]?[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff]+")
NO_WIDTH = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
"""Blanks of no width."""
_BREAKS = "\x0b\x85\u2028\u2029"
"""Line breaks that are not "\\n"; of "\\r\\n", which is one break, the "\\r" is a blank."""
_SHOWN_SO = {**dict.fromkeys(_BREAKS, "\n"), **dict.fromkeys(NO_WIDTH, " ")}
_BREAK_TABLE = str.maketrans(_SHOWN_SO)
_ESCAPED, _FEWEST_ESCAPED = "\\r\\n", 3
"""A line's end as pages spell it out that were copied from a program's text, and how often such a text has it."""
_ESCAPES = lazy(r"[ \t]*(?:\\r\\n[ \t]*)+")
_LONE_CR = lazy(r"\r(?!\n)")
# PDFs print hyphens as soft ones ("NĐ-CP", "2011-2020"); pages break words with them, which do not show.
_SOFT = "\u00ad"
_SMALL = upper(r"[^\W\d_A-Z]")
_SHOWN = lazy(rf"(?<!{_SMALL}){_SOFT}|{_SOFT}(?!{_SMALL})")
_HYPHENS = "\u2010\u2011\u2012\u2212"
# Frames of tables drawn with signs for that are read as those drawn with "|", "-" and "+" are.
_FRAMES = {**dict.fromkeys("─━═", "-"), **dict.fromkeys("│┃║", "|"), **dict.fromkeys("┌┐└┘├┤┬┴┼╔╗╚╝╠╣╦╩╬", "+")}
_SIGNS = {**dict.fromkeys(_HYPHENS, "-"), **_FRAMES}
_SIGN_TABLE = str.maketrans(_SIGNS)

Span = dict[str, int]
"""``start``/``end``: code points of the source, end exclusive; ``line``/``end_line``: lines, counted from 1."""


class View:
    """NFC text of a source, every line break a ``"\\n"``, with offsets back into the source."""

    def __init__(self, source: str) -> None:
        self.source = source
        text, offsets = source, None
        if not unicodedata.is_normalized("NFC", source):
            text, offsets = _compose(source)
        if "\r" in text:
            text = _LONE_CR.sub("\n", text)
        if _SOFT in text and _SHOWN.search(text):
            text = text.replace(_SOFT, "-")
        text = text.translate(_BREAK_TABLE) if any(sign in text for sign in _SHOWN_SO) else text
        self._escaped = text.count(_ESCAPED) >= _FEWEST_ESCAPED
        if self._escaped:
            text, offsets = _unescaped(text, offsets)
        self._marked = False
        if edits := marked.find(text):
            self._marked = True
            text, offsets = _edited(text, offsets, edits)
        self._added: frozenset[int] = frozenset()
        self._printed = ""  # the text as its lines were printed, where others stand in ``text``
        if table := tagged.find(text):
            self._printed, self._breaks = text, table.breaks
            text, offsets, self._added = _with("\n", table.text, offsets, table.breaks)
        elif cuts := glued.find(text):
            text, offsets, self._added = _with(" ", text, offsets, cuts)
        self._signs = text if any(sign in text for sign in _SIGNS) else ""
        self.text = text.translate(_SIGN_TABLE) if self._signs else text
        self._offsets = offsets

    @cached_property
    def line_starts(self) -> list[int]:
        text = self._printed or self.text
        starts, at = [0], text.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = text.find("\n", at + 1)
        return [start + bisect_left(self._breaks, start) for start in starts] if self._printed else starts

    @property
    def line_count(self) -> int:
        """How many lines the source has; a last one without its break counts, marks that do not show as well."""
        ended = self.text.endswith("\n") and self.source.endswith(("\n", "\r", *_BREAKS))
        return len(self.line_starts) - 1 + (bool(self.text) and not ended)

    def line(self, at: int) -> int:
        """The number of the line that holds view offset ``at``."""
        return bisect_right(self.line_starts, at)

    def row_start(self, at: int) -> int:
        """The view offset at which the line that holds ``at`` begins."""
        return self.text.rfind("\n", 0, at) + 1

    def offset(self, at: int) -> int:
        """The source offset of view offset ``at``."""
        return at if self._offsets is None else self._offsets[at]

    def boundary(self, at: int) -> int:
        """View offset ``at``, or behind the letter where it stands between that and its marks.

        Only letters that were composed have their place as a whole: marks that NFC cannot join with them stand behind.
        """
        offsets = self._offsets
        if offsets is None or not at or offsets[at] != offsets[at - 1] or at - 1 in self._added:
            return at
        return bisect_right(offsets, offsets[at])

    @property
    def glued(self) -> bool:
        """Whether the source has lost blanks."""
        return bool(self._added) and not self._printed

    @property
    def hides(self) -> bool:
        """Whether the view shows letters of the source as blanks: tags, line ends spelt out, no-width blanks."""
        return self._escaped or self._marked or bool(self._printed) or any(sign in self.source for sign in NO_WIDTH)

    @property
    def retyped(self) -> bool:
        """Whether the text has a hyphen where the source prints another sign for it."""
        return bool(self._signs)

    def added(self, at: int) -> bool:
        """Whether a blank stands at a view offset that the source has not."""
        return at in self._added

    def sign(self, at: int) -> str:
        """The letter at view offset ``at``, a hyphen as the source prints it."""
        return (self._signs or self.text)[at]

    def span(self, start: int, end: int) -> Span:
        """The source span of view offsets ``start`` to ``end``, JSON-ready; letters with all their marks."""
        lines, offsets = self.line_starts, self._offsets
        line = last = bisect_right(lines, start)
        if line < len(lines) and end > lines[line]:
            last = bisect_right(lines, end - 1)
        if offsets is not None:
            start, end = offsets[start], offsets[self.boundary(end) if end > start else end]
        return {"start": start, "end": end, "line": line, "end_line": last}


def _unescaped(text: str, offsets: list[int] | None) -> tuple[str, list[int]]:
    """A text with a blank for each run of line ends spelt out, whose own lines stay, and its offsets in the source."""
    return _edited(text, offsets, ((match.start(), match.end(), " ") for match in _ESCAPES.finditer(text)))


def _edited(text: str, offsets: list[int] | None, edits: Iterable[marked.Edit]) -> tuple[str, list[int]]:
    """A text read otherwise at some places, in order, and its offsets in the source."""
    where = offsets if offsets is not None else range(len(text) + 1)
    parts: list[str] = []
    places: list[int] = []
    at = 0
    for start, end, said in edits:
        parts += (text[at:start], said)
        places.extend(where[at:start])
        places.extend(where[start : start + len(said)])
        at = end
    parts.append(text[at:])
    places.extend(where[at:])
    return "".join(parts), places


def _with(sign: str, text: str, offsets: list[int] | None, cuts: list[int]) -> tuple[str, list[int], frozenset[int]]:
    """A text with a blank or a line's end at each of ``cuts``, its offsets in the source, and where they stand."""
    text, places = _edited(text, offsets, ((cut, cut, sign) for cut in cuts))
    return text, places, frozenset(cut + before for before, cut in enumerate(cuts))


def _compose(source: str) -> tuple[str, list[int]]:
    """NFC of ``source`` letter by letter, and for each of its code points the offset in ``source``."""
    text, offsets = _joined(source, (match.span() for match in _CLUSTER.finditer(source)))
    if unicodedata.is_normalized("NFC", text):
        return text, offsets
    return _joined(source, _clusters(source))  # letters of other scripts


def _joined(source: str, clusters: Iterable[tuple[int, int]]) -> tuple[str, list[int]]:
    parts: list[str] = []
    offsets: list[int] = []
    at = 0
    for start, end in clusters:
        parts.append(source[at:start])
        offsets.extend(range(at, start))
        apart = source[start:end]
        letter = unicodedata.normalize("NFC", apart)
        parts.append(letter)
        offsets.extend(range(start, end) if letter == apart else [start] * len(letter))
        at = end
    parts.append(source[at:])
    offsets.extend(range(at, len(source) + 1))
    return "".join(parts), offsets


def _clusters(source: str) -> Iterator[tuple[int, int]]:
    """Where letters stand that NFC may change, of any script: with all that it may melt with what is before it."""
    start = 0
    for at, char in enumerate(source):
        if not _leans(char) or source[at - 1 : at].isspace():  # marks at a line's start have no letter
            if source[start:at] and not source[start:at].isascii():
                yield start, at
            start = at
    if start < len(source):
        yield start, len(source)


def _leans(char: str) -> bool:
    """Whether NFC may join a code point to the one before: marks, and the second and third parts of Korean letters."""
    return char > "\u02ff" and ("\u1161" <= char <= "\u11c2" or unicodedata.category(char)[0] == "M")
