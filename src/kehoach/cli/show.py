"""``kehoach show``: a readable summary of a plan."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import click

from kehoach.cli.common import Piece, Plans, check_files, emit_lines, input_options
from kehoach.cli.summary import summary
from kehoach.readers import ReadOptions


@click.command("show", short_help="Summarise a plan for a person.")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option(
    "--language",
    type=click.Choice(["en", "vi"]),
    default="en",
    show_default=True,
    help="Of what the plan does not say.",
)
@click.option(
    "--width", type=click.IntRange(min=20), default=100, show_default=True, metavar="N", help="Shorten longer texts."
)
@input_options
def command(files: tuple[str, ...], language: Literal["en", "vi"], width: int, options: ReadOptions) -> int:
    """Summarise plans: letterhead, sections, who does what, targets, deadlines by day, money, documents, warnings.

    FILE is a plan as 'kehoach parse' reads it, or what it has written (YAML, JSON, JSON Lines); '-' is standard input.
    The number in front of a line is that of the line in the text.

    \b
    Examples:
      kehoach show plan.txt
      kehoach show *.txt --language vi
    """
    source = Plans(check_files(files), options)
    for number, plan in enumerate(source):
        apart: list[list[Piece]] = [[]] if number else []
        name: Iterator[list[Piece]] = iter([[(plan["source"]["name"], "bold underline")]] if len(files) > 1 else [])
        emit_lines([*apart, *name, *summary(plan, language, width)])
    return source.code
