"""``kehoach parse``: plans into structured data."""

from __future__ import annotations

import os

import click

from kehoach.cli.common import check_files, input_options, keep_inputs
from kehoach.cli.parsing import Run
from kehoach.readers import ReadOptions
from kehoach.writers import FORMATS, format_of, writer

SECTIONS = (
    "source", "document", "basis", "situation", "purpose", "requirements", "objectives", "scope", "tasks", "duties",
    "funding", "reporting", "closing", "recipients", "signatures", "annexes", "targets", "deadlines", "assignments",
    "citations", "blocks", "warnings",
)  # fmt: skip
"""Parts of a plan that ``--section`` can name."""


def _sections(_: click.Context, __: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    names = tuple(name.strip() for value in values for name in value.split(",") if name.strip())
    for name in names:
        if name not in SECTIONS:
            from difflib import get_close_matches

            near = get_close_matches(name, SECTIONS, n=1)
            hint = f"did you mean {near[0]!r}?" if near else "there are " + ", ".join(SECTIONS)
            raise click.BadParameter(f"there is no section {name!r}, {hint}")
    return names


@click.command("parse", short_help="Read plans into structured data.")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("-f", "--format", "format_", type=click.Choice(list(FORMATS)), help="Output format  [default: yaml]")
@click.option(
    "-o", "--output", metavar="FILE|DIR", help="Write there; the ending sets the format. A DIR gets a file a plan."
)
@click.option(
    "--section",
    "sections",
    multiple=True,
    callback=_sections,
    metavar="NAME",
    help="Only this part; may be given again, or several with commas.",
)
@click.option("--no-spans", is_flag=True, help="Leave out the spans, and the blocks, which are little else.")
@click.option("--strict", is_flag=True, help="Tell warnings of weight on standard error and exit with 1.")
@input_options
def command(
    files: tuple[str, ...], format_: str | None, output: str | None, sections: tuple[str, ...], no_spans: bool,
    strict: bool, options: ReadOptions,
) -> int:  # fmt: skip
    """Read plans into structured data: FILE is text, Word, PDF, a scan, a web page …; '-' is standard input.

    One plan gives one YAML document or JSON object, several give YAML documents or JSON Lines. A file that cannot be
    read is told on standard error and does not stop the others.

    \b
    Examples:
      kehoach parse plan.txt
      kehoach parse plan.txt --section tasks,duties --no-spans
      kehoach parse *.txt -f jsonl -o plans.jsonl
      kehoach parse *.txt -o parsed/ -f json
      cat plan.txt | kehoach parse - -f json
    """
    run = Run(check_files(files), options, sections, not no_spans, strict)
    if output is None:
        return run.print(format_ or "yaml")
    if output.endswith(("/", os.sep)) or os.path.isdir(output):
        _to_folder(run, output, format_ or "yaml")
    else:
        _to_file(run, output, format_)
    return run.code


def _to_file(run: Run, output: str, format_: str | None) -> None:
    from kehoach.writers.files import write_whole

    name = format_ or format_of(output)
    if name is None:
        raise click.UsageError(f"cannot tell the format from {output!r}: end it in .yaml, .json or .jsonl, or add -f")
    if name == "json" and len(run.files) > 1:
        raise click.UsageError("a .json file holds one plan: write to a .jsonl file or to a folder")
    keep_inputs(run.files, output)
    if len(run.files) == 1:
        for plan in run.plans():  # none where the file cannot be read: then nothing is written
            write_whole(output, [writer(name).dump(plan)])
    else:
        write_whole(output, run.texts(writer(name)))


def _to_folder(run: Run, folder: str, format_: str) -> None:
    from kehoach.writers.files import write_whole

    ending = FORMATS[format_][0]
    stems = ["stdin" if path == "-" else os.path.splitext(os.path.basename(path))[0] for path in run.files]
    for i, stem in enumerate(stems):
        if stem in stems[:i]:
            raise click.UsageError(
                f"{run.files[stems.index(stem)]} and {run.files[i]} would both become {stem}{ending}"
            )
    outputs = [os.path.join(folder, stem + ending) for stem in stems]
    keep_inputs(run.files, *outputs)
    try:
        os.makedirs(folder, exist_ok=True)
    except OSError as error:
        raise click.UsageError(f"cannot make the folder {folder}: {error.strerror}") from None
    for path, output in zip(run.files, outputs, strict=True):
        for plan in run.plans(path):
            write_whole(output, [writer(format_).dump(plan)])
