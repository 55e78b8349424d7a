"""YAML: what is written without PyYAML is what PyYAML writes, and any text comes back."""

from __future__ import annotations

import json
import string
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import made
from kehoach.writers import yaml_by_library
from kehoach.writers.yaml import _OutOfScopeError, _Writer, dump, is_quoted

ROOT = Path(__file__).resolve().parent.parent

TRICKY = [
    "--12-05", "---18", "---", "...", "... x", "1", "01", "1.5", "1e3", "1e+3", "-1", "+1", "1_000", ".5", "0x1F",
    "0b11", "0o17", "017", "190:20:30", "12:30", "2031-06-15", "2031-6-5 7:08:09", "2031-06-15T07:08:09Z",
    "2031-06-15 07:08:09.5 +07:00", "yes", "no", "No", "NO", "on", "OFF", "y", "n", "true", "null", "Null", "~", "",
    " ", "  ", " a", "a ", "-", "- a", "-a", "?", "? a", ":", "a:", "a: b", "a:b", "#", "a #b", "a# b", "'", '"',
    "\\", "'a'", "=", "<<", "!x", "&x", "*x", "%", "@", "`", "|", ">", "[a]", "{a: b}", ",", "inf", ".inf", "-.INF",
    ".nan", "NaN", "\xa0", "\u2028", "\u2029", "\x85", "\ufeff", "\u200b", "\xad", "\x00", "\x07", "\x7f", "\t",
    "a\tb", "a\nb", "\n", "a\r\nb", "a \n b", "\U0001f600", "\ue000", "\ufffd", "\ufffe", "Đ", "\xbd", "\u0663",
]  # fmt: skip

TEXTS = st.one_of(
    st.sampled_from(TRICKY),
    st.text(),
    st.text(alphabet="-+.:_,0123456789eExXobTZ \t~=<"),
    st.lists(st.sampled_from([*TRICKY, "kế", "hoạch", "it's", "a" * 40, " ", "  "]), max_size=60).map(" ".join),
)
KEYS = st.one_of(
    st.text(alphabet=string.ascii_lowercase + "_", min_size=1), st.sampled_from(["y", "no", "x" * 70, "a b"])
)
SPANS = st.fixed_dictionaries({"start": st.integers(0), "end": st.integers(0), "line": st.integers(1),
                               "end_line": st.integers(1)})  # fmt: skip
VALUES = st.recursive(
    st.one_of(TEXTS, st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False), SPANS),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(KEYS, inner, max_size=3)),
    max_leaves=8,
)
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
in_c = pytest.mark.skipif(not yaml.__with_libyaml__, reason="PyYAML's emitter in Python breaks some lines elsewhere")


def written_here(data: Any) -> bool:
    try:
        _Writer().document(data)
    except _OutOfScopeError:
        return False
    return True


@given(st.dictionaries(KEYS, VALUES, max_size=4))
@settings(max_examples=70, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_data_come_back_and_are_written_as_pyyaml_writes_them(data: dict[str, Any]) -> None:
    assert yaml.load(dump(data), LOADER) == data
    if yaml.__with_libyaml__:
        assert dump(data) == yaml_by_library.dump(data)


@pytest.mark.parametrize("text", TRICKY)
def test_tricky_texts_come_back(text: str) -> None:
    longer = f"{text} {'chữ ' * 60}{text}{text} {'x' * 130} {text}"
    data = {"a": text, "b": [text, longer, {"c": longer, "d": [[text]]}]}
    assert yaml.safe_load(dump(data)) == data
    if yaml.__with_libyaml__:
        assert dump(data) == yaml_by_library.dump(data)


def test_a_list_that_stands_in_two_places_is_written_twice() -> None:
    shared = ["một"]
    assert dump({"a": shared, "b": [shared]}) == "a:\n- một\nb:\n- - một\n"


@given(TEXTS)
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_what_pyyaml_takes_for_another_type_is_quoted(text: str) -> None:
    tag = yaml.SafeLoader("").resolve(yaml.ScalarNode, text, (True, False))  # type: ignore[no-untyped-call]
    assert is_quoted(text) or tag == "tag:yaml.org,2002:str"


@in_c
def test_deep_data_are_written_as_pyyaml_writes_them() -> None:
    for depth in (29, 30, 31, 60):
        data: dict[str, Any] = {"text": "chữ " * 80, "span": {"start": 1, "end": 2, "line": 3, "end_line": 4}}
        for _ in range(depth):
            data = {"items": [data]}
        assert dump(data) == yaml_by_library.dump(data)
        assert written_here(data) == (depth <= 30)


def test_the_samples_are_written_without_pyyaml() -> None:
    for path in sorted((ROOT / "samples").glob("*.yaml")):
        text = path.read_text("utf-8")
        data = yaml.load(text, LOADER)
        assert written_here(data), path.name
        assert dump(data) == text


def test_parsing_to_yaml_loads_no_pyyaml() -> None:
    code = (
        "import io, sys, json; from kehoach.writers.yaml import dump; dump(json.load(sys.stdin)); "
        "assert 'yaml' not in sys.modules"
    )
    data = json.dumps(made.plan()).encode()
    assert subprocess.run([sys.executable, "-c", code], input=data, check=False).returncode == 0
