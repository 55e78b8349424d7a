"""The ``kehoach`` command: one file a subcommand, loaded only when it is called.

Exit codes: 0 fine; 1 findings; 2 wrong usage; 3 unreadable input; 70 a fault in kehoach itself.
"""

from __future__ import annotations

import atexit
import gc
import os
import sys

COMMANDS = {
    "parse": "Read plans into structured data.",
    "text": "Print the text that spans index.",
    "outline": "Show the tree of a plan.",
    "show": "Summarise a plan for a person.",
    "table": "Put the facts of plans into rows: CSV, Excel, calendars.",
    "diff": "Show what differs between two plans.",
    "compare": "Set many plans side by side in a table.",
    "report": "Make one HTML page: a plan beside its source, plans compared.",
    "batch": "Read whole folders of plans, restartable, by several processes.",
    "query": "Ask in SQL what is in the plans that batch has read.",
    "validate": "Check plans in YAML or JSON against the format.",
    "lint": "Find what a careful clerk would send a plan back for.",
    "schema": "Print the JSON Schema of a format.",
    "doctor": "Show what can be read and written here.",
    "completion": "Print a script that completes commands in a shell.",
}
"""Subcommands in the order of the help, with their short help; a test holds it equal to the commands' own."""

_HELP = """\
Usage: kehoach [OPTIONS] COMMAND [ARGS]...

  Read Vietnamese government plans (Kế hoạch) into structured data.

  Examples:
    kehoach parse plan.txt -o plan.yaml
    kehoach show plan.txt

Options:
  --version   Show the version and exit.
  -h, --help  Show this message and exit.

Commands:
{commands}

  Exit codes: 0 fine, 1 findings, 2 wrong usage, 3 unreadable input.
  'kehoach COMMAND --help' tells more, with examples."""


def help_text() -> str:
    """The help of ``kehoach`` itself."""
    return _HELP.format(commands="\n".join(f"  {name:12}{short}" for name, short in COMMANDS.items()))


def main(argv: list[str] | None = None) -> int:
    """Run the command line and return its exit code; errors are one line on standard error."""
    gc.set_threshold(50_000)  # modules and one plan are many objects and few cycles: looking for those seldom is enough
    args = sys.argv[1:] if argv is None else argv
    _open_closed()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    if args in (["--help"], ["-h"]):  # what people and shells ask for most often, without loading click
        try:
            print(help_text(), flush=True)
        except OSError as error:
            from kehoach.cli.output import unwritten

            return unwritten(error)
        return 0
    try:
        if args[:1] == ["parse"]:
            from kehoach.cli.parsing import plainly

            code = plainly(args[1:])
            if code is not None:
                if argv is None:
                    atexit.register(gc.freeze)  # what ends with the process is not looked through for garbage
                return code
        from kehoach.cli.group import run
    except ImportError as error:  # a library that comes with kehoach is gone, so there is no click to tell it
        print(f"kehoach: the installation is broken ({error}); pip install --force-reinstall kehoach", file=sys.stderr)
        return 70
    return run(argv)


def _open_closed() -> None:
    """Put something in the place of streams that are closed (``>&-``): output that cannot be written is then told."""
    if sys.stdout is None:
        sys.stdout = open(os.devnull, encoding="utf-8")  # noqa: SIM115
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
