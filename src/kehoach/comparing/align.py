"""Which item of one plan is which item of another.

Items meet inside their section, duties only under assignees that answer to each other; what is left may have moved.

1. *Candidates*: pairs that share telling words, with how alike their words are (:mod:`.similarity`).
2. *Context*: headings gain by children that meet, children by headings that meet.
3. *Assignment*: the one-to-one pairing with the greatest sum; a pair counts the more, the further it stands above its
   rivals. What stays below a bound has no pair, even where nothing else is left.
4. *Splits and merges*: a further pair of an item that has one already, where it is nearly as good.
5. *Moves*: what is left, where it is very much alike in another section or under another assignee.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, Protocol

from kehoach.comparing.agencies import ENOUGH, Agencies
from kehoach.comparing.assign import assignment
from kehoach.comparing.similarity import Likeness, likeness, weigh
from kehoach.comparing.units import Unit, units_of
from kehoach.records import NamedTuple

EXACT = 1.0
"""Strength of a pair whose texts are the same."""

BOUND, BOUND_IN_DUTIES = 0.19, 0.25
"""Strength below which two items are no pair; more is asked of one assignee's items, alike in all they leave unsaid."""
_AGENCY_GAIN, _AGENCY_MIDDLE = 0.2, 0.8
_COUNTED_GAIN = 0.06
"""Both set a number of the same things."""
_DEPTH_LOSS = 0.05
_CHILDREN_GAIN = 0.65
_PARENT_GAIN = 0.09
_LEAF_LOSS = 0.02
_MARGIN_GAIN = 0.4
_ONE_MORE, _ONE_SHARE = 0.06, 0.8
_BOTH_MORE, _BOTH_SHARE = 0.065, 0.7
_REPEATED = 0.6
"""How alike two items of one plan must be for one to repeat the other."""
_MOVE_BOUND = 0.5
_MOVE_WORDS = 4
"""Fewer words than this are no measure that could have moved."""
_CANDIDATES = 24
"""How many of the most alike items are looked at closely for each item."""

_ALL_ALIKE = Likeness(1.0, 1.0, 1.0, 1.0)

# Sections that print the same words wherever they stand: what is left there has not moved anywhere.
_STAYING = frozenset({"basis", "closing", "recipients"})


@dataclass(slots=True, eq=False)
class Link:
    """Two items that answer to each other."""

    a: Unit
    b: Unit
    likeness: Likeness
    agency: float | None
    """How well their assignees answer to each other; ``None`` outside the duties."""
    strength: float = 0.0
    moved: bool = False

    @property
    def exact(self) -> bool:
        """Whether the two have the same words."""
        return self.a.form == self.b.form

    @property
    def equal(self) -> bool:
        """Whether they have the same words but for the issuers' own places."""
        return self.a.core == self.b.core

    def turned(self) -> Link:
        """The same seen from the other plan."""
        return Link(self.b, self.a, self.likeness, self.agency, self.strength, self.moved)


@dataclass(slots=True)
class Alignment:
    """The items of two plans and their pairs."""

    a: list[Unit]
    b: list[Unit]
    links: list[Link] = field(default_factory=list)

    def turned(self) -> Alignment:
        """The same seen from the other plan."""
        return Alignment(self.b, self.a, [link.turned() for link in self.links])

    def settle(self) -> Alignment:
        """Links in the order of the first plan's items, then the second's."""
        self.links.sort(key=lambda link: (link.a.order, link.b.order))
        return self


class Answering(Protocol):
    """Says how well the assignees of two duties answer to each other."""

    def duties(self, duty_a: dict[str, Any], duty_b: dict[str, Any]) -> float:
        """0 to 1, see :class:`.agencies.Agencies`."""


class Sides(NamedTuple):
    """What is aligned: items, each at the place that its ``order`` says, and how the assignees answer to each other."""

    a: list[Unit]
    b: list[Unit]
    agencies: Answering


Edges = dict[tuple[int, int], Link]
"""Candidate pairs by the order of their items."""


def align(plan_a: dict[str, Any], plan_b: dict[str, Any]) -> Alignment:
    """The items of both plans and which answers to which; ``align(b, a)`` is exactly the mirror of ``align(a, b)``."""
    units_a, units_b = units_of(plan_a), units_of(plan_b)
    weigh([*units_a, *units_b])
    if [u.form for u in units_b] < [u.form for u in units_a]:  # sums of floats depend on their order: keep one
        return align_units(Sides(units_b, units_a, Agencies(plan_b, plan_a))).turned().settle()
    return align_units(Sides(units_a, units_b, Agencies(plan_a, plan_b))).settle()


def align_units(sides: Sides, *, moves: bool = True, more_asked: float = 0.0) -> Alignment:
    """Which items answer to which; all of them are weighed already (:func:`.similarity.weigh`).

    Args:
        sides: the items.
        moves: whether items that are left may meet in other sections and under other assignees.
        more_asked: how much more strength a pair must have: among very many items some are alike by chance.
    """
    edges = _equal(sides)
    equal = list(edges.values())
    settled = ({link.a.order for link in equal}, {link.b.order for link in equal})
    # What has its very own words in the other plan is done with; it stays as context for the rest.
    open_a = [unit for unit in sides.a if unit.order not in settled[0]]
    open_b = [unit for unit in sides.b if unit.order not in settled[1]]
    edges = edges | _candidates(open_a, open_b, sides.agencies)
    _give_context(edges, sides, settled)
    first = equal + _one_to_one({key: link for key, link in edges.items() if not link.equal}, more_asked)
    links = first + _more(edges, first, more_asked)
    return Alignment(sides.a, sides.b, links + (_moves(sides, links) if moves else []))


def _equal(sides: Sides) -> Edges:
    """Pairs of items with the same words; among several of the same, those under the same heading, then the nearest."""
    same: dict[tuple[str, str], list[Unit]] = {}
    for unit in sides.b:
        same.setdefault((unit.section, unit.core), []).append(unit)
    found: Edges = {}
    gains = []
    seen: dict[tuple[str, str], int] = {}
    for a in sides.a:
        key = (a.section, a.core)
        nth = seen[key] = seen.get(key, -1) + 1
        for b in same.get(key, [])[max(0, nth - _CANDIDATES) : nth + _CANDIDATES]:
            agency = sides.agencies.duties(a.duty, b.duty) if a.duty and b.duty else None
            if agency is not None and agency < ENOUGH:
                continue
            found[a.order, b.order] = Link(a, b, _ALL_ALIKE, agency, EXACT)
            above = (a.parent.core if a.parent else None) == (b.parent.core if b.parent else None)
            near = 1.0 / (1 + abs(a.order - b.order))
            gains.append(
                (EXACT + above + 0.5 * (agency or 0.0) + 0.25 * near + 0.1 * (a.form == b.form), a.order, b.order)
            )
    return {(a, b): found[a, b] for _, a, b in assignment(gains)}


def _candidates(left: list[Unit], right: list[Unit], agencies: Answering) -> Edges:
    edges: Edges = {}
    for a, b in _near(left, right, lambda a, b: a.section == b.section):
        agency = agencies.duties(a.duty, b.duty) if a.duty and b.duty else None
        if agency is None or agency >= ENOUGH:
            link = edges[a.order, b.order] = Link(a, b, likeness(a, b), agency)
            link.strength = _plain_strength(link)
    return edges


def _plain_strength(link: Link) -> float:
    strength = min(0.99, link.likeness.text)
    if link.a.leaf != link.b.leaf:
        strength -= _LEAF_LOSS
    if link.a.counted & link.b.counted:
        strength += _COUNTED_GAIN
    if link.agency is not None:
        strength += _AGENCY_GAIN * (link.agency - _AGENCY_MIDDLE)
    return strength


def _near(left: list[Unit], right: list[Unit], allowed: Callable[[Unit, Unit], bool]) -> Iterable[tuple[Unit, Unit]]:
    """Pairs worth a close look: for each item those of the other plan that share most of its weight, found by word."""
    holders: dict[str, list[tuple[int, float]]] = {}
    for i, unit in enumerate(right):
        for term, weight in unit.vector.items():
            holders.setdefault(term, []).append((i, weight / unit.norm))
    # A word that everybody has leads nowhere where there is much to choose from.
    usual = max(60, len(right) // 6)
    for a in left:
        sums: dict[int, float] = {}
        for term, weight in a.vector.items():
            found = holders.get(term, ())
            if len(found) <= usual:
                for i, share in found:
                    sums[i] = sums.get(i, 0.0) + weight * share
        near = sorted((-total, i) for i, total in sums.items() if allowed(a, right[i]))
        for _, i in near[:_CANDIDATES]:
            yield a, right[i]


def _give_context(edges: Edges, sides: Sides, settled: tuple[set[int], set[int]]) -> None:
    """Let headings gain by their children and children by their headings."""
    support = _children_meet(edges)
    for a, b in support:
        if (a, b) not in edges and not (a in settled[0] or b in settled[1]):
            # headings in wholly different words over the same measures
            left, right = sides.a[a], sides.b[b]
            edges[a, b] = Link(left, right, Likeness(0.0, 0.0, 0.0, 0.0), None if left.duty is None else ENOUGH)
    for key, link in edges.items():
        link.strength += _CHILDREN_GAIN * max(0.0, support.get(key, 0.0)) * (not link.equal)
    above = {key: link.strength for key, link in edges.items()}
    for link in edges.values():
        if link.a.parent is not None and link.b.parent is not None:
            link.strength += _PARENT_GAIN * above.get((link.a.parent.order, link.b.parent.order), 0.0)
        elif link.a.parent is not link.b.parent:
            link.strength -= _DEPTH_LOSS


def _children_meet(edges: Edges) -> dict[tuple[int, int], float]:
    """For two headings how well their children meet, 0 to 1: the mean of each child's best, over those compared."""
    best: dict[tuple[int, int], dict[tuple[int, int], float]] = {}
    for link in edges.values():
        if link.a.parent is not None and link.b.parent is not None:
            group = best.setdefault((link.a.parent.order, link.b.parent.order), {})
            for child in ((0, link.a.order), (1, link.b.order)):
                group[child] = max(group.get(child, 0.0), link.strength)
    return {key: min(1.0, sum(group.values()) / len(group)) for key, group in best.items()}


def _one_to_one(edges: Edges, more_asked: float) -> list[Link]:
    """The best assignment among the candidates above their bound."""
    top = _two_best(edges)
    gains = []
    for (a, b), link in edges.items():
        rival = max(_rival(top[0, a], link.strength), _rival(top[1, b], link.strength))
        gain = link.strength + _MARGIN_GAIN * (link.strength - rival)
        if gain >= _bound(link) + more_asked:
            gains.append((gain, a, b))
    return [edges[a, b] for _, a, b in assignment(gains)]


def _two_best(edges: Edges) -> dict[tuple[int, int], tuple[float, float]]:
    """The two greatest strengths of every item, by (plan, order)."""
    top: dict[tuple[int, int], tuple[float, float]] = {}
    for (a, b), link in edges.items():
        for item in ((0, a), (1, b)):
            first, second = top.setdefault(item, (0.0, 0.0))
            if link.strength > first:
                top[item] = (link.strength, first)
            elif link.strength > second:
                top[item] = (first, link.strength)
    return top


def _rival(top: tuple[float, float], strength: float) -> float:
    return top[1] if strength == top[0] else top[0]


def _more(edges: Edges, chosen: list[Link], more_asked: float) -> list[Link]:
    """Further pairs of items that have one: what one plan says in one item and the other in several."""
    top = _two_best(edges)
    taken = {(link.a.order, link.b.order) for link in chosen}
    partners: Partners = {}
    for link in chosen:
        _note(partners, link)
    out = []
    for key, link in sorted(edges.items(), key=lambda edge: (-edge[1].strength, edge[0])):
        further = key not in taken and _is_further(link, top, partners, _bound(link) + more_asked)
        if further and not _repeats(link, partners):
            _note(partners, link)
            out.append(link)
    return out


Partners = dict[tuple[int, int], list[Unit]]
"""By (plan, order) of an item, the items of the other plan that it has been paired with."""


def _note(partners: Partners, link: Link) -> None:
    partners.setdefault((0, link.a.order), []).append(link.b)
    partners.setdefault((1, link.b.order), []).append(link.a)


def _repeats(link: Link, partners: Partners) -> bool:
    """Whether both items have partners, and one is more like a partner of the other than like the other itself.

    A plan that says nearly the same in several items repeats itself; that is no split.
    """
    of_a, of_b = partners.get((0, link.a.order), []), partners.get((1, link.b.order), [])
    strength = max(_REPEATED, min(link.strength, link.likeness.text))
    pairs = [*((link.a, unit) for unit in of_b), *((link.b, unit) for unit in of_a)] if of_a and of_b else []
    return any(likeness(one, two).text > strength for one, two in pairs)


def _bound(link: Link) -> float:
    return BOUND_IN_DUTIES if link.a.section == "duties" else BOUND


def _is_further(link: Link, top: dict[tuple[int, int], tuple[float, float]], partners: Partners, bound: float) -> bool:
    a, b = link.a, link.b
    of_a, of_b = partners.get((0, a.order)), partners.get((1, b.order))
    best_a, best_b = top[0, a.order][0], top[1, b.order][0]
    if of_a and of_b:
        return link.strength >= max(bound + _BOTH_MORE, _BOTH_SHARE * max(best_a, best_b))
    # A heading's pair is not its children's as well: they say what it says.
    if of_b and a.parent is not None and a.parent in of_b:
        return False
    if of_a and b.parent is not None and b.parent in of_a:
        return False
    return link.strength >= max(bound + _ONE_MORE, _ONE_SHARE * (best_b if of_a else best_a))


def _moves(sides: Sides, links: list[Link]) -> list[Link]:
    """Pairs of items that are left, in other sections or under other assignees."""
    used_a, used_b = {link.a.order for link in links}, {link.b.order for link in links}
    left = [unit for unit in sides.a if unit.order not in used_a and _may_move(unit)]
    right = [unit for unit in sides.b if unit.order not in used_b and _may_move(unit)]
    place = {unit.order: i for i, unit in enumerate(right)}
    found: Edges = {}
    for a, b in _near(left, right, lambda a, b: True):
        close = likeness(a, b)
        agency = sides.agencies.duties(a.duty, b.duty) if a.duty and b.duty else None
        strength = EXACT if a.core == b.core else close.text
        if strength >= _MOVE_BOUND:
            found[a.order, b.order] = Link(a, b, close, agency, strength, moved=True)
    edges = [(link.strength, a, place[b]) for (a, b), link in found.items()]
    return [found[a, right[j].order] for _, a, j in assignment(edges)]


def _may_move(unit: Unit) -> bool:
    return unit.section not in _STAYING and len(unit.form.split()) >= _MOVE_WORDS
