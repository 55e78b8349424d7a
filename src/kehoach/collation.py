"""Names in the order of Vietnamese dictionaries."""

from __future__ import annotations

import unicodedata
from itertools import groupby

# Tones in the order of dictionaries: level, huyền, hỏi, ngã, sắc, nặng.
_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
# ă before â, ô before ơ.
_SHAPES = {"\u0306": "1", "\u0302": "2", "\u031b": "3"}

Syllable = tuple[int, int, str, int]
"""0 for a number and its value, or 1, its letters and its tone."""


def alphabetical(text: str) -> tuple[tuple[Syllable, ...], str]:
    """A key that sorts syllable by syllable: letters first (a ă â b c d đ e ê …), then tones; numbers by their value.

    >>> sorted(["Đồng Nai", "Cà Mau", "Bình Định", "Bạc Liêu", "Bắc Ninh", "Bà Rịa", "Bình Dương"], key=alphabetical)
    ['Bà Rịa', 'Bạc Liêu', 'Bắc Ninh', 'Bình Dương', 'Bình Định', 'Cà Mau', 'Đồng Nai']
    >>> sorted(["kế hoạch 10", "kế hoạch 9"], key=alphabetical)
    ['kế hoạch 9', 'kế hoạch 10']
    """
    letters = unicodedata.normalize("NFD", text.lower().replace("đ", "d\u0302"))
    runs = groupby(letters, key=lambda letter: "0" if letter.isdecimal() else letter.isalpha() or letter in _MARKS)
    return tuple(_syllable("".join(run), kind == "0") for kind, run in runs if kind), text


_MARKS = {*_TONES, *_SHAPES}


def _syllable(run: str, is_number: bool) -> Syllable:
    if is_number:
        return 0, int(run[:4000]), "", 0  # of longer ones Python makes no number
    spelt = ""
    for letter in run:
        if letter in _SHAPES:
            spelt = spelt[:-1] + _SHAPES[letter]
        elif letter not in _TONES:
            spelt += letter + "0"
    return 1, 0, spelt, max(map(_TONES.get, run, [0] * len(run)))


def letters() -> dict[str, tuple[int, int]]:
    """Every small letter of the alphabet, with each tone: its place from 0, and its tone, 0 for the level one.

    >>> letters()["ẵ"], letters()["z"]
    ((1, 3), (32, 0))
    """
    spelt = {unicodedata.normalize("NFC", letter + tone): (place, number)
             for place, letter in enumerate("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz")
             for tone, number in (("", 0), *_TONES.items())}  # fmt: skip
    return {letter: place for letter, place in spelt.items() if len(letter) == 1}
