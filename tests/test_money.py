"""Money: amounts, words against figures, sources, sums."""

from __future__ import annotations

import pytest

from growing import in_line
from kehoach.knowledge import funding
from kehoach.parsers.facts import money
from sentences.run import rows


@pytest.mark.parametrize("part", ["dev", "held"])
def test_spans_hold_the_printed_words(part: str) -> None:
    for row in rows("money", part):
        text = row["text"]
        found: list[money.Amount | money.Source] = [*money.amounts(text, unit=row["unit"]), *money.sources(text)]
        for fact in found:
            assert text[fact.start : fact.end].rstrip() == fact.text.rstrip()


def test_words_agree_with_figures() -> None:
    (a,) = money.amounts("Kinh phí 3.200.000.000đ (Ba tỷ hai trăm triệu đồng).")
    assert (a.value, a.in_words, a.agrees, a.text) == (
        3_200_000_000,
        3_200_000_000,
        True,
        "3.200.000.000đ (Ba tỷ hai trăm triệu đồng)",
    )


def test_words_disagree_with_figures() -> None:
    (a,) = money.amounts("Cộng: 32.000.000 đồng (bằng chữ: ba mươi ba triệu đồng)")
    assert (a.value, a.in_words, a.agrees) == (32_000_000, 33_000_000, False)


def test_blocked_spans_hold_no_amounts() -> None:
    text = "Mức 5 triệu đồng"
    assert money.amounts(text)
    assert not money.amounts(text, blocked=[(0, len(text))])


@pytest.mark.parametrize("row", funding.SOURCE_KINDS, ids=lambda r: r.kind)
def test_sources_read_their_examples(row: funding.SourceKind) -> None:
    for example in row.examples:
        assert row.kind in [s.kind for s in money.sources(example)], example
    for example in row.counter_examples:
        assert row.kind not in [s.kind for s in money.sources(example)], example


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Hỗ trợ từ 5 đến 7 tr đồng.", [("5", 5_000_000), ("7 tr đồng", 7_000_000)]),
        ("Chi 5.000.000 đồng (Năm triệu đồng) cho xã.", [("5.000.000 đồng (Năm triệu đồng)", 5_000_000)]),
        (
            "Chi 5.000.000 đồng, bằng chữ: Năm triệu đồng./. Xã",
            [("5.000.000 đồng, bằng chữ: Năm triệu đồng", 5_000_000)],
        ),
    ],
)
def test_the_words_of_an_amount(text: str, found: list[tuple[str, int]]) -> None:
    assert [(a.text, a.value) for a in money.amounts(text)] == found


def test_sources_side_by_side() -> None:
    found = money.sources("Ngân sách tỉnh, ngân sách huyện, vốn vay ưu đãi và các nguồn hợp pháp khác; ngân sách xã")
    kinds = ["provincial-budget", "district-budget", "loan", "lawful-other", "commune-budget"]
    assert [s.kind for s in found] == kinds


@pytest.mark.parametrize(
    ("text", "speaks"),
    [
        ("Bố trí kinh phí trong dự toán hằng năm", True),
        ("Hỗ trợ 20 triệu đồng cho mỗi hộ", True),
        ("Theo Luật Ngân sách nhà nước và các quy định khác", False),
        ("Sở Tài chính phối hợp kiểm tra", False),
        ("05 đồng chí tham gia tổ công tác", False),
        ("", False),
    ],
)
def test_speaks_of_money(text: str, speaks: bool) -> None:
    assert money.speaks_of_money(text) is speaks


def test_itemised_sums() -> None:
    (right,) = money.itemised("Tổng 12 tỷ đồng, trong đó: ngân sách tỉnh 7 tỷ đồng, ngân sách huyện 5 tỷ đồng.")
    assert right.agrees
    assert [p.value for p in right.parts] == [7 * 10**9, 5 * 10**9]
    (wrong,) = money.itemised("Kinh phí 900 triệu đồng, gồm: in ấn 300 triệu đồng; tập huấn 500 triệu đồng.")
    assert not wrong.agrees
    nested = "Tổng 9 tỷ đồng, gồm: đường 6 tỷ đồng (xi măng 2 tỷ đồng), cầu 3 tỷ đồng."
    assert [s.agrees for s in money.itemised(nested)] == [True]
    assert not money.itemised("Tổng 9 tỷ đồng, trong đó: năm 2024 là 3 tỷ đồng, hai năm sau mỗi năm 3 tỷ đồng.")


@pytest.mark.parametrize(("parts", "total", "right"), [([2, 3], 5, True), ([2, 3], 6, False), ([], 0, True)])
def test_check_sum(parts: list[int], total: int, right: bool) -> None:
    assert money.check_sum(parts, total) is right


@pytest.mark.parametrize(
    "unit",
    [
        "5 tỷ đồng ",
        "10 tỷ đồng, trong đó ",
        "năm tỷ đồng; ",
        "(5 tỷ",
        "nguồn vốn ",
        "quỹ a ",
        "1.000.",
        "1 triệu 200 nghìn ",
    ],
)
def test_linear_time(unit: str) -> None:
    def look(text: str) -> None:
        found = money.amounts(text)
        money.sources(text)
        money.itemised(text, found)
        money.speaks_of_money(text)

    assert in_line(look, unit, 6_000)


@pytest.mark.parametrize(
    ("text", "values"), [("90 VNĐ", [90]), ("50 USD", [50]), ("60 đồng", []), ("60 đ", []), ("600 đ", [600])]
)
def test_small_sums_need_a_currency_that_is_no_other_word(text: str, values: list[int]) -> None:
    assert [amount.value for amount in money.amounts(text)] == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Mỗi suất quà 500,000 đồng/em", [500_000]),
        ("Chi 150,000đ/người/ngày", [150_000]),
        ("Mức hỗ trợ 1,500 đồng/kg", [1_500]),
        ("Kinh phí 2,5 triệu đồng", [2_500_000]),
        ("Kinh phí 2,500 triệu đồng", [2_500_000]),  # thousandths of a million are sums
        ("Giá 0,500 đồng", []),
    ],
)
def test_a_comma_parts_thousands_of_dongs(text: str, values: list[int]) -> None:
    assert [a.value for a in money.amounts(text)] == values
