"""Tables in every format, read back."""

from __future__ import annotations

import csv
import io
import json
import sys
from datetime import date, datetime
from typing import Any
from unittest.mock import patch

import icalendar
import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

import kehoach
from kehoach import tables
from kehoach.errors import MissingLibraryError, OutputError
from kehoach.tables import Column, Table
from kehoach.writers.tables import FORMATS, Style, format_of, writer
from kehoach.writers.tables.cells import shown, text_of
from kehoach.writers.tables.csv import guarded, unguarded
from kehoach.writers.tables.ics import occurrence
from made_tables import TEXT

PLAN = kehoach.parse_text(TEXT, "cay.txt").model_dump()
TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
WORDS = Column("words", "Lời")


def dumped(kind: str, name: str, style: Style | None = None) -> str:
    text = writer(name).dump([tables.table([PLAN], kind)], style or Style())
    return text if isinstance(text, str) else text.decode()


def one_column(texts: list[Any], column: Column = WORDS) -> Table:
    return Table("tasks", (column,), [{column.key: text, "plan": "x", "plan_title": None} for text in texts], 1)


def cells_of(text: str, delimiter: str = ",") -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))


@pytest.mark.parametrize("kind", tables.KINDS)
@pytest.mark.parametrize(("name", "delimiter"), [("csv", ","), ("tsv", "\t")])
def test_delimited_rows_say_what_the_rows_say(kind: str, name: str, delimiter: str) -> None:
    table = tables.table([PLAN], kind)
    lines = cells_of(dumped(kind, name), delimiter)
    assert lines[0] == [column.key for column in table.columns]
    assert len(lines) == 1 + len(table.rows)
    for line, row in zip(lines[1:], table.rows, strict=True):
        assert list(map(unguarded, line)) == [text_of(row[column.key], column) for column in table.columns]


def test_csv_of_a_row() -> None:
    chosen = tables.table([PLAN], "targets").with_columns(["plan", "indicator", "value", "value_max", "every", "by"])
    assert writer("csv").dump([chosen], Style()) == (
        "plan,indicator,value,value_max,every,by\n"
        "cay.txt,tỷ lệ cây bản địa,60,70,,2033\n"
        "cay.txt,cây bóng mát,5000,,,2032\n"
    )


def test_a_byte_order_mark_where_it_is_asked_for() -> None:
    assert dumped("tasks", "csv", Style(bom=True)) == "\ufeff" + dumped("tasks", "csv")
    assert dumped("tasks", "tsv", Style(bom=True)).encode().startswith(b"\xef\xbb\xbfplan\t")


@pytest.mark.parametrize("text", [
    "=1+1", "+84 912 345 678", "-2+3+cmd|' /C calc'!A0", "@SUM(A1)", "- Trồng cây", "\t=1", "＝1+1", "--12-05", "=\nx",
    "-x", "+x", "'=1",
])  # fmt: skip
def test_what_a_spreadsheet_takes_for_a_formula_is_text(text: str) -> None:
    assert guarded(text) == "'" + text
    assert unguarded(guarded(text)) == text


@pytest.mark.parametrize("text", [
    "-", "+", "*", "- › +", "=", ">=", "-5", "-5,2", "-1.500", "+3%", "-0,5 ‰", "a=b", "Trồng cây", "", "'", "'x",
    "1-2", "@",
])  # fmt: skip
def test_bullets_numbers_and_words_stay(text: str) -> None:
    assert guarded(text) == text
    assert unguarded(text) == text


def test_numbers_are_never_guarded() -> None:
    column = Column("value", "Giá trị", "number")
    assert writer("csv").dump([one_column([-5, -0.25, 80.0], column)], Style()) == "value\n-5\n-0.25\n80\n"


@given(st.lists(TEXTS))
def test_any_text_comes_back_from_csv_and_tsv(texts: list[str]) -> None:
    for name, delimiter in (("csv", ","), ("tsv", "\t")):
        content = writer(name).dump([one_column([text + "." for text in texts])], Style())
        assert isinstance(content, str)
        lines = cells_of(content, delimiter)
        assert [unguarded(line[0]) for line in lines[1:]] == [text + "." for text in texts]
        assert all("\r" not in end for end in content.rpartition('"')[2:])


@given(st.one_of(TEXTS, st.builds(str.__add__, st.sampled_from(["=", "'=", "''+", "-", "@", "'-"]), TEXTS)))
def test_a_guard_is_taken_away_again(text: str) -> None:
    assert unguarded(guarded(text)) == text


@given(st.lists(TEXTS, min_size=1))
def test_any_text_comes_back_from_json_and_json_lines(texts: list[str]) -> None:
    want = [{"words": text} for text in texts]
    assert json.loads(writer("json").dump([one_column(texts)], Style())) == want
    lines = writer("jsonl").dump([one_column(texts)], Style())
    assert isinstance(lines, str)
    assert [json.loads(line) for line in lines.removesuffix("\n").split("\n")] == want


def test_json_of_several_tables() -> None:
    both = [tables.table([PLAN], kind) for kind in ("tasks", "targets")]
    assert json.loads(writer("json").dump(both, Style())) == {
        "tasks": tables.rows(PLAN, "tasks"), "targets": tables.rows(PLAN, "targets"),
    }  # fmt: skip


def markdown_cells(text: str) -> list[list[str]]:
    """The rows of markdown's tables as a reader of markdown shows them."""
    out: list[list[str]] = []
    for token in MarkdownIt("commonmark").enable("table").parse(text):
        if token.type == "tr_open":
            out.append([])
        elif token.type == "inline":
            parts = token.children or []
            assert all(part.type in ("text", "text_special", "html_inline") for part in parts), text
            assert all(part.content == "<br>" for part in parts if part.type == "html_inline")
            out[-1].append("".join("\n" if part.type == "html_inline" else part.content for part in parts))
    return out


@pytest.mark.parametrize("kind", tables.KINDS)
def test_markdown_rows_say_what_the_rows_say(kind: str) -> None:
    table = tables.table([PLAN], kind)
    lines = markdown_cells(dumped(kind, "md"))
    assert lines[0] == [column.key for column in table.columns]
    for line, row in zip(lines[1:], table.rows, strict=True):
        assert line == [shown(row[column.key], column) for column in table.columns]


# What is no letter of any text: control characters, which markdown replaces or drops.
VISIBLE = st.text(
    st.one_of(st.sampled_from(list("|\\`*_~[](){}<>&#$!-+.: \n")), st.characters(exclude_categories=["C", "Z"]))
)


@settings(max_examples=60)
@given(st.lists(VISIBLE, min_size=1))
def test_any_text_comes_back_from_markdown(texts: list[str]) -> None:
    content = writer("md").dump([one_column(texts)], Style())
    assert isinstance(content, str)
    assert markdown_cells(content)[1:] == [[text] for text in texts]


def test_markdown_of_several_tables_has_headings() -> None:
    both = [tables.table([PLAN], kind) for kind in ("tasks", "targets")]
    content = writer("md").dump(both, Style(language="vi"))
    assert isinstance(content, str)
    assert [line for line in content.splitlines() if line.startswith("#")] == ["## Nhiệm vụ", "## Chỉ tiêu"]


def workbook(style: Style | None = None, *kinds: str) -> Any:
    found = [tables.table([PLAN], kind) for kind in kinds or tables.KINDS]
    content = writer("xlsx").dump(found, style or Style(language="vi"))
    assert isinstance(content, bytes)
    return openpyxl.load_workbook(io.BytesIO(content))


def test_a_workbook_has_a_sheet_a_table() -> None:
    book = workbook()
    assert book.sheetnames == [
        "Phân công", "Tổ chức thực hiện", "Chỉ tiêu", "Thời hạn", "Văn bản viện dẫn", "Kinh phí", "Nhiệm vụ",
        "Kế hoạch",
    ]  # fmt: skip
    assert workbook(Style()).sheetnames == list(tables.KINDS)
    assert book.properties.title == "Trồng cây xanh đô thị giai đoạn 2031 - 2033"
    for sheet, kind in zip(book, tables.KINDS, strict=True):
        table = tables.table([PLAN], kind)
        assert [cell.value for cell in sheet[1]] == [column.title for column in table.columns]
        assert sheet.max_row == 1 + len(table.rows)
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref == sheet.dimensions
        assert all(cell.alignment.wrap_text for cell in sheet[2] if cell.value is not None)


def column_of(sheet: Any, title: str) -> list[Any]:
    heads = [cell.value for cell in sheet[1]]
    return [row[heads.index(title)] for row in sheet.iter_rows(min_row=2, values_only=True)]


def test_a_workbook_has_real_numbers_and_dates() -> None:
    book = workbook()
    assert column_of(book["Chỉ tiêu"], "Giá trị") == [60, 5000]
    assert column_of(book["Chỉ tiêu"], "Đến") == [70, None]
    assert column_of(book["Chỉ tiêu"], "So sánh") == ["từ … đến", "ít nhất"]
    assert column_of(book["Kinh phí"], "Số tiền")[0] == 2_500_000_000
    dues = column_of(book["Thời hạn"], "Thời hạn")
    assert dues == [datetime(2031, 9, 30), "quý II/2032", "15/12 hằng năm"], "what is no whole day is words"
    assert column_of(book["Thời hạn"], "Ngày cuối")[1] == datetime(2032, 6, 30)
    assert book["Thời hạn"]["J2"].number_format == "dd/mm/yyyy"
    assert workbook(Style())["deadlines"]["J2"].number_format == "yyyy-mm-dd"


def cells_in(content: str | bytes) -> list[Any]:
    """The cells of a workbook's first column, below its head."""
    assert isinstance(content, bytes)
    sheet: Any = openpyxl.load_workbook(io.BytesIO(content)).active
    return list(next(sheet.iter_cols(min_row=2)))


# openpyxl leaves control characters in the escaped form that they have in a workbook.
IN_CELLS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc"], include_characters="\t\n"), min_size=1)


@settings(max_examples=25)
@given(st.lists(IN_CELLS, max_size=20))
def test_any_text_stays_text_in_a_workbook(texts: list[str]) -> None:
    texts = ["=1+1", "http://x.vn/", "15", "_x0041_", *texts]
    cells = cells_in(writer("xlsx").dump([one_column(texts)], Style()))
    assert [cell.value for cell in cells] == texts
    assert all(cell.data_type == "s" and cell.hyperlink is None for cell in cells)
    assert cells[0].quotePrefix
    assert not cells[1].quotePrefix


def test_what_excel_cannot_hold_is_told() -> None:
    told: list[str] = []
    cells = cells_in(writer("xlsx").dump([one_column(["x" * 40_000, "y"])], Style(note=told.append)))
    assert (len(cells[0].value), cells[1].value) == (32_767, "y")
    assert told == ["texts cut at 32,767 letters, the most a cell of Excel holds: 1"]
    many = Table("tasks", (WORDS,), [{"words": "x"}] * 1_048_576, 1)
    with pytest.raises(OutputError, match="more than an Excel sheet holds; write CSV"):
        writer("xlsx").dump([many], Style())
    column = Column("value", "Số tiền", "money")
    cells = cells_in(writer("xlsx").dump([one_column([10**15 - 1, 10**15], column)], Style()))
    assert [cell.value for cell in cells] == [10**15 - 1, str(10**15)], "Excel keeps 15 digits"


def events(plans: list[Any], style: Style | None = None) -> list[Any]:
    content = writer("ics").dump([tables.table(plans, "deadlines")], style or Style())
    calendar: Any = icalendar.Calendar.from_ical(content)
    assert calendar["version"] == "2.0"
    return list(calendar.walk("VEVENT"))


def test_a_calendar_has_the_deadlines_that_say_a_day() -> None:
    told: list[str] = []
    first, yearly = events([PLAN], Style(note=told.append))
    assert told == ["deadlines left out because they say no day: 1 of 3; --periods shows months and quarters"]
    assert (first["dtstart"].dt, first["dtend"].dt) == (date(2031, 9, 30), date(2031, 10, 1))
    assert first["summary"] == "Chuẩn bị cây giống trước ngày 30/9/2031."
    assert "Kế hoạch số 412/KH-UBND, Ủy ban nhân dân tỉnh Nam Định" in first["description"]
    assert first["dtstamp"].dt.date() == date(2031, 3, 5)
    assert "rrule" not in first
    assert yearly["summary"] == "Sở Xây dựng: Báo cáo kết quả trước ngày 15/12 hằng năm."
    assert (yearly["dtstart"].dt, yearly["rrule"].to_ical()) == (date(2031, 12, 15), b"FREQ=YEARLY;UNTIL=20331231")


def test_a_calendar_with_periods_has_quarters() -> None:
    _, quarter, _ = events([PLAN], Style(periods=True))
    assert (quarter["dtstart"].dt, quarter["dtend"].dt) == (date(2032, 4, 1), date(2032, 7, 1))


def test_ids_of_events_stay_and_differ() -> None:
    ids = [str(event["uid"]) for event in events([PLAN, PLAN])]
    assert len(set(ids)) == 4
    moved = kehoach.parse_text("\n\n" + TEXT, "ten-khac.txt")
    assert [str(event["uid"]) for event in events([moved])] == ids[:2]


def when(due: str, every: str | None = None, *, issued: str | None = "2031-03-05", period: str | None = None) -> Any:
    return occurrence({"due": due, "every": every, "plan_date": issued, "plan_period": period})


@pytest.mark.parametrize(("due", "every", "first", "last", "rule"), [
    ("2031-06-15", None, date(2031, 6, 15), date(2031, 6, 15), {}),
    ("2031-06-15/2031-06-20", None, date(2031, 6, 15), date(2031, 6, 20), {}),
    ("--03-04", "year", date(2032, 3, 4), date(2032, 3, 4), {"freq": "yearly"}),
    ("--03-05", "year", date(2031, 3, 5), date(2031, 3, 5), {"freq": "yearly"}),
    ("--02-29", "year", date(2032, 2, 29), date(2032, 2, 29), {"freq": "yearly"}),
    ("--12-05", "5-years", date(2031, 12, 5), date(2031, 12, 5), {"freq": "yearly", "interval": 5}),
    ("--11-15/--01-15", "year", date(2031, 11, 15), date(2032, 1, 15), {"freq": "yearly"}),
    ("---18", "month", date(2031, 3, 18), date(2031, 3, 18), {"freq": "monthly"}),
    ("---04", "month", date(2031, 4, 4), date(2031, 4, 4), {"freq": "monthly"}),
    ("---30", "month", date(2031, 3, 30), date(2031, 3, 30),
     {"freq": "monthly", "bymonthday": [28, 29, 30], "bysetpos": -1}),
    ("--03-15", "quarter", date(2031, 3, 15), date(2031, 3, 15), {"freq": "monthly", "interval": 3}),
    ("--06-10", "half-year", date(2031, 6, 10), date(2031, 6, 10), {"freq": "monthly", "interval": 6}),
    ("2031-06-16", "week", date(2031, 6, 16), date(2031, 6, 16), {"freq": "weekly"}),
])  # fmt: skip
def test_when_a_deadline_is(due: str, every: str | None, first: date, last: date, rule: dict[str, Any]) -> None:
    assert when(due, every) == ((first, last), rule)


@pytest.mark.parametrize(("due", "every"), [
    ("2031-06", None), ("2031-Q2", None), ("2031", None), ("2031-06/2031-09", None), ("--09", "year"),
    ("2031-02-30", None),
    ("2031-06-20/2031-06-15", None), ("---18/---20", None), ("--02-30", "year"), ("2031-06-15/2031-07", None),
])  # fmt: skip
def test_what_says_no_day(due: str, every: str | None) -> None:
    assert when(due, every) is None


def test_rhythms_keep_to_the_period_of_the_plan() -> None:
    (first, _), rule = when("--12-05", "year", period="2032-2035")
    assert (first, rule) == (date(2032, 12, 5), {"freq": "yearly", "until": date(2035, 12, 31)})
    assert when("--12-05", "year", issued=None) is None, "of no year"
    assert when("--12-05", "year", issued="2031")[0][0] == date(2031, 12, 5)


def terminal(kind: str, width: int, plans: list[Any] | None = None) -> str:
    table = tables.table(plans or [PLAN], kind).without_empty()
    content = writer("table").dump([table.with_columns([c.key for c in table.columns if c.brief])], Style(width=width))
    assert isinstance(content, str)
    return content


@pytest.mark.parametrize("kind", [kind for kind in tables.KINDS if kind != "plans"])
@pytest.mark.parametrize("width", [60, 80, 200])
def test_a_table_fits_and_loses_nothing(kind: str, width: int) -> None:
    content = terminal(kind, width)
    assert max(map(len, content.splitlines())) <= width
    assert "…" not in content
    assert "\x1b" not in content
    letters = sorted(content.replace("─", "").split())
    for column in tables.columns(kind):
        if column.brief and column.width > 20:
            for row in tables.rows(PLAN, kind):
                for word in text_of(row[column.key], column).split():
                    assert any(word in x or x in word for x in letters), word


def test_a_table_of_several_plans_has_a_heading_for_each() -> None:
    other = PLAN | {"source": PLAN["source"] | {"name": "khac.txt"}}
    lines = terminal("tasks", 80, [PLAN, other]).splitlines()
    title = "412/KH-UBND  Trồng cây xanh đô thị giai đoạn 2031 - 2033"
    assert lines[0] == f"cay.txt  {title}"
    assert f"khac.txt  {title}" in lines


def test_numbers_for_people() -> None:
    column = Column("value", "Giá trị", "number")
    assert (shown(1234567.5, column), shown(1234567.5, column, "vi")) == ("1,234,567.5", "1.234.567,5")
    assert text_of(1234567.5, column, "vi") == "1234567.5"
    assert shown(2030, Column("by", "Đến năm", "number"), "vi") == "2030"


@pytest.mark.parametrize(("name", "module", "extra"), [("xlsx", "xlsxwriter", "xlsx"), ("ics", "icalendar", "ics")])
def test_a_missing_library_is_told(name: str, module: str, extra: str) -> None:
    with patch.dict(sys.modules, {module: None}), pytest.raises(MissingLibraryError) as caught:
        writer(name).dump([tables.table([PLAN], "deadlines")], Style())
    assert str(caught.value).endswith(f"is not installed; pip install 'kehoach[{extra}]'")


def test_formats_are_known_by_their_endings() -> None:
    assert {name: format_of(f"a/B{kind.endings[0].upper()}") for name, kind in FORMATS.items() if kind.endings} == {
        name: name for name in FORMATS if name != "table"
    }
    assert format_of("x.xls") is None
