"""The styles of a Word document: what a paragraph or run looks like where it does not say so itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_VAL = W + "val"
_OFF = ("0", "false", "off", "none")
_DEEPEST = 20
"""Styles based on styles that are followed; Word allows 11."""


def on(element: _Element | None) -> bool | None:
    """A switch such as ``w:caps``: ``None`` where it is not there."""
    if element is None:
        return None
    return element.get(_VAL, "1").lower() not in _OFF


def number(element: _Element | None) -> int | None:
    """The number in ``w:val``, ``None`` where there is none."""
    return None if element is None else integer(element.get(_VAL))


def integer(text: str | None) -> int | None:
    """``text`` as a number, ``None`` where it is none."""
    try:
        return int(text) if text is not None else None
    except ValueError:
        return None


@dataclass(slots=True)
class Look:
    """What a run shows: whether it is hidden, set in capitals, and its font."""

    hidden: bool = False
    capitals: bool = False
    font: str | None = None


class Styles:
    """The styles of ``word/styles.xml``."""

    def __init__(self, root: _Element | None) -> None:
        self._styles: dict[str, _Element] = {}
        self._defaults: dict[str, str] = {}
        self._base: _Element | None = None
        self._looks: dict[str | None, Look] = {}
        self._tables: dict[str | None, bool | None] = {}
        if root is None:
            return
        self._base = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        for style in root.iterfind(W + "style"):
            key = style.get(W + "styleId")
            if key is None:
                continue
            self._styles[key] = style
            if style.get(W + "default", "0").lower() not in _OFF:
                self._defaults[style.get(W + "type", "")] = key

    def paragraph_style(self, properties: _Element | None) -> str | None:
        """The style of a paragraph with these ``w:pPr``."""
        named = None if properties is None else properties.find(W + "pStyle")
        key = None if named is None else named.get(_VAL)
        return key if key in self._styles else self._defaults.get("paragraph")

    def chain(self, key: str | None) -> Iterator[_Element]:
        """A style and those it is based on, the nearest first."""
        for _ in range(_DEEPEST):
            style = self._styles.get(key or "")
            if style is None:
                return
            yield style
            based = style.find(W + "basedOn")
            key = None if based is None else based.get(_VAL)

    def paragraph_property(self, key: str | None, name: str) -> tuple[_Element, str] | None:
        """The nearest ``w:pPr`` property of a style and the id of the style that has it."""
        for style in self.chain(key):
            found = style.find(f"{W}pPr/{W}{name}")
            if found is not None:
                return found, style.get(W + "styleId", "")
        return None

    def look(self, properties: _Element | None, paragraph: str | None) -> Look:
        """How a run with these ``w:rPr`` looks in a paragraph of the style ``paragraph``."""
        base = self._look_of(paragraph)
        if properties is None:
            return base
        look = Look(base.hidden, base.capitals, base.font)
        style = properties.find(W + "rStyle")
        if style is not None:
            for element in reversed(list(self.chain(style.get(_VAL)))):
                _apply(element.find(W + "rPr"), look)
        _apply(properties, look)
        return look

    def _look_of(self, key: str | None) -> Look:
        look = self._looks.get(key)
        if look is None:
            look = self._looks[key] = Look()
            _apply(self._base, look)
            for style in reversed(list(self.chain(key))):
                _apply(style.find(W + "rPr"), look)
        return look

    def ruled(self, key: str | None) -> bool | None:
        """Whether a table style draws lines; ``None`` where it does not say."""
        if key not in self._tables:
            self._tables[key] = next(
                (drawn for style in self.chain(key) if (drawn := drawn_borders(style.find(W + "tblPr"))) is not None),
                None,
            )
        return self._tables[key]


def drawn_borders(properties: _Element | None, name: str = "tblBorders") -> bool | None:
    """Whether ``w:tblBorders`` draws lines; ``None`` where there are none."""
    borders = None if properties is None else properties.find(W + name)
    if borders is None or not len(borders):
        return None
    return any(side.get(_VAL) not in ("none", "nil") for side in borders)


def _apply(properties: _Element | None, look: Look) -> None:
    """Let ``w:rPr`` override a look."""
    if properties is None:
        return
    hidden, capitals = on(properties.find(W + "vanish")), on(properties.find(W + "caps"))
    look.hidden = look.hidden if hidden is None else hidden
    look.capitals = look.capitals if capitals is None else capitals
    fonts = properties.find(W + "rFonts")
    if fonts is not None:
        look.font = fonts.get(W + "ascii") or fonts.get(W + "hAnsi") or look.font
