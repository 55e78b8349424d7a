"""Small functions of the parser asked one by one: what a whole plan seldom turns on."""

from __future__ import annotations

from collections import Counter

import pytest

from kehoach.knowledge.agency_lookup import Words
from kehoach.parsers import (
    annexes,
    cell_kinds,
    evidence,
    glued,
    joining,
    layout,
    lost,
    mend,
    nodes,
    page_top,
    parse_source,
    stains,
    tables_torn,
    zone_ends,
)
from kehoach.parsers.facts import (
    agency_lists,
    agency_names,
    citation_parts,
    citations,
    citations_merge,
    dates,
    deadlines,
    money,
    targets,
)
from kehoach.parsers.facts.deadline_bounds import Place
from kehoach.readers.source import SourceText
from small_pieces import line, node, para, printed


def test_lines_end_in_every_way_and_tell_where_a_page_begins() -> None:
    assert [one.text for one in printed("Một\rHai\r\nBa")] == ["Một", "Hai", "Ba"]
    assert [one.page_break for one in printed("Một\n\fHai\nBa")] == [False, True, False]
    assert [one.page_break for one in printed("Một\n\f\nHai\nBa")] == [False, True, False]


def test_bare_names_in_a_list_speak_for_those_it_is_for() -> None:
    found = evidence.points([para("1. Sở Y tế;"), para("2. Sở Nội vụ;")], range(2))
    assert [(points.get("scope"), points.get("duties")) for points in found] == [(1.6, None)] * 2


@pytest.mark.parametrize(
    ("texts", "one"),
    [
        (["1. Trồng cây", "2. Ươm cây"], True),
        (["1. Trồng cây", "2. Ươm cây", "Tưới cây"], False),
        (["1. Trồng cây", "a) Ươm cây"], False),
        (["1. Trồng cây", "1. Ươm cây"], False),
    ],
)
def test_runs_of_paragraphs_that_are_one_list(texts: list[str], one: bool) -> None:
    assert lost._one_list([para(text) for text in texts]) is one


@pytest.mark.parametrize(
    ("text", "ends"),
    [("1. Trồng cây", True), ("2) Trồng cây", True), ("1/ Trồng cây", False), ("1. trồng cây", False)],
)
def test_labels_that_end_a_torn_table(text: str, ends: bool) -> None:
    assert tables_torn._ends(line(text)) is ends


@pytest.mark.parametrize(
    ("text", "fields"),
    [("Giám đốc các Sở: Y tế, Tài chính", ["Y tế", "Tài chính"]), ("Giám đốc các Sở: Y tế: Cử người.", [])],
)
def test_posts_are_a_list_from_two_on(text: str, fields: list[str]) -> None:
    words = Words(text)
    name = agency_names.name_at(words, 0)
    assert name is not None
    assert [post.field.name for post in agency_lists._heads_of(words, name) if post.field] == fields


@pytest.mark.parametrize("cell", [True, False])
def test_in_the_year_is_said_by_cells_alone(cell: bool) -> None:
    place = Place(2031, cell=cell, heading=False, finish=False)
    assert [found.due for found in deadlines.read("Trong năm.", place, None)] == ["2031"] * cell


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("Trồng 120 ha rừng ven suối, hoàn thành trước ngày 15/6.", "ha rừng ven suối"),
        ("Trồng 120 ha rừng ven suối, dự kiến kinh phí 15 triệu đồng.", "ha rừng ven suối"),
        ("Trồng 120 ha rừng ven suối, gửi báo cáo về huyện trước 15/6.", "ha rừng ven suối"),
        ("Số bác sĩ trên 10.000 dân đạt 12 bác sĩ.", "Số bác sĩ trên 10.000 dân"),
        ("Có 98/120 xã (81,7%) đạt chuẩn.", "xã (81,7%) đạt chuẩn"),
        ("Trung bình không quá 1%, không có yếu.", "Trung bình"),
        ("Lấp 350 giếng hư hỏng, không còn sử dụng.", "giếng hư hỏng, không còn sử dụng"),
        ("Chưa đạt dưới 1%.", "Chưa đạt"),
        ("Tỷ lệ học sinh xếp loại chưa đạt không quá 2%.", "Tỷ lệ học sinh xếp loại chưa đạt"),
    ],
)
def test_what_an_indicator_is_not_made_of(text: str, indicator: str) -> None:
    assert [found.indicator for found in targets.find(text, by=2031, objective=True)] == [indicator]


@pytest.mark.parametrize(
    ("text", "pinpoint"),
    [
        ("Xử lý theo Điều 5 của Luật Trẻ em.", "Điều 5"),
        ("Xử lý vi phạm Điều 5 về trồng cây, Luật Trẻ em.", None),
    ],
)
def test_a_pinpoint_leads_to_its_law(text: str, pinpoint: str | None) -> None:
    assert [found.pinpoint for found in citations.find(text)] == [pinpoint]


_DECISION = "Quyết định số 15/QĐ-UBND ngày 03/4/2030 của UBND tỉnh; Quyết định số 15/QĐ-UBND"


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        (f"{_DECISION} ngày 05/6/2030 của UBND tỉnh.", [2]),  # one of the days is misprinted
        (f"{_DECISION} ngày 05/6/2030 của UBND huyện.", [1, 1]),
        ("Quyết định số 815/QĐ-UBND ngày 03/4/2030 của UBND tỉnh; Quyết định số 815/QĐ-UBND năm 2030.", [2]),
    ],
)
def test_mentions_of_one_number_are_one_document_or_two(text: str, mentions: list[int]) -> None:
    found = citations_merge.merge(enumerate(citations.find(text)))
    assert [len(citation.mentions) for citation in found] == mentions


@pytest.mark.parametrize(
    ("year", "last"), [("2000", "29"), ("2028", "29"), ("2030", "28"), ("2100", "28"), ("2400", "29")]
)
def test_the_last_day_of_february(year: str, last: str) -> None:
    days = [citation_parts._iso(year, "2", day) for day in ("28", "29", "30")]
    assert [day for day in days if day is not None][-1] == f"{year}-02-{last}"


def test_years_of_a_list_stand_where_they_are_printed() -> None:
    text = "Các năm 2031, 2033 và 2035"
    assert [text[stamp.start : stamp.end] for stamp in dates.scan(text)] == ["năm 2031", "2033", "2035"]


@pytest.mark.parametrize(
    ("text", "opens"), [("“Phụ lục I", True), ("(Phụ lục I", True), ("Phụ lục I", True), ("phụ lục I", False)]
)
def test_what_opens_an_annex_begins_with_a_capital(text: str, opens: bool) -> None:
    assert (annexes._opens(line(text)) is not None) is opens


@pytest.mark.parametrize(
    ("text", "placed"),
    [("Sơn Hà, ngày 15 tháng 6 năm 2031", True), ("Ngày 15 tháng 6 năm 2031", False), ("Sơn Hà", False)],
)
def test_a_letterheads_date_has_a_place(text: str, placed: bool) -> None:
    assert page_top._placed(line(text)) is placed


@pytest.mark.parametrize("text", ["Trồng cây", "Trồng cây.", "trồng cây", "1. Trồng cây"])
def test_running_text_is_no_title_over_a_list(text: str) -> None:
    assert not nodes.titles_list(node(text))


@pytest.mark.parametrize(
    ("above", "below", "role", "points"),
    [
        ("Trồng cây", "và tưới cây", "task", 0.0),
        ("Trồng cây", "Quý I", "task", -2.6),
        ("Từ tháng 6 đến", "tháng 9", "time", 0.0),
        ("Sở Y tế", "tháng 9", "lead", -2.0),
    ],
)
def test_lines_that_go_on_a_cell(above: str, below: str, role: str, points: float) -> None:
    first, second = (cell_kinds.kind(line(text)) for text in (above, below))
    assert cell_kinds.goes_on(first, second, role) == pytest.approx(points)


@pytest.mark.parametrize(("text", "role", "points"), [("Quý I", "note", -0.5), ("Quý I", "time", 2.0), ("a", "", -1.3)])
def test_lines_that_begin_a_cell(text: str, role: str, points: float) -> None:
    assert cell_kinds.suits(cell_kinds.kind(line(text)), role) == pytest.approx(points)


@pytest.mark.parametrize("label", ["1. NHIỆM VỤ", "11. NHIỆM VỤ"])
def test_strokes_read_as_figures_take_the_missing_number(label: str) -> None:
    paras = [para(text) for text in ("I. MỤC ĐÍCH", label, "III. KINH PHÍ")]
    mend._gaps(paras)
    assert [(p.label.style, p.label.value) for p in paras if p.label] == [("I", 1), ("I", 2), ("I", 3)]


@pytest.mark.parametrize(
    ("title", "starts"),
    [("CÂY TRỒNG Ở CÁC THÔN TRONG XÃ A", False), ("CÂY TRỒNG Ở CÁC THÔN TRONG XÃ AB", True)],
)
def test_capitals_behind_a_signature_are_an_annex_from_25_letters_on(title: str, starts: bool) -> None:
    assert zone_ends._starts_annex(printed(f"Nguyễn Văn Thử\n\n\n{title}"), 1, filed=True) is starts


def test_text_that_has_no_place_is_told() -> None:
    text = (
        "KẾ HOẠCH\nTrồng cây\n\nI. NHIỆM VỤ\n1. Trồng cây\n\nNơi nhận:\n- Như trên;\n\nCHỦ TỊCH\nNguyễn Văn Thử\n\n"
        "CÂY TRỒNG NĂM NAY\n1. Lim\n2. Lát\n"
    )
    plan = parse_source(SourceText.from_text(text))
    assert [(w["code"], text[w["span"]["start"] : w["span"]["end"]]) for w in plan["warnings"]] == [
        ("unplaced-text", "1. Lim\n2. Lát")
    ]


@pytest.mark.parametrize(
    ("above", "goes_on"), [("Trồng cây dọc các tuyến đường liên thôn, liên xã.", True), ("Trồng cây ở thôn.", False)]
)
def test_a_sentence_behind_a_full_line_goes_on_a_paragraph_set_in(above: str, goes_on: bool) -> None:
    first, second = printed(f"    {above}\nCác thôn tưới cây.")
    set_in = layout.Layout(wrapped=True, width=56, slack=3, indented=True, indent=4, gap=1)
    assert joining.continues(first, second, set_in, broken=False, opening=first) is goes_on


@pytest.mark.parametrize(("run", "at"), [("Trồng", 0), ("Trồngcây", 5), ("xyz", 0)])
def test_where_a_run_of_letters_is_two_words(run: str, at: int) -> None:
    assert glued._cut(run, Counter(), Counter()) == at


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Phân phối cây giống cho các hộ; chỉ đạo", 0),  # goes on below, with a name in capitals
        ("Phân phối cây giống cho các hộ; tố zj", 6),
        ("Thu gom rác vào sáng thứ bảy. tố", 3),
        ("Thu gom rác vào sáng thứ bảy. Ủy ban", 0),
        ("Thu gom rác vào sáng thứ bảy. Nj", 3),
    ],
)
def test_letters_behind_the_end_of_a_sentence(text: str, rest: int) -> None:
    assert stains._rest(text, None) == rest


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Lắp 1.200 đồng hồ nước.", []),
        ("May 25.000 đồng phục.", []),
        ("Phát hành 500.000 đồng hồ sơ dự thầu.", [500_000]),
        ("Bố trí 23.400.000 đồng phục vụ Đoàn.", [23_400_000]),
    ],
)
def test_thousands_of_things_whose_name_begins_like_money(text: str, values: list[int]) -> None:
    assert [amount.value for amount in money.amounts(text)] == values
