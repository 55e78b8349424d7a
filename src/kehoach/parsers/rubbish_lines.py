"""What OCR makes of the ruled lines of a table and of seals: whole lines of letters that nobody writes.

"Tan l8 2022528122 3 IBN ÿš0se71D 2E] S342": words that are none, and not two beside each other that stand so anywhere
else.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from kehoach.folding import bare
from kehoach.knowledge.agencies import compounds
from kehoach.knowledge.patterns import lazy
from kehoach.parsers.glued import is_syllable
from kehoach.parsers.lines import Line
from kehoach.parsers.tables_torn_words import SIGNS, stain

_FEWEST_STRANGE, _STRANGE = 2, 3
"""Words that are none: so many at least, and one in so many."""
_FEWEST_WORDS = 4
_LONGEST_CAPITALS = 6
_RUN = 3
"""Small words side by side that read as a sentence."""
_SAYS = lazy(r"\d{1,2}/\d{1,2}/(?:19|20)\d\d|\d[.,]\d{3}\b|:\s*$")


def mark(lines: Sequence[Line]) -> None:
    """Mark lines noise of which nothing can be read; for scanned texts alone."""
    doubtful = [line for line in lines if not line.noise and _doubtful(line)]
    if not doubtful:
        return
    pairs = Counter(pair for line in lines for pair in _pairs(line))
    known = compounds()
    for line in doubtful:
        if not any(pairs[pair] > 1 or pair in known for pair in _pairs(line)):
            line.noise = True


def _doubtful(line: Line) -> bool:
    """Whether many words of a line are none."""
    if line.text[-1:] in ";." or (line.label is not None and not line.label.is_bullet) or line.bars > 1:
        return False
    words = [
        word for token in line.text.split() if (word := token.strip(SIGNS + "—=~+*|/\\<>")) and not word.isdecimal()
    ]
    if len(words) < _FEWEST_WORDS or _SAYS.search(line.text) or _reads(words):
        return False
    strange = sum(len(word) > 1 and strange_word(word) for word in words)
    return strange >= _FEWEST_STRANGE and _STRANGE * strange >= len(words)


def _reads(words: Sequence[str]) -> bool:
    """Whether three small syllables stand side by side."""
    run = 0
    for word in words:
        run = run + 1 if len(word) > 1 and word.islower() and is_syllable(word) else 0
        if run == _RUN:
            return True
    return False


def strange_word(word: str) -> bool:
    """Whether letters are no word: "ÿš0se71D", "INHPOAV", "hnn", but "UBND" and "website".

    >>> [strange_word(word) for word in ("ÿš0se71D", "PUẾCGGEDĐ", "hnn", "UBND", "website", "Thành")]
    [True, True, True, False, False, False]
    """
    if stain(word) or (word.isupper() and len(word) > _LONGEST_CAPITALS and word.isalpha()):
        return not is_syllable(word.lower())
    return word.isalpha() and not word.isupper() and not word.isascii() and not is_syllable(word.lower())


def _pairs(line: Line) -> set[tuple[str, str]]:
    words = [word for token in bare(line.text).split() if (word := token.strip(SIGNS))]
    return {(a, b) for a, b in pairwise(words) if len(a) > 1 and len(b) > 1 and a.isalpha() and b.isalpha()}
