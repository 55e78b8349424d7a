"""How the paragraphs begin that say what a plan rests on, and titles that begin in the same way."""

from __future__ import annotations

from collections.abc import Sequence

from kehoach.knowledge.patterns import lazy
from kehoach.parsers.layout import finished
from kehoach.parsers.lines import Line

BASIS = lazy(
    r"[\W_]*(?:can cu|can eu|xet de nghi|theo de nghi|thi hanh|thuc hien (?:cac )?(?:nghi quyet|quyet dinh|chi thi"
    r"|ke hoach|cong van|thong tri|huong dan|van ban|luat|"
    r"nghi dinh|thong tu|chuong trinh|ket luan|su chi dao|y kien)|can \w\w (?:luat|nghi"
    r"|quyet|thong))\b"
)
# "Các căn cứ để xây dựng kế hoạch:", above a list.
LISTS_BASIS = lazy(r"\W*(?:cac|nhung) can cu\b[^:]{0,60}:\W*$")
LEADS = lazy(r".{0,220}\b(?:ban hanh|xay dung|lap|trien khai|thong nhat)\s.{0,60}(?:ke hoach|chuong trinh)\b")
_CARRIES_OUT = lazy(r"[\W_]*(?:thuc hien|trien khai|thi hanh)\b")
_TITLE_LINES = 7
_AIMS = lazy(r"\W*(?:de (?!an)|nham|tren co so|phat huy|huong ung)\b")
# "…, Ủy ban nhân dân tỉnh ban hành Kế hoạch … như sau": a sentence that issues the plan is no title
_ISSUES = lazy(
    r"[,;] (?:uy ban nhan dan|ubnd|so|phong|truong|ban|hoi|chi cuc|trung tam|bo|cong an|benh vien)\b[^,;]{0,80}"
    r"\b(?:ban hanh|xay dung|lap|trien khai|to chuc)\b|\bnhu sau\b"
)


def is_basis(line: Line) -> bool:
    """Whether a line opens a paragraph that says on what the plan rests."""
    return BASIS.match(line.bare) is not None and _opens_sentence(line)


def behind_title(lines: Sequence[Line], i: int) -> int | None:
    """The line behind a title that names what the plan carries out, as a basis would: "Thực hiện Nghị quyết số …".

    None where the lines are a basis: one that says so ("Căn cứ"), that ends as a sentence or leads in what follows, or
    below which stands neither another, nor what the plan is for, nor its first heading.
    """
    if not _CARRIES_OUT.match(lines[i].bare):
        return None
    end = next((k for k in range(i + 1, min(i + _TITLE_LINES, len(lines))) if _ends_title(lines[k])), None)
    if end is None or finished(lines[end - 1].text.rstrip()) or lines[end - 1].text[-1:] == ",":
        return None
    below = next((line for line in lines[end : end + 3] if not line.noise), None)
    if below is None or not (_opens(below) or _heads(below)) or _ISSUES.search(" ".join(x.bare for x in lines[i:end])):
        return None
    return end


def _ends_title(line: Line) -> bool:
    """Whether a line is no more of a title above it."""
    small = line.text[:1].islower()
    return line.noise or (not small and (line.blanks > 1 or _opens(line))) or _heads(line)


def _opens(line: Line) -> bool:
    """Whether a line opens a basis or what the plan is for."""
    return is_basis(line) or (_AIMS.match(line.bare) is not None and _opens_sentence(line))


def _opens_sentence(line: Line) -> bool:
    """Whether a line begins with a capital and is not in capitals."""
    return line.text[:1].isupper() and not line.text.isupper()


def _heads(line: Line) -> bool:
    """Whether a line is a first section's heading, with its label."""
    return line.label is not None and line.label.style in ("I", "A", "1.") and line.label.value == 1
