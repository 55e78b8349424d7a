"""JSON: one object, indented; several plans as JSON Lines."""

from __future__ import annotations

from typing import Any

import orjson


def dump(plan: dict[str, Any]) -> str:
    """``plan`` as an indented JSON object, letters as they are, with a line break at its end."""
    return orjson.dumps(plan, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE).decode()


def dump_one_of_many(plan: dict[str, Any]) -> str:
    """``plan`` as one line: several JSON objects are JSON Lines."""
    return orjson.dumps(plan, option=orjson.OPT_APPEND_NEWLINE).decode()
