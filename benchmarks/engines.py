"""What could hand out files to many machines, each with two workers on this one: start-up, overhead, the real work.

    python -m benchmarks.engines [--plans 600] [ENGINE...]

Engines that are not installed are told and left out; ``ray`` and ``pyspark`` (with Java) are for this alone. Seconds of
the clock say little on a machine that does other things as well; processor seconds are those of all processes together.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib.util
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from benchmarks.batch import processor, samples, varied

WORKERS = 2
CHUNK = 20
"""Documents in a task, as ``kehoach batch --engine dask`` sends them."""
EMPTY = 500
"""Documents that take no time, for the overhead."""
SHORT, SHORT_SECONDS = 60, 0.2
"""Tasks that run while a worker is killed, and how long each sleeps."""
ROOT = Path(__file__).resolve().parent.parent

Work = Callable[[Any], Any]
Run = Callable[[Work, Sequence[Any]], list[Any]]
"""Does each of the tasks and gives what came of it, an exception where it was lost."""


def nothing(documents: list[str]) -> list[int]:
    """A task that takes no time."""
    return [0 for _ in documents]


def parse(documents: list[str]) -> list[int]:
    """A task as ``kehoach batch`` has them: texts to checked plans, as JSON."""
    import orjson

    from kehoach.models.check import checked
    from kehoach.parsers import parse_source
    from kehoach.readers import read

    return [len(orjson.dumps(checked(parse_source(read(path)), path))) for path in documents]


def process(task: int) -> int:
    """A task that sleeps, and tells who does it."""
    time.sleep(SHORT_SECONDS)
    return os.getpid()


def local() -> Iterator[Run]:
    """Python's own."""
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    with ProcessPoolExecutor(WORKERS, get_context("forkserver")) as pool:
        yield lambda work, tasks: [_outcome(future.result) for future in [pool.submit(work, task) for task in tasks]]


def dask() -> Iterator[Run]:
    """Dask distributed."""
    import distributed

    with (
        distributed.LocalCluster(  # type: ignore[no-untyped-call]
            n_workers=WORKERS, threads_per_worker=1, dashboard_address=None, silence_logs=50
        ) as cluster,
        distributed.Client(cluster) as client,  # type: ignore[no-untyped-call]
    ):
        yield lambda work, tasks: [
            _outcome(future.result)
            for future in client.map(work, tasks, pure=False)  # type: ignore[no-untyped-call]
        ]


def ray() -> Iterator[Run]:
    """Ray."""
    import ray  # type: ignore[import-not-found,unused-ignore]

    ray.init(num_cpus=WORKERS, include_dashboard=False, log_to_driver=False, logging_level="ERROR")

    def run(work: Work, tasks: Sequence[Any]) -> list[Any]:
        remote = ray.remote(work)
        return [_outcome(lambda task=task: ray.get(task)) for task in [remote.remote(task) for task in tasks]]

    yield run
    ray.shutdown()


def spark() -> Iterator[Run]:
    """Spark; a task that fails is tried up to four times, as on a cluster."""
    from pyspark.sql import SparkSession  # type: ignore[import-not-found,unused-ignore]

    os.environ["PYSPARK_PYTHON"] = sys.executable
    builder = SparkSession.builder.master(f"local[{WORKERS},4]").config("spark.log.level", "OFF")
    for what in ("enabled", "showConsoleProgress"):
        builder = builder.config(f"spark.ui.{what}", "false")
    session = builder.getOrCreate()

    def run(work: Work, tasks: Sequence[Any]) -> list[Any]:
        try:
            done: list[Any] = session.sparkContext.parallelize(tasks, len(tasks)).map(work).collect()
        except Exception as error:  # noqa: BLE001 - of Java
            return [error] * len(tasks)
        return done

    yield run
    session.stop()


ENGINES = {"local": local, "dask": dask, "ray": ray, "spark": spark}
MODULES = {"local": "concurrent.futures", "dask": "distributed", "ray": "ray", "spark": "pyspark"}


def _outcome(get: Callable[[], Any]) -> Any:
    try:
        return get()
    except Exception as error:  # noqa: BLE001 - every engine has its own
        return error


def spent() -> float:
    """Processor seconds of this process and everything below it."""
    return sum(processor(os.getpid()))


def one(name: str, folder: Path) -> dict[str, Any]:
    """All figures of one engine."""
    paths = sorted(map(str, folder.iterdir()))
    began, before = time.perf_counter(), spent()
    figures: dict[str, Any] = {}

    def note(what: str, each: int = 1) -> None:
        nonlocal began, before
        now, after = time.perf_counter(), spent()
        figures[what] = [(now - began) / each, (after - before) / each]
        began, before = time.perf_counter(), spent()

    with contextlib.contextmanager(ENGINES[name])() as run:
        run(nothing, [[""]] * WORKERS)
        note("start")
        run(nothing, [[""]] * EMPTY)
        note("single", EMPTY)
        run(nothing, [[""] * CHUNK] * (EMPTY // CHUNK))
        note("chunked", EMPTY)
        run(parse, [paths[:CHUNK]] * WORKERS)  # has every worker load the parser
        note("loaded")
        done = run(parse, [paths[i : i + CHUNK] for i in range(0, len(paths), CHUNK)])
        note("parse", len(paths))
        faults = [outcome for outcome in done if isinstance(outcome, Exception)]
        if faults:
            raise faults[0]
        pids = {pid for pid in run(process, range(WORKERS * 4)) if isinstance(pid, int)}
        timer = threading.Timer(SHORT * SHORT_SECONDS / WORKERS / 3, lambda: os.kill(min(pids), signal.SIGKILL))
        timer.start()
        outcomes = run(process, range(SHORT))
        figures["lost"] = sum(isinstance(outcome, Exception) for outcome in outcomes)
    return figures


def table(found: dict[str, dict[str, Any]]) -> list[str]:
    """The figures as Markdown: seconds of the clock, and of processors in brackets."""

    def of(figures: dict[str, Any], what: str, scale: float = 1) -> str:
        clock, processor = (seconds * scale for seconds in figures[what])
        return f"{clock:.1f} ({processor:.1f})" if scale == 1 else f"{clock:.2f} ({processor:.2f})"

    lines = [
        "| engine | start, s | a document, a task each, ms | in tasks of 20, ms | a plan, ms | plans a second"
        " | tasks lost with a worker |",
        "|---|---|---|---|---|---|---|",
    ]
    for name, figures in found.items():
        each = " | ".join(of(figures, what, 1000) for what in ("single", "chunked", "parse"))
        rate = f"{1 / figures['parse'][0]:.0f} | {figures['lost']} of {SHORT}"
        lines.append(f"| {MODULES[name]} | {of(figures, 'start')} | {each} | {rate} |")
    return lines


def main() -> int:
    """Measure the engines that are installed, each in a process of its own."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.engines", description="engines for many machines")
    parser.add_argument("engines", nargs="*", choices=[*ENGINES, []], help="[default: all]")
    parser.add_argument("--plans", type=int, default=600)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.folder:
        print(json.dumps(one(options.engines[0], options.folder)))
        return 0
    found: dict[str, dict[str, Any]] = {}
    with tempfile.TemporaryDirectory() as name:
        rng, texts = random.Random(1), samples()  # noqa: S311
        for i in range(options.plans):
            Path(name, f"{i:05}.txt").write_text(varied(texts[i % len(texts)], rng), "utf-8")
        for engine in options.engines or ENGINES:
            if importlib.util.find_spec(MODULES[engine].partition(".")[0]) is None:
                print(f"{engine}: {MODULES[engine]} is not installed", file=sys.stderr)
                continue
            command = [sys.executable, "-m", "benchmarks.engines", engine, "--folder", name]
            done = subprocess.run(command, stdout=subprocess.PIPE, text=True, cwd=ROOT, check=False)
            if done.returncode:
                print(f"{engine}: cannot be measured", file=sys.stderr)
                continue
            found[engine] = json.loads(done.stdout.splitlines()[-1])
            print(table({engine: found[engine]})[-1], file=sys.stderr, flush=True)
    print("\n".join(table(found)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
