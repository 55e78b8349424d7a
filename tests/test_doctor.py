"""``kehoach doctor`` and ``kehoach completion``."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tomllib
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest

from kehoach import installation
from kehoach.installation import ALSO, CORE, READS, WRITES, Library, Program, examine
from kehoach.readers.formats import FORMATS
from runner import one_line, run

ROOT = Path(__file__).resolve().parent.parent
PARTS = [part for kind in READS + WRITES + ALSO for way in kind.ways for part in way]


def row(name: str) -> dict[str, Any]:
    found = examine()
    return next(row for row in found["reads"] + found["writes"] if row["name"].startswith(name))


def without(monkeypatch: pytest.MonkeyPatch, *names: str) -> None:
    """Let these libraries not be installed."""
    version = metadata.version

    def asked(name: str) -> str:
        if name in names:
            raise metadata.PackageNotFoundError(name)
        return version(name)

    monkeypatch.setattr(metadata, "version", asked)


def test_names_what_is_there() -> None:
    ran = run("doctor")
    assert (ran.code, ran.err) == (0, "")
    assert "the installation is whole: click" in ran.out
    for kind in READS + WRITES + ALSO:
        assert kind.name in ran.out


def test_as_data() -> None:
    ran = run("doctor", "-f", "json")
    found = json.loads(ran.out)
    assert (ran.code, found["faults"]) == (0, [])
    assert [row["name"] for row in found["reads"]] == [kind.name for kind in READS]
    for each in found["reads"] + found["writes"] + found["also"]:
        assert bool(each["missing"]) == bool(each["install"]) == (not each["ready"])


def test_every_extra_and_library_is_known() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = {part.extra for part in PARTS if isinstance(part, Library)}
    assert extras == set(project["optional-dependencies"]) - {"all", "dev", "bench"}
    for part in PARTS:
        if isinstance(part, Library):
            asked = project["optional-dependencies"][part.extra]
            brought = asked + (project["optional-dependencies"]["docx"] if "kehoach[docx]" in asked else [])
            brought += project["optional-dependencies"]["parquet"] if "kehoach[parquet]" in asked else []
            assert part.name in {line.partition(">=")[0] for line in brought}, part
    assert {part.name.lower() for part in CORE} == {line.partition(">=")[0] for line in project["dependencies"]}


def test_every_ending_that_a_reader_names_is_shown() -> None:
    shown = {ending for kind in READS for ending in kind.endings}
    for kind in FORMATS:
        if kind.reader is not None and "(." in kind.what:
            endings = kind.what.partition("(")[2].rstrip(")").split(", ")
            assert shown & set(endings), kind.what


def test_a_missing_library_is_named_with_its_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    without(monkeypatch, "pypdfium2")
    ran = run("doctor")
    assert ran.code == 0
    assert "pypdfium2 is not installed" in ran.out
    assert "install: pip install 'kehoach[pdf]'" in ran.out
    assert not row("PDF files with")["ready"]
    assert row("Word documents")["ready"]


def test_a_missing_program_is_told_for_three_systems(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    scans = row("pictures")
    assert scans["missing"] == ["Tesseract is not installed"]
    assert all(word in scans["install"][0] for word in ("Debian", "macOS", "Windows", "tesseract-ocr-vie"))
    assert row("Word 97")["ready"]  # the library does it


def test_a_missing_language_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: f"/there/{name}")
    monkeypatch.setattr(installation, "_says", lambda path, option: "eng\nosd\n")
    assert row("pictures")["missing"] == ["Tesseract has no language model 'vie'"]


def test_the_way_that_lacks_least_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    without(monkeypatch, "msdoc2docx")
    old = row("Word 97")
    assert old["missing"] == ["LibreOffice is not installed"]
    assert "apt install libreoffice-writer-nogui" in old["install"][0]


def test_a_library_that_does_not_load_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    assert row("Excel")["missing"][0].startswith("XlsxWriter does not load (ModuleNotFoundError")


def test_a_library_that_is_too_old_breaks_the_installation(monkeypatch: pytest.MonkeyPatch) -> None:
    version = metadata.version
    monkeypatch.setattr(metadata, "version", lambda name: "5.9" if name == "PyYAML" else version(name))
    ran = run("doctor")
    assert ran.code == 70
    assert "broken: PyYAML 5.9 is too old, 6.0 is the least" in ran.out
    assert "pip install --force-reinstall kehoach" in ran.out


def test_a_parser_that_does_not_parse_breaks_the_installation(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "kehoach.parsers", None)
    assert run("doctor", "-f", "json").code == 70


def test_without_click_the_command_says_so() -> None:
    code = "import sys; sys.modules['click'] = None; from kehoach.cli import main; sys.exit(main(['show', 'x.txt']))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 70
    assert one_line(done.stderr)
    assert "pip install --force-reinstall kehoach" in done.stderr


def test_programs_are_named_for_three_systems() -> None:
    for part in PARTS:
        if isinstance(part, Program):
            assert all((part.debian, part.macos, part.windows))


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_scripts(shell: str) -> None:
    ran = run("completion", shell)
    assert ran.code == 0
    assert f"_KEHOACH_COMPLETE={shell}_complete" in ran.out
    if shutil.which(shell):
        assert subprocess.run([shell, "-n"], input=ran.raw, check=False).returncode == 0


@pytest.mark.parametrize(
    ("words", "found"),
    [("kehoach par", "plain,parse"), ("kehoach parse --enc", "plain,--encoding"), ("kehoach show a", "file,a"),
     ("kehoach parse -o b", "file,b"), ("kehoach diff -f ht", "plain,html"), ("kehoach schema pl", "plain,plan")],
)  # fmt: skip
def test_what_is_completed(words: str, found: str) -> None:
    asked = {"_KEHOACH_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": str(words.count(" "))}
    done = subprocess.run(
        [sys.executable, "-m", "kehoach"], capture_output=True, text=True, check=True, env=os.environ | asked
    )
    assert done.stdout.split() == [found]


def test_nothing_but_the_answer_is_printed_up_to_the_end_of_the_process() -> None:
    """Libraries in C may complain of what is left when the process ends."""
    done = subprocess.run([sys.executable, "-m", "kehoach", "doctor"], capture_output=True, text=True, check=True)
    assert done.stdout
    assert done.stderr == ""
