"""What a section without a telling heading is: judged by what stands in it and by what came before."""

from __future__ import annotations

from collections import Counter

from kehoach.knowledge.patterns import lazy
from kehoach.parsers import assignees, duties, headings
from kehoach.parsers.nodes import Node
from kehoach.parsers.phrases import money_head, report_head, speaks_of_money, speaks_of_reports
from kehoach.parsers.reading import Reading

_AIM = lazy(
    r"\d\s?[%‰]|\bchi tieu \d|\b(?:phan dau|dat) .{0,40}\d"
    r"|\b(?:duoc|it nhat|toi thieu|tren) \d+ (?!ngay|thang|nam\b)\w"
)
_PAST = lazy(
    r"\W*(?:sau (?:hon |gan )?\d+ nam\b|(?:trong )?(?:nhung nam|thoi gian) (?:qua|gan day)"
    r"|nam \d{4} vua qua|tinh den (?:ngay|thang|nam)|hien nay|hien tai)"
)
_DATED = lazy(r"\btruoc ngay\b|\bngay \d|\bthang \d|\d/\d|\bquy [iv]+\b")
_MANY_ENDS = 8
_AIMS = lazy(
    r"(?:\w+ ){0,4}(?:phan dau|muc tieu|chi tieu)\b|.{0,60}\b(?:dat|giam|tang) (?:tren |duoi |it nhat |toi thieu )?\d"
)
_MEANS = lazy(
    r"(?:viec|nham|de|muc dich)\b.{0,80}\b(?:nham|de|gop phan)\b|(?:nham|muc dich)\b|[^.]{0,120}\. [^.]{0,80}\bnham\b"
)
_DEMANDS = lazy(r"\b(?:phai|yeu cau|can bao dam|bao dam nguyen tac)\b")
_REPORTS = lazy(r"[^,;.]{3,60}\b(?:bao cao ket qua|gui bao cao|bao cao (?:ve|gui))\b")


def judge(section: Node, previous: str | None, *, begun: bool, last: bool) -> tuple[str, tuple[str, ...]]:
    """The part that a section without a telling heading is, and the parts its titles name beside it.

    ``previous``: the part before it. ``begun``: tasks or duties stand before it; nothing is reported on before there
    is something to do. ``last``: nothing stands behind it.
    """
    if section.implied and section.part is not None:
        return _told(section, section.part)
    kind, found = _by_content(section, previous, begun=begun)
    if kind == "tasks" and previous in (None, "situation") and _states_ends(section, last=last):
        kind = "purpose"
    return kind, found


def _told(section: Node, part: str) -> tuple[str, tuple[str, ...]]:
    """The part of a section whose words have told it, and the parts that its own titles name beside it."""
    titles = [headings.section_of(node) for node in section.children if len(headings.title(node)) <= 90]
    named = set(titles)
    if part in ("scope", "tasks") and {"scope", "tasks"} & named:
        return ("tasks" if "tasks" in named else part), ("tasks", "scope")
    if part in ("purpose", "requirements", "objectives") and "purpose" in named:
        return "purpose", ("purpose", "requirements")
    if part in ("purpose", "requirements"):
        return part, ("purpose", "requirements")
    if part == "objectives" and "requirements" in named:
        return ("requirements" if titles[0] == "requirements" else part), ("objectives", "requirements")
    return part, ()


def _by_content(section: Node, previous: str | None, *, begun: bool) -> tuple[str, tuple[str, ...]]:
    """The part of a section by what its nodes name, and by the words of the first of them."""
    if assignees.mostly(section.children, loosely=begun and section.implied):
        return "duties", ()
    votes: Counter[str] = Counter()
    for node in section.children:
        if len(headings.title(node)) <= 90:
            first = headings.section_of(node)
            if first and (begun or first != "reporting"):
                votes[first] += 1
    order = [name for name, _ in votes.most_common()]
    if "purpose" in votes or ("requirements" in votes and votes["requirements"] >= 0.5 * len(section.children)):
        return ("purpose" if "purpose" in votes else "requirements"), ("purpose", "requirements")
    if order and votes[order[0]] >= 0.5 * len(section.children):
        return order[0], tuple(order)
    if sum(speaks_of_money(node.bare) for node in section.children) > 0.6 * len(section.children):
        return "funding", ()
    if section.children and money_head(section.children[0].bare) and len(section.children) <= 4:
        return "funding", ()
    if previous is None and section.implied and section.children and _PAST.match(section.children[0].bare):
        return "situation", ()
    leaves = [leaf for node in section.children for leaf in node.walk() if not leaf.children and leaf.text]
    if previous in (None, "situation", "purpose", "requirements", "scope") and sum(
        bool(_AIM.search(leaf.bare)) for leaf in leaves
    ) >= 0.5 * max(len(leaves), 1):
        return "objectives", ()
    prose = " ".join(node.bare for node in section.children[:3])[:600]
    if all(node.label is None for node in section.children):
        if speaks_of_money(prose):
            return "funding", ()
        if previous in ("duties", "funding", "reporting") and speaks_of_reports(prose):
            return "reporting", ()
    if previous == "duties":
        return "reporting" if speaks_of_reports(prose) else "tasks", ()
    if (
        previous is None
        and section.heading
        and all(node.label is None for node in section.children)
        and len(section.children) < 2
    ):
        return "purpose", ()
    return "tasks", ()


def _states_ends(section: Node, *, last: bool) -> bool:
    """Whether a first section without a heading says what a plan is for: a few bullets, no dates, work to come."""
    nodes = section.children
    if last or not section.implied or not 0 < len(nodes) <= _MANY_ENDS:
        return False
    return all(not node.numbered and not node.children and node.text and not _DATED.search(node.bare) for node in nodes)


def unheaded(section: Node, reading: Reading) -> bool:
    """Read a plan without any heading, each paragraph by what it says; False where that shows no pattern."""
    nodes = section.children
    heads = [assignees.headed(node) for node in nodes]
    first = next((i for i, head in enumerate(heads) if head and sum(heads[i:]) >= 0.75 * (len(heads) - i)), None)
    assigned = first is not None and len(nodes) - first >= 2
    prose = len(nodes) > 3 and all(node.label is None and node.table is None and not node.children for node in nodes)
    if not assigned and not prose:
        return False
    cut = first if assigned else len(nodes)
    begun = False
    for node in nodes[:cut]:
        part = _said_by(node.bare, begun=begun)
        begun = begun or part == "tasks"
        reading.put(part, node)
    reading.warn("section-heading-missing", "no headings; read by content", nodes[0].start, nodes[0].end)
    if assigned:
        rest = Node(section.words, None, section.start, section.end, children=nodes[cut:], implied=True)
        duties.read(rest, reading)
    return True


def _said_by(text: str, *, begun: bool) -> str:
    """The part of a plan that a paragraph (bare form) makes by its own words; ``begun``: tasks stand before it."""
    if speaks_of_money(text[:60]):
        return "funding"
    if begun and (report_head(text) or _REPORTS.search(text)):
        return "reporting"
    if not begun and _DEMANDS.search(text[:90]):
        return "requirements"
    if _AIMS.match(text):
        return "objectives"
    return "purpose" if _MEANS.match(text) and not begun else "tasks"
