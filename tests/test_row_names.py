"""Who leads, helps and when, by the rows of a task table."""

from __future__ import annotations

import pytest

import kehoach

PLAN = """ỦY BAN NHÂN DÂN
HUYỆN ĐỒI THÔNG

KẾ HOẠCH
Sửa chữa trạm bơm năm 2031

I. MỤC ĐÍCH
- Đủ nước tưới cho vụ mùa.

II. NHIỆM VỤ

| TT | {task} | {heads} |
|---|---|{rule}
| 1 | Thay máy bơm ở các xã | {above} |
| 2 | Nạo vét bể hút | {cells} |

III. TỔ CHỨC THỰC HIỆN
Giao Phòng Nông nghiệp theo dõi.
"""


def row(heads: str, cells: str, above: str = "", task: str = "Nội dung") -> tuple[list[str], list[str], str | None]:
    """Lead, partners and date of the second row."""
    rule = "---|" * (heads.count("|") + 1)
    plan = kehoach.parse(PLAN.format(heads=heads, cells=cells, above=above or cells, rule=rule, task=task))
    found = next(a for a in plan.assignments if a.action == "Nạo vét bể hút")
    return list(found.lead), list(found.partners), found.due


@pytest.mark.parametrize(
    ("heads", "cells", "read"),
    [
        ("Đơn vị thực hiện", "Phòng Y tế (chủ trì), Trạm Y tế xã", (["Phòng Y tế"], ["Trạm Y tế xã"], None)),
        ("Phân công", "Chủ trì: Phòng Y tế; phối hợp: Công an huyện", (["Phòng Y tế"], ["Công an huyện"], None)),
        ("Phân công", "- Phòng Y tế: chủ trì<br>- Trạm Y tế: phối hợp", (["Phòng Y tế"], ["Trạm Y tế"], None)),
        ("Chủ trì/phối hợp", "Phòng Y tế/Công an huyện", (["Phòng Y tế"], ["Công an huyện"], None)),
        ("Đơn vị thực hiện (chủ trì, phối hợp)", "Phòng Y tế chủ trì", (["Phòng Y tế"], [], None)),
        ("Phụ trách", "Đ/c Lành - Tổng phụ trách", (["Đ/c Lành - Tổng phụ trách"], [], None)),
        (
            "Giao cho",
            "Phòng Y tế<br>Công an huyện<br>UBND các xã",
            (["Phòng Y tế", "Công an huyện", "UBND các xã"], [], None),
        ),
        ("Thực hiện", "Ngân hàng Chính sách xã<br>hội huyện", (["Ngân hàng Chính sách xã hội huyện"], [], None)),
        ("Thực hiện", "Đoàn TN; GVCN", (["Đoàn TN", "GVCN"], [], None)),
        ("Chủ đầu tư | Hạn", "UBND xã Suối Lim | 15/4", (["UBND xã Suối Lim"], [], "2031-04-15")),
        ("Đơn vị | Bắt đầu | Kết thúc", "Phòng Y tế | 3/2031 | 5/2031", (["Phòng Y tế"], [], "2031-05")),
        ("Đơn vị | Tháng", "Cái | 12", ([], [], "2031-12")),
    ],
)
def test_what_the_cells_say(heads: str, cells: str, read: tuple[list[str], list[str], str | None]) -> None:
    assert row(heads, cells) == read


@pytest.mark.parametrize("ditto", ["nt", "-nt-", '"', "Như trên"])
def test_a_ditto_is_the_name_above(ditto: str) -> None:
    assert row("Chủ trì | Phối hợp", f"{ditto} | Công an huyện", "Phòng Y tế | UBND các xã") == (
        ["Phòng Y tế"],
        ["Công an huyện"],
        None,
    )


@pytest.mark.parametrize("task", ["Tên công trình, dự án", "Danh mục", "Tên các hội thi", "Chủ đề"])
def test_other_names_of_what_is_done(task: str) -> None:
    assert row("Thời gian | Đơn vị thực hiện", "Tháng 6 | Phòng Y tế", task=task) == (["Phòng Y tế"], [], "2031-06")
