"""Sources and outputs in an object store: a real S3 server, started here, and the command line against it."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import orjson
import pytest
from s3fs import S3FileSystem

from batch_runs import TEXT, Watch, batch, make, manifest, outputs
from kehoach.batch.run import Summary
from kehoach.batch.serve import serve
from kehoach.batch.settings import Settings
from kehoach.batch.task import Task
from kehoach.batch.work import work
from kehoach.errors import OutputError
from kehoach.readers import ReadOptions
from runner import one_line, run
from test_cluster import lose_a_worker

BROKEN = b"7z\xbc\xaf\x27\x1c"


class Server:
    """An S3 server, what it was asked for, and a client of its own."""

    def __init__(self, folder: Path) -> None:
        self._log = folder / "log"
        self._read = 0
        with self._log.open("wb") as log:
            command = [sys.executable, "-W", "ignore", "-m", "moto.server", "-p", "0"]
            self.process = subprocess.Popen(command, stdout=log, stderr=log)
        deadline = time.monotonic() + 300
        while not (found := re.search(r"Running on (http://[\d.:]+)", self._log.read_text("utf-8", "replace"))):
            assert time.monotonic() < deadline
            assert self.process.poll() is None, self._log.read_text("utf-8", "replace")
            time.sleep(0.05)
        self.url = found[1]
        self.settings = {"AWS_ACCESS_KEY_ID": "id", "AWS_SECRET_ACCESS_KEY": "key", "AWS_DEFAULT_REGION": "us-east-1",
                    "AWS_ENDPOINT_URL_S3": self.url, "AWS_EC2_METADATA_DISABLED": "true"}  # fmt: skip
        import boto3

        self.client: Any = boto3.client(
            "s3", endpoint_url=self.url, region_name="us-east-1", aws_access_key_id="id", aws_secret_access_key="key"
        )

    def asked(self) -> list[str]:
        """The requests since this was called last: 'GET /bucket/key'."""
        said = self._log.read_text("utf-8", "replace")
        new, self._read = said[self._read :], len(said)
        return re.findall(r'"(?:\x1b\[[\d;]*m)*([A-Z]+ /\S*) HTTP', new)

    def has_taken(self, path: str) -> bool:
        """Whether something was put below ``/bucket/folder``; the log knows it without asking the server."""
        return bool(re.search(rf"PUT {path}/", self._log.read_text("utf-8", "replace")))

    def put(self, bucket: str, files: dict[str, bytes]) -> None:
        for key, content in files.items():
            self.client.put_object(Bucket=bucket, Key=key, Body=content)

    def get(self, bucket: str, key: str) -> bytes:
        content: bytes = self.client.get_object(Bucket=bucket, Key=key)["Body"].read()
        return content

    def keys(self, bucket: str, prefix: str = "") -> list[str]:
        pages = self.client.get_paginator("list_objects_v2").paginate(Bucket=bucket, Prefix=prefix)
        return [row["Key"] for page in pages for row in page.get("Contents", [])]

    def manifest(self, bucket: str, key: str = "out/manifest.jsonl") -> dict[str, dict[str, Any]]:
        return {entry["source"]: entry for entry in map(orjson.loads, self.get(bucket, key).splitlines())}

    def batch(self, source: Path, output: str, **asked: Any) -> Summary:
        """A run whose processes know this server."""
        return batch(source, output, partial(serve_knowing, self.settings), **asked)

    def popen(self, *words: object) -> subprocess.Popen[str]:
        """The command line, in a process of its own."""
        command = [sys.executable, "-m", "kehoach", "batch", *map(str, words)]
        return subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=os.environ | self.settings)


def serve_knowing(environment: dict[str, str], tasks: Connection, settings: Settings) -> None:
    """Read as always, with an environment that the server of processes may not have had when it was started."""
    os.environ.update(environment)
    serve(tasks, settings)


@pytest.fixture(scope="module")
def one_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    started = Server(tmp_path_factory.mktemp("s3"))
    try:
        yield started
    finally:
        started.process.kill()
        started.process.wait()


@pytest.fixture
def server(one_server: Server, monkeypatch: pytest.MonkeyPatch) -> Server:
    S3FileSystem.clear_instance_cache()  # one of another test knows no credentials
    for name, value in one_server.settings.items():
        monkeypatch.setenv(name, value)
    return one_server


def plans(number: int) -> dict[str, bytes]:
    """Small plans by their keys, in folders of ten."""
    return {f"plans/{i // 10:02}/{i:04}.txt": TEXT.format(number=100 + i).encode() for i in range(number)}


def each_is_asked_for_once(asked: list[str]) -> None:
    assert [line for line in asked if line.startswith("GET /one/plans/00/0003.txt")]
    assert not [line for line in asked if re.match("(GET|HEAD) .*large", line)]  # its size is known from the listing
    for request in ("GET /one/plans/", "PUT /one/out/.parts/", "GET /one/out/.parts/"):  # and so are the others'
        assert len([line for line in asked if line.startswith(request)]) == 13 - ("out" in request)
    assert not [line for line in asked if re.match(r"HEAD /one/(plans|out/\.parts)/\w", line)]


def test_from_bucket_to_bucket(server: Server, tmp_path: Path) -> None:
    server.client.create_bucket(Bucket="one")
    server.put("one", {**plans(12), "plans/01/large.txt": b"x" * 5000, "plans/00/b.7z": BROKEN, "plans/.h.txt": b"x"})
    sources, words = ["s3://one/plans/**/*.*"], ("-o", "s3://one/out", "-f", "jsonl", "--max-bytes", 4000)
    with server.popen(*sources, *words, "--jobs", 2) as process:
        _, err = process.communicate(timeout=300)
    assert process.returncode == 1
    assert "14 files: 12 read, 2 failed" in err
    assert "s3://one/plans/00/b.7z: " in err
    assert "large.txt: is larger than 4,000 bytes" in err
    assert err.endswith("see s3://one/out/manifest.jsonl\n")
    each_is_asked_for_once(server.asked())
    want = tmp_path / "want"
    batch(make(tmp_path / "in", 12), want, format="jsonl")
    assert server.get("one", "out/plans.jsonl") == (want / "plans.jsonl").read_bytes()
    known = server.manifest("one")
    entry = known["s3://one/plans/00/0003.txt"]
    about = server.client.head_object(Bucket="one", Key="plans/00/0003.txt")
    assert (entry["etag"], entry["bytes"]) == (about["ETag"].strip('"'), about["ContentLength"])
    assert entry["modified"] == int(about["LastModified"].timestamp() * 1e9)
    assert {key.split("/")[1] for key in server.keys("one", "out/")} == {
        ".complete", ".parts", "manifest.jsonl", "plans.jsonl"
    }  # fmt: skip

    server.asked()
    options = ReadOptions(max_bytes=4000)
    again = server.batch(tmp_path, "s3://one/out", sources=sources, format="jsonl", options=options)
    assert (again.unchanged, again.failed_before, again.done) == (12, 2, 0)
    asked = server.asked()
    assert any("list-type=2" in line for line in asked)
    assert not [line for line in asked if re.match(r"(GET|HEAD) /one/plans/\d|PUT .*plans", line)]

    server.put("one", {"plans/00/0003.txt": "KẾ HOẠCH\nKhác hẳn\n".encode(), "plans/00/b.7z": TEXT.encode()})
    server.client.delete_object(Bucket="one", Key=f"out/.parts/{known['s3://one/plans/01/0011.txt']['output']}")
    third = server.batch(tmp_path, "s3://one/out", sources=sources, format="jsonl", options=options)
    assert (third.done, third.unchanged, third.failed_before) == (3, 10, 1)
    now = server.manifest("one")
    assert now["s3://one/plans/00/b.7z"]["status"] == "done"
    assert now["s3://one/plans/00/0003.txt"]["sha256"] != entry["sha256"]
    assert now["s3://one/plans/00/0004.txt"] == known["s3://one/plans/00/0004.txt"]

    ran = run("query", "SELECT count(*) AS n FROM plans", "s3://one/out/", "-f", "csv")
    assert (ran.out.split(), ran.err) == (["n", "13"], "")
    parsed = run("parse", "s3://one/plans/00/0004.txt", "-f", "json")
    assert (parsed.out, parsed.err) == (run("parse", tmp_path / "in" / "0004.txt", "-f", "json").out, "")


@pytest.mark.parametrize("format_", ["parquet", "yaml"])
def test_questions_to_a_bucket(format_: str, server: Server, tmp_path: Path) -> None:
    server.client.create_bucket(Bucket=format_)
    source, output = make(tmp_path / "in", 3), f"s3://{format_}/out"
    assert server.batch(source, output, format=format_).done == 3
    ran = run("query", "SELECT source, max(first_day) FROM deadlines GROUP BY 1", output, "-f", "jsonl")
    assert (len(ran.out.splitlines()), ran.err) == (3, "")
    assert f"file://{source}/0002.txt" in ran.out


def test_names_that_only_an_object_store_has(server: Server, tmp_path: Path) -> None:
    server.client.create_bucket(Bucket="odd")
    good = ["a b/kế hoạch [1]?.txt", "a/#x%20y.txt", "a/b.txt", "a/b.TXT", "a"]
    server.put("odd", dict.fromkeys([*good, "a/", "a/b.txt/", "a//c.txt", "a/../d.txt"], TEXT.encode()))
    watch = Watch()
    summary = server.batch(tmp_path, str(tmp_path / "out"), sources=["s3://odd"], format="json", watch=watch)
    assert watch.lines == [
        "s3://odd/a: has a folder without a name ('//'), which cannot be listed; name it otherwise"
    ]  # fmt: skip
    assert (summary.done, summary.exit_code) == (5, 1)
    assert set(manifest(tmp_path / "out")) == {f"s3://odd/{name}" for name in good}
    assert len(outputs(tmp_path / "out")) == 5
    ran = run("batch", "s3://odd/a b/kế hoạch [1]?.txt", "-o", tmp_path / "out", "-f", "json", "--dry-run")
    assert ran.out == "unchanged\ts3://odd/a b/kế hoạch [1]?.txt\n"


def test_what_is_wrong_is_told_in_a_line(server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import s3fs

    source = make(tmp_path / "in", 1)
    server.client.create_bucket(Bucket="wrong")
    server.put("wrong", plans(1))

    def wrong(code: int, text: str, *words: object) -> None:
        s3fs.S3FileSystem.clear_instance_cache()  # which knows the store as it was
        ran = run(*words)
        assert (ran.code, one_line(ran.err)) == (code, True), ran.err
        assert text in ran.err

    wrong(2, "s3://none/out/.lock: no such file, folder or bucket", "batch", source, "-o", "s3://none/out")
    wrong(3, "no such file, folder or bucket; check the URL", "parse", "s3://wrong/plans/00/none.txt")
    ran = run("batch", "s3://none/plans", "s3://wrong/plans/none*", "-o", tmp_path / "out")
    assert (ran.code, ran.err.count("no such file or folder")) == (3, 2)
    monkeypatch.setenv("AWS_ENDPOINT_URL_S3", "http://127.0.0.1:9")
    monkeypatch.setenv("AWS_MAX_ATTEMPTS", "1")
    away = "(Could not connect to the endpoint"
    wrong(2, f"s3://wrong/out/.lock: cannot be written {away}", "batch", source, "-o", "s3://wrong/out")
    wrong(3, f"cannot be reached {away}", "parse", "s3://wrong/plans/00/0000.txt")
    outcome = work(Task("s", "s3://wrong/x.txt", "x.yaml", 5, 1), Settings([], str(tmp_path)))
    assert (outcome.stops, outcome.kind) == (True, "unreadable")  # it is not the file's fault
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.delenv(name)
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", os.devnull)
    wrong(3, "cannot be reached (Unable to locate credentials)", "parse", "s3://wrong/plans/00/0000.txt")
    s3fs.S3FileSystem.clear_instance_cache()


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="finds the processes in /proc")
def test_a_cluster_loses_a_worker(server: Server, tmp_path: Path) -> None:
    server.client.create_bucket(Bucket="lost")
    server.put("lost", {**plans(60), "plans/b.7z": BROKEN})
    with server.popen(
        "s3://lost/plans", "-o", "s3://lost/out", "-f", "jsonl", "--engine", "dask", "--jobs", 2
    ) as process:
        _wait_for(process, lambda: server.has_taken("/lost/out/.parts"))  # the first plans are read
        lose_a_worker(process)
        _, err = process.communicate(timeout=300)
    assert process.returncode == 1, err
    assert "60 read, 1 failed" in err
    assert len(err.splitlines()) == 2, err
    want = tmp_path / "want"
    batch(make(tmp_path / "in", 60), want, format="jsonl")
    assert server.get("lost", "out/plans.jsonl") == (want / "plans.jsonl").read_bytes()
    again = server.batch(tmp_path, "s3://lost/out", sources=["s3://lost/plans"], format="jsonl")
    assert again.unchanged == 60  # whoever reads, the manifest is the same


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="knows by /proc that a run is gone")
def test_a_run_that_was_killed_goes_on(server: Server, tmp_path: Path) -> None:
    server.client.create_bucket(Bucket="killed")
    source, url = make(tmp_path / "in", 20), "s3://killed/out"
    with server.popen(source, "-o", url, "-f", "jsonl", "--jobs", 1) as process:
        _wait_for(process, lambda: server.has_taken("/killed/out/.parts"))
        process.send_signal(signal.SIGSTOP)
        with pytest.raises(OutputError, match="another run is writing here"):
            server.batch(source, url, format="jsonl")
        process.kill()
        process.communicate()
    assert "out/.lock" in server.keys("killed")
    assert server.batch(source, url, format="jsonl").exit_code == 0
    assert "out/.lock" not in server.keys("killed")
    want = tmp_path / "want"
    batch(source, want, format="jsonl")
    assert server.get("killed", "out/plans.jsonl") == (want / "plans.jsonl").read_bytes()


def _wait_for(process: subprocess.Popen[str], there: Callable[[], object]) -> None:
    deadline = time.monotonic() + 300
    while not there():
        assert time.monotonic() < deadline
        assert process.poll() is None
        time.sleep(0.02)
