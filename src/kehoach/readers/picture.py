"""A page's picture made ready for recognition: coloured stamps and ruling lines off, level, dark on light.

Tesseract makes its own peace with specks: a median filter before it doubled the wrong letters, and so did making
pictures of 150 dots an inch larger.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from PIL import Image, ImageOps

from kehoach.readers.paged.page import Rule, Word
from kehoach.readers.paged.tables import cell_boxes

Bitmap = np.ndarray[Any, np.dtype[Any]]

_DARK = 160
"""Grey below which a point is ink."""
_COLOURED = 50
"""Difference of the colour channels from which ink is no black."""
_MOSTLY_COLOURED = 0.5
_STEEPEST = 5.0
"""Degrees up to which a crooked page is put straight."""
_STEP = 0.1
_LEAST_TURN = 0.15
_LOWEST_DPI = 120.0
_HIGHEST_DPI = 400.0
_MOST_POINTS = 20_000_000
"""Points of a picture that is recognised: an A3 page of 300 dots an inch."""
_RULE_INCHES = 0.6
"""Length from which a straight run of ink is a ruling line."""
_THICKEST = 0.03
"""Inches of the thickest ruling line."""
_CELL_GAP = 0.12
"""Inches kept free around a cell that is cut out."""
_INK = 0.08
"""Dark points a dot an inch from which a cell holds something."""
_BLANK = 0.35
"""The share of ink up to which the space beside a line is blank."""


@dataclass(slots=True)
class Ready:
    """A picture in grey, its dots an inch, and the ruling lines that were taken off it, in points."""

    picture: Image.Image
    dpi: float
    rules: list[Rule] = field(default_factory=list)


def prepared(picture: Image.Image, dpi: float) -> Ready:
    """A picture ready to be recognised."""
    grey = without_colour(picture)
    factor: float = 1.0
    if dpi < _LOWEST_DPI:
        factor = min(3.0, 300 / dpi)
    elif dpi > _HIGHEST_DPI:
        factor = 300 / dpi
    factor = min(factor, math.sqrt(_MOST_POINTS / (grey.width * grey.height)))
    if factor != 1.0:
        grey = grey.resize((round(grey.width * factor), round(grey.height * factor)), Image.Resampling.LANCZOS)
        dpi *= factor
    if _is_dark(grey):
        grey = ImageOps.invert(grey)
    if abs(angle := skew(grey)) >= _LEAST_TURN:
        grey = grey.rotate(angle, Image.Resampling.BILINEAR, expand=False, fillcolor=255)
    points = np.asarray(grey).copy()
    rules = take_rules(points, dpi)
    return Ready(Image.fromarray(points), dpi, rules)


@dataclass(slots=True)
class Cells:
    """The cells of a page's tables in one column: ``places``: (top, bottom) there, what leads back to the page."""

    picture: Image.Image
    places: list[tuple[float, float, float, float]]
    """(top, bottom, way right, way down) of each cell, in points."""

    def back(self, word: Word) -> Word | None:
        """A word where it stands on the page; ``None`` where it stands between the cells."""
        for top, bottom, right, down in self.places:
            if top <= word.middle <= bottom:
                return Word(
                    word.text,
                    word.x0 + right,
                    word.x1 + right,
                    word.top + down,
                    word.base + down,
                    word.size,
                    word.space,
                )
        return None


def cut_cells(ready: Ready) -> Cells | None:
    """Take the cells of tables off a picture, one below the other; ``None`` where there are none with ink.

    Tesseract loses short cells between wide ones; in a column it reads each.
    """
    points = np.asarray(ready.picture).copy()
    scale = ready.dpi / 72.0
    inset, gap = max(2, round(0.015 * ready.dpi)), round(_CELL_GAP * ready.dpi)
    paper = int(np.median(points))
    pieces: list[Bitmap] = []
    places: list[tuple[float, float, float, float]] = []
    at = gap
    for x0, y0, x1, y1 in cell_boxes(ready.rules):
        left, top = max(0, round(x0 * scale) + inset), max(0, round(y0 * scale) + inset)
        piece = points[top : round(y1 * scale) - inset, left : round(x1 * scale) - inset].copy()
        points[top - inset : round(y1 * scale) + inset, left - inset : round(x1 * scale) + inset] = paper
        if piece.size and (piece < _DARK).sum() > _INK * ready.dpi:
            pieces.append(piece)
            places.append((at / scale, (at + piece.shape[0]) / scale, (left - gap) / scale, (top - at) / scale))
            at += piece.shape[0] + gap
    if not pieces:
        return None
    ready.picture = Image.fromarray(points)
    column = np.full((at, max(piece.shape[1] for piece in pieces) + 2 * gap), paper, dtype=np.uint8)
    for piece, place in zip(pieces, places, strict=True):
        y = round(place[0] * scale)
        column[y : y + piece.shape[0], gap : gap + piece.shape[1]] = piece
    return Cells(Image.fromarray(column), places)


def without_colour(picture: Image.Image) -> Image.Image:
    """The picture in grey, coloured ink (stamps, signatures) gone where black ink is the rule."""
    if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
        rgba = picture.convert("RGBA")
        paper = Image.new("RGBA", rgba.size, "white")
        picture = Image.alpha_composite(paper, rgba).convert("RGB")
    if picture.mode in ("1", "L", "I", "I;16", "F"):
        return picture.convert("L")
    picture = picture.convert("RGB")
    points = np.asarray(picture)
    lightest, darkest = points.max(axis=2), points.min(axis=2)
    ink = darkest < _DARK
    coloured = ink & (lightest.astype(np.int16) - darkest > _COLOURED)
    if coloured.sum() > _MOSTLY_COLOURED * max(1, ink.sum()):
        return picture.convert("L")
    grey = np.asarray(picture.convert("L")).copy()
    # in red and blue ink one channel stays light; black ink under a stamp is dark in all of them
    grey[coloured] = np.maximum(grey[coloured], np.where(lightest[coloured] > 110, 255, grey[coloured]))
    return Image.fromarray(grey)


def _is_dark(grey: Image.Image) -> bool:
    small = np.asarray(grey.reduce(max(1, min(grey.size) // 400)))
    return bool(np.median(small) < 100)


def skew(grey: Image.Image) -> float:
    """The degrees to turn a picture by, against the clock, for its lines to lie level."""
    factor = max(1, min(grey.size) // 600)
    points = np.asarray(grey.reduce(factor) if factor > 1 else grey)
    ys, xs = np.nonzero(points < _DARK + 30)
    if len(ys) < 200:
        return 0.0
    if len(ys) > 60_000:
        keep = np.arange(0, len(ys), len(ys) // 60_000 + 1)
        ys, xs = ys[keep], xs[keep]
    height = points.shape[0]

    def sharpness(degrees: float) -> float:
        """How unevenly ink falls into rows when the picture is turned."""
        rows = (ys + xs * np.tan(np.radians(degrees))).astype(np.int64)
        counts = np.bincount(rows - rows.min(), minlength=height).astype(np.float64)
        return float((counts[1:] - counts[:-1]).__pow__(2).sum())

    coarse = max(np.arange(-_STEEPEST, _STEEPEST + 0.01, 0.5), key=sharpness)
    fine = max(np.arange(coarse - 0.5, coarse + 0.51, _STEP), key=sharpness)
    return -float(fine) if sharpness(fine) > 1.05 * sharpness(0.0) else 0.0


# ruling lines


def take_rules(points: Bitmap, dpi: float) -> list[Rule]:
    """The ruling lines of a grey bitmap, in points; they are painted over in it."""
    dark = points < _DARK
    length, thick = round(_RULE_INCHES * dpi), max(2, round(_THICKEST * dpi))
    scale = 72.0 / dpi
    rules: list[Rule] = []
    found = np.zeros_like(dark)
    for level in (True, False):
        field_ = dark if level else dark.T
        runs = _runs(_thickened(field_), length)
        mask = found if level else found.T
        for top, bottom, start, end in _merged_runs(runs, thick):
            if bottom - top + 1 > 2 * thick or not _alone(field_, top, bottom, start, end):
                continue
            middle = (top + bottom) / 2 * scale
            a, b = start * scale, end * scale
            rules.append(Rule(a, middle, b, middle) if level else Rule(middle, a, middle, b))
            mask[max(0, top - 1) : bottom + 2, start:end] = True
    points[found] = int(np.median(points))  # the paper's own grey: white would leave a mark
    return rules


def _alone(dark: Bitmap, top: int, bottom: int, start: int, end: int) -> bool:
    """Whether the space along both sides of a run of ink is blank: rows of letters are no lines."""
    beside = [dark[max(0, top - 3) : max(0, top - 1), start:end], dark[bottom + 2 : bottom + 4, start:end]]
    return all(side.size == 0 or side.mean() < _BLANK for side in beside)


def _thickened(dark: Bitmap) -> Bitmap:
    """Ink a point thicker across, so that a line that climbs by a point stays in one piece."""
    out = dark.copy()
    out[1:] |= dark[:-1]
    out[:-1] |= dark[1:]
    return out


def _runs(dark: Bitmap, length: int) -> list[tuple[int, int, int]]:
    """(row, start, end) of the straight runs of ink of at least ``length`` points."""
    out: list[tuple[int, int, int]] = []
    for y in np.nonzero(dark.sum(axis=1) >= length)[0]:
        row = np.concatenate(([False], dark[y], [False]))
        edges = np.flatnonzero(row[1:] != row[:-1])
        starts, ends = edges[::2], edges[1::2]
        out += [(int(y), int(a), int(b)) for a, b in zip(starts, ends, strict=True) if b - a >= length]
    return out


def _merged_runs(runs: list[tuple[int, int, int]], thick: int) -> list[tuple[int, int, int, int]]:
    """(top, bottom, start, end) of lines: runs on rows next to one another that overlap."""
    open_: list[list[int]] = []
    done: list[list[int]] = []
    for y, a, b in runs:
        fresh: list[list[int]] = []
        for line in open_:
            (fresh if y - line[1] <= thick else done).append(line)
        open_ = fresh
        for line in open_:
            if line[1] >= y - 2 and a < line[3] and b > line[2]:
                line[1], line[2], line[3] = y, min(a, line[2]), max(b, line[3])
                break
        else:
            open_.append([y, y, a, b])
    return [(t, d, a, b) for t, d, a, b in done + open_]
