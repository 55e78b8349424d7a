"""Inputs for ``tools/fuzz.py``: plans and documents spoilt at random, the same for the same seed."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from tools.fuzz_documents import KINDS, texts
from tools.fuzz_sentences import composed
from tools.fuzz_spoil import spoilt

LONGEST = 60_000
"""Characters of a text; spoiling that makes more is cut."""
_DEEP = ("pdf", "docx", "docx", "odt", "rtf", "html", "html", "eml", "mht", "doc")
"""Formats that are tried more often than the others: there is much to go wrong in them."""
_PLAN_RUN = 1_200
_CONFUSIONS = {
    "I": "l1|H", "l": "1I|", "1": "lI!", "0": "OoQ", "5": "S§", "Đ": "ĐDB", "đ": "dä", "ư": "uự", "ơ": "oở", "ô": "ốo",
    "m": "rn", ".": ",:·", ",": ".;", ":": ";", "-": "–—•~_", "/": "I1l", "à": "áa", "ế": "ểê", "(": "{[", ")": "}]",
}  # fmt: skip
_MARKS = "\u0300\u0301\u0303\u0309\u0323\u0302\u0306\u031b"
_ODD = (
    "\x00", "\x0b", "\x0c", "\x1c", "\x1e", "\x85", "\u00a0", "\u00ad", "\u0301", "\u0323\u0302", "\u1dff",
    "\u200b", "\u200d", "\u200f", "\u2028", "\u2029", "\u202e", "\u2066", "\ufeff", "\ufffd", "\ud800",
    "\U000e0041", "\U0001f600", "İ", "ſ", "ß", "ﬁ", "²", "①", "Ⅳ", "٣", "１", "ℵ", "Ǆ", "ạ\u0323", "\u1100\u1161",
    "\t", "\r", "\r\n", "…", "“", "”",
)  # fmt: skip
_LABELS = (
    "I.", "II.", "IV.", "XIX.", "A.", "B.", "1.", "2.", "10.", "1.1.", "1.1.1.", "1.1.1.1.1.1.1.1.", "a)", "b)",
    "đ)", "-", "+", "*", "•", "(1)", "(i)", "Điều 1.", "Khoản 2.", "Phụ lục I", "Mục 3.", "0.", "00.",
    "999999999999.", "#", "##", "III,", "l.", "H.", "1)", "–", "Bước 1:", "Nhóm 2:", "| ", "Chương I",
)  # fmt: skip
_PHRASES = (
    "KẾ HOẠCH", "QUYẾT ĐỊNH", "Nơi nhận:", "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHỤ LỤC",
    "(Kèm theo Kế hoạch số 1/KH-UBND)", "TỔ CHỨC THỰC HIỆN", "NHIỆM VỤ", "MỤC TIÊU",
    "Kinh phí: 99.999.999.999.999.999.999 đồng", "trước ngày 31/02/2031", "ngày 00 tháng 13 năm 0000",
    "từ 50% đến 5%", "Sở Y tế, Sở Y tế, Sở Y tế chủ trì, phối hợp với", "Căn cứ Luật số 1/1/1/1;", "gồm:",
    "cụ thể như sau:", "giai đoạn 2035 - 2021", "hằng năm", "quý IV/2031", "./.",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "| TT | Nội dung | Chủ trì |", "|---|---|", "| 1 | | |", "```", "---",
    "schema_version: '1'", "{\"", "%PDF-", "<html>", "\u200b", "<!-- image -->", "&nbsp;", "\\", "\uf0b7 ",
    "<table><tr><td>TT</td><td>Nội dung</td><td>Chủ trì</td></tr>", "<tr><td>1</td>", "</td>", "</tr>", "</table>",
    "<td rowspan='3' colspan=\"2\">",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Case:
    """One input: ``kind`` is ``text`` for a text in memory, otherwise the format that ``data`` was spoilt from."""

    kind: str
    data: str | bytes
    seed: str
    """What makes it again: the run's seed and the number of the case."""


def case(seed: int, number: int) -> Case:
    """The case ``number`` of the run ``seed``: texts and documents in turn."""
    name = f"{seed}:{number}"
    rng = Random(name)  # noqa: S311  # the same for the same seed, on every machine
    if number % 3:
        return Case("text", _text(rng), name)
    kind = rng.choice([*KINDS, *_DEEP])
    return Case(kind, spoilt(kind, rng)[: 8 * LONGEST], name)


def _text(rng: Random) -> str:
    if rng.random() < 0.2:
        return composed(rng)
    text = rng.choice(texts())
    if rng.random() < 0.7:  # most cases are short: what breaks seldom needs a whole plan
        start = rng.randrange(len(text)) if rng.random() < 0.5 else 0
        text = text[start : start + rng.randint(50, 3_000)]
    return changed(text, rng)


def changed(text: str, rng: Random) -> str:
    """``text`` spoilt in one way, or in several one after the other."""
    for _ in range(rng.choice((1, 1, 2, 3, 5, 8))):
        text = rng.choice(_TEXT_CHANGES)(text, rng)[:LONGEST]
    return text


def _place(text: str | bytes | bytearray, rng: Random) -> int:
    return rng.randint(0, len(text))


def _put(text: str, what: str, rng: Random) -> str:
    at = _place(text, rng)
    return text[:at] + what + text[at:]


def _confused(text: str, rng: Random) -> str:
    share = rng.choice((0.01, 0.05, 0.3))
    return "".join(
        rng.choice(_CONFUSIONS[c]) if c in _CONFUSIONS and rng.random() < share else c for c in text
    )  # fmt: skip


def _marked(text: str, rng: Random) -> str:
    share = rng.choice((0.02, 0.1, 0.4))
    return "".join(_other_mark(c, rng) if rng.random() < share else c for c in text)


def _other_mark(letter: str, rng: Random) -> str:
    """A letter with another tone, another hook or none, as OCR reads it; what has no marks as it is."""
    apart = unicodedata.normalize("NFD", letter)
    if len(apart) == 1:
        return letter
    kept = [mark for mark in apart[1:] if rng.random() < 0.5] + [rng.choice(_MARKS)] * rng.randint(0, 1)
    return unicodedata.normalize("NFC", apart[0] + "".join(kept))


def _cut(text: str, rng: Random) -> str:
    start, end = sorted((_place(text, rng), _place(text, rng)))
    return text[:start] + text[end:] if rng.random() < 0.5 else text[start:end]


def _spliced(text: str, rng: Random) -> str:
    other = rng.choice(texts())
    return text[: _place(text, rng)] + other[_place(other, rng) :]


def _repeated(text: str, rng: Random) -> str:
    start = _place(text, rng)
    piece = text[start : start + rng.randint(1, rng.choice((3, 40, 400)))]
    return _put(text, piece * rng.randint(2, min(3_000, _PLAN_RUN * 20 // max(len(piece), 1) + 2)), rng)


def _odd(text: str, rng: Random) -> str:
    for _ in range(rng.randint(1, 20)):
        text = _put(text, rng.choice(_ODD) * rng.choice((1, 1, 1, 3, 300)), rng)
    return text


def _lines(text: str, rng: Random) -> str:
    lines = text.split("\n")
    how = rng.randrange(6)
    if how == 0:
        rng.shuffle(lines)
    elif how == 1:
        lines = [line for line in lines if line.strip()]
    elif how == 2:
        lines = [" ".join(lines)]
    elif how == 3:
        lines = [f"{rng.choice(_LABELS)} {line.lstrip(' -+')}" for line in lines]
    elif how == 4:
        lines = [" " * rng.randint(0, 60) + line for line in lines]
    else:
        width = rng.randint(1, 40)
        lines = [line[i : i + width] for line in lines for i in range(0, max(len(line), 1), width)]
    return "\n".join(lines)


def _nested(text: str, rng: Random) -> str:
    count = rng.choice((5, 40, 400))
    styles = [rng.choice(_LABELS) for _ in range(rng.randint(1, 12))]
    words = rng.choice(("Cụ thể:", "Sở Y tế:", "Nội dung", "Trồng 500 cây trước ngày 15/6/2031", ""))
    step = rng.choice((0, 1, 2))
    if rng.random() < 0.3:
        lines = [f"{'1.' * (i % 200 + 1)} {words}" for i in range(min(count, 150))]
    else:
        lines = [f"{' ' * (i * step % 200)}{styles[i % len(styles)]} {words}" for i in range(count)]
    return _put(text, "\n" + "\n".join(lines) + "\n", rng)


def _numbers(text: str, rng: Random) -> str:
    share = rng.choice((0.05, 0.5))
    return "".join(
        rng.choice(("9" * rng.choice((3, 40, 5_000)), "0", "²", "٣", "-", "1/1", "1.000.000", "")) if c.isdigit()
        and rng.random() < share else c for c in text[:4_000]
    )  # fmt: skip


def _phrases(text: str, rng: Random) -> str:
    for _ in range(rng.randint(1, 10)):
        text = _put(text, rng.choice(("\n", " ", "")) + rng.choice(_PHRASES) + rng.choice(("\n", " ", "")), rng)
    return text


def _table(text: str, rng: Random) -> str:
    words = [text[i : i + rng.randint(0, 30)].replace("\n", " ") for i in range(0, len(text), max(len(text) // 12, 1))]
    rows = [
        "| " + " | ".join(rng.choice(words or [""]) for _ in range(rng.randint(1, 9))) + " |"
        for _ in range(rng.randint(1, 40))
    ]
    return _put(text, "\n" + "\n".join(rows) + "\n", rng)


def _cased(text: str, rng: Random) -> str:
    change = rng.choice((str.upper, str.lower, str.swapcase, str.title))
    return unicodedata.normalize(rng.choice(("NFC", "NFD", "NFKD")), change(text))


_TEXT_CHANGES: tuple[Callable[[str, Random], str], ...] = (
    _confused, _marked, _cut, _spliced, _repeated, _odd, _lines, _nested, _numbers, _phrases, _table, _cased,
)  # fmt: skip
