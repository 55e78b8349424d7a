"""Word 97-2003 documents (.doc): made into .docx by LibreOffice, or where that is not there by ``msdoc2docx``."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
import time
from importlib.util import find_spec
from pathlib import Path

from kehoach.readers.office.docx import docx_blocks
from kehoach.readers.office.package import Job
from kehoach.readers.office.result import source_of
from kehoach.readers.options import ReadOptions
from kehoach.readers.source import SourceText

MEDIA_TYPE = "application/msword"
_PROGRAMS = ("soffice", "libreoffice")
_SECTOR = 512
_FIB = b"\xec\xa5"
"""What the stream of a Word document starts with (MS-DOC, 2.5.1)."""
_ENCRYPTED = 0x01
"""In the second byte of its flags."""
_STREAMS = (("EncryptedPackage", "an Office document protected by a password"), ("WordDocument", ""),
            ("Workbook", "an old Excel workbook (.xls)"), ("PowerPoint Document",
            "an old presentation (.ppt)"))  # fmt: skip
# No macro runs, no link is followed, no template is fetched.
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse">
<value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse">
<value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks"
 oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse">
<value>0</value></prop></item>
</oor:items>
"""


def read_doc(data: bytes, name: str, options: ReadOptions) -> SourceText:
    """The text of a Word 97-2003 document.

    Raises:
        UnreadableError: it is another kind of Office file, protected or damaged; nothing that converts it is installed;
            or it takes too long.
    """
    job = Job(name, options)
    kind = next((what for stream, what in _STREAMS if stream.encode("utf-16-le") in data), None)
    if kind is None:
        job.refuse("is a damaged or unknown Office file", "open it in its program and save it again")
    if kind:
        job.refuse(
            f"is {kind}", "save it without one" if "password" in kind else "save it as a Word document or as text"
        )
    if _protected(data):
        job.refuse("is protected by a password", "save it without one")
    job.need("lxml.etree", "doc", "a Word 97-2003 document (.doc)")
    return source_of(docx_blocks(_converted(data, job), job), data, job, MEDIA_TYPE)


def _protected(data: bytes) -> bool:
    """Whether the document's header says that its text is encrypted."""
    at = data.find(_FIB, _SECTOR)
    while at >= 0:
        if at % _SECTOR == 0:
            return bool(data[at + 0x0B : at + 0x0C]) and bool(data[at + 0x0B] & _ENCRYPTED)
        at = data.find(_FIB, at + 1)
    return False


def _converted(data: bytes, job: Job) -> bytes:
    """The document as .docx."""
    program = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    library = find_spec("doc2docx") is not None
    out = _by_libreoffice(program, data, job) if program is not None else None
    if out is None and library:
        out = _by_library(data, job)
    if out is None and (program is not None or library):
        job.refuse("is a Word document that cannot be converted here", "open it in Word and save it as .docx")
    if out is None:
        job.refuse(
            "is a Word 97-2003 document (.doc); reading it needs LibreOffice",
            "apt-get install libreoffice-writer-nogui, or pip install 'kehoach[doc]'",
        )
    job.spend(len(out))
    return out


def _by_libreoffice(program: str, data: bytes, job: Job) -> bytes | None:
    with tempfile.TemporaryDirectory(prefix="kehoach-", ignore_cleanup_errors=True) as folder:
        base = Path(folder)
        (base / "plan.doc").write_bytes(data)
        (base / "profile" / "user").mkdir(parents=True)
        (base / "profile" / "user" / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
        command = [
            program, f"-env:UserInstallation={(base / 'profile').as_uri()}", "--headless", "--norestore",
            "--nolockcheck",
            "--convert-to", "docx:Office Open XML Text", "--outdir", folder, str(base / "plan.doc"),
        ]  # fmt: skip
        _run(command, base, job)
        try:
            with open(base / "plan.docx", "rb") as file:
                return file.read(job.options.max_bytes + 1)
        except OSError:
            return None  # it could not make anything of it


def _run(command: list[str], folder: Path, job: Job) -> None:
    """Run a converter and all it starts, no longer than there is time."""
    environment = {**os.environ, "HOME": str(folder)}
    try:
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            cwd=folder, env=environment, start_new_session=True,
        )  # fmt: skip
    except OSError as error:
        job.refuse(f"cannot be converted: LibreOffice does not start ({error.strerror})")
    try:
        process.wait(max(0.1, job.end - time.monotonic()))
    except subprocess.TimeoutExpired:
        pass
    finally:
        if process.poll() is None:
            _stop(process)
            job.tick()


def _stop(process: subprocess.Popen[bytes]) -> None:
    """End a program and what it has started."""
    with contextlib.suppress(OSError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
    process.wait()


def _by_library(data: bytes, job: Job) -> bytes | None:
    convert = job.need("doc2docx", "doc", "a Word 97-2003 document (.doc)").convert
    with tempfile.TemporaryDirectory(prefix="kehoach-", ignore_cleanup_errors=True) as folder:
        source, target = Path(folder, "plan.doc"), Path(folder, "plan.docx")
        source.write_bytes(data)
        try:
            convert(source, target)
            with open(target, "rb") as file:
                out = file.read(job.options.max_bytes + 1)
        except Exception:  # noqa: BLE001  # it refuses what it does not know, each time in another way
            return None
        finally:
            job.tick()
    return out
