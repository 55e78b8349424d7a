"""A file's bytes to :class:`~kehoach.readers.source.SourceText`."""

from __future__ import annotations

import os
import stat
import sys
import time

from kehoach.errors import UnreadableError
from kehoach.readers.formats import format_of
from kehoach.readers.options import DEFAULTS, ReadOptions
from kehoach.readers.source import SourceText

__all__ = ["ReadOptions", "SourceText", "check_size", "read", "read_bytes"]

_LONGEST_PATH = 255
_GRACE = 5.0
"""Seconds that a pipe which nobody writes to is waited for: who will may not have opened it yet."""


def read(path: str | os.PathLike[str], options: ReadOptions = DEFAULTS) -> SourceText:
    """The text of the file at ``path``, which may be a URL such as ``s3://bucket/plan.docx``; ``-`` is standard input.

    Raises:
        UnreadableError: it cannot be opened, is too large, or holds no text that can be read here.
    """
    name = os.fspath(path)
    if not name:
        raise UnreadableError("a file's name is empty", hint="name a file, or '-' for standard input")
    max_bytes = options.max_bytes
    if "://" in name:
        from kehoach.remote import is_url, local, read_url, shown

        if is_url(name):
            return read_bytes(read_url(name, max_bytes), name=shown(name), options=options)
        name = local(name)
    if name == "-":
        data = sys.stdin.buffer.read(max_bytes + 1)
        return read_bytes(data, name="<stdin>", options=options)
    try:
        with open(name, "rb", opener=_without_waiting) as file:
            if stat.S_ISFIFO(os.fstat(file.fileno()).st_mode):
                data = _piped(file.fileno(), name, options)
            else:
                if hasattr(os, "set_blocking"):
                    os.set_blocking(file.fileno(), True)  # a terminal may be read from
                data = file.read(max_bytes + 1)
    except IsADirectoryError:
        raise UnreadableError(
            "is a folder", name=name, hint="name the files in it, or let 'kehoach batch' read it whole"
        ) from None
    except FileNotFoundError:
        raise UnreadableError("no such file", name=_no_path(name), hint="check the path") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        hint = "a text on one line is no path: parse_text takes it" if len(name) > _LONGEST_PATH else None
        raise UnreadableError(f"cannot be opened ({reason})", name=_no_path(name), hint=hint) from None
    return read_bytes(data, name=name, options=options)


def _no_path(name: str) -> str:
    """A name as a message prints it: a whole text that was taken for a path is cut."""
    return name if len(name) <= _LONGEST_PATH else f"{name[:60]}…"


def _without_waiting(path: str, flags: int) -> int:
    """Open a file; a pipe that nobody writes to would keep :func:`open` for ever."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _piped(descriptor: int, name: str, options: ReadOptions) -> bytes:
    """What comes out of a pipe, up to one byte more than is allowed.

    Raises:
        UnreadableError: nobody writes to it, or not within the time there is.
    """
    data, began = bytearray(), time.monotonic()
    while len(data) <= options.max_bytes:
        waited = time.monotonic() - began
        try:
            piece = os.read(descriptor, 1 << 20)
        except BlockingIOError:  # there is a writer, with nothing to say yet
            if waited > options.timeout:
                raise UnreadableError(
                    f"is a pipe whose writer takes longer than {options.timeout:g} seconds", name=name,
                    hint="allow more with --timeout",
                ) from None  # fmt: skip
        else:
            data += piece
            if not piece and data:
                break
            if not piece and waited > min(_GRACE, options.timeout):
                raise UnreadableError("is a pipe that nobody writes to", name=name, hint="name a file")
            if piece:
                continue
        time.sleep(0.01)
    return bytes(data[: options.max_bytes + 1])


def read_bytes(data: bytes, *, name: str = "<bytes>", options: ReadOptions = DEFAULTS) -> SourceText:
    """The text of a file whose content is ``data``; see :func:`read`.

    ``name`` may hold folders: error messages keep them, the source's name does not.
    """
    check_size(len(data), options.max_bytes, name)
    return format_of(data, name).read(data, name, options)


def check_size(size: int, max_bytes: int, name: str) -> None:
    """Refuse a file that is too large.

    Raises:
        UnreadableError: it is.
    """
    if size > max_bytes:
        raise UnreadableError(
            f"is larger than {max_bytes:,} bytes", name=name, hint="a plan seldom is; allow it with --max-bytes"
        )
