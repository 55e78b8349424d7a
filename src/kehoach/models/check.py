"""The models' contract without pydantic, for programs that must start fast.

Loading pydantic and building the models takes longer than reading a plan.  The command line therefore checks what it
prints against :mod:`kehoach.models.contract`, a table generated from the models; a test holds the two equal.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from functools import cache
from types import NoneType
from typing import Any

from kehoach.errors import InvalidPlanError
from kehoach.knowledge.patterns import lazy
from kehoach.models.contract import ROOT, SHAPES, Rule
from kehoach.models.invariants import Fault, Path, faults_of

_WORDS = {str: "text", int: "a whole number", float: "a number", bool: "true or false", list: "a list",
          dict: "an object", NoneType: "null"}  # fmt: skip


def plan_faults(plan: object) -> list[Fault]:
    """Every fault of ``plan`` against plan format 1, as ``(path, message)``; empty where it is right.

    The parts are checked for their form first and, where that is right, against each other.
    """
    faults: list[Fault] = []
    if not _fits(ROOT)(plan):
        _value(plan, ROOT, (), faults)
    if not faults and isinstance(plan, dict):
        faults = faults_of(plan)
    return faults


def checked(plan: dict[str, Any], name: str) -> dict[str, Any]:
    """``plan`` itself, where it keeps to plan format 1.

    Raises:
        InvalidPlanError: with every fault; ``name`` is the file it was read from.
    """
    faults = plan_faults(plan)
    if faults:
        path, message = faults[0]
        where = ".".join(map(str, path)) or "the plan"
        raise InvalidPlanError(
            f"what was read does not keep to the plan format ({where}: {message})",
            name=name,
            faults=tuple((".".join(map(str, p)), m) for p, m in faults),
        )
    return plan


@cache
def _fits(rule: Rule) -> Callable[[Any], bool]:
    """A quick test of a value by its rule: ``False`` says that it must be looked at closely."""
    kinds, inner, test, limit = rule[:4]
    if dict in kinds:
        return _object_fits(inner, NoneType in kinds)
    if list in kinds:
        fits = _fits(inner)
        return lambda value: type(value) is list and all(map(fits, value))
    if float in kinds:
        return lambda value: type(value) in kinds and (type(value) is not float or _finite(value))
    if test is None:
        return lambda value: type(value) in kinds
    passes = _TESTS[test]
    return lambda value: type(value) in kinds and (value is None or passes(value, limit))


@cache
def _object_fits(shape: str, or_null: bool) -> Callable[[Any], bool]:
    fields: list[tuple[str, tuple[type, ...], Callable[[Any], bool] | None]] = []

    def fits(value: Any) -> bool:
        if value is None:
            return or_null
        if not fields:  # made here and not before: a shape may hold itself
            for key, rule in SHAPES[shape].items():
                is_plain = rule[1] is None and rule[2] is None and float not in rule[0]
                fields.append((key, rule[0], None if is_plain else _fits(rule)))
        if type(value) is not dict or len(value) != len(fields):
            return False
        for key, kinds, deeper in fields:
            part = value.get(key, fits)
            if (type(part) not in kinds) if deeper is None else not deeper(part):
                return False
        return True

    return fits


def _value(value: object, rule: Rule, path: Path, faults: list[Fault]) -> None:
    """Check one value of any kind against its rule."""
    kinds, inner, test, limit = rule[:4]
    kind = type(value)
    if kind not in kinds:
        is_now = _WORDS.get(kind, f"{kind.__name__} (put it in quotes)")
        faults.append((path, f"should be {' or '.join(_WORDS[k] for k in kinds)}, is {is_now}"))
    elif kind is dict:
        _object(value, inner, path, faults)  # type: ignore[arg-type]
    elif kind is list:
        for i, element in enumerate(value):  # type: ignore[arg-type,var-annotated]
            _value(element, inner, (*path, i), faults)
    elif value is not None:
        if test and not _TESTS[test](value, limit):
            faults.append((path, _MESSAGES[test].format(limit=_shown(limit))))
        if kind is float and not _finite(value):  # type: ignore[arg-type]
            faults.append((path, "should be a finite number"))


def _object(node: dict[str, Any], shape: str, path: Path, faults: list[Fault]) -> None:
    fields = SHAPES[shape]
    for key, rule in fields.items():
        if key in node:
            _value(node[key], rule, (*path, key), faults)
        elif not rule[4]:
            faults.append(((*path, key), "is missing"))
    faults += [((*path, key), "is not a key of the format") for key in node if key not in fields]


def _shown(limit: Any) -> Any:
    """A limit as a message tells it; of the values that are allowed the last behind an "or"."""
    if not isinstance(limit, tuple):
        return limit
    *others, last = map(repr, limit)
    return f"{', '.join(others)} or {last}" if others else last


def _finite(value: float) -> bool:
    return -math.inf < value < math.inf


@cache
def _pattern(pattern: str) -> re.Pattern[str]:
    return lazy(pattern)


_TESTS: dict[str, Any] = {
    "pattern": lambda value, limit: _pattern(limit).fullmatch(value) is not None,
    "one-of": lambda value, limit: value in limit,
    "at-least": lambda value, limit: value >= limit,
    "longer": lambda value, limit: len(value) >= limit,
}
_MESSAGES = {
    "pattern": "should match {limit}",
    "one-of": "should be {limit}",
    "at-least": "should be {limit} or more",
    "longer": "should not be empty",
}
