"""Where an answer turns: names, dates, sums, aims and units on both sides of what they go by."""

from __future__ import annotations

import pytest

from kehoach.knowledge.agency_lookup import Words
from kehoach.parsers import (
    cell_kinds,
    listed_names,
    unregistered,
)
from kehoach.parsers.facts import agencies, agency_names, citation_words, deadlines, money, target_tables, targets
from kehoach.parsers.facts.agency_begin import field_of
from kehoach.parsers.facts.stamps import Point
from small_pieces import node


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Sở Y tế, Sở Tài chính.", True),
        ("Sở Y tế sau khi kiểm tra", False),
        ("xong trước Tết, Sở Y tế", False),
        ("xong trước Tết", False),
    ],
)
def test_words_that_are_names_and_nothing_else(text: str, names: bool) -> None:
    assert listed_names.only(text) is names


@pytest.mark.parametrize(
    ("text", "somebody"),
    [
        ("Sở Y tế", True),
        ("Sở Y tế; Sở Tài chính", True),
        ("Liên đoàn Lao động tỉnh, Báo tỉnh", True),
        ("Liên đoàn Lao động tỉnh, Báo tỉnh sau khi xong hết mọi việc ở xã", False),
        ("Báo cáo kết quả gửi Sở Y tế", False),
    ],
)
def test_cells_that_names_fill(text: str, somebody: bool) -> None:
    assert cell_kinds.names_somebody(text) is somebody


@pytest.mark.parametrize(
    ("text", "head", "name"),
    [
        ("Lao động, Thương binh và Xã hội", "sở", "Lao động - Thương binh và Xã hội"),
        ("Lao động, Thương binh và Xã hội", "viện", None),
        ("Tài chính, Kế hoạch", "sở", "Tài chính"),
        ("Tài chính - Kế hoạch", "phòng", "Tài chính - Kế hoạch"),
        ("Tài chính, Kế hoạch", "hội", None),
        ("Kinh tế, Y tế", "sở", None),
        ("Kinh tế, Y tế", "phòng", "Kinh tế"),
        ("Y tế", "viện", None),
    ],
)
def test_fields_that_bodies_of_a_kind_have(text: str, head: str, name: str | None) -> None:
    found = field_of(Words(text), 0, head)
    assert (found[1].name if found is not None else None) == name


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("Xong.", True),
        ("Xong. Các thôn", True),
        ("Xong./.", True),
        ("Xong.   Các thôn", True),
        ("Xong. các thôn", False),
        ("Xong.Các thôn", False),
        ("Xong. – Các thôn", True),
    ],
)
def test_where_a_sentence_ends(text: str, ends: bool) -> None:
    assert citation_words._ends_sentence(text, text.index(".")) is ends


@pytest.mark.parametrize(
    ("point", "first", "last"),
    [
        (Point(2031), (1, 1), (12, 31)),
        (Point(2031, 4), (4, 1), (4, 31)),
        (Point(2031, 4, 9), (4, 9), (4, 9)),
        (Point(2031, quarter=2), (4, 1), (6, 31)),
    ],
)
def test_where_a_date_lies_in_its_year(point: Point, first: tuple[int, int], last: tuple[int, int]) -> None:
    assert (point.place(), point.place(last=True)) == (first, last)


@pytest.mark.parametrize(
    ("printed", "unit"),
    [
        ("phần trăm", "%"),
        ("Phần trăm ", "%"),
        ("Tỷ lệ %", "%"),
        ("tỉ lệ %", "%"),
        ("%", "%"),
        ("/ 100.000", "/100000"),
        ("triệu  đồng", "triệu đồng"),
        (" - ", None),
        (None, None),
    ],
)
def test_units_of_a_table(printed: str | None, unit: str | None) -> None:
    assert target_tables.cell_unit(printed) == unit


@pytest.mark.parametrize(
    ("text", "totals"),
    [
        ("Tổng kinh phí 100 triệu đồng, trong đó: xã 60 triệu đồng; dân 40 triệu đồng.", [(100, [60, 40])]),
        ("Tổng kinh phí 100 triệu đồng, trong đó xã 60 triệu đồng. Năm trước 90 triệu đồng.", []),
        ("Tổng kinh phí 100 triệu đồng, trong đó: xã 60 triệu đồng.", []),
        (
            "Cây 9 triệu đồng, trong đó: keo 5 triệu đồng, lim 4 triệu đồng. "
            "Phân 7 triệu đồng, trong đó: xã 6 triệu đồng, dân 1 triệu đồng.",
            [(9, [5, 4]), (7, [6, 1])],
        ),
    ],
)
def test_sums_with_their_parts(text: str, totals: list[tuple[int, list[int]]]) -> None:
    found = [(s.total.value, [part.value for part in s.parts]) for s in money.itemised(text)]
    assert found == [(total * 10**6, [part * 10**6 for part in parts]) for total, parts in totals]


@pytest.mark.parametrize(("letters", "found"), [(149, True), (150, False)])
def test_how_far_a_name_reaches_to_its_colon(letters: int, found: bool) -> None:
    text = "Sở Y tế tỉnh Lào Cai " + "x" * (letters - 21) + ": Tiêm chủng."
    head = agencies.leading("Sở Y tế: Tiêm chủng.")
    assert head is not None
    assert text.index(":") == letters
    assert (unregistered.further(node(text), head) == letters) is found


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Báo cáo 06 tháng, năm gửi Phòng Kinh tế.", ["06 tháng", "năm"]),
        ("Báo cáo tháng, quý và năm về Phòng.", ["tháng", "quý", "năm"]),
        ("Trồng cây từ ngày 05/3 đến hết ngày 12/6/2031.", ["từ ngày 05/3 đến hết ngày 12/6/2031"]),
        ("Hoàn thành trước ngày 15 tháng 6 năm 2031 (chậm nhất).", ["trước ngày 15 tháng 6 năm 2031"]),
        ("Báo cáo trước ngày 20 hằng tháng.", ["trước ngày 20 hằng tháng"]),
        ("Định kỳ 06 tháng, các thôn họp dân.", ["Định kỳ 06 tháng"]),
        (
            "Họp vào ngày cuối tháng, ngày làm việc cuối cùng của quý.",
            ["ngày cuối tháng", "ngày làm việc cuối cùng của quý"],
        ),
        ("Ươm cây trong quý II và quý III/2031.", ["trong quý II và quý III/2031"]),
        ("Mỗi tuần một lần, Thứ Sáu quét chợ.", ["Mỗi tuần một lần"]),
        ("Trước 17 giờ ngày 05/3/2031 nộp về xã.", ["Trước 17 giờ ngày 05/3/2031"]),
    ],
)
def test_the_words_of_a_deadline(text: str, words: list[str]) -> None:
    assert [found.text for found in deadlines.find(text, year=2031)] == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Trồng 120 ha rừng, 5.000 cây phân tán và 12 km hàng rào.",
            {"ha rừng": "120 ha rừng", "cây phân tán": "5.000 cây phân tán", "km hàng rào": "12 km hàng rào"},
        ),
        (
            "Tỷ lệ hộ nghèo giảm còn 2,5%; tỷ lệ hộ dùng nước sạch đạt 90% vào năm 2031.",
            {
                "Tỷ lệ hộ nghèo": "Tỷ lệ hộ nghèo giảm còn 2,5%",
                "tỷ lệ hộ dùng nước sạch": "tỷ lệ hộ dùng nước sạch đạt 90% vào năm 2031",
            },
        ),
        (
            "Dạy nghề: điện dân dụng 320 người, may mặc 260 người, nghề mộc 90 người.",
            {"may mặc": "may mặc 260 người", "nghề mộc": "nghề mộc 90 người"},
        ),
        (
            "Đến năm 2030 đạt 80%, đến năm 2035 đạt 95% hộ dùng nước sạch.",
            {"hộ dùng nước sạch": "80%, đến năm 2035 đạt 95% hộ dùng nước sạch"},
        ),
        (
            "Thu hút ít nhất 3 dự án, tổng vốn 20 tỷ đồng.",
            {"dự án": "ít nhất 3 dự án", "tổng vốn": "tổng vốn 20 tỷ đồng"},
        ),
    ],
)
def test_the_words_of_an_aim(text: str, words: dict[str, str]) -> None:
    found = {
        aim.indicator: text[aim.start : aim.end].strip(" ,.") for aim in targets.find(text, by=None, objective=True)
    }
    assert {indicator: found.get(indicator) for indicator in words} == words


@pytest.mark.parametrize(
    ("parts", "total", "adds_up"),
    [
        ([60, 40], 100, True),
        ([60, 41], 100, False),
        ([600_000_000, 400_400_000], 10**9, True),
        ([600_000_000, 400_500_000], 10**9, True),
        ([600_000_000, 400_600_000], 10**9, False),
        ([600_000_000, 399_999_999], 999_999_998, False),
    ],
)
def test_sums_of_large_figures_may_be_rounded(parts: list[int], total: int, adds_up: bool) -> None:
    assert money.check_sum(parts, total) is adds_up


@pytest.mark.parametrize(
    ("text", "date"), [("5/3", True), ("5.3", True), ("5%3", True), ("5 - 3", False), ("5/x", False), ("5", False)]
)
def test_numbers_that_open_a_date(text: str, date: bool) -> None:
    assert agency_names._date(Words(text), 0) is date


@pytest.mark.parametrize(
    ("text", "sectors", "kind", "level"),
    [
        ("Phòng xây dựng: Cắm mốc.", ("xay-dung",), "organisation", "district"),
        ("PHÒNG XÂY DỰNG: Cắm mốc.", ("xay-dung",), "organisation", "district"),
        ("Sở du lịch: Đón khách.", ("du-lich",), "organisation", "province"),
        ("Ngành y tế: Khám sức khỏe.", ("y-te",), "organisation", None),
        ("UBND xã: Họp dân.", (), "organisation", "commune"),
    ],
)
def test_what_a_body_is(text: str, sectors: tuple[str, ...], kind: str, level: str | None) -> None:
    head = agencies.leading(text)
    assert head is not None
    assert [(body.sectors, body.kind, body.level) for body in head.agencies] == [(sectors, kind, level)]
