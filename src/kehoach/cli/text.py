"""``kehoach text``: the exact text that spans index."""

from __future__ import annotations

import click

from kehoach.cli.common import input_options
from kehoach.cli.output import emit
from kehoach.readers import ReadOptions, read


@click.command("text", short_help="Print the text that spans index.")
@click.argument("file")
@input_options
def command(file: str, options: ReadOptions) -> int:
    """Print the text of FILE exactly as spans index it: nothing added, nothing changed ('-' is standard input).

    \b
    Example, the first 200 characters, which the span {start: 0, end: 200} names:
      kehoach text plan.txt | python -c "import sys; print(sys.stdin.read()[:200])"
    """
    emit(read(file, options).text)
    return 0
