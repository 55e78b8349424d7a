"""Lost headings: where the parts of a plan begin whose first-level headings were not printed.

Web copies lose the headings of the first level: what is left is numbering that starts again, bullets behind a numbered
list, running text on money. Each paragraph gives points to the parts of a plan its words speak for; a change of part
costs, little where numbering starts again, more within running text or bullets, most inside a list that goes on. The
best reading of the whole text is found in one walk (A. J. Viterbi, "Error bounds for convolutional codes", 1967).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise

from kehoach.parsers import evidence, headings, preamble
from kehoach.parsers.labels import COUNTED, Label
from kehoach.parsers.layout import finished
from kehoach.parsers.mixed_sections import ASSIGNS
from kehoach.parsers.nodes import leads, names_half
from kehoach.parsers.paragraphs import Para
from kehoach.parsers.tables import Table

PARTS = ("situation", "purpose", "requirements", "objectives", "scope", "tasks", "funding", "duties", "reporting")
"""The parts of a plan that a lost heading can have stood over, in the order they are usually printed."""
_PLACES = tuple(enumerate(PARTS))
_FEW = 3
"""Headings that there are at least where those of the first level were printed."""
_NUMBERS = ("I", "A", *COUNTED)

# What it costs to begin another part before a paragraph: inside a list that goes on, or below a lead-in or a title;
# below a list's item; below a long numbered line without a full stop; where the numbering of the first level starts
# again, or starts; beside bullets or numbers; below numbers or bullets; beside running text; at a table.
_INSIDE, _SUBLIST, _LONG_LINE = 6.0, 3.0, 2.5
_AGAIN, _OPENS, _SAME_STYLE, _BESIDE, _BELOW, _PROSE, _TABLE = 0.3, 0.5, 1.0, 2.5, 1.2, 2.0, 1.0
# Among bullets and prose below a printed heading on what has been: figures there are no aims.
_TOLD = 12.0
# And by the parts: on in the usual order, back, back to what a plan begins with, between parts of no fixed order.
_FORWARD, _BACK, _FAR_BACK, _LOOSE = 0.5, 3.0, 6.0, 0.8
_ONE_LIST = 1.8
"""From purpose to requirements without new numbering: one list without parts is all purpose."""
# Numbering that starts again says that a heading was lost: tasks and duties may go on under another, aims seldom do.
_STEADY = {"tasks": 0.3, "duties": 0.3, "reporting": 0.7}
_STEADY_AIMS = 1.8
_START = {"situation": 0.3, "purpose": 0.0, "requirements": 1.0, "objectives": 0.3, "scope": 1.0, "tasks": 2.5}
_START_LATE = 3.0
_PRINTED = 100.0
"""Points of a printed heading for the part it names."""
_LONGEST_TITLE, _LONGEST_LINE = 14, 300
"""Words of a numbered title at most; letters from which on a line is no title."""


def find(elements: Sequence[Para | Table], tops: frozenset[int]) -> dict[int, str]:
    """Indexes of the elements before which a heading is lost, each with the part of the plan that begins there.

    ``tops``: indexes of the headings that were printed. Empty where the text shows one part only. Linear.
    """
    out: dict[int, str] = {}
    for body, known in _regions(elements, tops):
        if not body or (not tops and _one_list(elements[body.start :])):
            continue
        points = evidence.points(elements, body)
        found: dict[int, str] = {}
        before = known
        elsewhere = False  # below a printed heading that no part here is named by: "I. CĂN CỨ"
        for i, part, said in zip(body, _best(elements, tops, body, points, known), points, strict=True):
            if i in tops:
                kind = _kind(elements[i])
                before, elsewhere = kind or part, kind is not None and kind not in PARTS
            elif elsewhere and (not _numbered(elements[i]) or _kind(elements[i]) == "basis"):
                continue  # what the plan rests on, in groups too: "1. Căn cứ pháp lý"
            elif part != before:
                if part == "requirements" and "purpose" not in (before, *found.values()) and _says_why(said):
                    found[i] = "purpose"  # a list that says both what for and how
                elif (before, part) != ("requirements", "purpose"):
                    found[i] = part
                before, elsewhere = part, False
        if len(found) > 1 or tops:
            out |= found
    return out


def _says_why(said: evidence.Points) -> bool:
    """Whether the first paragraph of a list of demands is none itself."""
    return "purpose" in said or "requirements" not in said


# where headings are lost


def _regions(elements: Sequence[Para | Table], tops: frozenset[int]) -> list[tuple[range, str | None]]:
    """Runs of elements without headings, each with the part that is known to begin it.

    The whole body where hardly any heading was printed; else what stands above the first, and the parts
    ("Phần II") whose lists begin anew though none of their own headings was printed.
    """
    first = preamble.length(elements)
    if len(tops) < _FEW:
        return [(range(first, len(elements)), None)]
    rows = sorted(tops)
    out: list[tuple[range, str | None]] = []
    if len(_labels(elements[first : rows[0]])) > 1:
        out.append((range(first, rows[0]), None))
    part = False
    for top, end in pairwise([*rows, len(elements)]):
        head = elements[top]
        label = head.label if isinstance(head, Para) else None
        part = label.style == "phần" if label is not None else part
        kind = _kind(head)
        ones = [x for x in _labels(elements[top + 1 : end]) if x.style in _NUMBERS and x.value == 1] if part else []
        if len(ones) > 1 and kind not in ("situation", "basis"):
            out.append((range(top + 1, end), kind if kind in PARTS else None))
    return out


def _labels(elements: Sequence[Para | Table]) -> list[Label]:
    return [e.label for e in elements if isinstance(e, Para) and e.label is not None]


def _numbered(element: Para | Table) -> bool:
    return isinstance(element, Para) and element.label is not None and not element.label.is_bullet


def _kind(element: Para | Table) -> str | None:
    """The part that a printed heading names."""
    return headings.section_of(element) if isinstance(element, Para) else None


def _one_list(elements: Sequence[Para | Table]) -> bool:
    """Whether a text is one run of paragraphs, numbered from first to last or not at all: each says what it is."""
    labels = _labels(elements)
    if not labels:
        return True
    numbered = all(isinstance(e, Para) and e.label is not None for e in elements)
    same = len({label.style for label in labels}) == 1 and not labels[0].is_bullet
    return numbered and same and sum(label.value == 1 for label in labels) <= 1


# the best reading


def _best(
    elements: Sequence[Para | Table],
    tops: frozenset[int],
    body: range,
    points: Sequence[evidence.Points],
    known: str | None,
) -> list[str]:
    """The part of each element of ``body`` in the best reading of all; ``known``: what stands above it."""
    costs = _costs(elements, tops, body)
    best = [-_START.get(part, _START_LATE) if known is None else -_CLOSE[p][PARTS.index(known)] for p, part in _PLACES]
    came: list[list[int]] = []
    for i, cost, said in zip(body, costs, points, strict=True):
        if i != body.start:
            step: list[int] = []
            now: list[float] = []
            for (p, _), row in zip(_PLACES, _CLOSE if cost <= _OPENS else _APART, strict=True):
                ways = [value - change for value, change in zip(best, row, strict=True)]
                ways[p] += cost  # to stay costs nothing
                value = max(ways)
                step.append(ways.index(value))
                now.append(value - cost)
            came.append(step)
            best = now
        for p, part in _PLACES:
            best[p] += said.get(part, 0.0)
        if i in tops and (kind := _kind(elements[i])) in PARTS:
            best[PARTS.index(kind)] += _PRINTED
    at = best.index(max(best))
    out = [PARTS[at]]
    for step in reversed(came):
        at = step[at]
        out.append(PARTS[at])
    return out[::-1]


def _change(source: str, part: str, *, anew: bool) -> float:
    """What it costs to go from one part to another, or to stay; ``anew``: numbering starts there."""
    if source == part:
        return _STEADY.get(part, _STEADY_AIMS) if anew else 0.0
    a, b = PARTS.index(source), PARTS.index(part)
    late = a >= PARTS.index("tasks")
    if part == "situation" or (part in ("purpose", "requirements") and late):
        return _FAR_BACK
    if (source, part) == ("purpose", "requirements") and not anew:
        return _ONE_LIST
    if "scope" in (source, part):
        return _LOOSE if max(a, b) <= PARTS.index("tasks") else _BACK
    if min(a, b) >= PARTS.index("funding"):
        return _FORWARD if b > a else _LOOSE
    return _FORWARD if b > a else _BACK


# Rows by the part that is gone to, in them the costs from each part.
_CLOSE = [[_change(a, b, anew=True) for a in PARTS] for b in PARTS]
_APART = [[_change(a, b, anew=False) for a in PARTS] for b in PARTS]


# where a part can begin


def _costs(elements: Sequence[Para | Table], tops: frozenset[int], body: range) -> list[float]:
    """For each element of ``body`` what it costs to begin another part before it."""
    lists = _Lists(len(body))
    out: list[float] = []
    told = False
    below = False  # nothing but running text stands between a printed heading and this
    for k, i in enumerate(body):
        element = elements[i]
        if i in tops:
            lists.close()
            told = _kind(element) == "situation"
            below = False
            out.append(0.0)
            continue
        told = told and not _numbered(element)
        headed = i - 1 in tops
        below = headed or (below and isinstance(elements[i - 1], Para) and elements[i - 1].label is None)
        above = elements[i - 1] if k and not headed else None
        inside = headed and not _says_all(elements[i - 1])
        cost = _TOLD if told else _INSIDE if inside else _cost(element, above, lists)
        out.append(max(cost, _SUBLIST) if below and _numbered(element) else cost)
        if isinstance(element, Para) and element.label is not None and not element.label.is_bullet:
            lists.take(k, element, element.label)
    closed = [max(cost, _INSIDE) if inside else cost for cost, inside in zip(out, lists.inside(), strict=True)]
    return [min(cost, _BELOW) if _assigns(elements[i]) else cost for i, cost in zip(body, closed, strict=True)]


class _Lists:
    """The numbered lists of a text: which run on from where, and which styles number its first level."""

    def __init__(self, length: int) -> None:
        self.edges = [0] * (length + 1)  # +1 where a stretch inside a list begins, -1 behind it
        self.last: dict[tuple[str, tuple[int, ...]], tuple[int, int]] = {}  # list → (place, value) of its last item
        self.styles: set[str] = set()
        self.rank = 99  # how deep the list of the first level stands
        self.lone = False  # decimals whose first number was not printed: "2.1" without "2."

    def close(self) -> None:
        """A heading was printed: nothing goes on over it."""
        self.last.clear()
        self.rank = 99

    def take(self, place: int, para: Para, label: Label) -> None:
        """Take a numbered paragraph."""
        start = self._goes_on(label)
        if start is not None:
            self.edges[start + 1] += 1
            self.edges[place + 1] -= 1
        self.last[label.style, label.prefix] = (place, label.value)
        rank = evidence.depth(para)
        if rank <= self.rank or label.value == 1:
            self.rank = min(rank, self.rank)
            self.styles.add(label.style)

    def inside(self) -> list[bool]:
        """For each place whether a list goes on over it."""
        return [count > 0 for count in accumulate(self.edges[:-1])]

    def opens(self, para: Para, label: Label) -> float:
        """What it costs to begin a part before a paragraph numbered 1."""
        if evidence.depth(para) > self.rank:
            return _SUBLIST
        return _AGAIN if label.style in self.styles else _OPENS

    def _goes_on(self, label: Label) -> int | None:
        """Where the item stands that a number goes on from: the one before it, or for "2.1" the "2."."""
        place, value = self.last.get((label.style, label.prefix), (0, 99))
        if label.value > 1 and value < label.value <= value + 2:
            return place
        if not label.prefix or self.lone:
            return None
        above = (self.last.get((style, ()), (0, 0)) for style in _NUMBERS)
        parent = next((place for place, value in above if value == label.prefix[-1]), None)
        if parent is None and label.value == 1 and len(label.prefix) == 1:
            self.lone = True
        return parent


def _assigns(element: Para | Table) -> bool:
    """Whether an item of a list is nothing but the name of the duties: "3. Tổ chức thực hiện"."""
    return isinstance(element, Para) and _numbered(element) and ASSIGNS.match(element.bare) is not None


def _says_all(head: Para | Table) -> bool:
    """Whether a printed heading says all of its section in one line: "IV. Kinh phí: Đính kèm"."""
    return isinstance(head, Para) and bool(head.text.partition(":")[2].strip())


def _cost(element: Para | Table, above: Para | Table | None, lists: _Lists) -> float:
    """What it costs to begin another part before ``element``, which stands below ``above``."""
    waits = _waits(above)
    if isinstance(element, Table):
        return max(_TABLE, waits)
    label, upper = element.label, above.label if isinstance(above, Para) else None
    if upper is not None and isinstance(above, Para) and names_half(above.bare):
        return _INSIDE
    if label is None:
        if element.text[:1].islower():
            return _INSIDE
        return max(waits, _TABLE if not isinstance(above, Para) else _PROSE if upper is None else _BELOW)
    if label.is_bullet and isinstance(above, Para) and upper is not None and upper.is_bullet:
        return max(waits, _SUBLIST if evidence.depth(element) > evidence.depth(above) else _BESIDE)
    if label.is_bullet or label.kept:
        return max(waits, _BELOW)
    if label.value != 1:
        return max(waits, _BESIDE)
    if waits:
        return _SAME_STYLE if upper is not None and upper.style == label.style else waits
    return lists.opens(element, label)


def _waits(above: Para | Table | None) -> float:
    """What it costs to part a paragraph from the one above that asks for it, 0 where that asks for nothing."""
    if not isinstance(above, Para):
        return 0.0
    if leads(above.text, above.bare):
        return _INSIDE
    if above.label is None or above.label.is_bullet or finished(above.text) or len(above.text) >= _LONGEST_LINE:
        return 0.0
    return _INSIDE if len(above.text.split()) <= _LONGEST_TITLE else _LONG_LINE
