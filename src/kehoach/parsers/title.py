"""The title: the type of the plan, what stands below it, and the note that names the decision which issues it.

Stamps leave words and figures of themselves between its lines (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II).
"""

from __future__ import annotations

from collections.abc import Sequence

from kehoach.folding import bare, upper
from kehoach.knowledge.patterns import lazy
from kehoach.parsers import type_lines, zones
from kehoach.parsers.facts import citations
from kehoach.parsers.lines import Line
from kehoach.parsers.paragraphs import rubbish
from kehoach.parsers.words import Words, join
from kehoach.parsers.zone_ends import BRACKETED

_NOTE = lazy(r"\W*(?:ban hanh )?kem theo\b")
_NOTE_BESIDE = lazy(r"\s*\((?=(?:ban hanh )?kem theo\b)", needs=("kem theo",))
_ISSUING = ("Quyết định", "Nghị quyết")
"""Types of documents that issue a plan."""
_WORD = lazy(r"\w{3}")
_ADDRESSED = lazy(r"\W*kinh gui\s*:")
_SHORTEST_TITLE = 15
# What a stamp's words leave of themselves between the lines of the title, and before one: "Me] 71 Kiên cố …".
_STAMPED = lazy(r"\W*(?:so|ngay|gio|den)\W*$")
_STAMP_BESIDE = lazy(
    upper(r"(?:(?:\S{0,9}[a-z]\d\S{0,9}|[^\W\d_]{1,3}[\]})|]|[ÏÌÍĨ])\s+)+(?:\d{1,4}\s+)?(?=[A-Za-z][^\W\d_]+\s)")
)
# … where "CÔNG VĂN ĐẾN" shows that there is one: its number, its day, a letter more: "„886 Cấp nước", "X25 ú trên".
_STAMP_FIGURES = lazy(r"[„“\"'.,;:]?(?=\S*\d)[^\W\d_]?[\d/.,-]{2,7}\s+(?:[^\W\d_]\s+)?(?=[^\W\d_]{2})")
_RECEIVED = lazy(r"c.ng van d\w{1,2}n\b|\bvan ban den\b")
_CRUMB = 4
"""Letters up to which a line in small letters beside a stamp is what is left of its words."""
# A title's next line that begins with what its words stand for: "(OCOP) trên địa bàn huyện", "(01/10) năm 2031".
_GOES_ON = lazy(r"\((?!v/v|ve viec|ban hanh|kem |dinh kem|du thao|theo )[^()]{1,40}\) \w{2}")
# A title's last words on a line of their own: "năm 2031", "2021 - 2025".
_YEAR_BEHIND = lazy(r"(?:^|[\s(–-])(?:19|20)\d\d\W*$")
_NOTED = lazy(r"\((?![^()]{1,40}\) \w{2})")
_STRAY_END = lazy(r"\s+[:;.,'`]+$")


class Decision:
    """The decision that issues the plan: where it is named, its number, its date as far as it is printed."""

    __slots__ = ("date", "number", "words")

    def __init__(self, words: Words, number: str | None, date: str | None) -> None:
        self.words, self.number, self.date = words, number, date


class Title:
    """The plan's type, the words of its title, and the decision that a note beside or below them names."""

    __slots__ = ("decision", "type", "words")

    def __init__(self) -> None:
        self.type = "Kế hoạch"
        self.words: Words | None = None
        self.decision: Decision | None = None


def read(lines: Sequence[Line], zone: zones.Zones) -> Title:
    """The type and the title below it, up to a note in brackets."""
    title = Title()
    pieces: list[Words] = []
    if rest := _type(lines[zone.title], title):
        pieces.append(rest)
    stamped = any("den" in line.bare and _RECEIVED.search(line.bare) for line in lines[: zone.body])
    for i in range(zone.title + 1, zone.body):
        line = lines[i]
        if line.noise or rubbish(line) or _STAMPED.match(line.bare) or zones.said_before(lines, zone.title, i):
            continue
        if not pieces and BRACKETED.match(line.bare):
            title.words = _bracketed(lines[i : zone.body])
            return title
        if stamped and len(line.text) <= _CRUMB and line.text.islower():
            continue
        if pieces and (zones.is_authority(line) or _ADDRESSED.match(line.bare)):
            break
        if not pieces and line.text[:1] == "(" and line.text[-1:] == ")":
            title.decision = title.decision or _decision([line])
            continue  # a note above the title: "(Dự thảo)"
        beside_title = bool(pieces) and _GOES_ON.match(line.bare) is not None
        noted = (line.text[:1] == "(" and not beside_title) or (pieces and _NOTED.match(pieces[-1].text))
        if noted or _NOTE.match(line.bare):
            title.decision = title.decision or _decision(lines[i : zone.body])
            break
        end = _STRAY_END.search(line.said)
        lead = _stained(line)
        stop = line.lead + end.start() if end else len(line.text) - line.tail
        if beside := _STAMP_BESIDE.match(line.text, lead):
            lead = beside.end()
        elif stamped and (figures := _STAMP_FIGURES.match(line.text, lead)):
            lead = figures.end()
        pieces.append(line.words.cut(lead, stop))
    title.words = _joined(pieces)
    return title


def _bracketed(lines: Sequence[Line]) -> Words | None:
    """A title printed in brackets, without them: "(V/v tổ chức ngày hội trồng cây)"."""
    whole = join([line.words for line in lines if not line.noise])
    end = whole.text.find(")")
    return _joined([whole.cut(1, end if end > 0 else None)])


def _type(line: Line, title: Title) -> Words | None:
    """Set the type; what stands behind it on its line belongs to the type ("liên ngành") or begins the title."""
    match = type_lines.find(line)
    if match is None:
        return None
    named = " ".join(line.text[match.start("type") : match.end("type")].split())
    title.type = "Kế hoạch" if match["type"][0] == "k" else named[:1].upper() + named[1:].lower()
    rest = line.words.cut(match.end("type"))
    if note := _NOTE_BESIDE.search(bare(rest.text)):
        title.decision = title.decision or _decision_in(rest.cut(note.end()))
        rest = rest.cut(0, note.start())
    if not _WORD.search(rest.text):
        return None
    if type_lines.kind_of_plan(bare(rest.text)):
        title.type = f"{title.type} {rest.text.lower()}"
        return None
    return rest


def _decision(lines: Sequence[Line]) -> Decision | None:
    """The decision that a note below the title names: "(Ban hành kèm theo Quyết định số …)"."""
    note = join([line.words for line in lines if not line.noise])
    return _decision_in(note) if _NOTE.match(bare(note.text)) else None


def _decision_in(note: Words) -> Decision | None:
    end = note.text.find(")")
    if end < 0:
        return None
    for m in citations.find(note.text[:end]):
        if m.type in _ISSUING and m.number:
            return Decision(note.cut(m.start, m.end), m.number, m.date)
    return None


def untyped(lines: Sequence[Line], last: Words) -> Words | None:
    """Where "KẾ HOẠCH" itself is unreadable: the lines between ``last``, the date or the number, and the body."""
    below = [line for line in lines if line.start > last.end and not line.noise and not rubbish(line)]
    below = below[: next((i for i, line in enumerate(below) if zones.is_authority(line)), len(below))]
    pieces: list[Words] = []
    for i, line in enumerate(below):
        dated = bool(pieces) and _YEAR_BEHIND.search(line.text) is not None
        long = len(line.text) >= _SHORTEST_TITLE or _torn(below, i) or dated
        if long and (line.text[:1] != "(" or (pieces and _GOES_ON.match(line.bare))):
            pieces.append(line.words.cut(_stained(line), len(line.text) - line.tail))
    return _joined(pieces)


def issued(lines: Sequence[Line]) -> Title:
    """The title of a plan behind its decision that lost "KẾ HOẠCH": its lines, and the note in brackets below them."""
    title = Title()
    note = next((i for i, line in enumerate(lines) if line.text[:1] == "("), len(lines))
    title.words = _joined([line.words for line in lines[:note] if not line.noise])
    title.decision = _decision(lines[note:]) if note < len(lines) else None
    return title


def _stained(line: Line) -> int:
    """Letters of the stains before a title's line, those included that read as a bullet: "-_. Trồng cây"."""
    if line.label is None or not line.label.is_bullet:
        return line.lead
    return line.label.end if line.text[: line.label.end].strip("-–— ") else line.lead


def _torn(lines: Sequence[Line], i: int) -> bool:
    """Whether a line holds a title's first words that a break has torn off: "BAN" above "HÀNH KẾ HOẠCH …"."""
    text = lines[i].text
    return text.isupper() and text.isalpha() and i + 1 < len(lines) and lines[i + 1].text.isupper()


def _joined(pieces: Sequence[Words]) -> Words | None:
    """A title of its lines, without the sign behind it."""
    if not pieces:
        return None
    title = join(pieces)
    return title.cut(0, len(title.text.rstrip(" .;:-_*")))
