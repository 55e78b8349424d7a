"""Rows of every kind of table, each a function of one plan."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby, zip_longest
from operator import itemgetter
from typing import Any

from kehoach.tables.days import days_of, order
from kehoach.tables.places import Place, Places

Row = dict[str, Any]


def assignments(plan: Row, places: Places) -> Iterator[Row]:
    """One row an assignment: who does what, with whom, by when."""
    for node in _told_once(plan["assignments"]):
        place = places.get(node["item"])
        yield {
            **_where(place, node["item"]),
            "action": node["action"] or None,
            **{key: node[key] for key in ("lead", "partners", "partners_text", "due")},
            **_days(node["due"]),
            **{key: node[key] for key in ("every", "output", "supervisors")},
        }


def _told_once(nodes: Sequence[Row]) -> Iterator[Row]:
    """The assignments, each piece of work once.

    Of two that differ by ``partners_text`` alone ("(A chủ trì, phối hợp với B)") the second; partners that a task's own
    words name ("rà soát, phối hợp với B" above "Đơn vị chủ trì: A") join the row that says who has it.
    """
    pairs = zip_longest(nodes, nodes[1:])
    kept = [a for a, b in pairs if b is None or a == b or {**a, "partners_text": b["partners_text"]} != b]
    for _, group in groupby(kept, key=itemgetter("item")):
        rows = list(group)
        if sum(bool(row["lead"]) for row in rows) == 1:
            led = next(row for row in rows if row["lead"])
            named = [row for row in rows if not row["lead"] and row["partners"] and row["due"] in (None, led["due"])]
            others = [name for row in named for name in row["partners"] if name not in led["partners"]]
            said = "; ".join(row["partners_text"] for row in (led, *named) if row["partners_text"]) or None
            whole = {**led, "partners": led["partners"] + others, "partners_text": said}
            rows = [whole if row is led else row for row in rows if row not in named]
        yield from rows


def duties(plan: Row, places: Places) -> Iterator[Row]:
    """One row an item of a duty, with its assignees; one row for a duty without items."""
    facts = _Facts(plan)
    for place in places.of("duties"):
        duty = place.root.node
        if place.depth == 0 and duty["items"]:
            continue
        bodies = duty["agencies"]
        yield {
            "duty": duty["id"],
            "item": place.id if place.depth else None,
            "depth": place.depth,
            "label": place.label,
            "agencies": [body["name"] for body in bodies],
            "kinds": _once(body["kind"] for body in bodies),
            "levels": _once(body["level"] for body in bodies),
            "sectors": _once(sector for body in bodies for sector in body["sectors"]),
            "request": duty["request"],
            # The assignees, outermost in what stands above an item, have a column of their own.
            "heading": " › ".join(filter(None, (above.text for above in place.way[1:]))) or None,
            "text": place.text if place.depth else None,
            "due": facts.due(place.id),
            "every": facts.every(place.id),
            "targets": duty["target_labels"],
            "line": place.line,
        }


def targets(plan: Row, places: Places) -> Iterator[Row]:
    """One row a measure; one row for a target without measures."""
    for node in plan["targets"]:
        place = places.get(node["item"])
        for measure in node["measures"] or [{}]:
            span = measure.get("span")
            yield {
                "target": node["id"],
                "item": node["item"],
                "section": _section(node["item"]),
                **{key: node[key] for key in ("label", "group", "indicator", "agencies", "text")},
                **{key: measure.get(key) for key in ("comparator", "value", "value_max", "unit", "by", "every")},
                "measure": measure.get("text"),
                "line": span["line"] if span else place and place.line,
            }


def deadlines(plan: Row, places: Places) -> Iterator[Row]:
    """One row a deadline, in the order of the days: those with a day, then rhythms.

    Where no name is printed with the deadline, ``agencies`` are those in charge of what is due; ``action`` is what is
    due, also where the deadline has a line of its own ("Thời gian hoàn thành: …") below it.
    """
    facts = _Facts(plan)
    for node in sorted(plan["deadlines"], key=lambda node: order(node["due"])):
        place = places.get(node["item"]) or places.at(node["span"])
        assignment = facts.dated(place, node)
        yield {
            **_where(place, node["item"]),
            "deadline": node["id"],
            "due": node["due"],
            **_days(node["due"]),
            **{key: node[key] for key in ("bound", "every", "text")},
            "agencies": node["agencies"] or (assignment["lead"] if assignment else []),
            "action": (assignment and assignment["action"]) or (place and place.text),
            "line": node["span"]["line"],
        }


def citations(plan: Row, places: Places) -> Iterator[Row]:
    """One row a document that the plan names."""
    for node in plan["citations"]:
        found = [places.at(mention["span"]) for mention in node["mentions"]]
        yield {
            "citation": node["id"],
            **{key: node[key] for key in ("type", "number", "date", "issuer", "title")},
            "mentions": len(node["mentions"]),
            "pinpoints": _once(mention["pinpoint"] for mention in node["mentions"]),
            "items": _once(place.id for place in found if place),
            "lines": _once(str(mention["span"]["line"]) for mention in node["mentions"]),
        }


def funding(plan: Row, places: Places) -> Iterator[Row]:
    """One row an amount of money, a source, an item of the section on money, an item elsewhere that speaks of money."""
    money = plan["funding"]
    for node in money["amounts"]:
        keys = ("text", "value", "currency", "in_words", "agrees")
        yield {"kind": "amount", **_at(places.at(node["span"]), node), **{key: node[key] for key in keys}}
    for node in money["sources"]:
        yield {"kind": "source", **_at(places.at(node["span"]), node), "text": node["text"], "source": node["kind"]}
    for place in places.of("funding"):
        yield {"kind": "item", **_where(place, place.id), "text": place.text}
    for id_ in money["mentions"]:
        mentioned = places.get(id_)
        yield {"kind": "mention", **_where(mentioned, id_), "text": mentioned and mentioned.text}


def tasks(plan: Row, places: Places) -> Iterator[Row]:
    """One row a task at any depth, with what the assignments that hang on it say."""
    facts = _Facts(plan)
    for place in places.of("tasks"):
        due = facts.due(place.id)
        yield {
            **_where(place, place.id),
            "depth": place.depth,
            "text": place.text,
            "children": len(place.node["items"]),
            "lead": facts.all(place.id, "lead"),
            "partners": facts.all(place.id, "partners"),
            "due": due,
            **_days(due),
            "every": facts.every(place.id),
            "output": "; ".join(facts.each(place.id, "output")) or None,
        }


def plans(plan: Row, places: Places) -> Iterator[Row]:
    """One row a plan: what its columns in front do not say, and how much of everything it has."""
    document = plan["document"]
    counted = ("duties", "assignments", "targets", "deadlines", "citations", "warnings")
    yield {
        "type": document["type"],
        "place": document["place"],
        "signers": _once(signature["name"] for signature in plan["signatures"]),
        "tasks": sum(1 for _ in places.of("tasks")),
        "amounts": len(plan["funding"]["amounts"]),
        **{key: len(plan[key]) for key in counted},
    }


def plan_cells(plan: Row) -> Row:
    """The cells of the columns in front: which plan a row is from."""
    document = plan["document"]
    issuer, period = document["issuer"] or {}, document["period"]
    return {
        "plan": plan["source"]["name"],
        "plan_number": document["number"] and document["number"]["text"],
        "plan_title": document["title"],
        "plan_issuer": issuer.get("name"),
        "plan_level": issuer.get("level"),
        "plan_province": issuer.get("province"),
        "plan_date": document["date"] and document["date"]["value"],
        "plan_period": period and "-".join(map(str, sorted({period["start"], period["end"]}))),
    }


Builder = Callable[[Row, Places], Iterator[Row]]
BUILDERS: dict[str, Builder] = {
    "assignments": assignments,
    "duties": duties,
    "targets": targets,
    "deadlines": deadlines,
    "citations": citations,
    "funding": funding,
    "tasks": tasks,
    "plans": plans,
}


class _Facts:
    """What the assignments and deadlines of a plan say about an item."""

    def __init__(self, plan: Row) -> None:
        self._assignments: dict[str | None, list[Row]] = {}
        self._deadlines: dict[str | None, list[Row]] = {}
        for name, into in (("assignments", self._assignments), ("deadlines", self._deadlines)):
            for node in plan[name]:
                into.setdefault(node["item"], []).append(node)

    def dated(self, place: Place | None, deadline: Row) -> Row | None:
        """The assignment that a deadline printed in ``place`` belongs to: one that hangs there, or further up with the
        same day and rhythm; of a schedule without items the one with the same day and names.
        """
        if deadline["item"] is None:
            rows = self._assignments.get(None, [])
            return next((r for r in rows if _when(r) == _when(deadline) and r["lead"] == deadline["agencies"]), None)
        if place is None:
            return None
        own = self._assignments.get(place.id, [])
        above = [row for up in reversed(place.way) for row in self._assignments.get(up.id, [])]
        return next((row for row in own + above if _when(row) == _when(deadline)), own[0] if own else None)

    def each(self, id_: str, key: str) -> list[str]:
        """The values of ``key`` in the assignments that hang on the item, each once."""
        return _once(node[key] for node in self._assignments.get(id_, []))

    def all(self, id_: str, key: str) -> list[str]:
        """The same for a key that holds lists."""
        return _once(name for node in self._assignments.get(id_, []) for name in node[key])

    def due(self, id_: str) -> str | None:
        """When the item is due: what its assignments say, otherwise its one deadline.

        Of several different days none is taken: a cell has room for one, and the table of deadlines has them all.
        """
        return _only(self.each(id_, "due") or _once(node["due"] for node in self._deadlines.get(id_, [])))

    def every(self, id_: str) -> str | None:
        """The same for its rhythm."""
        return _only(self.each(id_, "every") or _once(node["every"] for node in self._deadlines.get(id_, [])))


def _when(node: Row) -> tuple[str | None, str | None]:
    return node["due"], node["every"]


def _where(place: Place | None, id_: str | None) -> Row:
    return {
        "item": id_ or (place.id if place else None),
        "section": _section(id_) or (place.section if place else None),
        "label": place and place.label,
        "heading": place and place.heading,
        "line": place and place.line,
    }


def _at(place: Place | None, node: Row) -> Row:
    """Where a part of an item stands, with the item's words around it."""
    return {**_where(place, None), "context": place and place.text, "line": node["span"]["line"]}


def _section(id_: str | None) -> str | None:
    return id_.partition(".")[0] if id_ else None


def _days(due: str | None) -> dict[str, str | None]:
    days = days_of(due)
    return {"first_day": days[0].isoformat() if days else None, "last_day": days[1].isoformat() if days else None}


def _once(values: Any) -> list[str]:
    """``values`` in their order, each once, without nulls."""
    return list(dict.fromkeys(value for value in values if value is not None))


def _only(values: list[str]) -> str | None:
    return values[0] if len(values) == 1 else None
