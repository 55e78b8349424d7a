"""Letters that OCR reads for figures inside a number: "1O0% hộ", "Ø2 buổi", "50O bản sách", "B0%", "đến năm 202O"."""

from __future__ import annotations

import re

from kehoach.knowledge.patterns import lazy

_O, _I = "oóòỏõọôöø", "iíìỉĩịïl"
_FIGURES = str.maketrans({**dict.fromkeys(_O, "0"), **dict.fromkeys(_I + "]", "1"), "b": "8", "z": "2"})
_ANY = rf"[\d{_O}{_I}\]bz]"
_MAY_HOLD = lazy(rf"\d[{_O}{_I}\]bz][\doil\]% ]|[{_O}{_I}\]bz]\d[\doil\]% ]|\do\b|\d:\d\d\d")
_SHARE = lazy(rf"(?<![\w.,/\]-])(?=[{_O}{_I}\]bz]{{0,2}}\d){_ANY}{{2,3}}(?=\s?%)")
_COUNT = lazy(rf"(?<![\w.,/-])(?:[{_O}][1-9]|[{_I}]0|\d{{1,3}}o)(?= (?!c\b)[^\W\d_]{{2}})")
_YEAR = lazy(r"(?<=năm )(?:2[0o][\doil]{2}|19[\doil]{2})(?!\w)")
_DOT = lazy(r"(?<![\w.,:/])(?!1:)\d{1,3}:\d{3}(?=(?:[.:]\d{3})+(?!\d)|\s(?:đồng|triệu)\b)")
_GASES = ("khí ", "oxy ", "oxi ", "thở ", "máy ", "nồng độ ", "bình ", "vitamin ", "khối ", "nhóm ", "lớp ", "hạng ")


def mended(folded: str) -> str:
    """The folded text, such letters as figures; of one length.

    >>> mended("1o0% hộ, i5% xã, o2 buổi, 50o bản; đến năm 202o")
    '100% hộ, 15% xã, 02 buổi, 500 bản; đến năm 2020'
    >>> mended("b0% hộ, ö1 chuyên mục, l0 tỉnh; 90:000.000 đồng")
    '80% hộ, 01 chuyên mục, 10 tỉnh; 90.000.000 đồng'
    >>> mended("thở o2 dòng cao, 37o c, máy tính i5, bình 3l, bạn bè, tỷ lệ 1:500.000")
    'thở o2 dòng cao, 37o c, máy tính i5, bình 3l, bạn bè, tỷ lệ 1:500.000'
    """
    if not _MAY_HOLD.search(folded):
        return folded
    text = _SHARE.sub(_figures, folded)
    text = _COUNT.sub(lambda m: m[0] if folded[: m.start()].endswith(_GASES) else _figures(m), text)
    text = _DOT.sub(lambda m: m[0].replace(":", "."), text)
    return _YEAR.sub(_figures, text)


def _figures(match: re.Match[str]) -> str:
    return match[0].translate(_FIGURES)
