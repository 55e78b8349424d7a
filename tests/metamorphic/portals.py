"""A plan as portals of law copy it: lines broken where the page's source had them, the letterhead cell by cell."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from metamorphic.columns import letterhead_cells, replaced
from metamorphic.printed import Printed

_KEPT = re.compile(r"\||\S(?:\s{4,}|\t)\S|^\s*#")
_WIDTH, _OPENING = 82, 40
"""Columns of a source's line, and how many of them the marks that open a paragraph take."""
_EARLY, _RAGGED = 0.12, 50
"""How often a mark inside a paragraph ends a line early, and by how many columns at most."""
_WHOLE = 0.4
"""How often a cell stands on one line."""


def source_lines(lines: list[str]) -> list[str]:
    """Lines as the source of a page breaks them: first lines short, others now and then cut by a mark."""
    lot = random.Random(len(lines))  # a lot that falls the same way each time
    return [part for line in lines for part in _broken(line, lot)]


def _broken(line: str, lot: random.Random) -> Iterator[str]:
    if not line.strip() or _KEPT.search(line):
        yield line
        return
    words = line.split()
    current, width = words[0], _WIDTH - _OPENING - lot.randrange(6)
    for word in words[1:]:
        if len(current) + 1 + len(word) > width:
            yield current
            current, width = word, _WIDTH - lot.randrange(_RAGGED if lot.random() < _EARLY else 4)
        else:
            current += " " + word
    yield current


def letterhead_source(printed: Printed) -> str | None:
    """Each cell of the letterhead on lines of its own, cut behind its first words, and a bar behind each cell."""
    found = letterhead_cells(printed)
    if found is None:
        return None
    zone, left, right = found
    if len(left) < 2 or len(right) < 2:
        return None
    lot = random.Random(len(printed.text))
    lines: list[str] = []
    for cell in ([*left[:-1], "-------"], [*right[:-1], "---------------"], left[-1:], right[-1:]):
        lines += [part for line in cell for part in _cut(line, lot)]
        lines.append("|")
    return replaced(printed, zone, lines)


def _cut(cell: str, lot: random.Random) -> list[str]:
    """A cell on one line, or cut behind one of its first words."""
    words = cell.split()
    if len(words) < 2 or lot.random() < _WHOLE:
        return [cell]
    k = 1 + lot.randrange(min(3, len(words) - 1))
    return [" ".join(words[:k]), " ".join(words[k:])]
