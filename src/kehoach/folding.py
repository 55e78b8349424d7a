"""Comparable forms of Vietnamese text that keep its length, so that offsets survive.

Every function here maps a string to one of the *same length*: position ``i`` of the result stands for
position ``i`` of the input.  The input is expected in NFC; see :mod:`kehoach.parsers.view` for the way
from a source in any normal form to NFC and back.
"""

from __future__ import annotations

import codecs
import re
import threading
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Any, Protocol, TypeVar, cast

from kehoach.knowledge.patterns import lazy


class _Clearable(Protocol):
    def cache_clear(self) -> None: ...


_Cached = TypeVar("_Cached", bound=_Clearable)

# One code point to one: typographic variants that mean the same on these pages.
_SIGNS = {
    "\u00a0": " ", "\u2000": " ", "\u2001": " ", "\u2002": " ", "\u2003": " ", "\u2004": " ", "\u2005": " ",
    "\u2006": " ", "\u2007": " ", "\u2008": " ", "\u2009": " ", "\u200a": " ", "\u202f": " ", "\u205f": " ",
    "\u3000": " ", "\t": " ", "\r": " ", "\v": " ", "\f": " ", "\u200b": " ", "\ufeff": " ", "\u00ad": "-",
    "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-", "\u2014": "-", "\u2015": "-", "\u2212": "-",
    "\u201c": '"', "\u201d": '"', "\u201e": '"', "\u00ab": '"', "\u00bb": '"',
    "\u2018": "'", "\u2019": "'", "\u00b4": "'", "\u2032": "'", "\u2044": "/",
    "\u00d0": "Đ", "\u0189": "Đ", "\u00f0": "đ", "\u0256": "đ",
}  # fmt: skip

# Old tone placement ("hoà", "uỷ", "khoẻ") to new ("hòa", "ủy", "khỏe").  Only in open syllables: "hoàn" is one way.
_OLD_TONES = "oà òa oá óa oả ỏa oã õa oạ ọa oè òe oé óe oẻ ỏe oẽ õe oẹ ọe uỳ ùy uý úy uỷ ủy uỹ ũy uỵ ụy".split()
_TONE = dict(zip(_OLD_TONES[::2], _OLD_TONES[1::2], strict=True))
_TONE_PLACE = lazy(r"[ou][àáảãạèéẻẽẹỳýỷỹỵ](?![^\W\d_])")


# Vietnamese fits one byte a letter; through a byte table text is folded ten times as fast as by translate().
_VOWELS = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"
# The zero stands first because only then does Python build the quick kind of table.
_USUAL = (
    "\0" + "".join(map(chr, range(0x20, 0x7F))) + "\t\n\r" + _VOWELS + _VOWELS.upper() + "\u00a0–—“”‘’…•≥≤‰°²ðÐ×·\f€„ˆÏ"
)
_LINE_END = bytes([_USUAL.index("\n")])
_LONGEST_KEPT, _MOST_KEPT = 2048, 1024
"""Letters up to which a folded text is kept, and texts that are: layers ask for the same item again."""


# Words that OCR prints without the hook of their vowel, or with an acute accent for it, and that are then no words:
# "tố chức", "kiêm tra". Mending a letter keeps the length.
_HOOKED = (
    "tổ chức", "tổng hợp", "bổ sung", "phổ biến", "buổi", "kiểm tra", "kiểm soát", "triển khai", "phát triển",
    "chuẩn bị",
)  # fmt: skip
_HOOKS, _HATS, _ACUTES = "ổểẩ", "ôêâ", "ốếấ"
_MISREAD = [
    (word.replace(hook, other), word)
    for word in _HOOKED
    for hook, *others in zip(_HOOKS, _HATS, _ACUTES, strict=True)
    if hook in word
    for other in others
]

# What some pages print for "òng", "ông" and the like, which no Vietnamese syllable ends in: "Phịng", "khơng", "hịa".
_SWAPPED = (("ịng", "òng"), ("ỊNG", "ÒNG"), ("ơng", "ông"), ("ƠNG", "ÔNG"), ("hịa", "hòa"), ("Hịa", "Hòa"),
            ("HỊA", "HÒA"), ("tịa", "tòa"), ("Tịa", "Tòa"), ("TỊA", "TÒA"), ("cịn", "còn"))  # fmt: skip
_SWAPS, _FEWEST_SWAPS = ("phịng", "khơng", "cơng"), 3
"""Words that tell such a page, and how often it has them."""
_FIRST_LETTERS = 24
_FIGURES, _FIGURE = "0123456789", lazy(r"\d")
"""The usual figures, quickly looked for, and all there are: no other is a usual letter."""
_CAPITALS = "A-ZĐ" + "".join(v.upper() for v in _VOWELS if v != "đ")


def upper(pattern: str) -> str:
    """A pattern whose ``A-Z`` means every Vietnamese capital, small letters with marks excluded.

    >>> bool(re.match(upper("[A-Z]"), "Ổ")), bool(re.match(upper("[A-Z]"), "ổ"))
    (True, False)
    """
    return pattern.replace("A-Z", _CAPITALS)


@cache
def _bytes() -> tuple[Any, dict[str, str]]:
    """The byte table of the usual letters, and the letters each folding gives back for them."""
    usual = _USUAL.ljust(256, "\ufffe")
    foldings = {"plain": _plain_of, "lower": _lower_of, "bare": _bare_of}
    return codecs.charmap_build(usual), {name: "".join(map(of, usual)) for name, of in foldings.items()}


def _map(text: str, name: str, table: Callable[[], dict[int, str]]) -> str:
    coded = _coded(text)
    return text.translate(table()) if coded is None else _decoded(coded, name)


def _coded(text: str) -> bytes | None:
    """``text`` in the bytes of the table, ``None`` where it holds a letter that no byte is set aside for."""
    try:
        return codecs.charmap_encode(text, "strict", _bytes()[0])[0]
    except UnicodeEncodeError:
        return None


def _decoded(coded: bytes, name: str) -> str:
    return codecs.charmap_decode(coded, "strict", _bytes()[1][name])[0]


@cache
def _signs() -> dict[int, str]:
    return {ord(a): b for a, b in _SIGNS.items()}


def _plain_of(letter: str) -> str:
    """A sign's usual form, any other letter itself."""
    return _SIGNS.get(letter, letter)


def _lower_of(letter: str) -> str:
    """A letter's small form where that is one letter, a sign's usual form."""
    small = _SIGNS.get(letter, letter).lower()
    return small if len(small) == 1 else letter


def _bare_of(letter: str) -> str:
    """A letter's small form without its diacritics."""
    if letter in "đĐðÐƉɖ":
        return "d"
    base = unicodedata.normalize("NFD", letter)[0].lower()
    return base if letter >= "\u00c0" and len(base) == 1 and base.isalpha() else _lower_of(letter)


@cache
def _lower() -> dict[int, str]:
    """Signs as above and lower case, for texts with letters that no byte is set aside for."""
    return {point: _lower_of(chr(point)) for point in (*range(0x41, 0x2000), *map(ord, _SIGNS))}


@cache
def _bare() -> dict[int, str]:
    """Lower case, and no diacritics at all: the letters that survive bad printing and bad OCR."""
    return {point: _bare_of(chr(point)) for point in (*range(0x41, 0x2000), *map(ord, _SIGNS))}


def plain(text: str) -> str:
    """``text`` with blanks, dashes, quotes and Đ look-alikes in one form; case and tones kept."""
    return _map(text, "plain", _signs)


def fold(text: str) -> str:
    """``text`` in lower case, signs as in :func:`plain`, tone marks in the new place ("hòa", "ủy").

    Hooks that OCR lost in a few frequent words are there again.

    >>> fold("Uỷ ban nhân dân xã Hoà Bình – ĐỢT 1")
    'ủy ban nhân dân xã hòa bình - đợt 1'
    >>> fold("Tố chức kiêm tra; đường phố, kiêm nhiệm"), fold("Phố biến")
    ('tổ chức kiểm tra; đường phố, kiêm nhiệm', 'phổ biến')
    """
    kept = _kept.folded.get(text)
    if kept is not None:
        return kept
    return _keep(_kept.folded, text, _fold(_unswapped(text) if _kept.swapped else text))


def has_figures(text: str) -> bool:
    """Whether a figure stands in ``text``; kept, since each layer of facts asks it of the same items.

    >>> has_figures("quý 3"), has_figures("quý ba")
    (True, False)
    """
    kept = _kept.figures
    if (known := kept.get(text)) is None:
        if len(kept) >= _MOST_KEPT:
            kept.clear()
        known = any(map(text.__contains__, _FIGURES)) or _FIGURE.search(text) is not None
        kept[text] = known
    return known


def long_runs(text: str, letters: int) -> int:
    """As many as there are runs of so many letters in ``text``, or more; cheap where its letters are usual.

    >>> long_runs("đượcthay đổi", 8), long_runs("được thay đổi", 8)
    (1, 0)
    """
    coded = _coded(text)
    return len(text) if coded is None else coded.translate(_letters()).count(b"a" * letters)


@cache
def _letters() -> bytes:
    """What each byte is: "a" for a letter."""
    return "".join("a" if x.isalnum() and not x.isdecimal() else " " for x in _USUAL.ljust(256, "\ufffe")).encode()


def one_d(text: str) -> str:
    """A text with one "Đ" where OCR read two, of two alphabets: no keyboard types both side by side.

    >>> one_d("06-NQ/\u00d0ĐU"), one_d("12/BC-ĐĐBQH")
    ('06-NQ/ĐU', '12/BC-ĐĐBQH')
    """
    return text.replace("\u00d0Đ", "Đ").replace("Đ\u00d0", "Đ") if "\u00d0" in text else text


def bare(text: str) -> str:
    """``text`` in lower case without any diacritics, signs as in :func:`plain`.

    What headings are compared by, since OCR loses marks long before it loses letters.

    >>> bare("TÔ CHỨC THỰC HIỆN")
    'to chuc thuc hien'
    """
    kept = _kept.bared.get(text)
    if kept is not None:
        return kept
    letters = _unswapped(text) if _kept.swapped else text
    return _keep(_kept.bared, text, _named(_map(letters, "bare", _bare), text))


def bares(texts: Sequence[str]) -> list[str]:
    """:func:`bare` of texts without line ends, all in one go.

    >>> bares(["Kế hoạch", "", "NĂM 2031"])
    ['ke hoach', '', 'nam 2031']
    """
    coded = _coded("\n".join(texts))
    apart = _decoded(coded, "bare").split("\n") if coded is not None and not (_kept.worn or _kept.swapped) else ()
    return list(apart) if len(apart) == len(texts) else [bare(text) for text in texts]


def prepare(texts: Sequence[str]) -> None:
    """Keep both foldings of texts without line ends that will be asked for: all in one go takes a tenth of the time."""
    if _kept.swapped:
        return
    texts = [text for text in texts if text not in _kept.folded and len(text) < _LONGEST_KEPT][:_MOST_KEPT]
    coded = _coded("\n".join(texts))
    if coded is None:  # for a stain in one of them, as scans have: the others go without it
        texts = [text for text in texts if _coded(text) is not None]
        coded = _coded("\n".join(texts))
    if coded is not None and coded.count(_LINE_END) == len(texts) - 1:
        folded = _restored(_mended(_decoded(coded, "lower"), coded))
        _kept.folded.update(zip(texts, folded.split("\n"), strict=True))
        apart = _decoded(coded, "bare").split("\n")
        _kept.bared.update(zip(texts, map(_named, apart, texts) if _kept.worn else apart, strict=True))


@contextmanager
def of_plan(text: str) -> Iterator[None]:
    """While a plan is read whose text, in NFC, is ``text``: where it is worn, marks that it lost are there again.

    Foldings are kept for that long: they are of use to one plan only.
    """
    from kehoach import diacritics

    forget()
    _kept.worn = diacritics.worn(text)
    _kept.swapped = sum(map(text.count, _SWAPS)) >= _FEWEST_SWAPS
    apart = _kept.worn or _kept.swapped
    if apart:
        _forget_answers()
    try:
        yield
    finally:
        if apart:
            _forget_answers()
        forget()


def worn() -> bool:
    """Whether the plan that is being read lost marks, so that a mark in its words says little."""
    return _kept.worn


def forget() -> None:
    """Keep no text's foldings any longer."""
    _kept.folded.clear()
    _kept.bared.clear()
    _kept.figures.clear()
    _kept.worn = _kept.swapped = False


def answers(cached: _Cached) -> _Cached:
    """A cached function that folds the texts it is asked of: its answers for a worn plan are of use to that alone."""
    _ANSWERS.append(cached)
    return cached


def _forget_answers() -> None:
    for cached in _ANSWERS:
        cached.cache_clear()


_ANSWERS: list[_Clearable] = []


class _Kept(threading.local):
    """What a thread keeps of the plan that it reads: foldings by text, and whether the text is worn."""

    def __init__(self) -> None:
        self.folded: dict[str, str] = {}
        self.bared: dict[str, str] = {}
        self.figures: dict[str, bool] = {}
        self.worn = False
        self.swapped = False  # the page prints other vowels: "Phịng", "khơng"


_kept = _Kept()


def _unswapped(text: str) -> str:
    """A text of a page that prints other vowels, with the usual ones: "Phòng" for "Phịng"."""
    for printed, usual in _SWAPPED:
        if printed in text:
            text = text.replace(printed, usual)
    return text


def _keep(kept: dict[str, str], text: str, form: str) -> str:
    if len(text) < _LONGEST_KEPT:
        if len(kept) >= _MOST_KEPT:
            kept.clear()
        kept[text] = form
    return form


def _fold(text: str) -> str:
    coded = _coded(text)
    return _restored(_mended(text.translate(_lower()) if coded is None else _decoded(coded, "lower"), coded))


def _mended(lower: str, coded: bytes | None) -> str:
    """A text in lower case with its tone marks in the new place and the hooks that OCR lost.

    ``coded``, its bytes where it has any, soon tell that nothing is to be done.
    """
    if coded is None:
        lower = _TONE_PLACE.sub(_placed, lower)
    else:
        kinds = coded.translate(_kinds()) + b" "
        if (placed := kinds.count(b"ov ")) and placed > kinds.count(b"qov "):
            lower = _TONE_PLACE.sub(_placed, lower)
    return _hooked(lower, coded)


@cache
def _kinds() -> bytes:
    """What each byte is where a tone mark may stand in its old place: "v" a vowel with it behind "o", "q" for "qu"."""
    letters = [_lower_of(letter) for letter in _USUAL.ljust(256, "\ufffe")]
    vowels = set("".join(_TONE)) - set("ou")
    kinds = (
        "v" if x in vowels else "o" if x in "ou" else "q" if x == "q" else "l" if x not in "_" and x.isalpha() else " "
        for x in letters
    )
    return "".join(kinds).encode()


def _named(bared: str, text: str) -> str:
    """A bare text of a worn plan, in capitals, with the names of sections of whose letters few were misread."""
    if not _kept.worn or not text.isupper():
        return bared
    from kehoach.diacritics import named

    return named(bared, text)


def _restored(folded: str) -> str:
    """A folded text of a worn plan with the marks that it lost, any other as it is."""
    if not _kept.worn:
        return folded
    from kehoach.diacritics import restored

    return restored(folded)


def _hooked(folded: str, coded: bytes | None) -> str:
    """A folded text with the hooks that OCR lost."""
    found = _MISREAD
    if coded is not None:
        hats, signs = _misread_signs()
        plainer = coded.translate(hats).decode("latin-1")  # where looking for letters is quicker than in bytes
        found = [pair for sign, pairs in signs if sign in plainer for pair in pairs]
    for misread, word in found:
        folded = folded.replace(misread, word)
    return folded


@cache
def _misread_signs() -> tuple[bytes, list[tuple[str, list[tuple[str, str]]]]]:
    """A table that makes an acute accent on a hat none, and misread words in its bytes with what is put right there.

    They go without their first letter, which may be a capital.
    """
    acutes, hats = cast("bytes", _coded(_ACUTES)), cast("bytes", _coded(_HATS))
    marks = str.maketrans(_HOOKS + _ACUTES, _HATS * 2)
    signs = [cast("bytes", _coded(word[1:].translate(marks))).decode("latin-1") for word in _HOOKED]
    pairs = [[pair for pair in _MISREAD if pair[1] == word] for word in _HOOKED]
    return bytes.maketrans(acutes, hats), list(zip(signs, pairs, strict=True))


def _placed(match: re.Match[str]) -> str:
    quiet = match.start() and match.string[match.start() - 1] == "q"
    return match[0] if quiet else _TONE.get(match[0], match[0])


def case_counts(text: str) -> tuple[int, int]:
    """How many letters ``text`` has, and how many of them are capitals.

    >>> case_counts("TM. Ủy ban")
    (7, 3)
    """
    letters = "".join(filter(str.isalpha, text))
    return len(letters), sum(map(str.isupper, letters))


def in_capitals(text: str, share: float, *, fewest: int = 1, beyond: bool = False) -> bool:
    """Whether ``text`` has at least the ``fewest`` letters and a ``share`` of its letters, or more, are capitals.

    ``beyond``: the share itself is not enough.

    >>> in_capitals("TM. ỦY BAN", 1), in_capitals("SỐ 64/QĐ-TTg", 0.8), in_capitals("12/5", 0.8)
    (True, True, False)
    """
    if sum(map(str.islower, text[:_FIRST_LETTERS])) > (1 - share) * len(text):
        return False  # running text shows it at once, and need not be counted
    letters = "".join(filter(str.isalpha, text))
    capitals, least = sum(map(str.isupper, letters)), share * len(letters)
    return len(letters) >= fewest and (capitals > least if beyond else capitals >= least)


def nfc(text: str) -> str:
    """``text`` in NFC; cheap where it is so already."""
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)
