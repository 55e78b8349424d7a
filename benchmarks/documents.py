"""Figures put into a page of the documents, between two marks."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path


def put_figures(document: Path, lines: Iterable[str], name: str = "figures") -> None:
    """Replace what stands between the marks ``<!-- name -->`` and ``<!-- end of name -->`` of ``document``.

    Raises:
        ValueError: the document has no such marks.
    """
    begin, end = f"<!-- {name} -->", f"<!-- end of {name} -->"
    before, found, rest = document.read_text("utf-8").partition(begin)
    _, found_end, after = rest.partition(end)
    if not (found and found_end):
        raise ValueError(f"{document}: no marks {begin} and {end}")
    document.write_text("\n".join([before + begin, *lines, end + after]), "utf-8")
