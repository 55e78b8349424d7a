"""The layer of targets: every measurable aim, with its numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from kehoach.folding import fold
from kehoach.knowledge.patterns import lazy
from kehoach.parsers.assignment_fields import field_line
from kehoach.parsers.attempts import attempt
from kehoach.parsers.facts import targets
from kehoach.parsers.facts.targets import Measure, Target
from kehoach.parsers.facts.years import YEAR
from kehoach.parsers.items import Item
from kehoach.parsers.scene import ASK_NOTHING, Facts, Scene, measured_columns, owners_at, unit_above
from kehoach.parsers.tables import Table
from kehoach.parsers.words import Words

_TARGET_LABEL = lazy(r"\W*((?:chỉ tiêu|mục tiêu|tiêu chí|chỉ số)\s+(?:số\s+)?\d{1,3})\b", re.I)
_ANSWERS = lazy(
    r"\bchỉ tiêu(?: số)?\s+((?:\d{1,3}(?:\s*(?:,|;|và|đến|-|–)\s*(?:chỉ tiêu\s+)?(?=\d{1,3}\b(?!\s*[%‰/]|[.,]\d)))?)+)",
    re.I,
)
_NUMBER_OR_RANGE = lazy(r"\d+|đến|-|–")
_LONGEST_RANGE = 60
"""Targets that "từ chỉ tiêu 1 đến 60" may stand for; a wider range is a misprint."""
_AIMS = ("phấn đấu", "chỉ tiêu", "mục tiêu")
"""Words without one of which no number of a section on money is an aim: it funds, or says whose share it is."""
_ROWS_WITH_AIMS = frozenset({"objectives", "tasks", "annexes"})
_NOT_MEASURED = ("task", "number", "unit", "note", "lead", "partners", "money", "source", "supervisor", "place")
_AIMED = lazy(r"20\d\d|chỉ tiêu|mục tiêu|kế hoạch", re.I)
_QUARTER = lazy(r"\W*(?:quý (?:I{1,3}|IV|[1-4])(?:[/ ,-].*)?|(?:6|9) tháng(?: đầu năm)?|cả năm)\W*$", re.I)
"""A column for a part of the year, of a table with units."""
_NUMBER_OF = lazy(r"\W*số (?!thứ tự|tt|liệu|hiệu|ký)[^\W\d_]+ ?[^\W\d_]*\W*$", re.I)
_REACHED = lazy(r"thực hiện|hiện trạng|ước|kết quả", re.I)
# What a table is for by its title: "Chỉ tiêu hiến máu", "Diện tích giao cho các xã"; a column with its unit, but not
# what says how big a place is.
_GIVES_AIMS = lazy(r"chỉ tiêu|mục tiêu|(?<!bàn )(?<!được )giao (?:cho |các |kế hoạch)", needs=("tiêu", "giao "))
_WITH_UNIT = lazy(r"\((?!\W*(?:triệu|tỷ|nghìn|đồng|vnđ|%? ?ns))[^\W\d_][^()]{0,20}\)\W*$")
_COUNTED = lazy(r"(?:(?:tổng )?số(?: lượng)? )?(?P<noun>[^\W\d_]{2,}(?: [^\W\d_]+){0,3})\W*$", re.I)
_NOT_COUNTED = lazy(
    r"tỷ lệ|tỉ lệ|diện tích|mức|chỉ tiêu|kế hoạch|năm|quý|tổng(?! số)|thu nhập|sản lượng|năng suất|ghi chú|bình quân"
)
_OF_PLACE = lazy(r"dân số|tự nhiên|tổng số|hiện |số (?:hộ|dân|khẩu|thôn)(?! \w)")

# "Năm 2022, …", "… năm 2022 của tỉnh đạt", but "so với năm 2022"
_OF_YEAR = lazy(
    r"(?:(?:^|[.;] )(?:trong |6 tháng đầu )?năm (20\d\d)(?=,? [^\W\d_])"
    r"|kết quả (?:rà soát|điều tra|thực hiện)[^;.:\d]{0,30} năm (20\d\d)(?=:)"
    r"|(?<!với )(?<!từ )(?<!quyết )năm (20\d\d)(?=, (?:đoàn|tỉnh|huyện|toàn|đã|tỷ lệ|tổng) "
    r"| (?:của [^,;:]{2,30} )?(?:đạt|là|xếp|ước|chiếm|có|giảm|tăng) ))",
    needs=("năm 20",),
)
# "Toàn tỉnh có 45.612 người có công, trong đó …": nobody aims at so exact a number.
_HAS = lazy(
    r"(?:toàn (?:tỉnh|huyện|xã|phường|thị xã|thành phố|quận|ngành) (?:hiện )?(?:có|quản lý)"
    r"|(?:tổng )?dân số(?: [^\W\d_]+){0,4} (?:là|có)(?: khoảng)?) "
    r"(?P<n>\d{1,3}(?:\.\d{3})+) [^\W\d_]",
    needs=("toàn ", "dân số"),
)
_LOOKS_AHEAD = lazy(
    r"(?<!\w)(?:phấn đấu|mục tiêu|(?<!\d )chỉ tiêu|nâng|duy trì|giữ vững|tiếp tục|bảo đảm|đảm bảo|dự kiến|sẽ|trở lên"
    r"|ít nhất|tối thiểu|hằng năm|hàng năm|mỗi năm|không quá|cải thiện|tăng (?:ít nhất|thêm|tối)"
    r"|đến (?:hết |cuối )?năm)(?!\w)"
)
# "Toàn tỉnh có 1.015 hợp tác xã hoạt động hiệu quả": what so many are to reach or to do, however exact the number.
_REACHES = lazy(r"(?<!\w)(?:đạt|hoạt động|tham gia|sử dụng|áp dụng|được công nhận|được cấp)(?!\w)")
_YEARS = lazy(r"(?<!\d)20\d\d(?!\d)")

Grounded = tuple[Target, list[Words]]
"""A target and, measure by measure, the words that its offsets are in."""


def read(scene: Scene, facts: Facts) -> None:
    """Fill the targets. Needs the citations and deadlines, whose numbers are no measures."""
    for item in scene.items:
        if item.section in ASK_NOTHING:
            continue
        if item.section == "funding" and (item.row is not None or not any(map(fold(item.text).__contains__, _AIMS))):
            continue
        found = attempt(scene.reading, "targets", item.node.start, item.node.end, _of_item, scene, item)
        label = _TARGET_LABEL.match(item.text) if found else None
        for target, places in found:
            text = item.text if len(found) == 1 else item.text[target.start : target.end]
            if len(found) == 1 and label:
                text = item.text[label.end() :].lstrip(" :.-")
            row = {
                "id": f"targets.{len(facts.targets) + 1}",
                "item": item.id,
                "label": label[1] if label else None,
                "text": text,
                "indicator": target.indicator or None,
                "group": (item.path[-1].text or None) if item.path else None,  # a label may stand alone
                "agencies": owners_at(item, target.start),
                "measures": [_measure(scene, *pair) for pair in zip(target.measures, places, strict=True)],
            }
            facts.targets.append(row)


def _of_item(scene: Scene, item: Item) -> list[Grounded]:
    roles = item.table.roles if item.row is not None and item.table is not None else ()
    given = bool(roles) and item.table is not None and _gives_aims(scene, item, item.table)
    measured = "year" in roles or "unit" in roles
    if given or "aim" in roles or (measured and (item.section != "tasks" or _lists_aims(item.table))):
        return _of_row(scene, item, _year_above(scene, item), scene.first_year, given)
    if (item.row is not None and item.section not in _ROWS_WITH_AIMS) or not targets.may_hold(item.text):
        return []
    if "%" not in item.text and field_line(item.text):
        return []
    blocked = scene.blocked(item)
    if item.row is None:
        blocked += [(d.start, d.end) for d in scene.due.get(item.id, ())]
    by = _year_above(scene, item) if item.section != "annexes" else _year_of_path(item)
    found = targets.find(item.text, by=by, blocked=blocked, objective=item.section == "objectives")
    # What was reached in a year before the plan is no aim of it.
    stood = _stood(scene, item) if found and item.section == "objectives" else len(item.text)
    folded = fold(item.text) if found else ""
    kept = [
        t._replace(measures=tuple(_timed(scene, m) for m in t.measures if m.start < stood and _holds(scene, folded, m)))
        for t in found
    ]
    return [(target, [item.words] * len(target.measures)) for target in kept if target.measures]


def _holds(scene: Scene, folded: str, m: Measure) -> bool:
    """Whether a measure is for no year before the plan, or its clause looks ahead."""
    return m.by is None or m.by > scene.past or _ahead(folded, m)


def _timed(scene: Scene, m: Measure) -> Measure:
    """A measure that looks ahead, without the year that the clause before it looks back to."""
    return m if m.by is None or m.by > scene.past else m._replace(by=None)


def _ahead(folded: str, m: Measure) -> bool:
    """Whether a clause of its own before a measure strives for it: "Năm 2023 đạt 80%; phấn đấu đạt 90%"."""
    begins = folded.rfind(";", 0, m.start) + 1
    return begins > 0 and folded.find("phấn đấu", begins, m.start) >= 0 > folded.find("năm", begins, m.start)


def _stood(scene: Scene, item: Item) -> int:
    """Where an item among the aims begins to say how things stood: "Chỉ số năm 2022 của tỉnh đạt 81 điểm, giảm 2 bậc".

    Its length where it does not: no year, one that the plan is for, or words that look ahead.
    """
    folded = fold(item.text)
    if (counted := _HAS.match(folded)) and not _LOOKS_AHEAD.search(folded) and _exact(counted["n"]):
        clause = folded[counted.end() :].partition(",")[0]
        return len(folded) if _REACHES.search(clause) else 0
    said = _OF_YEAR.search(folded) if "năm 20" in folded else None
    if said is None or int(said[1] or said[2] or said[3]) > scene.past or _LOOKS_AHEAD.search(folded):
        return len(folded)
    if any(int(year) > scene.past for year in _YEARS.findall(folded)):
        return len(folded)
    return said.start()


def _exact(number: str) -> bool:
    """Whether a number of thousands is counted to the last one."""
    return int(number.replace(".", "")) % 10 != 0


def _lists_aims(table: Table | None) -> bool:
    """Whether a table among the tasks lists aims by its own headings: "Chỉ tiêu | Đơn vị tính | Kế hoạch 2031"."""
    if table is None or "unit" not in table.roles or "money" in table.roles or "lead" in table.roles:
        return False
    pairs = zip(table.columns, table.roles, strict=False)
    return any(role == "task" and fold(column.text).strip().startswith("chỉ tiêu") for column, role in pairs)


def _gives_aims(scene: Scene, item: Item, table: Table) -> bool:
    """Whether a table's figures are aims by its title and the units that its columns, or the line above it, name."""
    if "money" in table.roles or "lead" in table.roles or "time" in table.roles:
        return False
    units = any(
        ("(" in column.text and _measures(column.text, "")) or (role == "figures" and _counted(column.text))
        for column, role in zip(table.columns, table.roles, strict=False)
    )
    if not units and not ("figures" in table.roles and unit_above(scene, table)):
        return False
    return bool(_GIVES_AIMS.search(fold(next(scene.above(item), ""))))


def _measures(heading: str, role: str) -> bool:
    """Whether a column of figures says how much is aimed at: "Đắp đập (cái)", but not "Dân số (người)"."""
    folded = fold(heading)
    return (role == "figures" or bool(_WITH_UNIT.search(folded))) and not _OF_PLACE.search(folded)


def _counted(heading: str) -> str | None:
    """What a column's heading counts by its name: "Số hộ thoát nghèo", "Tình nguyện viên"; ``None`` for a share."""
    noun = _COUNTED.match(heading)
    return None if noun is None or "(" in heading or _NOT_COUNTED.match(fold(heading)) else noun["noun"].lower()


def _year_above(scene: Scene, item: Item) -> int | None:
    """The year that a heading above an item gives to it."""
    return next((year for year in map(targets.heading_year, scene.above(item)) if year), None)


def _year_of_path(item: Item) -> int | None:
    """… by the rows above it alone: a list of tasks "năm 2031" says when they are done, not when so much is reached."""
    return next((year for parent in reversed(item.path) if (year := targets.heading_year(parent.text))), None)


def _of_row(scene: Scene, item: Item, by: int | None, first_year: int | None, given: bool) -> list[Grounded]:
    """The target of a row of a target table: one measure a cell, its year and unit from the columns.

    ``given``: the table's title says that its figures are aims.
    """
    if item.table is None or item.row is None:
        return []
    cell_unit = item.table.cell(item.row, "unit")
    unit = (
        cell_unit.text
        if cell_unit is not None
        else None
        if "unit" in item.table.roles
        else unit_above(scene, item.table)
    )
    measures: list[Measure] = []
    places: list[Words] = []
    for cell, header, role in measured_columns(item, _NOT_MEASURED):
        aimed = role == "year" or _AIMED.search(header) or (given and _measures(header, role))
        aimed = aimed or bool((unit is not None and _QUARTER.match(header)) or (given and _NUMBER_OF.match(header)))
        if not cell.text or not aimed or _REACHED.search(header):
            continue
        printed = YEAR.search(header)
        if printed and first_year and int(printed[0]) < first_year:
            continue  # what was reached before the plan
        number_of = given and unit is None and (role == "figures" or _NUMBER_OF.match(header) is not None)
        named = _counted(header) if number_of else None
        if given and role == "figures" and not (unit or named or "(" in header):
            continue  # nobody can say what it counts
        found = targets.table_cells(header, cell.text, unit=unit or named, by=by)
        measures += found
        places += [cell] * len(found)
    target = targets.row_target(item.text, measures)
    return [(target, places)] if target else []


def _measure(scene: Scene, m: Measure, words: Words) -> dict[str, Any]:
    return {
        "text": words.text[m.start : m.end],
        "comparator": m.comparator,
        "value": m.value,
        "value_max": m.value_max,
        "unit": m.unit,
        "by": m.by,
        "every": m.every,
        "span": scene.span(words, m.start, m.end),
    }


_LONGEST_NUMBER = 4
"""Digits a target's number has at most."""


def answered(text: str) -> Iterator[str]:
    """Numbers of the targets that a text answers for.

    >>> list(answered("chủ trì thực hiện các chỉ tiêu 1, 2 và 5 - 7"))
    ['1', '2', '5', '6', '7']
    >>> list(answered("chủ trì chỉ tiêu " + "9" * 5000))
    []
    """
    for match in _ANSWERS.finditer(text) if "chỉ tiêu" in text.lower() else ():
        tokens = [t for t in _NUMBER_OR_RANGE.findall(match[1]) if len(t) <= _LONGEST_NUMBER]
        for i, token in enumerate(tokens):
            if token.isdigit():
                yield token
            elif 0 < i < len(tokens) - 1 and tokens[i - 1].isdigit() and tokens[i + 1].isdigit():
                low, high = int(tokens[i - 1]), int(tokens[i + 1])
                if low < high <= low + _LONGEST_RANGE:
                    yield from (str(n) for n in range(low + 1, high))
