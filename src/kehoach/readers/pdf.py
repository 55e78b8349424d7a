"""PDF files: the text layer where it is sound, the picture of the page where it is missing or broken."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from time import monotonic
from typing import Any

from kehoach.errors import UnreadableError
from kehoach.readers.options import ReadOptions
from kehoach.readers.paged import legible
from kehoach.readers.paged.page import Page
from kehoach.readers.paged.text import text_of
from kehoach.readers.scan import Scan, named, recognise, recognised_warnings
from kehoach.readers.source import SourceText, printable

_FEW = 30
"""Letters that a page with a text layer has at least; a page number and a stamp are fewer."""
_STAMPED = 600
"""Letters up to which a text layer may be what was stamped on a picture of the page."""
_COVERED = 0.5
"""The share of a page that a picture of it covers."""
_DRAWN = 200
"""Drawn shapes that may be letters without a text layer."""
_HIDDEN = 0.5
"""The share of unpainted letters from which a text layer is another program's reading of a picture."""
_MOST_POINTS = 20_000_000
"""Points of a page's picture: an A3 page of 300 dots an inch."""
_FINEST, _COARSEST = 300.0, 150.0
"""Dots an inch between which pages are recognised; a scan's own are taken, as each change of size blurs letters."""


@dataclass(slots=True)
class _Leaf:
    """A page as read: its text layer's ``page``; whether the layer was ``recognised`` by another program."""

    page: Page
    letters: int
    recognised: bool
    picture: bool
    """Whether there is something on it beside the text layer that may hold its text."""
    sound: bool


def read_pdf(data: bytes, name: str, options: ReadOptions) -> SourceText:
    """The text of a PDF file, in reading order.

    Pages without text, or whose text layer is no Vietnamese, are recognised (``options.ocr``).

    Raises:
        UnreadableError: it is damaged, protected by a password, has too many pages, or its text cannot be had.
    """
    pdfium = _pdfium(name)
    start = monotonic()
    document = _open(pdfium, data, name)
    try:
        count = len(document)
        if not count:
            raise UnreadableError("is a PDF file without pages", name=name)
        if count > options.max_pages:
            raise UnreadableError(
                f"has {count:,} pages, more than {options.max_pages:,}", name=name, hint="allow them with --max-pages"
            )
        leaves = [_leaf(document, i, start, options, name) for i in range(count)]
        pages, warnings, recognised = _with_recognised(document, leaves, start, options, name)
    finally:
        document.close()
    return SourceText(
        text=text_of(pages),
        name=printable(os.path.basename(name) or name),
        media_type="application/pdf",
        sha256=hashlib.sha256(data).hexdigest(),
        ocr=recognised,
        warnings=warnings,
    )


def _pdfium(name: str) -> Any:
    try:
        import pypdfium2
    except ImportError:
        raise UnreadableError(
            "is a PDF file, for which a library is missing", name=name, hint="pip install 'kehoach[pdf]'"
        ) from None
    return pypdfium2


def _open(pdfium: Any, data: bytes, name: str) -> Any:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) == pdfium.raw.FPDF_ERR_PASSWORD:
            hint = "open it with its password, save it without one and try that"
            raise UnreadableError("is protected by a password", name=name, hint=hint) from None
        raise UnreadableError("is a damaged PDF file", name=name, hint="fetch it again, or print it anew") from None


def check_time(start: float, options: ReadOptions, name: str) -> float:
    """The seconds that are left.

    Raises:
        UnreadableError: none are.
    """
    left = start + options.timeout - monotonic()
    if left <= 0:
        raise UnreadableError(
            f"takes longer than {options.timeout:g} seconds to read", name=name, hint="allow more with --timeout"
        )
    return left


def _leaf(document: Any, i: int, start: float, options: ReadOptions, name: str) -> _Leaf:
    """A page's text layer, and whether it can be trusted."""
    check_time(start, options, name)
    import pypdfium2.raw as raw

    from kehoach.readers.pdf_text import text_layer

    try:
        page = document[i]
        if raw.FPDFPage_GetAnnotCount(page.raw) > 0:  # the number and the date are often written on it as notes
            raw.FPDFPage_Flatten(page.raw, raw.FLAT_NORMALDISPLAY)
            page.close()
            page = document[i]
        layer = text_layer(page, i + 1)
        pictures, drawn = _pictures(raw, page, layer.page)
        page.close()
    except OverflowError:
        raise UnreadableError(f"page {i + 1} holds more letters than a page can", name=name) from None
    except RuntimeError:  # PdfiumError: this page is damaged
        return _Leaf(Page(i + 1, 595.0, 842.0), 0, recognised=False, picture=False, sound=True)
    text = " ".join(word.text for word in layer.page.words)
    sound = legible.sound(text)
    few = layer.letters < _FEW or (layer.letters < _STAMPED and pictures > _COVERED and layer.hidden < _HIDDEN)
    return _Leaf(
        layer.page, layer.letters, recognised=layer.hidden > _HIDDEN and bool(layer.page.words),
        picture=few and (pictures > 0.05 or drawn > _DRAWN), sound=sound,
    )  # fmt: skip


def _pictures(raw: Any, page: Any, here: Page) -> tuple[float, int]:
    """The share of a page that its largest picture covers, and the count of drawn shapes."""
    import ctypes

    share, drawn = 0.0, 0
    sides = [ctypes.c_float() for _ in range(4)]
    for obj in page.get_objects(max_depth=3):
        if obj.type == raw.FPDF_PAGEOBJ_PATH:
            drawn += 1
        elif obj.type == raw.FPDF_PAGEOBJ_IMAGE and raw.FPDFPageObj_GetBounds(obj.raw, *sides):
            left, bottom, right, top = (side.value for side in sides)
            share = max(share, abs((right - left) * (top - bottom)) / max(1.0, here.width * here.height))
    return share, drawn


def _wanted(leaf: _Leaf, options: ReadOptions) -> bool:
    """Whether a page is to be recognised."""
    if options.ocr == "always":
        return True
    return options.ocr == "auto" and (leaf.picture or not leaf.sound)


def _with_recognised(
    document: Any, leaves: Sequence[_Leaf], start: float, options: ReadOptions, name: str
) -> tuple[list[Page], list[tuple[str, str]], bool]:
    """The pages, recognised where they have to be; what to say of it; whether any text was recognised."""
    pages = [leaf.page for leaf in leaves]
    warnings: list[tuple[str, str]] = []
    wanted = [i for i, leaf in enumerate(leaves) if _wanted(leaf, options)]
    if options.ocr == "never":
        _without(leaves, name, warnings)
    done: list[Page] = []
    if wanted:
        scans = [Scan(i + 1, partial(_picture, document, i)) for i in wanted]
        essential = options.ocr == "always" or 2 * len(wanted) > len(leaves)
        done = recognise(scans, name, options, check_time(start, options, name), warnings, essential=essential)
    for page in done:
        leaf = leaves[page.number - 1]
        if options.ocr == "always" or leaf.picture or _better(page, leaf.page):
            pages[page.number - 1] = page
            leaf.recognised = True
    kept = [page.number for page, leaf in zip(pages, leaves, strict=True) if leaf.recognised and not page.recognised]
    warnings += recognised_warnings([page for page in pages if page.recognised], len(pages))
    if kept:
        warnings.append(("read-by-ocr", f"the text layer of {named(kept)} was recognised by another program"))
    return pages, warnings, any(leaf.recognised for leaf in leaves)


def _better(page: Page, layer: Page) -> bool:
    """Whether what was recognised reads more like Vietnamese than the text layer."""
    new, old = (legible.shares(" ".join(word.text for word in p.words)) for p in (page, layer))
    return new[1] + new[2] > old[1] + old[2]


def _without(leaves: Sequence[_Leaf], name: str, warnings: list[tuple[str, str]]) -> None:
    """What to say where nothing may be recognised."""
    missing = [leaf.page.number for leaf in leaves if leaf.picture]
    if len(missing) == len(leaves):
        raise UnreadableError(
            "holds pictures of pages without text", name=name, hint="have it recognised with --ocr auto"
        )
    if missing:
        warnings.append(("pages-not-read", f"{named(missing)} hold pictures of text, which was not recognised"))
    if broken := [leaf.page.number for leaf in leaves if not leaf.sound]:
        warnings.append(("text-layer-broken", f"the text layer of {named(broken)} does not read as Vietnamese"))


def _picture(document: Any, i: int) -> tuple[Any, float]:
    """The picture of a page, and its resolution in dots an inch: less where the page is huge."""
    page = document[i]
    try:
        width, height = page.get_size()
        scale = min(_resolution(page) / 72, (_MOST_POINTS / max(1.0, width * height)) ** 0.5)
        bitmap = page.render(scale=scale, may_draw_forms=False)
        picture = bitmap.to_pil().convert("RGB")
        bitmap.close()
    finally:
        page.close()
    return picture, scale * 72


def _resolution(page: Any) -> float:
    """The dots an inch of the largest picture on a page, within what is of use; of drawn pages the finest."""
    import ctypes

    import pypdfium2.raw as raw

    best, found = 0.0, _FINEST
    sides = [ctypes.c_float() for _ in range(4)]
    across, down = ctypes.c_uint(), ctypes.c_uint()
    for obj in page.get_objects(filter=(raw.FPDF_PAGEOBJ_IMAGE,), max_depth=3):
        if not raw.FPDFPageObj_GetBounds(obj.raw, *sides) or not raw.FPDFImageObj_GetImagePixelSize(
            obj.raw, across, down
        ):
            continue
        width, height = abs(sides[2].value - sides[0].value), abs(sides[3].value - sides[1].value)
        if width * height > best:
            best = width * height
            found = 72 * (across.value * down.value / best) ** 0.5
    return min(max(found, _COARSEST), _FINEST)
