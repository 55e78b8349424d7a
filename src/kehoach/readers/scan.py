"""Pictures of pages to words, through Tesseract with its Vietnamese model."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING, Any

from kehoach.errors import UnreadableError
from kehoach.readers.options import ReadOptions
from kehoach.readers.paged import legible
from kehoach.readers.paged.page import Page, Word

if TYPE_CHECKING:
    from kehoach.readers.picture import Ready

MOST_PIXELS = 50_000_000
"""Points of a picture that are looked at; an A4 page at 600 dpi has 35 million."""
_INSTALL = (
    "install Tesseract and its Vietnamese model: Debian and Ubuntu: apt install tesseract-ocr tesseract-ocr-vie; "
    "macOS: brew install tesseract tesseract-lang; Windows: the UB Mannheim installer, with Vietnamese chosen"
)
_MODE = "--psm 3"
"""Tesseract's page segmentation: its own; columns are put side by side again by the boxes."""
_CELLS = "--psm 6"
"""One block of text: the cells of tables are set below one another."""
_POOR = 60.0
"""Confidence in percent below which a page may lie on its side or upside down."""
_DOUBTFUL = 75.0
"""Confidence in percent below which a page is named in the warning."""
_FEW_WORDS = 15
# "I. MỤC ĐÍCH" run together and misread, "LMỤC": what stands for the number, and the heading's first word.
_RUN_TOGETHER = re.compile(r"(?P<number>[IVXL1H]{1,4})[.,]?(?P<word>[^\W\d_]{2,})")
_STAIN = 25.0
"""Confidence in percent below which a short word is a stain."""
_MOST_THREADS = 4


@dataclass(slots=True)
class Scan:
    """A page to be recognised: its number from 1, and a function that gives its picture and dots an inch."""

    number: int
    picture: Callable[[], tuple[Any, float]]


class OutOfTimeError(Exception):
    """Recognising has taken all of its time."""


def recognise(
    scans: Sequence[Scan], name: str, options: ReadOptions, seconds: float, warnings: list[tuple[str, str]],
    *, essential: bool,
) -> list[Page]:  # fmt: skip
    """The pages of ``scans`` with the words recognised on them; ``seconds``: what time there is.

    Where Tesseract is missing and the pages are not ``essential`` there are none, and a warning says so.

    Raises:
        UnreadableError: Tesseract is missing, fails, or takes too long.
    """
    if missing := _missing():
        if essential:
            raise UnreadableError(f"holds pictures of pages; {missing[0]}", name=name, hint=missing[1])
        which = named([scan.number for scan in scans])
        warnings.append(("pages-not-read", f"{which} could not be recognised: {missing[0]}; {missing[1]}"))
        return []
    end = monotonic() + seconds
    try:
        return sorted(_all(scans, options, end), key=lambda page: page.number)
    except OutOfTimeError:
        raise UnreadableError(
            f"takes longer than {options.timeout:g} seconds to recognise", name=name,
            hint="allow more with --timeout, or fewer pages",
        ) from None  # fmt: skip


def _missing() -> tuple[str, str] | None:
    """What stands in the way of recognising, and what to do; ``None`` where nothing does."""
    try:
        import numpy  # noqa: F401
        import PIL  # noqa: F401
        import pytesseract
    except ImportError:
        return "libraries to recognise them are missing", "pip install 'kehoach[ocr]'"
    try:
        if "vie" in pytesseract.get_languages(config=""):
            return None
    except (pytesseract.TesseractNotFoundError, OSError):
        return "Tesseract, which recognises them, is not installed", _INSTALL
    return "Tesseract has no Vietnamese model", _INSTALL


def _all(scans: Sequence[Scan], options: ReadOptions, end: float) -> Iterator[Page]:
    """The pages as they are done. Pictures are made one by one here, and recognised side by side."""
    os.environ.setdefault("OMP_THREAD_LIMIT", "1")  # one thread a page: pages side by side are faster
    workers = min(_MOST_THREADS, os.cpu_count() or 1, len(scans))
    waiting = list(reversed(scans))
    with ThreadPoolExecutor(workers) as pool:
        running: set[Future[Page]] = set()
        done = 0
        try:
            while waiting or running:
                while waiting and len(running) < workers + 1:
                    scan = waiting.pop()
                    picture, dpi = scan.picture()
                    running.add(pool.submit(read_picture, picture, dpi, scan.number, end))
                finished = next(as_completed(running))
                running.remove(finished)
                done += 1
                if options.on_page is not None:
                    options.on_page(done, len(scans))
                yield finished.result()
        finally:
            for future in running:
                future.cancel()


def read_picture(picture: Any, dpi: float, number: int, end: float) -> Page:
    """The words and ruling lines on a picture; ``end``: when :func:`time.monotonic` says that time is up."""
    from kehoach.readers.picture import prepared

    ready = prepared(picture, dpi)
    page = _page(ready, number, end)
    if (page.confidence or 0) < _POOR or len(page.words) < _FEW_WORDS or not _legible(page):
        turned = _upright(picture, end)
        if turned is not None:
            again = _page(prepared(turned, dpi), number, end)
            if _weight(again) > _weight(page):
                return again
    return page


def _weight(page: Page) -> float:
    """How much of a page was read: the letters of its Vietnamese syllables."""
    count, good, _ = legible.shares(" ".join(word.text for word in page.words))
    return count * good * (page.confidence or 0.0)


def _legible(page: Page) -> bool:
    return legible.sound(" ".join(word.text for word in page.words))


def _left(end: float) -> float:
    left = end - monotonic()
    if left <= 0:
        raise OutOfTimeError
    return left


def _upright(picture: Any, end: float) -> Any | None:
    """The picture turned so that its text stands upright; ``None`` where it does, or cannot be told."""
    import pytesseract

    left = _left(end)
    try:
        found = pytesseract.image_to_osd(picture, output_type=pytesseract.Output.DICT, timeout=left)
    except pytesseract.TesseractError:  # too few letters, or its model is missing
        return None
    except RuntimeError:
        raise OutOfTimeError from None
    turn = int(found.get("rotate", 0)) % 360
    return picture.rotate(-turn, expand=True) if turn else None


def _page(ready: Ready, number: int, end: float) -> Page:
    """The words on a prepared picture: those of tables cell by cell, then the others."""
    from kehoach.readers.picture import cut_cells

    scale = 72.0 / ready.dpi
    width, height = ready.picture.size
    page = Page(number, width * scale, height * scale, rules=ready.rules, recognised=True)
    cells = cut_cells(ready)
    page.words, letters, sure = _words(_boxes(ready.picture, _MODE, ready.dpi, end), scale, _STAIN)
    if cells is not None:
        words, more, surer = _words(_boxes(cells.picture, _CELLS, ready.dpi, end), scale, 0.0)
        page.words += [moved for word in words if (moved := cells.back(word)) is not None]
        letters, sure = letters + more, sure + surer
    page.confidence = sure / letters if letters else 0.0
    return page


def _boxes(picture: Any, mode: str, dpi: float, end: float) -> dict[str, list[Any]]:
    """What Tesseract finds on a picture: its words with their boxes, lists of one length by name."""
    import pytesseract

    try:
        found: dict[str, list[Any]] = pytesseract.image_to_data(
            picture, lang="vie", config=f"{mode} --dpi {round(dpi)}", timeout=_left(end),
            output_type=pytesseract.Output.DICT,
        )  # fmt: skip
    except pytesseract.TesseractError as error:
        raise UnreadableError(
            f"cannot be recognised ({str(error.message)[:80]})", hint="try a picture of 300 dots an inch"
        ) from None
    except RuntimeError:  # pytesseract's word for a timeout
        raise OutOfTimeError from None
    return found


def _words(data: dict[str, list[Any]], scale: float, stain: float) -> tuple[list[Word], int, float]:
    """Tesseract's words in points, the count of their letters, and the sum of those letters' confidence.

    Alone and of less confidence than ``stain``, in percent, short words are left out.
    """
    lines: dict[tuple[int, int, int], list[int]] = {}
    for i, text in enumerate(data["text"]):
        if str(text).strip() and float(data["conf"][i]) >= 0:
            lines.setdefault((data["block_num"][i], data["par_num"][i], data["line_num"][i]), []).append(i)
    words: list[Word] = []
    letters, total = 0, 0.0
    for indexes in lines.values():
        feet = sorted(data["top"][i] + data["height"][i] for i in indexes)
        base = feet[len(feet) // 3] * scale  # letters that reach below the line are the fewer
        heights = sorted(data["height"][i] for i in indexes)
        size = max(4.0, 1.15 * heights[len(heights) // 2] * scale)
        for i in indexes:
            text, sure = str(data["text"][i]).strip(), float(data["conf"][i])
            if sure < stain and len(text) < 3 and len(indexes) < 3:
                continue
            left = data["left"][i] * scale
            if i == indexes[0] and (number := _run_together(text)):
                words.append(Word(number + ".", left, left + 0.6 * size, data["top"][i] * scale, base, size, 1.0))
                text, left = text[len(number) :].lstrip(".,"), left + 0.9 * size
            words.append(Word(text, left, left + data["width"][i] * scale, data["top"][i] * scale, base, size, 1.0))
            total += sure * len(text)
            letters += len(text)
    return words, letters, total


def _run_together(text: str) -> str:
    """The number that a heading's first word begins with, "" where it is a word of its own.

    >>> _run_together("LMỤC"), _run_together("HÌNH"), _run_together("II.NỘI")
    ('L', '', 'II')
    """
    match = _RUN_TOGETHER.fullmatch(text)
    if not match or not text.isupper() or legible.syllable(text.lower()) or not legible.syllable(match["word"].lower()):
        return ""
    return match["number"]


def named(numbers: Sequence[int]) -> str:
    """Pages in words.

    >>> named([3]), named([3, 5])
    ('page 3', 'pages 3, 5')
    """
    return ("page " if len(numbers) == 1 else "pages ") + ", ".join(map(str, numbers))


def recognised_warnings(pages: Sequence[Page], count: int) -> list[tuple[str, str]]:
    """What to say of recognised pages, of ``count`` in all: how sure their text is, which ones are doubtful."""
    if not pages:
        return []
    sure = [page.confidence or 0.0 for page in pages]
    some = "" if len(pages) == count else f" on {len(pages)} of {count} pages"
    message = f"the text was recognised{some}, with a mean confidence of {sum(sure) / len(sure):.0f} percent"
    doubtful = [page.number for page in pages if (page.confidence or 0.0) < _DOUBTFUL]
    if doubtful:
        message += f"; low on {named(doubtful)}"
    return [("read-by-ocr", message)]
