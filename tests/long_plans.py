"""Long plans that never were, for measuring: every item is put together from parts by chance."""

from __future__ import annotations

import random

_VERBS = (
    "Rà soát", "Xây dựng", "Lắp đặt", "Kiểm tra", "Đào tạo", "Nâng cấp", "Vận hành", "Số hóa", "Bảo trì", "Thống kê",
    "Tuyên truyền", "Hỗ trợ", "Trồng mới", "Nạo vét", "Chiếu sáng", "Khảo sát",
)  # fmt: skip
_THINGS = (
    "trạm bơm", "nhà văn hóa", "tuyến mương", "thư viện", "sân chơi", "trạm y tế", "bến xe", "chợ phiên", "cầu treo",
    "lớp học", "vườn ươm", "điểm đọc sách", "đài truyền thanh", "kho lúa giống", "bể nước sạch", "đường hoa",
    "bến thuyền", "nhà trẻ", "trạm đo mưa", "đội cứu hộ", "tủ thuốc", "sổ hộ tịch", "làng nghề", "rừng ngập mặn",
)  # fmt: skip
_PLACES = (
    "ven sông", "vùng đồi", "khu tái định cư", "các thôn xa", "thị trấn cũ", "bãi ngang", "vùng trũng", "cửa biển",
    "dọc quốc lộ", "quanh hồ", "khu công nhân", "bản cao", "xóm chài", "cồn nổi",
)  # fmt: skip
_WAYS = (
    "theo hình thức cuốn chiếu từng đợt, có nhật ký thi công", "với sự góp công của người dân tại chỗ",
    "trên cơ sở danh mục đã lập, công khai tại trụ sở", "bằng vật liệu sẵn có, hạn chế chặt cây",
    "kết hợp hướng dẫn tại chỗ cho người mới nhận việc", "và bàn giao cho đơn vị sử dụng trông coi",
)  # fmt: skip
_BODIES = (
    "Sở Y tế", "Sở Tài chính", "Sở Xây dựng", "Sở Nội vụ", "Sở Tư pháp", "Sở Công Thương", "Công an tỉnh",
    "Sở Giáo dục và Đào tạo", "Sở Khoa học và Công nghệ", "Ủy ban nhân dân các xã, phường",
)  # fmt: skip

PAGE = 2_300
"""Letters on a printed page of 14 point."""

SEARCHING = """new Promise(done => {
  const start = performance.now(), box = document.querySelector("#f-text");
  box.value = "tram bom"; box.form.dispatchEvent(new Event("submit", {cancelable: true}));
  requestAnimationFrame(() => done(performance.now() - start));
})"""
"""Script that searches a report and gives the milliseconds until the page is drawn again."""


def long_plan(seed: int, pages: int = 30) -> str:
    """The text of a plan of about ``pages`` printed pages; the same for the same seed.

    Plans of different seeds share about half of their tasks.
    """
    own, shared = random.Random(seed), random.Random(0)
    province = ("Nam Định", "Bình Thuận", "Sơn La")[seed % 3]
    lines = [
        f"ỦY BAN NHÂN DÂN          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỈNH {province.upper()}",
        f"Số: {100 + seed}/KH-UBND          {province}, ngày 05 tháng 3 năm 2031",
        f"\nKẾ HOẠCH\nPhát triển nông thôn tỉnh {province} giai đoạn 2031 - 2035\n\nI. NHIỆM VỤ",
    ]
    size, number, half = sum(map(len, lines)), 0, pages * PAGE * 0.7
    while size < half:
        number += 1
        lines.append(f"{number}. {shared.choice(_VERBS)} {shared.choice(_THINGS)} {shared.choice(_PLACES)}")
        for _ in range(6):
            common, alone = _item(shared), _item(own)
            lines.append(f"- {common if own.random() < 0.6 else alone}")
        size += sum(map(len, lines[-7:]))
    lines.append("\nII. TỔ CHỨC THỰC HIỆN")
    for count, body in enumerate(_BODIES, 1):
        lines.append(f"{count}. {body}")
        while size < half + (pages * PAGE - half) * count / len(_BODIES):
            lines.append(f"- {_item(own)}")
            size += len(lines[-1])
    return "\n".join([*lines, "\nTrên đây là Kế hoạch phát triển nông thôn./.\n"])


def _item(rng: random.Random) -> str:
    """About as long as an item of a real plan: 180 letters."""
    return " ".join(_sentence(rng) for _ in range(rng.choice((1, 2, 2))))


def _sentence(rng: random.Random) -> str:
    what = f"{rng.choice(_VERBS)} {rng.randint(2, 400)} {rng.choice(_THINGS)} {rng.choice(_PLACES)} {rng.choice(_WAYS)}"
    day = f"{rng.randint(1, 28):02}/{rng.randint(1, 12)}/{rng.randint(2031, 2035)}"
    return f"{what}, hoàn thành trước ngày {day}." if rng.random() < 0.25 else f"{what}."
