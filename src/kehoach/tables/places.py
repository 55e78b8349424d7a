"""Where things stand in a plan: its items by id and by offset, with what is printed above them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from kehoach.tables.words import SECTIONS

ABOVE = " › "
"""Between the headings, or labels, of one place, from the outside in."""


@dataclass(frozen=True, slots=True)
class Place:
    """One item, duty or annex of a plan and the way down to it."""

    id: str
    section: str
    node: dict[str, Any]
    above: Place | None
    depth: int
    """1 for what stands directly in its section, under its agency or in its annex."""

    @property
    def text(self) -> str | None:
        """Its own words: an item's text, an assignee's names, an annex's title."""
        if "text" in self.node:
            return str(self.node["text"]) or None
        if "agencies" in self.node:
            return "; ".join(self.agencies) or None
        return ": ".join(filter(None, (self.node["label"], self.node["title"]))) or None

    @property
    def agencies(self) -> list[str]:
        """Whom the duty that it belongs to is for; empty outside of duties."""
        return [agency["name"] for agency in self.root.node.get("agencies", [])]

    @property
    def root(self) -> Place:
        """The outermost place above it, or itself."""
        place = self
        while place.above:
            place = place.above
        return place

    @property
    def way(self) -> list[Place]:
        """The places above it, the outermost first."""
        return [*self.above.way, self.above] if self.above else []

    @property
    def label(self) -> str | None:
        """The printed labels from the outside in: '2 › a'."""
        labels = [place.node["label"] for place in (*self.way, self) if "title" not in place.node]
        return ABOVE.join(filter(None, labels)) or None

    @property
    def heading(self) -> str | None:
        """The words of everything above it, from the outside in."""
        return ABOVE.join(filter(None, (place.text for place in self.way))) or None

    @property
    def line(self) -> int:
        """Its line, counted from 1."""
        return int(self.node["span"]["line"])


class Places:
    """The items of one plan."""

    def __init__(self, plan: dict[str, Any]) -> None:
        """Index ``plan``, a dict in the plan format."""
        self.all: list[Place] = list(_places(plan))
        self._by_id = {place.id: place for place in self.all}
        # Blocks say whose the words are that an item's own span leaves out, the other cells of its row among them.
        spans = [(block["span"], self._by_id.get(block["ref"] or "")) for block in plan["blocks"]]
        spans += [(place.node["span"], place) for place in self.all if "text" in place.node]
        owned: list[tuple[int, int, int, Place]] = [
            (span["start"], -span["end"], span["end"], place) for span, place in spans if place
        ]
        self._owned = sorted(owned, key=lambda entry: entry[:2])
        self._starts = [entry[0] for entry in self._owned]

    def get(self, id_: str | None) -> Place | None:
        """The place with this id."""
        return self._by_id.get(id_) if id_ else None

    def at(self, span: dict[str, int]) -> Place | None:
        """The item whose words hold ``span``."""
        i = bisect_right(self._starts, span["start"])
        # Spans of items overlap only where a page break splits one, so what holds it is never far up.
        for _, _, end, place in reversed(self._owned[max(0, i - 20) : i]):
            if end >= span["end"]:
                return place
        return None

    def of(self, section: str) -> Iterator[Place]:
        """The places of one section, in printed order."""
        return (place for place in self.all if place.section == section)


def _places(plan: dict[str, Any]) -> Iterator[Place]:
    for section in SECTIONS:
        if section == "funding":
            yield from _items(plan["funding"]["items"], section, None, 1)
        elif section == "duties":
            for duty in plan["duties"]:
                place = Place(duty["id"], section, duty, None, 0)
                yield place
                yield from _items(duty["items"], section, place, 1)
        elif section == "annexes":
            for i, annex in enumerate(plan["annexes"], 1):
                place = Place(f"annexes.{i}", section, annex, None, 0)
                yield place
                yield from _items(annex["items"], section, place, 1)
        elif section not in ("document", "signatures"):
            yield from _items(plan[section], section, None, 1)


def _items(nodes: list[dict[str, Any]], section: str, above: Place | None, depth: int) -> Iterator[Place]:
    for node in nodes:
        place = Place(node["id"], section, node, above, depth)
        yield place
        yield from _items(node["items"], section, place, depth + 1)
