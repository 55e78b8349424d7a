"""A rule that fails costs one item its facts of one kind, and says so."""

from __future__ import annotations

from typing import Any

import pytest

import kehoach
from kehoach.parsers import assignments, attempts, layer_dates, layer_targets
from kehoach.parsers.facts import citations, money

PLAN = """KẾ HOẠCH
Trồng cây năm 2031
I. NHIỆM VỤ
1. Sở Y tế trồng 500 cây theo Quyết định số 5/QĐ-UBND, kinh phí 3 triệu đồng, xong trước ngày 15/6/2031.
2. Sở Nội vụ tưới nước.
"""
KINDS = [
    ("deadlines", layer_dates, "_of_item"),
    ("targets", layer_targets, "_of_item"),
    ("citations", citations, "find"),
    ("amounts", money, "amounts"),
    ("assignments", assignments, "_of_item"),
]


def _fails(*_: Any, **__: Any) -> Any:
    raise ZeroDivisionError("in a rule")


@pytest.mark.parametrize(("kind", "room", "function"), KINDS, ids=[kind for kind, _, _ in KINDS])
def test_a_failing_rule_is_told_and_the_plan_stands(
    monkeypatch: pytest.MonkeyPatch, kind: str, room: Any, function: str
) -> None:
    whole = kehoach.parse(PLAN)
    monkeypatch.setattr(attempts, "raises", False)
    monkeypatch.setattr(room, function, _fails)
    plan = kehoach.parse(PLAN)
    told = [w for w in plan.warnings if w.code == "facts-unread"]
    assert told
    assert all(
        w.message == f"a rule failed (ZeroDivisionError: in a rule), {kind} not read here; please report it"
        for w in told
    )
    assert plan.tasks == whole.tasks
    assert (kind == "citations") == (not plan.citations)
    assert (kind == "deadlines") == (not plan.deadlines)


def test_where_faults_are_looked_for_they_are_raised(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(layer_dates, "_of_item", _fails)
    with pytest.raises(ZeroDivisionError):
        kehoach.parse(PLAN)
