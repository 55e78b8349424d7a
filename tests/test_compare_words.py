"""Words, rows of notions, the assignment, assignees."""

from __future__ import annotations

import itertools
import random
from collections.abc import Callable
from typing import Any

import pytest

from growing import best, within
from kehoach.comparing.agencies import Agencies
from kehoach.comparing.assign import Edge, assignment
from kehoach.comparing.facts import around
from kehoach.comparing.units import Unit
from kehoach.comparing.words import words
from kehoach.folding import fold
from kehoach.knowledge.wording import ANSWERING, EMPTY, SHORT_FORMS, Notion
from kehoach.parsers import parse_source
from kehoach.readers import SourceText


@pytest.mark.parametrize("notion", ANSWERING, ids=lambda notion: notion.name)
def test_rows_of_notions(notion: Notion) -> None:
    one, two = map(words, notion.alike)
    assert one == two
    assert notion.name in one
    assert len({tuple(words(phrase)) for phrase in notion.apart}) == 2


def test_notions_do_not_contradict() -> None:
    spellings = [spelling for notion in ANSWERING for spelling in notion.words]
    assert len(spellings) == len(set(spellings))
    assert all(fold(word) == word for word in (*spellings, *EMPTY, *SHORT_FORMS))


@pytest.mark.parametrize("seed", range(20))
def test_assignment_is_the_best_there_is(seed: int) -> None:
    rng = random.Random(seed)
    rows, columns = rng.randint(1, 5), rng.randint(1, 5)
    edges: list[Edge] = [
        (round(rng.random() + 0.01, 2), i, j) for i in range(rows) for j in range(columns) if rng.random() < 0.6
    ]

    def total(chosen: tuple[Edge, ...]) -> float:
        clash = len({e[1] for e in chosen}) < len(chosen) or len({e[2] for e in chosen}) < len(chosen)
        return -1.0 if clash else sum(e[0] for e in chosen)

    best = max(total(c) for n in range(min(rows, columns) + 1) for c in itertools.combinations(edges, n))
    found = assignment(edges)
    assert total(tuple(found)) == pytest.approx(best)
    assert assignment(list(reversed(edges))) == found


def one_duty(name: str, year: int = 2023) -> dict[str, Any]:
    text = f"KẾ HOẠCH\nViệc chung năm {year}\n\nI. TỔ CHỨC THỰC HIỆN\n1. {name}\n- Làm việc được giao.\n"
    return parse_source(SourceText.from_text(text))


@pytest.mark.parametrize(("a", "b", "meet"), [
    (("Sở Y tế", 2023), ("Phòng Y tế", 2023), True),
    (("Sở Văn hóa, Thể thao và Du lịch", 2021), ("Sở Du lịch", 2021), True),
    (("Sở Văn hóa, Thể thao và Du lịch", 2021), ("Sở Văn hóa và Thể thao", 2021), True),
    (("Sở Tài nguyên và Môi trường", 2024), ("Sở Nông nghiệp và Môi trường", 2026), True),
    (("Sở Lao động - Thương binh và Xã hội", 2024), ("Sở Nội vụ", 2026), True),
    (("Sở Lao động - Thương binh và Xã hội", 2023), ("Sở Nội vụ", 2023), False),
    (("UBND các huyện, thị xã", 2023), ("Ủy ban nhân dân các xã, phường", 2026), True),
    (("Sở Y tế", 2023), ("Sở Tài chính", 2023), False),
    (("Công an tỉnh", 2023), ("Công an huyện", 2023), True),
])  # fmt: skip
def test_assignees_meet(a: tuple[str, int], b: tuple[str, int], meet: bool) -> None:
    one, two = one_duty(*a), one_duty(*b)
    for left, right in ((one, two), (two, one)):
        score = Agencies(left, right).duties(left["duties"][0], right["duties"][0])
        assert (score >= 0.7) == meet, score


def test_facts_of_an_endless_item_are_placed_in_linear_time() -> None:
    def placing(count: int) -> Callable[[], object]:
        text = "Họp; tiếp; tục quý I, " * count
        unit = Unit("tasks.1", "tasks", text, 1, 0, None, None, True, text, text, text)
        assert len(around(["quý I", "quý IX"] * count, unit)) == 2 * count
        return lambda: around(["quý I", "quý IX"] * count, unit)

    assert within(8 * max(best(placing(500)), 0.01), placing(2_000))
