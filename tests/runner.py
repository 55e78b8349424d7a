"""Run the command line inside the test's own process."""

from __future__ import annotations

import io
import sys
from dataclasses import dataclass
from unittest.mock import patch

from kehoach.cli import main


@dataclass(slots=True)
class Ran:
    """What a run left behind."""

    code: int
    raw: bytes
    err: str

    @property
    def out(self) -> str:
        """Standard output as text."""
        return self.raw.decode()


def run(*args: object, stdin: bytes = b"") -> Ran:
    """``kehoach`` with ``args``; standard output is no terminal."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="ascii", write_through=True) for _ in range(2))
    with (
        patch.object(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin))),
        patch.object(sys, "stdout", out),
        patch.object(sys, "stderr", err),
    ):
        code = main([str(arg) for arg in args])
        out.flush()
        err.flush()
    return Ran(code, out.buffer.getvalue(), err.buffer.getvalue().decode())


def one_line(err: str) -> bool:
    """Whether standard error is exactly one line that says who speaks."""
    return err.startswith("kehoach: ") and err.count("\n") == 1 and err.endswith("\n")
