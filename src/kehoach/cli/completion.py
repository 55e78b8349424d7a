"""``kehoach completion``: a script that lets a shell complete commands, options and file names."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from kehoach.cli.group import cli
from kehoach.cli.output import COMPLETE, emit


@click.command("completion", short_help="Print a script that completes commands in a shell.")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]), metavar="bash|zsh|fish")
def command(shell: str) -> int:
    """Print a script for a shell that lets the Tab key complete commands, options and file names.

    bash needs to be 4.4 or newer.

    \b
    Examples:
      kehoach completion bash > ~/.kehoach-complete && echo '. ~/.kehoach-complete' >> ~/.bashrc
      kehoach completion zsh > ~/.kehoach-complete && echo '. ~/.kehoach-complete' >> ~/.zshrc
      kehoach completion fish > ~/.config/fish/completions/kehoach.fish
    """
    kind = get_completion_class(shell)
    if kind is None:  # pragma: no cover  # click knows all three
        raise click.UsageError(f"there is no completion for {shell}")
    complete = kind(cli, {}, "kehoach", COMPLETE)
    # Not source(), which starts bash to ask for its version: the script may be for another machine.
    emit(complete.source_template % complete.source_vars() + "\n")
    return 0
