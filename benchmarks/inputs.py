"""What is measured: ordinary plans, many tasks, and the texts that slow parsers down."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from kehoach.parsers import parse_source
from kehoach.readers.source import SourceText

ROOT = Path(__file__).resolve().parent.parent
SCALED = "tinh-chuyen-doi-so.txt"
"""The plan whose tasks are printed over and over."""


def ordinary() -> dict[str, str]:
    """The samples by file name."""
    paths = sorted([*(ROOT / "samples").glob("*.txt"), *(ROOT / "samples").glob("*.md")])
    return {path.name: path.read_text("utf-8") for path in paths if path.stem != "README"}


def copies(count: int) -> str:
    """A plan with its tasks ``count`` times one below the other."""
    text = ordinary()[SCALED]
    plan = parse_source(SourceText.from_text(text, name=SCALED))
    spans = [b["span"] for b in plan["blocks"] if b["kind"] == "item" and b["ref"].startswith("tasks.")]
    first, last = spans[0]["line"] - 1, spans[-1]["end_line"]
    lines = text.split("\n")
    return "\n".join([*lines[:first], *(lines[first:last] * count), *lines[last:]])


def grown(size: int) -> str:
    """The same plan with its tasks as many times as make it nearest to ``size`` bytes of UTF-8."""
    one, two = (len(copies(count).encode()) for count in (1, 2))
    return copies(1 + round((size - one) / (two - one)))


def _deep(levels: int) -> str:
    return "".join(f"{'.'.join(['1'] * level)}. Việc thứ nhất phải làm\n" for level in range(1, levels + 1))


WORST: dict[str, Callable[[], str]] = {
    "one line of 1 MB": lambda: "Tổ chức thực hiện các nhiệm vụ được giao theo quy định của pháp luật, " * 11_000,
    "250 kB of “Luật ”": lambda: "Luật " * 35_700,
    "100,000 empty bullets": lambda: "- \n" * 100_000,
    "numbering 500 levels deep": lambda: _deep(500),
    "digits": lambda: "1234567890" * 20_000,
    "digits and blanks": lambda: "123 " * 50_000,
    "“a) ”": lambda: "a) " * 66_000,
    "“(((”": lambda: "(" * 200_000,
    "bars": lambda: "|" * 200_000,
    "headings of tables of one cell a line": lambda: "STT\nNội dung\nThời gian\nI\nViệc\n" * 6_000,
    "cells without end": lambda: "STT\nNội dung\nThời gian\n" + "1\nViệc phải làm\nQuý I\n" * 8_000,
    "headings, each table another": lambda: "".join(
        f"STT\nNội dung\nThời gian\nCột {'abcdefgh'[n % 8]}\nI\nViệc\nTổng cộng\n" for n in range(4_000)
    ),
    "rows of bars": lambda: "| a | b |\n" * 20_000,
    "combining marks": lambda: "a" + "\u0301" * 100_000,
    "“Chỉ tiêu 1: ”": lambda: "Chỉ tiêu 1: " * 13_000,
    "agencies with nothing to do": lambda: "- Sở Y tế: \n" * 14_000,
    "agencies in one line": lambda: "Sở Y tế, " * 18_000,
    "documents in one line": lambda: "Quyết định số 1/QĐ-TTg ngày 1/1/2020 " * 4_500,
    "dates in one line": lambda: "ngày 1/1/2020 " * 12_500,
    "measures in one line": lambda: "dưới 5% " * 18_000,
    "sums in one line": lambda: "5.000.000 đồng " * 11_500,
    "titles": lambda: "KẾ HOẠCH\n" * 15_000,
    "section headings": lambda: "I. MỤC ĐÍCH\n" * 12_000,
    "sections in one line": lambda: "I. MỤC ĐÍCH 1. Trồng cây - Tưới cây; II. NHIỆM VỤ 1. Ươm cây " * 3_000,
    "recipients": lambda: "Nơi nhận:\n" * 13_000,
    "lists that open lists": lambda: "- Cụ thể:\n" * 13_000,
    "form feeds": lambda: "\f" * 200_000,
    "blank lines": lambda: "\n" * 200_000,
    "blanks": lambda: " " * 200_000,
    "dots": lambda: "." * 200_000,
}  # fmt: skip
"""Texts made to be slow, by what they are; the time of each, byte for byte, is compared with that of the samples."""
