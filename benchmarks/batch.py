"""What ``kehoach batch`` takes: two processes against one, memory against the number of files.

python -m benchmarks.batch speed 2000
python -m benchmarks.batch share 1000
python -m benchmarks.batch memory 200 20000
"""

from __future__ import annotations

import contextlib
import os
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SMALL = "KẾ HOẠCH\nTrồng cây năm 2031\n\nI. NHIỆM VỤ\n1. Trồng {} cây trước ngày 15/6/2031\n2. Chăm sóc cây\n"


def samples() -> list[str]:
    """The texts of the sample plans."""
    return [path.read_text("utf-8") for path in sorted((ROOT / "samples").glob("*.txt"))]


def varied(text: str, rng: random.Random) -> str:
    """``text`` with other numbers and without some of its lines."""
    lines = [line for line in text.split("\n") if rng.random() > 0.03]
    return re.sub(r"\b[1-9]\d\b", lambda found: str(rng.randrange(10, 100)), "\n".join(lines))


def run(source: Path, output: Path, *args: str) -> tuple[float, int, str]:
    """Seconds, the largest memory of all processes together in kB, and standard error of a run."""
    command = [sys.executable, "-m", "kehoach", "batch", str(source), "-o", str(output), *args]
    began, most = time.perf_counter(), 0
    with tempfile.TemporaryFile("w+") as err, subprocess.Popen(command, stderr=err) as process:
        while process.poll() is None:
            most = max(most, memory(process.pid))
            time.sleep(0.1)
        seconds = time.perf_counter() - began
        err.seek(0)
        return seconds, most, err.read()


def memory(root: int) -> int:
    """The memory of a process and all below it, shared pages shared out between them, in kB."""
    below: dict[int, list[int]] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            below.setdefault(int(stat.read_text().rpartition(")")[2].split()[1]), []).append(int(stat.parent.name))
        except OSError:
            continue
    total, waiting = 0, [root]
    while waiting:
        pid = waiting.pop()
        waiting += below.get(pid, [])
        try:
            found = re.search(r"^Pss:\s+(\d+)", Path(f"/proc/{pid}/smaps_rollup").read_text(), re.MULTILINE)
        except OSError:
            continue
        total += int(found[1]) if found else 0
    return total


def processor(root: int) -> tuple[float, float]:
    """Processor seconds of a process, and of everything below it."""
    own, others, waiting = 0.0, 0.0, [root]
    below: dict[int, list[int]] = {}
    ticks: dict[int, list[int]] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            words = stat.read_text().rpartition(")")[2].split()
            ticks[int(stat.parent.name)] = list(map(int, words[11:15]))
            below.setdefault(int(words[1]), []).append(int(stat.parent.name))
    while waiting:
        pid = waiting.pop()
        waiting += below.get(pid, [])
        user, system, *ended = ticks.get(pid, [0] * 4)
        own += (user + system) * (pid == root)
        others += sum(ended) + (user + system) * (pid != root)
    second = os.sysconf("SC_CLK_TCK")
    return own / second, others / second


def free(seconds: float = 1.0) -> float:
    """How much more two processes get done at present than one, where neither reads anything."""

    def counted(number: int) -> int:
        code = f"import time; end = time.time() + {seconds}; n = 0\nwhile time.time() < end: n += 1\nprint(n)"
        at_once = [subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE) for _ in range(number)]
        return sum(int(process.communicate()[0]) for process in at_once)

    return counted(2) / counted(1)


def speed(folder: Path, number: int, turns: int = 5) -> None:
    """One process against two, in turns over the parts of one set of plans: a busy machine slows both alike."""
    rng, texts, ratios, room = random.Random(1), samples(), [], []  # noqa: S311
    for turn in range(turns):
        source = folder / str(turn)
        source.mkdir()
        for i in range(number // turns):
            (source / f"{i:05}.txt").write_text(varied(texts[i % len(texts)], rng), "utf-8")
        jobs = (1, 2) if turn % 2 else (2, 1)
        took = {n: run(source, folder / f"{turn}-{n}", "-f", "json", "--jobs", str(n))[0] for n in jobs}
        ratios.append(took[1] / took[2])
        room.append(free())
        print(
            f"{number // turns} plans: {took[1]:.1f} s by one process, {took[2]:.1f} s by two; free {room[-1]:.2f}",
            flush=True,
        )
    print(
        f"two processes are {statistics.median(ratios):.2f} times as fast (from {min(ratios):.2f} to {max(ratios):.2f})"
    )
    print(f"two that only count: {statistics.median(room):.2f} times (from {min(room):.2f} to {max(room):.2f})")


def share(folder: Path, number: int) -> None:
    """Processor time of the process that hands out, which cannot be shared out, against that of those that read."""
    rng, texts, source = random.Random(1), samples(), folder / "in"  # noqa: S311
    source.mkdir()
    for i in range(number):
        (source / f"{i:05}.txt").write_text(varied(texts[i % len(texts)], rng), "utf-8")
    for format_ in ("json", "jsonl"):
        output = folder / format_
        command = [
            sys.executable,
            "-m",
            "kehoach",
            "batch",
            str(source),
            "-o",
            str(output),
            "-f",
            format_,
            "--jobs",
            "2",
        ]
        spent = [(0.0, 0.0)]
        with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:
            while process.poll() is None:
                spent.append(processor(process.pid))
                time.sleep(0.05)
        own, others = (max(seconds) for seconds in zip(*spent, strict=True))
        best = 2 * others / (own + others)
        print(
            f"{format_}: {own:.2f} s hand out ({own / number * 1000:.2f} ms a plan), {others:.1f} s read"
            f" ({others / number * 1000:.1f} ms); two processors can be {best:.2f} times as fast as one that reads",
            flush=True,
        )


def growth(folder: Path, *numbers: int) -> None:
    """Memory against the number of files."""
    for number in numbers:
        source = folder / str(number)
        for i in range(number):
            if i % 1000 == 0:
                (source / str(i // 1000)).mkdir(parents=True)
            (source / str(i // 1000) / f"{i}.txt").write_text(SMALL.format(i), "utf-8")
        seconds, most, _ = run(source, folder / f"out{number}", "-f", "jsonl", "--jobs", "2")
        print(
            f"{number} files: {most / 1024:.0f} MB at most, {seconds:.1f} s, {number / seconds:.0f} a second",
            flush=True,
        )


def main() -> None:
    """One of the measurements, with its numbers."""
    what, *numbers = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        measurements: dict[str, Callable[..., None]] = {"speed": speed, "share": share, "memory": growth}
        measurements[what](Path(folder), *map(int, numbers))


if __name__ == "__main__":
    main()
