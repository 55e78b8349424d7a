"""How alike two items are by their words, weighed by how rare each is in the plans compared."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import pairwise

from kehoach.comparing.units import Unit, Vector, clauses_of
from kehoach.comparing.words import terms, words
from kehoach.knowledge.wording import FUNCTION
from kehoach.records import NamedTuple

_RARITY = 0.6
_CLAUSE_MASS = 8.0
"""Norm below which two clauses alone prove little: they are weighed down in proportion."""
_WEIGHTY = 8.0
"""Mass below which an item, two or three words, proves little by standing in another."""
_WHOLE, _PART, _CONTAINED = 0.4, 0.4, 0.2


class Likeness(NamedTuple):
    """What the words of two items say, each part 0 to 1."""

    text: float
    """All parts together."""
    whole: float
    """Cosine of the two as wholes."""
    part: float
    """The best that a clause of one does with the other or with a clause of it: for splits and merges."""
    contained: float
    """How much of the lighter one stands in the other."""


def weigh(units: Iterable[Unit], rarity: Mapping[str, float] | None = None) -> None:
    """Give every unit its vectors; a term counts the more, the fewer ``units`` have it."""
    units = list(units)
    weights = rarities(units) if rarity is None else rarity
    unseen = math.log(1 + _RARITY * max(1, len(units)))
    for unit in units:
        unit.vector, unit.norm = _vector(unit.words, weights, unseen)
        unit.mass = sum(unit.vector.values())
        parts = clauses_of(unit)
        unit.parts = (
            [_vector(part, weights, unseen) for part in parts] if len(parts) > 1 else [(unit.vector, unit.norm)]
        )


def rarities(units: list[Unit]) -> dict[str, float]:
    """Inverse document frequency of every term of ``units``."""
    counts: Counter[str] = Counter()
    for unit in units:
        counts.update(terms(unit.words).keys())
    n = _RARITY * len(units)
    return {term: math.log(1 + n / count) for term, count in counts.items()}


def rarities_of_things(things: Iterable[Iterable[Unit]]) -> dict[str, float]:
    """How rare every term is among things that many units speak of: a thing counts once, however often it is said."""
    counts: Counter[str] = Counter()
    n = 0
    for units in things:
        n += 1
        counts.update({term for unit in units for term in terms(unit.words)})
    return {term: math.log(1 + _RARITY * n / count) for term, count in counts.items()}


def likeness(a: Unit, b: Unit) -> Likeness:
    """How alike ``a`` and ``b`` are, both weighed already."""
    whole = _dot(a.vector, b.vector) / (a.norm * b.norm)
    if whole <= 0.0:
        return Likeness(0.0, 0.0, 0.0, 0.0)
    part = whole
    for vector, norm in a.parts:
        part = max(part, _dot(vector, b.vector) / (norm * b.norm))
        for other, size in b.parts:
            if size and norm:
                weight = min(1.0, min(norm, size) / _CLAUSE_MASS)
                part = max(part, weight * _dot(vector, other) / (norm * size))
    for vector, norm in b.parts:
        part = max(part, _dot(a.vector, vector) / (a.norm * norm))
    part = min(1.0, part)
    lighter = min(a.mass, b.mass) or 1.0
    contained = _shared_mass(a, b) / lighter * min(1.0, lighter / _WEIGHTY)
    return Likeness(_WHOLE * whole + _PART * part + _CONTAINED * contained, whole, part, contained)


def telling_words(a: Unit, b: Unit, most: int = 5) -> list[str]:
    """The phrases that stand in both and tell most, the strongest first."""
    if b.core < a.core:  # the same seen from either side
        a, b = b, a
    phrases: dict[str, float] = {}
    run: list[str] = []
    for word in [*words(a.words), ""]:
        goes_on = word in b.vector and (not run or f"{run[-1]} {word}" in b.vector)
        if not goes_on:
            phrase, weight = _phrase(run, a, b)
            phrases[phrase] = max(phrases.get(phrase, 0.0), weight)
            run = []
        if word in b.vector:
            run.append(word)
    phrases.pop("", None)
    strongest = sorted(phrases, key=lambda phrase: (-phrases[phrase], phrase))
    return [phrase for phrase in strongest if phrases[phrase] > 0][:most]


def _phrase(run: list[str], a: Unit, b: Unit) -> tuple[str, float]:
    """A run of words without those at its ends that only join others, and how much it tells."""
    while run and run[0] in FUNCTION:
        run = run[1:]
    while run and run[-1] in FUNCTION:
        run = run[:-1]
    pairs = [f"{one} {two}" for one, two in pairwise(run)]
    weight = sum(
        a.vector.get(term, 0.0) * b.vector.get(term, 0.0) for term in dict.fromkeys([*run, *pairs])
    )  # in order: sums of floats depend on it
    return " ".join(word if any(c.isdigit() for c in word) else word.replace("-", " ") for word in run), weight


def _shared_mass(a: Unit, b: Unit) -> float:
    small, large = (a.vector, b.vector) if len(a.vector) <= len(b.vector) else (b.vector, a.vector)
    return sum(min(weight, large[term]) for term, weight in small.items() if term in large)


def _vector(text: str, weights: Mapping[str, float], unseen: float) -> tuple[Vector, float]:
    vector = {term: count * weights.get(term, unseen) for term, count in terms(text).items()}
    return vector, math.sqrt(sum(weight * weight for weight in vector.values())) or 1.0


def _dot(one: Vector, two: Vector) -> float:
    if len(two) < len(one):
        one, two = two, one
    return sum(weight * two[term] for term, weight in one.items() if term in two)
