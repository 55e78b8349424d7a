"""The words of a report that are not the plans' own, in Vietnamese and English."""

from __future__ import annotations

from typing import Any, Literal

from kehoach.tables import Column, words
from kehoach.tables.columns import TITLES
from kehoach.tables.warning_words import in_vietnamese

Language = Literal["vi", "en"]

WORDS: dict[str, tuple[str, str]] = {
    # the page
    "skip": ("Đến nội dung chính", "Skip to the content"),
    "contents": ("Mục lục", "Contents"),
    "made_with": ("Lập bằng kehoach {version}", "Made with kehoach {version}"),
    "how_one": (
        "Bấm (hoặc nhấn Enter) vào một giá trị để thấy chỗ in trong văn bản nguồn; "
        "bấm vào văn bản để thấy phần đã đọc.",
        "Click a value (or press Enter on it) to see where the source prints it; "
        "click the source to see what was read.",
    ),
    "how_two": (
        "Bấm (hoặc nhấn Enter) vào số dòng để thấy chỗ in trong hai văn bản.",
        "Click a line number (or press Enter on it) to see where the sources print it.",
    ),
    "report_one": ("Đối chiếu kế hoạch với văn bản nguồn", "A plan checked against its source"),
    "report_two": ("So sánh hai kế hoạch", "Two plans compared"),
    "report_many": ("So sánh {n} kế hoạch", "{n} plans compared"),
    "report_against": ("Đối chiếu với {name}", "Measured against {name}"),
    "back": ("Trở lại giá trị", "Back to the value"),
    "source": ("Văn bản nguồn", "Source text"),
    "source_of": ("Văn bản nguồn: {name}", "Source text: {name}"),
    "no_source": (
        "Không có văn bản nguồn: kế hoạch được đưa vào dưới dạng dữ liệu.",
        "The source text is not at hand: the plan was given as data.",
    ),
    "legend": ("Loại đoạn", "Kinds of text"),
    "lines_there": ("Dòng {line}: {text}", "Line {line}: {text}"),
    "line": ("Dòng", "Line"),
    "none": ("Không có", "None"),
    # the filter
    "filter": ("Lọc", "Filter"),
    "search": ("Tìm (có dấu hoặc không dấu)", "Search (accents may be left out)"),
    "part": ("Phần", "Part"),
    "status": ("Tình trạng", "Status"),
    "lacking_in": ("Còn thiếu ở", "Lacking in"),
    "any": ("Tất cả", "All"),
    "reset": ("Bỏ lọc", "Reset"),
    "shown": ("Hiện {shown} trên {all} dòng", "{shown} of {all} rows shown"),
    # one plan
    "letterhead": ("Thể thức", "Letterhead"),
    "warnings": ("Cảnh báo", "Warnings"),
    "no_warnings": ("Không có cảnh báo.", "No warnings."),
    "tree": ("Bố cục, nội dung", "Sections"),
    "duties": ("Nhiệm vụ theo cơ quan", "Duties by agency"),
    "charts": ("Biểu đồ", "Charts"),
    "asked": ("đề nghị", "asked"),
    "nobody": ("(không nêu cơ quan)", "(nobody named)"),
    "code": ("Mã", "Code"),
    "message": ("Nội dung", "Message"),
    "field": ("Mục", "Field"),
    "value": ("Giá trị", "Value"),
    "places": ("Nơi nhắc", "Named at"),
    # fields of the letterhead
    "type": ("Loại văn bản", "Type"),
    "number": ("Số, ký hiệu", "Number"),
    "issuer": ("Cơ quan ban hành", "Issuer"),
    "level": ("Cấp", "Level"),
    "place": ("Địa danh", "Place"),
    "date": ("Ngày ban hành", "Date"),
    "title": ("Tên kế hoạch", "Title"),
    "period": ("Giai đoạn", "Period"),
    "decision": ("Quyết định ban hành", "Covering decision"),
    "signatures": ("Ký", "Signed"),
    # two plans
    "summary": ("Tóm tắt", "Summary"),
    "plan": ("Kế hoạch", "Plan"),
    "differences": ("Khác nhau", "Differences"),
    "words": ("Nội dung", "Words"),
    "kind": ("Nhóm", "Kind"),
    "items": ("Mục", "Items"),
    "same": ("Giống nhau", "Same"),
    "changed": ("Sửa đổi", "Changed"),
    "moved": ("Chuyển chỗ", "Moved"),
    "only_a": ("Chỉ có ở A", "Only in A"),
    "only_b": ("Chỉ có ở B", "Only in B"),
    "now_in": ("ở B nằm trong: {where}", "in B under: {where}"),
    "agencies": ("Cơ quan thực hiện", "Agencies"),
    "likeness": ("Mức tương ứng", "Likeness"),
    "duties_in": ("Số nhiệm vụ ở {side}", "Duties in {side}"),
    "targets": ("Chỉ tiêu", "Targets"),
    "deadlines": ("Thời hạn", "Deadlines"),
    "amounts": ("Số tiền", "Amounts"),
    "citations": ("Văn bản viện dẫn", "Citations"),
    # many plans
    "coverage": ("Mức độ cụ thể hóa", "Coverage"),
    "covered": ("Có", "Taken up"),
    "of": ("Trong số", "Of"),
    "share": ("Tỷ lệ", "Share"),
    "thing": ("Nội dung", "What"),
    "have_it": ("Số kế hoạch có", "Plans that have it"),
    "in_all": ("Mọi kế hoạch đều có", "In every plan"),
    "in_some": ("Một số kế hoạch có", "In some"),
    "in_one": ("Chỉ một kế hoạch có", "In one only"),
    "in_no": ("Không kế hoạch nào có", "In none"),
    "central": ("kế hoạch đối chiếu", "measured against"),
    "by_targets": ("Chỉ tiêu của từng kế hoạch", "Targets, plan by plan"),
    "by_tasks": ("Nhiệm vụ của từng kế hoạch", "Tasks, plan by plan"),
    "by_duties": ("Phân công của từng kế hoạch", "Duties, plan by plan"),
    "by_deadlines": ("Thời hạn của từng kế hoạch", "Deadlines, plan by plan"),
    # charts
    "table_below": ("Bảng số liệu", "The figures as a table"),
    "chart_duties": ("Cơ quan được giao nhiều việc nhất", "Who carries most duties"),
    "chart_deadlines": ("Các mốc thời hạn", "Deadlines in time"),
    "chart_targets": ("Chỉ tiêu theo kế hoạch và năm", "Targets by plan and year"),
    "chart_heat": ("Nhiệm vụ nào có ở kế hoạch nào", "Which task is in which plan"),
    "chart_heat_about": (
        "Càng đậm càng sát lời của hàng; ô trống là không có. Bảng nhiệm vụ có đủ lời văn và số dòng.",
        "The darker, the closer to the row's words; empty where the plan lacks it. The table of tasks has all words.",
    ),
    "count": ("Số việc", "Duties"),
    "agency": ("Cơ quan", "Agency"),
    "year": ("Năm", "Year"),
    "what": ("Việc", "What"),
    "first_day": ("Ngày đầu", "First day"),
    "last_day": ("Ngày cuối", "Last day"),
    "left_out": ("Còn {n} dòng không vẽ, có trong bảng.", "{n} more are not drawn; the table has them."),
    "rhythms": (
        "{n} thời hạn định kỳ, không có ngày cụ thể, không nằm trong biểu đồ.",
        "{n} rhythms without a day are not drawn.",
    ),
    # kinds of blocks
    "k_letterhead": ("thể thức", "letterhead"),
    "k_heading": ("đề mục", "heading"),
    "k_item": ("nội dung", "item"),
    "k_closing": ("kết thúc", "closing"),
    "k_recipient": ("nơi nhận", "recipient"),
    "k_signature": ("chữ ký", "signature"),
    "k_table": ("bảng", "table"),
    "k_record": ("thông tin tệp", "record"),
    "k_page-number": ("số trang", "page number"),
    "k_noise": ("tạp", "noise"),
    "k_unknown": ("chưa rõ", "not placed"),
}
"""By key: Vietnamese, English; names in braces are filled in."""

_SECTIONS_IN_ENGLISH = {
    "document": "Letterhead", "basis": "Legal basis", "situation": "Situation", "purpose": "Purpose",
    "requirements": "Requirements", "objectives": "Objectives", "scope": "Scope", "tasks": "Tasks", "duties": "Duties",
    "funding": "Funding", "reporting": "Reporting", "closing": "Closing", "recipients": "Recipients",
    "signatures": "Signatures", "annexes": "Annexes",
}  # fmt: skip


class Words:
    """The words of one language.

    Args:
        language: ``vi`` or ``en``.
    """

    def __init__(self, language: Language) -> None:
        self.language = language
        self._column = 0 if language == "vi" else 1

    def __call__(self, key: str, **values: object) -> str:
        """The word for ``key``, with ``values`` put in."""
        word = WORDS[key][self._column]
        return word.format(**values) if values else word

    def section(self, name: str) -> str:
        """What a section is called, or a part of a diff that is none."""
        if name in words.SECTIONS:
            return words.SECTIONS[name] if self.language == "vi" else _SECTIONS_IN_ENGLISH[name]
        return self(name)

    def warning(self, code: str, message: str) -> str:
        """A plan's warning, whose ``message`` is English."""
        return in_vietnamese(code, message) if self.language == "vi" else message

    def table(self, kind: str) -> str:
        """What a kind of table is called."""
        return TITLES[kind] if self.language == "vi" else kind.capitalize()

    def head(self, column: Column) -> str:
        """The head of a table's column."""
        return column.title if self.language == "vi" else column.key.replace("_", " ").capitalize()

    def cell(self, column: Column, value: Any) -> str:
        """A cell of a table as text; numbers as they are written in the language."""
        if value is None or value == []:
            return ""
        if self.language == "vi":
            value = column.in_words(value)
        if isinstance(value, list):
            return "; ".join(map(str, value))
        if isinstance(value, bool):
            return "yes" if value else "no"
        if isinstance(value, (int, float)) and column.type == "money":
            return self.figure(value)
        return self.figure(value, group=False) if isinstance(value, float) else str(value)

    def figure(self, value: float, *, group: bool = True) -> str:
        """A number, in Vietnamese with a point between thousands and a comma before decimals."""
        text = f"{value:,}" if group else str(value)
        return text.translate(str.maketrans(",.", ".,")) if self.language == "vi" else text
