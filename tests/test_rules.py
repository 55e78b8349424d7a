"""Single rules, each shown by a small invented plan: see ``tests/data/rules/README.md``."""

from __future__ import annotations

import pytest

import rule_files
from rule_files import Rule

RULES = [rule for path in sorted(rule_files.FOLDER.glob("*.txt")) for rule in rule_files.read(path)]


def _known(*, gaps: bool) -> list[object]:
    return [
        pytest.param(rule, id=f"{rule.file}: {rule.title}") for rule in RULES if (rule.file == rule_files.GAPS) is gaps
    ]


@pytest.mark.parametrize("rule", _known(gaps=False))
def test_rule(rule: Rule) -> None:
    assert rule.found() == list(rule.expected)


@pytest.mark.xfail(strict=True, reason="a known gap", raises=AssertionError)
@pytest.mark.parametrize("rule", _known(gaps=True))
def test_gap(rule: Rule) -> None:
    assert rule.found() == list(rule.expected)


def test_there_are_rules() -> None:
    files = {rule.file for rule in RULES}
    assert {"labels", "joins", "sections", "duties", "letterhead", "ending", "tables", "annexes", "around"} <= files
    assert len(RULES) >= 150


def test_titles_are_told_apart() -> None:
    titles = [(rule.file, rule.title) for rule in RULES]
    assert len(titles) == len(set(titles))
