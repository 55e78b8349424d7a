"""The places of the outline, and what their words say of what may stand below them: lead-ins, titles, sentences."""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.folding import bare
from kehoach.knowledge.patterns import lazy
from kehoach.parsers.labels import Label
from kehoach.parsers.layout import finished
from kehoach.parsers.paragraphs import Para
from kehoach.parsers.tables import Row, Table
from kehoach.parsers.words import Words

PROSE_RANK = 9.0
"""The rank of running text, below every style of numbering."""
_AIMS = lazy(r"(?:cac )?(?:muc tieu|chi tieu) (?:chung|cu the|tong quat|chu yeu)\W*$")
_HALF = lazy(r"\W*(?:muc dich(?:\W+(?:va )?y nghia)?|y nghia|yeu cau)\W*$")
# "Đơn vị chủ trì: …", "Thời gian hoàn thành: …": lines that say who and when of the item above them.
FIELD = lazy(
    r"\W*(?:(?:cac )?(?:don vi|co quan|bo phan|nguoi|lanh dao)(?:,? (?:don vi|ca nhan|bo phan))? (?:duoc giao )?"
    r"(?:chu tri|phoi hop|thuc hien|phu trach|tham muu|chi dao|soan thao|chiu trach nhiem)"
    r"|(?:du kien )?(?:thoi (?:gian|han|diem)|tien do)(?:,? tien do)? (?:hoan thanh|thuc hien|trien khai|du kien)"
    r"|du kien thoi gian|trach nhiem thuc hien|chu tri|phoi hop|san pham|ket qua"
    r"|phan cong)[^:]{0,30}:"
)
_LEAD_ENDS = ("nhu sau", "sau day", "cu the", "cac noi dung sau", "bao gom", "gom co", "gom", "nhiem vu sau")
_LEADS = lazy(rf"\b(?:{'|'.join(_LEAD_ENDS)})\s*[:;.,]?$")
# … but not the end of a sentence: "phân công nhiệm vụ cụ thể."
_SAID = lazy(r"(?<!,) cu the[.;]$")

_LONGEST_HEAD = 160
"""Letters below which a bullet may be a title."""


class Node:
    """A place in the outline: a section, an item, a table or a table's row."""

    __slots__ = (
        "children", "end", "heading", "implied", "label", "para", "part", "rank", "row", "start", "table",
        "titled", "words",
    )  # fmt: skip

    def __init__(
        self, words: Words, label: Label | None, start: int, end: int, para: Para | None = None,
        table: Table | None = None, row: Row | None = None, children: list[Node] | None = None,
        heading: bool = False, implied: bool = False, rank: float = PROSE_RANK, part: str | None = None,
    ) -> None:  # fmt: skip
        self.words = words
        self.label = label
        self.start = start
        self.end = end
        self.para = para
        self.table = table
        self.row = row
        self.children = [] if children is None else children
        self.heading = heading  # opens a section
        self.implied = implied  # a section whose heading is lost
        self.rank = rank
        self.part = part  # what an implied section is, where its words have told
        self.titled = False  # a title without a label over running text

    @classmethod
    def of(cls, para: Para) -> Node:
        """A paragraph as a node."""
        return cls(para.words, para.label, para.start, para.end, para)

    @property
    def text(self) -> str:
        """Its words without label and marks."""
        return self.words.text

    @property
    def bare(self) -> str:
        """Its words without case and diacritics."""
        return self.para.bare if self.para is not None else bare(self.words.text)

    @property
    def numbered(self) -> bool:
        """Whether a label that is no bullet stands before it."""
        return self.label is not None and not self.label.is_bullet

    def walk(self) -> Iterator[Node]:
        """Itself and all below it, in printed order."""
        yield self
        for child in self.children:
            yield from child.walk()


def leads(text: str, bare_text: str) -> bool:
    """Whether a text opens a list: it ends in a colon or in words such as "như sau"."""
    if text.endswith(":"):
        return True
    if len(text) >= 400:
        return False
    ends = bare_text.rstrip(" :;.,").endswith(_LEAD_ENDS)
    return ends and bool(_LEADS.search(bare_text)) and not _SAID.search(bare_text)


def names_aims(node: Node | Para) -> bool:
    """Whether an unnumbered line is a title over a part of the aims: "Mục tiêu chung", "Mục tiêu cụ thể"."""
    return node.label is None and _AIMS.match(node.bare) is not None


def names_half(bare_text: str) -> bool:
    """Whether words name a half of the aims and say no more: "Mục đích", "Yêu cầu."."""
    return _HALF.match(bare_text) is not None


def style(node: Node) -> str:
    """The style of its label, nothing where it has none."""
    return node.label.style if node.label is not None else ""


def is_stub(node: Node) -> bool:
    """Whether a labelled node has hardly any words: OCR lost them."""
    return node.label is not None and len(node.text) < 4


def waits(node: Node) -> bool:
    """Whether a node of a section asks for what follows: a lead-in, or a numbered title with nothing below it yet."""
    if leads(node.text, node.bare):
        return True
    return node.numbered and not node.children and not finished(node.text) and len(node.text) < 300


def titles_list(node: Node) -> bool:
    """Whether an unlabelled paragraph is a title over the numbered list behind it."""
    return (
        node.label is None
        and not node.heading
        and not node.implied
        and not node.children
        and node.rank < PROSE_RANK
        and not finished(node.text)
        and node.text[:1].isupper()
    )


def heads_list(node: Node) -> bool:
    """Whether a bullet is a title over what is behind it: "* Vụ An toàn giao thông"."""
    return (
        node.label is not None
        and node.label.is_bullet
        and not node.children
        and not finished(node.text)
        and node.text[:1].isupper()
        and len(node.text) < _LONGEST_HEAD
    )


def says_all(node: Node) -> bool:
    """Whether a numbered node says all it has to say."""
    return node.numbered and not node.children and finished(node.text) and not leads(node.text, node.bare)


def can_hold(node: Node) -> bool:
    """Whether a node can have running text below it: it is a title or a lead-in, not a full sentence of its own."""
    return node.titled or (
        node.numbered
        and (
            not finished(node.text)
            or node.text.endswith(":")
            or any(c.label is not None for c in node.children)
            or (len(node.text) < 110 and node.rank <= 3.3)
        )
    )
