"""What ``kehoach parse`` does with its files; loads no click."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator
from functools import partial
from typing import Any

from kehoach.cli.output import COMPLETE, complain, emit, guarded, internal
from kehoach.cli.reading import load, show_progress
from kehoach.errors import KehoachError
from kehoach.readers import ReadOptions
from kehoach.writers import FORMATS, Writer, writer

LIGHT_WARNINGS = frozenset({"from-record", "inferred"})
"""Codes of warnings that ``--strict`` lets pass: they say how something was read, not that it may be wrong."""

_ALWAYS = ("schema_version", "source")


class Run:
    """One call of the command."""

    __slots__ = ("code", "files", "options", "sections", "spans", "strict")

    def __init__(
        self,
        files: tuple[str, ...],
        options: ReadOptions,
        sections: tuple[str, ...] = (),
        spans: bool = True,
        strict: bool = False,
    ) -> None:
        self.files = files
        self.options = options
        self.sections = sections
        self.spans = spans
        self.strict = strict
        self.code = 0

    def plans(self, name: str | None = None) -> Iterator[dict[str, Any]]:
        """The plans of all files, or of one; an unreadable file is told on standard error and left out."""
        for path in self.files if name is None else (name,):
            try:
                source, plan = load(path, self.options)
            except KehoachError as error:
                complain(str(error))
                self.code = max(self.code, error.exit_code)
                continue
            except Exception as error:
                self.code = max(self.code, internal(error, path))
                continue
            if self.strict:
                self._weigh(plan, source.name)
            yield self._chosen(plan)

    def _weigh(self, plan: dict[str, Any], name: str) -> None:
        for warning in plan["warnings"]:
            if warning["code"] not in LIGHT_WARNINGS:
                where = f"{name}:{warning['span']['line']}" if warning["span"] else name
                print(f"{where}: {warning['code']}: {warning['message']}", file=sys.stderr, flush=True)
                self.code = max(self.code, 1)

    def _chosen(self, plan: dict[str, Any]) -> dict[str, Any]:
        if self.sections:
            plan = {key: value for key, value in plan.items() if key in _ALWAYS or key in self.sections}
        elif not self.spans:
            plan = {key: value for key, value in plan.items() if key != "blocks"}
        return plan if self.spans else without_spans(plan)

    def texts(self, to: Writer) -> Iterator[str]:
        """The plans as texts of a format, one of many where there are several files."""
        return map(to.dump if len(self.files) == 1 else to.dump_one_of_many, self.plans())

    def print(self, format_: str) -> int:
        """Write the plans to standard output and return the exit code."""
        for text in self.texts(writer(format_)):
            emit(text)
        return self.code


def plainly(args: list[str]) -> int | None:
    """Run ``parse FILE [-f FORMAT]``, the call that programs make a thousand times, without loading click.

    Returns:
        The exit code, or ``None``, with nothing done, where ``args`` (what follows ``parse``) ask for anything else.
    """
    files, format_ = [], "yaml"
    rest = iter(args)
    for arg in rest:
        if arg in ("-f", "--format"):
            format_ = next(rest, "")
        else:
            files.append(arg)
    if len(files) != 1 or format_ not in FORMATS or COMPLETE in os.environ:
        return None
    if files != ["-"] and (files[0].startswith("-") or not os.path.isfile(files[0])):
        return None
    options = ReadOptions(on_page=show_progress if sys.stderr.isatty() else None)
    collects = gc.isenabled()
    gc.disable()  # one plan is soon done
    try:
        return guarded(partial(Run((files[0],), options).print, format_))
    finally:
        if collects:
            gc.enable()


def without_spans(node: Any) -> Any:
    """``node`` with every ``span`` key left out, at any depth."""
    if isinstance(node, dict):
        return {key: without_spans(value) for key, value in node.items() if key != "span"}
    if isinstance(node, list):
        return [without_spans(value) for value in node]
    return node
