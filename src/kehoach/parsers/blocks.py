"""Blocks: the whole source as a run of stretches, every non-blank letter in exactly one."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter
from typing import Any

from kehoach.knowledge.patterns import inline
from kehoach.parsers.lines import Line
from kehoach.parsers.reading import Mark
from kehoach.parsers.view import View


def tile(view: View, lines: Sequence[Line], marks: Sequence[Mark]) -> list[Mark]:
    """Marks cut and filled up so that they tile the lines: who claims a letter first has it, else it is unknown."""
    claims = [m for m in marks if m.end > m.start]
    claims.sort(key=attrgetter("end"), reverse=True)
    claims.sort(key=attrgetter("start"))  # of those that start together the longest first
    out: list[Mark] = []
    k, count, above = 0, len(claims), lines[0].start if lines else 0
    for line in lines:
        pos = line.start
        between = view.text[above:pos]
        if between and "\n" not in between and not between.isspace():
            pos = above  # marks between the pieces of a line that was cut: "1. Ươm cây. `- Tưới cây"
        above = line.end
        while pos < line.end:
            while k < count and claims[k].end <= pos:
                k += 1
            mark = claims[k] if k < count else None
            if mark is None or mark.start >= line.end:
                _append(out, view, pos, line.end, _kind(line), None)
                pos = line.end
            elif mark.start > pos:
                gap = view.text[pos : mark.start]
                if any(map(str.isalnum, gap.replace("ˆ", ""))):
                    _append(out, view, pos, mark.start, _kind(line), None)
                else:
                    _append(out, view, pos, mark.start, mark.kind, mark.ref)
                pos = mark.start
            else:
                end = min(mark.end, line.end)
                if k + 1 < count and claims[k + 1].start < end:
                    following = _inside(claims, k, pos, end)
                    if following is not None and following.end <= mark.end:
                        end = following.start
                _append(out, view, pos, end, mark.kind, mark.ref)
                pos = end
                if end < line.end and mark.end > end:
                    k += 1
    return out


def _inside(claims: Sequence[Mark], k: int, pos: int, end: int) -> Mark | None:
    """The first of the next few claims that starts between two offsets."""
    for j in range(k + 1, min(k + 4, len(claims))):
        if claims[j].start >= end:
            return None  # claims are sorted
        if claims[j].start > pos:
            return claims[j]
    return None


def _kind(line: Line) -> str:
    if not line.noise:
        return "unknown"
    page = inline(r"\d").search(line.text) and len(line.text) < 16 and not inline(r"(?:so|ngay)\b").match(line.bare)
    return "page-number" if page else "noise"


def _append(out: list[Mark], view: View, start: int, end: int, kind: str, ref: str | None) -> None:
    """Add a stretch, melting it with one of the same owner before it; blanks at its ends are left out."""
    text = view.text[start:end]
    printed = text.strip()
    if not printed:
        return
    if kind == "unknown" and not any(map(str.isalnum, printed)):
        kind = "noise"  # Markdown marks, bars, rules
    start += text.index(printed[0])
    end = view.boundary(start + len(printed))
    start = view.boundary(start)
    if start >= end:  # marks on the last letter of the block before
        return
    last = out[-1] if out else None
    if last is not None and last.ref == ref and last.kind == kind and not view.text[last.end : start].strip():
        last.end = end
    else:
        out.append(Mark(start, end, kind, ref))


def as_dicts(view: View, marks: Sequence[Mark]) -> list[dict[str, Any]]:
    return [{"kind": m.kind, "ref": m.ref, "span": view.span(m.start, m.end)} for m in marks]
