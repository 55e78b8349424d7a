"""One plan written in every format that is read: labels automatic where the format has them, tables as tables."""

from __future__ import annotations

import io
import zipfile
from html import escape
from itertools import zip_longest
from typing import NamedTuple

from docx_files import RULED, cell, docx, level, lists, numbered, p, table


class Line(NamedTuple):
    """A paragraph; ``level`` is that of the list it is in, -1 for none."""

    text: str
    level: int = -1


class Rows(NamedTuple):
    """A table: of data, or of two columns set beside each other."""

    rows: list[list[list[str]]]
    data: bool


HEAD = Rows([[["UBND TỈNH AN BÌNH", "SỞ Y TẾ", "Số: 12/KH-SYT"],
              ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
               "An Bình, ngày 05 tháng 6 năm 2031"]]],
            data=False)  # fmt: skip
END = Rows([[["Nơi nhận:", "- Bộ Y tế;", "- UBND các xã, phường;", "- Lưu: VT, NVY."],
             ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "", "Trần Văn Bình"]]], data=False)  # fmt: skip
DATA = Rows(
    [[["TT"], ["Nội dung công việc"], ["Đơn vị chủ trì"], ["Thời gian"]],
     [["1"], ["Rà soát danh sách trẻ dưới 5 tuổi"], ["Trạm Y tế các xã"], ["Tháng 7/2031"]],
     [["2"], ["Tập huấn cán bộ tiêm chủng"], ["Sở Y tế"], ["Trước ngày 15/8/2031"]]], data=True)  # fmt: skip
PLAN: list[Line | Rows] = [
    HEAD,
    Line("KẾ HOẠCH"),
    Line("Tiêm chủng mở rộng năm 2031"),
    Line("Căn cứ Quyết định số 77/QĐ-UBND ngày 10/01/2031 của UBND tỉnh An Bình về công tác y tế năm 2031;"),
    Line("Sở Y tế xây dựng Kế hoạch tiêm chủng mở rộng năm 2031, cụ thể như sau:"),
    Line("MỤC ĐÍCH, YÊU CẦU", 0),
    Line("Mục đích", 1),
    Line("Bảo vệ trẻ em trước các bệnh truyền nhiễm.", 2),
    Line("Duy trì tỷ lệ tiêm chủng đầy đủ trên 95%.", 2),
    Line("Yêu cầu", 1),
    Line("An toàn, đúng đối tượng, tiết kiệm.", 2),
    Line("NỘI DUNG THỰC HIỆN", 0),
    Line("Tuyên truyền", 1),
    Line("Phát thanh mỗi tuần hai lần tại các xã.", 2),
    Line("Tổ chức tiêm chủng", 1),
    DATA,
    Line("TỔ CHỨC THỰC HIỆN", 0),
    Line("Sở Tài chính: Bố trí kinh phí trước ngày 30/9/2031.", 1),
    Line("Ủy ban nhân dân các xã, phường", 1),
    Line("Lập danh sách đối tượng; báo cáo Sở Y tế trước ngày 20 hằng tháng.", 2),
    Line("Trên đây là Kế hoạch tiêm chủng mở rộng năm 2031, đề nghị các đơn vị triển khai thực hiện./."),
    END,
]
ROMAN = ("I", "II", "III")
STYLES = ("upperRoman", "decimal", "bullet")
TEXTS = ("%1.", "%2.", "-")


def labels(plan: list[Line | Rows]) -> list[str]:
    """The label of each block, '' for none."""
    counts, out = [0, 0], []
    for block in plan:
        label = ""
        if isinstance(block, Line) and block.level == 0:
            counts = [counts[0] + 1, 0]
            label = ROMAN[counts[0] - 1] + "."
        elif isinstance(block, Line) and block.level == 1:
            counts[1] += 1
            label = f"{counts[1]}."
        elif isinstance(block, Line) and block.level == 2:
            label = "-"
        out.append(label)
    return out


def lines_of(text: str) -> list[Line | Rows]:
    """A plain text as blocks: rows between bars that stand together are a table of data."""
    out: list[Line | Rows] = []
    for line in text.split("\n"):
        row = [[cell.strip()] for cell in line.strip().strip("|").split("|")]
        if line.lstrip().startswith("|") and len(row) > 1:
            if out and isinstance(out[-1], Rows):
                out[-1].rows.append(row)
            else:
                out.append(Rows([row], data=True))
        elif line.strip():
            out.append(Line(line.strip()))
    return out


def as_txt(plan: list[Line | Rows] = PLAN) -> bytes:
    """Plain text as a clerk copies it: columns with bars."""
    out = []
    for block, label in zip(plan, labels(plan), strict=True):
        if isinstance(block, Line):
            out.append(f"{label} {block.text}".strip())
        elif block.data:
            out += ["| " + " | ".join(" ".join(c) for c in row) + " |" for row in block.rows]
        else:
            out += [f"{a} | {b}" for a, b in zip_longest(*block.rows[0], fillvalue="")]
    return "\n".join(out).encode()


def as_docx(plan: list[Line | Rows] = PLAN) -> bytes:
    """A Word document with automatic numbers."""
    body = []
    for block in plan:
        if isinstance(block, Line):
            body.append(numbered(block.text, 1, block.level) if block.level >= 0 else p(block.text))
        else:
            rows = ["".join(cell(*texts) for texts in row) for row in block.rows]
            body.append(table(*rows, properties=RULED if block.data else ""))
    levels = (level(i, style, text) for i, (style, text) in enumerate(zip(STYLES, TEXTS, strict=True)))
    return docx(*body, numbering=lists(*levels))


def as_html(plan: list[Line | Rows] = PLAN) -> bytes:
    """A web page with the labels of its lists as Word writes them, line breaks in every paragraph."""
    out = []
    for block, label in zip(plan, labels(plan), strict=True):
        if isinstance(block, Line):
            mark = f"<span style='mso-list:Ignore'>{label}<span>&nbsp;&nbsp;&nbsp; </span></span>" if label else ""
            out.append(f"<p class=MsoNormal>{mark}{escape(block.text).replace(' ', chr(10), 3)}</p>")
        else:
            rows = ("".join(f"<td>{''.join(f'<p>{escape(t)}</p>' for t in c)}</td>" for c in row) for row in block.rows)
            out.append(f"<table border={int(block.data)}>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>")
    return f"<html><head><meta charset=utf-8></head><body>{''.join(out)}</body></html>".encode()


def as_rtf(plan: list[Line | Rows] = PLAN) -> bytes:
    """RTF with its labels written out and letters as numbers."""

    def words(text: str) -> str:
        return "".join(c if c.isascii() else f"\\u{ord(c)}?" for c in text)

    out = []
    for block, label in zip(plan, labels(plan), strict=True):
        if isinstance(block, Line):
            mark = f"{{\\listtext\\pard\\plain {label}\\tab}}" if label else ""
            out.append(f"\\pard {mark}{words(block.text)}\\par\n")
            continue
        border = "\\clbrdrt\\brdrs" if block.data else ""
        for row in block.rows:
            edges = "".join(f"{border}\\cellx{2000 * (i + 1)}" for i in range(len(row)))
            cells = "".join("\\par ".join(map(words, c)) + "\\cell " for c in row)
            out.append(f"\\trowd{edges}\\pard\\intbl {cells}\\row\n")
    return ("{\\rtf1\\ansi{\\fonttbl{\\f0 Times New Roman;}}\n" + "".join(out) + "}").encode()


_ODF = "urn:oasis:names:tc:opendocument:xmlns:"
_NAMES = " ".join(f'xmlns:{name}="{_ODF}{name}:1.0"' for name in ("office", "text", "table", "style")) + (
    f' xmlns:fo="{_ODF}xsl-fo-compatible:1.0"'
)


def odt(body: str, styles: str = "") -> bytes:
    """An OpenDocument text with this body and these automatic styles."""
    content = (
        f"<office:document-content {_NAMES}><office:automatic-styles>{styles}</office:automatic-styles><office:body>"
        f"<office:text>{body}</office:text></office:body></office:document-content>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo("mimetype"), "application/vnd.oasis.opendocument.text")
        archive.writestr(zipfile.ZipInfo("content.xml"), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def as_odt(plan: list[Line | Rows] = PLAN) -> bytes:
    """An OpenDocument text with the labels of a list style."""
    styles = (
        '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="I" '
        'style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="1" style:num-suffix="."/>'
        '<text:list-level-style-bullet text:level="3" text:bullet-char="-"/></text:list-style>'
        '<style:style style:name="C" style:family="table-cell"><style:table-cell-properties fo:border="1pt solid"/>'
        "</style:style>"
    )
    out = []
    for block in plan:
        if isinstance(block, Rows):
            look = ' table:style-name="C"' if block.data else ""
            rows = (
                "".join(
                    f"<table:table-cell{look}>{''.join(f'<text:p>{escape(t)}</text:p>' for t in c)}</table:table-cell>"
                    for c in row
                )
                for row in block.rows
            )
            out.append(
                f"<table:table>{''.join(f'<table:table-row>{row}</table:table-row>' for row in rows)}</table:table>"
            )
            continue
        one = f"<text:p>{escape(block.text)}</text:p>"
        for _ in range(block.level):
            one = f"<text:list><text:list-item>{one}</text:list-item></text:list>"
        if block.level >= 0:
            outer = 'text:style-name="L" text:continue-numbering="true"'
            one = f"<text:list {outer}><text:list-item>{one}</text:list-item></text:list>"
        out.append(one)
    return odt("".join(out), styles)


WRITERS = {"docx": as_docx, "html": as_html, "rtf": as_rtf, "odt": as_odt, "txt": as_txt}
