"""Make ``src/kehoach/knowledge/syllables.py`` from the plans composed for this project.

usage: python -m tools.build_syllables [FILE…]      (plans; without: the samples and those of the tests)

Worn plans are left out.  A pair of syllables is kept where the rules look for it, it comes often enough and the same
letters hardly ever are another pair.
"""

from __future__ import annotations

import ast
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Set
from itertools import pairwise
from pathlib import Path

from kehoach.diacritics import worn
from kehoach.folding import bare, fold
from kehoach.knowledge.patterns import lazy

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "src" / "kehoach" / "knowledge" / "syllables.py"
_PAIR_COUNT, _PAIR_SHARE = 4, 0.9
"""How often a pair's letters come, and in which share of these as the most frequent pair of them."""
_ALONE_COUNT, _ALONE_SHARE = 12, 0.95
_TEXTS = 2
"""In how many texts a pair stands at least: one text's names are not the language."""
_RULES = ("knowledge", "parsers")
_NAMES = ("places.py", "places_data.py", "places_communes.py", "person_names.py", "laws_data.py", TARGET.name)
"""Modules of names: what nothing is found by."""
_SYLLABLE = lazy(r"[^\W\d_]+")
_HEAD = '''"""Pairs of syllables, and syllables that need no second, by which marks that OCR lost are restored.

Made by ``tools/build_syllables.py``.  A row is one pair's forms, the most frequent first; letters without marks that
stand for several pairs as often have none.
"""

from __future__ import annotations

ROWS = """
'''


def rows(texts: Iterable[str], sought: Set[str]) -> list[str]:
    """The rows of the table that folded texts give, sorted: what is ``sought`` (letters) and sure."""
    pairs: defaultdict[str, Counter[str]] = defaultdict(Counter)
    alone: defaultdict[str, Counter[str]] = defaultdict(Counter)
    places: defaultdict[str, set[int]] = defaultdict(set)
    for number, text in enumerate(texts):
        for phrase in _phrases(text):
            alone[bare(phrase[0])][phrase[0]] += 1
            for both in map(" ".join, pairwise(phrase)):
                pairs[bare(both)][both] += 1
                places[bare(both)].add(number)
            for syllable in phrase[1:]:
                alone[bare(syllable)][syllable] += 1
    kept = [forms for letters, forms in pairs.items() if letters in sought and len(places[letters]) >= _TEXTS]
    single = [forms for letters, forms in alone.items() if letters in sought]
    return sorted([*_sure(kept, _PAIR_COUNT, _PAIR_SHARE), *_sure(single, _ALONE_COUNT, _ALONE_SHARE)])


def _phrases(text: str) -> Iterator[list[str]]:
    """The syllables of a folded text that stand beside each other, a blank between them."""
    phrase: list[str] = []
    end = -1
    for match in _SYLLABLE.finditer(text):
        if phrase and text[end : match.start()] not in (" ", "\n"):
            yield phrase
            phrase = []
        phrase.append(match[0])
        end = match.end()
    if phrase:
        yield phrase


def _sure(counted: Iterable[Counter[str]], least: int, share: float) -> Iterator[str]:
    for forms in counted:
        ordered = [form for form, _ in sorted(forms.items(), key=lambda pair: (-pair[1], pair[0]))]
        total = forms.total()
        first = sum(n for form, n in forms.items() if _alike(form) == _alike(ordered[0]))
        if total >= least and first >= share * total and not (ordered[0].isascii() and len(ordered) == 1):
            yield ",".join(ordered)


def _alike(form: str) -> str:
    """A form as others spell it: "hằng năm" is "hàng năm"."""
    return form.replace("hằng", "hàng")


def _words() -> str:
    """The words that rules look for, bodies' names among them: every text in their code."""
    source = ROOT / "src" / "kehoach"
    paths = [path for room in _RULES for path in sorted((source / room).rglob("*.py")) if path.name not in _NAMES]
    trees = [ast.parse(path.read_text("utf-8")) for path in paths]
    nodes = (node for tree in trees for node in ast.walk(tree))
    return "\n".join(
        str(node.value) for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )


def _sought(words: str) -> Set[str]:
    """The letters of the syllables and pairs of a text."""
    phrases = list(_phrases(words))
    return {bare(word) for phrase in phrases for word in [*phrase, *map(" ".join, pairwise(phrase))]}


def main(paths: list[str]) -> None:
    """Write the table."""
    found = [Path(path) for path in paths] or [
        *sorted((ROOT / "samples").glob("*.txt")),
        *sorted((ROOT / "tests" / "data").glob("blind*/*.txt")),
    ]
    printed = [unicodedata.normalize("NFC", path.read_text("utf-8-sig")) for path in found if "scan" not in path.name]
    texts = [fold(text) for text in printed if not worn(text)]
    table = "\n".join(rows(texts, _sought(fold(_words()))))
    TARGET.write_text(f'{_HEAD}{table}\n"""\n', "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
