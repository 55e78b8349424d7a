"""``kehoach doctor``: what is installed, what can be read and written here, what to install for the rest."""

from __future__ import annotations

import json
from typing import Any

import click

from kehoach.cli.common import Piece, emit_lines
from kehoach.cli.output import INTERNAL, emit
from kehoach.installation import examine


@click.command("doctor", short_help="Show what can be read and written here.")
@click.option("-f", "--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True,
              help="Output format.")  # fmt: skip
def command(format_: str) -> int:
    """Show what is installed, which formats can be read and written with it, and what to install for the others.

    The exit code is 0 whatever extras are missing, and 70 where the installation itself is broken.

    \b
    Examples:
      kehoach doctor
      kehoach doctor -f json
    """
    found = examine()
    if format_ == "json":
        emit(json.dumps(found, ensure_ascii=False, indent=2) + "\n")
    else:
        emit_lines(_lines(found))
    return INTERNAL if found["faults"] else 0


def _lines(found: dict[str, Any]) -> list[list[Piece]]:
    lines: list[list[Piece]] = [
        [(f"kehoach {found['kehoach']}", "bold"), (f", Python {found['python']}, {found['system']}", "")]
    ]
    if found["faults"]:
        lines += [[("broken: ", "bold red"), (fault, "")] for fault in found["faults"]]
        lines.append([("to do:  ", "bold"), ("pip install --force-reinstall kehoach", "")])
    else:
        whole = ", ".join(f"{row['name']} {row['version']}" for row in found["needs"])
        lines.append([(f"the installation is whole: {whole}", "")])
    for title in ("reads", "writes", "also"):
        lines += [[], [(title, "bold")]]
        for row in found[title]:
            lines += _row(row)
    return lines


def _row(row: dict[str, Any]) -> list[list[Piece]]:
    mark = ("yes", "green") if row["ready"] else ("no ", "yellow")
    endings = f" ({' '.join(row['endings'])})" if row["endings"] else ""
    told = ", ".join(row["with"]) if row["ready"] else ", ".join(row["missing"])
    line: list[Piece] = [("  ", ""), mark, (f" {row['name']}{endings}", "")]
    if told:
        line.append((f": {told}", "dim" if row["ready"] else ""))
    return [line, *([("      install: ", ""), (how, "")] for how in row["install"])]
