"""``kehoach table``: the facts of plans as rows."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass

import click

from kehoach.cli.common import Plans, check_files, input_options, keep_inputs, wants_colour
from kehoach.cli.output import complain, deliver
from kehoach.readers import ReadOptions
from kehoach.tables import KINDS, Table, columns, table
from kehoach.writers.tables import FORMATS, Language, Style, format_of, writer

_NARROWEST = 60


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the command was asked for; what was left open is None or empty."""

    kinds: tuple[str, ...]
    format: str | None
    output: str | None
    columns: tuple[str, ...]
    language: Language | None
    bom: bool | None
    width: int | None
    periods: bool


def _kinds(_: click.Context, __: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    names = _split(values)
    for name in names:
        if name not in KINDS and name != "all":
            raise click.BadParameter(f"there is no table {name!r}{_near(name, [*KINDS, 'all'])}")
    return KINDS if "all" in names else tuple(dict.fromkeys(names))


def _columns(_: click.Context, __: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_split(values)))


@click.command("table", short_help="Put the facts of plans into rows: CSV, Excel, calendars.")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option(
    "--what",
    "kinds",
    multiple=True,
    callback=_kinds,
    metavar="TABLE",
    help=f"{', '.join(KINDS)} or all; may be given again, or several with commas.  [default: assignments; "
    "xlsx: all; ics: deadlines]",
)
@click.option("-f", "--format", "format_", type=click.Choice(list(FORMATS)), help="Output format  [default: table]")
@click.option("-o", "--output", metavar="FILE", help="Write there; the ending sets the format.")
@click.option(
    "--columns",
    "columns_",
    multiple=True,
    callback=_columns,
    metavar="KEY",
    help="Only these columns, in this order; may be given again, or several with commas.",
)
@click.option(
    "--language",
    type=click.Choice(["en", "vi"]),
    help="Of heads and codes: en gives the columns' keys, vi Vietnamese titles.  [default: en; xlsx: vi]",
)
@click.option(
    "--bom/--no-bom",
    default=None,
    help="Begin CSV or TSV with the mark by which Excel knows UTF-8.  [default: .csv files]",
)
@click.option(
    "--width",
    type=click.IntRange(min=_NARROWEST),
    metavar="N",
    help="Of a table in letters.  [default: the terminal's]",
)
@click.option("--periods", is_flag=True, help="Show months and quarters in a calendar, from the first day to the last.")
@input_options
def command(
    files: tuple[str, ...], kinds: tuple[str, ...], format_: str | None, output: str | None, columns_: tuple[str, ...],
    language: Language | None, bom: bool | None, width: int | None, periods: bool, options: ReadOptions,
) -> int:  # fmt: skip
    """Put the facts of plans into rows, one plan after the other.

    FILE is a plan as 'kehoach parse' reads it, or what it has written (YAML, JSON, JSON Lines; also of several plans);
    '-' is standard input. docs/tables.md tells every column.

    \b
    Examples:
      kehoach table plan.txt
      kehoach table plan.txt -o plan.xlsx
      kehoach table *.txt --what deadlines -o deadlines.csv
      kehoach table plans.jsonl --what targets -f csv --columns plan,indicator,value,unit,by
      kehoach table plan.txt -o deadlines.ics
    """
    asked = _Asked(kinds, format_, output, columns_, language, bom, width, periods)
    name = _format(asked)
    kinds = kinds or FORMATS[name].kinds or KINDS
    _check(asked, name, kinds)
    keep_inputs(check_files(files), output)
    source = Plans(files, options)
    plans = list(source)
    if plans:
        tables = [table(plans, kind) for kind in kinds]
        _write([_chosen(found, asked, name) for found in tables], asked, name)
        if source.doubtful < len(plans):
            _tell_empty(tables)
    return source.code


def _format(asked: _Asked) -> str:
    name = asked.format or ("table" if asked.output is None else format_of(asked.output))
    if name is None:
        endings = ", ".join(kind.endings[0] for kind in FORMATS.values() if kind.endings)
        raise click.UsageError(f"cannot tell the format from {asked.output!r}: end it in one of {endings}, or add -f")
    return name


def _check(asked: _Asked, name: str, kinds: tuple[str, ...]) -> None:
    """Refuse what the format cannot do."""
    kind = FORMATS[name]
    if kind.binary and asked.output is None and sys.stdout.isatty():
        raise click.UsageError(f"{name} is nothing a terminal can show: add -o FILE")
    if asked.language and kind.language is None:
        raise click.UsageError(f"--language is for table, csv, tsv, xlsx and md, not for {name}")
    if asked.bom and name not in ("csv", "tsv"):
        raise click.UsageError(f"--bom is for csv and tsv, not for {name}")
    if asked.periods and name != "ics":
        raise click.UsageError(f"--periods is for ics, not for {name}")
    if name == "ics" and kinds != kind.kinds:
        raise click.UsageError("a calendar holds deadlines: leave out --what, or choose another format")
    if name == "ics" and asked.columns:
        raise click.UsageError("--columns is not for ics, which has none")
    if len(kinds) > 1 and not kind.several:
        raise click.UsageError(f"{name} holds one table: choose one with --what, or write xlsx or json")
    _check_columns(asked.columns, kinds)


def _check_columns(wanted: tuple[str, ...], kinds: tuple[str, ...]) -> None:
    for kind in kinds:
        keys = [column.key for column in columns(kind)]
        for name in wanted:
            if name not in keys:
                raise click.UsageError(f"{kind} have no column {name!r}{_near(name, keys)}")


def _chosen(found: Table, asked: _Asked, name: str) -> Table:
    """The table with the columns asked for, or with those that the format shows."""
    if asked.columns:
        return found.with_columns(asked.columns)
    if FORMATS[name].for_people:
        found = found.without_empty()
    if name == "table":
        own = {"plan"} if found.kind == "plans" else set()  # elsewhere a heading says which plan it is
        found = found.with_columns([column.key for column in found.columns if column.brief or column.key in own])
    return found


def _tell_empty(tables: Sequence[Table]) -> None:
    empty = [found.kind for found in tables if not found.rows]
    if empty:
        number = tables[0].plans
        complain(f"no {', '.join(empty)} in {'the plan' if number == 1 else f'the {number} plans'}")


def _write(tables: Sequence[Table], asked: _Asked, name: str) -> None:
    output = asked.output
    with_bom = (name == "csv" and output is not None) if asked.bom is None else asked.bom
    style = Style(
        language=asked.language or FORMATS[name].language or "en",
        bom=with_bom,
        width=asked.width or _width(),
        colour=output is None and wants_colour(),
        periods=asked.periods,
        note=complain,
    )
    content = writer(name).dump(tables, style)
    deliver(content, output)


def _width() -> int:
    """The terminal's width; a pipe's is what COLUMNS says, or 80."""
    return max(shutil.get_terminal_size((80, 24)).columns, _NARROWEST)


def _split(values: tuple[str, ...]) -> list[str]:
    return [name.strip() for value in values for name in value.split(",") if name.strip()]


def _near(name: str, names: Sequence[str]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name, names, n=1)
    return f", did you mean {near[0]!r}?" if near else f": there are {', '.join(names)}"
