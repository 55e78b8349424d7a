"""Signs that OCR reads between two words of a sentence, where one line ends and the next begins: "trước + ngày 10/02".

They stay in the printed text, as all else does; the rules of facts read the words without them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kehoach.folding import fold
from kehoach.knowledge.patterns import lazy
from kehoach.parsers.breaks import OPEN_WORDS
from kehoach.parsers.items import Item

_SIGNS = r"[_ˆ`´'’‘^°›‹«»¿¡\\!.,:;~+]{1,3}"
_STANDING = lazy(rf" (?:(?<=[^\W_] )|(?<=[^\W_]- )){_SIGNS}(?: {_SIGNS})?(?= [^\W_])")
_STROKES = frozenset(" _ˆ`´^¿¡›‹\\")
"""Signs that no sentence of a plan has set off by blanks."""
_OPEN = OPEN_WORDS | frozenset("năm tháng hết cuối đầu nhất thiểu dưới đạt khoảng xong hợp".split())
"""Words (folded) behind which no sign stands, whatever follows."""


def read_without(items: Sequence[Item]) -> None:
    """Take the stray signs out of the words that facts are read from; ``out`` keeps them. Linear."""
    for item in items:
        gone = [pos for start, end in _found(item.text) for pos in range(start, end)]
        if gone:
            item.words = item.words.without(gone)
            item.text = item.words.text


def _found(text: str) -> Iterator[tuple[int, int]]:
    """Where stray signs stand, each with the blank before it.

    >>> text = "trước + ngày 10/02, trong ˆ tháng 3 và , tháng 4; gồm : rừng + vườn, số 5/TT- ` BTC"
    >>> [text[start:end] for start, end in _found(text)]
    [' +', ' ˆ', ' ,', ' `']
    """
    for match in _STANDING.finditer(text):
        start = match.start()
        sure = text[start - 1] == "-" or _STROKES.issuperset(match[0])
        if sure or fold(text[text.rfind(" ", 0, start) + 1 : start]) in _OPEN:
            yield start, match.end()
