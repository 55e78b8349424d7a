"""The first hour with ``kehoach``: first mistakes, and every command line that a document shows."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

import mistakes
from mistakes import MISTAKES, WITHOUT_EXTRAS, Mistake
from runner import run
from shell_lines import blocks, run_line

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = [path for path in (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))) if blocks(path)]
SAMPLES = sorted((ROOT / "samples").glob("*.txt"))
MODULES = ("lxml.etree", "selectolax.lexbor", "PIL", "xlsxwriter", "icalendar")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("hour")
    mistakes.folder(path)
    return path


def in_process(args: list[str]) -> tuple[int, str]:
    ran = run(*args)
    return ran.code, ran.err


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.args)
def test_a_first_mistake(mistake: Mistake, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    assert mistakes.meet([mistake], in_process) == []


@pytest.mark.parametrize("mistake", WITHOUT_EXTRAS, ids=lambda mistake: mistake.args)
def test_a_missing_extra(mistake: Mistake, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    for name in MODULES:
        monkeypatch.setitem(sys.modules, name, None)
    assert mistakes.meet([mistake], in_process) == []


def test_an_encoding_that_fits_is_taken(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("utf-8", "utf-16", "utf-16-be", "tcvn3", "cp1258"):
        path = folder / f"{name}.plan"
        path.write_bytes(b"K\x00H\x00" if name == "utf-16" else "abc".encode(name if name != "tcvn3" else "ascii"))
        assert run("text", path, "--encoding", name).code == 0


def shown() -> list[tuple[str, str]]:
    return [(path.name, line) for path in DOCUMENTS for line in blocks(path)]


def working_folder(path: Path) -> None:
    """Files of the names that documents use."""
    texts = [sample.read_bytes() for sample in SAMPLES]
    for i, name in enumerate(("plan.txt", "draft.txt", "final.txt", "a.txt", "b.txt", "central.txt", "scan.txt")):
        (path / name).write_bytes(texts[i % len(texts)])
    (path / "provinces").mkdir()
    for i in range(2):
        (path / "provinces" / f"{i}.txt").write_bytes(texts[i])
    for name, source in (("plan.yaml", "plan.txt"), ("a.yaml", "a.txt"), ("plans.jsonl", "plan.txt")):
        assert run("parse", path / source, "-o", path / name).code == 0


@pytest.fixture(scope="module")
def used(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("documents")
    working_folder(path)
    return path


@pytest.mark.parametrize(("document", "line"), shown())
def test_a_command_line_that_a_document_shows(
    document: str, line: str, used: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(used)

    def kehoach(args: list[str], stdin: bytes) -> tuple[int, bytes, str]:
        ran = run(*args, stdin=stdin)
        return ran.code, ran.raw, ran.err

    assert run_line(line, used, kehoach) == []


def test_command_lines_that_cannot_run_are_found(tmp_path: Path) -> None:
    def kehoach(args: list[str], stdin: bytes) -> tuple[int, bytes, str]:
        return (2 if "--wrong" in args else 0), b"x", ""

    (tmp_path / "z").write_bytes(b"")
    assert run_line("kehoach parse x > y && cat z | kehoach show --wrong", tmp_path, kehoach) != []
    assert run_line("kehoach parse 'a b' -o c  # words", tmp_path, kehoach) == []
    assert run_line("kehoach parse x | sed s/a/b/", tmp_path, kehoach) != []


def test_what_the_document_says_of_mistakes_is_true(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    said = {mistake.args: run(*mistake.args.split()).err for mistake in MISTAKES}
    for name in MODULES:
        monkeypatch.setitem(sys.modules, name, None)
    told = "".join([*said.values(), *(run(*mistake.args.split()).err for mistake in WITHOUT_EXTRAS)])
    rows = re.findall(r"^\|.*\| `(.*)` \|$", (ROOT / "docs/first-hour.md").read_text("utf-8"), re.MULTILINE)
    assert len(rows) > 10
    assert [row for row in rows if f"kehoach: {row}\n" not in told] == []
