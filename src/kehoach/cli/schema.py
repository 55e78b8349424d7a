"""``kehoach schema``: the JSON Schema of a format."""

from __future__ import annotations

import json

import click

from kehoach.cli.output import deliver
from kehoach.models import SCHEMAS, json_schema


@click.command("schema", short_help="Print the JSON Schema of a format.")
@click.argument("name", type=click.Choice(SCHEMAS), default="plan", metavar="[NAME]")
@click.option("-o", "--output", metavar="FILE", help="Write there instead of to standard output.")
def command(name: str, output: str | None) -> int:
    """Print the JSON Schema of a format. NAME is 'plan', which is also the default, 'diff' or 'comparison'.

    \b
    Example:
      kehoach schema plan -o plan.schema.json
    """
    text = json.dumps(json_schema(name), ensure_ascii=False, indent=2) + "\n"
    deliver(text, output)
    return 0
