"""Numbers that are aimed at: "trên 90%", "từ 5% đến 7%", "148/100.000", "02 lớp", "24,5 triệu đồng/năm".

:func:`find` reads one item's text.  A percentage is an aim unless its clause says otherwise (a baseline, a quorum,
what has been reached, a rate of support); a count is one only where a comparator or a verb promises it.
Years come from the same clause (:mod:`kehoach.parsers.facts.years`) or, with ``by``, from the heading above.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kehoach.folding import bare, fold
from kehoach.knowledge import units
from kehoach.parsers.facts import years
from kehoach.parsers.facts.numbers import FIGURES, figures


@dataclass(frozen=True, slots=True)
class Measure:
    """One number aimed at.

    ``comparator`` is ``=``, ``<``, ``<=``, ``>``, ``>=`` or ``range`` (then ``value_max`` is set); ``unit`` is ``%``,
    ``‰``, ``/100000`` or the counted noun as printed; ``by`` the year; ``every`` ``week``, ``month``, ``quarter``,
    ``half-year`` or ``year`` where the aim holds each time anew.
    """

    start: int
    end: int
    text: str
    comparator: str
    value: int | float
    value_max: int | float | None
    unit: str | None
    by: int | None
    every: str | None


@dataclass(frozen=True, slots=True)
class Found:
    """A measure with the place of its clause, for those who put measures together."""

    measure: Measure
    clause: tuple[int, int]
    quantity_end: int


@dataclass(slots=True)
class _Quantity:
    start: int  # of the number
    end: int  # behind its unit
    value: int | float
    value_max: int | float | None = None
    unit: str | None = None
    kind: str = ""  # percent, rate, whole, money, noun, bare
    noun: str = ""
    clause: tuple[int, int] = (0, 0)
    sentence: int = 0
    sign: str = "="
    head: int = 0  # where the comparator starts
    strong: bool = False
    baseline: bool = False
    accepted: bool = False


_NUMBER = re.compile(rf"(?<![\w.,/])(?:{FIGURES})(?!\w|[.,]\d|/\d{{1,2}}/)|(?<![\w.,/])\d+(?:,\d+)?(?=(?:m[23]?|km2?|ha|kg|gb)\b)")
_PERCENT = re.compile(r" ?(%|‰|phần trăm|phần nghìn)(?: điểm)?")
_RATE = re.compile(r" ?/ ?(1(?:0{0,2}[., ]?000))(?!\d)")
_WHOLE = re.compile(r" ?/ ?(\d{1,4})(?= [^\W\d_])")
_MONEY = re.compile(r" ?(?:(?:nghìn|ngàn|triệu|tỷ|tỉ) ?)?(?:đồng|vnđ|vnd|usd|đô la mỹ|đô la|euro?)(?![^\W\d_])(?: ?/ ?[^\W\d_]+)*")
_NOUN = re.compile(r" ?([^\W\d_]+[23]?)(?!\w)")
_PER = re.compile(r" ?/ ?(?:\d[\d.]* )?[^\W\d_]+(?: [^\W\d_]+)?")
_LINK = re.compile(r" ?(?:-|đến|tới) ?")
_CLAUSE = re.compile(r";|(?<=[^\s\d.])[.!?](?= |$)|(?<=\d)\.(?= [^\W\d_])")
_PARENS = re.compile(r"\([^()]*\)")
_ENDS_UNIT = frozenset(
    "được có đạt tham gia theo tại trên cho và với thuộc là để từ trong vào đến của ở về do nhằm so xuống lên còn khi trước "
    "phục đảm bảo như hoặc cùng gồm ra dưới bằng chiếm tổ bị sẽ này ngoài cụ năm hằng hàng mỗi bình giai trở toàn vay qua "
    "nhân nên mà hoàn làm hoạt không triển đưa đăng tương gắn thực tuyên quy".split()
)
_UNIT_WORDS_AFTER_NHAN = frozenset("viên dân lực khẩu".split())
_ALIAS = {">": ">", ">=": ">=", "<": "<", "<=": "<="}
_EVERY = (
    (re.compile(r"(?:mỗi|hằng|hàng) tuần|/ ?tuần"), "week"),
    (re.compile(r"(?:mỗi|hằng|hàng) tháng|/ ?tháng"), "month"),
    (re.compile(r"(?:mỗi|hằng|hàng) quý|/ ?quý"), "quarter"),
    (re.compile(r"(?:mỗi|hằng|hàng) (?:06|6|sáu) tháng"), "half-year"),
    (re.compile(r"(?:mỗi|hằng|hàng) năm|bình quân năm|từng năm|/ ?năm|hàng năm"), "year"),
)


def _alternatives(words: Sequence[str]) -> str:
    return "|".join(sorted((re.escape(w) for w in words), key=len, reverse=True))


_COMPARE = re.compile(
    r"(?<![a-z])(?:"
    + "|".join(f"(?P<c{i}>{row.pattern})" for i, row in enumerate(units.COMPARATORS))
    + r"|(?P<tu>tu))(?: (?:la|dat|co|tu|duoc|phai|cho|den|o muc|muc|khoang|moi nam|hang nam|them|khoang))*\W{0,2}$"
)
_VERB = re.compile(
    rf"(?<![^\W\d_])(?:(?P<verb>{_alternatives(units.AIM_VERBS)})|(?P<cho>cho)|(?P<co>có))(?: (?:{units.AIM_FILLERS}))*(?P<rest>[ :]*)$"
)
_PAST = re.compile(rf"(?<!\w)(?:{units.PAST})(?!\w)")
_AHEAD = re.compile(rf"(?<!\w)(?:{units.AHEAD})")
_CONDITION = re.compile(rf"(?<!\w)(?:{units.CONDITION})")
_THRESHOLD_AFTER = re.compile(rf"(?<!\w)(?:{units.THRESHOLD_AFTER})")
_CONDITION_AFTER = re.compile(rf"(?<!\w)(?:{units.CONDITION_AFTER})(?!\w)")
_AIMED = re.compile(rf"(?<!\w)(?:{_alternatives(units.AIMED_MONEY)})(?!\w)")
_FUNDS = re.compile(rf"(?<!\w)(?:{_alternatives(units.FUNDING_WORDS)})(?!\w)")
_FINED = re.compile(rf"(?<!\w)(?:{_alternatives(units.FINED_MONEY)})(?!\w)")
_INDEX = re.compile(rf"(?<!\w)(?:{_alternatives(units.INDEXES)}|chi so)(?!\w)")
_QUANTITY = re.compile(rf"(?<!\w)(?:{_alternatives(units.QUANTITIES)})(?!\w)")
_REACHES = re.compile(r"(?:đạt|xuống|còn|lên|giảm|tăng|duy trì|giữ|trên|dưới|từ|mức|ở mức|là|khoảng|có|tối thiểu|ít nhất|không quá)[ :]*$")
_SOURCE_BEFORE = re.compile(
    r"(?:(?<!thu )(?<!chi )ngân sách(?: [^\W\d_]+){0,3}|xã hội hóa|vốn(?: [^\W\d_]+){1,3}|đối ứng|đóng góp"
    r"|nguồn (?:vốn|thu|xã hội hóa|tài trợ|huy động|hợp pháp|khác|kinh phí)(?: [^\W\d_]+){0,2})"
    r"(?: (?:chiếm|hỗ trợ|bảo đảm|đảm bảo|là|tối đa|tối thiểu))?[ :]*$"
)
_SUPPORT = re.compile(r"(?:hỗ trợ|miễn|miễn giảm|hưởng|cấp bù|bù|bằng|trích|đóng|hoàn trả|thanh toán|chi trả|tạm ứng|phụ cấp)(?: [^\W\d_]+){0,3} ?$")
_SUPPORTED = re.compile(r" ?(?:[^\W\d_]+ ){0,2}?(?:kinh phí|chi phí|học phí|lương|tiền|mức|giá trị|số thu|vốn|phí|lãi|tổng mức|giá)")
_EVENT_CAP = re.compile(r"(?:mỗi|một) (?:lớp|buổi|cuộc|đoàn|hội nghị|tổ|nhóm|đội|khóa|lượt|bài|đơn vị bầu|cơ sở không|đợt)(?: [^\W\d_]+){0,4} ?$")
_NONE_OF = re.compile(r"không (?:còn|có|để)(?: [^\W\d_]+){0,5} $")
_EACH_TIME = re.compile(r"(?:mỗi|hằng|hàng|từng) (?:năm học|năm|quý|tháng|tuần) ?$")
_EACH_OF = re.compile(rf"mỗi {units.EACH_OF}(?:,? [^\W\d_]+){{0,4}} ?$")
_PEOPLE = frozenset("người cán học giáo em cháu suất đoàn vận hộ".split())
_LAST_WORD = re.compile(r"([^\W\d_]+) ?$")
_PER_ONE = re.compile(r"(?<!\w)(?:mỗi|từng|bình quân)(?!\w)")
_PEOPLE_TIME = re.compile(r"tuổi thọ|sống khỏe|số năm")
_WEAK_OK = re.compile(r"(?:đạt|có|kết nạp|thêm|tăng|giảm|lên|còn|xuống|xây dựng|thu hút|phấn đấu|tổ chức|đón|thành lập|mở)(?: thêm| mới| được)? ?$")


def find(
    text: str, *, by: int | None = None, blocked: Sequence[tuple[int, int]] = (), objective: bool = False
) -> list[Measure]:
    """The measures of ``text``; see :func:`scan`."""
    return [f.measure for f in scan(text, by=by, blocked=blocked, objective=objective)]


def scan(
    text: str, *, by: int | None = None, blocked: Sequence[tuple[int, int]] = (), objective: bool = False
) -> list[Found]:
    """The measures of ``text`` with their clauses.

    ``by`` is the year of the heading above, ``blocked`` the spans of citations and deadlines, ``objective`` says that
    the item stands among the objectives, where a count needs less to be an aim.
    """
    if not any(c.isdigit() for c in text):
        return []
    folded = fold(text)
    stripped = bare(text)
    mentions = years.mentions(folded, blocked)
    taken = sorted([*blocked, *((y.start, y.end) for y in mentions)])
    quantities = _quantities(folded, taken)
    if not quantities:
        return []
    _clauses(folded, quantities)
    for q in quantities:
        _compare(stripped, folded, q)
    _ranges(folded, quantities)
    live = _judge(folded, quantities, objective)
    slots = [years.Slot(q.start, q.end, q.clause, q.sentence, q.baseline) for q in live]
    out: list[Found] = []
    for q, (when, adjoining) in zip(live, years.bind(folded, slots, mentions), strict=True):
        if q.baseline:
            continue
        end = adjoining if adjoining > q.end else q.end
        every = _every(folded, q)
        unit = _printed_unit(text, q)
        for year in when or (by,):
            measure = Measure(q.head, end, text[q.head : end], q.sign, q.value, q.value_max, unit, year, every)
            out.append(Found(measure, q.clause, q.end))
    return out


def _printed_unit(text: str, q: _Quantity) -> str | None:
    if q.kind in ("percent", "rate") or q.unit is None:
        return q.unit
    return " ".join(text[q.end - len(q.unit) : q.end].split()) if q.kind != "whole" else q.noun


def _quantities(folded: str, taken: list[tuple[int, int]]) -> list[_Quantity]:
    """Every number in figures with its unit, outside the ``taken`` spans."""
    out: list[_Quantity] = []
    k, furthest = 0, -1
    for m in _NUMBER.finditer(folded):
        while k < len(taken) and taken[k][0] <= m.start():
            furthest = max(furthest, taken[k][1])
            k += 1
        if m.start() < furthest:
            continue
        value = figures(m[0])
        if value is None:
            continue
        q = _Quantity(m.start(), m.end(), value, head=m.start())
        _unit(folded, q)
        out.append(q)
    return out


def _unit(folded: str, q: _Quantity) -> None:
    if m := _PERCENT.match(folded, q.end):
        sign = {"phần trăm": "%", "phần nghìn": "‰"}.get(m[1], m[1])
        q.kind, q.unit, q.end = "percent", sign, m.end()
        return
    if m := _RATE.match(folded, q.end):
        q.kind, q.unit, q.end = "rate", "/" + re.sub(r"\D", "", m[1]), m.end()
        return
    if m := _WHOLE.match(folded, q.end):
        noun = _NOUN.match(folded, m.end())
        if noun and isinstance(q.value, int) and q.value <= int(m[1]) and noun[1] in units.WHOLES:
            q.kind, q.end = "whole", m.end()
            end = _noun_end(folded, m.end())
            q.unit = q.noun = folded[m.end() : end].strip()
            q.end = end
        return
    if m := _MONEY.match(folded, q.end):
        q.kind, q.unit, q.end = "money", m[0].strip(), m.end()
        return
    m = _NOUN.match(folded, q.end)
    if not m:
        q.kind = "bare"
        return
    end = _noun_end(folded, q.end)
    if end > q.end:
        q.noun = q.unit = folded[q.end : end].strip()
        q.kind, q.end = "noun", end
    else:
        q.kind = "bare"
        q.noun = m[1]


def _noun_end(folded: str, pos: int) -> int:
    """The end of the noun phrase counted from ``pos`` on: a few words, up to a verb, a preposition or a sign."""
    end, count = pos, 0
    previous = ""
    while count < 6 and (m := _NOUN.match(folded, end)):
        word = m[1]
        if count and word in _ENDS_UNIT and not (word == "nhân" and folded.startswith(" viên", m.end())):
            break
        if not count and word in units.NOT_COUNTED and word not in ("tuổi", "năm", "lần", "tiết", "điểm"):
            break
        end, count, previous = m.end(), count + 1, word
    if end > pos and previous and (m := _PER.match(folded, end)):
        end = m.end()
    return end


def _clauses(folded: str, quantities: list[_Quantity]) -> None:
    """Set each quantity's clause, and the start of its sentence."""
    cuts = [(m.start(), m[0]) for m in _CLAUSE.finditer(folded)]
    k, start, sentence = 0, 0, 0
    for q in quantities:
        while k < len(cuts) and cuts[k][0] < q.start:
            start = cuts[k][0] + 1
            if cuts[k][1] != ";":
                sentence = start
            k += 1
        end = cuts[k][0] if k < len(cuts) else len(folded)
        q.clause, q.sentence = (start, end), sentence


def _compare(stripped: str, folded: str, q: _Quantity) -> None:
    """Read the comparator before the number, and "trở lên" behind it."""
    low = max(q.clause[0], q.start - 48)
    m = _COMPARE.search(stripped[low : q.start])
    if m and m["tu"] is None:
        row = next(units.COMPARATORS[i] for i in range(len(units.COMPARATORS)) if m[f"c{i}"] is not None)
        q.sign, q.strong, q.head = row.sign, row.strong, low + m.start()
    elif m:
        q.head = low + m.start()
    tail = folded[q.end : min(q.clause[1], q.end + 60)]
    cut = re.search(r"\d", tail)
    tail = tail[: cut.start()] if cut else tail
    if (up := re.search(r"trở (lên|xuống|đi)", tail)) and q.sign in ("=",):
        q.sign = ">=" if up[1] == "lên" else "<="
        if not tail[: up.start()].strip():
            q.end += up.end()


def _ranges(folded: str, quantities: list[_Quantity]) -> None:
    """Join "từ 5% đến 7%", "10 - 12%" into one; mark the first of "từ 65% lên 80%" as where things stand."""
    i = 0
    while i + 1 < len(quantities):
        a, b = quantities[i], quantities[i + 1]
        gap = folded[a.end : b.start] if b.start - a.end <= 60 else ";"
        same = a.kind in ("bare", b.kind) or (a.kind == "noun" and b.kind == "noun")
        if a.clause == b.clause and _LINK.fullmatch(gap) and same and a.value < b.value and b.kind != "bare":
            b.value_max, b.value, b.start = b.value, a.value, a.start
            b.sign, b.head, b.strong = "range", a.head, a.strong
            del quantities[i]
            continue
        opened = re.search(r"\btừ(?: mức)? $", folded[max(0, a.start - 10) : a.start])
        if opened and a.clause == b.clause and re.search(r"(?<!\w)(?:lên|xuống|còn)(?!\w)", gap):
            a.baseline = True
        i += 1


def _judge(folded: str, quantities: list[_Quantity], objective: bool) -> list[_Quantity]:
    """The quantities that are aims, and the baselines (their years must not go to others)."""
    parens = [(m.start(), m.end()) for m in _PARENS.finditer(folded)] if "(" in folded else []
    k = 0
    live: list[_Quantity] = []
    previous: _Quantity | None = None
    for q in quantities:
        while k < len(parens) and parens[k][1] <= q.start:
            k += 1
        inside = parens[k] if k < len(parens) and parens[k][0] < q.start else None
        if previous and previous.clause != q.clause:
            previous = None
        if q.baseline and q.kind in ("percent", "rate", "noun", "money", "bare"):
            live.append(q)
        elif _accept(folded, q, objective, previous, inside):
            q.accepted = True
            live.append(q)
            previous = q
    return live


def _accept(
    folded: str, q: _Quantity, objective: bool, previous: _Quantity | None, inside: tuple[int, int] | None
) -> bool:
    left = folded[max(q.clause[0], q.start - 160) : q.start]
    near = folded[max(q.clause[0], q.head - 60) : q.head]
    if inside and not _in_parens(folded, q, inside):
        return False
    if _is_past(left):
        return False
    if q.kind in ("percent", "rate"):
        return _percent(folded, q, left, near)
    if (m := _last(_CONDITION, left)) is not None and not _AHEAD.search(left, m):
        return False
    if q.kind == "money":
        return aimed(left)
    if q.kind == "whole":
        return not re.search(r"(?:ngày|dịp|lễ|trước|sau|đến|từ) $", near)
    if q.kind == "bare":
        return _index(folded, q, left)
    return _count(folded, q, left, near, objective, previous)


def _last(pattern: re.Pattern[str], text: str) -> int | None:
    last = None
    for m in pattern.finditer(text):
        last = m.end()
    return last


def _is_past(left: str) -> bool:
    at = _last(_PAST, left)
    return at is not None and not _AHEAD.search(left, at)


def _in_parens(folded: str, q: _Quantity, inside: tuple[int, int]) -> bool:
    content = folded[inside[0] + 1 : inside[1] - 1].strip()
    if q.kind not in ("percent", "rate"):
        return False
    alone = folded[inside[0] + 1 : q.head].strip() == "" and folded[q.end : inside[1] - 1].strip() == ""
    return alone or bool(re.match(r"(?:phấn đấu|đạt|chiếm|tăng|giảm|tỷ lệ|tương đương|≥|>)", content))


def _percent(folded: str, q: _Quantity, left: str, near: str) -> bool:
    if re.search(r"so với ?$", near) or (_SOURCE_BEFORE.search(near) and "giải ngân" not in near):
        return False
    if (m := _last(_CONDITION, left)) is not None and not re.search(r"phấn đấu|bảo đảm|đảm bảo|mục tiêu", left[m:]):
        return False
    after = folded[q.end : min(q.clause[1], q.end + 70)]
    cut = re.search(r"\d|,", after)
    after = after[: cut.start()] if cut else after
    if q.sign != "range" and _CONDITION_AFTER.search(after):
        return False
    if q.sign in (">", ">=", "<") and _THRESHOLD_AFTER.search(after):
        return False
    return not (_SUPPORT.search(near) and _SUPPORTED.match(after))


def aimed(left: str) -> bool:
    """Whether a sum of money after ``left`` (folded) is an aim: income, revenue, output rather than money to spend."""
    at = _last(_AIMED, left)
    if at is None or _FINED.search(left):
        return False
    funds = _last(_FUNDS, left)
    return funds is None or funds <= at


def fined(left: str) -> bool:
    """Whether a sum of money after ``left`` (folded) is a fine."""
    return bool(_FINED.search(left))


def _index(folded: str, q: _Quantity, left: str) -> bool:
    """A number without a unit, of an indicator that has none: "chỉ số BI xuống dưới 20"."""
    at = _last(_INDEX, left)
    if at is None or (q.noun and q.noun not in ("vào", "và", "so", "trong", "đến")):
        return False
    return bool(_REACHES.search(left)) and len(left) - at < 90


def _count(
    folded: str, q: _Quantity, left: str, near: str, objective: bool, previous: _Quantity | None
) -> bool:  # fmt: skip
    words = q.noun.replace("/", " ").split()
    if not words:
        return False
    first = words[0]
    if first in ("tuổi", "năm"):
        return bool(_PEOPLE_TIME.search(left)) and q.value > 20
    if first == "lần":
        return bool(re.search(r"(?:gấp|tăng|giảm|còn|gấp hơn)(?: [^\W\d_]+){0,2} ?$", near)) or isinstance(q.value, float)
    if first in ("điểm", "tiết") and len(words) == 1 and not (first == "điểm" and _INDEX.search(left)):
        if first == "tiết" or not re.search(r"điểm|chỉ số|xếp hạng", left):
            return False
    if first in units.NOT_COUNTED or any(q.noun.startswith(p) for p in _PAIRS):
        return first == "điểm"
    if _denominator(q, near) or _EVENT_CAP.search(near):
        return False
    verb = _VERB.search(near)
    dimension = first in units.DIMENSIONS
    if isinstance(q.value, int) and 1900 <= q.value <= 2100 and folded.startswith(str(q.value), q.start) and not verb:
        return False  # "Chương trình nghị sự 2030"
    if q.strong:
        return bool(verb) if dimension else True
    if q.sign in ("<", ">") and _NONE_OF.search(near):
        return False
    if _EACH_TIME.search(near):
        return True
    if _EACH_OF.search(near) and words[0] not in _PEOPLE:
        return True
    if verb and _promises(verb, near, q, words, left, objective):
        return True
    if q.sign in (">", "<", ">=", "<=") and q.head < q.start:
        opening = not folded[q.clause[0] : q.head].strip(' -+*•"')
        return bool(_WEAK_OK.search(near)) or (objective and opening)
    between = folded[previous.end : q.head] if previous and previous.kind in ("noun", "money", "whole") else None
    if between is not None and re.fullmatch(r"[^;:]{0,70}(?:,| và|, và) ?|,? ?trong đó(?: có)? ?[^,;:]{0,40}", between):
        return not re.search(r"(?<!\w)(?:tại|của|ở|từ|gồm|thuộc)[^,]{0,20}$", between)
    if objective and previous and _head(previous.noun) == _head(q.noun) and q.start - previous.end < 50:
        return True  # "đàn lợn đạt 450.000 con, đàn trâu bò 120.000 con"
    if objective and (word := _LAST_WORD.search(near)) and q.sign == "=":
        return word[1] not in units.NAMED_LEFT and not (word[1] in units.AIM_VERBS and verb is None)
    if objective:
        return not folded[q.clause[0] : q.head].strip(' -+*•"') or near.rstrip().endswith(":") or (
            bool(_QUANTITY.search(left) or _INDEX.search(left)) and bool(_REACHES.search(near))
        )
    return False


def _head(noun: str) -> str:
    """The counted noun's first word, "triệu" and the like left off."""
    return next((w for w in noun.split() if w not in ("triệu", "nghìn", "ngàn", "tỷ", "vạn")), "")


_PAIRS = tuple(p + " " if p in ("bản", "bộ") else p for p in units.NOT_COUNTED_PAIRS)


def _promises(
    verb: re.Match[str], near: str, q: _Quantity, words: list[str], left: str, objective: bool
) -> bool:  # fmt: skip
    if ":" in verb["rest"] and not objective:
        return False
    if verb["cho"]:
        return words[0] in units.REACHED
    if verb["co"]:
        return objective or bool(re.search(r"phấn đấu|bảo đảm|đảm bảo|mỗi|đến năm|hằng năm|đến hết", left))
    if q.head < q.start and q.sign == ">=" and verb["verb"] in ("nuôi", "làm", "trồng", "đưa", "đào", "thuê"):
        return False
    if re.search(r"(?:^|\W)(?:hộ|người|cơ sở|đơn vị|doanh nghiệp) $", near[: verb.start()]) and not objective:
        return False
    bodies = ("đoàn", "tổ", "ban", "hội", "đội")
    return not (not objective and q.value == 1 and words[0] in bodies and not _PER_ONE.search(left))


def _denominator(q: _Quantity, near: str) -> bool:
    """"… trên 1.000 trẻ đẻ sống", "bác sĩ trên 10.000 dân": not an aim but what the aim is counted on."""
    if q.sign != ">" or q.value not in (1, 10, 100, 1000, 10000, 100000, 1000000):
        return False
    return not _VERB.search(near) and bool(near.strip(' -+*•"'))


def _every(folded: str, q: _Quantity) -> str | None:
    unit = q.unit or ""
    if q.kind != "money":
        near = unit + folded[q.end : q.end + 10]
        for pattern, name in _EVERY:
            if (m := pattern.search(near)) and m[0].startswith("/"):
                return name
    clause = folded[max(q.clause[0], q.start - 160) : min(q.clause[1], q.end + 120)]
    for pattern, name in _EVERY:
        m = pattern.search(clause)
        if m and not m[0].startswith("/"):
            return name
    return None


_CELL = re.compile(
    rf"^(?P<sign>\D{{0,24}}?)(?P<a>{FIGURES})(?: ?%)?(?: ?(?:-|đến|÷) ?(?P<b>{FIGURES}))?(?P<unit> ?[%‰]|(?: [^\W\d_]+){{1,4}})?"
    r"(?P<up> trở lên| trở xuống)?[ .;]*$"
)
_DONE = re.compile(r"thực hiện|hiện trạng|ước|kết quả|đã đạt|cơ sở|ghi chú|stt|^tt$|hiện nay|năm gốc")


def table_cells(header: str, cell: str, *, unit: str | None = None, by: int | None = None) -> list[Measure]:
    """The measure a cell of a target table holds: none, or one.

    ``header`` is the column's heading ("Năm 2025"; "Thực hiện năm 2020" holds no aims), ``unit`` the row's cell under
    "Đơn vị tính", ``by`` the year where the heading of the column names none.
    """
    head = fold(header)
    if _DONE.search(head):
        return []
    folded = " ".join(fold(cell).split()) if "  " in cell else fold(cell)
    text = " ".join(cell.split()) if "  " in cell else cell
    m = _CELL.match(folded.strip())
    if not m:
        return []
    shift = len(folded) - len(folded.lstrip())
    value, value_max = figures(m["a"]), figures(m["b"]) if m["b"] else None
    if value is None:
        return []
    sign = "range" if value_max is not None else _cell_sign(bare(m["sign"]), m["up"])
    if sign is None:
        return []
    printed = (m["unit"] or "").strip()
    shown = printed or unit or (next(iter(re.findall(r"\(([%‰]|[^\W\d_][^()]*)\)", header)), None))
    start, end = shift + m.start("sign"), shift + m.end()
    per_year = "year" if re.search(r"mỗi năm|hằng năm|hàng năm|/ ?năm", head) else None
    return [
        Measure(start, end, text[start:end].strip(), sign, value, value_max, cell_unit(shown), heading_year(header) or by, per_year)
    ]


def _cell_sign(before: str, up: str | None) -> str | None:
    if up:
        return ">=" if up.endswith("lên") else "<="
    if not before.strip():
        return "="
    m = _COMPARE.search(before)
    if not m:
        return "=" if re.fullmatch(r"\s*(?:dat|giam|tang|giam con|con|tu|du kien)\s*", before) else None
    row = next((r for i, r in enumerate(units.COMPARATORS) if m[f"c{i}"] is not None), None)
    return row.sign if row else "="


def cell_unit(unit: str | None) -> str | None:
    """A unit as a table prints it, in the one form measures have ("/ 100.000" is ``/100000``)."""
    if not unit or not unit.strip(" -"):
        return None
    if (m := re.fullmatch(r"(?:tỷ lệ|số)? ?/ ?(1[0., ]*0)(?: .*)?", fold(unit).strip())):
        return "/" + re.sub(r"\D", "", m[1])
    return {"phần trăm": "%", "tỷ lệ %": "%", "tỉ lệ %": "%"}.get(fold(unit).strip(), " ".join(unit.split()))


_HEAD_YEAR = re.compile(
    r"(?:giai đoạn|thời kỳ|nhiệm kỳ|các năm)(?: từ)?(?: năm)? ?20\d\d ?(?:-|đến) ?(?:năm )?(?P<to>20\d\d)|năm học ?20\d\d ?[-/] ?(?P<s>20\d\d)"
    r"|năm (?P<y>20\d\d)(?: ?- ?(?P<y2>20\d\d))?|(?:đến|tới|mục tiêu|chỉ tiêu|kế hoạch|tháng \d{1,2}/|quý \w+/) ?(?P<b>20\d\d)|^ ?(?P<only>20\d\d)(?: ?\(|$)"
)
_HEAD_BASE = re.compile(r"(?:so với|cùng kỳ|kết quả|tầm nhìn|định hướng|đầu|sau|từ|thực hiện nghị quyết.*) ?(?:đến )?$")


def heading_year(text: str) -> int | None:
    """The year a heading ("Mục tiêu đến năm 2025:") gives to the items under it.

    Of several the first that is no outlook ("đến năm 2025, tầm nhìn đến năm 2030" is 2025); of a period its last.

    >>> heading_year("2. Chỉ tiêu cụ thể giai đoạn 2021 - 2025"), heading_year("Mục tiêu chung")
    (2025, None)
    """
    folded = fold(text)
    if "20" not in folded:
        return None
    outlook: int | None = None
    for m in _HEAD_YEAR.finditer(folded[:400]):
        year = int(next(g for g in (m["to"], m["s"], m["y2"], m["y"], m["b"], m["only"]) if g))
        before = folded[max(0, m.start() - 30) : m.start()]
        if not _HEAD_BASE.search(before):
            return year
        if re.search(r"(?:tầm nhìn|định hướng) ?(?:đến )?$", before):
            outlook = outlook or year
    return outlook


def with_year(measure: Measure, year: int | None) -> Measure:
    """``measure`` aimed for ``year`` where it names none itself."""
    return measure if measure.by is not None or year is None else replace(measure, by=year)
