"""A file's bytes to :class:`~kehoach.readers.source.SourceText`."""

from __future__ import annotations

import os
import sys

from kehoach.errors import UnreadableError
from kehoach.readers.formats import format_of
from kehoach.readers.source import SourceText

__all__ = ["MAX_BYTES", "SourceText", "read", "read_bytes"]

MAX_BYTES = 50_000_000
"""Largest input that is read unless the caller says otherwise."""


def read(path: str | os.PathLike[str], *, encoding: str | None = None, max_bytes: int = MAX_BYTES) -> SourceText:
    """The text of the file at ``path``; ``-`` is standard input.

    Args:
        path: the file.
        encoding: of a text file; without it UTF-8, or what a byte order mark says.
        max_bytes: a larger file is refused before it is read whole.

    Raises:
        UnreadableError: it cannot be opened, is too large, or holds no text that can be read here.
    """
    name = os.fspath(path)
    if name == "-":
        data = sys.stdin.buffer.read(max_bytes + 1)
        return read_bytes(data, name="<stdin>", encoding=encoding, max_bytes=max_bytes)
    try:
        with open(name, "rb") as file:
            data = file.read(max_bytes + 1)
    except IsADirectoryError:
        raise UnreadableError("is a folder", name=name, hint="name the files in it") from None
    except FileNotFoundError:
        raise UnreadableError("no such file", name=name, hint="check the path") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UnreadableError(f"cannot be opened ({reason})", name=name) from None
    return read_bytes(data, name=name, encoding=encoding, max_bytes=max_bytes)


def read_bytes(
    data: bytes, *, name: str = "<bytes>", encoding: str | None = None, max_bytes: int = MAX_BYTES
) -> SourceText:
    """The text of a file whose content is ``data``; see :func:`read`.

    ``name`` may hold folders: error messages keep them, the source's name does not.
    """
    if len(data) > max_bytes:
        raise UnreadableError(
            f"is larger than {max_bytes:,} bytes", name=name, hint="a plan seldom is; allow it with --max-bytes"
        )
    return format_of(data, name).read(data, name, encoding)
