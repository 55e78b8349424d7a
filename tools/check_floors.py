"""Hold the scores of the parser against their floors in .ci/floors.toml.

    python tools/check_floors.py [--scorer ../shared/score.py] [--raise]

Where the scorer is not there, nothing is measured and the exit code is 0.  Otherwise it is 1 where a score lies under
its floor, a plan failed, or a floor is lower than in the commit before.  ``--raise`` writes the floors anew, each to
the score just measured, rounded down to a thousandth, never lower than it was.
"""

from __future__ import annotations

import argparse
import json
import math
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
FLOORS = ROOT / ".ci" / "floors.toml"
SUITES = {"known": [], "composed": ["--composed"]}
_ROOM = 0.005
"""A score this far above its floor is worth a higher floor."""

Floors = dict[str, dict[str, float]]


def measure(scorer: Path, options: list[str]) -> dict[str, Any]:
    """What the scorer says of this working copy's ``kehoach``."""
    command = f"{ROOT / '.venv/bin/kehoach'} parse {{}} --format json"
    done = subprocess.run(
        [sys.executable, str(scorer), "--json", "--cmd", command, *options], capture_output=True, text=True, check=True
    )
    result: dict[str, Any] = json.loads(done.stdout)
    return result


def compare(suite: str, scores: dict[str, Any], floors: dict[str, float]) -> list[str]:
    """Print a table of scores and floors; give back what is wrong."""
    faults = [f"{suite}: {plan}: {error}" for plan, error in scores["errors"].items()]
    measured = {"mean": scores["mean"], **scores["fields"]}
    print(f"\n{suite:16}{'score':>8}{'floor':>8}")
    for field, score in measured.items():
        floor = floors.get(field)
        if score is None:
            continue
        note = ""
        if floor is not None and score < floor - 1e-9:
            note = "BELOW ITS FLOOR"
            faults.append(f"{suite}: {field} is {score:.4f}, its floor {floor}")
        elif floor is None or score >= floor + _ROOM:
            note = "could rise"
        print(f"{field:16}{score:8.4f}{'' if floor is None else format(floor, '.3f'):>8}  {note}")
    faults += [f"{suite}: {field} has a floor and no score" for field in floors if measured.get(field) is None]
    return faults


def lowered(now: Floors) -> list[str]:
    """Floors that are lower than in the commit before this one, or gone."""
    faults = []
    for revision in ("HEAD", "HEAD~1"):
        done = subprocess.run(
            ["git", "show", f"{revision}:.ci/floors.toml"], capture_output=True, text=True, cwd=ROOT, check=False
        )
        if done.returncode:
            continue
        for suite, floors in tomllib.loads(done.stdout).items():
            for field, floor in floors.items():
                if now.get(suite, {}).get(field, -math.inf) < floor:
                    faults.append(f"{suite}: the floor of {field} was {floor} in {revision} and may not fall")
    return faults


def raised(floors: Floors, scores: dict[str, dict[str, Any]]) -> str:
    """The floors file with every floor at its score, or where it was if that is higher."""
    head = FLOORS.read_text("utf-8").partition("[")[0]
    out = [head.rstrip(), ""]
    for suite in SUITES:
        out += [f"[{suite}]"]
        for field, score in {"mean": scores[suite]["mean"], **scores[suite]["fields"]}.items():
            if score is not None:
                out.append(f"{field} = {max(math.floor(score * 1000) / 1000, floors.get(suite, {}).get(field, 0)):.3f}")
        out.append("")
    for suite in [suite for suite in floors if suite not in SUITES]:  # other tools measure these
        out += [f"[{suite}]", *(f"{field} = {floor:.3f}" for field, floor in floors[suite].items()), ""]
    return "\n".join(out)


def main() -> int:
    """Measure, print, judge."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--scorer", type=Path, default=ROOT.parent / "shared" / "score.py")
    ask.add_argument("--raise", dest="lift", action="store_true", help="write the floors anew, each to its score")
    args = ask.parse_args()
    floors: Floors = tomllib.loads(FLOORS.read_text("utf-8"))
    faults = lowered(floors)
    if args.scorer.exists():
        scores = {suite: measure(args.scorer, options) for suite, options in SUITES.items()}
        for suite in SUITES:
            faults += compare(suite, scores[suite], floors.get(suite, {}))
        if args.lift:
            FLOORS.write_text(raised(floors, scores), "utf-8")
    else:
        print("no scorer here: scores are not measured")
    print()
    for fault in faults:
        print(f"FAULT {fault}", file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
