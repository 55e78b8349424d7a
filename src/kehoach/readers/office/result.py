"""Blocks to a :class:`~kehoach.readers.source.SourceText`."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Sequence

from kehoach.readers.legacy import mistaken
from kehoach.readers.office.blocks import Block
from kehoach.readers.office.package import Job
from kehoach.readers.office.rendering import render
from kehoach.readers.source import SourceText, printable

# What no text file may hold: controls other than tab, line break and page break; halves of surrogate pairs.
_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ud800-\udfff\ufeff\u00ad\ufffc]")


def source_of(
    blocks: Sequence[Block], data: bytes, job: Job, media_type: str, encoding: str | None = None
) -> SourceText:
    """The source whose text is ``blocks`` printed; ``data`` is the file they were read from."""
    text = _CONTROLS.sub("", render(blocks))
    if found := mistaken(text):
        job.note("legacy-encoding", f"letters of fonts from before Unicode were read as {found[0]}")
        text = found[1]
    if not text.strip():
        job.refuse("holds no text", "where its pages are pictures, recognise their text first")
    return SourceText(
        text=text,
        name=printable(os.path.basename(job.name) or job.name),
        media_type=media_type,
        encoding=encoding,
        sha256=hashlib.sha256(data).hexdigest(),
        warnings=job.notes,
    )
