"""Labels on their own: which openings of a line are labels, of which style and value, and which only look like one."""

from __future__ import annotations

import pytest

from kehoach.parsers import joining, labels, layout, lines
from kehoach.parsers.view import View


@pytest.mark.parametrize(
    ("line", "text", "value"),
    [
        ("I. Trồng cây", "I", 1), ("IV/ Trồng cây", "IV", 4), ("II - Trồng cây", "II", 2), ("XIX.Trồng cây", "XIX", 19),
        ("1. Trồng cây", "1", 1), ("12) Trồng cây", "12", 12), ("3/ Trồng cây", "3", 3), ("4 - Trồng cây", "4", 4),
        ("5.Trồng cây", "5", 5), ("(6) Trồng cây", "6", 6), ("7, Trồng cây", "7", 7),
        ("1.2. Trồng cây", "1.2", 2), ("1.2 Trồng cây", "1.2", 2), ("1.2.3. Trồng cây", "1.2.3", 3),
        ("2.10. Trồng cây", "2.10", 10), ("1. 2. Trồng cây", "1.2", 2),
        ("1.\x1f2. Trồng cây", "1.2", 2), ("1.\u00a02. Trồng cây", "1.2", 2),
        ("a) Trồng cây", "a", 1), ("đ) Trồng cây", "đ", 5), ("e. Trồng cây", "e", 6), ("b/ Trồng cây", "b", 2),
        ("(c) Trồng cây", "c", 3), ("a.1) Trồng cây", "a.1", 1), ("ii) Trồng cây", "ii", 2), ("(i) Trồng cây", "i", 1),
        ("B. Trồng cây", "B", 2), ("Đ) Trồng cây", "Đ", 5), ("Ð. Trồng cây", "Ð", 5),
        ("Phần I", "Phần I", 1), ("Phần thứ hai: Trồng cây", "Phần thứ hai", 2), ("Chương 3. Trồng cây", "Chương 3", 3),
        ("Mục tiêu 1: Trồng cây", "Mục tiêu 1", 1), ("Chỉ tiêu số 13. Trồng cây", "Chỉ tiêu số 13", 13),
        ("Giai đoạn II: Trồng cây", "Giai đoạn II", 2), ("Bước hai: Trồng cây", "Bước hai", 2),
        ("- Trồng cây", "-", 0), ("–Trồng cây", "–", 0), ("+ Trồng cây", "+", 0), ("• Trồng cây", "•", 0),
        ("* Trồng cây", "*", 0), ("o Trồng cây", "o", 0),
    ],
)  # fmt: skip
def test_label(line: str, text: str, value: int) -> None:
    found = labels.find(line)
    assert found is not None
    assert (found.text, found.value) == (text, value)
    if not found.kept and not line.startswith(("Phần I", "Phần thứ", "Chương")):
        assert line[found.end :].strip() == "Trồng cây"


@pytest.mark.parametrize(
    "line",
    [
        "", "Trồng cây", "15/6/2031 là hạn cuối", "1.000 hộ nghèo", "1.5 triệu đồng", "12-TB/TU ngày 3/4", "3/4 số hộ",
        "100/xã", "đ/c An", "k/c trồng cây", "v.v", "2031 trồng cây", "(kèm theo)", "-5 độ", "--- ---", "(1 cây)",
        "- ......", "- … …", "+ ..... cây", "Cây. Trồng", "Ivan trồng cây", "C-19 trồng cây",
    ],
)  # fmt: skip
def test_no_label(line: str) -> None:
    assert labels.find(line) is None


@pytest.mark.parametrize(
    ("line", "value"),
    [("IL. NHIỆM VỤ", 0), ("HI. NHIỆM VỤ", 3), ("lI. NHIỆM VỤ", 2), ("TV. NHIỆM VỤ", 4)],
)
def test_roman_that_ocr_broke(line: str, value: int) -> None:
    found = labels.find(line)
    assert found is not None
    assert (found.style, found.value) == ("I", value)


@pytest.mark.parametrize("line", ["II. trồng cây", "II – trồng cây", "II/ trồng cây"])
def test_roman_before_small_letters(line: str) -> None:
    found = labels.find(line)
    assert found is not None
    assert (found.style, found.value) == ("I", 2)


@pytest.mark.parametrize("line", ["H. Nhiệm vụ", "Hl. Hoa và cây", "TV. Thôn trên"])
def test_broken_roman_stands_before_capitals_only(line: str) -> None:
    found = labels.find(line)
    assert found is None or found.style != "I"


@pytest.mark.parametrize(
    ("line", "rest"), [("_1. Trồng cây", "Trồng cây"), ("“a) Trồng cây", "Trồng cây"), ("-.4, Sở Y tế", "Sở Y tế")]
)
def test_stains_before_a_label(line: str, rest: str) -> None:
    found = labels.find(line)
    assert found is not None
    assert line[found.end :] == rest


@pytest.mark.parametrize(
    ("text", "value"),
    [("I", 1), ("IV", 4), ("IX", 9), ("XIV", 14), ("XL", 40), ("XC", 90), ("LXXXVIII", 88), ("", 0), ("IIX", 0),
     ("VX", 0), ("IIII", 0), ("A", 0), ("i", 0)],
)  # fmt: skip
def test_roman(text: str, value: int) -> None:
    assert labels.roman(text) == value


@pytest.mark.parametrize("value", range(1, 60))
def test_roman_numbers_go_up(value: int) -> None:
    tens, ones = divmod(value, 10)
    text = ("", "X", "XX", "XXX", "XL", "L")[tens] + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[ones]
    assert labels.roman(text) == value


@pytest.mark.parametrize(
    "text", ["I/ A", "12/ B", "1.2.3/ C", "a/ D", "(đ) E", "(iv) F", "a1) G", "Phần I: H", "Chỉ tiêu 3: K"]
)
def test_a_line_cut_anywhere_in_its_label_is_read(text: str) -> None:
    for end in range(len(text) + 1):
        found = labels.find(text[:end])
        assert found is None or found.end <= end


def test_a_line_of_stains_alone_goes_on_in_no_line() -> None:
    stained, below = lines.split(View("~ š\nTrồng tre dọc bờ sông"))
    stained.lead = stained.tail = 2
    assert stained.said == ""
    narrow = layout.Layout(True, 20, 2, False, 2, 1, spaced=True)
    assert not joining.continues(stained, below, narrow, broken=False, opening=stained)
