"""The measurements: CPU time of this process, the best of several rounds, both sides of a ratio in turn."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import orjson

from benchmarks import inputs
from kehoach.parsers import parse_source
from kehoach.readers.source import SourceText

LIMIT = 120.0
"""Seconds of wall-clock time that one bad input may take before it is given up."""


def cpu(work: Callable[[], object]) -> float:
    """Seconds of CPU that ``work`` takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def in_turn(works: Sequence[Callable[[], object]], rounds: int) -> list[float]:
    """The best CPU time of each, run in turn so that a busy machine slows all alike; the first round warms up."""
    best = [float("inf")] * len(works)
    for turn in range(rounds + 1):
        for i, work in enumerate(works):
            seconds = cpu(work)
            if turn:
                best[i] = min(best[i], seconds)
    return best


def to_plan(text: str) -> dict[str, Any]:
    """A text's plan."""
    return parse_source(SourceText.from_text(text))


def to_json(text: str) -> bytes:
    """A text's plan as JSON, as the command line writes it, but for the check."""
    return orjson.dumps(to_plan(text), option=orjson.OPT_INDENT_2)


def checked_to_json(text: str) -> bytes:
    """The same with the command line's check of the form and of what must hold between the parts."""
    from kehoach.models.check import checked

    return orjson.dumps(checked(to_plan(text), "x"), option=orjson.OPT_INDENT_2)


def modelled_to_json(text: str) -> str:
    """The same by way of the pydantic model."""
    from kehoach.models.plan import Plan

    return Plan.model_validate(to_plan(text)).model_dump_json()


def paired(rounds: int) -> dict[str, float]:
    """Times for all samples: ``markdown``, ``json``, ``checked``, ``model``, in seconds."""
    from markdown_it import MarkdownIt

    texts = list(inputs.ordinary().values())
    markdown = MarkdownIt("commonmark")
    works: dict[str, Callable[[str], object]] = {
        "markdown": markdown.parse, "json": to_json, "checked": checked_to_json, "model": modelled_to_json,
    }  # fmt: skip
    runs = [lambda work=work: [work(text) for text in texts] for work in works.values()]
    return dict(zip(works, in_turn(runs, rounds), strict=True))


def scaling(count: int, rounds: int) -> float:
    """Time per byte at ``count`` copies of a plan's tasks over the time per byte at one."""
    one, many = inputs.copies(1), inputs.copies(count)
    few, lots = in_turn([lambda: [to_json(one) for _ in range(10)], lambda: to_json(many)], rounds)
    return (lots / len(many.encode())) / (few / 10 / len(one.encode()))


def worst(name: str) -> tuple[float | None, str]:
    """Time per byte of a bad input over that of the samples, in its own process; ``None`` and why where it failed."""
    command = [sys.executable, "-m", "benchmarks", "--one", name]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=LIMIT, cwd=inputs.ROOT, check=False)
    except subprocess.TimeoutExpired:
        return None, f"not done after {LIMIT:.0f} s"
    if done.returncode:
        return None, (done.stderr.strip().splitlines() or ["no word"])[-1][:90]
    return float(done.stdout), ""


def one_worst(name: str) -> float:
    """What :func:`worst` does in its process."""
    text = inputs.WORST[name]()
    texts = list(inputs.ordinary().values())
    plain = in_turn([lambda: [to_json(t) for t in texts]], 3)[0] / sum(len(t.encode()) for t in texts)
    return cpu(lambda: to_json(text)) / len(text.encode()) / plain


def _command() -> list[str]:
    script = Path(sys.executable).with_name("kehoach")
    found = str(script) if script.exists() else shutil.which("kehoach")
    return [found] if found else [sys.executable, "-m", "kehoach"]


def _environment() -> dict[str, str]:
    """Of processes that load modules from their bytecode, as they do where the package is installed."""
    return {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}


def end_to_end(rounds: int, size: int) -> dict[str, float]:
    """CPU seconds of whole processes, ``kehoach parse -f json`` and ``-f yaml`` of a plan of ``size`` bytes."""
    best = dict.fromkeys(("json", "yaml"), float("inf"))
    with tempfile.TemporaryDirectory() as folder:
        plan = Path(folder) / "plan.txt"
        plan.write_text(inputs.grown(size), "utf-8", newline="\n")
        for _ in range(rounds):
            for name in best:
                before = os.times()
                command = [*_command(), "parse", str(plan), "-f", name]
                subprocess.run(command, stdout=subprocess.DEVNULL, check=True, env=_environment())
                after = os.times()
                seconds = after.children_user + after.children_system - before.children_user - before.children_system
                best[name] = min(best[name], seconds)
    return best


def start_up(rounds: int) -> dict[str, float]:
    """Wall-clock seconds of ``bare`` ``python -c pass``, ``help`` and ``plan`` (one plan to JSON), the best of each."""
    plan = str(inputs.ROOT / "samples" / inputs.SCALED)
    commands = {
        "bare": [sys.executable, "-c", "pass"],
        "help": [*_command(), "--help"],
        "plan": [*_command(), "parse", plan, "-f", "json"],
    }
    best = dict.fromkeys(commands, float("inf"))
    for _ in range(rounds):
        for name, command in commands.items():
            start = time.perf_counter()
            subprocess.run(
                command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False, env=_environment()
            )
            best[name] = min(best[name], time.perf_counter() - start)
    return best
