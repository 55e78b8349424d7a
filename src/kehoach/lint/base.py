"""What a rule is, what it finds, and what its examples are."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from kehoach.records import NamedTuple

if TYPE_CHECKING:
    from kehoach.lint.case import Case

Language = Literal["en", "vi"]
LANGUAGES: tuple[Language, ...] = ("en", "vi")
"""What messages and explanations are told in."""

SEVERITIES = ("error", "warning", "note")
"""From heavy to light: contradicts a regulation or itself; most likely a slip; worth a look."""

STATE, PARTY, MASS, ORGANISATION, UNKNOWN = "state", "party", "mass", "organisation", "unknown"
ALL = frozenset({STATE, PARTY, MASS, ORGANISATION, UNKNOWN})
"""Kinds of issuers: administration; bodies of the Party; the Front, unions and associations; schools, hospitals and
companies; those the letterhead does not tell."""

DECREE_30 = "2020-03-05"
"""The day Nghị định 30/2020/NĐ-CP came into force; Thông tư 01/2011/TT-BNV before."""

Span = dict[str, int]
"""``{start, end, line, end_line}`` as the plan format has it."""


class Hit(NamedTuple):
    """What a rule finds: ``en`` and ``vi`` say what is wrong and what to do; ``ref`` is the id of an item."""

    en: str
    vi: str
    span: Span | None = None
    ref: str | None = None


def quoted(words: str) -> str:
    """Words of a plan in a Vietnamese message, where an English one has ``{words!r}``.

    >>> quoted("Phụ lục\\tIII")
    '“Phụ lục III”'
    """
    return f"“{''.join(letter if letter.isprintable() else ' ' for letter in words)}”"


class Example(NamedTuple):
    """One of the sample plans of :mod:`kehoach.lint.specimens` with some of its words changed.

    ``swaps`` are pairs (words as they stand there, words instead); none is the sample plan as it stands.
    """

    base: str
    swaps: tuple[tuple[str, str], ...]

    def text(self) -> str:
        """The plan, changed.

        Raises:
            ValueError: the words to change are not in it, or there twice.
        """
        from kehoach.lint.specimens import SPECIMENS

        text = SPECIMENS[self.base]
        for old, new in self.swaps:
            if text.count(old) != 1:
                raise ValueError(f"{old!r} is {text.count(old)} times in the sample plan {self.base!r}")
            text = text.replace(old, new)
        return text


def ex(*swaps: tuple[str, str], base: str = "tinh") -> Example:
    """An example: ``base`` with ``swaps``."""
    return Example(base, swaps)


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of the table of rules.

    ``since``/``until`` bound the day of the plans it is for (ISO, ``until`` exclusive), ``bodies`` their issuers.
    ``needs_text``: it looks at the letters of the file, not at the plan read from it. ``original``: it is about the
    form of the original, which a copy on a web page does not keep. ``exact``: it compares letters that a scan often
    misreads. ``why_vi`` and ``fix_vi`` say ``why`` and ``fix`` in Vietnamese.
    """

    code: str
    name: str
    severity: str
    vi: str
    en: str
    why: str
    fix: str
    source: str
    check: Callable[[Case], Iterable[Hit]]
    why_vi: str
    fix_vi: str
    bad: tuple[Example, ...]
    good: tuple[Example, ...]
    bodies: frozenset[str] = ALL
    since: str | None = None
    until: str | None = None
    needs_text: bool = False
    original: bool = False
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a clerk would send the plan back for.

    ``line`` and ``column`` count from 1, in code points; a finding on the whole plan stands on line 1. ``span`` holds
    offsets into the plan's text, also where the plan came as data. ``ref`` is the id of the item it is about.
    """

    code: str
    name: str
    severity: str
    message: str
    file: str
    line: int
    column: int
    end_line: int
    end_column: int
    span: Span | None
    ref: str | None

    def as_dict(self) -> dict[str, Any]:
        """JSON-ready."""
        return {key: getattr(self, key) for key in self.__slots__}
