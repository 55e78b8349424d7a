"""Files read by a Dask cluster: a pool like :class:`kehoach.batch.pool.Pool`, whose processes may be on many machines.

Dask hands out the files and gives those of a machine that is lost to another. On each machine they are read as a run on
one machine reads them, by a process of our own: what hangs or dies there is a file's fault and not the machine's.
"""

from __future__ import annotations

import atexit
import contextlib
import queue
from collections.abc import Iterator, Sequence
from multiprocessing import current_process
from types import TracebackType
from typing import Any

from kehoach.batch.pool import Life, Pool, PoolError
from kehoach.batch.serve import serve
from kehoach.batch.settings import Settings
from kehoach.batch.task import Outcome, Task
from kehoach.errors import MissingLibraryError, UnreadableError

try:
    import dask
    import distributed
    from distributed.scheduler import KilledWorker
except ImportError:
    raise MissingLibraryError("Dask", "dask", "reads files on many machines") from None

CHUNK = 20
"""Files that are handed out together: what Dask takes for one hand-over is then little beside the reading."""
_AHEAD = 2
"""Chunks that each worker has, the one it reads included."""
_CONNECT_SECONDS = 30


class Cluster:
    """A Dask cluster and the files it has."""

    def __init__(self, settings: Settings) -> None:
        """Join the cluster that ``settings`` name; without one make one on this machine.

        Raises:
            UnreadableError: the scheduler does not answer.
        """
        self._settings = settings
        self._waiting: list[Task] = []
        self._out: dict[Any, list[Task]] = {}
        self._back: queue.SimpleQueue[Any] = queue.SimpleQueue()
        self._stack = contextlib.ExitStack()
        # Workers start processes, which Python forbids to those of its own that count as servants.
        self._stack.enter_context(dask.config.set({"distributed.worker.daemon": False}))
        address: Any = settings.scheduler
        if address is None:
            address = self._stack.enter_context(
                distributed.LocalCluster(  # type: ignore[no-untyped-call]
                    n_workers=settings.jobs,
                    threads_per_worker=1,
                    dashboard_address=None,
                    silence_logs=50,
                    scheduler_kwargs={"dashboard_address": "127.0.0.1:0"},  # any port: there may be other clusters
                )
            )
        try:
            self._client = self._stack.enter_context(distributed.Client(address, timeout=_CONNECT_SECONDS))  # type: ignore[no-untyped-call]
        except (OSError, TimeoutError, ValueError):
            raise UnreadableError("no Dask scheduler answers there", name=str(address)) from None

    def __enter__(self) -> Cluster:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        self._stack.close()

    @property
    def room(self) -> int:
        """How many more files can be given now; it follows the number of workers."""
        workers = max(len(self._client.nthreads()), 1)
        out = sum(map(len, self._out.values())) + len(self._waiting)
        return workers * _AHEAD * CHUNK - out

    @property
    def busy(self) -> bool:
        """Whether any file is still out."""
        return bool(self._waiting or self._out)

    def give(self, task: Task) -> None:
        """Give a file to the cluster, with those that are given next."""
        self._waiting.append(task)
        if len(self._waiting) == CHUNK:
            self._send()

    def results(self, seconds: float) -> Iterator[tuple[Task, Outcome]]:
        """What has come back; waits up to ``seconds`` for the first.

        Raises:
            PoolError: the cluster's machines cannot read at all.
        """
        if self._waiting:
            self._send()
        with contextlib.suppress(queue.Empty):
            while True:
                future = self._back.get(timeout=seconds)
                seconds = 0
                yield from self._hear(future)

    def _send(self) -> None:
        self._submit(self._waiting)
        self._waiting = []

    def _submit(self, tasks: list[Task]) -> None:
        future = self._client.submit(read_here, tasks, self._settings.for_one(), pure=False)
        self._out[future] = tasks
        future.add_done_callback(self._back.put)

    def _hear(self, future: Any) -> Iterator[tuple[Task, Outcome]]:
        tasks = self._out.pop(future)
        error = future.exception()
        if error is None:
            yield from zip(tasks, future.result(), strict=True)
        elif not isinstance(error, KilledWorker):
            raise PoolError(f"the cluster cannot read: {error}")
        elif len(tasks) > 1:  # several workers were lost over them: each by itself shows whose fault it is
            for task in tasks:
                self._submit([task])
        else:
            why = f"the workers that read it were lost ({type(error).__name__})"
            yield tasks[0], Outcome(tasks[0].source, kind="killed", error=why)


_pools: dict[tuple[object, ...], Pool] = {}
"""The process that reads, on a worker of the cluster; kept from one chunk to the next."""


def read_here(tasks: Sequence[Task], settings: Settings, life: Life = serve) -> list[Outcome]:
    """Read some files on this machine; called on the workers.

    Raises:
        PoolError: a worker may not start processes.
    """
    if current_process().daemon:
        raise PoolError("start the workers of the cluster with DASK_DISTRIBUTED__WORKER__DAEMON=False")
    key = settings.output, settings.made_with, settings.timeout
    pool = _pools.get(key)
    if pool is None:
        for old in _pools.values():
            old.close()
        _pools.clear()
        pool = _pools[key] = Pool(settings, life=life)
        atexit.register(pool.close)
    outcomes: dict[str, Outcome] = {}
    left = list(reversed(tasks))
    while len(outcomes) < len(tasks):
        while left and pool.room > 0:
            pool.give(left.pop())
        outcomes |= {task.source: outcome for task, outcome in pool.results(1)}
    return [outcomes[task.source] for task in tasks]
