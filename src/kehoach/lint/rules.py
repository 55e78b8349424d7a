"""The table of rules: one row each, grouped by theme, one or two files a theme."""

from __future__ import annotations

from collections.abc import Iterable

from kehoach.lint import citations, duties, ending, figures, letterhead, names, references, structure, times, wording
from kehoach.lint.base import Rule


def _by_code(*tables: tuple[Rule, ...]) -> tuple[Rule, ...]:
    return tuple(sorted((rule for table in tables for rule in table), key=lambda rule: rule.code))


THEMES: tuple[tuple[str, str, tuple[Rule, ...]], ...] = (
    ("KH1", "Above the body", letterhead.RULES),
    ("KH2", "Recipients and signature", ending.RULES),
    ("KH3", "Numbering and headings", structure.RULES),
    ("KH4", "Who does what by when", duties.RULES),
    ("KH5", "Dates", times.RULES),
    ("KH6", "Figures", figures.RULES),
    ("KH7", "References and citations", _by_code(references.RULES, citations.RULES)),
    ("KH8", "Bodies, places and laws in time", names.RULES),
    ("KH9", "Wording and letters", wording.RULES),
)
"""(prefix of the codes, what they are about, rules)."""

RULES: tuple[Rule, ...] = tuple(rule for _, _, rules in THEMES for rule in rules)
"""Every rule, by code."""

BY_CODE = {rule.code: rule for rule in RULES}


def unknown(prefixes: Iterable[str]) -> list[str]:
    """Those of ``prefixes`` that no code or name begins with."""
    return [p for p in prefixes if not any(_fits(rule, p) for rule in RULES)]


def chosen(select: Iterable[str] = (), ignore: Iterable[str] = ()) -> tuple[Rule, ...]:
    """The rules whose code begins with one of ``select`` (all, where it is empty) and with none of ``ignore``.

    >>> [rule.code for rule in chosen(["KH50"], ["KH503", "KH504", "KH505", "KH506", "KH507", "KH508"])]
    ['KH501', 'KH502']
    """
    wanted, left = tuple(select), tuple(ignore)
    return tuple(
        rule
        for rule in RULES
        if (not wanted or any(_fits(rule, p) for p in wanted)) and not any(_fits(rule, p) for p in left)
    )


def _fits(rule: Rule, prefix: str) -> bool:
    return rule.code.startswith(prefix.upper()) or rule.name == prefix.lower()
