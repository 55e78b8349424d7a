"""The ruling lines of a PDF page, through PDFium (``pypdfium2``), and the way from its coordinates to ours."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pypdfium2.raw as pdfium

from kehoach.readers.paged.page import Rule

_THIN = 3.0
"""Points up to which a filled shape is a line."""
_SHORTEST_RULE = 6.0
_DEEPEST = 6
"""Forms within forms that are looked into."""
_MOST_OBJECTS = 20_000
"""Objects of a page that are looked at for ruling lines."""
_MOST_SEGMENTS = 2_000
"""Segments of a path that are looked at: drawings have more, tables do not."""


class Turn:
    """From PDF coordinates to points from the upper left corner of the page as it is read."""

    def __init__(self, box: tuple[float, float, float, float], quarters: int) -> None:
        self.left, self.bottom, self.right, self.top = box
        self.quarters = quarters
        width, height = self.right - self.left, self.top - self.bottom
        self.width, self.height = (height, width) if quarters % 2 else (width, height)

    def __call__(self, x: float, y: float) -> tuple[float, float]:
        if self.quarters == 0:
            return x - self.left, self.top - y
        if self.quarters == 1:  # text runs upwards
            return y - self.bottom, x - self.left
        if self.quarters == 2:
            return self.right - x, y - self.bottom
        return self.top - y, self.right - x  # text runs downwards


def rules(page: Any, turn: Turn) -> Iterator[Rule]:
    """The ruling lines of a page of ``pypdfium2``: level and upright strokes, thin filled shapes."""
    count = pdfium.FPDFPage_CountObjects(page.raw)
    for i in range(min(count, _MOST_OBJECTS)):
        for rule in _object_rules(pdfium.FPDFPage_GetObject(page.raw, i), turn, (1, 0, 0, 1, 0, 0), 0):
            if max(rule.x1 - rule.x0, rule.y1 - rule.y0) >= _SHORTEST_RULE:
                yield rule


Matrix = tuple[float, float, float, float, float, float]


def _matrix(obj: Any, outer: Matrix) -> Matrix:
    """The matrix of an object on the page: its own, then that of the forms around it."""
    m = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(obj, m):
        return outer
    a, b, c, d, e, f = outer
    return (
        a * m.a + c * m.b, b * m.a + d * m.b, a * m.c + c * m.d, b * m.c + d * m.d,
        a * m.e + c * m.f + e, b * m.e + d * m.f + f,
    )  # fmt: skip


def _object_rules(obj: Any, turn: Turn, outer: Matrix, depth: int) -> Iterator[Rule]:
    kind = pdfium.FPDFPageObj_GetType(obj)
    if kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
        inner = _matrix(obj, outer)
        for i in range(max(0, pdfium.FPDFFormObj_CountObjects(obj))):
            yield from _object_rules(pdfium.FPDFFormObj_GetObject(obj, i), turn, inner, depth + 1)
    elif kind == pdfium.FPDF_PAGEOBJ_PATH:
        yield from _path_rules(obj, turn, _matrix(obj, outer))


def _path_rules(path: Any, turn: Turn, matrix: Matrix) -> Iterator[Rule]:
    """Lines of a path: its level and upright strokes, or itself where it is filled and thin."""
    fill, stroke = ctypes.c_int(), pdfium.FPDF_BOOL()
    pdfium.FPDFPath_GetDrawMode(path, fill, stroke)
    points = [(turn(*_apply(matrix, x, y)), kind, close) for x, y, kind, close in _segments(path)]
    for shape in _shapes(points):
        xs, ys = [x for x, _ in shape], [y for _, y in shape]
        width, height = max(xs) - min(xs), max(ys) - min(ys)
        if min(width, height) <= _THIN:
            yield _straight(min(xs), min(ys), max(xs), max(ys))
        elif stroke.value:
            for (x0, y0), (x1, y1) in pairwise(shape):
                if abs(x0 - x1) <= 1 or abs(y0 - y1) <= 1:
                    yield _straight(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def _apply(m: Matrix, x: float, y: float) -> tuple[float, float]:
    return m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]


def _straight(x0: float, y0: float, x1: float, y1: float) -> Rule:
    """The middle line of a thin box."""
    if x1 - x0 >= y1 - y0:
        return Rule(x0, (y0 + y1) / 2, x1, (y0 + y1) / 2)
    return Rule((x0 + x1) / 2, y0, (x0 + x1) / 2, y1)


def _segments(path: Any) -> Iterator[tuple[float, float, int, bool]]:
    count = pdfium.FPDFPath_CountSegments(path)
    if count > _MOST_SEGMENTS:
        return
    x, y = ctypes.c_float(), ctypes.c_float()
    for i in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(path, i)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        yield x.value, y.value, pdfium.FPDFPathSegment_GetType(segment), bool(pdfium.FPDFPathSegment_GetClose(segment))


def _shapes(points: list[tuple[tuple[float, float], int, bool]]) -> Iterator[list[tuple[float, float]]]:
    """The closed and open shapes of a path; those with curves are none of a table's."""
    shape: list[tuple[float, float]] = []
    curved = False
    for point, kind, close in points:
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            if len(shape) > 1 and not curved:
                yield shape
            shape, curved = [point], False
        else:
            shape.append(point)
            curved = curved or kind == pdfium.FPDF_SEGMENT_BEZIERTO
        if close and shape:
            shape.append(shape[0])
    if len(shape) > 1 and not curved:
        yield shape
