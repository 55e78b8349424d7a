"""Footnotes at the end of a page of a PDF's text: noise between the halves of what the page break tears."""

from __future__ import annotations

from collections.abc import Sequence

from kehoach.knowledge.patterns import lazy
from kehoach.parsers.lines import Line
from kehoach.parsers.page_numbers import turns
from kehoach.readers.notes import carries_duty

_NOTE = lazy(r"(?P<n>\d{1,2})\s+(?=[^\W\d_a-z]|[“\"(])")
# … as law portals print it, below the whole plan: "[1] Theo Báo cáo số …".
_BRACKETED = lazy(r"\[(?P<n>\d{1,3})\]\s*(?=\w|[“\"(])")
# The number of a note where it is pointed to: "các xã vùng cao1", "không để bị động.2", "hằng tuần[3]".
_POINTER = lazy(r"[^\W\d_][.,;:)”\"]{0,2}\[?(?P<n>\d{1,2})\]?(?=[\s.,;:)”\"]|$)")
_LAST = lazy(r"(?<=[^\W\d_]|[.,;:)”\"])\[?(?P<n>\d{1,2})\]?$")
_BLANKS = 3
"""Blanks more than one between words that a note's line has at most."""
_LONGEST = 5
"""Lines of a note by which it is told whether it carries a duty."""
_MOST_LINES = 30
"""Lines that the notes of a page have at most."""
_MOST_BELOW = 200
"""… and those of a whole plan, below it."""


def mark(lines: Sequence[Line]) -> None:
    """Mark the footnotes noise: numbered lines at a page's end whose numbers are pointed to on that page."""
    if not any(_number(line) for line in lines):
        return
    start, last = 0, 0
    for end in range(1, len(lines) + 1):
        if end < len(lines) and not turns(lines[end]):
            continue
        if first := _first(lines, start, end, last):
            numbers = {number for line in lines[first:end] if (number := _number(line))}
            last = max(numbers)
            _clear(lines[first:end])
            _cut_pointers(lines[start:first], numbers)
        start = end


def _clear(notes: Sequence[Line]) -> None:
    """Mark the lines of notes noise, but for a note that carries a duty."""
    duty = False
    for k, line in enumerate(notes):
        if _number(line):
            rest = (other.text for other in notes[k + 1 : k + _LONGEST] if not _number(other))
            duty = carries_duty(" ".join([line.text.lstrip("[0123456789] "), *rest]))
        if not duty:
            line.noise, line.label = True, None


def _cut_pointers(lines: Sequence[Line], numbers: set[int]) -> None:
    """Leave the numbers of notes at the ends of lines out: "học;1" ends in a semicolon."""
    for line in lines:
        match = _LAST.search(line.text) if line.text[-1] in "0123456789]" and not line.tail else None
        if match is not None and int(match["n"]) in numbers:
            line.tail = match.end() - match.start()


def _number(line: Line) -> int:
    """The number of the note that a line begins, 0 where it begins none."""
    first = line.text[:1]
    if line.noise or not (first.isdigit() or first == "[") or _spaced(line):
        return 0
    match = (_BRACKETED if first == "[" else _NOTE).match(line.text)
    return int(match["n"]) if match is not None else 0


def _spaced(line: Line) -> bool:
    """Whether blanks set a line's words apart, as in the row of a table."""
    return line.end - line.start > len(line.text) + _BLANKS


def _first(lines: Sequence[Line], start: int, end: int, last: int) -> int:
    """The line that the notes of the page from ``start`` begin on, 0 for none; ``last``: the number before them."""
    at, following = 0, 0
    bracketed = any(line.text.startswith("[") for line in lines[max(start, end - _LONGEST) : end])
    for i in range(end - 1, max(start, end - (_MOST_BELOW if bracketed else _MOST_LINES)) - 1, -1):
        line = lines[i]
        number = _number(line)
        if number and (not following or number == following - 1):
            at, following = i, number
            if number in (1, last + 1) and _pointed(lines[start:i], number):
                return at
        elif line.label is not None or line.heading or line.bars or (_spaced(line) and not line.noise):
            return 0
    return 0


def _pointed(lines: Sequence[Line], number: int) -> bool:
    return any(int(match["n"]) == number for line in lines for match in _POINTER.finditer(line.text))
