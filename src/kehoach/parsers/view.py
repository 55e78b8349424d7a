"""The source as the parser looks at it: NFC, one code point a letter, with a map back.

All parsers work on offsets into :attr:`View.text`; only :meth:`View.span` speaks of the source.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

# A letter with the combining marks behind it: what NFC may melt into one code point.
_CLUSTER = re.compile(r"[^\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff][\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff]+")
# Line breaks that are not "\n"; "\r\n" is one break and its "\r" a blank.
_BREAKS = dict.fromkeys("\x0b\x85\u2028\u2029", "\n")
_BREAK_TABLE = str.maketrans(_BREAKS)
_LONE_CR = re.compile(r"\r(?!\n)")


@dataclass(slots=True)
class Span:
    """``start``/``end``: code points of the source, end exclusive; lines count from 1."""

    start: int
    end: int
    line: int
    end_line: int

    def as_dict(self) -> dict[str, int]:
        return {"start": self.start, "end": self.end, "line": self.line, "end_line": self.end_line}


class View:
    """NFC text of a source, every line break a ``"\\n"``, with offsets back into the source."""

    def __init__(self, source: str) -> None:
        self.source = source
        text, offsets = source, None
        if not unicodedata.is_normalized("NFC", source):
            text, offsets = _compose(source)
        if "\r" in text:
            text = _LONE_CR.sub("\n", text)
        self.text = text.translate(_BREAK_TABLE) if any(sign in text for sign in _BREAKS) else text
        self._offsets = offsets

    @cached_property
    def line_starts(self) -> list[int]:
        starts, at = [0], self.text.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = self.text.find("\n", at + 1)
        return starts

    def line(self, at: int) -> int:
        """The number of the line that holds view offset ``at``."""
        return bisect_right(self.line_starts, at)

    def offset(self, at: int) -> int:
        """The source offset of view offset ``at``."""
        return at if self._offsets is None else self._offsets[at]

    def span(self, start: int, end: int) -> Span:
        last = self.line(max(start, end - 1))
        return Span(self.offset(start), self.offset(end), self.line(start), last)


def _compose(source: str) -> tuple[str, list[int]]:
    """NFC of ``source`` letter by letter, and for each of its code points the offset in ``source``."""
    parts: list[str] = []
    offsets: list[int] = []
    at = 0
    for match in _CLUSTER.finditer(source):
        start, end = match.span()
        parts.append(source[at:start])
        offsets.extend(range(at, start))
        letter = unicodedata.normalize("NFC", match[0])
        parts.append(letter)
        offsets.extend([start] * len(letter))
        at = end
    parts.append(source[at:])
    offsets.extend(range(at, len(source) + 1))
    return "".join(parts), offsets
