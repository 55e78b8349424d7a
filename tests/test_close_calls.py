"""Where an answer turns: lines, layouts and parts of a page on both sides of the length, count or share they go by."""

from __future__ import annotations

import pytest

from kehoach.parsers import (
    columns_heads,
    content,
    document,
    ending,
    evidence,
    furniture,
    issuer_bodies,
    joining,
    labels,
    layout,
    lost,
    seals,
    stains,
    tables_dated,
    tables_torn,
    zone_ends,
    zones,
)
from kehoach.parsers.columns import Heading
from kehoach.parsers.reading import Reading
from kehoach.parsers.view import View
from kehoach.parsers.words import clean
from small_pieces import line, node, para, printed


@pytest.mark.parametrize(
    ("left", "right", "flanks"),
    [(26, 30, True), (27, 31, False), (4, 14, True), (4, 13, False), (12, 16, True)],
)
def test_how_near_a_piece_flanks_a_heading(left: int, right: int, flanks: bool) -> None:
    assert columns_heads._flanks((left, 100, 100 + right - left), Heading(20, 20, [])) is flanks


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("UBND xã ban hành Kế hoạch trồng cây năm 2031, cụ thể như sau:", "trồng cây năm 2031"),
        ("UBND xã ban hành Kế hoạch trồng cây năm 2031, cụ thể như sau. Các thôn làm theo.", "trồng cây năm 2031"),
        ("UBND xã xây dựng kế hoạch để làm. Các thôn làm theo, cụ thể như sau:", None),
        ("UBND xã giao các thôn trồng cây, cụ thể như sau:", None),
    ],
)
def test_the_title_that_a_lead_names(text: str, title: str | None) -> None:
    found = document._title_of_lead(clean(text, 0, len(text)))
    assert (found.text if found is not None else None) == title


@pytest.mark.parametrize(
    ("text", "aside", "signs"),
    [
        ("(Đã ký)", False, True),
        ("((Đã ký)", False, True),
        ("Đã ký", False, True),
        ("Đã gửi", False, False),
        ("CHỦ TỊCH", False, True),
        ("Chủ tịch", False, False),
        ("Lê Thị Hoa", False, False),
        ("Lê Thị Hoa", True, True),
        ("LÂM TRƯỜNG ĐỒI CỌ", True, True),
        ("LÂM TRƯỜNG ĐỒI CỌ", False, False),
        ("- CHỦ TỊCH", False, False),
    ],
)
def test_lines_of_a_signature(text: str, aside: bool, signs: bool) -> None:
    assert ending._signing(clean(text, 0, len(text)), aside) is signs


@pytest.mark.parametrize(
    ("text", "style", "value"),
    [
        ("i) Đào hố", "a)", 10),
        ("(i) Đào hố", "(i)", 1),
        ("ii) Đào hố", "i)", 2),
        ("(ii) Đào hố", "(i)", 2),
        ("a) Đào hố", "a)", 1),
        ("(a) Đào hố", "(a)", 1),
        ("a. Đào hố", "a.", 1),
        ("a, Đào hố", "a.", 1),
        ("b} Đào hố", "a)", 2),
        ("B. Đào hố", "A", 2),
        ("II. Đào hố", "I", 2),
        ("2. Đào hố", "1.", 2),
        ("2) Đào hố", "1)", 2),
        ("2/ Đào hố", "1/", 2),
        ("2- Đào hố", "1-", 2),
        ("Phần II. Đào hố", "phần", 2),
        ("Phần thứ hai. Đào hố", "phần", 2),
    ],
)
def test_styles_of_labels(text: str, style: str, value: int) -> None:
    label = labels.find(text)
    assert label is not None
    assert (label.style, label.value) == (style, value)


@pytest.mark.parametrize(
    ("text", "stained"),
    [("l § ", True), ("ab ° ", True), ("abc ° ", False), ("ab ", False), ("§ ", False)],
)
def test_stains_before_a_body(text: str, stained: bool) -> None:
    assert issuer_bodies._stained(text) is stained


@pytest.mark.parametrize(
    ("text", "may"),
    [
        ("Đào hố trồng cây x", True),
        ("Đào hố trồng cây |x.", True),
        ("Đào hố trồng cây .-", True),
        ("Đào hố trồng cây |xy", False),
        ("Đào hố trồng cây", False),
        ("Đào hố trồng cây ......x", False),
        ("x", False),
    ],
)
def test_lines_that_may_end_in_a_stain(text: str, may: bool) -> None:
    assert stains._may_end_stained(text) is may


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("~ Đào hố trồng cây", True),
        ("» “Vì một xã xanh”", True),
        ("~ đào hố trồng cây", False),
        ("~ 15 hố trồng cây", False),
    ],
)
def test_signs_that_stand_for_a_bullet(text: str, rest: bool) -> None:
    one = line(text)
    one.label, one.lead = None, 0
    stains._lead(one)
    assert (one.label is not None and one.label.is_bullet) is rest


@pytest.mark.parametrize(
    ("text", "opens"),
    [
        ("STT Nội dung Thời gian Chủ trì", True),
        ("TT | Nội dung Thời gian Chủ trì", True),
        ("Số TT Nội dung Thời gian Chủ trì", True),
        ("Thứ tự Nội dung", False),
        ("TT | Nội dung | Thời gian | Chủ trì", False),
        ("1. TT Nội dung", False),
    ],
)
def test_headers_of_schedules(text: str, opens: bool) -> None:
    assert tables_dated.opens(line(text)) is opens


@pytest.mark.parametrize(
    ("text", "dated"),
    [
        ("Thống kê các đồi trọc 15/3", True),
        ("Thống kê các đồi trọc 15/3/2031", True),
        ("Thống kê các đồi trọc 15/3.", False),
        ("Thống kê các đồi trọc 15/3;", False),
        ("Thống kê các đồi trọc", False),
    ],
)
def test_rows_that_end_in_a_date(text: str, dated: bool) -> None:
    assert tables_torn._dated(line(text)) is dated


@pytest.mark.parametrize(
    ("small", "capitals"),
    [(3, True), (4, False)],
)
def test_share_of_capitals_that_makes_a_title(small: int, capitals: bool) -> None:
    text = "T" * (20 - small) + "r" * small
    assert node(text).para.capitals is capitals  # type: ignore[union-attr]


@pytest.mark.parametrize(("before", "cut"), [(8, True), (7, False)])
def test_how_short_a_recipient_before_a_seal_may_be(before: int, cut: bool) -> None:
    text = "T" + "r" * (before - 1) + "; ẤQx ~ lll"
    assert (seals.sealed_tail(text) is not None) is cut


BODY = "Đào hố.\nTrồng cây.\nTưới cây.\nBón phân.\n"


@pytest.mark.parametrize(("at", "found"), [(2, False), (3, True)])
def test_a_signature_stands_behind_some_lines_of_the_body(at: int, found: bool) -> None:
    text = "".join(BODY.splitlines(keepends=True)[:at]) + "CHỦ TỊCH\nLê Thị Hoa\n"
    assert (zone_ends._ending(printed(text), 0) == at) is found


@pytest.mark.parametrize(
    ("above", "body", "below", "signs"),
    [
        ("Hết hạn ngày 05/3.", "LIÊN ĐOÀN LAO ĐỘNG", "CHỦ TỊCH", True),
        ("Hết hạn ngày 05/3", "LIÊN ĐOÀN LAO ĐỘNG", "CHỦ TỊCH", False),
        ("Hết hạn ngày 05/3.", "LIÊN ĐOÀN LAO ĐỘNG", "TM. BAN THƯỜNG VỤ", False),
        ("Hết hạn ngày 05/3.", "Liên đoàn Lao động", "CHỦ TỊCH", False),
        ("Hết hạn ngày 05/3.", "LIÊNĐ", "CHỦ TỊCH", False),
        ("Hết hạn ngày 05/3.", "LIÊN ĐO", "CHỦ TỊCH", True),
    ],
)
def test_a_body_right_above_the_position(above: str, body: str, below: str, signs: bool) -> None:
    assert zone_ends._body_signing(printed(f"{above}\n{body}\n{below}\nLê Thị Hoa\n"), 1) is signs


@pytest.mark.parametrize(
    ("text", "below", "runs"),
    [
        ("Trồng cây xanh dọc các đường liên thôn", "và quanh các trường học", True),
        ("Trồng cây xanh dọc các đường liên thôn", "Và quanh các trường học", False),
        ("Trồng cây xanh dọc các đường liên thôn:", "và quanh các trường học", False),
        ("Trồng cây xanh dọc các đường", "và quanh các trường học", False),
        ("Trồng cây xanh dọc các đường liên thôn", "          và quanh các trường học", False),
        ("Trồng cây xanh" + " dọc các đường liên thôn" * 4, "Và quanh các trường học", True),
        ("trồng cây xanh dọc các đường liên thôn", "và quanh các trường học", False),
    ],
)
def test_running_text_below_a_title(text: str, below: str, runs: bool) -> None:
    assert zones._runs(printed(f"KẾ HOẠCH TRỒNG CÂY\n{text}\n{below}\n"), 1) is runs


@pytest.mark.parametrize(
    ("set_in", "flush", "indented"),
    [(4, 0, True), (0, 4, False), (3, 1, True), (2, 1, False), (2, 0, True), (1, 0, False)],
)
def test_share_of_labels_set_in_that_makes_a_layout(set_in: int, flush: int, indented: bool) -> None:
    item = "1. Trồng cây dọc các đường liên thôn và\nquanh các trường học.\n"
    text = "Các thôn:\n" + f"  {item}" * set_in + item * flush
    assert layout.measure(printed(text)).indented is indented


@pytest.mark.parametrize(("crumbs", "noise", "marked"), [(5, 0, True), (4, 0, False), (4, 1, False), (5, 1, True)])
def test_how_many_crumbs_make_an_illegible_end(crumbs: int, noise: int, marked: bool) -> None:
    found = printed("Hết hạn ngày 05/3.\n" + "sdi\n" * (crumbs + noise))
    for one in found[1 : 1 + noise]:
        one.noise = True
    furniture.mark_illegible_end(found)
    assert [one.noise for one in found] == [False, *([True] * noise), *([marked] * crumbs)]


@pytest.mark.parametrize(("value", "goes_on"), [(3, True), (4, True), (5, False), (2, False), (1, False)])
def test_a_list_goes_on_though_a_number_is_lost(value: int, goes_on: bool) -> None:
    lists = lost._Lists(9)
    lists.last["1.", ()] = (0, 2)
    assert (lists._goes_on(labels.Label(str(value), "1.", value, 2)) == 0) is goes_on


@pytest.mark.parametrize(
    ("part", "titles", "told"),
    [
        ("tasks", ["Chỉ trồng cây bản địa."], ("tasks", ())),
        ("scope", ["Phạm vi", "Nhiệm vụ"], ("tasks", ("tasks", "scope"))),
        ("scope", ["Nhiệm vụ"], ("tasks", ("tasks", "scope"))),
        ("tasks", ["Phạm vi"], ("tasks", ("tasks", "scope"))),
        ("requirements", ["Mục đích", "Yêu cầu"], ("purpose", ("purpose", "requirements"))),
        ("objectives", ["Mục đích"], ("purpose", ("purpose", "requirements"))),
        ("purpose", ["Yêu cầu"], ("purpose", ("purpose", "requirements"))),
        ("requirements", ["Yêu cầu"], ("requirements", ("purpose", "requirements"))),
        ("objectives", ["Yêu cầu", "Mục tiêu"], ("requirements", ("objectives", "requirements"))),
        ("objectives", ["Mục tiêu", "Yêu cầu"], ("objectives", ("objectives", "requirements"))),
        ("objectives", ["Mục tiêu"], ("objectives", ())),
    ],
)
def test_parts_that_titles_name_beside_one_that_is_told(
    part: str, titles: list[str], told: tuple[str, tuple[str, ...]]
) -> None:
    section = node("Trồng cây.")
    section.children = [node(f"{i}. {title}") for i, title in enumerate(titles, 1)]
    assert content._told(section, part) == told


def test_who_and_when_below_a_numbered_duty_speaks_for_tasks_and_duties() -> None:
    field = para("- Thời gian thực hiện: Quý I.")
    _, owned = evidence.points([para("1. Sở Y tế: Khám sức khỏe."), field], range(2))
    _, alone = evidence.points([para("1. Đào hố trồng cây."), field], range(2))
    assert (owned["duties"] > 0, alone["duties"]) == (True, 0)
    assert owned["tasks"] == alone["tasks"] > 0


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("cây trồng x đồi", "noise"),
        ("cây trồng xx đồi", "unknown"),
        ("Đồi Cọ", "unknown"),
        ("đồi cọ", "noise"),
        ("15/3 + 27/4 + 30/12", "noise"),
    ],
)
def test_what_is_left_over_below_the_recipients(text: str, kind: str) -> None:
    assert ending._Ending("", Reading())._leftover(text, line(text)) == kind


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("3. Phòng Tài chính - Kế hoạch", True),
        ("- Phòng Tài chính - Kế hoạch", False),
        ("Phòng Tài chính - Kế hoạch", False),
        ("3. Phòng Tài chính", False),
    ],
)
def test_a_numbered_line_that_ends_like_a_document_may_head_a_body(text: str, names: bool) -> None:
    assert joining._names_body(line(text), text) is names


def test_two_lines_are_measured() -> None:
    assert layout.measure(printed("Trồng cây dọc các đường liên thôn và\n\nquanh các trường học.\n")).gap == 2
    assert layout.measure(printed("Trồng cây.\n")).gap == 0


@pytest.mark.parametrize(
    ("text", "stamped"), [("A/ Đào hố", False), ("B/ Đào hố", True), ("H/ Đào hố", True), ("2. Đào hố", False)]
)
def test_letters_that_a_stamp_leaves(text: str, stamped: bool) -> None:
    assert zones._stamped_label(line(text)) is stamped


def test_letters_of_other_scripts_keep_their_places() -> None:
    view = View("a\u0328\u0301 \u1100\u1161 e\u0301x")
    assert view.text == "\u0105\u0301 \uac00 éx"
    assert [view.offset(at) for at in range(len(view.text) + 1)] == [0, 0, 3, 4, 6, 7, 9, 10]


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("1 Thống kê đồi trọc 15/3\n2 Ươm cây 30/4\n", [1, 1]),
        ("1 Thống kê đồi\ntrọc 15/3\n2 Ươm cây 30/4\n", [2, 1]),
        ("Thống kê\n1 Các đồi trọc 15/3\n2 Ươm cây 30/4\n", [2, 1]),
        ("Thống kê các đồi trọc của xã\n1 Và đồi có cây 15/3\n2 Ươm cây 30/4\n", [1, 1, 1]),
        ("Thống kê 15/3\nƯơm cây 30/4\n", [1, 1]),
        ("Thống kê\nƯơm cây\n", [2]),
    ],
)
def test_lines_of_a_torn_schedule_row_by_row(text: str, groups: list[int]) -> None:
    assert [len(group) for group in tables_torn._groups(printed(text))] == groups


@pytest.mark.parametrize(
    ("letters", "part"), [(90, ("requirements", ("purpose", "requirements"))), (91, ("tasks", ()))]
)
def test_how_long_a_title_may_be_that_names_a_part(letters: int, part: tuple[str, tuple[str, ...]]) -> None:
    section = node("Trồng cây.")
    section.children = [node(f"1. {'Yêu cầu về giống cây '.ljust(letters, 'x')}"), node("2. Giống cây")]
    assert len(section.children[0].text) == letters
    assert content._by_content(section, None, begun=True) == part


@pytest.mark.parametrize(("short", "columns_"), [(44, 44), (70, 0)])
def test_first_lines_that_are_shorter_than_the_others(short: int, columns_: int) -> None:
    first = "1. Trồng cây dọc các đường liên thôn " + "x" * 80
    body = f"{first[:short]}\nquanh các trường học và {'x' * 60}.\n" * 6
    assert layout._opening(printed(body), 85) == columns_
