"""docs/accuracy.md made anew from measurements: ``python -m tools.accuracy``; see :mod:`.__main__`."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# What the tests measure with (scoring, readings, sentences, rule_files) is measured with here as well.
sys.path.insert(0, str(ROOT / "tests"))
