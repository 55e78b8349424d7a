"""Page numbers: where pages turn, and numbers that OCR read with a sign beside them, "2)" between page 1 and page 3."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from kehoach.knowledge.patterns import lazy
from kehoach.parsers.lines import Line

_LONGEST = 6
_SIGNED = lazy(r"[^\w\s]{0,2}\s?(?P<page>[2-9]|[1-4]\d)(?:\s?[^\w\s%‰°;]{0,2}|\s[1lIi])$")
_FIRST = 2
"""The first page's own number is not printed."""
_PAGE = 15
"""Lines that a page has at least."""


def mark(lines: Sequence[Line]) -> None:
    """Mark a lone number with a sign noise where it is the next page's, a page's lines behind the last one's.

    No list counts up to it, nor on from it: "1)" above the words of an item or "3)" below it.
    """
    page, since = _FIRST - 1, 0
    for line, below in pairwise(lines):
        if below.noise and line.text[:1] == "(" and line.text == f"({below.text.strip(' -–')})":
            line.noise, line.label = True, None  # "(2)" above "2": a page as a viewer counts it, and as it is printed
    for i, line in enumerate(lines):
        if len(line.text) > _LONGEST or line.bars or not any(map(str.isdecimal, line.text)):
            continue
        found = _SIGNED.match(line.text)
        value = int(found["page"]) if found is not None else 0
        if line.noise:
            page, since = (value, i) if value else (page, since)
        elif value == page + 1 and i - since >= _PAGE and not _counted(lines, i, value):
            line.noise, line.label = True, None
            page, since = value, i


def turns(line: Line) -> bool:
    """Whether a line begins a page, or is a page's number that was marked noise."""
    return line.page_break or (line.noise and line.text.strip(" -–").isdecimal())


def _counted(lines: Sequence[Line], at: int, value: int) -> bool:
    """Whether a list's number alone on its line, or with its sign before words, stands beside: "1)", "3)"."""
    own = lines[at].label
    style = own.style if own is not None else None
    near = (*lines[max(0, at - _PAGE) : at], *lines[at + 1 : at + _PAGE])
    return any(
        line.label is not None and line.label.style == style and abs(line.label.value - value) == 1 for line in near
    )
