"""The register of public bodies: what a printed name stands for, at which level, in which fields, and what became of it.

>>> resolve("Sở LĐ-TB&XH").name
'Sở Lao động - Thương binh và Xã hội'
>>> resolve("Sở Lao động Thương binh và Xã hội", year=2026).now
('Sở Nội vụ', 'Sở Y tế', 'Sở Giáo dục và Đào tạo')
>>> resolve("UBND các huyện, thị xã, thành phố").level
'district'

Legal sources: Luật Tổ chức chính quyền địa phương 77/2015/QH13 and 72/2025/QH15, the decrees named in
:mod:`kehoach.knowledge.agency_fields`, Luật Mặt trận Tổ quốc Việt Nam 75/2015/QH13, Luật Thanh tra 84/2025/QH15,
Nghị quyết 18-NQ/TW and Kết luận 121-KL/TW on the bodies of the Party.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise

from kehoach.folding import answers, bare, fold
from kehoach.knowledge.agency_bodies import BODIES, Body
from kehoach.knowledge.agency_fields import FIELDS, MERGER, NO_DISTRICTS, Field
from kehoach.knowledge.agency_lookup import Trie, Words, build, longest, longest_field
from kehoach.knowledge.agency_words import COMPOUNDS
from kehoach.knowledge.patterns import inline, lazy
from kehoach.records import NamedTuple

_HEADS = {
    "so": "Sở", "phong": "Phòng", "bo": "Bộ", "ban": "Ban", "nganh": "Ngành", "vu": "Vụ", "cuc": "Cục",
    "chi cuc": "Chi cục", "tong cuc": "Tổng cục",
}  # fmt: skip
_LEVEL_OF_HEAD = {"Sở": "province", "Bộ": "central", "Vụ": "central", "Tổng cục": "central"}


class ResolvedAgency(NamedTuple):
    """What a printed name stands for.

    ``since`` and ``until`` bound the time the body had that name (``YYYY-MM-DD``, ``until`` exclusive, None where it is
    open or unknown); ``successors`` are the bodies that took over, the main one first.  ``now`` holds the names that
    answer to it in the year asked for: its own while it is there, its successors' afterwards.
    """

    name: str
    level: str | None
    sectors: tuple[str, ...]
    since: str | None = None
    until: str | None = None
    successors: tuple[str, ...] = ()
    now: tuple[str, ...] = ()
    province: str | None = None


@cache
def _heads() -> Trie:
    return build(_HEADS.items(), bared=True)


@cache
def _bodies() -> Trie:
    return build(((spelling, body) for body in BODIES for spelling in (body.name, *body.aliases)), bared=True)


@answers
@lru_cache(maxsize=1024)
def resolve(name: str, *, year: int | None = None, province: str | None = None) -> ResolvedAgency | None:
    """The body a printed name stands for, in any of its spellings; None for a name the register does not know.

    ``province`` is only handed through: names of provincial bodies are the same everywhere.
    """
    words = Words(name)
    i = 1 if words.has(0) and words.bares[0] in {"cac", "nhung", "giao"} else 0
    head = longest(words, i, _heads(), bared=True)
    field = longest_field(words, head[0] if head else i, head[1].lower() if head else None)
    body = longest(words, i, _bodies(), bared=True)
    if head is not None and field is not None and (body is None or field[0] > body[0]):
        return _of_field(name, head[1], field[1], year, province)
    if body is not None:
        return _of_body(name, body[1], year, province)
    return None


def _of_field(name: str, head: str, field: Field, year: int | None, province: str | None) -> ResolvedAgency:
    until = field.until
    if head == "Phòng" and ("sở" in field.heads or until is not None) and field.name not in _COMMUNE_OFFICES:
        until = min(until or NO_DISTRICTS, NO_DISTRICTS)
    successors = tuple(f"{'Sở' if head == 'Ban' else head} {f}" for f in field.becomes)
    if head == "Phòng" and until == NO_DISTRICTS and not successors:
        successors = _office_after(field)
    canonical = f"{head} {field.name}"
    level = level_of(name, default=_LEVEL_OF_HEAD.get(head) or _level_of_office(head, field))
    return ResolvedAgency(canonical, level, field.sectors, field.since, until, successors,
                          _now(canonical, until, successors, year), province)  # fmt: skip


# Offices of communes since 1 July 2025 (Nghị định 150/2025/NĐ-CP); their namesakes of districts ended the day before.
_COMMUNE_OFFICES = frozenset({"Kinh tế", "Văn hóa - Xã hội", "Kinh tế, Hạ tầng và Đô thị"})


def _office_after(field: Field) -> tuple[str, ...]:
    """The office of a commune that took over the work of a district's office."""
    economy = {"tai-chinh", "ke-hoach", "cong-thuong", "nong-nghiep", "tai-nguyen", "moi-truong", "xay-dung", "kinh-te", "do-thi"}
    if "tu-phap" in field.sectors:
        return ("Văn phòng HĐND và UBND",)
    return ("Phòng Kinh tế",) if economy & set(field.sectors) else ("Phòng Văn hóa - Xã hội",)


def _level_of_office(head: str, field: Field) -> str | None:
    if head != "Phòng":
        return "province" if head == "Ban" and field.name in {"Dân tộc", "Dân tộc và Tôn giáo"} else None
    if field.name in {"Văn hóa - Xã hội"}:
        return "commune"
    return "district" if field.until in {MERGER, NO_DISTRICTS} or "sở" in field.heads else None


def _of_body(name: str, body: Body, year: int | None, province: str | None) -> ResolvedAgency:
    return ResolvedAgency(body.name, level_of(name, default=body.level), body.sectors, body.since, body.until, body.becomes,
                          _now(body.name, body.until, body.becomes, year), province)  # fmt: skip


def _now(name: str, until: str | None, successors: tuple[str, ...], year: int | None) -> tuple[str, ...]:
    """The names that answer in a year: a body that ended within the year still answers for it."""
    if year is None or until is None or not successors or int(until[:4]) >= year:
        return (name,)
    out: list[str] = []
    for successor in successors:
        heir = resolve(successor, year=year)
        out += [n for n in (heir.now if heir else (successor,)) if n not in out]
    return tuple(out)


_LEVEL_WORD = lazy(
    r"\b(?:(?P<central>trung uong|viet nam|chinh phu|quoc hoi|thuoc bo|cac bo|toan quoc)|(?P<province>tinh(?! trang)|so y|thu do|"
    r"(?:thanh pho|tp\.?) (?:ha noi|ho chi minh|hcm|hai phong|da nang|can tho|hue)\b)|(?P<district>huyen|quan(?= [a-z0-9]|,|$)(?<!co quan)"
    r"(?! (?:su|ly|tri|uy|doi|khu|doan|chung|trac))|thi xa)|(?P<commune>xa(?! hoi)|(?<!dia )phuong|thi tran|dac khu|(?<!nong )thon|ap|khu pho|khom|to dan pho))\b"
)
_ORGANISATION = lazy(r"(?:các )?(?:trường|công ty|tổng công ty|tập đoàn|nhà máy|xí nghiệp|hợp tác xã|doanh nghiệp|bệnh viện|công đoàn công ty)\b")


@answers
@lru_cache(maxsize=1024)
def level_of(name: str, *, default: str | None = None) -> str | None:
    """The level a printed name speaks of: central, province, district, commune, organisation; ``default`` where it does not.

    The last place named decides ("Ủy ban MTTQ Việt Nam xã" is a commune's); "cấp xã" and "các xã" are its level too.
    """
    text = bare(name).replace("truc thuoc trung uong", "")
    if "(" in text:
        text = text[: text.index("(")]
    if _ORGANISATION.match(fold(name)):
        return "organisation"
    found = None
    for m in _LEVEL_WORD.finditer(text):
        found = m.lastgroup
        if m.lastgroup == "province" and "," in text[m.end() : m.end() + 2]:
            break
    if found is None and inline(r"(?:^|\bcac )(?:thanh uy|tinh uy|tinh doan|thanh doan)").search(text):
        return "province"
    if found is None and inline(r"(?:huyen|quan|thi) (?:uy|doan)\b").search(text):
        return "district"
    return found or default


def _official_names() -> Iterator[str]:
    yield from (body.name for body in BODIES)
    yield from (field.name for field in FIELDS)


@cache
def seams() -> frozenset[tuple[str, str]]:
    """Pairs of words, bared, of which both are printed with a capital in names: "Liên hiệp" / "Phụ nữ"."""
    words = (pair for name in _official_names() for pair in pairwise(name.split()))
    return frozenset((bare(a), bare(b)) for a, b in words if b[:1].isupper() and a.isalpha() and b.isalpha())


@cache
def words_of_names() -> frozenset[str]:
    """Each word of the official names and each two that stand side by side, folded: "giao", "giao thông"."""
    names = [fold(name).replace(",", " ").replace("-", " ").split() for name in _official_names()]
    return frozenset(word for name in names for word in name) | {f"{a} {b}" for n in names for a, b in pairwise(n)}


@cache
def compounds() -> frozenset[tuple[str, str]]:
    """Pairs of words of which the second is printed small in names: ("chỉ", "huy") of "Bộ Chỉ huy", folded."""
    words = (pair for name in (*_official_names(), *COMPOUNDS, *_COMPOUNDS) for pair in pairwise(name.split()))
    return frozenset((fold(a), b) for a, b in words if a[:1].isupper() and a.isalpha() and b.islower() and b.isalpha())


@cache
def joints() -> frozenset[str]:
    """Words of official names behind which "và" goes on with a further field: "hóa" of "Văn hóa và Thông tin"."""
    words = (pair for name in _official_names() for pair in pairwise(name.split()))
    return frozenset(a for a, b in words if b == "và")


_COMPOUNDS = (
    "Quản lý", "Khu kinh tế", "Chỉ huy", "Chỉ đạo", "Chấp hành", "Phòng thủ", "Dân sự", "Khu công nghiệp", "Cụm công nghiệp", "Dự án",
    "Đầu tư", "Xây dựng", "Công trình", "Bảo trì", "Đường bộ", "Giống", "Cây trồng", "Vật nuôi", "Kiểm định", "Kiểm soát", "Khuyến nông",
    "Thủy lợi", "Thủy sản", "Chăn nuôi", "Thú y", "Trồng trọt", "Bảo vệ", "Thực vật", "Kiểm lâm", "Giáo dục", "Thường xuyên", "Nghề nghiệp",
    "Đào tạo", "Bồi dưỡng", "Cao đẳng", "Trung cấp", "Tiểu học", "Trung học", "Cơ sở", "Mầm non", "Mẫu giáo", "Chuyên khoa", "Phục hồi",
    "Chức năng", "Điều dưỡng", "Phụ sản", "Việc làm", "Công tác", "Trợ giúp", "Pháp lý", "Văn hóa", "Thể thao", "Thư viện", "Bảo tàng",
    "Chuyển đổi", "Tiêu chuẩn", "Đo lường", "Chất lượng", "Tài nguyên", "Quan trắc", "Phát triển", "Quỹ đất", "Đất đai", "Hạ tầng",
    "Đô thị", "Nông thôn", "Giao thông", "Vận tải", "Đăng kiểm", "Hợp tác xã", "Doanh nghiệp", "Xúc tiến", "Khuyến công", "Thực phẩm",
    "Phòng cháy", "Cứu nạn", "Cứu hộ", "Tìm kiếm", "Hải quan", "Thi hành", "Kiểm sát", "Tuyên giáo", "Tổ chức", "Dân tộc", "Phụ nữ",
    "Cựu chiến binh", "Chữ thập đỏ", "Người cao tuổi", "Trẻ em", "Khuyến học", "Luật gia", "Luật sư", "Làm vườn", "Sinh vật cảnh",
    "Thành phố", "Thị xã", "Tư lệnh", "Quân khu", "Quân đoàn", "Hệ thống", "Điều độ", "Đại biểu", "Tối cao", "Chi nhánh", "Bầu cử", "Trị sự", "Giáo hội", "Phật giáo",
    "Sư phạm", "Kỹ thuật", "Cấp nước", "Viễn thông", "Xổ số", "Kiến thiết", "Môi trường", "Thủy điện", "Truyền tải", "Du lịch", "Nghệ thuật",
)  # fmt: skip
"""Words of two syllables and more that names of bodies are made of, as running text prints them inside a name."""
