"""Every block of code that a document shows is tried; CONTRIBUTING.md says how, and which lines are not run and why."""

from __future__ import annotations

import doctest
import re
from importlib import import_module
from pathlib import Path

import pytest

from document_folder import small_folders, working_folder
from kehoach.cli import COMMANDS
from runner import run
from shell_lines import blocks, fenced, lines_of, prints, run_line, sessions

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
HABITS = (ROOT / "CONTRIBUTING.md").read_text("utf-8").partition("## What documents show")[2].partition("\n## ")[0]
LANGUAGES = set(re.findall(r"^\| `(\w+)` \|", HABITS, re.MULTILINE))
NOT_RUN = re.findall(r"^\| `([^`]* [^`]*)` \| ([^|]+) \|$", HABITS, re.MULTILINE)
"""(line, why)."""
TEXT = {"README.md", "lint.md", "architecture.md"}
"""Documents with blocks of plain text, which tests of their own know."""
SQL = {"query.md"}
DIFF = {"lint.md", "extending.md"}


def kehoach(args: list[str], stdin: bytes) -> tuple[int, bytes, str]:
    ran = run(*args, stdin=stdin)
    return ran.code, ran.raw, ran.err


def shown() -> dict[str, str]:
    """The lines that call it, each with the first place that shows it: documents, and the examples of ``--help``."""
    out: dict[str, str] = {}
    for path in DOCUMENTS:
        for line in blocks(path):
            out.setdefault(line, path.name)
    for name in COMMANDS:
        examples = run(name, "--help").out.partition("Example")[2].partition("\n\n")[0]
        for line in re.findall(r"^ +((?:cat .*)?kehoach .*)$", examples, re.MULTILINE):
            out.setdefault(line, f"{name} --help")
    return out


@pytest.fixture(scope="module")
def used(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("documents")
    working_folder(path)
    small_folders(path)
    for folder in ("out", "tables"):
        assert run("batch", path / "plans", "-o", path / folder, "--jobs", "1", "-f", "jsonl").code == 0
    return path


@pytest.mark.parametrize(("line", "place"), [row for row in shown().items() if row[0] not in dict(NOT_RUN)])
def test_a_command_line_that_is_shown(
    line: str, place: str, used: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = used
    if "kehoach batch" in line:  # each run has a folder of its own to write to
        folder = tmp_path
        small_folders(folder)
    monkeypatch.chdir(folder)
    assert run_line(line, folder, kehoach) == [], place


@pytest.mark.parametrize("path", [path for path in DOCUMENTS if sessions(path)], ids=lambda path: path.name)
def test_what_a_console_prints(path: Path, used: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(used)
    for line, printed in sessions(path):
        program, *args = line.split()
        assert program == "kehoach"
        ran = run(*args)
        assert prints((ran.out + ran.err).splitlines(), printed), f"{line}\n{ran.out}{ran.err}"


@pytest.mark.parametrize(
    "path",
    [path for path in DOCUMENTS if any(b.language == "python" for b in fenced(path))],
    ids=lambda path: path.name,
)
def test_python_in_a_document(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert all(">>> " in block.content for block in fenced(path) if block.language == "python")
    ran = doctest.testfile(str(path), module_relative=False, encoding="utf-8")
    assert ran.attempted
    assert not ran.failed


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_every_block_is_of_a_kind_that_is_tried(path: Path) -> None:
    assert {"python", "sh", "console", "text"} <= LANGUAGES
    for block in fenced(path):
        assert block.language in LANGUAGES, f"{path.name}:{block.line}"
        for language, names in (("text", TEXT), ("sql", SQL), ("diff", DIFF), ("yaml", {"README.md"})):
            assert block.language != language or path.name in names, f"{path.name}:{block.line}: nobody tries this"


def test_every_line_is_run_or_has_a_reason() -> None:
    """Lines that do not call ``kehoach`` are targets of make, or stand in the list of what is not run."""
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    lines = {line for path in DOCUMENTS for line in lines_of(path)}
    ran = {line for path in DOCUMENTS for line in blocks(path)}
    for line in lines - ran - set(dict(NOT_RUN)):
        program, target, *_ = *line.split(), ""
        assert program == "make", f"{line}: is not tried"
        assert target in targets, line
    assert set(dict(NOT_RUN)) <= lines | set(shown())


def test_targets_of_make_are_told() -> None:
    told = set(re.findall(r"`make ([a-z -]+)`", (ROOT / "CONTRIBUTING.md").read_text("utf-8")))
    targets = re.findall(r"^([a-z-]+): .*## ", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert {word for words in told for word in words.split()} | {"help", "demo", "clean"} >= set(targets)


def test_links_lead_somewhere() -> None:
    for path in [*DOCUMENTS, ROOT / "CHANGELOG.md", ROOT / "samples/README.md"]:
        text = re.sub(r"```.*?```", "", path.read_text("utf-8"), flags=re.DOTALL)
        for target in re.findall(r"\]\(([^)\s]+)\)", text):
            file, _, part = target.partition("#")
            if "://" in file:
                continue
            to = (path.parent / file).resolve() if file else path
            assert to.exists(), f"{path.name}: {target}"
            if part and to.suffix == ".md":
                heads = re.findall(r"^#+ (.*)$", to.read_text("utf-8"), re.MULTILINE)
                assert part in {_anchor(head) for head in heads}, f"{path.name}: {target}"


def _anchor(head: str) -> str:
    return re.sub(r"[^\w -]", "", head.lower()).strip().replace(" ", "-")


@pytest.mark.parametrize(
    "name", ["CONTRIBUTING.md", "docs/architecture.md", "docs/extending.md", "docs/performance.md"]
)
def test_modules_and_names_that_are_mentioned_exist(name: str) -> None:
    page = re.sub(r"```.*?```", "", (ROOT / name).read_text("utf-8"), flags=re.DOTALL)
    package = ROOT / "src" / "kehoach"
    roots = (ROOT, package, package / "parsers", package / "reports")
    for word in re.findall(r"`([^`\s]+)`", page):
        if re.fullmatch(r"[\w*./-]+(?:\.(?:py|md|toml|css|yaml)|/)", word):
            assert any(any(root.glob(word)) for root in roots), word
        elif word.startswith("kehoach."):
            assert resolves(word), word


def resolves(dotted: str) -> bool:
    """Whether there is a module of that name, or a thing in one."""
    module, _, thing = dotted.rpartition(".")
    try:
        return hasattr(import_module(module), thing) or bool(import_module(dotted))
    except ImportError:
        return False


def test_rooms_of_the_walk_are_those_of_the_parser() -> None:
    """Every module of the parser is in a room, and the picture has the packages in their order."""
    page = (ROOT / "docs/architecture.md").read_text("utf-8")
    rooms = page.partition("| room |")[2].partition("\n## ")[0]
    named = re.findall(r"`([\w*]+\.py|\w+/)`", rooms)
    parsers = ROOT / "src/kehoach/parsers"
    held = {path.name for word in named for path in parsers.glob(word)}
    assert held >= {path.name for path in parsers.glob("*.py")} - {"__init__.py"}
    (picture,) = (block.content for block in fenced(ROOT / "docs/architecture.md") if block.language == "text")
    assert all((ROOT / "src/kehoach" / word).is_dir() for word in re.findall(r"──(\w+)──▶", picture))


def test_every_document_is_led_to() -> None:
    led = {name for path in DOCUMENTS for name in re.findall(r"\]\((?:docs/)?([\w-]+\.md)", path.read_text("utf-8"))}
    assert led >= {path.name for path in DOCUMENTS if path.parent != ROOT}


def test_command_lines_that_cannot_run_are_found(tmp_path: Path) -> None:
    def strict(args: list[str], stdin: bytes) -> tuple[int, bytes, str]:
        return (2 if "--wrong" in args or (args == ["in"] and stdin != b"q") else 0), b"x", ""

    (tmp_path / "z").write_bytes(b"q")
    assert run_line("kehoach parse x > y && cat z | kehoach show --wrong", tmp_path, strict) != []
    assert run_line("kehoach parse 'a b' -o c  # words", tmp_path, strict) == []
    assert run_line("kehoach in < z", tmp_path, strict) == []
    assert run_line("kehoach in", tmp_path, strict) != []
    assert run_line("kehoach parse x | sed s/a/b/", tmp_path, strict) != []


def test_what_is_printed_is_compared() -> None:
    assert prints(["a", "b", "c"], ["a", "…", "c"])
    assert prints(["a", "c"], ["a", "…", "c"])
    assert not prints(["a", "b"], ["a"])
    assert not prints(["a"], ["b"])


def test_blocks_are_found(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    shell, console = "```sh\nmake x\nkehoach \\\n  y  # z\n```\n", "- b\n  ```console\n  $ kehoach z\n  out\n  ```\n"
    page.write_text(f"a\n{shell}{console}```\nno language\n```\n", "utf-8")
    assert [block.language for block in fenced(page)] == ["sh", "console", ""]
    assert lines_of(page) == ["make x", "kehoach    y"]
    assert blocks(page) == ["kehoach    y"]
    assert sessions(page) == [("kehoach z", ["out"])]
