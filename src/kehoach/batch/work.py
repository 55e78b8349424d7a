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
from kehoach.batch.settings import UNFINISHED, Settings
from kehoach.batch.store import home_of
from kehoach.batch.task import Outcome, Task
from kehoach.errors import InvalidPlanError, KehoachError, OutputError, UnreachableError, UnreadableError
from kehoach.models.check import checked
from kehoach.parsers import parse_source
from kehoach.readers import SourceText, read, read_bytes
from kehoach.readers.data import is_data
from kehoach.remote import is_url, read_url, shown
from kehoach.writers import writer
from kehoach.writers.files import write_whole

NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO, errno.EMFILE, errno.ENFILE})
"""Faults of the system, not of a file: the run cannot go on."""


def work(task: Task, settings: Settings) -> Outcome:
    """Read one file and write its output; whatever goes wrong is told in what is given back."""
    began = time.perf_counter()
    outcome = Outcome(task.source)
    try:
        data = _fetch(task, settings, outcome)
        if task.known and task.known["sha256"] == outcome.sha256 and task.known["status"] == "done":
            outcome.status = "unchanged"
        else:
            _read(task, data, settings, outcome)
    except OutputError as error:
        _fail(outcome, "output", str(error))
        outcome.stops = is_url(settings.output) or getattr(error.__cause__, "errno", None) in NO_ROOM
    except UnreachableError as error:
        _fail(outcome, "unreadable", str(error))
        outcome.stops = True
    except InvalidPlanError as error:
        _fail(outcome, "invalid", _told(error))
    except KehoachError as error:
        _fail(outcome, "unreadable", _told(error))
    except MemoryError:
        _fail(outcome, "memory", "needs more memory than there is")
    except Exception as error:  # noqa: BLE001 - one file must not end the others
        _fail(outcome, "fault", f"a fault in kehoach ({type(error).__name__}: {error})")
    if outcome.status == "failed":
        _take_away(task, settings)
    outcome.seconds = round(time.perf_counter() - began, 4)
    return outcome


def _fetch(task: Task, settings: Settings, outcome: Outcome) -> bytes | None:
    """Note the SHA-256 of the file; gives its content where it is named by URL, and is not to be fetched twice."""
    if is_url(task.path):
        size = None if task.size < 0 else task.size
        data = read_url(task.path, settings.options.max_bytes, size)
        outcome.sha256 = hashlib.sha256(data).hexdigest()
        return data
    _check_ordinary(task.path)
    outcome.sha256 = _sha256(task.path, settings.options.max_bytes)
    return None


def _read(task: Task, data: bytes | None, settings: Settings, outcome: Outcome) -> None:
    options = settings.options
    source = read(task.path, options) if data is None else read_bytes(data, name=shown(task.path), options=options)
    if is_data(source.text):
        raise UnreadableError("is data already, YAML or JSON", hint="leave it out with --exclude")
    plan = parse(source)
    outcome.sha256 = source.sha256 or outcome.sha256
    outcome.warnings = dict(sorted(Counter(warning["code"] for warning in plan["warnings"]).items()))
    content = content_of(plan, task.source, settings.format)
    _write(task, content, settings)
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


def _write(task: Task, content: bytes, settings: Settings) -> None:
    if is_url(settings.output):
        from kehoach.batch.remote_store import put_output

        put_output(settings, task.output, content)
    else:
        path = inside(os.path.join(settings.output, home_of(settings.format)), task.output)
        write_whole(path, [content], unfinished=os.path.join(settings.output, UNFINISHED))


def _take_away(task: Task, settings: Settings) -> None:
    """What an earlier run read of a source is no longer so."""
    if is_url(settings.output):
        from kehoach.batch.remote_store import remove_output

        remove_output(settings, task.output)
    else:
        with contextlib.suppress(OSError, OutputError):
            os.unlink(inside(os.path.join(settings.output, home_of(settings.format)), task.output))


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
