"""Blocks: the whole source as a run of stretches, every non-blank letter in exactly one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kehoach.knowledge.patterns import kept
from kehoach.parsers.lines import Line
from kehoach.parsers.reading import Mark
from kehoach.parsers.view import View


def tile(view: View, lines: Sequence[Line], marks: Sequence[Mark]) -> list[Mark]:
    """Marks cut and filled up so that they tile the lines: who claims a letter first has it, else it is unknown."""
    claims = sorted((m for m in marks if m.end > m.start), key=lambda m: (m.start, -m.end))
    out: list[Mark] = []
    k = 0
    for line in lines:
        pos = line.start
        while pos < line.end:
            while k < len(claims) and claims[k].end <= pos:
                k += 1
            mark = claims[k] if k < len(claims) else None
            if mark is None or mark.start >= line.end:
                _append(out, view, Mark(pos, line.end, _kind(line), None))
                pos = line.end
            elif mark.start > pos:
                gap = view.text[pos : mark.start]
                if any(map(str.isalnum, gap)):
                    _append(out, view, Mark(pos, mark.start, _kind(line), None))
                else:
                    _append(out, view, Mark(pos, mark.start, mark.kind, mark.ref))
                pos = mark.start
            else:
                end = min(mark.end, line.end)
                following = _inside(claims, k, pos, end)
                if following is not None and following.end <= mark.end:
                    end = following.start
                _append(out, view, Mark(pos, end, mark.kind, mark.ref))
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
    return "page-number" if kept(r"\d").search(line.text) and len(line.text) < 16 else "noise"


def _append(out: list[Mark], view: View, mark: Mark) -> None:
    """Add a stretch, melting it with one of the same owner before it; blanks at its ends are left out."""
    text = view.text[mark.start : mark.end]
    printed = text.rstrip()
    if not printed:
        return
    if mark.kind == "unknown" and not any(map(str.isalnum, text)):
        mark.kind = "noise"  # Markdown marks, bars, rules
    start = view.boundary(mark.start + len(text) - len(text.lstrip()))
    end = view.boundary(mark.start + len(printed))
    if start >= end:  # marks on the last letter of the block before
        return
    last = out[-1] if out else None
    if last is not None and last.ref == mark.ref and last.kind == mark.kind and not view.text[last.end : start].strip():
        last.end = end
        return
    mark.start, mark.end = start, end
    out.append(mark)


def as_dicts(view: View, marks: Sequence[Mark]) -> list[dict[str, Any]]:
    return [{"kind": m.kind, "ref": m.ref, "span": view.span(m.start, m.end)} for m in marks]
