"""The packages: what is in them, and that the installed command does what the README says."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from collections.abc import Iterable
from importlib.metadata import Distribution, distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import mistakes
from document_folder import small_folders, working_folder
from mistakes import MISTAKES, WITHOUT_EXTRAS
from shell_lines import blocks, run_line

ROOT = Path(__file__).resolve().parent.parent
README_EXTRAS = ("report", "xlsx")
"""The extras that the README's commands need; a question in SQL needs more, and is asked elsewhere."""
_ONCE = ("pars plan.txt", "parse lost.txt", "parse plan.txt --encoding utf-16", "validate bad.yaml", "parse huge.txt",
         "parse book.xlsx", "parse plan.txt -o lost/x.yaml", "parse story.txt", "show empty.txt",
         "parse --formt json plan.txt", "parse tool.exe")  # fmt: skip
"""Mistakes made again with the installed command; tests in one process make all of them."""

pytestmark = pytest.mark.slow


def built(tree: Path, target: str, folder: Path) -> Path:
    """The package that hatchling makes of a tree."""
    command = [sys.executable, "-m", "hatchling", "build", "-t", target, "-d", str(folder)]
    subprocess.run(command, cwd=tree, check=True, capture_output=True)
    return next(folder.glob("*.whl" if target == "wheel" else "*.tar.gz"))


def contents(wheel: Path) -> dict[str, bytes]:
    """The files of a wheel."""
    with zipfile.ZipFile(wheel) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tree as somebody else gets it: what git knows, and nothing that lies about."""
    folder = tmp_path_factory.mktemp("clone")
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if listed.returncode:
        pytest.skip("not a git repository: there is nothing to clone")
    for name in listed.stdout.decode().split("\0"):
        if name and (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)
    return folder


@pytest.fixture(scope="module")
def wheel(clone: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(clone, "wheel", tmp_path_factory.mktemp("wheel"))


def test_the_wheel_holds_the_package_and_nothing_else(wheel: Path, clone: Path) -> None:
    names = set(contents(wheel))
    package = {path.relative_to(clone / "src").as_posix() for path in (clone / "src").rglob("*") if path.is_file()}
    assert {name for name in names if ".dist-info/" not in name} == package
    assert any(name.endswith("licenses/LICENSE") for name in names)


def test_the_source_package_builds_the_same_wheel(clone: Path, wheel: Path, tmp_path: Path) -> None:
    with tarfile.open(built(clone, "sdist", tmp_path / "sdist")) as archive:
        archive.extractall(tmp_path / "tree", filter="data")
    (tree,) = (tmp_path / "tree").iterdir()
    assert contents(built(tree, "wheel", tmp_path / "wheel")) == contents(wheel)
    for name in ("README.md", "LICENSE", "Makefile", "tests/test_wheel.py", "samples/README.md", "tools/fuzz.py"):
        assert (tree / name).is_file() == (clone / name).is_file(), name


def asked_for(package: Distribution, extras: Iterable[str]) -> dict[str, Distribution]:
    """The distributions that one asks for, and those that these ask for, of the versions that it allows."""
    found: dict[str, Distribution] = {}
    seen: set[tuple[str, str]] = set()
    open_ = [(package, extra) for extra in ("", *extras)]
    while open_:
        one, extra = open_.pop()
        if (one.name, extra) in seen:
            continue
        seen.add((one.name, extra))
        for wanted in map(Requirement, one.requires or ()):
            if wanted.marker is None or wanted.marker.evaluate({"extra": extra}):
                other = found.setdefault(canonicalize_name(wanted.name), distribution(wanted.name))
                assert wanted.specifier.contains(other.version), f"{one.name} asks for {wanted}"
                open_ += [(other, more) for more in ("", *wanted.extras)]
    return found


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the commands of an environment that holds the wheel and what it asks for, and nothing else.

    What it asks for is linked from the environment of the tests, or an index of packages would be needed.
    """
    folder = tmp_path_factory.mktemp("env")
    venv.create(folder, with_pip=False, symlinks=os.name != "nt")
    pip = [sys.executable, "-m", "pip", "--python", str(folder), "--disable-pip-version-check", "--no-input"]
    quick = ["--quiet", "--no-index", "--no-deps", "--no-compile"]
    done = subprocess.run([*pip, "install", *quick, str(wheel)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    packages = Path(sysconfig.get_path("purelib", "venv", {"base": str(folder), "platbase": str(folder)}))
    (metadata,) = packages.glob("kehoach-*.dist-info")
    package = Distribution.at(metadata)
    for one in asked_for(package, README_EXTRAS).values():
        for top in {Path(file).parts[0] for file in one.files or ()} - {"..", "__pycache__"}:
            (packages / top).symlink_to(str(one.locate_file(top)))
    return folder / ("Scripts" if os.name == "nt" else "bin")


def kehoach(scripts: Path, args: list[str], stdin: bytes = b"") -> tuple[int, bytes, str]:
    """Run the installed command in the working folder."""
    clean = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    done = subprocess.run([scripts / "kehoach", *args], input=stdin, capture_output=True, check=False, env=clean)
    return done.returncode, done.stdout, done.stderr.decode()


def test_every_command_of_the_readme_works(installed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    working_folder(tmp_path)
    small_folders(tmp_path)
    monkeypatch.chdir(tmp_path)
    lines = [line for line in blocks(ROOT / "README.md") if not line.startswith("kehoach query ")]
    assert lines
    wrong = [
        fault for line in lines for fault in run_line(line, tmp_path, lambda a, given: kehoach(installed, a, given))
    ]
    assert wrong == []
    assert (tmp_path / "plan.yaml").is_file()


def test_the_installed_command_says_what_it_can_do(installed: Path) -> None:
    code, out, _ = kehoach(installed, ["doctor"])
    assert code == 0
    assert b"pip install 'kehoach[docx]'" in out
    assert b"the installation is whole" in out


def test_the_first_mistakes(installed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mistakes.folder(tmp_path)
    monkeypatch.chdir(tmp_path)
    chosen = [mistake for mistake in MISTAKES if mistake.args in _ONCE]
    assert len(chosen) == len(_ONCE)
    chosen += [mistake for mistake in WITHOUT_EXTRAS if not any(extra in mistake.args for extra in README_EXTRAS)]

    def run(args: list[str]) -> tuple[int, str]:
        code, _, err = kehoach(installed, args)
        return code, err

    assert mistakes.meet(chosen, run) == []
