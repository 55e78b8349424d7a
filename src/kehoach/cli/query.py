"""``kehoach query``: SQL over what ``kehoach batch`` has written."""

from __future__ import annotations

import os
import shutil
import sys
from typing import TYPE_CHECKING

import click

from kehoach.cli.common import wants_colour
from kehoach.cli.output import complain, deliver
from kehoach.remote import is_url, local, shown

if TYPE_CHECKING:
    from kehoach.tables import Table

_FORMATS = ("table", "csv", "json", "jsonl", "md")


@click.command("query", short_help="Ask in SQL what is in the plans that batch has read.")
@click.argument("sql")
@click.argument("folder", metavar="DIR")
@click.option("-f", "--format", "format_", type=click.Choice(_FORMATS), help="Output format  [default: table]")
@click.option("-o", "--output", metavar="FILE", help="Write there; the ending sets the format.")
def command(sql: str, folder: str, format_: str | None, output: str | None) -> int:
    """Ask in SQL what is in the plans that 'kehoach batch' has read into DIR.

    The tables are plans, items, assignments, targets, deadlines, funding and citations; '-' reads the SQL from standard
    input. docs/query.md has worked questions.

    \b
    Examples:
      kehoach query "SELECT plan_province, indicator, value FROM targets WHERE unit = '%' AND value > 90" tables/
      kehoach query "SELECT plan, due, action FROM deadlines ORDER BY last_day" tables/ -f csv
      kehoach query "DESCRIBE assignments" tables/
    """
    from kehoach.writers.tables import format_of

    name = format_ or ("table" if output is None else format_of(output))
    if name not in _FORMATS:
        raise click.UsageError(
            f"cannot tell the format from {output!r}: end it in .csv, .json, .jsonl or .md, or add -f"
        )
    if sql == "-":
        sql = sys.stdin.buffer.read().decode("utf-8", "replace")
    from kehoach.batch.query import ask, is_complete, opened

    folder = local(folder)
    if output and os.path.realpath(output).startswith(os.path.join(os.path.realpath(folder), "")):
        raise click.UsageError(f"{output} is in the folder that is asked: name another output")
    with opened(folder.rstrip("/") if is_url(folder) else os.path.abspath(folder)) as connection:
        if not is_complete(folder):
            complain(
                f"{shown(folder)}: the last run did not come through; what it read since the one before may be missing"
            )
        answer = ask(connection, sql)
    _write(answer, name, output)
    return 0


def _write(answer: Table, name: str, output: str | None) -> None:
    from kehoach.writers.tables import FORMATS, Style, writer

    if FORMATS[name].for_people:
        answer = _as_written(answer)
    width = shutil.get_terminal_size((80, 24)).columns
    content = writer(name).dump([answer], Style(width=width, colour=output is None and wants_colour()))
    deliver(content, output)


def _as_written(answer: Table) -> Table:
    """Numbers as SQL writes them, without separators: who asks for a year or a line wants no 2,031."""
    from kehoach.tables import Table
    from kehoach.writers.tables.cells import text_of

    numbers = [column for column in answer.columns if column.type == "number"]
    rows = [{**row, **{column.key: text_of(row[column.key], column) for column in numbers}} for row in answer.rows]
    return Table(answer.kind, answer.columns, rows, answer.plans)
