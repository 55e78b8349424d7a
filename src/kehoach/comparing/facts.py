"""Which target, deadline and sum of money of one plan answers to which of another.

Facts meet where their items do, and where the words around them are alike; among those, facts of one kind (one unit,
one rhythm, near days) before others.
"""

from __future__ import annotations

import math
from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from kehoach.comparing.assign import Edge, assignment
from kehoach.comparing.units import Unit
from kehoach.comparing.words import clauses, terms
from kehoach.folding import fold

_LINKED = 0.5
_TEXT_GAIN, _KIN_GAIN, _OTHER_KIND_LOSS = 0.4, 0.4, 0.25
_BOUND = 0.5
"""What two facts of items that meet must reach: any two that are not of different kinds do."""
_FAR_TEXT, _FAR_BOUND = 0.25, 0.4
"""How alike the words of facts in other items must be, and what they must reach together with their kind."""
_EQUAL = 3.0
"""Two facts in the same words: more than any others reach."""
_MANY = 40_000
"""Pairs above which facts in the same words meet first: what is left to weigh grows with the square."""
_SAID = 12
"""Letters before a fact that are enough to say what it is about."""
_NEAR = 2_000
"""Letters of an item within which a fact finds what it is about: an item may be a whole book without a stop."""


@dataclass(slots=True, eq=False)
class Fact:
    """One fact with the words it stands among."""

    data: dict[str, Any]
    item: str | None
    line: int | None
    words: dict[str, float]
    about: str
    """The words it is about, as printed."""


FactPair = tuple[Fact | None, Fact | None]
Kin = Callable[[dict[str, Any], dict[str, Any]], float]
"""How much two facts are of one kind: -1 to 1."""


class Matcher:
    """Pairs facts; ``strength`` says how well the items that hold them answer to each other, where they do."""

    def __init__(self, strength: Mapping[tuple[str, str], float], rarity: Mapping[str, float]) -> None:
        self._strength = strength
        self._rarity = rarity

    def facts(self, entries: Iterable[tuple[dict[str, Any], Unit | None, str]]) -> list[Fact]:
        """Facts from (fact, its item, the words it is about)."""
        return [
            Fact(
                data, unit.id if unit else None, unit.line if unit else None, self._weighed(words), words.strip(" ,;.")
            )
            for data, unit, words in entries
        ]

    def pairs(self, sides: list[list[Fact]], kin: Kin) -> list[FactPair]:
        """The facts of both plans in pairs, in the first plan's order, then those that only the second has."""
        left, right = sides
        same = _same(left, right) if len(left) * len(right) > _MANY else {}
        taken = set(same.values())
        rest = [(j, b) for j, b in enumerate(right) if j not in taken]
        alike = _Alike(rest)
        edges: list[Edge] = []
        for i, a in enumerate(left):
            for j, b, close in self._candidates(a, alike) if i not in same else ():
                score = self._score(a, b, close, kin)
                if score > 0.0:
                    # What stands at the same place among equals: a hair in favour.
                    edges.append((score + 1e-6 / (1 + abs(i - j)), i, j))
        partner = same | {i: j for _, i, j in assignment(edges)}
        taken = set(partner.values())
        out: list[FactPair] = [(a, right[partner[i]] if i in partner else None) for i, a in enumerate(left)]
        return out + [(None, b) for j, b in enumerate(right) if j not in taken]

    def _candidates(self, a: Fact, others: _Alike) -> Iterator[tuple[int, Fact, float]]:
        """The facts that may answer to ``a``, with how alike their words are: of linked items, or in like words."""
        close = others.to(a)
        for j, b in others.facts:
            likeness = close.get(j, 0.0)
            if likeness >= _FAR_TEXT or not a.words or (a.item or "", b.item or "") in self._strength:
                yield j, b, likeness

    def _score(self, a: Fact, b: Fact, close: float, kin: Kin) -> float:
        linked = self._strength.get((a.item or "", b.item or ""))
        if a.words == b.words and a.data["text"] == b.data["text"]:
            return _EQUAL + (linked or 0.0)
        if linked is None and close < _FAR_TEXT:
            return 0.0
        akin = kin(a.data, b.data)
        score = _TEXT_GAIN * close + (_KIN_GAIN if akin >= 0 else _OTHER_KIND_LOSS) * akin
        if linked is None:
            return score if score >= _FAR_BOUND else 0.0
        score += _LINKED + 0.1 * min(1.0, linked)
        return score if score >= _BOUND else 0.0

    def _weighed(self, text: str) -> dict[str, float]:
        return {term: count * self._rarity.get(term, 1.0) for term, count in terms(fold(text)).items()}


class _Alike:
    """Facts by the words they hold: how alike they are to another is summed over the words that both hold."""

    def __init__(self, facts: list[tuple[int, Fact]]) -> None:
        self.facts = facts
        self._holding: dict[str, list[tuple[int, float]]] = {}
        self._squares: dict[int, float] = {}
        for j, fact in facts:
            self._squares[j] = sum(weight * weight for weight in fact.words.values())
            for term, weight in fact.words.items():
                self._holding.setdefault(term, []).append((j, weight))

    def to(self, fact: Fact) -> dict[int, float]:
        """The cosine with each fact that shares a word with ``fact``."""
        shared: defaultdict[int, float] = defaultdict(float)
        for term, weight in fact.words.items():
            for j, other in self._holding.get(term, ()):
                shared[j] += weight * other
        square = sum(weight * weight for weight in fact.words.values())
        return {j: min(1.0, dot / math.sqrt(square * self._squares[j])) for j, dot in shared.items() if dot}


def _same(left: list[Fact], right: list[Fact]) -> dict[int, int]:
    """Facts in the same words, one by one in printed order."""
    waiting: dict[tuple[object, ...], deque[int]] = {}
    for j, b in enumerate(right):
        waiting.setdefault((b.data["text"], *sorted(b.words.items())), deque()).append(j)
    found = ((i, waiting.get((a.data["text"], *sorted(a.words.items())))) for i, a in enumerate(left))
    return {i: those.popleft() for i, those in found if those}


def around(texts: list[str], unit: Unit | None) -> list[str]:
    """For facts of one item, in printed order, the words each is about: those since the fact or clause before it.

    >>> text = "Sơ kết trong quý I, tổng kết trong quý IV"
    >>> around(["quý I", "quý IV"], Unit("tasks.1", "tasks", text, 1, 0, None, None, True, text, text, text))
    ['Sơ kết trong quý I', ', tổng kết trong quý IV']
    """
    if unit is None:
        return texts
    out, done = [], 0
    for text in texts:
        at = unit.text.find(text, done)
        if at < 0:
            out.append(unit.text if len(unit.text) <= _NEAR else unit.text[done : done + _NEAR])
            continue
        end = at + len(text)
        stop = max(unit.text.rfind(mark, done, at) for mark in ("; ", ". ", ": "))
        words = unit.text[max(done, stop + 1) : end]
        # With nothing said before it, what follows says what it is about.
        out.append(words if len(words) - len(text) > _SAID else words + clauses(unit.text[end : end + _NEAR])[0])
        done = end
    return out


def kin_of_targets(a: dict[str, Any], b: dict[str, Any]) -> float:
    """Whether two targets count the same thing, and aim the same way."""
    if not a["measures"] or not b["measures"]:
        return 0.0
    one, two = a["measures"][0], b["measures"][0]
    unit_a, unit_b = fold(one["unit"] or ""), fold(two["unit"] or "")
    if unit_a == unit_b:
        same = 1.0
    elif _is_ratio(unit_a) != _is_ratio(unit_b):
        return -1.0
    else:
        same = 0.5 if set(unit_a.split()) & set(unit_b.split()) else -0.5
    opposite = one["comparator"][0] != two["comparator"][0] and {one["comparator"][0], two["comparator"][0]} == {
        "<",
        ">",
    }
    return same - (0.5 if opposite else 0.0)


def kin_of_deadlines(a: dict[str, Any], b: dict[str, Any]) -> float:
    """Whether two deadlines lie near each other in the year, and come again alike."""
    day_a, day_b = _day_of_year(a["due"]), _day_of_year(b["due"])
    near = 0.5 if day_a is day_b else -0.5
    if day_a is not None and day_b is not None:
        near = 1.0 - abs(day_a - day_b) / 183
    rhythm = 0.25 if bool(a["every"]) == bool(b["every"]) else -0.25
    if a["every"] and a["every"] == b["every"]:
        rhythm += 0.1
    if (a["due"], a["every"]) == (b["due"], b["every"]):
        rhythm += 0.25
    return max(-1.0, min(1.0, 0.65 * near + rhythm))


def kin_of_amounts(a: dict[str, Any], b: dict[str, Any]) -> float:
    """Whether two sums are alike: equal ones are one, of others the nearer."""
    if not a["value"] or not b["value"] or a["currency"] != b["currency"] or min(a["value"], b["value"]) <= 0:
        return 0.0
    if a["value"] == b["value"]:
        return 1.0
    return max(-0.5, 0.6 - abs(math.log10(a["value"] / b["value"])))


def _is_ratio(unit: str) -> bool:
    return unit.startswith(("%", "‰", "/"))


def _day_of_year(due: str | None) -> float | None:
    """About which day of the year ``due`` ends on; ``None`` where it names no more than a year or a rhythm."""
    if due is None:
        return None
    last = due.rpartition("/")[2]
    if last.startswith("---"):
        return None
    rest = last[2:] if last.startswith("--") else last[5:]
    if not rest:
        return None
    if rest.startswith("Q"):
        return int(rest[1]) * 91.0
    month, _, day = rest.partition("-")
    return (int(month) - 1) * 30.4 + (int(day) if day else 30.4)
