"""Broken files in every format through ``kehoach batch``: each must be accounted for, soon and within memory.

    python -m tools.broken_batch 10000 --seed 3

What must hold: the manifest has every file exactly once, read or refused for a reason in one line; no traceback; no
file takes longer than ``--timeout`` allows, where recognising pages may take all of it; the processes together stay
below ``--memory``; nothing is left behind in the folder for temporary files. Files of which that is not true are kept
in ``build/broken``, and so are the slowest.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests")]

from benchmarks.batch import run  # noqa: E402
from tools.fuzz_documents import ENDINGS, KINDS, PICTURES, documents  # noqa: E402
from tools.fuzz_spoil import broken, spoilt  # noqa: E402

_SHARES = {"doc": 5, **dict.fromkeys(PICTURES, 3)}
"""How often a kind is taken, of 20: those for which other programs are started are dear."""
_ODD_NAMES = ("", " ", "  ", "\n", "'", '"', "%s", "Kế hoạch ", "../", "-", "a" * 150)


@dataclass(slots=True)
class Result:
    """What came of the files."""

    files: int
    seconds: float
    memory: int
    """Of all processes together at most, in kB."""
    kinds: Counter[str]
    outcomes: Counter[str] = field(default_factory=Counter)
    slowest: tuple[float, str] = (0.0, "")
    faults: list[str] = field(default_factory=list)
    told: str = ""
    """The end of what the run said on standard error."""
    kept: set[str] = field(default_factory=set)
    """Names of files that are to be looked at."""

    def summary(self) -> str:
        """The figures in a few lines."""
        return (
            f"{self.files:,} broken files, {self.seconds:.0f} s, {self.memory / 1024:.0f} MB at most; "
            f"slowest {self.slowest[0]:.1f} s ({self.slowest[1]})\n"
            + ", ".join(f"{kind} {count:,}" for kind, count in self.kinds.most_common())
            + "\n"
            + ", ".join(f"{what} {count:,}" for what, count in self.outcomes.most_common())
            + f"\n{len(self.faults)} faults"
        )


def make(folder: Path, number: int, seed: int) -> Counter[str]:
    """``number`` broken files in ``folder``, some with another kind's ending, some with odd names."""
    kinds = [kind for kind in KINDS if documents(kind)]
    weighted = [kind for kind in kinds for _ in range(_SHARES.get(kind, 20))]
    made: Counter[str] = Counter()
    for i in range(number):
        rng = Random(f"{seed}:{i}")  # noqa: S311  # the same for the same seed, on every machine
        kind = kinds[i] if i < len(kinds) else rng.choice(weighted)
        data = spoilt(kind, rng) if rng.random() < 0.6 else broken(rng.choice(documents(kind)), rng)
        ending = ENDINGS.get(rng.choice(kinds) if rng.random() < 0.1 else kind, "txt")
        odd = rng.choice(_ODD_NAMES).replace("/", "_") if rng.random() < 0.05 else ""
        (folder / f"{i:05}{odd}.{ending}").write_bytes(data)
        made[kind] += 1
    return made


def check(folder: Path, number: int, seed: int, timeout: float, memory: int) -> Result:
    """Make the files in ``folder``, read them, and hold what came of them against what must be."""
    source, output, temporary = folder / "in", folder / "out", folder / "tmp"
    source.mkdir()
    temporary.mkdir()
    kinds = make(source, number, seed)
    os.environ["TMPDIR"] = str(temporary)
    try:
        seconds, most, err = run(source, output, "-f", "json", "--jobs", "2", "--timeout", str(timeout))
    finally:
        del os.environ["TMPDIR"]
    lines = (output / "manifest.jsonl").read_text("utf-8").splitlines()
    result = Result(number, seconds, most, kinds, told=err[-1000:])
    check_entries([json.loads(line) for line in lines], source, output, timeout, result)
    told = err.splitlines()
    if "Traceback" in err:
        result.faults.append(f"a traceback: {err[err.index('Traceback') :][:2000]}")
    if len(told) != 1 + sum(count for what, count in result.outcomes.items() if what != "done"):
        result.faults.append(f"{len(told)} lines on standard error")
    if most > memory:
        result.faults.append(f"{most / 1024:.0f} MB of memory")
    if left := [path.name for path in temporary.iterdir()]:
        result.faults.append(f"left behind: {', '.join(left[:5])}")
    return result


def check_entries(
    entries: list[dict[str, Any]], source: Path, output: Path, timeout: float, result: Result
) -> None:  # fmt: skip
    """Hold the entries of a manifest against the files that were to be read; what is wrong is added to ``result``."""
    there = Counter(str(path) for path in source.iterdir())
    listed = Counter(os.path.normpath(output / entry["source"]) for entry in entries)
    if there != listed:
        result.faults.append(f"not in the manifest exactly once: {[*(there - listed), *(listed - there)][:5]}")
    for entry in entries:
        name = Path(entry["source"]).name
        failed = entry["status"] == "failed"
        result.outcomes[entry["kind"] if failed else entry["status"]] += 1
        result.slowest = max(result.slowest, (entry["seconds"], name))
        fault = None
        if entry["kind"] == "timeout":
            result.kept.add(name)
        elif failed and entry["kind"] != "unreadable":
            fault = f"{entry['kind']}: {entry['error']}"
        elif failed and (not entry["error"] or "\n" in entry["error"]):
            fault = f"no reason in one line: {entry['error']!r}"
        elif not failed and (output / "plans" / entry["output"]).stat().st_size != entry["output_bytes"]:
            fault = "its output is not what the manifest says"
        if entry["seconds"] > timeout + 5:
            fault = f"{entry['seconds']:.0f} s"
        if fault:
            result.faults.append(f"{name}: {fault}")
            result.kept.add(name)


def main() -> int:
    """Run from the command line; 1 where something does not hold."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("number", type=int, nargs="?", default=10_000, help="files")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--timeout", type=float, default=120.0, help="seconds for one file")
    parser.add_argument("--memory", type=int, default=1_500, help="megabytes for all processes together")
    parser.add_argument("--output", type=Path, default=ROOT / "build" / "broken", help="where such files are kept")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        result = check(Path(folder), asked.number, asked.seed, asked.timeout, asked.memory * 1024)
        for name in [*result.kept, result.slowest[1]]:
            asked.output.mkdir(parents=True, exist_ok=True)
            shutil.copy(Path(folder, "in", name), asked.output)
        for fault in result.faults:
            print(fault, file=sys.stderr)
        print(result.summary(), flush=True)
    return 1 if result.faults else 0


if __name__ == "__main__":
    sys.exit(main())
