"""``kehoach lint`` and a plan's warnings in Vietnamese: nothing is said in English alone, and both say the same.

``python tests/test_lint_languages.py`` writes ``tests/data/lint_messages.txt`` anew: what every rule says of its
examples, in both languages, to be reviewed with git diff.
"""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest

import kehoach
from kehoach.lint import RULES, Rule, chosen, lint
from kehoach.lint.vietnamese import BODIES, SEVERITIES, SOURCES
from kehoach.tables.warning_words import SENTENCES, in_vietnamese
from kehoach.tables.words import SECTIONS
from lint_examples import found
from runner import run

SOURCE = Path(__file__).resolve().parent.parent / "src" / "kehoach"
SAID = Path(__file__).parent / "data" / "lint_messages.txt"
ENGLISH = re.compile(r"\b(?:the|is|are|was|not|of|from|put|leave|write|add|before|taken|pages?|read)\b")
_IN_VIETNAMESE_ONLY = {"quoted", "shown"}


def pieces(message: ast.expr) -> tuple[str, list[str]]:
    """A message's own words, and what is put in, without regard to how it is quoted or a day printed."""
    values = message.values if isinstance(message, ast.JoinedStr) else [message]
    own = "".join(str(v.value) for v in values if isinstance(v, ast.Constant))
    put_in = [ast.unparse(_Plain().visit(v.value)) for v in values if isinstance(v, ast.FormattedValue)]
    return own, sorted(put_in)


class _Plain(ast.NodeTransformer):
    def visit_Call(self, node: ast.Call) -> ast.AST:
        if isinstance(node.func, ast.Name) and node.func.id in _IN_VIETNAMESE_ONLY:
            return cast(ast.AST, self.visit(node.args[0]))
        self.generic_visit(node)
        return node

    def visit_Name(self, node: ast.Name) -> ast.expr:
        return ast.Name("repr") if node.id == "quoted" else node


def numbers(words: str) -> set[str]:
    return set(re.findall(r"\d+", re.sub(r"\bzero\b", "0", words)))


def fault(call: ast.Call) -> str | None:
    """What is wrong with the two messages of a call that makes a hit."""
    if len(call.args) < 2 or any(not isinstance(m, (ast.Constant, ast.JoinedStr)) for m in call.args[:2]):
        return "the message and its Vietnamese stand beside each other, each as one text"
    (en, en_in), (vi, vi_in) = map(pieces, call.args[:2])
    rules = {
        "both say something": en.strip() and vi.strip(),
        "the Vietnamese is Vietnamese": en != vi and not vi.isascii() and not ENGLISH.search(vi),
        "what is put in is the same": en_in == vi_in,
        "numbers are the same": numbers(en) == numbers(vi),
        "what to do stands behind a semicolon": "; " in en and "; " in vi,
        "the Vietnamese is a sentence": vi.rstrip("”").endswith(".") or vi.endswith("”."),
    }
    return next((rule for rule, holds in rules.items() if not holds), None)


def calls() -> Iterator[tuple[str, ast.Call]]:
    """Every place in which a rule makes a hit."""
    for path in sorted((SOURCE / "lint").glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call) or path.stem == "case":
                continue
            made = isinstance(node.func, ast.Name) and node.func.id == "Hit"
            if made or (isinstance(node.func, ast.Attribute) and node.func.attr in ("hit", "hit_at")):
                yield f"{path.name}:{node.lineno}", node


def test_every_message_is_in_both_languages() -> None:
    every = list(calls())
    assert len(every) >= len(RULES)
    assert [(place, wrong) for place, call in every if (wrong := fault(call))] == []


@pytest.mark.parametrize(
    "call",
    [
        'Hit("it is wrong; mend it", span)',
        'Hit("it is wrong; mend it", "it is wrong; mend it", span)',
        'Hit("it is wrong; mend it", "", span)',
        'Hit(f"{a} is wrong; mend it", "Sai; sửa lại.")',
        'Hit(f"{a} is not {b}; mend it", f"{quoted(a)} không phải {c}; sửa lại.")',
        'Hit(f"{a} in line {line}; mend it", f"{a} ở dòng {line + 1}; sửa lại.")',
        'Hit(f"since {shown(day)}; mend it", f"từ ngày {day[:4]}; sửa lại.")',
        'Hit("days below 10; write it", "ngày nhỏ hơn 9; ghi lại.")',
        'Hit("it is wrong; mend it", "Sai.")',
        "Hit(message, vietnamese)",
    ],
)
def test_a_message_without_its_translation_is_noticed(call: str) -> None:
    node = ast.parse(call, mode="eval").body
    assert isinstance(node, ast.Call)
    assert fault(node)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_explanations_are_in_both_languages(rule: Rule) -> None:
    for en, vi in ((rule.en, rule.vi), (rule.why, rule.why_vi), (rule.fix, rule.fix_vi)):
        assert vi != en
        assert vi[0].isupper() or vi[0] in "“-"
        assert vi.endswith(".")
        assert not vi.isascii()
        assert not ENGLISH.search(vi)
    assert numbers(rule.fix) == numbers(rule.fix_vi)
    assert not ENGLISH.search(SOURCES.get(rule.source, rule.source))
    assert rule.source in SOURCES or re.match(r"Nghị|Thông tư|Hướng dẫn|TCVN", rule.source)
    assert rule.severity in SEVERITIES
    assert rule.bodies <= set(BODIES)


def said() -> str:
    """What every rule says of its examples, and where, in both languages."""
    out = []
    for rule in RULES:
        for example in rule.bad:
            en, vi = found(rule.code, example)
            for a, b in zip(en, vi, strict=True):
                assert (a.code, a.line, a.column, a.span, a.ref) == (b.code, b.line, b.column, b.span, b.ref)
                assert not ENGLISH.search(b.message)
                out.append(f"{a.code} {a.line}:{a.column} {a.message}\n      {b.message}\n")
    return "".join(out)


def test_messages_are_those_recorded() -> None:
    """The English ones stay what they are: others read them, too."""
    assert said() == SAID.read_text("utf-8")


def test_in_python() -> None:
    text = "KẾ HOẠCH\nTrồng cây năm 2031\n\nI. NHIỆM VỤ\n1. Làm đất trước ngày 31/4/2031\n"
    for plan in (text, text.encode(), kehoach.parse_text(text)):
        (only,) = lint(plan, select=["KH501"], language="vi")
        assert only.message == "“31/4/2031” không có trong lịch; sửa lại ngày, tháng."
        assert only.severity == "error"
    with pytest.raises(ValueError, match="'en' or 'vi'"):
        lint(text, language="fr")  # type: ignore[arg-type]


def test_words_of_a_plan_stay_on_one_line() -> None:
    (only,) = lint(
        "KẾ HOẠCH\nTrồng cây\n\nI. NHIỆM VỤ\n1. Làm đất\n\n2. Chỉ\x0btiêu xX của của.\n",
        select=["KH903"],
        language="vi",
    )
    assert "\n" not in only.message
    assert only.message.isprintable()


def test_the_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    text = "KẾ HOẠCH\nTrồng cây năm 2031\n\nI. NHIỆM VỤ\n1. Làm đất trước ngày 31/4/2031\n"
    Path("plan.txt").write_text(text, "utf-8")
    options = ("--select", "KH501,KH101", "--language", "vi")
    ran = run("lint", "plan.txt", "--select", "KH501", "--language", "vi")
    assert ran.code == 1
    assert ran.out == "plan.txt:5:23: KH501 lỗi: “31/4/2031” không có trong lịch; sửa lại ngày, tháng.\n"
    assert ran.err == "1 lỗi trong 1/1 kế hoạch\n"
    assert run("lint", "plan.txt", "--select", "KH302", "--language", "vi").err == "không phát hiện lỗi\n"
    (en,) = json.loads(run("lint", "plan.txt", "--select", "KH501", "-f", "json").out)["findings"]
    (vi,) = json.loads(run("lint", "plan.txt", "-f", "json", "--select", "KH501", "--language", "vi").out)["findings"]
    assert {key for key in en if en[key] != vi[key]} == {"message"}
    assert en.keys() == vi.keys()
    assert "::error file=plan.txt" in (github := run("lint", "plan.txt", *options, "-f", "github").out)
    assert "không có trong lịch" in github
    run("parse", "plan.txt", "-o", "plan.yaml")
    assert (
        "plan.yaml: không có văn bản của kế hoạch nên bỏ qua 1 quy tắc: KH101" in run("lint", "plan.yaml", *options).err
    )


def test_sarif_says_its_language() -> None:
    from kehoach.lint.formats import as_sarif

    rules = chosen(["KH712", "KH205"])
    (en,), (vi,) = (json.loads(as_sarif([], rules, language))["runs"] for language in ("en", "vi"))
    assert "language" not in en
    assert vi["language"] == "vi"
    for told in vi["tool"]["driver"]["rules"]:
        texts = [told[key]["text"] for key in ("shortDescription", "fullDescription", "help")]
        assert not any(map(ENGLISH.search, texts)), texts


def test_rules_are_told_in_vietnamese() -> None:
    listed = run("lint", "--list", "--language", "vi").out.splitlines()
    assert [row.split()[0] for row in listed] == [rule.code for rule in RULES]
    told = run("lint", "--explain", "KH1,KH2,KH3,KH4,KH5,KH6,KH7,KH8,KH9", "--language", "vi").out
    assert told.count("Lý do: ") == told.count("Cách sửa: ") == told.count("Nguồn: ") == len(RULES)
    assert not ENGLISH.search(re.sub(r"^KH.*$", "", told, flags=re.MULTILINE))
    assert "Phạm vi: kế hoạch ban hành từ ngày 05/3/2020\n" in told


HINDRANCES = tuple(re.findall(r'return "([^"]+)", ', (SOURCE / "readers" / "scan.py").read_text("utf-8")))
VALUES: dict[str, tuple[str, ...]] = {
    "kind": tuple(SECTIONS), "name": ("issuer", "province"), "what": ("signer", "title", "number"),
    "named(kept)": ("page 3", "pages 3, 5"), "named(missing)": ("page 3",), "named(broken)": ("pages 3, 5",),
    "which": ("page 3",), "missing[0]": HINDRANCES, "self._left_out": ("7",),
}  # fmt: skip


_FIRST_KEYS = ["'code'", "'message'"]


def warned() -> Iterator[tuple[str, str, list[str]]]:
    """(code, message, what is put in it) of every warning that readers and the parser can give."""
    for path in sorted([*(SOURCE / "parsers").rglob("*.py"), *(SOURCE / "readers").rglob("*.py")]):
        text = path.read_text("utf-8")
        for node in ast.walk(ast.parse(text)) if re.search(r"\.(?:warn|note)\(|warnings|legacy-", text) else ():
            if isinstance(node, ast.Call) and ast.unparse(node.func).endswith((".warn", ".note")):
                code, message = node.args[:2]
            elif isinstance(node, ast.Tuple) and len(node.elts) == 2 and "readers" in path.parts:
                code, message = node.elts
            elif isinstance(node, ast.Dict) and [ast.unparse(key) for key in node.keys[:2] if key] == _FIRST_KEYS:
                code, message = node.values[:2]
            else:
                continue
            if isinstance(code, ast.Constant) and re.fullmatch("[a-z]+(-[a-z]+)*", str(code.value)):
                yield from ((str(code.value), *form) for form in forms(message))


def forms(message: ast.expr) -> Iterator[tuple[str, list[str]]]:
    """A message with values put in, which are given apart: those that stay as they are."""
    if isinstance(message, ast.Constant) and " " in str(message.value):
        yield str(message.value), []
    elif isinstance(message, ast.JoinedStr):
        pairs = [
            (v, ast.unparse(v.value) if isinstance(v, ast.FormattedValue) else "")
            for v in message.values
            if isinstance(v, (ast.Constant, ast.FormattedValue))
        ]
        names = [name for v, name in pairs if isinstance(v, ast.FormattedValue)]
        for k in range(max((len(VALUES.get(name, ())) for name in names), default=1) or 1):
            values = {n: VALUES[n][k % len(VALUES[n])] if n in VALUES else f"Xyz{i}" for i, n in enumerate(names)}
            parts = (v.value if isinstance(v, ast.Constant) else values[name] for v, name in pairs)
            yield "".join(map(str, parts)), [v for n, v in values.items() if n not in VALUES]


def test_every_warning_has_its_sentence() -> None:
    every = list(warned())
    assert len(HINDRANCES) == 3
    assert {code for code, _, _ in every} | {"read-by-ocr"} == set(SENTENCES)
    page = (SOURCE.parent.parent / "docs" / "formats.md").read_text("utf-8")
    assert [code for code in SENTENCES if f"| `{code}` |" not in page] == []
    for code, message, values in every:
        told = in_vietnamese(code, message)
        assert told != message
        assert not told.isascii()
        assert not ENGLISH.search(told), (code, message, told)
        assert not any(words in told for words in HINDRANCES)
        assert all(value in told for value in values), (message, told)
        assert numbers(message) <= numbers(told), (message, told)
    assert in_vietnamese("unheard-of", "something") == "something"
    for sentence in SENTENCES.values():
        assert sentence.general.endswith(".")
        assert not ENGLISH.search(sentence.general)


def test_warnings_of_recognised_pages() -> None:
    from kehoach.readers.paged.page import Page
    from kehoach.readers.scan import recognised_warnings

    sure, doubtful = (Page(k + 1, 100, 100, [], [], confidence=c) for k, c in enumerate((95.0, 30.0)))
    for pages, count, words in (
        ([sure], 1, "Văn bản được nhận dạng từ ảnh, độ tin cậy trung bình 95%."),
        ([sure, doubtful], 2, "Văn bản được nhận dạng từ ảnh, độ tin cậy trung bình 62%; thấp ở trang 2."),
        ([sure], 3, "1/3 trang được nhận dạng từ ảnh, độ tin cậy trung bình 95%."),
        ([doubtful], 3, "1/3 trang được nhận dạng từ ảnh, độ tin cậy trung bình 30%; thấp ở trang 2."),
    ):
        assert [in_vietnamese(*warning) for warning in recognised_warnings(pages, count)] == [words]


def test_show_tells_warnings_in_its_language() -> None:
    text = "KẾ HOẠCH\nTrồng cây năm 2031\n\nI. NHIỆM VỤ\n1. Trồng cây: 5.000.000 đồng (sáu triệu đồng).\n"
    data = run("parse", "-", "-f", "json", stdin=text.encode()).out
    en, vi = (run("show", "-", "--language", language, stdin=data.encode()).out for language in ("en", "vi"))
    assert "amount-disagrees: figures and words disagree: 5.000.000 đồng" in en
    assert "amount-disagrees: Số tiền bằng số và bằng chữ khác nhau: 5.000.000 đồng" in vi
    assert "disagree:" not in vi


def test_a_report_tells_warnings_in_its_language() -> None:
    from kehoach.reports import Read, report

    text = "KẾ HOẠCH\nTrồng cây năm 2031\n\nI. NHIỆM VỤ\n1. Trồng cây: 5.000.000 đồng (sáu triệu đồng).\n"
    plan = kehoach.parse_text(text).model_dump()
    vi, en = (report([Read(plan, text)], language=language) for language in ("vi", "en"))
    assert "Số tiền bằng số và bằng chữ khác nhau" in vi
    assert "figures and words disagree" not in vi
    assert "figures and words disagree" in en


if __name__ == "__main__":
    SAID.write_text(said(), "utf-8", newline="\n")
    print(f"wrote {SAID}")
