"""The layer of citations: the documents that the plan names, once each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kehoach.parsers.attempts import attempt
from kehoach.parsers.facts import citations
from kehoach.parsers.facts.citations import Mention
from kehoach.parsers.facts.citations_merge import Citation, merge
from kehoach.parsers.scene import Facts, Scene
from kehoach.parsers.words import Words, clean

Place = tuple[str | None, Words]
"""Where a mention stands: the item's id (``None`` for the title and the lead) and the words it is in."""


def read(scene: Scene, facts: Facts, document: dict[str, Any], title: Words | None) -> None:
    """Fill the citations and note what each item names. The plan's own number and its decision's are none."""
    found: list[tuple[Place, Mention]] = []
    for place in _places(scene, title):
        owner, words = place
        start = words.at(0)
        mentions = attempt(scene.reading, "citations", start, words.end, citations.find, words.text)
        if not mentions:
            continue
        if owner is not None:
            scene.cited.setdefault(owner, []).extend(mentions)
        found += [(place, m) for m in mentions]
    own = [_own_number(document.get("number")), _own_number(document.get("decision"))]
    for citation in merge(found, [number for number in own if number]):
        cid = f"citations.{len(facts.citations) + 1}"
        facts.citations.append(_citation(scene, cid, citation))
        for (owner, _), _m in citation.mentions:
            if owner is not None and owner.startswith("basis."):
                listed = facts.basis_citations.setdefault(owner, [])
                if cid not in listed:
                    listed.append(cid)


def _own_number(printed: dict[str, Any] | None) -> str | None:
    """The number of the plan ("text") or of the decision that issues it ("number")."""
    return (printed.get("number") or printed["text"]) if printed else None


def _places(scene: Scene, title: Words | None) -> Iterator[Place]:
    """Every text that may name documents, in printed order; recipients name none."""
    if title is not None:
        yield None, title
    lead = next((m for m in scene.reading.marks if m.ref == "document.lead"), None)
    led = clean(scene.view.text, lead.start, lead.end) if lead is not None else None
    for item in scene.items:
        if item.section == "recipients":
            continue
        if led is not None and item.node.start > led.at(0):
            yield None, led
            led = None
        if item.row is not None and item.section == "annexes":
            yield from ((item.id, cell) for cell in item.row.cells if cell.text)
        else:
            yield item.id, item.words
    if led is not None:
        yield None, led


def _citation(scene: Scene, cid: str, citation: Citation[Place]) -> dict[str, Any]:
    return {
        "id": cid,
        "type": citation.type,
        "number": citation.number,
        "date": citation.date,
        "issuer": citation.issuer,
        "title": citation.title,
        "mentions": [
            {"text": words.text[m.start : m.end], "pinpoint": m.pinpoint, "span": scene.span(words, m.start, m.end)}
            for (_, words), m in citation.mentions
        ],
    }
