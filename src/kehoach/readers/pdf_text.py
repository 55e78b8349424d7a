"""A PDF page's text layer, through PDFium (``pypdfium2``): letters to words, whatever order they were drawn in."""

from __future__ import annotations

import ctypes
import itertools
import math
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

from kehoach.readers.paged.page import Page, Word
from kehoach.readers.pdf_rules import Turn, rules

_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
_HYPHENS = {0x02, 0xFFFE}
"""What PDFium makes of a hyphen at a line's end."""
_UNKNOWN = "\ufffd"
"""A letter whose font does not say which it is."""
_DROPPED = {0xAD, 0xFEFF, 0x200B, 0x200C, 0x200D}
# Accents that old typesetting draws as signs of their own above a letter.
_SPACING = {
    0xB4: "\u0301",
    0x60: "\u0300",
    0x2C6: "\u0302",
    0x2DC: "\u0303",
    0x2D8: "\u0306",
    0x2CA: "\u0301",
    0x2CB: "\u0300",
}
_BLANK = 0.14
"""Room between letters, in sizes of the font, that parts words where no blank is printed."""
_OTHER_SIZE = 0.25
# How far letters take the pen in the typeface that Nghị định 30/2020/NĐ-CP asks for (Times New Roman), in sizes.
_WIDTHS = {
    "a": 0.444, "c": 0.444, "d": 0.5, "e": 0.444, "g": 0.5, "h": 0.5, "i": 0.278, "k": 0.5, "l": 0.278, "m": 0.778,
    "n": 0.5, "o": 0.5, "r": 0.333, "t": 0.278, "u": 0.5, "v": 0.5, "x": 0.5, "y": 0.5, "A": 0.722, "D": 0.722,
    "E": 0.611, "I": 0.333, "O": 0.722, "U": 0.722, "Y": 0.722,
}  # fmt: skip
_AMISS = 0.04
_HORN = "\u031b"
_HORNED = 1.1
"""How much wider "ơ" and "ư" are than "o" and "u"."""
_MOST_LETTERS = 100_000
_MOST_LOOSE = 500
"""Accents set apart from their letters that are put back."""
_INVISIBLE = 3
"""The text rendering mode that paints nothing."""


@dataclass(slots=True)
class _Char:
    """A letter: ``x``, ``y``: where it stands; ``x0``, ``x1``, ``top``: its box; all as the page is read."""

    text: str
    x: float
    y: float
    x0: float
    x1: float
    top: float
    size: float


@dataclass(slots=True)
class TextLayer:
    """A page as its text layer has it; ``hidden``: the share of letters that are not painted (recognised text
    behind a picture).
    """

    page: Page
    letters: int
    hidden: float


def text_layer(page: Any, number: int) -> TextLayer:
    """The words and ruling lines of a page of ``pypdfium2``, whichever way it is turned.

    Raises:
        OverflowError: it has more letters than a page can hold.
    """
    text_page = pdfium.FPDFText_LoadPage(page.raw)
    try:
        raw = list(_raw_chars(text_page))
        angles = Counter(quarter for _, quarter in raw if quarter >= 0)
        quarters = angles.most_common(1)[0][0] if angles else (page.get_rotation() // 90) % 4
        turn = Turn(page.get_bbox(), quarters)
        chars = [_char(text_page, i, turn) for i, quarter in raw if quarter == quarters]
        aside = [_char(text_page, i, turn) for i, quarter in raw if quarter not in (quarters, -1)]
        hidden = _hidden(text_page, [i for i, _ in raw])
    finally:
        pdfium.FPDFText_ClosePage(text_page)
    out = Page(number, turn.width, turn.height)
    inside = [c for c in chars if -c.size < c.x < turn.width + c.size and -c.size < c.y < turn.height + c.size]
    out.words = list(_words(inside)) + list(_sideways(aside))
    out.rules = list(rules(page, turn))
    return TextLayer(out, len(raw), hidden)


def _raw_chars(text_page: Any) -> Iterator[tuple[int, int]]:
    """(index, quarter turns) of a page's printed letters; -1 for letters that stand aslant, as watermarks do."""
    count = pdfium.FPDFText_CountChars(text_page)
    if count > _MOST_LETTERS:
        raise OverflowError
    for i in range(max(0, count)):
        if pdfium.FPDFText_IsGenerated(text_page, i) == 1:
            continue  # blanks that PDFium adds, not always where one is
        code = pdfium.FPDFText_GetUnicode(text_page, i)
        if code in _DROPPED or (0 < code < 0x20 and code not in _HYPHENS):
            continue
        angle = pdfium.FPDFText_GetCharAngle(text_page, i)
        turns = angle / (math.pi / 2)
        yield i, (-round(turns) % 4 if abs(turns - round(turns)) < 0.1 else -1)


def _char(text_page: Any, i: int, turn: Turn) -> _Char:
    code = pdfium.FPDFText_GetUnicode(text_page, i)
    text = "-" if code in _HYPHENS else _LIGATURES.get(code) or (chr(code) if code else _UNKNOWN)
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(text_page, i, x, y)
    box = pdfium.FS_RECTF()
    pdfium.FPDFText_GetLooseCharBox(text_page, i, box)
    size = _size(text_page, i, box, turn.quarters)
    here = turn(x.value, y.value)
    a, b = turn(box.left, box.bottom), turn(box.right, box.top)
    return _Char(text, *here, min(a[0], b[0]), max(a[0], b[0]), here[1] - 0.75 * size, size)


def _size(text_page: Any, i: int, box: Any, quarters: int) -> float:
    """The size of a letter as painted, in points: the font's own, scaled by what the page does with it."""
    matrix = pdfium.FS_MATRIX()
    size = pdfium.FPDFText_GetFontSize(text_page, i)
    if pdfium.FPDFText_GetMatrix(text_page, i, matrix):
        size *= math.hypot(matrix.c, matrix.d) or 1.0
    if not 0.5 <= size <= 400:
        size = abs(box.right - box.left if quarters % 2 else box.top - box.bottom) * 0.85
    return float(min(max(size, 1.0), 400.0))


def _hidden(text_page: Any, indexes: list[int]) -> float:
    """The share of letters that are not painted; a sample says it."""
    sample = indexes[:: max(1, len(indexes) // 50)]
    modes = [
        pdfium.FPDFTextObj_GetTextRenderMode(pdfium.FPDFText_GetTextObject(text_page, i)) == _INVISIBLE for i in sample
    ]
    return sum(modes) / len(modes) if modes else 0.0


# letters to words


def _words(chars: list[_Char]) -> Iterator[Word]:
    """Words, line by line: letters sorted by where they stand, whatever order they were drawn in."""
    for row in _rows(_composed(chars)):
        letters = _once(sorted(row, key=lambda c: c.x))
        _set_widths(letters)
        yield from _row_words(letters)


def _set_widths(row: list[_Char]) -> None:
    """Mend the widths of letters with marks: where PDFium has them wrong they differ from what their row lets expect.

    Programs that lack a letter in a font take it from another one, and then say its width amiss.
    """
    plain = [char for char in row if char.text in _WIDTHS]
    if not plain:
        return
    scale = sum(char.x1 - char.x for char in plain) / sum(_WIDTHS[char.text] * char.size for char in plain)
    for char in row:
        if char.text.isascii():
            continue
        marks = unicodedata.normalize("NFD", char.text)
        base = _WIDTHS.get("d" if marks == "đ" else "D" if marks == "Đ" else marks[0])
        if base:
            width = base * scale * char.size * (_HORNED if _HORN in marks else 1.0)
            if abs(char.x1 - char.x - width) > _AMISS * char.size:
                char.x1 = char.x + width


def _rows(chars: list[_Char]) -> Iterator[list[_Char]]:
    """Letters that stand on one height, to a fraction of a point."""
    row: list[_Char] = []
    for char in sorted(chars, key=lambda c: c.y):
        if row and char.y - row[-1].y > 0.06 * char.size:
            yield row
            row = []
        row.append(char)
    if row:
        yield row


def _composed(chars: list[_Char]) -> list[_Char]:
    """Letters with the accents that were drawn apart from them."""
    out: list[_Char] = []
    loose: list[_Char] = []
    for char in chars:
        mark = _SPACING.get(ord(char.text), "") if len(char.text) == 1 else ""
        if unicodedata.combining(char.text[0]):
            mark = char.text
        if not mark:
            out.append(char)
        elif out and _above(char, out[-1]):
            out[-1].text += mark
        else:
            char.text = mark if unicodedata.combining(char.text[0]) else char.text
            loose.append(char)
    for char in loose[:_MOST_LOOSE]:  # drawn before its letter, or all accents in one go
        near = [c for c in out if abs(c.y - char.y) < 0.9 * c.size and _above(char, c)]
        best = min(near, key=lambda c: abs(c.x0 + c.x1 - char.x0 - char.x1), default=None)
        mark = _SPACING.get(ord(char.text[0]), char.text)
        if best is not None:
            best.text += mark
        elif not unicodedata.combining(char.text[0]):
            out.append(char)
    for char in out:
        if len(char.text) > 1:
            char.text = unicodedata.normalize("NFC", char.text)
    return out


def _above(mark: _Char, letter: _Char) -> bool:
    """Whether an accent stands over a letter."""
    if not letter.text[0].isalpha():
        return False
    middle = (mark.x0 + mark.x1) / 2
    slack = 0.15 * letter.size
    return letter.x0 - slack <= middle <= letter.x1 + slack and abs(mark.y - letter.y) < letter.size


def _once(row: list[_Char]) -> list[_Char]:
    """A row without the letters that were drawn twice, a little apart, to look bold."""
    out: list[_Char] = []
    for char in row:
        twin = any(c.text == char.text and abs(char.x - c.x) < 0.12 * char.size for c in out[-3:])
        if not twin or char.text == " ":
            out.append(char)
    return out


def _row_words(row: list[_Char]) -> Iterator[Word]:
    """Words of a row: parted by printed blanks, or by room for one."""
    word: Word | None = None
    blank = 0.0
    rooms = sorted(b.x - a.x1 for a, b in itertools.pairwise(row) if a.text != " " and b.text != " ")
    tight = min(0.0, rooms[len(rooms) // 3]) if rooms else 0.0  # lines set tighter than their letters are wide
    for char in row:
        if char.text.isspace():
            if word is not None:
                yield word
                word = None
            blank = max(blank, char.x1 - char.x0, 0.1)
            continue
        room = char.x - word.x1 - tight if word is not None else 0.0
        if word is not None and (room > _BLANK * char.size or abs(char.size - word.size) > _OTHER_SIZE * word.size):
            yield word
            word = None
        if word is None:
            word = Word(char.text, char.x, char.x1, char.top, char.y, char.size, blank)
        else:
            word.text += char.text
            word.x1 = max(word.x1, char.x1)
        blank = 0.0
    if word is not None:
        yield word


def _sideways(chars: list[_Char]) -> Iterator[Word]:
    """Words of letters that stand upright against the page's own direction, as heads of narrow columns do."""
    columns: dict[int, list[_Char]] = {}
    for char in chars:
        columns.setdefault(round(char.x / max(1.0, 0.5 * char.size)), []).append(char)
    for column in columns.values():
        text = "".join(c.text for c in column).split()
        first = column[0]
        for k, piece in enumerate(text):
            yield Word(piece, first.x0 + 0.01 * k, first.x0 + 0.01 * k + 0.1, first.top, first.y, first.size, 1.0)
