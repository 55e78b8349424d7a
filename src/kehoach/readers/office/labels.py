"""Labels of automatic lists before the words they belong to."""

from __future__ import annotations


def labelled(label: str, gap: str, text: str) -> str:
    """``text`` behind its automatic ``label``, which an author may have typed as well.

    >>> labelled("1.", " ", "Sở Y tế"), labelled("1.", " ", "1. Sở Y tế"), labelled("-", " ", "")
    ('1. Sở Y tế', '1. Sở Y tế', '-')
    """
    if not label:
        return text
    words = text.lstrip(" \t")
    breaks = text[: len(text) - len(text.lstrip("\f"))]
    words = words.lstrip("\f") if breaks else words
    if words.startswith(label) and not words[len(label) : len(label) + 1].isalnum():
        return breaks + words
    return breaks + (label + gap + words).rstrip(" ")
