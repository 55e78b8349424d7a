"""Patterns compiled at first use, and the words looked for before a pattern is."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import pytest

from kehoach import parsers
from kehoach.knowledge.deadline_words import CUES, VETOES
from kehoach.knowledge.evidence import EVIDENCE
from kehoach.knowledge.funding import SOURCE_KINDS
from kehoach.knowledge.patterns import _Needing, inline, lazy
from pattern_words import always_holds

_PAST = {f"re.{name}" for name in ("compile", "search", "match", "fullmatch", "sub", "split", "findall", "finditer")}


def test_compiled_at_first_use() -> None:
    broken = lazy("(")
    with pytest.raises(re.error):
        broken.search("")


@pytest.mark.parametrize("method", ["search", "match", "fullmatch"])
def test_answers_as_the_compiled_pattern(method: str) -> None:
    found = getattr(lazy(r"(?P<day>\d+)/"), method)("15/")
    assert found["day"] == "15"
    assert found.re.groupindex == {"day": 1}


def test_a_pattern_inside_a_function_is_made_once() -> None:
    assert inline(r"\d+") is inline(r"\d+")
    assert inline(r"\d+").split("a1b22c") == ["a", "b", "c"]
    assert inline("a.b", re.S).fullmatch("a\nb") is not None
    with pytest.raises(re.error):
        inline("(").search("")


@pytest.mark.parametrize("package", ["parsers", "knowledge"])
def test_no_pattern_of_the_parser_goes_past_those_kept(package: str) -> None:
    for path in (Path(parsers.__file__).parents[1] / package).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in _PAST and path.name != "pattern_codes.py":
                assert not isinstance(node.args[0], ast.Constant), f"{path}:{node.lineno}: use inline() or lazy()"


def test_stays_compiled() -> None:
    pattern = lazy(r"\d")
    assert pattern.sub("x", "a1b2") == "axbx"
    assert pattern.search is pattern.search
    assert pattern.pattern == r"\d"


def _needing() -> Iterator[tuple[str, str, int, tuple[str, ...]]]:
    """Every pattern of the parser that says which words it needs: its name, itself, its flags, the words."""
    for module in (import_module(m.name) for m in walk_packages(parsers.__path__, "kehoach.parsers.")):
        for name, value in vars(module).items():
            if isinstance(value, _Needing):
                yield f"{module.__name__}.{name}", value.pattern, value._compiled.flags, value._words
    for row in EVIDENCE:
        yield f"evidence of {row.part}", row.pattern, 0, row.needs
    for cue in VETOES + CUES:
        yield cue.name, cue.pattern, 0, cue.needs
    for source in SOURCE_KINDS:
        yield f"money: {source.kind}", source.pattern, 0, source.needs


NEEDING = [row for row in _needing() if row[3]]


@pytest.mark.parametrize(("name", "source", "flags", "words"), NEEDING, ids=[row[0] for row in NEEDING])
def test_what_a_pattern_matches_has_a_word_it_needs(name: str, source: str, flags: int, words: tuple[str, ...]) -> None:
    assert always_holds(source, flags, words), f"{name} may match without any of {words}, or write it plainer"


@pytest.mark.parametrize(
    ("source", "words", "holds"),
    [
        ("(?:mot|hai) nam", ("nam",), True),
        ("(?:mot|hai)(?: nam)?", ("nam",), False),
        ("(?:mot|hai) nam", ("mot nam", "hai nam"), True),
        ("(?:mot|hai|ba) nam", ("mot nam", "hai nam"), False),
        ("(?:ngay dang|ngay cap nhat)", ("dang", "cap nhat"), True),
        (r"ngay\s?dang", ("ngay dang",), False),
        ("[xy] ?nam", ("x nam", "y nam", "xnam", "ynam"), True),
        ("[xyz] ?nam", ("x nam", "y nam", "xnam", "ynam"), False),
        ("[x-z]nam", ("xnam", "ynam", "znam"), False),
        ("(?:na)+m", ("nam",), True),
        ("(?:na)*m", ("nam",), False),
        ("(?:nam){0,3}x", ("nam",), False),
        ("n(?:a)m(?=x)", ("nam",), True),
        ("m(?!nam)", ("nam",), False),
        (r"\w+(?=.*nam)", ("nam",), True),
        ("(?i:nam)", ("nam",), False),
        ("(?>nam|na)x", ("nam", "nax"), True),
        (r"(n)a\1", ("nan",), False),
        ("m", ("m",), True),
        (r"(?i:nam)\s?/", ("nam", "/"), True),
    ],
)
def test_words_are_told_from_a_pattern(source: str, words: tuple[str, ...], holds: bool) -> None:
    assert always_holds(source, 0, words) is holds
    assert always_holds(source, re.IGNORECASE, words) is (holds and "/" in words)


def test_a_text_without_the_words_is_not_searched() -> None:
    broken = lazy("(", needs=("đồng", "vnd"))
    assert broken.search("5 usd") is None
    assert broken.match("5 usd", 1) is None
    assert list(broken.finditer("5 usd")) == []
    with pytest.raises(re.error):
        broken.search("5 vnd")
