"""Single functions on both sides of a condition: tables, names, laws, flattened heads, joined lines."""

from __future__ import annotations

from collections import Counter

import pytest

from kehoach.knowledge.agency_lookup import Words
from kehoach.parsers import (
    casing,
    columns,
    content,
    duties,
    flowing,
    flowing_head,
    glued,
    issuer,
    joining,
    layer_dates,
    layout,
    letterhead,
    mend,
    parse_source,
    seals,
    stains,
    tables_columned,
    tables_flat,
    tables_torn_heads,
    title,
    zone_ends,
    zones,
)
from kehoach.parsers.facts import agency_begin, agency_names, citations, deadline_bounds, partners, targets, years
from kehoach.parsers.facts.stamps import Point, Stamp
from kehoach.parsers.reading import Reading
from kehoach.parsers.view import View
from kehoach.parsers.words import clean
from kehoach.readers.source import SourceText
from small_pieces import line, node, para, printed


@pytest.mark.parametrize(("end", "says"), [(".", True), (";", True), ("", False), (":", False)])
def test_a_sentence_below_an_assignee_alone_ends_as_one(end: str, says: bool) -> None:
    section = duties._Section(Reading(), None, named=True, hoisted=False)
    section.alone = True
    assert section._told(node(f"Khám sức khỏe cho người trồng cây{end}")) is says


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Thi hành Luật Trẻ em và Bộ luật Lao động.", ["Luật Trẻ em", "Bộ luật Lao động"]),
        ("Thi hành Luật Nước sạch và Bộ luật Rừng.", ["Luật Nước sạch", "Bộ luật Rừng"]),
        ("Công bố Luật Lao động.", ["Luật Lao động"]),
        ("Theo Bộ luật Lao động.", ["Bộ luật Lao động"]),
    ],
)
def test_laws_that_words_before_them_might_spoil(text: str, titles: list[str]) -> None:
    assert [found.title for found in citations.find(text)] == titles


@pytest.mark.parametrize(
    ("text", "governs"), [("của UBND tỉnh Cà Mau", True), ("của UBND Cà Mau", True), ("ở vùng rừng Cà Mau", False)]
)
def test_provinces_that_are_named_as_authorities(text: str, governs: bool) -> None:
    at = text.index("Cà Mau")
    assert issuer._governs(text, ("Cà Mau", at, at + 6)) is governs


@pytest.mark.parametrize(
    ("above", "stained"), [("1. Giao các thôn và", True), ("1. Giao các thôn", False), ("Giao các thôn", True)]
)
def test_strokes_beside_a_line_that_goes_on(above: str, stained: bool) -> None:
    below = line("-_ Đào hố trồng cây")
    assert joining._stained_dash(line(above), below) is stained
    assert not joining._stained_dash(line(above), line("- Đào hố trồng cây"))


@pytest.mark.parametrize(("text", "at"), [("Đào hố. Đơn vị chủ trì: Sở Y tế", 8), ("Đào hố. Tưới cây.", 17)])
def test_where_the_next_field_of_a_line_begins(text: str, at: int) -> None:
    assert layer_dates._next_field(text, 0) == at


@pytest.mark.parametrize(("text", "unit"), [("ha", ""), ("Diện tích rừng ha", "ha"), ("Số lớp học lớp", "lớp")])
def test_the_unit_that_ends_a_row(text: str, unit: str) -> None:
    assert tables_flat.unit_of(text) == unit


@pytest.mark.parametrize(("between", "torn"), [("", True), ("abc\n", False), ("thực hiện ab\n", True)])
def test_a_line_of_stains_alone_ends_torn_headings(between: str, torn: bool) -> None:
    text = f"STT Nội dung Cơ quan chủ\n{between}trì Cơ quan phối hợp Thời gian\n"
    assert (tables_torn_heads.torn(printed(text), 0) is not None) is torn


@pytest.mark.parametrize(
    ("first", "begins"), [("I. Chuẩn bị hố", 2), ("A. Chuẩn bị hố", 2), ("II. Chuẩn bị hố", 0), ("1. Chuẩn bị hố", 0)]
)
def test_where_a_plan_begins_whose_title_is_lost(first: str, begins: int) -> None:
    assert zones._body_without_title(printed(f"XÃ THỬ\nSố 5\n{first}\nĐào hố.\n")) == begins


@pytest.mark.parametrize(("left", "opens"), [(0, True), (2, True), (3, False)])
def test_digits_in_the_first_column_open_a_row(left: int, opens: bool) -> None:
    view = View(" " * left + "15/3      Sáng      Đồi Cọ")
    assert columns.opens_row(view, printed(view.text)[0], False, 12, 0) is opens


@pytest.mark.parametrize(("text", "unit"), [("công an xã", True), ("công tác xã hội", False), ("Đồi Cọ", True)])
def test_words_behind_a_head_that_are_a_body(text: str, unit: bool) -> None:
    assert agency_begin._unit(Words(text), 0) is unit


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("các đơn vị tổ chức các lớp tập huấn cho dân", "các đơn vị"),
        ("các cơ sở tham gia", "các cơ sở"),
        ("các cơ sở tư vấn", "các cơ sở tư vấn"),
    ],
)
def test_doubtful_words_behind_a_group(text: str, name: str) -> None:
    words = Words(text)
    found = agency_names.name_at(words, 0)
    assert found is not None
    assert text[: words.end(found.last)] == name


@pytest.mark.parametrize(("text", "end"), [("Mục tiêu", 8), ("MỤC TIÊU Trồng cây", 9), ("Mục tiêu Trồng cây", 9)])
def test_where_a_heading_without_a_line_of_its_own_ends(text: str, end: int) -> None:
    assert flowing._behind_capitals(text, 0, len(text)) == end


def test_the_note_below_a_title_on_one_line_is_a_piece() -> None:
    text = "KẾ HOẠCH TRỒNG CÂY TRÊN ĐỊA BÀN XÃ (Kèm theo Quyết định số 5) Căn cứ tình hình"
    cuts = list(flowing_head.cuts(text, 8, len(text)))
    assert text.index("(") in cuts
    assert text.index(")") + 1 in cuts


@pytest.mark.parametrize(("known", "at"), [({}, 0), ({"hoa": 2, "nở": 1}, 3), ({"hoan": 2, "ở": 1}, 4)])
def test_two_ways_to_part_a_run_are_told_by_words_known(known: dict[str, int], at: int) -> None:
    assert glued._cut("hoanở", Counter(known), Counter()) == at


@pytest.mark.parametrize(
    ("above", "below", "goes_on"),
    [
        ("Trồng cây ở thôn.", "quanh trường học", False),
        ("Trồng cây ở thôn.", "và quanh trường", True),
        ("Trồng cây ở thôn,", "quanh trường học", True),
    ],
)
def test_small_letters_behind_a_short_line(above: str, below: str, goes_on: bool) -> None:
    first, second = printed(f"{above}\n{below}")
    flush = layout.Layout(wrapped=True, width=80, slack=3, indented=False, indent=0, gap=1)
    assert joining.continues(first, second, flush, broken=False, opening=first) is goes_on


def test_a_bracket_is_no_title() -> None:
    found = printed("Xã Thử, ngày 05/3/2031\n(Bản dự thảo lần thứ hai của xã)\nTrồng cây xanh năm 2031 trên địa bàn\n")
    words = title.untyped(found[1:], found[0].words)
    assert words is not None
    assert words.text == "Trồng cây xanh năm 2031 trên địa bàn"


@pytest.mark.parametrize(("previous", "part"), [(None, "purpose"), ("situation", "purpose"), ("tasks", "tasks")])
def test_the_first_section_without_a_heading_says_what_for(previous: str | None, part: str) -> None:
    section = node("Trồng cây.")
    section.implied, section.part = True, None
    section.children = [node("- Chăm sóc cây ở các thôn."), node("- Tưới cây quanh trường học.")]
    assert content.judge(section, previous, begun=False, last=False)[0] == part


@pytest.mark.parametrize(
    ("text", "at", "behind"),
    [("Ban thường trực cấp cứu", 2, None), ("Ban trực cấp cứu", 1, 2), ("thường trực tổ", 1, None)],
)
def test_half_of_a_post_is_no_verb(text: str, at: int, behind: int | None) -> None:
    assert agency_begin.verb_at(Words(text), at) == behind


@pytest.mark.parametrize(
    ("text", "name"), [("Công an huyện, tp", "Công an huyện, tp"), ("Công an huyện, tổ", "Công an huyện")]
)
def test_levels_behind_a_comma(text: str, name: str) -> None:
    words = Words(text)
    found = agency_names.name_at(words, 0)
    assert found is not None
    assert text[: words.end(found.last)] == name


@pytest.mark.parametrize(
    ("text", "aims"),
    [
        ("Mở cửa 8 giờ/ngày.", []),
        ("Trực 3 ca/ngày.", []),
        ("Mở 5 lớp/tháng.", ["lớp/tháng"]),
        (
            "Tỷ suất chết trẻ em 12/1.000, tỷ suất chết dưới 5 tuổi 15/1.000.",
            ["Tỷ suất chết trẻ em", "tỷ suất chết dưới 5 tuổi"],
        ),
    ],
)
def test_counts_and_rates_that_are_aims(text: str, aims: list[str]) -> None:
    assert [aim.indicator for aim in targets.find(text, by=None, objective=False)] == aims


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Luật Đất đai năm 2024 ngày 18/01/2024", [("Luật Đất đai", "2024-01-18")]),
        ("Viện Luật Đất đai", []),
        ("Luật Đất đai", [("Luật Đất đai", None)]),
    ],
)
def test_what_stands_around_the_name_of_a_law(text: str, found: list[tuple[str, str | None]]) -> None:
    assert [(law.title, law.date) for law in citations.find(text)] == found


@pytest.mark.parametrize(("year", "same"), [(2025, True), (2024, False), (2026, True)])
def test_spans_that_are_anniversaries(year: int, same: bool) -> None:
    stamp = Stamp(0, 9, "day", Point(2020, 9, 2), Point(year, 9, 2))
    assert deadline_bounds._anniversary(stamp) is same


@pytest.mark.parametrize(
    ("clause", "directed"),
    [("chi dao cong an xa ", True), ("chi dao cong an xa va ", False), ("chi dao cong an xa, ", False)],
)
def test_whom_an_order_tells_to_work_with_others(clause: str, directed: bool) -> None:
    assert partners._is_directed(clause, len(clause), 0) is directed


def test_years_of_the_last_century_are_mentioned() -> None:
    assert [year.years for year in years.mentions("từ năm 1995")] == [(1995,)]
    assert years.mentions("từ năm ngoái") == []


@pytest.mark.parametrize(
    ("name", "titled"),
    [
        ("ỦY BAN NHÂN DÂN xã AN PHÚ", "Ủy ban nhân dân xã An Phú"),
        ("Ủy ban NHÂN DÂN xã An Phú", "Ủy ban NHÂN DÂN xã An Phú"),
    ],
)
def test_names_that_are_mostly_capitals_are_set_in_small_letters(name: str, titled: str) -> None:
    assert casing.titled(name, "") == titled


def test_money_among_the_duties_needs_no_short_title() -> None:
    section = duties._Section(Reading(), None, named=True, hoisted=False)
    text = "Kinh phí mua cây giống, phân bón và dụng cụ trồng cây cho các thôn, các trường học trong xã do xã lo."
    assert len(text) > 90
    assert section._apart(node(text), None, True) == "funding"
    assert section._apart(node("Trồng cây quanh trường."), None, True) is None


@pytest.mark.parametrize(("above", "motto"), [("UBND XÃ CỘNG HÒA", False), ("UBND XÃ TÂN LẬP", True), ("", True)])
def test_the_second_half_of_the_motto_behind_the_issuer(above: str, motto: bool) -> None:
    head = letterhead.Letterhead()
    head.issuer = [clean(above, 0, len(above))] if above else []
    assert letterhead._is_motto("xa hoi chu nghia viet nam", head) is motto


@pytest.mark.parametrize(("text", "starts"), [("DANH MỤC CÂY", True), ("DANH MỤC LÁ", False)])
def test_capitals_of_ten_letters_may_name_an_annex(text: str, starts: bool) -> None:
    assert zone_ends._starts_annex(printed(f"Nguyễn Văn Thử\n\n\n{text}"), 1, filed=True) is starts


@pytest.mark.parametrize(("text", "at"), [("- Sở Y tế; a", 10), ("- Sở Y tế; (xã)", None)])
def test_a_single_letter_behind_a_recipient_is_a_stroke(text: str, at: int | None) -> None:
    assert seals.sealed_tail(text) == at


def test_a_bracket_that_says_who_does_it_is_of_its_task() -> None:
    text = "KẾ HOẠCH\nTrồng cây\n\nI. NHIỆM VỤ\n1. Trồng cây quanh trường (Sở Y tế thực hiện).\n2. Tưới cây.\n"
    plan = parse_source(SourceText.from_text(text))
    assert [(row["item"], row["lead"]) for row in plan["assignments"]] == [("tasks.1", ["Sở Y tế"])]


def test_capitals_set_in_columns_behind_a_table_leave_it() -> None:
    found = columns.Grid([columns.Heading(0, 4, []), columns.Heading(12, 20, [])], [], numbered=False)
    view = View("x\n\n\nTÊN RỪNG      DIỆN TÍCH")
    assert tables_columned._leaves(view, printed(view.text)[1], found)


@pytest.mark.parametrize(
    ("text", "opens"),
    [("STT Chỉ tiêu Kế hoạch", True), ("tt Chỉ tiêu Kế hoạch", True), ("xtt Chỉ tiêu Kế hoạch", False)],
)
def test_headings_of_a_flat_table_begin_with_the_row_numbers(text: str, opens: bool) -> None:
    assert tables_flat.opens(line(text)) is opens


_SET_IN = "    Gieo hạt tại vườn ươm của thôn, tưới cây mỗi ngày hai lần"


@pytest.mark.parametrize(
    ("sign", "below", "goes_on"),
    [
        (".", "Tưới cây mỗi ngày", True),
        (".", "TỔ CHỨC THỰC HIỆN CỦA XÃ", False),
        ("", "(2) làm cỏ quanh gốc", True),
        (":", "(2) làm cỏ quanh gốc", False),
        (".", "(2) làm cỏ quanh gốc", False),
    ],
)
def test_lines_below_a_first_line_that_is_set_in(sign: str, below: str, goes_on: bool) -> None:
    above, following = printed(f"{_SET_IN}{sign}\n{below}")
    measured = layout.Layout(True, len(_SET_IN), 2, True, 4, 1)
    assert joining.continues(above, following, measured, broken=False, opening=above) is goes_on


@pytest.mark.parametrize(
    ("end", "below", "goes_on"), [("", "+ Làm cỏ", False), ("", "• Làm cỏ", False), (" số", "2. Làm cỏ", True)]
)
def test_labels_below_a_full_line_without_a_stop(end: str, below: str, goes_on: bool) -> None:
    above, following = printed(f"{_SET_IN.strip()}{end}\n{below}")
    measured = layout.Layout(True, len(_SET_IN) - 4, 2, False, 2, 1)
    assert joining.continues(above, following, measured, broken=False, opening=above) is goes_on


@pytest.mark.parametrize(
    ("above", "stained"),
    [("Kết quả của :", False), ("Kết quả trồng cây, chăm sóc rừng và giữ nước năm 2031 của :", True)],
)
def test_a_colon_at_the_end_of_a_full_line_is_a_stain(above: str, stained: bool) -> None:
    full = "Gieo hạt tại vườn ươm của thôn, tưới cây mỗi ngày hai lần nhé"
    first, *rest = printed(f"{above}\n- Ủy ban nhân dân tỉnh\n{full}\n{full}")
    stains.mark([first, *rest])
    assert bool(first.tail) is stained


@pytest.mark.parametrize(
    ("text", "style"),
    [
        ("A.MỤC TIÊU CHUNG", "A"),
        ("- A.MỤC TIÊU CHUNG", "A"),
        ("+ A.MỤC TIÊU CHUNG", "+"),
        ("a) A.MỤC TIÊU CHUNG", "a)"),
    ],
)
def test_a_letter_glued_to_its_heading_stands_alone_or_behind_a_dash(text: str, style: str) -> None:
    own = para(text)
    mend._glued([own])
    assert own.label is not None
    assert own.label.style == style
