"""One run at a time over one output folder."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator

from kehoach.errors import OutputError


@contextlib.contextmanager
def locked(folder: str) -> Iterator[None]:
    """Hold the folder's lock, which the system takes back whatever ends the process.

    Raises:
        OutputError: another run has it, or the folder cannot be written to.
    """
    path = os.path.join(folder, ".lock")
    try:
        file = open(path, "ab")  # noqa: SIM115 - closed below, where the fault is another
    except OSError as error:
        raise OutputError(f"cannot be written to ({error.strerror})", name=folder) from error
    with file:
        try:
            if sys.platform == "win32":
                import msvcrt

                msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
            else:
                import fcntl

                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise OutputError("another run is writing here", name=folder, hint="wait for it to end") from None
        yield
