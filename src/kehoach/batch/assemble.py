"""One file, or one data set, of what was read of each source, in the order of the sources."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator

import orjson

from kehoach.batch.index import Entry, Index
from kehoach.batch.settings import PARTS, UNFINISHED
from kehoach.errors import OutputError
from kehoach.writers.files import write_whole

JSONL = "plans.jsonl"

Advance = Callable[[], None]


def assemble(index: Index, format_: str, advance: Advance) -> None:
    """Write ``plans.jsonl``, or the tables of a Parquet data set, of everything that is done.

    ``advance`` is called for each plan.

    Raises:
        OutputError: it cannot be written, or a part is gone; then what was there before stays.
        MissingLibraryError: pyarrow is not installed.
    """
    unfinished = os.path.join(index.folder, UNFINISHED)
    if format_ == "jsonl":
        write_whole(os.path.join(index.folder, JSONL), _parts(index, advance), sync=True, unfinished=unfinished)
        return
    from kehoach.batch.parquet import DataSet

    with DataSet(index.folder, unfinished) as data:
        for part in _parts(index, advance):
            data.add(orjson.loads(part))
    data.publish()


def _parts(index: Index, advance: Advance) -> Iterator[bytes]:
    for entry in index.all():
        if entry["status"] == "done":
            yield part_of(index.folder, entry)
            advance()


def part_of(folder: str, entry: Entry) -> bytes:
    """What was read of a source.

    Raises:
        OutputError: the part is gone, or cut short.
    """
    path = os.path.join(folder, PARTS, *entry["output"].split("/"))
    try:
        with open(path, "rb") as file:
            part = file.read()
    except OSError as error:
        raise OutputError(f"is gone ({error.strerror}); run again to make it anew", name=path) from error
    if len(part) != entry["output_bytes"]:
        raise OutputError("is cut short; run again to make it anew", name=path)
    return part
