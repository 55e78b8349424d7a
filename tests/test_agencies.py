"""Agencies: heads of duties, lists of names, the register."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growing import in_line
from kehoach.folding import nfc
from kehoach.knowledge.agencies import level_of, resolve
from kehoach.knowledge.agency_bodies import BODIES
from kehoach.knowledge.agency_fields import FIELDS
from kehoach.knowledge.agency_words import HEADS
from kehoach.parsers.facts.agencies import leading, names, split


@pytest.mark.parametrize("head", HEADS, ids=lambda h: h.words)
def test_every_head_reads_its_example_and_not_its_counter_example(head: Any) -> None:
    found = split(head.example)
    assert found, head.example
    assert found[0].start == 0
    if head.never:
        assert leading(head.never) is None, head.never


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Báo Hà Nam, Đài Phát thanh và Truyền hình tỉnh", ["Báo Hà Nam", "Đài Phát thanh và Truyền hình tỉnh"]),
        ("Sở Văn hóa, Thể thao và Du lịch", ["Sở Văn hóa, Thể thao và Du lịch"]),
        ("Các sở, ban, ngành tỉnh và UBND các huyện, thị xã", ["Các sở, ban, ngành tỉnh", "UBND các huyện, thị xã"]),
        ("Các Sở: Y tế, Tài chính và Nội vụ", ["Sở Y tế", "Sở Tài chính", "Sở Nội vụ"]),
        ("Văn phòng HĐND và UBND xã, Phòng Kinh tế", ["Văn phòng HĐND và UBND xã", "Phòng Kinh tế"]),
        ("Chi cục An toàn vệ sinh thực phẩm tỉnh", ["Chi cục An toàn vệ sinh thực phẩm tỉnh"]),
        ("Đồng chí Lê Thị B, Phó Chủ tịch UBND xã", ["Đồng chí Lê Thị B, Phó Chủ tịch UBND xã"]),
        ("Thủ trưởng các đơn vị; Chủ tịch UBND các xã", ["Thủ trưởng các đơn vị", "Chủ tịch UBND các xã"]),
        ("CÔNG AN HUYỆN VÀ BAN CHỈ HUY QUÂN SỰ HUYỆN", ["CÔNG AN HUYỆN", "BAN CHỈ HUY QUÂN SỰ HUYỆN"]),
        ("UBND TP. Tân Lập, Công an Q. Tân Lập", ["UBND TP. Tân Lập", "Công an Q. Tân Lập"]),
        ("Thôn Ea H'leo, Trạm Y tế xã", ["Thôn Ea H'leo", "Trạm Y tế xã"]),
        ("Đ/c Phó Giám đốc Sở Y tế, Sở Nội vụ", ["Đ/c Phó Giám đốc Sở Y tế", "Sở Nội vụ"]),
        ("Các sở, và ngành tỉnh", ["Các sở, và ngành tỉnh"]),
        ("Các hội trên địa bàn có liên quan, Sở Y tế", ["Các hội trên địa bàn có liên quan", "Sở Y tế"]),
        ("Thủ trưởng cơ quan, đơn vị; Sở Y tế", ["Thủ trưởng cơ quan, đơn vị", "Sở Y tế"]),
        ("Quỹ Đầu tư phát triển, Sở Y tế", ["Quỹ Đầu tư phát triển", "Sở Y tế"]),
        ("Ban Quản lý dự án đầu tư xây dựng huyện", ["Ban Quản lý dự án đầu tư xây dựng huyện"]),
        ("", []),
        ("Nâng cao nhận thức", []),
    ],
)
def test_split(text: str, want: list[str]) -> None:
    assert [a.name for a in split(text)] == want


@pytest.mark.parametrize(
    "where",
    ["các xã", "tỉnh", "huyện", "xã", "ngành", "trung tâm", "khu công nghiệp", "cụm", "trường", "đơn vị", "địa bàn",
     "hệ thống", "và ngoài tỉnh", "toàn tỉnh", "khối", "nước", "Quân khu"],
)  # fmt: skip
def test_words_that_say_where_belong_to_a_name(where: str) -> None:
    assert [a.name for a in split(f"Các cơ quan trong {where}: rà soát")] == [f"Các cơ quan trong {where}"]


def test_words_that_say_in_what_do_not() -> None:
    assert [a.name for a in split("Các cơ quan trong quá trình rà soát")] == ["Các cơ quan"]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Sở Y tế; UBND các xã", ["Sở Y tế", "UBND các xã"]),
        ("Phòng Kinh tế", ["Phòng Kinh tế"]),
        ("Giao Sở Nội vụ và Công an tỉnh rà soát, báo cáo UBND tỉnh", ["Sở Nội vụ", "Công an tỉnh", "UBND tỉnh"]),
        ("Theo hướng dẫn của Bộ Tài chính.", ["Bộ Tài chính"]),
        ("Năm 2026", []),
    ],
)
def test_names(text: str, want: list[str]) -> None:
    assert [a.name for a in names(text)] == want


@pytest.mark.parametrize(
    "text",
    [
        "Tăng cường công tác phối hợp",
        "Xã hội hóa giáo dục",
        "Các tổ chức, cá nhân",
        "Công tác chuẩn bị",
        "Hội nghị sơ kết",
        "Ban hành kế hoạch",
        "Chi hỗ trợ hộ nghèo",
        "Phòng, chống tham nhũng",
        "Báo cáo kết quả",
        "Đoàn kiểm tra",
        "Đài tưởng niệm",
        "Bảo hiểm xã hội tự nguyện",
        "Cơ quan chủ trì: Sở Y tế",
        "Đơn vị thực hiện: UBND xã",
        "Trưởng đoàn: Ông Lê Văn B",
        "BAN HÀNH QUY CHẾ",
        "TỔ CHỨC THỰC HIỆN",
        "BÁO CÁO THÁNG",
        "Tổ chức thực hiện",
        "Trường hợp khẩn cấp",
        "Sở Y tế với Sở Nội vụ rà soát",
        "Đồng chí: rà soát",
        "",
        "1",
    ],
)
def test_what_is_no_head(text: str) -> None:
    assert leading(text) is None


@pytest.mark.parametrize(
    ("text", "explicit"),
    [("Sở Y tế", True), ("Sở Y tế:", True), ("Sở Y tế: rà soát", True), ("Sở Y tế có trách nhiệm rà soát", True),
     ("Sở Y tế rà soát", False)],
)  # fmt: skip
def test_whether_the_action_is_set_apart(text: str, explicit: bool) -> None:
    head = leading(text)
    assert head is not None
    assert head.explicit is explicit


def test_levels_and_kinds() -> None:
    def shape(text: str) -> list[tuple[str, str | None]]:
        return [(a.kind, a.level) for a in split(text)]

    levels = ("central", "province", "district", "commune")
    assert shape("Bộ Y tế, Sở Y tế, Phòng Y tế, Trạm Y tế xã") == [("organisation", level) for level in levels]
    assert shape("UBND các huyện, thị xã, thành phố") == [("group", "district")]
    assert shape("Ông Lê Văn B - Chủ tịch UBND xã") == [("person", "commune")]
    assert shape("Trường THCS Tân Lập") == [("organisation", "organisation")]
    assert level_of("UBND các tỉnh, thành phố trực thuộc Trung ương") == "province"
    assert level_of("Ban công tác Mặt trận các thôn trên địa bàn xã") == "commune"
    assert level_of("Bộ đội địa phương") is None
    assert [level_of(f"Phòng Kinh tế {of}") for of in ("xã Tân Lập", "thị xã Tân Lập", "huyện Tân Lập")] == [
        "commune", "district", "district"
    ]  # fmt: skip


def _printings(groups: tuple[str, ...]) -> list[str]:
    """The ways the groups of a field are joined in print."""
    words = [g[0].upper() + g[1:] for g in groups]
    short = ["".join(w[0] for w in g.split()).upper() for g in groups]
    out = [" và ".join(words), " - ".join(words), ", ".join(words), " ".join(words), " & ".join(words)]
    if len(words) > 1:
        out += [", ".join(words[:-1]) + " và " + words[-1], " - ".join(words[:-1]) + " và " + words[-1]]
        out += ["".join(short), "&".join(short), "-".join(short), " và ".join(short)]
    return out


@pytest.mark.parametrize("field", [f for f in FIELDS if {"sở", "bộ", "phòng"} & set(f.heads)], ids=lambda f: f.name)
def test_every_spelling_of_a_field_is_the_same_body(field: Any) -> None:
    for head in field.heads:
        if head not in {"sở", "bộ", "phòng"}:
            continue
        label = head.capitalize()
        official = resolve(f"{label} {field.name}")
        assert official is not None
        assert official.name == f"{label} {field.name}"
        for printed in _printings(field.groups):
            got = resolve(f"{label} {printed}")
            assert got is not None, printed
            assert set(got.sectors) == set(official.sectors) or len(printed) < 8, printed


@pytest.mark.parametrize("body", BODIES, ids=lambda b: b.name)
def test_every_body_resolves_from_all_its_spellings(body: Any) -> None:
    for spelling in (body.name, *body.aliases):
        got = resolve(spelling)
        assert got is not None, spelling
        assert got.sectors == body.sectors or got.name != body.name


@pytest.mark.parametrize(
    ("name", "year", "now"),
    [
        ("Sở LĐ-TB&XH", 2024, ("Sở Lao động - Thương binh và Xã hội",)),
        ("Sở LĐ-TB&XH", 2026, ("Sở Nội vụ", "Sở Y tế", "Sở Giáo dục và Đào tạo")),
        ("Sở NN&PTNT", 2026, ("Sở Nông nghiệp và Môi trường",)),
        ("Sở KH&ĐT", 2026, ("Sở Tài chính",)),
        ("Phòng NN&PTNT", 2026, ("Phòng Kinh tế",)),
        ("Phòng Tư pháp", 2026, ("Văn phòng HĐND và UBND",)),
        ("Ban Dân tộc tỉnh", 2026, ("Sở Dân tộc và Tôn giáo",)),
        ("Sở Y tế", 2026, ("Sở Y tế",)),
        ("Ban Dân vận Tỉnh ủy", 2026, ("Ban Tuyên giáo và Dân vận",)),
    ],
)
def test_what_became_of_a_body(name: str, year: int, now: tuple[str, ...]) -> None:
    found = resolve(name, year=year)
    assert found is not None
    assert found.now == now


def test_unknown_bodies_resolve_to_nothing() -> None:
    assert resolve("Tổ hợp tác Tân Tiến") is None
    assert resolve("") is None


@given(st.text(alphabet=st.sampled_from("SởYtếPhòngBan các,và:;()-/ .1đĐUNDBủyỦ"), max_size=80))
def test_any_text_at_all(text: str) -> None:
    text = nfc(text)
    head = leading(text)
    if head is not None:
        assert 0 <= head.end <= head.rest <= len(text)
    for agency in names(text) + split(text) + list(head.agencies if head else ()):
        assert 0 <= agency.start < agency.end <= len(text)
        assert text[agency.start : agency.end].strip() == text[agency.start : agency.end]


@pytest.mark.parametrize("function", [leading, split, names], ids=lambda f: f.__name__)
@pytest.mark.parametrize(
    "unit",
    ["Sở Y tế, ", "Các sở, ban, ngành, ", "phòng ", "các đơn vị có ", "( ", "Hội Từ thiện và ", "A", "- ", "Báo, ",
     "Đồng chí Lê Văn A, Phó Chủ tịch, ", "cơ quan ", "Quỹ Đầu tư phát triển ", "Các Sở: Y tế, Tài chính, "],
)  # fmt: skip
def test_linear(function: Any, unit: str) -> None:
    assert in_line(function, unit, 8_000)


@pytest.mark.parametrize(
    "name",
    ["Trung tâm Bảo tồn phát triển", "Văn phòng và UBND xã", "Công an các xã, phường", "trung tâm y tế huyện",
     "hội nông dân xã"],
)  # fmt: skip
def test_a_name_before_a_verb_is_whole(name: str) -> None:
    assert [agency.name for agency in names(f"{name}, Sở Y tế theo dõi")] == [name, "Sở Y tế"]
