"""`parse FILE -f FORMAT` runs without click: it must do what click would have it do, and leave all else to it."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach.cli.group import run
from kehoach.cli.output import COMPLETE
from kehoach.cli.parsing import plainly
from kehoach.writers.json import dump

SAMPLE = Path(__file__).parent.parent / "samples" / "xa-don-vi-chu-tri.txt"


@pytest.fixture
def inputs(tmp_path: Path) -> dict[str, str]:
    made = {
        "plan": SAMPLE.read_bytes(),
        "none": b"Hello, world.",
        "empty": b"",
        "data": b"schema_version: '1'\n",
        "picture": b"GIF89a" + bytes(9),
        "zip": b"PK\x03\x04" + bytes(20),
    }
    for name, data in made.items():
        (tmp_path / name).write_bytes(data)
    return {name: str(tmp_path / name) for name in made}


@pytest.mark.parametrize("name", ["plan", "none", "empty", "data", "picture", "zip"])
@pytest.mark.parametrize("options", [[], ["-f", "json"], ["--format", "jsonl"], ["-f", "json", "-f", "yaml"]])
def test_it_does_what_click_does(
    name: str, options: list[str], inputs: dict[str, str], capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    args = [*options, inputs[name]]
    code = plainly(args)
    here = capfdbinary.readouterr()
    assert code == run(["parse", *args])
    assert here == capfdbinary.readouterr()
    assert bool(here.out) == (code == 0)


def test_standard_input(monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(SAMPLE.read_bytes())))
    assert plainly(["-", "-f", "json"]) == 0
    assert json.loads(capfdbinary.readouterr().out)["source"]["name"] == "<stdin>"


@pytest.mark.parametrize(
    "args",
    [
        [], ["-f", "json"], ["--help"], ["nowhere.txt"], ["nowhere.txt", "-f", "json"], ["-f"], ["--strict", "{}"],
        ["{}", "{}"], ["{}", "-f"], ["{}", "-f", "xml"], ["{}", "-o", "x.json"], ["-fjson", "{}"], ["--", "{}"], ["."],
    ],
)  # fmt: skip
def test_all_else_is_left_to_click(args: list[str]) -> None:
    assert plainly([arg.format(SAMPLE) for arg in args]) is None


def test_completion_is_left_to_click(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(COMPLETE, "bash_complete")
    assert plainly([str(SAMPLE)]) is None


leaves = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text()
texts = st.text(st.characters(exclude_categories=["Cs"]))


# A few values, one in another: every layout is a value and what stands beside it, however many there are.
nested = st.recursive(
    leaves, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3), max_leaves=8
)


@given(st.dictionaries(texts, nested, max_size=4))
def test_json_is_laid_out_as_by_the_standard_library(data: dict[str, Any]) -> None:
    assert dump(data) == json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def test_json_refuses_what_it_does_not_have() -> None:
    with pytest.raises(ValueError, match="JSON"):
        dump({"value": float("nan")})
    with pytest.raises(TypeError):
        dump({"value": object()})
