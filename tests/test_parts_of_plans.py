"""Small parts of the parser that no plan of the rules shows: called on their own, or by the end of a text."""

from __future__ import annotations

from typing import Any

import pytest

from kehoach.parsers import parse_source
from kehoach.parsers.assignment_fields import has_field
from kehoach.parsers.view import View
from kehoach.readers import SourceText

HEAD = "KẾ HOẠCH\nTrồng cây năm 2031\n\nI. MỤC ĐÍCH\nPhủ xanh đồi trọc.\nII. NHIỆM VỤ\n"


def plan(text: str) -> dict[str, Any]:
    return parse_source(SourceText.from_text(text))


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("Thời gian: quý I", True),
        ("Phối hợp thực hiện với: Sở Y tế", True),
        ("Trồng cây: đủ giống; Thời gian: quý I; ghi chú: không", True),
        ("Trồng cây: đủ giống; giống: lim; ghi chú: không", False),
        ("Thời gian", False),
    ],
)
def test_fields_inside_a_text(text: str, holds: bool) -> None:
    assert has_field(text) is holds


@pytest.mark.parametrize("sign", ["|", "\t"])
def test_the_last_cell_is_whole_where_the_text_ends_without_a_line_end(sign: str) -> None:
    table = "TT | Nội dung | Chủ trì\n1 | Đào hố | Thôn trên\n2 | Chở đất | Thôn dưới"
    found = plan(HEAD + table.replace(" | ", sign))
    assert [row["lead"] for row in found["assignments"]] == [["Thôn trên"], ["Thôn dưới"]]


def test_a_sum_that_does_not_add_up_is_shown_where_it_stands() -> None:
    money = "Tổng kinh phí là 100 triệu đồng, trong đó: xã 60 triệu đồng; dân 30 triệu đồng."
    text = f"{HEAD}1. Trồng cây.\n2. Giữ rừng.\nIII. KINH PHÍ\n{money}\n"
    (warning,) = (w for w in plan(text)["warnings"] if w["code"] == "sum-mismatch")
    assert text[warning["span"]["start"] : warning["span"]["end"]] == "100 triệu đồng"


@pytest.mark.parametrize(
    ("source", "text", "offsets"),
    [
        ("e\u0301x", "éx", [0, 2, 3]),
        ("x\u0323 e\u0301", "x\u0323 é", [0, 1, 2, 3, 5]),  # no letter has x and its mark in one
        ("e\u0323\u0302 o\u031b", "ệ ơ", [0, 3, 4, 6]),
    ],
)
def test_offsets_of_letters_written_in_parts(source: str, text: str, offsets: list[int]) -> None:
    view = View(source)
    assert view.text == text
    assert [view.offset(at) for at in range(len(text) + 1)] == offsets


@pytest.mark.parametrize("lead", ["lập kế hoạch như sau", "Ủy ban nhân dân xã xây dựng Kế hoạch, cụ thể như sau:"])
def test_a_lead_that_names_no_plan_gives_no_title(lead: str) -> None:
    assert parse_source(SourceText.from_text(lead))["document"]["title"] is None


def test_a_tag_left_alone_is_noise() -> None:
    found = plan("KẾ HOẠCH\nTrồng cây\n<b>1. Chọn giống:</b> bàng, phượng.\n<b>1. Ban giám hiệu:</b> chỉ đạo chung.")
    assert "unknown" not in [block["kind"] for block in found["blocks"]]
    assert "unplaced-text" not in [warning["code"] for warning in found["warnings"]]
