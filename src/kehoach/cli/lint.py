"""``kehoach lint``: what a careful clerk would send a plan back for."""

from __future__ import annotations

import click

from kehoach.cli.common import check_files, emit_lines, format_by_ending, input_options, keep_inputs
from kehoach.cli.output import complain, deliver, emit, internal
from kehoach.cli.reading import called
from kehoach.errors import KehoachError
from kehoach.lint import formats
from kehoach.lint.base import LANGUAGES, SEVERITIES, Language, Rule
from kehoach.lint.engine import Report, check_source
from kehoach.lint.rules import BY_CODE, RULES, chosen, unknown
from kehoach.readers import ReadOptions, read


def _codes(_: click.Context, __: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    codes = tuple(code.strip() for value in values for code in value.split(",") if code.strip())
    for code in unknown(codes):
        from difflib import get_close_matches

        names = [*BY_CODE, *(rule.name for rule in RULES)]
        near = get_close_matches(code, names, n=1)
        hint = f"did you mean {near[0]!r}?" if near else "'kehoach lint --list' shows them"
        raise click.BadParameter(f"no rule has the code or name {code!r}, {hint}")
    return codes


@click.command("lint", short_help="Find what a careful clerk would send a plan back for.")
@click.argument("files", nargs=-1, metavar="FILE...")
@click.option("--select", multiple=True, callback=_codes, metavar="CODES",
              help="Only rules whose code begins so; several with commas.")  # fmt: skip
@click.option("--ignore", multiple=True, callback=_codes, metavar="CODES", help="Leave these rules out.")
@click.option("-f", "--format", "format_", type=click.Choice(["text", "json", "sarif", "github"]),
              help="Output format.  [default: text]")  # fmt: skip
@click.option("-o", "--output", metavar="FILE", help="Write there; the ending sets the format.")
@click.option("--fail-on", type=click.Choice(SEVERITIES), default="note", show_default=True,
              help="The lightest severity that gives exit code 1.")  # fmt: skip
@click.option("--language", type=click.Choice(LANGUAGES), default="en", show_default=True,
              help="Of findings and explanations.")  # fmt: skip
@click.option("--list", "listed", is_flag=True, help="List the rules and exit.")
@click.option("--explain", callback=_codes, multiple=True, metavar="CODE", help="Explain a rule and exit.")
@input_options
def command(
    files: tuple[str, ...], select: tuple[str, ...], ignore: tuple[str, ...], format_: str | None, output: str | None,
    fail_on: str, language: Language, listed: bool, explain: tuple[str, ...], options: ReadOptions,
) -> int:  # fmt: skip
    """Find what a careful clerk would send a plan back for: FILE is a plan's text, or a plan in YAML or JSON.

    Every finding is one line, 'FILE:LINE:COLUMN: CODE severity: message', and the exit code is then 1. Rules that need
    the text are left out for YAML and JSON.

    \b
    Examples:
      kehoach lint plan.txt
      kehoach lint *.txt --select KH5,KH7 --ignore KH706
      kehoach lint plan.txt -o plan.sarif
      kehoach lint plan.txt --fail-on error
      kehoach lint plan.txt --language vi
      kehoach lint --explain KH301
    """
    if listed or explain:
        from kehoach.lint import handbook

        told = (handbook.explanation(rule, language) for rule in chosen(explain))
        emit(handbook.listing(language) if listed else "\n".join(told))
        return 0
    if not files:
        raise click.UsageError("name a file to look at, or '-' for standard input")
    keep_inputs(files, output)
    rules = chosen(select, ignore)
    reports, code = _reports(check_files(files), rules, options, language)
    format_ = format_ or format_by_ending(output, {".json": "json", ".sarif": "sarif"})
    _put(reports, rules, format_, output, language)
    heavy = SEVERITIES[: SEVERITIES.index(fail_on) + 1]
    found = any(f.severity in heavy for report in reports for f in report.findings)
    return max(code, int(found))


def _reports(
    files: tuple[str, ...], rules: tuple[Rule, ...], options: ReadOptions, language: Language
) -> tuple[list[Report], int]:
    """The reports on all files; one that cannot be read is told on standard error and left out."""
    out: list[Report] = []
    code = 0
    for path in files:
        try:
            source = read(path, options)
            out += check_source(source, called(path), rules, language=language)
        except KehoachError as error:
            complain(str(error))
            code = max(code, error.exit_code)
        except Exception as error:
            code = max(code, internal(error, path))
    for report in out:
        if report.skipped:
            codes = ", ".join(report.skipped)
            told = f"without the plan's text {len(report.skipped)} rules were left out: {codes}"
            if language == "vi":
                told = f"không có văn bản của kế hoạch nên bỏ qua {len(report.skipped)} quy tắc: {codes}"
            click.echo(f"{report.file}: {told}", err=True)
    return out, code


def _put(reports: list[Report], rules: tuple[Rule, ...], format_: str, output: str | None, language: Language) -> None:
    if format_ == "text":
        lines = formats.lines(reports, language)
        if output is None:
            emit_lines(lines)
            if reports:
                click.echo(formats.summary(reports, language), err=True)
            return
        text = "".join("".join(words for words, _ in line) + "\n" for line in lines)
    elif format_ == "json":
        text = formats.as_json(reports)
    elif format_ == "sarif":
        text = formats.as_sarif(reports, rules, language)
    else:
        text = formats.as_github(reports)
    deliver(text, output)
