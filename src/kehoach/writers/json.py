"""JSON: one object, indented; several plans as JSON Lines."""

from __future__ import annotations

from typing import Any

try:
    from _json import encode_basestring as quoted  # type: ignore[import-not-found, unused-ignore]
except ImportError:  # another Python than CPython; where the other is there, the decoder need not be loaded
    from json.encoder import encode_basestring as quoted


def dump(plan: dict[str, Any]) -> str:
    """``plan`` as an indented JSON object, letters as they are, with a line break at its end.

    Written here, since a plan is a handful of kinds of values and loading orjson takes many times longer than writing
    one. The layout is byte for byte that of ``json.dumps(plan, indent=2, ensure_ascii=False)``, which tests compare.

    Raises:
        TypeError: there is something else in it than texts, numbers, truth values, ``None``, lists and mappings.
        ValueError: a number is none that JSON has.
    """
    return _value(plan, "\n") + "\n"


def dump_one_of_many(plan: dict[str, Any]) -> str:
    """``plan`` as one line: several JSON objects are JSON Lines."""
    import orjson

    return orjson.dumps(plan, option=orjson.OPT_APPEND_NEWLINE).decode()


def _value(node: Any, start: str) -> str:
    """``start``: the line break and the blanks that the lines of ``node`` begin with."""
    kind = type(node)
    if kind is str:
        return quoted(node)
    if kind is dict:
        inner = start + "  "
        members = [quoted(key) + ": " + _value(value, inner) for key, value in node.items()]
        return "{" + inner + ("," + inner).join(members) + start + "}" if members else "{}"
    if kind is list:
        inner = start + "  "
        items = [_value(value, inner) for value in node]
        return "[" + inner + ("," + inner).join(items) + start + "]" if items else "[]"
    if node is None:
        return "null"
    if kind is bool:
        return "true" if node else "false"
    if kind is int or (kind is float and node - node == 0.0):
        return repr(node)
    return _rarer(node)


def _rarer(node: Any) -> str:
    """Classes of one's own, and what is refused."""
    import json

    return json.dumps(node, allow_nan=False)
