"""What was read of one plan, part by part, each value with its span: the view on which a clerk checks it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from kehoach.reports.source import Side
from kehoach.reports.words import Words
from kehoach.tables import Column, columns, rows
from kehoach.tables.columns import PLAN
from kehoach.tables.words import SECTIONS

Data = dict[str, Any]
Span = dict[str, int]


@dataclass(slots=True)
class Value:
    """Words on the page and where the source prints them; ``ids`` are the parts of the plan they are."""

    text: str
    span: Span | None = None


@dataclass(slots=True)
class Node:
    """An item of the tree with what hangs below it."""

    id: str
    label: str | None
    value: Value
    items: list[Node]


@dataclass(slots=True)
class Part:
    """A section in printed order."""

    section: str
    heading: Value
    nodes: list[Node]


@dataclass(slots=True)
class Row:
    """A row of a table: its cells in order, each one value or several."""

    id: str | None
    cells: list[list[Value]]


@dataclass(slots=True)
class Facts:
    """A table of facts."""

    kind: str
    title: str
    heads: list[str]
    rows: list[Row] = field(default_factory=list)


def letterhead(side: Side, words: Words) -> list[tuple[str, str, Value]]:
    """Name, id and value of every field of the letterhead that is printed."""
    document = side.plan["document"]
    issuer, period = document["issuer"] or {}, document["period"]
    values = {
        "type": document["type"],
        "number": document["number"] and document["number"]["text"],
        "issuer": issuer.get("name"),
        "place": document["place"],
        "date": document["date"] and (document["date"]["value"] or document["date"]["text"]),
        "title": document["title"],
        "period": period and "–".join(map(str, sorted({period["start"], period["end"]}))),
        "decision": document["decision"] and document["decision"]["text"],
    }
    out = []
    for name, text in values.items():
        if text:
            id_ = f"document.{name}"
            out.append((words(name), id_, Value(text, side.spans.get(id_) or _heading_span(side, name))))
    for signature in side.plan["signatures"]:
        text = ", ".join(signature[key] for key in ("authority", "capacity", "position", "name") if signature[key])
        if text:
            out.append((words("signatures"), "signatures", Value(text, signature["span"])))
    return out


def _heading_span(side: Side, name: str) -> Span | None:
    """Of a type or place without a block of its own: that of the line it stands in."""
    near = {"type": "document.title", "place": "document.date"}.get(name)
    return side.spans.get(near)


def warnings(side: Side, words: Words) -> list[tuple[str, Value]]:
    """Code and message of every warning."""
    return [(w["code"], Value(words.warning(w["code"], w["message"]), w["span"])) for w in side.plan["warnings"]]


def parts(side: Side, words: Words) -> list[Part]:
    """The sections in printed order with their items; of duties, which have a part of their own, the assignees."""
    entries = sorted(_entries(side), key=lambda entry: entry[0])
    out: list[Part] = []
    for _, section, heading, node in entries:
        if heading is not None:
            out.append(Part(section, heading, []))
            continue
        if not out or out[-1].section != section:
            out.append(Part(section, Value(words.section(section)), []))
        if node is not None:
            out[-1].nodes.append(node)
    return out


def _entries(side: Side) -> Iterator[tuple[int, str, Value | None, Node | None]]:
    for block in side.plan["blocks"]:
        if block["kind"] == "heading" and block["ref"] in SECTIONS:
            span = block["span"]
            printed = side.text[span["start"] : span["end"]] if side.text else ""
            text = " ".join(printed.replace("*", " ").replace("#", " ").split()) or SECTIONS[block["ref"]]
            yield span["start"], block["ref"], Value(text, span), None
    for place in side.spans.places.all:
        if place.above is None:
            span = place.node["span"]
            yield span["start"], place.section, None, _node(place.node, place.id, place.text)


def _node(node: Data, id_: str, text: str | None) -> Node:
    below = [_node(child, child["id"], child["text"]) for child in node["items"]]
    return Node(id_, node["label"], Value(text or "–", node["span"]), below)


def duties(side: Side) -> list[tuple[Data, list[Value], list[Node]]]:
    """Every duty with its assignees and its items."""
    return [
        (
            duty,
            [Value(agency["name"], agency["span"]) for agency in duty["agencies"]],
            [_node(item, item["id"], item["text"]) for item in duty["items"]],
        )
        for duty in side.plan["duties"]
    ]


SHOWN = {
    "targets": ("label", "indicator", "comparator", "value", "value_max", "unit", "by", "every", "measure", "line"),
    "deadlines": ("text", "due", "bound", "every", "agencies", "action", "line"),
    "funding": ("kind", "text", "value", "currency", "in_words", "agrees", "source", "context", "line"),
    "citations": ("type", "number", "date", "issuer", "title", "mentions", "lines"),
    "assignments": ("action", "lead", "partners", "due", "every", "output", "supervisors", "line"),
}
"""The tables of facts and the columns of each that a page shows, of :mod:`kehoach.tables`."""

_LINKED = {"targets": "measure", "deadlines": "text", "funding": "text", "assignments": "action"}
"""The column whose words lead to the source."""


def facts(side: Side, kind: str, words: Words) -> Facts:
    """A table of facts as :mod:`kehoach.tables` has it, without columns that say nothing."""
    found = rows(side.plan, kind)
    own = {column.key: column for column in columns(kind) if column not in PLAN}
    kept = [own[key] for key in SHOWN[kind] if any(row[key] not in (None, []) for row in found)]
    out = Facts(kind, words.table(kind), [words.head(column) for column in kept])
    for row, (id_, span) in zip(found, _spans(side, kind, found), strict=True):
        out.rows.append(Row(id_, [_cell(side, kind, row, column, span, words) for column in kept]))
    return out


def _cell(side: Side, kind: str, row: Data, column: Column, span: Span | None, words: Words) -> list[Value]:
    if column.key == "lines":
        mentions = next(c["mentions"] for c in side.plan["citations"] if c["id"] == row["citation"])
        return [Value(str(mention["span"]["line"]), mention["span"]) for mention in mentions]
    text = words.cell(column, row[column.key])
    linked = column.key in (_LINKED.get(kind), "line")
    return [Value(text, span if linked else None)] if text else []


def _spans(side: Side, kind: str, found: list[Data]) -> Iterator[tuple[str | None, Span | None]]:
    """Id and span of every row, which come in the order of the plan's own lists."""
    spans = side.spans
    money = side.plan["funding"]
    own = iter([*money["amounts"], *money["sources"]])
    for row in found:
        if kind == "targets":
            yield row["target"], spans.get(row["target"], row["measure"] or "")
        elif kind == "deadlines":
            yield row["deadline"], spans.get(row["deadline"])
        elif kind == "citations":
            yield row["citation"], spans.get(row["citation"])
        elif kind == "funding" and row["kind"] in ("amount", "source"):
            yield None, next(own)["span"]
        else:
            yield None, spans.get(row["item"])
