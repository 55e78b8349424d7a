"""Provinces, districts and communes of Viet Nam, before and after 1 July 2025.

Until 30 June 2025 there were 63 provinces with districts and communes; since then 34 provinces with communes only
(Nghị quyết 202/2025/QH15).  The tables are read when they are first asked for.

>>> province_of("Bắc Cạn").name
'Bắc Kạn'
>>> province_of("tỉnh Yên Bái", 2026).name
'Lào Cai'
>>> find_province("trên địa bàn tỉnh Cà Mau năm 2024")
('Cà Mau', 13, 24)
"""

from __future__ import annotations

import re
from functools import cache

from kehoach.folding import answers, bare, fold
from kehoach.knowledge.patterns import inline, lazy
from kehoach.records import NamedTuple

MERGED = 2025
"""The year in which the 63 became 34; in it both are in use."""

_KINDS = {"tp": "thành phố", "tx": "thị xã", "h": "huyện", "q": "quận", "x": "xã", "p": "phường", "đk": "đặc khu"}

# Other ways to print a province's name; blanks, hyphens and old tone placement need no row.
ALIASES: dict[str, str] = {
    "Bắc Cạn": "Bắc Kạn", "Đắc Lắc": "Đắk Lắk", "Đắk Lắc": "Đắk Lắk", "Đắc Lắk": "Đắk Lắk", "Đăk Lăk": "Đắk Lắk",
    "Daklak": "Đắk Lắk", "Đắc Nông": "Đắk Nông", "Đăk Nông": "Đắk Nông", "Kontum": "Kon Tum", "Công Tum": "Kon Tum",
    "Gia Lay": "Gia Lai", "Thừa Thiên - Huế": "Huế", "Thừa Thiên Huế": "Huế", "Thừa Thiên": "Huế", "TT Huế": "Huế",
    "TT - Huế": "Huế", "Bà Rịa - Vũng Tàu": "Bà Rịa - Vũng Tàu", "BR - VT": "Bà Rịa - Vũng Tàu",
    "BRVT": "Bà Rịa - Vũng Tàu", "Vũng Tàu": "Bà Rịa - Vũng Tàu", "Sài Gòn": "Hồ Chí Minh", "HCM": "Hồ Chí Minh",
    "TPHCM": "Hồ Chí Minh", "TP HCM": "Hồ Chí Minh", "TP. HCM": "Hồ Chí Minh", "TP.HCM": "Hồ Chí Minh",
    "Thanh Hoá": "Thanh Hóa", "Khánh Hoà": "Khánh Hòa", "Hoà Bình": "Hòa Bình", "Quảng Ngải": "Quảng Ngãi",
    "Lao Cai": "Lào Cai", "Sơn la": "Sơn La", "Bắc Ninh": "Bắc Ninh",
}  # fmt: skip

# Names until another year than 2025: "Thừa Thiên Huế" was a tỉnh until it became the city of Huế on 1 January 2025.
FORMER: dict[str, tuple[str, str, int]] = {"thua thien hue": ("Thừa Thiên Huế", "tỉnh", 2025)}

# Names that are persons as well: they count only behind "tỉnh", "thành phố", "TP".
_SHY = frozenset({"Hồ Chí Minh"})


class Province(NamedTuple):
    """A province or a city of province rank: ``until`` is the first year it is gone, ``successor`` what it is part of."""

    name: str
    kind: str
    until: int | None = None
    successor: str | None = None
    merged: tuple[str, ...] = ()
    """For a province since 2025: the provinces of before that it is made of."""


class Place(NamedTuple):
    """A district (until 30 June 2025) or a commune (since 1 July 2025) and its province."""

    name: str
    kind: str
    province: str


def _key(name: str) -> str:
    return inline(r"[^a-z0-9]+").sub(" ", bare(name)).strip()


_PREFIX = lazy(r"^(?:tinh|thanh pho|tp|t p|thu do|huyen|quan(?= [a-z])|thi xa|tx|xa|phuong|thi tran|tt|dac khu) (?=\S)")


@cache
def provinces_before() -> dict[str, Province]:
    """The 63 provinces until 30 June 2025, by name."""
    from kehoach.knowledge.places_data import PROVINCES_BEFORE

    since = provinces_since()
    out = {}
    for line in PROVINCES_BEFORE.split("\n")[:-1]:
        name, kind, successor = line.split("|")
        goes_on = name in since and since[name].merged == (name,)
        out[name] = Province(name, kind, None if goes_on else MERGED, None if goes_on else successor)
    return out


@cache
def provinces_since() -> dict[str, Province]:
    """The 34 provinces since 1 July 2025, by name."""
    from kehoach.knowledge.places_data import PROVINCES_BEFORE, PROVINCES_SINCE

    parts: dict[str, list[str]] = {}
    for line in PROVINCES_BEFORE.split("\n")[:-1]:
        name, _, successor = line.split("|")
        parts.setdefault(successor, []).append(name)
    rows = (line.split("|") for line in PROVINCES_SINCE.split("\n")[:-1])
    return {name: Province(name, kind, merged=tuple(parts[name])) for name, kind in rows}


@cache
def _names() -> dict[str, str]:
    """Key of every spelling → name."""
    names = {_key(n): n for n in (*provinces_before(), *provinces_since())}
    return names | {_key(a): n for a, n in ALIASES.items()}


def province_of(name: str, year: int | None = None) -> Province | None:
    """The province called ``name``, in any spelling, with or without "tỉnh".

    With ``year``, the province that it was then (Yên Bái in 2026 is Lào Cai); in 2025 and without a year the name is
    taken as it is printed.
    """
    key = _key(name)
    found = _names().get(key)
    while found is None and (m := _PREFIX.match(key)):
        key = key[m.end() :]
        found = _names().get(key)
    if found is None:
        return None
    if year is not None and year > MERGED:
        before = provinces_before().get(found)
        return provinces_since()[before.successor or found] if before else provinces_since()[found]
    if key in FORMER and (year is None or year < FORMER[key][2]):
        former, kind, until = FORMER[key]
        return Province(former, kind, until, "Huế")
    return provinces_before().get(found) or provinces_since()[found]


def successor(name: str) -> str | None:
    """The province of today in which ``name`` lies: "Kiên Giang" → "An Giang"."""
    found = province_of(name, MERGED + 1)
    return found.name if found else None


def _table(text: str) -> dict[str, tuple[Place, ...]]:
    out: dict[str, list[Place]] = {}
    for line in text.split("\n")[:-1]:
        province, _, units = line.partition(": ")
        for unit in units.split(", "):
            kind, _, name = unit.partition(" ")
            out.setdefault(_key(name), []).append(Place(name, _KINDS[kind], province))
    return {key: tuple(places) for key, places in out.items()}


@cache
def _districts() -> dict[str, tuple[Place, ...]]:
    from kehoach.knowledge.places_data import DISTRICTS

    return _table(DISTRICTS)


@cache
def _communes() -> dict[str, tuple[Place, ...]]:
    from kehoach.knowledge.places_communes import COMMUNES

    return _table(COMMUNES)


def _choose(table: dict[str, tuple[Place, ...]], name: str, province: str | None) -> Place | None:
    key = _key(name)
    kind, found = None, table.get(key)
    if (m := _PREFIX.match(key)) and found is None:
        kind = next((k for k in _KINDS.values() if _key(k) == m[0].strip()), None)
        key = key[m.end() :]
        found = table.get(key)
    if not found:
        return None
    if province is not None:
        wanted = province_of(province)
        if wanted is not None:
            near = {wanted.name, wanted.successor or wanted.name, *provinces_since().get(wanted.name, wanted).merged}
            found = tuple(p for p in found if p.province == wanted.name) or tuple(p for p in found if p.province in near)
            if not found:
                return None
    same = [p for p in found if fold(p.name) == fold(name) or fold(p.name) in fold(name)]
    found = tuple(same) or found
    if kind is not None:
        found = tuple(p for p in found if p.kind == kind) or found
    return found[0] if len({p.province for p in found}) == 1 else None


def district(name: str, year: int | None = None, *, province: str | None = None) -> Place | None:
    """The district called ``name``; None where there is none, where several provinces have one and none is given, or
    in a year without districts.
    """
    if year is not None and year > MERGED:
        return None
    return _choose(_districts(), name, province)


def commune(name: str, *, province: str | None = None) -> Place | None:
    """The commune of today called ``name``, where its name (with ``province``, if given) tells which it is."""
    return _choose(_communes(), name, province)


# Units whose names are often a province's too: "xã Hòa Bình", "đường Lạng Sơn", "huyện Cà Mau".
_OTHER_UNITS = frozenset(
    "xa phuong tran huyen quan duong pho ho cau song thon ban ap truong thpt thcs khu cum benh vien hang nhanh dong khom".split()
)
_RANKED = frozenset({"tinh", "pho", "tp", "do"})
_WORD = lazy(r"[^\W_]+")


@cache
def _trie() -> dict[str, object]:
    root: dict[str, object] = {}
    for key, name in _names().items():
        node = root
        for word in key.split():
            node = node.setdefault(word, {})  # type: ignore[assignment]
        node[""] = name
    return root


def find_province(text: str) -> tuple[str, int, int] | None:
    """The province a text speaks of: (name, start, end), "tỉnh" or "thành phố" included in the span.

    A name behind "tỉnh", "thành phố", "TP" goes before a bare one ("Sở Y tế Kiên Giang"); names of other units and of
    persons ("xã Hòa Bình", "Chủ tịch Hồ Chí Minh") do not count.
    """
    plain = bare(text)
    words = list(_WORD.finditer(plain))
    shouting = text.isupper()
    spare: tuple[str, int, int] | None = None
    for i, m in enumerate(words):
        if not text[m.start()].isupper():
            continue
        end, name = _match(words, i, plain)
        if name is None:
            continue
        before = words[i - 1][0] if i else ""
        ranked = before in _RANKED and (before != "pho" or (words[i - 2 : i - 1] and words[i - 2][0] == "thanh"))
        if before == "do" and not (i > 1 and words[i - 2][0] == "thu"):
            ranked = False
        if m[0] == "tphcm" or m[0] == "tp":
            ranked = True
        start = words[i - (2 if before in {"pho", "do"} else 1)].start() if ranked and before in _RANKED else m.start()
        if ranked:
            return _printed(name, text[m.start() : words[end - 1].end()]), start, words[end - 1].end()
        alone = i == 0 and end == len(words)
        if spare is None and before not in _OTHER_UNITS and (alone or name not in _SHY) and (
            shouting or all(text[w.start()].isupper() for w in words[i:end])
        ) and _spelled(name, text[m.start() : words[end - 1].end()]):
            spare = (_printed(name, text[m.start() : words[end - 1].end()]), m.start(), words[end - 1].end())
    return spare


def _printed(name: str, words: str) -> str:
    return "Thừa Thiên Huế" if _key(words) in FORMER else name


def _spelled(name: str, words: str) -> bool:
    """Whether a bare name is printed with its marks or with none of them, not with others ("Hà nam", "Sơn Lá")."""
    key = _glued(fold(words))
    return key in _aliases() or key == _glued(fold(name)) or key == _glued(bare(words))


def _glued(text: str) -> str:
    return inline(r"\W+").sub("", text)


@answers
@cache
def _aliases() -> frozenset[str]:
    """The other names of provinces, folded and without blanks."""
    return frozenset(_glued(fold(name)) for name in ALIASES)


def _match(words: list[re.Match[str]], i: int, plain: str) -> tuple[int, str | None]:
    node, end, name = _trie(), i, None
    k = i
    while k < len(words) and (k == i or len(plain[words[k - 1].end() : words[k].start()].strip(" -.")) == 0):
        below = node.get(words[k][0])
        if not isinstance(below, dict):
            break
        node = below
        k += 1
        if isinstance(found := node.get(""), str):
            end, name = k, found
    return end, name
