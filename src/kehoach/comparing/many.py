"""Rows of things that many plans have in common: every item of every plan in the row of the item it answers to.

Two plans may be aligned each with a third and yet not agree with each other; a table needs rows that do. So items are
not aligned plan with plan, but with the rows: each has one representative, its *seed*, and holds what answers to it.

1. The plans are taken in an order of their own, the one with most items first, whatever order they are given in. Each
   is aligned with the seeds found so far; what answers to none becomes a seed.
2. With all seeds known, every plan is aligned with them once more, so that none depends on what came before or after.
3. Words are weighed by the rows found: what sixty plans say of one thing tells as much as if one had said it, and a
   phrase that stands in every row tells nothing. The first step is taken twice, before and after that.

A plan costs its items times the seeds; seeds are at most as many as all items, so the whole grows with the square of
the number of plans at worst, and with the number itself where plans have most things in common.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from kehoach.comparing.agencies import Agencies
from kehoach.comparing.align import Sides, align_units
from kehoach.comparing.similarity import rarities_of_things, weigh
from kehoach.comparing.units import Unit

Data = dict[str, Any]

MORE_ASKED = 0.1
"""How much more alike an item must be to join a row than to meet one of another plan: more may be alike by chance."""


@dataclass(slots=True, eq=False)
class Row:
    """A seed and what answers to it."""

    seed: Unit
    plan: int
    """The plan the seed is from."""
    members: dict[int, list[tuple[Unit, float]]] = field(default_factory=dict)
    """By plan, its items and how well each answers."""


class _Owners:
    """How the assignees of any two of the plans answer to each other."""

    def __init__(self, plans: Sequence[Data]) -> None:
        self._plans = plans
        self._owner = {id(duty): i for i, plan in enumerate(plans) for duty in plan["duties"]}
        self._between: dict[tuple[int, int], Agencies] = {}

    def duties(self, duty_a: Data, duty_b: Data) -> float:
        """How well the assignees of two duties answer to each other, 0 to 1."""
        key = (self._owner[id(duty_a)], self._owner[id(duty_b)])
        if key not in self._between:
            self._between[key] = Agencies(self._plans[key[0]], self._plans[key[1]])
        return self._between[key].duties(duty_a, duty_b)


def rows_of(plans: Sequence[Data], units: Sequence[list[Unit]], *, base: int | None = None) -> list[Row]:
    """The rows of ``units``, a list a plan, each unit at the place its ``order`` says.

    With a ``base`` the rows are that plan's items, in their order, and what answers to none of them is left out;
    items may then answer from another section and under another assignee too.
    """
    everything = [unit for side in units for unit in side]
    weigh(everything)
    owners = _Owners(plans)
    if base is not None:
        seeds = _Seeds()
        seeds.add(units[base], {}, base)
        others = (i for i in range(len(plans)) if i != base)
        return _filled(seeds, [base, *others], units, owners, moves=True)
    turns = sorted(range(len(plans)), key=lambda i: (-len(units[i]), plans[i]["source"]["sha256"], _forms(units[i])))
    weigh(everything, rarities_of_things(_sown(turns, units, owners).said))
    rows = _filled(_sown(turns, units, owners), turns, units, owners, moves=False)
    return [row for row in rows if row.members]


def _sown(turns: list[int], units: Sequence[list[Unit]], owners: _Owners) -> _Seeds:
    seeds = _Seeds()
    for i in turns:
        links = (
            align_units(Sides(seeds.units, units[i], owners), moves=False, more_asked=MORE_ASKED).links
            if seeds.units
            else []
        )
        seeds.add(units[i], {link.b.order: link.a for link in links}, i)
    return seeds


def reordered(units: Iterable[Unit]) -> list[Unit]:
    """Some units of a plan with places of their own; a parent that is not among them is forgotten."""
    kept = list(units)
    there = {id(unit) for unit in kept}
    for i, unit in enumerate(kept):
        unit.order = i
        while unit.parent is not None and id(unit.parent) not in there:
            unit.parent = unit.parent.parent
    return kept


class _Seeds:
    """The representatives found so far."""

    def __init__(self) -> None:
        self.units: list[Unit] = []
        self.plans: list[int] = []
        self.said: list[list[Unit]] = []
        """By seed, all that answered to it so far."""

    def add(self, units: list[Unit], seed_of: dict[int, Unit], plan: int) -> None:
        """Make seeds of those ``units`` that have none, each below its parent's seed."""
        known = dict(seed_of)
        for unit in units:
            if unit.order not in known:
                parent = known.get(unit.parent.order) if unit.parent is not None else None
                seed = known[unit.order] = replace(unit, order=len(self.units), parent=parent)
                self.units.append(seed)
                self.plans.append(plan)
                self.said.append([])
            self.said[known[unit.order].order].append(unit)


def _filled(seeds: _Seeds, turns: list[int], units: Sequence[list[Unit]], owners: _Owners, *, moves: bool) -> list[Row]:
    rows = [Row(seed, plan) for seed, plan in zip(seeds.units, seeds.plans, strict=True)]
    for i in turns:
        met: set[int] = set()
        more = 0.0 if moves else MORE_ASKED
        links = align_units(Sides(seeds.units, units[i], owners), moves=moves, more_asked=more).settle().links
        for link in links:
            rows[link.a.order].members.setdefault(i, []).append((link.b, min(1.0, link.strength)))
            met.add(link.b.order)
        if not moves:
            rows += [Row(unit, i, {i: [(unit, 1.0)]}) for unit in units[i] if unit.order not in met]
    return rows


def _forms(units: list[Unit]) -> list[str]:
    return [unit.form for unit in units]
