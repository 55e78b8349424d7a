"""Plans that a decision issues: where it names itself and ends, and the title of a plan that lost "KẾ HOẠCH".

Their form is that of Nghị định 30/2020/NĐ-CP, Phụ lục I.
"""

from __future__ import annotations

from collections.abc import Sequence

from kehoach.knowledge.patterns import lazy
from kehoach.parsers import zone_ends
from kehoach.parsers.lines import Line
from kehoach.parsers.seals import NAME
from kehoach.parsers.zone_ends import ISSUED_WITH, RECIPIENTS

COVER = lazy(r"\W*(?:quyet dinh|nghi quyet|cong van)\s*:?\s*$")
_TOP = 40
"""Lines from the top among which a decision names itself."""
_LONGEST_NAME = 24
_TITLE_LINES = 5
_NOTE_LINES = 6
"""Lines of a note in brackets; one that is not closed within them is the line it begins on."""
_ARTICLES = 5
"""Lines below a decision's name within which it says what it issues."""


def signs_off(line: Line) -> bool:
    """Whether a line is of what stands below a decision: its recipients, its signature."""
    return RECIPIENTS.match(line.bare) is not None or zone_ends.signs(line)


def cover(lines: Sequence[Line]) -> int:
    """The line on which a covering decision names itself, -1 for none."""
    top = enumerate(lines[:_TOP])
    return next((i for i, line in top if len(line.text) < _LONGEST_NAME and COVER.match(line.bare)), -1)


def issued(lines: Sequence[Line]) -> tuple[int, int] | None:
    """Title and body of a plan behind its decision that lost "KẾ HOẠCH": the words above "(Kèm theo …)"."""
    if (named := cover(lines)) < 0 or not any("ke hoach" in line.bare for line in lines[: named + _ARTICLES]):
        return None
    below = range(named + 1, len(lines))
    ended = next((i for i in below if "./." in lines[i].text or signs_off(lines[i])), len(lines))
    for note in range(ended + 1, len(lines)):
        if lines[note].text[:1] != "(" or not ISSUED_WITH.match(lines[note].bare):
            continue
        first = _title_above(lines, note, ended)
        return (first, behind_note(lines, note, len(lines))) if first < note else None
    return None


def _title_above(lines: Sequence[Line], note: int, ended: int) -> int:
    """The first line of the title that stands right above a note in brackets, below line ``ended``."""
    first = note
    while first - 1 > ended and note - first < _TITLE_LINES:
        line = lines[first - 1]
        signed = not line.text.isupper() and NAME.match(line.text)
        if line.noise or line.bars or line.label is not None or signed or signs_off(line):
            break
        first -= 1
        if line.blanks > 1:
            break
    return first


def behind_note(lines: Sequence[Line], i: int, last: int) -> int:
    """The place behind a note in brackets below the title, which may run over several lines, but not past ``last``."""
    below = min(len(lines), last)
    closed = next((k for k in range(i, min(i + _NOTE_LINES, below)) if ")" in lines[k].text), i)
    return min(closed + 1, max(below, i + 1))
