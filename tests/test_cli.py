"""The command line as a whole: help, exit codes, errors of one line, ``parse`` to standard output."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from unittest.mock import patch

import click
import pytest
import yaml

import kehoach
from kehoach.cli import COMMANDS
from kehoach.cli.group import cli
from kehoach.cli.parse import SECTIONS
from kehoach.cli.parsing import LIGHT_WARNINGS
from kehoach.models import Plan
from runner import one_line, run

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "samples" / "tinh-chuyen-doi-so.txt"
DOCS = (ROOT / "docs" / "cli.md").read_text("utf-8")


@pytest.fixture
def small(tmp_path: Path) -> Path:
    path = tmp_path / "small.txt"
    path.write_text(
        "KẾ HOẠCH\nTrồng cây năm 2031\n\nI. MỤC ĐÍCH\n- Có bóng mát\n\nII. NHIỆM VỤ\n1. Trồng 500 cây\n", "utf-8"
    )
    return path


def command_of(name: str) -> click.Command:
    command: click.Command = import_module(f"kehoach.cli.{name}").command
    return command


def spawn(*args: object, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([sys.executable, "-m", "kehoach", *map(str, args)], capture_output=True, check=False, env=env)


def test_help_is_the_same_with_and_without_click() -> None:
    plain = run("--help")
    assert plain.code == 0
    assert plain.out == run("-h").out
    assert plain.out.rstrip("\n") == cli.get_help(click.Context(cli)).rstrip("\n")
    for name, short in COMMANDS.items():
        assert f"  {name}" in plain.out
        assert short in plain.out
    for option in cli.params:
        assert all(name in plain.out for name in option.opts)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_an_example(name: str) -> None:
    ran = run(name, "--help")
    assert ran.code == 0
    assert "Example" in ran.out
    assert f"kehoach {name}" in ran.out.partition("Example")[2]
    assert command_of(name).get_short_help_str(100) == COMMANDS[name]


def test_every_module_of_a_command_is_known() -> None:
    modules = {path.stem for path in (ROOT / "src/kehoach/cli").glob("*.py")}
    commands = {name for name in modules if hasattr(import_module(f"kehoach.cli.{name}"), "command")}
    assert commands == set(COMMANDS)


def options_in_help(name: str) -> dict[str, str]:
    """Every name of an option of a command, with what ``--help`` shows behind it: choices, or a word for the value."""
    context = click.Context(command_of(name))
    options = [option for option in command_of(name).params if isinstance(option, click.Option)]
    return {
        word: "" if option.is_flag else option.make_metavar(context).strip("[]")
        for option in options
        for word in (*option.opts, *option.secondary_opts)
    }


def options_in_page(part: str) -> dict[str, str]:
    """The same of a part of docs/cli.md; a short name has the value of the long one behind it."""
    out: dict[str, str] = {}
    for heads in re.findall(r"^- ((?:`[^`]+`(?:, )?)+):", part, re.MULTILINE):
        told = [head.partition(" ") for head in re.findall("`([^`]+)`", heads)]
        out |= {word: value or (told[-1][2] if not word.startswith("--") else "") for word, _, value in told}
    return out


COMMON = options_in_page(DOCS.partition("\n## ")[0])


@pytest.mark.parametrize("name", COMMANDS)
def test_the_page_has_the_options_of_help(name: str) -> None:
    told = options_in_page(DOCS.partition(f"\n## kehoach {name}\n")[2].partition("\n## ")[0])
    assert {word: value or COMMON.get(word, "") for word, value in told.items()} == options_in_help(name)


def test_the_page_has_the_commands_of_help() -> None:
    assert re.findall(r"^## kehoach (\w+)$", DOCS, re.MULTILINE) == list(COMMANDS)


def test_version() -> None:
    assert run("--version").out == f"kehoach {kehoach.__version__}\n"


def test_no_command_is_wrong_usage() -> None:
    ran = run()
    assert (ran.code, ran.out) == (2, "")
    assert "Usage: kehoach" in ran.err


@pytest.mark.parametrize(
    ("args", "word"),
    [
        (["pars"], "did you mean 'parse'?"),
        (["zzz"], "parse, text, outline"),
        (["parse"], "Missing argument"),
        (["parse", "x.txt", "--formt", "json"], "--format"),
        (["parse", "x.txt", "-f", "xml"], "'yaml'"),
        (["parse", "x.txt", "--section", "task"], "did you mean 'tasks'?"),
        (["parse", "x.txt", "--max-bytes", "0"], "--max-bytes"),
        (["parse", "-", "-"], "only once"),
        (["parse", "x.txt", "-o", "x.foo"], "cannot tell the format"),
        (["parse", "a.txt", "b.txt", "-o", "x.json"], ".jsonl"),
        (["parse", "a/x.txt", "b/x.txt", "-o", "out/"], "would both become x.yaml"),
        (["schema", "plam"], "plam"),
        (["--colour"], "--colour"),
    ],
)  # fmt: skip
def test_wrong_usage_is_told_in_one_line(args: list[str], word: str) -> None:
    ran = run(*args)
    assert (ran.code, ran.out) == (2, "")
    assert one_line(ran.err), ran.err
    assert word in ran.err


_READ_NO_PLAN = ("schema", "batch", "query", "doctor", "completion")


@pytest.mark.parametrize("name", [name for name in COMMANDS if name not in _READ_NO_PLAN])
def test_unreadable_input_is_told_in_one_line(name: str, tmp_path: Path) -> None:
    picture = tmp_path / "scan.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n")
    folder = (tmp_path, "a damaged picture" if name == "compare" else "is a folder")  # of which it reads what is in it
    for path, word in ((tmp_path / "none.txt", "no such file"), (picture, "a damaged picture"), folder):
        ran = run(name, *[path] * (2 if name == "diff" else 1))
        assert (ran.code, ran.out) == (3, "")
        assert one_line(ran.err), ran.err
        assert word in ran.err
        assert str(path) in ran.err


def test_parse_gives_yaml() -> None:
    ran = run("parse", SAMPLE)
    assert (ran.code, ran.err) == (0, "")
    data = yaml.safe_load(ran.out)
    assert Plan.model_validate(data).model_dump(exclude_unset=True) == data
    assert kehoach.parse(SAMPLE).model_dump(exclude_unset=True) == data
    assert not ran.out.startswith("---")


def test_parse_gives_json() -> None:
    ran = run("parse", SAMPLE, "-f", "json")
    assert json.loads(ran.out) == yaml.safe_load(run("parse", SAMPLE).out)
    assert ran.out.count("\n") > 100
    assert run("parse", SAMPLE, "-f", "jsonl").out.count("\n") == 1


@pytest.mark.parametrize(("format_", "load"), [
    ("yaml", lambda text: list(yaml.safe_load_all(text))),
    ("json", lambda text: [json.loads(line) for line in text.splitlines()]),
    ("jsonl", lambda text: [json.loads(line) for line in text.splitlines()]),
])  # fmt: skip
def test_several_files(format_: str, load: object, small: Path) -> None:
    ran = run("parse", SAMPLE, small, SAMPLE, "-f", format_)
    assert ran.code == 0
    plans = load(ran.out)  # type: ignore[operator]
    assert [plan["source"]["name"] for plan in plans] == [SAMPLE.name, "small.txt", SAMPLE.name]
    assert plans[0] == plans[2]


def test_unreadable_files_do_not_stop_the_others(small: Path, tmp_path: Path) -> None:
    ran = run("parse", tmp_path / "a.txt", small, tmp_path / "b.txt", "-f", "jsonl")
    assert ran.code == 3
    assert ran.err.count("\n") == 2
    assert json.loads(ran.out)["source"]["name"] == "small.txt"


def test_standard_input(small: Path) -> None:
    ran = run("parse", "-", "-f", "json", stdin=small.read_bytes())
    data = json.loads(ran.out)
    assert data["source"]["name"] == "<stdin>"
    assert data["tasks"] == json.loads(run("parse", small, "-f", "json").out)["tasks"]


def test_sections(small: Path) -> None:
    both = json.loads(run("parse", small, "-f", "json", "--section", "tasks", "--section", "purpose").out)
    assert list(both) == ["schema_version", "source", "purpose", "tasks"]
    assert json.loads(run("parse", small, "-f", "json", "--section", "tasks,purpose").out) == both
    assert [item["text"] for item in both["tasks"]] == ["Trồng 500 cây"]


def test_sections_are_those_of_the_format() -> None:
    assert ("schema_version", *SECTIONS) == tuple(Plan.model_fields)


def test_no_spans(small: Path) -> None:
    ran = run("parse", small, "-f", "json", "--no-spans")
    assert '"span"' not in ran.out
    assert "blocks" not in json.loads(ran.out)
    assert json.loads(ran.out)["tasks"][0]["text"] == "Trồng 500 cây"


def test_strict_tells_warnings(tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    assert run("parse", empty).code == 0
    ran = run("parse", empty, "--strict")
    assert ran.code == 1
    assert "\nempty.txt: empty: the text is empty\n" in ran.err
    assert yaml.safe_load(ran.out)["warnings"]


@pytest.mark.parametrize("code", ["", *sorted(LIGHT_WARNINGS)])
def test_strict_lets_light_warnings_pass(code: str, small: Path) -> None:
    from kehoach.parsers import parse_source

    def warned(source: kehoach.SourceText) -> object:
        plan = parse_source(source)
        plan["warnings"] = [{"code": code, "message": "x", "span": None}] if code else []
        return plan

    with patch("kehoach.parsers.parse_source", warned):
        ran = run("parse", small, "--strict")
    assert (ran.code, ran.err) == (0, "")


def test_text_is_exact(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    text = "KẾ HOẠCH\r\n\u00a0Một\rhai\u2028ba\n\n\f"
    path.write_bytes(b"\xef\xbb\xbf" + text.encode())
    assert run("text", path).raw == text.encode()
    assert run("text", "-", stdin=text.encode()).raw == text.encode()


def test_spans_index_the_text() -> None:
    text = run("text", SAMPLE).out
    data = json.loads(run("parse", SAMPLE, "-f", "json").out)
    assert data["source"]["characters"] == len(text)
    for block in data["blocks"]:
        assert text[block["span"]["start"] : block["span"]["end"]].strip()


def test_a_fault_of_our_own_is_one_line_and_does_not_stop_the_others(small: Path) -> None:
    from kehoach.parsers import parse_source

    calls = iter([ZeroDivisionError("x\ny"), None])

    def once_broken(source: kehoach.SourceText) -> object:
        if error := next(calls):
            raise error
        return parse_source(source)

    with patch("kehoach.parsers.parse_source", once_broken):
        ran = run("parse", small, small)
    assert ran.code == 70
    assert one_line(ran.err)
    assert "ZeroDivisionError" in ran.err
    assert yaml.safe_load(ran.out)["source"]["name"] == "small.txt"


@pytest.mark.skipif(os.name == "nt", reason="pipes end otherwise there")
def test_a_reader_that_leaves_is_no_error(small: Path) -> None:
    read_end, write_end = os.pipe()
    os.close(read_end)
    with os.fdopen(write_end, "wb") as pipe:
        done = subprocess.run(
            [sys.executable, "-m", "kehoach", "parse", small], stdout=pipe, stderr=subprocess.PIPE, check=False
        )
    assert (done.returncode, done.stderr) == (0, b"")


def test_output_is_utf8_whatever_the_locale(small: Path) -> None:
    env = {"PATH": os.environ["PATH"], "LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    done = spawn("parse", small, env=env)
    assert done.returncode == 0
    assert "Trồng 500 cây" in done.stdout.decode()
    done = spawn("parse", small.with_name("thiếu.txt"), env=env)
    assert "thiếu.txt: no such file" in done.stderr.decode()


def test_what_is_too_much_is_shown_in_part() -> None:
    ran = run("outline", *(f"plan-{i}.txt" for i in range(300)))
    assert ran.code == 2
    assert ran.err.startswith("kehoach: takes FILE; there is more: plan-1.txt plan-2.txt")
    assert len(ran.err) < 150
    assert "takes no arguments; there is more: x" in run("doctor", "x").err
