"""A diff as Markdown: a heading a section, a bullet an entry, deletions struck through and additions bold."""

from __future__ import annotations

import re
from typing import Any

from kehoach.writers.diff_view import CHANGED, MOVED, ONLY_A, ONLY_B, SAME, Entry, sections_of, summary_line

_LABELS = {SAME: "same", CHANGED: "changed", MOVED: "moved", ONLY_A: "only in a", ONLY_B: "only in b"}
_MARKS = {"both": ("", ""), "only_a": ("~~", "~~"), "only_b": ("**", "**")}
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&])")


def dump(diff: dict[str, Any], plan_a: dict[str, Any], plan_b: dict[str, Any], titles: dict[str, str]) -> str:
    """The diff as one Markdown document."""
    out = [f"# {escaped(diff['a']['name'])} – {escaped(diff['b']['name'])}", ""]
    for side in "ab":
        about = diff[side]
        out.append(
            f"- **{side}**: "
            + ", ".join(escaped(about[key]) for key in ("name", "number", "issuer", "title") if about[key])
        )
    out += ["", escaped(summary_line(diff)), ""]
    for section in sections_of(diff, plan_a, plan_b):
        out += [f"## {escaped(titles.get(section.name, section.name))}", ""]
        for group in section.groups:
            if group.title:
                out += [f"### {escaped(group.title)}", ""]
            out += [_entry(entry) for entry in group.entries]
            out.append("")
    return "\n".join(out).rstrip() + "\n"


def escaped(text: str) -> str:
    """``text`` so that Markdown shows it as it is."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))


def _entry(entry: Entry) -> str:
    words = []
    for kind, text in entry.stretches:
        opening, closing = _MARKS[kind] if entry.mark in (CHANGED, MOVED) else ("", "")
        words.append(f"{opening}{escaped(text)}{closing}")
    where = f" ({entry.where})" if entry.where != "|" else ""
    note = f"{escaped(entry.note)}: " if entry.note else ""
    return f"- {_LABELS[entry.mark]}{where.replace('|', ' – ')}: {note}{' '.join(words)}"
