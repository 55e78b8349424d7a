"""Laws by the names they are called by; their rows are in :mod:`kehoach.knowledge.laws_data`.

A law's name has no grammatical end ("Luật Quản lý, sử dụng vũ khí, vật liệu nổ và công cụ hỗ trợ và …"), so names are
known, not guessed.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from kehoach.folding import answers, bare
from kehoach.knowledge.patterns import lazy
from kehoach.records import NamedTuple


class Law(NamedTuple):
    """A law by name: ``name`` with its kind ("Luật Trẻ em"), ``versions`` as (number, ISO date), other names."""

    name: str
    kind: str
    versions: tuple[tuple[str, str], ...]
    aliases: tuple[str, ...]

    @property
    def years(self) -> tuple[str, ...]:
        """The years its versions were passed in."""
        return tuple(date[:4] for _, date in self.versions)


AMENDED_TOGETHER = (
    ("97/2025/QH15", "Mặt trận Tổ quốc Việt Nam; Công đoàn; Thanh niên; Thực hiện dân chủ ở cơ sở"),
    ("47/2019/QH14", "Tổ chức Chính phủ; Tổ chức chính quyền địa phương"),
    ("52/2019/QH14", "Cán bộ, công chức; Viên chức"),
    ("43/2024/QH15", "Đất đai; Nhà ở; Kinh doanh bất động sản; Các tổ chức tín dụng"),
    ("57/2024/QH15", "Quy hoạch; Đầu tư; Đầu tư theo phương thức đối tác công tư; Đấu thầu"),
)
"""Laws that amend several others at once: their number and the laws they amend, in printed order."""

ABBREVIATIONS = {
    "ATGT": "an toàn giao thông", "ATTP": "an toàn thực phẩm", "ATTT": "an toàn thông tin",
    "ATVSLĐ": "an toàn vệ sinh lao động", "ATVSTP": "an toàn vệ sinh thực phẩm", "BHTN": "bảo hiểm thất nghiệp",
    "BHXH": "bảo hiểm xã hội", "BHYT": "bảo hiểm y tế", "BLGĐ": "bạo lực gia đình", "BVMT": "bảo vệ môi trường",
    "BĐG": "bình đẳng giới", "CBCC": "cán bộ công chức", "CNCH": "cứu nạn cứu hộ", "CNTT": "công nghệ thông tin",
    "CQĐP": "chính quyền địa phương", "DQTV": "dân quân tự vệ", "ĐBHĐND": "đại biểu hội đồng nhân dân",
    "ĐBQH": "đại biểu quốc hội", "GTĐB": "giao thông đường bộ", "GD": "giáo dục", "GDĐH": "giáo dục đại học",
    "GDNN": "giáo dục nghề nghiệp", "GDQP": "giáo dục quốc phòng", "QPAN": "quốc phòng an ninh",
    "GDQPAN": "giáo dục quốc phòng an ninh", "HĐND": "hội đồng nhân dân", "HNGĐ": "hôn nhân gia đình",
    "HN": "hôn nhân", "GĐ": "gia đình", "HTX": "hợp tác xã", "KBCB": "khám bệnh chữa bệnh",
    "KCB": "khám bệnh chữa bệnh", "KHCN": "khoa học công nghệ", "KNTC": "khiếu nại tố cáo",
    "MTTQ": "mặt trận tổ quốc", "MTTQVN": "mặt trận tổ quốc việt nam", "NCT": "người cao tuổi",
    "NKT": "người khuyết tật", "NSNN": "ngân sách nhà nước", "NVQS": "nghĩa vụ quân sự", "PBGDPL": "phổ biến giáo dục pháp luật",
    "PC": "phòng chống", "PCBLGĐ": "phòng chống bạo lực gia đình", "PCCC": "phòng cháy chữa cháy",
    "PCMT": "phòng chống ma túy", "PCTN": "phòng chống tham nhũng", "PCTT": "phòng chống thiên tai",
    "QH": "quốc hội", "QP": "quốc phòng", "AN": "an ninh", "SHTT": "sở hữu trí tuệ", "TAND": "tòa án nhân dân",
    "TGPL": "trợ giúp pháp lý", "THTK": "thực hành tiết kiệm", "CLP": "chống lãng phí", "TNMT": "tài nguyên môi trường",
    "TTATGT": "trật tự an toàn giao thông", "TCCQĐP": "tổ chức chính quyền địa phương", "UBND": "ủy ban nhân dân",
    "VSATTP": "vệ sinh an toàn thực phẩm", "VBQPPL": "văn bản quy phạm pháp luật", "QPPL": "quy phạm pháp luật", "VKSND": "viện kiểm sát nhân dân",
    "VN": "việt nam", "VPHC": "vi phạm hành chính", "XLVPHC": "xử lý vi phạm hành chính",
}  # fmt: skip
"""Abbreviations that stand for words of a law's name."""

SHORT_CODES = {
    "BLHS": "Bộ luật Hình sự", "BLTTHS": "Bộ luật Tố tụng hình sự", "BLDS": "Bộ luật Dân sự",
    "BLTTDS": "Bộ luật Tố tụng dân sự", "BLLĐ": "Bộ luật Lao động",
}  # fmt: skip
"""Codes named by initials alone."""

NOT_LAWS = frozenset(
    "sư gia pháp lệ này khác mới định tục hiện trên nói chơi tv là và của có được nêu quy đã về do hoặc cũ số".split()
)
"""Words after "Luật" that make it no law: luật sư, luật gia, luật pháp, luật lệ, Luật này …"""

NOT_BEFORE = ("phap", "ky", "quy", "dinh", "hoc", "khoa", "nganh", "hanh", "vien", "truong", "cong ty", "van phong", "cu nhan", "hoi")
"""Words (bare) right before "luật" that take it into another word or name: pháp luật, kỷ luật, Đại học Luật …"""

KINDS = ("Luật", "Bộ luật", "Pháp lệnh")

_WORD = lazy(r"[^\W_]+")
_FIRST = lazy(r"^[^\W_]+", re.M)
_INITIALS = lazy(r"[A-ZĐ]{2}|Đ\b")


@answers
@lru_cache(maxsize=512)
def words_of(name: str) -> tuple[str, ...]:
    """The words a name is compared by: bare, abbreviations spelt out, without "và"."""
    out: list[str] = []
    for m in _WORD.finditer(name):
        word = m[0]
        spelt = ABBREVIATIONS.get(word, word)
        out += [w for w in bare(spelt).split() if w != "va"]
    return tuple(out)


@cache
def laws() -> tuple[Law, ...]:
    """Every law known, in the order of the tables."""
    from kehoach.knowledge.laws_data import CODES, LAWS, ORDINANCES

    rows = []
    for kind, table in zip(KINDS, (LAWS, CODES, ORDINANCES), strict=True):
        for line in table.strip().splitlines():
            name, versions, aliases, *_ = [*map(str.strip, line.split("|")), "", ""]
            dated = [version.split() for version in versions.split(";")] if versions else ()
            others = tuple(map(str.strip, aliases.split(";"))) if aliases else ()
            rows.append(Law(f"{kind} {name}", kind, tuple([(number, date) for number, date in dated]), others))
    return tuple(rows)


class Node(dict[str, "Node"]):
    """A step of the trie of names: the next words, and the law that ends here, if one does."""

    __slots__ = ("law",)

    def __init__(self) -> None:
        super().__init__()
        self.law: Law | None = None


class _Names(Node):
    """The names of one kind of law; what is behind a first word becomes nodes when somebody goes there."""

    __slots__ = ("_waiting",)

    def __init__(self) -> None:
        super().__init__()
        self._waiting: dict[str, list[tuple[str, Law]]] = {}

    def add(self, first: str, name: str, law: Law) -> None:
        """A name of ``law`` that begins with ``first``."""
        self._waiting.setdefault(first, []).append((name, law))
        self[first] = _LATER

    def __getitem__(self, first: str) -> Node:
        if first in self._waiting:
            node = self[first] = Node()
            for name, law in self._waiting.pop(first):
                last = node
                for word in words_of(name)[1:]:
                    if word not in last:
                        last[word] = Node()
                    last = last[word]
                if last.law is None or name == law.name[len(law.kind) + 1 :]:
                    last.law = law
        return super().__getitem__(first)


_LATER = Node()
"""Stands for a node that nobody has gone to."""


@cache
def tries() -> dict[str, Node]:
    """By kind of law ("Luật", "Bộ luật", "Pháp lệnh"), the names as a trie of their :func:`words_of`."""
    roots = {kind: _Names() for kind in KINDS}
    names = [(name, law) for law in laws() for name in (law.name[len(law.kind) + 1 :], *law.aliases)]
    plain = bare("\n".join(name for name, _ in names))  # all at once: a third of the time
    for (name, law), first in zip(names, _FIRST.findall(plain), strict=True):
        roots[law.kind].add(words_of(name)[0] if _INITIALS.match(name) else first, name, law)
    return dict(roots)


def law_of(title: str) -> Law | None:
    """The law of a name with its kind, whichever of its names that is."""
    kind = next((k for k in KINDS if title.startswith(k + " ")), None)
    node = tries()[kind] if kind else None
    for word in words_of(title[len(kind or "") :]):
        node = node[word] if node is not None and word in node else None
    return node.law if node is not None else None


@cache
def numbered() -> dict[str, Law]:
    """Laws by the number of each of their versions."""
    return {number: law for law in laws() for number, _ in law.versions}


@cache
def named() -> dict[str, Law]:
    """Laws by their name with its kind."""
    return {law.name: law for law in laws()}
