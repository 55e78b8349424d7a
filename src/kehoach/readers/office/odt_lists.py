"""Styles and lists of OpenDocument texts: how text looks, the label that an item shows (ODF 1.3, part 3)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kehoach.readers.office.numerals import numeral, whole
from kehoach.readers.office.symbols import signs

if TYPE_CHECKING:
    from lxml.etree import _Element

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_LOEXT = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"
_SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
_FORMATS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman", "": "none",
            "01, 02, 03, ...": "decimalZero"}  # fmt: skip
_PLACE = re.compile(r"%(\d{1,2})%")
_DEEPEST = 20
LEVELS = 10


@dataclass(slots=True)
class Look:
    """What text shows in a style: whether it is hidden, set in capitals, and its font."""

    hidden: bool = False
    capitals: bool = False
    font: str | None = None


@dataclass(slots=True)
class Level:
    """One level of a list style."""

    kind: str = "none"
    prefix: str = ""
    suffix: str = ""
    shown: int = 1
    start: int = 1
    form: str | None = None
    bullet: str = ""
    gap: str = " "


@dataclass(slots=True)
class Counter:
    """How far one list has counted, level by level."""

    values: list[int | None] = field(default_factory=lambda: [None] * (LEVELS + 1))


class Styles:
    """The styles of ``styles.xml`` and ``content.xml``; the latter's automatic ones come last."""

    def __init__(self, *roots: _Element | None) -> None:
        self._styles: dict[tuple[str, str], _Element] = {}
        self._default: dict[str, _Element] = {}
        self._lists: dict[str, list[Level]] = {}
        self._faces: dict[str, str] = {}
        self._looks: dict[tuple[str, str], Look] = {}
        for root in roots:
            if root is None:
                continue
            for face in root.iter(STYLE + "font-face"):
                family = face.get(_SVG + "font-family", "").strip("'\"")
                self._faces[face.get(STYLE + "name", "")] = family
            for style in root.iter(STYLE + "style"):
                self._styles[style.get(STYLE + "family", ""), style.get(STYLE + "name", "")] = style
            for style in root.iter(STYLE + "default-style"):
                self._default[style.get(STYLE + "family", "")] = style
            for element in root.iter(TEXT + "list-style"):
                self._lists[element.get(STYLE + "name", "")] = _levels(element)
            for element in root.iter(TEXT + "outline-style"):
                self._lists[""] = _levels(element)

    def chain(self, family: str, name: str | None) -> list[_Element]:
        """A style and those it comes from, the nearest first."""
        out: list[_Element] = []
        while name is not None and (family, name) in self._styles and len(out) < _DEEPEST:
            out.append(self._styles[family, name])
            name = out[-1].get(STYLE + "parent-style-name")
        return out

    def look(self, family: str, name: str | None, base: Look | None = None) -> Look:
        """What text in a style shows, on top of ``base``."""
        look = Look() if base is None else Look(base.hidden, base.capitals, base.font)
        elements = [*self.chain(family, name)]
        if base is None and family in self._default:
            elements.append(self._default[family])
        for style in reversed(elements):
            properties = style.find(STYLE + "text-properties")
            if properties is None:
                continue
            if transform := properties.get(FO + "text-transform"):
                look.capitals = transform == "uppercase"
            if display := properties.get(TEXT + "display"):
                look.hidden = display == "none"
            font = properties.get(STYLE + "font-name")
            font = self._faces.get(font, font) if font else properties.get(FO + "font-family")
            look.font = font.strip("'\"") if font else look.font
        return look

    def page_break(self, name: str | None) -> bool:
        """Whether a paragraph style starts a new page; a master page on one does."""
        for style in self.chain("paragraph", name):
            if style.get(STYLE + "master-page-name"):
                return True
            properties = style.find(STYLE + "paragraph-properties")
            said = None if properties is None else properties.get(FO + "break-before")
            if said:
                return said == "page"
        return False

    def list_of(self, paragraph: str | None) -> str | None:
        """The list style that a paragraph style brings along."""
        for style in self.chain("paragraph", paragraph):
            name = style.get(STYLE + "list-style-name")
            if name is not None:
                return name or None
        return None

    def levels(self, name: str | None) -> list[Level] | None:
        """The levels of a list style; of headings for ``""``."""
        return None if name is None else self._lists.get(name)

    def label(self, name: str | None, depth: int, counter: Counter, *, restart: int | None = None) -> tuple[str, str]:
        """Count one on at a level (from 1) and give the label with what stands behind it."""
        levels = self.levels(name)
        if levels is None or not 1 <= depth <= LEVELS:
            return "", ""
        level, values = levels[depth], counter.values
        here = values[depth]
        values[depth] = restart if restart is not None else level.start if here is None else here + 1
        for above in range(1, depth):
            if values[above] is None:
                values[above] = levels[above].start
        for below in range(depth + 1, LEVELS + 1):
            values[below] = None
        label = _label(levels, depth, values).strip()
        return (label, level.gap) if label else ("", "")


def _label(levels: list[Level], depth: int, values: list[int | None]) -> str:
    level = levels[depth]
    if level.bullet:
        return level.bullet

    def at(place: int) -> str:
        value = values[place] if 1 <= place <= LEVELS else None
        return numeral(value, levels[place].kind) if value is not None else ""

    if level.form is not None:
        return _PLACE.sub(lambda m: at(int(m[1])), level.form)
    if level.kind == "none":
        return level.prefix + level.suffix
    shown = [at(place) for place in range(max(1, depth - level.shown + 1), depth + 1)]
    return level.prefix + ".".join(number for number in shown if number) + level.suffix


def _levels(element: _Element) -> list[Level]:
    levels = [Level() for _ in range(LEVELS + 1)]
    for child in element:
        depth = whole(child.get(TEXT + "level", ""), 0)
        if not 1 <= depth <= LEVELS:
            continue
        level = levels[depth] = Level()
        level.prefix, level.suffix = child.get(STYLE + "num-prefix", ""), child.get(STYLE + "num-suffix", "")
        level.form = child.get(_LOEXT + "num-list-format") or child.get(STYLE + "num-list-format")
        aligned = child.find(f"{STYLE}list-level-properties/{STYLE}list-level-label-alignment")
        if aligned is not None and aligned.get(TEXT + "label-followed-by") == "nothing":
            level.gap = ""
        if child.tag == TEXT + "list-level-style-bullet":
            properties = child.find(STYLE + "text-properties")
            font = None
            if properties is not None:
                font = properties.get(STYLE + "font-name") or properties.get(FO + "font-family")
            level.bullet = signs(child.get(TEXT + "bullet-char", "•"), (font or "").strip("'\"") or None)
        elif child.tag in (TEXT + "list-level-style-number", TEXT + "outline-level-style"):
            form = child.get(STYLE + "num-format", "")
            level.kind = _FORMATS.get(form, "decimal")
            shown, start = child.get(TEXT + "display-levels", "1"), child.get(TEXT + "start-value", "1")
            level.shown = whole(shown, 1)
            level.start = whole(start, 1)
            if level.kind == "none" and not (level.prefix or level.suffix or level.form):
                level.form = None
    return levels
