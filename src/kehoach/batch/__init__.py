"""Many files at once: listed, read by several processes, written so that a run can break off anywhere and go on.

    >>> from kehoach.batch import Settings
    >>> Settings(["plans"], "out", format="parquet", jobs=2).format
    'parquet'

:func:`kehoach.batch.run.run` does the work. The rooms:

- ``listing``: what there is to read, one file after the other;
- ``names``: what a source is called in the manifest, and what its output is called;
- ``index``: the sources and the manifest in a database on disk, so that memory does not grow with them;
- ``pool``: processes that may hang or die without taking more than their own file with them;
- ``cluster``: the same on the machines of a Dask cluster;
- ``store``, ``remote_store``, ``remote_lock``, ``remote_listing``: the output in a folder, or in a place named by URL;
- ``work``: what such a process does with one file;
- ``assemble``, ``rows``, ``parquet``: one JSON Lines file or a Parquet data set out of what was read;
- ``query``: SQL over what a run has written.
"""

from __future__ import annotations

from kehoach.batch.settings import FORMATS, Settings

__all__ = ["FORMATS", "Settings"]
