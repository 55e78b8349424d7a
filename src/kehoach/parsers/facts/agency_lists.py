"""Lists of agencies' names: what parts them, and what a name borrows from the one before it."""

from __future__ import annotations

from kehoach.knowledge.agency_lookup import Words
from kehoach.parsers.facts.agency_begin import ENUMERABLE, Name, field_of, head_at, listed_at
from kehoach.parsers.facts.agency_joints import AND
from kehoach.parsers.facts.agency_names import finish, name_at

_BETWEEN = AND | {",", ";", "&", "/", "cùng", "với", "hoặc", "-"}


def names_at(words: Words, i: int) -> list[Name]:
    """The list of names that begins at word ``i``: parted by commas, semicolons, "và", "cùng"."""
    names: list[Name] = []
    while (name := next_name(words, i, names)) is not None:
        names += _heads_of(words, name) or [name]
        j = behind_separator(words, names[-1].after)
        if j is None:
            break
        i = j
    return names


def _heads_of(words: Words, name: Name) -> list[Name]:
    """The posts of "Giám đốc các Sở: Y tế, Tài chính", each with its own Sở; empty where no such list stands there."""
    i = name.after
    listed = name.head.kind == "person" and words.has(i + 1) and words.folds[i - 2 : i + 1] == ["các", "sở", ":"]
    lent = f"{words.text[words.starts[name.first] : words.ends[i - 3]]} Sở" if listed else ""
    out: list[Name] = []
    while listed and words.capital(i + 1) and (field := field_of(words, i + 1, "sở")) is not None:
        if not _head_alone(words, i + 1):
            break
        out.append(Name(i + 1, field[0], field[0], name.head, field[1], lent=lent))
        i = field[0]
        if not (words.has(i) and words.folds[i] in AND | {","}):
            break
    return out if len(out) > 1 else []


def next_name(words: Words, i: int, names: list[Name]) -> Name | None:
    """The name at ``i`` or, in "các Sở: Y tế, Tài chính", the field that borrows the head before."""
    last = names[-1] if names else None
    lent = (last.lent or ENUMERABLE.get(last.head.words)) if last is not None and (last.field or last.lent) else None
    if last is not None and lent and words.capital(i):
        field = field_of(words, i, lent.lower())
        if field and lent.lower() in field[1].heads and _head_alone(words, i):
            return finish(words, Name(i, field[0], field[0], last.head, field[1], lent=lent), opened=False)
        if last.lent and last.head.kind != "person" and (end := listed_at(words, i, lent.lower())) is not None:
            return Name(i, end, end, last.head, lent=lent)
    return name_at(words, i)


def _head_alone(words: Words, i: int) -> bool:
    """Whether a field stands by itself, not as the beginning of another body's name ("Công an tỉnh")."""
    found = head_at(words, i)
    return found is None or (found[0] <= i + 1 and found[1].follow in {"field", "unit"})


def behind_separator(words: Words, i: int) -> int | None:
    """The index behind a separator of names at word ``i``, None where there is none."""
    j = i
    while words.has(j) and j - i < 3 and words.folds[j] in _BETWEEN:
        if words.folds[j] == "với" and (j == i or words.folds[j - 1] != "cùng"):
            break
        j += 1
    return j if j > i else None
