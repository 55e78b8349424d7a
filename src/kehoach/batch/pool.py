"""Processes that read files, each with a pipe of its own: one that dies or hangs takes only its own file with it.

``concurrent.futures`` gives up every waiting task when one of its processes dies; here the pool knows which process
has which file, starts another process, and the file is tried once more before it is given up.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import shutil
import signal
import sys
import tempfile
import time
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection, wait
from typing import Any, cast

from kehoach.batch.serve import WARM, serve
from kehoach.batch.settings import Settings
from kehoach.batch.task import Outcome, Task
from kehoach.errors import KehoachError

RECYCLE = 1000
"""Files after which a process makes room for a new one, so that what libraries leak does not add up."""
_DEATHS = 2
"""How many processes may die of one file."""
_GRACE = 2.0
"""Seconds beyond its time in which a reader ends by itself, with the programs that it has started."""
_LONGEST_TEMPORARY = 70
"""Bytes of the temporary folder's path, beside which a socket's name fits into the 104 that every system allows."""
_START_SECONDS = 120.0
_STARTS = 3
"""How many processes may die in a row before they have taken a file."""


Life = Callable[[Connection, Settings], None]


class PoolError(KehoachError):
    """Processes cannot be started."""

    exit_code = 70


@dataclass(slots=True, eq=False)
class _Worker:
    process: Any
    pipe: Connection
    folder: str
    """Of its temporary files, and of those of the programs that it starts."""
    until: float
    """When it is given up."""
    ready: bool = False
    task: Task | None = None
    files: int = 0


class Pool:
    """Some processes and the files they have."""

    def __init__(self, settings: Settings, recycle: int = RECYCLE, life: Life = serve) -> None:
        """Start the processes; ``life`` is what each of them does, ``recycle`` after how many files it is replaced."""
        self._settings = settings
        self._recycle, self._life = recycle, life
        self._again: deque[Task] = deque()
        self._failed_starts = 0
        # A server forks processes that have everything loaded; forking this one could copy a lock that is held.
        # Its socket stands in the temporary folder, and the path of a socket has no room for a long one.
        short = len(os.fsencode(tempfile.gettempdir())) <= _LONGEST_TEMPORARY
        served = short and "forkserver" in multiprocessing.get_all_start_methods()
        self._context: Any = multiprocessing.get_context("forkserver" if served else "spawn")
        if served:
            self._context.set_forkserver_preload([WARM, *settings.preload])
        self._workers: list[_Worker] = []
        for _ in range(settings.jobs):
            self._workers.append(self._start())

    def __enter__(self) -> Pool:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the processes, whatever they do."""
        for worker in self._workers:
            _end(worker)

    @property
    def room(self) -> int:
        """How many more files can be given now."""
        return sum(worker.ready and worker.task is None for worker in self._workers) - len(self._again)

    @property
    def busy(self) -> bool:
        """Whether any file is still out."""
        return bool(self._again) or any(worker.task for worker in self._workers)

    def give(self, task: Task) -> None:
        """Give a file to a process that has none; there must be :attr:`room`."""
        self._again.append(task)
        self._feed()

    def results(self, seconds: float) -> Iterator[tuple[Task, Outcome]]:
        """What has come back; waits up to ``seconds`` for the first.

        Raises:
            PoolError: processes cannot be started.
        """
        nearest = min((worker.until for worker in self._workers if _runs(worker)), default=float("inf"))
        limit = max(min(seconds, nearest - time.monotonic()), 0)
        ready = wait([worker.pipe for worker in self._workers], limit)
        for worker in list(self._workers):
            if worker.pipe in ready:
                yield from self._hear(worker)
            elif _runs(worker) and time.monotonic() > worker.until:
                yield from self._give_up(worker)
        self._feed()

    def _hear(self, worker: _Worker) -> Iterator[tuple[Task, Outcome]]:
        try:
            outcome = cast("Outcome | None", worker.pipe.recv())
        except (EOFError, OSError):
            yield from self._bury(worker)
            return
        if outcome is None:
            worker.ready = True
            self._failed_starts = 0
            return
        task, worker.task = worker.task, None
        worker.files += 1
        if worker.files >= self._recycle:
            self._replace(worker)
        assert task is not None
        yield task, outcome

    def _give_up(self, worker: _Worker) -> Iterator[tuple[Task, Outcome]]:
        task = worker.task
        _end(worker)
        if task is None:
            yield from self._bury(worker)
            return
        self._replace(worker)
        limit = self._settings.timeout
        yield task, Outcome(task.source, kind="timeout", seconds=limit, error=f"not read within {limit:g} seconds")

    def _bury(self, worker: _Worker) -> Iterator[tuple[Task, Outcome]]:
        """A process has died: its file is tried once more, then given up."""
        worker.process.join(1)
        code = worker.process.exitcode
        if not worker.ready:
            self._failed_starts += 1
            if self._failed_starts >= _STARTS:
                raise PoolError(f"processes that read files cannot be started ({_death(code)})")
        self._replace(worker)
        task = worker.task
        if task is None:
            return
        task.deaths += 1
        if task.deaths < _DEATHS:
            self._again.append(task)
        else:
            yield task, Outcome(task.source, kind="killed", error=f"the process that read it was {_death(code)}, twice")

    def _feed(self) -> None:
        for worker in self._workers:
            if self._again and worker.ready and worker.task is None:
                worker.task = self._again.popleft()
                worker.until = time.monotonic() + self._settings.timeout + _GRACE
                with contextlib.suppress(OSError):  # one that has died meanwhile is heard of next
                    worker.pipe.send(worker.task)

    def _replace(self, worker: _Worker) -> None:
        _end(worker)
        self._workers[self._workers.index(worker)] = self._start()

    def _start(self) -> _Worker:
        try:
            folder = tempfile.mkdtemp(prefix="kehoach-")
        except OSError as error:
            raise PoolError(f"no folder for temporary files can be made ({error.strerror})") from None
        here, there = multiprocessing.Pipe()
        settings = replace(self._settings, temporary=folder)
        process = self._context.Process(target=self._life, args=(there, settings), daemon=True)
        process.start()
        there.close()  # so that the end of the process closes the pipe
        return _Worker(process, here, folder, time.monotonic() + _START_SECONDS)


def _runs(worker: _Worker) -> bool:
    """Whether its time is counted: it starts, or it reads."""
    return worker.task is not None or not worker.ready


def _end(worker: _Worker) -> None:
    """End a process with everything it started, and what that would have removed."""
    if sys.platform != "win32":
        with contextlib.suppress(OSError):  # it has not made its group yet, or all are gone
            os.killpg(worker.process.pid, signal.SIGKILL)
    worker.process.kill()
    worker.process.join()
    worker.pipe.close()
    shutil.rmtree(worker.folder, ignore_errors=True)


def _death(code: int | None) -> str:
    """What ended a process, in words: 'killed by the system (SIGKILL)'."""
    if code is not None and code < 0:
        with contextlib.suppress(ValueError):
            return f"killed by the system ({signal.Signals(-code).name})"
    return f"gone with exit code {code}"
