"""Scans: what is recognised on pictures of pages, and what is said where it cannot be."""

from __future__ import annotations

import io
import struct
import zlib
from typing import Any

import pytest
from PIL import Image, ImageDraw

from kehoach.errors import UnreadableError
from kehoach.parsers import parse_source
from kehoach.readers import ReadOptions, read_bytes
from kehoach.readers import scan as scans
from kehoach.readers.paged.page import Page
from kehoach.readers.picture import prepared, skew, without_colour
from kehoach.readers.source import SourceText
from papers import BODY, TABLE, Paper, annexed, picture, plan, scan
from runner import run

_LACK = scans._missing()
recognition = pytest.mark.skipif(_LACK is not None, reason=f"{_LACK[0]}; {_LACK[1]}" if _LACK else "")


def _png(width: int, height: int) -> bytes:
    """A picture that says it is larger than its few bytes."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 99))


@recognition
@pytest.mark.slow
def test_a_scanned_plan_with_a_stamp_and_a_table() -> None:
    first, second = (picture(annexed(), page=k) for k in (0, 1))
    pen = ImageDraw.Draw(first)
    pen.ellipse((640, 1180, 860, 1400), outline=(215, 40, 50), width=8)
    seen: list[tuple[int, int]] = []
    options = ReadOptions(on_page=lambda done, count: seen.append((done, count)))
    source = read_bytes(scan([first.rotate(0.8, fillcolor="white"), second]), name="plan.pdf", options=options)
    assert source.ocr
    assert [code for code, _ in source.warnings] == ["read-by-ocr"]
    assert "mean confidence of 9" in source.warnings[0][1]
    assert seen == [(1, 2), (2, 2)]
    got, want = parse_source(source), parse_source(SourceText.from_text(BODY))
    assert got["source"]["ocr"]
    assert [item["text"] for item in got["tasks"]] == [item["text"] for item in want["tasks"]]
    assert [d["agencies"][0]["name"] for d in got["duties"]] == ["Sở Tài chính", "Sở Giáo dục và Đào tạo"]
    assert [item["text"] for item in got["recipients"]][:2] == ["Các sở, ban, ngành;", "UBND các xã;"]
    assert "Lê Thị Hoa" in source.text
    assert got["annexes"][0]["tables"][0]["columns"] == TABLE[0]
    assert [row[2] for row in got["annexes"][0]["tables"][0]["rows"]] == ["Sở Xây dựng", "Sở Tài chính"]


@recognition
@pytest.mark.slow
def test_a_broken_text_layer_is_recognised_anew() -> None:
    """The page shows one text, its layer says another: the letters' codes lead nowhere."""
    paper = Paper()
    shown = picture(plan(body="\n".join(BODY.split("\n")[:5])).bytes())
    paper.canvas.drawInlineImage(shown, 0, 0, *paper.size)
    paper.canvas.beginText()
    hidden = paper.canvas.beginText(85, 700)
    hidden.setFont("Helvetica", 10)
    hidden.setTextRenderMode(3)
    for _ in range(8):
        hidden.textLine("UY BAN NH6N OAN Tr0ng cAy xonh n6m nay thvc hi$n cac nhi0m vu tr9ng tdm cua tinh nhv sou")
    paper.canvas.drawText(hidden)
    source = read_bytes(paper.bytes(), name="plan.pdf")
    assert source.ocr
    assert "Trồng cây xanh năm 2031" in source.text
    assert "nh6m" not in source.text.lower()


@recognition
@pytest.mark.slow
def test_a_picture_upside_down_is_turned() -> None:
    page = picture(plan(body="\n".join(BODY.split("\n")[:5])).bytes(), dpi=130).rotate(180)
    source = read_bytes(scan([page], "PNG", 130), name="plan.png")
    assert source.media_type == "image/png"
    assert "Trồng cây xanh năm 2031" in source.text


def test_what_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scans, "_missing", lambda: ("Tesseract has no Vietnamese model", "install it"))
    with pytest.raises(UnreadableError, match=r"plan.png: holds pictures of pages; Tesseract has no .*; install it"):
        read_bytes(scan([Image.new("L", (400, 500), 255)], "PNG"), name="plan.png")
    paper = plan()
    paper.page()
    paper.page()
    paper.canvas.drawInlineImage(Image.new("L", (400, 500), 200), 0, 0, 500, 800)
    source = read_bytes(paper.bytes(), name="plan.pdf")
    assert not source.ocr
    assert source.warnings[0][0] == "pages-not-read"
    assert "pages 3 could" not in source.warnings[0][1]
    assert "page 3 could not be recognised" in source.warnings[0][1]


def test_tesseract_that_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    import pytesseract

    monkeypatch.setattr(pytesseract.pytesseract, "tesseract_cmd", "/nowhere/tesseract")
    lack = scans._missing()
    assert lack is not None
    assert "not installed" in lack[0]
    assert "apt install tesseract-ocr tesseract-ocr-vie" in lack[1]


def test_recognising_ends_in_time() -> None:
    with pytest.raises(scans.OutOfTimeError):
        scans.read_picture(Image.new("L", (800, 1000), 255), 150, 1, 0.0)


def test_pictures_that_must_not_be_recognised() -> None:
    with pytest.raises(UnreadableError, match="allow it with --ocr auto"):
        read_bytes(_png(10, 10), name="plan.png", options=ReadOptions(ocr="never"))


@pytest.mark.parametrize("side", [60_000, 8_000])
def test_pictures_that_unpack_to_too_much(side: int) -> None:
    with pytest.raises(UnreadableError, match="too large a picture"):
        read_bytes(_png(side, side), name="plan.png")


def test_damaged_pictures_are_refused_in_one_line() -> None:
    whole = scan([Image.new("L", (40, 50), 255)], "TIFF")
    sizeless = whole.replace(struct.pack("<HH", 256, 4), struct.pack("<HH", 255, 4))
    assert sizeless != whole
    for data in (sizeless, whole[:60], _png(10, 10)[:20], b"GIF89a", b"\xff\xd8\xff"):
        with pytest.raises(UnreadableError, match=r"plan\.x: is a damaged picture; fetch it again") as caught:
            read_bytes(data, name="plan.x")
        assert "\n" not in str(caught.value)


def test_pages_of_a_picture_file_are_limited() -> None:
    pages = [Image.new("1", (40, 50), 1)] * 3
    with pytest.raises(UnreadableError, match="has 3 pages, more than 2; allow them with --max-pages"):
        read_bytes(scan(pages, "TIFF"), options=ReadOptions(max_pages=2))


def test_a_picture_without_text_is_an_empty_plan(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scans, "_missing", lambda: None)
    monkeypatch.setattr(scans, "read_picture", lambda image, dpi, number, end: Page(number, 600, 800, recognised=True))
    source = read_bytes(scan([Image.new("L", (400, 500), 255)], "PNG"), name="plan.png")
    assert not source.text.strip()
    assert source.ocr


@pytest.mark.parametrize("degrees", [-3.0, -0.7, 0.0, 1.2, 4.0])
def test_slant_is_measured(degrees: float) -> None:
    page = picture(plan().bytes(), dpi=100).convert("L").rotate(degrees, fillcolor=255)
    assert skew(page) == pytest.approx(-degrees, abs=0.15)


def test_stamps_go_and_black_ink_stays() -> None:
    page = Image.new("RGB", (200, 200), "white")
    pen = ImageDraw.Draw(page)
    pen.rectangle((10, 10, 190, 60), fill=(20, 20, 20))
    pen.rectangle((10, 100, 60, 150), fill=(220, 40, 40))
    pen.rectangle((100, 100, 150, 150), fill=(40, 60, 190))
    grey = without_colour(page)
    assert [grey.getpixel(at) for at in ((50, 30), (30, 120), (120, 120))] == [20, 255, 255]


def test_a_page_printed_in_colour_keeps_its_text() -> None:
    page = Image.new("RGB", (200, 200), "white")
    ImageDraw.Draw(page).rectangle((10, 10, 190, 60), fill=(30, 40, 160))
    assert without_colour(page).getpixel((50, 30)) == page.convert("L").getpixel((50, 30))


def test_ruling_lines_are_found_and_taken_off() -> None:
    paper = Paper()
    paper.table(TABLE)
    page = picture(paper.bytes(), dpi=150)
    ready = prepared(page, 150)
    level = [rule for rule in ready.rules if rule.level]
    assert (len(level), len(ready.rules) - len(level)) == (4, 5)
    assert max(ready.picture.getextrema()) == 255
    assert [rule for rule in prepared(ready.picture, 150).rules if rule.level] == []


def test_progress_is_shown_on_a_terminal_only(capsys: Any) -> None:
    from kehoach.cli.reading import show_progress

    show_progress(1, 3)
    show_progress(3, 3)
    said = capsys.readouterr()
    assert said.out == ""
    assert "recognising text: 1 of 3 pages" in said.err
    assert said.err.endswith("\r")


def test_options_reach_the_reader(tmp_path: Any) -> None:
    path = tmp_path / "plan.pdf"
    path.write_bytes(annexed())
    assert run("text", path, "--max-pages", 1).code == 3
    assert run("text", path, "--timeout", "0.0000001").code == 3
    assert run("text", path, "--ocr", "perhaps").code == 2
    assert run("text", path, "--ocr", "never").code == 0


def test_gifs_are_read_by_their_first_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[int] = []
    monkeypatch.setattr(scans, "_missing", lambda: None)

    def once(image: Any, dpi: float, number: int, end: float) -> Page:
        read.append(number)
        return Page(number, 600, 800, recognised=True)

    monkeypatch.setattr(scans, "read_picture", once)
    file = io.BytesIO()
    frames = [Image.new("L", (40, 50), shade) for shade in (10, 200)]
    frames[0].save(file, "GIF", save_all=True, append_images=frames[1:])
    read_bytes(file.getvalue(), name="plan.gif")
    assert read == [1]


@pytest.mark.parametrize(
    ("text", "number"), [("LMỤC", "L"), ("HNỘI", "H"), ("II.NỘI", "II"), ("HÌNH", ""), ("LÀM", ""), ("UBND", "")]
)
def test_headings_run_together_with_their_number_are_parted(text: str, number: str) -> None:
    assert scans._run_together(text) == number
