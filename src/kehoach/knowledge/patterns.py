"""Regular expressions that are compiled when they are first asked, not when their module is imported.

A plan without money never needs the patterns of money: compiling all of them takes longer than reading most plans.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from sys import maxsize
from typing import Any, cast

from kehoach.knowledge import pattern_codes

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "split")


class _Lazy:
    """Stands for a compiled pattern; from the first question on its methods are the compiled one's own."""

    __slots__ = (*_METHODS, "_compiled", "flags", "pattern")

    def __init__(self, source: str, flags: int) -> None:
        self.pattern = source
        self.flags = flags

    def __getattr__(self, name: str) -> Any:  # asked only for what is not there yet
        if name == "_compiled":
            self._compiled = pattern_codes.compiled(self.pattern, self.flags)
            return self._compiled
        value = getattr(self._compiled, name)
        if name in _METHODS:
            setattr(self, name, value)
        return value


_LOOKED_BACK = 64
"""Letters before a search's start in which a word may stand that a pattern looks back at."""


class _Needing:
    """The same for a pattern that matches only in texts that hold one of some words: most texts are not searched."""

    __slots__ = ("_compiled", "_words", "pattern")

    def __init__(self, source: str, flags: int, words: tuple[str, ...]) -> None:
        self.pattern = source
        self._compiled = _Lazy(source, flags)
        self._words = words

    def _may(self, text: str, start: int, end: int) -> bool:
        """Whether a word stands where a match may: only there, or many searches of a long text would read all of it."""
        if start > _LOOKED_BACK or end != maxsize:
            start = max(0, start - _LOOKED_BACK)
            for word in self._words:  # noqa: SIM110 - a generator takes longer
                if text.find(word, start, end) >= 0:
                    return True
            return False
        for word in self._words:  # noqa: SIM110
            if word in text:
                return True
        return False

    def search(self, text: str, start: int = 0, end: int = maxsize) -> Any:
        return self._compiled.search(text, start, end) if self._may(text, start, end) else None

    def match(self, text: str, start: int = 0, end: int = maxsize) -> Any:
        return self._compiled.match(text, start, end) if self._may(text, start, end) else None

    def finditer(self, text: str, start: int = 0, end: int = maxsize) -> Any:
        return self._compiled.finditer(text, start, end) if self._may(text, start, end) else iter(())


def lazy(source: str, flags: int = 0, *, needs: tuple[str, ...] = ()) -> re.Pattern[str]:
    """The regular expression ``source``, compiled at its first use.

    ``needs`` are words one of which stands in every match: a text without them is not searched. Such a pattern can
    ``search``, ``match`` and ``finditer``.

    >>> lazy(r"[a-z]+").findall("mot hai")
    ['mot', 'hai']
    >>> lazy(r"(?:mot|hai) nam", needs=(" nam",)).search("ba nam") is None
    True
    """
    return cast("re.Pattern[str]", _Needing(source, flags, needs) if needs else _Lazy(source, flags))


@cache
def inline(source: str, flags: int = 0) -> re.Pattern[str]:
    """The regular expression ``source`` of one place in a function, for ``re.search(source, text)`` and its like.

    >>> inline(r"[.,]").sub("", "1.000")
    '1000'
    """
    return lazy(source, flags)


def by_letter(patterns: Sequence[str]) -> str:
    """Alternatives that each begin with a letter, grouped by it: a search asks few of them at each place.

    Of those that begin with one letter the first that matches has it, as ever.

    >>> by_letter(["mot lan", "hai", "moi"])
    '(?:m(?:ot lan|oi)|h(?:ai))'
    """
    groups: dict[str, list[str]] = {}
    for pattern in patterns:
        groups.setdefault(pattern[0], []).append(pattern[1:])
    return "(?:" + "|".join(f"{letter}(?:{'|'.join(rest)})" for letter, rest in groups.items()) + ")"


def alternatives(words: Sequence[str]) -> str:
    """Words as alternatives of a regular expression, the longer first, so that none hides another it begins.

    >>> alternatives(["ha", "hay"])
    'hay|ha'
    """
    return "|".join(sorted((re.escape(w) for w in words), key=len, reverse=True))
