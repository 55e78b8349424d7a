"""Section headings: which paragraphs of the body stand at its first level."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from kehoach.knowledge.patterns import lazy
from kehoach.parsers import headings, preamble
from kehoach.parsers.headings import title
from kehoach.parsers.labels import COUNTED, Label
from kehoach.parsers.layout import finished
from kehoach.parsers.mend import headlike, mend
from kehoach.parsers.nodes import FIELD, names_aims
from kehoach.parsers.paragraphs import Para
from kehoach.parsers.tables import Table

_LONGEST_NAME = 10
"""Words that the name of a section set in bold has at most."""
_LONGEST_PLAIN = 8
"""Words that the name of a section has at most where nothing but its words tells it."""
_STOPPED = 4
"""… and where a full stop stands behind it."""
_AROUND = 12
"""Paragraphs above a heading in which the list that its number may go on is looked for."""
_LISTED = 6
"""Paragraphs with labels that never stand above the first heading."""
_FEWEST_CAPITALS = 4
_NAMES_BASES = lazy(
    r"\W*(?:cac |nhung |mot so )?"
    r"(?:can cu(?: (?:phap ly|(?:de )?(?:xay dung|lap|ban hanh|thuc hien)\b.*))?|co so\b.*)\W*$"
)
"""A section's name; "Căn cứ Kế hoạch này, yêu cầu:" leads in duties."""
_WORK = frozenset({"tasks", "reporting", "scope"})
"""Kinds of sections whose names head a part of the tasks as well: "Kiểm tra, xử lý vi phạm", "Tuyên truyền"."""
_STRONG = frozenset(
    {"purpose", "requirements", "objectives", "duties", "funding", "tasks", "basis", "situation", "scope", "reporting"}
)


_B = 2
_PLAN = lazy(r"\W*ke hoach\b")
"""A part that holds the plan's own sections: "PHẦN II. KẾ HOẠCH NĂM 2031"."""


def find(elements: Sequence[Para | Table]) -> frozenset[int]:
    """Indexes of the paragraphs that head a section; labels misread by OCR are mended on the way."""
    paras = [(i, e) for i, e in enumerate(elements) if isinstance(e, Para)]
    mend([p for _, p in paras])
    overall = _style(paras)
    chosen: set[int] = set()
    bold = _bold(paras) if not overall else frozenset()
    orphans = _orphans(paras) if not overall else frozenset()
    for part in _parts(paras):
        style = overall if len(part) == len(paras) else _style(part) or overall
        named = _names_itself(part)
        closed = named and _PLAN.match(title(part[0][1])) is None  # no sections of their own stand in it
        if style in COUNTED and named:
            style = ""  # under "Phần thứ ba: Giải pháp" "1.", "2." are items
        below = (
            not style and sum(p.label is not None and p.label.style == "I" and p.label.value == 1 for _, p in part) > 1
        )
        expected = 1
        for k, (i, para) in enumerate(part):
            following = part[k + 1][1] if k + 1 < len(part) else None
            if (
                _heads(para, style, part, expected, below=below)
                or i in orphans
                or (k and _titles_part(para, part[k - 1][1]))
                or (not style and not closed and (i in bold or _plain_heading(para, following)))
            ):
                chosen.add(i)
                expected = para.label.value + 1 if para.label is not None and para.label.value else expected + 1
    if _late(elements, chosen):
        return frozenset()
    return frozenset(chosen - _halves_of_aims(elements, chosen) - _below_capitals(elements, chosen))


def _late(elements: Sequence[Para | Table], chosen: set[int]) -> bool:
    """Whether a row of headings begins at 1 behind long lists: then it stands below headings that are lost."""
    first = min(chosen, default=0)
    head = elements[first] if chosen else None
    if not isinstance(head, Para) or head.label is None or head.label.value != 1 or head.label.style == "phần":
        return False
    if head.label.style == "I" and _STRONG.intersection(headings.kinds(title(head))):
        return False
    above = elements[preamble.length(elements) : first]
    return sum(isinstance(e, Para) and e.label is not None for e in above) >= _LISTED


def _below_capitals(elements: Sequence[Para | Table], chosen: set[int]) -> set[int]:
    """Names of work in small letters among sections in capitals, all without numbers: they head parts of the tasks."""
    bare_names = [(i, e) for i in sorted(chosen) if isinstance(e := elements[i], Para) and e.label is None]
    capitals = sum(para.capitals for _, para in bare_names)
    if capitals < _FEWEST_CAPITALS or len(bare_names) < len(chosen):
        return set()
    return {i for i, e in bare_names if not e.capitals and _WORK.issuperset(headings.kinds(title(e)))}


def _halves_of_aims(elements: Sequence[Para | Table], chosen: set[int]) -> set[int]:
    """Unnumbered "Mục tiêu chung", "Mục tiêu cụ thể" below the heading of the aims: parts of it, no sections."""
    out: set[int] = set()
    above = ""
    for i in sorted(chosen):
        para = elements[i]
        if not isinstance(para, Para):
            continue
        if above == "objectives" and not para.capitals and names_aims(para):
            out.add(i)
            continue
        above = headings.section_of(para) or ""
    return out


def _bold(paras: Sequence[tuple[int, Para]]) -> frozenset[int]:
    """The lines in bold, in a plan that sets its sections' names in bold and numbers none of them."""
    bold = [(i, p) for i, p in paras if p.label is None and len(p.lines) == 1 and p.lines[0].bold]
    short = [(i, p) for i, p in bold if len(p.text.split()) <= _LONGEST_NAME and not finished(p.text.rstrip(":"))]
    named = sum(headings.first(p.bare) is not None for _, p in short)
    return frozenset(i for i, _ in short) if named >= max(2, len(bold) // 2) else frozenset()


def _orphans(paras: Sequence[tuple[int, Para]]) -> frozenset[int]:
    """Names of sections whose numbers go on a row of which nothing else was printed: "5. Tổ chức thực hiện:"."""
    out: set[int] = set()
    seen: dict[str, int] = {}
    for i, para in paras:
        label = para.label
        if label is None or label.is_bullet or label.kept or label.prefix:
            continue
        alone = label.style in COUNTED and label.value > max(1, seen.get(label.style, 0))
        if (
            alone
            and len(para.text.split()) <= _LONGEST_NAME
            and headings.first(para.bare) in _STRONG
            and not _goes_on(para)
        ):
            out.add(i)
        else:
            seen[label.style] = max(label.value + 1, seen.get(label.style, 0))
    return frozenset(out)


def _goes_on(para: Para) -> bool:
    """Whether more than a name stands in a line."""
    return finished(para.text.rstrip(" :")) or bool(para.text.partition(":")[2].strip())


def _parts(paras: Sequence[tuple[int, Para]]) -> list[Sequence[tuple[int, Para]]]:
    """The paragraphs part by part ("Phần I", "Phần thứ hai"): each may number its sections in its own way."""
    cuts = [k for k, (_, p) in enumerate(paras) if p.label is not None and p.label.style == "phần"]
    return [paras[a:b] for a, b in pairwise(sorted({0, *cuts, len(paras)}))]


def _names_itself(part: Sequence[tuple[int, Para]]) -> bool:
    """Whether a part ("Phần thứ ba") is a section by name: on its own line, or in capitals on the next."""
    first = part[0][1]
    if first.label is None or first.label.style != "phần":
        return False
    if headings.kinds(title(first)):
        return True
    following = part[1][1] if len(part) > 1 else None
    return (
        following is not None
        and following.label is None
        and following.capitals
        and bool(headings.kinds(title(following)))
    )


def _style(paras: Sequence[tuple[int, Para]]) -> str:
    """The style of numbering of the first level, "" where headings carry none or are lost."""
    scores: Counter[str] = Counter()
    ones: Counter[str] = Counter()
    for _, para in paras:
        if para.label is None:
            continue
        style = para.label.style
        if para.label.value == 1:
            ones[style] += 1
        if style in ("I", "A", *COUNTED, "phần") and (headlike(para) or (para.capitals and len(title(para)) < 200)):
            scores[style] += 2 if para.capitals else 1
    if scores["A"] >= 2 and _encloses(paras):
        return "A"
    if ones["I"] >= 2 and _enclosed(paras):
        return ""
    if scores["I"] >= 2 or (scores["I"] and not any(scores[s] > 2 for s in ("A", *COUNTED))):
        return "I"
    if scores["A"] >= 3:
        return "A"
    for style in COUNTED:
        capital = [
            p for _, p in paras if p.label is not None and p.label.style == style and p.capitals and len(title(p)) < 200
        ]
        if len(capital) >= 2 and sum(headlike(p) for p in capital) >= 2:
            return style + "!"  # only those in capitals
        members = [p for _, p in paras if p.label is not None and p.label.style == style]
        named = {headings.section_of(p) for p in members if headlike(p)} - {None}
        if ones[style] == 1 and len(named) >= 2 and sum(map(headlike, members)) >= max(2, 0.5 * len(members)):
            return "" if _unnumbered(paras) > len(named) else style
    return ""


def _unnumbered(paras: Sequence[tuple[int, Para]]) -> int:
    """How many kinds of sections have names without a number, on lines of their own."""
    found = {
        headings.first(above.bare)
        for (_, above), (_, below) in pairwise(paras)
        if above.label is None and len(above.text.split()) <= _LONGEST_PLAIN and _plain_heading(above, below)
    }
    return len(found & _STRONG)


def _enclosed(paras: Sequence[tuple[int, Para]]) -> bool:
    """Whether Roman numbers begin anew and name no sections: then they stood below headings that are lost."""
    roman = [p for _, p in paras if p.label is not None and p.label.style == "I"]
    return sum(map(headlike, roman)) < 0.6 * len(roman)


def _encloses(paras: Sequence[tuple[int, Para]]) -> bool:
    """Whether capitals stand over Roman numbers that begin anew below each: then the capitals are the sections."""
    styles = [
        (p.label.style, p.label.value, p) for _, p in paras if p.label is not None and p.label.style in ("A", "I")
    ]
    first = next((k for k, (style, _, _) in enumerate(styles) if style == "A"), len(styles))
    if first == len(styles) or (first and (styles[first][1] != _B or any(p.capitals for _, _, p in styles[:first]))):
        return False  # what stands above "B." may stand below an "A." that is lost
    roman = [p for style, _, p in styles if style == "I"]
    restarts = sum(style == "I" and value == 1 for style, value, _ in styles)
    named = {headings.section_of(p) for p in roman if headlike(p) and p.capitals} - {None}
    return restarts >= 2 or (not roman) or len(named) < 2


def _titles_part(para: Para, above: Para) -> bool:
    """Whether a line is the title of "Phần II" that stands alone on the line above."""
    bare_part = above.label is not None and above.label.style == "phần" and not above.text.strip(" .:")
    return bare_part and para.label is None and para.capitals


def _heads(para: Para, style: str, paras: Sequence[tuple[int, Para]], expected: int, *, below: bool) -> bool:
    """Whether a paragraph heads a section of its part ``paras``; ``below``: Roman numbers stand below lost headings."""
    label = para.label
    if len(title(para)) > 300:
        return False
    if label is None:
        if not para.capitals and not para.heading and not (_name_in_capitals(para) and ":" in para.text):
            return False
        kinds = headings.kinds(title(para))
        return bool(kinds) and len(title(para)) < 150 and kinds[0] in _STRONG
    if label.kept:
        return False
    if label.style == "phần":
        return True
    if label.style == style:
        if style == "I":
            return True
        return style != "A" or len(title(para)) < 200
    if style.endswith("!") and label.style == style[:-1]:
        named = headlike(para) and _name_in_capitals(para)  # "4. KINH PHÍ: 65 triệu đồng"
        return (para.capitals or named) and len(title(para)) < 200
    if not style and not below and label.style in COUNTED and _says_all(para):
        return True
    in_turn = label.style in (*COUNTED, "A") and label.value == expected
    if style == "I" and in_turn and para.capitals and headlike(para):
        return _over_first(label, para, paras) or _lonely(label, para, paras)
    if style == "A" and label.style == "I":
        return False
    if not style and label.style == "I" and not below and headlike(para) and _name_in_capitals(para):
        return True
    return bool(para.heading) and para.capitals and headlike(para) and label.style not in ("-", "+", "*")


def _says_all(para: Para) -> bool:
    """Whether a numbered line is a section whole, its name in capitals: "4. KINH PHÍ: Từ nguồn chi thường xuyên"."""
    inline = len(title(para)) < len(para.text)
    return inline and _name_in_capitals(para) and headings.first(title(para)) in _STRONG


def _name_in_capitals(para: Para) -> bool:
    """Whether a heading, or what stands before its colon, is in capitals."""
    return para.text[: len(title(para))].isupper()


def _plain_heading(para: Para, following: Para | None) -> bool:
    """Whether an unnumbered paragraph is a section's name, in a plan whose headings carry no numbers."""
    if para.label is not None or following is None or FIELD.match(para.bare):
        return False
    if finished(para.text.rstrip(":")) and not _stopped_name(para):
        return False
    kind = headings.first(para.bare) if len(para.text.split()) <= _LONGEST_PLAIN and para.text[:1].isupper() else None
    return kind is not None and (kind != "basis" or bool(_NAMES_BASES.match(para.bare)))


def _stopped_name(para: Para) -> bool:
    """Whether a line is nothing but a section's name with a full stop: "Tổ chức thực hiện."."""
    words = para.text.rstrip(" .")
    return len(words.split()) <= _STOPPED and not finished(words) and headings.first(para.bare) in _STRONG


def _over_first(label: Label, para: Para, paras: Sequence[tuple[int, Para]]) -> bool:
    """Whether a letter stands right above the first of the Roman numbers: "B. MỤC TIÊU, NHIỆM VỤ" / "I. MỤC TIÊU"."""
    at = next(k for k, (_, p) in enumerate(paras) if p is para)
    below = paras[at + 1][1].label if at + 1 < len(paras) else None
    return label.style == "A" and below is not None and below.style == "I" and below.value == 1


def _lonely(label: Label, para: Para, paras: Sequence[tuple[int, Para]]) -> bool:
    """Whether a number in front of capitals fits no list of its own style around it."""
    at = next(k for k, (_, p) in enumerate(paras) if p is para)
    for _, above in reversed(paras[max(0, at - _AROUND) : at]):
        other = above.label
        if other is not None and other.style == label.style:
            return other.value != label.value - 1
        if other is not None and other.style == "I":
            return label.value != 1 or not headings.kinds(title(above))
    return True
