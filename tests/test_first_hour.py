"""The first hour with ``kehoach``: first mistakes."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

import mistakes
from mistakes import MISTAKES, WITHOUT_EXTRAS, Mistake
from runner import run

ROOT = Path(__file__).resolve().parent.parent
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


def test_what_the_document_says_of_mistakes_is_true(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    said = {mistake.args: run(*mistake.args.split()).err for mistake in MISTAKES}
    for name in MODULES:
        monkeypatch.setitem(sys.modules, name, None)
    told = "".join([*said.values(), *(run(*mistake.args.split()).err for mistake in WITHOUT_EXTRAS)])
    rows = re.findall(r"^\|.*\| `(.*)` \|$", (ROOT / "docs/first-hour.md").read_text("utf-8"), re.MULTILINE)
    assert len(rows) > 10
    assert [row for row in rows if f"kehoach: {row}\n" not in told] == []
