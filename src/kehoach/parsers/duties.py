"""Duties: who has to do what, agency by agency."""

from __future__ import annotations

from collections.abc import Sequence

from kehoach.folding import fold
from kehoach.knowledge.patterns import inline, lazy
from kehoach.parsers import assignees, headings, unregistered
from kehoach.parsers.duty_text import (
    LONGEST_HEADING,
    SENTENCE,
    TO_ALL,
    asks_reports,
    between_names,
    hoist,
    run_in,
    trails,
)
from kehoach.parsers.facts import agencies
from kehoach.parsers.layout import finished
from kehoach.parsers.nodes import Node, leads
from kehoach.parsers.phrases import appeal, money_head, report_head, speaks_of_money, speaks_of_reports, trouble
from kehoach.parsers.reading import Agency, Duty, Mark, Reading, before, behind
from kehoach.parsers.tables import Table

_OWNED = lazy(r"\W*(?:(?:nhiem vu|trach nhiem|phan cong)(?: cu the)? (?:cua|cho|doi voi)|ve phia)\s+")
_GROUPS = lazy(
    r"\W*(?:de nghi )?(?:doi voi )?(?:(?:cac|nhung)\s*)?(?:don vi|co quan|bo|nganh|so|dia phuong|phong|ban"
    r"|to chuc|doan the)\b"
)
_PLEAS = lazy(r"\W*(?:de xuat|kien nghi|de nghi)(?:(?:,| va)? (?:de xuat|kien nghi|de nghi))?\W*$")
_GATHERS = lazy(r"\s+(?:gồm|bao gồm|gồm có)(?: có)?(?: các (?:đồng chí|ông, bà|thành viên))?(?: sau)?\s*:$")
_POST = lazy(r"(?:chủ tịch|giám đốc|hiệu trưởng|thủ trưởng|viện trưởng|chánh án|trưởng) (?P<body>.+)")


def read(section: Node, reading: Reading, rest: str | None = None, *, named: bool = True) -> None:
    """The duties of a section; what names no assignee goes to ``rest`` ("funding", "reporting") where given."""
    nodes = hoist(section.children)
    _Section(reading, rest, named=named, hoisted=trails(nodes)).nodes(nodes, request=False, top=True)


def _tabled(table: Table, reading: Reading) -> bool:
    from kehoach.parsers import duty_tables

    return duty_tables.read(table, reading)


class _Section:
    """The duties of one section, node by node."""

    def __init__(self, reading: Reading, rest: str | None, *, named: bool, hoisted: bool) -> None:
        self.reading = reading
        self.rest = rest
        self.named = named  # the heading says that duties follow
        self.hoisted = hoisted  # running text stands behind the numbered assignees
        self.begun = len(reading.duties)  # those of the sections above
        self.side: str | None = None  # where unlabelled text behind a money or reporting heading goes
        self.alone = False  # the last assignee's name stands on a line of its own, without a label
        self.held = False  # the node stands between two such names

    def nodes(self, nodes: Sequence[Node], *, request: bool, top: bool) -> None:
        heads = [assignees.leading(node) for node in nodes]
        held = between_names(nodes, heads)
        for k, (node, head) in enumerate(zip(nodes, heads, strict=True)):
            self.held = k in held
            self.node(node, head, request=request, top=top, last=k + 1 == len(nodes))

    def node(self, node: Node, head: agencies.Head | None, *, request: bool, top: bool, last: bool) -> None:
        if node.table is not None:
            if self.rest is not None or not _tabled(node.table, self.reading):
                self.reading.put(self.rest or "tasks", node)
            return
        owned = _OWNED.match(node.bare)
        offset = owned.end() if owned else 0
        head = agencies.leading(node.text[offset:]) if offset else head
        if part := self._apart(node, head, top):
            self._set_apart(node, part)
        elif self._groups(node, head):
            asked = node.bare.startswith("de nghi") or (head is not None and head.request)
            self._below(node, request or asked)
        elif self.named and self._of_several(node, head) and unregistered.listed(node.children):
            self._listed(node, request)
        elif head is None and (gathering := _gathering(node)):
            self._duty(node, gathering, offset, request, bare=True)
        elif (found := self._assignee(node, head, offset)) and self._is_duty(node, found):
            self.side = None
            self._duty(node, found, offset, request)
        elif owned and self._owns(node):
            self._duty(node, unregistered.of(node.text, len(node.text.rstrip(" :.")), offset), 0, request, bare=True)
        elif node.children and (owned or _PLEAS.match(node.bare) or _heads_assignees(node, head)):
            self._below(node, request or _asks(node.bare))
        elif self._leads_in(node, last) or (top and not last and _names_section(node)):
            self._below(node, request)
        elif self.named and (cut := unregistered.length(node)):
            self._duty(node, unregistered.of(node.text, cut), 0, request, bare=cut >= len(node.text.rstrip(" :.")))
        elif node.numbered and not node.children and (opens := agencies.opening(node.text)):
            self._duty(node, opens, 0, request)
        else:
            self._loose(node)

    def _set_apart(self, node: Node, part: str) -> None:
        """Money or reporting among the duties, behind the name of its section where its line has one."""
        if cut := run_in(node):
            self.reading.head(before(node, cut), part)
            node = behind(node, cut)
        self.reading.put(part, node)
        self.side = part

    def _below(self, node: Node, request: bool) -> None:
        """The duties of what hangs on a heading or a lead-in."""
        self.reading.head(node, "duties")
        self.nodes(node.children, request=request, top=False)

    def _listed(self, node: Node, request: bool) -> None:
        """The duties below a heading that speaks of bodies, each child the name of one."""
        self.reading.head(node, "duties")
        for child in node.children:
            self._duty(child, unregistered.of(child.text, len(child.text.rstrip(" :"))), 0, request, bare=True)

    def _assignee(self, node: Node, head: agencies.Head | None, offset: int) -> agencies.Head | None:
        """Whom a node names: ``head``, or all that stands before its colon where the register knows only a part."""
        if head is None or head.explicit or offset or not self.named:
            return head
        cut = unregistered.further(node, head)
        return unregistered.of(node.text, cut) if cut else head

    def _leads_in(self, node: Node, last: bool) -> bool:
        """Whether a node leads in the duties before any was read: "Các đơn vị có trách nhiệm như sau:"."""
        leading = leads(node.text, node.bare) and (bool(node.children) or not last)
        return leading and not self.reading.duties and not self._titles(node)

    def _of_several(self, node: Node, head: agencies.Head | None) -> bool:
        """Whether a heading speaks of bodies and names none: "3. Nhiệm vụ của các đơn vị"."""
        if head is not None:
            return all(a.kind == "group" for a in head.agencies)
        return bool(_OWNED.match(node.bare) or _GROUPS.match(node.bare))

    def _owns(self, node: Node) -> bool:
        """Whether "Trách nhiệm của …" names one whom no register knows: a list of duties stands below, and no name."""
        if not self.named or not node.children or len(node.text) > LONGEST_HEADING:
            return False
        return not any(assignees.headed(child) or unregistered.length(child) for child in node.children)

    def _titles(self, node: Node) -> bool:
        """Whether a labelled line over a list begins as a body's name does, though no register knows it."""
        body = node.label is not None and self.named and unregistered.BODIES.match(fold(node.text)) is not None
        return body and unregistered.length(node) >= len(node.text.rstrip(" :"))

    def _groups(self, node: Node, head: agencies.Head | None) -> bool:
        """Whether a heading or a lead-in stands over assignees: "1. Các đơn vị thuộc Bộ", "… phân công như sau:"."""
        children = node.children
        if not children:
            return False
        if assignees.LEVEL.match(node.bare) and all(assignees.leading(child) is not None for child in children):
            return True
        gathers = head is None or (
            head.rest >= len(node.text.rstrip(" :."))
            and all(a.kind == "group" or fold(a.name).startswith(_BRANCHES) for a in head.agencies)
        )
        numbered = all(child.numbered for child in children)
        if not assignees.mostly(children, loosely=gathers and numbered):
            return False
        if leads(node.text, node.bare) and len(node.text) > 60:
            return True
        return gathers and (numbered or assignees.all_named(children))  # bullets below an agency are its items

    def _apart(self, node: Node, head: agencies.Head | None, top: bool) -> str | None:
        """Money, reporting and appeals that stand among the duties without an assignee."""
        text = node.bare
        if not top or self.held or (node.label is None and text[:1].isalpha() and node.text[:1].islower()):
            return None
        if self.hoisted and node.label is None and self.reading.duties and (appeal(text) or asks_reports(text)):
            return "reporting"
        if trouble(text) and (node.label is None or not node.label.is_bullet or self.side == "reporting"):
            return "reporting"
        if head is not None and (node.label is not None or not self.hoisted):
            return None
        title = text.partition(":")[0]
        kind = headings.first(title) if len(title) < 90 else None
        if money_head(text) or kind == "funding":
            return "funding"
        if report_head(text) or (kind == "reporting" and len(node.text) < 90 and not self._told(node)):
            return "reporting"
        if node.label is None and self.reading.duties and (self.side or self.hoisted):
            if speaks_of_money(text) and not speaks_of_reports(text):
                return "funding"
            if speaks_of_reports(text):
                return "reporting"
            return self.side if head is None else None
        return None

    def _is_duty(self, node: Node, head: agencies.Head) -> bool:
        """Whether a named assignee makes a duty; a long unlabelled paragraph on money behind the duties does not."""
        if node.label is None and self.alone and _leads_body(head, self.reading.duties[-1]):
            return False
        if head.explicit or node.label is not None or not self.reading.duties:
            return True
        on_money = speaks_of_money(node.bare) and len(node.text) > SENTENCE
        return not on_money or node.bare.startswith("de nghi")

    def _told(self, node: Node) -> bool:
        """Whether a line without a label is told the assignee whose name stands alone above it: what there is to do."""
        if self.held:
            return True
        said = self.alone and self.side is None and node.label is None and node.text.endswith((".", ";"))
        return said and not TO_ALL.match(node.bare)

    def _duty(self, node: Node, head: agencies.Head, offset: int, request: bool, *, bare: bool = False) -> None:
        names = [
            Agency(node.words.cut(a.start + offset, a.end + offset), a.name, a.kind, a.level, a.sectors)
            for a in head.agencies
        ]
        rest = "" if bare else node.text[head.rest + offset :].strip(" :;,.-–")
        items: list[Node]
        self.alone = not rest and node.label is None and not node.children
        if rest and any(map(str.isalpha, rest)):
            item = behind(node, head.rest + offset)
            if item.children and not leads(item.text, item.bare) and finished(item.text):
                items, item.children = [item, *item.children], []
            elif _only_lead(item):
                self.reading.head(item, "duties")
                items = item.children
            else:
                items = [item]
            top = before(node, head.rest + offset)
            start, end = top.start, top.end
        else:
            items = list(node.children)
            start, end = node.start, node.end
            items = self._unlead(items)
        if not items:
            items = list(node.children)
        self.reading.marks.append(Mark(start, end, "heading", "duties"))
        self.reading.duties.append(Duty(node.label, names, head.request or request, items, start, end))

    def _unlead(self, items: list[Node]) -> list[Node]:
        """A lead-in right behind the agency's name ("Chịu trách nhiệm:") gives way to what it leads."""
        if (
            len(items) == 1
            and items[0].children
            and leads(items[0].text, items[0].bare)
            and len(items[0].text) < 60
            and items[0].label is None
        ):
            self.reading.head(items[0], "duties")
            return list(items[0].children)
        return items

    def _loose(self, node: Node) -> None:
        """A node without an assignee: the last agency's where it is a bullet of it, else by what it says."""
        reading = self.reading
        text = node.bare
        if self.rest and not reading.duties:
            reading.put(self.rest, node)
            return
        if reading.duties and node.label is None and finished(node.text) and not self._told(node):
            if speaks_of_money(text) and len(text) > 60:
                reading.put("funding", node)
                self.side = "funding"
                return
            if speaks_of_reports(text) or self.side:
                reading.put("reporting", node)
                self.side = "reporting"
                return
        bullets = node.label is not None and node.label.is_bullet
        if len(reading.duties) > self.begun and (bullets or node.label is None) and self.side is None:
            reading.duties[-1].items.append(node)
            return
        if self.side and bullets:
            reading.put(self.side, node)
            return
        head = assignees.within(node)
        owner = [Agency(node.words.cut(a.start, a.end), a.name, a.kind, a.level, a.sectors) for a in head.agencies]
        if not owner:
            reading.warn("duty-without-agency", "a duty that names no agency", node.start, node.end)
        duty = Duty(node.label, owner, head.request, [node], node.start, node.start)
        reading.duties.append(duty)


def _names_section(node: Node) -> bool:
    """Whether a node is the section's own name in capitals, which a page numbered as its first item."""
    return node.text.isupper() and headings.section_of(node) == "duties"


def _leads_body(head: agencies.Head, duty: Duty) -> bool:
    """Whether a sentence is on the head of the body above it: "Chủ tịch UBND xã" below "UBND các xã"."""
    post = _POST.match(fold(head.agencies[0].name)) if len(head.agencies) == 1 and len(duty.agencies) == 1 else None
    return post is not None and set(post["body"].split()) <= set(fold(duty.agencies[0].name).split())


def _asks(text: str) -> bool:
    """Whether a heading (bare form), its number passed over, asks for what no order can be given for."""
    return text.lstrip(" 0123456789.").startswith(("de nghi", "kien nghi", "de xuat"))


def _gathering(node: Node) -> agencies.Head | None:
    """The assignee whose members or duties a node lists: "Ban Chỉ đạo gồm các đồng chí sau:"."""
    gathers = _GATHERS.search(node.text) if node.children else None
    return agencies.leading(node.text[: gathers.start()]) if gathers else None


def _heads_assignees(node: Node, head: agencies.Head | None) -> bool:
    """Whether a heading stands over assignees: over one alone that it does not name itself, or over a list of them."""
    below = node.children
    alone = head is None and not node.titled and len(below) == 1 and not finished(node.text)
    if alone and assignees.leading(below[0]) is not None:
        return True
    groups = len(node.text) < LONGEST_HEADING or _GROUPS.match(node.bare) is not None
    return groups and not leads(node.text, node.bare) and assignees.mostly(below)


_BRANCHES = ("ngành ", "khối ")
"""First words (folded) of what stands over the bodies of a branch: "I. Ngành Y tế"."""


def _only_lead(item: Node) -> bool:
    """Whether what stands behind a name only leads in its list: "có trách nhiệm thực hiện các nhiệm vụ sau:"."""
    return (
        bool(item.children)
        and leads(item.text, item.bare)
        and len(item.text) < 90
        and not inline(r"\d").search(item.text)
    )
