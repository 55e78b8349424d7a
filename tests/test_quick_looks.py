"""A quick look says no less than the search it spares."""

from __future__ import annotations

import re
from itertools import product

import pytest

from kehoach import folding
from kehoach.knowledge.patterns import by_letter
from kehoach.parsers import glued, labels
from kehoach.parsers.facts import departments, years

_BEHIND = frozenset(
    "lượt tương tiếp theo có đạt phấn đấu toàn tỷ lệ hoàn thành cơ bản trên ít nhất là còn tối thiểu và".split()
)
"""Words of a mention that stand behind its first year, or are that."""


def test_words_of_a_mention_before_its_year_are_known() -> None:
    """Else a mention that begins with one is cut where it is looked for."""
    pattern = re.sub(r"\?P[<=]\w+", "", years._MENTION.pattern)
    said = set(re.findall(r"[^\W\d_]{4,}", pattern))
    assert [word for word in said - _BEHIND if not word.endswith(years._IN_MENTION)] == []


@pytest.mark.parametrize(
    "text",
    [
        "những xã đạt chuẩn trong giai đoạn từ năm 2026 - 2030",
        "kế hoạch so với cùng kỳ năm 2025",
        "hoàn thành vào quý III/2031; nghiệm thu tháng 12 năm 2032",
        "chương trình đến 2030, 100% số xã",
        f"một con số 2031 {'rồi thôi ' * 30}đến năm 2035",
    ],
)
def test_mentions_of_years_are_those_of_the_whole_text(text: str) -> None:
    folded = folding.fold(text)
    assert [m.span() for m in years._spread(folded)] == [m.span() for m in years._MENTION.finditer(folded)]


def test_tone_marks_get_their_new_place_wherever_they_stand() -> None:
    for first, vowel, behind in product("oOuU", "àáảãạèéẻẽẹỳýỷỹỵÀỌỲ", ["", " ", "n", "-", "1", "_", "²", "\n"]):
        for before in ("", "h", "q", "Q", " "):
            lower = f"{before}{first}{vowel}{behind}".lower()
            assert folding.fold(f"{before}{first}{vowel}{behind}") == folding._TONE_PLACE.sub(folding._placed, lower)


@pytest.mark.parametrize("figure", ["0", "9", "\u0663", "\uff15"])
def test_figures_of_every_script_are_seen(figure: str) -> None:
    assert folding.has_figures(f"quý {figure}")
    assert not folding.has_figures("quý ba")


def test_runs_of_letters_are_counted_or_more() -> None:
    for text in ("đượcthayđổi ngay", "trước²trướcabc", "a_b" * 9, "lời nói « trướctrước »", "giámsátviên\nphốihợpvới"):
        assert folding.long_runs(text, 8) >= len(glued._LONG.findall(text))


def test_alternatives_by_letter_are_the_same() -> None:
    plain = ["bao cao", "ban", "b", "thang", "tuan", "t[oô]"]
    text = "bao cao ban b tuan to thang tô ba"
    assert re.findall(by_letter(plain), text) == re.findall("|".join(plain), text)


def test_first_letters_are_those_of_the_names() -> None:
    assert {word[:2] for word in labels._NAMED_FIRST} == labels._NAMED_BEGIN
    assert {folding.bare(words).split()[0] for words in departments._BY_WORK} == departments._FIRST
