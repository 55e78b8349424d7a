"""A letterhead and a title that a copy ran together with what follows: "UBND HUYỆN … Số: … KẾ HOẠCH … Căn cứ …"."""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.folding import bare, upper
from kehoach.knowledge.patterns import lazy
from kehoach.parsers.letterhead import MOTTO

_REACH = 700
"""Letters from a line's beginning within which its letterhead ends."""
_RUNNING = 60
"""Letters of running text that stand behind a title on its line, at least."""
_TITLE = 12
"""Letters that a title in small letters has at least."""
_TYPE = lazy(upper(r"(?<![^\W\d_])KẾ HOẠCH(?=\s\S)"))
_DECIDES = lazy(upper(r"(?<![^\W\d_])QUYẾT ĐỊNH(?=\s[A-Z])"))
_RESOLVES = lazy(r"(?<=[.,;]\s)QUYẾT ĐỊNH\s?:?|(?<![^\W\d_])QUYẾT ĐỊNH\s?:")
_ARTICLE = lazy(upper(r"(?<=\s)(?:Điều \d{1,2}\s?[.:]|Nơi nhận\s?:|- (?=[A-Z]))"))
_SERIAL = lazy(
    r"(?<!\w)so\s?[:.]?\s?[\d.…]{0,6}\s?/\s?(?:20\d\d\s?/\s?)?(?:kh|qd)|(?<!\w)so\s?[:.]?\s?\d{1,4}\s?-\s?kh\s?/"
)
# Who issues plans and prints no motto above them: a school, a union, a board.
_ISSUER = lazy(
    r"\W*(?:ubnd|uy ban|so|phong|truong|trung tam|cong doan|lien doan|hoi|doan|dang uy|chi bo|ban|bo|benh vien|to)\s"
)
_LONGEST_ISSUER = 120
_LONGEST_TITLE = 400
"""Letters behind a plan's type within which a note names the decision that issues it."""
_PAGE = lazy(r"1\s?\.\s+")
_NOTE = lazy(r"\((?:Ban hành|Kèm theo|Theo)\b[^()]{0,200}\)")
# What stands behind a title in small letters; a copy may have lost "cứ" and "hiện" of "Căn cứ", "Thực hiện".
_LEAD = lazy(
    upper(
        r"(?<=\s)(?:Căn cứ\s|Căn (?=[A-Z])|Thực hiện\s|Thực (?=[A-Z])|Nhằm\s|Để\s|Trên cơ sở\s|Thi hành\s|Phát huy\s"
        r"|Năm học 20\d\d\s?[-–]\s?20\d\d\s+là\s|[-–+•]\s?Căn cứ\s)"
    )
)
_BASIS = lazy(upper(r"(?<=[;.,]\s)(?:[-–+•]\s?)?(?:Căn cứ\s|Căn (?=[A-Z])|Thực hiện\s|Theo đề nghị\s|Xét đề nghị\s)"))


def behind(text: str) -> int | None:
    """Where the title begins of a plan whose letterhead, title and running text stand on one line; else ``None``.

    >>> text = "SỞ Y TẾ HÀ GIANG Số: 12/KH-SYT KẾ HOẠCH Trồng cây năm 2031 Căn cứ Luật Lâm nghiệp; Sở Y tế lập kế hoạch"
    >>> text[behind(text) :][:15], behind("SỞ Y TẾ HÀ GIANG THỰC HIỆN KẾ HOẠCH TRỒNG CÂY")
    (' Trồng cây năm ', None)
    """
    decision = _decision(text)
    for match in _TYPE.finditer(text, decision, _REACH if not decision else len(text)):
        rest = text[match.end() :]
        if decision:
            if _NOTE.search(rest, 0, _LONGEST_TITLE):
                return match.end()
        elif _is_letterhead(text[: match.start()]):
            return match.end() if len(rest) - len(_capitals(rest)) > _RUNNING else None
    return len(text) if decision else None


def _decision(text: str) -> int:
    """Where the title of a decision ends whose letterhead stands above it on the line; 0 where none does."""
    match = _DECIDES.search(text, 0, _REACH)
    if match is None or not _is_letterhead(text[: match.start()]):
        return 0
    title = _capitals(text[match.end() :])
    return match.end() + len(title) if len(title) > _TITLE and "KẾ HOẠCH" in title else 0


def _is_letterhead(above: str) -> bool:
    plain = bare(above)
    if MOTTO.search(plain) or _SERIAL.search(plain):
        return True
    return above.isupper() and len(above) < _LONGEST_ISSUER and _ISSUER.match(plain) is not None


def _capitals(text: str) -> str:
    """The words in capitals that a text begins with, figures and dashes between them included."""
    at = 0
    for word in text.split(" "):
        if any(map(str.islower, word)):
            break
        at += len(word) + 1
    return text[:at].rstrip(" -–")


def cuts(text: str, named: int, end: int) -> Iterator[int]:
    """Where the pieces of a plan's beginning start: type, title, note, lead and each basis.

    ``named``: what :func:`behind` says; ``end``: where the first heading stands.
    """
    if page := _PAGE.match(text):
        yield page.end()
    if decision := _decision(text):
        yield from _cover(text, decision, named)
    if named == len(text):
        return
    yield named - len("KẾ HOẠCH")
    yield named
    title = named + len(_capitals(text[named:end]))
    if title - named < _TITLE:
        found = _LEAD.search(text, named + _TITLE, end)
        if found is None:
            return
        title = found.start()
    if note := _NOTE.search(text, named, min(end, title + _RUNNING)):
        yield note.start()
        yield note.end()
        title = max(title, note.end())
    yield title
    yield from (match.start() for match in _BASIS.finditer(text, title, end))


def _cover(text: str, title: int, end: int) -> Iterator[int]:
    """The pieces of the decision above a plan: its type, its title, its bases, its articles, its recipients."""
    kind = _DECIDES.search(text)
    if kind is not None:
        yield kind.start()
        yield kind.end()
    yield title
    yield from (match.start() for match in _BASIS.finditer(text, title, end))
    if resolves := _RESOLVES.search(text, title, end):
        yield resolves.start()
        yield resolves.end()
        yield from (match.start() for match in _ARTICLE.finditer(text, resolves.end(), end))
