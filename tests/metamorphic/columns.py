"""Letterheads and endings set in two columns, flattened: by columns, by rows, with bars."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import zip_longest

from kehoach.folding import bare
from metamorphic.printed import Printed

_Flatten = Callable[[list[str], list[str]], list[str]]
_GAP = re.compile(r"\s{4,}|\t+|\s*\|\s*")
_RIGHT = re.compile(r"\W*(?:cong ho?a xa hoi|doc lap\b|dang cong san|.{2,40},?\s*ngay\b.{0,30}\bthang\b)")
_RULE = re.compile(r"[\s|:.=_*–—-]*$")


def letterhead_columns(printed: Printed) -> str | None:
    """The left column of the letterhead on one line, the right one on the next."""
    return _letterhead(printed, lambda left, right: [" ".join(left), " ".join(right)])


def letterhead_rows(printed: Printed) -> str | None:
    """Each row of the letterhead on one line, its two cells one blank apart."""
    return _letterhead(
        printed, lambda left, right: [" ".join(filter(None, row)) for row in _rows(left, right, foot=True)]
    )


def letterhead_bars(printed: Printed) -> str | None:
    """Each row of the letterhead on one line, its two cells with bars around them."""
    return _letterhead(printed, lambda left, right: [f"| {a} | {b} |" for a, b in _rows(left, right, foot=True)])


def closing_columns(printed: Printed) -> str | None:
    """The recipients on one line, the signature on the next."""
    return _closing(printed, lambda left, right: [" ".join(left), " ".join(right)])


def closing_rows(printed: Printed) -> str | None:
    """Recipients and signature side by side, set apart by blanks."""
    width = 50
    return _closing(printed, lambda left, right: [f"{a:<{width}}    {b}".rstrip() for a, b in _rows(left, right)])


def cells(lines: list[str]) -> list[str]:
    """The cells of lines, one column or two, in printed order.

    >>> cells(["UBND TỈNH A        CỘNG HÒA", "Số: 1/KH"])
    ['UBND TỈNH A', 'CỘNG HÒA', 'Số: 1/KH']
    """
    out: list[str] = []
    for line in lines:
        # blanks left for a number, a day or a month to be written in are no gap
        kept = re.sub(r"(?i)((?:số|ngày|tháng):?)\s{2,}(?=/|tháng|năm)", r"\1  ", line)
        out += [cell.strip(" *") for cell in _GAP.split(kept) if not _RULE.match(cell)]
    return out


def _letterhead(printed: Printed, flatten: _Flatten) -> str | None:
    found = letterhead_cells(printed)
    if found is None:
        return None
    zone, left, right = found
    return replaced(printed, zone, flatten(left, right))


def letterhead_cells(printed: Printed) -> tuple[tuple[int, int], list[str], list[str]] | None:
    """The letterhead's lines, and the cells of its left and of its right column; ``None`` where one is empty."""
    zone = printed.head()
    if zone is None:
        return None
    noise = {i for b in printed.blocks("noise", "record") for i in range(b["span"]["line"] - 1, b["span"]["end_line"])}
    found = cells([line for i, line in enumerate(printed.lines[: zone[1]]) if i >= zone[0] and i not in noise])
    right = [cell for cell in found if _RIGHT.match(bare(cell))]
    left = [cell for cell in found if cell not in right]
    return (zone, left, right) if left and right else None


def _closing(printed: Printed, flatten: _Flatten) -> str | None:
    zone = printed.ending()
    if zone is None:
        return None
    first = len("\n".join(["", *printed.lines[: zone[0]]]))
    left: list[str] = []
    right: list[str] = []
    for block in printed.plan["blocks"]:
        listed = block["kind"] == "recipient" or block["ref"] == "recipients"
        if block["span"]["start"] >= first and (listed or block["kind"] == "signature"):
            words = printed.text[block["span"]["start"] : block["span"]["end"]].split()
            (left if listed else right).append(" ".join(words).strip(" *|"))
    return replaced(printed, zone, flatten(left, right)) if left and right else None


def _rows(left: list[str], right: list[str], *, foot: bool = False) -> list[tuple[str, str]]:
    """Cells side by side; with ``foot`` the last of both columns share a row, as the number and the date do."""
    if foot:
        rows = max(len(left), len(right))
        left, right = (c[:-1] + [""] * (rows - len(c)) + c[-1:] for c in (left, right))
    return list(zip_longest(left, right, fillvalue=""))


def replaced(printed: Printed, zone: tuple[int, int], lines: list[str]) -> str:
    """The text with these lines in place of the zone's."""
    before, after = printed.lines[: zone[0]], printed.lines[zone[1] :]
    return "\n".join([*before, *lines, *([""] if after[:1] != [""] else []), *after])
