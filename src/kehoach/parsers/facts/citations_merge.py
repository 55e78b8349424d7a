"""Which mentions are of one document."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, TypeVar

from kehoach.folding import bare
from kehoach.knowledge.laws import law_of, named, numbered, words_of
from kehoach.knowledge.patterns import inline
from kehoach.parsers.facts.citations import Mention

T = TypeVar("T")
_MANY = 40  # documents of one name or number to choose from: no plan has more, and looking stays cheap
_LONGEST_ABBREVIATION, _ENOUGH = 6, 16
"""Letters that an abbreviation has at most; letters that show whether words are in capitals."""
_LAWS = ("Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp")


class Citation(Generic[T]):
    """One document and every mention of it, each with what the caller finds it again by."""

    __slots__ = ("date", "issuer", "mentions", "number", "title", "type")

    def __init__(self, type_: str) -> None:
        self.type = type_
        self.number: str | None = None
        self.date: str | None = None
        self.issuer: str | None = None
        self.title: str | None = None
        self.mentions: list[tuple[T, Mention]] = []


def squeezed(number: str) -> str:
    """What numbers are compared by: letters and digits alone; serials without leading zeros.

    >>> squeezed("05 / 2020/NĐ-CP") == squeezed("5/2020/NÐ - CP")
    True
    """
    return inline(r"[^0-9a-z]").sub("", bare(number)).lstrip("0")


def merge(found: Iterable[tuple[T, Mention]], own: Iterable[str] = ()) -> list[Citation[T]]:
    """Mentions in document order to citations in document order.

    ``own``: numbers that are no citations: the plan's own, and that of a decision that issues it.
    """
    index: _Index[T] = _Index()
    mine = {squeezed(n) for n in own if n}
    rows = [(n, key, m) for n, (key, m) in enumerate(found) if not (m.number and squeezed(m.number) in mine)]
    short = []
    for n, key, m in rows:
        if _is_short(m):
            short.append((n, key, m))
        else:
            index.add(n, key, m)
    for n, key, m in short:
        index.add_short(n, key, m)
    return index.citations()


def _is_short(m: Mention) -> bool:
    return m.number is not None and _shorter(m.number)


class _Entry(Generic[T]):
    __slots__ = ("citation", "first", "mentions", "names")

    def __init__(
        self,
        citation: Citation[T],
        names: set[tuple[str, ...]],
        mentions: list[tuple[int, T, Mention]],
        first: int,  # the place of its first mention
    ) -> None:
        self.citation, self.names, self.mentions, self.first = citation, names, mentions, first


class _Index(Generic[T]):
    """Citations so far, by number, by serial and by name."""

    def __init__(self) -> None:
        self._entries: list[_Entry[T]] = []
        self._numbers: dict[str, list[_Entry[T]]] = {}
        self._serials: dict[tuple[str, str], list[_Entry[T]]] = {}
        self._names: dict[tuple[str, ...], list[_Entry[T]]] = {}
        self._begun: dict[tuple[str, ...], list[_Entry[T]]] = {}  # by the first words of a name

    def add(self, n: int, key: T, m: Mention) -> None:
        """A mention with its full number, or a law by name."""
        name = _law_words(m)
        entry = self._same(m, name)
        if entry is None:
            entry = _Entry(Citation(m.type), set(), [], n)
            self._entries.append(entry)
        self._join(entry, n, key, m, name)

    def add_short(self, n: int, key: T, m: Mention) -> None:
        """A mention by serial alone: of the last such document before it, else the first after it."""
        wanted = _serial(m.number or "")
        rows = [e for e in self._serials.get((m.type, wanted), [])[:_MANY] if _dates_agree(e.citation, m)]
        before = [e for e in rows if e.first <= n]
        if rows:
            self._join(before[-1] if before else rows[0], n, key, m, None)
        else:
            entry: _Entry[T] = _Entry(Citation(m.type), set(), [], n)
            self._entries.append(entry)
            self._join(entry, n, key, m, None)

    def _same(self, m: Mention, name: tuple[str, ...] | None) -> _Entry[T] | None:
        if m.number:
            for entry in self._numbers.get(squeezed(m.number), [])[:_MANY]:
                if _one_document(entry.citation, m):
                    return entry
        if name is None:
            return None
        for entry in self._names.get(name, [])[:_MANY]:
            c = entry.citation
            if not (c.number and m.number and squeezed(c.number) != squeezed(m.number)) and _years_agree(c, m):
                return entry
        return self._begun_with(m, name)

    def _begun_with(self, m: Mention, name: tuple[str, ...]) -> _Entry[T] | None:
        """A law called by the first words of its name, where one such law alone was named."""
        if len(name) < 3 or m.number or (m.title or "") in named():
            return None
        rows = self._begun.get(name, [])
        return rows[0] if len(rows) == 1 else None

    def _join(self, entry: _Entry[T], n: int, key: T, m: Mention, name: tuple[str, ...] | None) -> None:
        c = entry.citation
        entry.mentions.append((n, key, m))
        entry.first = min(entry.first, n)
        if m.number and (c.number is None or (_shorter(c.number) and not _shorter(m.number))):
            c.number = m.number
            self._numbers.setdefault(squeezed(m.number), []).append(entry)
            self._serials.setdefault((c.type, _serial(m.number)), []).append(entry)
        if m.date and (c.date is None or (len(c.date) < len(m.date) and m.date.startswith(c.date))):
            c.date = m.date
        if c.number and c.date and len(c.date) == 4 and c.date in c.number:
            c.date = None
        if c.issuer is None or (m.issuer and _shouts(c.issuer) and not _shouts(m.issuer)):
            c.issuer = m.issuer or c.issuer  # as running text prints it, not as a title in capitals does
        if c.title is None or (name and m.title in named()) or (m.title and _shouts(c.title) and not _shouts(m.title)):
            c.title = m.title or c.title  # a law's full name, once it is printed
        if name and name not in entry.names:
            entry.names.add(name)
            self._names.setdefault(name, []).append(entry)
            for size in range(3, min(len(name), 24)):
                self._begun.setdefault(name[:size], []).append(entry)

    def citations(self) -> list[Citation[T]]:
        """All, in the order of their first mention."""
        for entry in self._entries:
            entry.mentions.sort(key=lambda row: row[0])
            entry.citation.mentions = [(key, m) for _, key, m in entry.mentions]
        return [e.citation for e in sorted(self._entries, key=lambda e: e.first)]


def _law_words(m: Mention) -> tuple[str, ...] | None:
    if m.type not in _LAWS:
        return None
    if m.type == "Hiến pháp":
        return ("hien", "phap")
    known = numbered().get(m.number or "")
    if known is None and m.title:
        known = law_of(m.title)
    title = known.name if known else m.title
    return words_of(title) if title else None


def _year(number: str | None, date: str | None) -> str | None:
    m = inline(r"/((?:19|20)[0-9]{2})(?:/|$)").search(number or "")
    return m[1] if m else (date or "")[:4] or None


def _years_agree(c: Citation[T], m: Mention) -> bool:
    one, other = _year(c.number, c.date), _year(m.number, m.date)
    return one is None or other is None or one == other


def _dates_agree(c: Citation[T], m: Mention) -> bool:
    if not c.date or not m.date:
        return True
    size = min(len(c.date), len(m.date))
    return c.date[:size] == m.date[:size]


def _one_document(c: Citation[T], m: Mention) -> bool:
    """The same number; without a year in it, dates of two years, or two days of two bodies, are two documents."""
    if inline(r"/(?:19|20)[0-9]{2}/").search(m.number or ""):
        return True
    if not _years_agree(c, m) or _of_two_bodies(c.issuer, m.issuer):
        return False
    return _dates_agree(c, m) or not (c.issuer and m.issuer and c.issuer != m.issuer)


_LEVELS = (("tinh ",), ("huyen ", "quan ", "thi xa "), ("xa ", "phuong ", "thi tran "))
_COUNCILS = ("uy ban nhan dan ", "hoi dong nhan dan ")


def _of_two_bodies(one: str | None, other: str | None) -> bool:
    """Whether two issuers are committees or councils of two levels, or of two places of one level."""
    if not one or not other:
        return False
    (first, place), (second, elsewhere) = _level(bare(one)), _level(bare(other))
    if first is None or second is None:
        return False
    return first != second or bool(place and elsewhere and place != elsewhere)


def _level(name: str) -> tuple[int | None, str]:
    """The level of a people's committee or council, province, district or commune, and the place's own name."""
    head = next((head for head in _COUNCILS if name.startswith(head)), None)
    rest = f"{name[len(head or '') :]} "
    for level, kinds in enumerate(_LEVELS):
        for kind in kinds:
            if head and rest.startswith(kind):
                return level, rest[len(kind) :].strip()
    return None, ""


def _serial(number: str) -> str:
    m = inline(r"0*([0-9]+[a-zA-Z]?)(?=[^0-9a-zA-Z]|$)(?:/((?:19|20)[0-9]{2})(?:/|$))?").match(number)
    return m[1].lower() if m else number


def _shouts(words: str) -> bool:
    """Whether words are printed as a title in capitals prints them."""
    return len(words) > _LONGEST_ABBREVIATION and words[:_ENOUGH].isupper()


def _shorter(number: str) -> bool:
    """A serial without a symbol: "815", "12a", "59/2019"."""
    return inline(r"[0-9]+[a-zA-Z]?(?:/[0-9]{4})?").fullmatch(number) is not None
