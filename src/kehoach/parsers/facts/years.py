"""The years measures are aimed for: where they are printed, and which number each belongs to."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from kehoach.knowledge.patterns import inline, lazy
from kehoach.records import NamedTuple

_YEAR = r"(?:19|20)\d\d"
# "đến 2025, 100% xã …"
_BARE_YEAR = rf"(?P<b3>{_YEAR})(?=[,;:)]| (?:có|đạt|phấn đấu|toàn|tỷ lệ|hoàn thành|cơ bản|trên|ít nhất)(?!\w)|\W*$)"
# "vào năm 2025", "đến hết năm 2025 và 2030", "giai đoạn 2021 - 2025", "tháng 11/2014", "quý IV/2025".
_MENTION = lazy(
    rf"(?P<lead>(?:(?:so với|cùng kỳ|của|vào|đến|tới|trong|hết|cuối|đầu|từ|trước|sau|kể từ|giữa|đạt|các|mỗi|riêng|ngay"
    rf"|hai|ba|thời điểm|nhiệm kỳ|chuẩn nghèo|cả) )*)"
    rf"(?:(?P<period>(?:giai đoạn|thời kỳ|nhiệm kỳ)(?: từ)?(?: năm)?) ?{_YEAR} ?(?:-|đến) ?(?:năm )?(?P<p2>{_YEAR})"
    rf"|năm học ?{_YEAR} ?[-/] ?(?P<s2>{_YEAR})"
    rf"|(?:năm|(?:mùa )?hè) ?(?P<y1>{_YEAR})(?: ?(?:-|đến(?: năm)?) ?(?P<y2>{_YEAR}))?"
    rf"(?P<more>(?:(?:,| và|, và) (?:đến |vào )?(?:năm )?{_YEAR}"
    r"(?!\d|%|[./,]\d| (?:đạt|là|còn|tối thiểu|ít nhất) (?!lần lượt|tương ứng)))*)"
    rf"|(?:ngày )?(?:\d{{1,2}} ?/ ?)?(?:tháng )?\w{{1,2}} ?/ ?(?P<d1>{_YEAR})"
    rf"|(?:ngày )?\d{{1,2}}(?P<joint>[-.])\d{{1,2}}(?P=joint)(?P<d4>{_YEAR})"
    rf"|(?:ngày \d{{1,2}} )?tháng \w{{1,2}} năm (?P<d2>{_YEAR})"
    rf"|quý \w{{1,3}}(?: ?/ ?| năm )(?P<d3>{_YEAR})"
    rf"|(?<=đến ){_BARE_YEAR}"
    rf"|(?:các )?năm tiếp theo(?P<next>)"
    rf"|(?<=[%‰] )(?P<b1>{_YEAR})|(?<=\()(?P<b2>{_YEAR})(?=\)))(?![\d/])"
)
YEAR = lazy(_YEAR)
_BASE_LEAD = lazy(r"so với|cùng kỳ|thời điểm|nhiệm kỳ|chuẩn nghèo|của |sau |kể từ")
_BASE_BEFORE = lazy(
    r"(?:so với(?: (?:(?:hàng|hằng) năm|(?!năm)\w+)){0,6}|cùng kỳ"
    r"|đã (?:được )?(?:công nhận|đạt chuẩn)|(?P<met>công nhận|(?<!đạt )chuẩn \w+(?: \w+)?"
    r"|(?<!đánh )giá|(?<!bàn )(?<!chuyển )giao)|(?P<named>nghị quyết|kế hoạch|chương trình|đề án|quyết định|quy hoạch"
    r"|chiến lược)|"
    r"(?<!công )(?<!cấp )(?<!có )(?<!nhận )(?<!văn )bằng|(?<!vệ )(?<!học )(?<!phát )(?<!thí )sinh"
    r"|khai giảng|nhiệm kỳ|theo)[ ,(]*$",
    needs=(
        "so với",
        "cùng kỳ",
        "công nhận",
        "chuẩn ",
        "nghị quyết",
        "kế hoạch",
        "chương trình",
        "đề án",
        "quyết định",
        "bằng",
        "sinh",
        "khai giảng",
        "nhiệm kỳ",
        "quy hoạch",
        "chiến lược",
        "giá",
        "giao",
        "theo",
    ),
)
# "350 văn bản do Bộ trưởng ban hành từ ngày 01/01/2015 đến ngày 31/12/2025": of what time they are, no aim's.
_ISSUED = lazy(
    r"(?<!\w)do (?:[^\W\d_]+ ){1,8}(?:ban hành|cấp|phê duyệt)(?: từ (?:ngày |năm )?[\d/]{4,10})? $", needs=("do ",)
)
_FAR_LEFT = 120
_OTHER_DUTY = lazy(r", (?:\w+ ){0,2}(?:gửi|nộp|báo cáo|trình|thông báo|bàn giao|tổng hợp)(?!\w)")
_REACHING = lazy(r" (?:đạt|còn|là)(?: (?:tối thiểu|ít nhất|trên|dưới|từ|khoảng|hơn|gần))? ")
_FORWARD = lazy(r"(?:^|[,(:]|\bvà|\btrong đó|\bphấn đấu)[ \"]*$")
_AHEAD = lazy(r"đến|vào|tới|hết|trong")
_GIVEN = lazy(r"[^()\d]{0,25}\d[^()]*\)")
_LEADS = lazy(r"từ nay|phấn đấu|mục tiêu|chỉ tiêu(?: \d+)?|(?:chỉ tiêu|mục tiêu) cụ thể|trong đó|cụ thể")
_CITED = lazy(r"số \d|luật |nghị |quyết định|chỉ thị|thông tư|/\w*-")


_PARTS = lazy(r"[,;:]| và ")
_OWN_YEAR = 10
"""Letters at most between a number and the year behind it that is its own."""
_BY = lazy(r" (?:vào |đến )(?:hết |cuối )?năm 20\d\d\W*$| (?:vào |đến )(?:hết |cuối )?năm 20\d\d[;.]")
# "năm 2025 giảm còn 0,08% và đến năm 2030 sẽ loại trừ": the second year is of an aim without a number.
_NEXT_AIM = lazy(r" (?:sẽ|cơ bản|hoàn thành|không còn|chấm dứt|loại trừ|xóa|trở thành|phấn đấu trở thành)(?!\w)")
# "Cơ cấu kinh tế đến năm 2030: nông nghiệp 20%; dịch vụ 38%", "… đạt 50%, trong đó: A 6%; B 58%": a list of one year.
_LISTS = lazy(r" ?:(?=\s*[^\W\d_])")
_OF_WHICH = lazy(r"(?<!\w)(?:trong đó|gồm|bao gồm|cụ thể)(?: là)? ?:", needs=("trong đó", "gồm", "cụ thể"))


_IN_TURN = lazy(r"(?<!\w)(?:lần lượt|tương ứng)(?!\w)", needs=("lần lượt", "tương ứng"))


class Year(NamedTuple):
    """A mention of years: ``years`` aimed at, empty where it only points back ("so với năm 2020")."""

    start: int
    end: int
    years: tuple[int, ...]
    dated: bool = False  # a month or a quarter of the year stands with it
    ahead: bool = False  # printed with "đến", "vào", "trong": may be meant for what it stands before


_KERNEL = lazy(r"(?:19|20)\d\d|năm tiếp theo")
_BEFORE, _BEHIND = 150, 400  # how far the words of a mention may reach before and behind its first year
_SHORTEST = 60  # behind its first year no mention needs more
_LONG_PART = 3  # letters of what else a mention may have before its first year: "quý III"
_IN_MENTION = tuple(
    "so với cùng kỳ của vào đến tới trong hết cuối đầu từ trước sau kể giữa đạt các mỗi riêng ngay hai ba thời điểm "
    "nhiệm chuẩn nghèo cả giai đoạn năm học mùa hè ngày tháng quý".split()
)
"""Words that a mention may have before its first year."""


def _spread(folded: str) -> Iterator[re.Match[str]]:
    """The matches of a mention: looked for around the years alone, since nothing quick tells where one begins."""
    done = 0
    for year in _KERNEL.finditer(folded):
        if year.start() < done:
            continue
        low = _begin(folded, max(done, year.start() - _BEFORE), year.start())
        m = _MENTION.search(folded, low, year.end() + _SHORTEST)
        if m:
            stop = year.end() + _BEHIND
            m = _MENTION.match(folded, m.start(), stop) or _MENTION.search(folded, low, stop)
        if m:
            done = m.end()
            yield m


def _begin(folded: str, low: int, at: int) -> int:
    """Where a mention whose first year stands at an offset may begin: behind the last word that none has."""
    while at > low:
        start = max(low, folded.rfind(" ", low, at) + 1)
        word = folded[start:at]
        if len(word) > _LONG_PART and word.isalpha() and not word.endswith(_IN_MENTION):
            return at - _LONG_PART
        at = start - 1
    return low


_OF_LAW = lazy(r"(?<!pháp )(?<!kỷ )(?<!\w)luật (?!sư )[^\W\d_]+(?: [^\W\d_]+){1,8} $")


def mentions(folded: str, blocked: Sequence[tuple[int, int]] = ()) -> list[Year]:
    """The years printed in ``folded`` (a text after ``fold``), those inside blocked citations left out."""
    if "20" not in folded and "19" not in folded and "năm tiếp theo" not in folded:
        return []
    cited = [(a, b) for a, b in sorted(blocked) if _CITED.search(folded, a, b)]
    out = []
    starts = [a for a, _ in cited]
    for m in _spread(folded):
        k = bisect_right(starts, m.end() - 1)
        if k and cited[k - 1][1] > m.start():
            continue
        ahead = bool(m["period"] or _AHEAD.search(m["lead"]))
        dated = bool(m["d1"] or m["d2"] or m["d3"] or m["d4"])
        out.append(Year(m.start(), m.end(), _years(folded, m), dated, ahead))
    return out


def _years(folded: str, m: re.Match[str]) -> tuple[int, ...]:
    before = folded[max(0, m.start() - 60) : m.start()]
    if _BASE_LEAD.search(m["lead"]) or (m["period"] or "").startswith("nhiệm kỳ"):
        return ()
    due = m["d1"] and m["lead"].startswith("trước ") and before.endswith("kế hoạch ")
    due = due or (before.endswith(", ") and m["lead"].startswith(("đến ", "trước ", "vào ")))  # "…, đến hết …"
    base = _BASE_BEFORE.search(before)
    if base and not due and not _ahead_of(base, m["lead"]) and not _reached_then(base, folded, m.end()):
        return ()  # "kế hoạch năm 2018", but "đạt 100% kế hoạch trước ngày 30/11/2018"
    if before.endswith(" ") and "luật " in before and _OF_LAW.search(before):
        return ()  # "Luật Hôn nhân và gia đình năm 2014"
    issued = m["lead"].startswith(("từ ", "trước ", "đến ", "trong "))
    if issued and _ISSUED.search(folded, max(0, m.start() - _FAR_LEFT), m.start()):
        return ()
    if folded.startswith(" trở về trước", m.end()):
        return ()  # "dự án hoàn thành từ năm 2011 trở về trước"
    given = _GIVEN.match(folded, m.end()) if before.endswith("(") else None
    if given and ";" not in given[0]:
        return ()  # "(năm 2021: 114,6)", but "(năm 2025: 20 lớp; năm 2026: 25 lớp)"
    if m["s2"] and m["lead"].startswith("trước "):
        return ()  # "trước năm học 2031 - 2032": in neither of its years
    if m["y1"]:
        if m["y2"]:
            return (int(m["y2"]),)
        return (int(m["y1"]), *(int(y) for y in YEAR.findall(m["more"] or "")))
    last = m["p2"] or m["s2"] or m["d1"] or m["d2"] or m["d3"] or m["d4"] or m["b1"] or m["b2"] or m["b3"]
    return (int(last),) if last else ()


# "Tỷ lệ xã hoàn thành chương trình năm 2032 **đạt 85%**": of the number, whatever the words before the year name
_REACHES = lazy(r"(?: ?:| (?:đạt|là|còn|phải đạt))(?: (?:trên|dưới|từ|ít nhất|tối thiểu|khoảng))? ?\d[\d.,]* ?[%‰]")


def _reached_then(base: re.Match[str], folded: str, end: int) -> bool:
    """Whether a number is reached in a year that a word before it only seems to name."""
    of_prices = (base["met"] or "").startswith("giá")
    return bool(base["met"] or base["named"]) and not of_prices and _REACHES.match(folded, end) is not None


def _ahead_of(base: re.Match[str], lead: str) -> bool:
    """Whether a year is aimed at although a word before it may look back: "được công nhận **vào** năm 2032".

    "Đề án đến năm 2030" is the name of one, "12 đề án trong năm 2030" are finished then.
    """
    if base["met"]:
        return lead.startswith(("vào ", "đến ", "tới ", "trong ", "hết ", "trước "))
    return base["named"] is not None and lead.startswith(("vào ", "trong "))


class Slot(NamedTuple):
    """A quantity waiting for its year: where it is printed, and the start of its clause and sentence."""

    start: int
    end: int
    clause: tuple[int, int]
    sentence: int
    baseline: bool = False


def bind(folded: str, slots: Sequence[Slot], found: Sequence[Year]) -> list[tuple[tuple[int, ...], int]]:
    """For each slot the years it is aimed for and the end of an adjoining mention (-1 where none adjoins).

    A year that opens a clause or stands right before a number is for what follows ("Đến năm 2025, …", "năm 2021 đạt
    60%"), one that opens a sentence for all of it; any other is for the numbers before it.
    """
    out: list[tuple[tuple[int, ...], int]] = [((), -1)] * len(slots)
    fixed = [False] * len(slots)
    by_clause: dict[int, tuple[list[int], list[Year]]] = {}
    for i, slot in enumerate(slots):
        by_clause.setdefault(slot.clause[0], ([], []))[0].append(i)
    bounds = [(s, max(slots[i].clause[1] for i in v[0])) for s, v in sorted(by_clause.items())]
    k = 0
    opened: dict[int, tuple[int, ...]] = {}
    sentences = {slots[v[0][0]].clause[0]: slots[v[0][0]].sentence for v in by_clause.values()}
    for year in found:
        while k < len(bounds) and bounds[k][1] <= year.start:
            k += 1
        if k < len(bounds) and bounds[k][0] <= year.start:
            by_clause[bounds[k][0]][1].append(year)
    for sentence in set(sentences.values()) - set(by_clause):
        first = next((y for y in found if y.start >= sentence), None)  # its opening clause has no number of its own
        before = folded[sentence : first.start].strip(' -+*•",:') if first and first.start < sentence + 40 else "?"
        if first and first.years and (not before or (first.ahead and _LEADS.fullmatch(before))):
            opened[sentence] = first.years
    for start, (indices, years) in sorted(by_clause.items()):
        if (pairs := _respectively(folded, [(i, slots[i]) for i in indices], years)) is not None:
            for i, when in pairs:
                out[i], fixed[i] = (when, -1), True
            continue
        carried = opened.get(sentences[start], ())
        _bind_clause(folded, start, [(i, slots[i]) for i in indices], years, out, fixed)
        opening = _opening(folded, start, indices, slots, years)
        if opening:
            opened[sentences[start]] = opening
        elif carried:
            for i in indices:
                if not fixed[i]:
                    out[i] = (carried, -1)
    return out


def _respectively(
    folded: str, slots: list[tuple[int, Slot]], years: list[Year]
) -> list[tuple[int, tuple[int, ...]]] | None:
    """Each number with its year where they are told off in turn: "năm 2025 và 2030 lần lượt đạt 85% và 95%"."""
    aimed = [year for mention in years for year in mention.years]
    live = [(i, slot) for i, slot in slots if not slot.baseline]
    if len(aimed) <= 1 or sorted(set(aimed)) != aimed or len(live) % len(aimed):
        return None
    ahead = years[-1].start < live[0][1].start
    if not ahead and (len(live) != len(aimed) or years[0].start < live[-1][1].start):
        return None  # each number has its year beside it
    if not _IN_TURN.search(folded, *slots[0][1].clause):
        return None
    return [(i, (aimed[k % len(aimed)],)) for k, (i, _) in enumerate(live)]


def _opening(folded: str, start: int, indices: list[int], slots: Sequence[Slot], years: list[Year]) -> tuple[int, ...]:
    first = years[0] if years else None
    if not first or not first.years or first.start > slots[indices[0]].start:
        return ()
    before = folded[start : first.start].strip(' -+*•",:')
    if not before or (first.ahead and _LEADS.fullmatch(before)):
        return first.years
    if folded.rfind("(", start, first.start) > folded.rfind(")", start, first.start):
        return ()  # "bình quân (giá so sánh năm 2010) đạt 16%, trong đó: …"
    listed = first.ahead and _LISTS.match(folded, first.end) is not None
    clause = slots[indices[0]].clause
    listed = listed or (
        len(years) == 1 and not first.dated and _OF_WHICH.search(folded, first.end, clause[1]) is not None
    )
    return first.years if listed else ()


def _bind_clause(
    folded: str, start: int, slots: list[tuple[int, Slot]], years: list[Year],
    out: list[tuple[tuple[int, ...], int]], fixed: list[bool],
) -> None:  # fmt: skip
    taken = -1  # the last slot a year has been given to, by position in `slots`
    for n, year in enumerate(years):
        after = next((j for j, (_, s) in enumerate(slots) if s.start >= year.end), len(slots))
        following = years[n + 1].start if n + 1 < len(years) else len(folded)
        prior = slots[after - 1][1] if after else None
        if prior and prior.baseline and after - 1 > taken:
            taken = after - 1  # "từ 65% năm 2021 lên …": the baseline's own year
            continue
        own = after < len(slots) and following - slots[after][1].end < _OWN_YEAR and folded.startswith(", ", year.end)
        if own and prior and after - 1 > taken and _BY.match(folded, slots[after][1].end):
            i = slots[after - 1][0]  # "30% năm 2032, 40% vào năm 2035": each has its year behind it
            out[i], fixed[i], taken = (year.years, -1), True, after - 1
            continue
        if _is_forward(folded, start, slots, after, year):
            for j in range(after, len(slots)):
                i, slot = slots[j]
                if (
                    slot.start >= following
                    and years[n + 1].years
                    and _is_forward(folded, start, slots, j, years[n + 1])
                ):
                    break
                out[i], fixed[i] = (year.years, -1), True
            continue
        if not year.years or (year.dated and prior and _OTHER_DUTY.search(folded, prior.end, year.start)):
            continue  # "đăng ký 01 đề án, gửi Phòng … trước ngày 10/3/2023"
        open_ = [j for j in range(taken + 1, after) if not fixed[slots[j][0]]]
        for j in open_ or ([after - 1] if after and after - 1 > taken else []):
            i, slot = slots[j]
            if not open_ and (folded.startswith(", năm ", year.start - 2) or _NEXT_AIM.match(folded, year.end)):
                continue  # "đến năm 2026 đạt 80%, năm 2027 hoàn thành": it has its year, the next opens what follows
            adjoins = j == after - 1 and not folded[slot.end : year.start].strip(" (")
            out[i], fixed[i] = (year.years, year.end if adjoins else -1), True
        taken = max(taken, after - 1)
        if 0 < after < len(slots) and n + 1 == len(years) and _same_year(folded, year, years, slots[after][1]):
            for i, _ in slots[after:]:  # "… năm 2026, trong đó …" is of the same year
                out[i], fixed[i] = (year.years, -1), True


def _same_year(folded: str, year: Year, years: list[Year], behind: Slot) -> bool:
    """Whether the numbers behind a year are of it too: "trong đó …", or the clause names no other year."""
    if "trong đó" in folded[year.end : behind.start]:
        return True
    return len(years) == 1 and not year.dated and folded.startswith((",", " và "), year.end)


def _is_forward(folded: str, start: int, slots: list[tuple[int, Slot]], after: int, year: Year) -> bool:
    if after >= len(slots):
        return False
    between = folded[slots[after - 1][1].end : year.start] if after else "?"
    if not between.strip(" ("):  # "70% năm 2023, 80% …", but "60 phòng (năm 2025: 20 phòng; …)"
        return "(" in between and folded[year.end : slots[after][1].start].strip() in (":", "là")
    if not after and year.ahead:
        return True
    if not folded[start : year.start].strip(' -+*•"'):
        return True
    before = folded[max(start, year.start - 12) : year.start]
    gap = folded[year.end : slots[after][1].start]
    if after and gap.startswith(",") and not _PARTS.search(between):
        return False  # "12% GRDP vào năm 2024, 15% …"
    if ":" in gap[:2] or not gap.strip(" ,") or (year.years and _REACHING.fullmatch(gap)):
        return True
    return bool(_FORWARD.search(before)) and not inline(r"[,;]| và ").search(gap) and len(gap) < 90
