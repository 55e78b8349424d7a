"""Bytes to text: exactly, or a clear word why not."""

from __future__ import annotations

import hashlib
import io
import unicodedata
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach.errors import UnreadableError
from kehoach.readers import ReadOptions, read, read_bytes
from kehoach.readers.source import SourceText, digest

PLAN = "KẾ HOẠCH\nCác sở, ngành của tỉnh được giao và các xã thực hiện\n"


def _zip(*names: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return out.getvalue()


TEXTS = {
    "lf": PLAN,
    "crlf": PLAN.replace("\n", "\r\n"),
    "cr": PLAN.replace("\n", "\r"),
    "nfd": unicodedata.normalize("NFD", PLAN),
    "nbsp": PLAN.replace(" ", "\u00a0"),
    "form feed": PLAN.replace("\n", "\f\n"),
    "empty": "",
    "blank": " \n\n\t\n",
    "no last newline": PLAN.rstrip(),
    "mark inside": "a\ufeffb",
}

# (bytes, a word of the complaint, a word of the advice)
UNREADABLE = {
    "png": (b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "a damaged picture", "save it anew"),
    "jpeg": (b"\xff\xd8\xff\xe0\0\x10JFIF", "a damaged picture", "save it anew"),
    "tiff": (b"II*\0\x08\0\0\0", "a damaged picture", "save it anew"),
    "webp": (b"RIFF\0\0\0\0WEBPVP8 ", "a damaged picture", "save it anew"),
    "gif": (b"GIF89a\0\0", "a damaged picture", "save it anew"),
    "heic": (b"\0\0\0\x18ftypheic", "a picture (HEIC)", "JPEG"),
    "pdf": (b"%PDF-1.7\n%\xe2\xe3", "a damaged PDF file", "print it anew"),
    "xlsx": (_zip("xl/workbook.xml"), "an Excel workbook", "UTF-8 text"),
    "zip": (_zip("plan.txt"), "a ZIP archive", "unpack"),
    "flat": (b"<?xml version='1.0'?>\n<?mso-application progid='Word.Document'?><x/>", "as one XML file", ".docx"),
    "gzip": (b"\x1f\x8b\x08\0", "gzip", "unpack"),
    "rubbish": (bytes(range(256)) * 8, "binary data", "UTF-8"),
    "zeros": (b"\0" * 100, "binary data", "UTF-8"),
    "one bad byte": (PLAN.encode() + b"\xff" + PLAN.encode(), ":3: is not in utf-8 here", "--encoding"),
    "latin": (b"\xe9" * 200, "is not UTF-8 text", "--encoding"),
}  # fmt: skip


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_text_is_kept_exactly(text: str, tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_bytes(text.encode())
    source = read(path)
    assert source.text == text
    assert (source.name, source.media_type, source.encoding) == ("plan.txt", "text/plain", "utf-8")
    assert source.sha256 == hashlib.sha256(text.encode()).hexdigest()
    assert source.hints is None
    assert source.warnings == []


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_mark_names_the_encoding_and_is_no_text(codec: str) -> None:
    source = read_bytes(PLAN.encode(codec))
    assert source.text == PLAN
    assert source.encoding == codec
    assert PLAN.encode(codec).decode(source.encoding) == source.text


@given(st.text())
def test_any_text_without_controls_survives(text: str) -> None:
    data = text.encode()
    try:
        source = read_bytes(data)
    except UnreadableError:
        marked = data[:2] == b"BM" or text.lstrip()[:1] == "<"  # a picture's first letters, or a page's without a word
        assert marked or any(ord(c) < 32 or ord(c) == 127 for c in text)
    else:
        assert source.text == text.removeprefix("\ufeff")


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused_in_one_line(data: bytes) -> None:
    try:
        read_bytes(data, name="x.bin")
    except UnreadableError as error:
        assert str(error).startswith("x.bin")
        assert "\n" not in str(error)


def test_markdown_by_its_ending() -> None:
    assert read_bytes(b"# x", name="folder/Plan.MD").media_type == "text/markdown"
    assert read_bytes(b"# x", name="folder/Plan.MD").name == "Plan.MD"


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_wide_letters_without_a_mark(codec: str) -> None:
    source = read_bytes(PLAN.encode(codec))
    assert (source.text, source.encoding) == (PLAN, codec)
    assert source.warnings == [("legacy-encoding", f"read as {codec}; say another encoding with --encoding")]


def test_encoding_can_be_named() -> None:
    data = "kế hoạch".encode("utf-16-le")
    assert read_bytes(data, options=ReadOptions(encoding="utf-16-le")).text == "kế hoạch"
    with pytest.raises(UnreadableError, match="no encoding 'klingon'"):
        read_bytes(b"x", options=ReadOptions(encoding="klingon"))
    with pytest.raises(UnreadableError, match="not in ascii"):
        read_bytes("ế".encode(), options=ReadOptions(encoding="ascii"))


@pytest.mark.parametrize(("data", "complaint", "advice"), UNREADABLE.values(), ids=UNREADABLE.keys())
def test_what_is_no_text_says_so(data: bytes, complaint: str, advice: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        read_bytes(data, name="folder/thing")
    assert str(caught.value).startswith("folder/thing")
    assert complaint in str(caught.value)
    assert advice in str(caught.value)


def test_files_that_cannot_be_opened(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="no such file"):
        read(tmp_path / "missing.txt")
    with pytest.raises(UnreadableError, match="is a folder"):
        read(tmp_path)
    with pytest.raises(UnreadableError, match="cannot be opened"):
        read("null\0byte")


def test_size_is_limited(tmp_path: Path) -> None:
    path = tmp_path / "big.txt"
    path.write_bytes(b"x" * 101)
    with pytest.raises(UnreadableError, match="larger than 100 bytes"):
        read(path, ReadOptions(max_bytes=100))
    assert len(read(path, ReadOptions(max_bytes=101)).text) == 101


def test_a_text_in_memory() -> None:
    source = SourceText.from_text(PLAN)
    assert (source.name, source.encoding, source.media_type) == ("<text>", None, "text/plain")
    assert source.sha256 == hashlib.sha256(PLAN.encode()).hexdigest()


@pytest.mark.parametrize("size", [0, 1, 999_999, 1_000_000, 1_000_001])
def test_digests_of_any_size(size: int) -> None:
    data = b"\xe1" * size
    assert digest(data) == hashlib.sha256(data).hexdigest()
    odd = SourceText.from_text("a\ud800b")
    assert odd.text == "a\ufffdb"
    assert [code for code, _ in odd.warnings] == ["lone-surrogates"]


def test_names_can_always_be_written() -> None:
    for name in ("kế.txt", "k\udce1\udcba\udcbf.txt", "bad\udcff.txt", "\ud800"):
        read_bytes(b"x", name=f"folder/{name}").name.encode()


def test_markdown_that_begins_with_a_table_in_tags_is_no_page() -> None:
    table = "<table><tr><td>UBND XÃ TÂN LẬP</td><td>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</td></tr></table>"
    text = f"{table}\n\n# KẾ HOẠCH\n\nTrồng cây xanh năm 2031\n\n## I. NHIỆM VỤ\n\n1. Ươm cây.\n"
    assert read_bytes(text.encode()).text == text
    page = f"{table}<h1>KẾ HOẠCH</h1>\n<p>Trồng cây xanh năm 2031</p>\n<p>Ươm cây.</p>\n"
    assert "<p>" not in read_bytes(page.encode()).text
