"""One file, or one data set, of what was read of each source, in the order of the sources."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator

import orjson

from kehoach.batch.index import Index
from kehoach.batch.settings import UNFINISHED
from kehoach.batch.store import JSONL, Store
from kehoach.writers.files import write_whole

Advance = Callable[[], None]
Tell = Callable[[str], None]


def assemble(index: Index, store: Store, format_: str, advance: Advance, tell: Tell) -> None:
    """Write ``plans.jsonl``, or the tables of a Parquet data set, of everything that is done, on this machine.

    ``advance`` is called for each plan, and may raise to break off; ``tell`` is told of plans whose part is gone.

    Raises:
        OutputError: it cannot be written; then what was there before stays.
        UnreachableError: the place that holds what was read of each source is away.
        MissingLibraryError: pyarrow is not installed.
    """
    unfinished = os.path.join(index.folder, UNFINISHED)
    if format_ == "jsonl":
        write_whole(
            os.path.join(index.folder, JSONL), _parts(index, store, advance, tell), sync=True, unfinished=unfinished
        )
        return
    from kehoach.batch.parquet import DataSet

    with DataSet(index.folder, unfinished) as data:
        for part in _parts(index, store, advance, tell):
            data.add(orjson.loads(part))
    data.publish()


def _parts(index: Index, store: Store, advance: Advance, tell: Tell) -> Iterator[bytes]:
    done = (entry for entry in index.all() if entry["status"] == "done")
    for entry, part in store.contents(done):
        if part is None:
            tell(f"{entry['source']}: what was read of it is gone or cut short; name it again to have it read anew")
        else:
            yield part
        advance()
