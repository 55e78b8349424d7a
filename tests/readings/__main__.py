"""Print precision, recall, F1 and the number of facts of each set of readings, and hold F1 against the floors.

    python -m tests.readings [--set NAME …] [--field NAME …] [--differences] [--raise]

``--differences`` shows what was missed (-) and what was wrong (+); ``--raise`` raises each floor to what is reached
now, rounded down to a hundredth, and never lowers one.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from readings import run
from readings.fields import FIELDS
from scoring import floor_of, print_differences, refused_in_ci


def main(argv: list[str] | None = None) -> int:
    """Run the command and return its exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.readings", description="F1 of the parser on read plans")
    parser.add_argument("--set", nargs="+", choices=run.SETS, default=list(run.SETS), metavar="NAME", dest="sets")
    parser.add_argument("--field", nargs="+", choices=list(FIELDS), default=list(FIELDS), metavar="NAME", dest="fields")
    parser.add_argument("--differences", action="store_true")
    parser.add_argument("--raise", dest="lift", action="store_true")
    options = parser.parse_args(argv)
    if options.lift:
        return lift()
    floors = run.floors()
    low = False
    for set_ in options.sets:
        title = f"{set_} ({len(run.readings(set_))} plans)"
        print(f"{title:20} P      R      F1  facts")
        reached = run.scores(set_)
        for field in options.fields:
            floor = floors.get(set_, {}).get(field, 0.0)
            s = reached[field]
            low |= s.f1 < floor
            print(
                f"  {field:16} {s.precision:.4f} {s.recall:.4f} {s.f1:.4f} {s.wanted:5}  floor {floor:.2f}"
                f"{'  BELOW' if s.f1 < floor else ''}"
            )
            if options.differences:
                print_differences(run.differences(set_, field))
    return int(low)


def lift() -> int:
    """Raise the floors to what is reached now."""
    if refused_in_ci():
        return 1
    floors = run.floors()
    lines = [
        "# Micro F1 of what the parser reads, against the readings of each set (tests/data/READINGS.md).",
        "# A floor is only ever raised: python -m tests.readings --raise",
    ]
    for set_ in run.SETS:
        lines += ["", f"[{set_}]"]
        for field, reached in run.scores(set_).items():
            floor = max(floors.get(set_, {}).get(field, 0.0), floor_of(reached.f1))
            lines.append(f"{field} = {floor:.2f}")
    run.FLOORS.write_text("\n".join(lines) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
