"""Letters that OCR reads for figures inside a number: "1O0% hộ", "O2 buổi", "50O bản sách", "đến năm 202O"."""

from __future__ import annotations

import re

from kehoach.knowledge.patterns import lazy

_MAY_HOLD = lazy(r"\d[oil\]][\doil\]% ]|[oil\]]\d[\doil\]% ]|\do\b")
_SHARE = lazy(r"(?<![\w.,/\]-])(?=[oil\]]{0,2}\d)[\doil\]]{2,3}(?=\s?%)")
_COUNT = lazy(r"(?<![\w.,/-])(?:o[1-9]|\d{1,3}o)(?= (?!c\b)[^\W\d_]{2})")
_YEAR = lazy(r"(?<=năm )(?:2[0o][\doil]{2}|19[\doil]{2})(?!\w)")
_GASES = ("khí ", "oxy ", "oxi ", "thở ", "máy ", "nồng độ ", "bình ")
_LETTERS = str.maketrans("oil]", "0111")


def mended(folded: str) -> str:
    """The folded text, such letters as figures; of one length.

    >>> mended("1o0% hộ, i5% xã, o2 buổi, 50o bản; đến năm 202o")
    '100% hộ, 15% xã, 02 buổi, 500 bản; đến năm 2020'
    >>> mended("thở o2 dòng cao, 37o c, máy tính i5, bình 3l, bạn bè")
    'thở o2 dòng cao, 37o c, máy tính i5, bình 3l, bạn bè'
    """
    if not _MAY_HOLD.search(folded):
        return folded
    text = _SHARE.sub(_figures, folded)
    text = _COUNT.sub(lambda m: m[0] if folded[: m.start()].endswith(_GASES) else _figures(m), text)
    return _YEAR.sub(_figures, text)


def _figures(match: re.Match[str]) -> str:
    return match[0].translate(_LETTERS)
