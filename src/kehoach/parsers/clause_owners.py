"""Who does what where one sentence speaks to several bodies: "Sở Y tế chủ trì …; Sở Tài chính bố trí …; các xã …".

A paragraph is one item and one duty, of the body it begins with. Whoever opens a later clause does what it says.
"""

from __future__ import annotations

from functools import lru_cache

from kehoach.folding import answers
from kehoach.knowledge.patterns import lazy
from kehoach.parsers.facts import agencies
from kehoach.records import NamedTuple

_OPENINGS = ("các ", "giao ", "đề nghị ", "yêu cầu ")
_TOLD = ("Giao ", "giao ", "Đề nghị ", "đề nghị ", "Yêu cầu ", "yêu cầu ", "Phân công ")
"""Words before a name that say that it is given the work: one such clause is enough."""
# What stands before a full stop is asked behind it: so the search leaps from sign to sign.
_SIGN = lazy(r"[;().](?:(?<!\.)|(?<![Tt][Pp].)(?<!\d\d\d.)(?= ))")


class Clause(NamedTuple):
    """A clause ``text[start:end]`` of an item and the names of those who do what it says."""

    start: int
    end: int
    names: tuple[str, ...]


@answers
@lru_cache(maxsize=256)
def _clauses(text: str) -> tuple[Clause, ...]:
    """The clauses of a text that open with a body and its verb, where one behind the first does."""
    if not may_hold(text):
        return ()
    parts = _parted(text)
    told = text.startswith(_TOLD)
    if not told and not any(text[a : a + 1].isupper() or text.startswith(_OPENINGS, a) for a, _ in parts[1:]):
        return ()  # names begin so, and most clauses do not
    found = [(a, b, agencies.leading(text[a:b])) for a, b in parts]
    if text.startswith("Phân công ") and not _names_somebody(found[0][2]):
        found[0], told = (*found[0][:2], None), False  # "Phân công giáo viên trực vườn trường": whoever that is
    if not (told and found[0][2]) and all(head is None for _, _, head in found[1:]):
        return ()
    return tuple(
        Clause(a, b, tuple(agency.name for agency in head.agencies))
        for a, b, head in found
        if head is not None and head.rest < b - a
    )


def _names_somebody(head: agencies.Head | None) -> bool:
    """Whether assignees are bodies, or persons by more than a post's common words."""
    return head is not None and all(a.kind != "person" or any(map(str.isupper, a.name[1:])) for a in head.agencies)


def _parted(text: str) -> list[tuple[int, int]]:
    """What semicolons and full stops outside brackets part, without the blanks around it."""
    edges, depth = [-1], 0
    for sign in _SIGN.finditer(text):
        if sign[0] in ";." and not depth:
            edges.append(sign.start())
        elif sign[0] in "()":
            depth = max(0, depth + (1 if sign[0] == "(" else -1))
    parts = []
    for a, b in zip(edges, [*edges[1:], len(text)], strict=True):
        part = text[a + 1 : b]
        start = a + 1 + len(part) - len(part.lstrip())
        parts.append((start, start + len(part.strip())))
    return parts


def of(text: str, owners: list[str]) -> list[Clause]:
    """The clauses of an item that others than its ``owners`` open; of an item without owners all, the first too."""
    clauses = _clauses(text)
    if owners:
        return [clause for clause in clauses if clause.start and list(clause.names) != owners]
    if len(clauses) > 1 and not clauses[0].start:
        return list(clauses)
    return [clause for clause in clauses if text.startswith(_TOLD, clause.start)]


@answers
@lru_cache(maxsize=256)
def may_hold(text: str) -> bool:
    """Whether a text can hold clauses of several bodies, or tells one by its first words; most do neither.

    Kept: it is asked once for each fact of a text.
    """
    return ";" in text or ". " in text or text.startswith(_TOLD)


def at(text: str, owners: list[str], offset: int) -> list[str]:
    """Whose the fact is that stands at an offset of an item's text."""
    clause = next((c for c in of(text, owners) if c.start <= offset < c.end), None)
    return list(clause.names) if clause is not None else owners
