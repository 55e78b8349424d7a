"""What is read of a plan must not change with how the plan is printed: floors for each transformation."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest

from metamorphic import run
from metamorphic.transforms import TRANSFORMS


def below(reached: Mapping[str, float], key: str) -> list[str]:
    """The transformations that are under their floor, with both figures."""
    rows = run.floors()
    return [
        f"{name}: {value:.4f} < {rows[name][key]:.3f}"
        for name, value in reached.items()
        if value < rows[name].get(key, 0.0)
    ]


def test_every_transformation_has_a_floor_and_a_target() -> None:
    rows = run.floors()
    assert list(rows) == list(TRANSFORMS)
    for name, row in rows.items():
        assert set(row) <= {"floor", "quick", "target"}, name
        assert {"floor", "target"} <= set(row), name
        assert all(0 <= value <= 1 for value in row.values()), name


def test_there_are_plans() -> None:
    stems = [path.stem for path in run.ours()]
    assert len(stems) >= 20
    assert set(run.QUICK) <= set(stems)


@cache
def results(path: Path) -> list[run.Result]:
    """One plan under every transformation; both tests below ask for some."""
    return run.results([path])


def test_few_plans() -> None:
    found = [result for path in run.ours() if path.stem in run.QUICK for result in results(path)]
    assert not below(run.means(found), "quick")


@pytest.mark.slow
def test_all_plans() -> None:
    found = [result for path in run.ours() for result in results(path)]
    missing = set(TRANSFORMS) - {result.transform for result in found}
    assert not missing, "changed no plan"
    assert not below(run.means(found), "floor")
