"""Rules KH7xx: what the plan points to, within itself and outside."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Any

from kehoach.folding import bare, nfc
from kehoach.knowledge.document_types import TYPES
from kehoach.knowledge.patterns import alternatives
from kehoach.lint.base import ALL as EVERY
from kehoach.lint.base import PARTY, Hit, Rule, Span, ex, quoted
from kehoach.lint.case import Case, Node
from kehoach.lint.citations import DATED
from kehoach.lint.days import shown
from kehoach.parsers import labels

_PRACTICE = "Office practice"
_ANNEXES = "Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục III"
_TARGET = re.compile(r"(?<!\w)(?:cac )?chi tieu (?:so )?(\d{1,2})\b(?!\s?[%/]|[.,]\d)")
_ANNEX = re.compile(r"(?<!\w)phu luc (?:so )?(\d{1,2}|[ivx]{1,5}|[a-e])\b(?!\s?[%/]|[.,]\d)")
_DOCUMENT = r"(?:cac )?(?:" + alternatives([name for t in TYPES if (name := bare(t.name)) != "ke hoach"])
_DOCUMENT += r"|chuong trinh|de an|quy dinh|huong dan|cong van|bo tieu chi|thong tu|ke hoach (?:so|\d))\b"
_ELSEWHERE = re.compile(
    rf"[^.;]{{0,80}}?(?:(?:^\W{{0,3}}|\b(?:cua|tai|kem theo|theo|trong|thuoc) ){_DOCUMENT}|\b(?:cua|theo) (?:bo|so|trung uong|tinh|ubnd)\b)"
)  # fmt: skip
_OWN = re.compile(r"\b(?:ke hoach|van ban) nay\b")


def _cited(starts: Sequence[int], span: Span) -> bool:
    """Whether one of the sorted ``starts`` of citations lies in a span."""
    k = bisect_left(starts, span["start"])
    return k < len(starts) and starts[k] < span["end"]


def _points(case: Case, pattern: re.Pattern[str], *, cased: bool = False) -> Iterator[tuple[Node, re.Match[str]]]:
    """References of the body's items that point into the plan itself."""
    cited = sorted(m["span"]["start"] for c in case.plan["citations"] for m in c["mentions"])
    for node in case.main:
        plain = bare(node.text)
        span = node.item["span"]
        for m in pattern.finditer(_half_bare(node.text) if cased else plain):
            own = _OWN.search(plain, m.end(), m.end() + 60)
            other = _ELSEWHERE.match(plain, m.end())
            if node.section == "basis" or (other and not (own and own.start() < other.end())):
                continue
            if not own and _cited(cited, span):
                continue
            yield node, m


def _half_bare(text: str) -> str:
    """Without marks, capitals kept."""
    return "".join(b.upper() if a.isupper() else b for a, b in zip(text, bare(text), strict=True))


def _no_target(case: Case) -> Iterator[Hit]:
    there = {n for t in case.plan["targets"] if t["label"] for n in re.findall(r"\d+", t["label"])}
    opening = [re.match(r"chi tieu (?:so )?(\d+)", bare(node.text)) for node in case.main]
    there |= {m[1] for m in opening if m}
    if not there:
        return
    told = {(duty["id"], label) for duty in case.plan["duties"] for label in duty["target_labels"]}
    for node, m in _points(case, _TARGET):
        if (".".join(node.id.split(".")[:2]), m[1]) in told:
            continue  # the rule on duties says so
        if m.start() and m[1].lstrip("0") not in there and m[1] not in there:
            words = node.text[m.start() : m.end()]
            yield case.hit(
                f"{words!r} is not in the plan; put the number right",
                f"Kế hoạch không có {quoted(words)}; sửa lại số.",
                node,
                words,
            )


def _named(label: str | None) -> int:
    """The number of an annex; 0 for one without."""
    match = re.match(r"phu luc (?:so )?(\d{1,2}|[ivx]{1,5}|[a-e])\b", bare(label or ""))
    return _value(match[1]) if match else 0


def _value(printed: str) -> int:
    if printed.isdigit():
        return int(printed)
    return labels.roman(printed.upper()) or (ord(printed) - 96 if len(printed) == 1 else 0)


def _annexes(case: Case) -> list[dict[str, Any]]:
    """The annexes with 'Phụ lục' for a heading, which counts apart from forms and tables within them."""
    return [a for a in case.plan["annexes"] if bare(a["label"] or "").startswith("phu luc")]


def _label_span(annex: dict[str, Any]) -> dict[str, Any]:
    """Where an annex's label stands: at its beginning, on one line."""
    span = annex["span"]
    return {**span, "end": span["start"] + len(annex["label"]), "end_line": span["line"]}


def _no_annex(case: Case) -> Iterator[Hit]:
    there = {_named(a["label"]) for a in _annexes(case)}
    if not case.plan["annexes"] or 0 in there or not there:
        return
    for node, m in _points(case, _ANNEX):
        if _value(m[1]) not in there:
            words = node.text[m.start() : m.end()]
            yield case.hit(
                f"{words!r} is not among the annexes; attach it or put the number right",
                f"Không có {quoted(words)} trong các phụ lục; đính kèm phụ lục hoặc sửa lại số.",
                node,
                words,
            )


def _not_attached(case: Case) -> Iterator[Hit]:
    if case.plan["annexes"]:
        return
    for node, m in _points(
        case,
        re.compile(
            r"(?<!\w)(?:(?:co |theo |tai )?phu luc|bieu mau|danh sach|bang)[^.;,()]{0,30}? (?:dinh kem|kem theo)"
        ),
    ):
        words = node.text[m.start() : m.end()]
        yield case.hit(
            f"{words!r}: nothing is attached; attach it to the file or leave the words out",
            f"{quoted(words)}: không có gì kèm theo; đính kèm vào văn bản hoặc bỏ các chữ này.",
            node,
            words,
        )
        return


def _never_named(case: Case) -> Iterator[Hit]:
    annexes = _annexes(case)
    body = " ".join(bare(node.text) for node in case.main)
    body += " " + bare(
        " ".join(case.printed(b["span"]) for b in case.inside("heading") if not (b["ref"] or "").startswith("annexes"))
    )
    for annex in annexes:
        number = _named(annex["label"])
        named = {_value(m[1]) for m in _ANNEX.finditer(body)} | _spread(body)
        loose = re.search(r"phu luc\W+(?!(?:so )?(?:\d|[ivx]+\b))", body) or re.search(
            r"(?:bieu|mau|danh sach|danh muc|bang|lich)[^.;]{0,60}(?:kem|dinh kem)", body
        )
        if number not in named and not loose and not (number == 0 and "phu luc" in body):
            yield Hit(
                f"nothing in the plan refers to {annex['label']}; say where it belongs",
                f"Trong kế hoạch không có chỗ nào chỉ dẫn đến {annex['label']}; ghi chỉ dẫn vào nội dung liên quan.",
                _label_span(annex),
            )


def _spread(body: str) -> set[int]:
    """Numbers of 'phụ lục I, II và III', 'phụ lục 1 - 3'."""
    out: set[int] = set()
    for m in re.finditer(
        r"phu luc (?:so )?((?:\d{1,2}|[ivx]{1,5})(?:(?:\s?[,;&-]\s?| va | den )(?:phu luc )?(?:\d{1,2}\b|[ivx]{1,5}\b)){1,12})",
        body,
    ):
        values = [_value(v) for v in re.findall(r"\d+|\b[ivx]+\b", m[1])]
        out |= set(range(values[0], values[-1] + 1)) if re.search(r"-| den ", m[1]) else set(values)
    return out


def _no_section(case: Case) -> Iterator[Hit]:
    if case.text is None:
        return
    from kehoach.lint.structure import _headings

    there = {step.label.value for step, _ in _headings(case)}
    if len(there) < 3:
        return
    for node, m in _points(case, _SECTION_CASED, cased=True):
        if labels.roman(m[1]) not in there:
            words = node.text[m.start() : m.end()]
            yield case.hit(
                f"{words!r} is not in the plan; put the number right",
                f"Kế hoạch không có {quoted(words)}; sửa lại số.",
                node,
                words,
            )


_SECTION_CASED = re.compile(r"(?<!\w)(?:[Mm]uc|[Pp]han) ([IVX]{1,5})\b(?!\w|-)")


_POINTER = re.compile(
    r"\(?\s*(?:ban hành\s+)?kèm\s+theo\s+kế\s+hoạch\s+(?:số\s*)?(?::\s*)?(?P<n>(?:[\d….][\d…. ]*)?\s?[/-]\s?KH[\w/-]*)(?P<rest>[^)]{0,80})",
    re.I,
)


def _heads(case: Case, annex: dict[str, Any]) -> tuple[str, int]:
    """The lines under an annex's heading, and where they start."""
    start = annex["span"]["start"]
    return nfc((case.text or "")[start : start + 400]), start


def _wrong_pointer(case: Case) -> Iterator[Hit]:
    number, days = case.document["number"], case.days
    if case.text is None or number is None:
        return
    for annex in case.plan["annexes"]:
        text, start = _heads(case, annex)
        m = _POINTER.search(text)
        if not m:
            continue
        other = re.match(r"\d+", m["n"].strip())
        date = DATED.search(m["rest"])
        if other and number["serial"] and other[0].lstrip("0") != number["serial"].lstrip("0"):
            yield case.hit_at(
                f"the annex names Kế hoạch số {m['n'].strip()}, the plan is {number['text']}; put one of them right",
                f"Phụ lục ghi Kế hoạch số {m['n'].strip()}, kế hoạch này là {number['text']}; sửa lại cho khớp.",
                start + m.start("n"),
                start + m.end("n"),
            )
        elif date and days and days[0] == days[1] and days[0] != f"{date[3]}-{int(date[2]):02}-{int(date[1]):02}":
            yield case.hit_at(
                f"the annex names a plan of {date[0]}, the plan is of {shown(days[0])}; put one of them right",
                f"Phụ lục ghi kế hoạch {date[0]}, kế hoạch này ban hành ngày {shown(days[0])}; sửa lại cho khớp.",
                start + m.start("rest") + date.start(),
                start + m.start("rest") + date.end(),
            )


def _no_pointer(case: Case) -> Iterator[Hit]:
    for annex in _annexes(case):
        text, start = _heads(case, annex)
        if not re.search(r"kem|theo|ban hanh|dinh", bare(text)):
            yield case.hit_at(
                f"{annex['label']} does not say which plan it belongs to; add '(Kèm theo Kế hoạch số … ngày …)'",
                f"{annex['label']} không ghi kèm theo kế hoạch nào; thêm “(Kèm theo Kế hoạch số … ngày …)”.",
                start,
                start + len(annex["label"]),
            )


def _arabic(case: Case) -> Iterator[Hit]:
    annexes = [a for a in _annexes(case) if _named(a["label"])]
    for annex in annexes if len(annexes) > 1 else ():
        if re.search(r"\d", annex["label"]):
            yield Hit(
                f"{annex['label']!r}: several annexes are numbered I, II, III; put the number right",
                f"{quoted(annex['label'])}: từ hai phụ lục trở lên phải đánh số I, II, III; sửa lại số.",
                _label_span(annex),
            )
            return


RULES = (
    Rule("KH701", "target-not-there", "error",
         "Viện dẫn chỉ tiêu không có trong kế hoạch.", "A target is referred to that the plan does not have.",
         "Targets were numbered anew.", "Put the number right.", _PRACTICE, _no_target,
         why_vi="Các chỉ tiêu đã đánh số lại.", fix_vi="Sửa lại số.",
         bad=(ex(("2. Tổ chức Tết trồng cây", "2. Để đạt Chỉ tiêu 7, tổ chức Tết trồng cây")),), good=(ex(),)),
    Rule("KH702", "annex-not-there", "error",
         "Viện dẫn phụ lục không có.", "An annex is referred to that is not there.",
         "The annex was left out or numbered anew.", "Attach it, or put the number right.", _ANNEXES, _no_annex,
         why_vi="Phụ lục bị bỏ sót hoặc đã đánh số lại.", fix_vi="Đính kèm phụ lục, hoặc sửa lại số.",
         bad=(ex(("danh mục tại Phụ lục I,", "danh mục tại Phụ lục III,"),),), good=(ex(),), exact=True),
    Rule("KH703", "annex-not-attached", "warning",
         "Nói có phụ lục kèm theo nhưng không thấy.", "An annex is announced, none is attached.",
         "The file goes out without its annex.", "Attach it, or leave the words out.", _ANNEXES, _not_attached,
         why_vi="Văn bản phát hành thiếu phụ lục.", fix_vi="Đính kèm phụ lục, hoặc bỏ các chữ này.",
         bad=(ex(("Bảo vệ tính mạng", "(Có Phụ lục kèm theo). Bảo vệ tính mạng"), base="xa"),), good=(ex(), ex(base="xa"))),
    Rule("KH704", "annex-never-named", "warning",
         "Có phụ lục nhưng trong văn bản không chỉ dẫn.", "Nothing in the plan refers to an annex.",
         "The body must say that there is an annex.", "Say where it belongs.", _ANNEXES, _never_named,
         why_vi="Trong văn bản phải có chỉ dẫn về phụ lục.", fix_vi="Ghi chỉ dẫn vào nội dung liên quan.",
         bad=(ex((", báo cáo theo mẫu tại Phụ lục II kèm theo Kế hoạch này", "")),), good=(ex(),), exact=True),
    Rule("KH705", "section-not-there", "error",
         "Viện dẫn mục không có trong kế hoạch.", "A section is referred to that the plan does not have.",
         "Sections were numbered anew.", "Put the number right.", _PRACTICE, _no_section,
         why_vi="Các mục đã đánh số lại.", fix_vi="Sửa lại số.",
         bad=(ex(("mục III Kế hoạch này", "mục VII Kế hoạch này")),), good=(ex(),), needs_text=True, exact=True),
    Rule("KH713", "annex-of-another", "error",
         "Phụ lục ghi kèm theo kế hoạch có số, ngày khác.", "An annex names another plan than the one it is attached to.",
         "Left from another plan or an earlier draft.", "Put one of them right.", _ANNEXES, _wrong_pointer,
         why_vi="Còn lại từ kế hoạch khác hoặc từ dự thảo trước.", fix_vi="Sửa lại cho khớp.",
         bad=(ex(("DANH MỤC TRỒNG CÂY\n(Kèm theo Kế hoạch số 58/", "DANH MỤC TRỒNG CÂY\n(Kèm theo Kế hoạch số 85/")),
              ex(("DANH MỤC TRỒNG CÂY\n(Kèm theo Kế hoạch số 58/KH-UBND ngày 15", "DANH MỤC TRỒNG CÂY\n(Kèm theo Kế hoạch số 58/KH-UBND ngày 25"))),
         good=(ex(),), needs_text=True, exact=True),
    Rule("KH714", "annex-without-plan", "note",
         "Phụ lục không ghi kèm theo văn bản nào.", "An annex does not say which plan it belongs to.",
         "An annex alone must lead back to its plan.", "Add '(Kèm theo Kế hoạch số … ngày …)'.", _ANNEXES, _no_pointer,
         why_vi="Chỉ cầm phụ lục cũng phải biết phụ lục của kế hoạch nào.",
         fix_vi="Ghi “(Kèm theo Kế hoạch số … ngày …)”.",
         bad=(ex(("DANH MỤC TRỒNG CÂY\n(Kèm theo Kế hoạch số 58/KH-UBND ngày 15 tháng 3 năm 2024 của Ủy ban nhân dân tỉnh)\n", "DANH MỤC TRỒNG CÂY\n")),),
         good=(ex(),), needs_text=True, bodies=EVERY - {PARTY}, exact=True),
    Rule("KH715", "annex-in-arabic", "note",
         "Phụ lục đánh số bằng chữ số Ả Rập.", "Several annexes are numbered 1, 2, 3.",
         "Two annexes or more have Roman numbers.", "Number them I, II, III.", _ANNEXES, _arabic,
         why_vi="Từ hai phụ lục trở lên phải đánh số bằng chữ số La Mã.", fix_vi="Đánh số I, II, III.",
         bad=(ex(("\nPHỤ LỤC I\n", "\nPHỤ LỤC 1\n"), ("\nPHỤ LỤC II\n", "\nPHỤ LỤC 2\n")),), good=(ex(),),
         bodies=EVERY - {PARTY}, exact=True),
)  # fmt: skip
