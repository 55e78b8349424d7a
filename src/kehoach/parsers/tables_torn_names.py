"""Which words of a torn table are to be trusted: names that are whole, tasks without stains.

Where OCR lost the lines of a table, a name may have lost its second half to the next column ("Phòng Hành"), may
have taken words of it ("Phòng Quản lý đô thị trường"), or nothing is left of it but its first word. Better nobody
than half a name.
"""

from __future__ import annotations

from itertools import pairwise

from kehoach.folding import bare
from kehoach.knowledge.agencies import resolve
from kehoach.knowledge.patterns import lazy
from kehoach.parsers.tables_torn_words import SIGNS, stain

_BARE_HEADS = frozenset(
    "phong|cuc|chi cuc|vu|khoa|trung tam|phan xuong|phan|doan|hoi|hoi dong|ban|so|to|cong|vien|lien doan|don vi"
    "|uy ban".split("|")
)
"""What names of bodies begin with and are none by themselves."""
_WANTS_MORE = lazy(
    r"(?:cac |nhung )?(?:(?:phong|cuc|chi cuc|vu|khoa|trung tam|so|lien minh|doi)"
    r" (?:quan ly|kiem soat|phuc vu|ho tro|phat trien|xuc tien|hop)|.* (?:va|cac|cua|cap)|ubnd cac|uy ban nhan)$"
)
"""Names that say of whom or of what only in the words behind them: "Cục Quản lý", "Trung tâm Phục vụ"."""
_HALF = lazy(r"(?:phong|vu|cuc|chi cuc|phan xuong|doan|hoi|so|trung tam) (?P<half>[a-z]+)$")
_WHOLE = frozenset(
    "truong xa phuong tinh huyen bo so quan khoi thue duoc ta kham dang thon ban ap nganh nha dien vien".split()
)
"""Single words that a body's first word is named by: "Đoàn trường", "Phòng Khám"."""
_LEVELS = frozenset(
    "tinh huyen quan xa phuong thi thanh so bo truong khoi cap cac va nganh tw phoi hop voi cung".split()
)
"""Words that any name may go on with: levels, and what joins two names."""
_FEWEST, _MOST_STAINS = 2, 2
_NO_WORDS = frozenset("abcdefghijklmnopqrstvwxzềểễệếđ")
"""Letters that are no words by themselves."""
_FIGURES = lazy(r"\w*\d\w*[/.,\-]\w|[^\W\d]+\d|\d+[^\W\d]|\d{3}")
"""What no name has inside: days, letters grown together with figures."""


def whole(text: str, known: frozenset[tuple[str, str]]) -> int:
    """How many letters of a cell name a body; 0 where what is left of the name is half of one.

    >>> [whole(name, frozenset()) for name in ("Phòng Hành", "Văn phòng Sở công chức", "Đoàn trường")]
    [0, 12, 11]
    """
    end = _end(text, known)
    name = text[:end]
    if any(_FIGURES.match(word) for word in name.split()):
        return 0
    return 0 if unfinished(name) else end


def unfinished(name: str) -> bool:
    """Whether a name stops before it says whose it is.

    >>> [unfinished(name) for name in ("Trung tâm", "Cục Quản lý", "Đoàn Thanh", "Cục Thuế", "Phòng GDĐT")]
    [True, True, True, False, False]
    """
    plain = bare(name).strip(" ,.;:-|")
    if plain in _BARE_HEADS or "[" in name or _WANTS_MORE.match(plain):
        return True
    half = _HALF.match(plain)
    return half is not None and half["half"] not in _WHOLE and name.split()[-1].istitle() and resolve(name) is None


def _end(text: str, known: frozenset[tuple[str, str]]) -> int:
    """Where a name ends: before a small word that stands behind its last word nowhere else, if the rest is a body."""
    words = text.split()
    place = len(words[0]) if words else 0
    for n, (before, word) in enumerate(pairwise(words), 1):
        at = text.index(word, place)
        if n >= _FEWEST and _strange(before, word, known) and resolve(text[:place]) is not None:
            return place
        place = at + len(word)
    return len(text)


def _strange(before: str, word: str, known: frozenset[tuple[str, str]]) -> bool:
    """Whether a small word goes on no name: it stands behind the word before it nowhere else."""
    if _FIGURES.match(word):
        return True
    if not word[0].islower() or before[-1] in ",;(-–":
        return False
    pair = (bare(before).strip(SIGNS), bare(word).strip(SIGNS))
    return pair not in known and pair[1] not in _LEVELS and (pair[0] == "so" or pair[0] not in _LEVELS)


def stained(text: str) -> bool:
    """Whether a task has words that nobody writes, so that nothing of its row is sure.

    One misread word among others is a misprint.

    >>> stained("Khảo sát : Thiên Pfb le Z:1>› na"), stained("Mua 12 xe 85m3 cho website"), stained("Khảo sát, mH thập")
    (True, False, False)
    """
    words = [word for token in text.split() if (word := token.strip(SIGNS))]
    return sum(stain(word) or (len(word) == 1 and word in _NO_WORDS) for word in words) >= _MOST_STAINS
