"""Documents named by type and number: "Quyết định số 12/QĐ-UBND", "Công văn 815"; the type may be the number's own.

They leave as drafts: who issued them and what they are about is asked where all of a text's documents are known.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from operator import itemgetter

from kehoach.folding import bare
from kehoach.knowledge.document_types import TYPES, DocumentType
from kehoach.knowledge.patterns import by_letter, inline, lazy
from kehoach.parsers.facts.citation_parts import Number, Source, date_at, repaired
from kehoach.parsers.facts.citation_words import name_at


class Draft:
    """A reference that is not complete yet: what its type and number say, and where to look for the rest."""

    __slots__ = ("after", "date", "end", "issuer", "law", "number", "same_day", "start", "symbol", "title", "type")

    def __init__(
        self, start: int, end: int, type_: str, number: str | None, symbol: str = "", date: str | None = None,
        title: str | None = None, law: bool = False, after: int = 0,
    ) -> None:  # fmt: skip
        self.start = start
        self.end = end
        self.type = type_
        self.number = number
        self.symbol = symbol
        self.date = date
        self.issuer: str | None = None
        self.title = title
        self.law = law
        self.after = after  # behind number, date and issuer, where the subject may start
        self.same_day = False


_TypeAt = tuple[int, int, DocumentType]


@cache
def _type_pattern() -> re.Pattern[str]:
    names = sorted(dict.fromkeys(bare(t.name) for t in TYPES), key=len, reverse=True)
    return lazy(by_letter([n.replace(" ", r"\s{0,3}") for n in names]))


@cache
def _by_name() -> dict[str, DocumentType]:
    return {bare(t.name).replace(" ", ""): t for t in TYPES}


@cache
def _spoken() -> dict[str, DocumentType]:
    return {s: t for t in reversed(TYPES) for s in t.spoken}


@cache
def _by_symbol() -> dict[str, DocumentType]:
    main = {t.symbols[0].upper(): t for t in reversed(TYPES) if t.symbols}
    return {s.upper(): t for t in reversed(TYPES) for s in t.symbols} | main


# NQ, NĐ, QĐ, CV, CT, KL, KH, TTLT, TTr, TT, TB, BC: what stands before is asked behind the first letter.
_SPOKEN = lazy(
    r"[NQCKTB](?<![\w/-].)(?:(?<=N)[QĐ]|(?<=Q)Đ|(?<=C)[VT]|(?<=K)[LH]|(?<=T)(?:TLT|Tr|T|B)|(?<=B)C)"
    r"(?=\s{0,3}(?:[Ss]ố|[0-9]))"
)


class _Taken:
    """What laws have taken, to be asked for by place."""

    __slots__ = ("_ends", "_starts")

    def __init__(self, drafts: list[Draft]) -> None:
        outer: list[tuple[int, int]] = []
        for d in drafts:
            if not outer or d.start >= outer[-1][1]:
                outer.append((d.start, d.end))
        self._starts = [a for a, _ in outer]
        self._ends = [b for _, b in outer]

    def at(self, pos: int) -> bool:
        """Whether ``pos`` lies inside a law's reference."""
        i = bisect_right(self._starts, pos) - 1
        return i >= 0 and pos < self._ends[i]


def find_numbered(src: Source, symbols: list[Number], laws: list[Draft]) -> tuple[list[Draft], frozenset[int]]:
    """The documents that ``symbols`` and bare serials name, outside ``laws``, and where words of types begin."""
    taken = _Taken(laws)
    types = _types(src)
    starts = frozenset([a for a, _, _ in types])
    found = _with_symbol(src, symbols, types, taken, starts)
    return found + _with_serial(src, types, taken, found), starts


# "Bộ **Kế hoạch** và Đầu tư", "Phòng Tài chính - **Kế hoạch**": no plan, but a body's name.
_OF_BODIES_NAME = lazy(r"(?<![a-z])(?:bo|so|uy ban|tai chinh -)\s{1,3}$")


def _types(src: Source) -> list[_TypeAt]:
    """Where the words (or spoken abbreviations) of document types stand, in order."""
    out: list[_TypeAt] = []
    for m in _type_pattern().finditer(src.bare):
        start, end = m.span()
        before = src.text[start - 1 : start]
        if before.isalpha() and not (src.text[start].isupper() and before.islower()):
            continue
        if src.text[end : end + 1].isalpha() and not src.bare.startswith("so", end):
            continue
        if m[0].startswith("ke") and _OF_BODIES_NAME.search(src.bare, max(0, start - 20), start):
            continue
        out.append((start, end, _by_name()["".join(m[0].split())]))
    if spoken := [(m.start(), m.end(), _spoken()[m[0]]) for m in _SPOKEN.finditer(src.plain)]:
        out = sorted(out + spoken, key=itemgetter(0))
    return out


# --- numbers with a symbol -------------------------------------------------------------------------------------------

_WITH_NO = lazy(r"(?<![a-z])so\s{0,2}[:.]?\s{0,3}$|(?<=[a-z])so\s{0,3}$")
_QUALIFIED = lazy(r"\s{1,3}(?:[a-z]+\s{1,3}){1,5}(?:[a-z]+\s{0,2}:?\s{0,3})?")
_OF_BODY = lazy(
    r"\s{1,3}(?:[a-z]+\s{1,3}){0,3}cua\s{1,3}(?:[a-z]+[\s,-]{1,3}){1,14}(?:[a-z]+\s{0,2}:?\s{0,3})?(?::\s{0,2})?"
)
_VETO = lazy(r"\b(?:mau|bieu|phu luc|giay|bien ban|hop dong|tieu chi|tai khoan|hoa don|chung chi|dien thoai|bang)\b")
_SEPARATOR = lazy(r"[\s,;]{0,4}(?:(?:va|hoac)\s{1,3})?(?:cac\s{1,3})?")
_FREE = lazy(r"(?:^|[,;:(\"\-]|(?<![a-z])(?:va|tai|theo|cu|hien|cac|voi|hanh))\s{0,3}$")
_COMPONENTS = frozenset(["Dự án", "Đề án", "Chương trình", "Chương trình hành động", "Phương án", "Quy trình"])
_LAST_SYLLABLE = lazy(r"(?<![a-z])([a-z]+)\s{0,3}$")
_REACH = 160
# "các Nghị quyết của Quốc hội khóa XV số: 104/2023/QH15 … và số 105/2023/QH15": the symbol says whose it is alone.
_ASSEMBLY = lazy(r"(?:UBTV)?QH\d", re.I)
_OF_ASSEMBLY = frozenset(["Nghị quyết", "Luật", "Pháp lệnh"])


def _with_symbol(
    src: Source, symbols: list[Number], types: list[_TypeAt], taken: _Taken, starts: frozenset[int]
) -> list[Draft]:
    out: list[Draft] = []
    places = [b for _, b, _ in types]
    last: Draft | None = None
    for n in symbols:
        if taken.at(n.start):
            continue
        lead = _WITH_NO.search(src.bare, max(0, n.start - 8), n.start)
        pos = lead.start() if lead else n.start
        i = bisect_right(places, pos) - 1
        kind = _printed_type(src, types, i, pos, n, lead is not None, last.end if last else 0)
        draft: Draft | None = None
        if kind:
            start, doc, body = kind
            value = repaired(n, doc.symbols)
            draft = Draft(start, n.end, doc.name, value, value[len(n.value) - len(n.symbol) :], after=n.end)
            if body is not None and (named := name_at(src, body, joint(doc.name), starts)):
                draft.issuer = named[0]
        elif doc_name := _unsaid_type(src, pos, n, lead is not None, last):
            value = repaired(n, _by_name()[bare(doc_name).replace(" ", "")].symbols)
            draft = Draft(pos, n.end, doc_name, value, value[len(n.value) - len(n.symbol) :], after=n.end)
        if draft:
            _dated(src, draft, n)
            out.append(draft)
            last = draft
    return out


def _agrees(doc: DocumentType, symbol: str) -> bool:
    """Whether the symbol names this type: the first of its parts that is a type's abbreviation."""
    first = _abbreviation(symbol) or (m["type"] if (m := _WITH_OTHERS.match(symbol)) else None)
    return first is not None and first.upper() in {s.upper() for s in doc.symbols}


# "KHPH-CAT-SYT", "CTrPHLN": what several bodies do together.
_WITH_OTHERS = lazy(r"(?P<type>[A-ZĐ]{1,3}r?)(?:PH|LN|LT|HT){1,2}(?![^\W_])")


def _abbreviation(symbol: str) -> str | None:
    """The first part of a symbol that abbreviates a type; L and CT, which mean other things too, only in front."""
    for i, part in enumerate(inline(r"[-/.]").split(symbol)):
        if part.upper() in _by_symbol() and (i == 0 or part not in ("L", "CT")):
            return part
    return None


def _printed_type(
    src: Source, types: list[_TypeAt], i: int, pos: int, n: Number, with_no: bool, floor: int
) -> tuple[int, DocumentType, int | None] | None:
    """The type whose word leads to the number at ``pos``: its start, type, and where a body is named in between."""
    if i < 0 or types[i][1] < max(floor, pos - _REACH):
        return None
    start, end, doc = types[i]
    gap = src.bare[end:pos]
    if not gap.strip(" :,"):
        if doc.name in _COMPONENTS and not _agrees(doc, n.symbol):
            return None  # "Đề án 06/CP" is no number of a document
        return _compound(src, types, i, n)
    if not with_no or _VETO.search(gap):
        return None
    of_assembly = doc.name in _OF_ASSEMBLY and _ASSEMBLY.match(n.symbol) is not None
    if not (doc.name in ("Văn bản", "Công văn") or of_assembly or _agrees(doc, n.symbol)):
        return None
    if m := _OF_BODY.fullmatch(gap):
        return start, doc, end + m[0].index("cua ") + 4
    if _QUALIFIED.fullmatch(gap):
        return start, doc, None
    return None


def _compound(src: Source, types: list[_TypeAt], i: int, n: Number) -> tuple[int, DocumentType, None]:
    """Of two types that touch the one that agrees: "Thông báo kết luận số 5/TB-UBND" is a Thông báo."""
    start, _, doc = types[i]
    if i and not _agrees(doc, n.symbol) and src.text[start].islower():
        before_start, before_end, before = types[i - 1]
        if start - before_end <= 3 and _agrees(before, n.symbol):
            return before_start, before, None
    return start, doc, None


def _unsaid_type(src: Source, pos: int, n: Number, with_no: bool, last: Draft | None) -> str | None:
    """The type of a number without its word: that of the list it stands in, or what its own symbol says."""
    abbreviation = _abbreviation(n.symbol)
    own = _by_symbol()[abbreviation.upper()].name if abbreviation else None
    if last and pos - last.after <= _REACH:
        gap = src.bare[last.after : pos]
        agrees = own is None or own == last.type or _abbreviation(last.symbol) == abbreviation
        if agrees and _SEPARATOR.fullmatch(gap):
            return last.type
        if own is None and with_no and _ASSEMBLY.match(n.symbol) and _ASSEMBLY.match(last.symbol):
            return last.type if _FREE.search(src.bare, max(0, pos - 12), pos) else None
        if agrees and with_no and own is None and ";" not in gap and inline(r"(?:,|;|\bva)\s{0,3}$").search(gap):
            return last.type if last.type in ("Văn bản", "Công văn") else None
    if own and with_no and _FREE.search(src.bare, max(0, pos - 12), pos):
        return own
    if own and with_no and (m := _LAST_SYLLABLE.search(src.bare, max(0, pos - 10), pos)):
        return own if bare(own).endswith(m[1]) and len(m[1]) > 2 else None  # "Ọuyết định": its end is enough
    return None


# --- numbers without a symbol ----------------------------------------------------------------------------------------

_SHORT = lazy(
    r"(?P<no>\s{0,3}(?:lien tich\s{1,3})?so\s{0,2}:?\s{0,3}|\s{1,3})(?P<number>[0-9]{1,5}[a-z]?(?:/(?:19|20)[0-9]{2})?)"
    r"(?![^\W_]|\s{0,2}[/-]\s{0,2}[a-z]|\s?[/.,:%]\s?[0-9]|%)"
)
_CLOSED = lazy(
    r"\s{0,2}(?:$|[,.;:)\"']|\((?!\w{1,3}\))|-\s)|\s{1,3}(?:cua|ngay|ve|va|quy dinh|qui dinh|ban hanh|duoc|tai|theo|"
    r"da|do|nay|tren|voi|den|cho|trong|la|gan|nam\s{1,2}20|khoa|vao|de|co|hoac|phe duyet|huong dan|neu|"
    r"thay the|sua doi)(?![^\W_])"
)


@cache
def _type_ends() -> tuple[tuple[str, ...], frozenset[str]]:
    """The last syllables of all types and their spoken abbreviations, bare; the last two letters of these or "so"."""
    ends = tuple({bare(name).split()[-1] for t in TYPES for name in (t.name, *t.spoken)})
    return ends, frozenset(end[-2:] for end in (*ends, "so"))


def may_have_serials(stripped: str) -> bool:
    """Whether any number stands right behind a type's last syllable or its "số"; cheap, and most texts have none."""
    ends, tails = _type_ends()
    for m in _FIGURE.finditer(stripped):
        at = m.start()
        before = stripped[max(0, at - 12) : at].rstrip().removesuffix(":").rstrip()
        if before[-2:] not in tails:
            continue
        if before.endswith(ends) or (before.endswith("so") and before[:-2].rstrip().endswith(ends)):
            return True
    return False


_FIGURE = lazy(r"[0-9](?<![0-9./,(-].)")  # behind the signs it goes on a date or a number


def _with_serial(src: Source, types: list[_TypeAt], taken: _Taken, found: list[Draft]) -> list[Draft]:
    """Documents named by a serial alone: "Quyết định 815", "Công văn số 118 của …", "Luật số 59"."""
    out: list[Draft] = []
    used = {d.start for d in found}
    for start, end, doc in types:
        if start in used or taken.at(start):
            continue
        m = _SHORT.match(src.bare, end)
        if not m or not _CLOSED.match(src.bare, m.end()):
            continue
        draft = Draft(start, m.end(), doc.name, src.plain[m.start("number") : m.end()], after=m.end())
        _dated(src, draft, None)
        if _is_short(src, draft, doc, m):
            out.append(draft)
    return out


def _is_short(src: Source, draft: Draft, doc: DocumentType, m: re.Match[str]) -> bool:
    with_no = bool(m["no"].strip())
    capital = src.text[draft.start].isupper()
    if doc.name in _COMPONENTS or doc.name.endswith("uật"):
        return with_no and draft.date is not None
    if with_no:
        return capital or draft.date is not None or src.bare.startswith((" cua", " nay"), draft.end)
    number = m["number"]
    if "/" in number:
        return capital and doc.name in ("Nghị định", "Thông tư", "Thông tư liên tịch")
    yearlike = len(number) == 4 and number.startswith(("19", "20"))
    return capital and doc.bare and not yearlike


def _dated(src: Source, draft: Draft, number: Number | None) -> None:
    date = date_at(src, draft.end)
    if date is None:
        return
    if date.value is not None and not (number and number.year and len(date.value) == 4):
        draft.date = date.value
    draft.end = draft.after = date.end
    draft.same_day = date.same


def joint(doc: str) -> bool:
    return "liên" in doc
