"""The output of a run in a place named by URL.

An object store has no end of a file to add a line to. So the manifest of a run grows on this machine, and what is new
in it goes to ``.journal/`` now and then, an object each time, numbered; a run that came through writes the whole
manifest and takes the journal away. Outputs of single plans are put there by the processes that read, each in one
request: a store has an object whole or not at all. Where a protocol knows folders, a file gets its name when it is
whole.
"""

from __future__ import annotations

import contextlib
import itertools
import os
import secrets
import shutil
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from typing import Any, BinaryIO

from kehoach.batch.index import Entry, Index
from kehoach.batch.remote_lock import RemoteLock
from kehoach.batch.rows import TABLES
from kehoach.batch.settings import COMPLETE, MANIFEST, UNFINISHED, Settings
from kehoach.batch.store import JSONL, home_of
from kehoach.errors import OutputError
from kehoach.remote import opened, shown, told

JOURNAL = ".journal"
KEEP = 10.0
"""Seconds after which what is new in the manifest goes to the store: so much reading is lost where a run is killed."""
_AT_ONCE = 64
"""Parts that are fetched side by side."""
_WITH_FOLDERS = frozenset("local sftp ssh ftp smb hdfs arrow_hdfs webhdfs".split())
"""Protocols that know folders, which have to be made, and where a file can be seen before it is whole."""


class RemoteStore:
    """A place named by URL, with a folder of this machine beside it."""

    def __init__(self, settings: Settings) -> None:
        """Open the place; nothing is read or written yet.

        Raises:
            KehoachError: a library is missing, or the place cannot be reached.
        """
        self.format = settings.format
        self._fs, self._path = opened(settings.output)
        self.name = shown(settings.output)
        self.folder = tempfile.mkdtemp(prefix="kehoach-")
        self._lock = RemoteLock(self._fs, self._at(".lock"), f"{self.name}/.lock", self._put)
        self._there: sqlite3.Connection | None = None
        self._torn = False
        self._kept = 0  # so much of the manifest is in the store
        self._journals: list[str] = []
        self._when = time.monotonic()

    def close(self) -> None:
        """Take away what is on this machine."""
        shutil.rmtree(self.folder, ignore_errors=True)
        if self._there:
            self._there.close()

    @contextlib.contextmanager
    def held(self) -> Iterator[None]:
        """See :class:`kehoach.batch.store.Store`.

        Raises:
            OutputError: nothing can be written there, or another run does.
        """
        if _has_folders(self._fs):
            with told(self.name, writing=True):
                self._fs.makedirs(self._path, exist_ok=True)
        with self._lock.held():
            self._remove_folder(UNFINISHED)
            self.fetch()
            if self._torn:  # what comes behind it must begin on a line of its own
                self._upload(MANIFEST)
            os.mkdir(os.path.join(self.folder, UNFINISHED))
            yield
            self._remove_folder(UNFINISHED)

    def fetch(self) -> None:
        """See :class:`kehoach.batch.store.Store`: the manifest as last written whole, and the journal behind it."""
        path = os.path.join(self.folder, MANIFEST)
        with told(self.name):
            try:
                self._fs.get_file(self._at(MANIFEST), path)
            except FileNotFoundError:
                with contextlib.suppress(FileNotFoundError):
                    os.unlink(path)
            self._torn = _trim(path)
            self._journals = self._names(JOURNAL)
            if self._journals:
                with open(path, "ab") as file:
                    for name in self._journals:
                        file.write(self._fs.cat_file(self._at(JOURNAL, name)))
        self._kept = os.path.getsize(path) if os.path.exists(path) else 0

    def size_of(self, output: str) -> int | None:
        """See :class:`kehoach.batch.store.Store`; all are listed when the first is asked for."""
        if self._there is None:
            self._there = sqlite3.connect("", isolation_level=None)
            self._there.executescript("CREATE TABLE there (output TEXT PRIMARY KEY, size INTEGER) WITHOUT ROWID; BEGIN")
            with told(self.name):
                self._there.executemany("INSERT OR REPLACE INTO there VALUES (?, ?)", self._outputs())
        row = self._there.execute("SELECT size FROM there WHERE output = ?", (output,)).fetchone()
        return int(row[0]) if row else None

    def _outputs(self) -> Iterator[tuple[str, int]]:
        home = self._at(home_of(self.format))
        waiting = [home]
        while waiting:
            for name, about in _listed(self._fs, waiting.pop()):
                if about["type"] == "directory":
                    waiting.append(name)
                else:
                    yield name[len(home) + 1 :], about["size"] or 0

    def contents(self, entries: Iterator[Entry], *, edited: bool = False) -> Iterator[tuple[Entry, bytes | None]]:
        """See :class:`kehoach.batch.store.Store`; many are fetched side by side."""
        home = home_of(self.format)
        while some := list(itertools.islice(entries, _AT_ONCE)):
            self._lock.check()
            paths = [self._at(home, entry["output"]) for entry in some]
            with told(self.name):
                # A range is fetched in one request; one byte more shows what has grown.
                ends = [None if edited else entry["output_bytes"] + 1 for entry in some]
                found = self._fs.cat_ranges(paths, [0] * len(some), ends, on_error="return")
                for entry, content in zip(some, found, strict=True):
                    if isinstance(content, Exception) and not isinstance(content, FileNotFoundError):
                        raise content
                    there = isinstance(content, bytes) and (edited or len(content) == entry["output_bytes"])
                    yield entry, content if there else None

    def keep(self, index: Index, *, now: bool = False) -> None:
        """See :class:`kehoach.batch.store.Store`.

        Raises:
            OutputError: it cannot be written, or another run has taken over.
        """
        self._lock.check()
        if not now and time.monotonic() - self._when < KEEP:
            return
        self._when = time.monotonic()
        new = index.since(self._kept)
        if new:
            number = int(self._journals[-1].partition(".")[0]) + 1 if self._journals else 1
            name = f"{number:09}.jsonl"
            self._put(self._at(JOURNAL, name), new)
            self._journals.append(name)
            self._kept += len(new)

    def bring(self, name: str) -> str:
        """A file of the output, fetched to this machine: its path.

        Raises:
            UnreadableError: it is not there.
        """
        path = os.path.join(self.folder, name)
        with told(f"{self.name}/{name}"):
            self._fs.get_file(self._at(name), path)
        return path

    def has(self, *folders: str) -> bool:
        """See :class:`kehoach.batch.store.Store`."""
        with told(self.name):
            return all(_exists(self._fs, self._at(name)) for name in folders)

    def is_complete(self) -> bool:
        """See :class:`kehoach.batch.store.Store`."""
        there = [COMPLETE, JSONL] if self.format == "jsonl" else [COMPLETE]
        with told(self.name):
            return all(_exists(self._fs, self._at(name)) for name in there)

    def begin(self) -> None:
        """See :class:`kehoach.batch.store.Store`."""
        self._remove(self._at(COMPLETE))

    def publish(self) -> None:
        """See :class:`kehoach.batch.store.Store`; the manifest comes last."""
        if self.format == "jsonl":
            self._upload(JSONL)
        if self.format == "parquet":
            for table in TABLES:
                names = sorted(os.listdir(os.path.join(self.folder, table)))
                for name in names:
                    self._upload(table, name)
                for name in self._names(table):
                    if name not in names and name.startswith("part-") and name.endswith(".parquet"):
                        self._remove(self._at(table, name))
        self._upload(MANIFEST)
        for name in self._journals:
            self._remove(self._at(JOURNAL, name))
        self._journals = []
        self._put(self._at(COMPLETE), b"")

    def _at(self, *names: str) -> str:
        return "/".join((self._path, *names))

    def _names(self, folder: str) -> list[str]:
        """The names of the files in one of the output's folders, in order."""
        with told(self.name):
            found = _listed(self._fs, self._at(folder))
            return sorted(path.rpartition("/")[2] for path, about in found if about["type"] == "file")

    def _put(self, path: str, content: bytes) -> None:
        put(self._fs, self._path, path, content, self.name)

    def _upload(self, *names: str) -> None:
        self._lock.check()
        local, path = os.path.join(self.folder, *names), self._at(*names)
        with told(self.name, writing=True), _whole(self._fs, self._path, path) as to:
            self._fs.put_file(local, to)

    def _remove(self, path: str) -> None:
        with told(self.name, writing=True), contextlib.suppress(FileNotFoundError):
            self._fs.rm_file(path)

    def _remove_folder(self, name: str) -> None:
        """Take away files of a run that was killed while they were not whole yet."""
        if _has_folders(self._fs):
            with told(self.name, writing=True), contextlib.suppress(FileNotFoundError):
                self._fs.rm(self._at(name), recursive=True)


def put(filesystem: Any, root: str, path: str, content: bytes, name: str) -> None:
    """Write a file below ``root``, whole or not at all.

    Args:
        filesystem: of fsspec.
        root: the output's path in it.
        path: of the file.
        content: of the file.
        name: the output, for people.

    Raises:
        OutputError: it cannot be written, or lies outside of ``root``.
    """
    if not path.startswith(f"{root}/") or {"", ".", ".."} & set(path[len(root) + 1 :].split("/")):
        raise OutputError("lies outside the output folder", name=shown(path))
    with told(name, writing=True), _whole(filesystem, root, path) as to:
        filesystem.pipe_file(to, content)


def put_output(settings: Settings, output: str, content: bytes) -> None:
    """Write what was read of one source; called by the processes that read.

    Raises:
        OutputError: it cannot be written.
    """
    filesystem, root = opened(settings.output)
    put(filesystem, root, f"{root}/{home_of(settings.format)}/{output}", content, shown(settings.output))


def remove_output(settings: Settings, output: str) -> None:
    """Take away what an earlier run has read of a source, where there is anything."""
    filesystem, root = opened(settings.output)
    with contextlib.suppress(Exception):  # it is not in the manifest any more
        filesystem.rm_file(f"{root}/{home_of(settings.format)}/{output}")


@contextlib.contextmanager
def _whole(filesystem: Any, root: str, path: str) -> Iterator[str]:
    """Where to write what shall be at ``path``: an object store takes it whole, elsewhere it is renamed."""
    if not _has_folders(filesystem):
        yield path
        return
    unfinished = f"{root}/{UNFINISHED}/{secrets.token_hex(8)}"
    filesystem.makedirs(unfinished.rpartition("/")[0], exist_ok=True)
    yield unfinished
    filesystem.makedirs(path.rpartition("/")[0], exist_ok=True)
    try:
        filesystem.mv(unfinished, path)
    except OSError:  # some do not rename onto a file
        filesystem.rm_file(path)
        filesystem.mv(unfinished, path)


def _trim(path: str) -> bool:
    """Whether the last line of a manifest was cut short, in a folder that was copied here; it is taken away."""
    if not os.path.exists(path):
        return False
    with open(path, "rb+") as file:
        end = at = file.seek(0, os.SEEK_END)
        while at and b"\n" not in (block := _block(file, at)):
            at -= len(block)
        at += block.rindex(b"\n") + 1 - len(block) if at else 0
        file.truncate(at)
    return at < end


def _block(file: BinaryIO, end: int) -> bytes:
    start = max(end - 65536, 0)
    file.seek(start)
    return file.read(end - start)


def _has_folders(filesystem: Any) -> bool:
    protocols = filesystem.protocol
    return not _WITH_FOLDERS.isdisjoint((protocols,) if isinstance(protocols, str) else protocols)


def _exists(filesystem: Any, path: str) -> bool:
    try:
        filesystem.info(path)
    except FileNotFoundError:
        return False
    return True


def _listed(filesystem: Any, folder: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Paths below ``folder`` and what is known of them; nothing where it is not there."""
    try:
        found = filesystem.ls(folder, detail=True, refresh=True)
    except FileNotFoundError:
        return
    filesystem.invalidate_cache()  # which would grow with the number of folders
    for about in found:
        if about["name"].rstrip("/") != folder and not about["name"].endswith("/"):
            yield about["name"], about
