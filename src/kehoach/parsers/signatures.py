"""Signatures: which words belong to one, its parts where they are flattened into a line, and whole ones by columns.

The parts are authority, capacity, position and name (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, zip_longest
from operator import itemgetter

from kehoach.folding import bare, in_capitals, upper
from kehoach.knowledge import person_names
from kehoach.knowledge.patterns import lazy
from kehoach.parsers import breaks
from kehoach.parsers.seals import NAME, named
from kehoach.parsers.words import Words, join

AUTHORITIES = r"t\s?m|t/m|k\s?t|k/t|t\s?l|t/l|tuq|q"
"""Marks (bare) of who signs for whom: "TM.", "KT.", "TL.", "TUQ.", "Q."; part of a pattern."""
POSITIONS = (
    r"giam doc|chu tich|cuc truong|vu truong|hieu truong|bi thu|chi cuc truong|bo truong|thu truong|vien truong"
    r"|thu tuong|uy vien|chinh uy|ban giam hieu|doi truong|tram truong|to truong|thu ky"
)
"""Positions (bare) that one who signs has, wherever they stand; part of a pattern."""
APPROVALS = (
    r"(?:(?:kiem tra,? |phe )?duyet|xac nhan|y kien(?: (?:chi dao|phe duyet|nhan xet))?)"
    r" (?:cua |boi )?(?:ban giam hieu|bgh|ban lanh dao|lanh dao|hieu truong|phong|chu tich|ubnd|uy ban|so|truong|khoa"
    r"|ban|chi bo|dang uy|thu truong|giam doc|to|don vi|nha truong|cap tren|chuyen mon|hoi dong|cong doan)"
)
"""Words (bare) above the name of one who agrees to a plan that another has drawn up; part of a pattern."""
_APPROVAL = lazy(rf"\W{{0,3}}(?:{APPROVALS}|(?:bgh|ban giam hieu|lanh dao) (?:phe )?duyet)\b")
_AUTHORITY = lazy(rf"\W{{0,3}}(?P<a>t\s?\.\s?m|{AUTHORITIES})(?:[.,:\s/]|$)")
_POSITION = lazy(
    rf"\W{{0,3}}(?:pho |quyen |q\.? ?)?(?:{POSITIONS}"
    r"|truong|tong|chanh|chi huy|nguoi|ke toan|pho|thuong truc|giam d|chinh tri vien)\b"
)
SEALED = lazy(r"\W*(?:da ky|ky ten|ky, |ky thay|dau|con dau|signed|ky boi|chu ky so|ky so|thoi gian ky|email)\b")
# Where a part of a flattened signature starts; its seal or "(đã ký)".
_PART = lazy(
    r"(?<=\s)(?:(?:KT|TL|TUQ|Q)\s?\.\s*(?=[A-ZĐ])"
    r"|(?<!KT\. )(?<!TL\. )(?<!TUQ\. )(?<!Q\. )(?<!PHÓ )(?<!PHO )(?<!PHÔ )(?<!KT\.)(?<!TM\. BAN )"
    r"(?:PH[ÓOÔ] |THỨ )?(?:CHỦ TỊCH|GIÁM ĐỐC"
    r"|HIỆU TRƯỞNG|BÍ THƯ|CỤC TRƯỞNG|CHI CỤC TRƯỞNG|BỘ TRƯỞNG|THỨ TRƯỞNG|TRƯỞNG BAN|TRƯỞNG PHÒNG"
    r"|CHÁNH VĂN PHÒNG|VỤ TRƯỞNG)\b)"
)
_BODY = lazy(r"\W*(?:tram|cong ty|xi nghiep|nha may|hop tac xa|quy) ")
# What begins like a body's name: a report, a meeting, a copy, a list.
_NO_BODY = lazy(
    r"\W*(?:bao (?:cao|gom)|hoi (?:nghi|thao|thi)|ban (?:sao|cam ket|dang ky|tong hop|hanh)|so (?:luong|do|lieu))\b"
)
_CAPITAL_WORD = lazy(upper(r"(?:[A-Z]{2,}|[A-Z](?= [A-Z]{2}))[.,)]?(?=\s|$)"))
_OPENS_SIGNATURE = lazy(upper(r"(?:(?:[A-Z]{2,}|[A-Z](?= [A-Z]{2}))[.,)]?|Q\.|[TK]/[MTL])(?=\s|$)"))
_UNSIGNED = lazy(r"\((?:đã ký|ký|Đã ký|Ký|[Cc]hữ ký)[^)]*\)\s*")
# The beginning of a signer's degrees and ranks: "BS." of "BS.CKII. Nguyễn Văn A".
_DEGREE = lazy(r"(?:PGS|GS|TS|ThS|Th\.S|BS[A-Z\d]{0,8}|CN|KS|DS|LS)[.,\s]*$")
_LETTER = lazy(r"[^\W\d_]")
_ORDER = lazy(r"TM|KT|TL|TUQ")
_ORDER_ALONE = lazy(r"(?:KT|TL|TUQ|Q)\s?\.$")
_STAINS = " .,;:'`|-–_~"
NOWHERE = -1
"""The column of a piece whose place in its line tells nothing."""
_COLUMN_WIDTH = 24
"""Columns that lie between two signatures at least."""
_LONGEST_TITLE = 400
"""Letters of an authority or a position to which no further line is added."""
# What a seal left of a position, which may look like a name in capitals: "HO CHỦ TIC" of "PHÓ CHỦ TỊCH".
_TORN_POSITION = lazy(r"\b(?:chu ti\w{1,2}|giam do\w?|bi thu?|truong ban?|hieu truo\w{1,2})$")


class Signature:
    """Printed parts of one signature; ``None`` what is not printed."""

    __slots__ = ("authority", "capacity", "name", "position")

    def __init__(
        self,
        authority: Words | None = None,
        capacity: Words | None = None,
        position: Words | None = None,
        name: Words | None = None,
    ) -> None:
        self.authority, self.capacity, self.position, self.name = authority, capacity, position, name


def parted(words: Words) -> Iterator[Words]:
    """A signature flattened into one line, cut into its authority, capacity, position and name."""
    text = words.text
    cuts = {0, len(text), *(m.start() for m in _PART.finditer(text))}
    for start, end in _small_runs(text):
        if _names(text[start:end]) or _before_name(text[start:end]):
            cuts |= {start, end}
            if sealed := _UNSIGNED.match(text, start, end):
                cuts.add(sealed.end())
    for start, end in pairwise(sorted(cuts)):
        end = start + len(text[start:end].rstrip(_STAINS))
        if _ORDER.fullmatch(text, start, end) and text[end : end + 1] == ".":
            end += 1  # "TM." / "ỦY BAN NHÂN DÂN": the name of the body stands on the next line
        if end > start:
            yield words.cut(start, end)


def _small_runs(text: str) -> Iterator[tuple[int, int]]:
    """The stretches between words in capitals, behind the first of them."""
    capitals = list(_CAPITAL_WORD.finditer(text))
    for this, following in zip_longest(capitals, capitals[1:]):
        end, start = this.end(), following.start() if following else len(text)
        if _LETTER.search(text, end, start):
            yield start - len(text[end:start].lstrip()), start


def _names(text: str) -> bool:
    """Whether a name or a seal's words stand there and nothing else."""
    text = text.strip()
    return NAME.match(_UNSIGNED.sub("", text)) is not None or SEALED.match(bare(text.lstrip("("))) is not None


def _signed_on_one_line(text: str) -> bool:
    """Whether a whole signature stands on one line: "KT. CHỦ TỊCH PHÓ CHỦ TỊCH Nguyễn Văn A"."""
    head = _OPENS_SIGNATURE.match(text.lstrip(" _*"))
    plain = bare(text)
    if head is None or not (_AUTHORITY.match(plain) or _POSITION.match(plain)):
        return False
    runs = list(_small_runs(text))
    return bool(runs) and all(_names(text[start:end]) or _before_name(text[start:end]) for start, end in runs)


def _before_name(text: str) -> bool:
    """Whether only a seal's words and a degree stand there, which are no part of the name behind them."""
    return _DEGREE.match(_UNSIGNED.sub("", text.strip() + " ").strip()) is not None


def opens(text: str) -> bool:
    """Whether a line is nothing but a signature: its authority, its position or who agrees comes first."""
    plain = bare(text)
    return _AUTHORITY.match(plain) is not None or _POSITION.match(plain) is not None or approves(plain)


def reads_as_name(text: str) -> bool:
    """Whether what is left without its stains is a name, and no seal's capitals."""
    return named(text) and not text.isupper()


def approves(plain: str) -> bool:
    """Whether bare words say who agrees to a plan: "DUYỆT CỦA BAN GIÁM HIỆU"."""
    return _APPROVAL.match(plain) is not None


def signs(text: str, aside: bool) -> bool:
    """Whether a piece without a bullet is a part of a signature; ``aside``: it stands beside the recipients."""
    capitals = in_capitals(text, 0.8, fewest=2)
    plain = bare(text)
    if capitals and (_AUTHORITY.match(plain) or _POSITION.match(plain) or approves(plain)) and len(text) < 90:
        return True
    if SEALED.match(plain) or _signed_on_one_line(text):
        return True
    return aside and (NAME.match(text) is not None or (capitals and len(text) < 70))


def gathered(pieces: list[tuple[int, Words]]) -> list[Signature]:
    """Signatures column by column: an authority or a position opens one, a name closes it."""
    out: list[Signature] = []
    for group in _columns(pieces):
        current: Signature | None = None
        for words in group:
            if SEALED.match(bare(words.text).lstrip("(")):
                continue
            another = current is not None and current.name is not None  # a joint plan is signed by several
            if current is None or (another and (words.text.isupper() or not NAME.match(words.text))):
                current = Signature()
                out.append(current)
            _add(current, words)
    for before, s in pairwise(out):
        untold = s.authority is None and s.name is None
        if before.name is not None and before.position is not None and s.position is not None and untold:
            before.position, s.position = join([before.position, s.position]), None  # an office printed below the name
    return [s for s in out if s.authority or s.capacity or s.position or s.name]


def _columns(pieces: Sequence[tuple[int, Words]]) -> list[list[Words]]:
    """The pieces column by column; all in one where no two signatures stand side by side."""
    if not _side_by_side(pieces):
        return [[words for _, words in pieces]] if pieces else []
    columns: list[tuple[int, list[Words]]] = []
    for column, words in pieces:
        nearest = min(columns, key=lambda c: abs(c[0] - column), default=None)
        if nearest is not None and abs(nearest[0] - column) <= _COLUMN_WIDTH:
            nearest[1].append(words)
        else:
            columns.append((column, [words]))
    return [group for _, group in sorted(columns, key=itemgetter(0))]


def _side_by_side(pieces: Sequence[tuple[int, Words]]) -> bool:
    """Whether two signatures stand beside each other: two authorities, or two positions, far apart.

    One of each may stand apart where OCR flattened the lines that hold recipients as well.
    """
    heads = [(column, bare(words.text)) for column, words in pieces]
    for opens_part in (_AUTHORITY, _POSITION):
        spots = [c for c, plain in heads if c != NOWHERE and (opens_part.match(plain) or approves(plain))]
        if spots and max(spots) - min(spots) > _COLUMN_WIDTH:
            return True
    return False


def _add(signature: Signature, words: Words) -> None:
    """Put a piece where it belongs: "TM. …" is the authority, "KT. …" the capacity, then position and name."""
    plain, capitals = bare(words.text), words.text.isupper()
    authority = _AUTHORITY.match(plain)
    if authority and capitals:
        if authority["a"].replace(" ", "").replace(".", "").startswith(("tm", "t/m")):
            signature.authority = words
        elif signature.capacity is None:
            signature.capacity = words
    elif capitals and approves(plain):
        signature.authority = words
    elif _POSITION.match(plain) and words.text.upper() == words.text:
        if (
            signature.capacity is not None
            and signature.position is None
            and _ORDER_ALONE.match(signature.capacity.text)
        ):
            signature.capacity = join([signature.capacity, words])  # "KT." / "BỘ TRƯỞNG": whose place is taken
            return
        if signature.position is not None and plain.strip() == f"pho {bare(signature.position.text)}":
            signature.capacity, signature.position = signature.capacity or signature.position, None  # "KT." is lost
        goes_on = signature.position is not None and signature.capacity is None
        signature.position = _longer(signature.position, words) if signature.position and goes_on else words
    elif named(words.text) and (
        not capitals
        or (_headed(signature) and person_names.in_capitals(words.text) and not _TORN_POSITION.search(plain))
    ):
        signature.name = words
    elif capitals and signature.position is None and signature.capacity is None:
        if signature.authority is not None:
            signature.authority = _longer(signature.authority, words)
        elif (breaks.names_agency(plain) or _BODY.match(plain)) and not _NO_BODY.match(plain):
            signature.authority = words  # "SỞ Y TẾ" / "KT. GIÁM ĐỐC"


def _longer(title: Words, words: Words) -> Words:
    """An authority or a position with the next line of it; no title goes on for ever."""
    return join([title, words]) if len(title.text) < _LONGEST_TITLE else title


def _headed(signature: Signature) -> bool:
    return signature.position is not None or signature.capacity is not None
