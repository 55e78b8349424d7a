"""What people do wrong in their first hour: each mistake, the exit code it gives, and words its one line must have."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from docx_files import docx, p

PLAN = "KẾ HOẠCH\nTrồng cây năm 2031\n\nI. NHIỆM VỤ\n1. Sở Y tế trồng 500 cây trước ngày 15/6/2031\n"


class Mistake(NamedTuple):
    """``args`` as typed in a folder that :func:`folder` has made; ``words``: what is wrong, where, what to do."""

    args: str
    code: int
    words: tuple[str, ...]


def folder(path: Path) -> None:
    """Put the files of the mistakes into a folder."""
    files = {
        "plan.txt": PLAN.encode(),
        "utf16.txt": PLAN.encode("utf-16-le")[1:],
        "mixed.txt": (PLAN * 9).encode() + b"\xc3\x28\n",
        "picture.png": b"\x89PNG\r\n\x1a\n" + b"\0" * 50,
        "empty.txt": b"",
        "story.txt": "Ngày xưa có một cô bé.\nCô bé đi chợ.\n".encode(),
        "bad.yaml": b"schema_version: '1'\ntasks: [\n  - x\n",
        "half.yaml": b"schema_version: '1'\ntasks: []\n",
        "bad.json": b'{"schema_version": "1",\n "tasks": [}\n',
        "broken.docx": docx(p("x"))[:300],
        "good.docx": docx(p("KẾ HOẠCH"), p("I. NHIỆM VỤ")),
        "good.html": "<html><p>KẾ HOẠCH</p><p>I. NHIỆM VỤ</p>".encode(),
        "book.xlsx": b"PK\x03\x04 xl/workbook.xml",
        "tool.exe": b"MZ" + bytes(range(256)) * 20,
        "packed.gz": b"\x1f\x8b" + b"\0" * 40,
    }
    for name, content in files.items():
        (path / name).write_bytes(content)
    with open(path / "huge.txt", "wb") as file:
        file.truncate(100_000_000)
    (path / "nothing").mkdir()


_READS = ("parse", "show", "outline", "text", "table", "lint", "compare", "validate")
_CHECK = ("no such file", "check the path")

MISTAKES = [
    *(Mistake(f"{command} lost.txt", 3, ("lost.txt", *_CHECK)) for command in _READS),
    Mistake("diff plan.txt lost.txt", 3, ("lost.txt", *_CHECK)),
    Mistake("parse nothing", 3, ("nothing: is a folder", "name the files in it")),
    Mistake("compare nothing", 3, ("nothing: holds no files", "name a folder with plans")),
    Mistake("parse plan.txt --encoding utf-16", 3, ("plan.txt", "not utf-16", "leave --encoding out")),
    Mistake("parse plan.txt --encoding cp1258", 3, ("plan.txt", "is UTF-8, not cp1258", "leave --encoding out")),
    Mistake("parse plan.txt --encoding klingon", 3, ("plan.txt", "no encoding 'klingon'", "try utf-8")),
    Mistake("parse mixed.txt", 3, ("mixed.txt:46", "not in utf-8 here", "--encoding")),
    Mistake("parse picture.png --ocr never", 3, ("picture.png", "is a picture", "--ocr auto")),
    Mistake("show empty.txt", 0, ("empty.txt", "is empty", "the right file")),
    Mistake("parse story.txt", 0, ("story.txt", "looks like no plan", "the right file")),
    Mistake("table story.txt", 0, ("story.txt", "looks like no plan", "the right file")),
    Mistake("diff plan.txt story.txt", 0, ("story.txt", "looks like no plan", "the right file")),
    Mistake("compare plan.txt plan.txt --against empty.txt", 0, ("empty.txt", "is empty", "the right file")),
    Mistake("diff plan.txt half.yaml", 1, ("half.yaml:1", "is missing", "kehoach validate")),
    Mistake("parse half.yaml", 3, ("half.yaml", "is data already", "kehoach show")),
    Mistake("validate plan.txt", 3, ("plan.txt", "is text, not data", "kehoach parse")),
    Mistake("validate empty.txt", 3, ("empty.txt", "holds no plan", "kehoach parse")),
    *(
        Mistake(f"{command} bad.yaml", 3, ("bad.yaml:3", "is no YAML", "put the line right"))
        for command in ("validate", "table", "lint", "compare", "diff plan.txt")
    ),
    Mistake("validate bad.json", 3, ("bad.json:2", "is no JSON", "put the line right")),
    Mistake("table half.yaml", 1, ("half.yaml:1", "source: is missing", "kehoach validate")),
    Mistake("parse --formt json plan.txt", 2, ("--formt", "--format", "kehoach parse --help")),
    Mistake("pars plan.txt", 2, ("'pars'", "did you mean 'parse'")),
    Mistake("parse plan.txt --timeout soon", 2, ("--timeout", "'soon' is not a number", "kehoach parse --help")),
    Mistake("parse plan.txt --max-pages all", 2, ("--max-pages", "'all' is not a whole number")),
    Mistake("report plan.txt -o plan.pdf", 2, ("plan.pdf", ".html", "a page for a browser")),
    Mistake("batch nothing -o nothing", 2, ("nothing", "name another output")),
    Mistake("parse", 2, ("Missing argument", "kehoach parse --help")),
    Mistake("parse plan.txt -f csv", 2, ("'csv'", "'yaml', 'json', 'jsonl'")),
    Mistake("table plan.txt --what deadline", 2, ("'deadline'", "did you mean 'deadlines'")),
    Mistake("parse plan.txt -o out.pdf", 2, ("out.pdf", ".yaml, .json or .jsonl", "-f")),
    Mistake("parse plan.txt -o plan.yaml/", 0, ()),
    *(
        Mistake(f"{command} -o lost/{name}", 2, (f"lost/{name}", "there is no folder lost", "make it"))
        for command, name in (
            ("parse plan.txt", "x.yaml"), ("table plan.txt", "x.csv"), ("lint plan.txt -f json", "x.json"),
            ("diff plan.txt plan.txt -f html", "x.html"), ("compare plan.txt plan.txt", "x.csv"), ("schema", "x.json"),
        )
    ),
    Mistake("parse huge.txt", 3, ("huge.txt", "larger than 50,000,000 bytes", "--max-bytes")),
    Mistake("parse broken.docx", 3, ("broken.docx", "damaged or cut", "save it again")),
    Mistake("parse book.xlsx", 3, ("book.xlsx", "Excel workbook", "save it as UTF-8 text")),
    Mistake("parse tool.exe", 3, ("tool.exe", "is binary data", "UTF-8")),
    Mistake("parse packed.gz", 3, ("packed.gz", "compressed", "unpack it")),
]  # fmt: skip

WITHOUT_EXTRAS = [
    Mistake("parse good.docx", 3, ("good.docx", "needs lxml", "pip install 'kehoach[docx]'")),
    Mistake("parse good.html", 3, ("good.html", "needs selectolax", "pip install 'kehoach[html]'")),
    Mistake("parse picture.png", 3, ("picture.png", "is a picture", "pip install 'kehoach[ocr]'")),
    Mistake("table plan.txt -o x.xlsx", 2, ("XlsxWriter", "not installed", "pip install 'kehoach[xlsx]'")),
    Mistake("table plan.txt -o x.ics", 2, ("icalendar", "not installed", "pip install 'kehoach[ics]'")),
]
"""What is told where an extra is missing."""


def faults(mistake: Mistake, code: int, err: str) -> list[str]:
    """What is not as it should be in how a mistake was met."""
    found = [f"exit code {code}"] if code != mistake.code else []
    if mistake.words and not (err.startswith("kehoach: ") and err.count("\n") == 1 and err.endswith("\n")):
        found.append("not one line of kehoach's")
    if "Traceback" in err or "fault in kehoach" in err:
        found.append("a fault of kehoach's own")
    return found + [f"no word of {word!r}" for word in mistake.words if word not in err]


Runner = Callable[[list[str]], tuple[int, str]]
"""Runs ``kehoach`` with arguments; gives the exit code and standard error."""


def meet(mistakes: list[Mistake], run: Runner) -> list[str]:
    """Make every mistake; what was not met as it should be, a line each."""
    out = []
    for mistake in mistakes:
        code, err = run(mistake.args.split())
        out += [f"kehoach {mistake.args}: {fault}\n    {err}" for fault in faults(mistake, code, err)]
    return out
