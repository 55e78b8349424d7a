"""The composed pairs of tests/data/diff with their alignments, and how well a diff does on them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from kehoach.comparing.units import units_of
from kehoach.parsers import parse_source
from kehoach.readers import read

FOLDER = Path(__file__).resolve().parent / "data" / "diff"
NAMES = sorted(path.stem for path in FOLDER.glob("*.yaml"))
SCORED = ("purpose", "requirements", "objectives", "tasks", "duties")

Ids = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Gold:
    """Two plans and what a careful reader finds."""

    a: dict[str, Any]
    b: dict[str, Any]
    strong: frozenset[Ids]
    weak: frozenset[Ids]
    moved: frozenset[Ids]
    agencies: frozenset[tuple[str, str]]
    changed: list[list[Any]]


@cache
def gold(name: str) -> Gold:
    """The pair ``name`` with its gold, lines turned into ids."""
    data = yaml.safe_load((FOLDER / f"{name}.yaml").read_text("utf-8"))
    plans = [parse_source(read(str(FOLDER / f"{name}.{side}.txt"))) for side in "ab"]
    items = [{unit.line: unit.id for unit in reversed(units_of(plan))} for plan in plans]
    duties = [{duty["span"]["line"]: duty["agencies"][0]["name"] for duty in plan["duties"]} for plan in plans]

    def ids(rows: list[list[Any]], *, moved: bool = False) -> frozenset[Ids]:
        found = [(items[0][row[0]], items[1][row[1]]) for row in rows if (len(row) > 2) == moved]
        return frozenset(pair for pair in found if pair[0].split(".")[0] in SCORED or moved)

    return Gold(
        plans[0], plans[1], ids(data["strong"]), ids(data["weak"]), ids(data["strong"], moved=True),
        frozenset((duties[0][a], duties[1][b]) for a, b in data["agencies"]), data["changed"],
    )  # fmt: skip


def scores(found: set[Ids], want: Gold) -> tuple[float, float, float]:
    """(precision, recall, F1) of the pairs found: strong ones must be found, weak ones may be."""
    precision = len(found & (want.strong | want.weak)) / len(found) if found else 0.0
    recall = len(found & want.strong) / len(want.strong)
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def pairs_of(diff: dict[str, Any]) -> set[Ids]:
    """The pairs that count: those of the scored sections, without what has moved."""
    return {(pair["a"], pair["b"]) for pair in diff["pairs"] if pair["status"] != "moved" and pair["section"] in SCORED}
