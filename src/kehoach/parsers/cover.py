"""The covering decision that issues a plan: its căn cứ are basis, its articles the lead, its ending the plan's."""

from __future__ import annotations

from collections.abc import Sequence

from kehoach.knowledge.patterns import lazy
from kehoach.parsers import body, ending
from kehoach.parsers.lines import Line
from kehoach.parsers.outline import Node
from kehoach.parsers.reading import Mark, Reading
from kehoach.parsers.tables import Table
from kehoach.parsers.view import View

_BASIS = lazy(r"\W*(?:can cu|xet |theo de nghi|thuc hien )")
_RECIPIENTS = lazy(r"\W*noi nhan\b")
_SHORTEST_BASIS = 25
_SHORTEST_ARTICLE = 40


def read(view: View, lines: Sequence[Line], reading: Reading) -> list[ending.Signature]:
    """Place the lines of a covering decision, its letterhead included, and give its signatures."""
    if not lines:
        return []
    listed = (i for i, line in enumerate(lines) if not line.noise and _RECIPIENTS.match(line.bare))
    end = next(listed, len(lines))
    stop = lines[end].start if end < len(lines) else lines[-1].end
    based = False
    for para in body.elements(view, lines):
        if para.start >= stop:
            continue
        if isinstance(para, Table):  # a letterhead in two cells side by side
            reading.marks.append(Mark(para.start, para.end, "letterhead", None))
            continue
        if _BASIS.match(para.bare) and len(para.bare) > _SHORTEST_BASIS:
            reading.put("basis", Node.of(para))
            based = True
            continue
        long = len(para.bare) > _SHORTEST_ARTICLE or para.label is not None or "quyet dinh" in para.bare[:14]
        kind, ref = ("heading", "document.lead") if based and long else ("letterhead", None)
        reading.marks.extend(Mark(line.start, line.end, kind, ref) for line in para.lines)
    return ending.read(view, lines[end:], reading)
