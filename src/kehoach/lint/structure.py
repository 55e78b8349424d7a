"""Rules KH3xx: numbering and headings (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 6)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kehoach.folding import bare
from kehoach.lint.base import Hit, Rule, Span, ex, quoted
from kehoach.lint.case import Case, Node
from kehoach.parsers import labels
from kehoach.parsers.labels import Label

_BODY = "Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 6"
_BACK = 500
"""Labels looked back at for the item before a list's first."""
_NEXT = frozenset({("d", "e"), ("e", "g"), ("i", "k"), ("đ", "f")})
"""Letters that follow each other in lists that leave out đ or f."""


@dataclass(frozen=True, slots=True)
class Step:
    """A labelled item or heading in its list."""

    label: Label
    span: Span
    ref: str | None


def _read(case: Case, printed: str | None, span: Span) -> Label | None:
    """A label with its style, as it stands in the text, else as the plan has it."""
    if printed is None:
        return None
    own = case.printed(span).lstrip(" \t|*#>")
    if printed == "o" and not own.startswith(("o)", "o.")):
        return None  # a round bullet
    found = labels.find(own.partition("\n")[0]) if own else None
    if found is None or found.text != printed:
        found = labels.find(f"{printed}. Xa")
    return found if found and not found.is_bullet and found.value and not found.kept else None


def _borders(case: Case) -> list[int]:
    """Where section headings stand."""
    return [b["span"]["start"] for b in case.inside("heading") if b["ref"] and "." not in b["ref"]]


def _split(steps: Sequence[Step], borders: Sequence[int] = ()) -> Iterator[list[Step]]:
    """Steps of one list, parted at section headings and where counting begins anew."""
    run: list[Step] = []
    for step in steps:
        start = step.span["start"]
        parted = run and any(run[-1].span["start"] < border <= start for border in borders)
        if run and (parted or (step.label.value == 1 and run[-1].label.value != 1)):
            yield run
            run = []
        run.append(step)
    if run:
        yield run


def _lists(case: Case) -> Iterator[list[Step]]:
    """The labelled items of every list of the plan: sections' headings, duties, items."""
    borders = _borders(case)
    yield from _split([step for step, _ in _headings(case)])
    duties = ((duty, _read(case, duty["label"], duty["span"])) for duty in case.plan["duties"])
    yield from _split([Step(label, duty["span"], duty["id"]) for duty, label in duties if label], borders)
    seen: set[int] = set()
    rows = {block["ref"] for block in case.inside("table")}
    for node in case.main:
        if id(node.siblings) in seen:
            continue
        seen.add(id(node.siblings))
        items = ((i, _read(case, i["label"], i["span"])) for i in node.siblings if i["id"] not in rows)
        yield from _split([Step(label, item["span"], item["id"]) for item, label in items if label], borders)


def _headings(case: Case) -> list[tuple[Step, int]]:
    """The Roman-numbered headings with their line's end, where the text is there."""
    if case.text is None:
        return []
    out: list[tuple[Step, int]] = []
    for block in case.plan["blocks"]:
        ref = block["ref"] or ""
        if block["kind"] not in ("heading", "item") or ref.startswith(("annexes", "recipients")):
            continue
        position = block["span"]["start"]
        for line in case.text[position : block["span"]["end"]].split("\n"):
            label = labels.find(line.strip(" \t|*#>"))
            if label and label.style == "I" and (block["kind"] == "heading" or ref.count(".") == 1):
                start = position + len(line) - len(line.lstrip())
                span = case.stretch(start, position + len(line))
                out.append((Step(label, span, ref or None), position + len(line)))
            position += len(line) + 1
            if block["kind"] == "item":
                break
    return out


def _pairs(case: Case) -> Iterator[tuple[Step, Step]]:
    for run in _lists(case):
        yield from pairwise(run)


def _same(a: Step, b: Step) -> bool:
    return a.label.style == b.label.style and a.label.prefix == b.label.prefix


def _printed_labels(case: Case) -> list[tuple[int, Label]]:
    """(offset, label) of every labelled line, of whatever part of the plan; of items where there is no text."""
    out: list[tuple[int, Label]] = []
    if case.text is None:
        steps = (step for run in _lists(case) for step in run)
        return sorted(((step.span["start"], step.label) for step in steps), key=lambda row: row[0])
    position = 0
    for line in case.text.split("\n"):
        label = labels.find(line.strip(" \t\r|*#>"))
        if label and label.value and not label.is_bullet:
            out.append((position + len(line) - len(line.lstrip(" \t|*#>")), label))
        position += len(line) + 1
    return out


def _offset(row: tuple[int, Label]) -> int:
    return row[0]


def _alike(a: Label, b: Label) -> bool:
    return a.style == b.style and a.prefix == b.prefix


def _skipped(case: Case) -> Iterator[Hit]:
    every = _printed_labels(case)
    for run in _lists(case):
        for k, (a, b) in enumerate(pairwise(run)):
            gap = range(a.label.value + 1, b.label.value)
            if not _same(a, b) or not gap or (a.label.text, b.label.text) in _NEXT:
                continue
            if k and run[k - 1].label.value == a.label.value and len(gap) == 1:
                continue  # one number too few behind one too many: told there
            start, end = a.span["start"], b.span["start"]
            between = every[bisect_left(every, start + 1, key=_offset) : bisect_left(every, end, key=_offset)]
            if not any(_alike(label, b.label) and label.value in gap for _, label in between):
                yield Hit(
                    f"{b.label.text!r} follows {a.label.text!r}; number on without a gap, or put back what is missing",
                    f"{quoted(b.label.text)} đứng ngay sau {quoted(a.label.text)}; đánh số liên tục, hoặc bổ sung mục còn thiếu.",
                    b.span,
                    b.ref,
                )


def _repeated(case: Case) -> Iterator[Hit]:
    for a, b in _pairs(case):
        if _same(a, b) and b.label.value == a.label.value:
            yield Hit(
                f"{b.label.text!r} occurs twice in a row; number on",
                f"{quoted(b.label.text)} ghi trùng hai lần liền nhau; đánh số tiếp.",
                b.span,
                b.ref,
            )


def _backwards(case: Case) -> Iterator[Hit]:
    for a, b in _pairs(case):
        if _same(a, b) and b.label.value < a.label.value:
            yield Hit(
                f"{b.label.text!r} follows {a.label.text!r}; number forwards",
                f"{quoted(b.label.text)} đứng sau {quoted(a.label.text)}; đánh số theo thứ tự tăng dần.",
                b.span,
                b.ref,
            )


def _late(case: Case) -> Iterator[Hit]:
    every = _printed_labels(case)
    if any(w["code"] == "section-heading-missing" for w in case.plan["warnings"]):
        return  # lists were parted by their content
    for run in _lists(case):
        first = run[0]
        if first.label.value == 1 or len(run) == 1:
            continue
        k = bisect_left(every, first.span["start"], key=_offset)
        last = next((label for _, label in reversed(every[max(0, k - _BACK) : k]) if _alike(label, first.label)), None)
        if last is None or last.value != first.label.value - 1:
            yield Hit(
                f"the list begins with {first.label.text!r}; begin with the first number",
                f"Danh sách bắt đầu bằng {quoted(first.label.text)}; bắt đầu từ số đầu tiên.",
                first.span,
                first.ref,
            )


def _mixed(case: Case) -> Iterator[Hit]:
    for a, b in _pairs(case):
        if not re.search(r"[^\w\s]", _shown(case, b)):
            continue  # a number without a sign is a cell's
        if a.label.style != b.label.style and b.label.value == a.label.value + 1 and not b.label.prefix:
            yield Hit(
                f"the list changes its numbering from {_shown(case, a)!r} to {_shown(case, b)!r}; keep to one",
                f"Danh sách chuyển cách đánh số từ {quoted(_shown(case, a))} sang {quoted(_shown(case, b))}; dùng thống nhất một cách.",
                b.span,
                b.ref,
            )


def _shown(case: Case, step: Step) -> str:
    own = case.printed(step.span).lstrip(" \t|*#>")[: step.label.end].strip()
    return own or step.label.text


def _prefix(case: Case) -> Iterator[Hit]:
    for node in case.main:
        label = _read(case, node.item["label"], node.item["span"])
        above = _numbered_above(case, node)
        if label and label.prefix and above and above.style.startswith("1"):
            own = (*above.prefix, above.value)
            if label.prefix != own[-len(label.prefix) :]:
                yield case.hit(
                    f"{label.text!r} stands under {above.text!r}; number it {above.text}.{label.value}",
                    f"{quoted(label.text)} nằm dưới {quoted(above.text)}; đánh số “{above.text}.{label.value}”.",
                    node,
                )


def _numbered_above(case: Case, node: Node) -> Label | None:
    above = node.parent
    while above is not None:
        label = _read(case, above.item["label"], above.item["span"])
        if label:
            return label
        above = above.parent
    return None


def _empty(case: Case) -> Iterator[Hit]:
    filled = [b["span"]["start"] for b in case.plan["blocks"] if b["kind"] in ("item", "table", "closing", "unknown")]
    for (a, end), (b, _) in pairwise(_headings(case)):
        between = any(end < start < b.span["start"] for start in filled)
        heading = not a.ref or "." not in a.ref
        if heading and b.label.value == a.label.value + 1 and not between and _bare_between(case, end, b.span["start"]):
            yield Hit(
                f"nothing stands under {case.printed(a.span).strip()!r}; write it or leave the heading out",
                f"Đề mục {quoted(case.printed(a.span).strip())} không có nội dung; viết nội dung hoặc bỏ đề mục.",
                a.span,
                a.ref,
            )


def _bare_between(case: Case, start: int, end: int) -> bool:
    return not re.search(r"[^\W_]", (case.text or "")[start:end])


def _open(case: Case) -> Iterator[Hit]:
    blocks = case.plan["blocks"]
    following = {b["ref"]: after for b, after in pairwise(blocks) if b["kind"] == "item"}
    for node in case.main:
        after = following.get(node.id)
        if node.item["items"] or not node.text.endswith(":") or after is None or node.section in ("basis", "closing"):
            continue
        if re.search(r"ke hoach.{0,200}\bsau(?: day)?:$", bare(node.text)):
            continue  # leads to the whole plan
        if after["kind"] == "heading" and after["ref"] != node.section:
            empty = True
        elif after["kind"] == "item":
            empty = _beside(case, node, case.by_id.get(after["ref"] or ""))
        else:
            empty = False
        if empty:
            yield case.hit(
                "nothing follows the colon; write what it announces, or end with a full stop",
                "Sau dấu hai chấm không có nội dung; viết phần đã nêu, hoặc kết thúc bằng dấu chấm.",
                node,
            )


def _beside(case: Case, node: Node, other: Node | None) -> bool:
    """Whether ``other`` is the next item of the same list, numbered in the same way."""
    if other is None or other.siblings is not node.siblings:
        return False
    a, b = (_read(case, n.item["label"], n.item["span"]) for n in (node, other))
    return a is not None and b is not None and a.style == b.style and b.value == a.value + 1


RULES = (
    Rule("KH301", "number-skipped", "warning",
         "Đánh số nhảy cóc.", "The numbering jumps.",
         "A gap makes the reader look for what was lost.", "Number on, or put back the lost item.", _BODY, _skipped,
         why_vi="Thấy số bị cách quãng, người đọc phải tìm phần bị thiếu.",
         fix_vi="Đánh số liên tục, hoặc bổ sung mục còn thiếu.",
         bad=(ex(("2. Tổ chức Tết", "4. Tổ chức Tết"), ("3. Trồng và", "5. Trồng và")), ex(("IV. TỔ CHỨC", "VI. TỔ CHỨC"))),
         good=(ex(), ex(base="dang")), exact=True),
    Rule("KH302", "number-repeated", "warning",
         "Đánh số trùng.", "A number occurs twice in a row.",
         "Two items with one number cannot be told apart in a citation.", "Number on.", _BODY, _repeated,
         why_vi="Hai mục cùng số thì không phân biệt được khi viện dẫn.", fix_vi="Đánh số tiếp.",
         bad=(ex(("b) Hợp đồng cung", "a) Hợp đồng cung")),), good=(ex(),), exact=True),
    Rule("KH303", "number-backwards", "warning",
         "Đánh số lùi.", "The numbering goes backwards.",
         "Numbers out of order show that items were moved.", "Number on.", _BODY, _backwards,
         why_vi="Số không theo thứ tự cho thấy các mục đã bị chuyển chỗ.", fix_vi="Đánh số tiếp.",
         bad=(ex(("1. Chuẩn bị đất", "1. Rà soát\n3. Chuẩn bị đất"),),), good=(ex(),), exact=True),
    Rule("KH304", "numbering-mixed", "note",
         "Một danh sách dùng nhiều kiểu đánh số.", "One list uses several kinds of numbers.",
         "Items of one level have one kind of number.", "Keep to one.", _BODY, _mixed,
         why_vi="Các mục cùng cấp dùng một kiểu đánh số.", fix_vi="Dùng thống nhất một kiểu.",
         bad=(ex(("b) Hợp đồng cung", "b. Hợp đồng cung")),),
         good=(ex(), ex(base="dang")), exact=True),
    Rule("KH305", "number-prefix", "warning",
         "Số thứ tự con không khớp với số của mục cha.", "An item's number does not go on from that above it.",
         "3.1 under 2 is left from before items were moved.", "Number it after the item above.", _BODY, _prefix,
         why_vi="Số 3.1 dưới mục 2 là số cũ, trước khi chuyển chỗ các mục.", fix_vi="Đánh số theo mục cha.",
         bad=(ex(("a) Rà soát", "2.1. Rà soát"), ("b) Hợp đồng", "2.2. Hợp đồng"), ("c) Giao", "2.3. Giao")),),
         good=(ex(), ex(("a) Rà soát", "1.1. Rà soát"), ("b) Hợp đồng", "1.2. Hợp đồng"), ("c) Giao", "1.3. Giao"))),
         exact=True),
    Rule("KH306", "heading-empty", "error",
         "Đề mục không có nội dung.", "A heading has nothing under it.",
         "Something was left out, or the heading was forgotten.", "Write it, or leave the heading out.", _BODY, _empty,
         why_vi="Nội dung bị bỏ sót, hoặc quên xóa đề mục.", fix_vi="Viết nội dung, hoặc bỏ đề mục.",
         bad=(ex(("III. NHIỆM VỤ\n", "III. GIẢI PHÁP\nIV. NHIỆM VỤ\n"), ("IV. TỔ CHỨC", "V. TỔ CHỨC"), ("V. KINH", "VI. KINH")),),
         good=(ex(),), needs_text=True, exact=True),
    Rule("KH307", "first-number-missing", "warning",
         "Danh sách không bắt đầu từ số đầu tiên.", "A list does not begin with its first number.",
         "The first item was lost, or taken out without numbering anew.", "Begin with 1, a or I.", _BODY, _late,
         why_vi="Mục đầu bị mất, hoặc bị bỏ mà không đánh số lại.", fix_vi="Bắt đầu từ 1, a hoặc I.",
         bad=(ex(("1. Chuẩn bị đất", "2. Chuẩn bị đất"), ("2. Tổ chức Tết", "3. Tổ chức Tết"), ("3. Trồng và", "4. Trồng và")),),
         good=(ex(),), needs_text=True, exact=True),
    Rule("KH308", "colon-without-list", "warning",
         "Sau dấu hai chấm không có nội dung.", "Nothing follows a colon.",
         "'gồm:' announces a list that is not there.", "Write the list, or end with a full stop.", "Office practice", _open,
         why_vi="Chữ “gồm:” báo trước một danh sách không có trong văn bản.",
         fix_vi="Viết danh sách, hoặc kết thúc bằng dấu chấm.",
         bad=(ex(("2. Tổ chức Tết trồng cây vào thứ Bảy, ngày 01/6/2024.", "2. Tổ chức Tết trồng cây, gồm:")),),
         good=(ex(),), exact=True),
)  # fmt: skip
