"""``kehoach diff``: two plans side by side."""

from __future__ import annotations

import shutil
from typing import Any

import click

from kehoach.cli.common import check_files, emit_lines, format_by_ending, input_options, keep_inputs, one_plan
from kehoach.cli.output import deliver
from kehoach.cli.tree import TITLES
from kehoach.comparing.diff import PARTS, diff_plans, narrowed
from kehoach.readers import ReadOptions

TITLES_OF_FACTS = {
    "targets": "Chỉ tiêu",
    "deadlines": "Thời hạn",
    "amounts": "Số tiền",
    "citations": "Văn bản viện dẫn",
}


def _parts(_: click.Context, __: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    names = tuple(name.strip() for value in values for name in value.split(",") if name.strip())
    for name in names:
        if name not in PARTS:
            from difflib import get_close_matches

            near = get_close_matches(name, PARTS, n=1)
            hint = f"did you mean {near[0]!r}?" if near else "there are " + ", ".join(PARTS)
            raise click.BadParameter(f"there is no section {name!r}, {hint}")
    return names


_ENDINGS = {".json": "json", ".yaml": "yaml", ".yml": "yaml", ".md": "md", ".html": "html", ".htm": "html"}


@click.command("diff", short_help="Show what differs between two plans.")
@click.argument("a")
@click.argument("b")
@click.option(
    "-f", "--format", "format_", type=click.Choice(["text", "json", "yaml", "md", "html"]),
    help="Output format.  [default: text]",
)  # fmt: skip
@click.option("-o", "--output", metavar="FILE", help="Write there; the ending sets the format.")
@click.option(
    "--section", "sections", multiple=True, callback=_parts, metavar="NAME",
    help="Only this part; may be given again, or several with commas.",
)  # fmt: skip
@click.option("--only", type=click.Choice(["changed"]), help="Leave out what is the same.")
@click.option("--exit-code", is_flag=True, help="Exit with 1 where the plans differ.")
@input_options
def command(
    a: str, b: str, format_: str | None, output: str | None, sections: tuple[str, ...], only: str | None,
    exit_code: bool, options: ReadOptions,
) -> int:  # fmt: skip
    """Show what differs between the plans A and B, by meaning: items that answer to each other meet.

    A and B are plans in text, or plans parsed before (JSON, YAML).

    \b
    Examples:
      kehoach diff draft.txt final.txt
      kehoach diff a.txt b.txt --section duties --only changed
      kehoach diff draft.txt final.txt -o diff.html
    """
    keep_inputs(check_files((a, b)), output)
    format_ = format_ or format_by_ending(output, _ENDINGS)
    plans = [one_plan(path, options) for path in (a, b)]
    diff = diff_plans(plans[0], plans[1])
    if sections or only:
        diff = narrowed(diff, sections, changed_only=only is not None)
    if format_ == "text" and output is None:
        from kehoach.writers.diff_text import lines

        width = shutil.get_terminal_size((80, 24)).columns
        emit_lines(lines(diff, plans[0], plans[1], width, TITLES | TITLES_OF_FACTS))
    else:
        deliver(_dumped(diff, plans, format_), output)
    return 1 if exit_code and not diff["summary"]["identical"] else 0


def _dumped(diff: dict[str, Any], plans: list[dict[str, Any]], format_: str) -> str:
    titles = TITLES | TITLES_OF_FACTS
    if format_ in ("json", "yaml"):
        from kehoach.writers import writer

        return writer(format_).dump(diff)
    if format_ == "md":
        from kehoach.writers import diff_markdown

        return diff_markdown.dump(diff, plans[0], plans[1], titles)
    if format_ == "html":
        from kehoach.writers import diff_html

        return diff_html.dump(diff, plans[0], plans[1], titles)
    from kehoach.writers.diff_text import lines

    found = lines(diff, plans[0], plans[1], 80, titles)
    return "".join("".join(text for text, _ in line).rstrip() + "\n" for line in found)
