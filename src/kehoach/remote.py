"""Files that are named by URL (``s3://``, ``gs://``, ``hdfs://`` …), through fsspec and the library of each protocol.

``file://`` names are ordinary paths. Who may read and write, and where a store is, each library takes from its own
settings (environment, configuration files); nothing of it is asked for here.
"""

from __future__ import annotations

import contextlib
import errno
import re
from collections.abc import Iterator
from typing import Any

from kehoach.errors import KehoachError, MissingLibraryError, OutputError, UnreachableError, UnreadableError
from kehoach.readers import check_size

_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")
_PASSWORD = re.compile(r"(?<=://)([^/@:]*):[^/@]*@")
_DRIVE = re.compile(r"/[A-Za-z]:")
_BUSY = frozenset({errno.EIO, errno.EBUSY, errno.ETIMEDOUT, getattr(errno, "EREMOTEIO", errno.EIO)})
_NETWORK = frozenset(
    "ConnectionError TimeoutError HTTPClientError NoCredentialsError PartialCredentialsError CredentialRetrievalError"
    " ClientConnectionError FSTimeoutError".split()
)
"""Errors, by the names of their classes, of a place that is away or lets nobody in: of Python, botocore, aiohttp."""


def is_url(name: str) -> bool:
    """Whether ``name`` is a URL of a place that is reached through fsspec.

    >>> is_url("s3://bucket/plan.docx"), is_url("plans/plan.docx"), is_url("file:///plans/plan.docx")
    (True, False, False)
    """
    return _URL.match(name) is not None and not name.startswith("file://")


def local(name: str) -> str:
    """The path of a ``file://`` URL, taken letter by letter; any other name as it is.

    >>> local("file:///plans/a%20b.txt")
    '/plans/a%20b.txt'
    """
    if not name.startswith("file://"):
        return name
    path = name.removeprefix("file://").removeprefix("localhost")
    return path[1:] if _DRIVE.match(path) else path


def shown(url: str) -> str:
    """``url`` as people and files may see it, without a password.

    >>> shown("sftp://an:secret@host/plans")
    'sftp://an@host/plans'
    """
    return _PASSWORD.sub(r"\1@", url)


def opened(url: str) -> tuple[Any, str]:
    """The fsspec file system of a URL, and the path in it, without a slash at its end.

    Raises:
        MissingLibraryError: fsspec or the protocol's library is not installed.
        UnreadableError: nobody knows the protocol, or no place is named.
        UnreachableError: the place cannot be reached.
    """
    of, protocol = _class_of(url), url.partition("://")[0]
    import fsspec

    if protocol == "memory":
        raise UnreadableError("memory:// is a process's own", name=url, hint="name a folder or an object store")
    with told(url):
        filesystem, path = fsspec.core.url_to_fs(url)
    path = path.rstrip("/") or ("/" if of.root_marker == "/" else "")
    if not path:
        raise UnreadableError("names no bucket", name=shown(url), hint=f"as in {protocol}://bucket/plans")
    return filesystem, path


def module_of(protocol: str) -> str:
    """The module that a protocol's library is loaded by.

    Raises:
        KehoachError: as :func:`opened` does.
    """
    return str(_class_of(f"{protocol}://").__module__)


def _class_of(url: str) -> Any:
    try:
        import fsspec
    except ImportError:
        raise MissingLibraryError("fsspec", "remote", "reads and writes files named by URL") from None
    protocol = url.partition("://")[0]
    try:
        return fsspec.get_filesystem_class(protocol)
    except ValueError:
        raise UnreadableError("a protocol nobody here knows", name=shown(url), hint="check the URL") from None
    except ImportError as error:
        raise _missing(protocol, str(error)) from None


def _missing(protocol: str, why: str) -> KehoachError:
    from fsspec.registry import known_implementations

    package = known_implementations[protocol]["class"].partition(".")[0]
    if package == "s3fs":
        return MissingLibraryError("s3fs", "remote", f"reads and writes {protocol}://")
    error = MissingLibraryError(package, "", f"reads and writes {protocol}://")
    error.hint = f"pip install {package}"
    if package == "fsspec":  # which knows the protocol itself, but not without another library
        error.message = f"a library that reads and writes {protocol}:// is not installed ({why})"
        error.hint = None
    return error


@contextlib.contextmanager
def told(url: str, *, writing: bool = False) -> Iterator[None]:
    """Turn whatever fsspec and the libraries below it raise into one line about ``url``.

    Raises:
        UnreachableError: the place is away, does not answer in time, or lets nobody in without credentials.
        UnreadableError: what is named is not there, or may not be read.
        OutputError: it may not be written, where ``writing``.
    """
    try:
        yield
    except KehoachError:
        raise
    except Exception as error:  # every library has its own
        name, what = shown(url), "written" if writing else "read"
        if isinstance(error, FileNotFoundError):
            message, hint = "no such file, folder or bucket", "check the URL"
        elif isinstance(error, PermissionError):
            message, hint = f"may not be {what} ({_words(error)})", "check the credentials and the rights"
        else:
            message, hint = f"cannot be {what} ({_words(error)})", None
            if is_away(error) and not writing:
                raise UnreachableError(f"cannot be reached ({_words(error)})", name=name) from error
        kind: type[KehoachError] = OutputError if writing else UnreadableError
        raise kind(message, name=name, hint=hint) from error


def is_away(error: BaseException) -> bool:
    """Whether the place is at fault and not the file: there is no connection, no answer, no credentials."""
    if isinstance(error, OSError) and error.errno in _BUSY:
        return True
    return any(kind.__name__ in _NETWORK for kind in type(error).__mro__)


def _words(error: BaseException) -> str:
    said = " ".join(str(getattr(error, "strerror", None) or error).split())
    return said[:200] or type(error).__name__


def read_url(url: str, max_bytes: int, size: int | None = None) -> bytes:
    """The content of the file at ``url``, which is asked for its size before it is fetched.

    Args:
        url: of one file.
        max_bytes: a larger one is not fetched.
        size: in bytes, where it is known already.

    Raises:
        UnreachableError: the place cannot be reached.
        UnreadableError: there is no such file, it may not be read, or is too large.
    """
    filesystem, path = opened(url)
    with told(url):
        if size is None:
            about = filesystem.info(path)
            if about["type"] == "directory":
                raise UnreadableError("is a folder", name=shown(url), hint="'kehoach batch' reads folders")
            size = about.get("size")
        check_size(size or 0, max_bytes, shown(url))
        if size is None:  # a server that does not tell
            with filesystem.open(path, "rb") as file:
                data: bytes = file.read(max_bytes + 1)
                return data
        return _content(filesystem, path, size)


def _content(filesystem: Any, path: str, size: int) -> bytes:
    data: bytes
    if size:  # a part of a file is fetched in one request; asked for a whole one, s3fs asks for its size first
        data = filesystem.cat_file(path, start=0, end=size + 1)
        if len(data) <= size:
            return data
    data = filesystem.cat_file(path)
    return data
