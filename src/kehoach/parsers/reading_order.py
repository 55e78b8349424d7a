"""The order in which a first page was printed, where OCR took the title for a column of its own."""

from __future__ import annotations

from kehoach.parsers import issuing, type_lines, zones
from kehoach.parsers.basis_words import BASIS
from kehoach.parsers.lines import Line
from kehoach.parsers.stamped_basis import APART, paragraph_above
from kehoach.parsers.zone_ends import RECIPIENTS

_FIRST_PAGE = 60
"""Lines that a first page has at most."""


def restored(lines: list[Line]) -> list[Line]:
    """The lines with the title above its basis again, where OCR took it for a column of its own.

    A stamp beside the title does that: "KẾ HOẠCH" and the lines below it then stand among the first paragraphs.
    """
    named = next((i for i, line in enumerate(lines[:_FIRST_PAGE]) if type_lines.find(line)), 0)
    above = lines[:named]
    basis = next((i for i, line in enumerate(above) if _long_basis(line)), named)
    if (
        basis == named
        or lines[named].blanks < APART
        or any(issuing.COVER.match(x.bare) or RECIPIENTS.match(x.bare) for x in above)
    ):
        return lines
    basis = paragraph_above(above, basis)
    end = named + 1
    while end < len(lines) and lines[end].blanks < APART and lines[end].label is None:
        end += 1
    if end == named + 1:
        return lines
    return [*above[:basis], *lines[named:end], *above[basis:], *lines[end:]]


def _long_basis(line: Line) -> bool:
    return (
        not line.noise
        and line.text[:1].isupper()
        and len(line.text) > zones.BASIS_LETTERS
        and bool(BASIS.match(line.bare))
    )
