"""Text files: UTF-8 with or without a byte order mark, UTF-16 and UTF-32 with one, others where they are named."""

from __future__ import annotations

import codecs
import os

from kehoach.errors import UnreadableError
from kehoach.knowledge.patterns import lazy
from kehoach.readers.options import DEFAULTS, ReadOptions
from kehoach.readers.source import SourceText, digest, printable

# Longer marks first: the UTF-16 mark is the beginning of the UTF-32 one.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"), (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"),
)  # fmt: skip

_MEDIA_TYPES = {".md": "text/markdown", ".markdown": "text/markdown", ".mdown": "text/markdown"}

# A letter that only Vietnamese has, or a mark set apart from its letter: such a text is no old font's.
_VIETNAMESE = lazy("[\u1ea0-\u1ef9\u0300-\u0323]")
_WESTERN = lazy("[\xa1-\xff]")
_CONTROLS = bytes(code for code in (*range(0x20), 0x7F) if code not in b"\t\n\v\f\r\x1b")
_SAMPLE = 65_536


def read_text(data: bytes, name: str, options: ReadOptions = DEFAULTS) -> SourceText:
    """The text of a text file, exactly: line ends, blanks and normal form as they are.

    A byte order mark is not part of the text; the source's ``encoding`` then says ``utf-8-sig`` or ``utf-16``, so that
    decoding the file with it gives the same text again.

    Raises:
        UnreadableError: the bytes are no text, or not in that encoding; the message names the likely one.
    """
    text, encoding, warnings = _decoded(data, name, options.encoding)
    return SourceText(
        text=text,
        name=printable(os.path.basename(name) or name),
        media_type=_MEDIA_TYPES.get(os.path.splitext(name)[1].lower(), "text/plain"),
        encoding=encoding,
        sha256=digest(data),
        warnings=warnings,
    )


def _decoded(data: bytes, name: str, chosen: str | None) -> tuple[str, str, list[tuple[str, str]]]:
    """The text, its encoding, and what to warn of."""
    if chosen is not None:
        return _as_named(data, name, chosen), chosen.lower(), []
    encoding = next((codec for mark, codec in _MARKS if data.startswith(mark)), "utf-8")
    if encoding == "utf-8":
        encoding = _wide(data) or encoding
    warnings = [_guessed(encoding)] if encoding in ("utf-16-le", "utf-16-be") else []
    if not encoding.startswith(("utf-16", "utf-32")):
        _refuse_binary(data, name)
    try:
        text = data.decode(encoding)
    except UnicodeError as error:
        from kehoach.readers import legacy

        old = legacy.detect(data) if encoding == "utf-8" else None
        if old is None:
            raise _not_decodable(data, name, encoding, getattr(error, "start", 0)) from None
        return legacy.decode(data, old), old, [_guessed(old)]
    if _WESTERN.search(text) and not _VIETNAMESE.search(text):
        from kehoach.readers import legacy

        if found := legacy.mistaken(text):
            return found[1], encoding, [_guessed(found[0])]
    return text, encoding, warnings


def _guessed(encoding: str) -> tuple[str, str]:
    return "legacy-encoding", f"read as {encoding}; say another encoding with --encoding"


def _as_named(data: bytes, name: str, encoding: str) -> str:
    """``data`` in the encoding that the caller named."""
    from kehoach.readers import legacy

    known = legacy.codec(encoding)
    try:
        said = codecs.lookup(encoding).name if known is None else known
        if not said.startswith("utf-8") and (likely := _surely_not(data, said)):
            raise UnreadableError(f"is {likely}, not {encoding}", name=name, hint="leave --encoding out")
        return data.decode(encoding) if known is None else legacy.decode(data, known)
    except LookupError:
        hint = f"try utf-8, {', '.join(legacy.ENCODINGS)}"
        raise UnreadableError(f"there is no encoding {encoding!r}", name=name, hint=hint) from None
    except UnicodeError as error:
        raise _not_decodable(data, name, encoding, getattr(error, "start", 0)) from None


def _surely_not(data: bytes, encoding: str) -> str | None:
    """What ``data`` is where it cannot be in ``encoding``, which would give letters of anything but Vietnamese."""
    if encoding.startswith(("utf-16", "utf-32")):
        return "a text of one byte a letter or UTF-8" if data and 0 not in data else None
    if encoding == "ascii" or data.isascii():
        return None
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return None
    return "UTF-8" if _VIETNAMESE.search(text) else None


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of its plain letters is zero."""
    sample = data[:_SAMPLE]
    zeros = sample.count(0)
    if zeros <= len(sample) // 5:
        return None
    for codec, zero_first in (("utf-16-le", 0), ("utf-16-be", 1)):
        if sample[zero_first::2].count(0) * 20 < zeros and sample[1 - zero_first :: 2].count(0) * 20 > zeros * 19:
            return codec
    return None


def _refuse_binary(data: bytes, name: str) -> None:
    """Raise where the bytes cannot be text in UTF-8 or in an encoding before Unicode."""
    sample = data[:_SAMPLE]
    if (len(sample) - len(sample.translate(None, _CONTROLS))) * 20 > len(sample):
        raise UnreadableError("is binary data, not text", name=name, hint="give a text file in UTF-8")


def _not_decodable(data: bytes, name: str, encoding: str, start: int) -> UnreadableError:
    """What to say of bytes that are not in ``encoding``."""
    line = data.count(b"\n", 0, start) + 1
    if encoding in ("utf-8", "utf-8-sig"):
        damaged = len(data.decode("utf-8", "replace")) - len(data.decode("utf-8", "ignore"))
        if damaged * 50 > len(data):
            return UnreadableError("is not UTF-8 text", name=name, hint="name its encoding with --encoding")
    return UnreadableError(
        f"is not in {encoding} here, the file may be damaged or cut", name=name, line=line,
        hint="repair it, or name its encoding with --encoding",
    )  # fmt: skip
