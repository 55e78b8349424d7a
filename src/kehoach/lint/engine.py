"""Rules over a plan: which apply, what they find, where it stands."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from kehoach.errors import UnreadableError
from kehoach.lint.base import LANGUAGES, Finding, Hit, Language, Rule
from kehoach.lint.case import Case
from kehoach.lint.rules import chosen

if TYPE_CHECKING:
    from kehoach.readers.data import Record
    from kehoach.readers.source import SourceText


@dataclass(slots=True)
class Report:
    """What was found in one plan; ``skipped`` are rules that need the plan's text where only its data was given."""

    file: str
    findings: list[Finding]
    skipped: list[str] = field(default_factory=list)


def check(
    plan: dict[str, Any], text: str | None, file: str, rules: Sequence[Rule], record: Record | None = None,
    *, language: Language = "en",
) -> Report:  # fmt: skip
    """What ``rules`` find in a plan.

    Args:
        plan: plain data that keeps to the plan format.
        text: the text its spans index; ``None`` where only the data is there.
        file: the name findings carry.
        rules: as :func:`kehoach.lint.rules.chosen` gives them.
        record: where the plan came as data, its place in the file, so that findings have that file's lines.
        language: of the messages.
    """
    case = Case(plan, text)
    report = Report(file, [])
    for rule in rules:
        if rule.needs_text and text is None:
            report.skipped.append(rule.code)
        elif _applies(rule, case):
            report.findings += [_finding(rule, hit, case, file, record, language) for hit in rule.check(case)]
    report.findings.sort(key=lambda f: (f.line, f.column, f.code))
    return report


def _applies(rule: Rule, case: Case) -> bool:
    in_time = (rule.since is None or case.is_on_or_after(rule.since)) and (
        rule.until is None or case.is_before(rule.until)
    )
    return (
        in_time
        and case.body in rule.bodies
        and not (rule.original and case.is_copy)
        and not (rule.exact and case.is_scan)
    )


def _finding(rule: Rule, hit: Hit, case: Case, file: str, record: Record | None, language: Language) -> Finding:
    line, column, end_line, end_column = 1, 1, 1, 1
    if record is not None:
        line = end_line = record.line_of(_path(hit.ref))
    elif hit.span is not None and case.text is not None:
        line, column = _place(case.text, hit.span["start"], hit.span["line"])
        end_line, end_column = _place(case.text, hit.span["end"], hit.span["end_line"])
    elif hit.span is not None:
        line, end_line = hit.span["line"], hit.span["end_line"]
    message = hit.vi if language == "vi" else hit.en
    return Finding(
        rule.code, rule.name, rule.severity, message, file, line, column, end_line, end_column, hit.span, hit.ref
    )


def _place(text: str, offset: int, line: int) -> tuple[int, int]:
    before = max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset))
    return line, offset - before


def _path(ref: str | None) -> tuple[str | int, ...]:
    """Keys and indexes of the item with an id: ``tasks.2.3`` → ``tasks``, 1, ``items``, 2."""
    if ref is None:
        return ("document",)
    part, *numbers = ref.split(".")
    if not all(n.isdigit() for n in numbers):
        return (part,)
    out: list[str | int] = ["funding", "items"] if part == "funding" else [part]
    for k, number in enumerate(numbers):
        out += ([] if k == 0 else ["items"]) + [int(number) - 1]
    return tuple(out)


def check_source(source: SourceText, file: str, rules: Sequence[Rule], *, language: Language = "en") -> list[Report]:
    """The reports on a file: one for a text, one for each plan in a file of data.

    Raises:
        UnreadableError: data that is no plan.
    """
    if not is_data(source.text, file):
        from kehoach.parsers import parse_source

        return [check(parse_source(source), source.text, file, rules, language=language)]
    from kehoach.models.check import plan_faults
    from kehoach.readers.data import records

    found = records(source.text, file)
    if not found:
        raise UnreadableError("holds no plan", name=file)
    out = []
    for record in found:
        faults = [(line, message) for line, _, message in record.faults]
        faults = faults or [
            (record.line_of(path), f"{'.'.join(map(str, path))} {message}")
            for path, message in plan_faults(record.data)
        ]
        if faults:
            line, message = faults[0]
            raise UnreadableError(
                f"is no plan ({message})", name=file, line=line, hint="'kehoach validate' tells all faults"
            )
        out.append(check(record.data, None, file, rules, record, language=language))
    return out


def is_data(text: str, file: str) -> bool:
    """Whether a file holds plans as data: by its ending, or by how it begins."""
    if file.lower().endswith((".yaml", ".yml", ".json", ".jsonl", ".ndjson")):
        return True
    start = text[:400].lstrip("\ufeff \t\r\n")
    return start.startswith(('{"', "schema_version:"))


def lint(
    plan: Any, *, select: Iterable[str] = (), ignore: Iterable[str] = (), language: Language = "en"
) -> list[Finding]:
    """What a careful clerk would send a plan back for.

    Args:
        plan: a path; a text (a string with a line break); the plan as :class:`kehoach.Plan` or as plain data. Rules
            that need the text are left out for the last two.
        select: prefixes of codes (``"KH5"``) or names of rules; all rules where there are none.
        ignore: prefixes of codes or names of rules to leave out.
        language: of the messages, ``"en"`` or ``"vi"``.

    Raises:
        UnreadableError: there is no such file, or it holds neither text nor a plan.
        ValueError: no rule has such a code or name, or messages are in no such language.

    >>> text = "KẾ HOẠCH\\nTrồng cây năm 2031\\n\\nI. NHIỆM VỤ\\n1. Làm đất trước ngày 31/4/2031\\n"
    >>> [(finding.code, finding.line) for finding in lint(text, select=["KH5"])]
    [('KH501', 5)]
    """
    from kehoach.comparing.inputs import dumped
    from kehoach.lint.rules import unknown
    from kehoach.models.check import checked
    from kehoach.readers import read, read_bytes
    from kehoach.readers.source import SourceText

    select, ignore = tuple(select), tuple(ignore)
    if lost := unknown((*select, *ignore)):
        raise ValueError(f"no rule has the code or name {lost[0]!r}")
    if language not in LANGUAGES:
        raise ValueError(f"messages are in 'en' or 'vi', not in {language!r}")
    rules = chosen(select, ignore)
    if isinstance(plan, str) and ("\n" in plan or "\r" in plan):
        reports = check_source(SourceText.from_text(plan), "<text>", rules, language=language)
    elif isinstance(plan, (str, os.PathLike)):
        reports = check_source(read(os.fspath(plan)), os.fspath(plan), rules, language=language)
    elif isinstance(plan, (bytes, bytearray, memoryview)):
        reports = check_source(read_bytes(bytes(plan)), "<bytes>", rules, language=language)
    else:
        data = plan if isinstance(plan, dict) else dumped(plan)
        name = str((data.get("source") or {}).get("name") or "<plan>")
        reports = [check(checked(data, name), None, name, rules, language=language)]
    return [finding for report in reports for finding in report.findings]
