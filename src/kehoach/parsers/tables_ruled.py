"""Tables of a text converter whose columns a line of dashes sets: pandoc's simple and multiline tables, "===" too.

The runs of dashes tell where each column begins. Rows are a line each, or, where a rule over the whole width opens
and closes the table, parted by blank lines.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kehoach.knowledge.patterns import lazy
from kehoach.parsers.lines import Line
from kehoach.parsers.tables import Row, Table, mark_groups, read_roles, settle
from kehoach.parsers.view import View
from kehoach.parsers.words import Words, clean, join, no_words

_COLUMNS = lazy(r"-{2,}(?: +-+)+$|={2,}(?: +=+)+$")
_WHOLE = lazy(r"-{8,}$")
_RUN = lazy(r"[-=]+")
_TALLEST_HEAD = 6
_MOST_LINES = 2000
_FEWEST = 2
"""Columns of a table."""

_Columns = list[tuple[int, int]]
"""Where each column begins on its line, and where the next one does."""


def is_rule(line: Line) -> bool:
    """Whether a line is dashes in runs, as many as columns."""
    return line.text[:2] in ("--", "==") and _COLUMNS.match(line.text) is not None


def find(view: View, lines: Sequence[Line], at: int) -> tuple[Table, int] | None:
    """The table whose headings begin on line ``at``, or the rule above them, and the index behind it."""
    opened = _WHOLE.match(lines[at].text) is not None or (lines[at].text[:1] == "=" and is_rule(lines[at]))
    begins = at + opened
    rule = next((i for i in range(begins, min(begins + _TALLEST_HEAD, len(lines))) if is_rule(lines[i])), None)
    if rule is None or rule == begins or (lines[rule].text[0] == "=" and not opened):
        return None
    columns, own = list(_columns(view, lines[rule])), lines[begins:rule]
    if any(line.blanks > 1 for line in own[1:]) or not all(_parted(view, line, columns) for line in own):
        return None
    head = _cells(view, own, columns)
    names = [words.text for words in head]
    if sum(map(bool, names)) < _FEWEST:
        return None
    rows, i, closed = _rows(lines, rule + 1)
    if not rows or (opened and not closed):
        return None
    table = Table(head, read_roles(names), [], list(lines[at : rule + 1]))
    table.rows += [Row(_cells(view, row, columns), row) for row in rows]
    table.rows[-1].lines += lines[i : i + closed]
    for line in (line for row in table.rows for line in row.lines):
        line.noise = False
    settle(table)
    mark_groups(table)
    return table, i + closed


def _rows(lines: Sequence[Line], at: int) -> tuple[list[list[Line]], int, bool]:
    """The lines of each row, the index behind them, and whether a rule closes the table there.

    A rule over the whole width closes rows that blank lines part; else a blank line ends them.
    """
    end = next((i for i in range(at, min(at + _MOST_LINES, len(lines))) if _closes(lines[i])), None)
    spaced = end is not None and _WHOLE.match(lines[end].text) is not None
    rows: list[list[Line]] = []
    i = at
    while i < len(lines) and i != end:
        parted = lines[i].blanks > 1
        if parted and rows and not spaced:
            return rows, i, False
        if parted or not rows or not spaced:
            rows.append([])
        rows[-1].append(lines[i])
        i += 1
    return rows, i, end is not None


def _parted(view: View, line: Line, columns: _Columns) -> bool:
    """Whether a line has blanks where its columns part."""
    row_start = view.row_start(line.start)
    edges = (row_start + left - 1 for left, _ in columns[1:])
    return all(edge >= line.end or edge < line.start or view.text[edge].isspace() for edge in edges)


def _closes(line: Line) -> bool:
    return is_rule(line) or _WHOLE.match(line.text) is not None


def _columns(view: View, rule: Line) -> Iterator[tuple[int, int]]:
    row_start = view.row_start(rule.start)
    runs = [match.start() - row_start for match in _RUN.finditer(view.text, rule.start, rule.end)]
    yield from zip(runs, [*runs[1:], 1 << 30], strict=True)


def _cells(view: View, lines: Sequence[Line], columns: _Columns) -> list[Words]:
    """The words of each column, from the lines of a row."""
    parts: list[list[Words]] = [[] for _ in columns]
    text = view.text
    for line in lines:
        row_start = view.row_start(line.start)
        for k, (left, right) in enumerate(columns):
            a, b = max(row_start + left if k else 0, line.start), min(row_start + right, line.end)
            if a < b and text[a:b].strip():
                while text[a].isspace():
                    a += 1
                while text[b - 1].isspace():
                    b -= 1
                parts[k].append(clean(text, a, b))
    return [join(words) if words else no_words(lines[0].start) for words in parts]
