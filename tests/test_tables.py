"""Rows of every kind of table from plans."""

from __future__ import annotations

import copy
from datetime import date
from typing import Any

import pytest

import kehoach
import made
from kehoach import tables
from kehoach.tables.columns import COLUMNS, PLAN, TITLES
from kehoach.tables.days import day_of, days_of, order
from made_tables import TEXT

PLAN_KEYS = {column.key for column in PLAN}


@pytest.fixture(scope="module")
def plan() -> kehoach.Plan:
    return kehoach.parse_text(TEXT, "cay.txt")


def said(rows: list[tables.Row]) -> list[tables.Row]:
    """Rows without what is empty, and without the columns that say which plan they are from."""
    return [
        {key: value for key, value in row.items() if value not in (None, []) and key not in PLAN_KEYS} for row in rows
    ]


def rows(plan: Any, kind: str) -> list[tables.Row]:
    return said(tables.rows(plan, kind))


def test_every_row_starts_with_its_plan(plan: kehoach.Plan) -> None:
    for kind in tables.KINDS:
        for row in tables.rows(plan, kind):
            assert list(row) == [column.key for column in tables.columns(kind)]
            assert {key: row[key] for key in PLAN_KEYS} == {
                "plan": "cay.txt",
                "plan_number": "412/KH-UBND",
                "plan_title": "Trồng cây xanh đô thị giai đoạn 2031 - 2033",
                "plan_issuer": "Ủy ban nhân dân tỉnh Nam Định",
                "plan_level": "province",
                "plan_province": "Nam Định",
                "plan_date": "2031-03-05",
                "plan_period": "2031-2033",
            }


def test_assignments(plan: kehoach.Plan) -> None:
    duty = {"section": "duties", "heading": "Sở Xây dựng", "lead": ["Sở Xây dựng"]}
    assert rows(plan, "assignments") == [
        duty
        | {
            "item": "duties.1.1", "label": "1 › -", "line": 25, "partners": ["Sở Tài chính"],
            "action": "Chủ trì, phối hợp với Sở Tài chính hướng dẫn chọn giống cây.", "partners_text": "Sở Tài chính",
        },
        duty
        | {
            "item": "duties.1.2", "label": "1 › -", "line": 26, "due": "--12-15", "every": "year",
            "action": "Báo cáo kết quả trước ngày 15/12 hằng năm.",
        },
        {
            "item": "duties.2.1", "section": "duties", "label": "2", "heading": "Hội Nông dân tỉnh", "line": 27,
            "lead": ["Hội Nông dân tỉnh"], "action": "Vận động hội viên trồng cây.",
        },
    ]  # fmt: skip


def test_duties(plan: kehoach.Plan) -> None:
    body = {"depth": 1, "kinds": ["organisation"], "levels": ["province"]}
    works = body | {"duty": "duties.1", "agencies": ["Sở Xây dựng"], "sectors": ["xay-dung"], "label": "1 › -"}
    assert rows(plan, "duties") == [
        works
        | {
            "item": "duties.1.1", "request": False, "line": 25,
            "text": "Chủ trì, phối hợp với Sở Tài chính hướng dẫn chọn giống cây.",
        },
        works
        | {
            "item": "duties.1.2", "request": False, "line": 26, "due": "--12-15", "every": "year",
            "text": "Báo cáo kết quả trước ngày 15/12 hằng năm.",
        },
        body
        | {
            "duty": "duties.2", "item": "duties.2.1", "label": "2", "agencies": ["Hội Nông dân tỉnh"], "line": 27,
            "sectors": ["nong-dan"], "request": True, "text": "Vận động hội viên trồng cây.",
        },
    ]  # fmt: skip


def test_a_duty_without_items_is_a_row(plan: kehoach.Plan) -> None:
    data = plan.model_dump()
    data["duties"][1]["items"] = []
    last = rows(data, "duties")[-1]
    assert (last["duty"], last["depth"], last["agencies"]) == ("duties.2", 0, ["Hội Nông dân tỉnh"])
    assert "item" not in last
    assert "text" not in last


def test_targets(plan: kehoach.Plan) -> None:
    assert rows(plan, "targets") == [
        {
            "target": "targets.1", "item": "objectives.1", "section": "objectives", "indicator": "tỷ lệ cây bản địa",
            "comparator": "range", "value": 60, "value_max": 70, "unit": "%", "by": 2033, "measure": "từ 60% đến 70%",
            "text": "Đến năm 2033, tỷ lệ cây bản địa đạt từ 60% đến 70%.", "line": 11,
        },
        {
            "target": "targets.2", "item": "objectives.2", "section": "objectives", "indicator": "cây bóng mát",
            "comparator": ">=", "value": 5000, "unit": "cây bóng mát", "by": 2032, "line": 12,
            "measure": "ít nhất 5.000 cây bóng mát vào năm 2032",
            "text": "Trồng mới ít nhất 5.000 cây bóng mát vào năm 2032.",
        },
    ]  # fmt: skip


def test_a_target_has_a_row_for_each_measure_and_one_without_any() -> None:
    data = made.plan()
    measure = data["targets"][0]["measures"][0]
    data["targets"][0]["measures"] = [measure, {**measure, "value": 600}]
    assert [row["value"] for row in tables.rows(data, "targets")] == [500, 600]
    data["targets"][0]["measures"] = []
    (row,) = tables.rows(data, "targets")
    assert (row["value"], row["comparator"], row["text"], row["line"]) == (None, None, "Trồng 500 cây", 5)


def test_deadlines_are_in_the_order_of_the_days(plan: kehoach.Plan) -> None:
    task = {"section": "tasks", "heading": "Trồng cây bóng mát"}
    assert rows(plan, "deadlines") == [
        task
        | {
            "deadline": "deadlines.2", "due": "2031-09-30", "first_day": "2031-09-30", "last_day": "2031-09-30",
            "bound": "before", "action": "Chuẩn bị cây giống trước ngày 30/9/2031.", "text": "trước ngày 30/9/2031",
            "item": "tasks.1.2", "label": "1 › b", "line": 17,
        },
        task
        | {
            "deadline": "deadlines.1", "due": "2032-Q2", "first_day": "2032-04-01", "last_day": "2032-06-30",
            "bound": "during", "action": "Cắt tỉa cây trong quý II năm 2032.", "text": "trong quý II năm 2032",
            "item": "tasks.1.1", "label": "1 › a", "line": 16,
        },
        {
            "deadline": "deadlines.3", "due": "--12-15", "bound": "before", "every": "year", "section": "duties",
            "agencies": ["Sở Xây dựng"], "action": "Báo cáo kết quả trước ngày 15/12 hằng năm.",
            "text": "trước ngày 15/12 hằng năm", "item": "duties.1.2", "label": "1 › -", "heading": "Sở Xây dựng",
            "line": 26,
        },
    ]  # fmt: skip


def assignment(item: str | None, due: str | None, lead: list[str], action: str = "Trồng") -> dict[str, Any]:
    return {
        "item": item, "action": action, "lead": lead, "partners": [], "partners_text": None, "due": due, "every": None,
        "output": None, "supervisors": [],
    }  # fmt: skip


def test_a_deadline_on_its_own_line_belongs_to_the_assignment_above_it() -> None:
    data = made.plan()
    data["deadlines"][0]["item"] = "tasks.1.1"
    data["assignments"] = [assignment("tasks.1", "2031-06-15", ["Sở Xây dựng"], "Trồng 500 cây")]
    (row,) = tables.rows(data, "deadlines")
    assert (row["agencies"], row["action"]) == (["Sở Xây dựng"], "Trồng 500 cây")
    data["assignments"][0]["due"] = "2031-07-01"
    (row,) = tables.rows(data, "deadlines")
    assert (row["agencies"], row["action"]) == ([], "Chọn giống: cây bản địa")


def test_a_schedule_without_items_tells_its_heading() -> None:
    data = made.plan()
    data["deadlines"][0] |= {"item": None, "agencies": ["Ông A"]}
    data["assignments"] = [
        assignment(None, "2031-06-15", ["Bà B"], "Lịch 1"),
        assignment(None, "2031-06-15", ["Ông A"]),
    ]
    (row,) = tables.rows(data, "deadlines")
    assert (row["agencies"], row["action"], row["item"]) == (["Ông A"], "Trồng", "tasks.1")
    assert tables.rows(data, "assignments")[0]["item"] is None


def test_citations(plan: kehoach.Plan) -> None:
    assert rows(plan, "citations") == [
        {
            "citation": "citations.1", "type": "Nghị quyết", "number": "15/NQ-HĐND", "date": "2030-12-10",
            "issuer": "Hội đồng nhân dân tỉnh", "title": "về phát triển cây xanh", "mentions": 2,
            "pinpoints": ["khoản 2 Điều 5"], "items": ["basis.1", "tasks.2"], "lines": ["8", "18"],
        }
    ]  # fmt: skip


def test_funding(plan: kehoach.Plan) -> None:
    money = "Ngân sách tỉnh: 2.500.000.000 đồng (Hai tỷ năm trăm triệu đồng)."
    place = {"item": "funding.1", "section": "funding", "label": "1", "line": 21}
    data = plan.model_dump()
    data["funding"]["mentions"] = ["tasks.2"]
    assert rows(data, "funding") == [
        place
        | {
            "kind": "amount", "text": "2.500.000.000 đồng (Hai tỷ năm trăm triệu đồng)", "value": 2500000000,
            "currency": "VND", "in_words": 2500000000, "agrees": True, "context": money,
        },
        place | {"kind": "source", "text": "Ngân sách tỉnh", "source": "provincial-budget", "context": money},
        place | {"kind": "item", "text": money},
        {
            "kind": "mention", "item": "tasks.2", "section": "tasks", "label": "2", "line": 18,
            "text": "Số hóa danh mục cây xanh theo khoản 2 Điều 5 Nghị quyết số 15/NQ-HĐND.",
        },
    ]  # fmt: skip


def test_an_amount_in_another_cell_of_a_row_belongs_to_its_item() -> None:
    data = made.plan()
    words = "trước ngày 15/6/2031"
    data["tasks"][0]["span"] = made.span("1. Trồng 500 cây")  # the item's cell; the block is the whole row
    data["funding"]["amounts"] = [
        {"text": words, "value": 1, "currency": "VND", "in_words": None, "agrees": None, "span": made.span(words)}
    ]
    (row,) = tables.rows(data, "funding")
    assert (row["item"], row["line"]) == ("tasks.1", 5)


def test_tasks(plan: kehoach.Plan) -> None:
    assert rows(plan, "tasks") == [
        {"item": "tasks.1", "depth": 1, "label": "1", "text": "Trồng cây bóng mát", "children": 2, "line": 15},
        {
            "item": "tasks.1.1", "depth": 2, "label": "1 › a", "heading": "Trồng cây bóng mát", "line": 16,
            "text": "Cắt tỉa cây trong quý II năm 2032.", "children": 0, "due": "2032-Q2", "first_day": "2032-04-01",
            "last_day": "2032-06-30",
        },
        {
            "item": "tasks.1.2", "depth": 2, "label": "1 › b", "heading": "Trồng cây bóng mát", "line": 17,
            "text": "Chuẩn bị cây giống trước ngày 30/9/2031.", "children": 0, "due": "2031-09-30",
            "first_day": "2031-09-30", "last_day": "2031-09-30",
        },
        {
            "item": "tasks.2", "depth": 1, "label": "2", "children": 0, "line": 18,
            "text": "Số hóa danh mục cây xanh theo khoản 2 Điều 5 Nghị quyết số 15/NQ-HĐND.",
        },
    ]  # fmt: skip


def test_a_task_says_what_the_assignments_on_it_say() -> None:
    data = made.plan()
    data["assignments"] = [
        assignment("tasks.1", "2031-06", ["Sở Xây dựng"]) | {"partners": ["Sở Tài chính"], "output": "Báo cáo"},
        assignment("tasks.1", "2031-06", ["Sở Xây dựng", "Sở Nội vụ"]),
    ]
    row = rows(data, "tasks")[0]
    assert (row["lead"], row["partners"], row["output"]) == (["Sở Xây dựng", "Sở Nội vụ"], ["Sở Tài chính"], "Báo cáo")
    assert (row["due"], row["last_day"]) == ("2031-06", "2031-06-30")
    data["assignments"][1]["due"] = "2032"
    assert "due" not in rows(data, "tasks")[0], "of two different days none is the task's own"


def test_plans(plan: kehoach.Plan) -> None:
    assert rows(plan, "plans") == [
        {
            "type": "Kế hoạch", "place": "Nam Định", "tasks": 4, "duties": 2, "assignments": 3, "targets": 2,
            "deadlines": 3, "citations": 1, "amounts": 1, "warnings": 0,
        }
    ]  # fmt: skip


def test_a_plan_is_not_changed(plan: kehoach.Plan) -> None:
    data = plan.model_dump()
    before = copy.deepcopy(data)
    for kind in tables.KINDS:
        assert tables.rows(data, kind) == tables.rows(plan, kind)
    assert data == before


def test_rows_of_every_kind_hold_what_their_column_says(plan: kehoach.Plan) -> None:
    kinds: dict[str, Any] = {
        "text": str,
        "list": list,
        "number": (int, float),
        "money": (int, float),
        "date": str,
        "flag": bool,
    }
    for kind in tables.KINDS:
        for row in tables.rows(plan, kind):
            for column in tables.columns(kind):
                assert row[column.key] is None or isinstance(row[column.key], kinds[column.type]), column.key


def test_several_plans_are_stacked(plan: kehoach.Plan) -> None:
    both = tables.table([plan, made.plan()], "tasks")
    assert [row["plan"] for row in both.rows] == ["cay.txt"] * 4 + ["x.txt"] * 2
    assert both.plans == 2


def test_columns_that_say_nothing() -> None:
    one = tables.table([made.plan()], "deadlines").without_empty()
    assert [column.key for column in one.columns] == [
        "deadline", "due", "first_day", "last_day", "bound", "action", "text", "item", "section", "label", "line",
    ]  # fmt: skip
    two = tables.table([made.plan(), made.plan()], "deadlines").without_empty()
    assert [column.key for column in two.columns][:4] == ["plan", "plan_title", "plan_period", "deadline"]
    none = tables.table([made.plan()], "duties").without_empty()
    assert [column.key for column in none.columns] == [column.key for column in COLUMNS["duties"]]


def test_no_such_table() -> None:
    for ask in (lambda: tables.rows(made.plan(), "task"), lambda: tables.columns("task")):
        with pytest.raises(ValueError, match="there is no table 'task', there are assignments, duties"):
            ask()


def test_keys_and_titles_name_one_column_each() -> None:
    assert set(TITLES) == set(tables.KINDS)
    for kind in tables.KINDS:
        columns = tables.columns(kind)
        for names in ([column.key for column in columns], [column.title for column in columns]):
            assert len(set(names)) == len(names), names


@pytest.mark.parametrize(("due", "first", "last"), [
    ("2031-06-15", date(2031, 6, 15), date(2031, 6, 15)),
    ("2032-02", date(2032, 2, 1), date(2032, 2, 29)),
    ("2031-Q4", date(2031, 10, 1), date(2031, 12, 31)),
    ("2031", date(2031, 1, 1), date(2031, 12, 31)),
    ("2031-06-01/2031-06-30", date(2031, 6, 1), date(2031, 6, 30)),
    ("2025-12/2026-Q1", date(2025, 12, 1), date(2026, 3, 31)),
])  # fmt: skip
def test_days_of_a_due(due: str, first: date, last: date) -> None:
    assert days_of(due) == (first, last)
    assert day_of(due) == (first if due == "2031-06-15" else None)


@pytest.mark.parametrize("due", [None, "--12-05", "--09", "---18", "--11-15/--12-15", "2031-02-30", "0000-01-01"])
def test_what_has_no_days(due: str | None) -> None:
    assert days_of(due) is None
    assert day_of(due) is None


def test_order_of_dues() -> None:
    given = [None, "---18", "2031", "--12-05", "2031-06-15", "2031-Q2", "2030-12-31"]
    assert sorted(given, key=order) == ["2030-12-31", "2031-06-15", "2031-Q2", "2031", "---18", "--12-05", None]
