"""``kehoach show``: a readable summary of a plan."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import click

from kehoach.cli.common import Piece, emit_lines, input_options, load
from kehoach.cli.tree import TITLES, counts
from kehoach.readers import ReadOptions

Line = list[Piece]


@click.command("show", short_help="Summarise a plan for a person.")
@click.argument("file")
@input_options
def command(file: str, options: ReadOptions) -> int:
    """Summarise the plan in FILE: letterhead, sections with counts, duties by agency, targets, deadlines, warnings.

    \b
    Example:
      kehoach show plan.txt
    """
    _, plan = load(file, options)
    emit_lines(summary(plan))
    return 0


def summary(plan: dict[str, Any]) -> Iterator[Line]:
    """The lines of the summary, styled."""
    yield from _letterhead(plan["document"])
    signers = [signature["name"] for signature in plan["signatures"] if signature["name"]]
    if signers:
        yield [("Signed:  ", "dim"), (", ".join(signers), "")]
    parts = (
        ("Sections", _sections(plan)),
        ("Duties by agency", _duties(plan["duties"])),
        ("Targets", _targets(plan["targets"])),
        ("Deadlines", _deadlines(plan["deadlines"])),
        ("Warnings", _warnings(plan["warnings"])),
    )
    for title, lines in parts:
        body = list(lines)
        if body:
            yield []
            yield [(title, "bold cyan"), (f" ({len(body)})", "dim")]
            yield from ([("  ", ""), *line] for line in body)


def _letterhead(document: dict[str, Any]) -> Iterator[Line]:
    number, date, issuer, period = (document[key] for key in ("number", "date", "issuer", "period"))
    head = document["type"] or "(kind of document not found)"
    yield [(head, "bold"), (f" số {number['text']}" if number else "", "bold")]
    if document["title"]:
        yield [(document["title"], "bold")]
    if issuer and issuer["name"]:
        level = f" ({issuer['level']})" if issuer["level"] else ""
        yield [("Issuer:  ", "dim"), (issuer["name"], ""), (level, "dim")]
    if date:
        yield [
            ("Date:    ", "dim"),
            (", ".join(x for x in (document["place"], date["value"] or date["text"]) if x), ""),
        ]
    if period:
        years = str(period["start"]) if period["start"] == period["end"] else f"{period['start']}-{period['end']}"
        yield [("Period:  ", "dim"), (years, "")]


def _sections(plan: dict[str, Any]) -> Iterator[Line]:
    for name, own, total in counts(plan):
        below = f"  ({total} with those below)" if total > own else ""
        yield [(f"{name:13}", "green"), (f"{own:4}", ""), (below, "dim"), (f"  {TITLES[name]}", "dim")]


def _duties(duties: list[dict[str, Any]]) -> Iterator[Line]:
    for duty in duties:
        names = "; ".join(agency["name"] for agency in duty["agencies"]) or "(nobody named)"
        asked = "  (asked)" if duty["request"] else ""
        yield [(f"{len(duty['items']):4}  ", "green"), (names, ""), (f"{asked}  line {duty['span']['line']}", "dim")]


def _targets(targets: list[dict[str, Any]]) -> Iterator[Line]:
    for target in targets:
        aims = ", ".join(map(_aim, target["measures"]))
        yield [(aims, "green"), ("  ", ""), (target["indicator"] or target["text"], ""), (f"  {target['item']}", "dim")]


def _aim(measure: dict[str, Any]) -> str:
    value = f"{measure['value']:g}" if abs(measure["value"]) < 1e6 else str(measure["value"])
    if measure["value_max"] is not None:
        value += f"..{measure['value_max']:g}"
    sign = "" if measure["comparator"] in ("=", "range") else measure["comparator"] + " "
    by = f" by {measure['by']}" if measure["by"] else ""
    return f"{sign}{value} {measure['unit'] or ''}".rstrip() + by


def _deadlines(deadlines: list[dict[str, Any]]) -> Iterator[Line]:
    for deadline in deadlines:
        when = deadline["due"] or f"every {deadline['every']}"
        who = f"  {'; '.join(deadline['agencies'])}" if deadline["agencies"] else ""
        yield [(f"{when:23}", "green"), (deadline["text"], ""), (f"{who}  {deadline['item'] or ''}", "dim")]


def _warnings(warnings: list[dict[str, Any]]) -> Iterator[Line]:
    for warning in warnings:
        where = f"line {warning['span']['line']}: " if warning["span"] else ""
        yield [(where, "dim"), (warning["code"], "yellow"), (f": {warning['message']}", "")]
