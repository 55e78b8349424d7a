"""Twice the text, twice the time: the inputs of the benchmarks at one length and at eight times that length."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks import inputs

from kehoach.parsers import parse_source
from kehoach.readers.source import SourceText

SMALL = 4_000
"""Characters of the short text: enough to outweigh what every parse costs."""
TIMES = 8


def seconds(text: str) -> float:
    """The best CPU time of a few parses."""
    source = SourceText.from_text(text)
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        parse_source(source)
        best = min(best, time.process_time() - start)
    return best


@pytest.mark.slow
@pytest.mark.parametrize("name", list(inputs.WORST))
def test_linear(name: str) -> None:
    text = inputs.WORST[name]()
    # half the text at eight times the length would show a square as 8, a line as 1
    small, large = text[:SMALL], text[: SMALL * TIMES]
    per_letter = seconds(large) / len(large), (seconds(small) + 0.002) / len(small)
    assert per_letter[0] < 4 * per_letter[1]


@pytest.mark.slow
def test_copies_of_a_plans_tasks() -> None:
    one, many = inputs.copies(1), inputs.copies(12)
    assert seconds(many) / len(many) < 2 * seconds(one) / len(one)


@pytest.mark.parametrize("name", list(inputs.WORST))
def test_ends_without_a_fault(name: str) -> None:
    text = inputs.WORST[name]()[:20_000]
    plan = parse_source(SourceText.from_text(text))
    assert plan["source"]["characters"] == len(text)
