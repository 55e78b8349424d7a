"""Running text among the duties: which of it is an assignee's by where it stands, and which speaks to everybody."""

from __future__ import annotations

from collections.abc import Sequence

from kehoach.knowledge.patterns import lazy
from kehoach.parsers import assignees
from kehoach.parsers.facts.agencies import Head
from kehoach.parsers.layout import finished
from kehoach.parsers.nodes import Node
from kehoach.parsers.phrases import appeal, money_head, report_head, speaks_of_reports, trouble

# How a line begins that speaks to all or asks for something regular, not to the assignee above it.
TO_ALL = lazy(
    r"\W*(?:dinh ky|hang nam|hang quy|hang thang|giao|yeu cau|de nghi|can cu (?:nhiem vu|ke hoach|chuc nang"
    r"|noi dung)|cac (?:so|phong|co quan|don vi|dia phuong))\b"
)
_REGULAR = ("dinh ky", "hang")
_SUBJECT = lazy(r"\bcac (?:\w+ )?\w+")
_LONGEST_NAME = 40
"""Letters within which the colon behind a section's name stands."""
_NAME_WORDS = 5
"""… and words that such a name has at most."""
_FEWEST_NAMES = 2
"""Names alone on their lines that show how a section is set."""
LONGEST_HEADING = 90
"""Letters below which a line may be the heading over a list, or a name that stands alone."""
SENTENCE = 120
"""Letters from which on an unlabelled paragraph is no heading."""


def asks_reports(text: str) -> bool:
    """Whether running text asks everybody to report: "Yêu cầu các đơn vị gửi báo cáo …"."""
    return text.startswith("yeu cau ") and speaks_of_reports(text[:SENTENCE])


def trails(nodes: Sequence[Node]) -> bool:
    """Whether running text stands behind numbered assignees."""
    return len(nodes) > 1 and nodes[-1].label is None and nodes[0].numbered


def hoist(nodes: Sequence[Node]) -> list[Node]:
    """Running text behind the bullets of the last agency belongs to no agency: it goes up to the section's level."""
    nodes = list(nodes)
    if not nodes:
        return nodes
    last = nodes[-1]
    kids = last.children
    cut = len(kids)
    while cut > 0 and kids[cut - 1].label is None and kids[cut - 1].table is None:
        cut -= 1
    tail = kids[cut:]
    listed = last.label is not None and cut > 0 and all(k.label is not None for k in kids[:cut])
    said = last.label is not None and cut == 0 and finished(last.text)
    if tail and (
        (listed and _addresses_all(tail[0], last))
        or (said and (asks_reports(tail[0].bare) or trouble(tail[0].bare) or run_in(tail[0])))
    ):
        last.children = kids[:cut]
        return [*nodes, *tail]
    first = next((i for i, k in enumerate(kids) if i > 0 and k.label is None and _ends_list(k, last)), None)
    if first is not None and (last.label or last.titled) and all(k.label is None for k in kids[first:]):
        last.children = kids[:first]
        return [*nodes, *kids[first:]]
    return nodes


def _ends_list(node: Node, last: Node) -> bool:
    """Whether running text speaks of trouble or money, or where only layout binds it of what several bodies report."""
    if trouble(node.bare) or money_head(node.bare):
        return True
    return last.titled and speaks_of_reports(node.bare) and _SUBJECT.search(node.bare[:90]) is not None


def between_names(nodes: Sequence[Node], heads: Sequence[Head | None]) -> frozenset[int]:
    """Places of lines without labels between assignees' names that stand alone: each is the one's above it.

    ``heads``: the assignee that each of the lines opens with.
    """
    names = [k for k, (node, head) in enumerate(zip(nodes, heads, strict=True)) if head and _names_alone(node, head)]
    if len(names) < _FEWEST_NAMES:
        return frozenset()
    between = set(range(names[0] + 1, names[-1]))
    if len(names) > _FEWEST_NAMES:
        for k in range(names[-1] + 1, len(nodes)):
            if not _goes_on(nodes[k]):
                break
            between.add(k)
    return frozenset(k for k in between if nodes[k].label is None and not nodes[k].titled).difference(names)


def _goes_on(node: Node) -> bool:
    """Whether a line behind the last name speaks to nobody else: "Định kỳ báo cáo …", no "Định kỳ các thôn báo cáo"."""
    text = node.bare
    if node.table is not None or node.titled or trouble(text) or appeal(text) or money_head(text) or run_in(node):
        return False
    to_all = TO_ALL.match(text)
    regular = to_all is not None and to_all[0].lstrip().startswith(_REGULAR)
    return (to_all is None or regular) and _SUBJECT.search(text[:SENTENCE]) is None


def _names_alone(node: Node, head: Head) -> bool:
    """Whether a line without a label is an assignee's name and nothing else."""
    if node.label is not None or len(node.text) >= LONGEST_HEADING or finished(node.text.rstrip(":")):
        return False
    return head.rest >= len(node.text.rstrip(" :."))


def run_in(node: Node) -> int:
    """Offset of what stands behind the name of a section on its line: "Chế độ báo cáo: Các đơn vị …"; 0 without one."""
    colon = node.text.find(":", 0, _LONGEST_NAME)
    if colon < 0 or node.label is not None or node.children or len(node.text) < colon + 3:
        return 0
    name = node.bare[:colon]
    return colon + 1 if len(name.split()) <= _NAME_WORDS and (report_head(name) or money_head(name)) else 0


def _addresses_all(node: Node, last: Node) -> bool:
    """Whether running text speaks to others than the agency whose list it stands behind."""
    text = node.bare
    if (
        money_head(text)
        or trouble(text)
        or report_head(text)
        or appeal(text)
        or TO_ALL.match(text)
        or assignees.leading(node) is not None
    ):
        return True
    subject = _SUBJECT.search(text[:90])
    return speaks_of_reports(text) and not (subject and subject[0] in last.bare)
