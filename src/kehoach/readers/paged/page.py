"""What a page holds, however it was read: words and ruling lines, in points from its upper left corner."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Word:
    """Letters without a blank between them. ``base``: height of the line they stand on; ``size``: of their font."""

    text: str
    x0: float
    x1: float
    top: float
    base: float
    size: float
    space: float = 0.0
    """How much room before it is blank by a printed blank, 0 where none is printed."""

    @property
    def middle(self) -> float:
        """The height half way up its small letters."""
        return self.base - 0.25 * self.size


@dataclass(slots=True)
class Rule:
    """A ruling line: level where ``y0 == y1``, upright where ``x0 == x1``."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def level(self) -> bool:
        """Whether it lies rather than stands."""
        return self.x1 - self.x0 >= self.y1 - self.y0


@dataclass(slots=True)
class Page:
    """One page. ``number`` counts from 1; ``confidence`` is that of text recognition, in percent."""

    number: int
    width: float
    height: float
    words: list[Word] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    recognised: bool = False
    confidence: float | None = None
