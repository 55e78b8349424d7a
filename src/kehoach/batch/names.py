"""What a source is called in the manifest, and the name of its output.

A source is called by its path from the output folder, so that a tree moved as a whole is the same tree. An output is
called like its source, with the beginning of the SHA-256 of the source's name behind it: two outputs differ also where
the sources differ only in their ending, their folder, capitals or signs that no file system keeps, and no name depends
on which other files there are. A URL is called by itself, and so is a file whose output goes to one.
"""

from __future__ import annotations

import hashlib
import os
import re
import unicodedata
from urllib.parse import quote_from_bytes

from kehoach.remote import is_url, shown

ENDINGS = {"yaml": ".yaml", "json": ".json", "jsonl": ".json", "parquet": ".json"}
_UNSAFE = re.compile(r'[\x00-\x1f\x7f-\x9f\\/:*?"<>|\ud800-\udfff\u200b-\u200f\u202a-\u202e\u2066-\u2069]')
_RESERVED = re.compile(r"(?i)(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?")
_STEM_BYTES = 120
_FOLDERS_BYTES = 160
_BYTES = "bytes:"


def source_of(path: str, output: str) -> str:
    """The name of the source at ``path`` in the manifest of ``output``; both are absolute, or URLs.

    A name that is no valid UTF-8 is told byte by byte, ``bytes:`` in front.

    >>> source_of("/data/plans/a.txt", "/data/out")
    '../plans/a.txt'
    >>> source_of("s3://bucket/plans/a.txt", "/data/out")
    's3://bucket/plans/a.txt'
    """
    if is_url(path):
        name = shown(path)
    elif is_url(output):
        name = "file://" + path.replace(os.sep, "/")
    else:
        try:
            name = os.path.relpath(path, output).replace(os.sep, "/")
        except ValueError:  # another drive of Windows
            name = path.replace(os.sep, "/")
    try:
        name.encode()
    except UnicodeEncodeError:
        return _BYTES + quote_from_bytes(os.fsencode(name), safe="/ ")
    return _BYTES + quote_from_bytes(name.encode(), safe="/ ") if name.startswith(_BYTES) else name


def output_of(source: str, relative: str, format_: str) -> str:
    """The path of a source's output within its folder, with ``/`` between folders.

    Args:
        source: the source's name in the manifest.
        relative: its path from the folder that was named, whose folders the output keeps.
        format_: one of :data:`kehoach.batch.FORMATS`.
    """
    digest = hashlib.sha256(source.encode()).hexdigest()[:16]
    ending = ENDINGS[format_]
    if format_ in ("jsonl", "parquet"):
        return f"{digest[:2]}/{digest}{ending}"
    *folders, name = relative.split("/")
    safe = [_folder(folder) for folder in folders if folder not in ("", ".", "..")]
    if len("/".join(safe).encode()) > _FOLDERS_BYTES:
        safe = ["deep", digest[:2]]
    return "/".join([*safe, f"{_cut(_safe(os.path.splitext(name)[0]), _STEM_BYTES)}-{digest}{ending}"])


def _folder(name: str) -> str:
    safe = _cut(_safe(name), _FOLDERS_BYTES)
    # A folder must not have the name that an output may get.
    return safe + "_" if safe.endswith(tuple(ENDINGS.values())) or _RESERVED.fullmatch(safe) else safe


def _safe(name: str) -> str:
    text = _UNSAFE.sub("_", unicodedata.normalize("NFC", name)).strip(" ")
    return (text.rstrip(".") or "_") if not text.startswith(".") else "_" + text.rstrip(".")


def _cut(text: str, size: int) -> str:
    return text.encode()[:size].decode("utf-8", "ignore").rstrip(" .") or "_"
