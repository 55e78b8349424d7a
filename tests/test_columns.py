"""The roles that the rows of the table columns give."""

from __future__ import annotations

import pytest

from kehoach.knowledge.columns import COLUMNS
from kehoach.parsers import parse_source
from kehoach.parsers.tables import role, roles
from kehoach.readers.source import SourceText


@pytest.mark.parametrize(("name", "heading"), [(row.role, heading) for row in COLUMNS for heading in row.examples])
def test_no_earlier_row_takes_an_example(name: str, heading: str) -> None:
    assert role(heading) == name


def test_unknown_headings_have_no_role() -> None:
    assert role("Xếp loại") == ""
    assert role("") == ""


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        (("TT", "Nội dung", "Chủ trì", "Thực hiện"), ["number", "task", "lead", "partners"]),
        (("TT", "Nội dung", "Nhiệm vụ"), ["number", "task", ""]),
        (("STT", "Phần việc", "Thời gian"), ["number", "task", "time"]),
        (("STT", "Các môn", "Thời gian"), ["number", "task", "time"]),
    ],
)
def test_roles_of_a_header(header: tuple[str, ...], expected: list[str]) -> None:
    assert roles(header) == expected


@pytest.mark.parametrize("text", ["TT Nngc  h\nI  n\t n\n1", "NGUON\ny|c|\n|--|\n|u'"])
def test_cells_that_begin_with_a_tab_and_rules_without_a_column(text: str) -> None:
    assert parse_source(SourceText.from_text(text))["source"]["characters"] == len(text)
