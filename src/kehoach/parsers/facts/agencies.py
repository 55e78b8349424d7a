"""Agencies in a text: the assignees an item begins with, lists of names, names in running text."""

from __future__ import annotations

from functools import lru_cache

from kehoach.folding import answers, bare, fold
from kehoach.knowledge import agencies as register
from kehoach.knowledge.agencies import ResolvedAgency, resolve
from kehoach.knowledge.agency_lookup import Words, first_words, split_words
from kehoach.knowledge.patterns import lazy
from kehoach.parsers.facts import departments
from kehoach.parsers.facts.agency_begin import Name, begin, verb_at
from kehoach.parsers.facts.agency_lists import names_at
from kehoach.parsers.facts.agency_names import name_at
from kehoach.records import NamedTuple

__all__ = ["AgencyName", "Head", "ResolvedAgency", "leading", "names", "resolve", "split"]

HEAD_CHARACTERS = 2000
"""How far into an item its assignees are looked for."""

# What may stand before an assignee: (words, whether it asks rather than instructs).
_PREFIXES: tuple[tuple[tuple[str, ...], bool], ...] = tuple(
    (tuple(split_words(bare(words) if " " in words else words)), request)
    for words, request in (
        ("kính đề nghị", True), ("trân trọng đề nghị", True), ("đề nghị", True), ("kính mời", True), ("mời", True),
        ("giao nhiệm vụ cho", False), ("giao cho", False), ("giao trách nhiệm cho", False), ("giao", False),
        ("phân công", False), ("yêu cầu", False), ("đối với", False), ("về phía", False),
        ("trách nhiệm chung của", False), ("trách nhiệm chung", False), ("trách nhiệm của", False),
        ("nhiệm vụ của", False), ("trách nhiệm các", False),
    )
)  # fmt: skip
_PREFIX_WORDS = frozenset(words[0] for words, _ in _PREFIXES)
_FIRST_WORD = lazy(r"\W*([^\W_]+)")
_DUTY = tuple(
    tuple(split_words(bare(words)))
    for words in (
        "cùng có trách nhiệm",
        "có trách nhiệm",
        "chịu trách nhiệm",
        "có nhiệm vụ",
        "được giao nhiệm vụ",
        "trách nhiệm",
    )
)

_ANSWERS = frozenset({"trước", "về", "chính", "toàn", "cao", "nếu"})
"""Words behind "chịu trách nhiệm" with which it is the duty itself, not what leads to it."""


class AgencyName(NamedTuple):
    """A name as printed: ``text[start:end]`` holds it.

    ``name`` differs from the printed words only in "các Sở: Y tế, Tài chính", where each name lends its head to the
    next.
    ``kind`` is organisation, group or person; ``level`` central, province, district, commune, organisation or None.
    """

    start: int
    end: int
    name: str
    kind: str
    level: str | None
    sectors: tuple[str, ...]


class Head(NamedTuple):
    """The assignees an item begins with.

    ``end`` is where the names and their bracketed notes end, ``rest`` where the action begins (``len(text)`` for a
    bare heading); ``request`` says that they are asked ("Đề nghị"), ``explicit`` that a colon, "có trách nhiệm" or the
    end of the text sets the names apart, so that no verb had to be recognised.
    """

    agencies: tuple[AgencyName, ...]
    end: int
    rest: int
    request: bool
    explicit: bool


def _words(text: str) -> Words:
    return Words(text, folded=fold(text), bared=bare(text))


def _agency(words: Words, name: Name) -> AgencyName:
    start, end = words.starts[name.first], words.ends[name.last - 1]
    printed = words.text[start:end]
    if name.lent:
        first = next(
            k
            for k in range(name.first, name.last)
            if words.capital(k) and words.bares[k] not in {"cac", "so", "phong", "bo", "ban", "vu"}
        )
        printed = f"{name.lent} {words.text[words.starts[first] : end]}"
    kind = "group" if name.plural and name.head.kind == "organisation" else name.head.kind
    if name.lent and name.head.kind != "person":
        kind = "organisation"
    known = resolve(printed)
    level = known.level if known is not None else register.level_of(printed, default=name.head.level)
    sectors = known.sectors if known is not None else name.field.sectors if name.field is not None else ()
    return AgencyName(start, end, printed, kind, level, sectors)


def split(text: str) -> list[AgencyName]:
    """The agencies of a text that is a list of names and nothing else.

    >>> [a.name for a in split("Báo Ninh Bình, Đài Phát thanh và Truyền hình tỉnh")]
    ['Báo Ninh Bình', 'Đài Phát thanh và Truyền hình tỉnh']
    """
    return list(_split(text))


@answers
@lru_cache(maxsize=256)
def _split(text: str) -> tuple[AgencyName, ...]:
    """Kept: whether a text is a list of names and what it lists are two questions of one place."""
    words = _words(text)
    return tuple([_agency(words, n) for n in names_at(words, _skip_prefix(words, 0)[0])])


def names(text: str) -> list[AgencyName]:
    """All agency names in running text or in a table cell, in order, never overlapping."""
    words = _words(text)
    out: list[AgencyName] = []
    i = 0
    while words.has(i):
        begins = words.bares[i] in first_words() and _may_begin(words, i)
        found = names_at(words, i) if begins else []
        if found:
            out += [_agency(words, n) for n in found]
            i = found[-1].last
        else:
            i += 1
    return out


def _may_begin(words: Words, i: int) -> bool:
    """Whether a name may begin at a word of running text: a capital, a plural, or the first word of a cell."""
    return words.capital(i) or words.folds[i] in {"các", "ubnd"} or i == 0 or words.folds[i - 1] in {";", ":"}


def _skip_prefix(words: Words, i: int) -> tuple[int, bool]:
    if not words.has(i) or (words.folds[i] not in _PREFIX_WORDS and words.bares[i] not in _PREFIX_WORDS):
        return i, False
    for prefix, request in _PREFIXES:
        # Damaged print is no matter where two words agree: "Đê nghị", but not "mới" for "mời".
        seen = words.bares if len(prefix) > 1 else words.folds
        if words.has(i + len(prefix)) and tuple(seen[i : i + len(prefix)]) == prefix:
            j = i + len(prefix) - (prefix[-1] == "cac")
            while words.has(j) and words.folds[j] in {":", "-", ","}:
                j += 1
            return j, request
    return i, False


def _worth_reading(text: str) -> bool:
    """Whether the first word of a text can begin a name or stand before one; most texts end here."""
    m = _FIRST_WORD.match(text)
    if m is None:
        return False
    whole = text if len(text) <= HEAD_CHARACTERS else m[0]  # its foldings are kept
    start, end = m.span(1)
    plain = bare(whole)[start:end]
    return plain in first_words() or plain in _PREFIX_WORDS or fold(whole)[start:end] in _PREFIX_WORDS


@answers
@lru_cache(maxsize=128)
def leading(text: str, misread: int = 4) -> Head | None:
    """The assignees that an item's text, without its label, begins with; None where it begins otherwise.

    At most ``misread`` commas between them are full stops or semicolons: each makes the text be read once more.

    >>> head = leading("Đề nghị Sở Y tế, Công an tỉnh: Cử cán bộ tham gia.")
    >>> [a.name for a in head.agencies], head.request, head.explicit
    (['Sở Y tế', 'Công an tỉnh'], True, True)
    >>> leading("Tăng cường công tác quản lý") is None
    True
    """
    if (front := _front(text)) is None:
        return None
    words, i, request, found = front
    if (department := _department(text, words, i, found, request=request)) is not None:
        return department
    if not found:
        return None
    k = found[-1].after
    end = words.end(k)
    rest = _rest(words, k, len(text))
    if rest is None:
        department = _department(text, words, i, [], request=request)
        return department or (_further(text, words, k, misread) if misread else None)
    where, explicit, modal = rest
    if not _sure(words, found, where, explicit, modal, len(text), prefixed=i > 0):
        return None
    return Head(tuple(_agency(words, n) for n in found), end, where, request, explicit)


def _front(text: str) -> tuple[Words, int, bool, list[Name]] | None:
    """The words that an item begins with, where names begin among them, whether they are asked, and the names."""
    if not _worth_reading(text):
        return None
    words = _words(text[:HEAD_CHARACTERS])
    i, request = _skip_prefix(words, 0)
    return words, i, request, names_at(words, i)


_CLOSES_NAME = frozenset("tỉnh huyện quận xã phường phố thôn bản ấp trấn".split())
# What goes on behind a name without being anything that somebody is to do.
_STATES = frozenset(
    "về để nhằm theo thông bằng với vào từ đến trước sau là được bị đã đang sẽ có còn chưa gồm bao như nên cho mà thì "
    "này nêu trên của và hoặc tại trong ở các những cùng thuộc vẫn rất đều chỉ không".split()
)


def opening(text: str) -> Head | None:
    """The assignees that a numbered duty opens with, whatever verb follows: "Đề nghị Hội Nông dân tỉnh khơi dậy …".

    Only where the name is sure to end: with all of a field of work, or with the kind of place that it is of.

    >>> head = opening("Giao Sở Y tế gỡ vướng cho các trạm.")
    >>> [a.name for a in head.agencies], head.rest
    (['Sở Y tế'], 13)
    >>> opening("Sở Y tế đã trồng cây.") is None
    True
    """
    if (front := _front(text)) is None:
        return None
    words, _, request, found = front
    if not found or any(n.head.weak or n.loose or n.head.kind != "organisation" for n in found):
        return None
    last = found[-1]
    grown = last.field is None and last.last - 2 > last.first and words.folds[last.last - 2] in _CLOSES_NAME
    if grown and not words.capital(last.last - 1):  # "Hội Nông dân tỉnh khơi …"
        last = last._replace(last=last.last - 1, after=last.last - 1)
    begun = begin(words, last.first)
    whole = last.field is not None or last.head.follow == "whole"
    closed = whole and begun is not None and begun[0].last == last.last
    end = last.last
    while end - 1 > last.first and words.capital(end - 1):
        end -= 1  # "Công an xã **Tân Phú**"
    closed = closed or words.folds[end - 1] in _CLOSES_NAME or words.folds[end - 2] == "vực"
    k = last.after
    if not closed or not words.is_word(k) or words.capital(k) or words.digit(k) or words.folds[k] in _STATES:
        return None
    names = tuple(_agency(words, n) for n in (*found[:-1], last))
    return Head(names, words.ends[last.last - 1], words.starts[k], request, False)


def _further(text: str, words: Words, k: int, misread: int) -> Head | None:
    """The assignees where the comma between two of them is misread or mistyped: "Sở Công Thương. Hội Nông dân: …"."""
    if not words.has(k + 1) or words.folds[k] not in {".", ";"} or words.folds[k + 1] in _ALL_OF:
        return None
    at = words.starts[k]
    head = leading(f"{text[:at]},{text[at + 1 :]}", misread - 1)
    if head is None or head.end <= at or not (head.explicit or len(head.agencies) > 1):
        return None
    # a name that holds the sign keeps it; any other stays, with the head that another may have lent it
    named = (a._replace(name=text[a.start : a.end]) if a.start < at < a.end else a for a in head.agencies)
    return head._replace(agencies=tuple(named))


def _rest(words: Words, k: int, length: int) -> tuple[int, bool, bool] | None:
    """Where the action begins behind the names: (offset, explicit, by "có trách nhiệm"), None where none begins."""
    j = k
    while words.has(j) and words.folds[j] in {",", "-"}:
        j += 1
    for duty in _DUTY:
        if words.has(j + len(duty) - 1) and tuple(words.bares[j : j + len(duty)]) == duty:
            if words.has(j + len(duty)) and words.folds[j + len(duty)] in _ANSWERS:
                return words.starts[j], True, True
            j += len(duty)
            while words.has(j) and words.folds[j] in {":", ",", "-"}:
                j += 1
            return (words.starts[j] if words.has(j) else length), True, True
    if not words.has(k):
        return length, True, False
    if words.folds[k] in {":", ".", ";"}:
        j = k + 1
        while words.has(j) and words.folds[j] in {":", ".", "/", ";", "-", "–"}:
            j += 1
        if not words.has(j):
            return length, True, False
        stop = words.folds[k] == "."
        said = (verb_at(words, j) is not None and (stop or words.capital(j))) or (stop and words.folds[j] in _ALL_OF)
        return (words.starts[j], True, False) if words.folds[k] == ":" or said else None
    if verb_at(words, j) is not None or (words.has(j + 1) and words.folds[j : j + 2] == ["phụ", "trách"]):
        return words.starts[j], False, False
    return None


_ALL_OF = frozenset({"các", "những", "mọi", "toàn"})
"""What a sentence of its own begins with: "Sở Tài chính. Các đơn vị lập dự toán"."""


def _department(text: str, words: Words, i: int, found: list[Name], *, request: bool) -> Head | None:
    """The one assignee that a department is whose name tells all its work, None where no such name stands there."""
    stop = departments.end(words, i, found)
    if stop is None:
        return None
    where, explicit = len(text), True
    if words.has(stop) and words.folds[stop] == ":":
        if not words.has(stop + 1) or not (words.capital(stop + 1) and _verb_after(words, words.starts[stop + 1])):
            return None
        where = words.starts[stop + 1]
    elif words.has(stop):
        where, explicit, _ = _rest(words, stop, where) or (words.starts[stop], False, False)
    start, end = words.starts[i], words.ends[stop - 1]
    known = _agency(words, found[0]) if found else None
    level, sectors = (known.level, known.sectors) if known is not None else (None, ())
    only = AgencyName(start, end, words.text[start:end], "organisation", level, sectors)
    return Head((only,), end, where, request, explicit)


# Generic words that are seldom somebody who is given a duty, in bare letters.
_ROLES = frozenset(
    "co quan|don vi|to chuc|doanh nghiep|co so|ca nhan|nguoi dan|nhan dan|hoc sinh|ho gia dinh|cac ho|phu huynh|"
    "cha me hoc sinh".split("|")
)


def _sure(
    words: Words, found: list[Name], where: int, explicit: bool, modal: bool, length: int, *, prefixed: bool
) -> bool:
    """Whether the names are assignees: doubtful ones need a plain duty behind them."""
    if modal:
        return True
    if (
        explicit
        and where < length
        and found[-1].head.kind == "person"
        and found[-1].head.follow == "open"
        and _names_somebody(words, where)
    ):
        return False
    firm = [n for n in found if not n.head.weak and not n.loose]
    if firm and not (found[0].loose or (found[0].head.weak and len(firm) == 0)):
        return not (found[0].head.weak and found[0].head.words in _ROLES)
    if prefixed and explicit and not found[0].loose and not found[0].head.weak:
        return True
    if bare(found[0].head.words) in _ROLES or found[0].loose:
        return explicit and where < length and _verb_after(words, where)
    return _verb_after(words, where) if where < length else False


def _names_somebody(words: Words, where: int) -> bool:
    """Whether a name stands at an offset: "Trưởng ban: Ông …" lists members, it gives no duty."""
    i = next((k for k, start in enumerate(words.starts) if start >= where), len(words.starts))
    if not words.has(i):
        return False
    name = name_at(words, i)
    acts = name is not None and name.head.weak and _verb_after(words, where)  # "Hiệu trưởng: Tổ chức thực hiện"
    return words.folds[i : i + 2] == ["đại", "diện"] or (name is not None and not acts)


def _verb_after(words: Words, where: int) -> bool:
    """Whether the words at an offset begin an action, in small or capital letters."""
    i = next((k for k, start in enumerate(words.starts) if start >= where), len(words.starts))
    if not words.has(i):
        return False
    probe = Words(words.text[words.starts[i] : words.starts[i] + 60].lower())
    return verb_at(probe, 0) is not None
