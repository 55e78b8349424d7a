"""Days of dates that are printed as months, quarters or years."""

from __future__ import annotations

import calendar
import re

_POINT = re.compile(r"(?P<y>\d{4})(?:-(?:Q(?P<q>[1-4])|(?P<m>\d\d)(?:-(?P<d>\d\d))?))?")


def bounds(value: str) -> tuple[str, str] | None:
    """The first and last day of a date of the plan format; ``None`` where no year is printed.

    >>> bounds("2024-Q2"), bounds("2024-02"), bounds("2024-02-10/2024-03"), bounds("--06-15")
    (('2024-04-01', '2024-06-30'), ('2024-02-01', '2024-02-29'), ('2024-02-10', '2024-03-31'), None)
    """
    first, _, last = value.partition("/")
    a, b = _point(first), _point(last or first)
    return (a[0], b[1]) if a and b else None


def _point(value: str) -> tuple[str, str] | None:
    match = _POINT.fullmatch(value)
    if match is None:
        return None
    year = int(match["y"])
    if match["q"]:
        months = (3 * int(match["q"]) - 2, 3 * int(match["q"]))
    elif match["m"]:
        months = (int(match["m"]), int(match["m"]))
    else:
        months = (1, 12)
    if not 1 <= months[0] <= months[1] <= 12 or year == 0:
        return None
    if match["d"]:
        return value, value
    return f"{year:04}-{months[0]:02}-01", f"{year:04}-{months[1]:02}-{length(year, months[1]):02}"


def length(year: int | None, month: int) -> int:
    """The days of a month; of February 29 where the year is not known."""
    return calendar.monthrange(2000 if year is None else year, month)[1]


def shown(day: str) -> str:
    """A day as plans print it.

    >>> shown("2024-03-05")
    '05/3/2024'
    """
    year, month, date = day.split("-")
    return f"{date}/{month if int(month) < 3 or int(month) > 9 else month[1:]}/{year}"
