"""Sources and outputs that are named by URL, with ``local://``: fsspec's own way to the files of this machine."""

from __future__ import annotations

import importlib.util
import json
import os
import platform
import signal
import sys
import time
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest

from batch_runs import Watch, batch, make, manifest, outputs
from kehoach.batch import remote_store
from kehoach.batch.listing import found_in
from kehoach.batch.names import source_of
from kehoach.batch.remote_lock import LEASE, RemoteLock
from kehoach.batch.remote_store import RemoteStore
from kehoach.errors import KehoachError, OutputError, UnreachableError, UnreadableError
from kehoach.remote import is_url, local, module_of, opened, read_url, shown, told
from runner import one_line, run

FILES = (
    "a.txt b.md sub/a.txt sub/deep/c.txt sub/x.txt/d.txt .hidden .git/e.txt sub/.f.txt 2031/g.txt 2031/q/h.md [x].txt"
).split()


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    for name in FILES:
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("KẾ HOẠCH\n", "utf-8")
    return tmp_path / "in"


@pytest.mark.parametrize(
    "what",
    ["", "a.txt", "*", "*.txt", "**", "**/*.txt", "**/c.txt", "sub/**/*.txt", "*/*.txt", "20[23]1/**", "[x].txt",
     "?.md", "s*/deep", "**/deep/**/c.*", "**/x.txt", "nothing", "*.docx", "a.txt/*"],
)  # fmt: skip
@pytest.mark.parametrize(("include", "exclude"), [((), ()), (("*.md", "sub/*"), ()), ((), ("deep", "[[]x]*"))])
def test_the_same_files_are_found(what: str, include: tuple[str, ...], exclude: tuple[str, ...], tree: Path) -> None:
    def found(front: str) -> tuple[dict[str, str], int]:
        told: list[str] = []
        output = f"{front}{tree / 'out'}" if what else f"{front}{tree / '2031'}"
        files = list(found_in([f"{front}{tree}/{what}".rstrip("/")], output, include, exclude, told.append))
        assert all(file.path.endswith(f"/{file.relative}") for file in files)
        # Behind a last ** folders of this machine keep their names; which files there are is the same.
        names = ["" if what.endswith("**") else file.relative for file in files]
        first = dict(reversed([(file.path.removeprefix(front), name) for file, name in zip(files, names, strict=True)]))
        return first, len(told)

    assert found("local://") == found("")


def test_a_listing_tells_size_and_time(tree: Path) -> None:
    (file,) = found_in([f"local://{tree}/a.txt"], "/out", (), (), lambda line: None)
    about, known = (tree / "a.txt").stat(), file.about
    assert known
    assert (known.size, known.etag) == (about.st_size, None)
    assert abs(known.modified - about.st_mtime_ns) < 1000


@pytest.mark.parametrize("format_", ["json", "jsonl", "parquet"])
def test_the_output_is_that_of_a_run_on_folders(format_: str, tmp_path: Path) -> None:
    source, here, there = make(tmp_path / "in", 4), tmp_path / "here", tmp_path / "there"
    (source / "0001.txt").write_bytes(b"7z\xbc\xaf\x27\x1c")
    url = f"local://{there}"
    sources = [f"local://{source}/**/*.txt"]
    summary = batch(source, url, format=format_, sources=sources, jobs=2)
    assert (summary.done, summary.failed) == (3, 1)
    batch(source, here, format=format_)
    assert set(manifest(there)) == {f"local://{path}" for path in source.iterdir()}
    assert [e["status"] for e in manifest(there).values()] == [e["status"] for e in manifest(here).values()]
    if format_ == "jsonl":
        assert outputs(there) == outputs(here)
    assert len(outputs(there)) == len(outputs(here))
    assert {path.name for path in there.iterdir() if path.name.startswith(".")} <= {".complete", ".parts", ".journal"}
    assert not list((there / ".journal").glob("*"))

    again = batch(source, url, format=format_, sources=sources)
    assert (again.unchanged, again.failed_before, again.done) == (3, 1, 0)
    (source / "0002.txt").write_text("KẾ HOẠCH\nKhác hẳn\n", "utf-8")
    os.utime(source / "0003.txt", ns=(1, 1))  # only touched: known by its content
    home = there / ("plans" if format_ == "json" else ".parts")
    (home / manifest(there)[f"local://{source}/0000.txt"]["output"]).write_bytes(b"cut")
    third = batch(source, url, format=format_, sources=sources)
    assert (third.unchanged, third.failed_before, third.done) == (1, 1, 2)


def test_files_of_this_machine_go_to_a_url_and_back(tmp_path: Path) -> None:
    source, there, here = make(tmp_path / "in", 2), tmp_path / "there", tmp_path / "here"
    assert batch(source, f"local://{there}").done == 2
    assert set(manifest(there)) == {f"file://{path}" for path in source.iterdir()}
    assert batch(source, f"local://{there}").unchanged == 2
    assert batch(source, here, sources=[f"local://{source}"]).done == 2
    assert set(manifest(here)) == {f"local://{path}" for path in source.iterdir()}


def test_file_urls_are_paths(tmp_path: Path) -> None:
    source = make(tmp_path / "in", 2)
    ran = run("batch", f"file://{source}", "-o", f"file://{tmp_path}/out", "--jobs", "1")
    assert (ran.code, set(manifest(tmp_path / "out"))) == (0, {"../in/0000.txt", "../in/0001.txt"})
    parsed = run("parse", f"file://{source}/0000.txt", "-f", "json")
    assert parsed.out == run("parse", source / "0000.txt", "-f", "json").out


def test_broken_off_a_run_goes_on_from_its_journal(tmp_path: Path) -> None:
    class Interrupting(Watch):
        def passed(self, status: str) -> None:
            self.statuses += [status] * (status == "done")
            if len(self.statuses) == 3:
                os.kill(os.getpid(), signal.SIGINT)

    source, there = make(tmp_path / "in", 12), tmp_path / "there"
    url, done = f"local://{there}", 0
    with patch.object(remote_store, "KEEP", 0):
        for _ in range(2):
            summary = batch(source, url, format="jsonl", watch=Interrupting())
            assert (summary.exit_code, summary.unchanged) == (130, done)
            done += summary.done
    assert 6 <= done < 12
    assert not (there / "manifest.jsonl").exists()
    names = sorted(path.name for path in (there / ".journal").iterdir())
    assert names == [f"{number:09}.jsonl" for number in range(1, len(names) + 1)]
    assert len(names) > 2
    dry = run("batch", source, "-o", url, "-f", "jsonl", "--dry-run")
    assert dry.out.count("unchanged\t") == done
    last = batch(source, url, format="jsonl")
    assert (last.unchanged, last.done, last.exit_code) == (done, 12 - done, 0)
    assert not list((there / ".journal").iterdir())
    batch(source, tmp_path / "here", format="jsonl")
    assert (there / "plans.jsonl").read_bytes() == (tmp_path / "here" / "plans.jsonl").read_bytes()


def test_a_manifest_that_was_copied_with_a_cut_line(tmp_path: Path) -> None:
    source, there = make(tmp_path / "in", 3), tmp_path / "there"
    batch(source, f"local://{there}")
    path = there / "manifest.jsonl"
    path.write_bytes(path.read_bytes()[:-40])
    with patch.object(RemoteStore, "publish"):  # as if it were killed
        assert batch(source, f"local://{there}").done == 1
    assert batch(source, f"local://{there}").unchanged == 3
    path.write_bytes(b"{}\n" + path.read_bytes())
    with pytest.raises(UnreadableError, match=rf"local://{there}/manifest\.jsonl:1: is no line of a manifest"):
        batch(source, f"local://{there}")


def test_a_dry_run_over_urls_writes_nothing(tmp_path: Path) -> None:
    source = make(tmp_path / "in", 2)
    ran = run("batch", f"local://{source}", "-o", f"local://{tmp_path}/out", "--dry-run")
    assert ran.code == 0
    assert ran.out == "".join(f"new\tlocal://{source}/000{i}.txt\n" for i in range(2))
    assert not (tmp_path / "out").exists()


def test_old_tables_are_taken_away(tmp_path: Path) -> None:
    source, there = make(tmp_path / "in", 2), tmp_path / "there"
    batch(source, f"local://{there}", format="parquet")
    old = there / "items" / "part-00001.parquet"
    old.write_bytes(b"old")
    make(source, 1, first=2)
    batch(source, f"local://{there}", format="parquet")
    assert not old.exists()


def test_one_run_at_a_time(tmp_path: Path) -> None:
    source, there = make(tmp_path / "in", 1), tmp_path / "there"
    there.mkdir()
    lock = there / ".lock"

    def locked_by(**lock_of: Any) -> None:
        known = {"run": "x", "machine": "elsewhere 1", "process": 7, "renewed": time.time()}
        lock.write_text(json.dumps({**known, **lock_of}))

    locked_by()
    with pytest.raises(
        OutputError, match=r"another run is writing here \(process 7 on elsewhere, last heard of \d sec"
    ):
        batch(source, f"local://{there}")
    locked_by(renewed=time.time() - LEASE - 1)
    assert batch(source, f"local://{there}").done == 1
    assert not lock.exists()
    if sys.platform == "linux":  # a process of this machine that is gone
        machine = f"{platform.node()} {os.readlink('/proc/self/ns/pid')}"
        locked_by(machine=machine, process=2**22 + 1)
        assert batch(source, f"local://{there}").unchanged == 1
        locked_by(machine=machine, process=os.getpid())
        with pytest.raises(OutputError, match="another run"):
            batch(source, f"local://{there}")
    lock.write_text("?")
    with pytest.raises(OutputError, match="unknown"):
        batch(source, f"local://{there}")


def test_a_run_that_lost_its_lock_ends(tmp_path: Path) -> None:
    source, there = make(tmp_path / "in", 1), tmp_path / "there"
    batch(source, f"local://{there}")
    filesystem, root = opened(f"local://{there}")
    lock = RemoteLock(filesystem, f"{root}/.lock", "there", filesystem.pipe_file, renew=0.01)
    with lock.held():
        signed = (there / ".lock").read_text()
        deadline = time.monotonic() + 10
        while (there / ".lock").read_text() in ("", signed):  # a sign of life
            assert time.monotonic() < deadline
        lock.check()
        (there / ".lock.new").write_text('{"run": "other"}')
        (there / ".lock.new").replace(there / ".lock")
        while time.monotonic() < deadline:
            try:
                lock.check()
            except OutputError as error:
                assert "another run has taken over" in str(error)
                break
            (there / ".lock").write_text('{"run": "other"}')
        else:
            pytest.fail("not noticed")
    assert (there / ".lock").exists()


def test_a_place_that_goes_away_ends_the_run_and_keeps_what_is_done(tmp_path: Path) -> None:
    source, there = make(tmp_path / "in", 3), tmp_path / "there"
    with patch.object(RemoteStore, "publish", side_effect=OutputError("cannot be written (gone)", name="x")):
        summary = batch(source, f"local://{there}")
    assert (summary.exit_code, summary.done, str(summary.fault)) == (2, 3, "x: cannot be written (gone)")
    there.rename(tmp_path / "gone")
    there.write_text("")  # a file where the folder was: nothing can be written any more
    summary_or_error = pytest.raises(OutputError)
    with summary_or_error:
        batch(source, f"local://{there}")
    there.unlink()
    (tmp_path / "gone").rename(there)
    assert batch(source, f"local://{there}").unchanged == 3


def test_outputs_stay_below_their_folder(tmp_path: Path) -> None:
    filesystem, root = opened(f"local://{tmp_path}/out")
    for path in (f"{root}/plans/../../x", f"{root}/plans//x", str(tmp_path / "x"), root):
        with pytest.raises(OutputError, match="lies outside"):
            remote_store.put(filesystem, root, path, b"", "out")
    assert not list(tmp_path.iterdir())


def test_names() -> None:
    assert not is_url("C:/plans/a.txt")
    assert local("file:///C:/plans/a.txt") == "C:/plans/a.txt"
    assert local("file://localhost/a.txt") == "/a.txt"
    assert shown("abfs://plans@account.host/a:b@c.txt") == "abfs://plans@account.host/a:b@c.txt"
    assert source_of("sftp://an:secret@host/a.txt", "/out") == "sftp://an@host/a.txt"
    assert source_of("s3://b/\udcff.txt", "/out") == "bytes:s3%3A//b/%FF.txt"


class _ClientError(Exception):
    """Stands for a library's error."""


class EndpointConnectionError(_ClientError): ...


class ConnectTimeoutError(EndpointConnectionError, TimeoutError): ...


@pytest.mark.parametrize(
    ("error", "kind", "text"),
    [
        (FileNotFoundError("b/x"), UnreadableError, "no such file, folder or bucket; check the URL"),
        (PermissionError(13, "Access Denied"), UnreadableError, "may not be read (Access Denied); check the cred"),
        (ConnectionRefusedError(111, "refused"), UnreachableError, "cannot be reached (refused)"),
        (ConnectTimeoutError("no answer\nat all"), UnreachableError, "cannot be reached (no answer at all)"),
        (OSError(16, "Please reduce your request rate."), UnreachableError, "cannot be reached (Please reduce your"),
        (OSError(22, "Bad"), UnreadableError, "cannot be read (Bad)"),
        (ValueError(), UnreadableError, "cannot be read (ValueError)"),
    ],
)
def test_errors_are_told_in_a_line(error: Exception, kind: type[KehoachError], text: str) -> None:
    with pytest.raises(KehoachError) as caught, told("s3://u:pw@b/x"):
        raise error
    assert type(caught.value) is kind
    assert str(caught.value).startswith(f"s3://u@b/x: {text}")
    with pytest.raises(OutputError), told("s3://b/x", writing=True):
        raise error


def test_a_file_that_is_too_large_is_not_fetched(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"x" * 100)
    url = f"local://{tmp_path}/a.txt"
    filesystem, _ = opened(url)
    with patch.object(filesystem, "cat_file", side_effect=AssertionError), patch.object(filesystem, "open"):
        for size in (None, 100):
            with pytest.raises(UnreadableError, match=r"is larger than 99 bytes; .*--max-bytes"):
                read_url(url, 99, size)
    assert len(read_url(url, 100)) == 100
    assert len(read_url(url, 100, 40)) == 100  # it has grown since it was listed
    assert len(read_url(url, 100, 0)) == 100
    with pytest.raises(UnreadableError, match="is a folder"):
        read_url(f"local://{tmp_path}", 99)


def test_what_is_missing_is_told(tmp_path: Path) -> None:
    source = make(tmp_path / "in", 1)
    with patch.dict(sys.modules, {"fsspec": None}):
        for words in (("parse", "s3://b/x.txt"), ("batch", "s3://b/x", "-o", tmp_path / "out"),
                      ("batch", source, "-o", "s3://b/x"), ("query", "SELECT 1", "s3://b/x")):  # fmt: skip
            ran = run(*words)
            assert (ran.code, one_line(ran.err)) == (2, True)
            assert "fsspec, which reads and writes files named by URL, is not installed" in ran.err
            assert "pip install 'kehoach[remote]'" in ran.err
    import fsspec  # noqa: F401

    with patch.dict(sys.modules["fsspec.registry"]._registry, clear=True), patch.dict(sys.modules, {"s3fs": None}):
        ran = run("parse", "s3://b/x.txt")
    assert (ran.code, one_line(ran.err)) == (2, True)
    assert "s3fs, which reads and writes s3://, is not installed; pip install 'kehoach[remote]'" in ran.err
    if importlib.util.find_spec("gcsfs") is None:
        assert "pip install gcsfs" in run("parse", "gs://b/x.txt").err
    for url, why in (("nowhere://b/x", "nobody here knows"), ("memory://x", "a process's own"), ("s3://", "no bucket")):
        for words in (("parse", url), ("batch", source, "-o", url), ("batch", url, "-o", tmp_path / "out")):
            ran = run(*words)
            assert why in ran.err
            assert ran.code in (2, 3)
            assert "Traceback" not in ran.err
    assert module_of("local") == "fsspec.implementations.local"


def test_local_runs_load_no_fsspec(tmp_path: Path) -> None:
    from test_imports import modules

    make(tmp_path / "in", 1)
    code = f"from kehoach.cli import main; main(['batch', {str(tmp_path / 'in')!r}, '-o', {str(tmp_path / 'out')!r}])"
    assert not {name for name in modules(code) if name.startswith(("fsspec", "s3fs"))}
