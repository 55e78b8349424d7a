"""The sections that the rows of the headings name."""

from __future__ import annotations

import pytest

from kehoach.folding import bare
from kehoach.knowledge.headings import HEADINGS, KINDS
from kehoach.parsers import headings


@pytest.mark.parametrize(("kind", "text"), [(row.kind, text) for row in HEADINGS for text in row.examples])
def test_no_earlier_row_takes_an_example(kind: str, text: str) -> None:
    assert headings.first(bare(text)) == kind


def test_kinds_are_those_of_the_rows() -> None:
    assert sorted({row.kind for row in HEADINGS}) == sorted(KINDS)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("MỤC ĐÍCH, YÊU CẦU", ("purpose", "requirements")),
        ("Nội dung kiểm tra, giám sát", ("tasks",)),
        ("Kinh phí và tổ chức thực hiện", ("funding", "duties")),
        ("Tổ chức thực hiện", ("duties",)),
        ("Về kinh phí", ("funding",)),
        ("Xã hội", ()),
        ("", ()),
    ],
)
def test_parts_of_a_heading(text: str, expected: tuple[str, ...]) -> None:
    assert headings.kinds(bare(text)) == expected


def test_what_is_done_outweighs_when_and_where() -> None:
    assert headings.primary(("scope", "tasks")) == "tasks"
    assert headings.primary(("scope", "funding")) == "scope"
    assert headings.primary(()) is None
