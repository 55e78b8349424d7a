"""A diff as one HTML page that needs nothing else: no script, no picture, no font; every text escaped."""

from __future__ import annotations

from html import escape
from typing import Any

from kehoach.writers.diff_view import CHANGED, MOVED, ONLY_A, ONLY_B, SAME, Entry, sections_of, summary_line

_CLASSES = {SAME: "same", CHANGED: "changed", MOVED: "moved", ONLY_A: "only-a", ONLY_B: "only-b"}
_TAGS = {"both": "span", "only_a": "del", "only_b": "ins"}

STYLE = """\
body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}
table{border-collapse:collapse;width:100%}td{vertical-align:top;padding:.25rem .5rem;border-top:1px solid #ddd}
td.where{color:#666;white-space:nowrap;width:6rem}td.mark{width:1.5rem;text-align:center;font-weight:700}
del{background:#ffe3e3;color:#8a1010;text-decoration:line-through}ins{background:#e0f5e0;color:#0d5a1c;text-decoration:none}
tr.same td{color:#666}.note{font-weight:600}h2{margin-top:2rem}h3{margin:1rem 0 .25rem}
@media(prefers-color-scheme:dark){body{color:#e8e8e8;background:#161616}td{border-color:#333}
del{background:#4a1818;color:#ffb3b3}ins{background:#143a1c;color:#b5efc0}tr.same td,td.where{color:#999}}
"""


def dump(diff: dict[str, Any], plan_a: dict[str, Any], plan_b: dict[str, Any], titles: dict[str, str]) -> str:
    """The diff as a whole page."""
    body = [f"<h1>{escape(diff['a']['name'])} – {escape(diff['b']['name'])}</h1>", "<ul>"]
    for side in "ab":
        about = diff[side]
        named = ", ".join(escape(about[key]) for key in ("name", "number", "issuer", "title") if about[key])
        body.append(f"<li><b>{side}</b>: {named}</li>")
    body += ["</ul>", f"<p>{escape(summary_line(diff))}</p>"]
    for section in sections_of(diff, plan_a, plan_b):
        body.append(f"<h2>{escape(titles.get(section.name, section.name))}</h2>")
        for group in section.groups:
            if group.title:
                body.append(f"<h3>{escape(group.title)}</h3>")
            body += ["<table>", *map(_row, group.entries), "</table>"]
    return page(f"{diff['a']['name']} – {diff['b']['name']}", "\n".join(body))


def page(title: str, body: str) -> str:
    """A whole page around ``body``, which is HTML; ``title`` is text."""
    return (
        '<!DOCTYPE html>\n<html lang="vi">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width,initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )


def _row(entry: Entry) -> str:
    note = f'<span class="note">{escape(entry.note)}:</span> ' if entry.note else ""
    words = " ".join(f"<{_TAGS[kind]}>{escape(text)}</{_TAGS[kind]}>" for kind, text in entry.stretches)
    where = escape(entry.where.replace("|", " | ")) if entry.where != "|" else ""
    return (
        f'<tr class="{_CLASSES[entry.mark]}"><td class="mark">{escape(entry.mark)}</td>'
        f'<td class="where">{where}</td><td>{note}{words}</td></tr>'
    )
