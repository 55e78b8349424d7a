"""Compiled regular expressions kept from one run to the next, as Python keeps its modules compiled.

Compiling the patterns that one plan needs takes several times as long as reading it. Their code therefore goes into a
file beside the package's compiled modules, under the same conditions: it is of one Python only, ``-B`` and
``PYTHONDONTWRITEBYTECODE`` forbid it, ``PYTHONPYCACHEPREFIX`` moves it, and a folder that cannot be written goes without.
A pattern is found by its own text, so a changed one is compiled anew. Python has no public way in or out of compiled
patterns; where the private one differs from what is expected here, patterns are just compiled.
"""

from __future__ import annotations

import atexit
import marshal
import os
import re
import sys
import zlib

try:
    import _sre  # type: ignore[import-not-found, unused-ignore]
    from re import _compiler as compiler  # type: ignore[attr-defined, unused-ignore]
except ImportError:
    _sre = compiler = None

_Key = tuple[str, int]
_Entry = tuple[int, bytes, int, dict[str, int]]
"""Flags, code (words of ``_sre.CODESIZE`` bytes), number of groups, groups by name."""

_MOST = 2_000_000
"""Bytes of a file that is not added to: it holds the patterns of many versions."""
_kept: dict[_Key, _Entry] | None = None
_new: dict[_Key, _Entry] = {}


def compiled(source: str, flags: int = 0) -> re.Pattern[str]:
    """``re.compile(source, flags)``, from the code kept by an earlier run where there is one."""
    global _kept
    flags = int(flags)
    try:
        if _kept is None:
            _kept = _load()
        entry = _kept.get((source, flags)) or _new.get((source, flags))
        if entry is None:
            entry = _compile(source, flags)
            if not _new:
                atexit.register(_save)
            _new[source, flags] = entry
        own, code, groups, by_name = entry
        names: list[str | None] = [None] * (groups + 1)
        for name, group in by_name.items():
            names[group] = name
        words = memoryview(code).cast("I").tolist()
        pattern = _sre.compile(source, own, words, groups, by_name, tuple(names))
    except (ImportError, AttributeError, TypeError, ValueError, RuntimeError):
        return re.compile(source, flags)
    else:
        return pattern  # type: ignore[no-any-return]


def _compile(source: str, flags: int) -> _Entry:
    """What ``re.compile`` does, up to the last step."""
    from array import array

    tree = compiler._parser.parse(source, flags)
    code = array("I", compiler._code(tree, flags)).tobytes()
    return flags | tree.state.flags, code, tree.state.groups - 1, dict(tree.state.groupdict)


def _path() -> str:
    """Where the code is kept: beside this module's own compiled form, for this Python alone."""
    return f"{__spec__.cached}".removesuffix(".pyc") + ".patterns"


def _has_place() -> bool:
    """Whether this Python keeps compiled modules, and this module has a source beside which they stand."""
    return sys.implementation.cache_tag is not None and not __file__.endswith(".pyc")


def _version() -> bytes:
    """What must be the same for code to be of use: the engine that runs it, and the order of bytes."""
    return f"{sys.version} {_sre.MAGIC} {_sre.CODESIZE} {sys.byteorder}\n".encode()


def _load() -> dict[_Key, _Entry]:
    """What is kept; nothing where there is none or it is spoilt."""
    if not _has_place():
        return {}
    try:
        with open(_path(), "rb") as file:
            if file.readline() != _version():
                return {}
            checksum, body = file.read(4), file.read()
        if zlib.crc32(body).to_bytes(4, "big") != checksum:
            return {}
        kept: dict[_Key, _Entry] = marshal.loads(body)  # noqa: S302 - whoever can write it can write the compiled modules beside it
    except (OSError, EOFError, ValueError, TypeError):
        return {}
    return kept


def _save() -> None:
    """Add what was compiled to what is kept, whole or not at all."""
    if sys.dont_write_bytecode or not _has_place():
        return
    from contextlib import suppress

    body = marshal.dumps(_load() | _new)
    if len(body) > _MOST:
        body = marshal.dumps(_new)
    path = _path()
    part = f"{path}.{os.getpid()}"
    with suppress(OSError):
        os.makedirs(os.path.dirname(path), exist_ok=True)
        try:
            with open(part, "xb") as file:
                file.write(_version() + zlib.crc32(body).to_bytes(4, "big") + body)
            os.replace(part, path)
        finally:
            with suppress(OSError):
                os.remove(part)
