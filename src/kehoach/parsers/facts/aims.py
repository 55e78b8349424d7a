"""Whether a number is an aim: what stands before and behind it in its clause says so.

A percentage is one unless something speaks against it; a count is one only where something speaks for it.
Windows are of fixed size, so that a long text costs no more a number than a short one.
"""

from __future__ import annotations

import re

from kehoach.knowledge import units
from kehoach.knowledge.patterns import alternatives, lazy
from kehoach.parsers.facts import paid_shares
from kehoach.parsers.facts.aimed_counts import INDEX, REACHES, is_aim
from kehoach.parsers.facts.lone_counts import told_alone
from kehoach.parsers.facts.promising_verbs import opens_with_verb
from kehoach.parsers.facts.quantities import DIGIT, Quantity, head_noun

_PARENS = lazy(r"\([^()]*\)")
_PAST = lazy(rf"(?<!\w)(?:{units.PAST})(?!\w)", needs=units.PAST_WORDS)
_AHEAD = lazy(rf"(?<!\w)(?:{units.AHEAD})")
_CONDITION = lazy(rf"(?<!\w)(?:{units.CONDITION})", needs=units.CONDITION_WORDS)
_THRESHOLD_AFTER = lazy(rf"(?<!\w)(?:{units.THRESHOLD_AFTER})")
_CONDITION_AFTER = lazy(rf"(?<!\w)(?:{units.CONDITION_AFTER})(?!\w)", needs=units.CONDITION_AFTER_WORDS)
_AIMED = lazy(rf"(?<!\w)(?:{alternatives(units.AIMED_MONEY)})(?!\w)", needs=units.AIMED_MONEY)
_BY_LAW = lazy(r"lương (?:tối thiểu|cơ sở)|chuẩn (?:hộ )?(?:cận )?nghèo", needs=("lương ", "chuẩn "))
# "Doanh thu từ 100 triệu đồng/năm trở xuống không phải nộp thuế"
_FROM_WHICH = lazy(r"(?: trở (?:lên|xuống))? (?:không phải|phải|được miễn|thì|mới) ")
_WHO_HAVE = lazy(r"(?: [^\W\d_]+){1,6} (?:có|đạt)(?: [^\W\d_]+){1,5} ")
_INSPECTS = lazy(r"\W*(?:thanh tra|kiểm tra|hậu kiểm|kiểm toán|giám sát|rà soát|thanh, kiểm tra)(?!\w)")
_UP_AND_DOES = lazy(r"(?: trở (?:lên|xuống))? [^\W\d_]")
_FUNDS = lazy(rf"(?<!\w)(?:{alternatives(units.FUNDING_WORDS)})(?!\w)", needs=units.FUNDING_WORDS)
# "hỗ trợ thiệt hại do dịch bệnh 38.000 đồng/kg": what is paid for a loss funds.
_MADE_GOOD = lazy(r"(?:hỗ trợ|bồi thường)(?: khắc phục)? thiệt hại[^;,.]*$", needs=("thiệt hại",))
_FINED = lazy(rf"(?<!\w)(?:{alternatives(units.FINED_MONEY)})(?!\w)", needs=("phạt",))
# "Kinh phí từ nguồn thu xử phạt vi phạm: 6.500.000.000 đồng": fines that pay for something are where it comes from.
_FROM_FINES = lazy(
    r"(?<!\w)(?:kinh phí|chi|trích|vốn)(?: [^\W\d_]+){0,3} (?:từ )?(?:nguồn )?(?:thu|tiền)(?: từ)? (?:xử )?phạt",
    needs=("phạt",),
)
# "xã có tỷ lệ hộ nghèo trên 25% giảm từ …": the condition had its number, the next is aimed at.
_MOVES_ON = lazy(r"\d[^;]*(?<!\w)(?:đạt|giảm|tăng|còn|xuống|lên|chiếm|được)(?: [^\W\d_]+){0,4} ?$")
_PER_HEAD = lazy(
    r"(?<!\w)số [^\W\d_][^;:\d]{2,40}(?:/ ?|trên (?:một )?)(?:10{3,5}|10{0,2}\.000|vạn|triệu)(?!\w)",
    needs=("000", "vạn", "triệu"),
)
# "Tỷ lệ hộ có mức sống trung bình đạt 85%": the rate of those, not which of them.
_RATED = lazy(r"(?:^|[^\w ]) ?t[ỷỉ] lệ (?!\d)[^;:,\d]*$")
_RATE_REACHES = lazy(r"(?:[^;,\d]|20\d\d)*(?:(?<!\w)(?:đạt|chiếm)(?: (?:trên|từ|ít nhất|tối thiểu|khoảng))*|:) *$")
# "70% doanh nghiệp có từ 100 lao động trở lên có tổ chức đảng, 100% có công đoàn": so many of them, not which.
_CONDITION_OVER = lazy(r"(?<!\d)\d[\d.]* (?![%‰])[^%‰;\d]*, ?$")
_DURATION = lazy(r"(?:thời gian|thời hạn|rút ngắn)[^;]*(?<!\w)(?:xuống|còn|dưới|không quá|tối đa)")
_SHORT = frozenset({"phút", "giờ"})
# "phát hiện điểm cháy trong vòng 15 phút", "không để ùn tắc kéo dài trên 30 phút"
_WITHIN = lazy(r"(?<!\w)(?:trong vòng|trong thời gian|kéo dài (?:trên|quá|hơn)|không để[^;,]{3,40} (?:trên|quá)) ?$")
_BY_YEARS = lazy(r"(?:giai đoạn|năm) 20\d\d")
_ONE_YEAR = lazy(r"năm 20\d\d (?:đã )?đạt[^;:]*")  # "đạt 7,0 điểm (năm 2022 đạt 6,61 điểm)": where things stood
_ASSURED = lazy(r"phấn đấu|bảo đảm|đảm bảo|mục tiêu")
_OF_DATES = ("ngày ", "dịp ", "lễ ", "trước ", "sau ", "đến ", "từ ")
# "40% cơ sở (tương đương 380 cơ sở)": the same aim in numbers.
_EQUALS = lazy(r"\W*(?:tương (?:đương|ứng)|bằng|ứng)(?: với)?(?: khoảng| gần| trên| hơn)? $")
_IN_BRACKETS = lazy(r"(?:phấn đấu|lũy kế|đạt|chiếm|tăng|giảm|tỷ lệ|tương đương|≥|>)")
# "Đề án trồng 1 tỷ cây xanh của Chính phủ": a number in the name of what is carried out.
_NAMED = lazy(
    r"(?<!\w)(?:đề án|chương trình|phong trào|chiến dịch)(?: [^\W\d_]+){1,3} $",
    needs=("đề án", "chương trình", "phong trào", "chiến dịch"),
)
_WHOSE = lazy(
    r"(?: [^\W\d_]+){0,4} (?:của|do) "
    r"(?:chính phủ|thủ tướng|quốc hội|trung ương|bộ |ubnd|ủy ban|tỉnh|thành phố|huyện|sở )"
)
_THEN = lazy(r"[^;,.\d]{0,20}(?: |, )thì ")
_STOP = lazy(r"[\d,(]")
_DECOR = " -+*•;"
# "Hiện có 3 vườn ươm; 12 vườn ươm đạt chuẩn vào cuối kỳ": when it is to be so, not how it is.
_BY_THE_END = lazy(
    r"(?<!\w)(?:(?:vào|đến|trước|tới) (?:cuối|hết) (?:năm|kỳ|nhiệm kỳ|giai đoạn|quý|tháng)|đến năm)(?!\w)"
    r"|(?<!\w)sẽ(?!\w)"
)
# "72% trường đạt chuẩn (mầm non 70%, tiểu học 78%)": the aim of each kind.
_KINDS = lazy(r"[^\d,;%:()]{2,60} \d[\d,]{0,5} ?%(?:[,;] (?:và )?[^\d,;%:()]{2,60} \d[\d,]{0,5} ?%){1,8}")
# "hiện có 350 giường; 412 viên chức, trong đó 98 bác sĩ"
_PART_OF_COUNT = lazy(r"\W*\d[^;:]* trong đó(?: có)? ?")
# "làm 02 người chết, 05 người bị thương": what happened to so many.
_CASUALTIES = lazy(r" (?:chết|tử vong|bị thương|mất tích|bị nạn|thiệt mạng)(?!\w)")
_BEFELL = lazy(r"(?<!\w)(?:làm|khiến)(?!\w)[^;.]{0,80}$", needs=("làm", "khiến"))
# "không quá 35 trẻ và có 02 giáo viên theo Điều lệ trường mầm non": a rule's number, not the plan's.
_RULED = lazy(r"[^;.]{0,60}(?<!\w)theo (?:đúng )?(?:điều lệ|quy chuẩn|tiêu chuẩn|quy định tại (?:điều|khoản|điểm))")
_STANDS = lazy(
    r"\W*(?:theo [^\W\d_][^,;.\d]{2,40}, ?)?"
    r"(?:theo (?:kết quả|thống kê|số liệu)|tính đến|đến nay|đến thời điểm hiện (?:tại|nay)|hiện nay"
    r"|những năm qua)(?!\w)"
)
_LEVEL_REACHED = lazy(r"(?:còn|xuống còn|để đạt|phấn đấu đạt)(?: (?:dưới|trên|từ|khoảng|ít nhất|tối thiểu))? ?$")
_HEADS = 3
"""Words at most that say of whom a rate in brackets is: "trẻ đẻ sống"."""
_PRINTED = frozenset("tờ cuốn quyển bản áp pano pa-nô băng panô biển poster đĩa sổ".split())
"""First words of what is printed and handed out."""
_SAME_LIST = 60
"""Letters within which a list of counts parted by semicolons goes on."""


def judge(folded: str, quantities: list[Quantity], objective: bool) -> list[Quantity]:
    """The quantities that are aims, and the baselines (their years must not go to others)."""
    parens = [(m.start(), m.end()) for m in _PARENS.finditer(folded)] if "(" in folded else []
    k = 0
    live: list[Quantity] = []
    previous: Quantity | None = None
    for q in quantities:
        while k < len(parens) and parens[k][1] <= q.start:
            k += 1
        inside = parens[k] if k < len(parens) and parens[k][0] < q.start else None
        if previous and previous.clause != q.clause:
            previous = None
        if q.baseline and q.kind in ("percent", "rate", "noun", "money", "bare"):
            live.append(q)
        elif _accept(folded, q, objective, previous, inside) or (
            objective and inside is None and live and _next_of_kind(folded, q, live[-1])
        ):
            live.append(q)
            if inside is None or not folded.startswith("lũy kế ", inside[0] + 1):
                previous = q
    return live


def _next_of_kind(folded: str, q: Quantity, before: Quantity) -> bool:
    """Whether a semicolon parts a number from another of its kind: "vùng lũ 1.512 hộ; di cư tự do 118 hộ"."""
    if q.kind != "noun" or before.kind != "noun" or q.sign != "=" or q.start - before.end > _SAME_LIST:
        return False
    gap = folded[before.end : q.start]
    return ";" in gap and head_noun(q.noun) == head_noun(before.noun) and not _is_past(gap)


def _accept(
    folded: str, q: Quantity, objective: bool, previous: Quantity | None, inside: tuple[int, int] | None
) -> bool:
    left = folded[max(q.clause[0], q.start - 160) : q.start]
    near = folded[max(q.clause[0], q.head - 60) : q.head]
    if inside and not _in_parens(folded, q, inside, previous):
        return False
    if (
        _is_past(left)
        or (objective and (_goes_on_past(folded, q, near) or _surveyed(folded, q)))
        or ("khi " in left and _THEN.match(folded, q.end))
    ):
        return False
    if q.kind == "noun" and _by_fate_or_rule(folded, q, left, objective):
        return False
    if q.kind == "rate" and q.value == 1 and near.endswith("tỷ lệ "):
        return False  # "bản đồ tỷ lệ 1/10.000"
    if q.kind in ("percent", "rate"):
        return _percent(folded, q, left, near)
    if _NAMED.search(near) and _WHOSE.match(folded, q.end):
        return False
    if q.kind == "noun" and q.sign in (">=", "<=") and _FROM_WHICH.match(folded, q.end):
        return False  # "Cơ sở có từ 10 lao động trở lên phải xây dựng nội quy"
    if (m := _last(_CONDITION, left)) is not None and not _AHEAD.search(left, m) and not _MOVES_ON.search(left, m):
        return False
    if q.kind == "money":
        which = _FROM_WHICH.match(folded, q.end) or _which_of_all(folded, q, previous)
        return aimed(left) and not _BY_LAW.search(left) and not which
    if q.kind == "whole":
        return not near.endswith(_OF_DATES)
    if q.kind == "bare":
        said = folded[q.clause[0] : q.start]
        return _index(q, left) or _duration(q, said, objective) or told_alone(folded, q, objective)
    if inside and q.kind == "noun":
        return True  # what brackets part by years
    return is_aim(folded, q, left, near, objective, previous) or told_alone(folded, q, False)


def _which_of_all(folded: str, q: Quantity, previous: Quantity | None) -> bool:
    """Whether a sum says which of them all reach an aim: "100% hộ có doanh thu từ 1 tỷ đồng trở lên sử dụng …"."""
    if previous is None or q.sign in ("=", "range"):
        return False
    if previous.kind == "noun":  # "Thanh tra 10 doanh nghiệp có doanh thu trên 100 tỷ đồng/năm"
        inspected = _INSPECTS.match(folded, q.clause[0]) is not None
        return inspected and folded.startswith(" có ", previous.end)
    if previous.kind != "percent" or q.sign not in (">=", "<="):
        return False
    return bool(_WHO_HAVE.fullmatch(folded, previous.end, q.head)) and bool(_UP_AND_DOES.match(folded, q.end))


def _by_fate_or_rule(folded: str, q: Quantity, left: str, objective: bool) -> bool:
    """Whether a count says what befell people, or what a rule allows where no aim is set."""
    if q.noun.startswith("người") and _CASUALTIES.search(folded, q.unit_start, q.end + 20) and _BEFELL.search(left):
        return True
    return not objective and q.sign != ">=" and "mỗi " in left and _RULED.match(folded, q.end) is not None


def _last(pattern: re.Pattern[str], text: str) -> int | None:
    last = None
    for m in pattern.finditer(text):
        last = m.end()
    return last


def _is_past(left: str) -> bool:
    at = _last(_PAST, left)
    return at is not None and not _AHEAD.search(left, at)


def _goes_on_past(folded: str, q: Quantity, near: str) -> bool:
    """Whether a clause goes on to say how things stand: "hiện có 36 hồ chứa; 5 hồ hư hỏng chưa được sửa"."""
    before = folded[max(q.sentence, q.clause[0] - 160) : q.clause[0]]
    if q.kind != "noun" or q.sign != "=" or ";" not in before or not _is_past(before):
        return False
    if near.strip(_DECOR) and not _PART_OF_COUNT.fullmatch(folded, q.clause[0], q.head):
        return False
    return not (_AHEAD.search(folded, *q.clause) or _BY_THE_END.search(folded, *q.clause))


def _surveyed(folded: str, q: Quantity) -> bool:
    """Whether a later clause of a sentence that opens with a count of how things stand says more of that.

    "Tính đến hết năm 2025, tỷ lệ bao phủ đạt 95%; số bác sĩ đạt 15 bác sĩ/10.000 dân": both.
    """
    if q.sentence >= q.clause[0] or q.sign != "=" or not _STANDS.match(folded, q.sentence):
        return False
    return not (
        _AHEAD.search(folded, *q.clause)
        or _BY_THE_END.search(folded, *q.clause)
        or "20" in folded[q.clause[0] : q.head]
    )


def _in_parens(folded: str, q: Quantity, inside: tuple[int, int], previous: Quantity | None) -> bool:
    content = folded[inside[0] + 1 : inside[1] - 1].strip()
    if q.kind == "noun" and (_shares(folded, q, inside) or _parts(folded, q, inside, previous)):
        return True
    if q.kind == "noun" and q.strong and folded.startswith("mỗi ", inside[0] + 1):
        # "22 gói kỹ thuật cho 7 trạm (mỗi trạm ít nhất 02 gói)": each one's share of what stands before
        return _times(head_noun(q.noun), folded[q.clause[0] : inside[0]]) > 0
    if (q.kind == "whole" and content.startswith("lũy kế ")) or (
        q.kind == "noun" and _made(folded, q, inside, previous)
    ):
        return True
    if q.kind not in ("percent", "rate") or (previous is not None and "điểm" in folded[q.start : q.end]):
        return False  # "còn 2,3% (giảm 0,6 điểm phần trăm)": the same aim, told from where it starts
    if q.kind == "percent" and previous is not None and previous.kind == "percent" and _KINDS.fullmatch(content):
        return True
    behind = folded[q.end : inside[1] - 1].split()
    counted = q.kind == "rate" and len(behind) <= _HEADS  # "(dưới 95/100.000 dân)"
    alone = folded[inside[0] + 1 : q.head].strip() == "" and (not behind or counted)
    if alone or _IN_BRACKETS.match(content):
        return True
    # "giảm 3% trở lên (còn 7%)", "tăng 4% (để đạt 60% trở lên)"
    closed = not behind or " ".join(behind) == "trở lên"
    return closed and _LEVEL_REACHED.fullmatch(folded, inside[0] + 1, q.start) is not None


def _made(folded: str, q: Quantity, inside: tuple[int, int], previous: Quantity | None) -> bool:
    """Whether brackets say how many of what a clause makes or takes: "In tài liệu (5.000 tờ gấp, 300 áp phích)".

    Or how many of each kind: "Mua 30 mẫu, gồm: mũ (10 mẫu), đồ chơi (20 mẫu)".
    """
    head = head_noun(q.noun)
    alone = not folded[inside[0] + 1 : q.start].strip() and not folded[q.end : inside[1] - 1].strip()
    if alone and previous is not None and previous.kind == "noun" and head_noun(previous.noun) == head:
        return q.value <= previous.value or folded.startswith(")", previous.end)
    if q.sign != "=" or head not in _PRINTED or not DIGIT.match(folded, inside[0] + 1):
        return False
    return opens_with_verb(folded[q.clause[0] : inside[0]].replace(",", ""))


def _shares(folded: str, q: Quantity, inside: tuple[int, int]) -> bool:
    """Whether brackets part a number before them by years: "60 chuồng trại (giai đoạn 2024 - 2025 là 25 chuồng; …)"."""
    if not _BY_YEARS.match(folded, inside[0] + 1):
        return False
    if _ONE_YEAR.fullmatch(folded, inside[0] + 1, inside[1] - 1):
        return False
    unit = head_noun(q.noun)
    if folded.startswith("năm", inside[0] + 1) and _times(unit, folded[inside[0] : inside[1]]) < 2:
        return False  # "đạt 4.500 ha (năm 2028: 1.670 ha)": where things stood
    return _times(unit, folded[max(0, inside[0] - 60) : inside[0]]) > 0


def _times(unit: str, text: str) -> int:
    """How often a number of this unit stands in a text."""
    return len(re.findall(rf"\d {re.escape(unit)}(?!\w)", text))


def _parts(folded: str, q: Quantity, inside: tuple[int, int], previous: Quantity | None) -> bool:
    """Whether brackets say an aim again in numbers ("40% cơ sở (tương đương 380 cơ sở)") or part it by kinds.

    "cây ưa ấm 3.500 ha (ngô 1.450 ha, đậu tương 600 ha)": of the same unit, and more than one.
    """
    if previous is None:
        return False
    if (
        previous.end <= inside[0]
        and previous.kind == "noun"
        and folded.startswith("trong đó", inside[0] + 1)
        and q.value <= previous.value
    ):
        return True  # "25 chuyên gia (trong đó 05 người có chứng chỉ)"
    if previous.end <= inside[0] and _EQUALS.fullmatch(folded, inside[0] + 1, q.start):
        return previous.kind in ("percent", "noun") and inside[0] - previous.end < 60
    if previous.end > inside[0]:  # another of the parts
        return previous.start > inside[0] and head_noun(previous.noun) == head_noun(q.noun)
    unit = head_noun(q.noun)
    if previous.kind != "noun" or head_noun(previous.noun) != unit or folded[previous.end : inside[0]].strip():
        return False
    return _times(unit, folded[inside[0] : inside[1]]) > 1


def _percent(folded: str, q: Quantity, left: str, near: str) -> bool:
    if near.endswith(("so với", "so với ")) or folded.startswith(("/ngày", "/ ngày"), q.end):
        return False  # "0,03%/ngày" is what is late to pay
    if paid_shares.from_source(near, folded, q.end):
        return False
    if (m := _last(_CONDITION, left)) is not None and not (
        _ASSURED.search(left, m)
        or _MOVES_ON.search(left, m)
        or _CONDITION_OVER.search(left, m)
        or (_RATED.search(left, 0, m) is not None and _RATE_REACHES.match(left, m) is not None)
    ):
        return False
    after = folded[q.end : min(q.clause[1], q.end + 70)]
    cut = _STOP.search(after)
    after = after[: cut.start()] if cut else after
    if q.sign != "range" and _CONDITION_AFTER.search(after):
        return False
    if q.sign in (">", ">=", "<") and _THRESHOLD_AFTER.search(after):
        return False
    return not paid_shares.paid(near, after)


def aimed(left: str) -> bool:
    """Whether a sum of money after ``left`` (folded) is an aim: income, revenue, output rather than money to spend."""
    at = _last(_AIMED, left)
    if at is None or _FINED.search(left):
        return False
    funds = _last(_FUNDS, left)
    return (funds is None or funds <= at) and not _MADE_GOOD.search(left)


def fined(left: str) -> bool:
    """Whether a sum of money after ``left`` (folded) is a fine; in closed brackets fines are where it is from."""
    open_left = _PARENS.sub("", left) if "(" in left else left
    return bool(_FINED.search(open_left)) and not _FROM_FINES.search(open_left)


def _index(q: Quantity, left: str) -> bool:
    """A number without a unit, of an indicator that has none: "chỉ số BI dưới 20", "số bác sĩ/10.000 dân đạt 11"."""
    at = _last(INDEX, left) or _last(_PER_HEAD, left)
    if at is None or (q.noun and q.noun not in ("vào", "và", "so", "trong", "đến")):
        return False
    return bool(REACHES.search(left)) and len(left) - at < 90


def _duration(q: Quantity, left: str, objective: bool) -> bool:
    """Whether the number is how long something may take: "thời gian chờ khám xuống dưới 60 phút"."""
    if q.noun not in _SHORT or not (objective or "rút ngắn" in left):
        return False
    if objective and _WITHIN.search(left[-60:]) and not DIGIT.search(left):
        q.sign = "<="  # what it may last at most, whatever the words are
    elif not _DURATION.search(left[-160:]):
        return False
    q.unit = q.noun
    return True
