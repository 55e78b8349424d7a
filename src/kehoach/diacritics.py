"""Marks that OCR lost or misread, put right for the rules to compare by: "phối họp", "các cơ quãn", "đê nghị".

Rules look for words with their marks.  Where a plan's text is worn, pairs of syllables that the language does not know
give way to the only pair, or by far the most frequent one, that has the same letters without marks.  What a plan says
is never taken from here, only where and as what it says it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from kehoach.folding import bare
from kehoach.knowledge.patterns import lazy

_SIGNS = {
    bare(word): word
    for word in (
        "thực hiện", "tổ chức", "kế hoạch", "đơn vị", "nội dung", "quản lý", "phối hợp", "triển khai", "báo cáo",
        "hướng dẫn",
    )
}  # fmt: skip
"""Words that plans are full of and whose letters hardly any other words have, by their letters."""
_OTHERS = (
    "bao cao su", "hình thức hiện", "phương thức hiện", "kiến thức hiện", "nhận thức hiện", "phường dân",
)  # fmt: skip
"""What has the letters of one of them and is right."""
_SHARE_WORN = 1 / 64
"""Share of such words whose marks are not theirs from which on a text is worn: typists err in one of a hundred."""
_LOOKED_AT = 16_000
"""Letters that are looked at: a text is worn everywhere or nowhere."""
_SECTIONS = tuple(
    tuple(words.split())
    for words in (
        "to chuc thuc hien", "muc dich", "yeu cau", "muc tieu", "chi tieu", "noi dung", "nhiem vu", "giai phap",
        "kinh phi", "tinh hinh", "doi tuong", "pham vi", "thoi gian", "phan cong", "trach nhiem", "che do bao cao",
    )
)  # fmt: skip
"""Names of sections that are known where a letter of a word is misread."""
_LONGEST_NAME = max(map(len, _SECTIONS))
_PLACES = {
    place: [k for k, name in enumerate(_SECTIONS) if place in enumerate(name)]
    for place in {place for name in _SECTIONS for place in enumerate(name)}
}
"""Which of them have a word, as their first, their second …"""
_MISREAD_OF = 2
"""Of so many words of a name one may be misread."""
_LONGEST_HEADING, _SHORTEST, _LONG = 120, 3, 5
_SYLLABLE = lazy(r"[^\W\d_]+")


def worn(text: str) -> bool:
    """Whether a plan's text, in NFC, has lost marks here and there, as OCR loses them.

    >>> worn("Kế hoạch tổ chức thực hiện"), worn("Kế họach tố chức thực hiện")
    (False, True)
    """
    text = text[:_LOOKED_AT]
    letters, lower = bare(text), text.lower()
    seen, right = sum(map(letters.count, _SIGNS)), sum(map(lower.count, _SIGNS.values()))
    if seen <= right:
        return False
    seen -= sum(map(lower.count, _OTHERS))
    return seen - right > seen * _SHARE_WORN


def restored(folded: str) -> str:
    """A folded text (see :func:`kehoach.folding.fold`) with the marks of its frequent words as they should be.

    >>> restored("đê nghị cãc cơ quãn phối họp với hội nông dân")
    'đề nghị các cơ quan phối hợp với hội nông dân'
    >>> restored("bón phân, phân bổ, phấn đấu; hàng năm, hằng năm")
    'bón phân, phân bổ, phấn đấu; hàng năm, hằng năm'
    """
    from kehoach.parsers.glued import is_syllable

    known, letters = _known(), bare(folded)
    spans = [match.span() for match in _SYLLABLE.finditer(letters)]
    pairs = [known.get(letters[a:d], ()) for (a, _), (_, d) in pairwise(spans)]

    def right(i: int) -> bool:
        return 0 <= i < len(pairs) and bool(pairs[i]) and folded[spans[i][0] : spans[i + 1][1]] == pairs[i][0]

    out = list(folded)
    for i, (start, end) in enumerate(spans):
        forms = pairs[i] if i < len(pairs) else ()
        if not forms:
            if not is_syllable(word := folded[start:end]) and out[start:end] == list(word):
                out[start:end] = known.get(letters[start:end], (word,))[0]
        elif folded[start : spans[i + 1][1]] not in forms:
            # a word that makes a sound pair with its other neighbour is not the misread one
            first, second = (folded[a:b] != forms[0][a - start : b - start] for a, b in spans[i : i + 2])
            if not (first and right(i - 1)) and not (second and right(i + 1)):
                out[start : spans[i + 1][1]] = forms[0]
    return "".join(out)


def named(bared: str, text: str) -> str:
    """The bare form of a text in capitals with the names of sections in which a letter of a word was misread.

    What is a syllable stands as it is.

    >>> named("v. to chue thuc hien", "V. TỔ CHỪE THỰC HIỆN"), named("i. muc digh", "I. MỤC ĐÍGH")
    ('v. to chuc thuc hien', 'i. muc dich')
    >>> named("doi truong", "ĐỘI TRƯỞNG"), named("chi tiet", "CHI TIẾT"), named("kinh thi", "KINH THI")
    ('doi truong', 'chi tiet', 'kinh thi')
    """
    from kehoach.parsers.glued import is_syllable

    if len(bared) > _LONGEST_HEADING:
        return bared
    spans = [match.span() for match in _SYLLABLE.finditer(bared)]
    words = [bared[a:b] for a, b in spans]
    for i in range(len(words) - 1):
        near = {k for place in enumerate(words[i : i + _LONGEST_NAME]) for k in _PLACES.get(place, ())}
        for name in map(_SECTIONS.__getitem__, sorted(near)):  # of which a word at least is right
            read = words[i : i + len(name)]
            wrong = [k for k, (a, b) in enumerate(zip(read, name, strict=False)) if a != b]
            if not wrong or len(read) < len(name) or _MISREAD_OF * len(wrong) > len(name):
                continue
            if all(
                _one_letter(read[k], name[k]) and not is_syllable(text[slice(*spans[i + k])].lower()) for k in wrong
            ):
                for k in wrong:
                    words[i + k] = name[k]
    out = list(bared)
    for (a, b), word in zip(spans, words, strict=True):
        out[a:b] = word
    return "".join(out)


def _one_letter(read: str, word: str) -> bool:
    """Whether one letter of a word, or two of a longer one, were read as others."""
    if len(read) != len(word) or len(word) < _SHORTEST:
        return False
    return sum(a != b for a, b in zip(read, word, strict=True)) <= 1 + (len(word) >= _LONG)


@cache
def _known() -> dict[str, Sequence[str]]:
    """Pairs of syllables, and syllables that need no second, by their letters: their forms, the most frequent first."""
    from kehoach.knowledge.syllables import ROWS

    rows = (row.split(",") for row in ROWS.split("\n"))
    return {bare(forms[0]): forms for forms in rows if forms[0]}
