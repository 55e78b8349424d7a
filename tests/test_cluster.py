"""``kehoach batch --engine dask``: the same output as on one machine, also where a worker is lost."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from unittest.mock import patch

import pytest

from batch_runs import batch, make, manifest, outputs
from runner import one_line, run

COMMAND = [sys.executable, "-m", "kehoach", "batch"]


def workers_of(run: int) -> list[int]:
    """The workers of a cluster that a run has made: those below it that have started what starts the readers."""
    parents: dict[int, int] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            parents[int(stat.parent.name)] = int(stat.read_text().rpartition(")")[2].split()[1])
        except OSError:
            continue
    return sorted({parents[pid] for pid in parents if parents.get(parents[pid]) == run})


def lose_a_worker(process: subprocess.Popen[str]) -> None:
    """Kill one of the two workers of a run's cluster."""
    workers = workers_of(process.pid)
    assert len(workers) == 2
    os.kill(workers[0], signal.SIGKILL)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="finds the processes in /proc")
def test_a_lost_worker_costs_nothing(tmp_path: Path) -> None:
    source, out = make(tmp_path / "in", 200), tmp_path / "out"
    (source / "0100.7z").write_bytes(b"7z\xbc\xaf\x27\x1c")
    batch(source, tmp_path / "want", format="jsonl", jobs=2)
    command = [*COMMAND, str(source), "-o", str(out), "-f", "jsonl", "--engine", "dask", "--jobs", "2"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        path, deadline = out / "manifest.jsonl", time.monotonic() + 90
        while not path.exists() or not path.stat().st_size:
            assert time.monotonic() < deadline
            assert process.poll() is None
            time.sleep(0.01)
        lose_a_worker(process)
        _, err = process.communicate(timeout=120)
    assert process.returncode == 1, err
    assert "200 read, 1 failed" in err
    assert len(err.splitlines()) == 2, err
    assert outputs(out) == outputs(tmp_path / "want")
    assert {entry["status"] for entry in manifest(out).values()} == {"done", "failed"}
    again = batch(source, out, format="jsonl")
    assert (again.unchanged, again.failed_before) == (200, 1)  # whoever reads, the manifest is the same


def test_dask_is_asked_for_in_words(tmp_path: Path) -> None:
    source = make(tmp_path / "in", 1)
    ran = run("batch", source, "-o", tmp_path / "out", "--scheduler", "tcp://127.0.0.1:1")
    assert (ran.code, one_line(ran.err)) == (2, True)
    assert "--scheduler is for --engine dask" in ran.err
    with patch.dict(sys.modules, {"distributed": None}):
        sys.modules.pop("kehoach.batch.cluster", None)
        ran = run("batch", source, "-o", tmp_path / "out", "--engine", "dask")
    assert (ran.code, one_line(ran.err)) == (2, True)
    assert "pip install 'kehoach[dask]'" in ran.err


def test_chunks_are_read_as_single_files_are(tmp_path: Path) -> None:
    from kehoach.batch import Settings
    from kehoach.batch.cluster import _pools, read_here
    from kehoach.batch.task import Task

    source, out = make(tmp_path / "in", 3), tmp_path / "out"
    (out / ".unfinished").mkdir(parents=True)
    (source / "0001.txt").write_bytes(b"7z\xbc\xaf\x27\x1c")
    tasks = [Task(path.name, str(path), f"{path.stem}.json", 1, 1) for path in sorted(source.iterdir())]
    try:
        outcomes = read_here(tasks, Settings([], str(out), format="json").for_one())
    finally:
        for pool in _pools.values():
            pool.close()
        _pools.clear()
    assert [(outcome.source, outcome.status) for outcome in outcomes] == [
        ("0000.txt", "done"), ("0001.txt", "failed"), ("0002.txt", "done"),
    ]  # fmt: skip
    assert json.loads((out / "plans" / "0002.json").read_bytes())["source"]["name"] == "0002.txt"
