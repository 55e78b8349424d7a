"""The command lines that documents show, and how to run them: programs, pipes and ``&&``, a word of shell."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

Runner = Callable[[list[str], bytes], tuple[int, bytes, str]]
"""Runs ``kehoach`` with arguments and standard input; gives the exit code, standard output and standard error."""


class Shown(NamedTuple):
    """One stage of a command line: its words, where its output goes."""

    words: list[str]
    to: str | None
    piped: bool


_OTHERS = re.compile("kehoach (?:batch|query)")
"""Commands that run long or ask what a batch has left; tests of their own try them."""


def blocks(path: Path) -> list[str]:
    """The command lines in a document's blocks of shell that call ``kehoach``; lines that go on are joined."""
    found = re.findall(r"```(?:sh|console|bash)\n(.*?)```", path.read_text("utf-8"), re.DOTALL)
    lines = [line.strip().removeprefix("$ ") for block in found for line in block.replace("\\\n", " ").splitlines()]
    return [line for line in lines if re.search(r"(?:^|[|&] *)kehoach ", line) and not _OTHERS.search(line)]


def stages(line: str) -> list[Shown]:
    """The programs of a command line, in order."""
    words = shlex.shlex(line, posix=True, punctuation_chars="|&>")
    words.whitespace_split, words.commenters = True, "#"
    out: list[Shown] = []
    current: list[str] = []
    to: str | None = None
    tokens = [*words, "&&"]
    for i, token in enumerate(tokens):
        if token in ("|", "&&"):
            out.append(Shown(current, to, token == "|"))
            current, to = [], None
        elif token in (">", ">>"):
            to = tokens[i + 1]
        elif not (i and tokens[i - 1] in (">", ">>")):
            current.append(token)
    return out


def run_line(line: str, folder: Path, kehoach: Runner) -> list[str]:
    """Run a command line in ``folder``, which is the working folder; what went wrong, a line each."""
    given, wrong = b"", []
    for stage in stages(line):
        words = [name for word in stage.words for name in (_named(word, folder) if "*" in word else [word])]
        if words[0] == "kehoach":
            code, out, err = kehoach(words[1:], given)
            if code not in (0, 1) or "Traceback" in err:
                wrong.append(f"{line}: exit code {code}: {err}")
        elif words[0] == "cat":
            out = b"".join((folder / name).read_bytes() for name in words[1:])
        elif words[0] == "echo":
            out = " ".join(words[1:]).encode()
        elif words[0] == "python":
            command = [sys.executable, "-X", "utf8", *words[1:]]
            done = subprocess.run(command, input=given, capture_output=True, check=False)
            out = done.stdout
            wrong += [f"{line}: {done.stderr.decode()}"] if done.returncode else []
        else:
            wrong.append(f"{line}: nobody here knows {words[0]}")
            out = b""
        given = out if stage.piped else b""
    return wrong


def _named(pattern: str, folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.glob(pattern)) or [pattern]
