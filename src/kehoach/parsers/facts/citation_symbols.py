"""The letters behind a document's number where OCR misread one: "CT-TTE", "TT-BNNPTENT", "TTILT", "TT-BGDDT"."""

from __future__ import annotations

from functools import cache, lru_cache

from kehoach.folding import bare
from kehoach.knowledge.document_types import MINISTRIES, SIGNERS
from kehoach.knowledge.patterns import lazy

_PREMIER = lazy(r"T[TIlÍ1][gqe9GE8&]$")
_COUNCILS = ("ubnd", "hdnd")
_SHORTEST = 5
"""Letters of an abbreviation from which on one of them may be misread."""


@lru_cache(maxsize=512)
def signer(part: str) -> str:
    """An abbreviation as it was meant, itself where that is not certain.

    >>> [signer(part) for part in ("TTE", "BNNPTENT", "BGDDT", "TTILT", "UBNB", "HĐNĐ", "BVHTTĐL")]
    ['TTg', 'BNNPTNT', 'BGDĐT', 'TTLT', 'UBND', 'HĐND', 'BVHTTDL']
    >>> [signer(part) for part in ("TTr", "SGDĐT", "SNNMT", "BNNMT", "BYT", "UBDT", "UBNDX")]
    ['TTr', 'SGDĐT', 'SNNMT', 'BNNMT', 'BYT', 'UBDT', 'UBNDX']
    """
    if _PREMIER.match(part):
        return "TTg"
    letters = bare(part)
    if part in SIGNERS or len(letters) < len("ubnd"):
        return part
    near = {known for known, plain in _signers() if _near(letters, plain)}
    return near.pop() if len(near) == 1 else part


@cache
def _signers() -> tuple[tuple[str, str], ...]:
    """Each abbreviation with its bare form."""
    return tuple((known, bare(known)) for known in SIGNERS)


def parted(symbol: str, abbreviations: tuple[str, ...]) -> str:
    """A symbol whose stroke between what a document is and who signs it is lost: "TTBTC", "TTLTBYT-BTNMT".

    >>> parted("TTBTC", ("TT",)), parted("TTLTBYT-BTNMT", ("TTLT",)), parted("TTBT", ("TT",)), parted("TT-BTC", ("TT",))
    ('TT-BTC', 'TTLT-BYT-BTNMT', 'TTBT', 'TT-BTC')
    """
    head, dash, rest = symbol.partition("-")
    for kind in abbreviations:
        who = head.removeprefix(kind)
        if who != head and (who in SIGNERS or who in MINISTRIES):
            return f"{kind}-{who}{dash}{rest}"
    return symbol


def _near(letters: str, known: str) -> bool:
    """Whether two abbreviations are the same but for one letter, never the first; short ones but for marks."""
    if letters == known:
        return True
    if letters[0] != known[0] or abs(len(letters) - len(known)) > 1:
        return False
    if known in _COUNCILS:
        if letters[:3] != known[:3] or len(letters) != len(known):
            return False
    elif len(letters) < _SHORTEST or letters[-1] != known[-1]:
        return False
    shorter = min(len(letters), len(known))
    same = next((i for i in range(shorter) if letters[i] != known[i]), shorter)
    return any(letters[same + a :] == known[same + b :] for a, b in ((1, 1), (1, 0), (0, 1)))
