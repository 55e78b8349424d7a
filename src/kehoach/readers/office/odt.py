"""OpenDocument texts (.odt): the text that LibreOffice shows, list labels included (ODF 1.3, part 3)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kehoach.readers.office.blocks import MAX_COLUMNS, Block, Cell, Paragraph, Table
from kehoach.readers.office.labels import labelled
from kehoach.readers.office.notes import Notes
from kehoach.readers.office.numerals import whole
from kehoach.readers.office.odt_lists import FO, STYLE, TEXT, Counter, Look, Styles
from kehoach.readers.office.package import Job, Package
from kehoach.readers.office.result import source_of
from kehoach.readers.office.runs import Runs
from kehoach.readers.options import ReadOptions
from kehoach.readers.source import SourceText

if TYPE_CHECKING:
    from lxml.etree import _Element

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
MEDIA_TYPE = "application/vnd.oasis.opendocument.text"

_SKIPPED = frozenset(
    (TEXT + "tracked-changes", _OFFICE + "annotation", TEXT + "hidden-text", TEXT + "hidden-paragraph",
    TEXT + "sequence-decls",
     TEXT + "variable-decls", TEXT + "user-field-decls", TEXT + "table-of-content", TEXT + "note", TEXT + "ruby-text",
     _OFFICE + "forms", TEXT + "illustration-index", TEXT + "alphabetical-index", TEXT + "user-index")
)  # fmt: skip
_SECTIONS = frozenset((TEXT + "section", TEXT + "index-body", TEXT + "numbered-paragraph"))
_MOST_BLANKS = 200
_MOST_ROWS = 2000


def read_odt(data: bytes, name: str, options: ReadOptions) -> SourceText:
    """The text of an OpenDocument text.

    Raises:
        UnreadableError: it is damaged, protected, unpacks to too much, or takes too long.
    """
    job = Job(name, options)
    job.need("lxml.etree", "odt", "an OpenDocument text (.odt)")
    package = Package(data, job)
    manifest = package.part("META-INF/manifest.xml") or b""
    if b"encryption-data" in manifest:
        job.refuse("is protected by a password", "save it without one")
    content = package.xml("content.xml")
    body = None if content is None else content.find(f"{_OFFICE}body/{_OFFICE}text")
    if body is None:
        job.refuse("is no OpenDocument text: it has no body", "save it again in its program")
    document = _Document(Styles(package.xml("styles.xml"), content), job)
    blocks = list(document.blocks(body))
    document.notes.report()
    return source_of(blocks, data, job, MEDIA_TYPE)


class _Document:
    def __init__(self, styles: Styles, job: Job) -> None:
        self._styles = styles
        self._job = job
        self.notes = Notes(job, {})
        self._counters: dict[str, Counter] = {}  # of lists by their id
        self._last: dict[str | None, Counter] = {}  # of the last list of a style
        self._apart: dict[tuple[int, str], Counter] = {}  # of items with a list style of their own
        self._outline = Counter()
        self._runs = Runs()
        self._boxes: list[Block] = []
        self._referred: list[str] = []
        self._begun = False

    def blocks(self, parent: _Element) -> Iterator[Block]:
        """The paragraphs and tables below an element."""
        for element in parent:
            tag = element.tag
            if tag in (TEXT + "p", TEXT + "h"):
                label = self._heading(element) if tag == TEXT + "h" else ("", "")
                yield from self._paragraph(element, label)
            elif tag == TEXT + "list":
                yield from self._list(element, None, None, 1)
            elif tag == _TABLE + "table":
                table = self._table(element)
                if table.rows:
                    yield table
            elif tag == TEXT + "table-of-content":
                self._job.note("contents-left-out", "the table of contents was left out")
            elif tag in _SECTIONS:
                if element.get(TEXT + "display") != "none":
                    yield from self.blocks(element)
            elif tag.startswith(_DRAW):
                yield from self._drawn(element)

    def _heading(self, element: _Element) -> tuple[str, str]:
        depth = whole(element.get(TEXT + "outline-level", "1"), 0)
        if element.get(TEXT + "is-list-header") == "true" or not depth:
            return "", ""
        return self._styles.label("", depth, self._outline)

    def _list(self, element: _Element, outer: str | None, counter: Counter | None, depth: int) -> Iterator[Block]:
        """A list, and the lists in it; one that goes on another counts on."""
        style = element.get(TEXT + "style-name") or outer
        if counter is None:
            counter = self._counter(element, style)
        for item in element:
            if item.tag not in (TEXT + "list-item", TEXT + "list-header"):
                continue
            start = whole(item.get(TEXT + "start-value", ""), -1)
            restart = None if start < 0 else start
            named_for_item, counts = self._override(item, style, counter)
            first = item.tag == TEXT + "list-item"
            for child in item:
                if child.tag == TEXT + "list":
                    yield from self._list(child, style, counter, depth + 1)
                elif child.tag in (TEXT + "p", TEXT + "h"):
                    named = named_for_item or self._styles.list_of(child.get(TEXT + "style-name"))
                    label = self._styles.label(named, depth, counts, restart=restart) if first else ("", "")
                    first = False
                    yield from self._paragraph(child, label)
                else:
                    yield from self.blocks([child])  # type: ignore[arg-type]

    def _override(self, item: _Element, style: str | None, counter: Counter) -> tuple[str | None, Counter]:
        """The list style of one item and what counts it: a style of its own counts apart once it has started anew."""
        own = item.get(TEXT + "style-override")
        if own is None:
            return style, counter
        key = (id(counter), own)
        if item.get(TEXT + "start-value") is not None:
            self._apart[key] = Counter()
        return own, self._apart.get(key, counter)

    def _counter(self, element: _Element, style: str | None) -> Counter:
        goes_on = element.get(TEXT + "continue-list")
        if goes_on is not None and goes_on in self._counters:
            counter = self._counters[goes_on]
        elif element.get(TEXT + "continue-numbering") == "true" and style in self._last:
            counter = self._last[style]
        else:
            counter = Counter()
        self._last[style] = counter
        if key := element.get(_XML_ID):
            self._counters[key] = counter
        return counter

    def _paragraph(self, element: _Element, label: tuple[str, str]) -> Iterator[Block]:
        self._job.tick()
        style = element.get(TEXT + "style-name")
        look = self._styles.look("paragraph", style)
        self._inline(element, look)
        text = self._runs.text()
        for encoding in self._runs.converted:
            self._job.note("legacy-encoding", f"letters of fonts from before Unicode were read as {encoding}")
        boxes, referred = self._boxes, self._referred
        self._runs, self._boxes, self._referred = Runs(), [], []
        text = labelled(*label, text)
        if self._styles.page_break(style) and self._begun:
            text = "\f" + text
        self._begun = True
        yield Paragraph(text)
        yield from boxes
        yield from self.notes.kept(referred)

    def _inline(self, element: _Element, look: Look) -> None:
        self._words(element.text, look)
        for child in element:
            tag = child.tag
            if tag == TEXT + "s":
                count = child.get(TEXT + "c", "1")
                self._runs.add(" " * min(_MOST_BLANKS, whole(count, 1)))
            elif tag == TEXT + "tab":
                self._runs.add("\t")
            elif tag == TEXT + "line-break":
                self._runs.add("\n")
            elif tag == TEXT + "note":
                self._note(child)
            elif tag == TEXT + "span":
                self._inline(child, self._styles.look("text", child.get(TEXT + "style-name"), look))
            elif isinstance(tag, str) and tag.startswith(_DRAW):
                self._hang(child)
            elif tag not in _SKIPPED:
                self._inline(child, look)
            self._words(child.tail, look)

    def _words(self, text: str | None, look: Look) -> None:
        """Blanks and line ends of the XML are one blank each (ODF 1.3, part 3, 6.1.2)."""
        if text and not look.hidden:
            shown = " ".join(text.replace("\t", " ").replace("\r", " ").split("\n"))
            while "  " in shown:
                shown = shown.replace("  ", " ")
            self._runs.add(shown, look.font, capitals=look.capitals)

    def _note(self, element: _Element) -> None:
        key = f"note {len(self._referred)} {element.get(TEXT + 'id')}"
        body = element.find(TEXT + "note-body")
        if body is not None:
            self.notes.add(key, " ".join("".join(map(str, p.itertext())) for p in body))
            self._referred.append(key)

    def _hang(self, element: _Element) -> None:
        """A frame on a paragraph: its text goes behind it."""
        runs, boxes, referred = self._runs, self._boxes, self._referred
        self._runs, self._boxes, self._referred = Runs(), [], []
        inside = list(self._drawn(element))
        self._runs, self._boxes, self._referred = runs, [*boxes, *inside], referred

    def _drawn(self, element: _Element) -> Iterator[Block]:
        """The text of a frame or shape and of those in it."""
        if element.tag in (_DRAW + "text-box", _DRAW + "custom-shape", _DRAW + "rect", _DRAW + "ellipse"):
            yield from self.blocks(element)
        else:
            for child in element:
                if isinstance(child.tag, str) and child.tag.startswith(_DRAW):
                    yield from self._drawn(child)

    def _table(self, element: _Element) -> Table:
        rows: list[list[Cell]] = []
        ruled = False
        for row in _rows(element):
            self._job.tick()
            cells: list[Cell] = []
            for cell in row:
                if cell.tag not in (_TABLE + "table-cell", _TABLE + "covered-table-cell"):
                    continue
                times = _count(cell, "number-columns-repeated")
                covered = cell.tag == _TABLE + "covered-table-cell"
                blocks = [] if covered else list(self.blocks(cell))
                span = 1 if covered else _count(cell, "number-columns-spanned")
                cells.append(Cell(blocks, 1, covered))
                if span > 1:
                    cells[-1].span = span
                cells.extend(Cell([], 1, covered) for _ in range(min(times, MAX_COLUMNS) - 1))
                ruled = ruled or self._draws(cell.get(_TABLE + "style-name"))
                if len(cells) > MAX_COLUMNS:
                    break
            rows.append(_without_covered(cells))
            if len(rows) > _MOST_ROWS * 50:
                self._job.refuse("has a table of too many rows")
        return Table(rows, ruled)

    def _draws(self, style: str | None) -> bool:
        """Whether a cell's style draws a line."""
        for element in self._styles.chain("table-cell", style):
            properties = element.find(STYLE + "table-cell-properties")
            for name in () if properties is None else ("border", "border-top", "border-bottom", "border-left"):
                said = properties.get(FO + name) if properties is not None else None
                if said and said != "none":
                    return True
        return False


def _rows(element: _Element) -> Iterator[_Element]:
    """Rows of a table, those in groups and heads too."""
    for child in element:
        if child.tag == _TABLE + "table-row":
            yield child
        elif child.tag in (_TABLE + "table-header-rows", _TABLE + "table-rows", _TABLE + "table-row-group"):
            yield from _rows(child)


def _without_covered(cells: list[Cell]) -> list[Cell]:
    """A cell over several columns is followed by the cells it covers: those are part of its span."""
    out: list[Cell] = []
    skip = 0
    for cell in cells:
        if cell.covered and skip:
            skip -= 1
            continue
        out.append(cell)
        skip = cell.span - 1
    return out


def _count(element: _Element, name: str) -> int:
    said = element.get(_TABLE + name, "1")
    return max(whole(said, 1), 1)
