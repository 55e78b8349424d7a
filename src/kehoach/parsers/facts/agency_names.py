"""One agency's name after another: where a name begins, what belongs to it, where the next begins.

The grammar is the clerk's: a head ("Sở", "Ủy ban nhân dân", "Các đơn vị", "Đồng chí"), then a field of work, a proper
name or a place, then either a comma and the next name, or the verb of what is to be done.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from kehoach.knowledge import agency_words as known
from kehoach.knowledge.agency_fields import Field
from kehoach.knowledge.agency_lookup import (
    Words,
    bare_head_trie,
    bare_verb_trie,
    compound_trie,
    ender_trie,
    field_trie,
    group_trie,
    head_trie,
    longest,
    longest_field,
    modifier_trie,
    not_after,
    pairs,
    spelled_trie,
    tail_trie,
    verb_trie,
)

LONGEST = 60
"""Words a single name may have; what runs on further is no name."""

# Heads whose known field ends the name: what comes next in small letters is the action.
_CLOSED = frozenset("so phong bo ban vu cuc nganh".split()) | {"chi cuc", "tong cuc"}
# Second halves of double names behind a comma or "và": "Phát thanh và truyền hình", "phòng cháy, chữa cháy".
_SECOND_HALVES = frozenset({"truyền", "chữa", "cnch", "cứu", "khen"})
# Heads in small letters that a field in small letters may follow: "lực lượng công an", "trạm y tế".
_LOWER_FIELDS = frozenset({"tram", "trung tam", "hoi", "truong", "luc luong", "cong ty", "benh vien", "khoi", "ban quan ly", "to", "doi"})
_GENERIC = frozenset("so nghiep vi quan chuc luong nganh ho doan to ban nguoi thu cac nhan the dong phong hoi".split())
_OFFICES = frozenset({"văn phòng hội đồng nhân dân", "văn phòng hđnd", "vp hđnd"})
_ENUMERABLE = {"sở": "Sở", "các sở": "Sở", "các phòng": "Phòng", "các bộ": "Bộ", "các ban": "Ban", "các vụ": "Vụ"}
_LEVELS = frozenset("tinh huyen quan xa phuong thon ban ap buon khom khoi lop".split())
_LEVEL_PAIRS = frozenset({"thanh pho", "thi xa", "thi tran", "dac khu", "khu pho", "to dan"})
_UNITS = _LEVELS | frozenset("thanh thi tp cap cac so bo uy ubnd hdnd mttq nha truong nganh cong khu trung viet quoc chinh cua "
                             "thuoc dia co huyen dang tinh giao truong ban phong hoi mat mot dieu don cum".split())  # fmt: skip
_PLURAL = ("cấp xã", "cấp huyện", "các cấp", "cấp tỉnh", "cấp cơ sở")
_OPENERS = frozenset({"của", "thuộc", "trực thuộc", "tại", "trên địa bàn", "các", "đóng", "phụ trách", "chuyên trách"})
_NUMBERED = frozenset("so vuc khu doan to doi khoi lop quan phuong thon ban ap thcs thpt tieu diem nhom khoa cum vung".split())
_NOT_VERBS = ("phát thanh", "phát triển nông thôn", "chi nhánh", "chi cục", "chi bộ", "chi đoàn", "chi hội", "chi đội",
              "thông tin đại chúng", "giao thông", "thông tin và truyền thông", "giáo dục và đào tạo", "xây dựng đảng",
              "bảo vệ thực vật", "tổ chức chính trị", "tổ chức thành viên", "tổ chức xã hội", "tổ chức đoàn thể",
              "tổ chức đảng", "tổ chức tín dụng", "tổ chức tôn giáo", "tổ chức công đoàn", "tổ chức kinh tế",
              "tổ chức liên quan", "tổ chức có", "tổ chức khác", "tổ chức cá nhân", "tổ chức, cá nhân", "tổ chức quốc tế",
              "tổ chức phi", "tổ chức quần chúng", "tổ chức cơ sở", "tổ chức trong", "tổ chức trên", "tổ chức tại",
              "tổ chức hội", "lãnh đạo sở", "lãnh đạo các", "lãnh đạo đơn vị", "trực thuộc", "đưa đón", "thu gom rác",
              "trồng trọt", "cấp xã", "cấp huyện", "cấp tỉnh", "cấp trên", "cấp ủy", "cấp cơ sở", "khám bệnh", "cấp nước",
              "đầu tư công", "kiểm sát nhân dân", "thanh tra sở", "thanh tra tỉnh", "thanh tra huyện", "thông tin cơ sở",
              "phát thanh truyền hình", "đặc biệt khó khăn", "chuyển đổi số", "giữ trẻ", "quản lý nhà nước", "tự quản",
              "trực tuyến", "phụ trách", "tự vệ", "thu nhập", "đặt hàng", "mở rộng", "in ấn", "thuê bao")  # fmt: skip
_VERBS_AS_NOUNS = ("tổ chức hội nghị", "tổ chức hội thảo", "tổ chức hội thi", "tổ chức hội chợ", "tổ chức hội diễn",
                   "trồng trọt và", "mở rộng quy mô")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Name:
    """A name by word indexes: ``[first, last)``; ``after`` is behind its bracketed notes."""

    first: int
    last: int
    after: int
    head: known.Head
    field: Field | None = None
    plural: bool = False
    """Several bodies of one kind ("UBND các huyện")."""
    free: bool = False
    """The name says what a person looks after ("phụ trách lĩnh vực …"): verbs do not end it."""
    loose: bool = False
    """Known by its first word only, not by a field, a proper name or a place."""
    lent: str | None = None
    """The head this name borrows from the name before ("các Sở: Y tế, **Tài chính**")."""


def verb_at(words: Words, i: int) -> int | None:
    """The index behind a verb that begins an action at word ``i``; a capital is allowed only to unmistakable ones."""
    if not words.is_word(i) or words.digit(i):
        return None
    found = longest(words, i, _verbs(), bared=False)
    if found is not None:
        if found[1] is False:
            return None
    elif not words.capital(i):
        found = longest(words, i, bare_verb_trie(), bared=True)
        if found is not None and (longest(words, i, _nouns(), bared=True) or longest(words, i, spelled_trie(), bared=False)):
            return None
    if found is None:
        return None
    if words.capital(i) and found[1] not in known.STRONG_VERBS:
        return None
    return found[0]


_PHONG = next(h for h in known.HEADS if h.words == "phòng")
_verb_cache: list[dict[object, object]] = []


def _verbs() -> dict[object, object]:
    """The verbs, and the phrases that begin like one and are none."""
    if not _verb_cache:
        trie = verb_trie()
        from kehoach.knowledge.agency_lookup import split_words

        for rows, value in ((_NOT_VERBS, False), (_VERBS_AS_NOUNS, True)):
            for phrase in rows:
                node = trie
                for word in split_words(phrase):
                    node = node.setdefault(word, {})
                if value is False or None not in node:
                    node[None] = phrase if value else False
        _verb_cache.append(trie)
    return _verb_cache[0]


_noun_cache: list[dict[object, object]] = []


def _nouns() -> dict[object, object]:
    if not _noun_cache:
        from kehoach.knowledge.agency_lookup import build

        _noun_cache.append(build(((p, p) for p in _NOT_VERBS), bared=True))
    return _noun_cache[0]


def _head(words: Words, i: int) -> tuple[int, known.Head, bool] | None:
    """The head at word ``i``: (index behind it, the head, whether its print is damaged)."""
    if not words.is_word(i):
        return None
    found, damaged = longest(words, i, head_trie(), bared=False), False
    rough = longest(words, i, bare_head_trie(), bared=True)
    if rough is not None and words.capital(i) and (found is None or rough[0] > found[0] + 0):
        found, damaged = (rough, True) if found is None or rough[0] > found[0] else (found, False)
    if found is None:
        return None
    j, head = found
    if words.is_word(j):
        stem = " ".join(words.bares[i:j])
        if words.bares[j] in not_after().get(stem, ()) and not (
            words.capital(j) and not words.text[words.starts[i] :words.ends[j]].isupper() and head.follow == "field"
            and stem not in {"ban", "phong", "hoi", "bao", "vu", "khoa", "truong", "to", "bo"}
        ):
            return None
    return j, head, damaged


def name_at(words: Words, i: int, *, inside: bool = False) -> Name | None:
    """The name that begins at word ``i``; ``inside`` a sentence, a capital or a group is asked for.

    The name may end where another begins: see :func:`names_at` for whole lists.
    """
    found = _head(words, i)
    if found is None:
        return None
    j, head, damaged = found
    if head.follow == "name":
        return _person(words, i, j, head)
    if head.follow == "open":
        if damaged and head.weak:
            return None
        if words.folds[i] == "phòng" and (field := longest_field(words, i + 1, field_trie())) and field[0] >= j:
            return _finish(words, Name(i, field[0], field[0], _PHONG, field[1]), opened=False)
        field = longest_field(words, j + (words.has(j) and words.folds[j] == ":"), field_trie())
        if head.words in _ENUMERABLE and field is not None and _ENUMERABLE[head.words].lower() in field[1].heads:
            return _finish(words, Name(i, field[0], field[0], head, field[1], lent=_ENUMERABLE[head.words]), opened=False)
        return _finish(words, Name(i, j, j, head, plural=head.kind == "group"), opened=True)
    if head.follow == "whole":
        if damaged and j - i < 2:
            return None
        field = longest_field(words, i + 1, field_trie())
        if field is not None and field[0] > j and words.bares[i] in _CLOSED and words.folds[i] in field[1].heads:
            return _finish(words, Name(i, field[0], field[0], head, field[1]), opened=False)
        return _finish(words, Name(i, j, j, head), opened=head.words.endswith(" các"))
    if head.follow == "unit":
        return _finish(words, Name(i, j, j, head), opened=True) if not damaged and _unit(words, j, head) else None
    return _fielded(words, i, j, head, damaged)


def _fielded(words: Words, i: int, j: int, head: known.Head, damaged: bool) -> Name | None:
    """A body named after its field of work, or by a proper name or a number."""
    stem = " ".join(words.bares[i:j])
    field = longest_field(words, j, field_trie())
    if field is not None and not (stem == "bo" and "bộ" not in field[1].heads):
        if damaged and not (stem in _CLOSED and words.capital(i)):
            return None
        shouting = words.text[words.starts[i] :words.ends[j]].isupper()
        if not words.capital(j) and not shouting and stem not in _CLOSED and stem not in _LOWER_FIELDS:
            field = None
        else:
            name = Name(i, field[0], field[0], head, field[1])
            return _finish(words, name, opened=stem not in _CLOSED)
    if damaged or stem == "bo" or not words.is_word(j):
        return None
    if words.digit(j) or (words.folds[j] == "số" and words.digit(j + 1)):
        return _finish(words, Name(i, j + 1 + (words.folds[j] == "số"), j + 1, head), opened=False)
    if words.capital(j) and verb_at(words, j) is None:
        return _finish(words, Name(i, j, j, head), opened=True)
    if _unit(words, j, head) and not (words.folds[j] == "các" and stem != "cong an"):
        return _finish(words, Name(i, j, j, head), opened=longest(words, j, tail_trie(), bared=True) is None)
    if stem in {"so", "phong", "bo", "vu", "cuc", "bao", "dai", "khoa", "to", "doi", "hat", "don"} and stem != "to":
        return None
    if verb_at(words, j) is not None and not longest(words, j, modifier_trie(), bared=False):
        return None
    if longest(words, j, ender_trie(), bared=False):
        return None
    return _finish(words, Name(i, j, j, head, loose=True), opened=True)


def _unit(words: Words, j: int, head: known.Head) -> bool:
    """Whether what follows a head is the body or the place it belongs to."""
    if not words.is_word(j) or verb_at(words, j) is not None:
        return False
    if words.capital(j):
        return True
    if words.bares[j] in _UNITS and words.folds[j] not in {"số", "bỏ", "bố", "cả", "cỏ", "có", "bản"}:
        return not (words.bares[j] == "cong" and words.folds[j + 1 : j + 2] == ["tác"])
    return False


def _person(words: Words, i: int, j: int, head: known.Head) -> Name | None:
    """ "Đồng chí Lường Văn Quý, Phó Chủ tịch UBND xã": a title, a name in capitals, and the functions behind it."""
    k = j
    if words.has(k) and words.folds[k] == ":":
        return None
    if not words.capital(k):
        post = _head(words, k)
        if post is None or post[1].kind != "person" or head.words not in {"đồng chí", "đ/c"}:
            return None
        return _finish(words, Name(i, post[0], post[0], head), opened=True)
    while (words.capital(k) or (words.has(k) and words.folds[k] in {"'", "’", "."} and k > j)) and k - j < 9:
        k += 1
    return _finish(words, Name(i, k, k, head), opened=False)


def _finish(words: Words, name: Name, *, opened: bool) -> Name:
    """The name with all that belongs to it: places, qualifiers, groups that go on, and its bracketed notes behind."""
    i = name.last
    core = i
    while i - name.first < LONGEST and words.has(i):
        nxt = _step(words, name, i, core, opened)
        if nxt is None:
            break
        i, name, opened = nxt
    return replace(name, last=i, after=_notes(words, i))


def _step(words: Words, name: Name, i: int, core: int, opened: bool) -> tuple[int, Name, bool] | None:
    """What word ``i`` adds to a name: (the next index, the name, whether any word may follow), or None at its end."""
    word = words.folds[i]
    if word in {",", "và", "vả", "&", "/"}:
        return _behind_comma(words, name, i, opened)
    if word == "-":
        return _behind_dash(words, name, i, opened)
    if word == "." and words.folds[i - 1] in {"tp", "tx", "tt", "q", "p"}:
        return i + 1, name, opened
    if word in {"'", "’"} and words.is_word(i + 1):
        return i + 1, name, opened
    if not words.is_word(i):
        return None
    if words.digit(i):
        fits = words.bares[i - 1] in _NUMBERED or name.head.follow == "field"
        return (i + 1, name, opened) if fits and not _date(words, i) else None
    if opened and name.field is None and (i == core or words.folds[i - 3] in {",", "và"}):
        modifier = longest(words, i, modifier_trie(), bared=False)
        if i == core and name.head.kind == "person" and name.head.words.endswith("trách"):
            return i + 1, replace(name, free=_scope(words, i)), True
        if modifier is not None and not words.capital(i) and _modified(words, name, i, modifier):
            return modifier[0], name, True
    if word == "công" and (compound := longest(words, i, compound_trie(), bared=True)) and compound[0] - i > 2 and opened:
        return compound[0], name, opened
    if word == "có" and opened and name.head.kind == "group" and (modifier := longest(words, i, modifier_trie(), bared=False)):
        return modifier[0], name, opened
    if word == "phụ" and name.head.follow == "name" and not _colon_ahead(words, i):
        return None
    if name.free:
        return (i + 1, name, True) if word not in {"có", "chịu"} and _strong_verb(words, i) is None else None
    if not words.capital(i) and words.capital(i - 1) and (words.folds[i - 1], word) in pairs() and not opened:
        return i + 1, name, opened
    if verb_at(words, i) is not None and not (words.folds[i - 1] == "truyền" and word == "hình"):
        return None
    return _plain_step(words, name, i, opened)


def _plain_step(words: Words, name: Name, i: int, opened: bool) -> tuple[int, Name, bool] | None:
    """The same for a word that is neither a sign nor a number nor a verb."""
    word = words.folds[i]
    if word == "trong" and not words.capital(i):
        return (i + 1, name, True) if _inner(words, i + 1) else None
    ender = longest(words, i, ender_trie(), bared=False)
    tail = longest(words, i, tail_trie(), bared=True)
    if tail is not None and ender is None:
        said = tail[1]
        if said in {"ban", "phòng", "hội", "sở", "bộ"} and not opened and word != said:
            return None
        plural = name.plural or said == "các" or said.startswith(_PLURAL) or (
            name.head.kind == "person" and said in {"cơ quan", "đơn vị"}
        )
        free = name.head.kind == "person" and said in {"phụ trách", "chuyên trách"} and _scope(words, tail[0])
        return tail[0], replace(name, plural=plural, free=free), opened or said in _OPENERS
    if words.capital(i):
        compound = longest(words, i, compound_trie(), bared=True)
        return (compound[0] if compound else i + 1), name, opened
    if ender is not None:
        about = name.head.kind == "group" and word == "là" and words.has(i + 2) and words.folds[i + 1] == "đối"
        return (i + 1, replace(name, free=True), True) if about else None
    if opened or (words.capital(i - 1) and (words.folds[i - 1], word) in pairs()):
        return i + 1, name, opened
    return None


def _colon_ahead(words: Words, i: int) -> bool:
    """Whether a colon follows within a few words: then "phụ trách …" says who somebody is, not what he does."""
    return words.has(i) and any(words.has(k) and words.folds[k] == ":" for k in range(i, i + 14))


def _modified(words: Words, name: Name, i: int, modifier: tuple[int, str]) -> bool:
    """Whether the verb-like words behind a generic noun belong to it: "cơ sở kinh doanh", not "các đơn vị tổ chức lễ"."""
    if not (name.loose or (name.head.kind == "group" and words.bares[i - 1] in _GENERIC)):
        return False
    end, said = modifier
    if said not in known.DOUBTFUL_MODIFIERS:
        return True
    if words.bares[i - 1] in {"so", "nghiep", "luong"} and said not in {"tổ chức", "tham gia"} and not words.has(end):
        return True
    for k in range(end, end + 12):
        if not words.is_word(k):
            return False
        if words.folds[k] in {"việc", "công", "tình", "các", "và"} or (found := verb_at(words, k)) and found - k < 2:
            return False
        if found:
            return True
    return False


def _scope(words: Words, i: int) -> bool:
    """Whether "phụ trách" says which field a person looks after: then all that follows is the name."""
    return words.is_word(i) and words.folds[i] in {"lĩnh", "mảng", "công", "khối"}


def _strong_verb(words: Words, i: int) -> int | None:
    found = longest(words, i, _verbs(), bared=False)
    return found[0] if found is not None and found[1] in known.STRONG_VERBS else None


def _inner(words: Words, i: int) -> bool:
    """Whether the words behind "trong" say where a body is, not what it does."""
    return words.capital(i) or (words.is_word(i) and words.folds[i] in {
        "các", "tỉnh", "huyện", "xã", "ngành", "trung", "khu", "cụm", "trường", "đơn", "địa", "hệ", "và", "toàn", "khối", "nước"}) or words.folds[i : i + 2] in (["công", "ty"], ["công", "an"])


def _date(words: Words, i: int) -> bool:
    return words.has(i + 1) and words.folds[i + 1] in {"/", "%", "."} and words.digit(i + 2)


def _behind_dash(words: Words, name: Name, i: int, opened: bool) -> tuple[int, Name, bool] | None:
    """Behind a hyphen a name goes on, unless a verb or a second body of the same head follows."""
    if not words.is_word(i + 1) or verb_at(words, i + 1) is not None:
        return None
    if words.bares[i + 1] == words.bares[name.first] and name.head.follow == "field":
        return None
    if name.head.kind == "person":
        return i + 2, name, True
    if not words.capital(i + 1) and not opened and not name.field:
        return None
    return i + 2, name, opened


def _behind_comma(words: Words, name: Name, i: int, opened: bool) -> tuple[int, Name, bool] | None:
    """Whether a name goes on behind a comma or "và" at word ``i``."""
    j = i + 1
    if words.has(j) and words.folds[j] in {"và", "vả"} and words.folds[i] == ",":
        j += 1
    if not words.is_word(j):
        return None
    if name.free:
        return j, name, opened
    if name.lent is None and name.head.kind == "person":
        post = _head(words, j)
        functions = post is not None and post[1].kind == "person" and post[1].follow != "name"
        if name.head.follow == "name":
            return (post[0], name, True) if functions and post and words.folds[i] == "," else None
        if post is not None and (functions or post[1].words.startswith("các")):
            return None
    if name.head.words in _OFFICES and words.folds[j] in {"ubnd", "ủy"}:
        return j + 1, name, opened
    if words.folds[j] in _SECOND_HALVES and words.folds[j : j + 2] != ["truyền", "thông"]:
        return j + 1, name, True
    group = longest(words, j, group_trie(), bared=True)
    if group is not None and _goes_on(words, name, i, j, group[0]):
        return group[0], replace(name, plural=True), opened or name.head.follow == "open"
    if verb_at(words, j) is not None:
        modifier = longest(words, j, modifier_trie(), bared=False)
        if not (modifier and name.head.follow == "open" and words.has(modifier[0]) and _listed(words, name, i)):
            return None
        return modifier[0], name, opened
    if name_at(words, j, inside=True) is not None:
        return None
    if words.capital(j) and words.folds[j - 1] == "và" and name.field is not None and name.lent is None:
        return j + 1, name, True
    if words.capital(j) and not (name.field is not None and " ".join(words.bares[name.first : name.first + 1]) in _CLOSED):
        return (j + 1, name, opened) if name.head.follow in {"field", "unit", "open"} and opened else None
    if opened and longest(words, j, ender_trie(), bared=False) is None and not words.digit(j) and not words.capital(j):
        return j, name, opened
    return None


def _listed(words: Words, name: Name, i: int) -> bool:
    """Whether a modifier stands right behind the head, so that a second may follow: "cơ sở sản xuất, kinh doanh"."""
    head_end = name.first + len(name.head.words.split())
    return i - head_end <= 4 and longest(words, head_end, modifier_trie(), bared=False) is not None


def _goes_on(words: Words, name: Name, i: int, j: int, end: int) -> bool:
    """Whether a group word at ``j`` carries on the group or the list of places before the comma."""
    last = words.bares[i - 1]
    pair = f"{words.bares[i - 2]} {last}" if i > 1 else last
    first = words.bares[j]
    level = first in _LEVELS or first in {"tp"} or f"{first} {words.bares[j + 1] if words.has(j + 1) else ''}" in _LEVEL_PAIRS
    found = _head(words, j)
    if found is not None and found[0] > end and not (found[1].kind == "group" and not found[1].words.startswith("các")):
        return False
    if found is not None and found[1].follow == "field" and found[0] == end:
        if longest_field(words, end, field_trie()) or (words.capital(end) and words.bares[end] not in {"nganh"}):
            return False
    if name.plural or name.head.kind == "group":
        return True
    return level and (last in _LEVELS or pair in _LEVEL_PAIRS) and words.capital(j) == words.capital(i - 1)


def _notes(words: Words, i: int) -> int:
    """The index behind bracketed notes at word ``i``: "(cơ quan thường trực)"."""
    while words.has(i) and words.folds[i] == "(":
        k, depth = i, 0
        while words.has(k) and k - i < LONGEST:
            depth += (words.folds[k] == "(") - (words.folds[k] == ")")
            k += 1
            if not depth:
                break
        if depth:
            return i
        i = k
    return i


_SOMEBODY = known.Head("", "open", "group", "")


def phrase_at(words: Words, i: int) -> Name | None:
    """A noun phrase that names somebody where only its place says so ("phối hợp với **gia đình**")."""
    if not words.is_word(i) or words.digit(i):
        return None
    if not words.capital(i) and (verb_at(words, i) is not None or longest(words, i, ender_trie(), bared=False)):
        return None
    return _finish(words, Name(i, i + 1, i + 1, _SOMEBODY), opened=True)


def names_at(words: Words, i: int) -> list[Name]:
    """The list of names that begins at word ``i``: parted by commas, semicolons, "và", "cùng"."""
    names: list[Name] = []
    while (name := _next(words, i, names)) is not None:
        names.append(name)
        j = behind_separator(words, name.after)
        if j is None:
            break
        i = j
    return names


def _next(words: Words, i: int, names: list[Name]) -> Name | None:
    """The name at ``i`` or, in "các Sở: Y tế, Tài chính", the field that borrows the head before."""
    if names and names[-1].field is not None and not (verb_at(words, i) is not None and not words.capital(i)):
        lent = names[-1].lent or _ENUMERABLE.get(names[-1].head.words)
        field = longest_field(words, i, field_trie()) if lent else None
        if lent and field and lent.lower() in field[1].heads and words.capital(i) and _head_alone(words, i, field[0]):
            return _finish(words, Name(i, field[0], field[0], names[-1].head, field[1], lent=lent), opened=False)
    return name_at(words, i, inside=bool(names))


def _head_alone(words: Words, i: int, end: int) -> bool:
    """Whether a field stands by itself, not as the beginning of another body's name ("Công an tỉnh")."""
    found = _head(words, i)
    return found is None or found[0] <= i + 1 and found[1].follow in {"field", "unit"}


def behind_separator(words: Words, i: int) -> int | None:
    """The index behind a separator of names at word ``i``, None where there is none."""
    j = i
    while words.has(j) and words.folds[j] in {",", ";", "và", "vả", "&", "/", "cùng", "với", "hoặc", "-"} and j - i < 3:
        if words.folds[j] == "với" and (j == i or words.folds[j - 1] != "cùng"):
            break
        j += 1
    return j if j > i else None
