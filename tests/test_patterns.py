"""Patterns compiled at first use, and the words looked for before a pattern is."""

from __future__ import annotations

import re

import pytest

from kehoach.folding import bare
from kehoach.knowledge.deadline_words import CUES, VETOES, Cue
from kehoach.knowledge.patterns import lazy


def test_compiled_at_first_use() -> None:
    broken = lazy("(")
    with pytest.raises(re.error):
        broken.search("")


@pytest.mark.parametrize("method", ["search", "match", "fullmatch"])
def test_answers_as_the_compiled_pattern(method: str) -> None:
    found = getattr(lazy(r"(?P<day>\d+)/"), method)("15/")
    assert found["day"] == "15"
    assert found.re.groupindex == {"day": 1}


def test_stays_compiled() -> None:
    pattern = lazy(r"\d")
    assert pattern.sub("x", "a1b2") == "axbx"
    assert pattern.search is pattern.search
    assert pattern.pattern == r"\d"


@pytest.mark.parametrize("row", [row for row in VETOES + CUES if row.needs], ids=lambda row: row.name)
def test_what_a_cue_matches_has_what_it_needs(row: Cue) -> None:
    for example in row.examples:
        assert any(word in bare(example) for word in row.needs), example
