"""Tables as the content of a file: one module a format, each with ``dump(tables, style)``.

Formats are rows of :data:`FORMATS`; a module, and the library behind it, is loaded when its format is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any, Literal, Protocol

from kehoach.tables import Table

Language = Literal["en", "vi"]


@dataclass(frozen=True, slots=True)
class Format:
    """What the command line must know about a format before it loads it."""

    endings: tuple[str, ...] = ()
    """Of its files, the usual one first."""
    binary: bool = False
    """Whether a terminal cannot show it."""
    several: bool = False
    """Whether it holds tables of several kinds."""
    for_people: bool = False
    """Whether it leaves out columns that say nothing: who reads it by eye does not miss them, programs would."""
    language: Language | None = "en"
    """That of the heads and codes unless another is asked for; ``None`` where there are none to choose."""
    kinds: tuple[str, ...] = ("assignments",)
    """The tables it holds unless others are asked for; none for all of them."""


FORMATS: dict[str, Format] = {
    "table": Format(several=True, for_people=True),
    "csv": Format((".csv",)),
    "tsv": Format((".tsv", ".tab")),
    "json": Format((".json",), several=True, language=None),
    "jsonl": Format((".jsonl", ".ndjson"), language=None),
    "xlsx": Format((".xlsx",), binary=True, several=True, for_people=True, language="vi", kinds=()),
    "md": Format((".md", ".markdown"), several=True, for_people=True),
    "ics": Format((".ics",), language=None, kinds=("deadlines",)),
}
"""The formats of tables, by name."""


@dataclass(frozen=True, slots=True)
class Style:
    """How tables are written."""

    language: Language = "en"
    """'en': heads are the columns' keys, codes as in the plan format; 'vi': both in Vietnamese."""
    bom: bool = False
    """Whether CSV and TSV begin with a byte order mark, by which Excel knows UTF-8."""
    width: int = 80
    """Of a table on a terminal, in letters."""
    colour: bool = False
    """Whether a terminal shows colours."""
    periods: bool = False
    """Whether a calendar shows months and quarters as spans of days."""
    note: Callable[[str], None] = lambda text: None
    """Told what the format had to leave out."""


class TableWriter(Protocol):
    """What a module of this package offers."""

    def dump(self, tables: Sequence[Table], style: Style) -> str | bytes:
        """``tables`` as a whole file; one table only where the format does not hold several.

        Raises:
            MissingLibraryError: the library that writes the format is not installed.
        """


def writer(name: str) -> TableWriter:
    """The writer of the format ``name``, a key of :data:`FORMATS`."""
    module: Any = import_module(f"kehoach.writers.tables.{'terminal' if name == 'table' else name}")
    return module  # type: ignore[no-any-return]


def format_of(path: str) -> str | None:
    """The format that the ending of ``path`` names, ``None`` where it names none."""
    lower = path.lower()
    return next((name for name, kind in FORMATS.items() if kind.endings and lower.endswith(kind.endings)), None)
