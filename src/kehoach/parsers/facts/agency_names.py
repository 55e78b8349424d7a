"""An agency's name: what belongs to it, word by word, up to its end.

The grammar is the clerk's: a head ("Sở", "Ủy ban nhân dân", "Các đơn vị", "Đồng chí"), then a field of work, a proper
name or a place, then either a comma and the next name, or the verb of what is to be done.
"""

from __future__ import annotations

from kehoach.knowledge import agency_ends
from kehoach.knowledge import agency_words as known
from kehoach.knowledge.agency_lookup import (
    Words,
    compound_trie,
    ender_trie,
    is_pair,
    longest,
    modifier_trie,
    tail_trie,
    verb_trie,
)
from kehoach.parsers.facts.agency_begin import BODY_ENDS, PHONG, WORKS, Name, begin, charge_at, verb_at
from kehoach.parsers.facts.agency_joints import (
    AND,
    LONGEST,
    Step,
    all_is_said,
    behind_comma,
    behind_dash,
    board_at,
    colon_ahead,
    errand_at,
    in_charge,
    looks_after,
    scheme_at,
    strong_verb,
)

_NEAR_HEAD = 8
"""Words into a name up to which a verb may end it: "Phòng Quản lý hoạt động **xây dựng**"."""
_PLACE_WORDS = frozenset({"tỉnh", "huyện", "xã", "phường", "thành", "khu", "việt", "quận"})
_LOOSE_WORDS = frozenset(
    {"các", "cho", "trên", "trong", "toàn", "của", "tại", "ở", "và", "để", "về", "với", "theo", "từ", "đến", "những"}
)
# First words of what bodies are there to hold: "các đơn vị tổ chức **sự** kiện".
_EVENTS_HELD = frozenset({"sự", "đấu", "biểu", "thi", "kỳ", "sát", "bán", "hành", "tour"})
_ENDS_FREE = frozenset({"có", "chịu", "là", "theo"})
_GENERIC = frozenset("so nghiep vi quan chuc luong nganh ho doan to ban nguoi thu cac nhan the dong phong hoi".split())
_PLACE_KINDS = frozenset("huyện xã phường thôn bản ấp quận phố trấn tỉnh".split())
# Words that would end a name, but not behind these: "Phòng Quản trị thiết bị", "các khách hàng lớn".
_WHOLE = (["thiết", "bị"], ["trang", "bị"], ["chuẩn", "bị"], ["khách", "hàng"])
_IN_LISTS = (["ngân", "hàng"], ["cửa", "hàng"])  # in a list of bodies: "cơ quan thuế, **ngân hàng**"
_TWO_WORD_KINDS = (["thành", "phố"], ["thị", "xã"], ["thị", "trấn"])
_PLURAL = ("cấp xã", "cấp huyện", "các cấp", "cấp tỉnh", "cấp cơ sở")
_OPENERS = frozenset({"của", "thuộc", "trực thuộc", "tại", "trên địa bàn", "các", "đóng", "phụ trách", "chuyên trách"})
_COUNTED_PLACES = frozenset(
    "xã|phường|thôn|bản|ấp|xóm|buôn|khóm|huyện|quận|thị trấn|thị xã|khu phố|khu dân|tổ dân|khối phố".split("|")
)
_LARGEST_COUNT = 3
"""Digits of how many places there are."""
_NUMBERED = frozenset(
    "so vuc khu doan to doi khoi lop quan phuong thon ban ap thcs thpt tieu diem nhom khoa cum vung dao".split()
)


def name_at(words: Words, i: int) -> Name | None:
    """The name that begins at word ``i``; for whole lists see :func:`names_at`."""
    begun = begin(words, i)
    return finish(words, begun[0], opened=begun[1]) if begun is not None else None


def finish(words: Words, name: Name, *, opened: bool) -> Name:
    """The name with all that belongs to it: places, qualifiers, groups that go on, and its bracketed notes behind."""
    i = name.last
    core = i
    while i - name.first < LONGEST and words.has(i):
        nxt = _step(words, name, i, core, opened)
        if nxt is None:
            break
        i, name, opened = nxt
    if words.folds[i - 1] == "nơi" and i - 1 > name.first:
        i -= 1  # "chính quyền địa phương **nơi** có dự án": where, which the name does not hold
    return name._replace(last=i, after=_notes(words, i))


def _step(words: Words, name: Name, i: int, core: int, opened: bool) -> Step | None:
    """What word ``i`` adds to a name, or None at its end."""
    word = words.folds[i]
    if (errand := errand_at(words, i) or scheme_at(words, i)) is not None:
        return errand, name, True
    if word in {",", "&", "/"} or word in AND:
        return behind_comma(words, name, i, opened)
    if not words.is_word(i):
        return _sign_step(words, name, i, opened)
    of_places = name.plural and words.folds[i - 1] in _PLACE_KINDS and "các" in words.folds[i - 3 : i - 1]
    if of_places and words.capital(i) and (places := _places(words, i)) is not None:
        return places, name, opened
    if words.digit(i):
        if i == core and name.head.words == "phòng nghiệp vụ" and not _counts_places(words, i):
            return i + 1, name._replace(head=PHONG, plural=False), opened  # "Phòng Nghiệp vụ 4" is one of them
        return _digit_step(words, name, i, opened)
    if word == "được" and (name.plural or name.head.kind == "group") and (charge := charge_at(words, i)) is not None:
        return charge, name, opened
    if opened and (step := _qualified(words, name, i, core)) is not None:
        return step
    if word in {"còn", "có"} and (behind := _which_of(words, name, i)) is not None:
        return behind, name, opened
    if word == "phụ" and looks_after(words, name, i, core):
        return in_charge(words, name, i) if name.head.follow in known.NAMED else None
    if name.free:
        field = words.folds[i - 2 : i] == ["công", "tác"]  # "phụ trách công tác **tuyên truyền** …"
        return (i + 1, name, True) if field or (word not in _ENDS_FREE and strong_verb(words, i) is None) else None
    if (behind := board_at(words, i)) is not None or (behind := _idle_verb(words, i, opened)) is not None:
        return behind, name, opened
    if verb_at(words, i) is not None and not (words.folds[i - 1] == "truyền" and word == "hình"):
        title = _titled(words, name, i) if opened and name.field is None else None
        return (title, name, opened) if title is not None else None
    return _plain_step(words, name, i, opened)


def _sign_step(words: Words, name: Name, i: int, opened: bool) -> Step | None:
    """The same for a sign that is no comma: a hyphen, the point of "TP.", the apostrophe of "Cư M'gar", a colon."""
    sign, last = words.folds[i], words.folds[i - 1]
    if sign == "-":
        return behind_dash(words, name, i, opened)
    if sign == "." and last in {"tp", "tx", "tt", "q", "p"}:
        return i + 1, name, opened
    if sign == "'" and words.is_word(i + 1):
        inside = words.ends[i - 1] == words.starts[i] and words.ends[i] == words.starts[i + 1]  # "Cư M'gar", "Ea H’leo"
        return i + 1 + inside, name, opened
    if sign == ":" and name.plural and last in _PLACE_KINDS and (places := _places(words, i + 1)):
        return places, name, opened
    return None


def _digit_step(words: Words, name: Name, i: int, opened: bool) -> Step | None:
    """The same for a number: of a body ("Tổ 3"), or of how many places ("UBND 10 xã")."""
    numbered = words.bares[i - 1] in _NUMBERED
    if not numbered and _counts_places(words, i):
        return i + 1, name._replace(plural=True), opened
    return (i + 1, name, opened) if (numbered or name.head.follow == "field") and not _date(words, i) else None


def _qualified(words: Words, name: Name, i: int, core: int) -> Step | None:
    """The same for words like verbs that say which bodies or persons are meant: "cơ sở **kinh doanh**"."""
    word = words.folds[i]
    if name.field is None and (i == core or words.folds[i - 3] in {",", "và"}):
        modifier = longest(words, i, modifier_trie(), bared=False)
        if i == core and name.head.kind == "person" and name.head.words.endswith("trách"):
            return i + 1, name._replace(free=_scope(words, i)), True
        if modifier is not None and not words.capital(i) and _modified(words, name, i, modifier):
            return modifier[0], name, True
    if word == "công":
        compound = longest(words, i, compound_trie(), bared=True)
        return (compound[0], name, True) if compound and compound[0] - i > 2 else None
    return None


def _which_of(words: Words, name: Name, i: int) -> int | None:
    """The index behind what says which of several bodies are meant: "các phòng **còn lại**", "các xã **có rừng**"."""
    if not name.plural and name.head.kind != "group":
        return None
    if words.folds[i] == "còn":
        return i + 2 if words.has(i + 1) and words.folds[i + 1] == "lại" else None
    modifier = longest(words, i, modifier_trie(), bared=False)
    return modifier[0] if modifier else None


def _idle_verb(words: Words, i: int, opened: bool) -> int | None:
    """The index behind a verb that is a part of the name: "Sở Xây **dựng**", or one that begins no sentence here."""
    paired = not words.capital(i) and words.capital(i - 1) and is_pair(words.bares[i - 1], words.bares[i])
    if not opened:
        return i + 1 if paired else None
    verb = longest(words, i, verb_trie(), bared=False)
    if verb is None:
        return None
    if paired and verb[0] == i + 1:  # "Xây dựng", "Chăn nuôi" hold a verb of one syllable
        return i + 1
    word = words.folds[i]
    begins = word == "phụ" or verb[1] is not False or (word == "lãnh" and verb_at(words, i) is not None)
    return None if begins else verb[0]


def _counts_places(words: Words, i: int) -> bool:
    """Whether the number at word ``i`` says of how many places: "UBND **10** xã, thị trấn"."""
    if not words.is_word(i + 1) or words.ends[i] - words.starts[i] > _LARGEST_COUNT:
        return False
    if words.folds[i + 1] in _COUNTED_PLACES:
        return True
    return words.is_word(i + 2) and f"{words.folds[i + 1]} {words.folds[i + 2]}" in _COUNTED_PLACES


def _places(words: Words, i: int) -> int | None:
    """The index behind a list of two and more places' names at word ``i``: "các huyện: **Ea Kar, Krông Pắc**"."""
    k, count = i, 0
    while words.capital(k) and k - i < LONGEST:
        while words.capital(k) or (words.has(k) and words.folds[k] in {"'", "’"}) or (words.digit(k) and k > i):
            k += 1
            if words.has(k) and words.text[words.ends[k - 1]] in "'’":
                k += 2  # "Ea H'leo"
        count += 1
        if not (words.has(k) and words.folds[k] in AND | {","}):
            break
        behind = _behind_kind(words, k + 1)
        if not words.capital(behind) or (behind == k + 1 and begin(words, k + 1)):
            break
        k = behind
    if count and (further := _of_other_kind(words, k)):
        return further
    goes_on = words.is_word(k) and verb_at(words, k) is None and not (words.folds[k] in AND and begin(words, k + 1))
    return k if count > 1 and not goes_on else None


def _of_other_kind(words: Words, i: int) -> int | None:
    """The index behind places of another kind that go on a list: "các quận: A, B **và các huyện: C, D**"."""
    if not words.has(i + 4) or words.folds[i] not in AND | {","} or words.folds[i + 1] != "các":
        return None
    k = _behind_kind(words, i + 2)
    return _places(words, k + 1) if k > i + 2 and words.folds[k] == ":" else None


def _behind_kind(words: Words, i: int) -> int:
    """The index behind a kind of place before its name: "… và **thành phố** Long Khánh"."""
    if not words.is_word(i) or words.capital(i):
        return i
    if words.folds[i] in _PLACE_KINDS:
        return i + 1
    return i + 2 if words.has(i + 1) and words.folds[i : i + 2] in _TWO_WORD_KINDS else i


def _plain_step(words: Words, name: Name, i: int, opened: bool) -> Step | None:
    """The same for a word that is neither a sign nor a number nor a verb."""
    word = words.folds[i]
    if word == "trong" and not words.capital(i):
        return (i + 1, name, True) if _inner(words, i + 1) else None
    ender = longest(words, i, ender_trie(), bared=False)
    pair = words.folds[i - 1 : i + 1]
    if ender is not None and (pair in _WHOLE or (pair in _IN_LISTS and name.head.follow != "field")):
        ender = None
    tail = longest(words, i, tail_trie(), bared=True)
    if tail is not None and ender is None:
        said = tail[1]
        if said == "phụ trách" and name.field is not None and name.head.kind != "person" and not colon_ahead(words, i):
            return None  # "Phòng Kinh tế **phụ trách** công tác tuyên truyền"
        if said in {"ban", "phòng", "hội", "sở", "bộ"} and not opened and word not in {said, "số"}:
            return (i + 1, name, opened) if words.capital(i) and words.capital(i - 1) else None  # "Lê Hồng Phong"
        plural = (
            name.plural
            or said == "các"
            or said.startswith(_PLURAL)
            or (name.head.kind == "person" and said in {"cơ quan", "đơn vị"})
        )
        free = name.head.kind == "person" and said in {"phụ trách", "chuyên trách"} and _scope(words, tail[0])
        return tail[0], name._replace(plural=plural, free=free), opened or said in _OPENERS
    if words.capital(i):
        compound = longest(words, i, compound_trie(), bared=True)
        return (compound[0] if compound else i + 1), name, opened
    if ender is not None:
        about = name.head.kind == "group" and word == "là" and words.has(i + 2) and words.folds[i + 1] == "đối"
        return (i + 1, name._replace(free=True), True) if about else None
    if opened or (words.capital(i - 1) and is_pair(words.bares[i - 1], words.bares[i])):
        return i + 1, name, opened
    return None


def _modified(words: Words, name: Name, i: int, modifier: tuple[int, str]) -> bool:
    """Whether verb-like words behind a generic noun belong to it: "cơ sở kinh doanh", not "các đơn vị tổ chức lễ"."""
    if not (name.loose or (name.head.kind == "group" and words.bares[i - 1] in _GENERIC)):
        return False
    end, said = modifier
    if said == "tham mưu":  # "các cơ quan tham mưu, giúp việc", but "các phòng tham mưu triển khai"
        return not words.has(end) or words.folds[end] in {",", "giúp", "cấp", "của"}
    if said not in agency_ends.DOUBTFUL_MODIFIERS:
        return not all_is_said(words, end)
    if said == "chủ trì" and words.folds[0] == "giao":
        return False  # "Giao các đơn vị **chủ trì** rà soát"
    if said == "tổ chức" and words.has(end) and words.folds[end] not in _EVENTS_HELD:
        return False  # "các cơ quan, đơn vị **tổ chức** thực hiện"
    if words.bares[i - 1] in {"so", "nghiep", "luong"} and said not in {"tổ chức", "tham gia"} and not words.has(end):
        return True
    for k in range(end, end + 12):
        if not words.is_word(k):
            return False
        if words.folds[k] in {"việc", "công", "tình", "các", "và"} or ((found := verb_at(words, k)) and found - k < 2):
            return False
        if found:
            return True
    return False


def _titled(words: Words, name: Name, i: int) -> int | None:
    """The index behind a verb that is one of a proper name's words: "Quỹ Đầu tư **phát triển** tỉnh".

    So it is where a place, a colon or the end follows within a few words that say nothing else.
    """
    found = longest(words, i, verb_trie(), bared=False)
    if (
        (name.head.follow not in {"field", "unit"} and name.head.words not in known.TITLED)
        or name.loose
        or found is None
        or found[1] not in agency_ends.NOUNISH_VERBS
    ):
        return None
    if _lacks_object(words, name, i):
        return found[0]
    builds = name.head.words == "ban quản lý dự án" and words.has(found[0] + 1)
    if builds and words.folds[found[0] : found[0] + 2] in WORKS:  # "… xây dựng công trình giao thông"
        return found[0]
    for k in range(found[0], found[0] + 6):
        if words.has(k) and words.folds[k] == ";" and k > found[0] and _whole(words, i):
            return None  # "Đồn Biên phòng Cửa Sót **kiểm tra** giấy tờ; Ban Quản lý cảng …"
        if not words.has(k) or words.folds[k] in {":", ";", "("}:
            return found[0] if k > found[0] or words.capital(i - 1) or i - name.first <= _NEAR_HEAD else None
        if words.folds[k] in _PLACE_WORDS and k > found[0]:
            return found[0]
        if words.folds[k] == "," and begin(words, k + 1) is not None:
            return found[0]
        if not words.is_word(k) or words.digit(k) or words.folds[k] in _LOOSE_WORDS or _acts(words, k):
            return None
    return None


def _whole(words: Words, i: int) -> bool:
    """Whether a name that ends before word ``i`` ends as whole names do: in a place, a rank or a proper name."""
    return words.capital(i - 1) or words.folds[i - 1] in _PLACE_KINDS or words.folds[i - 1] in BODY_ENDS


def _lacks_object(words: Words, name: Name, i: int) -> bool:
    """Whether a name is no more than its head and a verb in capitals, which no name is: "Phòng **Quản lý** …"."""
    begun = name.first + len(name.head.words.split())
    done = longest(words, begun, verb_trie(), bared=False)
    return done is not None and done[0] == i and words.capital(begun) and done[1] in agency_ends.NOUNISH_VERBS


def _acts(words: Words, i: int) -> bool:
    """Whether a verb stands at word ``i`` that names of bodies are not made of."""
    found = longest(words, i, verb_trie(), bared=False)
    return verb_at(words, i) is not None and (found is None or found[1] not in agency_ends.NOUNISH_VERBS)


def _scope(words: Words, i: int) -> bool:
    """Whether "phụ trách" says which field a person looks after: then all that follows is the name."""
    return words.is_word(i) and words.folds[i] in {"lĩnh", "mảng", "công", "khối"}


def _inner(words: Words, i: int) -> bool:
    """Whether the words behind "trong" say where a body is, not what it does."""
    return (
        words.capital(i)
        or (
            words.is_word(i)
            and words.folds[i]
            in {
                "các",
                "tỉnh",
                "huyện",
                "xã",
                "ngành",
                "trung",
                "khu",
                "cụm",
                "trường",
                "đơn",
                "địa",
                "hệ",
                "và",
                "toàn",
                "khối",
                "nước",
            }
        )
        or words.folds[i : i + 2] in (["công", "ty"], ["công", "an"])
    )


def _date(words: Words, i: int) -> bool:
    return words.has(i + 1) and words.folds[i + 1] in {"/", "%", "."} and words.digit(i + 2)


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
    return finish(words, Name(i, i + 1, i + 1, _SOMEBODY), opened=True)
