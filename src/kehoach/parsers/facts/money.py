"""Money: the sums that fund something, whether figures and words agree, where it comes from, whether parts add up.

Fines, incomes and revenues aimed at are no sums that fund anything: the latter are measures.
Values are whole units of the currency (đồng for VND).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from kehoach.folding import fold, has_figures
from kehoach.knowledge import funding
from kehoach.knowledge.patterns import inline, lazy
from kehoach.parsers.facts.aims import aimed, fined
from kehoach.parsers.facts.numbers import FIGURES, MORE_FIGURES, Spelt, figures, find_words, words
from kehoach.records import NamedTuple


class Amount(NamedTuple):
    """A sum of money.  ``in_words`` is what the words behind the figures say, ``agrees`` whether both say the same;
    both are ``None`` where it is printed one way only (a sum printed in words alone has its ``value`` from them).
    """

    start: int
    end: int
    text: str
    value: int
    currency: str
    in_words: int | None = None
    agrees: bool | None = None


class Source(NamedTuple):
    """A source of funds as printed; ``kind`` is one of :mod:`kehoach.knowledge.funding`."""

    start: int
    end: int
    text: str
    kind: str


class ItemisedSum(NamedTuple):
    """A total and the parts printed after "trong đó", "gồm"; ``agrees`` says whether they add up."""

    total: Amount
    parts: tuple[Amount, ...]
    agrees: bool


_SIZES = {"nghìn": 10**3, "ngàn": 10**3, "triệu": 10**6, "tr": 10**6, "tỷ": 10**9, "tỉ": 10**9}
_CURRENCIES = (("usd", "USD"), ("đô la", "USD"), ("eur", "EUR"), ("jpy", "JPY"), ("yên", "JPY"))
_SIZE = r"(?:nghìn|ngàn|triệu|tỷ|tỉ|tr(?=\W|đ(?!\w)))"
_DONG = (
    r"(?:đồng|đổng|đống|đông|dồng|dong|vnđ|vnd|việt nam đồng|đ(?![^\W\d_]|/c(?!\w))"
    r"|usd|đô la(?: mỹ)?|euro?|jpy|yên nhật)"
)
_FIGURE = r"(?:\d{1,3}(?:\. ?\d{3}){2,}|\d{1,3}(?: \d{3}){2,}|" + FIGURES + ")"
_AMOUNT = lazy(
    r"(?P<a>\d(?:(?<![\w.,/-].)|(?<=\d-.))(?:\d{0,2}(?:\. ?\d{3})+: ?\d{3}(?:\. ?\d{3})*(?= ?(?:đ|vn))"
    r"|\d{1,2}\. \d{3}(?= triệu)|\d{0,2}(?:\. ?\d{3}){2,}|\d{0,2}(?: \d{3}){2,}|" + MORE_FIGURES + "))"
    rf"(?P<more>(?: ?{_SIZE}(?:(?![^\W\d_])|(?<=tr)(?=đ)))*)"
    r"(?P<sub>(?:(?<=[^\W\d_]),? \d{1,3} (?:triệu|nghìn|ngàn)(?![^\W\d_]))*)"
    rf"(?:[,.]- ?|,(?=đ)|:(?= đồng))? ?(?:(?P<unit>{_DONG})?(?![^\W\d_]|\d)|(?P<glued>đ)(?=(?:từ|cho|do|để|và)(?!\w)))"
)
_WORD_CURRENCY = lazy(r" ?(?P<u>đồng|vnđ|vnd|usd|đô la(?: mỹ)?)(?![^\W\d_])(?: chẵn)?")
# What every sum in figures has, to be looked for before anything dearer.
_ANY_FIGURES = lazy(r"\d(?:[,.]- ?|[,:])? ?(?:nghìn|ngàn|triệu|tỷ|tỉ|tr[\Wđ]|[đdvuejy])")
_SUB = lazy(r"(\d{1,3}) (triệu|nghìn|ngàn)")
_EACH_SIZE = lazy(_SIZE)
_ODD_DONG = frozenset(("đổng", "đống", "đông", "dồng", "dong"))
_NOT_CURRENCY = lazy(
    r" (?:chí|mẫu|bào|thời|bộ|hồ|phục|nghiệp|đội|thuận|tâm|hành|ruộng|lúa|muối|chủ"
    r"|diễn|giải|loạt|nát|đẳng|môn|phạm|minh)(?!\w)"
)
# … behind thousands too, where "đồng" is hardly money: "1.200 đồng hồ nước", no "500.000 đồng hồ sơ dự thầu".
_NO_THOUSANDS = lazy(r" (?:chí|bào|phục(?! vụ| hồi)|nghiệp|hồ(?! sơ))(?!\w)")
_BEFORE = lazy(rf"(?<![\w.,/])(?P<a>{FIGURES}) ?(?:-|đến) ?$")
_IN_WORDS = lazy(r"[ ,.]{0,3}\((?P<p>[^()\d]{4,200})\)|[ ,.;/]{1,5}(?:viết )?bằng chữ ?: ?(?P<q>[^()\d:;.]{4,200})")
_LOOSE_END = lazy(r" ?(?:$|[.;),(=]|/ ?[^\W\d_]|\+|cho |để |và |từ |do |x )")
_MONEY_SAID = lazy(
    r"kinh phí|chi phí|ngân sách|vốn|hỗ trợ|tiền|thưởng|mua|chi |trích|trị giá|quà|tài trợ|dự toán|thù lao|"
    r"tổng cộng|cộng:|đóng góp"
)
_CELL = lazy(rf"\D{{0,3}}?(?P<a>{_FIGURE})[ .;]*")
_CLAUSE_START = lazy(r";|[.!?] ")
_EARNED = lazy(
    r"(?<!\w)(?:thu được|giá vé|mức (?:thu|phí)|thu theo mức"
    r"|(?<!nguồn )(?<!người )(?<!tổ )(?<!viên )(?<!đội )(?<!cho )(?<!trạm )(?<!máy )(?<!vé )(?<!lai )(?<!mềm )"
    r"(?<!thống )(?<!làn )(?<!điểm )(?<!tác )thu phí)(?!\w)[^;\d]{0,60}$",
    needs=("thu", "giá vé", "mức phí"),
)
# "thu phí: hộ gia đình 15.000 đồng/hộ/tháng; cơ quan 120.000 đồng/tháng": the list of rates goes on.
_RATES_BETWEEN = lazy(r" ?/[^.;\d]{1,30}[;,][^.;:\d]{1,60}")
_CONDITION = lazy(
    r"(?:có|với) (?:mức )?(?:thu nhập|doanh thu|giá trị)|từ đủ"
    r"|(?:có|với) (?:nguyên giá|tổng mức)(?: đầu tư)? (?:dưới|trên|từ)\W*$"
)


def amounts(text: str, *, unit: str | None = None, blocked: Sequence[tuple[int, int]] = ()) -> list[Amount]:
    """The sums of money in ``text``, in order.

    ``unit`` is the unit of a cost table ("triệu đồng"): then a cell that holds but a number is a sum.
    ``blocked`` are spans (citations, dates) no sum may touch.
    """
    folded = fold(text)
    if unit:
        sizes = _unit_size(fold(unit))
        m = _CELL.fullmatch(folded.strip())
        value = figures(m["a"]) if m else None
        if m and value is not None and sizes:
            start = len(folded) - len(folded.lstrip()) + m.start("a")
            end = start + len(m["a"])
            return [Amount(start, end, text[start:end], round(value * sizes[0]), sizes[1])]
    out = _in_figures(text, folded, blocked) if has_figures(text) and _ANY_FIGURES.search(folded) else []
    if spelt := find_words(text):
        out = sorted(out + _in_words_alone(text, folded, out, spelt), key=lambda a: a.start)
    return out


def _unit_size(unit: str) -> tuple[int, str] | None:
    size = 1
    for m in _EACH_SIZE.finditer(unit):
        size *= _SIZES[m[0]]
    if m1000 := inline(r"(?<!\d)(1[. ]?000(?:[. ]?000)?)(?!\d)").search(unit):
        size *= int(inline(r"\D").sub("", m1000[1]))
    if not inline(_DONG).search(unit) and size == 1:
        return None
    return size, _currency(unit)


def _currency(unit: str) -> str:
    return next((code for word, code in _CURRENCIES if word in unit), "VND")


def _in_figures(text: str, folded: str, blocked: Sequence[tuple[int, int]]) -> list[Amount]:
    out: list[Amount] = []
    stops = sorted(blocked)
    cuts = [0, *(m.end() for m in _CLAUSE_START.finditer(folded))]
    k = c = furthest = position = 0
    earned = -1
    for m in _AMOUNT.finditer(folded):
        while k < len(stops) and stops[k][0] < m.end():
            furthest = max(furthest, stops[k][1])
            k += 1
        while c + 1 < len(cuts) and cuts[c + 1] <= m.start():
            c += 1
        if m.start() < max(furthest, position):
            continue
        left = folded[max(cuts[c], m.start() - 160) : m.start()]
        value = _value(m)
        if (
            value is None
            or not _is_money(folded, m, left, value)
            or aimed(left)
            or fined(left)
            or _CONDITION.search(left)
        ):
            continue
        if _EARNED.search(left) or (earned >= 0 and _RATES_BETWEEN.fullmatch(folded, earned, m.start())):
            earned = m.end()
            continue
        if first := _first_of_two(text, folded, m, cuts[c], out[-1].end if out else 0):
            out.append(first)
        end, said = _spelt_behind(text, folded, m.end())
        agrees = None if said is None else said == value
        start = m.start()
        out.append(Amount(start, end, text[start:end].rstrip(), value, _currency(m["unit"] or ""), said, agrees))
        position = end
    return out


# "500,000 đồng": a comma between thousands.
_COMMA_GROUP = lazy(r"[1-9]\d{0,2},\d{3}$")


def _value(m: re.Match[str]) -> int | None:
    printed = m["a"].replace(":", ".")
    if not m["more"].strip() and _COMMA_GROUP.match(printed):
        printed = printed.replace(",", ".")  # a dong has no thousandths
    number = figures(printed)
    if number is None:
        return None
    size = 1
    for s in _EACH_SIZE.findall(m["more"] + " "):
        size *= _SIZES[s]
    value = number * size
    for s in _SUB.finditer(m["sub"]):
        value += int(s[1]) * _SIZES[s[2]]
    return round(value)


def _is_money(folded: str, m: re.Match[str], left: str, value: int) -> bool:
    unit, size = m["unit"] or m["glued"], m["more"].strip()
    grouped = "." in m["a"] or " " in m["a"] or _COMMA_GROUP.match(m["a"]) is not None
    if unit:
        short = unit.startswith(("đ", "d")) and unit != "đ" and not size and not grouped
        if short and (value < 100 or _NOT_CURRENCY.match(folded, m.end())):
            return False
        if unit == "đồng" and not size and _NO_THOUSANDS.match(folded, m.end()):
            return False
        if unit in _ODD_DONG and not size and not grouped:
            return False
        return value > 0 and not (unit == "đ" and value < 100)
    if m["sub"]:
        return True
    if not size:
        return False
    if not _LOOSE_END.match(folded, m.end()):
        return False
    return bool(_MONEY_SAID.search(left)) or left.rstrip().endswith((":", "="))


def _first_of_two(text: str, folded: str, m: re.Match[str], low: int, after: int) -> Amount | None:
    """The lower end of "từ 5 đến 7 triệu đồng", which lacks its own unit."""
    from_ = max(low, after, m.start() - 20)
    before = _BEFORE.search(folded[from_ : m.start()])
    number = figures(before["a"]) if before else None
    if not before or number is None or not (m["more"] or "." in before["a"]):
        return None
    size = 1
    for s in _EACH_SIZE.findall(m["more"] + " "):
        size *= _SIZES[s]
    start, end = from_ + before.start("a"), from_ + before.end("a")
    return Amount(start, end, text[start:end], round(number * size), _currency(m["unit"] or ""))


def _spelt_behind(text: str, folded: str, pos: int) -> tuple[int, int | None]:
    """The end of "(Năm tỷ đồng)" behind figures, and its value."""
    m = _IN_WORDS.match(folded, pos)
    if not m:
        return pos, None
    group = "p" if m["p"] else "q"
    inner = inline(r"\s*[./,]+\s*$").sub("", text[m.start(group) : m.end(group)])
    value = words(inline(r"\./\.?").sub(" ", inner))
    if value is None or value < 1000:
        return pos, None
    return m.end() if group == "p" else m.start(group) + len(inner), round(value)


def _in_words_alone(text: str, folded: str, known: Sequence[Amount], words_found: list[Spelt]) -> list[Amount]:
    """Sums printed in words only: "năm triệu đồng", "ba triệu rưỡi" where money is spoken of."""
    out = []
    starts = [a.start for a in known]
    for spelt in words_found:
        k = bisect_right(starts, spelt.start)
        if (k and spelt.start < known[k - 1].end) or spelt.value < 1000:
            continue
        unit = _WORD_CURRENCY.match(folded, spelt.end)
        left = folded[max(0, spelt.start - 80) : spelt.start]
        loose = "rưỡi" in folded[spelt.start : spelt.end] or "phẩy" in folded[spelt.start : spelt.end]
        if not unit and not (loose and _MONEY_SAID.search(left)):
            continue
        if inline(r"\d[ \w]{0,8}$").search(left) or aimed(left) or fined(left):
            continue
        end = unit.end() if unit else spelt.end
        currency = _currency(unit["u"]) if unit else "VND"
        out.append(Amount(spelt.start, end, text[spelt.start : end], round(spelt.value), currency))
    return out


_SOURCE_SAID = lazy(
    r"ngân sách|vốn|nguồn|quỹ|kinh phí|xã hội hóa|đóng góp|tài trợ|viện trợ|đối ứng|chương trình mục|dự toán|huy động|"
    r"chi thường|chi trả|ctmt|(?<!\w)ns(?:nn|tw|đp| (?:tw|đp|tỉnh|thành|huyện|quận|xã|phường))|thu sự nghiệp"
    r"|doanh nghiệp (?:tự|đ)"
)


_SOURCES = tuple(lazy(row.pattern) for row in funding.SOURCE_KINDS)


def _named_sources(folded: str) -> Iterator[tuple[re.Match[str], str]]:
    """The names of sources, each with its kind: of two that overlap the first, of two that start together the upper."""
    found: dict[int, re.Match[str]] = {}
    for i, row in enumerate(funding.SOURCE_KINDS):
        if any(map(folded.__contains__, row.needs)) and (m := _SOURCES[i].search(folded)):
            found[i] = m
    while found:
        first = min(found, key=lambda i: (found[i].start(), i))
        match = found[first]
        yield match, funding.SOURCE_KINDS[first].kind
        for i in [i for i, m in found.items() if m.start() < match.end()]:
            following = _SOURCES[i].search(folded, match.end())
            if following:
                found[i] = following
            else:
                del found[i]


_LAW_BEFORE = lazy(r"(?:luật|nghị định|thông tư|quyết định|nhà|sở|quản lý|giá trị) $")


def sources(text: str) -> list[Source]:
    """The sources of funds named in ``text``, in order; a law on the budget is none."""
    folded = fold(text)
    if not _SOURCE_SAID.search(folded):
        return []
    out = []
    for m, kind in _named_sources(folded):
        before = folded[max(0, m.start() - 14) : m.start()]
        if (m.start() and folded[m.start() - 1].isalpha()) or _LAW_BEFORE.search(before):
            continue
        if m.end() < len(folded) and folded[m.end()].isalpha():
            continue
        out.append(Source(m.start(), m.end(), text[m.start() : m.end()], kind))
    return out


_SPEAKS = lazy(rf"(?<!\w)(?:{'|'.join(funding.MONEY_WORDS)})(?!\w)")
_SPOKEN = tuple(word.partition("(")[0] for word in funding.MONEY_WORDS)
_NAMES = lazy("|".join(funding.MONEY_NAMES))


def speaks_of_money(text: str, found: Sequence[Amount] | None = None) -> bool:
    """Whether ``text`` speaks of funds, budgets or a sum of money; ``found``: its sums, where they are known.

    >>> speaks_of_money("Cân đối ngân sách, bố trí kinh phí"), speaks_of_money("Theo Luật Ngân sách nhà nước")
    (True, False)
    """
    folded = fold(text)
    if funding.MONEY_NAMES[0] in folded:
        folded = _NAMES.sub(lambda m: " " * len(m[0]), folded)
    if any(map(folded.__contains__, _SPOKEN)) and _SPEAKS.search(folded) is not None:
        return True
    return bool(amounts(text) if found is None else found)


def check_sum(parts: Sequence[int], total: int) -> bool:
    """Whether ``parts`` add up to ``total``, but for rounding in the last printed digit (half a thousandth).

    >>> check_sum([18_600, 12_400], 31_000), check_sum([2, 3], 6)
    (True, False)
    """
    return abs(sum(parts) - total) * 2000 <= abs(total) if total >= 10**9 else sum(parts) == total


_ITEMISES = lazy(r"(?:trong đó|bao gồm|gồm|cụ thể|phân theo nguồn|chia ra)(?: có)? ?:?")
_SENTENCE = lazy(r"\.(?= )")
_REPEATS = lazy(r"mỗi|bình quân|từng| x |/năm|tối đa|khoảng|ít nhất")


def itemised(text: str, found: Sequence[Amount] | None = None) -> list[ItemisedSum]:
    """Totals with their parts inside one text: "12 tỷ đồng, trong đó: A 7 tỷ đồng, B 5 tỷ đồng".

    Parts in brackets belong to their part, not to the total; texts that give rates ("mỗi năm 3 tỷ") make no sums.
    """
    found = amounts(text) if found is None else found
    if len(found) < 3:
        return []
    folded = fold(text)
    starts = [a.start for a in found]
    stops = [*(m.start() for m in _SENTENCE.finditer(folded)), len(folded)]
    out: list[ItemisedSum] = []
    done = 0
    for m in _ITEMISES.finditer(folded):
        if m.start() < done:
            continue
        first = bisect_left(starts, m.end())
        total = found[first - 1] if first else None
        if total is None or m.start() - total.end > 80:
            continue
        done = stops[bisect_left(stops, m.end())]
        last = bisect_left(starts, done)
        parts = [a for a in found[first:last] if not _bracketed(folded, m.end(), a.start)] if last - first < 100 else []
        if len(parts) > 1 and not _REPEATS.search(folded, m.end(), done):
            out.append(ItemisedSum(total, tuple(parts), check_sum([a.value for a in parts], total.value)))
    return out


def _bracketed(folded: str, low: int, pos: int) -> bool:
    return folded.count("(", low, pos) > folded.count(")", low, pos)
