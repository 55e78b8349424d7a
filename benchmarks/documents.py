"""Figures put into a page of the documents, between two marks."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

BEGIN, END = "<!-- figures -->", "<!-- end of figures -->"


def put_figures(document: Path, lines: Iterable[str]) -> None:
    """Replace what stands between the marks of ``document`` by ``lines``."""
    before, _, rest = document.read_text("utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    document.write_text("\n".join([before + BEGIN, *lines, END + after]), "utf-8")
