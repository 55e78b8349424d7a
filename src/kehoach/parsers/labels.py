"""Labels that open a paragraph: ``I.``, ``1.2.``, ``a)``, ``-``, ``Chỉ tiêu 3:`` … (Nghị định 30/2020/NĐ-CP)."""

from __future__ import annotations

import re

from kehoach.folding import bare, fold, in_capitals, upper
from kehoach.knowledge.patterns import inline, lazy

_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_ROMAN_FORM = lazy(r"(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$")
SIGNS = "•·∙▪●○◦▫■□◆❖►▶▸‣⁃➔➢➤✓✔→⇒†§\uf02d\uf06e\uf075\uf076\uf0a7\uf0b7\uf0d8\uf0e0\uf0e8\uf0fc"
"""Signs that open an item, those of Symbol and Wingdings that a copy kept by their codes among them."""
LETTERS = "oØüvq"
"""Letters that stand for a sign of Wingdings, or of Courier, with a blank behind them."""
BULLETS = frozenset("-+*" + SIGNS + LETTERS)
COUNTED = ("1.", "1/", "1-", "1)", "(1)")
"""Styles of labels that are one Arabic number."""
ALPHABET = "abcdđefghiklmnopqrstuvxyz"  # the order of Vietnamese lists: đ behind d, no f's neighbours j, w

_BULLET = lazy(r"[_~.,'‘’`´°¬ˆ:;]{0,2}\s?(?P<b>[-–—−+*¬ˆ" + SIGNS + r"])(?P<gap>\s*)(?=\S)")
# A bullet with what OCR made of stains before it: "_ò_— Các hoạt động".
_JUNK_BULLET = lazy(
    upper(r"(?![^\W_])(?:[^\s\"“(\[A-ZĐ0-9]{0,5}\s?[-–—]\s|[-–—]?[_~]{1,3}(?:\s|[:.,]\s?))\s*(?=[A-Z\"“])")
)
# A label whose letter OCR could not read: "§. UBND các xã", "©) Cấm …".
_UNREAD = lazy(upper(r"(?P<n>[^\w\s\"“”'(\[<.,;:…\-–—+*|/]{1,2})\s?(?P<sep>[.)}\]])\s*(?=[A-Z])"))
# Stains before a label: "_1. Mục tiêu", "-.4, Sở …", "__ 2.3.".
_STAIN = lazy(
    r"[-_~.,'`‘’°^:¬=“”\"]{1,3}\s?(?=(?:[IVX]{1,4}|\d{1,2}(?:\.\d{1,2})*|[a-zđ])\s?[.,)/]\s?[^\W\d_]|\d{1,2}-\s[^\W\d_])"
)
# The dash that some print behind the sign as well: "I/- MỤC ĐÍCH", "1.- Yêu cầu".
_DASHED = r"(?:[-–](?=\s?[^\W\d_a-zđ]))?"
_ARABIC = lazy(
    upper(
        rf"(?P<open>\(?)(?P<n>\d{{1,3}})(?P<sep>\s?[.)/]{{1,2}}{_DASHED}|\s?[-–]\s|[,:;]\s?(?=[A-Z])|['’]\s(?=[A-Z]))\s*(?=[^\W\d_]|[\"“(\[]|\d|$)"
    )
)
# … of a number, not words behind a label: "221/TTr-BDT", "1287-TB/TU".
_SYMBOL = lazy(r"[A-ZĐ]{2,}r?(?:\s?[/-]|\.[A-ZĐ]{2})")
_DECIMAL = lazy(
    r"(?P<n>\d{1,2}(?:\.\s?\d{1,2}){1,4})(?P<sep>\s?[.)/]{0,2}|\s?[-–]\s?)(?P<gap>\s*)(?=[^\W\d_]|[\"“(]|$)"
)
# … before a figure: "2.4. 75% chủ hộ", no day ("15.3. 2024").
_DECIMAL_FIGURE = lazy(
    r"(?P<n>\d{1,2}(?:\.\d{1,2}){1,3})(?P<sep>[.)/])(?P<gap>\s+)(?=\d{1,3}(?:[\s%‰/,-]|\.\d{3}(?!\d)))"
)
_SPOILT_DECIMAL = lazy(upper(r"(?P<a>[1-9])\s?(?:[:,]\s?(?P<b>[1-9])[.),]|\.(?P<c>[1-9])[:,])\s+(?=[A-Z])"))
_ROMAN_LABEL = lazy(
    upper(rf"(?P<n>[IVXLC]{{1,7}})(?P<sep>\s?[.)/:]{{1,2}}{_DASHED}|\s?[-–—]\s?|,\s|[;'’]\s(?=[A-Z]))\s*(?=\S|$)")
)
# … but not "TL.", by whose order somebody signs.
_ROMAN_OCR = lazy(upper(r"(?!TL\s?\.)(?P<n>[IVXLCHTUYlvíìÌÍĨỊỈÏÝ1!|]{1,6})(?P<sep>\s?[.,:;]\s?|[-–—]\s)\s*(?=[A-Z])"))
_UPPER = lazy(rf"(?P<n>[A-ZĐÐ])(?P<sep>\s?[.)/]{_DASHED}|\s?[-–:]\s)\s*(?=\S|$)")
_LOWER = lazy(
    rf"(?P<open>\(?)(?P<n>[a-zđðạáàảãéèẹ])(?P<sep>\s?[.)/}}\]]{{1,2}}{_DASHED}|\s?[-–]\s|[,:;'’]\s(?=[A-ZĐÀ-Ỹ]))(?!\.)\s*(?=\S|$)"
)
_LOWER_COMPOUND = lazy(r"(?P<n>[a-zđ]\.?\d{1,2})(?P<sep>[.)/])\s*(?=\S|$)")
_LOWER_ROMAN = lazy(r"(?P<open>\(?)(?P<n>[ivx]{1,5})(?P<sep>[.)/])\s*(?=\S|$)")
# A number whose dot was lost: before words in capitals ("II NỘI DUNG"), or before what parts of plans are called and
# nothing else ("1 Mục đích").
_DOTLESS_ROMAN = lazy(upper(r"(?P<n>[IVX]{1,5})\s+(?=[A-Z]{2,}\s*[,–-]?\s*[A-Z]{2})"))
_YEAR = lazy(r"(?:19|20)\d\d\b")
_SHARE = lazy(r"[/-] \d{1,3}(?:,\d{1,2})?\s?%")  # "3/ 100% số hộ", "1- 100% chi bộ"
_LIKE_ROMAN = frozenset({"VI PHẠM", "VI SINH", "VI RÚT", "VI KHUẨN", "VI TÍNH", "VI MÔ", "VI BẰNG", "XI MĂNG"})
_NAMES = (
    "Mục đích|Yêu cầu|Mục tiêu|Quan điểm|Nguyên tắc|Phạm vi|Đối tượng|Nội dung|Nhiệm vụ|Giải pháp|Thời gian|Địa điểm"
    "|Thành phần|Hình thức|Kinh phí|Phân công|Tổ chức thực hiện|Chế độ báo cáo"
)
_DOTLESS_ARABIC = lazy(rf"(?P<n>\d{{1,2}})\s(?=(?:{_NAMES}|{_NAMES.upper()})(?:[, –-]+[^\W\d_]+){{0,8}}\s*:?$)")
# … of a plan whose other numbers have lost theirs: "III Thời gian thực hiện" below "II HÌNH THỨC".
_DOTLESS_PART = lazy(rf"(?P<n>[IVX]{{1,4}})\s(?=(?:{_NAMES})(?:[, –-]+[^\W\d_]+){{0,8}}\s*:?$)")
_DOTLESS_HEADING = lazy(upper(r"(?P<n>[IVX]{1,4})\s(?=[A-Z][^.;]{2,88}$)"))
_DOTLESS_ITEM = lazy(upper(r"(?P<n>\d{1,2})\s(?=[A-Z][^\W\d_]+\s)"))
_PART = lazy(
    r"(?P<n>(?:phần|chương)\s+(?:thứ\s+)?(?:nhất|hai|ba|tư|bốn|năm|sáu|bảy|[ivx]{1,4}|\d{1,2}"
    r"|[a-hđ]|(?-i:[IVXHLl1]{1,5})))\b(?P<sep>\s*[.:)–-]?)\s*",
    re.I,
)
# "Mục 1. MỤC ĐÍCH", no "Mục 3 Phụ lục II kèm theo".
_ENTRY = lazy(r"(?P<n>mục\s+(?P<count>[ivx]{1,4}|\d{1,2}))\s?[.:)–-]{1,2}\s*(?=[^\W\d_])", re.I)
_NAMED = lazy(
    r"(?P<name>mục tiêu|chỉ tiêu|nhiệm vụ|giải pháp|nhóm nhiệm vụ|nhóm giải pháp|nhóm|bước|đợt|giai đoạn"
    r"|nội dung|điều|dự án"
    r"|tiểu dự án|hoạt động|chuyên đề|ngày|vòng|tiêu chí|tuần|thông điệp|trường hợp)\s+(?:số\s+|thứ\s+)?"
    r"(?P<n>\d{1,3}|[ivx]{1,4}|nhất|hai|ba|tư|năm)\s?(?P<sep>[:.)–-]|\s(?=\())",
    re.I,
)
_NAMED_FIRST = frozenset(
    "muc chi nhiem giai nhom buoc dot noi dieu du tieu hoat chuyen ngay vong tuan thong truong".split()
)
_NAMED_BEGIN = frozenset(word[:2] for word in _NAMED_FIRST)
_MISREAD_NAMES = {bare(name): name for name in ("mục tiêu", "chỉ tiêu", "nhiệm vụ", "nhóm", "bước", "đợt", "giai đoạn")}
_MISREAD = lazy(rf"(?P<name>{'|'.join(_MISREAD_NAMES)})\s+(?P<n>\d{{1,2}})\s?[:.]\s")
_LONGEST_NAMED = 40
"""Letters that such a label has at most."""
_MISREAD_STOPS, _MISREAD_HOOKS = str.maketrans(",:;'’", "....."), str.maketrans(",:;'’}]", "...))))")
"""Signs as OCR reads them behind a number and behind a letter, and what it most often reads so."""
# The signs that make a label of what stands before them, and within how many letters of the text they do.
_LOWER_SIGNS, _LOWER_REACH = frozenset(",.)/}]-–:;'’"), 7
_ROMAN_SIGNS, _ROMAN_REACH = frozenset(".,:;-–—"), 8
_STAIN_SIGNS, _STAIN_REACH = frozenset(".,)/-"), 10
_UPPER_SIGNS = frozenset(".)/-–:")
# Parts of plans, whose names in small letters tell that OCR broke the number before them.
_PART_NAMES = lazy(
    r"(?:muc dich|muc tieu|yeu cau|(?:cac )?(?:nhiem vu|noi dung|giai phap|chi tieu)|kinh phi|to chuc thuc hien"
    r"|phan cong|che do (?:thong tin, )?bao cao|(?:cong tac )?thong tin|thoi gian|doi tuong|can cu|tinh hinh|dac diem"
    r"|pham vi|trach nhiem|thanh phan|dia diem)\b"
)
_LONGEST_NAME = 70
_ORDINALS = {"nhất": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7}
_HEAD_CHARS = frozenset("0123456789(")
# OCR reads a Roman label's strokes as these; several readings stay open until the sequence decides.
_STROKES = str.maketrans({"H": "II", "T": "I", "U": "II", "l": "I", "1": "I", "!": "I", "|": "I", "í": "I", "ì": "I",
                          "Ì": "I", "Í": "I", "Ĩ": "I", "Ị": "I", "Ỉ": "I", "Ï": "I", "Y": "V", "Ý": "V"})  # fmt: skip


class Label:
    """``text``: as printed, without its punctuation; ``style``: which family of numbering; ``value``: its ordinal
    (0 for bullets and for labels OCR has broken); ``end``: where the words behind it start; ``kept``: the label is
    part of the item's own words ("Chỉ tiêu 3: …").
    """

    __slots__ = ("end", "kept", "prefix", "style", "text", "value")

    def __init__(
        self, text: str, style: str, value: int, end: int, kept: bool = False, prefix: tuple[int, ...] = ()
    ) -> None:
        self.text = text
        self.style = style
        self.value = value
        self.end = end
        self.kept = kept
        self.prefix = prefix

    @property
    def is_bullet(self) -> bool:
        """Whether it is a sign that counts nothing."""
        return self.style in BULLETS


def roman(text: str) -> int:
    """The value of a Roman numeral, 0 where it is none.

    >>> roman("XIV"), roman("IIX"), roman("VIIII")
    (14, 0, 0)
    """
    if not text or not _ROMAN_FORM.match(text):
        return 0
    total = 0
    for here, following in zip(text, text[1:] + " ", strict=True):
        value = _ROMAN[here]
        total += -value if _ROMAN.get(following, 0) > value else value
    return total


def find(text: str) -> Label | None:
    """The label that opens ``text`` (a clean line), or ``None``.

    >>> find("1.2. Rà soát").text, find("đ) Phối hợp").value, find("- Sở Y tế").style
    ('1.2', 5, '-')
    >>> find("15/6/2021 là hạn cuối") is None, find("1.000 hộ nghèo") is None
    (True, True)
    """
    if not text:
        return None
    first = text[0]
    if first in _HEAD_CHARS:
        return (
            _decimal(text)
            or _arabic(text)
            or _bracketed(text)
            or _ocr_roman(text)
            or _spoilt_decimal(text)
            or _dotless_arabic(text)
        )
    if first.isalpha():
        return _lettered(text)
    match = _BULLET.match(text)
    found = _bullet(text, match) if match else None
    stained = not _STAIN_SIGNS.isdisjoint(text[1:_STAIN_REACH])
    if found is not None and not (stained and _STAIN.match(text)):
        return found
    if match := _JUNK_BULLET.match(text):
        return Label("-", "-", 0, match.end())
    if stained and (stain := _STAIN.match(text)):
        found = find(text[stain.end() :])
        if found is not None and not found.kept:
            found.end += stain.end()
            return found
    if match := _UNREAD.match(text):
        return Label(match["n"], "?)" if match["sep"] in ")}]" else "?.", 0, match.end())
    return _ocr_roman(text) if first in "!|" else None


def _bullet(text: str, match: re.Match[str]) -> Label | None:
    sign = match["b"]
    behind = text[match.end()]
    if sign in "-–—−+" and not match["gap"] and (behind.isdigit() or not (behind.isalpha() or behind in '"“(*[')):
        return None
    if behind in "-–—_=*.…" and not any(map(str.isalpha, text[match.end() : match.end() + 6])):
        return None  # a rule drawn with signs
    style = "-" if sign in "-–—−¬ˆ" else sign
    return Label(sign, style, 0, match.end())


def _arabic(text: str) -> Label | None:
    match = _ARABIC.match(text)
    if not match:
        return None
    sep, behind = match["sep"].strip(), text[match.end() : match.end() + 1]
    glued = match.end() == match.end("sep")
    if behind.isdigit() and (glued or sep in "/-–") and not _SHARE.match(text, match.end() - 2):
        return None  # 1.000, 15/6
    if match["open"] and ")" not in sep:
        return None
    if sep == "/" and match.end() == match.end("sep") and not behind.isupper():
        return None  # 100/xã
    if sep in "-–/" and _SYMBOL.match(text, match.end()):
        return None  # 1287-TB/TU
    style = "(1)" if match["open"] else "1" + sep[:1].translate(_MISREAD_STOPS)
    return Label(match["n"], style, int(match["n"]), match.end())


def _decimal(text: str) -> Label | None:
    match = (_DECIMAL.match(text) or _DECIMAL_FIGURE.match(text)) if "." in text[1:3] else None
    if not match:
        return None
    behind = text[match.end() : match.end() + 1]
    if not match["sep"].strip() and (behind.islower() or (not match["gap"] and not behind.isupper())):
        return None  # 1.5 triệu
    printed = "".join(match["n"].split())  # of blanks of every kind, control characters among them
    path = tuple(int(n) for n in printed.split("."))
    if path[0] == 0 or behind == "":
        return None
    return Label(printed, f"1.{len(path)}", path[-1], match.end(), prefix=path[:-1])


def _spoilt_decimal(text: str) -> Label | None:
    """A decimal number with a misread dot: "3:1. Giai đoạn", "2,2. Nâng cao", "3.1: Trang bị", "3.2, Lắp"."""
    match = _SPOILT_DECIMAL.match(text)
    if not match:
        return None
    above, own = int(match["a"]), int(match["b"] or match["c"])
    return Label(f"{above}.{own}", "1.2", own, match.end(), prefix=(above,))


def _bracketed(text: str) -> Label | None:
    if text[0] != "(":
        return None
    return _lower(text)


def _lettered(text: str) -> Label | None:
    first = text[0]
    if text[:4] in ("V/v ", "V/V ", "v/v "):
        return None
    if first in "PpCc" and text[:6].lower().startswith(("phần", "chương")):
        match = _PART.match(text)
        if match and (match["sep"].strip() or match.end() == len(text) or text[match.end()].isupper()):
            word = match["n"].split()[-1].lower()
            value = _ORDINALS.get(word) or roman(word.upper()) or (int(word) if word.isdigit() else 0)
            if not value:
                spoilt = match["n"].split()[-1].translate(_STROKES).upper()
                value = ord(word) - 96 if len(word) == 1 and word in "abcdeđ" else roman(spoilt)
            return Label(match["n"], "phần", value, match.end())
    if first in "Mm" and text[1:4].lower() == "ục " and (match := _ENTRY.match(text)) and text[match.end()].isupper():
        count = match["count"].upper()
        value = int(count) if count.isdigit() else roman(count)
        return Label(match["n"], "phần", value, match.end()) if value else None
    if first in "IVXLC":
        match = _ROMAN_LABEL.match(text)
        if match and (value := roman(match["n"])) and value < 60 and _roman_fits(text, match):
            return Label(match["n"], "I", value, match.end())
        if match is None and first in "IVX" and (dotless := _dotless_roman(text)):
            return dotless
    if (not text[:2].isascii() or text[:2].lower() in _NAMED_BEGIN) and (
        bare(text.partition(" ")[0]) in _NAMED_FIRST and (named := _named(text))
    ):
        return named
    if first == "Y" and (broken := _ocr_roman(text)):
        return broken
    if first.isupper() and first != "Ø":
        match = None if _UPPER_SIGNS.isdisjoint(text[1:3]) else _UPPER.match(text)
        glued = match is not None and match.end() == match.end("sep")
        if match and not (glued and (match["sep"] == "." or (match["sep"] == "/" and text[2:3].islower()))):  # "Đ/c"
            return Label(first, "A", 1 + ALPHABET.find(first.lower().replace("ð", "đ")), match.end())
        return _ocr_roman(text)
    if first in LETTERS and text[1:2] == " " and (text[2:3].isupper() or text[2:3].isdigit()):
        return Label(first, first, 0, 2)
    return _lower(text) or _ocr_roman(text)


def _named(text: str) -> Label | None:
    """A label with a name, "Chỉ tiêu 3: …"; before a number its marks may be misread: "Bươc 2:"."""
    if match := _NAMED.match(fold(text[:_LONGEST_NAMED])):
        word, name = match["n"], match["name"]
        value = _ORDINALS.get(word) or (int(word) if word.isdigit() else roman(word.upper()))
    elif match := _MISREAD.match(bare(text[:_LONGEST_NAMED])):
        name, value = _MISREAD_NAMES[match["name"]], int(match["n"])
    else:
        return None
    return Label(text[: match.end("n")], name, value, 0, kept=True)


def _roman_fits(text: str, match: re.Match[str]) -> bool:
    """A single letter in front of a dash or a glued dot may be a word or an initial; "III/2024" is a quarter."""
    sep = match["sep"].strip()
    if sep == "/" and _YEAR.match(text, match.end()):
        return False
    if sep in "-–—" and not match["sep"].endswith(" ") and not text[match.end() : match.end() + 1].isupper():
        return False
    return not (match["n"] in "CL" and match.end() == match.end("sep"))


def _dotless_roman(text: str) -> Label | None:
    """Before words in capitals, as in "II NỘI DUNG", where the two are no word themselves ("VI PHẠM …")."""
    match = _DOTLESS_ROMAN.match(text)
    if match is None or not (value := roman(match["n"])) or " ".join(text.split()[:2]) in _LIKE_ROMAN:
        return None
    return Label(match["n"], "I", value, match.end()) if _capitals_follow(text, match.end()) else None


def _capitals_follow(text: str, at: int) -> bool:
    return in_capitals(text[at : at + 14], 0.75, fewest=4)


def _dotless_arabic(text: str) -> Label | None:
    match = _DOTLESS_ARABIC.match(text)
    return Label(match["n"], "1.", int(match["n"]), match.end()) if match else None


def is_dotless(label: Label, text: str) -> bool:
    """Whether a number is printed without any sign behind it; ``text``: the line."""
    return label.style in ("1.", "I") and text[len(label.text) : label.end].isspace()


def part_on(text: str, value: int) -> Label | None:
    """The Roman number without a sign that opens ``text``, where it is ``value``, printed twice, or follows it."""
    match = _DOTLESS_PART.match(text)
    found = roman(match["n"]) if match else 0
    return Label(match["n"], "I", found, match.end()) if match and found in (value, value + 1) else None


def part_alone(text: str) -> Label | None:
    """The Roman number without a sign that opens a heading's words: "II Đối tượng, tiêu chuẩn"."""
    match = _DOTLESS_HEADING.match(text)
    value = roman(match["n"]) if match else 0
    return Label(match["n"], "I", value, match.end()) if match and value else None


def counting_on(text: str, value: int) -> Label | None:
    """The number without a sign that opens ``text``, where it is 1 or follows ``value``: "2 Rà soát quy hoạch"."""
    match = _DOTLESS_ITEM.match(text)
    found = int(match["n"]) if match else 0
    return Label(match["n"], "1.", found, match.end()) if match and found in (1, value + 1) else None


def _lower(text: str) -> Label | None:
    if _LOWER_SIGNS.isdisjoint(text[:_LOWER_REACH]):
        return None
    match = _LOWER_ROMAN.match(text) if text.lstrip("(")[:1] in "ivx" else None
    if match and (len(match["n"]) > 1 or (match["n"] == "i" and match["open"])) and roman(match["n"].upper()):
        return Label(match["n"], "(i)" if match["open"] else "i)", roman(match["n"].upper()), match.end())
    match = _LOWER_COMPOUND.match(text) if any(map(str.isdigit, text[1:3])) else None
    if match and not (match["sep"] == "/" and text[match.end("sep") : match.end("sep") + 1].islower()):  # m3/ngày
        return Label(match["n"], "a1", int(inline(r"\D").sub("", match["n"])), match.end())
    match = _LOWER.match(text)
    if not match or (match["n"] in "đ" and text[match.end() - 1 : match.end() + 1].lower() == "/c"):
        return None
    if match["open"] and ")" not in match["sep"]:
        return None
    sep, behind, glued = match["sep"].strip(), text[match.end() : match.end() + 1], match.end() == match.end("sep")
    if glued and ((sep == "/" and not behind.isupper()) or (sep == "." and behind.islower())):
        return None  # k/c, b/c, v.v
    letter = "đ" if match["n"] in "đð" else bare(match["n"])
    if letter != match["n"] and not (sep == ")" and behind.isupper()):
        return None  # "ạ) Cụ thể hóa" is a misread "a)"
    style = "(a)" if match["open"] else "a" + match["sep"].strip()[:1].translate(_MISREAD_HOOKS)
    return Label(match["n"], style, 1 + ALPHABET.find(letter), match.end())


def _ocr_roman(text: str) -> Label | None:
    """A Roman label as OCR breaks it ("H. NHIỆM VỤ", "VL. Kinh phí"), before capitals or what parts are called."""
    match = None if _ROMAN_SIGNS.isdisjoint(text[:_ROMAN_REACH]) else _ROMAN_OCR.match(text)
    if not match:
        return None
    read = match["n"].replace("Vv", "V").translate(_STROKES).upper()
    value = roman(read)
    sure = match["n"][0] not in "1l!|" and (value or roman(read.replace("L", "I")))
    named = sure and len(text) < _LONGEST_NAME and _PART_NAMES.match(bare(text[match.end() :]))
    if not (named or _capitals_follow(text, match.end())):
        return None
    return Label(match["n"], "I", value, match.end())
