"""Items that run on behind another on its line: "… tổng kết Kế hoạch. 6- Ban Tuyên giáo" between "5-" and "7-"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from kehoach.folding import bare, upper
from kehoach.parsers.labels import ALPHABET, Label
from kehoach.parsers.lines import Line
from kehoach.records import NamedTuple

_SEPARATORS = {"1.": r"\s?\.", "1)": r"\s?\)", "1/": r"\s?/", "1-": r"\s?[-–]", "a)": r"\s?\)", "a.": r"\."}
_MOST_MISSING = 3
_MOST_LINES = 60


class _Cut(NamedTuple):
    """``at``: the letter of a line's text where an item begins, with its label."""

    at: int
    label: Label


def split(lines: list[Line]) -> list[Line]:
    """The lines, those cut in two on which a number stands that the lists' own numbers lack."""
    cuts: dict[int, list[_Cut]] = {}
    last: dict[str, tuple[int, int]] = {}
    for k, line in enumerate(lines):
        label = line.label
        if label is None or label.value <= 0:
            continue
        if label.style == "I":
            last.clear()
        elif label.style in _SEPARATORS and not label.kept and not label.prefix:
            above, value = last.get(label.style, (k, label.value))
            if 1 < label.value - value <= _MOST_MISSING + 1 and k - above <= _MOST_LINES:
                for i, cut in _missing(lines, above, k, label.style, range(value + 1, label.value)):
                    cuts.setdefault(i, []).append(cut)
            last[label.style] = (k, label.value)
    if not cuts:
        return lines
    return [piece for k, line in enumerate(lines) for piece in (_cut(line, cuts[k]) if k in cuts else [line])]


def _missing(lines: Sequence[Line], above: int, below: int, style: str, values: range) -> list[tuple[int, _Cut]]:
    """Where between two lines the numbers stand that are missing there, each once and in order; else nothing."""
    out: list[tuple[int, _Cut]] = []
    for value in values:
        found = [
            (i, _Cut(match.start("label"), Label(match["n"], style, value, match.end() - match.start("label"))))
            for i in range(above, below)
            if not lines[i].noise
            for match in _number(style, value).finditer(lines[i].text)
        ]
        if len(found) != 1 or (out and (found[0][0], found[0][1].at) <= (out[-1][0], out[-1][1].at)):
            return []
        out += found
    return out


@cache
def _number(style: str, value: int) -> re.Pattern[str]:
    """An item's number inside a line, behind the end of a sentence or of an item."""
    printed = str(value) if style[0] == "1" else ALPHABET[value - 1 : value]
    return re.compile(upper(rf"(?<=[.;:!?…])\s+(?P<label>(?P<n>{printed}){_SEPARATORS[style]}\s?)(?=[A-Z])"))


def _cut(line: Line, cuts: Sequence[_Cut]) -> list[Line]:
    given = {cut.at: cut.label for cut in cuts}
    out = pieces(line, list(given))
    for piece, label in zip(out, [line.label, *given.values()], strict=True):
        piece.label = label
    return out


def pieces(line: Line, cuts: Sequence[int]) -> list[Line]:
    """A line cut before these letters of its text; the pieces have no labels yet.

    All but the first stand right below another, with the right margin of the line.
    """
    out: list[Line] = []
    for start, end in zip([0, *cuts], [*cuts, None], strict=True):
        words = line.words.cut(start, end)
        first = words.at(0) if start else line.start
        indent = line.indent + first - line.start
        out.append(Line(0, first, words.end, words, words.text, indent, 1, False, line.heading, 0))
        out[-1].bare = bare(words.text)
        out[-1].noise = not any(map(str.isalnum, words.text))
    out[0].blanks, out[0].page_break = line.blanks, line.page_break
    out[-1].end = line.end
    return out
