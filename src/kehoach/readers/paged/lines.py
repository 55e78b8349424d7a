"""Words to printed lines: what stands on one height, left to right, and where columns part it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from kehoach.readers.paged.page import Word

_ON_A_LINE = 0.42
"""How far, in sizes of the font, the feet of words on one line may stand apart: a raised digit still belongs to it."""
_GAP = 0.9
"""Blanks as wide as this, in sizes of the font, part columns where they are wider than the line's others …"""
_WIDER = 2.4
"""… by this factor."""
_ALONE = 1.6
"""Blanks as wide as this part columns where a line has hardly any others."""
_WIDE = 4.0
"""Blanks as wide as this part columns whatever the others are."""
_RAISED = 0.2
_SMALL = 0.8
_UNIT = re.compile(r"(?:\d|^|/)(?:m|km|cm|dm|mm|hm|ha)$")


@dataclass(slots=True)
class PrintedLine:
    """One line: its pieces, set apart by columns, each a run of words."""

    pieces: list[list[Word]]
    base: float
    size: float

    @property
    def words(self) -> list[Word]:
        """All of its words, left to right."""
        return [word for piece in self.pieces for word in piece]

    @property
    def x0(self) -> float:
        """Its left edge."""
        return self.pieces[0][0].x0

    @property
    def x1(self) -> float:
        """Its right edge."""
        return self.pieces[-1][-1].x1

    @property
    def text(self) -> str:
        """Its words, columns set apart by four blanks."""
        return "    ".join(joined(piece) for piece in self.pieces)


def printed_lines(words: Iterable[Word]) -> list[PrintedLine]:
    """The lines of a page's or a cell's words, from above."""
    rows: list[list[Word]] = []
    foot = 0.0
    for word in sorted(words, key=lambda w: w.base):
        if rows and word.base - foot <= _ON_A_LINE * max(word.size, rows[-1][0].size):
            rows[-1].append(word)
            if word.size > rows[-1][0].size * 1.1:  # the biggest word's foot is the line's
                rows[-1].insert(0, rows[-1].pop())
                foot = word.base
        else:
            rows.append([word])
            foot = word.base
    return [_line(row) for row in rows]


def _line(words: list[Word]) -> PrintedLine:
    size = max(word.size for word in words)
    usual = [w.base for w in words if w.size > _SMALL * size]
    base = median(usual)
    words = sorted(words, key=lambda w: w.x0)
    return PrintedLine(_pieces(words, size), base, size)


def _pieces(words: Sequence[Word], size: float) -> list[list[Word]]:
    """The words of a line, parted where a blank is much wider than the others."""
    gaps = [b.x0 - a.x1 for a, b in itertools.pairwise(words)]
    out = [[words[0]]]
    usual = sorted(gaps)[len(gaps) // 3] if gaps else 0.0
    limit = max(_GAP * size, _WIDER * usual) if len(gaps) > 2 else _ALONE * size
    limit = min(limit, _WIDE * size)
    for gap, word in zip(gaps, words[1:], strict=True):
        if gap > limit:
            out.append([word])
        else:
            out[-1].append(word)
    return out


def joined(words: Sequence[Word]) -> str:
    """The words with single blanks; a raised number that refers to a note stands in square brackets."""
    size = max((word.size for word in words), default=0.0)
    parts: list[str] = []
    for i, word in enumerate(words):
        text = word.text
        near = i > 0 and word.x0 - words[i - 1].x1 < 0.12 * size
        if _raised(word, words, size):
            note = not (near and parts and _UNIT.search(parts[-1]))
            text = f"[{text}]" if note else text
            if near:
                parts[-1] += text
                continue
        elif near and not word.space and abs(word.size - words[i - 1].size) > 0.1 * size:
            parts[-1] += text  # a capital, an index of another size
            continue
        parts.append(text)
    return " ".join(parts)


def _raised(word: Word, words: Sequence[Word], size: float) -> bool:
    if not word.text.strip("()[]").isdigit() or word.size > _SMALL * size:
        return False
    feet = [w.base for w in words if w.size > _SMALL * size]
    return bool(feet) and median(feet) - word.base > _RAISED * size
