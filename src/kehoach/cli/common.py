"""What the subcommands share: options for input, plans in several files, styled lines."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial, wraps
from typing import TYPE_CHECKING, Any, TypeVar, cast

import click

from kehoach.cli.output import complain, emit, internal
from kehoach.cli.reading import called, looks_like_one, plan_of, show_progress
from kehoach.errors import InvalidPlanError, KehoachError
from kehoach.readers import ReadOptions, SourceText, read
from kehoach.readers.options import MAX_BYTES, MAX_PAGES, TIMEOUT

if TYPE_CHECKING:
    from kehoach.readers.data import Record

T = TypeVar("T")
F = TypeVar("F", bound=Callable[..., Any])


def input_options(function: F) -> F:
    """Options of every command that reads plans; they reach it as ``options``, a :class:`ReadOptions`."""

    @wraps(function)
    def bundled(*, encoding: str | None, max_bytes: int, max_pages: int, timeout: float, ocr: str, **rest: Any) -> Any:
        options = ReadOptions(
            encoding=encoding, max_bytes=max_bytes, max_pages=max_pages, timeout=timeout, ocr=ocr,
            on_page=show_progress if sys.stderr.isatty() else None,
        )  # fmt: skip
        return function(options=options, **rest)

    command: Any = bundled
    for option in reversed((
        click.option(
            "--encoding", metavar="NAME",
            help="Encoding of the input (utf-16-le, tcvn3, vni …); otherwise found.",
        ),
        click.option(
            "--ocr", type=click.Choice(["auto", "always", "never"]), default="auto", show_default=True,
            help="Recognise text on pages that have none, on all, on none.",
        ),
        click.option(
            "--max-bytes", type=click.IntRange(min=1), default=MAX_BYTES, show_default=True, metavar="N",
            help="Refuse larger files.",
        ),
        click.option(
            "--max-pages", type=click.IntRange(min=1), default=MAX_PAGES, show_default=True, metavar="N",
            help="Refuse longer PDF files and scans.",
        ),
        click.option(
            "--timeout", type=click.FloatRange(min=0, min_open=True), default=TIMEOUT, show_default=True, metavar="S",
            help="Seconds that reading one file may take.",
        ),
    )):  # fmt: skip
        command = option(command)
    return cast(F, command)


def check_files(files: tuple[str, ...]) -> tuple[str, ...]:
    """``files``, where standard input is among them at most once."""
    if files.count("-") > 1:
        raise click.UsageError("standard input ('-') can be read only once")
    return files


def keep_inputs(files: Iterable[str | None], *outputs: str | None) -> None:
    """Refuse to write over a file that is read, whatever name it is called by."""
    there = [output for output in outputs if output is not None and os.path.isfile(output)]
    inputs = {_identity(path) for path in files if path and path != "-" and os.path.isfile(path)} if there else set()
    for output in there:
        if _identity(output) in inputs:
            raise click.UsageError(f"{output} is an input: name another output")


def _identity(path: str) -> tuple[int, int]:
    found = os.stat(path)
    return found.st_dev, found.st_ino


def format_by_ending(output: str | None, endings: dict[str, str]) -> str:
    """The format that a file's ending names; ``text`` for any other, and where there is no file."""
    return endings.get(os.path.splitext(output or "")[1].lower(), "text")


@dataclass(slots=True, eq=False, repr=False)
class Plans:
    """The plans in several files, as printed or as data already; a file of data may hold several.

    What cannot be read is told on standard error and left out; ``code`` is then the exit code it asks for.
    """

    files: tuple[str, ...]
    options: ReadOptions
    code: int = 0
    text: str | None = None
    """The text that the spans of the plan given last index; ``None`` where it was data."""
    doubtful: int = 0
    """How many of the plans look like none, which has been told."""

    def __iter__(self) -> Iterator[dict[str, Any]]:
        for path in self.files:
            for plan in self._told(path, partial(self.opened, path)) or []:
                read_plan = self._told(path, plan)
                if read_plan is not None:
                    yield read_plan

    def opened(self, path: str) -> list[Callable[[], dict[str, Any]]]:
        """A function for each plan of a file, which gives it or says what is wrong with it."""
        from kehoach.readers.data import is_data, records

        source = read(path, self.options)
        if not is_data(source.text):
            self.text = source.text
            return [partial(self._printed, source, path)]
        self.text = None
        name = called(path)
        return [partial(_plan_in, record, name) for record in records(source.text, name)]

    def _printed(self, source: SourceText, path: str) -> dict[str, Any]:
        plan = plan_of(source)
        self.doubtful += not looks_like_one(plan, source, path)
        return plan

    def _told(self, path: str, get: Callable[[], T]) -> T | None:
        """What ``get`` gives; ``None`` where it fails, which is told."""
        try:
            return get()
        except KehoachError as error:
            complain(str(error))
            self.code = max(self.code, error.exit_code)
        except Exception as error:
            self.code = max(self.code, internal(error, path))
        return None


def one_plan(path: str, options: ReadOptions) -> dict[str, Any]:
    """The one plan in a file, as printed or as data; a line on standard error where it looks like none.

    Raises:
        UnreadableError: it cannot be read, or holds several.
        InvalidPlanError: it is data that does not keep to the plan format.
    """
    from kehoach.comparing.inputs import one_of

    return one_of(Plans((path,), options).opened(path), called(path))()


def _plan_in(record: Record, name: str) -> dict[str, Any]:
    """The plan that a record of data is, checked against the plan format."""
    from kehoach.models.check import plan_faults

    faults = record.faults or [(record.line_of(at), at, message) for at, message in plan_faults(record.data)]
    if faults:
        line, at, message = faults[0]
        where = ".".join(map(str, at))
        told = f"{where}: {message}" if where else message
        raise InvalidPlanError(told, name=name, line=line, hint="'kehoach validate' tells all")
    plan: dict[str, Any] = record.data
    return plan


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
