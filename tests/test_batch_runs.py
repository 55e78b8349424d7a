"""Runs over many files: what is read again and what is not, processes that die or hang, what is left behind."""

from __future__ import annotations

import errno
import io
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unicodedata
from pathlib import Path
from unittest.mock import patch

import pytest

from batch_runs import Watch, batch, make, manifest, outputs, serve_nothing, serve_with_faults
from kehoach.batch.index import Index
from kehoach.batch.names import output_of, source_of
from kehoach.batch.pool import Pool, PoolError
from kehoach.batch.settings import Settings
from kehoach.errors import OutputError, UnreadableError

SAMPLES = Path(__file__).resolve().parent.parent / "samples"


def test_a_second_run_reads_what_is_new_or_changed(tmp_path: Path) -> None:
    source, out = make(tmp_path / "in", 6), tmp_path / "out"
    assert batch(source, out, format="json", jobs=2).done == 6
    first = outputs(out)
    again = batch(source, out, format="json")
    assert (again.done, again.unchanged, again.exit_code) == (0, 6, 0)
    make(source, 1, first=6)
    (source / "0002.txt").write_text("KẾ HOẠCH\nKhác hẳn\n", "utf-8")
    os.utime(source / "0003.txt", ns=(1, 1))  # only touched: known by its content
    (out / "plans" / first_output(out, "0004.txt")).unlink()
    watch = Watch()
    third = batch(source, out, format="json", watch=watch)
    assert (third.done, third.unchanged) == (3, 4)
    now = outputs(out)
    assert len(now) == 7
    assert [name for name in first if now[name] != first[name]] == ["plans/" + first_output(out, "0002.txt")]


def first_output(out: Path, name: str) -> str:
    return str(next(entry["output"] for source, entry in manifest(out).items() if source.endswith(name)))


def test_options_that_change_the_output_read_again(tmp_path: Path) -> None:
    from kehoach.readers import ReadOptions

    source, out = make(tmp_path / "in", 2), tmp_path / "out"
    batch(source, out)
    assert batch(source, out, options=ReadOptions(max_bytes=10_000)).done == 2
    with pytest.raises(OutputError, match="holds yaml already"):
        batch(source, out, format="json")


@pytest.mark.parametrize("format_", ["yaml", "jsonl", "parquet"])
def test_output_does_not_depend_on_the_number_of_jobs(format_: str, tmp_path: Path) -> None:
    for jobs in (1, 3):
        summary = batch(SAMPLES, tmp_path / str(jobs), format=format_, jobs=jobs, include=("*.txt", "tinh*.md"))
        assert summary.exit_code == 0
    one, three = outputs(tmp_path / "1"), outputs(tmp_path / "3")
    assert one == three
    assert one
    stripped = [
        [{**entry, "seconds": 0} for entry in manifest(tmp_path / str(jobs)).values()] for jobs in (1, 3)
    ]  # in order: the manifest is sorted
    assert stripped[0] == stripped[1]


def test_outputs_are_those_of_parse(tmp_path: Path) -> None:
    from runner import run

    batch(SAMPLES, tmp_path / "out", include=("so-*.txt",))
    for entry in manifest(tmp_path / "out").values():
        path = tmp_path / "out" / "plans" / entry["output"]
        assert path.read_text("utf-8") == run("parse", SAMPLES / os.path.basename(entry["source"])).out


def test_a_file_that_kills_its_process_fails_alone(tmp_path: Path) -> None:
    source, out = make(tmp_path / "in", 8), tmp_path / "out"
    for name in ("0001-poison", "0003-crash", "0005-hang"):
        (source / f"{name}.txt").write_text("KẾ HOẠCH\nTrồng cây\n", "utf-8")
    watch = Watch()
    began = time.monotonic()
    summary = batch(source, out, serve_with_faults, jobs=2, timeout=2, watch=watch)
    assert time.monotonic() - began < 30
    assert (summary.done, summary.failed, summary.exit_code) == (9, 2, 1)
    failed = {os.path.basename(source): entry for source, entry in manifest(out).items() if entry["status"] == "failed"}
    assert {name: entry["kind"] for name, entry in failed.items()} == {
        "0001-poison.txt": "killed", "0005-hang.txt": "timeout"
    }  # fmt: skip
    assert "SIGKILL" in failed["0001-poison.txt"]["error"]
    assert failed["0005-hang.txt"]["error"] == "not read within 2 seconds"
    assert len(watch.lines) == 2

    assert batch(source, out, jobs=2).failed_before == 2
    assert batch(source, out, jobs=2, retry_failed=True).done == 2
    assert all(entry["status"] == "done" for entry in manifest(out).values())


def test_temporary_files_go_with_the_process_that_made_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rubbish = tmp_path / "rubbish"
    rubbish.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(rubbish))
    source = make(tmp_path / "in", 2)
    names = ("0001-litter-hang", "0002-litter-poison")
    for name in names:
        (source / f"{name}.txt").write_text("KẾ HOẠCH\nTrồng cây\n", "utf-8")
    summary = batch(source, tmp_path / "out", serve_with_faults, jobs=2, timeout=2)
    assert (summary.done, summary.failed) == (2, 2)
    assert [(tmp_path / "out" / f".{name}.txt").read_text() for name in names] == ["1", "2"]
    assert list(rubbish.iterdir()) == []


def test_a_full_disk_ends_the_run_and_keeps_what_is_done(tmp_path: Path) -> None:
    source, out = make(tmp_path / "in", 4), tmp_path / "out"
    (source / "0002-full.txt").write_text("KẾ HOẠCH\nTrồng cây\n", "utf-8")
    summary = batch(source, out, serve_with_faults)
    assert (summary.done, summary.left, summary.exit_code) == (2, 3, 2)
    assert os.strerror(errno.ENOSPC) in str(summary.fault)
    assert len(manifest(out)) == 2
    assert (batch(source, out).done, len(manifest(out))) == (3, 5)


def test_a_manifest_that_cannot_be_written_ends_the_run(tmp_path: Path) -> None:
    source, out = make(tmp_path / "in", 4), tmp_path / "out"
    batch(source, out, sources=[str(source / "0000.txt")])
    before = (out / "manifest.jsonl").read_bytes()
    add = Index.add

    class Full:
        """A disk with room for some letters more."""

        def __init__(self, file: io.FileIO) -> None:
            self.file = file

        def write(self, data: bytes) -> int:
            return self.file.write(data[:20])

    def torn(self: Index, entry: dict[str, object]) -> None:
        assert self._file is not None
        with patch.object(self, "_file", Full(self._file)):
            add(self, entry)

    with patch.object(Index, "add", torn):
        summary = batch(source, out)
    assert (summary.exit_code, summary.done) == (2, 0)
    assert (out / "manifest.jsonl").read_bytes() == before
    assert batch(source, out).exit_code == 0


def test_processes_that_cannot_start_are_told(tmp_path: Path) -> None:
    with pytest.raises(PoolError, match="exit code 3"):
        batch(make(tmp_path / "in", 1), tmp_path / "out", serve_nothing)


def test_processes_are_replaced_after_a_while(tmp_path: Path) -> None:
    from kehoach.batch.task import Task

    source = make(tmp_path / "in", 5)
    (tmp_path / "out" / ".unfinished").mkdir(parents=True)
    settings = Settings([str(source)], str(tmp_path / "out"), jobs=1)
    names, pids = iter(sorted(source.iterdir())), set()
    done = 0
    with Pool(settings, recycle=2) as pool:
        while done < 5:
            if pool.room > 0:
                path = next(names)
                pool.give(Task(path.name, str(path), f"{path.name}.yaml", 1, 1))
            pids.add(pool._workers[0].process.pid)
            done += sum(outcome.status == "done" for _, outcome in pool.results(1))
    assert len(pids) == 3


def test_a_cut_last_line_of_the_manifest_is_made_anew(tmp_path: Path) -> None:
    source, out = make(tmp_path / "in", 3), tmp_path / "out"
    batch(source, out, format="jsonl")
    want = outputs(out)
    path = out / "manifest.jsonl"
    path.write_bytes(path.read_bytes()[:-40])
    assert batch(source, out, format="jsonl").done == 1
    assert outputs(out) == want
    path.write_bytes(b"{}\n" + path.read_bytes())
    with pytest.raises(UnreadableError, match=r"manifest\.jsonl:1: is no line of a manifest"):
        batch(source, out, format="jsonl")


def test_parts_that_are_gone_are_told_or_read_anew(tmp_path: Path) -> None:
    source, out = make(tmp_path / "in", 3), tmp_path / "out"
    batch(source, out, format="jsonl")
    want = outputs(out)
    shutil.rmtree(out / ".parts")
    watch = Watch()
    make(source, 1, first=3)
    summary = batch(source, out, format="jsonl", sources=[str(source / "0003.txt")], watch=watch)
    assert (summary.done, summary.exit_code) == (1, 1)
    assert len(watch.lines) == 3
    assert all("is gone" in line for line in watch.lines)
    assert len((out / "plans.jsonl").read_bytes().splitlines()) == 1
    assert batch(source, out, format="jsonl").exit_code == 0
    assert outputs(out)["plans.jsonl"].startswith(want["plans.jsonl"])


@pytest.mark.parametrize("format_", ["jsonl", "parquet"])
def test_interrupted_while_the_output_is_made(format_: str, tmp_path: Path) -> None:
    class Interrupting(Watch):
        def assembling(self, plans: int) -> None:
            os.kill(os.getpid(), signal.SIGINT)

    source, out = make(tmp_path / "in", 3), tmp_path / "out"
    summary = batch(source, out, format=format_, watch=Interrupting())
    assert (summary.done, summary.exit_code) == (3, 130)
    assert not outputs(out)
    again = batch(source, out, format=format_)
    assert (again.unchanged, again.exit_code) == (3, 0)
    assert outputs(out)


def test_an_output_goes_when_its_source_cannot_be_read_any_more(tmp_path: Path) -> None:
    source, out = make(tmp_path / "in", 2), tmp_path / "out"
    batch(source, out, format="jsonl")
    (source / "0000.txt").write_bytes(b"7z\xbc\xaf\x27\x1c")
    batch(source, out, format="jsonl")
    assert len((out / "plans.jsonl").read_text("utf-8").splitlines()) == 1
    assert len(list((out / ".parts").rglob("*.json"))) == 1


def test_one_run_at_a_time(tmp_path: Path) -> None:
    from kehoach.batch.lock import locked

    source, out = make(tmp_path / "in", 1), tmp_path / "out"
    out.mkdir()
    with locked(str(out)), pytest.raises(OutputError, match="another run is writing here"):
        batch(source, out)


def test_links_do_not_lead_outside(tmp_path: Path) -> None:
    source, out, elsewhere = make(tmp_path / "in" / "sub", 1).parent, tmp_path / "out", tmp_path / "elsewhere"
    elsewhere.mkdir()
    (out / "plans").mkdir(parents=True)
    (out / "plans" / "sub").symlink_to(elsewhere)
    summary = batch(source, out)
    assert summary.failed == 1
    assert not list(elsewhere.iterdir())
    assert "outside the output folder" in next(iter(manifest(out).values()))["error"]


NAMES = [
    "a.txt", "A.txt", "a.docx", "a", ".hidden", "con.txt", "x" * 240 + ".txt", "x" * 240 + ".md", "kế hoạch.txt",
    "ke\u0302\u0301 hoạch.txt", "..", "../../etc/passwd", "sub/../b.txt", "a\nb.txt", "a\\b.txt",
    "tab\t.txt", "q?*<>|.txt", "\udcff\udcfe.txt", " .txt", "...txt", "\u202etxt.a", "e" * 300 + "/" + "f" * 300,
    "/".join(["deep"] * 80) + "/a.txt", "a.yaml/b.txt", "A.YAML/b.txt", "bytes:x.txt", "\U0001f332" * 60 + ".txt",
]  # fmt: skip


def test_names_of_outputs_never_meet_nor_leave_the_folder() -> None:
    for format_ in ("yaml", "json", "jsonl"):
        made = set()
        for name in NAMES:
            output = output_of(source_of(os.path.join("/in", name), "/out"), name, format_)
            parts = output.split("/")
            assert not set(parts) & {"", ".", ".."}
            assert not output.startswith("/")
            assert max(len(part.encode()) for part in parts) < 200
            assert len(output.encode()) < 400
            assert output.isprintable()
            made.add(unicodedata.normalize("NFKC", output).casefold())
        assert len(made) == len(NAMES)


def test_odd_names_are_read(tmp_path: Path) -> None:
    source, out = tmp_path / "in", tmp_path / "out"
    for name in ("a\nb.txt", "x" * 240 + ".txt", "kế hoạch.txt", "ke\u0302\u0301 hoạch.txt", "A.TXT", "a.txt", "-f"):
        make(source, 0)
        (source / name).write_text("KẾ HOẠCH\nTrồng cây\n", "utf-8")
    with open(os.fsencode(source) + b"/\xff\xfe.txt", "wb") as file:
        file.write("KẾ HOẠCH\nTrồng cây\n".encode())
    for _ in range(2):
        summary = batch(source, out)
        assert (summary.files, summary.exit_code) == (8, 0)
    assert summary.unchanged == 8
    assert len(outputs(out)) == 8
    assert any(source.startswith("bytes:") for source in manifest(out))


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="finds the processes in /proc")
def test_killed_and_started_again_every_output_is_right(tmp_path: Path) -> None:
    source = make(tmp_path / "in", 200)
    batch(source, tmp_path / "want", format="jsonl", jobs=2)
    out = tmp_path / "out"
    command = [sys.executable, "-m", "kehoach", "batch", str(source), "-o", str(out), "-f", "jsonl", "--jobs", "2"]
    for kill in ("worker", "run", "interrupt"):
        with subprocess.Popen(command, stderr=subprocess.PIPE) as process:
            _wait_for_more(out)
            if kill == "worker":
                for worker in _readers(process.pid)[:1]:
                    os.kill(worker, signal.SIGKILL)
                _wait_for_more(out)
            workers = _readers(process.pid)
            assert workers
            process.send_signal(signal.SIGINT if kill == "interrupt" else signal.SIGKILL)
            _, err = process.communicate(timeout=20)
        if kill == "interrupt":
            assert process.returncode == 130
            assert b"interrupted; what was done is kept" in err
            assert err.count(b"\n") == 2
        deadline = time.monotonic() + 10
        while any(Path(f"/proc/{worker}").exists() for worker in workers) and time.monotonic() < deadline:
            time.sleep(0.05)
        assert not any(Path(f"/proc/{worker}").exists() for worker in workers)
    kept = len(manifest(out))
    done = subprocess.run(command, capture_output=True, check=True, text=True)
    assert f"{kept:,} unchanged" in done.stderr
    assert outputs(out) == outputs(tmp_path / "want")
    assert not (out / ".unfinished").exists()


def _wait_for_more(out: Path) -> None:
    """Wait until some more files are done."""
    path = out / "manifest.jsonl"
    size = path.stat().st_size if path.exists() else 0
    deadline = time.monotonic() + 60
    while not path.exists() or path.stat().st_size < size + 3_000:
        assert time.monotonic() < deadline
        time.sleep(0.005)


def _readers(run: int) -> list[int]:
    """The processes that read for a run: they lead a session of their own, below the server that the run started."""
    parents, leaders = {}, set()
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            words = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        pid = int(stat.parent.name)
        parents[pid] = int(words[1])
        if int(words[3]) == pid:
            leaders.add(pid)
    return [pid for pid in leaders if parents.get(parents.get(pid, 0)) == run]


def test_a_dry_run_writes_nothing(tmp_path: Path) -> None:
    from runner import run

    source, out = make(tmp_path / "in", 2), tmp_path / "out"
    ran = run("batch", source, "-o", out, "--dry-run")
    assert (ran.code, [line.split("\t")[0] for line in ran.out.splitlines()]) == (0, ["new", "new"])
    assert not out.exists()
    batch(source, out)
    before = outputs(tmp_path)
    (source / "0000.txt").write_text("KẾ HOẠCH\nKhác\n", "utf-8")
    ran = run("batch", source, "-o", out, "--dry-run")
    assert [line.split("\t")[0] for line in ran.out.splitlines()] == ["changed", "unchanged"]
    shutil.copy(out / "manifest.jsonl", tmp_path / "kept")
    assert {name: data for name, data in outputs(tmp_path).items() if name.startswith("out")} == {
        name: data for name, data in before.items() if name.startswith("out")
    }


def test_the_manifest_says_what_came_of_a_file(tmp_path: Path) -> None:
    import hashlib

    source, out = make(tmp_path / "in", 1), tmp_path / "out"
    batch(source, out)
    entry = json.loads((out / "manifest.jsonl").read_text("utf-8"))
    data = (source / "0000.txt").read_bytes()
    assert entry["source"] == "../in/0000.txt"
    assert (entry["sha256"], entry["bytes"]) == (hashlib.sha256(data).hexdigest(), len(data))
    assert (out / "plans" / entry["output"]).stat().st_size == entry["output_bytes"]
    assert (entry["status"], entry["error"], entry["kind"]) == ("done", None, None)
    assert entry["seconds"] > 0


def test_a_temporary_folder_with_a_long_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The path of a socket holds some hundred bytes."""
    long = tmp_path / ("x" * 120)
    long.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(long))
    summary = batch(make(tmp_path / "in", 2), tmp_path / "out")
    assert (summary.done, summary.exit_code) == (2, 0)
