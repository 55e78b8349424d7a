"""Small Word documents, written by hand: the XML of the parts, packed."""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def p(text: str = "", *, properties: str = "", look: str = "") -> str:
    """A paragraph of one run; ``properties`` go into ``w:pPr``, ``look`` into ``w:rPr``."""
    return f"<w:p>{_in('pPr', properties)}{r(text, look) if text else ''}</w:p>"


def r(text: str, look: str = "") -> str:
    """A run."""
    return f'<w:r>{_in("rPr", look)}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def numbered(text: str, number: int = 1, level: int = 0) -> str:
    """A paragraph in a list."""
    return p(text, properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def level(depth: int, style: str, text: str, *more: str, start: int = 1) -> str:
    """One level of a list; ``more`` is put behind its number format."""
    after = "".join(more)
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{style}"/>{after}'
        f'<w:lvlText w:val="{escape(text)}"/></w:lvl>'
    )


def lists(*levels: str, numbers: str = "") -> str:
    """The body of ``numbering.xml``: one abstract list and the list 1 of it, and what else ``numbers`` says."""
    return (
        f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>{numbers}'
    )


def table(*rows: str, properties: str = "") -> str:
    """A table; without ``properties`` no lines are drawn."""
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def cell(*content: str, properties: str = "") -> str:
    """A cell: texts are paragraphs, what starts with ``<w:`` is XML."""
    inside = "".join(x if x.startswith("<w:") else p(x) for x in content) or p()
    return f"<w:tc>{_in('tcPr', properties)}{inside}</w:tc>"


DOCUMENT = f"<w:document {NAMESPACES}><w:body>{{}}<w:sectPr/></w:body></w:document>"
RULED = '<w:tblBorders><w:top w:val="single"/><w:insideV w:val="single"/></w:tblBorders>'


def docx(*body: str, **parts: str) -> bytes:
    """A Word document: its body's XML, and the bodies of ``numbering``, ``styles``, ``footnotes`` where given."""
    files = {"word/document.xml": DOCUMENT.format("".join(body))}
    relations = ""
    for name, content in parts.items():
        root = "hdr" if name.startswith("header") else name
        files[f"word/{name}.xml"] = f"<w:{root} {NAMESPACES}>{content}</w:{root}>"
        relations += f'<Relationship Id="r-{name}" Type="{_TYPE}{name.rstrip("1")}" Target="{name}.xml"/>'
    return packed(files, relations)


def packed(files: dict[str, str], relations: str = "", main: str = "word/document.xml") -> bytes:
    """A package of these parts, with what every Word document has."""
    package = "http://schemas.openxmlformats.org/package/2006"
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    named = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}.{_kind(name)}+xml"/>'
        for name in files
        if name.endswith(".xml")
    )
    whole = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{named}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" '
        f'Type="{_TYPE}officeDocument" Target="{main}"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{package}/relationships">{relations}</Relationships>',
    } | files
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in whole.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)  # the same bytes at any time
    return out.getvalue()


def _kind(part: str) -> str:
    name = part.rpartition("/")[2].removesuffix(".xml").rstrip("1")
    return "document.main" if name == "document" else name


def _in(tag: str, content: str) -> str:
    return f"<w:{tag}>{content}</w:{tag}>" if content else ""
