"""Who leads, helps and oversees by a row of a task table: its cells, and what one cell says of several roles."""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.folding import bare, upper
from kehoach.knowledge.patterns import lazy
from kehoach.parsers import listed_names, shared_roles
from kehoach.parsers.assignment_fields import field_line, values_of
from kehoach.parsers.scene import Scene
from kehoach.parsers.tables import Row, Table
from kehoach.parsers.words import Words
from kehoach.records import NamedTuple

_TOGETHER = lazy(r"(?P<lead>[^\W\d].{2,90}?)[,;]? phối hợp(?: với| cùng)? (?=[^\W\d])", needs=("phối hợp",))
"""Who leads in a cell that says with whom as well: "Phòng Kinh tế phối hợp Hội Nông dân"."""
_DITTO = frozenset(("nt", "-nt-", "- nt -", "nhu tren", '"', "''", "-//-", "//"))
"""What a cell (bare) says that says the same as the one above it."""
_FAR_UP = 40
"""Rows at most up to the one that a row of dittos repeats."""
_BOTH = lazy(r"chu tri\W{1,3}(?:va )?phoi hop")


_PERSON_NAME = lazy(upper(r"(?:[A-Z][\w'’]*\s?){2,5}"))


class RowNames(NamedTuple):
    """The names a row gives by role."""

    lead: list[str]
    partners: list[str]
    supervisors: list[str]


def of(scene: Scene, table: Table, row: Row) -> RowNames:
    """The names in a row's cells; a cell of who leads may say who helps as well."""
    leads, helps, over = (_cell(table, row, role) for role in ("lead", "partners", "supervisor"))
    if leads is not None and helps is None:
        if both := list(_roles(table, leads.text)):
            lead, partners = (
                [name for role, words in both if (role == "with") is helping for name in listed_names.listed(words)]
                for helping in (False, True)
            )
            return RowNames(lead, partners, cell_names(scene, over))
        if (match := _TOGETHER.match(leads.text)) is not None:
            leads, helps = leads.cut(0, match.end("lead")), leads.cut(match.end())
    return RowNames(*(cell_names(scene, cell) for cell in (leads, helps, over)))


# "- Chủ trì: Sở A - Phối hợp: Sở B", "Chủ trì: Sở A Phối hợp: Sở B": what were a cell's lines.
_NEXT_LINE = lazy(
    r"(?:^|[;,.]?\s)\s*[-+*•–]\s+(?=(?:(?:[Đđ]ơn vị|[Cc]ơ quan|[Bb]ộ phận) )?"
    r"(?:[Cc]hủ trì|[Pp]hối hợp|[Tt]hực hiện)[^:;]{0,20}:)"
    r"|[;,.]?\s+(?=(?:(?:Đơn vị|Cơ quan|Bộ phận) phối hợp|Phối hợp)[^:;]{0,20}:)"
)


def _roles(table: Table, text: str) -> Iterator[tuple[str, str]]:
    """What a cell says by role, ("lead" | "does" | "with", words); nothing where it only names who leads."""
    if ":" in text:
        text = _NEXT_LINE.sub("; ", text).lstrip("; ")
    if field_line(text):  # "Chủ trì: Phòng Y tế; phối hợp: Trạm Y tế"
        yield from ((role, words) for role, words in values_of(text) if role in ("lead", "does", "with"))
        return
    yield from shared_roles.parted(text)
    first, stroke, rest = text.partition("/")
    heading = bare(table.columns[table.column("lead")].text)
    if stroke and _BOTH.search(heading) and listed_names.only(first.strip()) and listed_names.bodies(rest.strip()):
        yield from (("lead", first), ("with", rest))  # "Sở A/Sở B" below "Chủ trì/phối hợp"


def _cell(table: Table, row: Row, role: str) -> Words | None:
    """A row's cell; of one that only repeats, that of the row above."""
    cell = table.cell(row, role)
    if cell is None or bare(cell.text).strip(" .") not in _DITTO:
        return cell
    above = (table.cell(other, role) for other in table.above(row, _FAR_UP))
    return next((c for c in above if c is not None and bare(c.text).strip(" .") not in _DITTO), None)


def cell_names(scene: Scene, cell: Words | None) -> list[str]:
    """The names in a cell; persons and known bodies printed one a line are one a name."""
    if cell is None:
        return []
    lines = [part for part in _printed_lines(scene, cell) if part]
    if len(lines) > 1 and (all(map(_PERSON_NAME.fullmatch, lines)) or all(map(_whole_body, lines))):
        return [name for part in lines for name in listed_names.listed(part)]
    return listed_names.listed(cell.text)


def _whole_body(line: str) -> bool:
    """Whether a line is a known body and not the rest of one: "Ngân hàng Chính sách xã | hội huyện"."""
    return line[:1].isupper() and listed_names.only(line)


def _printed_lines(scene: Scene, cell: Words) -> list[str]:
    """A cell's text as it is broken into lines in the source."""
    cuts = [0]
    for (_, a), (pos, b) in zip(cell.runs, cell.runs[1:], strict=False):
        if "\n" in (gap := scene.view.text[a:b]) or "<br" in gap.lower():
            cuts.append(pos)
    return [cell.text[a:b].strip() for a, b in zip(cuts, [*cuts[1:], len(cell.text)], strict=True)]
