"""The models, and that the light check says the same as they do."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

import made
from kehoach.errors import InvalidPlanError
from kehoach.models import Plan
from kehoach.models.check import checked, plan_faults

# (path to a value of the made plan, what stands there instead, a word of the complaint)
WRONG: list[tuple[str, Any, str]] = [
    ("schema_version", "2", "should be '"),
    ("source.characters", -1, "0 or more"),
    ("source.characters", True, "whole number"),
    ("source.sha256", "abc", "match"),
    ("document.title", "", "empty"),
    ("document.period.end", 2030, "ends before"),
    ("document.period.end", "2031", "whole number"),
    ("tasks", {}, "a list"),
    ("tasks.0.id", "tasks.2", "should be tasks.1"),
    ("tasks.0.id", "tasks", "match"),
    ("tasks.0.label", 1, "text or null"),
    ("tasks.0.items.0.id", "tasks.2.1", "should be tasks.1.1"),
    ("tasks.0.span.end", 40, "behind end"),
    ("tasks.0.span.end", 4000, "characters"),
    ("tasks.0.span.line", 6, "behind end_line"),
    ("tasks.0.span.end_line", 7, "lines"),
    ("targets.0.item", "tasks.9", "not there"),
    ("targets.0.measures.0.value", "500", "number"),
    ("targets.0.measures.0.value", float("nan"), "finite"),
    ("targets.0.measures.0.value_max", 600, "range"),
    ("targets.0.measures.0.comparator", "range", "range"),
    ("deadlines.0.due", "15/6/2031", "match"),
    ("deadlines.0.due", "2031-13", "match"),
    ("deadlines.0.every", "day", "match"),
    ("deadlines.0.item", "closing.1", "not there"),
    ("blocks.1.kind", "title", "should be '"),
    ("blocks.1.span.start", 20, "overlaps"),
    ("blocks.2.ref", "tasks.3", "not there"),
    ("funding.mentions", ["tasks.1", "tasks.7"], "not there"),
]

DUES = [
    "2031", "2031-06", "2031-06-15", "2031-Q2", "2031-06-01/2031-06-30", "2025-12/2026-Q1", "--12-05", "--09", "---18",
    "--11-15/--12-15", "2031/2032",
]  # fmt: skip


def put(data: Any, path: str, value: Any) -> None:
    """Set the value at a dotted path."""
    *steps, last = [int(step) if step.isdigit() else step for step in path.split(".")]
    for step in steps:
        data = data[step]
    data[last] = value


def accepted(data: object) -> bool:
    """Whether the models take the data."""
    try:
        Plan.model_validate(data)
    except ValidationError:
        return False
    return True


def test_a_right_plan_comes_back_unchanged() -> None:
    data = made.plan()
    assert Plan.model_validate(copy.deepcopy(data)).model_dump() == data
    assert plan_faults(data) == []
    assert checked(data, "x.txt") is data


@pytest.mark.parametrize(("path", "value", "complaint"), WRONG, ids=lambda x: str(x)[:30])
def test_what_is_wrong_is_refused_by_both(path: str, value: Any, complaint: str) -> None:
    data = made.plan()
    put(data, path, value)
    faults = plan_faults(data)
    assert faults, "the light check took it"
    assert any(complaint in message for _, message in faults), faults
    assert not accepted(data)


@pytest.mark.parametrize("due", DUES)
def test_forms_of_due(due: str) -> None:
    data = made.plan()
    data["deadlines"][0]["due"] = due
    assert plan_faults(data) == []
    assert accepted(data)


@pytest.mark.parametrize("key", sorted(made.plan()))
def test_no_part_may_be_missing(key: str) -> None:
    data = made.plan()
    del data[key]
    assert plan_faults(data) == [((key,), "is missing")]
    assert not accepted(data)


def test_models_are_closed() -> None:
    data = made.plan()
    data["tasks"][0]["colour"] = "green"
    assert plan_faults(data) == [(("tasks", 0, "colour"), "is not a key of the format")]
    assert not accepted(data)


def test_checked_lists_every_fault() -> None:
    data = made.plan()
    data["source"]["lines"] = "six"
    data["tasks"][0]["text"] = None
    with pytest.raises(InvalidPlanError, match=r"x\.txt: .*source\.lines") as caught:
        checked(data, "x.txt")
    assert [path for path, _ in caught.value.faults] == ["source.lines", "tasks.0.text"]


def _paths(node: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    children = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    return [path] * bool(path) + [p for key, child in children for p in _paths(child, (*path, key))]


_VALUES = st.one_of(
    st.none(), st.booleans(), st.integers(-3, 300), st.sampled_from([0.5, 2.0]), st.text(max_size=3),
    st.sampled_from(["tasks.1", "tasks.2.1", "2031-06", "year", "=", "range", "item", "Kế hoạch"]),
    st.just([]), st.just({}), st.just([{}]), st.just([""]),
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_the_light_check_agrees_with_the_models(data: st.DataObject) -> None:
    plan = made.plan()
    for path in data.draw(st.lists(st.sampled_from(_paths(plan)), min_size=1, max_size=3)):
        node: Any = plan
        for step in path[:-1]:
            node = node[step] if (isinstance(node, dict) and step in node) or (
                isinstance(node, list) and isinstance(step, int) and step < len(node)) else None  # fmt: skip
        act = data.draw(st.sampled_from(["replace", "replace", "drop", "add"]))
        if isinstance(node, dict) and act == "add":
            node["more"] = 1
        elif isinstance(node, dict) and act == "drop":
            node.pop(path[-1], None)
        elif isinstance(node, dict):
            node[path[-1]] = data.draw(_VALUES)
    assert (plan_faults(plan) == []) == accepted(plan)
