"""The verb before a count, and whether it promises that many: "trồng 12 ha", "phấn đấu có 3 xã", not "đã có 3 xã"."""

from __future__ import annotations

from kehoach.knowledge import units
from kehoach.knowledge.patterns import lazy
from kehoach.parsers.facts.quantities import Quantity
from kehoach.records import NamedTuple

_NOT_REACHED = frozenset("mẫu tỷ phần loại kỳ hạng".split())
_PER_ONE = lazy(r"(?<!\w)(?:mỗi|từng|bình quân)(?!\w)")
NO_OPENING = lazy(r"[;:\d]")
OPENING = frozenset(
    {"trồng", "nuôi", "mở", "xây", "sửa", "tặng", "treo", "dựng"}
)  # other single words are nouns as well ("cấp huyện")
_SHARE = 60
"""Letters before a verb within which "mỗi" says whose share its number is."""
_PLANS = ("phương án", "kịch bản", "tình huống")
_SMALL_FIRM = lazy(r"(?<!\w)cơ sở (?:[^\W\d_]+ ){1,6}$|(?<!\w)sở xây dựng(?: mới)? $")
_PROMISED = lazy(r"phấn đấu|bảo đảm|đảm bảo|mỗi|đến năm|hằng năm|đến hết|đến cuối")
VERBS = frozenset(units.AIM_VERBS)
_FILLERS = frozenset(units.AIM_FILLERS)


class Verb(NamedTuple):
    """A verb, the word before it, and whether a colon stands behind it."""

    word: str
    before: str
    colon: bool


def verb_before(near: str) -> Verb | None:
    """The verb that ends ``near``, small words between it and the number passed over; "cho" and "có" count as such."""
    bare_end = near.rstrip().removesuffix(" toàn bộ")
    colon = bare_end.endswith(":")
    words = bare_end.rstrip(" :").split(" ")[-12:]
    while words:
        for size in (4, 3, 2, 1):
            phrase = " ".join(words[-size:])
            if len(words) >= size and phrase in VERBS:
                return Verb(phrase, words[-size - 1] if len(words) > size else "", colon)
        if words[-1] in ("cho", "có"):
            return Verb(words[-1], words[-2] if len(words) > 1 else "", colon)
        if words[-1] not in _FILLERS:
            return None
        words.pop()
    return None


def opens_with_verb(before: str) -> bool:
    """Whether the words of a clause up to a colon begin with a verb that promises: "Trồng cây phân tán: "."""
    said = before.strip(' :-+*•"')  # "Hỗ trợ bao bì, nhãn mác: 16 chủ thể"
    if not said or len(before) > 160 or NO_OPENING.search(said):
        return False
    words = said.split(" ", 4)[:4]
    return words[0] in OPENING or any(" ".join(words[:size]) in VERBS for size in range(len(words), 1, -1))


def promises(
    verb: Verb, q: Quantity, words: list[str], left: str, objective: bool
) -> bool:  # fmt: skip
    """Whether the verb before a count promises that many, by its words and those around it."""
    if (verb.colon and not objective) or verb.before == "đã":
        return False
    if verb.word == "cho":
        return words[0] in units.REACHED or (q.value > 1 and words[0] not in _NOT_REACHED)
    if q.sign == "=" and left.endswith(tuple(f"{plan} {verb.word} " for plan in _PLANS)):
        return False  # "hoàn chỉnh phương án sơ tán 12.400 người"
    if verb.word == "có":
        return objective or bool(_PROMISED.search(left))
    if q.head < q.start and q.sign == ">=" and verb.word in ("nuôi", "làm", "trồng", "đưa", "đào", "thuê"):
        return False
    of_others = verb.before in ("hộ", "người", "vị", "nghiệp") or (verb.before == "sở" and _SMALL_FIRM.search(left))
    if of_others and not (objective or "mỗi " in left[-_SHARE:]):
        return False
    bodies = ("đoàn", "tổ", "ban", "hội", "đội")
    body = words[0] in bodies and words[1:2] not in (["nghị"], ["thảo"], ["thi"], ["chợ"], ["thao"], ["diễn"])
    return not (not objective and q.value == 1 and body and not _PER_ONE.search(left))
