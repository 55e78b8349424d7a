"""Whether a text reads as Vietnamese: what tells a sound text layer from a broken one."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

_WORD = re.compile(r"[^\W\d_]+")
_RHYME = (
    r"(?:i?[eê]|[uo]?[aă]|u?[âêy]|uy[aê]?|o[aăeo]?|ô{1,2}|ư?ơ|ư|ưa|u|uô|i|ia|iê|yê|ya|y|e|o|ơ|uơ|ua)"
    r"(?:c|ch|m|n|ng|nh|p|t|i|y|o|u)?"
)
_SYLLABLE = re.compile(rf"(?:b|c|ch|d|đ|g|gh|gi|h|k|kh|l|m|n|ng|ngh|nh|p|ph|qu|q|r|s|t|th|tr|v|x)?{_RHYME}$")
_TONES = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_ENOUGH = 12
"""Words that are needed to say anything."""
_SOUND = 0.72
_MARKED = 0.3


@cache
def syllable(word: str) -> bool:
    """Whether a small word is built as a Vietnamese syllable, with one tone mark at most."""
    spelt = unicodedata.normalize("NFD", word)
    plain = _TONES.sub("", spelt)
    return len(spelt) - len(plain) <= 1 and _SYLLABLE.match(unicodedata.normalize("NFC", plain)) is not None


def shares(text: str) -> tuple[int, float, float]:
    """(words, the share of them that are Vietnamese syllables, the share that bear marks); abbreviations left out.

    >>> shares("Thực hiện Kế hoạch của UBND tỉnh")
    (6, 1.0, 1.0)
    """
    words = [w for w in _WORD.findall(unicodedata.normalize("NFC", text)) if len(w) > 1 and not _abbreviation(w)]
    if not words:
        return 0, 0.0, 0.0
    good = sum(syllable(w.lower()) for w in words)
    marked = sum(any(ord(c) > 0x7F for c in w) for w in words)
    return len(words), good / len(words), marked / len(words)


def _abbreviation(word: str) -> bool:
    return word.isupper() and len(word) < 7 and not syllable(word.lower())


def sound(text: str) -> bool:
    """Whether a text reads as Vietnamese; too few words to tell do.

    >>> sound("Sở Tài chính chủ trì, phối hợp với các sở, ngành liên quan tham mưu cấp kinh phí thực hiện")
    True
    >>> sound("Së Tµi chÝnh chñ tr×, phèi hîp víi c¸c së, ngµnh liªn quan tham m­u cÊp kinh phÝ thùc hiÖn")
    False
    """
    count, good, marked = shares(text)
    if count < _ENOUGH:
        odd = sum(unicodedata.category(c) in ("Co", "Cn", "Cc") or c == "\ufffd" for c in text if not c.isspace())
        return odd * 5 <= len(text)
    return good >= _SOUND and marked >= _MARKED
