"""How well pairs are found, beside what plain ways reach on the same plans; how long many plans take.

    python -m benchmarks.comparing [--write] [--speed]

With ``--speed`` made provinces are compared instead, 15, 30 and 60 of them.
``--write`` puts the figures into docs/comparing.md. The plain ways compare all items of the two plans, without
sections, assignees or context; each has the bound that suits it best on these very pairs, which favours them.
"""

from __future__ import annotations

import argparse
import math
import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher
from itertools import pairwise
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from benchmarks.documents import put_figures  # noqa: E402
from diff_gold import NAMES, SCORED, Gold, Ids, gold, pairs_of, scores  # noqa: E402
from kehoach.comparing.assign import assignment  # noqa: E402
from kehoach.comparing.diff import diff_plans  # noqa: E402
from kehoach.comparing.units import Unit, units_of  # noqa: E402
from kehoach.folding import fold  # noqa: E402

DOCUMENT = ROOT / "docs" / "comparing.md"
SPED = ("tasks", "duties", "targets", "deadlines")
BOUNDS = [n / 20 for n in range(1, 20)]

Likeness = Callable[[Unit, Unit], float]


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", fold(text))


def by_letters(_: list[Unit]) -> Likeness:
    """Ratio of two texts by difflib."""
    return lambda a, b: SequenceMatcher(None, fold(a.text), fold(b.text), autojunk=False).quick_ratio()


def by_token_set(_: list[Unit]) -> Likeness:
    """The token-set ratio, as fuzzy matchers have it: words shared over words of the smaller set, evened out."""

    def ratio(a: Unit, b: Unit) -> float:
        one, two = set(_words(a.text)), set(_words(b.text))
        shared = " ".join(sorted(one & two))
        texts = [shared, " ".join([shared, *sorted(one - two)]).strip(), " ".join([shared, *sorted(two - one)]).strip()]
        pairs = ((0, 1), (0, 2), (1, 2))
        return (
            max(SequenceMatcher(None, texts[i], texts[j], autojunk=False).ratio() for i, j in pairs) if shared else 0.0
        )

    return ratio


def by_tfidf(units: list[Unit]) -> Likeness:
    """The cosine of words and pairs of words, weighed by rarity."""

    def grams(text: str) -> Counter[str]:
        found = _words(text)
        return Counter(found + [f"{x} {y}" for x, y in pairwise(found)])

    counts: Counter[str] = Counter()
    for unit in units:
        counts.update(grams(unit.text).keys())
    vectors: dict[int, dict[str, float]] = {}
    for unit in units:
        vector = {g: n * (1 + math.log(len(units) / counts[g])) for g, n in grams(unit.text).items()}
        norm = math.sqrt(sum(w * w for w in vector.values())) or 1.0
        vectors[id(unit)] = {g: w / norm for g, w in vector.items()}

    def cosine(a: Unit, b: Unit) -> float:
        one, two = vectors[id(a)], vectors[id(b)]
        return sum(w * two[g] for g, w in one.items() if g in two)

    return cosine


def lines(want: Gold) -> set[Ids]:
    """The items that stand against each other in difflib's opcodes of the two plans' lines."""
    left, right = _scored(want)
    matcher = SequenceMatcher(None, [fold(u.text) for u in left], [fold(u.text) for u in right], autojunk=False)
    found: set[Ids] = set()
    for kind, i, j, k, m in matcher.get_opcodes():
        if kind in ("equal", "replace"):
            found |= {(a.id, b.id) for a, b in zip(left[i:j], right[k:m], strict=False)}
    return found


def assigned(want: Gold, make: Callable[[list[Unit]], Likeness]) -> Callable[[float], set[Ids]]:
    """The best assignment by a likeness, for any bound."""
    left, right = _scored(want)
    like = make([*left, *right])
    edges = [(like(a, b), i, j) for i, a in enumerate(left) for j, b in enumerate(right)]
    chosen = assignment([edge for edge in edges if edge[0] > 0])
    return lambda bound: {(left[i].id, right[j].id) for score, i, j in chosen if score >= bound}


def _scored(want: Gold) -> tuple[list[Unit], list[Unit]]:
    left, right = ([u for u in units_of(plan) if u.section in SCORED] for plan in (want.a, want.b))
    return left, right


def rows() -> list[tuple[str, list[float]]]:
    """(way, F1 of every pair of plans)."""
    pairs = [gold(name) for name in NAMES]
    out = [("lines by difflib", [scores(lines(want), want)[2] for want in pairs])]
    for name, make in (("difflib ratio, assigned", by_letters), ("token-set ratio, assigned", by_token_set),
                       ("TF-IDF of words and pairs, assigned", by_tfidf)):  # fmt: skip
        ways = [assigned(want, make) for want in pairs]
        tried = [[scores(way(bound), want)[2] for way, want in zip(ways, pairs, strict=True)] for bound in BOUNDS]
        out.append((name, max(tried, key=sum)))
    out.append(("`kehoach diff`", [scores(pairs_of(diff_plans(want.a, want.b)), want)[2] for want in pairs]))
    return out


def speed() -> Iterator[str]:
    """Lines of a table: CPU seconds and memory of comparing made provinces, each row in a process of its own."""
    yield "| provinces | read them | one `diff` | " + " | ".join(f"`--by {by}`" for by in SPED) + " | memory |"
    yield "|---|---|---|" + "---|" * (len(SPED) + 1)
    for count in (15, 30, 60):
        command = [sys.executable, "-m", "benchmarks.comparing", "--one", str(count)]
        done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
        yield done.stdout.strip()


def one_speed(count: int) -> str:
    """One line of :func:`speed`."""
    import resource

    from kehoach.comparing.comparison import compare_plans
    from provinces import provinces

    made = provinces(count, seed=1)
    cells = [str(count)]

    def timed(work: Callable[[], object]) -> object:
        start = time.process_time()
        out = work()
        cells.append(f"{time.process_time() - start:.2f} s")
        return out

    plans: Any = timed(lambda: [province.plan() for province in made])
    timed(lambda: diff_plans(plans[0], plans[1]))
    for by in SPED:
        timed(lambda by=by: compare_plans(plans, by))
    cells.append(f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    return "| " + " | ".join(cells) + " |"


def main(argv: list[str] | None = None) -> int:
    """Run the command and return its exit code."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.comparing", description="how well pairs are found")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--speed", action="store_true")
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args(argv)
    if options.one:
        print(one_speed(options.one))
        return 0
    if options.speed:
        for line in speed():
            print(line, flush=True)
        return 0
    table = ["| way | " + " | ".join(NAMES) + " | mean |", "|---|" + "---|" * (len(NAMES) + 1)]
    for name, found in rows():
        table.append(f"| {name} | " + " | ".join(f"{x:.2f}" for x in (*found, sum(found) / len(found))) + " |")
    print("\n".join(table))
    if options.write:
        put_figures(DOCUMENT, table)
    return 0


if __name__ == "__main__":
    sys.exit(main())
