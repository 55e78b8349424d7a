"""Runs over many files for tests, and processes that go wrong on purpose."""

from __future__ import annotations

import errno
import json
import os
import signal
import tempfile
import time
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from kehoach.batch import Settings
from kehoach.batch.pool import Life
from kehoach.batch.run import Summary, run
from kehoach.batch.serve import serve
from kehoach.batch.task import Outcome, Task
from kehoach.errors import OutputError

TEXT = """KẾ HOẠCH
Trồng cây năm 2031

I. NHIỆM VỤ
1. Sở Xây dựng trồng {number} cây trước ngày 15/6/2031
2. Chăm sóc cây
"""


class Watch:
    """Keeps what it is told."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.statuses: list[str] = []

    def listed(self, files: int) -> None: ...
    def began(self, files: int) -> None: ...
    def assembling(self, plans: int) -> None: ...
    def advanced(self) -> None: ...

    def passed(self, status: str) -> None:
        self.statuses.append(status)

    def failed(self, path: str, error: str) -> None:
        self.lines.append(f"{path}: {error}")

    def told(self, line: str) -> None:
        self.lines.append(line)


def make(folder: Path, number: int, first: int = 0) -> Path:
    """``number`` small plans in ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    for i in range(first, first + number):
        (folder / f"{i:04}.txt").write_text(TEXT.format(number=100 + i), "utf-8")
    return folder


def batch(source: Path, output: Path | str, life: Life = serve, **asked: Any) -> Summary:
    """A run inside this process, but for those that read."""
    sources, watch = asked.pop("sources", [str(source)]), asked.pop("watch", Watch())
    return run(Settings(sources, str(output), **asked), watch, life)


def manifest(output: Path) -> dict[str, dict[str, Any]]:
    """The last entry of every source, by the source's name."""
    lines = (output / "manifest.jsonl").read_text("utf-8").splitlines()
    return {entry["source"]: entry for entry in map(json.loads, lines)}


def outputs(folder: Path) -> dict[str, bytes]:
    """Every output below ``folder`` by its path, the manifest and what is hidden left out."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != "manifest.jsonl" and not any(p.startswith(".") for p in path.parts)
    }


def serve_with_faults(tasks: Connection, settings: Settings) -> None:
    """Read as always, but for files whose names say what goes wrong with them."""
    import kehoach.batch.work as module

    well = module.work

    def work(task: Task, settings: Settings) -> Outcome:
        name = os.path.basename(task.path)
        if "litter" in name:
            tempfile.mkdtemp()
            _count(settings, name)
        if "poison" in name:
            os.kill(os.getpid(), signal.SIGKILL)
        if "crash" in name and not _seen(settings, name):
            os.kill(os.getpid(), signal.SIGSEGV)
        if "hang" in name:
            while True:
                time.sleep(60)
        if "full" in name:
            outcome = Outcome(task.source, stops=True, kind="output")
            outcome.error = str(OutputError(f"cannot be written ({os.strerror(errno.ENOSPC)})", name=task.output))
            return outcome
        return well(task, settings)

    module.work = work
    serve(tasks, settings)


def _count(settings: Settings, name: str) -> None:
    """Note that temporary files were made, in the folder that the process has for them."""
    note = Path(settings.output) / f".{name}"
    assert settings.temporary
    assert tempfile.gettempdir() == os.environ["TMPDIR"] == settings.temporary
    note.write_text(str(len(list(Path(settings.temporary).iterdir())) + int(note.read_text() if note.exists() else 0)))


def _seen(settings: Settings, name: str) -> bool:
    """Whether this is asked for the second time."""
    mark = Path(settings.output) / f".{name}"
    if mark.exists():
        return True
    mark.touch()
    return False


def serve_nothing(tasks: Connection, settings: Settings) -> None:
    """A process that cannot even start."""
    os._exit(3)
