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

RENAMED = {"Bà Rịa-Vũng Tàu": "Bà Rịa - Vũng Tàu", "Thừa Thiên Huế": "Huế", "Thừa Thiên-Huế": "Huế"}

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


def named(short: str) -> str:
    """A province's name as it is written here."""
    return RENAMED.get(short, short)


def kind_of(full: str, short: str) -> str:
    """The kind of a unit from its full name: "Thành phố Đà Lạt", "Đà Lạt" → "thành phố"."""
    return full.removesuffix(short).strip().lower() or full.split()[0].lower()


def listed(units: dict[str, list[tuple[str, str]]]) -> str:
    """Units as lines "Lai Châu: h Phong Thổ, tp Lai Châu"."""
    return "\n".join(
        f"{province}: " + ", ".join(sorted({f"{SHORT[kind]} {name}" for kind, name in rows}))
        for province, rows in sorted(units.items())
    )


def provinces(db: sqlite3.Connection, merged: dict[str, list[str]]) -> tuple[list[str], list[str]]:
    """The lines of the provinces before and since."""
    columns = "select distinct provinceKey, province, provinceShort from "
    old = {row[0]: (str(row[1]), str(row[2])) for row in db.execute(columns + "admin_units_legacy")}
    new = {row[0]: (str(row[1]), str(row[2])) for row in db.execute(columns + "admin_units")}
    into = {was: key for key, group in merged.items() for was in group}
    before = [f"{named(s)}|{kind_of(f, s)}|{named(new[into[k]][1])}" for k, (f, s) in old.items()]
    after = [f"{named(s)}|{kind_of(f, s)}" for f, s in new.values()]
    if (len(before), len(after)) != (63, 34):
        raise SystemExit(f"expected 63 and 34 provinces, got {len(before)} and {len(after)}")
    return sorted(before), sorted(after)


def districts(db: sqlite3.Connection) -> dict[str, list[tuple[str, str]]]:
    """Province → (kind, name) of its districts, the former ones with them."""
    out: dict[str, list[tuple[str, str]]] = {}
    query = "select distinct provinceShort, district, districtShort, districtType from admin_units_legacy"
    for province, full, short, kind in db.execute(query):
        if short:
            out.setdefault(named(str(province)), []).append((KINDS[kind], full if short.isdigit() else short))
    for province, kind, short in FORMER_DISTRICTS:
        out[named(province)].append((kind, short))
    return out


def communes(db: sqlite3.Connection) -> dict[str, list[tuple[str, str]]]:
    """Province → (kind, name) of its communes."""
    out: dict[str, list[tuple[str, str]]] = {}
    for province, full, short, kind in db.execute(
        "select distinct provinceShort, ward, wardShort, wardType from admin_units"
    ):
        name = full.split(" ", 1)[1] if short.isdigit() else short
        out.setdefault(named(str(province)), []).append((kind.lower(), name))
    return out


def written(name: str, what: str, tables: list[tuple[str, str, str]]) -> None:
    """Write one module of (comment, name, text) tables."""
    text = f'"""{what}.\n\nMade by tools/build_places.py; edit that, not this.\n"""\n\n# fmt: off\n'
    for comment, table, body in tables:
        text += f'\n# {comment}\n{table} = """\\\n{body}\n"""\n'
    (TARGET / name).write_text(text, encoding="utf8")


def main() -> None:
    """Write both files."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--wheel", help="the gazetteer's wheel, where it is not installed")
    db, merged = open_gazetteer(ap.parse_args().wheel)
    before, after = provinces(db, merged)
    tables = [
        ("Before 1 July 2025: name|kind|the province it is part of since.", "PROVINCES_BEFORE", "\n".join(before)),
        ("Since 1 July 2025: name|kind.", "PROVINCES_SINCE", "\n".join(after)),
        ("Districts up to 30 June 2025, those merged away before with them: province: kind name, …", "DISTRICTS",
         listed(districts(db))),
    ]  # fmt: skip
    written("places_data.py", "Provinces and districts of Viet Nam", tables)
    written(
        "places_communes.py",
        "Communes of Viet Nam since 1 July 2025",
        [("province: kind name, …", "COMMUNES", listed(communes(db)))],
    )


if __name__ == "__main__":
    main()
