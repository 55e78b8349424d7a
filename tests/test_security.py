"""What docs/security.md promises of the code: nothing in it evaluates, fetches or unpickles."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from kehoach.errors import KehoachError
from kehoach.readers.data import records

PACKAGE = Path(__file__).resolve().parent.parent / "src" / "kehoach"
_CALLS = {"eval", "exec", "compile", "__import__"}
_MODULES = {"pickle", "marshal", "shelve", "urllib.request", "http.client", "socket", "requests", "httpx", "ftplib"}
_SAFE = {"CSafeLoader", "SafeLoader"}
_KEPT = {"pattern_codes.py": ["marshal"]}
"""What reads no file of a user's: compiled patterns stand beside compiled modules, which Python reads the same way."""


def faults(source: str) -> list[str]:
    """Calls and imports that could run or fetch what a file says."""
    out = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _CALLS:
            out.append(node.func.id)
        elif isinstance(node, ast.Import):
            out += [alias.name for alias in node.names if alias.name in _MODULES]
        elif isinstance(node, ast.ImportFrom) and node.module in _MODULES:
            out.append(str(node.module))
        elif isinstance(node, ast.Call) and any(isinstance(k.value, ast.Constant) and k.value.value is True
                                                for k in node.keywords if k.arg == "shell"):  # fmt: skip
            out.append("shell=True")
        elif isinstance(node, ast.Attribute) and node.attr.endswith("Loader") and node.attr not in _SAFE:
            out.append(node.attr)
    return out


def test_nothing_is_run_or_fetched() -> None:
    found = {path.name: faults(path.read_text("utf-8")) for path in PACKAGE.rglob("*.py")}
    assert {name: what for name, what in found.items() if what} == _KEPT


def test_what_must_not_be_is_found() -> None:
    for source in (
        "eval(x)",
        "import pickle",
        "from urllib.request import urlopen",
        "run(x, shell=True)",
        "yaml.Loader",
    ):
        assert faults(source), source


@pytest.mark.parametrize(
    "text", ["!!python/object/apply:os.system [x]", "a: &x [1]\nb: *x", "a: !!python/name:os.system", "x: !include /y"]
)
def test_yaml_makes_data_and_nothing_else(text: str) -> None:
    try:
        found = records(text, "x.yaml")
    except KehoachError:
        return
    assert all(record.faults and record.data is None for record in found)
