"""What is installed beside ``kehoach``, what can be read and written with it, and what to install for the rest."""

from __future__ import annotations

import platform
import re
import shutil
import subprocess
from dataclasses import dataclass
from importlib import import_module, metadata
from typing import Any

from kehoach import __version__

_SECONDS = 20
"""How long a program may take to say what it has."""


@dataclass(frozen=True, slots=True)
class Library:
    """A Python library: its name in package indexes, the module to load, the extra that brings it ('' brings all)."""

    name: str
    module: str
    extra: str = ""


@dataclass(frozen=True, slots=True)
class Program:
    """A program of the system: what people call it, its commands, and how each system installs it."""

    name: str
    commands: tuple[str, ...]
    debian: str
    macos: str
    windows: str
    model: str = ""
    """The language model it must have."""


@dataclass(frozen=True, slots=True)
class Format:
    """Something that is read or written; each of ``ways`` is enough, and needs all that is in it."""

    name: str
    endings: tuple[str, ...]
    ways: tuple[tuple[Library | Program, ...], ...] = ((),)


CORE = (
    Library("click", "click"), Library("orjson", "orjson"), Library("pydantic", "pydantic"),
    Library("PyYAML", "yaml"), Library("rich", "rich"),
)  # fmt: skip
"""Without these nothing works; installing ``kehoach`` brings them."""

TESSERACT = Program(
    "Tesseract", ("tesseract",), "apt install tesseract-ocr tesseract-ocr-vie", "brew install tesseract tesseract-lang",
    "winget install UB-Mannheim.TesseractOCR, with Vietnamese chosen", model="vie",
)  # fmt: skip
LIBREOFFICE = Program(
    "LibreOffice", ("soffice", "libreoffice"), "apt install libreoffice-writer-nogui",
    "brew install --cask libreoffice", "winget install TheDocumentFoundation.LibreOffice",
)  # fmt: skip

_PICTURES = (
    Library("pillow", "PIL.Image", "ocr"), Library("numpy", "numpy", "ocr"),
    Library("pytesseract", "pytesseract", "ocr"), TESSERACT,
)  # fmt: skip
_PDF = Library("pypdfium2", "pypdfium2", "pdf")
_HTML = Library("selectolax", "selectolax.lexbor", "html")

READS = (
    Format("text, Markdown", (".txt", ".md")),
    Format("plans as data", (".yaml", ".json", ".jsonl")),
    Format("RTF", (".rtf",)),
    Format("Word documents", (".docx", ".docm"), ((Library("lxml", "lxml.etree", "docx"),),)),
    Format("OpenDocument texts", (".odt",), ((Library("lxml", "lxml.etree", "odt"),),)),
    Format(
        "Word 97-2003 documents", (".doc",),
        ((Library("lxml", "lxml.etree", "doc"), LIBREOFFICE),
         (Library("lxml", "lxml.etree", "doc"), Library("msdoc2docx", "doc2docx", "doc"))),
    ),
    Format("web pages, web archives, mails", (".html", ".mht", ".eml"), ((_HTML,),)),
    Format("PDF files with a text layer", (".pdf",), ((_PDF,),)),
    Format("PDF files of scans", (".pdf",), ((_PDF, *_PICTURES),)),
    Format("pictures of pages", (".png", ".jpg", ".tif", ".webp", ".bmp", ".gif"), (_PICTURES,)),
)  # fmt: skip
"""What is read, with what; docs/inputs.md says what is kept of each."""

WRITES = (
    Format("plans", (".yaml", ".json", ".jsonl")),
    Format("tables, comparisons, findings", (".csv", ".tsv", ".json", ".md", ".html", ".sarif")),
    Format("Excel workbooks", (".xlsx",), ((Library("XlsxWriter", "xlsxwriter", "xlsx"),),)),
    Format("calendars", (".ics",), ((Library("icalendar", "icalendar", "ics"),),)),
    Format("reports", (".html",), ((Library("jinja2", "jinja2", "report"),),)),
    Format("data sets of a batch", (".parquet",), ((Library("pyarrow", "pyarrow", "parquet"),),)),
)  # fmt: skip
ALSO = (
    Format("questions in SQL", (), ((Library("duckdb", "duckdb", "query"), Library("pyarrow", "pyarrow", "query")),)),
    Format("batches on many machines", (), ((Library("distributed", "distributed", "dask"),),)),
    Format(
        "files in object stores, s3://",
        (),
        ((Library("fsspec", "fsspec", "remote"), Library("s3fs", "s3fs", "remote")),),
    ),
)
"""What else there is to do."""


def examine() -> dict[str, Any]:
    """Everything ``kehoach doctor`` knows, as plain data.

    Returns:
        ``kehoach``, ``python``, ``system``: versions; ``faults``: what is broken in the installation itself, a line
        each; ``needs``: the libraries everything needs; ``reads``, ``writes`` and ``also``: a row a format, ``{name,
        endings, ready, with, missing, install}``.
    """
    needs = [_library(library) for library in CORE]
    faults = [f"{library.name} {found['fault']}" for library, found in zip(CORE, needs, strict=True) if found["fault"]]
    return {
        "kehoach": __version__,
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}".strip(),
        "faults": faults or _try_out(),
        "needs": [{"name": found["name"], "version": found["version"]} for found in needs],
        "reads": [_row(kind) for kind in READS],
        "writes": [_row(kind) for kind in WRITES],
        "also": [_row(kind) for kind in ALSO],
    }


def _row(kind: Format) -> dict[str, Any]:
    """One format: by the first way that works, else what the way that lacks least still needs."""
    tried = [[(part, _library(part) if isinstance(part, Library) else _program(part)) for part in way]
             for way in kind.ways]  # fmt: skip
    best = min(tried, key=lambda way: sum(bool(found["fault"]) for _, found in way))
    missing = [(part, found) for part, found in best if found["fault"]]
    return {
        "name": kind.name,
        "endings": list(kind.endings),
        "ready": not missing,
        "with": [f"{found['name']} {found['version']}".strip() for _, found in best if not found["fault"]],
        "missing": [f"{found['name']} {found['fault']}" for _, found in missing],
        "install": list(dict.fromkeys(_how(part) for part, _ in missing)),
    }


def _how(part: Library | Program) -> str:
    """What to install, in one line."""
    if isinstance(part, Library):
        return f"pip install 'kehoach[{part.extra}]'"
    return f"Debian, Ubuntu: {part.debian}; macOS: {part.macos}; Windows: {part.windows}"


def _library(library: Library) -> dict[str, str]:
    """A library's version, and what is wrong with it; it is loaded, for one that is there may still be broken."""
    found = {"name": library.name, "version": "", "fault": ""}
    try:
        found["version"] = metadata.version(library.name)
    except metadata.PackageNotFoundError:
        return found | {"fault": "is not installed"}
    try:
        import_module(library.module)
    except Exception as error:  # noqa: BLE001  # what a damaged library raises is its own affair
        return found | {"fault": f"does not load ({type(error).__name__}: {' '.join(str(error).split())[:120]})"}
    least = _floors().get(library.name.lower())
    if least and _numbers(found["version"]) < _numbers(least):
        found["fault"] = f"{found['version']} is too old, {least} is the least"
    return found


def _floors() -> dict[str, str]:
    """The least version of each library, as this installation says."""
    try:
        asked = metadata.requires("kehoach") or []
    except metadata.PackageNotFoundError:
        return {}
    named = (re.match(r"([\w.-]+?)(?:\[[^\]]*\])?>=([\d.]+)", line) for line in asked)
    return {found[1].lower(): found[2] for found in named if found}


def _numbers(version: str) -> tuple[int, ...]:
    """The numbers a version starts with, for comparing."""
    found = re.match(r"\d+(?:\.\d+)*", version)
    return tuple(map(int, found[0].split("."))) if found else ()


def _program(program: Program) -> dict[str, str]:
    found = {"name": program.name, "version": "", "fault": ""}
    path = next(filter(None, map(shutil.which, program.commands)), None)
    if path is None:
        return found | {"fault": "is not installed"}
    if program.model:
        languages = _says(path, "--list-langs").split()
        if program.model not in languages:
            return found | {"fault": f"has no language model {program.model!r}"}
        said = re.search(r"\d+(?:\.\d+)+", _says(path, "--version"))
        found["version"] = said[0] if said else ""
    return found


def _says(path: str, option: str) -> str:
    """What a program prints when asked; nothing where it does not start."""
    try:
        done = subprocess.run(
            [path, option], stdin=subprocess.DEVNULL, capture_output=True, check=False, timeout=_SECONDS
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return (done.stdout + b"\n" + done.stderr).decode("utf-8", "replace")


def _try_out() -> list[str]:
    """Whether a plan of a few words is read as it should be; a line where it is not."""
    try:
        from kehoach.models.check import checked
        from kehoach.parsers import parse_source
        from kehoach.readers.source import SourceText

        text = "KẾ HOẠCH\nTrồng cây năm 2031\n\nI. NHIỆM VỤ\n1. Trồng 500 cây trước ngày 15/6/2031\n"
        plan = checked(parse_source(SourceText.from_text(text)), "<text>")
    except Exception as error:  # noqa: BLE001  # parts of kehoach may be missing: whatever that raises is the finding
        return [f"a small plan cannot be read ({type(error).__name__}: {' '.join(str(error).split())[:160]})"]
    if [row["due"] for row in plan["deadlines"]] != ["2031-06-15"]:
        return ["a small plan is read wrongly: the deadline in it is not found"]
    return []
