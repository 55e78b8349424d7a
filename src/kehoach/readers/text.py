"""Text files: UTF-8 with or without a byte order mark, UTF-16 and UTF-32 with one, others where they are named."""

from __future__ import annotations

import codecs
import hashlib
import os
import re

from kehoach.errors import UnreadableError
from kehoach.readers.options import DEFAULTS, ReadOptions
from kehoach.readers.source import SourceText, printable

# Longer marks first: the UTF-16 mark is the beginning of the UTF-32 one.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"), (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"),
)  # fmt: skip

_MEDIA_TYPES = {".md": "text/markdown", ".markdown": "text/markdown", ".mdown": "text/markdown"}

# The commonest words of any plan ("các", "của", "được", "và") as three encodings from before Unicode write them.
_LEGACY = (
    ("Windows-1258", (b"c\xe1c", b"cu\xd2a", b"\xf0\xfd\xf5\xf2c", b" v\xe0 "), "try --encoding cp1258"),
    ("TCVN3 (.VnTime)", (b"c\xb8c", b"c\xf1a", b"\xae\xad\xeec", b" v\xb5 "), "convert it to UTF-8 first"),
    ("VNI", (b"ca\xf9c", b"cu\xfba", b"\xf1\xf6\xf4\xefc", b" va\xf8 "), "convert it to UTF-8 first"),
)

_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_SAMPLE = 65_536


def read_text(data: bytes, name: str, options: ReadOptions = DEFAULTS) -> SourceText:
    """The text of a text file, exactly: line ends, blanks and normal form as they are.

    A byte order mark is not part of the text; the source's ``encoding`` then says ``utf-8-sig`` or ``utf-16``, so that
    decoding the file with it gives the same text again.

    Raises:
        UnreadableError: the bytes are no text, or not in that encoding; the message names the likely one.
    """
    encoding = options.encoding
    if encoding is None:
        encoding = next((codec for mark, codec in _MARKS if data.startswith(mark)), "utf-8")
        if not encoding.startswith(("utf-16", "utf-32")):
            _refuse_binary(data, name)
    try:
        text = data.decode(encoding)
    except LookupError:
        raise UnreadableError(f"there is no encoding {encoding!r}", name=name, hint="try utf-8 or cp1258") from None
    except UnicodeError as error:
        raise _not_decodable(data, name, encoding, getattr(error, "start", 0)) from None
    return SourceText(
        text=text,
        name=printable(os.path.basename(name) or name),
        media_type=_MEDIA_TYPES.get(os.path.splitext(name)[1].lower(), "text/plain"),
        encoding=encoding.lower(),
        sha256=hashlib.sha256(data).hexdigest(),
    )


def _refuse_binary(data: bytes, name: str) -> None:
    """Raise where the bytes cannot be text in UTF-8 or in an encoding before Unicode."""
    sample = data[:_SAMPLE]
    zeros = sample.count(0)
    if zeros > len(sample) // 5:
        for codec, zero_first in (("utf-16-le", 0), ("utf-16-be", 1)):
            if sample[zero_first::2].count(0) * 20 < zeros and sample[1 - zero_first :: 2].count(0) * 20 > zeros * 19:
                raise UnreadableError("looks like UTF-16 without a mark", name=name, hint=f"try --encoding {codec}")
    if len(_CONTROLS.findall(sample)) * 20 > len(sample):
        raise UnreadableError("is binary data, not text", name=name, hint="give a text file in UTF-8")


def _not_decodable(data: bytes, name: str, encoding: str, start: int) -> UnreadableError:
    """What to say of bytes that are not in ``encoding``."""
    line = data.count(b"\n", 0, start) + 1
    if encoding in ("utf-8", "utf-8-sig"):
        counts = [(sum(map(data.count, words)), what, hint) for what, words, hint in _LEGACY]
        best, what, hint = max(counts)
        if best > 2:
            return UnreadableError(f"is not UTF-8 but probably {what}", name=name, hint=hint)
        damaged = len(data.decode("utf-8", "replace")) - len(data.decode("utf-8", "ignore"))
        if damaged * 50 > len(data):
            return UnreadableError("is not UTF-8 text", name=name, hint="name its encoding with --encoding")
    return UnreadableError(
        f"is not in {encoding} here, the file may be damaged or cut", name=name, line=line,
        hint="repair it, or name its encoding with --encoding",
    )  # fmt: skip
