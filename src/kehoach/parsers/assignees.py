"""Assignees: whom a paragraph opens with, a list is headed by, or running text binds."""

from __future__ import annotations

from collections.abc import Sequence

from kehoach.knowledge.patterns import lazy
from kehoach.parsers import unregistered
from kehoach.parsers.facts import agencies
from kehoach.parsers.nodes import Node

# A heading that says which level or side the bodies below it belong to, and names none.
LEVEL = lazy(
    r"(?:o |doi voi )?(?:(?:cac )?(?:co quan|don vi|ban nganh|nganh)? ?)?(?:cap|tuyen) "
    r"(?:trung uong|tinh|thanh pho|huyen|quan|xa|phuong|co so)\W*$|de nghi (?:cung )?phoi hop\W*$"
)
# What is aimed at by level: "Cấp huyện: 40 giải trở lên".
_COUNTS = lazy(r"\W*cap (?:quoc gia|tinh|thanh pho|huyen|quan|xa|phuong|truong)\s?:\s?\d")
_BOUND = lazy(r"\b(?:chiu trach nhiem|co trach nhiem|chu tri|tong hop|tham muu|bao cao)\b")
# "Căn cứ Kế hoạch này, đề nghị các phòng …": who is asked, behind what the asking rests on.
_ASKS = lazy(r"[^,;.:]{8,}, (?P<who>(?:de nghi|yeu cau|giao) \w)")
_BESIDE = lazy(r"\bphoi hop(?: chat che)? (?:voi|cung)\b")
# "Căn cứ Kế hoạch này, các sở, ban, ngành xây dựng …": what a sentence rests on, or when, before who is bound.
_RESTS = lazy(
    r"(?:can cu|tren co so|theo|dinh ky|hang nam|hang thang|hang quy|truoc ngay|trong qua trinh|de thuc hien)(?!\w)"
    r"[^;:]{3,}, "
)
_SENTENCE = 120
"""Letters within which who is asked is named."""


def leading(node: Node) -> agencies.Head | None:
    """The assignee a node opens with."""
    if node.table is not None or not node.text:
        return None
    return None if _COUNTS.match(node.bare) else agencies.leading(node.text)


def mostly(nodes: Sequence[Node], *, loosely: bool = False) -> bool:
    """Whether a list of nodes is mostly headed by assignees: at least two of them, and half of the list.

    ``loosely``: a sentence whose subject is an agency counts as well ("Sở Tài chính bố trí kinh phí").
    """
    listed = [n for n in nodes if n.table is None and n.text]
    numbered = [n for n in listed if n.numbered] or listed
    if len(numbered) < 2:
        return False
    heads = 0
    for node in numbered:
        head = leading(node)
        if head is not None and not LEVEL.match(node.bare):  # "Cấp tỉnh", over what is aimed at there, is nobody
            heads += (loosely or head.explicit or bool(node.children)) and node.text[:1].isupper()
    return heads >= 2 and heads >= 0.5 * len(numbered)


def all_named(nodes: Sequence[Node]) -> bool:
    """Whether each item of a list opens with a body, or with one that no register knows; members are persons."""
    for node in nodes:
        head = leading(node)
        persons = head is not None and all(agency.kind == "person" for agency in head.agencies)
        if node.label is None or persons or not (head or unregistered.length(node)):
            return False
    return True


def headed(node: Node) -> bool:
    """Whether a node opens with an assignee."""
    return leading(node) is not None


def named(node: Node) -> bool:
    """Whether a heading is the name of an assignee and nothing else."""
    head = leading(node)
    return head is not None and bool(node.children) and not node.text[head.end :].strip(" .:;,")


def within(node: Node) -> agencies.Head:
    """Who is bound in running text that does not begin with a name the register knows: nobody, it may be."""
    text = node.bare
    ask = _ASKS.search(text, 0, _SENTENCE)
    if ask and (head := agencies.leading(node.text[(at := ask.start("who")) :])):
        return head._replace(agencies=tuple(a._replace(start=a.start + at, end=a.end + at) for a in head.agencies))
    if _RESTS.match(text) and (head := _behind_basis(node)):
        return head
    if not _BOUND.search(text):
        return agencies.Head((), 0, 0, False, False)
    beside = _BESIDE.search(text)
    names = [a for a in agencies.names(node.text[: beside.start() if beside else None]) if a.kind != "person"]
    if not names and (cut := unregistered.subject(node)):
        return unregistered.of(node.text, cut)
    return agencies.Head(tuple(names[:1]), 0, 0, False, False)


def _behind_basis(node: Node) -> agencies.Head | None:
    """Who is named behind the clause that a sentence opens with, at the first comma that a name stands behind."""
    at = node.text.find(", ")
    while 0 <= at < _SENTENCE:
        head = agencies.leading(node.text[at + 2 :])
        if head is not None and not head.request:
            moved = (a._replace(start=a.start + at + 2, end=a.end + at + 2) for a in head.agencies)
            return agencies.Head(tuple(moved), 0, 0, False, False)
        at = node.text.find(", ", at + 1)
    return None
