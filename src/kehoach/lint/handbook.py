"""docs/lint.md from the table of rules, and what ``kehoach lint --list`` and ``--explain`` print."""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.lint import vietnamese
from kehoach.lint.base import ALL, Example, Language, Rule
from kehoach.lint.days import shown
from kehoach.lint.rules import RULES, THEMES
from kehoach.lint.specimens import SPECIMENS

_INTRO = """\
# What `kehoach lint` looks for

Made from the table of rules by `make lint-docs`; edit `src/kehoach/lint/`, not this.

The rules are what a careful clerk (văn thư) checks before a plan is numbered, stamped and sent. An *error* contradicts
a regulation or the plan itself, a *warning* is most likely a slip, a *note* is worth a look. Rules know the plan's date
and issuer: Thông tư 01/2011/TT-BNV is asked before 5 March 2020, Nghị định 30/2020/NĐ-CP since, Hướng dẫn 36-HD/VPTW
for bodies of the Party.

Not asked are, on purpose, blanks, fonts and margins, and for

- a copy on a web page or in a gazette: what stands above and below the body, which such copies leave out;
- a scan with misread letters (KH907 says so): what hangs on the form or on single letters;
- a plan that is data already: the rules marked *needs the text*.

Examples show what is changed in the plans at the end of this page: the words behind `-` are taken out, those behind
`+` put in.

`kehoach lint --language vi` gives findings, `--list` and `--explain` in Vietnamese.
"""


def listing(language: Language = "en") -> str:
    """Every rule in a line, for ``--list``."""
    if language == "vi":
        return "".join(f"{r.code}  {vietnamese.SEVERITIES[r.severity]:8} {r.name:26} {r.vi}\n" for r in RULES)
    return "".join(f"{rule.code}  {rule.severity:8} {rule.name:26} {rule.en}\n" for rule in RULES)


def explanation(rule: Rule, language: Language = "en") -> str:
    """A rule in plain text, for ``--explain``."""
    if language == "vi":
        return _explanation_in_vietnamese(rule)
    rows = [
        f"{rule.code} {rule.name} ({rule.severity})",
        rule.vi,
        rule.en,
        "",
        f"Why: {rule.why}",
        f"Fix: {rule.fix}",
        f"Source: {rule.source}",
        *(f"Note: {limit}" for limit, _ in _limits(rule)),
        "",
        "Speaks here:",
        *_indented(rule.bad),
    ]
    return "\n".join(rows) + "\n"


def _explanation_in_vietnamese(rule: Rule) -> str:
    rows = [
        f"{rule.code} {rule.name} ({vietnamese.SEVERITIES[rule.severity]})", rule.vi, "",
        f"Lý do: {rule.why_vi}", f"Cách sửa: {rule.fix_vi}", f"Nguồn: {vietnamese.source_in('vi', rule.source)}",
        *(f"Phạm vi: {limit}" for _, limit in _limits(rule)), "",
        "Ví dụ bị phát hiện:", *_indented(rule.bad),
    ]  # fmt: skip
    return "\n".join(rows) + "\n"


def _indented(examples: tuple[Example, ...]) -> Iterator[str]:
    for example in examples:
        for old, new in example.swaps:
            yield from (f"  - {line}" for line in old.strip("\n").split("\n"))
            yield from (f"  + {line}" for line in new.strip("\n").split("\n") if line.strip())
        yield ""


def _limits(rule: Rule) -> Iterator[tuple[str, str]]:
    """What the rule is not for, in English and in Vietnamese."""
    if rule.since:
        yield f"for plans since {rule.since}", f"kế hoạch ban hành từ ngày {shown(rule.since)}"
    if rule.until:
        yield f"for plans before {rule.until}", f"kế hoạch ban hành trước ngày {shown(rule.until)}"
    if rule.bodies != ALL:
        bodies = sorted(rule.bodies)
        named = "; ".join(vietnamese.BODIES[body] for body in bodies)
        yield f"for issuers of these kinds: {', '.join(bodies)}", f"kế hoạch của {named}"
    if rule.needs_text:
        yield "needs the text", "cần có văn bản của kế hoạch, không áp dụng cho dữ liệu"
    if rule.original:
        yield (
            "not for copies on web pages and in gazettes",
            "không áp dụng cho bản sao trên trang thông tin điện tử và công báo",
        )
    if rule.exact:
        yield "not for scans with misread letters", "không áp dụng cho bản quét bị nhận dạng sai chữ"


def document() -> str:
    """The whole of docs/lint.md."""
    out = [_INTRO]
    for prefix, title, rules in THEMES:
        out.append(f"## {prefix}xx {title}\n")
        out.append("| code | name | severity | |\n|---|---|---|---|")
        out += [f"| [{r.code}](#{r.code.lower()}-{r.name}) | {r.name} | {r.severity} | {r.en} |" for r in rules]
        out.append("")
        out += [_section(rule) for rule in rules]
    out.append("## The sample plans\n")
    for name, text in SPECIMENS.items():
        out.append(f"### `{name}`\n\n```text\n{text}```\n")
    return "\n".join(out)


def _section(rule: Rule) -> str:
    limits = "; ".join(limit for limit, _ in _limits(rule))
    rows = [
        f"### {rule.code} {rule.name}\n",
        f"**{rule.vi}** {rule.en} *({rule.severity})*\n",
        f"- Why: {rule.why}",
        f"- To put it right: {rule.fix}",
        f"- Source: {rule.source}",
    ]
    if limits:
        rows.append(f"- Limits: {limits}")
    rows.append("")
    rows += [f"Speaks{_in(e)}:\n\n```diff\n{_diff(e)}```\n" for e in rule.bad]
    rows += [
        f"Silent{_in(e)}" + (f":\n\n```diff\n{_diff(e)}```\n" if e.swaps else ", as it stands.\n") for e in rule.good
    ]
    return "\n".join(rows)


def _in(example: Example) -> str:
    return f" in the sample plan `{example.base}`"


def _diff(example: Example) -> str:
    out = []
    for old, new in example.swaps:
        for sign, words in (("-", old), ("+", new)):
            out += [f"{sign} {line.rstrip()}\n" for line in words.strip("\n").split("\n") if line.strip()]
    return "".join(out)
