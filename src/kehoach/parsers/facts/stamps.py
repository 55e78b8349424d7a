"""What a printed date or period says: a point of the calendar, or two, at the precision of the print."""

from __future__ import annotations

from kehoach.records import NamedTuple


class Point(NamedTuple):
    """A day, month, quarter or year, as much of it as is printed; a day without a month is a day of any month."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    quarter: int | None = None

    def iso(self) -> str:
        """``2021-06-15``, ``2021-06``, ``2021-Q2``, ``2021``; without a year ``--06-15``, ``--06``, ``--Q2``.

        >>> Point(2021, quarter=2).iso(), Point(month=12, day=5).iso(), Point(day=18).iso()
        ('2021-Q2', '--12-05', '---18')
        """
        if self.month is None and self.day is not None:
            return f"---{self.day:02}"
        head = "-" if self.year is None else f"{self.year:04}"
        if self.quarter is not None:
            return f"{head}-Q{self.quarter}"
        if self.month is None:
            return "" if self.year is None else head
        return f"{head}-{self.month:02}" + ("" if self.day is None else f"-{self.day:02}")

    def place(self, last: bool = False) -> tuple[int, int]:
        """Where in a year the point lies, to compare two of them: (month, day)."""
        if self.quarter is not None:
            return (3 * self.quarter - (0 if last else 2), 31 if last else 1)
        return (self.month or (12 if last else 1), self.day or (31 if last else 1))


class Stamp(NamedTuple):
    """A printed date or period.

    ``kind`` is ``day``, ``month``, ``quarter``, ``half``, ``year``, ``school-year`` or ``day-of-month``, of a span that
    of its first end.  ``marked`` is false where nothing but digits says that it is a date ("15/6").
    """

    start: int
    end: int
    kind: str
    first: Point
    last: Point | None = None
    marked: bool = True

    def dated(self, year: int | None, month: int | None = None) -> Stamp:
        """The stamp with the years (and, for a day alone, the month) it lacks; a span may run into the next year."""
        if month is not None and self.kind == "day-of-month":
            return self._replace(
                kind="day",
                first=self.first._replace(year=year, month=month),
                last=None if self.last is None else self.last._replace(year=year, month=month),
            )
        if self.kind == "day-of-month":
            return self
        if self.last is None:
            return self if self.first.year else self._replace(first=self.first._replace(year=year))
        a, b = self.first, self.last
        wraps = int(a.place() > b.place(last=True))
        if b.year and not a.year:
            a = a._replace(year=b.year - wraps)
        elif a.year and not b.year:
            b = b._replace(year=a.year + wraps)
        elif year and not a.year:
            a, b = a._replace(year=year), b._replace(year=year + wraps)
        return self._replace(first=a, last=b)

    @property
    def years(self) -> tuple[int, ...]:
        """The years printed in it."""
        return tuple(y for y in (self.first.year, self.last.year if self.last else None) if y)

    def iso(self) -> str:
        """The value: one point, or two with a slash between."""
        if self.last is None or self.last.iso() == self.first.iso():
            return self.first.iso()
        return f"{self.first.iso()}/{self.last.iso()}"
