"""The body as a run of elements: paragraphs and tables in printed order."""

from __future__ import annotations

from collections.abc import Sequence

from kehoach.knowledge.patterns import lazy
from kehoach.parsers import (
    layout,
    paragraphs,
    tables_dated,
    tables_due,
    tables_flat,
    tables_periodic,
    tables_ruled,
    tables_sided,
    tables_stacked,
    tables_yearly,
)
from kehoach.parsers.lines import Line
from kehoach.parsers.paragraphs import Para
from kehoach.parsers.tables import Table
from kehoach.parsers.view import View

_FEW_ENDS = 6
"""Bars alone on their lines that a table of cells ended by them has at least: two headings and two rows."""
_HEADING_WORDS = frozenset(
    "stt tt noi dung nhiem vu cong viec hoat dong co quan don vi bo phan khoa phong nguoi chu tri phu trach phoi hop"
    " bat dau thoi gian han thuc hien hoan thanh san pham ket qua".split()
)
_LONGEST_HEADINGS, _FEWEST_NAMED, _MOST_STAINS = 90, 3, 3
_NUMBERED = ("tt", "stt", "so tt")
"""How the heading of row numbers begins."""
_SCHEDULES = "STNstn"
"""What the first headings of a schedule begin with: "STT", "TT", "Thời gian", "Ngày"."""
_TALLEST_ROW = 12
_PLACES = lazy(r"\W*s?tt\W+(?:ten |don vi|xa|phuong|huyen|thon|xom|ban|khu pho|dia)")
_FEW_BARS = 3
"""Bars up to which a header may lack some of its own."""


def elements(view: View, lines: Sequence[Line]) -> list[Para | Table]:
    """Paragraphs and tables of a run of lines. Linear: each line is looked at once as a table's head."""
    shape = layout.measure(lines)
    ended = sum([line.text == "|" for line in lines]) >= _FEW_ENDS
    ruled = any(map(tables_ruled.is_rule, lines))
    out: list[Para | Table] = []
    pending: list[Line] = []
    i = 0
    while i < len(lines):
        line = lines[i]
        found = None
        if ruled and (line.noise or not line.bars):
            found = tables_ruled.find(view, lines, i)
        if found is None and not line.noise:
            found = (_ended(lines, i) if ended else None) or _table(view, lines, i)
        if found is None:
            pending.append(line)
            i += 1
            continue
        table, i = found
        while pending and pending[-1] in table.head:
            pending.pop()
        out += paragraphs.gather(pending, shape)
        pending = []
        out.append(table)
    return out + paragraphs.gather(pending, shape)


def _table(view: View, lines: Sequence[Line], at: int) -> tuple[Table, int] | None:
    """The table that a line heads, and the index behind it."""
    line = lines[at]
    if line.bars:
        found = _framed(view, lines, at) or _torn(view, lines, at) or _placed(lines, at)
        return found or _lost(view, lines, at) or _piped(view, lines, at) or _yearly(lines, at)
    found = None
    if _apart(view, line):
        from kehoach.parsers import tables_columned

        found = tables_columned.find(view, lines, at)
    found = found or _yearly(lines, at)
    if found is None and tables_flat.opens(line):
        found = tables_flat.find(lines, at)
    found = found or _torn(view, lines, at)
    if found is None and tables_stacked.opens(line):
        found = tables_stacked.find(lines, at)
        if found is not None and found[0].roles[0] != "number" and (other := _periodic(lines, at)) is not None:
            # headings that are not known are none of a table of cells whose columns are told by them
            more = len(other[0].columns) > len(found[0].columns) and other[1] >= found[1]
            return other if more else found
    return found or _placed(lines, at) or _sided(lines, at) or _periodic(lines, at)


def _torn(view: View, lines: Sequence[Line], at: int) -> tuple[Table, int] | None:
    """The table of figures or the schedule that OCR left with few of its bars, or none."""
    line = lines[at]
    flat = tables_flat.opens(line) or (0 < line.bars <= _FEW_BARS and tables_flat.lacks_bars(line))
    found = _barred(lines, at) if flat else None
    if found is None and line.text[:1] in _SCHEDULES:
        if tables_dated.opens(line):
            found = tables_dated.find(lines, at)
        if found is None and tables_due.opens(line):
            found = tables_due.find(lines, at)
        if found is None and tables_dated.opens_with_time(line):
            found = tables_dated.by_time(lines, at)
    dated = "ngay" in line.bare and line.bare.startswith(_NUMBERED)
    placed = "dia diem" in line.bare and line.bare.startswith("thoi gian")
    led = "thuc hien" in line.bare and "thoi " in line.bare and line.bare.startswith(_NUMBERED)
    heads = line.text[:1] in "STst" and ("phoi hop" in line.bare or "phoihop" in line.bare or dated or placed or led)
    return _run_on(view, lines, at) if found is None and (heads or _names_columns(line)) else found


def _names_columns(line: Line) -> bool:
    """Whether a line holds hardly any words but those of a task table's headings, torn over two lines perhaps."""
    named = "chu" in line.bare or "phoi" in line.bare or "nguoi phu" in line.bare
    if not named or len(line.text) > _LONGEST_HEADINGS or line.label is not None:
        return False
    words = [word for word in line.bare.split() if word.isalnum()]
    if sum(word in _HEADING_WORDS for word in words) >= max(_FEWEST_NAMED, len(words) - _MOST_STAINS):
        return True
    return line.bars > 1 and _names_glued(line)


def _names_glued(line: Line) -> bool:
    """Whether the headings of a line with bars lost the blanks between their words: "Đơnvịchủ trì | Đơnvịphốihợp"."""
    from kehoach.parsers import tables_torn_heads

    words = tables_torn_heads.plain(line)
    return sum(word in _HEADING_WORDS for word in words) >= max(2 * _FEWEST_NAMED, len(words) - _MOST_STAINS)


def _framed(view: View, lines: Sequence[Line], at: int) -> tuple[Table, int] | None:
    below = next((x for x in lines[at + 1 : at + _TALLEST_ROW] if not x.bars), None)
    if below is None or below.text[:1] != "+" or not below.noise:
        return None
    from kehoach.parsers import tables_framed

    return tables_framed.find(view, lines, at)


def _piped(view: View, lines: Sequence[Line], at: int) -> tuple[Table, int] | None:
    from kehoach.parsers import tables_piped

    return tables_piped.find(view, lines, at)


def _run_on(view: View, lines: Sequence[Line], at: int) -> tuple[Table, int] | None:
    from kehoach.parsers import tables_torn

    return tables_torn.find(view, lines, at)


def _lost(view: View, lines: Sequence[Line], at: int) -> tuple[Table, int] | None:
    """The task table right below a heading whose own headings are illegible."""
    above = next((line for line in reversed(lines[:at]) if not line.noise), None)
    if above is None or above.bars or not (above.label is not None or above.text.isupper() or above.text[-1:] == ":"):
        return None
    from kehoach.parsers import tables_piped, tables_torn

    return None if tables_piped.is_header(view, lines[at]) else tables_torn.find_lost(view, lines, at)


def _ended(lines: Sequence[Line], at: int) -> tuple[Table, int] | None:
    from kehoach.parsers import tables_ended

    return tables_ended.find(lines, at) if tables_ended.opens(lines[at]) else None


def _placed(lines: Sequence[Line], at: int) -> tuple[Table, int] | None:
    line = lines[at]
    if line.text[:1] not in "STst" or line.bars > _FEW_BARS or _PLACES.match(line.bare) is None:
        return None
    from kehoach.parsers import tables_placed

    return tables_placed.find(lines, at)


def _sided(lines: Sequence[Line], at: int) -> tuple[Table, int] | None:
    return tables_sided.find(lines, at) if tables_sided.opens(lines[at]) else None


def _periodic(lines: Sequence[Line], at: int) -> tuple[Table, int] | None:
    if not tables_periodic.opens(lines, at):
        return None
    return tables_periodic.find(lines, at)


def _yearly(lines: Sequence[Line], at: int) -> tuple[Table, int] | None:
    return tables_yearly.find(lines, at) if tables_yearly.opens(lines[at]) else None


def _barred(lines: Sequence[Line], at: int) -> tuple[Table, int] | None:
    from kehoach.parsers import tables_barred

    return tables_barred.find(lines, at)


def _apart(view: View, line: Line) -> bool:
    """Whether a line holds pieces set apart by blanks: only then can it head a table in columns."""
    return line.end - line.start > len(line.text) and "  " in view.text[line.start : line.end]
