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
_SYLLABLE = lazy(r"[^\W\d_]+")


def worn(text: str) -> bool:
    """Whether a plan's text, in NFC, has lost marks here and there, as OCR loses them.

    >>> worn("Kế hoạch tổ chức thực hiện"), worn("Kế họach tố chức thực hiện")
    (False, True)
    """
    text = text[:_LOOKED_AT]
    letters, lower = bare(text), text.lower()
    seen = sum(map(letters.count, _SIGNS)) - sum(map(lower.count, _OTHERS))
    return seen - sum(map(lower.count, _SIGNS.values())) > seen * _SHARE_WORN


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
    right = [
        folded[a:d] == forms[0] if forms else False
        for forms, ((a, _), (_, d)) in zip(pairs, pairwise(spans), strict=True)
    ]
    out = list(folded)
    for i, (start, end) in enumerate(spans):
        forms = pairs[i] if i < len(pairs) else ()
        if forms and folded[start : spans[i + 1][1]] not in forms:
            # a word that makes a sound pair with its other neighbour is not the misread one
            first, second = (folded[a:b] != forms[0][a - start : b - start] for a, b in spans[i : i + 2])
            if not (first and i and right[i - 1]) and not (second and i + 1 < len(right) and right[i + 1]):
                out[start : spans[i + 1][1]] = forms[0]
        elif not forms and not is_syllable(folded[start:end]) and out[start:end] == list(folded[start:end]):
            out[start:end] = known.get(letters[start:end], (folded[start:end],))[0]
    return "".join(out)


@cache
def _known() -> dict[str, Sequence[str]]:
    """Pairs of syllables, and syllables that need no second, by their letters: their forms, the most frequent first."""
    from kehoach.knowledge.syllables import ROWS

    rows = (row.split(",") for row in ROWS.split("\n"))
    return {bare(forms[0]): forms for forms in rows if forms[0]}
