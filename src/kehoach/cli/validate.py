"""``kehoach validate``: plans that are data already, against the plan format."""

from __future__ import annotations

import click

from kehoach.cli.common import check_files, input_options
from kehoach.cli.output import complain, emit
from kehoach.cli.reading import called
from kehoach.errors import KehoachError, UnreadableError
from kehoach.models.check import plan_faults
from kehoach.readers import ReadOptions, read
from kehoach.readers.data import Record, records

_MAKE = "'kehoach parse PLAN -o plan.yaml' makes data of a plan"


@click.command("validate", short_help="Check plans in YAML or JSON against the format.")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@input_options
def command(files: tuple[str, ...], options: ReadOptions) -> int:
    """Check plans in YAML, JSON or JSON Lines against the plan format ('-' is standard input).

    Every fault is one line, 'FILE:LINE: path: what is wrong', and the exit code is then 1.

    \b
    Example:
      kehoach parse plan.txt -o plan.yaml && kehoach validate plan.yaml
    """
    code = 0
    for path in check_files(files):
        name = called(path)
        try:
            source = read(path, options)
            found = records(source.text, name)
            if not found:
                raise UnreadableError("holds no plan", name=name, hint=_MAKE)
            if isinstance(found[0].data, str):
                raise UnreadableError("is text, not data", name=name, hint=_MAKE)
        except KehoachError as error:
            complain(str(error))
            code = max(code, error.exit_code)
            continue
        lines = [line for record in found for line in _faults(record, name)]
        emit("".join(lines) or f"{name}: fine, {len(found)} {'plan' if len(found) == 1 else 'plans'}\n")
        code = max(code, 1 if lines else 0)
    return code


def _faults(record: Record, name: str) -> list[str]:
    """A record's faults as lines, in the order of the file."""
    placed = record.faults
    if not placed:
        try:
            placed = [(record.line_of(where), where, message) for where, message in plan_faults(record.data)]
        except RecursionError:
            placed = [(record.line, (), "is nested too deeply")]
    lines = sorted((line, ".".join(map(str, where)), message) for line, where, message in placed)
    return [f"{name}:{line}: {where + ': ' if where else ''}{message}\n" for line, where, message in lines]
