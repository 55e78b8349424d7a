"""A text as the rules of dates look at it: its sentences and clauses, and what stands beside a date in them."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Final

from kehoach.folding import fold
from kehoach.knowledge.patterns import lazy

_STOPS: Final = (". ", "! ", "? ", "\n")
_SENTENCE: Final = lazy(r"[.!?]+(?=\s+[^\W\d_a-zà-ỹ])|\n")
_CLAUSE: Final = lazy(r";")


# "sử dụng **đất**", "lắp **đặt**" are no "đạt", "**tặng** quà" no "tăng", "Ban **Giám** hiệu" no "giảm".
_OTHERS: Final = lazy(r"(?:đ(?<!\wđ)[ấặ]t|t(?<!\wt)[ặầ]ng|g(?<!\wg)iám(?! (?:sát|đốc|định)))(?!\w)")
_ALIKE: Final = ("dat", "tang", "giam")


def told_apart(folded: str, b: str) -> str:
    """The bare form of a text with words that only look like those of aims without their marks made unlike."""
    return masked(folded, b, _OTHERS) if any(map(b.__contains__, _ALIKE)) else b


def masked(folded: str, b: str, others: re.Pattern[str]) -> str:
    """The bare form of a text with the words that a pattern finds in the folded one made unlike any: "s_", "d_t"."""
    parts, done = [], 0
    for m in others.finditer(folded):
        parts += [b[done : m.start() + 1], "_"]
        done = m.start() + 2
    return "".join(parts) + b[done:]


class View:
    """A text in its forms, with what the rules ask of it again and again."""

    __slots__ = ("bare", "clauses", "sentences", "text")

    def __init__(self, text: str, bare: str, sentences: list[int], clauses: list[int]) -> None:
        self.text, self.bare, self.sentences, self.clauses = text, bare, sentences, clauses

    @classmethod
    def of(cls, text: str, b: str) -> View:
        """The view of ``text``, whose bare form is ``b``."""
        sentences = [m.end() for m in _SENTENCE.finditer(text)] if any(map(text.__contains__, _STOPS)) else []
        return cls(text, told_apart(fold(text), b), sentences, [m.end() for m in _CLAUSE.finditer(b)])

    def same_sentence(self, a: int, b: int) -> bool:
        return bisect_right(self.sentences, a) == bisect_right(self.sentences, b)

    def same_clause(self, a: int, b: int) -> bool:
        return self.same_sentence(a, b) and bisect_right(self.clauses, a) == bisect_right(self.clauses, b)

    def left(self, at: int, width: int, comma: bool = False) -> str:
        """What stands before ``at`` in its clause, at most ``width`` characters."""
        low = max(0, at - width)
        for ends in (self.sentences, self.clauses):
            i = bisect_right(ends, at)
            low = max(low, ends[i - 1] if i else 0)
        left = self.bare[low:at]
        return left[left.rfind(",") + 1 :] if comma else left

    def right(self, at: int, width: int) -> str:
        """What stands behind ``at`` in its clause, at most ``width`` characters."""
        high = min(len(self.bare), at + width)
        for ends in (self.sentences, self.clauses):
            i = bisect_right(ends, at)
            high = min(high, ends[i] if i < len(ends) else high)
        return self.bare[at:high]
