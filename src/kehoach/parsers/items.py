"""Items as JSON: ids, labels, texts, spans; tables become the items of their rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from kehoach.folding import nfc
from kehoach.parsers.labels import Label
from kehoach.parsers.nodes import Node
from kehoach.parsers.reading import Mark
from kehoach.parsers.tables import Row, Table, counts_columns, is_total
from kehoach.parsers.view import View
from kehoach.parsers.words import Words


class Item:
    """An item with its place: what the layers of facts read.

    ``words``: its own words with their places in the view, ``text``: these as text; ``section``: the part of the plan;
    ``path``: the items above it, outermost first; ``schedules``: tables below it that say only when and who; ``out``:
    the item JSON-ready.
    """

    __slots__ = (
        "agencies", "children", "id", "node", "out", "path", "row", "schedules", "section", "table", "text",
        "words",
    )  # fmt: skip

    def __init__(self, id_: str, node: Node, words: Words, text: str, section: str, path: tuple[Item, ...]) -> None:
        self.id = id_
        self.node = node
        self.words = words
        self.text = text
        self.section = section
        self.path = path
        self.children: list[Item] = []
        self.table: Table | None = None
        self.row: Row | None = None
        self.agencies: list[str] = []
        self.schedules: list[Table] = []
        self.out: dict[str, Any] = {}

    @property
    def printed(self) -> str:
        """The text as printed, with the signs that the rules of facts look through."""
        return str(self.out["text"])


def number(
    nodes: Sequence[Node], section: str, view: View, marks: list[Mark], path: tuple[Item, ...] = (), prefix: str = ""
) -> list[Item]:
    """Items of nodes with ids ``prefix.1``, ``prefix.2.1`` …; marks get the blocks they own."""
    prefix = prefix or section
    out: list[Item] = []
    tables = any(node.table is not None for node in nodes)
    for node in spread(nodes, marks, prefix, path[-1].schedules if path else None) if tables else nodes:
        words = node.words
        item = Item(f"{prefix}.{len(out) + 1}", node, words, words.text, section, path)
        item.row, item.table = node.row, node.table
        out.append(item)
        _own(node, item.id, marks)
        item.children = number(node.children, section, view, marks, (*path, item), item.id) if node.children else []
        item.out = {
            "id": item.id,
            "label": node.label.text if node.label is not None and not node.label.kept else None,
            "text": nfc(words.printed(view)),
            "span": view.span(*extent(node)),
            "items": [child.out for child in item.children],
        }
    return out


def flat(items: Sequence[Item]) -> list[Item]:
    """The items and all below them, in printed order."""
    out: list[Item] = []
    for item in items:
        out.append(item)
        if item.children:
            out += flat(item.children)
    return out


def extent(node: Node) -> tuple[int, int]:
    """View offsets of an item's own words and label."""
    if node.row is not None:
        return min(node.words.at(0), node.start), max(node.words.end, node.end)
    start = node.start
    return start, max(node.words.end, start)


def spread(nodes: Sequence[Node], marks: list[Mark], ref: str, schedules: list[Table] | None = None) -> Iterator[Node]:
    """Nodes with tables replaced by their rows; a table that says nothing that is done stays a block."""
    for node in nodes:
        if node.table is None or node.row is not None:
            yield node
            continue
        for line in node.table.head:
            marks.append(Mark(line.start, line.end, "table", ref))
        rows = list(row_nodes(node.table, marks, ref))
        if not rows and schedules is not None:
            schedules.append(node.table)
        yield from rows


def row_nodes(table: Table, marks: list[Mark], ref: str) -> Iterator[Node]:
    """The rows of a table as nodes: group rows hold the rows below them, by the style of their labels."""
    stack: list[tuple[float, Node]] = []
    tops: list[Node] = []
    has_task = table.column("task") >= 0 or not table.roles
    for row in table.rows:
        words = row_words(table, row) if has_task or row.group else None
        if words is None or is_total(words.text) or is_total(row.cells[0].text) or counts_columns(row):
            marks.extend(Mark(line.start, line.end, "table", ref) for line in row.lines)
            continue
        label = table.label(row) if table.roles else None
        start, end = words.at(0), words.end
        if label is not None and (cell := table.cell(row, "number")) is not None:
            start = min(start, cell.at(0))
        node = Node(words, label, start, end, table=table, row=row)
        depth = _depth(label, row)
        while stack and stack[-1][0] >= depth:
            stack.pop()
        (stack[-1][1].children if stack else tops).append(node)
        if row.group or (label is not None and label.style in ("I", "A", "1.")):
            stack.append((depth, node))
    if not has_task and not any(node.children for node in tops):
        for node in tops:
            marks.extend(Mark(line.start, line.end, "table", ref) for line in node.row.lines)  # type: ignore[union-attr]
        return
    yield from tops


def row_words(table: Table, row: Row) -> Words | None:
    """The words of a row that say what is to be done."""
    if table.roles and (cell := table.cell(row, "task")) is not None:
        return cell
    texts = [c for c in row.cells if any(ch.isalpha() for ch in c.text)]
    if row.group and texts:
        skip = table.cell(row, "number") if table.roles else None
        rest = [c for c in texts if c is not skip]
        return (rest or texts)[0]
    if not table.roles and texts:
        return max(texts, key=lambda c: len(c.text))
    return None


def _depth(label: Label | None, row: Row) -> float:
    if label is None:
        return 1.5 if row.group else 9.0
    if label.style.startswith("1.") and label.style != "1.":
        return 4.0 + len(label.prefix)
    return {"A": 0.0, "I": 1.0, "1.": 4.0}.get(label.style, 6.0) if not row.group or label.style in ("A", "I") else 2.0


def _own(node: Node, ref: str, marks: list[Mark]) -> None:
    """The lines that belong to an item, as marks."""
    if node.row is not None:
        marks.extend(Mark(line.start, line.end, "table", ref) for line in node.row.lines)
        return
    if node.para is None:
        marks.append(Mark(node.start, node.end, "item", ref))
        return
    first, last, lines = node.start, max(node.end, node.words.end), node.para.lines
    for line in lines:
        start, end = max(line.start, first), min(line.end, last)
        if line is lines[-1] and last == node.end:
            end = line.end
        if start < end:
            marks.append(Mark(start, end, "item", ref))
