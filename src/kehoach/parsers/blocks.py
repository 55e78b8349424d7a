"""Blocks: the whole source as a run of stretches, every non-blank letter in exactly one."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter
from typing import Any

from kehoach.knowledge.patterns import inline, lazy
from kehoach.parsers.lines import Line
from kehoach.parsers.reading import Mark
from kehoach.parsers.view import NO_WIDTH, View

_GAPS = lazy(r"\S(?:[^\n]*\S)?")

_TAG = lazy(r"</?[a-z][^<>]{0,80}>")


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
    if kind == "unknown" and not any(map(str.isalnum, _TAG.sub("", printed))):
        kind = "noise"  # Markdown marks, bars, rules, a page's tags
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
    """The blocks, JSON-ready; what the view shows as blanks, the tags of tables and blanks of no width, is noise."""
    blocks = [{"kind": m.kind, "ref": m.ref, "span": view.span(m.start, m.end)} for m in marks]
    return _with_hidden(view.source, blocks) if view.hides else blocks


def _with_hidden(source: str, blocks: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The blocks, and one of noise for what stands between two of them; one block where both are noise."""
    out: list[dict[str, Any]] = []
    at, line = 0, 1
    for block in [*blocks, None]:
        start = block["span"]["start"] if block else len(source)
        for gap in _GAPS.finditer(source, at, start):
            line += source.count("\n", at, gap.start())
            at = gap.end()
            last = line + gap[0].count("\n")
            _melt(out, {"kind": "noise", "ref": None, "span": _span(gap.start(), at, line, last)}, source)
            line = last
        if block and block["span"]["end"] > at:
            block["span"]["start"] = max(start, at)  # marks behind a tag are of both its sides
            _melt(out, block, source)
            at, line = block["span"]["end"], block["span"]["end_line"]
    return out


def _span(start: int, end: int, line: int, end_line: int) -> dict[str, int]:
    return {"start": start, "end": end, "line": line, "end_line": end_line}


def _melt(out: list[dict[str, Any]], block: dict[str, Any], source: str) -> None:
    """Add a block, to the one before it where both are noise, or where that is nothing but a blank of no width."""
    last = out[-1] if out else None
    if last and last["kind"] == "noise" and "\n" not in source[last["span"]["start"] : block["span"]["start"]]:
        between = source[last["span"]["end"] : block["span"]["start"]]
        if not between.strip() and (block["kind"] == "noise" or _hidden(source, last)):
            start, line = last["span"]["start"], last["span"]["line"]
            out[-1] = {**block, "span": block["span"] | {"start": start, "line": line}}
            return
    if last and _hidden(source, block) and block["kind"] == "noise":
        last["span"] |= {"end": block["span"]["end"], "end_line": block["span"]["end_line"]}
        return
    out.append(block)


def _hidden(source: str, block: dict[str, Any]) -> bool:
    return not source[block["span"]["start"] : block["span"]["end"]].strip(NO_WIDTH)
