"""Print how much of the composed sentences each layer of facts finds, and hold it against the floors.

    python -m tests.sentences [--part dev|held] [--kind NAME …] [--differences] [--raise]

``--differences`` shows what was missed (-) and what was wrong (+); ``--raise`` raises each floor to what is reached
now, rounded down to a hundredth, and never lowers one.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from scoring import floor_of, print_differences, refused_in_ci
from sentences import run
from sentences.kinds import KINDS, passages


def main(argv: list[str] | None = None) -> int:
    """Run the command and return its exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.sentences", description="scores on composed sentences")
    parser.add_argument("--part", nargs="+", choices=run.HALVES, default=list(run.HALVES), dest="halves")
    parser.add_argument("--kind", nargs="+", choices=list(KINDS), default=list(KINDS), metavar="NAME", dest="kinds")
    parser.add_argument("--differences", action="store_true")
    parser.add_argument("--raise", dest="lift", action="store_true")
    options = parser.parse_args(argv)
    if options.lift:
        return lift()
    floors, low = run.floors(), False
    for half in options.halves:
        print(f"{half:10} sentences  none   P      R      F1     facts  right")
        for kind in options.kinds:
            reached, floor = run.result(kind, half), floors.get(half, {}).get(kind, {})
            below = reached.score.f1 < floor.get("f1", 0.0) or reached.share < floor.get("right", 0.0)
            low |= below
            s = reached.score
            print(
                f"  {kind:10} {reached.sentences:7} {reached.negatives:5}  {s.precision:.4f} {s.recall:.4f} {s.f1:.4f} "
                f"{s.wanted:5}  {reached.share:.4f}{'  BELOW ITS FLOOR' if below else ''}"
            )
            for name, s in run.by_fact(kind, half).items() if KINDS[kind] is passages else ():
                print(f"    {name:10} {'':11} {s.precision:.4f} {s.recall:.4f} {s.f1:.4f} {s.wanted:5}")
            if options.differences:
                print_differences(run.differences(kind, half))
    return int(low)


def lift() -> int:
    """Raise the floors to what is reached now."""
    if refused_in_ci():
        return 1
    floors = run.floors()
    lines = [
        "# What the layers of facts reach on composed sentences (tests/data/facts/README.md): micro F1, and the share",
        "# of the sentences read without fault. A floor is only ever raised: python -m tests.sentences --raise",
    ]
    for half in run.HALVES:
        lines += ["", f"[{half}]"]
        for kind in KINDS:
            reached, floor = run.result(kind, half), floors.get(half, {}).get(kind, {})
            f1 = max(floor.get("f1", 0.0), floor_of(reached.score.f1))
            right = max(floor.get("right", 0.0), floor_of(reached.share))
            lines.append(f"{kind} = {{ f1 = {f1:.2f}, right = {right:.2f} }}")
    run.FLOORS.write_text("\n".join(lines) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
