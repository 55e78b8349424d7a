"""Two texts word by word: what stands in both and what in one."""

from __future__ import annotations

from collections.abc import Callable
from difflib import SequenceMatcher
from typing import TypedDict

from kehoach.folding import fold


class Words(TypedDict):
    """A stretch of words: ``kind`` is ``both``, ``only_a`` or ``only_b``."""

    kind: str
    text: str


LONGEST = 2_000
"""Words above which two texts are given whole: the comparison takes their product."""


def word_changes(a: str, b: str) -> list[Words]:
    """``a`` and ``b`` as stretches of words; those in both in the first plan's spelling, with its stops and commas.

    >>> [(w["kind"], w["text"]) for w in word_changes("trước ngày 15/6", "trước ngày 30/6")]
    [('both', 'trước ngày'), ('only_a', '15/6'), ('only_b', '30/6')]
    """
    left, right = a.split(), b.split()
    if max(len(left), len(right)) > LONGEST:
        return _stretches([("only_a", left), ("only_b", right)])
    found = _opcodes(left, right, lambda word: fold(word).rstrip(".,;:") or word)
    if all(kind == "both" for kind, _ in found):  # nothing but stops and commas differs: then those are shown
        found = _opcodes(left, right, lambda word: word)
    return _stretches(_without_islands(found))


def _opcodes(left: list[str], right: list[str], form: Callable[[str], str]) -> list[tuple[str, list[str]]]:
    matcher = SequenceMatcher(None, list(map(form, left)), list(map(form, right)), autojunk=False)
    found: list[tuple[str, list[str]]] = []
    for kind, i, j, k, m in matcher.get_opcodes():
        if kind == "equal":
            found.append(("both", left[i:j]))
        else:
            found += [("only_a", left[i:j]), ("only_b", right[k:m])]
    return [(kind, words) for kind, words in found if words]


def _without_islands(found: list[tuple[str, list[str]]]) -> list[tuple[str, list[str]]]:
    """One word in common between two changes is chance and makes both hard to read: it counts as changed."""
    out: list[tuple[str, list[str]]] = []
    for i, (kind, words) in enumerate(found):
        if kind == "both" and len(words) == 1 and 0 < i < len(found) - 1 and len(words[0]) < 4:
            out += [("only_a", words), ("only_b", words)]
        else:
            out.append((kind, words))
    return out


def _stretches(found: list[tuple[str, list[str]]]) -> list[Words]:
    """Neighbours of one kind joined; between two stretches of both, what is only in the first comes first."""
    out: list[Words] = []
    pending: dict[str, list[str]] = {"only_a": [], "only_b": []}

    def flush() -> None:
        for kind, words in pending.items():
            if words:
                out.append({"kind": kind, "text": " ".join(words)})
                pending[kind] = []

    for kind, words in found:
        if kind != "both":
            pending[kind] += words
        elif words:
            flush()
            out.append({"kind": "both", "text": " ".join(words)})
    flush()
    return out
