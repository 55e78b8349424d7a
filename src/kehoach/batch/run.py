"""A run over many files, from the listing to the summary."""

from __future__ import annotations

import contextlib
import os
import signal
import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from types import FrameType, TracebackType
from typing import Any, Protocol, Self

from kehoach.batch.assemble import assemble
from kehoach.batch.index import Entry, Index, Source
from kehoach.batch.listing import found_in
from kehoach.batch.names import output_of
from kehoach.batch.pool import Life, Pool
from kehoach.batch.serve import serve
from kehoach.batch.settings import Settings
from kehoach.batch.store import Store, store_of
from kehoach.batch.task import Outcome, Task
from kehoach.errors import OutputError, UnreachableError
from kehoach.remote import is_url, module_of, shown

_TICK = 0.2
"""Seconds after which the run looks whether it was interrupted."""


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
    store: Store
    index: Index
    watch: Watch
    life: Life = serve
    summary: Summary = field(default_factory=Summary)
    signal: int | None = None
    added: bool = False

    def list(self) -> None:
        """Find the files."""
        settings = self.settings

        found = found_in(settings.sources, settings.output, settings.include, settings.exclude, self._tell)
        for count in self.index.list(found, settings.output):
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
            task, status = _plan(self.settings, self.store, source, self.index.get(source.source))
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
                self.store.keep(self.index)

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
                self.store.begin()
                self.added = True
            self.index.add(_entry(task, outcome, self.settings))
        except OutputError as error:
            self.summary.fault = error
            return
        self._count(outcome.status)
        if outcome.status == "failed":
            self.watch.failed(shown(task.path), outcome.error or "")
            if self.settings.max_failures is not None and self.summary.failed >= self.settings.max_failures:
                self.summary.stopped = f"{self.summary.failed:,} failed"

    def _count(self, status: str) -> None:
        setattr(self.summary, status, getattr(self.summary, status) + 1)
        self.watch.passed(status)

    def finish(self) -> None:
        """Make the output of what was read, and the manifest in order."""
        with self.faults():
            self.store.keep(self.index, now=True)
            if self.over or self.store.is_complete():
                return
            if self.settings.assembled:
                self.watch.assembling(self.index.done)
                assemble(self.index, self.store, self.settings.format, self._advance, self._tell)
            self.index.compact()
            self.store.publish()

    @contextlib.contextmanager
    def faults(self) -> Iterator[None]:
        """Keep what ends the run, to be told when everything is in order."""
        try:
            yield
        except OutputError as error:
            self.summary.fault = self.summary.fault or error
        except UnreachableError as error:
            self.summary.fault = self.summary.fault or OutputError(str(error))
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
    settings = replace(settings, preload=_libraries(settings))
    with (
        contextlib.closing(store_of(settings)) as store,
        store.held(),
        Index(store.folder, name=store.name) as index,
    ):
        _check_format(index, settings, store)
        going = _Run(settings, store, index, watch, life)
        with _signals(going):
            going.list()
            watch.began(going.summary.files)
            with going.faults():
                going.read()
            going.finish()
    going.summary.interrupted = going.signal is not None
    going.summary.seconds = time.monotonic() - began
    return going.summary


def _libraries(settings: Settings) -> tuple[str, ...]:
    """The modules behind the URLs of a run, for processes to begin with."""
    protocols = {name.partition("://")[0] for name in (settings.output, *settings.sources) if is_url(name)}
    return tuple(sorted({module_of(protocol) for protocol in protocols}))


def dry_run(settings: Settings, watch: Watch) -> Iterator[tuple[str, str]]:
    """What :func:`run` would do: the path of each file and ``new``, ``changed``, ``again`` (it failed before),
    ``unchanged`` or ``failed_before``. Nothing is written.
    """
    with contextlib.closing(store_of(settings)) as store:
        store.fetch()
        with Index(store.folder, write=False, name=store.name) as index:
            _check_format(index, settings, store)
            going = _Run(settings, store, index, watch)
            going.list()
            for source in index.sources():
                yield shown(source.path), _plan(settings, store, source, index.get(source.source))[1]


def _check_format(index: Index, settings: Settings, store: Store) -> None:
    there = index.format()
    if there and there != settings.format:
        raise OutputError(f"holds {there} already", name=store.name, hint=f"name another folder for {settings.format}")


def _plan(settings: Settings, store: Store, source: Source, entry: Entry | None) -> tuple[Task, str]:
    """What is to be done with a source, given what an earlier run wrote down."""
    size, modified, etag = _state(source)
    # A source keeps its output's name also where it is found another way, as part of another folder.
    output = (entry and entry["output"]) or output_of(source.source, source.relative, settings.format)
    task = Task(source.source, source.path, output, size, modified, etag)
    if entry is None:
        return task, "new"
    same = entry["made_with"] == settings.made_with and entry["bytes"] == size
    if source.about and not etag and not modified:  # the place does not tell: nobody knows
        same = False
    elif etag:  # says more than when the content got there
        same = same and entry.get("etag") == etag
    else:
        same = same and entry["modified"] == modified
    if entry["status"] == "failed":
        if same and not settings.retry_failed:
            return task, "failed_before"
        return task, "again"
    if entry["made_with"] == settings.made_with and store.size_of(entry["output"]) == entry["output_bytes"]:
        task.known = entry
        if same:
            return task, "unchanged"
    return task, "changed"


def _state(source: Source) -> tuple[int, int, str | None]:
    """Size, time and etag of a source: from the listing, or as the system tells them now."""
    if source.about:
        return source.about.size, source.about.modified, source.about.etag
    try:
        about = os.stat(source.path)
    except OSError:
        return -1, 0, None
    return about.st_size, about.st_mtime_ns, None


def _entry(task: Task, outcome: Outcome, settings: Settings) -> Entry:
    """The line of the manifest."""
    if outcome.status == "unchanged" and task.known:
        return {**task.known, **_read_from(task)}
    return {
        "source": task.source,
        "sha256": outcome.sha256,
        **_read_from(task),
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


def _read_from(task: Task) -> Entry:
    """What the manifest says of the source as it was read."""
    etag = {"etag": task.etag} if task.etag else {}
    return {"bytes": task.size, "modified": task.modified, **etag}


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
