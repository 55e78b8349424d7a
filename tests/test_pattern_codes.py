"""Compiled regular expressions that are kept from one run to the next."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from kehoach.knowledge import pattern_codes

SAMPLE = Path(__file__).parent.parent / "samples" / "tinh-chuyen-doi-so.txt"
COUNT = """
import sys, re._compiler as compiler
compiled = []
build = compiler._code
compiler._code = lambda tree, flags: compiled.append(tree) or build(tree, flags)
from kehoach.cli import main
code = main(["parse", "-f", "json", sys.argv[1]])
print(len(compiled), file=sys.stderr)
sys.exit(code)
"""


def run(prefix: Path, *options: str, **more: str) -> tuple[bytes, int]:
    """(what parsing the sample puts out, how many patterns were compiled for it)."""
    env = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    env |= {"PYTHONPYCACHEPREFIX": str(prefix), **more}
    done = subprocess.run(
        [sys.executable, *options, "-c", COUNT, str(SAMPLE)], capture_output=True, env=env, check=True
    )
    return done.stdout, int(done.stderr)


def kept(prefix: Path) -> list[Path]:
    return [path for path in prefix.rglob("*") if ".patterns" in path.name]


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, bytes, int]:
    """(where a first run has kept what it compiled, what it put out, how many patterns it compiled)."""
    prefix = tmp_path_factory.mktemp("first")
    return prefix, *run(prefix)


def test_a_second_run_finds_what_the_first_compiled(first: tuple[Path, bytes, int], tmp_path: Path) -> None:
    kept_by_first, out, compiled = first
    prefix = shutil.copytree(kept_by_first, tmp_path / "prefix")
    again, compiled_again = run(prefix)
    assert again == out
    assert compiled > 100
    assert compiled_again < compiled / 3  # those of other modules
    assert len(kept(prefix)) == 1


def test_a_pattern_is_the_same_in_every_process(first: tuple[Path, bytes, int], tmp_path: Path) -> None:
    prefix = shutil.copytree(first[0], tmp_path / "prefix")
    [file] = kept(prefix)
    whole = file.read_bytes()
    for seed in "123":
        run(prefix, PYTHONHASHSEED=seed)
        assert file.read_bytes() == whole  # nothing was compiled anew and added


def spoilt(whole: bytes) -> dict[str, bytes]:
    """Contents that are not what was kept, by what happened to them."""
    middle = len(whole) // 2
    turned = whole[:middle] + bytes([whole[middle] ^ 255]) + whole[middle + 1 :]
    return {"empty": b"", "other": b"3.11\n", "zeros": b"\x00" * 5000, "cut": whole[:middle], "newer": b"9" + whole,
            "turned": turned}  # fmt: skip


@pytest.mark.parametrize("what", list(spoilt(b"xx")))
def test_what_is_spoilt_is_not_taken(
    what: str, first: tuple[Path, bytes, int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    prefix = shutil.copytree(first[0], tmp_path / "prefix")
    [file] = kept(prefix)
    monkeypatch.setattr(pattern_codes, "_path", lambda: str(file))
    assert len(pattern_codes._load()) > 100
    file.write_bytes(spoilt(file.read_bytes())[what])
    assert pattern_codes._load() == {}


def test_what_is_spoilt_is_compiled_anew_and_put_right(first: tuple[Path, bytes, int], tmp_path: Path) -> None:
    prefix = shutil.copytree(first[0], tmp_path / "prefix")
    [file] = kept(prefix)
    whole = file.read_bytes()
    file.write_bytes(spoilt(whole)["turned"])
    assert run(prefix)[0] == first[1]
    assert len(file.read_bytes()) == len(whole)


def test_nothing_is_written_where_python_writes_nothing(first: tuple[Path, bytes, int], tmp_path: Path) -> None:
    prefix = shutil.copytree(first[0], tmp_path / "prefix")
    [file] = kept(prefix)
    file.unlink()
    assert run(prefix, "-B") == first[1:]
    assert not kept(prefix)


def test_a_folder_that_cannot_be_written_goes_without(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert run(tmp_path / "file")[1] > 100


def test_a_python_that_keeps_no_modules_keeps_no_patterns(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "implementation", SimpleNamespace(cache_tag=None))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path))
    assert pattern_codes._load() == {}
    pattern_codes._save()
    assert not kept(tmp_path)


@pytest.mark.parametrize(
    ("source", "flags"),
    [(r"(?P<a>\d+)(x)?(?P<b>[à-ỹ])", 0), ("số", re.I), ("^a.b$", re.M | re.S), (r"(?i:A)b(?<!c)(?=d)", 0), ("", 0)],
)
def test_it_is_the_pattern_that_re_makes(source: str, flags: int, monkeypatch: pytest.MonkeyPatch) -> None:
    known: dict[object, object] = {}
    monkeypatch.setattr(pattern_codes, "_kept", known)
    monkeypatch.setattr(pattern_codes, "_new", {})
    monkeypatch.setattr("atexit.register", lambda _: None)
    usual, fresh = re.compile(source, flags), pattern_codes.compiled(source, flags)
    known.update(pattern_codes._new)
    for pattern in (fresh, pattern_codes.compiled(source, flags)):
        assert pattern == usual
        assert (pattern.pattern, pattern.flags, pattern.groups) == (usual.pattern, usual.flags, usual.groups)
        assert dict(pattern.groupindex) == dict(usual.groupindex)


def test_a_wrong_pattern_fails_as_re_does() -> None:
    with pytest.raises(re.error):
        pattern_codes.compiled("(")
