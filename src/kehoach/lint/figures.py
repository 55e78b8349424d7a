"""Rules KH6xx: sums that do not add up, figures that contradict words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.folding import bare, fold
from kehoach.lint.base import Hit, Rule, ex, quoted
from kehoach.lint.case import Case
from kehoach.parsers.facts import money
from kehoach.parsers.facts.numbers import figures, words

_PRACTICE = "Office practice"
_ITEMISED = re.compile(r"(?:trong do|bao gom|gom|chia ra|cu the|phan theo nguon)[^.;]{0,30}:\s*$")
_NOT_PARTS = re.compile(r"moi nam|binh quan|hang nam|khoang|toi da|it nhat|\btu \d|trong do")
_BRACKETED = re.compile(r"(?<![\w.,/%-])(\d{1,3})\s?\(([^\W\d_]+(?: [^\W\d_]+){0,4})\)")
_TOTAL = re.compile(r"\W*(?:tong|cong)(?: cong| so| chi| kinh phi)?\b")
# "Bảy lăm triệu" as it is spoken, for "bảy mươi lăm triệu".
_SPOKEN = re.compile(r"(?:hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín) (?:lăm|nhăm|mốt)\b")
_RANGE = re.compile(r"(?<!\w)từ (\d[\d.,]*)\s?% (?:đến|tới) (?:dưới |trên )?(\d[\d.,]*)\s?%")
_NUMBER = re.compile(r"\d[\d.,]*")


def _parts(case: Case) -> Iterator[Hit]:
    for warning in case.plan["warnings"]:
        if warning["code"] == "sum-mismatch":
            yield Hit(
                "the parts do not add up to the total; add again",
                "Các khoản cộng lại không bằng tổng số; kiểm tra, cộng lại.",
                warning["span"],
            )
    for node in case.main:
        items = node.item["items"]
        if len(items) < 2 or not _ITEMISED.search(bare(node.text)):
            continue
        totals, parts = money.amounts(node.text), [money.amounts(i["text"]) for i in items]
        if (
            len(totals) != 1
            or any(len(p) != 1 for p in parts)
            or any(_NOT_PARTS.search(bare(i["text"])) for i in items)
        ):
            continue
        total, values = totals[0], [p[0].value for p in parts]
        if not money.check_sum(values, total.value) and "khoang" not in bare(node.text):
            yield case.hit(
                f"the parts add up to {_dotted(sum(values))}, the total is {_dotted(total.value)}; add again",
                f"Các khoản cộng lại là {_dotted(sum(values))}, tổng số ghi {_dotted(total.value)}; kiểm tra, cộng lại.",
                node,
            )


def _dotted(value: float) -> str:
    return f"{value:,.2f}".rstrip("0").rstrip(".").replace(",", "_").replace(".", ",").replace("_", ".")


def _columns(case: Case) -> Iterator[Hit]:
    for annex in case.plan["annexes"]:
        for table in annex["tables"]:
            for column, said, summed in _wrong(table["rows"]):
                head = table["columns"][column] if column < len(table["columns"]) else ""
                yield Hit(
                    f"the column {head!r} adds up to {_dotted(summed)}, its total says {_dotted(said)}; add again",
                    f"Cột {quoted(head)} có tổng các dòng là {_dotted(summed)}, dòng tổng ghi {_dotted(said)}; kiểm tra, cộng lại.",
                    table["span"],
                )


def _wrong(rows: list[list[str]]) -> Iterator[tuple[int, float, float]]:
    """(column, total printed, sum) of columns of plain numbers whose last row is a total that does not fit."""
    totals = [i for i, row in enumerate(rows) if any(_TOTAL.match(bare(c)) for c in row[:2] if c)]
    if len(totals) != 1 or totals[0] not in (0, len(rows) - 1) or len(rows) < 4:
        return
    body = [row for i, row in enumerate(rows) if i != totals[0]]
    if any(not re.fullmatch(r"\d+\.?", row[0].strip()) for row in body):
        return  # rows of groups may be sums themselves
    for column, cell in enumerate(rows[totals[0]]):
        said = _value(cell)
        values = [_value(row[column]) if column < len(row) else None for row in body]
        known = [v for v in values if v is not None]
        printed = [row[column].strip(" -–") for row in body if column < len(row)]
        if said is None or column == 0 or len(known) < 2 or len(known) != sum(map(bool, printed)):
            continue
        if abs(sum(known) - said) > 0.005 * max(1.0, abs(said)) / 5:
            yield column, said, sum(known)


def _value(cell: str) -> float | None:
    match = _NUMBER.fullmatch(cell.strip())
    value = figures(cell.strip().rstrip(".,")) if match else None
    return float(value) if value is not None else None


def _spelt(case: Case) -> Iterator[Hit]:
    for amount in case.plan["funding"]["amounts"]:
        if amount["agrees"] is False and not _SPOKEN.search(fold(amount["text"])):
            yield Hit(
                f"figures say {_dotted(amount['value'])}, words {_dotted(amount['in_words'])}; put one of them right",
                f"Bằng số là {_dotted(amount['value'])}, bằng chữ là {_dotted(amount['in_words'])}; sửa lại cho khớp.",
                amount["span"],
            )


def _counted(case: Case) -> Iterator[Hit]:
    for node in case.nodes:
        if "(" not in node.text:
            continue
        for m in _BRACKETED.finditer(fold(node.text)):
            said = words(m[2])
            if said is not None and said != int(m[1]):
                yield case.hit(
                    f"{node.text[m.start() : m.end()]!r}: figures and words differ; put one of them right",
                    f"{quoted(node.text[m.start() : m.end()])}: số và chữ khác nhau; sửa lại cho khớp.",
                    node,
                    node.text[m.start() : m.end()],
                )


def _ranges(case: Case) -> Iterator[Hit]:
    for node in case.nodes:
        folded = fold(node.text)
        for m in _RANGE.finditer(folded):
            low, high = figures(m[1]), figures(m[2])
            falls = re.search(r"giảm|hạ|kéo|xuống", folded[max(0, m.start() - 80) : m.start()])
            if low is not None and high is not None and low > high and not falls:
                words_ = node.text[m.start() : m.end()]
                yield case.hit(
                    f"{words_!r} goes from the higher to the lower number; put them in order",
                    f"{quoted(words_)} ghi từ số lớn đến số nhỏ; đổi lại thứ tự.",
                    node,
                    words_,
                )


def _shares(case: Case) -> Iterator[Hit]:
    for node in case.nodes:
        for m in re.finditer(r"(?<![\w.,/])(\d{1,4})\s?/\s?(\d{1,4})(?=\s+(?:xã|phường|huyện|thôn|trường|hộ|đơn vị|cơ quan|ấp)\b)",
                             node.text):  # fmt: skip
            if int(m[1]) > int(m[2]) > 0 and not _is_date(m):
                yield case.hit(
                    f"{m[0]!r} is more than all of them; put the numbers right",
                    f"{quoted(m[0])}: số đạt lớn hơn tổng số; sửa lại số liệu.",
                    node,
                    m[0],
                )


def _is_date(match: re.Match[str]) -> bool:
    before = bare(match.string[max(0, match.start() - 12) : match.start()])
    return bool(re.search(r"(?:ngay|truoc|den|tu|thang|sau|quy|so|-)\s?$", before))


RULES = (
    Rule("KH601", "sum-mismatch", "error",
         "Các khoản cộng lại không bằng tổng số.", "The parts do not add up to the total.",
         "The treasury pays by the parts.", "Add again.", _PRACTICE, _parts,
         why_vi="Kho bạc chi theo từng khoản.", fix_vi="Kiểm tra, cộng lại.",
         bad=(ex(("- Ngân sách tỉnh: 750", "- Ngân sách tỉnh: 850")),), good=(ex(),), exact=True),
    Rule("KH602", "column-mismatch", "error",
         "Dòng tổng của bảng không khớp.", "A table's total does not fit its column.",
         "A row was changed after the total was made.", "Add again.", _PRACTICE, _columns,
         why_vi="Một dòng đã sửa sau khi tính tổng.", fix_vi="Kiểm tra, cộng lại.",
         bad=(ex(("30/6/2024 | 400 |", "30/6/2024 | 450 |")),), good=(ex(),), exact=True),
    Rule("KH603", "amount-in-words", "error",
         "Số tiền bằng số và bằng chữ khác nhau.", "An amount's figures and words disagree.",
         "The words count where they differ, and nobody knows which was meant.", "Put one of them right.", _PRACTICE, _spelt,
         why_vi="Khi khác nhau thì tính theo chữ, và không ai biết số nào là đúng.", fix_vi="Sửa lại cho khớp.",
         bad=(ex(("Một tỷ hai trăm năm mươi triệu", "Một tỷ hai trăm mười lăm triệu")),), good=(ex(),), exact=True),
    Rule("KH604", "number-in-words", "error",
         "Số ghi bằng số và bằng chữ khác nhau.", "A number's figures and words disagree.",
         "Nobody knows which was meant.", "Put one of them right.", _PRACTICE, _counted,
         why_vi="Không ai biết số nào là đúng.", fix_vi="Sửa lại cho khớp.",
         bad=(ex(("05 (năm) ngày", "05 (mười) ngày")),), good=(ex(),), exact=True),
    Rule("KH605", "range-reversed", "warning",
         "Khoảng giá trị ghi ngược.", "A range goes from the higher to the lower number.",
         "A figure was mistyped.", "Put them in order.", _PRACTICE, _ranges,
         why_vi="Có số gõ nhầm.", fix_vi="Đổi lại thứ tự.",
         bad=(ex(("Từ 85% đến 90% số cây", "Từ 95% đến 90% số cây")),), good=(ex(),), exact=True),
    Rule("KH606", "more-than-all", "warning",
         "Số đạt lớn hơn tổng số.", "More are counted than there are.",
         "'25/21 xã' has its numbers swapped.", "Put the numbers right.", _PRACTICE, _shares,
         why_vi="“25/21 xã” là ghi ngược hai số.", fix_vi="Sửa lại số liệu.",
         bad=(ex(("100% trường học có vườn ươm", "25/21 xã có vườn ươm")),), good=(ex(), ex(("100% trường học có vườn ươm", "21/25 xã có vườn ươm"))),
         exact=True),
)  # fmt: skip
