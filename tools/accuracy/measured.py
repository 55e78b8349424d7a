"""The tables of what is reached: on plans by the scorer beside the project, on readings, on composed sentences."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from statistics import fmean
from typing import Any

from tools.accuracy.markdown import table
from tools.check_floors import SUITES, measure

from readings import run as readings
from scoring import Score
from sentences import run as sentences
from sentences.kinds import KINDS

FIRST_SIGHT = sentences.DATA / "first_sight.toml"
STRUCTURE = ("document", "sections", "tree", "duties", "owners")
"""The fields of a reading that say how a plan is built; the others are its facts."""
_NAMES = {"known": "real plans", "composed": "composed plans"}
_AT_ONCE = 2
"""Suites that are scored side by side: plans are read in processes of their own."""
_SHARES = frozenset({"document", "labels", "lossless", "placed", "grounded"})
"""What the scorer counts as right or wrong: precision, recall and F1 are one figure."""
_SOUNDNESS = ("lossless", "placed", "grounded")
"""Shares of letters and of spans, not of facts."""


def plan_scores(scorer: Path, sets: Iterable[str] = ()) -> dict[str, dict[str, Any]]:
    """What the scorer says of the real plans, of the composed ones and of sets of readings.

    Raises:
        RuntimeError: A plan could not be read.
    """
    folders = {name: str(readings.DATA / name) for name in sets}
    suites = {**SUITES, **{name: ["--gold", folder, "--plans", folder] for name, folder in folders.items()}}
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        found = dict(zip(suites, pool.map(partial(measure, scorer), suites.values()), strict=True))
    if errors := {suite: result["errors"] for suite, result in found.items() if result["errors"]}:
        raise RuntimeError(f"plans that could not be read: {errors}")
    return found


def plans(found: Mapping[str, Mapping[str, Any]]) -> str:
    """Each field's precision, recall, F1 and support on the real plans and on the composed ones."""
    out = []
    for suite in SUITES:
        result = found[suite]
        title = f"**{len(result['plans'])} {_NAMES[suite]}**, mean of F1 over the fields {result['mean']:.3f}:"
        rows = list(plan_rows(result))
        out.append(f"{title}\n\n{table(('field', 'precision', 'recall', 'F1', 'support'), rows)}")
    return "\n\n".join(out)


def plan_rows(result: Mapping[str, Any]) -> Iterable[tuple[object, ...]]:
    """A row a field: precision, recall and F1 over all plans, support. Fields that no plan has are left out."""
    for field, f1 in result["fields"].items():
        if f1 is None:
            continue
        counts = [row[field] for row in result["counts"].values() if row[field]]
        total = Score(*(sum(count[i] for count in counts) for i in range(3)))
        share = field in _SHARES
        yield (
            field,
            f1 if share else total.precision,
            f1 if share else total.recall,
            f1,
            result["support"][field],
        )


def plan_differences(found: Mapping[str, Mapping[str, Any]]) -> str:
    """How many facts of the real plans are missed and how many of those found are wrong, field by field."""
    result = found["known"]
    rows = []
    for field in result["fields"]:
        counts = [row[field] for row in result["counts"].values() if row[field]]
        hits, wanted, got = (sum(count[i] for count in counts) for i in range(3))
        if field not in _SOUNDNESS and (wanted, got) != (hits, hits):
            rows.append((field, wanted - hits, None if field in _SHARES else got - hits, wanted))
    return table(("field", "missed", "wrong", "of"), rows) if rows else "None."


def first_sight() -> dict[str, dict[str, Any]]:
    """The figures at first sight: "sets" and "sentences" → name → figures."""
    return tomllib.loads(FIRST_SIGHT.read_text("utf-8"))


def sight(found: Mapping[str, Mapping[str, Any]]) -> str:
    """The sets of readings at first sight, as it was noted, and today by the same scorer."""
    rows = []
    for name, seen in first_sight()["sets"].items():
        if name in found:
            noted = [seen.get(kind) for kind in ("mean", "structure", "facts")]
            rows.append((f"`{name}`", len(found[name]["plans"]), *noted, found[name]["mean"]))
    return table(("set", "plans", "first sight: mean", "structure", "facts", "now: mean"), rows)


def sets(names: Sequence[str]) -> str:
    """Each set of readings by the project's own comparison: its means, then its fields."""
    reached = {name: readings.scores(name) for name in names}
    rows = []
    for name, scores in reached.items():
        now = means({field: s.f1 for field, s in scores.items()})
        rows.append((f"`{name}`", len(readings.readings(name)), *now))
    out = [table(("set", "plans", "mean", "structure", "facts"), rows)]
    for name, scores in reached.items():
        fields = [(field, s.precision, s.recall, s.f1, s.wanted) for field, s in scores.items()]
        out.append(f"\n`{name}`:\n\n{table(('field', 'precision', 'recall', 'F1', 'support'), fields)}")
    return "\n".join(out)


def means(f1: Mapping[str, float]) -> tuple[float, float, float]:
    """The means of the fields' F1: over all, over those of structure, over those of facts."""
    structure = [value for field, value in f1.items() if field in STRUCTURE]
    facts = [value for field, value in f1.items() if field not in STRUCTURE]
    return fmean(f1.values()), fmean(structure), fmean(facts)


def composed_sentences() -> str:
    """The composed sentences: both halves now, and the held half at first sight."""
    first = first_sight()["sentences"]
    rows = []
    for kind in KINDS:
        for half in sentences.HALVES:
            now, seen = sentences.result(kind, half), first[kind] if half == "held" else None
            quoted = f"{seen['value']:.3f} {'of sentences' if seen['measure'] == 'right' else 'F1'}" if seen else "–"
            s = now.score
            rows.append(
                (kind, half, now.sentences, now.negatives, s.precision, s.recall, s.f1, s.wanted, now.share, quoted)
            )
    head = (
        "kind",
        "half",
        "sentences",
        "hold none",
        "precision",
        "recall",
        "F1",
        "support",
        "read right",
        "first sight",
    )
    return table(head, rows)
