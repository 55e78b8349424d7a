"""Where an answer turns: functions of the parser on both sides of the length, count or share they go by."""

from __future__ import annotations

import pytest

from kehoach.folding import bare
from kehoach.knowledge.agency_lookup import Words
from kehoach.parsers import (
    cell_kinds,
    columns,
    content,
    document,
    ending,
    evidence,
    furniture,
    issuer,
    joining,
    labels,
    layout,
    lines,
    listed_names,
    lost,
    outline,
    paragraphs,
    seals,
    stains,
    tables_dated,
    tables_torn,
    unregistered,
    zone_ends,
    zones,
)
from kehoach.parsers.columns import Heading
from kehoach.parsers.facts import agencies, agency_names, citation_words, deadlines, money, target_tables, targets
from kehoach.parsers.facts.agency_begin import field_of
from kehoach.parsers.facts.stamps import Point
from kehoach.parsers.reading import Reading
from kehoach.parsers.view import View
from kehoach.parsers.words import clean


def printed(text: str) -> list[lines.Line]:
    return lines.split(View(text))


def line(text: str) -> lines.Line:
    (one,) = printed(text)
    return one


def para(text: str) -> paragraphs.Para:
    one = paragraphs.from_lines(printed(text))
    one.bare = bare(one.text)
    return one


def node(text: str) -> outline.Node:
    return outline.Node.of(para(text))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Sở Y tế, Sở Tài chính.", True),
        ("Sở Y tế sau khi kiểm tra", False),
        ("xong trước Tết, Sở Y tế", False),
        ("xong trước Tết", False),
    ],
)
def test_words_that_are_names_and_nothing_else(text: str, names: bool) -> None:
    assert listed_names.only(text) is names


@pytest.mark.parametrize(
    ("text", "somebody"),
    [
        ("Sở Y tế", True),
        ("Sở Y tế; Sở Tài chính", True),
        ("Liên đoàn Lao động tỉnh, Báo tỉnh", True),
        ("Liên đoàn Lao động tỉnh, Báo tỉnh sau khi xong hết mọi việc ở xã", False),
        ("Báo cáo kết quả gửi Sở Y tế", False),
    ],
)
def test_cells_that_names_fill(text: str, somebody: bool) -> None:
    assert cell_kinds.names_somebody(text) is somebody


@pytest.mark.parametrize(
    ("left", "right", "flanks"),
    [(26, 30, True), (27, 31, False), (4, 14, True), (4, 13, False), (12, 16, True)],
)
def test_how_near_a_piece_flanks_a_heading(left: int, right: int, flanks: bool) -> None:
    assert columns._flanks((left, 100, 100 + right - left), Heading(20, 20, [])) is flanks


@pytest.mark.parametrize(
    ("text", "head", "name"),
    [
        ("Lao động, Thương binh và Xã hội", "sở", "Lao động - Thương binh và Xã hội"),
        ("Lao động, Thương binh và Xã hội", "viện", None),
        ("Tài chính, Kế hoạch", "sở", "Tài chính"),
        ("Tài chính - Kế hoạch", "phòng", "Tài chính - Kế hoạch"),
        ("Tài chính, Kế hoạch", "hội", None),
        ("Kinh tế, Y tế", "sở", None),
        ("Kinh tế, Y tế", "phòng", "Kinh tế"),
        ("Y tế", "viện", None),
    ],
)
def test_fields_that_bodies_of_a_kind_have(text: str, head: str, name: str | None) -> None:
    found = field_of(Words(text), 0, head)
    assert (found[1].name if found is not None else None) == name


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
    ("text", "ends"),
    [
        ("Xong.", True),
        ("Xong. Các thôn", True),
        ("Xong./.", True),
        ("Xong.   Các thôn", True),
        ("Xong. các thôn", False),
        ("Xong.Các thôn", False),
        ("Xong. – Các thôn", True),
    ],
)
def test_where_a_sentence_ends(text: str, ends: bool) -> None:
    assert citation_words._ends_sentence(text, text.index(".")) is ends


@pytest.mark.parametrize(
    ("point", "first", "last"),
    [
        (Point(2031), (1, 1), (12, 31)),
        (Point(2031, 4), (4, 1), (4, 31)),
        (Point(2031, 4, 9), (4, 9), (4, 9)),
        (Point(2031, quarter=2), (4, 1), (6, 31)),
    ],
)
def test_where_a_date_lies_in_its_year(point: Point, first: tuple[int, int], last: tuple[int, int]) -> None:
    assert (point.place(), point.place(last=True)) == (first, last)


@pytest.mark.parametrize(
    ("printed", "unit"),
    [
        ("phần trăm", "%"),
        ("Phần trăm ", "%"),
        ("Tỷ lệ %", "%"),
        ("tỉ lệ %", "%"),
        ("%", "%"),
        ("/ 100.000", "/100000"),
        ("triệu  đồng", "triệu đồng"),
        (" - ", None),
        (None, None),
    ],
)
def test_units_of_a_table(printed: str | None, unit: str | None) -> None:
    assert target_tables.cell_unit(printed) == unit


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
    ("text", "totals"),
    [
        ("Tổng kinh phí 100 triệu đồng, trong đó: xã 60 triệu đồng; dân 40 triệu đồng.", [(100, [60, 40])]),
        ("Tổng kinh phí 100 triệu đồng, trong đó xã 60 triệu đồng. Năm trước 90 triệu đồng.", []),
        ("Tổng kinh phí 100 triệu đồng, trong đó: xã 60 triệu đồng.", []),
        (
            "Cây 9 triệu đồng, trong đó: keo 5 triệu đồng, lim 4 triệu đồng. "
            "Phân 7 triệu đồng, trong đó: xã 6 triệu đồng, dân 1 triệu đồng.",
            [(9, [5, 4]), (7, [6, 1])],
        ),
    ],
)
def test_sums_with_their_parts(text: str, totals: list[tuple[int, list[int]]]) -> None:
    found = [(s.total.value, [part.value for part in s.parts]) for s in money.itemised(text)]
    assert found == [(total * 10**6, [part * 10**6 for part in parts]) for total, parts in totals]


@pytest.mark.parametrize(
    ("text", "stained"),
    [("l § ", True), ("ab ° ", True), ("abc ° ", False), ("ab ", False), ("§ ", False)],
)
def test_stains_before_a_body(text: str, stained: bool) -> None:
    assert issuer._stained(text) is stained


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


@pytest.mark.parametrize(("letters", "found"), [(149, True), (150, False)])
def test_how_far_a_name_reaches_to_its_colon(letters: int, found: bool) -> None:
    text = "Sở Y tế tỉnh Lào Cai " + "x" * (letters - 21) + ": Tiêm chủng."
    head = agencies.leading("Sở Y tế: Tiêm chủng.")
    assert head is not None
    assert text.index(":") == letters
    assert (unregistered.further(node(text), head) == letters) is found


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
    assert ending._Ending(Reading())._leftover(text, line(text)) == kind


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Báo cáo 06 tháng, năm gửi Phòng Kinh tế.", ["06 tháng", "năm"]),
        ("Báo cáo tháng, quý và năm về Phòng.", ["tháng", "quý", "năm"]),
        ("Trồng cây từ ngày 05/3 đến hết ngày 12/6/2031.", ["từ ngày 05/3 đến hết ngày 12/6/2031"]),
        ("Hoàn thành trước ngày 15 tháng 6 năm 2031 (chậm nhất).", ["trước ngày 15 tháng 6 năm 2031"]),
        ("Báo cáo trước ngày 20 hằng tháng.", ["trước ngày 20 hằng tháng"]),
        ("Định kỳ 06 tháng, các thôn họp dân.", ["Định kỳ 06 tháng"]),
        (
            "Họp vào ngày cuối tháng, ngày làm việc cuối cùng của quý.",
            ["ngày cuối tháng", "ngày làm việc cuối cùng của quý"],
        ),
        ("Ươm cây trong quý II và quý III/2031.", ["trong quý II và quý III/2031"]),
        ("Mỗi tuần một lần, Thứ Sáu quét chợ.", ["Mỗi tuần một lần"]),
        ("Trước 17 giờ ngày 05/3/2031 nộp về xã.", ["Trước 17 giờ ngày 05/3/2031"]),
    ],
)
def test_the_words_of_a_deadline(text: str, words: list[str]) -> None:
    assert [found.text for found in deadlines.find(text, year=2031)] == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Trồng 120 ha rừng, 5.000 cây phân tán và 12 km hàng rào.",
            {"ha rừng": "120 ha rừng", "cây phân tán": "5.000 cây phân tán", "km hàng rào": "12 km hàng rào"},
        ),
        (
            "Tỷ lệ hộ nghèo giảm còn 2,5%; tỷ lệ hộ dùng nước sạch đạt 90% vào năm 2031.",
            {
                "Tỷ lệ hộ nghèo": "Tỷ lệ hộ nghèo giảm còn 2,5%",
                "tỷ lệ hộ dùng nước sạch": "tỷ lệ hộ dùng nước sạch đạt 90% vào năm 2031",
            },
        ),
        (
            "Dạy nghề: điện dân dụng 320 người, may mặc 260 người, nghề mộc 90 người.",
            {"may mặc": "may mặc 260 người", "nghề mộc": "nghề mộc 90 người"},
        ),
        (
            "Đến năm 2030 đạt 80%, đến năm 2035 đạt 95% hộ dùng nước sạch.",
            {"hộ dùng nước sạch": "80%, đến năm 2035 đạt 95% hộ dùng nước sạch"},
        ),
        (
            "Thu hút ít nhất 3 dự án, tổng vốn 20 tỷ đồng.",
            {"dự án": "ít nhất 3 dự án", "tổng vốn": "tổng vốn 20 tỷ đồng"},
        ),
    ],
)
def test_the_words_of_an_aim(text: str, words: dict[str, str]) -> None:
    found = {
        aim.indicator: text[aim.start : aim.end].strip(" ,.") for aim in targets.find(text, by=None, objective=True)
    }
    assert {indicator: found.get(indicator) for indicator in words} == words


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
    ("parts", "total", "adds_up"),
    [
        ([60, 40], 100, True),
        ([60, 41], 100, False),
        ([600_000_000, 400_400_000], 10**9, True),
        ([600_000_000, 400_500_000], 10**9, True),
        ([600_000_000, 400_600_000], 10**9, False),
        ([600_000_000, 399_999_999], 999_999_998, False),
    ],
)
def test_sums_of_large_figures_may_be_rounded(parts: list[int], total: int, adds_up: bool) -> None:
    assert money.check_sum(parts, total) is adds_up


@pytest.mark.parametrize(
    ("text", "date"), [("5/3", True), ("5.3", True), ("5%3", True), ("5 - 3", False), ("5/x", False), ("5", False)]
)
def test_numbers_that_open_a_date(text: str, date: bool) -> None:
    assert agency_names._date(Words(text), 0) is date


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


@pytest.mark.parametrize(
    ("text", "sectors", "kind", "level"),
    [
        ("Phòng xây dựng: Cắm mốc.", ("xay-dung",), "organisation", "district"),
        ("PHÒNG XÂY DỰNG: Cắm mốc.", ("xay-dung",), "organisation", "district"),
        ("Sở du lịch: Đón khách.", ("du-lich",), "organisation", "province"),
        ("Ngành y tế: Khám sức khỏe.", ("y-te",), "organisation", None),
        ("UBND xã: Họp dân.", (), "organisation", "commune"),
    ],
)
def test_what_a_body_is(text: str, sectors: tuple[str, ...], kind: str, level: str | None) -> None:
    head = agencies.leading(text)
    assert head is not None
    assert [(body.sectors, body.kind, body.level) for body in head.agencies] == [(sectors, kind, level)]
