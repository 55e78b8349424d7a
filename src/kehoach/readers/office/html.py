"""Web pages: Word's own HTML, LibreOffice's, and portals' pages with a plan among menus. No link is ever followed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from kehoach.readers.office.blocks import MAX_COLUMNS, Block, Cell, Paragraph, Table
from kehoach.readers.office.charset import page_text
from kehoach.readers.office.html_region import region
from kehoach.readers.office.html_styles import Sheet
from kehoach.readers.office.labels import labelled
from kehoach.readers.office.notes import Notes
from kehoach.readers.office.numerals import numeral
from kehoach.readers.office.package import Job
from kehoach.readers.office.result import source_of
from kehoach.readers.office.runs import Runs
from kehoach.readers.options import ReadOptions
from kehoach.readers.source import SourceText

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_SKIPPED = frozenset(
    "head script style title noscript template iframe object embed svg canvas video audio select option button "
    "textarea input label map nav aside footer del dialog datalist xml".split()
)
_BLOCK = frozenset(
    "p div h1 h2 h3 h4 h5 h6 blockquote section article main center address dl dt dd pre hr figure figcaption "
    "form fieldset header body html details summary caption legend hgroup".split()
)
_TYPED = re.compile(r"(?:[-–—+*•·▪●○]|\(?(?:\d{1,3}|[a-zđ]|[ivxIVX]{1,5}|[A-ZĐ])(?:\.\d{1,2}){0,4}\s?[.)/])\s")
_NUMBERS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman",
            "lower-alpha": "lowerLetter", "lower-latin": "lowerLetter", "upper-alpha": "upperLetter",
            "upper-latin": "upperLetter", "lower-roman": "lowerRoman", "upper-roman": "upperRoman",
            "decimal-leading-zero": "decimalZero", "decimal": "decimal"}  # fmt: skip
_BULLETS = {"disc": "•", "circle": "○", "square": "▪"}
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_DEEPEST = 200
_DEEPEST_PARSED = 4000
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:]*)")
_CLOSED_BY_OTHERS = frozenset(
    "p li td th tr tbody thead tfoot dt dd option br hr img input meta link col wbr area base embed source "
    "track param".split()
)


def read_html(data: bytes, name: str, options: ReadOptions) -> SourceText:
    """The text of a web page: of the plan in it, where there is more on the page.

    Raises:
        UnreadableError: it is nested too deeply, holds no text, or takes too long.
    """
    job = Job(name, options)
    job.need("selectolax.lexbor", "html", "an HTML page")
    text, encoding = page_text(data, job)
    return source_of(html_blocks(text, job), data, job, "text/html", encoding)


def html_blocks(text: str, job: Job) -> list[Block]:
    """The paragraphs and tables of a web page."""
    parser = job.need("selectolax.lexbor", "html", "an HTML page").LexborHTMLParser
    if _depth(text) > _DEEPEST_PARSED:
        job.refuse("is nested too deeply", "save it as plain text")
    tree = parser(text.replace("\0", ""))
    body = tree.body
    if body is None:
        return []
    sheet = Sheet(node.text_content or node.text() for node in tree.css("style"))
    page = _Page(job, sheet)
    for node in region(body, job):
        page.walk(node)
    page.end()
    page.notes.report()
    return page.out


def _depth(text: str) -> int:
    """How deep elements stand in each other, roughly: the parser takes the square of it."""
    depth = most = 0
    for match in _TAG.finditer(text):
        if match[2].lower() not in _CLOSED_BY_OTHERS:
            depth = max(0, depth - 1) if match[1] else depth + 1
            most = max(most, depth)
    return most


class _Page:
    """The walk over a page; ``out`` is what has been read so far."""

    def __init__(self, job: Job, sheet: Sheet) -> None:
        self.out: list[Block] = []
        self.notes = Notes(job, {})
        self._job = job
        self._sheet = sheet
        self._runs = Runs()
        self._label: tuple[str, bool] | None = None
        self._break = False
        self._note: str | None = None
        self._referred: list[str] = []

    def walk(self, node: LexborNode) -> None:
        """Read a node and all below it."""
        self._node(node, None, False, False, 0)

    def end(self) -> None:
        """Close the paragraph that is open."""
        text = self._runs.text()
        for encoding in self._runs.converted:
            self._job.note("legacy-encoding", f"letters of fonts from before Unicode were read as {encoding}")
        self._runs = Runs()
        text = re.sub(" *\n *", "\n", re.sub(" {2,}", " ", text)).replace("\u00a0", " ").strip(" \n")
        if not text:
            return
        if self._label is not None:
            label, listed = self._label
            self._label = None
            text = text if listed and _TYPED.match(text) else labelled(label, " ", text)
        if self._break:
            text, self._break = "\f" + text, False
        self.out.append(Paragraph(text))
        referred, self._referred = self._referred, []
        self.out.extend(self.notes.kept(referred))

    def _node(self, node: LexborNode, font: str | None, capitals: bool, pre: bool, depth: int) -> None:
        if node.is_text_node:
            text = node.text_content or ""
            if text.startswith("\n") and _floats(node.prev):
                text = text[1:]  # LibreOffice breaks the line behind a picture, in the middle of a word too
            self._runs.add(text.replace("\r\n", "\n") if pre else _BLANKS.sub(" ", text), font, capitals=capitals)
            return
        tag = node.tag or ""
        if not node.is_element_node or tag in _SKIPPED:
            return
        if depth > _DEEPEST:
            self._job.refuse("is nested too deeply", "save it as plain text")
        style = self._sheet.style(tag, node)
        if _hidden(style, node):
            return
        if style.get("page-break-before") == "always" or style.get("break-before") == "page":
            if tag != "br":
                self.end()
            self._break = bool(self.out) or self._break
        if family := style.get("font-family") or (_attribute(node, "face") if tag == "font" else None):
            font = family.partition(",")[0].strip(" \"'")
        capitals = style.get("text-transform") == "uppercase" or (capitals and style.get("text-transform") != "none")
        pre = pre or tag == "pre" or style.get("white-space", "").startswith("pre")
        self._element(node, tag, style, font, capitals, pre, depth)

    def _element(
        self, node: LexborNode, tag: str, style: dict[str, str], font: str | None, capitals: bool, pre: bool, depth: int
    ) -> None:
        if tag == "br":
            if style.get("page-break-before") == "always":
                self.end()
            else:
                self._runs.add("\n")
        elif "mso-tab-count" in style:
            self._runs.add("\t")
        elif (tag == "a" and "mso-footnote-id" in style) or (tag == "a" and "mso-endnote-id" in style):
            self._referred.append(style.get("mso-footnote-id") or style["mso-endnote-id"])
        elif style.get("mso-element") in ("footnote", "endnote"):
            return
        elif style.get("mso-list") == "ignore" or (tag == "span" and self._label and style.get("float") == "left"):
            self._label = None
            self._typed_label(node, font, depth)
        elif tag == "table":
            self.end()
            self._job.tick()
            table = self._table(node, font, capitals, depth)
            if table.rows:
                self.out.append(table)
        elif tag in ("ul", "ol", "menu", "dir"):
            self.end()
            self._list(node, tag, style, (font, capitals, depth))
        elif tag in _BLOCK or tag in ("li", "tr", "td", "th"):
            self.end()
            self._children(node, font, capitals, pre, depth)
            self.end()
        else:
            self._children(node, font, capitals, pre, depth)

    def _children(self, node: LexborNode, font: str | None, capitals: bool, pre: bool, depth: int) -> None:
        child = node.first_child
        while child is not None:
            self._node(child, font, capitals, pre, depth + 1)
            child = child.next

    def _typed_label(self, node: LexborNode, font: str | None, depth: int) -> None:
        """Word writes the label of its own lists out, with blanks in another font behind it."""
        outer, self._runs = self._runs, Runs()
        self._children(node, font, False, False, depth)
        label = self._runs.text().replace("\u00a0", " ").strip()
        self._runs = outer
        if label:
            self._runs.add(label + " ")

    def _list(self, node: LexborNode, tag: str, style: dict[str, str], look: tuple[str | None, bool, int]) -> None:
        kind = (
            style.get("list-style-type")
            or style.get("list-style", "").partition(" ")[0]
            or _attribute(node, "type")
            or ""
        )
        font, capitals, depth = look
        value = _number(_attribute(node, "start"), 1)
        child = node.first_child
        while child is not None:
            if child.is_element_node and child.tag == "li":
                self.end()
                value = _number(_attribute(child, "value"), value)
                if kind == "none":
                    self._label = None
                elif tag == "ol":
                    own = _attribute(child, "type") or kind
                    self._label = (numeral(value, _NUMBERS.get(own, "decimal")) + ".", True)
                else:
                    self._label = (_BULLETS.get(kind, "•"), True)
                self._node(child, font, capitals, False, depth + 1)
                self._label = None
                value += 1
            elif child.is_element_node:
                self._node(child, font, capitals, False, depth + 1)
            child = child.next

    def _table(self, node: LexborNode, font: str | None, capitals: bool, depth: int) -> Table:
        rows: list[list[Cell]] = []
        below: dict[int, tuple[int, int]] = {}  # column: (rows that a cell above still covers, its columns)
        for row in _parts(node, "tr"):
            self._job.tick()
            if _hidden(self._sheet.style("tr", row), row):
                continue
            cells: list[Cell] = []
            at = 0
            for cell in _parts(row, "td", "th"):
                at = _covered(cells, below, at)
                if at >= MAX_COLUMNS:
                    break
                span = max(1, min(_number(_attribute(cell, "colspan"), 1), MAX_COLUMNS - at))
                tall = _number(_attribute(cell, "rowspan"), 1)
                cells.append(Cell(self._inside(cell, font, capitals, depth), span))
                if tall > 1:
                    below[at] = (tall, span)
                at += span
            _covered(cells, below, at)
            below = {column: (left - 1, span) for column, (left, span) in below.items() if left > 1}
            rows.append(cells)
        return Table(rows, True if _number(_attribute(node, "border"), 0) > 0 else None)

    def _inside(self, cell: LexborNode, font: str | None, capitals: bool, depth: int) -> list[Block]:
        """The blocks of one cell."""
        held = self.out, self._runs, self._label, self._break
        self.out, self._runs, self._label, self._break = [], Runs(), None, False
        self._node(cell, font, capitals, False, depth + 1)
        self.end()
        blocks = self.out
        self.out, self._runs, self._label, self._break = held
        return blocks


def _covered(cells: list[Cell], below: dict[int, tuple[int, int]], at: int) -> int:
    """Fill in cells that hang down from above at column ``at``; the column behind them."""
    while at in below and at < MAX_COLUMNS and not (below[at][0] < 1):
        span = below[at][1]
        if sum(cell.span for cell in cells) > at:
            break
        cells.append(Cell([], span, covered=True))
        at += span
    return at


def _parts(node: LexborNode, *tags: str) -> Iterator[LexborNode]:
    """Rows of a table or cells of a row, those in ``thead`` and ``tbody`` too."""
    child = node.first_child
    while child is not None:
        if child.is_element_node:
            if child.tag in tags:
                yield child
            elif child.tag in ("thead", "tbody", "tfoot"):
                yield from _parts(child, *tags)
        child = child.next


def _hidden(style: dict[str, str], node: LexborNode) -> bool:
    return (
        style.get("display") == "none"
        or style.get("mso-hide") == "all"
        or style.get("visibility") == "hidden"
        or style.get("mso-element") in ("header", "footer", "comment-list", "comment", "annotation")
        or style.get("mso-element") in ("footnote-list", "endnote-list")
        or "hidden" in node.attributes
        or (node.attributes.get("class") or "").startswith(("msoDel", "MsoCommentReference"))
    )


def _floats(node: LexborNode | None) -> bool:
    """Whether a node is a picture beside the text."""
    return node is not None and node.tag == "img" and _attribute(node, "align") in ("left", "right")


def _attribute(node: LexborNode, name: str) -> str | None:
    value: Any = node.attributes.get(name)
    return value.strip() if isinstance(value, str) else None


def _number(text: str | None, otherwise: int) -> int:
    """The whole number an attribute says, ``otherwise`` where it says none."""
    match = re.match(r"\s*(-?\d{1,6})", text or "")
    return int(match[1]) if match else otherwise
