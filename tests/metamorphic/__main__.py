"""Print how much of each plan's reading survives each transformation.

    python -m tests.metamorphic [--plans DIR …] [--only NAME …] [--plan PART] [--differences] [--write] [--raise]

``--plans`` adds the .txt and .md files of a folder (these are shown, but are no part of the floors); ``--plan`` keeps
the plans with these letters in their names; ``--differences`` shows what was lost (-) and gained (+); ``--write``
prints a transformed text; ``--raise`` raises the floors to what is reached now and never lowers one.
"""

from __future__ import annotations

import argparse
import math
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from metamorphic import run
from metamorphic.transforms import TRANSFORMS
from scoring import refused_in_ci


def main(argv: list[str] | None = None) -> int:
    """Run the command and return its exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.metamorphic", description="F1 of plans printed differently")
    parser.add_argument("--plans", type=Path, action="append", default=[], metavar="DIR")
    parser.add_argument("--only", nargs="+", choices=list(TRANSFORMS), default=[], metavar="NAME")
    parser.add_argument("--plan", default="", metavar="PART")
    parser.add_argument("--differences", action="store_true")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--raise", dest="lift", action="store_true")
    options = parser.parse_args(argv)
    paths = run.ours()
    for folder in options.plans:
        paths += sorted([*folder.glob("*.txt"), *folder.glob("*.md")])
    paths = [path for path in paths if options.plan in path.stem]
    if options.write:
        for path in paths:
            for name in options.only or TRANSFORMS:
                print(TRANSFORMS[name](run.printed(path)))
        return 0
    if options.lift:
        return lift()
    found = run.results(paths, options.only)
    print(run.table(found))
    if options.differences:
        for result in found:
            if result.f1 < 1:
                print(f"\n{result.plan} · {result.transform} · {result.f1:.3f}")
                print("\n".join(f"  - {part}: {words}" for part, words in result.lost.elements()))
                print("\n".join(f"  + {part}: {words}" for part, words in result.gained.elements()))
    return 0


def lift() -> int:
    """Raise the floors to what is reached now."""
    if refused_in_ci():
        return 1
    rows, paths = run.floors(), run.ours()
    found = run.results(paths)
    reached = {"floor": run.means(found), "quick": run.means(r for r in found if r.plan in run.QUICK)}
    kept = [line for line in run.FLOORS.read_text("utf-8").splitlines() if line.startswith("#")]
    for name in TRANSFORMS:
        row = rows.get(name, {})
        cells = []
        for key in ("floor", "quick"):
            if name in reached[key]:
                value = max(row.get(key, 0.0), math.floor(reached[key][name] * 1000) / 1000)
                cells.append(f"{key} = {value:.3f}")
        cells.append(f"target = {row.get('target', 1.0):.3f}")
        kept.append(f"{name} = {{ {', '.join(cells)} }}")
    run.FLOORS.write_text("\n".join(kept) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
