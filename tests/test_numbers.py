"""Printed numbers: figures and words."""

from __future__ import annotations

import time

import pytest

from kehoach.parsers.facts.numbers import figures, find_words, words


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("02", 2),
        ("1.250", 1250),
        ("1.250,5", 1250.5),
        ("94,5", 94.5),
        ("5.05", 5.05),
        ("0,09", 0.09),
        ("19,70", 19.7),
        ("1.486.500.000", 1_486_500_000),
        ("1,200,000", 1_200_000),
        ("0.125", 0.125),
        ("1.25.3", None),
        ("", None),
        ("9" * 5000, None),
    ],
)
def test_figures(text: str, value: float | None) -> None:
    assert figures(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("năm tỷ", 5 * 10**9),
        ("mười hai phẩy năm tỷ", 12_500_000_000),
        ("một phẩy hai mươi lăm tỷ", 1_250_000_000),
        ("ba triệu rưỡi", 3_500_000),
        ("mười lăm", 15),
        ("một trăm hai mươi mốt", 121),
        ("hai trăm linh năm triệu", 205_000_000),
        ("Bốn mươi sáu tỷ, năm trăm triệu đồng", 46_500_000_000),
        ("Một tỷ bôn trăm tám mươi sáu triệu năm trăm nghìn đông", 1_486_500_000),
        ("Hai nghìn ba trăm bốn mươi lăm tỷ sáu trăm triệu đồng chẵn", 2_345_600_000_000),
        ("Bằng chữ: Hai mươi triệu, năm trăm nghìn đồng./.", 20_500_000),
        ("hai nghìn tỷ", 2 * 10**12),
        ("hai phẩy mười lăm tỷ", 2_150_000_000),
        ("ba nghìn năm trăm triệu", 3_500_000_000),
        ("là năm tỷ đồng", 5 * 10**9),
        ("của Ủy ban nhân dân", None),
        ("năm triệu tập", None),
        ("đồng chẵn", None),
        ("phẩy", None),
        ("", None),
    ],
)
def test_words(text: str, value: int | None) -> None:
    assert words(text) == value


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("hỗ trợ năm tỷ đồng", [5 * 10**9]),
        ("Năm tỷ lệ nêu trên", []),
        ("Trong năm triệu tập hai hội nghị", []),
        ("ba công khai, bốn kiểm tra", []),
        ("năm 2025", []),
        ("3 tỷ đồng", []),
        ("một tỷ, hai trăm triệu và bốn mươi triệu", [1_200_000_000, 40_000_000]),
    ],
)
def test_words_in_a_text_need_a_magnitude(text: str, values: list[int]) -> None:
    assert [s.value for s in find_words(text)] == values


@pytest.mark.parametrize("unit", ["năm tỷ ", "trăm ", "nghìn triệu ", "một, ", "phẩy năm "])
def test_words_are_read_in_linear_time(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    start = time.process_time()
    find_words(text)
    words(text)
    assert time.process_time() - start < 2


def test_a_number_has_so_many_figures_at_most() -> None:
    assert figures("1" * 30) == int("1" * 30)
    assert figures("1" * 31) is None
