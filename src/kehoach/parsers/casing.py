"""Names printed in capitals, as running text prints them: "ỦY BAN NHÂN DÂN XÃ AN PHÚ", "Ủy ban nhân dân xã An Phú"."""

from __future__ import annotations

import unicodedata
from functools import cache
from itertools import pairwise

from kehoach.folding import bare, fold, in_capitals, plain, upper
from kehoach.knowledge.agencies import compounds
from kehoach.knowledge.patterns import inline, lazy
from kehoach.parsers.facts import agencies

_LOWER = frozenset("và của các về với trong theo cho tại".split())
_UNIT = lazy(r"(?:Tỉnh|Thành [Pp]hố|Huyện|Quận|Thị [Xx]ã|Xã|Phường|Thị [Tt]rấn|Đặc [Kk]hu)\b(?! [Uu][ỷỶỦủ])")
_OPENINGS = (
    "Ủy ban nhân dân",
    "Hội đồng nhân dân",
    "Ban Thường trực",
    "Ban Thường vụ",
    "Ban Chấp hành",
    "Huyện ủy",
    "Tỉnh ủy",
    "Thành ủy",
    "Quận ủy",
    "Thị ủy",
    "Đảng ủy",
)
# As running text writes them, whatever the letterhead's capitals.
_COMMON = (
    *("Ủy ban nhân dân", "Hội đồng nhân dân", "Sở Giáo dục và Đào tạo", "Ban Thường vụ", "Ban Thường trực"),
    *("Ban Chấp hành", "Ban Chỉ đạo", "Ủy ban Mặt trận Tổ quốc", "Hội Liên hiệp Phụ nữ", "Liên đoàn Lao động"),
    *(
        "Thủ tướng",
        "Công an",
        "Trung tâm",
        "Trường",
        "Liên đội",
        "Chi đoàn",
        "Tỉnh ủy",
        "Huyện ủy",
        "Thành ủy",
        "Nghĩa vụ quân sự",
    ),
    *("Chi bộ", "Đảng bộ", "Chi hội", "Công đoàn", "Tập đoàn", "Tổ dân phố", "Khu phố", "Thường trực"),
    *("tỉnh", "thành phố", "huyện", "quận", "thị xã", "xã", "phường", "thị trấn", "đặc khu"),
    *("Tòa án nhân dân", "Viện kiểm sát nhân dân", "Chuyển đổi số", "Đoàn đại biểu Quốc hội", "Hội đồng bầu cử"),
)
_ABBREVIATIONS = frozenset(
    "UBND HĐND MTTQ VN TP TNCS HCM THPT THCS TH GDĐT GD&ĐT LĐTBXH CĐN BCH UBMTTQ BTT TW CP TNHH MTV".split()
)
_ABBREVIATED = 7
"""Letters up to which a word without a vowel is an abbreviation."""
_VOWEL = lazy("[aeiouy]")
_TORN_COMMITTEE = lazy(r"^(?:[YỶỲỴ] |[UÙÚỦŨƯ][YÝỶỲỴ](?:\.| (?=BẠN)))B[AẠ]N(?= NHÂN DÂN)")
# A word that a page's own capitals spoil: "UỶ ban trung ưƠng".
_MIXED = lazy(upper(r"(?<=[^\W\d_A-Z])[A-Z]|\b[A-Z]{2}(?=\s[^\W\d_A-Z])"))
_ROMAN = lazy(r"(?:II|III|IV|VII|VIII|IX|XI|XII)$")
_GLUED_SCHOOL = lazy(r"(TRƯỜNG)(?=(?:MN|MG|TH|THCS|THPT)\b)")
_GLUED = lazy(r"(NHÂN DÂN|[ỦU][YỶ]|ĐÀO TẠO|VIỆT NAM)(?=(?:TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG|THỊ TRẤN)\b)")


def _mended(name: str) -> str:
    """A name whose first letters a page lost ("Y BAN NHÂN DÂN"), or whose words a line break glued together."""
    name = _GLUED_SCHOOL.sub(r"\1 ", name)
    return _GLUED.sub(r"\1 ", _TORN_COMMITTEE.sub("ỦY BAN", name))


def titled(name: str, body: str, folded_body: str | None = None) -> str:
    """A name printed in capitals as running text would print it: as the body prints it, else by the rules of names.

    ``folded_body``: the body folded, where it is known.

    >>> titled("SỞ Y TẾ", "… giao Sở Y tế …"), titled("ỦY BAN NHÂN DÂN XÃ AN PHÚ", "")
    ('Sở Y tế', 'Ủy ban nhân dân xã An Phú')
    >>> titled("BAN CHỈ HUY PCTT-TKCN HUYỆN MAI SƠN", "")
    'Ban Chỉ huy PCTT-TKCN huyện Mai Sơn'
    """
    return _titled(_mended(name), body, fold(body) if folded_body is None else folded_body)


def _titled(name: str, body: str, folded_body: str) -> str:
    if not name.isupper() and not in_capitals(name, 0.6):
        return name
    folded = fold(name)
    if printed := _printed(folded, body, folded_body):
        return printed
    known = agencies.resolve(name)
    if known is not None and fold(known.name) == folded:
        return known.name
    letters = bare(name)
    for opening, start in _openings():
        if letters.startswith(start):
            rest = _titled(name[len(opening) + 1 :], body, folded_body)
            unit = _UNIT.match(rest)
            return f"{opening} {unit[0].lower() + rest[unit.end() :] if unit else rest}"
    words = [_capitalised(word, i) for i, word in enumerate(name.split())]
    for i, pair in enumerate(pairwise([fold(word) for word in words]), 1):
        if pair in compounds() and words[i].istitle():
            words[i] = words[i].lower()
    return _commonly(" ".join(words))


def _printed(folded: str, body: str, folded_body: str) -> str | None:
    """A folded name as the body prints it where no mark of it is misread."""
    marks = sorted(unicodedata.normalize("NFD", " ".join(folded.split())))
    at = folded_body.find(folded)
    while at >= 0:
        printed = body[at : at + len(folded)]
        if not printed.isupper() and printed[:1].isupper() and not _MIXED.search(printed):
            words = " ".join(printed.split())
            if sorted(unicodedata.normalize("NFD", plain(words).lower())) == marks:  # tones in whichever place
                return words
        at = folded_body.find(folded, at + 1)
    return None


@cache
def _openings() -> tuple[tuple[str, str], ...]:
    """The words names open with, each as a bare name begins with it."""
    return tuple((opening, f"{bare(opening)} ") for opening in _OPENINGS)


@cache
def _commons() -> tuple[tuple[str, str], ...]:
    return tuple((common, fold(common)) for common in _COMMON)


def _capitalised(word: str, i: int) -> str:
    low = word.lower()
    if i and _ROMAN.match(word):
        return word
    if word.strip(",.") in _ABBREVIATIONS or all(map(_abbreviated, inline(r"[-&/]").split(word))):
        return word
    return low if i and low in _LOWER else word[:1].upper() + low[1:]


def _abbreviated(part: str) -> bool:
    return 0 < len(part) <= _ABBREVIATED and not _VOWEL.search(bare(part))


def _commonly(text: str) -> str:
    """A name with its common parts written as they usually are."""
    folded = fold(text)
    for common, known in _commons():
        at = folded.find(known)
        if at < 0:
            continue
        end = at + len(common)
        whole = text[max(at - 1, 0) : at] in ("", " ") and text[end : end + 1] in ("", " ")
        if whole and (at > 0 or common[0].isupper()):
            text = text[:at] + common + text[end:]
            folded = fold(text)
    return text
