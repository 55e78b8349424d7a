"""The JSON Schema is what the models say, and says enough for people."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from tools import plan_format

import made
from kehoach.models import SCHEMAS, json_schema
from runner import run

ROOT = Path(__file__).resolve().parent.parent
COMMITTED = ROOT / "schemas"


def test_generated_files_are_up_to_date() -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "tools/generate_schemas.py", "--check"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"{done.stdout}\nmake schema puts it right"


@pytest.mark.parametrize("name", SCHEMAS)
def test_command_prints_the_committed_schema(name: str) -> None:
    ran = run("schema", name)
    assert ran.code == 0
    assert ran.out == (COMMITTED / f"{name}.schema.json").read_text("utf-8")


def test_plan_is_the_default(tmp_path: Path) -> None:
    assert run("schema").out == run("schema", "plan").out
    assert run("schema", "-o", tmp_path / "s.json").code == 0
    assert json.loads((tmp_path / "s.json").read_text("utf-8"))["title"] == "Plan"


def test_no_folder_has_schemas_of_nothing() -> None:
    assert {path.name for path in COMMITTED.glob("*.json")} == {f"{name}.schema.json" for name in SCHEMAS}


@pytest.mark.parametrize("format_", SCHEMAS)
def test_every_model_is_described_and_closed(format_: str) -> None:
    schema = json_schema(format_)
    for name, shape in [*schema["$defs"].items(), (schema["title"], schema)]:
        assert shape.get("description"), f"{name} has no docstring"
        assert shape["additionalProperties"] is False, name


def test_every_field_of_a_plan_is_described() -> None:
    assert list(plan_format.undescribed()) == []


def test_the_page_of_fields_names_every_field_and_shows_values_of_samples() -> None:
    page = plan_format.document()
    schema = json_schema("plan")
    for name, shape in [*schema["$defs"].items(), ("Plan", schema)]:
        part = page.partition(f"\n## {name}\n")[2].partition("\n## ")[0]
        assert [row.split("`")[1] for row in part.split("\n") if row.startswith("| `")] == list(shape["properties"])
    assert "| `serial` | text or null | The number itself: `115`. | `" in page


def test_schema_takes_the_plan_and_refuses_others() -> None:
    validator = jsonschema.Draft202012Validator(json_schema("plan"))
    jsonschema.Draft202012Validator.check_schema(json_schema("plan"))
    validator.validate(made.plan())
    wrong: dict[str, Any] = made.plan()
    wrong["tasks"][0]["more"] = 1
    wrong["deadlines"][0]["due"] = "soon"
    assert len(list(validator.iter_errors(wrong))) == 2
