"""RTF files: text, list labels as written out, tables, notes (Rich Text Format Specification 1.9.1).

Own reading, because labels, cells of several paragraphs, deleted text and the fonts of old Vietnamese letters are lost
in libraries that give plain text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace

from kehoach.readers.legacy import legacy_font
from kehoach.readers.office.blocks import Block, Paragraph
from kehoach.readers.office.labels import labelled
from kehoach.readers.office.notes import Notes
from kehoach.readers.office.package import Job
from kehoach.readers.office.result import source_of
from kehoach.readers.office.rtf_tables import Tables
from kehoach.readers.office.runs import Runs
from kehoach.readers.office.symbols import is_symbol
from kehoach.readers.options import ReadOptions
from kehoach.readers.source import SourceText

_TOKEN = re.compile(
    r"\\(?:(?P<word>[A-Za-z]{1,32})(?P<number>-?\d{1,10})? ?|'(?P<hex>[0-9A-Fa-f]{2})|(?P<sign>[^A-Za-z]))"
    r"|(?P<brace>[{}])|[\r\n]+|(?P<text>[^\\{}\r\n]+)|\\",
    re.S,
)
_CHARSETS = {0: "cp1252", 77: "mac_roman", 128: "cp932", 129: "cp949", 134: "gbk", 136: "cp950", 161: "cp1253",
             162: "cp1254",
             163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874",
             238: "cp1250"}  # fmt: skip
_SIGNS = {"tab": "\t", "line": "\n", "column": "\n", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’",
          "ldblquote": "“",
          "rdblquote": "”", "bullet": "•", "emspace": " ", "enspace": " ", "qmspace": " "}  # fmt: skip
_SKIPPED = frozenset(
    "author buptim category colortbl comment company creatim doccomm fldinst filetbl footerf footerl footerr "
    "footer ftncn ftnsep ftnsepc aftncn aftnsep aftnsepc header headerf headerl headerr info keywords "
    "listoverridetable listtable manager nextfile nonesttables objdata operator panose pict printim private "
    "revtim rsidtbl shprslt stylesheet subject tc template title themedata txe xe rxe upr falt pntxta pntxtb "
    "annotation atnid atnauthor bkmkstart bkmkend latentstyles datastore colorschememapping pgdsctbl pgdsc "
    "xmlnstbl wgrffmtfilter sp".split()
)
_KEPT_STARRED = frozenset(("shpinst", "nesttableprops", "ud", "footnote", "listtext"))
_STEPS = 20_000
_DEEPEST = 2_000


@dataclass(slots=True)
class _State:
    """What holds inside one group."""

    place: str = ""
    skipped: bool = False
    font: int = 0
    hidden: bool = False
    capitals: bool = False
    deleted: bool = False
    blanks: int = 1  # letters that stand for a \u where it is not understood


@dataclass(slots=True)
class _Flow:
    """One stream of paragraphs: the body, a note, a text box, a list label."""

    runs: Runs
    label: str = ""
    breaks: bool = False


def read_rtf(data: bytes, name: str, options: ReadOptions) -> SourceText:
    """The text of an RTF file.

    Raises:
        UnreadableError: it holds no text or takes too long.
    """
    job = Job(name, options)
    reader = _Reader(data, job)
    blocks = reader.read()
    return source_of(blocks, data, job, "application/rtf")


class _Reader:
    def __init__(self, data: bytes, job: Job) -> None:
        self._data = data.decode("latin-1")
        self._job = job
        self._state = _State()
        self._stack: list[_State] = []
        self._flows: list[tuple[int, str, _Flow, Tables]] = []
        self._flow = _Flow(Runs())
        self._tables = Tables()
        self._fonts: dict[int, tuple[str, str]] = {}
        self._font_name = ""
        self._codec = "cp1252"
        self._default_font = 0
        self._bytes = bytearray()
        self._skip = 0
        self._starred = False
        self._notes = Notes(job, {})
        self._referred: list[str] = []
        self._boxes: list[Block] = []
        self._section_breaks = True

    def read(self) -> list[Block]:
        """The blocks of the whole file."""
        at, step = 0, 0
        while match := _TOKEN.match(self._data, at):
            at = match.end()
            step += 1
            if step % _STEPS == 0:
                self._job.tick()
            if match["word"]:
                at = self._word(match["word"], match["number"], at)
            elif match["text"]:
                self._text(match["text"])
            elif match["hex"]:
                self._byte(int(match["hex"], 16))
            elif match["brace"]:
                self._brace(match["brace"])
            elif match["sign"]:
                self._sign(match["sign"])
            if not self._stack and match["brace"] == "}":
                break
        if self._stack:
            self._job.note("cut-short", "the file ends in the middle; what is behind its end is missing")
            while self._stack:
                self._brace("}")
        self._paragraph()
        blocks = self._tables.end()
        self._notes.report()
        return blocks

    # Letters.

    def _text(self, text: str) -> None:
        if self._skip:
            cut = min(self._skip, len(text))
            self._skip -= cut
            text = text[cut:]
        state = self._state
        if not text or state.skipped:
            return
        if state.place == "fonttbl":
            self._name_font(text)
        else:
            self._bytes += text.encode("latin-1")

    def _byte(self, value: int) -> None:
        if self._skip:
            self._skip -= 1
        elif not self._state.skipped:
            if self._state.place == "fonttbl":
                self._name_font(chr(value))
            else:
                self._bytes.append(value)

    def _name_font(self, text: str) -> None:
        for piece in text:
            if piece == ";":
                _, codec = self._fonts.get(self._state.font, ("", "cp1252"))
                self._fonts[self._state.font] = (self._font_name.strip(), codec)
                self._font_name = ""
            else:
                self._font_name += piece

    def _flush(self) -> None:
        """Put the bytes gathered so far into the paragraph."""
        if self._bytes:
            name, codec = self._fonts.get(self._state.font, ("", self._codec))
            raw = bytes(self._bytes)
            self._bytes.clear()
            if is_symbol(name):
                self._add(raw.decode("latin-1"))
            else:
                text = raw.decode("cp1252" if legacy_font(name) else codec, "replace")
                self._add(unicodedata.normalize("NFC", text) if codec == "cp1258" else text)

    def _add(self, text: str) -> None:
        state = self._state
        if not (state.hidden or state.deleted or state.skipped):
            name, _ = self._fonts.get(state.font, ("", ""))
            self._flow.runs.add(text, name or None, capitals=state.capitals)

    def _sign(self, sign: str) -> None:
        if sign == "*":
            self._starred = True
            return
        if self._skip:
            self._skip -= 1
            return
        if sign in "\r\n":
            self._word("par", None, 0)
        elif sign in "\\{}":
            self._text(sign)
        elif sign in "~_" and not self._state.skipped:
            self._text("\u00a0" if sign == "~" else "-")

    # Groups.

    def _brace(self, brace: str) -> None:
        self._skip = 0
        self._flush()
        if brace == "{":
            self._starred = False
            if len(self._stack) >= _DEEPEST:
                self._job.refuse("is nested too deeply", "save it again in its program")
            self._stack.append(self._state)
            self._state = replace(self._state)
        elif self._stack:
            if self._flows and self._flows[-1][0] == len(self._stack):
                self._leave()
            self._state = self._stack.pop()

    def _enter(self, place: str) -> None:
        """Begin a stream of its own: a note, a text box, a label."""
        self._flows.append((len(self._stack), place, self._flow, self._tables))
        self._flow, self._tables = _Flow(Runs()), Tables()

    def _leave(self) -> None:
        _, place, flow, tables = self._flows.pop()
        inner = self._flow
        label = inner.runs.text()
        if place != "listtext" and (inner.runs or inner.label):
            self._paragraph()
        blocks = self._tables.end()
        self._flow, self._tables = flow, tables
        if place == "listtext":
            self._flow.label = label.strip()
        elif place == "footnote":
            key = f"note {len(self._referred)} {len(self._stack)}"
            self._notes.add(key, " ".join(block.text for block in blocks if isinstance(block, Paragraph)))
            self._referred.append(key)
        else:
            self._boxes.extend(blocks)

    # Control words.

    def _word(self, word: str, number: str | None, at: int) -> int:
        """One control word; the position behind it and what it takes along."""
        value = int(number) if number is not None else None
        if word == "bin":
            return at + max(0, min(value or 0, len(self._data) - at))
        starred, self._starred = self._starred, False
        if word == "u" and value is not None:
            self._unicode(value)
            return at
        self._flush()
        state = self._state
        if word == "ud":
            state.skipped = False
        elif word in _SKIPPED or (starred and word not in _KEPT_STARRED):
            state.skipped = True
        if state.skipped:
            return at
        if word in ("fonttbl", "nesttableprops"):
            state.place = word
        elif word in ("footnote", "shptxt", "listtext", "pntext"):
            self._enter("listtext" if word == "pntext" else word)
        elif word in _SIGNS:
            if self._skip:
                self._skip -= 1
            else:
                self._add(_SIGNS[word])
        elif not self._look(word, value) and not self._structure(word):
            self._tables.define(word, value)
        return at

    def _unicode(self, value: int) -> None:
        self._flush()
        if not self._state.skipped and self._state.place != "fonttbl":
            code = value & 0xFFFF if value < 0 else value
            if code < 0x110000:
                self._add(chr(code))
        self._skip = self._state.blanks

    def _look(self, word: str, value: int | None) -> bool:
        """Words that change how letters look; whether ``word`` is one."""
        state, on = self._state, value != 0
        if word == "f":
            state.font = value or 0
            if state.place == "fonttbl":
                self._font_name = ""
        elif word == "fcharset" and state.place == "fonttbl":
            self._fonts[state.font] = ("", _CHARSETS.get(value or 0, self._codec) if value else self._codec)
        elif word == "plain":
            state.font, state.hidden, state.capitals, state.deleted = self._default_font, False, False, False
        elif word == "v":
            state.hidden = on
        elif word == "caps":
            state.capitals = on
        elif word == "deleted":
            state.deleted = on
        elif word == "uc":
            state.blanks = max(0, min(value if value is not None else 1, 9))
        elif word == "ansicpg":
            self._codec = (
                f"cp{value}" if f"cp{value}" in {*_CHARSETS.values(), "cp1252", "cp437", "cp850"} else "cp1252"
            )
        elif word == "mac":
            self._codec = "mac_roman"
        elif word == "deff":
            self._default_font = self._state.font = value or 0
        else:
            return False
        return True

    def _structure(self, word: str) -> bool:
        """Words that end a paragraph, a cell, a row; whether ``word`` is one."""
        action = _ACTIONS.get(word)
        if action is None:
            return False
        action(self)
        return True

    def _paragraph(self) -> None:
        """End a paragraph."""
        self._flush()
        flow = self._flow
        text = flow.runs.text()
        for encoding in flow.runs.converted:
            self._job.note("legacy-encoding", f"letters of fonts from before Unicode were read as {encoding}")
        text = _paired(text)
        text = labelled(flow.label, " ", text)
        if flow.breaks:
            text = "\f" + text
        flow.runs, flow.label, flow.breaks = Runs(), "", False
        self._tables.add(Paragraph(text))
        if not self._flows:
            for block in self._boxes:
                self._tables.add(block)
            for paragraph in self._notes.kept(self._referred):
                self._tables.add(paragraph)
            self._boxes, self._referred = [], []

    def _close_cell(self, *, nested: bool) -> None:
        self._flush()
        if self._flow.runs or self._flow.label:
            self._paragraph()
        self._tables.cell(nested=nested)

    def _section(self) -> None:
        self._paragraph()
        if self._section_breaks:
            self._flow.breaks = True
        self._section_breaks = True


def _act(name: str) -> Callable[[_Reader], None]:
    return {
        "par": lambda r: (r._tables.inside(), r._paragraph())[1],
        "sect": lambda r: r._section(),
        "page": lambda r: r._add("\f"),
        "pagebb": lambda r: setattr(r._flow, "breaks", True),
        "sbknone": lambda r: setattr(r, "_section_breaks", False),
        "sbkcol": lambda r: setattr(r, "_section_breaks", False),
        "cell": lambda r: r._close_cell(nested=False),
        "nestcell": lambda r: r._close_cell(nested=True),
        "row": lambda r: r._tables.row(nested=False),
        "nestrow": lambda r: r._tables.row(nested=True),
    }[name]


_ACTIONS = {
    name: _act(name)
    for name in ("par", "sect", "page", "pagebb", "sbknone", "sbkcol", "cell", "nestcell", "row", "nestrow")
}


def _paired(text: str) -> str:
    """Halves of surrogate pairs, which RTF writes one by one, as letters."""
    if not any("\ud800" <= c <= "\udfff" for c in text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
