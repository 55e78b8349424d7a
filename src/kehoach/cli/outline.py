"""``kehoach outline``: the tree of a plan."""

from __future__ import annotations

from collections.abc import Iterator

import click

from kehoach.cli.common import Piece, emit_lines, input_options
from kehoach.cli.output import emit
from kehoach.cli.reading import load
from kehoach.cli.tree import TITLES, Node, outline
from kehoach.readers import ReadOptions


@click.command("outline", short_help="Show the tree of a plan.")
@click.argument("file")
@click.option("-f", "--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--depth", type=click.IntRange(min=1), metavar="N", help="Show only the first N levels.")
@click.option(
    "--width",
    type=click.IntRange(min=20),
    default=100,
    show_default=True,
    metavar="N",
    help="Shorten longer texts; JSON never is.",
)
@input_options
def command(
    file: str, format_: str, depth: int | None, width: int, options: ReadOptions
) -> int:  # fmt: skip
    """Show the tree of the plan in FILE: sections in printed order, their items, the line of each.

    \b
    Examples:
      kehoach outline plan.txt --depth 2
      kehoach outline plan.txt -f json
    """
    source, plan = load(file, options)
    tree = _cut(outline(plan, source.text), depth)
    if format_ == "json":
        import json

        emit(json.dumps(tree, ensure_ascii=False, indent=2) + "\n")
    else:
        emit_lines(_lines(tree, width))
    return 0


def _cut(nodes: list[Node], depth: int | None) -> list[Node]:
    if depth is None:
        return nodes
    return [{**node, "items": _cut(node["items"], depth - 1) if depth > 1 else []} for node in nodes]


def _lines(tree: list[Node], width: int) -> Iterator[list[Piece]]:
    for section in tree:
        title, style = section["text"], "bold cyan"
        if title is None:
            title, style = f"({TITLES[section['section']]})", "cyan"
        yield [_number(section), (_short(title, width), style), (f"  {section['section']}", "dim")]
        yield from _branches(section["items"], "", width)


def _branches(nodes: list[Node], indent: str, width: int) -> Iterator[list[Piece]]:
    for i, node in enumerate(nodes, 1):
        last = i == len(nodes)
        label = node["label"] or ""
        yield [
            _number(node), (indent + ("└ " if last else "├ "), "dim"), (f"{label} " if label else "", "yellow"),
            (_short(node["text"] or "", width), "bold" if node["items"] else ""),
        ]  # fmt: skip
        yield from _branches(node["items"], indent + ("  " if last else "│ "), width)


def _number(node: Node) -> Piece:
    return f"{node['line'] or '':>5}  ", "dim"


def _short(text: str, width: int) -> str:
    return text if len(text) <= width else text[: width - 1].rstrip() + "…"
