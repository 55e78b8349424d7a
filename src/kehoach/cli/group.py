"""The click group behind ``kehoach``, and how its errors are told."""

from __future__ import annotations

import contextlib
import os
import re
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

import click

from kehoach import __version__
from kehoach.cli import COMMANDS, help_text
from kehoach.cli.output import COMPLETE, complain, guarded

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


class LazyGroup(click.Group):
    """A group that knows its commands by name and loads the module of the one that is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"kehoach.cli.{cmd_name}").command
        if COMPLETE in os.environ:
            _complete_files(command)
        return command

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Commands by their names, without loading one of them."""
        from click.shell_completion import CompletionItem

        found = [CompletionItem(name, help=short) for name, short in COMMANDS.items() if name.startswith(incomplete)]
        return found + click.Command.shell_complete(self, ctx, incomplete)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0]
        if name not in COMMANDS and not name.startswith("-"):
            ctx.fail(f"there is no command {name!r}{_nearest(name)}")
        return super().resolve_command(ctx, args)

    def get_help(self, ctx: click.Context) -> str:
        return help_text()


def _complete_files(command: click.Command) -> None:
    """Let a shell complete file names: for arguments without a choice, and options that name a FILE or a DIR."""
    for parameter in command.params:
        is_file = isinstance(parameter, click.Argument) or re.search("FILE|DIR", parameter.metavar or "") is not None
        if is_file and isinstance(parameter.type, click.types.StringParamType):
            parameter.type = click.Path()


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="kehoach", message="%(prog)s %(version)s")
def cli() -> None:
    """Read Vietnamese government plans (Kế hoạch) into structured data."""


def run(args: list[str] | None) -> int:
    """Run ``kehoach`` with ``args`` and return its exit code.

    ``None`` stands for those of the process; click then puts file names for ``*.txt`` where Windows' shells do not.
    """
    return guarded(partial(_run, args))


def _run(args: list[str] | None) -> int:
    try:
        code = cli.main(args=args, prog_name="kehoach", standalone_mode=False)
        return int(code or 0)
    except click.exceptions.NoArgsIsHelpError:
        with contextlib.suppress(OSError):
            click.echo(help_text(), err=True)
        return 2
    except click.ClickException as error:
        ctx = getattr(error, "ctx", None)
        hint = f" ({ctx.command_path} --help tells more)" if ctx is not None else ""
        complain(_plainly(error) + hint)
        return error.exit_code
    except click.Abort:
        return 130


def _plainly(error: click.ClickException) -> str:
    """What is wrong: numbers as people call them, and without the hundred names that a shell puts for ``*.txt``."""
    message = error.format_message()
    if not message.startswith("Got unexpected extra argument"):
        return message.replace("a valid integer range", "a whole number").replace("a valid float range", "a number")
    ctx = getattr(error, "ctx", None)
    takes = " ".join(p.make_metavar(ctx) for p in ctx.command.params if isinstance(p, click.Argument)) if ctx else ""
    extra = message.partition("(")[2].removesuffix(")")
    shown = extra if len(extra) <= _LONGEST else extra[:_LONGEST] + "…"
    return f"takes {takes or 'no arguments'}; there is more: {shown}"


_LONGEST = 60


def _nearest(name: str) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name, COMMANDS, n=1)
    return f", did you mean {near[0]!r}?" if near else f": there are {', '.join(COMMANDS)}"
