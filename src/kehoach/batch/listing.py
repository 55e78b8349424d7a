"""What there is to read: files, folders with everything in them, patterns; one after the other."""

from __future__ import annotations

import glob
import os
import stat
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase

from kehoach.errors import UnreadableError
from kehoach.readers.folders import is_hidden
from kehoach.remote import is_url


@dataclass(frozen=True, slots=True)
class About:
    """What the listing of a place named by URL tells of a file."""

    size: int
    """In bytes; -1 where it is not told."""
    modified: int
    """In nanoseconds since 1970; 0 where it is not told."""
    etag: str | None
    """What an object store calls this content."""


@dataclass(frozen=True, slots=True)
class Found:
    """One file."""

    path: str
    """Absolute, or a URL."""
    relative: str
    """From the folder that was named, with ``/`` between folders; of a file that was named, its name."""
    about: About | None = None
    """Of a file of this machine the system is asked when its turn comes."""


def found_in(
    sources: Sequence[str], output: str, include: Sequence[str], exclude: Sequence[str], tell: Callable[[str], None]
) -> Iterator[Found]:
    """The files that ``sources`` name.

    In folders, hidden files and folders (``.git``, Office's locks ``~$…``), what is no ordinary file, and the folder
    ``output`` are passed over; symbolic links to files are followed, to folders not, so that no walk goes round in
    circles. A file or pattern that is named is taken whatever ``include`` says.

    Args:
        sources: files, folders, patterns with ``*``, ``?``, ``**`` and ``[…]``; also URLs of such.
        output: a folder whose files are none.
        include: patterns; a pattern with ``/`` is held against the path from the folder that was named, another
            against the file's name.
        exclude: the same, also for folders.
        tell: told what cannot be listed, in a line each.
    """
    own = os.path.realpath(output)
    for source in sources:
        if is_url(source):
            from kehoach.batch.remote_listing import found_at

            yield from found_at(source, output, include, exclude, tell)
            continue
        named = [source]
        if not os.path.lexists(source) and glob.has_magic(source):
            named = glob.glob(source, recursive=True, include_hidden=False)
            named = [path for path in named if not is_hidden(os.path.basename(path))]
        if not named or not os.path.lexists(named[0]):
            tell(str(UnreadableError("no such file or folder", name=source, hint="check the path")))
        for path in named:
            if os.path.isdir(path):
                yield from _walk(os.path.abspath(path), own, include, exclude, tell)
            elif os.path.lexists(path) and not matches(os.path.basename(path), os.path.basename(path), exclude):
                yield Found(os.path.abspath(path), os.path.basename(path))


def _walk(
    root: str, own: str, include: Sequence[str], exclude: Sequence[str], tell: Callable[[str], None]
) -> Iterator[Found]:
    waiting = [""]
    while waiting:
        folder = waiting.pop()
        try:
            if os.path.realpath(os.path.join(root, folder)) == own:
                continue
            with os.scandir(os.path.join(root, folder)) as entries:
                for entry in entries:
                    relative = f"{folder}/{entry.name}" if folder else entry.name
                    if is_hidden(entry.name) or matches(relative, entry.name, exclude):
                        continue
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append(relative)
                    elif _is_file(entry) and (not include or matches(relative, entry.name, include)):
                        yield Found(os.path.join(root, relative.replace("/", os.sep)), relative)
        except OSError as error:
            where = os.path.join(root, folder)
            tell(str(UnreadableError(f"cannot be listed ({error.strerror})", name=where)))


def _is_file(entry: os.DirEntry[str]) -> bool:
    """Whether it is an ordinary file, or a link; one that leads nowhere is told when it is read."""
    if entry.is_symlink():
        try:
            return stat.S_ISREG(entry.stat().st_mode)
        except OSError:
            return True
    return entry.is_file()


def matches(relative: str, name: str, patterns: Sequence[str]) -> bool:
    """Whether a file or folder is meant by one of ``patterns``; see :func:`found_in`."""
    return any(fnmatchcase(relative if "/" in pattern else name, pattern) for pattern in patterns)
