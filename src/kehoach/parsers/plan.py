"""The walk through the rooms, and the plan as it leaves the house."""

from __future__ import annotations

import gc
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from kehoach import folding
from kehoach.parsers import (
    blocks,
    body,
    broken_cells,
    closing,
    document,
    ending,
    flowing,
    layers,
    letterhead,
    lines,
    lone_labels,
    lost,
    outline,
    reading_order,
    run_in,
    sections,
    surroundings,
    tops,
    zones,
)
from kehoach.parsers.items import Item, flat, number
from kehoach.parsers.reading import PARTS, Mark, Reading
from kehoach.parsers.scene import Facts
from kehoach.parsers.signatures import Signature
from kehoach.parsers.tables import Table
from kehoach.parsers.view import View

if TYPE_CHECKING:
    from kehoach.parsers.annexes import Annex
    from kehoach.readers.source import SourceText

SCHEMA_VERSION = "1"
_BEFORE_DUTIES = ("basis", "situation", "purpose", "requirements", "objectives", "scope", "tasks")
_BEHIND_FUNDING = ("reporting", "closing", "recipients")
_HEART = ("purpose", "requirements", "objectives", "tasks")
"""A text that has none of these, nor duties, is no plan."""


def parse(source: SourceText) -> dict[str, Any]:
    """See :func:`kehoach.parsers.parse_source`."""
    view = View(source.text)
    collects = gc.isenabled()
    gc.disable()  # what one plan is made of is needed to its end: to look through it for garbage on the way is in vain
    try:
        with folding.of_plan(view.text):
            return _Walk(source, view).plan()
    finally:
        if collects:
            gc.enable()


class _Walk:
    """One walk: lines and zones first, then the parts in ``reading``, then JSON."""

    def __init__(self, source: SourceText, view: View) -> None:
        self.source = source
        self.view = view
        self.reading = Reading()
        printed = broken_cells.split(self.view, lone_labels.join(lines.split(self.view)))
        self.printed = self.lines = run_in.split(flowing.split(printed))
        for index, line in enumerate(self.lines):
            line.index = index

    def plan(self) -> dict[str, Any]:
        around = surroundings.clear(self.lines, self.reading)
        self.lines = reading_order.restored(self.printed)
        zone = zones.find(self.lines)
        surroundings.clear_page(self.lines, zone, around, self.reading)
        head = letterhead.read(self.view, self.lines, zone)
        self._letterhead(zone)
        signed = self._cover(zone) if zone.cover else []
        self._body(zone)
        signed += ending.read(self.view, self.lines[zone.ending : zone.annex], self.reading)
        extra = self._annexes(zone) if zone.annex < len(self.lines) else []
        plan = self._assemble(zone, head, signed, extra)
        surroundings.fill(plan, self.view, around, self.reading)
        plan["warnings"] = [*self._reader_warnings(), *self._warnings(), *plan["warnings"]]
        return plan

    def _letterhead(self, zone: zones.Zones) -> None:
        for line in self.lines[zone.cover : zone.body]:
            if not line.noise:
                self.reading.marks.append(Mark(line.start, line.end, "letterhead", None))

    def _cover(self, zone: zones.Zones) -> list[Signature]:
        from kehoach.parsers import cover

        return cover.read(self.view, self.lines[: zone.cover], self.reading)

    def _annexes(self, zone: zones.Zones) -> list[Annex]:
        from kehoach.parsers import annexes

        return annexes.read(self.view, self.lines[zone.annex :], self.reading)

    def _body(self, zone: zones.Zones) -> None:
        elements, last, appeals = closing.split(body.elements(self.view, self.lines[zone.body : zone.ending]))
        for element in elements:
            for start, end in element.torn if isinstance(element, Table) else ():
                self.reading.warn("row-torn", "a row of a table is too torn to be read", start, end)
        heads = tops.find(elements)
        sections.arrange(outline.build(elements, heads, lost.find(elements, heads)), self.reading)
        closing.put(last, appeals, self.reading)

    # the plan as JSON

    def _assemble(
        self,
        zone: zones.Zones,
        head: letterhead.Letterhead,
        signed: Sequence[Signature],
        extra: Sequence[Annex],
    ) -> dict[str, Any]:
        view, reading = self.view, self.reading
        parts = {name: number(reading.parts[name], name, view, reading.marks) for name in PARTS}
        duty_items = self._duty_items()
        annex_items = [
            number(annex.items, "annexes", view, reading.marks, prefix=f"annexes.{k}")
            for k, annex in enumerate(extra, 1)
        ]
        own = document.read(view, self.lines, zone, head, parts["basis"], reading)
        annexed = list(zip(extra, annex_items, strict=True))
        facts = layers.read(view, reading, parts, duty_items, annexed, own, head.title)
        for item in parts["basis"]:
            item.out["citations"] = facts.basis_citations.get(item.id, [])
        plan: dict[str, Any] = {"schema_version": SCHEMA_VERSION, "source": self._source(), "document": own}
        plan |= {name: _out(parts[name]) for name in _BEFORE_DUTIES}
        plan["duties"] = self._duties(duty_items, facts)
        plan["funding"] = {"items": _out(parts["funding"]), **facts.funding}
        plan |= {name: _out(parts[name]) for name in _BEHIND_FUNDING}
        plan["signatures"] = [self._signature(s) for s in signed]
        plan["annexes"] = [self._annex(annex, items) for annex, items in annexed]
        plan["targets"] = facts.targets
        plan["deadlines"] = facts.deadlines
        plan["assignments"] = facts.assignments
        plan["citations"] = facts.citations
        plan["blocks"] = self._blocks()
        plan["warnings"] = facts.warnings
        return plan

    def _source(self) -> dict[str, Any]:
        source = self.source
        return {
            "name": source.name,
            "media_type": source.media_type,
            "encoding": source.encoding,
            "ocr": source.ocr,
            "sha256": source.sha256,
            "characters": len(source.text),
            "lines": self.view.line_count,
        }

    def _duty_items(self) -> list[list[Item]]:
        """The items of each duty; the blocks of the duties' heads learn their ids."""
        heads: dict[int, list[Mark]] = {}
        for mark in self.reading.marks:
            if mark.kind == "heading" and mark.ref == "duties":
                heads.setdefault(mark.start, []).append(mark)
        out: list[list[Item]] = []
        for k, duty in enumerate(self.reading.duties, 1):
            out.append(number(duty.items, "duties", self.view, self.reading.marks, prefix=f"duties.{k}"))
            for mark in heads.pop(duty.start, ()):
                mark.ref = f"duties.{k}"
        return out

    def _duties(self, duty_items: Sequence[Sequence[Item]], facts: Facts) -> list[dict[str, Any]]:
        out: list[dict[str, Any]] = []
        for k, (duty, items) in enumerate(zip(self.reading.duties, duty_items, strict=True), 1):
            last = max([duty.end, *(item.node.end for item in flat(items))])
            agencies = [
                {
                    "name": a.name,
                    "kind": a.kind,
                    "level": a.level,
                    "sectors": list(a.sectors),
                    "span": a.words.source_span(self.view),
                }
                for a in duty.agencies
            ]
            row = {
                "id": f"duties.{k}",
                "label": duty.label.text if duty.label is not None and not duty.label.kept else None,
                "agencies": agencies,
                "request": duty.request,
                "items": _out(items),
                "target_labels": facts.target_labels[k - 1],
                "span": self.view.span(duty.start, max(last, duty.start)),
            }
            out.append(row)
        return out

    def _annex(self, annex: Annex, items: Sequence[Item]) -> dict[str, Any]:
        return {
            "label": annex.label,
            "title": annex.title.text if annex.title is not None else None,
            "tables": [self._table(t) for t in annex.tables],
            "items": _out(items),
            "span": self.view.span(annex.start, annex.end),
        }

    def _table(self, table: Table) -> dict[str, Any]:
        return {
            "columns": [w.text for w in table.columns],
            "rows": [[w.text for w in row.cells] for row in table.rows],
            "span": self.view.span(table.start, table.end),
        }

    def _signature(self, s: Signature) -> dict[str, Any]:
        printed = {"authority": s.authority, "capacity": s.capacity, "position": s.position, "name": s.name}
        words = [w for w in printed.values() if w is not None]
        span = self.view.span(min(w.at(0) for w in words), max(w.end for w in words))
        return {**{key: w.text if w is not None else None for key, w in printed.items()}, "span": span}

    def _blocks(self) -> list[dict[str, Any]]:
        tiles = blocks.tile(self.view, self.printed, self.reading.marks)
        for mark in tiles:
            if mark.kind == "unknown":
                self.reading.warn("unplaced-text", "text that fits no part of a plan", mark.start, mark.end)
        return blocks.as_dicts(self.view, tiles)

    def _warnings(self) -> list[dict[str, Any]]:
        out: list[dict[str, Any]] = [
            {"code": w.code, "message": w.message, "span": self.view.span(w.start, w.end)}
            for w in self.reading.warnings
        ]
        if not self.lines:
            out.append({"code": "empty", "message": "the text is empty", "span": None})
        elif not self.reading.duties and not any(self.reading.parts[name] for name in _HEART):
            out.append({"code": "no-plan", "message": "no part of a plan was recognised in the text", "span": None})
        return out

    def _reader_warnings(self) -> list[dict[str, Any]]:
        return [{"code": code, "message": message, "span": None} for code, message in self.source.warnings]


def _out(items: Sequence[Item]) -> list[dict[str, Any]]:
    return [item.out for item in items]
