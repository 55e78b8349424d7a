"""Labels that a copy set on lines of their own: "1." over "Rà soát quy hoạch", as pages copied from a browser have."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from kehoach.folding import bare, in_capitals
from kehoach.knowledge.patterns import lazy
from kehoach.parsers import headings, labels
from kehoach.parsers.lines import Line
from kehoach.parsers.tables import NUMBER_HEADING
from kehoach.parsers.words import join as joined

_LONGEST = 8
"""Letters below which a line is that holds nothing but a label."""
_LONGEST_HEADING = 16
"""… and one that heads the column of numbers: "Số thứ tự"."""
_FEWEST = 3
_MOST_BLANKS = 3
_PAGE = 15
"""Lines of words that a page has at least."""
_ALONE = lazy(r"(?:[IVX]{1,5}|[A-ZĐ]|\d{1,2}|[a-zđ])\s?[.)/]$|\d{1,2}(?:\.\d{1,2}){1,3}[.)/]?$|[-–+•*▪○]$")
# A section's label, alone or with the first word of its heading: "B." / "NHIỆM VỤ", "C. TỔ" / "CHỨC THỰC HIỆN".
_BEGUN = lazy(r"(?:[IVX]{1,5}|[A-ZĐ])\s?[.)/]\s?(?P<word>[^\W\d_]{1,6})?$")
_LONGEST_BEGUN = 13
_COUNTED = lazy(r"\d{1,2}\.$")


def join(lines: list[Line]) -> list[Line]:
    """The lines, each label that stands alone in front of the words of the line below it.

    A plan sets several so, and not only numbers with a full stop that rise from page to page: those are the pages'.
    One is enough where the words of the line below, in capitals, are a section's heading.
    """
    alone = [k for k, line in enumerate(lines[:-1]) if len(line.text) < _LONGEST and _labels(line, lines[k + 1])]
    several = len(alone) >= _FEWEST and not _pages(lines, alone)
    heads = set(alone) - _row_numbers(lines, alone) if several else set()
    heads |= {k for k, line in enumerate(lines[:-1]) if len(line.text) < _LONGEST_BEGUN and _begins(line, lines[k + 1])}
    if not heads:
        return lines
    out: list[Line] = []
    for k, line in enumerate(lines):
        if k - 1 in heads:
            out[-1] = _whole(lines[k - 1], line)
        else:
            out.append(line)
    return out


def _labels(line: Line, below: Line) -> bool:
    """Whether a line is a label and nothing else, and the line below it holds words without one and is none itself."""
    if (
        below.noise
        or (below.label is not None and not below.label.kept)
        or below.bars
        or line.heading
        or below.blanks > _MOST_BLANKS
    ):
        return False
    if _ALONE.match(line.text) is None or _ALONE.match(below.text) is not None:
        return False
    return below.text[0].isalpha() or below.text[0] in "“\"'("


def _begins(line: Line, below: Line) -> bool:
    """Whether a line is a section's label with at most one word, and the line below it the rest of the heading."""
    begun = _BEGUN.match(line.text)
    if begun is None or line.noise or below.noise or below.label is not None or below.blanks > _MOST_BLANKS:
        return False
    word = begun["word"] or ""
    if word != word.upper() or not in_capitals(below.text[:60], 0.8, fewest=4, beyond=True):
        return False
    return headings.first(f"{bare(word)} {below.bare}") is not None


def _pages(lines: Sequence[Line], alone: Sequence[int]) -> bool:
    """Whether the labels may number pages: numbers with a full stop that rise, a good part of a page apart."""
    if not all(_COUNTED.match(lines[k].text) for k in alone):
        return False
    return all(b - a >= _PAGE and int(lines[a].text[:-1]) < int(lines[b].text[:-1]) for a, b in pairwise(alone))


def _row_numbers(lines: Sequence[Line], alone: Sequence[int]) -> set[int]:
    """Those of the labels that number the rows of a table printed cell below cell: "1." below "STT"."""
    found: set[int] = set()
    column = headed = False
    group = ""
    heads = set(alone)
    for k, line in enumerate(lines):
        if len(line.text) >= _LONGEST_HEADING:
            continue
        if NUMBER_HEADING.match(line.bare):
            column = headed = True
        elif line.text.isdigit():
            column = False  # rows numbered without a sign: what has one is no row's number, but for "1.1" below "1"
            group = f"{line.text}." if headed else ""
        elif group and k in heads and line.text.startswith(group) and line.text[len(group) :].isdigit():
            found.add(k)
        elif k in heads and column:
            column = line.text[0].isdigit()
            found.update({k} if column else ())
    return found


def _whole(label: Line, line: Line) -> Line:
    """The two lines as one."""
    words = joined([label.words, line.words])
    whole = Line(
        label.index, label.start, line.end, words, words.text, label.indent, label.blanks, label.page_break,
        line.heading, 0,
    )  # fmt: skip
    whole.bare = bare(words.text)
    whole.label = labels.find(words.text)
    whole.bold = line.bold
    return whole
