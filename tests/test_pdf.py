"""PDF files: the text layer in the form that the parser reads best, whatever way it was drawn."""

from __future__ import annotations

import unicodedata
from typing import Any

import pytest

from kehoach.errors import UnreadableError
from kehoach.parsers import parse_source
from kehoach.readers import ReadOptions, read_bytes
from kehoach.readers.source import SourceText
from papers import BODY, LEFT, PITCH, TABLE, Paper, annexed, plan, scan
from runner import run

NEVER = ReadOptions(ocr="never")


def text(data: bytes) -> str:
    return read_bytes(data, name="plan.pdf", options=NEVER).text


def rows(data: bytes) -> list[str]:
    """The text's lines, blanks single."""
    return [" ".join(line.split()) for line in text(data).splitlines() if line.strip()]


def reading(data: bytes) -> dict[str, Any]:
    return parse_source(read_bytes(data, name="plan.pdf", options=NEVER))


def words_of(items: list[dict[str, Any]]) -> list[str]:
    return [t for item in items for t in (item["text"], *words_of(item["items"]))]


def test_a_plan_reads_as_its_text_does() -> None:
    source = read_bytes(plan().bytes(), name="plan.pdf")
    assert (source.media_type, source.ocr, source.warnings) == ("application/pdf", False, [])
    got = parse_source(source)
    want = parse_source(SourceText.from_text(BODY))
    for part in ("basis", "purpose", "tasks", "closing"):
        assert words_of(got[part]) == words_of(want[part])
    assert [d["agencies"][0]["name"] for d in got["duties"]] == ["Sở Tài chính", "Sở Giáo dục và Đào tạo"]
    assert got["document"]["number"]["text"] == "12/KH-UBND"
    assert got["document"]["issuer"]["name"] == "Ủy ban nhân dân tỉnh Hòa Tâm"
    assert got["document"]["date"]["value"] == "2031-02-03"
    assert got["document"]["title"] == "Trồng cây xanh năm 2031"
    assert [item["text"] for item in got["recipients"]] == ["Các sở, ban, ngành;", "UBND các xã;", "Lưu: VT."]
    assert (got["signatures"][0]["position"], got["signatures"][0]["name"]) == ("CHỦ TỊCH", "Lê Thị Hoa")


def test_ruled_tables_on_a_landscape_page() -> None:
    annex = reading(annexed())["annexes"][0]
    assert annex["tables"][0]["columns"] == TABLE[0]
    assert annex["tables"][0]["rows"] == TABLE[1:]


def test_tables_without_lines_keep_their_columns() -> None:
    paper = plan()
    paper.page()
    paper.line("PHỤ LỤC", 280)
    paper.line("PHÂN CÔNG NHIỆM VỤ", 240)
    paper.y -= 10
    paper.table(TABLE, ruled=False)
    table = reading(paper.bytes())["annexes"][0]["tables"][0]
    assert table["columns"] == TABLE[0]
    assert table["rows"] == TABLE[1:]


def test_a_table_goes_on_over_the_page() -> None:
    paper = Paper()
    paper.table(TABLE)
    paper.page()
    paper.draw(295, "2", y=810)
    paper.table([TABLE[0], ["", "và chăm sóc hết năm sau", "", ""], ["3", "Tổng kết", "Sở Y tế", "Quý IV"]])
    table = [row for row in rows(paper.bytes()) if row.startswith("|")]
    assert table == [
        "| TT | Nhiệm vụ | Chủ trì | Thời gian |",
        "| 1 | Rà soát đất trống ven đường, ven suối, đất của trường học | Sở Xây dựng | Quý I |",
        "| 2 | Ươm giống cây bản địa, giao cho các thôn, bản trồng và chăm sóc hết năm sau | Sở Tài chính | Quý II |",
        "| 3 | Tổng kết | Sở Y tế | Quý IV |",
    ]


def test_merged_cells_speak_once_and_two_rows_of_headings_become_one() -> None:
    paper = Paper()
    x, y = (85, 200, 300, 400), (760, 740, 720, 700)
    for k, at in enumerate(y):
        paper.canvas.line(x[1] if k == 1 else x[0], at, x[3], at)
    for k, at in enumerate(x):
        paper.canvas.line(at, y[1] if k == 2 else y[0], at, y[3])
    cells = (
        (90, 735, "Nhiệm vụ"), (205, 745, "Thời gian"), (205, 725, "Bắt đầu"), (305, 725, "Kết thúc"),
        (90, 705, "Trồng cây"), (205, 705, "Quý I"), (305, 705, "Quý II"),
    )  # fmt: skip
    for at, height, word in cells:
        paper.draw(at, word, y=height, size=10)
    assert rows(paper.bytes()) == ["| Nhiệm vụ | Thời gian Bắt đầu | Kết thúc |", "| Trồng cây | Quý I | Quý II |"]


def test_a_table_open_at_its_sides_keeps_its_outer_columns() -> None:
    paper = Paper()
    paper.table(TABLE, open_sides=True)
    table = [row for row in rows(paper.bytes()) if row.startswith("|")]
    assert table == ["| " + " | ".join(row) + " |" for row in TABLE]


def test_rules_that_end_at_several_places_close_no_table() -> None:
    paper = Paper()
    for k, at in enumerate((760, 740, 720)):
        paper.canvas.line(85, at, 300 + 60 * k, at)
    for at in (85, 200, 280):
        paper.canvas.line(at, 760, at, 720)
    for at, word in ((90, "Việc"), (205, "Hạn"), (320, "ngoài bảng")):
        paper.draw(at, word, y=725, size=10)
    assert "| Việc | Hạn |" in rows(paper.bytes())


def test_page_numbers_and_running_heads_are_left_out() -> None:
    paper = Paper()
    for number in range(1, 5):
        paper.draw(295, str(number), y=810)
        paper.draw(LEFT, "Kế hoạch trồng cây", y=30)
        paper.paragraph("Nhân dân các thôn, bản trồng cây, giữ rừng và " + "chăm sóc cây đã trồng " * 8)
        paper.page()
    got = rows(paper.bytes())
    assert not {"1", "2", "3", "4", "Kế hoạch trồng cây"} & set(got)
    assert text(paper.bytes() if not paper.file.getvalue() else paper.file.getvalue()).count("\f") >= 3


def test_notes_stand_at_the_end_and_their_numbers_in_brackets() -> None:
    paper = Paper()
    paper.draw(LEFT, "Trồng 500 cây theo Đề án")
    paper.draw(LEFT + paper.wide("Trồng 500 cây theo Đề án"), "1", y=paper.y + 5, size=8)
    paper.y -= PITCH
    for _ in range(6):
        paper.paragraph("Nhân dân các thôn, bản trồng cây và giữ rừng, mỗi nhà có vườn ươm và trồng ba cây trở lên.")
    paper.draw(LEFT, "1", y=104, size=7)
    paper.draw(LEFT + 5, "Đề án trồng rừng của tỉnh.", y=100, size=10)
    paper.page()
    paper.line("Chăm sóc 40 m")
    paper.draw(LEFT + paper.wide("Chăm sóc 40 m"), "2", y=paper.y + PITCH + 5, size=8)
    got = rows(paper.bytes())
    assert got[0] == "Trồng 500 cây theo Đề án[1]"
    assert got[-1].startswith("[1]")
    assert got[-1].endswith("Đề án trồng rừng của tỉnh.")
    assert "Chăm sóc 40 m2" in got


def test_bold_drawn_twice_is_read_once() -> None:
    paper = Paper()
    paper.draw(LEFT, "NHIỆM VỤ TRỒNG CÂY")
    paper.draw(LEFT + 0.4, "NHIỆM VỤ TRỒNG CÂY")
    assert rows(paper.bytes()) == ["NHIỆM VỤ TRỒNG CÂY"]


def test_order_is_that_of_the_page_not_of_the_drawing() -> None:
    paper = Paper()
    for at, line in ((700, "thứ ba"), (760, "thứ nhất"), (730, "thứ hai")):
        paper.draw(LEFT + paper.wide("Dòng "), line, y=at)
        paper.draw(LEFT, "Dòng", y=at)
    assert rows(paper.bytes()) == ["Dòng thứ nhất", "Dòng thứ hai", "Dòng thứ ba"]


def test_blanks_that_are_not_printed() -> None:
    paper = Paper()
    at = LEFT
    for word in ("Nhân", "dân", "trồng", "cây"):
        paper.draw(at, word)
        at += paper.wide(word + " ")
    assert rows(paper.bytes()) == ["Nhân dân trồng cây"]


@pytest.mark.parametrize("marks_last", [False, True])
def test_marks_drawn_apart_from_their_letters(marks_last: bool) -> None:
    paper = Paper()
    marks, at = [], LEFT
    for letter in unicodedata.normalize("NFD", "Hoan nghênh các bạn"):
        if unicodedata.combining(letter):
            marks.append((at - paper.wide("a") * 0.5, letter))
            if not marks_last:
                paper.draw(*marks.pop())
        else:
            paper.draw(at, letter)
            at += paper.wide(letter)
    for x, mark in marks:
        paper.draw(x, mark)
    assert rows(paper.bytes()) == ["Hoan nghênh các bạn"]


def test_turned_pages_are_read_upright() -> None:
    for degrees in (90, 180, 270):
        paper = Paper()
        paper.canvas.setPageRotation(degrees)
        paper.y = 400
        paper.line("Nhân dân trồng cây")
        paper.line("và giữ rừng")
        assert rows(paper.bytes()) == ["Nhân dân trồng cây", "và giữ rừng"]
    paper = Paper()
    paper.canvas.rotate(90)
    paper.draw(100, "Nhân dân trồng cây", y=-200)
    paper.draw(100, "và giữ rừng", y=-220)
    assert rows(paper.bytes()) == ["Nhân dân trồng cây", "và giữ rừng"]


def test_notes_written_on_the_page_are_part_of_it() -> None:
    """Numbers and dates are often put on a finished PDF file as form fields."""
    paper = Paper()
    paper.line("Số:         /KH-UBND")
    paper.canvas.acroForm.textfield(value="12", x=LEFT + 22, y=paper.y + PITCH - 4, width=30, height=16, borderWidth=0)
    assert "12" in "".join(rows(paper.bytes()))


# files that are not as they should be

REFUSED = {
    "head only": (b"%PDF-1.7\n%\xe2\xe3", "is a damaged PDF file"),
    "rubbish": (b"%PDF-1.4\n" + bytes(range(256)) * 9, "is a damaged PDF file"),
    "cut": (plan().bytes()[:900], "is a damaged PDF file"),
    "no pages": (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
        b"trailer<</Root 1 0 R>>\n%%EOF", "PDF file",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("data", "complaint"), REFUSED.values(), ids=REFUSED.keys())
def test_damaged_files_are_refused_in_one_line(data: bytes, complaint: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        read_bytes(data, name="plan.pdf")
    assert str(caught.value).startswith("plan.pdf: ")
    assert complaint in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_broken_cross_reference_table_is_mended() -> None:
    data = plan().bytes().replace(b"startxref", b"startxxxx")
    assert "Trồng cây xanh năm 2031" in rows(data)


def test_passwords() -> None:
    from reportlab.lib.pdfencrypt import StandardEncryption

    shut = plan(Paper(encrypt=StandardEncryption("open", "own"))).bytes()
    with pytest.raises(UnreadableError, match="protected by a password; open it with"):
        read_bytes(shut)
    no_copying = plan(Paper(encrypt=StandardEncryption("", "own", canCopy=0))).bytes()
    assert "Trồng cây xanh năm 2031" in rows(no_copying)


def test_pages_and_time_are_limited() -> None:
    data = annexed()
    with pytest.raises(UnreadableError, match="has 2 pages, more than 1; allow them with --max-pages"):
        read_bytes(data, options=ReadOptions(max_pages=1))
    with pytest.raises(UnreadableError, match=r"takes longer than .* seconds to read; allow more with --timeout"):
        read_bytes(data, options=ReadOptions(timeout=1e-9))


def test_huge_pages_are_no_matter() -> None:
    paper = Paper((200_000, 200_000))
    paper.line("Nhân dân trồng cây")
    assert rows(paper.bytes()) == ["Nhân dân trồng cây"]


def test_pictures_of_pages_without_recognition() -> None:
    from PIL import Image

    blank = Image.new("L", (620, 877), 255)
    blank.paste(0, (50, 50, 400, 60))
    with pytest.raises(UnreadableError, match="pictures of pages without text; have it recognised with --ocr auto"):
        read_bytes(scan([blank]), name="plan.pdf", options=NEVER)


def test_a_text_layer_that_is_no_vietnamese_is_told() -> None:
    paper = Paper()
    for _ in range(5):
        paper.line("Së Tµi chÝnh chñ tr×, phèi hîp víi c¸c së, ngµnh tham m­u cÊp kinh phÝ thùc hiÖn")
    source = read_bytes(paper.bytes(), options=NEVER)
    assert [code for code, _ in source.warnings] == ["text-layer-broken"]


def test_what_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pypdfium2", None)
    with pytest.raises(UnreadableError, match=r"library is missing; pip install 'kehoach\[pdf\]'"):
        read_bytes(plan().bytes())


def test_spans_index_what_text_prints(tmp_path: Any) -> None:
    path = tmp_path / "plan.pdf"
    path.write_bytes(annexed())
    printed = run("text", path).out
    got = parse_source(read_bytes(path.read_bytes(), name="plan.pdf"))
    assert got["source"]["characters"] == len(printed)
    span = got["document"]["number"]["span"]
    assert printed[span["start"] : span["end"]] == "12/KH-UBND"
    held = sorted((b["span"]["start"], b["span"]["end"]) for b in got["blocks"])
    assert not any(not c.isspace() for a, b in zip([(0, 0), *held], held, strict=False) for c in printed[a[1] : b[0]])
