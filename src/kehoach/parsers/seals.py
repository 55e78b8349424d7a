"""What seals and signatures leave beside the recipients: strokes read as letters, and the signer's name."""

from __future__ import annotations

from collections.abc import Sequence

from kehoach.folding import bare, upper
from kehoach.knowledge.patterns import inline, lazy
from kehoach.parsers.lines import Line
from kehoach.parsers.paragraphs import SYLLABLE

NAME = lazy(
    upper(
        r"(?:(?:PGS|GS|TSKH|TS|Th[Ss]|Th\.[Ss]|B[Ss][A-Z\d]{0,8}|CK(?:I{1,2}|[12])|CN|KS|KTS|DS|LS"
        r"|NG[ƯN][TD]|[TN][TS]Ư[TD]"
        r"|Th[aạ]c s[ĩỹ]|Tiến s[ĩỹ]|Bác s[ĩỹ]|Dược s[ĩỹ]|Kỹ sư|(?:Đại|Thượng|Trung|Thiếu) (?:tá|úy|tướng)|Dr)"
        r"[.,\s]+)*(?:[A-Z][\w'’]*)(?:\s+[A-Z][\w'’]*){1,4}$"
    )
)
_CODE = lazy(r"[A-ZĐ]{2}|\d|\(")
_NAME_AT_END = lazy(upper(r"(?:[^\W\d_]{1,8} ){1,3}[A-Z][^\W\d_A-Z]{0,7} [A-Z][^\W\d_A-Z]{1,7}$"))
_HEADING = lazy(r"(?:\bn?[o0]i|\bno?j|\bn.i|voi|not) nh.n\b")
_ARCHIVE = lazy(r"\bl.{1,2}u\s*$")
_LISTED = lazy(r"[-–+ ]*(?:các|như|lưu|sở|ubnd|phó|ban|báo|đài|cổng)\b")
# "- Thường trực: Tỉnh ủy, HĐND tỉnh; (b/c)": what the copy is for, behind the end of the recipient.
_NOTED = lazy(r"\s*\((?:để )?(?:b/c|b/cáo|báo cáo|t/h|p/h|thực hiện|phối hợp|chỉ đạo)\)[.;,]*$")
# A syllable alone, or signs that no list has, among what a pen left: "Tản", "“DÂN x »PHO".
_STROKES = lazy(upper(r"^[A-Z][a-zà-ỹ]{1,3}$|[«»<>|^°¬⁄\\]"))
_TORN_CAPITALS = lazy(upper(r"[^\W\d_A-Z]{1,3}(?: [A-Z]{2,}){2,}$"))
_AROUND_NAME = "“”\"'+ :;.,_-–|`ˆ^°"
_AUTHORITY_LEFT = lazy(r"(?:KT|TM|TL|TUQ)[.;:,]?$")
_FEWEST_OF_NAME = 3
_FEWEST_LISTED = 2
"""Bullets that end in a semicolon from which on a list is one of recipients, its archive illegible."""
_LONGEST_TAIL = 30
"""Letters up to which what stands behind a recipient may be a seal's."""


def sealed_tail(text: str) -> int | None:
    """Where a recipient's line goes over into what OCR made of the seal and signature beside it."""
    for match in inline(r"(?<=[;:])\s+(?=\S)|(?<=\),)\s+(?=\S)|(?<=[a-zà-ỹ)0-9])\.\s+(?=\S)").finditer(text):
        tail = text[match.end() :]
        archived = text[match.start() - 1] in ";:," and (
            files(text) or _ARCHIVE.search(bare(text[: match.start() - 1]))
        )
        if len(tail) > _LONGEST_TAIL or match.start() < 9 or archived:
            continue
        words = inline(r"[^\W\d_]+").findall(tail)
        sound = sum(bool(SYLLABLE.match(bare(w))) and len(w) > 1 and not (w[0].islower() and len(w) < 3) for w in words)
        listed = (
            (_NOTED.sub("", tail).endswith((";", ",")) and not _stroked(words))
            or _LISTED.match(tail.lower())
            or (tail[0] == "(" and tail[-1] == ")")
        )
        strokes = tail[0] != "(" and (_short(words) or (tail.islower() and len(tail) < 5) or _STROKES.search(tail))
        # a position beside the list, torn or not: "… (để b/c); H VĂN PHÒNG", "Ban Dân vận; vn THƯ THƯỜNG TRỰC"
        shouted = sum(w.isupper() and len(w) > 1 for w in words) > 1 and tail[:1].islower() and "." in tail
        aside = sound > 1 and (tail.isupper() or shouted or _TORN_CAPITALS.match(tail) is not None)
        if _rank(tail) or _AUTHORITY_LEFT.match(tail):
            return match.start() + (text[match.start()] == ".")
        if not listed and (sound <= 0.6 * len(words) or strokes or aside or NAME.match(tail.strip(_AROUND_NAME))):
            return match.start() + (1 if text[match.start()] == "." else 0)
    return _behind_filed(text) if files(text) else None


def _rank(tail: str) -> bool:
    """Whether one syllable in capitals with its marks stands there, the first of a position: "PHÓ"."""
    return len(tail) > 2 and tail.isupper() and not tail.isascii() and SYLLABLE.match(bare(tail)) is not None


def _short(words: list[str]) -> bool:
    """Whether there is no word of three letters, nor an abbreviation that strokes do not stand beside."""
    return all(len(w) < 3 for w in words) and (_stroked(words) or not any(len(w) == 2 and w.isupper() for w in words))


def _stroked(words: list[str]) -> bool:
    """Whether a single letter with marks stands among the words: a stroke of a pen."""
    return any(len(w) == 1 and not w.isascii() for w in words)


def _behind_filed(text: str) -> int | None:
    """Where behind "Lưu: VT, TH." stains or the signer's name stand on the last recipient's line."""
    _, stop, rest = text.rpartition(";")
    if stop and len(rest.split()) >= _FEWEST_OF_NAME and NAME.match(name := rest.strip(_AROUND_NAME)):
        return text.index(name, len(text) - len(rest))
    for match in inline(r"(?<=[\w)])(?:\.|,(?=\s+[^\w\s(]|\s+\S \S))\s+").finditer(text):
        if not _CODE.search(text, match.end()):
            return match.start() + (text[match.start()] == ".")
    return None


def named(text: str) -> bool:
    """Whether a name stands there; OCR may have torn its first letter off: "rần Văn An"."""
    return NAME.match(text) is not None or _NAME_AT_END.match(text) is not None


def headless(lines: Sequence[Line]) -> bool:
    """Whether a list up to "- Lưu: VT" stands there whose heading "Nơi nhận" OCR lost or made illegible."""
    if any(" nh" in line.bare and _HEADING.search(line.bare) for line in lines):
        return False
    listed = [line.said for line in lines if line.label is not None and line.label.is_bullet]
    return any(map(files, listed)) or sum(said.endswith((";", ",")) for said in listed) >= _FEWEST_LISTED


def files(text: str) -> bool:
    """Whether a recipient is the last one, the archive: "Lưu: VT"."""
    return bool(inline(r"\W{0,4}l.{1,2}u\s*[:;,.]?\s").match(bare(text)))
