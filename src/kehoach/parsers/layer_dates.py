"""The layer of dates: every date or rhythm that binds somebody."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kehoach.folding import bare, fold
from kehoach.knowledge.patterns import lazy
from kehoach.parsers import row_names
from kehoach.parsers.assignment_fields import FIELD
from kehoach.parsers.assignment_form import make
from kehoach.parsers.attempts import attempt
from kehoach.parsers.facts import deadlines
from kehoach.parsers.facts.deadlines import Deadline
from kehoach.parsers.facts.years import YEAR
from kehoach.parsers.items import Item
from kehoach.parsers.scene import Facts, Scene, owners_at, row_cells
from kehoach.parsers.tables import Table
from kehoach.parsers.words import Words

_TIMED = lazy(
    r"\W*(?:(?:dự kiến )?(?:thời gian|thời hạn|tiến độ|hoàn thành|thời điểm|mốc (?:thời gian|hoàn thành))[^:]{0,40}:\s*"
    r"|lộ trình[^:]{0,20}:\s*(?=[^%]{1,60}$))",  # no "Lộ trình: năm 2031 đạt 60%, …"
    re.I,
)
# "…; thời gian thực hiện: Năm 2031." inside a line: what stands behind its colon is a cell of a column of time too.
_SAID_WHEN = lazy(
    r"[;,.(]\s?(?:dự kiến )?(?P<name>(?:thời gian|thời hạn|thời điểm|tiến độ|lộ trình)(?: [^\W\d_]+){0,3})\s?:\s*"
    r"(?P<value>[^;():]{4,60}?)(?=[;)]|\.(?:\s|$)|$)",
    needs=("thời gian", "thời hạn", "thời điểm", "tiến độ", "lộ trình"),
)
_NO_DEADLINES = frozenset({"basis", "situation", "recipients"})
_DAY = lazy(r"20\d\d-\d\d-\d\d$")
_MONTH = lazy(r"(20\d\d)-(\d\d)(?:$|/)")
_DAY_OF = lazy(r"(?P<year>20\d\d|-)-(?P<month>\d\d)-\d\d(?:/(?:20\d\d|-)-\d\d-\d\d)?$")
_EACH_MONTH = "hằng tháng"
_MONTHS = lazy(r"\s*(0?[1-9]|1[0-2])(?:\s?[-–]\s?(0?[1-9]|1[0-2]))?(?=\s*$)")
_OF_MONTHS = lazy(r"\s*tháng\b", re.I)
_POINT = lazy(r"(?P<year>\d{4})-(?:Q(?P<quarter>\d)|(?P<month>\d\d)(?:-(?P<day>\d\d))?)$")
_LONG_PAST = 60
"""Days before the plan's own from which on a day without a year is one of the next year."""
_TITLE_LENGTH = 120
"""Letters up to which an item with children is their heading."""
_MERGED = 12
"""Rows over which a merged cell is looked for."""


def read(scene: Scene, facts: Facts) -> None:
    """Fill the deadlines and note what each item is due by."""
    for item in scene.items:
        if item.section in _NO_DEADLINES:
            continue
        node = item.node
        for words, found in attempt(scene.reading, "deadlines", node.start, node.end, _of_item, scene, item):
            if _over(scene, found) or (item.section == "objectives" and (not _day_set(found) or _heads(item))):
                continue
            scene.due.setdefault(item.id, []).append(found)
            whose = owners_at(item, found.start) if words is item.words else list(item.agencies)
            _add(scene, facts, found, words, item.id, whose)


def _day_set(d: Deadline) -> bool:
    """Whether an aim is due before or from a day ("100% … trước ngày 15/9/2031"); its years and months are its own."""
    return d.bound in ("before", "by", "from") and d.due is not None and _DAY.match(d.due) is not None


def _heads(item: Item) -> bool:
    """Whether an aim's words only head others, whose year they say: "Phấn đấu đến ngày 31/12/2031:"."""
    return bool(item.children) and item.text.rstrip().endswith(":") and len(item.text) < _TITLE_LENGTH


def _over(scene: Scene, d: Deadline) -> bool:
    """Whether a bare year lies well before the plan's first: papers "trước năm 2016" in a plan for 2019 bind nobody.

    The year before may be a misprint, which is kept as printed.
    """
    first = scene.first_year or scene.year
    return first is not None and d.due is not None and d.due.isdigit() and int(d.due) < first - 1


def _ahead(d: Deadline, issued: str | None) -> Deadline:
    """A day that would lie long before the plan's own is one of the next year.

    "trước ngày 05/01" in a plan of 18/12/2031 whose title names no year; not "kiểm điểm tháng 11".
    """
    if not issued or not d.due or d.every or not d.due.startswith(issued[:4]) or YEAR.search(d.text):
        return d
    end = _POINT.search(d.due)
    if end is None or end["year"] != issued[:4]:
        return d
    month = int(end["quarter"]) * 3 if end["quarter"] else int(end["month"])
    days = (int(issued[5:7]) - month) * 30 + int(issued[8:]) - int(end["day"] or 30)
    if days <= _LONG_PAST:
        return d
    return d._replace(due=d.due.replace(issued[:4], str(int(issued[:4]) + 1)))


def _add(scene: Scene, facts: Facts, d: Deadline, words: Words, item: str | None, agencies: list[str]) -> None:
    row = {
        "id": f"deadlines.{len(facts.deadlines) + 1}",
        "text": d.text,
        "due": d.due,
        "bound": d.bound,
        "every": d.every,
        "item": item,
        "agencies": agencies,
        "span": scene.span(words, d.start, d.end),
    }
    facts.deadlines.append(row)


def _of_item(scene: Scene, item: Item) -> list[tuple[Words, Deadline]]:
    """The deadlines of an item's own words and of its row's cells of time and notes."""
    text = item.text
    label = _TIMED.match(fold(text)) if item.section != "scope" and item.row is None and ":" in text else None
    this_year = ":" in text and ": trong năm" in text.lower()  # "(thời gian: trong năm)"
    if label is None and item.row is None and not this_year and not deadlines.may_hold(text):
        return []
    above = list(scene.above(item))
    given = next((y for y in map(deadlines.heading_year, above) if y), None)
    year = given or scene.year
    month = next((m for m in map(deadlines.heading_month, above) if m), None)
    blocked = scene.blocked(item)
    if label is not None:
        # "Thời gian hoàn thành: quý II": what stands behind the colon is read as a cell of a column of time
        finish = _finishes(text[: label.end()])
        value = " " * label.end() + text[label.end() : _next_field(text, label.end())]
        found = deadlines.find(value, year=year, month=month, blocked=blocked, table_cell=True, finish=finish)
    else:
        heading = bool(item.children) and len(text) < _TITLE_LENGTH
        place = deadlines.Place(year, heading)
        held = item.row is None or deadlines.may_hold(text)
        found = deadlines.read(text, place, month, blocked) if held else []
        if item.row is None and item.section != "scope" and ":" in text:
            found = _said_when(text, found, year)
    out = [(item.words, d) for d in found]
    cells: list[tuple[Words, Deadline]] = []
    for cell, header in _time_cells(item):
        timed = deadlines.find(cell.text, year=year, month=month, table_cell=True, finish=_finishes(header))
        if not timed and (months := _MONTHS.match(cell.text)) and _OF_MONTHS.match(header):
            timed = _in_months(cell.text, months, year)
        if not timed and any(d.every == "month" and d.due is None for d in found):
            timed = _monthly(cell.text)  # "Báo cáo hằng tháng | Ngày 25"
            out = [(words, d) for words, d in out if d.due is not None or d.every != "month"] if timed else out
        cells += [(cell, d) for d in timed]
    out += _dated(cells)
    for cell, _ in row_cells(item, "note"):
        out += [(cell, d) for d in deadlines.find(cell.text, year=year, month=month)]
    issued = None if given else scene.issued
    return [(words, _ahead(d, issued)) for words, d in out] if issued else out


def _said_when(text: str, found: list[Deadline], year: int | None) -> list[Deadline]:
    """The deadlines of a text, and those of its fields of time that only a cell would say: "thời gian: năm 2031"."""
    for m in _SAID_WHEN.finditer(fold(text)):
        start, end = m.span("value")
        if not any(start < d.end <= end for d in found):
            finish = _finishes(m["name"])
            told = deadlines.find(" " * start + text[start:end], year=year, table_cell=True, finish=finish)
            found = sorted([*found, *told], key=lambda d: d.start)
    return found


def _time_cells(item: Item) -> Iterator[tuple[Words, str]]:
    """The cells of time of an item's row; one that a merged cell above, before the tasks, left empty has that."""
    yield from row_cells(item, "time")
    table, row = item.table, item.row
    if table is None or row is None or row.group or item.children or not row.lines[0].bars:
        return  # without bars OCR may have lost the cell's words
    if table.cell(row, "time") is not None:
        return
    at = table.column("time")
    if 0 <= at < table.column("task") and at < len(row.cells):
        above = next((r for r in table.above(row, _MERGED) if r.group or table.cell(r, "time") is not None), None)
        cell = table.cell(above, "time") if above is not None and not above.group else None
        if cell is not None:
            yield cell, table.columns[at].text


def _dated(cells: list[tuple[Words, Deadline]]) -> list[tuple[Words, Deadline]]:
    """Days in the month of the cell beside them say it closer, and take its year: "9/2031 | 05/9"."""
    months = [m for _, d in cells if (m := _MONTH.match(d.due or ""))]
    days = [m for _, d in cells if (m := _DAY_OF.match(d.due or ""))]
    if len(months) != 1 or len(months) + len(days) != len(cells) or not days:
        return cells
    year, first = int(months[0][1]), months[0][2]
    if any(m["month"] != first or m["year"] not in ("-", months[0][1]) for m in days):
        return cells

    def whole(day: str) -> str:
        return f"{year + (day[-5:-3] < first)}{day[-6:]}"

    return [
        (cell, d._replace(due="/".join(map(whole, d.due.split("/")))))
        for cell, d in cells
        if d.due is not None and _DAY_OF.match(d.due)
    ]


def _monthly(text: str) -> list[Deadline]:
    """The day of each month that a cell names beside a task done every month."""
    found = deadlines.find(f"{text} {_EACH_MONTH}", table_cell=True)
    return [d._replace(end=min(d.end, len(text)), text=text[d.start : d.end]) for d in found if d.due]


def _in_months(text: str, months: re.Match[str], year: int | None) -> list[Deadline]:
    """The months that a cell below "Tháng" names by nothing but their numbers: "3", "6-7"."""
    said = f"từ tháng {months[1]} đến tháng {months[2]}" if months[2] else f"trong tháng {months[1]}"
    found = deadlines.find(said, year=year, table_cell=True)
    return [
        d._replace(start=months.start(1), end=months.end(), text=text[months.start(1) : months.end()]) for d in found
    ]


def _finishes(name: str) -> bool:
    """Whether a field's or a column's name says that the work is done by then."""
    letters = bare(name)
    return any(map(letters.__contains__, ("hoan thanh", "thoi han", "ket thuc")))


def _next_field(text: str, at: int) -> int:
    """Where the next "Đơn vị chủ trì: …" on the same line begins."""
    match = FIELD.search(fold(text), at)
    return match.start() if match else len(text)


# Columns of a table that says when somebody is visited, and no more.
_VISITED = frozenset(("", "number", "unit", "time", "place", "note", "supervisor", "partners"))


def schedule(scene: Scene, facts: Facts, table: Table, item: str | None, action: str) -> None:
    """Read a table without a column that says what is done: each row dates and assigns the heading above."""
    led = "lead" in table.roles
    if "time" not in table.roles or not (led or _VISITED.issuperset(table.roles)):
        return
    year = deadlines.heading_year(action) or scene.year
    timed = [(row, table.cell(row, "time")) for row in table.rows]
    dated = [deadlines.find(c.text, year=year, table_cell=True) if c is not None else [] for _, c in timed]
    if not led and not (_names(table) and _all_ahead(dated, scene.issued or str(scene.first_year or scene.year or ""))):
        return
    for (row, cell), found in zip(timed, dated, strict=True):
        lead = row_names.cell_names(scene, table.cell(row, "lead"))
        if cell is not None:
            for d in found:
                _add(scene, facts, d, cell, item, lead)
        if found or lead:
            partners = row_names.cell_names(scene, table.cell(row, "partners"))
            due = (found[0].due, found[0].every) if found else (None, None)
            facts.assignments.append(make(item, action, lead=lead, partners=partners, due=due))


def _names(table: Table) -> bool:
    """Whether a column of bodies, of places or without a role says whom the days are for."""
    at = [i for i, name in enumerate(table.roles) if name in ("", "unit", "place")]
    cells = [row.cells[i].text for row in table.rows for i in at if i < len(row.cells)]
    return sum(text[:1].isalpha() for text in cells) >= len(table.rows)


def _all_ahead(dated: Sequence[Sequence[Deadline]], since: str) -> bool:
    """Whether every row of a table has its day, none of them before the plan's own: dates of birth are no schedule."""
    days = [d.due for found in dated for d in found]
    return len(dated) > 1 and all(dated) and all(day is not None and day[:7] >= since[: len(day)][:7] for day in days)
