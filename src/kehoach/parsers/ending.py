"""The ending: recipients ("Nơi nhận") and signatures, side by side or one below the other.

Their form is that of Nghị định 30/2020/NĐ-CP, Phụ lục I.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, zip_longest
from operator import itemgetter

from kehoach.folding import bare, case_counts, upper
from kehoach.knowledge import person_names
from kehoach.knowledge.patterns import lazy
from kehoach.parsers import zone_ends
from kehoach.parsers.labels import Label
from kehoach.parsers.lines import Line
from kehoach.parsers.lines import cells as line_cells
from kehoach.parsers.outline import Node
from kehoach.parsers.paragraphs import SYLLABLE, rubbish
from kehoach.parsers.reading import Mark, Reading
from kehoach.parsers.seals import NAME, files, headless, named, sealed_tail
from kehoach.parsers.view import View
from kehoach.parsers.words import Words, clean, join

_HEAD = lazy(r"\W{0,4}(?:(?:n[o0]i|voi|not) nh.n\b|(?:n?[o0]i|no?j|n.i) nh.n(?=\s*[:;.]))[^\w\-–+*•~]*")
_AUTHORITY = lazy(r"\W{0,3}(?P<a>t\s?\.?\s?m|t/m|k\s?t|k/t|t\s?l|t/l|tuq|q)(?:[.,:\s/]|$)")
_POSITION = lazy(
    r"\W{0,3}(?:pho |quyen |q\.? ?)?(?:giam doc|chu tich|cuc truong|vu truong|hieu truong|bi thu"
    r"|chi cuc truong|truong|bo truong|thu truong|tong|chanh|vien truong|thu tuong|"
    r"uy vien|chi huy|chinh uy|ban giam hieu|nguoi|ke toan|doi truong|tram truong|thu ky|pho|thuong truc"
    r"|giam d|chinh tri vien)\b"
)
_SEALED = lazy(r"\W*(?:da ky|ky ten|ky, |ky thay|dau|con dau|signed|ky boi|chu ky so|ky so|thoi gian ky|email)\b")
_BULLET = lazy(r"\s*[-–—+*•·▪¬ˆ~_>›»]+\s*")
# Where a part of a flattened signature starts; its seal or "(đã ký)".
_PART = lazy(
    r"(?<=\s)(?:(?:KT|TL|TUQ|Q)\s?\.\s*(?=[A-ZĐ])"
    r"|(?<!KT\. )(?<!TL\. )(?<!TUQ\. )(?<!Q\. )(?<!PHÓ )(?<!PHO )(?<!PHÔ )(?<!KT\.)"
    r"(?:PH[ÓOÔ] |THỨ )?(?:CHỦ TỊCH|GIÁM ĐỐC"
    r"|HIỆU TRƯỞNG|BÍ THƯ|CỤC TRƯỞNG|CHI CỤC TRƯỞNG|BỘ TRƯỞNG|THỨ TRƯỞNG|TRƯỞNG BAN|TRƯỞNG PHÒNG"
    r"|CHÁNH VĂN PHÒNG|VỤ TRƯỞNG)\b)"
)
_SIGNS_BEHIND = lazy(
    upper(
        r"(?<=[\s:;.,_])(?=(?:TM|T/M|KT|K/T|TL|TUQ|T\.M|K\.T)(?:[.\s]{1,2}[A-Z]{3}|\.\s?[A-Z]{2}"
        r"|[,:]\s?(?:PH[ÓOÔ] )?(?:CH[ỦUŨ] T|GI[ÁA]M|TR[ƯU]|HIỆU T|BÍ T|C[ỤU]C T|B[AỘ]|[ỦU]Y))"
        r"|(?:PH[ÓOÔ] |Q\. ?)?(?:GI[ÁA]M Đ[ỐÓÔO]C|CH[ỦUŨ] T[ỊI]CH|HIỆU TR[ƯU][ỞƠO]NG|BÍ TH[ƯU]"
        r"|(?:CHI )?CỤC TR[ƯU][ỞƠO]NG|(?:THỨ|BỘ) TR[ƯU][ỞƠO]NG|TR[ƯU][ỞƠO]NG (?:BAN|PHÒNG))\b)"
    ),
    needs=("TM", "T/M", "KT", "K/T", "TL", "TUQ", "T.M", "K.T", "GI", "CH", "NG", "BÍ TH"),
)
_CAPITAL_WORD = lazy(upper(r"(?:[A-Z]{2,}|[A-Z](?= [A-Z]{2}))[.,)]?(?=\s|$)"))
_OPENS_SIGNATURE = lazy(upper(r"(?:(?:[A-Z]{2,}|[A-Z](?= [A-Z]{2}))[.,)]?|Q\.|[TK]/[MTL])(?=\s|$)"))
_UNSIGNED = lazy(r"\((?:đã ký|ký|Đã ký|Ký|[Cc]hữ ký)[^)]*\)\s*")
# The beginning of a signer's degrees and ranks: "BS." of "BS.CKII. Nguyễn Văn A".
_DEGREE = lazy(r"(?:PGS|GS|TS|ThS|Th\.S|BS[A-Z\d]{0,8}|CN|KS|DS|LS)[.,\s]*$")
_JUNK = lazy(upper(r"(?:[^\w\s(\-–—+*•~>›»]|ˆ_?){1,3}\s?(?=[A-Z])"))
_BULLETS = lazy(r"(?:[-–—+*•·▪¬ˆ~_>›»]+\s*)+")
# Stains before a bullet: ": - Các ban".
_STAINED_BULLET = lazy(r"[:;.,_'`ˆ¬\s]{1,6}(?=[-–—+] ?\w)")
_TAIL = lazy(r"(?:\s+[^\w\s)\"”]{1,3}|(?<=[,;])\s+\w|[\s|])+$|\s(?:\w\s)?\S*[>#©®{}][^;]{0,20}$")
_LETTER = lazy(r"[^\W\d_]")
_WORD = lazy(r"[^\W\d_ˆ]{2}")
_SYLLABLES = lazy(r"[a-z]{4,}")
_NEXT_BULLET = lazy(upper(r"[;,:](?:\s*;)?\s+(?=[-–+~]\s*(?:[A-Z]|\d+ [^\W\d_]))|\s+(?=[-–~]\s*Lưu\b)"))
_NEXT_FILED = lazy(r";\s+(?=Lưu\b)")
_NEXT_RECIPIENT = lazy(r";\s+")
_STROKES = lazy(r"\s[^\w\s)]+$")
_ORDER = lazy(r"TM|KT|TL|TUQ")
_STAINS = " .,;:'`|"
_UNSTAINED = lazy(r"[^\W\d_ˆ].*[^\W\d_ˆ]")
_UNREAD_HEAD = 20
"""Letters up to which something before a signature's authority is an unreadable "Nơi nhận"."""
_UNREAD_REST = 8
"""… and up to which more of it stands apart."""
_MOST_PIECES = 3
_RECIPIENT_ENDS = lazy(r"(?:;|\)\s?[:.,]|(?<=[^\W\d_])\.(?=\s\W))\s+(?=\S)")
_SPOILT = lazy(r"[\\~|+*«»<>¬=^°ˆ⁄”“]|(?<!\S)[/_\"](?!\S)")
_LONGEST_STAIN = 36
_FILED = lazy(r";\s+l.{1,2}u\b")
_RIGHT_COLUMN = 30
"""Columns from which on a line stands in the right half of the page."""
_COLUMN_WIDTH = 24
"""Columns that lie between two signatures at least."""


class Signature:
    """Printed parts of one signature; ``None`` what is not printed."""

    __slots__ = ("authority", "capacity", "name", "position")

    def __init__(
        self,
        authority: Words | None = None,
        capacity: Words | None = None,
        position: Words | None = None,
        name: Words | None = None,
    ) -> None:
        self.authority, self.capacity, self.position, self.name = authority, capacity, position, name


def read(view: View, lines: Sequence[Line], reading: Reading) -> list[Signature]:
    """Fill the recipients of ``reading`` and give the signatures; every line of the zone gets a mark."""
    ending = _Ending(reading)
    ending.headless = headless(lines)
    for k, line in enumerate(lines):
        if line.noise:
            continue
        if k == 0 and zone_ends.dates(line):
            reading.marks.append(Mark(line.start, line.end, "letterhead", None))
            continue
        last = k + 1 >= len(lines)
        pieces = _rejoined(_pieces(view, line))
        unread = 0
        for column, (words, start) in enumerate(pieces):
            before = column < len(pieces) - 1 < _MOST_PIECES and unread == column
            if before and ending.unread(words, start, pieces[-1][0], again=unread > 0):
                unread += 1
                continue
            ending.piece(words, start, line, right=column > 0 or line.indent >= _RIGHT_COLUMN, last=last)
    for whole in _listed(ending.recipients):
        reading.put("recipients", _recipient(whole))
    return _signatures(ending.signing)


class _Ending:
    """The pieces of the ending one by one: each is a recipient's, a signature's, or neither."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.recipients: list[list[Words]] = []
        self.signing: list[tuple[int, Words]] = []  # (column, words)
        self.listing = False  # behind "Nơi nhận"
        self.filed = False  # behind "Lưu: VT", the last recipient
        self.headless = False  # "Nơi nhận" itself is lost

    def piece(self, words: Words, start: int, line: Line, *, right: bool, last: bool) -> None:
        """Place one piece of a line; ``right``: it stands in the right column; ``last``: on the zone's last line."""
        match = None if self.listing else _HEAD.match(bare(words.text))
        if match:
            self.listing = True
            rest = words.cut(match.end())
            alone = not _LETTER.search(rest.text)
            self._mark(start, words.end if alone else words.span(0, match.end())[1], "heading", "recipients")
            if alone:
                return
            words = rest
            if not _BULLET.match(words.text) and _signing(words, True):
                self._sign(words, line)
                return
        text = words.text
        bullet = _BULLET.match(text) is not None
        self.listing = self.listing or (self.headless and not right and (bullet or text.endswith((";", ","))))
        if _signing(words, right and self.listing) or (right and self.listing and not bullet):
            self._sign(words, line)
        elif self.listing and not self.filed and (bullet or not self.recipients):
            self._receive(words, start, line, new=True)
        elif self.listing and not self.filed and not right and self._runs_on(text, line, last=last):
            above = self.recipients[-1][-1].text.rstrip()
            self._receive(words, start, line, new=_opens_recipient(above, text))
        elif self.filed and bullet and text.endswith((";", ".", ",")) and not self.signing and _WORD.search(text):
            self._receive(words, start, None, new=True)
        elif (
            NAME.match(text) or _SEALED.match(bare(text)) or (self.signing and line.blanks > 1 and _reads_as_name(text))
        ):
            self._sign(words, line)
        elif (self.filed or last) and (bounds := _UNSTAINED.search(text)) and _reads_as_name(bounds[0]):
            self._sign(words.cut(*bounds.span()), line)
        else:
            self._mark(start, words.end, self._leftover(text, line), None)

    def unread(self, words: Words, start: int, beside: Words, *, again: bool) -> bool:
        """Take what stands beside an authority for an unreadable "Nơi nhận" or for a stain if it is nothing else.

        ``again``: its first letters were taken for one.
        """
        if again and len(words.text) < _UNREAD_REST:
            self._mark(start, words.end, "noise", None)
            return True
        bullet = _BULLET.match(words.text) is not None and _WORD.search(words.text) is not None
        if self.listing and _STROKES.search(words.text) and not bullet:
            self._mark(start, words.end, "noise", None)
            return True
        if self.listing or self.signing or _HEAD.match(bare(words.text)) or not _signing(beside, False):
            return False
        if bullet and words.text.rstrip().endswith((";", ".")):
            self.listing = True  # "Nơi nhận" itself is lost: "- Như Điều 3; | TM. ỦY BAN NHÂN DÂN"
            return False
        if len(words.text) >= _UNREAD_HEAD or words.text[-1:] in ",;" or _signing(words, False):
            return False
        parts = words.text.split()
        mixed = not words.text.isupper() and any(part.isupper() and len(part) > 1 for part in parts)  # "Sư SEN"
        if named(words.text) and not mixed and all(SYLLABLE.match(bare(part)) for part in parts):
            return False
        self.listing = True
        self._mark(start, words.end, "noise", None)
        return True

    def _mark(self, start: int, end: int, kind: str, ref: str | None) -> None:
        self.reading.marks.append(Mark(start, end, kind, ref))

    def _sign(self, words: Words, line: Line) -> None:
        column = words.at(0) - line.start + line.indent
        self.signing.extend((column, part) for part in _parted(words))
        self._mark(words.at(0), words.end, "signature", None)

    def _receive(self, words: Words, start: int, line: Line | None, *, new: bool) -> None:
        """Put words on the list: a recipient, or the rest of the last; stains (looked for on ``line``) are none."""
        if line is not None and _useless(words, line):
            self._mark(start, words.end, "noise", None)
            return
        if new:
            self.recipients.append([words])
        else:
            self.recipients[-1].append(words)
        self.filed = self.filed or files(words.text) or _FILED.search(bare(words.text)) is not None
        self._mark(start, words.end, "recipient", f"recipients.{len(self.recipients)}")

    def _runs_on(self, text: str, line: Line, *, last: bool) -> bool:
        """Whether a line without a bullet goes on the list: a wrapped recipient, or a list without bullets."""
        if NAME.match(text) and (last or line.blanks > 0):
            return False
        above = self.recipients[-1][-1].text
        return not above.endswith((".", ";", ":")) or text[:1].islower() or text.endswith((";", ",")) or files(text)

    def _leftover(self, text: str, line: Line) -> str:
        """The kind of block that a piece is which is neither a recipient nor a signature's usual part."""
        if (self.signing or self.filed) and len(text) < 60 and text.isupper() and _SYLLABLES.search(bare(text)):
            return "signature"
        stain = rubbish(line) or not _LETTER.search(text) or (len(text) < 16 and not text.istitle())
        return "noise" if stain else "unknown"


def _opens_recipient(above: str, text: str) -> bool:
    """Whether a line whose bullet is lost is a recipient of its own, by its capital or by the sign behind it."""
    return (above.endswith(";") and (text[:1].isupper() or text.endswith(";"))) or files(text)


def _recipient(whole: Words) -> Node:
    """A recipient without its bullet and the stains behind it."""
    bullet = _BULLET.match(whole.text)
    label = None
    if bullet and bullet.end() < len(whole.text):
        label = Label(bullet[0].strip()[-1:], "-", 0, bullet.end())
    words = whole.cut(bullet.end() if bullet else 0)
    words = words.cut(0, len(_TAIL.sub("", words.text)))
    return Node(words, label, whole.at(0), words.end)


def _listed(recipients: list[list[Words]]) -> Iterator[Words]:
    """One text a recipient; a list run on in one line is cut at its bullets."""
    for pieces in recipients:
        whole = join(pieces)
        cuts = [0, *(m.end() for m in _NEXT_BULLET.finditer(whole.text))]
        if len(cuts) == 1 and not _BULLET.match(whole.text) and _FILED.search(bare(whole.text)):
            cuts += (m.end() for m in _NEXT_RECIPIENT.finditer(whole.text))
        else:
            cuts = sorted({*cuts, *(m.end() for m in _NEXT_FILED.finditer(whole.text))})
        if len(cuts) == 1:
            yield whole
            continue
        for start, end in zip(cuts, [*cuts[1:], len(whole.text)], strict=True):
            yield whole.cut(start, end)


def _pieces(view: View, line: Line) -> list[tuple[Words, int]]:
    """The line's cells with their view offsets; "Nơi nhận: KT. GIÁM ĐỐC", flattened by a blank, is two."""
    out: list[tuple[Words, int]] = []
    for start, end in line_cells(view, line):
        words = clean(view.text, start, end)
        if junk := _stains_before(words.text):
            words = words.cut(junk.end())
        if not words.text:
            continue
        edges = [] if out else _flattened(words.text)
        out.append((words.cut(0, edges[0] if edges else None), start))
        for a, b in pairwise([*edges, len(words.text)]):
            piece = words.cut(a, b)
            if signs := _BULLETS.match(piece.text):  # beside a recipient there is no list
                piece = piece.cut(signs.end())
            if piece.text:
                out.append((piece, piece.at(0)))
    return out


def _rejoined(pieces: list[tuple[Words, int]]) -> list[tuple[Words, int]]:
    """The pieces, the rest of a recipient's name that a wide gap set apart put back: "- Bộ Y" and "tế;"."""
    if len(pieces) < 2 or not _BULLET.match(pieces[0][0].text):
        return pieces
    (first, start), (rest, _), *others = pieces
    if first.text[-1:] in ";,.:" or not rest.text[:1].islower() or rest.text[-1:] not in ";,.":
        return pieces
    return [(join([first, rest]), start), *others]


def _stains_before(text: str) -> re.Match[str] | None:
    """The stains before a line's words or before its bullet."""
    if text[:1].isalnum() and text[:1] != "ˆ":
        return None
    return _JUNK.match(text) or (None if text[:1] == "ˆ" else _STAINED_BULLET.match(text))


def _flattened(text: str) -> list[int]:
    """Where the signature's part, and before it what OCR made of a seal, begin on a recipient's line."""
    bullet = _BULLET.match(text) is not None
    signs = _SIGNS_BEHIND.search(text)
    if not bullet and not _HEAD.match(bare(text)):
        listed = signs is not None and text[: signs.start()].rstrip()[-1:] in (",", ";")
        unread = signs is not None and 0 < signs.start() < (2 if listed else 1) * _UNREAD_HEAD
        unread = unread and not _parts_of_signature(text)
        return [signs.start()] if signs and unread else []
    cut = signs.start() if signs else sealed_tail(text) if bullet else None
    if not cut:
        return [over] if bullet and (over := _stains_behind(text)) else []
    sealed = sealed_tail(text[:cut].rstrip())
    return [sealed, cut] if sealed else [cut]


def _stains_behind(text: str) -> int:
    """Where, behind a recipient's own end, begins what OCR made of a seal beside it; 0 where nothing does."""
    match = _RECIPIENT_ENDS.search(text)
    if not match:
        return 0
    rest = text[match.end() :]
    spoilt = _SPOILT.search(rest) is not None and not _FILED.search(f"; {bare(rest)}")
    return match.end() if spoilt and len(rest) < _LONGEST_STAIN else 0


def _parted(words: Words) -> Iterator[Words]:
    """A signature flattened into one line, cut into its authority, capacity, position and name."""
    text = words.text
    cuts = {0, len(text), *(m.start() for m in _PART.finditer(text))}
    for start, end in _small_runs(text):
        if _names(text[start:end]) or _before_name(text[start:end]):
            cuts |= {start, end}
            if sealed := _UNSIGNED.match(text, start, end):
                cuts.add(sealed.end())
    for start, end in pairwise(sorted(cuts)):
        end = start + len(text[start:end].rstrip(_STAINS))
        if _ORDER.fullmatch(text, start, end) and text[end : end + 1] == ".":
            end += 1  # "TM." / "ỦY BAN NHÂN DÂN": the name of the body stands on the next line
        if end > start:
            yield words.cut(start, end)


def _small_runs(text: str) -> Iterator[tuple[int, int]]:
    """The stretches between words in capitals, behind the first of them."""
    capitals = list(_CAPITAL_WORD.finditer(text))
    for this, following in zip_longest(capitals, capitals[1:]):
        end, start = this.end(), following.start() if following else len(text)
        if _LETTER.search(text, end, start):
            yield start - len(text[end:start].lstrip()), start


def _names(text: str) -> bool:
    """Whether a name or a seal's words stand there and nothing else."""
    text = text.strip()
    return NAME.match(_UNSIGNED.sub("", text)) is not None or _SEALED.match(bare(text.lstrip("("))) is not None


def _signed_on_one_line(text: str) -> bool:
    """Whether a whole signature stands on one line: "KT. CHỦ TỊCH PHÓ CHỦ TỊCH Nguyễn Văn A"."""
    head = _OPENS_SIGNATURE.match(text.lstrip(" _*"))
    plain = bare(text)
    if head is None or not (_AUTHORITY.match(plain) or _POSITION.match(plain)):
        return False
    runs = list(_small_runs(text))
    return bool(runs) and all(_names(text[start:end]) or _before_name(text[start:end]) for start, end in runs)


def _before_name(text: str) -> bool:
    """Whether only a seal's words and a degree stand there, which are no part of the name behind them."""
    return _DEGREE.match(_UNSIGNED.sub("", text.strip() + " ").strip()) is not None


def _parts_of_signature(text: str) -> bool:
    """Whether a line is nothing but a signature: its authority or position comes first."""
    plain = bare(text)
    return _AUTHORITY.match(plain) is not None or _POSITION.match(plain) is not None


def _reads_as_name(text: str) -> bool:
    """Whether what is left without its stains is a name, and no seal's capitals."""
    return named(text) and not text.isupper()


def _signing(words: Words, aside: bool) -> bool:
    text = words.text
    letters, upper_case = case_counts(text)
    capitals = letters >= 2 and upper_case >= 0.8 * letters
    plain = bare(text)
    if _BULLET.match(text):
        return False
    if capitals and (_AUTHORITY.match(plain) or _POSITION.match(plain)) and len(text) < 90:
        return True
    if _SEALED.match(plain) or _signed_on_one_line(text):
        return True
    return aside and (NAME.match(text) is not None or (capitals and len(text) < 70))


def _useless(words: Words, line: Line) -> bool:
    return not any(map(str.isalpha, words.text)) or (len(words.text) < 5 and rubbish(line))


def _signatures(pieces: list[tuple[int, Words]]) -> list[Signature]:
    """Signatures column by column: an authority or a position opens one, a name closes it."""
    out: list[Signature] = []
    for group in _columns(pieces):
        current: Signature | None = None
        for words in group:
            if _SEALED.match(bare(words.text).lstrip("(")):
                continue
            another = current is not None and current.name is not None  # a joint plan is signed by several
            if current is None or (another and (words.text.isupper() or not NAME.match(words.text))):
                current = Signature()
                out.append(current)
            _add(current, words)
    for before, s in pairwise(out):
        if before.name is not None and before.position is not None and s.position is not None and not s.name:
            before.position, s.position = join([before.position, s.position]), None  # an office printed below the name
    return [s for s in out if s.authority or s.capacity or s.position or s.name]


def _columns(pieces: Sequence[tuple[int, Words]]) -> list[list[Words]]:
    """The pieces column by column; all in one where no two signatures stand side by side."""
    if not _side_by_side(pieces):
        return [[words for _, words in pieces]] if pieces else []
    columns: list[tuple[int, list[Words]]] = []
    for column, words in pieces:
        nearest = min(columns, key=lambda c: abs(c[0] - column), default=None)
        if nearest is not None and abs(nearest[0] - column) <= _COLUMN_WIDTH:
            nearest[1].append(words)
        else:
            columns.append((column, [words]))
    return [group for _, group in sorted(columns, key=itemgetter(0))]


def _side_by_side(pieces: Sequence[tuple[int, Words]]) -> bool:
    """Whether two signatures stand beside each other: authorities or positions far apart."""
    heads = ((column, bare(words.text)) for column, words in pieces)
    spots = [column for column, plain in heads if _POSITION.match(plain) or _AUTHORITY.match(plain)]
    return len(spots) > 1 and max(spots) - min(spots) > _COLUMN_WIDTH


def _add(signature: Signature, words: Words) -> None:
    """Put a piece where it belongs: "TM. …" is the authority, "KT. …" the capacity, then position and name."""
    plain, capitals = bare(words.text), words.text.isupper()
    authority = _AUTHORITY.match(plain)
    if authority and capitals:
        if authority["a"].replace(" ", "").replace(".", "").startswith(("tm", "t/m")):
            signature.authority = words
        elif signature.capacity is None:
            signature.capacity = words
    elif _POSITION.match(plain) and words.text.upper() == words.text:
        goes_on = signature.position is not None and signature.capacity is None
        signature.position = join([signature.position, words]) if signature.position and goes_on else words
    elif named(words.text) and (not capitals or (_headed(signature) and person_names.in_capitals(words.text))):
        signature.name = words
    elif capitals and signature.authority is not None and signature.position is None and signature.capacity is None:
        signature.authority = join([signature.authority, words])


def _headed(signature: Signature) -> bool:
    return signature.position is not None or signature.capacity is not None
