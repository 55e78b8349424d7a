"""Plans × transformations: the parses, the figures, the table."""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kehoach.parsers import parse_source
from kehoach.readers.source import SourceText
from metamorphic.printed import Printed
from metamorphic.score import Facts, f1, facts
from metamorphic.transforms import TRANSFORMS

ROOT = Path(__file__).resolve().parents[2]
FLOORS = ROOT / "tests" / "data" / "metamorphic_floors.toml"
QUICK = ("tinh-chuyen-doi-so", "so-bang-nhiem-vu", "xa-don-vi-chu-tri")
"""The plans of the quick test: columns, a table, a list of lines."""


@dataclass(frozen=True, slots=True)
class Result:
    """One plan under one transformation: ``lost`` and ``gained`` are what only one of the two parses has."""

    plan: str
    transform: str
    f1: float
    lost: Facts
    gained: Facts


def ours() -> list[Path]:
    """The samples and the blind plans."""
    found = [
        *(ROOT / "samples").glob("*.txt"),
        *(ROOT / "samples").glob("*.md"),
        *(ROOT / "tests/data/blind").glob("*.txt"),
    ]
    return sorted((p for p in found if p.stem != "README"), key=lambda p: (p.parent.name != "samples", p.name))


def parse(text: str, name: str) -> dict[str, Any]:
    """The parse of a text as plain data."""
    return parse_source(SourceText.from_text(text, name=name))


def printed(path: Path) -> Printed:
    """A plan's file in the normal form C and with plain line ends, and the parse of it."""
    text = path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    text = unicodedata.normalize("NFC", text)
    return Printed(text, parse(text, path.name))


def results(paths: Iterable[Path], names: Sequence[str] = ()) -> list[Result]:
    """Every plan under every transformation that changes it, plan by plan."""
    out: list[Result] = []
    for path in paths:
        plan = printed(path)
        for name in names or TRANSFORMS:
            changed = TRANSFORMS[name](plan)
            if changed is None:
                continue
            want, got = facts(name, plan.plan), facts(name, parse(changed, path.name))
            out.append(Result(path.stem, name, f1(want, got), want - got, got - want))
    return out


def means(found: Iterable[Result]) -> dict[str, float]:
    """The mean F1 of each transformation over the plans it changes."""
    groups: dict[str, list[float]] = {}
    for result in found:
        groups.setdefault(result.transform, []).append(result.f1)
    return {name: sum(values) / len(values) for name, values in groups.items()}


def table(found: Sequence[Result]) -> str:
    """Transformations as rows, plans as columns, the mean last; a dot where nothing changes."""
    plans = list(dict.fromkeys(r.plan for r in found))
    cells = {(r.plan, r.transform): r.f1 for r in found}
    averages = means(found)
    lines = [f"{i:>3}  {plan}" for i, plan in enumerate(plans, 1)]
    lines += ["", f"{'':20}" + "".join(f"{i:>6}" for i in range(1, len(plans) + 1)) + "   mean"]
    for name, mean in averages.items():
        row = (cells.get((plan, name)) for plan in plans)
        lines.append(f"{name:20}" + "".join("     ·" if v is None else f" {v:.3f}" for v in row) + f"  {mean:.3f}")
    return "\n".join(lines)


def floors() -> dict[str, dict[str, float]]:
    """Transformation → ``floor`` over all our plans, ``quick`` over :data:`QUICK`, ``target``."""
    data: dict[str, dict[str, float]] = tomllib.loads(FLOORS.read_text("utf-8"))
    return data
