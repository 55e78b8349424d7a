"""Plans without headings of the first level: where their parts begin, and that printed headings are left alone."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from growing import best, within
from kehoach.folding import bare, fold
from kehoach.knowledge.evidence import EVIDENCE, Evidence
from kehoach.knowledge.headings import KINDS
from kehoach.parsers import evidence, lost, parse_source, unregistered
from kehoach.readers.source import SourceText
from lost_plans import FOOT, HEAD, PLANS

PARTS = ("situation", "purpose", "requirements", "objectives", "scope", "tasks", "reporting")


def read(body: str) -> dict[str, list[str]]:
    """The texts of the items at the first level, part by part; of the duties the agencies."""
    plan = parse_source(SourceText.from_text(HEAD + body + FOOT, name="x.md" if "**" in body else "x.txt"))
    assert [item["text"][:16] for item in plan["basis"]] == ["Căn cứ Luật Thủy"]
    assert [item["text"][:12] for item in plan["closing"]] == ["Trên đây là "]
    assert not [block for block in plan["blocks"] if block["kind"] == "unknown"]
    found = {part: [item["text"] for item in plan[part]] for part in PARTS}
    found["funding"] = [item["text"] for item in plan["funding"]["items"]]
    found["duties"] = [agency["name"] for duty in plan["duties"] for agency in duty["agencies"]]
    return {part: texts for part, texts in found.items() if texts}


@pytest.mark.parametrize("name", list(PLANS))
def test_parts(name: str) -> None:
    found = read(PLANS[name].body)
    assert set(found) == set(PLANS[name].parts)
    for part, beginnings in PLANS[name].parts.items():
        assert len(found[part]) == len(beginnings), (part, found[part])
        assert all(map(str.startswith, found[part], beginnings)), (part, found[part])


@pytest.mark.parametrize(
    "name", [name for name, plan in PLANS.items() if "**" not in plan.body and "\nMục" not in plan.body]
)
def test_lost_headings_are_warned_of(name: str) -> None:
    body = PLANS[name].body
    plan = parse_source(SourceText.from_text(HEAD + body + FOOT))
    codes = [warning["code"] for warning in plan["warnings"]]
    assert ("section-heading-missing" in codes) == (not body.startswith("Mục đích"))


def test_printed_headings_are_left_alone() -> None:
    body = """I. MỤC ĐÍCH
1. Trồng cây gây rừng.
1. Kinh phí 5.000.000 đồng do xã cấp.
II. NHIỆM VỤ
1. Nâng cao ý thức người dân.
100% hộ dân tham gia.
III. TỔ CHỨC THỰC HIỆN
1. Công an xã: giữ trật tự.
2. Các xóm: tham gia.
"""
    found = read(body)
    assert set(found) == {"purpose", "tasks", "duties"}


def test_one_list_is_read_paragraph_by_paragraph() -> None:
    body = """1. Việc trồng cây nhằm chống xói mòn, giữ nguồn nước.
2. Trồng 500 cây trước ngày 15/6/2031.
3. Kinh phí 12.000.000 đồng từ ngân sách xã.
4. Công an xã giữ trật tự tại nơi trồng cây.
5. Trạm Y tế xã cử người trực cấp cứu.
"""
    found = read(body)
    assert {part: len(texts) for part, texts in found.items()} == {"purpose": 1, "tasks": 1, "funding": 1, "duties": 2}


@pytest.mark.parametrize("row", EVIDENCE, ids=lambda row: f"{row.part}-{row.pattern[:20]}")
class TestRow:
    def test_matches_its_examples(self, row: Evidence) -> None:
        assert row.examples, "a row needs an example"
        for text in row.examples:
            assert self.matches(row, text), text

    def test_leaves_its_counter_examples(self, row: Evidence) -> None:
        assert row.others, "a row needs a counter-example"
        for text in row.others:
            assert not self.matches(row, text), text

    def test_speaks_for_a_part(self, row: Evidence) -> None:
        assert row.part in KINDS
        assert row.part in lost.PARTS
        assert row.points > 0

    @staticmethod
    def matches(row: Evidence, text: str) -> bool:
        pattern = re.compile(row.pattern)
        return bool(pattern.search(bare(text), 0, row.reach) if row.reach else pattern.match(bare(text)))


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Tạo chuyển biến trong nhận thức của người dân về phòng cháy", "purpose"),
        ("Việc kiểm tra phải bảo đảm khách quan, không gây phiền hà", "requirements"),
        ("Phấn đấu 95% hộ dân có bình chữa cháy", "objectives"),
        ("Địa điểm: sân vận động xã", "scope"),
        ("Trong những năm qua, phong trào còn nhiều hạn chế", "situation"),
        ("Tổ chức diễn tập phương án chữa cháy", "tasks"),
        ("Kinh phí mua sắm 40.000.000 đồng do ngân sách xã cấp", "funding"),
        ("Các thôn gửi báo cáo kết quả về Công an xã", "reporting"),
        ("Trong quá trình thực hiện, nếu có vướng mắc, đề nghị phản ánh về xã", "reporting"),
    ],
)
def test_words_speak_for_a_part(text: str, part: str) -> None:
    found = evidence.weigh(bare(text))
    assert max(found, key=lambda name: found[name]) == part


@pytest.mark.parametrize("text", ["Các tổ dân phố", "Đối với Phòng Kinh tế", "Hiệu trưởng", "Trách nhiệm của các Sở"])
def test_bodies(text: str) -> None:
    assert unregistered.BODIES.match(fold(text))


@pytest.mark.parametrize(
    "text", ["Phòng ngừa thiên tai", "Tổ chức hội thi", "Hội nghị tổng kết", "Số hóa tài liệu", "Sơ tán dân"]
)
def test_no_bodies(text: str) -> None:
    assert not unregistered.BODIES.match(fold(text))


@pytest.mark.parametrize(
    "lines",
    [
        "1. Trồng cây dọc đường\n- Tưới nước hằng ngày.\n",
        "2.1 Trồng cây\n",
        "a) Sở Y tế: cử người\nKinh phí do xã cấp.\n",
    ],
)
def test_time_grows_with_the_text(lines: str) -> None:
    def parsing(count: int) -> Callable[[], object]:
        source = SourceText.from_text(HEAD + "2. Việc phải làm\n" + lines * count)
        return lambda: parse_source(source)

    assert within(4 * 8 * best(parsing(100)), parsing(800))


def test_a_heading_with_nothing_below_it_is_read() -> None:
    plan = parse_source(SourceText.from_text("II. TỔ CHỨC THỰC HIỆN\ntrước ngày 15/6"))
    assert [block["kind"] for block in plan["blocks"]] == ["heading"]
    assert plan["duties"] == []
