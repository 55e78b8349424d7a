"""The words of a line of a torn task table: signs taken off, the date that ends it, what is illegible behind them."""

from __future__ import annotations

from collections.abc import Sequence

from kehoach.folding import bare
from kehoach.knowledge.patterns import lazy
from kehoach.parsers.glued import is_syllable
from kehoach.parsers.lines import Line
from kehoach.parsers.tables_torn_heads import TOKEN
from kehoach.parsers.view import View
from kehoach.records import NamedTuple

_GAP = lazy(r"\s{3,}|\s*[|¦]\s*")
DATE = lazy(r"\W?(?:\d{1,2}(?:[/.]\d{1,4}){1,2}|[ivhut]{1,3}/{1,2}\d{4}|\w{1,2}/\d{1,2}/20\d\d|20\d\d)\W*$")
_TIME_WORDS = frozenset("truoc thang quy hang tu den nam ngay trong cuoi dau het tuan dinh ky".split())
_DATED = frozenset({"thang", "quy", "hang"})
_DASHES = "-–—"
_STROKES = "šžïîìíỉĩịÿ¡"
"""Letters that are no words: strokes of a column's edge."""
_NUMBER = lazy(r"\d{1,2}[\Wˆ]*$")
NAMES = frozenset(
    "phong ban so to hoi ubnd hdnd doan truong trung tram van thanh cong cuc chi lien cac khu buu dien uy dang don giao"
    " hieu pho mat ke ky quy vien vnpt viettel ngan kho bao benh dong ong ba vu khoa phan doi nhom xi bch bql"
    " hat".split()
)
_DOINGS = frozenset(
    "to-chuc hoi-nghi hoi-thi hoi-thao hoi-dam hoi-cho bao-cao bao-dam ban-hanh ban-giao ke-hoach van-ban cong-bo"
    " cong-tac cong-khai dang-ky dang-tai phong-trao phong-chong truong-hop ky-ket ky-niem quy-dinh quy-hoach quy-che"
    " so-luong so-ket so-lieu thanh-lap thanh-toan cap-nhat dong-vien giao-luu chi-tra chi-tieu vien-tro khu-vuc"
    " benh-an doi-moi doi-thoai phan-cong phan-dau phan-loai phan-bo tram-trong hieu-qua mat-bang".split()
)
"""Begin what is done, not the name of a body."""
FEW_WORDS = 3
_BARS = frozenset("[]{}")
"""What OCR makes of a column's edge beside the bar itself."""
_CLOSED = {"[": "]", "{": "}"}
_QUARTERS = frozenset("i ii iii iv h ih iy 1 2 3 4".split())
_MOST_PRODUCT = 5
"""Words of what comes of a task behind a row's date."""
SIGNS = ".,;:()[]{}\"'“”‘’_-–|"
_HYPHEN = lazy(r"[-/.,]")
_LONGEST_TAIL, _SHORT = 10, 3
_WRITTEN = lazy(
    r"[^\W\d_]+(?:[-/.,&][^\W\d_]+)*$|[\d.,/-]+[%‰]?$|[A-ZĐ]{1,4}\d{1,3}$|\d{1,4}(?:[A-Za-zđ]|m[23]|km|kg|ha)$"
)
_STRANGE = 5
"""Of so many words of a name one may be no word."""


class Token(NamedTuple):
    """A word of a line: its place in the line's text, its bare letters, whether a column's edge stands before it.

    ``name``: it may begin the name of a body.
    """

    start: int
    end: int
    word: str
    capital: bool
    edge: bool
    name: bool = False


def says_when(words: Sequence[Token]) -> bool:
    return any(DATE.match(t.word) or t.word.isdecimal() or t.word in _QUARTERS or t.word == "hang" for t in words)


_OFTEN = lazy(
    r"(?:thuong xuyen|ca nam|(?:hang|hoc) (?:nam|ky)|quanh nam|trong nam|dinh ky)\W{0,3}(?:i{1,3}|h|1|2)?\W*$"
)
_OFTEN_WORDS = frozenset(
    {("thuong", "xuyen"), ("ca", "nam"), ("hang", "nam"), ("hang", "thang"), ("hang", "quy"), ("hoc", "ky")}
    | {("quanh", "nam"), ("trong", "nam"), ("dinh", "ky")}
)
"""What says when without a date."""
OFTEN = frozenset(first for first, _ in _OFTEN_WORDS)


def says_often(text: str) -> bool:
    """Whether a line's bare text ends in what says when without a date: "Thường xuyên", "Học kỳ II"."""
    return _OFTEN.search(text) is not None


def _often(tokens: Sequence[Token]) -> int:
    """The index of such words that end a line, the number of its words where none do."""
    size = len(tokens)
    if size > 1 and tokens[-1].edge and tokens[-1].capital and tokens[-1].word == "thuong":
        return size - 1
    for k in (size - 2, size - 3):
        if k > 0 and tokens[k].capital and (tokens[k].word, tokens[k + 1].word) in _OFTEN_WORDS:
            behind = tokens[k + 2 :]
            if not behind or (behind[0].word in _QUARTERS and tokens[k + 1].word == "ky"):
                return k
    return size


def last_date(words: Sequence[Token], k: int, end: int) -> int:
    """The index of the last date among a line's dates: beside the day of the beginning stands that of the end."""
    return next((i for i in range(end - 1, k, -1) if DATE.match(words[i].word)), k)


def tokens(view: View, line: Line) -> list[Token]:
    """A line's words without signs, each with whether a bar or a wide gap stands before it."""
    raw = view.text[line.start : line.end]
    edges = {len(raw[: gap.start()].replace("|", " ").split()) for gap in _GAP.finditer(raw)}
    out: list[Token] = []
    edge = False
    for n, match in enumerate(TOKEN.finditer(line.text)):
        word = bare(match[0]).strip(".,;:()[]{}\"'“”_-")
        edge = edge or n in edges or (not word and not _BARS.isdisjoint(match[0]))
        if (not word and match[0] not in _DASHES) or (len(match[0]) == 1 and match[0].lower() in _STROKES):
            edge = edge or bool(word)
            continue
        begin = match.start()
        if out and match[0][0] in _BARS and len(match[0]) > 1 and (len(out) < _SHORT or _unclosed(line.text, begin)):
            edge = True
            begin += len(out) >= _SHORT
        out.append(Token(begin, match.end(), word, line.text[begin : match.end()].strip("“\"'(")[:1].isupper(), edge))
        edge = False
    return [
        token._replace(name=True)
        if token.capital and token.word in NAMES and f"{token.word}-{below}" not in _DOINGS
        else token
        for token, below in zip(out, [*(token.word for token in out[1:]), ""], strict=False)  # of no words: none
    ]


def _unclosed(text: str, at: int) -> bool:
    """Whether a bracket has no other on its line, as a column's edge has none."""
    return text[at] in _CLOSED and _CLOSED[text[at]] not in text[at:]


def when(tokens: Sequence[Token], *, product: bool = False) -> tuple[int, int]:
    """Where a line's date begins and ends among its words: at the line's end, or before what comes of the task."""
    size = len(tokens)
    k = _time(tokens)
    if k < size or not product:
        return k, size
    for end in range(size - 1, max(0, size - 1 - _MOST_PRODUCT), -1):
        k = _time(tokens[:end])
        if k < end and (tokens[k].capital or any("/" in t.word for t in tokens[k:end])):
            return k, end
    return size, size


def _time(tokens: Sequence[Token]) -> int:
    """The index of the first word of the date that ends a line, the number of its words where none does."""
    k = len(tokens)
    while k and not any(map(str.isalnum, tokens[k - 1].word)):
        k -= 1
    end = k
    while k and (
        (tokens[k - 1].word in _TIME_WORDS and not _half_of_dinh_ky(tokens, k, end))
        or DATE.match(tokens[k - 1].word)
        or _joins(tokens, k, end)
    ):
        k -= 1
    while k < end and not tokens[k].word:
        k += 1  # "Phòng Kinh tế - | Quý III": a dash at a cell's end
    found = tokens[k:end]
    year_of = found and found[0].word == "nam" and not found[0].edge  # "… năm 2031" ends a task
    early = found and found[0].word == "truoc" and found[0].capital
    if found and (any(DATE.match(t.word) for t in found) or found[0].word in _DATED or early) and not year_of:
        return k
    return _often(tokens)


def _half_of_dinh_ky(tokens: Sequence[Token], k: int, end: int) -> bool:
    """Whether a word is "đình" or "định" that no "kỳ" follows: "hộ gia đình | 10/10/2031"."""
    return tokens[k - 1].word == "dinh" and not (k < end and tokens[k].word == "ky")


def _joins(tokens: Sequence[Token], k: int, end: int) -> bool:
    """Whether a word is a number or a dash inside a date: "Tháng 4 - 9/2031"."""
    word = tokens[k - 1].word
    if word in _QUARTERS and k >= 2 and tokens[k - 2].word == "quy":
        return True
    return (not word or word.isdecimal()) and k >= 2 and (tokens[k - 2].word in _DATED or (not word and k < end))


def unstained(tokens: Sequence[Token], text: str, known: frozenset[tuple[str, str]]) -> list[Token]:
    """The words of a line without the row's number, without signs and single letters at its ends.

    What is illegible at its end goes with the words behind it: "Sở Y tế | Si Tế áp DỘi".
    """
    out = [t for t in tokens if t.word]
    while out and ((len(out[0].word) == 1 and text[out[0].start] != "ở") or _NUMBER.match(out[0].word)):
        out.pop(0)
    if len(out) > 1 and out[1].edge and _stain_of_number(text[out[0].start : out[0].end]):
        out.pop(0)
    while out and len(out[-1].word) == 1:
        out.pop()
    if len(out) == 1 and not _stands_alone(text[out[0].start : out[0].end].strip(SIGNS)):
        return []
    k = stains_from(out, text)
    if k == len(out):
        return out
    while k > 1 and len(out[k - 1].word) < _SHORT:
        short = text[out[k - 1].start : out[k - 1].end]
        if not short.isupper() and (out[k - 1].word in NAMES or (out[k - 2].word, out[k - 1].word) in known):
            break
        k -= 1
    return out[:k]


def _stands_alone(word: str) -> bool:
    """Whether a word alone on its line is one: a figure, a syllable, an abbreviation such as "PTNT"."""
    return word.isdecimal() or is_syllable(word.lower()) or (word.isupper() and word.isalpha() and len(word) > _SHORT)


def _stain_of_number(token: str) -> bool:
    """Whether letters before the edge of a task's cell are what OCR made of its number: "nh [Tập huấn"."""
    return len(token.strip(SIGNS)) < _SHORT and (stain(token) or not token[:1].isupper())


def stains_from(tokens: Sequence[Token], text: str) -> int:
    """The index from which on a line's words are illegible, the number of its words where none are."""
    stains = [stain(text[t.start : t.end]) for t in tokens]
    size = len(tokens)
    tail = range(max(1, size - _LONGEST_TAIL), size)
    return next((k for k in tail if stains[k] and _STRANGE * sum(stains[k:]) >= size - k), size)


def stain(token: str) -> bool:
    """Whether letters are no word that anybody writes: "nh", "DỘi", "niều96", "\\uên", but for a single figure."""
    word = token.strip(SIGNS)
    if not word or word.isdecimal():
        return False
    if not word.isalpha():
        return any(map(str.isalpha, word)) and _WRITTEN.match(word) is None
    if word.isupper():  # "ĐBQH", "SỞ", but not "ÊE"
        plain = word.replace("Đ", "D")
        return len(word) <= _SHORT and bare(plain).upper() != plain and not is_syllable(word.lower())
    inner = any(map(str.isupper, word[1:]))
    return inner or (len(word) <= _SHORT and not is_syllable(word.lower()))


def beside(before: str, token: Token, known: frozenset[tuple[str, str]]) -> bool:
    """Whether words stand beside each other elsewhere; "Liên đoàn" / "Lao động" only with its capital."""
    spoken = (before, token.word) in known and not token.name
    return spoken or (token.capital and (before, token.word.upper()) in known)


def _two(word: str) -> bool:
    """Whether a word is two that lost their blank: "anhuyện"."""
    return any(is_syllable(word[:k]) and is_syllable(word[k:]) for k in range(2, len(word) - 1))


def readable(text: str) -> bool:
    """Whether a cell's words are words: syllables, abbreviations and small numbers, but for one in five.

    >>> readable("Công đoàn Xây dựng"), readable("UBND phường 6"), readable("Công đoàn Xâ M d Dung")
    (True, True, False)
    """
    words = [word for token in text.split() if (word := token.strip(SIGNS))]
    strange = sum(
        not (
            is_syllable(word.lower())
            or (len(word) > 1 and word.isupper())
            or (word.isdecimal() and len(word) < _SHORT)
            or _two(word.lower())
        )
        for word in words
        for word in _HYPHEN.split(word)
    )
    return _STRANGE * strange <= len(words) and not any(map(stain, words))
