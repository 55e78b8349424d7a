"""Letters of symbol fonts, which stand for signs: Symbol, Wingdings, and the bullets that Word takes from them."""

from __future__ import annotations

import re

_SYMBOL = {
    0x22: "∀", 0x24: "∃", 0x2D: "-", 0xA3: "≤", 0xA5: "∞", 0xA7: "♣", 0xA8: "♦", 0xAB: "↔", 0xAC: "←", 0xAD: "↑",
    0xAE: "→",
    0xAF: "↓", 0xB0: "°", 0xB1: "±", 0xB2: "″", 0xB3: "≥", 0xB4: "×", 0xB5: "∝", 0xB7: "•", 0xB8: "÷", 0xB9: "≠",
    0xBA: "≡",
    0xBB: "≈", 0xBC: "…", 0xC5: "⊕", 0xC7: "∩", 0xC8: "∪", 0xCE: "∈", 0xD2: "®", 0xD3: "©", 0xD4: "™", 0xD5: "∏",
    0xD6: "√",
    0xDB: "⇔", 0xDC: "⇐", 0xDE: "⇒", 0xE5: "∑", 0xF2: "∫",
}  # fmt: skip
_SYMBOL |= dict(zip(b"abgdezhqiklmnxoprstufcyw", "αβγδεζηθικλμνξοπρστυφχψω", strict=True))
_SYMBOL |= {ord("D"): "Δ", ord("S"): "Σ", ord("W"): "Ω", ord("F"): "Φ", ord("P"): "Π", ord("L"): "Λ", ord("G"): "Γ"}
_WINGDINGS = {
    0x21: "✏", 0x22: "✂", 0x28: "☎", 0x2A: "✉", 0x46: "☞", 0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "□", 0x70: "□",
    0x71: "❑",
    0x72: "❒", 0x73: "◆", 0x74: "◆", 0x75: "◆", 0x76: "❖", 0x77: "◆", 0x78: "☒", 0x9F: "•", 0xA0: "▪", 0xA1: "○",
    0xA7: "▪",
    0xA8: "◻", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔", 0xEF: "⇐", 0xF0: "⇒", 0xFB: "✗",
    0xFC: "✓",
    0xFD: "☒", 0xFE: "☑", 0x4A: "☺", 0xAB: "★", 0xB2: "✩",
}  # fmt: skip
_PRIVATE = re.compile("[\uf020-\uf0ff]")


def is_symbol(font: str | None) -> bool:
    """Whether a font's letters are signs."""
    return font is not None and font.lower().startswith(("symbol", "wingdings", "webdings", "zapf"))


def signs(text: str, font: str | None) -> str:
    """``text`` as it shows in ``font``.

    >>> signs("\\uf0b7", "Symbol"), signs("Ø", "Wingdings"), signs("·", "Symbol"), signs("x", "Arial")
    ('•', '➢', '•', 'x')
    """
    if is_symbol(font):
        return "".join(_sign(ord(c), font or "") for c in text)
    if "\uf020" <= max(text, default="") <= "\uf0ff" or _PRIVATE.search(text):
        # Letters of Symbol that lost their font; Word's own bullets come from there and from Wingdings.
        return _PRIVATE.sub(_stray, text)
    return text


def _stray(match: re.Match[str]) -> str:
    return _sign(ord(match[0]), "Wingdings" if ord(match[0]) & 0xFF in _WINGDINGS else "Symbol")


def _sign(code: int, font: str) -> str:
    if 0xF020 <= code <= 0xF0FF:
        code -= 0xF000
    if code <= 0x20 or code == 0xA0:
        return chr(code)  # a blank is one in every font
    if code > 0xFF:
        return chr(code)  # a letter of Unicode, shown from another font
    table = _SYMBOL if font.lower().startswith("symbol") else _WINGDINGS
    if code in table:
        return table[code]
    if font.lower().startswith("symbol") and 0x20 <= code < 0x7F:
        return chr(code)
    return "•" if not 0x20 <= code < 0x7F or chr(code).isalnum() else chr(code)
