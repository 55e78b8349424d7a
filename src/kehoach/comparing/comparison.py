"""Many plans as a matrix, as plain data. See :mod:`kehoach.models.comparison` for what each key means."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from kehoach.comparing.agencies import Agencies
from kehoach.comparing.diff import citation_key, citation_name
from kehoach.comparing.fact_changes import Entry, amount_entries, deadline_entries, target_entries
from kehoach.comparing.facts import Fact, Kin, Matcher, kin_of_amounts, kin_of_deadlines, kin_of_targets
from kehoach.comparing.many import Row, reordered, rows_of
from kehoach.comparing.similarity import rarities
from kehoach.comparing.units import Unit, units_of
from kehoach.errors import KehoachError

Data = dict[str, Any]
Cells = list[list[Data]]

BY = ("targets", "tasks", "duties", "agencies", "deadlines", "funding", "citations")
"""What rows can be."""

_ANSWERS = 0.85
"""How well a body must answer to a row's for it to stand in that row."""

# Where a plan answers what a central plan sets: a task of the one may be a duty of the other.
_ANSWERING = {"tasks": ("tasks", "duties"), "duties": ("duties", "tasks")}


def compare_plans(plans: Sequence[Data], by: str = "tasks", against: Data | None = None) -> Data:
    """What each of many plans says of the same things.

    Args:
        plans: plain data in the plan format.
        by: one of :data:`BY`.
        against: the plan whose things are the rows, for measuring how much of it the others take up.

    Raises:
        KehoachError: there is nothing to compare.
    """
    if by not in BY:
        raise KehoachError(f"there is nothing to compare by {by!r}", hint=f"there are {', '.join(BY)}")
    everyone = [*([against] if against is not None else []), *plans]
    if len(everyone) < 2:
        raise KehoachError("there is only one plan", hint="name two or more, or a folder")
    base = 0 if against is not None else None
    rows = _MAKERS[by](everyone, base)
    keys = _keys(everyone)
    first = 0 if base is None else 1
    for n, row in enumerate(rows, 1):
        row["id"] = f"rows.{n}"
        row["plans"] = sum(map(bool, row["cells"][first:]))
        row["lacking"] = [key for key, cells in zip(keys[first:], row["cells"][first:], strict=True) if not cells]
    return {
        "schema_version": "1",
        "by": by,
        "plans": [
            _plan(plan, key, central=i == base) for i, (plan, key) in enumerate(zip(everyone, keys, strict=True))
        ],
        "rows": [
            {key: row[key] for key in ("id", "section", "group", "text", "plans", "cells", "lacking")} for row in rows
        ],
        "coverage": _coverage(keys, rows) if base is not None else [],
        "summary": {
            "plans": len(plans),
            "rows": len(rows),
            "in_all": sum(row["plans"] == len(plans) for row in rows),
            "in_one": sum(row["plans"] == 1 for row in rows),
        },
    }


def _items(section: str) -> Callable[[Sequence[Data], int | None], list[Data]]:
    def rows(plans: Sequence[Data], base: int | None) -> list[Data]:
        sections = (section,) if base is None else _ANSWERING[section]
        units = [reordered(units_of(plan, (section,) if i == base else sections)) for i, plan in enumerate(plans)]
        return [_row(row, len(plans)) for row in rows_of(plans, units, base=base)]

    return rows


def _row(row: Row, plans: int) -> Data:
    cells: Cells = [[] for _ in range(plans)]
    for i, members in row.members.items():
        for unit, strength in sorted(members, key=lambda member: member[0].order):
            cells[i].append(_cell(unit.id, unit.line, unit.text or "–", strength))
    return {"section": row.seed.section, "group": _group(row.seed), "text": row.seed.text or "–", "cells": cells}


def _group(unit: Unit | None) -> str | None:
    if unit is None or unit.duty is None:
        return None
    return "; ".join(agency["name"] for agency in unit.duty["agencies"]) or None


def _cell(
    item: str | None, line: int | None, text: str, strength: float, value: Any = None, by: int | None = None
) -> Data:
    similarity = round(max(0.0, min(1.0, strength)), 3)
    return {"item": item, "line": line, "text": text, "value": value, "by": by, "similarity": similarity}


def said(cell: Data) -> str:
    """What a cell says, with the year it is to be reached by where its own words do not name it."""
    return f"{cell['text']} ({cell['by']})" if cell["by"] and str(cell["by"]) not in cell["text"] else str(cell["text"])


def _facts(
    entries: Callable[[Data, list[Unit]], list[Entry]], kin: Kin, cells: Callable[[Fact, float], list[Data]],
    text: Callable[[Fact], str],
) -> Callable[[Sequence[Data], int | None], list[Data]]:  # fmt: skip
    """Rows of facts: items that hold any are put in rows first, then the facts of a row's items are paired."""

    def rows(plans: Sequence[Data], base: int | None) -> list[Data]:
        units, found = [], []
        for plan in plans:
            everything = units_of(plan)
            given = entries(plan, everything)
            held = {id(unit) for _, unit, _ in given}
            units.append(reordered(unit for unit in everything if id(unit) in held))
            found.append(given)
        return _FactRows(plans, units, base).rows(found, kin, cells, text)

    return rows


class _FactRows:
    """Pairs the facts of many plans by the rows that their items are in."""

    def __init__(self, plans: Sequence[Data], units: list[list[Unit]], base: int | None) -> None:
        self._plans, self._base = plans, base
        self._row_of: dict[tuple[int, str], str] = {}
        self._strength: dict[tuple[str, str], float] = {}
        for n, row in enumerate(rows_of(plans, units, base=base)):
            name = f"rows.{n + 1}"
            self._strength[name, name] = 1.0
            for i, members in row.members.items():
                for unit, _ in members:
                    known = self._row_of.setdefault((i, unit.id), name)
                    self._strength[known, name] = self._strength[name, known] = 1.0
        self._units = {(i, unit.id): unit for i, side in enumerate(units) for unit in side}
        self._rarity = rarities([unit for side in units for unit in side])

    def rows(
        self,
        found: list[list[Entry]],
        kin: Kin,
        cells: Callable[[Fact, float], list[Data]],
        text: Callable[[Fact], str],
    ) -> list[Data]:
        """The rows, those of the plan with most facts first, whatever order the plans are in."""
        matcher = Matcher(self._strength, self._rarity)
        facts = [self._placed(matcher, i, entries) for i, entries in enumerate(found)]
        if self._base is not None:
            turns = [self._base, *(i for i in range(len(facts)) if i != self._base)]
        else:
            turns = sorted(range(len(facts)), key=lambda i: (-len(facts[i]), self._plans[i]["source"]["sha256"]))
        seeds: list[tuple[int, Fact]] = []
        for i in turns:
            if self._base is None or i == self._base:
                pairs = matcher.pairs([[fact for _, fact in seeds], facts[i]], kin)
                seeds += [(i, b) for a, b in pairs if a is None and b is not None]
        table: list[Cells] = [[[] for _ in facts] for _ in seeds]
        places = {id(fact): n for n, (_, fact) in enumerate(seeds)}
        for i, own in enumerate(facts):
            for a, b in matcher.pairs([[fact for _, fact in seeds], own], kin):
                if a is not None and b is not None:
                    table[places[id(a)]][i] += self._lined(i, b, cells(b, 1.0 if a is b else 0.9))
        made = zip(seeds, table, strict=True)
        rows = [self._row(i, seed, text(seed), cells_) for (i, seed), cells_ in made if any(cells_)]
        return [row for row in rows if row is not None]

    def _placed(self, matcher: Matcher, i: int, entries: list[Entry]) -> list[Fact]:
        facts = matcher.facts(entries)
        for fact, (_, unit, _) in zip(facts, entries, strict=True):
            fact.data = {**fact.data, "_item": fact.item}
            fact.item = self._row_of.get((i, unit.id)) if unit is not None else None
        return facts

    def _lined(self, i: int, fact: Fact, cells: list[Data]) -> list[Data]:
        for cell in cells:
            cell["item"], cell["line"] = fact.data["_item"], fact.line or _line_of(fact.data)
        return cells

    def _row(self, i: int, seed: Fact, text: str, cells: Cells) -> Data:
        unit = self._units.get((i, seed.data["_item"] or ""))
        return {"section": unit.section if unit else None, "group": _group(unit), "text": text or "–", "cells": cells}


def _line_of(fact: Data) -> int | None:
    return fact["span"]["line"] if fact.get("span") else None


def _target_cells(fact: Fact, strength: float) -> list[Data]:
    return [
        _cell(None, None, m["text"], strength, m["value"], m["by"]) for m in fact.data["measures"]
    ] or [_cell(None, None, fact.data["text"], strength)]  # fmt: skip


def _deadline_cells(fact: Fact, strength: float) -> list[Data]:
    when = " ".join(part for part in (fact.data["due"], fact.data["every"]) if part)
    return [_cell(None, None, fact.data["text"], strength, when or None)]


def _amount_cells(fact: Fact, strength: float) -> list[Data]:
    return [_cell(None, None, fact.data["text"], strength, fact.data["value"])]


def _agencies(plans: Sequence[Data], base: int | None) -> list[Data]:
    """A row a body: in it whoever answers to the body that stands for the row."""
    assignees = [_assignees(plan) for plan in plans]
    turns = sorted(range(len(plans)), key=lambda i: (i != base, -len(assignees[i]), plans[i]["source"]["sha256"]))
    between: dict[tuple[int, int], Agencies] = {}

    def answers(i: int, a: Data, j: int, b: Data) -> float:
        if (i, j) not in between:
            between[i, j] = Agencies(plans[i], plans[j])
        return between[i, j].agencies(a, b)

    seeds: list[tuple[int, Data]] = []
    for i in turns if base is None else turns[:1]:
        new = [a for a, _ in assignees[i].values() if all(answers(j, s, i, a) < _ANSWERS for j, s in seeds)]
        seeds += [(i, agency) for agency in new]
    rows = []
    for i, seed in seeds:
        cells: Cells = [[] for _ in plans]
        for j, found in enumerate(assignees):
            for agency, duties in found.values():
                score = answers(i, seed, j, agency)
                if score >= _ANSWERS:
                    cells[j] += [
                        _cell(d["id"], d["span"]["line"], agency["name"], score, len(d["items"])) for d in duties
                    ]
        rows.append({"section": "duties", "group": None, "text": seed["name"], "cells": cells})
    return [row for row in rows if any(row["cells"])]


def _assignees(plan: Data) -> dict[str, tuple[Data, list[Data]]]:
    out: dict[str, tuple[Data, list[Data]]] = {}
    for duty in plan["duties"]:
        for agency in duty["agencies"]:
            out.setdefault(agency["name"], (agency, []))[1].append(duty)
    return out


def _citations(plans: Sequence[Data], base: int | None) -> list[Data]:
    """A row a document, those that most plans name first."""
    rows: dict[str, Data] = {}
    for i, plan in enumerate(plans):
        for citation in plan["citations"]:
            key = citation_key(citation)
            fresh: Data = {
                "section": None,
                "group": None,
                "text": citation_name(citation),
                "cells": [[] for _ in plans],
            }
            row = rows.setdefault(key, fresh)
            line = citation["mentions"][0]["span"]["line"] if citation["mentions"] else None
            row["cells"][i].append(_cell(citation["id"], line, citation_name(citation), 1.0))
    kept = {key: row for key, row in rows.items() if base is None or row["cells"][base]}
    ordered = sorted(kept, key=lambda key: (-sum(map(bool, kept[key]["cells"])), key))
    return [kept[key] for key in (ordered if base is None else kept)]


_MAKERS: dict[str, Callable[[Sequence[Data], int | None], list[Data]]] = {
    "tasks": _items("tasks"),
    "duties": _items("duties"),
    "agencies": _agencies,
    "citations": _citations,
    "targets": _facts(target_entries, kin_of_targets, _target_cells, lambda f: f.data["indicator"] or f.data["text"]),
    "deadlines": _facts(deadline_entries, kin_of_deadlines, _deadline_cells, lambda f: f.about),
    "funding": _facts(amount_entries, kin_of_amounts, _amount_cells, lambda f: f.about),
}


def _coverage(keys: list[str], rows: list[Data]) -> list[Data]:
    out = []
    for i, key in enumerate(keys[1:], 1):
        covered = sum(bool(row["cells"][i]) for row in rows)
        share = round(covered / len(rows), 3) if rows else 0.0
        out.append({"plan": key, "covered": covered, "of": len(rows), "share": share})
    return out


def _plan(plan: Data, key: str, *, central: bool) -> Data:
    issuer = plan["document"]["issuer"]
    return {
        "key": key, "name": plan["source"]["name"], "sha256": plan["source"]["sha256"],
        "issuer": issuer["name"] if issuer else None, "title": plan["document"]["title"], "central": central,
    }  # fmt: skip


def _keys(plans: Sequence[Data]) -> list[str]:
    """A short name a plan: its place; with the file's name where that is not enough, with a number where even so."""
    places, names = [], []
    for plan in plans:
        issuer = plan["document"]["issuer"] or {}
        place = next((issuer[key] for key in ("commune", "district", "province") if issuer.get(key)), None)
        name = plan["source"]["name"].rpartition(".")[0] or plan["source"]["name"] or "plan"
        places.append(place or name)
        names.append(name)
    first = [p if places.count(p) == 1 else f"{p} ({n})" if p != n else n for p, n in zip(places, names, strict=True)]
    return [key if first.count(key) == 1 else f"{key} #{first[:i].count(key) + 1}" for i, key in enumerate(first)]
