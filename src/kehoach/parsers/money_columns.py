"""The columns of a table that hold sums of money, by their headings and their figures, and what they count in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.folding import bare
from kehoach.knowledge.patterns import lazy
from kehoach.parsers.facts import money
from kehoach.parsers.scene import Scene, unit_above
from kehoach.parsers.tables import SUM, Table

# … and not the "tỉ" of "Ngân sách tỉnh"; "Kinh phí (1.000 đồng)" counts in thousands.
_SPOILT_UNIT = lazy(r"\b(nghin|ngan|trieu|ty|ti) ?dong\b")
_SPOILT = {"nghin": "nghìn đồng", "ngan": "nghìn đồng", "trieu": "triệu đồng", "ty": "tỷ đồng", "ti": "tỷ đồng"}
_UNIT = lazy(
    r"(?:(?<!\d)1[. ]?000\s*đ(?:ồng)?|(?:nghìn|ngàn|triệu|tỷ|tỉ)(?!\w)\s*(?:đồng)?|(?<!\w)(?P<short>tr\.?\s?đ)"
    r"|đồng|VNĐ)(?!\w)",
    re.I,
)
# "là 86.400 triệu đồng, phân kỳ như sau:", right above a table.
_SAID_ABOVE = lazy(r"\d\s*(?P<unit>(?:nghìn|ngàn|triệu|tỷ|tỉ)\s+đồng)(?P<to>[^;.:|]{0,80}:)\s*$", re.I)
_ABOVE_TABLE = 200
"""Letters above a table in which the sum that it parts is looked for."""
_FULL_SUM = 1_000_000
"""Figures from which a cell says so many đồng, whatever the line above counts in."""
_OF_YEARS = lazy(r"\W*(?:tong|cong|nam|giai doan)\b")
"""Headings of sums beside columns of years: "Cộng (nghìn đồng)"."""
# Headings that say what part of a sum it is, or a rate; beside a column of money their figures are money as well.
_PART = lazy(
    r"\W*(?:trong do\b|gom\b|(?:cac )?nguon\b|von\b|xa hoi hoa|doi ung|huy dong|tai tro|long ghep|nhan dan|dan gop"
    r"|ns\b|nstw|nsdp|nsnn|dong gop|tong (?:so|cong|von)|tong$|cong$|t\.? ?tien|khac$|trung uong$|dia phuong$"
    r"|(?:cap )?(?:tinh|huyen|xa)$|quy )(?![^()]*\((?!trieu|nghin|ngan|ty|tr|d|vnd|1))"
)
_RATE = lazy(r"\W*(?:dinh muc|muc chi|muc|gia)\b(?! do)")
_FIGURES = lazy(r"(?:\d[\d.,]{0,20}(?: \d{3}){0,4} ?(?:đ|đồng)?|[-–x/]{0,4})$", re.I)
_LEAST_RATE = 1000


def tell(scene: Scene) -> None:
    """Give the columns that hold sums their role, where their headings alone do not say it."""
    _by_year(scene)
    for table in _tables(scene):
        if "money" in table.roles or _counts_in_money(scene, table):
            table.roles = [
                "money" if role in ("", "source") and _holds_sums(table, k) else role
                for k, role in enumerate(table.roles)
            ]


def _tables(scene: Scene) -> list[Table]:
    """The tables of the section on money, each once."""
    return list({id(i.table): i.table for i in scene.items if i.section == "funding" and i.table is not None}.values())


def unit_of(scene: Scene, table: Table | None, header: str) -> str:
    """The unit of a money column: from its heading, else from the line above the table, else plain đồng."""
    if spoilt := _SPOILT_UNIT.search(bare(header)):
        return _SPOILT[spoilt[1]]
    if match := _UNIT.search(header):
        return "triệu đồng" if match["short"] else match[0]
    if table is None:
        return "đồng"
    return _above(scene, table) or _said_above(scene, table) or _unit_of_headings(table) or "đồng"


def _holds_sums(table: Table, k: int) -> bool:
    """Whether a column holds sums: its heading says of what, and its cells are figures and no more."""
    heading = bare(table.columns[k].text).strip()
    rate = _RATE.match(heading) is not None
    if not rate and not _PART.match(heading):
        return False
    cells = [text for text in _cells(table, k) if text]
    if not cells or not all(map(_FIGURES.match, cells)):
        return False
    values = [a.value for text in cells for a in money.amounts(text, unit="đồng")]
    return bool(values) and (not rate or min(values) >= _LEAST_RATE)


def _cells(table: Table, k: int) -> Iterator[str]:
    """The words of a column, row by row."""
    return (row.cells[k].text.strip() for row in table.rows if k < len(row.cells) and not row.group)


def _by_year(scene: Scene) -> None:
    """Columns of years in the section on money hold sums where the line above, or a heading, counts in đồng.

    "Nội dung | 2031 | 2032 | Cộng" below "(đơn vị: triệu đồng):"; "Nội dung chi | Năm 2031 | Cộng (nghìn đồng)".
    """
    for table in _tables(scene):
        sums = [c.text for role, c in zip(table.roles, table.columns, strict=False) if role == "money"]
        if "year" in table.roles and all(map(_OF_YEARS.match, map(bare, sums))) and _counts_in_money(scene, table):
            table.roles = [
                "money" if role == "year" or (not role and SUM.match(bare(column.text).strip())) else role
                for role, column in zip(table.roles, table.columns, strict=False)
            ]


def _counts_in_money(scene: Scene, table: Table) -> bool:
    """Whether the figures of a table are sums by what its headings or the line above it count in."""
    return _unit_of_headings(table) is not None or _UNIT.match(unit_above(scene, table) or "") is not None


def _unit_of_headings(table: Table) -> str | None:
    """The one unit of money that a heading of a table prints."""
    found = {match[0].casefold() for column in table.columns if (match := _UNIT.search(column.text))}
    return found.pop() if len(found) == 1 else None


def _above(scene: Scene, table: Table) -> str | None:
    """The unit that the line above a table prints, its marks put right where OCR misread them: "Triêu dồng"."""
    unit = unit_above(scene, table)
    spoilt = _SPOILT_UNIT.search(bare(unit)) if unit else None
    return _SPOILT[spoilt[1]] if spoilt else unit


def _said_above(scene: Scene, table: Table) -> str | None:
    """The unit of the sum that a table parts: "Tổng vốn 86.400 triệu đồng, gồm:" above cells like "3.200"."""
    match = _SAID_ABOVE.search(scene.view.text, max(0, table.start - _ABOVE_TABLE), table.start)
    if match is None:
        return None
    sums = (a.value for row in table.rows for cell in row.cells for a in money.amounts(cell.text, unit="đồng"))
    return match["unit"] if max(sums, default=0) < _FULL_SUM else None
