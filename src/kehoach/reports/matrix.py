"""Many plans as matrices, and the charts of their figures; everything is taken from comparisons and tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from kehoach.collation import alphabetical
from kehoach.comparing.comparison import said
from kehoach.reports import charts
from kehoach.reports.words import Words
from kehoach.tables import rows
from kehoach.tables.days import days_of

Data = dict[str, Any]

KINDS = ("tasks", "targets", "duties", "deadlines")
"""What the matrices are by."""

MOST_TARGETS = 8
"""Targets that are drawn, those that most plans set."""


@dataclass(slots=True)
class MatrixRow:
    """One thing and what each plan says of it; ``lacking`` are places of plans among the columns."""

    group: str
    text: str
    count: int
    status: str
    lacking: list[int]
    cells: list[list[tuple[str, int | None]]]


@dataclass(slots=True)
class Matrix:
    """A comparison as a table."""

    by: str
    title: str
    plans: list[Data]
    rows: list[MatrixRow]


def matrix(comparison: Data, words: Words) -> Matrix:
    """The rows of ``comparison`` for a page."""
    plans = comparison["plans"]
    first = 1 if plans[0]["central"] else 0
    out = []
    for row in comparison["rows"]:
        others = row["cells"][first:]
        lacking = [n for n, cells in enumerate(others, first) if not cells]
        count, of = row["plans"], len(others)
        status = "in_all" if count == of else "in_no" if not count else "in_one" if count == 1 else "in_some"
        cells = [[(said(cell), cell["line"]) for cell in found] for found in row["cells"]]
        out.append(MatrixRow(row["group"] or "", row["text"], count, status, lacking, cells))
    return Matrix(comparison["by"], words(f"by_{comparison['by']}"), plans, out)


def coverage_chart(comparison: Data, words: Words) -> charts.Chart:
    """How much of the plan measured against each other plan takes up."""
    counted = [
        (part["plan"], part["share"], f"{round(part['share'] * 100)}% ({part['covered']}/{part['of']})")
        for part in sorted(comparison["coverage"], key=lambda part: (-part["share"], alphabetical(part["plan"])))
    ]
    return charts.bars(words("coverage"), [words("plan"), words("share")], counted, most=80, top=1)


def heat_chart(comparison: Data, words: Words) -> charts.Chart:
    """Which task is in which plan, and how closely."""
    first = 1 if comparison["plans"][0]["central"] else 0
    names = [plan["key"] for plan in comparison["plans"][first:]]
    ordered = sorted(comparison["rows"], key=lambda row: -row["plans"]) if not first else comparison["rows"]
    found = [
        (row["text"], [max((cell["similarity"] for cell in cells), default=None) for cells in row["cells"][first:]])
        for row in ordered
    ]
    return charts.heat_map(words("chart_heat"), words("chart_heat_about"), names, found)


def target_charts(comparison: Data, words: Words) -> Iterator[charts.Chart]:
    """A chart a target that at least two plans set with a number: a bar for each plan and year."""
    keys = [plan["key"] for plan in comparison["plans"]]
    ready = []
    for row in comparison["rows"]:
        counted = [
            (f"{key}, {cell['by']}" if cell["by"] else key, cell["value"], cell["text"])
            for key, cells in zip(keys, row["cells"], strict=True)
            for cell in sorted(cells, key=lambda cell: cell["by"] or 0)
            if isinstance(cell["value"], (int, float)) and cell["value"] >= 0
        ]
        plans = sum(any(isinstance(cell["value"], (int, float)) for cell in cells) for cells in row["cells"])
        if plans >= 2 and counted:
            ready.append((plans, row["text"], counted))
    for _, text, counted in sorted(ready, key=lambda entry: -entry[0])[:MOST_TARGETS]:
        yield charts.bars(text, [words("plan"), words("value")], counted, most=70)


def duty_chart(comparison: Data, words: Words) -> charts.Chart | None:
    """Who carries most duties, by the rows of a comparison by agencies, whose cells count duties."""
    counted = [
        (row["text"], float(sum(int(cell["value"] or 0) for cells in row["cells"] for cell in cells)))
        for row in comparison["rows"]
    ]
    return _duty_bars(counted, words)


def duty_chart_of_one(plan: Data, words: Words) -> charts.Chart | None:
    """The same for one plan: how many duties each assignee has."""
    counted: dict[str, float] = {}
    for duty in plan["duties"]:
        for agency in duty["agencies"]:
            counted[agency["name"]] = counted.get(agency["name"], 0) + max(1, len(duty["items"]))
    return _duty_bars(list(counted.items()), words)


def _duty_bars(counted: list[tuple[str, float]], words: Words) -> charts.Chart | None:
    ordered = sorted(counted, key=lambda entry: -entry[1])
    made = [(name, value, words.figure(int(value))) for name, value in ordered if value]
    return charts.bars(words("chart_duties"), [words("agency"), words("count")], made) if made else None


def deadline_chart(plans: Sequence[tuple[str, Data]], words: Words) -> charts.Chart | None:
    """When things are due: a lane a plan, or of one plan a lane a deadline."""
    stays, lines, rhythms = [], [], 0
    for key, plan in plans:
        for row in rows(plan, "deadlines"):
            days = days_of(row["due"])
            if days is None:
                rhythms += 1
                continue
            what = row["action"] or row["text"]
            lane = key if len(plans) > 1 else what
            stays.append((lane, *days, row["text"]))
            lines.append([key, row["first_day"], row["last_day"], what])
    if not stays:
        return None
    heads = [words("plan"), words("first_day"), words("last_day"), words("what")]
    chart = charts.timeline(words("chart_deadlines"), heads, stays, lines)
    chart.about = words("rhythms", n=rhythms) if rhythms else ""
    return chart
