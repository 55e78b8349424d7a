"""Plans as others type them: labels in other styles, lost or on lines of their own; tables drawn anew."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

from kehoach.parsers import labels
from metamorphic.printed import Printed
from metamorphic.tables import TABLES

_ROMAN = re.compile(r"^(\s*(?:\*\*|#+ )?)([IVX]{1,5})(\s*\.\s*)(?=\S)")
_CAPITAL = re.compile(r"^(\s*(?:\*\*|#+ )?)([A-ZĐ])(\s*\.\s+)(?=\S)")
_NUMBER = re.compile(r"^(\s*(?:\*\*|#+ )?)(\d{1,2})(\.\s+)(?=\S)")
_DECIMAL = re.compile(r"^(\s*(?:\*\*|#+ )?)(\d{1,2}(?:\.\d{1,2})+)(\.?\s+)(?=\S)")
_LETTER = re.compile(r"^(\s*(?:\*\*)?)([a-zđ])(\)\s*)(?=\S)")
_BULLET = re.compile(r"^(\s*)([-–+•*])(\s+)(?=\S)")
_LABEL = 5
_JUSTIFIED = 7
"""Every so manieth column may get a second blank."""

Change = Callable[[re.Match[str], str], str]
"""From a line's label and the words behind it to the line as printed otherwise."""


def _lines(printed: Printed, change: Callable[[str], str]) -> str | None:
    """The body's lines changed one by one, tables left out; ``None`` where none changes."""
    first, last = printed.body()
    out = [
        change(line) if first <= i < last and not line.lstrip().startswith("|") else line
        for i, line in enumerate(printed.lines)
    ]
    text = "\n".join(out)
    return text if text != printed.text else None


def _relabelled(*rows: tuple[re.Pattern[str], Change]) -> Callable[[Printed], str | None]:
    """The transformation that prints labels otherwise: the first pattern that matches a line changes it."""

    def change(line: str) -> str:
        for pattern, said in rows:
            if match := pattern.match(line):
                return said(match, line[match.end() :])
        return line

    return lambda printed: _lines(printed, change)


def _signed(sign: str) -> Change:
    return lambda match, rest: f"{match[1]}{match[2]}{sign} {rest}"


def _bare(match: re.Match[str], rest: str) -> str:
    return match[1] + rest


def wingdings(printed: Printed) -> str | None:
    """Bullets as letters of Wingdings, the recipients' too, of plans without tables of bars."""
    text = re.sub(r"^(\s*)[-–] (?=[^\W\d_a-zà-ỹđ])", r"\1v ", printed.text, flags=re.M)
    return text if text != printed.text and "|" not in text else None


def _parts(said: Callable[[str], str]) -> Callable[[Printed], str | None]:
    """The transformation that calls the sections otherwise, of plans whose Roman numbers stand at the first level."""

    def change(printed: Printed) -> str | None:
        inner = any(_CAPITAL.match(line) and not _ROMAN.match(line) for line in printed.lines)
        parts = any(line[:8].lower().lstrip().startswith(("phần ", "mục ")) for line in printed.lines)
        return None if inner or parts else _relabelled((_ROMAN, lambda m, rest: f"{m[1]}{said(m[2])}. {rest}"))(printed)

    return change


def _alone(match: re.Match[str], rest: str) -> str:
    """A short label on a line of its own, as pages copied from a browser have it."""
    label = match[0].strip()
    if len(label) >= _LABEL or "*" in label or "#" in label:
        return match[0] + rest
    return f"{match[0].rstrip()}\n{rest}"


_MISREAD = {
    "I": "l. I, 1.", "II": "IL. H. Il. 11.", "III": "HI. IH. IIL.", "IV": "TV. 1V. lV.", "V": "Vv. V, Y.",
    "VI": "VL. Vl. V1.",
    "a": "ạ) a} a]", "b": "b} b] (b)", "c": "c} c, c]", "d": "d} d] d,", "đ": "đ] đ}", "e": "e} e]",
    "-": "~ — _ ¬ •",
}  # fmt: skip
"""What OCR makes of labels."""
_ONE_IN = 10
"""Every so manieth label is misread."""


def labels_misread(printed: Printed) -> str | None:
    """A tenth of the labels as OCR misreads them: Roman numbers, letters, dashes."""
    lot = random.Random(len(printed.text))  # a lot that falls the same way each time

    def misread(match: re.Match[str], rest: str) -> str:
        if match[2] not in _MISREAD or lot.randrange(_ONE_IN):
            return match[0] + rest
        return f"{match[1]}{lot.choice(_MISREAD[match[2]].split())} {rest}"

    return _relabelled(*((pattern, misread) for pattern in (_ROMAN, _LETTER, _BULLET)))(printed)


def headings_small(printed: Printed) -> str | None:
    """Headings in capitals in small letters."""

    def change(line: str) -> str:
        match = _ROMAN.match(line) or _CAPITAL.match(line)
        rest = line[match.end() :] if match else ""
        return match[0] + rest[:1] + rest[1:].lower() if match and rest.isupper() else line

    return _lines(printed, change)


def justified(printed: Printed) -> str | None:
    """Blanks doubled here and there, as a justified page leaves them in its text."""
    if max(map(len, printed.lines)) < 150:  # what was wrapped has other widths with them
        return None
    return _lines(
        printed, lambda line: re.sub(r"(?<=\w) (?=\w)", lambda m: " " * (1 + (m.start() % _JUSTIFIED == 0)), line)
    )


RESTYLED: dict[str, Callable[[Printed], str | None]] = {
    "labels-slashes": _relabelled((_ROMAN, _signed("/")), (_NUMBER, _signed("/")), (_LETTER, _signed("/"))),
    "labels-glued": _relabelled(
        *((pattern, lambda m, rest: m[0].rstrip() + rest) for pattern in (_ROMAN, _NUMBER, _LETTER, _BULLET))
    ),
    "labels-alone": _relabelled((_ROMAN, _alone), (_NUMBER, _alone)),
    "labels-lost": _relabelled(*((pattern, _bare) for pattern in (_ROMAN, _NUMBER, _DECIMAL, _LETTER, _BULLET))),
    "labels-misread": labels_misread,
    "numbers-lost": _relabelled((_ROMAN, lambda m, rest: m[0] + rest), (_NUMBER, _bare), (_DECIMAL, _bare)),
    "romans-lost": _relabelled((_ROMAN, _bare)),
    "bullets-lost": _relabelled((_BULLET, _bare)),
    "bullets-wingdings": wingdings,
    "sections-parts": _parts(lambda sign: f"PHẦN {sign}"),
    "sections-entries": _parts(lambda sign: f"Mục {labels.roman(sign)}"),
    "headings-small": headings_small,
    "justified": justified,
    **TABLES,
}
"""The transformations by name."""
