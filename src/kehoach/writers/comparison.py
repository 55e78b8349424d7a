"""A comparison of many plans as tables: what CSV, workbooks, Markdown, HTML and the terminal show of it."""

from __future__ import annotations

from html import escape
from typing import Any

from kehoach.comparing.comparison import said
from kehoach.tables import Column, Table
from kehoach.writers.diff_html import page
from kehoach.writers.tables import Style, writer
from kehoach.writers.tables.csv import guarded

Data = dict[str, Any]

MOST_COLUMNS = 4
"""How many plans a terminal shows side by side; of more it says how many and who lacks."""

_TITLES = {
    "targets": "Chỉ tiêu", "tasks": "Nhiệm vụ", "duties": "Phân công", "agencies": "Cơ quan", "deadlines": "Thời hạn",
    "funding": "Kinh phí", "citations": "Văn bản viện dẫn", "coverage": "Mức bao phủ",
}  # fmt: skip
_LEAD = (
    Column("section", "Phần", width=12),
    Column("group", "Cơ quan", width=24),
    Column("text", "Nội dung", width=50),
)
_COUNT = Column("plans", "Số kế hoạch có", "number", 8)
_LACKING = Column("lacking", "Nơi thiếu", "list", 40)
_FEW = "chỉ có ở "
"""Before the names of those that have it, where they are fewer than those that lack it."""
_COVERAGE = (
    Column("plan", "Kế hoạch", width=24),
    Column("covered", "Có", "number", 8),
    Column("of", "Trong số", "number", 8),
    Column("share", "Tỷ lệ", "number", 8),
)


class _Named(Table):
    """A table of a comparison, which has a name of its own."""

    __slots__ = ()

    @property
    def title(self) -> str:
        """Its name in Vietnamese."""
        return _TITLES[self.kind]


def dump(comparison: Data, format_: str, style: Style) -> str | bytes:
    """The comparison in a format of :mod:`kehoach.writers.tables`, or as a whole HTML page."""
    if format_ == "html":
        return _html(comparison)
    matrix = _for_terminal(comparison) if format_ == "table" else _matrix(comparison)
    tables = [matrix] if format_ == "csv" or not comparison["coverage"] else [_coverage(comparison), matrix]
    return writer(format_).dump(tables, style)


def cell_text(cells: list[Data]) -> str:
    """What one plan says in a row: each part with its line."""
    return "; ".join(f"{said(cell)} [{cell['line']}]" if cell["line"] else said(cell) for cell in cells)


def _matrix(comparison: Data) -> Table:
    plans = [Column(f"plan{i}", guarded(plan["key"]), width=30) for i, plan in enumerate(comparison["plans"])]
    rows = []
    for row in comparison["rows"]:
        cells = zip(plans, row["cells"], strict=True)
        rows.append(_row(row) | {column.key: cell_text(found) for column, found in cells})
    lead = [column for column in _LEAD if column.key == "text" or any(row[column.key] for row in rows)]
    return _Named(comparison["by"], (*lead, _COUNT, *plans), rows, 1)


def _for_terminal(comparison: Data) -> Table:
    if len(comparison["plans"]) <= MOST_COLUMNS:
        found = _matrix(comparison)
        kept = tuple(column for column in found.columns if column.key not in ("section", "plans"))
        return _Named(found.kind, kept, found.rows, 1)
    total = comparison["summary"]["plans"]
    rows = []
    for row in comparison["rows"]:
        rows.append(_row(row) | {"plans": f"{row['plans']}/{total}", "lacking": _lacking(row, comparison["plans"])})
    lead = [column for column in _LEAD[1:] if column.key == "text" or any(row[column.key] for row in rows)]
    return _Named(comparison["by"], (*lead, Column("plans", _COUNT.title, width=8), _LACKING), rows, 1)


def _lacking(row: Data, plans: list[Data]) -> list[str] | None:
    """Who lacks it, or who alone has it, whoever are fewer; ``None`` where nobody lacks it."""
    have = [plan["key"] for plan, cells in zip(plans, row["cells"], strict=True) if cells and not plan["central"]]
    if not have or len(have) >= len(row["lacking"]):
        return row["lacking"] or None
    return [_FEW + have[0], *have[1:]]


def _row(row: Data) -> Data:
    # Writers name a workbook after the plan that the rows are of.
    return {key: row[key] for key in ("section", "group", "text", "plans")} | {"plan": "", "plan_title": ""}


def _coverage(comparison: Data) -> Table:
    rows = [row | {"plan_title": ""} for row in comparison["coverage"]]
    return _Named("coverage", _COVERAGE, rows, 1)


def _html(comparison: Data) -> str:
    title = _TITLES[comparison["by"]]
    body = [f"<h1>{escape(title)}</h1>"]
    if comparison["coverage"]:
        body += _html_table(_coverage(comparison))
    body += _html_table(_matrix(comparison))
    return page(title, "\n".join(body))


def _html_table(table: Table) -> list[str]:
    heads = "".join(f"<th>{escape(c.title)}</th>" for c in table.columns)
    lines = ["<table>", f"<tr>{heads}</tr>"]
    for row in table.rows:
        cells = (str(row[column.key]) if row[column.key] is not None else "" for column in table.columns)
        lines.append("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in cells) + "</tr>")
    return [*lines, "</table>"]
