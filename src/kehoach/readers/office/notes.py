"""Footnotes and endnotes: left out of the text, except those that tell somebody to do something.

A note is no part of the paragraph it explains; where it carries a duty it is a paragraph of its own behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from kehoach.readers.office.blocks import Paragraph
from kehoach.readers.office.package import Job

# Who is told: an agency at the start, or "giao"; and what: a verb of duty. A cited document has neither.
_WHO = (
    "giao|đề nghị|yêu cầu|các?|sở|ban|phòng|ubnd|ủy ban|uỷ ban|công an|đơn vị|cơ quan|chi cục|trung tâm|trường"
    "|văn phòng|bộ|hội|đoàn|thủ trưởng|chủ tịch"
)
_WHAT = (
    "chủ trì|chịu trách nhiệm|có trách nhiệm|phối hợp|báo cáo|gửi|hoàn thành|tham mưu|tổ chức thực hiện|bố trí"
    "|thực hiện|đăng ký|nộp"
)
_DUTY = re.compile(rf"\W*(?:{_WHO}) .{{0,160}}?\b(?:{_WHAT})\b", re.I)


def carries_duty(text: str) -> bool:
    """Whether a note tells somebody to do something.

    >>> carries_duty("Giao Sở Y tế gửi danh sách trước ngày 05/6.")
    True
    >>> carries_duty("Quyết định số 5/QĐ-TTg của Thủ tướng Chính phủ.")
    False
    """
    return _DUTY.match(text) is not None


class Notes:
    """The notes of one document, by a key, and how many were left out."""

    def __init__(self, job: Job, texts: Mapping[str, str]) -> None:
        self._job = job
        self._texts = dict(texts)
        self._left_out = 0

    def add(self, key: str, text: str) -> None:
        """Put in a note that was met on the way."""
        self._texts[key] = " ".join(text.split())

    def kept(self, keys: list[str]) -> Iterator[Paragraph]:
        """Those of the notes ``keys`` that carry a duty, as paragraphs."""
        for key in keys:
            text = self._texts.pop(key, "")
            if text and carries_duty(text):
                yield Paragraph(text)
            elif text:
                self._left_out += 1

    def report(self) -> None:
        """Warn of notes that were left out."""
        if self._left_out:
            self._job.note("notes-left-out", f"footnotes and endnotes left out: {self._left_out}")
