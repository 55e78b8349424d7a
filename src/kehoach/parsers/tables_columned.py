"""Tables set in columns by blanks."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from kehoach.parsers import headings
from kehoach.parsers.columns import Grid, Piece, grid, opens_row, pieces, row_number
from kehoach.parsers.lines import Line
from kehoach.parsers.tables import ROMAN_OR_LETTER, Row, Table, is_total, roles
from kehoach.parsers.view import View
from kehoach.parsers.words import Words, clean, join, no_words

_MEASURED = 60
"""Lines below the headings by which the borders between columns are found."""
_TITLE = 120
"""Letters of a group row's title, which may run across the columns."""


def find(view: View, lines: Sequence[Line], at: int) -> tuple[Table, int] | None:
    """The table set in columns by blanks whose headings begin on line ``at``, and the index behind it, or ``None``."""
    headed = grid(view, lines, at)
    if headed is None:
        return None
    found, i = headed
    columns = found.columns()
    printed = [line.text for line in found.head]
    found.settle(view, [*found.head, *(line for line in lines[i : i + _MEASURED] if not line.noise)])
    taken: list[Line] = []
    ended = False
    while i < len(lines):
        line = lines[i]
        if line.noise:
            i += 1
            continue
        if line.text == printed[0] and taken:  # the headings again, on the next page
            for text in printed:
                if i < len(lines) and lines[i].text == text:
                    found.head.append(lines[i])
                    i += 1
            continue
        ended = not _fits(view, line, found) or _leaves(view, line, found)
        if ended:
            break
        taken.append(line)
        i += 1
    body = [Row(_spread(view, part, found), part) for part in _row_lines(view, taken, found)]
    if not body or (ended and len(body) < 2 and not found.numbered):
        return None
    names = roles([w.text for w in columns])
    if found.numbered:
        names[0] = "number"
    table = Table(columns, names, body, found.head)
    for row in body:
        number = table.cell(row, "number")
        filled = [c for c in row.cells if c.text]
        row.group = number is not None and len(filled) == 2 and bool(ROMAN_OR_LETTER.match(number.text.strip(". )")))
    return table, i


def _opens(view: View, line: Line, found: Grid) -> bool:
    """Whether a line opens a row: by its number, or because it adds the others up."""
    if opens_row(view, line, found.numbered, found.borders[0], found.headings[0].left):
        return True
    own = pieces(view, line)
    return bool(own) and is_total(view.text[own[0][1] : own[0][2]])


def _row_lines(view: View, lines: Sequence[Line], found: Grid) -> list[list[Line]]:
    """The lines of each row. Numbers stand on a row's first line, or, where cells are centred, on its middle one."""
    anchors = [k for k, line in enumerate(lines) if _opens(view, line, found)]
    if (
        found.numbered
        and any(_midway(view, lines[k], found) for k in anchors)
        and (cuts := _centred(anchors, len(lines)))
    ):
        return [list(lines[a:b]) for a, b in pairwise(cuts)]
    opening = set(anchors)
    if not found.numbered:
        spaced = {k for k, line in enumerate(lines) if line.blanks > 1}
        opening = spaced if len(spaced) > 1 and 2 * len(spaced) >= len(anchors) else opening | spaced
    rows: list[list[Line]] = []
    for k, line in enumerate(lines):
        if k in opening or not rows:
            rows.append([])
        rows[-1].append(line)
    return rows


def _midway(view: View, line: Line, found: Grid) -> bool:
    """Whether a numbered line stands in the middle of its row: its own words go on, or stand in other columns only."""
    own = pieces(view, line)
    if len(own) < 2:
        return " " not in view.text[own[0][1] : own[0][2]]
    column, a, _ = own[1]
    return view.text[a].islower() or (len(found.borders) > 1 and column >= found.borders[1] - 2)


def _centred(anchors: Sequence[int], count: int) -> list[int]:
    """Where rows begin whose middle lines are ``anchors``; empty where the lines do not divide so."""
    cuts = [0]
    for anchor, following in zip(anchors, [*anchors[1:], count], strict=True):
        end = anchor + (anchor - cuts[-1]) + 1
        if anchor < cuts[-1] or end > max(following, anchor + 1):
            return []
        cuts.append(min(end, count))
    cuts[-1] = count
    return cuts


def _fits(view: View, line: Line, found: Grid) -> bool:
    """Whether a line can belong to the table: no piece runs across two borders with words of running text."""
    own = pieces(view, line)
    if _titled(view, own, found):
        return True
    for piece in own:
        crossed = found.crossed(piece)
        wide = piece[2] - piece[1] > 50
        if crossed >= 2 or (crossed and len(own) == 1 and piece[0] < found.borders[0] and wide):
            return False
    return True


def _titled(view: View, own: Sequence[Piece], found: Grid) -> bool:
    """Whether a line is a group row: its number, and a title that may run across the columns."""
    if len(own) != 2 or not found.numbered:
        return False
    (column, a, b), (_, start, end) = own
    number = view.text[a:b].strip(". )")
    return column < found.borders[0] and bool(ROMAN_OR_LETTER.match(number)) and end - start < _TITLE


def _leaves(view: View, line: Line, found: Grid) -> bool:
    """Whether a line is set as a heading or a paragraph behind the table."""
    if line.heading:
        return True
    own = pieces(view, line)
    text, label = line.text, line.label
    if len(own) > 1:
        return bool(
            line.blanks > 1 and text.isupper() and not any(c.isdigit() for c in text) and not _titled(view, own, found)
        )
    if label is not None and label.style in ("I", "A", "1.") and text.isupper() and not row_number(text):
        return True
    named = label is not None and (label.style in ("I", "phần") or (label.style == "A" and line.blanks > 0))
    if label is not None and named and headings.kinds(line.bare[label.end :]):
        return True  # "V. Kinh phí": a section's name, set as one with its number
    if label is None and text.isupper() and line.blanks > 0 and headings.kinds(line.bare):
        return True
    column, a, b = own[0]
    first = found.borders[0] - column
    if label is not None and not label.is_bullet and (first >= 4 or not found.numbered) and b - a > first + 8:
        return True  # "7. Kinh phí …": number and words set as one, where rows set them apart
    return (not found.numbered and text.isupper()) or text.endswith("./.")


def _spread(view: View, lines: Sequence[Line], found: Grid) -> list[Words]:
    """The cells of a row's lines: each piece goes to the column it begins in."""
    cells: list[list[Words]] = [[] for _ in found.headings]
    for line in lines:
        own = pieces(view, line)
        for piece in own:
            parts = [piece] if _titled(view, own, found) else _split(view, piece, found.borders)
            for part in parts:
                cells[found.at(part)].append(clean(view.text, part[1], part[2]))
    return [join(words) if words else no_words(lines[0].start) for words in cells]


def _split(view: View, piece: Piece, borders: Sequence[int]) -> list[Piece]:
    """A piece split where single blanks hide a border: behind the row number, or right at a column's start."""
    text = view.text
    column, a, b = piece
    for k, border in enumerate(borders):
        for cut in (a + border - column, a + border - column - 1):
            edge = a < cut < b and text[cut - 1] == " " and text[cut] != " "
            if edge and column + 1 < border and (cut == a + border - column or text[cut].isupper()):
                return [(column, a, cut - 1), *_split(view, (column + cut - a, cut, b), borders[k + 1 :])]
    return [piece]
