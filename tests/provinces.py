"""Provinces that never were: one sample plan over and over, each time with edits that are known.

Every item of a made plan is known by its words: which item of the sample it was, or which of the own tasks.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from kehoach.comparing.units import units_of
from kehoach.comparing.words import plain_form
from kehoach.parsers import parse_source
from kehoach.readers import SourceText

SAMPLE = Path(__file__).resolve().parent.parent / "samples" / "tinh-chuyen-doi-so.txt"
HOME = "Nam Định"
EDITED = ("objectives", "tasks", "duties")

NAMES = (
    "An Giang|Bà Rịa - Vũng Tàu|Bạc Liêu|Bắc Giang|Bắc Kạn|Bắc Ninh|Bến Tre|Bình Dương|Bình Định|Bình Phước|"
    "Bình Thuận|Cà Mau|Cao Bằng|Đắk Lắk|Đắk Nông|Điện Biên|Đồng Nai|Đồng Tháp|Gia Lai|Hà Giang|Hà Nam|Hà Tĩnh|"
    "Hải Dương|Hậu Giang|Hòa Bình|Hưng Yên|Khánh Hòa|Kiên Giang|Kon Tum|Lai Châu|Lạng Sơn|Lào Cai|Lâm Đồng|"
    "Long An|Nghệ An|Ninh Bình|Ninh Thuận|Phú Thọ|Phú Yên|Quảng Bình|Quảng Nam|Quảng Ngãi|Quảng Ninh|"
    "Quảng Trị|Sóc Trăng|Sơn La|Tây Ninh|Thái Bình|Thái Nguyên|Thanh Hóa|Tiền Giang|Trà Vinh|Tuyên Quang|"
    "Vĩnh Long|Vĩnh Phúc|Yên Bái|Nam Định|Hà Tây|Minh Hải|Sông Bé"
).split("|")

# Other words for the same, not those that the aligner knows.
REWORDINGS = (
    ("ít nhất", "không dưới"), ("người dân", "bà con"), ("Tổ chức", "Tiến hành"), ("Xây dựng", "Lập"),
    ("hoàn thành", "làm xong"), ("sử dụng", "dùng"), ("các ", "những "), ("Hỗ trợ", "Trợ giúp"),
    ("trên toàn tỉnh", "trong cả tỉnh"), ("bảo đảm", "giữ vững"),
    ("Mở ", "Khai trương "), ("doanh nghiệp", "các doanh nghiệp"), ("Phối hợp với", "Cùng với"), ("phục vụ", "giúp"),
)  # fmt: skip
TAILS = ("; báo cáo kết quả hằng quý", " theo lộ trình chung", ", phù hợp điều kiện từng nơi", "; sơ kết vào cuối năm")
OWN = (
    "Thử nghiệm taxi điện gọi qua ứng dụng tại khu du lịch", "Số hóa gia phả, thần tích đình làng",
    "Trang bị phao báo sóng cho tàu cá",
    "Cài chip theo dõi đàn voi nhà", "Lập bản đồ sạt lở ven sông từ ảnh vệ tinh",
    "Bán vé xe buýt bằng thẻ không tiếp xúc",
    "Dán mã tra cứu trên cây cổ thụ", "Phát sách nói cho người khiếm thị", "Quản lý bãi đỗ xe thông minh tại cửa khẩu",
    "Dạy lập trình cho học viên trại giam", "Đo độ mặn tự động ở cống ngăn triều", "Chấm công cán bộ bằng khuôn mặt",
)  # fmt: skip


@dataclass(slots=True)
class Province:
    """A made plan and where its items are from."""

    name: str
    text: str
    origin: dict[str, str] = field(default_factory=dict)
    """By an item's comparable words: the id of the sample's item, or 'own.N'."""
    numbers: dict[str, str] = field(default_factory=dict)
    """By the sample's item, the share it sets in place of the sample's."""

    def plan(self) -> dict[str, Any]:
        """The plan as data."""
        return parse_source(SourceText.from_text(self.text, name=f"{self.name}.txt"))

    def label(self, text: str) -> str | None:
        """Where an item with these words is from."""
        return self.origin.get(plain_form(text))


def provinces(count: int, seed: int) -> list[Province]:
    """``count`` provinces, the same for the same seed."""
    rng = random.Random(seed)
    return [_province(NAMES[i % len(NAMES)], rng) for i in range(count)]


@cache
def _items() -> dict[int, tuple[str, str, bool]]:
    """By line of the sample: id, words, whether it may be left out, for every item that has its line to itself."""
    text = SAMPLE.read_text("utf-8")
    lines = text.split("\n")
    out = {}
    for unit in units_of(parse_source(SourceText.from_text(text, name="x")), EDITED):
        if unit.text in lines[unit.line - 1]:
            alone = re.fullmatch(r"(?:-|[a-zđ]\)|\d+\.) " + re.escape(unit.text), lines[unit.line - 1]) is not None
            out[unit.line] = (unit.id, unit.text, unit.leaf and alone)
    return out


def _province(name: str, rng: random.Random) -> Province:
    out = Province(name, "")
    lines = []
    for number, line in enumerate(SAMPLE.read_text("utf-8").split("\n"), 1):
        if number not in _items():
            lines.append(line.replace(HOME.upper(), name.upper()).replace(HOME, name))
            continue
        item, words, free = _items()[number]
        if free and rng.random() < 0.12:
            continue
        told = _edited(words, item, free, out, rng).replace(HOME, name)
        lines.append(line.replace(words, told))
        out.origin[plain_form(told)] = item
        if free and item.startswith("tasks") and rng.random() < 0.1:
            own = rng.randrange(len(OWN))
            told = OWN[own] + rng.choice(TAILS) + "."
            if plain_form(told) not in out.origin:
                label = re.match(r"\S+ ", line)
                lines.append((label[0] if label else "- ") + told)
                out.origin[plain_form(told)] = f"own.{own}"
    out.text = "\n".join(lines)
    return out


def _edited(words: str, item: str, free: bool, out: Province, rng: random.Random) -> str:
    share = re.search(r"\b(\d\d)%", words)
    if share and rng.random() < 0.5:
        number = str(max(10, int(share[1]) - rng.randint(1, 9)))
        words = words.replace(share[0], f"{number}%", 1)
        out.numbers[item] = number
    if not free or rng.random() < 0.5:
        return words
    for old, new in rng.sample(REWORDINGS, len(REWORDINGS)):
        if old in words and rng.random() < 0.7:
            words = words.replace(old, new, 1)
    if rng.random() < 0.3:
        words = words.rstrip(".;") + rng.choice(TAILS) + words[len(words.rstrip(".;")) :]
    return words
