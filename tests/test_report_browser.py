"""Reports in a real browser: they show, lead to the source, filter, and say nothing on the console."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import kehoach
from diff_gold import FOLDER
from kehoach.reports import Read, report
from long_plans import SEARCHING, long_plan

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext
    from playwright.sync_api import Page as Tab

CHROMIUM = shutil.which("chromium")
FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed: reports are not tried in a browser"),
]

SAMPLE = Path(__file__).resolve().parent.parent / "samples" / "tinh-chuyen-doi-so.txt"
A, B = FOLDER / "an-toan-thuc-pham.a.txt", FOLDER / "an-toan-thuc-pham.b.txt"
ODD = (
    "KẾ HOẠCH\r\nTrồng cây 🌳🌳 năm 2031\r\n\r\nI. NHIỆM VỤ\r\n"
    "1. 🌳 Trồng 500 cây trước ngày 15/6/2031\r\n\t2. A < B & C > D\r\n"
)


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BrowserContext]:
    api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with api.sync_playwright() as play:
        context = play.chromium.launch_persistent_context(
            str(tmp_path_factory.mktemp("profile")), executable_path=CHROMIUM, args=FLAGS, headless=True,
            viewport={"width": 1400, "height": 900},
        )  # fmt: skip
        yield context
        context.close()


@pytest.fixture
def opened(browser: BrowserContext, tmp_path: Path) -> Iterator[Any]:
    """A function that opens a page; afterwards its console must have stayed silent and nothing been asked for."""
    said: list[str] = []
    tabs: list[Tab] = []

    def open_(html: str) -> Tab:
        path = tmp_path / f"report{len(tabs)}.html"
        path.write_bytes(html.encode())
        tab = browser.new_page()
        tabs.append(tab)
        tab.on("console", lambda message: said.append(message.text))
        tab.on("pageerror", lambda error: said.append(str(error)))
        tab.on("request", lambda asked: said.append(asked.url) if asked.url != path.as_uri() else None)
        tab.goto(path.as_uri())
        tab.wait_for_selector("html[data-ready]")
        return tab

    yield open_
    for tab in tabs:
        tab.close()
    assert said == []


def of(path: Path) -> Read:
    return Read(kehoach.parse(path).model_dump(), path.read_text("utf-8"))


def of_text(text: str) -> Read:
    return Read(kehoach.parse_text(text, name="x.txt").model_dump(), text)


def marked(tab: Tab, side: str = "a") -> str:
    return str(tab.evaluate(f"[...document.querySelectorAll('#text-{side} mark')].map(m => m.textContent).join('')"))


def in_view(tab: Tab, selector: str) -> bool:
    script = (
        "s => { const m = document.querySelector(s).getBoundingClientRect(), p = document.querySelector(s)"
        ".closest('pre').getBoundingClientRect(); return m.top >= Math.max(0, p.top) - 1 && "
        "m.bottom <= Math.min(innerHeight, p.bottom) + 1 }"
    )
    return bool(tab.evaluate(script, selector))


def visible_rows(tab: Tab) -> int:
    return int(tab.evaluate("[...document.querySelectorAll('[data-row]')].filter(r => r.offsetParent).length"))


def filtered(tab: Tab) -> None:
    tab.wait_for_timeout(120)


@pytest.mark.parametrize("text", [SAMPLE.read_text("utf-8"), ODD], ids=["sample", "odd"])
def test_the_source_is_exact_and_every_value_marks_its_span(opened: Any, text: str) -> None:
    tab = opened(report([of_text(text)]))
    assert tab.evaluate("document.querySelector('#text-a').textContent") == text
    links = tab.evaluate(
        "[...document.querySelectorAll('main .v')].map(v => { v.click(); return "
        "[...v.dataset.s.split('-').map(Number), "
        "[...document.querySelectorAll('#text-a mark')].map(m => m.textContent).join('')] })"
    )
    assert len(links) > 3
    for start, end, words in links:
        assert "".join(words.split()) == "".join(text[start:end].split())
    tab.evaluate("document.querySelector('#text-a').normalize()")
    assert tab.evaluate("document.querySelector('#text-a').textContent") == text


def test_enter_shows_the_span_and_escape_leads_back(opened: Any) -> None:
    tab = opened(report([of(SAMPLE)]))
    link = tab.locator("#deadlines .v").nth(2)
    link.focus()
    tab.keyboard.press("Enter")
    assert marked(tab).strip()
    assert in_view(tab, "#text-a mark")
    assert link.get_attribute("aria-current") == "true"
    assert marked(tab).strip() in tab.locator("#told").text_content()
    assert tab.evaluate("document.activeElement.className") == "v"  # whoever reads on does not lose the place
    tab.locator("#text-a").focus()
    tab.keyboard.press("Escape")
    assert tab.evaluate("document.activeElement.getAttribute('aria-current')") == "true"
    assert tab.evaluate("scrollY + document.scrollingElement.scrollTop") == 0  # the panes move, not the page


def test_the_source_leads_to_what_was_read(opened: Any) -> None:
    tab = opened(report([of(SAMPLE)]))
    tab.locator("#text-a [data-r='tasks.1.2']").first.click()
    tab.wait_for_function(
        "(b => b.top > 0 && b.bottom < innerHeight)(document.querySelector('.here').getBoundingClientRect())"
    )
    assert tab.locator(".here").get_attribute("data-ids") == "a-tasks.1.2"
    assert "Tuần lễ" in marked(tab)


def test_search_needs_no_accents_and_keeps_what_is_above(opened: Any) -> None:
    tab = opened(report([of(SAMPLE)]))
    whole = visible_rows(tab)
    tab.fill("#f-text", "tuan le CHUYEN DOI so")
    filtered(tab)
    assert 1 < visible_rows(tab) < whole / 5
    assert tab.locator("[data-ids='a-tasks.1.2']").is_visible()
    assert tab.locator("[data-ids='a-tasks.1']").is_visible()
    assert not tab.locator("[data-ids='a-tasks.2']").is_visible()
    assert str(whole) in tab.locator("#f-count").text_content()
    tab.click("button[type=reset]")
    filtered(tab)
    assert visible_rows(tab) == whole


def test_two_plans_filter_and_lead_to_both_sources(opened: Any) -> None:
    tab = opened(report([of(A), of(B)]))
    tab.select_option("#f-status", "only_a")
    filtered(tab)
    statuses = tab.evaluate(
        "[...document.querySelectorAll('[data-row]')].filter(r => r.offsetParent).map(r => r.dataset.status)"
    )
    assert set(statuses) == {"only_a"}
    tab.select_option("#f-status", "changed")
    tab.select_option("#f-part", "objectives")
    filtered(tab)
    row = tab.locator("[data-row]:visible").nth(1)
    row.locator(".v").first.click()
    assert "dưới 5%" in marked(tab, "a")
    assert "Dưới 4%" in marked(tab, "b")
    assert in_view(tab, "#text-a mark")
    assert in_view(tab, "#text-b mark")


def test_the_matrix_filters_by_who_lacks(opened: Any) -> None:
    tab = opened(report([of(B), of(SAMPLE)], against=of(A).plan))
    whole = visible_rows(tab)
    tab.select_option("#f-lacking", "2")
    filtered(tab)
    fewer = visible_rows(tab)
    assert 0 < fewer < whole
    tab.select_option("#f-part", "tasks")
    filtered(tab)
    assert 0 < visible_rows(tab) < fewer
    assert tab.locator("svg[role=img]").count() >= 3


def test_a_plan_that_is_a_script_runs_nothing(opened: Any) -> None:
    nasty = "</script><script>document.title='x'</script><img src=x onerror=\"document.title='x'\">"
    tab = opened(report([of_text(f"KẾ HOẠCH\n{nasty}\n\nI. NHIỆM VỤ\n1. {nasty}\n")]))
    assert tab.title() != "x"
    assert tab.locator("img").count() == 0
    assert tab.locator("#text-a").text_content().count(nasty) == 2


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stand_out_from_the_page(opened: Any, scheme: Any) -> None:
    tab = opened(report([of(A), of(B)]))
    tab.emulate_media(color_scheme=scheme)
    for selector in (
        "body",
        ".how",
        ".contents a",
        "del",
        "ins",
        "[data-status=same] td:last-child",
        ".l",
        "small, .kicker",
    ):
        ratio = tab.evaluate(_CONTRAST, selector)
        assert ratio >= 4.5, selector  # WCAG 2.2, 1.4.3


_CONTRAST = """selector => {
  const numbers = colour => colour.match(/[\\d.]+/g).map(Number);
  const light = colour => { const [r, g, b] = numbers(colour).map(c => c / 255)
    .map(c => c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4); return 0.2126 * r + 0.7152 * g + 0.0722 * b };
  const element = document.querySelector(selector);
  let behind = element;
  while (numbers(getComputedStyle(behind).backgroundColor)[3] === 0) behind = behind.parentElement;
  const [a, b] = [light(getComputedStyle(element).color), light(getComputedStyle(behind).backgroundColor)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}"""


@pytest.mark.parametrize("number", [1, 2, 3])
def test_a_phone_shows_it_without_sideways_scrolling(opened: Any, number: int) -> None:
    tab = opened(report([of(A), of(B), of(SAMPLE)][:number]))
    tab.set_viewport_size({"width": 360, "height": 740})
    assert tab.evaluate("document.documentElement.scrollWidth") <= 360
    if number < 3:
        tab.locator("main .v").first.click()
        assert in_view(tab, "#text-a mark")
        assert tab.locator("#back").is_visible()
        tab.click("#back")
        assert tab.locator("main .v").first.is_visible()
        assert tab.evaluate("document.activeElement.classList.contains('v')")


def test_print_leaves_out_the_tools_and_shows_everything(opened: Any) -> None:
    tab = opened(report([of(A), of(B)]))
    tab.emulate_media(media="print")
    assert not tab.locator("#filters").is_visible()
    assert tab.evaluate("getComputedStyle(document.querySelector('main')).overflow") == "visible"
    assert tab.evaluate("(p => p.scrollHeight <= p.clientHeight + 1)(document.querySelector('#text-b'))")


def test_long_plans_are_small_and_quick(opened: Any) -> None:
    texts = [long_plan(seed, pages=6) for seed in (1, 2)]
    html = report([of_text(text) for text in texts])
    assert len(html.encode()) < 6 / 30 * 2_000_000 + 50_000  # of 30 pages: docs/reports.md
    tab = opened(html)
    assert tab.evaluate("performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd") < 3_000
    assert tab.evaluate(SEARCHING) < 1_500
