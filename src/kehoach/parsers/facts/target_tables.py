"""Targets printed in tables, and the years that headings give to what stands below them."""

from __future__ import annotations

from functools import lru_cache

from kehoach.folding import answers, bare, fold
from kehoach.knowledge.patterns import inline, lazy
from kehoach.parsers.facts.measures import Measure
from kehoach.parsers.facts.numbers import FIGURES, figures
from kehoach.parsers.facts.quantities import comparator

_CELL = lazy(
    rf"^(?P<sign>\D{{0,24}}?)(?P<a>{FIGURES})(?: ?%)?(?: ?(?:-|đến|÷) ?(?P<b>{FIGURES}))?"
    r"(?P<unit> ?[%‰]|(?: (?!trở (?:lên|xuống))[^\W\d_]+){1,4}?)?(?P<up> trở lên| trở xuống)?[ .;]*$"
)
_DONE = lazy(
    r"^(?:tt|stt|ghi chú)\b|^thực hiện|(?<!kế hoạch )(?<!tiêu )thực hiện (?:năm|đến|hết)|hiện trạng|hiện nay|hiện có|"
    r"ước |kết quả|đã đạt|năm gốc|năm cơ sở|chủ trì|phối hợp|cơ quan"
)
_CELL_VERB = lazy(r"\s*(?:dat|giam|tang|giam con|con|tu|du kien)\s*")
_UNIT_IN_HEADER = lazy(r"\(([%‰]|[^\W\d_][^()]*)\)")
_PER_YEAR = lazy(r"mỗi năm|hằng năm|hàng năm|/ ?năm")
_RATE_UNIT = lazy(r"(?:tỷ lệ|số)? ?/ ?(1[0., ]*0)(?: .*)?")
_HEAD_YEAR = lazy(
    r"(?:giai đoạn|thời kỳ|nhiệm kỳ|các năm|mùa khô|mùa mưa|vụ đông xuân)(?: từ)?(?: năm)?"
    r" ?20\d\d ?(?:-|đến) ?(?:năm )?(?P<to>20\d\d)"
    r"|năm học ?20\d\d ?[-/] ?(?P<s>20\d\d)|năm (?P<y>20\d\d)(?: ?- ?(?P<y2>20\d\d))?"
    r"|(?:đến|tới|mục tiêu|chỉ tiêu|kế hoạch|dự kiến|phấn đấu|định hướng|tháng \d{1,2}/|quý \w+/) ?(?P<b>20\d\d)"
    r"|(?:đến|tới)(?: hết)?(?: ngày)? \d{1,2}[/.-]\d{1,2}[/.-](?P<d>20\d\d)"
    r"|^ ?(?P<only>20\d\d)(?: ?\(|$)",
    needs=("20",),
)
# "Hội nghị tổng kết công tác năm 2030, triển khai kế hoạch năm 2031": the first is the year that was.
_LOOKS_BACK = lazy(r"(?<!\w)(?:tổng kết|sơ kết|kết quả)(?!\w)[^,;:.]{0,60}$", needs=("tổng kết", "sơ kết", "kết quả"))
_HEAD_BASE = lazy(
    r"(?:so với|cùng kỳ|kết quả|tầm nhìn|định hướng|đầu|sau|từ|từ(?: ngày)? [\d/.-]{3,10}|từ tháng [\d/.-]{1,7}"
    r"|thực hiện nghị quyết.*) ?(?:đến )?(?:hết )?$"
)


def table_cells(header: str, cell: str, *, unit: str | None = None, by: int | None = None) -> list[Measure]:
    """The measure a cell of a target table holds: none, or one.

    ``header`` is the column's heading ("Năm 2025"; "Thực hiện năm 2020" holds no aims), ``unit`` the row's cell under
    "Đơn vị tính", ``by`` the year where the heading of the column names none.
    """
    head = fold(header)
    if _DONE.search(head):
        return []
    folded = fold(cell)
    m = _CELL.match(folded.strip())
    if not m:
        return []
    shift = len(folded) - len(folded.lstrip())
    value, value_max = figures(m["a"]), figures(m["b"]) if m["b"] else None
    if value is None:
        return []
    sign = "range" if value_max is not None else _cell_sign(bare(m["sign"]), m["up"])
    if sign is None:
        return []
    printed = (m["unit"] or "").strip() or ("%" if "%" in folded else "")
    shown = printed or unit or (in_header[1] if (in_header := _UNIT_IN_HEADER.search(header)) else None)
    start, end = shift + m.start("sign"), shift + m.end()
    per_year = "year" if _PER_YEAR.search(head) else None
    return [
        Measure(
            start,
            end,
            cell[start:end].strip(),
            sign,
            value,
            value_max,
            cell_unit(shown),
            heading_year(header) or by,
            per_year,
        )
    ]


def _cell_sign(before: str, up: str | None) -> str | None:
    if up:
        return ">=" if up.endswith("lên") else "<="
    if not before.strip():
        return "="
    found = comparator(before)
    if not found:
        return "=" if _CELL_VERB.fullmatch(before) else None
    return found[1].sign if found[1] else "="


def cell_unit(unit: str | None) -> str | None:
    """A unit as a table prints it, in the one form measures have ("/ 100.000" is ``/100000``)."""
    if not unit or not unit.strip(" -"):
        return None
    if m := _RATE_UNIT.fullmatch(fold(unit).strip()):
        return "/" + inline(r"\D").sub("", m[1])
    return {"phần trăm": "%", "tỷ lệ %": "%", "tỉ lệ %": "%"}.get(fold(unit).strip(), " ".join(unit.split()))


@answers
@lru_cache(maxsize=512)
def heading_year(text: str) -> int | None:
    """The year a heading ("Mục tiêu đến năm 2025:") gives to the items under it.

    Of several the first that is no outlook ("đến năm 2025, tầm nhìn đến năm 2030" is 2025); of a period its last.

    >>> heading_year("2. Chỉ tiêu cụ thể giai đoạn 2021 - 2025"), heading_year("Mục tiêu chung")
    (2025, None)
    >>> heading_year("Phấn đấu đến ngày 31/12/2025:"), heading_year("Chuẩn bị (từ ngày 25/4 đến ngày 31/5/2025)")
    (2025, None)
    >>> heading_year("Giai đoạn 2 (từ tháng 10/2025 đến tháng 6/2026)"), heading_year("Chỉ tiêu đến tháng 6/2026")
    (None, 2026)
    >>> heading_year("Hội nghị tổng kết công tác năm 2030, triển khai kế hoạch năm 2031")
    2031
    """
    folded = fold(text)
    if "20" not in folded:
        return None
    outlook: int | None = None
    for m in _HEAD_YEAR.finditer(folded[:400]):
        year = int(next(g for g in (m["to"], m["s"], m["y2"], m["y"], m["b"], m["d"], m["only"]) if g))
        before = folded[max(0, m.start() - 30) : m.start()]
        if not _HEAD_BASE.search(before) and not _LOOKS_BACK.search(folded[max(0, m.start() - 80) : m.start()]):
            return year
        if inline(r"(?:tầm nhìn|định hướng) ?(?:đến )?$").search(before):
            outlook = outlook or year
    return outlook
