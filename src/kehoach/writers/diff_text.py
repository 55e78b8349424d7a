"""A diff for the terminal: styled lines, no wider than the screen; readable without colours."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kehoach.writers.diff_view import CHANGED, MOVED, ONLY_A, ONLY_B, SAME, Entry, Section, sections_of, summary_line

Data = dict[str, Any]
Piece = tuple[str, str]
"""Some text and its style in rich's words."""

_STYLES = {SAME: "dim", CHANGED: "yellow", MOVED: "magenta", ONLY_A: "red", ONLY_B: "green"}
_KIND_STYLES = {"both": "", "only_a": "red", "only_b": "green"}
_BRACKETS = {"both": ("", ""), "only_a": ("[-", "-]"), "only_b": ("{+", "+}")}
_WHERE = 9
"""Columns for the lines in both plans."""
_INDENT = 2 + _WHERE + 1


def lines(diff: Data, plan_a: Data, plan_b: Data, width: int, titles: dict[str, str]) -> Iterator[list[Piece]]:
    """The diff as lines of pieces; ``width`` is the screen's, ``titles`` what sections are called."""
    for mark, side in ((ONLY_A, "a"), (ONLY_B, "b")):
        about = diff[side]
        named = " ".join(filter(None, (about["number"], about["issuer"])))
        words = [(about["name"], f"bold {_STYLES[mark]}"), *((word, "dim") for word in named.split())]
        yield from _wrapped(words, [(f"{mark} ", _STYLES[mark])], 2, width)
    for section in sections_of(diff, plan_a, plan_b):
        yield []
        yield [(titles.get(section.name, section.name), "bold cyan"), (f"  {section.name}  {_counts(section)}", "dim")]
        for group in section.groups:
            if group.title:
                yield from _wrapped([(word, "bold") for word in group.title.split()], [("  ", "")], 2, width)
            for entry in group.entries:
                yield from _entry(entry, width)
    yield []
    yield from _wrapped([(word, "bold") for word in summary_line(diff).split()], [], 0, width)


def _counts(section: Section) -> str:
    return " ".join(f"{mark}{count}" for mark, count in section.counts().items())


def _entry(entry: Entry, width: int) -> Iterator[list[Piece]]:
    style = _STYLES[entry.mark]
    head: list[Piece] = [(f"{entry.mark} ", style), (f"{entry.where if entry.where != '|' else '':<{_WHERE}} ", "dim")]
    words: list[Piece] = []
    if entry.note:
        words += [(word, "bold") for word in f"{entry.note}:".split()]
    if entry.mark == SAME:
        words += [(word, "dim") for _, text in entry.stretches for word in text.split()]
        yield _shortened(head, words, width)
        return
    alone = entry.mark in (ONLY_A, ONLY_B)
    for kind, text in entry.stretches:
        opening, closing = ("", "") if alone else _BRACKETS[kind]
        found = text.split()
        for i, word in enumerate(found):
            bracketed = (opening if i == 0 else "") + word + (closing if i == len(found) - 1 else "")
            words.append((bracketed, _KIND_STYLES[kind]))
    yield from _wrapped(words, head, _INDENT, width)


def _shortened(head: list[Piece], words: list[Piece], width: int) -> list[Piece]:
    text = " ".join(word for word, _ in words)
    room = max(10, width - _INDENT)
    return [*head, (text if len(text) <= room else text[: room - 1].rstrip() + "…", "dim")]


def _wrapped(words: list[Piece], head: list[Piece], indent: int, width: int) -> Iterator[list[Piece]]:
    """``words`` behind ``head``, set in by ``indent`` from the second line on."""
    line, used = list(head), indent
    first = True
    for word, style in words:
        if not first and used + 1 + len(word) > max(width, indent + 20):
            yield line
            line, used, first = [(" " * indent, "")], indent, True
        line.append((word if first else f" {word}", style))
        used += len(word) + (not first)
        first = False
    yield line
