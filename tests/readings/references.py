"""Line references: how a reading names pieces of its plan's text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Any

from kehoach.folding import fold

_MARKS = re.compile(r"[*#_`|]+")
_LABEL = re.compile(
    r"(?:[^\w(\"“]+|\(?(?:[ivxlc]{1,7}|\d{1,3}|[a-zđ]|[a-zđ]\.\d|\d{1,2}(?:\.\d{1,2})+)\s?[.)/:]{1,2}(?!\d)"
    r"|\d{1,2}(?:\.\d{1,2})+ |(?:[ivx]{1,5}|\d{1,2}) ?-(?=[^\W\d_]| [^\W\d_]))\s*"
)
_ROW_NUMBER = re.compile(r"^\d{1,3} (?=[^\W\d_])")
_RANGE = re.compile(r"(\d+)-(\d+)")
_CLOSING = " .;:,/\"”“'’"

Tree = list[tuple[str, str]]
"""(comparable text of the parent, "" for none; comparable text) in printed order."""


def plain(text: str) -> str:
    """One line, without marks of Markdown, bars of cells and LaTeX."""
    text = unicodedata.normalize("NFC", text).replace("\\%", "%").replace("$", "")
    text = text.replace("\\geq", "≥").replace("\\leq", "≤")
    return " ".join(_MARKS.sub(" ", text).split())


def comparable(text: str | None) -> str:
    """What two readings of one text have in common: no case, label or closing punctuation.

    >>> comparable("**1.** a) Trồng cây;") == comparable("trồng cây.")
    True
    """
    text = fold(plain(text or ""))
    while (label := _LABEL.match(text)) and not text.startswith("đ/c"):
        text = text[label.end() :]
    return _ROW_NUMBER.sub("", text).replace(" -", "-").replace("- ", "-").strip(_CLOSING)


class References:
    """The pieces of one plan's text that references name."""

    def __init__(self, text: str) -> None:
        self.lines = ["", *text.split("\n")]

    def text(self, reference: str | int) -> str:
        """The one text that a reference names.

        Raises:
            ValueError: The words that a reference starts or ends at are not in its lines.
        """
        return plain(" ".join(self._piece(part) for part in str(reference).split(" ++ ")))

    def _piece(self, reference: str) -> str:
        where, _, words = reference.partition(":")
        text = plain(" ".join(self.lines[n] for n in _numbers(where)))
        first, _, last = words.partition("~")
        start = text.find(plain(first)) if first else 0
        found = text.find(plain(last), max(start, 0)) if last else 0
        if start < 0 or found < 0:
            raise ValueError(f"{reference!r}: not in {text[:200]!r}")
        return text[start : found + len(plain(last)) if last else None]

    def tree(self, references: Any, parent: str = "") -> Tree:
        """The items that a list of references names, the items of items included."""
        out: Tree = []
        for reference in references or []:
            if isinstance(reference, dict):
                for head, items in reference.items():
                    out.append((parent, comparable(self.text(head))))
                    out += self.tree(items, out[-1][1])
            else:
                out += [(parent, comparable(text)) for text in self._each(str(reference))]
        return out

    def _each(self, reference: str) -> Iterator[str]:
        if run := _RANGE.fullmatch(reference):
            for n in range(int(run[1]), int(run[2]) + 1):
                if self.lines[n].strip():
                    yield self.text(n)
        else:
            yield self.text(reference)


def _numbers(where: str) -> Iterator[int]:
    """Line numbers of "12", "12+14", "12..15" and their mixtures."""
    for part in where.split("+"):
        first, _, last = part.partition("..")
        yield from range(int(first), int(last or first) + 1)
