"""The walk through the rooms, and the plan as it leaves the house."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from kehoach.parsers import (
    annexes,
    blocks,
    body,
    ending,
    furniture,
    issuer,
    letterhead,
    lines,
    outline,
    sections,
    tops,
    zones,
)
from kehoach.parsers.items import Item, number
from kehoach.parsers.outline import Node
from kehoach.parsers.paragraphs import Para
from kehoach.parsers.phrases import closes, trouble, urges
from kehoach.parsers.reading import Mark, Reading
from kehoach.parsers.tables import Table
from kehoach.parsers.view import View
from kehoach.parsers.words import Words

if TYPE_CHECKING:
    from kehoach.readers.source import SourceText

SCHEMA_VERSION = "1"
_LISTS = (
    "basis",
    "situation",
    "purpose",
    "requirements",
    "objectives",
    "scope",
    "tasks",
    "reporting",
    "closing",
    "recipients",
)
_PERIOD = re.compile(
    r"(?:giai đoạn|thời kỳ|từ năm|các năm|năm học|trong các năm|05 năm"
    r"|5 năm)\s*:?\s*(?P<a>20\d\d)\s*(?:[-–—]|đến(?: năm)?|và)\s*(?P<b>20\d\d)",
    re.I,
)
_YEAR = re.compile(r"\bnăm\s+(?P<a>20\d\d)(?:\s*(?:[-–—]|đến|và|,)\s*(?:năm\s+)?(?P<b>20\d\d))?", re.I)
_NOT_PERIOD = re.compile(
    r"(?:nhiệm kỳ|nhiệm kì|tầm nhìn(?: đến)?(?: năm)?|ngày\s+\d+\s+tháng\s+\d+|tháng\s+\d+"
    r"|khóa \w+,?)\s*(?:năm\s*)?$|/\s*$",
    re.I,
)


def parse(source: SourceText) -> dict[str, Any]:
    """See :func:`kehoach.parsers.parse_source`."""
    return _Walk(source).plan()


class _Walk:
    def __init__(self, source: SourceText) -> None:
        self.source = source
        self.view = View(source.text)
        self.reading = Reading()
        self.lines = lines.split(self.view)

    def plan(self) -> dict[str, Any]:
        view, reading = self.view, self.reading
        self._furnish()
        zone = zones.find(self.lines)
        self._menus(zone)
        head = letterhead.read(view, self.lines, zone)
        self._mark_letterhead(zone)
        cover = self._cover(zone)
        last = self._body(zone, cover)
        signed = ending.read(view, self.lines[zone.ending : zone.annex], reading)
        extra = annexes.read(view, self.lines[zone.annex :], reading)
        _ = last
        return self._assemble(zone, head, cover, signed, extra)

    # lines that are no text of the plan

    def _furnish(self) -> None:
        self.scanned = furniture.scanned(self.lines)
        furniture.mark_headers(self.lines)
        furniture.mark_stamps(self.lines)
        self.records: list[lines.Line] = []
        for line in self.lines:
            if not line.noise and furniture.record(line) and "|" in line.text:
                line.noise = True
                self.records.append(line)
                self.reading.marks.append(Mark(line.start, line.end, "record", None))

    def _menus(self, zone: zones.Zones) -> None:
        """Page furniture above the plan and below it."""
        top = zone.title if zone.title >= 0 else zone.body
        outside = [*self.lines[:top], *self.lines[zone.ending :]]
        hits = [line for line in outside if not line.noise and furniture.menu(line)]
        if len(hits) + len(self.records) >= 2:
            for line in hits:
                line.noise = True
                self.reading.marks.append(Mark(line.start, line.end, "noise", None))
            self._page_around(zone)
        furniture.mark_rubbish(self.lines[zone.body : zone.ending], scanned=self.scanned)

    def _page_around(self, zone: zones.Zones) -> None:
        """What stands between menus above the letterhead or below the signature is the page's as well."""
        head = self.lines[: zone.title if zone.title >= 0 else zone.body]
        last = max(
            (i for i, line in enumerate(head) if line.noise and (line in self.records or furniture.menu(line))),
            default=-1,
        )
        for line in head[:last]:
            if not line.noise:
                line.noise = True
                self.reading.marks.append(Mark(line.start, line.end, "noise", None))
        tail = self.lines[zone.ending :]
        first = next(
            (i for i, line in enumerate(tail) if line.noise and (line in self.records or furniture.menu(line))), None
        )
        if first is not None:
            for line in tail[first:]:
                if not line.noise:
                    line.noise = True
                    self.reading.marks.append(Mark(line.start, line.end, "noise", None))
            zone.annex = min(zone.annex, zone.ending + first) if zone.annex > zone.ending + first else zone.annex

    def _mark_letterhead(self, zone: zones.Zones) -> None:
        for line in self.lines[zone.cover : zone.body]:
            if not line.noise:
                self.reading.marks.append(Mark(line.start, line.end, "letterhead", None))

    def _cover(self, zone: zones.Zones) -> tuple[list[ending.Signature], list[Node]]:
        """A covering decision: its căn cứ are basis, its articles lead, its recipients and signature the plan's."""
        if not zone.cover:
            return [], []
        reading, cover = self.reading, self.lines[: zone.cover]
        elements = body.elements(self.view, cover)
        end_at = next(
            (i for i, line in enumerate(cover) if not line.noise and re.match(r"\W*noi nhan\b", line.bare)), len(cover)
        )
        stop = cover[end_at].start if end_at < len(cover) else zone.cover and cover[-1].end
        basis: list[Node] = []
        seen = False
        for element in elements:
            if isinstance(element, Table) or element.start >= stop:
                continue
            text = element.bare
            if re.match(r"\W*(?:can cu|xet |theo de nghi|thuc hien |can cu\b)", text) and len(text) > 25:
                basis.append(Node(element.words, element.label, element.start, element.end, element))
                seen = True
            else:
                article = seen and (len(text) > 40 or element.label is not None or "quyet dinh" in text[:14])
                kind, ref = ("heading", "document.lead") if article else ("letterhead", None)
                reading.marks.extend(Mark(line.start, line.end, kind, ref) for line in element.lines)
        for node in basis:
            reading.put("basis", node)
        signed = ending.read(self.view, [line for line in cover[end_at:]], reading)
        return signed, basis

    def _body(self, zone: zones.Zones, cover: object) -> None:
        reading = self.reading
        elements = body.elements(self.view, self.lines[zone.body : zone.ending])
        elements, closing, appeals = _closing(elements)
        built = outline.build(elements, tops.find(elements))
        sections.arrange(built, reading)
        for para in appeals:
            _appeal(reading, _node(para))
        for para in closing:
            reading.put("closing", _node(para))

    # the plan as JSON

    def _assemble(
        self,
        zone: zones.Zones,
        head: letterhead.Letterhead,
        cover: tuple[list[ending.Signature], list[Node]],
        signed: list[ending.Signature],
        extra: list[annexes.Annex],
    ) -> dict[str, Any]:
        from kehoach.parsers import layers

        view, reading = self.view, self.reading
        marks = reading.marks
        parts: dict[str, list[Item]] = {
            name: number(reading.parts[name], name, view, marks) for name in (*_LISTS, "funding")
        }
        duties, duty_items = self._duties(marks)
        annex_out, annex_items = self._annexes(extra, marks)
        document = self._document(zone, head, parts)
        facts = layers.read(view, reading, parts, duty_items, annex_items, document, head.title)
        for k, duty in enumerate(duties):
            duty["target_labels"] = facts.target_labels[k]
        tiles = blocks.tile(view, self.lines, marks)
        for mark in tiles:
            if mark.kind == "unknown":
                reading.warn("unplaced-text", "text that fits no part of a plan", mark.start, mark.end)
        plan: dict[str, Any] = {"schema_version": SCHEMA_VERSION, "source": self._source(), "document": document}
        for name in ("basis", "situation", "purpose", "requirements", "objectives", "scope", "tasks"):
            plan[name] = [item.out for item in parts[name]]
        for item in parts["basis"]:
            item.out["citations"] = facts.basis_citations.get(item.id, [])
        plan["duties"] = duties
        plan["funding"] = {"items": [item.out for item in parts["funding"]], **facts.funding}
        for name in ("reporting", "closing", "recipients"):
            plan[name] = [item.out for item in parts[name]]
        plan["signatures"] = [self._signature(s) for s in [*cover[0], *signed]]
        self._recorded(plan)
        plan["annexes"] = annex_out
        plan |= {
            "targets": facts.targets,
            "deadlines": facts.deadlines,
            "assignments": facts.assignments,
            "citations": facts.citations,
        }
        plan["blocks"] = blocks.as_dicts(view, tiles)
        plan["warnings"] = [*self._reader_warnings(), *self._warnings(), *facts.warnings]
        return plan

    def _source(self) -> dict[str, Any]:
        source = self.source
        count = len(self.view.line_starts) - (self.view.text.endswith("\n") or not self.view.text)
        return {
            "name": source.name,
            "media_type": source.media_type,
            "encoding": source.encoding,
            "sha256": source.sha256,
            "characters": len(source.text),
            "lines": count,
        }

    def _duties(self, marks: list[Mark]) -> tuple[list[dict[str, Any]], list[list[Item]]]:
        out: list[dict[str, Any]] = []
        all_items: list[list[Item]] = []
        for k, duty in enumerate(self.reading.duties, 1):
            items = number(duty.items, "duties", self.view, marks, prefix=f"duties.{k}")
            all_items.append(items)
            last = max([duty.end, *(x.node.end for item in items for x in item.walk())])
            for mark in marks:
                if mark.start == duty.start and mark.kind == "heading" and mark.ref == "duties":
                    mark.ref = f"duties.{k}"
            out.append(
                {
                    "id": f"duties.{k}",
                    "label": duty.label.text if duty.label is not None and not duty.label.kept else None,
                    "agencies": [
                        {
                            "name": a.name,
                            "kind": a.kind,
                            "level": a.level,
                            "sectors": list(a.sectors),
                            "span": self._words_span(a.words),
                        }
                        for a in duty.agencies
                    ],
                    "request": duty.request,
                    "items": [item.out for item in items],
                    "target_labels": [],
                    "span": self.view.span(duty.start, max(last, duty.start)).as_dict(),
                }
            )
        return out, all_items

    def _annexes(
        self, extra: Sequence[annexes.Annex], marks: list[Mark]
    ) -> tuple[list[dict[str, Any]], list[tuple[annexes.Annex, list[Item]]]]:
        out: list[dict[str, Any]] = []
        read: list[tuple[annexes.Annex, list[Item]]] = []
        for k, annex in enumerate(extra, 1):
            items = number(annex.items, "annexes", self.view, marks, prefix=f"annexes.{k}")
            read.append((annex, items))
            out.append(
                {
                    "label": annex.label,
                    "title": annex.title.text if annex.title is not None else None,
                    "tables": [self._table(t) for t in annex.tables],
                    "items": [item.out for item in items],
                    "span": self.view.span(annex.start, annex.end).as_dict(),
                }
            )
            for mark in marks:
                if mark.kind == "table" and mark.ref == f"annexes.{k}":
                    mark.ref = f"annexes.{k}"
        return out, read

    def _table(self, table: Table) -> dict[str, Any]:
        return {
            "columns": [w.text for w in table.columns],
            "rows": [[w.text for w in row.cells] for row in table.rows],
            "span": self.view.span(table.start, table.end).as_dict(),
        }

    def _words_span(self, words: Words) -> dict[str, int]:
        return self.view.span(*words.span(0, len(words.text))).as_dict()

    def _signature(self, s: ending.Signature) -> dict[str, Any]:
        parts = [p for p in (s.authority, s.capacity, s.position, s.name) if p is not None]
        start, end = min(p.at(0) for p in parts), max(p.end for p in parts)
        text = {
            key: (w.text if w is not None else None)
            for key, w in (
                ("authority", s.authority),
                ("capacity", s.capacity),
                ("position", s.position),
                ("name", s.name),
            )
        }
        return {**text, "span": self.view.span(start, end).as_dict()}

    def _document(self, zone: zones.Zones, head: letterhead.Letterhead, parts: dict[str, list[Item]]) -> dict[str, Any]:
        view, reading = self.view, self.reading
        lead = self._lead(parts)
        title, title_words = (head.title.text if head.title is not None else None), head.title
        if title is None and lead is not None:
            title_words = _title_of_lead(lead)
            title = title_words.text if title_words is not None else None
        basis = " ".join(item.text for item in parts["basis"])
        year = int(head.date_value[:4]) if head.date_value else None
        found = issuer.read(
            head.issuer,
            lead.text if lead is not None else "",
            view.text,
            head.place.text if head.place else None,
            title or "",
            basis,
            year,
        )
        for name in found.inferred:
            at = (zone.body < len(self.lines) and self.lines[zone.body].start) or 0
            reading.warn("inferred", f"{name}: not in the letterhead, taken from the text", at, at)
        number_ = None
        if head.number is not None:
            number_ = {
                "text": re.sub(r"\s+", "", head.number.text).replace("Ð", "Đ").replace("–", "-"),
                "serial": head.serial,
                "year": _number_year(head.symbol or ""),
                "symbol": head.symbol,
                "span": self._words_span(head.number),
            }
        words = found.words or head.issuer[0] if head.issuer else None
        return {
            "type": head.type if zone.title >= 0 or self.reading.parts["tasks"] or self.reading.duties else None,
            "number": number_,
            "issuer": {
                "name": found.name, "level": found.level, "province": found.province, "district": found.district, "commune": found.commune,
                "parent": found.parent, "joint": found.joint, "span": self._words_span(words) if words is not None else None,
            },
            "place": head.place.text if head.place is not None else None,
            "date": {"text": head.date.text, "value": head.date_value, "span": self._words_span(head.date)} if head.date is not None else None,
            "title": title,
            "period": self._period(title_words) or (self._period(_title_of_lead(lead)) if lead is not None else None),
        }  # fmt: skip

    def _lead(self, parts: dict[str, list[Item]]) -> Words | None:
        mark = next((m for m in self.reading.marks if m.ref == "document.lead"), None)
        if mark is not None:
            from kehoach.parsers.words import clean

            return clean(self.view.text, mark.start, mark.end)
        return next(
            (
                item.words
                for item in reversed(parts["basis"])
                if re.search(r"\bkế hoạch\b.{0,260}(?:sau|:)\W*$", item.text, re.I)
            ),
            None,
        )

    def _period(self, title: Words | None) -> dict[str, Any] | None:
        if title is None:
            return None
        text = title.text
        for pattern in (_PERIOD, _YEAR):
            for match in pattern.finditer(text):
                if _NOT_PERIOD.search(text[: match.start()]) or re.search(
                    r"(?:nhiệm kỳ|tầm nhìn)[^,;]{0,12}$", text[: match.start()], re.I
                ):
                    continue
                start = int(match["a"])
                end = int(match["b"] or match["a"])
                return {
                    "start": start,
                    "end": max(start, end),
                    "span": self.view.span(*title.span(match.start(), match.end())).as_dict(),
                }
        return None

    def _recorded(self, plan: dict[str, Any]) -> None:
        """What only the catalogue record says fills what the plan does not print, with a warning."""
        values: dict[str, tuple[str, lines.Line, int, int]] = {}
        for line in self.records:
            if found := furniture.record_value(line):
                values.setdefault(found[0], (line.text[found[1] : found[2]], line, found[1], found[2]))
        signer = values.get("nguoi ky")
        if (
            signer
            and not any(s["name"] for s in plan["signatures"])
            and len(signer[0]) < 60
            and any(c.isalpha() for c in signer[0])
        ):
            span = self.view.span(*signer[1].words.span(signer[2], signer[3])).as_dict()
            if plan["signatures"]:
                plan["signatures"][-1]["name"] = signer[0]
                plan["signatures"][-1]["span"] = span
            else:
                plan["signatures"].append(
                    {"authority": None, "capacity": None, "position": None, "name": signer[0], "span": span}
                )
            self.reading.warn("from-record", "signer: taken from the catalogue record", signer[1].start, signer[1].end)
        summary = values.get("trich yeu") or values.get("ten van ban")
        if summary and plan["document"]["title"] is None:
            plan["document"]["title"] = summary[0]
            self.reading.warn("from-record", "title: taken from the catalogue record", summary[1].start, summary[1].end)
        issued = values.get("so hieu") or values.get("so ky hieu")
        if issued and plan["document"]["number"] is None and "/" in issued[0]:
            serial, _, symbol = issued[0].partition("/")
            plan["document"]["number"] = {
                "text": issued[0],
                "serial": serial or None,
                "year": _number_year(symbol),
                "symbol": symbol,
                "span": self.view.span(*issued[1].words.span(issued[2], issued[3])).as_dict(),
            }
            self.reading.warn("from-record", "number: taken from the catalogue record", issued[1].start, issued[1].end)

    def _warnings(self) -> list[dict[str, Any]]:
        out = [
            {"code": w.code, "message": w.message, "span": self.view.span(w.start, max(w.end, w.start)).as_dict()}
            for w in self.reading.warnings
        ]
        if not self.lines:
            out.append({"code": "empty", "message": "the text is empty", "span": None})
        elif (
            not any(self.reading.parts[name] for name in ("purpose", "requirements", "objectives", "tasks"))
            and not self.reading.duties
        ):
            out.append({"code": "no-plan", "message": "no part of a plan was recognised in the text", "span": None})
        return out

    def _reader_warnings(self) -> list[dict[str, Any]]:
        return [{"code": code, "message": message, "span": None} for code, message in self.source.warnings]


def _node(para: Para) -> Node:
    return Node(para.words, para.label, para.start, para.end, para)


def _closing(elements: list[Para | Table]) -> tuple[list[Para | Table], list[Para], list[Para]]:
    """The body without its closing; the closing's paragraphs; the appeals ("nếu có vướng mắc …") beside it."""
    at = None
    for i in range(len(elements) - 1, max(-1, len(elements) - 14), -1):
        element = elements[i]
        if isinstance(element, Para) and closes(_node(element)):
            at = i
    if at is None and elements and isinstance(elements[-1], Para) and urges(elements[-1]):
        at = len(elements) - 1
    closing: list[Para] = []
    appeals: list[Para] = []
    rest = elements
    if at is not None:
        rest = elements[:at]
        for element in elements[at:]:
            if isinstance(element, Table):
                return elements, [], []
            (appeals if element is not elements[at] and trouble(element.bare) else closing).append(element)
    while rest and isinstance(rest[-1], Para) and rest[-1].label is None and trouble(rest[-1].bare):
        appeals.insert(0, rest[-1])
        rest = rest[:-1]
    return list(rest), closing, appeals


def _appeal(reading: Reading, node: Node) -> None:
    """An appeal goes on the reporting section; below its heading where one stands open with running text."""
    placed = reading.parts["reporting"]
    if (
        placed
        and placed[-1].label is not None
        and placed[-1].children
        and all(c.label is None for c in placed[-1].children)
        and placed[-1].start > max((d.start for d in reading.duties), default=0)
    ):
        placed[-1].children.append(node)
    else:
        reading.put("reporting", node)


_ISSUED = re.compile(r"\b(?:ban hành|xây dựng|lập)\s+(?:kế hoạch|Kế hoạch|KẾ HOẠCH)\s+(?:về\s+)?(?P<title>.+)$")
_TITLE_END = re.compile(
    r"[,;:]?\s*(?:(?:với|theo|gồm|bao gồm)\s+(?:các\s+|những\s+)?(?:nội dung|nhiệm vụ)|cụ thể|như sau"
    r"|nội dung cụ thể|sau đây).*$|[\s,:;.]+$"
)


def _title_of_lead(lead: Words) -> Words | None:
    """X of "… ban hành Kế hoạch X, cụ thể như sau:"."""
    match = _ISSUED.search(lead.text)
    if not match:
        return None
    end = _TITLE_END.search(lead.text, match.start("title"))
    return lead.cut(match.start("title"), end.start() if end else None)


def _number_year(symbol: str) -> int | None:
    match = re.match(r"(20\d\d)/", symbol)
    return int(match[1]) if match else None
