"""Tables that a converter printed as HTML into a text: their tags become the bars of piped rows, letter for letter."""

from __future__ import annotations

import re
from typing import NamedTuple

from kehoach.knowledge.patterns import lazy

_TAG = lazy(r"<(?P<close>/?)(?P<name>table|thead|tbody|tr|td|th)\b(?P<rest>[^<>]{0,200})>", re.I)
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
    if "<td" not in text and "<TD" not in text:
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
        self.taller: dict[int, int] = {}  # column: in how many rows below a cell of it stands as well

    def tag(self, tag: re.Match[str]) -> None:
        """Take one tag: it goes on the open row, or ends it."""
        name, close = tag["name"].lower(), bool(tag["close"])
        if name == "tr" and not close and self.cells:
            self.closed = True  # the row before has no end of its own
        ends = self.closed and not close
        apart = bool(self.tags) and not self.cells and self._between(tag)
        if ends or apart or (self.closed and self._between(tag)):
            self.end()
        self.tags.append(tag)
        self.cells = self.cells or name in ("td", "th")
        self.closed = self.closed or (close and name not in ("td", "th") and self.cells)
        if name == "table":
            self.taller = self.taller if close else {}

    def _between(self, tag: re.Match[str]) -> bool:
        """Whether words stand between the last tag and this one."""
        return not self.text[self.tags[-1].end() : tag.start()].isspace() and self.tags[-1].end() < tag.start()

    def end(self) -> None:
        """Print the open row as a piped one, if it is whole."""
        tags, whole = self.tags, self.closed
        self.tags, self.cells, self.closed = [], False, False
        if not whole:
            return
        self.found = True
        start, end = tags[0].start(), tags[-1].end()
        for tag in tags:
            self.signs[tag.start() : tag.end()] = " " * (tag.end() - tag.start())
        for at in range(start, end):
            if self.signs[at] == "\n":
                self.signs[at] = " "
        self._bars(tags, start, end)
        if start and self.text[start - 1] != "\n":
            self.breaks.append(start)
        if self.text[end : end + 1] not in ("\n", ""):
            self.breaks.append(end)

    def _bars(self, tags: list[re.Match[str]], start: int, end: int) -> None:
        """Set a bar in front of each cell, more where cells of other rows or of many columns stand there."""
        above, self.taller = self.taller, {k: n - 1 for k, n in self.taller.items() if n > 1}
        column, wide, at = 0, 1, start
        for tag in tags:
            if tag["name"].lower() not in ("td", "th"):
                continue
            if tag["close"]:
                self._draw(tag.start(), min(wide - 1, tag.end() - tag.start()))
                continue
            skipped = 0
            while column in above:
                column, skipped = column + 1, skipped + 1
            self._draw(tag.start() if at < 0 else at, 1 + skipped)
            at = -1
            spans = {m["way"].lower(): max(1, int(m["n"])) for m in _SPAN.finditer(tag["rest"])}
            wide, tall = spans.get("col", 1), spans.get("row", 1)
            if tall > 1:
                self.taller |= dict.fromkeys(range(column, column + wide), tall - 1)
            column += wide
        behind = sum(k >= column for k in above)
        self._draw(end - 1 - min(behind, len("/tr>")), 1 + min(behind, len("/tr>")))

    def _draw(self, at: int, count: int) -> None:
        for k in range(at, at + count):
            if self.signs[k] == " ":
                self.signs[k] = "|"
