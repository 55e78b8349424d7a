"""The columns of every kind of table: keys that stay, titles for people, how wide they want to be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from kehoach.tables import words
from kehoach.tables.days import day_of

Type = Literal["text", "list", "number", "money", "date", "flag"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table."""

    key: str
    """Its key in JSON and, unless titles are asked for, its head elsewhere; stable."""
    title: str
    """Its head in Vietnamese."""
    type: Type = "text"
    """What its cells hold besides null: text, a list of texts, a number, a sum of money, a date as far as it is
    printed ('2031-06'), true or false."""
    width: int = 14
    """Letters in a line of a cell that wraps, where there is room: short cells need fewer."""
    words: Mapping[Any, str] = field(default_factory=dict)
    """What its values are called in Vietnamese, where they are codes."""
    brief: bool = False
    """Whether it is among the few that a terminal shows."""

    def in_words(self, value: Any) -> Any:
        """``value`` with codes told in Vietnamese; whole days stay as they are, so that they sort."""
        if self.type == "date":
            return value if value is None or day_of(value) else words.when(value, None)
        if isinstance(value, list):
            return [self.words.get(part, part) for part in value]
        if self.words is words.EVERY and value is not None:
            return words.every_in_vietnamese(value)
        return self.words.get(value, value)


PLAN = (
    Column("plan", "Tệp", width=24),
    Column("plan_number", "Số kế hoạch", width=16),
    Column("plan_title", "Tên kế hoạch", width=40),
    Column("plan_issuer", "Cơ quan ban hành kế hoạch", width=24),
    Column("plan_level", "Cấp ban hành kế hoạch", width=12, words=words.LEVELS),
    Column("plan_province", "Tỉnh, thành phố", width=14),
    Column("plan_date", "Ngày ban hành kế hoạch", "date", 12),
    Column("plan_period", "Giai đoạn", width=11),
)
"""The columns every table starts with: the plan that a row is from."""

_ITEM = Column("item", "Mã mục", width=14)
_SECTION = Column("section", "Phần", width=16, words=words.SECTIONS)
_LABEL = Column("label", "Ký hiệu", width=9)
_HEADING = Column("heading", "Thuộc mục", width=34)
_LINE = Column("line", "Dòng", "number", 6)
_DUE = Column("due", "Thời hạn", "date", 12, brief=True)
_FIRST = Column("first_day", "Ngày đầu", "date", 11)
_LAST = Column("last_day", "Ngày cuối", "date", 11)
_EVERY = Column("every", "Định kỳ", width=10, words=words.EVERY, brief=True)
_LEAD = Column("lead", "Chủ trì", "list", 28, brief=True)
_PARTNERS = Column("partners", "Phối hợp", "list", 28)
_AGENCIES = Column("agencies", "Cơ quan thực hiện", "list", 28, brief=True)

COLUMNS: dict[str, tuple[Column, ...]] = {
    "assignments": (
        _ITEM, _SECTION, _LABEL, _HEADING,
        Column("action", "Nội dung", width=60, brief=True), _LEAD,
        Column("partners", "Phối hợp", "list", 28, brief=True),
        Column("partners_text", "Phối hợp (nguyên văn)", width=34), _DUE, _FIRST, _LAST, _EVERY,
        Column("output", "Sản phẩm", width=28), Column("supervisors", "Chỉ đạo", "list", 20), _LINE,
    ),
    "duties": (
        Column("duty", "Mã nhiệm vụ", width=10), _ITEM, Column("depth", "Bậc", "number", 6), _LABEL, _AGENCIES,
        Column("kinds", "Loại cơ quan", "list", 14, words.AGENCY_KINDS),
        Column("levels", "Cấp", "list", 12, words.LEVELS), Column("sectors", "Lĩnh vực", "list", 18),
        Column("request", "Đề nghị", "flag", 8, words.FLAGS), _HEADING,
        Column("text", "Nội dung", width=60, brief=True), _DUE, _EVERY,
        Column("targets", "Chỉ tiêu phụ trách", "list", 12), _LINE,
    ),
    "targets": (
        Column("target", "Mã chỉ tiêu", width=11), _ITEM, _SECTION, Column("label", "Ký hiệu", width=11),
        Column("group", "Thuộc mục", width=34), Column("indicator", "Chỉ số", width=40, brief=True),
        Column("agencies", "Cơ quan thực hiện", "list", 28),
        Column("comparator", "So sánh", width=9, words=words.COMPARATORS, brief=True),
        Column("value", "Giá trị", "number", 10, brief=True), Column("value_max", "Đến", "number", 10, brief=True),
        Column("unit", "Đơn vị", width=12, brief=True), Column("by", "Đến năm", "number", 8, brief=True),
        Column("every", "Định kỳ", width=10, words=words.EVERY), Column("measure", "Mức (nguyên văn)", width=30),
        Column("text", "Chỉ tiêu (nguyên văn)", width=60), _LINE,
    ),
    "deadlines": (
        Column("deadline", "Mã thời hạn", width=12), _DUE, _FIRST, _LAST,
        Column("bound", "Mốc", width=10, words=words.BOUNDS, brief=True), _EVERY, _AGENCIES,
        Column("action", "Nội dung", width=60, brief=True), Column("text", "Thời hạn (nguyên văn)", width=26),
        _ITEM, _SECTION, _LABEL, _HEADING, _LINE,
    ),
    "citations": (
        Column("citation", "Mã văn bản", width=11), Column("type", "Loại văn bản", width=14, brief=True),
        Column("number", "Số, ký hiệu", width=18, brief=True), Column("date", "Ngày", "date", 12, brief=True),
        Column("issuer", "Cơ quan ban hành", width=24), Column("title", "Trích yếu", width=50, brief=True),
        Column("mentions", "Số lần nhắc", "number", 8, brief=True), Column("pinpoints", "Điều, khoản", "list", 20),
        Column("items", "Tại các mục", "list", 20), Column("lines", "Các dòng", "list", 10),
    ),
    "funding": (
        Column("kind", "Loại", width=10, words=words.FUNDING_ROWS, brief=True),
        Column("text", "Nguyên văn", width=40, brief=True), Column("value", "Số tiền", "money", 18, brief=True),
        Column("currency", "Tiền tệ", width=8), Column("in_words", "Bằng chữ", "money", 18),
        Column("agrees", "Số và chữ khớp", "flag", 9, words.FLAGS), Column("source", "Loại nguồn", width=16),
        _ITEM, _SECTION, _LABEL, _HEADING, Column("context", "Nội dung mục", width=60, brief=True), _LINE,
    ),
    "tasks": (
        _ITEM, Column("depth", "Bậc", "number", 6), Column("label", "Ký hiệu", width=9, brief=True), _HEADING,
        Column("text", "Nội dung", width=60, brief=True), Column("children", "Số mục con", "number", 8), _LEAD,
        _PARTNERS, _DUE, _FIRST, _LAST, _EVERY, Column("output", "Sản phẩm", width=28), _LINE,
    ),
    "plans": (
        Column("type", "Loại", width=12), Column("place", "Nơi ban hành", width=14),
        Column("signers", "Người ký", "list", 20),
        Column("tasks", "Số nhiệm vụ", "number", 9, brief=True),
        Column("duties", "Số cơ quan", "number", 9, brief=True),
        Column("assignments", "Số phân công", "number", 9, brief=True),
        Column("targets", "Số chỉ tiêu", "number", 9, brief=True),
        Column("deadlines", "Số thời hạn", "number", 9, brief=True),
        Column("citations", "Số văn bản", "number", 9, brief=True),
        Column("amounts", "Số khoản tiền", "number", 9), Column("warnings", "Số cảnh báo", "number", 9),
    ),
}  # fmt: skip
"""The kinds of tables and their own columns, behind :data:`PLAN`."""

TITLES = {
    "assignments": "Phân công",
    "duties": "Tổ chức thực hiện",
    "targets": "Chỉ tiêu",
    "deadlines": "Thời hạn",
    "citations": "Văn bản viện dẫn",
    "funding": "Kinh phí",
    "tasks": "Nhiệm vụ",
    "plans": "Kế hoạch",
}
"""What a table is called: the name of its sheet."""
