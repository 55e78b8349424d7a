"""The outline: one tree for the whole body, sections at its first level."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from kehoach.parsers import breaks, short_titles
from kehoach.parsers.labels import COUNTED, Label
from kehoach.parsers.layout import finished
from kehoach.parsers.nodes import (
    FIELD,
    PROSE_RANK,
    Node,
    can_hold,
    heads_list,
    is_stub,
    leads,
    names_aims,
    names_half,
    says_all,
    style,
    titles_list,
    waits,
)
from kehoach.parsers.paragraphs import Para
from kehoach.parsers.tables import Table
from kehoach.parsers.words import no_words

# How deep a style of numbering usually stands. What stands open at the same depth or deeper is closed by it.
_RANK = {
    "phần": 0.0, "I": 1.0, "A": 1.5, "1.": 2.0, "1-": 2.0, "1/": 2.0, "1)": 3.3, "1.2": 3.0, "1.3": 3.1, "1.4": 3.2,
    "1.5": 3.25, "a)": 4.0, "a.": 4.0, "a/": 4.0, "a-": 4.0, "a1": 4.2, "(1)": 4.3, "i)": 4.5, "(a)": 4.6, "(i)": 4.7,
    "*": 5.0, "-": 6.0, "+": 7.0,
}  # fmt: skip
_LETTERS = ("a)", "a.", "a/", "a-")
_ABOVE_LETTERS = 3.9
_LEAD_RANK, _BULLET_RANK = 4.9, 8.0
_LONGEST_NAMES = 120
"""Letters within which the colon behind the names of those who have a duty stands."""
_SEVERAL = ("cac ", "de nghi cac ", "nhiem vu ", "trach nhiem ")
"""How a title begins over several agencies, each with a bullet of its own."""
MAX_DEPTH = 24
"""Levels below a section; what is printed deeper stands at the last of them."""


def build(
    elements: Sequence[Para | Table], tops: frozenset[int], lost: Mapping[int, str] = MappingProxyType({})
) -> list[Node]:
    """The sections of the body. ``tops``: indexes of the elements that head a section.

    ``lost``: indexes of the elements above which a heading is lost, each with the part of the plan that begins there.
    """
    builder = _Builder()
    titles = short_titles.find(elements, tops, lost)
    for i, element in enumerate(elements):
        if i in lost:
            builder.section(None, element.start, lost[i])
        if isinstance(element, Table):
            builder.table(element)
        elif i in tops:
            builder.section(element)
        elif i in titles:
            builder.title(element)
        else:
            below = elements[i + 1] if i + 1 < len(elements) else None
            builder.add(element, below if isinstance(below, Para) else None)
    return [s for s in builder.sections if s.heading or s.children]


class _Builder:
    """Places paragraphs one by one below the nodes that stand open."""

    def __init__(self) -> None:
        self.sections: list[Node] = []
        self.stack: list[Node] = []
        self.first_parent: dict[str, str] = {}  # bullet → style of what it first stood under

    def section(self, para: Para | None, at: int = 0, part: str | None = None) -> None:
        if para is None:
            node = Node(no_words(at), None, at, at, implied=True, rank=-1.0, part=part)
        else:
            node = Node(para.words, para.label, para.start, para.end, para, heading=True, rank=-1.0)
        self.sections.append(node)
        self.stack = [node]

    def table(self, table: Table) -> None:
        if not self.stack:
            self.section(None, table.start)
        while len(self.stack) > 1 and (self.stack[-1].rank >= _RANK["*"] and not waits(self.stack[-1])):
            self.stack.pop()
        node = Node(no_words(table.start), None, table.start, table.end, table=table)
        self.stack[-1].children.append(node)

    def add(self, para: Para, following: Para | None) -> None:
        if not self.stack:
            self.section(None, para.start)
        node = Node.of(para)
        if para.label is None:
            self._plain(node, following)
        elif para.label.is_bullet:
            self._bullet(node, para.label)
        elif para.label.kept:
            self._named(node, para.label)
        else:
            self._numbered(node, para.label)

    def title(self, para: Para) -> None:
        """A title without a label, right below its section: all running text up to the next one is its own."""
        node = Node.of(para)
        node.titled, node.rank = True, _RANK["1."]
        self._pop_to(1)
        self._put(node)

    def _put(self, node: Node) -> None:
        del self.stack[MAX_DEPTH:]
        self.stack[-1].children.append(node)
        self.stack.append(node)

    def _pop_to(self, depth: int) -> None:
        del self.stack[depth:]

    def _numbered(self, node: Node, label: Label) -> None:
        node.rank = _RANK.get(label.style, 4.0)
        if label.prefix and (depth := self._decimal_parent(label)) is not None:
            self._pop_to(depth + 1)
            self._put(node)
            return
        next_part = len(label.prefix) == 1 and self.stack[0].implied and self._next_part(label)
        depth = None if next_part else self._of_halves(node, label)
        if depth is None and not next_part:
            depth = self._sibling(label)
        if depth is not None:
            rank = self.stack[depth].rank if label.style == "(1)" and depth < len(self.stack) else node.rank
            self._pop_to(depth)
            node.rank = max(min(node.rank, rank), self.stack[-1].rank + 0.01)
            self._put(node)
            return
        leaf = self.stack[-1]
        restart = label.value == 1 and any(style(n) == label.style for n in (*self.stack[1:], *self.stack[0].children))
        if len(self.stack) > 1 and (
            leads(leaf.text, leaf.bare)
            or (waits(leaf) and leaf.rank < node.rank)
            or titles_list(leaf)
            or (label.value == 1 and heads_list(leaf))
        ):
            leaf.rank = min(leaf.rank, node.rank - 0.01)
            self._put(node)
            return
        if restart and self._lost_heading(label):
            self.section(None, node.start, self.stack[0].part)
            self._put(node)
            return
        if next_part:
            self.section(None, node.start, self.stack[0].part)
            self._put(node)
            return
        while len(self.stack) > 1 and self.stack[-1].rank >= node.rank:
            self.stack.pop()
        if label.style == "(1)" and not any(style(n) in _LETTERS for n in self.stack):
            node.rank = _ABOVE_LETTERS  # "(1)" right below a section or a number: letters stand below it
        self._put(node)

    def _of_halves(self, node: Node, label: Label) -> int | None:
        """Depth of a number where the halves of the aims number their own lists in the same style.

        "1. Mục đích." / "1. …", "2. …" / "2. Yêu cầu." / "1. …"
        """
        leaf = self.stack[-1]
        if not names_half(node.bare):
            begins = label.value == 1 and leaf.numbered and style(leaf) == label.style and not leaf.children
            return len(self.stack) if begins and names_half(leaf.bare) else None
        halves = (d for d in range(1, len(self.stack)) if style(self.stack[d]) == label.style)
        return next((d for d in halves if names_half(self.stack[d].bare)), None)

    def _next_part(self, label: Label) -> bool:
        """Whether "2.1" follows "1.3" though no "2." was printed: the heading of part 2 is lost."""
        before = (*reversed(self.stack[1:]), *reversed(self.stack[0].children))
        last = next((n.label for n in before if n.label is not None and n.label.style == label.style), None)
        return last is not None and last.prefix < label.prefix and label.value == 1

    def _lost_heading(self, label: Label) -> bool:
        """Numbering at 1 again with nothing waiting for it: a heading above it was not printed."""
        first = next((n for n in (*self.stack[1:], *self.stack[0].children) if n.label is not None), None)
        numbers = label.style in COUNTED or (self.stack[0].implied and label.style in _LETTERS)
        return numbers and first is not None and style(first) == label.style

    def _decimal_parent(self, label: Label) -> int | None:
        """Depth of the node that "2.1" belongs under: "2.", or the section "2."."""
        for depth in range(len(self.stack) - 1, -1, -1):
            own = self.stack[depth].label
            if own is None or own.kept:
                continue
            path = (*own.prefix, own.value)
            if own.style == f"1.{len(label.prefix)}" and path == label.prefix:
                return depth
            if len(label.prefix) == 1 and own.style in ("1.", "1/", "1-", "1)", "I") and own.value == label.prefix[0]:
                return depth
        return None

    def _sibling(self, label: Label) -> int | None:
        """Depth at which the label goes on a list that stands open; the list whose last value is nearest wins."""
        best: tuple[float, int] | None = None
        for depth in range(len(self.stack) - 1, 0, -1):
            own = self.stack[depth].label
            if own is None or own.style != label.style:
                continue
            gap = label.value - own.value
            if label.value == 1 and own.value >= 1 and (label.value != own.value or self.stack[depth].children):
                continue
            if label.prefix and own.prefix and label.prefix < own.prefix:
                continue
            cost = 0.0 if gap == 1 else 0.5 if gap == 0 else gap - 0.8 if gap > 0 else 6.0 - gap
            if best is None or cost < best[0]:
                best = (cost, depth)
        if best is None:
            return None
        if best[0] > 6.0 and label.value <= 1:
            return None
        return best[1]

    def _bullet(self, node: Node, label: Label) -> None:
        node.rank = _RANK.get(label.style, _BULLET_RANK)
        leaf = self.stack[-1]
        depth = next((d for d in range(len(self.stack) - 1, 0, -1) if style(self.stack[d]) == label.style), None)
        star = label.style == "*" and depth is not None and leaf.rank < node.rank and style(leaf) != "*"
        if len(self.stack) > 1 and not star and leads(leaf.text, leaf.bare) and not is_stub(leaf):
            if style(leaf) == label.style:
                node.rank = leaf.rank + 0.01
            else:
                leaf.rank = min(leaf.rank, node.rank - 0.01)
            self._put(node)
            return
        if depth is not None:
            outer = next((d for d in range(1, depth) if style(self.stack[d]) == label.style), None)
            if outer is not None and (self._closed(depth) or _next_agency(self.stack[outer], node)):
                depth = outer
            rank = self.stack[depth].rank if label.style == "(1)" and depth < len(self.stack) else node.rank
            self._pop_to(depth)
            node.rank = max(min(node.rank, rank), self.stack[-1].rank + 0.01)
            self._put(node)
            return
        while len(self.stack) > 1 and self.stack[-1].rank >= node.rank:
            self.stack.pop()
        while (
            len(self.stack) > 2
            and says_all(self.stack[-1])
            and any(style(c) == label.style for c in self.stack[-2].children)
        ):
            self.stack.pop()  # "(3) A full sentence." opens no list that stands open beside it
        if label.style == "*":
            above = self.first_parent.setdefault("*", style(self.stack[-1]))
            known = next((d for d in range(1, len(self.stack)) if above and style(self.stack[d]) == above), None)
            if known is not None:
                self._pop_to(known + 1)
        self._put(node)

    def _closed(self, depth: int) -> bool:
        """Whether an inner list of bullets has said its full stop: "…;", "…;", "…."."""
        inner = self.stack[depth - 1].children
        return len(inner) > 1 and inner[-1].text.endswith(".") and all(n.text.endswith((";", ",")) for n in inner[:-1])

    def _named(self, node: Node, label: Label) -> None:
        for depth in range(len(self.stack) - 1, 0, -1):
            if style(self.stack[depth]) == label.style:
                self._pop_to(depth)
                node.rank = self.stack[-1].rank + 0.3
                self._put(node)
                return
        while len(self.stack) > 1 and not can_hold(self.stack[-1]):
            self.stack.pop()
        node.rank = self.stack[-1].rank + 0.3 if len(self.stack) > 1 else 1.8
        self._put(node)

    def _plain(self, node: Node, following: Para | None) -> None:
        lead = leads(node.text, node.bare)
        title = (
            not finished(node.text) and len(node.text) < 160 and following is not None and following.label is not None
        )
        node.rank = _LEAD_RANK if lead or title else PROSE_RANK
        leaf = self.stack[-1]
        if (beside := self._beside_agency(node)) is not None:
            self._pop_to(beside)
            self._put(node)
            return
        opens_aims = not leaf.heading and not leaf.children and names_aims(leaf)
        if len(self.stack) > 1 and ((waits(leaf) and leaf.label is not None) or opens_aims or self._assigned(leaf)):
            self._put(node)
            return
        aims = (d for d in range(1, len(self.stack)) if names_aims(node) and names_aims(self.stack[d]))
        depth = next(aims, 0) - 1
        if depth < 0:
            depth = self._prose_depth(node.bare)
        self._pop_to(depth + 1)
        if node.rank < PROSE_RANK:
            node.rank = max(node.rank, self.stack[-1].rank + 0.01)
        self._put(node)

    def _assigned(self, leaf: Node) -> bool:
        """Whether running text is what the agency has to do whose name stands alone behind a bullet."""
        if not heads_list(leaf) or not _names(leaf):
            return False
        beside = [node for node in self.stack[-2].children[:-1] if style(node) == style(leaf)][-1:]
        return all(node.children or finished(node.text) for node in beside)  # else names are only listed

    def _beside_agency(self, node: Node) -> int | None:
        """Where an agency's name stands that has no label: beside the one whose list stands open above it."""
        for depth in range(1, len(self.stack) - 1):
            above = self.stack[depth]
            if above.titled and ":" not in node.text[:_LONGEST_NAMES]:
                return None  # a sentence below a title is the title's, whatever it begins with
            if above.label is None and not above.heading and breaks.names_agency(above.bare):
                listed = leads(self.stack[-1].text, self.stack[-1].bare)
                return depth if not listed and node.text[:1].isupper() and breaks.names_agency(node.bare) else None
        return None

    def _prose_depth(self, bare_text: str) -> int:
        """Where running text goes: beside earlier running text, else below the nearest heading."""
        if FIELD.match(bare_text):
            return next((d for d in range(len(self.stack) - 1, 0, -1) if self.stack[d].numbered), 0)
        for depth in range(len(self.stack) - 1, 0, -1):
            node = self.stack[depth]
            bullet = node.label is not None and node.label.is_bullet
            if (not bullet or _names(node)) and any(c.label is None and c.table is None for c in node.children):
                return depth
        return next((d for d in range(len(self.stack) - 1, 0, -1) if can_hold(self.stack[d])), 0)


def _names(node: Node) -> bool:
    """Whether a bullet is an agency's name that stands alone."""
    return breaks.names_agency(node.bare) and not finished(node.text) and not node.text.endswith((",", ";"))


def _next_agency(above: Node, node: Node) -> bool:
    """Whether a bullet names the agency behind the one whose list stands open: "- Sở Y tế: …" in that of Sở Nội vụ."""
    named = breaks.names_agency(above.bare) and breaks.names_agency(node.bare)
    return named and not above.bare.startswith(_SEVERAL) and ":" in node.text[:_LONGEST_NAMES]
