"""Blocks to the text that spans index, in the forms that the parser reads best.

A paragraph is a line.  A table of data is a ``| row |`` a row.  Tables without data, which set a letterhead or a
signature side by side (Nghị định 30/2020/NĐ-CP, Phụ lục I), are printed as the page shows them: line beside line, the
columns apart.  A table that only frames text or lays out a page is left out around what it holds.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import zip_longest

from kehoach.folding import bare
from kehoach.knowledge.columns import COLUMNS
from kehoach.readers.office.blocks import Block, Grid, Paragraph, Table, grid, has_text, texts

_MOTTO = re.compile(r"cong h[a-z]{2,3} xa hoi chu nghia|doc lap\W+tu do\W+hanh phuc|dang cong san viet nam")
_RECIPIENTS = re.compile(r"\W*noi nhan\W*(?:$|[:;.])")
_SIGNS = re.compile(r"\W*(?:t/?m|k/?t|t/?l|tuq)\s?[.\s]\s*[a-z]{2,}")
_POSITION = re.compile(
    r"\W*(?:pho |quyen |q\. ?)?(?:giam doc|chu tich|cuc truong|vu truong|hieu truong|bi thu|truong [a-z]+|bo truong"
    r"|thu truong|chanh [a-z]+|nguoi lap\b.*|dai dien\b.*)$"
)
_NUMBERS = re.compile(r"\W*(?:s?tt|so tt)\W*$")
_LEFT = 36
"""Columns that the left side takes at least: what stands right of them is the parser's right column."""
_GAP = 4
"""Blanks between two columns: the fewest that the parser takes for a gap."""
_WIDEST = 70
_MOST_COLUMNS = 3
_MOST_ROWS = 12
"""Rows of a table of signatures at most."""
_LONGEST_HEADING = 60
_SETS_APART = ",;:.-–+/("
_PAGE_CELL = 40
"""Paragraphs in a cell from which on it lays out a page."""
_FRAMED = 3
"""Blocks in a cell from which on a table among them stands in a text."""


def render(blocks: Sequence[Block]) -> str:
    """The text of a document."""
    lines = _lines(blocks)
    while lines and not lines[-1].strip():
        lines.pop()
    while lines and not lines[0].strip():
        lines.pop(0)
    return "\n".join(lines) + "\n" if lines else ""


def _lines(blocks: Sequence[Block]) -> list[str]:
    out: list[str] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            out.extend(block.text.split("\n"))
        else:
            out.extend(_table(block))
    return out


def _table(table: Table) -> list[str]:
    rows = [row for row in grid(table) if any(has_text(cell) for cell in row)]
    if not rows:
        return []
    pages = [len(row) == 1 or _lays_out(row) for row in rows]
    if any(pages):
        return [line for row, page in zip(rows, pages, strict=True) for line in (_flow(row) if page else _beside(row))]
    if len(rows[0]) <= _MOST_COLUMNS and _sets_beside(rows, table.ruled):
        return [line for row in rows for line in _beside(row)]
    listing = [any(_names_column(row[i]) for row in rows[:2]) for i in range(len(rows[0]))]
    return [
        "| " + " | ".join(_cell(cell, names and i > 0) for cell, names in zip(row, listing, strict=True)) + " |"
        for i, row in enumerate(rows)
    ]


def _flow(row: Sequence[Sequence[Block]]) -> list[str]:
    """A row whose cells follow each other."""
    return [line for cell in row if cell for line in _lines(cell)]


def _lays_out(row: Sequence[Sequence[Block]]) -> bool:
    """Whether a row lays out a page: a cell holds a whole text, or text around another table of several cells."""
    return any(
        sum(1 for _ in texts(cell)) > _PAGE_CELL
        or (len(cell) > _FRAMED and any(isinstance(block, Table) and len(grid(block)) > 1 for block in cell))
        for cell in row
    )


def _sets_beside(rows: Grid, ruled: bool | None) -> bool:
    """Whether a table sets a letterhead, recipients or signatures side by side."""
    if any(_NUMBERS.match(bare(" ".join(texts(cell)))) for cell in rows[0]):
        return False
    signs = 0
    for line in (line.strip() for row in rows for cell in row for text in texts(cell) for line in text.split("\n")):
        plain = bare(line)
        if _MOTTO.search(plain) or _RECIPIENTS.match(plain):
            return True
        signs += line.isupper() and bool(_SIGNS.match(plain) or _POSITION.match(plain))
    return bool(signs) and not ruled and len(rows) <= _MOST_ROWS


def _beside(row: Sequence[Sequence[Block]]) -> list[str]:
    """A row as the page shows it: its cells' lines beside each other."""
    columns = [_trimmed([line.replace("\f", "").strip() for line in _lines(cell)]) for cell in row]
    filled = [column for column in columns if column]
    if len(filled) == 1 and columns[0]:
        return columns[0]
    widths = [max(_LEFT, min(_WIDEST, max(map(len, column), default=0))) + _GAP for column in columns]
    out = []
    for parts in zip_longest(*columns, fillvalue=""):
        line, edge = "", 0
        for part, width in zip(parts, widths, strict=True):
            if part:
                line = line.ljust(edge) if len(line) + _GAP <= edge or not line else line + " " * _GAP
                line += part
            edge += width
        out.append(line)
    return out


def _trimmed(lines: list[str]) -> list[str]:
    """``lines`` without the blank ones at both ends."""
    start, end = 0, len(lines)
    while start < end and not lines[start]:
        start += 1
    while end > start and not lines[end - 1]:
        end -= 1
    return lines[start:end]


def _cell(blocks: Sequence[Block], names: bool) -> str:
    """The words of a cell of data, on one line; a bar inside it is no edge.

    ``names``: the column lists who takes part. Names printed one a paragraph get a semicolon between them.
    """
    words = ""
    for text in texts(blocks):
        piece = " ".join(text.split())
        if piece:
            apart = names and words and words[-1] not in _SETS_APART and piece[0].isupper()
            words += f"{';' if apart else ''} {piece}" if words else piece
    return words.replace("|", "¦")


@cache
def _name_roles() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((row.role, re.compile(row.pattern)) for row in COLUMNS)


def _names_column(heading: Sequence[Block]) -> bool:
    """Whether the column under a heading says who leads or takes part."""
    text = bare(" ".join(" ".join(texts(heading)).split()))
    if not text or len(text) > _LONGEST_HEADING:
        return False
    role = next((role for role, pattern in _name_roles() if pattern.search(text)), "")
    return role in ("lead", "partners", "supervisor")
