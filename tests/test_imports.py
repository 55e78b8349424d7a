"""What is loaded when: start-up stays short."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = {
    "pydantic", "pydantic_core", "rich", "yaml", "click", "orjson", "typing", "jsonschema",
    "xlsxwriter", "icalendar", "lxml", "selectolax", "doc2docx", "zipfile", "email", "subprocess",
    "pypdfium2", "PIL", "numpy", "pytesseract", "pyarrow", "duckdb", "distributed", "multiprocessing",
    "sqlite3", "jinja2",
}  # fmt: skip


def loaded(code: str) -> set[str]:
    """Those heavy modules that running ``code`` brings in."""
    return HEAVY & {name.partition(".")[0] for name in modules(code)}


def modules(code: str) -> set[str]:
    """All modules that running ``code`` brings in."""
    report = (
        f"import sys; before = set(sys.modules)\n{code}\nprint(*sorted(set(sys.modules) - before), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", report], capture_output=True, text=True, check=True)
    return set(done.stderr.split())


def test_the_package_loads_nothing() -> None:
    assert loaded("import kehoach") == set()


def test_readers_and_errors_are_light() -> None:
    assert loaded("from kehoach.readers import read; from kehoach.errors import KehoachError") <= {"typing"}


@pytest.mark.parametrize("module", ["kehoach.parsers", "kehoach.folding"])
def test_parsing_needs_no_models(module: str) -> None:
    assert loaded(f"import {module}") <= {"typing"}


def test_help_loads_nothing() -> None:
    assert loaded("from kehoach.cli import main; main(['--help'])") == set()


def test_parsing_to_json_loads_no_library() -> None:
    code = (
        "import io, sys; sys.stdin = io.TextIOWrapper(io.BytesIO(b'KE HOACH'))\n"
        "from kehoach.cli import main; main(['parse', '-', '-f', 'json'])"
    )
    assert loaded(code) <= {"typing"}
    assert modules(code).isdisjoint(("inspect", "dataclasses", "uuid"))


def test_a_plan_loads_nothing_that_only_other_plans_need() -> None:
    sample = Path(__file__).parent.parent / "samples" / "tinh-chuyen-doi-so.txt"
    found = modules(f"from kehoach.cli import main; main(['parse', '-f', 'json', {str(sample)!r}])")
    rooms = ("annexes", "columns", "cover", "duty_tables", "flowing_head", "tables_piped")
    assert not found & {
        "_hashlib",
        "datetime",
        "json",
        "tempfile",
        "random",
        *(f"kehoach.parsers.{name}" for name in rooms),
    }


def test_text_files_load_no_other_reader() -> None:
    code = "from kehoach.readers import read_bytes; read_bytes('KẾ HOẠCH số 5 và các sở'.encode())"
    found = {name for name in modules(code) if name.startswith("kehoach.readers.")}
    assert found == {f"kehoach.readers.{name}" for name in ("formats", "options", "source", "text")}


def test_help_of_many_files_loads_no_libraries_of_theirs() -> None:
    code = "from kehoach.cli import main; main(['batch', '--help'])"
    assert not loaded(code) & {"pyarrow", "duckdb", "multiprocessing", "sqlite3", "rich", "orjson"}


def test_a_run_over_many_files_loads_no_parser_where_it_is_watched() -> None:
    assert not loaded("import kehoach.batch.run") & {"pyarrow", "duckdb", "rich", "yaml", "pydantic"}


def test_models_come_when_asked_for() -> None:
    assert "pydantic" in loaded("import kehoach; kehoach.Plan")
    assert loaded("import kehoach; kehoach.KehoachError, kehoach.SourceText") <= {"typing"}


def test_tables_in_python_need_no_writers() -> None:
    assert loaded("import kehoach.tables") <= {"typing"}


def test_a_table_loads_the_library_of_its_own_format_only() -> None:
    code = (
        "import io, sys; sys.stdin = io.TextIOWrapper(io.BytesIO(b'KE HOACH'))\n"
        "from kehoach.cli import main; main(['table', '-', '-f', 'csv'])"
    )
    assert not loaded(code) & {"pydantic", "rich", "orjson", "xlsxwriter", "icalendar"}
