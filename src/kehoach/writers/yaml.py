"""YAML for people: block style, letters as they are, spans on one line each.

PyYAML takes longer to write a plan than the parser takes to read it. What plans are made of (texts on one line, whole
numbers, lists, mappings with plain keys) is written here, byte for byte as PyYAML's emitter in C writes it; where
anything else comes up, all is left to PyYAML.
"""

from __future__ import annotations

from typing import Any

from kehoach.knowledge.patterns import lazy

WIDTH = 120
"""A longer line is broken at the first blank behind this column."""

_DEPTH = 60
"""Blanks of indentation up to which plans are written here."""

# What the other types look like in YAML 1.1, in 1.2, and to a reader in a hurry.
_OTHER_TYPE = lazy(
    r"""(?ix) [-+.]?[\d.][\d_.,:exo+-]* | [-+]?0[xob][\da-f_]+ | [-+]?\.(?:inf|nan)
    | \d{4}-\d[\d:.+\ \tTZ-]* | yes | no | true | false | on | off | null | ~ | = | << |"""
)
# Where YAML has signs of its own: at the start, a colon or a comment inside, blanks at an end.
_MARKED = lazy(r"""\A(?:[-?](?:\ |\Z)|[#,\[\]{}&*!|>'"%@`\ ]|---|\.\.\.)|:(?:\ |\Z)|\ \#|\ \Z""")
# What the emitter in C writes between double quotes or over several lines.
_UNPRINTABLE = lazy(r"[^\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd]")
_KEY = lazy(r"[A-Za-z_][A-Za-z_0-9]{0,60}")


def is_quoted(text: str) -> bool:
    """Whether ``text`` would be taken for another type without quotes."""
    return _OTHER_TYPE.fullmatch(text) is not None


class _OutOfScopeError(Exception):
    """Something that only PyYAML writes."""


class _Writer:
    """Writes one document."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._texts: dict[str, str] = {}
        self._keys: set[str] = set()

    def document(self, data: dict[str, Any]) -> str:
        """``data`` as a document.

        Raises:
            _OutOfScopeError: something in it is not written here.
        """
        if type(data) is not dict or not data:
            raise _OutOfScopeError
        self._mapping(data, "", "")
        return "".join(self._lines)

    def _mapping(self, data: dict[str, Any], lead: str, pad: str) -> None:
        """The entries of a mapping that is indented by ``pad``; before the first one stands ``lead`` instead."""
        if len(pad) > _DEPTH:
            raise _OutOfScopeError
        write, below = self._lines.append, pad + "  "
        for key, value in data.items():
            if key not in self._keys:
                self._learn(key)
            head = f"{lead}{key}:"
            lead = pad
            if type(value) is list and value:
                write(head + "\n")
                self._sequence(value, pad, pad)
            elif type(value) is dict and value and "end_line" not in value:
                write(head + "\n")
                self._mapping(value, below, below)
            else:
                write(f"{head} {self._scalar(value, len(head) + 1, below)}\n")

    def _sequence(self, data: list[Any], lead: str, pad: str) -> None:
        """The same for a list."""
        if len(pad) > _DEPTH:
            raise _OutOfScopeError
        below = pad + "  "
        for value in data:
            if type(value) is list and value:
                self._sequence(value, f"{lead}- ", below)
            elif type(value) is dict and value and "end_line" not in value:
                self._mapping(value, f"{lead}- ", below)
            else:
                self._lines.append(f"{lead}- {self._scalar(value, len(lead) + 2, below)}\n")
            lead = pad

    def _scalar(self, value: Any, column: int, pad: str) -> str:
        """What stands on one line, from ``column`` on; lines that follow are indented by ``pad``."""
        if type(value) is str:
            text = self._texts.get(value)
            if text is None:
                text = self._texts[value] = _styled(value)
            return text if column + len(text) <= WIDTH else _folded(text, column, pad)
        if value is None:
            return "null"
        if value is True or value is False:
            return "true" if value else "false"
        if type(value) is int:
            return str(value)
        if type(value) is float:
            return _number(value)
        if type(value) is dict:
            return _span(value, column) if value else "{}"
        if type(value) is list:
            return "[]"  # one that holds something is no scalar
        raise _OutOfScopeError

    def _learn(self, key: Any) -> None:
        if type(key) is not str or not _KEY.fullmatch(key) or is_quoted(key):
            raise _OutOfScopeError
        self._keys.add(key)


def _styled(text: str) -> str:
    """``text`` on one line, between quotes where it needs them."""
    if _UNPRINTABLE.search(text):
        raise _OutOfScopeError
    if _MARKED.search(text) or is_quoted(text):
        return "'" + text.replace("'", "''") + "'"
    return text


def _folded(text: str, column: int, pad: str) -> str:
    """``text`` broken at single blanks, each the first behind :data:`WIDTH` columns."""
    lines: list[str] = []
    start = 0
    edges = (1, len(text) - 2) if text[0] == "'" else ()
    while True:
        at = text.find(" ", start + max(0, WIDTH + 1 - column))
        while at > 0 and (at in edges or text[at - 1] == " " or text[at + 1] == " "):
            at = text.find(" ", at + 1)
        if at < 0:
            return f"\n{pad}".join([*lines, text[start:]])
        lines.append(text[start:at])
        start, column = at + 1, len(pad)


def _number(value: float) -> str:
    text = repr(value)
    if not text.removeprefix("-").replace(".", "").isdigit():
        raise _OutOfScopeError
    return text


def _span(span: dict[str, Any], column: int) -> str:
    if any(type(value) is not int or not _KEY.fullmatch(key) for key, value in span.items()):
        raise _OutOfScopeError
    text = "{" + ", ".join([f"{key}: {value}" for key, value in span.items()]) + "}"
    if column + len(text) > WIDTH:
        raise _OutOfScopeError
    return text


def dump(plan: dict[str, Any]) -> str:
    """``plan`` as one YAML document; loading it gives an equal object back."""
    try:
        return _Writer().document(plan)
    except _OutOfScopeError:
        from kehoach.writers.yaml_by_library import dump as dump_by_library

        return dump_by_library(plan)


def dump_one_of_many(plan: dict[str, Any]) -> str:
    """``plan`` as one of several documents of a stream."""
    return "---\n" + dump(plan)
