"""Who does what, with whom, by when: duties, "Đơn vị chủ trì: …" lines and rows of task tables as assignments."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from kehoach.folding import fold, upper
from kehoach.knowledge.patterns import inline, lazy
from kehoach.parsers import clause_owners, listed_names, shared_roles
from kehoach.parsers.attempts import attempt
from kehoach.parsers.facts import partners
from kehoach.parsers.facts.deadlines import Deadline
from kehoach.parsers.items import Item
from kehoach.parsers.scene import ASK_NOTHING, CLAUSED, Scene, owners_at
from kehoach.parsers.tables import across
from kehoach.parsers.words import Words

Due = tuple[str | None, str | None]
"""A date and a rhythm, ``None`` what is not printed."""

_WHO = (
    r"(?:đơn vị|cơ quan|bộ phận|người|cá nhân|tổ chức|phòng|ban|các đơn vị|các cơ quan|thành phần|lãnh đạo|lực lượng)"
)
# "Cơ quan chủ trì: …", "Đơn vị phối hợp thực hiện: …", "Lãnh đạo phụ trách: …", "Sản phẩm: …" wherever a clause begins.
FIELD = lazy(
    r"(?:(?<=^)|(?<=[.;,] )|(?<=[-+*] ))(?P<name>"
    rf"(?P<lead>(?:{_WHO}(?:,? (?:cá nhân|đơn vị|bộ phận|tổ chức))?\s+)?"
    r"(?:chủ trì|thực hiện chính|đầu mối)(?:,? (?:và )?(?:thực hiện|triển khai)| tham mưu)?)"
    r"|(?P<sup>lãnh đạo (?:phụ trách|chỉ đạo|theo dõi)|(?:người )?chỉ đạo)"
    rf"|(?P<with>(?:{_WHO}\s+)?phối hợp(?: thực hiện)?|tham gia)"
    rf"|(?P<does>{_WHO}(?:,? (?:cá nhân|đơn vị|bộ phận))?\s+(?:thực hiện|phụ trách|tham mưu|triển khai)"
    r"|phân công(?: thực hiện)?|phụ trách"
    r"|thực hiện(?=\s?:[^:]{2,160}[;.,]\s?(?:(?:đơn vị|cơ quan)\s)?phối hợp(?: thực hiện)?\s?:))"
    r"|(?P<time>(?:thời gian|thời hạn|tiến độ)(?: thực hiện| hoàn thành| triển khai| tiến hành| tổ chức"
    r"| điều tra| kiểm tra| thanh tra| khảo sát)?"
    r"|hoàn thành)"
    r"|(?P<out>(?:sản phẩm|kết quả)(?: đầu ra| dự kiến| cần đạt)?))\s*:\s*",
    re.I,
)
_LATEST = lazy(r"chậm nhất|muộn nhất")
_DOING = "thực hiện|phụ trách|đảm nhận|đảm nhiệm"
# "(Phòng Tài chính chủ trì; phối hợp: …; hoàn thành trong quý II)" behind a task
_BRACKETED = lazy(
    r"\((?P<inner>[^()]{0,120}?(?:\bchủ trì\b|\b(?:[Cc]hủ trì|[Pp]hối hợp|[Tt]hực hiện|[Pp]hụ trách) ?:"
    rf"|\b(?:{_DOING})(?=\)|[;,]))[^()]{{0,160}})\)"
)
# "(Phòng Tổng hợp thực hiện)"
_DOES_IT = lazy(rf"(?<=\s)(?:{_DOING})(?=$|[;,])")
_FIRST_LEADS = lazy(rf"(?P<who>[^:;]{{1,120}}?)\s(?:chủ trì|{_DOING})(?: thực hiện)?\s*[;,]")
_IN_BRACKETS = ("chủ trì", "thực hiện", "phụ trách", "đảm n")
# "… gửi Sở trước 05/6. Đồng chí Hạnh phụ trách, Phòng Tổng hợp phối hợp."
_DOERS = lazy(
    r"[.;:)]\s{1,3}(?P<who>[^.;:()\s][^.;:()]{1,119}?)\s{1,3}(?:chủ trì|" + _DOING + r")"
    r"(?:\s{0,3}[,;]\s{0,3}(?P<help>[^.;:()\s][^.;:()]{1,119}?)\s{1,3}phối hợp(?: thực hiện)?)?\W{0,3}$"
)
_DOERS_END = ("chủ trì", *_DOING.split("|"), "phối hợp")
_COOPERATING = lazy(
    r"phối hợp(?: thực hiện)?(?: với| cùng)?\s*:?\s*(?P<who>[^;()]+)|(?P<before>[^;,()]*?[^;,()\s])\s+phối hợp\b"
)
# "A chủ trì; các huyện, thị xã, thành phố phối hợp": all that stands between the two
_HELPING = lazy(
    r"\s{0,3}[,;]\s{0,3}(?P<who>[^;()]{0,200}?[^;()\s])\s{1,3}phối hợp\b"
    r"(?:\s{1,3}thực hiện)?\s{0,3}(?=[;,.]|$)"
)
_GIVEN = lazy(r"^\W*(?:(?:giao|đề nghị|yêu cầu|phân công)(?: cho)? )?", re.I)
# A line that says whom or what it is about: the names in its bracket do nothing.
_CONCERNS = lazy(r"\W*(?:đối tượng|thành phần|đại biểu|khách mời|địa điểm|phạm vi|nơi nhận)\b[^:]{0,40}:")
_LAST_BRACKET = lazy(r"\((?P<inner>[^\W\d_][^()]{2,160})\)[ .;]*$")
# "đơn vị đầu mối (Phòng Nội vụ)", "các ngành liên quan (Công an, Y tế)", "gửi về huyện (Phòng Nội vụ)"
_EXPLAINED = lazy(
    r"(?<!\w)(?:đơn vị|cơ quan|đại biểu|đối tượng|thành phần|lực lượng|ngành|sở|phòng|ban|cấp|đầu mối|tổ chức|đoàn thể"
    r"|doanh nghiệp|địa phương|thành viên|xã(?! hội)|huyện|tỉnh|trường|cán bộ|gửi|về|tại|qua|với|như|gồm|thuộc|của)"
    r"(?: [^\W\d_]+){0,2}$"
)
_LEADERS = 1_000
"""Letters of a clause before "chủ trì" that may name who leads."""
_LAST_WORDS = 40
"""Letters before such a bracket in which words stand that it may explain."""
_WHEN_FOLLOWS = lazy(r"[;,]\s*(?:thời|hoàn|xong|trong|trước)")
_PERSON_NAME = lazy(upper(r"(?:[A-Z][\w'’]*\s?){2,5}"))

# What the names of fields end in; all that stands right before a colon has to, to be one.
_FIELD_ENDS = (
    "trì", "chính", "mối", "thực hiện", "tham mưu", "phụ trách", "chỉ đạo", "theo dõi", "phối hợp", "tham gia",
    "triển khai", "phân công", "thời gian", "thời hạn", "tiến độ", "hoàn thành", "sản phẩm", "kết quả", "đầu ra",
    "dự kiến", "cần đạt", "tiến hành", "tổ chức", "tra", "khảo sát",
)  # fmt: skip
_LONGEST_END = 16
"""Letters, a blank behind them included, of the longest of these."""


def field_line(text: str) -> bool:
    """Whether a line is nothing but such fields."""
    return has_field(text) and FIELD.match(fold(text)) is not None


def has_field(text: str) -> bool:
    """Whether a text can hold such a field at all; cheap, and most texts cannot."""
    at = text.find(":")
    folded = fold(text) if at >= 0 else ""
    while at >= 0:
        before = folded[max(0, at - _LONGEST_END) : at].rstrip()
        if not before or before.endswith(_FIELD_ENDS):
            return True
        at = folded.find(":", at + 1)
    return False


def read(scene: Scene) -> list[dict[str, Any]]:
    """Assignments in printed order. Needs the deadlines."""
    out: list[dict[str, Any]] = []
    for item in scene.items:
        if item.section not in ASK_NOTHING:
            out += attempt(scene.reading, "assignments", item.node.start, item.node.end, _of_item, scene, item)
    return out


def _of_item(scene: Scene, item: Item) -> list[dict[str, Any]]:
    """The rows that one item makes: of its words, its brackets and its fields, or of its row of a table."""
    if item.row is not None:
        return list(_of_row(scene, item))
    out: list[dict[str, Any]] = []
    fielded = ":" in item.text
    if not (fielded and field_line(item.text)):
        named = partners.find(item.text)
        behind = "(" in item.text and (fielded or any(map(fold(item.text).__contains__, _IN_BRACKETS)))
        bracketed, elsewhere = _brackets(scene, item, named) if behind else ([], named)
        if not bracketed and item.section == "tasks" and item.text.rstrip(" .;").endswith(")"):
            bracketed = _owners_behind(scene, item)
        own = _cooperation(scene, item, elsewhere)
        if item.agencies and item.section == "duties" and not item.path and not own:
            own.append(_assign(scene, item, item.agencies))
        doers = [] if item.agencies or bracketed else _doers(scene, item)
        out += [*own, *bracketed, *doers, *_clauses(scene, item, elsewhere)]
    if fielded or item.children:
        out += _fields(scene, item)
    return out


def make(
    item: str | None,
    action: str,
    *,
    lead: Sequence[str] = (),
    partners: Sequence[str] = (),
    partners_text: str | None = None,
    due: Due = (None, None),
    output: str | None = None,
    supervisors: Sequence[str] = (),
) -> dict[str, Any]:
    """One assignment, JSON-ready; ``item``: the id of the item it hangs on, ``due``: its date and its rhythm."""
    return {
        "item": item,
        "action": action,
        "lead": list(lead),
        "partners": list(partners),
        "partners_text": partners_text,
        "due": due[0],
        "every": due[1],
        "output": output,
        "supervisors": list(supervisors),
    }


def _assign(
    scene: Scene,
    item: Item,
    lead: Sequence[str],
    partners: Sequence[str] = (),
    partners_text: str | None = None,
) -> dict[str, Any]:
    """An assignment of an item, by the item's own date."""
    due = _own_due(scene, item) if list(lead) == list(item.agencies) else _due(scene, item)
    return make(item.id, item.text, lead=lead, partners=partners, partners_text=partners_text, due=due)


def _clauses(scene: Scene, item: Item, named: Sequence[partners.Partners]) -> Iterator[dict[str, Any]]:
    """One row for each clause that a body of its own opens: "Sở A chủ trì …; Sở B bố trí …".

    Of the first, who leads together with somebody has that row already.
    """
    if item.section not in CLAUSED or not clause_owners.may_hold(item.text):
        return
    for clause in clause_owners.of(item.text, list(item.agencies)):
        if not clause.start and any(p.lead and p.start < clause.end for p in named):
            continue
        due = _first_due([d for d in scene.due.get(item.id, ()) if clause.start <= d.start < clause.end])
        yield make(item.id, item.text[clause.start : clause.end], lead=clause.names, due=due)


def _due(scene: Scene, item: Item) -> Due:
    """The date by which an item is to be done."""
    return _first_due(scene.due.get(item.id))


def _own_due(scene: Scene, item: Item) -> Due:
    """The date that an item's own assignees have; not one of a clause that somebody else opens."""
    owners = list(item.agencies)
    return _first_due([d for d in scene.due.get(item.id, ()) if owners_at(item, d.start) == owners])


def _first_due(found: Sequence[Deadline] | None) -> Due:
    """The date that counts: of "dự kiến A (chậm nhất B)", "khởi công A, xong B" the later."""
    if not found:
        return None, None
    for d in found:
        if d.bound in ("by", "before") and d.due and _LATEST.search(fold(d.text)):
            return d.due, d.every
    if found[0].bound == "from" or fold(found[0].text).startswith("khởi công"):
        ends = next((d for d in found if d.bound in ("by", "before") and d.due), found[0])
        return ends.due, ends.every
    return found[0].due, found[0].every


def _cooperation(scene: Scene, item: Item, named: Sequence[partners.Partners]) -> list[dict[str, Any]]:
    """One row each time an item's words name somebody to work with."""
    if not named:
        return []
    rows = []
    folded = fold(item.text)
    for helping in named:
        lead = owners_at(item, helping.start) or _leading(item.text, folded, helping)
        names = item.text[helping.start : helping.end]
        rows.append(_assign(scene, item, lead, listed_names.listed(names), names))
    return rows


def _leading(text: str, folded: str, named: partners.Partners) -> list[str]:
    """Who a clause without an assignee above it says to lead: "Giao Sở Nội vụ chủ trì, phối hợp với …"."""
    if not named.lead:
        return []
    leads = max(0, folded.rfind("chủ trì", 0, named.start))
    before = text[max(0, leads - _LEADERS) : leads].rstrip()
    clause = max(map(before.rfind, ".;:("))
    if clause < 0 and leads > _LEADERS:
        return []  # a clause that long names nobody
    who = _GIVEN.sub("", before[clause + 1 :])
    return listed_names.listed(who) if listed_names.only(who) else []


def _brackets(
    scene: Scene, item: Item, named: Sequence[partners.Partners]
) -> tuple[list[dict[str, Any]], Sequence[partners.Partners]]:
    """Who and when printed in brackets behind a task, and who of ``named`` stands in none of them.

    Where a bracket also names somebody to work with, a second row with the same lead holds the words that name them.
    """
    rows: list[dict[str, Any]] = []
    for match in _BRACKETED.finditer(fold(item.text)):
        row = _bracket(scene, item, item.text[match.start("inner") : match.end("inner")])
        if row is None:
            continue
        rows.append(row)
        if item.path and not item.text[: match.start()].strip() and not item.text[match.end() :].strip(" .;"):
            row["item"], row["action"] = item.path[-1].id, item.path[-1].text  # a line of its own below its task
        inner = [p for p in named if match.start() < p.start < match.end()]
        named = [p for p in named if p not in inner]
        for inside in inner:
            if item.text[: inside.start].rstrip()[-1:] != ":":  # "phối hợp: …" is a field
                names = item.text[inside.start : inside.end]
                row["partners"] = listed_names.listed(names)
                rows.append({**row, "partners_text": names})
    return rows, named


def _doers(scene: Scene, item: Item) -> list[dict[str, Any]]:
    """Who does it where an item's last words say so and name nobody but them."""
    folded = fold(item.text)
    found = _DOERS.search(folded) if folded.rstrip(" .;").endswith(_DOERS_END) else None
    if found is None:
        return []
    who, helps = item.text[slice(*found.span("who"))], item.text[slice(*found.span("help"))] if found["help"] else ""
    if not listed_names.only(who) or (helps and not listed_names.only(helps)):
        return []
    return [_assign(scene, item, listed_names.listed(who), listed_names.listed(helps))]


def _bracket(scene: Scene, item: Item, inner: str) -> dict[str, Any] | None:
    """The row that the words of one bracket make, None where they do not say who leads."""
    values = list(_field_values(inner)) if has_field(inner) else []
    if any(role in ("lead", "does", "with") for role, _ in values):  # "(cơ quan chủ trì: …; phối hợp: …)"
        said = [(role, _WHEN_FOLLOWS.split(value)[0]) for role, value in values]
        first = _FIRST_LEADS.match(fold(inner))
        if first is not None and listed_names.only(who := inner[first.start("who") : first.end("who")]):
            said.append(("lead", who))  # "(Sở A chủ trì; phối hợp: Sở B)"
        return _by_fields(item, said, _due(scene, item))
    folded = fold(inner)
    leads = folded.find("chủ trì")
    if leads < 0 or inner[leads].isupper():  # "(Chủ trì hội nghị: …)" names a part, nobody
        does = _DOES_IT.search(folded)
        who = inner[: does.start()].rstrip() if does is not None else ""
        return _assign(scene, item, listed_names.listed(who)) if listed_names.only(who) else None
    before, after = inner[:leads], inner[leads + len("chủ trì") :]
    lead = listed_names.listed(before) or listed_names.listed(inline(r"[;,]").split(after.lstrip(" :"))[0])
    listed = _HELPING.match(after)
    helping = listed["who"] if listed else next((m["who"] or m["before"] for m in _COOPERATING.finditer(inner)), "")
    return _assign(scene, item, lead, listed_names.listed(_WHEN_FOLLOWS.split(helping)[0])) if lead else None


def _owners_behind(scene: Scene, item: Item) -> list[dict[str, Any]]:
    """The row of a task that ends in who has to do it, without a verb: "Phát động trồng cây (Công đoàn, Đoàn TN)".

    Behind a name, or behind words that a name explains, such a bracket says which body is meant.
    """
    match = _LAST_BRACKET.search(item.text)
    if match is None or _CONCERNS.match(fold(item.text)) or not listed_names.bodies(match["inner"]):
        return []
    before = item.text[: match.start()].rstrip()
    last = before.rpartition(" ")[2]
    dated = (last[-1:].isdigit() and "/" in last) or last in ("tuần", "tháng", "quý", "năm")
    running = (
        dated or last[-1:] in ".;" or (last[:1].islower() and not _EXPLAINED.search(before[-_LAST_WORDS:].lower()))
    )
    return [_assign(scene, item, listed_names.listed(match["inner"]))] if running else []


def _fields(scene: Scene, item: Item) -> Iterator[dict[str, Any]]:
    """One row for an item whose children are lines such as "Đơn vị chủ trì: …", or that holds such fields itself."""
    sources = [child for child in item.children if child.row is None and field_line(child.text)]
    if not sources and has_field(item.text) and not field_line(item.text) and _says_who(item.text):
        sources = [item]
    if not sources:
        return
    values: list[tuple[str, str]] = []
    due: Due = (None, None)
    for source in sources:
        said = [(role, _WHEN_FOLLOWS.split(value, 1)) for role, value in _field_values(source.text)]
        values += [pair for role, parts in said for pair in _roles(role, parts[0])]
        dated = any(role == "time" or len(parts) > 1 for role, parts in said)  # "Phân công: A; hoàn thành trước …"
        if dated and (found := _due(scene, source)) != (None, None):
            due = found
    row = _by_fields(item, values, due)
    if row and due == (None, None) and (own := _due(scene, item))[0]:  # "Rà soát thủ tục trước ngày 30/9/2031"
        row["due"], row["every"] = own
    yield from [row] if row else []


def _roles(role: str, value: str) -> Sequence[tuple[str, str]]:
    """The values of a field of who leads or does it, whose words may say who helps as well."""
    parts = list(shared_roles.parted(value)) if role in ("lead", "does") else []
    return parts or [(role, value)]


def _by_fields(item: Item, values: Sequence[tuple[str, str]], due: Due) -> dict[str, Any] | None:
    """The row that fields such as "Đơn vị chủ trì: …" make, None where they say neither who nor when."""
    names: dict[str, list[str]] = {"lead": [], "does": [], "with": [], "sup": []}
    output: str | None = None
    for role, value in values:
        if role in names:
            names[role] += listed_names.listed(value)
        elif role == "out":
            output = value or None
    # those who only "thực hiện" lead where nobody is said to
    lead, helping = (names["lead"], names["does"]) if names["lead"] else (names["does"], [])
    helping = helping + names["with"]
    if not (lead or helping or due[0] or due[1]):
        return None
    return make(item.id, item.text, lead=lead, partners=helping, due=due, output=output, supervisors=names["sup"])


def _says_who(text: str) -> bool:
    """Whether a text has a field of who leads or does it."""
    return any(m["lead"] or m["does"] for m in FIELD.finditer(fold(text)))


def _field_values(text: str) -> Iterator[tuple[str, str]]:
    """(role, words) of the fields of a text: each ends where the next begins."""
    found = list(FIELD.finditer(fold(text)))
    ends = [*(match.start() for match in found), len(text)][1:]
    for match, end in zip(found, ends, strict=True):
        role = next(role for role in ("lead", "does", "with", "sup", "out", "time") if match[role])
        yield role, text[match.end() : end].strip(" .;,-")


_TOGETHER = lazy(r"(?P<lead>[^\W\d].{2,90}?)[,;]? phối hợp(?: với| cùng)? (?=[^\W\d])", needs=("phối hợp",))
"""Who leads in a cell that says with whom as well: "Phòng Kinh tế phối hợp Hội Nông dân"."""


def _of_row(scene: Scene, item: Item) -> Iterator[dict[str, Any]]:
    """The assignment of a table's row; a group row counts where it says who or when itself."""
    table, row = item.table, item.row
    if table is None or row is None or not {"lead", "partners", "time"} & set(table.roles):
        return
    if row.group and (across(table, row) or not any(table.cell(row, role) for role in ("lead", "partners", "time"))):
        return
    leads, helps = table.cell(row, "lead"), table.cell(row, "partners")
    if leads is not None and helps is None and (both := _TOGETHER.match(leads.text)):
        leads, helps = leads.cut(0, both.end("lead")), leads.cut(both.end())
    lead, helping, over = (cell_names(scene, cell) for cell in (leads, helps, table.cell(row, "supervisor")))
    output = table.cell(row, "output")
    yield make(
        item.id,
        item.text,
        lead=lead or item.agencies,
        partners=helping,
        due=_due(scene, item),
        output=output.text if output is not None else None,
        supervisors=over,
    )


def cell_names(scene: Scene, cell: Words | None) -> list[str]:
    """The names in a cell; persons printed one a line are one a name."""
    if cell is None:
        return []
    lines = [part for part in _printed_lines(scene, cell) if part]
    if len(lines) > 1 and all(_PERSON_NAME.fullmatch(part) for part in lines):
        return lines
    return listed_names.listed(cell.text)


def _printed_lines(scene: Scene, cell: Words) -> list[str]:
    """A cell's text as it is broken into lines in the source."""
    cuts = [0]
    for (_, a), (pos, b) in zip(cell.runs, cell.runs[1:], strict=False):
        if "\n" in scene.view.text[a:b]:
            cuts.append(pos)
    return [cell.text[a:b].strip() for a, b in zip(cuts, [*cuts[1:], len(cell.text)], strict=True)]
