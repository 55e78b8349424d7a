"""The ending: recipients ("Nơi nhận"), and what beside or below them belongs to signatures.

Their form is that of Nghị định 30/2020/NĐ-CP, Phụ lục I; :mod:`kehoach.parsers.signatures` knows what a signature is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kehoach.folding import bare, upper
from kehoach.knowledge.patterns import lazy
from kehoach.parsers import labels, signatures, zone_ends
from kehoach.parsers.labels import Label
from kehoach.parsers.lines import Line
from kehoach.parsers.lines import cells as line_cells
from kehoach.parsers.nodes import Node
from kehoach.parsers.paragraphs import SYLLABLE, rubbish
from kehoach.parsers.reading import Mark, Reading
from kehoach.parsers.rubbish_lines import strange_word
from kehoach.parsers.seals import NAME, files, headless, named, sealed_tail
from kehoach.parsers.signatures import Signature
from kehoach.parsers.view import View
from kehoach.parsers.words import Words, clean, join

_HEAD = lazy(
    r"\W{0,4}(?:(?:n[o0]i|voi|not) nh.n\b|(?:n?[o0]i|no?j|n.i) nh.n(?=\s*[:;.]))[^\w\-–+*~" + labels.SIGNS + "]*"
)
_BULLET_SIGNS = r"[-–—+*¬ˆ~_>›»" + labels.SIGNS + r"]"
_BULLET = lazy(
    upper(rf"\s*(?:[ìíïîịỉĩ:'] |[“”'\x22](?=[-–] ))?{_BULLET_SIGNS}+\s*|\s*[{labels.LETTERS}] (?=[A-Z]|\d+ [^\W\d_])")
)
_SIGNS_BEHIND = lazy(
    upper(
        r"(?<=[\s:;.,_'’‘])(?=(?:TM|T/M|KT|K/T|TL|TUQ|T\.M|K\.T)(?:[.\s]{1,2}[A-Z]{3}|\.\s?[A-Z]{2}"
        r"|[,:]\s?(?:PH[ÓOÔ] )?(?:CH[ỦUŨ] T|GI[ÁA]M|TR[ƯU]|HIỆU T|BÍ T|C[ỤU]C T|B[AỘ]|[ỦU]Y))"
        r"|(?:PH[ÓOÔ] |Q\. ?)?(?:GI[ÁA]M Đ[ỐÓÔO]C|CH[ỦUŨ] T[ỊI]CH|HIỆU TR[ƯU][ỞƠO]NG|BÍ TH[ƯU]"
        r"|(?:CHI )?CỤC TR[ƯU][ỞƠO]NG|(?:THỨ|BỘ) TR[ƯU][ỞƠO]NG|TR[ƯU][ỞƠO]NG (?:BAN|PHÒNG))\b)"
    ),
    needs=("TM", "T/M", "KT", "K/T", "TL", "TUQ", "T.M", "K.T", "GI", "CH", "NG", "BÍ TH"),
)
_JUNK = lazy(upper(r"(?:[^\w\s(\-–—+*~>›»" + labels.SIGNS + r"]|ˆ_?){1,3}\s?(?=[A-Z])"))
_BULLETS = lazy(upper(rf"(?:(?:{_BULLET_SIGNS}+|[{labels.LETTERS}](?= [A-Z]))\s*)+"))
# Stains before a bullet: ": - Các ban".
_STAINED_BULLET = lazy(r"[:;.,_'`ˆ¬\s]{1,6}(?=[-–—+] ?\w)")
_TAIL = lazy(r"(?:\s+[^\w\s)\"”]{1,3}|(?<=[,;])\s+\w|[\s|])+$|\s(?:\w\s)?\S*[>#©®{}][^;]{0,20}$")
_LETTER = lazy(r"[^\W\d_]")
_WORD = lazy(r"[^\W\d_ˆ]{2}")
_SYLLABLES = lazy(r"[a-z]{4,}")
_NEXT_BULLET = lazy(upper(r"(?:;\s*|[;,:](?:\s*;)?\s+)(?=[-–+~]\s*(?:[A-Z]|\d+ [^\W\d_]))|\s+(?=[-–~]\s*Lưu\b)"))
_NEXT_FILED = lazy(r";\s+(?=Lưu\b)")
_NEXT_RECIPIENT = lazy(r";\s+")
_STROKES = lazy(r"\s[^\w\s)]+$")
_UNSTAINED = lazy(r"[^\W\d_ˆ].*[^\W\d_ˆ]")
_UNREAD_HEAD = 20
"""Letters up to which something before a signature's authority is an unreadable "Nơi nhận"."""
_UNREAD_REST = 8
"""… and up to which more of it stands apart."""
_MOST_PIECES = 3
_RECIPIENT_ENDS = lazy(r"(?:;|\)\s?[:.,]|(?<=[^\W\d_])\.(?=\s\W))\s+(?=\S)")
_SPOILT = lazy(r"[\\~|+*«»<>¬=^°ˆ⁄”“]|(?<!\S)[/_\"](?!\S)")
_LONGEST_STAIN, _STRANGE_WORDS = 36, 2
_NUMBER = lazy(r"(?P<n>\d{1,2})[.)/]\s(?=[^\W\d_])")
# Words with which no recipient's line ends: the next goes on.
_OPEN = lazy(r"[,–-]$|\b(?:và|các|của|về|cho)$")
_LONGEST_HEAD = 12
_FEWEST_PLAIN = 2
"""Lines above "Lưu" from which on a list without any sign is one."""
_FILED = lazy(r";\s+l.{1,2}u\b")
_CELL_WIDTH = 30
"""Columns that a cell set apart by bars stands for."""
_RIGHT_COLUMN = 30
"""Columns from which on a line stands in the right half of the page."""


def read(view: View, lines: Sequence[Line], reading: Reading) -> list[Signature]:
    """Fill the recipients of ``reading`` and give the signatures; every line of the zone gets a mark."""
    ending = _Ending(view.text, reading)
    ending.headless = headless(lines)
    ending.plain = _plain(lines)
    for k, line in enumerate(lines):
        if line.noise:
            continue
        if k == 0 and zone_ends.dates(line):
            reading.marks.append(Mark(line.start, line.end, "letterhead", None))
            continue
        last = k + 1 >= len(lines)
        pieces = _rejoined(_pieces(view, line))
        ending.celled = ending.celled or (
            line.bars > 0 and sum(signatures.opens(words.text) for words, _ in pieces) > 1
        )
        if k == 0 and zone_ends.names_signers(line):  # "SỞ Y TẾ | SỞ TÀI CHÍNH" above "KT. GIÁM ĐỐC | KT. GIÁM ĐỐC"
            ending.celled = line.bars > 0
            for words, _ in pieces:
                ending.sign(words, line)
            continue
        unread = 0
        for column, (words, start) in enumerate(pieces):
            before = column < len(pieces) - 1 < _MOST_PIECES and unread == column
            if before and ending.unread(words, start, pieces[-1][0], again=unread > 0):
                unread += 1
                continue
            ending.piece(words, start, line, right=column > 0 or line.indent >= _RIGHT_COLUMN, last=last)
    for whole in _listed(ending.recipients):
        reading.put("recipients", _recipient(whole))
    return signatures.gathered(ending.signing)


class _Ending:
    """The pieces of the ending one by one: each is a recipient's, a signature's, or neither."""

    def __init__(self, text: str, reading: Reading) -> None:
        self.text = text  # of the view
        self.reading = reading
        self.recipients: list[list[Words]] = []
        self.signing: list[tuple[int, Words]] = []  # (column, words)
        self.listing = False  # behind "Nơi nhận"
        self.filed = False  # behind "Lưu: VT", the last recipient
        self.headless = False  # "Nơi nhận" itself is lost
        self.plain = False  # one recipient a line, without any sign
        self.celled = False  # signatures stand side by side in the cells of a table

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
            if _signing(words, True):
                self.sign(words, line)
                return
        text = words.text
        bullet = _BULLET.match(text) is not None
        self.listing = self.listing or (self.headless and not right and (bullet or text.endswith((";", ","))))
        if _signing(words, right and self.listing) or (right and self.listing and not bullet):
            self.sign(words, line)
        elif self.listing and not self.filed and (bullet or not self.recipients):
            self._receive(words, start, line, new=True)
        elif self.listing and not self.filed and not right and self._runs_on(text, line, last=last):
            above = self.recipients[-1][-1].text.rstrip()
            new = _opens_recipient(above, text) or (self.plain and text[:1].isupper() and not _OPEN.search(above))
            self._receive(words, start, line, new=new)
        elif self.filed and bullet and text.endswith((";", ".", ",")) and not self.signing and _WORD.search(text):
            self._receive(words, start, None, new=True)
        elif (
            NAME.match(text)
            or signatures.SEALED.match(bare(text))
            or (self.signing and line.blanks > 1 and signatures.reads_as_name(text))
        ):
            self.sign(words, line)
        elif (self.filed or last) and (bounds := _UNSTAINED.search(text)) and signatures.reads_as_name(bounds[0]):
            self.sign(words.cut(*bounds.span()), line)
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

    def sign(self, words: Words, line: Line) -> None:
        """Take words for a part of a signature, in the column that they stand in."""
        column = words.at(0) - line.start + line.indent
        if line.bars:
            cell = self.text.count("|", line.start, words.at(0)) * _CELL_WIDTH
            column = cell if self.celled else signatures.NOWHERE  # how wide a recipient is says nothing
        self.signing.extend((column, part) for part in signatures.parted(words))
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
        if not above.endswith((".", ";", ":")) or text[:1].islower() or text.endswith((";", ",")) or files(text):
            return True
        return _NUMBER.match(text) is not None and _NUMBER.match(self.recipients[0][0].text) is not None

    def _leftover(self, text: str, line: Line) -> str:
        """The kind of block that a piece is which is neither a recipient nor a signature's usual part."""
        if (self.signing or self.filed) and len(text) < 60 and text.isupper() and _SYLLABLES.search(bare(text)):
            return "signature"
        stain = rubbish(line) or not _LETTER.search(text) or (len(text) < 16 and not text.istitle())
        return "noise" if stain else "unknown"


def _plain(lines: Sequence[Line]) -> bool:
    """Whether a list of recipients has neither bullets nor signs at its lines' ends: one a line, each in a capital."""
    head = next((k for k, line in enumerate(lines) if not line.noise and _HEAD.match(line.bare)), None)
    if head is None or len(lines[head].text) > _LONGEST_HEAD:
        return False
    below = [line for line in lines[head + 1 :] if not line.noise]
    filed = next((k for k, line in enumerate(below) if files(line.text)), None)
    if filed is None or filed < _FEWEST_PLAIN:
        return False
    return not any(_BULLET.match(x.text) or x.text.endswith((";", ",")) or x.label is not None for x in below[:filed])


def _signing(words: Words, aside: bool) -> bool:
    """Whether a piece is a part of a signature; a bullet makes it a recipient."""
    return not _BULLET.match(words.text) and signatures.signs(words.text, aside)


def _opens_recipient(above: str, text: str) -> bool:
    """Whether a line whose bullet is lost is a recipient of its own, by its capital or by the sign behind it."""
    ended = above.endswith(";") and (text[:1].isupper() or text.endswith(";"))
    return ended or files(text) or _NUMBER.match(text) is not None


def _recipient(whole: Words) -> Node:
    """A recipient without its bullet and the stains behind it."""
    bullet = _BULLET.match(whole.text)
    label = None
    if bullet and bullet.end() < len(whole.text):
        label = Label(bullet[0].strip()[-1:], "-", 0, bullet.end())
    elif number := _NUMBER.match(whole.text):
        label = Label(number["n"], "1.", int(number["n"]), number.end())
    words = whole.cut(label.end if label else bullet.end() if bullet else 0)
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
        unread = unread and not signatures.opens(text)
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
    spoilt = _SPOILT.search(rest) is not None or sum(map(strange_word, rest.split())) >= _STRANGE_WORDS
    spoilt = spoilt or (rest.count(")") > rest.count("(") and text.count(")") > text.count("("))
    spoilt = spoilt and not _FILED.search(f"; {bare(rest)}")
    return match.end() if spoilt and len(rest) < _LONGEST_STAIN else 0


def _useless(words: Words, line: Line) -> bool:
    return not any(map(str.isalpha, words.text)) or (len(words.text) < 5 and rubbish(line))
