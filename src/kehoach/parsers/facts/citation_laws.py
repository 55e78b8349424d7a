"""Laws by name: "Luật Trẻ em năm 2016", "Luật PCCC", "BLHS", "Luật sửa đổi, bổ sung một số điều của Luật …"."""

from __future__ import annotations

import re
from itertools import pairwise

from kehoach.folding import bare
from kehoach.knowledge.laws import (
    ABBREVIATIONS,
    AMENDED_TOGETHER,
    NOT_BEFORE,
    NOT_LAWS,
    SHORT_CODES,
    Law,
    named,
    tries,
    words_of,
)
from kehoach.knowledge.patterns import inline, lazy
from kehoach.parsers.facts.citation_parts import Number, Source, date_at, number_at

_KIND = lazy(
    # That a word begins is asked behind its first letter: so the search leaps from one to the next.
    r"(?:b(?<![^\W_].)(?:(?P<code>o\s{1,3}luat)|(?P<short>l(?:hs|tths|ds|ttds|ld)))|l(?<![^\W_].)(?P<law>[.,']?uat)"
    r"|p(?<![^\W_].)(?P<ord>hap\s{1,3}lenh)|h(?<![^\W_].)(?P<con>ien\s{1,3}phap(?!\s{1,3}l[eu])))(?![^\W_])"
)
_NAMES = {"code": "Bộ luật", "law": "Luật", "ord": "Pháp lệnh", "con": "Hiến pháp"}
_TOKEN = lazy(r"[^\W_]+")
_BETWEEN = lazy(r"[\s,/&(–-]{1,4}")
_ABBREVIATION = lazy(r"\s{0,2}\([A-ZĐ&-]{2,12}\)(?=\s|,|;|\.|\)|$)")
_AMENDS = lazy(
    r"[\s,]{1,3}(?:ve\s{1,2}(?:viec\s{1,2})?)?sua doi(?:,? bo sung)?(?:\s{1,2}mot so dieu)?(?:\s{1,2}cua)?"
    r"(?:\s{1,2}cac)?\s{1,2}(?=luat|bo luat|phap lenh)"
)
# "Luật sửa đổi, bổ sung một số điều của 37 luật có liên quan đến quy hoạch".
_AMENDS_MANY = lazy(
    r"[\s,]{1,3}sua doi(?:,? bo sung)?(?:\s{1,2}mot so dieu)?(?:\s{1,2}cua)?\s{1,2}(?:cac\s)?\d{1,2}\s{1,2}(?:bo )?luat"
    r"(?:\s{1,2}(?:co\s)?lien quan(?: (?!so\b|ngay\b|nam\b)[a-z]{1,8}){0,8})?(?![^\W_])"
)
_LIST = lazy(r"(?:\s{0,2}[,;]\s{0,2}|\s{1,2})(?:va\s{1,2})?(?=luat\s|bo luat\s)")
_REVISED = lazy(r"\s{0,2},?\s{0,2}\((?:(?:đã )?được )?(?:sửa đổi|hợp nhất|bổ sung)[^()]{0,60}\)")
_REVISED_YEAR = lazy(r"\s{1,2}sửa đổi(?:, bổ sung|(?!, bổ))(?=\s{1,2}(?:năm|số|ngày)|[,;.)]|$)")
_NAME_LEAD = lazy(r"[\s,]{1,3}ve(?=\s)|\s?(?=\([^\W\d_])")
_PASSED = lazy(r",? (?:da )?(?:duoc |do )?quoc hoi(?: khoa [a-z]{1,6})?,? thong qua(?= ngay)")
_NUMBER_LEAD = lazy(r"[\s,(]{0,4}so\s{0,2}[:.]?\s{0,3}")
_YEAR = lazy(r"\s{1,3}(?P<word>nam\s{1,2})?(?P<year>(?:19|20)[0-9]{2})(?![^\W_]|\s?[-/]\s?[0-9])")
_STATE = lazy(r"\s{1,2}nuoc\s{1,2}cong\s{1,2}hoa\s{1,2}xa\s{1,2}hoi\s{1,2}chu\s{1,2}nghia\s{1,2}viet\s{1,2}nam")
_AND_LAW = lazy(r"\s{0,2}(?:,|va)\s{0,2}(?:he thong\s)?phap luat")
_NAME_STOPS = frozenset(
    "và được có là của số ngày năm về đã tại theo cho trong đến từ khi này quy để hoặc cũng như mới tới do phải trên "
    "bằng với nhằm qua vào giữa lần sau trước nhưng nếu đồng hiện còn đang sẽ đối khóa cùng gắn tuy".split()
)


class LawFound:
    """A law named at ``start``-``end``; ``used`` is where the number it took starts."""

    __slots__ = ("date", "end", "number", "start", "title", "type")

    def __init__(self, start: int, end: int, type_: str, title: str | None, number: Number | None = None) -> None:
        self.start = start
        self.end = end
        self.type = type_
        self.title = title
        self.number = number
        self.date: str | None = None


def find_laws(src: Source) -> list[LawFound]:
    """Every law of ``src`` in order; a law inside an amending law's title follows that law."""
    out: list[LawFound] = []
    done = 0
    for m in _KIND.finditer(src.bare):
        if m.start() < done:
            continue
        found = _law_at(src, m)
        out += found
        if found:
            done = max(x.end for x in found)
    return out


def _law_at(src: Source, m: re.Match[str]) -> list[LawFound]:
    start, end = m.span()
    group = m.lastgroup or "law"
    if group == "code" and _another_word(src, start, end):
        group, start = "law", end - len("luật")
    if group == "short":
        return _short_code(src, start, end)
    kind = _NAMES[group]
    capital = src.text[start].isupper()
    if group == "con" and src.fold.startswith("hiện", start):
        return []  # "thực hiện pháp …"
    if group == "con":
        return _constitution(src, start, end) if capital and not _AND_LAW.match(src.bare, end) else []
    if _taken(src, start, capital):
        return []
    if many := _AMENDS_MANY.match(src.bare, end):
        title = inline(r"\s+").sub(" ", src.plain[end : many.end()]).strip()
        return [_suffixes(src, LawFound(start, many.end(), kind, f"{kind} {title}"))]
    if amending := _amending(src, start, end, kind):
        return amending
    if numbered := _by_number(src, start, end, kind):
        return [numbered]
    if name := law_name(src, end, kind, capital):
        title, stop = name
        return [_suffixes(src, LawFound(start, stop, kind, title))]
    return []


def _another_word(src: Source, start: int, end: int) -> bool:
    """Whether the "bộ" before "luật" is another word: "công bố Luật", "toàn bộ Luật Đất đai"."""
    if src.fold[start : start + 2] in ("bố", "bỏ", "bổ"):
        return True
    return src.text[start].islower() and src.text[end - 4].isupper() and not _known_name(src, end, "Bộ luật", True)


def _taken(src: Source, start: int, capital: bool) -> bool:
    """Whether the word before makes it another word: pháp luật, kỷ luật, Đại học Luật."""
    before = src.bare[max(0, start - 14) : start].rstrip()
    word = before.rsplit(" ", 1)[-1]
    if word == "phap" or (word in ("ky", "quy") and src.text[start : start + 4].isupper()):
        return True
    if capital:
        return before.endswith(("dai hoc", "khoa", "nganh", "vien", "truong", "cong ty", "van phong", "cu nhan"))
    return word in NOT_BEFORE


def _short_code(src: Source, start: int, end: int) -> list[LawFound]:
    title = SHORT_CODES.get(src.plain[start:end])
    return [_suffixes(src, LawFound(start, end, "Bộ luật", title))] if title else []


def _constitution(src: Source, start: int, end: int) -> list[LawFound]:
    title = "Hiến pháp"
    if m := _STATE.match(src.bare, end):
        end, title = m.end(), "Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam"
    return [_suffixes(src, LawFound(start, end, "Hiến pháp", title))]


def law_name(src: Source, pos: int, kind: str, capital: bool) -> tuple[str, int] | None:
    """The law whose name stands behind its kind at ``pos``: full name and end; known names first, then by grammar."""
    known = _known_name(src, pos, kind, capital)
    if known:
        return _as_called(src, pos, kind, *known), known[1]
    return _unknown_name(src, pos, kind) if capital and not src.text[pos - 2 : pos].isupper() else None


def _known_name(src: Source, pos: int, kind: str, capital: bool) -> tuple[Law, int] | None:
    """The longest known name at ``pos``."""
    node, best, count = tries()[kind], None, 0
    for _ in range(30):
        gap = _BETWEEN.match(src.plain, pos)
        if not gap:
            break
        token = _TOKEN.match(src.text, gap.end())
        if not token:
            break
        words = _spelt(src, token)
        for word in words:
            if word not in node:
                return best
            node = node[word]
            count += 1
        pos = token.end()
        if skipped := _ABBREVIATION.match(src.plain, pos):
            pos = skipped.end()
        # a name of one word must be capitalised: "Luật Giá", not "Luật giá"
        if words and node.law is not None and (count > 1 or (capital and token[0][0].isupper())):
            best = (node.law, _closed(src, token.end()))
    return best


def _as_called(src: Source, pos: int, kind: str, law: Law, end: int) -> str:
    """The law's name; where it is called by a shorter one in plain words ("Luật Quốc tịch"), that."""
    words = _TOKEN.findall(src.plain[pos:end])
    said = words_of(" ".join(words))
    called = next((a for a in law.aliases if words_of(a) == said), None)
    initials = any(w in ABBREVIATIONS for w in words) or inline(r"[A-ZĐ]{3}").search(called or "")
    full = called is None or initials or said == words_of(law.name[len(kind) :])
    return law.name if full else f"{kind} {called}"


def _spelt(src: Source, token: re.Match[str]) -> list[str]:
    spelt = ABBREVIATIONS.get(src.plain[token.start() : token.end()])
    words = bare(spelt).split() if spelt else [src.bare[token.start() : token.end()]]
    return [w for w in words if w != "va"]


def _closed(src: Source, end: int) -> int:
    """``end``, behind the ")" of a bracket inside the name: "(HIV/AIDS)"."""
    opened = src.plain.rfind("(", max(0, end - 14), end)
    return end + 1 if opened >= 0 and src.plain[end : end + 1] == ")" and ")" not in src.plain[opened:end] else end


def _unknown_name(src: Source, pos: int, kind: str) -> tuple[str, int] | None:
    """A name that is not in the register: up to its number or date if one is near, else to the end of the phrase."""
    first = _TOKEN.match(src.text, pos + 1) if src.text[pos : pos + 1] == " " else None
    if not first or not first[0][0].isupper() or src.fold[first.start() : first.end()] in NOT_LAWS:
        return None
    if _KIND.match(src.bare, first.start()) or src.bare.startswith("sua doi", first.start()):
        return None
    window = src.bare[pos : pos + 160]
    lead = inline(r"\sso\s?:?\s?[0-9]{1,3}/(?:19|20)[0-9]{2}/(?:qh|ubtvqh|pl)").search(window)
    if lead and not inline(r";|\.\s|\bluat\b|\bphap lenh\b|\bnghi\b|\bquyet dinh\b").search(window[: lead.start()]):
        end = pos + lead.start()
    else:
        end = _phrase_end(src, pos)
    if src.fold.endswith(" thông", 0, end) and src.fold.startswith(" qua", end):
        end -= len(" thông")
    name = inline(r"\s+").sub(" ", src.plain[pos:end]).strip(" ,")
    return (f"{kind} {name}", end) if name else None


def _phrase_end(src: Source, pos: int) -> int:
    end = pos
    for _ in range(14):
        token = _TOKEN.match(src.text, end + 1) if src.plain[end : end + 1] == " " else None
        if not token or (src.fold[token.start() : token.end()] in _NAME_STOPS and not _and_name(src, token)):
            break
        end = token.end()
    return end


def _and_name(src: Source, token: re.Match[str]) -> bool:
    """Whether an "và" stands inside a name: a capital that is no law follows ("Luật Nước sạch và Vệ sinh")."""
    if src.fold[token.start() : token.end()] != "và":
        return False
    after = _TOKEN.match(src.text, token.end() + 1)
    return bool(after and after[0][0].isupper() and not after[0][1:].isupper()) and not src.bare.startswith(
        ("luat", "bo luat", "phap lenh", "nghi", "quyet dinh", "thong tu", "chi thi"), token.end() + 1
    )


def _suffixes(src: Source, law: LawFound, check_year: bool = True) -> LawFound:
    """Takes in what follows a name: "(sửa đổi)", number, date, year; in any order, each once."""
    for _ in range(5):
        notes = ((_ABBREVIATION, src.plain), (_REVISED, src.fold), (_REVISED_YEAR, src.fold))
        if note := next((m for pattern, text in notes if (m := pattern.match(text, law.end))), None):
            law.end = note.end()
        elif law.number is None and (taken := _number_behind(src, law.end)):
            law.number, law.end = taken
        elif (law.date is None or len(law.date) == 4) and (date := _date_behind(src, law, check_year)):
            law.date, law.end = date
        else:
            break
    return law


def _number_behind(src: Source, pos: int) -> tuple[Number, int] | None:
    m = _NUMBER_LEAD.match(src.bare, pos)
    number = number_at(src, m.end()) if m else None
    if not m or number is None:
        return None
    opened = "(" in m[0] and src.plain[number.end : number.end + 1] == ")"
    return number, number.end + opened


def _date_behind(src: Source, law: LawFound, check_year: bool) -> tuple[str | None, int] | None:
    """A day, or a year that can be the law's own: "thực hiện Luật Trẻ em năm 2025" is no law of 2025."""
    if m := _YEAR.match(src.bare, law.end):
        known = named().get(law.title or "")
        if check_year and known and known.years and m["year"] not in known.years:
            return None
        return None if law.date else (m["year"], m.end())
    passed = _PASSED.match(src.bare, law.end)  # "Luật … được Quốc hội thông qua ngày 26/11/2003"
    date = date_at(src, passed.end() if passed else law.end)
    return (date.value, date.end) if date and date.value and len(date.value) > 7 else None


def _by_number(src: Source, start: int, end: int, kind: str) -> LawFound | None:
    """Reads "Luật số 83/2025/QH15": a law by its number, its name (if any) behind it."""
    taken = _number_behind(src, end)
    if not taken:
        return None
    law = _suffixes(src, LawFound(start, taken[1], kind, None, taken[0]))
    pos = law.end
    if m := _AMENDS.match(src.bare, pos):
        names, stop = _amended(src, m.end(), law.number)
        words = inline(r"\s+").sub(" ", src.plain[pos : m.end()]).strip(" ,")
        words = inline(r"^về (?:việc )?").sub("", words)
        law.title = f"{kind} {words} {_joined(src, names)}" if names and stop else None
    elif m := _NAME_LEAD.match(src.bare, pos):
        known = _known_name(src, m.end(), kind, True)
        law.title = known[0].name if known else None
    return law


_Name = tuple[int, int, str, str]  # start, end, kind, title


def _amending(src: Source, start: int, end: int, kind: str) -> list[LawFound]:
    """An amending law and the laws it amends; number and date behind the last of them are the amending law's."""
    m = _AMENDS.match(src.bare, end)
    if not m:
        return []
    names, stop = _amended(src, m.end(), None)
    if not names:
        return []
    words = inline(r"\s+").sub(" ", src.plain[end : m.end()]).strip()
    outer = LawFound(start, stop, kind, f"{kind} {words} {_joined(src, names)}")
    _suffixes(src, outer, check_year=False)
    return [outer] + [LawFound(a, b, k, title) for a, b, k, title in names]


def _joined(src: Source, names: list[_Name]) -> str:
    """The amended laws' full names, joined as printed."""
    out = names[0][3]
    for before, name in pairwise(names):
        out += inline(r"\s+").sub(" ", src.plain[before[1] : name[0]]) + name[3]
    return out


def _amended(src: Source, pos: int, number: Number | None) -> tuple[list[_Name], int]:
    """The laws that an amending law names at ``pos``: one, unless the list is known or goes on without a date."""
    names: list[_Name] = []
    for _ in range(12):
        m = _KIND.match(src.bare, pos)
        if not m or m.lastgroup in ("short", "con"):
            break
        kind = _NAMES[m.lastgroup or "law"]
        name = law_name(src, m.end(), kind, True)
        if not name:
            break
        names.append((pos, name[1], kind, name[0]))
        behind = LawFound(pos, name[1], kind, name[0])
        if _suffixes(src, behind, check_year=False).end > name[1]:
            break
        joint = _LIST.match(src.bare, name[1])
        if not joint or ";" in joint[0] or _AMENDS.match(src.bare, joint.end() + len("luật")):
            break
        pos = joint.end()
    names = names[: _known_list(names, number) or len(names)]
    return names, (names[-1][1] if names else pos)


def _known_list(names: list[_Name], number: Number | None) -> int | None:
    """How many of ``names`` a known law amends together."""
    said = [words_of(title.split(" ", 1)[1]) for _, _, _, title in names]
    for value, together in AMENDED_TOGETHER:
        rows = [words_of(n) for n in together.split(";")]
        if said[: len(rows)] == rows or (number and number.value == value):
            return len(rows)
    return None
