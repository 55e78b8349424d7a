"""Twice the text, twice the time: the inputs of the benchmarks at one length and at eight times that length."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks import inputs

from growing import best, in_line, within
from kehoach.parsers import parse_source
from kehoach.readers.source import SourceText

SMALL = 2_500
"""Characters of the short text: enough to outweigh what every parse costs."""
TIMES = 8


def parsing(text: str) -> Callable[[], object]:
    """A parse of a text, which must come to its end with the whole of it."""
    source = SourceText.from_text(text)

    def parse() -> None:
        assert parse_source(source)["source"]["characters"] == len(text)

    return parse


@pytest.mark.slow
@pytest.mark.parametrize("name", list(inputs.WORST))
def test_linear(name: str) -> None:
    text = inputs.WORST[name]()
    # half the text at eight times the length would show a square as 8, a line as 1
    small, large = text[:SMALL], text[: SMALL * TIMES]
    per_letter = (best(parsing(small)) + 0.002) / len(small)
    assert within(4 * per_letter * len(large), parsing(large))


@pytest.mark.slow
def test_copies_of_a_plans_tasks() -> None:
    one, many = inputs.copies(1), inputs.copies(12)
    assert within(2 * best(parsing(one)) / len(one) * len(many), parsing(many))


@pytest.mark.slow
def test_rows_that_tags_say_a_tall_wide_cell_stands_in() -> None:
    above = "KẾ HOẠCH\nNăm 2031\n<table><tr><td>TT</td><td rowspan=99 colspan=60>Việc</td></tr>"
    rows = "<tr><td>Xây trường</td></tr>"  # one cell for sixty headings: thousands of lines of one row
    assert in_line(lambda text: parse_source(SourceText.from_text(above + text)), rows, 40_000)


@pytest.mark.slow
def test_full_stops_behind_the_names_of_bodies() -> None:
    head = "KẾ HOẠCH\nNăm 2031\nI. TỔ CHỨC THỰC HIỆN\n"
    rows = "".join(f"{n}. {'Sở Y tế. ' * 220}{n}\n" for n in range(1, 9))  # each stop might be a comma misread
    assert within(1.5, parsing(head + rows))


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece",
    [
        "Chủ trì, phối hợp với các phòng, nông dân: Theo dõi, ",
        "1. Sở Y tế: Chủ trì, phối hợp với Công an tỉnh cấp thuốc.) ",
        "Toàn huyện giao quân năm 2016: 215 thanh niên, lực lượng Công an 50 thanh niên. ",
        "GIÁM ĐỐC\n",
        "          ) ",
        "Ngày 14 / 3/2016\n",
        "Thời gian\nHội 1\n",
    ],
)
def test_pieces_that_took_time_in_the_square(piece: str) -> None:
    above = "UBND TỈNH LÀO CAI\nKẾ HOẠCH\nTrồng cây năm 2031\nI. MỤC TIÊU\n\n"
    assert in_line(lambda text: parse_source(SourceText.from_text(above + text)), piece, 25_000)


def test_a_square_is_told_from_a_line() -> None:
    assert in_line(lambda text: [len(text) for _ in text], "ab", 50_000)
    assert not in_line(
        lambda text: [0 for _ in text for _ in text], "ab", 1_200
    )  # far beyond what noise makes of a line


@pytest.mark.slow
@pytest.mark.parametrize("piece", ["năm 2031 ", "02 năm 2031, ", "6/2031. "])
def test_years_beside_figures(piece: str) -> None:
    assert in_line(lambda text: parse_source(SourceText.from_text("KẾ HOẠCH\nI. MỤC TIÊU\n1. " + text)), piece, 24_000)
