"""What each room and layer contributes: the readings scored with one of them switched off at a time.

A switch replaces functions of the parser by ones that do nothing, while it is on. The rooms behind still run and make
what they can of what is left, so the figures say what is lost without a room, not what the room is worth alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from statistics import fmean
from typing import Any, NamedTuple
from unittest import mock

from tools.accuracy.markdown import table
from tools.accuracy.measured import means

from kehoach.parsers import (
    assignments,
    content,
    furniture,
    headings,
    layer_citations,
    layer_dates,
    layer_money,
    layer_targets,
    lost,
    outline,
    paragraphs,
    tables_columned,
    tables_piped,
    tops,
)
from kehoach.parsers.facts import agencies
from kehoach.parsers.scene import Facts
from readings import run
from readings.fields import FIELDS

BLIND = ("blind", "blind2", "blind3", "blind4")


def _gives(value: Any) -> Callable[..., Any]:
    """A function that gives this value whatever it is asked."""
    return lambda *_args, **_keywords: value


def _no_money(_scene: object, facts: Facts) -> None:
    facts.funding = {"sources": [], "amounts": [], "mentions": []}


class Switch(NamedTuple):
    """``parts``: (owner, attribute, replacement) of what is switched off."""

    name: str
    parts: tuple[tuple[Any, str, Callable[..., Any]], ...]


SWITCHES = (
    Switch("spoilt labels mended by their sequence", ((tops, "mend", _gives(None)),)),
    Switch("printed lines joined to paragraphs", ((paragraphs, "continues", _gives(False)),)),
    Switch(
        "page furniture, stamps and menus kept out",
        (
            (furniture, "mark_headers", _gives(None)),
            (furniture, "mark_stamps", _gives(None)),
            (furniture, "mark_rubbish", _gives(None)),
            (furniture, "record", _gives(False)),
            (furniture, "menu", _gives(False)),
        ),
    ),
    Switch("tables with bars", ((tables_piped, "find", _gives(None)),)),
    Switch("tables in columns of blanks", ((tables_columned, "find", _gives(None)),)),
    Switch("names of sections", ((headings, "kinds", _gives(())), (headings, "first", _gives(None)))),
    Switch(
        "sections whose heading is lost, read by content",
        (
            (outline._Builder, "_lost_heading", _gives(False)),
            (outline._Builder, "_next_part", _gives(False)),
            (lost, "find", _gives({})),
            (content, "judge", _gives(("tasks", ()))),
            (content, "unheaded", _gives(False)),
        ),
    ),
    Switch("register of agencies", ((agencies, "names_at", _gives([])),)),
    Switch("layer of citations", ((layer_citations, "read", _gives(None)),)),
    Switch("layer of dates", ((layer_dates, "read", _gives(None)), (layer_dates, "schedule", _gives(None)))),
    Switch("layer of targets", ((layer_targets, "read", _gives(None)),)),
    Switch("layer of money", ((layer_money, "read", _no_money),)),
    Switch("layer of assignments and partners", ((assignments, "read", _gives([])),)),
)


@contextmanager
def off(switch: Switch) -> Iterator[None]:
    """Switch a room off for the time of a ``with`` block.

    Raises:
        AttributeError: The parser has no such function any more: the switch has to follow it.
    """
    agencies.leading.cache_clear()  # what it remembers was read with another set of rooms
    try:
        with ExitStack() as stack:
            for owner, attribute, replacement in switch.parts:
                stack.enter_context(mock.patch.object(owner, attribute, replacement))
            yield
    finally:
        agencies.leading.cache_clear()


def fields(sets: Sequence[str]) -> dict[str, float]:
    """F1 of each field, the mean over the sets; every plan is parsed anew."""
    reached = [run.scores(set_, run.compared) for set_ in sets]
    return {field: fmean(scores[field].f1 for scores in reached) for field in FIELDS}


def changes(sets: Sequence[str] = BLIND, switches: Sequence[Switch] = SWITCHES) -> str:
    """A row a switch: how the means of F1 change, and which fields lose most."""
    whole = fields(sets)
    rows: list[tuple[object, ...]] = [("(nothing switched off)", *(f"{mean:.3f}" for mean in means(whole)), "")]
    for switch in switches:
        with off(switch):
            left = fields(sets)
        lost = {field: left[field] - whole[field] for field in FIELDS}
        worst = sorted((field for field in FIELDS if lost[field] <= -0.005), key=lambda field: lost[field])[:3]
        named = ", ".join(f"{field} {_signed(lost[field])}" for field in worst)
        moved = (_signed(a - b) for a, b in zip(means(left), means(whole), strict=True))
        rows.append((switch.name, *moved, named))
    return table(("switched off", "mean", "structure", "facts", "fields that lose most"), rows)


def _signed(change: float) -> str:
    return f"{change:+.3f}".replace("-", "−").replace("+0.000", "0.000").replace("−0.000", "0.000")
