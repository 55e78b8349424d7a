"""Regular expressions that are compiled when they are first asked, not when their module is imported.

A plan without money never needs the patterns of money: compiling all of them takes longer than reading most plans.
"""

from __future__ import annotations

import re
from typing import Any, cast

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "split")


class _Lazy:
    """Stands for a compiled pattern; from the first question on its methods are the compiled one's own."""

    __slots__ = (*_METHODS, "flags", "pattern")

    def __init__(self, source: str, flags: int) -> None:
        self.pattern = source
        self.flags = flags

    def __getattr__(self, name: str) -> Any:  # asked only for what is not there yet
        compiled = re.compile(self.pattern, self.flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def lazy(source: str, flags: int = 0) -> re.Pattern[str]:
    """The regular expression ``source``, compiled at its first use.

    >>> lazy(r"[a-z]+").findall("mot hai")
    ['mot', 'hai']
    """
    return cast("re.Pattern[str]", _Lazy(source, flags))
