"""The citations layer: knowledge rows against their examples, merging, spans, speed."""

from __future__ import annotations

import datetime
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from growing import in_line, within
from kehoach.knowledge.document_types import TYPES, DocumentType
from kehoach.knowledge.laws import AMENDED_TOGETHER, SHORT_CODES, Law, law_of, laws, numbered
from kehoach.parsers.facts.citations import Mention, find
from kehoach.parsers.facts.citations_merge import Citation, merge, squeezed
from sentences.run import rows


def cited(text: str, own: tuple[str, ...] = ()) -> list[Citation[int]]:
    return merge(enumerate(find(text)), own)


@pytest.mark.parametrize("half", ["dev", "held"])
def test_citations_stand_in_the_order_of_their_first_mentions(half: str) -> None:
    for row in rows("citations", half):
        first = [citation.mentions[0][1].start for citation in cited(row["text"])]
        assert first == sorted(first)


# --- knowledge -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("row", TYPES, ids=lambda t: t.name)
def test_types_by_their_examples(row: DocumentType) -> None:
    assert [c.type for c in cited(f"Căn cứ {row.example};")] == [row.name]
    assert [m.type for m in find(row.example.upper())] == [row.name]
    for text in row.never:
        assert find(text) == []


@pytest.mark.parametrize("law", laws(), ids=lambda law: law.name)
def test_laws_by_all_their_names(law: Law) -> None:
    for name in (law.name, *(f"{law.kind} {alias}" for alias in law.aliases)):
        (mention,) = find(f"theo quy định của {name} và các văn bản hướng dẫn thi hành.")
        assert law_of(mention.title or "") == law
        assert f"theo quy định của {name} và"[mention.start : mention.end] == name


def test_law_numbers_and_dates_fit() -> None:
    seen: set[str] = set()
    for law in laws():
        for number, date in law.versions:
            datetime.date.fromisoformat(date)
            assert re.fullmatch(rf"\d\d\d?/{date[:4]}/[A-Z-]+\d+", number), number
            assert number not in seen
            seen.add(number)
    assert len(laws()) >= 200
    assert numbered()["102/2016/QH13"].name == "Luật Trẻ em"


def test_laws_amended_together_are_known() -> None:
    for _, together in AMENDED_TOGETHER:
        for name in together.split(";"):
            assert law_of(f"Luật {name.strip()}"), name


def test_codes_by_initials() -> None:
    for short, name in SHORT_CODES.items():
        assert [m.title for m in find(f"theo Điều 5 {short}.")] == [name]


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Luật PCCC", "Luật Phòng cháy và chữa cháy"),
        ("Luật PCCC và CNCH", "Luật Phòng cháy, chữa cháy và cứu nạn, cứu hộ"),
        (
            "Luật Phòng cháy, chữa cháy (PCCC) và cứu nạn, cứu hộ (CNCH)",
            "Luật Phòng cháy, chữa cháy và cứu nạn, cứu hộ",
        ),
        ("Luật Phòng chống ma tuý", "Luật Phòng, chống ma túy"),
        ("Luật bầu cử ĐBQH và đại biểu HĐND", "Luật Bầu cử đại biểu Quốc hội và đại biểu Hội đồng nhân dân"),
        ("LUẬT HOÀ GIẢI Ở CƠ SỞ", "Luật Hòa giải ở cơ sở"),
        ("Luật Quốc tịch", "Luật Quốc tịch"),
        ("Luật XLVPHC", "Luật Xử lý vi phạm hành chính"),
    ],
)
def test_spellings_of_laws(printed: str, name: str) -> None:
    assert [m.title for m in find(f"Phổ biến {printed} tới nhân dân")] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "tuân thủ Hiến pháp và pháp luật", "THỰC HIỆN PHÁP LUẬT TRẺ EM", "kỷ luật lao động", "luật được ban hành",
        "cử nhân Luật", "Trường Đại học Luật Hà Nội", "theo luật định", "KỶ LUẬT LAO ĐỘNG", "Luật, Nghị định, Thông tư",
        "Đề án 06/CP", "Mẫu số 05/BCĐ-MT", "QCVN 01:2021/BYT", "lớp 5/2", "1.250/1.400 hộ", "Kế hoạch 10/2024",
        "tại mục 5 - HĐND và UBND", "theo Luật số 59 nêu trên", "Quyết định 1/2020", "quyết định 815 hộ",
        "Quyết định 2020",
    ],
)  # fmt: skip
def test_no_citations(text: str) -> None:
    assert find(text) == []


# --- numbers, dates, issuers -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("printed", "number", "date"),
    [
        ("Quyết định số 361 /QĐ-TTg", "361/QĐ-TTg", None),
        ("Kế hoạch Số 31 /KH - UBND", "31/KH-UBND", None),
        ("Quyết định sô 75 /QD-TTg ngảy 03 thàng 7 nảm 2020", "75/QĐ-TTg", "2020-07-03"),
        ("Nghị quyết số 21/2O20/QHI4", "21/2020/QH14", None),
        ("Quyết định số 12/ỌĐ-UBNĐ", "12/QĐ-UBND", None),
        ("Nghị quyết số 18 - NQ/TW, ngày 25-10-2017", "18-NQ/TW", "2017-10-25"),
        ("Nghị quyết 30a/2008/NQ-CP", "30a/2008/NQ-CP", None),
        ("Quyết định số 6/2006/QĐ-BGD&ĐT", "6/2006/QĐ-BGD&ĐT", None),
        ("Quyết định số 34/QĐ-UBNDngày 15/6/2020", "34/QĐ-UBND", "2020-06-15"),
        ("Công văn số 12/UBND-VX ngày 31/02/2020", "12/UBND-VX", None),
        ("Văn bản số 17.3/GTr ngày 17/3/2021", "17.3/GTr", "2021-03-17"),
    ],
)
def test_numbers_are_normalised(printed: str, number: str, date: str | None) -> None:
    (mention,) = find(f"Thực hiện {printed} về việc rà soát")
    assert (mention.number, mention.date) == (number, date)
    assert mention.title == "về việc rà soát"


@pytest.mark.parametrize(
    ("printed", "date"),
    [
        ("Nghị quyết số 5/NQ-CP, 25/10/2017 của Chính phủ", "2017-10-25"),
        ("Kế hoạch số 9/KH-UBND tháng 5 năm 2020 của UBND tỉnh", "2020-05"),
        ("Kế hoạch số 9/KH-UBND tháng 13/2020 của UBND tỉnh", None),
        ("Kế hoạch số 9/KH-UBND (năm 2020) của UBND tỉnh", "2020"),
        ("Luật Trẻ em số 102/2016/QH13 năm 2016", None),
    ],
)
def test_as_much_of_a_date_as_is_printed(printed: str, date: str | None) -> None:
    assert [m.date for m in find(printed)] == [date]


@pytest.mark.parametrize(
    ("behind", "title"),
    [
        (" về việc trồng cây, cụ thể như sau", "về việc trồng cây"),
        (" về việc trồng cây, Sở Xây dựng rà soát", "về việc trồng cây"),
        (" về trồng cây, chăm sóc cây, Quyết định số 5/QĐ-UBND", "về trồng cây, chăm sóc cây"),
        (" về trồng cây (phố đi bộ, công viên); các xã", "về trồng cây (phố đi bộ, công viên)"),
        (" về trồng cây)", "về trồng cây"),
    ],
)
def test_where_a_title_ends(behind: str, title: str) -> None:
    assert find(f"(Kế hoạch số 9/KH-UBND{behind}")[0].title == title


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("Kế hoạch số 9/KH-UBND của UBND tỉnh phân công nhiệm vụ", "Ủy ban nhân dân tỉnh"),
        ("Quyết định số 9/QĐ-SVH của Sở Văn hóa, Thể thao và Du lịch, các đơn vị", "Sở Văn hóa, Thể thao và Du lịch"),
        ("Công văn số 9/SNV của Sở Nội vụ và Kế hoạch số 3/KH-SNV", "Sở Nội vụ"),
        ("Nghị định số 9/2020/NĐ-CP", "Chính phủ"),
        ("Nghị quyết của Chính phủ số 9/NQ-CP", "Chính phủ"),
        ("Thông tư số 9/2020/TT-BYT", None),
        ("Chỉ thị số 9/CT-CA của Chánh án Tòa án nhân dân tối cao về xét xử", "Chánh án Tòa án nhân dân tối cao"),
        ("Công văn số 9/VKS của Viện trưởng VKSND tối cao về án", "Viện trưởng VKSND tối cao"),
        ("Công văn số 9/TA của Tòa án nhân dân tối ưu hóa quy trình", "Tòa án nhân dân"),
        ("Kế hoạch số 9/KH-CTĐ của Hội Chữ thập đỏ quận 6 về hiến máu", "Hội Chữ thập đỏ quận 6"),
        ("Kế hoạch số 9/KH-HLG của Hội Luật gia tỉnh về tư vấn", "Hội Luật gia tỉnh"),
        ("Kế hoạch số 9/KH-LH của Liên hiệp các Hội Khoa học và Kỹ thuật", "Liên hiệp các Hội Khoa học và Kỹ thuật"),
        (
            "Kế hoạch số 9/KH-HĐ của Hội đồng Phối hợp phổ biến, giáo dục pháp luật huyện",
            "Hội đồng Phối hợp phổ biến, giáo dục pháp luật huyện",
        ),
        ("Kế hoạch số 9/KH-UBND của UBND tỉnh phối hợp phổ biến, giáo dục pháp luật", "Ủy ban nhân dân tỉnh"),
        ("Công văn số 9/UBND của UBND huyện Cư M'gar về trồng cây", "Ủy ban nhân dân huyện Cư M'gar"),
        ("Chương trình số 9-CTr/TW của Ban Bí thư, Thủ tướng Chính phủ", "Ban Bí thư, Thủ tướng Chính phủ"),
        ("theo đề nghị của Sở Nội vụ tại Tờ trình số 9/TTr-SNV", "Sở Nội vụ"),
        ("Quyết định số 9/QĐ-UBND của UBND xã Tân An giai đoạn 2020", "Ủy ban nhân dân xã Tân An"),
        ("Quyết định số 9/QĐ-BCĐ của Ban Chỉ đạo liên ngành về phê duyệt danh sách", "Ban Chỉ đạo liên ngành"),
        ("Quyết định số 9/QĐ-BCĐ của Ban Chỉ đạo liên ngành về trồng cây", "Ban Chỉ đạo liên ngành về trồng cây"),
    ],
)
def test_issuers(text: str, issuer: str | None) -> None:
    assert find(text)[0].issuer == issuer


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Theo Quyết định 815, các xã rà soát", "815"),
        ("Theo công văn số 118 của Sở Y tế", "118"),
        ("Theo Nghị định 15/2020, các xã rà soát", "15/2020"),
        ("Theo Luật số 59 ngày 17/6/2020", "59"),
    ],
)
def test_serials_alone(text: str, number: str) -> None:
    assert [m.number for m in find(text)] == [number]


def test_date_behind_the_issuer_belongs_to_the_mention() -> None:
    text = "Kế hoạch số 9/KH-BNV của Bộ Nội vụ ngày 05 tháng 02 năm 2026 về sắp xếp"
    (m,) = find(text)
    assert text[m.start : m.end] == "Kế hoạch số 9/KH-BNV của Bộ Nội vụ ngày 05 tháng 02 năm 2026"


@pytest.mark.parametrize("about", ["", "về việc "])
def test_an_amending_law_by_its_number(about: str) -> None:
    text = f"Luật số 12/2031/QH18 {about}sửa đổi, bổ sung một số điều của Luật Trẻ em"
    amending = "Luật sửa đổi, bổ sung một số điều của Luật Trẻ em"
    assert [(m.number, m.title) for m in find(text)] == [("12/2031/QH18", amending), (None, "Luật Trẻ em")]


# --- merging ---------------------------------------------------------------------------------------------------------


def test_the_plans_own_number_is_no_citation() -> None:
    text = "(Kèm theo Kế hoạch số 07 /KH-UBND ngày 3/4/2021 và Quyết định số 5/QĐ-UBND)"
    assert [c.number for c in cited(text, own=("7/KH-UBND",))] == ["5/QĐ-UBND"]


def test_the_same_number_of_two_years_is_two_documents() -> None:
    text = "Quyết định số 5/QĐ-UBND ngày 3/4/2020; Quyết định số 5/QĐ-UBND ngày 8/5/2021; Quyết định số 5/QĐ-UBND"
    assert [(c.date, len(c.mentions)) for c in cited(text)] == [("2020-04-03", 2), ("2021-05-08", 1)]


def test_a_short_name_before_the_full_one() -> None:
    (citation,) = cited("Quán triệt Chỉ thị 11. Căn cứ Chỉ thị số 11-CT/TU ngày 3/4/2020 của Tỉnh ủy")
    assert (citation.number, citation.date, len(citation.mentions)) == ("11-CT/TU", "2020-04-03", 2)


def test_running_text_gives_the_words_that_a_title_in_capitals_shouts() -> None:
    shouted = "QUYẾT ĐỊNH SỐ 64/QĐ-BGTVT NGÀY 22/01/2031 CỦA BỘ GIAO THÔNG VẬN TẢI BAN HÀNH CHƯƠNG TRÌNH ĐƯỜNG XANH"
    said = "Quyết định số 64/QĐ-BGTVT ngày 22/01/2031 của Bộ Giao thông vận tải ban hành Chương trình đường xanh"
    (alone,) = cited(shouted)
    assert (alone.issuer, alone.title) == ("BỘ GIAO THÔNG VẬN TẢI", "BAN HÀNH CHƯƠNG TRÌNH ĐƯỜNG XANH")
    (both,) = cited(f"{shouted}; {said}")
    assert (both.issuer, both.title) == ("Bộ Giao thông vận tải", "ban hành Chương trình đường xanh")


def test_a_law_by_number_and_by_name_is_one() -> None:
    text = "Luật Trẻ em được phổ biến; Điều 5 Luật số 102/2016/QH13; Luật Trẻ em năm 2016; Bộ luật Dân sự"
    assert [(c.title, c.number, len(c.mentions)) for c in cited(text)] == [
        ("Luật Trẻ em", "102/2016/QH13", 3),
        ("Bộ luật Dân sự", None, 1),
    ]


def test_squeezed_numbers() -> None:
    assert squeezed("05/2020/NÐ-CP") == squeezed("5/2020/NĐ - CP") != squeezed("50/2020/NĐ-CP")


def test_mentions_keep_what_the_caller_gave() -> None:
    found = [("a", m) for m in find("Luật Trẻ em")] + [("b", m) for m in find("luật trẻ em")]
    (citation,) = merge(found)
    assert [where for where, _ in citation.mentions] == ["a", "b"]


# --- any text --------------------------------------------------------------------------------------------------------

PIECES = (
    "Luật ", "Luật sửa đổi, bổ sung một số điều của ", "Quyết định ", "số ", "12/QĐ-UBND", "35-NQ/TU", "ngày ",
    "3/4/2020", " năm 2016", "của ", "UBND tỉnh", "về việc ", "khoản 2 Điều 5 ", "(", ")", ", ", "; ", ". ", "và ",
    "Trẻ em", "PCCC", "tại ", "Hiến pháp", "pháp lệnh ", "1", "/", "-", " ", "Ọ", "\u00a0", "BLHS", "cùng ngày", "QH14",
    "Đề án 06", "các ", ":",
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_any_text_gives_sound_mentions(text: str) -> None:
    found = find(text)
    assert found == sorted(found, key=lambda m: (m.start, -m.end))
    for m in found:
        assert 0 <= m.start < m.end <= len(text)
        assert m.number or m.title
    assert sum(len(c.mentions) for c in merge(enumerate(found))) == len(found)


def merged(text: str) -> list[Citation[int]]:
    return merge(enumerate(find(text)))


@pytest.mark.parametrize(
    "unit",
    [
        "Luật ",
        "Luật Phòng, chống ",
        "1/1/",
        "số 1/A-",
        "Quyết định số 1/QĐ-UBND, ",
        "của Bộ ",
        "khoản 1 Điều 1 ",
        "(",
        " ",
    ],
)
def test_worst_cases_stay_linear(unit: str) -> None:
    assert in_line(merged, unit, 20_000)


def test_a_line_of_a_quarter_megabyte() -> None:
    line = "Thực hiện Quyết định số 15/QĐ-UBND ngày 3/4/2020 của UBND tỉnh về việc rà soát hộ nghèo theo Luật Trẻ em; "
    assert within(5, lambda: merged(line * (250_000 // len(line))))


def test_a_mention_is_immutable() -> None:
    m = Mention(0, 1, "Luật", None, None, None, "Luật Trẻ em", None)
    with pytest.raises(AttributeError):
        m.number = "1"  # type: ignore[misc]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Luật số 59/2020/QH14 về doanh nghiệp", "Luật Doanh nghiệp"),
        ("Luật số 59/2020/QH14 về điều mới", "Luật điều mới"),
        ("Quyết định số 5/QĐ-UBND về chương trình của Đại hội khóa X.", "về chương trình của Đại hội khóa X"),
    ],
)
def test_titles_behind_numbers(text: str, title: str | None) -> None:
    assert [m.title for m in find(text)] == [title]


@pytest.mark.parametrize(("text", "count"), [("THEO LUẬT ĐẦU TƯ", 1), ("QUY LUẬT ĐẦU TƯ", 0), ("KỶ LUẬT ĐẦU TƯ", 0)])
def test_words_that_hold_the_word_law_in_capitals(text: str, count: int) -> None:
    assert len(find(text)) == count
