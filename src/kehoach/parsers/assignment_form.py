"""One assignment as JSON has it, and the date that counts among those of its item."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kehoach.folding import fold
from kehoach.knowledge.patterns import lazy
from kehoach.parsers.facts.deadlines import Deadline
from kehoach.parsers.items import Item
from kehoach.parsers.scene import Scene, owners_at

Due = tuple[str | None, str | None]
"""A date and a rhythm, ``None`` what is not printed."""
_LATEST = lazy(r"chậm nhất|muộn nhất")


def make(
    item: str | None,
    action: str,
    *,
    lead: Sequence[str] = (),
    partners: Sequence[str] = (),
    partners_text: str | None = None,
    due: Due = (None, None),
    output: str | None = None,
    supervisors: Sequence[str] = (),
) -> dict[str, Any]:
    """One assignment, JSON-ready; ``item``: the id of the item it hangs on, ``due``: its date and its rhythm."""
    return {
        "item": item,
        "action": action,
        "lead": list(lead),
        "partners": list(partners),
        "partners_text": partners_text,
        "due": due[0],
        "every": due[1],
        "output": output,
        "supervisors": list(supervisors),
    }


def assign(
    scene: Scene,
    item: Item,
    lead: Sequence[str],
    partners: Sequence[str] = (),
    partners_text: str | None = None,
) -> dict[str, Any]:
    """An assignment of an item, by the item's own date."""
    due = _own_due(scene, item) if list(lead) == list(item.agencies) else due_of(scene, item)
    return make(item.id, item.printed, lead=lead, partners=partners, partners_text=partners_text, due=due)


def due_of(scene: Scene, item: Item) -> Due:
    """The date by which an item is to be done."""
    return first_due(scene.due.get(item.id))


def _own_due(scene: Scene, item: Item) -> Due:
    """The date that an item's own assignees have; not one of a clause that somebody else opens."""
    owners = list(item.agencies)
    return first_due([d for d in scene.due.get(item.id, ()) if owners_at(item, d.start) == owners])


def first_due(found: Sequence[Deadline] | None) -> Due:
    """The date that counts: of "dự kiến A (chậm nhất B)", "khởi công A, xong B" the later."""
    if not found:
        return None, None
    for d in found:
        if d.bound in ("by", "before") and d.due and _LATEST.search(fold(d.text)):
            return d.due, d.every
    if found[0].bound == "from" or fold(found[0].text).startswith("khởi công"):
        ends = next((d for d in found if d.bound in ("by", "before") and d.due), found[0])
        return ends.due, ends.every
    return found[0].due, found[0].every
