"""Sections that mix: which part of the plan each node of them is of, beside that of the section itself."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from kehoach.knowledge.patterns import lazy
from kehoach.parsers import headings
from kehoach.parsers.nodes import FIELD, Node
from kehoach.parsers.phrases import speaks_of_money

_MIXES = lazy(r"[\W\d]*(?:noi dung|(?:ke hoach|chuong trinh) cu the\W*$)")
ASSIGNS = lazy(
    r"\W*(?:to chuc (?:trien khai )?thuc hien|phan cong"
    r" (?:nhiem vu|trach nhiem|chi dao|phu trach|to chuc thuc hien|thuc hien)"
    r"(?: (?:cu the|thuc hien|(?:cho )?(?:cac )?thanh vien(?: ban .{2,30})?))?)\W*$"
)
"""The bare name of the part that says who does what, whatever the depth it stands at."""
_FEWEST_FIELDS = 2
"""Other lines of when, where and who that a section has, where one of them is such a line."""
_BARE_NAME = 4
"""Words of a heading that is nothing but a name, at most."""
_BAREST = 2
"""Words of "Mục tiêu", which heads its half of "Mục tiêu, nhiệm vụ"."""
_SUM = lazy(r"\d\s?(?:đồng|triệu|tỷ|nghìn)\b")


def parts(section: Node, kind: str, found: tuple[str, ...]) -> Iterator[tuple[Node, str, bool]]:
    """Each node of a section, the part of the plan that it is of, and whether it is nothing but that part's name."""
    loose = _loose_money(section)
    mixed = _mixed(section, kind, found)
    for node in section.children:
        part = "funding" if id(node) in loose else _elsewhere(node, section, kind, found)
        halved = part == "objectives" and len(found) > 1 and len(node.text.split()) == _BAREST
        yield node, part, (halved or _drops(part, kind, mixed)) and _bare_name(node)


def _loose_money(section: Node) -> set[int]:
    """Where headings are lost: running text on money behind the numbered items of a section is a section of its own."""
    if not section.implied:
        return set()
    out: set[int] = set()
    for node in reversed(section.children):
        if node.label is not None or node.table is not None:
            break
        out.add(id(node))
    tail = [node for node in section.children if id(node) in out]
    return out if tail and len(tail) < len(section.children) and speaks_of_money(tail[0].bare) else set()


def _mixed(section: Node, kind: str, found: tuple[str, ...]) -> bool:
    """Whether a section of what a plan rests on is that of how things stand as well, by its name or its parts'."""
    if kind not in ("basis", "situation"):
        return False
    if len(set(found)) > 1:
        return True
    named = (headings.section_of(node) for node in section.children if node.children)
    return kind == "basis" and "situation" in named


def _drops(part: str, kind: str, mixed: bool) -> bool:
    """Whether the bare name of a part inside a section heads that part; those of when, where and who are items."""
    if part == "scope":
        return False
    return part != kind or mixed


def _bare_name(node: Node) -> bool:
    """Whether a node is nothing but the name of a section: "1. Mục tiêu"."""
    return bool(node.children) and len(node.text.split()) <= _BARE_NAME and bool(headings.kinds(node.bare))


def _elsewhere(node: Node, section: Node, kind: str, found: tuple[str, ...]) -> str:
    """The part of a node in a section that mixes: time, place, people are scope, money is funding, the rest stays."""
    if kind in ("basis", "situation") and node.children:
        named = headings.section_of(node)
        return named if named in ("basis", "situation") else kind
    if node.titled and (named := _part_of_its_own(node)) and named != kind:
        return named
    mixes = (kind == "tasks" and ("scope" in found or _MIXES.match(section.bare) is not None)) or len(found) > 1
    if not mixes or node.table is not None:
        return kind
    title = headings.title(node)
    if len(title) > 90:
        return kind
    own = headings.kinds(title)
    first = headings.primary(own)
    if first is None or first == kind or _says_of_item(node, section):
        return kind
    if first == "funding" and _without_money(node):
        return kind
    if first in ("scope", "funding") and kind in ("tasks", "scope"):
        return first
    if first == "duties" and kind == "tasks" and node.children and ASSIGNS.match(title):
        return first
    if first in found and len(title.split()) <= 6 and (first != "duties" or node.children):
        return first
    return kind


def _part_of_its_own(node: Node) -> str | None:
    """The part that a title without a number names, where it is nothing but such a name: "Yêu cầu", "Kinh phí"."""
    part = headings.section_of(node) if node.children and len(node.text.split()) <= _BARE_NAME else None
    return part if part in ("requirements", "funding") else None


def _without_money(node: Node) -> bool:
    """Whether a heading such as "Tài chính, tài sản" stands over work: nothing in it speaks of money to be spent."""
    return bool(node.children) and not any(speaks_of_money(x.bare) or _SUM.search(x.text) for x in node.walk())


def _says_of_item(node: Node, section: Node) -> bool:
    """Whether a line without a label says when, where or who of the item above it, as others of its section do.

    Another line of the same name shows it, whatever the name; of the usual names ("Đơn vị chủ trì:") any two others.
    """
    if node.label is not None:
        return False
    others = [x for x in section.children if x is not node and x.label is None]
    name = headings.title(node)
    if ":" in node.text and any(_named_so(other, name) for other in others):
        return True
    fields = (other for other in others if FIELD.match(other.bare))
    return FIELD.match(node.bare) is not None and len(list(islice(fields, _FEWEST_FIELDS))) == _FEWEST_FIELDS


def _named_so(node: Node, name: str) -> bool:
    """Whether a line begins with ``name`` and a colon."""
    return node.bare.startswith(name) and node.bare[len(name) :].lstrip().startswith(":")
