"""``kehoach compare``: many plans side by side."""

from __future__ import annotations

import os
import shutil
import sys

import click

from kehoach.cli.common import Plans, check_files, input_options, keep_inputs, one_plan, wants_colour
from kehoach.cli.output import complain, deliver
from kehoach.collation import alphabetical
from kehoach.comparing.comparison import BY, compare_plans
from kehoach.errors import UnreadableError
from kehoach.readers import ReadOptions
from kehoach.readers.folders import is_hidden

FORMATS = {"table": "", "csv": ".csv", "xlsx": ".xlsx", "json": ".json", "html": ".html", "md": ".md"}
"""Formats and the endings of their files."""


@click.command("compare", short_help="Set many plans side by side in a table.")
@click.argument("paths", nargs=-1, required=True, metavar="FILE|DIR...")
@click.option("--by", type=click.Choice(BY), default="tasks", show_default=True, help="What a row is.")
@click.option("--against", metavar="FILE", help="Measure how much of this plan the others take up, item by item.")
@click.option("-f", "--format", "format_", type=click.Choice(list(FORMATS)), help="Output format  [default: table]")
@click.option("-o", "--output", metavar="FILE", help="Write there; the ending sets the format.")
@input_options
def command(
    paths: tuple[str, ...], by: str, against: str | None, format_: str | None, output: str | None, options: ReadOptions
) -> int:
    """Set many plans side by side: a row a thing that plans have in common, a column a plan.

    FILE is a plan in text or one parsed before; of a DIR every file is read.

    \b
    Examples:
      kehoach compare provinces/ --by targets
      kehoach compare provinces/ --by duties -o duties.xlsx
      kehoach compare provinces/ --against central.txt
    """
    name = _format(format_, output)
    if name == "xlsx" and output is None and sys.stdout.isatty():
        raise click.UsageError("xlsx is nothing a terminal can show: add -o FILE")
    files = check_files(tuple(file for path in paths for file in _files(path)))
    keep_inputs((*files, against), output)
    source = Plans(files, options)
    plans = list(source)
    central = None if against is None else one_plan(against, options)
    if source.code and len(plans) + (central is not None) < 2:
        return source.code  # why there is nothing to compare has been said
    _write(compare_plans(plans, by, central), name, output)
    return source.code


def _format(format_: str | None, output: str | None) -> str:
    if format_ is not None or output is None:
        return format_ or "table"
    ending = os.path.splitext(output)[1].lower()
    name = next((name for name, own in FORMATS.items() if own == ending and own), None)
    if name is None:
        endings = ", ".join(filter(None, FORMATS.values()))
        raise click.UsageError(f"cannot tell the format from {output!r}: end it in one of {endings}, or add -f")
    return name


def _files(path: str) -> list[str]:
    """The file itself, or the files of a folder but hidden ones, in the order of the alphabet."""
    if not os.path.isdir(path):
        return [path]
    found = [entry.path for entry in os.scandir(path) if entry.is_file() and not is_hidden(entry.name)]
    if not found:
        raise UnreadableError("holds no files", name=path, hint="name a folder with plans in it, or the plans")
    return sorted(found, key=alphabetical)


def _write(comparison: dict[str, object], name: str, output: str | None) -> None:
    content: str | bytes
    if name == "json":
        from kehoach.writers import writer

        content = writer("json").dump(comparison)
    else:
        from kehoach.writers.comparison import dump
        from kehoach.writers.tables import Style

        width = shutil.get_terminal_size((80, 24)).columns
        colour = output is None and wants_colour()
        style = Style(
            language="vi", bom=name == "csv" and output is not None, width=width, colour=colour, note=complain
        )
        content = dump(comparison, name, style)
    deliver(content, output)
