"""The ending: recipients ("Nơi nhận") and signatures, side by side or one below the other (Nghị định 30/2020/NĐ-CP, Phụ lục I)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kehoach.folding import bare, upper
from kehoach.parsers.labels import Label
from kehoach.parsers.lines import Line
from kehoach.parsers.lines import cells as line_cells
from kehoach.parsers.outline import Node
from kehoach.parsers.paragraphs import SYLLABLE, rubbish
from kehoach.parsers.reading import Mark, Reading
from kehoach.parsers.view import View
from kehoach.parsers.words import Words, clean, join

_HEAD = re.compile(r"\W{0,4}(?:(?:n[o0]i|voi|not) nh.n\b|(?:n?[o0]i|no?j|n.i) nh.n(?=\s*[:;.]))\W*")
_AUTHORITY = re.compile(r"\W{0,3}(?P<a>t\s?\.?\s?m|t/m|k\s?t|k/t|t\s?l|t/l|tuq|q)(?:[.\s/]|$)")
_POSITION = re.compile(
    r"\W{0,3}(?:pho |quyen |q\.? ?)?(?:giam doc|chu tich|cuc truong|vu truong|hieu truong|bi thu"
    r"|chi cuc truong|truong|bo truong|thu truong|tong|chanh|vien truong|thu tuong|"
    r"uy vien|chi huy|chinh uy|ban giam hieu|nguoi|ke toan|doi truong|tram truong|thu ky|pho|thuong truc"
    r"|giam d|chinh tri vien)\b"
)
_NAME = re.compile(
    upper(
        r"(?:(?:PGS|GS|TS|ThS|BS|CKI{1,2}|BSCKI{1,2}|NGƯT|TTƯT|Đại tá|Thượng tá|Trung tá|Thiếu tướng"
        r"|Dr)[.,\s]+)*(?:[A-Z][\w'’]*)(?:\s+[A-Z][\w'’]*){1,4}$"
    )
)
_SEALED = re.compile(r"\W*(?:da ky|ky ten|ky, |ky thay|dau|con dau|signed|ky boi|chu ky so|ky so|thoi gian ky|email)\b")
_BULLET = re.compile(r"\s*[-–—+*•·▪¬ˆ~_]+\s*")
# Where a part of a flattened signature starts; its seal or "(đã ký)".
_PART = re.compile(
    r"(?<=\s)(?:(?:KT|TL|TUQ|Q)\s?\.\s*(?=[A-ZĐ])"
    r"|(?<!KT\. )(?<!TL\. )(?<!TUQ\. )(?<!Q\. )(?<!PHÓ )(?<!KT\.)(?:PHÓ |THỨ )?(?:CHỦ TỊCH|GIÁM ĐỐC"
    r"|HIỆU TRƯỞNG|BÍ THƯ|CỤC TRƯỞNG|CHI CỤC TRƯỞNG|BỘ TRƯỞNG|THỨ TRƯỞNG|TRƯỞNG BAN|TRƯỞNG PHÒNG"
    r"|CHÁNH VĂN PHÒNG|VỤ TRƯỞNG)\b)"
)
_UNSIGNED = re.compile(r"\((?:đã ký|ký|Đã ký|Ký)[^)]*\)\s*")
_JUNK = re.compile(upper(r"[^\w\s(\-–—+*•~]{1,3}\s?(?=[A-Z])"))
_TAIL = re.compile(r"(?:\s+[^\w\s)\"”]{1,3}|[\s|])+$")


@dataclass(slots=True)
class Signature:
    """Printed parts of one signature; ``None`` what is not printed."""

    authority: Words | None = None
    capacity: Words | None = None
    position: Words | None = None
    name: Words | None = None
    parts: list[Words] = field(default_factory=list)


def read(view: View, lines: Sequence[Line], reading: Reading) -> list[Signature]:
    """Fill the recipients of ``reading`` and give the signatures; every line of the zone gets a mark."""
    recipients: list[list[Words]] = []
    signing: list[tuple[int, Words]] = []
    listing = filed = False
    for k, line in enumerate(lines):
        if line.noise:
            continue
        pieces = _pieces(view, line)
        for column, (words, raw_start) in enumerate(pieces):
            right = column > 0 or (line.indent >= 30)
            text = words.text
            match = _HEAD.match(bare(text)) if not listing else None
            if match:
                listing = True
                reading.marks.append(Mark(raw_start, words.at(0) + match.end(), "heading", "recipients"))
                rest = words.cut(match.end())
                if not rest.text:
                    continue
                if not _BULLET.match(rest.text) and _signing(rest, True):
                    _sign(reading, signing, rest, line)
                    continue
                words, text = rest, rest.text
            if _signing(words, right and listing) or (
                right and listing and not _BULLET.match(text) and not (filed and not right)
            ):
                _sign(reading, signing, words, line)
            elif listing and not filed and (_BULLET.match(text) or not recipients):
                if _useless(words, line):
                    reading.marks.append(Mark(raw_start, words.end, "noise", None))
                    continue
                recipients.append([words])
                filed = filed or _files(text)
                reading.marks.append(Mark(raw_start, words.end, "recipient", f"recipients.{len(recipients)}"))
            elif listing and recipients and not filed and not right and _runs_on(recipients, text, lines, k):
                if _useless(words, line):
                    reading.marks.append(Mark(raw_start, words.end, "noise", None))
                    continue
                if _BULLET.match(text) or (recipients[-1][-1].text.rstrip().endswith(";") and text[:1].isupper()):
                    recipients.append([words])
                else:
                    recipients[-1].append(words)
                filed = filed or _files(text)
                reading.marks.append(Mark(raw_start, words.end, "recipient", f"recipients.{len(recipients)}"))
            elif listing and filed and _BULLET.match(text) and text.endswith((";", ".", ",")) and not signing:
                recipients.append([words])
                reading.marks.append(Mark(raw_start, words.end, "recipient", f"recipients.{len(recipients)}"))
            elif _NAME.match(text) or _SEALED.match(bare(text)):
                _sign(reading, signing, words, line)
            else:
                kind = (
                    "noise"
                    if rubbish(line) or not any(c.isalpha() for c in text) or (len(text) < 16 and not text.istitle())
                    else "unknown"
                )
                if re.search(r"[a-z]{4,}", bare(text)) and signing and len(text) < 60 and text.isupper():
                    kind = "signature"
                reading.marks.append(Mark(raw_start, words.end, kind, None))
    for whole in _listed(recipients):
        lead = _BULLET.match(whole.text)
        label = None
        if lead and lead.end() < len(whole.text):
            label = Label(whole.text[: lead.end()].strip()[-1:], "-", 0, lead.end())
        words = whole.cut(lead.end() if lead else 0)
        words = words.cut(0, len(_TAIL.sub("", words.text)))
        reading.put("recipients", Node(words, label, whole.at(0), words.end))
    return _signatures(signing)


def _listed(recipients: list[list[Words]]) -> Iterator[Words]:
    """One text a recipient; a list run on in one line is cut at its bullets."""
    for pieces in recipients:
        whole = join(pieces)
        cuts = [0, *(m.end() for m in re.finditer(upper(r"[;,]\s+(?=-\s*[A-Z])"), whole.text))]
        if len(cuts) == 1:
            yield whole
            continue
        for start, end in zip(cuts, [*cuts[1:], len(whole.text)], strict=True):
            yield whole.cut(start, end)


def _sign(reading: Reading, signing: list[tuple[int, Words]], words: Words, line: Line) -> None:
    column = words.at(0) - line.start + line.indent
    signing.extend((column, part) for part in _parted(words))
    reading.marks.append(Mark(words.at(0), words.end, "signature", None))


def _pieces(view: View, line: Line) -> list[tuple[Words, int]]:
    """The line's cells; "Nơi nhận: KT. GIÁM ĐỐC" flattened by a single blank is cut before the signature's part."""
    out: list[tuple[Words, int]] = []
    for start, end in line_cells(view, line):
        words = clean(view.text, start, end)
        if junk := _JUNK.match(words.text):
            words = words.cut(junk.end())
        text = bare(words.text)
        cut = None
        if out == [] and (_HEAD.match(text) or _BULLET.match(words.text)):
            for match in re.finditer(
                upper(
                    r"(?<=[\s:;.,])(?=(?:TM|T/M|KT|K/T|TL|TUQ|T\.M|K\.T)[.\s]{1,2}[A-Z]{3}"
                    r"|(?:PHÓ |Q\. ?)?(?:GIÁM ĐỐC|CHỦ TỊCH|HIỆU TRƯỞNG|BÍ THƯ|CỤC TRƯỞNG|CHI CỤC TRƯỞNG"
                    r"|THỨ TRƯỞNG|BỘ TRƯỞNG|TRƯỞNG (?:BAN|PHÒNG))\b)"
                ),
                words.text,
            ):
                cut = match.start()
                break
        if cut is None and out == [] and _BULLET.match(words.text):
            cut = _sealed_tail(words.text)
        if cut and (sealed := _sealed_tail(words.text[:cut].rstrip())):
            out.append((words.cut(0, sealed), start))
            rest = words.cut(sealed, cut)
            if rest.text:
                out.append((rest, rest.at(0)))
            rest = words.cut(cut)
            out.append((rest, rest.at(0)))
        elif cut:
            out.append((words.cut(0, cut), start))
            rest = words.cut(cut)
            out.append((rest, rest.at(0)))
        elif words.text:
            out.append((words, start))
    return out


def _parted(words: Words) -> Iterator[Words]:
    """A signature flattened into one line, cut into its authority, capacity, position and name."""
    text = words.text
    cuts = [0] + [m.start() for m in _PART.finditer(text) if m.start()]
    capitals = [m.end() for m in re.finditer(upper(r"[A-Z]{2,}[.,)]?(?=\s|$)"), text)]
    name = re.search(r"\S", text[capitals[-1] :]) if capitals else None
    if (
        name is not None
        and (tail := text[capitals[-1] + name.start() :])
        and (_NAME.match(_UNSIGNED.sub("", tail)) or _SEALED.match(bare(tail.lstrip("("))))
    ):
        cuts.append(capitals[-1] + name.start())
        if sealed := _UNSIGNED.match(tail):
            cuts.append(cuts[-1] + sealed.end())
    if len(cuts) == 1:
        yield words
        return
    for start, end in zip(cuts, [*cuts[1:], len(text)], strict=True):
        if text[start:end].strip():
            yield words.cut(start, end)


def _sealed_tail(text: str) -> int | None:
    """Where a recipient's line goes over into what OCR made of the seal and signature beside it."""
    for match in re.finditer(r"(?<=[;:])\s+(?=\S)|(?<=[a-zà-ỹ)0-9])\.\s+(?=\S)", text):
        tail = text[match.end() :]
        if len(tail) > 30 or match.start() < 9 or (text[match.start() - 1] in ";:" and _files(text)):
            continue
        words = re.findall(r"[^\W\d_]+", tail)
        sound = sum(bool(SYLLABLE.match(bare(w))) and len(w) > 1 and not (w[0].islower() and len(w) < 3) for w in words)
        listed = tail.endswith((";", ",")) or re.match(r"(?:các|như|lưu|sở|ubnd|phó|ban|báo|đài|cổng)\b", tail.lower())
        if not listed and (sound <= 0.6 * len(words) or _NAME.match(tail.strip("“”\"'+ "))):
            return match.start() + (1 if text[match.start()] == "." else 0)
    return None


def _signing(words: Words, aside: bool) -> bool:
    text = words.text
    letters = [c for c in text if c.isalpha()]
    capitals = len(letters) >= 2 and sum(c.isupper() for c in letters) >= 0.8 * len(letters)
    plain = bare(text)
    if _BULLET.match(text):
        return False
    if capitals and (_AUTHORITY.match(plain) or _POSITION.match(plain)) and len(text) < 90:
        return True
    if _SEALED.match(plain.lstrip("(")):
        return True
    return aside and (_NAME.match(text) is not None or (capitals and len(text) < 70))


def _files(text: str) -> bool:
    return bool(re.match(r"\W{0,4}l.{1,2}u\s*[:;,.]?\s", bare(text)))


def _runs_on(recipients: list[list[Words]], text: str, lines: Sequence[Line], k: int) -> bool:
    """Whether a line without a bullet goes on the list: a wrapped recipient, or a list without bullets."""
    if _NAME.match(text) and (k + 1 >= len(lines) or lines[k].blanks > 0):
        return False
    last = recipients[-1][-1].text
    return not last.endswith((".", ";", ":")) or text[:1].islower() or text.endswith((";", ","))


def _useless(words: Words, line: Line) -> bool:
    return not any(c.isalpha() for c in words.text) or (len(words.text) < 5 and rubbish(line))


def _signatures(pieces: list[tuple[int, Words]]) -> list[Signature]:
    """Signatures column by column: an authority or a position opens one, a name closes it."""
    columns: list[tuple[int, list[Words]]] = []
    for column, words in pieces:
        near = [c for c in columns if abs(c[0] - column) <= 24]
        if near and len(columns) > 1:
            min(near, key=lambda c: abs(c[0] - column))[1].append(words)
        elif columns and not _side_by_side(pieces):
            columns[0][1].append(words)
        elif near:
            near[0][1].append(words)
        else:
            columns.append((column, [words]))
    out: list[Signature] = []
    for _, group in columns:
        current: Signature | None = None
        for words in group:
            plain = bare(words.text)
            if _SEALED.match(plain.lstrip("(")):
                if current is not None:
                    current.parts.append(words)
                continue
            if current is None or (current.name is not None and not _NAME.match(words.text)):
                current = Signature()
                out.append(current)
            current.parts.append(words)
            authority = _AUTHORITY.match(plain)
            if authority and words.text.isupper():
                if authority["a"].replace(" ", "").replace(".", "").startswith(("tm", "t/m")):
                    current.authority = words
                elif current.capacity is None:
                    current.capacity = words
            elif _POSITION.match(plain) and words.text.upper() == words.text:
                current.position = (
                    join([current.position, words])
                    if current.position is not None and current.capacity is None
                    else words
                )
            elif _NAME.match(words.text) and not words.text.isupper():
                current.name = words
            elif (
                words.text.isupper()
                and current.authority is not None
                and current.position is None
                and current.capacity is None
            ):
                current.authority = join([current.authority, words])
    return [s for s in out if s.authority or s.capacity or s.position or s.name]


def _side_by_side(pieces: Sequence[tuple[int, Words]]) -> bool:
    """Whether two signatures stand beside each other: two positions on one line."""
    spots = [
        (column, words)
        for column, words in pieces
        if _POSITION.match(bare(words.text)) or _AUTHORITY.match(bare(words.text))
    ]
    return any(abs(a[0] - b[0]) > 24 for a in spots for b in spots) and len(spots) > 1
