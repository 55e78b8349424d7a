"""Decimal numbers that OCR has spoilt: "12. Rà soát" behind "1.1." is 1.2, "3.1 Treo" between "2." and "2.2" is 2.1."""

from __future__ import annotations

from collections.abc import Sequence

from kehoach.parsers.labels import Label
from kehoach.parsers.paragraphs import Para

_FIRST, _LAST = 11, 99
_STYLE = "1.2"


def mend(paras: Sequence[Para]) -> None:
    """Mend labels in place, where the numbers on both sides leave one reading."""
    counted = [p for p in paras if p.label is not None and (p.label.style == "1." or p.label.prefix)]
    if not any(p.label is not None and len(p.label.prefix) == 1 for p in counted):
        return
    above = 0  # the last number of one figure
    for k, para in enumerate(counted):
        label = para.label
        if label is None:
            continue
        if label.style == "1." and (path := _lost_dot(counted, k, above)):
            para.label = Label(label.text, _STYLE, path[1], label.end, prefix=path[:1])
        elif label.style == "1.":
            above = label.value
        elif (
            len(label.prefix) == 1
            and label.prefix[0] != above
            and label.value == 1
            and _path(counted, k + 1) == (above, 2)
        ):
            para.label = Label(label.text, _STYLE, 1, label.end, prefix=(above,))


def _lost_dot(counted: Sequence[Para], k: int, above: int) -> tuple[int, int] | None:
    """The path of a number of two figures that stands in its place: "12" behind 1.1, "11" behind 1 and before 1.2."""
    label = counted[k].label
    if label is None or not label.text.isdecimal() or not _FIRST <= label.value <= _LAST or label.value == above + 1:
        return None
    path = divmod(label.value, 10)
    if path[1] == 1:
        return path if path[0] == above and _path(counted, k + 1) == (above, 2) else None
    return path if path[1] and _path(counted, k - 1) == (path[0], path[1] - 1) else None


def _path(counted: Sequence[Para], k: int) -> tuple[int, ...]:
    """The whole path of the number at ``k``, empty where it is none of two steps."""
    label = counted[k].label if 0 <= k < len(counted) else None
    return (*label.prefix, label.value) if label is not None and len(label.prefix) == 1 else ()
