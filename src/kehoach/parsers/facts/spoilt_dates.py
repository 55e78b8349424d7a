"""Strokes and letters that OCR reads for figures inside a date: "3]/3/2020", "30/11/202].", "tháng LÍ năm 2031"."""

from __future__ import annotations

import re

from kehoach.knowledge.patterns import lazy

_ONES = "][!|"
_ONE = str.maketrans(dict.fromkeys(_ONES, "1"))
_FIGURE = r"[\d\]\[!|]"
_TOKEN = lazy(
    rf"(?<![\w/.,\]\[!|])(?P<d>{_FIGURE}{{1,2}})/(?P<m>{_FIGURE}{{1,4}})(?:/(?P<y>[12]{_FIGURE}{{3}}))?(?![\w/\]\[!|])"
)
_WORDED = lazy(
    rf"(?<=ngay )(?P<d>{_FIGURE}{{1,2}})(?= thang )|(?<=thang )(?P<m>{_FIGURE}{{1,2}})(?=(?: nam |/)[12])"
    rf"|(?<=nam )(?P<y>[12]{_FIGURE}{{3}})(?![\w/\]\[!|])"
)
# Two strokes for November, a letter for a day's first figure: "tháng LÍ năm 2031", "ngày T9 tháng 6", "tháng Ø9/2031".
_LETTERS = lazy(
    r"(?<=thang )(?:[il1]{2}(?=(?: nam |/)[12]\d{3})|[øo][1-9](?!\w))"
    r"|(?<=ngay )(?:t\d(?= thang \d|/\d)|[øo][1-9](?!\w))"
)
_LETTER = str.maketrans({"i": "1", "l": "1", "t": "1", "ø": "0", "o": "0"})
_DAYS, _MONTHS = 31, 12
_ONE_DATE = 30
"""Letters within which two strokes stand in one date."""
_FIRST_YEAR, _LAST_YEAR = 1945, 2099


def mended(text: str) -> str:
    """The text, such strokes inside its dates as ones; of one length.

    >>> mended("ngay ]5 thang 01 nam 2017"), mended("ngay [7 thang 0! nam 2017")
    ('ngay 15 thang 01 nam 2017', 'ngay [7 thang 0! nam 2017')
    >>> mended("truoc ngay 3]/3/2020, thang 3/20]4"), mended("[ngay 15/6]"), mended("2|3/4|5")
    ('truoc ngay 31/3/2020, thang 3/2014', '[ngay 15/6]', '2|3/4|5')
    >>> mended("ngay 23 thang li nam 2009, ngay t9 thang 6, thang ø9/2031"), mended("thang li, ngay t5")
    ('ngay 23 thang 11 nam 2009, ngay 19 thang 6, thang 09/2031', 'thang li, ngay t5')
    """
    if "thang" in text or "ngay" in text:
        text = _LETTERS.sub(_lettered, text)
    if not any(map(text.__contains__, _ONES)) or text.count("[") == text.count("]") > 0:
        return text
    if "/" in text:
        text = _TOKEN.sub(_mended, text)
    spoilt = [m for m in _WORDED.finditer(text) if not m[0].isdigit()]
    for n, match in enumerate(spoilt):
        near = (abs(other.start() - match.start()) for other in spoilt[max(0, n - 1) : n + 2] if other is not match)
        if all(distance > _ONE_DATE for distance in near):  # of two strokes in a date none is sure
            text = text[: match.start()] + _worded(match) + text[match.end() :]
    return text


def _lettered(match: re.Match[str]) -> str:
    return match[0].translate(_LETTER)


def _worded(match: re.Match[str]) -> str:
    value = match[0].translate(_ONE)
    most = _DAYS if match["d"] else _MONTHS if match["m"] else _LAST_YEAR
    return value if any(map(str.isdigit, match[0])) and 0 < int(value) <= most else match[0]


def _mended(match: re.Match[str]) -> str:
    token = match[0]
    if token.isascii() and token.replace("/", "").isdigit():
        return token
    day, month, year = (part.translate(_ONE) if part else "" for part in match.group("d", "m", "y"))
    if not year and len(month) == 4:  # "3/20]4"
        sure = int(day) <= _MONTHS and _FIRST_YEAR <= int(month) <= _LAST_YEAR
    else:
        sure = len(month) <= 2 and 0 < int(month) <= _MONTHS and 0 < int(day) <= _DAYS
        sure = sure and any(map(str.isdigit, match["d"] + match["m"])) and (bool(year) or not _edged(token))
    return token.translate(_ONE) if sure else token


def _edged(token: str) -> bool:
    """Whether a date without a year ends or begins in a stroke, which may be a bracket or a bar of its own."""
    return token[0] in _ONES or token[-1] in _ONES
