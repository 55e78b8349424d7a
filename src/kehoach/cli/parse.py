"""``kehoach parse``: plans into structured data."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

import click

from kehoach.cli.common import check_files, emit, input_options, keep_inputs, load
from kehoach.cli.group import complain, internal
from kehoach.errors import KehoachError
from kehoach.readers import ReadOptions
from kehoach.writers import FORMATS, Writer, format_of, writer

SECTIONS = (
    "source", "document", "basis", "situation", "purpose", "requirements", "objectives", "scope", "tasks", "duties",
    "funding", "reporting", "closing", "recipients", "signatures", "annexes", "targets", "deadlines", "assignments",
    "citations", "blocks", "warnings",
)  # fmt: skip
"""Parts of a plan that ``--section`` can name."""

LIGHT_WARNINGS = frozenset({"from-record", "inferred"})
"""Codes of warnings that ``--strict`` lets pass: they say how something was read, not that it may be wrong."""

_ALWAYS = ("schema_version", "source")


class _Run:
    """One call of the command."""

    __slots__ = ("code", "files", "options", "sections", "spans", "strict")

    def __init__(
        self,
        files: tuple[str, ...],
        options: ReadOptions,
        sections: tuple[str, ...],
        spans: bool,
        strict: bool,
        code: int = 0,
    ) -> None:
        self.files = files
        self.options = options
        self.sections = sections
        self.spans = spans
        self.strict = strict
        self.code = code

    def plans(self, name: str | None = None) -> Iterator[dict[str, Any]]:
        """The plans of all files, or of one; an unreadable file is told on standard error and left out."""
        for path in self.files if name is None else (name,):
            try:
                source, plan = load(path, self.options)
            except KehoachError as error:
                complain(str(error))
                self.code = max(self.code, error.exit_code)
                continue
            except Exception as error:
                self.code = max(self.code, internal(error, path))
                continue
            if self.strict:
                self._weigh(plan, source.name)
            yield self._chosen(plan)

    def _weigh(self, plan: dict[str, Any], name: str) -> None:
        for warning in plan["warnings"]:
            if warning["code"] not in LIGHT_WARNINGS:
                where = f"{name}:{warning['span']['line']}" if warning["span"] else name
                click.echo(f"{where}: {warning['code']}: {warning['message']}", err=True)
                self.code = max(self.code, 1)

    def _chosen(self, plan: dict[str, Any]) -> dict[str, Any]:
        if self.sections:
            plan = {key: value for key, value in plan.items() if key in _ALWAYS or key in self.sections}
        elif not self.spans:
            plan = {key: value for key, value in plan.items() if key != "blocks"}
        return plan if self.spans else without_spans(plan)


def without_spans(node: Any) -> Any:
    """``node`` with every ``span`` key left out, at any depth."""
    if isinstance(node, dict):
        return {key: without_spans(value) for key, value in node.items() if key != "span"}
    if isinstance(node, list):
        return [without_spans(value) for value in node]
    return node


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
    run = _Run(check_files(files), options, sections, not no_spans, strict)
    if output is None:
        for text in _texts(run, writer(format_ or "yaml")):
            emit(text)
    elif output.endswith(("/", os.sep)) or os.path.isdir(output):
        _to_folder(run, output, format_ or "yaml")
    else:
        _to_file(run, output, format_)
    return run.code


def _texts(run: _Run, to: Writer) -> Iterator[str]:
    dump = to.dump if len(run.files) == 1 else to.dump_one_of_many
    return map(dump, run.plans())


def _to_file(run: _Run, output: str, format_: str | None) -> None:
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
        write_whole(output, _texts(run, writer(name)))


def _to_folder(run: _Run, folder: str, format_: str) -> None:
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
