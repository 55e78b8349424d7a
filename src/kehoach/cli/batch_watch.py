"""How a run over many files is told: a line a failure, progress on a terminal, a summary."""

from __future__ import annotations

import os
import sys
import time
from types import TracebackType
from typing import Any

from kehoach.batch.run import Summary
from kehoach.batch.settings import MANIFEST, Settings
from kehoach.cli.output import complain
from kehoach.readers.source import printable
from kehoach.remote import is_url, shown

_REFRESH = 0.2
"""Seconds between two pictures of the progress."""


class Watch:
    """Tells on standard error how a run goes; progress where that is a terminal, failures everywhere."""

    def __init__(self, *, quiet: bool = False) -> None:
        self._bar = None if quiet or not sys.stderr.isatty() or os.environ.get("TERM") == "dumb" else _bar()
        self._task: Any = None
        self._drawn = 0.0

    def __enter__(self) -> Watch:
        if self._bar:
            self._bar.start()
            self._task = self._bar.add_task("listing", total=None)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        if self._bar:
            self._bar.stop()

    def listed(self, files: int) -> None:
        """So many files were found so far."""
        if self._bar:
            self._bar.update(self._task, completed=files)
            self._draw()

    def began(self, files: int) -> None:
        """All files were found; reading begins."""
        self._stage("reading", files)

    def passed(self, status: str) -> None:
        """One file is through."""
        self.advanced()

    def failed(self, path: str, error: str) -> None:
        """One file could not be read."""
        self.told(f"{_short(path)}: {error}")

    def assembling(self, plans: int) -> None:
        """All files are through; the output is made of so many plans."""
        self._stage("writing", plans)

    def advanced(self) -> None:
        """One more is through."""
        if self._bar:
            self._bar.advance(self._task)
            self._draw()

    def told(self, line: str) -> None:
        """A line for people, above the progress."""
        if self._bar:
            self._bar.console.out("kehoach: " + " ".join(printable(line).split()), highlight=False)
        else:
            complain(line)

    def _stage(self, name: str, total: int) -> None:
        if self._bar:
            self._bar.remove_task(self._task)
            self._task = self._bar.add_task(name, total=total)

    def _draw(self) -> None:
        if self._bar and time.monotonic() - self._drawn > _REFRESH:
            self._drawn = time.monotonic()
            self._bar.refresh()


def _bar() -> Any:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, TextColumn, TimeRemainingColumn
    from rich.text import Text

    class Rate(ProgressColumn):
        """Files a second."""

        def render(self, task: Any) -> Text:
            return Text(f"{task.speed:.1f}/s" if task.speed else "")

    return Progress(
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), Rate(), TimeRemainingColumn(),
        console=Console(stderr=True), transient=True, auto_refresh=False,
    )  # fmt: skip


def told(summary: Summary, settings: Settings) -> list[str]:
    """The end of a run in words, the summary last."""
    lines = []
    if summary.interrupted:
        lines.append("interrupted; what was done is kept, run again to go on")
    elif summary.stopped:
        lines.append(f"stopped: {summary.stopped}; what was done is kept, run again to go on")
    counts = (
        (summary.done, "read"), (summary.unchanged, "unchanged since they were read"), (summary.failed, "failed"),
        (summary.failed_before, "failed before (--retry-failed tries them again)"), (summary.left, "left"),
    )  # fmt: skip
    said = ", ".join(f"{count:,} {word}" for count, word in counts if count)
    rate = f", {summary.done / summary.seconds:.1f} a second" if summary.done and summary.seconds else ""
    output = settings.output
    manifest = f"{shown(output)}/{MANIFEST}" if is_url(output) else _short(os.path.join(output, MANIFEST))
    lines.append(f"{summary.files:,} file{'s' * (summary.files != 1)}: {said or 'none'}{rate}; see {manifest}")
    return lines


def _short(path: str) -> str:
    """The path from where we are, where the file is below."""
    here = os.getcwd() + os.sep
    return path.removeprefix(here)
