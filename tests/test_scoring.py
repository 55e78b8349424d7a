"""Precision, recall, F1 and floors of bags of facts."""

from __future__ import annotations

import pytest

from scoring import Bag, Score, floor_of, score

FACTS = Bag([("a",), ("b",), ("b",)])
NONE = Bag()


def test_facts_weigh_alike_over_all_pairs() -> None:
    assert score([(FACTS, FACTS), (Bag([("c",)]), NONE)]) == Score(hits=3, wanted=4, found=3)
    assert score([(FACTS, FACTS), (Bag([("c",)]), NONE)]).f1 == pytest.approx(6 / 7)


@pytest.mark.parametrize(
    ("want", "got", "precision", "recall", "f1"),
    [
        (FACTS, FACTS, 1.0, 1.0, 1.0),
        (FACTS, Bag([("b",)]), 1.0, 1 / 3, 0.5),
        (Bag([("b",)]), FACTS, 1 / 3, 1.0, 0.5),
        (FACTS, Bag([("c",)]), 0.0, 0.0, 0.0),
        (FACTS, NONE, 0.0, 0.0, 0.0),
        (NONE, FACTS, 0.0, 0.0, 0.0),
        (NONE, NONE, 1.0, 1.0, 1.0),
    ],
)
def test_figures(want: Bag, got: Bag, precision: float, recall: float, f1: float) -> None:
    reached = score([(want, got)])
    assert (reached.precision, reached.recall, reached.f1) == pytest.approx((precision, recall, f1))


@pytest.mark.parametrize(("value", "floor"), [(1.0, 1.0), (0.9999, 0.99), (0.29, 0.29), (0.0, 0.0)])
def test_floors_round_down(value: float, floor: float) -> None:
    assert floor_of(value) == floor
