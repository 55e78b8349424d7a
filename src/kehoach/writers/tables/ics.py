"""Calendars (RFC 5545): deadlines with a day as all-day events, rhythms as repeated ones."""

from __future__ import annotations

import calendar
import uuid
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from kehoach import __version__
from kehoach.errors import MissingLibraryError
from kehoach.tables import Row, Table
from kehoach.tables.days import Days, day_of, days_of
from kehoach.writers.tables import Style

if TYPE_CHECKING:
    from icalendar import Event

_LONGEST_SUMMARY = 120
_ONE_DAY = timedelta(days=1)
_MONTHS = {"month": 1, "quarter": 3, "half-year": 6}
_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "urn:kehoach:deadline")


def dump(tables: Sequence[Table], style: Style) -> bytes:
    """The deadlines as a calendar; those that say no day are left out and counted in a note.

    Raises:
        MissingLibraryError: icalendar is not installed.
    """
    try:
        from icalendar import Calendar, Event
    except ModuleNotFoundError:
        raise MissingLibraryError("icalendar", "ics", "writes calendars") from None
    book = Calendar()
    book.add("prodid", f"-//kehoach//{__version__}//VI")
    book.add("version", "2.0")
    book.add("x-wr-calname", "Kế hoạch")
    seen: Counter[str] = Counter()
    left_out = 0
    for row in tables[0].rows:
        when = occurrence(row, periods=style.periods)
        if when is None:
            left_out += 1
            continue
        event = Event()
        _fill(event, row, *when)
        event.add("uid", _uid(row, seen))
        book.add_component(event)
    if left_out:
        hint = "" if style.periods else "; --periods shows months and quarters"
        style.note(f"deadlines left out because they say no day: {left_out} of {len(tables[0].rows)}{hint}")
    content: bytes = book.to_ical()
    return content


def occurrence(row: Row, *, periods: bool = False) -> tuple[Days, dict[str, Any]] | None:
    """The first and last day of a deadline, or of its first occurrence, and how it repeats.

    A rhythm begins with the plan: with its first day on or after the plan's date and within its period, at whose end it
    stops. ``None`` where no day is printed, or for a rhythm of which no year is known; ``periods`` lets a month or a
    quarter pass for its days.
    """
    if row["due"] is None:
        return None
    start, _, end = row["due"].partition("/")
    days = days_of(row["due"])
    if days is None:
        days = _yearly_or_monthly(start, end, _from(row)) if row["every"] else None
    elif not all(_fits(point, periods=periods) for point in (start, end or start)):
        return None
    return (days, _rule(row["every"], days[0], row)) if days and days[0] <= days[1] else None


def _fits(point: str, *, periods: bool) -> bool:
    """Whether a calendar shows what is printed as this: a day, or else not as much as a year."""
    return day_of(point) is not None or (periods and len(point) > len("2031"))


def _yearly_or_monthly(start: str, end: str, earliest: date | None) -> Days | None:
    """The first occurrence of '--12-05', '---18' or a span of such on or after ``earliest``."""
    if earliest is None:
        return None
    for first in _matches(start, earliest):
        if not end:
            return first, first
        last = next(_matches(end, first), None)
        return (first, last) if last else None
    return None


def _matches(pattern: str, earliest: date) -> Iterator[date]:
    """The days on or after ``earliest`` that the pattern names, for a while."""
    month, day = _month_and_day(pattern)
    if day is None:
        return
    for i in range(12 * 9):  # eight years may lie between two leap years
        year, index = divmod(earliest.month - 1 + i, 12)
        year += earliest.year
        if month not in (None, index + 1) or year > date.max.year:
            continue
        if day <= calendar.monthrange(year, index + 1)[1] and date(year, index + 1, day) >= earliest:
            yield date(year, index + 1, day)


def _month_and_day(pattern: str) -> tuple[int | None, int | None]:
    """(12, 5) of '--12-05', (None, 18) of '---18', (None, None) of what names no day."""
    if pattern.startswith("---"):
        return None, int(pattern[3:])
    if pattern.startswith("--") and len(pattern) == 7:
        return int(pattern[2:4]), int(pattern[5:])
    return None, None


def _from(row: Row) -> date | None:
    issued, period = days_of(row["plan_date"]), _period(row)
    days = [days[0] for days in (issued, period) if days]
    return max(days) if days else None


def _period(row: Row) -> Days | None:
    start, _, end = (row["plan_period"] or "").partition("-")
    first, last = days_of(start or None), days_of(end or start or None)
    return (first[0], last[1]) if first and last else None


def _rule(every: str | None, first: date, row: Row) -> dict[str, Any]:
    """An RRULE; empty for what happens once."""
    if every is None:
        return {}
    if every == "week":
        rule: dict[str, Any] = {"freq": "weekly"}
    elif every in _MONTHS:
        rule = {"freq": "monthly", "interval": _MONTHS[every]}
        if first.day > 28:  # else months without this day have none
            rule |= {"bymonthday": list(range(28, first.day + 1)), "bysetpos": -1}
    else:
        rule = {"freq": "yearly", "interval": int(every.removesuffix("-years")) if every != "year" else 1}
    if rule.get("interval") == 1:
        del rule["interval"]
    period = _period(row)
    return rule | ({"until": period[1]} if period and period[1] >= first else {})


def _fill(event: Event, row: Row, days: Days, rule: dict[str, Any]) -> None:
    who, what = "; ".join(row["agencies"]), row["action"] or row["text"]
    number = f"Kế hoạch số {row['plan_number']}" if row["plan_number"] else "Kế hoạch"
    source = ", ".join(filter(None, (number, row["plan_issuer"], row["plan_title"])))
    event.add("summary", _short(f"{who}: {what}" if who else what))
    event.add("dtstart", days[0])
    event.add("dtend", days[1] + _ONE_DAY)
    if rule:
        event.add("rrule", rule)
    parts = (row["text"], who, what, row["heading"], source, f"{row['plan']}, {row['item'] or row['deadline']}")
    event.add("description", "\n".join(filter(None, parts)))
    # The day the plan was issued, not today: the same plan always gives the same file.
    issued = (days_of(row["plan_date"]) or days)[0]
    event.add("dtstamp", datetime.combine(issued, time(), UTC))
    event.add("transp", "TRANSPARENT")


def _uid(row: Row, seen: Counter[str]) -> str:
    """An id that stays when the plan is read again, even where lines or other deadlines have moved."""
    keys = ("plan_number", "plan_issuer", "plan_date", "plan_title", "due", "every", "text", "action")
    words = "\x1f".join(str(row[key]) for key in keys)
    seen[words] += 1
    again = f"\x1f{seen[words]}" if seen[words] > 1 else ""
    return f"{uuid.uuid5(_NAMESPACE, words + again)}@kehoach"


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_SUMMARY else text[: _LONGEST_SUMMARY - 1].rstrip() + "…"
