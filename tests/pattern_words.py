"""Whether every match of a regular expression holds one of some words, told from the expression alone."""

from __future__ import annotations

import re
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

_ANY = "\0"
"""A letter that is not known; it stands in no word."""
_MOST = 2000
"""Ends of texts kept apart; of a pattern that needs more nothing is said."""


def always_holds(source: str, flags: int, words: tuple[str, ...]) -> bool:
    """Whether every text that matches has one of ``words`` in it; False where that cannot be told.

    >>> always_holds(r"(?:mot|hai) nam", 0, (" nam",)), always_holds(r"(?:mot|hai)(?: nam)?", 0, (" nam",))
    (True, False)
    """
    tree = parser.parse(source, flags)
    if tree.state.flags & re.IGNORECASE or "(?i" in source:
        words = tuple(word for word in words if word.lower() == word.upper())  # others may stand there in capitals
    return not _ends(list(tree), {""}, words)


def _ends(tree: list[Any], before: set[str], words: tuple[str, ...]) -> set[str]:
    """The ends of what can stand in a text once ``tree`` has matched behind ``before``, as long as no word is in it."""
    for code, value in tree:
        if not before:
            break
        if code in (codes.ASSERT, codes.ATOMIC_GROUP, codes.SUBPATTERN):
            body = list(value) if code is codes.ATOMIC_GROUP else list(value[-1])
            behind = _ends(body, {_ANY} if code is codes.ASSERT else before, words)
            before = before if code is codes.ASSERT and behind else behind
        elif code is codes.BRANCH:
            before = {end for branch in value[1] for end in _ends(list(branch), before, words)}
        elif code in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
            least, most, body = value
            never = before if least == 0 else set()
            once = _ends(list(body), before, words) if least < 2 else set()
            before = never | once | (_ends(list(body), {_ANY}, words) if most > 1 else set())
        elif code not in (codes.AT, codes.ASSERT_NOT):
            before = _longer(before, _letters(code, value), words)
        if len(before) > _MOST:
            before = {_ANY}
    return before


def _letters(code: Any, value: Any) -> str:
    """What one letter of the text may be."""
    if code is codes.LITERAL:
        return chr(value)
    if code is codes.IN and all(kind is codes.LITERAL for kind, _ in value):
        return "".join(chr(letter) for _, letter in value)
    return _ANY


def _longer(before: set[str], letters: str, words: tuple[str, ...]) -> set[str]:
    """The ends one letter on, as long as a word can still begin in them; those that hold a word are gone."""
    longest = max(map(len, words), default=0)
    longer = {end + letter for end in before for letter in letters}
    return {end[1 - longest :] if longest > 1 else "" for end in longer if not any(end.endswith(w) for w in words)}
