"""The layers of facts laid over the items: each layer reads one text, this room gives it its place in the plan."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from kehoach.parsers import assignments as rows
from kehoach.parsers.facts import citations, deadlines, money, targets
from kehoach.parsers.facts.citations_merge import merge
from kehoach.parsers.facts.deadlines import Deadline
from kehoach.parsers.facts.targets import Measure, Target
from kehoach.parsers.items import Item
from kehoach.parsers.reading import Duty, Reading
from kehoach.parsers.tables import Table
from kehoach.parsers.view import View
from kehoach.parsers.words import Words, clean

if TYPE_CHECKING:
    from kehoach.parsers.annexes import Annex

_TARGET_LABEL = re.compile(r"\W*((?:chỉ tiêu|mục tiêu|tiêu chí|chỉ số)\s+(?:số\s+)?\d{1,3})\b", re.I)
_ANSWERS = re.compile(
    r"\bchỉ tiêu(?: số)?\s+((?:\d{1,3}(?:\s*(?:,|;|và|đến|-|–)\s*(?:chỉ tiêu\s+)?(?=\d{1,3}\b(?!\s*[%‰/]|[.,]\d)))?)+)",
    re.I,
)
_TIMED = re.compile(r"\W*(?:thời gian|thời hạn|tiến độ|hoàn thành|thời điểm)[^:]{0,40}:\s*", re.I)
_NO_TARGETS = frozenset({"basis", "situation", "closing", "recipients", "funding"})
_NO_DEADLINES = frozenset({"basis", "situation", "objectives", "recipients"})


@dataclass(slots=True)
class Facts:
    """The facts of a plan, JSON-ready."""

    targets: list[dict[str, Any]] = field(default_factory=list)
    deadlines: list[dict[str, Any]] = field(default_factory=list)
    assignments: list[dict[str, Any]] = field(default_factory=list)
    citations: list[dict[str, Any]] = field(default_factory=list)
    basis_citations: dict[str, list[str]] = field(default_factory=dict)
    funding: dict[str, Any] = field(default_factory=dict)
    target_labels: list[list[str]] = field(default_factory=list)
    warnings: list[dict[str, Any]] = field(default_factory=list)


@dataclass(slots=True)
class Scene:
    """Where the layers are: the plan's items in printed order and what they take from their surroundings."""

    view: View
    reading: Reading
    items: list[Item]
    year: int | None
    first_year: int | None
    headings: list[tuple[int, str, str]]  # (view offset, section, text) of section headings
    cited: dict[str, list[citations.Mention]] = field(default_factory=dict)
    due: dict[str, list[Deadline]] = field(default_factory=dict)

    def heading(self, item: Item) -> str:
        """The words of the section heading above an item."""
        i = bisect_right(self.headings, (item.node.start, "\uffff", ""))
        for _, section, text in reversed(self.headings[max(0, i - 3) : i]):
            if section.split(".")[0] == item.section:
                return text
        return ""

    def above(self, item: Item) -> Iterator[str]:
        """Texts of the headings above an item, nearest first."""
        for parent in reversed(item.path):
            yield parent.text
        if heading := self.heading(item):
            yield heading

    def span(self, words: Words, start: int, end: int) -> dict[str, int]:
        return self.view.span(*words.span(start, end)).as_dict()


def read(
    view: View,
    reading: Reading,
    parts: dict[str, list[Item]],
    duty_items: Sequence[Sequence[Item]],
    annexed: Sequence[tuple[Annex, list[Item]]],
    document: dict[str, Any],
    title: Words | None,
) -> Facts:
    """All facts of the plan."""
    duties: Sequence[Duty] = reading.duties
    items = [x for group in parts.values() for item in group for x in item.walk()]
    for duty, group in zip(duties, duty_items, strict=True):
        names = [a.name for a in duty.agencies]
        for item in group:
            for x in item.walk():
                x.agencies = names
                items.append(x)
    stated = [x for annex, group in annexed if not annex.form for item in group for x in item.walk()]
    items += stated
    items.sort(key=lambda x: (x.node.start, x.id))
    period, date = document.get("period"), document.get("date")
    first = period["start"] if period else int(date["value"][:4]) if date and date.get("value") else None
    scene = Scene(view, reading, items, _year(document), first, _headings(view, reading))
    facts = Facts()
    _cite(scene, facts, document, title)
    _date(scene, facts)
    _aim(scene, facts, annexed)
    _pay(scene, facts, parts)
    facts.assignments = rows.read(scene)
    for annex, group in annexed:
        if not annex.form and not group and annex.title is not None:
            for table in annex.tables:
                _schedule(scene, facts, table, None, annex.title.text)
    for item in list(items):
        for table in item.schedules:
            _schedule(scene, facts, table, item.id, item.text)
    facts.target_labels = [
        sorted({n for item in group for x in item.walk() for n in _answers(x.text)}, key=int) for group in duty_items
    ]
    return facts


def _year(document: dict[str, Any]) -> int | None:
    """The plan's own single year."""
    period = document.get("period")
    date = document.get("date")
    if period and "năm học" not in (document.get("title") or "").lower():
        return int(period["start"]) if period["start"] == period["end"] else None
    return int(date["value"][:4]) if date and date.get("value") else None


def _headings(view: View, reading: Reading) -> list[tuple[int, str, str]]:
    return sorted(
        (m.start, m.ref, clean(view.text, m.start, min(m.end, m.start + 400)).text)
        for m in reading.marks
        if m.kind == "heading" and m.ref
    )


def _cite(scene: Scene, facts: Facts, document: dict[str, Any], title: Words | None) -> None:
    sources: list[tuple[str | None, Words]] = []
    if title is not None:
        sources.append((None, title))
    lead = next((m for m in scene.reading.marks if m.ref == "document.lead"), None)
    led = clean(scene.view.text, lead.start, lead.end) if lead is not None else None
    for item in scene.items:
        if item.section == "recipients":
            continue
        if led is not None and item.node.start > led.at(0):
            sources.append((None, led))
            led = None
        words = item.words
        if item.row is not None and item.section == "annexes":
            for cell in item.row.cells:
                if cell.text:
                    sources.append((item.id, cell))
            continue
        sources.append((item.id, words))
    if led is not None:
        sources.append((None, led))
    found: list[tuple[tuple[str | None, Words], citations.Mention]] = []
    for owner, words in sources:
        mentions = citations.find(words.text)
        if owner is not None:
            scene.cited.setdefault(owner, []).extend(mentions)
        found += [((owner, words), m) for m in mentions]
    own = [n["text"] for n in (document.get("number"), document.get("decision")) if n and n.get("text")]
    for k, citation in enumerate(merge(found, own), 1):
        cid = f"citations.{k}"
        facts.citations.append(
            {
                "id": cid,
                "type": citation.type,
                "number": citation.number,
                "date": citation.date,
                "issuer": citation.issuer,
                "title": citation.title,
                "mentions": [
                    {
                        "text": m.text if hasattr(m, "text") else words.text[m.start : m.end],
                        "pinpoint": m.pinpoint,
                        "span": scene.span(words, m.start, m.end),
                    }
                    for (_, words), m in citation.mentions
                ],
            }
        )
        for (owner, _), _m in citation.mentions:
            if owner is not None and owner.startswith("basis."):
                listed = facts.basis_citations.setdefault(owner, [])
                if cid not in listed:
                    listed.append(cid)


def _blocked(scene: Scene, item: Item) -> list[tuple[int, int]]:
    return [(m.start, m.end) for m in scene.cited.get(item.id, ())]


def _date(scene: Scene, facts: Facts) -> None:
    for item in scene.items:
        if item.section in _NO_DEADLINES:
            continue
        for words, found in _deadlines(scene, item):
            scene.due.setdefault(item.id, []).append(found)
            facts.deadlines.append(
                {
                    "id": f"deadlines.{len(facts.deadlines) + 1}",
                    "text": found.text,
                    "due": found.due,
                    "bound": found.bound,
                    "every": found.every,
                    "item": item.id,
                    "agencies": list(item.agencies),
                    "span": scene.span(words, found.start, found.end),
                }
            )


def _deadlines(scene: Scene, item: Item) -> Iterable[tuple[Words, Deadline]]:
    text = item.text
    year = next((y for y in map(deadlines.heading_year, scene.above(item)) if y), None) or scene.year
    month = next((m for m in map(deadlines.heading_month, scene.above(item)) if m), None)
    blocked = _blocked(scene, item)
    out: list[tuple[Words, Deadline]] = []
    if item.section != "scope" and (label := _TIMED.match(text)) and item.row is None:
        end = text.find(":", label.start()) + 1
        finish = "hoàn thành" in text[: label.end()].lower()
        stop = _next_field(text, label.end())
        part = text[:stop]
        shifted = " " * label.end() + part[label.end() :]
        _ = end
        found = deadlines.find(shifted, year=year, month=month, blocked=blocked, table_cell=True, finish=finish)
        out += [(item.words, d) for d in found]
    else:
        heading = bool(item.children) and len(text) < 120
        out += [(item.words, d) for d in deadlines.find(text, year=year, month=month, blocked=blocked, heading=heading)]
    if item.row is not None and item.table is not None:
        for cell, header in _cells(item, "time"):
            finish = "hoàn thành" in header.lower()
            out += [
                (cell, d) for d in deadlines.find(cell.text, year=year, month=month, table_cell=True, finish=finish)
            ]
        for cell, _header in _cells(item, "note"):
            out += [(cell, d) for d in deadlines.find(cell.text, year=year, month=month)]
    return out


def _schedule(scene: Scene, facts: Facts, table: Table, item: str | None, action: str) -> None:
    """A table without a column that says what is done: each row is a deadline and an assignment of the heading above."""
    if not {"time", "lead"} <= set(table.roles):
        return
    year = deadlines.heading_year(action) or scene.year
    for row in table.rows:
        cell = table.cell(row, "time")
        found = deadlines.find(cell.text, year=year, table_cell=True) if cell is not None else []
        lead = rows.cell_names(scene, table.cell(row, "lead"))
        for d in found:
            assert cell is not None
            facts.deadlines.append(
                {
                    "id": f"deadlines.{len(facts.deadlines) + 1}",
                    "text": d.text,
                    "due": d.due,
                    "bound": d.bound,
                    "every": d.every,
                    "item": item,
                    "agencies": lead,
                    "span": scene.span(cell, d.start, d.end),
                }
            )
        if found or lead:
            due, every = (found[0].due, found[0].every) if found else (None, None)
            facts.assignments.append(
                {
                    "item": item,
                    "action": action,
                    "lead": lead,
                    "partners": rows.cell_names(scene, table.cell(row, "partners")),
                    "partners_text": None,
                    "due": due,
                    "every": every,
                    "output": None,
                    "supervisors": [],
                }
            )


def _next_field(text: str, at: int) -> int:
    """Where the next "Đơn vị chủ trì: …" on the same line begins."""
    match = rows.FIELD.search(text, at)
    return match.start() if match else len(text)


def _cells(item: Item, role: str) -> Iterator[tuple[Words, str]]:
    """(cell, heading) of the row's columns with a role."""
    table, row = item.table, item.row
    if table is None or row is None:
        return
    for i, name in enumerate(table.roles):
        if name == role and i < len(row.cells) and row.cells[i].text:
            yield row.cells[i], table.columns[i].text


def _aim(scene: Scene, facts: Facts, annexed: Sequence[tuple[Annex, list[Item]]]) -> None:
    for item in scene.items:
        if item.section in _NO_TARGETS:
            continue
        text = item.text
        by = next((y for y in map(targets.heading_year, scene.above(item)) if y), None)
        found: list[tuple[Words | None, Target]] = []
        if (
            item.row is not None
            and item.table is not None
            and ("year" in item.table.roles or "unit" in item.table.roles)
            and item.section != "tasks"
        ):
            found = _row_targets(item, by, scene.first_year)
        elif item.row is None or item.section in ("objectives", "tasks", "annexes"):
            blocked = _blocked(scene, item) + [(d.start, d.end) for d in scene.due.get(item.id, ()) if item.row is None]
            if not rows.field_line(text):
                found = [
                    (item.words, t)
                    for t in targets.find(text, by=by, blocked=blocked, objective=item.section == "objectives")
                ]
        label = _TARGET_LABEL.match(text)
        for words, target in found:
            whole = len(found) == 1
            facts.targets.append(
                {
                    "id": f"targets.{len(facts.targets) + 1}",
                    "item": item.id,
                    "label": label[1] if label else None,
                    "text": text[label.end() :].lstrip(" :.-")
                    if whole and label
                    else text
                    if whole
                    else text[target.start : target.end],
                    "indicator": target.indicator or None,
                    "group": item.path[-1].text if item.path else None,
                    "agencies": list(item.agencies),
                    "measures": [_measure(scene, item, words, m) for m in target.measures],
                }
            )


_CELL: dict[int, Words] = {}


def _row_targets(item: Item, by: int | None, first_year: int | None) -> list[tuple[Words | None, Target]]:
    table, row = item.table, item.row
    if table is None or row is None:
        return []
    unit_cell = table.cell(row, "unit")
    unit = unit_cell.text if unit_cell is not None else None
    measures: list[Measure] = []
    for i, name in enumerate(table.roles):
        if i >= len(row.cells) or name in (
            "task",
            "number",
            "unit",
            "note",
            "lead",
            "partners",
            "money",
            "supervisor",
            "place",
        ):
            continue
        header = table.columns[i].text
        if name == "year" or re.search(r"20\d\d|chỉ tiêu|mục tiêu|kế hoạch", header, re.I):
            cell = row.cells[i]
            printed = re.search(r"(?:19|20)\d\d", header)
            if printed and first_year and int(printed[0]) < first_year:
                continue  # what was reached before the plan
            if cell.text and not re.search(r"thực hiện|hiện trạng|ước|kết quả", header, re.I):
                for m in targets.table_cells(header, cell.text, unit=unit, by=by):
                    measures.append(m)
                    _CELL[id(m)] = cell
    target = targets.row_target(item.text, measures)
    return [(None, target)] if target else []


def _measure(scene: Scene, item: Item, words: Words | None, m: Measure) -> dict[str, Any]:
    where = words if words is not None else _CELL.pop(id(m), item.words)
    return {
        "text": where.text[m.start : m.end],
        "comparator": m.comparator,
        "value": m.value,
        "value_max": m.value_max,
        "unit": m.unit,
        "by": m.by,
        "every": m.every,
        "span": scene.span(where, m.start, m.end),
    }


def _pay(scene: Scene, facts: Facts, parts: dict[str, list[Item]]) -> None:
    amounts: list[dict[str, Any]] = []
    sources: list[dict[str, Any]] = []
    mentions: list[str] = []
    said: set[str] = set()
    for item in scene.items:
        if item.section in ("basis", "recipients", "closing"):
            continue
        if item.section != "funding" and item.section != "situation" and money.speaks_of_money(item.text):
            mentions.append(item.id)
        found = money.amounts(item.text, blocked=_blocked(scene, item)) if item.row is None else []
        amounts += [_amount(scene, item.words, a) for a in found]
        if item.row is not None:
            for cell, header in _cells(item, "money"):
                amounts += [
                    _amount(scene, cell, a) for a in money.amounts(cell.text, unit=_money_unit(scene, item, header))
                ]
            amounts += [_amount(scene, item.words, a) for a in money.amounts(item.text)]
        for total in money.itemised(item.text, found):
            if not total.agrees:
                _warn(
                    facts,
                    "sum-mismatch",
                    "the parts do not add up to the total",
                    scene.span(item.words, total.total.start, total.total.end),
                )
        if item.section == "funding":
            for s in money.sources(item.text):
                key = s.text.casefold()
                if key not in said:
                    said.add(key)
                    sources.append({"text": s.text, "kind": s.kind, "span": scene.span(item.words, s.start, s.end)})
    amounts += _totals(scene, parts)
    amounts.sort(key=lambda a: a["span"]["start"])
    for a in amounts:
        if a["agrees"] is False:
            _warn(facts, "amount-disagrees", f"figures and words disagree: {a['text']}", a["span"])
    facts.funding = {"sources": sources, "amounts": amounts, "mentions": mentions}


def _money_unit(scene: Scene, item: Item, header: str) -> str:
    match = re.search(r"(?:nghìn|ngàn|triệu|tỷ|tỉ)\s*(?:đồng)?|đồng|VNĐ", header, re.I)
    if match:
        return match[0]
    above = scene.view.text[max(0, item.table.start - 200) : item.table.start] if item.table is not None else ""
    match = re.search(r"(?:đvt|đơn vị(?: tính)?)\s*:\s*([^\n)|]{2,30})", above, re.I)
    return match[1] if match else "đồng"


def _totals(scene: Scene, parts: dict[str, list[Item]]) -> list[dict[str, Any]]:
    """Amounts of the total rows of cost tables, which are no items."""
    out: list[dict[str, Any]] = []
    for node in scene.reading.totals:
        out += [_amount(scene, node.words, a) for a in money.amounts(node.text)]
    seen: set[int] = set()
    owned = {id(item.row) for item in scene.items if item.row is not None}
    for item in scene.items:
        if item.table is None or id(item.table) in seen:
            continue
        seen.add(id(item.table))
        for row in item.table.rows:
            if id(row) in owned:
                continue
            for i, name in enumerate(item.table.roles):
                if name == "money" and i < len(row.cells) and row.cells[i].text:
                    unit = _money_unit(scene, item, item.table.columns[i].text)
                    out += [_amount(scene, row.cells[i], a) for a in money.amounts(row.cells[i].text, unit=unit)]
    return out


def _amount(scene: Scene, words: Words, a: money.Amount) -> dict[str, Any]:
    return {
        "text": a.text,
        "value": a.value,
        "currency": a.currency,
        "in_words": a.in_words,
        "agrees": a.agrees,
        "span": scene.span(words, a.start, a.end),
    }


def _warn(facts: Facts, code: str, message: str, span: dict[str, int]) -> None:
    facts.warnings.append({"code": code, "message": message, "span": span})


def _answers(text: str) -> Iterator[str]:
    """Numbers of the targets that a text answers for: "các chỉ tiêu 1, 2 và 13"."""
    for match in _ANSWERS.finditer(text):
        numbers = re.findall(r"\d+|đến|-|–", match[1])
        for i, token in enumerate(numbers):
            if token.isdigit():
                yield token
            elif 0 < i < len(numbers) - 1 and numbers[i - 1].isdigit() and numbers[i + 1].isdigit():
                low, high = int(numbers[i - 1]), int(numbers[i + 1])
                if low < high <= low + 60:
                    yield from (str(n) for n in range(low + 1, high))
