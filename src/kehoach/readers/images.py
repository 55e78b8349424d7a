"""Picture files of pages: PNG, JPEG, TIFF (with several pages), WebP, BMP, GIF."""

from __future__ import annotations

import contextlib
import hashlib
import io
import os
import warnings
from collections.abc import Iterator
from functools import partial
from typing import Any

from kehoach.errors import UnreadableError
from kehoach.readers.options import ReadOptions
from kehoach.readers.paged.text import text_of
from kehoach.readers.scan import MOST_PIXELS, Scan, recognise, recognised_warnings
from kehoach.readers.source import SourceText, printable

_PAGE_INCHES = 8.27
"""The width of an A4 page, which a picture that does not say its resolution is taken for."""
_SMALLER = f"save it smaller, {MOST_PIXELS:,} points at most: 300 dots an inch are enough"
_LEAST_DPI, _MOST_DPI = 70.0, 1200.0


def read_image(data: bytes, name: str, options: ReadOptions) -> SourceText:
    """The text recognised on a picture file.

    Raises:
        UnreadableError: it is damaged, too large, or cannot be recognised here.
    """
    if options.ocr == "never":
        raise UnreadableError("is a picture, whose text must be recognised", name=name, hint="allow it with --ocr auto")
    try:
        from PIL import Image
    except ImportError:
        raise UnreadableError(
            "is a picture, for which libraries are missing", name=name, hint="pip install 'kehoach[ocr]'"
        ) from None
    said: list[tuple[str, str]] = []
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Pillow warns of large pictures, of odd marks in them: size is checked here
        with _opened(name):
            image = Image.open(io.BytesIO(data))
        with image:
            with _opened(name):
                count = getattr(image, "n_frames", 1)
            kind = Image.MIME.get(image.format or "", "image/*")
            if image.format == "GIF":
                count = 1  # its pictures are a film
            _check(image.size, count, options, name)
            scans = [Scan(i + 1, partial(_frame, image, i, name)) for i in range(count)]
            try:
                pages = recognise(scans, name, options, options.timeout, said, essential=True)
            except UnreadableError as error:
                raise _named(error, name) from None
    return SourceText(
        text=text_of(pages),
        name=printable(os.path.basename(name) or name),
        media_type=kind,
        sha256=hashlib.sha256(data).hexdigest(),
        ocr=True,
        warnings=said + recognised_warnings(pages, count),
    )


@contextlib.contextmanager
def _opened(name: str) -> Iterator[None]:
    """Where Pillow reads a file: whatever it stumbles over is damage, and each of its formats has other words for that.

    Raises:
        UnreadableError: the picture is damaged, or too large.
    """
    from PIL import Image

    try:
        yield
    except Image.DecompressionBombError:
        raise UnreadableError("is too large a picture", name=name, hint=_SMALLER) from None
    except (UnreadableError, MemoryError):
        raise
    except Exception:  # noqa: BLE001  # OSError, SyntaxError, TypeError, KeyError, struct.error, ZeroDivisionError …
        raise UnreadableError("is a damaged picture", name=name, hint="fetch it again, or save it anew") from None


def _named(error: UnreadableError, name: str) -> UnreadableError:
    return error if error.name else UnreadableError(error.message, name=name, hint=error.hint)


def _check(size: tuple[int, int], count: int, options: ReadOptions, name: str) -> None:
    """Refuse what is too large before it is unpacked."""
    if count > options.max_pages:
        raise UnreadableError(
            f"has {count:,} pages, more than {options.max_pages:,}", name=name, hint="allow them with --max-pages"
        )
    if size[0] * size[1] > MOST_PIXELS:
        raise UnreadableError(f"is too large a picture, {size[0]:,} by {size[1]:,} points", name=name, hint=_SMALLER)


def _frame(image: Any, i: int, name: str) -> tuple[Any, float]:
    """A page of a picture file, the way up that its camera says, and its dots an inch."""
    from PIL import ImageOps

    with _opened(name):
        image.seek(i)
        _check(image.size, 1, ReadOptions(), name)
        page = ImageOps.exif_transpose(image.copy())
        said = float(image.info.get("dpi", (0, 0))[0])
    dpi = said if _LEAST_DPI <= said <= _MOST_DPI else min(page.size) / _PAGE_INCHES
    inches = min(page.size) / dpi
    if not 0.6 * _PAGE_INCHES <= inches <= 1.5 * _PAGE_INCHES:  # screens and phones say 72 or 96 of any picture
        dpi = min(page.size) / _PAGE_INCHES
    return page, max(dpi, 1.0)
