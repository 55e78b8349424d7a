"""What is still read wrongly, class by class: see ``tests/data/error_classes.toml``, which says what a class is."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from tools.accuracy.markdown import table

from readings import run
from scoring import Bag

CLASSES = run.DATA / "error_classes.toml"
Fact = tuple[Any, ...]
Count = Counter[tuple[str, str]]
"""(class, "missed" or "wrong") → facts."""


@dataclass(frozen=True, slots=True)
class ErrorClass:
    """A row of the table; the meaning of its columns is written there."""

    name: str
    fields: tuple[str, ...]
    example: str
    where: tuple[int, tuple[Any, ...]] | None
    same: tuple[int, ...]
    within: int | None

    def holds(self, fact: Fact, others: Iterable[Fact]) -> bool:
        """Whether a fact that one side alone says belongs here; ``others`` are those that the other side alone says."""
        if self.where is not None and fact[self.where[0]] not in self.where[1]:
            return False
        if not self.same and self.within is None:
            return True
        return any(self._meets(fact, other) for other in others)

    def _meets(self, fact: Fact, other: Fact) -> bool:
        if len(fact) != len(other) or any(fact[i] != other[i] for i in self.same):
            return False
        if self.where is not None and fact[self.where[0]] != other[self.where[0]]:
            return False
        if self.within is None:
            return True
        mine, theirs = fact[self.within], other[self.within]
        return bool(mine and theirs) and (mine in theirs or theirs in mine)


def classes() -> tuple[ErrorClass, ...]:
    """The rows of the table, in order."""
    out = []
    for row in tomllib.loads(CLASSES.read_text("utf-8"))["class"]:
        where = (row["where"][0], tuple(row["where"][1])) if "where" in row else None
        fields, same = tuple(row["fields"]), tuple(row.get("same", ()))
        out.append(ErrorClass(row["name"], fields, row["example"], where, same, row.get("within")))
    return tuple(out)


def counted(sets: Sequence[str], known: Sequence[ErrorClass]) -> Count:
    """How many facts of the sets are missed and wrong, class by class.

    Raises:
        LookupError: A difference fits no class.
    """
    count = Count()
    for set_ in sets:
        for field in dict.fromkeys(field for one in known for field in one.fields):
            for _, missed, wrong in run.differences(set_, field):
                for what, facts, others in (("missed", missed, wrong), ("wrong", wrong, missed)):
                    for fact in facts.elements():
                        count[_class_of(field, fact, others, known), what] += 1
    return count


def _class_of(field: str, fact: Fact, others: Bag, known: Sequence[ErrorClass]) -> str:
    for one in known:
        if field in one.fields and one.holds(fact, others):
            return one.name
    raise LookupError(f"no class of {CLASSES.name} holds a difference of {field}")


def summary(groups: dict[str, Sequence[str]]) -> str:
    """A row a class: how many facts of each group of sets are missed and wrong, and an invented example."""
    known = classes()
    counts = {title: counted(sets, known) for title, sets in groups.items()}
    rows: list[tuple[object, ...]] = []
    for one in known:
        figures = [count[one.name, what] for count in counts.values() for what in ("missed", "wrong")]
        if any(figures):
            rows.append((one.name, ", ".join(one.fields), *figures, one.example))
    heads = [f"{title}: {what}" if what == "missed" else what for title in groups for what in ("missed", "wrong")]
    return table(("class", "field", *heads, "for example (invented)"), rows)
