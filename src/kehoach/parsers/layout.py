"""How a document sets its paragraphs, read off its own lines: wrapped or not, at what width, indented or not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from kehoach.folding import upper
from kehoach.knowledge.patterns import lazy
from kehoach.parsers.lines import Line

_WITHIN = lazy(upper(r"(?:[^\W_]{3}[”\"’]?|\))\. [A-Z]"))
"""A sentence's end within a line, and what begins behind it."""
_TERMINAL = ".;:!?…"
_CLOSERS = "\"”’'»)]*_| "
_FEWEST_OPENINGS = 3
_SHORT_OPENING = 0.75
_PAGE = 100
"""Columns of a full line of a printed page."""
_SHORT_OF_PAGE = 8
_MOSTLY = 0.6
_SPACED = 0.7
"""What part of the labelled lines have more blank lines above them than lines of one paragraph."""


class Layout:
    """``width``: columns of a full line, ``slack``: how far from it a full line may end.

    ``indented``: first lines, and no others, are set in by ``indent`` columns and more; ``gap``: blank lines that
    usually stand between lines of one paragraph; ``spaced``: more of them stand above labelled lines; ``opening``:
    columns of a full first line where the lines of a page's source were copied, whose paragraphs begin behind marks
    that are gone; 0 where first lines are as wide as others. ``single``: paragraphs without labels mostly hold one
    sentence each, so that a sentence that ends at the margin ends its paragraph.
    """

    __slots__ = ("gap", "indent", "indented", "opening", "single", "slack", "spaced", "width", "wrapped")

    def __init__(
        self, wrapped: bool, width: int, slack: int, indented: bool, indent: int, gap: int, opening: int = 0,
        spaced: bool = False, single: bool = False,
    ) -> None:  # fmt: skip
        self.wrapped = wrapped
        self.width = width
        self.slack = slack
        self.indented = indented
        self.indent = indent
        self.gap = gap
        self.opening = opening
        self.spaced = spaced
        self.single = single


_NEARLY_ALL = 0.9


def finished(text: str) -> bool:
    """Whether a line ends as a sentence, a clause of a list or a lead-in does."""
    tail = text.rstrip(_CLOSERS) or text
    return tail[-1:] in _TERMINAL and not tail.endswith((", .", ",."))


def measure(lines: Sequence[Line]) -> Layout:
    """The layout of the body's lines (tables and noise left out)."""
    body = [line for line in lines if not line.noise and line.bars < 2]
    if len(body) < 2:
        return Layout(False, 0, 0, False, 0, 0)
    widths = sorted(line.width for line in body)
    width = widths[min(len(widths) - 1, int(len(widths) * 0.97))]
    onward = [(a, b) for a, b in pairwise(body) if b.label is None and b.text[:1].islower() and not finished(a.text)]
    joins, margin = len(onward), _margin(body, onward)
    hanging = sum(line.indent >= prev.indent + 2 or line.indent >= margin + 4 for prev, line in onward)
    below = [(a, b) for a, b in onward if a.label is not None and a.indent >= margin + 2]
    level = sum(abs(line.indent - prev.indent) <= 1 for prev, line in below)
    starts = [line.indent for line in body[1:] if line.label is not None and not line.label.kept]
    set_in = sum(indent >= margin + 2 for indent in starts)
    wrapped = width <= 170 and joins >= 2 and (joins >= 0.1 * len(body) or _fills(onward, width))
    blocks = level > 0.5 * len(below)  # each level is set in as a whole: no first lines are
    indented = (
        wrapped and len(starts) >= 2 and set_in >= 0.75 * len(starts) and hanging <= 0.25 * max(joins, 1) and not blocks
    )
    if wrapped and not indented and not blocks:
        indented = _paragraph_indent(body)
    indents = sorted(line.indent for line in body if line.indent >= margin + 2)
    indent = max(margin + 2, indents[len(indents) // 10]) if indents else margin + 2
    gaps = Counter(line.blanks for line in body[1:])
    gap = next((g for g in sorted(gaps) if sum(n for k, n in gaps.items() if k <= g) > 0.1 * len(body)), 0)
    ragged = not _exact(onward, widths[-1])
    width = width if ragged else widths[-1]
    opening = _opening(body, width) if wrapped and not indented else 0
    apart = [line.blanks > gap for line in body if line.label is not None and not line.label.kept]
    spaced = sum(apart) >= _SPACED * len(apart) > 0
    slack = max(2, width // 9) if ragged else 1
    single = wrapped and not ragged and _single(body, width)
    return Layout(wrapped, width, slack, indented, indent, gap, opening, spaced, single)


def _single(body: Sequence[Line], width: int) -> bool:
    """Whether far more sentences end a line with room behind it, above one without a label, than end within a line."""
    ends = sum(
        a.text[-1] == "."
        and b.label is None
        and b.text[0].isupper()
        and a.width + 1 + len(b.text.split(" ", 1)[0]) < width
        for a, b in pairwise(body)
    )
    if ends < _FEWEST_OPENINGS:
        return False
    return ends > 2 * sum(len(_WITHIN.findall(line.text)) for line in body)


def _margin(body: Sequence[Line], onward: Sequence[tuple[Line, Line]]) -> int:
    """Columns before the lines that go on in small letters where nearly all of them, and of the others, have as many.

    A page whose text is set in as a whole; 0 where lines begin at its edge.
    """
    least = min((line.indent for _, line in onward), default=0)
    shifted = sum(line.indent >= least for line in body) > _NEARLY_ALL * len(body)
    return least if shifted and sum(line.indent == least for _, line in onward) > _NEARLY_ALL * len(onward) else 0


def _fills(onward: Sequence[tuple[Line, Line]], width: int) -> bool:
    """Whether the few lines that go on in small letters stand below full ones: a page whose items are short."""
    if width > _PAGE or len(onward) < _FEWEST_OPENINGS:
        return False
    full = sum(
        2 * line.width > width and line.width + 1 + len(below.text.partition(" ")[0]) > width - _SHORT_OF_PAGE
        for line, below in onward
    )
    return full >= max(_FEWEST_OPENINGS, _MOSTLY * len(onward))


def _opening(body: Sequence[Line], width: int) -> int:
    """The columns of a full first line where first lines are by far shorter than the others, else 0."""
    first: list[int] = []
    for i, (line, below) in enumerate(pairwise(body)):
        above = body[i - 1] if i else None
        opens = line.label is not None or above is None or finished(above.text) or above.text.isupper()
        if opens and below.label is None and below.text[:1].islower() and not finished(line.text):
            first.append(line.width)
    if len(first) < _FEWEST_OPENINGS:
        return 0
    typical = sorted(first)[int(len(first) * 0.6)]
    return typical if typical < _SHORT_OPENING * width else 0


def _exact(onward: Sequence[tuple[Line, Line]], width: int) -> bool:
    """Whether lines were wrapped by counting letters: no line could have taken the next line's first word."""
    tight = sum(a.width + 1 + len(b.text.partition(" ")[0]) > width for a, b in onward)
    return bool(onward) and tight >= 0.97 * len(onward)


def _paragraph_indent(body: Sequence[Line]) -> bool:
    """Whether unlabelled first lines are set in where labels are few: two depths, the deeper one behind full stops."""
    deep = [i for i, line in enumerate(body[1:], 1) if line.indent >= 2 and line.indent < 20]
    flat = [i for i, line in enumerate(body[1:], 1) if line.indent < 2]
    if len(deep) < 3 or len(flat) < 3:
        return False
    behind_stop = sum(finished(body[i - 1].text) or body[i].label is not None for i in deep) / len(deep)
    running = sum(not finished(body[i - 1].text) for i in flat) / len(flat)
    return behind_stop > 0.7 and running > 0.6
