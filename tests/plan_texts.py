"""Hypothesis strategies for texts: any text, text made of what plans are made of, and whole plans as trees."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass, field

from hypothesis import strategies as st

WORDS = (
    "rà soát trồng cây kiểm tra hướng dẫn nhân dân thôn bản đường làng nguồn nước mùa mưa vườn ươm giống mới sạch đẹp "
    "bền vững an toàn phong trào học tập gia đình thanh niên phụ nữ cựu chiến binh sản xuất chăn nuôi lúa ngô khoai sắn"
).split()

FRAGMENTS = (
    "KẾ HOẠCH", "Số: 12/KH-UBND", "Số:      /KH-UBND", "ỦY BAN NHÂN DÂN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc", "Hòa Tâm, ngày 03 tháng 02 năm 2031", "Căn cứ Luật Lâm nghiệp ngày 15/11/2017;",
    "I. MỤC ĐÍCH, YÊU CẦU", "II. NHIỆM VỤ", "H. MỤC TIÊU", "III. TỔ CHỨC THỰC HIỆN", "IV. KINH PHÍ: Đính kèm",
    "1. Mục đích", "2. Yêu cầu:", "1. ", "1.1. ", "1.2.1 ", "a) ", "a. ", "đ) ", "i) ", "- ", "– ", "+ ", "* ", "• ",
    "Phần I", "Phần thứ nhất", "A. ", "Mục tiêu 1: ", "Chỉ tiêu 3: ", "Bước 2: ", "Đợt 1: ", "1/ ", "1) ", "(1) ",
    "Sở Y tế: ", "2. Sở Tài chính: Bố trí kinh phí.", "Đồng chí Lê Văn A, Phó Chủ tịch: ",
    "Các sở, ban, ngành và UBND các huyện", "Đề nghị Ủy ban MTTQ tỉnh", "chủ trì, phối hợp với Công an xã",
    "Đơn vị chủ trì: Văn phòng", "Thời gian hoàn thành: trước ngày 15/6/2031", "cụ thể như sau:", "gồm:",
    "5.000.000.000đ (Năm tỷ đồng)", "dưới 5,05‰ vào năm 2035", "từ 65% lên 80%", "21/25 xã", "hằng quý",
    "Quyết định số 12/QĐ-TTg ngày 3/4/2030 của Thủ tướng Chính phủ", "Nghị quyết 121/2020/QH14",
    "điểm a khoản 2 Điều 5", "Trên đây là Kế hoạch trồng cây./.", "Nơi nhận:", "- Như trên;", "- Lưu: VT.",
    "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Lê Thị Hoa", "PHỤ LỤC I",
    "(Kèm theo Kế hoạch số 12/KH-UBND)", "| TT | Nội dung | Chủ trì | Thời gian |", "|---|---|---|---|",
    "| 1 | Trồng cây | Thôn 1 | Quý I |", "| I | Nhóm |", "Biểu số 01", "Số hiệu: | 12/KH-UBND |", "CÔNG VĂN ĐẾN",
    "Trang 2/5", "- 3 -", "**", "## ", "> ", "$\\geq 94,5\\%$", "&nbsp;", "\\*", "........", "_______", "\n", "\n",
    "\n", "\n\n", "\r\n", "\r", "\f", "\t", "    ", "\u00a0", "\u200b", "\ufeff", "\u2028", "\x85", "\x0b", "\x00",
    "\u0301", "\u0323\u0302", "Ｉ．", "①", "½", "²", "٣", "१", "Ⅳ", "İ", "ß", "ǆ", "ﬁ", "\U0001d7d9",
    "\U0001f1fb\U0001f1f3", "\u202e", "|", "(((", "1" * 40, "Luật ", "ngày ", "%", "đồng",
)  # fmt: skip

_LETTER = st.characters(codec="utf-8")
ANY_TEXT = st.text(_LETTER, max_size=400)
"""Any text at all, but for surrogates, which no file holds."""

_ANY_LETTERS = st.text(_LETTER, max_size=6)
PLAN_LIKE = st.lists(
    st.one_of(st.sampled_from(FRAGMENTS), st.sampled_from(WORDS).map(lambda word: word + " "), _ANY_LETTERS),
    max_size=60,
).map("".join)
"""Text made of pieces of plans, in any order."""


@dataclass(slots=True)
class Tree:
    """One item to be printed."""

    text: str
    items: list[Tree] = field(default_factory=list)

    def as_lists(self) -> list[object]:
        """The same as nested lists, to be compared."""
        return [self.text, [child.as_lists() for child in self.items]]


# Styles of labels from the outermost level in; each goes with those that may stand below it.
_STYLES = (
    ("{n}.", "{a})", "-"), ("{n}.", "{n}.{m}.", "-"), ("{n}.", "-", "+"), ("{n}/", "{a})", "-"), ("{n}.", "{a}.", "-"),
    ("{n}.", "{n}.{m}", "{a})"), ("{n})", "-", "+"), ("-", "+", "*"),
)  # fmt: skip
_LETTERS = "abcdđeghik"


@dataclass(frozen=True, slots=True)
class Printing:
    """How a tree is printed: ``styles`` of labels, ``slip`` ("lost", "twice") in numbers, ``width`` to wrap at or 0."""

    styles: tuple[str, ...]
    slip: str
    width: int
    blank: bool


@st.composite
def trees(draw: st.DrawFn) -> list[Tree]:
    """Two to five items, some with items of their own, three levels at most; no text occurs twice."""
    serial = iter(range(1, 10_000))

    def text(*, opens: bool) -> str:
        words = draw(st.lists(st.sampled_from(WORDS), min_size=3 if opens else 5, max_size=6 if opens else 30))
        # a name of its own for each text, in letters: a number would be a fact to read
        name = "".join("bcdghklmnp"[int(d)] + "a" for d in str(next(serial)))
        return f"{words[0].capitalize()} {' '.join([*words[1:], name])}" + ("" if opens else ".")

    def level(depth: int) -> list[Tree]:
        count = draw(st.integers(2, 4))
        out = []
        for _ in range(count):
            inner = level(depth + 1) if depth < 2 and draw(st.booleans()) else []
            out.append(Tree(text(opens=bool(inner)) + (":" if inner and depth else ""), inner))
        return out

    return level(0)


PRINTINGS = st.builds(
    Printing,
    styles=st.sampled_from(_STYLES),
    slip=st.sampled_from(("", "", "lost", "twice")),
    width=st.sampled_from((0, 0, 72, 90)),
    blank=st.booleans(),
)


def print_tree(items: list[Tree], how: Printing) -> list[str]:
    """The lines of a tree as ``how`` says."""
    return list(_lines(items, how, 0, ""))


def _lines(items: list[Tree], how: Printing, depth: int, above: str) -> Iterator[str]:
    style = how.styles[depth] if items else ""
    for i, item in enumerate(items):
        # past the first two, so that the row is begun: 1, 2, 4 or 1, 2, 2
        n = i + 1 + ((how.slip == "lost") - (how.slip == "twice") if i >= 2 and depth == 0 else 0)
        label = style.format(n=above or n, m=n, a=_LETTERS[i]) if "{m}" in style else style.format(n=n, a=_LETTERS[i])
        line = f"{label} {item.text}"
        yield from textwrap.wrap(line, how.width, break_on_hyphens=False) if how.width else [line]
        if how.blank:
            yield ""
        yield from _lines(item.items, how, depth + 1, str(n))


def whole_plan(items: list[Tree], how: Printing) -> str:
    """A plan with these tasks."""
    return "\n".join([
        "ỦY BAN NHÂN DÂN          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "XÃ HÒA TÂM               Độc lập - Tự do - Hạnh phúc",
        "Số: 12/KH-UBND           Hòa Tâm, ngày 03 tháng 02 năm 2031",
        "", "KẾ HOẠCH", "Trồng cây xanh năm 2031", "",
        "Căn cứ Luật Lâm nghiệp ngày 15 tháng 11 năm 2017;",
        "Ủy ban nhân dân xã ban hành Kế hoạch như sau:", "",
        "I. MỤC ĐÍCH", "Phủ xanh các đồi trọc phía tây của xã.", "",
        "II. NHIỆM VỤ", *print_tree(items, how), "",
        "III. TỔ CHỨC THỰC HIỆN", "1. Văn phòng xã: Theo dõi việc thực hiện.", "2. Công an xã: Giữ trật tự.", "",
        "Trên đây là Kế hoạch trồng cây xanh năm 2031./.", "",
        "Nơi nhận:", "- Các thôn;", "- Lưu: VT.", "", "CHỦ TỊCH", "", "Lê Thị Hoa", "",
    ])  # fmt: skip
