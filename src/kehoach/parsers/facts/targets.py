"""Targets: an indicator and the numbers it is to reach, read from one item's text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kehoach.folding import fold
from kehoach.knowledge.patterns import lazy
from kehoach.knowledge.units import AIM_VERBS
from kehoach.parsers.facts import partners
from kehoach.parsers.facts.measures import Found, Measure, scan
from kehoach.parsers.facts.quantities import DIGIT, may_hold
from kehoach.parsers.facts.target_tables import heading_year, table_cells
from kehoach.records import NamedTuple

__all__ = ["Measure", "Target", "find", "heading_year", "may_hold", "row_target", "table_cells"]


class Target(NamedTuple):
    """One aim: ``indicator`` (the plan's words) and its measures, one a number and year."""

    start: int
    end: int
    indicator: str
    measures: tuple[Measure, ...]


_LEAD = lazy(
    r"^[\W_]*(?:(?:chỉ tiêu|mục tiêu)(?: số)? ?\d{1,3} ?[:.)-]+ *)?"
    r"(?:(?:đặc biệt|ngoài ra|theo đó|bên cạnh đó|cụ thể(?: là)?|trong đó)[,:] *)?"
    r"(?:(?:đến hết (?:ngày )?\d{1,2}/\d{1,2}(?:/\d{4})?|đến hết tháng \d{1,2}(?:/\d{4})?|đến \d{4}|"
    r"(?:đến|từ|trong|vào) (?:hết |cuối )?(?:năm học|năm|giai đoạn) \d{4}"
    r"(?: ?- ?\d{4}|(?:,| và) (?:năm )?\d{4}(?=,))?|phấn đấu|"
    r"năm \d{4}|(?:theo )?lộ trình|toàn (?:tỉnh|huyện|xã|ngành|quốc|thành phố|trường)|cả nước|sẽ|đồng thời|"
    r"phần đấu|phấn đâu|từng bước|tiếp tục|trong đó|và|đến (?:hết )?năm \d{4}|mục tiêu|giảm|kéo giảm|"
    r"tăng|nâng|duy trì|bảo đảm|đảm bảo|hết năm \d{4}|làm giảm|"
    r"kiềm chế|khống chế|mỗi năm|hằng năm|hàng năm|có thêm|có|ít nhất|đạt)(?!\w)[ ,:]*)*"
)
_TAIL = lazy(
    r"(?:[ ,:(]*(?<!\w)(?<!trở )(?<!cắt )(?<!kéo )(?:(?<!chưa )đạt|gấp|xuống|xuống còn|còn|chiếm|là|lên|được"
    r"|phải|cần|sẽ|lần lượt|tương ứng|đến \d{1,2}/\d{1,2}(?:/\d{4})?|trên|dưới|từ|tăng|giảm|giảm còn|ít nhất|"
    r"tối thiểu|ở mức|mức|có|từ [\d.,]+ ?[%‰]?(?: \(?(?:năm \d{4}|hiện (?:nay|tại))\)?)?|"
    r"đối với|với|tại|khoảng|cho|ổn định|bình quân|tăng bình quân|giảm xuống|không quá|tổ chức(?! đạt)|mở))+[ ,:(]*$"
)
_YEARS = lazy(r"(?:,? ?(?:vào|đến|trong|tới)?(?: (?:hết|cuối))? ?(?:năm \d{4}|giai đoạn \d{4} ?- ?\d{4}))+[ .,;)]*$")
_SCHOOL_YEAR = lazy(r" (?:vào|đến|trong)(?: (?:cuối|hết|đầu))? năm học \d{4} ?- ?\d{4}[ .,;]*$")
# "nuôi trồng 45.000 tấn": the verb says more than the unit.
_SUM_SO_FAR = "(lũy kế "
_LONG_SUBJECT = 4
"""Words from which what stands before a number says by itself what is aimed at."""
_WHEN = lazy(
    r",? phấn đấu(?:,? (?:đến|vào|tới) (?:hết |cuối )?"
    r"(?:năm \d{4}|tháng \d{1,2}/\d{4}|(?:ngày )?\d{1,2}/\d{1,2}/\d{4}))?[ ,]*$"
    r"| ?: (?:(?:mục tiêu|phấn đấu) )?(?:đến|vào|tới) (?:hết |cuối )?năm \d{4}$",
    needs=("phấn đấu", ": "),
)
_HOW_OFTEN = lazy(r" (?:mỗi|hằng|hàng) (?:tuần|tháng|quý|năm)$")
_BIG = lazy(r"(?:triệu|nghìn|ngàn|vạn|tỷ) (?=(?!đồng|usd)[^\W\d_]+)")
_PLAIN_UNITS = frozenset("tấn tạ kg ha m2 m3 lít con lượt người hộ cây km".split())
_VERBS = frozenset((*AIM_VERBS, "chủ trì"))
_LONGEST_VERB = 4
# What only says when or whose share it is: "Cuối mỗi học kỳ tổ chức 01 buổi …", "Mỗi trạm tổ chức ít nhất 02 buổi …".
_ONLY_WHEN = lazy(r"(?:(?:cuối|đầu|giữa) )?(?:mỗi|hằng|hàng|từng) [^,;:]{2,40}")
_MONEY = lazy(r"(?:đồng|usd)(?!\w)", re.I)
_DONE_TO = frozenset(
    ("kiểm tra", "thanh tra", "giám sát", "rà soát", "tiết kiệm", "hậu kiểm", "thẩm tra", "phúc tra", "số hóa",
     "cắt giảm", "công khai", "lập hồ sơ")
)  # fmt: skip
_OPENS = lazy(r"(?<!\w)(?:tổ chức|mở)(?!\w)")
# "Hội phấn đấu có 85% cơ sở …", "với các chỉ tiêu: 50% hộ …": who aims stands before the number, what it counts behind.
_AIMS = lazy(
    r"(?<!\w)(?:phấn đấu|(?:đặt|đề) (?:ra )?(?:mục tiêu|chỉ tiêu)|với (?:các |những )?(?:mục tiêu|chỉ tiêu))"
    r"(?:(?: (?:đến|hết|cuối|năm|\d{4}|cụ thể|sau|như|có|là|đạt|chỉ tiêu|mục tiêu|trên|dưới|ít nhất|tối thiểu))+)?"
    r"[ ,:]*$",
    needs=("phấn đấu", "mục tiêu", "chỉ tiêu"),
)
_INDICATOR_STARTS = lazy(
    r"(?:[:,] |(?<=chỉ tiêu) |(?<=mục tiêu) )(?=(?:tỷ lệ|tỉ lệ|tốc độ|tỷ suất|tỷ trọng|số|tổng|thu nhập|doanh thu"
    r"|sản lượng|năng suất|mức|giảm|tăng)(?!\w))"
)
_PREAMBLE = lazy(r"(?<!\w)(?:phấn đấu|đề ra|đặt ra|chỉ tiêu|mục tiêu|phương châm|thời gian|sau \d+ năm)(?!\w)")
# What says when, for how much or by whom is no part of what a number counts.
_ASIDE = lazy(
    r",? \(?(?:hoàn thành|xong|kết thúc)?"
    r"(?: ?(?:trước|chậm nhất|trong|vào)(?: (?:là|vào|cuối|đầu|nửa \w+))* (?:(?:ngày|tháng|quý) ?[\divx]|\d{1,2}/\d)"
    r"|(?<!\w)theo (?:kế hoạch|quyết định|nghị quyết|công văn|chỉ thị|hướng dẫn|thông tư|nghị định|đề án)(?: số)? \d"
    r"|(?<=, )(?:hoàn thành|với|tổng|dự kiến)?(?: ?tổng)? ?kinh phí "
    r"|(?<=, )(?:chủ trì,? )?phối hợp |(?<=\()(?=(?:phối hợp|chủ trì) ?:|[^\W\d_][^()]{2,80} (?:chủ trì|phối hợp\)))"
    r"|(?<=, )(?:phân bổ|bàn giao|phát sóng|đưa đi|hoàn thành|ban hành (?:kết luận|văn bản|báo cáo)|xong)(?!\w)"
    r"|(?<=, )không (?:có|để)(?!\w)"
    r"|(?<=\()lũy kế "
    r"|(?<=, )mỗi |(?<!\w)nhân (?:dịp|ngày|kỷ niệm) |(?<=, )từ ngày \d"
    r"|(?<!\w)(?:vào|trong) (?:(?:cuối|hết|đầu) )?năm 20\d\d,|(?<!\w)vào cuối (?:nhiệm kỳ|kỳ|giai đoạn)(?!\w)"
    r"|vào (?:các )?(?:ngày )?(?:thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật)"
    r"|(?<=, )(?:gửi|nộp|trình|báo cáo)(?: [^\W\d_]+){1,8} (?:trước|trong|chậm nhất) )"
    r"|: (?:đợt|giai đoạn|kỳ|vòng|lần) (?:\d|[ivx])"
)
# "100% các xã, phường có ít nhất 01 tổ": both have one
_LIST_HAS = lazy(r" (?:đều |phải )?có(?: ít nhất| tối thiểu| từ| trên)? *$")
_FALLS = lazy(r"(?:kéo )?giảm(?: ít nhất| tối thiểu| từ)? ")
_COUNTS = lazy(r" (?:số|tỷ lệ|tỉ lệ|các|tổng)(?!\w)")
_MORE_OF = lazy(r" trở (?:lên|xuống)(?= so với | trên tổng )")
_HANGS = lazy(r"(?: (?:cho|với|là|và|so với|trước|vào|trong|đến))+ *$")
_UPWARDS = (" trở lên", " trở xuống")
_OWN_NUMBER = 24
"""Letters before "trở lên" in which the number stands that it belongs to: "khách sạn từ 2 sao trở lên"."""
_REACHES = lazy(r"đạt|xuống|còn|chiếm|lên|tăng|giảm")
_SEPARATOR = lazy(r", |;|(?<!\w)và |trong đó")
_NAMES_AN_INDICATOR = lazy(
    r"tỷ lệ|tỉ lệ|tỷ suất|tỷ số|tỷ trọng|chỉ số|mức |tổng (?!hợp|kết|cục|công ty|duyệt)|thu nhập|doanh thu|sản lượng"
    r"|năng suất|số (?!h[oó][aá]|\d)|(?<!dứt )điểm"
)
_LINKING = lazy(
    r"(?:[\s,;:().%]|(?:ngày )?\d{1,2}/\d{1,2}(?:/\d{4})?"
    r"|và|đạt|năm|vào|đến|trong|hết|cuối|xuống|lên|còn|giảm|tăng|tương ứng|là|trên|dưới|từ|ít nhất|"
    r"tối thiểu|để|\d{4})*"
)


def find(
    text: str, *, by: int | None = None, blocked: Sequence[tuple[int, int]] = (), objective: bool = False
) -> list[Target]:
    """The targets printed in ``text``, in order.

    ``by``: the year of the heading above, for measures that name none; ``blocked``: spans of citations and deadlines,
    whose numbers are no measures; ``objective``: the item stands among the plan's objectives.
    """
    found = scan(text, by=by, blocked=blocked, objective=objective)
    if not found:
        return []
    folded = fold(text)
    groups: list[list[Found]] = []
    for f in found:
        if groups and _goes_on(folded, groups[-1][-1], f):
            groups[-1].append(f)
        else:
            groups.append([f])
    out: list[Target] = []
    for n, group in enumerate(groups):
        low = max(group[0].clause[0], groups[n - 1][-1].measure.end if n else 0)
        high = min(group[-1].clause[1], groups[n + 1][0].measure.start if n + 1 < len(groups) else len(text))
        target = _target(text, folded, group, low, high)
        says_nothing = not target.indicator or target.indicator.startswith("so với ")
        if out and says_nothing and _same_aim(folded, groups[n - 1][-1], group[0]):
            before = out.pop()  # "50% hộ có điện vào năm 2025 và trên 70% vào năm 2030", "…, tăng 8% so với dự toán"
            target = Target(before.start, target.end, before.indicator, before.measures + target.measures)
        out.append(target)
    return out


def _same_aim(folded: str, a: Found, b: Found) -> bool:
    """Whether a number that says nothing of its own belongs to the aim before it, in its clause or in the next one."""
    if a.clause == b.clause:
        return True
    # "cứng hóa 85% đường thôn; đến năm 2028 là 92%"
    return a.measure.unit == b.measure.unit and _LINKING.fullmatch(folded, b.clause[0], b.measure.start) is not None


def _goes_on(folded: str, a: Found, b: Found) -> bool:
    """Whether ``b`` gives another number of the indicator of ``a``: nothing but linking words between them."""
    if a.measure.start == b.measure.start or folded[a.measure.end : b.measure.start].strip() == "(":
        return True  # "98/120 xã (81,7%)"
    if _SUM_SO_FAR in folded[max(0, a.measure.start - len(_SUM_SO_FAR)) : b.measure.start]:
        return ")" not in folded[a.measure.end : b.measure.start]  # "6 xã đạt chuẩn (lũy kế 98/112 xã, đạt 87,5%)"
    if a.clause != b.clause or a.measure.unit != b.measure.unit:
        return False
    if (a.measure.unit or "").startswith("/1"):
        return "tỷ" not in folded[a.measure.end : b.measure.start]
    if _NAMES_AN_INDICATOR.match(folded, b.quantity_end + 1):
        return False  # "che phủ rừng ở mức 52%, giảm ít nhất 10% số vụ vi phạm"
    gap = folded[a.measure.end : b.measure.start]
    return len(gap) < 80 and bool(_LINKING.fullmatch(gap))


def _target(text: str, folded: str, group: list[Found], low: int, high: int) -> Target:
    """The group with its indicator: the words before its first number, or those its last number counts."""
    first, last = group[0], group[-1]
    if low > first.clause[0]:
        low = _begins(folded, low, first.measure.start, first.quantity_end)
    start, end, reaches = _trim(folded, low, first.measure.start)
    start = _behind_partners(text, _behind_preamble(folded, start, end), end)
    size = len(folded[start:end].split())
    unit = first.measure.unit or ""
    counted = unit[:1].isalpha() and not _MONEY.search(unit) and not _NAMES_AN_INDICATOR.search(folded, start, end)
    promised = counted and size > 0 and _promised(folded, start, end, first.measure.start)
    whose = size > 0 and (_aims(folded, start, first) or _done_to(folded, start, end, group))
    alone = folded[start:end].strip() in _VERBS
    begins = start if promised and not alone else first.measure.start  # who does it stays in the aim's words
    if (
        not size
        or whose
        or promised
        or (size < _LONG_SUBJECT and not reaches and not _NAMES_AN_INDICATOR.search(folded, start, end))
    ):
        parted = last.quantity_end < last.measure.start  # by years, in a bracket behind the number
        between = folded[first.measure.end : last.measure.start]
        parted = parted or between.strip() == "(" or _SUM_SO_FAR in between
        after = _behind(folded, first if parted else last, high)
        behind = folded[after[0] : after[1]].strip(" ,;:.")
        only_verb = (promised or alone) and behind not in _PLAIN_UNITS
        if not size or (behind and (whose or only_verb or behind != fold(last.measure.unit or ""))):
            start, end = after
        elif alone and not behind:
            end = start  # "…, hoàn thành 100% trước 30/6": it is the aim before it
    indicator = _quoted(" ".join(text[start:end].split()).strip(' ,;:.-"“”'))
    return Target(
        min(start, begins, first.measure.start), max(end, last.measure.end), indicator, tuple(f.measure for f in group)
    )


def _promised(folded: str, start: int, end: int, number: int) -> bool:
    """Whether the words before a count only say who does what with it: "Hội Phụ nữ duy trì 12 câu lạc bộ"."""
    if _OPENS.search(folded, end, number) or _ONLY_WHEN.fullmatch(folded, start, end):
        return True
    said = folded[start:end].rstrip()
    if "cho" in folded[end:number].split():
        return False  # "Bồi dưỡng kiến thức quản lý cho 2.400 lượt cán bộ"
    if (often := _HOW_OFTEN.search(said)) is not None:
        said = said[: often.start()]  # "phát sóng mỗi tuần 02 chuyên mục"
    for more in (" xong", " mới", " thêm", " hoàn chỉnh"):
        said = said.removesuffix(more)
    words = said.split()[-_LONGEST_VERB:]
    return any(" ".join(words[n:]) in _VERBS for n in range(len(words)))


def _behind_partners(text: str, start: int, end: int) -> int:
    """Where the indicator begins behind who leads and with whom: "phối hợp với Sở B tập huấn cho 20 cán bộ"."""
    named = partners.find(text[start:end]) if "hối hợp" in text[start:end] else []
    rest = text[start + named[-1].end : end].lstrip() if named else ""
    return end - len(rest) if rest else start


def _behind_preamble(folded: str, start: int, end: int) -> int:
    """Where the indicator begins behind words that only say that aims follow: "Hội đề ra 12 chỉ tiêu: tỷ lệ …"."""
    named = _INDICATOR_STARTS.search(folded, start, end)
    return named.end() if named and _PREAMBLE.search(folded, start, named.start() + 1) else start


def _aims(folded: str, start: int, first: Found) -> bool:
    """Whether the words before a number say who aims, and those behind it what is counted."""
    before = folded[start : first.measure.start]
    if _MONEY.search(first.measure.unit or "") or not _AIMS.search(before) or _NAMES_AN_INDICATOR.search(before):
        return False
    behind = folded[first.quantity_end : first.clause[1]]
    return first.measure.unit != "%" or (behind[:1] == " " and behind[1:2].isalpha() and not _YEARS.match(behind))


def _done_to(folded: str, start: int, end: int, group: list[Found]) -> bool:
    """Whether the words before a percentage end in what is done to those behind it: "… kiểm tra ít nhất 30% cơ sở"."""
    last = group[-1]
    behind = folded[last.quantity_end : last.quantity_end + 2]
    if group[0].measure.unit != "%" or behind[:1] != " " or not behind[1:].isalpha():
        return False
    words = folded[start:end].split()[-2:]
    return " ".join(words) in _DONE_TO and not _YEARS.match(folded, last.quantity_end)


def _quoted(indicator: str) -> str:
    """An indicator with the closing mark of a name that it quotes at its end."""
    if indicator.count('"') % 2:
        return indicator + '"'
    return indicator + "”" if indicator.count("“") > indicator.count("”") else indicator


def _begins(folded: str, low: int, high: int, end: int) -> int:
    """Where the words of a number begin behind another number of its clause.

    Up to the first comma they belong to the number before; a later comma parts them again only where "tỷ lệ", "số" or
    the like begins behind it, since names of indicators hold commas as well ("lĩnh vực đất đai, xây dựng").
    """
    cuts = [m.end() for m in _SEPARATOR.finditer(folded, low, high)]
    if not cuts or not folded[cuts[-1] : high].strip():
        return cuts[-1] if cuts else low  # "…, 100% xã": what the number counts stands behind it
    named = [cut for cut in cuts if _NAMES_AN_INDICATOR.match(folded, cut)]
    if named:
        return named[-1]
    if _FALLS.fullmatch(folded, cuts[-1], high) and _COUNTS.match(folded, end):
        return cuts[-1]  # "…, giảm 3% số người nghiện"
    parted = max(folded.rfind("trong đó", low, high), folded.rfind("đồng thời", low, high))
    commas = [cut for cut in cuts if folded[cut - 2 : cut] == ", "]
    return folded.index(" ", parted + 6) if parted >= 0 else (commas or cuts)[0]


def _behind(folded: str, last: Found, high: int) -> tuple[int, int]:
    """What the number counts: its unit where that is a noun, and the words behind, up to a next number's clause."""
    unit = last.measure.unit or ""
    start = last.quantity_end
    if unit[:1].isalpha():
        start = max(folded.rfind(fold(unit), last.measure.start, last.quantity_end), last.measure.start)
        if (big := _BIG.match(folded, start)) is not None:
            start = big.end()  # "1,2 triệu trang tài liệu" counts leaves
    if high < last.clause[1]:
        cut = max((m.start() for m in _SEPARATOR.finditer(folded, last.quantity_end, high)), default=high)
        has = _LIST_HAS.search(folded, cut, high) if cut < high else None
        first = folded[start:cut].split()
        listed = has is not None and len(first) <= _LONG_SUBJECT and "có" not in first
        high = has.start() if has is not None and listed else cut
    aside = _ASIDE.search(folded, last.quantity_end, high)
    high = aside.start() if aside else high
    m = _YEARS.search(folded, start, high) if folded[start:high].rstrip(" .,;)")[-4:].isdigit() else None
    high = m.start() if m else high
    if "năm học" in folded[start:high] and (m := _SCHOOL_YEAR.search(folded, start, high)):
        high = m.start()
    loose = _HANGS.search(folded, start, high)
    high = loose.start() if loose else high
    if (more := _MORE_OF.search(folded, start, high)) is not None:
        high = more.start()  # "từ 3% đảng viên trở lên so với đầu năm"
    upwards = last.measure.comparator in (">=", "<=") and folded.endswith(_UPWARDS, start, high)
    if upwards and not DIGIT.search(folded, max(start, high - _OWN_NUMBER), high):
        high = folded.rindex(" trở ", start, high)  # "85% số vụ việc trở lên"
    return start, high


def _trim(folded: str, low: int, high: int) -> tuple[int, int, bool]:
    """The words before a number without leading verbs and closing "đạt", "xuống còn", and whether such closed them."""
    part = folded[low:high]
    lead = _LEAD.match(part)
    start = lead.end() if lead else 0
    tail = _TAIL.search(part, start)
    if not tail:
        return low + start, high, False
    end = max(start, tail.start())
    if when := _WHEN.search(part, start, end):
        end = max(start, when.start())
    return low + start, low + end, bool(_REACHES.search(tail[0]))


def row_target(indicator: str, cells: Sequence[Measure]) -> Target | None:
    """The target of a table row: its indicator cell and the measures of its other cells; ``None`` without any.

    The measures' offsets are those of their own cells.
    """
    return Target(0, len(indicator), " ".join(indicator.split()), tuple(cells)) if cells else None
