"""Whole documents to be spoilt: the sample plans in every format that is read, made at run time."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
import unicodedata
from collections.abc import Callable
from functools import cache
from pathlib import Path

import papers
import plan_formats
from kehoach.readers import legacy

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
_READ = SAMPLES.parent / "tests" / "data"
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_DOCS = 2
"""Word 97-2003 documents that are made: each takes LibreOffice some seconds."""
_MAIL = b"MIME-Version: 1.0\r\nSubject: KH\r\nContent-Type: "


@cache
def samples() -> tuple[str, ...]:
    """The texts of all sample plans."""
    return tuple(path.read_text("utf-8") for path in sorted(SAMPLES.glob("*.txt")))


@cache
def texts() -> tuple[str, ...]:
    """The sample plans, and those that the tests have readings of."""
    return samples() + tuple(path.read_text("utf-8") for path in sorted(_READ.glob("blind*/*.txt")))


@cache
def documents(kind: str) -> tuple[bytes, ...]:
    """The plans of the samples and a composed one with lists and tables, in the format ``kind`` of :data:`KINDS`.

    Empty where a program is missing that makes them.
    """
    return tuple(KINDS[kind]())


def _blocks() -> list[list[plan_formats.Line | plan_formats.Rows]]:
    return [plan_formats.PLAN, *(plan_formats.lines_of(text) for text in samples())]


def _written(kind: str) -> Callable[[], list[bytes]]:
    return lambda: [plan_formats.WRITERS[kind](blocks) for blocks in _blocks()]


def _encoded(encoding: str) -> Callable[[], list[bytes]]:
    return lambda: [text.encode(encoding, "replace") for text in samples()]


def _marks_apart() -> list[bytes]:
    """Windows-1258, which sets the marks of tones behind their letters."""

    def letter(char: str) -> str:
        apart = unicodedata.normalize("NFD", char)
        tones = "".join(mark for mark in apart if mark in _TONES)
        return unicodedata.normalize("NFC", "".join(mark for mark in apart if mark not in _TONES)) + tones

    return ["".join(map(letter, text)).encode("cp1258", "replace") for text in samples()]


def _old(encoding: str) -> Callable[[], list[bytes]]:
    """An encoding of one byte a letter from before Unicode: what it decodes to, turned round."""

    def made() -> list[bytes]:
        bytes_of = {legacy.decode(bytes([byte]), encoding): bytes([byte]) for byte in reversed(range(256))}
        fallback = {letter.upper(): byte for letter, byte in bytes_of.items()}
        return [b"".join(bytes_of.get(c) or fallback.get(c) or b"?" for c in text) for text in samples()]

    return made


def _markdown() -> list[bytes]:
    return [path.read_bytes() for path in sorted(SAMPLES.glob("*.md")) if path.name != "README.md"]


def _mails() -> list[bytes]:
    pages = documents("html")
    head = _MAIL + b"text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    plain = _MAIL + b"text/plain; charset=utf-8\r\n\r\n"
    attached = (
        _MAIL + b'multipart/mixed; boundary="x"\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nxem\r\n--x\r\n'
        b'Content-Type: application/rtf; name="kh.rtf"\r\n\r\n' + documents("rtf")[0] + b"\r\n--x--\r\n"
    )
    return [*(head + page for page in pages[:4]), plain + samples()[0].encode(), attached]


def _archives() -> list[bytes]:
    head = b'multipart/related; boundary="x"\r\n\r\n--x\r\nContent-Type: text/html; charset="utf-8"\r\n\r\n'
    tail = b"\r\n--x\r\nContent-Type: image/png\r\n\r\nPNG\r\n--x--\r\n"
    return [_MAIL + head + page + tail for page in documents("html")[:4]]


def _printed() -> list[bytes]:
    """PDF files with a text layer: half of them without compression, so that spoilt bytes reach what is drawn.

    Most have one page: what is spoilt may have to be recognised, which is dear.
    """
    out = [papers.annexed()]
    for i, text in enumerate(samples()):
        paper = papers.Paper(pageCompression=i % 2)
        for line in (text[: 1500 if i else 4000]).split("\n"):
            if paper.y < 60:
                paper.page()
            paper.paragraph(line, 0)
        out.append(paper.bytes())
    table = papers.Paper(pageCompression=0)
    table.table(papers.TABLE)
    return [*out, table.bytes()]


def _pictures(kind: str) -> Callable[[], list[bytes]]:
    """Small pictures of a few printed lines."""

    def made() -> list[bytes]:
        paper = papers.Paper((420.0, 110.0))
        for line in ("KẾ HOẠCH", "Trồng cây năm 2031", "I. NHIỆM VỤ"):
            paper.line(line, 20)
        image = papers.picture(paper.bytes(), 100)
        if kind == "JPEG":
            return [
                papers.scan([image], kind, 100, pages=False),
                papers.scan([image.convert("L")], kind, 72, pages=False),
            ]
        more = [image.convert("L"), image.convert("1" if kind in ("TIFF", "PNG") else "L")]
        if kind in ("PDF", "TIFF"):
            return [papers.scan(more, kind, 100), papers.scan([image], kind, 100)]
        return [papers.scan([image], kind, 100, pages=False), papers.scan([more[1]], kind, 100, pages=False)]

    return made


def _old_word() -> list[bytes]:
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        return []
    with tempfile.TemporaryDirectory() as folder:
        names = []
        for i, content in enumerate(documents("docx")[:_DOCS]):
            names.append(Path(folder, f"{i}.docx"))
            names[-1].write_bytes(content)
        command = [program, f"-env:UserInstallation={Path(folder, 'profile').as_uri()}", "--headless"]
        command += ["--convert-to", "doc:MS Word 97", "--outdir", folder, *map(str, names)]
        subprocess.run(command, check=False, stdin=subprocess.DEVNULL, capture_output=True, timeout=300)
        return [name.with_suffix(".doc").read_bytes() for name in names if name.with_suffix(".doc").exists()]


KINDS: dict[str, Callable[[], list[bytes]]] = {
    **{name: _encoded(name) for name in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32")},
    "cp1258": _marks_apart, "tcvn3": _old("tcvn3"), "viscii": _old("viscii"), "latin": _encoded("latin-1"),
    "md": _markdown, "docx": _written("docx"), "odt": _written("odt"), "rtf": _written("rtf"),
    "html": _written("html"), "mht": _archives, "eml": _mails, "doc": _old_word, "pdf": _printed,
    "scan": _pictures("PDF"), "png": _pictures("PNG"), "jpg": _pictures("JPEG"), "tiff": _pictures("TIFF"),
    "gif": _pictures("GIF"), "bmp": _pictures("BMP"), "webp": _pictures("WEBP"),
}  # fmt: skip
PICTURES = frozenset({"scan", "png", "jpg", "tiff", "gif", "bmp", "webp"})
ENDINGS = {kind: kind for kind in ("md", "docx", "odt", "rtf", "html", "mht", "eml", "doc", "pdf", *PICTURES)} | {
    "scan": "pdf"
}
"""The ending of a file of each kind; of the others it is txt."""
