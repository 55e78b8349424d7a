"""Names in Vietnamese order."""

from __future__ import annotations

import random
import unicodedata

from kehoach.collation import alphabetical

PROVINCES = (
    "An Giang|Bà Rịa - Vũng Tàu|Bạc Liêu|Bắc Giang|Bắc Kạn|Bắc Ninh|Bến Tre|Bình Dương|Bình Định|Bình Phước|"
    "Bình Thuận|Cà Mau|Cao Bằng|Cần Thơ|Đà Nẵng|Đắk Lắk|Đắk Nông|Điện Biên|Đồng Nai|Đồng Tháp|Gia Lai|Hà Giang|"
    "Hà Nam|Hà Nội|Hà Tĩnh|Hải Dương|Hải Phòng|Hậu Giang|Hòa Bình|Hưng Yên|Khánh Hòa|Kiên Giang|Kon Tum|Lai Châu|"
    "Lạng Sơn|Lào Cai|Lâm Đồng|Long An|Nam Định|Nghệ An|Ninh Bình|Ninh Thuận|Phú Thọ|Phú Yên|Quảng Bình|Quảng Nam|"
    "Quảng Ngãi|Quảng Ninh|Quảng Trị|Sóc Trăng|Sơn La|Tây Ninh|Thái Bình|Thái Nguyên|Thanh Hóa|Thừa Thiên Huế|"
    "Tiền Giang|Trà Vinh|Tuyên Quang|Vĩnh Long|Vĩnh Phúc|Yên Bái"
).split("|")
SYLLABLES = "ma mà mả mã má mạ man màn mang mắn mẳng mầm mân me mê mo mô mơ mu mư".split()


def test_provinces_stand_as_in_an_atlas() -> None:
    mixed = random.Random(7).sample(PROVINCES, len(PROVINCES))
    assert sorted(mixed, key=alphabetical) == PROVINCES


def test_letters_before_tones_syllable_by_syllable() -> None:
    assert sorted(random.Random(3).sample(SYLLABLES, len(SYLLABLES)), key=alphabetical) == SYLLABLES
    assert sorted(["bà ba", "ba tô", "ba", "bà"], key=alphabetical) == ["ba", "ba tô", "bà", "bà ba"]


def test_normal_forms_capitals_and_signs_do_not_count() -> None:
    names = [unicodedata.normalize("NFD", "Điện Biên"), "ĐẮK LẮK", "điện-an", "_Đà Nẵng"]
    assert sorted(names, key=alphabetical) == ["_Đà Nẵng", "ĐẮK LẮK", "điện-an", names[0]]


def test_numbers_by_their_value() -> None:
    names = ["10 xã", "9 xã", "kế hoạch 2.txt", "kế hoạch 11.txt", "², ٣", "1" * 5000]
    assert sorted(names, key=alphabetical)[-2:] == ["kế hoạch 2.txt", "kế hoạch 11.txt"]
    assert sorted(names[:2], key=alphabetical) == ["9 xã", "10 xã"]
