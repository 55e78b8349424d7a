"""As much of a page's styles as changes its text: what is hidden, in capitals, in an old font, on a new page."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_KNOWN = frozenset(
    "display visibility float mso-hide text-transform font-family page-break-before break-before list-style "
    "list-style-type white-space mso-element mso-list mso-tab-count mso-footnote-id mso-endnote-id".split()
)
_COMMENT = re.compile(r"/\*.*?\*/|<!--|-->", re.S)
_BRACE = re.compile(r"[{}]")
_SIMPLE = re.compile(r"([a-z][a-z0-9]*)?(\.[\w-]+)?$", re.I)
_LONGEST = 500_000


def declarations(text: str) -> dict[str, str]:
    """What a ``style`` attribute says, as far as it matters here.

    >>> declarations("display:none; color: red")
    {'display': 'none'}
    """
    out: dict[str, str] = {}
    for part in text.split(";"):
        name, colon, value = part.partition(":")
        name = name.strip().lower()
        if colon and name in _KNOWN:
            value = " ".join(value.replace("!important", "").split())
            out[name] = value if name == "font-family" else value.lower()
            if name in ("mso-footnote-id", "mso-endnote-id"):
                out[name] = value
    return out


class Sheet:
    """The rules of a page's own style sheets for a tag, a class, or a tag with a class."""

    def __init__(self, sheets: Iterable[str]) -> None:
        self._rules: dict[tuple[str, str], dict[str, str]] = {}
        for sheet in sheets:
            self._read(_COMMENT.sub(" ", sheet[:_LONGEST]))

    def _read(self, text: str) -> None:
        depth, at, selector = 0, 0, ""
        for brace in _BRACE.finditer(text):
            if brace[0] == "{":
                if depth == 0:
                    selector = text[at : brace.start()].rpartition(";")[2].strip()
                depth += 1
            elif depth:
                depth -= 1
                if depth == 0 and not selector.startswith("@"):
                    self._rule(selector, declarations(text[at : brace.start()]))
            at = brace.end()

    def _rule(self, selectors: str, said: dict[str, str]) -> None:
        if not said:
            return
        for selector in selectors.split(","):
            match = _SIMPLE.match(selector.strip())
            if match and match[0]:
                key = ((match[1] or "").lower(), (match[2] or "")[1:].lower())
                self._rules.setdefault(key, {}).update(said)

    def style(self, tag: str, node: LexborNode) -> dict[str, str]:
        """What holds for an element: its tag's rules, its classes', then its own."""
        attributes = node.attributes
        own, classes = attributes.get("style"), attributes.get("class")
        if not self._rules:
            return declarations(own) if own else {}
        said = dict(self._rules.get((tag, ""), ()))
        for name in (classes or "").lower().split():
            said |= self._rules.get(("", name), {})
            said |= self._rules.get((tag, name), {})
        return said | declarations(own) if own else said
