"""Duties set as a table: "Đơn vị | Nhiệm vụ | Thời hạn", a row an assignee."""

from __future__ import annotations

from kehoach.folding import bare, fold
from kehoach.knowledge.patterns import lazy
from kehoach.parsers import unregistered
from kehoach.parsers.nodes import Node
from kehoach.parsers.reading import Agency, Duty, Mark, Reading
from kehoach.parsers.tables import Row, Table, is_total

_WHO = lazy(
    r"\W*(?:ten )?(?:cac )?(?:don vi|co quan|phong|ban|bo phan|to chuc|nganh|thanh vien)(?:\W+(?!tinh\b)\w+){0,5}\W*$"
)


def read(table: Table, reading: Reading) -> bool:
    """Make duties of the rows of a table whose first words say who; False where it is no such table."""
    who = _assignees(table)
    if who is None:
        return False
    table.roles[who] = "lead"
    for line in table.head:
        reading.marks.append(Mark(line.start, line.end, "table", "duties"))
    begun = len(reading.duties)
    for row in table.rows:
        task, name = table.cell(row, "task"), row.cells[who] if who < len(row.cells) else None
        goes_on = len(reading.duties) > begun and _under_merged(table, row)
        if task is None or (row.group and not goes_on) or is_total(task.text):
            reading.marks += [Mark(line.start, line.end, "table", "duties") for line in row.lines]
            continue
        item = Node(task, None, task.at(0), task.end, table=table, row=row)
        if name is not None and name.text:
            reading.duties.append(_duty(table, row, who, item))
        elif len(reading.duties) > begun:  # the cell of the row above goes on
            reading.duties[-1].items.append(item)
        else:
            reading.put("tasks", item)
    return True


def _under_merged(table: Table, row: Row) -> bool:
    """Whether all that a row says is what to do, in small letters: its other cells are merged with those above."""
    said = [(role, cell.text) for role, cell in zip(table.roles, row.cells, strict=False) if cell.text]
    return len(said) == 1 and said[0][0] == "task" and not said[0][1].isupper()


def _duty(table: Table, row: Row, who: int, item: Node) -> Duty:
    name = row.cells[who]
    head = unregistered.of(name.text, len(name.text))
    agencies = [Agency(name.cut(a.start, a.end), a.name, a.kind, a.level, a.sectors) for a in head.agencies]
    return Duty(table.label(row), agencies, head.request, [item], name.at(0), name.end)


def _assignees(table: Table) -> int | None:
    """The column that names the assignees, left of what they are to do; ``None`` where none does."""
    task = table.column("task")
    for i, name in enumerate(table.roles[: max(task, 0)]):
        if name in ("", "unit", "lead") and _WHO.match(bare(table.columns[i].text)):
            texts = [row.cells[i].text for row in table.rows if not row.group and i < len(row.cells)]
            named = [text for text in texts if text]
            bodies = sum(unregistered.BODIES.match(fold(text)) is not None for text in named)
            if named and bodies >= 0.8 * len(named):
                return i
    return None
