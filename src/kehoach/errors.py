"""What can go wrong, in a few kinds: each error says what is wrong, where, and what to try."""

from __future__ import annotations


class KehoachError(Exception):
    """Base of every error that ``kehoach`` raises on purpose.

    ``str(error)`` is one line: ``where: what is wrong; what to try``, without the parts that are not known.

    Args:
        message: what is wrong, in a few words.
        name: the file (or ``<stdin>``, ``<text>``) it is wrong in.
        line: its line, counted from 1.
        hint: what to try.
    """

    exit_code = 3

    def __init__(
        self, message: str, *, name: str | None = None, line: int | None = None, hint: str | None = None
    ) -> None:
        super().__init__(message)
        self.message = message
        self.name = name
        self.line = line
        self.hint = hint

    def __str__(self) -> str:
        where = self.name or ""
        if self.line is not None:
            where += f":{self.line}" if where else f"line {self.line}"
        out = f"{where}: {self.message}" if where else self.message
        if self.hint:
            out += f"; {self.hint}"
        return " ".join(out.split())


class UnreadableError(KehoachError):
    """The input cannot be read as a plan's text: no such file, a format unknown here, broken encoding, too large."""


class UnreachableError(UnreadableError):
    """A place that is named by URL does not answer, or lets nobody in: no file in it is at fault."""


class InvalidPlanError(KehoachError):
    """Data that should be a plan does not keep to the format.

    ``faults`` lists every fault as ``(path, message)``, with paths such as ``tasks.0.span.start``.
    """

    exit_code = 1

    def __init__(
        self, message: str, *, name: str | None = None, line: int | None = None, hint: str | None = None,
        faults: tuple[tuple[str, str], ...] = (),
    ) -> None:  # fmt: skip
        super().__init__(message, name=name, line=line, hint=hint)
        self.faults = faults


class OutputError(KehoachError):
    """The result cannot be written where it was asked for."""

    exit_code = 2


class QueryError(KehoachError):
    """A question in SQL cannot be answered: it is not understood, or it does more than read."""

    exit_code = 2


class MissingLibraryError(KehoachError):
    """A library that only some need, and that is therefore an extra, is not installed.

    Args:
        library: its name.
        extra: the extra of kehoach that brings it.
        purpose: what it does, as in "writes Excel workbooks".
    """

    exit_code = 2

    def __init__(self, library: str, extra: str, purpose: str) -> None:
        super().__init__(f"{library}, which {purpose}, is not installed", hint=f"pip install 'kehoach[{extra}]'")
