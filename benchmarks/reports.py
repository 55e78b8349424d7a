"""How large reports of long plans are, and how soon a browser lets one use them.

    python -m benchmarks.reports [--write] [--picture FILE]

With ``--write`` the figures go into docs/reports.md; with ``--picture`` a picture of a report of two plans is
taken.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))

import kehoach  # noqa: E402
from benchmarks.documents import put_figures  # noqa: E402
from kehoach.reports import Read, report  # noqa: E402
from long_plans import SEARCHING, long_plan  # noqa: E402
from provinces import provinces  # noqa: E402
from test_report_browser import FLAGS  # noqa: E402

DOCUMENT = ROOT / "docs" / "reports.md"
PAIR = [ROOT / "tests" / "data" / "diff" / f"an-toan-thuc-pham.{side}.txt" for side in "ab"]
ROUNDS = 5
READY = "performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd"
CLICKING = """new Promise(done => {
  const start = performance.now(), links = document.querySelectorAll("main .v");
  links[Math.floor(links.length / 2)].click();
  requestAnimationFrame(() => done(performance.now() - start));
})"""


def read(text: str, name: str) -> Read:
    """A plan with its text."""
    return Read(kehoach.parse_text(text, name=name).model_dump(), text)


def pages() -> dict[str, str]:
    """What is measured, by what it is."""
    long = [read(long_plan(seed), f"{seed}.txt") for seed in (1, 2)]
    many = [read(province.text, f"{province.name}.txt") for province in provinces(60, seed=1)]
    return {
        "one plan of 30 pages": report(long[:1]),
        "two plans of 30 pages": report(long),
        "60 plans against one": report(many[1:], many[0].plan),
    }


def rows(context: Any, folder: Path) -> list[str]:
    """Lines of the table of figures; times are medians of :data:`ROUNDS` visits."""
    out = ["| report | size | interactive after | a search | a click |", "|---|---|---|---|---|"]
    for name, html in pages().items():
        path = folder / "report.html"
        path.write_text(html, "utf-8")
        found: list[list[float]] = []
        for _ in range(ROUNDS):
            tab = context.new_page()
            tab.goto(path.as_uri())
            tab.wait_for_selector("html[data-ready]")
            clicked = tab.evaluate(CLICKING) if tab.locator("main .v").count() else 0
            found.append([tab.evaluate(READY), tab.evaluate(SEARCHING), clicked])
            tab.close()
        ready, search, click = (median(column) for column in zip(*found, strict=True))
        told = f"{click:.0f} ms" if click else "–"
        out.append(f"| {name} | {len(html.encode()) / 1e6:.2f} MB | {ready:.0f} ms | {search:.0f} ms | {told} |")
    return out


def picture(context: Any, folder: Path, path: str) -> None:
    """A picture of two plans compared, a pair of targets shown in both sources."""
    html = folder / "pair.html"
    html.write_text(report([read(plan.read_text("utf-8"), plan.name) for plan in PAIR]), "utf-8")
    tab = context.new_page()
    tab.set_viewport_size({"width": 1200, "height": 660})
    tab.goto(html.as_uri())
    tab.wait_for_selector("html[data-ready]")
    tab.locator("#part-objectives [data-status=changed] .v").nth(2).click()
    tab.evaluate("document.activeElement.blur()")
    tab.screenshot(path=path)


def main(argv: list[str] | None = None) -> int:
    """Run the command and return its exit code."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.reports", description="size and speed of reports")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--picture", metavar="FILE")
    options = parser.parse_args(argv)
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as play:
        context = play.chromium.launch_persistent_context(
            f"{folder}/profile", executable_path=shutil.which("chromium"), args=FLAGS, headless=True
        )
        if options.picture:
            picture(context, Path(folder), options.picture)
        table = rows(context, Path(folder)) if options.write or not options.picture else []
        context.close()
    print("\n".join(table))
    if options.write:
        put_figures(DOCUMENT, table)
    return 0


if __name__ == "__main__":
    sys.exit(main())
