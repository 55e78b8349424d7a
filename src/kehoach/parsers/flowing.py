"""Plans that a copy ran together: headings, items and recipients that follow one another on a line.

Only a line that holds two section headings and more ("… I. MỤC ĐÍCH … II. NHIỆM VỤ …") is cut. What follows a
heading is cut where its lists count: "1. … 2. …", "a) … b) …", "- … - …".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from kehoach.folding import bare, upper
from kehoach.knowledge.agencies import resolve
from kehoach.knowledge.agency_lookup import Words
from kehoach.knowledge.patterns import lazy
from kehoach.parsers import headings, labels
from kehoach.parsers.facts import agencies
from kehoach.parsers.facts.agency_begin import verb_at
from kehoach.parsers.lines import Line
from kehoach.parsers.run_in import pieces

_SHORTEST = 120
"""Letters a line with two headings has at least."""
_TOP = 40
"""Lines from the top among which one holds a plan's beginning."""
_LOST = 2
"""How far a number may be ahead of the one before: one between them may have been lost."""
_HEADING = lazy(upper(r"(?:^|(?<=\s))(?P<n>[IVX]{1,5})\s?[./)]\s?(?=[A-Z]{2})"))
_BARE_HEADING = lazy(upper(r"(?<=\s)(?P<n>[IVX]{1,4})\s(?=[A-Z]{2,}\s[A-Z]{2})"))
_SMALL_HEADING = lazy(upper(r"(?<=\s)(?P<n>[IVX]{1,4})\s?[./)]\s(?=[A-Z][^\W\d_A-Z])"))
_LETTERED = lazy(upper(r"(?<=\s)(?P<n>[A-H])\s?[./)]\s?(?=[A-Z]{2,}\s[A-Z]{2})"))
_TYPE = lazy(upper(r"(?:^|(?<=\s))KẾ HOẠCH\s+(?=[A-Z][^A-Z])"))
_LEAD = lazy(r"(?<=\s)(?:Căn cứ|Thực hiện|Nhằm|Để)\s")
# … the next basis, and who issues the plan behind the last
_BASIS = lazy(
    r"(?<=[;.,]\s)(?:(?:Căn cứ|Thực hiện|Trên cơ sở|Theo đề nghị|Xét đề nghị)\s"
    r"|(?:Ủy ban|Uỷ ban|UBND|Bộ|Sở|Phòng|Trường|Ban|Đảng ủy|Hội|Công an|Chi cục|Trung tâm)\s[^;.]{0,120}?"
    r"(?:ban hành|xây dựng)\s[Kk]ế hoạch)"
)
_END = lazy(r"(?<=\s)(?:Trên đây là|Nơi nhận\s?:)")
_SIGNATURE = lazy(
    upper(r"(?<=\s)(?:(?:TM|T/M|KT|TL|TUQ)\.\s?[A-Z]{2}|(?:(?<=TỊCH )|(?<=ĐỐC )|(?<=TRƯỞNG ))PHÓ [A-Z]{2})")
)
_NUMBER = lazy(upper(r"(?:^|(?<=\s))(?P<n>\d{1,2})[.)/](?:\s?(?=[A-Z“\"(])|\s(?=\d))"))
_LETTER = lazy(upper(r"(?:^|(?<=\s))(?P<n>[a-zđ])[.)]\s(?=[A-Z“\"(\d])"))
_DECIMAL = lazy(upper(r"(?:^|(?<=\s))\d{1,2}\.\d{1,2}(?:\.\d{1,2})?\.?\s(?=[A-Z“\"])"))
_BULLET = lazy(upper(r"(?:^|(?<=\s))[-–+•]\s(?=[A-Z“\"(\d])"))
# What parts of plans are called, before the words of the part: "1. Mục đích Phủ xanh các đồi trọc."
_NAME = lazy(upper(r"[\w.)/]+\s(?:Mục đích|Yêu cầu|Mục tiêu(?: chung| tổng quát| cụ thể)?|Quan điểm)\s(?=[A-Z])"))
# … and before a bullet, where the copy lost their number: "… kịp thời. Yêu cầu - Thực hiện đồng bộ …".
_PART = lazy(upper(r"(?<=\s)(?:Mục đích|Yêu cầu|Mục tiêu(?: chung| tổng quát| cụ thể)?)\s?:?\s(?=[-–+]\s[A-Z])"))
_ENDS = (".", ";", ":", "!", "?", "…", "/")
# Words before a number that it belongs to: "theo điểm a) Khoản", "Quyết định số 1. …".
_POINTING = frozenset("điều khoản mục điểm phần số quý lần chương biểu và đến năm tháng ngày".split())
_TITLE = 90
"""Letters an item's title has at most, behind which a list may begin without a stop: "1. Mục đích - Nâng cao …"."""


def split(lines: list[Line]) -> list[Line]:
    """The lines, those that hold several sections cut into what they would be on lines of their own."""
    headed = {k: heads for k, line in enumerate(lines) if (heads := _headings(line))}
    begun = {k: at for k, line in enumerate(lines[:_TOP]) if (at := _begins(line))}
    if not headed and not begun:
        return lines
    out: list[Line] = []
    for k, line in enumerate(lines):
        out += _parted(line, headed.get(k, ()), begun.get(k)) if k in headed or k in begun else [line]
    return out


def _begins(line: Line) -> int | None:
    """Where the title begins of a plan whose letterhead and beginning a line holds."""
    if len(line.text) < _SHORTEST or line.bars or "KẾ HOẠCH" not in line.text:
        return None
    from kehoach.parsers import flowing_head

    return flowing_head.behind(line.text)


def _parted(line: Line, heads: Sequence[int], named: int | None) -> list[Line]:
    text = line.text
    if named is not None:
        from kehoach.parsers import flowing_head

        heads = [at for at in heads or _headings_behind(text, named) if at > named]
        first = heads[0] if heads else len(text)
        cuts = [*flowing_head.cuts(text, named, first), *(_cuts(text, heads) if heads else ())]
    else:
        cuts = [*_cuts(text, heads)]
    out = pieces(line, _apart(text, cuts))
    for piece in out:
        piece.label, piece.indent = labels.find(piece.text), line.indent
    return out


def _apart(text: str, cuts: Iterable[int]) -> list[int]:
    """The cuts in order, less those with nothing between them and the one before."""
    out, end = [0], len(text.rstrip())
    for at in sorted(cuts):
        if at < end and text[out[-1] : at].strip():
            out.append(at)
    return out[1:]


def _headings(line: Line) -> list[int]:
    """Where the section headings in a line begin, where there are two and more that count on; else nothing."""
    text = line.text
    if len(text) < _SHORTEST or line.bars or not ("II" in text or "I." in text):
        return []
    out: list[int] = []
    last = 0
    for match in _HEADING.finditer(text):
        value = 0 if _points(text, match.start()) else labels.roman(match["n"])
        if value and (not out or 0 < value - last <= _LOST):
            out.append(match.start())
            last = value
    return out if len(out) > 1 else []


def _headings_behind(text: str, start: int) -> list[int]:
    """Where the headings of a plan that begins on its line stand: a single one, or letters; one may lack its sign."""
    for pattern in (_HEADING, _BARE_HEADING, _SMALL_HEADING, _LETTERED):
        out: list[int] = []
        for match in pattern.finditer(text, start):
            printed = match["n"]
            value = ord(printed) - ord("A") + 1 if pattern is _LETTERED else labels.roman(printed)
            if value == len(out) + 1 and not _points(text, match.start()) and _is_named(text, match, pattern):
                out.append(match.start())
        if out:
            return out
    return []


def _is_named(text: str, match: re.Match[str], pattern: re.Pattern[str]) -> bool:
    """Whether a number that may be none stands before the name of a part: "I MỤC ĐÍCH", not "KHÓA I NHIỆM KỲ"."""
    return (
        pattern not in (_BARE_HEADING, _SMALL_HEADING)
        or headings.first(bare(text[match.end() : match.end() + _TITLE])) is not None
    )


def _cuts(text: str, heads: Sequence[int]) -> Iterator[int]:
    """Where in a text with these headings they and items, basis, recipients and signatures begin."""
    kind = _TYPE.search(text, 0, heads[0])
    if kind:
        yield kind.start()
        yield kind.end()
        lead = _LEAD.search(text, kind.end(), heads[0])
        if lead:
            yield lead.start()
            yield from (m.start() for m in _BASIS.finditer(text, lead.end(), heads[0]))
    ending = _END.search(text, heads[-1])
    for start, end in zip(heads, [*heads[1:], ending.start() if ending else len(text)], strict=True):
        yield start
        title = _behind_capitals(text, start, end)
        yield title
        yield from _items(text, title, end)
    if ending:
        yield from _ending(text, ending.start())


def _ending(text: str, start: int) -> Iterator[int]:
    """The closing sentence, the recipients one by one, and the lines of the signature with the name below them."""
    yield start
    yield from (m.start() for m in _END.finditer(text, start))
    yield from (m.start() for m in _BULLET.finditer(text, start) if _may_begin(text, m.start(), start))
    last = None
    for match in _SIGNATURE.finditer(text, start):
        yield match.start()
        last = match
    if last is not None:
        yield _behind_capitals(text, last.start(), len(text))


def _behind_capitals(text: str, start: int, end: int) -> int:
    """Where a heading's words in capitals end: before the first word that is not, or the first label.

    One in small letters ends before the next capital: "II. Đặc điểm tình hình Trường có hai mươi lớp".
    """
    at = start
    small = len(words := text[start:end].split(" ")) > 1 and any(map(str.islower, words[1]))
    for k, word in enumerate(words):
        if word in ("-", "–", "+") or _NUMBER.match(word + " A"):
            if k:
                break
        elif (k > 1 and word[:1].isupper()) if small else (k and any(map(str.islower, word))):
            break
        at += len(word) + 1
    return min(at, end) if not small or at - start <= _TITLE else start


def _items(text: str, start: int, end: int) -> Iterator[int]:
    """Where the items of a stretch begin: its numbers first, what stands between them by letters and bullets."""
    tops = list(_counted(text, start, end, _NUMBER)) or list(_counted(text, start, end, _LETTER))
    yield from tops
    if not tops:
        tops = [m.start() for m in _PART.finditer(text, start, end)]
        yield from tops
    yield from (m.end() for top in tops if (m := _NAME.match(text, top)))
    for first, last in zip([start, *tops], [*tops, end], strict=True):
        inner = [m.start() for m in _DECIMAL.finditer(text, first, last) if _may_begin(text, m.start(), first)]
        yield from inner
        for a, b in zip([first, *inner], [*inner, last], strict=True):
            letters = list(_counted(text, a, b, _LETTER))
            yield from letters
            for low, high in zip([a, *letters], [*letters, b], strict=True):
                yield from _bulleted(text, low, high)


def _bulleted(text: str, start: int, end: int) -> Iterator[int]:
    """Where bullets stand, none of which is the hyphen of a name: "Vụ Kế hoạch - Đầu tư", "Bà A - Phó Chủ tịch"."""
    for match in _BULLET.finditer(text, start, end):
        at = match.start()
        if text[max(0, at - 2) : at - 1].isdigit() and text[match.end()].isdigit():
            continue  # "2021 - 2025"
        if _behind_stop(text, at, start) or (at - start <= _TITLE and not _in_name(text, start, match)):
            yield at


def _in_name(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether a bullet is the hyphen of the name that a stretch begins with."""
    label = labels.find(text[start : match.end() + 1])
    begin = start + (label.end if label is not None else 0)
    behind = text[match.end() : match.end() + _TITLE].split(" ", 2)[:2]
    head = agencies.leading(f"{text[begin : match.end()]}{' '.join(behind)}")
    if head is None or not any(begin + name.start < match.start() < begin + name.end for name in head.agencies):
        return False
    action = " ".join(behind).lower()
    return verb_at(Words(action), 0) is None or any(resolve(name.name) is not None for name in head.agencies)


def _counted(text: str, start: int, end: int, pattern: re.Pattern[str]) -> Iterator[int]:
    """Where the labels of a list stand that counts from one."""
    wanted = 1
    for match in pattern.finditer(text, start, end):
        printed = match["n"]
        value = int(printed) if printed.isdigit() else 1 + labels.ALPHABET.find(printed)
        sure = match[0][1] == ")" if pattern is _LETTER else match[0].endswith("/ ")
        begins = sure or _may_begin(text, match.start(), start)
        if (value == 1 if wanted == 1 else 0 <= value - wanted < _LOST) and begins:
            yield match.start()
            wanted = value + 1


def _behind_stop(text: str, at: int, start: int) -> bool:
    before = text[max(start, at - 2) : at].rstrip()
    return not before or before.endswith(_ENDS)


def _may_begin(text: str, at: int, start: int) -> bool:
    """Whether an item may begin at a letter: behind a stop, or behind no more than the title of what it belongs to."""
    if _behind_stop(text, at, start):
        return True
    return at - start <= _TITLE and not _points(text, at) and not text[at - 2 : at].rstrip()[-1:].isdigit()


def _points(text: str, at: int) -> bool:
    """Whether the word before says of which a number is: "theo khoản 1. …"."""
    return text[max(0, at - 12) : at].rstrip().rpartition(" ")[2].lower() in _POINTING
