"""Zones: covering decision, letterhead, body, ending (recipients and signatures), annexes."""

from __future__ import annotations

from collections.abc import Sequence

from kehoach.folding import bare, fold, in_capitals, upper
from kehoach.knowledge.patterns import inline, lazy
from kehoach.parsers import headings, issuing, type_lines, zone_ends
from kehoach.parsers.basis_words import BASIS, LEADS, LISTS_BASIS, behind_title, is_basis
from kehoach.parsers.breaks import OPEN_WORDS
from kehoach.parsers.lines import Line
from kehoach.parsers.paragraphs import rubbish
from kehoach.parsers.stamped_basis import opens_torn_lead, paragraph_above, torn_basis
from kehoach.parsers.zone_ends import AUTHORITY, BRACKETED, ISSUED_WITH, POSITION

_CENTRED = 8
"""Columns from which a line of the title is set in the middle."""
_LONG_LINE, _SHORT_LINE = 90, 30
_SHOUTED = 0.9
"""What part of the letters of a title in capitals are, at least."""
BASIS_LETTERS = 40
_LONGEST_LINE = 150
"""Letters that a line of a title has at most."""
_SHORTEST_TITLE = 12
_HEAD_LINES, _HEAD_REACH = 14, 8
"""Lines that a letterhead may take, and up to which what stands above a basis is taken for one that shows no mark."""
_NAMED_PLAN = lazy(r"\W*(?:ke hoach|chuong trinh|phuong an|de an)\b")
_CITES = lazy(r"\bso \d+ ?/|\bluat\b")
# The name of a document that issues a plan, alone on its line.
ISSUING = lazy(r"\W*(?:quyet dinh|nghi quyet)\W*$")
_MOTTO = lazy(r"c.{1,2}ng h.{1,2}a? x.{1,2} h.{1,2}i ch|d.{1,2}c l.{1,2}p\W+t.{1,2} d|dang cong san viet nam")
_ISSUED_BY = lazy(
    r"\W*(?:(?:chu tich )?(?:uy ban nhan dan|ubnd)(?: (?:tinh|thanh pho|huyen|quan|thi xa|xa|phuong|dac khu)\b.{0,30})?"
    r"|thu tuong chinh phu|bo truong bo .{2,60}"
    r"|(?:(?:tong )?giam doc|hieu truong|vien truong|chanh an|(?:tong )?cuc truong)(?: .{2,60})?)\W*$"
)
_DATED = lazy(r".{2,24},\s*ngay\s*\d{0,2}\s*thang\s*\d{0,2}\s*nam\s*\d{0,4}[\s|]*$")


class Zones:
    """Line indexes: ``cover`` [0, cover), letterhead [cover, title), title [title, body), body, ending, annex, end."""

    __slots__ = ("annex", "body", "cover", "ending", "title")

    def __init__(
        self,
        cover: int,
        title: int,  # the line that says "KẾ HOẠCH", -1 where none does
        body: int,
        ending: int,
        annex: int,
    ) -> None:
        self.cover = cover
        self.title = title
        self.body = body
        self.ending = ending
        self.annex = annex

    @property
    def top(self) -> int:
        """The first line that is no letterhead."""
        return self.title if self.title >= 0 else self.body


def find(lines: Sequence[Line]) -> Zones:
    """The zones of a text's lines; a text that is no plan is all body."""
    title, cover = _title(lines)
    issued = issuing.issued(lines) if title < 0 else None
    if issued is not None:
        cover, body = issued
    else:
        body = _body(lines, title) if title >= 0 else _body_without_title(lines)
    ending = zone_ends.ending(lines, body)
    annex = zone_ends.annex(lines, ending)
    return Zones(cover, title, body, ending, annex)


def is_authority(line: Line) -> bool:
    """Whether a line in capitals names who decides, as a decision does below its title."""
    return line.text.isupper() and _ISSUED_BY.match(line.bare) is not None


def _title(lines: Sequence[Line]) -> tuple[int, int]:
    """Index of the type line and of the plan's first line (behind a covering decision)."""
    if (cover := issuing.cover(lines)) >= 0:
        ended = False  # a decision's recipients and its signature stand above the plan that it issues
        for i in range(cover + 1, len(lines)):
            ended = ended or issuing.signs_off(lines[i])
            if type_lines.find(lines[i]) and (
                ended or any(ISSUED_WITH.match(line.bare) for line in lines[i + 1 : i + 9])
            ):
                return i, _letterhead_above(lines, i, cover)
    limit = min(len(lines), 90)
    for i in range(limit):
        line = lines[i]
        if type_lines.find(line):
            return i, 0
        if i > 30 and line.label is not None and line.label.style == "I" and line.label.value:
            break
    return -1, 0


def _letterhead_above(lines: Sequence[Line], title: int, cover: int) -> int:
    """Where the plan's own pages start behind its decision: at its own letterhead if it has one."""
    start = title
    while start - 1 > cover and start > title - 12:
        above = lines[start - 1]
        head = in_capitals(above.text, 0.6, beyond=True) or _MOTTO.search(above.bare) or ", ngay" in above.bare
        if above.noise or (head and not AUTHORITY.match(above.bare) and not POSITION.match(above.bare)):
            start -= 1
        else:
            break
    while start < title and lines[start].noise:
        start += 1
    own = any(_MOTTO.search(line.bare) or "so" in line.bare[:5] for line in lines[start:title])
    return start if own else title


def _body(lines: Sequence[Line], title: int) -> int:
    """The first line behind the title."""
    first = title + 1
    match = type_lines.find(lines[title])
    if match is not None and inline(r"\w{3}").search(match["rest"]) and not type_lines.kind_of_plan(match["rest"]):
        first = title
    i, seen = first, first == title
    if seen:
        i += 1
    while i < len(lines) and i < title + 14:
        line = lines[i]
        if line.noise:
            if seen and not any(map(str.isdigit, line.text)) and not _noted_below(lines, i):
                return i + 1
            i += 1
            continue
        if rubbish(line):
            i += 1
            continue
        if ISSUED_WITH.match(line.bare) or line.text[:1] == "(":
            seen = seen or BRACKETED.match(line.bare) is not None
            i = issuing.behind_note(lines, i, title + 14)
            continue
        if not seen:
            if _is_basis(line):
                below = behind_title(lines, i)
                if below is None:
                    return i
                seen, i = True, below
                continue
            if line.label is not None and line.label.style in ("I", "A", "1.") and not _stamped_label(line):
                return i
            seen = True
            i += 1
            continue
        opened = _behind_words(lines, title, first, i)
        if opened is not None:
            return opened
        i += 1
    return i


def _behind_words(lines: Sequence[Line], title: int, first: int, i: int) -> int | None:
    """Where the body begins, if the line below a title's words is no more of the title."""
    line = lines[i]
    if len(line.text) > BASIS_LETTERS and (torn_basis(line.text, line.bare) or opens_torn_lead(lines, i)):
        return i
    if said_before(lines, title, i) or (_YEAR_BELOW.match(line.text) and _YEAR_ABOVE.search(lines[i - 1].text)):
        return None
    listed = line.label is not None and line.label.is_bullet and line.blanks > 0
    if listed and lines[i - 1].text.isupper() and line.text.isupper():
        return None  # "… TỈNH BÀ RỊA" / "- VŨNG TÀU NĂM 2031"
    if not listed and not _opens_body(lines, i):
        return None
    above = paragraph_above(lines, i)
    return above if above > first else i


def _noted_below(lines: Sequence[Line], i: int) -> bool:
    """Whether the note that a title has in brackets stands below the rule at ``i``: "(Ban hành kèm theo …)"."""
    below = next((line for line in lines[i + 1 : i + 4] if not line.noise), None)
    return below is not None and below.text[:1] == "(" and _NOTE.match(below.bare) is not None


def _is_basis(line: Line) -> bool:
    """Whether a line where the title should stand names a document that the plan rests on."""
    if len(line.text) <= 60 or not line.text[:1].isupper() or line.text.isupper() or not BASIS.match(line.bare):
        return False
    return inline(r"\d/|ngay \d").search(line.bare) is not None


def said_before(lines: Sequence[Line], title: int, i: int) -> bool:
    """Whether a line below the title is one of the title's again, as pages print a hidden and a shown one."""
    text = lines[i].bare
    return len(text) > _SHORTEST_TITLE and any(text == line.bare for line in lines[title + 1 : i] if not line.noise)


def _stamped_label(line: Line) -> bool:
    """Whether what looks like a label below "KẾ HOẠCH" is a stamp's stroke: no list begins with "H/"."""
    return line.label is not None and line.label.style == "A" and line.label.value > 1


_NOTE = lazy(r"\W*(?:ban hanh |dinh )?(?:kem theo|thay the|kem)\b.{0,60}(?:so|quyet dinh|ke hoach|cong van)\b")


# A range of years over two lines of a title: "GIAI ĐOẠN 2021" / "- 2025 TRÊN ĐỊA BÀN TỈNH".
_YEAR_ABOVE = lazy(r"\b20\d\d$")
_YEAR_BELOW = lazy(r"[-–]\s?20\d\d\b(?!\s*[:/])")


# How a paragraph on what has happened begins: "Từ đầu năm đến nay, trên địa bàn …".
_TELLS = lazy(
    r"\W*(?:tu dau (?:nam|nhiem ky|mua)|tu khi|(?:trong )?(?:thoi gian|nhung nam|cac nam|nam) (?:qua|vua qua|gan day)"
    r"|vua qua|truoc tinh hinh|nam (?:hoc )?\d{4}(?:\W{1,3}\d{4})? la nam"
    r"|(?:qua|sau) (?:hon |gan )?\d+ nam (?:to chuc )?(?:trien khai|thuc hien))\b"
)


_ITS_YEAR = lazy(r"(?:nam(?: hoc)?|giai doan) (?:19|20)\d\d(?:\W{1,3}(?:20)?\d\d)?$")
_CARRIES_OUT = lazy(r"(?:thuc hien|trien khai)\b")
_TITLE_LINES = 6
_IN_A_YEAR = lazy(r"nam \d{4},")
_GOES_AHEAD = lazy(
    r"\W*(?:thuc hien|trien khai|nham|de (?!an)|tren co so|tiep tuc|theo|huong ung|phat huy|nam \d{4}(?=,)"
    r"|buoc vao|hien nay|duoc su)\b"
)
_WHO = lazy(r"\W*(?:uy ban nhan dan|ubnd|so|phong|ban thuong|truong|trung tam|bo|hoi|ban chap hanh|cong an)\b.{4,}")


# A first section's whole name, as plans without numbers set it in small letters right below the title.
_FIRST_SECTION = lazy(
    r"\W*(?:muc dich(?:(?:,| va|,? y nghia,?(?: va)?) yeu cau)?|muc tieu(?: chung)?"
    r"|can cu (?:phap ly|xay dung(?: ke hoach)?)|(?:dac diem )?tinh hinh(?: chung)?|dat van de)\W*$"
)


# A first label glued to a heading in capitals, which elsewhere may be initials: "A.MỤC ĐÍCH".
_GLUED = lazy(upper(r"A\.(?=[A-Z]{2})"))


def _opens_body(lines: Sequence[Line], i: int) -> bool:
    line, above = lines[i], lines[i - 1]
    if line.label is not None and line.label.style not in ("-", "–"):
        return True
    if line.bars >= 2 and any(below.bars == line.bars for below in lines[i + 1 : i + 3]):
        return True  # a table right below the title
    if (glued := _GLUED.match(line.text)) and headings.first(line.bare[glued.end() :]):
        return True
    if line.label is not None and line.label.style == "-" and len(line.text) > 40:
        return True
    text = line.bare
    shouted = above.text.isupper()
    small = line.text[:1].islower() and len(line.text) <= _LONGEST_LINE
    if small and (shouted or not (BASIS.match(text) or above.text[-1:] in ".;:")):
        return False  # a title's next line, in small letters
    if shouted and line.text.isupper():
        if is_authority(line):
            return True  # a decision names below its title who decides
        if len(line.text) <= 2 * type_lines.LONGEST_TITLE and _GOES_AHEAD.match(text):
            return False  # … in capitals: "THỰC HIỆN NGHỊ QUYẾT SỐ …"
    if BASIS.match(text) or LISTS_BASIS.match(text) or len(line.text) > _LONGEST_LINE or _runs(lines, i):
        return True
    named = line.bold or (line.text.isupper() and not above.text.isupper())
    if named and len(text.split()) <= 5 and headings.first(text):
        return True  # an unnumbered section's name
    if text[:1] in "mcdt" and line.text[:1].isupper() and _FIRST_SECTION.match(text):
        return True
    if _GOES_AHEAD.match(text):
        # a title's second line may start so as well; running text is set in or left-aligned and wide
        centred = line.indent > above.indent - 12 and line.indent >= 8
        return not centred and (len(line.text) > 70 or above.text[-1:] in ".;" or line.blanks > 0)
    if line.text[:1].isupper() and not line.text.isupper() and _TELLS.match(text):
        return True
    if LEADS.match(text) and len(line.text) > 60 and not in_capitals(line.text, _SHOUTED, beyond=True):
        return True
    return bool(_WHO.match(text)) and (
        line.text[:1].isupper()
        and not line.text.isupper()
        and line.blanks > 0
        and (len(line.text) > 45 or line.text[-1] == ":")
        and not _names_above_basis(lines, i)
    )


def _names_above_basis(lines: Sequence[Line], i: int) -> bool:
    """Whether a line that begins with a body is a title's last, without a sign behind it, and the basis is below."""
    below = next((line for line in lines[i + 1 : i + 4] if not line.noise), None)
    return below is not None and lines[i].text[-1:] not in ".;:," and is_basis(below)


def _runs(lines: Sequence[Line], i: int) -> bool:
    """Whether running text stands below a title in capitals: a long line, or one that goes on in small letters."""
    line, above = lines[i], lines[i - 1]
    if not above.text.isupper() or line.text.isupper() or not line.text[:1].isupper() or line.indent >= _CENTRED:
        return False
    if len(line.text) > _LONG_LINE:
        return True
    below = next((b for b in lines[i + 1 : i + 3] if not b.noise), None)
    if below is None or len(line.text) < _SHORT_LINE or line.text[-1:] in ".;:":
        return False
    return below.text[:1].islower() and below.indent < _CENTRED


def _body_without_title(lines: Sequence[Line]) -> int:
    """Where a plan whose title is lost begins: its basis, its lead or its first heading."""
    limit = min(len(lines), 60)
    heads = [i for i, line in enumerate(lines[:_HEAD_LINES]) if _is_head(line)]
    titled = _below_title(lines, heads[-1] + 1) if heads else 0
    if heads and titled > heads[-1] + 1:
        return titled
    for i in range(limit):
        line = lines[i]
        if headings.first_part(line) or (heads and i > heads[-1] and _counts(line)):
            break  # what a part of the plan rests on is no basis of the plan
        if (
            not line.noise
            and line.bars < 2
            and not line.text.isupper()  # "THỰC HIỆN CHƯƠNG TRÌNH …" is a title
            and BASIS.match(line.bare)
            and (len(line.text) > 40 or _CITES.search(line.bare))
        ):
            below = _behind_named(lines, i) if heads and heads[-1] < i else None
            return _above_basis(lines, i) if below is None else below
    for i in range(limit):
        line = lines[i]
        if line.label is not None and line.label.style in ("I", "A", "phần") and line.label.value <= 1:
            return i
        if heads and i > heads[-1] and _counts(line):
            return i
        if LEADS.match(line.bare) and len(line.text) > 60:
            return _above_basis(lines, _paragraph_start(lines, i))
    return titled


def _paragraph_start(lines: Sequence[Line], i: int) -> int:
    """The first line of the running text that a line stands in: a page's source breaks its lines."""
    while i and not lines[i - 1].noise and len(lines[i - 1].text) > _SHORT_LINE and not lines[i - 1].text.isupper():
        above = lines[i - 1].text
        if above[-1:] in ".;:" or not (lines[i].text[:1].islower() or fold(above.rpartition(" ")[2]) in OPEN_WORDS):
            break
        i -= 1
    return i


def _counts(line: Line) -> bool:
    """Whether a list begins at a line that is no ground: "1. Công tác tuyển sinh", its heading lost."""
    label = line.label
    return (
        label is not None
        and label.style in ("1.", "1)", "1/")
        and label.value == 1
        and not BASIS.match(bare(line.said))
    )


def _behind_named(lines: Sequence[Line], i: int) -> int | None:
    """Where the basis begins behind a title that reads as one: "Thực hiện Nghị quyết số …"."""
    if not _CARRIES_OUT.match(lines[i].bare):
        return None
    for k in range(i + 1, min(i + _TITLE_LINES, len(lines))):
        line = lines[k]
        if line.noise:
            continue
        if line.text[:1].isupper() and (BASIS.match(line.bare) or line.label is not None):
            return None if lines[k - 1].text[-1:] in ".;:,/" else k
    return None


def _below_title(lines: Sequence[Line], first: int) -> int:
    """The first line behind a title in capitals that a letterhead is followed by, its type lost."""
    i = first
    while i < min(len(lines), first + _TITLE_LINES):
        line = lines[i]
        goes_on = i > first and (_ITS_YEAR.match(line.bare) or (line.text.isupper() and not headings.first(line.bare)))
        if not goes_on and not (len(line.text) > _SHORT_LINE and line.text.isupper()):
            break
        if line.label is not None or line.noise:
            return first
        i += 1
    return i if i < len(lines) else first


def _above_basis(lines: Sequence[Line], basis: int) -> int:
    """Where the body begins in a text whose basis stands at a line: at it, or at what is no letterhead above it."""
    told = next((i for i in range(basis) if _tells(lines, i)), basis)
    numbered = any(line.text.isdecimal() for line in lines[:told])  # a table whose cells stand a line each
    if (told <= _HEAD_REACH and not numbered) or any(_is_head(line) for line in lines[:told]):
        return told
    return 1 if _NAMED_PLAN.match(lines[0].bare) else 0


def _tells(lines: Sequence[Line], i: int) -> bool:
    """Whether a line above the basis is running text, on what has happened."""
    line = lines[i]
    said = len(line.text) > _SHORT_LINE and (_TELLS.match(line.bare) or _IN_A_YEAR.match(line.bare))
    running = (said or len(line.text) > _LONGEST_LINE) and line.text[:1].isupper() and not line.text.isupper()
    return running and not line.noise and not line.bars and line.text[-1:] in ".;:"


def _is_head(line: Line) -> bool:
    text = line.bare
    return bool(_MOTTO.search(text) or inline(r"\W*s[o0]\s?[:.]").match(text) or _DATED.match(text))
