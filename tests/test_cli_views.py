"""``outline`` and ``show``: for people, and for programs as JSON."""

from __future__ import annotations

import json
import re
from pathlib import Path
from unittest.mock import patch

import pytest

import made
from kehoach.cli.summary import summary
from kehoach.cli.tree import TITLES, counts, outline
from runner import run

SAMPLES = sorted(
    path
    for path in (Path(__file__).resolve().parent.parent / "samples").iterdir()
    if path.suffix in (".txt", ".md") and path.name != "README.md"
)


def flat(nodes: list[dict[str, object]]) -> list[dict[str, object]]:
    return [x for node in nodes for x in (node, *flat(node["items"]))]  # type: ignore[arg-type]


def plain(lines: object) -> str:
    return "\n".join("".join(text for text, _ in line) for line in lines)  # type: ignore[attr-defined]


def test_outline_of_the_made_plan() -> None:
    (section,) = outline(made.plan(), made.TEXT)
    assert (section["text"], section["line"], section["section"]) == ("I. NHIỆM VỤ", 4, "tasks")
    (task,) = section["items"]
    assert (task["label"], task["text"], task["line"]) == ("1", "Trồng 500 cây trước ngày 15/6/2031", 5)
    assert [child["section"] for child in task["items"]] == ["tasks"]


def test_a_section_without_heading_has_no_text() -> None:
    plan = made.plan()
    plan["blocks"] = []
    (section,) = outline(plan, made.TEXT)
    assert section["text"] is None
    assert section["line"] == 5


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_outline_holds_every_item_in_printed_order(sample: Path) -> None:
    tree = json.loads(run("outline", sample, "-f", "json").out)
    plan = json.loads(run("parse", sample, "-f", "json").out)
    shown = [node for section in tree for node in flat(section["items"])]
    assert len(shown) == sum(total for _, _, total in counts(plan))
    lines = [section["items"][0]["line"] for section in tree if section["items"]]
    assert lines == sorted(lines)
    assert {section["section"] for section in tree} <= set(TITLES)


def test_outline_in_a_pipe_is_plain_text() -> None:
    ran = run("outline", SAMPLES[0])
    assert ran.code == 0
    assert "\x1b" not in ran.out
    assert "└ " in ran.out


def test_depth_and_width() -> None:
    deep, flat_ = (json.loads(run("outline", SAMPLES[0], "-f", "json", *more).out) for more in ([], ["--depth", "1"]))
    assert any(section["items"] for section in deep)
    assert not any(section["items"] for section in flat_)
    lines = run("outline", SAMPLES[0], "--width", "20").out.splitlines()
    assert max(map(len, lines)) < 70
    assert any(line.endswith("…") for line in lines)


@pytest.mark.parametrize(("env", "coloured"), [
    ({"FORCE_COLOR": "1"}, True), ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, False), ({}, False),
])  # fmt: skip
@pytest.mark.parametrize("command", ["outline", "show"])
def test_colours(command: str, env: dict[str, str], coloured: bool) -> None:
    quiet = {"NO_COLOR": "", "FORCE_COLOR": "", "TERM": "xterm-256color"}
    with patch.dict("os.environ", quiet | env):
        ran = run(command, SAMPLES[0])
    assert ran.code == 0
    assert ("\x1b[" in ran.out) == coloured


def test_colours_change_no_word() -> None:
    with patch.dict("os.environ", {"NO_COLOR": "", "FORCE_COLOR": "1", "TERM": "xterm-256color"}):
        coloured = run("show", SAMPLES[0]).out
    bare = re.sub(r"\x1b\[[0-9;]*m", "", coloured)
    assert [line.rstrip() for line in bare.splitlines()] == run("show", SAMPLES[0]).out.splitlines()


def test_summary_tells_what_there_is() -> None:
    plan = made.plan()
    span = made.span("I. NHIỆM VỤ")
    plan["document"]["number"] = {"text": "7/KH-UBND", "serial": "7", "year": None, "symbol": "KH-UBND", "span": span}
    plan["duties"] = [{
        "id": "duties.1", "label": None, "request": True, "items": plan["tasks"], "target_labels": [], "span": span,
        "agencies": [{"name": "Sở Y tế", "kind": "organisation", "level": "province", "sectors": [], "span": span}],
    }]  # fmt: skip
    plan["warnings"] = [{"code": "number-blank", "message": "no number", "span": span}]
    text = plain(summary(plan))
    for words in (
        "Kế hoạch số 7/KH-UBND", "Trồng cây xanh năm 2031", "Period:  2031", "500 cây", "2031-06-15", "Sở Y tế",
        "    4  number-blank: no number",
    ):  # fmt: skip
        assert words in text


@pytest.mark.parametrize("command", ["outline", "show"])
def test_views_of_next_to_nothing(command: str) -> None:
    for text in ("", "\n \n", "Một dòng."):
        assert run(command, "-", stdin=text.encode()).code == 0


WORK = """KẾ HOẠCH
Trồng cây xanh năm 2031

I. NHIỆM VỤ
1. Trồng 1.500 cây trước ngày 15/6/2031.
2. Thống kê cây cổ thụ vào ngày 01/3/2031; rà soát hằng quý.

II. KINH PHÍ
Tổng kinh phí 1.250.000.000 đồng, trong đó cây giống, công trồng, chăm sóc ba năm đầu, thay cây chết 980 triệu đồng.

III. TỔ CHỨC THỰC HIỆN
1. Sở Xây dựng: Chủ trì, phối hợp với Sở Tài chính chọn cây theo Luật Đầu tư, Quyết định số 12/QĐ-UBND ngày 05/02/2031.
2. Đề nghị Tỉnh đoàn: Huy động thanh niên trồng cây trước ngày 30/4 hằng năm.
"""


def shown(language: str, *more: object, text: str = WORK) -> list[str]:
    ran = run("show", "-", "--language", language, *more, stdin=text.encode())
    assert (ran.code, ran.err) == (0, "")
    return ran.out.splitlines()


def part(lines: list[str], title: str) -> list[str]:
    start = next(i for i, line in enumerate(lines) if line.startswith(f"{title} ("))
    return lines[start + 1 : lines.index("", start) if "" in lines[start:] else None]


def test_who_does_what_with_whom_by_when() -> None:
    assert part(shown("en"), "Who does what") == [
        "  Sở Xây dựng",
        "       12  Chủ trì, phối hợp với Sở Tài chính chọn cây theo Luật Đầu tư, "
        "Quyết định số 12/QĐ-UBND ngày 05/02/2…",
        "  Tỉnh đoàn  (asked)",
        "       13  Huy động thanh niên trồng cây trước ngày 30/4 hằng năm.  [04-30 every year]",
    ]
    narrow = part(shown("vi", "--width", 24), "Phân công")
    assert narrow[1] == "       12  Chủ trì, phối hợp với S…  [phối hợp Sở Tài chính]"
    assert narrow[3].endswith("[30/4 hằng năm]")


def test_deadlines_stand_by_day_with_what_is_due() -> None:
    lines = part(shown("vi"), "Thời hạn")
    assert [re.split(r"\s{2,}", line.strip())[:2] for line in lines] == [
        ["6", "1/3/2031"], ["5", "trước 15/6/2031"], ["13", "trước 30/4 hằng năm"], ["6", "hằng quý"],
    ]  # fmt: skip
    assert "Trồng 1.500 cây" in lines[1]
    assert lines[2].endswith("[Tỉnh đoàn]")


def test_sums_of_money_with_the_words_before_them() -> None:
    total, part_of_it, *_ = part(shown("vi"), "Kinh phí")
    assert total.split("đồng", 1)[0].split() == ["9", "1.250.000.000"]
    assert part_of_it.startswith("      9    980.000.000 đồng  …đồng, trong đó cây giống, ")
    assert part_of_it.endswith("thay cây chết 980 triệu đồng.")
    assert "980,000,000 VND" in "\n".join(part(shown("en"), "Money"))
    assert any("figures and words differ" in line for line in shown("en", text=WORK.replace(
        "1.250.000.000 đồng", "1.250.000.000 đồng (Một tỷ hai trăm triệu đồng)")))  # fmt: skip


def test_documents_are_named_once() -> None:
    lines = part(shown("en"), "Documents cited")
    assert [line.split(maxsplit=1)[1] for line in lines] == ["Luật Đầu tư", "Quyết định 12/QĐ-UBND (2031-02-05)"]


def test_plans_that_are_data_and_several_plans(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(WORK, "utf-8")
    run("parse", tmp_path / "a.txt", "-o", tmp_path / "a.yaml")
    alone = run("show", tmp_path / "a.txt").out
    assert run("show", tmp_path / "a.yaml").out == alone
    ran = run("show", tmp_path / "a.txt", tmp_path / "none.txt", tmp_path / "a.yaml")
    assert ran.code == 3
    assert ran.out == f"a.txt\n{alone}\na.txt\n{alone}"
