"""Passages: a sentence, a line or a table set into a plan, and all the facts that the whole parser finds in it.

A row of ``passages.HALF.yaml`` says in which section the passage stands (``in``), of which ``year`` the plan is (2024
where it says nothing) and which ``facts`` it holds, one a line:

======================================================  ==================================================
``target | >= 90 % @2025 | words of its indicator``     a measure; the words are compared as ``indicator``
``deadline | before 2024-06-30 /year``                  bound, date (``-`` for none) and rhythm
``citation | type | number or title | date``            ``-`` for no date
``amount | value``, ``source | kind``                   money
``partners | words``                                    with whom, as printed
``owner | A; B | first words of the duty``              whose duty; ``owner asked`` for a request
``row | A; B with C; D | date or rhythm``               who leads, with whom, by when
======================================================  ==================================================
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any

from kehoach.parsers import parse_source
from kehoach.readers.source import SourceText
from scoring import Bag, Pair

Row = Mapping[str, Any]
Plan = dict[str, Any]
Fact = tuple[Any, ...]
Measure = Callable[[str], Fact]

KINDS = ("target", "indicator", "deadline", "citation", "amount", "source", "partners", "owner", "row")
_PLAN = """ỦY BAN NHÂN DÂN
TỈNH NAM ĐỊNH

Số: 12/KH-UBND

Nam Định, ngày 12 tháng 01 năm {year}

KẾ HOẠCH
Thực hiện công tác năm {year}

{basis}

I. MỤC ĐÍCH
Nâng cao hiệu quả công tác.

II. MỤC TIÊU
{objectives}

III. NHIỆM VỤ
{tasks}

IV. KINH PHÍ THỰC HIỆN
{funding}

V. CHẾ ĐỘ BÁO CÁO
{reporting}

VI. TỔ CHỨC THỰC HIỆN
{duties}
2. Văn phòng: Theo dõi chung.

Trên đây là Kế hoạch thực hiện công tác năm {year}./.
"""
_FILLED = {
    "basis": "Theo đề nghị của Văn phòng.",
    "objectives": "- Bảo đảm an toàn.",
    "tasks": "1. Tổ chức tuyên truyền.",
    "funding": "Theo quy định hiện hành.",
    "reporting": "Thực hiện theo quy định.",
    "duties": "1. Ban Quản lý: Theo dõi chung.",
}
_LABELS = {"objectives": "- ", "tasks": "1. ", "duties": "1. "}
_FRAME = "Theo dõi chung."
_MORE_WORDS = 6
"""Words that an indicator may have beside those asked for."""


def plan_of(row: Row) -> Plan:
    """What the parser says of the plan that the passage is set into."""
    text: str = row["text"].strip()
    label = "" if text.startswith("|") else _LABELS.get(row["in"], "")
    return _parsed(_PLAN.format(year=row.get("year", 2024), **(_FILLED | {row["in"]: label + text})))


@cache
def _parsed(text: str) -> Plan:
    return parse_source(SourceText.from_text(text))


def compare(row: Row, measure_of: Measure, of_measure: Callable[[Mapping[str, Any]], Fact]) -> dict[str, Pair]:
    """Each kind's facts, those of the row and those of the parser."""
    plan = plan_of(row)
    asked = [line.split(" | ") for line in row["facts"]]
    want: dict[str, Bag] = {kind: Bag() for kind in KINDS}
    for name, *parts in asked:
        if name == "target":
            want["target"][measure_of(parts[0])] += 1
        elif name.startswith("owner"):
            want["owner"][name == "owner asked", _names(parts[0]), parts[1]] += 1
        else:
            want[name][_wanted(name, parts)] += 1
    got = {kind: Bag(_found(kind, plan)) for kind in KINDS if kind not in ("target", "indicator", "owner")}
    got["target"] = Bag(of_measure(m) for t in plan["targets"] for m in t["measures"])
    got["owner"] = Bag(_owners(plan, [begins for _, _, begins in want["owner"]]))
    want["indicator"], got["indicator"] = _indicators(plan, asked, measure_of, of_measure)
    return {kind: (want[kind], got[kind]) for kind in KINDS}


def _wanted(name: str, parts: list[str]) -> Fact:
    values = [None if part == "-" else part for part in parts]
    if name == "deadline":
        bound, due, *every = parts[0].split(" ")
        return bound, None if due == "-" else due, every[0][1:] if every else None
    if name == "row":
        lead, _, helping = parts[0].partition(" with ")
        return _names(lead), _names(helping), values[1]
    return (int(parts[0]),) if name == "amount" else tuple(values)


def _names(printed: str) -> tuple[str, ...]:
    return () if printed == "-" else tuple(printed.split("; "))


def _found(kind: str, plan: Plan) -> Iterator[Fact]:
    if kind == "deadline":
        yield from ((d["bound"], d["due"], d["every"]) for d in plan["deadlines"])
    elif kind == "citation":
        yield from ((c["type"], c["number"] or c["title"], c["date"]) for c in plan["citations"])
    elif kind == "amount":
        yield from ((a["value"],) for a in plan["funding"]["amounts"])
    elif kind == "source":
        yield from ((s["kind"],) for s in plan["funding"]["sources"])
    elif kind == "partners":
        yield from ((text,) for text in dict.fromkeys(a["partners_text"] for a in plan["assignments"]) if text)
    elif kind == "row":
        for a in plan["assignments"]:
            if a["partners_text"] is None and not _is_duty(plan, a):
                yield tuple(a["lead"]), tuple(a["partners"]), a["due"] or a["every"]


def _is_duty(plan: Plan, assignment: Mapping[str, Any]) -> bool:
    """Whether an assignment says no more than whose duty an item is."""
    texts = {item["text"] for duty in plan["duties"] for item in duty["items"]}
    return assignment["action"] in texts and not assignment["partners"]


def _owners(plan: Plan, begins: list[str]) -> Iterator[Fact]:
    """Request, names and first words of each duty but the frame's."""
    for duty in plan["duties"]:
        for item in duty["items"]:
            if item["text"] != _FRAME and duty["agencies"]:
                said = next((words for words in begins if item["text"].startswith(words)), item["text"][:30])
                yield duty["request"], tuple(a["name"] for a in duty["agencies"]), said


def _indicators(
    plan: Plan, asked: list[list[str]], measure_of: Measure, of_measure: Callable[[Mapping[str, Any]], Fact]
) -> Pair:
    """The words asked for and those found, of each measure that was found."""
    want, got = Bag(), Bag()
    found = [(of_measure(m), t["indicator"] or "") for t in plan["targets"] for m in t["measures"]]
    for name, *parts in asked:
        fact = measure_of(parts[0]) if name == "target" and len(parts) > 1 else None
        said = next((n for n, (other, _) in enumerate(found) if other == fact), None)
        if said is None:
            continue
        words, mine = parts[1], found.pop(said)[1]
        more = len(mine.split()) - len(words.split())
        want[words,] += 1
        got[words if words.casefold() in mine.casefold() and more <= _MORE_WORDS else mine,] += 1
    return want, got
