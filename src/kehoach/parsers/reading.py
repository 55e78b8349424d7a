"""What the rooms behind the outline fill: the parts of a plan as nodes, before ids and JSON."""

from __future__ import annotations

from dataclasses import dataclass, field

from kehoach.parsers.labels import Label
from kehoach.parsers.outline import Node
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


@dataclass(slots=True, eq=False, repr=False)
class Agency:
    """A name in a duty's head: ``words`` are grounded, ``kind`` organisation|group|person."""

    words: Words
    name: str
    kind: str
    level: str | None
    sectors: tuple[str, ...]


@dataclass(slots=True, eq=False, repr=False)
class Duty:
    """One assignee's entry: head, agencies, items. ``start``/``end``: view offsets of the head."""

    label: Label | None
    agencies: list[Agency]
    request: bool
    items: list[Node]
    start: int
    end: int
    target_labels: list[str] = field(default_factory=list)


@dataclass(slots=True, eq=False, repr=False)
class Mark:
    """A stretch of the view that belongs to one block."""

    start: int
    end: int
    kind: str
    ref: str | None


@dataclass(slots=True, eq=False, repr=False)
class Doubt:
    """A warning: what was guessed, lost or left over, and between which view offsets."""

    code: str
    message: str
    start: int
    end: int


@dataclass(slots=True, eq=False, repr=False)
class Reading:
    """The parts of one plan. Lists hold nodes in printed order; ``marks`` what is no item."""

    parts: dict[str, list[Node]] = field(default_factory=lambda: {name: [] for name in PARTS})
    duties: list[Duty] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    warnings: list[Doubt] = field(default_factory=list)
    totals: list[Node] = field(default_factory=list)

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
    return Node(words, None, start, node.end, node.para, children=node.children, rank=node.rank)


def before(node: Node, pos: int) -> Node:
    """A node of the words of ``node`` up to letter ``pos``, its label included, without children."""
    words = node.words.cut(0, pos)
    return Node(words, node.label, node.start, words.end, node.para, rank=node.rank)
