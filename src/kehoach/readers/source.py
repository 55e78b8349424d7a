"""What every reader gives and the parser takes: the text of one plan and what the file knew beyond it."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Any

from kehoach.knowledge.patterns import lazy

_SMALL = 1_000_000
"""Bytes whose digest takes less time than loading OpenSSL, which ``hashlib`` does for its quicker one."""
_SURROGATES = lazy("[\ud800-\udfff]")


def digest(data: bytes) -> str:
    """The SHA-256 of ``data`` in hexadecimal digits."""
    own = "_sha2" if sys.version_info >= (3, 12) else "_sha256"
    module: Any
    try:
        module = import_module(own if len(data) < _SMALL else "hashlib")
    except ImportError:  # a Python without modules of its own for it
        module = import_module("hashlib")
    return str(module.sha256(data).hexdigest())


def printable(name: str) -> str:
    """``name`` as it can be written everywhere: letters that the system's encoding could not read are tried as UTF-8.

    >>> printable("k\\udce1\\udcba\\udcbf.txt")
    'kế.txt'
    """
    try:
        return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    except UnicodeEncodeError:
        return name.encode("utf-8", "replace").decode()


class SourceText:
    """The text of one plan as read.

    Spans index ``text`` in Unicode code points, so nothing may change it after reading: line ends, blanks and
    normal form stay as they are in the file.

    Args:
        text: the whole content, decoded, newlines unchanged; a byte order mark is not part of it.
        name: the file's name without folders, ``<stdin>``, ``<bytes>`` or ``<text>``: for ``source.name`` and messages.
        media_type: what the content is: ``text/plain``, ``text/markdown``.
        encoding: the encoding the bytes were decoded from, ``None`` where the input was text already.
        sha256: hexadecimal SHA-256 of the input's bytes (of its UTF-8 form where the input was text already).
        hints: what a format knows beyond the text (bold runs, list labels, table cells); ``None`` for plain text.
        ocr: whether the text, or part of it, was recognised on a picture of a page.
        warnings: what the reader met and the plan's reader should know: ``(code, message)``.
    """

    __slots__ = ("encoding", "hints", "media_type", "name", "ocr", "sha256", "text", "warnings")

    def __init__(
        self, text: str, name: str = "<text>", media_type: str = "text/plain", encoding: str | None = None,
        sha256: str = "", hints: Any | None = None, ocr: bool = False, warnings: list[tuple[str, str]] | None = None,
    ) -> None:  # fmt: skip
        self.text = text
        self.name = name
        self.media_type = media_type
        self.encoding = encoding
        self.sha256 = sha256
        self.hints = hints
        self.ocr = ocr
        self.warnings = [] if warnings is None else warnings

    def as_dict(self) -> dict[str, Any]:
        """What it is made of, by the names of the arguments."""
        return {name: getattr(self, name) for name in self.__slots__}

    @classmethod
    def from_text(cls, text: str, name: str = "<text>", media_type: str = "text/plain") -> SourceText:
        """The source of a text that is in memory already.

        >>> SourceText.from_text("KẾ HOẠCH").name
        '<text>'

        Halves of surrogate pairs, which are no letters and cannot be written to any file, become U+FFFD.
        """
        warnings: list[tuple[str, str]] = []
        try:
            data = text.encode()
        except UnicodeEncodeError:
            text = _SURROGATES.sub("\ufffd", text)
            data = text.encode()
            warnings = [("lone-surrogates", "halves of surrogate pairs were replaced by U+FFFD")]
        return cls(text, printable(name), media_type, None, digest(data), warnings=warnings)
