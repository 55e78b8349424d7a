"""``kehoach batch``: many files at once."""

from __future__ import annotations

import os
import sys
from typing import Literal

import click

from kehoach.batch import FORMATS, Settings
from kehoach.cli.common import input_options
from kehoach.cli.output import complain, emit
from kehoach.readers import ReadOptions
from kehoach.readers.source import printable
from kehoach.remote import is_url, local

_WORDS = {"failed_before": "failed before", "again": "again, it failed before"}


def _processors() -> int:
    """The processors that this process may use."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def _place(output: str) -> str:
    output = local(output)
    if is_url(output):
        return output.rstrip("/") if is_url(output.rstrip("/")) else output
    return os.path.abspath(output)


def _patterns(_: click.Context, __: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(value.removesuffix("/") for value in values if value)


@click.command("batch", short_help="Read whole folders of plans, restartable, by several processes.")
@click.argument("sources", nargs=-1, required=True, metavar="SRC...")
@click.option("-o", "--output", metavar="DIR", required=True, help="Write there; a folder or a URL.")
@click.option(
    "-f",
    "--format",
    "format_",
    type=click.Choice(FORMATS),
    default="yaml",
    show_default=True,
    help="A YAML or JSON file a plan, one JSON Lines file, or a Parquet data set.",
)
@click.option("--include", multiple=True, callback=_patterns, metavar="PATTERN", help="In folders, only such files.")
@click.option("--exclude", multiple=True, callback=_patterns, metavar="PATTERN", help="No such files or folders.")
@click.option(
    "--jobs", type=click.IntRange(min=1, max=512), metavar="N", help="Processes that read.  [default: the processors]"
)
@click.option("--retry-failed", is_flag=True, help="Also read files again that failed and have not changed.")
@click.option("--fail-fast", is_flag=True, help="Stop at the first file that fails.")
@click.option("--max-failures", type=click.IntRange(min=1), metavar="N", help="Stop when N files have failed.")
@click.option(
    "--engine",
    type=click.Choice(["local", "dask"]),
    default="local",
    show_default=True,
    help="Who reads: processes of this machine, or a Dask cluster.",
)
@click.option("--scheduler", metavar="ADDRESS", help="Of the Dask cluster.  [default: one made on this machine]")
@click.option("--dry-run", is_flag=True, help="Only list what would be read.")
@input_options
def command(
    sources: tuple[str, ...], output: str, format_: str, include: tuple[str, ...], exclude: tuple[str, ...],
    jobs: int | None, retry_failed: bool, fail_fast: bool, max_failures: int | None, dry_run: bool,
    engine: Literal["local", "dask"], scheduler: str | None, options: ReadOptions,
) -> int:  # fmt: skip
    """Read files, folders and everything in them, and patterns into DIR.

    What was read by an earlier run and has not changed is not read again: a run that was broken off goes on when it is
    started again. DIR/manifest.jsonl tells what came of every file. docs/batch.md tells more.

    \b
    Examples:
      kehoach batch plans/ -o out/
      kehoach batch plans/ -o out/ -f parquet --jobs 4 --include '*.txt' --include '*.md'
      kehoach batch 'plans/**/2031/*.txt' -o out/ --timeout 60 --retry-failed
      kehoach batch 's3://bucket/plans/**/*.docx' -o s3://bucket/out --jobs 8

    Exit codes: 0 all was read, 1 some failed, 2 wrong usage or DIR cannot be written, 3 nothing could be read,
    130 interrupted.
    """
    if "-" in sources:
        raise click.UsageError("standard input ('-') is no file or folder: use 'kehoach parse -'")
    if scheduler and engine != "dask":
        raise click.UsageError("--scheduler is for --engine dask")
    if all(_is_same_folder(source, output) for source in sources):
        raise click.UsageError(f"{output} is the folder to be read: name another output")
    options.on_page = None  # pages are recognised elsewhere, and told by nobody
    settings = Settings(
        sources=tuple(map(local, sources)), output=_place(output), format=format_, include=include, exclude=exclude,
        jobs=jobs or _processors(), timeout=options.timeout, retry_failed=retry_failed,
        max_failures=1 if fail_fast else max_failures,
        engine=engine, scheduler=scheduler,
        options=options,
    )  # fmt: skip
    return _show_plan(settings) if dry_run else _run(settings)


def _is_same_folder(source: str, output: str) -> bool:
    """Whether the output would lie in the very folder that is read, which a run passes over as its own."""
    return os.path.isdir(source) and os.path.realpath(source) == os.path.realpath(output)


def _show_plan(settings: Settings) -> int:
    from collections import Counter

    from kehoach.batch.run import dry_run
    from kehoach.cli.batch_watch import Watch

    statuses: Counter[str] = Counter()
    with Watch(quiet=True) as watch:
        for path, status in dry_run(settings, watch):
            statuses[status] += 1
            emit(f"{_WORDS.get(status, status)}\t{' '.join(printable(path).splitlines())}\n")
    counts = ", ".join(f"{count:,} {_WORDS.get(status, status)}" for status, count in sorted(statuses.items()))
    number = sum(statuses.values())
    complain(f"{number:,} file{'s' * (number != 1)}{': ' if counts else ''}{counts}")
    return 0 if statuses else 3


def _run(settings: Settings) -> int:
    from kehoach.batch.run import run
    from kehoach.cli.batch_watch import Watch, told

    if settings.format == "parquet":
        import kehoach.batch.parquet
    if settings.engine == "dask":
        import kehoach.batch.cluster  # noqa: F401
    with Watch() as watch:
        summary = run(settings, watch)
    if summary.fault:
        complain(f"{summary.fault}; what was done is kept, run again when that is put right")
    for line in told(summary, settings):
        complain(line)
    return summary.exit_code
