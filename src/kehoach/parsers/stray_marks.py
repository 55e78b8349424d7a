"""Marks that OCR reads before a line's own label or first word: "t 4. Sở Y tế", "* 2. Dạy học", "nh Hướng dẫn".

A letter or two that are no word, or a sign no other line begins with. Before a label they are told by the numbers,
which count on; before words by the sentence above, which is finished, or is not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from kehoach.folding import upper
from kehoach.knowledge.patterns import lazy
from kehoach.parsers import labels
from kehoach.parsers.glued import is_syllable
from kehoach.parsers.labels import Label
from kehoach.parsers.lines import Line

_BEFORE_LABEL = lazy(
    r"(?P<mark>[^\W\d_]{1,2}|[^\w\s()\[\]\"“…]{1,2}) "
    r"(?=(?:\d{1,2}(?:\.\d{1,2}){0,2}[.)/]|[a-zđ]\)|[IVX]{1,4}\.|[-–] [^\W\d_])\s?\S)"
)
_BEFORE_WORD = lazy(upper(r"(?P<mark>[^\W\d_]{1,2}) (?=[A-Z][^\W\d_]+ [^\W\d_])"))
_MAY_BE_WORDS = frozenset("abcdđeoởýôàạu")
"""Letters that are words or labels where they stand alone."""
_LIKE_BULLETS = ".:=_«»"
_LIKE_BULLET = lazy(upper(rf"[{_LIKE_BULLETS}]{{1,2}} (?=[A-Z])"))
_STOPS = ".;:/"
_SIGNS = frozenset("+*" + labels.SIGNS)
_FEWEST_BULLETS = 3
_MOST_ALIKE = 2
"""Lines that begin with the same sign before a label: more are a list's own."""
_COUNTS = lazy(r"(?<!\w)(?:ngày|tháng|năm|quý|số|đến|từ|trước)$")
_FULL, _SHORT = 0.8, 0.6
"""Shares of a full line's letters: one that runs on has as many, a heading fewer."""


def mark(lines: Sequence[Line], *, scanned: bool) -> None:
    """Note the marks before lines' labels and words, in scans those inside a sentence as well. Linear."""
    found = [_before_label(line) for line in lines]
    if any(found):
        _count_on(lines, found)
    _bullets(lines)
    _before_words(lines)
    if scanned:
        _inside_sentences(lines)


def _before_label(line: Line) -> str:
    """What stands before a line's label and is none of its own, "" where nothing does."""
    if line.noise or line.bars > 1 or len(line.text) < 5 or " " not in line.text[1:3]:
        return ""
    match = _BEFORE_LABEL.match(line.text)
    return match["mark"] if match and _is_mark(match["mark"]) else ""


def _is_mark(text: str) -> bool:
    """Whether a letter or two are no word, or signs that open nothing."""
    if not text[0].isalpha():
        return text not in ("-", "–", "—", "#", "##")
    return text.islower() and text not in _MAY_BE_WORDS and (len(text) == 1 or not is_syllable(text))


def _count_on(lines: Sequence[Line], marks: Sequence[str]) -> None:
    """Give the lines their labels behind the marks where they count on."""
    alike = Counter(mark for mark in marks if mark)
    bullets = sum(line.label is not None and line.label.style == "-" for line in lines)
    last: dict[tuple[str, tuple[int, ...]], int] = {}
    above: Line | None = None
    for i, (line, found) in enumerate(zip(lines, marks, strict=True)):
        if line.noise:
            continue
        if found and alike[found] <= _MOST_ALIKE and not (line.bars and _beside_bars(lines, i)):
            label = labels.find(line.text[len(found) + 1 :])
            if label is not None and not label.kept and _fits(label, last, above, bullets):
                line.lead = len(found) + 1
                line.label = Label(
                    label.text, label.style, label.value, label.end + line.lead, label.kept, label.prefix
                )
                line.bars = 0
        if line.label is not None and line.label.value:
            last[line.label.style, line.label.prefix] = line.label.value
        above = line


def _fits(label: Label, last: dict[tuple[str, tuple[int, ...]], int], above: Line | None, bullets: int) -> bool:
    """Whether a label goes on with those above, or begins a list below a heading."""
    if label.is_bullet:
        return bullets >= _FEWEST_BULLETS
    if label.value == 1:
        return above is None or above.text.isupper() or above.text[-1:] == ":" or above.label is not None
    return label.value > 1 and last.get((label.style, label.prefix)) == label.value - 1


def _bullets(lines: Sequence[Line]) -> None:
    """Give a line its bullet that is read as a dot or the like, between others of a list: ". Vận động hội viên"."""
    plain = [line for line in lines if not line.noise]
    for above, line in pairwise(plain):
        if line.label is None and not line.bars and line.text[0] in _LIKE_BULLETS:
            match = _LIKE_BULLET.match(line.text)
            listed = above.label is not None and above.label.style == "-" and above.said[-1:] in ";.,"
            if match and listed:
                line.lead, line.label = 0, Label("-", "-", 0, match.end())


def _beside_bars(lines: Sequence[Line], at: int) -> bool:
    return any(line.bars for line in (*lines[max(0, at - 1) : at], *lines[at + 1 : at + 2]))


def _before_words(lines: Sequence[Line]) -> None:
    """Note letters before a paragraph's first word, below a finished sentence or a heading."""
    above: Line | None = None
    width = _full(lines)
    for line in lines:
        if line.noise:
            continue
        text = line.text
        if line.label is None and not line.lead and not line.bars and " " in text[1:3] and text[0].islower():
            match = _BEFORE_WORD.match(text)
            if match and above is not None and _is_mark(match["mark"]) and _ended(above, width):
                line.lead = match.end()
        above = line


def _ended(line: Line, width: float) -> bool:
    """Whether a line ends a paragraph: by its stop, or as a short line with a number of its own."""
    said = line.said
    return said[-1:] in _STOPS or (
        line.label is not None and not line.label.is_bullet and len(said) < _SHORT * width and said[-1:] != ","
    )


def _inside_sentences(lines: Sequence[Line]) -> None:
    """Take the labels from lines that go on with the sentence above behind a sign no other line begins with."""
    signs = Counter(line.label.style for line in lines if line.label is not None and line.label.style in _SIGNS)
    lone = {sign for sign, count in signs.items() if count == 1}
    if not lone:
        return
    width = _full(lines)
    above: Line | None = None
    for line in lines:
        if line.noise:
            continue
        label = line.label
        if label is not None and label.style in lone and above is not None and not above.bars:
            goes_on = above.said[-1:] not in _STOPS and len(above.said) >= _FULL * width
            first = line.text[label.end : label.end + 1]
            if goes_on and (first.islower() or (first.isdigit() and _COUNTS.search(above.said))):
                line.label, line.lead = None, label.end
        above = line


def _full(lines: Sequence[Line]) -> float:
    """Letters of a full line."""
    widths = sorted(len(line.text) for line in lines)
    return float(widths[int(len(widths) * 0.9)]) if widths else 0.0
