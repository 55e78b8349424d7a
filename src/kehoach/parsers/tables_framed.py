"""Tables drawn with rules: "+---+" below each row, whose cells may run over several lines, or below the heading only.

Signs for drawing frames ("┌─┬─┐", "│") are shown as these by :mod:`kehoach.parsers.view`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from kehoach.knowledge.patterns import lazy
from kehoach.parsers.lines import Line
from kehoach.parsers.tables import Row, Table, mark_groups, names_columns, roles, settle
from kehoach.parsers.tables_piped import cells
from kehoach.parsers.view import View
from kehoach.parsers.words import Words, join, no_words

_RULE = lazy(r"\+[-=+:]{4,}$")
_FEWEST = 2
"""Rows and columns that a table has at least, and lines with bars that one of its rows has."""
_LONGEST_NUMBER, _NEARLY = 5, 0.8
"""Letters of a row's number at most; the share of lines that are filled where each is a row."""


def find(view: View, lines: Sequence[Line], at: int) -> tuple[Table, int] | None:
    """The framed table that starts at line ``at`` and the index behind it; ``None`` where each row is one line."""
    rows, i = _rows(lines, at)
    if len(rows) == _FEWEST:
        rows[1:] = _unruled(view, rows[-1])
    if len(rows) < _FEWEST or all(sum(line.bars > 0 for line in row) < _FEWEST for row in rows):
        return None
    printed = [_columns(view, row) for row in rows]
    width = Counter(map(len, printed)).most_common(1)[0][0]
    if width < _FEWEST or sum(len(row) == width for row in printed) < _FEWEST:
        return None
    names = [cell.text for cell in printed[0]]
    headed = names_columns(names) or any("=" in line.text for line in rows[0] if not line.bars)
    table = Table(printed[0] if headed else [], roles(names) if headed else [], [], list(rows[0]) if headed else [])
    for row, own in zip(rows[headed:], printed[headed:], strict=True):
        if headed and [cell.text for cell in own] == names:  # the headings again, on the next page
            (table.rows[-1].lines if table.rows else table.head).extend(row)
        elif any(cell.text for cell in own):
            table.rows.append(Row(own, list(row), group=len(own) == 1))
    if not table.rows:
        return None
    settle(table)
    mark_groups(table)
    return table, i


def _rows(lines: Sequence[Line], at: int) -> tuple[list[list[Line]], int]:
    """The lines of each row, its rule among them, and the index behind the last."""
    rows: list[list[Line]] = [[]]
    i = at
    while i < len(lines):
        line = lines[i]
        if _RULE.match(line.text):
            rows[-1].append(line)
            if rows[-1][0].bars:
                rows.append([])
        elif line.bars:
            rows[-1].append(line)
        else:
            break
        i += 1
    return [row for row in rows if any(line.bars and not _RULE.match(line.text) for line in row)], i


def _unruled(view: View, row: Sequence[Line]) -> list[list[Line]]:
    """The rows below a heading with no rule between them; one where all are the lines of one row's cells.

    Half of the lines begin with a number, and others go on the row above; or nearly all have most cells filled.
    """
    texts = {line: [cell.text for cell in cells(view, line)] for line in row if not _RULE.match(line.text)}
    begin = {line for line, own in texts.items() if own and 0 < len(own[0]) <= _LONGEST_NUMBER}
    if len(begin) * 2 <= max(len(texts), _FEWEST):
        full = sum(_full(own) for own in texts.values())
        if len(texts) <= _FEWEST or full < _NEARLY * len(texts):
            return [list(row)]
        begin = set(texts)
    out: list[list[Line]] = []
    for line in row:
        if line in begin or not out:
            out.append([])
        out[-1].append(line)
    return out


def _full(texts: Sequence[str]) -> bool:
    """Whether most cells of a line are filled, and none goes on in small letters."""
    return sum(map(bool, texts)) * 2 > len(texts) and not any(text[:1].islower() for text in texts)


def _columns(view: View, row: Sequence[Line]) -> list[Words]:
    """A row's cells, each with the words of all its lines; lines with other bars than the first add nothing anew."""
    out: list[list[Words]] = []
    for line in row:
        if _RULE.match(line.text):
            continue
        own = cells(view, line)
        if not out:
            out = [[] for _ in own]
        for column, words in zip(out, own, strict=False):
            if words.text:
                column.append(words)
        if len(own) > len(out):
            out[-1] += [words for words in own[len(out) :] if words.text]
    return [join(words) if words else no_words(row[0].start) for words in out]
