"""Rows to Parquet files and back, through pyarrow."""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import date
from types import TracebackType
from typing import Any

from kehoach.batch.rows import TABLES, columns_of
from kehoach.errors import MissingLibraryError, OutputError, UnreadableError
from kehoach.remote import is_url, opened, told
from kehoach.tables import Column, Row

try:
    import pyarrow as pa
    import pyarrow.dataset as ds
    import pyarrow.parquet as pq
except ImportError:
    raise MissingLibraryError("pyarrow", "parquet", "writes and reads Parquet files") from None

_GROUP = 20_000
"""Rows that are held before they are written."""
_DAYS = ("first_day", "last_day")
_FRACTIONS = ("value", "value_max")


def schema_of(table: str) -> Any:
    """The Arrow schema of one of the tables: days are dates, counts whole numbers, codes and other texts strings."""
    return pa.schema([pa.field(column.key, _type(column)) for column in columns_of(table)])


def _type(column: Column) -> Any:
    if column.key in _DAYS:
        return pa.date32()
    if column.type == "list":
        return pa.list_(pa.string())
    if column.type == "flag":
        return pa.bool_()
    if column.type in ("number", "money"):
        return pa.float64() if column.key in _FRACTIONS or column.type == "money" else pa.int64()
    return pa.string()


class DataSet:
    """A data set that is being written: a folder a table, in files of so many plans.

    What is written goes to the folder ``unfinished`` first; :meth:`publish` puts it in the place of what was there.
    """

    def __init__(self, folder: str, unfinished: str, plans_a_file: int = 50_000) -> None:
        self._folder, self._unfinished = folder, unfinished
        self._plans_a_file, self._plans = plans_a_file, 0
        self._schemas = {table: schema_of(table) for table in TABLES}
        self._rows: dict[str, list[Row]] = {table: [] for table in TABLES}
        self._writers: dict[str, Any] = {}
        self._names: list[str] = []

    def __enter__(self) -> DataSet:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        try:
            if error is None:
                self._next_file()
        except OSError as failure:
            raise OutputError(f"cannot be written ({failure.strerror})", name=self._folder) from failure
        finally:
            for writer in self._writers.values():
                writer.close()

    def add(self, tables: dict[str, list[Row]]) -> None:
        """Add the rows of one plan.

        Raises:
            OutputError: they cannot be written.
        """
        try:
            for table, rows in tables.items():
                held = self._rows[table]
                held += rows
                if len(held) >= _GROUP:
                    self._flush(table)
            self._plans += 1
            if self._plans % self._plans_a_file == 0:
                self._next_file()
        except OSError as error:
            raise OutputError(f"cannot be written ({error.strerror or error})", name=self._folder) from error

    def publish(self) -> None:
        """Put the new files in the place of the old ones; to be called when all is written.

        Raises:
            OutputError: a file cannot be put in its place.
        """
        try:
            for table in TABLES:
                folder = os.path.join(self._folder, table)
                os.makedirs(folder, exist_ok=True)
                for name in self._names:
                    os.replace(os.path.join(self._unfinished, f"{table}-{name}"), os.path.join(folder, name))
                for name in sorted(set(os.listdir(folder)) - set(self._names)):
                    if name.startswith("part-") and name.endswith(".parquet"):
                        os.unlink(os.path.join(folder, name))
        except OSError as error:
            raise OutputError(f"cannot be written ({error.strerror})", name=self._folder) from error

    def _next_file(self) -> None:
        if self._plans == 0 and self._names:
            return
        for table in TABLES:
            self._flush(table)  # also where it is empty: every table has a file
        for writer in self._writers.values():
            writer.close()
        for table in self._writers:
            _sync(self._path(table))
        self._names.append(self._name())
        self._writers, self._plans = {}, 0

    def _flush(self, table: str) -> None:
        schema = self._schemas[table]
        if table not in self._writers:
            self._writers[table] = pq.ParquetWriter(self._path(table), schema, compression="zstd")
        self._writers[table].write_table(table_of(self._rows[table], schema))
        self._rows[table].clear()

    def _path(self, table: str) -> str:
        return os.path.join(self._unfinished, f"{table}-{self._name()}")

    def _name(self) -> str:
        return f"part-{len(self._names):05}.parquet"


def dataset_of(folder: str) -> Any:
    """The table in ``folder``, which may be a URL, as an Arrow data set, which is read as far as it is asked for.

    Raises:
        UnreadableError: a file in it cannot be read.
    """
    filesystem = None
    if is_url(folder):
        filesystem, folder = opened(folder)
        with told(folder):
            names = [path.rpartition("/")[2] for path in filesystem.ls(folder, detail=False)]
    else:
        names = os.listdir(folder)
    names = sorted(name for name in names if name.startswith("part-") and name.endswith(".parquet"))
    try:
        return ds.dataset([f"{folder}/{name}" for name in names], filesystem=filesystem, format="parquet")
    except (OSError, pa.ArrowException, ValueError) as error:
        raise UnreadableError(f"cannot be read ({' '.join(str(error).split())[:200]})", name=folder) from None


def table_of(rows: Iterable[Row], schema: Any) -> Any:
    """Rows as an Arrow table."""
    days = [key for key in _DAYS if key in schema.names]
    return pa.Table.from_pylist([{**row, **{key: _day(row[key]) for key in days}} for row in rows], schema)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _sync(path: str) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
