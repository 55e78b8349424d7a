"""Single rules, each shown by a small invented plan: see ``tests/data/rules/README.md``."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

import rule_files
from kehoach.models.check import plan_faults
from rule_files import Rule

RULES = [rule for path in sorted(rule_files.FOLDER.glob("*.txt")) for rule in rule_files.read(path)]


def _known(*, gaps: bool) -> list[object]:
    return [
        pytest.param(rule, id=f"{rule.file}: {rule.title}") for rule in RULES if (rule.file == rule_files.GAPS) is gaps
    ]


@pytest.mark.parametrize("rule", _known(gaps=False))
def test_rule(rule: Rule) -> None:
    plan = rule.plan()
    assert rule.found(plan) == list(rule.expected)
    assert plan_faults(plan) == []
    assert [part for part in _spans(plan) if not _at_words(rule.text, *part)] == []


def _spans(part: Any) -> Iterator[tuple[int, int]]:
    """The spans of a plan and all its parts; of warnings, which may be of a place where something is lost, none."""
    if isinstance(part, dict):
        part = {key: value for key, value in part.items() if key != "warnings"}
        if isinstance(part.get("span"), dict):
            yield part["span"]["start"], part["span"]["end"]
        part = list(part.values())
    for inner in part if isinstance(part, list) else ():
        yield from _spans(inner)


def _at_words(text: str, start: int, end: int) -> bool:
    """Whether a span holds something, cuts no word, and neither begins nor ends with a blank, be it spelt out."""
    inside = (at for at in (start, end) if 0 < at < len(text) and text[at - 2 : at] != "\\n")
    cut = any(text[at - 1].isalpha() and text[at].isalpha() for at in inside)
    return start < end and text[start:end] == text[start:end].strip() and not cut


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.file == "duties"], ids=lambda rule: rule.title)
def test_letters_printed_in_parts_are_read_the_same(rule: Rule) -> None:
    parted = replace(rule, text=unicodedata.normalize("NFD", rule.text))
    assert [unicodedata.normalize("NFC", row) for row in parted.found()] == rule.found()


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
