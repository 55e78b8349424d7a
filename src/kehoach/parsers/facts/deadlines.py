"""Deadlines: the printed dates and rhythms that bind somebody.

A date binds by the words before it ("trước", "chậm nhất", "trong quý"), by its place (a cell of a time column, a line
"Thời gian: …", a heading that is a date) or because somebody does something on it; the dates of documents, births,
anniversaries, the plan's own period and the years of targets do not.  A rhythm binds where something is done or
reported at it, not where it belongs to a measure or names a yearly thing ("dự toán ngân sách hằng năm").
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter, itemgetter
from typing import Final

from kehoach.folding import bare, fold, has_figures
from kehoach.knowledge.patterns import by_letter, lazy
from kehoach.parsers.facts import dates, rhythms, spoilt_figures
from kehoach.parsers.facts.date_headings import heading_month, heading_year
from kehoach.parsers.facts.deadline_bounds import LUNAR, NAMES_A_DAY, Bound, Place, bound_of, cue, sequel_of
from kehoach.parsers.facts.deadline_view import View
from kehoach.parsers.facts.rhythms import Rhythm
from kehoach.parsers.facts.stamps import Stamp
from kehoach.records import NamedTuple

__all__ = ["Deadline", "Place", "cue", "find", "heading_month", "heading_year", "may_hold", "read"]


class Deadline(NamedTuple):
    """A date or rhythm that binds somebody; ``text`` is ``source[start:end]``.

    ``due`` is the date at the precision printed, or ``None`` for a bare rhythm; ``bound`` is ``before``, ``by``,
    ``on``, ``during``, ``from`` or ``after``; ``every`` is the rhythm (``week``, ``month``, ``quarter``, ``half-year``,
    ``year``, ``N-years``) or ``None``.
    """

    start: int
    end: int
    text: str
    due: str | None
    bound: str
    every: str | None


_START: Final = attrgetter("start")
# What every date or rhythm has, looked for in the folded text before anything dearer is done.  Each way begins
# with a letter of its own, so that the search can leap from one such letter to the next.
_FIGURES: Final = lazy(r"\d(?:\s?[/-]\s?[\dil]|\.\d| lần\b)")
_NEXT: Final = r"\s{0,3}[\dilhvo]"
_EACH: Final = r"\W{1,3}(?:(?:0?[69]|sáu|chín) )?(?:tuần|tháng|quý|năm)\b"
_GOES_ON: Final = r",? (?:và )?(?:\d|n[ăãàáâ]m\b|qu[ýỳỷy]\b)"
_TRIGGER: Final = lazy(
    by_letter(
        [
            rf"th[áàảãâăa]ng(?:{_NEXT}| (?:đầu|cuối) năm\b)",
            rf"ng[àảáâa]y(?:[.:-]?{_NEXT}| (?:làm việc|cuối|đầu) )", rf"n[ăãàáâ]m{_NEXT}",
            rf"qu[ýỳỷyíìỵ](?:{_NEXT}| t[hi])", r"quỹ [\di]", rf"qú[yi]{_NEXT}", r"tu[ầâà]n (?:cuối|đầu) ",
            r"h[ằàăẳắẵãa]ng\s{0,2}(?:n[ăãàá]m|th[áảàa]ng|qu|tu[ầâà]n)", r"m[ỗôồổ]i ", "một lần", "định kỳ",
            r"theo (?:từng )?(?:tuần|tháng|quý)", rf"th[áàảãâăa]ng{_GOES_ON}", rf"qu[ýỳỷy]{_GOES_ON}",
            r"/ ?l[ầâ]n\b", r"l[ầâ]n ?(?:/|trong )", r"k[ỳỷ] ?(?:/|trong )", r"buổi ?(?:/|trong )",
            r"đợt ?(?:/|trong )", r"phiên ?(?:/|trong )",
            *(
                rf"{act}(?: (?:kết quả|tình hình|công tác)(?: [^\W\d_]+){{0,3}})?{_EACH}"
                for act in ("báo cáo", "giao ban", "sơ kết", "tổng kết", "đánh giá", "tổng hợp")
            ),
        ]
    )
)  # fmt: skip
_REPORT: Final = lazy(r"\b(?:bao cao(?! vien)|tong hop|dinh ky|so ket|tong ket nam)\b")
_DAY_OF: Final = lazy(r"\bngay \d{1,2} $")
_NEAR_DAY: Final = 120
"""Letters behind a day of each month within which another day alone is one too."""
_NEAR_BEAT: Final = 3
"""Letters between a date and the rhythm behind it whose words are the deadline's as well."""
_NEXT_MONTH: Final = lazy(
    r"\s{0,2}(?:cua\s)?(?:thang (?P<month>sau|tiep theo|ke tiep|lien ke|tiep|ke sau|do|bao cao)\b"
    r"|(?:thang (?:dau(?: tien)?|cuoi(?: cung)?|thu \w+|giua)\s)(?:cua\s)?(?:moi\s)?(?P<quarter>quy)\b"
    r"(?: (?:sau|tiep theo|bao cao|ke tiep))?)"
)
_MONTHLY: Final = lazy(r"\bbao cao thang\b[^,(]*$")
_THIS_YEAR: Final = lazy(r"\W{0,3}((?:trong|ca|dau|giua|cuoi|trong ca) nam)\W{0,3}")  # a cell "Trong năm"
# "Rà soát hộ nghèo hằng năm theo quy định; hoàn thành trước ngày 14/12": the clause only says when that work is done.
_CLOSES: Final = lazy(
    r"\W*(?:va |phai )?(?:hoan thanh|xong|ket thuc)(?: xong)?(?: (?:truoc|cham nhat|vao|la|den|ngay))*\W*$"
)
# "Đánh giá hằng tháng; báo cáo Ban Chỉ đạo vào ngày 25".
_TELLS: Final = lazy(r"(?:^|[;,]) ?(?:va |de )?(?:bao cao|gui|nop|tong hop)\b[^;.]*$")
# "định kỳ 6 tháng (trước ngày 10 tháng 6)": the bracket says when that is.
_BRACKETED: Final = lazy(r"\s?\(\s?(?=\S)")
# "02 đợt trong năm 2031: đợt 1 quý II, đợt 2 quý IV": the year is that of the rounds.
_ROUNDS: Final = lazy(r"\s?[:(]\s?(?:dot|lan|ky|vong)\s(?:\d|i|thu|dau)")
_NEAR_BRACKET: Final = 40
_NEXT_YEAR: Final = lazy(r"\s(?:cua )?nam (?:sau|tiep theo|ke tiep|lien ke)\b")
_LAST_YEAR: Final = lazy(r"\s(?:cua )?nam (?:truoc|lien truoc)\b")


def may_hold(text: str) -> bool:
    """Whether a text can hold a date or a rhythm at all; cheap, and most texts cannot."""
    folded = fold(text)
    return (has_figures(text) and _FIGURES.search(folded) is not None) or _TRIGGER.search(folded) is not None


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
    if not table_cell and not may_hold(text):
        return []
    return read(text, Place(year, heading, table_cell, finish), month, blocked)


def read(text: str, place: Place, month: int | None, blocked: Sequence[tuple[int, int]] = ()) -> list[Deadline]:
    """:func:`find` in a text that is known to hold what a date or a rhythm has."""
    year, table_cell = place.year, place.cell
    f, b = spoilt_figures.mended(fold(text)), spoilt_figures.mended(bare(text))
    stops = sorted(blocked)
    stamps = [s for s in dates.scan_folded(f, b, cell=table_cell) if not _inside(stops, s.start, s.end)]
    beats = [r for r in rhythms.scan_folded(f, b) if not _inside(stops, r.start, r.end)]
    if not stamps and not beats:
        return _this_year(text, b, year, place.finish) if table_cell else []
    view = View.of(text, b)
    years = [s for s in stamps if s.kind != "school-year" and s.years]
    # "Năm 2025 (quý II)" in a cell: the year only dates what stands beside it.
    vague = table_cell and any(s.kind in {"day", "month", "quarter"} and not s.years for s in stamps)
    used: set[int] = set()
    out: list[Deadline] = []
    previous: tuple[Stamp, str] | None = None
    repeated = _repeated(view, stamps, beats)
    for stamp, again in zip(stamps, repeated, strict=True):
        if again and (LUNAR.match(b, stamp.end) or NAMES_A_DAY.match(b, stamp.end)):
            used.add(bisect_right(beats, stamp.end - 1, key=lambda r: r.start))
        bound = bound_of(view, stamp, place, previous, again)
        previous = (stamp, bound.bound) if bound else None
        if bound is None or (stamp.kind == "year" and (vague or _shared_out(view, stamp, stamps))):
            continue
        dated = _dated(view, stamp, bound, year, month, beats, used, years)
        if dated is not None:
            out.append(dated)
    dates_told = _Told(out)
    for i, beat in enumerate(beats):
        told = _said_by(dates_told, beats, used, i) or _told_behind(view, beat, dates_told)
        if i not in used and (beat.acts or table_cell) and not told:
            out.append(Deadline(beat.start, beat.end, text[beat.start : beat.end], None, "during", beat.every))
    out.sort(key=itemgetter(0, 1))  # start, end
    return out


class _Told:
    """The deadlines of a text's dates, looked up by where they start."""

    def __init__(self, dated: Sequence[Deadline]) -> None:
        self._dated = sorted(dated, key=_START)
        self._yearly = [d.start for d in self._dated if d.every == "year"]

    def from_to(self, start: int, end: int) -> list[Deadline]:
        """Those that start at ``start``, at ``end`` or between them."""
        return self._dated[bisect_left(self._dated, start, key=_START) : bisect_right(self._dated, end, key=_START)]

    def yearly_behind(self, at: int) -> int:
        """How many that come each year start behind a position."""
        return len(self._yearly) - bisect_right(self._yearly, at)


def _said_by(told: _Told, beats: list[Rhythm], used: set[int], i: int) -> bool:
    """Whether dates say a rhythm: "báo cáo tháng trước ngày 20 hằng tháng", "6 tháng, năm … 10/6 và … 10/12"."""
    beat = beats[i]
    twice = "year" if beat.every == "half-year" else beat.every  # "6 tháng trước ngày 15/6 và hằng năm trước …"
    near = any(d.every in (beat.every, twice) for d in told.from_to(beat.end, beat.end + _NEAR_BEAT))
    if near or beat.every != "half-year" or i + 1 not in used or beats[i + 1].start - beat.end > _NEAR_BEAT:
        return near
    return told.yearly_behind(beat.end) > 1


def _told_behind(view: View, beat: Rhythm, told: _Told) -> bool:
    """Whether a bracket right behind a rhythm says on which day it falls."""
    opened = _BRACKETED.match(view.bare, beat.end) if beat.every != "week" else None
    return opened is not None and bool(told.from_to(opened.end(), opened.end()))


def _this_year(text: str, b: str, year: int | None, finish: bool) -> list[Deadline]:
    """The deadline of a cell that says no more than "Trong năm"."""
    m = _THIS_YEAR.fullmatch(b, len(b) - len(b.lstrip()))
    if not m or not year:
        return []
    start, end = m.span(1)
    return [Deadline(start, end, text[start:end], f"{year}", "by" if finish else "during", None)]


def _inside(spans: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether one of the sorted spans touches ``start:end``."""
    i = bisect_right(spans, (start, end))
    return any(a < end and start < z for a, z in spans[max(0, i - 1) : i + 1])


def _repeated(view: View, stamps: list[Stamp], beats: list[Rhythm]) -> list[bool]:
    """For each stamp whether a rhythm follows at once: "quý I hằng năm", "ngày 15 và ngày 25 hằng tháng"."""
    out = [False] * len(stamps)
    for n in range(len(stamps) - 1, -1, -1):
        i = bisect_right(beats, stamps[n].end - 1, key=lambda r: r.start)
        out[n] = (i < len(beats) and beats[i].start - stamps[n].end <= 10) or _of_quarter(view, stamps[n])
        if not out[n] and n + 1 < len(stamps) and out[n + 1] and stamps[n].kind == stamps[n + 1].kind:
            out[n] = sequel_of(view, stamps[n + 1], stamps[n])
    return out


def _of_quarter(view: View, stamp: Stamp) -> bool:
    """Whether a day is said to be of each quarter: "ngày 25 tháng cuối quý"."""
    m = _NEXT_MONTH.match(view.bare, stamp.end) if stamp.kind == "day-of-month" else None
    return m is not None and m["quarter"] is not None


class _Recurring(NamedTuple):
    """A stamp with the year or month it lacked, how often it recurs, the index of the rhythm that says so, its end."""

    stamp: Stamp
    every: str | None
    beat: int | None
    end: int


def _dated(
    view: View,
    stamp: Stamp,
    bound: Bound,
    year: int | None,
    month: int | None,
    beats: list[Rhythm],
    used: set[int],
    years: list[Stamp],
) -> Deadline | None:
    """The deadline of a stamp, with the rhythm it takes; that rhythm is no deadline of its own then."""
    found: _Recurring | None = _Recurring(stamp, None, None, stamp.end)
    if stamp.kind == "day-of-month":
        found = _of_a_month(view, stamp, year, month, beats)
    elif not stamp.years and stamp.kind != "year":
        found = _of_a_year(view, stamp, year, month, beats, years)
    if found is None:
        return None
    end = found.end
    if found.beat is not None:
        used.add(found.beat)
        if found.every and 0 <= beats[found.beat].start - end <= _NEAR_BEAT:
            end = beats[found.beat].end
    due = found.stamp.iso()
    return Deadline(bound.start, end, view.text[bound.start : end], due, bound.bound, found.every) if due else None


def _of_a_month(
    view: View, stamp: Stamp, year: int | None, month: int | None, beats: list[Rhythm]
) -> _Recurring | None:  # fmt: skip
    """A day without its month: that of each month or quarter, or of the month that is told."""
    m = _NEXT_MONTH.match(view.bare, stamp.end)
    end = m.end() if m else stamp.end
    i = _beat(view, stamp, beats, {"quarter"} if m and m["quarter"] else {"month", "quarter"})
    if i is not None:
        return _Recurring(stamp, beats[i].every, i, end)
    if m:
        return _Recurring(stamp, "month" if m["month"] else "quarter", None, end)
    if _MONTHLY.search(view.left(stamp.start, 40)):
        return _Recurring(stamp, "month", None, end)
    if (every := _same_day_as(view, stamp, beats)) is not None:
        return _Recurring(stamp, every, None, end)
    return _Recurring(stamp.dated(year, month), None, None, end) if month is not None else None


def _same_day_as(view: View, stamp: Stamp, beats: list[Rhythm]) -> str | None:
    """The rhythm that a day alone has from one before it: "trước ngày 05 hàng tháng; chi trả trước ngày 25"."""
    i = bisect_right(beats, stamp.start, key=lambda r: r.start) - 1
    if i < 0 or beats[i].every != "month" or stamp.start - beats[i].end > _NEAR_DAY:
        return None
    told = _DAY_OF.search(view.bare, max(0, beats[i].start - 12), beats[i].start)
    return beats[i].every if told and view.same_sentence(beats[i].end, stamp.start) else None


def _of_a_year(
    view: View, stamp: Stamp, year: int | None, month: int | None, beats: list[Rhythm], years: list[Stamp]
) -> _Recurring:  # fmt: skip
    """A day or month without its year: that of each year, or of the year that is told."""
    i = _beat(view, stamp, beats, {"year"})
    if i is not None:
        return _Recurring(stamp, "year", i, stamp.end)
    # "Kiểm tra mỗi quý 1 lần, gửi báo cáo trong quý II": a quarter is no day of each quarter
    parts = {"half-year"} if stamp.kind == "quarter" else {"half-year", "quarter"}
    i = _beat(view, stamp, beats, parts, behind=False)
    printed: int | None
    if year is not None:
        printed = _near_year(view, stamp, years) or year
    else:  # "trước ngày 15/7/2031; định kỳ 6 tháng (trước ngày 10/6)": the rhythm's day is each year's
        printed = _printed_year(view, stamp, years) if i is None else None
    if printed and _NEXT_YEAR.match(view.bare, stamp.end):
        printed += 1
    elif printed and _LAST_YEAR.match(view.bare, stamp.end):
        printed -= 1
    turn = _NEXT_YEAR.match(view.bare, stamp.end)  # "trước ngày 31/01 năm sau" of a plan for years comes each year
    yearly = printed is None and (i is not None or turn or _REPORT.search(view.left(stamp.start, 160)) is not None)
    return _Recurring(stamp.dated(printed, month), "year" if yearly else None, i, stamp.end)


def _beat(view: View, stamp: Stamp, beats: list[Rhythm], kinds: set[str], behind: bool = True) -> int | None:
    """The rhythm a stamp without its year (or month) belongs to: behind it, or the nearest one before it."""
    at, near = bisect_right(beats, stamp.start, key=lambda r: r.start), 400 if behind else 60
    listed = stamp.kind == "day-of-month" and at and beats[at - 1].every in kinds
    if listed and _in_its_bracket(view, beats[at - 1], stamp, beats[at : at + 1]):
        return at - 1
    for i in range(at, min(len(beats), at + 4)):
        r = beats[i]
        if not view.same_sentence(stamp.end, r.start) or r.start - stamp.end > near:
            break
        if behind and r.every in kinds and not r.leads and view.same_clause(stamp.end, r.start):
            return i
    for i in range(at - 1, max(-1, at - 5), -1):
        r = beats[i]
        if not view.same_sentence(r.end, stamp.start) or stamp.start - r.end > near:
            break
        said = view.left(stamp.start, 60)
        told = stamp.kind == "day-of-month" and r.every == "month" and _TELLS.search(said) is not None
        closes = r.acts and (told or _CLOSES.match(said) is not None)
        if r.every in kinds and (r.leads or closes or view.same_clause(r.end, stamp.start)):
            return i
    return None


def _in_its_bracket(view: View, beat: Rhythm, stamp: Stamp, behind: Sequence[Rhythm]) -> bool:
    """Whether a bracket right behind a rhythm holds the stamp: "hằng tháng (trước ngày 20), hằng quý và năm".

    In "hằng tháng (trước ngày 20 hằng tháng)" the bracket says the rhythm itself.
    """
    if stamp.start - beat.end > _NEAR_BRACKET or not _BRACKETED.match(view.bare, beat.end):
        return False
    again = behind and ")" not in view.bare[stamp.end : behind[0].start]
    return not again and ")" not in view.bare[beat.end : stamp.start]


def _shared_out(view: View, year: Stamp, stamps: Sequence[Stamp]) -> bool:
    """Whether rounds behind a year say when in it; "trong năm 2031 (lần đầu tiên)" has none that do."""
    if _ROUNDS.match(view.bare, year.end) is None:
        return False
    i = bisect_right(stamps, year.start, key=lambda s: s.start)
    return i < len(stamps) and not stamps[i].years and view.same_sentence(year.end, stamps[i].start)


def _near_year(view: View, stamp: Stamp, years: list[Stamp]) -> int | None:
    """The year of the date right before, as in "ngày 20/12/2025 (chậm nhất 28/12)"."""
    i = bisect_right(years, stamp.start, key=lambda s: s.start)
    if i and stamp.start - years[i - 1].end <= 25 and years[i - 1].kind == "day":
        return years[i - 1].years[-1]
    if i and years[i - 1].kind == "year" and _ROUNDS.match(view.bare, years[i - 1].end):
        return years[i - 1].years[-1] if view.same_sentence(years[i - 1].end, stamp.start) else None
    if i < len(years) and years[i].start - stamp.end <= 12 and sequel_of(view, years[i], stamp):
        return years[i].years[0]
    return None


def _printed_year(view: View, stamp: Stamp, years: list[Stamp]) -> int | None:
    """The year the sentence prints in another date, where the plan gives none."""
    near = _near_year(view, stamp, years)
    if near:
        return near
    i = bisect_right(years, stamp.start, key=lambda s: s.start)
    for j in (i, i - 1):
        if 0 <= j < len(years) and years[j].kind != "year" and view.same_clause(stamp.start, years[j].start):
            return years[j].years[0]
    return None
