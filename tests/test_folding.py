"""Folding keeps the length of a text, with and without letters that the byte table has no place for."""

from __future__ import annotations

import pytest

from kehoach import folding
from kehoach.folding import _bytes, bare, case_counts, fold, in_capitals, plain

TEXT = "Uỷ ban nhân dân xã Hoà Bình – ĐỢT 1: “KẾ HOẠCH”\t…"


@pytest.mark.parametrize("odd", ["", "Ω", "\u2003", "🙂", "\0"], ids=["usual", "greek", "blank", "picture", "zero"])
def test_the_table_and_the_long_way_agree(odd: str) -> None:
    for form in (plain, fold, bare):
        assert form(TEXT + odd)[: len(TEXT)] == form(TEXT)
        assert len(form(TEXT + odd)) == len(TEXT + odd)


def test_the_byte_table_is_of_the_quick_kind() -> None:
    assert type(_bytes()[0]).__name__ == "EncodingMap"  # a dict takes seven times as long


@pytest.mark.parametrize(
    "text",
    ["SỞ Y TẾ TỈNH HÀ NAM", "Sở Y tế tỉnh Hà Nam", "TM. Ủy ban", "a", "", "12/5", "ABCD e", "KẾ HOẠCH số 12 năm 2031"],
)
@pytest.mark.parametrize("share", [0.6, 0.8, 0.85])
@pytest.mark.parametrize("fewest", [1, 7, 8])
def test_capitals_are_told_as_their_count_tells(text: str, share: float, fewest: int) -> None:
    letters, capitals = case_counts(text)
    assert in_capitals(text, share, fewest=fewest) is (letters >= fewest and capitals >= share * letters)
    assert in_capitals(text, share, fewest=fewest, beyond=True) is (letters >= fewest and capitals > share * letters)


@pytest.mark.parametrize(("misread", "word"), folding._MISREAD)
def test_a_lost_hook_is_there_again_whatever_stands_beside_it(misread: str, word: str) -> None:
    folding.forget()
    assert fold(misread.capitalize()) == word
    assert fold(f"Tố chức {misread}") == f"tổ chức {word}"
