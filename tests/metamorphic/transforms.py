"""The transformations: each takes a plan as printed and gives its text printed differently, or ``None``.

``None`` says that the plan offers nothing to change (no letterhead to flatten, no hyphen). Every transformation is
pure and gives the same text for the same plan; what is chosen by lot is chosen with a seed.
"""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence

from metamorphic.columns import closing_columns, closing_rows, letterhead_bars, letterhead_columns, letterhead_rows
from metamorphic.portals import letterhead_source, source_lines
from metamorphic.printed import Printed
from metamorphic.restyled import RESTYLED

Transform = Callable[[Printed], str | None]

_TABLE_LINE = re.compile(r"\||\S(?:\s{4,}|\t)\S")
_RULE = re.compile(r"[\s|:.=_*–—-]*$")
_DEPTHS = tuple(map(re.compile, (r"\s*(?:[IVX]+|[A-D])\.", r"\s*\d+[./]", r"\s*[a-zđ][).]", r"\s*[-+•*] ")))
"""Labels from the first level down, each two columns further in than those above."""
_PAGE_ROWS = 45
"""Lines of a page."""
_TONES = {"\u0300": "huyền", "\u0301": "sắc", "\u0303": "ngã", "\u0309": "hỏi", "\u0323": "nặng"}


def nfd(printed: Printed) -> str | None:
    """Letters and their marks apart."""
    return unicodedata.normalize("NFD", printed.text)


def crlf(printed: Printed) -> str | None:
    """Line ends of Windows."""
    return printed.text.replace("\r\n", "\n").replace("\n", "\r\n")


def nbsp(printed: Printed) -> str | None:
    """A non-breaking space for every third single blank between words."""
    count = 0

    def swap(match: re.Match[str]) -> str:
        nonlocal count
        count += 1
        return "\u00a0" if count % 3 == 0 else match[0]

    return re.sub(r"(?<=\S) (?=\S)", swap, printed.text)


def old_tones(printed: Printed) -> str | None:
    """Old tone placement: "hoà", "uỷ", "khoẻ" for "hòa", "ủy", "khỏe"."""

    def swap(match: re.Match[str]) -> str:
        first, second = (unicodedata.normalize("NFD", c) for c in match[0])
        if len(first) == 2 and first[1] in _TONES and len(second) == 1:
            return first[0] + unicodedata.normalize("NFC", second + first[1])
        return match[0]

    text = unicodedata.normalize("NFC", printed.text)
    toned = re.sub(r"(?<![qQ])(?:[oòóỏõọOÒÓỎÕỌ][aeAE]|[uùúủũụUÙÚỦŨỤ][yY])(?![^\W\d_])", swap, text)
    return toned if toned != text else None


def hyphens(sign: str) -> Transform:
    """Another sign for all hyphens and dashes, as some programs print them, but for lines of nothing else."""

    def printed_so(printed: Printed) -> str | None:
        lines = [line if _RULE.match(line) else line.replace("-", sign).replace("–", sign) for line in printed.lines]
        return "\n".join(lines) if lines != printed.lines else None

    return printed_so


def bold_headings(printed: Printed) -> str | None:
    """Markdown's bold marks around every heading."""
    text, out, at = printed.text, [], 0
    for block in printed.blocks("heading"):
        start, end = block["span"]["start"], block["span"]["end"]
        out.append(text[at:start])
        for line in re.split(r"(\n)", text[start:end]):
            inner = line.strip()
            plain = inner and "*" not in inner and not inner.startswith(("#", "|", "-", "+"))
            out.append(line.replace(inner, f"**{inner}**") if plain else line)
        at = end
    out.append(text[at:])
    changed = "".join(out)
    return changed if changed != text else None


def blanks_removed(printed: Printed) -> str | None:
    """No blank lines."""
    lines = [line for line in printed.lines if line.strip() or "\f" in line]
    return "\n".join(lines) + "\n" if len(lines) + 1 < len(printed.lines) else None


def blanks_doubled(printed: Printed) -> str | None:
    """Two blank lines for each."""
    lines = [part for line in printed.lines for part in ([line] if line.strip() else [line, ""])]
    return "\n".join(lines) if len(lines) > len(printed.lines) else None


def pages(printed: Printed) -> str | None:
    """A page number and a form feed after every 40 lines."""
    lines = printed.lines
    out: list[str] = []
    for page, start in enumerate(range(0, len(lines), 40), 1):
        chunk = lines[start : start + 40]
        if page > 1:
            chunk[0] = "\f" + chunk[0]
        out += chunk
        if start + 40 < len(lines):
            out += ["", " " * 36 + str(page)]
    return "\n".join(out) if len(lines) > 40 else None


def headings_deleted(printed: Printed) -> str | None:
    """The headings of the first level gone, as on a web copy."""
    gone = set(printed.top_headings())
    return "\n".join(line for i, line in enumerate(printed.lines) if i not in gone) if gone else None


def type_lost(printed: Printed) -> str | None:
    """The line that says "KẾ HOẠCH" and nothing else gone, as on pages that drop what is centred."""
    first, _ = printed.body()
    named = [i for i, line in enumerate(printed.lines[:first]) if re.fullmatch(r"\W*KẾ HOẠCH\W*", line)]
    return "\n".join(line for i, line in enumerate(printed.lines) if i != named[-1]) if named else None


def tones_damaged(printed: Printed) -> str | None:
    """Tone marks lost or misread at 1% of the letters, as OCR does."""
    text = unicodedata.normalize("NFC", printed.text)
    lot = random.Random(len(text))  # a lot that falls the same way each time
    toned = [i for i, c in enumerate(text) if c.isalpha() and set(unicodedata.normalize("NFD", c)) & set(_TONES)]
    letters = sum(c.isalpha() for c in text)
    if not toned:
        return None
    out = list(text)
    for i in lot.sample(toned, min(len(toned), max(1, letters // 100))):
        apart = [c for c in unicodedata.normalize("NFD", out[i]) if c not in _TONES]
        others = [mark for mark in _TONES if mark not in unicodedata.normalize("NFD", out[i])]
        mark = "" if lot.random() < 0.6 else lot.choice(others)
        out[i] = unicodedata.normalize("NFC", "".join(apart) + mark)
    return "".join(out)


def flowing(printed: Printed) -> str | None:
    """All on one line, of plans whose sections have Roman numbers and which hold no table."""
    sections = re.findall(r"^(?:I|II|III|IV|V|VI)\. *[^\W\d_a-z]{2}", printed.text, re.M)
    if "|" in printed.text or "\t" in printed.text or len(sections) < 2:
        return None
    return " ".join(printed.text.split())


def unwrap(printed: Printed) -> str:
    """The text with the paragraphs that the parser joined on one line each."""
    text, out, at = printed.text, [], 0
    for block in printed.blocks("item", "closing"):
        start, end = block["span"]["start"], block["span"]["end"]
        if "|" in text[start:end]:
            continue
        out += [text[at:start], re.sub(r"[ \t\r]*\n\s*", " ", text[start:end])]
        at = end
    out.append(text[at:])
    return "".join(out)


def rewrapped(fill: Callable[[list[str]], list[str]]) -> Transform:
    """The transformation that breaks the body's lines, paragraphs on one line each, anew."""

    def transform(printed: Printed) -> str | None:
        first, last = printed.body()
        behind = len(printed.lines) - last
        lines = unwrap(printed).split("\n")
        last = len(lines) - behind
        return "\n".join([*lines[:first], *fill(lines[first:last]), *lines[last:]])

    return transform


def wrapped(width: int, indent: int) -> Transform:
    """The transformation that breaks the body's lines at ``width`` columns, first lines ``indent`` columns in."""
    return rewrapped(lambda lines: [part for line in lines for part in _fill(line, width, indent)])


def _fill(line: str, width: int, indent: int) -> Iterator[str]:
    """One line as lines of at most ``width`` columns; tables and columns stay as they are."""
    if not line.strip() or _TABLE_LINE.search(line) or line.lstrip().startswith("#"):
        yield line
        return
    feed = "\f" if line.startswith("\f") else ""
    words = line.split()
    current = feed + " " * indent + words[0]
    for word in words[1:]:
        if len(current) + 1 + len(word) > width:
            yield current
            current = word
        else:
            current += " " + word
    yield current


def in_levels(lines: list[str]) -> list[str]:
    """Lines wrapped at 84 columns, each paragraph set in as a whole by the depth that its label shows."""
    out: list[str] = []
    for line in lines:
        if not line.strip() or _TABLE_LINE.search(line):
            out.append(line)
            continue
        depth = next((k for k, style in enumerate(_DEPTHS) if style.match(line)), 0) * 2
        out += [" " * depth + part for part in _fill(line.strip(), 84 - depth, 0)]
    return out


def apart(lines: list[str]) -> list[str]:
    """Lines wrapped at 76 columns, a blank one behind each."""
    return [part for line in lines if line.strip() for words in _fill(line, 76, 0) for part in (words, "")]


def set_in(columns: Sequence[int], *, paged: bool) -> Transform:
    """Wrapped, its pages set in by so many columns in turn, as `pdftotext -layout` does; ``paged``: form feeds."""
    wrap = wrapped(88, 4)

    def transform(printed: Printed) -> str | None:
        text = wrap(printed)
        if text is None or "\f" in text or re.search(r"^(?:#|\|?[ :]*-{3})|\*\*", text, re.M):
            return None  # of Markdown a margin makes code
        out = []
        for i, line in enumerate(text.split("\n")):
            page, row = divmod(i, _PAGE_ROWS)
            margin = " " * columns[page % len(columns)] if line.strip() else ""
            out.append(("\f" if paged and page and not row else "") + margin + line)
        return "\n".join(out)

    return transform


TRANSFORMS: dict[str, Transform] = {
    "nfd": nfd,
    "crlf": crlf,
    "nbsp": nbsp,
    "old-tones": old_tones,
    "en-dashes": hyphens("–"),
    "hyphens-soft": hyphens("\u00ad"),
    "hyphens-unbroken": hyphens("\u2011"),
    "hyphens-minus": hyphens("\u2212"),
    "bold-headings": bold_headings,
    "blanks-removed": blanks_removed,
    "blanks-doubled": blanks_doubled,
    "pages": pages,
    **{f"wrap-{width}": wrapped(width, 0) for width in (60, 72, 88, 100)},
    **{f"wrap-{width}-indent": wrapped(width, 4) for width in (60, 72, 88, 100)},
    "set-in-levels": rewrapped(in_levels),
    "lines-apart": rewrapped(apart),
    "set-in": set_in((3,), paged=False),
    "set-in-pages": set_in((2, 7), paged=True),
    "wrap-source": rewrapped(source_lines),
    "flowing": flowing,
    "headings-deleted": headings_deleted,
    "type-lost": type_lost,
    "tones-damaged": tones_damaged,
    "letterhead-columns": letterhead_columns,
    "letterhead-rows": letterhead_rows,
    "letterhead-bars": letterhead_bars,
    "letterhead-source": letterhead_source,
    "closing-columns": closing_columns,
    "closing-rows": closing_rows,
    **RESTYLED,
}
"""All transformations by name, in the order of the table."""
