"""``kehoach.lint``: every rule speaks in its examples and is silent in its counter-examples."""

from __future__ import annotations

from pathlib import Path

import pytest

from kehoach.lint import RULES, SEVERITIES, lint
from kehoach.lint.base import ALL, Example
from kehoach.lint.handbook import document
from kehoach.lint.rules import THEMES, chosen, unknown
from kehoach.lint.specimens import SPECIMENS
from lint_examples import found

ROOT = Path(__file__).resolve().parent.parent
BAD = [pytest.param(r.code, e, id=f"{r.code}-{i}") for r in RULES for i, e in enumerate(r.bad)]
GOOD = [pytest.param(r.code, e, id=f"{r.code}-{i}") for r in RULES for i, e in enumerate(r.good)]
SAMPLES = sorted(p for p in (ROOT / "samples").iterdir() if p.suffix in (".txt", ".md") and p.stem != "README")


@pytest.mark.parametrize(("code", "example"), BAD)
def test_rule_speaks(code: str, example: Example) -> None:
    english, vietnamese = found(code, example)
    assert english
    for f in (*english, *vietnamese):
        assert f.code == code
        assert 1 <= f.line <= example.text().count("\n") + 1
        assert ";" in f.message, "what to do is said behind a semicolon"


@pytest.mark.parametrize(("code", "example"), GOOD)
def test_rule_is_silent(code: str, example: Example) -> None:
    assert lint(example.text(), select=[code]) == []


@pytest.mark.parametrize("name", SPECIMENS)
def test_nothing_is_found_in_the_sample_plans_of_the_rules(name: str) -> None:
    assert lint(SPECIMENS[name]) == []


@pytest.mark.parametrize("path", SAMPLES, ids=lambda p: p.name)
def test_samples_have_no_errors(path: Path) -> None:
    assert [(f.code, f.line) for f in lint(path) if f.severity == "error"] == []


def test_table_is_whole() -> None:
    codes = [rule.code for rule in RULES]
    assert codes == sorted(set(codes))
    assert len({rule.name for rule in RULES}) == len(RULES) >= 60
    for prefix, _, rules in THEMES:
        assert all(rule.code.startswith(prefix) for rule in rules)
    for rule in RULES:
        assert rule.severity in SEVERITIES
        assert all((rule.vi, rule.en, rule.why, rule.fix, rule.source, rule.bad, rule.good, rule.bodies))
        assert rule.bodies <= ALL
        assert all(text.endswith(".") for text in (rule.vi, rule.en, rule.why, rule.fix)), rule.code


def test_examples_change_what_is_there() -> None:
    with pytest.raises(ValueError, match="0 times"):
        Example("tinh", (("not in it", "x"),)).text()


def test_handbook_is_up_to_date() -> None:
    assert (ROOT / "docs" / "lint.md").read_text("utf-8") == document(), "run `make lint-docs`"


def test_rules_are_chosen_by_prefix_and_name() -> None:
    assert {r.code[:3] for r in chosen(["KH5", "kh7"])} == {"KH5", "KH7"}
    assert [r.code for r in chosen(["number-skipped"])] == ["KH301"]
    assert not any(r.code.startswith("KH9") or r.name == "number-blank" for r in chosen([], ["KH9", "number-blank"]))
    assert len(chosen()) == len(RULES)
    assert unknown(["KH1", "KH999", "number-blank", "nonsense"]) == ["KH999", "nonsense"]
    with pytest.raises(ValueError, match="KH999"):
        lint("KẾ HOẠCH\n", select=["KH999"])


def changed(base: str, *swaps: tuple[str, str]) -> list[str]:
    """Codes found in a sample plan with other words."""
    return [f.code for f in lint(Example(base, swaps).text())]


def test_rules_know_the_time() -> None:
    ends = ("của Luật Lâm nghiệp;\n", "của Luật Lâm nghiệp.\n")
    assert "KH712" in changed("tinh", ends)
    assert "KH712" not in changed("tinh", ends, ("15 tháng 3 năm 2024\n\nKẾ", "15 tháng 3 năm 2012\n\nKẾ"))
    district = ("- Các thôn;", "- UBND huyện Hương Khê;")
    assert "KH803" in changed("xa", district)
    assert "KH803" not in changed("xa", district, ("08 tháng 9 năm 2025", "08 tháng 6 năm 2025"))
    assert "KH801" not in changed("tinh")


def test_rules_know_the_issuer() -> None:
    """Party bodies and mass organisations have forms of their own."""
    assert changed("dang", ("T/M BAN THƯỜNG VỤ", "T/M BAN CHẤP HÀNH")) == []
    front = (
        ("ỦY BAN NHÂN DÂN                         CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nXÃ HƯƠNG XUÂN                "
         "                Độc lập - Tự do - Hạnh phúc", "ỦY BAN MTTQ VIỆT NAM XÃ HƯƠNG XUÂN\nBAN THƯỜNG TRỰC"),
        ("21/KH-UBND", "21/KH-MTTQ-BTT"), ("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH", "TM. BAN THƯỜNG TRỰC\nPHÓ CHỦ TỊCH"),
        ("Ủy ban nhân dân xã ban hành", "Ban Thường trực Ủy ban MTTQ Việt Nam xã ban hành"),
    )  # fmt: skip
    assert changed("xa", *front) == []


def test_a_scan_is_not_asked_about_letters() -> None:
    stains = ("Không phô trương", "¬ ˆ Không phô trương")
    skip = ("2. Tổ chức Tết", "4. Tổ chức Tết")
    assert "KH301" in changed("tinh", skip)
    found = changed("tinh", skip, stains)
    assert "KH301" not in found
    assert "KH907" in found


def test_a_copy_in_a_gazette_is_not_asked_for_recipients() -> None:
    ending = ("Nơi nhận:\n- UBND tỉnh Hà Tĩnh;\n- Đảng ủy, HĐND xã;\n- Các thôn;\n- Lưu: VT.\n", "")
    assert "KH201" in changed("xa", ending)
    assert "KH201" not in changed(
        "xa", ending, ("ỦY BAN NHÂN DÂN     ", "2     CÔNG BÁO/Số 17/Ngày 15-5-2025\nỦY BAN NHÂN DÂN     ")
    )


def test_a_gap_filled_elsewhere_is_no_gap() -> None:
    """A number that stands in another part of the plan is not missing."""
    text = (
        "KẾ HOẠCH\nTrồng cây năm 2031\n\nI. TỔ CHỨC THỰC HIỆN\n1. Sở Y tế: Hướng dẫn trồng cây thuốc.\n"
        "2. Sở Xây dựng: Cấp phép.\n3. Kinh phí: Bố trí từ ngân sách tỉnh.\n4. Sở Tài chính: Bố trí kinh phí.\n"
    )
    assert lint(text, select=["KH301"]) == []
    assert [f.line for f in lint(text.replace("3. Kinh phí: Bố trí từ ngân sách tỉnh.\n", ""), select=["KH301"])] == [7]
