"""The headings of task tables whose lines OCR lost: on one line with few bars, or torn over two or three lines.

A heading of two lines beside one of a single line is read as "Cơ quan chủ Cơ quan" / "Nhiệm vụ trì phối hợp Thời hạn":
each word says by itself below which column it stands.
"""

from __future__ import annotations

from collections.abc import Sequence

from kehoach.folding import bare
from kehoach.knowledge.patterns import lazy
from kehoach.parsers.lines import Line
from kehoach.parsers.words import Words, join

ROLES = ("task", "lead", "partners", "time")
"""What the columns behind the row numbers say."""
_HEADER = lazy(
    r"(?P<number>s?tt|so tt) (?P<task>(?:(?:noi dung|cong viec|nhiem vu|hoat dong)(?: |$)){1,2}(?:thuc hien )?)"
    r"(?P<lead>(?:(?:don vi|co quan|bo phan|nguoi|phong) )?(?:chu tri|phu trach|dau moi)(?: thuc hien)?) "
    r"(?P<partners>(?:(?:don vi|co quan|bo phan) )?phoi hop(?: thuc hien)?) "
    r"(?P<time>(?:thoi (?:gian|han|diem)|tien do|han)(?: (?:thuc hien|hoan thanh))?)\W*$"
)
TOKEN = lazy(r"[^\s|]+")
_TASK = frozenset("noi dung cong viec nhiem vu hoat dong".split())
_LEAD = frozenset("chu tri phu trach dau moi".split())
_PARTNERS = frozenset({"phoi", "hop"})
_TIME = frozenset("thoi gian han diem tien do".split())
_BODY = frozenset("co quan don vi bo phan".split())
_OPENS_BODY = frozenset({"co", "don", "bo"})
_NEEDED = (
    (("noi", "dung"), ("cong", "viec"), ("nhiem", "vu"), ("hoat", "dong")),
    (("chu", "tri"), ("phu", "trach"), ("dau", "moi")),
    (("phoi", "hop"),),
    (("thoi", "gian"), ("thoi", "han"), ("thoi", "diem"), ("tien", "do")),
)
_REST = frozenset("thuc hien hoan thanh trien khai stt tt so nguoi".split())
_VOCABULARY = _TASK | _LEAD | _PARTNERS | _TIME | _BODY | _REST
_SIGNS = ".,;:()\"'_-[]"
_MOST_LINES = 4
_MOST_STAINS = 4
_MOST_BARS = 2
"""Bars of headings that have lost some."""
_LONGEST_STAIN = 4


def columns(head: Line) -> list[Words] | None:
    """The five headings of a line that has fewer bars than they need, ``None`` where it is none."""
    if head.text[:1] not in "STst":
        return None
    tokens = list(TOKEN.finditer(head.text))
    text = " ".join(bare(token[0]) for token in tokens)
    match = _HEADER.match(text)
    if match is None or head.bars >= len(match.groupdict()) - 1:
        return None
    out = []
    for name in ("number", *ROLES):
        first = text[: match.start(name)].count(" ")
        last = first + len(match[name].split()) - 1
        out.append(head.words.cut(tokens[first].start(), tokens[last].end()))
    return out


def torn(lines: Sequence[Line], at: int) -> tuple[list[Words], list[Line]] | None:
    """The headings that begin on line ``at``, torn over several lines or without the row number's, and their lines."""
    head: list[Line] = []
    seen: set[str] = set()
    stains = 0
    for line in lines[at : at + _MOST_LINES + 1]:
        if line.noise:
            continue
        words = _plain(line)
        known = [word for word in words if word in _VOCABULARY]
        strange = [word for word in words if word not in _VOCABULARY]
        stains += len(strange)
        if not known or any(len(word) > _LONGEST_STAIN for word in strange) or stains > _MOST_STAINS:
            break
        head.append(line)
        seen.update(known)
        if sum(other.bars for other in head) > _MOST_BARS:
            break
        if _complete(seen):
            found = _parted(head)
            return None if found is None else (found, head)
    return None


def _plain(line: Line) -> list[str]:
    return [word for token in TOKEN.finditer(line.bare) if (word := token[0].strip(_SIGNS))]


def _complete(seen: set[str]) -> bool:
    """Whether each column has its name among these words."""
    return all(any(seen.issuperset(name) for name in names) for names in _NEEDED)


def _parted(head: Sequence[Line]) -> list[Words] | None:
    """The words of torn headings column by column, the row numbers' first; ``None`` where their order is another."""
    cells: dict[str, list[Words]] = {role: [] for role in ROLES}
    bodies, beside = 0, False
    for line in head:
        spans: list[tuple[str, int, int]] = []
        for token in TOKEN.finditer(line.text):
            word = bare(token[0]).strip(_SIGNS)
            role = _role(word, spans[-1][0] if spans else "", bodies)
            if not role:
                continue
            bodies += word in _OPENS_BODY
            if spans and spans[-1][0] == role:
                spans[-1] = (role, spans[-1][1], token.end())
            else:
                spans.append((role, token.start(), token.end()))
        order = [ROLES.index(role) for role, _, _ in spans]
        if order != sorted(order):
            return None
        beside = beside or len(order) > 1
        for role, start, end in spans:
            cells[role].append(line.words.cut(start, end))
    if not beside or not all(cells.values()):
        return None  # one heading a line: the cells stand below each other
    first = head[0].words
    return [first.cut(0, 0), *(join(cells[role]) for role in ROLES)]


def _role(word: str, before: str, bodies: int) -> str:
    """The column that a heading's word stands over; of two bodies named the first leads. "" where it tells nothing."""
    if word in _TASK:
        return "task"
    if word in _LEAD:
        return "lead"
    if word in _PARTNERS:
        return "partners"
    if word in _TIME:
        return "time"
    if word in _BODY:
        return ("partners" if bodies else "lead") if word in _OPENS_BODY else before
    return before if word in _REST else ""
