"""The plan a rule looks at: its parts in reading order, its time, its issuer, and where words of an item stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from kehoach.folding import bare, nfc, upper
from kehoach.lint import base
from kehoach.lint.base import Hit, Span
from kehoach.lint.days import bounds
from kehoach.parsers.paragraphs import SYLLABLE

_TREES = (
    "basis", "situation", "purpose", "requirements", "objectives", "scope", "tasks", "reporting", "closing",
    "recipients",
)  # fmt: skip
_MASS = re.compile(
    r"\bmttq|mat tran to quoc|\bhoi (?!dong)|lien doan|cong ?doan|\bdoan (?:tncs|thanh nien|tn|khoi|xa|phuong)|"
    r"(?:tinh|huyen|thanh|quan|thi|xa) doan\b|hoi lien hiep|ban thuong truc"
)
_PARTY = re.compile(
    r"\b(?:tinh|huyen|thanh|quan|thi|dang) uy\b|dang bo\b|chi bo\b|ban chap hanh dang|trung uong dang|"
    r"van phong trung uong"
)
_ORGANISATION = re.compile(
    r"\b(?:truong|cong ty|tong cong ty|tap doan|benh vien|hoc vien|dai hoc|trung tam|vien|nha may|ngan hang|dien luc)\b"
)
_WORD = re.compile(r"[^\W\d_]{2,}")
_SCAN = 0.01
"""Share of words that are no syllables from which on a text counts as misread; typed plans have a tenth of it."""
_STAINS = frozenset("ˆ¬©®¢£¥¿¡⁄†‡¦„‚‹›š^~")
"""What OCR makes of stains and seals; two kinds of them are in every scan seen, and in no typed plan."""
# Small signs that stand alone, and Roman numbers of headings with strokes read as other letters.
_LONELY = re.compile(
    upper(r"(?:^|(?<=\s))[`'’_\\](?=\s|$)|(?m:^)[ \t]*(?:IL|HI|HH|IH|IHI|I1|1I|VỊ|IY|TV)\s?[.,]\s+(?=[A-Z])")
)
# A syllable that stops in c, ch, p, t has the tone sắc or nặng.
_TONELESS = re.compile(r"[aăâeêioôơuưyàảãằẳẵầẩẫèẻẽềểễìỉĩòỏõồổỗờởỡùủũừửữỳỷỹ](?:c|ch|p|t)$")


@dataclass(frozen=True, slots=True)
class Node:
    """An item of the plan with its place in the tree; ``section`` is the part, ``siblings`` the list it is in."""

    item: dict[str, Any]
    section: str
    parent: Node | None
    siblings: list[dict[str, Any]]
    index: int

    @property
    def text(self) -> str:
        """Its own words."""
        return str(self.item["text"])

    @property
    def id(self) -> str:
        """Its id."""
        return str(self.item["id"])


class Case:
    """One plan as rules see it.

    Args:
        plan: plain data in the plan format.
        text: the text its spans index; ``None`` where only the data is there.
    """

    def __init__(self, plan: dict[str, Any], text: str | None) -> None:
        self.plan = plan
        self.text = text
        self.document: dict[str, Any] = plan["document"]

    # time

    @cached_property
    def days(self) -> tuple[str, str] | None:
        """The first and last day the plan can be of, as much of its date as is printed; ``None`` without a year."""
        date = self.document["date"]
        decision = self.document["decision"]
        value = (date and date["value"]) or (decision and decision["date"])
        return bounds(value) if value else None

    def is_on_or_after(self, day: str) -> bool:
        """Whether the plan is of ``day`` or later; a plan without a date counts as new."""
        return self.days is None or self.days[0] >= day

    def is_before(self, day: str) -> bool:
        """Whether the plan is surely older than ``day``."""
        return self.days is not None and self.days[1] < day

    # issuer

    @cached_property
    def body(self) -> str:
        """The kind of the issuer: one of :data:`kehoach.lint.base.ALL`."""
        issuer = self.document["issuer"]
        if not issuer or not issuer["name"]:
            return base.PARTY if "dang cong san viet nam" in self.head else base.UNKNOWN
        name = bare(f"{issuer['name']} | {issuer['parent'] or ''}")
        symbol = (self.document["number"] or {}).get("symbol") or ""
        if _MASS.search(name) or re.search(r"MTTQ|LHPN|TĐTN|LĐLĐ|HCCB", symbol):
            return base.MASS
        own = name.partition("|")[0]
        if _PARTY.search(own) or "dang cong san viet nam" in self.head:
            return base.PARTY
        if issuer["level"] == "organisation" or _ORGANISATION.search(own):
            return base.ORGANISATION
        return base.STATE

    @cached_property
    def issuer(self) -> str:
        """The issuer's name without marks, in lower case; '' where there is none."""
        return bare((self.document["issuer"] or {}).get("name") or "")

    @cached_property
    def is_committee(self) -> bool:
        """Whether the issuer is a People's Committee alone, which acts as a whole body."""
        joint = (self.document["issuer"] or {}).get("joint")
        return not joint and self.issuer.startswith(("uy ban nhan dan", "ubnd"))

    # the file

    @cached_property
    def head(self) -> str:
        """What is printed before the body, without marks, in lower case; '' without the text."""
        if self.text is None:
            return ""
        starts = [b["span"]["start"] for b in self.plan["blocks"] if b["kind"] in ("item", "heading")]
        own = [b["span"]["end"] for b in self.plan["blocks"] if b["kind"] == "letterhead"]
        return bare(nfc(self.text[: max([*own, min(starts, default=len(self.text))])]))

    @cached_property
    def is_copy(self) -> bool:
        """Whether the file is a copy in a gazette or on a web page, which does not keep the original's form."""
        if self.text is not None and re.search(r"CÔNG BÁO/Số", nfc(self.text)):
            return True
        marked = any(b["kind"] == "record" for b in self.plan["blocks"])
        return marked or any(w["code"] == "from-record" for w in self.plan["warnings"])

    @cached_property
    def is_scan(self) -> bool:
        """Whether the words look like those of a scan that was read with many faults."""
        words, odd = self.syllables
        return (
            bool(self.plan["source"].get("ocr"))
            or len(self.stains) > 1
            or (len(words) > 100 and len(odd) > _SCAN * len(words))
        )

    @cached_property
    def stains(self) -> list[str]:
        """The signs in it that only OCR writes."""
        own = self.text if self.text is not None else "\n".join(node.text for node in self.nodes)
        return [*sorted(_STAINS.intersection(own)), *(m[0].strip() for m in _LONELY.finditer(own))]

    @cached_property
    def syllables(self) -> tuple[list[str], list[str]]:
        """The small-lettered words of the items, and those of them that are misread Vietnamese, not foreign words."""
        every = [w for node in self.nodes for w in _WORD.findall(node.text) if w.islower()]
        return every, [w for w in every if (_TONELESS.search(w) if SYLLABLE.match(bare(w)) else not w.isascii())]

    # parts

    @cached_property
    def nodes(self) -> list[Node]:
        """Every item of the plan, part by part, each before its children."""
        plan = self.plan
        lists: list[tuple[str, list[dict[str, Any]]]] = [(name, plan[name]) for name in _TREES]
        lists.insert(7, ("funding", plan["funding"]["items"]))
        lists[7:7] = [("duties", duty["items"]) for duty in plan["duties"]]
        lists += [("annexes", annex["items"]) for annex in plan["annexes"]]
        return [node for section, items in lists for node in _walk(items, section, None)]

    @cached_property
    def main(self) -> list[Node]:
        """The items of the body: without recipients and annexes."""
        return [node for node in self.nodes if node.section not in ("recipients", "annexes")]

    @cached_property
    def by_id(self) -> dict[str, Node]:
        """Items by their id."""
        return {node.id: node for node in self.nodes}

    def inside(self, kind: str) -> list[dict[str, Any]]:
        """The blocks of a kind, in printed order."""
        return [block for block in self.plan["blocks"] if block["kind"] == kind]

    def headings_above(self, node: Node) -> str:
        """The words of the items above one, and the plan's title."""
        out = [self.document["title"] or ""]
        above = node.parent
        while above is not None:
            out.append(above.text)
            above = above.parent
        return " ".join(out)

    def printed(self, span: Span) -> str:
        """The text at a span, NFC; '' without the text."""
        return nfc(self.text[span["start"] : span["end"]]) if self.text is not None else ""

    # findings

    def hit(self, en: str, vi: str, node: Node, words: str | None = None) -> Hit:
        """A finding on an item, or on some of its words."""
        return Hit(en, vi, self.words(node, words) if words else node.item["span"], node.id)

    def words(self, node: Node, words: str) -> Span:
        """Where some words of an item stand in the text; the item's own span where they are not found as printed."""
        span: Span = node.item["span"]
        if self.text is None:
            return span
        own = self.text[span["start"] : span["end"]]
        found = re.search(r"\s+".join(map(re.escape, words.split())), own)
        if found is None:
            return span
        start, end = span["start"] + found.start(), span["start"] + found.end()
        line = span["line"] + own.count("\n", 0, found.start())
        return {"start": start, "end": end, "line": line, "end_line": line + own.count("\n", *found.span())}

    def hit_at(self, en: str, vi: str, start: int, end: int) -> Hit:
        """A finding on a stretch of the text."""
        return Hit(en, vi, self.stretch(start, end))

    def stretch(self, start: int, end: int) -> Span:
        """The span of a stretch of the text."""
        text = self.text or ""
        line = text.count("\n", 0, start) + 1
        return {"start": start, "end": end, "line": line, "end_line": line + text.count("\n", start, end)}


def _walk(items: list[dict[str, Any]], section: str, parent: Node | None) -> Iterator[Node]:
    for index, item in enumerate(items):
        node = Node(item, section, parent, items, index)
        yield node
        yield from _walk(item["items"], section, node)
