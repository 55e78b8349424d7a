"""Parse the plans of each set once and score them, field by field."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from kehoach.parsers import parse_source
from kehoach.readers import read
from kehoach.readers.source import SourceText
from readings.fields import FIELDS
from readings.references import References
from scoring import Bag, Pair, Score, score

TESTS = Path(__file__).resolve().parents[1]
DATA = TESTS / "data"
FLOORS = DATA / "reading_floors.toml"
SETS = (
    "readings",
    "blind",
    *(f"blind{number}" for number in range(2, 14)),
    "blind14scans",
    "blind16",
    "blind17",
    "blind17scans",
    "blind18",
    "blind18scans",
    "scans",
)
"""Folders of readings. Those of ``readings`` are of the samples; the others have their plans beside them."""

_PART = {"sections": "tree", "owners": "duties", "amounts": "funding"}
"""The part of a reading that a field is compared with; one that is left out is not judged."""


def readings(set_: str) -> list[Path]:
    """The readings of a set."""
    return sorted((DATA / set_).glob("*.yaml"))


@cache
def _reading(path: Path) -> tuple[dict[str, Any], SourceText]:
    """A reading and its plan's text."""
    reading: dict[str, Any] = yaml.load(path.read_text("utf-8"), getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    folder = TESTS.parent / "samples" if path.parent.name == "readings" else path.parent
    return reading, read(folder / reading["plan"])


@cache
def scored(path: Path) -> dict[str, Pair]:
    """Each field's two bags for the plan of one reading; parsed once."""
    return compared(path)


def compared(path: Path) -> dict[str, Pair]:
    """Each field's two bags for the plan of one reading, which is parsed anew."""
    reading, source = _reading(path)
    plan, references = parse_source(source), References(source.text)
    return {
        field: compare(reading, plan, references) if _PART.get(field, field) in (*reading, "tree") else (Bag(), Bag())
        for field, compare in FIELDS.items()
    }


def scores(set_: str, compare: Callable[[Path], dict[str, Pair]] = scored) -> dict[str, Score]:
    """The score of each field over all facts of the plans of a set."""
    found = [compare(path) for path in readings(set_)]
    return {field: score(pairs[field] for pairs in found) for field in FIELDS}


def differences(set_: str, field: str) -> Iterator[tuple[str, Bag, Bag]]:
    """(plan, missed, wrong) of the plans whose field is not read as it should be."""
    for path in readings(set_):
        want, got = scored(path)[field]
        if want != got:
            yield path.stem, want - got, got - want


def floors() -> dict[str, dict[str, float]]:
    """The floors: set → field → F1."""
    return tomllib.loads(FLOORS.read_text("utf-8")) if FLOORS.exists() else {}
