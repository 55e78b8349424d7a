"""The first basis of a plan where a receiver's stamp lies on its first words."""

from __future__ import annotations

from collections.abc import Sequence

from kehoach.knowledge.patterns import inline, lazy
from kehoach.parsers.lines import Line
from kehoach.parsers.rubbish_lines import strange_word

# "ện Kế hoạch số 3095/KH-UBND …", "| „Cäp/Øứ Quy định số …": one word or less before the document's type.
_TORN_BASIS = lazy(
    r"[\W_]{0,9}(?P<rest>(?:\S{1,10}[\W_]{1,9})?)(?:ke hoach|quyet dinh|nghi quyet|nghi dinh|chi thi|quy dinh|thong tu"
    r"|cong van|chuong trinh|ket luan|huong dan|thong bao|van ban) so:? ?\d{1,5} ?[-/]"
)
_WHOLE_WORDS = lazy(r"(?:ve|theo|va|cua|tai|voi|tu|hien|khai|danh gia|ban hanh|so ket)\b[\W_]*$")
_CITES = lazy(r"\bso \d{1,5}[/-].{1,20} ngay \d")
_ISSUES = lazy(r"(?:nhu sau|cu the|noi dung sau|sau day)\W{0,3}$")
_TORN_REACH, _LEAD_LINES = 40, 8
_CITED_REACH, _FIRST_WORDS = 90, 4
_PARAGRAPH_LINES = 5
"""Lines that a paragraph of the basis has at most."""
APART = 2
"""Line ends before a line that stands apart from the one above."""


def torn_basis(text: str, bare_text: str) -> bool:
    """Whether a line or a paragraph cites a document behind the rest of a word: a stamp lies on "Căn cứ"."""
    if text[:1].isupper() or text[:1].isdigit() or " so " not in bare_text[:_TORN_REACH]:
        return False
    match = _TORN_BASIS.match(bare_text)
    return match is not None and not _WHOLE_WORDS.match(match["rest"])


def torn_lead(text: str, bare_text: str) -> bool:
    """Whether a paragraph, its first words under a stamp, names the basis and issues the plan.

    "| Số: srrhie ghi È Nịnh số 41/2031/NĐ-CP ngày …" and so on down to "… ban hành Kế hoạch …, cụ thể như sau:".
    """
    if _ISSUES.search(bare_text) is None or _CITES.search(bare_text[:_CITED_REACH]) is None:
        return False
    return any(strange_word(word) for word in text.split(maxsplit=_FIRST_WORDS)[:_FIRST_WORDS])


def opens_torn_lead(lines: Sequence[Line], at: int) -> bool:
    """Whether such a paragraph begins on a line."""
    line = lines[at]
    if line.blanks < APART or not _stamped(line.text) or not _CITES.search(line.bare):
        return False
    for below in lines[at + 1 : at + 1 + _LEAD_LINES]:
        if below.blanks >= APART or (below.label is not None and not _stroke(below)):
            return False
        if _ISSUES.search(below.bare):
            return True
    return False


def _stroke(line: Line) -> bool:
    """Whether a bullet is a stroke of the stamp: small letters go on behind it."""
    label = line.label
    return label is not None and label.is_bullet and line.text[label.end : label.end + 1].islower()


def _stamped(text: str) -> bool:
    """Whether a text begins with a stroke, neither with a capital nor with a number."""
    return not text[:1].isupper() and not text[:1].isdigit()


def paragraph_above(lines: Sequence[Line], basis: int) -> int:
    """Where the paragraph begins that stands above a basis and ends as one, its first words under a stamp.

    At ``basis`` itself where none does: neither a title nor a letterhead ends in a semicolon.
    """
    if not basis or lines[basis - 1].text[-1:] != ";":
        return basis
    first = basis - 1
    while first and lines[first].blanks < APART and basis - first < _PARAGRAPH_LINES:
        first -= 1
    dated = any(inline(r"\d/|ngay \d").search(line.bare) for line in lines[first:basis])
    return first if dated and lines[first].blanks >= APART else basis
