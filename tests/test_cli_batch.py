"""``kehoach batch``: what is listed, exit codes, messages, progress, hostile files."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path
from unittest.mock import patch

import pytest

from batch_runs import make, manifest
from runner import one_line, run

SAMPLES = Path(__file__).resolve().parent.parent / "samples"


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """Plans in folders, with what is no plan beside them."""
    source = make(tmp_path / "in", 2)
    make(source / "sub" / "deep", 1)
    make(source / ".git", 1)
    make(source / "skip", 1)
    for name in (".hidden.txt", "~$note.docx", "Thumbs.db"):
        (source / name).write_text("KẾ HOẠCH\n", "utf-8")
    (source / "sub" / "note.md").write_text("KẾ HOẠCH\nTrồng cây\n", "utf-8")
    (source / "sub" / "round").symlink_to(source)
    (source / "linked.txt").symlink_to(source / "0000.txt")
    os.mkfifo(source / "pipe.txt")
    return source


def listed(*args: object) -> set[str]:
    """The files that a dry run lists."""
    return {Path(line.split("\t")[1]).as_posix() for line in run("batch", *args, "--dry-run").out.splitlines()}


def test_what_is_listed(tree: Path) -> None:
    out = tree / "out"

    def names(*args: object) -> set[str]:
        return {Path(name).relative_to(tree).as_posix() for name in listed(*args, "-o", out)}

    everything = {"0000.txt", "0001.txt", "linked.txt", "sub/deep/0000.txt", "sub/note.md", "skip/0000.txt"}
    assert names(tree) == everything
    assert names(tree, tree / "sub", tree / "0000.txt") == everything
    assert names(tree, "--include", "*.md") == {"sub/note.md"}
    assert names(tree, "--include", "sub/*") == {"sub/note.md", "sub/deep/0000.txt"}
    assert names(tree, "--exclude", "skip/", "--exclude", "*.md", "--exclude", "sub/deep") == {
        "0000.txt", "0001.txt", "linked.txt",
    }  # fmt: skip
    assert names(f"{tree}/**/0000.txt") == {"0000.txt", "sub/deep/0000.txt", "skip/0000.txt", "sub/round/0000.txt"} | {
        name for name in names(f"{tree}/**/0000.txt") if "round" in name
    }
    assert names(tree / ".hidden.txt") == {".hidden.txt"}


def test_the_output_folder_is_no_source(tree: Path) -> None:
    out = tree / "out"
    for _ in range(2):
        assert run("batch", tree, "-o", out, "--jobs", 2).code == 0
    assert len(manifest(out)) == 6


def test_a_run_is_told_in_one_line(tree: Path, tmp_path: Path) -> None:
    ran = run("batch", tree, "-o", tmp_path / "out", "-f", "jsonl", "--jobs", 1)
    assert (ran.code, ran.out) == (0, "")
    assert one_line(ran.err)
    assert "6 files: 6 read" in ran.err
    assert len((tmp_path / "out" / "plans.jsonl").read_bytes().splitlines()) == 6


def test_failures_are_told_in_a_line_each(tree: Path, tmp_path: Path) -> None:
    (tree / "a.7z").write_bytes(b"7z\xbc\xaf\x27\x1c")
    (tree / "b.yaml").write_text("schema_version: '1'\n", "utf-8")
    (tree / "gone.txt").symlink_to(tree / "nowhere")
    ran = run("batch", tree, tree / "none", tree / "pipe.txt", "-o", tmp_path / "out", "--max-bytes", 500)
    assert ran.code == 1
    lines = ran.err.splitlines()
    assert len(lines) == 6
    assert all(line.startswith("kehoach: ") for line in lines)
    for name, word in (
        ("none", "no such file or folder"), ("a.7z", "a 7-Zip archive"), ("b.yaml", "is data already"),
        ("gone.txt", "no such file"), ("pipe.txt", "is no ordinary file"),
    ):  # fmt: skip
        assert sum(f"{tree / name}: " in line and word in line for line in lines) == 1, name
    assert "6 read, 4 failed" in lines[-1]


def test_exit_codes(tmp_path: Path) -> None:
    source, out = make(tmp_path / "in", 1), tmp_path / "out"
    assert run("batch", source, "-o", out).code == 0
    (tmp_path / "empty").mkdir()
    assert run("batch", tmp_path / "empty", "-o", tmp_path / "none").code == 3
    (tmp_path / "bad").mkdir()
    (tmp_path / "bad" / "x.7z").write_bytes(b"7z\xbc\xaf\x27\x1c")
    assert run("batch", tmp_path / "bad", "-o", tmp_path / "none").code == 3
    assert run("batch", source, tmp_path / "bad", "-o", out).code == 1
    (tmp_path / "file").touch()
    for args in (
        ["-", "-o", out], [source], [source, "-o", tmp_path / "file"], [source, "-o", out, "-f", "json"],
        [source, "-o", out, "--jobs", 0], [source, "-o", out, "--timeout", 0],
    ):  # fmt: skip
        ran = run("batch", *args)
        assert ran.code == 2, args
        assert one_line(ran.err)


def test_a_run_stops_when_enough_have_failed(tmp_path: Path) -> None:
    source = make(tmp_path / "in", 3)
    for i in range(6):
        (source / f"0001-{i}.txt").write_bytes(b"7z\xbc\xaf\x27\x1c")
    ran = run("batch", source, "-o", tmp_path / "a", "--fail-fast", "--jobs", 1)
    assert ran.code == 1
    assert "stopped: 1 failed" in ran.err
    assert "1 read, 1 failed, 7 left" in ran.err
    assert "4 failed" in run("batch", source, "-o", tmp_path / "b", "--max-failures", 4, "--jobs", 1).err
    assert "1 read, 5 failed, 3 failed before" not in run("batch", source, "-o", tmp_path / "b", "--jobs", 1).err
    assert len(manifest(tmp_path / "b")) == 9


def test_parquet_without_pyarrow_says_what_to_install(tmp_path: Path) -> None:
    source = make(tmp_path / "in", 1)
    with patch.dict(sys.modules, {"pyarrow": None, "kehoach.batch.parquet": None}):
        del sys.modules["kehoach.batch.parquet"]
        ran = run("batch", source, "-o", tmp_path / "out", "-f", "parquet")
    assert ran.code == 2
    assert one_line(ran.err)
    assert "pip install 'kehoach[parquet]'" in ran.err
    assert not (tmp_path / "out").exists()


def test_progress_is_for_terminals_only(tmp_path: Path) -> None:
    source = make(tmp_path / "in", 5)
    (source / "x.7z").write_bytes(b"7z\xbc\xaf\x27\x1c")
    here, there = pty.openpty()
    command = [sys.executable, "-m", "kehoach", "batch", str(source), "-o", str(tmp_path / "out")]
    with subprocess.Popen(command, stderr=there, env={**os.environ, "TERM": "xterm", "COLUMNS": "200"}) as process:
        os.close(there)
        shown = b""
        while True:
            try:
                piece = os.read(here, 4096)
            except OSError:  # Linux says so when the other end is closed
                break
            if not piece:
                break
            shown += piece
    os.close(here)
    assert process.returncode == 1
    assert "reading" in shown.decode()
    assert shown.decode().count("x.7z: is a 7-Zip archive") == 1
    assert "6 files: 5 read, 1 failed" in shown.decode()
