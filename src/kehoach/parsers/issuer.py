"""Who issues the plan, at which level and where."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from kehoach.folding import bare, fold, upper
from kehoach.knowledge import places
from kehoach.knowledge.patterns import lazy
from kehoach.parsers import casing, issuer_bodies, levels
from kehoach.parsers.facts import agencies
from kehoach.parsers.issuer_bodies import JOINT
from kehoach.parsers.words import Words

_SPLIT = lazy(r"\s+[-–—]\s*|\s*[-–—]\s+|\s*-\s*(?=c.ng )")
_UNNAMED = lazy(r"\W*(?:uy ban nhan dan|ubnd|uy)\W*$")
# Bodies whose names hold their district's kind: "Huyện ủy Bảo Thắng".
_OF_DISTRICTS = ("Huyện (?:[uủ]y|uỷ|đoàn)", "Quận (?:[uủ]y|uỷ|đoàn)", "Thị (?:[uủ]y|uỷ|đoàn)")
_DISTRICTS = lazy(r"(?:các|những) (?:quận,? )?huyện\b|huyện, (?:thị xã|thành phố)")
# What only the plans of towns and communes speak of as their own, or what a province's as well does.
_BELOW = {
    "tỉnh": lazy(r"(?:địa bàn|ubnd|ủy ban nhân dân) (?:huyện|quận|thị xã|thành phố|xã|phường|thị trấn|đặc khu)\b"),
    "thành phố": lazy(r"(?:địa bàn|ubnd|ủy ban nhân dân) (?:huyện|quận|thị xã|xã|phường|thị trấn|đặc khu|tỉnh)\b"),
}
_UNION = lazy(r"\W*(?:doan (?:tncs|thanh nien cong san)|doi (?:tntp|thieu nien tien phong)) ho chi minh\W*$")
_KIND_ALONE = lazy(r"^(?:ủy ban nhân dân|ubnd)(?: (?P<kind>tỉnh|thành phố))?$")
_ISSUE = lazy(
    r"(?:\s*\([^()]{0,80}\))?\s+(?:tiến hành\s+)?(?:ban hành|xây dựng|lập|triển khai|đề ra|thống nhất)\s+"
    r"(?:kế hoạch|chương trình)",
    re.I,
)
_BOARD_SHORT = lazy(r"(?:BCH|BTV) ")  # "BCH Đoàn xã", its board
_OF_BOARD = ("đoàn ", "công đoàn ", "chi đoàn ", "liên đội ", "hội ")
_IN_SMALL = ("trường ", "công đoàn ", "liên đội ", "chi bộ ")
"""What the name of who issues a plan begins with in small letters, behind a comma: ", trường Đại học … xây dựng"."""
_RECORD = 1500
"""Letters from the top within which a page's record of the plan stands."""
_LONGEST_NAME = 140
_CITY_OF = lazy(r"^(?:tp\.? ?|thành phố )")
_CHAIR = lazy(r"^Chủ tịch (?=UBND|[ỦU][yỷ] ban nhân dân)")


class Clues:
    """What else of the plan says who issues it: the lead, the date line's place, the title, the basis, the text."""

    __slots__ = ("basis", "body", "folded_body", "lead", "place", "symbol", "title", "year")

    def __init__(
        self,
        body: str,
        folded_body: str,
        lead: str,
        place: str | None,
        title: str,
        basis: str,
        year: int | None,
        symbol: str = "",
    ) -> None:
        self.body = body
        self.folded_body = folded_body
        self.lead = lead
        self.place = place
        self.title = title
        self.basis = basis
        self.year = year
        self.symbol = symbol


class Issuer:
    """The issuer; ``words``: where the name is printed; ``inferred``: the fields taken from elsewhere."""

    __slots__ = ("commune", "district", "inferred", "joint", "level", "name", "parent", "province", "words")

    def __init__(self) -> None:
        self.name: str | None = None
        self.level: str | None = None
        self.province: str | None = None
        self.district: str | None = None
        self.commune: str | None = None
        self.parent: str | None = None
        self.joint: list[str] = []
        self.words: Words | None = None
        self.inferred: list[str] = []


def _as_printed(name: str, clues: Clues) -> str:
    return casing.titled(name, clues.body, clues.folded_body)


def read(lines: Sequence[Words], clues: Clues) -> Issuer:
    """The issuer from the letterhead's left column; where it is lost or cut, from the sentence that issues the plan."""
    issuer = Issuer()
    bodies = issuer_bodies.find(lines)
    # not the Youth Union's or the Pioneers' own head line, where others print the motto
    bodies = [body for body in bodies if not _UNION.match(bare(body.text))] or bodies
    usable = [b for b in bodies if len(b.text) > 3 and not _UNNAMED.match(bare(b.text))]
    if usable:
        issuer.words = usable[-1]
        issuer.name = _as_printed(usable[-1].text, clues)
        parents = [b for b in bodies if b is not usable[-1]]
        if parents:
            issuer.parent = _as_printed(parents[-1].text, clues)
        _join(issuer)
    elif named := _from_lead(clues.lead):
        issuer.name = _CHAIR.sub("", named) if bodies else named  # the letterhead prints the committee
        issuer.inferred.append("issuer")
    elif bodies:
        issuer.words = bodies[-1]
        issuer.name = _as_printed(bodies[-1].text, clues)
        if province := _named_in_title(clues):
            issuer.name = f"{issuer.name} {province}"
            issuer.inferred.append("issuer")
    if issuer.name is not None:
        _complete(issuer, clues, clues.place)
    _locate(issuer, clues)
    if issuer.name is not None and issuer.province is not None and "issuer" in issuer.inferred:
        _complete(issuer, clues, issuer.province)
    return issuer


def _complete(issuer: Issuer, clues: Clues, place: str | None) -> None:
    """Add the place to a body that is named by its kind alone: "Ủy ban nhân dân tỉnh" at Hà Tĩnh."""
    name = issuer.name or ""
    kind = _KIND_ALONE.search(fold(name))
    if kind is None or place is None:
        return
    province = places.find_province(place)
    named = province is not None and fold(province[0]) == _CITY_OF.sub("", fold(place))
    if named and province is not None:
        known = places.province_of(province[0], clues.year)
        if (
            kind["kind"] is None
            and known is not None
            and (
                fold(place).startswith(f"{known.kind} ")
                or _provincial(clues, known.kind)
                or _recorded(clues, f"{known.kind} {fold(province[0])}")
            )
        ):
            issuer.name = f"{name} {known.kind} {province[0]}"
        elif known is not None and kind["kind"] == known.kind:
            issuer.name = f"{name} {province[0]}"
        if issuer.name != name and "issuer" not in issuer.inferred:
            issuer.inferred.append("issuer")


def _provincial(clues: Clues, kind: str) -> bool:
    """Whether the text speaks as a province's body does: of its own committee, and of districts below it.

    A town may have its province's name; it has no districts.
    """
    text = clues.folded_body
    if not clues.symbol.endswith("UBND"):
        return False
    own = any(f"{body} {kind}" in text for body in ("ubnd", "ủy ban nhân dân"))
    if own and _DISTRICTS.search(text) is not None:
        return True
    return f"địa bàn {kind}" in text and _BELOW[kind].search(text) is None


def _recorded(clues: Clues, whose: str) -> bool:
    """Whether a page's record says whose plan it is: "Cơ quan ban hành | Tỉnh Nghệ An", "do tỉnh Nghệ An ban hành"."""
    said = " ".join(clues.folded_body[:_RECORD].replace("|", " ").replace(":", " ").split())
    return clues.symbol.endswith("UBND") and (f"do {whose} ban hành" in said or f"ban hành {whose} " in said)


def _named_in_title(clues: Clues) -> str | None:
    """The province whose body a letterhead cut to "ỦY BAN NHÂN DÂN" is: the title's, where the place agrees."""
    found = places.find_province(clues.title)
    if found is None or clues.place is None or fold(clues.place) != fold(found[0]):
        return None
    province = places.province_of(found[0], clues.year)
    if province is None or f"{province.kind} {fold(found[0])}" not in fold(clues.title):
        return None
    return f"{province.kind} {found[0]}"


def _join(issuer: Issuer) -> None:
    """Joint issuers: "Sở Y tế - Sở Giáo dục và Đào tạo"."""
    name = issuer.name or ""
    parts = [p.strip() for p in _SPLIT.split(name) if p.strip()]
    if len(parts) >= 2 and all(JOINT.match(bare(p)) for p in parts):
        issuer.joint = [part[:1].upper() + part[1:] for part in parts]
        for part, capital in zip(parts, issuer.joint, strict=True):
            name = name.replace(part, capital, 1)
        issuer.name = name


def _from_lead(lead: str) -> str | None:
    """The subject of "Ủy ban nhân dân huyện X ban hành Kế hoạch …"."""
    for match in reversed(list(_ISSUE.finditer(lead))):
        subject = lead[: match.start()]
        for cut in sorted({subject.rfind(sign) + 2 for sign in (", ", "; ", ". ")} | {0}, reverse=True):
            tail = subject[cut if cut > 1 else 0 :].strip(" ,;.")
            if board := _BOARD_SHORT.match(tail):
                tail, board_of = tail[board.end() :], board[0]
            else:
                board_of = ""
            opens = tail[:1].isupper() or tail.startswith(_OF_BOARD if board_of else _IN_SMALL)
            named = agencies.split(tail) if opens and len(tail) < _LONGEST_NAME else []
            if named and all(word[:1].isupper() for word in tail[named[-1].end :].split()):
                return board_of + tail[named[0].start :]
    return None


_CITY_ALONE = lazy(r"thành phố$")
# Districts of the kind that only a city with a province's rank has.
_WARDS_OF = lazy(r"\b(?:các quận|quận, huyện|quận\s?-\s?huyện|sở, ban, ngành thành phố)\b")


def _locate(issuer: Issuer, clues: Clues) -> None:
    """Level, province, district and commune, from the name first."""
    whole = f"{issuer.name or ''} | {issuer.parent or ''}"
    place, year = clues.place, clues.year
    issuer.level = levels.of(issuer.name or "", fold(whole))
    if (
        issuer.level == "district"
        and _CITY_ALONE.search(fold(issuer.name or ""))
        and _WARDS_OF.search(clues.folded_body)
    ):
        issuer.level = "province"
    if issuer.level != "central":
        _province(issuer, whole, clues)
    if issuer.level in ("district", "commune"):
        issuer.district = _unit(whole, ("huyện", "quận", "thị xã", "thành phố"))
    if issuer.level == "commune":
        issuer.commune = _unit(whole, ("xã", "phường", "thị trấn", "đặc khu")) or place or None
    if issuer.level == "district" and issuer.district is None and place and places.district(place, year) is not None:
        issuer.district = place
    if issuer.level == "district" and issuer.district is None:
        issuer.district = _unit(whole, _OF_DISTRICTS)
    if issuer.province is None and issuer.district:
        known = places.district(issuer.district, year)
        if known is not None and known.province:
            issuer.province = known.province
            issuer.inferred.append("province")


def _province(issuer: Issuer, whole: str, clues: Clues) -> None:
    """The province by the first text that names one; a company's basis does not say where it is."""
    sources = [("name", whole), ("lead", clues.lead), ("place", clues.place or ""), ("title", clues.title)]
    if issuer.level != "organisation":
        sources.append(("basis", clues.basis))
    for source, text in sources:
        found = places.find_province(text) if text else None
        if found and (source != "basis" or _governs(text, found)):
            issuer.province = found[0]
            if source in ("title", "basis"):
                issuer.inferred.append("province")
            return


_KIND = lazy(r"(?:tỉnh|thành phố|tp\.?) ")
_KIND_ABOVE = lazy(r"(?:tỉnh|thành phố|tp\.?) $")
_AUTHORITY_ABOVE = lazy(
    r"(?:ubnd|ủy ban nhân dân|hđnd|hội đồng nhân dân|tỉnh ủy|thành ủy|sở [\w ,&-]+|đảng bộ)"
    r"\s*(?:tỉnh|thành phố|tp\.?)?\s*$"
)


def _governs(text: str, found: tuple[str, int, int]) -> bool:
    """Whether a province in the basis is named as an authority: "UBND tỉnh …", "Tỉnh ủy …"."""
    _, start, end = found
    above = fold(text[max(0, start - 40) : start])
    if _KIND.match(fold(text[start:end])) or _KIND_ABOVE.search(above) or _AUTHORITY_ABOVE.search(above):
        return True
    return "ủy" in fold(text[max(0, start - 4) : end])


def _unit(whole: str, kinds: Sequence[str]) -> str | None:
    """The proper name behind "huyện", "xã" …, as far as its words are capitalised."""
    for kind in kinds:
        for match in _named(kind).finditer(whole):
            name = match[1].strip()
            if kind == "thành phố" and places.find_province(f"thành phố {name}"):
                continue
            if fold(name).split(" ")[0] not in ("hội", "đoàn"):
                return name
    return None


@cache
def _named(kind: str) -> re.Pattern[str]:
    town = "(?<!thị )(?<!Thị )" if kind == "xã" else ""
    return lazy(upper(rf"(?<!\w){town}{kind}\s+((?:[A-Z0-9][\w'’-]*\s?)+)"))
