"""Blocks: the whole source as a run of stretches, every non-blank letter in exactly one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from kehoach.parsers.lines import Line
from kehoach.parsers.reading import Mark
from kehoach.parsers.view import View

_RANKS = {"noise": 0, "page-number": 0, "record": 0}


def tile(view: View, lines: Sequence[Line], marks: Sequence[Mark]) -> list[Mark]:
    """Marks cut and filled up so that they tile the lines: who claims a letter first has it, else it is unknown."""
    claims = sorted((m for m in marks if m.end > m.start), key=lambda m: (m.start, -m.end))
    out: list[Mark] = []
    at = 0
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
                if gap.strip():
                    _append(
                        out,
                        view,
                        Mark(
                            pos,
                            mark.start,
                            mark.kind if not any(map(str.isalnum, gap)) else _kind(line),
                            mark.ref if not any(map(str.isalnum, gap)) else None,
                        ),
                    )
                pos = mark.start
            else:
                end = min(mark.end, line.end)
                nxt = next(
                    (claims[j] for j in range(k + 1, min(k + 4, len(claims))) if pos < claims[j].start < end), None
                )
                if nxt is not None and nxt.end <= mark.end and nxt.start > pos:
                    end = nxt.start
                _append(out, view, Mark(pos, end, mark.kind, mark.ref))
                pos = end
                if end < line.end and mark.end > end:
                    k += 1
        at = line.end
    _ = at
    return out


def _kind(line: Line) -> str:
    if not line.noise:
        return "unknown"
    return "page-number" if re.search(r"\d", line.text) and len(line.text) < 16 else "noise"


def _append(out: list[Mark], view: View, mark: Mark) -> None:
    """Add a stretch, melting it with one of the same owner before it; blanks at its ends are left out."""
    text = view.text[mark.start : mark.end]
    if not text.strip():
        return
    if mark.kind == "unknown" and not any(map(str.isalnum, text)):
        mark.kind = "noise"  # Markdown marks, bars, rules
    start = mark.start + len(text) - len(text.lstrip())
    end = mark.start + len(text.rstrip())
    if out and out[-1].kind == mark.kind and out[-1].ref == mark.ref and not view.text[out[-1].end : start].strip():
        out[-1].end = end
        return
    out.append(Mark(start, end, mark.kind, mark.ref))


def as_dicts(view: View, marks: Sequence[Mark]) -> list[dict[str, Any]]:
    return [{"kind": m.kind, "ref": m.ref, "span": view.span(m.start, m.end).as_dict()} for m in marks]
