"""Pages printed for the tests: PDF files of composed plans, and pictures of them as a scanner would take them."""

from __future__ import annotations

import importlib.util
import io
from functools import cache
from pathlib import Path
from typing import Any

from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen import canvas

LEFT, RIGHT, TOP = 85.0, 540.0, 790.0
SIZE, PITCH = 13.0, 18.0
HEAD = [("ỦY BAN NHÂN DÂN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), ("TỈNH HÒA TÂM", "Độc lập - Tự do - Hạnh phúc"),
        ("Số: 12/KH-UBND", "Hòa Tâm, ngày 03 tháng 02 năm 2031")]  # fmt: skip
BODY = """KẾ HOẠCH
Trồng cây xanh năm 2031

Căn cứ Luật Lâm nghiệp ngày 15 tháng 11 năm 2017;
Ủy ban nhân dân tỉnh ban hành Kế hoạch trồng cây xanh năm 2031 trên địa bàn tỉnh như sau:
I. MỤC ĐÍCH
- Nâng cao nhận thức của nhân dân về trồng cây, giữ rừng, giữ nguồn nước và làm đẹp đường làng, ngõ xóm.
- Mỗi thôn, bản có một vườn ươm; mỗi gia đình trồng và chăm sóc từ ba cây trở lên trong mùa mưa năm nay.
II. NHIỆM VỤ
1. Rà soát đất trống ven đường, ven suối, đất của trường học, trạm y tế và nhà văn hóa có thể trồng cây.
2. Ươm giống cây bản địa, kiểm tra chất lượng cây giống trước khi giao cho các thôn, bản trồng.
III. TỔ CHỨC THỰC HIỆN
1. Sở Tài chính: Bố trí kinh phí mua cây giống theo quy định trước ngày 15/6/2031.
2. Sở Giáo dục và Đào tạo: Phát động phong trào trồng cây trong các trường học trên địa bàn tỉnh.
Trên đây là Kế hoạch trồng cây xanh năm 2031, yêu cầu các đơn vị nghiêm túc thực hiện./."""
FOOT = [("Nơi nhận:", "TM. ỦY BAN NHÂN DÂN"), ("- Các sở, ban, ngành;", "CHỦ TỊCH"), ("- UBND các xã;", ""),
        ("- Lưu: VT.", ""), ("", "Lê Thị Hoa")]  # fmt: skip
TABLE = [
    ["TT", "Nhiệm vụ", "Chủ trì", "Thời gian"],
    ["1", "Rà soát đất trống ven đường, ven suối, đất của trường học", "Sở Xây dựng", "Quý I"],
    ["2", "Ươm giống cây bản địa, giao cho các thôn, bản trồng", "Sở Tài chính", "Quý II"],
]


@cache
def font() -> str:
    """A typeface with Vietnamese letters, known to reportlab; its package is found, not run."""
    spec = importlib.util.find_spec("font_source_serif_pro")
    assert spec is not None
    assert spec.submodule_search_locations
    path = Path(spec.submodule_search_locations[0]) / "files" / "SourceSerifPro-Regular.ttf"
    pdfmetrics.registerFont(TTFont("Serif", str(path)))
    return "Serif"


class Paper:
    """A PDF file in the making; ``y`` is where the next line goes."""

    def __init__(self, size: tuple[float, float] = A4, **kwargs: Any) -> None:
        self.file = io.BytesIO()
        self.canvas = canvas.Canvas(self.file, pagesize=size, invariant=1, **kwargs)
        self.size = size
        self.y = size[1] - 52

    def draw(self, x: float, text: str, *, y: float | None = None, size: float = SIZE) -> None:
        """Draw text as it is, on the current line unless ``y`` says where."""
        self.canvas.setFont(font(), size)
        self.canvas.drawString(x, self.y if y is None else y, text)

    def line(self, text: str, x: float = LEFT, size: float = SIZE) -> None:
        """Draw a line and go to the next."""
        self.draw(x, text, size=size)
        self.y -= PITCH

    def centred(self, text: str) -> None:
        """Draw a line in the middle."""
        self.line(text, (LEFT + RIGHT - self.wide(text)) / 2)

    def wide(self, text: str) -> float:
        """How wide a text is set."""
        return float(pdfmetrics.stringWidth(text, font(), SIZE))

    def pairs(self, rows: list[tuple[str, str]], right: float = 310) -> None:
        """Lines of two columns."""
        for a, b in rows:
            self.draw(LEFT, a)
            self.line(b, right)

    def paragraph(self, text: str, indent: float = 34) -> None:
        """Running text, its first line set in."""
        x, words = LEFT + indent, ""
        for word in text.split():
            if x + self.wide(f"{words} {word}") > RIGHT:
                self.line(words, x)
                x, words = LEFT, word
            else:
                words = f"{words} {word}".strip()
        self.line(words, x)

    def table(self, rows: list[list[str]], *, ruled: bool = True, open_sides: bool = False) -> None:
        """Rows with every cell's text wrapped, in ruling lines or without; those at the sides may be missing."""
        edges = (85, 115, 350, 450, 540)
        top = self.y + 14
        places = [top]
        for row in rows:
            heights = []
            for k, cell in enumerate(row):
                lines = [""]
                for word in cell.split():
                    if self.wide(f"{lines[-1]} {word}") > edges[k + 1] - edges[k] - 10:
                        lines.append(word)
                    else:
                        lines[-1] = f"{lines[-1]} {word}".strip()
                for i, text in enumerate(lines):
                    self.draw(edges[k] + 5, text, y=self.y - i * PITCH)
                heights.append(len(lines))
            self.y -= max(heights) * PITCH + 4
            places.append(self.y + 14)
        if ruled:
            for y in places:
                self.canvas.line(edges[0], y, edges[-1], y)
            for x in edges[1:-1] if open_sides else edges:
                self.canvas.line(x, top, x, places[-1])
        self.y -= 8

    def page(self, size: tuple[float, float] | None = None) -> None:
        """Begin another page."""
        self.canvas.showPage()
        self.size = size or self.size
        self.canvas.setPageSize(self.size)
        self.y = self.size[1] - 52

    def bytes(self) -> bytes:
        """The finished file."""
        self.canvas.save()
        return self.file.getvalue()


def plan(paper: Paper | None = None, body: str = BODY) -> Paper:
    """A whole plan of one page, letterhead to signature."""
    paper = paper or Paper()
    paper.pairs(HEAD)
    paper.y -= 10
    for text in body.split("\n"):
        if not text:
            paper.y -= 8
        elif (text.isupper() and "." not in text) or text.startswith("Trồng"):
            paper.centred(text)
        else:
            paper.paragraph(text)
    paper.y -= 14
    paper.pairs(FOOT, 330)
    return paper


def annexed() -> bytes:
    """The plan with an annex on a landscape page: a ruled table."""
    paper = plan()
    paper.page(landscape(A4))
    paper.line("PHỤ LỤC", 380)
    paper.line("PHÂN CÔNG NHIỆM VỤ", 350)
    paper.y -= 10
    paper.table(TABLE)
    return paper.bytes()


def picture(data: bytes, dpi: int = 150, page: int = 0) -> Any:
    """A page of a PDF file as a picture of Pillow."""
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    try:
        leaf = document[page]
        bitmap = leaf.render(scale=dpi / 72)
        image = bitmap.to_pil().convert("RGB")
        bitmap.close()
        leaf.close()
    finally:
        document.close()
    return image


def scan(images: list[Any], kind: str = "PDF", dpi: int = 150, *, pages: bool = True) -> bytes:
    """Pictures as a file of pages without a text layer; of the first one only where the format has no ``pages``."""
    file = io.BytesIO()
    how: dict[str, Any] = {"resolution": dpi} if kind == "PDF" else {"dpi": (dpi, dpi)}
    if pages:
        how |= {"save_all": True, "append_images": images[1:]}
    images[0].save(file, kind, **how)
    return file.getvalue()
