"""The words of an item as they are compared: folded, short forms written out, words that answer each other made one.

>>> words("UBND xã mở 02 lớp bồi dưỡng")
['ủy', 'ban', 'nhân', 'dân', 'xã', 'mở', '2', 'lớp', 'tập-huấn']
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from kehoach.folding import fold
from kehoach.knowledge.wording import ANSWERING, EMPTY, SHORT_FORMS, SLIGHT

# A document's number, a number, or a word; "15/6/2021" is one number, "98/2018/NĐ-CP" one word.
_WORD = re.compile(r"\d+(?:/\d+)*/[^\W\d_][^\W_]*(?:-[^\W_]+)*|\d+(?:[.,/]\d+)*|[^\W\d_]+(?:-[^\W\d_]+)*")
_CLAUSE_END = re.compile(r"[;:]|\.(?=\s|$)")
_CLAUSE_WORDS = 4
"""A stretch of fewer words is no clause of its own: "gồm", "cụ thể"."""

_WORD_WEIGHT, _PAIR_WEIGHT = 0.6, 0.4
_EMPTY_SHARE, _SLIGHT_SHARE, _HALF_EMPTY_SHARE = 0.35, 0.15, 0.5
_NUMBER_WEIGHT = 0.2


@cache
def _notions() -> tuple[dict[tuple[str, ...], str], int]:
    table = {tuple(_WORD.findall(fold(words))): notion.name for notion in ANSWERING for words in notion.words}
    return table, max(map(len, table))


def words(text: str) -> list[str]:
    """The comparable words of ``text``, in order; a notion with several usual words is one word, with a hyphen."""
    plain: list[str] = []
    for word in _WORD.findall(fold(text)):
        if word[0].isdigit():
            plain.append(word.lstrip("0") or "0" if word.isdigit() else word)
        else:
            plain += SHORT_FORMS[word].split() if word in SHORT_FORMS else [word]
    table, longest = _notions()
    out: list[str] = []
    i = 0
    while i < len(plain):
        for size in range(min(longest, len(plain) - i), 0, -1):
            notion = table.get(tuple(plain[i : i + size]))
            if notion is not None:
                out.append(notion)
                i += size
                break
        else:
            out.append(plain[i])
            i += 1
    return out


@cache
def _slight() -> frozenset[str]:
    return frozenset(" ".join(words(pair)) for pair in SLIGHT)


@lru_cache(maxsize=8192)
def terms(text: str) -> dict[str, float]:
    """Words and pairs of neighbouring words of ``text`` with how much each can tell, before rarity counts.

    Most Vietnamese words are two syllables, so pairs carry the meaning; syllables catch what is put in another order.
    """
    found = words(text)
    out: dict[str, float] = {}
    for i, word in enumerate(found):
        out[word] = out.get(word, 0.0) + _weight(word)
        if i + 1 < len(found) and not (word[0].isdigit() or found[i + 1][0].isdigit()):
            pair = f"{word} {found[i + 1]}"
            out[pair] = out.get(pair, 0.0) + _PAIR_WEIGHT * _pair_share(pair, word, found[i + 1])
    return out


def _weight(word: str) -> float:
    if word[0].isdigit() and word[-1].isdigit():
        return _NUMBER_WEIGHT
    return _WORD_WEIGHT * (_EMPTY_SHARE if word in EMPTY else 1.0)


def _pair_share(pair: str, one: str, two: str) -> float:
    if pair in _slight() or (one in EMPTY and two in EMPTY):
        return _SLIGHT_SHARE
    return _HALF_EMPTY_SHARE if one in EMPTY or two in EMPTY else 1.0


def clauses(text: str) -> list[str]:
    """The parts of ``text`` between full stops, semicolons and colons; the whole where it is one part.

    >>> clauses("Kiểm tra bếp ăn trường học; công khai cơ sở vi phạm.")
    ['Kiểm tra bếp ăn trường học', 'công khai cơ sở vi phạm']
    """
    parts = [part.strip() for part in _CLAUSE_END.split(text)]
    parts = [part for part in parts if len(part.split()) >= _CLAUSE_WORDS]
    return parts if len(parts) > 1 else [text]


@lru_cache(maxsize=8192)
def plain_form(text: str) -> str:
    """``text`` folded, blanks single, without a stop at its end: what makes two texts the same."""
    return " ".join(fold(text).split()).rstrip(" .;,:/")
