"""The page: templates with every value escaped, style and script inline and named by their hashes."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from kehoach import __version__
from kehoach.comparing.comparison import compare_plans
from kehoach.comparing.diff import diff_plans
from kehoach.errors import KehoachError, MissingLibraryError
from kehoach.reports import differing, matrix, reading
from kehoach.reports.source import Side, side
from kehoach.reports.words import Language, Words

if TYPE_CHECKING:
    from jinja2 import Environment

Data = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Read:
    """A plan and the text that its spans index.

    Args:
        plan: plain data in the plan format.
        text: ``None`` where the plan was given as data; its values then lead nowhere.
    """

    plan: Data
    text: str | None = None


def report(plans: Sequence[Read], against: Data | None = None, language: Language = "vi") -> str:
    """A whole HTML page.

    Args:
        plans: one plan is set beside its source, of two the differences are shown, more become matrices.
        against: a plan to measure the others against; then there are matrices whatever their number.
        language: of the page's own words; the plans' stay as they are.

    Raises:
        KehoachError: there is no plan.
        MissingLibraryError: Jinja2 is not installed.
    """
    if not plans:
        raise KehoachError("there is no plan to report on")
    words = Words(language)
    if against is None and len(plans) == 1:
        return _page("reading.html", words, _reading(side("a", plans[0].plan, plans[0].text), words))
    if against is None and len(plans) == 2:
        sides = [side(key, read.plan, read.text) for key, read in zip("ab", plans, strict=True)]
        return _page("diff.html", words, _diff(sides[0], sides[1], words))
    return _page("matrix.html", words, _matrices([read.plan for read in plans], against, words))


def _reading(plan: Side, words: Words) -> Data:
    title = plan.plan["document"]["title"] or plan.name
    drawn = (matrix.duty_chart_of_one(plan.plan, words), matrix.deadline_chart([(plan.name, plan.plan)], words))
    return {
        "heading": words("report_one"),
        "title": title,
        "how": words("how_one") if plan.text else "",
        "sides": [plan],
        "letterhead": reading.letterhead(plan, words),
        "warnings": reading.warnings(plan, words),
        "parts": reading.parts(plan, words),
        "duties": reading.duties(plan),
        "facts": [found for kind in reading.SHOWN if (found := reading.facts(plan, kind, words)).rows],
        "charts": [chart for chart in drawn if chart],
        "choices": [],
    }


def _diff(a: Side, b: Side, words: Words) -> Data:
    diff = diff_plans(a.plan, b.plan)
    found = differing.parts(diff, a, b, words)
    heads, counts = differing.summary(diff, words)
    bodies = list(differing.agencies(diff, a, b, words))
    drawn = matrix.deadline_chart([(f"A: {a.name}", a.plan), (f"B: {b.name}", b.plan)], words)
    statuses = ("same", "changed", "moved", "only_a", "only_b")
    named = [(part.name, part.title) for part in found] + ([("agencies", words("agencies"))] if bodies else [])
    return {
        "heading": words("report_two"),
        "title": f"{a.name} – {b.name}",
        "how": words("how_two") if a.text or b.text else "",
        "sides": [a, b],
        "about": [diff["a"], diff["b"]],
        "heads": heads,
        "counts": counts,
        "parts": found,
        "agencies": bodies,
        "charts": [drawn] if drawn else [],
        "choices": [
            ("part", words("part"), named),
            ("status", words("status"), [(status, words(status)) for status in statuses]),
        ],
    }


def _matrices(plans: list[Data], against: Data | None, words: Words) -> Data:
    compared = {by: compare_plans(plans, by, against) for by in (*matrix.KINDS, "agencies")}
    made = [found for by in matrix.KINDS if (found := matrix.matrix(compared[by], words)).rows]
    columns = compared["tasks"]["plans"]
    everyone = [*([against] if against is not None else []), *plans]
    keyed = [(column["key"], plan) for column, plan in zip(columns, everyone, strict=True)]
    first = 0 if against is None else 1
    drawn = [
        matrix.coverage_chart(compared["tasks"], words) if against is not None and compared["tasks"]["rows"] else None,
        matrix.duty_chart(compared["agencies"], words),
        matrix.deadline_chart(keyed, words),
        matrix.heat_chart(compared["tasks"], words) if compared["tasks"]["rows"] else None,
    ]
    statuses = ("in_all", "in_some", "in_one", "in_no")
    there = {row.status for found in made for row in found.rows}
    lacking = [(str(n), column["key"]) for n, column in enumerate(columns) if n >= first]
    return {
        "heading": words("report_many", n=len(plans)),
        "title": words("report_against", name=columns[0]["key"]) if against is not None else "",
        "how": "",
        "sides": [],
        "plans": columns,
        "matrices": made,
        "charts": [chart for chart in drawn if chart],
        "targets": list(matrix.target_charts(compared["targets"], words)),
        "choices": [
            ("part", words("part"), [(found.by, found.title) for found in made]),
            ("status", words("status"), [(status, words(status)) for status in statuses if status in there]),
            ("lacking", words("lacking_in"), lacking),
        ],
    }


def _page(template: str, words: Words, context: Data) -> str:
    style, script = asset("report.css"), asset("report.js")
    policy = (
        "default-src 'none'; base-uri 'none'; form-action 'none'; "
        f"style-src '{_hash(style)}'; script-src '{_hash(script)}'"
    )
    return environment().get_template(template).render(
        w=words, language=words.language, policy=policy, style=style, script=script, version=__version__,
        told={key: words(key) for key in ("shown", "lines_there", "line")}, **context,
    )  # fmt: skip


@cache
def asset(name: str) -> str:
    """Style or script of the page, as it stands in it."""
    return files("kehoach.reports").joinpath("assets", name).read_text("utf-8")


def _hash(text: str) -> str:
    """How a Content-Security-Policy names an inline style or script."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


@cache
def environment() -> Environment:
    """Jinja2 with everything escaped; what a template names and nobody gives is a fault.

    Raises:
        MissingLibraryError: it is not installed.
    """
    try:
        from jinja2 import Environment, PackageLoader, StrictUndefined
    except ImportError:
        raise MissingLibraryError("Jinja2", "report", "fills in the pages of reports") from None
    made = Environment(
        loader=PackageLoader("kehoach.reports"), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    made.filters["inline"] = inline
    made.filters["exact"] = exact
    return made


def inline(text: str) -> Any:
    """A style or script of our own, which HTML does not unescape; it must not hold the end of its element."""
    from markupsafe import Markup

    if "</" in text:
        raise ValueError("an inline style or script holds '</'")
    return Markup(text)  # noqa: S704


def exact(text: str) -> Any:
    """Text escaped so that a browser keeps every letter: carriage returns, too, which it would take for line feeds."""
    from markupsafe import Markup, escape

    return Markup(str(escape(text)).replace("\r", "&#13;"))  # noqa: S704
