"""Labels that OCR or a typist has spoilt, mended by the sequence they stand in."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kehoach.folding import bare, upper
from kehoach.knowledge.patterns import lazy
from kehoach.parsers import decimals, headings
from kehoach.parsers.headings import title
from kehoach.parsers.labels import ALPHABET, Label, roman
from kehoach.parsers.paragraphs import Para

# "3 Sở Y tế", "3' Sở Y tế", "A4. Sở Y tế": a number without its dot, or with a stain read as a letter.
_BARE_NUMBER = lazy(upper(r"[^\W\d_]?(\d{1,2})(?:['’‘\"°*;~^]?\s+|(?<=[^\W\d_]\d)\.\s+)(?=[A-Z])"))
# "b Công an xã": a letter, or a number, with nothing behind it.
_SIGNLESS = lazy(upper(r"(1|[a-eđgh])\s+(?=[A-Z][^\W\d_]*\s)"))
_SIGNLESS_ROMAN = lazy(upper(r"([IVX]{1,5})\s+(?=[A-Z])"))
_REACH = 40
"""Paragraphs behind the first of a list within which its second is looked for."""
# … behind a stroke that reads as a bullet: "—— 6, Cục Đăng kiểm".
_STRUCK = lazy(upper(r"(?:[-–—_]{2,4}\s+)?(\d{1,2})[.,]\s+(?=[A-Z])"))
_SIGN = lazy(upper(r"(?:[%§&$©®?]|\+\.)\s+(?=[A-Z])"))
_GLUED = lazy(upper(r"([A-EĐÐ])\.(?=[A-Z]{2})"))
# A capital with a stroke of the letter beside it: "EF. TỔ CHỨC THỰC HIỆN" behind "E."
_DOUBLED = lazy(upper(r"(?P<a>[A-HĐÐ])(?P<b>[A-HĐÐ])\.\s+(?=[A-Z]{2})"))
# Strokes that no other number has, whatever the words behind them: "1I. Mục tiêu", "HH. Đầu tư".
_ONLY_STROKES = lazy(upper(r"(?=1?[IHl|!])[1IHl|!]{2,4}\.\s*(?=[A-Z])"))
# "V." with a stroke of the letter beside it, before a section's name: "YV. Phân công".
_FIVE = lazy(upper(r"(?:YV|VY|WV|VW|Y)\s?[.,]\s*(?=[A-Z])"))
# What OCR makes of a Roman number before words in small letters, where one is missing: "H Mục tiêu", "1H. Nhiệm vụ".
_ANY_STROKES = lazy(upper(r"[\W_]{0,2}(?:[IVXLHTUMlíìij1!|]{1,5})(?:\s?[.,:;)]+\s*|\s+)(?=[A-Z][^\W\d_]*\s?[a-zà-ỹ])"))
_STROKE_LETTERS = frozenset("IVXLHTUMlíìij1!|.")
_V = 5
# What a stain leaves of a Roman number: "TTƯƯẺHE.NỘI DUNG".
_NOTHING_LEFT = lazy(upper(r"[^\s.]{2,10}\.\s?(?=[A-Z]{3})"))
_SHORT = 100
"""Letters of a heading whose number may be known by its gap alone."""
_FEWEST_STROKED = 2
"""Sections behind strokes that show, beside one whole Roman number, that these number them."""
_ENDS_ITEM = ".;"
_SPOILT = ("A", "a.", "a)", "?.", "?)", "1)")
_SKIPPING = frozenset({(4, "E"), (6, "G")})
"""Capitals that follow another though a letter of the Vietnamese order stands between: "D.", "E.", "G."."""
# What OCR makes of a Roman number, with or without its dot: "II NỘI DUNG", "1i. NỘI DUNG", "ILMỤC TIÊU".
_STROKES = lazy(
    upper(
        r"[\W_]{0,2}(?:[IVXLHTUlij1!|]{1,6}(?:\s?[.,:;)/]|[-–](?=\s))|[IVXHLT1l|E]{1,5}(?=\s[A-Z])|I?[IL]{1,3}(?=[A-Z]{3}))\s*(?=[A-Z])"
    )
)


def mend(paras: Sequence[Para]) -> None:
    """Mend labels in place: "H." or "w." before a section's name, "I. Mục đích" for "1.", "3 Sở Y tế" for "3."."""
    decimals.mend(paras)
    _glued(paras)
    _romans(paras)
    _gaps(paras)
    _numbers(paras)
    _signless(paras)


def headlike(para: Para) -> bool:
    """Short, and named like a section."""
    return len(title(para)) <= 170 and bool(headings.kinds(title(para)))


def _glued(paras: Sequence[Para]) -> None:
    """Letters glued to a section's name in capitals: "A.MỤC TIÊU", "- A.MỤC TIÊU"."""
    for para in paras:
        label = para.label
        if (label is None or label.style == "-") and para.capitals and (match := _GLUED.match(para.text)):
            _labelled(para, match, "A", _letter(match[1]))


def _romans(paras: Sequence[Para]) -> None:
    parts = [p for p in paras if p.label is not None and p.label.style == "I"]
    _strokes(paras)
    capitals = [p for p in parts if p.capitals]
    if len(capitals) < 2 and not (capitals and sum(map(_stroked, paras)) >= _FEWEST_STROKED):
        return
    romans, letters = _behind(paras, "I"), _behind(paras, "A")
    expected, last_upper = 1, 0
    rowed = False  # a "1." was mended to "I." behind the last letter
    for k, para in enumerate(paras):
        label = para.label
        if label is None or label.is_bullet:
            if label is not None and para.capitals and _lost_stroke(para, romans[k], expected):
                para.label = Label(label.text, "I", expected, label.end)
                expected += 1
                continue
            match = (_STROKES.match(para.text) or _unread(para, romans[k], expected)) if para.capitals else None
            if match and headings.first(bare(para.text[match.end() :].lstrip(". ,:"))) and len(title(para)) < 150:
                _labelled(para, match, "I", expected, match[0].strip(" ."))
                expected += 1
            continue
        if label.style == "I":
            if (
                not para.capitals
                and len(capitals) >= 0.5 * len(parts)
                and label.value in (1, 2, 50)
                and len(label.text) <= 2
                and not (last_upper and (_opens_list(paras, k) or _below_letter(paras, k)))
            ):
                para.label = Label(label.text, "1.", 1 if label.value != 2 else 2, label.end)
            elif para.capitals:
                expected = max(expected + 1, label.value + 1 if 0 < label.value < 30 else 0)
                rowed = True
            continue
        if label.style == "1." and label.value == 1 and para.capitals and _opens_list(paras, k):
            value = expected if rowed else 1  # "1. NỘI DUNG" for "II." where no letter stands between
            para.label = Label(label.text, "I", value, label.end)
            expected, rowed = value + 1, True
            continue
        strokes = (
            label.style in ("1.", "1-") and set(label.text) == {"1"} and len(label.text) == expected
        )  # "11. MỤC TIÊU"
        skips = (last_upper, label.text) in _SKIPPING
        above_next = label.style == "A" and _counts(letters[k], label.value + 1)  # "B. NHIỆM VỤ" above "C.", "A." lost
        counts = label.style == "A" and (label.value in (1, last_upper + 1) or skips or above_next)
        if (strokes or (label.style in _SPOILT and not counts)) and para.capitals and headlike(para):
            para.label = Label(label.text, "I", expected, label.end)
            expected += 1
        elif counts:
            last_upper, rowed = label.value, False


def _behind(paras: Sequence[Para], style: str) -> list[Para | None]:
    """For each paragraph the next one in capitals that has a label of a style."""
    out: list[Para | None] = [None] * len(paras)
    for k in range(len(paras) - 1, 0, -1):
        label = paras[k].label
        out[k - 1] = paras[k] if label is not None and label.style == style and paras[k].capitals else out[k]
    return out


def _counts(para: Para | None, value: int) -> bool:
    """Whether there is a paragraph, and its label is the number ``value``."""
    return para is not None and para.label is not None and para.label.value == value


def _unread(para: Para, below: Para | None, value: int) -> re.Match[str] | None:
    """What stands for the Roman number ``value`` where nothing of it is left, and the next section has the next."""
    match = _NOTHING_LEFT.match(para.text)
    return match if _counts(below, value + 1) else None


def _stroked(para: Para) -> bool:
    """Whether a paragraph in capitals is a section's name behind what OCR makes of a Roman number, or of its "/"."""
    if not para.capitals or (para.label is not None and para.label.style == "I"):
        return False
    if para.label is not None:
        if _stroke_and_dash(para):
            return headlike(para)
        dashed = para.label.style == "1-"  # "1- MỤC ĐÍCH" above "II- TỔ CHỨC"
        return (dashed or para.label.text != "1") and _STROKE_LETTERS.issuperset(para.label.text) and headlike(para)
    match = _STROKES.match(para.text)
    return match is not None and headings.first(bare(para.text[match.end() :].lstrip(". ,:/"))) is not None


def _stroke_and_dash(para: Para) -> bool:
    """Whether what reads as a bullet is a Roman number and its dash: "!- NỘI DUNG"."""
    return para.label is not None and para.label.is_bullet and para.lines[0].text[:1] in ("!", "|", "¡")


def _lost_stroke(para: Para, below: Para | None, value: int) -> bool:
    """Whether "- MỤC ĐÍCH" stands for "I- MỤC ĐÍCH": a section's name, and the next number has its dash."""
    if not headlike(para):
        return False
    if _stroke_and_dash(para):
        return True
    if below is None or below.label is None or below.label.value != value + 1:
        return False
    return below.lines[0].text[len(below.label.text) :].lstrip().startswith(("-", "–", "—"))


def _opens_list(paras: Sequence[Para], k: int) -> bool:
    """Whether "1." stands right above another "1.": then it numbers what is above the list."""
    below = paras[k + 1].label if k + 1 < len(paras) else None
    return below is not None and below.style == "1." and below.value == 1


def _below_letter(paras: Sequence[Para], k: int) -> bool:
    """Whether a paragraph stands right below a section's letter: "A. MỤC TIÊU" / "I. Mục tiêu chung"."""
    above = paras[k - 1] if k else None
    return above is not None and above.capitals and above.label is not None and above.label.style == "A"


def _strokes(paras: Sequence[Para]) -> None:
    """Roman numbers below "A." or as sections in small letters, whose strokes were misread: "HH. Nội dung" is III."""
    last, letter, opener = 0, 0, -1
    below = _below_letters(paras, 0)
    for k, para in enumerate(paras):
        label = para.label
        if label is not None and label.style == "phần":
            below = _below_letters(paras, k + 1)
        if label is not None and label.style == "A" and label.text == "H" and opener >= 0 and label.value > letter + 1:
            own = paras[opener].label  # "C. NHIỆM VỤ", "1. Quản lý" above another "1.", "H. Dạy và học"
            if own is not None:
                paras[opener].label = Label(own.text, "I", 1, own.end)
            para.label = Label(label.text, "I", 2, label.end)
            last, opener = 2, -1
        elif label is not None and label.style in ("A", "phần"):
            last, letter, opener = 0, label.value, k + 1 if below and _names_parts(paras, k + 1) else -1
        elif label is not None and label.style == "I":
            if not last and opener >= 0 and label.value > 1 and (own := paras[opener].label) is not None:
                paras[opener].label = Label(own.text, "I", 1, own.end)
                opener = -1
            last = 1 if label.value in (1, 50) else max(last + 1, label.value if label.value < 20 else 0)
        elif label is None and not para.capitals and (match := _strokes_of(para, last + 1)):
            if not last and opener < 0:
                continue
            if not last and (own := paras[opener].label) is not None:
                paras[opener].label = Label(own.text, "I", 1, own.end)
                last, opener = 1, -1
            last += 1
            _labelled(para, match, "I", last, match[0].strip(" ."))


def _below_letters(paras: Sequence[Para], begin: int) -> bool:
    """Whether Roman numbers name no sections, up to the next "Phần II": then they stand below "A.", "B."."""
    for para in paras[begin:]:
        if para.label is not None and para.label.style == "phần":
            return True
        if para.capitals and para.label is not None and para.label.style == "I":
            return False
    return True


def _strokes_of(para: Para, value: int) -> re.Match[str] | None:
    """The misread Roman number ``value`` that opens a paragraph."""
    if value == _V and (match := _FIVE.match(para.text)) and headings.first(bare(para.text[match.end() :])):
        return match
    return _ONLY_STROKES.match(para.text)


def _names_parts(paras: Sequence[Para], k: int) -> bool:
    """Whether "1." or "I." in small letters stands right below a letter and right above a list that begins at 1."""
    if k >= len(paras) or paras[k].capitals or len(paras[k].text) > _SHORT:
        return False
    label = paras[k].label
    return label is not None and label.style in ("1.", "I") and label.value == 1 and _opens_list(paras, k)


def _gaps(paras: Sequence[Para]) -> None:
    """Roman numbers that are missing before "IV.": as many sections' names with strokes before them stand for them."""
    last, begin = 0, 0
    for k, para in enumerate(paras):
        label = para.label
        if label is None or label.style != "I" or not last < label.value <= len(paras):
            if label is not None and label.style in ("A", "phần"):
                last, begin = 0, k + 1
            continue
        missing = label.value - last - 1
        found = [j for j in range(begin, k) if missing and _strokes_before_name(paras, j)]
        if missing == len(found):
            for value, j in enumerate(found, last + 1):
                match = _ANY_STROKES.match(paras[j].text)
                own = paras[j].label
                if own is None and match:
                    _labelled(paras[j], match, "I", value, match[0].strip(" ."))
                elif own is not None:
                    paras[j].label = Label(own.text, "I", value, own.end)
        last, begin = label.value, k + 1


def _strokes_before_name(paras: Sequence[Para], k: int) -> bool:
    """Whether a paragraph is the name of a section behind what may be a misread Roman number."""
    para = paras[k]
    label = para.label
    if len(title(para)) > _SHORT:
        return False
    if label is None:
        match = _ANY_STROKES.match(para.text)
        return match is not None and headings.first(bare(para.text[match.end() :])) is not None
    if label.style not in ("1.", "A") or not _STROKE_LETTERS.issuperset(label.text) or not headlike(para):
        return False
    following = next((p.label for p in paras[k + 1 :] if p.label is not None and p.label.style == label.style), None)
    return following is None or following.value != label.value + 1  # "1." before "2." is what it says


def _numbers(paras: Sequence[Para]) -> None:
    """Numbers without their dot, and signs for numbers, where they go on a list."""
    last: dict[str, int] = {}
    for k, para in enumerate(paras):
        label = para.label
        if label is not None and label.style == "+" and _misread_dash(paras, k):
            para.label = Label(label.text, "-", 0, label.end)
            continue
        if (label is None or label.style == "-") and (match := _STRUCK.match(para.text)):
            if last.get("1.") == int(match[1]) - 1:
                _labelled(para, match, "1.", int(match[1]))
                last["1."] += 1
            continue
        if (label is None or label.style == "-") and last.get("1.") and (match := _SIGN.match(para.text)):
            last["1."] += 1
            _labelled(para, match, "1.", last["1."], match[0].strip(" ."))
            continue
        if label is None and para.capitals and last.get("A") and (match := _DOUBLED.match(para.text)):
            if last["A"] + 1 in (_letter(match["a"]), _letter(match["b"])) and headings.first(
                bare(para.text[match.end() :])
            ):
                last["A"] += 1
                _labelled(para, match, "A", last["A"], match[0].rstrip(" ."))
            continue
        if label is None:
            match = _BARE_NUMBER.match(para.text) if any(map(str.isdecimal, para.text[:2])) else None
            if match and last.get("1.") == int(match[1]) - 1 and int(match[1]) > 1:
                _labelled(para, match, "1.", int(match[1]))
                last["1."] = int(match[1])
            continue
        if label.style in ("?.", "?)"):
            style = "1." if label.style == "?." else "a)"
            para.label = Label(label.text, style, last.get(style, 0) + 1, label.end)
            last[style] = para.label.value
            continue
        if label.style == "1)" and last.get("1)", 0) != label.value - 1 and _before_b(paras, k):
            para.label = label = Label(label.text, "a)", 1, label.end)
        if label.style == "I":
            last.clear()
        last[label.style] = label.value


def _signless(paras: Sequence[Para]) -> None:
    """Letters, Roman numbers and a list's first number that nothing stands behind: "b Công an xã" below "a)"."""
    last: dict[str, Label] = {}
    for k, para in enumerate(paras):
        label = para.label
        if label is None and "I" in last and (match := _SIGNLESS_ROMAN.match(para.text)):
            if roman(match[1]) == last["I"].value + 1 and headings.first(bare(para.text[match.end() :])):
                label = _labelled(para, match, "I", roman(match[1]))
        elif label is None and (match := _SIGNLESS.match(para.text)):
            value = int(match[1]) if match[1].isdecimal() else 1 + ALPHABET.find(match[1])
            styles = ("1.", "1)") if match[1].isdecimal() else ("a)", "a.")
            style = next((s for s in styles if s in last and last[s].value == value - 1 > 0), None)
            open_lists = list(last) if match[1] == "1" else list(last)[-1:]  # lists of letters are many in a part
            if value == 1 and not any(s in open_lists for s in styles):
                style = _follows(paras, k, styles, 2)
            label = _labelled(para, match, style, value) if style is not None else None
        if label is not None:
            if label.style == "I":
                last.clear()
            last.pop(label.style, None)  # the latest stands last
            last[label.style] = label


def _labelled(para: Para, match: re.Match[str], style: str, value: int, printed: str | None = None) -> Label:
    """Set the label that a paragraph's words begin with, behind a label that is none; ``printed``: else group 1."""
    before = para.label.end if para.label is not None else 0
    para.label = Label(match[1] if printed is None else printed, style, value, before + match.end())
    para.recut(match.end())
    return para.label


def _follows(paras: Sequence[Para], k: int, styles: Sequence[str], value: int) -> str | None:
    """Of the styles that of the next label behind ``k`` that has one of them, where it counts ``value``."""
    below = (p.label for p in paras[k + 1 : k + 1 + _REACH] if p.label is not None)
    found = next((label for label in below if label.style in (*styles, "I")), None)
    return found.style if found is not None and found.style in styles and found.value == value else None


def _letter(text: str) -> int:
    """The place of a capital in the order of lists."""
    return 1 + ALPHABET.find(text.lower().replace("ð", "đ"))


def _misread_dash(paras: Sequence[Para], k: int) -> bool:
    """Whether a lone "+" between bullets is a misread "-": OCR took the dash before or behind it for a tilde."""
    around = [paras[j] for j in (k - 1, k + 1) if 0 <= j < len(paras)]
    if len(around) < 2 or any(p.label is None or p.label.style != "-" for p in around):
        return False
    return any(p.lines[0].text[:1] == "~" for p in around) and around[0].text[-1:] in _ENDS_ITEM


def _before_b(paras: Sequence[Para], k: int) -> bool:
    """Whether the next paragraph is "b)": then what stands here is a misread "a)"."""
    below = paras[k + 1].label if k + 1 < len(paras) else None
    return below is not None and below.style == "a)" and below.value == 2
