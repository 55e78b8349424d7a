"""What goes to a process that reads, and what comes back."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

Status = Literal["done", "failed", "unchanged"]


@dataclass(slots=True)
class Task:
    """One file to read."""

    source: str
    """Its name in the manifest."""
    path: str
    """On this machine, or a URL."""
    output: str
    """Where its output goes, from the folder of outputs or of parts."""
    size: int
    """In bytes, before it is read; -1 where it cannot be asked for."""
    modified: int
    """In nanoseconds, before it is read."""
    etag: str | None = None
    """What the object store it lies in calls its content."""
    known: dict[str, Any] | None = None
    """Its entry of an earlier run under the same settings, where its output is still there."""
    deaths: int = 0
    """How many processes have died of it."""


@dataclass(slots=True)
class Outcome:
    """How it went with one file."""

    source: str
    status: Status = "failed"
    sha256: str | None = None
    output_bytes: int | None = None
    warnings: dict[str, int] = field(default_factory=dict)
    """Codes of warnings and how often each was given."""
    seconds: float = 0.0
    kind: str | None = None
    """``unreadable``, ``invalid``, ``output``, ``memory``, ``timeout``, ``killed`` or ``fault``."""
    error: str | None = None
    stops: bool = False
    """Whether the run cannot go on: the disk is full."""
