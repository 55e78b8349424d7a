"""Documents that a text refers to: numbered ones, and laws by name.

``find(text)`` is a layer of its own: it knows one item's text and nothing of the plan around it.  Which mentions are of
one document is for :mod:`kehoach.parsers.facts.citations_merge` to say.
"""

from __future__ import annotations

from kehoach.folding import bare, has_figures
from kehoach.knowledge.document_types import BODIES
from kehoach.knowledge.patterns import inline, lazy
from kehoach.parsers.facts.citation_laws import LawFound, find_laws
from kehoach.parsers.facts.citation_numbered import Draft, find_numbered, joint, may_have_serials
from kehoach.parsers.facts.citation_parts import Pinpoints, Source, date_at, numbers
from kehoach.parsers.facts.citation_words import issuer_at, name_at, title_at
from kehoach.records import NamedTuple


class Mention(NamedTuple):
    """One printed reference to a document: ``text[start:end]``, from the type's word to number and date.

    ``number`` is normalised (``31/KH-UBND``), a bare serial where no more is printed ("Quyết định 815"); ``date`` is
    ISO as far as printed; ``title`` the subject's words ("về việc …"), for laws the law's name; ``pinpoint`` the part
    referred to ("khoản 2 Điều 5").  What is not printed is None, but an ``issuer`` that the symbol alone says beyond
    doubt (QĐ-TTg, NĐ-CP, QH14) is filled in.
    """

    start: int
    end: int
    type: str
    number: str | None
    date: str | None
    issuer: str | None
    title: str | None
    pinpoint: str | None


_LAWFUL = lazy(r"[Ll]u|LU|[Pp]h|PH|BL")


def find(text: str) -> list[Mention]:
    """The references in ``text``, sorted by place; those inside another's title are reported too.

    >>> [m.number for m in find("Theo Quyết định số 12 /QĐ-UBND ngày 3/4/2020 của UBND tỉnh về phân cấp")]
    ['12/QĐ-UBND']
    """
    stripped = bare(text)
    numbered = has_figures(text)
    lawful = "uat" in stripped or "phap" in stripped or "bl" in stripped
    if not numbered and not (lawful and _LAWFUL.search(text)):
        return []
    src = Source.of(text)
    drafts = [_of_law(law) for law in find_laws(src)] if lawful else []
    starts: frozenset[int] = frozenset()
    symbols = numbers(src) if numbered else []
    if symbols or (numbered and may_have_serials(src.bare)):
        found, starts = find_numbered(src, symbols, drafts)
        drafts += found
    if not drafts:
        return []
    drafts.sort(key=lambda d: (d.start, -d.end))
    for draft, following in zip(drafts, [*drafts[1:], None], strict=False):
        if not draft.law:
            _complete(src, draft, following.start if following else len(text), starts)
    _share(src, drafts)
    return _finish(src, drafts)


def _of_law(law: LawFound) -> Draft:
    number = law.number.value if law.number else None
    date = law.date
    if law.number and date and len(date) == 4:
        date = None  # the year is the number's; the day is not printed
    symbol = law.number.symbol if law.number else ""
    return Draft(law.start, law.end, law.type, number, symbol, date, law.title, True, law.end)


def _complete(src: Source, draft: Draft, limit: int, starts: frozenset[int]) -> None:
    """Issuer behind the number, and a date behind the issuer."""
    many = joint(draft.type) or "LT" in draft.symbol
    named = issuer_at(src, draft.after, many, starts)
    if named and named[1] <= limit:
        draft.issuer, draft.after = named
        if draft.issuer.isupper() and (known := _body(draft.symbol)):
            draft.issuer = known
        if bracket := _BRACKETED.match(src.plain, draft.after):
            draft.after = bracket.end()
        if draft.date is None and (date := date_at(src, draft.after)) and date.value and len(date.value) > 7:
            draft.date = date.value
            draft.end = draft.after = date.end
    elif draft.issuer is None:
        draft.issuer = _sender(src, draft.start, starts)
    if draft.issuer is None:
        draft.issuer = _body(draft.symbol)


_BRACKETED = lazy(r"\s{0,2}\([A-ZĐ][\w&. -]{1,12}\)")
_AT = lazy(r"\stai\s{1,3}(?:cac\s{1,3})?$")
_SINCE = lazy(r";|:|\.\s|\bcua\b")


def _sender(src: Source, start: int, starts: frozenset[int]) -> str | None:
    """Who sent it: "đề nghị của Sở X tại Tờ trình số …"."""
    at = _AT.search(src.bare, max(0, start - 12), start)
    if not at:
        return None
    window = max(0, at.start() - 150)
    last = None
    for last in _SINCE.finditer(src.bare, window, at.start()):  # noqa: B007
        pass
    if last is None:
        return None
    pos = last.end()
    while src.text[pos : pos + 1].isspace():
        pos += 1
    named = name_at(src, pos, False, starts)
    if named and named[1] == at.start():
        return named[0]
    words = src.plain[pos : at.start()]
    asked = last[0] == "cua" and src.bare[window : last.start()].endswith("de nghi ") and words[:1].isupper()
    return inline(r"\s+").sub(" ", words) if asked and len(words) <= 100 else None


def _body(symbol: str) -> str | None:
    if not symbol or "LT" in symbol:
        return None
    last = inline(r"[-/]").split(symbol)[-1]
    return BODIES.get(inline(r"[0-9]+$").sub("", last))


_SIDE = lazy(r"[\s,]{0,3}(?:va\s{1,3})?(?:cac\s{1,3})?(?:so\s{0,3})?")


def _share(src: Source, drafts: list[Draft]) -> None:
    """In "Quyết định A ngày …, Quyết định B ngày … của X" the body is that of both; "cùng ngày" dates both."""
    for before, draft in zip(reversed(drafts[:-1]), reversed(drafts[1:]), strict=True):
        if before.law or draft.law or before.type != draft.type or draft.start < before.after:
            continue
        if not _SIDE.fullmatch(src.bare, before.after, draft.start):
            continue
        if before.issuer is None and draft.issuer and before.after == before.end:
            before.issuer = draft.issuer
        if before.date is None and draft.same_day:
            before.date, before.same_day = draft.date, True


def _finish(src: Source, drafts: list[Draft]) -> list[Mention]:
    starts = [d.start for d in drafts]
    points = Pinpoints(src)
    pinpoints = [points.before(d.start) for d in drafts]
    out = []
    for draft, before in zip(drafts, pinpoints, strict=True):
        if draft.title is None and draft.number and (title := title_at(src, draft.after, starts)):
            draft.title = _law_title(draft.type, title[0]) if draft.law else title[0]
        issuer = draft.issuer or (_body(draft.symbol) if draft.law else None)
        pinpoint = before or points.behind(draft.end)
        ends = (draft.start, draft.end)
        out.append(Mention(*ends, draft.type, draft.number, draft.date, issuer, draft.title, pinpoint))
    return out


def _law_title(kind: str, subject: str) -> str:
    """A law's name from the words behind its number ("về quản lý thuế")."""
    return f"{kind} " + inline(r"^về (?:việc )?").sub("", subject)
