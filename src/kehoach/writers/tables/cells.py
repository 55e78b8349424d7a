"""Heads and cells as text, for the formats that know nothing else."""

from __future__ import annotations

from typing import Any

from kehoach.tables import Column
from kehoach.writers.tables import Language

BETWEEN = "; "
"""Between the parts of a cell that holds several."""


def head(column: Column, language: Language) -> str:
    """The head of a column."""
    return column.title if language == "vi" else column.key


def text_of(value: Any, column: Column, language: Language = "en") -> str:
    """A cell as text; '' for null. Numbers have a decimal point and no separators, so that programs read them."""
    if language == "vi" and (column.words or column.type == "date"):
        value = column.in_words(value)
    if value is None:
        return ""
    if isinstance(value, list):
        return BETWEEN.join(map(str, value))
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return repr(value).removesuffix(".0")
    return str(value)


def shown(value: Any, column: Column, language: Language = "en") -> str:
    """A cell as text for people: numbers in groups of three, as the language writes them; years are as they are."""
    if isinstance(value, bool) or not isinstance(value, int | float) or column.key == "by":
        return text_of(value, column, language)
    text = f"{value:,}".removesuffix(".0")
    return text.translate(_VIETNAMESE) if language == "vi" else text


_VIETNAMESE = str.maketrans(",.", ".,")
