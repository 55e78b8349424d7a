"""Make ``src/kehoach/knowledge/places_data.py`` and ``places_communes.py`` from a gazetteer of Viet Nam.

usage: python tools/build_places.py            (needs ``pip install vietnamadminunits==1.0.4``; MIT licence)
       python tools/build_places.py --wheel vietnamadminunits-1.0.4-py3-none-any.whl

Only the names and which unit lies in which are taken.  What the gazetteer, a picture of one day, does not know is
added here by hand: the districts that were merged away before.
"""

from __future__ import annotations

import argparse
import json
import sqlite3
import tempfile
import zipfile
from importlib import util
from pathlib import Path

TARGET = Path(__file__).resolve().parent.parent / "src" / "kehoach" / "knowledge"
KINDS = {"Thành phố": "thành phố", "Tỉnh": "tỉnh", "Quận": "quận", "Huyện": "huyện", "Thị xã": "thị xã"}
SHORT = {"thành phố": "tp", "thị xã": "tx", "huyện": "h", "quận": "q", "xã": "x", "phường": "p", "đặc khu": "đk"}

# Districts the gazetteer no longer knows: (province, kind, name).
FORMER_DISTRICTS = (
    ("Hà Nội", "huyện", "Từ Liêm"),  # merged away in 2013
    ("Hồ Chí Minh", "quận", "Quận 2"),  # merged away in 2020
    ("Hồ Chí Minh", "quận", "Quận 9"),
    ("Hồ Chí Minh", "quận", "Thủ Đức"),
    ("Thừa Thiên Huế", "huyện", "Nam Đông"),  # merged away in 2024
    ("Quảng Ninh", "huyện", "Hoành Bồ"),  # merged away in 2019
    ("Cao Bằng", "huyện", "Thông Nông"),  # merged away in 2020
    ("Cao Bằng", "huyện", "Trà Lĩnh"),
    ("Cao Bằng", "huyện", "Phục Hòa"),
    ("Hòa Bình", "huyện", "Kỳ Sơn"),  # merged away in 2019
    ("Quảng Ngãi", "huyện", "Tây Trà"),  # merged away in 2020
    ("Thanh Hóa", "huyện", "Đông Sơn"),  # merged away in 2024
    ("Bắc Giang", "huyện", "Yên Dũng"),  # merged away in 2024
    ("Quảng Nam", "huyện", "Nông Sơn"),  # merged away in 2024
    ("Ninh Bình", "huyện", "Hoa Lư"),  # merged away in 2024
    ("Nghệ An", "thị xã", "Cửa Lò"),  # merged away in 2024
    ("Hà Tĩnh", "huyện", "Lộc Hà"),  # merged away in 2024
    ("Bà Rịa - Vũng Tàu", "huyện", "Long Điền"),  # merged away in 2024
    ("Bà Rịa - Vũng Tàu", "huyện", "Đất Đỏ"),
    ("Nam Định", "huyện", "Mỹ Lộc"),  # merged away in 2024
)


def open_gazetteer(wheel: str | None) -> tuple[sqlite3.Connection, dict[str, list[str]]]:
    """The gazetteer's tables, and new province → old provinces by its keys."""
    if wheel:
        with zipfile.ZipFile(wheel) as z, tempfile.NamedTemporaryFile(suffix=".db", delete=False) as f:
            f.write(z.read("vietnamadminunits/data/dataset.db"))
            maps = json.loads(z.read("vietnamadminunits/data/converter_2025.json"))
        return sqlite3.connect(f.name), maps["DICT_PROVINCE"]
    spec = util.find_spec("vietnamadminunits")
    if spec is None or spec.origin is None:
        raise SystemExit("pip install vietnamadminunits first, or give --wheel")
    data = Path(spec.origin).parent / "data"
    return sqlite3.connect(data / "dataset.db"), json.loads((data / "converter_2025.json").read_text("utf8"))[
        "DICT_PROVINCE"
    ]


def kind_of(full: str, short: str) -> str:
    """The kind of a unit from its full name: "Thành phố Đà Lạt", "Đà Lạt" → "thành phố"."""
    return full.removesuffix(short).strip().lower() or full.split()[0].lower()


def listed(rows: list[tuple[str, str]]) -> str:
    """Units as "h Phong Thổ, tp Lai Châu": one line a province."""
    return ", ".join(sorted({f"{SHORT[kind]} {name}" for kind, name in rows}))


def main() -> None:
    """Write both files."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--wheel")
    db, merged = open_gazetteer(ap.parse_args().wheel)
    old = {
        key: (full, short)
        for key, full, short in db.execute(
            "select distinct provinceKey, province, provinceShort from admin_units_legacy"
        )
    }
    new = {
        key: (full, short)
        for key, full, short in db.execute("select distinct provinceKey, province, provinceShort from admin_units")
    }
    into = {was: key for key, group in merged.items() for was in group}
    fix = {
        "Bà Rịa-Vũng Tàu": "Bà Rịa - Vũng Tàu",
        "Bà Rịa - Vũng Tàu": "Bà Rịa - Vũng Tàu",
        "Thừa Thiên Huế": "Huế",
        "Thừa Thiên-Huế": "Huế",
    }
    name = lambda short: fix.get(short, short)  # noqa: E731
    before = [
        f"{name(s)}|{kind_of(f, s)}|{name(new[into[k]][1])}" for k, (f, s) in sorted(old.items(), key=lambda x: x[1][1])
    ]
    after = [f"{name(s)}|{kind_of(f, s)}" for k, (f, s) in sorted(new.items(), key=lambda x: x[1][1])]
    assert len(before) == 63 and len(after) == 34, (len(before), len(after))
    districts: dict[str, list[tuple[str, str]]] = {}
    for province, full, short, kind in db.execute(
        "select distinct provinceShort, district, districtShort, districtType from admin_units_legacy"
    ):
        if short:
            districts.setdefault(name(province), []).append((KINDS[kind], full if short.isdigit() else short))
    for province, kind, short in FORMER_DISTRICTS:
        districts["Huế" if province == "Thừa Thiên Huế" else province].append((kind, short))
    communes: dict[str, list[tuple[str, str]]] = {}
    for province, full, short, kind in db.execute(
        "select distinct provinceShort, ward, wardShort, wardType from admin_units"
    ):
        communes.setdefault(name(province), []).append(
            (kind.lower(), full.split(" ", 1)[1] if short.isdigit() else short)
        )
    head = '"""{what}.\n\nMade by tools/build_places.py; edit that, not this."""\n\n# fmt: off\n# ruff: noqa: E501\n'
    text = head.format(what="Provinces and districts of Viet Nam")
    text += (
        '\n# Before 1 July 2025: name|kind|the province it is part of since.\nPROVINCES_BEFORE = """\\\n'
        + "\n".join(before)
        + '\n"""\n'
    )
    text += '\n# Since 1 July 2025: name|kind.\nPROVINCES_SINCE = """\\\n' + "\n".join(after) + '\n"""\n'
    text += '\n# Districts up to 30 June 2025, those merged away before included: province: kind name, …\nDISTRICTS = """\\\n'
    text += "\n".join(f"{p}: {listed(rows)}" for p, rows in sorted(districts.items())) + '\n"""\n'
    (TARGET / "places_data.py").write_text(text, encoding="utf8")
    text = head.format(what="Communes of Viet Nam since 1 July 2025")
    text += (
        '\n# province: kind name, …\nCOMMUNES = """\\\n'
        + "\n".join(f"{p}: {listed(rows)}" for p, rows in sorted(communes.items()))
        + '\n"""\n'
    )
    (TARGET / "places_communes.py").write_text(text, encoding="utf8")
    print(f"{sum(map(len, districts.values()))} districts, {sum(map(len, communes.values()))} communes")


if __name__ == "__main__":
    main()
