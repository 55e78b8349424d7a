"""Who does what, with whom, by when: duties, "Đơn vị chủ trì: …" lines and rows of task tables as assignments."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from kehoach.folding import fold
from kehoach.parsers import assignment_brackets, assignment_fields, clause_owners, listed_names, row_names
from kehoach.parsers.assignment_fields import field_line
from kehoach.parsers.assignment_form import assign, due_of, first_due, make
from kehoach.parsers.assignment_leads import leading
from kehoach.parsers.attempts import attempt
from kehoach.parsers.facts import partners
from kehoach.parsers.items import Item
from kehoach.parsers.scene import ASK_NOTHING, CLAUSED, Scene, owners_at
from kehoach.parsers.tables import across

_IN_BRACKETS = ("chủ trì", "thực hiện", "phụ trách", "đảm n")


def read(scene: Scene) -> list[dict[str, Any]]:
    """Assignments in printed order. Needs the deadlines."""
    out: list[dict[str, Any]] = []
    for item in scene.items:
        if item.section not in ASK_NOTHING:
            out += attempt(scene.reading, "assignments", item.node.start, item.node.end, _of_item, scene, item)
    return out


def _of_item(scene: Scene, item: Item) -> list[dict[str, Any]]:
    """The rows that one item makes: of its words, its brackets and its fields, or of its row of a table."""
    if item.row is not None:
        return list(_of_row(scene, item))
    out: list[dict[str, Any]] = []
    fielded = ":" in item.text
    if not (fielded and field_line(item.text)):
        named = partners.find(item.text)
        behind = "(" in item.text and (fielded or any(map(fold(item.text).__contains__, _IN_BRACKETS)))
        bracketed, elsewhere = assignment_brackets.printed(scene, item, named) if behind else ([], named)
        if not bracketed and item.section == "tasks" and item.text.rstrip(" .;").endswith(")"):
            bracketed = assignment_brackets.owners_behind(scene, item)
        own = _cooperation(scene, item, elsewhere)
        if item.agencies and item.section == "duties" and not item.path and not own:
            own.append(assign(scene, item, item.agencies))
        doers = [] if item.agencies or bracketed else assignment_brackets.doers(scene, item)
        out += [*own, *bracketed, *doers, *_clauses(scene, item, elsewhere)]
    if fielded or item.children:
        out += assignment_fields.of_item(scene, item)
    return out


def _clauses(scene: Scene, item: Item, named: Sequence[partners.Partners]) -> Iterator[dict[str, Any]]:
    """One row for each clause that a body of its own opens: "Sở A chủ trì …; Sở B bố trí …".

    Of the first, who leads together with somebody has that row already.
    """
    if item.section not in CLAUSED or not clause_owners.may_hold(item.text):
        return
    for clause in clause_owners.of(item.text, list(item.agencies)):
        if not clause.start and any(p.lead and p.start < clause.end for p in named):
            continue
        due = first_due([d for d in scene.due.get(item.id, ()) if clause.start <= d.start < clause.end])
        yield make(item.id, item.text[clause.start : clause.end], lead=clause.names, due=due)


def _cooperation(scene: Scene, item: Item, named: Sequence[partners.Partners]) -> list[dict[str, Any]]:
    """One row each time an item's words name somebody to work with."""
    if not named:
        return []
    rows = []
    folded = fold(item.text)
    for helping in named:
        lead = owners_at(item, helping.start) or leading(item.text, folded, helping)
        names = item.text[helping.start : helping.end]
        rows.append(assign(scene, item, lead, listed_names.listed(names), names))
    return rows


def _of_row(scene: Scene, item: Item) -> Iterator[dict[str, Any]]:
    """The assignment of a table's row; a group row counts where it says who or when itself."""
    table, row = item.table, item.row
    if table is None or row is None or not {"lead", "partners", "time"} & set(table.roles):
        return
    if row.group and (across(table, row) or not any(table.cell(row, role) for role in ("lead", "partners", "time"))):
        return
    said = row_names.of(scene, table, row)
    output = table.cell(row, "output")
    yield make(
        item.id,
        item.printed,
        lead=said.lead or item.agencies,
        partners=said.partners,
        due=due_of(scene, item),
        output=output.text if output is not None else None,
        supervisors=said.supervisors,
    )
