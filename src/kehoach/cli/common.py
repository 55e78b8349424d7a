"""What the subcommands share: options for input, reading plans, writing to standard output."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any, TypeVar, cast

import click

from kehoach.cli.group import ReaderGoneError
from kehoach.readers import ReadOptions, SourceText, read
from kehoach.readers.options import MAX_BYTES

F = TypeVar("F", bound=Callable[..., Any])


def input_options(function: F) -> F:
    """Options of every command that reads plans; they reach it as ``options``, a :class:`ReadOptions`."""

    @wraps(function)
    def bundled(*, encoding: str | None, max_bytes: int, **rest: Any) -> Any:
        return function(options=ReadOptions(encoding=encoding, max_bytes=max_bytes), **rest)

    command = click.option(
        "--max-bytes", type=click.IntRange(min=1), default=MAX_BYTES, show_default=True, metavar="N",
        help="Refuse larger files.",
    )(bundled)  # fmt: skip
    return cast(F, click.option(
        "--encoding", metavar="NAME", help="Encoding of the input; otherwise UTF-8 or what a byte order mark says."
    )(command))  # fmt: skip


def check_files(files: tuple[str, ...]) -> tuple[str, ...]:
    """``files``, where standard input is among them at most once."""
    if files.count("-") > 1:
        raise click.UsageError("standard input ('-') can be read only once")
    return files


def plan_of(source: SourceText) -> dict[str, Any]:
    """The plan in ``source`` as plain data, checked against the plan format."""
    from kehoach.models.check import checked
    from kehoach.parsers import parse_source

    return checked(parse_source(source), source.name)


def load(path: str, options: ReadOptions) -> tuple[SourceText, dict[str, Any]]:
    """A file's text and the plan in it."""
    source = read(path, options)
    return source, plan_of(source)


def emit(text: str) -> None:
    """Write ``text`` to standard output as UTF-8, line breaks unchanged on every system.

    Raises:
        ReaderGoneError: whoever read it has closed the pipe.
    """
    sys.stdout.flush()
    buffer = getattr(sys.stdout, "buffer", None)
    try:
        if buffer is None:
            sys.stdout.write(text)
        else:
            buffer.write(text.encode("utf-8", "backslashreplace"))
            buffer.flush()
    except BrokenPipeError:
        raise ReaderGoneError from None


Piece = tuple[str, str]
"""Some text and its style in rich's words; '' for none."""


def emit_lines(lines: Iterable[list[Piece]]) -> None:
    """Write styled lines: in colour on a terminal, plain elsewhere or where NO_COLOR is set."""
    if wants_colour():
        from rich.console import Console
        from rich.text import Text

        console = Console(highlight=False, force_terminal=True)
        with console.capture() as capture:
            for line in lines:
                console.print(Text.assemble(*line), soft_wrap=True)
        emit(capture.get())
    else:
        emit("".join("".join(text for text, _ in line).rstrip() + "\n" for line in lines))


def wants_colour() -> bool:
    """Whether standard output is a terminal that shows colours; NO_COLOR and FORCE_COLOR decide before it."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
