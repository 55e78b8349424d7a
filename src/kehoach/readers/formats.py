"""Which format some bytes are in: the door where readers of further formats come in.

A format is a row of :data:`FORMATS`: how it is recognised, and the function that reads it.  The first row that knows
the bytes has them; the last one, plain text, takes whatever is left and complains where that is no text.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NoReturn

from kehoach.errors import UnreadableError
from kehoach.readers.options import ReadOptions
from kehoach.readers.source import SourceText
from kehoach.readers.text import read_text
from kehoach.records import NamedTuple

_FLAT = (b"<?mso-application", b"<pkg:package", b"<w:wordDocument", b"<office:document")
_OFFICE = "save it as UTF-8 text and try that"
_PICTURE = "save it as JPEG or PNG"
_AGAIN = "open it in its program and save it again"
_PACKED = "unpack it and name the file inside"
_LARGE = 4_000_000
"""Bytes of a page that may take hundreds of megabytes once it is taken apart."""
_PDF = ("pypdfium2", "kehoach.readers.pdf", "kehoach.readers.pdf_text")


class Format(NamedTuple):
    """One kind of file."""

    what: str
    """In words, for messages: "a PDF file"."""
    sniff: Callable[[bytes], bool]
    """Whether these bytes are of this kind."""
    reader: Callable[[bytes, str, ReadOptions], SourceText] | None = None
    """(data, name, options) to the text; ``None`` where this version cannot read the format."""
    hint: str = _OFFICE
    """What to try where it cannot."""
    apart_from: int | None = None
    """Bytes from which it is read in a process of its own, as a library's memory and time can only be bounded so."""
    libraries: tuple[str, ...] = ()
    """What such a process needs."""

    def read(self, data: bytes, name: str, options: ReadOptions) -> SourceText:
        """The text of ``data``.

        Raises:
            UnreadableError: the format is known but not read here, or the data are damaged.
        """
        if self.reader is None:
            self._refuse(name)
        try:
            if self.apart_from is not None and len(data) >= self.apart_from:
                from kehoach.readers import apart

                return apart.read_apart(self.reader, data, name, options, self.libraries)
            return self.reader(data, name, options)
        except (RecursionError, MemoryError) as error:
            what = "is nested too deeply" if isinstance(error, RecursionError) else "needs more memory than there is"
            raise UnreadableError(what, name=name, hint=_OFFICE) from None

    def _refuse(self, name: str) -> NoReturn:
        raise UnreadableError(f"is {self.what}, which is not read here", name=name, hint=self.hint)


def _in(module: str, function: str) -> Callable[[bytes, str, ReadOptions], SourceText]:
    """The reader ``function`` of ``kehoach.readers.module``, loaded when it is first called."""

    def read(data: bytes, name: str, options: ReadOptions) -> SourceText:
        from importlib import import_module

        source: SourceText = getattr(import_module(f"kehoach.readers.{module}"), function)(data, name, options)
        return source

    return read


def _starts(*magic: bytes) -> Callable[[bytes], bool]:
    return lambda data: data.startswith(magic)


def _zip_with(part: bytes) -> Callable[[bytes], bool]:
    return lambda data: data.startswith(b"PK\x03\x04") and part in data


def _odt(data: bytes) -> bool:
    return data.startswith(b"PK\x03\x04") and b"mimetypeapplication/vnd.oasis.opendocument.text" in data[:200]


def _flat(data: bytes) -> bool:
    """Whether a file is a whole office document as one XML file."""
    head = data[:4096]
    return head.lstrip(b"\xef\xbb\xbf \r\n").startswith(b"<?xml") and any(mark in head for mark in _FLAT)


def _rtf(data: bytes) -> bool:
    return data[:64].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{\\rtf")


_PAGE_STARTS = (
    b"<!doctype html",
    b"<html",
    b"<head",
    b"<body",
    b"<meta ",
    b"<!--[if",
    b"<title>",
    b"<div",
    b"<table",
    b"<p>",
    b"<p ",
)


_BOXES = (b"<table", b"<div")
_BOX = re.compile(rb"<(table|div)\b.*?(?:</\1>|$)", re.DOTALL)
_PLAIN_LINES = 3
"""Lines outside its tables that a text in Markdown has at least."""


def _html(data: bytes) -> bool:
    """Whether a text starts as a web page does, behind comments and an XML declaration; UTF-16 with a mark too."""
    head = data[:4096]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.replace(b"\0", b"")[2:]
    head = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    while head.startswith((b"<?xml", b"<!--")) and not head.startswith(_PAGE_STARTS):
        end = b"?>" if head.startswith(b"<?") else b"-->"
        head = head.partition(end)[2].lstrip()
    return head.startswith(_PAGE_STARTS) and not _marked_down(head)


def _marked_down(head: bytes) -> bool:
    """Whether a text that begins with a table or a box in tags prints paragraphs without any, as Markdown does."""
    if not head.startswith(_BOXES) or any(mark in head for mark in (b"<p>", b"<p ", b"</html", b"<body")):
        return False
    outside = _BOX.sub(b"", head)
    plain = [line for line in outside.splitlines() if line.strip() and b"<" not in line]
    return len(plain) >= _PLAIN_LINES


_MAIL = rb"(?:[A-Za-z][A-Za-z0-9-]{1,40}:[^\n]*\r?\n(?:[ \t][^\n]*\n)*)+"
_MAIL_SAYS = (b"mime-version:", b"content-type:", b"message-id:", b"received:")


def _mail(data: bytes) -> bool:
    """Whether a file starts with the header of a mail."""
    start = data[:8192].lstrip(b"\xef\xbb\xbf\r\n ")
    head = re.match(_MAIL, start) if b":" in start[:42] else None
    return head is not None and sum(b"\n" + name in b"\n" + head[0].lower() for name in _MAIL_SAYS) >= 2


FORMATS: tuple[Format, ...] = (
    Format("a PDF file", lambda data: b"%PDF-" in data[:1024], _in("pdf", "read_pdf"), apart_from=0, libraries=_PDF),
    Format("a Word document (.docx)", _zip_with(b"word/"), _in("office.docx", "read_docx")),
    Format("an Excel workbook (.xlsx)", _zip_with(b"xl/")),
    Format("a presentation (.pptx)", _zip_with(b"ppt/")),
    Format("an OpenDocument text (.odt)", _odt, _in("office.odt", "read_odt")),
    Format("an OpenDocument file", _zip_with(b"mimetypeapplication/vnd.oasis")),
    Format("a damaged or cut Office document", _zip_with(b"[Content_Types].xml"), hint=_AGAIN),
    Format("a ZIP archive", _starts(b"PK\x03\x04", b"PK\x05\x06"), hint=_PACKED),
    Format(
        "an old Office file (.doc, .xls)", _starts(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), _in("office.doc", "read_doc")
    ),
    Format("an office document as one XML file", _flat, hint="save it as .docx and try that"),
    Format("an RTF file", _rtf, _in("office.rtf", "read_rtf"), apart_from=_LARGE),
    Format("an HTML page", _html, _in("office.html", "read_html"), apart_from=_LARGE),
    Format("a mail or a web archive (.eml, .mht)", _mail, _in("office.mail", "read_mail"), apart_from=_LARGE),
    Format("a picture (PNG)", _starts(b"\x89PNG\r\n"), _in("images", "read_image")),
    Format("a picture (JPEG)", _starts(b"\xff\xd8\xff"), _in("images", "read_image")),
    Format("a picture (GIF)", _starts(b"GIF87a", b"GIF89a"), _in("images", "read_image")),
    Format("a picture (TIFF)", _starts(b"II*\0", b"MM\0*"), _in("images", "read_image")),
    Format("a picture (WebP)", lambda data: data[:4] == b"RIFF" and data[8:12] == b"WEBP", _in("images", "read_image")),
    Format("a picture (HEIC)", lambda data: data[4:12] in (b"ftypheic", b"ftypheix", b"ftypmif1"), hint=_PICTURE),
    Format(
        "a picture (BMP)", lambda data: data[:2] == b"BM" and data[6:10] == b"\0\0\0\0", _in("images", "read_image")
    ),
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
