"""The source text of a plan for a page: exactly its letters, line by line, with the kind of each block."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import Any

from kehoach.knowledge.patterns import lazy
from kehoach.tables.places import Places

Data = dict[str, Any]

# What ends a line for spans: see kehoach.parsers.view.
_BREAK = lazy("\r\n|[\r\n\x0b\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Letters of one line that lie in one block, or between blocks."""

    kind: str
    ref: str | None
    text: str


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A line with its break: its number from 1, the offset of its first letter in code points."""

    number: int
    start: int
    stretches: list[Stretch]


@dataclass(frozen=True, slots=True)
class Side:
    """One plan of a report.

    Args:
        key: short and unique, the beginning of its ids on the page: ``a``, ``b``.
        plan: plain data in the plan format.
        text: the text that its spans index; ``None`` where the plan was given as data.
    """

    key: str
    plan: Data
    text: str | None
    spans: Spans

    @property
    def name(self) -> str:
        """The file's name."""
        return str(self.plan["source"]["name"])

    def lines(self) -> list[SourceLine]:
        """The lines of its text; none where the text is not at hand."""
        return lines_of(self.text, self.plan["blocks"]) if self.text else []

    def kinds(self) -> list[str]:
        """The kinds of blocks it has, each once."""
        return list(dict.fromkeys(block["kind"] for block in self.plan["blocks"]))


def side(key: str, plan: Data, text: str | None) -> Side:
    """A :class:`Side` with the index of its spans."""
    return Side(key, plan, text, Spans(plan))


def lines_of(text: str, blocks: list[Data]) -> list[SourceLine]:
    """``text`` as lines; the letters of all stretches in their order are ``text``."""
    ordered = sorted(blocks, key=lambda block: block["span"]["start"])
    starts = [block["span"]["start"] for block in ordered]
    ends = [match.end() for match in _BREAK.finditer(text)]
    if not ends or ends[-1] < len(text):
        ends.append(len(text))
    out, at = [], 0
    for number, end in enumerate(ends, 1):
        out.append(SourceLine(number, at, _stretches(text, at, end, ordered, starts)))
        at = end
    return out


def _stretches(text: str, at: int, end: int, blocks: list[Data], starts: list[int]) -> list[Stretch]:
    out: list[Stretch] = []
    i = max(0, bisect_right(starts, at) - 1)
    while at < end:
        while i < len(blocks) and blocks[i]["span"]["end"] <= at:
            i += 1
        block = blocks[i] if i < len(blocks) else None
        if block is None or block["span"]["start"] >= end:
            upto, kind, ref = end, "", None
        elif block["span"]["start"] > at:
            upto, kind, ref = block["span"]["start"], "", None
        else:
            upto, kind, ref = min(end, block["span"]["end"]), block["kind"], block["ref"]
        out.append(Stretch(kind, ref, text[at:upto]))
        at = upto
    return out


class Spans:
    """Where the parts of one plan stand, by id; spans are those of the plan format."""

    def __init__(self, plan: Data) -> None:
        self.places = Places(plan)
        self._by_id: dict[str, Data] = {place.id: place.node["span"] for place in self.places.all}
        self._by_words: dict[tuple[str, str], Data] = {}
        for block in plan["blocks"]:  # of parts without a span of their own, the title first of all
            if block["ref"]:
                self._by_id.setdefault(block["ref"], block["span"])
        self._note_document(plan)
        for target in plan["targets"]:
            if (place := self.places.get(target["item"])) is not None:
                self._by_id[target["id"]] = place.node["span"]
            for measure in target["measures"]:
                self._by_words.setdefault((target["id"], measure["text"]), measure["span"])
        for deadline in plan["deadlines"]:
            self._by_id[deadline["id"]] = deadline["span"]
        for citation in plan["citations"]:
            if citation["mentions"]:
                self._by_id[citation["id"]] = citation["mentions"][0]["span"]
        for amount in plan["funding"]["amounts"]:
            place = self.places.at(amount["span"])
            if place is not None:
                self._by_words.setdefault((place.id, amount["text"]), amount["span"])

    def get(self, id_: str | None, words: str = "") -> Data | None:
        """The span of what has this id; of a part of it that reads ``words``, where there is one."""
        if id_ is None:
            return None
        return self._by_words.get((id_, words)) or self._by_id.get(id_)

    def _note_document(self, plan: Data) -> None:
        for name, part in plan["document"].items():
            if isinstance(part, dict) and part["span"]:
                self._by_id[f"document.{name}"] = part["span"]
        signed = [signature["span"] for signature in plan["signatures"] if signature["span"]]
        if signed:
            self._by_id["document.signatures"] = signed[0]
