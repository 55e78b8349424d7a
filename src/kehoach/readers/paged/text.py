"""Pages to the text that the parser reads: indents, blank lines and columns kept, tables as rows between bars.

A page ends in a form feed. Page numbers and running heads are left out, notes at the foot of pages stand at the end.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from statistics import median

from kehoach.readers.paged import tables
from kehoach.readers.paged.lines import PrintedLine, joined, printed_lines
from kehoach.readers.paged.page import Page
from kehoach.readers.paged.tables import RuledTable

_PAGE_NUMBER = re.compile(r"[-–—.\s]*(?:trang\s*|page\s*)?(?P<number>\d{1,3})(?:\s*/\s*\d{1,3})?[-–—.\s]*$", re.I)
_MARGIN = 0.12
"""The share of a page's height at its head and foot where page numbers and running heads stand."""
_RUNNING = 3
"""Pages on which a line at the same place makes a running head."""
_PARAGRAPH = 1.3
"""Blank space as high as this, in usual distances of lines, parts paragraphs."""
_COLUMNS = 4
"""Blanks between columns at least."""
_SAME_EDGE = 3.0
"""Points within which lines begin at one place."""
_MOST_LINES = 1_000
_EDGES = 3
"""Lines that show where lines begin."""
_NOTE = re.compile(r"\[?(?P<number>\d{1,3})\]?[.)]?\s*\S")
_NOTE_SIZE = 0.93
_WIDEST = 300


@dataclass(slots=True)
class _Block:
    """A line or a table of a page."""

    top: float
    line: PrintedLine | None = None
    table: RuledTable | None = None


@dataclass(slots=True)
class _Leaf:
    """A page ready to be written: ``left``: where its lines begin; ``notes``: lines of its foot notes."""

    page: Page
    blocks: list[_Block]
    notes: list[PrintedLine] = field(default_factory=list)
    left: float = 0.0


def text_of(pages: Sequence[Page]) -> str:
    """The text of pages in reading order."""
    leaves = [_leaf(page) for page in pages]
    _drop_furniture(leaves)
    size = _usual_size(leaves)
    for leaf in leaves:
        _take_notes(leaf, size)
    _join_tables(leaves)
    _find_left(leaves)
    column = _column_width(leaves, size)
    pitch = _pitch(leaves)
    parts = ["\n".join(_written(leaf, column, pitch)) + "\n" for leaf in leaves]
    if notes := [line for leaf in leaves for line in leaf.notes]:
        parts.append("\n".join(line.text for line in notes) + "\n")
    return "\f".join(parts)


def _leaf(page: Page) -> _Leaf:
    found, words = tables.take_tables(page)
    blocks = [_Block(line.base, line) for line in printed_lines(words)]
    blocks += [_Block(table.top, table=table) for table in found]
    return _Leaf(page, sorted(blocks, key=lambda block: block.top))


# page numbers, running heads, notes


def _drop_furniture(leaves: Sequence[_Leaf]) -> None:
    """Take page numbers and running heads off the edges of pages."""
    shapes: Counter[tuple[bool, str]] = Counter()
    for leaf in leaves:
        shapes.update({(head, _shape(block)) for head, block in _edges(leaf)})
    for leaf in leaves:
        gone = set()
        for head, block in _edges(leaf):
            shape = _shape(block)
            if (not shape and _numbers_page(block, leaf)) or (len(shape) > 3 and shapes[head, shape] >= _RUNNING):
                gone.add(id(block))
        leaf.blocks = [block for block in leaf.blocks if id(block) not in gone]


def _edges(leaf: _Leaf) -> Iterator[tuple[bool, _Block]]:
    """(at the head, line) of the outermost two lines at the head and the foot of a page."""
    height = leaf.page.height
    for block in leaf.blocks[:2]:
        if block.line is not None and block.top < _MARGIN * height:
            yield True, block
    for block in leaf.blocks[-2:]:
        if block.line is not None and block.top > (1 - _MARGIN) * height:
            yield False, block


def _shape(block: _Block) -> str:
    return re.sub(r"[\d\W_]+", " ", block.line.text if block.line else "").strip().casefold()


def _numbers_page(block: _Block, leaf: _Leaf) -> bool:
    return block.line is not None and _PAGE_NUMBER.match(block.line.text) is not None


def _usual_size(leaves: Sequence[_Leaf]) -> float:
    """The size of most letters."""
    sizes: Counter[float] = Counter()
    for leaf in leaves:
        for block in leaf.blocks:
            if block.line is not None:
                sizes[round(2 * block.line.size) / 2] += len(block.line.text)
    return sizes.most_common(1)[0][0] if sizes else 12.0


def _take_notes(leaf: _Leaf, size: float) -> None:
    """Set the notes at the foot of a page apart: small lines at its end, the first one numbered."""
    at = len(leaf.blocks)
    while at and _small(leaf.blocks[at - 1], size):
        at -= 1
    while at < len(leaf.blocks):
        line = leaf.blocks[at].line
        if line is not None and _NOTE.match(line.text) and _opens_note(line, leaf):
            leaf.notes = [block.line for block in leaf.blocks[at:] if block.line is not None]
            del leaf.blocks[at:]
            return
        at += 1


def _small(block: _Block, size: float) -> bool:
    return block.line is not None and block.line.size < _NOTE_SIZE * size and len(block.line.pieces) == 1


def _opens_note(line: PrintedLine, leaf: _Leaf) -> bool:
    """Whether a line begins with a raised number, or stands under a short rule."""
    first = line.words[0]
    raised = first.size < 0.8 * line.size and first.text.strip("[]()").isdigit()
    ruled = any(
        rule.level and rule.x1 - rule.x0 < 0.5 * leaf.page.width and 0 < line.base - rule.y0 < 2.5 * line.size
        for rule in leaf.page.rules
    )
    return raised or (ruled and _NOTE.match(line.text) is not None)


# tables over pages


def _join_tables(leaves: Sequence[_Leaf]) -> None:
    """Put tables that go on over pages together, on the page they begin."""
    open_: RuledTable | None = None
    for leaf in leaves:
        if not leaf.blocks:
            continue
        first = leaf.blocks[0].table
        if open_ is not None and first is not None and tables.continues(open_, first):
            tables.put_together(open_, first)
            del leaf.blocks[0]
            if not leaf.blocks:
                continue
        open_ = leaf.blocks[-1].table


# writing


def _lines(leaf: _Leaf) -> Iterator[PrintedLine]:
    return (block.line for block in leaf.blocks if block.line is not None)


def _find_left(leaves: Sequence[_Leaf]) -> None:
    """Where lines begin on each page: the leftmost place where several do, or else what other pages say.

    Lines of a letterhead stand centred, further left than the body's and each at another place.
    """
    own = {id(leaf): left for leaf in leaves if (left := _own_left(leaf)) is not None}
    usual = median(own.values()) if own else None
    for leaf in leaves:
        least = min((line.x0 for line in _lines(leaf)), default=0.0)
        leaf.left = own.get(id(leaf), least if usual is None else usual)


def _own_left(leaf: _Leaf) -> float | None:
    starts = sorted(line.x0 for line in _lines(leaf))[:_MOST_LINES]
    for start in starts:
        here = [x for x in starts if start <= x <= start + _SAME_EDGE]
        if len(here) >= max(_EDGES, len(starts) // 12):
            return median(here)
    return None


def _column_width(leaves: Sequence[_Leaf], size: float) -> float:
    """How wide a letter is: less than most are, so that what stands in a column seldom reaches over its edge."""
    widths = [
        (line.x1 - line.x0) / len(line.text)
        for leaf in leaves
        for line in _lines(leaf)
        if len(line.pieces) == 1 and len(line.text) > 40
    ]
    return max(1.0, sorted(widths)[len(widths) // 5] if widths else 0.42 * size)


def _pitch(leaves: Sequence[_Leaf]) -> float:
    """The usual distance of lines within a paragraph."""
    steps: list[float] = []
    for leaf in leaves:
        for a, b in zip(leaf.blocks, leaf.blocks[1:], strict=False):
            if a.line and b.line and 0.8 * b.line.size < (step := b.top - a.top) < 3 * b.line.size:
                steps.append(step)
    return sorted(steps)[len(steps) // 4] if steps else 16.0


def _written(leaf: _Leaf, column: float, pitch: float) -> Iterator[str]:
    """The lines of a page as text."""
    foot: float | None = None
    for block in leaf.blocks:
        if block.table is not None:
            if foot is not None:
                yield ""
            yield from tables.as_lines(block.table.rows)
            yield ""
            foot = None
        elif block.line is not None:
            line = block.line
            if foot is not None and line.base - foot > _PARAGRAPH * max(pitch, line.size):
                yield ""
            yield _set(line, leaf.left, column)
            foot = line.base


def _set(line: PrintedLine, left: float, column: float) -> str:
    """A line with its pieces at their columns, never fewer than four blanks apart."""
    out = ""
    for piece in line.pieces:
        at = min(max(0, round((piece[0].x0 - left) / column)), _WIDEST)
        if out:
            at = max(at, len(out) + _COLUMNS)
        out = out.ljust(at) + joined(piece)
    return out
