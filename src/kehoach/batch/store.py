"""Where the output of a run is kept: a folder of this machine, or a place named by URL.

The process that was started keeps the manifest in a folder of this machine and puts there together what is made of all
plans. Where the output is a folder, that is the same folder and nothing is left to do; otherwise
:class:`kehoach.batch.remote_store.RemoteStore` brings and fetches.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import time
from collections.abc import Iterator
from typing import Protocol

from kehoach.batch.index import Entry, Index
from kehoach.batch.lock import locked
from kehoach.batch.settings import ASSEMBLED, COMPLETE, PARTS, UNFINISHED, Settings
from kehoach.errors import OutputError
from kehoach.remote import is_url
from kehoach.writers.files import write_whole

JSONL = "plans.jsonl"
_SYNC = 2.0
"""Seconds after which the disk is asked to keep the manifest."""


class Store(Protocol):
    """The output of a run."""

    folder: str
    """On this machine: holds the manifest, and what is made of all plans."""
    name: str
    """What people call the output."""
    format: str
    """Of the output, one of :data:`kehoach.batch.FORMATS`."""

    def close(self) -> None:
        """Let go of it."""

    def held(self) -> contextlib.AbstractContextManager[None]:
        """Be the only run that writes to it, and have its manifest in :attr:`folder`."""

    def fetch(self) -> None:
        """Have its manifest in :attr:`folder`, for reading only."""

    def size_of(self, output: str) -> int | None:
        """The size of one of the outputs (or parts) of single plans, in bytes; ``None`` where it is not there."""

    def contents(self, entries: Iterator[Entry], *, edited: bool = False) -> Iterator[tuple[Entry, bytes | None]]:
        """What was read of each source; ``None`` where it is gone, or has another size, unless ``edited``."""

    def bring(self, name: str) -> str:
        """The path, on this machine, of a file of the output."""

    def has(self, *folders: str) -> bool:
        """Whether the output has all of these folders."""

    def keep(self, index: Index, *, now: bool = False) -> None:
        """Have the manifest outlast what may befall this machine's memory; at intervals, unless ``now``."""

    def is_complete(self) -> bool:
        """Whether the output was made of everything that the manifest has."""

    def begin(self) -> None:
        """From now on it is not: something is added to the manifest."""

    def publish(self) -> None:
        """Everything is in :attr:`folder`: the output is made of everything again."""


def store_of(settings: Settings) -> Store:
    """The output that ``settings`` name.

    Raises:
        KehoachError: a library for its URL is missing, or it cannot be reached.
    """
    if is_url(settings.output):
        from kehoach.batch.remote_store import RemoteStore

        return RemoteStore(settings)
    return LocalStore(settings)


def home_of(format_: str) -> str:
    """The folder, within the output, of the outputs of single plans, or of the parts of one output."""
    return PARTS if format_ in ASSEMBLED else "plans"


class LocalStore:
    """A folder of this machine."""

    def __init__(self, settings: Settings) -> None:
        self.folder = self.name = settings.output
        self.format = settings.format
        self._synced = 0.0

    def close(self) -> None:
        """Nothing is held."""

    @contextlib.contextmanager
    def held(self) -> Iterator[None]:
        """See :class:`Store`; rubbish of a run that was killed is taken away.

        Raises:
            OutputError: the folder cannot be written to, or another run has it.
        """
        unfinished = os.path.join(self.folder, UNFINISHED)
        try:
            os.makedirs(self.folder, exist_ok=True)
        except OSError as error:
            raise OutputError(f"cannot be made ({error.strerror})", name=self.folder) from error
        with locked(self.folder):
            shutil.rmtree(unfinished, ignore_errors=True)
            os.makedirs(unfinished, exist_ok=True)
            yield
            shutil.rmtree(unfinished, ignore_errors=True)

    def fetch(self) -> None:
        """The manifest is there."""

    def size_of(self, output: str) -> int | None:
        """See :class:`Store`."""
        try:
            return os.stat(os.path.join(self.folder, home_of(self.format), *output.split("/"))).st_size
        except OSError:
            return None

    def contents(self, entries: Iterator[Entry], *, edited: bool = False) -> Iterator[tuple[Entry, bytes | None]]:
        """See :class:`Store`."""
        for entry in entries:
            try:
                with open(os.path.join(self.folder, home_of(self.format), *entry["output"].split("/")), "rb") as file:
                    content = file.read()
            except OSError:
                yield entry, None
            else:
                yield entry, content if edited or len(content) == entry["output_bytes"] else None

    def bring(self, name: str) -> str:
        """See :class:`Store`."""
        return os.path.join(self.folder, name)

    def has(self, *folders: str) -> bool:
        """See :class:`Store`."""
        return all(os.path.isdir(os.path.join(self.folder, name)) for name in folders)

    def keep(self, index: Index, *, now: bool = False) -> None:
        """See :class:`Store`."""
        clock = time.monotonic()
        if now or clock - self._synced > _SYNC:
            index.sync()
            self._synced = clock

    def is_complete(self) -> bool:
        """See :class:`Store`."""
        there = JSONL if self.format == "jsonl" else "plans"
        return all(os.path.exists(os.path.join(self.folder, name)) for name in (COMPLETE, there))

    def begin(self) -> None:
        """See :class:`Store`."""
        with contextlib.suppress(FileNotFoundError):
            os.unlink(os.path.join(self.folder, COMPLETE))

    def publish(self) -> None:
        """See :class:`Store`."""
        write_whole(os.path.join(self.folder, COMPLETE), [])
