"""Measure how well plans are read and put the figures into docs/accuracy.md.

    python -m tools.accuracy [--write] [--only PART …] [--set NAME …] [--scorer FILE]

Without ``--write`` the figures are printed and the page stays as it is. Where the scorer of the plans outside the
project is not there, their figures in the page stay as well.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from tools.accuracy import ROOT, errors, gaps, layers, measured
from tools.accuracy.markdown import fill

from readings.run import SETS

PAGE = ROOT / "docs" / "accuracy.md"
OF_PLANS = ("plans", "sight", "differences")
"""Parts that need the scorer."""
PARTS = (*OF_PLANS, "readings", "sentences", "errors", "layers", "gaps")


def main(argv: list[str] | None = None) -> int:
    """Run the command and return its exit code."""
    parser = argparse.ArgumentParser(prog="python -m tools.accuracy", description="how well plans are read")
    parser.add_argument("--write", action="store_true", help=f"put the figures into {PAGE.relative_to(ROOT)}")
    parser.add_argument("--only", nargs="+", choices=PARTS, default=list(PARTS), metavar="PART", dest="parts")
    parser.add_argument("--set", nargs="+", choices=SETS, default=list(SETS), metavar="NAME", dest="sets")
    parser.add_argument("--scorer", type=Path, default=ROOT.parent / "shared" / "score.py", metavar="FILE")
    options = parser.parse_args(argv)
    if options.write and options.sets != list(SETS):
        parser.error("the page holds all sets: --write goes without --set")
    page = PAGE.read_text("utf-8")
    for name, figures in made(options.parts, options.sets, options.scorer):
        if options.write:
            page = fill(page, name, figures)
        else:
            print(f"<!-- {name} -->\n{figures}\n")
    if options.write:
        PAGE.write_text(page, "utf-8", newline="\n")
        print(f"wrote {PAGE.relative_to(ROOT)}", file=sys.stderr)
    return 0


def made(parts: list[str], sets: list[str], scorer: Path) -> Iterator[tuple[str, str]]:
    """(part, its figures in Markdown), one after the other as they are measured."""
    if set(parts) & set(OF_PLANS):
        if scorer.exists():
            found = measured.plan_scores(scorer, [name for name in measured.first_sight()["sets"] if name in sets])
            of_plans = {"plans": measured.plans, "sight": measured.sight, "differences": measured.plan_differences}
            yield from ((part, of_plans[part](found)) for part in parts if part in of_plans)
        else:
            print(f"no scorer at {scorer}: the figures of the plans stay as they are", file=sys.stderr)
    blind = [name for name in sets if name in layers.BLIND]
    groups = {
        "blind": blind,
        "scans": [s for s in sets if s == "scans"],
        "samples": [s for s in sets if s == "readings"],
    }
    makers: dict[str, Callable[[], str]] = {
        "readings": partial(measured.sets, sets),
        "sentences": measured.composed_sentences,
        "errors": partial(errors.summary, {title: group for title, group in groups.items() if group}),
        "layers": partial(layers.changes, blind or sets),
        "gaps": gaps.listed,
    }
    yield from ((part, make()) for part, make in makers.items() if part in parts)


if __name__ == "__main__":
    sys.exit(main())
