"""The blocks that documents show, and how to run their command lines: programs, pipes and ``&&``, a word of shell."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import NamedTuple

from markdown_it import MarkdownIt

Runner = Callable[[list[str], bytes], tuple[int, bytes, str]]
"""Runs ``kehoach`` with arguments and standard input; gives the exit code, standard output and standard error."""


class Shown(NamedTuple):
    """One stage of a command line: its words, where its output goes, the file that is its input."""

    words: list[str]
    to: str | None
    piped: bool
    given: str | None


class Block(NamedTuple):
    """A fenced block of a document: its language, its content, the line it starts on."""

    language: str
    content: str
    line: int


@cache
def fenced(path: Path) -> list[Block]:
    """Every fenced block of a document."""
    tokens = MarkdownIt("commonmark").parse(path.read_text("utf-8"))
    return [Block(t.info.strip(), t.content, (t.map or [0])[0] + 1) for t in tokens if t.type == "fence"]


def lines_of(path: Path) -> list[str]:
    """Every line of a document's blocks of shell, comments left out; lines that go on are joined."""
    lines = [line for block in fenced(path) if block.language == "sh" for line in _joined(block.content)]
    return [line for line in (line.partition("  #")[0].strip() for line in lines) if line]


def sessions(path: Path) -> list[tuple[str, list[str]]]:
    """(command line, the lines that it prints) of a document's blocks of a console."""
    out: list[tuple[str, list[str]]] = []
    for block in fenced(path):
        for line in block.content.splitlines() if block.language == "console" else ():
            if line.startswith("$ "):
                out.append((line[2:], []))
            else:
                out[-1][1].append(line)
    return out


def blocks(path: Path) -> list[str]:
    """The command lines in a document's blocks of shell that call ``kehoach``."""
    return [line for line in lines_of(path) if re.search(r"(?:^|[|&] *)kehoach ", line)]


def _joined(content: str) -> list[str]:
    return content.replace("\\\n", " ").splitlines()


def prints(printed: list[str], shown: list[str]) -> bool:
    """Whether ``printed`` is what a document shows; a line ``…`` there stands for any lines."""
    if not shown:
        return not printed
    if shown[0] == "…":
        return any(prints(printed[k:], shown[1:]) for k in range(len(printed) + 1))
    return bool(printed) and printed[0] == shown[0] and prints(printed[1:], shown[1:])


def stages(line: str) -> list[Shown]:
    """The programs of a command line, in order."""
    words = shlex.shlex(line, posix=True, punctuation_chars="|&<>")
    words.whitespace_split, words.commenters = True, "#"
    out: list[Shown] = []
    current: list[str] = []
    to: str | None = None
    given: str | None = None
    tokens = [*words, "&&"]
    for i, token in enumerate(tokens):
        if token in ("|", "&&"):
            out.append(Shown(current, to, token == "|", given))
            current, to, given = [], None, None
        elif token in (">", ">>"):
            to = tokens[i + 1]
        elif token == "<":
            given = tokens[i + 1]
        elif not (i and tokens[i - 1] in ("<", ">", ">>")):
            current.append(token)
    return out


def run_line(line: str, folder: Path, kehoach: Runner) -> list[str]:
    """Run a command line in ``folder``, which is the working folder; what went wrong, a line each."""
    given, wrong = b"", []
    for stage in stages(line):
        words = [name for word in stage.words for name in (_named(word, folder) if "*" in word else [word])]
        if words[0] == "kehoach":
            code, out, err = kehoach(words[1:], (folder / stage.given).read_bytes() if stage.given else given)
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
