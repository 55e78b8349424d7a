"""The sources of a run and the manifest, in a database on disk: memory stays the same however many files there are.

``manifest.jsonl`` is the only thing that lasts: a line is added when a file is done, and the last line about a source
counts. The database is made of it anew in every run and has no name, so that nothing is left behind when a run is
killed. When a run is through, the manifest is written anew with one line a source, in their order.
"""

from __future__ import annotations

import contextlib
import io
import os
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import orjson

from kehoach.batch.listing import About, Found
from kehoach.batch.names import source_of
from kehoach.batch.settings import MANIFEST, UNFINISHED
from kehoach.errors import OutputError, UnreadableError
from kehoach.writers.files import write_whole

Entry = dict[str, Any]
"""A line of the manifest: source, sha256, bytes, modified, etag (of an object), output, output_bytes, status, warnings,
seconds, error, kind, made_with. ``status`` is ``done`` or ``failed``."""

_TABLES = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
CREATE TABLE listed (
    source TEXT PRIMARY KEY, path BLOB, relative BLOB, size INTEGER, modified INTEGER, etag TEXT
) WITHOUT ROWID;
CREATE TABLE entry (source TEXT PRIMARY KEY, at INTEGER, length INTEGER) WITHOUT ROWID;
"""


@dataclass(frozen=True, slots=True)
class Source:
    """One file of this run."""

    source: str
    """Its name in the manifest."""
    path: str
    relative: str
    about: About | None = None


class Index:
    """The manifest of one output folder, open for adding, and the sources of a run over it."""

    def __init__(self, folder: str, *, write: bool = True, name: str | None = None) -> None:
        """Open the manifest in ``folder``; without ``write`` it may be missing and nothing is changed.

        ``name`` is what people call the folder.

        Raises:
            OutputError: the manifest cannot be written.
            UnreadableError: it is there and is none.
        """
        self.folder = folder
        self.path = os.path.join(folder, MANIFEST)
        self.name = f"{name}/{MANIFEST}" if name and name != folder else self.path
        self._db = sqlite3.connect("", isolation_level=None)  # a nameless file that goes when it is closed
        self._db.executescript(_TABLES)
        self._db.execute("BEGIN")
        self._write = write
        self._file: io.FileIO | None = None
        try:
            if write:
                self._file = io.FileIO(self.path, "a+")
            elif os.path.exists(self.path):
                self._file = io.FileIO(self.path, "r")
        except OSError as error:
            raise OutputError(f"cannot be opened ({error.strerror})", name=self.name) from None
        try:
            self._load()
        except UnreadableError:
            self.close()
            raise

    def __enter__(self) -> Index:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of both files."""
        self._db.close()
        if self._file:
            self._file.close()

    def _load(self) -> None:
        """Know the entries there are; a last line that was cut short by the end of a run is taken away."""
        if self._file is None:
            return
        at, end = 0, os.fstat(self._file.fileno()).st_size
        with open(self.path, "rb") as file:
            for number, line in enumerate(file, 1):
                try:
                    source = orjson.loads(line)["source"] if line.endswith(b"\n") else None
                except (orjson.JSONDecodeError, KeyError, TypeError):
                    source = None
                if not isinstance(source, str):
                    if at + len(line) < end:
                        raise UnreadableError(
                            "is no line of a manifest", name=self.name, line=number,
                            hint="delete the line or name another folder",
                        )  # fmt: skip
                    break
                self._note(source, at, len(line))
                at += len(line)
        self._end = at
        if self._write and at < end:
            os.truncate(self.path, at)

    def _note(self, source: str, at: int, length: int) -> None:
        self._db.execute("INSERT OR REPLACE INTO entry VALUES (?, ?, ?)", (source, at, length))

    # The sources of this run

    def list(self, found: Iterator[Found], output: str) -> Iterator[int]:
        """Take in what was found, each file once; gives how many there are so far, now and then.

        ``output`` is the output of the run, which sources are called after.
        """
        count = 0
        for file in found:
            about = file.about
            known = (about.size, about.modified, about.etag) if about else (None, None, None)
            row = (source_of(file.path, output), os.fsencode(file.path), os.fsencode(file.relative), *known)
            count += self._db.execute("INSERT OR IGNORE INTO listed VALUES (?, ?, ?, ?, ?, ?)", row).rowcount
            if count % 256 == 0:
                yield count
        yield count

    def sources(self) -> Iterator[Source]:
        """The sources of this run, in their order."""
        last = ""
        while True:  # in pages, so that no cursor stays open while entries are noted
            rows = self._db.execute(
                "SELECT * FROM listed WHERE source > ? ORDER BY source LIMIT 500", (last,)
            ).fetchall()
            if not rows:
                return
            for source, path, relative, size, modified, etag in rows:
                about = None if size is None else About(size, modified, etag)
                yield Source(source, os.fsdecode(path), os.fsdecode(relative), about)
            last = rows[-1][0]

    # The manifest

    def get(self, source: str) -> Entry | None:
        """The last entry of a source."""
        row = self._db.execute("SELECT at, length FROM entry WHERE source = ?", (source,)).fetchone()
        return self._read(*row) if row else None

    def format(self) -> str | None:
        """What the outputs in the folder are; ``None`` where there are none."""
        row = self._db.execute("SELECT at, length FROM entry LIMIT 1").fetchone()
        return str(self._read(*row)["format"]) if row else None

    @property
    def done(self) -> int:
        """How many sources have been read, by this run and earlier ones."""
        return sum(entry["status"] == "done" for entry in self.all())

    def all(self) -> Iterator[Entry]:
        """The last entry of every source, in the order of the sources."""
        for row in self._db.execute("SELECT at, length FROM entry ORDER BY source"):
            yield self._read(*row)

    def _read(self, at: int, length: int) -> Entry:
        assert self._file is not None
        self._file.seek(at)
        entry: Entry = orjson.loads(self._file.read(length))
        return entry

    def add(self, entry: Entry) -> None:
        """Write down what came of a source.

        Raises:
            OutputError: the line cannot be written, and the manifest is as it was.
        """
        line = orjson.dumps(entry, option=orjson.OPT_APPEND_NEWLINE)
        assert self._file is not None
        try:
            written = self._file.write(line)
            if written != len(line):  # the disk ended in the middle of it
                raise OSError(28, os.strerror(28))
        except OSError as error:
            with contextlib.suppress(OSError):
                os.truncate(self.path, self._end)
            raise OutputError(f"cannot be written ({error.strerror})", name=self.path) from error
        self._note(entry["source"], self._end, len(line))
        self._end += len(line)

    def since(self, at: int) -> bytes:
        """What was added behind the first ``at`` bytes."""
        assert self._file is not None
        self._file.seek(at)
        return self._file.read(self._end - at) or b""

    def sync(self) -> None:
        """Have the disk keep what was written."""
        if self._file:
            os.fsync(self._file.fileno())

    def compact(self) -> None:
        """Write the manifest anew: one line a source, in their order.

        Raises:
            OutputError: it cannot be written; then it stays as it was.
        """
        lines = (orjson.dumps(entry, option=orjson.OPT_APPEND_NEWLINE) for entry in self.all())
        write_whole(self.path, lines, sync=True, unfinished=os.path.join(self.folder, UNFINISHED))
