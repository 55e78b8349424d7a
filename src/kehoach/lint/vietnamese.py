"""What severities, sources and kinds of issuers are called in Vietnamese, for those who read findings."""

from __future__ import annotations

from kehoach.lint.base import MASS, ORGANISATION, PARTY, STATE, UNKNOWN, Language

SEVERITIES = {"error": "lỗi", "warning": "cảnh báo", "note": "lưu ý"}
BODIES = {
    STATE: "cơ quan hành chính",
    PARTY: "cơ quan của Đảng",
    MASS: "Mặt trận và đoàn thể",
    ORGANISATION: "đơn vị sự nghiệp, doanh nghiệp",
    UNKNOWN: "cơ quan chưa rõ loại",
}
SOURCES = {
    "Office practice": "Nghiệp vụ văn thư",
    "Register of laws": "Danh mục luật",
    "Register of bodies (Nghị định 45/2025/NĐ-CP, 150/2025/NĐ-CP, Nghị quyết 176/2025/QH15)":
        "Danh mục cơ quan (Nghị định 45/2025/NĐ-CP, 150/2025/NĐ-CP, Nghị quyết 176/2025/QH15)",
    "Hướng dẫn 36-HD/VPTW of 2018": "Hướng dẫn 36-HD/VPTW năm 2018",
    "Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I; Thông tư 01/2011/TT-BNV before it":
        "Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I; trước đó là Thông tư 01/2011/TT-BNV",
}  # fmt: skip
"""Sources that are not named in Vietnamese in the table of rules already."""


def severity_in(language: Language, severity: str) -> str:
    """A severity for people; its code in English."""
    return SEVERITIES[severity] if language == "vi" else severity


def source_in(language: Language, source: str) -> str:
    """A rule's source for people."""
    return SOURCES.get(source, source) if language == "vi" else source
