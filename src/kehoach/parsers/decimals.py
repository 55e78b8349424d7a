"""Decimal numbers that OCR has spoilt: "12. Rà soát" behind "1.1." is 1.2, "3.1 Treo" between "2." and "2.2" is 2.1."""

from __future__ import annotations

from collections.abc import Sequence

from kehoach.parsers.labels import Label
from kehoach.parsers.paragraphs import Para

_FIRST = 11
_STYLE = "1.2"


def mend(paras: Sequence[Para]) -> None:
    """Mend labels in place, where the numbers on both sides, or the one before, leave one reading."""
    counted = [p for p in paras if p.label is not None and (p.label.style in ("1.", "I") or p.label.prefix)]
    if not any(p.label is not None and p.label.prefix for p in counted):
        return
    above = 0  # the last number of one figure
    for k, para in enumerate(counted):
        label = para.label
        if label is None:
            continue
        if label.style == "1." and (path := _lost_dot(counted, k, above)):
            para.label = Label(label.text, _STYLE, path[-1], label.end, prefix=path[:-1])
        elif label.style == "1.":
            above = label.value
        elif (
            len(label.prefix) == 1
            and label.prefix[0] != above
            and label.value == 1
            and _path(counted, k + 1) == (above, 2)
        ):
            para.label = Label(label.text, _STYLE, 1, label.end, prefix=(above,))


def _lost_dot(counted: Sequence[Para], k: int, above: int) -> tuple[int, ...]:
    """The path of a number whose inner dot is lost, "12" behind 1.1, "11" behind 1 and before 1.2; else empty."""
    label = counted[k].label
    if label is None or not label.text.isdecimal() or label.value < _FIRST or label.value == above + 1:
        return ()
    if before := _path(counted, k - 1):
        path = (*before[:-1], before[-1] + 1)
        if label.text == "".join(map(str, path)):
            return path
    path = divmod(label.value, 10)
    return path if path == (above, 1) and _path(counted, k + 1) == (above, 2) else ()


def _path(counted: Sequence[Para], k: int) -> tuple[int, ...]:
    """The whole path of the number at ``k``, empty where it has one step."""
    label = counted[k].label if 0 <= k < len(counted) else None
    return (*label.prefix, label.value) if label is not None and label.prefix else ()
