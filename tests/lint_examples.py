"""What rules of ``kehoach lint`` find in their examples, in both languages, looked for once in a run of the tests."""

from __future__ import annotations

from functools import cache

from kehoach.lint.base import Example, Finding
from kehoach.lint.engine import check
from kehoach.lint.rules import BY_CODE
from kehoach.parsers import parse_source
from kehoach.readers import SourceText


@cache
def found(code: str, example: Example) -> tuple[list[Finding], list[Finding]]:
    """The findings of a rule in an example, told in English and in Vietnamese."""
    text = example.text()
    plan = parse_source(SourceText.from_text(text))
    english, vietnamese = (check(plan, text, "x", [BY_CODE[code]], language=name).findings for name in ("en", "vi"))
    return english, vietnamese
