"""Write the expected .yaml of every sample anew, or with ``--check`` say which differ.

    python tools/update_golden.py [--check] [NAME …]

What changed is then reviewed with ``git diff samples/`` before it is committed; CI never writes these files.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from kehoach.models.check import checked
from kehoach.parsers import parse_source
from kehoach.readers import read
from kehoach.writers.yaml import dump

SAMPLES = Path(__file__).resolve().parent.parent / "samples"


def expected(sample: Path) -> str:
    """What ``kehoach parse`` says of ``sample`` now."""
    return dump(checked(parse_source(read(sample)), sample.name))


def main(argv: list[str]) -> int:
    """Write or compare."""
    check = "--check" in argv
    if not check and os.environ.get("CI") == "true":
        print("golden files are made by hand and eye, never by CI", file=sys.stderr)
        return 1
    names = [name for name in argv if not name.startswith("-")]
    changed = 0
    for sample in sorted([*SAMPLES.glob("*.txt"), *SAMPLES.glob("*.md")]):
        if (names and sample.stem not in names) or sample.name == "README.md":
            continue
        golden, now = sample.with_suffix(".yaml"), expected(sample)
        if not golden.exists() or golden.read_text("utf-8") != now:
            changed += 1
            print(f"{'differs' if check else 'wrote'}: {golden.name}")
            if not check:
                golden.write_text(now, "utf-8")
    return 1 if check and changed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
