"""The line that names a document's type: "KẾ HOẠCH" (Nghị định 30/2020/NĐ-CP, Phụ lục I), and what stands beside it."""

from __future__ import annotations

import re

from kehoach.folding import in_capitals
from kehoach.knowledge.patterns import inline, lazy
from kehoach.parsers.lines import Line

# "KẾ HOẠCH" alone on its line or with what it is for; OCR leaves the consonants.
_TYPE = lazy(
    r"\W*(?:du thao\s+)?(?P<type>k\W?[e3]{1,3}\W?\s?h.{1,2}a?ch|chuong trinh(?: hanh dong| cong tac)?"
    r"|phuong an|de an)\b(?P<rest>.*)$"
)
# … between a stain, a seal or a receiver's stamp: "Mì? KẾ HOẠCH", "KẾ HOẠCH CÔNG VĂN ĐẾN", "KẾ HO ẠCH".
_TYPE_STAINED = lazy(
    r"(?:.{0,8}[\W_]|cong van d\W?\w{0,2}n\s|.{0,4}s.{0,2}[:;]\s?\d{1,4}\W{1,3}ng.{1,2}y\b.{0,8}\s)?\s*"
    r"(?P<type>k\s?[e3]{1,3}\s?h\s?o\s?[ae]\s?c\s?h)(?P<rest>)"
    r"(?:\W+(?:cong|c ong|so\b|van).{0,12}|\s\w|\s[\W_]{1,4}\w{1,2}\b)?\W*$"
)
# "CHƯƠNG TRÌNH HÀNH ĐỘNG CỦA CHÍNH PHỦ": the type and whose it is, the title below.
_OF_A_BODY = lazy(r"\s+cua (?:chinh phu|bo|uy ban nhan dan|ubnd|tinh|thanh pho|so|nganh)\b.{0,40}$")
LONGEST_TITLE = 160
"""Letters of a line that begins with the type; twice as many where it is in capitals or ends without a sign."""
_LONGEST_REST, _LONGEST_WHOLE = 120, 320
"""Letters behind the type, and of a line that goes on in a capital and ends without a sign."""
_PLAN_KIND = lazy(
    r"\W*(?:lien nganh|phoi hop|lien tich|cong tac|hanh dong|tong the|chi tiet|c.{0,2}ng v.n .{1,3}n)\W*$"
)


def find(line: Line) -> re.Match[str] | None:
    """Whether a line is the name of the document type, as Nghị định 30/2020/NĐ-CP sets it: capitals, on its own."""
    text = line.text
    whole = text.isupper() or text[-1:] not in ".;:,"
    if line.bars > 1 or line.noise or len(text) > (2 * LONGEST_TITLE if whole else LONGEST_TITLE):
        return None
    match = _TYPE.match(line.bare) or (
        _TYPE_STAINED.match(line.bare) if len(text) < 40 and (line.label is None or line.label.is_bullet) else None
    )
    if not match:
        return None
    name = text[match.start("type") : match.end("type")]
    capitals = in_capitals(name, 0.7)
    alone = not inline(r"\w{2}").search(match["rest"])
    if match["type"][0] != "k" and not alone and not (text.isupper() and _OF_A_BODY.match(match["rest"])):
        return None
    if alone:
        return match if capitals or line.heading or text[:1].isupper() else None
    titled = len(text) < _LONGEST_WHOLE and whole and text[match.end("type") :].lstrip(" :")[:1].isupper()
    fits = len(match["rest"]) < _LONGEST_REST or text.isupper() or titled or match["rest"][:2] == ": "
    return match if capitals and fits and "/kh" not in line.bare else None


def kind_of_plan(bare_text: str) -> bool:
    """Whether words behind "KẾ HOẠCH" say what kind of plan it is, not what it is about."""
    return bool(_PLAN_KIND.match(bare_text))
