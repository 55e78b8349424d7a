"""What is compared: the items of a plan, each with its place, its words and the assignee it stands under."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass, field
from typing import Any

from kehoach.comparing.words import clauses, plain_form
from kehoach.folding import fold

SECTIONS = (
    "basis", "situation", "purpose", "requirements", "objectives", "scope", "tasks", "duties", "funding", "reporting",
    "closing", "recipients", "annexes",
)  # fmt: skip
"""Parts of a plan whose items are compared, in the order of the format."""

Vector = dict[str, float]


@dataclass(slots=True, eq=False)
class Unit:
    """One item of a plan."""

    id: str
    section: str
    text: str
    line: int
    order: int
    parent: Unit | None
    duty: dict[str, Any] | None
    """The duty it stands under, as in the plan; ``None`` outside the duties."""
    leaf: bool
    words: str
    """Its text folded, without the names of the issuer's own places."""
    form: str
    """What makes two texts the same."""
    core: str
    """What makes them the same but for the issuers' own places."""
    counted: frozenset[str] = frozenset()
    """The nouns its targets count: "lớp", "mẫu"; shares of a whole are none."""
    vector: Vector = field(default_factory=dict)
    norm: float = 1.0
    mass: float = 0.0
    parts: list[tuple[Vector, float]] = field(default_factory=list)
    """Vector and norm of each clause."""


def units_of(plan: dict[str, Any], sections: Container[str] = SECTIONS) -> list[Unit]:
    """Every item of the plan's sections, parents before their children."""
    places = _own_places(plan)
    out: list[Unit] = []
    for section, duty, items in _lists(plan):
        if section not in sections:
            continue
        _walk(items, section, duty, None, places, out)
    _note_counted(plan, out)
    return out


def _note_counted(plan: dict[str, Any], units: list[Unit]) -> None:
    nouns: dict[str, set[str]] = {}
    for target in plan["targets"]:
        for measure in target["measures"]:
            noun = fold(measure["unit"] or "").partition(" ")[0]
            if noun.isalpha():
                nouns.setdefault(target["item"], set()).add(noun)
    for unit in units:
        if unit.id in nouns:
            unit.counted = frozenset(nouns[unit.id])


def clauses_of(unit: Unit) -> list[str]:
    """The clauses of a unit as they are weighed."""
    return clauses(unit.words)


def _lists(plan: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any] | None, list[dict[str, Any]]]]:
    for section in SECTIONS:
        if section == "duties":
            for duty in plan["duties"]:
                yield section, duty, duty["items"]
        elif section == "annexes":
            for annex in plan["annexes"]:
                yield section, None, annex["items"]
        else:
            yield section, None, plan["funding"]["items"] if section == "funding" else plan[section]


def _walk(
    items: list[dict[str, Any]], section: str, duty: dict[str, Any] | None, parent: Unit | None, places: list[str],
    out: list[Unit],
) -> None:  # fmt: skip
    stack = [(item, parent) for item in reversed(items)]
    while stack:
        item, above = stack.pop()
        text = item["text"]
        words = fold(text)
        for place in places:
            words = words.replace(place, " ")
        unit = Unit(
            item["id"], section, text, item["span"]["line"], len(out), above, duty, not item["items"], words,
            plain_form(text), plain_form(words) or plain_form(text),
        )  # fmt: skip
        out.append(unit)
        stack += [(child, unit) for child in reversed(item["items"])]


def _own_places(plan: dict[str, Any]) -> list[str]:
    """Names of the issuer's own places: said of nearly everything, they tell nothing about any one item."""
    issuer = plan["document"]["issuer"] or {}
    names = {fold(issuer[key]) for key in ("province", "district", "commune") if issuer.get(key)}
    return sorted((name for name in names if len(name) > 3), key=lambda name: (-len(name), name))
