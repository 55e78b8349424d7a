"""Tables in tags: their rows are piped rows, and nothing of the source is lost."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growing import in_line
from kehoach.models.invariants import faults_of
from kehoach.parsers import parse_source, tagged
from kehoach.readers.source import SourceText

_HEAD = "KẾ HOẠCH\nTrồng cây xanh năm 2031\n\nI. NHIỆM VỤ\n"
_TABLE = (
    "<table><tr><th>TT</th><th>Nội dung</th><th>Đơn vị chủ trì</th></tr>"
    "<tr><td>1</td><td>Gieo hạt</td><td>Trưởng thôn</td></tr></table>"
)
_APART = _TABLE.replace("><", ">\n  <")


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ('<tr><td>a</td><td colspan="2">b</td><td>c</td></tr>', ["a", "b", "", "c"]),
        ("<tr><td>a</td><td></td></tr>", ["a", ""]),
        ("<tr><td>a<td>b</td></tr>", ["a", "b"]),
        ("<TR><TD>a</TD>\n<TD>b</TD></TR>", ["a", "b"]),
    ],
)
def test_cells_are_set_apart_by_bars(text: str, rows: list[str]) -> None:
    found = tagged.find(text)
    assert found is not None
    assert len(found.text) == len(text)
    assert [cell.strip() for cell in found.text[1:-1].split("|")] == rows
    assert found.text[0] == found.text[-1] == "|"


def test_a_cell_of_two_rows_leaves_its_place_empty_in_the_second() -> None:
    found = tagged.find("<tr><td rowspan='2'>a</td><td>b</td></tr><tr><td>c</td></tr>")
    assert found is not None
    second = found.text[found.breaks[-1] :]
    assert [cell.strip() for cell in second[1:-1].split("|")] == ["", "c"]


@pytest.mark.parametrize(
    "text",
    ["<td", "a < td > b", "<tr></tr>", "<table></table>", "<td>a</td>", "</tr><td>", "</td><tr><td>", "</td></tr>"],
)
def test_what_is_no_row_stays(text: str) -> None:
    assert tagged.find(text) is None


@pytest.mark.parametrize("table", [_TABLE, _APART, _TABLE.replace("</tr>", ""), _TABLE.replace("</table>", "")])
@pytest.mark.parametrize(
    "printed",
    [
        str,
        lambda text: text.replace("\n", "\r\n"),
        lambda text: unicodedata.normalize("NFD", text),
        lambda text: text.replace("\n", "\u200b\n\ufeff").replace(" ", " \u200b"),
    ],
    ids=["as-is", "crlf", "nfd", "no-width"],
)
def test_the_rows_are_tasks_and_nothing_is_lost(table: str, printed: object) -> None:
    text = printed(_HEAD + table + "\nII. TỔ CHỨC THỰC HIỆN\n1. Sở Tài chính: Bố trí kinh phí.\n")  # type: ignore[operator]
    plan = parse_source(SourceText.from_text(text, name="x.txt"))
    assert [item["text"] for item in plan["tasks"]] == ["Gieo hạt"]
    assert plan["assignments"][0]["lead"] == ["Trưởng thôn"]
    assert faults_of(plan) == []
    blocks = plan["blocks"]
    for block in blocks:
        span = block["span"]
        assert text.count("\n", 0, span["start"]) + 1 == span["line"]
        assert text.count("\n", 0, span["end"]) + 1 == span["end_line"]
    covered = [i for block in blocks for i in range(block["span"]["start"], block["span"]["end"])]
    assert len(covered) == len(set(covered))
    assert not {i for i, sign in enumerate(text) if not sign.isspace()}.difference(covered)


@pytest.mark.parametrize(
    "piece", ["<tr>", "<td>", "<table>", "<tr><td>", "<td rowspan=99 colspan=99>", "<tr><td>a</td>"]
)
def test_tags_without_end_take_no_longer_each(piece: str) -> None:
    assert in_line(tagged.find, piece, 20_000)


_PIECES = [
    "<table>", "</table>", "<tr>", "</tr>", "<td>", "</td>", "<th>", "<tbody>",
    "<td rowspan=9 colspan=99>", "<td colspan='2'>", "a", "Sở Y tế", "\n", "\n\n", " ", "I. NHIỆM VỤ\n", "Trồng cây.",
]  # fmt: skip


@given(st.lists(st.sampled_from(_PIECES), max_size=25).map("".join))
def test_tags_in_any_order_lose_nothing(tags: str) -> None:
    text = f"{_HEAD}{tags}\n"
    found = tagged.find(text)
    assert found is None or len(found.text) == len(text)
    blocks = parse_source(SourceText.from_text(text, name="x.txt"))["blocks"]
    covered = [i for block in blocks for i in range(block["span"]["start"], block["span"]["end"])]
    assert len(covered) == len(set(covered))
    assert not {i for i, sign in enumerate(text) if not sign.isspace()}.difference(covered)


def test_a_cell_said_to_be_tall_and_wide_breaks_nothing() -> None:
    text = f"{_HEAD}<table><tr><td rowspan=99 colspan=99>a</td></tr><tr><td>b</td></tr></table>\n"
    assert faults_of(parse_source(SourceText.from_text(text, name="x.txt"))) == []


def test_marks_behind_a_tag_are_of_one_block() -> None:
    """Two marks out of order behind a tag are set in order, so that no place in the text parts them."""
    text = "<td>/</table>\u0302\u0323"
    plan = parse_source(SourceText.from_text(text))
    assert [(block["span"]["start"], block["span"]["end"]) for block in plan["blocks"]] == [(0, len(text))]
