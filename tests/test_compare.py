"""Many plans as a matrix: rows that agree, edits that are known, coverage, formats."""

from __future__ import annotations

import csv
import io
import json
import random
import re
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import kehoach
from diff_gold import FOLDER
from kehoach.comparing.comparison import BY, compare_plans
from kehoach.comparing.units import units_of
from kehoach.models.comparison import Comparison
from provinces import SAMPLE, Province, provinces
from runner import one_line, run

Data = dict[str, Any]
FEW = 6


@cache
def made(count: int) -> tuple[list[Province], list[Data]]:
    found = provinces(count, seed=7)
    return found, [province.plan() for province in found]


def recovered(count: int, by: str) -> tuple[float, float]:
    """(precision, recall) of what stands in which row, by where each item is from."""
    found, plans = made(count)
    texts = [{unit.id: unit.text for unit in units_of(plan, (by,))} for plan in plans]
    want = {
        (i, item, label) for i, p in enumerate(found) for item, text in texts[i].items() if (label := p.label(text))
    }
    got = set()
    for row in compare_plans(plans, by)["rows"]:
        cells = [(i, cell) for i, cells in enumerate(row["cells"]) for cell in cells]
        label = next(found[i].label(cell["text"]) for i, cell in cells if cell["text"] == row["text"])
        got |= {(i, cell["item"], label) for i, cell in cells if found[i].label(cell["text"])}
    return len(got & want) / len(got), len(got & want) / len(want)


@pytest.mark.parametrize("by", ["tasks", "duties"])
def test_known_edits_of_some_provinces(by: str) -> None:
    precision, recall = recovered(FEW, by)
    assert 2 * precision * recall / (precision + recall) >= 0.95, (precision, recall)


@pytest.mark.slow
def test_known_edits_of_sixty_provinces() -> None:
    precision, recall = recovered(60, "tasks")
    assert 2 * precision * recall / (precision + recall) >= 0.95, (precision, recall)


def test_changed_shares_are_in_their_cells() -> None:
    found, plans = made(FEW)
    targets = compare_plans(plans, "targets")["rows"]
    texts = [{unit.id: unit.text for unit in units_of(plan)} for plan in plans]
    right = set()
    for row in targets:
        cells = [(i, cell) for i, cells in enumerate(row["cells"]) for cell in cells]
        labels = {found[i].label(texts[i][cell["item"]]) for i, cell in cells}
        if len(labels) == 1:
            right |= {(i, *labels, str(cell["value"])) for i, cell in cells}
    read = [{str(m["value"]) for target in plan["targets"] for m in target["measures"]} for plan in plans]
    told = {
        (i, item, number) for i, province in enumerate(found) for item, number in province.numbers.items()
        if number in read[i]
    }  # fmt: skip
    assert len(told) >= 10
    assert told <= right


@pytest.mark.parametrize("by", BY)
def test_the_order_of_the_plans_changes_nothing(by: str) -> None:
    _, plans = made(FEW)
    turned = list(range(FEW))
    random.Random(3).shuffle(turned)
    one, two = compare_plans(plans, by), compare_plans([plans[i] for i in turned], by)
    back = [turned.index(i) for i in range(FEW)]

    def told(comparison: Data, places: list[int]) -> list[Any]:
        return [
            (row["text"], row["plans"], [row["cells"][i] for i in places], sorted(row["lacking"]))
            for row in comparison["rows"]
        ]

    assert told(one, list(range(FEW))) == told(two, back)


@pytest.mark.parametrize("by", BY)
def test_the_schema_and_the_model_take_it(by: str) -> None:
    comparison = compare_plans(made(FEW)[1], by)
    assert comparison["rows"]
    jsonschema.Draft202012Validator(Comparison.json_schema()).validate(comparison)
    assert Comparison.model_validate(comparison).model_dump() == comparison
    for row in comparison["rows"]:
        assert row["plans"] == sum(map(bool, row["cells"]))
        assert len(row["lacking"]) == FEW - row["plans"]


@pytest.mark.parametrize("by", ["tasks", "duties"])
def test_every_item_is_in_a_row(by: str) -> None:
    _, plans = made(FEW)
    rows = compare_plans(plans, by)["rows"]
    for i, plan in enumerate(plans):
        there = {cell["item"] for row in rows for cell in row["cells"][i]}
        assert there == {unit.id for unit in units_of(plan, (by,))}


def test_copies_of_one_plan_agree_in_everything() -> None:
    plan = kehoach.parse(SAMPLE).model_dump()
    for by in BY:
        comparison = compare_plans([plan] * 3, by)
        assert comparison["summary"]["in_all"] == len(comparison["rows"]), by


CENTRAL = """KẾ HOẠCH
Phòng, chống đuối nước năm 2031

I. NHIỆM VỤ
1. Dạy bơi an toàn cho học sinh tiểu học
2. Cắm biển cảnh báo tại ao, hồ, sông, suối
3. Kiểm tra bến đò ngang, áo phao của phương tiện thủy
4. Truyền thông kỹ năng sơ cứu người bị nạn
"""
FIRST = """KẾ HOẠCH
Phòng, chống đuối nước tỉnh A năm 2031

I. NHIỆM VỤ
1. Mở lớp dạy bơi an toàn miễn phí cho học sinh tiểu học
2. Rào chắn, cắm biển cảnh báo ở hồ thủy lợi, suối

II. TỔ CHỨC THỰC HIỆN
1. Sở Giao thông vận tải
- Kiểm tra các bến đò ngang và áo phao trên phương tiện thủy.
"""
SECOND = """KẾ HOẠCH
Phòng, chống đuối nước tỉnh B năm 2031

I. NHIỆM VỤ
1. Tập huấn kỹ năng sơ cứu người bị nạn cho giáo viên
2. Trồng rừng ngập mặn
"""


def test_coverage_of_a_central_plan() -> None:
    comparison = kehoach.compare([FIRST, SECOND], against=CENTRAL)
    assert [(row.covered, row.of) for row in comparison.coverage] == [(3, 4), (1, 4)]
    assert [plan.central for plan in comparison.plans] == [True, False, False]
    assert [row.plans for row in comparison.rows] == [1, 1, 1, 1]
    assert comparison.rows[2].cells[1][0].item == "duties.1.1"
    assert len(comparison.rows) == 4


def test_one_plan_alone_is_no_comparison() -> None:
    with pytest.raises(kehoach.KehoachError, match="only one plan"):
        kehoach.compare([FIRST])
    with pytest.raises(kehoach.KehoachError, match="by 'wishes'"):
        kehoach.compare([FIRST, SECOND], by="wishes")
    assert kehoach.compare([FIRST], against=CENTRAL).coverage[0].covered == 3


def test_nothing_in_common_and_nothing_at_all() -> None:
    for by in BY:
        comparison = compare_plans([kehoach.parse_text("").model_dump(), kehoach.parse_text("x\ny").model_dump()], by)
        Comparison.model_validate(comparison)
        assert comparison["summary"]["in_all"] == 0


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("provinces")
    for province in made(FEW)[0]:
        (out / f"{province.name}.txt").write_text(province.text, "utf-8")
    return out


def test_a_folder_on_the_terminal(folder: Path) -> None:
    ran = run("compare", folder, "--by", "targets")
    assert (ran.code, ran.err) == (0, "")
    assert f"/{FEW}" in ran.out
    assert max(map(len, ran.out.splitlines())) <= 80


def test_the_terminal_names_the_fewer(tmp_path: Path) -> None:
    for i, name in enumerate("ABCDE"):
        own = "" if i == 0 else "1. Dọn vệ sinh kênh mương nội đồng\n"
        only = "" if i < 4 else "2. Mở lớp dạy bơi cho học sinh\n"
        text = f"KẾ HOẠCH\nPhòng dịch năm 203{i}\n\nI. NHIỆM VỤ\n{own}{only}3. Phun thuốc diệt muỗi tại các xã\n"
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
    lines = [re.split(r"\s{2,}", line.strip()) for line in run("compare", tmp_path).out.splitlines()[2:] if line]
    assert sorted(lines) == [
        ["Dọn vệ sinh kênh mương nội đồng", "4/5", "A"], ["Mở lớp dạy bơi cho học sinh", "1/5", "chỉ có ở E"],
        ["Phun thuốc diệt muỗi tại các xã", "5/5"],
    ]  # fmt: skip


def test_plans_of_a_folder_stand_in_the_order_of_the_alphabet(folder: Path, tmp_path: Path) -> None:
    for name in ("Đồng Nai", "Cà Mau", "Bình Định", "Bạc Liêu", "Bắc Ninh", "Bình Dương", "~$Cà Mau"):
        (tmp_path / f"{name}.txt").write_text(next(folder.iterdir()).read_text("utf-8"), "utf-8")
    head = next(csv.reader(io.StringIO(run("compare", tmp_path, "-f", "csv").out)))
    assert [name.partition("(")[2].rstrip(")") for name in head[-6:]] == [
        "Bạc Liêu", "Bắc Ninh", "Bình Dương", "Bình Định", "Cà Mau", "Đồng Nai",
    ]  # fmt: skip


def test_two_plans_stand_side_by_side() -> None:
    ran = run("compare", FOLDER / "cai-cach-hanh-chinh.a.txt", FOLDER / "cai-cach-hanh-chinh.b.txt", "--by", "targets")
    assert ran.code == 0
    assert "Quỳ Hợp" in ran.out.splitlines()[0]
    assert any("98% [15]" in line and "Từ 99% [14]" in line for line in ran.out.splitlines())


def test_csv_json_markdown_html(folder: Path, tmp_path: Path) -> None:
    rows = list(csv.reader(io.StringIO(run("compare", folder, "-f", "csv").out)))
    data = json.loads(run("compare", folder, "-f", "json").out)
    assert len(rows) == 1 + len(data["rows"])
    assert rows[0][-FEW:] == [plan["key"] for plan in data["plans"]]
    assert run("compare", folder, "-f", "md").out.count("\n") == 2 + len(data["rows"])
    out = tmp_path / "c.html"
    assert run("compare", folder, "-o", out).code == 0
    page = out.read_text("utf-8")
    assert page.startswith("<!DOCTYPE html>")
    assert page.count("<tr>") == 1 + len(data["rows"])
    assert "<script" not in page


def test_workbook(folder: Path, tmp_path: Path) -> None:
    pytest.importorskip("xlsxwriter")
    out = tmp_path / "c.xlsx"
    assert run("compare", folder, "--against", SAMPLE, "-o", out).code == 0
    assert out.read_bytes().startswith(b"PK")


def test_evil_texts_stay_texts(tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / f"={name}<b>.txt").write_text(
            "KẾ HOẠCH\nX\n\nI. NHIỆM VỤ\n1. =1+1 <script>alert(1)</script>\n", "utf-8"
        )
    assert "<script>" not in run("compare", tmp_path, "-f", "html").out
    rows = list(csv.reader(io.StringIO(run("compare", tmp_path, "-f", "csv").out)))
    assert not any(cell.startswith("=") for row in rows for cell in row)


def test_bad_input_does_not_stop_the_others(folder: Path, tmp_path: Path) -> None:
    ran = run("compare", folder, tmp_path / "none.txt", "-f", "json")
    assert ran.code == 3
    assert one_line(ran.err)
    assert json.loads(ran.out)["summary"]["plans"] == FEW
    for args, code in (
        ((tmp_path,), 3),
        ((SAMPLE,), 3),
        ((SAMPLE, SAMPLE, "-o", SAMPLE), 2),
        ((SAMPLE, "-o", "x.pdf"), 2),
    ):
        ran = run("compare", *args)
        assert (ran.code, ran.out) == (code, ""), args
        assert one_line(ran.err), ran.err
