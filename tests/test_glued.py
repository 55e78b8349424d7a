"""Blanks that a page lost: where they are found, and that plans without them are read as plans with them."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kehoach import parse_text
from kehoach.parsers import glued
from kehoach.parsers.reading import PARTS
from kehoach.parsers.view import View
from kehoach.parsers.words import clean

SAMPLES = sorted((Path(__file__).parent.parent / "samples").glob("*.txt"))
_PARTS = ("basis", "situation", "purpose", "requirements", "objectives", "scope", "tasks", "reporting", "closing")
_OPEN = "Kếhoạch này đượcthay đổi, triểnkhai ngay, trồngrừng. "
"""Enough lost blanks for the rest of a text to be looked at."""


def cut(words: str) -> str:
    """``words`` as they are read behind a text that has lost blanks."""
    text = _OPEN + words
    for at in reversed(glued.find(text)):
        if at >= len(_OPEN):
            text = f"{text[:at]} {text[at:]}"
    return text[len(_OPEN) :]


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("báo cáo trướcngày15/6", "báo cáo trước ngày 15/6"),
        ("Quyết định số12/QĐ-TTgngày 5/3/2031của Thủ tướng", "Quyết định số 12/QĐ-TTg ngày 5/3/2031 của Thủ tướng"),
        ("đề nghịỦy ban MTTQtỉnh vàHĐND xã", "đề nghị Ủy ban MTTQ tỉnh và HĐND xã"),
        ("BANHÀNH KẾ HOẠCH TRIỂNKHAI, ban hành", "BAN HÀNH KẾ HOẠCH TRIỂN KHAI, ban hành"),
        ("Ủy ban MTTQViệt Nam tỉnh, người Việt", "Ủy ban MTTQ Việt Nam tỉnh, người Việt"),
        ("cá nhân, hộ cánhân", "cá nhân, hộ cá nhân"),  # the text's own words say where
    ],
)
def test_words_are_parted(printed: str, read: str) -> None:
    assert cut(printed) == read


def test_one_word_longer_than_any_syllable_is_enough() -> None:
    text = "Các sở, ngành tổ chức triểnkhai Kếhoạch này; các xã triển khai từ tháng 3."
    assert [text[at - 1 : at + 1] for at in glued.find(text)] == ["nk", "ếh"]
    assert glued.find(text.replace("triểnkhai", "triển khai")) == []
    assert glued.find("Bàn về khuôn mẫu Xquuạcnghyêm và các việc khác của tỉnh") == []  # no two syllables make it up


@pytest.mark.parametrize(
    "printed",
    [
        "nghiêng, khuếch, giếng, quyền, thuở, ngoằn",  # syllables, however long
        "COVID-19, internet, website, camera, Mycoplasma pneumonia",
        "Krông Pắc, M'Đrắk, Đắk Lắk, Kon Plông",
        "QĐ-TTg, TTr-SNNMT, CTr/TU, UBMTTQVN, ThS, TTHCg",
        "12kg, 3tr, 5m2, 2031-2035",
        "ĐŨNE, righiêm, vgngày, Luiấn, quuạc, Ìphép",  # what OCR made of words
    ],
)
def test_words_stay_whole(printed: str) -> None:
    assert cut(printed) == printed


def test_words_are_read_parted_and_shown_as_printed() -> None:
    view = View(_OPEN + "Sở Y tếbáo cáo.")
    words = clean(view.text, 0, len(view.text))
    assert words.text.endswith("trồng rừng. Sở Y tế báo cáo.")
    assert words.printed(view) == view.source
    at = view.text.index("báo")
    span = view.span(at, at + 3)
    assert view.source[span["start"] : span["end"]] == "báo"
    span = view.span(at - 3, at - 1)
    assert view.source[span["start"] : span["end"]] == "tế"


def lost(text: str) -> str:
    """``text`` with a blank lost where the lines of a page's source ended, about one in ninety letters."""
    lot = random.Random(len(text))
    out = []
    for line in text.split("\n"):
        at = lot.randrange(15, 90)
        while "|" not in line and at < len(line) - 6 and (at := line.find(" ", at)) > 0:
            if line[at - 1].isalpha() and line[at + 1].isalpha():
                line = line[:at] + line[at + 1 :]
            at += lot.randrange(70, 100)
        out.append(line)
    return "\n".join(out)


def said(plan: dict[str, Any]) -> Iterator[tuple[Any, ...]]:
    """What a plan says, its words without blanks."""
    for part in PARTS:
        if part in ("funding", "recipients"):
            continue
        for item in plan[part]:
            yield part, item["label"], squeezed(item["text"])
    for duty in plan["duties"]:
        yield "duty", tuple(squeezed(agency["name"]) for agency in duty["agencies"]), len(duty["items"])
    for target in plan["targets"]:
        for m in target["measures"]:
            yield "target", m["comparator"], m["value"], m["value_max"], squeezed(m["unit"]), m["by"]
    for row in plan["deadlines"]:
        yield "deadline", row["due"], row["bound"], row["every"]
    for row in plan["citations"]:
        yield "citation", row["type"], row["number"], row["date"], squeezed(row["issuer"])
    for row in plan["assignments"]:
        yield "assignment", row["due"], squeezed(row["partners_text"])
    for row in plan["funding"]["amounts"]:
        yield "amount", row["value"]


def squeezed(text: str | None) -> str:
    return re.sub(r"\s+", "", text or "").casefold()


def test_plans_without_blanks_are_read_as_with_them() -> None:
    found: Counter[tuple[Any, ...]] = Counter()
    missed: Counter[tuple[Any, ...]] = Counter()
    for path in SAMPLES:
        text = path.read_text("utf-8")
        if len(glued.find(printed := lost(text))) < 8:
            continue
        before = Counter(said(parse_text(text).model_dump()))
        after = Counter(said(parse_text(printed).model_dump()))
        found += before
        missed += before - after
    assert found.total() > 150
    assert missed.total() <= 0.01 * found.total(), missed
