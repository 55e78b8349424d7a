"""Measure how fast plans are read, beside markdown-it-py's CommonMark parse of the same texts.

    python -m benchmarks [--quick] [--profile] [--write]

``--quick`` takes fewer rounds; ``--profile`` shows where the time goes and measures nothing else; ``--write`` puts the
figures into docs/performance.md.
"""

from __future__ import annotations

import argparse
import platform
import sys
from collections.abc import Iterator

from benchmarks import inputs, measure
from benchmarks.documents import put_figures

DOCUMENT = inputs.ROOT / "docs" / "performance.md"
COPIES = 45
LONG = 30_000
"""Bytes of the plan that is written as YAML and as JSON."""

Row = tuple[str, str, str]
"""What was measured, the figure, the aim."""


def rows(rounds: int) -> Iterator[Row]:
    """All figures, one after the other as they are measured."""
    times, count = measure.paired(rounds), len(inputs.ordinary())
    size = sum(len(text.encode()) for text in inputs.ordinary().values())
    base = times["markdown"]
    yield "markdown-it-py, CommonMark parse of a sample", f"{base / count * 1000:.2f} ms", ""
    for name, what, aim in (
        ("json", "parse to JSON", "≤ 2.0×"),
        ("checked", "parse, check, JSON (what `kehoach parse -f json` does)", ""),
        ("model", "parse, pydantic model, JSON", ""),
    ):
        seconds = times[name]
        yield what, f"{seconds / base:.1f}× ({seconds / count * 1000:.1f} ms, {size / seconds / 1e6:.2f} MB/s)", aim
    yield f"{COPIES} copies of a plan's tasks, per byte of one", f"{measure.scaling(COPIES, 3):.2f}×", "≤ 1.6×"
    for name in inputs.WORST:
        ratio, why = measure.worst(name)
        yield f"{name}, per byte of a sample", why if ratio is None else f"{ratio:.1f}×", "≤ 10×"
    whole = measure.end_to_end(rounds, LONG)
    what = f"`kehoach parse -f yaml` beside `-f json`, a plan of {LONG // 1000} kB, whole processes"
    yield what, f"{whole['yaml'] / whole['json']:.2f}× ({whole['yaml'] * 1000:.0f} ms of CPU)", "≤ 2.0×"
    start = measure.start_up(3 * rounds)
    yield "`kehoach --help` over `python -c pass`", f"{(start['help'] - start['bare']) * 1000:.0f} ms", "≤ 60 ms"
    yield "one plan to JSON over `python -c pass`", f"{(start['plan'] - start['bare']) * 1000:.0f} ms", "≤ 160 ms"


def main(argv: list[str] | None = None) -> int:
    """Run the command and return its exit code."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="how fast plans are read")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--profile", action="store_true")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--one", choices=list(inputs.WORST), help=argparse.SUPPRESS)
    options = parser.parse_args(argv)
    if options.one:
        print(measure.one_worst(options.one))
        return 0
    if options.profile:
        return _profile()
    done: list[Row] = []
    for row in rows(3 if options.quick else 10):
        done.append(row)
        print(f"{row[0]:62} {row[1]:34} {row[2]}", flush=True)
    if options.write:
        _write(done)
    return 0


def _profile() -> int:
    from benchmarks.profile import shares

    for title, counted in zip(("functions", "modules"), shares(), strict=True):
        print(f"{title} by share of the time")
        for name, share in counted[:40]:
            print(f"{share:7.1%}  {name}")
        print()
    return 0


def _write(done: list[Row]) -> None:
    """Put a table of the figures between the marks in the document."""
    machine = f"Python {platform.python_version()} on {platform.system()} {platform.machine()}."
    table = ["| measured | figure | aim |", "|---|---|---|", *(f"| {' | '.join(row)} |" for row in done)]
    put_figures(DOCUMENT, [machine, "", *table])


if __name__ == "__main__":
    sys.exit(main())
