"""The year and month a heading gives to the dates below it: "Năm 2026:", "Tháng 9/2025", "1. Ngày 18/4/2026"."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from kehoach.folding import answers, bare, fold
from kehoach.knowledge.deadline_words import DOCUMENTS
from kehoach.knowledge.patterns import lazy
from kehoach.parsers.facts import dates
from kehoach.parsers.facts.stamps import Stamp

_HEADING: Final = lazy(
    r"[\s\w.()/-]{0,14}?(?:^|\b)(?:(?:trong|vao|dot|tuan|ngay|buoi|giai doan|thang|quy|thu|nam)\b[^;]{0,40}?)?$"
)
_YEAR_END: Final = lazy(r"\s{0,2}[:.;)]{0,2}\s{0,2}$")
_NOT_GIVEN: Final = lazy(
    rf"\b(?:den(?: het)?|tam nhin|so voi|cung ky|giai doan(?! \d\b| [ivx]+\b)|nhiem ky|nam hoc|{DOCUMENTS})\b"
)


def heading_year(text: str) -> int | None:
    """The year a heading gives to what stands below it, ``None`` where it gives none or several.

    >>> heading_year("Năm 2026:"), heading_year("1. Ngày 18/4/2026"), heading_year("Mục tiêu đến năm 2030")
    (2026, 2026, None)
    """
    stamp = _heading_stamp(text)
    return stamp.years[0] if stamp and len(set(stamp.years)) == 1 else None


def heading_month(text: str) -> int | None:
    """The month a heading gives to the days below it ("Tháng 9/2025:"), or ``None``."""
    stamp = _heading_stamp(text)
    return stamp.first.month if stamp and stamp.kind in {"month", "day"} and not stamp.last else None


@answers
@lru_cache(maxsize=512)
def _heading_stamp(text: str) -> Stamp | None:
    if len(text) > 160:
        return None
    b = bare(text)
    stamps = [s for s in dates.scan_folded(fold(text), b) if s.kind not in {"school-year", "day-of-month"}]
    if not stamps or len({s.years for s in stamps if s.years}) > 1 or any(s.kind == "year" and s.last for s in stamps):
        return None
    stamp = next((s for s in stamps if s.years), stamps[0])
    before = b[: stamp.start]
    if _NOT_GIVEN.search(before):
        return None
    if _HEADING.fullmatch(before) or _YEAR_END.match(b, stamp.end):
        return stamp
    return None
