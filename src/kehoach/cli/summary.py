"""The lines of a plan's summary: what one asks of a plan first, in English or Vietnamese."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any, Literal

from kehoach.cli.common import Piece
from kehoach.cli.tree import TITLES, counts
from kehoach.tables import Row, rows
from kehoach.tables.warning_words import in_vietnamese
from kehoach.tables.words import BOUNDS, COMPARATORS, LEVELS, when

Line = list[Piece]
Language = Literal["en", "vi"]

_WORDS = {
    "issuer": ("Issuer", "Ban hành"), "date": ("Date", "Ngày"), "period": ("Period", "Giai đoạn"),
    "signed": ("Signed", "Người ký"), "no-kind": ("(kind of document not found)", "(không rõ loại văn bản)"),
    "sections": ("Sections", "Các phần"), "below": ("with those below", "tính cả mục con"),
    "work": ("Who does what", "Phân công"), "nobody": ("(nobody named)", "(không nêu cơ quan)"),
    "asked": ("asked", "đề nghị"), "with": ("with", "phối hợp"), "targets": ("Targets", "Chỉ tiêu"),
    "deadlines": ("Deadlines", "Thời hạn"), "money": ("Money", "Kinh phí"), "sources": ("From", "Nguồn"),
    "differ": ("figures and words differ", "số và chữ không khớp"), "cited": ("Documents cited", "Văn bản viện dẫn"),
    "warnings": ("Warnings", "Cảnh báo"),
}  # fmt: skip


def summary(plan: dict[str, Any], language: Language = "en", width: int = 100) -> Iterator[Line]:
    """The lines, styled; ``width`` is the most letters that a text of the plan takes."""
    return _Summary(plan, language, width).lines()


class _Summary:
    def __init__(self, plan: dict[str, Any], language: Language, width: int) -> None:
        self._plan, self._language, self._width = plan, language, width

    def lines(self) -> Iterator[Line]:
        yield from self._letterhead()
        parts = (
            ("sections", self._sections()), ("work", self._work()), ("targets", self._targets()),
            ("deadlines", self._deadlines()), ("money", self._money()), ("cited", self._cited()),
            ("warnings", self._warnings()),
        )  # fmt: skip
        for name, lines in parts:
            body = list(lines)
            if body:
                count = sum(not line[0][0].startswith("  ") for line in body) if name == "work" else len(body)
                yield []
                yield [(self._word(name), "bold cyan"), (f" ({count})", "dim")]
                yield from ([("  ", ""), *line] for line in body)

    def _word(self, name: str) -> str:
        return _WORDS[name][self._language == "vi"]

    def _code(self, words: dict[Any, str], code: Any) -> str:
        return words.get(code, str(code)) if self._language == "vi" else str(code)

    def _short(self, text: str | None) -> str:
        text = text or ""
        return text if len(text) <= self._width else text[: self._width - 1].rstrip() + "…"

    def _up_to(self, words: str, text: str) -> str:
        """``text``, shortened in front where ``words`` would be cut off behind."""
        end = text.find(words) + len(words)
        if end < self._width or len(text) <= self._width:
            return self._short(text)
        return self._short("…" + text[end - self._width + 2 :].partition(" ")[2])

    def _names(self, names: list[str]) -> str:
        return self._short("; ".join(names))

    def _letterhead(self) -> Iterator[Line]:
        document = self._plan["document"]
        number, date, issuer, period = (document[key] for key in ("number", "date", "issuer", "period"))
        yield [(document["type"] or self._word("no-kind"), "bold"), (f" số {number['text']}" if number else "", "bold")]
        if document["title"]:
            yield [(document["title"], "bold")]
        facts = {}
        if issuer and issuer["name"]:
            level = f" ({self._code(LEVELS, issuer['level'])})" if issuer["level"] else ""
            facts["issuer"] = issuer["name"] + level
        if date:
            day = when(date["value"], None, self._language) if date["value"] else date["text"]
            facts["date"] = ", ".join(filter(None, (document["place"], day)))
        if period:
            facts["period"] = "-".join(map(str, sorted({period["start"], period["end"]})))
        facts["signed"] = ", ".join(signed["name"] for signed in self._plan["signatures"] if signed["name"])
        wide = 11 if self._language == "vi" else 9
        for name, text in facts.items():
            if text:
                yield [(f"{self._word(name) + ':':{wide}}", "dim"), (text, "")]

    def _sections(self) -> Iterator[Line]:
        for name, own, total in counts(self._plan):
            below = f"  ({total} {self._word('below')})" if total > own else ""
            if self._language == "vi":
                yield [(f"{own:4}  ", ""), (TITLES[name], "green"), (below, "dim")]
            else:
                yield [(f"{name:13}", "green"), (f"{own:4}", ""), (below, "dim"), (f"  {TITLES[name]}", "dim")]

    def _work(self) -> Iterator[Line]:
        """A line a body with something to do, each thing below it."""
        asked = {a["name"] for duty in self._plan["duties"] if duty["request"] for a in duty["agencies"]}
        by_lead: dict[tuple[str, ...], list[Row]] = {}
        for row in rows(self._plan, "assignments"):
            by_lead.setdefault(tuple(row["lead"]), []).append(row)
        busy = {name for lead in by_lead for name in lead}
        for duty in self._plan["duties"]:
            names = tuple(agency["name"] for agency in duty["agencies"])
            if busy.isdisjoint(names):  # no more is printed than who it is
                by_lead.setdefault(names, [])
        for lead, own in sorted(by_lead.items(), key=lambda entry: not entry[0]):
            mark = f"  ({self._word('asked')})" if asked.issuperset(lead) and lead else ""
            yield [("; ".join(lead) or self._word("nobody"), "green"), (mark, "dim")]
            for row in own:
                text = self._short(row["action"])
                ends = [when(row["due"], row["every"], self._language)]
                if not all(name in text for name in row["partners"]):  # where the words that are shown do not say it
                    ends.append(f"{self._word('with')} {self._names(row['partners'])}")
                yield self._line(row["line"], "  ", text, *filter(None, ends))

    def _line(self, number: int | None, *pieces: str) -> Line:
        """A line's number, some words, and in brackets what more there is to say of them."""
        indent, text, *more = pieces
        return [(f"{indent}{number or '':>5}  ", "dim"), (text, ""), *((f"  [{part}]", "dim") for part in more)]

    def _targets(self) -> Iterator[Line]:
        for _, found in groupby(rows(self._plan, "targets"), key=lambda row: row["target"]):
            measures = list(found)
            row = measures[0]
            aims = ", ".join(self._aim(row) for row in measures if row["value"] is not None)
            text = self._short(row["indicator"] or row["text"])
            yield [(f"{row['line'] or '':>5}  ", "dim"), (aims, "green"), ("  " if aims else "", ""), (text, "")]

    def _aim(self, row: Row) -> str:
        value = self._number(row["value"])
        if row["value_max"] is not None:
            value += f"..{self._number(row['value_max'])}"
        sign = row["comparator"]
        sign = "" if sign in ("=", "range") else self._code(COMPARATORS, sign) + " "
        by = f" {'đến năm' if self._language == 'vi' else 'by'} {row['by']}" if row["by"] else ""
        unit = row["unit"] or ""
        return f"{sign}{value}{'' if unit.startswith(('%', '‰', '/')) else ' '}{unit}".rstrip() + by

    def _number(self, value: float) -> str:
        """A number with the signs of the language between its thousands and before its fraction."""
        text = f"{value:,.10g}" if abs(value) < 1e10 else f"{value:,.0f}"
        return text.translate(_SIGNS) if self._language == "vi" else text

    def _deadlines(self) -> Iterator[Line]:
        """By day, then rhythms: when, what, who."""
        found = [(row, self._day(row)) for row in rows(self._plan, "deadlines")]
        wide = min(max((len(day) for _, day in found), default=0), 30)
        for row, day in found:
            who = [(f"  [{self._names(row['agencies'])}]", "dim")] if row["agencies"] else []
            yield [
                (f"{row['line']:>5}  ", "dim"),
                (f"{day:{wide}}", "green"),
                ("  " + self._short(row["action"]), ""),
                *who,
            ]

    def _day(self, row: Row) -> str:
        is_span = "/" in (row["due"] or "")
        bound = "" if is_span or row["bound"] in ("on", "during", None) else f"{self._code(BOUNDS, row['bound'])} "
        return bound + when(row["due"], row["every"], self._language)

    def _money(self) -> Iterator[Line]:
        money = [row for row in rows(self._plan, "funding") if row["kind"] in ("amount", "source")]
        sums = [(row, self._sum(row)) for row in money if row["kind"] == "amount"]
        wide = max((len(text) for _, text in sums), default=0)
        for row, text in sums:
            differs = f"  {self._word('differ')}" if row["agrees"] is False else ""
            context = " " + self._up_to(row["text"], row["context"] or row["text"])
            yield [(f"{row['line']:>5}  ", "dim"), (f"{text:>{wide}} ", "green"), (context, ""), (differs, "yellow")]
        for row in money:
            if row["kind"] == "source":
                yield self._line(row["line"], "", f"{self._word('sources')}: {self._short(row['text'])}")

    def _sum(self, row: Row) -> str:
        value = "?" if row["value"] is None else self._number(row["value"])
        return f"{value} {'đồng' if self._language == 'vi' and row['currency'] == 'VND' else row['currency'] or ''}"

    def _cited(self) -> Iterator[Line]:
        for row in rows(self._plan, "citations"):
            title = row["number"] or row["title"] or ""
            name = title if title.startswith(row["type"] or "") else f"{row['type']} {title}"
            day = f" ({when(row['date'], None, self._language)})" if row["date"] else ""
            yield [(f"{next(iter(row['lines']), ''):>5}  ", "dim"), (self._short(name), ""), (day, "dim")]

    def _warnings(self) -> Iterator[Line]:
        for warning in self._plan["warnings"]:
            line = warning["span"]["line"] if warning["span"] else ""
            code, message = warning["code"], warning["message"]
            told = in_vietnamese(code, message) if self._language == "vi" else message
            yield [(f"{line:>5}  ", "dim"), (code, "yellow"), (f": {told}", "")]


_SIGNS = str.maketrans(",.", ".,")
