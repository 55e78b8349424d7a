"""Word documents (.docx, .docm): the text that Word shows, automatic numbers included (ISO/IEC 29500-1).

Tracked changes are read as accepted; headers, footers, comments and hidden text are no part of it.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from kehoach.readers.office.blocks import Block, Cell, Paragraph, Table
from kehoach.readers.office.docx_numbering import Numbering
from kehoach.readers.office.docx_styles import Look, Styles, W, drawn_borders, number, on
from kehoach.readers.office.labels import labelled
from kehoach.readers.office.notes import Notes
from kehoach.readers.office.package import Job, Package
from kehoach.readers.office.result import source_of
from kehoach.readers.office.runs import Runs
from kehoach.readers.options import ReadOptions
from kehoach.readers.source import SourceText

if TYPE_CHECKING:
    from lxml.etree import _Element

_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_REL = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_VAL = W + "val"
MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

_INLINE = frozenset(
    W + name for name in ("hyperlink", "smartTag", "ins", "moveTo", "customXml", "dir", "bdo", "sdtContent")
)
_BLOCK = frozenset(W + name for name in ("customXml", "sdtContent", "ins", "moveTo", "smartTag"))
_MATH_SKIPPED = frozenset(_M + name for name in ("rPr", "ctrlPr", "fPr", "sSupPr", "sSubPr", "dPr", "naryPr", "radPr"))


def read_docx(data: bytes, name: str, options: ReadOptions) -> SourceText:
    """The text of a Word document.

    Raises:
        UnreadableError: it is damaged, protected, unpacks to too much, or takes too long.
    """
    job = Job(name, options)
    job.need("lxml.etree", "docx", "a Word document (.docx)")
    return source_of(docx_blocks(data, job), data, job, MEDIA_TYPE)


def docx_blocks(data: bytes, job: Job) -> list[Block]:
    """The paragraphs and tables of a Word document."""
    return _Document(Package(data, job), job).read()


class _Field:
    """A field that is open: what it is, and whether its result has begun."""

    __slots__ = ("code", "result")

    def __init__(self) -> None:
        self.code = ""
        self.result = False


class _Document:
    def __init__(self, package: Package, job: Job) -> None:
        self._package = package
        self._job = job
        self._main = self._main_part()
        self._related = self._relations(self._main)
        self._styles = Styles(package.xml(self._by_kind("styles", "styles.xml")))
        self._numbering = Numbering(package.xml(self._by_kind("numbering", "numbering.xml")), self._styles)
        self._notes = Notes(job, self._note_texts())
        self._fields: list[_Field] = []
        self._runs = Runs()
        self._boxes: list[Block] = []
        self._referred: list[str] = []

    def read(self) -> list[Block]:
        """The blocks of the whole document."""
        root = self._package.xml(self._main)
        body = None if root is None else root.find(W + "body")
        if body is None:
            self._job.refuse("is no Word document: it has no body", "save it again in its program")
        blocks = list(self._blocks(body))
        self._notes.report()
        return blocks

    # The package.

    def _main_part(self) -> str:
        root = self._package.xml("_rels/.rels")
        for relation in () if root is None else root.iter(_REL):
            if relation.get("Type", "").endswith("/officeDocument"):
                target = relation.get("Target", "").lstrip("/")
                if target in self._package.names:
                    return target
        if "word/document.xml" not in self._package.names:
            self._job.refuse("is no Word document: its main part is missing", "save it again in its program")
        return "word/document.xml"

    def _relations(self, part: str) -> dict[str, tuple[str, str]]:
        folder, base = posixpath.split(part)
        root = self._package.xml(f"{folder}/_rels/{base}.rels")
        out: dict[str, tuple[str, str]] = {}
        for relation in () if root is None else root.iter(_REL):
            if relation.get("TargetMode") == "External":
                continue  # nothing outside the file is ever fetched
            target = posixpath.normpath(posixpath.join("/" + folder, relation.get("Target", ""))).lstrip("/")
            out[relation.get("Id", "")] = (relation.get("Type", "").rpartition("/")[2], target)
        return out

    def _by_kind(self, kind: str, usual: str) -> str:
        found = next((target for name, target in self._related.values() if name == kind), "")
        return found or posixpath.join(posixpath.dirname(self._main), usual)

    def _note_texts(self) -> dict[str, str]:
        """The texts of footnotes and endnotes by kind and id."""
        out: dict[str, str] = {}
        for kind in ("footnote", "endnote"):
            root = self._package.xml(self._by_kind(kind + "s", kind + "s.xml"))
            for note in () if root is None else root.iterfind(W + kind):
                if note.get(W + "type", "normal") == "normal":
                    texts = ("".join(t.text or "" for t in p.iter(W + "t")) for p in note.iter(W + "p"))
                    out[f"{kind} {note.get(W + 'id')}"] = " ".join(" ".join(texts).split())
        return out

    # Blocks.

    def _blocks(self, parent: _Element) -> Iterator[Block]:
        for element in parent:
            tag = element.tag
            if tag == W + "p":
                yield from self._paragraph(element)
            elif tag == W + "tbl":
                table = self._table(element)
                if table.rows:
                    yield table
            elif tag == W + "sdt":
                yield from self._content_control(element)
            elif tag in _BLOCK:
                yield from self._blocks(element)
            elif tag == _MC + "AlternateContent":
                chosen = _chosen(element)
                if chosen is not None:
                    yield from self._blocks(chosen)
            elif tag == W + "altChunk":
                yield from self._chunk(element)

    def _content_control(self, element: _Element) -> Iterator[Block]:
        gallery = element.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
        if gallery is not None and gallery.get(_VAL) == "Table of Contents":
            self._job.note("contents-left-out", "the table of contents was left out")
            return
        content = element.find(W + "sdtContent")
        if content is not None:
            yield from self._blocks(content)

    def _chunk(self, element: _Element) -> Iterator[Block]:
        """A web page or another Word document put into this one whole."""
        kind, target = self._related.get(element.get(_R + "id", ""), ("", ""))
        data = self._package.part(target) if kind == "aFChunk" else None
        if data is None:
            return
        if data.startswith(b"PK\x03\x04"):
            yield from docx_blocks(data, self._job)
        elif b"<" in data[:2000]:
            from kehoach.readers.office.mail import page_in

            yield from page_in(data, self._job)
        else:
            self._job.note("part-left-out", f"an embedded part could not be read: {target}")

    def _table(self, element: _Element) -> Table:
        properties = element.find(W + "tblPr")
        style = None if properties is None else properties.find(W + "tblStyle")
        ruled = drawn_borders(properties)
        if ruled is None:
            ruled = bool(style is not None and self._styles.ruled(style.get(_VAL)))
        cells_drawn: set[bool | None] = set()
        rows: list[list[Cell]] = []
        for row in _descend(element, W + "tr"):
            self._job.tick()
            about = row.find(W + "trPr")
            if about is not None and about.find(W + "del") is not None:
                continue
            cells = [Cell() for _ in range(min(number(_find(about, "gridBefore")) or 0, 63))]
            for cell in _descend(row, W + "tc"):
                of_cell = cell.find(W + "tcPr")
                merge = _find(of_cell, "vMerge")
                covered = merge is not None and merge.get(_VAL, "continue") == "continue"
                blocks = list(self._blocks(cell))
                span = number(_find(of_cell, "gridSpan")) or 1
                cells.append(Cell(blocks, max(1, min(span, 63)), covered))
                cells_drawn.add(drawn_borders(of_cell, "tcBorders"))
            rows.append(cells)
        if True in cells_drawn and not ruled:
            ruled = True
        return Table(rows, ruled)

    def _paragraph(self, element: _Element) -> Iterator[Block]:
        self._job.tick()
        properties = element.find(W + "pPr")
        style = self._styles.paragraph_style(properties)
        mark = None if properties is None else properties.find(W + "rPr")
        self._inline(element, style)
        if mark is not None and mark.find(W + "del") is not None:
            return  # the next paragraph goes on with these words
        text = self._runs.text()
        for encoding in self._runs.converted:
            self._job.note("legacy-encoding", f"letters of fonts from before Unicode were read as {encoding}")
        in_contents = any(field.code.split()[:1] == ["TOC"] for field in self._fields)
        shown = not self._styles.look(mark, style).hidden or bool(text)
        label = self._numbering.label(properties, style) if shown and not in_contents else ("", "")
        boxes, referred = self._boxes, self._referred
        self._runs, self._boxes, self._referred = Runs(), [], []
        if in_contents and not text:
            return
        text = labelled(*label, text)
        if self._breaks_before(properties, style):
            text = "\f" + text
        yield Paragraph(text)
        yield from boxes
        yield from self._notes.kept(referred)
        section = None if properties is None else properties.find(W + "sectPr")
        if section is not None:
            kind = section.find(W + "type")
            if kind is None or kind.get(_VAL) not in ("continuous", "nextColumn"):
                yield Paragraph("\f")

    def _breaks_before(self, properties: _Element | None, style: str | None) -> bool:
        own = on(None if properties is None else properties.find(W + "pageBreakBefore"))
        if own is None:
            found = self._styles.paragraph_property(style, "pageBreakBefore")
            own = on(found[0]) if found else False
        return bool(own)

    # Runs.

    def _inline(self, parent: _Element, style: str | None) -> None:
        for element in parent:
            tag = element.tag
            if tag == W + "r":
                self._run(element, style)
            elif tag in _INLINE:
                self._inline(element, style)
            elif tag == W + "sdt":
                content = element.find(W + "sdtContent")
                if content is not None:
                    self._inline(content, style)
            elif tag == W + "fldSimple":
                if element.get(W + "instr", "").split()[:1] != ["TOC"]:
                    self._inline(element, style)
            elif tag in (_M + "oMath", _M + "oMathPara"):
                self._runs.add(_formula(element))
            elif tag == _MC + "AlternateContent":
                chosen = _chosen(element)
                if chosen is not None:
                    self._inline(chosen, style)

    def _run(self, run: _Element, style: str | None) -> None:
        look = self._styles.look(run.find(W + "rPr"), style)
        for element in run:
            tag = element.tag
            if tag == W + "fldChar":
                self._field(element.get(W + "fldCharType", ""))
            elif tag == W + "instrText":
                if self._fields and not self._fields[-1].result:
                    self._fields[-1].code += element.text or ""
            elif not look.hidden and self._showing():
                self._piece(element, look)

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append(_Field())
        elif kind == "separate" and self._fields:
            self._fields[-1].result = True
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _showing(self) -> bool:
        """Whether text shows here: not in the code of a field, nor in a table of contents."""
        for field in self._fields:
            if field.code.split()[:1] == ["TOC"]:
                self._job.note("contents-left-out", "the table of contents was left out")
                return False
            if not field.result:
                return False
        return True

    def _piece(self, element: _Element, look: Look) -> None:
        tag = element.tag
        if tag == W + "t":
            self._runs.add(element.text or "", look.font, capitals=look.capitals)
        elif tag in (W + "tab", W + "ptab"):
            self._runs.add("\t")
        elif tag == W + "br":
            self._runs.add("\f" if element.get(W + "type") == "page" else "\n")
        elif tag == W + "cr":
            self._runs.add("\n")
        elif tag == W + "noBreakHyphen":
            self._runs.add("-")
        elif tag == W + "sym":
            code = element.get(W + "char", "")
            try:
                self._runs.add(chr(int(code, 16)), element.get(W + "font") or "Symbol")
            except (ValueError, OverflowError):
                self._job.note("symbol-left-out", f"a symbol could not be read: {code[:20]}")
        elif tag in (W + "footnoteReference", W + "endnoteReference"):
            kind = "footnote" if "foot" in tag else "endnote"
            self._referred.append(f"{kind} {element.get(W + 'id')}")
        elif tag in (W + "drawing", W + "pict", W + "object", _MC + "AlternateContent"):
            self._text_boxes(element)

    def _text_boxes(self, element: _Element) -> None:
        """Text boxes hang on a paragraph; their text goes behind it."""
        chosen = _chosen(element) if element.tag == _MC + "AlternateContent" else element
        for box in () if chosen is None else _outermost(chosen, W + "txbxContent"):
            runs, boxes, referred, fields = self._runs, self._boxes, self._referred, self._fields
            self._runs, self._boxes, self._referred, self._fields = Runs(), [], [], []
            inside = list(self._blocks(box))
            self._runs, self._boxes, self._referred, self._fields = runs, [*boxes, *inside], referred, fields


def _find(parent: _Element | None, name: str) -> _Element | None:
    return None if parent is None else parent.find(W + name)


def _descend(parent: _Element, tag: str) -> Iterator[_Element]:
    """Rows of a table, cells of a row: children, or children of content controls around them."""
    for element in parent:
        if element.tag == tag:
            yield element
        elif element.tag == W + "sdt":
            content = element.find(W + "sdtContent")
            if content is not None:
                yield from _descend(content, tag)
        elif element.tag in _BLOCK:
            yield from _descend(element, tag)


def _chosen(alternate: _Element) -> _Element | None:
    """Of the alternatives one: the newest form, or the fallback where that holds no text."""
    branches = [alternate.find(_MC + "Choice"), alternate.find(_MC + "Fallback")]
    there = [branch for branch in branches if branch is not None]
    return next(
        (branch for branch in there if next(branch.iter(W + "t"), None) is not None), there[0] if there else None
    )


def _outermost(element: _Element, tag: str) -> Iterable[_Element]:
    """Descendants with a tag that lie in no other such; of alternatives inside one."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag == _MC + "AlternateContent":
            chosen = _chosen(child)
            if chosen is not None:
                yield from _outermost(chosen, tag)
        else:
            yield from _outermost(child, tag)


def _formula(element: _Element) -> str:
    """A formula on one line: a fraction as ``a/b``, a root as ``√a``, a power as ``a^b``."""
    tag = element.tag
    if tag == _M + "t":
        return element.text or ""
    if tag in _MATH_SKIPPED:
        return ""
    parts = [_formula(child) for child in element]
    if tag == _M + "f":
        numerator, denominator = ("".join(_formula(x) for x in element.iterfind(_M + name)) for name in ("num", "den"))
        return f"{numerator}/{denominator}"
    if tag == _M + "sSup":
        return "^".join(part for part in parts if part)
    if tag == _M + "rad":
        return "√" + "".join(parts)
    if tag == _M + "d":
        return f"({''.join(parts)})"
    return "".join(parts)
