"""Parse the plans of each set once and score them, field by field."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from kehoach.parsers import parse_source
from kehoach.readers import read
from readings.fields import FIELDS, Bag, Pair
from readings.references import References

TESTS = Path(__file__).resolve().parents[1]
DATA = TESTS / "data"
FLOORS = DATA / "reading_floors.toml"
SETS = ("readings", "blind", "blind2", "blind3", "blind4", "scans")
"""Folders of readings. Those of ``readings`` are of the samples; the others have their plans beside them."""

_PART = {"sections": "tree", "owners": "duties", "amounts": "funding"}
"""The part of a reading that a field is compared with; one that is left out is not judged."""


def readings(set_: str) -> list[Path]:
    """The readings of a set."""
    return sorted((DATA / set_).glob("*.yaml"))


@cache
def scored(path: Path) -> dict[str, Pair]:
    """Each field's two bags for the plan of one reading."""
    reading: dict[str, Any] = yaml.load(path.read_text("utf-8"), getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    folder = TESTS.parent / "samples" if path.parent.name == "readings" else path.parent
    source = read(folder / reading["plan"])
    plan, references = parse_source(source), References(source.text)
    return {
        field: compare(reading, plan, references) if _PART.get(field, field) in (*reading, "tree") else (Bag(), Bag())
        for field, compare in FIELDS.items()
    }


def scores(set_: str) -> dict[str, float]:
    """Micro F1 of each field over the plans of a set; 1 where there is nothing to find and nothing was found."""
    found = [scored(path) for path in readings(set_)]
    return {field: f1([pairs[field] for pairs in found]) for field in FIELDS}


def f1(pairs: list[Pair]) -> float:
    """F1 over all facts of all plans, so that each fact counts alike."""
    hits = sum((want & got).total() for want, got in pairs)
    total = sum(want.total() + got.total() for want, got in pairs)
    return 2 * hits / total if total else 1.0


def differences(set_: str, field: str) -> Iterator[tuple[str, Bag, Bag]]:
    """(plan, missed, wrong) of the plans whose field is not read as it should be."""
    for path in readings(set_):
        want, got = scored(path)[field]
        if want != got:
            yield path.stem, want - got, got - want


def floors() -> dict[str, dict[str, float]]:
    """The floors: set → field → F1."""
    return tomllib.loads(FLOORS.read_text("utf-8")) if FLOORS.exists() else {}
