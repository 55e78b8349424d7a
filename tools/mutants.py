"""Mutants of the parser: small faults put into its code, one at a time, to see whether a test notices.

    python -m tools.mutants [--seed 1] [--count 300] [--again]

mutmut makes the mutants and runs, of the fast tests named in ``pyproject.toml``, those that call the changed function,
the quickest first, until one fails.  Which mutants are tried is drawn at random from ``--seed``, from each file as many
as its share.  What survives is printed as a difference; ``equivalent_mutants.toml`` says of which survivors it is known
that no test can tell them from the parser itself.  The exit code is 1 where less than 85 % were killed.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import subprocess
import sys
import tomllib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import libcst as cst
from mutmut.mutation.data import MutantLineSpans, SourceFileMutationData
from mutmut.mutation.diff_apply import get_diff_for_mutant
from mutmut.mutation.file_mutation import Mutation, combine_mutations_to_source, create_mutations
from mutmut.utils.format_utils import get_mutant_name

ROOT = Path(__file__).resolve().parents[1]
SOURCES = Path("src/kehoach/parsers")
FOLDER = Path("mutants")
EQUIVALENT = Path(__file__).with_name("equivalent_mutants.toml")
FLOOR = 0.85
"""The share of mutants that tests must kill; those known to be equivalent are not counted."""
_KILLED = {1, 3}  # a failed test, an error while one was run
_TIMEOUTS = {36, 24, -24, 152, 255, -9}


@dataclass(frozen=True, slots=True)
class Mutant:
    """One fault, and what mutmut said of it: ``code`` is the exit code of its tests, ``None`` where none were run."""

    path: Path
    name: str
    code: int | None = None

    @property
    def fate(self) -> str:
        """What became of it: killed, timeout or survived."""
        return "killed" if self.code in _KILLED else "timeout" if self.code in _TIMEOUTS else "survived"

    def change(self) -> tuple[str, str]:
        """The lines that were taken away and those put in their place, without indent."""
        lines = get_diff_for_mutant(self.name, path=self.path).splitlines()[2:]
        return (
            "\n".join(line[1:].strip() for line in lines if line[:1] == "-"),
            "\n".join(line[1:].strip() for line in lines if line[:1] == "+"),
        )


def write_sample(count: int, seed: int) -> None:
    """Write ``mutants/`` anew, where mutmut looks for its mutants, with only the drawn ones in it.

    mutmut would write all of the more than twenty thousand, which takes ten minutes and makes every test slower.
    """
    shutil.rmtree(FOLDER, ignore_errors=True)
    shutil.copytree("src", FOLDER / "src", ignore=shutil.ignore_patterns("__pycache__"))
    files = {path: _possible(path) for path in sorted(SOURCES.rglob("*.py"))}
    numbers = shares({path: len(mutations) for path, (_, mutations, *_) in files.items()}, count)
    chance = random.Random(seed)  # noqa: S311
    for path, (module, mutations, *ignored) in files.items():
        chosen = sorted(chance.sample(range(len(mutations)), numbers[path]))
        mutated = combine_mutations_to_source(module, [mutations[index] for index in chosen], *ignored)
        (FOLDER / path).write_text(mutated.code, "utf-8")
        data = SourceFileMutationData(path=path)
        data.exit_code_by_key = {get_mutant_name(path, name): None for name in mutated.mutant_names}
        data.save()
        MutantLineSpans(path=path, span_by_function_name=mutated.line_span_by_function_name).save()


def _possible(path: Path) -> tuple[cst.Module, list[Mutation], set[str], set[str]]:
    """A file and the changes that mutmut knows to make in its functions."""
    module, mutations, classes, functions = create_mutations(str(path), path.read_text("utf-8"))
    inside = [change for change in mutations if isinstance(change.contained_by_top_level_function, cst.FunctionDef)]
    return module, inside, classes, functions


def shares(sizes: dict[Path, int], count: int) -> dict[Path, int]:
    """How many of ``count`` fall to each file by its size; what is left over goes to the largest remainders."""
    whole = sum(sizes.values())
    count = min(count, whole)
    exact = {path: count * size / whole for path, size in sizes.items()}
    numbers = {path: int(share) for path, share in exact.items()}
    for path in sorted(exact, key=lambda path: numbers[path] - exact[path])[: count - sum(numbers.values())]:
        numbers[path] += 1
    return numbers


def sample() -> list[Mutant]:
    """The mutants written, with what mutmut noted of them."""
    found = []
    for path in sorted(SOURCES.rglob("*.py")):
        data = SourceFileMutationData(path=path)
        data.load()
        found += [Mutant(path, name, code) for name, code in data.exit_code_by_key.items()]
    return found


def equivalents() -> dict[tuple[str, str, str], str]:
    """(file, line, line in its place) of mutants that no test can tell, and why."""
    rows = tomllib.loads(EQUIVALENT.read_text("utf-8"))["mutant"]
    return {(row["file"], row["line"].strip(), row["mutant"].strip()): row["why"] for row in rows}


def report(mutants: list[Mutant]) -> float:
    """Print survivors and figures; give back the share killed of those that could be."""
    known = equivalents()
    counts: Counter[str] = Counter()
    for mutant in mutants:
        fate = mutant.fate
        if fate == "survived":
            line, other = mutant.change()
            why = known.get((mutant.path.relative_to(SOURCES).as_posix(), line, other))
            fate = "equivalent" if why else fate
            print(f"\n{fate}: {mutant.name}{': ' + why if why else ''}")
            print("\n".join(f"  - {row}" for row in line.split("\n")))
            print("\n".join(f"  + {row}" for row in other.split("\n")))
        counts[fate] += 1
    dead, living = counts["killed"] + counts["timeout"], counts["survived"]
    share = dead / (dead + living)
    same = counts["equivalent"]
    print(
        f"\n{len(mutants)} mutants: {dead} killed ({counts['timeout']} by time), {living} survived, {same} equivalent"
    )
    print(f"{share:.1%} killed of those that can be, {dead / len(mutants):.1%} of all")
    return share


def main() -> int:
    """Draw, try, report."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--seed", type=int, default=1)
    ask.add_argument("--count", type=int, default=300)
    ask.add_argument("--again", action="store_true", help="try those of the last sample that were not killed")
    ask.add_argument("--report", action="store_true", help="try none, tell of the last sample")
    args = ask.parse_args()
    os.chdir(ROOT)
    if not args.again and not args.report:
        write_sample(args.count, args.seed)
    asked = [mutant.name for mutant in sample() if mutant.fate == "survived"]
    if asked and not args.report:
        program = Path(sys.executable).with_name("mutmut")
        subprocess.run([program, "run", "--max-children", "1", *asked], check=True, stdout=sys.stderr)
    return int(report(sample()) < FLOOR)


if __name__ == "__main__":
    sys.exit(main())
