"""Where an agency's name begins: its head, and the field, place or person's name that makes it one."""

from __future__ import annotations

from kehoach.knowledge import agency_ends
from kehoach.knowledge import agency_words as known
from kehoach.knowledge.agency_fields import Field
from kehoach.knowledge.agency_lookup import (
    Words,
    bare_head_trie,
    bare_verb_trie,
    ender_trie,
    head_trie,
    longest,
    longest_field,
    modifier_trie,
    not_after,
    noun_trie,
    spelled_trie,
    tail_trie,
    verb_trie,
)
from kehoach.knowledge.patterns import lazy
from kehoach.knowledge.person_names import FAMILY_NAMES
from kehoach.records import NamedTuple

# Heads whose known field ends the name: what comes next in small letters is the action.
CLOSED = frozenset("so phong bo ban vu cuc nganh".split()) | {"chi cuc", "tong cuc"}
# Heads in small letters that a field in small letters may follow: "lực lượng công an", "trạm y tế".
_LOWER_FIELDS = frozenset(
    {"tram", "trung tam", "hoi", "truong", "luc luong", "cong ty", "benh vien", "khoi", "ban quan ly", "to", "doi"}
)
ENUMERABLE = {"sở": "Sở", "các sở": "Sở", "các phòng": "Phòng", "các bộ": "Bộ", "các ban": "Ban", "các vụ": "Vụ"}
_BEHIND_ITEM = frozenset({",", "và", ":", "có", "chịu"})
_ITEM_WORDS = 5
"""Words that a name in a list behind "các phòng" has at most."""
# "trình" is no verb behind these: "chương trình", "công trình".
_COURSES = frozenset({"chương", "công", "quy", "lộ", "giáo", "quá", "tiến", "hành"})
LEVELS = frozenset("tinh huyen quan xa phuong thon ban ap buon khom khoi lop".split())
# First words of what a body belongs to ("Văn phòng **Sở**", "Thanh tra **huyện**", "Cơ quan **Ủy ban** …").
UNITS = LEVELS | frozenset(
    "thanh thi tp cap cac so bo uy ubnd hdnd mttq nha truong nganh cong khu trung viet quoc chinh cua thuoc dia co "
    "dang giao phong hoi mat mot dieu don cum".split()
)


class Name(NamedTuple):
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


BODY_ENDS = frozenset(("tỉnh", "huyện", "xã", "phường", "phố", "ủy", "uỷ", "dân", "đảng", "bộ", "vụ"))
"""Words that a body's name ends in, behind which "lãnh đạo" is what it does and not whom it sends."""
WORKS = (["công", "trình"], ["hạ", "tầng"], ["đường", "sắt"], ["đường", "bộ"])
"""What a board of projects builds by its name."""
_NEVER_ALONE = frozenset(("ban", "phòng", "vụ", "cục"))
"""Words that name no body without the next: a capital behind them is a name's."""


def verb_at(words: Words, i: int) -> int | None:
    """The index behind a verb that begins an action at word ``i``; a capital is allowed only to unmistakable ones."""
    if not words.is_word(i) or words.digit(i) or (words.bares[i] == "trinh" and i and words.folds[i - 1] in _COURSES):
        return None
    ends = words.folds[i] == "lãnh" and i > 0 and (words.folds[i - 1] in BODY_ENDS or words.capital(i - 1))
    if ends and not words.capital(i) and words.has(i + 1):
        # "Ban cán sự đảng Ủy ban nhân dân tỉnh **lãnh đạo** Sở …"
        return i + 2 if words.folds[i + 1] == "đạo" else None
    if i and words.folds[i - 1 : i + 1] == ["thường", "trực"]:
        return None  # the second half of a post's name
    if i and words.folds[i - 1] in _NEVER_ALONE and words.capital(i) and words.capital(i - 1):
        return None  # "Ban Thực hiện chính sách …"
    found = longest(words, i, verb_trie(), bared=False)
    if found is not None:
        if found[1] is False:
            return None
    elif not words.capital(i):
        found = longest(words, i, bare_verb_trie(), bared=True)
        if found is not None and (
            longest(words, i, noun_trie(), bared=True) or longest(words, i, spelled_trie(), bared=False)
        ):
            return None
    if found is None:
        return None
    if words.capital(i) and found[1] not in agency_ends.STRONG_VERBS:
        return None
    return found[0]


# "các cơ quan **được giao chủ trì các nhiệm vụ tại Phụ lục**": what a group is charged with tells which it is.
_CHARGE = lazy(
    r"được (?:giao|phân công)(?=[ ,:;.)]|$)"
    r"(?:[^,.;:()]{0,80}(?= ?:)"
    r"|(?: (?:nhiệm vụ|trách nhiệm))?(?: làm)?"
    r"(?: (?:chủ trì|phối hợp|phụ trách|thực hiện|chịu trách nhiệm|đầu mối)"
    r"(?:,? (?:và )?(?:phối hợp|thực hiện|phụ trách))?)?"
    r"(?: (?:các |những )?(?:nhiệm vụ|nội dung|công việc|chỉ tiêu|chỉ số|nhóm nhiệm vụ|hoạt động)"
    r"(?: (?:chủ trì|phụ trách|cụ thể|thành phần|được giao|liên quan|trên|nêu trên))*)?"
    r"(?: (?:tại|trong|theo|ở) (?:các )?(?:phụ lục|kế hoạch|danh mục|biểu|bảng|mục|khoản)"
    r"(?: (?:số )?(?:[ivx]+|\d+)(?![^\W_]))*(?: (?:kèm theo|này|ban hành kèm theo|của kế hoạch này|kế hoạch này))*)?)"
)


def charge_at(words: Words, i: int) -> int | None:
    """The index behind the words at word ``i`` that say what a group is charged with, None where there are none."""
    if words.folds[i] != "được" or not words.has(i + 1) or words.folds[i + 1] not in {"giao", "phân"}:
        return None
    m = _CHARGE.match(words.fold, words.starts[i])
    return words.past(i, m.end()) if m is not None else None


_CO_QUAN = next(h for h in known.HEADS if h.words == "cơ quan" and h.follow == "open")
PHONG = next(h for h in known.HEADS if h.words == "phòng")
# Heads that a capital does not save from what NOT_AFTER says: "Ban Hành" is "ban hành" however it is printed.
_FIELDS_AFTER_ALL = (["an", "ninh"], ["an", "toan"], ["ho", "tich"], ["hoc", "vu"], ["dich", "vu"], ["giao", "dich"])
_WHOLE = frozenset({"chi đoàn", "liên đội", "vườn quốc gia"})
"""Heads that are a name in front of what is to be done: "Chi đoàn tổ chức lễ ra quân"."""
_ADVISES_ALONE = frozenset({"nganh", "phong", "khoa"})
"""Heads behind which "tham mưu" in small letters is what they do: "các khoa, phòng tham mưu ban hành"."""
_FIRM = frozenset({"ban", "phong", "hoi", "bao", "vu", "khoa", "truong", "to", "bo"})


def head_at(words: Words, i: int) -> tuple[int, known.Head, bool] | None:
    """The head at word ``i``: (index behind it, the head, whether its print is damaged)."""
    if not words.is_word(i):
        return None
    found, damaged = longest(words, i, head_trie(), bared=False), False
    if words.capital(i) or words.folds[i] == "cac":
        rough = longest(words, i, bare_head_trie(), bared=True)
        if rough is not None and (found is None or rough[0] > found[0]):
            found, damaged = rough, True
    if found is None:
        return None
    j, head = found
    stem = " ".join(words.bares[i:j])
    if words.is_word(j) and words.bares[j] in not_after().get(stem, ()):
        shouting = words.text[words.starts[i] : words.ends[j]].isupper()
        firm = stem in _FIRM and not _named_so(words, j, head)
        if not words.capital(j) or shouting or head.follow != "field" or firm:
            return None
    return j, head, damaged


def field_of(words: Words, i: int, head: str) -> tuple[int, Field] | None:
    """The longest field at word ``i`` that bodies called ``head`` have: "Tài chính", not "Tài chính, Kế hoạch"."""
    field = longest_field(words, i, head)
    comma = next((k for k in range(i, field[0]) if words.folds[k] == ","), None) if field is not None else None
    if field is None or (head in field[1].heads and (comma is None or "và" in words.folds[comma : field[0]])):
        return field
    if comma is None:
        return None
    shorter = longest_field(Words(words.text[words.starts[i] : words.starts[comma]]), 0, head)
    return (i + shorter[0], shorter[1]) if shorter is not None and head in shorter[1].heads else None


def _named_so(words: Words, j: int, head: known.Head) -> bool:
    """Whether what looks like another word is a field of work after all: "Phòng **An** ninh", not "phòng ăn"."""
    return (words.has(j + 1) and words.bares[j : j + 2] in _FIELDS_AFTER_ALL) or longest_field(
        words, j, head.words
    ) is not None


def listed_at(words: Words, i: int, head: str) -> int | None:
    """The index behind a name in capitals that is no body without ``head``: "các phòng **Điều độ**, Kinh doanh"."""
    if not words.capital(i) or words.digit(i):
        return None
    found = head_at(words, i)
    if found is not None:
        alone = found[1].kind == "person" and (not words.has(found[0]) or words.folds[found[0]] in _BEHIND_ITEM)
        field = None if alone else longest_field(words, i, head)
        if not alone and (field is None or field[0] <= found[0]):
            return None
    k = i + 1
    while k - i < _ITEM_WORDS:
        if words.has(k) and words.folds[k] == "-" and words.capital(k + 1):
            k += 2  # "Kế hoạch - Tài chính"
        elif words.is_word(k) and not words.capital(k) and not words.digit(k) and not _opens_work(words, k):
            k += 1
        else:
            break
    return k


def _opens_work(words: Words, i: int) -> bool:
    """Whether what a list of names has to do begins at word ``i``, or its last name."""
    if words.folds[i] in {"và", "có", "chịu"}:
        return True
    return words.has(i + 1) and words.folds[i : i + 2] in (["chủ", "trì"], ["phối", "hợp"])


def _enumerated(words: Words, i: int, head: str) -> bool:
    """Whether a list of two and more names in capitals, up to what they have to do, begins at word ``i``."""
    begun, count = i, 0
    while (k := listed_at(words, i, head)) is not None:
        i, count = k, count + 1
        if not (words.has(i) and words.folds[i] in {",", "và"}):
            break
        i += 1 + (words.folds[i + 1 : i + 2] == ["và"])
    if count < 2:
        return False
    acts = any(verb_at(words, k) is not None for k in range(begun, i))
    return not acts if not words.has(i) else words.folds[i] == ":" or (words.is_word(i) and _opens_work(words, i))


def begin(words: Words, i: int) -> tuple[Name, bool] | None:
    """The beginning of a name at word ``i``, and whether any words may follow it up to a verb."""
    found = head_at(words, i)
    if found is None:
        return None
    j, head, damaged = found
    if head.follow == "name":
        return _person(words, i, j, head)
    if head.follow == "titled":
        return _titled_person(words, i, j, head)
    if head.follow == "open":
        if damaged and head.weak:
            return None
        if words.folds[i] == "phòng" and (field := longest_field(words, i + 1, "phòng")) and field[0] >= j:
            return (Name(i, field[0], field[0], PHONG, field[1]), False)
        behind = j + (words.has(j) and words.folds[j] == ":")
        lent = ENUMERABLE.get(head.words)
        if lent is not None and words.capital(behind):
            own = lent.lower()
            field = field_of(words, behind, own)
            if field is not None and own in field[1].heads:
                return (Name(i, field[0], field[0], head, field[1], lent=lent), False)
            if _enumerated(words, behind, own):
                end = listed_at(words, behind, own) or behind
                return (Name(i, end, end, head, lent=lent), False)
        return (Name(i, j, j, head, plural=head.kind == "group"), True)
    if head.follow == "whole":
        if damaged and j - i < 2:
            return None
        field = longest_field(words, i + 1, words.folds[i])
        if field is not None and field[0] > j and words.bares[i] in CLOSED and words.folds[i] in field[1].heads:
            return (Name(i, field[0], field[0], head, field[1]), False)
        return (Name(i, j, j, head), head.words.endswith(" các") or head.words in known.TITLED)
    if head.follow == "unit":
        if (not damaged or j - i > 1) and _unit(words, j):
            return (Name(i, j, j, head), True)
        if head.words in _WHOLE and not damaged and words.has(j) and verb_at(words, j) is not None:
            return (Name(i, j, j, head), False)
        return (Name(i, j, j, _CO_QUAN, plural=True), True) if head.words == "cơ quan" and not damaged else None
    return _fielded(words, i, j, head, damaged)


def _fielded(words: Words, i: int, j: int, head: known.Head, damaged: bool) -> tuple[Name, bool] | None:
    """A body named after its field of work, or by a proper name or a number."""
    stem = " ".join(words.bares[i:j])
    field = longest_field(words, j, head.words)
    acts = words.folds[j : j + 2] == ["tổ", "chức"] and not words.capital(j)  # "các sở, ngành tổ chức hội nghị"
    if acts and field is not None and head.words not in field[1].heads:
        field = None
    advises = stem in _ADVISES_ALONE and words.folds[j : j + 2] == ["tham", "mưu"]
    if advises and not words.capital(j) and not words.capital(i) and words.folds[j + 2 : j + 3] != ["và"]:
        return None
    if field is not None and not (stem == "bo" and "bộ" not in field[1].heads):
        if damaged and not (words.capital(i) and (stem in CLOSED or j - i > 1)):
            return None
        shouting = words.text[words.starts[i] : words.ends[j]].isupper()
        if not words.capital(j) and not shouting and stem not in CLOSED and stem not in _LOWER_FIELDS:
            field = None
        else:
            name = Name(i, field[0], field[0], head, field[1])
            return (name, stem not in CLOSED)
    if (damaged and j - i < 2) or stem == "bo" or not words.is_word(j):
        return None
    if words.digit(j) or (words.folds[j] == "số" and words.digit(j + 1)):
        return (Name(i, j + 1 + (words.folds[j] == "số"), j + 1, head), False)
    if words.capital(j) and verb_at(words, j) is None:
        return (Name(i, j, j, head), True)
    if _unit(words, j) and words.folds[j] not in {"các", "của"}:
        return (Name(i, j, j, head), longest(words, j, tail_trie(), bared=True) is None)
    if stem in {"so", "phong", "vu", "cuc", "bao", "dai", "khoa", "doi", "hat", "don"}:
        return None
    if stem == "cong doan" and i == 0 and (acts or _opens_work(words, j) or verb_at(words, j) is not None):
        return (Name(i, j, j, head), False)  # the school's, the office's own
    if verb_at(words, j) is not None and not longest(words, j, modifier_trie(), bared=False):
        return None
    if longest(words, j, ender_trie(), bared=False):
        return None
    managed = head.words == "ban quản lý" and words.capital(i) and words.capital(i + 1)  # "Ban Quản lý cảng cá"
    return (Name(i, j, j, head, loose=not managed), True)


def _unit(words: Words, j: int) -> bool:
    """Whether what follows a head is the body or the place it belongs to."""
    if not words.is_word(j) or verb_at(words, j) is not None:
        return False
    if words.capital(j):
        return True
    if words.bares[j] in UNITS and words.folds[j] not in {"số", "bỏ", "bố", "cả", "cỏ", "có", "bản"}:
        return not (words.bares[j] == "cong" and words.folds[j + 1 : j + 2] == ["tác"])
    return False


def _titled_person(words: Words, i: int, j: int, head: known.Head) -> tuple[Name, bool] | None:
    """As in "ThS. BS. Lê Thị Hà, Phó Giám đốc": degrees or a rank stand for much else, so a family name must follow."""
    k = j
    while words.has(k):
        more = head_at(words, k)
        if words.folds[k] == ".":
            k += 1
        elif more is not None and more[1].follow == "titled":
            k = more[0]
        else:
            break
    if not (words.capital(k) and words.capital(k + 1) and words.bares[k] in FAMILY_NAMES):
        return None
    return _person(words, i, k, head)


def _person(words: Words, i: int, j: int, head: known.Head) -> tuple[Name, bool] | None:
    """As in "Đồng chí Lường Văn Quý, Phó Chủ tịch UBND xã": a title, a name in capitals, and the functions behind."""
    k = j
    if words.has(k) and words.folds[k] == ":":
        return None
    if not words.capital(k):
        post = head_at(words, k)
        if post is None or post[1].kind != "person" or head.words not in {"đồng chí", "đ/c"}:
            return None
        return (Name(i, post[0], post[0], head), True)
    while (words.capital(k) or (words.has(k) and words.folds[k] in {"'", "’", "."} and k > j)) and k - j < 9:
        k += 1
    return (Name(i, k, k, head), False)
