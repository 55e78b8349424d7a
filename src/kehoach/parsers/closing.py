"""The closing ("Trên đây là Kế hoạch …") and the appeals beside it ("… nếu có vướng mắc, đề nghị phản ánh …")."""

from __future__ import annotations

from collections.abc import Sequence

from kehoach.parsers.nodes import Node
from kehoach.parsers.paragraphs import Para
from kehoach.parsers.phrases import closes, trouble, urges
from kehoach.parsers.reading import Mark, Reading
from kehoach.parsers.tables import Table

_LONGEST_CRUMBS = 25
_LAST = 13
"""Elements from the body's end in which the closing is looked for."""

Elements = Sequence[Para | Table]


def split(elements: Elements) -> tuple[Elements, list[Para], list[Para]]:
    """The body without its closing; the closing's paragraphs; the appeals beside it."""
    at = _start(elements)
    closing: list[Para] = []
    appeals: list[Para] = []
    for i, element in enumerate(elements[at:]):
        if isinstance(element, Table):
            return elements, [], []
        (appeals if i and trouble(element.bare) else closing).append(element)
    while at and _appeals(elements[at - 1]):
        at -= 1
    above = [e for e in elements[at : len(elements) - len(closing) - len(appeals)] if isinstance(e, Para)]
    return elements[:at], closing, above + appeals


def _start(elements: Elements) -> int:
    """Index of the paragraph that opens the closing, the elements' count where none does."""
    count = len(elements)
    for i in range(max(0, count - _LAST), count):
        element = elements[i]
        if isinstance(element, Para) and closes(element):
            return i
    last = elements[-1] if elements else None
    return count - 1 if isinstance(last, Para) and urges(last) else count


def _appeals(element: Para | Table) -> bool:
    return isinstance(element, Para) and element.label is None and trouble(element.bare)


def put(closing: Sequence[Para], appeals: Sequence[Para], reading: Reading) -> None:
    """Give the closing and the appeals, which are reporting, their places."""
    for para in appeals:
        _appeal(reading, Node.of(para))
    ended = False
    for para in closing:
        if ended and _crumbs(para):
            reading.marks.append(Mark(para.words.at(0), para.words.end, "noise", None))
            continue
        ended = ended or para.text.rstrip().endswith("./.")
        reading.put("closing", Node.of(para))


def _crumbs(para: Para) -> bool:
    """Whether a paragraph below the sign that ends a document is what OCR made of a seal: a few letters."""
    return para.label is None and len(para.text) < _LONGEST_CRUMBS and para.text[-1:] not in ".;:"


def _appeal(reading: Reading, node: Node) -> None:
    """An appeal goes on the reporting section; below its heading where one stands open with running text."""
    placed = reading.parts["reporting"]
    open_ = placed and placed[-1].label is not None and all(child.label is None for child in placed[-1].children)
    if open_ and placed[-1].children and all(placed[-1].start > duty.start for duty in reading.duties):
        placed[-1].children.append(node)
        return
    reading.put("reporting", node)
