"""Names that a text lists, as words of a bracket, a field or a cell: known to the register, or parted by separators."""

from __future__ import annotations

from collections.abc import Sequence

from kehoach.folding import bare, fold, upper
from kehoach.knowledge.patterns import inline, lazy
from kehoach.parsers import unregistered
from kehoach.parsers.facts import agencies

_SHORT_NAME = 40
"""Letters of a name that only its first word shows to be one."""
_PERSON = lazy(r"\W*(?:dong chi|d/c|cac dong chi|ong|ba)\b")
_NOTE = lazy(r"\s*\([^()]*\)")  # "Các doanh nghiệp (VNPT, Viettel)"
_NUMBERED = lazy(r"(?:^|(?<=; )|(?<=, ))[(\[]?\d{1,2}[.)\]]\s?(?=[^\W\d])")  # "1. Phòng A; 2. Phòng B"
_NEXT_NAME = lazy(
    upper(r",\s+(?=[A-Z])")
    + r"|,\s+(?=(?:các|phòng|ban|sở|tổ(?! chức)|hội|đoàn|trường|trạm|giáo viên|nhân viên|bảo vệ|kế toán"
    r"|cán bộ|công chức)\s)"
)
# Words behind a known name that go on with it; a verb begins what is done.
_REST = lazy(
    r"\s+(?!(?:chủ trì|thực hiện|phối hợp|tham mưu|theo dõi|chỉ đạo|tổ chức|triển khai|hướng dẫn|phụ trách"
    r"|và|cùng|với|để"
    r"|trong|trước|theo|hoặc|có|là)(?!\w))[^\W\d_A-ZĐ]+(?: [^\W\d_]+){0,2}\s*(?=$|[,;])"
)
# "Phòng Quản lý văn thư, lưu trữ": such a name goes on behind a comma, where no body begins there.
_BY_WORK = lazy(
    r"(?:Phòng|Ban|Chi cục|Trung tâm|Vụ|Cục|Bộ phận) (?:Quản lý|Theo dõi|Kiểm tra|Tuyên truyền|Giám sát) [^\W\d_]"
)
_MORE_WORK = lazy(
    r",\s(?!(?:các|phòng|ban|sở|tổ|hội|đoàn|trường|trạm|công an|thanh tra|văn phòng|giáo viên|nhân viên|cán bộ"
    r"|công chức|nhà|xã|thôn|đơn vị|cơ quan|chi|ủy|dân quân)(?!\w))[a-zà-ỹđ]+(?: [a-zà-ỹđ]+){0,3}\s*(?=$|;)"
)
_CAPITAL = lazy(upper(r"(?:^|[;,+] ?|\bvà )[A-Z]"))
_SENTENCE = 200
"""Letters from which on a text is a sentence, not a list of names."""


def listed(text: str) -> list[str]:
    """The names a text lists: as agencies where the register knows them, else what its separators set apart."""
    text = _NUMBERED.sub("", _NOTE.sub("", text)).strip(" .;,-")
    if not text:
        return []
    found = agencies.split(text)
    letters = sum(map(str.isalnum, text))
    known = sum(sum(map(str.isalnum, text[a.start : a.end])) for a in found)
    if found and known >= 0.8 * letters - 4 and not (known < letters and _one_left(text, found)):
        ends = [*(a.start for a in found[1:]), len(text)]
        return [a.name + _rest_of_name(a.name, text[a.end : end]) for a, end in zip(found, ends, strict=True)]
    parts = [part.strip(" .,-") for part in inline(r"\s*;\s*|\s\+\s").split(text) if part.strip(" .,-")]
    if len(parts) > 1:
        return [name for part in parts for name in listed(part)]
    if len(text) >= _SENTENCE or _PERSON.match(bare(text)):
        return [text]
    return [part.strip() for part in _NEXT_NAME.split(text) if part.strip()]


def _one_left(text: str, found: Sequence[agencies.AgencyName]) -> bool:
    """Whether a name that the register does not know stands beside those it does: "Đoàn TN; GVCN"."""
    starts = [0, *(a.end for a in found)]
    ends = [*(a.start for a in found), len(text)]
    return any(_CAPITAL.search(text[a:b]) for a, b in zip(starts, ends, strict=True))


def only(text: str) -> bool:
    """Whether a text is a list of names of bodies that the register knows, and nothing else."""
    found = agencies.split(text)
    return bool(found) and found[0].start == 0 and found[-1].end >= len(text.rstrip(" .,"))


def bodies(text: str) -> bool:
    """Whether a text is a list of bodies, one at least known to the register: "Công đoàn, Đoàn TN"."""
    if only(text):
        return True
    parts = inline(r"\s*[;,]\s*").split(text)
    known = [only(part) for part in parts]
    return any(known) and all(
        sure or (len(part) < _SHORT_NAME and part[:1].isupper() and unregistered.BODIES.match(fold(part)))
        for sure, part in zip(known, parts, strict=True)
    )


def _rest_of_name(name: str, behind: str) -> str:
    """What a cell says of a name behind the words that the register knows: "Giáo viên| trực", "… văn thư|, lưu trữ"."""
    m = _REST.match(behind) or (_MORE_WORK.match(behind) if _BY_WORK.match(name) else None)
    return m[0].rstrip() if m else ""
