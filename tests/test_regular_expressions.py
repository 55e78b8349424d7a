"""No regular expression may backtrack without bound: each is tried on texts made to bring that out."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tools.fuzz import TooSlowError, _alarm

from growing import within
from pattern_attacks import Pattern, attacks, patterns

LETTERS = 400
"""Of an attack. What takes the square of that still ends soon, what takes the cube takes a second or more."""
LIMIT = 0.1
"""Seconds of the processor for one search."""


def too_slow(pattern: Pattern) -> Iterator[str]:
    """The attacks that a pattern does not end on in time."""
    compiled = re.compile(pattern.source, pattern.flags)
    for text in dict.fromkeys(attacks(pattern, LETTERS)):
        try:
            with _alarm(3 * LIMIT):
                ended = within(LIMIT, partial(compiled.search, text))
        except TooSlowError:
            ended = False
        if not ended:
            yield f"{pattern.where}: {pattern.source[:200]!r} on {text[:40]!r}…"


@pytest.mark.slow
def test_all_patterns_end_soon() -> None:
    found = patterns()
    assert len(found) > 300
    assert [fault for pattern in found for fault in too_slow(pattern)] == []


def test_what_does_not_end_is_found() -> None:
    for source in (r"(?:a+)+$", r"(?:\w|\w\w)+;", r"x(?:[a-z]+ ?)*:", r"\s*\s*\s*z"):
        assert any(too_slow(Pattern(source, 0, "here"))), source
    for source in (r"a+$", r"(?:ab|cd)+;", r"x(?:[a-z]+ )*:"):
        assert not any(too_slow(Pattern(source, 0, "here"))), source
