"""Numbers with their units: what is printed, before anybody asks whether it is an aim."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from kehoach.folding import has_figures
from kehoach.knowledge import units
from kehoach.knowledge.patterns import inline, lazy
from kehoach.parsers.facts.numbers import MORE_FIGURES, figures, words


class Quantity:
    """A number as printed: its value or range, what it counts, the comparator before it, the clause it stands in."""

    __slots__ = (
        "baseline", "clause", "end", "head", "kind", "noun", "sentence", "sign", "start", "strong", "unit",
        "unit_start", "value", "value_max",
    )  # fmt: skip

    def __init__(self, start: int, end: int, value: int | float) -> None:
        self.start = start  # of the number
        self.end = end  # behind its unit
        self.value = value
        self.value_max: int | float | None = None
        self.unit: str | None = None
        self.kind = ""  # percent, rate, whole ("21/25 xã"), money, noun, bare
        self.noun = ""
        self.unit_start = 0
        self.clause: tuple[int, int] = (0, 0)
        self.sentence = 0
        self.sign = "="
        self.head = start  # where the comparator starts
        self.strong = False  # "ít nhất" rather than "trên"
        self.baseline = False  # the 65 of "từ 65% lên 80%"


# A blank may be lost behind a word that only numbers stand behind, or before what is counted: "đạt99,3%", "150người".
_NUMBER = lazy(
    r"\d(?:(?<![\w.,/].)|(?<=\bđạt.)|(?<=\btrên.)|(?<=\bdưới.)|(?<=\bxuống.)|(?<=\bnhất.))"
    rf"(?:(?:{MORE_FIGURES})(?![\d_]|[^\W\d_](?![^\W\d_][^\W\d_])|[.,]\d|/\d{{1,2}}/)"
    r"|\d*(?:,\d+)?(?=(?:m[23]?|km2?|ha|kg|gb)\b))"
)
_PERCENT = lazy(
    r" ?(?:điểm )?(%|‰|phần trăm|phần nghìn)"
    r"(?: điểm(?! (?!(?:so|mỗi|hằng|hàng|trong|năm|vào|và|đến|trở|phần|với|ở|tại|cho)(?!\w))[^\W\d_]))?"
)
"""A percentage, its "điểm" too ("2% điểm so với …"), but not what is counted ("100% điểm đen")."""
_RATE = lazy(r" ?/ ?(1(?:0{0,2}[., ]?000))(?!\d)")
_WHOLE = lazy(r" ?/ ?(\d{1,3}(?:\.\d{3})+|\d{1,4})(?= [^\W\d_])")
_MONEY = lazy(
    r" ?(?:(?:nghìn|ngàn|triệu|tỷ|tỉ) ?)?(?:đồng(?! (?:đẳng|bào|chí|đội|nghiệp|hồ|phục|diễn|minh)(?!\w))"
    r"|vnđ|vnd|usd|đô la mỹ|đô la|euro?)(?![^\W\d_])(?: ?/ ?[^\W\d_]+)*"
)
_NOUN = lazy(r" ?(đ/c|ki-ốt|mô-đun|ô-tô|hec-ta|[^\W\d_]+[23]?)(?!\w)")
_QUOTED = lazy(r" [\"“](?=[^\W\d_][^\"”]{2,60}[\"”])")
_TIMED = lazy(r" ?/ ?(?:0?1 )?(?:tuần|tháng|quý|năm học|năm|ngày|học k[ỳì])$")  # how often, not what is counted
_PER = lazy(
    r" ?/ ?(?:\d[\d.]* )?(?:(?:năm học|học k[ỳì]|năm|tuần|tháng|quý|ngày)(?!\w)"
    r"|[^\W\d_]+(?: (?!(?:trở|và|hoặc|đến|để|trong|từ|với|tại|trên) )[^\W\d_]+)?)"
)
# "2,300 người": what comes in pieces has no thousandth parts, the comma is a dot misread.
_THOUSANDS = lazy(r"[1-9]\d{0,2},\d{3}")
_PIECES = frozenset(
    "người học cán hộ lượt em cháu trẻ ghi đoàn hội thành đại viên giáo lao tờ cuốn quyển bản cây con cơ doanh"
    " xã".split()
)
"""First words of what is counted one by one: persons, households, copies, animals, bodies."""
_LINK = lazy(r" ?(?:-|đến|tới) ?")
_MOST_IN_CLAUSE = 60  # numbers; a longer run is a list of figures, read in pieces
_FROM = lazy(r"\btừ(?: mức)? $")
_TOWARDS = lazy(r"(?<!\w)(?:lên|xuống|còn)(?!\w)")
# Begins with the sign, which is found sooner than what stands before it.
_CLAUSE = lazy(r"[;.!?](?:(?<=;)|(?<=[^\s\d.][.!?])(?= |$)|(?<=\d\.)(?= [^\W\d_]))")
_UP = lazy(r"trở (lên|xuống|đi)")
# "80% chi bộ xếp loại hoàn thành tốt nhiệm vụ trở lên": the grade, not the number.
_OF_GRADE = lazy(r"(?:(?:xếp |phân )?(?:loại|hạng|mức|bậc)|hoàn thành tốt|danh hiệu)(?!\w)[^,;]{0,40}$")
DIGIT = lazy(r"\d")
_IN_WORDS = (
    " nhất ",
    " thiểu ",
    " trăm ",
    " mươi ",
    " mười ",
    " hai ",
    " ba ",
    " bốn ",
    " sáu ",
    " bảy ",
    " tám ",
    " chín ",
)
"""Words one of which stands before or in a count that is written out."""
_ENDS_UNIT = frozenset(
    "được có đạt tham gia theo tại trên cho và với thuộc là để từ trong vào đến của ở về do nhằm so xuống lên còn khi "
    "trước phục đảm bảo như hoặc cùng gồm ra dưới bằng chiếm tổ bị sẽ này ngoài cụ năm hằng hàng mỗi bình giai trở "
    "toàn vay qua nhân nên mà hoàn làm hoạt không triển đưa đăng tương gắn thực tuyên quy xong nữa đi sau".split()
)
_COMPOUND_ENDS = frozenset(
    {
        ("cửa", "hàng"),
        ("khách", "hàng"),
        ("mặt", "hàng"),
        ("bệnh", "nhân"),
        ("công", "nhân"),
        ("doanh", "nhân"),
        ("việc", "làm"),
        ("an", "toàn"),
        ("sinh", "hoạt"),
        ("thiết", "bị"),
        ("dự", "bị"),
        ("cá", "nhân"),
        ("nạn", "nhân"),
        ("nghệ", "nhân"),
        ("nội", "quy"),
        ("quốc", "gia"),
        ("chuyên", "gia"),
        ("văn", "bằng"),
        ("đồng", "bằng"),
    }
)
_GOES_INTO: dict[str, tuple[str, ...]] = {
    "nhân": (" viên",),
    "gia": (" đình", " súc", " cầm", " an "),
    "hoạt": (" động",),
    "tổ": (" hợp", " liên", " dân"),
}
_MULTIPLIERS = frozenset("triệu nghìn ngàn tỷ vạn".split())


@cache
def _comparators() -> re.Pattern[str]:
    rows = "|".join(f"(?P<c{i}>{row.pattern})" for i, row in enumerate(units.COMPARATORS))
    between = "la|dat|co|tu|duoc|phai|cho|den|o muc|muc|khoang|moi nam|hang nam|them"
    return lazy(rf"(?<![a-z])(?:{rows}|(?P<tu>tu))(?: (?:{between}))*\W{{0,2}}$")


def comparator(before: str) -> tuple[int, units.Comparator | None] | None:
    """Where the comparator that closes ``before`` (a bare text) starts, and its row (none for a lone "từ")."""
    m = _comparators().search(before)
    if not m:
        return None
    row = next((row for i, row in enumerate(units.COMPARATORS) if m[f"c{i}"] is not None), None)
    return m.start(), row


def read(folded: str, taken: Sequence[tuple[int, int]]) -> list[Quantity]:
    """Every number in figures with its unit, outside the sorted spans ``taken``."""
    out: list[Quantity] = []
    k, furthest = 0, -1
    for m in _NUMBER.finditer(folded):
        while k < len(taken) and taken[k][0] <= m.start():
            furthest = max(furthest, taken[k][1])
            k += 1
        value = figures(m[0]) if m.start() >= furthest else None
        if value is not None:
            q = Quantity(m.start(), m.end(), value)
            _unit(folded, q)
            if q.kind == "noun" and _THOUSANDS.fullmatch(m[0]) and head_noun(q.noun) in _PIECES:
                q.value = int(m[0].replace(",", ""))
            out.append(q)
    return _with_words(folded, taken, out) if in_words(folded) else out


def outside(
    folded: str, found: list[Quantity], taken: Sequence[tuple[int, int]], more: Sequence[tuple[int, int]]
) -> list[Quantity]:
    """What :func:`read` finds outside ``taken`` and ``more`` spans, where it ``found`` so much outside ``taken``."""
    if in_words(folded):  # a count in words may be longer than its first word
        return read(folded, sorted([*taken, *more]))
    rows = sorted(more)
    out: list[Quantity] = []
    k, furthest = 0, 0
    for q in found:  # in order, as the spans are now: one walk over both
        while k < len(rows) and rows[k][0] <= q.start:
            furthest = max(furthest, rows[k][1])
            k += 1
        if q.start >= furthest:
            out.append(q)
    return out


def _with_words(folded: str, taken: Sequence[tuple[int, int]], out: list[Quantity]) -> list[Quantity]:
    """The numbers with the counts in words among them."""
    from kehoach.parsers.facts import spelt_counts

    for start, end, value in spelt_counts.find(folded):
        if not any(a < end and start < b for a, b in taken):
            q = Quantity(start, end, value)
            _unit(folded, q)
            if q.kind in ("noun", "percent"):
                out += [low, q] if (low := _spelt_low(folded, q)) is not None else [q]
    return sorted(out, key=lambda q: q.start)


def _spelt_low(folded: str, q: Quantity) -> Quantity | None:
    """The lower end of a count in words: "mỗi cơ sở xây dựng **từ một đến hai** công trình"."""
    m = _SPELT_FROM.search(folded, max(0, q.start - 16), q.start)
    value = words(m[1]) if m else None
    if m is None or value is None or value >= q.value:
        return None
    low = Quantity(m.start(1), m.end(1), value)
    low.kind = "bare"
    return low


def may_hold(text: str) -> bool:
    """Whether a text can hold a number at all."""
    return has_figures(text) or in_words(text)


def in_words(text: str) -> bool:
    """Whether a text can hold a count that is written out."""
    return any(map(text.__contains__, _IN_WORDS))


def may_count(q: Quantity) -> bool:
    """Whether the number can be an aim at all, by what stands behind it."""
    if q.kind != "noun":
        return q.kind != ""
    return q.noun.split()[0].partition("/")[0] not in units.NEVER_COUNTED or units.counted_after_all(q.noun)


def head_noun(noun: str) -> str:
    """The counted noun's first word, "triệu" and the like left off."""
    return next((w for w in noun.split() if w not in _MULTIPLIERS), "")


_SPELT_FROM = lazy(r"(?<!\w)từ (một|hai|ba|bốn|sáu|bảy|tám|chín) đến $")
_SPELT_AGAIN = lazy(r" ?\(([^\W\d_]+(?: [^\W\d_]+){0,6})\)(?= [^\W\d_])")


_SAID_BEFORE = ("(%): ", "(%) : ", "(%) đạt ", "(%):")  # "Độ che phủ rừng (%): 45,5"


def _unit(folded: str, q: Quantity) -> None:
    if folded.startswith(("(", " ("), q.end) and (m := _SPELT_AGAIN.match(folded, q.end)) and words(m[1]) == q.value:
        q.end = m.end()  # "02 (hai) lớp"
    if m := _PERCENT.match(folded, q.end):
        sign = {"phần trăm": "%", "phần nghìn": "‰"}.get(m[1], m[1])
        q.kind, q.unit, q.end = "percent", sign, m.end()
        return
    sliced = "/" in folded[q.end : q.end + 2]
    if sliced and (m := _RATE.match(folded, q.end)):
        q.kind, q.unit, q.end = "rate", "/" + inline(r"\D").sub("", m[1]), m.end()
        return
    if sliced and (m := _WHOLE.match(folded, q.end)):
        noun = _NOUN.match(folded, m.end())
        whole = int(m[1].replace(".", ""))
        # figures in groups are neither a day nor a document's number
        counted = noun is not None and ("." in m[1] or _is_whole(noun[1], q.value, whole))
        if counted and isinstance(q.value, int) and q.value <= whole and not _MONEY.match(folded, m.end()):
            end = _noun_end(folded, m.end())
            if end > m.end():  # "4/1.000.000 giờ" is of no things
                q.kind, q.unit = "whole", folded[m.end() : end].strip()
                q.noun, q.unit_start, q.end = q.unit, end - len(q.unit), end
        return
    if m := _MONEY.match(folded, q.end):
        q.kind, q.unit, q.end = "money", m[0].strip(), m.end()
        q.unit_start = q.end - len(q.unit)
        return
    opening = _QUOTED.match(folded, q.end)  # '20 "Góc học số"'
    start = opening.end() if opening else q.end
    m = _NOUN.match(folded, start)
    if not m:
        q.kind = "bare"
        if folded.endswith(_SAID_BEFORE, 0, q.start):
            q.kind, q.unit = "percent", "%"
        return
    end = _noun_end(folded, start)
    if end > start:
        q.noun = folded[start:end].strip()
        q.unit = _TIMED.sub("", q.noun)
        q.kind, q.end, q.unit_start = "noun", end, end - len(q.noun)
    else:
        q.kind = "bare"
        q.noun = m[1]


def _is_whole(noun: str, part: float, whole: int) -> bool:
    """Whether "21/25 xã" counts; of persons only what cannot be a day and a month ("sáng 5/9 học sinh tựu trường")."""
    return noun in units.WHOLES or (noun in units.WHOLE_PERSONS and (part > 31 or whole > 12))


def _noun_end(folded: str, pos: int) -> int:
    """The end of the noun phrase counted from ``pos`` on: a few words, up to a verb, a preposition or a sign."""
    end, count = pos, 0
    previous = ""
    while count < 6 and (m := _NOUN.match(folded, end)):
        word = m[1]
        if (
            count
            and word in _ENDS_UNIT
            and (previous, word) not in _COMPOUND_ENDS
            and not _goes_into(folded, word, m.end())
        ):
            break
        if (
            not count
            and word in units.NEVER_COUNTED
            and not units.counted_after_all(folded[m.start(1) : m.start(1) + 20])
        ):
            break
        end, count, previous = m.end(), count + 1, word
    if end > pos and previous and (m := _PER.match(folded, end)):
        end = m.end()
    return end


def _goes_into(folded: str, word: str, end: int) -> bool:
    """Whether a word that ends units goes into a longer one here: "cửa **hàng** xăng", "hộ **gia** đình"."""
    more = _GOES_INTO.get(word)
    return more is not None and folded.startswith(more, end)


def place(folded: str, quantities: list[Quantity]) -> None:
    """Set each quantity's clause, and the start of its sentence."""
    cuts = [(m.start(), m[0]) for m in _CLAUSE.finditer(folded)]
    k = start = sentence = count = 0
    for q in quantities:
        while k < len(cuts) and cuts[k][0] < q.start:
            start = cuts[k][0] + 1
            if cuts[k][1] != ";":
                sentence = start
            k += 1
            count = 0
        count += 1
        if count > _MOST_IN_CLAUSE:
            start, count = q.start, 1
        end = cuts[k][0] if k < len(cuts) else len(folded)
        q.clause, q.sentence = (start, end), sentence


def compare(stripped: str, folded: str, q: Quantity) -> None:
    """Read the comparator before the number, and "trở lên" behind it."""
    low = max(q.clause[0], q.start - 48)
    found = comparator(stripped[low : q.start])
    if found and not _spelt(folded, low + found[0], found[1]):
        low += found[0] + 1  # "hóa đơn điện tử đạt >95%": the sign stands behind what only looks like one
        found = comparator(stripped[low : q.start])
    if found and _spelt(folded, low + found[0], found[1]):
        q.head = low + found[0]
        if found[1]:
            q.sign, q.strong = found[1].sign, found[1].strong
    if (
        q.sign == "="
        and folded.endswith("quá ", low, q.start)
        and "không " in folded[max(q.clause[0], q.start - 70) : q.start]
    ):
        q.sign, q.head = "<=", q.start - 4  # "không để tỷ lệ bỏ học quá 1%"
    if q.sign == ">" and q.kind == "percent" and q.value == 100 and not _GROWS.search(folded, low, q.head):
        q.sign, q.head = "=", q.start  # "lắp đặt trên 100% phương tiện": on all of them
    if q.sign != "=":
        return
    high = min(q.clause[1], q.end + 60)
    cut = DIGIT.search(folded, q.end, high)
    up = _UP.search(folded, q.end, cut.start() if cut else high)
    if up and not _OF_GRADE.search(folded, q.end, up.start()):
        q.sign = "<=" if up[1] == "xuống" else ">="
        if not folded[q.end : up.start()].strip():
            q.end = up.end()


_GROWS = lazy(r"(?<!\w)(?:tăng|vượt|đạt|bằng|lên|hoàn thành)(?!\w)[^,;]*$")
# What a comparator looks like without its marks: "kết hôn đạt 90%", "viêm gan 95%" hold none.
_MISTAKEN = lazy(r"h[ôồốổỗộòóỏõọ]n|ga[nm]|g[àáảãạắằẳặ]n")


def _spelt(folded: str, at: int, row: units.Comparator | None) -> bool:
    """Whether the words at ``at`` are a comparator as they are spelled; a lone "từ" only so ("điện tử đạt 50%")."""
    if row is None:
        return folded.startswith("từ", at)
    return _MISTAKEN.match(folded, at) is None or folded.startswith("hon", at)


def ranges(folded: str, quantities: list[Quantity]) -> list[Quantity]:
    """Join "từ 5% đến 7%", "10 - 12%" into one; mark the first of "từ 65% lên 80%" as where things stand."""
    out: list[Quantity] = []
    for b in quantities:
        a = out[-1] if out else None
        if a is None or a.clause != b.clause or b.start - a.end > 60:
            out.append(b)
            continue
        gap = folded[a.end : b.start]
        if _LINK.fullmatch(gap) and a.kind in ("bare", b.kind) and a.value < b.value and b.kind != "bare":
            b.value_max, b.value, b.start = b.value, a.value, a.start
            b.sign, b.head, b.strong = "range", a.head, a.strong
            out[-1] = b
            continue
        # "từ 65% lên 80%", but "giảm từ 1 - 2% (còn dưới 16%)"
        bracketed = "(" in gap and ")" not in gap
        if _FROM.search(folded[max(0, a.start - 10) : a.start]) and _TOWARDS.search(gap) and not bracketed:
            a.baseline = True
        out.append(b)
    return out
