"""What every command tells: data on standard output, one line a trouble on standard error; loads no click."""

from __future__ import annotations

import contextlib
import errno
import io
import os
import sys
from collections.abc import Callable

from kehoach.errors import KehoachError
from kehoach.readers.source import printable

INTERNAL = 70
"""The exit code of a fault in kehoach itself, or in how it is installed."""
COMPLETE = "_KEHOACH_COMPLETE"
"""The variable by which a shell's completion script asks (click's naming)."""

_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EBADF)


class UnwrittenError(Exception):
    """Standard output takes no more. Not an OSError, of which click would make an exit code of its own."""

    def __init__(self, cause: OSError) -> None:
        super().__init__(str(cause))
        self.cause = cause


def guarded(command: Callable[[], int]) -> int:
    """The exit code of ``command``; what ends it is told on one line."""
    try:
        return command()
    except KehoachError as error:
        complain(str(error))
        return error.exit_code
    except UnwrittenError as error:
        return unwritten(error.cause)
    except SystemExit as error:
        if isinstance(error.code, int) and error.code > 1:  # a request to end, while a file was written
            return error.code
        return unwritten(BrokenPipeError())  # what click makes of a help that nobody reads to its end
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        if isinstance(error, OSError) and (error.errno in _NO_ROOM or isinstance(error, io.UnsupportedOperation)):
            return unwritten(error)  # of a help, which click writes
        return internal(error)


def complain(text: str) -> None:
    """One line on standard error, if that can be written: the exit code tells as much."""
    with contextlib.suppress(OSError):
        print("kehoach: " + " ".join(printable(text).split()), file=sys.stderr, flush=True)


def internal(error: Exception, name: str | None = None) -> int:
    """Report a fault of kehoach's own on one line and return its exit code."""
    if os.environ.get("KEHOACH_TRACEBACK"):
        raise error
    where = f"{name}: " if name else ""
    if isinstance(error, ImportError):
        complain(f"{where}a library does not load ({error}); 'kehoach doctor' tells what to install")
        return INTERNAL
    complain(f"{where}a fault in kehoach ({type(error).__name__}: {error}); set KEHOACH_TRACEBACK=1 to see where")
    return INTERNAL


def unwritten(error: OSError) -> int:
    """The exit code where standard output took no more: 0 where its reader had enough, otherwise 2, which is told."""
    with contextlib.suppress(OSError, ValueError, AttributeError):  # nor when Python flushes it on its way out
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    if isinstance(error, BrokenPipeError):
        return 0
    with contextlib.suppress(OSError):
        print(f"kehoach: standard output: cannot be written ({error.strerror or 'it is closed'})", file=sys.stderr)
    return 2


def emit(text: str) -> None:
    """Write ``text`` to standard output as UTF-8, line breaks unchanged on every system.

    Raises:
        UnwrittenError: it cannot be written, or whoever read it has closed the pipe.
    """
    if hasattr(sys.stdout, "buffer"):
        emit_bytes(text.encode("utf-8", "backslashreplace"))
        return
    try:
        sys.stdout.write(text)
    except OSError as error:
        raise UnwrittenError(error) from None


def deliver(content: str | bytes, output: str | None) -> None:
    """Write ``content`` to the file ``output``, whole or not at all; to standard output where none is named.

    Raises:
        OutputError: the file cannot be written.
        UnwrittenError: standard output cannot, or whoever read it has closed the pipe.
    """
    if output is not None:
        from kehoach.writers.files import write_whole

        write_whole(output, [content])
    elif isinstance(content, bytes):
        emit_bytes(content)
    else:
        emit(content)


def emit_bytes(data: bytes) -> None:
    """Write ``data`` to standard output as it is.

    Raises:
        UnwrittenError: it cannot be written, or whoever read it has closed the pipe.
    """
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except OSError as error:
        raise UnwrittenError(error) from None
