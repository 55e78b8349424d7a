"""JSON Lines: one plan a line."""

from __future__ import annotations

from kehoach.writers.json import dump_one_of_many

dump = dump_one_of_many

__all__ = ["dump", "dump_one_of_many"]
