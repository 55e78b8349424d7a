"""What converters mark up: a page's tags within a text, Pandoc's spans, quotes, italics and line breaks.

A table's own tags (:mod:`kehoach.parsers.tagged`) stay, and bold words have Markdown's stars: they say something.
"""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.knowledge.patterns import lazy

Edit = tuple[int, int, str]
"""Where a text is to be read otherwise, from and up to, and the words to be read there."""

_TAG = lazy(
    r"(?i)<(?P<close>/?)(?P<name>p|br|strong|em|b|i|u|s|sup|sub|span|div|col|colgroup|font|center|ol|ul|li|blockquote)"
    r"(?:\s[^<>]{0,300})?/?>"
)
_SPAN = lazy(r"\[(?=[^\[\]]{1,400}\]\{[.#=])|(?<=[^\s\\])\]\{[.#=][^{}\n]{0,80}\}")
_QUOTED = lazy(r"(?m)^>(?: ?>)*(?= ?[^\d\s>]| *$)")
_ENTITY = lazy(r"&(?:#x[0-9a-fA-F]{2,5}|#\d{2,6}|[A-Za-z]{2,8});")
_BREAK = lazy(r"(?m)\\$")
# Words in italics between underscores, within a line: "_Nơi nhận:_"; not "vp_ubnd", nor a rule or a blank to fill in.
_UNDERSCORED = lazy(r"(?<![\w\\])_(?=[^\s_])[^_\n]{3,1500}(?<=[^\s\\])_(?!\w)")
_STAR = lazy(r"(?<![*\\])\*(?!\*)")
_LONGEST = 1500
"""Letters that words in italics have at most."""
_FIRST = frozenset('\\+-–("“[')
"""Signs that words in italics begin with: an escape's, a bullet, a bracket, a quote."""
_BOLD = frozenset({"strong", "b"})
_WITHIN = frozenset({"em", "i", "u", "s", "sup", "sub", "span", "font"})
"""Tags that stand within a word or between words, and part none."""
_FEWEST = 2
"""Lines that begin with the sign of a quote at least."""


def find(text: str) -> list[Edit]:
    """The marks of converters in a text and what is read in their place, in order; none overlap. Linear.

    >>> find("<p>Lưu: VT<sub>2</sub></p>")
    [(0, 3, ' '), (10, 15, ''), (16, 22, ''), (22, 26, ' ')]
    >>> find("[BAN THƯỜNG TRỰC]{.underline}"), find("<li><b>Lưu</b></li>")
    ([(0, 1, ''), (16, 29, '')], [(0, 4, '- '), (4, 7, '**'), (10, 14, '**'), (14, 19, ' ')])
    >>> find("_Nơi nhận:_ vp_ubnd_hs ____")
    [(0, 1, ''), (10, 11, '')]
    >>> find("Sở KH&CN; h&agrave;ng n&#259;m")
    [(11, 19, 'à'), (23, 29, 'ă')]
    """
    edits: list[Edit] = []
    if "</" in text or "/>" in text:
        edits += _tags(text)
    if "&" in text and _ENTITY.search(text):
        edits += _entities(text)
    if "]{" in text:
        edits += ((match.start(), match.end(), "") for match in _SPAN.finditer(text))
    if "\n>" in text and len(quoted := list(_QUOTED.finditer(text))) >= _FEWEST:
        edits += ((match.start(), match.end(), " ") for match in quoted)
    if "\\\n" in text:
        edits += ((match.start(), match.end(), " ") for match in _BREAK.finditer(text))
    if "_" in text:
        edits += ((at, at + 1, "") for match in _UNDERSCORED.finditer(text) for at in (match.start(), match.end() - 1))
    if "*" in text:
        edits += ((at, at + 1, "") for at in _italics(text))
    edits.sort()
    return [edit for edit, before in zip(edits, [(0, 0, ""), *edits], strict=False) if edit[0] >= before[1]]


def _tags(text: str) -> Iterator[Edit]:
    for tag in _TAG.finditer(text):
        name = tag["name"].lower()
        said = "**" if name in _BOLD else "" if name in _WITHIN else "- " if name == "li" and not tag["close"] else " "
        yield tag.start(), tag.end(), said


def _entities(text: str) -> Iterator[Edit]:
    """Letters that a page's source spells out ("h&agrave;ng n&#259;m"); "Sở KH&CN;" has none."""
    from html import unescape  # its tables take longer to load than a plan to read

    for entity in _ENTITY.finditer(text):
        letter = unescape(entity[0])
        if len(letter) == 1 and (letter.isprintable() or letter.isspace()):
            yield entity.start(), entity.end(), letter


def _italics(text: str) -> Iterator[int]:
    """Where the stars stand around words in italics that run over several lines, or that begin with an escape.

    Those within a line are told apart from a footnote's and from bullets where lines are read.
    """
    opened = -1
    for star in _STAR.finditer(text):
        at = star.start()
        before, behind = text[at - 1 : at], text[at + 1 : at + 2]
        if opened >= 0 and not before.isspace():
            said = text[opened + 1 : at]
            if len(said) < _LONGEST and "\n\n" not in said and ("\n" in said or said[0] in _FIRST):
                yield from (opened, at)
            opened = -1
        elif (not before or before.isspace()) and (behind.isalnum() or behind in _FIRST):
            opened = at
        else:
            opened = -1
