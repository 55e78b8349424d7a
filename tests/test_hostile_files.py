"""Files that would hurt: one clear line each, soon, and without much memory."""

from __future__ import annotations

import io
import resource
import struct
import time
import zipfile

import pytest

from docx_files import DOCUMENT, cell, docx, p, packed, r, table
from kehoach.errors import UnreadableError
from kehoach.readers import ReadOptions, read_bytes

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504


def odt(content: str, manifest: str = "<manifest/>") -> bytes:
    """An OpenDocument text with this ``content.xml``."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text", zipfile.ZIP_STORED)
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", manifest)
    return out.getvalue()


def xml_with(declaration: str, words: str) -> bytes:
    return packed({"word/document.xml": declaration + DOCUMENT.format(f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>")})


def encrypted_zip() -> bytes:
    data = bytearray(docx(p("x")))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = 0
        while (start := data.find(mark, start)) >= 0:
            data[start + at] |= 1
            start += 4
    return bytes(data)


def streams(*names: str, header: bytes = b"") -> bytes:
    """What looks like an old Office file with these streams."""
    return _OLE + header.ljust(512, b"\0") + b"".join(name.encode("utf-16-le") + b"\0" * 64 for name in names)


_LAUGHS = (
    "<!DOCTYPE x [<!ENTITY a 'ha'>"
    + "".join(f"<!ENTITY {chr(98 + i)} '{f'&{chr(97 + i)};' * 10}'>" for i in range(9))
    + "]>"
)
_OUTSIDE = "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>"
_BODY = "<office:document-content xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0'/>"
_GOOD = docx(*(p(f"dòng {i}") for i in range(200)))

# (the file, a word of the complaint)
REFUSED = {
    "a bomb": (lambda: packed({"word/document.xml": DOCUMENT.format("<w:p/>" * 1_500_000)}), "unpacks to more than"),
    "a bomb of styles": (lambda: docx(p("x"), styles=" " * 9_000_000), "unpacks to more than"),
    "laughs": (lambda: xml_with(_LAUGHS, "&j;"), "declares a document type"),
    "an outside entity": (lambda: xml_with(_OUTSIDE, "&a;"), "declares a document type"),
    "deep": (lambda: docx("<w:sdt><w:sdtContent>" * 5000 + "</w:sdtContent></w:sdt>" * 5000), "nested too deeply"),
    "tables in tables": (
        lambda: docx("<w:tbl><w:tr><w:tc>" * 300 + p("x") + "</w:tc></w:tr></w:tbl>" * 300), "nested too deeply",
    ),
    "no xml": (lambda: packed({"word/document.xml": "<w:document"}), "is no XML"),
    "no body": (lambda: packed({"word/document.xml": "<x/>"}), "has no body"),
    "nothing in it": (lambda: docx(p("")), "holds no text"),
    "cut": (lambda: _GOOD[: len(_GOOD) // 2], "damaged or cut"),
    "broken inside": (lambda: _GOOD.replace(_GOOD[900:960], b"\0" * 60), "damaged"),
    "locked parts": (encrypted_zip, "protected by a password"),
    "locked package": (lambda: streams("EncryptionInfo", "EncryptedPackage"), "protected by a password"),
    "locked doc": (
        lambda: streams("WordDocument", header=b"\xec\xa5\xc1\x00" + b"\0" * 6 + struct.pack("<H", 0x0100)),
        "protected by a password",
    ),
    "a workbook": (lambda: streams("Workbook"), "Excel workbook"),
    "old and unknown": (lambda: _OLE, "damaged or unknown Office file"),
    "odt without a body": (lambda: odt(_BODY), "has no body"),
    "odt without content": (lambda: odt("<x/>").replace(b"content.xml", b"kontent.xml"), "has no body"),
    "locked odt": (lambda: odt(_BODY, "<manifest:encryption-data/>"), "protected by a password"),
    "laughing odt": (lambda: odt(_LAUGHS + "<x>&j;</x>"), "declares a document type"),
    "deep page": (lambda: b"<html>" + b"<div>" * 200_000 + b"x", "nested too deeply"),
    "rather deep page": (lambda: b"<html>" + b"<b>" * 1000 + b"x", "nested too deeply"),
    "empty page": (lambda: b"<html><script>x</script>", "holds no text"),
    "empty rtf": (lambda: b"{\\rtf1 }", "holds no text"),
    "deep rtf": (lambda: b"{\\rtf1" + b"{" * 500_000, "nested too deeply"),
    "mails in mails": (
        lambda: b"MIME-Version: 1.0\nContent-Type: message/rfc822\n\n" * 3000, "mail",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("make", "complaint"), REFUSED.values(), ids=REFUSED.keys())
def test_is_refused_in_one_line(make, complaint: str) -> None:  # type: ignore[no-untyped-def]
    data = make()
    began = time.monotonic()
    with pytest.raises(UnreadableError, match=complaint) as caught:
        read_bytes(data, name="folder/bad.bin", options=ReadOptions(max_bytes=8_000_000))
    assert "\n" not in str(caught.value)
    assert str(caught.value).startswith("folder/bad.bin")
    assert time.monotonic() - began < 5


def test_time_is_bounded() -> None:
    with pytest.raises(UnreadableError, match="within 0 seconds"):
        read_bytes(docx(p("x")), options=ReadOptions(timeout=0.0))


def test_what_unpacks_counts_against_the_limit() -> None:
    data = docx(p("x" * 100_000))
    assert len(data) < 10_000
    with pytest.raises(UnreadableError, match="unpacks to more than 50,000 bytes"):
        read_bytes(data, options=ReadOptions(max_bytes=50_000))


def test_absurd_tables_stay_small() -> None:
    wide = cell("a", properties='<w:gridSpan w:val="99999999"/>')
    assert len(read_bytes(docx(table(wide + cell("b"), cell("c") + cell("d")))).text) < 500
    page = b"<table><tr><td colspan=999999999>a<td>b<tr><td rowspan=999999999>c<td>d</table>"
    assert len(read_bytes(b"<html>" + page).text) < 500
    table_xml = (
        "<office:document-content xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' "
        "xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0' "
        "xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0'><office:body><office:text><table:table>"
        "<table:table-row>"
        "<table:table-cell table:number-columns-repeated='999999'><text:p>a</text:p></table:table-cell>"
        "</table:table-row></table:table></office:text></office:body></office:document-content>"
    )
    assert len(read_bytes(odt(table_xml)).text) < 1000


def test_a_long_document_is_read_in_time_and_memory() -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    began = time.monotonic()
    read = read_bytes(docx(*(p(f"{i}. " + "Sở Y tế phối hợp " * 10) for i in range(20_000))))
    assert read.text.count("\n") == 20_000
    assert time.monotonic() - began < 10
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 400_000  # kilobytes


@pytest.mark.parametrize("step", [1, 7, 31])
def test_damaged_files_never_fail_otherwise(step: int) -> None:
    good = docx(table(cell("a") + cell("b")), f"<w:p>{r('x')}</w:p>", styles="<w:style/>", numbering="<w:num/>")
    for at in range(step, len(good), 97):
        try:
            read_bytes(good[:at] + bytes([good[at] ^ (step * 37 & 0xFF)]) + good[at + 1 :], name="bad.docx")
        except UnreadableError as error:
            assert "\n" not in str(error)
