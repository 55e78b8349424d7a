"""Who does what, with whom, by when: duties, "Đơn vị chủ trì: …" lines and rows of task tables as assignments."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from kehoach.folding import bare, upper
from kehoach.parsers.facts import agencies, partners
from kehoach.parsers.items import Item
from kehoach.parsers.words import Words

if TYPE_CHECKING:
    from kehoach.parsers.layers import Scene

_WHO = (
    r"(?:đơn vị|cơ quan|bộ phận|người|cá nhân|tổ chức|phòng|ban|các đơn vị|các cơ quan|thành phần|lãnh đạo|lực lượng)"
)
# "Cơ quan chủ trì: …", "Đơn vị phối hợp thực hiện: …", "Lãnh đạo phụ trách: …", "Sản phẩm: …" inside or at the start of a line
FIELD = re.compile(
    rf"(?:(?<=^)|(?<=[.;,] )|(?<=[-+*] ))(?P<name>(?P<lead>(?:{_WHO}(?:,? (?:cá nhân|đơn vị|bộ phận"
    rf"|tổ chức))?\s+)?(?:chủ trì|thực hiện chính|đầu mối)(?: thực hiện| tham mưu)?)"
    rf"|(?P<sup>lãnh đạo (?:phụ trách|chỉ đạo|theo dõi)|(?:người )?chỉ đạo)"
    rf"|(?P<with>(?:{_WHO}\s+)?phối hợp(?: thực hiện)?|tham gia)"
    rf"|(?P<does>{_WHO}(?:,? (?:cá nhân|đơn vị|bộ phận))?\s+(?:thực hiện|phụ trách|tham mưu|triển khai)"
    rf"|phân công(?: thực hiện)?|phụ trách)"
    rf"|(?P<time>(?:thời gian|thời hạn|tiến độ)(?: thực hiện| hoàn thành| triển khai)?|hoàn thành)"
    rf"|(?P<out>(?:sản phẩm|kết quả)(?: đầu ra| dự kiến| cần đạt)?))\s*:\s*",
    re.I,
)


def field_line(text: str) -> bool:
    """Whether a line is nothing but such fields."""
    return FIELD.match(text) is not None


def read(scene: Scene) -> list[dict[str, Any]]:
    """Assignments in printed order."""
    out: list[dict[str, Any]] = []
    for item in scene.items:
        if item.section in ("basis", "situation", "closing", "recipients"):
            continue
        if item.row is not None:
            _row(scene, item, out)
            continue
        if not field_line(item.text):
            _cooperation(scene, item, out)
            if (
                item.agencies
                and item.section == "duties"
                and len(item.path) == 0
                and not any(r["item"] == item.id for r in out[-4:])
            ):
                out.append(_make(item, lead=list(item.agencies), due=_due(scene, item)))
            _brackets(scene, item, out)
        _fields(scene, item, out)
    return out


def _make(
    item: Item,
    *,
    lead: Sequence[str] = (),
    with_: Sequence[str] = (),
    text: str | None = None,
    due: tuple[str | None, str | None] = (None, None),
    output: str | None = None,
    supervisors: Sequence[str] = (),
) -> dict[str, Any]:
    return {
        "item": item.id,
        "action": item.text,
        "lead": list(lead),
        "partners": list(with_),
        "partners_text": text,
        "due": due[0],
        "every": due[1],
        "output": output,
        "supervisors": list(supervisors),
    }


def _due(scene: Scene, item: Item) -> tuple[str | None, str | None]:
    """The date by which it is to be done: of "dự kiến A (chậm nhất B)" the later, else the first."""
    found = scene.due.get(item.id, [])
    if not found:
        return None, None
    last = next(
        (
            d
            for d in found
            if d.bound in ("by", "before") and d.due and re.search(r"chậm nhất|muộn nhất", d.text.lower())
        ),
        found[0],
    )
    return last.due, last.every


def _cooperation(scene: Scene, item: Item, out: list[dict[str, Any]]) -> None:
    for p in partners.find(item.text):
        named = item.text[p.start : p.end]
        out.append(
            _make(
                item,
                lead=item.agencies if p.lead or item.agencies else (),
                with_=_names(named),
                text=named,
                due=_due(scene, item),
            )
        )


# "(Phòng Tài chính chủ trì; phối hợp: …; hoàn thành trong quý II)" behind a task
_BRACKETED = re.compile(r"\((?P<inner>[^()]{0,120}?\bchủ trì\b[^()]{0,160})\)")
_COOPERATING = re.compile(
    r"phối hợp(?: thực hiện)?(?: với| cùng)?\s*:?\s*(?P<who>[^;()]+)|(?P<before>[^;,()]+?)\s+phối hợp\b"
)


def _brackets(scene: Scene, item: Item, out: list[dict[str, Any]]) -> None:
    """Who and when printed in brackets behind a task."""
    for match in _BRACKETED.finditer(item.text):
        inner = match["inner"]
        before, _, after = inner.partition("chủ trì")
        lead = _names(before) or _names(re.split(r"[;,]", after.lstrip(" :"))[0])
        with_ = next((m["who"] or m["before"] for m in _COOPERATING.finditer(inner)), "")
        row = _make(
            item,
            lead=lead,
            with_=_names(re.split(r"[;,]\s*(?:thời|hoàn|xong|trong|trước)", with_)[0]),
            due=_due(scene, item),
        )
        if row["lead"]:
            out.append(row)


def _fields(scene: Scene, item: Item, out: list[dict[str, Any]]) -> None:
    """One row for an item whose children are lines such as "Đơn vị chủ trì: …"."""
    lines = [child for child in item.children if child.row is None and field_line(child.text)]
    own = [] if field_line(item.text) else [m for m in FIELD.finditer(item.text) if m["lead"] or m["does"]]
    sources = lines or ([item] if own else [])
    if not sources:
        return
    row = _make(item)
    leads: list[str] = []
    does: list[str] = []
    for child in sources:
        found = list(FIELD.finditer(child.text))
        for k, match in enumerate(found):
            end = found[k + 1].start() if k + 1 < len(found) else len(child.text)
            value = child.text[match.end() : end].strip(" .;,-")
            if match["lead"]:
                leads += _names(value)
            elif match["does"]:
                does += _names(value)
            elif match["with"]:
                row["partners"] += _names(value)
            elif match["sup"]:
                row["supervisors"] += _names(value)
            elif match["out"]:
                row["output"] = value or None
            else:
                due = _due(scene, child)
                row["due"], row["every"] = due if due != (None, None) else (row["due"], row["every"])
    row["lead"] = leads or does
    if leads:
        row["partners"] = does + row["partners"] if does else row["partners"]
    if row["lead"] or row["partners"] or row["due"] or row["every"]:
        out.append(row)


def _row(scene: Scene, item: Item, out: list[dict[str, Any]]) -> None:
    table, row = item.table, item.row
    if (
        table is None
        or row is None
        or (row.group and not any(table.cell(row, r) for r in ("lead", "partners", "time")))
    ):
        return
    if not {"lead", "partners", "time"} & set(table.roles):
        return
    lead, with_, over = (cell_names(scene, table.cell(row, role)) for role in ("lead", "partners", "supervisor"))
    output = table.cell(row, "output")
    made = _make(
        item,
        lead=lead,
        with_=with_,
        due=_due(scene, item),
        output=output.text if output is not None else None,
        supervisors=over,
    )
    if not made["lead"]:
        made["lead"] = list(item.agencies)
    out.append(made)


def cell_names(scene: Scene, cell: Words | None) -> list[str]:
    """The names in a cell; persons printed one a line are one a name."""
    if cell is None:
        return []
    lines = [part for part in _printed_lines(scene, cell) if part]
    if len(lines) > 1 and all(re.fullmatch(upper(r"(?:[A-Z][\w'’]*\s?){2,5}"), part) for part in lines):
        return lines
    return _names(cell.text)


def _printed_lines(scene: Scene, cell: Words) -> list[str]:
    cuts = [0]
    for (_, a), (pos, b) in zip(cell.runs, cell.runs[1:], strict=False):
        if "\n" in scene.view.text[a:b]:
            cuts.append(pos)
    return [cell.text[a:b].strip() for a, b in zip(cuts, [*cuts[1:], len(cell.text)], strict=True)]


def _names(text: str) -> list[str]:
    """The names a text lists: as agencies where the register knows them, else what its separators set apart."""
    text = text.strip(" .;,-")
    if not text:
        return []
    found = agencies.split(text)
    letters = sum(c.isalnum() for c in text)
    if found and sum(sum(c.isalnum() for c in text[a.start : a.end]) for a in found) >= 0.8 * letters - 4:
        return [a.name for a in found]
    parts = [part.strip(" .,-") for part in re.split(r"\s*;\s*", text) if part.strip(" .,-")]
    if len(parts) > 1:
        return [name for part in parts for name in _names(part)]
    if re.match(r"\W*(?:dong chi|d/c|cac dong chi|ong|ba)\b", bare(text)):
        return [text]
    return (
        [part.strip() for part in re.split(upper(r",\s+(?=[A-Z])"), text) if part.strip()]
        if len(text) < 200
        else [text]
    )
