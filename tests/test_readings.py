"""Whole plans against readings made by hand: micro F1 of each field of each set stays at its floor or above."""

from __future__ import annotations

import pytest

from readings import run
from readings.fields import FIELDS
from readings.references import References, comparable


@pytest.mark.parametrize("set_", run.SETS)
def test_set(set_: str) -> None:
    floors = run.floors()[set_]
    reached = run.scores(set_)
    low = {field: reached[field].f1 for field, floor in floors.items() if reached[field].f1 < floor}
    assert not low


def test_every_field_of_every_set_has_a_floor() -> None:
    assert {set_: list(floors) for set_, floors in run.floors().items()} == {set_: list(FIELDS) for set_ in run.SETS}


def test_there_are_readings() -> None:
    assert all(len(run.readings(set_)) >= 7 for set_ in run.SETS)


@pytest.mark.parametrize(
    ("reference", "text"),
    [
        (1, "1. Trồng cây;"),
        ("1+3", "1. Trồng cây; b) Giữ rừng"),
        ("1..3", "1. Trồng cây; - Tưới b) Giữ rừng"),
        ("1..2+3", "1. Trồng cây; - Tưới b) Giữ rừng"),
        ("3:Giữ", "Giữ rừng"),
        ("3:~Giữ", "b) Giữ"),
        ("1:Trồng~cây", "Trồng cây"),
        ("1:Trồng~cây ++ 3:rừng", "Trồng cây rừng"),
    ],
)
def test_reference(reference: str | int, text: str) -> None:
    assert References("1. Trồng **cây;**\n- Tưới\nb) Giữ | rừng").text(reference) == text


def test_reference_to_words_that_are_not_there() -> None:
    with pytest.raises(ValueError, match="not in"):
        References("Trồng cây").text("1:rừng")


def test_tree() -> None:
    lines = References("1. Trồng\n- Tưới\n\n- Bón\n2. Giữ")
    assert lines.tree([{1: ["2-4"]}, 5]) == [("", "trồng"), ("trồng", "tưới"), ("trồng", "bón"), ("", "giữ")]


@pytest.mark.parametrize(
    ("printed", "words"),
    [
        ("**1.2.** Trồng cây.", "trồng cây"),
        ("a) - Trồng cây;", "trồng cây"),
        ("I - Trồng cây", "trồng cây"),
        ("3 Trồng cây", "trồng cây"),
        ("26/3 là ngày trồng cây", "26/3 là ngày trồng cây"),
        ("đ/c An trồng cây", "đ/c an trồng cây"),
        (None, ""),
    ],
)
def test_comparable(printed: str | None, words: str) -> None:
    assert comparable(printed) == words
