"""How much of one plan's reading is found again in another's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

from kehoach.folding import bare, fold

Facts = Counter[tuple[str, str]]
"""What was read, as (part of the plan, words): a bag, since words repeat."""

_TREES = (
    "basis", "situation", "purpose", "requirements", "objectives", "scope", "tasks", "reporting", "closing",
    "recipients",
)  # fmt: skip


def items(plan: dict[str, Any], form: Callable[[str], str] = fold) -> Facts:
    """The texts of all items of all sections, and the agencies over the duties."""
    return Counter((part, squeeze(text, form)) for part, text in _texts(plan))


def letterhead(plan: dict[str, Any], form: Callable[[str], str] = fold) -> Facts:
    """The fields of the letterhead."""
    document = plan["document"]
    found = {
        "number": (document["number"] or {}).get("text"),
        "issuer": (document["issuer"] or {}).get("name"),
        "parent": (document["issuer"] or {}).get("parent"),
        "place": document["place"],
        "date": (document["date"] or {}).get("value"),
        "title": document["title"],
    }
    return Counter((name, squeeze(str(value), form)) for name, value in found.items() if value)


def ending(plan: dict[str, Any], form: Callable[[str], str] = fold) -> Facts:
    """Recipients and signatures."""
    found = [("recipients", text) for part, text in _texts(plan) if part == "recipients"]
    for signature in plan["signatures"]:
        found += [(key, signature[key]) for key in ("authority", "capacity", "position", "name") if signature.get(key)]
    return Counter((part, squeeze(text, form)) for part, text in found)


MEASURES: dict[str, tuple[Callable[[dict[str, Any], Callable[[str], str]], Facts], Callable[[str], str]]] = {
    "type-lost": (letterhead, fold),
    "letterhead-columns": (letterhead, fold),
    "letterhead-rows": (letterhead, fold),
    "letterhead-bars": (letterhead, fold),
    "letterhead-source": (letterhead, fold),
    "closing-columns": (ending, fold),
    "closing-rows": (ending, fold),
    "tones-damaged": (items, bare),
}
"""What is compared for a transformation, and in which form of its words; all others compare :func:`items` folded."""


def facts(name: str, plan: dict[str, Any]) -> Facts:
    """What is compared for the transformation ``name``."""
    read, form = MEASURES.get(name, (items, fold))
    return read(plan, form)


def f1(want: Facts, got: Facts) -> float:
    """Two bags' F1; 1 for two empty ones.

    >>> f1(Counter({("tasks", "a"): 1, ("tasks", "b"): 1}), Counter({("tasks", "a"): 1}))
    0.6666666666666666
    """
    total = want.total() + got.total()
    return 2 * (want & got).total() / total if total else 1.0


def squeeze(text: str, form: Callable[[str], str]) -> str:
    """``text`` in a form, blanks single, without Markdown's bold marks."""
    return " ".join(form(text.replace("**", "")).split())


def _texts(plan: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for part in _TREES:
        yield from _walk(part, plan[part])
    yield from _walk("funding", plan["funding"]["items"])
    for duty in plan["duties"]:
        for agency in duty["agencies"]:
            yield "agencies", agency["name"]
        yield from _walk("duties", duty["items"])
    for annex in plan["annexes"]:
        yield from _walk("annexes", annex["items"])


def _walk(part: str, nodes: list[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    stack = list(reversed(nodes))
    while stack:
        node = stack.pop()
        yield part, node["text"]
        stack.extend(reversed(node["items"]))
