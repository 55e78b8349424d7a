"""Files written whole or not at all."""

from __future__ import annotations

import contextlib
import os
import signal
import tempfile
from collections.abc import Iterable, Iterator

from kehoach.errors import OutputError


def write_whole(path: str, parts: Iterable[str | bytes], *, sync: bool = False, unfinished: str | None = None) -> None:
    """Write ``parts``, text as UTF-8, to ``path``; where anything fails, what was there before stays.

    The parts go to a new file in the same folder, which then takes the name. A name that is no ordinary file (a pipe,
    ``/dev/stdout``) is written to directly. With ``sync`` the disk holds the content before the name is given, so that
    also a loss of power leaves the old file or the new one. ``unfinished`` is another folder for the new file, in the
    same file system: what a process that was killed leaves there can be told from results.

    Raises:
        OutputError: the file cannot be written.
    """
    asked, path = path, os.path.realpath(path)
    if not os.path.isdir(os.path.dirname(path)):
        folder = os.path.dirname(asked) or os.path.dirname(path)
        raise OutputError(f"cannot be written, there is no folder {folder}", name=asked, hint="make it or name another")
    try:
        if os.path.exists(path) and not os.path.isfile(path):
            _write_directly(path, parts)
        else:
            _write_beside(path, parts, sync, unfinished)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(f"cannot be written ({error.strerror or error})", name=path) from error


def _write_directly(path: str, parts: Iterable[str | bytes]) -> None:
    if os.path.isdir(path):
        raise IsADirectoryError(21, "is a folder")
    with open(path, "wb") as file:
        for part in parts:
            file.write(part.encode() if isinstance(part, str) else part)


def _write_beside(path: str, parts: Iterable[str | bytes], sync: bool, unfinished: str | None) -> None:
    folder, name = os.path.split(path)
    with _ended_tidily():
        descriptor, temporary = tempfile.mkstemp(prefix=f".{name}.", suffix=".tmp", dir=unfinished or folder)
        try:
            with os.fdopen(descriptor, "wb") as file:
                for part in parts:
                    file.write(part.encode() if isinstance(part, str) else part)
                if sync:
                    file.flush()
                    os.fsync(file.fileno())
            os.chmod(temporary, _mode(path))
            os.replace(temporary, path)
        except BaseException:
            with contextlib.suppress(OSError):
                os.unlink(temporary)
            raise


@contextlib.contextmanager
def _ended_tidily() -> Iterator[None]:
    """Let a request to end (SIGTERM, or SIGHUP of a terminal that closes) raise SystemExit, so that no file is left.

    Where somebody else waits for such signals, and outside the main thread, nothing changes.
    """
    changed = []
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        with contextlib.suppress(ValueError):
            if number is not None and signal.getsignal(number) == signal.SIG_DFL:
                signal.signal(number, _end)
                changed.append(number)
    try:
        yield
    finally:
        for number in changed:
            signal.signal(number, signal.SIG_DFL)


def _end(number: int, _: object) -> None:
    raise SystemExit(128 + number)


def _mode(path: str) -> int:
    """Permissions of the file that is replaced, or those a new file gets."""
    with contextlib.suppress(OSError):
        return os.stat(path).st_mode & 0o777
    umask = os.umask(0)
    os.umask(umask)
    return 0o666 & ~umask
