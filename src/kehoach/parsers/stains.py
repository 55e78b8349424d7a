"""Stains: stray signs and letters that OCR reads beside the words of a line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest

from kehoach.folding import fold, upper
from kehoach.knowledge.patterns import lazy
from kehoach.parsers import labels
from kehoach.parsers.breaks import CLINGING, OPEN_WORDS, is_stroke
from kehoach.parsers.glued import is_syllable
from kehoach.parsers.labels import BULLETS, Label
from kehoach.parsers.lines import Line

_NO_WORDS = "ịỊĩĨìÌíÍỉỈïÏîÎšŠỆỀỂỄệềểễ"
"""Letters that are no word where they stand alone; strokes beside the text are read as these."""
_HARDLY_WORDS = "ẫắẳẵặằầẩậấẻẽẹèéồổỗộốờợừửữựụũủù"
"""Small letters that are none beside a sign, or before a capital."""
_TAIL = lazy(
    rf"(?:\s+(?:(?:[^\w\s()\[\]\"“”%…+]|[_ˆ]){{1,6}}|[{_NO_WORDS}]|[{_HARDLY_WORDS}ở](?=\s)|\)(?=\s)|[\"“”]\W{{1,3}}))+"
    r"(?:\s+[^\W\d_])?$"
)
_BEHIND_STOP = lazy(r"(?<=[.;])(?P<stain>(?:\s+[^\s\d]{1,3}){1,3})$")
"""Short letters behind the end of a sentence: "… 31/12/2031. tố ệ", "… nông thôn. Ni"."""
_STRAY = frozenset(f"{_NO_WORDS}{_HARDLY_WORDS}ˆ")
_LONGEST_TAIL = 120
"""Letters at a line's end, blanks counted, in which a stain is looked for."""
_CRUMB = lazy(r"\s+(?:(?P<sign>[+*])|[hklmnpqrstvxz])$")
# What a letter may be the name of: "khối h", "điểm n".
_BEFORE_LETTERS = lazy(r"(?:khối|lớp|nhóm|loại|điểm|mục|hạng|tổ|khu|phần|tiết|đoạn|nhà|lô|ấp|số|mẫu|vitamin|\d)$", re.I)
_LONE_BRACKET = lazy(r"\s+\)$")
# A figure alone behind a sentence's full stop: "… của xã. 2".
_LONE_FIGURE = lazy(r"(?<=[^\W\d_]{2}\.)\s+\d$")
_SIGNS = r"(?:[^\w\s\"“”()\[\]#<>%&+*•·▪●○…/\-–—]|[_ˆ])"
_LEAD = lazy(
    rf"(?:{_SIGNS}{{1,2}}\s+[^\W\d_]{{1,2}}\s+(?=[-–~]\s+[^\W\d_])|[{_NO_WORDS}]\s+(?=[1IVX]{{1,4}}\.\s)"
    rf"|{_SIGNS}{{1,6}}\s+|{_SIGNS}{{0,2}}[-–—]?\.{{2,}}\S{{0,4}}\s+|[{_NO_WORDS}]\s+(?=\W|\d{{1,2}}[.)]\s)"
    rf"|[{_HARDLY_WORDS}]\s+(?=\d{{1,2}}[.)]\s|[^\W\d_](?<![a-zà-ỹđ])[^\W\d_]*\s)"
    r"|['‘’`ˆ^°:;.,]{1,2}(?=[^\W\d_]))+"
)
# A dash read as a wave before a figure, or with a stain behind it: "~ 100% các xã", "-'Tổ chức", "~'Trên 90%".
_WAVE = lazy(upper(r"~[.,'’‘]{0,2}\s?(?=\d)|[-–—~]\s?['’‘`]{1,2}\s?(?=[A-Z])"))
_BULLET_SIGNS = "~=_»«"
_OPENS_ITEM = '"“'
_STOPS = ".;:,!?…"
_KEPT = frozenset("-–—;,")
"""Signs that may be the line's own though a blank stands before them."""
_LEADS = frozenset("sau gồm thể là đây".split())
_LONGEST_STAIN, _LONGEST_CRUMB = 6, 3
_LONGEST_REST = 14
_SENTENCE_ENDS = (". ", "; ")
_STROKES = 4
"""Letters up to which a line of its own may be a stroke read as a word."""
_FULL = 0.85
"""Share of the widest lines' letters from which on a line is full."""
_LONG = 0.85
"""Share of a full line's letters that one has at least which the margin may have cut."""


def mark(lines: Sequence[Line]) -> None:
    """Note each line's stains and find the labels and page numbers behind them. Linear; most lines cost a glance."""
    for line in lines:
        if not line.noise and not line.bars and (not line.text[0].isalnum() or line.text[0] in _STRAY):
            _lead(line)
    _waves(lines)
    full = 0.0
    for i, (line, following) in enumerate(zip_longest(lines, lines[1:])):
        if line.noise or line.bars:
            continue
        text = line.text
        if len(text) <= _STROKES and text.isalpha() and text.islower() and i and _stands_apart(lines, i):
            line.noise = True
            continue
        if _may_end_stained(text):
            full = full or _full(lines)
            line.tail = _tail(text, following, full)
        if text[-1].islower() and any(map(text[-_LONGEST_REST:].__contains__, _SENTENCE_ENDS)):
            line.tail = max(line.tail, _rest(text, following))
        if "./." in text[-_LONGEST_REST:] and not line.tail:
            line.tail = _behind_end(text)
        if line.lead and line.said.isdigit() and len(line.said) <= 3:
            line.noise = True  # a page number


def _rest(text: str, following: Line | None) -> int:
    """Letters behind a sentence's end that begin no other: in small letters, and no syllables behind a semicolon."""
    found = _BEHIND_STOP.search(text)
    if found is None or (following is not None and not following.noise and following.said[:1].islower()):
        return 0
    words = found["stain"].split()
    small = words[0].islower() and not any(map(str.isupper, found["stain"]))
    known = [is_syllable(word.lower()) for word in words]
    stained = not any(known)
    if small:  # "…; chỉ đạo" goes on below, with a name in capitals
        stained = text[found.start() - 1] == "." or not all(known)
    return len(found["stain"]) if stained else 0


def _behind_end(text: str) -> int:
    """Letters behind the sign that ends a document: crumbs of a word or two, no name of who signs."""
    rest = text[text.rfind("./.") + 3 :]
    return len(rest) if rest and all(len(word) <= _LONGEST_CRUMB for word in rest.split()) else 0


def _waves(lines: Sequence[Line]) -> None:
    """Give the lines their bullets that begin with a dash read as a wave, where another line's is one without doubt."""
    found = [x for x in lines if x.label is None and x.text[0] in "~-–—" and not x.noise and not x.bars]
    if not found or not any(x.text[0] == "~" and x.label is not None and x.label.is_bullet for x in lines):
        return
    for line in found:
        if match := _WAVE.match(line.text):
            line.label, line.lead = Label(line.text[0], "-", 0, match.end()), 0


def _may_end_stained(text: str) -> bool:
    """Whether a line ends in a lone letter or in signs set off by a blank; cheap, and hardly any line does."""
    last = text[text.rfind(" ") + 1 :]
    if len(last) > _LONGEST_STAIN or len(last) == len(text) or (len(last) > 1 and last[:2].isalnum()):
        return False
    return sum(map(str.isalnum, last)) <= 1


def _full(lines: Sequence[Line]) -> float:
    """Letters from which on a line is full."""
    widths = sorted(len(line.text) for line in lines)
    return _FULL * widths[int(len(widths) * 0.9)]


def _stands_apart(lines: Sequence[Line], i: int) -> bool:
    """Whether what might be a word stands between a finished sentence and a new paragraph."""
    above = lines[i - 1]
    if above.noise or above.said[-1:] not in ".;" or i + 1 == len(lines):
        return False
    below = lines[i + 1]
    return below.noise or below.label is not None or (lines[i].blanks > 0 and below.blanks > 0)


def _lead(line: Line) -> None:
    text = line.text
    if line.label is not None or text[0] in BULLETS:
        return
    match = _LEAD.match(text)
    if match is None or match.end() >= len(text):
        return
    line.lead = match.end()
    rest = text[line.lead :]
    label = labels.find(rest)
    if label is not None and not label.kept:
        label.end += line.lead
        line.label = label
    elif label is None and match[0].rstrip()[-1:] in _BULLET_SIGNS and (rest[0].isupper() or rest[0] in _OPENS_ITEM):
        line.label = Label("-", "-", 0, line.lead)


def _tail(text: str, following: Line | None, full: float) -> int:
    """Letters of the stain at a line's end, blanks before it counted."""
    near = max(0, len(text) - _LONGEST_TAIL)
    match = _TAIL.search(text, near)
    if match is None and (figure := _LONE_FIGURE.search(text, near)):
        return len(figure[0]) if following is None or following.label is not None or following.blanks > 1 else 0
    if match is None and (crumb := _CRUMB.search(text, near)):
        behind_stop = text[crumb.start() - 1] in ".;" and crumb["sign"]
        alone = not crumb["sign"] and not _BEFORE_LETTERS.search(text[: crumb.start()])
        return len(crumb[0]) if behind_stop or (alone and _labelled(following)) else 0
    if match is None:
        bracket = _LONE_BRACKET.search(text, near)
        return len(bracket[0]) if bracket and text.count("(") < text.count(")") else 0
    kept, stain = text[: match.start()], match[0].strip()
    if ")" in stain and kept.count("(") > kept.count(")"):
        return 0
    if any(map(stain.__contains__, '"“”')) and sum(map(kept.count, '"“”')) % 2:
        return 0
    if not kept or kept[-1] in _STOPS:
        return len(match[0])
    if stain == ":":
        return len(match[0]) if following is not None and _goes_on(kept, following, full) else 0
    if stain == ".":
        return len(match[0]) if following is not None and (_small(following) or _counted(kept, following)) else 0
    if stain == "," and _labelled(following):
        return len(match[0])  # a number or a bullet below: nothing goes on behind the comma
    if stain in _KEPT or stain[-1:].isalpha():
        return len(match[0]) if stain in _NO_WORDS else 0
    return len(match[0])


def _labelled(following: Line | None) -> bool:
    """Whether the line below begins an item of its own."""
    return following is not None and not following.noise and following.label is not None and not is_stroke(following)


def _goes_on(kept: str, following: Line, full: float) -> bool:
    """Whether the sentence runs on in the next line, so that the colon between them is none."""
    last = fold(kept.rpartition(" ")[2])
    if last in CLINGING and len(kept) >= _LONG * full:
        return True  # "… năm 2031 của :" / "- Ủy ban nhân dân tỉnh": the dash is a stain as well
    if following.noise or following.bars or (following.label is not None and not is_stroke(following)):
        return False
    long = _LONG * full if last in OPEN_WORDS else full
    return following.said[:1].islower() or (len(kept) >= long and last not in _LEADS)


def _counted(kept: str, following: Line) -> bool:
    """Whether a line's last word wants what the next line begins with: "trong tháng . / 10/2031", "và . / Chỉ thị"."""
    if following.noise or following.bars or following.label is not None:
        return False
    last = fold(kept.rpartition(" ")[2])
    return last in CLINGING or (last in OPEN_WORDS and following.said[:1].isdigit())


def _small(following: Line) -> bool:
    """Whether the next line begins in the middle of a sentence."""
    return not (following.noise or following.label is not None or following.bars) and following.said[:1].islower()
