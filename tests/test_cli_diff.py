"""``kehoach diff``: formats, files, exit codes."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from unittest.mock import patch

import pytest
import yaml

from diff_gold import FOLDER
from runner import one_line, run

A, B = FOLDER / "cai-cach-hanh-chinh.a.txt", FOLDER / "cai-cach-hanh-chinh.b.txt"


def test_text_in_a_pipe() -> None:
    ran = run("diff", A, B)
    assert ran.code == 0
    assert ran.err == ""
    assert "\x1b" not in ran.out
    assert max(map(len, ran.out.splitlines())) <= 80
    assert "Nhiệm vụ, giải pháp  tasks" in ran.out
    assert "  Phòng Nội vụ" in ran.out
    assert re.search(r"^~ 17\|16 ", ran.out, re.MULTILINE)
    assert "[-88%-] {+92%+}" in " ".join(ran.out.split())
    assert re.search(r"\d+ changed, \d+ only in a, ", ran.out)


@pytest.mark.parametrize("width", ["40", "80", "200"])
def test_text_keeps_to_the_screen(width: str) -> None:
    with patch.dict("os.environ", {"COLUMNS": width}):
        assert max(map(len, run("diff", A, B).out.splitlines()[3:])) <= int(width)


def test_colours_are_asked_for() -> None:
    with patch.dict("os.environ", {"NO_COLOR": "", "FORCE_COLOR": "1", "TERM": "xterm-256color"}):
        assert "\x1b[" in run("diff", A, B).out


def test_json_yaml_and_files(tmp_path: Path) -> None:
    data = json.loads(run("diff", A, B, "-f", "json").out)
    assert data["schema_version"] == "1"
    assert yaml.safe_load(run("diff", A, B, "-f", "yaml").out) == data
    out = tmp_path / "d.json"
    assert run("diff", A, B, "-f", "json", "-o", out).out == ""
    assert json.loads(out.read_text("utf-8")) == data


def test_parsed_plans_give_the_same(tmp_path: Path) -> None:
    files = []
    for path, ending in ((A, "json"), (B, "yaml")):
        files.append(tmp_path / f"{path.stem}.{ending}")
        assert run("parse", path, "-o", files[-1]).code == 0
    assert run("diff", *files, "-f", "json").out == run("diff", A, B, "-f", "json").out


def test_exit_code() -> None:
    assert run("diff", A, B, "--exit-code").code == 1
    ran = run("diff", A, A, "--exit-code")
    assert ran.code == 0
    assert ran.out.splitlines()[-1] == "no differences"
    assert run("diff", A, B, "--exit-code", "--section", "scope").code == 0


def test_section_and_only_changed() -> None:
    ran = run("diff", A, B, "--section", "duties,targets", "--only", "changed", "-f", "json")
    data = json.loads(ran.out)
    assert {pair["section"] for pair in data["pairs"]} == {"duties"}
    assert "same" not in {pair["status"] for pair in data["pairs"]}
    assert data["targets"]
    ran = run("diff", A, B, "--section", "duty")
    assert ran.code == 2
    assert one_line(ran.err)
    assert "did you mean 'duties'?" in ran.err


def test_bad_input_is_one_line(tmp_path: Path) -> None:
    cut, two = tmp_path / "cut.json", tmp_path / "two.jsonl"
    cut.write_text('{"tasks": []}', "utf-8")
    two.write_text(run("parse", A, B, "-f", "jsonl").out, "utf-8")
    for args, code, words in (((A, tmp_path / "none.txt"), 3, "no such file"), ((A, cut), 1, "validate' tells"),
                              ((two, A), 3, "holds 2 plans"), (("-", "-"), 2, "only once")):  # fmt: skip
        ran = run("diff", *args)
        assert (ran.code, ran.out) == (code, ""), args
        assert one_line(ran.err)
        assert words in ran.err


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_html_stands_alone_and_is_escaped(tmp_path: Path) -> None:
    evil = tmp_path / "evil.txt"
    evil.write_text(
        A.read_text("utf-8").replace("Giảm 10% số cuộc họp", "<script>alert(1)</script> & <b>họp</b>"), "utf-8"
    )
    page = _Page()
    out = run("diff", evil, B, "-f", "html").out
    page.feed(out)
    assert page.open == []
    assert not page.tags & {"script", "link", "img", "b>"} and "&lt;script&gt;" in out  # noqa: PT018
    assert not page.attributes & {"src", "href", "onclick", "style"}
    assert "<del>" in out
    assert "<ins>" in out


def test_markdown_is_escaped(tmp_path: Path) -> None:
    evil = tmp_path / "evil.txt"
    evil.write_text(A.read_text("utf-8").replace("Giảm 10% số cuộc họp", "Giảm *10%* <b> số cuộc họp |"), "utf-8")
    out = run("diff", evil, B, "-f", "md").out
    assert "\\*10%\\* \\<b\\>" in out
    assert "### Phòng Nội vụ" in out
    assert "~~88%~~ **92%**" in out
