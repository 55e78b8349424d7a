"""What may be said about reading a file: its encoding, and how much of anything is too much."""

from __future__ import annotations

from collections.abc import Callable

MAX_BYTES = 50_000_000
"""Largest input that is read unless the caller says otherwise."""
MAX_PAGES = 500
"""Most pages of a PDF file or a scan that are read unless the caller says otherwise."""
TIMEOUT = 600.0
"""Seconds that reading one file may take, programs called for it included, unless the caller says otherwise."""


class ReadOptions:
    """How a file is read.

    Args:
        encoding: of a text file; without it UTF-8, or what a byte order mark or the letters say.
        max_bytes: a larger file is refused before it is read whole; what a packed file unpacks to counts likewise.
        max_pages: a longer PDF file or scan is refused.
        timeout: seconds for one file; reading that takes longer ends in an error.
        ocr: ``auto`` recognises text where a page has none, ``always`` on every page, ``never`` on none.
        on_page: called with (pages done, pages in all) while pages are recognised.
    """

    __slots__ = ("encoding", "max_bytes", "max_pages", "ocr", "on_page", "timeout")

    def __init__(
        self, *, encoding: str | None = None, max_bytes: int = MAX_BYTES, max_pages: int = MAX_PAGES,
        timeout: float = TIMEOUT, ocr: str = "auto", on_page: Callable[[int, int], None] | None = None,
    ) -> None:  # fmt: skip
        self.encoding = encoding
        self.max_bytes = max_bytes
        self.max_pages = max_pages
        self.timeout = timeout
        self.ocr = ocr
        self.on_page = on_page


DEFAULTS = ReadOptions()
"""What holds where nothing is said."""
