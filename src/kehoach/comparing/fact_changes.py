"""The facts of two aligned plans side by side, as the diff format has them."""

from __future__ import annotations

from collections import Counter
from typing import Any

from kehoach.comparing.align import Alignment
from kehoach.comparing.facts import (
    Fact,
    FactPair,
    Matcher,
    around,
    kin_of_amounts,
    kin_of_deadlines,
    kin_of_targets,
)  # fmt: skip
from kehoach.comparing.similarity import rarities
from kehoach.comparing.units import Unit
from kehoach.folding import fold

Data = dict[str, Any]
Entry = tuple[Data, Unit | None, str]
"""A fact, its item, and the words it is about."""


def fact_changes(plan_a: Data, plan_b: Data, alignment: Alignment) -> tuple[list[Data], list[Data], list[Data]]:
    """(targets, deadlines, amounts) of both plans in pairs."""
    strength = {(link.a.id, link.b.id): link.strength for link in alignment.links}
    matcher = Matcher(strength, rarities([*alignment.a, *alignment.b]))
    targets, deadlines, amounts = (
        [matcher.facts(entries(plan, units)) for plan, units in ((plan_a, alignment.a), (plan_b, alignment.b))]
        for entries in (target_entries, deadline_entries, amount_entries)
    )
    return (
        [_target(pair) for pair in matcher.pairs(targets, kin_of_targets)],
        [_deadline(pair) for pair in matcher.pairs(deadlines, kin_of_deadlines)],
        [_amount(pair) for pair in matcher.pairs(amounts, kin_of_amounts)],
    )


def counts(rows: list[Data]) -> dict[str, int]:
    """How many rows have which status."""
    found = Counter(row["status"] for row in rows)
    return {status: found[status] for status in ("same", "changed", "only_a", "only_b")}


def target_entries(plan: Data, units: list[Unit]) -> list[Entry]:
    """The targets of a plan with their items and the words each is about."""
    by_id = {unit.id: unit for unit in units}
    return [(t, by_id.get(t["item"]), f"{t['indicator'] or ''} {t['text']}") for t in plan["targets"]]


def deadline_entries(plan: Data, units: list[Unit]) -> list[Entry]:
    """The deadlines of a plan, likewise."""
    by_id = {unit.id: unit for unit in units}
    return _placed(plan["deadlines"], [by_id.get(d["item"] or "") for d in plan["deadlines"]])


def amount_entries(plan: Data, units: list[Unit]) -> list[Entry]:
    """The sums of money of a plan, likewise."""
    sums = plan["funding"]["amounts"]
    return _placed(sums, [_holder(amount, units) for amount in sums])


def _placed(facts: list[Data], units: list[Unit | None]) -> list[Entry]:
    """Facts with their items and the words each is about."""
    groups: dict[int, list[int]] = {}
    for i, unit in enumerate(units):
        groups.setdefault(-1 - i if unit is None else unit.order, []).append(i)
    said: dict[int, str] = {}
    for members in groups.values():
        words = around([facts[i]["text"] for i in members], units[members[0]])
        said.update(zip(members, words, strict=True))
    return [(fact, units[i], said[i]) for i, fact in enumerate(facts)]


def _holder(amount: Data, units: list[Unit]) -> Unit | None:
    """The item whose own words hold an amount: the last that begins on or before its line, and names it."""
    line = amount["span"]["end_line"]
    before = [unit for unit in units if unit.line <= line and amount["text"] in unit.text]
    return max(before, key=lambda unit: (unit.line, -unit.order), default=None)


def _target(pair: FactPair) -> Data:
    a, b = pair
    one, two = (a.data if a else None), (b.data if b else None)
    measures = _measures(one["measures"] if one else [], two["measures"] if two else [])
    changed = any(row["status"] != "same" for row in measures)
    return {
        "a": one["id"] if one else None,
        "b": two["id"] if two else None,
        "status": _status(a, b, changed),
        **_places(a, b),
        "indicator": (one and one["indicator"]) or (two and two["indicator"]) or None,
        "measures": measures,
    }


def _measures(left: list[Data], right: list[Data]) -> list[Data]:
    """Measures in pairs: those for one year first, then the rest in order."""
    waiting = list(right)
    partner: dict[int, Data] = {}
    for keys in (("by", "unit"), ("by",), ("unit",)):
        for i, a in enumerate(left):
            found = next((b for b in waiting if _agree(a, b, keys)), None) if i not in partner else None
            if found is not None:
                partner[i] = found
                waiting.remove(found)
    rows = [_measure(a, partner.get(i)) for i, a in enumerate(left)]
    return rows + [_measure(None, b) for b in waiting]


def _measure(a: Data | None, b: Data | None) -> Data:
    some = a or b or {}
    other = b or some
    changed = a is None or b is None or (a["value"], a["value_max"]) != (b["value"], b["value_max"])
    changed = changed or some["comparator"] != other["comparator"]
    changed = changed or (some["by"] is not None and other["by"] is not None and some["by"] != other["by"])
    return {
        "by": some["by"] if some["by"] is not None else other["by"],
        "unit": some["unit"],
        "status": _status(a, b, changed),
        "a": _chosen(a, "text", "comparator", "value", "value_max", "by"),
        "b": _chosen(b, "text", "comparator", "value", "value_max", "by"),
    }


def _deadline(pair: FactPair) -> Data:
    a, b = pair
    one, two = (a.data if a else None), (b.data if b else None)
    changed = one is not None and two is not None and any(one[key] != two[key] for key in ("due", "every", "bound"))
    keys = ("text", "due", "every", "bound")
    return {
        "a": one["id"] if one else None, "b": two["id"] if two else None, "status": _status(a, b, changed),
        **_places(a, b), "value_a": _chosen(one, *keys), "value_b": _chosen(two, *keys),
    }  # fmt: skip


def _amount(pair: FactPair) -> Data:
    a, b = pair
    one, two = (a.data if a else None), (b.data if b else None)
    changed = False
    if one is not None and two is not None:
        read = one["value"] is not None and two["value"] is not None
        changed = one["value"] != two["value"] if read else fold(one["text"]) != fold(two["text"])
        changed = changed or one["currency"] != two["currency"]
    keys = ("text", "value", "currency")
    places = _places(a, b)
    for side, data in (("a", one), ("b", two)):
        if data is not None:
            places[f"line_{side}"] = data["span"]["line"]
    return {"status": _status(a, b, changed), **places, "a": _chosen(one, *keys), "b": _chosen(two, *keys)}


def _places(a: Fact | None, b: Fact | None) -> Data:
    return {
        "item_a": a.item if a else None, "item_b": b.item if b else None, "line_a": a.line if a else None,
        "line_b": b.line if b else None,
    }  # fmt: skip


def _status(a: object | None, b: object | None, changed: bool) -> str:
    if a is None:
        return "only_b"
    if b is None:
        return "only_a"
    return "changed" if changed else "same"


def _agree(a: Data, b: Data, keys: tuple[str, ...]) -> bool:
    return all(a[key] == b[key] or (key == "unit" and fold(a[key] or "") == fold(b[key] or "")) for key in keys)


def _chosen(data: Data | None, *keys: str) -> Data | None:
    return None if data is None else {key: data[key] for key in keys}
