"""Word documents: what Word shows is what is read."""

from __future__ import annotations

import pytest

from docx_files import DOCUMENT, RULED, cell, docx, p, packed, r, table
from kehoach.errors import UnreadableError
from kehoach.readers import read_bytes
from kehoach.readers.source import SourceText

_BOX = "<w:txbxContent>{}</w:txbxContent>"
_DRAWING = (
    "<w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx>{}</wps:txbx></wps:wsp></a:graphicData></a:graphic>"
    ""
    "</wp:anchor></w:drawing>"
)
_PICT = "<w:pict><v:shape><v:textbox>{}</v:textbox></v:shape></w:pict>"


def lines(*body: str, **parts: str) -> list[str]:
    """The lines of a document with this body."""
    return text(*body, **parts).rstrip("\n").split("\n")


def text(*body: str, **parts: str) -> str:
    return source(*body, **parts).text


def source(*body: str, **parts: str) -> SourceText:
    return read_bytes(docx(*body, **parts), name="folder/plan.docx")


def field(code: str, *result: str) -> str:
    """A field with its code and its result."""
    char = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    code = f"<w:r><w:instrText>{code}</w:instrText></w:r>"
    return char.format("begin") + code + char.format("separate") + "".join(result) + char.format("end")


def test_the_source_says_what_it_is() -> None:
    read = source(p("KẾ HOẠCH"))
    assert read.text == "KẾ HOẠCH\n"
    assert (read.name, read.encoding, read.warnings) == ("plan.docx", None, [])
    assert read.media_type == "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    assert len(read.sha256) == 64


# (what Word has, what it shows)
INLINE = {
    "runs": (r("Sở ") + r("Y tế"), "Sở Y tế"),
    "tab": ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>", "a\tb"),
    "soft break": ("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r>", "a\nb"),
    "carriage return": ("<w:r><w:t>a</w:t><w:cr/><w:t>b</w:t></w:r>", "a\nb"),
    "page break": ('<w:r><w:t>a</w:t><w:br w:type="page"/><w:t>b</w:t></w:r>', "a\fb"),
    "page as last laid out": ("<w:r><w:t>a</w:t><w:lastRenderedPageBreak/><w:t>b</w:t></w:r>", "ab"),
    "hyphen that holds": ("<w:r><w:t>KH</w:t><w:noBreakHyphen/><w:t>UBND</w:t></w:r>", "KH-UBND"),
    "hyphen that may break": ("<w:r><w:t>nghi</w:t><w:softHyphen/><w:t>êm</w:t></w:r>", "nghiêm"),
    "symbol": ('<w:r><w:sym w:font="Symbol" w:char="F0B3"/><w:t>95%</w:t></w:r>', "≥95%"),
    "symbol of wingdings": ('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:t> có</w:t></w:r>', "☑ có"),
    "letters of a symbol font": (r("\uf0ae", '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>') + r(" x"), "→ x"),
    "inserted": (f"<w:ins>{r('giữ ')}</w:ins>" + r("lại"), "giữ lại"),
    "deleted": (r("giữ") + "<w:del><w:r><w:delText> bỏ</w:delText></w:r></w:del>", "giữ"),
    "moved": (f"<w:moveFrom>{r('a')}</w:moveFrom><w:moveTo>{r('b')}</w:moveTo>", "b"),
    "hidden": (r("thấy") + r(" không", "<w:vanish/>"), "thấy"),
    "hidden switched off": (r("thấy", '<w:vanish w:val="0"/>'), "thấy"),
    "capitals": (r("Kế hoạch", "<w:caps/>"), "KẾ HOẠCH"),
    "link": (f'<w:hyperlink r:id="x">{r("xem")}</w:hyperlink>', "xem"),
    "smart tag": (f"<w:smartTag>{r('Hà Nội')}</w:smartTag>", "Hà Nội"),
    "content control": (f"<w:sdt><w:sdtPr/><w:sdtContent>{r('chọn')}</w:sdtContent></w:sdt>", "chọn"),
    "field": (r("trang ") + field("PAGE", r("3")), "trang 3"),
    "field in a field": (field("IF a", r("x"), field("REF b", r("y"))), "xy"),
    "simple field": (f'<w:fldSimple w:instr="DATE">{r("ngày 5")}</w:fldSimple>', "ngày 5"),
    "formula": (
        "<m:oMath><m:f><m:num><m:r><m:t>a</m:t></m:r></m:num>"
        "<m:den><m:r><m:t>b</m:t></m:r></m:den></m:f></m:oMath>",
        "a/b",
    ),
    "power": (
        "<m:oMath><m:sSup><m:e><m:r><m:t>m</m:t></m:r></m:e>"
        "<m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:oMath>",
        "m^2",
    ),
    "letters and marks apart": (r("Kê\u0301 hoa\u0323ch"), "Kế hoạch"),
    "old font": (r("KÕ ho¹ch", '<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>'), "Kế hoạch"),
    "old font of capitals": (r("kÕ ho¹ch", '<w:rFonts w:ascii=".VnTimeH"/>'), "KẾ HOẠCH"),
    "old font over two runs": (
        r("Kea", '<w:rFonts w:ascii="VNI-Times"/>').replace("Kea", "Keá hoa")
        + r("ïch", '<w:b/><w:rFonts w:ascii="VNI-Times"/>'),
        "Kế hoạch",
    ),
    "new letters in an old font": (r("Kế hoạch", '<w:rFonts w:ascii=".VnTime"/>'), "Kế hoạch"),
}  # fmt: skip


@pytest.mark.parametrize(("runs", "shown"), INLINE.values(), ids=INLINE.keys())
def test_inside_a_paragraph(runs: str, shown: str) -> None:
    assert text(f"<w:p>{runs}</w:p>") == shown + "\n"


def test_what_styles_say_holds() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Base"><w:rPr><w:caps/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Title"><w:basedOn w:val="Base"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Loop"><w:basedOn w:val="Loop"/></w:style>'
        '<w:style w:type="character" w:styleId="Gone"><w:rPr><w:vanish/></w:rPr></w:style>'
    )
    assert lines(
        p("Kế hoạch", properties='<w:pStyle w:val="Title"/>'),
        p("thường", properties='<w:pStyle w:val="Title"/>', look='<w:caps w:val="0"/>'),
        p("vòng", properties='<w:pStyle w:val="Loop"/>'),
        "<w:p>" + r("còn") + r(" mất", '<w:rStyle w:val="Gone"/>') + "</w:p>",
        styles=styles,
    ) == ["KẾ HOẠCH", "thường", "vòng", "còn"]


def test_a_paragraph_whose_end_was_deleted_goes_on() -> None:
    joined = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" + r("Sở Y tế ") + "</w:p>"
    assert lines(joined, p("phối hợp")) == ["Sở Y tế phối hợp"]


def test_pages_break_where_the_author_broke_them() -> None:
    assert text(p("a"), p("b", properties="<w:pageBreakBefore/>")) == "a\n\fb\n"
    section = p("a", properties='<w:sectPr><w:type w:val="nextPage"/></w:sectPr>')
    assert text(section, p("b")).split() == ["a", "b"]
    assert "\f" in text(section, p("b"))
    assert "\f" not in text(section.replace("nextPage", "continuous"), p("b"))


def test_headers_are_no_text() -> None:
    assert lines(p("KẾ HOẠCH"), header1=p("Trang đầu")) == ["KẾ HOẠCH"]


_BOTH = (
    f"<mc:AlternateContent><mc:Choice>{_DRAWING}</mc:Choice><mc:Fallback>{_PICT}</mc:Fallback></mc:AlternateContent>"
)


@pytest.mark.parametrize("frame", [_DRAWING, _PICT, _BOTH], ids=["new", "old", "both"])
def test_text_boxes_come_once_behind_their_paragraph(frame: str) -> None:
    box = _BOX.format(p("DỰ THẢO"))
    shown = frame.replace("{}", box)
    assert lines(f"<w:p>{r('Số: 5/KH-UBND')}<w:r>{shown}</w:r></w:p>", p("sau")) == ["Số: 5/KH-UBND", "DỰ THẢO", "sau"]


def test_footnotes_are_left_out_unless_they_bind_somebody() -> None:
    note = '<w:footnote w:id="{}"><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:footnote>'
    notes = note.format(1, "Quyết định số 5/QĐ-TTg ngày 01/02/2031 của Thủ tướng Chính phủ.") + note.format(
        2, "Giao Sở Y tế gửi danh sách trước ngày 05/6/2031."
    )
    reference = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    read = source(
        f"<w:p>{r('Tiêm phòng')}{reference.format(1)}{r(' cho trẻ')}{reference.format(2)}</w:p>",
        p("sau"),
        footnotes=notes,
    )
    assert read.text.split("\n")[:3] == [
        "Tiêm phòng cho trẻ",
        "Giao Sở Y tế gửi danh sách trước ngày 05/6/2031.",
        "sau",
    ]
    assert read.warnings == [("notes-left-out", "footnotes and endnotes left out: 1")]


def test_a_table_of_contents_is_left_out() -> None:
    char = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    code = "<w:r><w:instrText> TOC \\o </w:instrText></w:r>"
    first = f"<w:p>{char.format('begin')}{code}{char.format('separate')}{r('I. MỤC ĐÍCH 1')}</w:p>"
    last = f"<w:p>{r('II. NHIỆM VỤ 2')}{char.format('end')}</w:p>"
    read = source(p("KẾ HOẠCH"), first, last, p("I. MỤC ĐÍCH"))
    assert read.text.split() == ["KẾ", "HOẠCH", "I.", "MỤC", "ĐÍCH"]
    assert [code for code, _ in read.warnings] == ["contents-left-out"]


def test_a_table_of_data_is_piped() -> None:
    read = lines(
        p("trước"),
        table(
            cell("TT") + cell("Nội dung") + cell("Cơ quan phối hợp"),
            cell("1") + cell("Rà soát", "danh sách") + cell("Sở Y tế", "Công an tỉnh"),
            cell("2") + cell("a|b") + cell(),
            properties=RULED,
        ),
        p("sau"),
    )
    assert read == [
        "trước",
        "| TT | Nội dung | Cơ quan phối hợp |",
        "| 1 | Rà soát danh sách | Sở Y tế; Công an tỉnh |",
        "| 2 | a¦b |  |",
        "sau",
    ]


def test_merged_cells_stand_once() -> None:
    down, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    read = lines(
        table(
            cell("TT") + cell("Nội dung") + cell("Thời gian"),
            cell("I") + cell("NHÓM MỘT", properties='<w:gridSpan w:val="2"/>'),
            cell("1") + cell("Việc", properties=down) + cell("Quý I"),
            cell("2") + cell("che", properties=on) + cell("Quý II"),
            properties=RULED,
        )
    )
    assert read[1:] == ["| I | NHÓM MỘT |  |", "| 1 | Việc | Quý I |", "| 2 |  | Quý II |"]


def test_a_heading_of_two_rows_becomes_one() -> None:
    down, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    read = lines(
        table(
            cell("TT", properties=down)
            + cell("Thực hiện", properties='<w:gridSpan w:val="2"/>')
            + cell("Hạn", properties=down),
            cell(properties=on) + cell("Chủ trì") + cell("Phối hợp") + cell(properties=on),
            cell("1") + cell("Sở Y tế") + cell("Công an") + cell("Quý I"),
            properties=RULED,
        )
    )
    assert read == ["| TT | Thực hiện Chủ trì | Phối hợp | Hạn |", "| 1 | Sở Y tế | Công an | Quý I |"]


def test_deleted_rows_are_gone_and_controlled_ones_stay() -> None:
    gone = f"<w:tr><w:trPr><w:del/></w:trPr>{cell('x') + cell('y')}</w:tr>"
    kept = f"<w:sdt><w:sdtContent><w:tr>{cell('1') + cell('2')}</w:tr></w:sdtContent></w:sdt>"
    body = table(cell("TT") + cell("Việc"), properties=RULED).replace("</w:tbl>", gone + kept + "</w:tbl>")
    assert lines(body) == ["| TT | Việc |", "| 1 | 2 |"]


def test_letterhead_and_signature_are_printed_side_by_side() -> None:
    head = table(
        cell("UBND TỈNH X", "SỞ Y TẾ", "Số: 12/KH-SYT")
        + cell("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "X, ngày 5 tháng 6 năm 2031")
    )
    end = table(cell("Nơi nhận:", "- Như trên;", "- Lưu: VT.") + cell("GIÁM ĐỐC", "", "", "Trần Văn Bình"))
    read = lines(head, p("KẾ HOẠCH"), end)
    assert [line.split("   ")[0] for line in read[:3]] == ["UBND TỈNH X", "SỞ Y TẾ", "Số: 12/KH-SYT"]
    assert [line.rsplit("   ", 1)[-1].strip() for line in read[:3]] == [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "X, ngày 5 tháng 6 năm 2031",
    ]  # fmt: skip
    assert read[4].split("    ")[0] == "Nơi nhận:"
    assert read[4].endswith("    GIÁM ĐỐC")
    assert read[7].strip() == "Trần Văn Bình"
    assert read[7].index("Trần") == read[4].index("GIÁM") >= 30


def test_a_plan_laid_out_as_one_table() -> None:
    wide = '<w:gridSpan w:val="2"/>'
    rows = [
        cell("SỞ Y TẾ") + cell("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        cell("Số: 5/KH-SYT") + cell("X, ngày 5/6/2031"),
    ]
    rows += [cell(f"{i}. Việc", properties=wide) for i in range(20)]
    rows += [cell("Nơi nhận:") + cell("GIÁM ĐỐC")]
    read = lines(table(*rows, properties=RULED))
    assert not any("|" in line for line in read)
    assert read[2] == "0. Việc"
    assert read[-1].split() == ["Nơi", "nhận:", "GIÁM", "ĐỐC"]


def test_a_list_of_officials_is_data_though_no_lines_are_drawn() -> None:
    read = lines(table(cell("TT") + cell("CHỨC VỤ"), cell("1") + cell("GIÁM ĐỐC")))
    assert read == ["| TT | CHỨC VỤ |", "| 1 | GIÁM ĐỐC |"]


def test_a_frame_of_one_cell_and_tables_in_it() -> None:
    inner = table(cell("TT") + cell("Việc"), cell("1") + cell("Trồng cây"), properties=RULED)
    assert lines(table(cell("Trong khung", inner, "sau"))) == [
        "Trong khung",
        "| TT | Việc |",
        "| 1 | Trồng cây |",
        "sau",
    ]


def test_the_main_part_is_where_the_package_says() -> None:
    plain = {"word/main.xml": DOCUMENT.format(p("KẾ HOẠCH"))}
    with pytest.raises(UnreadableError, match="main part is missing"):
        read_bytes(packed(plain))
    assert read_bytes(packed(plain, main="word/main.xml")).text == "KẾ HOẠCH\n"


def test_strict_documents_are_read_alike() -> None:
    plain = docx(p("KẾ HOẠCH"))
    assert read_bytes(plain).text == "KẾ HOẠCH\n"
    strict = packed({
        "word/document.xml": '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body><w:p><w:r>'
        "<w:t>KẾ HOẠCH</w:t></w:r></w:p></w:body></w:document>"
    })  # fmt: skip
    assert read_bytes(strict).text == "KẾ HOẠCH\n"


def test_a_page_put_in_whole_is_read() -> None:
    relation = (
        '<Relationship Id="chunk" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk" '
        'Target="page.htm"/>'
    )
    body = DOCUMENT.format('<w:altChunk r:id="chunk"/>')
    data = packed({"word/document.xml": body, "word/page.htm": "<html><body><p>KẾ HOẠCH</p></body></html>"}, relation)
    assert read_bytes(data).text == "KẾ HOẠCH\n"
