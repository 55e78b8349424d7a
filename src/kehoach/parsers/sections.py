"""Sections: which part of the plan each first-level node of the outline is, and what of it goes elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from kehoach.knowledge.patterns import lazy
from kehoach.parsers import assignees, content, duties, headings, mixed_sections, preamble
from kehoach.parsers.layout import finished
from kehoach.parsers.nodes import Node, leads
from kehoach.parsers.reading import Reading, before, behind


class _Above:
    """The part that "PHẦN I" names over the sections below it; ``unnamed``: its name stands below its label."""

    __slots__ = ("kind", "unnamed")

    def __init__(self) -> None:
        self.kind: str | None = None
        self.unnamed = False

    def headed(self, section: Node, kind: str | None) -> bool:
        """Whether a section is the heading of a part: "PHẦN I", or "KẾT QUẢ NĂM 2030" below it."""
        labelled = section.label is not None and section.label.style == "phần"
        names = labelled or (self.unnamed and section.heading and section.label is None)
        self.unnamed = labelled and kind is None and not section.children
        if names:
            self.kind = kind
        return names

    def lends(self, section: Node, kind: str | None) -> str | None:
        """The part that a section "I" below is of though its own name says another, or none."""
        if section.label is None or section.label.style != "I":
            return None
        if self.kind in ("situation", "duties", "basis"):
            return None if kind in ("funding", "reporting", "duties") else self.kind
        return self.kind if self.kind == "tasks" and kind is None else None


def arrange(sections: Sequence[Node], reading: Reading) -> None:
    """Give every node of the outline to a part of the plan."""
    sections = list(sections)
    if sections and sections[0].implied and sections[0].part is None:
        preamble.read(sections[0], reading)
    above = _Above()
    previous: str | None = None
    begun = False
    sections = [opened for section in _gathered(sections) for opened in _opened(section, reading)]
    for section in sections:
        if section.implied and not section.children:
            continue
        found = headings.kinds(headings.title(section)) if section.heading else ()
        kind = headings.primary(found)
        if above.headed(section, kind):
            if not section.children:
                reading.head(section, kind)
                continue
        elif lent := above.lends(section, kind):
            found, kind = (lent, *found), lent
        if section.implied and len(sections) == 1 and content.unheaded(section, reading):
            continue
        if section.implied or kind is None:
            kind, found = _judged(section, kind, previous, begun, section is sections[-1], reading)
        elif (
            kind in ("tasks", "requirements", "scope", "objectives")
            and assignees.mostly(section.children)
            and not (kind == "scope" and _takes_part(section))
            and not (kind in ("objectives", "scope") and _shares_out(section))
        ):
            kind = "duties"
        elif kind == "scope" and _schedules(section):
            kind = "tasks"
        _place(section, kind, found, reading)
        previous = kind
        begun = begun or kind in ("tasks", "duties")


def _shares_out(section: Node) -> bool:
    """Whether numbers are shared out among bodies: "Sở Y tế: 06 lớp", not what each has to do."""
    shares = [_SHARE.match(node.bare, colon + 1) for node in section.children if (colon := node.bare.find(":")) > 0]
    return len(shares) * 2 > len(section.children) and all(shares)


def _judged(
    section: Node, kind: str | None, previous: str | None, begun: bool, last: bool, reading: Reading
) -> tuple[str, tuple[str, ...]]:
    """The part of a section that no heading names, and all that it tells of; a warning where the heading is lost."""
    if kind is None and _names_board(section):
        return "scope", ("scope",)
    kind, found = content.judge(section, previous, begun=begun, last=last)
    if section.implied:
        first = section.children[0]
        reading.warn("section-heading-missing", f"heading lost before this; read as {kind}", first.start, first.end)
    return kind, found


def _takes_part(section: Node) -> bool:
    """Whether a section only names who is there: "THÀNH PHẦN THAM GIA" over names that are told to do nothing."""
    if not _PRESENT.match(headings.title(section)):
        return False
    heads = [(node, assignees.leading(node)) for node in section.children]
    return not any(node.children or (head is not None and node.text[head.end :].strip(" .;,")) for node, head in heads)


def _names_board(section: Node) -> bool:
    """Whether a section lists who sits on a board, each with his office and no task: "III. BAN TỔ CHỨC"."""
    if not section.heading or not _BOARD.match(section.bare) or len(section.children) < _FEWEST_PARTS:
        return False
    return all(_MEMBER.match(node.bare) and ":" not in node.text and not node.children for node in section.children)


def _gathered(sections: Sequence[Node]) -> list[Node]:
    """Sections whose headings are agencies, where the heading over them is lost, become the duties of one section."""
    out: list[Node] = []
    for section in sections:
        if not (
            section.heading
            and section.numbered
            and not headings.kinds(headings.title(section))
            and assignees.named(section)
            and not _names_board(section)
        ):
            out.append(section)
            continue
        if not (out and out[-1].implied and out[-1].children and out[-1].children[0].heading):
            out.append(Node(section.words.cut(0, 0), None, section.start, section.start, implied=True))
        out[-1].children.append(section)
    return [_ungathered(section) for section in out]


def _opened(section: Node, reading: Reading) -> Sequence[Node]:
    """The sections that one heading of no kind gathers: "II. KẾ HOẠCH NĂM 2030" over "1. Mục tiêu", "3. Kinh phí"."""
    if not section.heading or not section.children or section.label is None:
        return [section]
    title = headings.title(section)
    if headings.kinds(title) and not _CONTENTS.match(title):
        return [section]
    named = [headings.section_of(node) if _names_part(node) else None for node in section.children]
    if named[0] not in _AIMS or len(set(named) - {None}) < _FEWEST_PARTS or named.count(None) > len(named) // 2:
        return [section]
    reading.head(section, named[0])
    for node in section.children:
        node.heading = True
    return section.children


def _names_part(node: Node) -> bool:
    return node.numbered and len(headings.title(node).split()) <= _NAME_LENGTH and node.table is None


def _schedules(section: Node) -> bool:
    """Whether a section on time is a table of what is done when: the progress of the work is tasks."""
    tables = [node.table for node in section.children]
    return bool(tables) and all(table is not None and {"task", "time"} <= set(table.roles) for table in tables)


def _ungathered(section: Node) -> Node:
    """A section of one agency alone is what it was: one name proves no list."""
    alone = section.implied and len(section.children) == 1 and section.children[0].heading
    return section.children[0] if alone else section


def _place(section: Node, kind: str, found: tuple[str, ...], reading: Reading) -> None:
    if section.heading:
        cut = _inline(section)
        if cut:
            reading.head(before(section, cut), kind)
            rest = behind(section, cut)
            section.children, rest.children = [rest], section.children
            if section.children[0].children and not leads(rest.text, rest.bare):
                section.children = [rest, *rest.children]
                rest.children = []
        else:
            reading.head(section, kind)
    _prune(section, kind, reading)
    if kind == "duties" or ("duties" in found and kind in ("funding", "reporting")):
        duties.read(section, reading, kind if kind != "duties" else None, named=kind == "duties")
        return
    if _counted_head(section, kind):
        reading.head(section.children.pop(0), kind)
    if kind in ("purpose", "requirements"):
        _halves(section, kind, reading)
        return
    for node, part, named in mixed_sections.parts(section, kind, found):
        if part == "duties":
            reading.head(node, part)
            duties.read(node, reading)
            continue
        if named:
            reading.head(node, part)
            for child in node.children:
                reading.put(part, child)
        elif node.table is not None or node.text:
            reading.put(part, node)
            if node.table is not None and section.text and "task" not in node.table.roles:
                reading.schedules.append((node.table, section.words))


_SHARE = lazy(r"(?:\s+[a-z]+){0,4}\s+\d")
_PRESENT = lazy(r"\W*(?:thanh phan|dai bieu|khach moi|doi tuong|luc luong)\b")
_BOARD = lazy(
    r"\W*(?:(?:danh sach )?(?:thanh phan|thanh vien) |danh sach )?"
    r"ban (?:to chuc|giam khao|chi dao|kiem tra|trong tai)\b.{0,40}$"
)
_MEMBER = lazy(r"\W*(?:(?:ong|ba|thay|co|d/c|dong chi|cac d/c|cac dong chi|cac thay|cac ong)\b).{3,160}$")
_CONTENTS = lazy(
    r"\W*(?:noi dung(?: (?:ke hoach|thuc hien|chinh|cu the|chu yeu))?"
    r"|ke hoach(?: (?:thuc hien|trien khai|hoat dong|cong tac))?(?: nam (?:hoc )?[\d -]+)?)\W*$"
)
_FEWEST_PARTS = 2
"""Parts of a plan that a heading over them names at least."""
_NAME_LENGTH = 6
"""Words of a heading that may name a part, at most."""
_AIMS = ("purpose", "requirements", "objectives")
_NAME_WORDS = 3
"""Words of a heading that is nothing but the name of its part: "3. Mục tiêu", no "3. Chỉ tiêu đến cuối năm 2022"."""
_TOTAL = lazy(r"\W*(?:cong|tong cong|tong so|tong)\s*:")
_WORDS_OF_SUM = lazy(r"\W*(?:so tien )?(?:viet )?bang chu\s*:[^\d;]{4,160}$")
_UNIT = lazy(r"\W*(?:d\.?v\.?t|don vi(?: tinh)?\s*:)\s*:?.{0,30}$")


def _prune(holder: Node, kind: str, reading: Reading) -> None:
    """Take out what is no item: totals of the lists of sums above them, units of the tables below them."""
    first = holder.children[0] if holder.children and holder.heading else None
    for node in list(holder.children):
        words = kind == "funding" and _total_in_words(node)
        if words or (kind == "funding" and _total(node, node is first)) or _unit_line(node):
            holder.children.remove(node)
            reading.head(node, kind)
            if not words and not _unit_line(node):
                reading.totals.append(node)
        else:
            _prune(node, kind, reading)


def _total(node: Node, first: bool) -> bool:
    """Whether a line only adds up the list above it ("Cộng: …"): its amount counts, it is no item.

    ``first``: it opens the section, so that there is nothing above it to add up; with parts of its own it heads them.
    """
    return not (first or node.label is not None or node.children) and bool(_TOTAL.match(node.bare))


def _total_in_words(node: Node) -> bool:
    """Whether a line only says in words the sum above it: "(Bằng chữ: Tám triệu đồng)"."""
    return node.label is None and not node.children and bool(_WORDS_OF_SUM.match(node.bare))


def _unit_line(node: Node) -> bool:
    """Whether a line only says the unit of the table below it ("ĐVT: triệu đồng")."""
    return node.label is None and len(node.text) < 50 and bool(_UNIT.match(node.bare))


def _inline(section: Node) -> int:
    """Offset of what a section on one line says ("IV. Kinh phí: Đính kèm"), 0 where its heading stands alone."""
    colon = section.text.find(":")
    if colon < 0 or not section.text[colon + 1 :].strip():
        return 0
    if section.text.count("(", 0, colon) > section.text.count(")", 0, colon):
        return 0  # "III. Nguồn vốn (ĐVT: triệu đồng)"
    says_all = not section.children  # whatever its name: what stands behind the colon is all that it says
    return colon + 1 if (says_all or headings.kinds(section.bare[:colon])) and colon < 120 else 0


def _counted_head(section: Node, kind: str) -> bool:
    """Whether a page's own numbering counted a lost heading as the first of its list: "1. NỘI DUNG" above "2. …"."""
    if not section.implied or len(section.children) <= _FEWEST_PARTS:
        return False
    first, second = section.children[:2]
    if first.label is None or first.children or second.label is None or not first.text.isupper():
        return False
    counted = (first.label.value, second.label.value) == (1, 2) and not second.text.isupper()
    return counted and len(first.text.split()) <= _NAME_LENGTH and headings.section_of(first) == kind


def _halves(section: Node, kind: str, reading: Reading) -> None:
    """Purpose and requirements: one list, or parts under the names of both."""
    part = kind
    for node in section.children:
        cut = _inline(node)
        own = headings.kinds(node.bare[:cut] if cut else node.bare) if (cut or len(node.text) <= 70) else ()
        first = headings.primary(own)
        named = first in ("purpose", "requirements", "objectives", "scope") and (
            bool(cut) or node.children or (node.label is None and not finished(node.text.rstrip(" :")))
        )
        if named and first is not None and len((node.bare[:cut] if cut else node.bare).split()) <= 9:
            part = first
            if cut:
                reading.head(before(node, cut), part)
                rest = behind(node, cut)
                if leads(rest.text, rest.bare):
                    reading.put(part, rest)
                    continue
                kids, rest.children = rest.children, []
                reading.put(part, rest)
                for child in kids:
                    reading.put(part, child)
            elif part == "scope" or (part == "objectives" and len(node.text.split()) > _NAME_WORDS):
                reading.put(part, node)
            else:
                reading.head(node, part)
                for child in node.children:
                    reading.put(part, child)
        else:
            reading.put(part, node)
