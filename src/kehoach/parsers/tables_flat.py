"""Tables flattened to one line a row: "3 Tỷ lệ tuân thủ vệ sinh tay % 75", as text taken from a PDF without its layout.

Only tables whose last cells are figures can be taken apart again: aims, and sums of money.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from kehoach.folding import bare, fold
from kehoach.knowledge.patterns import lazy
from kehoach.parsers.lines import Line
from kehoach.parsers.tables import Row, Table, is_total, roles
from kehoach.parsers.words import Words, join

_OPENS = lazy(r"\W*(?:stt|tt|so tt) [a-z]")
# A cost table without row numbers: "Nội dung chi Số tiền (đồng)".
_SUMS = r"(?:thanh tien|so tien|kinh phi|du toan)(?: thuc hien| du kien)?(?: ?\([^()]{2,30}\))?"
_COSTS = lazy(rf"(?:noi dung|hang muc|khoan muc|khoan chi)(?: chi(?: phi)?| cong viec)? (?:{_SUMS})$")
_HEADER = lazy(
    r"\W*(?P<number>(?:(?:stt|tt|so tt) )?)(?P<task>(?:(?:noi dung|chi tieu|muc tieu|chi so|tieu chi|hang muc|khoan muc"
    r"|khoan chi|nhiem vu|cong viec|hoat dong|ten|nguon(?: von| kinh phi(?! ?\())?)\b ?)"
    r"(?:(?:chi tieu|chi|cu the|chu yeu|nhiem vu|cong viec|hoat dong"
    r"|cong trinh|du an)\b ?)*)(?P<unit>(?:don vi(?: tinh)?|dvt)\b ?)?(?P<rest>.+)$"
)
# A column of figures: "Kế hoạch năm 2031", "2032", "Chỉ tiêu giao", "Thành tiền (đồng)".
_FIGURES = lazy(
    r"[ '‘’\"“”`]{0,3}(?:(?:ke hoach|thuc hien|uoc thuc hien|uoc|muc tieu|chi tieu|ket qua|hien trang)"
    r"(?: giao| phan dau)? ?"
    r"(?:(?:den|het|cuoi|nam)\b ?){0,3}(?:20\d\d\b)?|(?:(?:den|het|cuoi|nam)\b ?){0,3}20\d\d\b"
    rf"|{_SUMS})"
)
_VALUE = r"(?:(?:[≥≤<>=~]{1,2}|trên|dưới|tối thiểu|tối đa|ít nhất)\s?)?\d[\d.,]*(?:\s?[-–]\s?\d[\d.,]*)?(?:\s?[%‰])?"
_NUMBER = lazy(r"(?P<n>\d{1,3})[.)]?\s+(?=\S)")
_PRICE = lazy(r"\s\d{1,3}(?:[.,]\d{3})+$")
# What OCR makes of a row's number: "‡", "o."; a letter or two may be a word.
_SPOILT = lazy(r"(?:[^\w\s]{1,2}|[^\W\d]{1,2}[.,:]|\d{1,2}[.,:]?)\s+")
_WORD = lazy(r"[^\W\d_]{4}")
_LEGIBLE = 2
"""Headings, number and words among them, more than which must be legible where others are not."""
_HEADER_LINES = 3
_LONGEST_HEADER = 160
_MOST_ROWS = 40
_ROW_LINES = 4
_LONGEST_UNIT = 4
"""Words of a unit: "điều dưỡng, hộ sinh"."""


def find(lines: Sequence[Line], at: int) -> tuple[Table, int] | None:
    """The flattened table whose headings begin on line ``at``, and the index behind it, or ``None``."""
    if not opens(lines[at]):
        return None
    head = [lines[at]]
    i = at + 1
    while i < len(lines) and len(head) < _HEADER_LINES and _number(lines[i]) != 1:
        if _PRICE.search(lines[i].text):
            break
        if lines[i].noise or lines[i].blanks > 1 or len(lines[i].text) > 80:
            return None
        head.append(lines[i])
        i += 1
    columns = headings(join([line.words for line in head]), costs=True)
    if columns is None:
        return None
    if columns[0].text[:1] not in "STst":
        columns = [columns[0].cut(0, 0), *columns]
    names = roles([words.text for words in columns])
    unit = names[2] == "unit"
    if i < len(lines) and (_number(lines[i]) != 1 or not columns[0].text):
        return _summed(Table(columns, names, [], head), lines, i)
    rows: list[Row] = []
    while i < len(lines):
        taken, behind = _row_lines(lines, i, len(rows) + 1)
        cells = _cells(join([line.words for line in taken]), len(columns), unit=unit) if taken else None
        if cells is None:
            break
        rows.append(Row(cells, taken))
        i = behind
        if not cells[0].text:
            break  # the total
    return (Table(columns, names, rows, head), i) if len(rows) > 1 else None


def _summed(table: Table, lines: Sequence[Line], i: int) -> tuple[Table, int] | None:
    """A cost table whose row numbers are spoilt or lost, by its sums: the last line says what they add up to."""
    count = len(table.columns) - 2
    if "money" not in table.roles or "unit" in table.roles:
        return None
    sums = 0
    for k in range(i, min(len(lines), i + _MOST_ROWS)):
        line = lines[k]
        ending = None if line.noise or line.heading or line.bars else _ending(count).search(line.text)
        if ending is None:
            return None
        value = int("".join(filter(str.isdigit, ending[f"v{count - 1}"])))
        start = 0
        if not (total := is_total(line.text)):
            sums += value
            start = spoilt.end() if (spoilt := _SPOILT.match(line.text)) else 0
        words = line.words
        cells = [words.cut(0, start), words.cut(start, ending.start())]
        cells[0] = Words("", cells[0].runs, cells[0].end)
        table.rows.append(Row([*cells, *(words.cut(*ending.span(f"v{n}")) for n in range(count))], [line]))
        if total:
            return (table, k + 1) if sums == value and len(table.rows) > 2 else None
    return None


def opens(line: Line) -> bool:
    """Whether a line begins with the heading of row numbers and goes on at once: "STT Chỉ tiêu …".

    Or is the headings of a cost table without them.
    """
    if len(line.text) >= _LONGEST_HEADER:
        return False
    if line.text[:1] in "NHKnhk" and line.label is None and line.bare.endswith((")", "tien", "phi", "toan")):
        return _COSTS.match(line.bare) is not None
    return line.text[:1] in "STst" and _OPENS.match(line.bare) is not None


def lacks_bars(line: Line) -> bool:
    """Whether a header names more columns than its bars set apart: "TT | Nội dung chi Số tiền (đồng)".

    Or its end is illegible, bars and all.
    """
    if line.text[:1] not in "STst" or len(line.text) >= _LONGEST_HEADER:
        return False
    text = " ".join(line.bare.replace("|", " ").split())
    columns = _columns(text, torn=True)
    return columns is not None and (len(columns) > line.bars + 1 or columns[-1][1] < len(text))


def _number(line: Line) -> int:
    """The number a line begins with, 0 for none."""
    match = _NUMBER.match(line.text)
    return int(match["n"]) if match else 0


def headings(words: Words, *, torn: bool = False, costs: bool = False) -> list[Words] | None:
    """The headings that one line runs together; ``None`` where they end in no figures.

    With ``torn`` the last of them may be illegible: those before are given. With ``costs`` they may be those of a cost
    table without row numbers, which have none for these.
    """
    cuts = _columns(bare(words.text), torn=torn, costs=costs)
    return [words.cut(a, b) for a, b in cuts] if cuts else None


def _columns(text: str, *, torn: bool = False, costs: bool = False) -> list[tuple[int, int]] | None:
    """Where in a bare line each heading stands."""
    match = _HEADER.match(text)
    if match is None:
        return None
    cuts = [match.span(name) for name in ("number", "task", "unit") if match[name]]
    if not match["number"] and not (costs and _COSTS.match(text)):
        return None
    at = match.start("rest")
    while at < len(text):
        figures = _FIGURES.match(text, at)
        if figures is None or figures.end() == at:
            return cuts if torn and len(cuts) > _LEGIBLE and not _WORD.search(text, at) else None
        cuts.append(figures.span())
        at = figures.end()
    return cuts


def _row_lines(lines: Sequence[Line], i: int, number: int) -> tuple[list[Line], int]:
    """The lines of row ``number`` from index ``i`` on, up to one that ends in a figure; empty where none begins."""
    taken: list[Line] = []
    while i < len(lines) and len(taken) < _ROW_LINES:
        line = lines[i]
        if line.noise:
            i += 1
            continue
        if line.heading or line.bars or (not taken and _number(line) != number and not is_total(line.text)):
            break
        taken.append(line)
        i += 1
        if line.text[-1:].isdigit() or line.text[-1:] in "%‰":
            return taken, i
    return [], i


@cache
def _ending(count: int) -> re.Pattern[str]:
    """The figures that ``count`` last columns of a row hold."""
    return lazy("".join(rf"\s+(?P<v{k}>{_VALUE})" for k in range(count)) + r"$", re.I)


def _cells(words: Words, count: int, *, unit: bool) -> list[Words] | None:
    """The cells of a row of ``count`` columns, or ``None`` where its figures do not fill them."""
    text = words.text
    number = _NUMBER.match(text)
    start = number.end() if number else 0
    figures = count - 2 - unit
    ending = _ending(figures).search(text, start)
    if ending is None:
        return None
    cut = ending.start()
    task = len(text[start:cut]) - len(unit_of(text[start:cut])) + start if unit and number else cut
    cells = [words.cut(0, number.end("n") if number else 0), words.cut(start, task)]
    if unit:
        cells.append(words.cut(task, cut))
    return [*cells, *(words.cut(*ending.span(f"v{k}")) for k in range(figures))]


def unit_of(text: str) -> str:
    """The unit that ends a row's words: a sign, what the row's first words count ("Số đề án …"), else the last word."""
    words = text.split(" ")
    counted = f" {fold(text)} "
    for size in range(min(_LONGEST_UNIT, len(words) - 2), 0, -1):
        unit = " ".join(words[-size:])
        if counted.count(f" {fold(unit)} ") > 1:
            return unit
    return words[-1] if len(words) > 1 else ""
