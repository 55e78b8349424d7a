"""Charts as geometry for inline SVG: everything a template draws, and the table that says the same in words.

Lengths are in units of a picture :data:`WIDTH` wide; a template only puts numbers into attributes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

WIDTH = 720
LABEL = 250
"""Room for the labels at the left."""
ROW = 24
MOST_BARS = 15
MOST_LANES = 40
MOST_ROWS = 80
HEAT_LEVELS = 4
_MOST_TICKS = 6
_LETTERS = 33
"""Letters of a label that fit into its room."""


@dataclass(slots=True)
class Bar:
    """One bar: ``y`` of its row, its width, what stands before and behind it."""

    y: int
    width: float
    label: str
    value: str


@dataclass(slots=True)
class Tick:
    """A mark of the axis."""

    x: float
    label: str


@dataclass(slots=True)
class Mark:
    """A day, or a span of days, in a lane."""

    x: float
    width: float
    words: str


@dataclass(slots=True)
class Lane:
    """A row of marks."""

    y: int
    label: str
    marks: list[Mark]


@dataclass(slots=True)
class Cell:
    """A square of a heat map; ``level`` from 0, empty, to :data:`HEAT_LEVELS`."""

    x: float
    level: int


@dataclass(slots=True)
class Chart:
    """A chart and its table."""

    kind: str
    title: str
    heads: list[str]
    rows: list[list[str]]
    height: int
    about: str = ""
    key: list[str] = field(default_factory=list)
    """What numbers stand for, in their order."""
    bars: list[Bar] = field(default_factory=list)
    ticks: list[Tick] = field(default_factory=list)
    lanes: list[Lane] = field(default_factory=list)
    heat: list[tuple[int, str, list[Cell]]] = field(default_factory=list)
    columns: list[Tick] = field(default_factory=list)
    left_out: int = 0
    size: float = 0.0


def shortened(text: str, letters: int = _LETTERS) -> str:
    """``text``, or its beginning where it is longer than ``letters``."""
    return text if len(text) <= letters else text[: letters - 1].rstrip() + "…"


def bars(
    title: str, heads: list[str], counted: Sequence[tuple[str, float, str]], most: int = MOST_BARS, top: float = 0
) -> Chart:
    """A bar a row of ``(label, value, value in words)``, in the order given, the first ``most`` of them.

    The longest bar is as wide as there is room, or one of the value ``top`` where that is given.
    """
    drawn = counted[:most]
    top = top or max((value for _, value, _ in drawn), default=0) or 1
    room = WIDTH - LABEL - 130
    made = [
        Bar(i * ROW, round(max(2.0, room * value / top), 1), shortened(label), shortened(words, 18))
        for i, (label, value, words) in enumerate(drawn)
    ]
    rows = [[label, words] for label, _, words in counted]
    return Chart("bars", title, heads, rows, ROW * len(drawn) + 4, bars=made, left_out=len(counted) - len(drawn))


Stay = tuple[str, date, date, str]
"""Lane, first day, last day, when in words."""


def timeline(title: str, heads: list[str], stays: Sequence[Stay], rows: list[list[str]]) -> Chart:
    """Days as dots and spans of days as bars along one axis, a lane for each name."""
    names = list(dict.fromkeys(name for name, _, _, _ in stays))
    drawn = names[:MOST_LANES]
    shown = [stay for stay in stays if stay[0] in set(drawn)]
    first, last = min(stay[1] for stay in shown), max(stay[2] for stay in shown)
    edge = timedelta(days=max(5, (last - first).days // 40))
    first, last = _less(first, edge), _more(last, edge)
    room, days = WIDTH - LABEL - 20, max(1, (last - first).days)

    def at(day: date) -> float:
        return round(LABEL + room * (day - first).days / days, 1)

    lanes = [Lane(26 + i * ROW, shortened(name), []) for i, name in enumerate(drawn)]
    by_name = dict(zip(drawn, lanes, strict=True))
    for name, start, end, words in shown:
        by_name[name].marks.append(Mark(at(start), round(at(end) - at(start), 1), words))
    ticks = [Tick(at(day), label) for day, label in _ticks(first, last)]
    return Chart(
        "timeline", title, heads, rows, 30 + ROW * len(drawn), ticks=ticks, lanes=lanes,
        left_out=len(names) - len(drawn),
    )  # fmt: skip


def heat_map(title: str, about: str, columns: Sequence[str], rows: Sequence[tuple[str, list[float | None]]]) -> Chart:
    """A square for each row and column, the darker the nearer its share is to 1; ``None`` leaves it empty."""
    drawn = rows[:MOST_ROWS]
    size = min(48.0, (WIDTH - LABEL - 10) / max(1, len(columns)))
    top = 20
    heat = [
        (
            top + i * 18,
            shortened(text),
            [Cell(round(LABEL + n * size, 1), _level(share)) for n, share in enumerate(row)],
        )
        for i, (text, row) in enumerate(drawn)
    ]
    heads = [Tick(round(LABEL + (n + 0.5) * size, 1), str(n + 1)) for n in range(len(columns))]
    return Chart(
        "heat", title, [], [], top + 18 * len(drawn) + 6, about, list(columns), heat=heat, columns=heads,
        left_out=len(rows) - len(drawn), size=round(size - 1, 1),
    )  # fmt: skip


def _level(share: float | None) -> int:
    return 0 if share is None else max(1, min(HEAT_LEVELS, round(share * HEAT_LEVELS)))


def _ticks(first: date, last: date) -> list[tuple[date, str]]:
    """Years, or months where there are few."""
    months = (last.year - first.year) * 12 + last.month - first.month
    step = next((step for step in (1, 3, 6, 12, 24, 60) if months / step <= _MOST_TICKS), 12 * (months // 72 + 1))
    out = []
    for n in range(first.year * 12, last.year * 12 + 12, step):
        day = date(n // 12, n % 12 + 1, 1)
        if first <= day <= last:
            out.append((day, str(day.year) if step >= 12 else f"{day.month}/{day.year}"))
    return out


def _less(day: date, by: timedelta) -> date:
    return day - by if day - date.min > by else date.min


def _more(day: date, by: timedelta) -> date:
    return day + by if date.max - day > by else date.max
