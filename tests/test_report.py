"""``kehoach report``: what the page holds, that all of it is escaped, that every link leads somewhere."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from string import Formatter
from unittest.mock import patch

import pytest

import kehoach
from diff_gold import FOLDER
from kehoach.errors import KehoachError
from kehoach.models import plan as plan_format
from kehoach.readers import SourceText
from kehoach.reports import Read, charts, report
from kehoach.reports.page import environment
from kehoach.reports.source import lines_of
from kehoach.reports.words import WORDS, Language
from made import TEXT
from made import plan as made_plan
from runner import one_line, run

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
A, B = FOLDER / "an-toan-thuc-pham.a.txt", FOLDER / "an-toan-thuc-pham.b.txt"
NASTY = "</title><script>alert('x')</script><img src=x onerror=alert(1)>"
VOID = {"meta", "link", "br", "img", "input", "hr"}


@dataclass
class Page(HTMLParser):
    """A page read by the rules of HTML."""

    html: str
    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    labelled: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    attributes: list[tuple[str, str, str]] = field(default_factory=list)
    headings: list[int] = field(default_factory=list)
    open: list[str] = field(default_factory=list)
    scripts: list[str] = field(default_factory=list)
    misnested: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self.feed(self.html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(tag, key, value or "") for key, value in attrs]
        own = {key: value or "" for key, value in attrs}
        if "id" in own:
            self.ids.append(own["id"])
        if "href" in own:
            self.links.append(own["href"])
        self.labelled += own.get("aria-labelledby", "").split()
        if re.fullmatch(r"h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.open and self.open[-1] == tag:
            self.open.pop()
        else:
            self.misnested.append(tag)

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] == "script":
            self.scripts.append(data)


def read_file(path: Path) -> Read:
    return Read(kehoach.parse(path).model_dump(), path.read_text("utf-8"))


def page(name: str, language: Language = "vi") -> Page:
    if name == "one":
        return Page(report([read_file(SAMPLES / "kem-quyet-dinh.txt")], language=language))
    if name == "two":
        return Page(report([read_file(A), read_file(B)], language=language))
    against = read_file(A).plan if name == "against" else None
    paths = [B] if name == "against" else [A, B, SAMPLES / "tinh-chuyen-doi-so.txt"]
    return Page(report([read_file(path) for path in paths], against, language))


@pytest.fixture(scope="module", params=["one", "two", "many", "against"])
def any_page(request: pytest.FixtureRequest) -> Page:
    return page(request.param)


def test_the_page_is_whole(any_page: Page) -> None:
    assert any_page.misnested == []
    assert any_page.open == []
    assert any_page.tags.count("main") == any_page.tags.count("h1") == any_page.tags.count("header") == 1
    assert "nav" in any_page.tags
    steps = [b - a for a, b in zip(any_page.headings, any_page.headings[1:], strict=False)]
    assert max(steps) <= 1  # no level is left out on the way down


def test_every_link_leads_somewhere(any_page: Page) -> None:
    assert len(any_page.ids) == len(set(any_page.ids))
    assert any_page.links
    assert {link for link in any_page.links if not link.startswith("#")} == set()
    assert {link[1:] for link in any_page.links} <= set(any_page.ids)
    assert set(any_page.labelled) <= set(any_page.ids)


def test_nothing_comes_from_elsewhere(any_page: Page) -> None:
    assert not {"link", "img", "iframe", "object", "base"} & set(any_page.tags)
    assert not [1 for _, key, _ in any_page.attributes if key in ("src", "style") or key.startswith("on")]
    assert "url(" not in any_page.html
    assert "@import" not in any_page.html
    policy = next(value for tag, key, value in any_page.attributes if key == "content" and "default-src" in value)
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert policy.count("sha256-") == 2


def test_spans_of_values_are_those_of_the_plan() -> None:
    source = read_file(SAMPLES / "tinh-chuyen-doi-so.txt")
    html = report([source])
    deadline = source.plan["deadlines"][1]
    span, text = deadline["span"], deadline["text"]
    assert f'<a class="v" href="#a-l{span["line"]}" data-s="{span["start"]}-{span["end"]}">{text}</a>' in html
    for target in source.plan["targets"]:
        for measure in target["measures"]:
            assert f'data-s="{measure["span"]["start"]}-{measure["span"]["end"]}"' in html


def test_lines_hold_the_text_exactly() -> None:
    text = "KẾ HOẠCH\r\nTrồng cây năm 2031\r\rI. NHIỆM VỤ\n\n 1. Trồng 500 cây 🌳\u2028- Chăm sóc\x0c\n"
    plan = kehoach.parse_text(text).model_dump()
    lines = lines_of(text, plan["blocks"])
    assert "".join(stretch.text for line in lines for stretch in line.stretches) == text
    for line in lines:
        assert text[line.start :].startswith("".join(stretch.text for stretch in line.stretches))
    for block in plan["blocks"]:
        number = block["span"]["line"]
        assert lines[number - 1].start <= block["span"]["start"]
        assert number == len(lines) or block["span"]["start"] < lines[number].start
    html = report([Read(plan, text)])
    assert html.count("&#13;") == text.count("\r")
    assert lines_of("", []) == [] or lines_of("", [])[0].stretches == []


def nasty_plan() -> Read:
    text = f"KẾ HOẠCH\n{NASTY}\n\nI. NHIỆM VỤ\n1. Sở Y tế {NASTY} trồng 500 cây trước ngày 15/6/2031\n2. {NASTY}\n"
    return Read(kehoach.parse_text(text, name=f"{NASTY}.txt").model_dump(), text)


@pytest.mark.parametrize("number", [1, 2, 3])
def test_what_plans_hold_is_escaped(number: int) -> None:
    others = [read_file(A), read_file(B)][: number - 1]
    html = report([nasty_plan(), *others])
    read = Page(html)
    assert "alert" in html
    assert "<script>alert" not in html
    assert read.tags.count("script") == 2
    assert "img" not in read.tags
    assert not [1 for _, key, _ in read.attributes if key == "onerror"]


def test_a_title_made_by_hand_is_escaped() -> None:
    plan = made_plan()
    plan["document"]["title"] = NASTY
    plan["targets"][0]["indicator"] = NASTY
    plan["warnings"] = [{"code": "x", "message": NASTY, "span": None}]
    read = Page(report([Read(plan, TEXT)]))
    assert read.tags.count("script") == 2
    assert "img" not in read.tags


def test_words_for_the_script_cannot_end_it() -> None:
    with patch.dict(WORDS, {"shown": ("</script><b>", "x")}):
        read = Page(report([nasty_plan()]))
    assert json.loads(read.scripts[0])["shown"] == "</script><b>"
    assert "b" not in read.tags


@pytest.mark.parametrize("name", ["one", "two", "many"])
def test_english(name: str) -> None:
    english = page(name, "en")
    assert '<html lang="en">' in english.html
    assert "Search (accents may be left out)" in english.html
    assert "Tất cả" not in english.html
    assert ("tbody", "lang", "vi") in english.attributes


def test_words_have_both_languages_and_every_kind_of_block() -> None:
    for vietnamese, english in WORDS.values():
        names = [{name for _, name, _, _ in Formatter().parse(word) if name} for word in (vietnamese, english)]
        assert names[0] == names[1]
        assert vietnamese
        assert english
    kinds = plan_format.Block.model_json_schema()["properties"]["kind"]["enum"]
    assert {f"k_{kind}" for kind in kinds} <= set(WORDS)


def statuses(html: str) -> list[tuple[str, str]]:
    """Part and status of every row."""
    out, part = [], ""
    for kind, value in re.findall(r'data-(part|status)="([\w-]+)"', html):
        if kind == "part":
            part = value
        else:
            out.append((part, value))
    return out


def test_the_diff_is_that_of_kehoach_diff() -> None:
    read = page("two")
    diff = kehoach.diff(A, B)
    sections = {"targets", "deadlines", "amounts", "citations", "agencies", "document"}
    rows = statuses(read.html)
    found = [status for part, status in rows if part not in sections]
    summary = diff.summary
    assert [found.count(key) for key in ("same", "changed", "moved", "only_a", "only_b")] == [
        summary.same, summary.changed, summary.moved, summary.only_a, summary.only_b
    ]  # fmt: skip
    assert sum(part == "agencies" for part, _ in rows) == len(diff.agencies)


def test_the_matrix_is_that_of_kehoach_compare() -> None:
    html = page("against").html
    comparison = kehoach.compare([B], by="tasks", against=A)
    rows = [status for part, status in statuses(html) if part == "tasks"]
    assert len(rows) == comparison.summary.rows
    assert rows.count("in_all") == comparison.coverage[0].covered
    share = comparison.coverage[0]
    assert f"{round(share.share * 100)}% ({share.covered}/{share.of})" in html


def test_plans_given_as_data_have_no_links(tmp_path: Path) -> None:
    data = tmp_path / "plan.yaml"
    assert run("parse", SAMPLES / "tinh-chuyen-doi-so.txt", "-o", data).code == 0
    ran = run("report", data, "--language", "en")
    assert ran.code == 0
    assert "The source text is not at hand" in ran.out
    assert 'class="v"' not in ran.out
    assert "Sở Thông tin và Truyền thông" in ran.out


def test_files_and_exit_codes(tmp_path: Path) -> None:
    out = tmp_path / "report.html"
    ran = run("report", A, B, "-o", out)
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert out.read_text("utf-8").startswith("<!DOCTYPE html>")
    again = run("report", A, B)
    assert again.raw == out.read_bytes()  # the same plans give the same page
    ran = run("report", A, tmp_path / "none.txt")
    assert ran.code == 3
    assert one_line(ran.err)
    assert ran.out == ""
    copy = tmp_path / "a.txt"
    copy.write_bytes(A.read_bytes())
    assert run("report", copy, "-o", copy).code == 2
    assert copy.read_bytes() == A.read_bytes()
    assert run("report").code == 2


def test_a_missing_library_is_one_line() -> None:
    environment.cache_clear()
    with patch.dict("sys.modules", {"jinja2": None}):
        ran = run("report", A)
    assert ran.code == 2
    assert one_line(ran.err)
    assert "pip install 'kehoach[report]'" in ran.err


def test_no_plan_and_an_empty_one() -> None:
    with pytest.raises(KehoachError):
        report([])
    source = SourceText.from_text("x")
    Page(report([Read(kehoach.parse_text(source.text).model_dump(), source.text)]))


def test_charts_keep_to_their_picture() -> None:
    counted = [(f"Cơ quan {n}", float(40 - n), str(40 - n)) for n in range(40)]
    chart = charts.bars("x", ["a", "b"], counted)
    assert len(chart.bars) == charts.MOST_BARS
    assert chart.left_out == 40 - charts.MOST_BARS
    assert len(chart.rows) == 40
    assert max(bar.width for bar in chart.bars) < charts.WIDTH - charts.LABEL
    assert chart.bars[0].width > chart.bars[1].width
    heat = charts.heat_map("x", "", ["A"] * 60, [("việc", [None, 0.0, 1.0, *[0.5] * 57])])
    assert [cell.level for cell in heat.heat[0][2][:4]] == [0, 1, 4, 2]
    assert heat.heat[0][2][-1].x + heat.size <= charts.WIDTH
