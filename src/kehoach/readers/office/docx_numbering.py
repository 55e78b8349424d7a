"""Automatic numbering of Word: the label that a paragraph shows (ISO/IEC 29500-1, 17.9)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kehoach.readers.office.docx_styles import Styles, W, integer, number, on
from kehoach.readers.office.numerals import numeral
from kehoach.readers.office.symbols import signs

if TYPE_CHECKING:
    from lxml.etree import _Element

_VAL = W + "val"
_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")
_MOST_LINKS = 10


@dataclass(slots=True)
class Level:
    """One level of a list: how its numbers look and where they start."""

    start: int = 1
    style: str = "decimal"
    text: str = ""
    suffix: str = "tab"
    legal: bool = False
    restart: int | None = None
    font: str | None = None
    hidden: bool = False
    paragraph_style: str | None = None


class Numbering:
    """The lists of ``word/numbering.xml`` and how far each has counted.

    Lists that share an abstract definition count together, as in Word; an override that says where to start counts
    anew the first time it is met.
    """

    def __init__(self, root: _Element | None, styles: Styles) -> None:
        self._styles = styles
        self._abstract: dict[str, _Element] = {}
        self._numbers: dict[str, _Element] = {}
        self._levels: dict[str, list[Level]] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[str] = set()
        if root is None:
            return
        for element in root.iterfind(W + "abstractNum"):
            self._abstract.setdefault(element.get(W + "abstractNumId", ""), element)
        for element in root.iterfind(W + "num"):
            self._numbers.setdefault(element.get(W + "numId", ""), element)

    def label(self, properties: _Element | None, style: str | None) -> tuple[str, str]:
        """The label of the next paragraph with these ``w:pPr`` and what stands behind it; two empty texts for none."""
        found = self._list_of(properties, style)
        if found is None:
            return "", ""
        key, depth = found
        levels = self._levels_of(key)
        if not 0 <= depth < len(levels):
            return "", ""
        counts = self._count(key, depth, levels)
        level = levels[depth]
        if level.hidden:
            return "", ""
        text = (
            level.text
            if level.style == "bullet"
            else _PLACE.sub(lambda m: _at(int(m[1]), depth, counts, levels), level.text)
        )
        label = signs(text, level.font).strip()
        return label, ("" if level.suffix == "nothing" and not text.endswith(" ") else " ") if label else ""

    def _list_of(self, properties: _Element | None, style: str | None) -> tuple[str, int] | None:
        """The id of the list a paragraph is in and its level, by itself or by its style."""
        own = None if properties is None else properties.find(W + "numPr")
        key = depth = None
        if own is not None:
            named = own.find(W + "numId")
            key, depth = (None if named is None else named.get(_VAL)), number(own.find(W + "ilvl"))
        if key is None:
            by_style = self._styles.paragraph_property(style, "numPr")
            if by_style is None:
                return None
            element, owner = by_style
            named = element.find(W + "numId")
            key = None if named is None else named.get(_VAL)
            if depth is None and key is not None:
                depth = self._linked(key, owner, style)
                depth = depth if depth is not None else number(element.find(W + "ilvl"))
        if key is None or key == "0" or key not in self._numbers:
            return None
        return key, depth or 0

    def _linked(self, key: str, *styles: str | None) -> int | None:
        """The level of a list that a style is tied to."""
        for depth, level in enumerate(self._levels_of(key)):
            if level.paragraph_style is not None and level.paragraph_style in styles:
                return depth
        return None

    def _abstract_of(self, key: str) -> tuple[str, _Element | None]:
        """The definition behind a list, through links by style."""
        named = ""
        for _ in range(_MOST_LINKS):
            link = self._numbers[key].find(W + "abstractNumId") if key in self._numbers else None
            named = "" if link is None else link.get(_VAL, "")
            element = self._abstract.get(named)
            by_style = None if element is None else element.find(W + "numStyleLink")
            if by_style is None:
                return named, element
            found = self._styles.paragraph_property(by_style.get(_VAL), "numPr")
            target = None if found is None else found[0].find(W + "numId")
            if target is None or target.get(_VAL) == key:
                return named, element
            key = target.get(_VAL, "")
        return named, None

    def _levels_of(self, key: str) -> list[Level]:
        if key not in self._levels:
            levels = [Level() for _ in range(_LEVELS)]
            _, abstract = self._abstract_of(key)
            for element in () if abstract is None else abstract.iterfind(W + "lvl"):
                _define(levels, element)
            if key in self._numbers:
                for override in self._numbers[key].iterfind(W + "lvlOverride"):
                    for element in override.iterfind(W + "lvl"):
                        _define(levels, element, integer(override.get(W + "ilvl")))
            self._levels[key] = levels
        return self._levels[key]

    def _count(self, key: str, depth: int, levels: list[Level]) -> list[int | None]:
        """Count one on at a level; what stands below it starts again."""
        name, _ = self._abstract_of(key)
        counts = self._counts.setdefault(name, [None] * _LEVELS)
        if key not in self._begun:
            self._begun.add(key)
            for override in self._numbers[key].iterfind(W + "lvlOverride"):
                start, at = number(override.find(W + "startOverride")), integer(override.get(W + "ilvl"))
                if start is not None and at is not None and 0 <= at < _LEVELS:
                    levels[at].start = start
                    counts[at] = None
        here = counts[depth]
        counts[depth] = levels[depth].start if here is None else here + 1
        for above in range(depth):
            if counts[above] is None:
                counts[above] = levels[above].start
        for below in range(depth + 1, _LEVELS):
            restart = levels[below].restart
            if restart is None or (restart > 0 and depth < restart):
                counts[below] = None
        return counts


def _define(levels: list[Level], element: _Element, depth: int | None = None) -> None:
    """Read ``w:lvl`` into its place."""
    depth = depth if depth is not None else integer(element.get(W + "ilvl"))
    if depth is None or not 0 <= depth < _LEVELS:
        return
    level = Level()
    start = number(element.find(W + "start"))
    level.start = 0 if start is None else start
    text, suffix, style = element.find(W + "lvlText"), element.find(W + "suff"), element.find(".//" + W + "numFmt")
    level.style = "decimal" if style is None else style.get(_VAL, "decimal")
    if level.style == "custom" and style is not None:
        level.style = "decimalZero" if style.get(W + "format", "").startswith("0") else "decimal"
    level.text = "" if text is None else text.get(_VAL, "")
    level.suffix = "tab" if suffix is None else suffix.get(_VAL, "tab")
    level.legal = bool(on(element.find(W + "isLgl")))
    level.restart = number(element.find(W + "lvlRestart"))
    tied = element.find(W + "pStyle")
    level.paragraph_style = None if tied is None else tied.get(_VAL)
    fonts = element.find(f"{W}rPr/{W}rFonts")
    level.font = None if fonts is None else fonts.get(W + "ascii") or fonts.get(W + "hAnsi")
    level.hidden = bool(on(element.find(f"{W}rPr/{W}vanish")))
    levels[depth] = level


def _at(place: int, depth: int, counts: list[int | None], levels: list[Level]) -> str:
    """The number of one level within a label; ``w:isLgl`` prints all in Arabic digits."""
    at = place - 1
    if at > depth:
        return ""
    value = counts[at]
    style = levels[at].style
    if levels[depth].legal and style not in ("bullet", "none"):
        style = "decimalZero" if style == "decimalZero" else "decimal"
    return numeral(levels[at].start if value is None else value, style)
