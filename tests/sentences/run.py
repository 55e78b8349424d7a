"""Read the composed sentences of each kind and half, and score the layers on them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from scoring import Bag, Score, score
from sentences.kinds import KINDS
from sentences.passages import KINDS as FACTS

DATA = Path(__file__).resolve().parents[1] / "data"
FLOORS = DATA / "sentence_floors.toml"
HALVES = ("dev", "held")
"""The half that rules may be tuned on, and the half that was held back until they were written."""


class Result(NamedTuple):
    """One kind's score on one half: ``right`` of ``sentences`` are read without fault, ``negatives`` hold no fact."""

    sentences: int
    negatives: int
    right: int
    score: Score

    @property
    def share(self) -> float:
        """The share of the sentences that are read without fault."""
        return self.right / self.sentences


@cache
def rows(kind: str, half: str) -> list[dict[str, Any]]:
    """The rows of ``tests/data/facts/KIND.HALF.yaml``."""
    loaded: list[dict[str, Any]] = yaml.safe_load((DATA / "facts" / f"{kind}.{half}.yaml").read_text("utf-8"))
    return loaded


def result(kind: str, half: str) -> Result:
    """Score one kind on one half."""
    pairs = [KINDS[kind](row) for row in rows(kind, half)]
    right = sum(want == got for want, got in pairs)
    return Result(len(pairs), sum(not want for want, _ in pairs), right, score(pairs))


def by_fact(kind: str, half: str) -> dict[str, Score]:
    """The score of each kind of facts on the passages of one half."""
    pairs = [KINDS[kind](row) for row in rows(kind, half)]
    return {name: score((_only(name, want), _only(name, got)) for want, got in pairs) for name in FACTS}


def _only(name: str, facts: Bag) -> Bag:
    return Bag({fact: times for fact, times in facts.items() if fact[0] == name})


def differences(kind: str, half: str) -> Iterator[tuple[str, Bag, Bag]]:
    """(sentence, missed, wrong) of the sentences that are not read as they should be."""
    for row in rows(kind, half):
        want, got = KINDS[kind](row)
        if want != got:
            yield row.get("text") or f"{row['header']} | {row['cell']}", want - got, got - want


def floors() -> dict[str, dict[str, dict[str, float]]]:
    """The floors: half → kind → "f1" and "right", the share of the sentences read without fault."""
    return tomllib.loads(FLOORS.read_text("utf-8")) if FLOORS.exists() else {}
