"""One file into a plan, for every command; loads no click."""

from __future__ import annotations

import sys
from typing import Any

from kehoach.cli.output import complain
from kehoach.errors import UnreadableError
from kehoach.knowledge.patterns import lazy
from kehoach.readers import ReadOptions, SourceText, read


def show_progress(done: int, count: int) -> None:
    """Show on a terminal how many of a file's pages are recognised; the line is gone when all are."""
    if done < count:
        print(f"\rrecognising text: {done} of {count} pages", end="", file=sys.stderr, flush=True)
    else:
        print("\r" + " " * 60 + "\r", end="", file=sys.stderr, flush=True)


def called(path: str) -> str:
    """What messages call a file: as it was named, but for standard input."""
    return "<stdin>" if path == "-" else path


def plan_of(source: SourceText) -> dict[str, Any]:
    """The plan in ``source`` as plain data, checked against the plan format."""
    from kehoach.models.check import checked
    from kehoach.parsers import parse_source

    return checked(parse_source(source), source.name)


def load(path: str, options: ReadOptions) -> tuple[SourceText, dict[str, Any]]:
    """A file's text and the plan in it; a line on standard error where it looks like no plan.

    Raises:
        UnreadableError: there is no text, or data that 'parse' has written already.
    """
    source = read(path, options)
    if _DATA.match(source.text):
        raise UnreadableError(
            "is a plan that is data already",
            name=called(path),
            hint="'kehoach show', 'table', 'diff' and 'validate' take it as it is",
        )
    plan = plan_of(source)
    looks_like_one(plan, source, path)
    return source, plan


_DATA = lazy(r"""[\s\ufeff]*(?:---\s+)?(?:['"]?schema_version['"]?\s*:|\{\s*"schema_version"\s*:)""")


def looks_like_one(plan: dict[str, Any], source: SourceText, path: str) -> bool:
    """Whether the plan in ``source`` looks like one; a line on standard error where it does not."""
    if not _looks_like_none(plan):
        return True
    what = "looks like no plan" if source.text.strip() else "is empty"
    complain(f"{called(path)}: {what}; check that it is the right file")
    return False


def _looks_like_none(plan: dict[str, Any]) -> bool:
    """Whether nothing was found that a plan has and another text has not: a letterhead, a heading, who signs."""
    kinds = {block["kind"] for block in plan["blocks"]}
    return kinds.isdisjoint(("letterhead", "heading")) and not (plan["duties"] or plan["signatures"] or plan["basis"])
