"""Markdown tables, and pages whose figures stand between marks."""

from __future__ import annotations

from collections.abc import Sequence


def table(head: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """A table; fractions with three digits behind the point, ``None`` as a dash; columns of figures to the right."""
    cells = [[_cell(value) for value in row] for row in rows]
    rule = ["---:" if rows and all(_figure(row[i]) for row in rows) else "---" for i in range(len(head))]
    return "\n".join(f"| {' | '.join(row)} |" for row in [list(head), rule, *cells])


def _figure(value: object) -> bool:
    return value is None or isinstance(value, int | float)


def _cell(value: object) -> str:
    if value is None:
        return "–"
    return f"{value:.3f}" if isinstance(value, float) else str(value).replace("|", r"\|")


def fill(page: str, name: str, figures: str) -> str:
    """The page with the figures between ``<!-- name -->`` and ``<!-- end of name -->``.

    Raises:
        ValueError: The page has no such marks.
    """
    begin, end = f"<!-- {name} -->", f"<!-- end of {name} -->"
    before, opened, rest = page.partition(begin)
    _, closed, after = rest.partition(end)
    if not opened or not closed:
        raise ValueError(f"the page has no {begin} … {end}")
    return f"{before}{begin}\n{figures}\n{end}{after}"
