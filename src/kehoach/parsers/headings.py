"""Judging a heading: which sections its words name."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from kehoach.knowledge.headings import HEADINGS
from kehoach.knowledge.patterns import lazy

if TYPE_CHECKING:
    from kehoach.parsers.lines import Line
    from kehoach.parsers.nodes import Node
    from kehoach.parsers.paragraphs import Para

_PARTS = lazy(r"\s*(?:[,;/&+]|\s[-–]\s|\bva\b|\bcung\b)\s*")
_LEAD = lazy(r"(?:ve|phan|mot so|cac|nhung|he thong|noi dung ve|ve viec)\s+(?=\S)")
_NAME_ONLY = lazy(r"(?:thuc hien|chung|cu the|chu yeu|trong tam|trien khai|ke hoach)$")
_GLUED = {
    "".join(words.split()): words
    for words in (
        "muc dich",
        "yeu cau",
        "muc tieu",
        "chi tieu",
        "noi dung",
        "nhiem vu",
        "giai phap",
        "kinh phi",
        "to chuc",
    )
}
"""Names of sections whose blank is lost: "NỘIDUNG CÔNG VIỆC"."""
_AFTER = lazy(r"[\s.:;,…\-/]+$")


@cache
def _rows() -> re.Pattern[str]:
    """All rows as one pattern: the group that matches tells the row, the upper where two would."""
    return lazy("|".join(f"(?P<row{i}>{row.pattern})" for i, row in enumerate(HEADINGS)))


@lru_cache(maxsize=4096)
def kinds(bare_text: str) -> tuple[str, ...]:
    """The sections that a heading (bare form) names, first part first.

    >>> kinds("muc dich, yeu cau"), kinds("noi dung kiem tra, giam sat")[0], kinds("xa hoi")
    (('purpose', 'requirements'), 'tasks', ())
    """
    head = _AFTER.sub("", bare_text)
    out: list[str] = []
    whole = first(head)
    if whole == "duties":  # "Tổ chức, triển khai …": the comma is inside the name
        out.append(whole)
    for part in _PARTS.split(head):
        kind = first(part)
        if kind and kind not in out:
            out.append(kind)
        if kind and len(part.split()) > 3 and not _NAME_ONLY.search(part):
            break  # "Nội dung kiểm tra, giám sát": what follows belongs to the complement
    return tuple(out)


@lru_cache(maxsize=4096)
def first(part: str) -> str | None:
    """The section that the first words of a bare text name, ``None`` where they name none."""
    part = part.strip()
    if not part:
        return None
    for candidate in (part, part[m.end() :] if (m := _LEAD.match(part)) else ""):
        if candidate and (named := _rows().match(candidate)):
            return HEADINGS[int(f"{named.lastgroup}".removeprefix("row"))].kind
    word, _, rest = part.partition(" ")
    return first(f"{_GLUED[word]} {rest}") if word in _GLUED else None


def first_part(line: Line) -> bool:
    """Whether a line is the heading of a plan's first part: "I. MỤC ĐÍCH, YÊU CẦU"."""
    label = line.label
    if label is None or label.value != 1 or label.style not in ("I", "A", "phần"):
        return False
    return first(line.bare[label.end :]) is not None


def title(heading: Node | Para) -> str:
    """The bare words of a heading; of "IV. Kinh phí: Đính kèm" those before the colon."""
    text = heading.bare
    if ":" not in text:
        return text
    head, _, rest = text.partition(":")
    return head if rest.strip() else text


def primary(found: tuple[str, ...]) -> str | None:
    """The one section that a heading with these parts opens: what is done outweighs when and where."""
    if not found:
        return None
    first = found[0]
    if first == "scope" and "tasks" in found:
        return "tasks"
    return first


def section_of(heading: Node | Para) -> str | None:
    """The section that a heading opens."""
    return primary(kinds(title(heading)))
