"""Lines, paragraphs and nodes made of a text, for tests that ask single functions."""

from __future__ import annotations

from kehoach.folding import bare
from kehoach.parsers import lines, nodes, paragraphs
from kehoach.parsers.view import View


def printed(text: str) -> list[lines.Line]:
    return lines.split(View(text))


def line(text: str) -> lines.Line:
    (one,) = printed(text)
    return one


def para(text: str) -> paragraphs.Para:
    one = paragraphs.from_lines(printed(text))
    one.bare = bare(one.text)
    return one


def node(text: str) -> nodes.Node:
    return nodes.Node.of(para(text))
