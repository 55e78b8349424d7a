"""Spoilt plans and documents, one after the other, until something does not hold.

    python -m tools.fuzz --seconds 60

What must hold: nothing is raised but a KehoachError; blocks tile the text; spans hold their texts; the plan keeps to
its format; table, lint and diff take what came out; time grows no faster than the input, memory stays within bounds. A
case that breaks one of these is made as small as it goes and written to a folder, with what it broke. Programs are not
started: what Tesseract would say is made up, and .doc files go through the library.
"""

from __future__ import annotations

import argparse
import contextlib
import faulthandler
import os
import resource
import signal
import subprocess
import sys
import tempfile
import time
import traceback
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from unittest.mock import patch

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests")]

from tools.fuzz_cases import Case, case  # noqa: E402
from tools.fuzz_documents import ENDINGS, PICTURES, samples  # noqa: E402

from kehoach.comparing.diff import diff_plans  # noqa: E402
from kehoach.errors import KehoachError  # noqa: E402
from kehoach.lint.engine import check_source  # noqa: E402
from kehoach.lint.rules import RULES  # noqa: E402
from kehoach.models.check import checked  # noqa: E402
from kehoach.parsers import attempts, parse_source  # noqa: E402
from kehoach.readers import ReadOptions, SourceText, apart, read_bytes, scan  # noqa: E402
from kehoach.readers.office import doc  # noqa: E402
from kehoach.tables import KINDS, table  # noqa: E402

attempts.raises = True
OPTIONS = ReadOptions(timeout=30.0, max_bytes=5_000_000)
BASE, PER_CHARACTER = 1.5, 0.0005
"""Seconds of the processor a case may take: at all, and for each character or byte."""
PICTURE = 8.0
"""More seconds for what may hold pictures of pages, of which the dearest has as many points as are allowed."""
MEMORY = 600_000
"""Kilobytes by which one case may raise the most that the process has ever used: pictures of pages are large."""
HANGS = 300.0
"""Seconds after which a case is hung deep in a library; the run ends and shows where."""
_SHRINKING = 25.0
"""Seconds for making one case small."""
_WORDS = "KẾ HOẠCH Trồng cây năm 2031 1. Sở Y tế trồng 500 cây trước ngày 15/6/2031".split()


class BrokenError(Exception):
    """Something that must hold does not."""


class TooSlowError(BaseException):
    """A case takes too long. No Exception, lest something on the way takes it for an error of its own."""


@dataclass(slots=True)
class Found:
    """A case that broke something: ``key`` says what, so that the same fault is shown once."""

    case: Case
    key: str
    told: str
    smallest: str | bytes = ""


@dataclass(slots=True)
class Run:
    """What a run did."""

    cases: int = 0
    size: int = 0
    refused: int = 0
    seconds: float = 0.0
    used: float = 0.0
    """Of the processor."""
    slowest: tuple[float, str] = (0.0, "")
    dearest: tuple[float, str] = (0.0, "")
    kinds: Counter[str] = field(default_factory=Counter)
    found: dict[str, Found] = field(default_factory=dict)

    def summary(self) -> str:
        """The figures in a few lines."""
        kinds = ", ".join(f"{kind} {count}" for kind, count in self.kinds.most_common())
        return (
            f"{self.cases:,} cases, {self.size:,} characters or bytes, {self.refused:,} refused; "
            f"{self.seconds:.0f} s, {self.used:.0f} of the processor\n"
            f"{kinds}\n"
            f"slowest case {self.slowest[0]:.2f} s ({self.slowest[1]}), dearest over 1,000 characters "
            f"{self.dearest[0] * 1e6:.0f} µs a character ({self.dearest[1]})\n"
            f"{len(self.found)} faults"
        )


def try_case(kind: str, data: str | bytes) -> bool:
    """Do everything with one input; ``False`` where it is refused.

    Raises:
        BrokenError: something does not hold.
        Exception: whatever else was raised; that is a fault.
    """
    try:
        source = SourceText.from_text(data) if isinstance(data, str) else _read(kind, data)
    except KehoachError as error:
        if "\n" in str(error) or not str(error).strip():
            raise BrokenError(f"the refusal is not one line: {str(error)!r}") from error
        return False
    plan = checked(parse_source(source), source.name)
    _check_tiles(source.text, plan)
    _check_spans(source.text, plan)
    for name in KINDS:
        table([plan], name)
    with contextlib.suppress(KehoachError):  # a text that begins as data does is data to lint
        check_source(source, source.name, RULES)
    diff_plans(plan, _other())
    if diff_plans(plan, plan)["summary"]["identical"] is not True:
        raise BrokenError("a plan differs from itself")
    return True


def _read(kind: str, data: bytes) -> SourceText:
    """Read a file of this kind, without any program."""
    with (
        patch.object(apart, "read_apart", lambda reader, data, name, options, _: reader(data, name, options)),
        patch.object(doc, "_PROGRAMS", ()),
        patch.object(scan, "_missing", lambda: None),
        patch.object(scan, "_upright", lambda picture, end: None),
        patch.object(scan, "_boxes", _recognised),
    ):
        return read_bytes(data, name=f"x.{ENDINGS.get(kind, 'txt')}", options=OPTIONS)


def _recognised(picture: Any, *_: object) -> dict[str, list[Any]]:
    """What Tesseract might say of a picture: some words in lines."""
    width, height = picture.size
    count = len(_WORDS)
    return {
        "text": list(_WORDS), "conf": [90.0] * count, "block_num": [1] * count, "par_num": [1] * count,
        "line_num": [i // 4 for i in range(count)], "left": [width * (i % 4) // 4 for i in range(count)],
        "top": [height * (i // 4) // count for i in range(count)], "width": [width // 5] * count,
        "height": [max(height // 40, 1)] * count,
    }  # fmt: skip


_OTHER: list[dict[str, Any]] = []


def _other() -> dict[str, Any]:
    """A small plan to compare with."""
    if not _OTHER:
        _OTHER.append(parse_source(SourceText.from_text(samples()[0][:1500])))
    return _OTHER[0]


def _check_tiles(text: str, plan: dict[str, Any]) -> None:
    at = 0
    for block in plan["blocks"]:
        start, end = block["span"]["start"], block["span"]["end"]
        if not at <= start < end:
            raise BrokenError("blocks overlap or are empty")
        if text[at:start].strip():
            raise BrokenError("text is lost between blocks")
        at = end
    if text[at:].strip():
        raise BrokenError("text is lost behind the last block")


def _check_spans(text: str, plan: dict[str, Any]) -> None:
    for node in _nodes(plan):
        span, words = node["span"], node.get("text")
        if not 0 <= span["start"] <= span["end"] <= len(text):
            raise BrokenError("a span is outside the text")
        if isinstance(words, str):
            if not unicodedata.is_normalized("NFC", words):
                raise BrokenError("a text is not in NFC")
            if not _holds(text[span["start"] : span["end"]], words):
                part = str(node.get("id") or node.get("kind") or sorted(node)).partition(".")[0]
                raise BrokenError(f"a span does not hold its text ({part})")


def _holds(printed: str, words: str) -> bool:
    """Whether the letters, digits and marks of ``words`` stand in ``printed``, in this order.

    Between a letter and its marks may stand what is not printed, or a blank that another column has filled: marks that
    come together then have another order.
    """
    apart = unicodedata.normalize("NFD", printed), unicodedata.normalize("NFD", words)
    if _follow(*map(_letters, apart)):
        return True
    return _follow(*(unicodedata.normalize("NFD", _letters(text)) for text in (printed, words)))


def _follow(printed: str, words: str) -> bool:
    rest = iter(printed)
    return all(letter in rest for letter in words)


def _letters(text: str) -> str:
    return "".join(char for char in text if char.isalnum() or unicodedata.category(char)[0] == "M")


def _nodes(tree: Any) -> Iterator[dict[str, Any]]:
    stack = [tree]
    while stack:
        node = stack.pop()
        if isinstance(node, dict):
            if isinstance(node.get("span"), dict):
                yield node
            stack += node.values()
        elif isinstance(node, list):
            stack += node


def judge(kind: str, data: str | bytes) -> tuple[str, str, bool]:
    """What an input breaks, in a key and in full, and whether it was refused; an empty key where all holds."""
    limit = BASE + PER_CHARACTER * len(data) + (PICTURE if kind in (*PICTURES, "pdf", "doc") else 0)
    limit *= 5 if sys.gettrace() else 1  # coverage is measured
    began, before = time.process_time(), _memory()
    try:
        with _alarm(4 * limit):
            refused = not try_case(kind, data)
    except TooSlowError:
        return f"slow: {_where(sys.exc_info()[2])}", f"more than {4 * limit:.1f} s for {len(data)}", False
    except Exception as error:  # noqa: BLE001  # whatever it is, it is the finding
        what = str(error) if isinstance(error, BrokenError) else type(error).__name__
        place = "" if isinstance(error, BrokenError) else f" in {_where(error.__traceback__)}"
        return f"{what}{place}", "".join(traceback.format_exception(error)), False
    took = time.process_time() - began
    if took > limit:
        return "slow", f"{took:.1f} s for {len(data)}, more than {limit:.1f}", False
    if (more := _memory() - before) > MEMORY:
        return f"memory: {kind}", f"{more:,} kB more for {len(data)}", False
    return "", "", refused


def _memory() -> int:
    """The most memory that this process has ever used, in kilobytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def _where(trace: Any) -> str:
    """The innermost function of kehoach in a traceback."""
    frames = [frame for frame in traceback.extract_tb(trace) if "kehoach" in Path(frame.filename).parts]
    return f"{Path(frames[-1].filename).name}:{frames[-1].name}" if frames else "?"


class _alarm:  # noqa: N801  # used like a function
    """Raises :class:`TooSlowError` after some seconds of the processor, where the system has such alarms."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds

    def __enter__(self) -> None:
        if hasattr(signal, "setitimer"):
            signal.signal(signal.SIGVTALRM, self._ring)
            signal.setitimer(signal.ITIMER_VIRTUAL, self.seconds)

    def __exit__(self, *_: object) -> None:
        if hasattr(signal, "setitimer"):
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)

    @staticmethod
    def _ring(*_: object) -> None:
        raise TooSlowError


def smaller(kind: str, data: Any, key: str, seconds: float = _SHRINKING) -> Any:
    """``data`` with everything left out that is not needed to break the same thing (delta debugging)."""
    end = time.monotonic() + seconds
    size = max(len(data) // 2, 1)
    while size and time.monotonic() < end:
        at = 0
        while at < len(data) and time.monotonic() < end:
            shorter = data[:at] + data[at + size :]
            if shorter and judge(kind, shorter)[0] == key:
                data = shorter
            else:
                at += size
        size //= 2
    return data


def fuzz(
    seed: int, *, seconds: float | None = None, cases: int | None = None, first: int = 0,
    tell: Callable[[Found], None] | None = None, begin: Callable[[Case], None] | None = None,
) -> Run:  # fmt: skip
    """Try cases until the time of the processor or their number is used up; ``begin`` is called before each."""
    run = Run()
    began, used = time.monotonic(), time.process_time()
    number = first
    with contextlib.suppress(KeyboardInterrupt):  # the figures are told then as well
        while (cases is None or number - first < cases) and (seconds is None or time.process_time() - used < seconds):
            tried = case(seed, number)
            number += 1
            if begin is not None:
                begin(tried)
            before = time.process_time()
            key, told, refused = judge(tried.kind, tried.data)
            took = time.process_time() - before
            run.cases += 1
            run.size += len(tried.data)
            run.refused += refused
            run.kinds[tried.kind] += 1
            run.slowest = max(run.slowest, (took, tried.seed))
            if len(tried.data) > 1_000:
                run.dearest = max(run.dearest, (took / len(tried.data), tried.seed))
            if key and key not in run.found:
                found = run.found[key] = Found(tried, key, told, tried.data)
                if not key.startswith("slow"):
                    found.smallest = smaller(tried.kind, tried.data, key)
                if tell is not None:
                    tell(found)
    run.used = time.process_time() - used
    run.seconds = time.monotonic() - began
    return run


def _write(found: Found, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    stem = found.case.seed.replace(":", "-")
    data = found.smallest
    ending = ".txt" if isinstance(data, str) else f".{found.case.kind}"
    (folder / f"{stem}{ending}").write_bytes(data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data)
    note = f"{found.key}\ncase {found.case.seed}, {found.case.kind}, {len(data)} of {len(found.case.data)}\n\n"
    (folder / f"{stem}.fault").write_text(note + found.told, "utf-8")
    print(f"{found.key}\n  case {found.case.seed}: {folder / stem}{ending}", file=sys.stderr, flush=True)


def _begin(case: Case, folder: Path) -> None:
    """Note which case is tried, for one that takes the process with it, and end one that hangs deep in a library."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "now").write_text(f"{case.seed} {case.kind}\n")
    faulthandler.dump_traceback_later(HANGS, exit=True)


def _measured(arguments: list[str]) -> int:
    """The same run with the lines and branches of ``src/kehoach`` that it reaches, told at its end."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "COVERAGE_FILE": str(Path(folder, "data"))}
        coverage = [sys.executable, "-m", "coverage"]
        run = [*coverage, "run", "--branch", f"--source={ROOT / 'src' / 'kehoach'}", "-m", "tools.fuzz", *arguments]
        code = subprocess.run(run, cwd=ROOT, env=environment, check=False).returncode
        shown = ",".join(f"*/{name}/*" for name in ("readers", "parsers", "comparing", "lint", "tables", "knowledge"))
        subprocess.run(
            [*coverage, "report", f"--include={shown}", "--omit=*/writers/*", "--skip-covered"],
            env=environment,
            check=False,
        )
    return code


def main() -> int:
    """Run from the command line; 1 where something was found."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=60.0, help="how long, in seconds of the processor")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--first", type=int, default=0, help="the case to begin with")
    parser.add_argument("--output", type=Path, default=ROOT / "build" / "fuzz", help="where faults are written")
    parser.add_argument("--case", type=int, metavar="N", help="only this case")
    parser.add_argument("--coverage", action="store_true", help="tell which lines and branches were reached; slower")
    asked = parser.parse_args()
    if asked.coverage:
        return _measured([argument for argument in sys.argv[1:] if argument != "--coverage"])
    faulthandler.enable()
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    one = asked.case is not None
    run = fuzz(
        asked.seed, seconds=None if one else asked.seconds, cases=1 if one else None,
        first=asked.case if one else asked.first,
        tell=lambda found: _write(found, asked.output), begin=lambda case: _begin(case, asked.output),
    )  # fmt: skip
    faulthandler.cancel_dump_traceback_later()
    print(run.summary(), flush=True)
    return 1 if run.found else 0


if __name__ == "__main__":
    sys.exit(main())
