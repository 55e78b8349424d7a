"""Tables of figures by place whose lines OCR lost: "1 | Xã Tân An 12 360 4,5", a row a line, the columns run together.

Where the headings can be told apart too, whole ("Số đội (đội)") or torn over two lines, they name the columns.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from kehoach.folding import upper
from kehoach.knowledge.patterns import lazy
from kehoach.parsers.lines import Line
from kehoach.parsers.tables import Row, Table, is_total
from kehoach.parsers.words import Words, join

_PLACE = (
    r"(?:ten )?(?:don vi|xa|phuong|huyen|thon|xom|ban|khu pho|dia phuong|dia ban)"
    r"(?:(?:[,/]| va)? ?(?:xa|phuong|thi tran|thi xa|thanh pho|huyen|quan|dac khu))*"
)
_HEADER = lazy(
    rf"\W*(?P<number>stt|tt|so tt)[\W_ˆ]+(?P<place>{_PLACE})\b"
    r"(?! (?:chu tri|phoi hop|thuc hien|tinh|duoc|phu trach))[\W_ˆ]+(?P<rest>[a-z].*)$"
)
_ROW = lazy(
    r"[^\w(]{0,2}(?:\d{1,2}|[^\W\d])[.)]?[\W_ˆ]{1,4}(?P<name>[^\W\d_][^\d|]{2,60}?)"
    r"[\s|ˆ]{1,4}(?P<figures>\d[\d.,]*%?(?:[\s|]+\d[\d.,]*%?){1,5})\W*$"
)
_FIGURE = lazy(r"\d[\d.,]*%?")
_CHUNK = lazy(upper(r"[A-Z][^\W\d_A-Z]+(?: (?:[^\W\dA-Z]+|\([^()]*\)))*"))
_WHOLE = lazy(upper(r"(?:[|\s]*[A-Z][^()|]*\([^()]*\))*"))
_ONE = lazy(upper(r"[A-Z][^()|]*\([^()]*\)"))
_BETWEEN_BARS = lazy(r"[^\s|][^|]*[^\s|]")
_WORD = lazy(r"[^\s|()]+(?: ?\([^()]*\))?")
_FEWEST_ROWS = 3
_MOST_ROWS = 60
_LONGEST_ABOVE = 60


def find(lines: Sequence[Line], at: int) -> tuple[Table, int] | None:
    """The table whose headings stand on line ``at``, and the index behind it, or ``None``."""
    head = lines[at]
    header = _HEADER.match(head.bare)
    if header is None:
        return None
    found = []
    behind = at + 1
    for i in range(at + 1, min(len(lines), at + _MOST_ROWS)):
        line = lines[i]
        if line.noise:
            continue
        row = None if line.heading else _ROW.match(line.text)
        if row is None or is_total(row["name"].strip(" |")):
            break
        found.append((line, row))
        behind = i + 1
    counts = Counter(len(_FIGURE.findall(row["figures"])) for _, row in found)
    if len(found) < _FEWEST_ROWS:
        return None
    count, often = counts.most_common(1)[0]
    whole = sum(line.bars > count for line, _ in found)
    if 2 * often <= len(found) or head.bars > count or 2 * whole > len(found):
        return None  # the columns have their bars
    above = lines[at - 1] if at and _above(lines[at - 1]) else None
    names, torn = _headings(head.words.cut(header.start("rest")), above, count)
    columns = [head.words.cut(*header.span("number")), head.words.cut(*header.span("place"))]
    nothing = head.words.cut(0, 0)
    roles = ["number", "task", *["figures" if names else ""] * count]
    table = Table([*columns, *(names or [nothing] * count)], roles, [], [above, head] if torn and above else [head])
    for line, row in found:
        start = row.start("figures")
        figures = [line.words.cut(start + m.start(), start + m.end()) for m in _FIGURE.finditer(row["figures"])]
        cells = figures if len(figures) == count else [line.words.cut(0, 0)] * count
        name = line.words.cut(*row.span("name"))
        name = name.cut(0, len(name.text.rstrip(" |_.,")))
        table.rows.append(Row([line.words.cut(0, 0), name, *cells], [line]))
    return table, behind


def _above(line: Line) -> bool:
    """Whether a line may be the upper half of headings: a few words without label, figures or a sign at their end."""
    plain = line.label is None and not line.noise and not any(map(str.isdigit, line.text))
    return plain and len(line.text) < _LONGEST_ABOVE and line.text[-1:] not in ".;:,"


def _headings(rest: Words, above: Line | None, count: int) -> tuple[list[Words], bool]:
    """The headings of the columns, none where they cannot be told apart; whether the line above holds some of them."""
    whole = [rest.cut(*m.span()) for m in _CHUNK.finditer(rest.text)]
    if len(whole) == count and "".join(w.text for w in whole).replace(" ", "") == _letters(rest.text):
        return whole, False
    parted = [rest.cut(*m.span()) for m in _BETWEEN_BARS.finditer(rest.text)]
    if len(parted) == count:
        return parted, False
    if above is None:
        return [], False
    end = ((match := _WHOLE.match(rest.text)) and match.end()) or 0
    ready = [rest.cut(*m.span()) for m in _ONE.finditer(rest.text[:end])]
    halves = [above.words.cut(*m.span()) for m in _CHUNK.finditer(above.text)]
    below = [rest.cut(end + m.start(), end + m.end()) for m in _WORD.finditer(rest.text[end:])]
    if len(ready) + len(halves) != count or len(below) != len(halves):
        return [], False
    return [*ready, *(join([a, b]) for a, b in zip(halves, below, strict=True))], True


def _letters(text: str) -> str:
    return text.replace(" ", "").replace("|", "")
