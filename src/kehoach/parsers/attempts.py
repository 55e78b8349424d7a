"""A rule that fails on words nobody thought of costs one item its facts, not the reader the plan."""

from __future__ import annotations

from collections.abc import Callable
from typing import ParamSpec, TypeVar

from kehoach.parsers.reading import Reading

_P = ParamSpec("_P")
_T = TypeVar("_T")

raises = False
"""Whether a fault is raised instead, as where faults are looked for."""


def attempt(
    reading: Reading,
    kind: str,
    start: int,
    end: int,
    read: Callable[_P, list[_T]],
    *args: _P.args,
    **kwargs: _P.kwargs,
) -> list[_T]:
    """What ``read`` finds in the view from ``start`` to ``end``; where it fails nothing, and a warning says so."""
    try:
        return read(*args, **kwargs)
    except Exception as error:
        if raises:
            raise
        fault = f"{type(error).__name__}: {error}"
        reading.warn("facts-unread", f"a rule failed ({fault}), {kind} not read here; please report it", start, end)
        return []
