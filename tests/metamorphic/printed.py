"""A plan's text together with what the parser says of its lines: what the transformations work on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from kehoach.folding import bare

_TITLE = re.compile(r"[\W_]*k\s?e\s{1,2}h\s?o\s?a\s?c\s?h[\W_]*$")
_LABEL = re.compile(
    r"[\s*#_]*(?!v/v\b)(?P<label>phần thứ \w+|phần (?:[IVX]+|\d+)|[IVXLH]+(?=\s*[./):])|[A-ZĐ](?=[./)])"
    r"|\d+(?:\.\d+)*(?=\s*[./):]))",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Printed:
    """``text`` and the parse of it, a plan as plain data whose spans index that text."""

    text: str
    plan: dict[str, Any]

    @property
    def lines(self) -> list[str]:
        """The lines without their ends; form feeds stay in them."""
        return self.text.split("\n")

    def blocks(self, *kinds: str) -> list[dict[str, Any]]:
        """The blocks of these kinds, in printed order."""
        return [block for block in self.plan["blocks"] if block["kind"] in kinds]

    def body(self) -> tuple[int, int]:
        """The lines, counted from 0, from behind the letterhead to before the ending; the second exclusive."""
        first, last = 0, len(self.lines)
        for block in self.blocks("letterhead"):
            first = max(first, int(block["span"]["end_line"]))
        for block in self.plan["blocks"]:
            ending = block["kind"] in ("recipient", "signature") or block["ref"] == "recipients"
            if ending and block["span"]["line"] > first:
                last = min(last, int(block["span"]["line"]) - 1)
        return (first, last) if first <= last else (0, last)

    def head(self) -> tuple[int, int] | None:
        """The lines, counted from 0, above the line "KẾ HOẠCH" at the top; ``None`` where there is none."""
        first = min((int(block["span"]["line"]) - 1 for block in self.blocks("letterhead")), default=0)
        for i, line in enumerate(self.lines[: self.body()[0]]):
            if i > first and _TITLE.match(bare(line)):
                return first, i
        return None

    def ending(self) -> tuple[int, int] | None:
        """The lines, counted from 0, of recipients and signature together; ``None`` where one of them is missing."""
        marked = [b for b in self.plan["blocks"] if b["kind"] in ("recipient", "signature") or b["ref"] == "recipients"]
        if not any(b["kind"] == "signature" for b in marked) or not any(b["kind"] == "recipient" for b in marked):
            return None
        start = min(int(b["span"]["line"]) for b in marked) - 1
        end = max(int(b["span"]["end_line"]) for b in marked)
        covered = all(
            b in marked or b["span"]["end_line"] <= start or b["span"]["line"] > end for b in self.plan["blocks"]
        )
        return (start, end) if covered else None

    def top_headings(self) -> list[int]:
        """The lines, counted from 0, that are headings of the first level and nothing else."""
        found: list[tuple[str, int]] = []
        for block in self.blocks("heading"):
            if "." in (block["ref"] or "."):
                continue
            first, last = int(block["span"]["line"]) - 1, int(block["span"]["end_line"]) - 1
            for i in range(first, last + 1):
                style = label_style(self.lines[i])
                if style and (i < last or self._ends_at(block, i)):
                    found.append((style, i))
        return [i for style, i in found if style == found[0][0]] if found else []

    def _ends_at(self, block: dict[str, Any], i: int) -> bool:
        """Whether ``block`` goes to the end of line ``i``."""
        return not self.text[block["span"]["end"] :].split("\n", 1)[0].strip(" *_#\r\t")


def label_style(line: str) -> str:
    """What kind of number a line starts with: "Phần", "I", "A", "1", "1.1"; empty for none.

    >>> [label_style(x) for x in ("**IV. KINH PHÍ**", "Phần thứ nhất", "B. NỘI DUNG", "1/ Mục đích", "- Ba")]
    ['I', 'Phần', 'A', '1', '']
    """
    match = _LABEL.match(line)
    if not match:
        return ""
    label = match["label"]
    if label.lower().startswith("phần"):
        return "Phần"
    if label[0].isdigit():
        return ".".join("1" for _ in label.split("."))
    if label.islower():
        return ""
    return "I" if all(c in "IVXLH" for c in label) else "A"
