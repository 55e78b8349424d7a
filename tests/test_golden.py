"""The samples are read as their reviewed ``.yaml`` says. ``make golden`` writes these files anew."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tools.update_golden import expected  # noqa: E402

SAMPLES = sorted(
    path for path in [*(ROOT / "samples").glob("*.txt"), *(ROOT / "samples").glob("*.md")] if path.name != "README.md"
)


def test_there_are_samples() -> None:
    assert len(SAMPLES) >= 9


def test_each_reading_is_of_a_sample() -> None:
    assert {path.stem for path in (ROOT / "samples").glob("*.yaml")} == {path.stem for path in SAMPLES}


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_sample(sample: Path) -> None:
    golden, now = sample.with_suffix(".yaml").read_text("utf-8"), expected(sample)
    # the parsed form first: its difference says which field changed
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    assert yaml.load(now, loader) == yaml.load(golden, loader)
    assert now == golden
