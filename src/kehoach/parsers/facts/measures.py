"""Numbers that are aimed at: "trên 90%", "từ 5% đến 7%", "148/100.000", "02 lớp", "24,5 triệu đồng/năm".

:func:`find` reads one item's text: the numbers (:mod:`.quantities`), which of them are aims (:mod:`.aims`), and for
which year (:mod:`.years`: of the same clause or, with ``by``, of the heading above).  A number with a magnitude keeps
it in its unit, as "24,5 triệu đồng/năm" does: "1,2 triệu lượt" is 1.2 of "triệu lượt".
"""

from __future__ import annotations

from collections.abc import Sequence

from kehoach.folding import bare, fold
from kehoach.knowledge.patterns import lazy
from kehoach.parsers.facts import aims, quantities, spoilt_figures, years
from kehoach.parsers.facts.numbers import figures
from kehoach.parsers.facts.quantities import DIGIT, Quantity, may_hold
from kehoach.records import NamedTuple


class Measure(NamedTuple):
    """One number aimed at.

    ``comparator`` is ``=``, ``<``, ``<=``, ``>``, ``>=`` or ``range`` (then ``value_max`` is set); ``unit`` is ``%``,
    ``‰``, ``/100000`` or the counted noun as printed; ``by`` the year; ``every`` ``week``, ``month``, ``quarter``,
    ``half-year`` or ``year`` where the aim holds each time anew.
    """

    start: int
    end: int
    text: str
    comparator: str
    value: int | float
    value_max: int | float | None
    unit: str | None
    by: int | None
    every: str | None


class Found(NamedTuple):
    """A measure with the place of its clause, for those who put measures together."""

    measure: Measure
    clause: tuple[int, int]
    quantity_end: int


# "360 đảng viên trở lên (năm 2031: 90; năm 2032: 120; …)": what of it falls to each year, without its unit.
_BY_YEARS = lazy(
    r"\((?:trong đó,? ?)?(?:năm )?20\d\d ?(?::|là) ?\d[\d.,]*(?: ?[;,] (?:năm )?20\d\d ?(?::|là) ?\d[\d.,]*)+\)"
)
_OF_YEAR = lazy(r"(20\d\d) ?(?::|là) ?(\d+(?:[.,]\d+)*)")
_BEFORE_BRACKET = lazy(r"[^()\d;]{0,80}")
_FIGURE_COMMA = lazy(r"\d[^,]*,(?!\d)")
_CROPS = lazy(r"(?:cây|hoa màu) (?:hằng|hàng) năm")
_CLOSES = lazy(r"(?:(?:mỗi|hằng|hàng|từng) (?:tuần|tháng|quý|năm|(?:06|6|sáu) tháng)|bình quân năm)(?=[ .,;)]*$|[,;)])")
_EACH = ("mỗi ", "hằng ", "hàng ", "bình quân năm", "từng năm", "/")
_EVERY = (
    (lazy(r"(?:mỗi|hằng|hàng) tuần|/ ?tuần"), "week"),
    (lazy(r"(?:mỗi|hằng|hàng) tháng|/ ?tháng"), "month"),
    (lazy(r"(?:mỗi|hằng|hàng) quý|/ ?quý"), "quarter"),
    (lazy(r"(?:mỗi|hằng|hàng) (?:06|6|sáu) tháng"), "half-year"),
    (lazy(r"(?:mỗi|hằng|hàng) năm|bình quân năm|từng năm|/ ?năm|hàng năm"), "year"),
)


def find(
    text: str, *, by: int | None = None, blocked: Sequence[tuple[int, int]] = (), objective: bool = False
) -> list[Measure]:
    """The measures of ``text``; see :func:`scan`."""
    return [f.measure for f in scan(text, by=by, blocked=blocked, objective=objective)]


def scan(
    text: str, *, by: int | None = None, blocked: Sequence[tuple[int, int]] = (), objective: bool = False
) -> list[Found]:
    """The measures of ``text`` with their clauses.

    ``by`` is the year of the heading above, ``blocked`` the spans of citations and deadlines, ``objective`` says that
    the item stands among the objectives, where a count needs less to be an aim.
    """
    if not may_hold(text):
        return []
    folded = spoilt_figures.mended(fold(text))
    spans = sorted(blocked)
    # Most numbers are dates and labels: whether any can be an aim is cheaper to ask than where all the years are.
    numbers = quantities.read(folded, spans)
    if not any(map(quantities.may_count, numbers)):
        return []
    if mentions := years.mentions(folded, blocked):
        numbers = quantities.outside(folded, numbers, spans, [(y.start, y.end) for y in mentions])
    by_years = list(_BY_YEARS.finditer(folded)) if "(" in folded and "20" in folded else []
    if by_years:
        mentions = [y for y in mentions if not any(m.start() < y.start < m.end() for m in by_years)]
    quantities.place(folded, numbers)
    stripped = spoilt_figures.mended(bare(text))
    for q in numbers:
        quantities.compare(stripped, folded, q)
    live = aims.judge(folded, quantities.ranges(folded, numbers), objective)
    slots = [years.Slot(q.start, q.end, q.clause, q.sentence, q.baseline) for q in live]
    out: list[Found] = []
    for q, (when, adjoining) in zip(live, years.bind(folded, slots, mentions), strict=True):
        if q.baseline:
            continue
        end = adjoining if adjoining > q.end else q.end
        if end > q.end and folded.startswith(")", end) and "(" in folded[q.end : end]:
            end += 1  # "75% (năm 2025)"
        every = _every(folded, q)
        unit = _printed_unit(text, q)
        for year in when or (by,):
            measure = Measure(q.head, end, text[q.head : end], q.sign, q.value, q.value_max, unit, year, every)
            out.append(Found(measure, q.clause, q.end))
        for m in by_years:
            if q.kind == "noun" and _BEFORE_BRACKET.fullmatch(folded, q.end, m.start()):
                out += _each_year(text, q, m.start(), m.end())
    return out


def _each_year(text: str, q: Quantity, start: int, end: int) -> list[Found]:
    """The measures of a bracket that parts a number by years."""
    out = []
    unit = _printed_unit(text, q)
    for m in _OF_YEAR.finditer(text, start, end):
        value = figures(m[2])
        if value is not None:
            measure = Measure(m.start(), m.end(), m[0], "=", value, None, unit, int(m[1]), None)
            out.append(Found(measure, q.clause, q.end))
    return out


def _printed_unit(text: str, q: Quantity) -> str | None:
    if q.unit is None or not q.unit_start:
        return q.unit
    return " ".join(text[q.unit_start : q.unit_start + len(q.unit)].split())


def _every(folded: str, q: Quantity) -> str | None:
    near = folded[q.unit_start or q.end : q.end + 10]
    if "/" in near and q.kind != "money":
        for pattern, name in _EVERY:
            if (m := pattern.search(near)) and m[0].startswith("/"):
                return name
    left, right = _around(folded, q)
    both = f"{left}\n{right}"
    if not any(map(both.__contains__, _EACH)):
        return None
    for pattern, name in _EVERY:
        if any((m := pattern.search(part)) and not m[0].startswith("/") for part in (left, right)):
            return name
    return None


def _around(folded: str, q: Quantity) -> tuple[str, str]:
    """The words of a number's own part of its clause, and those that end it right behind the number.

    What opens the clause ("Mỗi tuần …") holds for all of its numbers; "năng suất lao động hằng năm" only for its own.
    """
    start = max(q.clause[0], q.start - 160)
    left = folded[start : q.start]
    opening = folded[q.clause[0] : q.clause[0] + 14].lstrip(' -+*•"')
    last = max([m.end() for m in _FIGURE_COMMA.finditer(left)], default=0) if "," in left else 0
    left = _CROPS.sub("", left[last:])
    right = folded[q.end : min(q.clause[1], q.end + 90)]
    digit = DIGIT.search(right)
    closing = _CLOSES.search(right)
    ends = closing is not None and (digit is None or closing.start() < digit.start())
    return (opening + " | " if last else "") + left, closing[0] if closing and ends else ""
