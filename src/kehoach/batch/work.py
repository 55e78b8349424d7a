"""What a process does with one file: read it, write its output, say how it went."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import stat
import time
from collections import Counter
from typing import Any

import orjson

from kehoach.batch.rows import rows_of
from kehoach.batch.settings import PARTS, UNFINISHED, Settings
from kehoach.batch.task import Outcome, Task
from kehoach.errors import InvalidPlanError, KehoachError, OutputError, UnreadableError
from kehoach.models.check import checked
from kehoach.parsers import parse_source
from kehoach.readers import SourceText, read
from kehoach.readers.data import is_data
from kehoach.writers import writer
from kehoach.writers.files import write_whole

NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO, errno.EMFILE, errno.ENFILE})
"""Faults of the system, not of a file: the run cannot go on."""


def work(task: Task, settings: Settings) -> Outcome:
    """Read one file and write its output; whatever goes wrong is told in what is given back."""
    began = time.perf_counter()
    outcome = Outcome(task.source)
    try:
        _check_ordinary(task.path)
        outcome.sha256 = _sha256(task.path, settings.options.max_bytes)
        if task.known and task.known["sha256"] == outcome.sha256 and task.known["status"] == "done":
            outcome.status = "unchanged"
        else:
            _read(task, settings, outcome)
    except OutputError as error:
        _fail(outcome, "output", str(error))
        outcome.stops = getattr(error.__cause__, "errno", None) in NO_ROOM
    except InvalidPlanError as error:
        _fail(outcome, "invalid", _told(error))
    except KehoachError as error:
        _fail(outcome, "unreadable", _told(error))
    except MemoryError:
        _fail(outcome, "memory", "needs more memory than there is")
    except Exception as error:  # noqa: BLE001 - one file must not end the others
        _fail(outcome, "fault", f"a fault in kehoach ({type(error).__name__}: {error})")
    if outcome.status == "failed":
        with contextlib.suppress(OSError, OutputError):  # what an earlier run read of it is no longer so
            os.unlink(inside(_home(settings), task.output))
    outcome.seconds = round(time.perf_counter() - began, 4)
    return outcome


def _read(task: Task, settings: Settings, outcome: Outcome) -> None:
    source = read(task.path, settings.options)
    if is_data(source.text):
        raise UnreadableError("is data already, YAML or JSON", hint="leave it out with --exclude")
    plan = parse(source)
    outcome.sha256 = source.sha256 or outcome.sha256
    outcome.warnings = dict(sorted(Counter(warning["code"] for warning in plan["warnings"]).items()))
    content = content_of(plan, task.source, settings.format)
    path = inside(_home(settings), task.output)
    write_whole(path, [content], unfinished=os.path.join(settings.output, UNFINISHED))
    outcome.output_bytes = len(content)
    outcome.status = "done"


def parse(source: SourceText) -> dict[str, Any]:
    """The plan in ``source``, checked against the plan format."""
    return checked(parse_source(source), source.name)


def content_of(plan: dict[str, Any], source: str, format_: str) -> bytes:
    """A plan's output, or its part of one: for Parquet its rows, otherwise the plan itself."""
    if format_ == "parquet":
        return orjson.dumps(rows_of(plan, source), option=orjson.OPT_APPEND_NEWLINE)
    return writer(format_).dump(plan).encode()


def _home(settings: Settings) -> str:
    return os.path.join(settings.output, PARTS if settings.assembled else "plans")


def inside(folder: str, relative: str) -> str:
    """The path of ``relative`` in ``folder``, with the folders above it made.

    Raises:
        OutputError: a symbolic link leads out of ``folder``, or a folder cannot be made.
    """
    path = os.path.join(folder, *relative.split("/"))
    home, above = os.path.realpath(folder), os.path.realpath(os.path.dirname(path))
    if os.path.commonpath([home, above]) != home:
        raise OutputError("lies outside the output folder: a symbolic link leads there", name=path)
    try:
        os.makedirs(above, exist_ok=True)
        if os.path.islink(path):
            os.unlink(path)
    except OSError as error:
        raise OutputError(f"cannot be made ({error.strerror})", name=above) from error
    return os.path.join(above, os.path.basename(path))


def _check_ordinary(path: str) -> None:
    """Refuse what could keep the reader waiting for ever: pipes, devices."""
    try:
        mode = os.stat(path).st_mode
    except FileNotFoundError:
        raise UnreadableError("no such file", hint="it may have been moved, or is a link that leads nowhere") from None
    except OSError as error:
        raise UnreadableError(f"cannot be opened ({error.strerror})") from None
    if not stat.S_ISREG(mode):
        raise UnreadableError("is no ordinary file", hint="leave it out with --exclude")


def _sha256(path: str, max_bytes: int) -> str | None:
    """Of the file's content; ``None`` where it cannot be read or is too large to be read."""
    with contextlib.suppress(OSError):
        if os.path.getsize(path) <= max_bytes:
            with open(path, "rb") as file:
                return hashlib.file_digest(file, "sha256").hexdigest()
    return None


def _told(error: KehoachError) -> str:
    """The error without the file's name, which stands beside it."""
    error.name = None
    return str(error)


def _fail(outcome: Outcome, kind: str, error: str) -> None:
    outcome.status, outcome.kind, outcome.error = "failed", kind, error
