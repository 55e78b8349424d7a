"""The words of one paragraph while they are gathered: pieces of text, each with the font that shows it."""

from __future__ import annotations

from unicodedata import normalize

from kehoach.readers.legacy import from_font, legacy_font
from kehoach.readers.office.symbols import is_symbol, signs


class Runs:
    """Pieces of one paragraph. Letters of fonts from before Unicode (.VnTime, VNI-Times) become Vietnamese letters.

    Pieces of one such font are put together first: VNI writes a letter and its mark as two.
    """

    def __init__(self) -> None:
        self._pieces: list[tuple[str, str | None]] = []
        self.converted: set[str] = set()
        """The encodings that were converted."""

    def add(self, text: str, font: str | None = None, *, capitals: bool = False) -> None:
        """Put ``text`` behind what is there."""
        if not text:
            return
        kind = None
        if font is not None:
            if is_symbol(font):
                text = signs(text, font)
            elif legacy_font(font):
                kind = font
        if kind is None:
            text = signs(text, None)
            text = text.upper() if capitals else text
        self._pieces.append((text, kind))

    def __bool__(self) -> bool:
        return bool(self._pieces)

    def text(self) -> str:
        """All pieces as one text, in NFC: letters from before Unicode and marks set apart come together."""
        if all(kind is None for _, kind in self._pieces):
            return normalize("NFC", "".join(text for text, _ in self._pieces))
        out: list[str] = []
        i = 0
        while i < len(self._pieces):
            text, kind = self._pieces[i]
            i += 1
            while i < len(self._pieces) and self._pieces[i][1] == kind:
                text += self._pieces[i][0]
                i += 1
            if kind is not None:
                changed = from_font(text, kind)
                if changed != text:
                    self.converted.add(legacy_font(kind) or kind)
                text = changed
            out.append(text)
        return normalize("NFC", "".join(out))
