"""What there is to read in a place named by URL: a file, a folder with everything in it, a pattern."""

from __future__ import annotations

import glob
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from fnmatch import fnmatchcase
from typing import Any

from kehoach.batch.listing import About, Found, matches
from kehoach.errors import KehoachError, UnreadableError
from kehoach.readers.folders import is_hidden
from kehoach.remote import is_url, opened, shown, told

_MODIFIED = ("LastModified", "last_modified", "mtime", "updated")
_ETAGS = ("ETag", "etag", "md5Hash", "content_md5")


def found_at(
    url: str, output: str, include: Sequence[str], exclude: Sequence[str], tell: Callable[[str], None]
) -> Iterator[Found]:
    """The files that ``url`` names, by the rules of :func:`kehoach.batch.listing.found_in`.

    A folder is asked for once, with everything that is known of its files; memory holds the largest folder.

    Args:
        url: of a file or a folder, or a pattern with ``*``, ``?``, ``**`` and ``[…]`` behind the bucket.
        output: the output of the run, whose files are none.
        include: as there.
        exclude: as there.
        tell: told what cannot be listed, in a line each.
    """
    walk = _Walk(url, output, include, exclude, tell)
    try:
        about = walk.ask()
        if about is not None:
            yield from walk.below(walk.path, "") if about["type"] == "directory" else walk.named(walk.path, about)
            return
        if glob.has_magic(walk.path):
            yield from walk.matching()
        if not walk.matched:
            tell(str(UnreadableError("no such file or folder", name=shown(url), hint="check the URL")))
    except KehoachError as error:
        tell(str(error))


@dataclass(slots=True)
class _Entry:
    name: str
    path: str
    is_folder: bool
    about: dict[str, Any]


class _Walk:
    """One URL's files."""

    def __init__(
        self, url: str, output: str, include: Sequence[str], exclude: Sequence[str], tell: Callable[[str], None]
    ) -> None:
        self._fs, self.path = opened(url)
        self._front = url.rstrip("/").removesuffix(self.path)
        self._url = url
        self.matched = False
        self._own = opened(output) if is_url(output) else None
        self._include, self._exclude, self._tell = include, exclude, tell

    def ask(self) -> dict[str, Any] | None:
        """What is known of the place itself; ``None`` where it is not there."""
        with told(self._url):
            try:
                about: dict[str, Any] = self._fs.info(self.path)
            except FileNotFoundError:
                return None
            return about

    def named(self, path: str, about: dict[str, Any]) -> Iterator[Found]:
        """A file that is named, or matches a pattern."""
        name = path.rpartition("/")[2]
        if not matches(name, name, self._exclude):
            yield Found(self._url_of(path), name, _about(about))

    def below(self, root: str, folder: str) -> Iterator[Found]:
        """Everything in a folder; ``folder`` is its path from ``root``."""
        waiting = [folder]
        while waiting:
            folder = waiting.pop()
            for entry in self._entries(f"{root}/{folder}" if folder else root):
                relative = f"{folder}/{entry.name}" if folder else entry.name
                if matches(relative, entry.name, self._exclude):
                    continue
                if entry.is_folder:
                    waiting.append(relative)
                elif not self._include or matches(relative, entry.name, self._include):
                    yield Found(self._url_of(entry.path), relative, _about(entry.about))

    def matching(self) -> Iterator[Found]:
        """What matches the pattern: files, and everything in folders. Where a folder matches it is listed twice."""
        parts = self.path.split("/")
        first = next(i for i, part in enumerate(parts) if glob.has_magic(part))
        wanted = parts[first:]
        waiting = [("/".join(parts[:first]), _opened({0}, wanted))]
        while waiting:
            folder, states = waiting.pop()
            for entry in self._entries(folder):
                after = _opened({then for state in states for then in _step(state, entry, wanted)}, wanted)
                if len(wanted) in after:
                    self.matched = True
                    if entry.is_folder:
                        yield from self.below(entry.path, "")
                    else:
                        yield from self.named(entry.path, entry.about)
                if after - {len(wanted)} and entry.is_folder:
                    waiting.append((entry.path, after))

    def _entries(self, folder: str) -> Iterator[_Entry]:
        """What is in a folder; hidden names, and the output, are passed over."""
        if self._own and self._own == (self._fs, folder):
            return
        try:
            with told(self._url_of(folder)):
                found = self._fs.ls(folder, detail=True, refresh=True)
        except KehoachError as error:
            self._tell(str(error))
            return
        self._fs.invalidate_cache()  # which would grow with the number of folders
        for about in found:
            path, is_folder = about["name"], about["type"] == "directory"
            name = path.removeprefix(folder.rstrip("/") + "/")
            if is_folder and not name.rstrip("/"):
                where = shown(self._url_of(folder))
                self._tell(f"{where}: has a folder without a name ('//'), which cannot be listed; name it otherwise")
            elif name and not name.endswith("/") and not is_hidden(name) and path != folder:
                yield _Entry(name, path, is_folder, about)

    def _url_of(self, path: str) -> str:
        return self._front + path if self._front.endswith(("/", ":")) else str(self._fs.unstrip_protocol(path))


def _step(state: int, entry: _Entry, wanted: Sequence[str]) -> Iterator[int]:
    """How many parts of a pattern are through behind ``entry``, where ``state`` were before it."""
    if state < len(wanted):
        if wanted[state] == "**":
            if entry.is_folder:
                yield state
            elif state + 1 == len(wanted):
                yield state + 1
        elif fnmatchcase(entry.name, wanted[state]):
            yield state + 1


def _opened(states: set[int], wanted: Sequence[str]) -> set[int]:
    """The same, ``**`` standing for no folder at all as well."""
    for state in sorted(states):
        while state < len(wanted) - 1 and wanted[state] == "**":
            state += 1
            states.add(state)
    return states


def _about(about: dict[str, Any]) -> About:
    size = about.get("size")
    etag = next((about[key] for key in _ETAGS if isinstance(about.get(key), str)), None)
    modified = next((about[key] for key in _MODIFIED if about.get(key) is not None), None)
    return About(-1 if size is None else int(size), _nanoseconds(modified), etag and re.sub(r'^W/|"', "", etag))


def _nanoseconds(modified: Any) -> int:
    """Since 1970; 0 where it is not known."""
    if isinstance(modified, str):
        try:
            modified = datetime.fromisoformat(modified)
        except ValueError:
            return 0
    if isinstance(modified, datetime):
        modified = modified.timestamp()
    return round(modified * 1e9) if isinstance(modified, int | float) else 0
