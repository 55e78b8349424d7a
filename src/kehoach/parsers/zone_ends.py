"""Where the body ends: recipients and signatures, and the annexes behind them."""

from __future__ import annotations

from collections.abc import Sequence

from kehoach.folding import case_counts, in_capitals, upper
from kehoach.knowledge.patterns import inline, lazy
from kehoach.parsers import breaks, seals, signatures
from kehoach.parsers.lines import Line

RECIPIENTS = lazy(r"\W{0,4}(?:n[o0]i|voi|not) nh.n\b\W*(?!.{60})")
_RECIPIENTS_LOOSE = lazy(
    r"\W{0,4}(?:n?[o0]i|no?j|n.i) nh.n\s*(?:[:;.]|[\W_]{0,6}(?:k.{0,2}t\.|(?:t\W?m|t\W?l|tuq)\b)|[\W_]{1,6}(?:pho )?"
    r"(?:chu tich|(?:giam doc|hieu truong|bo truong|thu truong)$))"
)
_RECIPIENT_LINES = 20
"""Lines within which a list of recipients ends."""
_REACH = 12
"""Letters within which "nhận" of "Nơi nhận" begins."""
AUTHORITY = lazy(
    rf"\W{{0,3}}(?:(?:{signatures.AUTHORITIES})[.,:\s/]{{1,2}}\s*[a-z]{{2,}}|(?:tm|t/m|kt|tl|tuq)\s?\.?\W*$)"
)
# … behind what is left of an unreadable "Nơi nhận": "Axpeteeohiil TM. ỦY BAN NHÂN DÂN".
_AUTHORITY_BESIDE = lazy(upper(r".{2,40}?[\s:;._ˆ'’‘](?:(?:TM|T/M|KT|TL|TUQ)[.,:]\s?|T/M )[A-Z]{2}"))
_DELEGATED = lazy(r"\W{0,3}(?:k\s?t|k/t|t\s?l|t/l|tuq)[.,:\s/]{1,2}\s*[a-z]{2,}[^|]{0,40}$")
# A position that a line of its own names in full; among the pieces of a signature its first word does.
POSITION = lazy(
    rf"\W{{0,3}}(?:pho |quyen |q\. ?)?(?:{signatures.POSITIONS}"
    r"|truong (?:ban|phong|cong an|doan|khoa|thon|tram|to|khu|ap|xom)"
    r"|tong (?:giam doc|cuc truong|bien tap|phu trach)|chanh (?:van phong|thanh tra|an)|chi huy truong"
    r"|nguoi (?:lap|xay dung|viet|thuc hien)|ke toan truong|(?:lien |chi )doi truong|to truong"
    r"|pho (?:truong|chanh|vien|tong)\b.*)\b(?!.{45})"
)
_ANNEX = lazy(
    r"\W{0,3}(?:phu l[uyo]c|bieu(?: mau)?|mau(?: so)?|phu bieu|de cuong|danh sach|danh muc|bang tong hop"
    r"|lich|kinh phi|phan cong|du toan|tong hop|chuong trinh)\b"
)
_PLACE_AND_DATE = lazy(r"[a-z][^\d,;:()|]{1,40},?\s+ngay[\d\W]{1,14}thang[\d\W]{1,14}nam[\d\W]{1,10}$")
_ANNEX_ALONE = lazy(r"(?:phu (?:luc|bieu)(?:\s+(?:so\s+)?(?:\d{1,2}|[ivx]{1,4}|[a-d]))?|bieu so \d{1,2})\W*$")
# A title in brackets: "(V/v tổ chức ngày hội trồng cây)".
BRACKETED = lazy(r"\(\s?(?:v/v|ve viec)\b")
# The note below a title: "(Ban hành kèm theo Quyết định số …)". What is issued, no paper it comes with, stands in a
# title's own line: "ban hành Kế hoạch hành động quốc gia …".
ISSUED_WITH = lazy(
    r"\W*(?:(?:(?<=\()|(?<=\( ))ban hanh |ban hanh (?=(?:kem|theo|dinh|tai|cung)\b)|kem |dinh kem |kem theo )+"
    r".{0,40}(?:so|quyet dinh|ke hoach|cong van)\b"
)
_CLOSING = lazy(
    r"\W*(?:tren day la|tren d.y l.|nhan duoc (?:ke hoach|van ban) nay"
    r"|ke hoach nay (?:duoc|pho bien|co hieu luc|thay the))"
)
# The plan's last words, the sign that ends a document damaged or not: "… thực hiện./.", "… phổ biến đến chi bộ."
_OVER = lazy(r"(?:\.\s?[/¿]\s?[.,;]?|/\.|\.\.|\bpho bien den .{0,40}\.)\W*$")
_CLOSING_LINES, _ILLEGIBLE_LINES = 5, 30
_SHORT = 0.75
"""Share of the widest line's letters below which the lines of an ending stay."""

_SHOUTED = 0.85
"""The share of capitals from which on a line is in capitals, the damage of print allowed for."""
_TITLE_LETTERS = 24
"""Letters beyond which a line in capitals behind the recipients is a title, whatever its words."""
_SIGNATURE_LINES = 7
"""Lines that place, date, post and name make at the end of a plan."""


def ending(lines: Sequence[Line], body: int) -> int:
    """The first line of recipients or signatures, or of the place and date that a plan prints above these."""
    end = _ending(lines, body)
    return end - 1 if body < end - 1 and end < len(lines) and dates(lines[end - 1]) else end


def dates(line: Line) -> bool:
    """Whether a line is a place and a date, nothing else: "Tân Lập, ngày 05 tháng 3 năm 2031"."""
    text = line.bare
    return " nam" in text and line.label is None and line.text[:1].isupper() and bool(_PLACE_AND_DATE.match(text))


def _ending(lines: Sequence[Line], body: int) -> int:
    for i in range(body, len(lines)):
        text = lines[i].bare
        if (" nh" in text[:_REACH] and (RECIPIENTS.match(text) or _RECIPIENTS_LOOSE.match(text))) or (
            "|" in lines[i].text and inline(r"\bn[o0]i nhan\s*:").search(text)
        ):
            return _signature_above(lines, i, body)
    for i in range(body, len(lines)):
        if signs(lines[i]) and i > body + 2:
            rest = lines[i + 1 : i + 5]
            if (
                AUTHORITY.match(lines[i].bare[lines[i].lead :])
                or any(signs(line) for line in rest)
                or i >= len(lines) - 4
                or _closed(lines, i, body)
            ):
                return i - 1 if _bodies_sign(lines, i - 1) else i
        beside = _AUTHORITY_BESIDE.match(lines[i].text) is not None
        last_row = lines[i].bars > 0 and i >= len(lines) - 4 and i > body + 2
        if beside and (last_row or _closed(lines, i, body) or _filed_below(lines, i)):
            return i
    last = next((i for i in range(body + 1, len(lines)) if _heads_annex(lines, i)), len(lines))
    end = _unheaded(lines, body, last)
    end = _dated_below(lines, body) if end == len(lines) else end
    return _behind_last_words(lines, body) if end == len(lines) else end


def _bodies_sign(lines: Sequence[Line], i: int) -> bool:
    """Whether a line behind a full stop names, in capitals, the bodies whose heads sign below: "SỞ A      SỞ B"."""
    return names_signers(lines[i]) and lines[i - 1].text.rstrip().endswith(".")


def names_signers(line: Line) -> bool:
    """Whether a line is in capitals and begins with what bodies are called."""
    return (
        line.label is None and line.text.isupper() and breaks.names_agency(line.bare[line.lead :]) and not signs(line)
    )


def _dated_below(lines: Sequence[Line], body: int) -> int:
    """Who signs below the place and date that end a plan, whatever the post; the number of lines for none."""
    for i in range(max(body + 3, len(lines) - _SIGNATURE_LINES), len(lines) - 1):
        if dates(lines[i]) and lines[i + 1].text.isupper() and lines[i + 1].label is None:
            return i + 1
    return len(lines)


def _unheaded(lines: Sequence[Line], body: int, last: int) -> int:
    """The first recipient behind the plan's last words where OCR lost "Nơi nhận" and who signs, ``last`` for none."""
    filed = next((i for i in range(last - 1, body, -1) if lines[i].label is not None and seals.files(lines[i].said)), 0)
    for i in range(max(body + 1, filed - _RECIPIENT_LINES), filed):
        if lines[i - 1].text.rstrip().endswith("./."):
            return i
    return last


def _behind_last_words(lines: Sequence[Line], body: int) -> int:
    """The line behind the plan's last words where what follows is short, all else of an ending illegible."""
    widest = max((len(line.text) for line in lines[body:]), default=0)
    for i in range(len(lines) - 2, max(body + 2, len(lines) - _ILLEGIBLE_LINES), -1):
        if len(lines[i].text) > _SHORT * widest and not _OVER.search(lines[i].bare):
            return len(lines)
        if _OVER.search(lines[i].bare):
            said = lines[max(body, i - _CLOSING_LINES) : i + 1]
            closes = any(_CLOSING.match(line.bare[line.lead :]) for line in said)
            return i + 1 if closes else len(lines)
    return len(lines)


def _heads_annex(lines: Sequence[Line], i: int) -> bool:
    """Whether an annex begins at a line without an ending above it: nobody signs a plan that its decision issues."""
    line = lines[i]
    return (
        line.bare[:7] in ("phu luc", "bieu so", "phu bie")
        and line.text.isupper()
        and not line.bars
        and bool(_ANNEX_ALONE.match(line.bare))
        and (
            "/." in lines[i - 1].text[-3:]
            or any(b.text[:1] == "(" and ISSUED_WITH.match(b.bare) for b in lines[i + 1 : i + 5])
        )
    )


def _closed(lines: Sequence[Line], i: int, body: int) -> bool:
    """Whether the lines above say that the plan's words are over."""
    above = [line.text for line in lines[max(body, i - 3) : i]]
    return any("./." in text for text in above)


def _filed_below(lines: Sequence[Line], i: int) -> bool:
    """Whether a list of recipients goes on below, to the archive that ends it: "- Lưu: VT"."""
    return any(line.label is not None and seals.files(line.said) for line in lines[i + 1 : i + _RECIPIENT_LINES])


def signs(line: Line) -> bool:
    """Whether a line is one of a signature's: its authority, its position; capitals, as the form asks."""
    text = line.said
    if len(text) > 110 or (line.label is not None and line.label.style not in ("A",)):
        return False
    if not in_capitals(text, _SHOUTED, fewest=2):
        return False
    plain = line.bare[line.lead :]
    return bool(AUTHORITY.match(plain) or POSITION.match(plain)) or signatures.approves(plain)


def _signature_above(lines: Sequence[Line], i: int, body: int) -> int:
    """The signature may stand above the recipients; then the ending starts there."""
    first = i
    for k in range(i - 1, max(body, i - 16), -1):
        if _CLOSING.match(lines[k].bare) or "./." in lines[k].text or len(lines[k].text) > 120:
            break
        if signs(lines[k]):
            first = k
    return first - 1 if first < i and first - 1 > body and _body_signing(lines, first - 1) else first


def _body_signing(lines: Sequence[Line], k: int) -> bool:
    """Whether line ``k``, right above a signature's position, names the body that signs: "LIÊN ĐOÀN LAO ĐỘNG TỈNH"."""
    text = lines[k].text
    letters, capitals = case_counts(text)
    return (
        lines[k].label is None
        and 6 <= letters <= 60
        and capitals == letters
        and not AUTHORITY.match(lines[k + 1].bare)
        and lines[k - 1].text.rstrip().endswith((".", "/"))
    )


def annex(lines: Sequence[Line], ending: int) -> int:
    """The first line behind the recipients and signatures that belongs to neither."""
    i, last = ending, ending
    filed = False
    if ending < len(lines) and _heads_annex(lines, ending):
        return ending
    while i < len(lines):
        line = lines[i]
        if line.noise:
            i += 1
            continue
        if i > ending + 1 and _starts_annex(lines, i, filed):
            return i
        if inline(r"\bl.u\s*[:;,]?\s*(?:vt|vp|v\.t|ho so|hs|\w{1,6}[,.;])").search(line.bare) or _filed_alone(line):
            filed = True
        last = i
        i += 1
    return last + 1 if last + 1 > ending else len(lines)


def _filed_alone(line: Line) -> bool:
    """Whether the archive that ends a list of recipients is named by one word: "- Lưu"."""
    return line.label is not None and line.label.is_bullet and line.bare.strip(" .;:-–+*") in ("luu", "luu tru")


def _starts_annex(lines: Sequence[Line], i: int, filed: bool) -> bool:
    line = lines[i]
    text = line.text
    if line.label is not None and line.label.style in ("-", "+", "*"):
        return False
    if line.bars >= 2 and text.count("|") >= 2 and inline(r"\W*(?:s?tt|so tt)\b").match(line.bare):
        return True
    if inline(r"\W{0,3}(?:phu luc|bieu so|bieu mau|mau so|mau \d|phu bieu)\b").match(line.bare) and (
        text[:1].isupper() or line.heading
    ):
        return len(text) < 90 and not inline(r"\bl.u\b").search(line.bare)
    named = text.isupper() and _ANNEX.match(line.bare) is not None  # "DANH SÁCH", its words in small letters below
    if named and any(ISSUED_WITH.match(below.bare) for below in lines[i + 1 : i + 4]):
        return True
    shouted = in_capitals(text, _SHOUTED, fewest=10, beyond=True)
    if shouted and line.blanks < 2 and _DELEGATED.match(lines[i - 1].bare):
        return False  # who signs for another, however long: "TL. GIÁM ĐỐC" / "GIÁM ĐỐC TRUNG TÂM …"
    titled = shouted and not signs(line) and (_ANNEX.match(line.bare) or sum(map(str.isalpha, text)) > _TITLE_LETTERS)
    if not filed:  # a title alone may be a body that signs; the note below it tells
        return bool(titled) and any(ISSUED_WITH.match(below.bare) for below in lines[i + 1 : i + 4])
    return bool(titled or ISSUED_WITH.match(line.bare))
