"""Where the time goes: the functions of the parser by their share, what they call in C counted as theirs."""

from __future__ import annotations

import cProfile
import pstats
from collections import Counter
from typing import Any

from benchmarks import inputs
from kehoach.parsers import parse_source
from kehoach.readers.source import SourceText


def shares(rounds: int = 5) -> tuple[list[tuple[str, float]], list[tuple[str, float]]]:
    """(functions, modules) of the package with their share of the time of the samples, largest first."""
    sources = [SourceText.from_text(text, name=name) for name, text in inputs.ordinary().items()]
    for source in sources:
        parse_source(source)
    profile = cProfile.Profile()
    profile.enable()
    for _ in range(rounds):
        for source in sources:
            parse_source(source)
    profile.disable()
    stats: Any = pstats.Stats(profile)
    functions: Counter[str] = Counter()
    modules: Counter[str] = Counter()
    for (file, line, name), (_, _, own, _, callers) in stats.stats.items():
        home = _home(file)
        if home:
            functions[f"{home}:{line} {name}"] += own
            modules[home] += own
            continue
        for (caller_file, caller_line, caller), (_, _, seconds, _) in callers.items():
            home = _home(caller_file) or "outside"
            functions[f"{home}:{caller_line} {caller}"] += seconds
            modules[home] += seconds
    total = sum(modules.values())
    return tuple([(k, v / total) for k, v in counter.most_common()] for counter in (functions, modules))  # type: ignore[return-value]


def _home(file: str) -> str:
    return file.partition("/kehoach/")[2] if "/kehoach/" in file else ""
