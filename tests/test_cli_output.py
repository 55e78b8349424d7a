"""``-o``: files written whole or not at all."""

from __future__ import annotations

import json
import os
import shlex
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

import made
from kehoach.errors import OutputError
from kehoach.writers import FORMATS, format_of, writer
from kehoach.writers.files import write_whole
from kehoach.writers.yaml import dump
from runner import one_line, run

TEXT = "KẾ HOẠCH\nTrồng cây năm 2031\n\nI. NHIỆM VỤ\n1. Trồng 500 cây\n"


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.txt"
    path.write_text(TEXT, "utf-8")
    return path


@pytest.mark.parametrize(("name", "load"), [
    ("x.yaml", yaml.safe_load), ("x.YML", yaml.safe_load), ("x.json", json.loads), ("x.jsonl", json.loads),
    ("x.ndjson", json.loads),
])  # fmt: skip
def test_the_ending_sets_the_format(name: str, load: object, plan: Path, tmp_path: Path) -> None:
    ran = run("parse", plan, "-o", tmp_path / name)
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    text = (tmp_path / name).read_text("utf-8")
    assert load(text)["source"]["name"] == "plan.txt"  # type: ignore[operator]
    assert text.startswith("{") == ("js" in name)


def test_the_option_goes_before_the_ending(plan: Path, tmp_path: Path) -> None:
    run("parse", plan, "-o", tmp_path / "x.txt.out", "-f", "json")
    assert json.loads((tmp_path / "x.txt.out").read_text("utf-8"))


def test_several_plans_in_one_file(plan: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text(TEXT, "utf-8")
    assert run("parse", plan, other, "-o", tmp_path / "x.jsonl").code == 0
    assert len((tmp_path / "x.jsonl").read_text("utf-8").splitlines()) == 2
    assert run("parse", plan, tmp_path / "none.txt", other, "-o", tmp_path / "x.yaml").code == 3
    assert len(list(yaml.safe_load_all((tmp_path / "x.yaml").read_text("utf-8")))) == 2


@pytest.mark.parametrize("existing", [True, False])
def test_a_folder_gets_a_file_a_plan(existing: bool, plan: Path, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    if existing:
        folder.mkdir()
    other = tmp_path / "other.v2.md"
    other.write_text(TEXT, "utf-8")
    ran = run("parse", plan, other, tmp_path / "none.txt", "-o", folder if existing else f"{folder}/", "-f", "json")
    assert ran.code == 3
    assert sorted(path.name for path in folder.iterdir()) == ["other.v2.json", "plan.json"]


def test_an_unreadable_plan_leaves_the_old_file(tmp_path: Path) -> None:
    out = tmp_path / "x.yaml"
    out.write_text("old", "utf-8")
    assert run("parse", tmp_path / "none.txt", "-o", out).code == 3
    assert out.read_text("utf-8") == "old"


def test_an_input_is_never_written_over(plan: Path, tmp_path: Path) -> None:
    yaml_named = tmp_path / "in.yaml"
    yaml_named.write_text(TEXT, "utf-8")
    for output in (yaml_named, f"{tmp_path}/"):
        ran = run("parse", yaml_named, "-o", output)
        assert ran.code == 2
        assert one_line(ran.err)
    assert yaml_named.read_text("utf-8") == TEXT


def test_what_cannot_be_written_is_one_line(plan: Path, tmp_path: Path) -> None:
    ran = run("parse", plan, "-o", tmp_path / "no" / "x.json")
    assert ran.code == 2
    assert one_line(ran.err)
    assert run("parse", plan, "-o", f"{plan}/").code == 2


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_text("old", "utf-8")

    def parts() -> object:
        yield "new"
        raise RuntimeError

    with pytest.raises(RuntimeError):
        write_whole(str(path), parts())  # type: ignore[arg-type]
    assert path.read_text("utf-8") == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["x"]
    with pytest.raises(OutputError, match="folder"):
        write_whole(str(tmp_path), ["x"])


@pytest.mark.skipif(os.name == "nt", reason="no such permissions there")
def test_permissions_and_links_are_kept(tmp_path: Path) -> None:
    path, link = tmp_path / "x", tmp_path / "link"
    path.write_text("old", "utf-8")
    path.chmod(0o640)
    link.symlink_to(path)
    write_whole(str(link), ["new"])
    assert link.is_symlink()
    assert path.read_text("utf-8") == "new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_formats_have_writers() -> None:
    for name, endings in FORMATS.items():
        assert writer(name).dump(made.plan()).endswith("\n")
        assert all(format_of(f"a/B{ending.upper()}") == name for ending in endings)
    assert format_of("plan.txt") is None


def test_yaml_is_made_for_people() -> None:
    text = dump(made.plan())
    assert "  text: Trồng 500 cây trước ngày 15/6/2031\n" in text
    assert "  span: {start: 49, end: 83, line: 5, end_line: 5}\n" in text
    assert "schema_version: '1'\n" in text


LAUNCH = [sys.executable, "-c", "import sys; from kehoach.cli import main; sys.exit(main())"]
COMMANDS = [["show", "PLAN"], ["--help"], ["parse", "--help"], ["table", "PLAN", "-f", "csv"], ["lint", "PLAN"]]


def in_a_shell(redirection: str, args: list[str], plan: Path) -> subprocess.CompletedProcess[str]:
    words = " ".join(shlex.quote(str(plan) if word == "PLAN" else word) for word in (*LAUNCH, *args))
    return subprocess.run(["bash", "-c", f"{words} {redirection}"], capture_output=True, text=True)


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="has a disk that is always full")
@pytest.mark.parametrize("args", COMMANDS, ids=" ".join)
@pytest.mark.parametrize(("redirection", "why"), [
    (">/dev/full", "(No space left on device)"), (">&-", "(it is closed)"),
])  # fmt: skip
def test_output_that_cannot_be_written_is_told(args: list[str], redirection: str, why: str, plan: Path) -> None:
    ran = in_a_shell(redirection, args, plan)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr == f"kehoach: standard output: cannot be written {why}\n"


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs bash")
@pytest.mark.parametrize("args", COMMANDS, ids=" ".join)
def test_who_reads_no_more_is_no_fault(args: list[str], plan: Path) -> None:
    ran = in_a_shell('| true; echo "${PIPESTATUS[0]}"', args, plan)
    assert ran.stdout.strip() == "0"
    assert "fault" not in ran.stderr
    assert "Traceback" not in ran.stderr


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="has a disk that is always full")
@pytest.mark.parametrize("redirection", ["2>/dev/full", "2>&-"])
def test_errors_that_cannot_be_written_leave_the_exit_code(redirection: str, plan: Path) -> None:
    assert in_a_shell(redirection, ["show", "nowhere.txt"], plan).returncode == 3
    assert in_a_shell(redirection, [], plan).returncode == 2


@pytest.mark.parametrize("command", [
    "diff PLAN OTHER", "diff OTHER PLAN -f json", "compare PLAN OTHER -f csv",
    "compare OTHER OTHER --against PLAN -f csv", "report PLAN", "report OTHER OTHER --against PLAN",
    "lint PLAN", "table PLAN -f csv", "parse PLAN -f json",
])  # fmt: skip
@pytest.mark.parametrize("name", ["plan.txt", "link.txt", "twin.txt"])
def test_no_command_writes_over_what_it_reads(command: str, name: str, plan: Path, tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text(TEXT, "utf-8")
    (tmp_path / "link.txt").symlink_to(plan)
    (tmp_path / "twin.txt").hardlink_to(plan)
    files = {"PLAN": str(plan), "OTHER": str(tmp_path / "other.txt")}
    ran = run(*(files.get(word, word) for word in command.split()), "-o", tmp_path / name)
    assert ran.code == 2
    assert "is an input: name another output" in ran.err
    assert plan.read_text("utf-8") == TEXT


@pytest.mark.parametrize(("command", "name", "start"), [
    ("diff PLAN PLAN", "x.html", "<!doctype html>"), ("diff PLAN PLAN", "x.json", "{"), ("diff PLAN PLAN", "x.md", "#"),
    ("diff PLAN PLAN", "x.yaml", "schema_version"), ("diff PLAN PLAN", "x.log", "- plan.txt"),
    ("diff PLAN PLAN -f md", "x.html", "#"), ("lint PLAN", "x.sarif", "{"), ("lint PLAN", "x.json", "{"),
    ("lint PLAN", "x.txt", "/"),
])  # fmt: skip
def test_the_ending_sets_the_format_of_diff_and_lint(
    command: str, name: str, start: str, plan: Path, tmp_path: Path
) -> None:
    run(*(str(plan) if word == "PLAN" else word for word in command.split()), "-o", tmp_path / name)
    assert (tmp_path / name).read_text("utf-8").lower().startswith(start)


@pytest.mark.skipif(sys.platform == "win32", reason="ends processes without asking")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_who_is_ended_leaves_no_unfinished_file(name: str, tmp_path: Path) -> None:
    number = getattr(signal, name)
    waiting = (
        "import signal, sys, time; from kehoach.cli import main; from kehoach.writers import files\n"
        "from unittest.mock import patch\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "def slow(self, text=''): print('now', flush=True); time.sleep(30)\n"
        "with patch.object(files.os, 'chmod', slow): sys.exit(main(sys.argv[1:]))"
    )
    (tmp_path / "plan.txt").write_text(TEXT, "utf-8")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "x.yaml").write_text("old", "utf-8")
    args = [sys.executable, "-c", waiting, "parse", str(tmp_path / "plan.txt"), "-o", str(tmp_path / "out" / "x.yaml")]
    with subprocess.Popen(args, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        assert process.stdout is not None
        process.stdout.readline()
        process.send_signal(number)
        assert process.wait(20) == (130 if name == "SIGINT" else 128 + number)
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["x.yaml"]
    assert (tmp_path / "out" / "x.yaml").read_text("utf-8") == "old"
