"""The life of a process that reads files."""

from __future__ import annotations

import gc
import os
import shutil
import signal
import sys
import tempfile
from multiprocessing.connection import Connection, wait
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from kehoach.batch.settings import Settings
    from kehoach.batch.task import Task

WARM = "kehoach.batch.warm"
"""What a server of processes loads beforehand."""
_GRACE = 5.0
MOST_MEMORY = 4_000_000_000
"""Bytes of its own that a process may have, and each program that it starts."""


def serve(tasks: Connection, settings: Settings) -> None:
    """Take tasks from a pipe and send back how they went, until the pipe says None or closes.

    The process leads a group of its own, so that what it started goes with it, and a key pressed on the terminal does
    not reach it. What libraries print goes nowhere: what matters is told through the pipe.
    """
    _stand_alone(settings.temporary)
    from kehoach.batch.work import work

    gc.set_threshold(50_000)  # a plan is many objects and few cycles
    tasks.send(None)  # ready
    while True:
        try:
            task = cast("Task | None", tasks.recv())
        except (EOFError, OSError):
            break
        if task is None:
            break
        _limit(settings.timeout + _GRACE)
        outcome = work(task, settings)
        _limit(0)
        try:
            tasks.send(outcome)
        except OSError:
            break
    os._exit(0)  # without the clean-up of libraries that a broken file may have upset


def _stand_alone(temporary: str | None) -> None:
    nowhere = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(nowhere, descriptor)
    if sys.platform != "win32":
        os.setsid()
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
    if sys.platform == "linux":
        import resource

        hard = resource.getrlimit(resource.RLIMIT_DATA)[1]
        resource.setrlimit(resource.RLIMIT_DATA, (min(MOST_MEMORY, hard) if hard >= 0 else MOST_MEMORY, hard))
    if temporary is not None:
        tempfile.tempdir = temporary
        os.environ.update(TMPDIR=temporary, TEMP=temporary, TMP=temporary)  # for the programs that are started
    from threading import Thread

    Thread(target=_leave_with_parent, args=(temporary,), daemon=True).start()


def _leave_with_parent(temporary: str | None) -> None:
    """End this process and what it started as soon as the one that gives the tasks is gone."""
    from multiprocessing import parent_process

    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        if temporary is not None:
            shutil.rmtree(temporary, ignore_errors=True)
        if sys.platform != "win32":
            os.killpg(0, signal.SIGKILL)
        os._exit(1)


def _limit(seconds: float) -> None:
    """Have the system end this process then, also where it is deep in a library and nobody watches any more."""
    if sys.platform != "win32":
        signal.setitimer(signal.ITIMER_REAL, seconds)
