"""Folding keeps the length of a text, with and without letters that the byte table has no place for."""

from __future__ import annotations

import pytest

from kehoach.folding import _bytes, bare, case_counts, fold, plain, plainly_small

TEXT = "Uỷ ban nhân dân xã Hoà Bình – ĐỢT 1: “KẾ HOẠCH”\t…"


@pytest.mark.parametrize("odd", ["", "Ω", "\u2003", "🙂", "\0"], ids=["usual", "greek", "blank", "picture", "zero"])
def test_the_table_and_the_long_way_agree(odd: str) -> None:
    for form in (plain, fold, bare):
        assert form(TEXT + odd)[: len(TEXT)] == form(TEXT)
        assert len(form(TEXT + odd)) == len(TEXT + odd)


def test_the_byte_table_is_of_the_quick_kind() -> None:
    assert type(_bytes()[0]).__name__ == "EncodingMap"  # a dict takes seven times as long


@pytest.mark.parametrize(
    "text", ["SỞ Y TẾ TỈNH HÀ NAM", "Sở Y tế tỉnh Hà Nam", "TM. Ủy ban", "a", "", "KẾ HOẠCH số 12 năm 2031"]
)
@pytest.mark.parametrize("share", [0.6, 0.8, 0.85])
def test_what_is_plainly_small_has_few_capitals(text: str, share: float) -> None:
    letters, capitals = case_counts(text)
    assert not plainly_small(text, share) or capitals < share * letters
