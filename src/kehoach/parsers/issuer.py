"""Who issues the plan, at which level and where."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from kehoach.folding import bare, fold, upper
from kehoach.knowledge import places
from kehoach.parsers.facts import agencies
from kehoach.parsers.words import Words, join

_SPLIT = re.compile(r"\s+[-–—]\s*|\s*[-–—]\s+|\s*-\s*(?=c.ng )")
_UBND = re.compile(r"(?:ủy ban nhân dân|ubnd)\b")
_PARENT = re.compile(
    r"\W*(?:uy ban nhan dan|ubnd|tinh uy|thanh uy|huyen uy|so|bo|tong cuc|cuc|tap doan|tong cong ty|dai hoc"
    r"|dang bo|bch|ban chap hanh|uy ban mttq|uy ban mat tran|trung tam|cong ty|lien doan|hoi)\b"
)
_LOWER = frozenset("và của các về với trong theo cho tại".split())
_PLACE_WORD = re.compile(r"\b(tỉnh|thành phố|tp\.?|huyện|quận|thị xã|xã|phường|thị trấn)\s+(.+)$")


@dataclass(slots=True)
class Issuer:
    name: str | None = None
    level: str | None = None
    province: str | None = None
    district: str | None = None
    commune: str | None = None
    parent: str | None = None
    joint: list[str] = field(default_factory=list)
    words: Words | None = None
    inferred: list[str] = field(default_factory=list)


def titled(name: str, body: str) -> str:
    """A name printed in capitals as running text would print it: as the body prints it, else by the rules of names."""
    if not name.isupper() and sum(c.isupper() for c in name) < 0.6 * sum(c.isalpha() for c in name):
        return name
    folded = fold(name)
    at = fold(body).find(folded)
    while at >= 0:
        printed = body[at : at + len(name)]
        if not printed.isupper() and printed[:1].isupper():
            return re.sub(r"\s+", " ", printed)
        at = fold(body).find(folded, at + 1)
    for common in _OPENINGS:
        if bare(name).startswith(bare(common)) and len(name) > len(common) and name[len(common)] == " ":
            rest = titled(name[len(common) + 1 :], body)
            unit = _UNIT.match(rest)
            return f"{common} {unit[0].lower() + rest[unit.end() :] if unit else rest}"
    words = name.split()
    out = []
    for i, word in enumerate(words):
        low = word.lower()
        if word.strip(",.") in _ABBREVIATIONS or (
            len(word) <= 5 and not re.search(r"[aeiouyàáảãạăâđèéẻẽẹêìíỉĩịòóỏõọôơùúủũụưỳýỷỹỵ]", low)
        ):
            out.append(word)
        elif low in _LOWER and i > 0:
            out.append(low)
        else:
            out.append(word[:1].upper() + low[1:])
    text = " ".join(out)
    for common in ("Ủy ban nhân dân", "Hội đồng nhân dân", "Sở Giáo dục và Đào tạo", "Ban Thường vụ", "Ban Thường trực", "Ban Chấp hành", "Ban Chỉ đạo",
                   "Ủy ban Mặt trận Tổ quốc", "Hội Liên hiệp Phụ nữ", "Liên đoàn Lao động", "Công an", "Trung tâm", "Trường", "Tỉnh ủy", "Huyện ủy", "Thành ủy",
                   "tỉnh", "thành phố", "huyện", "quận", "thị xã", "xã", "phường", "thị trấn"):  # fmt: skip
        at = fold(text).find(fold(common))
        if (
            at >= 0
            and (at > 0 or common[0].isupper())
            and (at == 0 or text[at - 1] == " ")
            and text[at + len(common) : at + len(common) + 1] in ("", " ")
        ):
            text = text[:at] + common + text[at + len(common) :]
    return text


_UNIT = re.compile(r"(?:Tỉnh|Thành [Pp]hố|Huyện|Quận|Thị [Xx]ã|Xã|Phường|Thị [Tt]rấn)\b(?! [Uu][ỷỶỦủ])")
_OPENINGS = (
    "Ủy ban nhân dân",
    "Hội đồng nhân dân",
    "Ban Thường trực",
    "Ban Thường vụ",
    "Ban Chấp hành",
    "Huyện ủy",
    "Tỉnh ủy",
    "Thành ủy",
    "Quận ủy",
    "Đảng ủy",
)
_ABBREVIATIONS = frozenset(
    "UBND HĐND MTTQ VN TP TNCS HCM THPT THCS TH GDĐT GD&ĐT LĐTBXH CĐN BCH UBMTTQ BTT TW CP TNHH MTV".split()
)


def read(
    lines: Sequence[Words], lead: str, body: str, place: str | None, title: str, basis: str, year: int | None
) -> Issuer:
    """The issuer from the letterhead's left column; where it is lost or cut, from the sentence that issues the plan."""
    issuer = Issuer()
    bodies = _bodies(lines)
    usable = [
        b for b in bodies if len(b.text) > 3 and not re.match(r"\W*(?:uy ban nhan dan|ubnd|uy)\W*$", bare(b.text))
    ]
    if usable:
        issuer.words = usable[-1]
        issuer.name = titled(usable[-1].text, body)
        parents = [b for b in bodies if b is not usable[-1]]
        if parents:
            issuer.parent = titled(parents[-1].text, body)
        _join(issuer)
    named = _from_lead(lead)
    if issuer.name is None and named:
        issuer.name = named
        issuer.inferred.append("issuer")
    elif bodies and not usable and issuer.name is None:
        issuer.words = bodies[-1]
        issuer.name = titled(bodies[-1].text, body)
    _locate(issuer, place, title, basis, lead, year)
    return issuer


def _bodies(lines: Sequence[Words]) -> list[Words]:
    """Letterhead lines joined to names: a line that starts a body of its own opens a name, others go on."""
    groups: list[list[Words]] = []
    for words in lines:
        text = bare(words.text)
        opens = bool(
            re.match(
                r"\W*(?:uy ban|ubnd|so|bo|tinh uy|thanh uy|huyen uy|quan uy|thi uy|dang doan|dang uy|phong"
                r"|ban (?!nhan)|truong|trung tam|cong (?:ty|an|doan)|hoi|doan|lien doan|tong|cuc|chi cuc"
                r"|vien|benh vien|toa an|bao hiem|kho bac|dang bo|quan|mat tran|lien hiep|tram|xi nghiep"
                r"|ngan hang|tap doan|dai|bch|thanh doan|tinh doan|huyen doan|hoi dong|thanh tra|van phong"
                r"|bao|dai phat|ban quan|ttyt|bvdk|ttgd\w*|pgd\w*|thpt|thcs)\b",
                text,
            )
        )
        place_line = bool(
            re.match(
                r"\W*(?:tinh(?! uy)|thanh pho|tp|huyen(?! uy)|quan (?!ly|doi|su|uy)|thi xa|xa|phuong|thi tran)\b", text
            )
        )
        unfinished = bool(groups) and bool(re.search(r"(?:\bva|\bcua|,|-|–|\buy|\bban)\W*$", bare(groups[-1][-1].text)))
        party = (
            bool(groups)
            and re.match(r"\W*(?:ban thuong (?:truc|vu)|ban chap hanh)\W*$", text)
            and re.search(r"uy ban m|ubmt|mat tran|mttq", bare(groups[-1][0].text))
        )
        if groups and (not opens or place_line or unfinished) and not party:
            groups[-1].append(words)
        elif party:
            groups.append([words, *groups.pop()])
        else:
            groups.append([words])
    return [join(g) for g in groups]


def _join(issuer: Issuer) -> None:
    """Joint issuers: "Sở Y tế - Sở Giáo dục và Đào tạo"."""
    parts = [p.strip() for p in _SPLIT.split(issuer.name or "") if p.strip()]
    heads = [
        p
        for p in parts
        if re.match(r"(?:so|cong doan|phong|ban|hoi|doan|lien doan|cong an|uy ban|bo|truong|trung tam)\b", bare(p))
    ]
    if len(parts) >= 2 and len(heads) == len(parts):
        issuer.joint = parts


_ISSUE = re.compile(r"\s+(?:ban hành|xây dựng|lập|triển khai|đề ra|thống nhất)\s+(?:kế hoạch|chương trình)", re.I)


def _from_lead(lead: str) -> str | None:
    """The subject of "Ủy ban nhân dân huyện X ban hành Kế hoạch …"."""
    for match in reversed(list(_ISSUE.finditer(lead))):
        subject = lead[: match.start()]
        for cut in sorted({subject.rfind(sign) + 2 for sign in (", ", "; ", ". ")} | {0}, reverse=True):
            tail = subject[cut if cut > 1 else 0 :].strip(" ,;.")
            named = agencies.split(tail) if tail[:1].isupper() and len(tail) < 140 else []
            if named and all(word[:1].isupper() for word in tail[named[-1].end :].split()):
                return tail[named[0].start :]
    return None


def _locate(issuer: Issuer, place: str | None, title: str, basis: str, lead: str, year: int | None) -> None:
    name = issuer.name or ""
    whole = f"{name} | {issuer.parent or ''}"
    folded = fold(whole)
    issuer.level = _level(fold(name), folded, name)
    for source, text in (("name", whole), ("lead", lead), ("place", place or ""), ("title", title), ("basis", basis)):
        if issuer.level == "central":
            break
        if source == "basis" and issuer.level == "organisation":
            continue
        found = places.find_province(text) if text else None
        if found and (source != "basis" or _governs(text, found)):
            issuer.province = found[0]
            if source in ("title", "basis"):
                issuer.inferred.append("province")
            break
    issuer.district = (
        _unit(whole, ("huyện", "quận", "thị xã", "thành phố"), issuer)
        if issuer.level in ("district", "commune")
        else None
    )
    issuer.commune = _unit(whole, ("xã", "phường", "thị trấn"), issuer) if issuer.level in ("commune",) else None
    if issuer.level == "commune" and issuer.commune is None and place:
        issuer.commune = place
    if issuer.level == "district" and issuer.district is None and place and places.district(place, year) is not None:
        issuer.district = place
    if issuer.province is None and issuer.district:
        found_district = places.district(issuer.district, year)
        province = getattr(found_district, "province", None)
        if province:
            issuer.province = province
            issuer.inferred.append("province")


def _governs(text: str, found: tuple[str, int, int]) -> bool:
    """Whether a province in the basis is named as an authority: "UBND tỉnh Lai Châu", "Tỉnh ủy Lai Châu"."""
    above = fold(text[max(0, found[1] - 40) : found[1]])
    here = fold(text[max(0, found[1] - 4) : found[2]])
    if re.match(r"(?:tỉnh|thành phố|tp\.?) ", fold(text[found[1] : found[2]])) or re.search(
        r"(?:tỉnh|thành phố|tp\.?) $", above
    ):
        return True
    return (
        bool(
            re.search(
                r"(?:ubnd|ủy ban nhân dân|hđnd|hội đồng nhân dân|tỉnh ủy|thành ủy|sở [\w ,&-]+"
                r"|đảng bộ)\s*(?:tỉnh|thành phố|tp\.?)?\s*$",
                above,
            )
        )
        or "ủy" in here
    )


def _level(name: str, whole: str, printed: str) -> str | None:
    if not name.strip():
        return None
    if re.search(
        r"\b(?:trường|bệnh viện|công ty|trung tâm điều|học viện|đại học|tập đoàn|tổng công ty|nhà máy"
        r"|ngân hàng|xí nghiệp|hợp tác xã|trung tâm y tế|trung tâm gd|trung tâm giáo dục)\b",
        name,
    ) and not re.match(r"(?:ủy ban|ubnd|sở|phòng)\b", name):
        return "organisation"
    if re.match(
        r"(?:bộ (?!chỉ huy)|chính phủ|thủ tướng|tổng cục|văn phòng chính phủ|ủy ban dân tộc"
        r"|thanh tra chính phủ|ngân hàng nhà nước|bảo hiểm xã hội việt nam|ủy ban trung ương|trung ương"
        r"|ban bí thư|tòa án nhân dân tối cao|viện kiểm sát nhân dân tối cao)",
        name,
    ):
        return "central"
    if re.match(r"(?:cục|vụ)\b", name) and not re.search(r"\btỉnh\b", whole):
        return "central"
    if re.search(r"\b(?:xã|phường|thị trấn)\b(?! hội)", re.sub(r"thị xã|hợp tác xã|xã hội", " ", name)):
        return "commune"
    if (
        re.match(r"(?:sở|liên sở)\b", name)
        or "tỉnh" in name.split()
        or "tỉnh ủy" in name
        or re.search(r"\btỉnh\b", name)
    ):
        return "province"
    if re.search(r"\b(?:huyện|quận|thị xã|huyện ủy|quận ủy|thị ủy)\b", name):
        return "district"
    if re.search(r"\b(?:thành phố|tp)\b", name):
        return "province" if places.find_province(printed) else "district"
    if re.match(r"phòng\b", name):
        return (
            "province"
            if re.search(r"\bsở\b", whole)
            else "commune"
            if re.search(r"\b(?:xã|phường)\b(?! hội)", whole.replace("thị xã", ""))
            else "district"
        )
    if "thành ủy" in name:
        return "province" if places.find_province(printed) else "district"
    if re.search(r"\bđảng ủy\b", name):
        return "commune"
    if re.search(r"\b(?:xã|phường|thị trấn)\b(?! hội)", re.sub(r"thị xã|xã hội", " ", whole)):
        return "commune"
    if re.search(r"\b(?:huyện|quận|thị xã)\b", whole):
        return "district"
    if re.search(r"\b(?:tỉnh|sở)\b", whole) or places.find_province(whole):
        return "province"
    return "organisation"


def _unit(whole: str, kinds: Sequence[str], issuer: Issuer) -> str | None:
    """The proper name behind "huyện", "xã" …, as far as its words are capitalised."""
    for kind in kinds:
        for match in re.finditer(upper(rf"(?<!\w){kind}\s+((?:[A-Z0-9][\w'’-]*\s?)+)"), whole):
            name = match[1].strip()
            if kind == "thành phố" and places.find_province(f"thành phố {name}"):
                continue
            if fold(name).split(" ")[0] in ("hội", "đoàn"):
                continue
            return name
    return None
