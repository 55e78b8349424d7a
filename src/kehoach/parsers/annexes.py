"""Annexes: what follows the signature."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kehoach.folding import bare, in_capitals
from kehoach.knowledge.patterns import lazy
from kehoach.parsers import body, outline
from kehoach.parsers.lines import Line
from kehoach.parsers.nodes import Node
from kehoach.parsers.reading import Mark, Reading
from kehoach.parsers.tables import Table, allot
from kehoach.parsers.tables_piped import is_header
from kehoach.parsers.view import View
from kehoach.parsers.words import Words, join

_LABEL = lazy(
    r"\W{0,3}(?P<label>(?:phu l[uyo]c|phu bieu|bieu(?: mau)?|mau(?: so| bieu)?"
    r"|de cuong)(?:\s+(?:so\s*)?(?!danh\b|bang\b|phan\b|lich\b|tong\b|noi\b|chi\b|cac\b)[\w.\-/]{1,9})?)"
    r"\s*[:.\-–]?\s*(?P<rest>.*)$"
)
_GIVES_AIMS = lazy(r"chỉ tiêu|(?<!bàn )giao (?:cho |các )", re.I)
_NOTE = lazy(r"\W*(?:ban hanh|kem theo|dinh kem|kem)\b")
# … behind the title on its line: "PHỤ LỤC Danh sách cơ sở (Kèm theo Kế hoạch số 38/KH-SKHCN".
_NOTE_BEHIND = lazy(r"\s\((?:ban hanh |dinh )?kem(?: theo\b|\W*$)")
_TEMPLATE = lazy(r"m[aẫ]u", re.I)
_TITLE_LINES = 6
_TITLE_LETTERS = 10
_LEADERS = lazy(r"\.{4,}|…{2,}|_{4,}|(?:\.\s){4,}")


class Annex:
    """``form``: a blank form or a template, which states no facts."""

    __slots__ = ("end", "form", "items", "label", "start", "tables", "title")

    def __init__(
        self, label: str | None, title: Words | None, start: int = 0, end: int = 0, form: bool = False
    ) -> None:
        self.label = label
        self.title = title
        self.start = start
        self.end = end
        self.form = form
        self.tables: list[Table] = []
        self.items: list[Node] = []


def read(view: View, lines: Sequence[Line], reading: Reading) -> list[Annex]:
    """The annexes of the lines behind the ending."""
    out: list[Annex] = []
    for chunk in _split(lines):
        if any(not line.noise for line in chunk):
            out.append(_annex(view, chunk, reading, len(out) + 1))
    return out


def _opens(line: Line) -> re.Match[str] | None:
    if line.noise or (line.label is not None and line.label.is_bullet) or line.bars > 1:
        return None
    match = _LABEL.match(line.bare)
    if not match or len(line.text) > 140:
        return None
    rest = match["rest"].strip()
    capital = line.text.lstrip(' *("“')[:1].isupper()
    return (
        match
        if capital and (not rest or line.text[match.start("rest") :][:1].isupper() or rest.startswith("("))
        else None
    )


def _split(lines: Sequence[Line]) -> list[list[Line]]:
    chunks: list[list[Line]] = [[]]
    for line in lines:
        if _opens(line) and any(not x.noise for x in chunks[-1]):
            chunks.append([])
        chunks[-1].append(line)
    return chunks


def _annex(view: View, lines: list[Line], reading: Reading, number: int) -> Annex:
    real = [line for line in lines if not line.noise]
    annex = Annex(None, None, start=real[0].start, end=real[-1].end)
    head = _head(view, lines, annex)
    marks = (Mark(line.start, line.end, "heading", f"annexes.{number}") for line in lines[:head] if not line.noise)
    reading.marks.extend(marks)
    elements = body.elements(view, lines[head:])
    annex.tables = [e for e in elements if isinstance(e, Table)]
    annex.form = _blank_form(lines[head:], annex.label)
    if annex.title is not None and _GIVES_AIMS.search(annex.title.text):
        for table in annex.tables:
            allot(table)
    for section in outline.build(elements, frozenset()):
        annex.items += section.children
    return annex


def _head(view: View, lines: Sequence[Line], annex: Annex) -> int:
    """Read label and title off the first lines; the index behind them and the note below them."""
    title: list[Words] = []
    end = len(lines)
    for i, line in enumerate(lines):
        if line.noise:
            continue
        match = _opens(line) if annex.label is None and not title else None
        if match:
            annex.label = " ".join(line.text[match.start("label") : match.end("label")].split()).strip(" .:")
            rest = line.words.cut(match.start("rest"))
            if rest.text and not _NOTE.match(rest.text):
                title.append(rest)
        elif (title or annex.label is not None) and _NOTE.match(line.bare):
            end = _behind_note(view, lines, i + 1)
            if not title:
                title = _below_note(lines[end : end + _TITLE_LINES])
                end += len(title)
            break
        elif len(title) < _TITLE_LINES and _titles(line, title, annex.label is not None):
            title.append(line.words)
        else:
            end = i
            break
        if title and (note := _NOTE_BEHIND.search(bare(title[-1].text))):
            title[-1] = title[-1].cut(0, note.start())
            end = _behind_note(view, lines, i + 1)
            break
    if title:
        whole = join(title)
        note = _NOTE_BEHIND.search(bare(whole.text))
        annex.title = whole.cut(0, note.start() if note else None)
    return end


def _below_note(lines: Sequence[Line]) -> list[Words]:
    """The title that stands below the note: lines in capitals without a number."""
    title: list[Words] = []
    for line in lines:
        if line.noise or line.label or line.bars or not in_capitals(line.text, 0.9, fewest=_TITLE_LETTERS):
            break
        title.append(line.words)
    return title


def _behind_note(view: View, lines: Sequence[Line], i: int) -> int:
    """The index behind "(Ban hành kèm theo …)", which may take several lines."""
    while i < len(lines) and ")" not in lines[i - 1].text and len(lines[i].text) < 90 and not is_header(view, lines[i]):
        i += 1
    return i


def _blank_form(lines: Sequence[Line], label: str | None) -> bool:
    """Whether lines are a form to fill in: dotted leaders on a quarter of them, on any of a "Mẫu"."""
    real = [line for line in lines if not line.noise]
    dotted = sum(bool(_LEADERS.search(line.text)) for line in real)
    return dotted >= max(1, 0.25 * len(real)) or bool(dotted and label and _TEMPLATE.match(label))


def _titles(line: Line, title: Sequence[Words], labelled: bool) -> bool:
    """Whether a line goes on the annex's title: capitals, or set in the middle."""
    if line.bars or (line.label is not None and line.label.is_bullet):
        return False
    if in_capitals(line.text, 0.8, fewest=4):
        return not (line.label is not None and line.label.style == "I" and title)
    if not title:
        return labelled and len(line.text) < 160 and line.label is None
    return (line.indent >= 12 and len(line.text) < 90 and line.label is None) or (
        line.text[:1].islower() and line.label is None and len(title) < 3
    )
