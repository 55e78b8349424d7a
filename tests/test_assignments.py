"""Rows of who does what: what is said of one task is one row."""

from __future__ import annotations

import pytest

import kehoach
from kehoach import tables

PLAN = """KẾ HOẠCH
Trồng cây xanh năm 2031

I. MỤC ĐÍCH
Phủ xanh các đồi trọc phía tây của tỉnh.

II. NHIỆM VỤ
1. {task}
2. Trồng cây dọc các tuyến đường liên thôn.

III. TỔ CHỨC THỰC HIỆN
1. Sở Tài chính: Bố trí kinh phí mua cây.
"""


@pytest.mark.parametrize(
    ("task", "rows"),
    [
        (
            "Ươm giống lát hoa (Sở Xây dựng chủ trì, phối hợp với Sở Tài chính; xong trong quý II/2031).",
            [(["Sở Xây dựng"], ["Sở Tài chính"], "Sở Tài chính", "2031-Q2")],
        ),
        (
            "Kiểm tra vườn ươm (Sở Xây dựng chủ trì, phối hợp với Thanh tra Sở kiểm tra định kỳ).",
            [(["Sở Xây dựng"], ["Thanh tra Sở"], "Thanh tra Sở", None)],
        ),
        (
            "Đào hố, phối hợp với Hội Làm vườn kiểm tra.\n- Đơn vị chủ trì: Sở Xây dựng.\n- Phối hợp: Sở Tài chính.",
            [(["Sở Xây dựng"], ["Sở Tài chính", "Hội Làm vườn"], "Hội Làm vườn", None)],
        ),
        (
            "Làm đất (Cơ quan chủ trì: Sở Xây dựng; cơ quan phối hợp: Sở Tài chính).",
            [(["Sở Xây dựng"], ["Sở Tài chính"], None, None)],
        ),
        (
            "Tưới cây (phối hợp: Sở Tài chính, Sở Xây dựng).",
            [([], ["Sở Tài chính", "Sở Xây dựng"], None, None)],
        ),
        (
            "Tưới cây (Sở Xây dựng chủ trì thực hiện: xong trước 20/4/2031).",
            [(["Sở Xây dựng"], [], None, "2031-04-20")],
        ),
        (
            "Đào hố (Sở Xây dựng chủ trì; phối hợp: Hội Làm vườn; hoàn thành trước 20/4/2031).",
            [(["Sở Xây dựng"], ["Hội Làm vườn"], None, "2031-04-20")],
        ),
        (
            "Đào hố (làm sau khi thực hiện; phối hợp: Hội Làm vườn).",
            [([], ["Hội Làm vườn"], None, None)],
        ),
        ("Treo băng rôn (Phòng Tổng hợp thực hiện).", [(["Phòng Tổng hợp"], [], None, None)]),
        (
            "Bổ nhiệm lại hai đội trưởng (xong trước 20/4/2031). Đ/c Hạnh phụ trách.",
            [(["Đ/c Hạnh"], [], None, "2031-04-20")],
        ),
        (
            "Quyết toán vật tư; Phòng Tổng hợp thực hiện, Sở Xây dựng phối hợp.",
            [(["Phòng Tổng hợp"], ["Sở Xây dựng"], None, None)],
        ),
        ("Lập danh mục cây; các hộ dân hai bên đường tự thực hiện.", []),
        ("Lập danh mục cây. Hướng dẫn các xã thực hiện.", []),
        ("Treo băng rôn (các hộ dân hai bên đường tự thực hiện).", []),
        (
            "Lập tổ trồng cây. Phân công: Sở Xây dựng; hoàn thành trước 22/3/2031.",
            [(["Sở Xây dựng"], [], None, "2031-03-22")],
        ),
        (
            "Giao Sở Xây dựng chủ trì, phối hợp với Sở Tài chính tỉa cành.",
            [(["Sở Xây dựng"], ["Sở Tài chính"], "Sở Tài chính", None)],
        ),
        (
            "Kiểm tra vườn. Sở Xây dựng chủ trì, phối hợp với Sở Tài chính lập dự toán trước 20/4/2031.",
            [(["Sở Xây dựng"], ["Sở Tài chính"], "Sở Tài chính", "2031-04-20")],
        ),
        (
            "Rà soát vườn cây, chủ trì, phối hợp với Sở Tài chính tỉa cành.",
            [([], ["Sở Tài chính"], "Sở Tài chính", None)],
        ),
        (
            "Phối hợp với Huyện đoàn ra quân trồng cây (Sở Xây dựng chủ trì).",
            [(["Sở Xây dựng"], ["Huyện đoàn"], "Huyện đoàn", None)],
        ),
        (
            "Rà soát đất trống.\n- Cơ quan, đơn vị được giao chủ trì: 1. Sở Xây dựng; 2. Sở Tài chính. "
            "Kinh phí: 90 triệu đồng.\n- Thời gian hoàn thành dự kiến: tháng 5/2031.",
            [(["Sở Xây dựng", "Sở Tài chính"], [], None, "2031-05")],
        ),
        (
            "Lập bản đồ vườn cây.\n- Kinh phí: 90 triệu đồng; cơ quan chủ trì soạn thảo: Sở Xây dựng; đơn vị hỗ trợ: "
            "Sở Y tế.\n- Dự kiến thời gian: Quý III/2031",
            [(["Sở Xây dựng"], ["Sở Y tế"], None, "2031-Q3")],
        ),
        (
            "Chăm sóc cây.\n- Phân công thực hiện:\n+ Chủ trì: Sở Xây dựng\n+ Phối hợp với: Sở Y tế",
            [(["Sở Xây dựng"], ["Sở Y tế"], None, None)],
        ),
        ("Tưới cây (giao Sở Xây dựng).", [(["Sở Xây dựng"], [], None, None)]),
        ("Tưới cây (Sở Xây dựng, quý II/2031).", [(["Sở Xây dựng"], [], None, "2031-Q2")]),
        ("Tưới cây (theo hướng dẫn của Sở Xây dựng, quý II/2031).", []),
        (
            "Tưới cây, giao Sở Xây dựng chủ trì, phối hợp với Sở Tài chính thực hiện.",
            [(["Sở Xây dựng"], ["Sở Tài chính"], "Sở Tài chính", None)],
        ),
        (
            "Sở Xây dựng có trách nhiệm chủ trì, phối hợp với Sở Tài chính tưới cây.",
            [(["Sở Xây dựng"], ["Sở Tài chính"], "Sở Tài chính", None)],
        ),
        (
            "Sở Xây dựng, Sở Y tế theo chức năng, nhiệm vụ phối hợp với Sở Tài chính tưới cây.",
            [(["Sở Xây dựng", "Sở Y tế"], ["Sở Tài chính"], "Sở Tài chính", None)],
        ),
        (
            "Tưới cây, do Sở Xây dựng chủ trì, phối hợp với Sở Tài chính thực hiện.",
            [(["Sở Xây dựng"], ["Sở Tài chính"], "Sở Tài chính", None)],
        ),
        ("Tăng cường phối hợp với Sở Tài chính.", [([], ["Sở Tài chính"], "Sở Tài chính", None)]),
        ("Tưới cây, giao Sở Xây dựng thực hiện.", [(["Sở Xây dựng"], [], None, None)]),
        ("Nghiệm thu đề tài do Sở Xây dựng thực hiện.", []),
        ("Tưới cây.\n- Trách nhiệm: Sở Xây dựng", [(["Sở Xây dựng"], [], None, None)]),
        ("Chăm sóc cây.\n- Phối hợp: tăng cường kiểm tra giữa các ngành trong mùa khô.", []),
        ("Chăm sóc cây.\n- Địa điểm: các đồi trọc; kinh phí: 90 triệu đồng.", []),
    ],
)
def test_what_one_task_says_is_one_row(
    task: str, rows: list[tuple[list[str], list[str], str | None, str | None]]
) -> None:
    plan = kehoach.parse(PLAN.format(task=task)).model_dump(mode="json")
    found = [row for row in tables.rows(plan, "assignments") if row["item"] == "tasks.1"]
    assert [(row["lead"], row["partners"], row["partners_text"], row["due"]) for row in found] == rows


def test_the_words_that_name_partners_have_a_row_of_their_own() -> None:
    plan = kehoach.parse(PLAN.format(task="Tỉa cành (Sở Xây dựng chủ trì, phối hợp với Sở Tài chính)."))
    found = [a for a in plan.assignments if a.item == "tasks.1"]
    assert [(a.lead, a.partners, a.partners_text) for a in found] == [
        (["Sở Xây dựng"], ["Sở Tài chính"], None),
        (["Sở Xây dựng"], ["Sở Tài chính"], "Sở Tài chính"),
    ]
