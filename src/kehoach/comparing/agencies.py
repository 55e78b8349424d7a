"""Which assignee of one plan answers to which of another, across levels, years and mergers.

Bodies meet by what the register knows of them (:mod:`kehoach.knowledge.agencies`): the same body, its successor, or a
shared field of work ("Sở Văn hóa, Thể thao và Du lịch" meets "Sở Du lịch", "Phòng Y tế" meets "Sở Y tế"). Names that
it does not know meet by their words.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from kehoach.comparing.words import words
from kehoach.knowledge.agencies import ResolvedAgency, resolve

SAME, SUCCESSOR, OTHER_LEVEL = 1.0, 0.9, 0.8
ENOUGH = 0.5
"""How well two assignees must answer to each other for their duties to be compared."""

# Words that say what kind of body it is, not which.
_KINDS = frozenset(
    """các và của bộ phận phòng sở ban ngành cơ quan trường đơn vị tỉnh huyện thành phố quận xã phường thị trấn ủy
    nhân dân hội đoàn thể tổ chức trung tâm công ty cấp khác có liên quan""".split()
)

_FIELD_KINDS = frozenset({"Bộ", "Sở", "Phòng", "Ban", "Ủy", "Văn", "Ngành"})
"""Heads of bodies that carry a whole field of work at their level; a Cục or a centre has a part of one."""


@dataclass(slots=True)
class _Side:
    """What one plan says of bodies."""

    names: frozenset[str]
    """Register names of all its assignees."""
    year: int | None
    """The year it was issued in or is for."""

    def may_have(self, heir: ResolvedAgency, old: ResolvedAgency) -> bool:
        """Whether ``heir`` does the work of ``old`` in this plan: after the change, and not beside the old body."""
        if heir.name not in old.successors or old.name in self.names:
            return False
        return self.year is None or old.until is None or self.year >= int(old.until[:4])


class Agencies:
    """How the assignees of two plans answer to each other; every question is answered once."""

    def __init__(self, plan_a: dict[str, Any], plan_b: dict[str, Any]) -> None:
        self._a, self._b = _side(plan_a), _side(plan_b)
        self._duties: dict[tuple[int, int], float] = {}

    def duties(self, duty_a: dict[str, Any], duty_b: dict[str, Any]) -> float:
        """How well two duties' assignees answer to each other, 0 to 1: as well as the best two of them."""
        key = (id(duty_a), id(duty_b))  # their plans are held by whoever asks
        if key not in self._duties:
            scores = (self.agencies(x, y) for x in duty_a["agencies"] for y in duty_b["agencies"])
            self._duties[key] = max(scores, default=SAME if not (duty_a["agencies"] or duty_b["agencies"]) else 0.0)
        return self._duties[key]

    def agencies(self, a: dict[str, Any], b: dict[str, Any]) -> float:
        """How well two assignees answer to each other, 0 to 1."""
        one, two = resolve(a["name"]), resolve(b["name"])
        if one is not None and two is not None:
            return self._known(one, two, a["level"], b["level"])
        shared = _overlap(a["sectors"], b["sectors"])
        return _by_sector(shared) if shared else _by_words(a["name"], b["name"])

    def _known(self, one: ResolvedAgency, two: ResolvedAgency, level_a: str | None, level_b: str | None) -> float:
        if one.name == two.name:
            # One committee is not the other's: a province's may differ from a district's, what they do seldom does.
            return SAME if one.sectors or level_a == level_b else OTHER_LEVEL
        if self._b.may_have(two, one) or self._a.may_have(one, two):
            return SUCCESSOR
        shared = _overlap(one.sectors, two.sectors)
        return _by_sector(shared, _akin(one.name, two.name)) if shared else 0.0


def year_of(plan: dict[str, Any]) -> int | None:
    """The year a plan was issued in, or else the first that it is for."""
    date, period = plan["document"]["date"], plan["document"]["period"]
    if date and date["value"]:
        return int(date["value"][:4])
    return int(period["start"]) if period else None


def _side(plan: dict[str, Any]) -> _Side:
    found = (resolve(agency["name"]) for duty in plan["duties"] for agency in duty["agencies"])
    return _Side(frozenset(body.name for body in found if body is not None), year_of(plan))


def _overlap(one: Any, two: Any) -> float:
    shared = len(set(one) & set(two))
    return shared / min(len(set(one)), len(set(two))) if shared else 0.0


def _by_sector(overlap: float, akin: bool = True) -> float:
    return 0.5 + (0.4 if akin else 0.15) * overlap


def _akin(one: str, two: str) -> bool:
    """Whether two bodies are of the kinds that do a field's work at some level, or of one kind."""
    kinds = [name.partition(" ")[0] for name in (one, two)]
    return kinds[0] == kinds[1] or set(kinds) <= _FIELD_KINDS


def _by_words(one: str, two: str) -> float:
    """Names that the register does not know: by pairs of words that say more than what kind of body it is."""
    mine, theirs = words(one), words(two)
    if mine == theirs:
        return SAME
    pairs_a, pairs_b = _pairs(mine), _pairs(theirs)
    if not (pairs_a or pairs_b):  # "các sở, ban, ngành" says no more than kinds
        pairs_a, pairs_b = ({f"{x} {y}" for x, y in pairwise(n)} for n in (mine, theirs))
    shared = len(pairs_a & pairs_b)
    return 0.45 + 0.5 * shared / len(pairs_a | pairs_b) if shared else 0.0


def _pairs(found: list[str]) -> set[str]:
    return {f"{one} {two}" for one, two in pairwise(found) if one not in _KINDS}
