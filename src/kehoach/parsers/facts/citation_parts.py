"""The parts of a printed reference: number, date, issuer, subject, pinpoint.

Small functions ``(source, position) -> (value, end)`` that look a bounded way ahead, so that scanning stays linear.
"""

from __future__ import annotations

import datetime
import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from kehoach.folding import bare, fold, plain

_DIGITS = str.maketrans("OoIl", "0011")


@dataclass(frozen=True, slots=True)
class Source:
    """A text in its comparable forms; all of one length."""

    text: str
    plain: str
    fold: str
    bare: str

    @classmethod
    def of(cls, text: str) -> Source:
        """The forms of ``text``."""
        return cls(text, plain(text), fold(text), bare(text))


# --- numbers ---------------------------------------------------------------------------------------------------------

_CAPS = r"(?:[A-ZĐ]{2,}[a-z]?[0-9Il]{0,2}|TTg|TTr|CTr|L)(?![^\W\d_])"
NUMBER = re.compile(
    r"(?:(?<![\w.,/-])|(?<=[Ss][ốôó]))"
    r"(?P<serial>[0-9OIl]{1,6}(?:\.[0-9]{1,3})?)(?P<suffix>[A-Za-zĐđ]{0,2})"
    r"(?:\s{0,3}/\s{0,3}(?P<year>(?:19|[2][0O])[0-9OIl]{2}))?"
    r"(?P<sep>\s{0,3}[/-]\s{0,3})"
    r"(?P<symbol>[A-ZĐ][^\W_]{0,24}"
    rf"(?:(?:[-/](?=[^\W_])|[&.](?=[A-ZĐ]{{2}})|\s{{1,2}}-\s{{0,2}}(?={_CAPS})|-\s{{1,2}}(?=[A-ZĐ]{{2}}|TT)"
    rf"|\s{{0,2}}/\s{{0,2}}(?={_CAPS}))[^\W_]{{1,30}}){{0,8}})"
)
"""A number with its symbol: ``12/2020/QĐ-UBND``, ``35-NQ/TU``, ``22 /KH - UBND``, ``24.6/GĐN``."""

_GLUED = re.compile(r"(?<=[A-ZĐ])(?:ngày|của|về|do)[^-/]*$")
_COUNCIL = re.compile(r"QH[0-9IlO]{1,2}$")


@dataclass(frozen=True, slots=True)
class Number:
    """A number as printed at ``start``-``end``: ``value`` normalised, ``symbol`` the letters after the serial."""

    start: int
    end: int
    value: str
    symbol: str
    year: str | None


def number_at(src: Source, pos: int) -> Number | None:
    """The number that starts at ``pos``."""
    m = NUMBER.match(src.plain, pos)
    return _number(m) if m else None


def numbers(src: Source) -> list[Number]:
    """Every number with a symbol, in order."""
    return [n for m in NUMBER.finditer(src.plain) if (n := _number(m))]


def _number(m: re.Match[str]) -> Number | None:
    serial, symbol, end = m["serial"], m["symbol"], m.end()
    if not any(c in "0123456789" for c in serial):
        return None
    if cut := _GLUED.search(symbol):
        end -= len(symbol) - cut.start()
        symbol = symbol[: cut.start()]
    if not m["year"] and "-" in m["sep"] and "/" not in symbol and "-" in symbol:
        return None  # "5 - HĐND" after a list number; party numbers have a stroke
    symbol = re.sub(r"\s", "", symbol)
    symbol = _COUNCIL.sub(lambda q: q[0][:2] + q[0][2:].translate(_DIGITS), symbol)
    year = m["year"].translate(_DIGITS) if m["year"] else None
    head = serial.translate(_DIGITS) + m["suffix"] + (f"/{year}" if year else "")
    return Number(m.start(), end, head + m["sep"].strip() + symbol, symbol, year)


# --- dates -----------------------------------------------------------------------------------------------------------

_D = r"[0-9oil]"
_Y = rf"((?:19|2[0o]){_D}{{2}})(?![\d])"
_DAY_NUMBERS = re.compile(
    rf"[\s,(]{{0,4}}(?:(?P<same>cung)\s{{1,2}})?(?:(?:ky|ban hanh|de)\s{{1,2}})?ngay\s{{0,3}}"
    rf"({_D}{{1,2}})\s{{0,2}}[/.-]\s{{0,2}}({_D}{{1,2}})\s{{0,2}}[/.-]\s{{0,2}}{_Y}"
)
_DAY_WORDS = re.compile(
    rf"[\s,(]{{0,4}}(?:(?P<same>cung)\s{{1,2}})?(?:(?:ky|ban hanh|de)\s{{1,2}})?ngay[\s.]{{0,12}}"
    rf"({_D}{{1,2}})?[\s.]{{0,12}}thang[\s.]{{0,12}}({_D}{{1,2}})?[\s.]{{0,12}},?\s?nam\s{{0,3}}{_Y}"
)
_DAY_BARE = re.compile(rf"[\s,(]{{1,3}}([0-9]{{1,2}})[/-]([0-9]{{1,2}})[/-]{_Y}")
_MONTH = re.compile(rf"[\s,(]{{1,3}}thang\s{{1,2}}([0-9]{{1,2}})(?:\s{{1,2}}nam\s{{1,2}}|\s?[/-]\s?){_Y}")
_YEAR = re.compile(rf"[\s,(]{{1,3}}nam\s{{1,2}}{_Y}(?!\s?-)")


@dataclass(frozen=True, slots=True)
class Date:
    """A date behind a number; ``value`` ISO, as much as is printed; ``same`` for "cùng ngày"."""

    end: int
    value: str | None
    same: bool


def date_at(src: Source, pos: int) -> Date | None:
    """The date printed at ``pos`` (after blanks, a comma or a bracket)."""
    text = src.bare
    for pattern in (_DAY_NUMBERS, _DAY_WORDS):
        if m := pattern.match(text, pos):
            return Date(_bracket(src, pos, m.end()), _iso(m[4], m[3], m[2]), m["same"] is not None)
    if m := _DAY_BARE.match(text, pos):
        return Date(_bracket(src, pos, m.end()), _iso(m[3], m[2], m[1]), False)
    if m := _MONTH.match(text, pos):
        return Date(_bracket(src, pos, m.end()), _iso(m[2], m[1], None), False)
    if m := _YEAR.match(text, pos):
        return Date(_bracket(src, pos, m.end()), _iso(m[1], None, None), False)
    return None


def _bracket(src: Source, pos: int, end: int) -> int:
    """``end``, behind the ")" that closes a bracket opened at ``pos``."""
    opened = "(" in src.text[pos : pos + 4]
    return end + 1 if opened and src.text[end : end + 1] == ")" else end


def _iso(year: str, month: str | None, day: str | None) -> str | None:
    numbers = [int(p.translate(_DIGITS)) if p else None for p in (year, month, day)]
    y, m, d = numbers[0] or 0, numbers[1], numbers[2]
    if m is None:
        return f"{y:04}"
    try:
        datetime.date(y, m, 1 if d is None else d)
    except ValueError:
        return None
    return f"{y:04}-{m:02}" if d is None else f"{y:04}-{m:02}-{d:02}"


# --- issuers ---------------------------------------------------------------------------------------------------------

_OF = re.compile(r"[\s,]{1,3}(?:của|cúa|cùa|do)\s{1,3}")
_TOKEN = re.compile(r"[^\W_]+(?:[&./-][^\W_]+)*")
_STOP = frozenset(
    "về việc được đã đang sẽ làm để theo trong tại cho với khóa khoá nhiệm có là gồm như nêu này nhằm trên kèm ngày số "
    "năm từ đến do không phải cần yêu đề giao v/v trước sau giữa vào khi nếu mà thì bằng qua tới thay hết vừa tiếp "
    "gắn cùng nay trình gửi giai các những một cũng nhưng còn bị hay".split()
)
_STOP_PAIRS = frozenset(
    ["quy định", "quy chế", "ban hành", "phê duyệt", "hướng dẫn", "triển khai", "thực hiện", "sửa đổi", "bổ sung",
     "thông báo", "kết luận", "công bố", "kiện toàn", "thành lập", "tăng cường", "đẩy mạnh", "chấp thuận", "điều chỉnh",
     "giải quyết", "xử lý", "hợp nhất", "tuyên truyền", "phân công", "phân bổ", "cụ thể", "chủ trì", "bãi bỏ", "bảo đảm", "đảm bảo",
     "đồng thời", "nâng cao", "phát động", "chấn chỉnh", "áp dụng", "sắp xếp", "hỗ trợ", "quyết định"]
)  # fmt: skip
_STOP_UNLESS = {"tổ chức": "ban", "chỉ đạo": "ban", "kiểm tra": "ban", "quản lý": "cục"}
_LOWER = frozenset(
    "nhân dân tỉnh thành phố huyện quận thị xã phường trấn đặc khu và ủy uỷ ban thường vụ trực trung ương chấp hành chính "
    "phủ quốc gia hội đồng bầu cử nhà nước giáo dục đào tạo y tế tài nguyên môi trường nông nghiệp phát triển thôn lao "
    "động thương binh văn hóa hoá thể thao du lịch khoa học công nghệ thông tin truyền kế hoạch đầu tư xây dựng giao vận "
    "tải pháp nội ngoại tổ chức cán bộ kiểm tra tuyên chỉ đạo đảng đoàn chủ tịch phó giám đốc trưởng phòng sở cục chi quản "
    "lý dự trung tâm bệnh viện mầm non tiểu cơ phổ thanh niên phụ nữ cựu chiến an quân sự huy đội biên hải thuế kho bạc "
    "bảo hiểm ngân hàng sách liên ngành hiệp minh hợp tác mặt trận tổ việt nam cấp khối cơ quan kinh thống kê tòa toà án "
    "kiểm sát thanh tra thú nuôi trồng trọt dân tộc tôn truyền hình đài báo chương lâm thủy sản điều độ cứu nạn bí thư đại sứ lĩnh vực".split()
)
_COMPANY = ("công ty", "htx", "hợp tác xã", "doanh nghiệp", "danh nghiệp", "tập đoàn", "tổng công ty", "nhà máy")
HEADS = frozenset(
    "bộ sở ubnd ủy uỷ hđnd hội ban phòng chi cục tổng trường trung công tỉnh huyện thành quận đảng đoàn viện bệnh chủ "
    "giám thanh văn tòa toà mttq mặt liên các thủ chính quốc đề xã phường thị đài bảo kho".split()
)
"""First words of agencies' names (folded)."""

_EXPAND = {"UBND": "Ủy ban nhân dân", "HĐND": "Hội đồng nhân dân"}


def issuer_at(src: Source, pos: int, joint: bool, types: frozenset[int]) -> tuple[str, int] | None:
    """The body named by "của …" or "do …" at ``pos``, and where its name ends.

    ``joint``: a comma may join several bodies; ``types``: where names of documents start (they end a body's name).
    """
    m = _OF.match(src.fold, pos)
    return name_at(src, m.end(), joint, types) if m else None


def name_at(src: Source, pos: int, joint: bool, types: frozenset[int]) -> tuple[str, int] | None:
    """The body whose name starts at ``pos``."""
    tokens = list(_tokens(src, pos))
    if not tokens or not _may_start(src, tokens[0]):
        return None
    company = src.fold.startswith(_COMPANY, pos)
    end = pos
    for i, (start, stop) in enumerate(tokens):
        if i and not _goes_on(src, tokens, i, joint, types, company):
            break
        if src.fold[start:stop] != "và":
            end = stop
    name = re.sub(r"\s+", " ", src.plain[pos:end]).strip(" -")
    return (" ".join(_EXPAND.get(w, w) for w in name.split(" ")), end) if name else None


def _tokens(src: Source, pos: int, most: int = 28) -> list[tuple[int, int]]:
    out: list[tuple[int, int]] = []
    for _ in range(most):
        m = _TOKEN.match(src.text, pos)
        if not m:
            break
        out.append(m.span())
        pos = m.end()
        gap = 0
        while gap < 5 and src.plain[pos : pos + 1] in (" ", ",", "-") and pos < len(src.plain):
            pos, gap = pos + 1, gap + 1
    return out


def _may_start(src: Source, token: tuple[int, int]) -> bool:
    word = src.fold[token[0] : token[1]]
    return word not in _STOP and (src.text[token[0]].isupper() or word in HEADS)


def _goes_on(src: Source, tokens: list[tuple[int, int]], i: int, joint: bool, types: frozenset[int], company: bool) -> bool:
    """Whether token ``i`` still belongs to the name that the tokens before it began."""
    start, stop = tokens[i]
    word, before = src.fold[start:stop], src.fold[tokens[i - 1][0] : tokens[i - 1][1]]
    following = src.fold[tokens[i + 1][0] : tokens[i + 1][1]] if i + 1 < len(tokens) else ""
    gap = src.plain[tokens[i - 1][1] : start]
    capital = src.text[start].isupper()
    if start in types or (word in _STOP and (not capital or src.text[start:stop].isupper())):
        return False
    pair = f"{word} {following}"
    if not capital and (pair in _STOP_PAIRS or (pair in _STOP_UNLESS and before != _STOP_UNLESS[pair])):
        return False
    if "," in gap:
        return _comma_joins(src, tokens, i, joint)
    if word == "và":
        if i + 1 >= len(tokens) or tokens[i + 1][0] in types:
            return False
        first = src.text[tokens[i + 1][0]]
        return first.isupper() or company or following in _LOWER
    # "Thủ tướng", "Chính trị": the second syllable of a capitalised word, whatever it is
    compound = src.text[tokens[i - 1][0]].isupper() and len(before) > 1 and not src.text[slice(*tokens[i - 1])].isupper()
    return capital or company or compound or word in _LOWER or word[0].isdigit()


def _comma_joins(src: Source, tokens: list[tuple[int, int]], i: int, joint: bool) -> bool:
    """A comma inside a name: "Sở Văn hóa, Thể thao và Du lịch", or between the issuers of a joint document."""
    start, stop = tokens[i]
    if not src.text[start].isupper():
        return False
    if src.fold[start:stop] in HEADS:
        return joint
    words = [src.fold[a:b] for a, b in tokens[i : i + 5]]
    return "và" in words


# --- subjects --------------------------------------------------------------------------------------------------------

_SUBJECT = re.compile(
    r"[\s,]{0,3}(?:(?:khóa|khoá|nhiệm kỳ)\s[\w -]{1,14}?[\s,]{1,2})?"
    r"(?P<title>(?:v/v|về|quy định|qui định|ban hành|phê duyệt|hướng dẫn|sửa đổi|bổ sung|triển khai|thực hiện|công bố|"
    r"kiện toàn|thành lập|thông báo|tăng cường|tiếp tục|đẩy mạnh|bãi bỏ|giao|điều chỉnh|chấp thuận)\s)"
)
_END = re.compile(r"[;:.,()]|\svà\s|\s(?:được ban hành|có hiệu lực|làm cơ sở)\s")
_COMMA_STOPS = re.compile(
    r"\s(?:cụ thể|như sau|với các nội dung|với những|trong đó|nhằm|căn cứ|đồng thời|có hiệu lực|được)(?![^\W_])"
)
_AND_STOPS = re.compile(r"(?:các|những)\s(?:quy định|qui định|văn bản|hướng dẫn|nội dung)")
_BRACKET_STOPS = re.compile(r"\(\s?(?:sau đây|gọi|viết|dưới đây|kèm|nay)")


def title_at(src: Source, pos: int, starts: list[int], limit: int = 700) -> tuple[str, int, int] | None:
    """The subject behind a reference ("về việc …", "ban hành …"): words, start, end.

    ``starts``: where other references begin; one that stands beside this ends its subject, one inside it does not.
    """
    m = _SUBJECT.match(src.fold, pos)
    if not m:
        return None
    begin = m.start("title")
    end = _title_end(src, begin, min(len(src.text), begin + limit), starts)
    title = re.sub(r"\s+", " ", src.plain[begin:end]).strip(" ,.-/")
    return (title, begin, end) if len(title) > m.end("title") - begin else None


def _title_end(src: Source, begin: int, limit: int, starts: list[int]) -> int:
    depth = 0
    for m in _END.finditer(src.fold, begin, limit):
        sign, at = m[0], m.start()
        if sign == "(":
            if _BRACKET_STOPS.match(src.fold, at):
                return at
            depth += 1
        elif sign == ")":
            depth -= 1
            if depth < 0:
                return at
        elif sign.strip() == "và":
            if _AND_STOPS.match(src.fold, m.end()) or _other_starts(src, m.end(), starts):
                return at
        elif sign == ".":
            if _ends_sentence(src.text, at):
                return at
        elif sign == ",":
            if _comma_ends(src, at, starts):
                return at
        elif depth == 0 or sign == ";":
            return at
    return limit


def _ends_sentence(text: str, at: int) -> bool:
    """A full stop at the end of the text or before a capital; not inside a number or abbreviation."""
    after = text[at + 1 : at + 4].lstrip(" /.")
    return not after or (text[at + 1] in " /." and (after[0].isupper() or not after[0].isalnum()))


def _comma_ends(src: Source, at: int, starts: list[int]) -> bool:
    if _COMMA_STOPS.match(src.fold, at + 1) or _other_starts(src, at + 1, starts):
        return True
    m = _TOKEN.search(src.text, at + 1, at + 24)
    if not m or not m[0][0].isupper() or src.fold[m.start() : m.end()] not in HEADS:
        return False
    return src.fold[m.start() : m.end()] != "các"


def _other_starts(src: Source, at: int, starts: list[int]) -> bool:
    """Whether a reference begins right behind ``at``."""
    while at < len(src.text) and src.text[at].isspace():
        at += 1
    i = bisect_left(starts, at)
    return i < len(starts) and starts[i] == at


# --- pinpoints -------------------------------------------------------------------------------------------------------

_VALUE = r"(?:[0-9]{1,3}(?:\.[0-9]{1,2}){0,3}[a-z]?|[ivxlc]{1,6}|[a-z]|thu\s(?:nhat|hai|ba|tu|nam|sau))(?![^\W_])"
_ONE = rf"(?:tiet|diem|khoan|dieu|tieu\s?muc|muc|chuong|phan|phu luc)\s{{1,3}}{_VALUE}"
_POINTS = re.compile(
    rf"(?<![^\W_]){_ONE}(?:(?:\s{{0,2}}[,;]\s{{0,2}}(?:va\s)?|\s{{1,2}}(?:va|den|hoac)\s{{1,2}})(?:{_ONE}|{_VALUE})"
    rf"|\s{{1,2}}(?:cua\s|tai\s)?{_ONE}){{0,40}}"
)
_BETWEEN = re.compile(r"[\s,]{0,3}(?:(?:cua|thuoc|tai|trong|cac|kem theo|ban hanh|theo)\s{1,2}){0,3}")
_BEHIND = re.compile(r"\s{0,2}(?:\(|tai\s)\s?(?:theo |tai |quy dinh tai ){0,2}")


class Pinpoints:
    """Every "điểm a khoản 2 Điều 5" of a text, to be asked for by the place of a reference."""

    __slots__ = ("_ends", "_spans", "_src", "_starts", "_used")

    def __init__(self, src: Source) -> None:
        self._src = src
        self._spans = [m.span() for m in _POINTS.finditer(src.bare)]
        self._starts = [a for a, _ in self._spans]
        self._ends = [b for _, b in self._spans]
        self._used: set[int] = set()

    def before(self, start: int) -> str | None:
        """The pinpoint that leads to the reference at ``start``."""
        i = bisect_right(self._ends, start) - 1
        if i < 0 or start - self._ends[i] > 40 or i in self._used:
            return None
        gap = _BETWEEN.match(self._src.bare, self._ends[i], start)
        if not gap or gap.end() != start:
            return None
        self._used.add(i)
        return self._cut(i)

    def behind(self, end: int) -> str | None:
        """The pinpoint in brackets or after "tại" behind a reference that ends at ``end``."""
        m = _BEHIND.match(self._src.bare, end)
        i = bisect_left(self._starts, m.end()) if m else -1
        if i < 0 or i >= len(self._starts) or not m or self._starts[i] != m.end() or i in self._used:
            return None
        self._used.add(i)
        return self._cut(i)

    def _cut(self, i: int) -> str:
        a, b = self._spans[i]
        return re.sub(r"\s+", " ", self._src.plain[a:b])
