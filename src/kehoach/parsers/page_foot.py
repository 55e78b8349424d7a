"""What a portal prints below a plan's signature: files, related documents, who answers for the site, its address."""

from __future__ import annotations

from collections.abc import Sequence

from kehoach.knowledge.patterns import lazy
from kehoach.parsers import furniture
from kehoach.parsers.lines import Line

_SITE = lazy(
    r"\W{0,4}(?:(?:file|tep(?: tin)?|tai lieu|van ban) (?:dinh kem|kem theo|goc)(?:\W*$|\s*:.{0,120}$)"
    r"|(?:cac )?(?:van ban|tin|tin tuc|bai|bai viet|thong tin|ke hoach) "
    r"(?:khac|lien quan|cung (?:chuyen muc|linh vuc|loai|co quan)|moi(?: nhat| ban hanh)?)\W*$"
    r"|danh gia (?:bai viet|noi dung|van ban)\b.{0,40}$|tac gia\s*:.{0,60}$"
    r"|nguon(?: tin| bai)?\s*:.{0,60}(?:\.vn|\.com|\bcong thong tin\b|\bbao\b).{0,40}$"
    r"|chiu trach nhiem (?:chinh|noi dung|xuat ban|quan ly)\s*:.{0,100}$|(?:truong )?ban bien tap\s*[:(].{0,80}$"
    r"|giay phep (?:so|thiet lap|hoat dong)\b.{0,120}$|ghi ro nguon\b.{0,100}$"
    r"|(?:tong )?(?:so )?luot (?:truy cap|xem|tai|doc)\b.{0,40}$|tong (?:so )?(?:luot )?truy cap\b.{0,40}$"
    r"|(?:dang|so nguoi(?: dang)?|khach(?: dang)?) (?:truy cap|online|truc tuyen)\b.{0,40}$"
    r"|(?:vui long|ban phai|hay|de tai)\b.{0,40}\bdang nhap\b.{0,60}$|tags?\s*:.{0,120}$"
    r"|van ban (?:nay )?(?:chua|dang) (?:cap nhat|co|duoc)\b.{0,60}$|chua co (?:van ban|ban dich|video)\b.{0,40}$"
    r"|luat su\b.{0,40}\b(?:tu van|mien phi)\b.{0,30}$|thiet ke (?:boi|va)\b.{0,60}$)"
)
# … and how to reach those behind it, which a blank form at a plan's end asks for as well.
_CONTACT = lazy(r"\W{0,4}(?:dia chi|(?:so )?dien thoai|dt|tel|e-?mail|fax|website|hotline|tru so)\s*[:.] ?\w.{0,140}$")
_BLANK = lazy(r"[.…_]{4}")
_LINK = lazy(
    r"\W{0,4}(?:ke hoach|quyet dinh|cong van|nghi quyet|thong bao|van ban) (?:so )?\d{1,5}\s?/\S{2,24} .{10,200}$"
)
_LONGEST = 200
"""Letters of a line of a page's foot."""
_COUNT = lazy(r"[\d.,\s]+$")


def names_site(line: Line) -> bool:
    """Whether a line is one that only a site prints: its files, its editors, its counters."""
    return len(line.text) < _LONGEST and _SITE.match(line.bare) is not None


def unsigned(lines: Sequence[Line]) -> list[Line]:
    """What a page prints below a text that has no ending: menus and the figures between them, at least one menu."""
    foot: list[Line] = []
    for line in reversed(lines):
        if line.noise:
            continue
        if not furniture.menu(line) and not (_COUNT.match(line.text) and foot):
            break
        foot.append(line)
    return foot


def of_site(lines: Sequence[Line], *, annexed: bool) -> list[Line]:
    """The last lines of what stands below a plan's body (``lines``) that are the page's, not the plan's.

    ``annexed``: annexes stand there too, at whose end addresses and remarks belong to a form.
    """
    foot: list[Line] = []
    strong = 0
    for line in reversed(lines):
        if line.noise:
            continue
        listed = furniture.menu(line)
        if (listed and not annexed) or names_site(line):
            strong = len(foot) + 1
        elif not listed and not goes_with(line):
            break
        foot.append(line)
    if strong or annexed:
        return foot[:strong] if annexed else foot
    return [line for line in foot if _CONTACT.match(line.bare)]


def goes_with(line: Line) -> bool:
    """Whether a line tells nothing alone but goes with a page's foot: an address, a count, a link."""
    if _BLANK.search(line.text) or line.bars:
        return False
    return any(pattern.match(line.bare) for pattern in (_CONTACT, _COUNT, _LINK))
