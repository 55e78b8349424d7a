"""What is compared, kind by kind: the facts that a row of ``tests/data/facts/`` names and those a layer finds, as bags.

Each function takes a row and gives both bags. What a row does not ask for is not compared.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from kehoach.parsers.facts import agencies as agency_layer
from kehoach.parsers.facts import citations as citation_layer
from kehoach.parsers.facts import deadlines as deadline_layer
from kehoach.parsers.facts import money as money_layer
from kehoach.parsers.facts import partners as partner_layer
from kehoach.parsers.facts import targets as target_layer
from kehoach.parsers.facts.citations_merge import merge
from kehoach.parsers.facts.deadlines import Deadline
from scoring import Bag, Pair
from sentences import passages as whole_passages

Row = Mapping[str, Any]
Fact = tuple[Any, ...]

# "range 5..7 % @2025 /year": comparator, value or values, unit, year, rhythm.
_MEASURE = re.compile(r"(\S+) ([\d.]+)(?: (?!@)(/\d+|[^\s]+))?(?: @(\d+))?(?: /([a-z-]+))?\s*")
_ASKED = ("issuer", "title", "pins", "mentions")


def targets(row: Row) -> Pair:
    """(comparator, value, upper value, unit, year), one a measure; of a counted noun its first word."""
    if "cell" in row:
        found = target_layer.table_cells(row["header"], row["cell"], unit=row["unit"])
    else:
        rows = target_layer.find(row["text"], by=row["by"], objective=row["objective"])
        found = [measure for target in rows for measure in target.measures]
    got = ((m.comparator, float(m.value), m.value_max, _first(m.unit or "-"), m.by) for m in found)
    return Bag(map(measure_of, row["want"])), Bag(got)


def measure_of(printed: str) -> Fact:
    """The fact that a line such as "range 5..7 % @2025 /year" stands for.

    Raises:
        ValueError: The line is no such line.
    """
    match = _MEASURE.fullmatch(printed)
    if not match:
        raise ValueError(f"{printed!r} is no measure")
    low, _, high = match[2].partition("..")
    if match[2].count(".") < 2:
        low, high = match[2], ""
    year = int(match[4]) if match[4] else None
    return match[1], float(low), float(high) if high else None, _first(match[3] or "-"), year


def _first(unit: str) -> str:
    return unit if unit.startswith("/") else unit.casefold().split(" ")[0].split("/")[0]


def deadlines(row: Row) -> Pair:
    """(date, rhythm, bound)."""
    want = Bag((d["due"], d["every"], d["bound"]) for d in row["want"])
    return want, Bag((d.due, d.every, d.bound) for d in deadlines_in(row))


def deadlines_in(row: Row) -> list[Deadline]:
    """The deadlines of a row's text, read as what the row says it is."""
    text: str = row["text"]
    blocked = [(text.index(words), text.index(words) + len(words)) for words in row.get("blocked", [])]
    as_what = {"heading": row.get("heading", False), "table_cell": row.get("cell", False)}
    return deadline_layer.find(text, year=row.get("year"), blocked=blocked, **as_what)


def money(row: Row) -> Pair:
    """(value, value in words, currency) of an amount, (kind,) of a source."""
    want = Bag(_amount(amount) for amount in row["amounts"])
    want.update((kind,) for kind in row["sources"])
    got = Bag((a.value, a.in_words, a.currency) for a in money_layer.amounts(row["text"], unit=row["unit"]))
    got.update((s.kind,) for s in money_layer.sources(row["text"]))
    return want, got


def _amount(printed: Any) -> Fact:
    """An amount is a value, [value, value in words] or [currency, value]."""
    if not isinstance(printed, list):
        return printed, None, "VND"
    return (printed[1], None, printed[0]) if isinstance(printed[0], str) else (printed[0], printed[1], "VND")


def citations(row: Row) -> Pair:
    """(type, number or title, date), and one fact more for each of issuer, title, pinpoints and mentions asked for."""
    asked = {_key(want): want for want in row["want"]}
    want = Bag(fact for one in row["want"] for fact in _said(one, one))
    got = Bag()
    for citation in merge(enumerate(citation_layer.find(row["text"]))):
        mine = {
            "type": citation.type,
            "number": citation.number,
            "date": citation.date,
            "issuer": citation.issuer,
            "title": citation.title,
            "pins": [m.pinpoint for _, m in citation.mentions if m.pinpoint],
            "mentions": len(citation.mentions),
        }
        got.update(_said(mine, asked.get(_key(mine), {})))
    return want, got


def _key(citation: Row) -> Fact:
    return citation["type"], citation.get("number") or citation.get("title")


def _said(citation: Row, asked: Row) -> Iterator[Fact]:
    """A date counts where the document has a number or the row names one; the title of a law without one is its key."""
    dated = citation.get("number") or asked.get("date")
    yield (*_key(citation), citation.get("date") if dated else None)
    for part in _ASKED:
        if part in asked and (part != "title" or citation.get("number")):
            yield (*_key(citation), part, _flat(citation[part]))


def _flat(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def agencies(row: Row) -> Pair:
    """(name,) of who is given a duty, and (where the action begins, whether it is set apart, whether it is asked)."""
    text: str = row["text"]
    head = agency_layer.leading(text)
    want, got = Bag((name,) for name in row["agencies"]), Bag()
    begins: str = row.get("rest") or ""
    if row["agencies"]:
        want[begins, row["explicit"], row.get("request", False)] += 1
    if head is not None:
        rest = text[head.rest :]
        got.update((a.name,) for a in head.agencies)
        got[begins if begins and rest.startswith(begins) else rest, head.explicit, head.request] += 1
    return want, got


def partners(row: Row) -> Pair:
    """(words that name somebody,), and whether a duty to lead stands before them."""
    found = partner_layer.find(row["text"])
    names = (row["text"][p.start : p.end] for p in found)
    return _cooperation(row["partners"], lead=row.get("lead", False)), _cooperation(
        names, lead=any(p.lead for p in found)
    )


def _cooperation(names: Iterable[str], *, lead: bool) -> Bag:
    bag = Bag((name,) for name in names)
    if lead:
        bag["leads", True] += 1
    return bag


def passages(row: Row) -> Pair:
    """All facts of a passage set into a plan, each with the name of its kind before it."""
    want, got = Bag(), Bag()
    for kind, (asked, found) in whole_passages.compare(row, measure_of, _of_plan).items():
        want.update({(kind, *fact): times for fact, times in asked.items()})
        got.update({(kind, *fact): times for fact, times in found.items()})
    return want, got


def _of_plan(m: Row) -> Fact:
    return m["comparator"], float(m["value"]), m["value_max"], _first(m["unit"] or "-"), m["by"]


KINDS: dict[str, Callable[[Row], Pair]] = {
    "targets": targets, "deadlines": deadlines, "money": money, "citations": citations, "agencies": agencies,
    "partners": partners, "passages": passages, "passages2": passages, "passages3": passages, "passages4": passages,
}  # fmt: skip
