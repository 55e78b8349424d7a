"""Plans as bytes of a file: one module a format, each with ``dump(plan)`` and ``dump_many(plans)``.

Formats are rows of :data:`FORMATS`; a module is loaded when its format is asked for.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any, Protocol

FORMATS: dict[str, tuple[str, ...]] = {
    "yaml": (".yaml", ".yml"),
    "json": (".json",),
    "jsonl": (".jsonl", ".ndjson"),
}
"""Name of the format and the endings of its files, the usual one first."""


class Writer(Protocol):
    """What a module of this package offers."""

    def dump(self, plan: dict[str, Any]) -> str:
        """One plan as a whole file."""

    def dump_one_of_many(self, plan: dict[str, Any]) -> str:
        """One plan as a part of a file that holds several."""


def writer(name: str) -> Writer:
    """The writer of the format ``name``, a key of :data:`FORMATS`."""
    module: Any = import_module(f"kehoach.writers.{name}")
    return module  # type: ignore[no-any-return]


def format_of(path: str) -> str | None:
    """The format that the ending of ``path`` names, ``None`` where it names none."""
    lower = path.lower()
    return next((name for name, endings in FORMATS.items() if lower.endswith(endings)), None)
