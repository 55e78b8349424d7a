"""Furniture around a plan: catalogue records and menus of web pages, running headers, stamps of a receiver."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import combinations

from kehoach.folding import in_capitals
from kehoach.knowledge.patterns import inline, lazy
from kehoach.parsers.glued import is_syllable
from kehoach.parsers.lines import Line
from kehoach.parsers.paragraphs import LONGEST_RUBBISH, rubbish
from kehoach.parsers.view import View

_KEYS = (
    r"so hieu|so ky hieu|so/ky hieu|so van ban|loai van ban|noi ban hanh|co quan ban hanh|nguoi ky"
    r"|ngay ban hanh|ngay hieu luc|ngay co hieu luc|ngay het hieu luc|tinh trang(?: hieu luc)?|"
    r"linh vuc|trich yeu|ten van ban|ngay cong bao|so cong bao|hinh thuc van ban|don vi ban hanh|chuc danh"
    r"|ngay dang|tep dinh kem|file dinh kem|pham vi|ngay hieu luc cua van ban|nganh"
)
_RECORD = lazy(rf"\W*(?:{_KEYS})\s*(?::\s*\|?|\|)")
_KEY = lazy(rf"(?:^|(?<=\s))(?:{_KEYS})\s*:")
_MENU = lazy(
    r"\W{0,4}(?:trang chu\b.*|dang nhap\b.*|dang ky\b.*|tai ve\b.*|tai (?:file|van ban|ve may)\b.*|in trang\b.*"
    r"|in (?:bai|van ban)\b.{0,30}|chia se\b.{0,40}|gui email\b.*|luot xem\b.*|luot tai\b.*"
    r"|van ban lien quan\W*|van ban dang xem\W*|"
    r"chua co video\W*|ban quyen\b.*|dau trang\W*|quay lai\W*|xem (?:them|nhanh|truoc)\b.{0,30}"
    r"|nhap tu khoa\b.*|tim kiem\b.{0,30}|tom tat\s*\|.*|luoc do\b.{0,60}|giay phep so\b.*|so luot\b.*"
    r"|danh gia\s*:.{0,30}|"
    r"binh luan\b.{0,40}|y kien\W*|facebook.{0,30}|zalo.{0,20}|twitter.{0,20}|https?://\S+|www\.\S+"
    r"|cap nhat\s*:?\s*\d.*|thuoc tinh(?: van ban)?\W*|noi dung van ban\W*|cong thong tin dien tu\b.{0,60}"
    r"|hotline.{0,40}|tin lien quan\W*|bai (?:viet )?(?:lien quan|cung chuyen muc)\W*|van ban khac\W*|toan van\W*|"
    r"font(?: size)?\W.{0,20}|hieu luc\s*:.{0,40}|da (?:biet|xem)\W*|tieng anh\W*|ban pdf\W*|loading.*"
    r"|dang truy cap\b.{0,30}|(?:\w{1,12} )?lien ket website\W*"
    r"|(?:cac )?tin (?:tuc )?(?:khac|cung chuyen muc)\W*|truy cap (?:tong|hien tai|hom nay)\b.{0,30}"
    r"|(?:xem|tim) (?:tin )?theo ngay\b.{0,12}|thong ke truy cap\W*|y kien ban doc\W*"
    r"|tu khoa\s*:.*|de su dung (?:toan bo|day du)\b.{0,80}\b(?:goi cuoc|dang nhap|dang ky)\b.{0,30}"
    r"|menu\W*|© .*|copyright.*)$"
)
_KEYS_ALONE = 3
"""Keys alone on their lines that make a record of lines by turns."""
# "2      CÔNG BÁO/Số 12 + 13/Ngày 20-3-2031", above each page of a gazette.
_GAZETTE = lazy(r"(?:\d{1,4}\s+)?cong bao\b[^/]{0,40}/\s?so [\d +]{1,12}/\s?ngay \d")
_SYMBOL = lazy(r"\d{1,5}/(?:\d{4}/)?[A-ZĐ]{2,}-?[A-ZĐ\d]*[.;,)]?$")
"""What a line's end leaves of a document's number for the next: "105/2025/NĐ-CP."."""
# A page's number among all at a line's end: "3/12", "Trang 3".
_FRACTION = lazy(r"(?:(?<!ngày )\b(?P<page>\d{1,3})\s?/\s?(?P<all>\d{1,3})|\btrang \d{1,3})\W*$", re.I)
# … and of no sentence, however seldom it comes: "UBND xã - Kế hoạch trồng cây     Trang 2/9", in a column of its own.
_FOOT = lazy(r"(?P<apart>^\W*|[|–—] ?| - )?\btrang \d{1,3}\s?/\s?\d{1,3}[^\w)]*$")
_FOOT_GAP = 3
"""Blanks from which on a footer's page stands in a column of its own."""
_STAMP = lazy(
    r"\W{0,4}(?:c.ng van d.n|den\s+(?:so|ngay)|so den|ngay den|den ngay|chuyen\s*:|kinh chuyen|luu ho so so"
    r"|so\s*:?\s*(?:\.{3,}|\d{1,6}\W*$)|ngay\s*:\s*\d|scan|van thu).{0,40}$"
)
# … garbled: "CÔNG VĂN ĐìN", "ĐĩN Sĩ: 411 Ngày: 22/5", "Sĩ 2918 ngày 06-12-2010".
_RECEIPT = lazy(
    r"c.ng v.n d.{1,2}n\b|v.n b.n d.{1,2}n\b|\bd\w{1,2}n s\w?\s?[:.;]\W*\d|^\W*s\w\W{1,5}\d+\W+ng\w{1,2}y\W*\d"
    r"|^\W*ng\w{1,2}y\W{0,5}\d{1,2}\s?[/-]\s?\d{1,2}\s?[/-]"
)
_MOTTO = lazy(r"c.{1,2}ng h.{1,2}a? x.{1,2} h.{1,2}i ch|dang cong san viet")
_STAMPED = 10
"""Lines from the top among which the motto stands, a stamp above it or not."""
_SHORTEST_BODY = 6
_CAPITALS = 0.8
_RECEIVED = lazy(r"[\W\d]{0,4}(?:c.ng van d.n|van ban den)\b")
# Whose stamp it is, where it stands below the type.
_HOLDER = lazy(r"(?:ubnd|uy ban|hdnd|so|phong|van phong|huyen uy|thi uy|thanh uy|dang uy|truong|benh vien|chi cuc)\b")
_LONGEST_HOLDER = 30
_STAIN = lazy(r"[®©¢£¥§¤¬ˆ¿¡†‡⁄]|(?<=\s)[`'‘’^~_|°](?=\s|$)|^[_~`^°]")
_ANY_STAIN = lazy(r"[®©¢£¥§¤¬ˆ¿¡†‡⁄`'‘’^~_|°]")
_CRUMBS, _CRUMB = 5, 9
"""Lines that an illegible end has at least, and letters that each has at most."""
_WHEN = frozenset(
    "thang nam ngay quy tuan thu buoi sang chieu toi tu den trong dot hoc ky ki giai doan khoi lop nhom dau cuoi giua"
    " va hai ba bay sau chu nhat i ii iii iv v vi het".split()
)
_ANNEXES = frozenset(
    {"phu luc", "phu luc so", "phu bieu", "phu bieu so", "bieu", "bieu so", "mau", "mau so", "bieu mau"}
)
"""What annexes are called before their numbers."""
_SAME_AGAIN = 3
"""Times from which on one and the same text is a running header, an annex's label too."""
_LONG_FOOTER, _SAME_START, _ALIKE, _MOST_FOOTERS = 20, 6, 0.9, 40
_SIGNS = "–—.,:;()"
"""What stands at a word's ends and is no part of it."""
_HEADER_LENGTH = 120
"""Letters up to which a line may be a running header."""


def printed_records(lines: Sequence[Line]) -> list[Line]:
    """The rows of a catalogue record printed without cells ("Số hiệu: 115/KH-UBND Loại văn bản: Kế hoạch").

    A single line with one key may be the letterhead's own; two lines, or two keys on one, are a record.
    """
    found = [line for line in lines if ":" in line.bare and not line.noise and not line.bars and record(line)]
    keys = sum(len(_KEY.findall(line.bare)) for line in found)
    return [*found, *_values_below(lines, found)] if keys > 1 else []


def _values_below(lines: Sequence[Line], keys: Sequence[Line]) -> list[Line]:
    """The values of a record that prints each on the line below its key ("Số hiệu:" / "115/KH-UBND").

    Only where keys and values take turns: "Phạm vi:" alone may be the plan's own.
    """
    alone = {line.index for line in keys if line.bare.rstrip().endswith(":")}
    if len(alone) < _KEYS_ALONE:
        return []
    at = [i for i, line in enumerate(lines) if line.index in alone]
    turns = [i for i in at if i + 1 < len(lines) and (i + 2 in at or i - 2 in at)]
    return [lines[i + 1] for i in turns if lines[i + 1].index not in alone] if len(turns) >= _KEYS_ALONE else []


def record(line: Line) -> bool:
    """Whether a line is a row of a portal's catalogue record ("Số hiệu: | 115/KH-UBND |")."""
    return bool(_RECORD.match(line.bare)) and len(line.text) < 400 and ("|" in line.text or len(line.text) < 160)


def menu(line: Line) -> bool:
    """Whether a line belongs to the page around the plan."""
    return len(line.text) < 200 and bool(_MENU.match(line.bare))


class RecordValue:
    """What a catalogue record says: its key (bare), and where in the line's clean text the value stands."""

    __slots__ = ("end", "key", "line", "start")

    def __init__(self, key: str, line: Line, start: int, end: int) -> None:
        self.key, self.line, self.start, self.end = key, line, start, end

    @property
    def text(self) -> str:
        """The value as printed."""
        return self.line.text[self.start : self.end]

    def span(self, view: View) -> dict[str, int]:
        """The value's span in the source."""
        return self.line.words.source_span(view, self.start, self.end)


def record_value(line: Line) -> RecordValue | None:
    """What a record row says, ``None`` where it says nothing."""
    match = _RECORD.match(line.bare)
    if not match:
        return None
    following = _KEY.search(line.bare, match.end())
    value = line.text[match.end() : following.start() if following else None].rstrip()
    start = match.end() + len(value) - len(value.lstrip(" |:"))
    end = match.end() + len(value.rstrip(" |"))
    return RecordValue(inline(r"[^a-z ]").sub("", match[0]).strip(), line, start, end) if end > start else None


def mark_headers(lines: Sequence[Line]) -> None:
    """Mark running headers and footers noise: lines beside page breaks that come again on other pages."""
    numbers = [line.noise and any(map(str.isdigit, line.text)) for line in lines]
    beside: list[Line] = []
    for i, line in enumerate(lines):
        if line.noise or len(line.text) >= _HEADER_LENGTH:
            continue
        if "cong bao" in line.bare and _GAZETTE.match(line.bare):
            line.noise, line.label = True, None
            continue
        following = lines[i + 1] if i + 1 < len(lines) else None
        if line.page_break or (i > 0 and numbers[i - 1]) or following is None or numbers[i + 1] or following.page_break:
            beside.append(line)
    numbered = [
        line
        for line in lines
        if ("/" in line.text or "trang " in line.bare)
        and not line.noise
        and len(line.text) < _HEADER_LENGTH
        and _numbers_page(line.text)
    ]
    known = {line.index for line in beside}
    beside += [line for line in numbered if line.index not in known]
    shapes = [_shape(line) for line in beside]
    counts = Counter(shapes)
    for line, shape in zip(beside, shapes, strict=True):
        told = counts[shape] >= 2 or _foot(line)
        if shape in _ANNEXES and line.page_break:
            continue
        if told and sum(map(str.isalpha, shape)) >= 6 and line.label is None and not _says_when(shape):
            line.noise = not _ends_sentence(line.text)
    _mark_misread(beside, shapes)

    # the letterhead prints them first, as its own
    running = [line for line in lines if not line.noise and line.label is None and not line.bars and _running(line)]
    shapes = [_shape(line) for line in running]
    everywhere = Counter(shapes)
    texts = Counter(line.text for line in running)
    for line, shape in zip(running, shapes, strict=True):
        counted = shape in _ANNEXES and texts[line.text] < _SAME_AGAIN  # "PHỤ LỤC 1", "PHỤ LỤC 2", "PHỤ LỤC 3"
        if everywhere[shape] >= 3 and line.index >= _STAMPED and not _says_when(shape) and not counted:
            line.noise = True


def _ends_sentence(text: str) -> bool:
    """Whether a line is the end of a sentence, which may come twice: "hằng năm.", "25/11 hằng năm."."""
    return text[-1] in ".;" and text.lstrip("0123456789/., -–")[:1].islower()


def _foot(line: Line) -> bool:
    """Whether a line ends in its page's number set apart: no sentence that ends so, "… nêu tại Sổ tay, trang 3/5"."""
    found = _FOOT.search(line.bare)
    if found is None or found["apart"] is not None:
        return found is not None
    at = line.bare.index("trang", found.start())
    return at > 1 and line.words.at(at) - line.words.at(at - 2) > _FOOT_GAP


def _numbers_page(text: str) -> bool:
    """Whether a line ends in its page's number, among all or alone; "20/11" is a day."""
    found = _FRACTION.search(text)
    return found is not None and (found["page"] is None or int(found["page"]) <= int(found["all"]))


def _mark_misread(beside: Sequence[Line], shapes: Sequence[str]) -> None:
    """Mark a running line noise that OCR read otherwise on another page: a letter or two in a long line."""
    long = [(line, shape) for line, shape in zip(beside, shapes, strict=True) if len(shape) >= _LONG_FOOTER]
    for (line, shape), (other, like) in combinations(long[:_MOST_FOOTERS], 2):
        if shape[:_SAME_START] == like[:_SAME_START] and line.label is None is other.label:
            from difflib import SequenceMatcher  # few plans need it

            matcher = SequenceMatcher(None, shape, like, autojunk=False)
            if matcher.quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE and _spoilt(line, other):
                line.noise = other.noise = True


def _spoilt(line: Line, other: Line) -> bool:
    """Whether words that only one of two lines has are no syllables: "LIBND" for "UBND", not "An Lộc" for "An Lạc"."""
    apart = set(line.text.lower().split()) ^ set(other.text.lower().split())
    words = [word.strip(_SIGNS) for word in apart]
    return any(word.isalpha() and not is_syllable(word) for word in words)


def _running(line: Line) -> bool:
    """Whether an unlabelled line could be a running header: short, no sentence, with a number or in capitals."""
    text = line.text
    if len(text) > 90 or ":" in text:
        return False
    if text.isupper() and len(text) > 12:
        return _SYMBOL.match(text) is None
    return text[-1:] not in ".;," and text.lstrip("0123456789 ")[:1].isupper() and any(map(str.isdigit, text))


def _says_when(shape: str) -> bool:
    """Whether a line counts months, years, weeks, forms and nothing else: "Tháng 9/2031", "Ngày 12/5 (thứ hai)"."""
    return _WHEN.issuperset(shape.split())


def _shape(line: Line) -> str:
    return inline(r"[\d\W]+").sub(" ", line.bare).strip()


def mark_stamps(lines: Sequence[Line]) -> None:
    """Mark a receiver's stamp ("CÔNG VĂN ĐẾN", its number and date) noise."""
    for i, line in enumerate(lines):
        if len(line.text) < 40 and not line.noise and _RECEIVED.match(line.bare) and in_capitals(line.text, _CAPITALS):
            if line.bare.endswith("ke hoach"):
                continue  # the type stands beside the stamp
            line.noise = True
            if i and _HOLDER.match(lines[i - 1].bare) and any(x.bare == "ke hoach" for x in lines[max(0, i - 4) : i]):
                lines[i - 1].noise = lines[i - 1].text.isupper() and len(lines[i - 1].text) < _LONGEST_HOLDER
            for other in lines[i + 1 : i + 6]:
                if _STAMP.match(other.bare) or rubbish(other) or not any(map(str.isalpha, other.text)):
                    other.noise = True
                elif not other.noise:
                    break


def mark_receipt(lines: Sequence[Line]) -> None:
    """Mark a receiver's stamp above the letterhead noise, its holder's name and garbled words included.

    Only where the issuer stands beside or below the motto: else the lines above it may be the issuer's own.
    """
    motto = next((i for i, line in enumerate(lines[:_STAMPED]) if _MOTTO.search(line.bare)), 0)
    if not any(_RECEIPT.search(line.bare) and len(line.text) < 60 for line in lines[:motto]):
        return
    beside = lines[motto].bare[: _MOTTO.search(lines[motto].bare).start()]  # type: ignore[union-attr]
    if sum(map(str.isalpha, beside)) >= _SHORTEST_BODY:
        for line in lines[:motto]:
            line.noise = True


def mark_rubbish(lines: Sequence[Line], *, scanned: bool) -> None:
    """Mark what OCR makes of seals and stains noise; in clean text only lines without a letter are."""
    for line in lines:
        if line.noise or line.bars:
            continue
        if rubbish(line) if scanned else not (line.text[0].isalnum() or any(map(str.isalnum, line.text))):
            line.noise = True


def mark_illegible_end(lines: Sequence[Line]) -> None:
    """Mark what OCR makes of an illegible end noise: crumbs of words, a line each, behind the last sentence."""
    crumbs: list[Line] = []
    for line in reversed(lines):
        if not line.noise and not _crumb(line):
            break
        crumbs += [] if line.noise else [line]
    if len(crumbs) >= _CRUMBS:
        for line in crumbs:
            line.noise = True


def _crumb(line: Line) -> bool:
    """Whether a line is a few letters that are no label, no number, no capitals of a signature."""
    text = line.text
    if len(text) > _CRUMB or line.label is not None or line.bars:
        return False
    numbers = text[0].isdecimal() or sum(map(str.isdecimal, text)) > 1
    return not numbers and not (text.isupper() and len(text) > _CRUMB / 2)


def scanned(lines: Sequence[Line]) -> bool:
    """Whether a text shows the marks of OCR: stray signs, broken words, letters no Vietnamese page has."""
    stained = _ANY_STAIN.search("\n".join([line.text for line in lines])) is not None
    odd = sum([bool(_ANY_STAIN.search(x.text) and _STAIN.search(x.text)) for x in lines]) if stained else 0
    broken = sum([rubbish(line) for line in lines if len(line.text) <= LONGEST_RUBBISH and not line.noise])
    return odd + broken >= max(3, 0.015 * len(lines))
