"""What every reader gives and the parser takes: the text of one plan and what the file knew beyond it."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
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


@dataclass(slots=True)
class SourceText:
    """The text of one plan as read.

    Spans index ``text`` in Unicode code points, so nothing may change it after reading: line ends, blanks and
    normal form stay as they are in the file.
    """

    text: str
    """The whole content, decoded, newlines unchanged. A byte order mark is not part of it."""
    name: str = "<text>"
    """The file's name without folders, ``<stdin>``, ``<bytes>`` or ``<text>``: for ``source.name`` and messages."""
    media_type: str = "text/plain"
    """What the content is, as a media type: ``text/plain``, ``text/markdown``."""
    encoding: str | None = None
    """The encoding the bytes were decoded from, ``None`` where the input was text already."""
    sha256: str = ""
    """Hexadecimal SHA-256 of the input's bytes (of its UTF-8 form where the input was text already)."""
    hints: Any | None = None
    """What a format knows beyond the text (bold runs, list labels, table cells); ``None`` for plain text."""
    ocr: bool = False
    """Whether the text, or part of it, was recognised on a picture of a page."""
    warnings: list[tuple[str, str]] = field(default_factory=list)
    """What the reader met and the plan's reader should know: ``(code, message)``."""

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
