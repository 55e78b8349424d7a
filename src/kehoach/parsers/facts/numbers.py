"""Printed numbers: figures in Vietnamese notation, and numbers written out in words.

In figures "." groups thousands and "," is the decimal sign ("1.250,5"); a dot that cannot group
("94.5") is read as a decimal sign.  In words ("một tỷ hai trăm triệu", "mười hai phẩy năm tỷ",
"ba triệu rưỡi") most of the words are also something else ("năm" is a year, "ba" a father), so a
caller who has no other sign that a number is meant asks :func:`find_words`, which wants a magnitude.
"""

from __future__ import annotations

import re
from itertools import dropwhile

from kehoach.folding import bare, fold
from kehoach.knowledge.patterns import lazy
from kehoach.records import NamedTuple

#: A number in figures.  Digit runs are bounded by the caller's look-behind.
FIGURES = r"\d{1,3}(?:\.\d{3})+(?:,\d{1,4})?|\d{1,3}(?:,\d{3}){2,}|\d+(?:[.,]\d{1,4})?"
#: What follows the first digit of one: a search for a digit leaps over letters, one for a look-behind does not.
MORE_FIGURES = r"\d{0,2}(?:\.\d{3})+(?:,\d{1,4})?|\d{0,2}(?:,\d{3}){2,}|\d*(?:[.,]\d{1,4})?"

_LONGEST = 30  # characters of a number in figures
_MOST_WORDS = 40  # words of a number in words
_GROUPED = lazy(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_COMMAS = lazy(r"\d{1,3}(?:,\d{3}){2,}")
_PLAIN = lazy(r"\d+(?:[.,]\d+)?")

_DIGITS = {
    "khong": 0, "mot": 1, "hai": 2, "ba": 3, "bon": 4, "tu": 4, "nam": 5, "lam": 5, "nham": 5,
    "sau": 6, "bay": 7, "tam": 8, "chin": 9,
}  # fmt: skip
_MAGNITUDES = {"nghin": 10**3, "ngan": 10**3, "van": 10**4, "trieu": 10**6, "ty": 10**9, "ti": 10**9}
_TOKEN = lazy(r"[^\W\d_]+")

# The same words with their accents: what a number in words looks like where nothing else says it is one.
_SPELT = frozenset(
    "không một mốt hai ba bốn tư năm lăm nhăm sáu bảy bẩy tám chín mười mươi trăm linh lẻ phẩy "
    "nghìn ngàn vạn triệu tỷ tỉ rưỡi".split()
)
_MAGNITUDE_WORDS = frozenset("nghìn ngàn triệu tỷ tỉ".split())
_NEVER_FIRST = _MAGNITUDE_WORDS | frozenset("trăm mươi linh lẻ phẩy rưỡi lăm".split())
#: "năm tỷ lệ", "trong năm triệu tập": the magnitude is the first syllable of another word.
_NOT_MAGNITUDE = {
    "tỷ": frozenset("lệ trọng suất số giá phú".split()),
    "tỉ": frozenset("lệ trọng suất số giá phú mỉ".split()),
    "triệu": frozenset("tập hồi chứng".split()),
}


def figures(text: str) -> int | float | None:
    """The value of a number in figures; ``None`` where it is none.

    >>> figures("1.250,5"), figures("02"), figures("94,5"), figures("8.200"), figures("5.05")
    (1250.5, 2, 94.5, 8200, 5.05)
    """
    if len(text) > _LONGEST:
        return None
    text = text.replace(" ", "")
    if text.isdecimal():
        return int(text)
    if _GROUPED.fullmatch(text) and not text.startswith("0"):
        return _tidy(text.replace(".", "").replace(",", "."))
    if _COMMAS.fullmatch(text):
        return _tidy(text.replace(",", ""))
    if _PLAIN.fullmatch(text):
        return _tidy(text.replace(",", "."))
    return None


def _tidy(text: str) -> int | float:
    if "." not in text:
        return int(text)
    value = float(text)
    return int(value) if value.is_integer() else value


class _Sum:
    """Adds number words up, left to right."""

    __slots__ = ("any", "fraction", "last", "num", "section", "total", "unit")

    def __init__(self) -> None:
        self.total = self.section = self.num = self.unit = 0
        self.fraction: str | None = None
        self.last = 1
        self.any = False

    def digit(self, value: int) -> None:
        if self.fraction is not None:
            self.fraction += str(value)
        else:
            self.num += self.unit
            self.unit = value
        self.any = True

    def tens(self, standing: bool) -> None:
        if self.fraction is not None:  # "phẩy hai mươi lăm" reads as digits; "mươi" adds none, "phẩy mười lăm" does
            self.fraction = self.fraction or "1"
        elif self.unit and not standing:
            self.num, self.unit = self.num + self.unit * 10, 0
        else:
            self.num += 10
        self.any = True

    def hundreds(self) -> None:
        self.num, self.unit = self.num + self.unit * 100, 0

    def _below(self) -> float:
        part = float(f"0.{self.fraction}") if self.fraction else 0
        value = self.num + self.unit + part
        self.num = self.unit = 0
        self.fraction = None
        return value

    def magnitude(self, size: int) -> None:
        value = self._below()
        if size == 10**9:
            self.total += round((self.section + value or 1) * size)
            self.section = 0
        elif 0 < self.section < size:
            self.section = round((self.section + value) * size)
        else:
            self.section += round((value or 1) * size)
        self.last = size

    def half(self) -> None:
        self.section += self.last // 2

    def value(self) -> int | float:
        below = self._below()
        whole = self.total + self.section + below
        return int(whole) if float(whole).is_integer() else whole


def words(text: str) -> int | float | None:
    """The value of ``text`` read wholly as a number in words, accents or not; ``None`` where it is none.

    Commas, a leading "bằng chữ:" and a closing "đồng", "đồng chẵn" are passed over.

    >>> words("Một tỷ, hai trăm năm mươi triệu đồng chẵn"), words("mười hai phẩy năm tỷ"), words("của tỉnh")
    (1250000000, 12500000000, None)
    """
    if len(text) > 8 * _MOST_WORDS:
        return None
    tokens = _TOKEN.findall(bare(text))
    if tokens[:2] == ["bang", "chu"]:
        tokens = tokens[2:]
    if tokens[:1] == ["la"]:
        tokens = tokens[1:]
    while tokens and tokens[-1] in ("chan", "dong", "vnd", "viet", "d"):
        tokens.pop()
    return _add_up(tokens) if 0 < len(tokens) <= _MOST_WORDS else None


def _add_up(tokens: list[str]) -> int | float | None:
    acc = _Sum()
    for word in tokens:
        if word in _DIGITS:
            acc.digit(_DIGITS[word])
        elif word == "muoi":
            acc.tens(acc.unit == 0)
        elif word == "tram":
            acc.hundreds()
        elif word in _MAGNITUDES:
            acc.magnitude(_MAGNITUDES[word])
        elif word == "phay":
            acc.fraction = ""
        elif word == "ruoi":
            acc.half()
        elif word not in ("linh", "le", "va"):
            return None
    return acc.value() if acc.any else None


class Spelt(NamedTuple):
    """A number in words inside a text: ``value`` at ``start`` to ``end``."""

    start: int
    end: int
    value: int | float


_SIZED = lazy(r"(?:n(?<=\sn)(?:ghìn|gàn)|t(?<=\st)(?:riệu|ỷ|ỉ))(?![^\W\d_])")
_SIZE_WORDS = tuple(f" {word}" for word in _MAGNITUDE_WORDS)
_COUNTING = tuple(_SPELT - _MAGNITUDE_WORDS)
_WORD = lazy(r"[^\W\d_]+|,|\S")


def find_words(text: str) -> list[Spelt]:
    """Numbers in words with a magnitude in them ("năm tỷ", "ba triệu rưỡi"), left to right.

    Words that only look like one ("năm tỷ lệ", "trong năm triệu tập") are none, and so is a bare digit.

    >>> [(s.value, s.start) for s in find_words("hỗ trợ năm tỷ đồng; năm tỷ lệ trên")]
    [(5000000000, 7)]
    """
    folded = fold(text)
    if not _any_sized(folded):
        return []
    out: list[Spelt] = []
    run: list[re.Match[str]] = []
    tokens = list(_WORD.finditer(folded))
    for i, m in enumerate(tokens):
        word = m[0]
        follows = tokens[i + 1][0] if i + 1 < len(tokens) else ""
        if word in _SPELT and follows not in _NOT_MAGNITUDE.get(word, ()):
            run.append(m)
        elif not (word == "," and run and run[-1][0] in _MAGNITUDE_WORDS and follows in _SPELT):
            _close(run, out)
            run = []
    _close(run, out)
    return out


def _any_sized(folded: str) -> bool:
    """Whether a number word stands right before a magnitude, as it does in every number in words."""
    if not any(map(folded.__contains__, _SIZE_WORDS)):
        return False
    return any(folded[max(0, m.start() - 13) : m.start()].rstrip().endswith(_COUNTING) for m in _SIZED.finditer(folded))


def _close(run: list[re.Match[str]], out: list[Spelt]) -> None:
    # "1 tỷ", "vài trăm triệu": the figure before is somebody else's
    run = list(dropwhile(lambda m: m[0] in _NEVER_FIRST, run))
    if not 2 <= len(run) <= _MOST_WORDS or not any(m[0] in _MAGNITUDE_WORDS for m in run):
        return
    value = _add_up([bare(m[0]) for m in run])
    if value:
        out.append(Spelt(run[0].start(), run[-1].end(), value))
