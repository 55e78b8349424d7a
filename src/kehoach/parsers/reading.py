"""What the rooms behind the outline fill: the parts of a plan as nodes, before ids and JSON."""

from __future__ import annotations

from kehoach.parsers.labels import Label
from kehoach.parsers.nodes import Node
from kehoach.parsers.tables import Table
from kehoach.parsers.words import Words

PARTS = (
    "basis",
    "situation",
    "purpose",
    "requirements",
    "objectives",
    "scope",
    "tasks",
    "funding",
    "reporting",
    "closing",
    "recipients",
)


class Agency:
    """A name in a duty's head: ``words`` are grounded, ``kind`` organisation|group|person."""

    __slots__ = ("kind", "level", "name", "sectors", "words")

    def __init__(self, words: Words, name: str, kind: str, level: str | None, sectors: tuple[str, ...]) -> None:
        self.words = words
        self.name = name
        self.kind = kind
        self.level = level
        self.sectors = sectors


class Duty:
    """One assignee's entry: head, agencies, items. ``start``/``end``: view offsets of the head."""

    __slots__ = ("agencies", "end", "items", "label", "request", "start", "target_labels")

    def __init__(
        self, label: Label | None, agencies: list[Agency], request: bool, items: list[Node], start: int, end: int
    ) -> None:
        self.label = label
        self.agencies = agencies
        self.request = request
        self.items = items
        self.start = start
        self.end = end
        self.target_labels: list[str] = []


class Mark:
    """A stretch of the view that belongs to one block."""

    __slots__ = ("end", "kind", "ref", "start")

    def __init__(self, start: int, end: int, kind: str, ref: str | None) -> None:
        self.start, self.end, self.kind, self.ref = start, end, kind, ref


class Doubt:
    """A warning: what was guessed, lost or left over, and between which view offsets."""

    __slots__ = ("code", "end", "message", "start")

    def __init__(self, code: str, message: str, start: int, end: int) -> None:
        self.code, self.message, self.start, self.end = code, message, start, end


class Reading:
    """The parts of one plan. Lists hold nodes in printed order; ``marks`` what is no item.

    ``schedules``: tables right below a section's heading that say only when and who, each with the heading's words.
    """

    __slots__ = ("duties", "marks", "parts", "schedules", "totals", "warnings")

    def __init__(self) -> None:
        self.parts: dict[str, list[Node]] = {name: [] for name in PARTS}
        self.duties: list[Duty] = []
        self.marks: list[Mark] = []
        self.warnings: list[Doubt] = []
        self.totals: list[Node] = []
        self.schedules: list[tuple[Table, Words]] = []

    def put(self, part: str, node: Node) -> None:
        """Add a node to a part of the plan."""
        self.parts[part].append(node)

    def head(self, node: Node, ref: str | None) -> None:
        """Mark a node's own words as a heading of ``ref``."""
        self.marks.append(Mark(node.start, node.end, "heading", ref))

    def warn(self, code: str, message: str, start: int, end: int) -> None:
        """Add a warning on the view from ``start`` to ``end``."""
        self.warnings.append(Doubt(code, message, start, end))


def behind(node: Node, pos: int) -> Node:
    """A node of the words of ``node`` from letter ``pos`` on; it takes over the children."""
    words = node.words.cut(pos)
    start = words.at(0) if words.text else node.end
    return Node(words, None, start, node.end, node.para, children=node.children)


def before(node: Node, pos: int) -> Node:
    """A node of the words of ``node`` up to letter ``pos``, its label included, without children."""
    words = node.words.cut(0, pos)
    return Node(words, node.label, node.start, words.end, node.para)
