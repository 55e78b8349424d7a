"""Places: the tables are whole, names are found in all their spellings, old and new are joined."""

from __future__ import annotations

import subprocess
import sys

import pytest

from growing import in_line
from kehoach.knowledge import places


def test_63_provinces_became_34() -> None:
    before, since = places.provinces_before(), places.provinces_since()
    assert (len(before), len(since)) == (63, 34)
    assert {places.successor(name) for name in before} == set(since)
    assert sorted(part for p in since.values() for part in p.merged) == sorted(before)


def test_provinces_that_stayed_have_no_end() -> None:
    stayed = [p.name for p in places.provinces_before().values() if p.until is None]
    assert len(stayed) == 11
    assert {"Hà Nội", "Huế", "Cao Bằng", "Nghệ An", "Lai Châu"} <= set(stayed)


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Bắc Cạn", "Bắc Kạn"), ("Đắc Lắc", "Đắk Lắk"), ("tỉnh Đắc Nông", "Đắk Nông"), ("TP. HCM", "Hồ Chí Minh"),
        ("TP.HCM", "Hồ Chí Minh"), ("thành phố Hồ Chí Minh", "Hồ Chí Minh"), ("Thừa Thiên - Huế", "Thừa Thiên Huế"),
        ("TP Huế", "Huế"), ("Bà Rịa-Vũng Tàu", "Bà Rịa - Vũng Tàu"), ("HOÀ BÌNH", "Hòa Bình"),
        ("tinh Lao Cai", "Lào Cai"), ("Kontum", "Kon Tum"), ("Thủ đô Hà Nội", "Hà Nội"),
    ],
)  # fmt: skip
def test_spellings(printed: str, name: str) -> None:
    found = places.province_of(printed)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize(
    ("name", "year", "then"),
    [("Yên Bái", 2019, "Yên Bái"), ("Yên Bái", 2026, "Lào Cai"), ("Kiên Giang", 2026, "An Giang"),
     ("Thừa Thiên Huế", 2026, "Huế"), ("Cà Mau", 2026, "Cà Mau"), ("Bạc Liêu", 2027, "Cà Mau")],
)  # fmt: skip
def test_a_name_in_time(name: str, year: int, then: str) -> None:
    found = places.province_of(name, year)
    assert found is not None
    assert found.name == then


def test_no_province() -> None:
    assert places.province_of("Sở Y tế") is None
    assert places.successor("Trường Sơn") is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ủy ban nhân dân tỉnh Lào Cai", ("Lào Cai", "tỉnh Lào Cai")),
        ("ỦY BAN NHÂN DÂN TỈNH BẮC KẠN", ("Bắc Kạn", "TỈNH BẮC KẠN")),
        ("trên địa bàn thành phố Cần Thơ năm 2023", ("Cần Thơ", "thành phố Cần Thơ")),
        ("Công an TP Hà Nội", ("Hà Nội", "TP Hà Nội")),
        ("Sở Tư pháp Kiên Giang", ("Kiên Giang", "Kiên Giang")),
        ("Kiên Giang", ("Kiên Giang", "Kiên Giang")),
        ("Báo Sơn La, UBND tỉnh Điện Biên", ("Điện Biên", "tỉnh Điện Biên")),
        ("UBND tỉnh Thừa Thiên - Huế", ("Thừa Thiên Huế", "tỉnh Thừa Thiên - Huế")),
        ("xã Hòa Bình, huyện Đồng Xuân", None),
        ("học tập theo Chủ tịch Hồ Chí Minh", None),
        ("Đoàn TNCS Hồ Chí Minh", None),
        ("đường Lạng Sơn", None),
        ("giữ gìn hòa bình, ổn định", None),
        ("", None),
    ],
)
def test_find_province(text: str, found: tuple[str, str] | None) -> None:
    got = places.find_province(text)
    assert (got and (got[0], text[got[1] : got[2]])) == found


def test_districts() -> None:
    assert places.district("huyện Mường Nhé") == places.Place("Mường Nhé", "huyện", "Điện Biên")
    assert places.district("Quận 3", 2020) == places.Place("Quận 3", "quận", "Hồ Chí Minh")
    assert places.district("huyện Mường Nhé", 2026) is None
    assert places.district("Châu Thành") is None  # ten provinces had one
    assert places.district("huyện Châu Thành", province="Kiên Giang") == places.Place(
        "Châu Thành", "huyện", "Kiên Giang"
    )
    assert places.district("Châu Thành", province="Hà Giang") is None
    assert places.district("Từ Liêm") is not None  # until 2013


def test_communes() -> None:
    found = places.commune("xã Mường Nhé")
    assert found is not None
    assert (found.kind, found.province) == ("xã", "Điện Biên")
    assert places.commune("xã Không Có") is None


def test_tables_are_read_when_asked_for() -> None:
    code = (
        "import sys, kehoach.knowledge.places as p; assert 'kehoach.knowledge.places_data' not in sys.modules;"
        "p.find_province('tỉnh Lào Cai'); assert 'kehoach.knowledge.places_communes' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize("unit", ["Lào Cai ", "tỉnh ", "TP. ", "Bà Rịa - ", "A"])
def test_linear(unit: str) -> None:
    assert in_line(places.find_province, unit, 20_000)
