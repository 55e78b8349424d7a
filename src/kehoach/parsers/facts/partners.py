"""With whom: the words after "phối hợp (với)" that name somebody, up to where the action starts."""

from __future__ import annotations

from kehoach.folding import bare, fold
from kehoach.knowledge.agency_bodies import NAMED_ALONE
from kehoach.knowledge.agency_lookup import Words
from kehoach.knowledge.patterns import inline, lazy
from kehoach.parsers.facts.agency_begin import Name, verb_at
from kehoach.parsers.facts.agency_lists import behind_separator, next_name
from kehoach.parsers.facts.agency_names import phrase_at
from kehoach.records import NamedTuple


def _any(words: str) -> str:
    return "|".join(w.strip() for w in words.split("|"))


# "phối hợp", and what scanning makes of it ("phôi hợp", "phố hợp").
_COOPERATE = lazy(r"pho(?<!\wpho)[il1]? (?:ket )?hop\b")
_ADVERBS = _any("""chặt chẽ|chặt|tốt|đồng bộ|kịp thời|thường xuyên|có hiệu quả|hiệu quả|chủ động|tích cực|nhịp nhàng|
    trực tiếp|quyết liệt|nghiêm túc|toàn diện""")
_LINK = lazy(
    rf"(?:(?:,| và)? (?:{_ADVERBS})|,? (?:hỗ trợ|giúp đỡ|giúp)(?= )|,(?= (?:với|cùng)\b))*"
    r"(?P<with> (?:cùng với|với|cùng|voi|vói|vơi)(?= ))?[ :]*"
)
# Nouns whose "phối hợp" is no act of the one who is given the duty.
_NOUNS = lazy(
    r"\b(?:"
    + _any("""quy che|cong tac|chuong trinh|co che|su|moi|viec|noi dung|hinh thuc|hieu qua|don vi|co quan|tinh than|
    phuong thuc|thoa thuan|bien ban|hoi dong|ke hoach|quan he|quy trinh|van ban|nghi quyet|moi quan he|nguyen tac|
    dau moi|ky nang|kha nang""")
    + r") $"
)
# Whoever directs, asks or sends others is not the one who works with the partners.
_DIRECTS = lazy(
    r"\b(?:"
    + _any("""chi dao|yeu cau|huong dan|don doc|huy dong|van dong|khuyen khich|tao dieu kien|phan cong|(?<!can )cu|
    bo tri|thanh lap|nhac nho|keu goi|dong vien|de nghi""")
    + r")\b"
)
# What may stand between the actor, or a comma, and "phối hợp".
_BEFORE = tuple(
    """chu tri|chu dong|va|hoac|dong thoi|thuong xuyen|tich cuc|tang cuong|tiep tuc|co trach nhiem|trach nhiem|dau moi|\
chiu trach nhiem|theo doi""".split("|")
)
_BACK = 400
"""How far back a clause is looked at, in characters."""


class Partners(NamedTuple):
    """One "phối hợp với …": ``text[start:end]`` names the partners; ``lead`` where "chủ trì" stands before it."""

    start: int
    end: int
    lead: bool


def find(text: str) -> list[Partners]:
    """Every time partners are named, in order.

    >>> text = "Chủ trì, phối hợp với Sở Y tế và Công an tỉnh kiểm tra bếp ăn."
    >>> [text[p.start:p.end] for p in find(text)]
    ['Sở Y tế và Công an tỉnh']
    """
    plain = bare(text)
    if " hop" not in plain:
        return []
    folded = fold(text)
    out: list[Partners] = []
    behind = 0
    for m in _COOPERATE.finditer(plain):
        if m.start() < behind or _is_noun(plain, m.start()) or _is_directed(plain, m.start(), behind):
            continue
        link = _LINK.match(folded, m.end())
        if link is None:
            continue
        zone = _zone(Words(text, link.end(), folded=folded, bared=plain), named=link["with"] is not None)
        if zone is not None:
            behind = zone[1]
            out.append(Partners(*zone, _leads(plain, m.start())))
    return out


def _is_noun(plain: str, at: int) -> bool:
    return _NOUNS.search(plain[max(0, at - 30) : at]) is not None


def _leads(plain: str, at: int) -> bool:
    """Whether "chủ trì" stands right before: "chủ trì, phối hợp với"."""
    return inline(r"\bchu tri\W+(?:va |cung )?\Z").search(plain[max(0, at - 20) : at]) is not None


def _is_directed(plain: str, at: int, behind: int) -> bool:
    """Whether somebody else is told to work with the partners: "chỉ đạo Công an xã phối hợp với …"."""
    clause = plain[max(behind, at - _BACK) : at]
    clause = clause[max(clause.rfind(";"), clause.rfind(". "), clause.rfind(":")) + 1 :]
    head = clause[: _actor_end(clause)]
    link = clause[len(head) :]
    if head.lstrip(" -").startswith("cong tac ") and "," not in head:
        return True
    own = "," in link or "dong thoi" in link or "va" in link.split()
    if own and "chu tri" not in link:
        return False
    orders = list(_DIRECTS.finditer(head))
    if not orders or not head[orders[-1].end() :].strip():
        return False
    return not (orders[-1].start() == 0 and orders[-1][0] in {"de nghi", "yeu cau", "phan cong"})


def _actor_end(clause: str) -> int:
    """Where the words end that stand before "chủ trì, chủ động …" at a clause's end."""
    end = len(clause)
    while True:
        end = len(clause[:end].rstrip(' ,.-"'))
        word = next((w for w in _BEFORE if clause.endswith(w, 0, end)), None)
        if word is None or (end > len(word) and clause[end - len(word) - 1].isalnum()):
            return end
        end -= len(word)


def _zone(words: Words, *, named: bool) -> tuple[int, int] | None:
    """The offsets of the partners' names from the first word on; without "với" only what is plainly a name counts."""
    if not words.is_word(0) or (verb_at(words, 0) is not None and not named):
        return None
    i, last = 0, 0
    names: list[Name] = []
    while True:
        name = next_name(words, i, names) or (phrase_at(words, i) if named else None)
        if name is None:
            break
        names.append(name)
        last = name.after
        separator = behind_separator(words, last)
        if separator is None or words.folds[separator - 1] == "-" or verb_at(words, separator) is not None:
            break
        # behind ";" or before a capital only what is plainly a name goes on
        plain = words.capital(separator) and not _named_alone(words, separator)
        i, named = separator, named and not plain and words.folds[separator - 1] != ";"
    if not last:
        return None
    return words.starts[0], words.ends[last - 1]


def _named_alone(words: Words, i: int) -> bool:
    """Whether a force or an office that lists name in short stands at ``i``: "Bộ đội Biên phòng, **Hải quan**"."""
    return any(words.folds[i : i + len(name)] == name for name in NAMED_ALONE)
