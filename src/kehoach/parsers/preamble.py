"""What stands before the first heading: what the plan rests on, what has happened, the words that issue it."""

from __future__ import annotations

from collections.abc import Sequence

from kehoach.folding import upper
from kehoach.knowledge.patterns import lazy
from kehoach.parsers.basis_words import LISTS_BASIS
from kehoach.parsers.labels import Label
from kehoach.parsers.nodes import Node, leads
from kehoach.parsers.paragraphs import Para
from kehoach.parsers.reading import Reading
from kehoach.parsers.stamped_basis import torn_basis, torn_lead
from kehoach.parsers.tables import Table

_BASIS = lazy(
    r"\W*(?:(?:(?:cac|nhung) )?c.n c.|duoc su"
    r"|xet (?:de nghi|to trinh|bao cao|nhu cau|yeu cau|tinh hinh|dieu kien thuc te)"
    r"|(?:can|thuc) (?:luat|nghi|quyet dinh|thong tu|ke hoach|cong van|chi thi|huong dan|chuong trinh)"
    r"|theo (?:de nghi|nghi quyet|quyet dinh|luat|chi thi|cong van|ke hoach|chi dao|y kien|huong dan|tinh than"
    r"|chuong trinh)"
    r"|(?:tiep tuc |trien khai |to chuc |tiep tuc trien khai |de |nham )?(?:trien khai |to chuc )?thuc hien"
    r"|trien khai (?:cac )?(?:nghi quyet|quyet dinh|nghi dinh|luat|chi thi|ket luan|chuong trinh|de an|ke hoach) "
    r"|thi hanh|tren co so|quan triet|cu the hoa|thuc hien)\b"
)
_ISSUES = lazy(r"\b(?:ban hanh|xay dung|lap|trien khai|thong nhat|de ra)\b.{0,40}\b(?:ke hoach|chuong trinh)\b")
_LEAD_TAIL = lazy(
    r"(?:nhu sau|sau day|noi dung (?:cu the |chu yeu |chinh )?sau|cac noi dung(?: cu the)?(?: sau"
    r"| nhu sau)?|cu the(?: nhu)?(?: sau)?)\W*$"
)
_NAMES_BASIS = lazy(
    r"\b(?:thuc hien|can cu|theo|quan triet|cu the hoa)\b[^.;]{0,80}?\bso \d"
    r"|\b(?:de|nham)(?: \w+){0,3} (?:trien khai|thi hanh)\b[^.;]{0,80}?(?:\bso \d|\bluat\b)"
    r"|\b(?:thong qua|ban hanh) (?:bo luat|luat|phap lenh|nghi quyet|nghi dinh)\b"  # "Quốc hội đã thông qua Luật …"
)
_RESTS = lazy(
    r"\W*(?:can cu|thuc hien (?:ke hoach|chuong trinh|nhiem vu|(?:su )?chi dao|quy dinh|huong dan|chu truong))\b"
)
# How opening prose tells where who plans stands: "Năm học 2031-2032 là năm …", "Trường … được thành lập …".
_TELLS = lazy(
    r"\W*(?:nam (?:hoc )?\d{4}\b.{0,20}?\bla nam\b|trai qua (?:hon |gan )?\d+ nam\b"
    r"|(?:qua|sau) (?:hon |gan )?\d+ nam (?:to chuc )?(?:trien khai|thuc hien)\b"
    r"|ke hoach (?:chien luoc|phat trien)\b.{0,160}?\bnham\b"
    r"|(?:truong|benh vien|trung tam|cong ty|hoi|xa|huyen)\b.{3,80}?\b(?:duoc )?thanh lap (?:theo|tu|vao|nam|ngay)\b)"
)
_STORY = 100
"""Letters that opening prose has at least."""
# A document that a list under "Căn cứ" names, that heading lost.
_CITED = lazy(
    r"(?:cac )?(?:hien phap|bo luat|luat|phap lenh|nghi (?:dinh|quyet)|quyet dinh|thong tu|chi thi|ket luan"
    r"|ke hoach|cong van|van ban|chuong trinh|huong dan|thong tri)\b.{0,60}?(?:\d\s?/|\bso \d|\bngay \d)"
    r"|(?:quy che|quy dinh|dieu le)\b.{0,160}?\bkem theo (?:thong tu|quyet dinh|nghi dinh|nghi quyet)\b.{0,40}?\d\s?/"
)
_DOCUMENT = lazy(r"\d\s?/|\bso \d|\bngay \d|\bluat\b|\bnghi quyet\b|\bquyet dinh\b")
# … and one that an opening paragraph names; a day alone is one of what has happened.
_REFERS = lazy(r"\d\s?/\s?(?:\d{4}\s?/\s?)?[a-z]{2}|\bso \d|\bluat\b|\bnghi quyet\b|\bquyet dinh\b")
_SENTENCES = lazy(upper(r"[a-zà-ỹ0-9)%]\.\s+(?=[A-Z])"))
_SHORTEST_STORY, _FEWEST_SENTENCES = 300, 2
"""Letters of a paragraph that tells what has happened and issues the plan, and sentences before the one that does."""
_LONGEST_ISSUING = 500
"""Letters up to which a paragraph that speaks of making a plan issues it, whatever its last words."""
_SHORTEST_PROSE = 60
"""Letters from which on a paragraph behind the first may be prose above the words that issue the plan."""


def length(elements: Sequence[Para | Table]) -> int:
    """How many of the first elements stand before the parts of the plan: its basis and the words that issue it."""
    out = _grounds(elements)
    for i, element in enumerate(elements[out:], out):
        if isinstance(element, Table):
            break
        text, label = element.bare, element.label
        listed = label is not None
        named = not listed or _DOCUMENT.search(text) is not None or _rests(label, text)
        basis = named and bool(_BASIS.match(text))
        basis = basis or _cites(label, text) or (i == 0 and _stained_basis(element, elements[1:2]))
        issues = bool(_ISSUES.search(text)) and not listed and not LISTS_BASIS.match(text)
        lead = not listed and out == i and (bool(_LEAD_TAIL.search(text)) or _tells(text))
        if (
            listed
            and not basis
            and not (out == i and i and label is not None and label.is_bullet and _DOCUMENT.search(text))
        ):
            break
        if basis or issues or lead:
            out = i + 1
        if (issues or lead) and leads(element.text, text):
            break
    return out


def read(section: Node, reading: Reading) -> None:
    """Basis, lead and opening prose before the first heading leave their implied section."""
    kept: list[Node] = []
    opened = False
    grounds = _grounds(section.children)
    for node in section.children[:grounds]:
        reading.put("basis", node)
    section.children = section.children[grounds:]
    for k, node in enumerate(section.children):
        if kept or (opened and node.numbered):
            kept.append(node)
            continue
        basis = bool(_BASIS.match(node.bare)) or _cites(node.label, node.bare)
        basis = basis or (k == 0 and _stained_basis(node, section.children[1:2]))
        if node.label is not None and not basis and not (opened and node.label.is_bullet and _names_document(node)):
            kept.append(node)
            continue
        opened = True
        told = (k == 0 and len(section.children) > 1) or len(node.bare) > _SHORTEST_PROSE
        kept.extend(_place(node, basis, section.children[k + 1 :] if told else (), reading))
    section.children = kept


def _place(node: Node, basis: bool, below: Sequence[Node], reading: Reading) -> list[Node]:
    """Put a node where it belongs, and give what it leaves to the parts of the plan: itself or what hangs on it.

    ``below``: the nodes behind it, one of which may issue the plan whose opening prose it then is.
    """
    text = node.bare
    issues = _issues(node)
    if node.label is None and not issues and _tells(text):
        return _put_alone(node, "situation", reading)
    if basis and node.children and not issues and leads(node.text, text) and _lists_documents(node, text):
        reading.head(node, "basis")
        for child in node.children:
            reading.put("basis", child)
        return []
    if basis or (issues and _names_basis(text)):
        return _put_alone(node, "basis", reading)
    if issues and _recounts(node):
        return _put_alone(node, "situation", reading)
    if issues or leads(node.text, text) or _LEAD_TAIL.search(text):
        reading.head(node, "document.lead")
        return node.children
    if node.label is not None:
        reading.put("basis", node)
        return []
    if any(later.label is None and _ISSUES.search(later.bare) for later in below):
        return _put_alone(node, "basis" if _REFERS.search(text) else "situation", reading)
    return [node]


def _put_alone(node: Node, part: str, reading: Reading) -> list[Node]:
    """Put a node into a part without what hangs on it, which is given back."""
    children, node.children = node.children, []
    reading.put(part, node)
    return children


def _issues(node: Node) -> bool:
    """Whether a paragraph speaks of making a plan and, being short or by its words, issues this one."""
    text = node.bare
    if not _ISSUES.search(text) or LISTS_BASIS.match(text):
        return False
    closes = leads(node.text, text) or _LEAD_TAIL.search(text) is not None
    return closes or "ban hanh ke hoach" in text or len(text) < _LONGEST_ISSUING


def _names_document(node: Node) -> bool:
    """Whether a paragraph names a document."""
    return _DOCUMENT.search(node.bare) is not None


def _tells(text: str) -> bool:
    """Whether a paragraph (bare form) is opening prose on where who plans stands."""
    return len(text) >= _STORY and _TELLS.match(text) is not None


def _stained_basis(first: Para | Node, second: Sequence[Para | Table | Node]) -> bool:
    """Whether the first paragraph, a stamp on its first words, is basis: it cites a document above another basis."""
    if torn_basis(first.text, first.bare) or torn_lead(first.text, first.bare):
        return True
    below = any(not isinstance(element, Table) and _BASIS.match(element.bare) for element in second)
    stamped = first.label is not None or first.text[-1:] == ";"
    return below and stamped and _DOCUMENT.search(first.bare) is not None


def _grounds(elements: Sequence[Para | Table | Node]) -> int:
    """How many items the numbered list of documents has that a plan begins with whose first heading is lost, or 0.

    All but its last end in a semicolon; nothing else stands in it.
    """
    for k, element in enumerate(elements):
        label = None if isinstance(element, Table) else element.label
        counted = label is not None and label.style in ("1.", "1)", "1/") and label.value == k + 1
        if isinstance(element, Table) or not counted:
            return 0
        named = _CITED.match(element.bare) or (_BASIS.match(element.bare) and _DOCUMENT.search(element.bare))
        if not named or (isinstance(element, Node) and element.children):
            return 0
        if element.text[-1:] != ";":
            return k + 1 if k else 0
    return 0


def _rests(label: Label | None, text: str) -> bool:
    """Whether a bullet says on what a plan rests, naming no document: "- Căn cứ vào tình hình thực tế của trường"."""
    return label is not None and label.is_bullet and _RESTS.match(text) is not None


def _cites(label: Label | None, text: str) -> bool:
    """Whether a bullet opens with the name of a document: "- Luật An toàn thực phẩm ngày 17/6/2010"."""
    return label is not None and label.is_bullet and _CITED.match(text) is not None


def _lists_documents(node: Node, text: str) -> bool:
    """Whether what hangs on a paragraph of the basis is basis, not what "Thực hiện Công văn số …, như sau:" opens."""
    cited = any(_BASIS.match(child.bare) or _CITED.match(child.bare) for child in node.children)
    return cited or _NAMES_BASIS.search(text) is None


def _recounts(node: Node) -> bool:
    """Whether a paragraph tells what has happened, in sentences of its own, before it issues the plan."""
    return len(node.text) > _SHORTEST_STORY and len(_SENTENCES.findall(node.text)) >= _FEWEST_SENTENCES


def _names_basis(text: str) -> bool:
    """Whether a paragraph names the documents it rests on before it issues the plan."""
    issued = list(_ISSUES.finditer(text))
    return bool(issued) and _NAMES_BASIS.search(text, 0, issued[-1].start()) is not None
