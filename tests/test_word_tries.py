"""Phrases looked up word by word: branches grow when a text goes into them, and give what was put in."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from kehoach.knowledge import agency_words as known
from kehoach.knowledge.agency_fields import FIELDS, Field
from kehoach.knowledge.agency_lookup import Words, build, field_trie, head_trie, is_pair, longest, longest_field
from kehoach.knowledge.laws import law_of, laws, tries, words_of

SAMPLE = Path(__file__).parent.parent / "samples" / "tinh-chuyen-doi-so.txt"
ROWS = [("sở y tế", 1), ("sở", 2), ("sở y tế công cộng", 3), ("hđnd-ubnd", 4), ("sở y tế", 5), ("  tổ quốc", 6)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Sở Y tế xã", (3, 1)), ("Sở Y tế công", (3, 1)), ("Sở Y tế công cộng", (5, 3)), ("Sở Xây dựng", (1, 2)),
        ("HĐND-UBND xã", (3, 4)), ("HĐND", None), ("Tổ quốc", (2, 6)), ("Tổ", None), ("Y tế", None), ("", None),
    ],
)  # fmt: skip
def test_the_longest_phrase_is_found(text: str, found: tuple[int, int] | None) -> None:
    trie = build(ROWS, bared=False)
    for _ in range(2):  # in a branch that grows, and in one that has grown
        assert longest(Words(text), 0, trie, bared=False) == found


def test_only_branches_that_are_gone_into_grow() -> None:
    trie = build(ROWS, bared=True)
    assert longest(Words("Sở Y tế"), 0, trie, bared=True) == (3, 1)
    assert {word: type(branch) is dict for word, branch in trie.items()} == {"so": True, "hdnd": False, "to": False}


def test_every_head_is_found_by_its_words() -> None:
    for head in known.HEADS:
        words = Words(head.words)
        count, found = longest(words, 0, head_trie(), bared=False) or (0, head)
        assert (words.has(count), found.words) == (False, head.words)


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.name)
def test_every_field_is_found_in_full_and_by_initials(field: Field) -> None:
    initials = "".join("".join(word[0] for word in group.split()) for group in field.groups)
    for spelling in (" và ".join(field.groups), "-".join(field.groups), *([initials] if len(initials) > 3 else [])):
        words = Words(spelling)
        count, _ = longest_field(words, 0) or (0, None)
        assert not words.has(count), spelling
    assert field_trie().get("xyz") is None


@pytest.mark.parametrize(
    ("pair", "told"),
    [
        ("tinh uy", True),
        ("to quoc", True),
        ("mat tran", True),
        ("uy tinh", False),
        ("inh uy", False),
        ("quoc t", False),
    ],
)
def test_neighbours_in_names(pair: str, told: bool) -> None:
    first, second = pair.split()
    assert is_pair(first, second) == told


def test_a_law_is_found_whatever_stands_beside_it() -> None:
    begun = {words_of(law.name)[1] for law in laws() if law.kind == "Luật"}
    assert begun <= set(tries()["Luật"])
    for law in laws():
        assert law_of(law.name) == law
        assert law_of(law.name + " gì đó") is None


def test_one_plan_is_never_searched_for_garbage() -> None:
    code = (
        "import gc; from kehoach.cli import main\n"
        f"before = gc.get_stats(); main(['parse', '-f', 'json', {str(SAMPLE)!r}])\n"
        "assert gc.get_stats() == before; assert gc.isenabled()"
    )
    subprocess.run([sys.executable, "-c", code], check=True, stdout=subprocess.DEVNULL)
