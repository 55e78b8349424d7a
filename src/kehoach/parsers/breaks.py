"""Line breaks that a page's marks left inside paragraphs, and that words on both sides tell from their ends."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from kehoach.folding import bare, fold, upper
from kehoach.knowledge.agencies import seams, words_of_names
from kehoach.knowledge.agency_ends import VERBS
from kehoach.knowledge.patterns import lazy
from kehoach.knowledge.places import provinces_before
from kehoach.parsers.facts import agencies
from kehoach.parsers.lines import Line

_BASIS_VERB = lazy(
    r"\W*(?:can cu|theo|thuc hien|trien khai(?: thuc hien)?|thi hanh|tren co so|quan triet|xet)"
    r"(?: (?:bo )?(?:luat|phap lenh|nghi dinh|nghi quyet|quyet dinh|chi thi|thong tu|ket luan))?\W*$"
)
_LONGEST_VERB = 22
# What a duty begins with, and what those are called whose it is.
_DUTY_VERBS = (
    "Chủ trì", "Chỉ đạo", "Căn cứ", "Phối hợp", "Tham mưu", "Hướng dẫn", "Xây dựng", "Bố trí", "Tăng cường", "Vận động",
    "Tuyên truyền", "Đẩy mạnh", "Triển khai", "Chịu trách nhiệm", "Theo dõi", "Kiểm tra", "Rà soát", "Tiếp tục",
    "Có trách nhiệm", "Tổng hợp", "Cân đối", "Trên cơ sở",
)  # fmt: skip
_HEADS = ("Sở", "sở", "Bộ", "Ban", "ban", "Phòng", "và", "Cục", "Vụ", "Viện")
_AGENCY = lazy(
    r"\W*(?:de nghi |giao )?(?:cac )?(?:so|uy ban|ubnd|bo chi huy|cong an|ban|hoi|doan|tinh doan|bao|dai|lien doan"
    r"|mat tran|cuc|chi cuc|trung tam|van phong|thanh tra|truong|benh vien|kho bac|ngan hang|bao hiem|chu tich"
    r"|thu truong|don bien phong|hat kiem lam|dien luc|vien kiem sat|toa an)\b"
)
_OFFICE = lazy(
    r"\W*(?:de nghi |giao )?"
    r"(?:cong doan|phong (?!chong|ngua|,)\w|khoa\b|to (?!chuc|la|than)\w+ |doi (?!voi|moi|thoai)\w"
    r"|(?:pho )?(?:truong|giam doc|hieu truong)\b|(?:nhan|giao) vien\b|ke toan\b|cac (?:phong|khoa|don vi|xa|thon)\b)"
)
_FIELD = lazy(
    r"^\W*(?:(?:don vi|co quan|bo phan) (?:chu tri|phoi hop|thuc hien|phu trach)|thoi (?:gian|han)"
    r"(?: (?:hoan thanh|thuc hien))?|san pham(?: (?:dau ra|hoan thanh))?)\W*$"
)
# A sentence's first words in small letters, three at most, which no sentence is.
_BEGUN = lazy(upper(r"(?:[a-zà-ỹ]{2,}|20\d\d)\. [A-Z][a-zà-ỹ]*(?: [a-zà-ỹ]+){0,2}$"))
_LONGEST_BEGINNING = 30
_ISSUING = ("ban hành", "phê duyệt", "thực hiện", "thi hành", "triển khai")
_DOCUMENTS = (
    "Chương trình ", "Kế hoạch ", "Đề án ", "Chiến lược ", "Quy định ", "Quy chế ", "Nghị quyết ", "Quyết định ",
    "Chỉ thị ", "Nghị định ", "Luật ", "Bộ tiêu chí ", "Dự án ", "Phương án ", "Kết luận ", "Thông tư ",
)  # fmt: skip
_BOARDS = ("của BCH", "của BTV", "của Ban Chấp hành", "của Ban Thường vụ", "của UBND", "của HĐND")
_WHOSE = (
    "Huyện ", "Tỉnh ", "Thành ", "Thị ", "Quận ", "Xã ", "Phường ", "Đoàn ", "Hội ", "Đảng ", "Công đoàn ",
    "Trung ương ", "Liên đoàn ",
)  # fmt: skip
_PAIRED = lazy(
    r"(?:thương binh|tài chính|kế hoạch|truyền hình|xã hội|thông tin|thể thao|gia đình|đầu tư|hành chính"
    r"|an ninh|kỹ thuật|môi trường|khoáng sản"
    r"|du lịch|tin học|tự do|hạnh phúc|tổng hợp|quản trị|công nghệ|dịch vụ|phát thanh|văn hóa|nhi|sinh|hóa"
    r"|tiền lương|bảo hiểm|vật tư|đào tạo)\b"
)
CAPITALISED = lazy(upper(r"[A-Z][^\W\d_A-Z]*(?![^\W\d_])"))
_LONGEST_FIELD = 60
OPEN_WORDS = frozenset(
    "và của với cho các những tại theo số ngày tháng năm về là từ đến trong trên hoặc để do bởi được bị thuộc nhằm"
    " như khi khoản điều điểm mục quý tỉnh huyện xã phường quận một mỗi sau trước không hàng hằng ban bộ sở ủy"
    " uỷ".split()
)
"""Words (folded) in which no line is finished, whatever its width."""
_PLACES = frozenset("tỉnh huyện xã phường quận".split())
CLINGING = frozenset("của và về tại từ trong bởi được bị hoặc".split())
"""Words (folded) in which neither a sentence nor the head of a list ends: a dash behind them is a stain."""
# In front of a number at the next line's start these show that the break is none.
_COUNTING = frozenset("số ngày tháng năm quý khoản điều điểm".split())
_NUMBERS_LIST = lazy(r"\d{1,2}(?:\.\d{1,2})*[.)]\s")
_RESTS = lazy(r"\W*(?:can cu|xet)\b")


def is_stroke(line: Line) -> bool:
    """Whether what reads as a line's bullet is made of several strokes, as stains are: "-_", "„__", "_"."""
    sign = line.text[: line.label.end].rstrip() if line.label is not None else ""
    strokes = sum(map(sign.count, "-–—_~"))
    return strokes >= (1 if "_" in sign else 2) and not sign.strip("-–—_~„“'.,:;")


def leaves_open(line: Line, text: str) -> bool:
    """Whether a line, whose words are ``text``, only begins what the next one says."""
    return _verb_alone(line) or _field_alone(line, text)


def wants_more(above: str, below: str) -> bool:
    """Whether the words of a line want those of the next, though it might have ended a paragraph."""
    return _begun(above) or _lacks_document(above, below) or _lacks_whose(above, below)


def _verb_alone(line: Line) -> bool:
    """Whether a line is the verb of a basis and nothing else: "Thực hiện" / "Chương trình hành động số 5-CTr/TU"."""
    text = line.bare
    return line.label is None and len(text) < _LONGEST_VERB and _BASIS_VERB.match(text) is not None


def _field_alone(line: Line, text: str) -> bool:
    """Whether a line names who or when and does not say it: "- Thời gian hoàn thành:" / "Quý III năm 2031"."""
    return text.endswith(":") and len(text) < _LONGEST_FIELD and _FIELD.search(line.bare) is not None


def duty_opens(opening: Line, above: str, below: str) -> bool:
    """Whether a duty begins below a numbered line that names its agencies: "4. Công an tỉnh" / "Chỉ đạo các đội …"."""
    if not below.startswith(_DUTY_VERBS) or opening.label is None or opening.label.is_bullet:
        return False
    if above.rpartition(" ")[2] in _HEADS:
        return False  # "…, Sở" / "Xây dựng"
    return ":" not in opening.text and ":" not in above and names_agency(opening.bare[opening.label.end :])


def body_acts(opening: Line, prev: Line, below: str) -> bool:
    """Whether a line that is all names of bodies ends, and what they do begins: "4. Công an xã" / "Cử 02 cán bộ …"."""
    if prev is not opening or len(prev.said) > _LONGEST_HEAD or not begins_action(below):
        return False
    named = prev.text[prev.label.end :].strip() if prev.label is not None else prev.said.strip()
    head = _GIVEN.match(fold(named))
    named = named[head.end() :] if head is not None else named
    found = agencies.split(named)
    return bool(found) and found[0].start == 0 and found[-1].end >= len(named.rstrip(" .;:"))


def begins_action(below: str) -> bool:
    """Whether a line begins with a capital and a verb that no body's name has in it: "Cử 02 cán bộ …"."""
    words = fold(below[:_LONGEST_ACTION]).split() if below[:1].isupper() else []
    pair = " ".join(words[:2])
    return bool(words) and (words[0] in _verbs_of_one_word() or (pair in _verbs() and pair not in words_of_names()))


@cache
def _verbs() -> frozenset[str]:
    return frozenset(VERBS)


@cache
def _verbs_of_one_word() -> frozenset[str]:
    """Those that no name of a body has a word of, and "là"."""
    return frozenset(verb for verb in VERBS if " " not in verb and verb not in words_of_names()) | {"là"}


_GIVEN = lazy(r"(?:đề nghị|giao|yêu cầu) ")
_LONGEST_HEAD, _LONGEST_ACTION = 80, 24
"""Letters of a line of names at most, and of what is read of the line below it."""
_OFFICES_OF_PLANS = ("- kế hoạch", "– kế hoạch", "và kế hoạch", "phòng kế hoạch")
"""Ends of the names of offices that plan, which no plan's own name goes on from: "Phòng Tài chính - Kế hoạch"."""


def heads_place(opening: Line, above: str, below: str) -> bool:
    """Whether a numbered line names agencies up to whose place or plans it is, and no place's name follows.

    "8. Đề nghị Công an tỉnh" / "Cử 02 cán bộ …", "2. Phòng Tài chính - Kế hoạch" / "Thẩm định dự toán …", not
    "… Công an tỉnh" / "Hà Nam".
    """
    if opening.label is None or opening.label.is_bullet:
        return False
    if fold(above.rpartition(" ")[2]) not in _PLACES and not fold(above[-24:]).endswith(_OFFICES_OF_PLANS):
        return False
    words = below.split(maxsplit=2)[:2]
    if len(words) < 2 or not words[0][0].isupper() or words[1][0].isupper() or words[0][-1:] in ",;":
        return False
    return ":" not in above and names_agency(opening.bare[opening.label.end :])


def names_agency(bare_text: str) -> bool:
    """Whether words begin with what bodies and their heads are called: "so y te", "giao cong an huyen"."""
    return _AGENCY.match(bare_text) is not None or _OFFICE.match(bare_text) is not None


def _begun(text: str) -> bool:
    """Whether a sentence has only begun behind the last full stop: "… trên thế giới. Dịch bệnh" / "MERS-CoV …"."""
    return ". " in text[-_LONGEST_BEGINNING:] and _BEGUN.search(text) is not None


def _lacks_document(above: str, below: str) -> bool:
    """Whether a line ends in a verb and the next one names the document it wants: "… ban hành" / "Chương trình …"."""
    return above.endswith(_ISSUING) and below.startswith(_DOCUMENTS)


def _lacks_whose(above: str, below: str) -> bool:
    """Whether a line ends in a board and the next one names whose it is: "… của BCH" / "Huyện Đoàn Bát Xát"."""
    return above.endswith(_BOARDS) and below.startswith(_WHOSE)


def second_half(rest: str) -> bool:
    """Whether what stands behind a dash goes on a sentence, a range of years or a double name: "… - Kế hoạch"."""
    return rest[:1].islower() or rest[:4].isdigit() or _PAIRED.match(fold(rest[:20])) is not None


def halves_of_place(above: str, below: str) -> bool:
    """Whether a line break stands inside a province's name, which no heading ends in half of ("Báo Đồng" / "Nai")."""
    first = CAPITALISED.match(below)
    pair = f"{above.rpartition(' ')[2]} {first[0]}" if first is not None else ""
    return pair in provinces_before()


def opens_small(below: str, opening: Line, done: bool) -> bool:
    """Whether a line opens as no paragraph does: "và …", ") …", "(3 thôn)" below "Căn cứ quy mô của xã"."""
    first = below[:1]
    return first.islower() or first in "),;%" or (first == "(" and not done and _RESTS.match(opening.bare) is not None)


def cut(above: str, below: str) -> bool:
    """Whether a line break stands inside a number, a date or a name: "số" / "12/KH-UBND", "Liên hiệp" / "Phụ nữ"."""
    last = above[-12:].rpartition(" ")[2]
    if below[0].isdigit():
        return fold(last) in _COUNTING and not _NUMBERS_LIST.match(below)
    first = CAPITALISED.match(below) if above[-1:].isalpha() and below[0].isupper() else None
    return first is not None and (bare(fold(last)), bare(first[0])) in _halves_of_names()


@cache
def _halves_of_names() -> frozenset[tuple[str, str]]:
    """Neighbouring bare words of names, both printed with a capital: "Liên hiệp" and "Phụ nữ", "Bắc" and "Kạn"."""
    places = (name.split() for name in provinces_before())
    return seams() | {(bare(a), bare(b)) for a, b in (pair for words in places for pair in pairwise(words))}


def links(text: str) -> bool:
    """Whether a line starts with a word that no paragraph starts with."""
    return fold(text.partition(" ")[0]) in ("và", "hoặc", "của", "với")


def hangs(prev: Line, line: Line, opening: Line) -> bool:
    """Whether a line is set below the words of a bullet, further in than the bullet itself."""
    if opening.label is None or not opening.label.is_bullet or prev.said[-1:] == ",":
        return False
    words = opening.indent + opening.label.end
    return abs(line.indent - words) <= 1 and (prev is opening or abs(prev.indent - words) <= 1)
