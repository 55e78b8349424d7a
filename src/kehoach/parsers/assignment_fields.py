"""Lines that say who does something, with whom and by when: "Đơn vị chủ trì: …; phối hợp: …; thời gian: …"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Any

from kehoach.folding import fold
from kehoach.knowledge.patterns import lazy
from kehoach.parsers import listed_names, shared_roles
from kehoach.parsers.assignment_form import Due, due_of, make
from kehoach.parsers.facts import agencies
from kehoach.parsers.facts.promising_verbs import opens_with_verb
from kehoach.parsers.items import Item
from kehoach.parsers.scene import Scene

_KINDS = (
    r"(?:(?:các )?(?:đơn vị|cơ quan|bộ phận|người|cá nhân|tổ chức|địa phương)|phòng|ban|thành phần|lãnh đạo"
    r"|lực lượng)"
)
_WHO = (
    rf"{_KINDS}(?:(?:,| và|,? /)? ?(?:đơn vị|cơ quan|cá nhân|bộ phận|tổ chức|địa phương)){{0,2}}\s+"
    r"(?:được (?:giao|phân công) )?"
)
_ALSO = (
    r"(?:,? (?:và )?(?:trực tiếp |tổ chức )?(?:thực hiện|triển khai|tham mưu|soạn thảo|xây dựng|theo dõi|tổng hợp|trình"
    r"|báo cáo|phối hợp)){0,3}"
)
# "Cơ quan chủ trì: …", "Đơn vị phối hợp thực hiện: …", "Lãnh đạo phụ trách: …", "Sản phẩm: …" wherever a clause begins.
FIELD = lazy(
    r"(?:(?<=^)|(?<=[.;,] )|(?<=[-+*] ))(?P<name>"
    rf"(?P<lead>(?:{_WHO})?(?:(?:chủ trì|thực hiện chính|đầu mối){_ALSO}|chịu trách nhiệm chính))"
    r"|(?P<sup>lãnh đạo (?:phụ trách|chỉ đạo|theo dõi)|(?:người )?chỉ đạo)"
    rf"|(?P<with>(?:{_WHO})?(?:cùng )?phối hợp(?: thực hiện)?(?: với)?|tham gia"
    r"|(?:các )?(?:đơn vị|cơ quan) (?:hỗ trợ|tham gia))"
    rf"|(?P<does>{_WHO}(?:thực hiện|phụ trách|tham mưu|triển khai|chịu trách nhiệm|soạn thảo|trình){_ALSO}"
    r"|phân công(?: thực hiện)?|trách nhiệm(?: thực hiện)?|chịu trách nhiệm|phụ trách"
    r"|thực hiện(?=\s?:[^:]{2,160}[;.,]\s?(?:(?:đơn vị|cơ quan)\s)?phối hợp(?: thực hiện)?\s?:))"
    r"|(?P<time>(?:dự kiến )?(?:thời gian|thời hạn|thời điểm|tiến độ|lộ trình)"
    r"(?:(?:,| và)? (?:thời gian|tiến độ|lộ trình))?"
    r"(?: (?:dự kiến|thực hiện|hoàn thành|triển khai|tiến hành|tổ chức|điều tra|kiểm tra|thanh tra|khảo sát"
    r"|trình)){0,3}"
    r"|hoàn thành)"
    r"|(?P<out>(?:sản phẩm|kết quả)(?:(?:,|/)? ?(?:sản phẩm|kết quả))?"
    r"(?: (?:đầu ra|dự kiến|cần đạt|phải đạt|hoàn thành|công việc)){0,2}))\s*:\s*",
    re.I,
)
# What else such lines say: of no role, but what stands before it ends there.
_ASIDE = lazy(
    r"(?:(?<=^)|(?<=[.;,] )|(?<=[-+*] ))(?:(?:dự kiến )?kinh phí(?: thực hiện)?|nguồn (?:kinh phí|vốn|lực)|địa điểm"
    r"|đối tượng|nội dung|hình thức(?: văn bản)?|phương thức|số lượng|quy mô|ghi chú|mục tiêu|yêu cầu|căn cứ"
    r"|(?:cơ quan |cấp |đơn vị )?(?:thẩm định|ban hành|trình|phê duyệt|thông qua))\s*:\s*",
    re.I,
)
WHEN_FOLLOWS = lazy(r"[;,]\s*(?:thời|hoàn|xong|trong|trước)")
# What the names of fields end in; all that stands right before a colon has to, to be one.
_FIELD_ENDS = (
    "trì", "chính", "mối", "thực hiện", "tham mưu", "phụ trách", "chỉ đạo", "theo dõi", "phối hợp", "tham gia",
    "triển khai", "phân công", "thời gian", "thời hạn", "tiến độ", "hoàn thành", "sản phẩm", "kết quả", "đầu ra",
    "dự kiến", "cần đạt", "phải đạt", "tiến hành", "tổ chức", "tra", "khảo sát", "thời điểm", "lộ trình", "soạn thảo",
    "xây dựng", "tổng hợp", "trình", "báo cáo", "trách nhiệm", "hỗ trợ", "phối hợp với", "thực hiện với", "công việc",
)  # fmt: skip
_LONGEST_END = 16
"""Letters, a blank behind them included, of the longest of these."""


_FEWEST_WORDS = 6
"""Words from which a value may be a sentence."""


def field_line(text: str) -> bool:
    """Whether a line is nothing but such fields."""
    if not has_field(text):
        return False
    folded = fold(text)
    return FIELD.match(folded) is not None or (_ASIDE.match(folded) is not None and _says_who(text))


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


def of_item(scene: Scene, item: Item) -> Iterator[dict[str, Any]]:
    """One row for an item whose children are lines such as "Đơn vị chủ trì: …", or that holds such fields itself."""
    sources = [source for child in item.children for source in _lines(child)]
    if not sources and has_field(item.text) and not field_line(item.text) and _says_who(item.text):
        sources = [item]
    if not sources:
        return
    values: list[tuple[str, str]] = []
    due: Due = (None, None)
    for source in sources:
        said = [(role, WHEN_FOLLOWS.split(value, 1)) for role, value in values_of(source.text)]
        values += [pair for role, parts in said for pair in _roles(role, parts[0])]
        dated = any(role == "time" or len(parts) > 1 for role, parts in said)  # "Phân công: A; hoàn thành trước …"
        if dated and (found := due_of(scene, source)) != (None, None):
            due = found
    row = by_fields(item, values, due)
    if row and due == (None, None) and (own := due_of(scene, item))[0]:  # "Rà soát thủ tục trước ngày 30/9/2031"
        row["due"], row["every"] = own
    yield from [row] if row else []


def _lines(item: Item) -> Iterator[Item]:
    """An item that is such a line, or those below one that only names them: "Phân công:" above "Chủ trì: …"."""
    if item.row is None and field_line(item.text):
        yield item
        if item.text.rstrip().endswith(":"):
            yield from (child for child in item.children if child.row is None and field_line(child.text))


def _roles(role: str, value: str) -> Sequence[tuple[str, str]]:
    """The values of a field of who leads or does it, whose words may say who helps as well."""
    parts = list(shared_roles.parted(value)) if role in ("lead", "does") else []
    return parts or [(role, value)]


def _named(value: str) -> list[str]:
    """The names a field gives; "Phối hợp: tăng cường tuần tra giữa các xã" gives none."""
    says_what = len(value.split()) >= _FEWEST_WORDS and agencies.leading(value) is None
    return [] if says_what and opens_with_verb(fold(value)) else listed_names.listed(value)


def by_fields(item: Item, values: Sequence[tuple[str, str]], due: Due) -> dict[str, Any] | None:
    """The row that fields such as "Đơn vị chủ trì: …" make, None where they say neither who nor when."""
    names: dict[str, list[str]] = {"lead": [], "does": [], "with": [], "sup": []}
    output: str | None = None
    for role, value in values:
        if role in names:
            names[role] += _named(value)
        elif role == "out":
            output = value or None
    # those who only "thực hiện" lead where nobody is said to
    lead, helping = (names["lead"], names["does"]) if names["lead"] else (names["does"], [])
    helping = helping + names["with"]
    if not (lead or helping or due[0] or due[1]):
        return None
    return make(item.id, item.printed, lead=lead, partners=helping, due=due, output=output, supervisors=names["sup"])


def _says_who(text: str) -> bool:
    """Whether a text has a field of who leads or does it."""
    return any(m["lead"] or m["does"] for m in FIELD.finditer(fold(text)))


def values_of(text: str) -> Iterator[tuple[str, str]]:
    """(role, words) of the fields of a text: each ends where the next begins."""
    folded = fold(text)
    found = list(FIELD.finditer(folded))
    others = [match.start() for match in _ASIDE.finditer(folded)]
    ends = [*(match.start() for match in found), len(text)][1:]
    for match, last in zip(found, ends, strict=True):
        aside = bisect_left(others, match.end())
        end = min(last, others[aside]) if aside < len(others) else last
        role = next(role for role in ("lead", "does", "with", "sup", "out", "time") if match[role])
        yield role, text[match.end() : end].strip(" .;,-")
