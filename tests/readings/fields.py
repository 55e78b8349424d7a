"""What is compared, field by field: the same facts of a reading and of a parsed plan, as bags."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from kehoach.folding import fold
from readings.references import References, Tree, comparable
from scoring import Bag, Pair

SECTIONS = (
    "basis", "situation", "purpose", "requirements", "objectives", "scope", "tasks", "funding", "reporting", "closing",
    "recipients",
)  # fmt: skip
_PERSON = re.compile(r"^(?:đồng chí|đ/c|ông|bà) ")
_KIND = re.compile(r"^(?:tỉnh|thành phố|tp\.?|huyện|quận|thị xã|xã|phường|thị trấn) ")
_BODY = {"ubnd": "ủy ban nhân dân", "hđnd": "hội đồng nhân dân"}


def document(reading: dict[str, Any], plan: dict[str, Any], text: References) -> Pair:
    """The letterhead's fields that the reading names. A list in it says which answers are right."""
    found = _letterhead(plan)
    want, got = Bag(), Bag()
    for key, value in reading["document"].items():
        if key not in found:
            continue
        choice = value if isinstance(value, list) and key != "signers" else [value]
        answers = [_answer(key, one, text) for one in choice]
        mine = found[key]
        if mine is not None:
            got[key, mine] += 1
        right = mine if mine in answers else next((a for a in answers if a is not None), None)
        if right is not None and (mine is not None or None not in answers):
            want[key, right] += 1
    return want, got


def _letterhead(plan: dict[str, Any]) -> dict[str, Any]:
    head = plan["document"]
    issuer, period = head["issuer"] or {}, head["period"]
    return {
        "number": _number((head["number"] or {}).get("text")),
        "date": (head["date"] or {}).get("value"),
        "place": _place(head["place"]),
        "issuer": name(issuer.get("name")),
        "level": issuer.get("level"),
        "province": _place(issuer.get("province")),
        "district": _place(issuer.get("district")),
        "commune": _place(issuer.get("commune")),
        "title": comparable(head["title"]) or None,
        "period": f"{period['start']}/{period['end']}" if period else None,
        "signers": tuple(comparable(s["name"]) for s in plan["signatures"] if s["name"]) or None,
    }


def _answer(key: str, value: Any, text: References) -> Any:
    if value in (None, []):
        return None
    if key == "signers":
        return tuple(comparable(one) for one in value)
    if key == "title":
        value = value["at"] if isinstance(value, dict) else value
        return comparable(text.text(value) if re.match(r"\d", str(value)) else value)
    form: Callable[[str], Any] = {"number": _number, "issuer": name}.get(
        key, _place if key in ("place", "province", "district", "commune") else str
    )
    return form(str(value))


def sections(reading: dict[str, Any], plan: dict[str, Any], text: References) -> Pair:
    """(section, item), wherever in the section it stands."""
    want, got = _trees(reading, plan, text)
    return Bag((s, item) for s, _, item in want.elements()), Bag((s, item) for s, _, item in got.elements())


def tree(reading: dict[str, Any], plan: dict[str, Any], text: References) -> Pair:
    """(section, item above, item)."""
    return _trees(reading, plan, text)


def _trees(reading: dict[str, Any], plan: dict[str, Any], text: References) -> Pair:
    want, got = Bag(), Bag()
    for section in SECTIONS:
        if section == "situation" and section not in reading:
            continue
        want.update((section, *row) for row in text.tree(_items(reading.get(section))))
        got.update((section, *row) for row in walk(_items(plan[section])))
    return want, got


def _items(part: Any) -> Any:
    return part.get("items") if isinstance(part, dict) else part


def walk(items: Iterable[dict[str, Any]], parent: str = "") -> Tree:
    """The items of a parsed plan as :meth:`References.tree` has those of a reading."""
    out: Tree = []
    for item in items:
        out.append((parent, comparable(item["text"])))
        out += walk(item["items"], out[-1][1])
    return out


def duties(reading: dict[str, Any], plan: dict[str, Any], text: References) -> Pair:
    """The items of all duties, whoever has them."""
    want, got = owners(reading, plan, text)
    return Bag(key[:1] for key in want.elements()), Bag(key[:1] for key in got.elements())


def owners(reading: dict[str, Any], plan: dict[str, Any], text: References) -> Pair:
    """(item, everyone whose duty it is)."""
    want = ((item, _all(d["agencies"])) for d in reading["duties"] for _, item in text.tree(d["items"]))
    got = ((item, _all(a["name"] for a in d["agencies"])) for d in plan["duties"] for _, item in walk(d["items"]))
    return Bag(want), Bag(got)


def targets(reading: dict[str, Any], plan: dict[str, Any], text: References) -> Pair:
    """(value, upper value, unit, year): one a measure."""
    del text
    got = (m for target in plan["targets"] for m in target["measures"])
    return Bag(map(_measure, reading["targets"])), Bag(map(_measure, got))


def _measure(m: dict[str, Any]) -> tuple[Any, ...]:
    unit = fold(m.get("unit") or "").strip(" /")
    unit = unit.split(" ")[0] if unit[:1].isalpha() else unit.replace(" ", "")
    return float(m["value"]), m.get("value_max"), unit, m.get("by")


def deadlines(reading: dict[str, Any], plan: dict[str, Any], text: References) -> Pair:
    """(date, rhythm)."""
    del text
    want, got = (((d.get("due"), d.get("every")) for d in rows["deadlines"]) for rows in (reading, plan))
    return Bag(want), Bag(got)


def citations(reading: dict[str, Any], plan: dict[str, Any], text: References) -> Pair:
    """(type, number, date) of a document, (type, title) of a law without a number."""
    del text
    return Bag(_cited(reading["citations"])), Bag(_cited(plan["citations"]))


def _cited(rows: Iterable[dict[str, Any]]) -> Iterator[tuple[Any, ...]]:
    for row in rows:
        kind, number = fold(row["type"] or ""), _number(row.get("number"))
        if number:
            yield kind, number, str(row["date"]) if row.get("date") else None
        elif re.match(r"(?:bộ )?luật|hiến pháp|pháp lệnh", kind):
            yield kind, re.sub(r"\s*(?:năm )?\d{4}$", "", comparable(row.get("title")))


def amounts(reading: dict[str, Any], plan: dict[str, Any], text: References) -> Pair:
    """Sums of money."""
    del text
    want = ((float(value),) for value in (reading["funding"] or {}).get("amounts") or [])
    return Bag(want), Bag((float(a["value"]),) for a in plan["funding"]["amounts"] if a["value"] is not None)


def partners(reading: dict[str, Any], plan: dict[str, Any], text: References) -> Pair:
    """(item, with whom), of the items for which the reading says so."""
    want = Bag((comparable(text.text(row["item"])), name(row["partners"])) for row in reading["partners"])
    asked = {item for item, _ in want}
    rows = ((comparable(a["action"]), name(a["partners_text"])) for a in plan["assignments"] if a["partners_text"])
    return Bag(set(want)), Bag({row for row in rows if row[0] in asked})


def assignments(reading: dict[str, Any], plan: dict[str, Any], text: References) -> Pair:
    """(task, what is said of it) for rows of tables and lines: who leads, who helps, by when. Plain duties are none."""
    want = Bag({fact for row in reading["assignments"] for fact in _said(text.text(row["item"]), row)})
    asked = {fact[0] for fact in want}
    got: set[tuple[Any, ...]] = set()
    for row in plan["assignments"] if asked else ():
        if not row["partners_text"] and (comparable(row["action"]) in asked or not _of_duty(row)):
            got.update(_said(row["action"], row))
    return want, Bag(got)


def _of_duty(row: dict[str, Any]) -> bool:
    return str(row["item"]).startswith("duties.")


def _said(task: str, row: dict[str, Any]) -> Iterator[tuple[Any, ...]]:
    key = comparable(task)
    yield key, "row", None
    for role in ("lead", "partners"):
        for one in row.get(role) or []:
            yield key, role, name(one)
    for role in ("due", "every"):
        if row.get(role):
            yield key, role, row[role]


def name(text: str | None) -> str | None:
    """An agency's or a person's name as it is compared."""
    words = [_BODY.get(word, word) for word in _PERSON.sub("", comparable(text)).replace("-", " - ").split()]
    return " ".join(words) or None


def _all(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(name(one) or "" for one in names))


def _place(text: str | None) -> str | None:
    return _KIND.sub("", comparable(text)) or None


def _number(text: str | None) -> str | None:
    return "".join((text or "").split()).upper().replace("Ð", "Đ").replace("–", "-") or None


FIELDS: dict[str, Callable[[dict[str, Any], dict[str, Any], References], Pair]] = {
    "document": document, "sections": sections, "tree": tree, "duties": duties, "owners": owners, "targets": targets,
    "deadlines": deadlines, "citations": citations, "amounts": amounts, "partners": partners,
    "assignments": assignments,
}  # fmt: skip
