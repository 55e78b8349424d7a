"""``kehoach lint``: formats, selection, exit codes, plans that are data."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
import sarif_pydantic

import kehoach
from growing import best, within
from kehoach.errors import UnreadableError
from kehoach.lint import RULES, formats
from kehoach.lint.base import Example, Finding
from kehoach.lint.engine import Report, check_source
from kehoach.lint.rules import BY_CODE, chosen
from kehoach.lint.specimens import SPECIMENS
from kehoach.readers import SourceText
from kehoach.writers.yaml import dump
from runner import one_line, run

GAP = Example(
    "tinh",
    (
        ("2. Tổ chức Tết", "4. Tổ chức Tết"),
        ("3. Trồng và", "5. Trồng và"),
        ("Số: 58/KH-UBND      ", "Số:   /KH-UBND      "),
    ),
).text()


@pytest.fixture
def plans(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "clean.txt").write_text(SPECIMENS["tinh"], "utf-8")
    (tmp_path / "kế hoạch.txt").write_text(GAP, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("plans")
def test_text_and_exit_codes() -> None:
    assert run("lint", "clean.txt").code == 0
    ran = run("lint", "kế hoạch.txt", "clean.txt")
    rows = ran.out.splitlines()
    assert ran.code == 1
    assert rows[0] == "kế hoạch.txt:4:7: KH107 note: the number is left blank; enter it when the plan is registered"
    assert rows[1].startswith("kế hoạch.txt:32:1: KH301 warning: '4' follows '1'; ")
    assert "1 warning, 1 note in 1 of 2 plans" in ran.err
    assert run("lint", "kế hoạch.txt", "--fail-on", "warning").code == 1
    assert run("lint", "kế hoạch.txt", "--fail-on", "error").code == 0
    assert run("lint", "kế hoạch.txt", "--ignore", "KH301", "--fail-on", "warning").code == 0
    assert run("lint", "kế hoạch.txt", "--select", "KH5,KH9").out == ""
    assert run("lint", "-", stdin=GAP.encode()).out.startswith("<stdin>:4:7: KH107")


@pytest.mark.usefixtures("plans")
def test_usage_and_unreadable_files() -> None:
    for args in (
        [],
        ["clean.txt", "--select", "KH999"],
        ["clean.txt", "-o", "clean.txt"],
        ["clean.txt", "-f", "pdf"],
        ["-", "-"],
    ):
        ran = run("lint", *args)
        assert ran.code == 2, args
        assert one_line(ran.err), ran.err
    ran = run("lint", "none.txt", "kế hoạch.txt")
    assert ran.code == 3
    assert "KH301" in ran.out
    assert "none.txt: no such file" in ran.err


def test_rules_are_told() -> None:
    listed = run("lint", "--list").out.splitlines()
    assert [row.split()[0] for row in listed] == [rule.code for rule in RULES]
    ran = run("lint", "--explain", "KH301")
    assert ran.code == 0
    for words in (
        "number-skipped",
        "Đánh số nhảy cóc.",
        "Why: ",
        "Fix: ",
        "Source: Nghị định 30/2020/NĐ-CP",
        "+ 4. Tổ chức Tết",
    ):
        assert words in ran.out


@pytest.mark.usefixtures("plans")
def test_json_is_written_whole() -> None:
    assert run("lint", "kế hoạch.txt", "-f", "json", "-o", "found.json").code == 1
    found = json.loads(Path("found.json").read_text("utf-8"))
    assert found["counts"] == {"error": 0, "warning": 1, "note": 1}
    skip = found["findings"][1]
    assert (skip["code"], skip["file"], skip["line"], skip["ref"]) == ("KH301", "kế hoạch.txt", 32, "tasks.2")
    assert GAP[skip["span"]["start"] : skip["span"]["end"]].startswith("4. Tổ chức Tết")
    assert set(skip) == set(Finding.__slots__)


@pytest.mark.usefixtures("plans")
def test_sarif_keeps_to_the_standard() -> None:
    log = json.loads(run("lint", "kế hoạch.txt", "-f", "sarif").out)
    model = sarif_pydantic.Sarif.model_validate(log)
    assert model.version == "2.1.0"
    (run_,) = log["runs"]
    rules = run_["tool"]["driver"]["rules"]
    assert len({rule["id"] for rule in rules}) == len(rules) == len(RULES)
    assert [r["ruleId"] for r in run_["results"]] == ["KH107", "KH301"]
    lines = GAP.split("\n")
    for result in run_["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in ("error", "warning", "note")
        assert result["message"]["text"]
        place = result["locations"][0]["physicalLocation"]
        assert place["artifactLocation"]["uri"] == "k%E1%BA%BF%20ho%E1%BA%A1ch.txt"
        region = place["region"]
        assert 1 <= region["startLine"] <= region["endLine"] <= len(lines)
        assert 1 <= region["startColumn"] <= len(lines[region["startLine"] - 1]) + 1
        assert (region["startLine"], region["startColumn"]) <= (region["endLine"], region["endColumn"])
    assert run_["columnKind"] == "unicodeCodePoints"
    chosen_only = json.loads(run("lint", "clean.txt", "-f", "sarif", "--select", "KH30").out)["runs"][0]
    assert [rule["id"] for rule in chosen_only["tool"]["driver"]["rules"]] == [r.code for r in chosen(["KH30"])]
    assert chosen_only["results"] == []


def test_github_commands_are_escaped() -> None:
    finding = Finding("KH501", "date-impossible", "note", "50% or\nso: yes, no", "a,b:c.txt", 3, 2, 3, 9, None, None)
    assert formats.as_github([Report("a", [finding])]) == (
        "::notice file=a%2Cb%3Ac.txt,line=3,endLine=3,col=2,title=KH501 date-impossible,endColumn=9"
        "::50%25 or%0Aso: yes, no\n"
    )


def test_colours_are_shown_on_a_terminal_only(plans: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = run("lint", plans / "kế hoạch.txt").out
    monkeypatch.setenv("FORCE_COLOR", "1")
    coloured = run("lint", plans / "kế hoạch.txt").out
    assert "\x1b[" in coloured
    assert "\x1b[" not in plain


def test_a_plan_that_is_data(tmp_path: Path) -> None:
    plan = kehoach.parse_text(GAP)
    path = tmp_path / "plan.yaml"
    path.write_text(dump(plan.model_dump()), "utf-8")
    ran = run("lint", path)
    rows = [row.removeprefix(f"{path}:") for row in ran.out.splitlines()]
    lines = path.read_text("utf-8").splitlines()
    skipped = {rule.code for rule in RULES if rule.needs_text}
    assert ran.code == 1
    assert {row.split(": ")[1].split()[0] for row in rows} == {"KH107", "KH301"}
    at = next(int(row.split(":")[0]) for row in rows if "KH301" in row)
    assert lines[at - 1] == "- id: tasks.2"
    assert "without the plan's text" in ran.err
    assert all(code in ran.err for code in skipped)
    assert [f.code for f in kehoach.lint(plan)] == [f.code for f in kehoach.lint(plan.model_dump())]
    assert {f.code for f in kehoach.lint(plan)} == {"KH107", "KH301"}


def test_data_that_is_no_plan(tmp_path: Path) -> None:
    path = tmp_path / "other.yaml"
    path.write_text("schema_version: '1'\nname: x\n", "utf-8")
    ran = run("lint", path)
    assert ran.code == 3
    assert one_line(ran.err)
    assert "is no plan" in ran.err
    path.write_text("", "utf-8")
    assert run("lint", path).code == 3
    with pytest.raises(UnreadableError):
        kehoach.lint(path)


def test_the_package_is_called_like_the_function() -> None:
    import kehoach.lint as package

    assert kehoach.lint(GAP) == package.lint(GAP) == package(GAP)  # type: ignore[operator]


@pytest.mark.parametrize(
    "text", ["", "\n", "x", "KẾ HOẠCH\n", "Số: /\n\x00\n", "I.\nI.\nI.\n", "- \n1.\n" * 50, "|a|\n|b|\n"]
)
def test_any_text_is_looked_at(text: str) -> None:
    (report,) = check_source(SourceText.from_text(text), "x", RULES)
    assert all(f.line >= 1 and f.column >= 1 and f.code in BY_CODE for f in report.findings)


@pytest.mark.parametrize(
    "piece",
    [
        "từ 5% đến 9% (a (b tại Phụ lục 1, mục I ngày 30/4/2024 của của ",
        "- a\n1. b\n3. c: \n",
        "Quyết định của Bộ ... ",
    ],
)
def test_long_texts_take_linear_time(piece: str) -> None:
    """Four times the text takes far less than sixteen times the time."""
    from kehoach.lint.engine import check
    from kehoach.parsers import parse_source

    def checking(count: int) -> Callable[[], object]:
        text = "KẾ HOẠCH\nTrồng cây năm 2031\n\nI. NHIỆM VỤ\n1. " + piece * count
        plan = parse_source(SourceText.from_text(text))
        return lambda: check(plan, text, "x", RULES)

    assert within(8 * best(checking(200)) + 0.05, checking(800))
