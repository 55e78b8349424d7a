"""The layers of facts laid over the items: each layer reads one text, this room gives it its place in the plan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from kehoach.folding import prepare
from kehoach.parsers import assignments, layer_citations, layer_dates, layer_money, layer_targets, strays
from kehoach.parsers.document import OVER_NEW_YEAR
from kehoach.parsers.items import Item, flat
from kehoach.parsers.reading import Duty, Reading
from kehoach.parsers.scene import Facts, Scene, headings_of
from kehoach.parsers.view import View
from kehoach.parsers.words import Words

if TYPE_CHECKING:
    from kehoach.parsers.annexes import Annex

_DAY_LENGTH = len("2031-06-15")


def read(
    view: View,
    reading: Reading,
    parts: dict[str, list[Item]],
    duty_items: Sequence[Sequence[Item]],
    annexed: Sequence[tuple[Annex, list[Item]]],
    document: dict[str, Any],
    title: Words | None,
) -> Facts:
    """All facts of the plan. Blank forms among the annexes state none."""
    items = [item for group in parts.values() for item in flat(group)]
    items += _assigned(reading.duties, duty_items)
    items += [item for annex, group in annexed if not annex.form for item in flat(group)]
    items.sort(key=lambda x: (x.node.start, x.id))
    strays.read_without(items)
    prepare([item.text for item in items])
    year, first = _single_year(document), _first_year(document)
    past = _past(document, first)
    scene = Scene(view, reading, items, year, first, _issued(document), past, headings_of(view, reading))
    facts = Facts()
    layer_citations.read(scene, facts, document, title)
    layer_dates.read(scene, facts)
    layer_targets.read(scene, facts)
    layer_money.read(scene, facts)
    facts.assignments = assignments.read(scene)
    for annex, group in annexed:
        if not annex.form and not group and annex.title is not None:
            for table in annex.tables:
                layer_dates.schedule(scene, facts, table, None, annex.title.text)
    for table, heading in reading.schedules:
        layer_dates.schedule(scene, facts, table, None, heading.text)
    for item in items:
        for table in item.schedules:
            layer_dates.schedule(scene, facts, table, item.id, item.text)
    facts.target_labels = [_target_labels(group) for group in duty_items]
    return facts


def _assigned(duties: Sequence[Duty], duty_items: Sequence[Sequence[Item]]) -> Iterator[Item]:
    """The items of the duties, each with the names of those who have to see to it."""
    for duty, group in zip(duties, duty_items, strict=True):
        names = [a.name for a in duty.agencies]
        for item in flat(group):
            item.agencies = names
            yield item


def _target_labels(group: Sequence[Item]) -> list[str]:
    return sorted({number for item in flat(group) for number in layer_targets.answered(item.text)}, key=int)


def _first_year(document: dict[str, Any]) -> int | None:
    """The year the plan begins: of its period, else of its date."""
    period = document["period"]
    return int(period["start"]) if period and not _only_ends(document) else _dated(document)


def _single_year(document: dict[str, Any]) -> int | None:
    """The plan's own single year; a school year or a season is two, so the date's year stands for it."""
    if _has_years(document):
        period = document["period"]
        if _only_ends(document):
            return None
        return int(period["start"]) if period["start"] == period["end"] else None
    return _dated(document)


def _past(document: dict[str, Any], first: int | None) -> int:
    """The last year before a plan: plans of the next year are issued in this one, and may set aims for its rest."""
    dated = _dated(document)
    return 0 if first is None else first - 1 if dated is not None and dated >= first else first - 2


def _issued(document: dict[str, Any]) -> str | None:
    """The plan's day, where only that tells its year."""
    date = document["date"]
    value: str | None = date["value"] if date and not _has_years(document) else None
    return value if value and len(value) == _DAY_LENGTH else None


def _has_years(document: dict[str, Any]) -> bool:
    """Whether the title names the plan's years; a school year or a season gives none to a day."""
    title = (document["title"] or "").lower()
    return bool(document["period"]) and not any(map(title.__contains__, OVER_NEW_YEAR))


def _only_ends(document: dict[str, Any]) -> bool:
    """Whether the title of a plan says only by when it ends: "đến năm 2030" in a plan of 2023."""
    period, issued = document["period"], _dated(document)
    return bool(period and issued and period["start"] == period["end"] and period["start"] > issued + 1)


def _dated(document: dict[str, Any]) -> int | None:
    date = document["date"]
    return int(date["value"][:4]) if date and date["value"] else None
