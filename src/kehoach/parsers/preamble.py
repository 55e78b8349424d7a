"""What stands before the first heading: what the plan rests on, what has happened, the words that issue it."""

from __future__ import annotations

from kehoach.knowledge.patterns import lazy
from kehoach.parsers.outline import Node, leads
from kehoach.parsers.reading import Reading

_BASIS = lazy(
    r"\W*(?:c.n c.|duoc su|xet (?:de nghi|to trinh|bao cao)"
    r"|theo (?:de nghi|nghi quyet|quyet dinh|luat|chi thi|cong van|ke hoach|chi dao|y kien|huong dan|tinh than"
    r"|chuong trinh)"
    r"|(?:tiep tuc |trien khai |to chuc |tiep tuc trien khai |de |nham )?(?:trien khai |to chuc )?thuc hien"
    r"|thi hanh|tren co so|quan triet|cu the hoa|thuc hien)\b"
)
_ISSUES = lazy(r"\b(?:ban hanh|xay dung|lap|trien khai|thong nhat|de ra)\b.{0,40}\b(?:ke hoach|chuong trinh)\b")
_LEAD_TAIL = lazy(
    r"(?:nhu sau|sau day|noi dung (?:cu the |chu yeu |chinh )?sau|cac noi dung(?: cu the)?(?: sau"
    r"| nhu sau)?|cu the(?: nhu)?(?: sau)?)\W*$"
)
_NAMES_BASIS = lazy(r"\b(?:thuc hien|can cu|theo|quan triet|cu the hoa)\b[^.;]{0,80}?\bso \d")
_DOCUMENT = lazy(r"\d\s?/|\bso \d|\bngay \d|\bluat\b|\bnghi quyet\b|\bquyet dinh\b")


def read(section: Node, reading: Reading) -> None:
    """Basis, lead and opening prose before the first heading leave their implied section."""
    kept: list[Node] = []
    opened = False
    for k, node in enumerate(section.children):
        if kept or (opened and node.numbered):
            kept.append(node)
            continue
        text = node.bare
        basis = bool(_BASIS.match(text))
        issues = bool(_ISSUES.search(text)) and (
            leads(node.text, text) or bool(_LEAD_TAIL.search(text)) or "ban hanh ke hoach" in text or len(text) < 500
        )
        listed = node.label is not None
        if (
            listed
            and not basis
            and not (opened and node.label is not None and node.label.is_bullet and _DOCUMENT.search(text))
        ):
            kept.append(node)
            continue
        opened = True
        if basis:
            if leads(node.text, text) and node.children and not issues:
                reading.head(node, "basis")
                for child in node.children:
                    reading.put("basis", child)
                continue
            kids, node.children = node.children, []
            reading.put("basis", node)
            kept.extend(kids)
        elif issues and _names_basis(text):
            kids, node.children = node.children, []
            reading.put("basis", node)
            kept.extend(kids)
        elif issues or leads(node.text, text) or _LEAD_TAIL.search(text):
            reading.head(node, "document.lead")
            kept.extend(node.children)
        elif listed:
            reading.put("basis", node)
        elif (k == 0 and len(section.children) > 1) or len(text) > 60:
            more = [n for n in section.children[k + 1 :] if n.label is None]
            if any(_ISSUES.search(n.bare) for n in more) or basis:
                reading.put("basis" if _DOCUMENT.search(text) else "situation", node)
                kept.extend(node.children)
                node.children = []
            else:
                kept.append(node)
        else:
            kept.append(node)
    section.children = kept


def _names_basis(text: str) -> bool:
    """Whether a paragraph names the documents it rests on before it issues the plan."""
    issued = list(_ISSUES.finditer(text))
    return bool(issued) and _NAMES_BASIS.search(text, 0, issued[-1].start()) is not None
