"""Deadlines: the printed dates and rhythms that bind somebody.

A date binds by the words before it ("trước", "chậm nhất", "trong quý"), by its place (a cell of a time column, a line
"Thời gian: …", a heading that is a date) or because somebody does something on it; the dates of documents, births,
anniversaries, the plan's own period and the years of targets do not.  A rhythm binds where something is done or
reported at it, not where it belongs to a measure or names a yearly thing ("dự toán ngân sách hằng năm").
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from kehoach.folding import bare, fold
from kehoach.knowledge.deadline_words import ACTIONS, CUES, DOCUMENTS, FINISH_LABEL, LABEL, VETOES, Cue
from kehoach.parsers.facts import dates, rhythms
from kehoach.parsers.facts.dates import Stamp
from kehoach.parsers.facts.rhythms import Rhythm


@dataclass(frozen=True, slots=True)
class Deadline:
    """A date or rhythm that binds somebody; ``text`` is ``source[start:end]``.

    ``due`` is the date at the precision printed, ``bound`` is ``before``, ``by``, ``on``, ``during``, ``from`` or
    ``after``, ``every`` the rhythm (``week``, ``month``, ``quarter``, ``half-year``, ``year``, ``N-years``) or ``None``.
    """

    start: int
    end: int
    text: str
    due: str | None
    bound: str
    every: str | None


@dataclass(frozen=True, slots=True)
class _Bound:
    """How a stamp binds, and where the words that say so start."""

    bound: str
    start: int


@dataclass(slots=True)
class _Text:
    """A text in its forms, with what the rules ask of it again and again."""

    text: str
    folded: str
    bare: str
    sentences: list[int]
    clauses: list[int]

    def same_sentence(self, a: int, b: int) -> bool:
        return bisect_right(self.sentences, a) == bisect_right(self.sentences, b)

    def same_clause(self, a: int, b: int) -> bool:
        return self.same_sentence(a, b) and bisect_right(self.clauses, a) == bisect_right(self.clauses, b)

    def left(self, at: int, width: int, comma: bool = False) -> str:
        """What stands before ``at`` in its clause, at most ``width`` characters."""
        low = max(0, at - width)
        for ends in (self.sentences, self.clauses):
            i = bisect_right(ends, at)
            low = max(low, ends[i - 1] if i else 0)
        left = self.bare[low:at]
        return left[left.rfind(",") + 1 :] if comma else left

    def right(self, at: int, width: int) -> str:
        """What stands behind ``at`` in its clause, at most ``width`` characters."""
        high = min(len(self.bare), at + width)
        for ends in (self.sentences, self.clauses):
            i = bisect_right(ends, at)
            high = min(high, ends[i] if i < len(ends) else high)
        return self.bare[at:high]


_SENTENCE: Final = re.compile(r"[.!?]+(?=\s+[^\W\d_a-zà-ỹ])|\n")
_TRIGGER: Final = re.compile(r"\d|h[ằàăẳắẵ]ng ?(?:n|th|qu|q[uú]|tu)|mỗi |một lần|định kỳ|môi |quý [iv1]|qúy |quí ")
_CLOCK: Final = r"\d{1,2}(?:\s?(?:gio|h|g)\s?(?:\d{1,2})?|:\d\d)\s?(?:phut|p)?['’]?\s?,?"
_FILLER: Final = re.compile(
    rf"(?:(?:(?<=truoc)|(?<=nhat)|(?<=den)|(?<=tu))ngay|\b(?:ngay|(?:buoi )?(?:sang|chieu|toi|trua|dem)|thu (?:hai|ba|tu|nam|sau|bay|[2-7]),?|chu nhat,?|hoi|luc|dau gio)"
    rf"|{_CLOCK})(?:\s{{0,2}})$"
)
_EVENT: Final = re.compile(rf"\b{ACTIONS}\b")
_DOES: Final = re.compile(rf"\s{{0,2}}[,:]?\s{{0,2}}(?:[(][^()]{{0,30}}[)]\s?[,:]?\s?)?(?:{ACTIONS})\b")
_OPENS: Final = re.compile(r"(?:^|[.;:•+*)-]|,)\s{0,3}$")
_AIM: Final = re.compile(
    r"[%‰]|\b(?:phan dau|it nhat|toi thieu|toi da|dat|tang(?! cuong| qua)|giam(?! sat| doc| dinh)|duy tri)\b|"
    r"(?<![\w./,-])(?<!dieu\s)(?<!khoan\s)(?<!muc\s)(?<!so\s)(?<!cap\s)(?<!an\s)(?<!doan\s)(?<!dot\s)(?<!khoi\s)(?<!lop\s)(?<!thu\s)(?<!nam\s)"
    r"\d[\d.]{0,9}(?:,\d+)?\s(?!gio\b|phut\b|ngay\b|thang\b|nam\b|lan\b|ky\b|dot\b|tuan\b)[a-z]"
)
_PAST: Final = re.compile(r"\b(?:da|tung|thanh tich|so ket qua)\b")
_NAMED_DAY: Final = re.compile(r"\bngay (?!.*\b(?:truoc|den|tu|trong|vao|nhat|toi|cho)\b)[a-z][^\d;:.]{2,70}\(?$")
_TO: Final = re.compile(r"(?:^|\s)(?:den|toi)\s*$")
_LUNAR: Final = re.compile(r"\s{0,2}\(?(?:am lich|al\b)|\s(?:tro ve (?:sau|truoc)|tro di|so\b|tong so|so ho)")
_EFFECT: Final = re.compile(r"\b(?:hieu luc|ap dung|thay cho|thay the)\b")
_NUMBER_OF: Final = re.compile(r"\b(?:tren|duoi|dat|so|khoang|gan|hon|co|chiem|ty le|hoat dong)\s{0,2}$")
_REPORT: Final = re.compile(r"\b(?:bao cao(?! vien)|tong hop|dinh ky|so ket|tong ket nam)\b")
_NEXT_MONTH: Final = re.compile(
    r"\s{0,2}(?:cua\s)?(?:thang (?P<month>sau|tiep theo|ke tiep|lien ke|tiep|ke sau|do|bao cao)\b"
    r"|(?:thang (?:dau(?: tien)?|cuoi(?: cung)?|thu \w+|giua)\s)(?:cua\s)?(?:moi\s)?(?P<quarter>quy)\b(?: (?:sau|tiep theo|bao cao|ke tiep))?)"
)
_THIS_YEAR: Final = re.compile(r"\W{0,3}((?:trong|ca|dau|giua|cuoi|trong ca) nam)\W{0,3}")  # a cell "Trong năm"
_REVIEW: Final = re.compile(r"\b(?:so ket|tong ket)\b[^,;(]{0,25}\(\s?$")
_REVIEWS: Final = re.compile(r"[,:]?\s(?:(?:tien hanh|to chuc|se)\s){0,2}(?:so ket|tong ket)\b")
_STILL: Final = re.compile(r"\b(?:con|da|hien|co|dat)\b")
_BY_RULE: Final = re.compile(r"\b(?:theo|can cu|so lieu|ket qua)\b[^,;]{0,50}$")
_DONE: Final = re.compile(r"\b(?:xong|hoan (?:thanh|tat))\b[^,;]{0,70}$")


@cache
def _rows(rows: tuple[Cue, ...]) -> tuple[tuple[re.Pattern[str], str | None], ...]:
    return tuple((re.compile(rf"(?:{row.pattern})\s{{0,2}}$"), row.bound) for row in rows)


@cache
def _label() -> tuple[re.Pattern[str], re.Pattern[str]]:
    return re.compile(LABEL), re.compile(FINISH_LABEL)


@cache
def _document() -> re.Pattern[str]:
    return re.compile(rf"\b{DOCUMENTS}\b[^,;.]{{0,40}}$")


def cue(before: str) -> tuple[str | None, int] | None:
    """What the words before a date say of it: how it binds (``None``: it does not) and where they start.

    ``None`` where they say nothing.

    >>> cue("gửi báo cáo chậm nhất"), cue("gửi kèm Công văn"), cue("Ủy ban nhân dân xã")
    (('by', 12), (None, 8), None)
    """
    return _cue(bare(before))


def _cue(left: str) -> tuple[str | None, int] | None:
    for rows in (VETOES, CUES):
        for pattern, bound in _rows(rows):
            m = pattern.search(left)
            if m:
                return bound, m.start() + len(m[0]) - len(m[0].lstrip(" ("))
    return None


def find(
    text: str,
    *,
    year: int | None = None,
    month: int | None = None,
    blocked: Sequence[tuple[int, int]] = (),
    heading: bool = False,
    table_cell: bool = False,
    finish: bool = False,
) -> list[Deadline]:
    """The deadlines in one item's text, in printed order.

    ``year`` (and, for a day alone, ``month``) is what a date that lacks it takes; without ``year`` such a date stays
    as printed (``--06-15``), and recurs yearly where it is a report's.  ``blocked`` are spans whose dates never count
    (citations), sorted or not.  ``heading``: a day in it is a deadline.  ``table_cell``: the text is known to be a
    time ("Quý III/2025" in a time column), so that a bare date, year or rhythm counts; ``finish``: and the column says
    that the work ends then.
    """
    f = fold(text)
    if not table_cell and not _TRIGGER.search(f):
        return []
    b = bare(text)
    view = _Text(text, f, b, [m.end() for m in _SENTENCE.finditer(text)], [i + 1 for i, c in enumerate(b) if c == ";"])
    stops = sorted(blocked)
    stamps = [s for s in dates.scan_folded(f, b, cell=table_cell) if not _inside(stops, s.start, s.end)]
    beats = [r for r in rhythms.scan_folded(f, b) if not _inside(stops, r.start, r.end)]
    years = [s for s in stamps if s.years and s.kind != "school-year"]
    used: set[int] = set()
    out: list[Deadline] = []
    previous: tuple[Stamp, str] | None = None
    for stamp in stamps:
        again = _again(beats, stamp)
        if _LUNAR.match(b, stamp.end):
            used.update(i for i, r in enumerate(beats) if 0 <= r.start - stamp.end <= 12)
        bound = _bound(view, stamp, year, heading, table_cell, finish, previous, again)
        previous = (stamp, bound.bound) if bound else None
        if bound is None or (table_cell and _coarse(stamp, stamps)):
            continue
        dated = _dated(view, stamp, bound, year, month, beats, used, years)
        if dated is not None:
            out.append(dated)
    for i, beat in enumerate(beats):
        if i not in used and (beat.acts or table_cell):
            out.append(Deadline(beat.start, beat.end, text[beat.start : beat.end], None, "during", beat.every))
    if table_cell and not out and year and (m := _THIS_YEAR.fullmatch(b)):
        out.append(Deadline(m.start(1), m.end(1), text[m.start(1) : m.end(1)], f"{year}", "by" if finish else "during", None))
    out.sort(key=lambda d: (d.start, d.end))
    return out


def _inside(spans: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether one of the sorted spans touches ``start:end``."""
    i = bisect_right(spans, (start, end))
    return any(a < end and start < z for a, z in spans[max(0, i - 1) : i + 1])


def _bound(
    view: _Text, stamp: Stamp, year: int | None, heading: bool, cell: bool, finish: bool, previous: tuple[Stamp, str] | None, again: bool
) -> _Bound | None:
    """How the stamp binds, ``None`` where it does not."""
    at, left = stamp.start, view.left(stamp.start, 110)
    while m := _FILLER.search(left):
        left = left[: m.start()]
    found = _cue(left)
    said = at - (len(view.left(at, 110)) - found[1]) if found else at
    sequel = previous is not None and _sequel(view, stamp, previous[0])
    if found and found[0] is None and not (cell and stamp.kind == "year"):
        return None
    if stamp.kind == "school-year" and not cell:
        return None
    if _LUNAR.match(view.bare, stamp.end):
        return None
    bound = found[0] if found else None
    if not stamp.marked and not stamp.last and not cell and not bound and stamp.kind in {"day", "month"} and not sequel:
        return None
    if bound and not _holds(view, stamp, bound, left, year, cell):
        return None
    if not bound and not cell and not _stands(view, stamp, left, year, heading, sequel, again):
        return None
    label, finished = _label()
    wide = view.left(at, 110)
    done = finish or bool(finished.search(wide)) or bool(_DONE.search(wide))
    if sequel and previous and bound is None and stamp.last is None and previous[1] in {"before", "by"}:
        return _Bound(previous[1], said)
    return _Bound(_kind(stamp, bound, done), said)


def _kind(stamp: Stamp, bound: str | None, done: bool) -> str:
    """The bound of a stamp from the words before it and its shape."""
    if bound in {"before", "by", "after"} and not (stamp.last and bound in {"by", "after"} and not done):
        return bound
    if stamp.last is not None and bound in {None, "from", "during", "by"}:
        return "by" if done else "during"
    if bound == "from":
        return bound
    if done:
        return "by"
    return "on" if stamp.kind in {"day", "day-of-month"} and stamp.last is None else "during"


def _again(beats: list[Rhythm], stamp: Stamp) -> bool:
    """Whether a rhythm follows the stamp at once: "quý I hằng năm"."""
    i = bisect_right(beats, stamp.end - 1, key=lambda r: r.start)
    return i < len(beats) and beats[i].start - stamp.end <= 2


def _coarse(stamp: Stamp, stamps: list[Stamp]) -> bool:
    """Whether a year in a cell only dates what stands beside it: "Năm 2025 (quý II)"."""
    return stamp.kind == "year" and any(s.kind in {"day", "month", "quarter"} and not s.years for s in stamps)


def _reviewed(view: _Text, stamp: Stamp, left: str) -> bool:
    """Whether a bare year is when a review is held: "năm 2025 tổ chức tổng kết", "sơ kết giữa kỳ (năm 2023)"."""
    if _REVIEW.search(left[-40:]) and view.bare[stamp.start - 1 : stamp.start] == "(":
        return True
    return bool(_OPENS.search(left)) and bool(_REVIEWS.match(view.right(stamp.end, 40)))


def _sequel(view: _Text, stamp: Stamp, previous: Stamp) -> bool:
    """Whether the stamp goes on a list of dates: "trước ngày 15/6 và 15/12"."""
    if stamp.start - previous.end > 12:
        return False
    return bool(re.fullmatch(r"\s*(?:,|va|;|hoac|, va)\s*(?:ngay\s)?", view.bare[previous.end : stamp.start]))


def _holds(view: _Text, stamp: Stamp, bound: str, left: str, year: int | None, cell: bool) -> bool:
    """Whether a stamp that a cue stands before really binds."""
    if cell:
        return True
    clause = view.left(stamp.start, 160)
    around = clause + view.bare[stamp.start : stamp.end] + view.right(stamp.end, 60).partition(",")[0]
    if bound in {"from", "during", "on"} and _EFFECT.search(clause[-40:]) and "hieu luc" in clause[-60:]:
        return False
    if year and stamp.years and stamp.years[-1] < year - 1:
        return bound == "by" and stamp.years[-1] == year
    if year and bound == "from" and stamp.last is None and stamp.years and stamp.years[0] < year:
        return False
    if bound in {"from", "during"} and stamp.years and year and stamp.years[-1] <= year and _PAST.search(clause):
        return False
    if stamp.kind == "year":
        if stamp.last is not None and not left.rstrip().endswith(tuple("0123456789")) and bound != "by":
            return bool(re.search(r"\btrong(?: cac)?\s*$", left)) and not _AIM.search(around.replace(left[-12:], ""))
        if bound in {"from", "after"} or re.search(r"(?:^|\s)(?:den|toi)(?: het)?\s*$", left):
            return False
        spare = re.sub(r"\btrong \d{1,2}\s*(?=nam)", "trong ", around)
        return not _AIM.search(spare.replace(view.bare[stamp.start : stamp.end], " "))
    if bound == "by" and _TO.search(left):
        if (year and stamp.years and stamp.years[-1] < year) or _STILL.search(view.right(stamp.end, 40)):
            return False
        return not _AIM.search(clause + view.right(stamp.end, 60).partition(",")[0])
    return not (bound == "during" and "%" in clause[clause.rfind(",") + 1 :] and left.rstrip().endswith("vao"))


def _stands(
    view: _Text, stamp: Stamp, left: str, year: int | None, heading: bool, sequel: bool, again: bool
) -> bool:
    """Whether a stamp without a cue binds: by its place, or because something is done on it."""
    label, _ = _label()
    wide = view.left(stamp.start, 110)
    if label.search(wide) and not (stamp.kind == "year" and (stamp.last or not _label()[1].search(wide))):
        return True
    if sequel:
        return True
    if stamp.kind == "year" and not stamp.last and _reviewed(view, stamp, left):
        return not year or stamp.years[0] >= year
    if stamp.kind == "year" or (year and stamp.years and stamp.years[-1] < year - 1):
        return False
    if stamp.kind == "day" and not stamp.marked and not stamp.last:
        return False
    if _NAMED_DAY.search(left.rstrip() + " ") and not view.bare.startswith("ngay", stamp.start):
        return False
    if heading and stamp.kind == "day":
        return True
    alone = _OPENS.search(left) is not None
    if (again and (alone or _EVENT.search(left[-80:]))) or _DONE.search(left):
        return True
    if stamp.last is not None and stamp.kind == "day":
        return alone or bool(_EVENT.search(left)) or view.bare[max(0, stamp.start - 4) : stamp.start].strip() == "tu"
    if alone and stamp.kind == "day":
        return not re.match(r"\s*\)", view.bare[stamp.end : stamp.end + 3]) or bool(_EVENT.search(left))
    if alone and _DOES.match(view.bare, stamp.end):
        return True
    if _PAST.search(left[-60:]) or _document().search(left) or _BY_RULE.search(left):
        return False
    return stamp.kind == "day" and bool(_EVENT.search(left[-80:]))


def _dated(
    view: _Text,
    stamp: Stamp,
    bound: _Bound,
    year: int | None,
    month: int | None,
    beats: list[Rhythm],
    used: set[int],
    years: list[Stamp],
) -> Deadline | None:
    """The deadline of a stamp, with the rhythm it takes; that rhythm is no deadline of its own then."""
    start, end, every = bound.start, stamp.end, None
    if stamp.kind == "day-of-month":
        m = _NEXT_MONTH.match(view.bare, stamp.end)
        i = _beat(view, stamp, beats, {"month", "quarter"})
        if i is not None:
            used.add(i)
            every = beats[i].every
        elif m:
            every = "month" if m["month"] else "quarter"
        elif month is None:
            return None
        else:
            stamp = stamp.dated(year, month)
        if m:
            end = m.end()
    elif not stamp.years and stamp.kind != "year":
        i = _beat(view, stamp, beats, {"year"})
        if i is not None:
            used.add(i)
            every = "year"
        else:
            i = _beat(view, stamp, beats, {"half-year", "quarter"}, near=60)
            if i is not None:
                used.add(i)
            printed = _printed_year(view, stamp, years) if year is None else _near_year(view, stamp, years) or year
            if printed is None and (i is not None or _REPORT.search(view.left(stamp.start, 160))):
                every = "year"
            stamp = stamp.dated(printed, month)
    else:
        i = None
    if stamp.kind != "day-of-month" and i is not None and every and 0 <= beats[i].start - end <= 3:
        end = beats[i].end
    elif stamp.kind == "day-of-month" and i is not None and 0 <= beats[i].start - end <= 3:
        end = beats[i].end
    due = stamp.iso()
    if not due:
        return None
    return Deadline(start, end, view.text[start:end], due, bound.bound, every)


def _beat(view: _Text, stamp: Stamp, beats: list[Rhythm], kinds: set[str], near: int = 400) -> int | None:
    """The rhythm a stamp without its year (or month) belongs to: behind it, or the nearest one before it."""
    at = bisect_right(beats, stamp.start, key=lambda r: r.start)
    for i in range(at, min(len(beats), at + 4)):
        r = beats[i]
        if not view.same_sentence(stamp.end, r.start) or r.start - stamp.end > near:
            break
        if r.every in kinds and not r.leads and view.same_clause(stamp.end, r.start) and kinds != {"half-year", "quarter"}:
            return i
    for i in range(at - 1, max(-1, at - 5), -1):
        r = beats[i]
        if not view.same_sentence(r.end, stamp.start) or stamp.start - r.end > near:
            break
        if r.every in kinds and (r.leads or view.same_clause(r.end, stamp.start)):
            return i
    return None


def _near_year(view: _Text, stamp: Stamp, years: list[Stamp]) -> int | None:
    """The year of the date right before, as in "ngày 20/12/2025 (chậm nhất 28/12)"."""
    i = bisect_right(years, stamp.start, key=lambda s: s.start)
    if i and stamp.start - years[i - 1].end <= 25 and years[i - 1].kind == "day":
        return years[i - 1].years[-1]
    if i < len(years) and years[i].start - stamp.end <= 12 and _sequel(view, years[i], stamp):
        return years[i].years[0]
    return None


def _printed_year(view: _Text, stamp: Stamp, years: list[Stamp]) -> int | None:
    """The year the sentence prints in another date, where the plan gives none."""
    near = _near_year(view, stamp, years)
    if near:
        return near
    i = bisect_right(years, stamp.start, key=lambda s: s.start)
    for j in (i, i - 1):
        if 0 <= j < len(years) and years[j].kind != "year" and view.same_clause(stamp.start, years[j].start):
            return years[j].years[0]
    return None


_HEADING: Final = re.compile(r"[\s\w.()/-]{0,14}?(?:^|\b)(?:(?:trong|vao|dot|tuan|ngay|buoi|giai doan|thang|quy|thu|nam)\b[^;]{0,40}?)?$")
_YEAR_END: Final = re.compile(r"\s{0,2}[:.;)]{0,2}\s{0,2}$")
_NOT_GIVEN: Final = re.compile(rf"\b(?:den(?: het)?|tam nhin|so voi|cung ky|giai doan|nhiem ky|nam hoc|{DOCUMENTS})\b")


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
