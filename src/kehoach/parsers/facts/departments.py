"""Departments that tell all their work by name, some of it verbs or others' names: where such a name ends.

"Phòng Thẩm định, bồi thường", "Ban Quản lý dự án đầu tư xây dựng và phát triển quỹ đất".
"""

from __future__ import annotations

from kehoach.folding import bare
from kehoach.knowledge.agency_lookup import Words
from kehoach.parsers.facts.agency_begin import Name, head_at

_BY_WORK = frozenset(
    "phòng|ban|ban quản lý|ban quản lý dự án|bql|vụ|cục|chi cục|trung tâm|khoa|bộ phận|viện|đội|tổ|nhà hát"
    "|bảo tàng".split("|")
)
_FIRST = frozenset(bare(words).split()[0] for words in _BY_WORK)
_OFFICES = frozenset("phòng|vụ|cục|chi cục|khoa|bộ phận|viện".split("|"))
"""… and those of them whose work may sound like a list of people."""
_WORK_WORDS = 14
"""Words that such a name goes on for at most."""
_HEADING_WORDS = 7
"""… and in a heading that is nothing but the name."""
_JOINS = frozenset({"và", ",", "&"})
_DUTIES = (
    "chủ trì|phối hợp|có trách|chịu trách|có nhiệm|tham mưu|phụ trách|làm đầu|là đầu|là đơn|là cơ"  # pairs of words
)
_OPENS_DUTY = frozenset(_DUTIES.split("|"))
"""Words that are a duty wherever they stand: behind them no name goes on."""
_LEADS = frozenset({"chủ trì", "có trách", "chịu trách", "là đầu", "là đơn", "là cơ"})
"""… where no sign tells that what stands before them is a name: "kế hoạch phối hợp" is none."""
_HOW_FIRST = frozenset(
    {"căn", "theo", "trên", "phối", "tham", "chủ", "khi", "nếu", "tùy", "hằng", "hàng", "định", "giao", "cử"}
)
"""What, behind a department's name and a comma, says how it acts."""
_NO_WORK = frozenset({"các", "những", "mọi", "để", "cho", "với", "từ", "về", "tại", "đối", "trong", "việc", "được"})
"""Words that no department's work is told with, but that what it does often is."""
_WORKS = frozenset({"việc làm", "đối ngoại", "tổ quốc", "theo dõi"})
_TELLS = frozenset({"phân công", "yêu cầu", "đề nghị", "chỉ đạo", "hướng dẫn", "đôn đốc"})
"""What one does who has others do something."""
_SEVERAL = frozenset({"các", "những", "mọi", "toàn"})


def end(words: Words, i: int, found: list[Name]) -> int | None:
    """The word behind a department's name that begins at word ``i``; ``found`` are the names that are known there.

    A colon, the end of a heading or "chủ trì" without a sign before it ends it: "Phòng Thẩm định, bồi thường chủ trì".
    ``None`` where the name ends sooner or the verb is the duty: "Phòng Y tế, phối hợp với các xã: …".
    """
    head = head_at(words, i) if words.has(i) and words.bares[i] in _FIRST else None
    if (
        head is None
        or head[1].words not in _BY_WORK
        or (len(found) > 1 and not _one_of_all(head[1].words, words, found))
    ):
        return None
    k = found[0].after if found else head[0] + 1
    joined = words.has(k) and words.folds[k] in _JOINS
    if found and found[0].field is not None and (len(found) > 1 or not joined):
        return None
    if not found and not words.capital(i + 1):
        return None
    opening = _OPENS_DUTY if not found or joined else _LEADS
    stop = _work_end(words, k, opening)
    if stop is None or not (words.is_word(stop - 1) and stop > k):
        return None
    headed = bool(found) and joined and stop - k <= _HEADING_WORDS
    return stop if words.has(stop) or headed else None


def _one_of_all(head: str, words: Words, found: list[Name]) -> bool:
    """Whether the names behind the first may be words of its own: in small letters, none of them a department.

    "Phòng Cán bộ, công chức, viên chức"; but "Tổ liên gia, tổ tự quản", "Ban cán sự lớp, học sinh".
    """
    if head not in _OFFICES:
        return False
    small = not any(words.capital(n.first) or words.folds[n.first] in _SEVERAL for n in found[1:])
    return small and not any(n.head.words in _BY_WORK for n in found[1:])


def _work_end(words: Words, k: int, opening: frozenset[str]) -> int | None:
    """The word behind the work that a department's name tells from word ``k`` on, None where it tells none.

    ``opening``: words that begin the duty.
    """
    first = k + (words.has(k) and words.folds[k] in _JOINS)
    if words.has(first) and words.folds[first] in _HOW_FIRST and _pair(words, first) not in _WORKS:
        return None
    for j in range(k, k + _WORK_WORDS + 1):
        if not words.has(j) or words.folds[j] == ":":
            return j
        if words.folds[j] in _JOINS or words.folds[j] == "-":
            continue
        pair = _pair(words, j)
        if pair in opening:
            return j if j > first and words.folds[j - 1] not in _JOINS else None
        if pair in _WORKS or (words.digit(j) and words.folds[j - 1] == "số"):
            continue
        if not words.is_word(j) or words.digit(j) or words.folds[j] in _NO_WORK or pair in _TELLS:
            return None
        parted = words.folds[j - 1] in _JOINS or words.folds[j - 1] == "-"
        if j > k and words.capital(j) and (not parted or head_at(words, j) is not None):
            return None
    return None


def _pair(words: Words, j: int) -> str:
    """A word and the next."""
    return f"{words.folds[j]} {words.folds[j + 1]}" if words.has(j + 1) else ""
