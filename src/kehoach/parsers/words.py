"""Clean one-line text that remembers where in the view each of its letters stood."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from kehoach.knowledge.patterns import lazy
from kehoach.parsers.view import View

# What a clean line has none of, besides runs of blanks and signs that do not print: Markdown and LaTeX marks, and the
# "<br>" of a cell that a converter broke.
_DIRTY = "*#$\\`_<&"
_PLAIN = r"[^\s\\*`$_<&\u00a0\u200b\ufeff\u00ad]"
BREAK = r"<[bB][rR]\s?/?>"
# A page's tags that a copy of its text kept: "<b>KẾ HOẠCH</b>", "<span class='text_page_counter'>(1)</span>".
_TAG = (
    r"<span class='text_page_counter'>\(\d{1,4}\)</span>|</?(?:div|span|p)(?:\s[^<>]{0,80})?>"
    r"|</(?:b|i|u|em|strong)>|<(?:b|i|u|em|strong)>(?=[^<]{0,300}</)"
)
_TOKEN = lazy(
    rf"(?P<blank>(?:[\s\u00a0\u200b\ufeff]|{BREAK}|&nbsp;)+)"
    r"|(?P<geq>\\geq?(?:slant)?\b\s*)|(?P<leq>\\leq?(?:slant)?\b\s*)|(?P<times>\\times\b)"
    r"|(?P<amp>&amp;)|(?P<escape>\\(?:(?=[%#&_$*.()\[\]{}+\-!|<>~`\\])|(?=\s*$)))"
    rf"|(?P<mark>{_TAG}|\*{{2,}}|`+|\$(?=\S)|(?<=\S)\$|__+(?=\w)|(?<=\w)__+|\u00ad)"
    rf"|(?P<words>{_PLAIN}+(?: {_PLAIN}+)*|.)"
)
_MATH = lazy(r"\$[^$\n]{1,80}\$")
_SIGN = {"amp": "&", "geq": "≥ ", "leq": "≤ ", "times": "×"}


class Words:
    """``text``: clean; ``runs``: (offset in it, view offset) where letters run on one to one; ``end``: view offset."""

    __slots__ = ("end", "runs", "text")

    def __init__(self, text: str, runs: list[tuple[int, int]], end: int) -> None:
        self.text, self.runs, self.end = text, runs, end

    def at(self, pos: int) -> int:
        """The view offset of letter ``pos`` of the text."""
        start, view = self.runs[0]
        if len(self.runs) > 1 and pos >= self.runs[1][0]:
            start, view = self.runs[bisect_right(self.runs, (pos, 1 << 62)) - 1]
        at = view + pos - start
        return at if at < self.end else self.end

    def span(self, start: int, end: int) -> tuple[int, int]:
        """View offsets of ``text[start:end]``."""
        return self.at(start), (self.at(end - 1) + 1 if end > start else self.at(start))

    def source_span(self, view: View, start: int = 0, end: int | None = None) -> dict[str, int]:
        """The source span of ``text[start:end]``, JSON-ready."""
        return view.span(*self.span(start, len(self.text) if end is None else end))

    def printed(self, view: View) -> str:
        """The text as the source has it: its own hyphens, none of the blanks that the view puts between glued words."""
        if not view.glued and not view.retyped:
            return self.text
        parts = []
        for i, letter in enumerate(self.text):
            if letter == "-":
                parts.append(view.sign(self.at(i)))
            elif letter != " " or not (view.glued and view.added(self.at(i))):
                parts.append(letter)
        return "".join(parts)

    def without(self, gone: Sequence[int]) -> Words:
        """The words less the letters at these ascending positions."""
        parts: list[str] = []
        runs: list[tuple[int, int]] = []
        size = 0
        for start, end in zip([0, *(pos + 1 for pos in gone)], [*gone, len(self.text)], strict=True):
            if start < end:
                piece = [(start, self.at(start)), *((pos, view) for pos, view in self.runs if start < pos < end)]
                runs += [(pos - start + size, view) for pos, view in piece]
                parts.append(self.text[start:end])
                size += end - start
        return Words("".join(parts), runs, self.end) if parts else self

    def cut(self, start: int, end: int | None = None) -> Words:
        """The words of ``text[start:end]``, blanks at both ends left off."""
        part = self.text[start:end]
        lead = part.lstrip()
        start += len(part) - len(lead)
        part = lead.rstrip()
        end = start + len(part)
        if len(self.runs) == 1:
            first, view = self.runs[0]
            at, stop = view + start - first, view + end - first
            if at > self.end:
                at = self.end
            return Words(part, [(0, at)], (stop if stop <= self.end else self.end + 1) if part else at)
        at = self.at(start)
        if not part:
            return no_words(at)
        runs = [(0, at)]
        for pos, view in self.runs[bisect_right(self.runs, (start, 1 << 62)) :]:
            if pos >= end:
                break
            runs.append((pos - start, view))
        return Words(part, runs, self.at(end - 1) + 1)


def no_words(at: int) -> Words:
    """The words of a cell or of a heading that is not there; ``at``: the view offset where it would be."""
    return Words("", [(0, at)], at)


def is_clean(raw: str) -> bool:
    """Whether a text holds neither marks nor signs that do not print, and its blanks are single."""
    return raw.isprintable() and "  " not in raw and not any(map(raw.__contains__, _DIRTY))


def clean(text: str, start: int, end: int) -> Words:
    """The words of ``text[start:end]``: blanks single, Markdown and LaTeX marks off."""
    raw = text[start:end]
    if is_clean(raw):
        stripped = raw.lstrip()
        begin = start + len(raw) - len(stripped)
        stripped = stripped.rstrip()
        return Words(stripped, [(0, begin)], begin + len(stripped))
    math = "$" in raw and _MATH.search(raw) is not None
    parts: list[str] = []
    runs: list[tuple[int, int]] = []
    size, last = 0, start
    gap = False
    for match in _TOKEN.finditer(text, start, end):
        kind = match.lastgroup
        if kind == "blank":
            gap = size > 0
            continue
        if kind == "escape" or (kind == "mark" and (match[0][0] != "$" or math)):
            continue
        piece = _SIGN.get(kind or "", match[0])
        if gap:
            parts.append(" ")
            size += 1
            gap = False
        if not runs or runs[-1][1] - runs[-1][0] != match.start() - size or kind in _SIGN:
            runs.append((size, match.start()))
        parts.append(piece)
        size += len(piece)
        last = match.end()
    joined = "".join(parts)
    return Words(joined.rstrip(), runs or [(0, start)], last)


def join(pieces: Iterable[Words]) -> Words:
    """Pieces as one text; a word broken by a hyphen at the line's end keeps its hyphen and loses the blank."""
    pieces = [piece for piece in pieces if piece.text]
    if len(pieces) == 1:
        return pieces[0]
    texts: list[str] = []
    runs: list[tuple[int, int]] = []
    size, end, tail = 0, 0, ""
    for piece in pieces:
        if texts:
            tight = tail.endswith(("-", "–", "/")) and len(tail) > 1 and tail[-2].isalnum() and piece.text[0].isalnum()
            if not tight:
                texts.append(" ")
                size += 1
        runs += [(pos + size, view) for pos, view in piece.runs]
        texts.append(piece.text)
        size += len(piece.text)
        end, tail = max(end, piece.end), piece.text
    return Words("".join(texts), runs or [(0, 0)], end)
