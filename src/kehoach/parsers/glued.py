"""Blanks that a web page lost: words that its source had on two lines and that it prints as one ("Kếhoạch").

A run of letters is two words where it is no syllable of Vietnamese and two syllables make it up; of several such pairs
the text's own words say which is meant. Only a text is touched that has a run longer than any syllable.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache
from itertools import pairwise

from kehoach.folding import long_runs
from kehoach.knowledge.patterns import inline, lazy

_LONG = lazy(r"[^\W\d_]{8,}")
_LONGEST = 7
"""Letters that a syllable has at most: "nghiêng"."""
_FEWEST_CAPITALS = 2
"""Capitals that a symbol has at least."""
_RUN = lazy(r"[^\W\d_]{3,}")
_SYMBOL = lazy(r"(?:TTg|TTr|CTr|[A-ZĐ]{2,})(?=[a-zà-ỹđ]{2,7}$)")
_BEFORE_SYMBOL = lazy(r"[^\W\d_A-ZĐ][^\W\d_]*?(?=[A-ZĐ]{2,}$)")
# Beside figures: "năm 2011của", "trước ngày15/6".
_BEHIND_FIGURE = lazy(
    r"(?<=\d)(?=(?:của|về|ngày|tháng|năm|và|đến|trên|với|các|trong|được|theo|để|do|cho|tại)(?![a-zà-ỹđ]))"
)
_BEFORE_FIGURE = lazy(r"(?:ngày|tháng|\b(?:năm|số|quý|điều|khoản|trước|đến|từ))(?=\d)", re.I)

_TONES = {"\u0300": "f", "\u0301": "s", "\u0303": "x", "\u0309": "r", "\u0323": "j"}
_ONSETS = (
    "ngh", "ng", "nh", "gh", "gi", "kh", "ph", "qu", "th", "tr", "ch", "b", "c", "d", "đ", "g", "h", "k", "l", "m",
    "n", "p", "r", "s", "t", "v", "x", "",
)  # fmt: skip
_RHYMES = frozenset(
    "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng eo ep et ê êch"
    " êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu o oa oac oach oai oan oang oanh oao"
    " oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua"
    " uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt uơ up ut uy uya uych uyên uyêt uynh uyt"
    " uyu ư ưa ưc ưi ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y yêm yên yêt yêu".split()
)
_FRONT = "ieêy"
_SHORT = 2
"""Letters of a syllable that stains and misreadings make as well."""
_ONE_LETTER = frozenset("yýởàạ")
"""Words of one letter, as running text has them."""


def find(text: str) -> list[int]:
    """Where in ``text`` blanks are lost, ascending; empty for nearly every text, in the time of one search.

    >>> text = "Kếhoạch này đượcthay đổi: triểnkhai ngay các việc tạiquyết định số12/QĐ-TTgngày 15/6/2031củaThủ tướng"
    >>> [text[cut - 2 : cut] + "|" + text[cut : cut + 2] for cut in find(text)]
    ['Kế|ho', 'ợc|th', 'ển|kh', 'ại|qu', 'số|12', 'Tg|ng', '31|củ', 'ủa|Th']
    >>> find("Kế hoạch này do COVID-19 mà thay đổi")
    []
    """
    if not long_runs(text, _LONGEST + 1):
        return []
    wide = [word for word in text.split() if len(word) > _LONGEST and not word.isascii()]
    if not any(_ways(m[0].lower()) for word in wide for m in _LONG.finditer(word) if not m[0].isascii()):
        return []
    spoken = [word.lower() for word in inline(r"[^\W\d_]+").findall(text)]
    words = Counter(spoken)
    pairs = Counter(pairwise(spoken))
    known: dict[str, int] = {}
    out = [m.end() for m in _BEFORE_FIGURE.finditer(text)] + [m.start() for m in _BEHIND_FIGURE.finditer(text)]
    for m in _RUN.finditer(text):
        run = m[0]
        if run not in known:
            known[run] = _cut(run, words, pairs)
        if known[run]:
            out.append(m.start() + known[run])
    return sorted(out)


def _cut(run: str, words: Counter[str], pairs: Counter[tuple[str, str]]) -> int:
    """Where a run of letters is two words, 0 where it is one or nobody can say."""
    if symbol := _SYMBOL.match(run):
        at = symbol.end()
        if words[run[at - 1 :].lower()]:  # "MTTQViệt"
            return at - 1 if at > _FEWEST_CAPITALS else 0
        return at if not run[at:].isascii() and is_syllable(run[at:]) else 0
    small = run.lower()
    if is_syllable(small):
        return 0
    if (word := _BEFORE_SYMBOL.match(run)) and is_syllable(word[0].lower()):
        return word.end()
    ways = _ways(small)
    if run.isascii():  # "online", "camera": no marks say that it is Vietnamese
        ways = [(a, b) for a, b in ways if words[a] > 1 and words[b] > 1]
    if not ways:
        return 0
    if len(ways) == 1 and (min(map(len, ways[0])) > _SHORT or not any(map(str.isascii, ways[0]))):
        return len(ways[0][0])
    best = max(reversed(ways), key=lambda way: (pairs[way], *sorted((words[way[0]], words[way[1]]))))
    return len(best[0]) if words[best[0]] or words[best[1]] else 0


def _ways(run: str) -> list[tuple[str, str]]:
    """The two syllables, in each way, that make up a run of letters in lower case."""
    halves = ((run[:at], run[at:]) for at in range(max(1, len(run) - _LONGEST), min(len(run), _LONGEST + 1)))
    return [(a, b) for a, b in halves if all(is_syllable(x) and (len(x) > 1 or x in _ONE_LETTER) for x in (a, b))]


@cache
def is_syllable(small: str) -> bool:
    """Whether letters in lower case are a syllable: onset, rhyme and one tone that fits them."""
    if not 1 <= len(small) <= _LONGEST:
        return False
    letters = unicodedata.normalize("NFD", small)
    tones = [sign for sign in letters if sign in _TONES]
    if len(tones) > 1:
        return False
    plain = unicodedata.normalize("NFC", "".join(sign for sign in letters if sign not in _TONES))
    stopped = plain.endswith(("c", "p", "t", "ch"))
    if stopped and (not tones or _TONES[tones[0]] not in "sj"):
        return False
    return any(_fits(onset, plain[len(onset) :]) for onset in _ONSETS if plain.startswith(onset))


def _fits(onset: str, rhyme: str) -> bool:
    """Whether an onset is written before a rhyme: "k" before "i", "c" before "a"."""
    if rhyme not in _RHYMES:
        return False
    front = rhyme[0] in _FRONT
    if onset in ("k", "gh", "ngh"):
        return front
    return not (front and onset in ("c", "ng") and rhyme[0] != "y")
