"""The transformations of the metamorphic tests, each on a small plan."""

from __future__ import annotations

import unicodedata

import pytest

from metamorphic.columns import cells
from metamorphic.printed import Printed, label_style
from metamorphic.run import parse
from metamorphic.score import f1, facts, items
from metamorphic.transforms import TRANSFORMS, unwrap

PLAN = """ỦY BAN NHÂN DÂN          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
XÃ HÒA TÂM               Độc lập - Tự do - Hạnh phúc
Số: 12/KH-UBND           Hòa Tâm, ngày 03 tháng 02 năm 2031

KẾ HOẠCH
Trồng cây xanh năm 2031

Căn cứ Luật Lâm nghiệp ngày 15 tháng 11 năm 2017;

I. MỤC ĐÍCH, YÊU CẦU
1. Mục đích
- Nâng tỷ lệ che phủ rừng trên địa bàn xã, giữ nguồn nước, chống xói mòn ở các đồi trọc phía tây của xã.
2. Yêu cầu
- Trồng cây nào sống cây ấy.

II. NHIỆM VỤ
1. Gieo ươm cây giống
- Chọn giống cây bản địa, gieo trước ngày 15/6/2031.

Trên đây là Kế hoạch trồng cây xanh năm 2031, đề nghị các thôn thực hiện./.

Nơi nhận:                TM. ỦY BAN NHÂN DÂN
- Các thôn;              CHỦ TỊCH
- Lưu: VT.
                         Lê Thị Hoa
"""


@pytest.fixture(scope="module")
def plan() -> Printed:
    return Printed(PLAN, parse(PLAN, "x.txt"))


def changed(plan: Printed, name: str) -> str:
    text = TRANSFORMS[name](plan)
    assert text is not None
    assert text == TRANSFORMS[name](plan), "not the same each time"
    return text


def test_nfd(plan: Printed) -> None:
    text = changed(plan, "nfd")
    assert len(text) > len(PLAN)
    assert unicodedata.normalize("NFC", text) == PLAN


def test_crlf(plan: Printed) -> None:
    assert changed(plan, "crlf").split("\r\n") == plan.lines


def test_nbsp(plan: Printed) -> None:
    text = changed(plan, "nbsp")
    assert text.replace("\u00a0", " ") == PLAN
    assert "\u00a0" in text
    assert " " in text


def test_old_tones(plan: Printed) -> None:
    text = changed(plan, "old-tones")
    assert "XÃ HOÀ TÂM" in text
    assert "UỶ BAN" in text
    assert "Hoa\n" in text  # no tone to move


def test_old_tones_only_in_open_syllables() -> None:
    text = "Quý I: hoàn thành, thủy lợi, khỏe mạnh, quỹ đất\n"
    assert TRANSFORMS["old-tones"](Printed(text, {})) == "Quý I: hoàn thành, thuỷ lợi, khoẻ mạnh, quỹ đất\n"
    assert TRANSFORMS["old-tones"](Printed("hoàn thành", {})) is None


def test_en_dashes() -> None:
    assert TRANSFORMS["en-dashes"](Printed("- Một - hai\n|---|---|\n-----\n", {})) == "– Một – hai\n|---|---|\n-----\n"


def test_bold_headings(plan: Printed) -> None:
    text = changed(plan, "bold-headings")
    assert "\n**II. NHIỆM VỤ**\n" in text
    assert "\n**1. Mục đích**\n" in text
    assert "\n1. Gieo ươm cây giống\n" in text  # an item, no heading


def test_blanks_removed(plan: Printed) -> None:
    text = changed(plan, "blanks-removed")
    assert "\n\n" not in text
    assert text.split("\n") == [*(line for line in plan.lines if line.strip()), ""]


def test_blanks_doubled(plan: Printed) -> None:
    assert "2017;\n\n\nI. MỤC" in changed(plan, "blanks-doubled")


def test_pages() -> None:
    text = "".join(f"dòng {i}\n" for i in range(90))
    out = TRANSFORMS["pages"](Printed(text, {}))
    assert out is not None
    assert f"dòng 39\n\n{' ' * 36}1\n\fdòng 40\n" in out
    assert f"dòng 79\n\n{' ' * 36}2\n\fdòng 80\n" in out
    assert TRANSFORMS["pages"](Printed("ngắn\n", {})) is None


@pytest.mark.parametrize("width", [60, 72, 88, 100])
def test_wrap(plan: Printed, width: int) -> None:
    text = changed(plan, f"wrap-{width}")
    first, last = plan.body()
    body = text.split("\n")[first : last - len(plan.lines)]
    assert max(map(len, body)) <= width
    assert text.split() == PLAN.split()
    assert text.split("\n")[:first] == plan.lines[:first], "the letterhead stays"
    indented = changed(plan, f"wrap-{width}-indent").split("\n")
    assert any(line.startswith("    - Nâng tỷ lệ") for line in indented)
    assert "    II. NHIỆM VỤ" in indented


def test_wrap_leaves_tables() -> None:
    row = "| 1 | " + "Trồng cây dọc đường liên thôn " * 4 + "| Thôn 1 |"
    block = {"kind": "item", "ref": "tasks.1", "span": {"start": 0, "end": len(row), "line": 1, "end_line": 1}}
    assert TRANSFORMS["wrap-60"](Printed(row, {"blocks": [block]})) == row


def test_unwrap(plan: Printed) -> None:
    wrapped = changed(plan, "wrap-60")
    assert unwrap(Printed(wrapped, parse(wrapped, "x.txt"))) == PLAN


def test_headings_deleted(plan: Printed) -> None:
    text = changed(plan, "headings-deleted")
    assert [line for line in plan.lines if line not in text.split("\n")] == ["I. MỤC ĐÍCH, YÊU CẦU", "II. NHIỆM VỤ"]


def test_tones_damaged(plan: Printed) -> None:
    text = changed(plan, "tones-damaged")
    differ = [(a, b) for a, b in zip(PLAN, text, strict=True) if a != b]
    assert len(differ) == max(1, sum(c.isalpha() for c in PLAN) // 100)
    assert all(unicodedata.normalize("NFD", a)[0] == unicodedata.normalize("NFD", b)[0] for a, b in differ)


def head_and_tail(text: str) -> tuple[str, str]:
    return text.split("\n\nKẾ HOẠCH")[0], text.split("./.\n\n")[1].rstrip()


def test_letterhead_columns(plan: Printed) -> None:
    assert head_and_tail(changed(plan, "letterhead-columns"))[0] == (
        "ỦY BAN NHÂN DÂN XÃ HÒA TÂM Số: 12/KH-UBND\n"
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc Hòa Tâm, ngày 03 tháng 02 năm 2031"
    )


def test_letterhead_rows(plan: Printed) -> None:
    assert head_and_tail(changed(plan, "letterhead-rows"))[0] == (
        "ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "XÃ HÒA TÂM Độc lập - Tự do - Hạnh phúc\n"
        "Số: 12/KH-UBND Hòa Tâm, ngày 03 tháng 02 năm 2031"
    )


def test_letterhead_bars(plan: Printed) -> None:
    assert head_and_tail(changed(plan, "letterhead-bars"))[0].endswith(
        "| Số: 12/KH-UBND | Hòa Tâm, ngày 03 tháng 02 năm 2031 |"
    )


def test_closing_columns(plan: Printed) -> None:
    assert head_and_tail(changed(plan, "closing-columns"))[1] == (
        "Nơi nhận: - Các thôn; - Lưu: VT.\nTM. ỦY BAN NHÂN DÂN CHỦ TỊCH Lê Thị Hoa"
    )


def test_closing_rows(plan: Printed) -> None:
    lines = head_and_tail(changed(plan, "closing-rows"))[1].split("\n")
    assert [" ".join(line.split()) for line in lines] == [
        "Nơi nhận: TM. ỦY BAN NHÂN DÂN", "- Các thôn; CHỦ TỊCH", "- Lưu: VT. Lê Thị Hoa",
    ]  # fmt: skip


def test_closing_columns_in_one_line(plan: Printed) -> None:
    """A signature one blank behind the recipients: what the parser tells apart is set apart."""
    text = PLAN.replace("- Các thôn;              CHỦ TỊCH", "- Các thôn; CHỦ TỊCH")
    flat = changed(Printed(text, parse(text, "x.txt")), "closing-columns")
    assert head_and_tail(flat)[1] == head_and_tail(changed(plan, "closing-columns"))[1]


def test_cells_keep_blanks_to_write_in() -> None:
    assert cells(["Số:       /KH-UBND      Hòa Tâm, ngày      tháng     năm 2031"]) == [
        "Số:  /KH-UBND", "Hòa Tâm, ngày  tháng  năm 2031",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "style"),
    [("II. NHIỆM VỤ", "I"), ("H. MỤC TIÊU", "I"), ("**B. NỘI DUNG**", "A"), ("2.1. Về", "1.1"), ("## 3) Ba", "1"),
     ("PHẦN I. MỞ ĐẦU", "Phần"), ("Trồng cây", ""), ("- Một", ""),
     ("V/v trồng cây", "")],
)  # fmt: skip
def test_label_style(line: str, style: str) -> None:
    assert label_style(line) == style


def test_score(plan: Printed) -> None:
    same = items(plan.plan)
    assert f1(same, same) == 1.0
    assert ("requirements", "trồng cây nào sống cây ấy.") in same
    assert ("issuer", "ủy ban nhân dân xã hòa tâm") in facts("letterhead-rows", plan.plan)
    assert ("name", "lê thị hoa") in facts("closing-rows", plan.plan)
    assert ("requirements", "trong cay nao song cay ay.") in facts("tones-damaged", plan.plan)


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("labels-slashes", "1/ Mục đích"),
        ("labels-glued", "I.MỤC ĐÍCH, YÊU CẦU"),
        ("labels-alone", "I."),
        ("labels-lost", "Gieo ươm cây giống"),
        ("numbers-lost", "Mục đích"),
        ("romans-lost", "MỤC ĐÍCH, YÊU CẦU"),
        ("bullets-lost", "Trồng cây nào sống cây ấy."),
        ("sections-parts", "PHẦN II. NHIỆM VỤ"),
        ("sections-entries", "Mục 2. NHIỆM VỤ"),
        ("headings-small", "II. Nhiệm vụ"),
    ],
)
def test_labels_in_other_styles(plan: Printed, name: str, line: str) -> None:
    assert line not in plan.lines
    assert line in changed(plan, name).split("\n")


def test_justified() -> None:
    long = PLAN.replace("- Trồng cây nào", "- " + "Trồng cây " * 20 + "nào")
    text = TRANSFORMS["justified"](Printed(long, parse(long, "x.txt")))
    assert text is not None
    assert "  " in text.partition("2. Yêu cầu")[2]
    assert " ".join(text.split()) == " ".join(long.split())


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("tables-tabs", "1\tƯơm cây\tPhòng Kinh tế"),
        ("tables-markdown", "|---|---|---"),
        ("tables-framed", "| 1   | Ươm cây   | Phòng Kinh tế |"),
        ("tables-columned", "1   Ươm cây    Phòng Kinh tế"),
        ("tables-flat", "Ươm cây"),
        ("tables-wrapped", "Ươm cây"),
    ],
)
def test_tables_drawn_anew(name: str, line: str) -> None:
    table = "| TT | Nội dung | Chủ trì |\n| 1 | Ươm cây | Phòng Kinh tế |\n| 2 | Trồng cây | Văn phòng xã |\n"
    text = PLAN.replace("Trên đây là", table + "\nTrên đây là")
    drawn = TRANSFORMS[name](Printed(text, parse(text, "x.txt")))
    assert drawn is not None
    assert any(row.startswith(line) for row in drawn.split("\n")), drawn
