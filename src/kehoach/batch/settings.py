"""What a run over many files is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from kehoach import __version__
from kehoach.readers.options import TIMEOUT, ReadOptions

FORMATS = ("yaml", "json", "jsonl", "parquet")
"""What a run writes: a file a plan (yaml, json), one file (jsonl), or tables (parquet)."""
ASSEMBLED = ("jsonl", "parquet")
"""Those that are made of parts when all plans are there."""

MANIFEST = "manifest.jsonl"
PARTS = ".parts"
"""The folder that holds what was read of each source, where the output is assembled from it."""
COMPLETE = ".complete"
"""A file that is there as long as the output is made of everything that the manifest has."""
UNFINISHED = ".unfinished"
"""The folder of files that are being written; what is in it when a run begins is rubbish."""


@dataclass(frozen=True, slots=True)
class Settings:
    """One run.

    Args:
        sources: files, folders and patterns such as ``plans/**/*.txt``, on this machine or named by URL.
        output: the folder that everything is written to, or a URL.
        include: patterns of which a file in a folder must match one; none for all files.
        exclude: patterns of which none may match a file or a folder.
        jobs: processes that read.
        timeout: seconds that one file may take.
        max_failures: the run stops when so many files have failed; ``None`` for never.
        engine: who hands out the files: this process, or a Dask cluster.
        scheduler: the address of the cluster's scheduler; ``None`` for a cluster on this machine.
        preload: modules that processes load before they read.
        temporary: the folder for temporary files of one process, removed when that ends; ``None`` for the system's.
    """

    sources: Sequence[str]
    output: str
    format: str = "yaml"
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    jobs: int = 1
    timeout: float = TIMEOUT
    retry_failed: bool = False
    max_failures: int | None = None
    options: ReadOptions = field(default_factory=ReadOptions)
    engine: Literal["local", "dask"] = "local"
    scheduler: str | None = None
    preload: tuple[str, ...] = ()
    temporary: str | None = None

    def for_one(self) -> Settings:
        """What one process of another machine must know."""
        return replace(self, sources=(), jobs=1)

    @property
    def made_with(self) -> str:
        """What an output depends on besides its source: where it differs, the source is read again."""
        options = self.options
        said = (f"{name}={getattr(options, name)}" for name in ("encoding", "max_pages", "ocr", "max_bytes"))
        return " ".join(["kehoach", __version__, self.format, *said])

    @property
    def assembled(self) -> bool:
        """Whether the output is made of parts when all are there."""
        return self.format in ASSEMBLED
