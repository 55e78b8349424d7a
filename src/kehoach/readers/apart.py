"""Files read in a process of their own, where a library may run wild: its memory and its time are bounded.

A PDF file of five kilobytes can unpack to gigabytes, or draw for hours, deep in a library that no Python code can stop.
On Linux such files are read in a fork of this process, which the system ends when it takes too much; what it has read
comes back through a pipe. Elsewhere they are read in this process.
"""

from __future__ import annotations

import builtins
import contextlib
import ctypes
import gc
import json
import os
import signal
import sys
import time
import traceback
import warnings
from collections.abc import Callable, Sequence
from importlib import import_module
from select import select
from typing import Any, NoReturn

from kehoach.errors import UnreadableError
from kehoach.readers.options import ReadOptions
from kehoach.readers.source import SourceText

Reader = Callable[[bytes, str, ReadOptions], SourceText]

MOST_MEMORY = 2_000_000_000
"""Bytes that reading one file may take; the dearest pages that are allowed take less than half of that."""
_GRACE = 1.0
"""Seconds beyond the time for a file, in which its reader should have given up by itself."""
_DIES_WITH_PARENT = 1
"""PR_SET_PDEATHSIG, prctl(2)."""


def read_apart(
    reader: Reader, data: bytes, name: str, options: ReadOptions, libraries: Sequence[str] = ()
) -> SourceText:
    """What ``reader`` makes of ``data``, in another process where the system can make one cheaply.

    ``libraries`` are loaded in this process, where they stay for the next file.

    Raises:
        UnreadableError: the reader's own, or: reading takes too much memory or time, or the library breaks.
    """
    if sys.platform != "linux":
        return reader(data, name, options)
    for library in libraries:
        with contextlib.suppress(ImportError):  # the reader says what to install
            import_module(library)
    here, there = os.pipe()
    with warnings.catch_warnings():
        # Python warns of forks where there are threads: the child starts with none, and runs nothing but the reader.
        warnings.simplefilter("ignore", DeprecationWarning)
        parent = os.getpid()
        child = os.fork()
    if not child:
        os.close(here)
        _live(parent, there, reader, data, name, options)
    os.close(there)
    try:
        told = _heard(here, options, time.monotonic() + options.timeout + _GRACE)
    finally:
        os.close(here)
        with contextlib.suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
    if told is None:
        hint = "allow more with --timeout"
        raise UnreadableError(f"takes longer than {options.timeout:g} seconds to read", name=name, hint=hint)
    if not told:
        _refuse(status, name)
    return _made(told)


def _heard(pipe: int, options: ReadOptions, end: float) -> dict[str, Any] | None:
    """What the child says last, before it is gone: nothing where it broke; ``None`` where it takes too long."""
    line = bytearray()
    while (left := end - time.monotonic()) > 0:
        if not select([pipe], [], [], left)[0]:
            break
        piece = os.read(pipe, 1 << 20)
        if not piece:
            return {}
        *lines, last = piece.split(b"\n")
        for whole in lines:
            told: dict[str, Any] = json.loads(line + whole)
            line.clear()
            if "page" not in told:
                return told
            if options.on_page is not None:
                options.on_page(*told["page"])
        line += last
    return None


def _made(told: dict[str, Any]) -> SourceText:
    """The text that was read, or the error that was met."""
    if "text" in told:
        told["warnings"] = [(code, message) for code, message in told["warnings"]]
        return SourceText(**told)
    if "message" in told:
        raise UnreadableError(told["message"], name=told["name"], line=told["line"], hint=told["hint"])
    kind = getattr(builtins, told["fault"], RuntimeError)
    error = kind(told["says"]) if issubclass(kind, Exception) else RuntimeError(told["says"])
    error.add_note(told["where"])
    raise error


def _refuse(status: int, name: str) -> NoReturn:
    """Say why nothing came of a file."""
    hint = "open it in its program and save it anew"
    killed = os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0
    if killed in (signal.SIGSEGV, signal.SIGBUS, signal.SIGFPE):
        what = f"breaks the library that reads it ({signal.Signals(killed).name})"
    else:  # libraries end their process where the system gives them no more, each with its own signal
        what = f"needs more memory than the {MOST_MEMORY / 1e9:g} GB that a file may take"
    raise UnreadableError(what, name=name, hint=hint)


def _live(parent: int, pipe: int, reader: Reader, data: bytes, name: str, options: ReadOptions) -> NoReturn:
    """The child's life: read, tell, end; nothing of the parent's is cleaned up or flushed here."""
    code = 1
    try:
        gc.disable()
        _bound()
        if os.getppid() != parent:  # which was gone before its end was this one's too
            os._exit(code)
        asked = ReadOptions(
            encoding=options.encoding, max_bytes=options.max_bytes, max_pages=options.max_pages,
            timeout=options.timeout, ocr=options.ocr,
            on_page=lambda done, count: _tell(pipe, {"page": [done, count]}),
        )  # fmt: skip
        _tell(pipe, _told(reader, data, name, asked))
        code = 0
    finally:
        os._exit(code)


def _told(reader: Reader, data: bytes, name: str, options: ReadOptions) -> dict[str, Any]:
    try:
        return reader(data, name, options).as_dict()
    except UnreadableError as error:
        return {"message": error.message, "name": error.name, "line": error.line, "hint": error.hint}
    except MemoryError:
        return {}
    except Exception as error:  # noqa: BLE001  # a fault of ours: it is raised again where it is waited for
        where = "".join(traceback.format_exception(error))
        return {"fault": type(error).__name__, "says": str(error), "where": where}


def _tell(pipe: int, what: dict[str, Any]) -> None:
    line = memoryview(json.dumps(what).encode() + b"\n")
    while line:
        line = line[os.write(pipe, line) :]


def _bound() -> None:
    """Have the system bound this process: its memory, its end with the parent's; what libraries print goes nowhere."""
    import faulthandler
    import resource

    faulthandler.disable()  # where the parent has it enabled it would print all of this
    nowhere = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(nowhere, descriptor)
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(_DIES_WITH_PARENT, signal.SIGKILL)
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    most = _data_of_this() + MOST_MEMORY
    for what, limit in ((resource.RLIMIT_DATA, most), (resource.RLIMIT_CORE, 0)):
        hard = resource.getrlimit(what)[1]
        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(what, (limit if hard < 0 else min(limit, hard), hard))


def _data_of_this() -> int:
    """The bytes of its own that this process has already: those of the parent."""
    with contextlib.suppress(OSError, ValueError), open("/proc/self/statm", "rb") as file:
        return int(file.read().split()[5]) * os.sysconf("SC_PAGE_SIZE")
    return 0
