"""Broken files through ``kehoach batch``: a small run of ``tools/broken_batch.py``, and that it sees what is wrong."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tools import broken_batch
from tools.fuzz_documents import KINDS, PICTURES, documents

_DEAR = {*PICTURES, "doc"}
"""Kinds for which other programs are started, each for some seconds."""


@pytest.mark.slow
def test_broken_files_are_each_accounted_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for kind in ("gif", "bmp", "webp", "tiff", "jpg"):
        monkeypatch.delitem(KINDS, kind)
    result = broken_batch.check(tmp_path, 100, seed=2031, timeout=60, memory=1_500_000)
    assert result.faults == [], result.told
    assert sum(result.outcomes.values()) == 100
    assert set(result.outcomes) <= {"done", "unreadable", "timeout"}
    assert min(result.outcomes["done"], result.outcomes["unreadable"]) > 10
    assert set(result.kinds) == {kind for kind in KINDS if documents(kind)}


def test_the_same_seed_makes_the_same_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for kind in _DEAR:
        monkeypatch.delitem(KINDS, kind)
    folders = [tmp_path / name for name in ("a", "b", "c")]
    for folder, seed in zip(folders, (1, 1, 2), strict=True):
        folder.mkdir()
        broken_batch.make(folder, 40, seed)
    a, b, c = ({path.name: path.read_bytes() for path in folder.iterdir()} for folder in folders)
    assert a == b != c
    assert len(a) == 40


def entry(source: str, status: str = "failed", kind: str | None = "unreadable", **more: Any) -> dict[str, Any]:
    return {"source": f"../in/{source}", "status": status, "kind": kind, "error": "is no text", "seconds": 0.1} | more


@pytest.mark.parametrize(
    ("entries", "fault"),
    [
        ([entry("a.txt"), entry("b.txt")], None),
        ([entry("a.txt")], "not in the manifest exactly once"),
        ([entry("a.txt"), entry("b.txt"), entry("b.txt")], "not in the manifest exactly once"),
        ([entry("a.txt"), entry("b.txt", kind="fault", error="KeyError")], "b.txt: fault: KeyError"),
        ([entry("a.txt"), entry("b.txt", error="two\nlines")], "b.txt: no reason in one line"),
        ([entry("a.txt"), entry("b.txt", error=None)], "b.txt: no reason in one line"),
        ([entry("a.txt"), entry("b.txt", kind="timeout", seconds=5.0)], None),
        ([entry("a.txt"), entry("b.txt", seconds=99.0)], "b.txt: 99 s"),
        (
            [entry("a.txt"), entry("b.txt", "done", None, output="b.json", output_bytes=7)],
            "b.txt: its output is not what the manifest says",
        ),
        ([entry("a.txt"), entry("b.txt", "done", None, output="b.json", output_bytes=2)], None),
    ],
)
def test_what_is_wrong_is_seen(entries: list[dict[str, Any]], fault: str | None, tmp_path: Path) -> None:
    source, output = tmp_path / "in", tmp_path / "out"
    source.mkdir()
    (output / "plans").mkdir(parents=True)
    (output / "plans" / "b.json").write_text("{}")
    for name in ("a.txt", "b.txt"):
        (source / name).touch()
    result = broken_batch.Result(2, 1.0, 1, Counter())
    broken_batch.check_entries(entries, source, output, 10, result)
    assert [found.startswith(fault or "-") for found in result.faults] == [True] * (fault is not None)
