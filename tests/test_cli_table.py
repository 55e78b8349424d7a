"""``kehoach table``: input, output, options."""

from __future__ import annotations

import csv
import io
import json
import os
import pty
import subprocess
import sys
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest

import kehoach
import made
from kehoach import tables
from kehoach.tables.columns import COLUMNS
from kehoach.writers.json import dump as dump_json
from kehoach.writers.json import dump_one_of_many
from kehoach.writers.yaml import dump as dump_yaml
from made_tables import TEXT
from runner import one_line, run

DOCS = Path(__file__).resolve().parent.parent / "docs" / "tables.md"


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "cay.txt"
    path.write_text(TEXT, "utf-8")
    return path


def read_csv(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_a_plan_as_a_table(plan: Path) -> None:
    ran = run("table", plan)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines()[0].split() == ["action", "lead", "partners", "due", "every"]
    assert max(map(len, ran.out.splitlines())) <= 80
    wide = run("table", plan, "--width", 200).out
    assert max(map(len, wide.splitlines())) > 80


def test_rows_are_those_of_the_library(plan: Path) -> None:
    for kind in tables.KINDS:
        ran = run("table", plan, "--what", kind, "-f", "json")
        assert json.loads(ran.out) == tables.rows(kehoach.parse(plan), kind)


def test_parsed_plans_give_the_rows_of_the_text(plan: Path, tmp_path: Path) -> None:
    want = run("table", plan, "-f", "csv").out
    data = json.loads(run("parse", plan, "-f", "json").out)
    for i, text in enumerate((dump_yaml(data), dump_json(data), dump_one_of_many(data), "---\n" + dump_yaml(data))):
        path = tmp_path / f"{i}.dat"
        path.write_text(text, "utf-8")
        assert run("table", path, "-f", "csv").out == want
    assert run("table", "-", "-f", "csv", stdin=dump_json(data).encode("utf-8-sig")).out == want


def test_one_file_may_hold_several_plans(plan: Path, tmp_path: Path) -> None:
    data, other = json.loads(run("parse", plan, "-f", "json").out), made.plan()
    for name, text in (
        ("two.jsonl", dump_one_of_many(data) + dump_one_of_many(other)),
        ("two.yaml", f"---\n{dump_yaml(data)}---\n{dump_yaml(other)}"),
    ):
        path = tmp_path / name
        path.write_text(text, "utf-8")
        rows = read_csv(run("table", path, plan, "--what", "tasks", "-f", "csv").out)
        assert [row["plan"] for row in rows] == ["cay.txt"] * 4 + ["x.txt"] * 2 + ["cay.txt"] * 4


def test_a_faulty_record_does_not_stop_the_others(tmp_path: Path) -> None:
    bad = made.plan() | {"tasks": "none"}
    path = tmp_path / "plans.jsonl"
    path.write_text(dump_one_of_many(bad) + dump_one_of_many(made.plan()), "utf-8")
    ran = run("table", path, "--what", "tasks", "-f", "csv")
    assert ran.code == 1
    assert one_line(ran.err)
    assert f"{path}:1: tasks: should be a list, is text; 'kehoach validate' tells all" in ran.err
    assert len(read_csv(ran.out)) == 2


@pytest.mark.parametrize(("text", "word"), [
    ('{"a": 1}', "schema_version: is missing"),
    ("schema_version: '1'\nsource: {}\n", "is missing"),
    ("schema_version: '1'\nschema_version: '1'\n", "occurs twice"),
    ('[{"a": 1}]', "should be an object, is a list"),
    ('{"a": 1', "is no JSON"),
    ("schema_version: [", "is no YAML"),
])  # fmt: skip
def test_data_that_are_no_plan(text: str, word: str, tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_text(text, "utf-8")
    ran = run("table", path)
    assert (ran.code in (1, 3), ran.out) == (True, "")
    assert one_line(ran.err)
    assert word in ran.err


def test_an_unreadable_plan_does_not_stop_the_others(plan: Path, tmp_path: Path) -> None:
    ran = run("table", tmp_path / "none.txt", plan, "-f", "jsonl")
    assert ran.code == 3
    assert one_line(ran.err)
    assert len(ran.out.splitlines()) == 3
    output = tmp_path / "out.csv"
    assert run("table", tmp_path / "none.txt", "-o", output).code == 3
    assert not output.exists(), "without any plan nothing is written"


def test_nothing_found_is_fine_and_told(tmp_path: Path) -> None:
    path = tmp_path / "none.txt"
    path.write_text("KẾ HOẠCH\nTrồng cây năm 2031\n\nI. MỤC ĐÍCH\nThêm bóng mát.\n", "utf-8")
    ran = run("table", path, "--what", "duties", "-f", "csv")
    assert (ran.code, ran.err) == (0, "kehoach: no duties in the plan\n")
    assert ran.out == ",".join(column.key for column in tables.columns("duties")) + "\n"
    assert run("table", path, "--what", "duties", "-f", "json").out == "[]\n"
    assert run("table", path, path, "--what", "duties,targets", "-f", "json").err == (
        "kehoach: no duties, targets in the 2 plans\n"
    )
    for name in ("x.xlsx", "x.ics", "x.md", "x.jsonl", "x.tsv"):
        kind = "deadlines" if name == "x.ics" else "targets"
        ran = run("table", path, "--what", kind, "-o", tmp_path / name)
        assert (ran.code, ran.out, ran.err) == (0, "", f"kehoach: no {kind} in the plan\n")
        assert (tmp_path / name).exists()
    assert "indicator" in run("table", path, "--what", "targets").out


def test_the_ending_sets_the_format_and_csv_files_suit_excel(plan: Path, tmp_path: Path) -> None:
    starts = {
        "csv": b"\xef\xbb\xbfplan,", "tsv": b"plan\t", "json": b"[\n", "jsonl": b'{"plan":', "xlsx": b"PK\x03\x04",
        "md": b"| item |", "ics": b"BEGIN:VCALENDAR",
    }  # fmt: skip
    for ending, start in starts.items():
        path = tmp_path / f"x.{ending}"
        ran = run("table", plan, "-o", path)
        assert (ran.code, ran.out) == (0, "")
        assert path.read_bytes().startswith(start)
    assert run("table", plan, "-f", "csv").raw.startswith(b"plan,"), "a pipe gets no mark"
    assert run("table", plan, "-f", "csv", "--bom").raw.startswith(b"\xef\xbb\xbf")
    path = tmp_path / "x.csv"
    run("table", plan, "-o", path, "--no-bom")
    assert path.read_bytes().startswith(b"plan,")


def test_a_binary_format_goes_to_a_pipe_but_to_no_terminal(plan: Path) -> None:
    assert run("table", plan, "-f", "xlsx").raw.startswith(b"PK\x03\x04")
    master, terminal = pty.openpty()
    try:
        ran = subprocess.run(
            [sys.executable, "-m", "kehoach", "table", plan, "-f", "xlsx"],
            stdout=terminal, stderr=subprocess.PIPE, text=True, check=False,
        )  # fmt: skip
    finally:
        os.close(terminal)
        os.close(master)
    assert ran.returncode == 2
    assert one_line(ran.stderr)
    assert "add -o FILE" in ran.stderr


def test_colours_only_where_they_are_wanted(plan: Path) -> None:
    with patch.dict(os.environ, {"FORCE_COLOR": "1"}):
        os.environ.pop("NO_COLOR", None)
        coloured = run("table", plan).out
        assert "\x1b[" in coloured
        assert "\x1b[" not in run("table", plan, "-f", "csv").out
        with patch.dict(os.environ, {"NO_COLOR": "1"}):
            assert "\x1b[" not in run("table", plan).out


def test_columns_and_language(plan: Path) -> None:
    ran = run("table", plan, "--what", "deadlines", "-f", "csv", "--columns", "due, bound", "--columns", "plan")
    assert ran.out.splitlines() == ["due,bound,plan", "2031-09-30,before,cay.txt", "2032-Q2,during,cay.txt",
                                    "'--12-15,before,cay.txt"]  # fmt: skip
    ran = run("table", plan, "--what", "deadlines", "-f", "csv", "--columns", "bound,every", "--language", "vi")
    assert ran.out.splitlines() == ["Mốc,Định kỳ", "trước,", "trong,", "trước,hằng năm"]


def test_all_tables_at_once(plan: Path) -> None:
    assert list(json.loads(run("table", plan, "--what", "all", "-f", "json").out)) == list(tables.KINDS)
    ran = run("table", plan, "--what", "tasks", "--what", "targets,tasks")
    heads = [line for line in ran.out.splitlines() if line in ("tasks (4)", "targets (2)")]
    assert heads == ["tasks (4)", "targets (2)"]


@pytest.mark.parametrize(("args", "word"), [
    (["--what", "task"], "did you mean 'tasks'?"),
    (["--what", "zzz"], "there are assignments, duties"),
    (["--what", "tasks,targets", "-f", "csv"], "csv holds one table"),
    (["--what", "all", "-f", "jsonl"], "jsonl holds one table"),
    (["--what", "tasks", "-f", "ics"], "a calendar holds deadlines"),
    (["--columns", "partner"], "did you mean 'partners'?"),
    (["--what", "tasks", "--columns", "lead,value"], "tasks have no column 'value'"),
    (["--columns", "due", "-f", "ics"], "--columns is not for ics"),
    (["--language", "vi", "-f", "json"], "not for json"),
    (["--bom", "-f", "json"], "--bom is for csv and tsv"),
    (["--periods", "-f", "csv"], "--periods is for ics"),
    (["-o", "x.xls"], "cannot tell the format"),
    (["-o", "x.txt"], "cannot tell the format"),
    (["--width", "10"], "--width"),
    (["-f", "html"], "'table'"),
])  # fmt: skip
def test_wrong_usage_is_told_in_one_line(args: list[str], word: str, plan: Path) -> None:
    ran = run("table", plan, *args)
    assert (ran.code, ran.out) == (2, "")
    assert one_line(ran.err), ran.err
    assert word in ran.err


def test_inputs_are_kept(plan: Path, tmp_path: Path) -> None:
    data = tmp_path / "x.json"
    data.write_text(dump_json(made.plan()), "utf-8")
    ran = run("table", data, "-o", data)
    assert ran.code == 2
    assert "is an input" in ran.err
    assert data.read_text("utf-8") == dump_json(made.plan())
    assert run("table", plan, "-o", tmp_path / "none" / "x.csv").code == 2
    assert run("table", "-", "-").code == 2


@pytest.mark.parametrize(("name", "module"), [("xlsx", "xlsxwriter"), ("ics", "icalendar")])
def test_a_missing_library_is_told_in_one_line(name: str, module: str, plan: Path, tmp_path: Path) -> None:
    output = tmp_path / f"x.{name}"
    with patch.dict(sys.modules, {module: None}):
        ran = run("table", plan, "-o", output)
    assert ran.code == 2
    assert one_line(ran.err)
    assert f"pip install 'kehoach[{name}]'" in ran.err
    assert not output.exists()


def test_every_column_is_documented() -> None:
    docs = DOCS.read_text("utf-8")
    parts = {part.partition("\n")[0]: part for part in docs.split("\n## ")}
    for kind, columns in COLUMNS.items():
        listed = [line.split("`")[1] for line in parts[kind].splitlines() if line.startswith("| `")]
        assert listed == [column.key for column in columns], kind
        assert all(f"| {column.title} |" in parts[kind] for column in columns), kind


def test_help_names_every_table() -> None:
    text: Any = " ".join(run("table", "--help").out.split())
    assert all(kind in text for kind in tables.KINDS)
