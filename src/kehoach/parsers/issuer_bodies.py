"""The bodies that a letterhead's left column names, one below the other."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from kehoach.folding import bare, case_counts, fold
from kehoach.knowledge import places
from kehoach.knowledge.patterns import lazy
from kehoach.parsers.facts import agencies
from kehoach.parsers.letterhead import MOTTO
from kehoach.parsers.words import Words, join

_OPENS = lazy(
    r"\W*(?:uy ban|ubnd|so|bo|tinh uy|thanh uy|huyen uy|quan uy|thi uy|dang doan|dang uy|phong"
    r"|ban (?!nhan)|truong|trung tam|cong (?:ty|an|doan)|hoi|doan|lien doan|tong|cuc|chi cuc"
    r"|truong(?:mn|mg|th|thcs|thpt)"
    r"|vien|benh vien|toa an|bao hiem|kho bac|dang bo|chi bo|quan|mat tran|lien hiep|tram|xi nghiep"
    r"|ngan hang|tap doan|dai|bch|thanh doan|tinh doan|huyen doan|hoi dong|thanh tra|van phong"
    r"|bao|dai phat|ban quan|ttyt|bvdk|ttgd\w*|pgd\w*|thpt|thcs"
    r"|(?:lien|chi|quan|xa) doan|lien doi|ld truong|cdcs|doi (?:tntp|thieu nien)"
    r"|to:? (?!quoc|chuc|dan pho|nhan dan)|ldld|cd (?:co so|cs|truong|trung tam))\b"
)
# What is below a commune, and its name's beginning only where a commune's body stands above.
_PART_OF_COMMUNE = lazy(r"\W*(?:to dan pho|khu pho|khoi pho|thon|ap|xom|khom|buon|chi hoi|hop tac xa) \w")
_COMMUNE = lazy(r"(?<!thi )(?<!tac )\b(?:xa|phuong|thi tran|dac khu)\b")
_OF_SCHOOL = lazy(r"(?<!moi )\btruong\W*$")  # "CÔNG ĐOÀN TRƯỜNG / THCS …"
# "CÔNG ĐOÀN – ĐOÀN THANH NIÊN / CÔNG TY …": a union or a committee that names nobody is of the body below it.
_UNION_ALONE = lazy(
    r"\W*(?:(?:bch|ban chap hanh|ban thuong vu) )?(?:cong doan(?: co so| bo phan)?|cdcs|doan thanh nien|chi doan|chi bo"
    r"|dang uy|hoi cuu chien binh)(?:\W+(?:va )?(?:cong doan|doan thanh nien|chi doan|chi bo))?\W*$"
)
_WORKPLACE = lazy(r"\W*(?:cong ty|tong cong ty|truong(?: |th|mn|mg)|benh vien|trung tam|xi nghiep|nha may|vien|so)\b")
_SCHOOL_KIND = lazy(r"\W*(?:thcs|thpt|th|mn|tieu hoc|mam non|dai hoc|cao dang)\b")
_PLACE_LINE = lazy(
    r"\W*(?:tinh(?! uy)|thanh pho|tp|huyen(?! uy)|quan (?!ly|doi|su|uy)|thi xa|xa|phuong|thi tran|dac khu)\b"
)
_CRUMBS = lazy(r"(?<=[A-ZÀ-ỸĐ]{2})(?:\s(?:[^\w\s]|[a-zà-ỹ])(?!\S)){2,12}$")
_SHORTEST_BODY = 3
"""Letters that the name of a body has at least."""
_WORD_OPENS = lazy(r"(?<=\s)(?=[a-z])")
_ENDS_IN_PLACE = lazy(
    r"\b(?:viet nam|(?:tinh|thanh pho|tp\.?|huyen|quan|thi xa|xa|phuong|thi tran|dac khu)"
    r" (?!(?:doan|uy)\b)\w+(?: \w+){0,3})\W*$"
)
_UNFINISHED = lazy(r"(?:\bva|\bcua|,|\buy|\bban|\btrung uong)\W*$")
_JOINED = lazy(r"\w ?[-–]$")
_BOARD = lazy(r"\W*(?:ban thuong (?:truc|vu)|ban chap hanh|thuong truc)\W*$")
_FRONT = lazy(r"uy ban m|ubmt|mat tran|mttq|hoi dong nhan dan|hdnd")
JOINT = lazy(
    r"(?:so|cong doan|phong|ban|hoi|doan|lien doan|cong an|uy ban|bo|truong|trung tam|cuc|chi cuc|mat tran|ubmt\w*"
    r"|(?:tinh|thanh|thi|huyen|quan|xa) doan|vien kiem sat|toa an|bao hiem|bhxh|lien hiep|hat kiem lam|dang uy|hdnd)\b"
)


def find(lines: Sequence[Words]) -> list[Words]:
    """Letterhead lines joined to names: a line that starts a body of its own opens a name, others go on."""
    groups: list[list[Words]] = []
    for words in (piece for line in lines for piece in _unflattened(line)):
        text = bare(words.text)
        if not groups:
            groups.append([words])
        elif _BOARD.match(text) and _FRONT.search(bare(join(groups[-1]).text)):
            groups.append([words, *groups.pop()])  # "ỦY BAN MẶT TRẬN … / BAN THƯỜNG TRỰC" is the board of the Front
        elif _JOINED.search(groups[-1][-1].text) and JOINT.match(text) and _same_kind(groups[-1][0].text, words.text):
            groups[-1].append(words)  # "SỞ Y TẾ - / SỞ GIÁO DỤC VÀ ĐÀO TẠO" issue it together
        elif _PART_OF_COMMUNE.match(text) and _COMMUNE.search(bare(groups[-1][0].text)):
            groups.append([words])  # "UBND PHƯỜNG … / TỔ DÂN PHỐ …"
        elif (
            not _OPENS.match(text)
            or _PLACE_LINE.match(text)
            or (_SCHOOL_KIND.match(text) and _OF_SCHOOL.search(bare(groups[-1][-1].text)))
            or (_WORKPLACE.match(text) and _UNION_ALONE.match(bare(groups[-1][0].text)) and len(groups[-1]) == 1)
            or _goes_on(groups[-1][-1].text)
            or _is_registered(join([groups[-1][-1], words]).text)
        ):
            groups[-1].append(words)
        else:
            groups.append([words])
    return [body for g in groups if (body := _without_stains(_without_dash(_without_motto(join(g))))).text]


def _is_registered(name: str) -> bool:
    """Whether a name is known as it stands: "SỞ NÔNG NGHIỆP VÀ MÔI" / "TRƯỜNG" is one, though schools begin so."""
    name = name.strip(" -–:._")
    known = agencies.resolve(name)
    return known is not None and fold(known.name) == fold(name)


def _goes_on(above: str) -> bool:
    """Whether a line of a name is not its last; a dash behind it is a stain."""
    return _UNFINISHED.search(bare(above.rstrip(" -–"))) is not None


def _same_kind(above: str, below: str) -> bool:
    """Whether two names begin alike: only bodies of one kind share a line's dash, a parent's is a stain."""
    return above.partition(" ")[0] == below.partition(" ")[0]


def _without_stains(name: Words) -> Words:
    """A name in capitals without the crumbs of letters behind it: "HUYỆN HỒNG DÂN ộ s : ú"."""
    crumbs = _CRUMBS.search(name.text)
    return name.cut(0, crumbs.start()) if crumbs else name


def _without_dash(name: Words) -> Words:
    end = len(name.text.rstrip(" -–—"))
    return name.cut(0, end) if end < len(name.text) else name


def _unflattened(line: Words) -> list[Words]:
    """The bodies of a line into which a whole column was flattened: behind a place a second body opens.

    What stains leave before the first ("l § ° ỦY BAN …") is cut off.
    """
    plain = bare(line.text)
    cuts = [0]
    for match in _WORD_OPENS.finditer(plain):
        start = match.start()
        if not _OPENS.match(plain, start):
            continue
        if _stained(line.text[cuts[0] : start]):
            cuts = [start]
        elif _inside_place(line.text, start):
            continue
        elif _ends_in_place(line.text[cuts[-1] : start].rstrip(" -–—,;:._*")):
            cuts.append(start)
    return [line.cut(a, b) for a, b in pairwise([*cuts, len(plain)])]


def _inside_place(text: str, at: int) -> bool:
    """Whether a word that opens bodies is a place's here: "THÀNH PHỐ HẢI PHÒNG", "XÃ TÂN HỘI"."""
    word, _, rest = text[at:].partition(" ")
    if not rest.strip(" -–—*_.") or len(rest) < _SHORTEST_BODY:
        return True
    before = text[:at].split()[-2:]
    found = places.find_province(" ".join([*before, word]))
    return found is not None and found[2] == len(" ".join([*before, word]))


def _stained(before: str) -> bool:
    letters, _ = case_counts(before)
    return 0 < letters < _SHORTEST_BODY and not before.strip().isalpha()


def _ends_in_place(body: str) -> bool:
    """Whether a name ends in its place, and so is whole: "UBND TỈNH HÀ TĨNH", "SỞ Y TẾ HÀ GIANG"."""
    if _ENDS_IN_PLACE.search(bare(body)):
        return True
    found = places.find_province(body)
    return found is not None and found[2] == len(body)


def _without_motto(name: Words) -> Words:
    """A name without the motto that torn lines have joined to it ("… CỘNG / HÒA XÃ HỘI …")."""
    motto = MOTTO.search(bare(name.text))
    return name.cut(0, motto.start()) if motto else name
