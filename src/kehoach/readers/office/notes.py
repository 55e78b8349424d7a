"""Footnotes and endnotes: left out of the text, except those that tell somebody to do something.

A note is no part of the paragraph it explains; where it carries a duty it is a paragraph of its own behind it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kehoach.readers.notes import carries_duty
from kehoach.readers.office.blocks import Paragraph
from kehoach.readers.office.package import Job


class Notes:
    """The notes of one document, by a key, and how many were left out."""

    def __init__(self, job: Job, texts: Mapping[str, str]) -> None:
        self._job = job
        self._texts = dict(texts)
        self._left_out = 0

    def add(self, key: str, text: str) -> None:
        """Put in a note that was met on the way."""
        self._texts[key] = " ".join(text.split())

    def kept(self, keys: list[str]) -> Iterator[Paragraph]:
        """Those of the notes ``keys`` that carry a duty, as paragraphs."""
        for key in keys:
            text = self._texts.pop(key, "")
            if text and carries_duty(text):
                yield Paragraph(text)
            elif text:
                self._left_out += 1

    def report(self) -> None:
        """Warn of notes that were left out."""
        if self._left_out:
            self._job.note("notes-left-out", f"footnotes and endnotes left out: {self._left_out}")
