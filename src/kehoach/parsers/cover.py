"""The covering decision that issues a plan: its căn cứ are basis, its articles the lead, its ending the plan's."""

from __future__ import annotations

from collections.abc import Sequence

from kehoach.folding import bare
from kehoach.knowledge.patterns import lazy
from kehoach.parsers import body, ending, zone_ends
from kehoach.parsers.lines import Line
from kehoach.parsers.nodes import Node
from kehoach.parsers.reading import Mark, Reading
from kehoach.parsers.signatures import Signature
from kehoach.parsers.tables import Table
from kehoach.parsers.view import View
from kehoach.parsers.words import Words, join
from kehoach.parsers.zones import ISSUING, is_authority

_BASIS = lazy(r"\W*(?:can cu|xet |theo de nghi|thuc hien )")
_RECIPIENTS = lazy(r"\W*noi nhan\b")
_SUBJECT = lazy(r"\W*(?:ve viec |v/v )?(?:ban hanh|phe duyet) ke hoach\s+(?=\w)")
_MOST_LINES = 6
"""Lines that a decision's subject takes at most."""
_SHORTEST_BASIS = 25
_SHORTEST_ARTICLE = 40


def subject(lines: Sequence[Line]) -> Words | None:
    """X of "QUYẾT ĐỊNH / Về việc ban hành Kế hoạch X", the subject of the covering decision."""
    named = next((i for i, line in enumerate(lines) if ISSUING.match(line.bare)), len(lines))
    said: list[Words] = []
    for line in lines[named + 1 :]:
        if is_authority(line) or _BASIS.match(line.bare) or len(said) == _MOST_LINES:
            break
        if not line.noise and line.text:
            said.append(line.words)
    whole = join(said) if said else None
    found = _SUBJECT.match(bare(whole.text)) if whole is not None else None
    return whole.cut(found.end()) if whole is not None and found else None


def _end(lines: Sequence[Line]) -> int:
    """Where the recipients stand, or the signature of a decision whose recipients are not printed."""
    listed = (i for i, line in enumerate(lines) if not line.noise and _RECIPIENTS.match(line.bare))
    if (end := next(listed, -1)) >= 0:
        return end
    named = next((i for i, line in enumerate(lines) if _BASIS.match(line.bare)), len(lines))
    signed = (i for i in range(named, len(lines)) if not lines[i].noise and zone_ends.signs(lines[i]))
    return next(signed, len(lines))


def read(view: View, lines: Sequence[Line], reading: Reading) -> list[Signature]:
    """Place the lines of a covering decision, its letterhead included, and give its signatures."""
    if not lines:
        return []
    end = _end(lines)
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
