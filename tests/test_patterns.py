"""Patterns compiled at first use, and the words looked for before a pattern is."""

from __future__ import annotations

import ast
import re
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import Any

import pytest

from kehoach import parsers
from kehoach.folding import bare, fold
from kehoach.knowledge.deadline_words import CUES, VETOES, Cue
from kehoach.knowledge.patterns import _Needing, inline, lazy
from kehoach.parsers import evidence

_PAST = {f"re.{name}" for name in ("compile", "search", "match", "fullmatch", "sub", "split", "findall", "finditer")}
HERE = Path(__file__).parent
TEXTS = [*sorted((HERE.parent / "samples").glob("*.txt")), *sorted((HERE / "data").glob("blind*/*.txt"))]


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


@pytest.mark.parametrize("row", [row for row in VETOES + CUES if row.needs], ids=lambda row: row.name)
def test_what_a_cue_matches_has_what_it_needs(row: Cue) -> None:
    for example in row.examples:
        assert any(word in bare(example) for word in row.needs), example


def _needing() -> list[tuple[str, Any]]:
    """Every pattern of the parser that says which words it needs."""
    modules = [import_module(m.name) for m in walk_packages(parsers.__path__, "kehoach.parsers.")]
    found = ((f"{module.__name__}.{name}", value) for module in modules for name, value in vars(module).items())
    rows = ((f"evidence.{part}: {pattern.pattern[:20]}", pattern) for part, _, pattern, _ in evidence._ROWS)
    return [(name, value) for name, value in (*found, *rows) if isinstance(value, _Needing)]


@cache
def _lines() -> frozenset[str]:
    """The lines of the samples and of other plans, each as printed and in both foldings."""
    lines = {line for path in TEXTS for line in path.read_text("utf-8").split("\n")}
    return frozenset(form for line in lines for form in (line, fold(line), bare(line)))


@pytest.mark.parametrize(("name", "pattern"), _needing(), ids=lambda value: value if isinstance(value, str) else "")
def test_what_a_pattern_matches_has_a_word_it_needs(name: str, pattern: Any) -> None:
    compiled = re.compile(pattern.pattern, pattern._compiled.flags)
    for text in _lines():
        assert bool(compiled.search(text)) == bool(pattern.search(text)), (name, text)


def test_a_text_without_the_words_is_not_searched() -> None:
    broken = lazy("(", needs=("đồng", "vnd"))
    assert broken.search("5 usd") is None
    assert broken.match("5 usd", 1) is None
    assert list(broken.finditer("5 usd")) == []
    with pytest.raises(re.error):
        broken.search("5 vnd")
