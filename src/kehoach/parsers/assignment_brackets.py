"""Who does a task where the words behind it say so: "(Sở Y tế chủ trì; xong trong quý II)", "Hạnh phụ trách"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from kehoach.folding import fold
from kehoach.knowledge.patterns import inline, lazy
from kehoach.parsers import listed_names
from kehoach.parsers.assignment_fields import WHEN_FOLLOWS, by_fields, has_field, values_of
from kehoach.parsers.assignment_form import assign, due_of
from kehoach.parsers.facts import agencies, partners
from kehoach.parsers.items import Item
from kehoach.parsers.scene import Scene

_DOING = "thực hiện|phụ trách|đảm nhận|đảm nhiệm"
# "(Phòng Tài chính chủ trì; phối hợp: …; hoàn thành trong quý II)" behind a task
_BRACKETED = lazy(
    r"\((?P<inner>[^()]{0,120}?(?:\bchủ trì\b|\b(?:[Cc]hủ trì|[Pp]hối hợp|[Tt]hực hiện|[Pp]hụ trách) ?:"
    rf"|\b(?:{_DOING})(?=\)|[;,]))[^()]{{0,160}})\)"
)
# "(Phòng Tổng hợp thực hiện)"
_DOES_IT = lazy(rf"(?<=\s)(?:{_DOING})(?=$|[;,])")
_FIRST_LEADS = lazy(rf"(?P<who>[^:;]{{1,120}}?)\s(?:chủ trì|{_DOING})(?: thực hiện)?\s*[;,]")
# "… gửi Sở trước 05/6. Đồng chí Hạnh phụ trách, Phòng Tổng hợp phối hợp."
_DOERS = lazy(
    r"(?:[.;:)]|[,;)] (?P<by>do|(?:giao|phân công)(?: cho)?))\s{1,3}(?P<who>[^.;:()\s][^.;:()]{1,119}?)\s{1,3}"
    r"(?:chủ trì(?: thực hiện| tổ chức)?|" + _DOING + r")"
    r"(?:\s{0,3}[,;]\s{0,3}(?P<help>[^.;:()\s][^.;:()]{1,119}?)\s{1,3}phối hợp(?: thực hiện)?)?\W{0,3}$"
)
_BY_NAME = lazy(r"(?:đồng chí|đ/c|ông|bà|thầy|cô|anh|chị)\b")
_DOERS_END = ("chủ trì", *_DOING.split("|"), "phối hợp")
_COOPERATING = lazy(
    r"phối hợp(?: thực hiện)?(?: với| cùng)?\s*:?\s*(?P<who>[^;()]+)|(?P<before>[^;,()]*?[^;,()\s])\s+phối hợp\b"
)
# "A chủ trì; các huyện, thị xã, thành phố phối hợp": all that stands between the two
_HELPING = lazy(
    r"\s{0,3}[,;]\s{0,3}(?P<who>[^;()]{0,200}?[^;()\s])\s{1,3}phối hợp\b"
    r"(?:\s{1,3}thực hiện)?\s{0,3}(?=[;,.]|$)"
)
# A line that says whom or what it is about: the names in its bracket do nothing.
_CONCERNS = lazy(r"\W*(?:đối tượng|thành phần|đại biểu|khách mời|địa điểm|phạm vi|nơi nhận)\b[^:]{0,40}:")
_LAST_BRACKET = lazy(r"\((?P<inner>[^\W\d_][^()]{2,160})\)[ .;]*$")
# "(giao Phòng Nội vụ)", "(Phòng Nội vụ, quý II/2031)": what stands beside the names.
_GIVEN = lazy(r"^(?:giao|phân công)(?: cho)? ", re.I)
_WHEN = lazy(
    r"\s?[,;–-]\s?(?:(?:xong|hoàn thành|trong|trước|từ|vào)\s)*(?:quý|tháng|ngày|năm|hằng|hàng|\d)[^,;]*$", re.I
)
# "đơn vị đầu mối (Phòng Nội vụ)", "các ngành liên quan (Công an, Y tế)", "gửi về huyện (Phòng Nội vụ)"
_EXPLAINED = lazy(
    r"(?<!\w)(?:đơn vị|cơ quan|đại biểu|đối tượng|thành phần|lực lượng|ngành|sở|phòng|ban|cấp|đầu mối|tổ chức|đoàn thể"
    r"|doanh nghiệp|địa phương|thành viên|xã(?! hội)|huyện|tỉnh|trường|cán bộ|gửi|về|tại|qua|với|như|gồm|thuộc|của)"
    r"(?: [^\W\d_]+){0,2}$"
)
_LAST_WORDS = 40
"""Letters before such a bracket in which words stand that it may explain."""


def printed(
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


def _bracket(scene: Scene, item: Item, inner: str) -> dict[str, Any] | None:
    """The row that the words of one bracket make, None where they do not say who leads."""
    values = list(values_of(inner)) if has_field(inner) else []
    if any(role in ("lead", "does", "with") for role, _ in values):  # "(cơ quan chủ trì: …; phối hợp: …)"
        said = [(role, WHEN_FOLLOWS.split(value)[0]) for role, value in values]
        first = _FIRST_LEADS.match(fold(inner))
        if first is not None and listed_names.only(who := inner[first.start("who") : first.end("who")]):
            said.append(("lead", who))  # "(Sở A chủ trì; phối hợp: Sở B)"
        return by_fields(item, said, due_of(scene, item))
    folded = fold(inner)
    leads = folded.find("chủ trì")
    if leads < 0 or inner[leads].isupper():  # "(Chủ trì hội nghị: …)" names a part, nobody
        does = _DOES_IT.search(folded)
        who = inner[: does.start()].rstrip() if does is not None else ""
        return assign(scene, item, listed_names.listed(who)) if listed_names.only(who) else None
    before, after = inner[:leads], inner[leads + len("chủ trì") :]
    lead = listed_names.listed(before) or listed_names.listed(inline(r"[;,]").split(after.lstrip(" :"))[0])
    listed = _HELPING.match(after)
    helping = listed["who"] if listed else next((m["who"] or m["before"] for m in _COOPERATING.finditer(inner)), "")
    return assign(scene, item, lead, listed_names.listed(WHEN_FOLLOWS.split(helping)[0])) if lead else None


def owners_behind(scene: Scene, item: Item) -> list[dict[str, Any]]:
    """The row of a task that ends in who has to do it, without a verb: "Phát động trồng cây (Công đoàn, Đoàn TN)".

    Behind a name, or behind words that a name explains, such a bracket says which body is meant.
    """
    match = _LAST_BRACKET.search(item.text)
    if match is None or _CONCERNS.match(fold(item.text)):
        return []
    names = _WHEN.sub("", _GIVEN.sub("", match["inner"]))
    if not listed_names.bodies(names):
        return []
    before = item.text[: match.start()].rstrip()
    last = before.rpartition(" ")[2]
    dated = (last[-1:].isdigit() and "/" in last) or last in ("tuần", "tháng", "quý", "năm")
    running = (
        dated or last[-1:] in ".;" or (last[:1].islower() and not _EXPLAINED.search(before[-_LAST_WORDS:].lower()))
    )
    return [assign(scene, item, listed_names.listed(names))] if running else []


def doers(scene: Scene, item: Item) -> list[dict[str, Any]]:
    """Who does it where an item's last words say so and name nobody but them."""
    folded = fold(item.text)
    found = _DOERS.search(folded) if folded.rstrip(" .;").endswith(_DOERS_END) else None
    if found is None:
        return []
    who, helps = item.text[slice(*found.span("who"))], item.text[slice(*found.span("help"))] if found["help"] else ""
    if not listed_names.only(who) or (helps and not listed_names.only(helps)):
        return []
    if found["by"] and any(a.kind == "person" and not _BY_NAME.match(fold(a.name)) for a in agencies.split(who)):
        return []  # ", do giáo viên phụ trách": whoever that is
    return [assign(scene, item, listed_names.listed(who), listed_names.listed(helps))]
