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
