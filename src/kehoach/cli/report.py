"""``kehoach report``: plans as one page for a browser."""

from __future__ import annotations

import os

import click

from kehoach.cli.common import Plans, check_files, input_options, keep_inputs, one_plan
from kehoach.cli.output import deliver
from kehoach.readers import ReadOptions
from kehoach.reports.words import Language


@click.command("report", short_help="Make one HTML page: a plan beside its source, plans compared.")
@click.argument("files", nargs=-1, required=True, metavar="PLAN...")
@click.option("-o", "--output", metavar="FILE", help="Write there instead of to standard output.")
@click.option("--against", metavar="FILE", help="Measure how much of this plan the others take up.")
@click.option(
    "--language", type=click.Choice(["vi", "en"]), default="vi", show_default=True, help="Of the page's own words."
)
@input_options
def command(
    files: tuple[str, ...], output: str | None, against: str | None, language: Language, options: ReadOptions
) -> int:
    """Make one HTML page that needs nothing else, to open in a browser.

    One PLAN is set beside its source text, of two the differences are shown, of more what each has. PLAN is a plan as
    'kehoach parse' reads it, or what it has written, which comes without the source text.

    \b
    Examples:
      kehoach report plan.txt -o plan.html
      kehoach report draft.txt final.txt -o changes.html
      kehoach report provinces/*.txt --against central.txt -o provinces.html --language en
    """
    check_files((*files, *([against] if against else [])))
    keep_inputs((*files, against), output)
    if os.path.splitext(output or "")[1].lower() not in ("", ".html", ".htm"):
        raise click.UsageError(f"a report is a page for a browser: end {output!r} in .html")
    from kehoach.reports import Read, report
    from kehoach.reports.page import environment

    environment()  # a missing library is told before plans are read
    source = Plans(files, options)
    plans = [Read(plan, source.text) for plan in source]
    if not plans or (len(plans) == 1 < len(files) and against is None):
        return source.code  # what there is to compare has not been read, which has been said
    page = report(plans, None if against is None else one_plan(against, options), language)
    deliver(page, output)
    return source.code
