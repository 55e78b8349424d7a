"""Tables whose cells are set apart by bars or tabs: piped rows, Markdown tables."""

from __future__ import annotations

from collections.abc import Sequence

from kehoach.knowledge.patterns import lazy
from kehoach.parsers.lines import Line
from kehoach.parsers.tables import Row, Table, is_total, mark_groups, names_columns, roles, settle
from kehoach.parsers.view import View
from kehoach.parsers.words import Words, clean, join, no_words

_TAB = lazy(r"(?<=\S)[ ]*\t\s*")
_NUMBER = lazy(r"(?:\d{1,3}(?:\.\d{1,2}){0,3}|[IVX]{1,5}|[A-ZĐa-zđ]|[-+*•]|Phần.{0,8}|)[.)]?\s*$")
"""What stands before a group's name, not a time: its last cells may be empty too."""
_SEPARATOR = lazy(r"[\s|:\-–—=+.]*$")
_RULE = lazy(r"\|?(?:\s*:?-{2,}:?\s*\|){1,}(?:\s*:?-{2,}:?\s*)?$")
_LONGEST_NAME = 40
"""Letters of the name of a column that only its place shows to be one."""


def is_header(view: View, line: Line) -> bool:
    """Whether a line heads a table: column names, set apart by bars or tabs."""
    if line.bars < 1 or len(line.text) > 400:
        return False
    return names_columns([w.text for w in cells(view, line)])


def cells(view: View, line: Line) -> list[Words]:
    """The cells of a line with bars or tabs, empty ones included, without those that the outer bars would make."""
    return _cells(view, line, edge=view.text[line.start] == "|")


def find(view: View, lines: Sequence[Line], at: int) -> tuple[Table, int] | None:
    """The piped table that starts at line ``at`` and the index behind it, or ``None``."""
    first = lines[at]
    header = is_header(view, first)
    barred = first.bars >= 2 and at + 1 < len(lines) and lines[at + 1].bars >= 2
    if first.bars < 1 or not (header or barred):
        return None
    edge = view.text[first.start] == "|"
    need = first.bars - edge - (edge and view.text[first.end - 1] == "|")
    named = header or _ruled(view, lines, at)
    columns = _cells(view, first, edge) if named else []
    said = roles([w.text for w in columns])
    table = Table(columns, said if header or "task" in said else [], [], [first] if named else [])
    i = at + named
    while i < len(lines):
        line = lines[i]
        if _SEPARATOR.match(line.text):
            i += 1
            if line.bars:
                _keep(table, line)
            elif i >= len(lines) or not lines[i].bars:
                break
        elif line.bars == 0 and not (i + 1 < len(lines) and lines[i + 1].bars and lines[i + 1].text[0].islower()):
            if total := _total(view, line, table):
                table.rows.append(total)
                i += 1
                continue
            if not _group_line(view, lines, i, first):
                break
            tabbed = "\t" in view.text[line.start : line.end]
            cells = _cells(view, line, edge) if tabbed else [line.words]
            table.rows.append(Row(cells, [line], group=len(cells) == 1 or _NUMBER.match(cells[0].text) is not None))
            i += 1
        elif named and i > at + 1 and line.text == first.text:  # the header again, on the next page
            _keep(table, line)
            i += 1
        elif edge and need > 1 and i > at and _one_cell(view, line):  # a title across the table
            blank = [no_words(line.start)] * max(0, table.column("task"))
            table.rows.append(Row([*blank, *_cells(view, line, edge)], [line], group=True))
            i += 1
        else:
            row, i = _row(view, lines, i, need, edge)
            table.rows.append(row)
    if not table.rows:
        return None
    settle(table)
    mark_groups(table)
    return table, i


def _one_cell(view: View, line: Line) -> bool:
    """Whether a line has bars at both its ends and words but none between."""
    text = view.text[line.start : line.end].strip()
    return len(text) > 1 and text[0] == text[-1] == "|" and line.bars == 2 and text[1:-1].strip() != ""


def _ruled(view: View, lines: Sequence[Line], at: int) -> bool:
    """Whether names stand at a line above a rule, as Markdown sets a table's headings: known or not, they are no row.

    What makes Markdown of a table without headings puts its first row there: a number, a date or a sentence is one.
    """
    first = lines[at]
    if at + 1 >= len(lines) or "--" not in lines[at + 1].text or not _RULE.match(lines[at + 1].text):
        return False
    texts = [cell.text for cell in _cells(view, first, view.text[first.start] == "|")]
    named = [text for text in texts if text]
    return len(named) > 1 and all(
        len(text) < _LONGEST_NAME and text[-1:] not in ".;:," and not any(map(str.isdecimal, text)) for text in named
    )


def _keep(table: Table, line: Line) -> None:
    """Give the table a line that says nothing: a rule, a header repeated."""
    (table.rows[-1].lines if table.rows else table.head).append(line)


def _total(view: View, line: Line, table: Table) -> Row | None:
    """The last row of a cost table set with tabs whose empty cells left but one gap: "Cộng", tabs, "3.415.000.000"."""
    if "money" not in table.roles or "\t" not in view.text[line.start : line.end]:
        return None
    printed = _cells(view, line, False)
    if len(printed) != 2 or not is_total(printed[0].text) or not printed[1].text[:1].isdigit():
        return None
    cells = [no_words(line.start) for _ in table.roles]
    cells[max(table.column("task"), 0)] = printed[0]
    cells[len(table.roles) - 1 - table.roles[::-1].index("money")] = printed[1]
    return Row(cells, [line])


def _group_line(view: View, lines: Sequence[Line], i: int, header: Line) -> bool:
    """Whether a line without bars is a row across the table: bars go on below it, and not with a new header."""
    line = lines[i]
    if i + 1 >= len(lines) or lines[i + 1].bars == 0 or line.heading or len(line.text) > 200:
        return False
    return lines[i + 1].text != header.text and not is_header(view, lines[i + 1])


def _row(view: View, lines: Sequence[Line], i: int, need: int, edge: bool) -> tuple[Row, int]:
    """One logical row: printed lines are taken until its bars reach the header's count."""
    cells = [[words] for words in _printed(view, lines[i], edge, need)]  # each joined once, however many lines it has
    taken = [lines[i]]
    i += 1
    while i < len(lines) and len(cells) - 1 < need:
        line = lines[i]
        first, *others = _printed(view, line, edge)
        if len(cells) - 1 + len(others) > need or line.heading:
            break
        if line.bars == 0 and (len(line.text) > 160 or not any(x.bars for x in lines[i + 1 : i + 6])):
            break
        cells[-1].append(first)
        cells += ([words] for words in others)
        taken.append(line)
        i += 1
    # the last cell may run on over lines without bars
    while (
        i + 1 < len(lines)
        and lines[i].bars == 0
        and lines[i + 1].bars
        and lines[i].text[0].islower()
        and lines[i].label is None
    ):
        cells[-1].append(lines[i].words)
        taken.append(lines[i])
        i += 1
    return Row([join(parts) if len(parts) > 1 else parts[0] for parts in cells], taken), i


def _printed(view: View, line: Line, edge: bool, need: int = 0) -> list[Words]:
    """The cells that a line prints: all of it where it has no bars."""
    return _cells(view, line, edge, need) if line.bars else [line.words]


def _cells(view: View, line: Line, edge: bool, need: int = 0) -> list[Words]:
    """The cells of a piped line, empty ones included; with ``edge`` the outer bars make no cells.

    Tabs that stand side by side are one gap, unless all of them together are the ``need`` of the headings.
    """
    out: list[Words] = []
    at, text = line.start, view.text
    if "|" not in text[line.start : line.end]:
        row_end = text.find("\n", line.end)
        row_end = row_end if row_end >= 0 else len(text)
        if text.count("\t", line.start, row_end) == need:
            return _split(text, at, row_end, "\t")
        for gap in _TAB.finditer(text, line.start, line.end):
            out.append(clean(text, at, gap.start()))
            at = gap.end()
        return [*out, clean(text, at, line.end)]
    out = _split(text, at, line.end, "|")
    if edge and not out[0].text and text[line.start] == "|":
        out = out[1:]
    if edge and len(out) > 1 and not out[-1].text and text[line.end - 1] == "|":
        out = out[:-1]  # a row's last line, if it begins within a cell, has the closing bar only
    return out


def _split(text: str, at: int, end: int, sign: str) -> list[Words]:
    """The cells of ``text[at:end]`` between signs, empty ones included."""
    out: list[Words] = []
    while True:
        bar = text.find(sign, at, end)
        stop = bar if bar >= 0 else end
        out.append(clean(text, at, stop) if text[at:stop].strip() else no_words(at))
        if bar < 0:
            return out
        at = bar + 1
