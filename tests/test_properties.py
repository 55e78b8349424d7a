"""What holds for every text: parsing ends, loses nothing, invents nothing, says the same twice."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterator
from typing import Any

import orjson
import pytest
from hypothesis import HealthCheck, example, given, note, settings

from kehoach.models import Plan
from kehoach.models.invariants import faults_of
from kehoach.parsers import parse_source
from kehoach.readers.source import SourceText
from plan_texts import ANY_TEXT, PLAN_LIKE, PRINTINGS, Printing, Tree, trees, whole_plan

_SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]
settings.register_profile("here", max_examples=80, deadline=None, suppress_health_check=_SLOW, derandomize=True)
settings.register_profile("ci", max_examples=150, deadline=None, suppress_health_check=_SLOW, derandomize=True)
settings.register_profile("search", max_examples=2000, deadline=None, suppress_health_check=_SLOW)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE") or ("ci" if os.environ.get("CI") == "true" else "here"))

Node = dict[str, Any]


def parse(text: str) -> Node:
    return parse_source(SourceText.from_text(text, name="x.txt"))


def nodes(tree: Any) -> Iterator[Node]:
    """Everything in a plan that has a span."""
    if isinstance(tree, dict):
        if isinstance(tree.get("span"), dict):
            yield tree
        for value in tree.values():
            yield from nodes(value)
    elif isinstance(tree, list):
        for value in tree:
            yield from nodes(value)


def letters(text: str) -> str:
    """The letters and digits of a text, which neither blanks nor marks change."""
    return "".join(c for c in unicodedata.normalize("NFC", text) if c.isalnum())


def within(words: str, text: str) -> bool:
    """Whether the letters of ``words`` stand in ``text`` in this order, page numbers and the like between them."""
    rest = iter(letters(text))
    return all(c in rest for c in letters(words))


def check_tiles(text: str, plan: Node) -> None:
    """Blocks tile the non-blank characters exactly once, in order."""
    at = 0
    for block in plan["blocks"]:
        start, end = block["span"]["start"], block["span"]["end"]
        assert at <= start < end, block
        assert not text[at:start].strip(), f"lost before {start}: {text[at:start]!r}"
        at = end
    assert not text[at:].strip(), f"lost at the end: {text[at:]!r}"


def check_spans(text: str, plan: Node) -> None:
    """Every span holds its text, and its lines are where it says."""
    for node in nodes(plan):
        span = node["span"]
        assert 0 <= span["start"] <= span["end"] <= len(text)
        for key in ("text", "name"):
            # an issuer's and an agency's name may be spelt out or joined from several places
            if isinstance(node.get(key), str) and (key == "text"):
                assert within(node[key], text[span["start"] : span["end"]]), node


def check_all(text: str) -> Node:
    plan = parse(text)
    check_tiles(text, plan)
    check_spans(text, plan)
    assert not faults_of(plan)
    assert orjson.loads(orjson.dumps(plan)) == plan
    Plan.model_validate(plan)
    assert parse(text) == plan, "not the same twice"
    return plan


@given(ANY_TEXT)
@example("")
@example("\n")
@example("\x00")
@example("\ufeff")
@example("\u0301")
@example("İ" * 5 + " kế hoạch")
@example("\x1c\x1d\x1e\x1f")
def test_any_text(text: str) -> None:
    check_all(text)


@given(PLAN_LIKE)
@example("- Cụ thể:\n" * 1_500)
@example("- Sở Y tế: \n" * 1_500)
@example("1" * 5_000)
@example("Kinh phí: " + "9" * 5_000 + " đồng")
@example("1" * 5_000 + "% vào năm 2030")
@example("năm ² và ٣ ngày ①")
@example("I. NHIỆM VỤ\n1. Một\r2. Hai\u20283. Ba\x0b4. Bốn\x855. Năm")
def test_text_made_of_pieces_of_plans(text: str) -> None:
    check_all(text)


@given(trees(), PRINTINGS)
@settings(max_examples=60)
def test_a_printed_tree_is_read_again(tree: list[Tree], how: Printing) -> None:
    text = whole_plan(tree, how)
    note(text)
    plan = check_all(text)

    def read(items: list[Node]) -> list[object]:
        return [[item["text"], read(item["items"])] for item in items]

    assert read(plan["tasks"]) == [item.as_lists() for item in tree]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028"])
def test_line_ends_are_all_alike(end: str) -> None:
    text = whole_plan(
        [Tree("Trồng cây", [Tree("Gieo ươm."), Tree("Chăm sóc.")]), Tree("Bảo vệ rừng.")],
        Printing(("{n}.", "-"), "", 0, False),
    )
    texts = [[item["text"] for item in nodes(parse(t)["tasks"])] for t in (text, text.replace("\n", end))]
    assert texts[0] == texts[1] == ["Trồng cây", "Gieo ươm.", "Chăm sóc.", "Bảo vệ rừng."]
