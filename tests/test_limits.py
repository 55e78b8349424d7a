"""Every limit of docs/security.md, and what is no file that could be read: one clear line, soon, in bounded memory."""

from __future__ import annotations

import io
import os
import resource
import signal
import subprocess
import sys
import threading
import time
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from docx_files import DOCUMENT, docx, p, packed
from kehoach.errors import UnreadableError
from kehoach.readers import ReadOptions, SourceText, read, read_bytes
from kehoach.readers import apart as apart_module
from papers import Paper
from runner import run

linux = pytest.mark.skipif(sys.platform != "linux", reason="needs Linux to bound another process")
posix = pytest.mark.skipif(sys.platform == "win32", reason="there are no such files")


def pdf(content: bytes, resources: bytes = b"", *more: bytes, filters: bytes = b"/Filter/FlateDecode") -> bytes:
    """A PDF file of one page with this content."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<<%s>>>>" % resources,
        stream(content, filters), *more,
    ]  # fmt: skip
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % (i, each) for i, each in enumerate(objects, 1))
    return b"%PDF-1.7\n" + body + b"trailer <</Root 1 0 R>>\n%%EOF\n"


def stream(content: bytes, about: bytes = b"") -> bytes:
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (about, len(content), content)


def twice_packed() -> bytes:
    """Hundreds of megabytes of blanks in a kilobyte."""
    piece = b" " * (1 << 20)
    packer = zlib.compressobj(9, wbits=-zlib.MAX_WBITS)
    packed = packer.compress(piece) + packer.flush(zlib.Z_FULL_FLUSH)  # may be said again as it is
    check = 1
    for _ in range(400):
        check = zlib.adler32(piece, check)
    once = b"\x78\xda" + packed * 400 + packer.flush() + check.to_bytes(4, "big")
    return pdf(zlib.compress(once, 9), filters=b"/Filter[/FlateDecode/FlateDecode]")


def doubling() -> bytes:
    """Drawings that hold the next one twice, down to 24: sixteen million in four kilobytes."""
    about = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]"
    forms = [
        stream(b"/X Do /X Do", about + b"/Resources<</XObject<</X %d 0 R>>>>" % (6 + i)) for i in range(24)
    ]  # fmt: skip
    return pdf(b"/X Do", b"/XObject<</X 5 0 R>>", *forms, stream(b"0 0 m 1 1 l S", about), filters=b"")


@linux
@pytest.mark.parametrize("make", [twice_packed, doubling])
def test_memory_of_a_pdf_file_is_bounded(make: Callable[[], bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart_module, "MOST_MEMORY", 200_000_000)
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss  # a child begins with what the tests before have left
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    with pytest.raises(UnreadableError, match=r"^plan\.pdf: needs more memory than the 0\.2 GB that a file may take"):
        read_bytes(make(), name="plan.pdf")
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss <= max(before, own + 300_000)  # kilobytes


@linux
def test_time_is_bounded_deep_in_a_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart_module, "_GRACE", 0.1)

    def hangs(data: bytes, name: str, options: ReadOptions) -> SourceText:
        time.sleep(60)
        raise AssertionError

    began = time.monotonic()
    with pytest.raises(UnreadableError, match=r"x: takes longer than 0\.2 seconds to read; allow more with --timeout"):
        apart_module.read_apart(hangs, b"", "x", ReadOptions(timeout=0.2))
    assert time.monotonic() - began < 10


@linux
@pytest.mark.parametrize(
    ("number", "complaint"), [(signal.SIGSEGV, r"breaks the library .*SIGSEGV"), (signal.SIGABRT, "needs more memory")]
)
def test_a_library_that_breaks_ends_one_file(number: signal.Signals, complaint: str) -> None:
    def breaks(data: bytes, name: str, options: ReadOptions) -> SourceText:
        signal.signal(number, signal.SIG_DFL)
        os.kill(os.getpid(), number)
        raise AssertionError

    with pytest.raises(UnreadableError, match=complaint):
        apart_module.read_apart(breaks, b"", "x", ReadOptions())


@linux
def test_what_is_read_apart_is_what_is_read_here() -> None:
    pages: list[tuple[int, int]] = []

    def reads(data: bytes, name: str, options: ReadOptions) -> SourceText:
        assert options.on_page is not None
        options.on_page(1, 2)
        options.on_page(2, 2)
        return SourceText(data.decode() * 100_000, name, "application/pdf", None, "00", ocr=True, warnings=[("a", "b")])

    def fails(data: bytes, name: str, options: ReadOptions) -> SourceText:
        raise KeyError("lost")

    options = ReadOptions(on_page=lambda done, count: pages.append((done, count)), timeout=5)
    there = apart_module.read_apart(reads, "ế\ud800"[:1].encode(), "x", options)
    here = SourceText("ế" * 100_000, "x", "application/pdf", None, "00", ocr=True, warnings=[("a", "b")])
    assert there.as_dict() == here.as_dict()
    assert pages == [(1, 2), (2, 2)]
    with pytest.raises(KeyError, match="lost") as caught:
        apart_module.read_apart(fails, b"", "x", options)
    assert "in fails" in caught.value.__notes__[0]


def test_a_thousand_pages() -> None:
    paper = Paper((100, 100))
    for _ in range(1000):
        paper.page()
    data = paper.bytes()
    with pytest.raises(UnreadableError, match=r"has 1,000 pages, more than 500; allow them with --max-pages"):
        read_bytes(data)
    assert not read_bytes(data, options=ReadOptions(max_pages=1000, ocr="never")).text.strip()


def test_parts_of_packages_and_mails_are_counted() -> None:
    many = packed({f"word/{i}.xml": "" for i in range(20_001)} | {"word/document.xml": DOCUMENT.format(p("x"))})
    with pytest.raises(UnreadableError, match="a ZIP package of more than 20,000 parts"):
        read_bytes(many)
    mail = b"MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n" + b"--x\n\na\n" * 501 + b"--x--\n"
    with pytest.raises(UnreadableError, match="a mail of more than 500 parts"):
        read_bytes(mail)


@pytest.mark.parametrize("ending", ["yaml", "json"])
def test_data_nested_too_deeply(ending: str, tmp_path: Path) -> None:
    deep = tmp_path / f"deep.{ending}"
    deep.write_text(("schema_version: '1'\nx: " if ending == "yaml" else '{"schema_version": ') + "[" * 50_000)
    for command in ("validate", "table", "lint"):
        ran = run(command, deep)
        assert (ran.code, ran.err.count("\n")) == (3, 1), ran.err[:300]


def shut_zip() -> bytes:
    """A ZIP archive whose one file says that it is encrypted."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("plan.txt", "x")
    data = bytearray(out.getvalue())
    data[6] |= 1
    return bytes(data)


FILES: dict[str, tuple[bytes, int, str]] = {
    "cut.docx": (docx(p("x"))[:400], 3, "damaged"),
    "cut.pdf": (Paper().bytes()[:300], 3, "damaged PDF file"),
    "page.pdf": ("<html><p>KẾ HOẠCH</p>".encode(), 0, ""),
    "plan.docx": ("KẾ HOẠCH\nTrồng cây\n".encode(), 0, ""),
    "book.doc": (docx(p("KẾ HOẠCH")), 0, ""),
    "shut.zip": (shut_zip(), 3, "is a ZIP archive, which is not read here; unpack it"),
    **{f"empty.{ending}": (b"", 0, "is empty") for ending in ("txt", "docx", "pdf", "doc", "odt", "html", "png")},
}


@pytest.mark.parametrize("name", FILES)
def test_files_that_are_not_what_they_seem(name: str, tmp_path: Path) -> None:
    content, code, words = FILES[name]
    (tmp_path / name).write_bytes(content)
    ran = run("parse", tmp_path / name, "-f", "json")
    assert (ran.code, words in ran.err, ran.err.count("\n")) == (code, True, min(len(ran.err), 1))


def test_limits_are_options(tmp_path: Path) -> None:
    paper = Paper()
    paper.line("KẾ HOẠCH")
    paper.page()
    paper.line("Trồng cây")
    pages = paper.bytes()
    files: dict[str, tuple[bytes, tuple[Any, ...], str]] = {
        "a.txt": (b"x" * 100, ("--max-bytes", 99), "larger than 99 bytes"),
        "b.docx": (docx(p("x" * 99_999)), ("--max-bytes", 50_000), "unpacks to more than 50,000 bytes"),
        "c.pdf": (pages, ("--max-pages", 1), "has 2 pages, more than 1"),
        "d.docx": (docx(p("x")), ("--timeout", 1e-9), "seconds"),
        "e.pdf": (pages, ("--timeout", 1e-9), "seconds"),
    }
    for name, (content, options, words) in files.items():
        (tmp_path / name).write_bytes(content)
        ran = run("text", tmp_path / name, *options)
        assert (ran.code, ran.err.count("\n")) == (3, 1)
        assert words in ran.err


@posix
def test_what_is_no_ordinary_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import kehoach.readers

    monkeypatch.setattr(kehoach.readers, "_GRACE", 0.1)
    pipe, loop, shut = tmp_path / "pipe", tmp_path / "loop", tmp_path / "shut.txt"
    os.mkfifo(pipe)
    loop.symlink_to(loop)
    shut.write_text("x")
    shut.chmod(0)
    for path, words in (
        (pipe, "is a pipe that nobody writes to"),
        (loop, "cannot be opened (Too many levels of symbolic links)"),
        (tmp_path, "is a folder"),
        ("/dev/zero", "is larger than 1,000 bytes"),
        *([(shut, "cannot be opened (Permission denied)")] if os.geteuid() else []),
    ):
        ran = run("parse", path, "--max-bytes", 1000)
        assert (ran.code, words in ran.err, ran.err.count("\n")) == (3, True, 1), ran.err


@posix
def test_pipes_are_read_to_their_end(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)

    def write() -> None:
        with open(pipe, "wb") as file:
            file.write(b"KE ")
            file.flush()
            time.sleep(0.2)
            file.write(b"HOACH")

    def hold() -> None:
        with open(pipe, "wb"):
            time.sleep(1)

    for target, timeout, words in ((write, 30.0, ""), (hold, 0.2, "a pipe whose writer takes longer than 0.2 seconds")):
        writer = threading.Thread(target=target)
        writer.start()
        if words:
            with pytest.raises(UnreadableError, match=words):
                read(pipe, ReadOptions(timeout=timeout))
        else:
            assert read(pipe, ReadOptions(timeout=timeout)).text == "KE HOACH"
        writer.join()


@linux
def test_no_child_outlives_the_command(tmp_path: Path) -> None:
    """A command that is killed takes the process that reads for it along."""
    (tmp_path / "plan.pdf").write_bytes(doubling())
    with subprocess.Popen([sys.executable, "-m", "kehoach", "text", str(tmp_path / "plan.pdf")]) as process:
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
        until = time.monotonic() + 30
        while not (child := children.read_text().strip()) and time.monotonic() < until:
            time.sleep(0.01)
        process.kill()
    assert child
    while runs(child) and time.monotonic() < until:
        time.sleep(0.01)
    assert not runs(child)


def runs(process: str) -> bool:
    """Whether it is there, and not only waiting to be buried."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
