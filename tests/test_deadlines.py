"""Deadlines: single rules, spans in composed sentences, knowledge rows against their examples, worst cases."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growing import in_line
from kehoach.folding import bare
from kehoach.knowledge.deadline_words import CUES, VETOES, Cue
from kehoach.parsers.facts.deadlines import cue, find, heading_month, heading_year
from sentences.kinds import deadlines_in
from sentences.run import rows


@pytest.mark.parametrize("half", ["dev", "held"])
def test_spans_hold_the_printed_words(half: str) -> None:
    for row in rows("deadlines", half):
        assert all(row["text"][d.start : d.end] == d.text and d.text for d in deadlines_in(row))


@pytest.mark.parametrize("row", VETOES + CUES, ids=lambda r: r.name)
def test_rows(row: Cue) -> None:
    pattern = re.compile(rf"(?:{row.pattern})\s{{0,2}}$")
    assert row.examples
    for text in row.examples:
        assert pattern.search(bare(text)), text
    for text in row.counters:
        m = pattern.search(bare(text))
        assert not m or any(word in text[m.start() : m.end()].lower() for word in row.unlike), text
        said = cue(text) if m else None
        assert said is None or said[0] is not None, text


@pytest.mark.parametrize("row", VETOES + CUES, ids=lambda r: r.name)
def test_rows_among_all(row: Cue) -> None:
    for text in row.examples:
        said = cue(text)
        assert said is not None
        assert said[0] == row.bound, text


@pytest.mark.parametrize(
    ("text", "year", "month"),
    [
        ("Năm 2026:", 2026, None),
        ("1- Năm 2026", 2026, None),
        ("Quý I/2025", 2025, None),
        ("Tháng 9/2025", 2025, 9),
        ("1. Ngày 18/4/2026", 2026, 4),
        ("NGÀY 2: THỨ BA, NGÀY 12/5/2026", 2026, 5),
        ("Đợt 1 (tháng 3/2025)", 2025, 3),
        ("Nhiệm vụ trọng tâm năm 2026", 2026, None),
        ("Mục tiêu đến năm 2030", None, None),
        ("Giai đoạn 2021 - 2025", None, None),
        ("Năm học 2025 - 2026", None, None),
        ("Kết quả so với năm 2020", None, None),
        ("Triển khai Luật Đất đai năm 2024", None, None),
        ("Tổ chức thực hiện", None, None),
    ],
)
def test_headings(text: str, year: int | None, month: int | None) -> None:
    assert (heading_year(text), heading_month(text)) == (year, month)


def test_missing_year() -> None:
    text = "Gửi kế hoạch trước ngày 30/11."
    assert [(d.due, d.every) for d in find(text, year=2024)] == [("2024-11-30", None)]
    assert [(d.due, d.every) for d in find(text)] == [("--11-30", None)]
    assert [(d.due, d.every) for d in find("Gửi báo cáo trước ngày 30/11.")] == [("--11-30", "year")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Nghiệm thu ngày 20/12/2025 (chậm nhất 28/12).", [("2025-12-20", None), ("2025-12-28", None)]),
        ("Trước ngày 15/12 tổ chức họp; hằng năm rà soát.", [("--12-15", None), (None, "year")]),
        ("Rà soát trước ngày 15/6 và 15/12/2025.", [("2025-06-15", None), ("2025-12-15", None)]),
        ("Thời gian hoàn thành: năm 2025.", [("2025", None)]),
        ("Thời gian thực hiện: năm 2025.", []),
        ("Hằng năm rà soát hằng tuần, gửi danh sách trước ngày 15/12.", [(None, "week"), ("--12-15", "year")]),
        ("Tổ chức sơ kết giữa kỳ (năm 2027), tổng kết (năm 2030).", [("2027", None), ("2030", None)]),
        ("Định kỳ hằng tháng; gửi trước ngày 25. Nộp trước ngày 5.", [("---25", "month")]),
    ],
)
def test_what_the_sentence_says_beside_a_date(text: str, found: list[tuple[str | None, str | None]]) -> None:
    assert [(d.due, d.every) for d in find(text)] == found


def test_dates_of_documents_are_no_deadlines() -> None:
    text = "Hoàn thành trước ngày 15/6/2025 theo mẫu."
    first, last = text.index("trước"), text.index(" theo")
    assert find(text, blocked=[(first, last)]) == []
    assert [d.due for d in find(text, blocked=[(last, len(text))])] == ["2025-06-15"]
    assert [d.due for d in find(text, blocked=[(0, first)])] == ["2025-06-15"]


def test_month_of_heading() -> None:
    assert [d.due for d in find("Ngày 12: khai mạc", year=2025, month=9)] == ["2025-09-12"]
    assert find("Ngày 12: khai mạc", year=2025) == []


def test_words_taken() -> None:
    (d,) = find("Các xã gửi về huyện chậm nhất ngày 15/12 hằng năm để tổng hợp.")
    assert (d.text, d.due, d.bound, d.every) == ("chậm nhất ngày 15/12 hằng năm", "--12-15", "by", "year")


def test_finish_column() -> None:
    assert [d.bound for d in find("Quý III/2025", table_cell=True, finish=True)] == ["by"]
    assert [d.due for d in find("Trong năm", year=2025, table_cell=True)] == ["2025"]


@given(st.text(alphabet="0123456789/.-, ngàytháunămqýIVl;()đếtừhằgỗimrcb", max_size=80), st.booleans())
def test_any_text(text: str, cell: bool) -> None:
    for d in find(text, year=2025, table_cell=cell):
        assert text[d.start : d.end] == d.text
        assert d.due or d.every


@pytest.mark.parametrize(
    "unit",
    [
        "trước 5/6; ",
        "hằng năm, ",
        "định kỳ 6 tháng, quý, ",
        "báo cáo 6 tháng (10/6), năm trước 10/12 hằng năm; ",
        "hoàn thành tháng 6 ",
        "ngày hội ",
        "2 lần/năm ",
        "8:00 ",
    ],
)
def test_linear(unit: str) -> None:
    assert in_line(lambda text: find(text, year=2021), unit, 12_000)


@pytest.mark.parametrize(
    ("text", "every"),
    [
        ("Báo cáo Ủy ban nhân dân huyện 6 tháng, năm.", ["half-year", "year"]),
        ("Theo dõi, báo cáo Chánh án 06 tháng, 01 năm.", ["half-year", "year"]),
        ("Báo cáo kết quả về Sở Y tế quý và năm.", ["quarter", "year"]),
        ("Báo cáo 3 tháng, 6 tháng, 9 tháng, năm về huyện.", ["quarter", "half-year", "year"]),
        ("Báo cáo kết quả thực hiện kế hoạch tháng, quý, năm 2031.", []),
        ("Báo cáo Ủy ban nhân dân huyện tháng 6, năm 2031.", []),
    ],
)
def test_how_often_is_reported_behind_to_whom(text: str, every: list[str]) -> None:
    assert [d.every for d in find(text, year=2031)] == every


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Lập hồ sơ; thời hạn 28/02/2031.", [("thời hạn 28/02/2031", "by")]),
        ("Tổ chức hội thi, thời gian quý II/2031.", [("thời gian quý II/2031", "during")]),
        ("Xây dựng phần mềm (tiến độ hoàn thành tháng 9/2031).", [("tiến độ hoàn thành tháng 9/2031", "by")]),
        ("Cán bộ có thời gian công tác từ năm 2010", []),
        ("Số liệu thời điểm 31/12/2031", []),
        ("Bảo đảm an ninh, trật tự tháng 6/2031", []),
        ("Triển khai hóa đơn điện tử tháng 6/2031", []),
        ("Kiểm tra các chợ tháng 6/2031", []),
        ("Cải tạo nhà văn hóa trong 6 tháng cuối năm.", [("trong 6 tháng cuối năm", "during")]),
        ("Nghiệm thu tuyến kênh (hoàn thành 09 tháng đầu năm)", [("hoàn thành 09 tháng đầu năm", "by")]),
        ("Tiêm phòng 02 lần: lần 1 tháng 4, kỳ 2 tháng 10.", [("tháng 4", "during"), ("tháng 10", "during")]),
        (
            "Kiểm tra 02 đợt trong năm 2032: đợt 1 quý II; đợt 2 vào tháng 9.",
            [("quý II", "during"), ("vào tháng 9", "during")],
        ),
        ("Hoàn thành trong năm 2031 (lần đầu tiên ở huyện).", [("Hoàn thành trong năm 2031", "by")]),
        (
            "Tổ chức hội thi trong năm 2031 (lần thứ ba). Tổng kết vào tháng 12.",
            [("trong năm 2031", "during"), ("vào tháng 12", "during")],
        ),
        ("Phát huy kết quả đạt được trong 6 tháng đầu năm.", []),
        ("Tiếp tục thực hiện nhiệm vụ 6 tháng cuối năm.", []),
    ],
)
def test_words_that_say_when_and_words_that_look_like_them(text: str, said: list[tuple[str, str]]) -> None:
    assert [(d.text, d.bound) for d in find(text, year=2031)] == said


def test_rounds_are_of_the_year_they_are_shared_out_of() -> None:
    found = find("Kiểm tra 02 đợt trong năm 2032: đợt 1 quý II; đợt 2 vào tháng 9.", year=2031)
    assert [d.due for d in found] == ["2032-Q2", "2032-09"]


@pytest.mark.parametrize(
    ("text", "due"), [("Trồng cây từ tháng 01/2031", ["2031-01"]), ("Đã trồng cây từ tháng 01/2031", [])]
)
def test_what_is_done_since_is_due_no_more(text: str, due: list[str]) -> None:
    assert [deadline.due for deadline in find(text, year=2031)] == due
