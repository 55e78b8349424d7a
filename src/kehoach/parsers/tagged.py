"""Tables that a converter printed as HTML into a text: their tags become the bars of piped rows, letter for letter."""

from __future__ import annotations

import re

from kehoach.knowledge.patterns import lazy
from kehoach.records import NamedTuple

_TAG = lazy(r"<(?P<close>/?)(?P<name>table|thead|tbody|tr|td|th)\b(?P<rest>[^<>]*)>", re.I)
_MOST_LINES = 2
"""Lines that the only cell of a row holds at most: one that holds more frames text, and its lines stay."""
_LONGEST_FRAME = 20_000
"""Letters of a table that sets a letterhead or a signature."""
_MOST_COLUMNS = 60
"""Columns that a table has at most; what is said to be wider is cut."""
_SPAN = lazy(r"\b(?P<way>col|row)span\s*=\s*[\"']?(?P<n>\d{1,2})", re.I)


class Tagged(NamedTuple):
    """``text``: as long as it was; ``breaks``: where lines are to be broken, so that each row has its own."""

    text: str
    breaks: list[int]


def find(text: str) -> Tagged | None:
    """A text with the rows of its tables piped, ``None`` where it has no tagged cells. Linear.

    >>> find("<tr><td>TT</td><td>Việc</td></tr>").text
    '|       TT     |   Việc         |'
    """
    if not any(sign in text for sign in ("<td", "<TD", "<th>", "<th ")):
        return None
    rows = _Rows(text)
    for tag in _TAG.finditer(text):
        rows.tag(tag)
    rows.end()
    return Tagged("".join(rows.signs), rows.breaks) if rows.found else None


class _Rows:
    """The rows of all tables, tag by tag."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.signs = list(text)
        self.breaks: list[int] = []
        self.found = False
        self.tags: list[re.Match[str]] = []  # of the row that is open, those in front of it and behind it included
        self.cells = False  # the open row has cells
        self.closed = False  # … and is ended, but for the tags behind it
        self.alone = False  # the open table has one row
        self.taller: dict[int, int] = {}  # column: in how many rows below a cell of it stands as well

    def tag(self, tag: re.Match[str]) -> None:
        """Take one tag: it goes on the open row, or ends it."""
        name, close = tag["name"].lower(), bool(tag["close"])
        if name == "tr" and not close and self.cells and not self.closed:
            self.closed = True  # the row before has no end of its own: its last cell runs up to here
            self.end(tag.start())
        ends = self.closed and not close
        apart = bool(self.tags) and not self.cells and self._between(tag)
        if ends or apart or (self.closed and self._between(tag)):
            self.end()
        self.tags.append(tag)
        self.cells = self.cells or (name in ("td", "th") and not close)
        self.closed = self.closed or (close and name not in ("td", "th") and self.cells)
        if name == "table":
            self.taller = self.taller if close else {}
            self.alone = self.alone and close
            if not close and (behind := self.text.find("</table", tag.end(), tag.end() + _LONGEST_FRAME)) > 0:
                self.alone = self.text.count("<tr", tag.end(), behind) == 1

    def _between(self, tag: re.Match[str]) -> bool:
        """Whether words stand between the last tag and this one."""
        return not self.text[self.tags[-1].end() : tag.start()].isspace() and self.tags[-1].end() < tag.start()

    def end(self, upto: int = 0) -> None:
        """Print the open row as a piped one, if it is whole; ``upto``: where it ends, if not behind its last tag."""
        tags, whole = self.tags, self.closed
        self.tags, self.cells, self.closed = [], False, False
        if not whole:
            return
        self.found = True
        start, end = tags[0].start(), upto or tags[-1].end()
        for tag in tags:
            self.signs[tag.start() : tag.end()] = " " * (tag.end() - tag.start())
        if self._frames(tags, start, end):
            return
        while self.text[end - 1] == "\n":
            end -= 1
        for at in range(start, end):
            if self.signs[at] == "\n":
                self.signs[at] = " "
        self._bars(tags, start, end)
        if start and self.text[start - 1] != "\n":
            self.breaks.append(start)
        if self.text[end : end + 1] not in ("\n", ""):
            self.breaks.append(end)

    def _frames(self, tags: list[re.Match[str]], start: int, end: int) -> bool:
        """Whether a row is one cell around many lines: a page's frame, or a cell whose end is lost.

        Two cells that are a table of their own set a letterhead or a signature in columns: their lines stay as well.
        """
        cells = [tag for tag in tags if tag["name"].lower() in ("td", "th") and not tag["close"]]
        if len(cells) > (2 if self.alone else 1) or _SPAN.search(cells[0]["rest"]):
            return False
        lines = "".join(self.signs[start:end]).split("\n")
        return sum(not line.isspace() and line != "" for line in lines) > _MOST_LINES * len(cells)

    def _bars(self, tags: list[re.Match[str]], start: int, end: int) -> None:
        """Set a bar in front of each cell, more where cells of other rows or of many columns stand there."""
        above, self.taller = self.taller, {k: n - 1 for k, n in self.taller.items() if n > 1}
        column, wide, at, floor = 0, 1, start, start
        for tag in tags:
            if tag["name"].lower() not in ("td", "th"):
                continue
            if tag["close"]:
                floor = tag.start() + min(wide - 1, tag.end() - tag.start())
                self._draw(tag.start(), floor)
                continue
            skipped = 0
            while column in above:
                column, skipped = column + 1, skipped + 1
            at = max(floor, min(tag.start() if at < 0 else at, tag.end() - 1 - skipped))
            self._draw(at, min(at + 1 + skipped, tag.end()))
            at, floor = -1, tag.end()
            spans = {m["way"].lower(): max(1, int(m["n"])) for m in _SPAN.finditer(tag["rest"])}
            wide, tall = min(spans.get("col", 1), max(1, _MOST_COLUMNS - column)), spans.get("row", 1)
            if tall > 1:
                self.taller |= dict.fromkeys(range(column, column + wide), tall - 1)
            column += wide
        behind = sum(k >= column for k in above)
        self._draw(end - 1 - min(behind, len("/tr>")), end)

    def _draw(self, at: int, end: int) -> None:
        for k in range(at, end):
            if self.signs[k] == " ":
                self.signs[k] = "|"
