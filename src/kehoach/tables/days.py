"""The days that a ``due`` of the plan format covers."""

from __future__ import annotations

import calendar
import re
from datetime import date

Days = tuple[date, date]
"""First and last day."""

_POINT = re.compile(r"(\d{4})(?:-(?:Q([1-4])|(\d\d)(?:-(\d\d))?))?")


def days_of(due: str | None) -> Days | None:
    """The first and the last day of ``due``; ``None`` for rhythms ('--12-05') and days no calendar has.

    >>> days_of("2031-Q2")
    (datetime.date(2031, 4, 1), datetime.date(2031, 6, 30))
    """
    if due is None:
        return None
    start, _, end = due.partition("/")
    first, last = _point(start), _point(end or start)
    return (first[0], last[1]) if first and last else None


def day_of(due: str | None) -> date | None:
    """``due`` as a date where it is exactly one day."""
    days = days_of(due)
    return days[0] if days and due == days[0].isoformat() else None


def order(due: str | None) -> tuple[int, str, str]:
    """A key that puts what has days first, by its last day, then rhythms with a day, then the rest."""
    days = days_of(due)
    if days:
        return 0, days[1].isoformat(), days[0].isoformat()
    return (1, due, "") if due else (2, "", "")


def _point(text: str) -> Days | None:
    found = _POINT.fullmatch(text)
    if found is None:
        return None
    year = int(found[1])
    first_month, last_month = 1, 12
    if found[2]:
        last_month = 3 * int(found[2])
        first_month = last_month - 2
    elif found[3]:
        first_month = last_month = int(found[3])
    try:
        if found[4]:
            day = date(year, first_month, int(found[4]))
            return day, day
        return date(year, first_month, 1), date(year, last_month, calendar.monthrange(year, last_month)[1])
    except ValueError:  # the year 0, or the 31st of a month that has 30 days
        return None
