"""Two plans side by side: the diff format as plain data. See :mod:`kehoach.models.diff` for what each key means."""

from __future__ import annotations

from typing import Any

from kehoach.comparing.agencies import ENOUGH, Agencies
from kehoach.comparing.align import Link, align
from kehoach.comparing.fact_changes import counts, fact_changes
from kehoach.comparing.similarity import telling_words
from kehoach.comparing.units import SECTIONS
from kehoach.comparing.wording import word_changes
from kehoach.folding import fold

Data = dict[str, Any]

PARTS = ("document", *SECTIONS, "targets", "deadlines", "citations")
"""What ``--section`` can name."""

_ANSWERS = 0.7
"""How well an assignee must answer to one who has a better partner, for the two to be named as a pair."""


def diff_plans(plan_a: Data, plan_b: Data) -> Data:
    """What differs between two plans, and what answers to what; both are plain data in the plan format."""
    alignment = align(plan_a, plan_b)
    pairs = [_pair(link) for link in alignment.links]
    used_a, used_b = {pair["a"] for pair in pairs}, {pair["b"] for pair in pairs}
    targets, deadlines, funding = fact_changes(plan_a, plan_b, alignment)
    return with_summary({
        "schema_version": "1",
        "a": _side(plan_a),
        "b": _side(plan_b),
        "document": _document(plan_a, plan_b),
        "pairs": pairs,
        "only_a": [unit.id for unit in alignment.a if unit.id not in used_a],
        "only_b": [unit.id for unit in alignment.b if unit.id not in used_b],
        "agencies": _agencies(plan_a, plan_b),
        "targets": targets,
        "deadlines": deadlines,
        "funding": funding,
        "citations": _citations(plan_a, plan_b),
    })  # fmt: skip


def with_summary(diff: Data) -> Data:
    """``diff`` with its counts."""
    found = {status: sum(pair["status"] == status for pair in diff["pairs"]) for status in ("same", "changed", "moved")}
    only_a, only_b = len(diff["only_a"]), len(diff["only_b"])
    facts = {kind: counts(diff[kind]) for kind in ("targets", "deadlines", "funding")}
    differs = found["changed"] or found["moved"] or only_a or only_b or diff["document"]
    differs = differs or any(row["changed"] or row["only_a"] or row["only_b"] for row in facts.values())
    differs = differs or diff["citations"]["only_a"] or diff["citations"]["only_b"]
    return diff | {"summary": {"identical": not differs, **found, "only_a": only_a, "only_b": only_b, **facts}}


def narrowed(diff: Data, sections: tuple[str, ...], *, changed_only: bool) -> Data:
    """``diff`` with only some of the :data:`PARTS`, or only what differs; its counts are those of what is left."""
    out = dict(diff)
    if sections:

        def inside(item: str | None) -> bool:
            return item is not None and item.partition(".")[0] in sections

        out["document"] = diff["document"] if "document" in sections else []
        out["pairs"] = [pair for pair in diff["pairs"] if inside(pair["a"]) or inside(pair["b"])]
        out["only_a"], out["only_b"] = (list(filter(inside, diff[key])) for key in ("only_a", "only_b"))
        out["agencies"] = diff["agencies"] if "duties" in sections else []
        for kind in ("targets", "deadlines", "funding"):
            if kind not in sections:
                out[kind] = [row for row in diff[kind] if inside(row["item_a"]) or inside(row["item_b"])]
        if "citations" not in sections:
            out["citations"] = {"both": [], "only_a": [], "only_b": []}
    if changed_only:
        out["pairs"] = [pair for pair in out["pairs"] if pair["status"] != "same"]
        for kind in ("targets", "deadlines", "funding"):
            out[kind] = [row for row in out[kind] if row["status"] != "same"]
        out["citations"] = out["citations"] | {"both": []}
    return with_summary({key: value for key, value in out.items() if key != "summary"})


def _pair(link: Link) -> Data:
    a, b, close = link.a, link.b, link.likeness
    status = "moved" if link.moved else "same" if link.exact else "changed"
    return {
        "section": a.section,
        "status": status,
        "a": a.id,
        "b": b.id,
        "line_a": a.line,
        "line_b": b.line,
        "similarity": _share(1.0 if link.exact else min(0.999, link.strength)),
        "why": {
            "whole": _share(close.whole),
            "part": _share(close.part),
            "contained": _share(close.contained),
            "agency": None if link.agency is None else _share(link.agency),
            "shared": telling_words(a, b),
        },
        "words": [] if link.exact else word_changes(a.text, b.text),
    }  # fmt: skip


def _share(value: float) -> float:
    return round(max(0.0, min(1.0, value)), 3)


def _side(plan: Data) -> Data:
    document = plan["document"]
    issuer, number = document["issuer"], document["number"]
    return {
        "name": plan["source"]["name"],
        "sha256": plan["source"]["sha256"],
        "number": number["text"] if number else None,
        "issuer": issuer["name"] if issuer else None,
        "title": document["title"],
    }


def _document(plan_a: Data, plan_b: Data) -> list[Data]:
    one, two = _fields(plan_a), _fields(plan_b)
    return [
        {"field": name, "a": one[name], "b": two[name]}
        for name in one
        if fold(one[name] or "") != fold(two[name] or "")
    ]


def _fields(plan: Data) -> dict[str, str | None]:
    document = plan["document"]
    period, date, decision = document["period"], document["date"], document["decision"]
    signers = [
        " ".join(signature[key] for key in ("authority", "capacity", "position", "name") if signature[key])
        for signature in plan["signatures"]
    ]
    return {
        "type": document["type"],
        "number": document["number"]["text"] if document["number"] else None,
        "issuer": document["issuer"]["name"] if document["issuer"] else None,
        "place": document["place"],
        "date": (date["value"] or date["text"]) if date else None,
        "title": document["title"],
        "period": "-".join(map(str, sorted({period["start"], period["end"]}))) if period else None,
        "decision": decision["text"] if decision else None,
        "signatures": "; ".join(filter(None, signers)) or None,
    }


def _agencies(plan_a: Data, plan_b: Data) -> list[Data]:
    """Assignees in pairs, each name once: the best partners of each, then those that nobody answers to."""
    between = Agencies(plan_a, plan_b)
    left, right = _assignees(plan_a), _assignees(plan_b)
    scores = {
        (a, b): score
        for a, (agency_a, _) in left.items()
        for b, (agency_b, _) in right.items()
        if (score := between.agencies(agency_a, agency_b)) >= ENOUGH
    }
    best: dict[tuple[int, str], float] = {}
    for (a, b), score in scores.items():
        best[0, a], best[1, b] = max(best.get((0, a), 0.0), score), max(best.get((1, b), 0.0), score)
    chosen = {
        (a, b): score
        for (a, b), score in scores.items()
        if score == best[0, a] == best[1, b] or (score >= _ANSWERS and score in (best[0, a], best[1, b]))
    }
    out = [_agency_pair(left, right, a, b, chosen[a, b]) for a in left for b in right if (a, b) in chosen]
    met_a, met_b = {a for a, _ in chosen}, {b for _, b in chosen}
    out += [_agency_pair(left, right, a, None, None) for a in left if a not in met_a]
    return out + [_agency_pair(left, right, None, b, None) for b in right if b not in met_b]


def _assignees(plan: Data) -> dict[str, tuple[Data, list[str]]]:
    out: dict[str, tuple[Data, list[str]]] = {}
    for duty in plan["duties"]:
        for agency in duty["agencies"]:
            duties = out.setdefault(agency["name"], (agency, []))[1]
            if duty["id"] not in duties:
                duties.append(duty["id"])
    return out


def _agency_pair(
    left: dict[str, tuple[Data, list[str]]], right: dict[str, tuple[Data, list[str]]], a: str | None, b: str | None,
    score: float | None,
) -> Data:  # fmt: skip
    return {
        "a": a, "b": b, "duties_a": left[a][1] if a else [], "duties_b": right[b][1] if b else [],
        "similarity": None if score is None else _share(score),
    }  # fmt: skip


def _citations(plan_a: Data, plan_b: Data) -> Data:
    one, two = ({citation_key(c): c for c in reversed(plan["citations"])} for plan in (plan_a, plan_b))
    keys_a, keys_b = reversed(one), list(reversed(two))
    both, only_a = [], []
    for key in keys_a:
        if key in two:
            both.append({"a": one[key]["id"], "b": two[key]["id"], "name": citation_name(one[key])})
        else:
            only_a.append({"id": one[key]["id"], "name": citation_name(one[key])})
    only_b = [{"id": two[key]["id"], "name": citation_name(two[key])} for key in keys_b if key not in one]
    return {"both": both, "only_a": only_a, "only_b": only_b}


def citation_key(citation: Data) -> str:
    """A document by its number; a law also by its title, with which it is named as often."""
    title = fold(citation["title"] or "")
    if fold(citation["type"]) in {"luật", "bộ luật", "pháp lệnh"} and title:
        return f"{fold(citation['type'])} {title}"
    return fold(citation["number"] or f"{citation['type']} {title}")


def citation_name(citation: Data) -> str:
    kind, what = citation["type"], citation["number"] or citation["title"] or ""
    return what if fold(what).startswith(fold(kind)) else f"{kind} {what}".strip()
