"""Targets: an indicator and the numbers it is to reach, read from one item's text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kehoach.folding import fold
from kehoach.parsers.facts.measures import Found, Measure, scan
from kehoach.parsers.facts.target_tables import heading_year, table_cells

__all__ = ["Measure", "Target", "find", "heading_year", "row_target", "table_cells"]


@dataclass(frozen=True, slots=True)
class Target:
    """One aim: ``indicator`` (the plan's words) and its measures, one a number and year."""

    start: int
    end: int
    indicator: str
    measures: tuple[Measure, ...]


_LEAD = re.compile(
    r"^[\W_]*(?:(?:chỉ tiêu|mục tiêu)(?: số)? ?\d{1,3} ?[:.)-]+ *)?"
    r"(?:(?:phấn đấu|phần đấu|phấn đâu|từng bước|tiếp tục|trong đó|và|đến (?:hết )?năm \d{4}|mục tiêu|giảm|kéo giảm|"
    r"tăng|nâng|duy trì|bảo đảm|đảm bảo|"
    r"kiềm chế|khống chế|mỗi năm|hằng năm|hàng năm|có thêm|có|ít nhất|đạt)(?!\w)[ ,:]*)*"
)
_TAIL = re.compile(
    r"(?:[ ,:(]*(?<!\w)(?:đạt|xuống|xuống còn|còn|chiếm|là|lên|được|trên|dưới|từ|tăng|giảm|giảm còn|ít nhất|tối thiểu|"
    r"ở mức|mức|có|"
    r"với|khoảng|cho|ổn định|bình quân|tăng bình quân|giảm xuống|không quá|tổ chức|mở))+[ ,:(]*$"
)
_YEARS = re.compile(
    r"(?:,? ?(?:vào|đến|trong|tới)?(?: (?:hết|cuối))? ?(?:năm \d{4}|giai đoạn \d{4} ?- ?\d{4}))+[ .,;)]*$"
)
_LINKING = re.compile(
    r"(?:[\s,;:().%]|và|đạt|năm|vào|đến|trong|hết|cuối|xuống|lên|còn|giảm|tăng|tương ứng|là|trên|dưới|từ|ít nhất|"
    r"tối thiểu|\d{4})*"
)


def find(
    text: str, *, by: int | None = None, blocked: Sequence[tuple[int, int]] = (), objective: bool = False
) -> list[Target]:
    """The targets printed in ``text``, in order.

    ``by``: the year of the heading above, for measures that name none; ``blocked``: spans of citations and deadlines,
    whose numbers are no measures; ``objective``: the item stands among the plan's objectives.
    """
    found = scan(text, by=by, blocked=blocked, objective=objective)
    if not found:
        return []
    folded = fold(text)
    groups: list[list[Found]] = []
    for f in found:
        if groups and _goes_on(folded, groups[-1][-1], f):
            groups[-1].append(f)
        else:
            groups.append([f])
    out = []
    for n, group in enumerate(groups):
        low = max(group[0].clause[0], groups[n - 1][-1].measure.end if n else 0)
        high = min(group[-1].clause[1], groups[n + 1][0].measure.start if n + 1 < len(groups) else len(text))
        out.append(_target(text, folded, group, low, high))
    return out


def _goes_on(folded: str, a: Found, b: Found) -> bool:
    """Whether ``b`` gives another number of the indicator of ``a``: nothing but linking words between them."""
    if a.measure.start == b.measure.start:
        return True
    if a.clause != b.clause or a.measure.unit != b.measure.unit:
        return False
    gap = folded[a.measure.end : b.measure.start]
    return len(gap) < 80 and bool(_LINKING.fullmatch(gap))


def _target(text: str, folded: str, group: list[Found], low: int, high: int) -> Target:
    first, last = group[0], group[-1]
    start, end = _trim(folded, low, first.measure.start)
    if end - start < 4:
        start, end = first.quantity_end, high
        if first.measure.unit and first.measure.unit[0].isalpha():
            start = max(first.measure.start, first.quantity_end - len(first.measure.unit))
        if m := _YEARS.search(folded, start, high):
            end = m.start()
    indicator = " ".join(text[start:end].split()).strip(' ,;:.-"“”')
    return Target(
        min(start, first.measure.start), max(end, last.measure.end), indicator, tuple(f.measure for f in group)
    )


def _trim(folded: str, low: int, high: int) -> tuple[int, int]:
    """The indicator printed before its number: leading verbs and closing "đạt", "xuống còn" cut off."""
    part = folded[low:high]
    lead = _LEAD.match(part)
    start = lead.end() if lead else 0
    tail = _TAIL.search(part, start)
    end = tail.start() if tail else len(part)
    return low + start, low + max(start, end)


def row_target(indicator: str, cells: Sequence[Measure]) -> Target | None:
    """The target of a table row: its indicator cell and the measures of its other cells; ``None`` without any.

    The measures' offsets are those of their own cells.
    """
    return Target(0, len(indicator), " ".join(indicator.split()), tuple(cells)) if cells else None
