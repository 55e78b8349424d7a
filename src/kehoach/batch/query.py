"""SQL over what a run has written, through DuckDB: reading only, and nothing but the tables of that run.

The tables are handed to DuckDB as Arrow data sets. It opens no file and no connection by itself: access from SQL to
files, the network and extensions is off before the first query, and cannot be switched on again.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import tempfile
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import orjson

from kehoach.batch.index import Index
from kehoach.batch.parquet import DataSet, dataset_of
from kehoach.batch.rows import TABLES, rows_of
from kehoach.batch.settings import COMPLETE, Settings
from kehoach.batch.store import JSONL, Store, store_of
from kehoach.collation import letters
from kehoach.errors import MissingLibraryError, QueryError, UnreadableError
from kehoach.models.check import checked
from kehoach.remote import is_url
from kehoach.tables import Column, Table

try:
    import duckdb
except ImportError:
    raise MissingLibraryError("DuckDB", "query", "answers questions in SQL") from None

_SETTINGS: dict[str, Any] = {
    "enable_external_access": "false",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "python_enable_replacements": "false",  # tables are those of the run, not what variables are called here
}
_READING = ("SELECT", "EXPLAIN")
# Capitals, accents and đ do not count: plain('Đồng Nai') is 'dong nai'.
_PLAIN = "CREATE MACRO plain(words) AS replace(strip_accents(lower(words)), 'đ', 'd')"
# ORDER BY alphabetical(plan_province): syllable by syllable, letters first, then tones.
_ALPHABETICAL = """CREATE MACRO alphabetical(words) AS list_transform(
    string_split(trim(regexp_replace(nfc_normalize(lower(words)), '[^\\p{{L}}\\p{{N}}]+', ' ', 'g')), ' '),
    lambda syllable: translate(syllable, '{letters}', '{ranks}') || ' '
        || regexp_replace(translate(syllable, '{letters}', '{tones}'), '[^\\x01-\\x06]', '', 'g'))"""


def _alphabetical() -> str:
    """The macro, which knows every letter's place in the alphabet and its tone."""
    found = letters()
    return _ALPHABETICAL.format(
        letters="".join(found),
        ranks="".join(chr(0x41 + rank) for rank, _ in found.values()),
        tones="".join(chr(tone + 1) for _, tone in found.values()),
    )


@contextlib.contextmanager
def opened(folder: str) -> Iterator[Any]:
    """A DuckDB connection with a table for each of :data:`kehoach.batch.rows.TABLES`.

    Args:
        folder: what a run wrote to, in any format, or its URL. Parquet is read where it is; of other formats the tables
            are made first, in the system's folder for temporary files.

    Raises:
        UnreadableError: ``folder`` holds nothing of a run, or what it holds cannot be read.
    """
    with contextlib.ExitStack() as stack:
        tables = _tables(folder, stack)
        connection = stack.enter_context(duckdb.connect(":memory:", config=_SETTINGS))
        for name in TABLES:
            connection.register(name, dataset_of(f"{tables}/{name}"))
        connection.execute(_PLAIN)
        connection.execute(_alphabetical())
        connection.execute("SET lock_configuration = true")
        yield connection


def is_complete(folder: str) -> bool:
    """Whether the run over ``folder`` came through."""
    if is_url(folder):
        with contextlib.closing(store_of(Settings((), folder))) as store:
            return store.is_complete()
    return os.path.exists(os.path.join(folder, COMPLETE))


def ask(connection: Any, sql: str) -> Table:
    """The answer to one question.

    Raises:
        QueryError: it is not one question that only reads, or DuckDB does not understand it.
    """
    try:
        statements = connection.extract_statements(sql)
        if len(statements) != 1:
            raise QueryError(f"there are {len(statements)} statements", hint="ask one question at a time")
        kind = statements[0].type.name
        if kind not in _READING:
            raise QueryError(f"{kind} is not for reading", hint="ask with SELECT")
        connection.execute(statements[0])
        names = _once([column[0] for column in connection.description])
        rows = [dict(zip(names, map(_plain, row), strict=True)) for row in connection.fetchall()]
    except duckdb.Error as error:
        raise QueryError(str(error).partition("\n\n")[0], hint=_hint(sql, str(error))) from None
    return Table("answer", tuple(_column(name, [row[name] for row in rows]) for name in names), rows, 1)


def _hint(sql: str, error: str) -> str | None:
    """What to try, where SQL's own word BY stands for the column."""
    if error.startswith("Parser Error") and _BARE_BY.search(sql):
        return 'the column by is written "by"'
    return None


_BARE_BY = re.compile(r"(?<!order)(?<!group)(?<!partition)\sby\b", re.IGNORECASE)


def _tables(folder: str, stack: contextlib.ExitStack) -> str:
    """The folder that holds the tables as Parquet."""
    if not is_url(folder) and not os.path.isdir(folder):
        what = "is a file, no folder" if os.path.exists(folder) else "no such folder"
        raise UnreadableError(what, name=folder, hint="name one that 'kehoach batch' has written to")
    store = stack.enter_context(contextlib.closing(store_of(Settings((), folder))))
    store.fetch()
    index = stack.enter_context(Index(store.folder, write=False, name=store.name))
    format_ = index.format()
    if format_ is None:
        raise UnreadableError("holds no plans", name=folder, hint="name a folder that 'kehoach batch' has written to")
    store.format = format_
    if format_ == "parquet":
        if not store.has(*TABLES):
            raise UnreadableError("holds no tables yet", name=store.name, hint="let 'kehoach batch' run to its end")
        return folder
    tables = stack.enter_context(tempfile.TemporaryDirectory(prefix="kehoach-"))
    with DataSet(tables, tables) as data:
        for source, plan in _plans(index, store):
            data.add(rows_of(plan, source))
    data.publish()
    return tables


def _plans(index: Index, store: Store) -> Iterator[tuple[str, dict[str, Any]]]:
    """The plans of a run with their sources."""
    if store.format == "jsonl":
        yield from _lines(index, store)
        return
    done = (entry for entry in index.all() if entry["status"] == "done")
    for entry, content in store.contents(done, edited=True):
        path = f"{store.name}/plans/{entry['output']}"
        if content is None:
            raise UnreadableError("is gone", name=path, hint="run 'kehoach batch' again")
        yield entry["source"], checked(_plan_in(content, path), path)


def _lines(index: Index, store: Store) -> Iterator[tuple[str, dict[str, Any]]]:
    """Plans of JSON Lines; their sources are those with the same content."""
    path = store.bring(JSONL)
    sources: dict[str, list[str]] = {}
    for entry in index.all():
        if entry["status"] == "done":
            sources.setdefault(entry["sha256"], []).append(entry["source"])
    try:
        with open(path, "rb") as file:
            for line in file:
                plan = checked(orjson.loads(line), path)
                same = sources.get(plan["source"]["sha256"], [])
                yield same.pop(0) if same else plan["source"]["name"], plan
    except OSError:
        raise UnreadableError("holds no plans yet", name=path, hint="let 'kehoach batch' run to its end") from None
    except orjson.JSONDecodeError as error:
        raise UnreadableError(f"is no JSON ({error.msg})", name=path) from None


def _plan_in(data: bytes, path: str) -> Any:
    import yaml

    try:
        if path.endswith(".json"):
            return orjson.loads(data)
        return yaml.load(data, getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - safe, both
    except (ValueError, yaml.YAMLError) as error:
        raise UnreadableError(
            f"is damaged ({error})", name=path, hint="delete it and run 'kehoach batch' again"
        ) from None


def _once(names: list[str]) -> list[str]:
    """Names of columns, those that come again numbered: text, text_2."""
    out: list[str] = []
    for name in names:
        number, new = 2, name
        while new in out:
            new, number = f"{name}_{number}", number + 1
        out.append(new)
    return out


def _plain(value: Any) -> Any:
    """A value of DuckDB as JSON has it: days and times as text, fractions as numbers."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return value if -(2**63) <= value < 2**63 else str(value)
    if value is None or isinstance(value, str | bool | float):
        return value
    if isinstance(value, list | tuple):
        return [_plain(part) for part in value]
    if isinstance(value, dict):
        return json.dumps({str(key): _plain(part) for key, part in value.items()}, ensure_ascii=False)
    return value.isoformat() if isinstance(value, date) else str(value)


def _column(name: str, values: list[Any]) -> Column:
    given = [value for value in values if value is not None]
    number = bool(given) and all(isinstance(value, int | float) and not isinstance(value, bool) for value in given)
    longest = max((len(str(value)) for value in given), default=1)
    return Column(name, name, "number" if number else "text", width=min(max(longest, len(name), 6), 60))
