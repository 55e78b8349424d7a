"""Word 97-2003 documents: what converts them, and what is said where nothing does."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest

from docx_files import docx, p
from kehoach.errors import UnreadableError
from kehoach.readers import ReadOptions, read_bytes
from kehoach.readers.office import doc

DOC = (
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\0")
    + b"\xec\xa5".ljust(512, b"\0")
    + "WordDocument".encode("utf-16-le")
)

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="programs of these tests are shell scripts")


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program in the place of LibreOffice; tests write it."""
    path = tmp_path / "soffice"
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr(doc, "find_spec", lambda name: None)
    return path


def script(path: Path, lines: str) -> None:
    path.write_text(f"#!/bin/sh\n{lines}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)


def test_what_the_program_makes_is_read(program: Path, tmp_path: Path) -> None:
    (tmp_path / "made.docx").write_bytes(docx(p("KẾ HOẠCH")))
    script(program, f'cp {tmp_path}/made.docx plan.docx; test -s plan.doc && echo "$@" > {tmp_path}/called')
    read = read_bytes(DOC, name="folder/plan.doc")
    assert (read.text, read.name, read.media_type) == ("KẾ HOẠCH\n", "plan.doc", "application/msword")
    called = (tmp_path / "called").read_text()
    assert "--headless" in called
    assert "UserInstallation=file:///" in called


def test_a_program_that_fails_is_said(program: Path) -> None:
    script(program, "exit 1")
    with pytest.raises(UnreadableError, match=r"cannot be converted here; open it in Word"):
        read_bytes(DOC)


def test_a_program_that_hangs_is_ended(program: Path, tmp_path: Path) -> None:
    script(program, f"sleep 60 & echo $! > {tmp_path}/pid; wait")
    with pytest.raises(UnreadableError, match=r"within 0\.5 seconds"):
        read_bytes(DOC, options=ReadOptions(timeout=0.5))
    with pytest.raises(ProcessLookupError):
        _wait_for_end(int((tmp_path / "pid").read_text()))


def _wait_for_end(pid: int) -> None:
    """Raise ``ProcessLookupError`` as soon as a process is gone or only waits to be buried."""
    import time

    for _ in range(100):
        os.kill(pid, 0)
        state = Path(f"/proc/{pid}/stat")
        if state.exists() and state.read_text().rpartition(")")[2].split()[0] == "Z":
            raise ProcessLookupError
        time.sleep(0.05)


def test_without_any_converter_one_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doc, "_PROGRAMS", ())
    monkeypatch.setattr(doc, "find_spec", lambda name: None)
    with pytest.raises(UnreadableError) as caught:
        read_bytes(DOC, name="plan.doc")
    assert str(caught.value) == (
        "plan.doc: is a Word 97-2003 document (.doc); reading it needs LibreOffice; "
        "apt-get install libreoffice-writer-nogui, or pip install 'kehoach[doc]'"
    )


def test_a_library_that_refuses_is_no_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doc, "_PROGRAMS", ())
    with pytest.raises(UnreadableError, match="cannot be converted here"):
        read_bytes(DOC)


@pytest.mark.parametrize(("data", "extra"), [(docx(p("x")), "docx"), (b"<html><p>x", "html")], ids=["docx", "html"])
def test_a_missing_library_is_named(data: bytes, extra: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("lxml", "lxml.etree", "selectolax", "selectolax.lexbor"):
        monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(UnreadableError, match=rf"pip install 'kehoach\[{extra}\]'"):
        read_bytes(data)
