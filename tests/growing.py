"""Time that grows with the text and no faster: what the tests of it have in common."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

TRIES = 3
"""A call may be disturbed; one of a few that is quick shows that it can be."""


def seconds(call: Callable[[], object]) -> float:
    """What one call takes of the processor."""
    collecting = gc.isenabled()
    gc.disable()  # what other tests left in memory is not what is measured
    try:
        start = time.process_time()
        call()
        return time.process_time() - start
    finally:
        if collecting:
            gc.enable()


def best(call: Callable[[], object]) -> float:
    """The least that a call takes of the processor, of a few."""
    return min(seconds(call) for _ in range(TRIES))


def within(limit: float, call: Callable[[], object]) -> bool:
    """Whether a call takes less than ``limit`` seconds of the processor; made again only where it does not."""
    return any(seconds(call) < limit for _ in range(TRIES))


def in_line(call: Callable[[str], object], unit: str, letters: int) -> bool:
    """Whether four times the text takes far less than sixteen times the time.

    Args:
        call: what takes a text.
        unit: what the text repeats.
        letters: of the short text.
    """
    short = unit * max(letters // len(unit), 1)
    call(short[:1000])  # what is made once is made
    return within(6 * best(lambda: call(short)) + 0.05, lambda: call(short * 4))
