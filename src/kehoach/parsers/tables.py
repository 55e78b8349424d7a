"""Tables: rows of cells, and what each column says by its heading."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from kehoach.folding import bare
from kehoach.knowledge.columns import COLUMNS
from kehoach.knowledge.patterns import lazy
from kehoach.parsers import labels
from kehoach.parsers.cell_kinds import names_somebody
from kehoach.parsers.labels import Label
from kehoach.parsers.lines import Line
from kehoach.parsers.words import Words

ROMAN_OR_LETTER = lazy(r"(?:[IVX]{1,5}|[A-ZĐ])\.?$")
"""The number of a group row."""
ROW_NUMBER = lazy(r"\(?(?P<n>\d{1,3}(?:\.\d{1,2}){0,2}|[IVX]{1,5}|[A-ZĐ])[.)]{0,2}$")
"""The number of a row, with its signs: "1", "2.1", "IV.", "(3)"."""
NUMBER_HEADING = lazy(r"\W*(?:s?\s?t\s?t|so tt|so thu tu)\W*$")
"""The heading (bare) of the column that numbers the rows: "TT", "STT", "S T T", "Số thứ tự"."""
_YEAR = lazy(r"\b20\d\d\b")
# Columns whose cells may say when: "Giai đoạn" over "Quý I/2031".
_STAGE = lazy(r"\W*(?:giai doan|dot|ky|lo trinh)(?: thuc hien)?\W*$")
_TIME = lazy(r"(?:(?:dau|cuoi|het|trong|tu) )*(?:quy [ivx\d]{1,3}\b|thang \d|nam 20\d\d|giai doan 20\d\d|\d{1,2}/\d)")
_MAY_BE_TASK = lazy(
    r"\W*(?:(?:hoat|cac|chuyen|mon|phan)\b|(?:ten )?(?:giai(?: dau| thuong)?|su kien|cong trinh|du an|hoi thi|cuoc thi"
    r"|mo hinh|chuong trinh|lop(?: tap huan| boi duong)?)\W*$"
    r"|(?:ten|danh muc) (?:cac )?(?:de an|du an|van ban|chuong trinh|cong trinh|mo hinh|thu tuc|lop|de tai|chuyen de"
    r"|san pham|hoi|cuoc|giai|su kien|noi)\b|(?:chuong trinh|de an|du an)\b|danh muc$|chu de\b|trich yeu\b"
    r"|lop (?:boi duong|tap huan|dao tao))"
)
_BEGINS = lazy(r"\b(?:bat dau|khoi cong|tu ngay)$")
# Columns whose cells may say who does it, where no other says so: "Đơn vị" over "Phòng Y tế".
_WHO = lazy(
    r"\W*(?:(?:ten )?(?:cac )?(?:don vi|co quan|bo phan)(?:[,/ ]+(?:don vi|co quan|bo phan|ca nhan|dia phuong))?"
    r"|ai lam|nguoi lam)\W*$"
)
# A column beside what is done that says how much of it: "Chỉ tiêu" over "04 xã".
_HOW_MUCH = lazy(r"(?:chi tieu|muc tieu|ke hoach)(?: (?:giao|nam 20\d\d|can dat|thuc hien))?\W*$")
_COUNTED = lazy(r"[^\W\d_ ]{0,4} ?\d[\d.,]* ?(?:%|[^\W\d_]+(?: [^\W\d_]+){0,2})$")


class Row:
    """A logical row: its cells left to right, the printed lines it stands on; ``group``: it heads the rows below."""

    __slots__ = ("cells", "group", "lines")

    def __init__(self, cells: list[Words], lines: list[Line], group: bool = False) -> None:
        self.cells, self.lines, self.group = cells, lines, group

    @property
    def start(self) -> int:
        """View offset of its first line."""
        return self.lines[0].start

    @property
    def end(self) -> int:
        """View offset behind its last line."""
        return self.lines[-1].end


class Table:
    """``columns``: headings; ``roles``: what each says ("task", "lead", …, "" where unknown); ``head``: its lines.

    ``roles`` is empty where the headings are of no table whose rows are read.

    ``torn``: where rows stand that are too torn to be read.
    """

    __slots__ = ("columns", "head", "roles", "rows", "torn")

    def __init__(self, columns: list[Words], roles: list[str], rows: list[Row], head: list[Line]) -> None:
        self.columns, self.roles, self.rows, self.head = columns, roles, rows, head
        self.torn: list[tuple[int, int]] = []

    @property
    def start(self) -> int:
        """View offset of its first line."""
        return (self.head or self.rows[0].lines)[0].start

    @property
    def end(self) -> int:
        """View offset behind its last line."""
        return (self.rows[-1].lines if self.rows else self.head)[-1].end

    def column(self, role: str) -> int:
        """The first column of a role, -1 where there is none."""
        return self.roles.index(role) if role in self.roles else -1

    def cell(self, row: Row, role: str) -> Words | None:
        """A row's words in the column of a role, ``None`` where the column or the words are missing."""
        i = self.column(role)
        return row.cells[i] if 0 <= i < len(row.cells) and row.cells[i].text else None

    def above(self, row: Row, most: int) -> Sequence[Row]:
        """The rows above one, nearest first, ``most`` at most."""
        i = bisect_left(self.rows, row.start, key=lambda r: r.start)
        return self.rows[max(0, i - most) : i][::-1]

    def label(self, row: Row) -> Label | None:
        """The row's printed number."""
        words = self.cell(row, "number")
        if words is None:
            return None
        text = words.text.strip(" .)")
        if text.isdecimal() and len(text) < 4:
            return Label(text, "1.", int(text), 0)
        if (value := labels.roman(text)) > 0:
            return Label(text, "I", value, 0)
        if len(text) == 1 and text.isalpha():
            return Label(text, "A" if text.isupper() else "a)", 1 + labels.ALPHABET.find(text.lower()), 0)
        found = labels.find(words.text + " X")
        return Label(text, found.style, found.value, 0, prefix=found.prefix) if found else None


def is_total(text: str) -> bool:
    """Whether a row's words say that it adds up the others ("Tổng cộng")."""
    folded = text.casefold().strip(" :.")
    if folded in ("cộng", "tổng", "tổng cộng", "tổng số", "tổng kinh phí") or folded.startswith("cộng:"):
        return True
    return bare(text).startswith("tong cong")


def counts_columns(row: Row) -> bool:
    """Whether a row numbers the columns: "1", "2", "3" … below the headings."""
    texts = [cell.text.strip(" ()") for cell in row.cells]
    return len(texts) > 2 and texts[-1] == str(len(texts)) and texts == [str(n) for n in range(1, len(texts) + 1)]


_AIM = lazy(r"(?:chi tieu|ke hoach|so luong)\b(?! (?:cong viec|thuc hien))")
_SENTENCE = 60
"""Letters from which a cell is a sentence, not a name."""
_FIGURES_ONLY = lazy(r"[\d., ]+%?$")
_HOW_MANY = lazy(r"\([^()]{1,20}\)$|^(?:tong )?so (?:luong )?[a-z]")
SUM = lazy(r"(?:tong(?: so| cong| muc)?|cong)\b(?! hoa)")


@cache
def _roles() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((row.role, lazy(row.pattern)) for row in COLUMNS)


def role(heading: str) -> str:
    """What a column says, by its heading; "" where unknown.

    >>> role("Cơ quan chủ trì"), role("Thời gian thực hiện"), role("Xếp loại")
    ('lead', 'time', '')
    """
    text = bare(heading).strip()
    for name, pattern in _roles():
        if pattern.search(text):
            return name
    return ""


def names_columns(names: Sequence[str]) -> bool:
    """Whether texts side by side are the headings of a table's columns: known ones, and no row's behind its number."""
    if names and ROW_NUMBER.match(names[0].strip()):
        return False
    named = [role(name) for name in names if len(name.strip()) < 60]
    known = {name for name in named if name}
    return bool(len(names) >= 2 and (known - {"year"}) and (len(known) >= 2 or "number" in known))


def read_roles(headings: Sequence[str]) -> list[str]:
    """The roles of headings where a table's rows are read below them, else none."""
    said = roles(headings)
    return said if names_columns(headings) or "task" in said else []


def roles(headings: Sequence[str]) -> list[str]:
    """The roles of a header row; a role with one column ("task", "lead") goes to the first that claims it."""
    out: list[str] = []
    for heading in headings:
        name = role(heading)
        if name == "lead" and "lead" in out and bare(heading).strip() == "thuc hien":
            name = "partners"
        if name in ("task", "number", "note") and name in out:
            name = "year" if name == "task" and _YEAR.search(heading) else ""
        out.append(name)
    if out.count("time") > 1:  # "Bắt đầu | Kết thúc": by when counts
        out = [
            "" if name == "time" and _BEGINS.search(bare(h)) else name for name, h in zip(out, headings, strict=True)
        ]
    if out.count("lead") > 1 and "task" not in out and "truong doan" in (names := [bare(h).strip() for h in headings]):
        out[out.index("lead")] = "task" if out.index("lead") < names.index("truong doan") else "lead"
    if {"source", "year"} <= set(out) and not {"task", "money"} & set(out):  # "Nguồn vốn | 2021 | 2022 | Tổng"
        out = [{"source": "task", "year": "money"}.get(name, name) for name in out]
    if out.count("money") > 1:  # "Tổng" beside columns of money sums them up
        out = [
            "money" if not name and SUM.match(bare(text).strip()) else name
            for name, text in zip(out, headings, strict=True)
        ]
    if "task" not in out and ("number" in out or len({"lead", "time", "output"} & set(out)) > 1):
        named = "money" in out or out.count("year") > 1  # what is paid for, or measured year by year, has many names
        free = [i for i, name in enumerate(out) if not name and (named or _MAY_BE_TASK.match(bare(headings[i])))]
        if not free and "money" in out and "source" in out:
            free = [out.index("source")]  # "Nguồn | Số tiền": each source is a row
        if not free and "money" in out and "unit" in out and bare(headings[out.index("unit")]).strip() == "don vi":
            free = [out.index("unit")]  # "Đơn vị | Số tiền": who gets it, not in what it is counted
        if free:
            out[free[0]] = "task"
    return out


def allot(table: Table) -> None:
    """Make each place a row of its own below "Đơn vị | Diện tích (ha) | Số hộ": how much it is to reach."""
    if "task" in table.roles or "unit" not in table.roles:
        return
    at = table.roles.index("unit")
    if bare(table.columns[at].text).strip() not in ("don vi", "ten don vi"):
        return
    behind = list(zip(table.columns[at + 1 :], table.roles[at + 1 :], strict=True))
    counts = sum(not name and _HOW_MANY.search(bare(column.text).strip()) is not None for column, name in behind)
    if counts and all(name in ("", "note") for _, name in behind):
        table.roles[at] = "task"


def settle(table: Table) -> None:
    """Give columns the roles that their cells tell.

    A column "Chỉ tiêu (tấn)" that holds but figures says how much; of what is said by the words beside it. Where no
    heading says what is done, sentences below an unknown one do.
    """
    i = table.column("task")
    if i < 0 and {"lead", "time", "output"} & set(table.roles):
        for j in _columns(table, lambda text: len(text) > _SENTENCE):
            table.roles[j] = "task"
            return
    if i >= 0 and "time" not in table.roles and {"lead", "output"} & set(table.roles):
        for j in _columns(table, _is_time, _STAGE):
            table.roles[j] = "time"
    if i >= 0 and "lead" not in table.roles and {"time", "output"} & set(table.roles):
        for j in _columns(table, names_somebody, _WHO, ("", "unit")):
            table.roles[j] = "lead"
            break
    if i >= 0 and "aim" not in table.roles:
        for j in _columns(table, _is_count, _HOW_MUCH):
            table.roles[j] = "aim"
            return
    if i < 0 or not table.rows or not _AIM.match(bare(table.columns[i].text).strip()):
        return
    if not _mostly(table, i, lambda text: _FIGURES_ONLY.match(text) is not None):
        return
    for j in _columns(table, lambda text: text[:1].isalpha(), None, ("", "unit", "lead", "place")):
        table.roles[i], table.roles[j] = "aim", "task"
        return


def _columns(
    table: Table, test: Callable[[str], bool], heading: re.Pattern[str] | None = None, roles: Sequence[str] = ("",)
) -> Iterator[int]:  # fmt: skip
    """The columns of these roles whose bare heading matches and whose cells mostly pass a test."""
    for j, name in enumerate(table.roles):
        named = name in roles and (heading is None or heading.match(bare(table.columns[j].text).strip()) is not None)
        if named and _mostly(table, j, test):
            yield j


def _is_count(text: str) -> bool:
    return _COUNTED.match(text.strip()) is not None


def _is_time(text: str) -> bool:
    return _TIME.match(bare(text)) is not None


def _mostly(table: Table, column: int, test: Callable[[str], bool]) -> bool:
    """Whether a column's cells, but for one in five, pass a test."""
    texts = [row.cells[column].text for row in table.rows if column < len(row.cells) and row.cells[column].text]
    return bool(texts) and sum(map(test, texts)) >= 0.8 * len(texts)


def across(table: Table, row: Row) -> bool:
    """Whether one cell runs across the table, printed once a column: "II | Hạ tầng | Hạ tầng | Hạ tầng"."""
    number = table.cell(row, "number")
    texts = [cell.text for cell in row.cells if cell.text and cell is not number]
    return len(texts) > 2 and len(set(texts)) == 1


def mark_groups(table: Table) -> None:
    """Group rows: a Roman number or a capital, or one cell filled, while other rows fill more."""
    filled = [sum(bool(c.text) for c in row.cells) for row in table.rows]
    typical = sorted(filled)[len(filled) // 2]
    task = table.column("task")
    for row, count in zip(table.rows, filled, strict=True):
        if row.group:
            continue
        label = table.cell(row, "number")
        texts = [c.text for c in row.cells if c.text]
        lettered = label is not None and ROMAN_OR_LETTER.match(label.text.strip(". )")) is not None
        alone = count <= 1 and typical >= 2 and bool(texts) and any(map(str.isalpha, texts[0]))
        repeated = across(table, row)
        titled = label is not None and count == 2 and typical >= 3 and 0 <= task < len(row.cells)
        row.group = lettered or alone or repeated or (titled and row.cells[task].text.isupper())
