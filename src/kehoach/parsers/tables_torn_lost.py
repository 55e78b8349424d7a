"""Task tables of a scan whose headings nobody can read: told by their rows alone.

"TÌ| MẠidungcônguic | CƯ 01C Tưng du." above "1 |và trả kết quả theo cơ chế Phòng Nội vụ |HĐND và UBND 28/02/2018":
numbers that count on, edges of cells and dates that end lines, right below a heading or what leads in.
"""

from __future__ import annotations

from collections.abc import Sequence

from kehoach.folding import bare
from kehoach.knowledge.agencies import resolve
from kehoach.knowledge.patterns import lazy
from kehoach.parsers import tables_torn_shape
from kehoach.parsers.lines import Line
from kehoach.parsers.tables import Table
from kehoach.parsers.tables_torn_heads import ROLES, Head
from kehoach.parsers.tables_torn_words import NAMES, tokens, when
from kehoach.parsers.view import View
from kehoach.parsers.words import no_words

_BARRED_NUMBER = lazy(r"[\W_]{0,3}(?P<n>\d{1,2})[\W_]{0,3}\|")
_MOST_HEADS = 3
"""Lines of headings above the first row, illegible all of them."""
_MOST_LINES = 60
_FEWEST_ROWS, _FEWEST_DATES, _DATED = 3, 2, 0.5
"""Rows that are numbered, dates in them and dates a row that a table has at least."""
_BARRED = 0.5
"""What part of the numbered rows have an edge behind their first word at least."""
_HELPED = 3
"""Edges of a row behind its number that a table with a column of partners has."""
_NAMED = 0.5
"""What part of those who lead are bodies by their first word at least."""


def head(view: View, lines: Sequence[Line], at: int, ends: Sequence[bool]) -> Head | None:
    """The headings, of no words, of the table whose first line is ``at``; ``None`` where none begins there.

    ``ends``: for the lines from ``at`` on whether they stand behind the table.
    """
    last = next((i for i, behind in enumerate(ends) if behind), len(ends))
    body = lines[at : at + min(last, _MOST_LINES)]
    starts = _starts(body)
    if len(starts) < _FEWEST_ROWS or not _from_one(body, starts):
        return None
    numbered = [body[i] for i in starts]
    rows = [tokens(view, line) for line in body if not line.noise]
    dated = sum(when(words)[0] < len(words) for words in rows)
    if dated < max(_FEWEST_DATES, _DATED * len(starts)) or sum(x.bars > 0 for x in numbered) < _BARRED * len(starts):
        return None
    first = next(iter(starts))
    edges = max(sum(token.edge for token in words[1:]) for words in rows)
    roles = ROLES if edges >= _HELPED else (ROLES[0], ROLES[1], ROLES[3])
    above = [line for line in body[:first] if not line.noise]
    nothing = no_words(lines[at].start)
    return Head([nothing] * (1 + len(roles)), roles, above, product=False, starts=False)


def _starts(body: Sequence[Line]) -> dict[int, int]:
    """The lines that have the rows' numbers, which count on by one or over one that is lost: index to number.

    Where cells are set to the middle of their rows, a number stands beside any line of its task.
    """
    out: dict[int, int] = {}
    last = 0
    for i, line in enumerate(body):
        value = tables_torn_shape.number(line)
        if not value and (barred := _BARRED_NUMBER.match(line.text)):
            value = int(barred["n"])
        if not line.noise and last < value <= last + 2:
            out[i] = last = value
    return out


def _from_one(body: Sequence[Line], starts: dict[int, int]) -> bool:
    """Whether the first row's number is 1, or 2 below a line that may be the first, near the top."""
    first = next(iter(starts))
    return starts[first] <= 2 and sum(not line.noise for line in body[:first]) <= _MOST_HEADS


def sure(table: Table) -> bool:
    """Whether those that lead by the cells are bodies, most of them: words of a text are not."""
    led = [cell.text for row in table.rows if not row.group and (cell := table.cell(row, "lead")) is not None]
    bodies = sum(resolve(name) is not None or bare(name).split(" ")[0] in NAMES for name in led)
    return len(led) >= 2 and bodies >= _NAMED * len(led)
