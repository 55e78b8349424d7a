"""From a source's text to a plan: lines, zones, outline, sections, facts, blocks, in this order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kehoach.readers.source import SourceText

__all__ = ["parse_source"]


def parse_source(source: SourceText) -> dict[str, Any]:
    """The plan that a source holds, as a JSON-ready dict in plan format 1.

    Never raises for any text: what cannot be placed stands in ``blocks`` as ``unknown`` and in ``warnings``.
    """
    from kehoach.parsers.plan import parse

    return parse(source)
