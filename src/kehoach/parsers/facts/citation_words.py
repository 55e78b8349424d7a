"""The words around a reference: the body that issued a document, and its subject."""

from __future__ import annotations

from bisect import bisect_left

from kehoach.knowledge.patterns import inline, lazy
from kehoach.parsers.facts.citation_parts import Source

# --- issuers ---------------------------------------------------------------------------------------------------------

_OF = lazy(r"[\s,]{1,3}(?:của|cúa|cùa|do)\s{1,3}")
# "của Hội nghị lần thứ sáu Ban Chấp hành Trung ương": the body that met.
_MEETING = lazy(r"[\s,]{1,3}(?:của\s{1,3})?hội nghị lần thứ\s{1,3}\w{1,5}\s{1,3}(?:của\s{1,3})?(?=ban chấp hành|bch)")
_TOKEN = lazy(r"[^\W_]+(?:[&./'’-][^\W_]+)*")
_STOP = frozenset(
    "về việc được đã đang sẽ làm để theo trong tại cho với khóa khoá nhiệm có là gồm như nêu này nhằm trên kèm ngày số "
    "năm từ đến do không phải cần yêu đề giao v/v trước sau giữa vào khi nếu mà thì bằng qua tới thay hết vừa tiếp "
    "gắn cùng nay trình gửi giai các những một cũng nhưng còn bị hay".split()
)
_STOP_PAIRS = frozenset(
    ["quy định", "quy chế", "ban hành", "phê duyệt", "hướng dẫn", "triển khai", "thực hiện", "sửa đổi", "bổ sung",
     "thông báo", "kết luận", "công bố", "kiện toàn", "thành lập", "tăng cường", "đẩy mạnh", "chấp thuận", "điều chỉnh",
     "giải quyết", "xử lý", "hợp nhất", "tuyên truyền", "phân công", "phân bổ", "cụ thể", "chủ trì", "bãi bỏ",
     "bảo đảm", "đảm bảo", "đồng thời", "nâng cao", "phát động", "chấn chỉnh", "áp dụng", "sắp xếp", "hỗ trợ",
     "quyết định"]
)  # fmt: skip
_STOP_UNLESS = {"tổ chức": "ban", "chỉ đạo": "ban", "kiểm tra": "ban", "quản lý": "cục"}
_LOWER = frozenset(
    "nhân dân tỉnh thành phố huyện quận thị xã phường trấn đặc khu và ủy uỷ ban thường vụ trực trung ương chấp "
    "hành chính phủ quốc gia hội đồng bầu cử nhà nước giáo dục đào tạo y tế tài nguyên môi trường nông nghiệp "
    "phát triển thôn lao động thương binh văn hóa hoá thể thao du lịch khoa học công nghệ thông tin truyền kế "
    "hoạch đầu tư xây dựng giao vận tải pháp nội ngoại tổ chức cán bộ kiểm tra tuyên chỉ đạo đảng đoàn chủ tịch "
    "phó giám đốc trưởng phòng sở cục chi quản lý dự tâm bệnh viện mầm non tiểu cơ phổ thanh niên phụ nữ cựu "
    "chiến an quân sự huy đội biên hải thuế kho bạc bảo hiểm ngân hàng sách liên ngành hiệp minh hợp tác mặt trận "
    "việt nam cấp khối quan kinh thống kê tòa toà án sát thú nuôi trồng trọt tộc tôn hình đài báo chương lâm thủy "
    "sản điều độ cứu nạn bí thư đại sứ lĩnh vực".split()
)
_COMPANY = ("công ty", "htx", "hợp tác xã", "doanh nghiệp", "tập đoàn", "tổng công ty", "nhà máy")
HEADS = frozenset(
    "bộ sở ubnd ủy uỷ hđnd hội ban phòng chi cục tổng trường trung công tỉnh huyện thành quận đảng đoàn viện bệnh chủ "
    "giám thanh văn tòa toà mttq mặt liên các thủ chính quốc đề xã phường thị đài bảo kho".split()
)
"""First words of agencies' names (folded)."""

_WHOLE = (
    "chữ thập đỏ", "người cao tuổi", "luật gia", "nạn nhân chất độc da cam/dioxin", "nạn nhân chất độc da cam",
    "văn học nghệ thuật", "văn học - nghệ thuật", "bảo trợ người khuyết tật và trẻ mồ côi", "bảo trợ trẻ em",
    "bảo vệ quyền trẻ em", "liên hiệp các hội khoa học và kỹ thuật", "liên hiệp các hội văn học nghệ thuật",
    "liên hiệp các tổ chức hữu nghị", "doanh nghiệp trẻ", "doanh nghiệp nhỏ và vừa", "cựu thanh niên xung phong",
    "điều phối nông thôn mới", "kiểm soát bệnh tật", "cao đẳng nghề", "trung cấp nghề", "giáo dục nghề nghiệp",
    "phối hợp phổ biến, giáo dục pháp luật", "phối hợp phổ biến giáo dục pháp luật", "đấu giá tài sản",
    "giới thiệu việc làm", "dịch vụ việc làm", "phát triển quỹ đất", "khởi nghiệp đổi mới sáng tạo",
)  # fmt: skip
"""Words of bodies' names (folded) that other words would end: "Hội Chữ thập **đỏ** tỉnh"."""
_REACH = 160
"""Letters from a name's beginning within which such words stand."""

_EXPAND = {"UBND": "Ủy ban nhân dân", "HĐND": "Hội đồng nhân dân"}


def issuer_at(src: Source, pos: int, joint: bool, types: frozenset[int]) -> tuple[str, int] | None:
    """The body named by "của …" or "do …" at ``pos``, and where its name ends.

    ``joint``: a comma may join several bodies; ``types``: where names of documents start (they end a body's name).
    """
    m = _MEETING.match(src.fold, pos) or _OF.match(src.fold, pos)
    return name_at(src, m.end(), joint, types) if m else None


def name_at(src: Source, pos: int, joint: bool, types: frozenset[int]) -> tuple[str, int] | None:
    """The body whose name starts at ``pos``."""
    tokens = list(_tokens(src, pos))
    if not tokens or not _may_start(src, tokens[0]):
        return None
    company = src.fold.startswith(_COMPANY, pos)
    near = src.fold[pos : pos + _REACH]
    whole = [(at, at + len(words)) for words in _WHOLE if words in near and (at := pos + near.find(words)) > 0]
    end = pos
    for i, (start, stop) in enumerate(tokens):
        inside = any(a < start < b or (a == start and src.text[start].isupper()) for a, b in whole)
        if i and not inside and not _goes_on(src, tokens, i, joint, types, company):
            break
        word = src.fold[start:stop]
        company = company or word == "về" or _prevents(src, tokens, i)  # a board's field: any words
        if word not in ("và", "về"):
            end = stop
    name = inline(r"\s+").sub(" ", src.plain[pos:end]).strip(" -")
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
        while gap < 5 and src.plain[pos : pos + 1] in (" ", ",", "-", "&") and pos < len(src.plain):
            pos, gap = pos + 1, gap + 1
    return out


def _may_start(src: Source, token: tuple[int, int]) -> bool:
    word = src.fold[token[0] : token[1]]
    return word not in _STOP and (src.text[token[0]].isupper() or word in HEADS)


def _goes_on(
    src: Source, tokens: list[tuple[int, int]], i: int, joint: bool, types: frozenset[int], company: bool
) -> bool:
    """Whether token ``i`` still belongs to the name that the tokens before it began."""
    start, stop = tokens[i]
    if src.fold.startswith("thông qua", start):
        return False
    word, before = src.fold[start:stop], src.fold[tokens[i - 1][0] : tokens[i - 1][1]]
    following = src.fold[tokens[i + 1][0] : tokens[i + 1][1]] if i + 1 < len(tokens) else ""
    gap = src.plain[tokens[i - 1][1] : start]
    capital = src.text[start].isupper()
    if word == "v/v":
        return False
    if word == "về" and _names_a_field(src, tokens, i, types):
        return True
    if "," not in gap and ((word == "tối" and following == "cao") or (word == "cao" and before == "tối")):
        return True  # "Tòa án nhân dân tối cao"
    shouted = capital and src.text[start:stop].isupper()
    traffic = word == "giao" and following == "thông"
    if start in types or (word in _STOP and (not capital or shouted) and not traffic):
        return False
    pair = f"{word} {following}"
    if (not capital or (shouted and stop - start > 1 and src.text[tokens[0][0] : stop].isupper())) and (
        pair in _STOP_PAIRS or (pair in _STOP_UNLESS and before != _STOP_UNLESS[pair])
    ):
        return False
    if "&" in gap:
        return capital  # "Bộ Nông nghiệp & PTNT"
    if "," in gap and word == "chống" and before == "phòng" and _prevents(src, tokens, i - 1):
        return True
    if "," in gap:
        return _comma_joins(src, tokens, i, joint)
    if word == "và":
        if i + 1 >= len(tokens) or tokens[i + 1][0] in types:
            return False
        first = src.text[tokens[i + 1][0]]
        return first.isupper() or company or following in _LOWER
    # "Thủ tướng", "Chính trị": the second syllable of a capitalised word, whatever it is
    last = src.text[slice(*tokens[i - 1])]
    compound = len(last) > 1 and last[0].isupper() and not last.isupper()
    return capital or company or compound or word in _LOWER or word[0].isdigit()


_BOARDS = ("ban chỉ đạo", "ủy ban quốc gia", "hội đồng quốc gia")


def _names_a_field(src: Source, tokens: list[tuple[int, int]], i: int, types: frozenset[int]) -> bool:
    """A board's name may go on with "về": "Ban Chỉ đạo liên ngành về an toàn thực phẩm"."""
    if i + 1 >= len(tokens) or tokens[i + 1][0] in types or not src.fold.startswith(_BOARDS, tokens[0][0]):
        return False
    words = [src.fold[a:b] for a, b in tokens[i + 1 : i + 3]]
    return words[0] not in _NO_FIELD and " ".join(words) not in _NO_FIELD and " ".join(words) not in _STOP_PAIRS


def _prevents(src: Source, tokens: list[tuple[int, int]], i: int) -> bool:
    """Whether a board's name goes on with what it fights: "Ban Chỉ đạo **phòng, chống** dịch COVID-19"."""
    start, stop = tokens[i]
    if src.fold[start:stop] != "phòng" or i + 1 >= len(tokens) or not src.fold.startswith(_FIGHTING, tokens[0][0]):
        return False
    return src.fold[slice(*tokens[i + 1])] == "chống"


_FIGHTING = ("ban chỉ đạo", "ban chỉ huy", "ủy ban quốc gia", "hội đồng")
_NO_FIELD = frozenset(
    ["việc", "kế hoạch", "công tác", "triển", "tổ chức", "kiểm tra", "xây dựng", "phát triển", "một", "các", "tiếp",
     "tháng", "giám sát", "quản lý", "đổi mới"]
)  # fmt: skip


def _comma_joins(src: Source, tokens: list[tuple[int, int]], i: int, joint: bool) -> bool:
    """A comma inside a name: "Sở Văn hóa, Thể thao và Du lịch", or between the issuers of a joint document."""
    start, stop = tokens[i]
    if not src.text[start].isupper():
        return False
    if src.fold[start:stop] in HEADS:
        return joint or src.fold.startswith(("ban bí thư", "thủ tướng chính phủ"), start)
    words = [src.fold[a:b] for a, b in tokens[i : i + 5]]
    return "và" in words


# --- subjects --------------------------------------------------------------------------------------------------------

_SUBJECT = lazy(
    r"[\s,]{0,3}(?:(?:tại\s)?hội nghị\s[^;:.,()]{1,60}?\s)?(?:\(?(?:khóa|khoá|nhiệm kỳ)\s[\w -]{1,14}?\)?[\s,]{1,2})?"
    r"(?:\(?kỳ họp\s(?:thứ\s)?[\w -]{1,24}?\)?[\s,]{1,2})?"
    r"(?P<title>(?:v/v|về|quy định|qui định|ban hành|phê duyệt|hướng dẫn|sửa đổi|bổ sung|triển khai|thực hiện|công bố|"
    r"kiện toàn|thành lập|thông báo|tăng cường|tiếp tục|đẩy mạnh|bãi bỏ|giao(?!\s+thông)|điều chỉnh|chấp thuận)[\s,])"
)
# … in quotes: 'của Ban Bí thư "Về trồng cây xanh"'.
_QUOTED = lazy(r"[\s,]{0,3}[\"“](?P<title>[^\W\d_][^\"“”;]{8,300})[\"”](?=[\s,.;)]|$)")
_END = lazy(r"[;:.,()]|\svà\s|\s(?:được ban hành|có hiệu lực|làm cơ sở)\s")
_COMMA_STOPS = lazy(
    r"\s(?:cụ thể|như sau|với các nội dung|với những|trong đó|nhằm|căn cứ|đồng thời|có hiệu lực|được)(?![^\W_])"
)
_AND_STOPS = lazy(r"(?:các|những)\s(?:quy định|qui định|văn bản|hướng dẫn|nội dung)")
_BRACKET_STOPS = lazy(r"\(\s?(?:sau đây|gọi|viết|dưới đây|kèm|nay)")


def title_at(src: Source, pos: int, starts: list[int], limit: int = 700) -> tuple[str, int, int] | None:
    """The subject behind a reference ("về việc …", "ban hành …"): words, start, end.

    ``starts``: where other references begin; one that stands beside this ends its subject, one inside it does not.
    """
    if quoted := _QUOTED.match(src.text, pos):
        title = inline(r"\s+").sub(" ", src.plain[quoted.start("title") : quoted.end("title")]).strip(" ,.-/")
        return title, quoted.start("title"), quoted.end("title")
    m = _SUBJECT.match(src.fold, pos)
    if not m:
        return None
    begin = m.start("title")
    end = _title_end(src, begin, min(len(src.text), begin + limit), starts)
    title = inline(r"\s+").sub(" ", src.plain[begin:end]).strip(" ,.-/")
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
