"""Every regular expression in ``kehoach``, and texts on which one that backtracks without bound would never end."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple

PACKAGE = Path(__file__).resolve().parent.parent / "src" / "kehoach"
_FUNCTIONS = ("compile", "search", "match", "fullmatch", "sub", "subn", "split", "findall", "finditer")
# Notes every pattern that the modules make when they are imported, the lazy ones too.
_COLLECT = """
import json, re, sys
from importlib import import_module
from pkgutil import walk_packages
found = {}
def note(function):
    def noting(pattern, flags=0, **rest):
        by = sys._getframe(1).f_globals.get('__name__', '')
        if by.startswith('kehoach') and isinstance(pattern, str):
            found[pattern, int(flags)] = by
        return function(pattern, flags, **rest)
    return noting
re.compile = note(re.compile)
from kehoach.knowledge import patterns
patterns.lazy = note(patterns.lazy)
import kehoach
for module in walk_packages(kehoach.__path__, 'kehoach.'):
    if not module.name.endswith('__main__'):
        import_module(module.name)
print(json.dumps([[*key, by] for key, by in found.items()]))
"""


class Pattern(NamedTuple):
    """One regular expression and its module."""

    source: str
    flags: int
    where: str


def patterns() -> list[Pattern]:
    """All that modules make at import, and all that functions give to ``re`` as they are written."""
    done = subprocess.run([sys.executable, "-c", _COLLECT], capture_output=True, text=True, check=True)
    found = [Pattern(*row) for row in json.loads(done.stdout)]
    known = {pattern.source for pattern in found}
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            source = _written(node)
            if source is not None and source not in known:
                known.add(source)
                found.append(Pattern(source, 0, path.stem))
    return found


def _written(node: ast.AST) -> str | None:
    """The pattern in a call of ``inline`` or of a function of ``re``, where it is written there."""
    if not (isinstance(node, ast.Call) and node.args and isinstance(first := node.args[0], ast.Constant)):
        return None
    of_re = (
        isinstance(node.func, ast.Attribute) and node.func.attr in _FUNCTIONS and ast.unparse(node.func.value) == "re"
    )
    is_inline = isinstance(node.func, ast.Name) and node.func.id == "inline"
    return first.value if (of_re or is_inline) and isinstance(first.value, str) else None


def attacks(pattern: Pattern, times: int) -> Iterator[str]:
    """Texts that match up to each repetition, repeat what it takes ``times`` times, and then do not match."""
    tree = parser.parse(pattern.source, pattern.flags & ~re.DEBUG)
    for choice in (0, -1):
        for before, body in _repetitions(list(tree), "", choice):
            piece = _sample(body, choice) or " "
            yield before + piece * (times // len(piece)) + "\x00"


def _repetitions(tree: list[Any], before: str, choice: int) -> Iterator[tuple[str, list[Any]]]:
    """What stands before each repetition of more than a few times, and what is repeated."""
    for code, value in tree:
        if code in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
            _, most, body = value
            if most > 9:
                yield before, list(body)
            yield from _repetitions(list(body), before, choice)
        elif code is codes.SUBPATTERN:
            yield from _repetitions(list(value[3]), before, choice)
        elif code is codes.BRANCH:
            for branch in value[1]:
                yield from _repetitions(list(branch), before, choice)
        elif code in (codes.ASSERT, codes.ASSERT_NOT):
            yield from _repetitions(list(value[1]), before, choice)
        before += _sample([(code, value)], choice)


_CLASSES = {
    codes.CATEGORY_DIGIT: "1", codes.CATEGORY_SPACE: " ", codes.CATEGORY_WORD: "a", codes.CATEGORY_NOT_DIGIT: "a",
    codes.CATEGORY_NOT_SPACE: "a", codes.CATEGORY_NOT_WORD: " ",
}  # fmt: skip
_TRIED = "a1 ,.;-(/A\nđ%"


def _sample(tree: list[Any], choice: int) -> str:
    """A short text that ``tree`` matches, look-around aside; of alternatives the first or the last."""
    out = ""
    for code, value in tree:
        if code is codes.LITERAL:
            out += chr(value)
        elif code is codes.ANY:
            out += "a"
        elif code is codes.NOT_LITERAL:
            out += next(c for c in _TRIED if ord(c) != value)
        elif code is codes.IN:
            out += _one_of(value, choice)
        elif code in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
            out += _sample(list(value[2]), choice) * value[0]
        elif code is codes.SUBPATTERN:
            out += _sample(list(value[3]), choice)
        elif code is codes.BRANCH:
            out += _sample(list(value[1][choice]), choice)
        elif code is codes.ATOMIC_GROUP:
            out += _sample(list(value), choice)
    return out


def _one_of(members: list[Any], choice: int) -> str:
    """A letter of a set."""
    if members[0][0] is codes.NEGATE:
        return next((c for c in _TRIED if not any(_has(member, c) for member in members[1:])), "\u4e00")
    code, value = members[choice]
    if code is codes.LITERAL:
        return chr(value)
    return chr(value[0]) if code is codes.RANGE else _CLASSES[value]


def _has(member: Any, letter: str) -> bool:
    code, value = member
    if code is codes.LITERAL:
        return bool(ord(letter) == value)
    if code is codes.RANGE:
        return bool(value[0] <= ord(letter) <= value[1])
    kind = {"a": "\\w", "1": "\\d", " ": "\\s"}.get(_CLASSES[value], "")
    return bool(kind) and bool(re.match(kind.upper() if "NOT" in str(value) else kind, letter))
