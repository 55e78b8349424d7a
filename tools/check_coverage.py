"""Hold the branches that the tests take against their floors in .ci/floors.toml.

    python tools/check_coverage.py [--missing]

Reads the figures that ``make coverage`` has measured with coverage.py.  A branch is one way out of a line that has more
than one.  The exit code is 1 where a package lies under its floor; ``--missing`` also prints the ways not taken.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
FLOORS = ROOT / ".ci" / "floors.toml"


def measured() -> dict[str, dict[str, Any]]:
    """What coverage.py says of each file, by its path from the project."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "coverage.json"
        command = [sys.executable, "-m", "coverage", "json", "--quiet", "-o", str(path)]
        subprocess.run(command, cwd=ROOT, check=True)
        files: dict[str, dict[str, Any]] = json.loads(path.read_text("utf-8"))["files"]
    return files


def main() -> int:
    """Add up, print, judge."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--missing", action="store_true", help="also print each way not taken: file:line -> line")
    args = ask.parse_args()
    files = measured()
    low = False
    for package, floor in tomllib.loads(FLOORS.read_text("utf-8"))["branches"].items():
        own = {path: file for path, file in files.items() if path.startswith(f"src/kehoach/{package}/")}
        ways = sum(file["summary"]["num_branches"] for file in own.values())
        taken = sum(file["summary"]["covered_branches"] for file in own.values())
        share = taken / ways if ways else 0.0
        below = share < floor
        low = low or below
        note = f"  BELOW ITS FLOOR {floor:.1%}" if below else ""
        print(f"{package:10} {taken:5} of {ways:5} branches {share:7.1%}{note}")
        if args.missing:
            for path, file in own.items():
                for start, end in file["missing_branches"]:
                    print(f"  {path}:{start} -> {end if end > 0 else 'end'}")
    return int(low)


if __name__ == "__main__":
    sys.exit(main())
