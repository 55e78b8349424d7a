"""Web pages: the plan's text as a reader sees it, without what is around it."""

from __future__ import annotations

import pytest

from kehoach.readers import ReadOptions, read_bytes
from kehoach.readers.source import SourceText

PLAN = """
<table><tr><td>UBND TỈNH X<br>SỞ Y TẾ</td>
<td>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br>Độc lập - Tự do - Hạnh phúc</td></tr></table>
<p>KẾ HOẠCH</p><p>Phòng bệnh năm 2031</p><p>I. NHIỆM VỤ</p><p>1. Tiêm phòng</p>
<table><tr><td><p>Nơi nhận:</p><p>- Lưu: VT.</p></td><td><p>GIÁM ĐỐC</p></td></tr></table>
"""


def source(body: str, head: str = "") -> SourceText:
    return read_bytes(f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode())


def lines(body: str, head: str = "") -> list[str]:
    return source(body, head).text.rstrip("\n").split("\n")


# (what the page has, what it shows)
SHOWN = {
    "lines in the source": ("<p>Sở\n Y   tế\r\nphối hợp</p>", ["Sở Y tế phối hợp"]),
    "inline tags": ("<p>Sở <b>Y</b><i> tế</i></p>", ["Sở Y tế"]),
    "line break": ("<p>a<br>b</p>", ["a", "b"]),
    "blocks in blocks": ("<div>a<div>b</div>c</div>", ["a", "b", "c"]),
    "entities": ("<p>&lt;5&#7871; &amp; &#x1EA1;&eacute;</p>", ["<5ế & ạé"]),
    "blanks that hold": ("<p>Số:&nbsp;&nbsp;&nbsp;&nbsp;/KH-UBND</p>", ["Số:    /KH-UBND"]),
    "comments": ("<p>a<!-- x --><![if !supportLists]>b<![endif]></p>", ["ab"]),
    "scripts and forms": ("<script>x()</script><style>p{}</style><p>a<button>Gửi</button></p>", ["a"]),
    "hidden": ('<p style="display:none">x</p><p hidden>y</p><p>a<span style="mso-hide:all">z</span></p>', ["a"]),
    "deleted": ("<p>a<del>b</del><ins>c</ins></p>", ["ac"]),
    "capitals": ('<p style="text-transform:uppercase">Kế hoạch</p>', ["KẾ HOẠCH"]),
    "old font": ('<p><font face=".VnTime">KÕ ho¹ch</font></p>', ["Kế hoạch"]),
    "kept lines": ("<pre>a\n  b</pre>", ["a", "b"]),
    "numbers": ("<ol><li>a</li><li>b</li></ol>", ["1. a", "2. b"]),
    "letters from c": ('<ol type="a" start="3"><li>a<li>b</ol>', ["c. a", "d. b"]),
    "Roman numbers by style": (
        '<ol style="list-style-type: upper-roman"><li>a</li><li value="4">b</ol>', ["I. a", "IV. b"],
    ),
    "numbers typed as well": ("<ol><li>1. a</li><li>b</li></ol>", ["1. a", "2. b"]),
    "no numbers shown": ('<ol style="list-style:none"><li>a</li></ol>', ["a"]),
    "bullets": ("<ul><li>a<ul type=square><li>b</ul></ul>", ["• a", "▪ b"]),
    "dashes typed in a list": ("<ul><li>- a</li><li>- b</li></ul>", ["- a", "- b"]),
    "Word's list": (
        "<p class=MsoListParagraph><![if !supportLists]><span style='font-family:Symbol;mso-list:Ignore'>·<span "
        "style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp; </span></span><![endif]>Sở\nY tế</p>",
        ["• Sở Y tế"],
    ),
    "Word's tab": ("<p>a<span style='mso-tab-count:1'>      </span>b</p>", ["a\tb"]),
    "Word's footnote": (
        "<p>a<a style='mso-footnote-id:ftn1' href='#_ftn1'>[1]</a>.</p>"
        "<div style='mso-element:footnote-list'>[1] x</div>",
        ["a."],
    ),
    "picture in a word": ('<p>S<img src="x.gif" align="left">\nố: 5</p>', ["Số: 5"]),
    "page break": ("<p>a</p><br style='page-break-before:always'><p>b</p>", ["a", "\fb"]),
    "table": (
        "<table><tr><th>TT<th>Việc<th>Hạn</tr><tr><td rowspan=2>1<td>a|b<td>x<tr><td>c<br>d<td>y</table>",
        ["| TT | Việc | Hạn |", "| 1 | a¦b | x |", "|  | c d | y |"],
    ),
    "columns merged": (
        "<table><tr><td>TT<td>Việc<td>Hạn<tr><td colspan=3>NHÓM MỘT<tr><td>1<td>a<td>x</table>",
        ["| TT | Việc | Hạn |", "| NHÓM MỘT |  |  |", "| 1 | a | x |"],
    ),
    "odd numbers in tables": (
        "<table><tr><td colspan=x>a<td colspan=-1>b<tr><td rowspan=99999999>c<td>d</table>", ["| a | b |", "| c | d |"],
    ),
    "layout table": ("<table><tr><td><p>a</p></td></tr></table><p>b</p>", ["a", "b"]),
}  # fmt: skip


@pytest.mark.parametrize(("body", "shown"), SHOWN.values(), ids=SHOWN.keys())
def test_what_a_page_shows(body: str, shown: list[str]) -> None:
    assert lines(body) == shown


def test_the_pages_own_styles_hold() -> None:
    head = (
        "<style>/* p {display:none} */ p.T, .C {text-transform: uppercase} @media print { .x { display:none } }"
        " .gone{display:none}"
        " p.old {font-family:'.VnTime',serif}</style>"
    )
    body = "<p class=T>a</p><p class='b C'>b</p><p class=x>c</p><p class=gone>d</p><p class=old>KÕ</p>"
    assert lines(body, head) == ["A", "B", "c", "Kế"]


def test_a_portals_page_is_cut_to_the_plan() -> None:
    row = "<tr><td>{}</td><td>{}</td></tr>"
    record = f"<table>{''.join(row.format(key, 'x') for key in ('Số ký hiệu', 'Người ký', 'Trích yếu'))}</table>"
    page = (
        "<header><a>Trang chủ</a></header><nav>KẾ HOẠCH</nav><div class=menu><ul><li>Tin tức<li>KẾ HOẠCH - ĐẦU TƯ</ul>"
        "</div>"
        f"<div id=main><div>{record}</div><div class=content>{PLAN}</div><div class=side>Tin mới nhất</div></div>"
        "<div>Đánh giá: 5 sao</div><footer>Bản quyền</footer>"
    )
    text = source(page).text
    for words in ("Trang chủ", "Tin tức", "ĐẦU TƯ", "Tin mới", "Đánh giá", "Bản quyền"):
        assert words not in text
    for words in ("Số ký hiệu", "UBND TỈNH X", "1. Tiêm phòng", "- Lưu: VT."):
        assert words in text


def test_an_annex_in_the_next_section_stays() -> None:
    page = f"<div class=WordSection1>{PLAN}</div><div class=WordSection2><p>PHỤ LỤC</p><p>Danh mục</p></div>"
    assert lines(page)[-2:] == ["PHỤ LỤC", "Danh mục"]
    assert "Danh mục" in source(f"<div><div>menu</div><div>{PLAN}</div><div><p>Phụ lục I</p>Danh mục</div></div>").text


def test_a_page_laid_out_as_a_table_is_no_table_of_data() -> None:
    page = f"<table><tr><td>menu</td><td>{PLAN}<p>{'</p><p>'.join(f'{i}. x' for i in range(60))}</p></td></tr></table>"
    text = source(page).text
    assert "1. Tiêm phòng\n" in text
    assert "|" not in text


def test_a_plan_without_its_head_and_foot_is_the_bulk_of_its_page() -> None:
    body = "".join(f"<p>{i}. Sở Y tế phối hợp với các sở, ngành thực hiện nhiệm vụ được giao</p>" for i in range(50))
    page = f"<table><tr><td>menu</td><td><table><tr><td>{body}</td></tr></table></td><td>tin mới</td></tr></table>"
    read = lines(page)
    assert read[0].startswith("0. Sở")
    assert len(read) == 50


def test_any_page_is_read_whole() -> None:
    assert lines("<p>Không phải kế hoạch</p><div>Một trang khác</div>") == ["Không phải kế hoạch", "Một trang khác"]


ENCODED = {
    "utf-8": ("<meta charset=utf-8>", "utf-8", "utf-8"),
    "mark": ("", "utf-8-sig", "utf-8-sig"),
    "wide": ("", "utf-16", "utf-16"),
    "says windows-1258": (
        '<meta http-equiv=Content-Type content="text/html; charset=windows-1258">',
        "cp1258",
        "windows-1258",
    ),
    "says nothing": ("", "utf-8", "utf-8"),
    "says wrongly": ("<meta charset=iso-8859-1>", "utf-8", "utf-8"),
    "says what nobody knows": ("<meta charset=klingon>", "utf-8", "utf-8"),
}


@pytest.mark.parametrize(("head", "codec", "named"), ENCODED.values(), ids=ENCODED.keys())
def test_encodings(head: str, codec: str, named: str) -> None:
    words = "Kế hoạch của tỉnh"
    if codec == "cp1258":
        written = words.replace("ế", "ê\u0301").replace("ạ", "a\u0323").replace("ủ", "u\u0309").replace("ỉ", "i\u0309")
    else:
        written = words
    read = read_bytes(f"<html><head>{head}</head><body><p>{written}</p></body></html>".encode(codec))
    assert (read.text, read.encoding, read.media_type) == (words + "\n", named, "text/html")


def test_the_callers_encoding_wins() -> None:
    page = "<html><meta charset=utf-8><p>KÕ ho¹ch</p>".encode("latin-1")
    assert read_bytes(page, options=ReadOptions(encoding="tcvn3")).text == "Kế hoạch\n"


def test_a_web_archive_and_a_mail() -> None:
    archive = (
        "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\n"
        "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
        "<html><body><p>K=E1=BA=BE HO=E1=BA=A0CH</p></body></html>\r\n--x\r\n"
        "Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw==\r\n--x--\r\n"
    )
    assert read_bytes(archive.encode(), name="page.mht").text == "KẾ HOẠCH\n"
    mail = "From: a@b\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nKẾ HOẠCH\r\nsố 5\r\n"
    assert read_bytes(mail.encode(), name="thu.eml").text == "KẾ HOẠCH\nsố 5\n"


def test_a_mails_attachment_is_read() -> None:
    part = 'Content-Type: application/octet-stream\r\nContent-Disposition: attachment; filename="{}"\r\n\r\n{}\r\n'
    head = "From: a@b\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n"
    body = "--x\r\nContent-Type: text/plain\r\n\r\nKinh gui\r\n"
    one = head + body + "--x\r\n" + part.format("plan.html", "<html><p>a</p></html>") + "--x--\r\n"
    read = read_bytes(one.encode(), name="thu.eml")
    assert read.text == "a\n"
    assert read.warnings == [("attachment", "read from the attachment plan.html")]
