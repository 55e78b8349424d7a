"""Composed sentences, kind by kind: what the layers of facts find in each half stays at its floor or above."""

from __future__ import annotations

from typing import Any

import pytest

from scoring import Bag
from sentences import run
from sentences.__main__ import main
from sentences.kinds import KINDS, measure_of

LEAST = {
    "targets": 70,
    "deadlines": 90,
    "money": 30,
    "citations": 60,
    "agencies": 50,
    "partners": 20,
    "passages": 100,
    "passages2": 120,
    "passages3": 100,
    "passages4": 110,
}
"""Sentences that each half of a kind has at least."""


@pytest.mark.parametrize("half", run.HALVES)
@pytest.mark.parametrize("kind", KINDS)
def test_floors(kind: str, half: str) -> None:
    reached, floor = run.result(kind, half), run.floors()[half][kind]
    differences = list(run.differences(kind, half))
    assert reached.score.f1 >= floor["f1"], differences
    assert reached.share >= floor["right"], differences


@pytest.mark.parametrize("half", run.HALVES)
@pytest.mark.parametrize("kind", KINDS)
def test_there_are_enough_sentences_and_a_good_part_holds_nothing(kind: str, half: str) -> None:
    reached = run.result(kind, half)
    assert reached.sentences >= LEAST[kind]
    assert reached.negatives >= reached.sentences // 5


def test_every_kind_has_floors_in_both_halves() -> None:
    assert {half: list(kinds) for half, kinds in run.floors().items()} == {half: list(KINDS) for half in run.HALVES}


WRONG: list[tuple[str, dict[str, Any], int, int]] = [
    ("targets", {"text": "Trồng 120 ha rừng.", "by": None, "objective": True, "want": ["= 130 ha"]}, 1, 1),
    ("deadlines", {"text": "Trước năm 2031.", "want": [{"due": "2031", "every": None, "bound": "on"}]}, 1, 1),
    ("money", {"text": "Chi 5 triệu đồng.", "unit": None, "amounts": [[5_000_000, 5]], "sources": ["fund"]}, 2, 1),
    ("citations", {"text": "Luật Trẻ em.", "want": [{"type": "Luật", "title": "Luật Trẻ em", "mentions": 2}]}, 1, 1),
    ("agencies", {"text": "Sở Y tế: Rà soát.", "agencies": ["Sở Y tế"], "explicit": True, "rest": "Gửi"}, 1, 1),
    ("agencies", {"text": "Tăng cường quản lý.", "agencies": ["Sở Y tế"], "explicit": True}, 2, 0),
    ("partners", {"text": "Phối hợp với Sở Y tế tập huấn.", "partners": ["Sở Y tế"], "lead": True}, 1, 0),
    ("partners", {"text": "Phối hợp với Sở Y tế tập huấn.", "partners": []}, 0, 1),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "row", "missed", "wrong"), WRONG)
def test_a_wrong_row_is_seen(kind: str, row: dict[str, Any], missed: int, wrong: int) -> None:
    want, got = KINDS[kind](row)
    assert ((want - got).total(), (got - want).total()) == (missed, wrong)


def test_a_law_without_a_number_has_a_date_only_where_it_is_asked_for() -> None:
    row = {"text": "Luật Trẻ em ngày 05/4/2016 được phổ biến.", "want": [{"type": "Luật", "title": "Luật Trẻ em"}]}
    fact = ("Luật", "Luật Trẻ em", None)
    assert KINDS["citations"](row) == (Bag([fact]), Bag([fact]))


@pytest.mark.parametrize(
    ("printed", "fact"),
    [
        ("= 150 hộ", ("=", 150, None, "hộ", None)),
        ("range 5..7 % @2025 /year", ("range", 5, 7, "%", 2025)),
        (">= 3.5 /1000", (">=", 3.5, None, "/1000", None)),
    ],
)
def test_measures_of_rows(printed: str, fact: tuple[object, ...]) -> None:
    assert measure_of(printed) == fact


def test_what_is_no_measure() -> None:
    with pytest.raises(ValueError, match="no measure"):
        measure_of("nhiều hộ")


def test_the_command_prints_figures_and_differences(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["--part", "held", "--kind", "money"]) == 0
    head, money = capsys.readouterr().out.splitlines()
    assert (head.split()[0], money.split()[0]) == ("held", "money")
    wrong = [{"text": "Chi 5 triệu đồng.", "unit": None, "amounts": [7], "sources": []}]
    monkeypatch.setattr(run, "rows", lambda kind, half: wrong)
    assert main(["--part", "dev", "--kind", "money", "--differences"]) == 1
    assert [line.strip() for line in capsys.readouterr().out.splitlines()][-2:] == [
        "- 7 | None | VND",
        "+ 5000000 | None | VND",
    ]


def test_continuous_integration_raises_no_floor(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    before = run.FLOORS.read_bytes()
    assert main(["--raise"]) == 1
    assert run.FLOORS.read_bytes() == before
