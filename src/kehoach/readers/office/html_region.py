"""Where on a web page the plan stands: what is around it is the portal's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING
from unicodedata import normalize

from kehoach.readers.office.package import Job

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

# What every plan prints (Nghị định 30/2020/NĐ-CP, Phụ lục I); two of the three find it.
_ANCHORS = (
    re.compile(
        r"c[ộọ]ng\s+h[oòóa]{1,2}à?\s+xã\s+h[ộọ]i\s+ch[ủu]\s+ngh[ĩi]a|đảng\s+c[ộọ]ng\s+s[ảa]n\s+vi[ệê]t\s+nam\s", re.I
    ),
    re.compile(r"\bKẾ\s+HOẠCH\b"),
    re.compile(r"\bnơi\s+nhận\b", re.I),
)
_RECORD = re.compile(
    r"số\s*(?:/|,)?\s*(?:ký )?hiệu|loại văn bản|trích yếu|người ký|ngày ban hành|cơ quan ban hành"
    r"|đơn vị ban hành|lĩnh vực",
    re.I,
)
_RECORD_KEYS = 3
_LONGEST_RECORD = 1500
_ANNEX = re.compile(r"\W{0,40}(?:phụ\s+lục|biểu|mẫu\s+số|danh\s+(?:sách|mục))\b", re.I)
_SECTION = re.compile(r"\b(?:word)?section\d", re.I)
_MOST_STEPS = 200
_BULK = 0.7
"""Share of the text around it that the plan's part of a page has, at least."""
_SHORTEST = 1000
_HOLDERS = frozenset(("div", "table", "tbody", "tr", "td", "article", "section", "main", "form", "center"))


def region(body: LexborNode, job: Job) -> list[LexborNode]:
    """The elements to read, in order: the smallest that holds a whole plan, and a catalogue record before it."""
    whole = _text(body)
    anchors = [anchor for anchor in _ANCHORS if anchor.search(whole)]
    here, size = body, len(whole)
    for _ in range(_MOST_STEPS):
        job.tick()
        inner = [(len(text), i, child) for i, (child, text) in enumerate(_texts(here)) if _holds(text, anchors)]
        if not inner:
            break
        most, _, child = max(inner)
        # Where a plan has lost most of what plans print, it is what most of the page's text is.
        few = len(anchors) < len(_ANCHORS) - 1
        if few and (child.tag not in _HOLDERS or most < max(_BULK * size, _SHORTEST)):
            break
        here, size = child, most
    if here.tag in ("tr", "tbody", "table") or _goes_on(here):
        here = here.parent or here
    while here.tag in ("tr", "tbody", "table") and here.parent is not None:
        here = here.parent
    return [*_records(body, here), here]


def _texts(node: LexborNode) -> Iterator[tuple[LexborNode, str]]:
    return ((child, _text(child)) for child in _elements(node))


def _holds(text: str, anchors: Sequence[re.Pattern[str]]) -> bool:
    return all(anchor.search(text) for anchor in anchors)


def _goes_on(node: LexborNode) -> bool:
    """Whether what follows an element is the plan's too: the next section of a Word document, an annex."""
    sibling = node.next
    while sibling is not None:
        if sibling.is_element_node and (
            _SECTION.search(sibling.attributes.get("class") or "") or _ANNEX.match(_text(sibling)[:200].lstrip())
        ):
            return True
        sibling = sibling.next
    return False


def _records(body: LexborNode, here: LexborNode) -> list[LexborNode]:
    """Tables before the plan that say what it is: number, signer, date."""
    found = []
    for table in body.css("table"):
        if table.mem_id == here.mem_id:
            break
        text = _text(table)
        keys = {match[0].lower() for match in _RECORD.finditer(text)} if len(text) < _LONGEST_RECORD else set()
        if len(keys) >= _RECORD_KEYS and not _within(table, here):
            found.append(table)
    return found[:1]


def _within(node: LexborNode, outer: LexborNode) -> bool:
    at: LexborNode | None = node
    while at is not None:
        if at.mem_id == outer.mem_id:
            return True
        at = at.parent
    return False


def _elements(node: LexborNode) -> list[LexborNode]:
    out = []
    child = node.first_child
    while child is not None:
        if child.is_element_node and child.tag not in ("script", "style", "noscript", "nav"):
            out.append(child)
        child = child.next
    return out


def _text(node: LexborNode) -> str:
    return normalize("NFC", node.text(deep=True))
