"""Partners: the words behind "phối hợp với" that name somebody."""

from __future__ import annotations

import pytest

from growing import in_line
from kehoach.parsers.facts import partners


def found(text: str) -> list[str]:
    return [text[p.start : p.end] for p in partners.find(text)]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Chỉ đạo Công an xã phối hợp với Trạm Y tế rà soát.", []),
        ("Cử cán bộ phối hợp với Sở Y tế kiểm tra.", []),
        ("Tuyên truyền, vận động người dân phối hợp với Công an xã.", []),
        ("Đề nghị Huyện đoàn phối hợp với Hội Nông dân ra quân.", ["Hội Nông dân"]),
        ("Giao Văn phòng phối hợp với Sở Nội vụ theo dõi.", ["Sở Nội vụ"]),
        ("Chỉ đạo rà soát, phối hợp với Sở Nội vụ xét khen thưởng.", ["Sở Nội vụ"]),
        ("Phối hợp với các sở, ngành trong việc thẩm định.", ["các sở, ngành"]),
        ("Phối hợp với các xã trong tỉnh bố trí đất.", ["các xã trong tỉnh"]),
        ("Phối hợp với Bộ Y tế (Cục Y tế dự phòng) tập huấn.", ["Bộ Y tế (Cục Y tế dự phòng)"]),
        ("Phối hợp với Sở Y tế.", ["Sở Y tế"]),
        ("Thực hiện quy chế phối hợp với Công an huyện.", []),
        ("Công tác tuyên truyền phối hợp với Sở Y tế.", []),
        ("Phối hợp", []),
        ("phối hợp với", []),
    ],
)
def test_who_works_with_whom(text: str, want: list[str]) -> None:
    assert found(text) == want


@pytest.mark.parametrize(
    "unit",
    ["phối hợp với ", "phối hợp ", "phối hợp với Sở Y tế và ", "cử cán bộ phối hợp với ", "phối hợp với a b c d ",
     "phối hợp với các cơ sở cung cấp dịch vụ ", "phối hợp,, ", "phối hợp với ("],
)  # fmt: skip
def test_linear(unit: str) -> None:
    assert in_line(partners.find, unit, 10_000)
