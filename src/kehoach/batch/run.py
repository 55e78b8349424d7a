"""A run over many files, from the listing to the summary."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from types import FrameType, TracebackType
from typing import Any, Protocol, Self

from kehoach.batch.assemble import JSONL, assemble
from kehoach.batch.index import Entry, Index, Source
from kehoach.batch.listing import found_in
from kehoach.batch.lock import locked
from kehoach.batch.names import output_of
from kehoach.batch.pool import Life, Pool
from kehoach.batch.serve import serve
from kehoach.batch.settings import COMPLETE, PARTS, UNFINISHED, Settings
from kehoach.batch.task import Outcome, Task
from kehoach.errors import OutputError
from kehoach.writers.files import write_whole

_TICK = 0.2
"""Seconds after which the run looks whether it was interrupted."""
_SYNC = 2.0
"""Seconds after which the disk is asked to keep the manifest."""


class Watch(Protocol):
    """Who is told how a run goes."""

    def listed(self, files: int) -> None:
        """So many files were found so far."""

    def began(self, files: int) -> None:
        """All files were found; reading begins."""

    def passed(self, status: str) -> None:
        """One file is through; ``status`` is a field of :class:`Summary`."""

    def failed(self, path: str, error: str) -> None:
        """One file could not be read."""

    def assembling(self, plans: int) -> None:
        """All files are through; the output is made of so many plans."""

    def advanced(self) -> None:
        """One more of them is in it."""

    def told(self, line: str) -> None:
        """Something that cannot be listed, or is gone."""


class Engine(Protocol):
    """Who has the files read: processes of this machine, or a cluster."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None, /
    ) -> None: ...

    @property
    def room(self) -> int:
        """How many more files can be given now."""

    @property
    def busy(self) -> bool:
        """Whether any file is still out."""

    def give(self, task: Task) -> None:
        """Give a file away."""

    def results(self, seconds: float) -> Iterator[tuple[Task, Outcome]]:
        """What has come back; waits up to ``seconds`` for the first."""


@dataclass(slots=True)
class Summary:
    """What came of a run."""

    files: int = 0
    done: int = 0
    """Read in this run."""
    unchanged: int = 0
    """Read by an earlier run."""
    failed: int = 0
    failed_before: int = 0
    """Failed in an earlier run, unchanged since, and not tried again."""
    missing: int = 0
    """Folders and names that could not be listed, plans of earlier runs whose parts are gone."""
    seconds: float = 0.0
    interrupted: bool = False
    stopped: str | None = None
    """Why the run ended early, where it did."""
    fault: OutputError | None = None
    """What could not be written, where that ended the run."""

    @property
    def left(self) -> int:
        """Files that the run did not come to."""
        return self.files - self.done - self.unchanged - self.failed - self.failed_before

    @property
    def exit_code(self) -> int:
        """0 all is well, 1 some failed, 2 the output cannot be written, 3 nothing could be read, 130 interrupted."""
        if self.interrupted:
            return 130
        if self.fault:
            return self.fault.exit_code
        if not self.done and not self.unchanged:
            return 3
        return 1 if self.failed or self.failed_before or self.missing or self.left else 0


@dataclass(slots=True)
class _Run:
    settings: Settings
    index: Index
    watch: Watch
    life: Life = serve
    summary: Summary = field(default_factory=Summary)
    signal: int | None = None
    synced: float = 0.0
    added: bool = False

    def list(self) -> None:
        """Find the files."""
        settings = self.settings

        found = found_in(settings.sources, settings.output, settings.include, settings.exclude, self._tell)
        for count in self.index.list(found):
            self.summary.files = count
            self.watch.listed(count)
            if self.signal:
                break

    def _tell(self, line: str) -> None:
        self.summary.missing += 1
        self.watch.told(line)

    def _advance(self) -> None:
        if self.signal:
            raise _BrokenOffError
        self.watch.advanced()

    def tasks(self) -> Iterator[Task]:
        """What is to be read, as long as the run goes on; what is not is counted."""
        for source in self.index.sources():
            if self.over:
                return
            task, status = _plan(self.settings, source, self.index.get(source.source))
            if status in ("unchanged", "failed_before"):
                self._count(status)
            else:
                yield task

    @property
    def over(self) -> bool:
        """Whether no more files are to be given out."""
        return bool(self.signal or self.summary.stopped or self.summary.fault)

    def read(self) -> None:
        """Have the files read."""
        tasks = self.tasks()
        task = next(tasks, None)
        if task is None:
            return
        with self._engine() as pool:
            while task or pool.busy:
                while task and pool.room > 0:
                    pool.give(task)
                    task = next(tasks, None)
                for of, outcome in pool.results(_TICK):
                    self._record(of, outcome)
                if self.over:
                    for of, outcome in pool.results(0):  # what has come back meanwhile counts
                        self._record(of, outcome)
                    return
                self._sync()

    def _engine(self) -> Engine:
        if self.settings.engine == "local":
            return Pool(self.settings, life=self.life)
        from kehoach.batch.cluster import Cluster

        return Cluster(self.settings)

    def _record(self, task: Task, outcome: Outcome) -> None:
        if outcome.stops and outcome.error:
            self.summary.fault = self.summary.fault or OutputError(outcome.error)
            return
        try:
            if not self.added:
                _unmark(self.settings)
                self.added = True
            self.index.add(_entry(task, outcome, self.settings))
        except OutputError as error:
            self.summary.fault = error
            return
        self._count(outcome.status)
        if outcome.status == "failed":
            self.watch.failed(task.path, outcome.error or "")
            if self.settings.max_failures is not None and self.summary.failed >= self.settings.max_failures:
                self.summary.stopped = f"{self.summary.failed:,} failed"

    def _count(self, status: str) -> None:
        setattr(self.summary, status, getattr(self.summary, status) + 1)
        self.watch.passed(status)

    def _sync(self) -> None:
        now = time.monotonic()
        if now - self.synced > _SYNC:
            self.index.sync()
            self.synced = now

    def finish(self) -> None:
        """Make the output of what was read, and the manifest in order."""
        self.index.sync()
        if self.over or _is_marked(self.settings):
            return
        try:
            if self.settings.assembled:
                self.watch.assembling(self.index.done)
                assemble(self.index, self.settings.format, self._advance, self._tell)
            self.index.compact()
            write_whole(os.path.join(self.settings.output, COMPLETE), [])
        except OutputError as error:
            self.summary.fault = error
        except _BrokenOffError:  # the next run makes the output anew
            return


class _BrokenOffError(Exception):
    """The run was interrupted while the output was made."""


def run(settings: Settings, watch: Watch, life: Life = serve) -> Summary:
    """Read the files that ``settings`` name and write what is in them.

    A run may be broken off anywhere; the next one over the same folder goes on where it was. ``life`` is what each
    process does.

    Raises:
        OutputError: the output folder cannot be written to, or holds something else.
        UnreadableError: its manifest is none.
        PoolError: processes cannot be started.
    """
    began = time.monotonic()
    unfinished = os.path.join(settings.output, UNFINISHED)
    try:
        os.makedirs(settings.output, exist_ok=True)
    except OSError as error:
        raise OutputError(f"cannot be made ({error.strerror})", name=settings.output) from error
    with locked(settings.output), Index(settings.output) as index:
        _check_format(index, settings)
        shutil.rmtree(unfinished, ignore_errors=True)
        os.makedirs(unfinished, exist_ok=True)
        going = _Run(settings, index, watch, life)
        with _signals(going):
            going.list()
            watch.began(going.summary.files)
            going.read()
            going.finish()
        shutil.rmtree(unfinished, ignore_errors=True)
    going.summary.interrupted = going.signal is not None
    going.summary.seconds = time.monotonic() - began
    return going.summary


def dry_run(settings: Settings, watch: Watch) -> Iterator[tuple[str, str]]:
    """What :func:`run` would do: the path of each file and ``new``, ``changed``, ``again`` (it failed before),
    ``unchanged`` or ``failed_before``. Nothing is written.
    """
    with Index(settings.output, write=False) as index:
        _check_format(index, settings)
        going = _Run(settings, index, watch)
        going.list()
        for source in index.sources():
            yield source.path, _plan(settings, source, index.get(source.source))[1]


def _is_marked(settings: Settings) -> bool:
    """Whether the output was made of everything that the manifest has."""
    there = {"jsonl": JSONL}.get(settings.format, "plans")
    return all(os.path.exists(os.path.join(settings.output, name)) for name in (COMPLETE, there))


def _unmark(settings: Settings) -> None:
    with contextlib.suppress(FileNotFoundError):
        os.unlink(os.path.join(settings.output, COMPLETE))


def _check_format(index: Index, settings: Settings) -> None:
    there = index.format()
    if there and there != settings.format:
        raise OutputError(
            f"holds {there} already", name=settings.output, hint=f"name another folder for {settings.format}"
        )


def _plan(settings: Settings, source: Source, entry: Entry | None) -> tuple[Task, str]:
    """What is to be done with a source, given what an earlier run wrote down."""
    try:
        about = os.stat(source.path)
        size, modified = about.st_size, about.st_mtime_ns
    except OSError:
        size, modified = -1, 0
    # A source keeps its output's name also where it is found another way, as part of another folder.
    output = (entry and entry["output"]) or output_of(source.source, source.relative, settings.format)
    task = Task(source.source, source.path, output, size, modified)
    if entry is None:
        return task, "new"
    same = (entry["bytes"], entry["modified"]) == (size, modified) and entry["made_with"] == settings.made_with
    if entry["status"] == "failed":
        if same and not settings.retry_failed:
            return task, "failed_before"
        return task, "again"
    if entry["made_with"] == settings.made_with and _intact(settings, entry):
        task.known = entry
        if same:
            return task, "unchanged"
    return task, "changed"


def _intact(settings: Settings, entry: Entry) -> bool:
    home = PARTS if settings.assembled else "plans"
    try:
        size = os.stat(os.path.join(settings.output, home, *entry["output"].split("/"))).st_size
    except OSError:
        return False
    return bool(size == entry["output_bytes"])


def _entry(task: Task, outcome: Outcome, settings: Settings) -> Entry:
    """The line of the manifest."""
    if outcome.status == "unchanged" and task.known:
        return {**task.known, "bytes": task.size, "modified": task.modified}
    return {
        "source": task.source,
        "sha256": outcome.sha256,
        "bytes": task.size,
        "modified": task.modified,
        "format": settings.format,
        "output": task.output if outcome.status == "done" else None,
        "output_bytes": outcome.output_bytes if outcome.status == "done" else None,
        "status": outcome.status,
        "warnings": outcome.warnings,
        "seconds": outcome.seconds,
        "kind": outcome.kind,
        "error": outcome.error,
        "made_with": settings.made_with,
    }


@contextlib.contextmanager
def _signals(going: _Run) -> Iterator[None]:
    """Have Ctrl-C and a polite request to end only be noted, so that nothing breaks off in the middle of a line."""

    def note(number: int, _: FrameType | None) -> None:
        going.signal = number

    before: dict[signal.Signals, Any] = {}
    try:
        for kind in (signal.SIGINT, signal.SIGTERM):
            before[kind] = signal.signal(kind, note)
    except ValueError:  # not the main thread, which alone gets signals
        pass
    try:
        yield
    finally:
        for kind, handler in before.items():
            signal.signal(kind, handler)
