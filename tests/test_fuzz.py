"""A short run of ``make fuzz``, and that a run finds what is there to be found."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tools import fuzz
from tools.fuzz_cases import LONGEST, case
from tools.fuzz_documents import KINDS, documents

from kehoach.errors import KehoachError
from kehoach.models.check import checked
from kehoach.parsers import parse_source
from kehoach.readers import SourceText


def test_a_short_run_finds_nothing() -> None:
    run = fuzz.fuzz(1, cases=16)
    assert {key: found.told for key, found in run.found.items()} == {}
    assert (run.cases, len(run.kinds) > 4, run.refused < run.cases) == (16, True, True)


def test_documents_are_read_before_they_are_spoilt() -> None:
    for kind in KINDS:
        for data in documents(kind)[:1]:  # there are none where no program makes them
            assert fuzz.judge(kind, data) == ("", "", False), kind


def test_a_case_is_made_again_by_its_seed() -> None:
    assert [case(7, number) for number in range(30)] == [case(7, number) for number in range(30)]
    assert case(7, 1) != case(8, 1)
    assert all(len(case(7, number).data) <= 8 * LONGEST for number in range(30))


@pytest.mark.parametrize(
    "text",
    [
        "Số hiệu|/", "Số hiệu: | /KH-UBND |", "0/201\x1e7", "ngày 1\x1f2/3/2031", "mỗi quý một lầņ̧", "1triệu đ̣ĥ",
        "ờ Ngân sách tỉnh̀", "KẾHẠCH\nBan hành kèm theo ịnhsố1/QĐ-Û̂)", "\u1100\u1161\n\u0302\u0323\uff11",
        "4/01.000.000 giờ",
        "I. MỤC ĐÍCH, YÊU uyệt. III. NỘI DUNG THỰC HIỆN 1. Rà ông. `- Đợt 2: trong tháng 9/2019, lập biên b",
        "1.\x1e1N", "1.\xa01. N", "oi Nh\u0323\u0302n:a\u0302|i\n\u031b\u0323c (", "nh nghiệ̣̂ việc làm 6\ná̛",
        "Thực hiện Công văn tra điều kiện hoạtn. '\n\n"
        "KÉ HẠCH\nCăn cứ Th tưTT-BGTVT ngày 07/6/2031 của Bộ Giao thông vận tải\nI.MU\nau\ng",
    ],
)  # fmt: skip
def test_what_was_found_stays_right(text: str) -> None:
    assert fuzz.judge("text", text)[:2] == ("", "")


@pytest.mark.parametrize(
    ("error", "key"),
    [
        (ValueError("x"), "ValueError in ?"),
        (fuzz.BrokenError("two plans"), "two plans"),
    ],
)
def test_a_fault_is_found_and_made_small(error: Exception, key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(kind: str, data: str | bytes) -> bool:
        if (b"\xe1" if isinstance(data, bytes) else "ạ") in data:  # type: ignore[operator]
            raise error
        return True

    monkeypatch.setattr(fuzz, "try_case", fails)
    told: list[fuzz.Found] = []
    run = fuzz.fuzz(1, cases=20, tell=told.append)
    assert [found.key for found in told] == list(run.found) == [key]
    assert told[0].smallest in ("ạ", b"\xe1")


def test_what_never_ends_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    def hangs(kind: str, data: str | bytes) -> bool:
        while True:
            pass

    monkeypatch.setattr(fuzz, "try_case", hangs)
    monkeypatch.setattr(fuzz, "BASE", 0.02)
    assert fuzz.judge("text", "x")[0].startswith("slow")


def test_invariants_see_what_is_wrong() -> None:
    plan = parse_source(SourceText.from_text("KẾ HOẠCH\nTrồng cây\n\nI. NHIỆM VỤ\n1. Trồng cây\n"))
    text = "KẾ HOẠCH\nTrồng cây\n\nI. NHIỆM VỤ\n1. Trồng cây\n"
    fuzz._check_tiles(text, plan)
    fuzz._check_spans(text, plan)
    with pytest.raises(fuzz.BrokenError, match="lost"):
        fuzz._check_tiles(text + "x", plan)
    with pytest.raises(fuzz.BrokenError, match="does not hold its text"):
        fuzz._check_spans(text.replace("cây", "hoa"), plan)
    with pytest.raises(KehoachError):
        checked({**plan, "tasks": "x"}, "x")
