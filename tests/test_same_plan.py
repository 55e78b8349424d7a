"""The same plan is the same, whatever it was saved as."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from kehoach.parsers import parse_source
from kehoach.readers import read, read_bytes
from kehoach.readers.source import SourceText
from plan_formats import WRITERS

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")


def content(source: SourceText) -> Any:
    """What a plan says, without where it says it."""
    plan = parse_source(source)

    def bare(node: Any) -> Any:
        if isinstance(node, dict):
            return {key: bare(value) for key, value in node.items() if key != "span"}
        return [bare(value) for value in node] if isinstance(node, list) else node

    return {key: bare(value) for key, value in plan.items() if key not in ("source", "blocks", "warnings")}


def lossless(source: SourceText) -> bool:
    """Whether every letter lies in one block."""
    seen = [0] * len(source.text)
    for block in parse_source(source)["blocks"]:
        for i in range(block["span"]["start"], block["span"]["end"]):
            seen[i] += 1
    return all(n == 1 for n, c in zip(seen, source.text, strict=True) if not c.isspace())


EXPECTED = content(read_bytes(WRITERS["txt"]()))


def test_the_plan_is_read_at_all() -> None:
    assert EXPECTED["document"]["number"]["text"] == "12/KH-SYT"
    assert [item["label"] for item in EXPECTED["tasks"]] == ["1", "2"]
    assert [duty["agencies"][0]["name"] for duty in EXPECTED["duties"]] == [
        "Sở Tài chính",
        "Ủy ban nhân dân các xã, phường",
    ]
    assert EXPECTED["signatures"][0]["name"] == "Trần Văn Bình"
    assert len(EXPECTED["recipients"]) == 3


@pytest.mark.parametrize("ending", [ending for ending in WRITERS if ending != "txt"])
def test_says_the_same(ending: str) -> None:
    source = read_bytes(WRITERS[ending](), name=f"plan.{ending}")
    assert content(source) == EXPECTED
    assert source.warnings == []
    assert lossless(source)


@pytest.mark.parametrize("ending", list(WRITERS))
def test_the_content_tells_not_the_name(ending: str) -> None:
    assert content(read_bytes(WRITERS[ending](), name="plan.doc")) == EXPECTED


@pytest.mark.slow
@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("ending", ["doc", "odt"])
def test_says_the_same_when_an_office_has_saved_it(ending: str, tmp_path: Path) -> None:
    path = tmp_path / "plan.docx"
    path.write_bytes(WRITERS["docx"]())
    subprocess.run(
        [str(SOFFICE), f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to", ending,
         "--outdir", str(tmp_path), str(path)], check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    assert content(read(tmp_path / f"plan.{ending}")) == EXPECTED
