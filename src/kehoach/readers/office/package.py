"""What office readers share: parts of a ZIP package, XML that cannot hurt, the time that is left."""

from __future__ import annotations

import io
import time
import zipfile
import zlib
from importlib import import_module
from typing import TYPE_CHECKING, Any, NoReturn

from kehoach.errors import UnreadableError
from kehoach.readers.options import ReadOptions

if TYPE_CHECKING:
    from lxml import etree

_MOST_PARTS = 20_000
_ENCRYPTED = 0x1


class Job:
    """One file being read: its name for messages, the limits that hold, and when the time is up."""

    def __init__(self, name: str, options: ReadOptions) -> None:
        self.name = name
        self.options = options
        self.left = options.max_bytes
        self.end = time.monotonic() + options.timeout
        self.notes: list[tuple[str, str]] = []

    def refuse(self, message: str, hint: str | None = None) -> NoReturn:
        """Raise that the file cannot be read."""
        raise UnreadableError(message, name=self.name, hint=hint)

    def tick(self) -> None:
        """Raise where reading has taken too long."""
        if time.monotonic() > self.end:
            self.refuse(f"was not read within {self.options.timeout:g} seconds", "allow more with --timeout")

    def spend(self, size: int) -> None:
        """Count what was unpacked; raise where that is too much."""
        self.left -= size
        if self.left < 0:
            self.refuse(
                f"unpacks to more than {self.options.max_bytes:,} bytes",
                "a plan seldom does; allow it with --max-bytes",
            )

    def note(self, code: str, message: str) -> None:
        """Add a warning, once."""
        if (code, message) not in self.notes:
            self.notes.append((code, message))

    def need(self, module: str, extra: str, what: str) -> Any:
        """A module of an optional library, or one line that says what to install."""
        try:
            return import_module(module)
        except ImportError:
            self.refuse(f"is {what}; reading it needs {module.partition('.')[0]}", f"pip install 'kehoach[{extra}]'")


class Package:
    """The parts of a ZIP package, unpacked one by one and never more than the limits allow."""

    def __init__(self, data: bytes, job: Job) -> None:
        self.job = job
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OverflowError, NotImplementedError, EOFError) as error:
            job.refuse(f"is a damaged or cut ZIP package ({error})", "open it in its program and save it again")
        self.names = set(self._zip.namelist())
        if len(self.names) > _MOST_PARTS:
            job.refuse(f"is a ZIP package of more than {_MOST_PARTS:,} parts")

    def part(self, name: str) -> bytes | None:
        """The content of a part; ``None`` where there is no such part."""
        if name not in self.names:
            return None
        info = self._zip.getinfo(name)
        if info.flag_bits & _ENCRYPTED:
            self.job.refuse("is protected by a password", "save it without one")
        try:
            with self._zip.open(info) as file:
                data = file.read(self.job.left + 1)
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            OSError,
            NotImplementedError,
            ValueError,
            RuntimeError,
        ) as error:
            self.job.refuse(f"is damaged: its part {name} cannot be unpacked ({error})", "save it again in its program")
        self.job.spend(len(data))
        return data

    def xml(self, name: str) -> etree._Element | None:
        """The root element of an XML part; ``None`` where there is no such part."""
        data = self.part(name)
        return None if data is None else parse_xml(data, name, self.job)


# Documents of the strict variant of ISO/IEC 29500 differ in the names of their namespaces only.
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", b"http://schemas.openxmlformats.org/officeDocument/2006/math"),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships",
     b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
)  # fmt: skip


def parse_xml(data: bytes, part: str, job: Job) -> etree._Element:
    """The root element of ``data``; no entity is expanded, nothing outside is fetched, depth and sizes are bounded."""
    from lxml import etree

    if b"purl.oclc.org/ooxml" in data[:20_000]:
        for strict, usual in _STRICT:
            data = data.replace(strict, usual)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        if "amplification" in str(error):
            _refuse_doctype(part, job)
        what = "is nested too deeply" if "depth" in str(error).lower() else f"is damaged: its part {part} is no XML"
        job.refuse(f"{what} ({str(error)[:80]})", "save it again in its program")
    if getattr(root.getroottree().docinfo, "doctype", ""):
        _refuse_doctype(part, job)
    return root


def _refuse_doctype(part: str, job: Job) -> NoReturn:
    job.refuse(f"declares a document type in its part {part}, which no office program does")
