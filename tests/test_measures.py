"""Measures and targets: single rules, and the spans in composed sentences."""

from __future__ import annotations

import re
from typing import Any

import pytest

from growing import in_line
from kehoach.folding import bare
from kehoach.knowledge import units
from kehoach.parsers.facts import measures, quantities, targets
from kehoach.parsers.facts.quantities import comparator
from kehoach.parsers.facts.target_tables import table_cells
from sentences.run import rows


@pytest.mark.parametrize("part", ["dev", "held"])
def test_spans_hold_the_printed_words(part: str) -> None:
    for row in rows("targets", part):
        for target in targets.find(row.get("text", ""), by=2025, objective=True):
            assert 0 <= target.start < target.end <= len(row["text"])
            for m in target.measures:
                assert row["text"][m.start : m.end] == m.text
                assert target.start <= m.start < m.end <= target.end


def one(text: str, **kwargs: Any) -> targets.Target:
    found = targets.find(text, **kwargs)
    assert len(found) == 1
    return found[0]


def test_one_indicator_two_years() -> None:
    target = one("Giảm tỷ suất mắc lao mới trên 100.000 dân xuống dưới 95 ca vào năm 2025 và dưới 70 ca vào năm 2030")
    assert [(m.comparator, m.value, m.unit, m.by) for m in target.measures] == [
        ("<", 95, "ca", 2025),
        ("<", 70, "ca", 2030),
    ]
    assert target.measures[0].text == "dưới 95 ca vào năm 2025"
    assert target.indicator == "tỷ suất mắc lao mới trên 100.000 dân"


def test_one_number_for_two_years() -> None:
    target = one("Tỷ lệ hộ có nước sạch đạt trên 90% vào năm 2025 và 2030.")
    assert [(m.value, m.by) for m in target.measures] == [(90, 2025), (90, 2030)]
    assert target.indicator == "Tỷ lệ hộ có nước sạch"


def test_indicator_behind_its_number() -> None:
    target = one("Chỉ tiêu 4: Phấn đấu 85% trạm y tế có bác sĩ vào năm 2025.")
    assert target.indicator == "trạm y tế có bác sĩ"


def test_indicators_of_a_sentence_are_targets_of_their_own() -> None:
    found = targets.find("Tỷ lệ khám thai đạt 95%; tỷ lệ sinh tại cơ sở y tế đạt 99%.", by=2025)
    assert [t.indicator for t in found] == ["Tỷ lệ khám thai", "tỷ lệ sinh tại cơ sở y tế"]


def test_an_indicator_begins_behind_the_first_comma() -> None:
    found = targets.find("Trồng 5 ha rừng và chăm sóc cây, bảo vệ 10 ha rừng", by=2031, objective=True)
    assert [(t.indicator, t.measures[0].value) for t in found] == [("ha rừng và chăm sóc cây", 5), ("bảo vệ", 10)]


def test_rhythm_belongs_to_the_measure() -> None:
    assert one("Mỗi quý tổ chức ít nhất 02 buổi tọa đàm tại cơ sở.").measures[0].every == "quarter"
    assert one("Sản lượng tăng bình quân 5,5%/năm.", by=2030).measures[0].every == "year"


@pytest.mark.parametrize(
    ("header", "every"), [("Mỗi năm trồng", "year"), ("Số cây/năm", "year"), ("Năm 2025", None), ("Số cây", None)]
)
def test_columns_of_what_is_done_every_year(header: str, every: str | None) -> None:
    assert [m.every for m in table_cells(header, "500", unit="cây")] == [every]


@pytest.mark.parametrize("who", ["hộ", "người", "cơ sở", "đơn vị", "doanh nghiệp"])
def test_what_somebody_has_is_no_aim_of_the_plan(who: str) -> None:
    assert not targets.find(f"Hỗ trợ {who} trồng 200 cây mỗi vụ.")


@pytest.mark.parametrize("text", ["Không để xảy ra trên 5 vụ cháy.", "Không có hộ nào trên 3 con."])
def test_what_shall_not_be_is_no_aim(text: str) -> None:
    assert not targets.find(text)


def test_so_many_for_each() -> None:
    assert [m.value for m in one("Mỗi thôn 2 tổ tự quản.").measures] == [2]


def test_blocked_spans_hold_no_measures() -> None:
    text = "Thực hiện Kế hoạch 15% gì đó"
    assert targets.find(text)
    assert not targets.find(text, blocked=[(10, 22)])


def test_years_of_citations_are_nobodys() -> None:
    text = "Dạy nghề cho 300 lao động theo Quyết định số 77/QĐ-TTg ngày 01/7/2015."
    start = text.index("Quyết")
    assert one(text, blocked=[(start, len(text) - 1)]).measures[0].by is None


@pytest.mark.parametrize("text", ["", "   ", "Không có số nào ở đây", "(((", "%", "‰ 5", "từ đến %", "năm 2025"])
def test_nothing_to_find(text: str) -> None:
    assert targets.find(text, by=2025, objective=True) == []


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2. Mục tiêu cụ thể đến năm 2025:", 2025),
        ("II. MỤC TIÊU ĐẾN HẾT NĂM 2024", 2024),
        ("Chỉ tiêu giai đoạn 2021 - 2025", 2025),
        ("Mục tiêu đến năm 2025, tầm nhìn đến năm 2030", 2025),
        ("Tầm nhìn đến năm 2030", 2030),
        ("Chỉ tiêu năm học 2023 - 2024", 2024),
        ("Năm 2022", 2022),
        ("2030", 2030),
        ("Mục tiêu chung", None),
        ("Kết quả so với năm 2020", None),
    ],
)
def test_year_of_a_heading(text: str, year: int | None) -> None:
    assert targets.heading_year(text) == year


@pytest.mark.parametrize("row", units.COMPARATORS, ids=lambda r: r.pattern[:20])
def test_comparators_read_their_examples(row: units.Comparator) -> None:
    for example in row.examples:
        found = comparator(_before_number(example))
        assert found is not None, example
        assert found[1] == row or (found[1] is not None and found[1].sign == row.sign), example
    for example in row.counter_examples:
        found = comparator(_before_number(example))
        assert not (found and found[1] and found[1].sign == row.sign), example


def _before_number(text: str) -> str:
    digit = re.search(r"\d", text)
    assert digit
    return bare(text[: digit.start()])


@pytest.mark.parametrize(
    "unit",
    [
        "đạt 80% vào năm 2025, ",
        "1 ",
        "1-",
        "từ 5% ",
        "(",
        "02 lớp ",
        "năm 2025 và ",
        "đến năm 2025 đạt 8%, ",
        "xây dựng ",
    ],
)
def test_linear_time(unit: str) -> None:
    assert in_line(lambda text: targets.find(text, by=2025, objective=True), unit, 6_000)


def test_find_and_scan_agree() -> None:
    text = "Trồng 120 ha rừng; đạt 60% vào năm 2025."
    assert measures.find(text) == [f.measure for f in measures.scan(text)]


def test_what_there_is_counts_among_objectives_only() -> None:
    text = "Xã có 5 trường đạt chuẩn"
    assert measures.find(text) == []
    assert [(m.value, m.unit) for m in measures.find(text, objective=True)] == [(5, "trường")]


@pytest.mark.parametrize(("text", "unit"), [("đạt 8 phần trăm", "%"), ("đạt 8%", "%"), ("đạt 8 phần nghìn", "‰")])
def test_shares_in_words(text: str, unit: str) -> None:
    assert [(m.value, m.unit) for m in measures.find(text)] == [(8, unit)]


def test_a_number_at_the_start_of_what_is_taken_is_none() -> None:
    assert [q.value for q in quantities.read("15 cây, 20 cây", [(0, 2)])] == [20]
    assert [q.value for q in quantities.read("15 cây, 20 cây", [(3, 6)])] == [15, 20]


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        ("Số hóa tối thiểu 50% hồ sơ lưu trữ.", ["hồ sơ lưu trữ"]),
        ("Số hộ nghèo giảm 300 hộ.", ["Số hộ nghèo"]),
        (
            "100% các xã, phường có ít nhất 01 tổ công nghệ số cộng đồng hoạt động tốt.",
            ["các xã, phường", "tổ công nghệ số cộng đồng hoạt động tốt"],
        ),
        (
            "100% hộ có nhà tiêu, thôn có ít nhất 01 sân chơi theo quy định.",
            ["hộ có nhà tiêu", "sân chơi theo quy định"],
        ),
        ("Thu ngân sách đạt 500 tỷ đồng, tăng 8% so với dự toán.", ["Thu ngân sách"]),
        ("Số giường bệnh/10.000 dân đạt 32.", ["Số giường bệnh/10.000 dân"]),
        ("Hội Phụ nữ xã duy trì 12 câu lạc bộ; Hội Nông dân trồng 500 cây.", ["câu lạc bộ", "Hội Nông dân trồng"]),
        ("Chủ trì, phối hợp với Công an xã truy quét 4 điểm nóng.", ["điểm nóng"]),
        ("Xử lý dứt điểm 42 tờ khai tồn.", ["tờ khai tồn"]),
        ("Bồi dưỡng kiến thức quản lý cho 240 lượt cán bộ.", ["Bồi dưỡng kiến thức quản lý"]),
        ("Cuối mỗi học kỳ tổ chức 02 buổi đối thoại với học sinh.", ["buổi đối thoại với học sinh"]),
        ("Kim ngạch xuất khẩu phấn đấu đạt 120 triệu USD.", ["Kim ngạch xuất khẩu"]),
        ("Thu ngân sách phấn đấu đạt 3.250 tỷ đồng.", ["Thu ngân sách"]),
        ("Cắt giảm ít nhất 20% chi phí tuân thủ; kéo giảm 5% số vụ.", ["chi phí tuân thủ", "số vụ"]),
        ("Giải ngân vốn đến 30/9 đạt trên 60%, đến 31/12/2034 đạt trên 95%.", ["Giải ngân vốn"]),
        ("Tỷ lệ che phủ ở mức 52%, giảm 10% số vụ vi phạm.", ["Tỷ lệ che phủ", "số vụ vi phạm"]),
        ("Đến 2030 có từ 3 đến 5 khu du lịch cấp tỉnh.", ["khu du lịch cấp tỉnh"]),
        ("Mở 18 cuộc thanh tra theo Quyết định số 1205/QĐ-TTr, kết thúc trước 30/10.", ["cuộc thanh tra"]),
        ("Cấp thẻ cho 1.200 hộ kinh doanh, hoàn thành 100% trước 30/6.", ["Cấp thẻ"]),
        ("Lập 177 tổ công nghệ, mỗi tổ năm người.", ["tổ công nghệ"]),
        ("Thả 3 vạn con tôm giống nhân dịp lễ.", ["con tôm giống"]),
        ("Bổ sung 350 bản sách, từ ngày 18 đến ngày 23/4 mở hội sách.", ["bản sách"]),
        ("Cử 2 cán bộ trực vào thứ Tư.", ["cán bộ trực"]),
        ("Đến năm 2036, cứng hóa 85% đường thôn; đến năm 2038 là 92%.", ["đường thôn"]),
        ("Đến năm 2036, cứng hóa 85% đường thôn; thu gom 92% rác.", ["đường thôn", "rác"]),
    ],
)
def test_what_is_measured(text: str, indicators: list[str]) -> None:
    assert [t.indicator for t in targets.find(text, objective=True)] == indicators


def test_a_second_number_of_an_indicator_is_a_measure_of_it() -> None:
    [target] = targets.find("Thu ngân sách đạt 500 tỷ đồng, tăng 8% so với dự toán.", objective=True)
    assert [(m.value, m.unit) for m in target.measures] == [(500, "tỷ đồng"), (8, "%")]


@pytest.mark.parametrize("text", ["Đến các trạm y tế, số bác sĩ tăng thêm 11.", "Số thẻ/10.000 dân được in tại 11."])
def test_a_number_without_unit_is_none_without_what_it_is_per(text: str) -> None:
    assert targets.find(text, objective=True) == []
