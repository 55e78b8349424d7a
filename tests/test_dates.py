"""Printed dates and periods: the values of all the forms plans print."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growing import in_line
from kehoach.parsers.facts.dates import scan
from kehoach.parsers.facts.stamps import Point

FORMS = [
    ("trước ngày 15/6/2021", ["2021-06-15"]),
    ("ngày 15 tháng 6 năm 2021", ["2021-06-15"]),
    ("ngày 05 tháng 12", ["--12-05"]),
    ("30-6-2013", ["2013-06-30"]),
    ("20.10.2013", ["2013-10-20"]),
    ("15/6/21", ["2021-06-15"]),
    ("15 / 6 / 2021", ["2021-06-15"]),
    ("01/201\x1e7", ["2017-01"]),
    ("ngày15/6/2021", ["2021-06-15"]),
    ("trước 3O/6/2014", ["2014-06-30"]),
    ("ngày l5/8/2014", ["2014-08-15"]),
    ("26, 27/12", ["--12-26/--12-27"]),
    ("07 - 11/10/2024", ["2024-10-07/2024-10-11"]),
    ("Ngày 15 và 16/5/2025", ["2025-05-15/2025-05-16"]),
    ("24, 25 và 26 tháng 8 năm 2026", ["2026-08-24/2026-08-26"]),
    ("ngày 10 và 20/5/2025", ["2025-05-10", "2025-05-20"]),
    ("Đợt 1, 15/6/2025", ["2025-06-15"]),
    ("từ ngày 13/11/2017 đến ngày 17/11/2017", ["2017-11-13/2017-11-17"]),
    ("từ ngày 15/11 đến 15/12/2017", ["2017-11-15/2017-12-15"]),
    ("từ 15/12 đến hết ngày 05/01/2026", ["2025-12-15/2026-01-05"]),
    ("từ ngày 15 đến ngày 21 tháng 11", ["--11-15/--11-21"]),
    ("từ ngày 25 đến ngày 05/3/2025", ["2025-02-25/2025-03-05"]),
    ("từ ngày 05/4/2026 đến 17 giờ 00, ngày 08/4/2026", ["2026-04-05/2026-04-08"]),
    ("ngày 05 đến ngày 10 hằng tháng", ["---05/---10"]),
    ("ngày 18 hàng tháng", ["---18"]),
    ("tháng 9/2025", ["2025-09"]),
    ("tháng 9 năm 2025", ["2025-09"]),
    ("tháng I1/2014", ["2014-11"]),
    ("đến ngày 04/3/201 I tại", ["2011-03-04"]),
    ("trong tháng 9/201 1.", ["2011-09"]),
    ("trong quý IH/2011", ["2011-Q3"]),
    ("quý HI/2017", ["2017-Q3"]),
    ("ngày.18/11/2016 của", ["2016-11-18"]),
    ("từ tháng 6-.đến tháng 11/2022", ["2022-06/2022-11"]),
    ("từ ngày 15-8 đến ngày 30-8-2013", ["2013-08-15/2013-08-30"]),
    ("từ ngày 25-12 đến ngày 05-01-2014", ["2013-12-25/2014-01-05"]),
    ("từ ngày 01-12 đến ngày 01-01-2014", ["2013-12-01/2014-01-01"]),
    ("tháng ll/2014", ["2014-11"]),
    ("tháng 5:2018", ["2018-05"]),
    ("tháng 9 và tháng 10 năm 2017", ["2017-09/2017-10"]),
    ("tháng 3, 4 và 5/2025", ["2025-03/2025-05"]),
    ("tháng 3, tháng 6, tháng 9", ["--03", "--06", "--09"]),
    ("từ tháng 11 đến tháng 02/2026", ["2025-11/2026-02"]),
    ("tuần 2 tháng 5", ["--05"]),
    ("trung tuần tháng 9/2026", ["2026-09"]),
    ("quý III/2025", ["2025-Q3"]),
    ("Quý III, IV năm 2025", ["2025-Q3/2025-Q4"]),
    ("quý II và quý III/2025", ["2025-Q2/2025-Q3"]),
    ("Quý IV/2025 và Quý I/2026", ["2025-Q4/2026-Q1"]),
    ("quý 2 năm 2025", ["2025-Q2"]),
    ("quý H-2018", ["2018-Q2"]),
    ("quý lI/2020", ["2020-Q2"]),
    ("qúy IV", ["--Q4"]),
    ("từ tháng 12/2025 đến quý I/2026", ["2025-12/2026-Q1"]),
    ("6 tháng đầu năm 2025", ["2025-01/2025-06"]),
    ("6 tháng cuối năm 2025", ["2025-07/2025-12"]),
    ("trong 02 năm 2022 - 2023", ["2022/2023"]),
    ("năm học 2025 - 2026", ["2025/2026"]),
    ("từ năm 2025 tới năm 2030", ["2025/2030"]),
    ("năm 2026, năm 2027 tới 2029", ["2026", "2027/2029"]),
    ("ngày 10, 15 tới 20 tháng 6/2031", ["2031-06-10", "2031-06-15/2031-06-20"]),
    ("từ ngày 15/11/2025 đến 20/12", ["2025-11-15/2025-12-20"]),
    ("từ ngày 15/12/2025 đến 05/01", ["2025-12-15/2026-01-05"]),
    ("từ 25-3 đến 01-4-2031", ["2031-03-25/2031-04-01"]),
    ("20-12 đến 05-01-2032", ["2031-12-20/2032-01-05"]),
    ("tháng 3, 5 xã", ["--03"]),
    ("từ quý I/2025 đến tháng 4", ["2025-Q1/2025-04"]),
    ("từ quý IV/2025 đến tháng 4", ["2025-Q4/2026-04"]),
]

NONE = [
    "06 tháng 01 lần",
    "6 tháng/lần",
    "trẻ từ 6 đến 36 tháng tuổi",
    "số 12/2020/TT-BYT",
    "trực 24/7",
    "33/6",
    "quỹ II",
    "cử tri miền Nam 2021",
    "mỗi tháng 02 kỳ",
    "1.250,5 ha",
    "một quý 2 lần",
    "ngày 32 hằng tháng",
]


@pytest.mark.parametrize(("text", "values"), FORMS)
def test_forms(text: str, values: list[str]) -> None:
    stamps = scan(text)
    assert [s.iso() for s in stamps] == values
    assert all(0 <= s.start < s.end <= len(text) for s in stamps)


@pytest.mark.parametrize("text", [t for t in NONE if t != "trực 24/7"])
def test_no_dates(text: str) -> None:
    assert scan(text) == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("2022 - 2025", ["2022/2025"]),
        ("T6/2025", ["2025-06"]),
        ("Q.III/2025", ["2025-Q3"]),
        ("QII - QIV/2025", ["2025-Q2/2025-Q4"]),
        ("Tháng 12/2025 - 01/2026", ["2025-12/2026-01"]),
    ],
)
def test_cells(text: str, values: list[str]) -> None:
    assert [s.dated(None).iso() for s in scan(text, cell=True)] == values


def test_missing_years() -> None:
    (span,) = scan("từ tháng 9 đến tháng 5")
    assert span.dated(2025).iso() == "2025-09/2026-05"
    (day,) = scan("ngày 15")
    assert day.dated(2025, 9).iso() == "2025-09-15"
    assert day.dated(2025).iso() == "---15"
    assert Point().iso() == ""


@given(st.text(alphabet="0123456789/.-, ngàytháunămqýIVol:()đếtừhà", max_size=80))
def test_any_text(text: str) -> None:
    end = 0
    for stamp in scan(text, cell=True):
        assert end <= stamp.start < stamp.end <= len(text)
        end = stamp.end
        assert stamp.iso()


@pytest.mark.parametrize("unit", ["1, 2, ", "1/1/", "tháng 6, ", "quý I, ", "năm 2021, ", "ngày ", "ol1", "1.", "1 - "])
def test_linear(unit: str) -> None:
    assert in_line(lambda text: scan(text, cell=True), unit, 24_000)
