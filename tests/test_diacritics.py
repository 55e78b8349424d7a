"""Marks that OCR lost are restored for the rules to compare by, in worn plans only, and what a plan says stays."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import kehoach
from kehoach import diacritics, folding
from kehoach.folding import bare, fold
from kehoach.knowledge.agencies import level_of
from kehoach.knowledge.syllables import ROWS
from kehoach.parsers import clause_owners, labels
from kehoach.parsers.casing import titled
from kehoach.parsers.facts import agencies, target_tables

SAMPLES = sorted((Path(__file__).parent.parent / "samples").glob("*.txt"))
_TONES = "\u0300\u0301\u0303\u0309\u0323"


def test_the_rows_are_forms_of_the_same_letters() -> None:
    rows = [row.split(",") for row in ROWS.strip().split("\n")]
    assert len(rows) > 1000
    for forms in rows:
        assert len({bare(form) for form in forms}) == 1, forms
        assert all(fold(form) == form and len(form) == len(bare(form)) for form in forms), forms
        assert len(forms) == len(set(forms))
    assert len({bare(forms[0]) for forms in rows}) == len(rows)


@pytest.mark.parametrize(
    ("misread", "said"),
    [
        ("phôi hợp với càc đơn vị", "phối hợp với các đơn vị"),
        ("đê nghị ủy ban nhân dân", "đề nghị ủy ban nhân dân"),
        ("thưc hiện truớc ngày", "thực hiện trước ngày"),
        ("đơn vi chủ tri", "đơn vị chủ trì"),
        # what is right stays, whatever its neighbours would be elsewhere
        ("cộng tác viên dân số", "cộng tác viên dân số"),
        ("hành vi bạo lực gia đình", "hành vi bạo lực gia đình"),
        ("khai thác đá vôi, cát sỏi", "khai thác đá vôi, cát sỏi"),
        ("thuốc phòng bệnh, phong cách", "thuốc phòng bệnh, phong cách"),
        ("hàng năm, hằng năm", "hàng năm, hằng năm"),
        ("phối\nhợp", "phối\nhợp"),
    ],
)
def test_words_are_as_they_should_be(misread: str, said: str) -> None:
    assert diacritics.restored(misread) == said


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_the_words_of_plans_in_good_print_stay(path: Path) -> None:
    text = unicodedata.normalize("NFC", path.read_text("utf-8-sig"))
    if diacritics.worn(text):
        pytest.skip("printed as OCR reads it")
    folded = fold(text)
    restored = diacritics.restored(folded)
    changed = sum(a != b for a, b in zip(folded, restored, strict=True))
    assert changed <= len(folded) / 2000


@pytest.mark.parametrize(
    ("words", "worn"),
    [
        ("Phát bao cao su theo kế hoạch", False),
        ("Các hình thức hiện đại; kiến thức hiện có", False),
        ("Các phường dân số đông", False),
        ("Gửi bao cáo theo kế hoạch", True),
        ("Tổ chức thức hiện kế hoạch", True),
    ],
)
def test_words_with_the_letters_of_others_are_not_misread(words: str, worn: bool) -> None:
    assert diacritics.worn(words) is worn


@given(st.text(alphabet="abcđeêghiklmnoôơpqrstuưvxyáàảãạ ấềổ\n,.", max_size=80))
def test_the_length_and_the_letters_stay(text: str) -> None:
    restored = diacritics.restored(fold(text))
    assert bare(restored) == bare(fold(text))


def _damaged(text: str, share: float) -> str:
    lot = random.Random(7)  # the same each time
    out = []
    for letter in unicodedata.normalize("NFC", text):
        apart = unicodedata.normalize("NFD", letter)
        if len(apart) > 1 and lot.random() < share:
            letter = unicodedata.normalize("NFC", "".join(c for c in apart if c not in _TONES))
        out.append(letter)
    return "".join(out)


_PLAN = """ỦY BAN NHÂN DÂN
TỈNH LÀO CAI
KẾ HOẠCH
Trồng cây xanh năm 2031
I. MỤC TIÊU
- Phấn đấu trồng ít nhất 500 cây; tỷ lệ cây sống đạt trên 90%.
II. NHIỆM VỤ
1. Ươm cây giống, hoàn thành chậm nhất ngày 15/3/2031.
III. TỔ CHỨC THỰC HIỆN
1. Sở Xây dựng chủ trì, phối hợp với các đơn vị liên quan triển khai thực hiện; báo cáo kết quả định kỳ hằng quý.
2. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh và các tổ chức chính trị - xã hội vận động hội viên trồng cây.
"""


def test_a_worn_plan_is_read_as_the_sound_one_and_says_what_it_says() -> None:
    worn = (
        _PLAN.replace("Đề nghị", "Đê nghí")
        .replace("các tổ chức", "càc tố chức")
        .replace("phối hợp", "phôi hợp")
        .replace("Phấn đấu", "Phân đâu")
    )
    sound, damaged = kehoach.parse(_PLAN), kehoach.parse(worn)
    assert [[a.name for a in duty.agencies] for duty in sound.duties] == [
        ["Sở Xây dựng"],
        ["Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", "các tổ chức chính trị - xã hội"],
    ]
    assert [[bare(a.name) for a in duty.agencies] for duty in damaged.duties] == [
        [bare(a.name) for a in duty.agencies] for duty in sound.duties
    ]
    assert damaged.duties[1].agencies[1].name == "càc tố chức chính trị - xã hội"
    assert [a.partners for a in damaged.assignments] == [a.partners for a in sound.assignments]
    assert [m.value for t in damaged.targets for m in t.measures] == [
        m.value for t in sound.targets for m in t.measures
    ]


def test_folding_is_as_before_once_a_worn_plan_is_read() -> None:
    before = fold("đê nghị phôi hợp")
    kehoach.parse(_damaged(_PLAN, 0.1))
    assert fold("đê nghị phôi hợp") == before == "đê nghị phôi hợp"
    with folding.of_plan(_damaged(_PLAN, 0.1)):
        assert fold("đê nghị phôi hợp") == "đề nghị phối hợp"


def test_a_name_in_capitals_is_printed_as_where_no_mark_is_misread() -> None:
    body = "Uỷ ban nhân dân huyên Mai Sơn yêu cầu; Ủy ban nhân dân huyện Mai Sơn giao"
    folded = "ủy ban nhân dân huyện mai sơn yêu cầu; ủy ban nhân dân huyện mai sơn giao"
    assert titled("ỦY BAN NHÂN DÂN HUYỆN MAI SƠN", body, folded) == "Ủy ban nhân dân huyện Mai Sơn"
    assert titled("ỦY BAN NHÂN DÂN HUYỆN MAI SƠN", body[:37], folded[:37]) == "Ủy ban nhân dân huyện Mai Sơn"
    assert titled("UỶ BAN NHÂN DÂN HUYỆN MAI SƠN", "Uỷ ban nhân dân huyện Mai Sơn") == "Uỷ ban nhân dân huyện Mai Sơn"


def test_fields_brackets_and_rhythms_of_a_worn_plan_are_read() -> None:
    worn = """ỦY BAN NHÂN DÂN
TỈNH LÀO CAI
KẾ HOẠCH
Trồng cây xanh năm 2031
I. NHIỆM VỤ
1. Ươm cây giống tại các vườn ươm
- Đơn vị chủ tri: Sở Xây dựng.
- Đơn vị phôi hợp: Sở Tài chính.
- Thời gian hoan thành: Quý II/2031.
2. Đào hố trồng cây (Sở Nông nghiệp và Môi trường chủ trí; phôi hợp: Hội Nông dân tỉnh).
3. Tưới cây; Sở Xây dựng thưc hiện.
II. TỔ CHỨC THỰC HIÊN
1. Sở Xây dựng: Báo cáo kết quả thưc hiện trước ngày 10 hặng tháng; kiểm tra mỗi tháng 2 lân.
"""
    plan = kehoach.parse(worn)
    rows = [(a.item, a.lead, a.partners, a.due and str(a.due), a.every) for a in plan.assignments]
    assert ("tasks.1", ["Sở Xây dựng"], ["Sở Tài chính"], "2031-Q2", None) in rows
    assert ("tasks.2", ["Sở Nông nghiệp và Môi trường"], ["Hội Nông dân tỉnh"], None, None) in rows
    assert ("tasks.3", ["Sở Xây dựng"], [], None, None) in rows
    assert ("---10", "before", "month") in [(str(d.due), d.bound, d.every) for d in plan.deadlines]
    assert ("2031-Q2", "by") in [(str(d.due), d.bound) for d in plan.deadlines]


@pytest.mark.parametrize(
    ("text", "style", "value"),
    [
        ("Bươc 2: Trồng cây.", "bước", 2),
        ("Chỉ tíêu 3: 90% cây sống.", "chỉ tiêu", 3),
        ("Bước 2: Trồng cây.", "bước", 2),
    ],
)
def test_a_label_with_a_name_whose_mark_is_misread(text: str, style: str, value: int) -> None:
    label = labels.find(text)
    assert label is not None
    assert (label.style, label.value) == (style, value)


@pytest.mark.parametrize("text", ["Buộc 2 cây vào cọc.", "Đột 1 lỗ.", "Giai đoạn 3 năm: trồng.", "Muc tieu: trồng."])
def test_what_is_no_such_label(text: str) -> None:
    assert labels.find(text) is None


_ASKED = "Đê nghi Ủy ban nhân dân xã, cãc đoàn thê trồng cây; cãc thôn tưới cây trước ngày 10 hặng tháng."


@pytest.mark.parametrize("asked", [agencies.leading, clause_owners.may_hold, target_tables.heading_year, level_of])
def test_what_was_answered_for_a_worn_plan_is_answered_anew_for_others(asked: Callable[[str], object]) -> None:
    folding._forget_answers()
    alone = asked(_ASKED)
    with folding.of_plan(_damaged(_PLAN, 0.2)):
        within = asked(_ASKED)
        assert asked.cache_info().hits == 0  # type: ignore[attr-defined]  # what stood before is gone
    assert asked(_ASKED) == alone
    with folding.of_plan(_damaged(_PLAN, 0.2)):
        assert asked(_ASKED) == within
