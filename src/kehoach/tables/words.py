"""What the codes of the plan format are called in Vietnamese, for tables that people read."""

from __future__ import annotations

SECTIONS = {
    "document": "Thể thức",
    "basis": "Căn cứ",
    "situation": "Tình hình",
    "purpose": "Mục đích",
    "requirements": "Yêu cầu",
    "objectives": "Mục tiêu",
    "scope": "Phạm vi",
    "tasks": "Nhiệm vụ, giải pháp",
    "duties": "Tổ chức thực hiện",
    "funding": "Kinh phí",
    "reporting": "Chế độ báo cáo",
    "closing": "Kết thúc",
    "recipients": "Nơi nhận",
    "signatures": "Chữ ký",
    "annexes": "Phụ lục",
}
"""What a section is called where the plan prints no heading of its own."""

BOUNDS = {
    "before": "trước",
    "by": "chậm nhất",
    "on": "vào ngày",
    "during": "trong",
    "from": "từ",
    "after": "sau",
}
EVERY = {
    "week": "hằng tuần",
    "month": "hằng tháng",
    "quarter": "hằng quý",
    "half-year": "6 tháng một lần",
    "year": "hằng năm",
}
COMPARATORS = {"=": "bằng", "<": "dưới", "<=": "không quá", ">": "trên", ">=": "ít nhất", "range": "từ … đến"}
LEVELS = {
    "central": "Trung ương",
    "province": "cấp tỉnh",
    "district": "cấp huyện",
    "commune": "cấp xã",
    "organisation": "cơ quan, tổ chức",
}
AGENCY_KINDS = {"organisation": "cơ quan, tổ chức", "group": "nhóm cơ quan", "person": "cá nhân"}
FUNDING_ROWS = {"amount": "số tiền", "source": "nguồn", "item": "nội dung", "mention": "nhắc đến"}
FLAGS = {True: "có", False: "không"}


def every_in_vietnamese(code: str) -> str:
    """``every`` of the plan format in words: 'quarter' is "hằng quý", '5-years' "5 năm một lần"."""
    return EVERY.get(code) or f"{code.removesuffix('-years')} năm một lần"


def when(due: str | None, every: str | None, language: str = "vi") -> str:
    """A ``due`` and ``every`` of the plan format for people; '' where there is neither.

    >>> when("2031-Q2", None), when("2031-06-15/2031-07", None), when("--11-30", "year"), when("---15", "month")
    ('quý II/2031', '15/6/2031 – tháng 7/2031', '30/11 hằng năm', 'ngày 15 hằng tháng')
    >>> when(None, "quarter"), when("--11-30", "year", "en"), when("2031-Q2", None, "en"), when("---15", "month", "en")
    ('hằng quý', '11-30 every year', '2031-Q2', 'day 15 every month')
    """
    # A rhythm leaves open the year or the month that each time belongs to.
    open_ = "month" if due and due.startswith("---") else "year" if due and due.startswith("--") else None
    every = every or open_
    if language == "vi":
        often = every_in_vietnamese(every) if every else ""
        day = " – ".join(map(_point_in_vietnamese, due.split("/"))) if due else ""
    else:
        often = f"every {every.replace('-years', ' years')}" if every else ""
        day = "/".join(map(_point_in_english, due.split("/"))) if due else ""
    return " ".join(filter(None, (day, often)))


def _point_in_english(point: str) -> str:
    if point.startswith("---"):
        return f"day {int(point[3:])}"
    return f"month {point[2:]}" if len(point) == 4 and point.startswith("--") else point.removeprefix("--")


def _point_in_vietnamese(point: str) -> str:
    """A day, month, quarter or year as Vietnamese prints it."""
    if point.startswith("---"):
        return f"ngày {int(point[3:])}"
    year, quarter, number = point.partition("-Q")
    if quarter:
        return f"quý {'I II III IV'.split()[int(number) - 1]}/{year}"
    year, _, rest = ("", "", point[2:]) if point.startswith("--") else point.partition("-")
    month, _, day = rest.partition("-")
    name = "/".join(number.lstrip("0") or "0" for number in (day, month, year) if number)
    return name if day else f"tháng {name}" if month else f"năm {name}"
