"""Tables set in columns by blanks."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from kehoach.parsers import columned_rows, columns_lines, headings
from kehoach.parsers.columns import Grid, Piece, opens_row, pieces, row_number
from kehoach.parsers.columns_heads import grid
from kehoach.parsers.lines import Line
from kehoach.parsers.page_numbers import turns
from kehoach.parsers.tables import ROMAN_OR_LETTER, Row, Table, is_total, mark_groups, roles, settle
from kehoach.parsers.view import View
from kehoach.parsers.words import Words, clean, join, no_words

_MEASURED = 60
"""Lines below the headings by which the borders between columns are found."""
_ABOVE = 2
"""Lines up to which the line above in the same cell stands: other cells may have theirs between."""
_GROUPS = 3
"""Numbers of rows above one among which the one before it stands: groups of rows have numbers too."""
_TITLE = 120
"""Letters of a group row's title, which may run across the columns."""
_SPACED, _ROWS = 2, 2
"""Line breaks before a line that a blank one parts from those above; lines of a table by which its rows are known."""
_CROSSED = 2
"""Borders that running text or a title runs over, where no whole row stands below."""
_BEHIND = frozenset({"duties", "funding", "reporting"})
"""Sections whose names, numbered, end a table of tasks that stands right above."""


class _Leaf:
    """The part of a table that stands on one page: its ``lines``, and the pieces of each with their columns.

    ``groups``: those of its lines that are titles across the columns.
    """

    __slots__ = ("cells", "found", "groups", "lines")

    def __init__(self, found: Grid) -> None:
        self.found = found
        self.lines: list[Line] = []
        self.groups: set[Line] = set()
        self.cells: list[list[tuple[int, Piece]]] = []

    def lay_out(self, view: View, roles: Sequence[str]) -> None:
        """Tell the columns of each line's pieces."""
        lanes = columns_lines.Lanes(view, self.lines, self.found, roles)
        seen: list[tuple[int, Piece] | None] = [None for _ in roles]
        for i, line in enumerate(self.lines):
            above = [last[1] if last is not None and i - last[0] <= _ABOVE else None for last in seen]
            if line in self.groups:
                self.cells.append([(roles.index("task") if "task" in roles else 0, pieces(view, line)[0])])
                continue
            own = _cells(view, line, lanes, above)
            self.cells.append(own)
            for column, piece in own:
                seen[column] = (i, piece)


def find(view: View, lines: Sequence[Line], at: int) -> tuple[Table, int] | None:
    """The table set in columns by blanks whose headings begin on line ``at``, and the index behind it, or ``None``."""
    headed = grid(view, lines, at)
    if headed is None:
        return None
    found, i = headed
    columns = found.columns()
    names = roles([w.text for w in columns])
    if found.numbered:
        names[0] = "number"
    leaves, i, ended = _leaves_of(view, lines, i, found)
    for leaf in leaves:
        leaf.lay_out(view, names)
    body = _rows(view, leaves, found)
    if not body or (ended and len(body) < 2 and not found.numbered):
        return None
    table = Table(columns, names, body, found.head)
    settle(table)
    groups = set[Line]().union(*(leaf.groups for leaf in leaves))
    for row in body:
        number = table.cell(row, "number")
        filled = [c for c in row.cells if c.text]
        lettered = number is not None and ROMAN_OR_LETTER.match(number.text.strip(". )")) is not None
        row.group = row.lines[0] in groups or (lettered and len(filled) == 2)
    if not found.numbered:
        mark_groups(table)
    return table, i


def _leaves_of(view: View, lines: Sequence[Line], i: int, found: Grid) -> tuple[list[_Leaf], int, bool]:
    """The table's lines page by page, the index behind them, and whether other text follows."""
    found.settle(view, [*found.head, *_page(lines, i)])
    printed = [line.text for line in found.head]
    leaf = _Leaf(found)
    leaves = [leaf]
    turned = False
    while i < len(lines):
        line = lines[i]
        if line.noise and (line.text == printed[0] or _counts_on(line, leaves)):
            line.noise = False  # headings that come again have been taken for a running head
        turned = turned or turns(line)
        if line.noise:
            i += 1
            continue
        if (turned or leaf.lines) and (again := _again(view, lines, i, found, printed)):
            leaf = _Leaf(again[0])
            leaves.append(leaf)
            i, turned = again[1], False
            continue
        if turned and leaf.lines:
            leaf = _Leaf(leaf.found.moved(view, _page(lines, i)))
            leaves.append(leaf)
        turned = False
        if _across(view, lines, i, leaf):
            leaf.groups.add(line)
        elif not _fits(view, line, leaf.found) or _leaves(view, line, leaf.found) or _set_apart(view, line, leaf):
            return leaves, i, True
        leaf.lines.append(line)
        i += 1
    return leaves, i, False


def _counts_on(line: Line, leaves: Sequence[_Leaf]) -> bool:
    """Whether a number alone on its line, as pages are numbered, or a letter, as stains stand, is the next row's."""
    found = leaves[-1].found
    if not found.numbered or line.indent >= found.borders[0] or not row_number(line.text):
        return False
    words = [x.text.split(" ")[0] for leaf in leaves[-2:] for x in leaf.lines if x.indent < leaf.found.borders[0]]
    if line.text.isdecimal():
        numbers = [word for word in words[-_GROUPS:] if word.isdecimal()] or ["0"]
        return str(int(line.text) - 1) in numbers
    letters = [word for word in words if word.isalpha()]
    return bool(letters) and len(line.text) == len(letters[-1]) == 1 and ord(line.text) == ord(letters[-1]) + 1


def _page(lines: Sequence[Line], i: int) -> list[Line]:
    """The lines from one on, up to the page's end."""
    out: list[Line] = []
    for line in lines[i : i + _MEASURED]:
        if line.page_break and out:
            break
        if not line.noise:
            out.append(line)
    return out


def _again(view: View, lines: Sequence[Line], i: int, found: Grid, printed: Sequence[str]) -> tuple[Grid, int] | None:
    """The grid of the headings ``printed`` again on the next page, and the index behind them."""
    if lines[i].text != printed[0]:
        return None
    names = [heading.text for heading in found.headings]
    end = i
    for text in printed:
        if end < len(lines) and lines[end].text == text:
            end += 1
    # where all are there, a cell right below that goes on from the page before is none of them
    seen = lines[:end] if end - i == len(printed) else lines
    for at in range(i, min(i + len(printed), len(seen))):
        again = grid(view, seen, at)
        if again is not None and [heading.text for heading in again[0].headings] == names:
            anew, behind = again
            anew.settle(view, [*anew.head, *_page(lines, behind)])
            found.head += anew.head
            return anew, behind
    found.head += lines[i:end]
    return found.moved(view, _page(lines, i)), end


def _rows(view: View, leaves: Sequence[_Leaf], found: Grid) -> list[Row]:
    taken = [line for leaf in leaves for line in leaf.lines]
    cells = [own for leaf in leaves for own in leaf.cells]
    turns: list[int] = []
    anchors: list[int] = []
    titles: list[int] = []
    at = 0
    for leaf in leaves:
        turns.append(at)
        anchors += [at + k for k, line in enumerate(leaf.lines) if _opens(view, line, leaf.found)]
        titles += [at + k for k, line in enumerate(leaf.lines) if line in leaf.groups]
        at += len(leaf.lines)
    middles, rows = anchors, list[int]()
    if not found.numbered:
        rows = columned_rows.filled_rows(view, cells)
        middles = columned_rows.first_cells(view, cells)
        anchors = [k for k in anchors if not columned_rows.is_open(view, cells, k)]
        if any(bisect_left(middles, a) == bisect_left(middles, b) for a, b in pairwise([*rows, len(cells)])):
            # a cell of the first column holds for several rows: cells begin on top
            rows, middles = rows + middles, []
    if titles:
        rows, middles = rows + [k for title in titles for k in (title, title + 1)], []
    cuts = columned_rows.centred(view, taken, cells, middles, frozenset(turns[1:]))
    cuts = cuts or [*_top_rows(taken, anchors, rows, found), len(taken)]
    return [
        Row(_joined(view, cells[a:b], len(found.headings), taken[a].start), list(taken[a:b]))
        for a, b in pairwise(cuts)
        if a < b
    ]


def _opens(view: View, line: Line, found: Grid) -> bool:
    """Whether a line opens a row: by its number, or because it adds the others up."""
    if opens_row(view, line, found.numbered, found.borders[0], found.headings[0].left):
        return True
    own = pieces(view, line)
    return bool(own) and is_total(view.text[own[0][1] : own[0][2]])


def _top_rows(lines: Sequence[Line], anchors: Sequence[int], rows: Sequence[int], found: Grid) -> list[int]:
    """The first line of each row, where numbers stand on it (``anchors``) or its cells begin there (``rows``)."""
    opening = {*anchors, *rows}
    if not found.numbered:
        spaced = {k for k, line in enumerate(lines) if line.blanks > 1}
        if len(spaced) > 1 and 2 * len(spaced) >= len(anchors):
            opening = spaced
        else:
            opening |= spaced
    return sorted(opening | {0})


def _fits(view: View, line: Line, found: Grid) -> bool:
    """Whether a line can belong to the table: no piece runs across two borders with words of running text."""
    own = pieces(view, line)
    if _titled(view, own, found):
        return True
    for piece in own:
        crossed = found.crossed(piece)
        wide = piece[2] - piece[1] > 50
        if crossed >= _CROSSED or (crossed and len(own) == 1 and piece[0] < found.borders[0] and wide):
            return False
    return True


def _across(view: View, lines: Sequence[Line], i: int, leaf: _Leaf) -> bool:
    """Whether a line is a title across the columns: one piece over their borders, a row right below it."""
    line, found = lines[i], leaf.found
    own = pieces(view, line)
    crossed = found.crossed(own[0])
    apart = _SPACED if not leaf.lines or any(x.blanks > 1 for x in leaf.lines[1:]) else 1
    if len(own) > 1 or line.label is not None or line.blanks > apart or not crossed:
        return False
    if not line.text[0].isupper() or line.text[-1] in ".;:," or i + 1 >= len(lines):
        return False
    below = pieces(view, lines[i + 1])
    if lines[i + 1].blanks > apart or len({found.at(piece) for piece in below}) < len(below):
        return False
    return len(below) > (1 if crossed >= _CROSSED else len(found.headings) - 1)


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
    if found.numbered and own[0][0] > 0 and _next_section(line, own[0]):
        return True
    below = line.blanks < _SPACED and own[0][0] >= found.borders[0]  # a cell that goes on
    if label is None and text.isupper() and not below and headings.kinds(line.bare):
        return True
    column, a, b = own[0]
    first = found.borders[0] - column
    if label is not None and not label.is_bullet and (first >= 4 or not found.numbered) and b - a > first + 8:
        return True  # "7. Kinh phí …": number and words set as one, where rows set them apart
    return (not found.numbered and text.isupper() and first > 0) or text.endswith("./.")


def _set_apart(view: View, line: Line, leaf: _Leaf) -> bool:
    """Whether a blank line parts a line from the rows: words at the margin where none parts those, or a label.

    A label is told from a row's number by its sign, where no row's has one.
    """
    if line.blanks < _SPACED or line.page_break or len(leaf.lines) < _ROWS:
        return False
    (column, a, b), *rest = pieces(view, line)
    word = view.text[a:b]
    if rest:
        signed = word[-1] in ".)/" and row_number(word) and len(rest) == 1
        return signed and not any(x.text.partition(" ")[0][-1] in ".)/" for x in leaf.lines)
    if column >= leaf.found.borders[0] or row_number(word):
        return False
    return all(x.blanks < _SPACED for x in leaf.lines[1:])


def _next_section(line: Line, piece: Piece) -> bool:
    """Whether a number and words are set as one below a blank line that begin a section or a list: "5. Kinh phí"."""
    label = line.label
    if label is None or label.style != "1." or not line.blanks or label.end >= piece[2] - piece[1]:
        return False
    return label.value == 1 or headings.first(line.bare[label.end :]) in _BEHIND


def _cells(
    view: View, line: Line, lanes: columns_lines.Lanes, above: Sequence[Piece | None]
) -> list[tuple[int, Piece]]:
    """The pieces of a line and the columns they belong to."""
    found = lanes.found
    own = pieces(view, line)
    if _titled(view, own, found):
        return [(found.at(piece), piece) for piece in own]
    if columns_lines.crowded(own, found) or lanes.overfull(own):
        laid = columns_lines.laid_out(view, line, lanes, above)
        if laid is not None:
            return laid
    return [(found.at(part), part) for piece in own for part in _split(view, piece, found.borders)]


def _joined(view: View, lines: Sequence[list[tuple[int, Piece]]], columns: int, start: int) -> list[Words]:
    """The cells of a row, from the pieces of its lines."""
    cells: list[list[Words]] = [[] for _ in range(columns)]
    for own in lines:
        for column, (_, a, b) in own:
            cells[column].append(clean(view.text, a, b))
    return [join(words) if words else no_words(start) for words in cells]


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
