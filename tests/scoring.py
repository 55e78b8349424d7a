"""Bags of facts compared: precision, recall, F1, support, and the floors under them."""

from __future__ import annotations

import math
import os
import sys
from collections import Counter
from collections.abc import Iterable
from typing import Any, NamedTuple

Bag = Counter[tuple[Any, ...]]
Pair = tuple[Bag, Bag]
"""What a careful reader says, what the parser says."""


class Score(NamedTuple):
    """Facts that are right (``hits``), that there are (``wanted``) and that the parser found (``found``)."""

    hits: int
    wanted: int
    found: int

    @property
    def precision(self) -> float:
        """The share of what was found that is right; 1 where there is nothing to find and nothing was found."""
        return self.hits / self.found if self.found else float(not self.wanted)

    @property
    def recall(self) -> float:
        """The share of what there is that was found; 1 where there is nothing to find and nothing was found."""
        return self.hits / self.wanted if self.wanted else float(not self.found)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 1 where there is nothing to find and nothing was found."""
        total = self.wanted + self.found
        return 2 * self.hits / total if total else 1.0


def score(pairs: Iterable[Pair]) -> Score:
    """The score over all facts of all pairs, so that each fact counts alike (micro average)."""
    hits = wanted = found = 0
    for want, got in pairs:
        hits, wanted, found = hits + (want & got).total(), wanted + want.total(), found + got.total()
    return Score(hits, wanted, found)


def print_differences(rows: Iterable[tuple[str, Bag, Bag]]) -> None:
    """Print what was missed (-) and what was wrong (+), below what it was missed in."""
    for name, missed, wrong in rows:
        print(f"    {name}")
        for sign, facts in (("-", missed), ("+", wrong)):
            for fact in facts.elements():
                print(f"      {sign} {' | '.join(map(str, fact))}")


def refused_in_ci() -> bool:
    """Whether this is CI, which may not raise floors; says so."""
    if os.environ.get("CI") != "true":
        return False
    print("floors are raised by hand and eye, never by CI", file=sys.stderr)
    return True


def floor_of(value: float) -> float:
    """A value rounded down to a hundredth: the floor that it may stand on.

    >>> floor_of(0.9999), floor_of(0.29)
    (0.99, 0.29)
    """
    return math.floor(value * 100 + 1e-9) / 100
