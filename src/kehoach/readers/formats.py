"""Which format some bytes are in: the door where readers of further formats come in.

A format is a row of :data:`FORMATS`: how it is recognised, and the function that reads it.  The first row that knows
the bytes has them; the last one, plain text, takes whatever is left and complains where that is no text.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NoReturn

from kehoach.errors import UnreadableError
from kehoach.readers.options import ReadOptions
from kehoach.readers.source import SourceText
from kehoach.readers.text import read_text

_OFFICE = "save it as UTF-8 text and try that"
_PICTURE = "its text must be recognised first, for example with: tesseract FILE out -l vie"
_PACKED = "unpack it and name the file inside"


@dataclass(frozen=True, slots=True)
class Format:
    """One kind of file."""

    what: str
    """In words, for messages: "a PDF file"."""
    sniff: Callable[[bytes], bool]
    """Whether these bytes are of this kind."""
    reader: Callable[[bytes, str, ReadOptions], SourceText] | None = None
    """(data, name, options) to the text; ``None`` where this version cannot read the format."""
    hint: str = _OFFICE
    """What to try where it cannot."""

    def read(self, data: bytes, name: str, options: ReadOptions) -> SourceText:
        """The text of ``data``.

        Raises:
            UnreadableError: the format is known but not read here, or the data are damaged.
        """
        if self.reader is None:
            self._refuse(name)
        return self.reader(data, name, options)

    def _refuse(self, name: str) -> NoReturn:
        raise UnreadableError(f"is {self.what}, which is not read here", name=name, hint=self.hint)


def _starts(*magic: bytes) -> Callable[[bytes], bool]:
    return lambda data: data.startswith(magic)


def _zip_with(part: bytes) -> Callable[[bytes], bool]:
    return lambda data: data.startswith(b"PK\x03\x04") and part in data


def _html(data: bytes) -> bool:
    return data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith((b"<!doctype html", b"<html"))


FORMATS: tuple[Format, ...] = (
    Format("a PDF file", lambda data: b"%PDF-" in data[:1024]),
    Format("a Word document (.docx)", _zip_with(b"word/")),
    Format("an Excel workbook (.xlsx)", _zip_with(b"xl/")),
    Format("a presentation (.pptx)", _zip_with(b"ppt/")),
    Format("an OpenDocument file", _zip_with(b"mimetypeapplication/vnd.oasis")),
    Format("a ZIP archive", _starts(b"PK\x03\x04", b"PK\x05\x06"), hint=_PACKED),
    Format("an old Office file (.doc, .xls)", _starts(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")),
    Format("an RTF file", _starts(b"{\\rtf")),
    Format("an HTML page", _html),
    Format("a picture (PNG)", _starts(b"\x89PNG\r\n"), hint=_PICTURE),
    Format("a picture (JPEG)", _starts(b"\xff\xd8\xff"), hint=_PICTURE),
    Format("a picture (GIF)", _starts(b"GIF87a", b"GIF89a"), hint=_PICTURE),
    Format("a picture (TIFF)", _starts(b"II*\0", b"MM\0*"), hint=_PICTURE),
    Format("a picture (WebP)", lambda data: data[:4] == b"RIFF" and data[8:12] == b"WEBP", hint=_PICTURE),
    Format("a picture (HEIC)", lambda data: data[4:12] in (b"ftypheic", b"ftypheix", b"ftypmif1"), hint=_PICTURE),
    Format("a picture (BMP)", lambda data: data[:2] == b"BM" and data[6:10] == b"\0\0\0\0", hint=_PICTURE),
    Format("a compressed file (gzip)", _starts(b"\x1f\x8b"), hint=_PACKED),
    Format("a compressed file (xz)", _starts(b"\xfd7zXZ\0"), hint=_PACKED),
    Format("a compressed file (bzip2)", _starts(b"BZh"), hint=_PACKED),
    Format("a 7-Zip archive", _starts(b"7z\xbc\xaf\x27\x1c"), hint=_PACKED),
    Format("a RAR archive", _starts(b"Rar!\x1a\x07"), hint=_PACKED),
    Format("a text file", lambda data: True, read_text),
)


def format_of(data: bytes, name: str) -> Format:
    """The format of ``data``: by its content, whatever the ending of ``name`` says."""
    return next(kind for kind in FORMATS if kind.sniff(data))
