"""The tree of a plan in printed order, from its data: what ``outline`` and ``show`` put on the screen."""

from __future__ import annotations

from typing import Any

from kehoach.knowledge.patterns import lazy
from kehoach.tables.words import SECTIONS

TITLES = SECTIONS
"""What a section is called where the plan prints no heading of its own."""

Node = dict[str, Any]
"""``{label, text, line, section, items}``; ``text`` is ``None`` for a section without a printed heading."""

_MARKS = lazy(r"(?:[*#_`]|\s)+")

# A block may hold the headings of two levels, one below the other.
_NEXT_HEADING = lazy(r"\n\s*(?=[*#\s]*(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5}|[A-Za-zđ])\s?[.)/])")


def outline(plan: dict[str, Any], text: str) -> list[Node]:
    """The sections of ``plan`` in printed order, each with its items; ``text`` is the source's text.

    A section is a stretch of items of one kind, or what stands under a printed heading; a kind that is printed in
    several places gives several sections.
    """
    entries = sorted(_entries(plan, text), key=lambda entry: entry[0])
    out: list[Node] = []
    for _, is_heading, node in entries:
        if is_heading:
            out.append(node)
            continue
        if not out or out[-1]["section"] != node["section"]:
            out.append(_node(None, None, node["line"], node["section"], []))
        out[-1]["items"].append(node)
    return out


def counts(plan: dict[str, Any]) -> list[tuple[str, int, int]]:
    """(section, its own items, items at any depth) of every section that has any, in the order of the format."""
    out = []
    for name in TITLES:
        nodes = plan["funding"]["items"] if name == "funding" else plan[name]
        if isinstance(nodes, list) and nodes:
            out.append((name, len(nodes), sum(map(_size, nodes))))
    return out


def _entries(plan: dict[str, Any], text: str) -> list[tuple[int, bool, Node]]:
    """(start, is a section heading, node) of everything that stands at the first level."""
    out: list[tuple[int, bool, Node]] = []
    for block in plan["blocks"]:
        if block["kind"] == "heading" and block["ref"] in TITLES:
            span = block["span"]
            words = _NEXT_HEADING.sub(" › ", text[span["start"] : span["end"]])
            words = _MARKS.sub(" ", words).strip()
            out.append((span["start"], True, _node(None, words, span["line"], block["ref"], [])))
    for name in TITLES:
        nodes = plan["funding"]["items"] if name == "funding" else plan[name]
        if isinstance(nodes, list):
            out += [(_start(node), False, _entry(node, name)) for node in nodes]
    return out


def _entry(node: dict[str, Any], section: str) -> Node:
    """One item, duty, annex or signature as a node of the outline."""
    if "text" in node:
        words = node["text"]
    elif "agencies" in node:
        words = "; ".join(agency["name"] for agency in node["agencies"])
    elif "tables" in node:
        words = node["title"] or ""
    else:
        words = ", ".join(node[key] for key in ("authority", "capacity", "position", "name") if node[key])
    items = [_entry(child, section) for child in node.get("items", [])]
    line = node["span"]["line"] if node["span"] else None
    return _node(node.get("label"), words, line, section, items)


def _node(label: str | None, text: str | None, line: int | None, section: str, items: list[Node]) -> Node:
    return {"label": label, "text": text, "line": line, "section": section, "items": items}


def _start(node: dict[str, Any]) -> int:
    return int(node["span"]["start"]) if node["span"] else 0


def _size(node: dict[str, Any]) -> int:
    return 1 + sum(map(_size, node.get("items", [])))
