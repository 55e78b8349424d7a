"""Titles that only the layout shows: short lines without a full stop over sentences, in sections that label nothing."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise

from kehoach.parsers.layout import finished
from kehoach.parsers.paragraphs import Para
from kehoach.parsers.tables import Table

_FEWEST = 2
"""Titles that one section has at least: a single line without a full stop may have lost it."""
_LONGEST = 150
"""Letters that a title has at most."""
_SHARE = 0.75
"""How long titles are on average at most, against the sentences below them."""
_STOPS = (".", "…", "./", "!")


def find(elements: Sequence[Para | Table], tops: Collection[int], lost: Collection[int]) -> frozenset[int]:
    """Indexes of the paragraphs that are titles over the running text behind them.

    ``tops``: indexes of the elements that head a section; ``lost``: of those above which such a heading is lost.
    """
    out: set[int] = set()
    cuts = sorted({*tops, *lost, len(elements)})
    for head, end in pairwise(cuts):
        first = head + (head in tops)
        if end - first >= 2 * _FEWEST:
            out |= _titles(elements, first, end)
    return frozenset(out)


def _titles(elements: Sequence[Para | Table], first: int, end: int) -> set[int]:
    """The titles of one section; none where a label, or two lines without a stop together, tell another tale."""
    while end > first and isinstance(elements[end - 1], Table):
        end -= 1
    paras: list[Para] = []
    for element in elements[first:end]:
        if not isinstance(element, Para) or (element.label is not None and not element.label.kept):
            return set()
        paras.append(element)
    if len(paras) < 2 * _FEWEST:
        return set()
    ends = [finished(para.text) or para.label is not None for para in paras]  # "Bước 1: …" is no title
    found = [k for k, said in enumerate(ends) if not said]
    if len(found) < _FEWEST or not ends[-1] or 2 * len(found) > len(paras):
        return set()
    for k in found:
        opens = k == 0 or _stops(paras[k - 1].text)
        if not (opens and ends[k + 1] and _named(paras[k])):
            return set()
    said = [len(para.text) for para, ended in zip(paras[found[0] :], ends[found[0] :], strict=True) if ended]
    if sum(len(paras[k].text) for k in found) / len(found) > _SHARE * sum(said) / len(said):
        return set()
    return {first + k for k in found}


def _stops(text: str) -> bool:
    """Whether a text ends a list or a paragraph, not one point of a list that goes on: "…;"."""
    return text.rstrip("\"”’'») ").endswith(_STOPS)


def _named(para: Para) -> bool:
    return len(para.text) <= _LONGEST and para.text[:1].isupper() and not para.text.rstrip().endswith((",", "-"))
