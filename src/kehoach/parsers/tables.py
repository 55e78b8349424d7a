"""Tables in text: piped rows, Markdown tables, and columns set apart by blanks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

from kehoach.folding import bare
from kehoach.knowledge.columns import COLUMNS
from kehoach.parsers import labels
from kehoach.parsers.labels import Label
from kehoach.parsers.lines import Line
from kehoach.parsers.view import View
from kehoach.parsers.words import Words, clean, join

_GAP = re.compile(r" {2,}|\t+")
_FIRST_COLUMN = re.compile(r"\W*(?:s?\s?tt|so tt|so thu tu)\W*$")
_TAB = re.compile(r"(?<=\S)[ ]*\t\s*")
_NUMBER_AND = re.compile(r"(?P<tt>s?tt)\s+(?=[a-z]{3})")
_SEPARATOR = re.compile(r"[\s|:\-–—=+.]*$")
_ROMAN_OR_LETTER = re.compile(r"(?:[IVX]{1,5}|[A-ZĐ])\.?$")


@dataclass(slots=True)
class Row:
    """A logical row: its cells left to right, the printed lines it stands on; ``group``: it heads the rows below."""

    cells: list[Words]
    lines: list[Line]
    group: bool = False

    @property
    def start(self) -> int:
        return self.lines[0].start

    @property
    def end(self) -> int:
        return self.lines[-1].end


@dataclass(slots=True)
class Table:
    """``columns``: headings; ``roles``: what each says ("task", "lead", …, "" where unknown); ``head``: its lines."""

    columns: list[Words]
    roles: list[str]
    rows: list[Row]
    head: list[Line] = field(default_factory=list)

    @property
    def start(self) -> int:
        return (self.head or self.rows[0].lines)[0].start

    @property
    def end(self) -> int:
        return (self.rows[-1].lines if self.rows else self.head)[-1].end

    def column(self, role: str) -> int:
        """The first column of a role, -1 where there is none."""
        return self.roles.index(role) if role in self.roles else -1

    def cell(self, row: Row, role: str) -> Words | None:
        """A row's words in the column of a role, ``None`` where the column or the words are missing."""
        i = self.column(role)
        return row.cells[i] if 0 <= i < len(row.cells) and row.cells[i].text else None

    def label(self, row: Row) -> Label | None:
        """The row's printed number."""
        words = self.cell(row, "number")
        if words is None:
            return None
        text = words.text.strip(" .)")
        if text.isdigit() and len(text) < 4:
            return Label(text, "1.", int(text), 0)
        if (value := labels.roman(text)) > 0:
            return Label(text, "I", value, 0)
        if len(text) == 1 and text.isalpha():
            return Label(text, "A" if text.isupper() else "a)", 1 + labels.ALPHABET.find(text.lower()), 0)
        found = labels.find(words.text + " x")
        return Label(text, found.style, found.value, 0, prefix=found.prefix) if found else None


@cache
def _roles() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((row.role, re.compile(row.pattern)) for row in COLUMNS)


def role(heading: str) -> str:
    """What a column says, by its heading; "" where unknown.

    >>> role("Cơ quan chủ trì"), role("Thời gian thực hiện"), role("Xếp loại")
    ('lead', 'time', '')
    """
    text = bare(heading).strip()
    for name, pattern in _roles():
        if pattern.search(text):
            return name
    return ""


def roles(headings: Sequence[str]) -> list[str]:
    """The roles of a header row; a role with one column ("task", "lead") goes to the first that claims it."""
    out: list[str] = []
    for heading in headings:
        name = role(heading)
        if name == "lead" and "lead" in out and bare(heading).strip() == "thuc hien":
            name = "partners"
        if name in ("task", "number", "note") and name in out:
            name = ""
        out.append(name)
    if "task" not in out and "number" in out:
        for i, heading in enumerate(headings):
            if not out[i] and re.match(r"\W*(?:hoat|cac|chuyen|mon|phan)\b", bare(heading)):
                out[i] = "task"
                break
    return out


def is_header(view: View, line: Line) -> bool:
    """Whether a line heads a table: column names, set apart by bars or tabs."""
    if line.bars < 1 or len(line.text) > 400:
        return False
    names = [w.text for w in _cells(view, line, edge=view.text[line.start] == "|")]
    named = [role(name) for name in names if len(name.strip()) < 60]
    known = {name for name in named if name}
    return bool(len(names) >= 2 and (known - {"year"}) and (len(known) >= 2 or "number" in known))


def piped(view: View, lines: Sequence[Line], at: int) -> tuple[Table, int] | None:
    """The piped table that starts at line ``at`` and the index behind it, or ``None``."""
    first = lines[at]
    if first.bars < 1 or not (
        is_header(view, first) or (first.bars >= 2 and at + 1 < len(lines) and lines[at + 1].bars >= 2)
    ):
        return None
    header = is_header(view, first)
    edge = view.text[first.start] == "|"
    need = first.bars - (1 if edge else 0) - (1 if view.text[first.end - 1] == "|" and edge else 0)
    head_words = _cells(view, first, edge)
    table = Table(head_words if header else [], roles([w.text for w in head_words]) if header else [], [])
    if header:
        table.head.append(first)
    i = at + (1 if header else 0)
    while i < len(lines):
        line = lines[i]
        if _SEPARATOR.match(line.text):
            if line.bars:
                (table.rows[-1].lines if table.rows else table.head or [line]).append(line)
                i += 1
                continue
            i += 1
            if i < len(lines) and lines[i].bars:
                continue
            break
        if line.bars == 0 and not (i + 1 < len(lines) and lines[i + 1].bars and lines[i + 1].text[0].islower()):
            if not _group_line(view, lines, i, first):
                break
            table.rows.append(Row([line.words], [line], group=True))
            i += 1
            continue
        if header and i > at + 1 and line.text == first.text:
            table.rows[-1].lines.append(line) if table.rows else table.head.append(line)
            i += 1
            continue
        row, i = _piped_row(view, lines, i, need, edge)
        table.rows.append(row)
    if not table.rows:
        return None
    _mark_groups(table)
    return table, i


def _group_line(view: View, lines: Sequence[Line], i: int, header: Line) -> bool:
    """Whether a line without bars is a row across the table: bars go on below it, and not with a new header."""
    line = lines[i]
    if i + 1 >= len(lines) or lines[i + 1].bars == 0 or line.heading or len(line.text) > 200:
        return False
    if line.label is not None and line.label.style == "I" and line.text.isupper() and is_header(view, lines[i + 1]):
        return False
    return lines[i + 1].text != header.text and not is_header(view, lines[i + 1])


def _piped_row(view: View, lines: Sequence[Line], i: int, need: int, edge: bool) -> tuple[Row, int]:
    """One logical row: printed lines are taken until its bars reach the header's count."""
    cells = _cells(view, lines[i], edge) if lines[i].bars else [lines[i].words]
    taken = [lines[i]]
    i += 1
    while i < len(lines) and len(cells) - 1 < need:
        line = lines[i]
        more = _cells(view, line, edge) if line.bars else [line.words]
        if len(cells) - 1 + len(more) - 1 > need or line.heading:
            break
        if line.bars == 0 and (len(line.text) > 160 or not any(x.bars for x in lines[i + 1 : i + 6])):
            break
        if line.bars and len(more) - 1 >= need and len(cells) > 1:
            break
        cells = [*cells[:-1], join([cells[-1], more[0]]), *more[1:]]
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
        cells[-1] = join([cells[-1], lines[i].words])
        taken.append(lines[i])
        i += 1
    return Row(cells, taken), i


def _cells(view: View, line: Line, edge: bool) -> list[Words]:
    """The cells of a piped line, empty ones included; with ``edge`` the outer bars make no cells."""
    out: list[Words] = []
    at, text = line.start, view.text
    if "|" not in text[line.start : line.end]:
        for gap in _TAB.finditer(text, line.start, line.end):
            out.append(clean(text, at, gap.start()))
            at = gap.end()
        return [*out, clean(text, at, line.end)]
    while True:
        bar = text.find("|", at, line.end)
        stop = bar if bar >= 0 else line.end
        out.append(clean(text, at, stop) if text[at:stop].strip() else Words("", [(0, at)], at))
        if bar < 0:
            break
        at = bar + 1
    if edge and out and not out[0].text:
        out = out[1:]
        if out and not out[-1].text and text[line.end - 1] == "|":
            out = out[:-1]
    return out


def _mark_groups(table: Table) -> None:
    """Group rows: a Roman number or a capital, or one cell filled, while other rows fill more."""
    filled = [sum(bool(c.text) for c in row.cells) for row in table.rows]
    typical = sorted(filled)[len(filled) // 2]
    task = table.column("task")
    for row, count in zip(table.rows, filled, strict=True):
        if row.group:
            continue
        label = table.cell(row, "number")
        texts = [c.text for c in row.cells if c.text]
        if (
            (label is not None and _ROMAN_OR_LETTER.match(label.text.strip(". )")))
            or (count <= 1 and typical >= 2 and texts and any(c.isalpha() for c in texts[0]))
            or (len(set(texts)) == 1 and len(texts) > 2)
        ):
            row.group = True
        elif (
            typical >= 3
            and count == 2
            and label is not None
            and task >= 0
            and row.cells[task : task + 1]
            and row.cells[task].text
        ):
            row.group = row.cells[task].text.isupper()


def columned(view: View, lines: Sequence[Line], at: int) -> tuple[Table, int] | None:
    """The table set in columns by blanks whose header is line ``at``, and the index behind it, or ``None``."""
    line = lines[at]
    if line.bars or len(line.text) > 200:
        return None
    chunks = _header_chunks(view, line)
    if len(chunks) < 2:
        return None
    names = [role(view.text[a:b]) for _, a, b in chunks]
    known = [n for n in names if n]
    numbered = bool(_FIRST_COLUMN.match(bare(view.text[chunks[0][1] : chunks[0][2]])))
    if not (
        (numbered and len(chunks) >= 3)
        or (len(set(known)) >= 3)
        or (numbered and len(known) >= 2)
        or (len(chunks) == 2 and set(known) == {"time", "task"})
    ):
        return None
    starts = [x for x, _, _ in chunks]
    head, i = [line], at + 1
    if (
        at
        and not lines[at - 1].noise
        and line.blanks <= 1
        and lines[at - 1].label is None
        and (more := _overhead(view, lines[at - 1], starts))
    ):
        starts += more
        head = [lines[at - 1], line]
    while (
        i < len(lines)
        and i < at + 4
        and not lines[i].noise
        and not _row_start(view, lines[i], starts, numbered)
        and _fits(view, lines[i], starts)
    ):
        extra = _chunks(view, lines[i])
        close = lines[i].blanks == 0 or (
            lines[i].blanks == 1 and all(b - a < 16 and x > starts[1] + 4 for x, a, b in extra)
        )
        if all(b - a < 40 for _, a, b in extra) and close and len(extra) < len(starts):
            head.append(lines[i])
            i += 1
        else:
            break
    columns = _spread(view, head, starts)
    taken: list[Line] = []
    ended = False
    while i < len(lines) and not ended:
        if lines[i].noise:
            i += 1
        elif not _fits(view, lines[i], starts) or _leaves(view, lines[i], starts, numbered):
            ended = True
        else:
            taken.append(lines[i])
            i += 1
    body = [Row(_spread(view, part, starts), part) for part in _row_lines(view, taken, starts, numbered)]
    if not body or (ended and len(body) < 2 and not numbered):
        return None
    table = Table(columns, roles([w.text for w in columns]), body, head)
    for row in body:
        number = table.cell(row, "number")
        filled = [c for c in row.cells if c.text]
        row.group = number is not None and len(filled) == 2 and bool(_ROMAN_OR_LETTER.match(number.text.strip(". )")))
    return table, i


def _header_chunks(view: View, line: Line) -> list[tuple[int, int, int]]:
    """A header's pieces; "STT Nhiệm vụ" set with one blank is two."""
    chunks = _chunks(view, line)
    if chunks and (match := _NUMBER_AND.match(bare(view.text[chunks[0][1] : chunks[0][2]]))):
        column, a, b = chunks[0]
        cut = a + match.end()
        return [(column, a, a + match.end("tt")), (column + cut - a, cut, b), *chunks[1:]]
    return chunks


def _overhead(view: View, above: Line, starts: Sequence[int]) -> list[int]:
    """Columns that a header's upper line opens behind the last one: cells of several lines stand centred."""
    chunks = _chunks(view, above)
    if above.indent < starts[1] or any(b - a > 30 for _, a, b in chunks):
        return []
    return [x for x, _, _ in chunks if x > starts[-1] + 8]


def _row_lines(view: View, lines: Sequence[Line], starts: Sequence[int], numbered: bool) -> list[list[Line]]:
    """The lines of each row. Numbers stand on a row's first line, or, where cells are centred, on its middle one."""
    anchors = [k for k, line in enumerate(lines) if _row_start(view, line, starts, numbered)]
    if numbered and any(_midway(view, lines[k], starts) for k in anchors) and (cuts := _centred(anchors, len(lines))):
        return [list(lines[a:b]) for a, b in pairwise(cuts)]
    rows: list[list[Line]] = []
    for k, line in enumerate(lines):
        if k in anchors or not rows or (not numbered and line.blanks):
            rows.append([])
        rows[-1].append(line)
    return rows


def _midway(view: View, line: Line, starts: Sequence[int]) -> bool:
    """Whether a numbered line stands in the middle of its row: its own words go on, or stand in other columns only."""
    chunks = _chunks(view, line)
    if len(chunks) < 2:
        return True
    column, a, _ = chunks[1]
    return view.text[a].islower() or (len(starts) > 2 and column >= starts[2] - 2)


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


def _chunks(view: View, line: Line) -> list[tuple[int, int, int]]:
    """(column, view start, view end) of the pieces of a line that two blanks and more set apart."""
    out = []
    text = view.text
    row_start = text.rfind("\n", 0, line.start) + 1
    at = line.start
    for gap in _GAP.finditer(text, line.start, line.end):
        if gap.start() > at:
            out.append((at - row_start, at, gap.start()))
        at = gap.end()
    if at < line.end:
        out.append((at - row_start, at, line.end))
    return out


def _row_start(view: View, line: Line, starts: Sequence[int], numbered: bool) -> bool:
    """Whether a line opens a row: something short stands in the number column."""
    chunks = _chunks(view, line)
    if not chunks:
        return False
    column, a, b = chunks[0]
    if numbered:
        word = view.text[a:b].split(" ")[0].strip(".)")
        return (
            column < starts[1] - 1
            and (word.isdigit() or bool(_ROMAN_OR_LETTER.match(word)) or word == "..")
            and len(word) <= 4
        )
    return column <= starts[0] + 2 and any(c.isdigit() for c in view.text[a:b])


def _fits(view: View, line: Line, starts: Sequence[int]) -> bool:
    """Whether a line can belong to the table: no piece runs across two column starts with words of running text."""
    for column, a, b in _chunks(view, line):
        crossed = [s for s in starts if column + 3 < s < column + (b - a) - 12]
        if len(crossed) >= 2 or (crossed and len(_chunks(view, line)) == 1 and column < starts[1] and (b - a) > 50):
            return False
    return True


def _leaves(view: View, line: Line, starts: Sequence[int], numbered: bool) -> bool:
    """Whether a line is set as a heading or a paragraph behind the table."""
    if line.heading:
        return True
    chunks = _chunks(view, line)
    if len(chunks) > 1:
        return False
    text = line.text
    if line.label is not None and line.label.style in ("I", "A", "1.") and text.isupper():
        return True
    if (
        line.label is not None
        and numbered
        and len(starts) > 1
        and starts[1] - chunks[0][0] >= 4
        and chunks[0][2] - chunks[0][1] > starts[1] - chunks[0][0] + 8
    ):
        return True  # "7. Kinh phí …": number and words set as one, where rows set them apart
    return bool(line.blanks and not numbered and text.isupper()) or (line.blanks > 0 and text.endswith("./."))


def _spread(view: View, lines: Sequence[Line], starts: Sequence[int]) -> list[Words]:
    """The cells of a row's lines: each piece goes to the column it begins in."""
    cells: list[list[Words]] = [[] for _ in starts]
    for line in lines:
        for column, a, b in _chunks(view, line):
            cells_at = _split_number(view, a, b, column, starts)
            for at, x, y in cells_at:
                i = max((k for k, s in enumerate(starts) if s <= at + 2), default=0)
                cells[i].append(clean(view.text, x, y))
    return [join(pieces) if pieces else Words("", [(0, lines[0].start)], lines[0].start) for pieces in cells]


def _split_number(view: View, a: int, b: int, column: int, starts: Sequence[int]) -> list[tuple[int, int, int]]:
    """A piece split where single blanks hide a column's edge: behind the row number, or right at a column's start."""
    text = view.text
    for start in starts[1:]:
        cut = a + start - column
        if a < cut < b and text[cut - 1] == " " and text[cut] != " " and column + 1 < start:
            return [(column, a, cut - 1), *_split_number(view, cut, b, start, [s for s in starts if s > start])]
    return [(column, a, b)]
