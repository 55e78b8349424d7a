"""One run at a time over an output in an object store, as far as such a store allows.

The lock is an object that tells who has it and is written again every minute. It is made with a request that fails
where it is there already, which S3, Google Cloud Storage and most servers like them know; a server that does not know
it lets two runs begin within the same moment. A lock that was not written for :data:`LEASE` seconds is taken over.
"""

from __future__ import annotations

import contextlib
import json
import os
import platform
import secrets
import sys
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

from kehoach.errors import OutputError
from kehoach.remote import told

RENEW = 60.0
"""Seconds between two signs of life."""
LEASE = 300.0
"""Seconds without one after which a run counts as gone."""


class RemoteLock:
    """The lock at ``path`` of an fsspec file system, ``url`` for people."""

    def __init__(
        self, filesystem: Any, path: str, url: str, write: Callable[[str, bytes], None], renew: float = RENEW
    ) -> None:
        self._fs, self._path, self._url, self._write, self._renew = filesystem, path, url, write, renew
        self._me = {"run": secrets.token_hex(8), "machine": _machine(), "process": os.getpid()}
        self._lost: str | None = None

    @contextlib.contextmanager
    def held(self) -> Iterator[None]:
        """Have the lock.

        Raises:
            OutputError: another run has it, or nothing can be written there.
        """
        self._take()
        stop = threading.Event()
        thread = threading.Thread(target=self._live, args=(stop,), daemon=True)
        thread.start()
        try:
            yield
        finally:
            stop.set()
            thread.join()
            with contextlib.suppress(Exception):  # it is of no use to anyone, and runs out by itself
                if self._is_mine():
                    self._fs.rm_file(self._path)

    def check(self) -> None:
        """Go on only while nobody else has taken the lock.

        Raises:
            OutputError: somebody has.
        """
        if self._lost:
            raise OutputError(self._lost, name=self._url)

    def _take(self) -> None:
        found = self._read()
        if found is not None:
            if not _is_gone(found):
                raise self._taken(found)
            with told(self._url, writing=True), contextlib.suppress(FileNotFoundError):
                self._fs.rm_file(self._path)
        with told(self._url, writing=True):
            try:
                self._fs.pipe_file(self._path, self._sign(), mode="create")
            except FileExistsError:
                raise self._taken(self._read() or {}) from None
        if not self._is_mine():
            raise self._taken(self._read() or {})

    def _read(self) -> dict[str, Any] | None:
        """What the lock tells; ``None`` where there is none."""
        with told(self._url, writing=True):
            try:
                found = json.loads(self._fs.cat_file(self._path))
            except FileNotFoundError:
                return None
            except ValueError:
                found = {}
        return found if isinstance(found, dict) else {}

    def _is_mine(self) -> bool:
        return (self._read() or {}).get("run") == self._me["run"]

    def _sign(self) -> bytes:
        return json.dumps({**self._me, "renewed": time.time()}).encode()

    def _taken(self, found: dict[str, Any]) -> OutputError:
        ago = max(time.time() - _number(found.get("renewed")), 0)
        who = f"process {found.get('process')} on {str(found.get('machine')).partition(' ')[0]}" if found else "unknown"
        return OutputError(
            f"another run is writing here ({who}, last heard of {ago:.0f} seconds ago)", name=self._url,
            hint=f"wait for it to end; where it was killed, delete the lock or wait {LEASE:.0f} seconds",
        )  # fmt: skip

    def _live(self, stop: threading.Event) -> None:
        """Give a sign of life now and then; notice where another run has taken over."""
        while not stop.wait(self._renew):
            try:
                if not self._is_mine():
                    self._lost = "another run has taken over"
                    return
                self._write(self._path, self._sign())
            except Exception:  # noqa: BLE001, S112 - the run itself tells when the place is away
                continue


def _machine() -> str:
    """This machine, and on Linux the room of its process numbers: two containers may have the same name."""
    room = ""
    with contextlib.suppress(OSError):
        room = os.readlink("/proc/self/ns/pid")
    return f"{platform.node()} {room}"


def _is_gone(found: dict[str, Any]) -> bool:
    """Whether the run that wrote this has ended without taking its lock away."""
    if not found:  # it cannot be read: nobody knows
        return False
    if time.time() - _number(found.get("renewed")) > LEASE:
        return True
    if sys.platform == "win32" or found.get("machine") != _machine() or not _number(found.get("process")):
        return False
    try:
        os.kill(int(_number(found["process"])), 0)
    except ProcessLookupError:
        return True
    except OSError:
        return False
    return False


def _number(value: Any) -> float:
    return float(value) if isinstance(value, int | float) else 0.0
