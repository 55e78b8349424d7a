"""At which level of the state a body stands, by its name and by the body above it."""

from __future__ import annotations

from kehoach.folding import bare, fold
from kehoach.knowledge import places
from kehoach.knowledge.patterns import inline, lazy

# Rules of the level, first match first: on the body's own name …
_ORGANISATION = lazy(
    r"\b(?:(?<!môi )(?<!thị )(?<!công )(?<!quảng )(?<!hiện )trường|bệnh viện"
    r"|công ty|trung tâm điều|học viện|đại học|tập đoàn|tổng công ty|nhà máy"
    r"|ngân hàng|xí nghiệp|hợp tác xã|trung tâm y tế|trung tâm gd|trung tâm giáo dục|công đoàn (?:cơ sở|viện)|cđcs"
    r"|thcs|thpt|(?:liên đội|chi đoàn|chi bộ) (?:tiểu học|mầm non|th|mn))\b"
)
_ADMINISTRATION = lazy(r"(?:ủy ban|ubnd|sở|phòng)\b")
_COMMITTEE = lazy(r"(?:ủy ban nhân dân|ubnd|hội đồng nhân dân|hđnd)\b")
_CENTRAL = lazy(
    r"(?:(?:văn phòng |thanh tra )?bộ\b(?! chỉ huy)|chính phủ|thủ tướng|tổng cục|văn phòng chính phủ|ủy ban dân tộc"
    r"|thanh tra chính phủ|ngân hàng nhà nước|bảo hiểm xã hội việt nam|ủy ban trung ương|trung ương"
    r"|ban (?:chấp hành|thường trực|thường vụ) (?:ủy ban )?trung ương|ban bí thư"
    r"|tòa án nhân dân tối cao|viện kiểm sát nhân dân tối cao)"
)
_AGENCY = lazy(r"(?:cục|vụ)\b")
_COMMUNE = lazy(r"\b(?:xã|phường|thị trấn|đặc khu)\b(?! hội)")
_NO_COMMUNE = lazy(r"thị xã|hợp tác xã|xã hội")
_PROVINCE = lazy(  # … also as OCR reads its capitals: "TĨNH", "TÍNH"
    r"(?:sở|liên sở)\b|.*\btỉnh\b|(?:ủy ban nhân dân|ubnd|hội đồng nhân dân|hđnd) t[iíìĩ]nh\b"
)
_DISTRICT = lazy(r"\b(?:huyện|quận|thị xã|thị ủy)\b")
_CITY = lazy(r"\b(?:thành phố|tp)\b|thành ủy")
_DIVISION = lazy(r"phòng\b")
# … then on the body above it as well.
_NO_COMMUNE_ABOVE = lazy(r"thị xã|xã hội")
_PROVINCE_ABOVE = lazy(r"\b(?:tỉnh|sở)\b")


def of(printed: str, whole: str) -> str | None:
    """The level of a body, ``None`` for no name; ``whole``: its name and that of the body above it, folded.

    >>> of("Sở Y tế", "sở y tế | ủy ban nhân dân tỉnh lào cai"), of("Trường THPT Số 1", "trường thpt số 1 | sở")
    ('province', 'organisation')
    >>> of("Thị ủy Sơn Tây", "thị ủy sơn tây | thành ủy hà nội")
    'district'
    >>> of("Bộ Tài nguyên và Môi trường", ""), of("Cục Quản lý thị trường", "ubnd tỉnh lào cai")
    ('central', 'province')
    >>> of("Thành ủy Hà Nội", ""), of("Thành ủy Vĩnh Long", "thành ủy vĩnh long | đảng bộ tỉnh vĩnh long")
    ('province', 'district')
    >>> of("Ủy ban nhân dân Tĩnh An Phú", ""), of("Hội Người cao tuổi Hà Tĩnh", "")
    ('province', 'organisation')
    >>> of("Ủy ban nhân dân Lào Cai", ""), of("Ủy ban nhân dân Bản Vược", "")
    ('province', 'organisation')
    """
    name = fold(printed)
    if not name.strip():
        return None
    if (_ORGANISATION.search(name) or bare(name).startswith("benh vien")) and not _ADMINISTRATION.match(name):
        return "organisation"
    if _CENTRAL.match(name) or (_AGENCY.match(name) and not inline(r"\btỉnh\b").search(whole)):
        return "central"
    if _COMMUNE.search(_NO_COMMUNE.sub(" ", name)):
        return "commune"
    if _PROVINCE.match(name):
        return "province"
    if _DISTRICT.search(name):
        return "district"
    if _DIVISION.match(name) and not inline(r"\b(?:thành phố|tp)\b").search(name):
        return _level_of_division(whole)
    if _CITY.search(name):
        return _level_of_city(printed)
    if inline(r"\bđảng ủy\b").search(name) or _COMMUNE.search(_NO_COMMUNE_ABOVE.sub(" ", whole)):
        return "commune"
    if _DISTRICT.search(whole):
        return "district"
    named = _COMMITTEE.match(name) is not None and places.find_province(printed) is not None
    return "province" if named or _PROVINCE_ABOVE.search(whole) or places.find_province(whole) else "organisation"


def _level_of_city(printed: str) -> str:
    """A city of a province's rank has its level; one of its province's name has not: "Thành ủy Vĩnh Long"."""
    found = places.find_province(printed)
    known = places.province_of(found[0]) if found else None
    return "province" if known is not None and known.kind == "thành phố" else "district"


def _level_of_division(whole: str) -> str:
    """A Phòng is its school's or company's, its Sở's, its commune's, else its district's."""
    if _ORGANISATION.match(whole.partition(" | ")[2].strip()):
        return "organisation"
    if inline(r"\bsở\b").search(whole):
        return "province"
    return "commune" if inline(r"\b(?:xã|phường|đặc khu)\b(?! hội)").search(whole.replace("thị xã", "")) else "district"
