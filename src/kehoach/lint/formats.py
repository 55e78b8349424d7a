"""Findings as text, JSON, SARIF 2.1.0 and commands of GitHub workflows."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from kehoach import __version__
from kehoach.lint.base import SEVERITIES, Finding, Language, Rule
from kehoach.lint.engine import Report
from kehoach.lint.rules import RULES
from kehoach.lint.vietnamese import severity_in, source_in

_SARIF = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_COLOURS = {"error": "bold red", "warning": "yellow", "note": "cyan"}
_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}


def counts(reports: Sequence[Report]) -> dict[str, int]:
    """How many findings of each severity there are."""
    found = Counter(f.severity for report in reports for f in report.findings)
    return {severity: found[severity] for severity in SEVERITIES}


def lines(reports: Sequence[Report], language: Language = "en") -> list[list[tuple[str, str]]]:
    """Styled lines ``FILE:LINE:COLUMN: CODE severity: message``, file by file, in the order of the text."""
    return [
        [
            (f"{f.file}:{f.line}:{f.column}: ", ""),
            (f.code, _COLOURS[f.severity]),
            (f" {severity_in(language, f.severity)}: ", "dim"),
            (f.message, ""),
        ]
        for report in reports
        for f in report.findings
    ]


def summary(reports: Sequence[Report], language: Language = "en") -> str:
    """The numbers in a line: ``2 errors, 1 warning, 3 notes in 2 of 5 plans``, ``2 lỗi trong 1/5 kế hoạch``."""
    numbers = counts(reports)
    told = ", ".join(f"{n} {severity}{'' if n == 1 else 's'}" for severity, n in numbers.items() if n)
    hit = sum(bool(report.findings) for report in reports)
    if language == "vi":
        told = ", ".join(f"{n} {severity_in(language, severity)}" for severity, n in numbers.items() if n)
        return f"{told} trong {hit}/{len(reports)} kế hoạch" if told else "không phát hiện lỗi"
    return f"{told} in {hit} of {len(reports)} plan{'' if len(reports) == 1 else 's'}" if told else "nothing found"


def as_json(reports: Sequence[Report]) -> str:
    """One object: ``findings``, ``counts`` by severity, and ``skipped``: codes that need the text, by file."""
    from kehoach.writers.json import dump

    findings = [f.as_dict() for report in reports for f in report.findings]
    skipped = {report.file: report.skipped for report in reports if report.skipped}
    return dump({"version": "1", "findings": findings, "counts": counts(reports), "skipped": skipped})


def as_github(reports: Sequence[Report]) -> str:
    """Workflow commands, which GitHub shows beside the lines of a change."""
    return "".join(_command(f) for report in reports for f in report.findings)


def _command(f: Finding) -> str:
    place = {"file": f.file, "line": f.line, "endLine": f.end_line, "col": f.column, "title": f"{f.code} {f.name}"}
    if f.end_line == f.line:
        place["endColumn"] = f.end_column
    told = ",".join(f"{key}={_escaped(str(value), ':,')}" for key, value in place.items())
    return f"::{_COMMANDS[f.severity]} {told}::{_escaped(f.message)}\n"


def _escaped(text: str, more: str = "") -> str:
    return re.sub(f"[%\r\n{more}]", lambda m: f"%{ord(m[0]):02X}", text)


def as_sarif(reports: Sequence[Report], rules: Sequence[Rule] = RULES, language: Language = "en") -> str:
    """A log in SARIF 2.1.0 (OASIS, Static Analysis Results Interchange Format): one run of ``rules``."""
    from kehoach.writers.json import dump

    index = {rule.code: i for i, rule in enumerate(rules)}
    driver = {"name": "kehoach", "version": __version__, "rules": [_descriptor(rule, language) for rule in rules]}
    run: dict[str, Any] = {} if language == "en" else {"language": language}  # SARIF takes English for granted
    run |= {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(f, index[f.code]) for report in reports for f in report.findings],
    }
    return dump({"$schema": _SARIF, "version": "2.1.0", "runs": [run]})


def _descriptor(rule: Rule, language: Language) -> dict[str, Any]:
    vi = language == "vi"
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.vi if vi else rule.en},
        "fullDescription": {"text": f"{rule.vi} {rule.why_vi if vi else rule.why}"},
        "help": {"text": f"{rule.fix_vi if vi else rule.fix} ({source_in(language, rule.source)})"},
        "defaultConfiguration": {"level": rule.severity},
    }


def _result(f: Finding, index: int) -> dict[str, Any]:
    region: dict[str, int] = {
        "startLine": f.line,
        "startColumn": f.column,
        "endLine": f.end_line,
        "endColumn": f.end_column,
    }
    location: dict[str, Any] = {"physicalLocation": {"artifactLocation": {"uri": _uri(f.file)}, "region": region}}
    if f.ref:
        location["logicalLocations"] = [{"fullyQualifiedName": f.ref}]
    return {
        "ruleId": f.code,
        "ruleIndex": index,
        "level": f.severity,
        "message": {"text": f.message},
        "locations": [location],
    }


def _uri(file: str) -> str:
    path = quote(file.replace(os.sep, "/"))
    return f"file://{path}" if path.startswith("/") else path
