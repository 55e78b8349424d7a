"""Single functions on the side of a condition that no plan's reading turned on: joined lines, marks, names, sums."""

from __future__ import annotations

import pytest

from kehoach.knowledge.agency_lookup import Words
from kehoach.parsers import (
    assignees,
    breaks,
    duty_text,
    ending,
    joining,
    levels,
    mend,
    tables_placed,
    tables_stacked,
    tables_torn_heads,
    tables_torn_names,
    title,
    unregistered,
    zone_ends,
)
from kehoach.parsers.facts import agencies, agency_begin, citations, deadlines, money, targets
from kehoach.parsers.layer_targets import answered
from kehoach.parsers.layout import Layout
from kehoach.parsers.lines import split
from kehoach.parsers.tables_torn_words import Token, says_when, tokens
from kehoach.parsers.view import View
from kehoach.parsers.words import clean
from small_pieces import line, node, para, printed

_FULL = "Ươm cây giống bản địa tại vườn ươm của thôn và ba hợp tác xã."


@pytest.mark.parametrize(
    ("slack", "goes_on"),
    [(1, True), (2, False)],
)
def test_a_sentence_behind_a_full_stop_goes_on_where_lines_are_measured_exactly(slack: int, goes_on: bool) -> None:
    above, below = printed(f"{_FULL}\nTrồng cây dọc các con đường liên thôn, quanh hồ.")
    layout = Layout(True, len(_FULL), slack, False, 2, 1)
    assert joining.continues(above, below, layout, broken=False, opening=above) is goes_on


@pytest.mark.parametrize(
    ("below", "goes_on"),
    [
        ("BẢO VỆ RỪNG ĐẦU NGUỒN CỦA CÁC THÔN", True),
        ("Các thôn làm hàng rào quanh đất", False),
    ],
)
@pytest.mark.parametrize("room", [4, 60])
def test_a_heading_in_capitals_goes_on_in_capitals_alone(below: str, goes_on: bool, room: int) -> None:
    above, following = printed(f"II. NHIỆM VỤ TRỒNG MỚI, CHĂM SÓC VÀ\n{below}")
    layout = Layout(True, 90, 2, False, 2, 1, len(above.text) + room)
    assert joining.continues(above, following, layout, broken=False, opening=above) is goes_on


def test_a_tilde_beside_a_cross_is_a_dash_among_dashes_alone() -> None:
    dashes = [para("- Gieo hạt;"), para("+ Tưới cây;"), para("- Làm cỏ;")]
    dashes[2].lines[0].text = "~ Làm cỏ;"
    assert mend._misread_dash(dashes, 1)
    others = [para("a) Gieo hạt;"), dashes[1], dashes[2]]
    assert not mend._misread_dash(others, 1)


@pytest.mark.parametrize(
    ("texts", "names"),
    [
        (["A. Công việc chung", "1. Quản lý", "1. Gieo hạt"], True),
        (["A. Công việc chung", "1. QUẢN LÝ", "1. Gieo hạt"], False),
        (["A. Công việc chung"], False),
    ],
)
def test_what_a_letter_heads_may_be_misread_strokes(texts: list[str], names: bool) -> None:
    assert mend._names_parts([para(text) for text in texts], 1) is names


@pytest.mark.parametrize(
    ("before", "word", "strange"),
    [
        ("tỉnh", "nhung", False),
        ("Sở", "nhung", True),
        ("Mai", "nhung", True),
        ("Mai", "xã", False),
        ("Mai,", "nhung", False),
    ],
)
def test_small_words_that_go_on_no_name(before: str, word: str, strange: bool) -> None:
    assert tables_torn_names._strange(before, word, frozenset()) is strange


@pytest.mark.parametrize(("word", "says"), [("hang", True), ("12/6", True), ("6", True), ("cay", False)])
def test_words_that_say_when(word: str, says: bool) -> None:
    assert says_when([Token(0, len(word), word, False, False)]) is says


@pytest.mark.parametrize(
    ("note", "number"),
    [
        ("(Ban hành kèm theo Quyết định số 12/QĐ-UBND ngày 05/3/2031 của UBND xã)", "12/QĐ-UBND"),
        ("(Kèm theo Công văn số 12/UBND-VP ngày 05/3/2031 của UBND xã)", None),
        ("(Thực hiện Quyết định số 12/QĐ-UBND ngày 05/3/2031 của UBND xã)", None),
        ("(Ban hành kèm theo Quyết định của UBND xã)", None),
    ],
)
def test_the_decision_that_issues_a_plan(note: str, number: str | None) -> None:
    found = title._decision(printed(note))
    assert (found and found.number) == number


@pytest.mark.parametrize("said", ["Phòng Vật tư - Trang thiết bị y tế", "Phòng Nghiệp vụ 1, 2"])
def test_a_name_that_runs_on_to_its_colon_ends_in_a_letter(said: str) -> None:
    text = f"{said} : Lập sổ theo dõi"
    (name,) = unregistered.of(text, text.index(":")).agencies
    assert name.name == said


@pytest.mark.parametrize(
    ("text", "opens"),
    [("* PHỤ LỤC CÁC VƯỜN ƯƠM", False), ("PHỤ LỤC CÁC VƯỜN ƯƠM", True), ("- PHỤ LỤC CÁC VƯỜN ƯƠM", False)],
)
def test_an_annex_begins_without_a_bullet(text: str, opens: bool) -> None:
    assert zone_ends._starts_annex(printed(f"Lưu: VT.\n{text}"), 1, True) is opens


@pytest.mark.parametrize(
    ("opening", "below", "opens"),
    [
        ("4. Công an tỉnh", "Xây dựng kế hoạch tuần tra", True),
        ("4. Các phòng, ban, Sở", "Xây dựng kế hoạch tuần tra", False),
        ("- Công an tỉnh", "Xây dựng kế hoạch tuần tra", False),
    ],
)
def test_a_duty_begins_below_a_whole_name(opening: str, below: str, opens: bool) -> None:
    assert breaks.duty_opens(line(opening), opening, below) is opens


@pytest.mark.parametrize(
    ("text", "taken"), [("Sản phẩm", 1), ("Kết quả", 1), ("Nội dung", 0), ("Kết quả trồng cây", 0)]
)
def test_the_heading_of_what_comes_of_tasks_below_the_others(text: str, taken: int) -> None:
    assert len(tables_torn_heads._below(printed(text), 0)) == taken


@pytest.mark.parametrize(
    ("heads", "columns"),
    [
        ("Số hộ Số cây", ["TT", "Xã", "Số hộ", "Số cây"]),
        ("| Số hộ | Số cây", ["TT", "Xã", "Số hộ", "Số cây"]),
        ("Số hộ và vườn", ["TT", "Xã", "", ""]),
    ],
)
def test_a_line_above_whole_headings_is_none_of_them(heads: str, columns: list[str]) -> None:
    rows = "1 Tân An 12 360\n2 Tân Bình 15 420\n3 Tân Phú 9 300\n"
    found = tables_placed.find(printed(f"Giao trồng cây cho các xã\nTT Xã {heads}\n{rows}"), 1)
    assert found is not None
    assert [cell.text for cell in found[0].columns] == columns
    assert len(found[0].head) == 1


def test_the_span_of_no_letters() -> None:
    words = clean("Ươm  cây", 0, 8)
    assert (words.span(4, 4), words.span(4, 7)) == ((5, 5), (5, 8))


@pytest.mark.parametrize(("number", "said"), [("1234", ["1234"]), ("12345", [])])
def test_numbers_of_targets_have_four_digits_at_most(number: str, said: list[str]) -> None:
    assert list(answered(f"chủ trì chỉ tiêu {number}")) == said


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        (
            "Có 500 hộ tham gia, tại xã vùng cao, trong đó hộ nghèo đạt 200 hộ",
            ["hộ tham gia, tại xã vùng cao", "hộ nghèo"],
        ),
        (
            "Có 500 hộ tham gia, tại xã vùng cao, đồng thời hộ nghèo đạt 200 hộ",
            ["hộ tham gia, tại xã vùng cao", "hộ nghèo"],
        ),
    ],
)
def test_the_words_of_a_second_number_begin_behind_what_parts_them(text: str, indicators: list[str]) -> None:
    assert [target.indicator for target in targets.find(text, by=2031, objective=True)] == indicators


@pytest.mark.parametrize("second", ["tháng 9", "quý III"])
def test_a_month_that_has_its_own_day_goes_on_no_list(second: str) -> None:
    found = deadlines.find(f"Gửi báo cáo trước ngày 15/6, {second} trước ngày 20/9.", year=2031)
    assert [deadline.due for deadline in found] == ["2031-06-15", "2031-09-20"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Phạt tiền ba triệu đồng.", []),
        ("Thu nhập bình quân đầu người đạt tám mươi triệu đồng.", []),
        ("Hỗ trợ mỗi hộ ba triệu đồng.", ["ba triệu đồng"]),
    ],
)
def test_sums_in_words_that_are_fines_or_aims(text: str, said: list[str]) -> None:
    assert [amount.text for amount in money.amounts(text)] == said


@pytest.mark.parametrize("verb", ["Phân bổ", "Bãi bỏ", "Công bố"])
def test_words_like_the_one_before_a_code(verb: str) -> None:
    assert [found.title for found in citations.find(f"{verb} Luật Lao động về các thôn.")] == ["Luật Lao động"]


@pytest.mark.parametrize(
    ("text", "every"),
    [
        ("Thu nhập bình quân đạt 60 triệu đồng/năm.", None),
        ("Sản lượng đạt 500 tấn/năm.", "year"),
        ("Thu ngân sách hằng năm đạt 60 triệu đồng.", "year"),
    ],
)
def test_each_year_is_told_from_a_sum_by_the_year(text: str, every: str | None) -> None:
    (target,) = targets.find(text, by=2031, objective=True)
    assert [measure.every for measure in target.measures] == [every]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("UBND 123 xã, thị trấn lập kế hoạch", ["UBND 123 xã, thị trấn"]),
        ("UBND 1234 xã, thị trấn lập kế hoạch", ["UBND"]),
        ("Các sở: Du thuyền, Khí cầu, và Thảm bay chủ trì", ["Sở Du thuyền", "Sở Khí cầu", "Sở Thảm bay"]),
        ("Phó Chủ tịch phụ trách mảng văn hóa chỉ đạo", ["Phó Chủ tịch phụ trách mảng văn hóa chỉ đạo"]),
        ("các cơ sở tổ chức tiệc cưới và kiểm tra", ["các cơ sở"]),
        ("Ông Lê Văn Tám, phó trưởng thôn phía nam, các hộ dân", ["Ông Lê Văn Tám", "các hộ dân"]),
        (
            "Ông Lê Văn Tám, phó trưởng thôn phía nam chỉ đạo các hộ dân",
            ["Ông Lê Văn Tám, phó trưởng thôn phía nam", "các hộ dân"],
        ),
        ("Chi đoàn tổ chức lễ ra quân", ["Chi đoàn"]),
        (
            "UBND các xã Tân An, Tân Bình và phường Long Khánh lập sổ",
            ["UBND các xã Tân An, Tân Bình và phường Long Khánh"],
        ),
        ("Phòng Y tế, 2 thôn lập sổ", ["Phòng Y tế"]),
        ("Phòng Thanh tra số 1, 2 lập sổ", ["Phòng Thanh tra số 1, 2"]),
        ("UBND thành phố - thị xã lập sổ", ["UBND thành phố"]),
        ("Các phòng được phân bổ vốn lập sổ", ["Các phòng"]),
        ("Các đơn vị được phân công, lập sổ", ["Các đơn vị được phân công"]),
        ("Chi đoàn thôn Bản Tè tổ chức lễ ra quân", ["Chi đoàn thôn Bản Tè"]),
    ],
)
def test_names_up_to_their_ends(text: str, names: list[str]) -> None:
    assert [name.name for name in agencies.names(text)] == names


@pytest.mark.parametrize(
    ("text", "label"), [("(1. Ươm cây", None), ("(1) Ươm cây", "1"), ("(a. Ươm cây", None), ("(a) Ươm cây", "a")]
)
def test_a_bracket_that_opens_a_label_closes_it(text: str, label: str | None) -> None:
    own = line(text).label
    assert (own and own.text) == label


@pytest.mark.parametrize(
    ("said", "due"),
    [
        ("6 tháng đầu năm", "2031-01/2031-06"),
        ("sáu tháng cuối năm", "2031-07/2031-12"),
        ("09 tháng đầu năm", "2031-01/2031-09"),
        ("chín tháng đầu năm", "2031-01/2031-09"),
        ("9 tháng cuối năm", "2031-04/2031-12"),
        ("nửa đầu năm", "2031-01/2031-06"),
        ("nửa cuối năm", "2031-07/2031-12"),
    ],
)
def test_parts_of_a_year(said: str, due: str) -> None:
    assert [deadline.due for deadline in deadlines.find(f"Thực hiện trong {said} 2031.", year=2031)] == [due]


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("1,500 đồng", 1_500),
        ("1,5 triệu đồng", 1_500_000),
        ("2 nghìn tỷ đồng", 2_000_000_000_000),
        ("3 tỷ 500 triệu đồng", 3_500_000_000),
        ("3 tỷ 500 triệu 200 nghìn đồng", 3_500_200_000),
    ],
)
def test_sums_of_one_size_and_several(said: str, value: int) -> None:
    assert [amount.value for amount in money.amounts(f"Kinh phí {said}")] == [value]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Đợt 1: tháng 3/2031", [("during", "2031-03")]),
        ("Vòng II, quý III/2031", [("during", "2031-Q3")]),
        ("Tổ chức đợt 2 tháng 5", [("during", "2031-05")]),
        ("Đợt 1: ngày 15/3/2031", [("on", "2031-03-15")]),
        ("Đợt trồng cây tháng 3/2031", []),
    ],
)
def test_a_month_behind_the_number_of_a_round(text: str, found: list[tuple[str, str]]) -> None:
    assert [(deadline.bound, deadline.due) for deadline in deadlines.find(text, year=2031)] == found


@pytest.mark.parametrize(
    ("recipient", "rest"),
    [
        ("Sở Y tế;", "~ |vx"),
        ("Sở Y tế;", "xqz wkj"),
        ("UBND xã (để b/c);", ") |"),
        ("Sở Y tế; xqz", ""),
        ("Sở Y tế; Sở Tài chính", ""),
        ("Sở Y tế; Lưu: VT ~", ""),
        (f"Sở Y tế; {'~ ' * 20}", ""),
    ],
)
def test_what_is_left_of_a_seal_behind_a_recipient(recipient: str, rest: str) -> None:
    assert ending._stains_behind(f"{recipient} {rest}") == (len(recipient) + 1 if rest else 0)


@pytest.mark.parametrize(
    ("text", "behind"),
    [
        ("Điều độ, Kinh doanh", 2),
        ("Kế hoạch - Tài chính, Vật tư", 5),
        ("Giám đốc, Kinh doanh", 2),
        ("Giám đốc nhà máy, Kinh doanh", None),
        ("Sở Y tế, Kinh doanh", None),
        ("Y tế chủ trì", 2),
        ("điều độ", None),
        ("2 Điều độ", None),
    ],
)
def test_names_that_a_list_lends_its_head_to(text: str, behind: int | None) -> None:
    assert agency_begin.listed_at(Words(text), 0, "phòng") == behind


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("Sở Y tế", True),
        ("Sở Y tế:", True),
        ("Sở Y tế.", False),
        ("1. Sở Y tế", False),
        ("Sở Y tế lập dự toán", False),
        ("Sở Y tế, Sở Tài chính, Sở Nội vụ, Sở Xây dựng, Sở Công Thương, Sở Tư pháp, Sở Ngoại vụ, Công an tỉnh", False),
    ],
)
def test_a_name_that_stands_alone(text: str, alone: bool) -> None:
    own = node(text)
    head = assignees.leading(own)
    assert head is not None
    assert duty_text._names_alone(own, head) is alone


@pytest.mark.parametrize(
    ("names", "found"),
    [
        (["Số", "Nội dung", "Chủ trì", "Thời gian", "1", "Gieo hạt"], None),
        (["Số", "TT", "Nội dung", "Chủ trì", "Thời gian", "1", "Gieo hạt"], ["number", "task", "lead", "time"]),
        (["Nội dung", "Chủ trì", "Thời gian", "Gieo hạt"], ["task", "lead", "time"]),
        (["Nội dung", "Thời gian", "Gieo hạt"], ["task", "time"]),
        (["Nội dung", "Đơn vị tính", "Gieo hạt"], None),
    ],
)
def test_headings_printed_one_a_line(names: list[str], found: list[str] | None) -> None:
    head = tables_stacked._head(printed("\n".join(names)), 0)
    assert (head and head[0].roles) == found


@pytest.mark.parametrize(
    ("whole", "level"),
    [
        ("phòng kế hoạch | sở y tế", "province"),
        ("phòng kế hoạch | công ty cấp nước", "organisation"),
        ("phòng kinh tế | ubnd xã tân an", "commune"),
        ("phòng kinh tế | ", "district"),
    ],
)
def test_the_level_of_a_division_is_that_of_its_body(whole: str, level: str) -> None:
    assert levels.of("Phòng Kế hoạch", whole) == level


def test_figures_of_what_is_no_money_are_none() -> None:
    assert money.amounts("12", unit="người") == []
    assert [amount.value for amount in money.amounts("12", unit="triệu đồng")] == [12_000_000]


@pytest.mark.parametrize(("text", "titles"), [("THỂ HIỆN PHÁP NHÂN CỦA XÃ", []), ("Theo Hiến pháp.", ["Hiến pháp"])])
def test_the_constitution_is_told_from_a_verb(text: str, titles: list[str]) -> None:
    assert [found.title for found in citations.find(text)] == titles


def test_a_line_of_signs_has_no_words() -> None:
    view = View("“|")
    assert tokens(view, split(view)[0]) == []
