"""The encoding of a web page: what it says of itself, what its bytes say."""

from __future__ import annotations

import codecs
import re

from kehoach.readers import legacy
from kehoach.readers.office.package import Job

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_SAYS = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""")
_HEAD = 4096


def page_text(data: bytes, job: Job, says: str | None = None) -> tuple[str, str]:
    """The text of a page or a mail's part and its encoding; ``says``: what a header around it says.

    The caller's own word counts first, then a byte order mark, the header, the page's own word, UTF-8 where that fits,
    an encoding from before Unicode where its letters read as Vietnamese, and Windows-1252.
    """
    chosen = job.options.encoding
    if chosen is not None:
        return _decode(data, chosen, job), chosen.lower()
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace"), encoding
    said = _SAYS.search(data[:_HEAD])
    for name in (says, said[1].decode("ascii") if said else None, "utf-8"):
        if name is None or name.lower().startswith("utf-16"):
            continue
        try:
            text = legacy.decode(data, known) if (known := legacy.codec(name)) else data.decode(name)
        except (LookupError, UnicodeError, ValueError):
            continue
        if known or name.lower() in ("utf-8", "utf8") or not _is_utf8(data):
            return text, known or name.lower()
    old = legacy.detect(data)
    if old is not None:
        job.note("legacy-encoding", f"read as {old}; say another encoding with --encoding")
        return legacy.decode(data, old), old
    if _is_utf8(data):
        return data.decode(), "utf-8"
    damaged = len(data.decode("utf-8", "ignore")) > 0.98 * len(data)
    return (data.decode("utf-8", "replace"), "utf-8") if damaged else (data.decode("cp1252", "replace"), "windows-1252")


def _decode(data: bytes, name: str, job: Job) -> str:
    """``data`` in the encoding the caller named."""
    try:
        if known := legacy.codec(name):
            return legacy.decode(data, known)
        return data.decode(name).removeprefix("\ufeff")
    except LookupError:
        job.refuse(f"there is no encoding {name!r}", "try utf-8 or windows-1258")
    except (UnicodeError, ValueError):
        job.refuse(f"is not in {name}", "leave --encoding out")


def _is_utf8(data: bytes) -> bool:
    """Whether bytes are UTF-8 beyond ASCII: then no page that says otherwise is right."""
    if data.isascii():
        return False
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True
