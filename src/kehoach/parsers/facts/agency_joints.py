"""Where an agency's name goes on behind a comma, "và" or a hyphen, and where the next one begins."""

from __future__ import annotations

from kehoach.knowledge import agency_ends
from kehoach.knowledge import agency_words as known
from kehoach.knowledge.agency_lookup import (
    Words,
    compound_trie,
    ender_trie,
    group_trie,
    longest,
    longest_field,
    modifier_trie,
    verb_trie,
)
from kehoach.knowledge.patterns import lazy
from kehoach.parsers.facts.agency_begin import CLOSED, LEVELS, UNITS, Name, begin, head_at, verb_at

Step = tuple[int, Name, bool]
"""What follows a word of a name: the next index, the name, whether any word may follow."""
# "và", and what damaged print leaves of it.
AND = frozenset({"và", "vả", "va", "vá", "vạ"})
_CHARGE = 10
"""Words that say what a deputy looks after, at most."""
_CHARGED = frozenset({"khối", "mảng", "việc"})
_LEADS = (["chỉ", "đạo"], ["điều", "hành"], ["chịu", "trách"])
LONGEST = 60
"""Words a single name may have; what runs on further is no name."""
# Second halves of double names behind a comma or "và": "Phát thanh và truyền hình", "phòng cháy, chữa cháy".
_SECOND_HALVES = frozenset({"truyền", "chữa", "cnch", "cứu", "khen"})
_OFFICES = frozenset({"văn phòng hội đồng nhân dân", "văn phòng hđnd", "vp hđnd"})
_ZONE_BOARDS = frozenset({"ban quản lý", "bql", "ban quản lý các"})
_PLACE_ENDS = frozenset({"huyện", "quận", "xã", "phường", "phố", "trấn"})
_POST_WORDS = 10
"""Words of a deputy's post at most: "Phó Trưởng Ban Tuyên giáo Huyện ủy"."""
_LEVEL_PAIRS = frozenset({"thanh pho", "thi xa", "thi tran", "dac khu", "khu pho", "to dan"})


# "các đoàn **thanh tra, kiểm tra, giám sát của Trung ương**": what for, behind a team and before whose it is.
_ERRAND = lazy(
    r"(?:(?:, |và )?(?:thanh tra|kiểm tra|giám sát|khảo sát|thẩm định|kiểm toán|đánh giá|xác minh|nghiệm thu)(?!\w) ?)+"
    r"(?=(?:của|do|liên ngành|cấp|trung ương)(?!\w)|[.;]?$)"
)
_TEAMS = frozenset({"đoàn", "tổ"})
# "Tổ công tác **triển khai Đề án 06 tỉnh**: …": the scheme that a team or a board is for.
_SCHEME = lazy(
    r"(?:(?:triển khai|thực hiện)(?: thực hiện)?(?: các nhiệm vụ)? )?đề án (?:số )?\d{2,4}[a-z]?(?:/cp)?(?![\w/])"
    r"(?: của chính phủ)?"
    r"(?: (?:trên địa bàn )?(?:cấp |của )?(?:tỉnh|thành phố|huyện|thị xã|xã|phường|thị trấn|thôn|ấp)(?!\w))?"
)
_OF_SCHEMES = frozenset({"tác", "đạo", "việc"})


def scheme_at(words: Words, i: int) -> int | None:
    """The index behind the scheme at word ``i`` that a team or a board is for; None where it is to carry it out."""
    if words.folds[i - 1] not in _OF_SCHEMES or words.folds[i] not in {"triển", "thực", "đề"}:
        return None
    m = _SCHEME.match(words.fold, words.starts[i])
    behind = words.past(i, m.end()) if m is not None else None
    if behind is None or words.folds[i] == "đề" or not words.has(behind):
        return behind
    said = words.folds[behind] in {":", "có", "chịu", "("} or verb_at(words, behind) is not None
    return behind if said or words.capital(behind) else None


def errand_at(words: Words, i: int) -> int | None:
    """The index behind the verbs at word ``i`` that say what a team is for, None where it is to do them."""
    if words.folds[i - 1] not in _TEAMS and (i < 3 or words.folds[i - 3] not in _TEAMS):
        return None
    m = _ERRAND.match(words.fold, words.starts[i])
    return words.past(i, m.end()) if m is not None else None


# Posts that what somebody looks after tells from others of the kind: "giáo viên **phụ trách thư viện**".
_OF_MANY = frozenset({"cán bộ", "công chức", "giáo viên", "nhân viên", "chuyên viên", "lãnh đạo", "các đồng chí"})


def looks_after(words: Words, name: Name, i: int, core: int) -> bool:
    """Whether "phụ trách" at word ``i`` is what the named are to do, not the half of a name that says which they are.

    So it is behind a body's name ("Tổ Ngữ văn **phụ trách** đề thi"), and behind others where they are charged with it
    ("Phân công giáo viên chủ nhiệm **phụ trách** …") or where nothing else is said of them.
    """
    if not words.has(i + 1) or words.folds[i + 1] != "trách" or colon_ahead(words, i):
        return False
    if name.head.follow in known.NAMED:
        return True
    if name.head.kind == "organisation" and not name.loose:
        return i > name.first + len(name.head.words.split()) or name.head.follow in {"whole", "unit"}
    charged = words.folds[0] == "giao" or (words.folds[0] == "phân" and words.folds[1] == "công")
    post = name.head.kind == "person" and name.head.words in _OF_MANY
    return (i > core and (charged or all_is_said(words, i + 2))) or (charged and not post)


def colon_ahead(words: Words, i: int) -> bool:
    """Whether a colon follows within a few words: then "phụ trách …" says who somebody is, not what he does."""
    return words.has(i) and any(words.has(k) and words.folds[k] == ":" for k in range(i, i + 14))


_BEHIND_BOARD = frozenset("huyện|xã|phường|thôn|bản|ấp|quận|phố|tỉnh|thành|cấp|trung|trường|:|;|,|(|.".split("|"))
"""What follows a board's name rather than an order it gives."""
_ORDERED = frozenset({"các", "việc", "chung", "những", "công", "và"})
_BOARD_WORDS = 8
"""Words at most that say what a board is for."""


def all_is_said(words: Words, i: int) -> bool:
    """Whether a sentence ends without another verb: then what looks like a modifier is all that it says is done."""
    for k in range(i, i + LONGEST):
        if not words.has(k) or (words.is_word(k) and verb_at(words, k) is not None):
            return False
        if not words.is_word(k):
            return words.folds[k] == "." and not words.has(k + 1)
    return False


def board_at(words: Words, i: int) -> int | None:
    """The index behind the second half of a board's name in small letters: "thành viên Ban **chỉ đạo** huyện".

    What it directs would follow otherwise: "Trưởng Ban chỉ đạo các thành viên …".
    """
    before = words.folds[i - 1]
    if before not in {"ban", "tổ"} or not words.has(i + 1):
        return None
    said = words.folds[i : i + 2]
    if before == "tổ" and said == ["giúp", "việc"]:
        return i + 2
    if said != ["chỉ", "đạo"] or before == "tổ" or words.folds[i - 2] == "ủy":
        return None
    if words.capital(i):
        return i + 2
    if not words.has(i + 2) or words.digit(i + 2) or words.folds[i + 2] in _BEHIND_BOARD:
        return i + 2
    colon = next((k for k in range(i + 2, i + 2 + _BOARD_WORDS) if not words.is_word(k)), i)
    titled = words.has(colon) and words.folds[colon] == ":" and words.folds[i + 2] not in _ORDERED
    return colon if titled else None


def behind_dash(words: Words, name: Name, i: int, opened: bool) -> Step | None:
    """Behind a hyphen a name goes on, unless a verb or a second body of the same head follows."""
    if not words.is_word(i + 1) or verb_at(words, i + 1) is not None:
        return None
    if words.bares[i + 1] == words.bares[name.first] and name.head.follow == "field":
        return None
    if name.head.kind == "person":
        charged = words.folds[i + 1 : i + 3] == ["phụ", "trách"] and ":" not in words.text[words.ends[i] :]
        return None if charged else (i + 2, name, True)
    if not words.capital(i + 1) and not opened and not name.field:
        return None
    compound = longest(words, i + 1, compound_trie(), bared=True) if words.capital(i + 1) else None
    return compound[0] if compound else i + 2, name, opened


def _numbered_on(words: Words, i: int, j: int) -> bool:
    """Whether the number at ``j`` goes on a list of them: "Phòng Thanh tra số 1, 2, 3", not "… số 1, 2 thôn"."""
    if i < 2 or not words.digit(i - 1) or words.folds[i - 2] not in {"số", ",", "và", "vụ"}:
        return False
    return not words.has(j + 1) or words.folds[j + 1] in {",", ":", ";", ".", "và"} or verb_at(words, j + 1) is not None


def behind_comma(words: Words, name: Name, i: int, opened: bool) -> Step | None:
    """Whether a name goes on behind a comma or "và" at word ``i``."""
    if name.lent and name.field is None:
        return None  # one of a list
    j = i + 1
    if words.has(j) and words.folds[j] in AND and words.folds[i] == ",":
        j += 1
    if words.digit(j) and _numbered_on(words, i, j):
        return j + 1, name._replace(plural=True), opened
    if not words.is_word(j):
        return None
    if name.free:
        return j, name, opened
    if words.folds[i] == "&" and words.capital(j) and words.ends[i - 1] == words.starts[i] == words.starts[j] - 1:
        return j + 1, name, opened  # "Phòng KT&ĐBCL"
    if name.lent is None and name.head.kind == "person":
        post = head_at(words, j)
        functions = post is not None and post[1].kind == "person" and post[1].follow not in known.NAMED
        if name.head.follow in known.NAMED:
            if words.folds[i] == "," and words.folds[j] == "phó" and not functions and _acts_ahead(words, j):
                return j + 1, name, True  # "Đồng chí …, Phó Trưởng phòng Y tế phụ trách chung"
            return (post[0], name, True) if functions and post and words.folds[i] == "," else None
        if post is not None and (functions or post[1].words.startswith("các")):
            return None
    if (step := _by_its_head(words, name, i, j, opened)) is not None:
        return step
    if words.folds[j] in _SECOND_HALVES and words.folds[j : j + 2] != ["truyền", "thông"]:
        return j + 1, name, True
    group = longest(words, j, group_trie(), bared=True)
    if group is not None and _goes_on(words, name, i, j, group[0]):
        return group[0], name._replace(plural=True), opened or name.head.follow == "open"
    named_so = words.capital(j) and words.folds[j - 1] in AND and name.head.follow in {"field", "unit"}  # no sentence
    if verb_at(words, j) is not None and not named_so:
        modifier = longest(words, j, modifier_trie(), bared=False)
        if not (modifier and name.head.follow == "open" and words.has(modifier[0]) and _listed(words, name, i)):
            return None
        return modifier[0], name, opened
    if begin(words, j) is not None:
        return None
    return _second_word(words, name, i, j, opened)


def _acts_ahead(words: Words, i: int) -> bool:
    """Whether a verb follows a deputy's post at word ``i``: lists of members name posts as well, and nothing to do."""
    for k in range(i + 2, i + _POST_WORDS):
        if not words.is_word(k):
            return False
        charged = words.has(k + 1) and words.folds[k : k + 2] == ["phụ", "trách"]
        if charged or (not words.capital(k) and verb_at(words, k) is not None):
            return True
    return False


def _by_its_head(words: Words, name: Name, i: int, j: int, opened: bool) -> Step | None:
    """How names of some offices and boards go on: "Văn phòng HĐND **và UBND**", "Ban Quản lý … **và các khu** …"."""
    head, word = name.head.words, words.folds[j]
    if head in _OFFICES and word in {"ubnd", "ủy"}:
        return j + 1, name, opened
    if head in {"văn phòng", "vp"} and word in {"hđnd", "ubnd", "hội"} and words.folds[i] != ",":
        return j + 1, name, opened
    if head in _ZONE_BOARDS and words.has(j + 1) and "khu" in words.folds[j : j + 2]:
        return j + 1, name, True  # "Ban Quản lý Khu kinh tế … và các khu công nghiệp …"
    return None


def _second_word(words: Words, name: Name, i: int, j: int, opened: bool) -> Step | None:
    """Whether word ``j`` behind a comma, which begins nothing itself, is one of the name's."""
    if not words.capital(j):
        ended = longest(words, j, ender_trie(), bared=False) is not None or words.digit(j)
        return (j, name, opened) if opened and not ended else None
    if name.plural and _ends_in_place(words, name, i):
        while words.capital(j):
            j += 1
        return j, name, opened
    if words.folds[j - 1] in AND and name.field is not None and name.lent is None:
        return j + 1, name, True
    closed = name.field is not None and words.bares[name.first] in CLOSED
    return (j + 1, name, opened) if opened and not closed and name.head.follow in {"field", "unit", "open"} else None


def _ends_in_place(words: Words, name: Name, i: int) -> bool:
    """Whether a place's kind and its name stand before word ``i``: "các huyện, thành phố **Long Khánh**, Biên Hòa"."""
    k = i - 1
    while k > name.first and words.capital(k):
        k -= 1
    return k < i - 1 and words.folds[k] in _PLACE_ENDS


def _listed(words: Words, name: Name, i: int) -> bool:
    """Whether a modifier stands right behind the head, so that a second may follow: "cơ sở sản xuất, kinh doanh"."""
    head_end = name.first + len(name.head.words.split())
    return i - head_end <= 4 and longest(words, head_end, modifier_trie(), bared=False) is not None


def _holds(words: Words, j: int, end: int) -> bool:
    """Whether a list ends before what its bodies hold: "các phòng, **ban** tổ chức hội nghị", no "ban tổ chức"."""
    return words.folds[j:end] == ["ban", "tổ", "chức"] and _acts_on(words, j + 1, end)


def _of_field(words: Words, i: int) -> bool:
    """Whether a field of work stands at word ``i``, not what bodies do: "các sở, ban, ngành **xây dựng** kế hoạch"."""
    field = longest_field(words, i)
    return field is not None and not _acts_on(words, i, field[0])


def _acts_on(words: Words, i: int, end: int) -> bool:
    """Whether the words from ``i`` to ``end`` are a verb in small letters that an object follows."""
    if words.capital(i) or verb_at(words, i) is None or not words.is_word(end) or words.capital(end):
        return False
    return words.folds[end] not in _BEHIND_BOARD


def _goes_on(words: Words, name: Name, i: int, j: int, end: int) -> bool:
    """Whether a group word at ``j`` carries on the group or the list of places before the comma."""
    last = words.bares[i - 1]
    pair = f"{words.bares[i - 2]} {last}" if i > 1 else last
    first = words.bares[j]
    level = (
        first in LEVELS
        or first in {"tp"}
        or f"{first} {words.bares[j + 1] if words.has(j + 1) else ''}" in _LEVEL_PAIRS
    )
    found = head_at(words, j)
    longer = found is not None and found[0] > end and not _holds(words, j, found[0])
    if longer and found is not None and not (found[1].kind == "group" and not found[1].words.startswith("các")):
        return False
    bodied = found is not None and found[1].follow == "field" and found[0] == end and words.has(end)
    if bodied and ((words.capital(end) and words.bares[end] not in UNITS) or _of_field(words, end)):
        return False
    if name.plural or name.head.kind == "group":
        return True
    return level and (last in LEVELS or pair in _LEVEL_PAIRS) and words.capital(j) == words.capital(i - 1)


def strong_verb(words: Words, i: int) -> int | None:
    """The index behind a verb at word ``i`` that no name is made of."""
    found = longest(words, i, verb_trie(), bared=False)
    return found[0] if found is not None and found[1] in agency_ends.STRONG_VERBS else None


def in_charge(words: Words, name: Name, i: int) -> Step | None:
    """A deputy's field at word ``i``, where what he does follows it: "Phó … **phụ trách khối dân sự** trực tiếp …"."""
    if "phó" not in words.folds[max(0, name.first) : i] or verb_at(words, i + 2) is not None:
        return None  # "Phó Giám đốc phụ trách đôn đốc …"
    for k in range(i + 3, min(i + 3 + _CHARGE, len(words.folds))):
        if words.folds[k] == "-":
            continue
        if not words.is_word(k):
            return None
        if words.folds[k - 1] in _CHARGED or words.folds[k - 2 : k] in (["công", "tác"], ["lĩnh", "vực"]):
            continue  # "phụ trách công tác **tuyên truyền** …"
        if strong_verb(words, k) is not None or words.folds[k : k + 2] in _LEADS:
            return k, name, True
    return None
