"""What shows through a torn table of how it was set: the numbers of its rows and the widths of its columns.

Rows are told apart by numbers that count on. A word goes on in a cell only where the line above had no room for it:
"Phòng Văn hóa" / "và Thông tin", but not "Hiệu trưởng" / "nhiệm" below a column three words wide.
"""

from __future__ import annotations

from collections.abc import Sequence

from kehoach.folding import upper
from kehoach.knowledge.patterns import lazy
from kehoach.parsers.lines import Line
from kehoach.parsers.tables_torn_words import Token

_NUMBER = lazy(
    upper(r"[\W_]{0,3}(?P<n>\d{1,2})(?:[_\W]{0,2}\s[\W_]{0,3}[ij¡ì]?|[_\W]{1,3}|\s)(?=[A-Z“\"(]|\d[^\W\d_])")
)
"""A row's number and the edge of its cell: "2_ |Tập huấn", "5_:Kiểm tra", "2_ |1ố chức"."""
_FEWEST_NUMBERS = 3
_FEWEST_SAMPLES = 2
_OUTLIER = 1.2
"""Times the second widest piece of a column that its widest may be."""


def number(line: Line) -> int:
    """The number of the row that a line begins, 0 where it begins none."""
    match = _NUMBER.match(line.text)
    return int(match["n"]) if match else 0


def starts(lines: Sequence[Line]) -> dict[int, int]:
    """The lines that begin rows by their numbers, which count on by one or over one that is lost: index to number."""
    out: dict[int, int] = {}
    last = 0
    for i, line in enumerate(lines):
        if line.noise:
            continue
        value = number(line)
        if value and (value == last + 1 or (value == last + 2 and i)):
            out[i] = last = value
    return out if len(out) >= _FEWEST_NUMBERS else {}


def widths(rows: Sequence[Sequence[Token]], columns: int) -> list[int]:
    """How many letters the cells of each column hold, by the lines of which all edges are left; none where few are."""
    samples: list[list[int]] = []
    for body in rows:
        cuts = [k for k, token in enumerate(body) if k and token.edge]
        if len(cuts) == columns - 1:
            samples.append(_sizes(body, cuts))
    return _widths(samples)


def widths_by(ways: Sequence[tuple[Sequence[Token], Sequence[int]]], columns: int) -> list[int]:
    """… by the first lines of rows, parted as well as they can be each by itself."""
    return _widths(
        [
            _sizes(body, cuts[: columns - 1])
            for body, cuts in ways
            if len({0, *cuts[: columns - 1], len(body)}) > columns
        ]
    )


def _sizes(body: Sequence[Token], cuts: Sequence[int]) -> list[int]:
    ends = [*cuts, len(body)]
    return [body[b - 1].end - body[a].start for a, b in zip([0, *cuts], ends, strict=True)]


def _widths(samples: Sequence[Sequence[int]]) -> list[int]:
    """The widths of columns by the letters of some of their full lines: a piece of two cells is no measure."""
    if len(samples) < _FEWEST_SAMPLES:
        return []
    by_column = [sorted(column) for column in zip(*samples, strict=True)]
    return [min(sizes[-1], int(_OUTLIER * sizes[-2])) for sizes in by_column]
