"""One file, or one data set, of what was read of each source, in the order of the sources."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator

import orjson

from kehoach.batch.index import Entry, Index
from kehoach.batch.settings import PARTS, UNFINISHED
from kehoach.writers.files import write_whole

JSONL = "plans.jsonl"

Advance = Callable[[], None]
Tell = Callable[[str], None]


def assemble(index: Index, format_: str, advance: Advance, tell: Tell) -> None:
    """Write ``plans.jsonl``, or the tables of a Parquet data set, of everything that is done.

    ``advance`` is called for each plan, and may raise to break off; ``tell`` is told of plans whose part is gone.

    Raises:
        OutputError: it cannot be written; then what was there before stays.
        MissingLibraryError: pyarrow is not installed.
    """
    unfinished = os.path.join(index.folder, UNFINISHED)
    if format_ == "jsonl":
        write_whole(os.path.join(index.folder, JSONL), _parts(index, advance, tell), sync=True, unfinished=unfinished)
        return
    from kehoach.batch.parquet import DataSet

    with DataSet(index.folder, unfinished) as data:
        for part in _parts(index, advance, tell):
            data.add(orjson.loads(part))
    data.publish()


def _parts(index: Index, advance: Advance, tell: Tell) -> Iterator[bytes]:
    for entry in index.all():
        if entry["status"] == "done":
            part = _part_of(index.folder, entry)
            if part is None:
                tell(f"{entry['source']}: what was read of it is gone or cut short; name it again to have it read anew")
            else:
                yield part
            advance()


def _part_of(folder: str, entry: Entry) -> bytes | None:
    """What was read of a source; ``None`` where it is not there, or not whole."""
    try:
        with open(os.path.join(folder, PARTS, *entry["output"].split("/")), "rb") as file:
            part = file.read()
    except OSError:
        return None
    return part if len(part) == entry["output_bytes"] else None
