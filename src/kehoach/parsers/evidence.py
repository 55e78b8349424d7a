"""What each paragraph of a text without headings speaks for: points for the parts of a plan.

The rows of ``knowledge/evidence.py`` judge its words; beside them stand the names of its titles, the assignees it
begins with, whose list it stands in, and what the columns of a table are called.
"""

from __future__ import annotations

from collections.abc import Sequence

from kehoach.folding import bare
from kehoach.knowledge.evidence import EVIDENCE
from kehoach.knowledge.patterns import lazy
from kehoach.parsers import headings, unregistered
from kehoach.parsers.facts import agencies
from kehoach.parsers.layout import finished
from kehoach.parsers.nodes import FIELD, Node, leads
from kehoach.parsers.paragraphs import Para
from kehoach.parsers.phrases import report_head, trouble
from kehoach.parsers.tables import Table

Points = dict[str, float]
"""The parts of a plan that something speaks for, with points."""

_ROWS = tuple((row.part, row.points, lazy(row.pattern, needs=row.needs), row.reach) for row in EVIDENCE)
_MOST = 4.5
"""Points that one paragraph can give to a part."""
_TASK = 0.4
"""Points of whatever says nothing: most of a plan are tasks."""
# A title that names a part.
_NAMES = {"purpose": 5.0, "requirements": 4.0, "objectives": 4.0, "situation": 3.0, "scope": 2.6, "funding": 3.0,
          "duties": 3.0, "reporting": 0.6, "tasks": 1.0}  # fmt: skip
_REPORTING, _TASKS = 2.0, 2.6
_NAMES_TASKS = lazy(r"(?:cac |nhom |mot so )?(?:noi dung|nhiem vu|giai phap|hoat dong|bien phap)\b")
_LONGEST_TITLE = 70
# An assignee before a colon or alone; one with a verb behind it; a body no register knows; perhaps a body.
_AGENCY, _ACTS, _BODY, _PERHAPS = 3.0, 1.8, 2.2, 0.3
# What stands in an assignee's list; a numbered line that names nobody; "Đơn vị chủ trì: …"; a bare name in a list.
_OWNED, _NOBODY, _FIELD, _BARE_NAME = 0.9, 0.6, 1.5, 1.6
# What says when or where of an item only beside such lines: "Thời gian: tháng 7".
_BESIDE_FIELDS = lazy(r"\W*(?:thoi (?:gian|han|diem)|dia diem|hinh thuc)[^:]{0,30}:")
_TROUBLE = 4.0
_SHARED = 0.6
"""Of the points for tasks, what a duty that names its assignee gets as well."""
_FOR_ENDS, _FOR_PEOPLE = 1.4, 2.0
"""Points for purpose, for scope, from which on an assignee is doubted: "Bảo vệ nguồn nước", "Đại diện Sở"."""
_TABLE, _NAMED_TABLE, _UNNAMED_TABLE = 3.0, 2.0, 1.5
_BY_COLUMN = (
    ("funding", lazy(r"\b(?:kinh phi|thanh tien|don gia|so tien)\b")),
    ("objectives", lazy(r"\b(?:chi tieu|chi so|ty le|muc dat)\b")),
)
_RANK = {"phần": 0, "I": 1, "A": 1, "1.": 2, "1/": 2, "1-": 2, "1.2": 3, "1)": 4}
_BULLET_RANK = {"*": 6, "+": 8}
_DECIMAL, _LETTER, _BULLET, _PROSE = 3, 5, 7, 9


def points(elements: Sequence[Para | Table], body: range) -> list[Points]:
    """For each element of ``body`` the parts of a plan its words speak for."""
    judge = _Judge()
    out: list[Points] = []
    for i in body:
        element = elements[i]
        below = elements[i + 1] if i + 1 < len(elements) else None
        out.append(_of_table(element) if isinstance(element, Table) else judge.points(element, below))
    return out


def weigh(bare_text: str) -> Points:
    """The points that a paragraph's words (bare form) give to the parts of a plan.

    >>> max((found := weigh("kinh phi thuc hien do ngan sach xa bao dam")), key=found.__getitem__)
    'funding'
    """
    found: Points = {"tasks": _TASK}
    for part, value, pattern, reach in _ROWS:
        if pattern.search(bare_text, 0, reach) if reach else pattern.match(bare_text):
            found[part] = found.get(part, 0.0) + value
    if trouble(bare_text):
        _add(found, "reporting", _TROUBLE)
    return found


def depth(para: Para) -> int:
    """How deep the label of a paragraph usually stands, from 0 for "Phần I"; running text stands deepest."""
    if para.label is None:
        return _PROSE
    if para.label.is_bullet:
        return _BULLET_RANK.get(para.label.style, _BULLET)
    return _RANK.get(para.label.style, _DECIMAL if para.label.style.startswith("1.") else _LETTER)


class _Judge:
    """Paragraph by paragraph: in whose list one stands matters."""

    def __init__(self) -> None:
        self.owner: Para | None = None  # the assignee whose list stands open
        self.listed = False  # a numbered list has begun
        self.field = False  # the paragraph above says who of an item, or when

    def points(self, para: Para, below: Para | Table | None) -> Points:
        """What ``para``, which stands above ``below``, speaks for."""
        beside = self.field or (isinstance(below, Para) and FIELD.match(below.bare) is not None)
        self.field = self.listed and (
            FIELD.match(para.bare) is not None or (beside and _BESIDE_FIELDS.match(para.bare) is not None)
        )
        if self.field:
            return {"tasks": _FIELD, "duties": _OWNED if self.owner is not None else 0.0}
        found = weigh(para.bare)
        self.listed = self.listed or (para.label is not None and not para.label.is_bullet)
        named = _named(para)
        if named and not (named[0] == "duties" and agencies.leading(para.text)):  # but "Trách nhiệm của Sở Y tế"
            self.owner = None
            _add(found, *named)
        else:
            self._assign(para, below, found)
        return {part: min(value, _MOST) for part, value in found.items()}

    def _assign(self, para: Para, below: Para | Table | None, found: Points) -> None:
        """Points for and against duties: who stands at the beginning, and whose list the paragraph stands in."""
        assigned = _assigned(para, below)
        if found.get("purpose", 0.0) >= _FOR_ENDS:
            assigned = min(assigned, _PERHAPS)
        reports = found.get("reporting", 0.0) >= _FOR_PEOPLE
        if reports and assigned <= _ACTS:
            assigned = min(assigned, _OWNED)  # "Các đơn vị báo cáo kết quả …": somebody, but no duty of its own
        if self.owner is not None and _closes(para, self.owner):
            self.owner = None
        if assigned and _only_named(para, below):
            _add(found, "scope", _BARE_NAME)
        elif assigned:
            said = found.get("tasks", _TASK) - _TASK if assigned >= _ACTS else 0.0
            _add(found, "duties", assigned + _SHARED * said)  # what somebody has to do reads as a task does
            if self.owner is None and assigned > _PERHAPS:
                self.owner = para
        elif self.owner is not None:
            guest = found.get("scope", 0.0) > _FOR_PEOPLE
            _add(found, "duties", -_OWNED if guest else 0.0 if reports else _OWNED)
        elif para.label is not None and not para.label.is_bullet:
            _add(found, "duties", -_NOBODY)


def _add(found: Points, part: str, value: float) -> None:
    found[part] = found.get(part, 0.0) + value


def _named(para: Para) -> tuple[str, float] | None:
    """The part that a short title below the lost heading names: "2. Yêu cầu", "Chỉ tiêu cụ thể:"."""
    head, colon, rest = para.bare.partition(":")
    if len(head) > _LONGEST_TITLE or (not colon and finished(para.text)) or headings.first(head) is None:
        return None
    kind = headings.primary(headings.kinds(head))
    if kind not in _NAMES:
        return None
    value = _NAMES[kind]
    if kind == "tasks" and _NAMES_TASKS.match(head):
        value = _TASKS
    elif kind == "reporting" and report_head(head):
        value = _REPORTING
    elif rest.strip() and kind in ("purpose", "requirements", "objectives"):
        value -= 1.0
    return kind, value


def _assigned(para: Para, below: Para | Table | None) -> float:
    """How sure a paragraph begins with somebody who is to do something, in points for duties."""
    head = agencies.leading(para.text)
    if head is not None:
        return _AGENCY if head.explicit else _ACTS
    if para.label is None or para.label.is_bullet or para.label.kept:
        return 0.0
    body = unregistered.BODIES.match(para.fold) is not None
    title = body and _holds(para, below) and not finished(para.text.rstrip(":"))
    if not title and not unregistered.length(Node.of(para)):
        return 0.0
    return _BODY if body else _PERHAPS


def _only_named(para: Para, below: Para | Table | None) -> bool:
    """Whether a paragraph is one of a list of names that are given nothing to do: "- Trạm Y tế xã;"."""
    head = agencies.leading(para.text)
    if head is None or head.rest < len(para.text.rstrip(" .;,")):
        return False
    return para.text.endswith((";", ",")) or (para.text.endswith(".") and not _holds(para, below))


def _holds(para: Para, below: Para | Table | None) -> bool:
    """Whether what follows a paragraph stands below it."""
    return isinstance(below, Para) and depth(below) > depth(para)


def _closes(para: Para, owner: Para) -> bool:
    """Whether a paragraph stands no longer in the list of the assignee ``owner``."""
    if owner.label is None and leads(owner.text, owner.bare):
        return para.label is None
    return depth(para) <= depth(owner)


def _of_table(table: Table) -> Points:
    """What a table speaks for by the headings of its columns."""
    for part, pattern in _BY_COLUMN:
        if any(pattern.search(bare(column.text)) for column in table.columns):
            return {part: _NAMED_TABLE, "tasks": _UNNAMED_TABLE}
    return {"tasks": _TABLE}
