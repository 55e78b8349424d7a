"""Every row of the columns and of the section headings against its own examples and its counter-examples."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from kehoach.folding import bare
from kehoach.knowledge.columns import COLUMNS, Column
from kehoach.knowledge.headings import HEADINGS, Heading

# a column's words may stand anywhere in its heading; a section's open it
_ANYWHERE = [pytest.param(re.search, row, id=f"column-{row.role}") for row in COLUMNS]
_OPENING = [pytest.param(re.match, row, id=f"heading-{row.kind}") for row in HEADINGS]


@pytest.mark.parametrize(("matches", "row"), [*_ANYWHERE, *_OPENING])
class TestRow:
    def test_matches_its_examples(self, matches: Callable[[str, str], object], row: Column | Heading) -> None:
        assert row.examples, "a row needs an example"
        for text in row.examples:
            assert matches(row.pattern, bare(text)), text

    def test_leaves_its_counter_examples(self, matches: Callable[[str, str], object], row: Column | Heading) -> None:
        for text in row.others:
            assert not matches(row.pattern, bare(text)), text
