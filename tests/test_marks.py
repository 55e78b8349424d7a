"""Letters with marks, joined or apart: what is read is NFC, and its spans hold whole letters."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tools import fuzz

from kehoach.parsers import parse_source
from kehoach.parsers.view import View
from kehoach.readers import SourceText

_MARKS = st.sampled_from("\u0300\u0301\u0302\u0303\u0309\u0323\u031b\u0327\u0345\u0f71\u1161\u1dff")
_LETTERS = st.sampled_from([*"aAnđ1 .\nạệ\u1100\uac00\u0915\u2126\ufb01", "e\u0302\u0323"])


@given(st.lists(st.one_of(_LETTERS, _MARKS), max_size=30).map("".join))
def test_the_view_is_nfc_and_leads_back_to_whole_letters(text: str) -> None:
    view = View(text)
    assert unicodedata.is_normalized("NFC", view.text)
    assert view.text == unicodedata.normalize("NFC", text)
    for start in range(len(view.text)):
        span = view.span(start, start + 1)
        assert unicodedata.normalize("NFD", view.text[start])[0] in unicodedata.normalize(
            "NFD", text[span["start"] : span["end"]]
        )
        assert text[span["start"]].isspace() == view.text[start].isspace()
    ends = [view.span(0, end)["end"] for end in range(len(view.text) + 1)]
    assert ends == sorted(ends)
    assert ends[-1] == len(text)


@pytest.mark.parametrize("marks", ["\u0323\u0302\u0302", "\u0327", "\u031b\u0301\u0301", "\u0300\u1dff"])
@pytest.mark.parametrize(
    "sentence",
    [
        "1. Kinh phí 5 tỷ đồng{} từ Ngân sách tỉnh{}",
        "1. Báo cáo mỗi quý một lần{} trước ngày 15/6/2031{}",
        "1. Theo Quyết định số 6/QĐ-UBND{}, Sở Y tế{} tạo việc làm 60%{}\n\n{}",
    ],
)
def test_facts_end_behind_the_marks_of_their_last_letter(sentence: str, marks: str) -> None:
    words = sentence.format(*[marks] * sentence.count("{}"))
    text = f"KE\u0302\u0301 HOẠCH\nTrồng cây năm 2031\n\nI. NHIỆM VỤ\n{words}\n"
    plan = parse_source(SourceText.from_text(text))
    fuzz._check_spans(text, plan)
    fuzz._check_tiles(text, plan)
