"""``outline`` and ``show``: for people, and for programs as JSON."""

from __future__ import annotations

import json
from pathlib import Path
from unittest.mock import patch

import pytest

import made
from kehoach.cli.show import summary
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
    import re

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
        "(asked)", "line 4: number-blank: no number",
    ):  # fmt: skip
        assert words in text


@pytest.mark.parametrize("command", ["outline", "show"])
def test_views_of_next_to_nothing(command: str) -> None:
    for text in ("", "\n \n", "Một dòng."):
        assert run(command, "-", stdin=text.encode()).code == 0
