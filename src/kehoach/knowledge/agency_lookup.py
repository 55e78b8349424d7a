"""Words of a text, read one by one as they are asked for, and word tries to look phrases up in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import accumulate, islice
from typing import Any

from kehoach.folding import bare, fold
from kehoach.knowledge import agency_ends
from kehoach.knowledge import agency_words as known
from kehoach.knowledge.agency_fields import FIELDS, Field
from kehoach.knowledge.patterns import lazy

Trie = dict[Any, Any]
"""Word → trie; the value of a phrase that ends here is under ``None``."""

_WORD = lazy(r"[^\W_]+|[^\s\w]|_+")
_FIRST = lazy(r"^ *([^\W_]+|[^\s\w]|_+)", re.M)
SEPARATORS = frozenset({",", "-", "&", "/", "va", "."})


class Words:
    """The words and signs of ``text`` from ``start`` on, split only as far as somebody looks.

    Words are addressed by index; ``starts`` and ``ends`` are offsets into the text.
    """

    __slots__ = ("_scan", "bare", "bares", "ends", "fold", "folds", "starts", "text")

    def __init__(self, text: str, start: int = 0, *, folded: str | None = None, bared: str | None = None) -> None:
        self.text = text
        self.fold = fold(text) if folded is None else folded
        self.bare = bare(text) if bared is None else bared
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.folds: list[str] = []
        self.bares: list[str] = []
        self._scan = _WORD.finditer(text, start)

    def has(self, i: int) -> bool:
        """Whether there is a word ``i``."""
        starts = self.starts
        while len(starts) <= i:
            m = next(self._scan, None)
            if m is None:
                return False
            a, b = m.span()
            starts.append(a)
            self.ends.append(b)
            self.folds.append(self.fold[a:b])
            self.bares.append(self.bare[a:b])
        return True

    def is_word(self, i: int) -> bool:
        """Whether word ``i`` is there and is letters or digits."""
        return (i < len(self.starts) or self.has(i)) and self.text[self.starts[i]].isalnum()

    def capital(self, i: int) -> bool:
        """Whether word ``i`` begins with a capital letter."""
        return (i < len(self.starts) or self.has(i)) and self.text[self.starts[i]].isupper()

    def digit(self, i: int) -> bool:
        """Whether word ``i`` begins with a digit."""
        return (i < len(self.starts) or self.has(i)) and self.text[self.starts[i]].isdigit()

    def past(self, i: int, offset: int) -> int:
        """The first word from ``i`` on that begins at an offset of the text or behind it."""
        while self.has(i) and self.starts[i] < offset:
            i += 1
        return i

    def end(self, i: int) -> int:
        """The offset where word ``i - 1`` ends: the end of a run that stops before word ``i``."""
        return self.ends[i - 1] if i else 0


def split_words(phrase: str) -> list[str]:
    """The words and signs of a phrase of the knowledge files."""
    return _WORD.findall(phrase)


def _folded(phrases: Iterable[str], *, bared: bool) -> list[str]:
    """Many phrases, folded in one go."""
    text = "\n".join(phrases)
    return (bare(text) if bared else fold(text)).split("\n")


class _Branch(list[tuple[Any, Any]]):
    """The phrases of a trie that begin with one word, as (phrase, value): most branches are never gone into."""

    __slots__ = ()

    def grown(self) -> Trie:
        """The branch as a trie of the words behind the first."""
        root: Trie = {}
        for line, value in self:
            node = root
            for word in _WORD.findall(line)[1:]:
                node = node.setdefault(word, {})
            node.setdefault(None, value)
        return root


def build(rows: Iterable[tuple[str, Any]], *, bared: bool) -> Trie:
    """A trie of phrases → values, on bare or on folded words; :func:`longest` grows the branches it goes into."""
    root: Trie = {}
    phrases, values = zip(*rows, strict=True)
    lines = _folded(phrases, bared=bared)
    for first, line, value in zip(_FIRST.findall("\n".join(lines)), lines, values, strict=True):
        if (branch := root.get(first)) is None:
            branch = root[first] = _Branch()
        branch.append((line, value))
    return root


def longest(words: Words, i: int, trie: Trie, *, bared: bool) -> tuple[int, Any] | None:
    """The longest phrase of ``trie`` at word ``i``: (index behind it, its value)."""
    node, best = trie, None
    printed = words.bares if bared else words.folds
    while i < len(printed) or words.has(i):
        below = node.get(printed[i])
        if below is None:
            break
        if below.__class__ is not dict:
            below = node[printed[i]] = below.grown()
        node = below
        i += 1
        if None in node:
            best = (i, node[None])
    return best


def longest_field(words: Words, i: int, head: str | None = None) -> tuple[int, Field] | None:
    """The longest field of work at word ``i``, whatever signs or "và" stand between its groups.

    Where a spelling stands for several ("VH&TT"), the one that bodies called ``head`` have.
    """
    trie = field_trie()
    node, best = trie, None
    printed = words.bares
    while i < len(printed) or words.has(i):
        word = printed[i]
        below = node.get(word)
        if below is None:
            if word in SEPARATORS and node is not trie:
                i += 1
                continue
            break
        if below.__class__ is not dict:
            below = node[word] = below.grown()
        node = below
        i += 1
        if None in node:
            fields: tuple[Field, ...] = node[None]
            best = (i, next((f for f in fields if head in f.heads), fields[0]))
    return best


def _spellings(groups: list[list[str]]) -> list[list[str]]:
    """Every way to print groups of words in full or as initials, neighbouring initials glued or apart."""
    out: list[list[str]] = [[]]
    glue: list[list[str]] = [[]]  # the same, where the last word is initials that more can be glued to
    for words in groups:
        short = "".join(w[0] for w in words)
        full = [s + words for s in out]
        apart = [[*s, short] for s in out]
        glued = [[*s[:-1], s[-1] + short] for s in glue if s]
        glue = apart + glued
        out = full + glue
    return out


def _long_enough(spelling: list[str]) -> bool:
    return len(spelling) > 1 or len(spelling[0]) > 3 or spelling[0] in {"yt", "ct", "kt", "nv", "tp"}


class _FieldBranch(list[tuple[Field, list[list[str]]]]):
    """The fields that have a spelling which begins with ``first``, as (field, words of its groups)."""

    __slots__ = ("first",)

    def __init__(self, first: str) -> None:
        self.first = first

    def grown(self) -> Trie:
        """The branch as a trie of the words behind the first."""
        root: Trie = {}
        for field, groups in self:
            full = [word for words in groups for word in words]
            for words in _spellings(groups):
                if words[0] != self.first or (words != full and not _long_enough(words)):
                    continue
                node = root
                for word in words[1:]:
                    node = node.setdefault(word, {})
                there = node.get(None, ())
                if not any(f is field for f in there):
                    node[None] = (*there, field)
        return root


@cache
def field_trie() -> Trie:
    """All fields in all their spellings, on bare words."""
    root: Trie = {}
    rows = [(field, groups) for field in FIELDS for groups in (field.groups, *(a.split("|") for a in field.aliases))]
    split = iter([_WORD.findall(line) for line in _folded((group for _, groups in rows for group in groups), bared=True)])
    for field, groups in rows:
        words = list(islice(split, len(groups)))
        initials = accumulate("".join(w[0] for w in group) for group in words)
        for first in dict.fromkeys((words[0][0], *initials)):
            if (branch := root.get(first)) is None:
                branch = root[first] = _FieldBranch(first)
            branch.append((field, words))
    return root


@cache
def head_trie() -> Trie:
    """Heads on folded words."""
    return build(((h.words, h) for h in known.HEADS), bared=False)


@cache
def bare_head_trie() -> Trie:
    """Heads on bare words, for damaged print."""
    return build(((h.words, h) for h in known.HEADS), bared=True)


@cache
def verb_trie() -> Trie:
    """Verbs as printed; phrases that only begin like one have the value False."""
    rows: list[tuple[str, object]] = [(v, False) for v in agency_ends.NOT_VERBS]
    rows += [(v, v) for v in (*agency_ends.VERBS, *agency_ends.VERBS_AFTER_ALL)]
    return build(rows, bared=False)


@cache
def first_words() -> frozenset[str]:
    """The bare first words of all heads: no name begins with another word."""
    return frozenset(bare_head_trie())


@cache
def noun_trie() -> Trie:
    """The phrases that only begin like a verb, on bare words."""
    return build(((p, p) for p in agency_ends.NOT_VERBS), bared=True)


@cache
def bare_verb_trie() -> Trie:
    """Verbs of two and more syllables on bare words."""
    return build(((v, v) for v in agency_ends.VERBS if " " in v), bared=True)


@cache
def tail_trie() -> Trie:
    """Words that may follow a finished name."""
    return build(((t, t) for t in agency_ends.TAIL), bared=True)


@cache
def spelled_trie() -> Trie:
    """Words of names as they are spelled, which without their marks look like verbs ("cùng cấp", "cung cấp")."""
    return build(((t, t) for t in (*agency_ends.TAIL, *agency_ends.GROUP_GOES_ON, *agency_ends.ENDERS) if " " in t), bared=False)


@cache
def group_trie() -> Trie:
    """Words that carry a group on."""
    return build(((t, t) for t in agency_ends.GROUP_GOES_ON), bared=True)


@cache
def modifier_trie() -> Trie:
    """Modifiers of a generic noun that look like verbs."""
    return build(((t, t) for t in agency_ends.MODIFIERS), bared=False)


@cache
def ender_trie() -> Trie:
    """Words that end a name without beginning an action."""
    return build(((t, t) for t in agency_ends.ENDERS), bared=False)


@cache
def not_after() -> dict[str, frozenset[str]]:
    """Bare head → bare words behind it that make it something else."""
    return {bare(head): frozenset(bare(words).split()) for head, words in known.NOT_AFTER.items()}


@cache
def compound_trie() -> Trie:
    """Words of three and more syllables that print one capital."""
    return build(((c, c) for c in known.COMPOUNDS), bared=True)


@cache
def _names() -> str:
    """The bare words of all known names with a blank between them, and a bar, which none holds, between names."""
    phrases = [*(h.words for h in known.HEADS), *agency_ends.TAIL, *known.COMPOUNDS]
    phrases += [group for field in FIELDS for group in field.groups]
    return f" {' '.join(_WORD.findall(' | '.join(_folded(phrases, bared=True))))} "


@lru_cache(maxsize=8192)
def is_pair(first: str, second: str) -> bool:
    """Whether two bare words are neighbours in a known name: "Tỉnh ủy", "Tổ quốc" go on in small letters behind one capital."""
    return f" {first} {second} " in _names()
