"""Looks for words whose repetition takes time in the square of its length: ``python -m tools.squares``.

Pieces of the plans that the tests hold, and words that the rules look for, are repeated to a short and to a long
text; where eight times the text takes far more than eight times the time, the piece is printed.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

import click

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests")]

from tools.fuzz_sentences import composed  # noqa: E402

from growing import seconds  # noqa: E402
from kehoach.parsers import attempts, parse_source  # noqa: E402
from kehoach.readers.source import SourceText  # noqa: E402

attempts.raises = True
HEAD = "ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI\n\nKẾ HOẠCH\nTrồng cây năm 2031\n\nI. MỤC TIÊU\n\n"
SHORT, TIMES = 4_000, 8
FAR = 14
"""Times the time from which a piece is told: a line makes 8, a square 64."""
NOISE = 0.05
"""Seconds that a disturbed call may take longer."""
_BETWEEN = ("; ", ", ", " ", ". ", "\n", "\n- ", "\n1. ", " (", ") ", ": ")


def pieces(rng: Random, lines: list[str]) -> Iterator[str]:
    """Without end: one or two lines or parts of lines, or words put together, and what parts the copies."""
    while True:
        chosen = [
            rng.choice(lines) if rng.random() < 0.8 else composed(rng)[-200:] for _ in range(rng.choice((1, 1, 2)))
        ]
        for i, line in enumerate(chosen):
            words = line.split(" ")
            if rng.random() < 0.6:
                start = rng.randrange(len(words))
                chosen[i] = " ".join(words[start : start + rng.randint(1, 12)])
        between = rng.choice(_BETWEEN)
        yield between.join(chosen) + between


def growth(piece: str) -> float:
    """How many times the time the long text takes; what noise may have made is measured again."""

    def took(letters: int) -> float:
        source = SourceText.from_text(HEAD + (piece * (letters // len(piece) + 1))[:letters])
        return seconds(lambda: parse_source(source))

    took(SHORT)  # what is made once is made
    short = min(took(SHORT) for _ in range(2))
    long = took(SHORT * TIMES)
    if long > FAR * short + NOISE:
        long = min(long, took(SHORT * TIMES))
    return (long - NOISE) / short


@click.command(help=__doc__)
@click.option("--seconds", "budget", default=60.0, show_default=True, help="Of the processor, about.")
@click.option("--seed", default=1, show_default=True)
def main(budget: float, seed: int) -> None:
    files = [*(ROOT / "tests/data").rglob("*.txt"), *(ROOT / "samples").glob("*.txt")]
    lines = sorted({line.strip() for file in files for line in file.read_text("utf-8", "replace").split("\n")})
    tried, told, end = 0, 0, time.process_time() + budget
    rng = Random(seed)  # noqa: S311 - the same pieces for the same seed
    for piece in pieces(rng, [line for line in lines if 8 < len(line) < 600]):
        if time.process_time() > end:
            break
        tried += 1
        if (grows := growth(piece)) > FAR:
            told += 1
            click.echo(f"{grows:.0f} times the time: {piece!r}")
    click.echo(f"{tried} pieces, {told} that grow faster than their text", err=True)
    raise SystemExit(1 if told else 0)


if __name__ == "__main__":
    main()
