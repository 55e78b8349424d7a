"""The headings of task tables whose lines OCR lost: on one line with few bars, or torn over two or three lines.

A heading of two lines beside one of a single line is read as "Cơ quan chủ Cơ quan" / "Nhiệm vụ trì phối hợp Thời hạn":
each word says by itself below which column it stands.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from kehoach.folding import bare
from kehoach.knowledge.patterns import lazy
from kehoach.parsers.lines import Line
from kehoach.parsers.words import Words, join
from kehoach.records import NamedTuple

ROLES = ("task", "lead", "partners", "time")
"""What the columns behind the row numbers say."""
_OUTPUT = "output"
"""What the column behind the dates says, where there is one."""
_HEADER = lazy(
    r"(?P<number>s?tt|so tt) (?P<task>(?:(?:noi dung|cong viec|nhiem vu|hoat dong)(?: |$)){1,2}(?:thuc hien )?)"
    r"(?P<lead>(?:(?:don vi|co quan|bo phan|nguoi|phong(?: ban)?|khoa phong) )?(?:chu tri|phu trach|dau moi)"
    r"(?: thuc hien)?) "
    r"(?:(?P<partners>(?:(?:don vi|co quan|bo phan|nguoi|phong ban|khoa phong) )?phoi hop(?: thuc hien)?) )?"
    r"(?P<start>bat dau )?"
    r"(?P<time>(?:thoi (?:gian|han|diem)|tien do|han)(?: (?:thuc hien|hoan thanh))?|hoan thanh)"
    r"(?: (?P<output>(?:du kien )?(?:san pham|ket qua|dau ra)(?: (?:san pham|ket qua|dau ra|du kien|dat duoc))?))?$"
)
_NO_PARTNERS = lazy(
    r"(?P<number>s?tt|so tt) (?P<task>(?:(?:noi dung|cong viec|nhiem vu|hoat dong)(?: |$)){1,2}(?:thuc hien )?)"
    r"(?P<lead>(?:don vi|co quan|bo phan|nguoi|to chuc) thuc hien )(?P<partners>(?!))?(?P<start>(?!))?"
    r"(?P<time>(?:thoi (?:gian|han|diem)|tien do|han)(?: (?:thuc hien|hoan thanh))?)(?P<output>(?!))?$"
)
TOKEN = lazy(r"[^\s|]+")
_TASK = frozenset("noi dung cong viec nhiem vu hoat dong".split())
_LEAD = frozenset("chu tri phu trach dau moi".split())
_PARTNERS = frozenset({"phoi", "hop"})
_TIME = frozenset("thoi gian han diem tien do bat".split())
_DONE = frozenset({"hoan", "thanh"})
_PRODUCT = frozenset("san pham ket qua".split())
_BODY = frozenset("co quan don vi bo phan khoa phong nguoi".split())
_OPENS_BODY = frozenset("co don bo khoa nguoi".split())
_NEEDED = (
    (("noi", "dung"), ("cong", "viec"), ("nhiem", "vu"), ("hoat", "dong")),
    (("chu", "tri"), ("phu", "trach"), ("dau", "moi")),
    (("phoi", "hop"),),
    (("thoi", "gian"), ("thoi", "han"), ("thoi", "diem"), ("tien", "do"), ("hoan", "thanh")),
)
_GLUED = {
    first + second: (first, second)
    for first, second in (*(pair for pairs in _NEEDED for pair in pairs), ("don", "vi"), ("co", "quan"))
}
_GLUED |= {"donv": ("don", "vi"), "donvj": ("don", "vi")}
_SPOILT_NUMBER = lazy(r"[\[(il1|!j]?(?:s?tt|str)[\])il1|!j]?$")
"""What the heading of the rows' numbers and the table's edges beside it are read as: "ISTTÌ", "IsTrị"."""
_FIRST_HALVES = (("nhiem", "noi", "cong"), ("chu",), ("phoi",), ("thoi",))
_HALVES = frozenset({"chu", "phoi", "thoi"})
"""The upper halves of "Đơn vị chủ trì | Đơn vị phối hợp | Thời gian": enough where the lower line is illegible."""
_WHOLE = frozenset("tri hop gian han".split())
_FEWEST_BODIES = 2
_REST = frozenset("thuc hien trien khai stt tt so".split())
_VOCABULARY = _TASK | _LEAD | _PARTNERS | _TIME | _DONE | _PRODUCT | _BODY | _REST
_SHORTEST_GLUED, _SHORT_WORD = 6, 3
_FEWEST_GLUED, _SHORT_REST = 3, 2
"""Words of a token without blanks behind which a spoilt rest of it may stand."""
_SPOILT_LETTERS = str.maketrans("j1!", "iii")
_BY_LENGTH = sorted(_VOCABULARY - {"so", "tt", "stt"}, key=lambda word: (-len(word), word))
_NUMBERS, _LEADS, _TIMES = frozenset({"tt", "stt"}), ("chu", "tri"), ("thoi", "gian")
_SIGNS = ".,;:()\"'_-[]"
_MOST_LINES = 4
_MOST_STAINS = 4
_MOST_BARS = 2
"""Bars of headings that have lost some."""
_LONGEST_STAIN = 4
_FEWEST_BELOW = 3
"""Words of headings that a line has at least before which others may stand."""
_LINES_ABOVE, _WORDS_ABOVE = 3, 2
"""Lines of a word or two that stand above the others as the headings of cells set higher."""


class Head(NamedTuple):
    """The headings of a task table: their words, what each column says, the lines they stand on.

    ``product``: what comes of a task stands behind its date; ``starts``: when it begins stands before when it ends.
    """

    columns: list[Words]
    roles: tuple[str, ...]
    lines: list[Line]
    product: bool
    starts: bool


def columns(line: Line) -> Head | None:
    """The headings of a line that has fewer bars than they need, ``None`` where it is none."""
    if line.text[:1] not in "STst":
        return None
    # a token for each of its words
    pairs = [(token, word) for token in TOKEN.finditer(line.text) for word in _words(bare(token[0]).strip(_SIGNS))]
    tokens = [token for token, _ in pairs]
    text = " ".join(word for _, word in pairs)
    match = _HEADER.match(text) or _NO_PARTNERS.match(text)
    if match is None:
        return None
    product = match[_OUTPUT] is not None
    roles = tuple(name for name in (*ROLES, _OUTPUT) if match[name])
    if line.bars >= len(roles):
        return None
    out = []
    for name in ("number", *roles):
        first = text[: match.start(name)].count(" ")
        last = first + len(match[name].split()) - 1
        out.append(line.words.cut(tokens[first].start(), tokens[last].end()))
    return Head(out, roles, [line], product, match["start"] is not None)


def again(lines: Sequence[Line], at: int, head: Head) -> list[Line]:
    """The lines of the headings where they stand once more at the top of a page, none where they do not."""
    words = plain(lines[at])
    if sum(word in _VOCABULARY for word in words) < max(_FEWEST_BODIES, len(words) - _MOST_STAINS):
        return []
    found = columns(lines[at]) or torn(lines, at)
    return found.lines if found is not None and found.roles == head.roles else []


def torn(lines: Sequence[Line], at: int) -> Head | None:
    """The headings that begin on line ``at``, torn over several lines or without the row number's, and their lines."""
    head: list[Line] = []
    seen: set[str] = set()
    stains = 0
    for i in range(at, min(len(lines), at + _MOST_LINES + 1)):
        line = lines[i]
        if line.noise:
            continue
        words = plain(line)
        known = [word for word in words if word in _VOCABULARY]
        strange = _strange(words, head)
        stains += len(strange)
        if not known or any(len(word) > _LONGEST_STAIN for word in strange) or stains > _MOST_STAINS:
            break
        head.append(line)
        seen.update(known)
        if sum(map(_inner_bars, head)) > _MOST_BARS + _before_task(head[0]):
            break
        if len(head) == 1 and _timeless(words):
            return _parted(head, timeless=True)
        if _complete(seen, task=stains == 0):
            return _parted([*head, *_below(lines, i + 1)])
        above = _above(lines, at)
        if above and _complete(seen.union(*map(plain, above)), task=True):
            return _parted([*above, *head])
        if len(head) == 1 and _leaderless(words):
            return _parted(head, leaderless=True)
    halved = len(head) == 1 and head[0].bars <= _MOST_BARS and _halved(plain(head[0]))
    return _parted(head) if halved or (head and _half_told(seen)) else None


def _half_told(seen: set[str]) -> bool:
    """Whether one column is named by half: "Nhiệm vụ | Đơn vị chủ trì | Đơn vị phối | Thời gian"."""
    halves = [
        not any(seen.issuperset(name) for name in names) and any(word in seen for word in first)
        for names, first in zip(_NEEDED, _FIRST_HALVES, strict=True)
    ]
    told = sum(any(seen.issuperset(name) for name in names) for names in _NEEDED)
    return sum(halves) == 1 and told == len(_NEEDED) - 1


def _strange(words: Sequence[str], above: Sequence[Line]) -> list[str]:
    """The words of a line that no heading has; below a line of headings those before its own hide the task's."""
    begin = next((k for k, word in enumerate(words) if word in _VOCABULARY), 0) if above else 0
    begin = begin if sum(word in _VOCABULARY for word in words) >= _FEWEST_BELOW else 0
    return [word for word in words[begin:] if word not in _VOCABULARY]


def _halved(words: Sequence[str]) -> bool:
    """Whether these are the upper halves of headings, their lower line illegible: "Đơn vị chủ | Đơn vị phối | Thời"."""
    bodies = sum(word in _OPENS_BODY or word == "vi" for word in words)
    return _HALVES.issubset(words) and _WHOLE.isdisjoint(words) and bodies >= _FEWEST_BODIES


def _leaderless(words: Sequence[str]) -> bool:
    """Whether who leads alone is illegible among headings: "TT | í dung công việc | Phối hợp | Thời gian"."""
    return words[0] in _NUMBERS and not _LEAD.intersection(words) and _complete({*words, *_LEADS}, task=True)


def _timeless(words: Sequence[str]) -> bool:
    """Whether when alone is illegible among headings: "TT | Nội dung | Chủ trì | Phối hợp | 00 muài"."""
    last = max((k for k, word in enumerate(words) if word in _VOCABULARY), default=-1)
    if not words or words[0] not in _NUMBERS or last + 1 == len(words) or words[last] not in _PARTNERS:
        return False
    return _complete({*words, *_TIMES}, task=True)


def _inner_bars(line: Line) -> int:
    """Bars of a line but for those of the table's edges before and behind its words."""
    return line.bars - line.text.startswith("|") - line.text.endswith("|")


def _before_task(line: Line) -> bool:
    """Whether the heading of the rows' numbers stands before that of the tasks: one bar more is no more than most."""
    words = plain(line)
    return words[0] not in _TASK and (words[0] in _NUMBERS or words[0] not in _VOCABULARY)


def _above(lines: Sequence[Line], at: int) -> list[Line]:
    """The lines of a word or two of headings right above a line."""
    out: list[Line] = []
    for line in reversed(lines[max(0, at - _LINES_ABOVE) : at]):
        words = plain(line)
        if (
            line.noise
            or line.label is not None
            or not 0 < len(words) <= _WORDS_ABOVE
            or not _VOCABULARY.issuperset(words)
        ):
            break
        out.insert(0, line)
    return out


def _below(lines: Sequence[Line], at: int) -> list[Line]:
    """The line of what comes of a task, where it stands below the other headings."""
    line = lines[at] if at < len(lines) else None
    words = plain(line) if line is not None else []
    return [line] if line is not None and words and _PRODUCT.issuperset(words) else []


def plain(line: Line) -> list[str]:
    return [word for token in TOKEN.finditer(line.bare) for word in _words(token[0].strip(_SIGNS))]


def _words(token: str) -> Sequence[str]:
    """The words of a bare token: of those that lost their blanks, "donviphoihop", each; none of a sign."""
    if token in _GLUED or not token:
        return _GLUED.get(token, ())
    if "t" in token[:3] and len(token) > len("tt") and _SPOILT_NUMBER.match(token):
        return ("stt",)
    return _unglued(token) if len(token) >= _SHORTEST_GLUED else (token,)


@lru_cache(maxsize=1024)
def _unglued(token: str) -> Sequence[str]:
    """The words of headings that a token holds without blanks, a letter of it spoilt or lost at its end perhaps.

    >>> _unglued("donvjphoihop"), _unglued("congvie"), _unglued("thuchien"), _unglued("nguyenvan")
    (('don', 'vi', 'phoi', 'hop'), ('cong', 'viec'), ('thuc', 'hien'), ('nguyenvan',))
    """
    rest = token.translate(_SPOILT_LETTERS)
    out: list[str] = []
    while rest:
        half = next((word for word in _BY_LENGTH if len(word) > _SHORT_WORD and word[:-1] == rest), "") if out else ""
        word = half or next((word for word in _BY_LENGTH if rest.startswith(word)), "")
        if not word and len(out) >= _FEWEST_GLUED and len(rest) <= _SHORT_REST:
            break  # "donvichuui"
        if not word:
            return (token,)
        out.append(word)
        rest = rest[len(word) :]
    return tuple(out) if len(out) > 1 else (token,)


def _complete(seen: set[str], *, task: bool) -> bool:
    """Whether each column has its name among these words, that of the tasks where it is asked for."""
    return all(any(seen.issuperset(name) for name in names) for names in (_NEEDED if task else _NEEDED[1:]))


def _parted(head: Sequence[Line], *, leaderless: bool = False, timeless: bool = False) -> Head | None:
    """The words of torn headings column by column, the row numbers' first; ``None`` where their order is another.

    ``leaderless``, ``timeless``: the heading of who leads, or of when, is lost.
    """
    roles = (*ROLES, _OUTPUT)
    cells: dict[str, list[Words]] = {role: [] for role in roles}
    bodies, beside, starts = 0, False, False
    for line in head:
        spans: list[tuple[str, int, int]] = []
        before = ""
        for token in TOKEN.finditer(line.text):
            word = " ".join(_words(bare(token[0]).strip(_SIGNS))[:1])
            role = "time" if before == "bat" and word == "dau" else _role(word, spans[-1][0] if spans else "", bodies)
            starts = starts or word == "bat"
            before = word
            if not role:
                continue
            bodies += word in _OPENS_BODY
            if spans and spans[-1][0] == role:
                spans[-1] = (role, spans[-1][1], token.end())
            else:
                spans.append((role, token.start(), token.end()))
        order = [roles.index(role) for role, _, _ in spans]
        if order != sorted(order):
            return None
        beside = beside or len(order) > 1
        for role, start, end in spans:
            cells[role].append(line.words.cut(start, end))
    if not beside or not all(cells[role] for role in ROLES[1 + leaderless : len(ROLES) - timeless]):
        return None  # one heading a line: the cells stand below each other
    first = head[0].words
    product = bool(cells[_OUTPUT]) or (len(head) == 1 and not cells["task"])  # where most headings are lost, its may be
    nothing = first.cut(0, 0)
    kept = roles if product else ROLES
    return Head(
        [nothing, *(join(cells[role]) if cells[role] else nothing for role in kept)], kept, list(head), product, starts
    )


def _role(word: str, before: str, bodies: int) -> str:
    """The column that a heading's word stands over; of two bodies named the first leads. "" where it tells nothing."""
    if word in _TASK:
        return "task"
    if word in _LEAD:
        return "lead"
    if word in _PARTNERS:
        return "partners"
    if word in _TIME or (word in _DONE and before != "lead"):
        return "time"
    if word in _PRODUCT:
        return _OUTPUT
    if word in _BODY:
        return ("partners" if bodies else "lead") if word in _OPENS_BODY else before
    return before if word in _REST or word in _DONE else ""
